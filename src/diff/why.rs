//! Why an entry is not what it was: what is new beside it, in sentences.

use std::collections::HashMap;

use crate::timeline::{Conflict, Entry, Source};

/// Conflicts by their ids.
pub(super) type Conflicts<'t> = HashMap<&'t str, &'t Conflict>;

/// What speaks for the new state of an entry that did not speak before.
pub(super) fn of((old, was): (&Conflicts<'_>, &Entry), (new, is): (&Conflicts<'_>, &Entry)) -> Vec<String> {
    let new_words = is.derivation.iter().filter(|sentence| !was.derivation.contains(sentence));
    let mut reasons: Vec<String> = new_words.filter(|sentence| sentence.contains(" by decision (")).cloned().collect();

    let (before, after) = (by_statement(was), by_statement(is));
    for source in &is.sources {
        match before.get(source.statement.as_str()) {
            None => reasons.push(format!("New evidence: {}.", told(source))),
            Some(before) if before.read_as != source.read_as => {
                reasons.push(format!("Read otherwise: {}, before: {}.", told(source), told(before)));
            }
            Some(_) => {}
        }
    }
    let gone = was.sources.iter().filter(|source| !after.contains_key(source.statement.as_str()));
    reasons.extend(gone.map(|source| format!("Evidence gone: {}.", told(source))));

    for id in &is.conflicts {
        let Some(Conflict { message, resolution, .. }) = new.get(id.as_str()) else { continue };
        let status = match old.get(id.as_str()).filter(|_| was.conflicts.contains(id)) {
            None => resolution.status.clone(),
            Some(was) if was.resolution != *resolution => {
                format!("{}, before {}", resolution.status, was.resolution.status)
            }
            Some(_) => continue,
        };
        reasons.push(format!("Contradiction {status}: {message} {}", resolution.because));
    }
    let gone = was.conflicts.iter().filter(|id| !is.conflicts.contains(id));
    let gone = gone.filter_map(|id| old.get(id.as_str()));
    reasons.extend(gone.map(|conflict| format!("Contradiction gone: {}", conflict.message)));
    if reasons.is_empty() {
        reasons.push("The evidence is the same; it is weighed otherwise, or beside other entries.".to_owned());
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
