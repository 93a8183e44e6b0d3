//! EDTF as the text form of [`Date`].

use std::fmt;
use std::str::FromStr;

use chrono::{Datelike, NaiveDate, Timelike};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::error::{ParseDateError, Reason};
use super::value::{Digits, End, Kind, Value, YearForm};
use super::{Edtf, read, write};
use crate::calendar::date::years_by_digits;
use crate::calendar::plain::Plain;
use crate::calendar::{Date, Half, Point, Qualifier, Quarter, Season, Unit};

impl Date {
    /// The text of a date as most are: a year, or what lies in one, and sure.
    pub(crate) fn plain(self) -> Option<Plain> {
        let Date::Point(Point { unit, qualifier: Qualifier::Exact }) = self else { return None };
        // EDTF has no weeks.
        Plain::of(unit).filter(|_| !matches!(unit, Unit::Week(..)))
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (start, end) = match *self {
            Date::Point(point) if point.unit.ends().is_none() => return point.fmt(f),
            Date::Point(point) => (Some(point), Some(point)),
            Date::Interval { start, end } => (start, end),
        };
        match start {
            Some(point) => {
                write!(f, "{}/", Point { unit: point.unit.ends().map_or(point.unit, |ends| ends.0), ..point })
            }
            None => f.write_str("../"),
        }?;
        match end {
            Some(point) => Point { unit: point.unit.ends().map_or(point.unit, |ends| ends.1), ..point }.fmt(f),
            None => f.write_str(".."),
        }
    }
}

impl Date {
    /// What its text form is read back to: itself, or the interval that it covers where EDTF has no form for its unit.
    pub fn as_written(self) -> Date {
        match self {
            Date::Point(Point { unit, qualifier }) => unit.ends().map_or(self, |(first, last)| {
                let point = |unit: Unit| Some(Point { unit, qualifier });
                Date::Interval { start: point(first), end: point(last) }
            }),
            Date::Interval { start, end } => {
                let end_of = |point: Point, pick: fn((Unit, Unit)) -> Unit| Point {
                    unit: point.unit.ends().map_or(point.unit, pick),
                    ..point
                };
                Date::Interval {
                    start: start.map(|point| end_of(point, |ends| ends.0)),
                    end: end.map(|point| end_of(point, |ends| ends.1)),
                }
            }
        }
    }
}

impl Unit {
    /// The first and last unit of which EDTF has a form, for a unit of which it has none.
    fn ends(self) -> Option<(Unit, Unit)> {
        let years = |n: i32, count: i32| {
            let (first, last) = years_by_digits(n, count);
            Some((Unit::Year(first), Unit::Year(last)))
        };
        match self {
            Unit::Millennium(n) if !(0..=9).contains(&n) => years(n, 1000),
            Unit::Century(n) if !(0..=99).contains(&n) => years(n, 100),
            Unit::Decade(n) if !(0..=999).contains(&n) => years(n, 10),
            Unit::Week(..) => {
                let bounds = self.bounds();
                Some((Unit::Day(bounds.earliest?.date()), Unit::Day(bounds.latest?.date())))
            }
            _ => None,
        }
    }
}

