//! EDTF (ISO 8601-2:2019, levels 0 to 2): the text form of [`Date`].

use std::fmt;
use std::str::FromStr;

use chrono::{Datelike, NaiveDate, NaiveTime, Timelike};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::{Date, Half, Point, Qualifier, Quarter, Season, Unit};

/// The text is not an EDTF date that this crate holds.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("`{text}` is not an EDTF date; write a year, month or day such as 2023, 2023-10 or 2023-10-06")]
pub struct ParseDateError {
    text: String,
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match *self {
            Date::Point(Point { unit: unit @ Unit::Week(..), .. }) => {
                // EDTF has no weeks: a week is the interval of its days.
                let bounds = unit.bounds();
                match (bounds.earliest, bounds.latest) {
                    (Some(first), Some(last)) => write!(f, "{}/{}", first.date(), last.date()),
                    _ => f.write_str("../.."),
                }
            }
            Date::Point(point) => point.fmt(f),
            Date::Interval { start, end } => {
                match start {
                    Some(point) => point.fmt(f)?,
                    None => f.write_str("..")?,
                }
                f.write_str("/")?;
                match end {
                    Some(point) => point.fmt(f),
                    None => f.write_str(".."),
                }
            }
        }
    }
}

impl fmt::Display for Point {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.unit.fmt(f)?;
        f.write_str(match self.qualifier {
            Qualifier::Exact => "",
            Qualifier::Uncertain => "?",
            Qualifier::Approximate => "~",
            Qualifier::UncertainApproximate => "%",
        })
    }
}

impl fmt::Display for Unit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match *self {
            Unit::Millennium(n) => write!(f, "{n}XXX"),
            Unit::Century(n) => write!(f, "{n:02}XX"),
            Unit::Decade(n) => write!(f, "{n:03}X"),
            Unit::Year(year) => write_year(f, year),
            Unit::Half(year, half) => write_year(f, year).and_then(|()| write!(f, "-{}", half as u8)),
            Unit::Quarter(year, quarter) => write_year(f, year).and_then(|()| write!(f, "-{}", quarter as u8)),
            Unit::Season(year, season) => write_year(f, year).and_then(|()| write!(f, "-{}", season as u8)),
            Unit::Month(year, month) => write_year(f, year).and_then(|()| write!(f, "-{month:02}")),
            Unit::Week(year, week) => write_year(f, year).and_then(|()| write!(f, "-W{week:02}")),
            Unit::Day(day) => write_day(f, day),
            Unit::Minute(at, offset) => {
                write_day(f, at.date())?;
                write!(f, "T{:02}:{:02}", at.hour(), at.minute())?;
                write_offset(f, offset)
            }
            Unit::Second(at, offset) => {
                write_day(f, at.date())?;
                write!(f, "T{:02}:{:02}:{:02}", at.hour(), at.minute(), at.second())?;
                write_offset(f, offset)
            }
            Unit::MonthOfYear(month) => write!(f, "XXXX-{month:02}"),
            Unit::DayOfYear(month, day) => write!(f, "XXXX-{month:02}-{day:02}"),
        }
    }
}

fn write_year(f: &mut fmt::Formatter<'_>, year: i32) -> fmt::Result {
    match year {
        0..=9999 => write!(f, "{year:04}"),
        -9999..0 => write!(f, "-{:04}", -year),
        _ => write!(f, "Y{year}"),
    }
}

fn write_day(f: &mut fmt::Formatter<'_>, day: NaiveDate) -> fmt::Result {
    write_year(f, day.year())?;
    write!(f, "-{:02}-{:02}", day.month(), day.day())
}

fn write_offset(f: &mut fmt::Formatter<'_>, offset: Option<i16>) -> fmt::Result {
    match offset {
        None => Ok(()),
        Some(0) => f.write_str("Z"),
        Some(minutes) => {
            let sign = if minutes < 0 { '-' } else { '+' };
            let minutes = minutes.unsigned_abs();
            write!(f, "{sign}{:02}:{:02}", minutes / 60, minutes % 60)
        }
    }
}

impl FromStr for Date {
    type Err = ParseDateError;

    fn from_str(text: &str) -> Result<Date, ParseDateError> {
        parse(text).ok_or_else(|| ParseDateError { text: text.to_owned() })
    }
}

fn parse(text: &str) -> Option<Date> {
    let end = |part: &str| if part.is_empty() || part == ".." { Some(None) } else { point(part).map(Some) };
    match text.split_once('/') {
        None => point(text).map(Date::Point),
        Some(("" | "..", "" | "..")) => None,
        Some((first, last)) => Some(Date::Interval { start: end(first)?, end: end(last)? }),
    }
}

fn point(text: &str) -> Option<Point> {
    let (text, qualifier) = match text.as_bytes().last()? {
        b'?' => (&text[..text.len() - 1], Qualifier::Uncertain),
        b'~' => (&text[..text.len() - 1], Qualifier::Approximate),
        b'%' => (&text[..text.len() - 1], Qualifier::UncertainApproximate),
        _ => (text, Qualifier::Exact),
    };
    Some(Point { unit: unit(text)?, qualifier })
}

