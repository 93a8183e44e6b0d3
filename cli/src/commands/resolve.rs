use std::io;
use std::path::PathBuf;

use timeline::{Statement, resolve};

use super::Common;
use super::format::Formatted;
use super::settle::Settle;
use crate::input;
use crate::problems::Problems;

/// Build a timeline from statements, one JSON object a line
///
/// The statements are those of `timeline extract` or of any program. Statements with one `event` speak of the same
/// thing; `publisher` names the source; any `kind` is allowed.
#[derive(clap::Args)]
pub(crate) struct Resolve {
    /// Statements; `-` for standard input
    #[arg(value_name = "STATEMENTS.jsonl")]
    file: PathBuf,
    #[command(flatten)]
    formatted: Formatted,
    #[command(flatten)]
    settle: Settle,
}

impl Resolve {
    pub(crate) fn run(&self, common: &Common, problems: &mut Problems) -> io::Result<()> {
        let Some(bytes) = input::read(&self.file, problems) else { return Ok(()) };
        let mut input = resolve::Input::default();
        for (text, line) in bytes.split(|&byte| byte == b'\n').zip(1..) {
            if text.trim_ascii().is_empty() {
                continue;
            }
            match Statement::from_json(text) {
                Ok(statement) => input.statements.push(statement),
                Err(error) => problems.report(&format!("{}:{line}: {error}", self.file.display())),
            }
        }
        let timeline = self.settle.timeline(input, problems);
        if self.settle.explains() {
            return self.settle.explain(&timeline, common, problems);
        }
        common.output.write(|out| self.formatted.format.write(out, &timeline))
    }
}
