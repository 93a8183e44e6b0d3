//! News or narrative, told from the text itself, and how near a narrative comes to its publication.

use chrono::{Datelike, NaiveDate};

use super::super::Found;
use super::super::expr::{Base, Sense, YearRef};
use super::background::{Ground, ground, is_of_life};
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
pub(super) fn genre(published_year: Option<i32>, day: Option<NaiveDate>, text: &str, found: &[Found]) -> Genre {
    let Some(published) = published_year else { return Genre::Narrative };
    let is_other = |year: i32| year != published;
    let (mut distant, mut deictic, mut reports) = (0, 0, false);
    // "At dawn" is that of any day.
    for one in found.iter().filter(|one| !one.expr.casual) {
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
    let narrates = tells_the_past && distant >= DEICTIC * deictic;
    let narrates = narrates || deictic == 0 && is_short_history(published, day, text, found);
    if narrates { Genre::Narrative } else { Genre::News }
}

/// Whether a text of few dates tells of another time: it opens with a date of another year, says nothing of today, and the
/// years that it states are a lifetime back, or so far that no report tells of several of their days.
///
/// What a report tells of the past by the way stands behind the day of its news.
fn is_short_history(published: i32, day: Option<NaiveDate>, text: &str, found: &[Found]) -> bool {
    let (mut days, mut years, mut last) = (0, 0, i32::MIN);
    for one in found.iter().filter(|one| !one.expr.casual) {
        let unit = match one.expr.sense {
            Sense::Unit(unit) => Some(unit),
            Sense::Part { year: YearRef::Is(year), part } => super::year::unit(year, part),
            Sense::Part { .. } | Sense::Numeric(_) | Sense::DayOfMonth(_) if years == 0 => return false,
            Sense::Part { year: YearRef::Turn(turn) | YearRef::YearTurn(turn), .. } if !turn.is_of_text() => {
                return false;
            }
            Sense::Part { year: YearRef::Away(_), .. }
            | Sense::Step { base: Base::Now, .. }
            | Sense::Offset { shift: Shift::Ago, .. } => return false,
            _ => None,
        };
        let stamp = |unit: &Unit| day.is_some_and(|day| *unit == Unit::Day(day));
        let told = unit.filter(|unit| !stamp(unit) && ground(text, one) != Ground::Back);
        let Some((unit, year)) = told.and_then(|unit| Some((unit, unit.year()?))) else { continue };
        years += 1;
        days += usize::from(unit.grain() <= Grain::Month);
        last = last.max(year);
    }
    years >= 2 && days > 0 && last < published - LIFETIME || days >= 2 && last <= published - BYGONE
}

/// Days so many years back are not told in a report.
const BYGONE: i32 = 10;

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

#[cfg(test)]
mod tests {
    use crate::document::{Document, Published};
    use crate::parse::time::timexes;

    /// The last value of a text that was published in 2009.
    fn last(text: &str) -> String {
        let published = Published { date: "2009-05-05".parse().unwrap(), how: String::new() };
        let document = Document { published: Some(published), ..Document::new("a", text) };
        timexes(&document).pop().unwrap().value
    }

    #[test]
    fn a_few_dates_of_another_age_are_a_history() {
        assert_eq!(last("War came in March 1808 and peace in 1808. At dawn on 2 May the guard rose."), "1808-05-02TMO");
        let of_this_age =
            "On 2 August 1990 they crossed, and the Council set 15 January 1991. On 24 February it ended.";
        assert_eq!(last(of_this_age), "1991-02-24");
        assert_eq!(last("War came in May 1808 and peace in December 1810. In the spring it rained."), "1811-SP");
    }

    #[test]
    fn a_report_that_looks_back_is_none() {
        for report in [
            // One date is no history, and neither are those of a case that is in court.
            "The ship, which sank on 21 June 1863, was found on 24 February.",
            "Moe came on 3 March 1998 and was dismissed on 5 June 2001. On 24 February the court upheld it.",
            // It begins with its own day, or tells of today.
            "On May 3 Moe died. He fought from June 1942 to May 1945. He was buried on 24 February.",
            "The fort fell in June 1863 and May 1865. It was sold last year. It burnt on 24 February.",
            "The fort fell in June 1863 and May 1865. It was sold in 2008. It burnt on 24 February.",
        ] {
            assert_eq!(last(report), "2009-02-24", "{report}");
        }
    }
}