impl fmt::Display for Point {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(plain) = Plain::of(self.unit) {
            f.write_str(plain.as_str())?;
            // Most have none.
            return if self.qualifier == Qualifier::Exact { Ok(()) } else { f.write_str(self.qualifier.mark()) };
        }
        write!(f, "{}{}", self.unit, self.qualifier.mark())
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
                write::write_offset(f, offset)
            }
            Unit::Second(at, offset) => {
                write_day(f, at.date())?;
                write!(f, "T{:02}:{:02}:{:02}", at.hour(), at.minute(), at.second())?;
                write::write_offset(f, offset)
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

impl FromStr for Date {
    type Err = ParseDateError;

    fn from_str(text: &str) -> Result<Date, ParseDateError> {
        if let Some(day) = plain_day(text) {
            return Ok(day.into());
        }
        let at = |(rest, reason): read::Fault<'_>| ParseDateError::new(text, text.len() - rest.len(), reason);
        let kind = read::edtf(text).map_err(at)?;
        date(&kind).map_err(|reason| ParseDateError::new(text, 0, reason))
    }
}

/// The day of a text like `2023-10-06`. Most dates that programs state are like it, and the grammar takes two thousand
/// instructions for one.
fn plain_day(text: &str) -> Option<NaiveDate> {
    let &[a, b, c, d, b'-', e, f, b'-', g, h] = text.as_bytes() else { return None };
    let figures = |digits: &[u8]| {
        let each = digits.iter().map(|digit| digit.is_ascii_digit().then(|| u32::from(digit - b'0')));
        each.reduce(|number, digit| Some(number? * 10 + digit?)).flatten()
    };
    NaiveDate::from_ymd_opt(figures(&[a, b, c, d])? as i32, figures(&[e, f])?, figures(&[g, h])?)
}

impl TryFrom<&Edtf> for Date {
    type Error = ParseDateError;

    fn try_from(text: &Edtf) -> Result<Date, ParseDateError> {
        date(&text.0).map_err(|reason| ParseDateError::new(&text.to_string(), 0, reason))
    }
}

fn date(kind: &Kind) -> Result<Date, Reason> {
    let end = |end: &End| match end {
        End::At(value) => point(value).map(Some),
        End::Open => Ok(None),
        End::Unknown => Err(Reason::UnknownEnd),
        End::OnOrBefore(_) | End::OnOrAfter(_) => Err(Reason::LooseEnd),
    };
    match kind {
        Kind::Value(value) => point(value).map(Date::Point),
        Kind::Interval { start, end: last } => Ok(Date::Interval { start: end(start)?, end: end(last)? }),
        Kind::Set { .. } => Err(Reason::IsSet),
    }
}

fn point(value: &Value) -> Result<Point, Reason> {
    let qualifier = value.shared_qualifier().ok_or(Reason::PartQualified)?;
    if value.year.significant.is_some() {
        return Err(Reason::SignificantDigits);
    }
    let unit = if value.year.is_masked() { masked(value) } else { dated(value) };
    Ok(Point { unit: unit?, qualifier })
}

/// A decade, a century, a millennium, or a month or day of an unknown year.
fn masked(value: &Value) -> Result<Unit, Reason> {
    let YearForm::Plain { digits, .. } = value.year.form else { return Err(Reason::OpenDigits) };
    let part = |part: super::value::Part| part.digits.value().map(|value| value as u8).ok_or(Reason::OpenDigits);
    match (value.month, value.day) {
        (None, _) => {
            let number = |digits: &[u8]| digits.iter().fold(0, |number, &digit| number * 10 + i32::from(digit));
            match digits {
                Digits([Some(a), None, None, None]) => Ok(Unit::Millennium(number(&[a]))),
                Digits([Some(a), Some(b), None, None]) => Ok(Unit::Century(number(&[a, b]))),
                Digits([Some(a), Some(b), Some(c), None]) => Ok(Unit::Decade(number(&[a, b, c]))),
                _ => Err(Reason::OpenDigits),
            }
        }
        _ if !digits.is_all_open() || value.group().is_some() => Err(Reason::OpenDigits),
        (Some(month), None) => Ok(Unit::MonthOfYear(part(month)?)),
        (Some(month), Some(day)) => Ok(Unit::DayOfYear(part(month)?, part(day)?)),
    }
}

/// A unit of a known year.
fn dated(value: &Value) -> Result<Unit, Reason> {
    let year = value.year.value().and_then(|year| i32::try_from(year).ok()).ok_or(Reason::FarYear)?;
    let Some(month) = value.month else { return Ok(Unit::Year(year)) };
    let month = month.digits.value().ok_or(Reason::OpenDigits)?;
    let Some(day) = value.day else { return in_year(year, month).ok_or(Reason::Group) };
    let day = day.digits.value().ok_or(Reason::OpenDigits)?;
    let day = NaiveDate::from_ymd_opt(year, month.into(), day.into()).ok_or(Reason::FarYear)?;
    let Some(time) = value.time else { return Ok(Unit::Day(day)) };
    let at = time.at(day).ok_or(Reason::LeapSecond)?;
    Ok(if time.second.is_some() { Unit::Second(at, time.offset) } else { Unit::Minute(at, time.offset) })
}

/// What stands in the month's place.
fn in_year(year: i32, code: u16) -> Option<Unit> {
    Some(match code {
        1..=12 => Unit::Month(year, code as u8),
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
    })
}

impl Serialize for Date {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self.plain() {
            Some(plain) => serializer.serialize_str(plain.as_str()),
            None => serializer.collect_str(self),
        }
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
    fn says_why_a_text_is_no_date() {
        for (text, message) in [
            ("", "a year has four digits, as in 2023 or 0987; longer ones follow `Y`"),
            ("23", "a year has four digits, as in 2023 or 0987; longer ones follow `Y`"),
            ("20231006", "a year has four digits, as in 2023 or 0987; longer ones follow `Y`"),
            ("2023-13", "a month is 01 to 12, a part of the year 21 to 41, at `13`"),
            ("2023-1-1", "a month is 01 to 12, a part of the year 21 to 41, at `1-1`"),
            ("2023-02-29", "the calendar has no such day, at `29`"),
            ("XXXX-02-30", "the calendar has no such day, at `30`"),
            ("2023-10-06T24:61", "a time follows a day without `X`, as hh:mm:ss or hh:mm, up to 23:59, at `24:61`"),
            ("../..", "an interval has a date at one end at least"),
            ("2025/2023", "the interval ends before it begins, at `2023`"),
            ("2023-W02", "a month is 01 to 12, a part of the year 21 to 41, at `W02`"),
            ("2023 ", "nothing may follow here, at ` `"),
        ] {
            let error = text.parse::<Date>().unwrap_err();
            assert_eq!(error.to_string(), format!("`{text}` is not an EDTF date: {message}"));
            assert!(!error.is_unheld());
        }
    }

    #[test]
    fn says_what_a_date_does_not_hold() {
        for (text, message) in [
            ("2004-XX", "a date leaves digits open at the end of the year only, as in 199X or 20XX, or the whole year"),
            ("2004-06~-11", "a date is uncertain or approximate as a whole"),
            ("1950S2", "a date has no count of significant digits"),
            ("Y17E9", "the year is out of reach"),
            ("2001-29", "a date has seasons of no hemisphere (21 to 24), quarters (33 to 36) and halves (40, 41)"),
            ("1985-04-12T23:59:60Z", "a leap second"),
            ("1985/", "an end of unknown date is not the same as an open one, which is written `..`"),
            ("..1985/1986", "an end is a date or open"),
            ("{1985}", "a date is no set"),
        ] {
            let error = text.parse::<Date>().unwrap_err();
            assert_eq!(error.to_string(), format!("`{text}` is more than a plain date: {message}"));
            assert!(error.is_unheld());
        }
    }

    #[test]
    fn writes_what_edtf_has_no_form_for_as_an_interval() {
        for (date, text) in [
            (Date::from(Unit::Week(2022, 1)), "2022-01-03/2022-01-09"),
            (Date::from(Unit::Week(2022, 1)).qualified(Qualifier::Approximate), "2022-01-03~/2022-01-09~"),
            (
                Date::interval(Some(Unit::Week(2022, 1).into()), Some(Unit::Week(2022, 3).into())),
                "2022-01-03/2022-01-23",
            ),
            (Date::interval(Some(Unit::Week(2022, 1).into()), None), "2022-01-03/.."),
            (Date::from(Unit::Century(-5)), "-0498/-0399"),
            (Date::from(Unit::Century(-1)), "-0098/0000"),
            (Date::from(Unit::Decade(-48)), "-0478/-0469"),
            (Date::from(Unit::Decade(1200)), "Y12000/Y12009"),
            (Date::from(Unit::Millennium(-2)), "-1998/-0999"),
        ] {
            assert_eq!(date.to_string(), text);
            assert_eq!(text.parse::<Date>().map(Date::bounds), Ok(date.bounds()), "{text}");
        }
    }

    #[test]
    fn has_no_month_where_edtf_has_none() {
        assert_eq!(Date::month(12_000, 1), None);
        assert_eq!(Date::day(-10_000, 1, 1), None);
    }
}
