//! Documents in: files, directories and standard input, read and parsed on all cores and let go again.

mod blocks;
mod files;
mod sort;
mod stated;
mod statements;

use std::collections::HashMap;
use std::collections::hash_map::Entry;
use std::fmt;
use std::fs;
use std::io::{self, Read};
use std::ops::Range;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use timeline::diagnostic::{Diagnostic, Severity};
use timeline::document::{DocumentInfo, Genre, Parsed};
use timeline::finding::{Text, Texts};
use timeline::rules::Rules;
use timeline::{Document, Statement, Timeline, pipeline, resolve};

use crate::commands::Common;
use crate::problems::Problems;
use blocks::Block;
use files::{Expanded, Found};
use sort::Sort;
use stated::{Dates, Stated};
pub(crate) use statements::statements;

#[derive(clap::Args)]
pub(crate) struct Input {
    /// Articles: text files, JSON Lines, directories of them, or `-` for standard input
    ///
    /// A text file (.txt, .md) is one document, and so is a saved page (.html). JSON Lines (.jsonl, .ndjson) are one document a line: `id` and `text`
    /// are required; `published`, `title`, `publisher`, `author`, `url` and `language` are taken where they stand.
    #[arg(value_name = "FILE", required = true)]
    files: Vec<PathBuf>,
    /// When the documents were published that do not say so themselves, such as 2023-10-06
    ///
    /// With a document's id before it, `news/a.txt=2023-10-06`, it is that document's date, whatever the page says. May be
    /// given several times.
    #[arg(long, value_name = "[ID=]DATE", value_parser = Stated::from_argument)]
    published: Vec<Stated>,
    /// What incomplete dates are counted from; told from each text where it is left out
    #[arg(long, value_enum)]
    genre: Option<GenreName>,
}

/// What is kept of a document when its text is let go, and what came of it.
struct Outcome<R> {
    place: Place,
    /// What was odd in its bytes.
    diagnostics: Vec<Diagnostic>,
    result: R,
    /// The lines that were written for it, as a range of those of its block.
    lines: Range<usize>,
}

/// Where a document stands: `articles/a.txt`, `articles.jsonl:7`.
#[derive(Clone)]
pub(crate) struct Place {
    file: Arc<str>,
    /// Where the file holds a document a line.
    line: Option<usize>,
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.line {
            Some(line) => write!(f, "{}:{line}", self.file),
            None => f.write_str(&self.file),
        }
    }
}

/// A document that could not be read.
struct Lost {
    place: String,
    /// Why, and what to do.
    message: String,
}

impl Lost {
    fn new(path: &Path, message: String) -> Lost {
        Lost { place: path.display().to_string(), message }
    }
}

/// What has to be known of a document before it is worked on.
#[derive(Clone, Copy)]
pub(crate) enum Need {
    /// When it was published.
    Date,
    /// All that its page tells.
    Page,
}

impl Input {
    /// Whether `path` is one of the files that are named.
    pub(crate) fn names(&self, path: &Path) -> bool {
        let whole = path.canonicalize().ok();
        whole.is_some() && self.files.iter().any(|file| file.canonicalize().ok() == whole)
    }

    /// Reads every document, applies `work` to it on all threads, and hands the results, with the place of each, to `sink` in
    /// the order of the input. What cannot be read is reported and passed over.
    pub(crate) fn each<R: Send>(
        &self,
        common: &Common,
        problems: &mut Problems,
        need: Need,
        work: impl Fn(&Document) -> R + Sync,
        mut sink: impl FnMut(&mut Problems, &Place, R) -> io::Result<()>,
    ) -> io::Result<()> {
        self.lines(
            common,
            problems,
            need,
            |document, _| work(document),
            |problems, place, result, _| sink(problems, place, result),
        )
    }

