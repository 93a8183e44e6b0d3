use chrono::{Datelike, Days, Months, NaiveDate, NaiveTime, Timelike};

use super::date::digits_of_year;
use super::{Half, Quarter, Season, Unit};

/// A kind of calendar unit, from the finest to the coarsest.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[allow(missing_docs)]
pub enum Grain {
    Second,
    Minute,
    Hour,
    Day,
    Weekend,
    Week,
    Fortnight,
    Month,
    Season,
    Quarter,
    Half,
    Year,
    Decade,
    Century,
    Millennium,
}

impl Grain {
    /// The unit of this grain that holds `day`; a weekend or fortnight is placed by its week.
    pub fn around(self, day: NaiveDate) -> Unit {
        let year = day.year();
        match self {
            Grain::Second => Unit::Second(day.and_time(NaiveTime::MIN), None),
            Grain::Minute | Grain::Hour => Unit::Minute(day.and_time(NaiveTime::MIN), None),
            Grain::Day => Unit::Day(day),
            Grain::Weekend | Grain::Week | Grain::Fortnight => {
                let week = day.iso_week();
                Unit::Week(week.year(), week.week() as u8)
            }
            Grain::Month => Unit::Month(year, day.month() as u8),
            Grain::Season => Season::around(day),
            Grain::Quarter => Unit::Quarter(year, Quarter::of_month(day.month())),
            Grain::Half => Unit::Half(year, if day.month() <= 6 { Half::H1 } else { Half::H2 }),
            Grain::Year => Unit::Year(year),
            Grain::Decade => Unit::Decade(digits_of_year(year, 10)),
            Grain::Century => Unit::Century(digits_of_year(year, 100)),
            Grain::Millennium => Unit::Millennium(digits_of_year(year, 1000)),
        }
    }

    /// The day that lies `count` units of this grain after `day` (before it where negative), the calendar permitting.
    pub fn shift(self, day: NaiveDate, count: i32) -> Option<NaiveDate> {
        let days = |each: i32| {
            let total = count.checked_mul(each)?;
            let step = Days::new(total.unsigned_abs().into());
            if total < 0 { day.checked_sub_days(step) } else { day.checked_add_days(step) }
        };
        let months = |each: i32| {
            let total = count.checked_mul(each)?;
            let step = Months::new(total.unsigned_abs());
            if total < 0 { day.checked_sub_months(step) } else { day.checked_add_months(step) }
        };
        match self {
            Grain::Second | Grain::Minute | Grain::Hour => Some(day),
            Grain::Day => days(1),
            Grain::Weekend | Grain::Week => days(7),
            Grain::Fortnight => days(14),
            Grain::Month => months(1),
            Grain::Season | Grain::Quarter => months(3),
            Grain::Half => months(6),
            Grain::Year => months(12),
            Grain::Decade => months(120),
            Grain::Century => months(1200),
            Grain::Millennium => months(12000),
        }
    }
}

impl Season {
    /// The season that holds `day`, by the meteorological quarters of the northern half; January and February belong to
    /// the winter of the year before.
    fn around(day: NaiveDate) -> Unit {
        let year = day.year();
        match day.month() {
            1 | 2 => Unit::Season(year - 1, Season::Winter),
            3..=5 => Unit::Season(year, Season::Spring),
            6..=8 => Unit::Season(year, Season::Summer),
            9..=11 => Unit::Season(year, Season::Autumn),
            _ => Unit::Season(year, Season::Winter),
        }
    }
}

impl Quarter {
    /// The quarter that a month (1 to 12) lies in.
    pub fn of_month(month: u32) -> Quarter {
        match month {
            ..=3 => Quarter::Q1,
            4..=6 => Quarter::Q2,
            7..=9 => Quarter::Q3,
            _ => Quarter::Q4,
        }
    }

    /// The first to the fourth quarter.
    pub fn from_number(number: u32) -> Option<Quarter> {
        [Quarter::Q1, Quarter::Q2, Quarter::Q3, Quarter::Q4].get(number.checked_sub(1)? as usize).copied()
    }
}

impl Unit {
    /// What kind of unit it is.
    pub fn grain(self) -> Grain {
        match self {
            Unit::Millennium(_) => Grain::Millennium,
            Unit::Century(_) => Grain::Century,
            Unit::Decade(_) => Grain::Decade,
            Unit::Year(_) => Grain::Year,
            Unit::Half(..) => Grain::Half,
            Unit::Quarter(..) => Grain::Quarter,
            Unit::Season(..) => Grain::Season,
            Unit::Month(..) | Unit::MonthOfYear(_) => Grain::Month,
            Unit::Week(..) => Grain::Week,
            Unit::Day(_) | Unit::DayOfYear(..) => Grain::Day,
            Unit::Minute(at, _) if at.minute() == 0 => Grain::Hour,
            Unit::Minute(..) => Grain::Minute,
            Unit::Second(..) => Grain::Second,
        }
    }

    /// The first day of the unit.
    pub fn first_day(self) -> Option<NaiveDate> {
        self.bounds().earliest.map(|at| at.date())
    }

    /// The last day of the unit.
    pub fn last_day(self) -> Option<NaiveDate> {
        self.bounds().latest.map(|at| at.date())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(year: i32, month: u32, day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(year, month, day).unwrap()
    }

    #[test]
    fn a_month_too_short_ends_on_its_last_day() {
        assert_eq!(Grain::Month.shift(day(2023, 3, 31), -1), Some(day(2023, 2, 28)));
        assert_eq!(Grain::Year.shift(day(2024, 2, 29), 1), Some(day(2025, 2, 28)));
        assert_eq!(Grain::Quarter.around(day(2023, 11, 5)), Unit::Quarter(2023, Quarter::Q4));
    }

    #[test]
    fn shifts_beyond_the_calendar_are_none() {
        assert_eq!(Grain::Millennium.shift(day(2023, 1, 1), i32::MAX), None);
        assert_eq!(Grain::Day.shift(day(2023, 1, 1), i32::MIN), None);
    }

    #[test]
    fn january_belongs_to_the_winter_before() {
        assert_eq!(Grain::Season.around(day(2023, 1, 9)), Unit::Season(2022, Season::Winter));
        assert_eq!(Grain::Week.around(day(2023, 1, 1)), Unit::Week(2022, 52));
    }
}
