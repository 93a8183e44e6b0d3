//! Days, months and weeks in figures: `2023-10-06`, `06.03.2022`, `3/6`, `2014-10`, `2018-W31`.
//!
//! Which of two figures is the month is not settled here: `anchor::numeric` knows the weekday beside them and the other
//! dates of the text.

use chrono::{NaiveDate, Weekday};
use nom::Parser;
use nom::branch::alt;
use nom::combinator::{map_opt, not, peek, verify};
use nom::sequence::{preceded, terminated};

use super::date::{weekday, year_figures};
use super::expr::{Expr, Figures, Part, Sense, YearRef};
use super::number::{In, Res, digits, is, one};
use super::token::{Kind, Token};
use crate::calendar::Unit;

/// What begins with its year: `2023-10-06`, `2018-W31`, `2014-10`
pub(super) fn iso(input: In<'_>) -> Res<'_, Expr> {
    let (rest, year) = year_figures(input)?;
    alt((|i| iso_day(i, year), |i| iso_week(i, year), |i| iso_month(i, year))).parse(rest)
}

/// What ends with its year, or tells none: `06.03.2022`, `3/6`, `2/2013`
pub(super) fn numeric(input: In<'_>) -> Res<'_, Expr> {
    peek((figures(2), is(|token| token.glued && matches!(token.kind, Kind::Sign(_))))).parse(input)?;
    alt((numeric_day, day_of_no_year, month_of_year)).parse(input)
}

/// `-10-06`, `/10/06` after `2023`
fn iso_day(input: In<'_>, year: i32) -> Res<'_, Expr> {
    let by = |mark| (glued(mark), glued_figures, glued(mark), glued_figures).map(|(_, month, _, day)| (month, day));
    let (rest, day) = map_opt(alt((by(b'-'), by(b'/'), by(b'.'))), |((month, _), (day, _))| {
        NaiveDate::from_ymd_opt(year, month, day)
    })
    .parse(input)?;
    Ok((rest, Expr::new(Sense::Unit(Unit::Day(day)), "iso-day")))
}

/// `-W31`, `-W31-2` after `2018`
fn iso_week(input: In<'_>, year: i32) -> Res<'_, Expr> {
    let week = verify(glued_figures, |&(week, length)| week > 0 && length == 2);
    let (rest, (week, _)) = preceded((glued(b'-'), glued(b'W')), week).parse(input)?;
    let mut day = preceded(glued(b'-'), verify(glued_figures, |&(day, length)| (1..=7).contains(&day) && length == 1));
    if let Ok((rest, (day, _))) = day.parse(rest)
        && let Some(day) = Weekday::try_from(day as u8 - 1).ok()
        && let Some(day) = NaiveDate::from_isoywd_opt(year, week, day)
    {
        return Ok((rest, Expr::new(Sense::Unit(Unit::Day(day)), "iso-day")));
    }
    NaiveDate::from_isoywd_opt(year, week, Weekday::Mon).ok_or(nom::Err::Error(()))?;
    Ok((rest, Expr::new(Sense::Unit(Unit::Week(year, week as u8)), "iso-week")))
}

/// `-10`, `/10` after `2014`; but `2005-10` may be the years from 2005 to 2010.
fn iso_month(input: In<'_>, year: i32) -> Res<'_, Expr> {
    let month = verify(glued_figures, |&(month, length)| (1..=12).contains(&month) && length == 2);
    let (rest, (month, _)) = terminated(preceded(alt((glued(b'-'), glued(b'/'))), month), ends).parse(input)?;
    if year.rem_euclid(100) < month as i32 {
        return Err(nom::Err::Error(()));
    }
    Ok((rest, Expr::new(Sense::Part { year: YearRef::Is(year), part: Part::Month(month as u8) }, "iso-month")))
}

/// `2/2013`
fn month_of_year(input: In<'_>) -> Res<'_, Expr> {
    let month = verify(digits(2), |(month, _)| (1..=12).contains(month));
    let year = preceded(glued(b'/'), verify(year_figures, |&year| year >= 1800));
    let (rest, ((month, _), year)) = (month, year).parse(input)?;
    ends(rest)?;
    Ok((rest, Expr::new(Sense::Part { year: YearRef::Is(year), part: Part::Month(month as u8) }, "numeric-month")))
}

/// `06.03.2022`, `3/6/22`: day and month in either order.
pub(super) fn numeric_day(input: In<'_>) -> Res<'_, Expr> {
    let by = |mark: u8| {
        let year = (glued(mark), figures(4)).map(|(_, year)| year);
        (figures(2), glued(mark), figures(2), year).map(move |(a, _, b, year)| (a, b, year, mark))
    };
    let (rest, (first, second, (year, length), mark)) = alt((by(b'.'), by(b'/'), by(b'-'))).parse(input)?;
    let year = match length {
        4 if (1000..2200).contains(&year) => YearRef::Is(year as i32),
        2 => YearRef::Short(year as u8),
        _ => return Err(nom::Err::Error(())),
    };
    either_order(rest, year, (first.0, second.0), mark == b'/', "numeric-day")
}

/// `3/6`: day and month in either order, of a year that is not told.
pub(super) fn day_of_no_year(input: In<'_>) -> Res<'_, Expr> {
    let (rest, (first, (), second)) = (figures(2), glued(b'/'), glued_figures).parse(input)?;
    // "5/1-5/7"
    let another = (glued(b'-'), glued_figures, glued(b'/')).map(drop);
    alt((peek(another), ends)).parse(rest)?;
    // "The night of 9/10 May" is of two days.
    not(is(|token| token.month().is_some())).parse(rest)?;
    // "24/7" is always.
    if (first.0, second.0) == (24, 7) {
        return Err(nom::Err::Error(()));
    }
    either_order(rest, YearRef::Unstated, (first.0, second.0), true, "day-of-no-year")
}

/// `2-15`, `2 / 15`, `31 10 1974`: as they stand in messages.
pub(super) fn day_apart(input: In<'_>) -> Res<'_, Expr> {
    let joint = is(|token| token.sign(b'-') || token.sign(b'/'));
    let without = (figures(2), joint, figures(2)).map(|(first, (), second)| (first.0, second.0, YearRef::Unstated));
    let with = (figures(2), figures(2), year_figures);
    let with = with.map(|(first, second, year)| (first.0, second.0, YearRef::Is(year)));
    let (rest, (first, second, year)) = terminated(alt((with, without)), ends).parse(input)?;
    counts_nothing(input, rest)?;
    either_order(rest, year, (first, second), true, "day-apart")
}

/// `Sunday 31`, as it stands in messages.
pub(super) fn weekday_and_figures(input: In<'_>) -> Res<'_, Expr> {
    let day = verify(figures(2), |(day, _)| (1..=31).contains(day));
    let (rest, (weekday, (day, _))) = terminated((weekday, day), ends).parse(input)?;
    counts_nothing(input, rest)?;
    let expr = Expr::new(Sense::DayOfMonth(day as u8), "weekday-day");
    Ok((rest, Expr { weekday: Some(weekday), ..expr }))
}

/// `20161016`, as it stands in messages.
pub(super) fn compact_day(input: In<'_>) -> Res<'_, Expr> {
    let day = one(|token| match token.kind {
        Kind::Digits(value @ 19_000_000..21_000_000, 5..) => {
            NaiveDate::from_ymd_opt((value / 10_000) as i32, value / 100 % 100, value % 100)
        }
        _ => None,
    });
    terminated(day, ends).map(|day| Expr::new(Sense::Unit(Unit::Day(day)), "iso-day")).parse(input)
}

/// The expression of two figures of which one can be a month and the other a day.
fn either_order<'t>(
    rest: In<'t>,
    year: YearRef,
    (first, second): (u32, u32),
    month_first: bool,
    rule: &'static str,
) -> Res<'t, Expr> {
    let fits = |month: u32, day: u32| (1..=12).contains(&month) && (1..=31).contains(&day);
    if !fits(first, second) && !fits(second, first) {
        return Err(nom::Err::Error(()));
    }
    let figures = Figures { year, first: first as u8, second: second as u8, month_first };
    Ok((rest, Expr::new(Sense::Numeric(figures), rule)))
}

/// Figures of one digit up to `most`, and how many they are.
fn figures<'t>(most: u8) -> impl Fn(In<'t>) -> Res<'t, (u32, u8)> {
    one(move |token: &Token| match token.kind {
        Kind::Digits(value, length) if (1..=most).contains(&length) => Some((value, length)),
        _ => None,
    })
}

/// One or two figures right after a sign.
fn glued_figures(input: In<'_>) -> Res<'_, (u32, u8)> {
    preceded(peek(is(|token| token.glued)), figures(2)).parse(input)
}

/// A sign right after what stands before it.
fn glued<'t>(mark: u8) -> impl Fn(In<'t>) -> Res<'t, ()> {
    is(move |token: &Token| token.glued && token.sign(mark))
}

/// Nothing after the figures that they could count, or that they could be the days of.
fn counts_nothing<'t>(input: In<'t>, rest: In<'t>) -> Res<'t, ()> {
    let counts = input.get(input.len() - rest.len() - 1).is_some_and(|last| last.followed);
    if counts { Err(nom::Err::Error(())) } else { Ok((rest, ())) }
}

/// Nothing that makes the figures before it part of a longer number.
fn ends(input: In<'_>) -> Res<'_, ()> {
    let joint = alt((glued(b'-'), glued(b'/'), glued(b'.'), glued(b':')));
    let more = (joint, is(|token| token.glued && matches!(token.kind, Kind::Digits(..) | Kind::Tenths(_))));
    not(more).parse(input)
}
