//! Appointments told by what somebody is put into: a charge.
//!
//! **Recognises** "put … in charge", "placed … in charge", active and passive.
//!
//! **Examples**: "the board put Ana Silva in charge of its mines"; "Jens Hansen was placed in charge a week later".
//!
//! **Not**: "Ana Silva, who is in charge", "the man in charge": nobody puts them there.

use crate::parse::mention::MentionKind;
use crate::parse::word::Class;
use crate::statement::Kind;

use super::authority::{agent, authority};
use super::people;
use crate::parse::event::clause::Clause;
use crate::parse::event::draft::{Draft, Person};

/// `put PERSON in charge of BODY`, `PERSON was put in charge`, from the charge on.
pub(crate) fn read(clause: &Clause<'_>, at: usize) -> Option<Draft> {
    let puts = (at.saturating_sub(5)..at).rev().find(|&i| clause.is_word(i, Class::PUTS))?;
    let verb = clause.verb(puts);
    let named =
        |&i: &usize| clause.mention(i).is_some_and(|m| matches!(m.kind, MentionKind::Person | MentionKind::Pronoun));
    let subject = clause.subject(verb.start);
    let passive = (verb.start..puts).any(|i| clause.is(i, Class::BE));
    let (person, by) = if passive {
        (people::subjects(clause, puts, verb.start).first().copied(), agent(clause, at + 1))
    } else {
        ((puts + 1..at).rev().find(named), authority(clause, subject))
    };
    let mut draft =
        Draft::new(clause, at, Kind::Appointment, "appointment-charge", Person::Node(person.filter(named)?));
    draft.by = by;
    draft.certainty = verb.certainty;
    let body = (at + 2..at + 4).find_map(|i| clause.mention(i)).filter(|_| clause.is_any(at + 1, &["of"]));
    draft.organization = body.and_then(|body| body.organization.or(body.name));
    Some(draft)
}
