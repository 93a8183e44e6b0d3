//! What changed from one timeline to the next, and why.
//!
//! Entries are matched by their ids and statements, then by what they say (`pair`); the reasons for a new date come
//! from what is new beside it (`why`). Confidence and wording of derivations are no difference.

mod pair;
mod why;

use std::collections::{BTreeSet, HashMap};

use serde::Serialize;

use crate::calendar::Date;
use crate::diff::pair::Pairs;
use crate::diff::why::Side;
use crate::timeline::{Conflict, Entry, Timeline};

/// Names the shape of the JSON.
pub const SCHEMA: &str = "timeline-diff/1";

/// Everything that differs between two timelines, each change once: an entry that several became is not told as moved as
/// well. Each list is in the order of the timeline.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[non_exhaustive]
pub struct Difference {
    /// [`SCHEMA`].
    pub schema: &'static str,
    /// Ids of documents that are new.
    pub documents_added: Vec<String>,
    /// Ids of documents that are gone.
    pub documents_removed: Vec<String>,
    /// Entries that are new.
    pub added: Vec<Named>,
    /// Entries that are gone.
    pub removed: Vec<Named>,
    /// Entries with another date.
    pub moved: Vec<Moved>,
    /// Entries that several became.
    pub merged: Vec<Merged>,
    /// Entries that became several.
    pub split: Vec<Split>,
    /// Entries of which something other than the date changed.
    pub revised: Vec<Revised>,
    /// Contradictions that are new.
    pub conflicts_new: Vec<Contradiction>,
    /// Contradictions that are gone.
    pub conflicts_gone: Vec<Contradiction>,
    /// Contradictions that are settled otherwise.
    pub conflicts_changed: Vec<Resettled>,
}

/// An entry in short.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[allow(missing_docs)]
#[non_exhaustive]
pub struct Named {
    pub id: String,
    pub date: Option<Date>,
    pub title: String,
    /// The documents that tell it.
    pub documents: Vec<String>,
}

/// An entry with another date.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[allow(missing_docs)]
#[non_exhaustive]
pub struct Moved {
    pub id: String,
    /// The id that it had, where that was another.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub was: Option<String>,
    pub title: String,
    pub from: Option<Date>,
    pub to: Option<Date>,
    /// What speaks for the new date that did not before, in sentences.
    pub because: Vec<String>,
}

/// Entries that became one.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[allow(missing_docs)]
#[non_exhaustive]
pub struct Merged {
    pub into: Named,
    pub of: Vec<Named>,
    pub because: Vec<String>,
}

/// An entry that became several.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[allow(missing_docs)]
#[non_exhaustive]
pub struct Split {
    pub of: Named,
    pub into: Vec<Named>,
    pub because: Vec<String>,
}

/// What changes of an entry that its new date, its merging or its split does not tell.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[allow(missing_docs)]
#[non_exhaustive]
pub struct Revised {
    pub id: String,
    /// The id that it had, where that was another.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub was: Option<String>,
    pub title: String,
    pub fields: Vec<Field>,
}

/// A field of an entry before and after; a list of sources by what joined and what left.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[allow(missing_docs)]
#[non_exhaustive]
pub struct Field {
    pub name: &'static str,
    pub from: Option<String>,
    pub to: Option<String>,
}

/// A conflict in short.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[allow(missing_docs)]
#[non_exhaustive]
pub struct Contradiction {
    pub id: String,
    pub kind: String,
    pub status: String,
    pub message: String,
}

/// A conflict that is settled otherwise than before.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[allow(missing_docs)]
#[non_exhaustive]
pub struct Resettled {
    pub id: String,
    /// The id that it had, where that was another.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub was: Option<String>,
    pub kind: String,
    pub message: String,
    /// `unresolved`, or `repaired: 1922 to 1923`.
    pub from: String,
    pub to: String,
}

