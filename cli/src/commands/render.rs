use std::io;
use std::path::PathBuf;

use timeline::Timeline;

use super::Common;
use super::format::Formatted;
use crate::input::{self, Sort};
use crate::problems::Problems;

/// Write a timeline that was built before in another format
#[derive(clap::Args)]
pub(crate) struct Render {
    /// What `timeline build --format json` wrote; `-` for standard input
    #[arg(value_name = "TIMELINE.json")]
    file: PathBuf,
    #[command(flatten)]
    formatted: Formatted,
}

impl Render {
    pub(crate) fn run(&self, common: &Common, problems: &mut Problems) -> io::Result<()> {
        let Some(bytes) = input::read(&self.file, problems) else { return Ok(()) };
        match Timeline::from_json(&bytes) {
            Ok(timeline) => self.formatted.write(timeline, common),
            Err(error) => {
                let instead =
                    Sort::of(&bytes, Sort::Timeline).and_then(|sort| sort.instead_of(Sort::Timeline, &self.file));
                let message = instead.unwrap_or_else(|| error.to_string());
                problems.report(&format!("{}: {message}", self.file.display()));
                Ok(())
            }
        }
    }
}
