//! News or narrative, told from the text itself, and how near a narrative comes to its publication.

use chrono::{Datelike, NaiveDate};

use super::super::Found;
use super::super::expr::{Base, Sense, YearRef};
use super::background::is_of_life;
use crate::calendar::{Grain, Unit};
use crate::document::Genre;
use crate::lexicon::time::Shift;

/// How many dates of other years a text must hold for it to be a history.
const DISTANT: usize = 5;

/// How many such dates weigh as much as one that is counted from today.
const DEICTIC: usize = 4;

/// A text without publication date, or one that is full of other years and speaks little of today, is a narrative; but one
/// that first says what happened "on Tuesday" is a report, however much of its past it tells behind.
///
/// A birth or a death makes no history.
pub(super) fn genre(published_year: Option<i32>, text: &str, found: &[Found]) -> Genre {
    let Some(published) = published_year else { return Genre::Narrative };
    let is_other = |year: i32| year != published;
    let (mut distant, mut deictic, mut reports) = (0, 0, false);
    for one in found {
        let before = distant + deictic;
        match one.expr.sense {
            Sense::Unit(unit) if unit.year().is_some_and(is_other) => distant += usize::from(!is_of_life(text, one)),
            Sense::Part { year: YearRef::Is(year), .. } if is_other(year) => {
                distant += usize::from(!is_of_life(text, one));
            }
            Sense::Step { grain, base: Base::Now, .. } => deictic += usize::from(grain <= Grain::Month),
            Sense::Weekday { .. } => deictic += 1,
            _ => {}
        }
        reports |= before == 0 && deictic > 0;
    }
    let tells_the_past = distant >= if reports { CHRONICLE } else { DISTANT };
    if tells_the_past && distant >= DEICTIC * deictic { Genre::Narrative } else { Genre::News }
}

/// How many years before its publication the last date of a text may lie for its "last week" to be its writer's own.
const LIFETIME: i32 = 30;

/// A date so many days from publication tells of the present.
const YEAR: i64 = 366;

/// A text with so many dates of other years is a chronicle, which tells each "last week" from where it is.
const CHRONICLE: usize = 40;

/// Whether a text that was published on this day tells of times that its readers saw, so that "last week" is theirs: a
/// profile does, a chronicle or a history of another age does not.
pub(super) fn of_this_age(published: NaiveDate, found: &[Found]) -> bool {
    let years = || units(published, found).filter_map(Unit::year);
    let others = years().filter(|&year| year != published.year()).count();
    others <= CHRONICLE && years().max().is_some_and(|last| last >= published.year() - LIFETIME)
}

/// Whether it also speaks of these days: by a date of the year before publication, or by "yesterday".
pub(super) fn of_these_days(published: NaiveDate, found: &[Found]) -> bool {
    let near = |unit: Unit| {
        let days = unit.first_day().map(|day| (published - day).num_days().abs());
        unit.grain() <= Grain::Month && days.is_some_and(|days| days <= YEAR)
    };
    let deictic = |one: &Found| match one.expr.sense {
        Sense::Step { grain, step, base: Base::Now } => grain <= Grain::Week && step != 0,
        Sense::Offset { length, shift: Shift::Ago } => length.first.grain <= Grain::Week,
        _ => false,
    };
    found.iter().any(deictic) || units(published, found).any(near)
}

/// The dates that a text tells in full, but for that of its publication, which heads it.
fn units(published: NaiveDate, found: &[Found]) -> impl Iterator<Item = Unit> {
    let stated = found.iter().filter_map(|one| match one.expr.sense {
        Sense::Unit(unit) => Some(unit),
        Sense::Part { year: YearRef::Is(year), part } => super::year::unit(year, part),
        _ => None,
    });
    stated.filter(move |unit| *unit != Unit::Day(published))
}
