use std::io;
use std::path::PathBuf;

use clap::ValueEnum;
use timeline::diff;
use timeline::render::{difference, json};

use super::Common;
use crate::input;
use crate::problems::Problems;

/// Tell what changed from one timeline to the next, and why
///
/// Entries that were added, removed, moved to another date, merged or split, and contradictions that are new, gone or
/// settled otherwise. The exit code is 1 where something differs.
#[derive(clap::Args)]
pub(crate) struct Diff {
    /// What `timeline build --format json` wrote before
    #[arg(value_name = "OLD.json")]
    old: PathBuf,
    /// What it wrote now; `-` for standard input
    #[arg(value_name = "NEW.json")]
    new: PathBuf,
    /// How the differences are written
    #[arg(short, long, value_enum, default_value_t = Format::Markdown)]
    format: Format,
}

#[derive(Clone, Copy, ValueEnum)]
enum Format {
    /// For people
    Markdown,
    /// For programs
    Json,
}

impl Diff {
    pub(crate) fn run(&self, common: &Common, problems: &mut Problems) -> io::Result<()> {
        // Both are read before either is given up, so that every problem is told at once.
        let (old, new) = (input::timeline(&self.old, problems), input::timeline(&self.new, problems));
        let Some((old, new)) = old.zip(new) else { return Ok(()) };
        let compared = diff::compare(&old, &new);
        if !compared.is_empty() {
            problems.find();
        }
        common.output.write(problems, |out, _| match self.format {
            Format::Markdown => difference::difference(out, &compared),
            Format::Json => json::difference(out, &compared),
        })
    }
}
