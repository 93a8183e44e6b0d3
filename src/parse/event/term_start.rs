//! Beginnings of a tenure without the word of who gave it: taking office, becoming, succeeding, "since".
//!
//! **Recognises** "become", "take office", "sworn in as", "assume", "succeed", "replace", "has been … since", "served
//! as … from".
//!
//! **Examples**: "Jens Hansen, 54, becomes chairman, succeeding Ana Silva"; "Silva was sworn in on Thursday"; "Hansen
//! was replaced as mayor by Ana Silva"; "Silva, treasurer since May 2001".
//!
//! **Not**: "became involved", "took over the company", "the fund replaced the council", "would become mayor if".

use super::clause::Clause;
use super::draft::{Draft, Person};
use super::slot::{command, office, row};
use super::trigger::{Frame, Trigger};
use super::{noun, serve, succeed};

pub(super) fn read(clause: &Clause<'_>, at: usize, trigger: &Trigger) -> Vec<Draft> {
    match trigger.frame {
        Frame::Noun => noun::read(clause, at, &trigger.kind, "term-start-noun"),
        Frame::Succeed => succeed::read(clause, at, trigger),
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
