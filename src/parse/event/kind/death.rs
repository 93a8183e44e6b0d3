//! Deaths of people who hold an office: they end a tenure.
//!
//! **Recognises** "died", "was assassinated", "the death of" beside an office.
//!
//! **Examples**: "the death of Senator Jens Hansen in May"; "Mayor Ana Silva died on Monday".
//!
//! **Not**: the death of someone of whom no office is told; where it has a date it is told as any other event (`other`).

use crate::parse::mention::MentionKind;

use crate::parse::event::clause::Clause;
use crate::parse::event::draft::{Draft, Person, When};
use crate::parse::event::frame::noun;
use crate::parse::event::trigger::{Frame, Trigger};

pub(crate) fn read(clause: &Clause<'_>, at: usize, trigger: &Trigger) -> Vec<Draft> {
    if trigger.frame == Frame::Noun {
        return noun::read(clause, at, &trigger.kind, "death-noun");
    }
    let verb = clause.verb(at);
    let subject =
        clause.subject(verb.start).filter(|&s| clause.mention(s).is_some_and(|m| m.kind == MentionKind::Person));
    if trigger.word.starts_with("assassinat") && !verb.passive {
        return Vec::new();
    }
    subject
        .map(|subject| {
            let mut draft = Draft::new(clause, at, trigger.kind.clone(), "death", Person::Node(subject));
            draft.certainty = verb.certainty;
            draft.when = in_brackets(clause, at).map_or(draft.when, When::Time);
            draft.with_role(None, clause.mention(subject))
        })
        .into_iter()
        .collect()
}

/// The time that stands in brackets with the word at `at`: "King Ole (died 1214) ruled from 1187".
fn in_brackets(clause: &Clause<'_>, at: usize) -> Option<usize> {
    at.checked_sub(1).filter(|&open| clause.is_mark(open, b'('))?;
    let close = (at + 1..at + 8).find(|&i| clause.is_mark(i, b')'))?;
    (at + 1..close).find_map(|i| clause.time(i))
}
