//! Dates in words, as a person writes them: at their own precision, nothing added.

use std::fmt;

use chrono::{Datelike, NaiveDate, NaiveDateTime, Timelike};

use super::{Date, Half, Point, Qualifier, Quarter, Season, Unit};

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// When something was so, in words: as [`date`], but "since 2016" and "until May 1932" for what has no end or beginning.
pub(crate) fn when(date: Date) -> String {
    match date {
        Date::Interval { start: Some(start), end: None } => format!("since {}", point(start)),
        Date::Interval { start: None, end: Some(end) } => format!("until {}", point(end)),
        _ => self::date(date),
    }
}

/// A date in words: "3 July 2023", "August 2021", "3–9 January 2022", "2023–2025", "about 1990", "2016 or later".
pub(crate) fn date(date: Date) -> String {
    match date {
        Date::Point(Point { unit: unit @ Unit::Week(..), .. }) => {
            let days = unit.first_day().zip(unit.last_day());
            days.map(|(first, last)| between(Unit::Day(first), Unit::Day(last))).unwrap_or_default()
        }
        Date::Point(one) => point(one),
        Date::Interval { start: Some(start), end: Some(end) } if exact(start) && exact(end) => {
            between(start.unit, end.unit)
        }
        Date::Interval { start: Some(start), end: Some(end) } => format!("{} – {}", point(start), point(end)),
        Date::Interval { start: Some(start), end: None } => format!("{} or later", point(start)),
        Date::Interval { start: None, end: Some(end) } => format!("{} or earlier", point(end)),
        Date::Interval { start: None, end: None } => "at an unknown time".to_owned(),
    }
}

fn exact(point: Point) -> bool {
    point.qualifier == Qualifier::Exact
}

fn point(Point { unit, qualifier }: Point) -> String {
    let words = Words(unit);
    match qualifier {
        Qualifier::Exact => words.to_string(),
        Qualifier::Uncertain => format!("{words} (uncertain)"),
        Qualifier::Approximate => format!("about {words}"),
        Qualifier::UncertainApproximate => format!("about {words} (uncertain)"),
    }
}

/// From one to another, saying once what they share: "3–9 January 2022", "July–August 2021".
fn between(first: Unit, last: Unit) -> String {
    match (first, last) {
        _ if first == last => Words(first).to_string(),
        (Unit::Day(a), Unit::Day(b)) if (a.year(), a.month()) == (b.year(), b.month()) => {
            format!("{}–{}", a.day(), Words(last))
        }
        (Unit::Day(a), Unit::Day(b)) if a.year() == b.year() => {
            format!("{} {} – {}", a.day(), month(a.month()), Words(last))
        }
        (Unit::Month(a, m), Unit::Month(b, _)) if a == b => format!("{}–{}", month(m.into()), Words(last)),
        (Unit::Year(a), Unit::Year(b)) if a > 0 && b > 0 => format!("{a}–{b}"),
        _ => format!("{} – {}", Words(first), Words(last)),
    }
}

fn month(number: u32) -> &'static str {
    MONTHS.get((number as usize).wrapping_sub(1)).copied().unwrap_or_default()
}

struct Words(Unit);

impl fmt::Display for Words {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0 {
            Unit::Millennium(n) => write!(f, "{}s", n.saturating_mul(1000)),
            // "1800s" would be their first decade as well.
            Unit::Century(n) => write_century(f, n),
            Unit::Decade(n) => write!(f, "{}s", n.saturating_mul(10)),
            Unit::Year(year) => write_year(f, year),
            Unit::Half(year, half) => {
                f.write_str(if half == Half::H1 { "first half of " } else { "second half of " })?;
                write_year(f, year)
            }
            Unit::Quarter(year, quarter) => {
                f.write_str(match quarter {
                    Quarter::Q1 => "first quarter of ",
                    Quarter::Q2 => "second quarter of ",
                    Quarter::Q3 => "third quarter of ",
                    Quarter::Q4 => "fourth quarter of ",
                })?;
                write_year(f, year)
            }
            Unit::Season(year, season) => {
                f.write_str(match season {
                    Season::Spring => "spring ",
                    Season::Summer => "summer ",
                    Season::Autumn => "autumn ",
                    Season::Winter => "winter ",
                })?;
                write_year(f, year)
            }
            Unit::Month(year, number) => {
                write!(f, "{} ", month(number.into()))?;
                write_year(f, year)
            }
            unit @ Unit::Week(..) => f.write_str(&date(unit.into())),
            Unit::Day(day) => write_day(f, day),
            Unit::Minute(at, zone) => {
                write_day(f, at.date())?;
                write!(f, ", {:02}:{:02}", at.hour(), at.minute())?;
                write_zone(f, zone)
            }
            Unit::Second(at, zone) => {
                write_day(f, at.date())?;
                write!(f, ", {:02}:{:02}:{:02}", at.hour(), at.minute(), at.second())?;
                write_zone(f, zone)
            }
            Unit::MonthOfYear(number) => write!(f, "{}, year unknown", month(number.into())),
            Unit::DayOfYear(number, day) => write!(f, "{day} {}, year unknown", month(number.into())),
        }
    }
}

