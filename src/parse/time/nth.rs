//! Which one of several: `the second day`, `the first Monday of October`, `the last day of June 2014`.

use chrono::{Datelike, NaiveDate, Weekday};
use nom::Parser;
use nom::branch::alt;
use nom::combinator::{map_opt, opt, peek, verify};
use nom::sequence::{preceded, terminated};

use super::expr::{Count, Expr, Frame, Length, Part, Sense, TimeOfDay, YearRef};
use super::number::{In, Res, one, ordinal, small};
use super::token::{Kind, Token};
use super::{date, relative};
use crate::calendar::{Grain, Holiday};
use crate::lexicon::time::{Meaning, Small, Turn};
use crate::timex::Modifier;

/// `the second day`, `the third evening`, `the first year`: which one, of days that the text does not date.
pub(super) fn nth_unit(input: In<'_>) -> Res<'_, Expr> {
    // "Her last day in office" is not yesterday.
    let last_day = |input| {
        let last = one(|token| (token.turn() == Some(Turn::Last)).then_some(()));
        terminated(last, peek(one(|token| (token.singular() == Some(Grain::Day)).then_some(())))).parse(input)
    };
    let which = alt((ordinal.map(drop), small(Small::Final), last_day));
    let part = one(|token| token.meaning(|m| if let Meaning::Part(part) = m { Some(part) } else { None }));
    let part = part.map(|part| Expr { time: Some(TimeOfDay::Part(part)), ..nth(Sense::Nth(Grain::Day)) });
    let unit = map_opt(one(Token::singular), |grain| match grain {
        Grain::Day | Grain::Weekend | Grain::Week => Some(nth(Sense::Nth(grain))),
        Grain::Hour | Grain::Month | Grain::Year | Grain::Decade => {
            Some(nth(Sense::Length(Length::of(Count::Exact(1), grain))))
        }
        _ => None,
    });
    let lead = (opt(small(Small::The)), which, opt(alt((small(Small::Trading), small(Small::Full)))));
    preceded(lead, alt((part, unit))).parse(input)
}

fn nth(sense: Sense) -> Expr {
    Expr::new(sense, "nth-unit")
}

/// `the first Monday of October 2024`, `the last Friday in May`, `the 5th day of June`, `the second week of March`, `the
/// first day of 1990`, `the last month of the year`
pub(super) fn nth_of(input: In<'_>) -> Res<'_, Expr> {
    let what = one(|token| token.weekday().map(What::Weekday).or_else(|| token.singular().map(What::Unit)));
    let joint = alt((small(Small::Of), small(Small::In)));
    let month = date::month_year.map(|month| month.sense);
    let year = alt((date::year_figures.map(YearRef::Is), date::year_turn, date::the_year));
    let year = year.map(|year| Sense::Part { year, part: Part::Whole });
    let (rest, (_, which, what, (), of)) =
        (opt(small(Small::The)), which, what, joint, alt((month, year))).parse(input)?;
    let (year, read) = match of {
        Sense::Part { year, part: Part::Month(month) } => (year, in_month(which, what, year, month)),
        Sense::Part { year, part: Part::Whole } => (year, in_year(which, what).map(|part| (part, None))),
        _ => return Err(nom::Err::Error(())),
    };
    let (part, modifier) = read.ok_or(nom::Err::Error(()))?;
    Ok((rest, Expr { modifier, ..Expr::new(Sense::Part { year, part }, "nth-of-month") }))
}

/// `the first Monday of next month`, `the last Friday of the month`
pub(super) fn nth_of_turned_month(input: In<'_>) -> Res<'_, Expr> {
    let month = verify(alt((relative::turned_unit, relative::the_unit)), |expr| {
        matches!(expr.sense, Sense::Step { grain: Grain::Month, .. })
    });
    let joint = alt((small(Small::Of), small(Small::In)));
    let (rest, (_, which, weekday, (), month)) =
        (opt(small(Small::The)), which, one(Token::weekday), joint, month).parse(input)?;
    let nth = which.map_or(Some(-1), |nth| i8::try_from(nth).ok().filter(|nth| (1..=5).contains(nth)));
    let frame = nth.map(|nth| Frame::Nth { weekday, nth });
    frame.ok_or(nom::Err::Error(())).map(|frame| (rest, Expr { frame: Some(frame), rule: "nth-of-month", ..month }))
}

/// `the 15th`, `24th`: a day of the month that the text is at.
pub(super) fn nth_day(input: In<'_>) -> Res<'_, Expr> {
    let day = one(|token| if let Kind::Nth(day @ 1..=31) = token.kind { Some(day as u8) } else { None });
    preceded(opt(small(Small::The)), day).map(|day| Expr::new(Sense::DayOfMonth(day), "nth-day")).parse(input)
}

/// `first`, `5th`; `last` is none of them.
fn which(input: In<'_>) -> Res<'_, Option<u32>> {
    let last = alt((one(|token| (token.turn() == Some(Turn::Last)).then_some(())), small(Small::Final)));
    alt((ordinal.map(Some), last.map(|()| None))).parse(input)
}

#[derive(Clone, Copy)]
enum What {
    Weekday(Weekday),
    Unit(Grain),
}

/// What the nth of a year, or the last, comes to where a month tells it.
fn in_year(which: Option<u32>, what: What) -> Option<Part> {
    let nth_weekday = |month, weekday, nth| Part::Holiday(Holiday::Nth { month, weekday, nth, after: 0 });
    match (what, which) {
        (What::Unit(Grain::Month), Some(nth)) => u8::try_from(nth).ok().filter(|&nth| nth <= 12).map(Part::Month),
        (What::Unit(Grain::Month), None) => Some(Part::Month(12)),
        (What::Unit(Grain::Day), Some(1)) => Some(Part::Day(1, 1)),
        (What::Unit(Grain::Day), None) => Some(Part::Day(12, 31)),
        (What::Weekday(weekday), Some(1)) => Some(nth_weekday(1, weekday, 1)),
        (What::Weekday(weekday), None) => Some(nth_weekday(12, weekday, -1)),
        _ => None,
    }
}

/// What the nth of a month, or the last, comes to: a day, or for a week which stretch of the month it is in.
fn in_month(which: Option<u32>, what: What, year: YearRef, month: u8) -> Option<(Part, Option<Modifier>)> {
    match (what, which) {
        (What::Weekday(weekday), _) => {
            let nth = which.map_or(Some(-1), |nth| i8::try_from(nth).ok().filter(|nth| (1..=5).contains(nth)))?;
            Some((Part::Holiday(Holiday::Nth { month, weekday, nth, after: 0 }), None))
        }
        (What::Unit(Grain::Day), Some(day)) => {
            u8::try_from(day).ok().filter(|day| (1..=31).contains(day)).map(|day| (Part::Day(month, day), None))
        }
        (What::Unit(Grain::Day), None) => {
            let year = match year {
                YearRef::Is(year) => year,
                // Any year will do, but for February.
                _ if month != 2 => 2001,
                _ => return None,
            };
            let days = NaiveDate::from_ymd_opt(year, month.into(), 1)?.num_days_in_month();
            Some((Part::Day(month, days), None))
        }
        (What::Unit(Grain::Week | Grain::Weekend), _) => {
            let stretch = match which {
                Some(1) => Modifier::Start,
                Some(2..=3) => Modifier::Mid,
                Some(4 | 5) | None => Modifier::End,
                _ => return None,
            };
            Some((Part::Month(month), Some(stretch)))
        }
        _ => None,
    }
}
