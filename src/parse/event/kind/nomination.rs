//! Nominations: someone is put forward for an office, and others still decide.
//!
//! **Recognises** "nominate", "propose … as", "the nomination of X as Y".
//!
//! **Examples**: "the president nominated Ana Silva as ambassador to Peru"; "Hansen was nominated for governor".
//!
//! **Not**: "nominated for a prize" (no office), "sought the nomination", "proposed a law".

use crate::parse::event::clause::Clause;
use crate::parse::event::draft::Draft;
use crate::parse::event::frame::{install, noun};
use crate::parse::event::trigger::{Frame, Trigger};

pub(crate) fn read(clause: &Clause<'_>, at: usize, trigger: &Trigger) -> Vec<Draft> {
    match trigger.frame {
        Frame::Noun => noun::read(clause, at, &trigger.kind, "nomination-noun"),
        _ => install::read(clause, at, &trigger.kind, "nomination"),
    }
}
