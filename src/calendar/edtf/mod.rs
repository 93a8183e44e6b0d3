//! EDTF, the extended date and time format of ISO 8601-2:2019 (annex A) and of the Library of Congress.
//!
//! Two types read it. [`Date`] is what this crate works with: small, `Copy`, one point or an interval.
//! [`Edtf`] holds whatever the standard can say. A `Date` takes the texts of which it loses nothing and refuses the
//! rest, saying why; [`Edtf::enclosing`] is there for who wants the nearest date all the same.
//!
//! | level | text | | [`Date`] |
//! |---|---|---|---|
//! | 0 | `1985`, `1985-04`, `1985-04-12` | year, month, day | yes |
//! | 0 | `1985-04-12T23:20:30Z`, `…+04:30` | a second, with its offset | yes |
//! | 0 | `1964/2008`, `2004-02-01/2005-02` | interval | yes |
//! | 1 | `Y170000002`, `-1985` | far years, years before 0000 | yes |
//! | 1 | `2001-21` to `2001-24` | seasons, of no hemisphere | yes |
//! | 1 | `1984?`, `2004-06~`, `2004-06-11%` | uncertain, approximate, both | yes |
//! | 1 | `201X`, `20XX` | decade, century | yes |
//! | 1 | `2004-XX`, `1985-04-XX`, `1985-XX-XX` | some month, some day | no: `2004`, `1985-04` and `1985` enclose them |
//! | 1 | `1985-04-12/..`, `../1985` | open end | yes |
//! | 1 | `1985/`, `/1985` | end of unknown date | no: not the same as open |
//! | 2 | `2001-33` to `-36`, `-40`, `-41` | quarters, halves | yes |
//! | 2 | `2001-25` to `-32`, `-37` to `-39` | seasons of a hemisphere, thirds | no |
//! | 2 | `2XXX`, `XXXX-12`, `XXXX-12-25` | millennium, month or day of an unknown year | yes |
//! | 2 | `156X-12-25`, `15XX-12-XX`, `1XXX-XX`, `1984-1X` | digits open anywhere | no |
//! | 2 | `Y-17E7` | power of ten | yes, as `Y-170000000` |
//! | 2 | `1950S2`, `Y171010000S3` | significant digits | no |
//! | 2 | `2004-06~-11`, `?2004-06-~11` | parts qualified apart | no |
//! | 2 | `..2004-06-01/2004-06-20..` | end on or before, on or after | no |
//! | 2 | `[1667,1668,1670..1672]`, `{1960,1961-12}` | one of, all of | no |
//! | none | `2023-10-06T22:53` | a time to the minute | yes |
//! | none | `2023-10-06T22:53/…`, `…T22:53~` | a time as an end of an interval, a qualified time | yes |
//!
//! The last two rows are ISO 8601 but not EDTF, which knows times to the second only. Articles name minutes, and to
//! write `22:53:00` would claim more than they say; so both types write and read them.
//!
//! Refused altogether, as the standard has it: the forms without hyphens (`19850412`), week and ordinal dates,
//! durations, a year of fewer than four digits, days that no calendar has (`1985-02-30`, `1985-02-3X`), an interval
//! that ends before it begins. Two spellings of one value are written as one, the shorter: `?2004-?06-?11` as
//! `2004-06-11?`.

mod date;
mod error;
mod level;
mod read;
mod value;
mod write;

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

pub use error::ParseDateError;
use value::{End, Kind, Member, Value};

use super::{Bounds, Date, Qualifier};

/// An EDTF text of any level, held whole: [the table](super::edtf) shows what there is.
///
/// ```
/// use timeline::calendar::{Date, Edtf};
///
/// let text: Edtf = "156X-12-25".parse()?;
/// assert_eq!(text.level(), Some(2));
/// assert!(Date::try_from(&text).is_err_and(|error| error.is_unheld()));
/// assert_eq!(text.enclosing(), "1560-12-25/1569-12-25".parse().ok());
/// # Ok::<(), timeline::calendar::ParseDateError>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Edtf(Kind);

impl Edtf {
    /// The lowest level of the standard that has this, 0 to 2; `None` for the two forms of time that no level has.
    pub fn level(&self) -> Option<u8> {
        level::of(&self.0)
    }

    /// The earliest and latest moment that it can mean, both inclusive, in the time of the place.
    ///
    /// No bound stands where an end is open or of unknown date, and where the year is beyond the calendar of
    /// [`chrono`]. Qualifiers move no bound. `XXXX` is some year of four digits, as the standard has it; a [`Date`]
    /// of an unknown year has no bounds.
    pub fn bounds(&self) -> Bounds {
        match &self.0 {
            Kind::Value(value) => value.bounds(),
            Kind::Interval { start, end } => Bounds {
                earliest: match start {
                    End::At(value) | End::OnOrAfter(value) => value.bounds().earliest,
                    End::Unknown | End::Open | End::OnOrBefore(_) => None,
                },
                latest: match end {
                    End::At(value) | End::OnOrBefore(value) => value.bounds().latest,
                    End::Unknown | End::Open | End::OnOrAfter(_) => None,
                },
            },
            Kind::Set { members, .. } => members.iter().map(Member::bounds).reduce(Bounds::span).unwrap_or_default(),
        }
    }