fn unit(text: &str) -> Option<Unit> {
    if let Some((day, time)) = text.split_once('T') {
        return clock(self::day(day)?, time);
    }
    if let Some(rest) = text.strip_prefix("XXXX-") {
        return match rest.split_once('-') {
            None => digits(rest, 2).filter(|m| (1..=12).contains(m)).map(|m| Unit::MonthOfYear(m as u8)),
            Some((month, day)) => {
                let (month, day) = (digits(month, 2)?, digits(day, 2)?);
                // A leap year, so that February 29 of an unknown year is a day.
                NaiveDate::from_ymd_opt(2000, month as u32, day as u32)?;
                Some(Unit::DayOfYear(month as u8, day as u8))
            }
        };
    }
    if let Some(year) = text.strip_prefix('Y') {
        return year.parse().ok().map(Unit::Year);
    }
    let (sign, bare) = match text.strip_prefix('-') {
        Some(rest) => (-1, rest),
        None => (1, text),
    };
    let mut parts = bare.split('-');
    let year_text = parts.next()?;
    if sign == 1 && bare == year_text && year_text.len() == 4 {
        if let Some(n) = year_text.strip_suffix("XXX") {
            return digits(n, 1).map(Unit::Millennium);
        }
        if let Some(n) = year_text.strip_suffix("XX") {
            return digits(n, 2).map(Unit::Century);
        }
        if let Some(n) = year_text.strip_suffix('X') {
            return digits(n, 3).map(Unit::Decade);
        }
    }
    let year = sign * digits(year_text, 4)?;
    let unit = match (parts.next(), parts.next()) {
        (None, _) => Unit::Year(year),
        (Some(part), None) => match digits(part, 2)? {
            month @ 1..=12 => Unit::Month(year, month as u8),
            21 => Unit::Season(year, Season::Spring),
            22 => Unit::Season(year, Season::Summer),
            23 => Unit::Season(year, Season::Autumn),
            24 => Unit::Season(year, Season::Winter),
            33 => Unit::Quarter(year, Quarter::Q1),
            34 => Unit::Quarter(year, Quarter::Q2),
            35 => Unit::Quarter(year, Quarter::Q3),
            36 => Unit::Quarter(year, Quarter::Q4),
            40 => Unit::Half(year, Half::H1),
            41 => Unit::Half(year, Half::H2),
            _ => return None,
        },
        (Some(month), Some(day)) => {
            let (month, day) = (digits(month, 2)?, digits(day, 2)?);
            Unit::Day(NaiveDate::from_ymd_opt(year, month as u32, day as u32)?)
        }
    };
    parts.next().is_none().then_some(unit)
}

fn day(text: &str) -> Option<NaiveDate> {
    match unit(text)? {
        Unit::Day(day) => Some(day),
        _ => None,
    }
}

fn clock(day: NaiveDate, text: &str) -> Option<Unit> {
    let split = text.find(['Z', '+', '-']).unwrap_or(text.len());
    let (time, zone) = text.split_at(split);
    let offset = match zone {
        "" => None,
        "Z" => Some(0),
        _ => {
            let (hours, minutes) = zone[1..].split_once(':').unwrap_or((&zone[1..], "00"));
            let total = (digits(hours, 2)? * 60 + digits(minutes, 2)?) as i16;
            Some(if zone.starts_with('-') { -total } else { total })
        }
    };
    let mut parts = time.split(':');
    let hour = digits(parts.next()?, 2)? as u32;
    let minute = digits(parts.next()?, 2)? as u32;
    let second = parts.next().map(|s| digits(s, 2)).map_or(Some(None), |s| s.map(Some))?;
    if parts.next().is_some() {
        return None;
    }
    let at = day.and_time(NaiveTime::from_hms_opt(hour, minute, second.unwrap_or(0) as u32)?);
    Some(if second.is_some() { Unit::Second(at, offset) } else { Unit::Minute(at, offset) })
}

fn digits(text: &str, count: usize) -> Option<i32> {
    (text.len() == count && text.bytes().all(|b| b.is_ascii_digit())).then(|| text.parse().ok()).flatten()
}

impl Serialize for Date {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Date {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Date, D::Error> {
        let text = std::borrow::Cow::<'de, str>::deserialize(deserializer)?;
        text.parse().map_err(serde::de::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_what_it_writes() {
        for text in [
            "2023",
            "-0043",
            "0000",
            "Y12000",
            "199X",
            "19XX",
            "2XXX",
            "2023-10",
            "2023-22",
            "2023-34",
            "2023-41",
            "2023-10-06",
            "2023-10-06T22:53",
            "2022-03-06T02:45+03:00",
            "2011-12-01T23:25:07Z",
            "XXXX-03",
            "XXXX-02-29",
            "2023-10?",
            "2023~",
            "2023-10-06%",
            "2023/2025",
            "2023-10-06/..",
            "../2022-01-13",
            "2023-12-05/2023-12-11",
        ] {
            assert_eq!(text.parse::<Date>().map(|d| d.to_string()), Ok(text.to_owned()));
        }
    }

    #[test]
    fn refuses_what_is_no_date() {
        for text in [
            "",
            "/",
            "../..",
            "23",
            "2023-13",
            "2023-02-29",
            "2023-1-1",
            "2023-10-06T24:61",
            "XXXX-02-30",
            "20231006",
            "?",
        ] {
            assert!(text.parse::<Date>().is_err(), "{text}");
        }
    }

    #[test]
    fn a_week_is_written_as_the_interval_of_its_days() {
        assert_eq!(Date::from(Unit::Week(2022, 1)).to_string(), "2022-01-03/2022-01-09");
    }
}
