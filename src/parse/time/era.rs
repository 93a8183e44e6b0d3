//! Decades, centuries and their parts, and years that are told with their era.

use nom::Parser;
use nom::branch::alt;
use nom::combinator::{map_opt, opt, peek, verify};
use nom::sequence::{preceded, terminated};

use super::date::abbreviation_stop;
use super::expr::{Expr, Sense};
use super::number::{In, Res, below_hundred, digits, hyphen, is, one, ordinal, small};
use super::token::{Kind, Token};
use crate::calendar::{Grain, Rounding, Unit};
use crate::lexicon::time::{Era, Meaning, Small, Turn};
use crate::timex::Modifier;

/// `the 1990s`, `'80s`, `the nineties`, `the eighteen-nineties`, `the 480s BC`; `the 1400s` are a century
pub(super) fn decade(input: In<'_>) -> Res<'_, Expr> {
    let short = |value: u32| if value < 30 { 2000 + value as i32 } else { 1900 + value as i32 };
    let named = |token: &Token| token.meaning(|m| if let Meaning::Decade(first) = m { Some(first) } else { None });
    let mark = opt(is(|token| token.sign(b'\'')));
    let first = one(move |token| match token.kind {
        Kind::Plural(value, 4) if value % 10 == 0 && (1000..2200).contains(&value) => Some(value as i32),
        Kind::Plural(value, 3) if value % 10 == 0 => Some(value as i32),
        Kind::Plural(value, 2) if value % 10 == 0 => Some(short(value)),
        _ => named(token),
    });
    let hundreds = terminated(verify(below_hundred, |hundreds| (16..=20).contains(hundreds)), opt(hyphen));
    let spelled = (hundreds, one(named)).map(|(hundreds, first)| hundreds as i32 * 100 + first % 100);
    let (rest, (_, first)) = (opt(small(Small::The)), alt((spelled, preceded(mark, first)))).parse(input)?;
    if let Ok((rest, ())) = era_bc(rest) {
        return Ok((rest, Expr::new(Sense::BcDecade(first / 10), "decade")));
    }
    if first < 1000 {
        return Err(nom::Err::Error(()));
    }
    let unit = if first % 100 == 0 && first < 2000 { Unit::Century(first / 100) } else { Unit::Decade(first / 10) };
    Ok((rest, Expr::new(Sense::Unit(unit), "decade")))
}

fn era_bc(input: In<'_>) -> Res<'_, ()> {
    is(|token| token.means(Meaning::Era(Era::Bc)))(input)
}

/// `the 20th century`, `the eleventh century BC`, `the second millennium BC`
pub(super) fn century(input: In<'_>) -> Res<'_, Expr> {
    let age = map_opt(one(Token::unit), |unit| matches!(unit, Grain::Century | Grain::Millennium).then_some(unit));
    let number = verify(ordinal, |&number| (1..=30).contains(&number));
    let (rest, (_, number, _, age)) = (opt(small(Small::The)), number, opt(hyphen), age).parse(input)?;
    let before = number as i32 - 1;
    let (rest, bc) = opt(era_bc).parse(rest)?;
    let sense = match (age, bc) {
        (Grain::Century, Some(())) => Sense::BcCentury(before),
        (Grain::Century, None) => Sense::Unit(Unit::Century(before)),
        (_, Some(())) => Sense::BcMillennium(before),
        (_, None) => Sense::Unit(Unit::Millennium(before)),
    };
    Ok((rest, Expr::new(sense, "century")))
}

/// `490 BC`, `AD 66`
pub(super) fn era_year(input: In<'_>) -> Res<'_, Expr> {
    // "479" in "479-478 BC".
    let first = (digits(4), peek(preceded(super::share::joint, bc_or_ad)));
    let first = verify(first, |&((first, _), last)| last <= 0 && first as i32 > 1 - last)
        .map(|((first, _), _)| 1 - first as i32);
    let about = opt(is(|token| token.means(Meaning::Rounding(Rounding::About))));
    let stop = opt(abbreviation_stop);
    let (rest, (about, _, year)) = (about, stop, alt((bc_or_ad, first))).parse(input)?;
    let modifier = about.map(|()| super::clock::ABOUT);
    Ok((rest, Expr { modifier, ..Expr::new(Sense::Unit(Unit::Year(year)), "era-year") }))
}

/// `490 BC`, `AD 66`; astronomical.
pub(super) fn bc_or_ad(input: In<'_>) -> Res<'_, i32> {
    let era = || one(|token| token.meaning(|m| if let Meaning::Era(era) = m { Some(era) } else { None }));
    let before = (era(), digits(4)).map(|(era, (year, _))| (era, year));
    let after = (digits(5), era()).map(|((year, _), era)| (era, year));
    let both = verify(alt((before, after)), |&(_, year)| (1..100_000).contains(&year));
    both.map(|(era, year)| if era == Era::Bc { 1 - year as i32 } else { year as i32 }).parse(input)
}

/// `the second half of the 19th century`, `the first quarter of the 18th century`, `the last third of the 1930s`
pub(super) fn stretch_of(input: In<'_>) -> Res<'_, Expr> {
    let which = alt((
        ordinal.map(Some),
        is(|token| token.turn() == Some(Turn::Last) || token.is(Small::Latter)).map(|()| None),
    ));
    let parts = one(|token| match () {
        () if token.means(Meaning::Half) => Some(2),
        () if token.means(Meaning::Ordinal(3)) => Some(3),
        () if token.singular() == Some(Grain::Quarter) => Some(4),
        () => None,
    });
    let lead = (opt(small(Small::The)), which, opt(hyphen), parts, small(Small::Of));
    let (rest, ((_, which, _, parts, ()), whole)) = (lead, alt((century, decade))).parse(input)?;
    let modifier = match which.unwrap_or(parts) {
        1 => Modifier::Start,
        nth if nth == parts => Modifier::End,
        nth if nth < parts => Modifier::Mid,
        _ => return Err(nom::Err::Error(())),
    };
    Ok((rest, Expr { modifier: Some(modifier), rule: "stretch-of", ..whole }))
}
