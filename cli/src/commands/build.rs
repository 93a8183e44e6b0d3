use std::io;

use super::Common;
use super::format::Formatted;
use super::rules::RuleFiles;
use super::settle::Settle;
use crate::input::Input;
use crate::problems::Problems;

/// Build one checked timeline from all documents
///
/// Each entry holds every statement that supports it. A date that was repaired keeps what its source said; what could
/// not be dated, or not decided, is listed as such.
#[derive(clap::Args)]
pub(crate) struct Build {
    #[command(flatten)]
    pub(super) input: Input,
    #[command(flatten)]
    rules: RuleFiles,
    #[command(flatten)]
    formatted: Formatted,
    #[command(flatten)]
    settle: Settle,
}

impl Build {
    pub(crate) fn run(&self, common: &Common, problems: &mut Problems) -> io::Result<()> {
        let Some(rules) = self.rules.read(problems) else { return Ok(()) };
        let timeline = self.settle.timeline(self.input.statements(common, &rules, problems)?, problems);
        if self.settle.explains() {
            return self.settle.explain(&timeline, common, problems);
        }
        self.formatted.write(timeline, common, problems)
    }
}
