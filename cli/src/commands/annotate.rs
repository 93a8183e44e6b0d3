use std::io;

use timeline::Document;
use timeline::render::json;

use super::Common;
use crate::input::Input;
use crate::problems::Problems;

/// Print the temporal expressions of each document
///
/// A line a document: {"id", "timexes": [{"start", "end", "text", "type", "value", "mod"?}]}, with the types and values
/// of TIMEX3 (ISO-TimeML). `start` and `end` count Unicode code points.
#[derive(clap::Args)]
pub(crate) struct Annotate {
    #[command(flatten)]
    input: Input,
}

impl Annotate {
    pub(crate) fn run(&self, common: &Common, problems: &mut Problems) -> io::Result<()> {
        let annotate = |document: &Document| {
            let mut line = Vec::new();
            json::timexes(&mut line, document, &timeline::annotate(document)).map(|()| line)
        };
        common
            .output
            .write(|out| self.input.each(common.threads, problems, annotate, |_, _, line| out.write_all(&line?)))
    }
}
