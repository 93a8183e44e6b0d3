//! Calendar arithmetic: a date and a period make a date, two days make a period.
//!
//! Months are added before days, and years and months in one step, so that the end of a month is met once: where the
//! month that is reached has no such day, its last day stands (January 31 and one month is February 28 or 29). The
//! difference of two days is counted by the same rule, so that `from` and [`Period::between`]`(from, to)` always make
//! `to`. Hence January 31 to February 28 is one month, and February 28 to March 31 is one month and three days.
//!
//! A date moves at its own precision or not at all: three months after `2023-10` is `2024-01`, ten days after it is
//! no date that a calendar names.

use chrono::{Datelike, Days, Months, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta, Weekday};

use super::{Date, Half, Period, Point, Quarter, Season, Unit};

impl Period {
    /// The whole years, months and days from one day to another, counted from the earlier, whichever comes first.
    ///
    /// ```
    /// use chrono::NaiveDate;
    /// use timeline::calendar::Period;
    ///
    /// let from: NaiveDate = "2021-05-30".parse()?;
    /// let to: NaiveDate = "2022-03-01".parse()?;
    /// assert_eq!(Period::between(from, to).to_string(), "P9M1D");
    /// # Ok::<(), chrono::ParseError>(())
    /// ```
    pub fn between(from: NaiveDate, to: NaiveDate) -> Period {
        let (from, to) = (from.min(to), from.max(to));
        let months = (to.year() - from.year()) * 12 + to.month() as i32 - from.month() as i32;
        let months = months.unsigned_abs();
        let reached = |months: u32| from.checked_add_months(Months::new(months)).filter(|&day| day <= to);
        let (months, day) = reached(months)
            .map(|day| (months, day))
            .or_else(|| months.checked_sub(1).and_then(|fewer| Some((fewer, reached(fewer)?))))
            .unwrap_or((0, from));
        let days = to.signed_duration_since(day).num_days().unsigned_abs() as u32;
        Period { years: months / 12, months: months % 12, days, ..Period::default() }
    }

    /// The day that lies this long after `day`; `None` for a period with hours, or beyond the calendar.
    pub fn after(self, day: NaiveDate) -> Option<NaiveDate> {
        self.step().filter(|step| step.clock.is_zero())?.forward(day.into()).map(|at| at.date())
    }

    /// The day that lies this long before `day`; `None` for a period with hours, or beyond the calendar.
    pub fn before(self, day: NaiveDate) -> Option<NaiveDate> {
        self.step().filter(|step| step.clock.is_zero())?.backward(day.into()).map(|at| at.date())
    }

    fn step(self) -> Option<Step> {
        let seconds = i64::from(self.hours) * 3600 + i64::from(self.minutes) * 60 + i64::from(self.seconds);
        Some(Step {
            months: self.years.checked_mul(12)?.checked_add(self.months)?,
            days: u64::from(self.weeks) * 7 + u64::from(self.days),
            clock: TimeDelta::try_seconds(seconds)?,
        })
    }
}

impl Date {
    /// The date that lies `period` after this, at the same precision and as sure as this.
    ///
    /// `None` where the period is finer than the date (ten days after a month), where the date's year is unknown, or
    /// beyond the calendar. An interval is moved as a whole.
    ///
    /// ```
    /// use timeline::calendar::{Date, Period};
    ///
    /// let month: Date = "2023-10~".parse()?;
    /// let later = month.checked_add(Period { months: 3, ..Period::default() });
    /// assert_eq!(later, Some("2024-01~".parse()?));
    /// assert_eq!(month.checked_add(Period { days: 10, ..Period::default() }), None);
    /// # Ok::<(), timeline::calendar::ParseDateError>(())
    /// ```
    pub fn checked_add(self, period: Period) -> Option<Date> {
        self.shifted(period.step()?, Direction::Forward)
    }

    /// The date that lies `period` before this, by the rules of [`checked_add`](Date::checked_add).
    pub fn checked_sub(self, period: Period) -> Option<Date> {
        self.shifted(period.step()?, Direction::Backward)
    }

    fn shifted(self, step: Step, direction: Direction) -> Option<Date> {
        let point = |point: Point| Some(Point { unit: point.unit.shifted(step, direction)?, ..point });
        let end = |end: Option<Point>| end.map_or(Some(None), |end| point(end).map(Some));
        Some(match self {
            Date::Point(at) => Date::Point(point(at)?),
            Date::Interval { start, end: last } => Date::Interval { start: end(start)?, end: end(last)? },
        })
    }
}

