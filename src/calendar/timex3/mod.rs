//! The values of TIMEX3 (TimeML 1.2.1, with what TIDES TIMEX2 has beyond it), taken apart and put together.
//!
//! | value | |
//! |---|---|
//! | `1998-01-08`, `1998-01`, `1998`, `BC0044-03-15` | day, month, year; BC counts without a year 0 |
//! | `199`, `19`, `2`, `BC047`, `BC04` | decade, century, millennium: the digits that are given (`199X`, `19XX`, `2XXX` are read too) |
//! | `1998-Q3`, `1998-H1`, `1998-SU` | quarter, half, season (`SP`, `SU`, `FA`, `WI`) |
//! | `1998-W02`, `1998-W02-5`, `1998-W02-WE` | ISO week, its weekday, its weekend |
//! | `XXXX-12`, `XXXX-12-25`, `XXXX-WXX-5` | month or day of an unknown year, weekday of an unknown week |
//! | `1998-01-08T15:20`, `…T15:20:30Z`, `…T24:00` | clock time; 24:00 is read as the midnight that ends the day |
//! | `1998-01-08TMO` | part of a day: `MO`, `MI`, `AF`, `EV`, `NI`, `DT` |
//! | `FY1998`, `FY1998-Q3` | fiscal year, its quarter or half |
//! | `P5M1D`, `PT9M` | length |
//! | `PAST_REF`, `PRESENT_REF`, `FUTURE_REF` | reference |
//!
//! Not read: values with digits open elsewhere (`1998-XX`, `PXY`) and lengths in units that ISO 8601 has not (`P3DE`).

mod unit;

use std::str::FromStr;

use chrono::{Datelike, Days, NaiveDate, NaiveTime, Weekday};

pub use unit::Timex3;
pub(crate) use unit::season_text;
use unit::{half_text, quarter_text};

use super::{Date, Half, Period, Point, Quarter, Season, Unit};

/// What a TIMEX3 value means.
///
/// ```
/// use timeline::calendar::{Date, TimexValue};
///
/// let quarter: Date = "1998-35".parse()?;
/// assert_eq!(TimexValue::Date(quarter).text().as_deref(), Some("1998-Q3"));
/// assert_eq!("1998-Q3".parse(), Ok(TimexValue::Date(quarter)));
/// # Ok::<(), timeline::calendar::ParseDateError>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum TimexValue {
    /// A date or clock time.
    Date(Date),
    /// A part of a day.
    PartOfDay(NaiveDate, PartOfDay),
    /// A year of accounts, or a quarter or half of one. When it begins is not said.
    Fiscal(Unit),
    /// A weekday of no known week.
    Weekday(Weekday),
    /// A length of time.
    Period(Period),
    /// A time known by its distance from now only.
    Reference(Reference),
}

/// A part of the day, by TIMEX3's letters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum PartOfDay {
    /// `MO`
    Morning,
    /// `MI`
    Midday,
    /// `AF`
    Afternoon,
    /// `EV`
    Evening,
    /// `NI`
    Night,
    /// `DT`, working hours.
    Daytime,
}

/// Some time before, at or after now.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[allow(missing_docs)]
pub enum Reference {
    Past,
    Present,
    Future,
}

/// The text is no TIMEX3 value with a meaning here.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("`{text}` is not a TIMEX3 value that names a date, a length or a reference; write one such as 1998-Q3 or P5M")]
pub struct ParseTimexValueError {
    text: Box<str>,
}

const PARTS: [(&str, PartOfDay); 6] = [
    ("MO", PartOfDay::Morning),
    ("MI", PartOfDay::Midday),
    ("AF", PartOfDay::Afternoon),
    ("EV", PartOfDay::Evening),
    ("NI", PartOfDay::Night),
    ("DT", PartOfDay::Daytime),
];

const SEASONS: [Season; 4] = [Season::Spring, Season::Summer, Season::Autumn, Season::Winter];

const QUARTERS: [Quarter; 4] = [Quarter::Q1, Quarter::Q2, Quarter::Q3, Quarter::Q4];

const HALVES: [Half; 2] = [Half::H1, Half::H2];

const REFERENCES: [(&str, Reference); 3] =
    [("PAST_REF", Reference::Past), ("PRESENT_REF", Reference::Present), ("FUTURE_REF", Reference::Future)];

impl TimexValue {
    /// The date that it names or lies in; `None` for what no calendar places.
    pub fn date(self) -> Option<Date> {
        match self {
            TimexValue::Date(date) => Some(date),
            TimexValue::PartOfDay(day, _) => Some(day.into()),
            TimexValue::Fiscal(_) | TimexValue::Weekday(_) | TimexValue::Period(_) | TimexValue::Reference(_) => None,
        }
    }

