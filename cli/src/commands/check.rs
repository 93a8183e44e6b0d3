use std::io::{self, IsTerminal};
use std::path::PathBuf;

use clap::ValueEnum;
use timeline::decisions::Decisions;
use timeline::diagnostic::{Diagnostic, Severity};
use timeline::finding::{self, Finding};
use timeline::render::report::{self, Color};
use timeline::render::{json, sarif};

use super::Common;
use super::rules::RuleFiles;
use super::settle::{self, Settle};
use crate::input::Input;
use crate::problems::Problems;

/// Report what contradicts itself or another document
///
/// Each report shows the words that contradict each other where they stand, what would repair it, and what the next best
/// repair would be. The exit code is 1 where there is an error among the findings.
#[derive(clap::Args)]
pub(crate) struct Check {
    #[command(flatten)]
    pub(super) input: Input,
    #[command(flatten)]
    rules: RuleFiles,
    /// How the findings are written
    #[arg(short, long, value_enum, default_value_t = Format::Text)]
    format: Format,
    /// Findings to pass over: a line each, its id and the reason
    ///
    /// An id that is no finding any more, and a line without a reason, are reported.
    #[arg(long, value_name = "FILE")]
    ignore: Vec<PathBuf>,
    /// Whether the report is coloured; `auto` is on a terminal, unless NO_COLOR is set
    #[arg(long, value_enum, value_name = "WHEN", default_value_t = When::Auto)]
    color: When,
    #[command(flatten)]
    settle: Settle,
}

#[derive(Clone, Copy, ValueEnum)]
enum Format {
    /// As a compiler does, for people
    Text,
    /// For programs
    Json,
    /// SARIF 2.1.0, for code hosts
    Sarif,
}

#[derive(Clone, Copy, ValueEnum)]
enum When {
    Auto,
    Always,
    Never,
}

impl Check {
    pub(crate) fn run(&self, common: &Common, problems: &mut Problems) -> io::Result<()> {
        let Some(rules) = self.rules.read(problems) else { return Ok(()) };
        let (mut input, texts) = self.input.statements_and_texts(common, &rules, problems)?;
        for file in &self.ignore {
            settle::take(file, &mut input.decisions, Decisions::read_ignored, problems);
        }
        let timeline = self.settle.timeline(input, problems);
        if self.settle.explains() {
            return self.settle.explain(&timeline, common, problems);
        }
        let findings = finding::findings(&timeline, &texts);
        if findings.iter().any(Finding::fails) {
            problems.find();
        }
        let is_note = |diagnostic: &Diagnostic| diagnostic.severity == Severity::Note;
        let told: Vec<Diagnostic> = timeline.diagnostics.into_iter().filter(|it| !is_note(it)).collect();
        common.output.write(problems, |out, problems| match self.format {
            Format::Text => {
                report::findings(out, &findings, &texts, self.color(common))?;
                if problems.is_incomplete() { writeln!(out, "not all of it could be read") } else { Ok(()) }
            }
            Format::Json => json::findings(out, &findings, &told),
            Format::Sarif => sarif::findings(out, &findings, &texts, &told, !problems.is_incomplete()),
        })
    }

    fn color(&self, common: &Common) -> Color {
        let refused = std::env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty());
        match self.color {
            When::Always => Color::Always,
            When::Auto if common.output.is_standard() && io::stdout().is_terminal() && !refused => Color::Always,
            When::Auto | When::Never => Color::Never,
        }
    }
}