    /// The same for work that writes lines: they are handed on as they were written, from the room that the documents of
    /// a block share. The thread that brings all in order is one alone, and should have little to do for each.
    pub(crate) fn lines<R: Send>(
        &self,
        common: &Common,
        problems: &mut Problems,
        need: Need,
        work: impl Fn(&Document, &mut Vec<u8>) -> R + Sync,
        mut sink: impl FnMut(&mut Problems, &Place, R, &[u8]) -> io::Result<()>,
    ) -> io::Result<()> {
        let work = |document: Document, lines: &mut Vec<u8>| work(&document, lines);
        self.read(common, problems, need, work, |problems, outcome, lines| match outcome {
            Ok(Outcome { place, result, .. }) => sink(problems, &place, result, lines),
            Err(_) => Ok(()),
        })
    }

    /// The statements of every document, ready to be resolved.
    pub(crate) fn statements(
        &self,
        common: &Common,
        rules: &Rules,
        problems: &mut Problems,
    ) -> io::Result<resolve::Input> {
        let work = |document: &Document| timeline::extract_with(document, rules);
        self.gather(common, problems, work, |_, _, extracted| extracted)
    }

    /// The same, and the texts, which a report quotes.
    pub(crate) fn statements_and_texts(
        &self,
        common: &Common,
        rules: &Rules,
        problems: &mut Problems,
    ) -> io::Result<(resolve::Input, Texts)> {
        let mut texts = Vec::new();
        let work =
            |document: &Document| (timeline::extract_with(document, rules), document.text_as_it_came().to_owned());
        let input = self.gather(common, problems, work, |id, place, (extracted, text)| {
            let mut text = Text::new(id, &*place.file, text);
            text.file_line = place.line;
            texts.push(text);
            extracted
        })?;
        Ok((input, texts.into_iter().collect()))
    }

    fn gather<R: Send>(
        &self,
        common: &Common,
        problems: &mut Problems,
        work: impl Fn(&Document) -> R + Sync,
        mut keep: impl FnMut(&str, &Place, R) -> (Vec<Statement>, Vec<Diagnostic>),
    ) -> io::Result<resolve::Input> {
        let mut input = resolve::Input::default();
        let work = |document: Document, _: &mut Vec<u8>| (work(&document), DocumentInfo::from(document));
        self.read(common, problems, Need::Page, work, |problems, outcome, _| {
            match outcome {
                Ok(Outcome { place, diagnostics: odd, result: (result, info), .. }) => {
                    let (statements, diagnostics) = keep(&info.id, &place, result);
                    problems.diagnose(&place, &diagnostics);
                    problems.progress.statements(statements.len());
                    input.documents.push(info);
                    input.statements.extend(statements);
                    input.diagnostics.extend(odd);
                    input.diagnostics.extend(diagnostics);
                }
                // What could not be read belongs into the result too: its reader should know what is missing.
                Err(Lost { place, message }) => {
                    let severity = Severity::Error;
                    input.diagnostics.push(Diagnostic { severity, document: place, line: None, message });
                }
            }
            Ok(())
        })?;
        Ok(input)
    }

    fn read<R: Send>(
        &self,
        common: &Common,
        problems: &mut Problems,
        need: Need,
        work: impl Fn(Document, &mut Vec<u8>) -> R + Sync,
        mut sink: impl FnMut(&mut Problems, Result<Outcome<R>, Lost>, &[u8]) -> io::Result<()>,
    ) -> io::Result<()> {
        let Expanded { files, remarks } = files::expand(&self.files, common.output.file());
        for remark in remarks {
            problems.warn(&remark);
        }
        for file in files.iter().flatten().filter(|file| file.is_without_lines()) {
            problems.warn(&format!("{file}: warning: holds no lines"));
        }
        problems.progress.expect(files.iter().flatten().map(Found::size).sum());
        let blocks = files.into_iter().flat_map(blocks::of);
        let dates = Dates::new(&self.published);
        let parse = |block: Block| -> (usize, Vec<_>, Vec<u8>) {
            let size = block.size();
            let (mut outcomes, mut lines) = (Vec::new(), Vec::new());
            block.read(|read| {
                outcomes
                    .push(read.map(|(place, parsed)| self.finish(place, parsed, (need, &dates), &work, &mut lines)));
            });
            (size, outcomes, lines)
        };
        let mut ids = HashMap::new();
        let done = pipeline::map(blocks, common.threads, parse, |(size, outcomes, lines)| {
            problems.progress.advance(outcomes.len(), size);
            outcomes.into_iter().try_for_each(|outcome| {
                let outcome = outcome.and_then(|(id, outcome)| unless_seen(id, outcome, &mut ids));
                match &outcome {
                    Ok(done) => {
                        problems.took();
                        problems.diagnose(&done.place, &done.diagnostics);
                    }
                    Err(Lost { place, message }) => problems.report(&format!("{place}: {message}")),
                }
                let range = outcome.as_ref().map_or(0..0, |done| done.lines.clone());
                sink(problems, outcome, &lines[range])
            })
        });
        dates.report(problems);
        done
    }

