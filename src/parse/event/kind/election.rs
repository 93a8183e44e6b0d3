//! Elections: someone is chosen for an office by vote, of the people, a parliament or a board.
//!
//! **Recognises** "elect" and "re-elect", active, passive and reduced; "won election as"; "his election as".
//!
//! **Examples**: "Silva was elected mayor of Lima in 1990"; "the board elected Jens Hansen a director"; "Hansen,
//! elected in May, said"; "following her election as leader".
//!
//! **Not**: "if she is elected", "ran for mayor", "lost the election", "elections were held".

use crate::parse::word::Class;

use crate::parse::event::clause::Clause;
use crate::parse::event::draft::{Draft, Person};
use crate::parse::event::frame::people::row;
use crate::parse::event::frame::slot::office;
use crate::parse::event::frame::{install, noun};
use crate::parse::event::trigger::{Frame, Trigger};

pub(crate) fn read(clause: &Clause<'_>, at: usize, trigger: &Trigger) -> Vec<Draft> {
    match trigger.frame {
        Frame::Noun => noun::read(clause, at, &trigger.kind, "election-noun"),
        Frame::Win => won(clause, at, trigger),
        _ => install::read(clause, at, &trigger.kind, "election"),
    }
}

/// "Silva won re-election as mayor"
fn won(clause: &Clause<'_>, at: usize, trigger: &Trigger) -> Vec<Draft> {
    let verb = clause.verb(at);
    let Some(subject) = clause.subject(verb.start) else { return Vec::new() };
    // "was declared the winner of the election", but not of the race.
    let of_vote = || verb.passive && (at + 1..at + 8).any(|i| clause.is_word(i, Class::OCCASIONS));
    if trigger.word.starts_with("declare") && !of_vote() {
        return Vec::new();
    }
    let slot = office(clause, at + 1);
    row(clause, subject)
        .into_iter()
        .map(|person| {
            let mut draft = Draft::new(clause, at, trigger.kind.clone(), "election-won", Person::Node(person));
            draft.certainty = verb.certainty;
            draft.with_role(slot, None)
        })
        .collect()
}
