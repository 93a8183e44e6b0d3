//! Days in figures: which figure is the month.

use chrono::{Datelike, NaiveDate, Weekday};

use super::super::expr::{Figures, Part, Sense, YearRef};
use super::super::{Found, MESSAGE};
use super::{Anchorer, Value};
use crate::Span;
use crate::calendar::Unit;
use crate::timex::Reading;

/// Whether a date shows that the slashes of the text put the day first, or else the month; `None` where none shows it, or
/// some show either.
pub(super) fn day_first(found: &[Found]) -> Option<bool> {
    let dates = || {
        found.iter().filter_map(|one| match one.expr.sense {
            Sense::Numeric(figures) if figures.month_first => Some(figures),
            _ => None,
        })
    };
    let (day, month) = (dates().any(|date| date.first > 12), dates().any(|date| date.second > 12));
    (day != month).then_some(day)
}

/// What it costs to read a day the other way round: next to nothing where nothing tells the order, else ten times less
/// likely, in tenths of a ban.
const OPEN: u32 = 1;
const TOLD: u32 = 10;

impl Anchorer<'_> {
    /// `06.03.2022`: both readings where both are days. Dots and hyphens put the day first and slashes the month, unless
    /// the weekday beside them or another date of the text tells otherwise.
    pub(super) fn numeric(&self, figures: Figures, weekday: Option<Weekday>, span: Span) -> Value {
        let Figures { year, first, second, month_first } = figures;
        if self.is_known_day(span) {
            return NaiveDate::from_ymd_opt(2001, 9, 11)
                .map_or_else(|| Value::text(""), |day| Value::unit(Unit::Day(day)));
        }
        let mut orders = [(second, first, "day first"), (first, second, "month first")];
        if month_first && self.day_first != Some(true) {
            orders.reverse();
        }
        let year = match year {
            YearRef::Is(year) => year,
            YearRef::Short(short) => self.full_year(short),
            _ => {
                let exists = |month: u8, day: u8| NaiveDate::from_ymd_opt(2000, month.into(), day.into()).is_some();
                let part = orders.into_iter().find(|&(month, day, _)| exists(month, day));
                let Some((month, day, _)) = part else { return Value::text("XXXX-XX-XX") };
                return self.part(year, Part::Day(month, day), weekday, span);
            }
        };
        let day = |(month, day, because): (u8, u8, &'static str)| {
            let day = NaiveDate::from_ymd_opt(year, month.into(), day.into())?;
            Some((day, because))
        };
        let mut days: Vec<_> = orders.into_iter().filter_map(day).collect();
        days.dedup_by_key(|(day, _)| *day);
        days.sort_by_key(|(day, _)| weekday.is_some_and(|weekday| day.weekday() != weekday));
        let Some(&(day, _)) = days.first() else { return Value::text("XXXX-XX-XX") };
        let is_told = !month_first || self.day_first.is_some() || weekday.is_some();
        let costs = [0, if is_told { TOLD } else { OPEN }];
        let readings = days.iter().zip(costs).map(|(&(day, because), cost)| Reading {
            date: day.into(),
            cost,
            because: because.into(),
        });
        let readings = if days.len() > 1 { readings.collect() } else { Vec::new() };
        Value { readings, ..Value::unit(Unit::Day(day)) }
    }

    /// `9/11` in prose of later years, which calls the attacks of that day of 2001 so.
    fn is_known_day(&self, span: Span) -> bool {
        let later = self.now.is_some_and(|now| now.year() > 2001);
        later && self.text.len() > MESSAGE && span.of(self.text) == "9/11"
    }
}
