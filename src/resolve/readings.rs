//! The ways to understand what a statement says of its time, with what each costs.

use std::borrow::Cow;

use crate::calendar::{Date, Period, Unit};
use crate::resolve::cost::{self, Cost};
use crate::resolve::window::Window;
use crate::statement::{Certainty, Kind, Statement};

/// One way to understand a statement's date.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Reading {
    pub(super) date: Date,
    pub(super) cost: Cost,
    /// What differs from the words: "the year alone changes". Empty for the words as they stand.
    pub(super) slip: Cow<'static, str>,
}

/// Everything that `statement` offers, as written first. Empty where it has no date.
pub(super) fn of(statement: &Statement) -> Vec<Reading> {
    let Some(date) = statement.date else { return Vec::new() };
    let mut readings = vec![Reading { date, cost: 0, slip: Cow::Borrowed("") }];
    readings.extend(statement.readings.iter().filter(|reading| reading.date != date).map(|reading| Reading {
        date: reading.date,
        cost: reading.cost,
        slip: Cow::Owned(reading.because.clone()),
    }));
    readings.extend(slips(date, year_was_added(statement)));
    for reading in &mut readings {
        reading.cost += against(statement, reading.date);
    }
    readings
}

/// What the statement's own evidence says against a date: a weekday beside it, a publication before it.
pub(super) fn against(statement: &Statement, date: Date) -> Cost {
    let weekday = if weekday_differs(statement, date) { cost::WEEKDAY } else { 0 };
    let publication = if after_publication(statement, date) { cost::PUBLICATION } else { 0 };
    weekday + publication
}

/// Whether the weekday that the text gives is another than that of `date`.
pub(super) fn weekday_differs(statement: &Statement, date: Date) -> bool {
    statement.weekday.zip(date.as_day()).is_some_and(|(stated, day)| chrono::Datelike::weekday(&day) != stated)
}

/// Whether a report of `date` would have appeared before it. A day is left for time zones.
pub(super) fn after_publication(statement: &Statement, date: Date) -> bool {
    let day = crate::resolve::window::DAY;
    let published = statement.published.filter(|_| statement.certainty == Certainty::Reported);
    published.is_some_and(|published| {
        is_act(&statement.kind) && Window::of(date).lo > Window::of(published).hi.saturating_add(day)
    })
}

/// Whether a report of it is a report of something done. Terms are told with the ends they are to have, and resignations
/// ahead of their day.
fn is_act(kind: &Kind) -> bool {
    matches!(kind, Kind::Appointment | Kind::Election | Kind::Dismissal | Kind::Credentials | Kind::Death)
}

/// The slips of the pen that could have made `date` of the true one. `inferred` says that the text gave no year.
pub(super) fn slips(date: Date, inferred: bool) -> Vec<Reading> {
    let one = Period::default();
    let year = if inferred { cost::ANCHOR_YEAR } else { cost::YEAR_BESIDE };
    let steps = [
        (Period { years: 1, ..one }, year, "the year alone changes"),
        (Period { years: 10, ..one }, cost::DECADE_BESIDE, "the decade alone changes"),
        (Period { months: 1, ..one }, cost::MONTH_BESIDE, "the month alone changes"),
        (Period { days: 1, ..one }, cost::DAY_BESIDE, "the day beside"),
        (Period { weeks: 1, ..one }, cost::WEEK_BESIDE, "the week beside"),
    ];
    let mut readings = Vec::with_capacity(2 * steps.len() + 1);
    for (step, cost, slip) in steps {
        for moved in [date.checked_sub(step), date.checked_add(step)].into_iter().flatten() {
            // A step that the calendar cuts short (31 January and a month) is no slip of the pen.
            if is_slip(date, moved, step) {
                readings.push(Reading { date: moved, cost, slip: Cow::Borrowed(slip) });
            }
        }
    }
    if let Some(swapped) = day_for_month(date) {
        readings.push(Reading {
            date: swapped,
            cost: cost::SWAPPED,
            slip: Cow::Borrowed("day and month change places"),
        });
    }
    readings
}

/// Clock times are told to the minute and not slipped by the calendar; a month moved has to keep its day.
fn is_slip(date: Date, moved: Date, step: Period) -> bool {
    match (date.as_point().map(|point| point.unit), date.as_day(), moved.as_day()) {
        (Some(Unit::Minute(..) | Unit::Second(..)), ..) => false,
        (_, Some(day), Some(other)) if step.years + step.months > 0 => {
            chrono::Datelike::day(&day) == chrono::Datelike::day(&other)
        }
        _ => true,
    }
}

fn day_for_month(date: Date) -> Option<Date> {
    let Unit::Day(day) = date.as_point()?.unit else { return None };
    let (month, of_month) = (chrono::Datelike::month(&day), chrono::Datelike::day(&day));
    if of_month > 12 || of_month == month {
        return None;
    }
    Date::day(chrono::Datelike::year(&day), of_month as u8, month as u8)
}

/// Whether the year of the date is not in the words that name it.
fn year_was_added(statement: &Statement) -> bool {
    let Some((text, year)) = statement.date_text.as_deref().zip(statement.date.and_then(Date::as_year)) else {
        return false;
    };
    let short = format!("{:02}", year.rem_euclid(100));
    let runs = text.split(|c: char| !c.is_ascii_digit());
    !runs
        .into_iter()
        .any(|digits| digits == year.to_string() || (digits == short && text.contains(['\'', '’', '/', '.'])))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn slipped(edtf: &str) -> Vec<String> {
        slips(edtf.parse().unwrap(), false).into_iter().map(|reading| reading.date.to_string()).collect()
    }

    #[test]
    fn slips_keep_the_precision() {
        assert_eq!(slipped("1921"), ["1920", "1922", "1911", "1931"]);
        let days = slipped("1921-03-04");
        assert_eq!(days[..4], ["1920-03-04", "1922-03-04", "1911-03-04", "1931-03-04"]);
        assert!(days.contains(&"1921-04-03".to_owned()));
        assert!(slipped("1921-03-04T05:06").is_empty());
    }

    #[test]
    fn a_month_that_is_too_short_is_no_slip() {
        assert!(!slipped("1921-03-31").iter().any(|date| date.starts_with("1921-02") || date.starts_with("1921-04-3")));
    }

    #[test]
    fn a_wrong_weekday_costs() {
        let mut statement = Statement { date: "1921-03-04".parse().ok(), ..Statement::default() };
        statement.weekday = Some(chrono::Weekday::Sat);
        let readings = of(&statement);
        assert_eq!(readings[0].cost, cost::WEEKDAY);
        let next = readings.iter().find(|reading| reading.date.to_string() == "1921-03-05").unwrap();
        assert_eq!(next.cost, cost::DAY_BESIDE);
    }
}
