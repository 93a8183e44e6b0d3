//! Why an entry is not what it was: what is new beside it, in sentences.

use crate::timeline::{Conflict, Entry, Source, Timeline};

/// What speaks for the new state of an entry that did not speak before.
pub(super) fn of((old, was): (&Timeline, &Entry), (new, is): (&Timeline, &Entry)) -> Vec<String> {
    let mut reasons: Vec<String> = is
        .derivation
        .iter()
        .filter(|sentence| sentence.contains(" by decision (") && !was.derivation.contains(sentence))
        .cloned()
        .collect();
    let twin = |entry: &Entry, source: &Source| {
        entry.sources.iter().find(|other| other.statement == source.statement).cloned()
    };
    for source in &is.sources {
        match twin(was, source) {
            None => reasons.push(format!("New evidence: {}.", told(source))),
            Some(before) if before.read_as != source.read_as => {
                reasons.push(format!("Read otherwise: {}, before: {}.", told(source), told(&before)));
            }
            Some(_) => {}
        }
    }
    let gone = was.sources.iter().filter(|source| twin(is, source).is_none());
    reasons.extend(gone.map(|source| format!("Evidence gone: {}.", told(source))));

    let (before, after) = (conflicts(old, was), conflicts(new, is));
    for conflict in &after {
        let resolution = &conflict.resolution;
        match before.iter().find(|old| old.id == conflict.id) {
            None => reasons
                .push(format!("Contradiction {}: {} {}", resolution.status, conflict.message, resolution.because)),
            Some(was) if was.resolution != *resolution => reasons.push(format!(
                "Contradiction {}, before {}: {} {}",
                resolution.status, was.resolution.status, conflict.message, resolution.because
            )),
            Some(_) => {}
        }
    }
    let gone = before.iter().filter(|old| !after.iter().any(|conflict| conflict.id == old.id));
    reasons.extend(gone.map(|conflict| format!("Contradiction gone: {}", conflict.message)));
    if reasons.is_empty() {
        reasons.push("The evidence is the same; it is weighed otherwise, or beside other entries.".to_owned());
    }
    reasons
}

/// The sources of `one` that `other` does not have, in words.
pub(super) fn left(one: &Entry, other: &Entry) -> Option<String> {
    let known = |source: &&Source| {
        other.sources.iter().any(|twin| twin.statement == source.statement && twin.read_as == source.read_as)
    };
    let left: Vec<String> = one.sources.iter().filter(|source| !known(source)).map(told).collect();
    (!left.is_empty()).then(|| left.join("; "))
}

fn conflicts<'t>(timeline: &'t Timeline, entry: &Entry) -> Vec<&'t Conflict> {
    timeline.conflicts.iter().filter(|conflict| entry.conflicts.contains(&conflict.id)).collect()
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
