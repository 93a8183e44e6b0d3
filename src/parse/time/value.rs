//! The TIMEX3 text of values.

use std::fmt::{self, Write};

use chrono::Weekday;

use super::expr::{Amount, Count, Length, Set, TimeOfDay};
use crate::calendar::{Grain, Rounding, season_text};
use crate::lexicon::time::{DayPart, Reference};
use crate::timex::Modifier;

/// `P2Y`, `PT9M`, `PXD`, `P2Y6M`
pub(super) struct LengthValue(pub(super) Length);

impl fmt::Display for LengthValue {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_char('P')?;
        let mut clock = false;
        for amount in self.0.amounts() {
            write_amount(f, amount, &mut clock)?;
        }
        Ok(())
    }
}

fn write_amount(f: &mut fmt::Formatter<'_>, amount: Amount, clock: &mut bool) -> fmt::Result {
    let (letter, each, finer) = letters(amount.grain);
    if amount.grain < Grain::Day && !std::mem::replace(clock, true) {
        f.write_char('T')?;
    }
    match amount.count {
        Count::Exact(count) | Count::Between(count, _) => write!(f, "{}{letter}", count.saturating_mul(each)),
        Count::Tenths(tenths) => write!(f, "{}.{}{letter}", tenths / 10, tenths % 10),
        Count::Vague => write!(f, "X{}", if each == 1 { letter } else { vague_letters(amount.grain) }),
        // "A century and a half" are 150 years.
        Count::AndHalf(count) if each > 1 => {
            write!(f, "{}{letter}", count.saturating_mul(each).saturating_add(each / 2))
        }
        Count::AndHalf(count) => {
            if count > 0 {
                write!(f, "{}{letter}", count.saturating_mul(each))?;
            }
            if amount.grain == Grain::Day && !std::mem::replace(clock, true) {
                f.write_char('T')?;
            }
            f.write_str(finer)
        }
    }
}

/// The letter of a unit, how many of it one makes, and a half of it where one makes one.
fn letters(grain: Grain) -> (&'static str, u32, &'static str) {
    match grain {
        Grain::Second => ("S", 1, "0.5S"),
        Grain::Minute => ("M", 1, "30S"),
        Grain::Hour => ("H", 1, "30M"),
        Grain::Day => ("D", 1, "12H"),
        Grain::Weekend => ("WE", 1, ""),
        Grain::Week => ("W", 1, "3D"),
        Grain::Fortnight => ("W", 2, ""),
        Grain::Month => ("M", 1, "15D"),
        Grain::Season | Grain::Quarter => ("Q", 1, ""),
        Grain::Half => ("M", 6, ""),
        Grain::Year => ("Y", 1, "6M"),
        Grain::Decade => ("Y", 10, ""),
        Grain::Century => ("Y", 100, ""),
        Grain::Millennium => ("Y", 1000, ""),
    }
}

fn vague_letters(grain: Grain) -> &'static str {
    match grain {
        Grain::Decade => "DE",
        Grain::Century => "CE",
        Grain::Millennium => "ML",
        Grain::Fortnight => "W",
        _ => "M",
    }
}

/// `T09:30`, `TMO`
pub(super) struct TimeValue(pub(super) TimeOfDay);

impl fmt::Display for TimeValue {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0 {
            TimeOfDay::Part(part) => write!(f, "T{}", part_text(part)),
            TimeOfDay::Clock { hour, minute, second, zone, .. } => {
                write!(f, "T{hour:02}:{minute:02}")?;
                if let Some(second) = second {
                    write!(f, ":{second:02}")?;
                }
                match zone {
                    Some(0) => f.write_char('Z'),
                    _ => Ok(()),
                }
            }
        }
    }
}

fn part_text(part: DayPart) -> &'static str {
    match part {
        DayPart::Morning => "MO",
        DayPart::Afternoon => "AF",
        DayPart::Evening => "EV",
        DayPart::Night => "NI",
        DayPart::Day => "DT",
    }
}

/// `XXXX-WXX-1`, `P1D`, `XXXX-07`
pub(super) struct SetValue(pub(super) Set);

impl fmt::Display for SetValue {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0 {
            Set::Every(length) => LengthValue(length).fmt(f),
            Set::Weekday(day, None) => write!(f, "XXXX-WXX-{}", weekday_number(day)),
            Set::Weekday(day, Some(part)) => write!(f, "XXXX-WXX-{}T{}", weekday_number(day), part_text(part)),
            Set::Weekend => f.write_str("XXXX-WXX-WE"),
            Set::Month(month) => write!(f, "XXXX-{month:02}"),
            Set::Season(season) => write!(f, "XXXX-{}", season_text(season)),
            Set::Part(part) => write!(f, "XXXX-XX-XXT{}", part_text(part)),
        }
    }
}

fn weekday_number(day: Weekday) -> u32 {
    day.number_from_monday()
}

pub(super) fn reference_value(reference: Reference) -> &'static str {
    match reference {
        Reference::Present => "PRESENT_REF",
        Reference::Past => "PAST_REF",
        Reference::Future => "FUTURE_REF",
    }
}

/// The TIMEX3 modifier of a rounding.
pub(super) fn modifier(rounding: Rounding) -> Option<Modifier> {
    match rounding {
        Rounding::Stated | Rounding::Exactly => None,
        Rounding::About => Some(Modifier::Approx),
        Rounding::LittleMore | Rounding::More => Some(Modifier::MoreThan),
        Rounding::Almost | Rounding::Less => Some(Modifier::LessThan),
        Rounding::AtLeast => Some(Modifier::EqualOrMore),
        Rounding::AtMost => Some(Modifier::EqualOrLess),
    }
}
