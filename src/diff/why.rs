//! Why an entry is not what it was: what is new beside it, in sentences.
//!
//! A change is told once: contradictions by their ids, as their own lists have their words; entries that an entry was merged
//! from or split into not at all. Evidence is gone only where the new timeline does not have it: what stands elsewhere now,
//! or says another date in its document, is told so.

use std::collections::HashMap;

use crate::timeline::{Conflict, Entry, Source, Timeline};

/// What an old or a new timeline has, by id.
pub(super) struct Side<'t> {
    conflicts: HashMap<&'t str, &'t Conflict>,
    /// By statement, the entry that it is of.
    entries: HashMap<&'t str, &'t Entry>,
}

impl<'t> Side<'t> {
    pub(super) fn new(timeline: &'t Timeline, entries: &[&'t Entry]) -> Side<'t> {
        let of_entry = |&entry: &&'t Entry| entry.sources.iter().map(move |source| (source.statement.as_str(), entry));
        Side {
            conflicts: timeline.conflicts.iter().map(|conflict| (conflict.id.as_str(), conflict)).collect(),
            entries: entries.iter().flat_map(of_entry).filter(|(statement, _)| !statement.is_empty()).collect(),
        }
    }

    /// The entry other than `entry`, and than those of `named`, that a source is of.
    fn elsewhere(&self, source: &Source, entry: &Entry, named: &[&str]) -> Elsewhere<'t> {
        match self.entries.get(source.statement.as_str()) {
            Some(other) if named.contains(&other.id.as_str()) => Elsewhere::Named,
            Some(other) if other.id != entry.id => Elsewhere::Entry(other),
            _ => Elsewhere::Nowhere,
        }
    }
}

enum Elsewhere<'t> {
    Nowhere,
    Entry(&'t Entry),
    /// In an entry that is told of with this one.
    Named,
}

/// An entry in one of the timelines.
pub(super) type In<'s, 't> = (&'s Side<'t>, &'t Entry);

/// What speaks for the new state of an entry that did not speak before. `same` has the old ids of contradictions by the new;
/// `named` the entries that it was merged from or split into.
pub(super) fn of(
    (old, was): In<'_, '_>,
    (new, is): In<'_, '_>,
    same: &HashMap<String, String>,
    named: &[&str],
) -> Vec<String> {
    let new_words = is.derivation.iter().filter(|sentence| !was.derivation.contains(sentence));
    let mut reasons: Vec<String> = new_words.filter(|sentence| sentence.contains(" by decision (")).cloned().collect();
    reasons.extend(evidence((old, was), (new, is), named));
    for id in &is.conflicts {
        let Some(Conflict { resolution, .. }) = new.conflicts.get(id.as_str()) else { continue };
        let before = same.get(id).filter(|id| was.conflicts.contains(id)).and_then(|id| old.conflicts.get(id.as_str()));
        let status = match before {
            None => resolution.status.clone(),
            Some(was) if was.resolution != *resolution => {
                format!("{}, before {}", resolution.status, was.resolution.status)
            }
            Some(_) => continue,
        };
        reasons.push(format!("Contradiction {status} ({id})."));
    }
    let goes_on = |id: &String| is.conflicts.iter().any(|new| same.get(new) == Some(id));
    let gone = was.conflicts.iter().filter(|id| !goes_on(id) && old.conflicts.contains_key(id.as_str()));
    reasons.extend(gone.map(|id| format!("Contradiction gone ({id}).")));
    if reasons.is_empty() {
        reasons.push("The evidence is the same; it is weighed otherwise, or beside other entries.".to_owned());
    }
    reasons
}

/// What became of the sources.
fn evidence((old, was): In<'_, '_>, (new, is): In<'_, '_>, named: &[&str]) -> Vec<String> {
    let (before, after) = (by_statement(was), by_statement(is));
    let mut gone: Vec<&Source> =
        was.sources.iter().filter(|source| !after.contains_key(source.statement.as_str())).collect();
    let mut reasons = Vec::new();
    for source in &is.sources {
        if let Some(before) = before.get(source.statement.as_str()) {
            if before.read_as != source.read_as {
                reasons.push(format!("Read otherwise: {}, before: {}.", told(source), told(before)));
            }
            continue;
        }
        match old.elsewhere(source, was, named) {
            Elsewhere::Named => continue,
            Elsewhere::Entry(other) => {
                reasons.push(format!("Taken in: {}, before of {} ({}).", told(source), other.title, other.id));
                continue;
            }
            Elsewhere::Nowhere => {}
        }
        // An edited sentence is another statement.
        let edited = gone.iter().position(|gone| {
            gone.document == source.document && matches!(new.elsewhere(gone, is, &[]), Elsewhere::Nowhere)
        });
        match edited.map(|at| gone.remove(at)) {
            Some(before) if before.read_as == source.read_as => {}
            Some(before) => reasons.push(format!("Now {}, before: {}.", told(source), told(before))),
            None => reasons.push(format!("New evidence: {}.", told(source))),
        }
    }
    for source in gone {
        match new.elsewhere(source, is, named) {
            Elsewhere::Named => {}
            Elsewhere::Entry(other) => {
                reasons.push(format!("Let go: {}, now of {} ({}).", told(source), other.title, other.id));
            }
            Elsewhere::Nowhere => reasons.push(format!("Evidence gone: {}.", told(source))),
        }
    }
    reasons
}

/// The sources of `one` that `other` does not have, in words.
pub(super) fn left(one: &Entry, other: &Entry) -> Option<String> {
    let known = by_statement(other);
    let same =
        |source: &&Source| known.get(source.statement.as_str()).is_some_and(|twin| twin.read_as == source.read_as);
    let left: Vec<String> = one.sources.iter().filter(|source| !same(source)).map(told).collect();
    (!left.is_empty()).then(|| left.join("; "))
}

fn by_statement(entry: &Entry) -> HashMap<&str, &Source> {
    entry.sources.iter().map(|source| (source.statement.as_str(), source)).collect()
}

/// “May 5” as 2019-05-05 in wire-0506
fn told(source: &Source) -> String {
    let Source { document, date_text, read_as, .. } = source;
    match (date_text, read_as) {
        (Some(text), Some(date)) if *text != date.to_string() => format!("“{text}” as {date} in {document}"),
        (_, Some(date)) => format!("{date} in {document}"),
        (_, None) => format!("no date in {document}"),
    }
}
