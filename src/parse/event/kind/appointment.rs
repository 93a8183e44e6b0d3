//! Appointments: someone is given an office by those who may give it.
//!
//! **Recognises** the verbs of the table's `[appointment …]` sections, active and passive, reduced and in headlines;
//! the nouns ("the appointment of X as Y", "X's appointment as Y"); "accepted the post of Y".
//!
//! **Examples**: "the board named Jens Hansen chairman and Ana Silva president"; "Hansen was appointed to the post of
//! minister by decree of the president"; "Appointed consul in 1864, Hansen moved".
//!
//! **Not**: "a ship named Hansen", "confirmed that", "will be named next month" by nobody, "former appointee".

use super::term_start;
use crate::parse::event::clause::Clause;
use crate::parse::event::draft::{Draft, Person};
use crate::parse::event::frame::authority::authority;
use crate::parse::event::frame::slot::{named_after, office};
use crate::parse::event::frame::{accept, asked, charge, install, noun};
use crate::parse::event::trigger::{Frame, Trigger};

pub(crate) fn read(clause: &Clause<'_>, at: usize, trigger: &Trigger) -> Vec<Draft> {
    match trigger.frame {
        Frame::Noun => noun::read(clause, at, &trigger.kind, "appointment-noun"),
        Frame::Charge => charge::read(clause, at).into_iter().collect(),
        Frame::Accept => accept::read(clause, at),
        Frame::Asked => asked::read(clause, at),
        Frame::Enter => given(clause, at, trigger),
        _ => install::read(clause, at, &trigger.kind, "appointment"),
    }
}

/// "Hansen was given command of the 2nd Fleet", "handed the job to Ana Silva"
fn given(clause: &Clause<'_>, at: usize, trigger: &Trigger) -> Vec<Draft> {
    let verb = clause.verb(at);
    if verb.passive {
        return term_start::enter(clause, at, trigger);
    }
    // "gave the post of treasurer to Ana Silva"
    let slot = office(clause, at + 1).filter(|slot| clause.is_any(at + 1, &["of"]) && slot.role.is_some());
    let Some(person) = named_after(clause, slot.map_or(at + 1, |slot| slot.end)) else { return Vec::new() };
    let draft = Draft::new(clause, at, trigger.kind.clone(), "appointment", Person::Node(person));
    let by = authority(clause, clause.subject(verb.start));
    let told = slot.is_none();
    let draft = Draft { by, certainty: verb.certainty, shares_role: told, elsewhere: told, needs_role: true, ..draft };
    vec![draft.with_role(slot, None)]
}
