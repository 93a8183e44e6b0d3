//! Times that recur: `every Monday`, `daily`, `twice a year`, `Tuesday nights`.

use nom::Parser;
use nom::branch::alt;
use nom::combinator::{opt, verify};
use nom::sequence::{preceded, terminated};

use super::expr::{Amount, Count, Expr, Length, Sense, Set};
use super::hour::clock;
use super::number::{In, Res, cardinal, is, one, ordinal, small, vague};
use super::token::Token;
use crate::calendar::{Grain, Rounding};
use crate::lexicon::time::{Meaning, Small, Turn};

/// A time that recurs, with its time of day: `every Monday at 4 p.m.`
pub(super) fn set(input: In<'_>) -> Res<'_, Expr> {
    let (rest, expr) = alt((every, frequency, weekdays, per, nth_of_each, last_ones)).parse(input)?;
    if tells_days(expr.sense)
        && let Ok((rest, time)) = preceded(opt(small(Small::At)), clock).parse(rest)
    {
        return Ok((rest, Expr { time: Some(time), ..expr }));
    }
    Ok((rest, expr))
}

/// `every day`, after a time of day: `3 p.m. every day`
pub(super) fn days(input: In<'_>) -> Res<'_, Expr> {
    verify(alt((every, frequency, weekdays)), |expr| tells_days(expr.sense)).parse(input)
}

/// Whether a time of day can stand beside it.
fn tells_days(sense: Sense) -> bool {
    match sense {
        Sense::Set(Set::Every(length)) => length.first.grain == Grain::Day && length.exact() == Some(1),
        Sense::Set(Set::Weekday(_, None) | Set::Weekend) => true,
        _ => false,
    }
}

fn read(set: Set, rule: &'static str) -> Expr {
    Expr::new(Sense::Set(set), rule)
}

/// `every day`, `every single day`, `each July`, `every two weeks`, `every other week`, `every Monday morning`
fn every(input: In<'_>) -> Res<'_, Expr> {
    let (rest, _) = (alt((small(Small::Every), small(Small::Each))), opt(small(Small::Single))).parse(input)?;
    alt((every_nth, every_named, every_length)).parse(rest)
}

/// `the first Monday of each month`, for which TIMEX3 has no value but that of all Mondays
fn nth_of_each(input: In<'_>) -> Res<'_, Expr> {
    let last = is(|token| token.turn() == Some(Turn::Last));
    let which = alt((ordinal.map(drop), last));
    let lead = (opt(small(Small::The)), which, one(Token::weekday)).map(|(.., day)| day);
    let (rest, day) = terminated(lead, of_each_month).parse(input)?;
    Ok((rest, read(Set::Weekday(day, None), "nth-of-each")))
}

/// `of each month`, `of every month`
fn of_each_month(input: In<'_>) -> Res<'_, ()> {
    let each = alt((small(Small::Every), small(Small::Each)));
    (alt((small(Small::Of), small(Small::In))), each, month).map(drop).parse(input)
}

fn month(input: In<'_>) -> Res<'_, ()> {
    is(|token| token.singular() == Some(Grain::Month))(input)
}

/// `other year`, `third week`, `second Tuesday`, `second Tuesday of the month`
fn every_nth(input: In<'_>) -> Res<'_, Expr> {
    let which = alt((small(Small::Other).map(|()| 2), verify(ordinal, |&nth| nth > 1)));
    let what = one(|token| token.singular().map(Ok).or_else(|| token.weekday().map(Err)));
    let (rest, (nth, what)) = (which, what).parse(input)?;
    let of_month = (small(Small::Of), small(Small::The), month);
    let rest = if what.is_err() { opt(of_month).parse(rest)?.0 } else { rest };
    let set = match what {
        Ok(grain) => Set::Every(Length::of(Count::Exact(nth), grain)),
        // TIMEX3 has no value for the other weeks' Mondays.
        Err(day) => Set::Weekday(day, None),
    };
    Ok((rest, read(set, "every-nth")))
}

fn every_named(input: In<'_>) -> Res<'_, Expr> {
    let part = || one(|token| token.meaning(|m| if let Meaning::Part(part) = m { Some(part) } else { None }));
    let weekday = (one(Token::weekday), opt(part())).map(|(day, part)| Set::Weekday(day, part));
    let month = one(Token::month).map(Set::Month);
    let season = one(|token| token.meaning(|m| if let Meaning::Season(season) = m { Some(season) } else { None }));
    alt((weekday, month, season.map(Set::Season), part().map(Set::Part)))
        .map(|set| read(set, "every-named"))
        .parse(input)
}

fn every_length(input: In<'_>) -> Res<'_, Expr> {
    let single = one(Token::singular).map(|grain| Length::of(Count::Exact(1), grain));
    let count = alt((cardinal.map(Count::Exact), vague));
    let many = (count, one(Token::unit)).map(|(count, grain)| Length::of(count, grain));
    alt((single, many)).map(|length| read(Set::Every(length), "every")).parse(input)
}

/// `daily`, `annually`
fn frequency(input: In<'_>) -> Res<'_, Expr> {
    let grain = one(|token| token.meaning(|m| if let Meaning::Frequency(grain) = m { Some(grain) } else { None }));
    grain.map(|grain| read(Set::Every(Length::of(Count::Exact(1), grain)), "frequency")).parse(input)
}

/// `Mondays`, `Tuesday nights`, `weekends`
pub(super) fn weekdays(input: In<'_>) -> Res<'_, Expr> {
    let plain = one(|token| token.meaning(|m| if let Meaning::Weekdays(day) = m { Some(day) } else { None }));
    let parts = one(|token| token.meaning(|m| if let Meaning::Parts(part) = m { Some(part) } else { None }));
    let with_part = (one(Token::weekday), parts).map(|(day, part)| Set::Weekday(day, Some(part)));
    let weekends = is(|token| token.plural() == Some(Grain::Weekend)).map(|()| Set::Weekend);
    alt((with_part, plain.map(|day| Set::Weekday(day, None)), weekends)).map(|set| read(set, "weekdays")).parse(input)
}

/// `the past three summers`, `the last two Fridays`
fn last_ones(input: In<'_>) -> Res<'_, Expr> {
    let turn = is(|token| matches!(token.turn(), Some(Turn::Last | Turn::Past | Turn::Previous)));
    let ones = one(|token| {
        token.meaning(|m| match m {
            Meaning::Seasons(season) => Some(Set::Season(season)),
            Meaning::Weekdays(day) => Some(Set::Weekday(day, None)),
            _ => None,
        })
    });
    let (rest, (.., set)) = (opt(small(Small::The)), turn, cardinal, ones).parse(input)?;
    Ok((rest, read(set, "last-ones")))
}

/// `per day`, `twice a year`, `three times daily`
fn per(input: In<'_>) -> Res<'_, Expr> {
    let often = alt((
        small(Small::Once),
        small(Small::Twice),
        (cardinal, small(Small::Times)).map(|_| ()),
        (small(Small::Times)).map(|()| ()),
    ));
    let per_unit = preceded(small(Small::Per), one(Token::singular));
    let each = one(|token| token.meaning(|m| if let Meaning::Frequency(grain) = m { Some(grain) } else { None }));
    let a_unit = preceded(alt((small(Small::A), small(Small::Every), small(Small::Each))), one(Token::singular));
    let grain = alt((per_unit, preceded(often, alt((each, a_unit)))));
    grain
        .map(|grain| {
            let first = Amount { count: Count::Exact(1), grain };
            read(Set::Every(Length { first, finer: [None; 2], rounding: Rounding::Stated }), "per")
        })
        .parse(input)
}