    /// The value as TIMEX3 writes it.
    ///
    /// `None` for a date of which TIMEX3 has no value: an interval other than a week or weekend, a year of more than
    /// four digits. How sure a date is stands not in the value: TIMEX3 has `mod="APPROX"` for `~`, and nothing for `?`.
    pub fn text(self) -> Option<String> {
        match self {
            TimexValue::Date(Date::Point(point)) => unit_text(point.unit),
            TimexValue::Date(Date::Interval { start, end }) => week_text(start?.unit, end?.unit),
            TimexValue::PartOfDay(day, part) => {
                Some(format!("{}T{}", unit_text(Unit::Day(day))?, letters(&PARTS, part)))
            }
            TimexValue::Fiscal(unit) => Some(format!("FY{}", unit_text(unit)?)),
            TimexValue::Weekday(day) => Some(format!("XXXX-WXX-{}", day.number_from_monday())),
            TimexValue::Period(period) => Some(period.to_string()),
            TimexValue::Reference(reference) => Some(letters(&REFERENCES, reference).to_owned()),
        }
    }
}

/// As [`Timex3`] writes it, where the value has the digits for it.
fn unit_text(unit: Unit) -> Option<String> {
    let held = match unit {
        Unit::Millennium(n) => (0..=9).contains(&n),
        Unit::Century(n) => (-100..=99).contains(&n),
        Unit::Decade(n) => (-1000..=999).contains(&n),
        unit => unit.year().is_none_or(|year| (-9998..=9999).contains(&year)),
    };
    held.then(|| Timex3(unit).to_string())
}

/// An interval that is just a week, or its Saturday and Sunday.
fn week_text(start: Unit, end: Unit) -> Option<String> {
    let (Unit::Day(first), Unit::Day(last)) = (start, end) else { return None };
    let week = first.iso_week();
    if last.weekday() != Weekday::Sun || last.iso_week() != week {
        return None;
    }
    let text = unit_text(Unit::Week(week.year(), week.week() as u8))?;
    match first.weekday() {
        Weekday::Mon => Some(text),
        Weekday::Sat => Some(text + "-WE"),
        _ => None,
    }
}

