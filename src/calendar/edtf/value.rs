//! What an EDTF text is made of, as written: digits that may be left open, each part with its own qualifier.

use chrono::{Datelike, NaiveDate, NaiveDateTime, NaiveTime};

use crate::calendar::{Bounds, Qualifier};

/// The whole text.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(super) enum Kind {
    Value(Value),
    Interval { start: End, end: End },
    Set { choice: Choice, members: Vec<Member> },
}

/// One date, with a clock time where one is stated.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) struct Value {
    pub(super) year: Year,
    /// A month, or a part of the year from [`GROUPS`].
    pub(super) month: Option<Part>,
    pub(super) day: Option<Part>,
    pub(super) time: Option<Time>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) struct Year {
    pub(super) form: YearForm,
    /// `S3`: how many of the leading digits are meant.
    pub(super) significant: Option<u32>,
    pub(super) qualifier: Qualifier,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum YearForm {
    /// `1985`, `-0043`, `19XX`.
    Plain { negative: bool, digits: Digits<4> },
    /// `Y170000002`.
    Long(i64),
    /// `Y-17E7`: the number and the power of ten.
    Power(i64, u32),
}

/// A month or day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) struct Part {
    pub(super) digits: Digits<2>,
    pub(super) qualifier: Qualifier,
}

/// A clock time; the second may be 60.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) struct Time {
    pub(super) hour: u8,
    pub(super) minute: u8,
    pub(super) second: Option<u8>,
    /// Minutes from UTC.
    pub(super) offset: Option<i16>,
}

/// One side of an interval.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum End {
    /// Nothing is written: there is an end, of unknown date.
    Unknown,
    /// `..`: no end.
    Open,
    At(Value),
    /// `..2004` as the beginning.
    OnOrBefore(Value),
    /// `2004..` as the end.
    OnOrAfter(Value),
}

/// Which members of a set are meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Choice {
    /// `[…]`
    One,
    /// `{…}`
    All,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Member {
    Value(Value),
    OnOrBefore(Value),
    OnOrAfter(Value),
    Range(Value, Value),
}

/// `N` decimal digits; `None` is one left open, an `X`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) struct Digits<const N: usize>(pub(super) [Option<u8>; N]);

impl<const N: usize> Digits<N> {
    /// The number, where no digit is left open.
    pub(super) fn value(self) -> Option<u16> {
        self.0.iter().try_fold(0, |value, digit| Some(value * 10 + u16::from((*digit)?)))
    }

    pub(super) fn is_masked(self) -> bool {
        self.0.contains(&None)
    }

    pub(super) fn is_all_open(self) -> bool {
        self.0 == [None; N]
    }

    fn matches(self, mut value: u16) -> bool {
        self.0.iter().rev().all(|digit| {
            let last = (value % 10) as u8;
            value /= 10;
            digit.is_none_or(|digit| digit == last)
        })
    }

    /// The least and the greatest number that it can be.
    fn range(self) -> (u16, u16) {
        let filled = |open: u8| self.0.iter().fold(0, |value, digit| value * 10 + u16::from(digit.unwrap_or(open)));
        (filled(0), filled(9))
    }
}

/// The parts of a year that stand in the month's place: code, first month, number of months.
///
/// ISO 8601-2 leaves the months of a season to the place. Taken here are the meteorological ones: those of no stated
/// hemisphere (21 to 24) as in the north, and a season that runs over the new year belongs to the year it begins in.
pub(super) const GROUPS: [(u16, u32, u32); 21] = [
    // Spring, summer, autumn, winter.
    (21, 3, 3),
    (22, 6, 3),
    (23, 9, 3),
    (24, 12, 3),
    // The same of the northern hemisphere, then of the southern.
    (25, 3, 3),
    (26, 6, 3),
    (27, 9, 3),
    (28, 12, 3),
    (29, 9, 3),
    (30, 12, 3),
    (31, 3, 3),
    (32, 6, 3),
    // Quarters, quadrimesters, semesters.
    (33, 1, 3),
    (34, 4, 3),
    (35, 7, 3),
    (36, 10, 3),
    (37, 1, 4),
    (38, 5, 4),
    (39, 9, 4),
    (40, 1, 6),
    (41, 7, 6),
];

impl Year {
    /// The year, where every digit is given and the number is within reach.
    pub(super) fn value(&self) -> Option<i64> {
        match self.form {
            YearForm::Plain { negative, digits } => {
                let value = i64::from(digits.value()?);
                Some(if negative { -value } else { value })
            }
            YearForm::Long(value) => Some(value),
            YearForm::Power(number, exponent) => number.checked_mul(10i64.checked_pow(exponent)?),
        }
    }

    pub(super) fn is_negative(&self) -> bool {
        match self.form {
            YearForm::Plain { negative, .. } => negative,
            YearForm::Long(value) | YearForm::Power(value, _) => value < 0,
        }
    }

    pub(super) fn is_masked(&self) -> bool {
        matches!(self.form, YearForm::Plain { digits, .. } if digits.is_masked())
    }

    /// The first and last year that it can be; `None` where they are out of reach.
    pub(super) fn range(&self) -> Option<(i64, i64)> {
        if let YearForm::Plain { digits, .. } = self.form
            && digits.is_masked()
        {
            let (first, last) = digits.range();
            return Some((first.into(), last.into()));
        }
        let value = self.value()?;
        let Some(significant) = self.significant else { return Some((value, value)) };
        let width = match self.form {
            YearForm::Plain { .. } => 4,
            YearForm::Long(value) => width(value),
            YearForm::Power(number, exponent) => width(number) + exponent,
        };
        let block = 10i64.checked_pow(width.saturating_sub(significant))?;
        let near = value.abs() - value.abs() % block;
        let far = near.checked_add(block - 1)?;
        Some(if value < 0 { (-far, -near) } else { (near, far) })
    }