/// A period as the calendar takes it: months in one step, then days, then the clock.
#[derive(Clone, Copy)]
struct Step {
    months: u32,
    days: u64,
    clock: TimeDelta,
}

#[derive(Clone, Copy)]
enum Direction {
    Forward,
    Backward,
}

impl Step {
    fn forward(self, at: NaiveDateTime) -> Option<NaiveDateTime> {
        at.checked_add_months(Months::new(self.months))?
            .checked_add_days(Days::new(self.days))?
            .checked_add_signed(self.clock)
    }

    fn backward(self, at: NaiveDateTime) -> Option<NaiveDateTime> {
        at.checked_sub_months(Months::new(self.months))?
            .checked_sub_days(Days::new(self.days))?
            .checked_sub_signed(self.clock)
    }

    /// The step counted in units of `size` months, where it is a whole number of them.
    fn in_months(self, size: u32) -> Option<i32> {
        let whole = self.days == 0 && self.clock.is_zero() && self.months.is_multiple_of(size);
        whole.then(|| i32::try_from(self.months / size).ok()).flatten()
    }
}

impl Direction {
    fn moment(self, at: NaiveDateTime, step: Step) -> Option<NaiveDateTime> {
        match self {
            Direction::Forward => step.forward(at),
            Direction::Backward => step.backward(at),
        }
    }

    fn count(self, from: i32, by: i32) -> Option<i32> {
        match self {
            Direction::Forward => from.checked_add(by),
            Direction::Backward => from.checked_sub(by),
        }
    }

    /// The `index`th of the `parts` equal parts of `year`, moved by `by` parts.
    fn part(self, year: i32, index: usize, parts: i32, by: i32) -> Option<(i32, usize)> {
        let count = self.count(year.checked_mul(parts)?.checked_add(index as i32)?, by)?;
        Some((count.div_euclid(parts), count.rem_euclid(parts) as usize))
    }
}

