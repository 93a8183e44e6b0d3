use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

/// A length of time in calendar units, as ISO 8601 writes it: `P7M`, `P5M1D`, `PT9M`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[allow(missing_docs)]
pub struct Period {
    pub years: u32,
    pub months: u32,
    pub weeks: u32,
    pub days: u32,
    pub hours: u32,
    pub minutes: u32,
    pub seconds: u32,
}

/// What the text says of a stated length: "a little more than", "almost", "seven-plus".
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Rounding {
    /// No word of rounding.
    #[default]
    Stated,
    /// "exactly", "to the day".
    Exactly,
    /// "about", "some", "around", "roughly".
    About,
    /// "a little more than", "just over": a small surplus.
    LittleMore,
    /// "more than", "over", "seven-plus": any surplus short of the next unit.
    More,
    /// "almost", "nearly", "just under": a small shortfall.
    Almost,
    /// "less than", "under", "within": any shortfall.
    Less,
    /// "at least".
    AtLeast,
    /// "at most", "up to".
    AtMost,
}

/// A length of time with its rounding.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Stated {
    /// The length that is named.
    pub period: Period,
    /// What the text says of how exact it is.
    pub rounding: Rounding,
}

impl fmt::Display for Period {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("P")?;
        let date = [(self.years, 'Y'), (self.months, 'M'), (self.weeks, 'W'), (self.days, 'D')];
        let time = [(self.hours, 'H'), (self.minutes, 'M'), (self.seconds, 'S')];
        for (count, unit) in date {
            if count > 0 {
                write!(f, "{count}{unit}")?;
            }
        }
        if time.iter().any(|&(count, _)| count > 0) {
            f.write_str("T")?;
        }
        for (count, unit) in time {
            if count > 0 {
                write!(f, "{count}{unit}")?;
            }
        }
        if *self == Period::default() {
            f.write_str("0D")?;
        }
        Ok(())
    }
}

/// The text is not a period.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("`{text}` is not a period; write one such as P5M1D or PT9M")]
pub struct ParsePeriodError {
    text: String,
}

impl FromStr for Period {
    type Err = ParsePeriodError;

    fn from_str(text: &str) -> Result<Period, ParsePeriodError> {
        parse(text).ok_or_else(|| ParsePeriodError { text: text.to_owned() })
    }
}

fn parse(text: &str) -> Option<Period> {
    let mut period = Period::default();
    let mut rest = text.strip_prefix('P').filter(|rest| !rest.is_empty())?;
    let mut clock = false;
    while !rest.is_empty() {
        if let Some(time) = rest.strip_prefix('T').filter(|time| !clock && !time.is_empty()) {
            (clock, rest) = (true, time);
        }
        let digits = rest.find(|c: char| !c.is_ascii_digit())?;
        let count = rest[..digits].parse().ok()?;
        let slot = match (clock, rest.as_bytes()[digits]) {
            (false, b'Y') => &mut period.years,
            (false, b'M') => &mut period.months,
            (false, b'W') => &mut period.weeks,
            (false, b'D') => &mut period.days,
            (true, b'H') => &mut period.hours,
            (true, b'M') => &mut period.minutes,
            (true, b'S') => &mut period.seconds,
            _ => return None,
        };
        *slot = count;
        rest = &rest[digits + 1..];
    }
    Some(period)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_what_it_writes() {
        for text in ["P5M1D", "PT9M", "P7M", "P1Y2M3W4DT5H6M7S", "P0D"] {
            assert_eq!(text.parse::<Period>().map(|p| p.to_string()), Ok(text.to_owned()));
        }
        for text in ["", "P", "5M", "PT", "P5", "P5X", "PT5D"] {
            assert!(text.parse::<Period>().is_err(), "{text}");
        }
    }
}