    /// The years that it can be, in order.
    fn candidates(&self) -> impl DoubleEndedIterator<Item = i32> {
        let (first, last) = self.range().unwrap_or((1, 0));
        let mask = match self.form {
            YearForm::Plain { digits, .. } if digits.is_masked() => digits,
            _ => Digits([None; 4]),
        };
        // Only four-digit years carry months, so that a wider range is never walked.
        (first..=last).filter(move |&year| mask.matches(year as u16)).filter_map(|year| i32::try_from(year).ok())
    }
}

/// How many digits `value` has.
pub(super) fn width(value: i64) -> u32 {
    value.unsigned_abs().checked_ilog10().map_or(1, |log| log + 1)
}

impl Part {
    fn candidates(self, last: u16) -> impl DoubleEndedIterator<Item = u32> {
        (1..=last).filter(move |&value| self.digits.matches(value)).map(u32::from)
    }
}

impl Value {
    /// The qualifiers of the parts that are there.
    pub(super) fn qualifiers(&self) -> impl Iterator<Item = Qualifier> {
        [Some(self.year.qualifier), self.month.map(|month| month.qualifier), self.day.map(|day| day.qualifier)]
            .into_iter()
            .flatten()
    }

    /// The one qualifier that all parts share.
    pub(super) fn shared_qualifier(&self) -> Option<Qualifier> {
        self.qualifiers().all(|qualifier| qualifier == self.year.qualifier).then_some(self.year.qualifier)
    }

    pub(super) fn is_masked(&self) -> bool {
        self.year.is_masked() || [self.month, self.day].iter().flatten().any(|part| part.digits.is_masked())
    }

    /// The season, quarter or the like that stands in the month's place: first month and number of months.
    pub(super) fn group(&self) -> Option<(u16, u32, u32)> {
        let code = self.month?.digits.value()?;
        GROUPS.into_iter().find(|group| group.0 == code)
    }

    /// Whether the calendar has a day such as this.
    pub(super) fn exists(&self) -> bool {
        match (self.month, self.day) {
            (None, _) => true,
            (Some(_), Some(_)) if self.group().is_some() => false,
            (Some(month), None) => self.group().is_some() || month.candidates(12).next().is_some(),
            (Some(_), Some(_)) => self.first_day().is_some(),
        }
    }

    /// The earliest and latest moment that it can mean; no bound where the year is beyond the calendar.
    pub(super) fn bounds(&self) -> Bounds {
        let (first, last) = match self.time {
            None => (NaiveTime::MIN, LAST_SECOND),
            Some(time) => time.bounds(),
        };
        Bounds {
            earliest: self.first_day().map(|day| day.and_time(first)),
            latest: self.last_day().map(|day| day.and_time(last)),
        }
    }

    fn first_day(&self) -> Option<NaiveDate> {
        let year = self.year.range()?.0;
        let Some(month) = self.month else { return ymd(year, 1, 1) };
        if let Some((_, first, _)) = self.group() {
            return ymd(year, first, 1);
        }
        first_of(self.year.candidates(), |year| {
            month.candidates(12).find_map(|month| match self.day {
                None => ymd(year.into(), month, 1),
                Some(day) => day.candidates(31).find_map(|day| ymd(year.into(), month, day)),
            })
        })
    }

    fn last_day(&self) -> Option<NaiveDate> {
        let year = self.year.range()?.1;
        let Some(month) = self.month else { return ymd(year, 12, 31) };
        if let Some((_, first, count)) = self.group() {
            return month_end(ymd(year, first, 1)?.checked_add_months(chrono::Months::new(count - 1))?);
        }
        first_of(self.year.candidates().rev(), |year| {
            month.candidates(12).rev().find_map(|month| match self.day {
                None => month_end(ymd(year.into(), month, 1)?),
                Some(day) => day.candidates(31).rev().find_map(|day| ymd(year.into(), month, day)),
            })
        })
    }
}

/// The first day that `pick` finds in the years given.
///
/// Years differ in being leap years alone, so that no more than one of each kind is looked at in vain.
fn first_of(years: impl Iterator<Item = i32>, pick: impl Fn(i32) -> Option<NaiveDate>) -> Option<NaiveDate> {
    let mut failed = [false; 2];
    for year in years {
        let leap = usize::from(ymd(year.into(), 1, 1)?.leap_year());
        if !failed[leap] {
            let day = pick(year);
            if day.is_some() {
                return day;
            }
            failed[leap] = true;
        }
        if failed == [true; 2] {
            return None;
        }
    }
    None
}

impl Time {
    /// The moment, of no zone; `None` for a leap second, which the calendar underneath does not count.
    pub(super) fn at(self, day: NaiveDate) -> Option<NaiveDateTime> {
        day.and_hms_opt(self.hour.into(), self.minute.into(), self.second.unwrap_or(0).into())
    }

    fn bounds(self) -> (NaiveTime, NaiveTime) {
        let at = |second: u8| {
            // A leap second is bounded by the second before it.
            NaiveTime::from_hms_opt(self.hour.into(), self.minute.into(), second.min(59).into()).unwrap_or_default()
        };
        (at(self.second.unwrap_or(0)), at(self.second.unwrap_or(59)))
    }
}

const LAST_SECOND: NaiveTime = match NaiveTime::from_hms_opt(23, 59, 59) {
    Some(time) => time,
    None => NaiveTime::MIN,
};

fn ymd(year: i64, month: u32, day: u32) -> Option<NaiveDate> {
    NaiveDate::from_ymd_opt(i32::try_from(year).ok()?, month, day)
}

fn month_end(day: NaiveDate) -> Option<NaiveDate> {
    day.with_day(day.num_days_in_month().into())
}
