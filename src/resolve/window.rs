//! Stretches of time, as the search sees them: minutes, both ends inclusive.

use chrono::{DateTime, Months, NaiveDateTime};

use crate::calendar::{Date, Period, Unit};

/// The minutes of a day.
pub(super) const DAY: i64 = 24 * 60;

/// A stretch of time in minutes since 1970-01-01T00:00, both ends inclusive; the extremes of `i64` are open ends.
///
/// Empty where `lo > hi`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(super) struct Window {
    pub(super) lo: i64,
    pub(super) hi: i64,
}

impl Window {
    /// All of time.
    pub(super) const OPEN: Window = Window { lo: i64::MIN, hi: i64::MAX };

    /// What `date` can mean.
    pub(super) fn of(date: Date) -> Window {
        // Most dates are days: no clock times are made of them to be taken apart again.
        if let Some(Unit::Day(day)) = date.as_point().map(|point| point.unit) {
            let lo = i64::from(day.to_epoch_days()) * DAY;
            return Window { lo, hi: lo + DAY - 1 };
        }
        let bounds = date.bounds();
        Window { lo: bounds.earliest.map_or(i64::MIN, minutes), hi: bounds.latest.map_or(i64::MAX, minutes) }
    }

    /// Everything up to the end of `date`.
    pub(super) fn until(date: Date) -> Window {
        Window { lo: i64::MIN, ..Window::of(date) }
    }

    /// What both allow.
    pub(super) fn and(self, other: Window) -> Window {
        Window { lo: self.lo.max(other.lo), hi: self.hi.min(other.hi) }
    }

    pub(super) fn is_empty(self) -> bool {
        self.lo > self.hi
    }

    pub(super) fn holds(self, minute: i64) -> bool {
        self.lo <= minute && minute <= self.hi
    }

    pub(super) fn meets(self, other: Window) -> bool {
        !self.and(other).is_empty()
    }

    pub(super) fn within(self, outer: Window) -> bool {
        outer.lo <= self.lo && self.hi <= outer.hi
    }

    /// How long it is; the extreme for open ones.
    pub(super) fn length(self) -> i64 {
        if self.lo == i64::MIN || self.hi == i64::MAX { i64::MAX } else { self.hi.saturating_sub(self.lo) }
    }

    /// Whether it names a day or less.
    pub(super) fn is_day(self) -> bool {
        self.length() < DAY
    }

    /// The first moment as a day, or as a minute where the window is shorter than a day.
    pub(super) fn first(self) -> Option<Date> {
        (self.lo != i64::MIN).then(|| moment(self.lo, self.lo.rem_euclid(DAY) == 0)).flatten()
    }

    /// The last moment as a day, or as a minute where it is not the last of its day.
    pub(super) fn last(self) -> Option<Date> {
        (self.hi != i64::MAX).then(|| moment(self.hi, self.hi.rem_euclid(DAY) == DAY - 1)).flatten()
    }

    /// The window as a date at its own precision: the unit that it fills, else the interval of its days.
    pub(super) fn date(self) -> Option<Date> {
        let (first, last) = (self.first(), self.last());
        let (first_unit, last_unit) = (first?.as_point()?, last?.as_point()?);
        if self.lo == self.hi {
            return datetime(self.lo).map(|at| Unit::Minute(at, None).into());
        }
        let day = first?.as_day()?;
        let (year, month) = (chrono::Datelike::year(&day), chrono::Datelike::month(&day) as u8);
        [first, Date::month(year, month), Some(Date::year(year))]
            .into_iter()
            .flatten()
            .find(|&date| Window::of(date) == self)
            .or_else(|| Some(Date::interval(Some(first_unit), Some(last_unit))))
    }
}

/// Whether two dates can be one time. A day or month of no stated year is that of every year, but of no other day.
pub(super) fn can_agree(a: Date, b: Date) -> bool {
    let recurs = |date: Date| {
        let unit = date.as_point()?.unit;
        matches!(unit, Unit::MonthOfYear(_) | Unit::DayOfYear(..)).then_some(unit)
    };
    match (recurs(a), recurs(b)) {
        (None, None) => Window::of(a).meets(Window::of(b)),
        (Some(_), Some(_)) => a.within(b) || b.within(a),
        (Some(unit), None) => recurs_in(unit, Window::of(b)),
        (None, Some(unit)) => recurs_in(unit, Window::of(a)),
    }
}

