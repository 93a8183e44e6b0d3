//! Deaths of people who hold an office: they end a tenure.
//!
//! **Recognises** "died", "was assassinated", "the death of" beside an office.
//!
//! **Examples**: "the death of Senator Jens Hansen in May"; "Mayor Ana Silva died on Monday".
//!
//! **Not**: the death of someone of whom no office is told; where it has a date it is told as any other event (`other`).

use crate::parse::mention::MentionKind;

use crate::parse::event::clause::Clause;
use crate::parse::event::draft::{Draft, Person};
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
            draft.with_role(None, clause.mention(subject))
        })
        .into_iter()
        .collect()
}
