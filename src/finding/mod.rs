//! What `timeline check` reports: each conflict of a timeline with its rule, the places it is about and its repair.
//!
//! A [`Finding`] is made of a [`Timeline`] and the [`Texts`] of its documents, and holds all that a report of any format
//! prints. The spans are those of the date expressions, and of the words that state a distance.

mod rule;
mod text;

use std::collections::HashMap;

use serde::Serialize;

use crate::Span;
use crate::calendar::Date;
use crate::decisions;
use crate::diagnostic::Severity;
use crate::timeline::{Change, Conflict, Entry, Source, Timeline, Words};

pub use rule::{RULES, Rule};
pub use text::{Position, Text, Texts};

/// A finding shows this many places; an event that a thousand sources tell is not shown a thousand times.
const SHOWN: usize = 12;

/// One contradiction, ready to be reported.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[non_exhaustive]
pub struct Finding {
    /// The [`Rule`] that it breaks, by its code.
    pub code: String,
    /// The conflict's id, the same from build to build.
    pub id: String,
    /// What it rests on, in short: changes when the evidence does. See [`decisions`].
    pub evidence: String,
    /// How much it matters.
    pub severity: Severity,
    /// What contradicts what.
    pub message: String,
    /// Where, what gives way first.
    pub labels: Vec<Label>,
    /// How many further places are not among the labels.
    #[serde(skip_serializing_if = "is_zero")]
    pub unshown: usize,
    /// What to do.
    pub help: String,
    /// The next best repair, and how likely it is beside the best.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub runner_up: Option<String>,
    /// Why a person decided to let it be.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub ignored: Option<String>,
}

/// A place in a text, and what is to be said of it.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[non_exhaustive]
pub struct Label {
    /// The document's id.
    pub document: String,
    /// The file that it came from.
    pub file: String,
    /// The line of the file that holds the document, where it holds one a line.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub file_line: Option<usize>,
    /// The first code point of the document's text.
    pub start: usize,
    /// One past the last code point.
    pub end: usize,
    /// Where that is in lines and columns.
    pub from: Position,
    /// One past the last column.
    pub to: Position,
    /// What to say.
    pub text: String,
    /// Whether it is what the finding is about, or else what that contradicts.
    pub primary: bool,
    /// The place in bytes.
    #[serde(skip)]
    pub span: Span,
}

/// Every conflict of `timeline`, in the order of the timeline.
pub fn findings(timeline: &Timeline, texts: &Texts) -> Vec<Finding> {
    let told = Told::new(timeline);
    timeline.conflicts.iter().map(|conflict| Finding::new(conflict, &told, texts)).collect()
}

impl Finding {
    fn new(conflict: &Conflict, told: &Told<'_>, texts: &Texts) -> Finding {
        let mut labels: Vec<Label> = labels(conflict, told, texts);
        let unshown = labels.len().saturating_sub(SHOWN);
        labels.truncate(SHOWN);
        let resolution = &conflict.resolution;
        Finding {
            code: conflict.kind.clone(),
            id: conflict.id.clone(),
            evidence: decisions::evidence_of_conflict(conflict),
            severity: conflict.severity,
            message: conflict.message.clone(),
            labels,
            unshown,
            help: help(conflict, told),
            runner_up: resolution.runner_up.as_ref().map(|runner_up| match resolution.odds() {
                Some(odds) => format!("{runner_up} ({odds})"),
                None => runner_up.clone(),
            }),
            ignored: conflict.ignored.clone(),
        }
    }

    /// Whether it makes `timeline check` fail.
    pub fn fails(&self) -> bool {
        self.severity == Severity::Error && self.ignored.is_none()
    }
}

/// What is said where and when: the entry and the source of each statement, and the day by which each document was there.
struct Told<'t> {
    statements: HashMap<&'t str, (&'t Entry, &'t Source)>,
    published: HashMap<&'t str, Date>,
}