fn write_century(f: &mut fmt::Formatter<'_>, hundreds: i32) -> fmt::Result {
    let number = if hundreds < 0 { hundreds.unsigned_abs() } else { hundreds.unsigned_abs() + 1 };
    let ending = match (number % 100, number % 10) {
        (11..=13, _) => "th",
        (_, 1) => "st",
        (_, 2) => "nd",
        (_, 3) => "rd",
        _ => "th",
    };
    write!(f, "{number}{ending} century{}", if hundreds < 0 { " BC" } else { "" })
}

fn write_year(f: &mut fmt::Formatter<'_>, year: i32) -> fmt::Result {
    if year > 0 { write!(f, "{year}") } else { write!(f, "{} BC", 1i64 - i64::from(year)) }
}

fn write_day(f: &mut fmt::Formatter<'_>, day: NaiveDate) -> fmt::Result {
    write!(f, "{} {} ", day.day(), month(day.month()))?;
    write_year(f, day.year())
}

fn write_zone(f: &mut fmt::Formatter<'_>, zone: Option<i16>) -> fmt::Result {
    match zone {
        None => Ok(()),
        Some(0) => f.write_str(" UTC"),
        Some(minutes) => {
            let sign = if minutes < 0 { '−' } else { '+' };
            write!(f, " UTC{sign}{}", minutes.unsigned_abs() / 60)?;
            match minutes.unsigned_abs() % 60 {
                0 => Ok(()),
                rest => write!(f, ":{rest:02}"),
            }
        }
    }
}

/// The heading under which a moment stands: its year, "44 BC", "1932".
pub(crate) fn year(at: NaiveDateTime) -> String {
    Words(Unit::Year(at.year())).to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_told_at_their_own_precision() {
        for (edtf, words) in [
            ("2023-07-03", "3 July 2023"),
            ("2021-08", "August 2021"),
            ("2023", "2023"),
            ("199X", "1990s"),
            ("18XX", "19th century"),
            ("00XX", "1st century"),
            ("11XX", "12th century"),
            ("-0043", "44 BC"),
            ("2021-22", "summer 2021"),
            ("2021-34", "second quarter of 2021"),
            ("2021-41", "second half of 2021"),
            ("2023-10-06T22:53", "6 October 2023, 22:53"),
            ("2022-03-06T02:45+03:00", "6 March 2022, 02:45 UTC+3"),
            ("2022-03-06T02:45:10Z", "6 March 2022, 02:45:10 UTC"),
            ("XXXX-03-05", "5 March, year unknown"),
            ("2023~", "about 2023"),
            ("2023-07-03?", "3 July 2023 (uncertain)"),
            ("2022-01-03/2022-01-09", "3–9 January 2022"),
            ("2022-01-28/2022-02-03", "28 January – 3 February 2022"),
            ("2021-12-28/2022-01-03", "28 December 2021 – 3 January 2022"),
            ("2021-07/2021-08", "July–August 2021"),
            ("2023/2025", "2023–2025"),
            ("2023-10-06/..", "6 October 2023 or later"),
            ("../2022-01-13", "13 January 2022 or earlier"),
        ] {
            assert_eq!(date(edtf.parse().unwrap()), words, "{edtf}");
        }
        assert_eq!(date(Unit::Week(2022, 1).into()), "3–9 January 2022");
    }
}
