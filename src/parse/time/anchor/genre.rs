//! News or narrative, told from the text itself.

use super::super::Found;
use super::super::expr::{Base, Sense, YearRef};
use crate::calendar::Grain;

/// What incomplete dates are counted from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Genre {
    /// From the publication date.
    News,
    /// From the text's own last date.
    Narrative,
}

/// How many dates of another year a text must hold for it to be a history.
const DISTANT: usize = 4;

/// A text without publication date, or one whose stated years mostly lie far from it and that speaks little of today,
/// is a narrative.
pub(super) fn genre(published_year: Option<i32>, found: &[Found]) -> Genre {
    let Some(published) = published_year else { return Genre::Narrative };
    let (mut distant, mut near, mut deictic) = (0, 0, 0);
    for one in found {
        match one.expr.sense {
            Sense::Unit(unit) => match unit.year() {
                Some(year) if (year - published).abs() > 2 => distant += 1,
                Some(_) => near += 1,
                None => {}
            },
            Sense::Part { year: YearRef::Is(year), .. } if (year - published).abs() > 2 => distant += 1,
            Sense::Part { year: YearRef::Is(_), .. } => near += 1,
            Sense::Step { grain: Grain::Day | Grain::Week | Grain::Month, base: Base::Now, .. } => deictic += 1,
            Sense::Weekday { .. } => deictic += 1,
            _ => {}
        }
    }
    if distant >= DISTANT && distant > near && distant > 2 * deictic { Genre::Narrative } else { Genre::News }
}
