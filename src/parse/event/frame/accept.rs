//! "accepted the post of", "accepted an invitation to become", "accepted the governorship": an appointment seen from the one appointed.

use crate::parse::word::Class;
use crate::statement::Kind;

use super::slot::{office, post};
use crate::parse::event::clause::Clause;
use crate::parse::event::draft::{Draft, Person};

pub(crate) fn read(clause: &Clause<'_>, at: usize) -> Vec<Draft> {
    let offer = (at + 1..at + 8).find(|&i| clause.is_word(i, Class::OFFERS));
    let offer = offer.filter(|&i| !clause.is_any(i + 1, &["from"]));
    let verb = clause.verb(at);
    let Some(subject) = clause.subject(verb.start) else { return Vec::new() };
    let slot = match offer {
        // "the invitation to fill the vacant post as": the office stands after the last such noun.
        Some(offer) => {
            let last = (offer..offer + 8).rev().find(|&i| clause.is_word(i, Class::OFFERS)).unwrap_or(offer);
            office(clause, last + 1)
        }
        None => {
            let Some(post) = post(clause, at + 1) else { return Vec::new() };
            Some(post)
        }
    };
    let mut draft = Draft::new(clause, at, Kind::Appointment, "appointment-accepted", Person::Node(subject));
    draft.certainty = verb.certainty;
    vec![draft.with_role(slot, None)]
}
