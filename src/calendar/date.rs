use chrono::{Datelike, NaiveDate, NaiveDateTime, NaiveTime, Weekday};

use super::Bounds;

/// A date at its own precision: one [`Point`], or an interval between two.
///
/// Small and `Copy`. Its text form (`Display`, `FromStr`, serde) is EDTF; [the table](super::edtf) shows how much of
/// EDTF it holds. What EDTF has no form for (a week, a decade before year 0) is written as the interval that it
/// covers, which [`as_written`](Date::as_written) gives. Months and days have a text form in the years -9999 to 9999 only.
///
/// ```
/// use timeline::calendar::Date;
///
/// let month: Date = "2023-10".parse()?;
/// assert_eq!(month.to_string(), "2023-10");
/// assert!("2023-10-06".parse::<Date>()?.within(month));
/// # Ok::<(), timeline::calendar::ParseDateError>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Date {
    /// One value at one precision.
    Point(Point),
    /// From the start of `start` to the end of `end`; `None` is an open end (`..` in EDTF).
    Interval {
        /// The first part, `None` where the interval has no stated beginning.
        start: Option<Point>,
        /// The last part, `None` where the interval has no stated end.
        end: Option<Point>,
    },
}

/// A [`Unit`] of the calendar and how sure its value is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Point {
    /// The unit that is named.
    pub unit: Unit,
    /// `?`, `~` or `%` in EDTF.
    pub qualifier: Qualifier,
}

/// A stretch of the proleptic Gregorian calendar that a text can name.
///
/// Years are astronomical: 0 is 1 BC, -43 is 44 BC. Decades, centuries and millennia have the digits of the years as
/// people count them, in each era by itself: those of the years before Christ are numbered downwards from -1, and
/// `Century(-5)` is 499 to 400 BC as `Century(4)` is 400 to 499.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Unit {
    /// `Millennium(2)` is 2000 to 2999.
    Millennium(i32),
    /// `Century(19)` is 1900 to 1999.
    Century(i32),
    /// `Decade(199)` is 1990 to 1999.
    Decade(i32),
    /// A year.
    Year(i32),
    /// A half of a year.
    Half(i32, Half),
    /// A quarter of a year.
    Quarter(i32, Quarter),
    /// A season of a year, of no stated hemisphere: its bounds are those of the meteorological seasons of the north, so
    /// that a winter begins in December of the year named and ends with the February after it.
    Season(i32, Season),
    /// Year and month, 1 to 12.
    Month(i32, u8),
    /// ISO 8601 week-numbering year and week, 1 to 53.
    Week(i32, u8),
    /// A day.
    Day(NaiveDate),
    /// A minute of a day, with the offset from UTC in minutes where one is stated.
    Minute(NaiveDateTime, Option<i16>),
    /// A second of a day, with the offset from UTC in minutes where one is stated.
    Second(NaiveDateTime, Option<i16>),
    /// A month of an unknown year.
    MonthOfYear(u8),
    /// A month and day of an unknown year.
    DayOfYear(u8, u8),
}

/// How sure a value is, as EDTF marks it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Qualifier {
    /// As stated.
    #[default]
    Exact,
    /// `?`
    Uncertain,
    /// `~`
    Approximate,
    /// `%`
    UncertainApproximate,
}

/// A season, in EDTF's order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[allow(missing_docs)]
pub enum Season {
    Spring = 21,
    Summer = 22,
    Autumn = 23,
    Winter = 24,
}

/// A quarter of a year.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[allow(missing_docs)]
pub enum Quarter {
    Q1 = 33,
    Q2 = 34,
    Q3 = 35,
    Q4 = 36,
}

/// A half of a year.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[allow(missing_docs)]
pub enum Half {
    H1 = 40,
    H2 = 41,
}

/// The years that EDTF can write with a month.
const YEARS: std::ops::RangeInclusive<i32> = -9999..=9999;

impl From<Unit> for Point {
    fn from(unit: Unit) -> Point {
        Point { unit, qualifier: Qualifier::Exact }
    }
}

impl From<Unit> for Date {
    fn from(unit: Unit) -> Date {
        Date::Point(unit.into())
    }
}

impl From<Point> for Date {
    fn from(point: Point) -> Date {
        Date::Point(point)
    }
}

impl From<NaiveDate> for Date {
    fn from(day: NaiveDate) -> Date {
        Unit::Day(day).into()
    }
}

impl Date {
    /// A year; astronomical, so 0 is 1 BC.
    pub fn year(year: i32) -> Date {
        Unit::Year(year).into()
    }

    /// A month, or `None` where there is no such month.
    pub fn month(year: i32, month: u8) -> Option<Date> {
        ((1..=12).contains(&month) && YEARS.contains(&year)).then(|| Unit::Month(year, month).into())
    }

    /// A day, or `None` where the calendar has no such day.
    pub fn day(year: i32, month: u8, day: u8) -> Option<Date> {
        let day = NaiveDate::from_ymd_opt(year, month.into(), day.into())?;
        YEARS.contains(&year).then(|| day.into())
    }

