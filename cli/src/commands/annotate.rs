use std::io;

use timeline::render::json;

use crate::input::Input;
use crate::output::Output;
use crate::problems::Problems;

/// Print the temporal expressions of each document
#[derive(clap::Args)]
pub(crate) struct Annotate {
    #[command(flatten)]
    input: Input,
    #[command(flatten)]
    output: Output,
}

impl Annotate {
    pub(crate) fn run(&self, problems: &mut Problems) -> io::Result<()> {
        self.output.write(|out| {
            let annotate = |document: &timeline::Document| {
                let mut line = Vec::new();
                json::timexes(&mut line, document, &timeline::annotate(document)).map(|()| line)
            };
            self.input.each(problems, annotate, |_, _, line| out.write_all(&line?))
        })
    }
}
