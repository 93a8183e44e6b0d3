//! "asked Ana Silva to head a cabinet", "was asked to serve as treasurer": an appointment told by its charge.

use crate::parse::mention::MentionKind;
use crate::parse::word::Class;
use crate::statement::Kind;

use super::authority::{agent, authority};
use super::slot::office;
use crate::parse::event::clause::Clause;
use crate::parse::event::draft::{Draft, Person};

/// `asked PERSON to head a cabinet`, `PERSON was asked by the king to serve as treasurer`, from the verb of the charge on.
pub(crate) fn read(clause: &Clause<'_>, at: usize) -> Vec<Draft> {
    let Some(to) = at.checked_sub(1).filter(|&i| clause.is_any(i, &["to"])) else { return Vec::new() };
    let Some(asks) = (to.saturating_sub(6)..to).rev().find(|&i| clause.is_word(i, Class::ASKS)) else {
        return Vec::new();
    };
    let verb = clause.verb(asks);
    // "is expected to be asked to"
    if verb.start > 0 && clause.is_any(verb.start - 1, &["to"]) {
        return Vec::new();
    }
    let passive = verb.start < asks && (verb.start..asks).any(|i| clause.is(i, Class::BE));
    let named = |i: &usize| clause.mention(*i).is_some_and(|m| m.kind == MentionKind::Person);
    let subject = clause.subject(verb.start);
    let (person, by) = if passive {
        (subject.filter(named), agent(clause, asks + 1))
    } else {
        ((asks + 1..to).find(named), authority(clause, subject))
    };
    let Some(person) = person else { return Vec::new() };
    let mut draft = Draft::new(clause, at, Kind::Appointment, "appointment-asked", Person::Node(person));
    draft.by = by;
    draft.certainty = verb.certainty;
    vec![draft.with_role(office(clause, at + 1), None)]
}
