//! Nominations: someone is put forward for an office, and others still decide.
//!
//! **Recognises** "nominate", "propose … as", "the nomination of X as Y", "is the president's choice for Y".
//!
//! **Examples**: "the president nominated Ana Silva as ambassador to Peru"; "Hansen was nominated for governor".
//!
//! **Not**: "nominated for a prize" (no office), "sought the nomination", "proposed a law", "the people's choice for mayor".

use crate::parse::mention::MentionKind;
use crate::parse::word::{Class, Shape};
use crate::statement::Kind;

use crate::parse::event::clause::Clause;
use crate::parse::event::draft::{Draft, Person};
use crate::parse::event::frame::authority::authority;
use crate::parse::event::frame::slot::office;
use crate::parse::event::frame::{install, noun};
use crate::parse::event::trigger::{Frame, Trigger};

pub(crate) fn read(clause: &Clause<'_>, at: usize, trigger: &Trigger) -> Vec<Draft> {
    match trigger.frame {
        Frame::Noun => noun::read(clause, at, &trigger.kind, "nomination-noun"),
        Frame::Choice => chosen(clause, at).into_iter().collect(),
        _ => install::read(clause, at, &trigger.kind, "nomination"),
    }
}

/// "Ana Silva is President Hansen's choice for treasurer": whoever may choose names her.
fn chosen(clause: &Clause<'_>, at: usize) -> Option<Draft> {
    // "top choice", "first choice" is one of several.
    let mark = at.checked_sub(1).filter(|&i| clause.nodes[i].token.shape == Shape::Genitive)?;
    let by = mark.checked_sub(1)?;
    let chooser = clause.mention(by).filter(|m| m.kind == MentionKind::Person && m.name.is_some())?;
    let be = by.checked_sub(1).filter(|&be| clause.is(be, Class::BE))?;
    let verb = clause.group(be);
    let person = clause.subject(verb.start)?;
    let named = clause.mention(person).is_some_and(|m| m.kind == MentionKind::Person && m.name.is_some());
    let slot = office(clause, at + 1).filter(|slot| named && slot.role.is_some() && chooser.titled)?;
    let draft = Draft::new(clause, at, Kind::Nomination, "nomination-choice", Person::Node(person));
    Some(Draft { by: authority(clause, Some(by)), ..draft.with_role(Some(slot), None) })
}
