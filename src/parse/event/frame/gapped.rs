//! Those of whom a verb is told without being said again: "was named consul and Ana Silva envoy".
//!
//! **Recognises** a person with an office, behind "and", "while", "along with", a comma or a semicolon that follows the
//! office of the one before.
//!
//! **Examples**: "resigned as mayor on Tuesday and Ole Lie as treasurer"; "was confirmed as finance minister, along with
//! Ana Silva as minister of health, Ole Lie as minister of justice".
//!
//! **Not**: "was named consul, and Mayor Ana Silva praised him"; "and Ana Silva, the envoy, left".

use crate::parse::mention::MentionKind;
use crate::parse::word::{Class, Shape};

use super::slot::office;
use crate::parse::event::clause::Clause;
use crate::parse::event::draft::{Draft, Person, Slot};

/// What the verb that tells `drafts` tells of others behind them.
pub(crate) fn further(clause: &Clause<'_>, drafts: &[Draft]) -> Vec<Draft> {
    let Some(first) = drafts.iter().filter(|draft| draft.role.is_some()).max_by_key(|draft| draft.role) else {
        return Vec::new();
    };
    let end = first.role.map_or(0, |role| role.end);
    // Most offices end a clause.
    let mut at = clause.nodes.partition_point(|node| node.span.start < end);
    let mut found = Vec::new();
    while let Some((person, slot)) = next(clause, clause.skip(at)) {
        // "was named consul and Ana Silva envoy on May 4" dates both.
        let parted = (first.at..person).any(|i| clause.time(i).is_some());
        let own = parted && (slot.end..slot.end + 3).any(|i| clause.time(i).is_some());
        let draft = Draft { at: if own { person } else { first.at }, person: Person::Node(person), ..first.clone() };
        let draft = Draft { role: None, organization: None, heir_of: None, shares_role: false, ..draft };
        found.push(draft.with_role(Some(slot), None));
        at = slot.end;
    }
    found
}

/// The person and the office that follow what joins them to those before at `at`.
fn next(clause: &Clause<'_>, at: usize) -> Option<(usize, Slot)> {
    let comma = usize::from(clause.is_mark(at, b',') || clause.is_mark(at, b';'));
    let lead = at + comma;
    let along = clause.is_any(lead, &["along", "together"]) && clause.is_any(lead + 1, &["with"]);
    let joined = if along { 2 } else { usize::from(clause.is_any(lead, &["and", "while"])) };
    let person = lead + joined;
    if comma + joined == 0 || clause.mention(person)?.kind != MentionKind::Person {
        return None;
    }
    clause.mention(person)?.name?;
    let led = clause.is_any(person + 1, &["as"]) || joined > 0 && clause.is_any(person + 1, &["to"]);
    let named = clause.mention(person + 1).filter(|m| m.kind == MentionKind::Role && !m.definite && !m.former);
    let slot = if led {
        office(clause, person + 1).filter(|slot| slot.role.is_some() && slot.end <= person + 7)?
    } else {
        let named = named.filter(|_| joined > 0)?;
        Slot::of(named, person + 2)
    };
    let closed = clause.nodes.get(slot.end).is_none_or(|next| {
        matches!(next.token.shape, Shape::Mark(_)) || next.token.is(CLOSES) || clause.time(slot.end).is_some()
    });
    closed.then_some((person, slot))
}

const CLOSES: Class = Class::PREPOSITION.and(Class::CONJUNCTION);
