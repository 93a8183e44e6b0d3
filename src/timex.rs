//! Temporal expressions: what [`annotate`](crate::annotate) finds.

use std::borrow::Cow;
use std::fmt;

use chrono::Weekday;
use serde::{Deserialize, Serialize};

use crate::Span;
use crate::calendar::{Date, Grain, Stated, words};

/// A stretch of text that names a time, with its value, as TIMEX3 (ISO-TimeML) has it.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Timex {
    /// Where it stands.
    pub span: Span,
    /// DATE, TIME, DURATION or SET.
    pub class: TimexClass,
    /// The TIMEX3 value: `2023-10-06`, `P5M`, `PRESENT_REF`. Empty where the text does not tell it: `this period`.
    pub value: String,
    /// The TIMEX3 modifier: `START`, `APPROX`.
    pub modifier: Option<Modifier>,
    /// The date that a DATE or TIME was worked out to; `None` for references of no value, for durations and sets.
    pub date: Option<Date>,
    /// The ways to understand it, likeliest first, the one that `date` has among them. Empty where there is one only.
    pub readings: Vec<Reading>,
    /// What a relative or incomplete expression was counted from. `None` where the text states the whole value.
    pub anchor: Option<Anchor>,
    /// The weekday that stands in it or beside it: evidence for or against its date.
    pub weekday: Option<Weekday>,
    /// The length and rounding, for durations and for offsets such as "five days later".
    pub stated: Option<Stated>,
    /// The interval of which it is one end: `from 2003 through 2005` is an expression at each end, and this on both.
    pub range: Option<TimexRange>,
    /// The production that read it.
    pub rule: &'static str,
}

#[cfg(test)]
impl Timex {
    /// An expression with a value and nothing else.
    pub(crate) fn bare(span: Span, value: &str) -> Timex {
        Timex {
            span,
            class: TimexClass::Date,
            value: value.to_owned(),
            modifier: None,
            date: None,
            readings: Vec::new(),
            anchor: None,
            weekday: None,
            stated: None,
            range: None,
            rule: "test",
        }
    }
}

/// An interval whose ends are two expressions.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct TimexRange {
    /// From the first expression's start to the second's end.
    pub span: Span,
    /// From the start of the first to the end of the second.
    pub date: Date,
}

/// The TIMEX3 type.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "UPPERCASE")]
#[allow(missing_docs)]
pub enum TimexClass {
    Date,
    Time,
    Duration,
    Set,
}

impl TimexClass {
    /// The name in TIMEX3.
    pub fn as_str(self) -> &'static str {
        match self {
            TimexClass::Date => "DATE",
            TimexClass::Time => "TIME",
            TimexClass::Duration => "DURATION",
            TimexClass::Set => "SET",
        }
    }
}

/// The TIMEX3 `mod` attribute.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
#[allow(missing_docs)]
pub enum Modifier {
    Before,
    After,
    OnOrBefore,
    OnOrAfter,
    LessThan,
    MoreThan,
    EqualOrLess,
    EqualOrMore,
    Start,
    Mid,
    End,
    Approx,
}

impl Modifier {
    /// The name in TIMEX3.
    pub fn as_str(self) -> &'static str {
        match self {
            Modifier::Before => "BEFORE",
            Modifier::After => "AFTER",
            Modifier::OnOrBefore => "ON_OR_BEFORE",
            Modifier::OnOrAfter => "ON_OR_AFTER",
            Modifier::LessThan => "LESS_THAN",
            Modifier::MoreThan => "MORE_THAN",
            Modifier::EqualOrLess => "EQUAL_OR_LESS",
            Modifier::EqualOrMore => "EQUAL_OR_MORE",
            Modifier::Start => "START",
            Modifier::Mid => "MID",
            Modifier::End => "END",
            Modifier::Approx => "APPROX",
        }
    }
}

/// One way to understand an expression.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Reading {
    /// What it would mean.
    pub date: Date,
    /// How unlikely it is beside the others: 0 is as written, dearer is less likely.
    pub cost: u32,
    /// Why it is possible: `month first`, `the year before`.
    pub because: Cow<'static, str>,
}

/// What an expression was counted from: recorded, never implied.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Anchor {
    /// The document's publication date.
    Published(Date),
    /// An earlier date of the same text, and where it stands.
    Text(Date, Span),
}

impl Anchor {
    /// The same as a string, for the many statements that are counted from the day of a text.
    pub(crate) fn text(self) -> String {
        let (what, date) = self.parts();
        match date.plain().filter(|_| !is_coded(date)) {
            Some(plain) => [what, plain.as_str(), ")"].concat(),
            None => self.to_string(),
        }
    }

    /// What it is, up to its date.
    fn parts(self) -> (&'static str, Date) {
        match self {
            Anchor::Published(date) => ("the publication (", date),
            Anchor::Text(date, _) => ("an earlier date (", date),
        }
    }
}

/// Whether only a code tells the date in EDTF.
fn is_coded(date: Date) -> bool {
    date.as_point().is_some_and(|point| matches!(point.unit.grain(), Grain::Season | Grain::Quarter | Grain::Half))
}

impl fmt::Display for Anchor {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (what, date) = self.parts();
        f.write_str(what)?;
        // EDTF, but in words where only a code tells the date: "autumn 1869" for 1869-23.
        if is_coded(date) { f.write_str(&words::date(date)) } else { date.fmt(f) }?;
        f.write_str(")")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_anchor_is_told_without_codes() {
        let anchor = |date: &str| {
            let anchor = Anchor::Published(date.parse().unwrap());
            assert_eq!(anchor.text(), anchor.to_string());
            anchor.text()
        };
        assert_eq!(anchor("1869-11-03"), "the publication (1869-11-03)");
        assert_eq!(anchor("1869-11"), "the publication (1869-11)");
        assert_eq!(anchor("1869-23"), "the publication (autumn 1869)");
        assert_eq!(anchor("1869-36"), "the publication (fourth quarter of 1869)");
    }

    #[test]
    fn json_has_the_names_of_timex3() {
        use Modifier::{
            After, Approx, Before, End, EqualOrLess, EqualOrMore, LessThan, Mid, MoreThan, OnOrAfter, OnOrBefore, Start,
        };
        let modifiers = [
            Before,
            After,
            OnOrBefore,
            OnOrAfter,
            LessThan,
            MoreThan,
            EqualOrLess,
            EqualOrMore,
            Start,
            Mid,
            End,
            Approx,
        ];
        for modifier in modifiers {
            assert_eq!(serde_json::to_value(modifier).unwrap(), modifier.as_str());
        }
        for class in [TimexClass::Date, TimexClass::Time, TimexClass::Duration, TimexClass::Set] {
            assert_eq!(serde_json::to_value(class).unwrap(), class.as_str());
        }
    }
}
