//! What a text's expressions tell of the day it was written on, before anything is counted from that day.

use chrono::Weekday;

use super::Found;
use super::anchor::{Tense, tense, unit_of_year};
use super::expr::{Base, Part, Sense, YearRef};
use crate::Span;
use crate::calendar::{Grain, Unit};
use crate::lexicon::time::Turn;

/// An expression as evidence for the day of writing.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Cue {
    pub(crate) span: Span,
    pub(crate) told: Told,
    /// A weekday that stands with the date.
    pub(crate) weekday: Option<Weekday>,
    /// The tense of the words around it.
    pub(crate) tense: Option<Tense>,
}

/// What a cue tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Told {
    /// A whole date: `July 3, 1932`.
    Whole(Unit),
    /// A month and day of no stated year.
    Day { month: u8, day: u8 },
    /// So many days from the day of writing: `yesterday`.
    Step(i32),
    /// The one before the day of writing: `last Monday`.
    Last(Weekday),
}

/// The cues of a text, in its order.
pub(crate) fn cues(text: &str) -> Vec<Cue> {
    super::found(text).into_iter().filter_map(|found| cue(text, found)).collect()
}

fn cue(text: &str, Found { span, expr }: Found) -> Option<Cue> {
    let told = match expr.sense {
        Sense::Unit(unit) => Told::Whole(unit),
        Sense::Part { year: YearRef::Is(year), part } => Told::Whole(unit_of_year(year, part)?),
        Sense::Part { year: YearRef::Unstated, part: Part::Day(month, day) } => Told::Day { month, day },
        Sense::Step { grain: Grain::Day, step, base: Base::Now } => Told::Step(step),
        Sense::Weekday { day, turn: Some(Turn::Last | Turn::Past) } => Told::Last(day),
        _ => return None,
    };
    Some(Cue { span, told, weekday: expr.weekday, tense: tense(text, span) })
}
