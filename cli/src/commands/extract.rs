use std::io;

use timeline::Document;
use timeline::render::json;

use super::Common;
use super::rules::RuleFiles;
use crate::input::{Input, Need};
use crate::problems::Problems;

/// Print the statements of each document: who, what, when
///
/// A line a statement, as `timeline resolve` reads it. The first of each document tells its title and the like in
/// `source`. `date` is EDTF, counted from what the text gives; null where it
/// gives nothing. `start` and `end` count Unicode code points.
#[derive(clap::Args)]
pub(crate) struct Extract {
    #[command(flatten)]
    pub(super) input: Input,
    #[command(flatten)]
    rules: RuleFiles,
}

impl Extract {
    pub(crate) fn run(&self, common: &Common, problems: &mut Problems) -> io::Result<()> {
        let Some(rules) = self.rules.read(problems) else { return Ok(()) };
        let extract = |document: &Document, lines: &mut Vec<u8>| {
            let (mut statements, diagnostics) = timeline::extract_with(document, &rules);
            if let Some(first) = statements.first_mut() {
                first.source = Some(Box::new(document.into()));
            }
            (statements.len(), diagnostics, json::statements(lines, &statements))
        };
        common.output.write(problems, |out, problems| {
            self.input.lines(
                common,
                problems,
                Need::Page,
                extract,
                |problems, place, (count, diagnostics, written), lines| {
                    problems.diagnose(place, &diagnostics);
                    problems.progress.statements(count);
                    written.and_then(|()| out.write_all(lines))
                },
            )
        })
    }
}
