use std::io;
use std::path::PathBuf;

use super::Common;
use super::format::Formatted;
use crate::input;
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
        let Some(timeline) = input::timeline(&self.file, problems) else { return Ok(()) };
        self.formatted.write(timeline, common, problems)
    }
}
