//! Beginnings of a tenure without the word of who gave it: taking office, becoming, succeeding, "since".
//!
//! **Recognises** "become", "take office", "sworn in as", "assume", "succeed", "replace", "has been … since", "served
//! as … from".
//!
//! **Examples**: "Jens Hansen, 54, becomes chairman, succeeding Ana Silva"; "Silva was sworn in on Thursday"; "Hansen
//! was replaced as mayor by Ana Silva"; "Silva, treasurer since May 2001".
//!
//! **Not**: "became involved", "took over the company", "the fund replaced the council", "would become mayor if".

use crate::parse::mention::MentionKind;
use crate::statement::Kind;

use super::clause::Clause;
use super::draft::{Draft, Person};
use super::slot::{command, office, row};
use super::trigger::{Form, Frame, Trigger};
use super::{noun, serve};

pub(super) fn read(clause: &Clause<'_>, at: usize, trigger: &Trigger) -> Vec<Draft> {
    match trigger.frame {
        Frame::Noun => noun::read(clause, at, &trigger.kind, "term-start-noun"),
        Frame::Succeed => succeed(clause, at, trigger),
        Frame::Serve => serve::read(clause, at, trigger),
        _ => enter(clause, at, trigger),
    }
}

/// "Silva took office as mayor"
fn enter(clause: &Clause<'_>, at: usize, trigger: &Trigger) -> Vec<Draft> {
    let verb = clause.verb(at);
    let Some(subject) = clause.subject(verb.start) else { return Vec::new() };
    let slot = command(clause, at).or_else(|| office(clause, at + 1));
    row(clause, subject)
        .into_iter()
        .map(|person| {
            let mut draft = Draft::new(clause, at, trigger.kind.clone(), "term-start", Person::Node(person));
            draft.certainty = verb.certainty;
            let becomes = clause.words(at).to_ascii_lowercase().starts_with("bec");
            draft.shares_role = slot.is_none() && !becomes;
            draft.with_role(slot, clause.mention(person).filter(|_| !becomes))
        })
        .collect()
}

/// "Silva succeeds Hansen as mayor"; "Hansen was replaced by Ana Silva".
fn succeed(clause: &Clause<'_>, at: usize, trigger: &Trigger) -> Vec<Draft> {
    let verb = clause.verb(at);
    let replaces = trigger.word.starts_with("replac");
    if verb.passive {
        return succeeded(clause, at, verb.start, replaces)
            .into_iter()
            .map(|draft| Draft { certainty: verb.certainty, ..draft })
            .collect();
    }
    let object = clause.skip(at + 1);
    if trigger.form == Form::Gerund && !verb.auxiliary {
        return Vec::new();
    }
    let Some(predecessor) =
        clause.mention(object).filter(|m| matches!(m.kind, MentionKind::Person | MentionKind::Pronoun))
    else {
        // "succeeded to the governorship"
        let slot = office(clause, at + 1).filter(|_| clause.is_any(at + 1, &["to"]));
        let subject = clause.subject(verb.start).filter(|_| slot.is_some());
        return subject
            .map(|s| Draft::new(clause, at, Kind::TermStart, "term-start", Person::Node(s)).with_role(slot, None))
            .into_iter()
            .collect();
    };
    let slot = (object + 1..object + 3).find(|&i| clause.is_any(i, &["as", "in"])).and_then(|i| office(clause, i));
    let Some(subject) = clause.subject(verb.start) else { return Vec::new() };
    if clause.is_any(object + 1, &["with"]) {
        return replaced_with(clause, at, object);
    }
    row(clause, subject)
        .into_iter()
        .map(|person| {
            let mut draft = Draft::new(clause, at, Kind::TermStart, "term-start-succession", Person::Node(person));
            draft = draft.with_role(slot, Some(predecessor).filter(|m| !m.apposed));
            draft.certainty = verb.certainty;
            draft.weak = true;
            draft.heir_of = Some(object);
            draft.shares_role = draft.role.is_none();
            draft
        })
        .collect()
}

/// "the board replaced Hansen with Ana Silva"
fn replaced_with(clause: &Clause<'_>, at: usize, object: usize) -> Vec<Draft> {
    let successor = object + 2;
    if clause.mention(successor).is_none_or(|m| m.kind != MentionKind::Person) {
        return Vec::new();
    }
    let mut draft = Draft::new(clause, at, Kind::Appointment, "appointment-succession", Person::Node(successor));
    draft = draft.with_role(None, clause.mention(object));
    draft.heir_of = Some(object);
    draft.shares_role = draft.role.is_none();
    vec![draft]
}

/// "Hansen was replaced as mayor by Ana Silva": one leaves, one comes.
fn succeeded(clause: &Clause<'_>, at: usize, start: usize, replaces: bool) -> Vec<Draft> {
    let by =
        (at + 1..clause.nodes.len().min(at + 16)).find(|&i| clause.is_any(i, &["by"]) && clause.time(i + 1).is_none());
    let successor =
        by.map(|i| clause.skip(i + 1)).filter(|&i| clause.mention(i).is_some_and(|m| m.kind == MentionKind::Person));
    let Some(successor) = successor else { return Vec::new() };
    let slot = [at + 1, successor + 1]
        .into_iter()
        .filter(|&i| clause.is_any(i, &["as", "in"]))
        .find_map(|i| office(clause, i));
    let predecessor = clause.subject(start);
    let held = predecessor.and_then(|p| clause.mention(p));
    let mut comes = Draft::new(clause, at, Kind::TermStart, "term-start-succession", Person::Node(successor));
    comes = comes.with_role(slot, held);
    comes.weak = true;
    comes.heir_of = predecessor;
    comes.shares_role = comes.role.is_none();
    let mut drafts = Vec::new();
    if let Some(predecessor) = predecessor.filter(|_| replaces) {
        let mut leaves = Draft::new(clause, at, Kind::TermEnd, "term-end-succession", Person::Node(predecessor))
            .with_role(slot, held);
        leaves.weak = true;
        drafts.push(leaves);
    }
    drafts.push(comes);
    drafts
}
