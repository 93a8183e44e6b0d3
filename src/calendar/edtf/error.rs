/// The text is not EDTF, or says what a [`Date`](super::super::Date) does not hold.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("`{text}` {} date: {reason}{}", if self.is_unheld() { "is more than a plain" } else { "is not an EDTF" }, self.place())]
pub struct ParseDateError {
    text: Box<str>,
    offset: usize,
    reason: Reason,
}

impl ParseDateError {
    #[cold]
    pub(super) fn new(text: &str, offset: usize, reason: Reason) -> ParseDateError {
        ParseDateError { text: text.into(), offset, reason }
    }

    /// Whether the text is sound EDTF that a [`Date`](super::super::Date) does not hold.
    /// [`Edtf`](super::Edtf) reads it.
    pub fn is_unheld(&self) -> bool {
        self.reason >= Reason::OpenDigits
    }

    /// Where the text stops being EDTF, in bytes.
    pub fn offset(&self) -> usize {
        self.offset
    }

    fn place(&self) -> String {
        match self.text.get(self.offset..) {
            Some(rest) if !rest.is_empty() && self.offset > 0 => format!(", at `{rest}`"),
            _ => String::new(),
        }
    }
}

/// What is wrong. Those from [`OpenDigits`](Reason::OpenDigits) on are sound EDTF.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, thiserror::Error)]
pub(super) enum Reason {
    #[error("a year has four digits, as in 2023 or 0987; longer ones follow `Y`")]
    Year,
    #[error("there is no year -0000; 0000 is 1 BC")]
    NegativeZero,
    #[error("a year before 0000 leaves no digit open; write an interval such as -0499/-0400")]
    OpenNegative,
    #[error("`Y` stands before years beyond four digits, without leading zeros, and the year stands alone")]
    LongYear,
    #[error("`S` counts the digits that are meant, from 1 up to those that the year has, and none is an `X`")]
    Significant,
    #[error("a month is 01 to 12, a part of the year 21 to 41")]
    Month,
    #[error("the calendar has no such day")]
    Day,
    #[error("a season, quarter or half of a year has no days")]
    DayOfGroup,
    #[error("a time follows a day without `X`, as hh:mm:ss or hh:mm, up to 23:59")]
    Time,
    #[error("an offset is `Z` or +hh:mm or -hh:mm, up to 14:00")]
    Offset,
    #[error("nothing may follow here")]
    Rest,
    #[error("an interval has a date at one end at least")]
    NoEnd,
    #[error("the interval ends before it begins")]
    Order,
    #[error("a set lists dates between commas and closes with its bracket")]
    Set,
    #[error("a range runs between two plain years, months or days, the earlier first")]
    Range,

    #[error("a date leaves digits open at the end of the year only, as in 199X or 20XX, or the whole year")]
    OpenDigits,
    #[error("a date is uncertain or approximate as a whole")]
    PartQualified,
    #[error("a date has no count of significant digits")]
    SignificantDigits,
    #[error("the year is out of reach")]
    FarYear,
    #[error("a date has seasons of no hemisphere (21 to 24), quarters (33 to 36) and halves (40, 41)")]
    Group,
    #[error("a leap second")]
    LeapSecond,
    #[error("an end of unknown date is not the same as an open one, which is written `..`")]
    UnknownEnd,
    #[error("an end is a date or open")]
    LooseEnd,
    #[error("a date is no set")]
    IsSet,
}