/// What changed from `old` to `new`.
pub fn compare(old: &Timeline, new: &Timeline) -> Difference {
    let (before, after) = (entries(old), entries(new));
    let pairs = Pairs::new(&before, &after);
    let (side_before, side_after) = (Side::new(old, &before), Side::new(new, &after));
    let mut difference = Difference {
        schema: SCHEMA,
        documents_added: missing(new, old),
        documents_removed: missing(old, new),
        added: pairs.added.iter().map(|&at| after[at].into()).collect(),
        removed: pairs.removed.iter().map(|&at| before[at].into()).collect(),
        moved: Vec::new(),
        merged: Vec::new(),
        split: Vec::new(),
        revised: Vec::new(),
        conflicts_new: Vec::new(),
        conflicts_gone: Vec::new(),
        conflicts_changed: Vec::new(),
    };
    let same = conflicts(old, new, &mut difference);
    for (at, &entry) in after.iter().enumerate() {
        let Some(&was) = pairs.old_of.get(&at) else { continue };
        let was = before[was];
        let joined: Vec<&Entry> = pairs.joined.get(&at).into_iter().flatten().map(|&at| before[at]).collect();
        let parts: Vec<&Entry> = pairs.parted.get(&at).into_iter().flatten().map(|&at| after[at]).collect();
        let named: Vec<&str> = joined.iter().chain(&parts).map(|other| other.id.as_str()).collect();
        let because = || why::of((&side_before, was), (&side_after, entry), &same, &named);
        let id = || (entry.id.clone(), (was.id != entry.id).then(|| was.id.clone()));
        if !joined.is_empty() {
            let of = std::iter::once(was).chain(joined.iter().copied()).map(Named::from).collect();
            difference.merged.push(Merged { into: entry.into(), of, because: because() });
        }
        if !parts.is_empty() {
            let into = std::iter::once(entry).chain(parts.iter().copied()).map(Named::from).collect();
            difference.split.push(Split { of: was.into(), into, because: because() });
        }
        let is_other = !named.is_empty();
        if was.date != entry.date && !is_other {
            let ((id, was_id), title) = (id(), entry.title.clone());
            difference.moved.push(Moved { id, was: was_id, title, from: was.date, to: entry.date, because: because() });
        }
        let fields = fields(was, entry, is_other);
        let (id, was_id) = id();
        if !fields.is_empty() || was_id.is_some() && was.date == entry.date && !is_other {
            difference.revised.push(Revised { id, was: was_id, title: entry.title.clone(), fields });
        }
    }
    difference
}

impl Difference {
    /// Whether nothing differs.
    pub fn is_empty(&self) -> bool {
        let Difference { documents_added, documents_removed, added, removed, moved, merged, split, revised, .. } = self;
        let entries = moved.is_empty() && merged.is_empty() && split.is_empty() && revised.is_empty();
        let conflicts =
            self.conflicts_new.is_empty() && self.conflicts_gone.is_empty() && self.conflicts_changed.is_empty();
        let documents = documents_added.is_empty() && documents_removed.is_empty();
        documents && added.is_empty() && removed.is_empty() && entries && conflicts
    }
}

fn entries(timeline: &Timeline) -> Vec<&Entry> {
    timeline.entries.iter().chain(&timeline.undated).collect()
}

/// The documents of `one` that `other` does not have.
fn missing(one: &Timeline, other: &Timeline) -> Vec<String> {
    let known: BTreeSet<&str> = other.documents.iter().map(|document| document.id.as_str()).collect();
    let ids = one.documents.iter().map(|document| &document.id);
    ids.filter(|id| !known.contains(id.as_str())).cloned().collect()
}

impl From<&Entry> for Named {
    fn from(entry: &Entry) -> Named {
        let documents: BTreeSet<&String> = entry.sources.iter().map(|source| &source.document).collect();
        Named {
            id: entry.id.clone(),
            date: entry.date,
            title: entry.title.clone(),
            documents: documents.into_iter().cloned().collect(),
        }
    }
}

