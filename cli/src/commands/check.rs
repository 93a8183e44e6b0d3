use std::io::{self, Write};

use timeline::diagnostic::Severity;
use timeline::timeline::Conflict;
use timeline::{Timeline, resolve};

use super::Common;
use crate::input::Input;
use crate::problems::Problems;

/// Report what contradicts itself or another document
///
/// The exit code is 1 where there is an error among the findings.
#[derive(clap::Args)]
pub(crate) struct Check {
    #[command(flatten)]
    input: Input,
}

impl Check {
    pub(crate) fn run(&self, common: &Common, problems: &mut Problems) -> io::Result<()> {
        let timeline = resolve::resolve(self.input.statements(common.threads, problems)?);
        if timeline.conflicts.iter().any(|conflict| conflict.severity == Severity::Error) {
            problems.find();
        }
        common.output.write(|out| write(out, &timeline))
    }
}

fn write(out: &mut dyn Write, timeline: &Timeline) -> io::Result<()> {
    for Conflict { kind, severity, message, resolution, .. } in &timeline.conflicts {
        let severity = match severity {
            Severity::Error => "error",
            Severity::Warning => "warning",
            Severity::Note => "note",
        };
        writeln!(out, "{severity}[{kind}]: {message}")?;
        writeln!(out, "  {}: {}", resolution.status, resolution.because)?;
    }
    Ok(())
}