fn letters<T: PartialEq>(table: &[(&'static str, T)], value: T) -> &'static str {
    table.iter().find(|entry| entry.1 == value).map_or("", |entry| entry.0)
}

fn named<T: Copy>(table: &[(&str, T)], text: &str) -> Option<T> {
    table.iter().find(|entry| entry.0 == text).map(|entry| entry.1)
}

impl FromStr for TimexValue {
    type Err = ParseTimexValueError;

    fn from_str(text: &str) -> Result<TimexValue, ParseTimexValueError> {
        value(text).ok_or_else(|| ParseTimexValueError { text: text.into() })
    }
}

fn value(text: &str) -> Option<TimexValue> {
    if let Some(reference) = named(&REFERENCES, text) {
        return Some(TimexValue::Reference(reference));
    }
    if text.starts_with('P') {
        return text.parse().ok().map(TimexValue::Period);
    }
    if let Some(fiscal) = text.strip_prefix("FY") {
        return match unit(fiscal)? {
            year @ (Unit::Year(_) | Unit::Quarter(..) | Unit::Half(..)) => Some(TimexValue::Fiscal(year)),
            _ => None,
        };
    }
    if let Some(day) = text.strip_prefix("XXXX-WXX-") {
        return weekday(day).map(TimexValue::Weekday);
    }
    if let Some((day, time)) = text.split_once('T') {
        let Unit::Day(day) = unit(day)? else { return None };
        return match named(&PARTS, time) {
            Some(part) => Some(TimexValue::PartOfDay(day, part)),
            None => clock(day, time).map(|unit| TimexValue::Date(unit.into())),
        };
    }
    if let Some(week) = text.strip_suffix("-WE") {
        let Unit::Week(year, week) = unit(week)? else { return None };
        let day = |day| NaiveDate::from_isoywd_opt(year, week.into(), day).map(|day| Point::from(Unit::Day(day)));
        return Some(TimexValue::Date(Date::interval(Some(day(Weekday::Sat)?), Some(day(Weekday::Sun)?))));
    }
    unit(text).map(|unit| TimexValue::Date(unit.into()))
}

fn unit(text: &str) -> Option<Unit> {
    if text.starts_with("XXXX-") {
        return match text.parse::<Date>().ok()?.as_point()?.unit {
            unit @ (Unit::MonthOfYear(_) | Unit::DayOfYear(..)) => Some(unit),
            _ => None,
        };
    }
    let (before_christ, bare) = text.strip_prefix("BC").map_or((false, text), |rest| (true, rest));
    match bare.split_once('-') {
        None => years(bare, before_christ),
        Some((digits, rest)) => in_year(year(number(digits, 4)?, before_christ)?, rest),
    }
}

/// A year, or the decade, century or millennium that its first digits name.
fn years(text: &str, before_christ: bool) -> Option<Unit> {
    let given = text.trim_end_matches('X');
    if given.len() < text.len() && text.len() != 4 {
        return None;
    }
    let digits = number(given, given.len())?;
    // The units before year 1 are numbered downwards from -1, their digits upwards from 0.
    let signed = if before_christ { -digits - 1 } else { digits };
    match given.len() {
        4 => year(digits, before_christ).map(Unit::Year),
        3 => Some(Unit::Decade(signed)),
        2 => Some(Unit::Century(signed)),
        1 if !before_christ => Some(Unit::Millennium(signed)),
        _ => None,
    }
}

/// What follows the year: `SU`, `Q3`, `H1`, `W02`, `W02-5`, `01`, `01-08`
fn in_year(year: i32, text: &str) -> Option<Unit> {
    if let Some(season) = SEASONS.into_iter().find(|&season| season_text(season) == text) {
        return Some(Unit::Season(year, season));
    }
    if let Some(quarter) = QUARTERS.into_iter().find(|&quarter| quarter_text(quarter) == text) {
        return Some(Unit::Quarter(year, quarter));
    }
    if let Some(half) = HALVES.into_iter().find(|&half| half_text(half) == text) {
        return Some(Unit::Half(year, half));
    }
    if let Some(week) = text.strip_prefix('W') {
        let (week, day) = week.split_once('-').map_or((week, None), |(week, day)| (week, Some(day)));
        let week = number(week, 2)?;
        let at = NaiveDate::from_isoywd_opt(year, week as u32, day.map_or(Some(Weekday::Mon), weekday)?)?;
        return Some(if day.is_some() { Unit::Day(at) } else { Unit::Week(year, week as u8) });
    }
    match text.split_once('-') {
        None => number(text, 2).filter(|month| (1..=12).contains(month)).map(|month| Unit::Month(year, month as u8)),
        Some((month, day)) => {
            NaiveDate::from_ymd_opt(year, number(month, 2)? as u32, number(day, 2)? as u32).map(Unit::Day)
        }
    }
}

/// The astronomical year.
fn year(number: i32, before_christ: bool) -> Option<i32> {
    match (number, before_christ) {
        (0, true) => None,
        (number, true) => Some(1 - number),
        (number, false) => Some(number),
    }
}

fn weekday(text: &str) -> Option<Weekday> {
    let index = number(text, 1)?.checked_sub(1)?;
    Weekday::try_from(u8::try_from(index).ok()?).ok()
}

/// What follows `T`, by EDTF's reading of it.
fn clock(day: NaiveDate, time: &str) -> Option<Unit> {
    if time == "24:00" {
        return Some(Unit::Minute(day.checked_add_days(Days::new(1))?.and_time(NaiveTime::MIN), None));
    }
    // Any day will do to read the time: that of `day` may lie before year 0.
    match format!("2000-01-01T{time}").parse::<Date>().ok()?.as_point()?.unit {
        Unit::Minute(at, offset) => Some(Unit::Minute(day.and_time(at.time()), offset)),
        Unit::Second(at, offset) => Some(Unit::Second(day.and_time(at.time()), offset)),
        _ => None,
    }
}

fn number(text: &str, digits: usize) -> Option<i32> {
    (text.len() == digits && digits > 0 && text.bytes().all(|b| b.is_ascii_digit())).then(|| text.parse().ok())?
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_go_both_ways() {
        for (value, edtf) in [
            ("1998-01-08", "1998-01-08"),
            ("1998-01", "1998-01"),
            ("1998", "1998"),
            ("BC0044-03-15", "-0043-03-15"),
            ("BC0001", "0000"),
            ("BC0480-SU", "-0479-22"),
            ("199", "199X"),
            ("19", "19XX"),
            ("2", "2XXX"),
            ("1998-Q3", "1998-35"),
            ("1998-H1", "1998-40"),
            ("1998-SU", "1998-22"),
            ("1998-FA", "1998-23"),
            ("XXXX-12", "XXXX-12"),
            ("XXXX-12-25", "XXXX-12-25"),
            ("1998-01-08T15:20", "1998-01-08T15:20"),
            ("1998-01-08T15:20:30Z", "1998-01-08T15:20:30Z"),
            ("1998-01-08T15:20-05:00", "1998-01-08T15:20-05:00"),
        ] {
            let date: Date = edtf.parse().unwrap();
            assert_eq!(value.parse(), Ok(TimexValue::Date(date)), "{value}");
            assert_eq!(TimexValue::Date(date).text().as_deref(), Some(value));
        }
    }

    #[test]
    fn centuries_before_christ_have_their_own_digits() {
        for (value, unit, years) in [
            ("BC04", Unit::Century(-5), "-0498/-0399"),
            ("BC047", Unit::Decade(-48), "-0478/-0469"),
            ("BC00", Unit::Century(-1), "-0098/0000"),
        ] {
            let date = Date::from(unit);
            assert_eq!(value.parse(), Ok(TimexValue::Date(date)));
            assert_eq!(TimexValue::Date(date).text().as_deref(), Some(value));
            assert_eq!(date.to_string(), years);
        }
    }

    #[test]
    fn weeks_and_weekends_go_both_ways() {
        let week = TimexValue::Date(Unit::Week(1998, 2).into());
        assert_eq!(("1998-W02".parse(), week.text()), (Ok(week), Some("1998-W02".to_owned())));
        let same = TimexValue::Date("1998-01-05/1998-01-11".parse().unwrap());
        assert_eq!(same.text().as_deref(), Some("1998-W02"));
        let weekend = TimexValue::Date("1998-01-10/1998-01-11".parse().unwrap());
        assert_eq!(("1998-W02-WE".parse(), weekend.text()), (Ok(weekend), Some("1998-W02-WE".to_owned())));
    }

    #[test]
    fn what_is_no_date_goes_both_ways() {
        let day = NaiveDate::from_ymd_opt(1998, 1, 8).unwrap();
        for (value, meaning) in [
            ("1998-01-08TMO", TimexValue::PartOfDay(day, PartOfDay::Morning)),
            ("FY1998", TimexValue::Fiscal(Unit::Year(1998))),
            ("FY1998-Q3", TimexValue::Fiscal(Unit::Quarter(1998, Quarter::Q3))),
            ("XXXX-WXX-5", TimexValue::Weekday(Weekday::Fri)),
            ("P5M1D", TimexValue::Period(Period { months: 5, days: 1, ..Period::default() })),
            ("PRESENT_REF", TimexValue::Reference(Reference::Present)),
        ] {
            assert_eq!(value.parse(), Ok(meaning));
            assert_eq!(meaning.text().as_deref(), Some(value));
        }
        assert_eq!(TimexValue::PartOfDay(day, PartOfDay::Night).date(), Some(day.into()));
        assert_eq!(TimexValue::Fiscal(Unit::Year(1998)).date(), None);
    }

    #[test]
    fn other_spellings_are_read() {
        for (value, edtf) in [
            ("199X", "199X"),
            ("19XX", "19XX"),
            ("1998-W02-5", "1998-01-09"),
            ("1998-01-08T24:00", "1998-01-09T00:00"),
            ("1998-01-08T15:20-05", "1998-01-08T15:20-05:00"),
        ] {
            assert_eq!(value.parse(), Ok(TimexValue::Date(edtf.parse().unwrap())), "{value}");
        }
    }

    #[test]
    fn refuses_what_names_no_date() {
        for value in [
            "",
            "X",
            "1998-XX",
            "1998-13",
            "1998-02-30",
            "1998-Q5",
            "1998-W54",
            "1998-W2",
            "XXXX",
            "XXXX-WXX-8",
            "PXY",
            "P3DE",
            "BC0",
            "BC0000",
            "19X",
            "98-01-08",
            "1998-01-08T",
            "1998-01TMO",
            "FY1998-01",
            "+998",
            "1998-01-08T15",
            "Ж",
            "1998-01-08TЖ",
        ] {
            assert!(value.parse::<TimexValue>().is_err(), "{value}");
        }
    }

    #[test]
    fn says_where_timex3_has_no_value() {
        for edtf in ["1998/2003", "1998/..", "Y12000", "-0498/-0399", "1998-01-05/1998-01-10"] {
            assert_eq!(TimexValue::Date(edtf.parse().unwrap()).text(), None, "{edtf}");
        }
    }
}