    /// Completes the document from the command line and works on it; its text is let go, and its id is kept.
    fn finish<R>(
        &self,
        place: Place,
        parsed: Parsed,
        (need, dates): (Need, &Dates<'_>),
        work: impl Fn(Document, &mut Vec<u8>) -> R,
        lines: &mut Vec<u8>,
    ) -> (String, Outcome<R>) {
        let Parsed { mut document, diagnostics } = parsed;
        document.genre = self.genre.map(Genre::from);
        dates.settle(&mut document);
        match need {
            Need::Date => document.survey_date(dates.otherwise()),
            Need::Page => document.survey(dates.otherwise()),
        }
        dates.took(&document);
        let (id, from) = (document.id.clone(), lines.len());
        let result = work(document, lines);
        (id, Outcome { place, diagnostics, result, lines: from..lines.len() })
    }
}

#[derive(Clone, Copy, Debug, clap::ValueEnum)]
enum GenreName {
    /// The publication date
    News,
    /// The date that the text itself told last
    Narrative,
}

impl From<GenreName> for Genre {
    fn from(name: GenreName) -> Genre {
        match name {
            GenreName::News => Genre::News,
            GenreName::Narrative => Genre::Narrative,
        }
    }
}

/// Ids name documents in every output, so the second document of one name is left out.
fn unless_seen<R>(id: String, outcome: Outcome<R>, ids: &mut HashMap<String, Place>) -> Result<Outcome<R>, Lost> {
    let place = &outcome.place;
    let earlier = match ids.entry(id) {
        Entry::Vacant(unseen) => {
            unseen.insert(place.clone());
            return Ok(outcome);
        }
        Entry::Occupied(earlier) => earlier,
    };
    let message = if place.line.is_none() && place.file == earlier.get().file {
        "the file was named twice; it is read once".to_owned()
    } else {
        format!("an earlier document has the id `{}`; this one is left out, give it another", earlier.key())
    };
    Err(Lost { place: place.to_string(), message })
}

/// The timeline in a file, or in standard input for `-`; none where it holds another thing, which is reported.
pub(crate) fn timeline(path: &Path, problems: &mut Problems) -> Option<Timeline> {
    let bytes = read(path, problems)?;
    let told = |error: timeline::Error| {
        let instead = Sort::of(&bytes, Sort::Timeline).and_then(|sort| sort.instead_of(Sort::Timeline, path));
        let message = instead.unwrap_or_else(|| error.to_string());
        problems.report(&format!("{}: {message}", path.display()));
    };
    let timeline = Timeline::from_json(&bytes).map_err(told).ok()?;
    problems.took();
    Some(timeline)
}

/// The bytes of a file, or of standard input for `-`; none where it cannot be read, which is reported.
pub(crate) fn read(path: &Path, problems: &mut Problems) -> Option<Vec<u8>> {
    let mut bytes = Vec::new();
    let read = if path.as_os_str() == "-" {
        io::stdin().lock().read_to_end(&mut bytes).map(|_| bytes)
    } else {
        fs::read(path)
    };
    let bytes = read.map_err(|error| problems.report(&format!("{}: {error}", path.display()))).ok()?;
    Some(unmarked(&bytes).to_owned())
}

/// A text without the mark of its encoding, which editors set before UTF-8.
fn unmarked(bytes: &[u8]) -> &[u8] {
    bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes)
}