impl<'t> Told<'t> {
    fn new(timeline: &'t Timeline) -> Told<'t> {
        let entries = timeline.entries.iter().chain(&timeline.undated);
        let sources = entries.flat_map(|entry| entry.sources.iter().map(move |source| (entry, source)));
        let published = timeline
            .documents
            .iter()
            .filter_map(|document| Some((document.id.as_str(), document.published.as_ref()?.date)));
        Told {
            statements: sources.map(|(entry, source)| (source.statement.as_str(), (entry, source))).collect(),
            published: published.collect(),
        }
    }

    fn of(&self, statement: &str) -> Option<(&'t Entry, &'t Source)> {
        self.statements.get(statement).copied()
    }

    /// Whether a source dates what it tells after its own publication.
    fn is_ahead(&self, source: &Source) -> bool {
        let published = self.published.get(source.document.as_str()).and_then(|published| published.bounds().latest);
        let first = source.read_as.and_then(|date| date.bounds().earliest);
        first.zip(published).is_some_and(|(first, published)| first > published)
    }
}

/// What gives way first, then in the order of the statements; the words that state a distance after the dates.
fn labels(conflict: &Conflict, told: &Told<'_>, texts: &Texts) -> Vec<Label> {
    let changes = &conflict.resolution.changes;
    let changed = |statement: &str| changes.iter().find(|change| change.statement == statement);
    let mut labels: Vec<Label> = Vec::new();
    for statement in &conflict.statements {
        let Some((entry, source)) = told.of(statement) else { continue };
        let change = changed(statement);
        let text = match (change, source.read_as) {
            (Some(change), _) => format!("{}: {}", entry.kind, repaired(change)),
            (None, Some(date)) => match &source.anchor {
                Some(anchor) => format!("{}: {date}, counted from {anchor}", entry.kind),
                None => format!("{}: {date}", entry.kind),
            },
            (None, None) => format!("{}: no date", entry.kind),
        };
        // A date that stands though its own document appeared before it is what that finding is about.
        let is_primary =
            change.is_some() || changes.is_empty() && conflict.kind == "publication" && told.is_ahead(source);
        labels.extend(texts.label(&source.document, |document| when(document, source), text, is_primary));
    }
    let noted = changes.is_empty();
    for Words { document, start, end, text } in &conflict.words {
        let span = |document: &Text| Span::new(document.byte(*start), document.byte(*end.max(start)));
        labels.extend(texts.label(document, span, format!("“{text}” is said here"), noted));
    }
    // Where no single place gives way, all are what it is about.
    if !labels.iter().any(|label| label.primary) {
        labels.iter_mut().for_each(|label| label.primary = true);
    }
    labels.sort_by_key(|label| !label.primary);
    labels.dedup_by(|a, b| (&a.document, a.span, &a.text) == (&b.document, b.span, &b.text));
    labels
}

/// The date expression of a statement, or all of the statement where it has none.
fn when(document: &Text, source: &Source) -> Span {
    let all = Span::new(document.byte(source.start), document.byte(source.end.max(source.start)));
    if let (Some(start), Some(end)) = (source.date_start, source.date_end) {
        return Span::new(document.byte(start), document.byte(end.max(start)));
    }
    let Some(date_text) = source.date_text.as_deref().filter(|text| !text.is_empty()) else { return all };
    let within = |span: Span| {
        span.of(&document.text).find(date_text).map(|at| Span::new(span.start + at, span.start + at + date_text.len()))
    };
    // The statement may be less than its sentence, and the date stand elsewhere in that.
    let sentence = || {
        let reach = source.quote.len();
        let from = document.ceil(all.start.saturating_sub(reach));
        let around = Span::new(from, document.ceil(all.end + reach));
        let at = from + around.of(&document.text).find(&source.quote)?;
        within(Span::new(at, at + reach))
    };
    within(all).or_else(sentence).unwrap_or(all)
}

fn repaired(Change { from, to, slip, .. }: &Change) -> String {
    match to {
        Some(to) => format!("{from} as written; {to} fits, {slip}"),
        None => format!("{from} does not fit"),
    }
}

fn help(conflict: &Conflict, told: &Told<'_>) -> String {
    let resolution = &conflict.resolution;
    let place = |change: &Change| told.of(&change.statement).map(|(_, source)| source.document.as_str());
    let changes = resolution.changes.iter().map(|change| {
        let document = place(change).map(|document| format!(" in {document}")).unwrap_or_default();
        match change.to {
            Some(to) => format!("read {to} for {}{document} ({})", change.from, change.slip),
            None => format!("set {}{document} aside", change.from),
        }
    });
    let changes: Vec<String> = changes.collect();
    match resolution.status.as_str() {
        "unresolved" => {
            let nearest =
                if changes.is_empty() { String::new() } else { format!("; nearest is to {}", changes.join(" and ")) };
            format!("left open{nearest}. {}{}", resolution.because, decide(conflict, told))
        }
        _ if changes.is_empty() => resolution.because.clone(),
        _ => format!("{}. {}", changes.join(" and "), resolution.because),
    }
}

/// The line by which a person decides what was left open.
fn decide(conflict: &Conflict, told: &Told<'_>) -> String {
    let changes = conflict.resolution.changes.iter().map(|change| &change.statement);
    // A statement keeps its id when further documents are read; that of its entry may go.
    let found = changes.chain(&conflict.statements).find_map(|statement| Some((statement, told.of(statement)?.0)));
    let line = found.map(|(statement, entry)| {
        format!(" To decide: date {statement}@{} DATE because …", decisions::evidence_of_entry(entry))
    });
    line.unwrap_or_default()
}

fn is_zero(count: &usize) -> bool {
    *count == 0
}

#[cfg(test)]
mod tests;