    /// Whether any part is marked `?` or `%`.
    pub fn is_uncertain(&self) -> bool {
        self.any_qualifier(|q| matches!(q, Qualifier::Uncertain | Qualifier::UncertainApproximate))
    }

    /// Whether any part is marked `~` or `%`.
    pub fn is_approximate(&self) -> bool {
        self.any_qualifier(|q| matches!(q, Qualifier::Approximate | Qualifier::UncertainApproximate))
    }

    /// The same as a [`Date`] where that loses nothing; else the smallest interval that holds all that this can mean,
    /// without its qualifiers. `None` where it has no bound at all.
    pub fn enclosing(&self) -> Option<Date> {
        Date::try_from(self).ok().or_else(|| Date::spanning(self.bounds()))
    }

    fn any_qualifier(&self, test: impl Fn(Qualifier) -> bool) -> bool {
        self.values().any(|value| value.qualifiers().any(&test))
    }

    fn values(&self) -> impl Iterator<Item = &Value> {
        let (ends, members): ([Option<&Value>; 2], &[Member]) = match &self.0 {
            Kind::Value(value) => ([Some(value), None], &[]),
            Kind::Interval { start, end } => ([start.value(), end.value()], &[]),
            Kind::Set { members, .. } => ([None, None], members),
        };
        ends.into_iter().flatten().chain(members.iter().flat_map(Member::values))
    }
}

impl FromStr for Edtf {
    type Err = ParseDateError;

    fn from_str(text: &str) -> Result<Edtf, ParseDateError> {
        read::edtf(text).map(Edtf).map_err(|(rest, reason)| ParseDateError::new(text, text.len() - rest.len(), reason))
    }
}

impl fmt::Display for Edtf {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl Serialize for Edtf {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Edtf {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Edtf, D::Error> {
        let text = std::borrow::Cow::<'de, str>::deserialize(deserializer)?;
        text.parse().map_err(serde::de::Error::custom)
    }
}

impl End {
    fn value(&self) -> Option<&Value> {
        match self {
            End::Unknown | End::Open => None,
            End::At(value) | End::OnOrBefore(value) | End::OnOrAfter(value) => Some(value),
        }
    }
}

impl Member {
    fn values(&self) -> impl Iterator<Item = &Value> {
        let (first, second) = match self {
            Member::Value(value) | Member::OnOrBefore(value) | Member::OnOrAfter(value) => (value, None),
            Member::Range(first, last) => (first, Some(last)),
        };
        std::iter::once(first).chain(second)
    }

