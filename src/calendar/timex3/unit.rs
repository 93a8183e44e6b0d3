use std::fmt;

use chrono::{Datelike, Timelike};

use crate::calendar::plain::Plain;
use crate::calendar::{Half, Quarter, Season, Unit};

/// Writes a unit as a TIMEX3 value: `1998-W02`, `1998-Q3`, `1998-SU`, `199`, `BC0490`.
#[derive(Clone, Copy, Debug)]
pub struct Timex3(pub Unit);

impl Timex3 {
    /// The same as a string, for the many values that a text tells: most are put together without formatting.
    pub(crate) fn text(self) -> String {
        Plain::of(self.0).map_or_else(|| self.to_string(), |plain| plain.as_str().to_owned())
    }
}

impl fmt::Display for Timex3 {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(plain) = Plain::of(self.0) {
            return f.write_str(plain.as_str());
        }
        match self.0 {
            Unit::Millennium(n) => write!(f, "{n}"),
            Unit::Century(n) if n < 0 => write!(f, "BC{:02}", -n - 1),
            Unit::Century(n) => write!(f, "{n:02}"),
            Unit::Decade(n) if n < 0 => write!(f, "BC{:03}", -n - 1),
            Unit::Decade(n) => write!(f, "{n:03}"),
            Unit::Year(year) => write!(f, "{}", Year(year)),
            Unit::Half(year, half) => write!(f, "{}-{}", Year(year), half_text(half)),
            Unit::Quarter(year, quarter) => write!(f, "{}-{}", Year(year), quarter_text(quarter)),
            Unit::Season(year, season) => write!(f, "{}-{}", Year(year), season_text(season)),
            Unit::Month(year, month) => write!(f, "{}-{month:02}", Year(year)),
            Unit::Week(year, week) => write!(f, "{}-W{week:02}", Year(year)),
            Unit::Day(day) => write!(f, "{}-{:02}-{:02}", Year(day.year()), day.month(), day.day()),
            Unit::Minute(at, offset) => {
                write!(f, "{}T{:02}:{:02}", Timex3(Unit::Day(at.date())), at.hour(), at.minute())?;
                offset.map_or(Ok(()), |offset| write!(f, "{}", Zone(offset)))
            }
            Unit::Second(at, offset) => {
                let time = (at.hour(), at.minute(), at.second());
                write!(f, "{}T{:02}:{:02}:{:02}", Timex3(Unit::Day(at.date())), time.0, time.1, time.2)?;
                offset.map_or(Ok(()), |offset| write!(f, "{}", Zone(offset)))
            }
            Unit::MonthOfYear(month) => write!(f, "XXXX-{month:02}"),
            Unit::DayOfYear(month, day) => write!(f, "XXXX-{month:02}-{day:02}"),
        }
    }
}

/// `SP`, `SU`, `FA`, `WI`.
pub(crate) fn season_text(season: Season) -> &'static str {
    match season {
        Season::Spring => "SP",
        Season::Summer => "SU",
        Season::Autumn => "FA",
        Season::Winter => "WI",
    }
}

/// `Q1` to `Q4`.
pub(super) fn quarter_text(quarter: Quarter) -> &'static str {
    match quarter {
        Quarter::Q1 => "Q1",
        Quarter::Q2 => "Q2",
        Quarter::Q3 => "Q3",
        Quarter::Q4 => "Q4",
    }
}

/// `H1`, `H2`.
pub(super) fn half_text(half: Half) -> &'static str {
    match half {
        Half::H1 => "H1",
        Half::H2 => "H2",
    }
}

/// A year of four digits, with `BC` before the year 1.
struct Year(i32);

impl fmt::Display for Year {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0 {
            year if year <= 0 => write!(f, "BC{:04}", 1 - i64::from(year)),
            year => write!(f, "{year:04}"),
        }
    }
}

/// An offset from UTC in minutes: `Z`, `+03:00`.
struct Zone(i16);

impl fmt::Display for Zone {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0 {
            0 => f.write_str("Z"),
            minutes => {
                let sign = if minutes < 0 { '-' } else { '+' };
                let minutes = minutes.unsigned_abs();
                write!(f, "{sign}{:02}:{:02}", minutes / 60, minutes % 60)
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn writes_each_unit() {
        let cases = [
            (Unit::Decade(199), "199"),
            (Unit::Century(19), "19"),
            (Unit::Year(490), "0490"),
            (Unit::Year(-489), "BC0490"),
            (Unit::Year(12_000), "12000"),
            (Unit::Month(1998, 2), "1998-02"),
            (Unit::Month(0, 2), "BC0001-02"),
            (Unit::Day(chrono::NaiveDate::from_ymd_opt(1998, 11, 5).unwrap()), "1998-11-05"),
            (Unit::Decade(-48), "BC047"),
            (Unit::Quarter(1998, Quarter::Q3), "1998-Q3"),
            (Unit::Season(1998, Season::Summer), "1998-SU"),
            (Unit::Week(1998, 2), "1998-W02"),
            (Unit::DayOfYear(2, 29), "XXXX-02-29"),
        ];
        for (unit, text) in cases {
            assert_eq!(Timex3(unit).to_string(), text);
        }
    }
}
