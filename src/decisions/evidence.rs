//! What a decision was made on, in eight hexadecimal digits that change with it.

use crate::calendar::Date;
use crate::digest::Digest;
use crate::timeline::{Conflict, Entry};

/// The evidence of an entry: what its sources say, whatever is concluded from it.
pub fn evidence_of_entry(entry: &Entry) -> String {
    evidence_of(entry.sources.iter().map(|source| (source.document.as_str(), source.quote.as_str(), source.read_as)))
}

/// The evidence of a conflict: what contradicts what, and how that was settled.
pub fn evidence_of_conflict(conflict: &Conflict) -> String {
    let changed = conflict.resolution.changed.as_deref().unwrap_or_default();
    // An id follows from what its statement says; in which order the documents came tells nothing.
    let mut statements: Vec<&str> = conflict.statements.iter().map(String::as_str).collect();
    statements.sort_unstable();
    let told = statements.into_iter().fold(Digest::new(), Digest::with);
    told.with(&conflict.resolution.status).with(changed).short()
}

/// From document, sentence and date of each statement. Their order tells nothing.
pub(crate) fn evidence_of<'s>(told: impl Iterator<Item = (&'s str, &'s str, Option<Date>)>) -> String {
    let mut told: Vec<(&str, &str, String)> = told
        .map(|(document, quote, date)| (document, quote, date.map(|date| date.to_string()).unwrap_or_default()))
        .collect();
    told.sort_unstable();
    told.iter().fold(Digest::new(), |hash, (document, quote, date)| hash.with(document).with(quote).with(date)).short()
}
