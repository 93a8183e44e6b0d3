//! News or narrative, told from the text itself.

use super::super::Found;
use super::super::expr::{Base, Sense, YearRef};
use crate::calendar::Grain;
use crate::document::Genre;

/// How many dates of other years a text must hold for it to be a history.
const DISTANT: usize = 5;

/// How many such dates weigh as much as one that is counted from today.
const DEICTIC: usize = 4;

/// A text without publication date, or one that is full of other years and speaks little of today, is a narrative.
pub(super) fn genre(published_year: Option<i32>, found: &[Found]) -> Genre {
    let Some(published) = published_year else { return Genre::Narrative };
    let (mut distant, mut deictic) = (0, 0);
    for one in found {
        match one.expr.sense {
            Sense::Unit(unit) => distant += usize::from(unit.year().is_some_and(|year| year != published)),
            Sense::Part { year: YearRef::Is(year), .. } => distant += usize::from(year != published),
            Sense::Step { grain, base: Base::Now, .. } => deictic += usize::from(grain <= Grain::Month),
            Sense::Weekday { .. } => deictic += 1,
            _ => {}
        }
    }
    if distant >= DISTANT && distant >= DEICTIC * deictic { Genre::Narrative } else { Genre::News }
}
