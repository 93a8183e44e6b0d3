//! Which level of the standard has a form.

use super::value::{Digits, End, Kind, Member, Part, Value, YearForm};
use crate::calendar::Qualifier;

/// The lowest level; `None` for the forms of time that no level has.
pub(super) fn of(kind: &Kind) -> Option<u8> {
    match kind {
        Kind::Value(value) => value_level(value),
        Kind::Interval { start, end } => Some(end_level(start)?.max(end_level(end)?)),
        Kind::Set { members, .. } => members.iter().flat_map(Member::values).all(is_timeless).then_some(2),
    }
}

fn is_timeless(value: &Value) -> bool {
    value.time.is_none()
}

fn end_level(end: &End) -> Option<u8> {
    match end {
        End::Unknown | End::Open => Some(1),
        End::OnOrBefore(value) | End::OnOrAfter(value) => is_timeless(value).then_some(2),
        // Open digits in an end belong to level 2, even those that a date has at level 1.
        End::At(value) if value.is_masked() => Some(2),
        End::At(value) => value_level(value).filter(|_| is_timeless(value)),
    }
}

fn value_level(value: &Value) -> Option<u8> {
    if let Some(time) = value.time {
        let plain = value.shared_qualifier() == Some(Qualifier::Exact) && !value.year.is_negative();
        return (plain && time.second.is_some()).then_some(0);
    }
    let year = match value.year.form {
        _ if value.year.significant.is_some() => 2,
        YearForm::Power(..) => 2,
        YearForm::Long(_) => 1,
        YearForm::Plain { negative, .. } => u8::from(negative),
    };
    let group = match value.group() {
        None => 0,
        Some((21..=24, ..)) => 1,
        Some(_) => 2,
    };
    let qualified = match value.shared_qualifier() {
        Some(Qualifier::Exact) => 0,
        Some(_) => 1,
        None => 2,
    };
    Some(year.max(group).max(qualified).max(mask_level(value)))
}

/// Level 1 opens whole parts from the right, or the last one or two digits of a year that stands alone.
fn mask_level(value: &Value) -> u8 {
    if !value.is_masked() {
        return 0;
    }
    let is_open = |part: Option<Part>| part.is_none_or(|part| part.digits.is_all_open());
    let is_given = |part: Option<Part>| part.is_none_or(|part| !part.digits.is_masked());
    let simple = match value.year.form {
        YearForm::Plain { digits, .. } if digits.is_masked() => {
            value.month.is_none() && matches!(digits, Digits([Some(_), Some(_), _, None]))
        }
        _ => is_open(value.day) && (is_open(value.month) || is_given(value.month)),
    };
    if simple { 1 } else { 2 }
}
