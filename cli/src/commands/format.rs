use std::io::{self, Write};

use clap::ValueEnum;
use timeline::Timeline;
use timeline::render::{json, markdown};

use super::Common;
use crate::problems::Problems;

/// The formats of a timeline.
#[derive(Clone, Copy, ValueEnum)]
pub(crate) enum Format {
    /// A document to read and to hand in
    #[value(alias = "md")]
    Markdown,
    /// The whole result, for programs and for `timeline render`
    Json,
}

impl Format {
    pub(crate) fn write(self, out: &mut dyn Write, timeline: &Timeline) -> io::Result<()> {
        match self {
            Format::Markdown => markdown::timeline(out, timeline),
            Format::Json => json::timeline(out, timeline),
        }
    }
}

/// The option `--format` of the commands that write a timeline.
#[derive(clap::Args)]
pub(crate) struct Formatted {
    /// How the timeline is written
    #[arg(short, long, value_enum, default_value_t = Format::Markdown)]
    format: Format,
}

impl Formatted {
    /// Writes a timeline that is the end of the run.
    pub(super) fn write(&self, timeline: Timeline, common: &Common, problems: &mut Problems) -> io::Result<()> {
        let written = common.output.write(problems, |out, _| self.format.write(out, &timeline));
        // The system takes back at once what would be given back in millions of pieces.
        std::mem::forget(timeline);
        written
    }
}