/// What of an entry's fields changed that is not told of it elsewhere; `is_other` says that it was merged or split.
fn fields(old: &Entry, new: &Entry, is_other: bool) -> Vec<Field> {
    let date = |date: Option<Date>| date.map(|date| date.to_string());
    let text = |text: &str| Some(text.to_owned());
    let mut fields = vec![
        Field { name: "kind", from: text(old.kind.as_str()), to: text(new.kind.as_str()) },
        Field { name: "title", from: text(&old.title), to: text(&new.title) },
        Field { name: "person", from: old.person.clone(), to: new.person.clone() },
        Field { name: "role", from: old.role.clone(), to: new.role.clone() },
        Field { name: "organization", from: old.organization.clone(), to: new.organization.clone() },
        Field { name: "by", from: old.by.clone(), to: new.by.clone() },
        Field { name: "place", from: old.place.clone(), to: new.place.clone() },
    ];
    // Another date has other sources and other bounds; that is told once.
    if old.date == new.date && !is_other {
        fields.push(Field { name: "sources", from: why::left(old, new), to: why::left(new, old) });
        fields.push(Field { name: "earliest", from: date(old.earliest), to: date(new.earliest) });
        fields.push(Field { name: "latest", from: date(old.latest), to: date(new.latest) });
    }
    fields.retain(|field| field.from != field.to);
    fields
}

/// A conflict is the one of its id; else one of its kind that shares a statement, as a further statement gives it
/// another id. Gives back the old ids by the new.
fn conflicts(old: &Timeline, new: &Timeline, difference: &mut Difference) -> HashMap<String, String> {
    let mut left: BTreeSet<usize> = (0..old.conflicts.len()).collect();
    let mut known: HashMap<(&str, &str), Vec<usize>> = HashMap::new();
    for (at, conflict) in old.conflicts.iter().enumerate() {
        for id in conflict.statements.iter().chain([&conflict.id]) {
            known.entry((&conflict.kind, id)).or_default().push(at);
        }
    }
    let mut fresh = Vec::new();
    let mut pair = |conflict: &Conflict, ids: &[String]| {
        let candidates = ids.iter().filter_map(|id| known.get(&(conflict.kind.as_str(), id.as_str()))).flatten();
        let was = candidates.copied().find(|at| left.contains(at))?;
        left.remove(&was);
        Some(&old.conflicts[was])
    };
    let mut same = HashMap::new();
    let mut resettled = |was: &Conflict, conflict: &Conflict| {
        same.insert(conflict.id.clone(), was.id.clone());
        let (from, to) = (settled(was), settled(conflict));
        if from != to {
            let Conflict { id, kind, message, .. } = conflict.clone();
            let was = (was.id != id).then(|| was.id.clone());
            difference.conflicts_changed.push(Resettled { id, was, kind, message, from, to });
        }
    };
    for conflict in &new.conflicts {
        match pair(conflict, std::slice::from_ref(&conflict.id)) {
            Some(was) => resettled(was, conflict),
            None => fresh.push(conflict),
        }
    }
    for conflict in fresh {
        match pair(conflict, &conflict.statements) {
            Some(was) => resettled(was, conflict),
            None => difference.conflicts_new.push(conflict.into()),
        }
    }
    difference.conflicts_gone = left.into_iter().map(|at| (&old.conflicts[at]).into()).collect();
    same
}

/// How a conflict is settled, in short.
fn settled(conflict: &Conflict) -> String {
    let ignored = conflict.ignored.as_ref().map(|reason| format!("; let be: {reason}")).unwrap_or_default();
    match &conflict.resolution.changed {
        Some(changed) => format!("{}: {changed}{ignored}", conflict.resolution.status),
        None => format!("{}{ignored}", conflict.resolution.status),
    }
}

impl From<&Conflict> for Contradiction {
    fn from(conflict: &Conflict) -> Contradiction {
        Contradiction {
            id: conflict.id.clone(),
            kind: conflict.kind.clone(),
            status: conflict.resolution.status.clone(),
            message: conflict.message.clone(),
        }
    }
}

#[cfg(test)]
mod tests;
