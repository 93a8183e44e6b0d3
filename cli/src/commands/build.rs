use std::io;

use timeline::resolve;

use super::render::Format;
use crate::input::Input;
use crate::output::Output;
use crate::problems::Problems;

/// Build one checked timeline from all documents
#[derive(clap::Args)]
pub(crate) struct Build {
    #[command(flatten)]
    input: Input,
    /// How the timeline is written
    #[arg(short, long, value_enum, default_value_t = Format::Markdown)]
    format: Format,
    #[command(flatten)]
    output: Output,
}

impl Build {
    pub(crate) fn run(&self, problems: &mut Problems) -> io::Result<()> {
        let timeline = resolve::resolve(self.input.statements(problems)?);
        self.output.write(|out| self.format.write(out, &timeline))
    }
}
