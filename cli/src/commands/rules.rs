use std::path::PathBuf;

use timeline::rules::Rules;

use crate::input;
use crate::problems::Problems;

/// The option `--rules` of the commands that read events.
#[derive(clap::Args)]
pub(crate) struct RuleFiles {
    /// Kinds of events of your own: TOML, a `[[rule]]` with the words that tell each
    ///
    /// May be repeated. `kind`, and `verbs` or `nouns`, are required; `frame`, `subject`, `needs` and `title` are told in
    /// docs/rules.md. A file with a fault is reported with line and column, and nothing is built.
    #[arg(long, value_name = "FILE")]
    rules: Vec<PathBuf>,
}

impl RuleFiles {
    /// The rules of all files; none where one has a fault, which is reported: without it every event would be another.
    pub(crate) fn read(&self, problems: &mut Problems) -> Option<Rules> {
        let mut rules = Rules::default();
        let mut whole = true;
        for file in &self.rules {
            let name = file.display().to_string();
            let read = input::read(file, problems).map(|text| rules.read(&name, &text));
            whole &= matches!(read, Some(Ok(_)));
            match read {
                Some(Ok(notes)) => problems.note(&notes),
                // A line a fault.
                Some(Err(error)) => error.to_string().lines().for_each(|fault| problems.report(fault)),
                None => {}
            }
        }
        whole.then_some(rules)
    }
}
