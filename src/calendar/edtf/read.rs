//! The grammar. Each production reads a prefix and gives the value and the rest, or the place and the reason.

use super::error::Reason;
use super::value::{Choice, Digits, End, GROUPS, Kind, Member, Part, Time, Value, Year, YearForm, width};
use crate::calendar::Qualifier;

/// Why it is no EDTF, and the rest of the text from where it is none.
pub(super) type Fault<'t> = (&'t str, Reason);

type Read<'t, T> = Result<(T, &'t str), Fault<'t>>;

/// The whole text.
pub(super) fn edtf(text: &str) -> Result<Kind, Fault<'_>> {
    let (kind, rest) = match text.as_bytes().first() {
        Some(b'[') => set(&text[1..], Choice::One, ']')?,
        Some(b'{') => set(&text[1..], Choice::All, '}')?,
        _ if text.contains('/') => interval(text)?,
        _ => value(text).map(|(value, rest)| (Kind::Value(value), rest))?,
    };
    if rest.is_empty() { Ok(kind) } else { Err((rest, Reason::Rest)) }
}

/// `END/END`: `1985/2004-06~`, `1985/..`, `/1985`
fn interval(text: &str) -> Read<'_, Kind> {
    let (start, rest) = match text.strip_prefix("..") {
        Some(rest) if rest.starts_with('/') => (End::Open, rest),
        Some(rest) => value(rest).map(|(value, rest)| (End::OnOrBefore(value), rest))?,
        None if text.starts_with('/') => (End::Unknown, text),
        None => value(text).map(|(value, rest)| (End::At(value), rest))?,
    };
    let last = rest.strip_prefix('/').ok_or((rest, Reason::Rest))?;
    let (end, rest) = match last {
        "" => (End::Unknown, last),
        ".." => (End::Open, &last[2..]),
        _ => {
            let (value, rest) = value(last)?;
            match rest.strip_prefix("..") {
                Some(rest) => (End::OnOrAfter(value), rest),
                None => (End::At(value), rest),
            }
        }
    };
    match (start, end) {
        (End::Open | End::Unknown, End::Open | End::Unknown) => Err((text, Reason::NoEnd)),
        (End::At(start), End::At(end)) if !in_order(&start, &end) => Err((last, Reason::Order)),
        _ => Ok((Kind::Interval { start, end }, rest)),
    }
}

/// Whether `first` can lie before `last` or touch it.
fn in_order(first: &Value, last: &Value) -> bool {
    match (first.bounds().earliest, last.bounds().latest) {
        (Some(earliest), Some(latest)) => earliest <= latest,
        // Beyond the calendar the years alone are compared.
        _ => first.year.range().zip(last.year.range()).is_none_or(|(first, last)| first.0 <= last.1),
    }
}

/// `MEMBER,MEMBER…` and the closing bracket: `1667,1668,1670..1672]`
fn set(text: &str, choice: Choice, close: char) -> Read<'_, Kind> {
    let mut members = Vec::new();
    let mut rest = text;
    loop {
        let (next, after) = member(rest)?;
        members.push(next);
        match after.strip_prefix(',') {
            Some(more) => rest = more,
            None => {
                let rest = after.strip_prefix(close).ok_or((after, Reason::Set))?;
                return Ok((Kind::Set { choice, members }, rest));
            }
        }
    }
}

/// A date or a range: `1668`, `1670..1672`, `..1984`, `1984..`
fn member(text: &str) -> Read<'_, Member> {
    if let Some(rest) = text.strip_prefix("..") {
        return value(rest).map(|(value, rest)| (Member::OnOrBefore(value), rest));
    }
    let (first, rest) = value(text)?;
    let Some(after) = rest.strip_prefix("..") else { return Ok((Member::Value(first), rest)) };
    if after.is_empty() || after.starts_with([',', ']', '}']) {
        return Ok((Member::OnOrAfter(first), after));
    }
    let (last, rest) = value(after)?;
    let plain = |value: &Value| {
        let exact = value.shared_qualifier() == Some(Qualifier::Exact);
        exact && !value.is_masked() && value.group().is_none() && value.year.significant.is_none()
    };
    let alike = first.month.is_some() == last.month.is_some() && first.day.is_some() == last.day.is_some();
    if !plain(&first) || !plain(&last) || !alike || !in_order(&first, &last) {
        return Err((after, Reason::Range));
    }
    Ok((Member::Range(first, last), rest))
}

