use std::io;
use std::path::PathBuf;

use timeline::resolve;

use super::Common;
use super::format::Formatted;
use super::settle::Settle;
use crate::input;
use crate::problems::Problems;

/// Build a timeline from statements, one JSON object a line
///
/// The statements are those of `timeline extract` or of any program. Statements with one `event` speak of the same
/// thing; `publisher` names the source; any `kind` is allowed. docs/statements.md tells of every field.
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
        let Some(statements) = input::statements(&self.file, common.threads, problems) else { return Ok(()) };
        let input = resolve::Input { statements, ..resolve::Input::default() };
        let timeline = self.settle.timeline(input, problems);
        if self.settle.explains() {
            return self.settle.explain(&timeline, common, problems);
        }
        self.formatted.write(timeline, common, problems)
    }
}