    fn bounds(&self) -> Bounds {
        match self {
            Member::Value(value) => value.bounds(),
            Member::OnOrBefore(value) => Bounds { earliest: None, ..value.bounds() },
            Member::OnOrAfter(value) => Bounds { latest: None, ..value.bounds() },
            Member::Range(first, last) => Bounds { earliest: first.bounds().earliest, ..last.bounds() },
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The examples of the Library of Congress, and some of our own: level, text, the date that encloses it.
    const EXAMPLES: &[(u8, &str, &str)] = &[
        (0, "1985-04-12", "="),
        (0, "1985-04", "="),
        (0, "1985", "="),
        (0, "1985-04-12T23:20:30", "="),
        (0, "1985-04-12T23:20:30Z", "="),
        (0, "1985-04-12T23:20:30-04:00", "="),
        (0, "1985-04-12T23:20:30+04:30", "="),
        (0, "1964/2008", "="),
        (0, "2004-06/2006-08", "="),
        (0, "2004-02-01/2005", "="),
        (1, "Y170000002", "="),
        (1, "Y-170000002", "="),
        (1, "2001-21", "="),
        (1, "1984?", "="),
        (1, "2004-06~", "="),
        (1, "2004-06-11%", "="),
        (1, "201X", "="),
        (1, "20XX", "="),
        (1, "2004-XX", "2004"),
        (1, "1985-04-XX", "1985-04"),
        (1, "1985-XX-XX", "1985"),
        (1, "1985-04-12/..", "="),
        (1, "../1985", "="),
        (1, "1985-04-12/", "1985-04-12/.."),
        (1, "/1985", "../1985-12-31"),
        (1, "1984~/2004-06~", "="),
        (1, "-1985", "="),
        (1, "-0043-03-15", "="),
        (2, "Y-17E7", "Y-170000000"),
        (2, "1950S2", "1900/1999"),
        (2, "Y171010000S3", ""),
        (2, "Y3388E2S3", ""),
        (2, "2001-34", "="),
        (2, "2001-41", "="),
        (2, "2001-30", "2001-12/2002-02"),
        (2, "2001-37", "2001-01/2001-04"),
        (2, "[1667,1668,1670..1672]", "1667/1672"),
        (2, "[..1760-12-03]", "../1760-12-03"),
        (2, "[1760-01,1760-02,1760-12..]", "1760-01-01/.."),
        (2, "{1960,1961-12}", "1960/1961"),
        (2, "{..1984}", "../1984-12-31"),
        (2, "2004-06~-11", "2004-06-11"),
        (2, "2004?-06-11", "2004-06-11"),
        (2, "2004?-06-~11", "2004-06-11"),
        (2, "2004-%06-11", "2004-06-11"),
        (2, "156X-12-25", "1560-12-25/1569-12-25"),
        (2, "15XX-12-25", "1500-12-25/1599-12-25"),
        (2, "XXXX-12-XX", "0000-12/9999-12"),
        (2, "1XXX-XX", "1000/1999"),
        (2, "1XXX-12", "1000-12/1999-12"),
        (2, "1984-1X", "1984-10/1984-12"),
        (2, "1985-0X-31", "1985-01-31/1985-08-31"),
        (2, "196X-02-29", "1960-02-29/1968-02-29"),
        (2, "2XXX", "="),
        (2, "XXXX-12", "="),
        (2, "XXXX-12-25", "="),
        (2, "2004-06-~01/2004-06-~20", "2004-06-01/2004-06-20"),
        (2, "2004-06-XX/2004-07-03", "2004-06-01/2004-07-03"),
        (2, "..2004-06-01/2004-06-20", "../2004-06-20"),
    ];

    #[test]
    fn holds_every_example_and_writes_it_as_it_was() {
        for &(level, text, enclosing) in EXAMPLES {
            let edtf: Edtf = text.parse().unwrap();
            assert_eq!(edtf.to_string(), text);
            assert_eq!(edtf.level(), Some(level), "{text}");
            assert_eq!(text.parse::<Date>().is_ok(), enclosing == "=" || text == "Y-17E7", "{text}");
            let enclosed = edtf.enclosing().map(|date| date.to_string()).unwrap_or_default();
            assert_eq!(enclosed, if enclosing == "=" { text } else { enclosing }, "{text}");
        }
    }

    #[test]
    fn writes_one_value_in_one_way() {
        for (text, short) in [
            ("?2004-?06-?11", "2004-06-11?"),
            ("?2004-06?", "2004-06?"),
            ("2004?-06~", "2004%-~06"),
            ("~2004-~06-11", "2004-06~-11"),
            ("2004-06-?11~", "2004-06~-%11"),
            ("?2004-06-~11", "2004?-06-~11"),
            ("1985-04-12T23:20:30+00:00", "1985-04-12T23:20:30Z"),
            ("1985-04-12T23:20:30-04", "1985-04-12T23:20:30-04:00"),
        ] {
            assert_eq!(text.parse::<Edtf>().map(|edtf| edtf.to_string()), Ok(short.to_owned()), "{text}");
        }
    }

    #[test]
    fn times_of_no_level_are_held() {
        for text in [
            "2023-10-06T22:53",
            "2023-10-06T22:53+03:00",
            "2023-10-06T22:53~",
            "2023-10-06T22:53:10/2023-10-06T23:00:00",
            "-0043-03-15T10:00:00",
        ] {
            let edtf: Edtf = text.parse().unwrap();
            assert_eq!((edtf.level(), edtf.to_string()), (None, text.to_owned()));
            assert_eq!(Date::try_from(&edtf).map(|date| date.to_string()), Ok(text.to_owned()));
        }
    }

    #[test]
    fn points_at_what_is_wrong() {
        for (text, offset) in [
            ("1985-02-3X", 8),
            ("X900-02-29", 8),
            ("2001-21-05", 8),
            ("-19XX", 0),
            ("-0000", 0),
            ("Y1985", 1),
            ("1950S5", 5),
            ("[1667,", 6),
            ("[1667", 5),
            ("{1667]", 5),
            ("[1672..1670]", 7),
            ("1985-04-12T23:20:30+15:00", 19),
            ("1985/1986/1987", 9),
            ("P5M", 0),
            ("198é", 0),
        ] {
            assert_eq!(text.parse::<Edtf>().map_err(|error| error.offset()), Err(offset), "{text}");
        }
    }

    #[test]
    fn tells_doubt_from_estimate() {
        let flags = |text: &str| text.parse::<Edtf>().map(|edtf| (edtf.is_uncertain(), edtf.is_approximate()));
        assert_eq!(flags("2004-06-11"), Ok((false, false)));
        assert_eq!(flags("2004-?06-11"), Ok((true, false)));
        assert_eq!(flags("1984/2004~"), Ok((false, true)));
        assert_eq!(flags("[1984,1986%]"), Ok((true, true)));
    }
}