    /// A minute of a day, of no stated zone.
    pub fn minute(day: NaiveDate, hour: u8, minute: u8) -> Option<Date> {
        let time = NaiveTime::from_hms_opt(hour.into(), minute.into(), 0)?;
        Some(Unit::Minute(day.and_time(time), None).into())
    }

    /// An interval; `None` is an open end.
    pub fn interval(start: Option<Point>, end: Option<Point>) -> Date {
        Date::Interval { start, end }
    }

    /// The Monday to Sunday interval that holds `day`.
    pub fn week_of(day: NaiveDate) -> Date {
        let week = day.week(Weekday::Mon);
        // The calendar of `chrono` ends within a week.
        let (first, last) = (week.checked_first_day().unwrap_or(day), week.checked_last_day().unwrap_or(day));
        Date::interval(Some(Unit::Day(first).into()), Some(Unit::Day(last).into()))
    }

    /// The Saturday and Sunday of the week that holds `day`.
    pub fn weekend_of(day: NaiveDate) -> Date {
        let sunday = day.week(Weekday::Mon).checked_last_day().unwrap_or(day);
        let saturday = sunday.pred_opt().unwrap_or(sunday);
        Date::interval(Some(Unit::Day(saturday).into()), Some(Unit::Day(sunday).into()))
    }

    /// The same value with another qualifier on each of its points.
    pub fn qualified(self, qualifier: Qualifier) -> Date {
        let set = |point: Point| Point { qualifier, ..point };
        match self {
            Date::Point(point) => Date::Point(set(point)),
            Date::Interval { start, end } => Date::Interval { start: start.map(set), end: end.map(set) },
        }
    }

    /// The single point, where it is one.
    pub fn as_point(self) -> Option<Point> {
        match self {
            Date::Point(point) => Some(point),
            Date::Interval { .. } => None,
        }
    }

    /// The one day that this names or lies in; `None` for anything coarser and for intervals.
    pub fn as_day(self) -> Option<NaiveDate> {
        match self.as_point()?.unit {
            Unit::Day(day) => Some(day),
            Unit::Minute(at, _) | Unit::Second(at, _) => Some(at.date()),
            _ => None,
        }
    }

    /// The one calendar year that this lies in.
    pub fn as_year(self) -> Option<i32> {
        let bounds = self.bounds();
        let (first, last) = (bounds.earliest?.year(), bounds.latest?.year());
        (first == last).then_some(first)
    }

    /// The smallest date of whole days that covers `bounds`: a year or a month where it is just that, else an interval.
    /// `None` where there is no bound.
    pub fn spanning(bounds: Bounds) -> Option<Date> {
        let (first, last) = (bounds.earliest.map(|at| at.date()), bounds.latest.map(|at| at.date()));
        let day = |day: NaiveDate| Point::from(Unit::Day(day));
        let (Some(first), Some(last)) = (first, last) else {
            return (first.is_some() || last.is_some()).then(|| Date::interval(first.map(day), last.map(day)));
        };
        let ends_month = last.day() == u32::from(last.num_days_in_month());
        let (start, end) = if first.ordinal() == 1 && ends_month && last.month() == 12 {
            (Unit::Year(first.year()).into(), Unit::Year(last.year()).into())
        } else if first.day() == 1 && ends_month {
            let month = |day: NaiveDate| Point::from(Unit::Month(day.year(), day.month() as u8));
            (month(first), month(last))
        } else {
            (day(first), day(last))
        };
        Some(if start == end { Date::Point(start) } else { Date::interval(Some(start), Some(end)) })
    }

    /// Whether this is an interval (open or closed).
    pub fn is_interval(self) -> bool {
        matches!(self, Date::Interval { .. })
    }

    /// The earliest and latest moment that it can mean, both inclusive.
    pub fn bounds(self) -> Bounds {
        match self {
            Date::Point(point) => point.unit.bounds(),
            Date::Interval { start, end } => Bounds {
                earliest: start.and_then(|point| point.unit.bounds().earliest),
                latest: end.and_then(|point| point.unit.bounds().latest),
            },
        }
    }

    /// Whether every moment of this lies in `outer`; in a day or month of no stated year lies that of any year.
    pub fn within(self, outer: Date) -> bool {
        match outer.as_point().map(|point| point.unit) {
            Some(recurring @ (Unit::MonthOfYear(_) | Unit::DayOfYear(..))) => {
                self.as_point().is_some_and(|point| point.unit.recurs_in(recurring))
            }
            _ => self.bounds().within(outer.bounds()),
        }
    }
}

