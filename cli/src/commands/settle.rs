use std::io;
use std::path::{Path, PathBuf};

use timeline::decisions::Decisions;
use timeline::diagnostic::Diagnostic;
use timeline::resolve::Trust;
use timeline::{Timeline, explain, resolve};

use super::Common;
use crate::input;
use crate::problems::Problems;

/// What the commands that resolve have in common: a person's decisions go in, an explanation may come out.
#[derive(clap::Args)]
pub(crate) struct Settle {
    /// Decisions to apply: a line each, with its reason
    ///
    /// `date ENTRY DATE because …`, `same ENTRY ENTRY because …`, `apart STATEMENT STATEMENT because …`,
    /// `drop ENTRY because …`, `ignore CONFLICT because …`. Ids are those of the JSON; behind one may stand @ and the evidence that the decision
    /// was made on, as --explain and `check` print it: a warning tells when that has changed.
    #[arg(long, value_name = "FILE")]
    decisions: Vec<PathBuf>,
    /// How often each source is right: lines `"State Gazette" = 0.99`, shares above 0 and below 1
    ///
    /// A source is a publisher, or a document without one. Without this, all weigh the same, or, where enough is
    /// contested, as their agreement with the others has it.
    #[arg(long, value_name = "FILE")]
    trust: Vec<PathBuf>,
    /// Print how one entry came about: its id, that of a statement in it, or words of its title
    #[arg(long, value_name = "ENTRY", conflicts_with = "format")]
    explain: Option<String>,
}

impl Settle {
    /// Resolves `input` under the decisions, and reports what is wrong with those.
    pub(crate) fn timeline(&self, mut input: resolve::Input, problems: &mut Problems) -> Timeline {
        for file in &self.decisions {
            take(file, &mut input.decisions, Decisions::read, problems);
        }
        for file in &self.trust {
            take(file, &mut input.trust, Trust::read, problems);
        }
        let decisions = input.decisions.iter().map(|decision| decision.file.clone());
        let files: Vec<String> = decisions.chain(self.trust.iter().map(|file| file.display().to_string())).collect();
        let timeline = resolve::resolve(input);
        problems.progress.conflicts(timeline.conflicts.len());
        if timeline.entries.is_empty() {
            let undated = match timeline.undated.len() {
                0 => String::new(),
                count => format!("; events without a date: {count}"),
            };
            problems.remark(&format!("nothing dated was found, so the timeline is empty{undated}"));
        }
        let of_files = |remark: &&Diagnostic| remark.line.is_some() && files.contains(&remark.document);
        for remark in timeline.diagnostics.iter().filter(of_files) {
            problems.diagnose(&remark.document, std::slice::from_ref(remark));
        }
        timeline
    }

    /// Whether an explanation is asked for.
    pub(crate) fn explains(&self) -> bool {
        self.explain.is_some()
    }

    /// Writes the explanation that is asked for; where several entries are meant, which they are.
    pub(crate) fn explain(&self, timeline: &Timeline, common: &Common, problems: &mut Problems) -> io::Result<()> {
        let query = self.explain.as_deref().unwrap_or_default();
        match explain::find(timeline, query).as_slice() {
            [] => problems.report(&format!("no entry has the id `{query}` or these words in its title")),
            [entry] => {
                let told = explain::entry(timeline, entry);
                return common.output.write(problems, |out, _| out.write_all(told.as_bytes()));
            }
            several => {
                problems.report(&format!("several entries have `{query}` in their titles; name one by its id:"));
                for entry in several {
                    let date = entry.date.map_or_else(|| "undated".to_owned(), |date| date.to_string());
                    problems.report(&format!("{} {date} {}", entry.id, entry.title));
                }
            }
        }
        Ok(())
    }
}

/// Takes a file into `known` with `read`, and reports what cannot be read of it.
pub(crate) fn take<K>(
    file: &Path,
    known: &mut K,
    read: impl FnOnce(&mut K, &str, &str) -> Vec<Diagnostic>,
    problems: &mut Problems,
) {
    let Some(bytes) = input::read(file, problems) else { return };
    let name = file.display().to_string();
    let remarks = read(known, &name, &String::from_utf8_lossy(&bytes));
    problems.diagnose(&name, &remarks);
}