/// `YEAR`, `YEAR-MONTH`, `YEAR-MONTH-DAY`, with a time after a day.
///
/// A qualifier before a part speaks of that part, one after a part of it and of all before it.
fn value(text: &str) -> Read<'_, Value> {
    if let Some(rest) = text.strip_prefix('Y') {
        let (year, rest) = long_year(rest)?;
        return Ok((Value { year, month: None, day: None, time: None }, rest));
    }
    let (before, rest) = qualifier(text);
    let (mut year, rest) = plain_year(rest)?;
    let (after, mut rest) = qualifier(rest);
    year.qualifier = both(before, after);
    let mut value = Value { year, month: None, day: None, time: None };

    if let Some(month_text) = rest.strip_prefix('-').filter(|_| value.year.significant.is_none()) {
        let ((month, after), past) = part(month_text, Reason::Month)?;
        value.year.qualifier = both(value.year.qualifier, after);
        value.month = Some(month);
        if month.digits.value().is_some_and(|code| !(1..=12).contains(&code) && !is_group(code)) || !value.exists() {
            return Err((month_text, Reason::Month));
        }
        rest = past;
        if let Some(day_text) = rest.strip_prefix('-') {
            if value.group().is_some() {
                return Err((day_text, Reason::DayOfGroup));
            }
            let ((day, after), past) = part(day_text, Reason::Day)?;
            value.year.qualifier = both(value.year.qualifier, after);
            value.month = Some(Part { qualifier: both(month.qualifier, after), ..month });
            value.day = Some(day);
            if !value.exists() {
                return Err((day_text, Reason::Day));
            }
            rest = past;
        }
    }
    if let Some(time_text) = rest.strip_prefix('T') {
        if value.day.is_none() || value.is_masked() || value.qualifiers().any(|q| q != Qualifier::Exact) {
            return Err((rest, Reason::Time));
        }
        let (time, past) = time(time_text)?;
        value.time = Some(time);
        let (after, past) = qualifier(past);
        value.qualify(after);
        rest = past;
    }
    Ok((value, rest))
}

impl Value {
    fn qualify(&mut self, qualifier: Qualifier) {
        self.year.qualifier = qualifier;
        for part in [&mut self.month, &mut self.day].into_iter().flatten() {
            part.qualifier = qualifier;
        }
    }
}

fn is_group(code: u16) -> bool {
    GROUPS.iter().any(|group| group.0 == code)
}

/// Two digits with their qualifiers: the part and what speaks of all before it too.
fn part(text: &str, reason: Reason) -> Read<'_, (Part, Qualifier)> {
    let (before, rest) = qualifier(text);
    let (digits, rest) = digits(rest).ok_or((text, reason))?;
    let (after, rest) = qualifier(rest);
    Ok(((Part { digits, qualifier: both(before, after) }, after), rest))
}

/// `[-]dddd[Sd]`, digits or `X`: `1985`, `-0043`, `19XX`, `1950S2`
fn plain_year(text: &str) -> Read<'_, Year> {
    let (negative, bare) = sign(text);
    let (digits, rest) = digits(bare).ok_or((text, Reason::Year))?;
    if rest.starts_with(|c: char| c.is_ascii_digit()) {
        return Err((text, Reason::Year));
    }
    match (negative, digits.value()) {
        (true, None) => return Err((text, Reason::OpenNegative)),
        (true, Some(0)) => return Err((text, Reason::NegativeZero)),
        _ => {}
    }
    let (significant, rest) = significant(rest, 4)?;
    if significant.is_some() && digits.is_masked() {
        return Err((text, Reason::Significant));
    }
    let form = YearForm::Plain { negative, digits };
    Ok((Year { form, significant, qualifier: Qualifier::Exact }, rest))
}

/// What follows `Y`: `170000002`, `-17E7`, `171010000S3`
fn long_year(text: &str) -> Read<'_, Year> {
    let (negative, bare) = sign(text);
    let (number, rest) = number(bare).filter(|_| !bare.starts_with('0')).ok_or((text, Reason::LongYear))?;
    let signed = if negative { -number } else { number };
    let (form, digits, rest) = match rest.strip_prefix('E') {
        None => (YearForm::Long(signed), width(number), rest),
        Some(power) => {
            let (exponent, rest) = self::number(power).ok_or((power, Reason::LongYear))?;
            let exponent =
                u32::try_from(exponent).ok().filter(|&e| e <= MAX_EXPONENT).ok_or((power, Reason::LongYear))?;
            (YearForm::Power(signed, exponent), width(number) + exponent, rest)
        }
    };
    if digits <= 4 {
        return Err((text, Reason::LongYear));
    }
    let (significant, rest) = significant(rest, digits)?;
    let (qualifier, rest) = qualifier(rest);
    Ok((Year { form, significant, qualifier }, rest))
}

