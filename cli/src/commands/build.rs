use std::io;

use timeline::resolve;

use super::Common;
use super::format::Formatted;
use crate::input::Input;
use crate::problems::Problems;

/// Build one checked timeline from all documents
///
/// Each entry holds every statement that supports it. A date that was repaired keeps what its source said; what could
/// not be dated, or not decided, is listed as such.
#[derive(clap::Args)]
pub(crate) struct Build {
    #[command(flatten)]
    input: Input,
    #[command(flatten)]
    formatted: Formatted,
}

impl Build {
    pub(crate) fn run(&self, common: &Common, problems: &mut Problems) -> io::Result<()> {
        let timeline = resolve::resolve(self.input.statements(common.threads, problems)?);
        common.output.write(|out| self.formatted.format.write(out, &timeline))
    }
}
