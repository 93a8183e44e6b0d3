//! Expressions that share a part: `July 3 and 4`, `10-12 October`, `October and November 2023`, `2014-15`.
//!
//! Each part becomes an expression of its own with the shared part filled in.

use nom::Parser;
use nom::branch::alt;
use nom::combinator::{opt, peek, verify};
use nom::sequence::preceded;

use super::expr::{Expr, Figures, Part, Sense, Set, YearRef};
use super::number::{In, Res, digits, hyphen, one, ordinal, sign, small};
use super::relative::phased;
use super::token::{Kind, Token};
use super::{clock, date, era, numeric, set};
use crate::calendar::{Quarter, Unit};
use crate::lexicon::time::{Meaning, Small};

/// What joins two dates: `-`, `to`, `through`, `and`
pub(super) fn joint(input: In<'_>) -> Res<'_, ()> {
    alt((
        hyphen,
        small(Small::To),
        small(Small::Through),
        small(Small::Until),
        small(Small::And),
        small(Small::Or),
        sign(b'/'),
    ))
    .parse(input)
}

/// What goes on after `expr` with a part of it, how many tokens stand before it and how many it takes; `runs` where "from"
/// stands before `expr`.
pub(super) fn continued(expr: &Expr, runs: bool, input: In<'_>) -> Option<(Expr, usize, usize)> {
    let (rest, next) = match expr.sense {
        Sense::Part { year, part: Part::Day(month, day) } => next_day(year, month, day, input),
        Sense::Unit(Unit::Year(year)) => next_year(year, runs, input),
        Sense::Set(Set::Weekday(..)) if expr.rule == "every-named" => next_weekday(input),
        _ => return None,
    }?;
    let before = input.len() - joint(input).or_else(|_| sign(b',')(input)).ok()?.0.len();
    Some((next, before, input.len() - rest.len() - before))
}

/// `and 4`, `through 17th`, `-5, 2023`, `, 4 and` after `July 3`
fn next_day(year: YearRef, month: u8, day: u8, input: In<'_>) -> Option<(In<'_>, Expr)> {
    let (rest, listed) = alt((joint.map(|()| false), sign(b',').map(|()| true))).parse(input).ok()?;
    let nth = one(|token| if let Kind::Nth(next) = token.kind { Some(next) } else { None });
    let (rest, next) =
        preceded(opt(small(Small::The)), alt((digits(2).map(|(next, _)| next), nth))).parse(rest).ok()?;
    let next = u8::try_from(next).ok().filter(|next| (day + 1..=31).contains(next))?;
    // A comma joins only where the list goes on; a count, a clock time or another month makes it something else.
    let goes_on = joint(rest).is_ok();
    let counts = rest.first().is_some_and(|token| {
        token.unit().is_some()
            || token.month().is_some()
            || token.is(Small::Of)
            || token.sign(b':')
            || token.meaning(|m| if let Meaning::Meridiem(_) = m { Some(()) } else { None }).is_some()
    });
    if counts || (listed && !goes_on) {
        return None;
    }
    let (rest, after) = opt(date::year_after).parse(rest).ok()?;
    let sense = Sense::Part { year: after.unwrap_or(year), part: Part::Day(month, next) };
    Some((rest, Expr::new(sense, "shared-month")))
}

/// `and Thursday`, `to Thursday night` after `every Tuesday`; what is Thursday's goes on with another thing.
fn next_weekday(input: In<'_>) -> Option<(In<'_>, Expr)> {
    let part = one(|token| token.meaning(|m| if let Meaning::Part(part) = m { Some(part) } else { None }));
    let day = (one(Token::weekday), opt(part));
    let (rest, (day, part)) = preceded(alt((joint, sign(b','))), day).parse(input).ok()?;
    let listed = input.first().is_some_and(|token| token.sign(b',')) && joint(rest).is_err();
    let owns = rest.first().is_some_and(|token| token.kind == Kind::Possessive);
    (!listed && !owns).then(|| (rest, Expr::new(Sense::Set(Set::Weekday(day, part)), "every-named")))
}

/// `-15` after `2014`
fn next_year(year: i32, runs: bool, input: In<'_>) -> Option<(In<'_>, Expr)> {
    let glued = |token: &Token| token.glued;
    let (rest, ()) = alt((hyphen, sign(b'/'))).parse(input).ok()?;
    let figures = rest.first().filter(|token| glued(token) && input.first().is_some_and(glued))?;
    let Kind::Digits(short, 2) = figures.kind else { return None };
    let rest = &rest[1..];
    let next = year - year.rem_euclid(100) + short as i32;
    // "2005-03" may be a month; the year after, "2005-06", is not taken for one, nor is "(2005-09)" behind an office, nor
    // what an en dash joins, nor where "from 2005-09" has no other end.
    let closed = rest.first().is_some_and(|token| token.glued && token.sign(b')'));
    let dash = input.first().is_some_and(|token| token.span.len() > 1);
    let month = (1..=12).contains(&short) && next != year + 1 && !closed && !dash && !(runs && joint(rest).is_err());
    let more = rest.first().is_some_and(|token| token.glued && (token.sign(b'-') || token.sign(b'/')));
    (next > year && !month && !more).then(|| (rest, Expr::new(Sense::Unit(Unit::Year(next)), "shared-century")))
}

/// Gives a date of no stated year that of the date it is joined to: `October` in `October and November 2023`, `spring` in
/// `spring and early summer of 1943`, `5/1` in `5/1-5/7/2020`.
pub(super) fn adopt_year(expr: &mut Expr, input: In<'_>) {
    if let Sense::Numeric(figures @ Figures { year: YearRef::Unstated, .. }) = &mut expr.sense {
        if let Ok((_, Expr { sense: Sense::Numeric(later), .. })) = preceded(joint, numeric::numeric_day).parse(input) {
            figures.year = later.year;
        }
        return;
    }
    let Sense::Part { year: YearRef::Unstated, part } = expr.sense else { return };
    let joined = continued(expr, false, input)
        .map(|(next, _, _)| next)
        .or_else(|| preceded(joint, alt((date::date, phased(date::date)))).parse(input).ok().map(|(_, next)| next));
    if let Some(Expr { sense: Sense::Part { year: YearRef::Is(year), part: next }, .. }) = joined
        && let (Some(first), Some(second)) = (place(part), place(next))
    {
        let year = if first > second { year - 1 } else { year };
        expr.sense = Sense::Part { year: YearRef::Is(year), part };
    }
}

/// Makes a weekday recur with the one that it is joined to: `Monday` in `Monday and Tuesday nights`.
pub(super) fn adopt_set(expr: &mut Expr, input: In<'_>) {
    let Sense::Weekday { day, turn: None } = expr.sense else { return };
    if expr.time.is_none()
        && let Ok((_, Expr { sense: Sense::Set(Set::Weekday(_, Some(part))), .. })) =
            preceded(alt((joint, sign(b','))), set::weekdays).parse(input)
    {
        expr.sense = Sense::Set(Set::Weekday(day, Some(part)));
    }
}

/// Gives a bare clock time the day of the one that it is joined to: `7` in `from 7 to 9 p.m. Monday`.
pub(super) fn adopt_day(expr: &mut Expr, input: In<'_>) {
    if expr.rule != "clock" {
        return;
    }
    if let Ok((_, later)) = preceded(joint, clock::time).parse(input)
        && later.rule == "clock-day"
    {
        (expr.sense, expr.weekday) = (later.sense, later.weekday);
    }
}

/// Where in the year a part begins.
fn place(part: Part) -> Option<(u8, u8)> {
    match part {
        Part::Month(month) => Some((month, 0)),
        Part::Day(month, day) => Some((month, day)),
        Part::Season(season) => Some((season as u8 - 20, 0)),
        _ => None,
    }
}

/// `the 19th` in `the 19th and 20th centuries`, `the second` in `the second and third quarters of 1990`
pub(super) fn part_of_later(input: In<'_>) -> Res<'_, Expr> {
    let (rest, (_, number)) = (opt(small(Small::The)), ordinal).parse(input)?;
    let later = alt((era::century, date::quarter_year));
    let (_, later) = peek(preceded((joint, opt(small(Small::The))), later)).parse(rest)?;
    let sense = match (later.sense, i32::try_from(number), Quarter::from_number(number)) {
        (Sense::Unit(Unit::Century(_)), Ok(number @ 1..=30), _) => Sense::Unit(Unit::Century(number - 1)),
        (Sense::BcCentury(_), Ok(number @ 1..=30), _) => Sense::BcCentury(number - 1),
        (Sense::Part { year, part: Part::Quarter(_) }, _, Some(quarter)) => {
            Sense::Part { year, part: Part::Quarter(quarter) }
        }
        _ => return Err(nom::Err::Error(())),
    };
    Ok((rest, Expr::new(sense, "shared-unit")))
}

/// `10` in `10-12 October 2014`, `24` in `24, 25 and 26 May`; takes the first day only.
pub(super) fn day_of_later_month(input: In<'_>) -> Res<'_, Expr> {
    let (rest, day) = preceded(opt(small(Small::The)), date::day).parse(input)?;
    let (after, _) = (alt((joint, sign(b','))), opt(small(Small::The))).parse(rest)?;
    // Days rise: so a long list of figures is left at the first that falls, and no deeper than a month is long.
    peek(verify(date::day, |&next| next > day)).parse(after)?;
    let (_, next) = alt((date::day_month, day_of_later_month)).parse(after)?;
    match next.sense {
        Sense::Part { year, part: Part::Day(month, later) } if day < later => {
            Ok((rest, Expr::new(Sense::Part { year, part: Part::Day(month, day) }, "shared-month")))
        }
        _ => Err(nom::Err::Error(())),
    }
}
