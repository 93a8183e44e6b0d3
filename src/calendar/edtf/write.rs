//! The text form: what was read, in the shortest way that the standard has for it.

use std::fmt::{self, Display, Formatter, Write};

use super::value::{Choice, Digits, End, Kind, Member, Part, Time, Value, Year, YearForm};
use crate::calendar::Qualifier;

impl Display for Kind {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match self {
            Kind::Value(value) => value.fmt(f),
            Kind::Interval { start, end } => write!(f, "{start}/{end}"),
            Kind::Set { choice, members } => {
                let (open, close) = if *choice == Choice::One { ('[', ']') } else { ('{', '}') };
                for (i, member) in members.iter().enumerate() {
                    f.write_char(if i == 0 { open } else { ',' })?;
                    member.fmt(f)?;
                }
                f.write_char(close)
            }
        }
    }
}

impl Display for End {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match self {
            End::Unknown => Ok(()),
            End::Open => f.write_str(".."),
            End::At(value) => value.fmt(f),
            End::OnOrBefore(value) => write!(f, "..{value}"),
            End::OnOrAfter(value) => write!(f, "{value}.."),
        }
    }
}

impl Display for Member {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match self {
            Member::Value(value) => value.fmt(f),
            Member::OnOrBefore(value) => write!(f, "..{value}"),
            Member::OnOrAfter(value) => write!(f, "{value}.."),
            Member::Range(first, last) => write!(f, "{first}..{last}"),
        }
    }
}

impl Display for Value {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        // One qualifier after a part stands for it and all before; the parts after it carry their own, in front.
        let shared = self.year.qualifier;
        let leading = self.qualifiers().take_while(|&qualifier| qualifier == shared).count();
        let behind = |index: usize| if index + 1 == leading && self.time.is_none() { shared.mark() } else { "" };

        write!(f, "{}{}", self.year, behind(0))?;
        for (index, Part { digits, qualifier }) in (1..).zip([self.month, self.day].into_iter().flatten()) {
            let before = if index < leading { "" } else { qualifier.mark() };
            write!(f, "-{before}{digits}{}", behind(index))?;
        }
        match self.time {
            Some(time) => write!(f, "T{time}{}", shared.mark()),
            None => Ok(()),
        }
    }
}

impl Display for Year {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match self.form {
            YearForm::Plain { negative, digits } => write!(f, "{}{digits}", if negative { "-" } else { "" })?,
            YearForm::Long(value) => write!(f, "Y{value}")?,
            YearForm::Power(number, exponent) => write!(f, "Y{number}E{exponent}")?,
        }
        self.significant.map_or(Ok(()), |count| write!(f, "S{count}"))
    }
}

impl<const N: usize> Display for Digits<N> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|digit| f.write_char(digit.map_or('X', |digit| char::from(b'0' + digit))))
    }
}

impl Display for Time {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        write!(f, "{:02}:{:02}", self.hour, self.minute)?;
        if let Some(second) = self.second {
            write!(f, ":{second:02}")?;
        }
        write_offset(f, self.offset)
    }
}

/// `Z`, `+03:00`, or nothing.
pub(super) fn write_offset(f: &mut Formatter<'_>, offset: Option<i16>) -> fmt::Result {
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

impl Qualifier {
    /// The mark that EDTF puts behind a value.
    pub(super) fn mark(self) -> &'static str {
        match self {
            Qualifier::Exact => "",
            Qualifier::Uncertain => "?",
            Qualifier::Approximate => "~",
            Qualifier::UncertainApproximate => "%",
        }
    }
}
