//! The periods of accounts: `the latest period`, `the year-ago quarter`, `the same month a year earlier`, `the 1988 period`.
//!
//! A report names its quarter once and then counts from it, so what these come to is worked out in `anchor::quarter`.

use nom::Parser;
use nom::branch::alt;
use nom::combinator::{opt, peek, verify};
use nom::sequence::{preceded, terminated};

use super::date::{year_figures, year_turn};
use super::duration::shift;
use super::expr::{Base, Count, Expr, Length, Part, Sense, YearRef};
use super::number::{In, Res, hyphen, is, one, ordinal, small};
use super::token::{Kind, Token};
use crate::calendar::{Grain, Quarter};
use crate::lexicon::time::{Shift, Small, Turn};

/// `the year-ago quarter`, `the comparable year-earlier period`, `year-ago`
pub(super) fn year_ago(input: In<'_>) -> Res<'_, Expr> {
    let comparable = opt(small(Small::Comparable));
    let ordinal = (ordinal, opt(hyphen)).map(|(number, _)| number);
    let full = (opt(small(Small::The)), comparable, small(Small::YearAgo), opt(ordinal), unit);
    let full = full.map(|(_, _, (), number, unit)| match number.and_then(Quarter::from_number) {
        Some(quarter) if unit == Some(Grain::Quarter) => {
            Sense::Part { year: YearRef::Turn(Turn::Previous), part: Part::Quarter(quarter) }
        }
        _ => Sense::YearAgo(unit),
    });
    alt((full, small(Small::YearAgo).map(|()| Sense::YearAgo(None))))
        .map(|sense| Expr::new(sense, "year-ago"))
        .parse(input)
}

/// `the same quarter last year`, `the corresponding month a year earlier`, `the quarter a year ago`, `the same period of 1988`
pub(super) fn compared(input: In<'_>) -> Res<'_, Expr> {
    let same = is(|token| token.is(Small::Comparable) || token.turn() == Some(Turn::Same));
    let (rest, (the, same, unit)) = (opt(small(Small::The)), opt(same), unit).parse(input)?;
    let of_accounts = matches!(unit, None | Some(Grain::Quarter));
    // "The week last year when they met" compares nothing.
    let compares = match same {
        Some(()) => of_accounts || matches!(unit, Some(Grain::Day | Grain::Week | Grain::Month)),
        None => of_accounts && the.is_some(),
    };
    if !compares {
        return Err(nom::Err::Error(()));
    }
    let last = verify(year_turn, |year| matches!(year, YearRef::YearTurn(Turn::Last | Turn::Previous)));
    let back = verify(shift, |shift| matches!(shift, Shift::Ago | Shift::Earlier | Shift::Before));
    let year = is(|token| token.singular() == Some(Grain::Year));
    let year_before = alt((last.map(drop), (small(Small::A), year, back).map(drop)));
    let of_year = preceded(alt((small(Small::Of), small(Small::In))), year_figures);
    let of_year = verify(of_year, |_| of_accounts && same.is_some());
    let year_before = year_before.map(|()| Sense::YearAgo(unit));
    let of_year = of_year.map(|year| Sense::Part { year: YearRef::Is(year), part: reported(unit) });
    alt((year_before, of_year)).map(|sense| Expr::new(sense, "compared-period")).parse(rest)
}

/// `the latest period`, `the 1988 quarter`, `the comparable 1988 period`, `last year's quarter`
pub(super) fn reported_period(input: In<'_>) -> Res<'_, Expr> {
    let period = is(|token| token.is(Small::Period));
    let latest = (is(|token| token.turn() == Some(Turn::Latest)), period);
    let latest = latest.map(|_| Sense::Step { grain: Grain::Quarter, step: 0, base: Base::Reported });
    let named = (opt(small(Small::Comparable)), year_figures).map(|(_, year)| YearRef::Is(year));
    let named = preceded(small(Small::The), named);
    let turned = terminated(year_turn, is(|token| token.kind == Kind::Possessive));
    let unit = verify(unit, |unit| matches!(unit, None | Some(Grain::Quarter)));
    let of_year = (alt((named, turned)), unit).map(|(year, unit)| Sense::Part { year, part: reported(unit) });
    alt((preceded(small(Small::The), latest), of_year)).map(|sense| Expr::new(sense, "reported-period")).parse(input)
}

fn reported(unit: Option<Grain>) -> Part {
    if unit.is_some() { Part::ReportedQuarter } else { Part::ReportedPeriod }
}

/// A unit, or none for `period`, which is as long as what it is compared with.
fn unit(input: In<'_>) -> Res<'_, Option<Grain>> {
    let period = is(|token| token.is(Small::Period)).map(|()| None);
    alt((one(Token::singular).map(Some), period)).parse(input)
}

/// `the year ended`, `the fiscal year ending`: a length; the end is told after it.
pub(super) fn year_under_report(input: In<'_>) -> Res<'_, Expr> {
    let year = is(|token| token.singular() == Some(Grain::Year));
    let lead = (opt(small(Small::The)), opt(small(Small::Full)), opt(small(Small::Fiscal)), opt(hyphen));
    let (rest, _) = (lead, year, peek(small(Small::Ending))).parse(input)?;
    let length = Length::of(Count::Exact(1), Grain::Year);
    Ok((rest, Expr::new(Sense::Length(length), "year-ended")))
}
