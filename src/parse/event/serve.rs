//! Both ends of a tenure: "served as mayor from 1991 to 1993", "was consul until May", "treasurer since 2001".

use crate::parse::mention::MentionKind;
use crate::parse::word::Class;
use crate::statement::Kind;

use super::clause::Clause;
use super::draft::{Draft, Person, Slot, When};
use super::slot::office;
use super::trigger::Trigger;

pub(super) fn read(clause: &Clause<'_>, at: usize, trigger: &Trigger) -> Vec<Draft> {
    match &*trigger.word {
        "since" => beside(clause, at, Kind::TermStart),
        "until" | "till" => beside(clause, at, Kind::TermEnd),
        _ => served(clause, at),
    }
}

/// "served as mayor of Lima from 1991 to 1993"
fn served(clause: &Clause<'_>, at: usize) -> Vec<Draft> {
    let verb = clause.verb(at);
    let Some(slot) = office(clause, at + 1) else { return Vec::new() };
    let Some(subject) = clause.subject(verb.start) else { return Vec::new() };
    bounds(clause, slot.end)
        .into_iter()
        .map(|(kind, time)| {
            let mut draft = Draft::new(clause, at, kind, "tenure", Person::Node(subject)).with_role(Some(slot), None);
            draft.when = When::Time(time);
            draft.certainty = verb.certainty;
            draft
        })
        .collect()
}

/// The times of a tenure that stand after the node `at`.
pub(super) fn bounds(clause: &Clause<'_>, at: usize) -> Vec<(Kind, usize)> {
    let mut found = Vec::new();
    let mut i = at;
    while i < clause.nodes.len().min(at + 12) {
        if clause.is_mark(i, b';') || clause.is(i, Class::RELATIVE) {
            break;
        }
        let kind = if clause.is_any(i, &["from", "since"]) || clause.is_mark(i, b'(') {
            Some(Kind::TermStart)
        } else if clause.is_any(i, &["to", "until", "till", "through"]) || clause.is_mark(i, b'-') {
            Some(Kind::TermEnd)
        } else {
            None
        };
        if let (Some(kind), Some(time)) = (kind, clause.time(i + 1)) {
            found.push((kind, time));
            i += 1;
        }
        i += 1;
    }
    found
}

/// "since May 2001" beside an office: of an apposition ("Ana Silva, treasurer since") or of "has been".
fn beside(clause: &Clause<'_>, at: usize, kind: Kind) -> Vec<Draft> {
    let Some(time) = clause.time(at + 1) else { return Vec::new() };
    let Some((person, slot)) = holder(clause, at) else { return Vec::new() };
    let mut draft = Draft::new(clause, at, kind, "tenure-bound", Person::Node(person)).with_role(slot, None);
    draft.when = When::Time(time);
    draft.needs_role = true;
    vec![draft]
}

/// Who holds the office that stands before "since" at `at`.
fn holder(clause: &Clause<'_>, at: usize) -> Option<(usize, Option<Slot>)> {
    let before = (at.saturating_sub(8)..at).rev().find(|&i| clause.mention(i).is_some_and(|m| m.role.is_some()))?;
    let plain = (before + 1..at).all(|i| {
        clause.time(i).is_none()
            && !clause.is_mark(i, b',')
            && clause.mention(i).is_none_or(|m| m.kind == MentionKind::Body)
    });
    let mention = clause.mention(before).filter(|_| plain)?;
    let slot = Slot { role: mention.role, organization: mention.organization, end: at, shares_role: false };
    if mention.name.is_some() {
        return mention.apposed.then_some((before, Some(slot)));
    }
    // "has been", "was", "remained", "served as", "stayed as" before the office
    let verb = (before.saturating_sub(5)..before).rev().find(|&i| {
        clause.is(i, Class::BE)
            || clause.is_any(i, HOLDS)
            || clause.trigger(i).is_some_and(|t| t.word.starts_with("serv"))
    })?;
    let start = clause.verb(verb).start;
    Some((clause.subject(start)?, Some(slot)))
}

/// Verbs of holding an office, beside "be" and "serve".
const HOLDS: &[&str] = &["remained", "remains", "stayed", "held", "holds", "continued", "acted", "worked"];
