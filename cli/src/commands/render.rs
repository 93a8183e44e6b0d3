use std::io::{self, Write};
use std::path::PathBuf;

use clap::ValueEnum;
use timeline::Timeline;
use timeline::render::{json, markdown};

use crate::input;
use crate::output::Output;
use crate::problems::Problems;

/// Write a timeline that was built before in another format
#[derive(clap::Args)]
pub(crate) struct Render {
    /// What `timeline build --format json` wrote; `-` is standard input
    #[arg(value_name = "TIMELINE", default_value = "-")]
    file: PathBuf,
    /// How the timeline is written
    #[arg(short, long, value_enum, default_value_t = Format::Markdown)]
    format: Format,
    #[command(flatten)]
    output: Output,
}

/// The formats of a timeline.
#[derive(Clone, Copy, ValueEnum)]
pub(crate) enum Format {
    /// A document to read and to hand in
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

impl Render {
    pub(crate) fn run(&self, problems: &mut Problems) -> io::Result<()> {
        let Some(bytes) = input::read(&self.file, problems) else { return Ok(()) };
        match Timeline::from_json(&bytes) {
            Ok(timeline) => self.output.write(|out| self.format.write(out, &timeline)),
            Err(error) => {
                problems.report(&format!("{}: {error}", self.file.display()));
                Ok(())
            }
        }
    }
}