impl Unit {
    /// The first and last moment of the unit; both `None` where its year is unknown or beyond the calendar.
    pub fn bounds(self) -> Bounds {
        let years = |(first, last): (i32, i32)| {
            Some((NaiveDate::from_ymd_opt(first, 1, 1)?, NaiveDate::from_ymd_opt(last, 12, 31)?))
        };
        let months = |year: i32, first: u32, count: u32| {
            let start = NaiveDate::from_ymd_opt(year, first, 1)?;
            let end = start.checked_add_months(chrono::Months::new(count))?.pred_opt()?;
            Some((start, end))
        };
        let days = match self {
            Unit::Millennium(n) => years(years_by_digits(n, 1000)),
            Unit::Century(n) => years(years_by_digits(n, 100)),
            Unit::Decade(n) => years(years_by_digits(n, 10)),
            Unit::Year(year) => years((year, year)),
            Unit::Half(year, half) => months(year, if half == Half::H1 { 1 } else { 7 }, 6),
            Unit::Quarter(year, quarter) => months(year, (quarter as u32 - Quarter::Q1 as u32) * 3 + 1, 3),
            Unit::Season(year, season) => months(year, (season as u32 - Season::Spring as u32) * 3 + 3, 3),
            Unit::Month(year, month) => months(year, month.into(), 1),
            Unit::Week(year, week) => NaiveDate::from_isoywd_opt(year, week.into(), Weekday::Mon)
                .zip(NaiveDate::from_isoywd_opt(year, week.into(), Weekday::Sun)),
            Unit::Day(day) => Some((day, day)),
            Unit::Minute(at, _) => {
                return Bounds { earliest: Some(at), latest: at.checked_add_signed(chrono::TimeDelta::seconds(59)) };
            }
            Unit::Second(at, _) => return Bounds { earliest: Some(at), latest: Some(at) },
            Unit::MonthOfYear(_) | Unit::DayOfYear(..) => None,
        };
        Bounds {
            earliest: days.map(|(first, _)| first.and_time(NaiveTime::MIN)),
            latest: days.and_then(|(_, last)| last.and_hms_opt(23, 59, 59)),
        }
    }

    /// Whether the unit is of the month, and the day, that `outer` names in every year.
    fn recurs_in(self, outer: Unit) -> bool {
        let of_year = |unit: Unit| match unit {
            Unit::Month(_, month) | Unit::MonthOfYear(month) => Some((u32::from(month), None)),
            Unit::DayOfYear(month, day) => Some((month.into(), Some(day.into()))),
            Unit::Day(day) => Some((day.month(), Some(day.day()))),
            Unit::Minute(at, _) | Unit::Second(at, _) => Some((at.month(), Some(at.day()))),
            _ => None,
        };
        let (Some((month, day)), Some((of_month, of_day))) = (of_year(self), of_year(outer)) else { return false };
        month == of_month && (of_day.is_none() || day == of_day)
    }

    /// The year that the unit names, where it names one.
    pub fn year(self) -> Option<i32> {
        match self {
            Unit::Year(year)
            | Unit::Half(year, _)
            | Unit::Quarter(year, _)
            | Unit::Season(year, _)
            | Unit::Month(year, _)
            | Unit::Week(year, _) => Some(year),
            Unit::Day(day) => Some(day.year()),
            Unit::Minute(at, _) | Unit::Second(at, _) => Some(at.year()),
            Unit::Millennium(_) | Unit::Century(_) | Unit::Decade(_) => None,
            Unit::MonthOfYear(_) | Unit::DayOfYear(..) => None,
        }
    }
}

/// The first and last of the `count` years with the leading digits `n`; below zero, of those before Christ.
pub(super) fn years_by_digits(n: i32, count: i32) -> (i32, i32) {
    if n >= 0 {
        let first = n.saturating_mul(count);
        (first, first.saturating_add(count - 1))
    } else {
        // 1 BC is year 0, and there is no year 0 BC to go with the digits 0.
        let last = (n + 1).saturating_mul(count).saturating_add(1);
        (last.saturating_sub(count - 1), last.min(0))
    }
}

/// The leading digits that `year` shares with `count` years; those before Christ are numbered downwards from -1.
pub(super) fn digits_of_year(year: i32, count: i32) -> i32 {
    if year > 0 { year / count } else { -1 - year.saturating_sub(1).saturating_neg() / count }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_year_lies_in_the_decade_and_century_of_its_digits() {
        for year in -2100..=2100 {
            for count in [10, 100, 1000] {
                let (first, last) = years_by_digits(digits_of_year(year, count), count);
                assert!((first..=last).contains(&year), "{year} in {first} to {last}");
            }
        }
        assert_eq!(digits_of_year(1999, 10), 199);
        assert_eq!(digits_of_year(-43, 10), -5, "44 BC is of the forties");
    }

    #[test]
    fn in_a_day_of_no_stated_year_lies_that_day_of_any_year() {
        let within = |date: &str, outer: &str| date.parse::<Date>().unwrap().within(outer.parse().unwrap());
        for date in ["XXXX-06-03", "1931-06-03", "1931-06-03T10:30"] {
            assert!(within(date, "XXXX-06") && within(date, "XXXX-06-03"), "{date}");
            assert!(!within(date, "XXXX-02") && !within(date, "XXXX-06-04"), "{date}");
        }
        assert!(within("1931-06", "XXXX-06") && !within("1931-06", "XXXX-06-03"));
        assert!(!within("1931", "XXXX-06") && !within("XXXX-06", "1931") && !within("XXXX-06", "XXXX-06-03"));
    }
}