/// Far beyond any use, and small enough that a sum with it stays in range.
const MAX_EXPONENT: u32 = 100_000;

/// `Sd`, where it stands.
fn significant(text: &str, digits: u32) -> Read<'_, Option<u32>> {
    let Some(count) = text.strip_prefix('S') else { return Ok((None, text)) };
    let (number, rest) = number(count).ok_or((count, Reason::Significant))?;
    match u32::try_from(number) {
        Ok(number) if (1..=digits).contains(&number) => Ok((Some(number), rest)),
        _ => Err((count, Reason::Significant)),
    }
}

/// `hh:mm[:ss][OFFSET]`: `23:20:30Z`, `22:53`, `02:45+03:00`
fn time(text: &str) -> Read<'_, Time> {
    let two = |rest| fixed(rest).ok_or((text, Reason::Time));
    let (hour, rest) = two(text)?;
    let (minute, rest) = two(rest.strip_prefix(':').ok_or((text, Reason::Time))?)?;
    let (second, rest) = match rest.strip_prefix(':') {
        Some(rest) => two(rest).map(|(second, rest)| (Some(second), rest))?,
        None => (None, rest),
    };
    if hour > 23 || minute > 59 || second.is_some_and(|second| second > 60) {
        return Err((text, Reason::Time));
    }
    let (offset, rest) = offset(rest)?;
    Ok((Time { hour, minute, second, offset }, rest))
}

/// `Z`, `+hh:mm`, `-hh:mm`, `+hh`
fn offset(text: &str) -> Read<'_, Option<i16>> {
    if let Some(rest) = text.strip_prefix('Z') {
        return Ok((Some(0), rest));
    }
    let sign = match text.as_bytes().first() {
        Some(b'+') => 1,
        Some(b'-') => -1,
        _ => return Ok((None, text)),
    };
    let (hours, rest) = fixed(&text[1..]).ok_or((text, Reason::Offset))?;
    let (minutes, rest) = match rest.strip_prefix(':') {
        Some(rest) => fixed(rest).ok_or((text, Reason::Offset))?,
        None => (0, rest),
    };
    let total = i16::from(hours) * 60 + i16::from(minutes);
    if minutes > 59 || total > 14 * 60 || (sign < 0 && total == 0) {
        return Err((text, Reason::Offset));
    }
    Ok((Some(sign * total), rest))
}

fn qualifier(text: &str) -> (Qualifier, &str) {
    let qualifier = match text.as_bytes().first() {
        Some(b'?') => Qualifier::Uncertain,
        Some(b'~') => Qualifier::Approximate,
        Some(b'%') => Qualifier::UncertainApproximate,
        _ => return (Qualifier::Exact, text),
    };
    (qualifier, &text[1..])
}

/// What two qualifiers of one part say together.
fn both(a: Qualifier, b: Qualifier) -> Qualifier {
    match (a, b) {
        (Qualifier::Exact, other) | (other, Qualifier::Exact) => other,
        (a, b) if a == b => a,
        _ => Qualifier::UncertainApproximate,
    }
}

fn sign(text: &str) -> (bool, &str) {
    text.strip_prefix('-').map_or((false, text), |rest| (true, rest))
}

/// `N` digits or `X`.
fn digits<const N: usize>(text: &str) -> Option<(Digits<N>, &str)> {
    let mut digits = [None; N];
    for (slot, byte) in digits.iter_mut().zip(text.as_bytes().get(..N)?) {
        *slot = match byte {
            b'0'..=b'9' => Some(byte - b'0'),
            b'X' => None,
            _ => return None,
        };
    }
    Some((Digits(digits), &text[N..]))
}

/// Two digits.
fn fixed(text: &str) -> Option<(u8, &str)> {
    let (digits, rest) = digits::<2>(text)?;
    Some((digits.value()? as u8, rest))
}

/// Digits, up to what a number holds.
fn number(text: &str) -> Option<(i64, &str)> {
    let end = text.find(|c: char| !c.is_ascii_digit()).unwrap_or(text.len());
    Some((text[..end].parse().ok()?, &text[end..]))
}
