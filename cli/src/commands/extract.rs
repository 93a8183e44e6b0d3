use std::io;

use timeline::render::json;

use crate::input::Input;
use crate::output::Output;
use crate::problems::Problems;

/// Print the dated statements of each document
#[derive(clap::Args)]
pub(crate) struct Extract {
    #[command(flatten)]
    input: Input,
    #[command(flatten)]
    output: Output,
}

impl Extract {
    pub(crate) fn run(&self, problems: &mut Problems) -> io::Result<()> {
        self.output.write(|out| {
            self.input.each(problems, timeline::extract, |problems, source, (statements, diagnostics)| {
                diagnostics.iter().for_each(|diagnostic| problems.diagnose(&source.place, diagnostic));
                json::statements(out, &statements)
            })
        })
    }
}