impl Unit {
    fn shifted(self, step: Step, direction: Direction) -> Option<Unit> {
        const HALVES: [Half; 2] = [Half::H1, Half::H2];
        const QUARTERS: [Quarter; 4] = [Quarter::Q1, Quarter::Q2, Quarter::Q3, Quarter::Q4];
        const SEASONS: [Season; 4] = [Season::Spring, Season::Summer, Season::Autumn, Season::Winter];

        Some(match self {
            Unit::Millennium(n) => Unit::Millennium(direction.count(n, step.in_months(12_000)?)?),
            Unit::Century(n) => Unit::Century(direction.count(n, step.in_months(1200)?)?),
            Unit::Decade(n) => Unit::Decade(direction.count(n, step.in_months(120)?)?),
            Unit::Year(year) => Unit::Year(direction.count(year, step.in_months(12)?)?),
            Unit::Half(year, half) => {
                let (year, index) = direction.part(year, half as usize - Half::H1 as usize, 2, step.in_months(6)?)?;
                Unit::Half(year, HALVES[index])
            }
            Unit::Quarter(year, quarter) => {
                let index = quarter as usize - Quarter::Q1 as usize;
                let (year, index) = direction.part(year, index, 4, step.in_months(3)?)?;
                Unit::Quarter(year, QUARTERS[index])
            }
            Unit::Season(year, season) => {
                let index = season as usize - Season::Spring as usize;
                let (year, index) = direction.part(year, index, 4, step.in_months(3)?)?;
                Unit::Season(year, SEASONS[index])
            }
            Unit::Month(year, month) => {
                let (year, index) = direction.part(year, usize::from(month) - 1, 12, step.in_months(1)?)?;
                Unit::Month(year, index as u8 + 1)
            }
            Unit::Week(year, week) => {
                if step.months > 0 || !step.days.is_multiple_of(7) || !step.clock.is_zero() {
                    return None;
                }
                let monday = NaiveDate::from_isoywd_opt(year, week.into(), Weekday::Mon)?;
                let week = direction.moment(monday.and_time(NaiveTime::MIN), step)?.iso_week();
                Unit::Week(week.year(), week.week() as u8)
            }
            Unit::Day(_) if !step.clock.is_zero() => return None,
            Unit::Day(day) => Unit::Day(direction.moment(day.and_time(NaiveTime::MIN), step)?.date()),
            Unit::Minute(..) if step.clock.num_seconds() % 60 != 0 => return None,
            Unit::Minute(at, offset) => Unit::Minute(direction.moment(at, step)?, offset),
            Unit::Second(at, offset) => Unit::Second(direction.moment(at, step)?, offset),
            Unit::MonthOfYear(_) | Unit::DayOfYear(..) => return None,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn period(text: &str) -> Period {
        text.parse().unwrap()
    }

    #[test]
    fn counts_months_and_days_between_days() {
        for (from, to, length) in [
            ("2022-01-11", "2022-09-02", "P7M22D"),
            ("2023-07-03", "2023-12-04", "P5M1D"),
            ("2023-07-03", "2023-12-02", "P4M29D"),
            ("2020-01-29", "2020-02-05", "P7D"),
            ("2019-12-31", "2020-12-31", "P1Y"),
            ("2020-02-29", "2021-02-28", "P1Y"),
            ("2020-02-29", "2021-03-01", "P1Y1D"),
            ("2021-01-31", "2021-02-28", "P1M"),
            ("2021-01-31", "2021-03-01", "P1M1D"),
            ("2021-02-28", "2021-03-31", "P1M3D"),
            ("2021-05-06", "2021-05-06", "P0D"),
            ("-0001-12-31", "0001-01-01", "P1Y1D"),
        ] {
            assert_eq!(Period::between(day(from), day(to)).to_string(), length, "{from} to {to}");
            assert_eq!(Period::between(day(to), day(from)).to_string(), length, "{to} to {from}");
        }
    }

    #[test]
    fn a_day_and_the_difference_make_the_other_day() {
        let first = day("2019-11-15");
        for start in first.iter_days().step_by(7).take(80) {
            for end in start.iter_days().step_by(13).take(80) {
                let between = Period::between(start, end);
                assert_eq!(between.after(start), Some(end), "{start} and {between}");
            }
        }
    }

    #[test]
    fn moves_days_by_the_end_of_month_rule() {
        for (from, by, to) in [
            ("2023-01-31", "P1M", "2023-02-28"),
            ("2024-01-31", "P1M", "2024-02-29"),
            ("2024-02-29", "P1Y", "2025-02-28"),
            ("2024-02-29", "P4Y", "2028-02-29"),
            ("2023-01-31", "P1M1D", "2023-03-01"),
            ("2023-01-31", "P2W", "2023-02-14"),
        ] {
            assert_eq!(period(by).after(day(from)), Some(day(to)), "{from} and {by}");
        }
        assert_eq!(period("P1M").before(day("2023-03-31")), Some(day("2023-02-28")));
        assert_eq!(period("P1Y2M3D").before(day("2023-03-04")), Some(day("2022-01-01")));
        assert_eq!(period("PT5H").after(day("2023-03-31")), None);
        assert_eq!(period("P300000Y").after(day("2023-03-31")), None);
        assert_eq!(period("P4294967295Y").after(day("2023-03-31")), None);
    }

    #[test]
    fn moves_a_date_at_its_own_precision() {
        for (from, by, to) in [
            ("2023", "P2Y", "2025"),
            ("2023", "P24M", "2025"),
            ("199X", "P10Y", "200X"),
            ("19XX", "P1Y", ""),
            ("2023", "P6M", ""),
            ("2023-10", "P5M", "2024-03"),
            ("2023-10?", "P1Y", "2024-10?"),
            ("2023-10", "P1D", ""),
            ("2023-36", "P3M", "2024-33"),
            ("2023-24", "P6M", "2024-22"),
            ("2023-41", "P6M", "2024-40"),
            ("2023-10-06", "P1M", "2023-11-06"),
            ("2023-10-06", "PT1H", ""),
            ("2023-10-06T22:53", "PT9M", "2023-10-06T23:02"),
            ("2023-10-06T22:53+03:00", "PT2H", "2023-10-07T00:53+03:00"),
            ("2023-10-06T22:53", "PT1S", ""),
            ("2023/2025-03", "P1Y", "2024/2026-03"),
            ("2023/..", "P1Y", "2024/.."),
            ("2023/2025-03", "P1M", ""),
            ("XXXX-03", "P1M", ""),
        ] {
            let moved = from.parse::<Date>().unwrap().checked_add(period(by));
            assert_eq!(moved, to.parse().ok(), "{from} and {by}");
            if let Some(moved) = moved {
                assert_eq!(moved.checked_sub(period(by)), from.parse().ok(), "{moved} less {by}");
            }
        }
    }

    #[test]
    fn moves_weeks_by_weeks() {
        let week = Date::from(Unit::Week(2020, 52));
        assert_eq!(week.checked_add(period("P2W")), Some(Unit::Week(2021, 1).into()));
        assert_eq!(week.checked_add(period("P14D")), Some(Unit::Week(2021, 1).into()));
        assert_eq!(week.checked_add(period("P1M")), None);
    }
}