/// Whether `window` holds a part of a day or month of no stated year.
fn recurs_in(unit: Unit, window: Window) -> bool {
    let year = |date: Option<Date>| date.and_then(Date::as_day).map(|day| chrono::Datelike::year(&day));
    let Some((first, last)) = year(window.first()).zip(year(window.last())) else { return true };
    let of_year = |year: i32| match unit {
        Unit::MonthOfYear(month) => Date::month(year, month),
        Unit::DayOfYear(month, day) => Date::day(year, month, day),
        _ => None,
    };
    // Four years in a row have every day but of a leap year's, and eight that one too.
    last.saturating_sub(first) > 8 || (first..=last).filter_map(of_year).any(|date| Window::of(date).meets(window))
}

/// `minute` moved by whole calendar units and then days, `back` in time or forward; the extremes stay open.
pub(super) fn shift(minute: i64, period: Period, back: bool) -> i64 {
    if minute == i64::MIN || minute == i64::MAX {
        return minute;
    }
    let months = period.years.saturating_mul(12).saturating_add(period.months);
    let days = i64::from(period.weeks) * 7 + i64::from(period.days);
    let clock = i64::from(period.hours) * 60 + i64::from(period.minutes) + i64::from(period.seconds) / 60;
    // Only months differ in length.
    let moved = match months {
        0 => Some(minute),
        _ if back => datetime(minute).and_then(|at| at.checked_sub_months(Months::new(months))).map(minutes),
        _ => datetime(minute).and_then(|at| at.checked_add_months(Months::new(months))).map(minutes),
    };
    match moved {
        Some(at) if back => at.saturating_sub(days * DAY + clock),
        Some(at) => at.saturating_add(days * DAY + clock),
        None if back => i64::MIN,
        None => i64::MAX,
    }
}

fn minutes(at: NaiveDateTime) -> i64 {
    at.and_utc().timestamp().div_euclid(60)
}

fn datetime(minute: i64) -> Option<NaiveDateTime> {
    DateTime::from_timestamp(minute.checked_mul(60)?, 0).map(|at| at.naive_utc())
}

fn moment(minute: i64, whole_day: bool) -> Option<Date> {
    let at = datetime(minute)?;
    Some(if whole_day { at.date().into() } else { Unit::Minute(at, None).into() })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn window(edtf: &str) -> Window {
        Window::of(edtf.parse().unwrap())
    }

    #[test]
    fn comes_back_at_its_own_precision() {
        for edtf in ["1921", "1921-03", "1921-03-04", "1921-03-04T05:06", "1921-03-04/1921-04-02"] {
            assert_eq!(window(edtf).date().map(|date| date.to_string()), Some(edtf.to_owned()));
        }
        assert_eq!(Window::OPEN.date(), None);
    }

    #[test]
    fn a_day_of_no_year_is_that_of_any() {
        let agree = |a: &str, b: &str| {
            let (a, b) = (a.parse().unwrap(), b.parse().unwrap());
            assert_eq!(can_agree(a, b), can_agree(b, a));
            can_agree(a, b)
        };
        for other in
            ["1921-05-04", "1921-05", "1921", "192X", "1921-05-02/1921-05-08", "XXXX-05-04", "XXXX-05", "1921/.."]
        {
            assert!(agree("XXXX-05-04", other), "{other}");
        }
        for other in ["1921-05-05", "1921-06", "1921-05-05/1921-05-08", "XXXX-05-05", "XXXX-06"] {
            assert!(!agree("XXXX-05-04", other), "{other}");
        }
        assert!(agree("1921-05-04", "1921-05") && !agree("1921-05-04", "1922"));
    }

    #[test]
    fn shifts_by_the_calendar() {
        let start = window("1921-01-31").lo;
        let month = Period { months: 1, ..Period::default() };
        assert_eq!(shift(start, month, false), window("1921-02-28").lo);
        assert_eq!(shift(i64::MIN, month, false), i64::MIN);
        let vast = Period { years: u32::MAX, ..Period::default() };
        assert_eq!(shift(start, vast, false), i64::MAX);
    }
}
