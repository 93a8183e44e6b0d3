//! Verbs whose particle stands behind the object: who is brought in to an office or driven out of it.
//!
//! **Recognises** "bring", "draft", "force", "drive", "vote" and their like before a person, and "in as", "out as", "out of
//! office" behind: the particle is the trigger, for the verb alone says too little; "announced", "introduced" before a person
//! and "as its new" behind.
//!
//! **Examples**: "the board brought Ana Silva in as director on 4 May"; "voters drove Jens Hansen out of office"; "Acme
//! introduced Ole Lie as its new treasurer".
//!
//! **Not**: "scored twice in as many games", "the fog drove the ship out of port".

use crate::parse::mention::MentionKind;
use crate::parse::word::Class;

use super::authority::authority;
use super::slot::office;
use crate::parse::event::clause::Clause;
use crate::parse::event::draft::{Draft, Person};
use crate::parse::event::kind::term_start;
use crate::parse::event::trigger::Trigger;
use crate::statement::Kind;

/// `VERB PERSON out as OFFICE`, from the particle on.
pub(crate) fn read(clause: &Clause<'_>, at: usize, trigger: &Trigger) -> Option<Draft> {
    let person = at.checked_sub(1)?;
    if clause.is(person, Class::BE) {
        return is_in_or_out(clause, at, trigger);
    }
    let whom = clause.mention(person).filter(|m| matches!(m.kind, MentionKind::Person | MentionKind::Pronoun))?;
    let verb = person.checked_sub(1).filter(|&verb| clause.is_word(verb, Class::APART))?;
    let group = clause.verb(verb);
    let slot = office(clause, at + 1).filter(|slot| slot.role.is_some() && !group.passive);
    // "drove Mayor Hansen out of office": from what he is.
    let held = Some(whom).filter(|_| trigger.kind.ends_tenure());
    let draft = Draft::new(clause, at, trigger.kind.clone(), "apart", Person::Node(person)).with_role(slot, held);
    let by = authority(clause, clause.subject(group.start));
    Some(Draft { by, certainty: group.certainty, ..draft }).filter(|_| !group.passive)
}

/// `PERSON is out as OFFICE`: whoever did it.
fn is_in_or_out(clause: &Clause<'_>, at: usize, trigger: &Trigger) -> Option<Draft> {
    let kind = match trigger.word.as_str() {
        "in as" => Kind::TermStart,
        "out as" => Kind::TermEnd,
        _ => return None,
    };
    let verb = clause.verb(at - 1);
    let person = clause.subject(verb.start)?;
    clause.mention(person).filter(|m| m.kind == MentionKind::Person && m.name.is_some())?;
    let slot = office(clause, at).or_else(|| office(clause, at + 1)).filter(|slot| slot.role.is_some())?;
    let draft = Draft::new(clause, at, kind, "apart", Person::Node(person)).with_role(Some(slot), None);
    Some(Draft { certainty: verb.certainty, ..draft })
}

/// `announced PERSON as its new OFFICE`, from the "as" on; not "welcomed Ana Silva as the new coach walked in".
pub(crate) fn unveiled(clause: &Clause<'_>, at: usize) -> Option<Draft> {
    let person = at.checked_sub(1).filter(|_| term_start::is_new_office(clause, at + 1, false))?;
    clause.mention(person).filter(|m| m.kind == MentionKind::Person && m.name.is_some())?;
    if clause.is(at + 2, Class::PAST | Class::BE | Class::HAVE | Class::MODAL) {
        return None;
    }
    let verb = (person.saturating_sub(4)..person).rev().find(|&i| clause.is_word(i, Class::UNVEILS))?;
    let group = clause.group(verb);
    let by = authority(clause, clause.subject(group.start)).filter(|_| !group.passive);
    let draft = Draft::new(clause, at, Kind::Appointment, "appointment", Person::Node(person));
    Some(Draft { by, certainty: clause.verb(verb).certainty, ..draft.with_role(None, clause.mention(at + 1)) })
}
