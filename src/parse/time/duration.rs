//! Lengths of time, and what is counted by them.

use nom::Parser;
use nom::branch::alt;
use nom::combinator::{opt, peek, verify};
use nom::sequence::{preceded, separated_pair};

use super::expr::{Amount, Count, Expr, Length, Sense};
use super::heads::Choice;
use super::number::{In, Res, and_a_half, cardinal, count, hyphen, is, one, sign, small};
use super::token::Token;
use crate::calendar::{Grain, Rounding};
use crate::lexicon::time::{Meaning, Reference, Shift, Small, Turn};

/// `three years ago`, `a little more than 5 days later`, `two hours ago`; but `two hours` alone in `two hours later`, which
/// tells no day, and `eight months` in `eight months ahead of schedule`, which says how much and not when.
pub(super) fn offset(input: In<'_>) -> Res<'_, Expr> {
    let (rest, (length, shift)) = (length, shift).parse(input)?;
    if shift == Shift::Hence && small(Small::Of).parse(rest).is_ok() {
        return Err(nom::Err::Error(()));
    }
    if length.finest() < Grain::Day && !matches!(shift, Shift::Ago | Shift::Hence) {
        return Err(nom::Err::Error(()));
    }
    Ok((rest, Expr::new(Sense::Offset { length, shift }, "offset")))
}

/// `ago`, `later`; `after` and `before` where they have no object.
pub(super) fn shift(input: In<'_>) -> Res<'_, Shift> {
    let shift = one(|token| {
        let shift = token.meaning(|m| if let Meaning::Shift(shift) = m { Some(shift) } else { None });
        shift.filter(|shift| !(token.followed && matches!(shift, Shift::Before | Shift::After)))
    });
    shift(input)
}

/// `the past two months`, `the next several days`, `the four previous weeks`, `the last hour`, `recent years`
pub(super) fn window(input: In<'_>) -> Res<'_, Expr> {
    let turn = one(|token| match token.turn() {
        Some(turn @ (Turn::Last | Turn::Past | Turn::Previous | Turn::Next | Turn::Coming | Turn::Following)) => {
            Some(turn)
        }
        _ => token.meaning(|m| match m {
            Meaning::Reference(Reference::Past) => Some(Turn::Past),
            Meaning::Reference(Reference::Future) => Some(Turn::Coming),
            _ => None,
        }),
    });
    let at_least = verify(rounding, |rounding| matches!(rounding, Rounding::AtLeast | Rounding::AtMost));
    let several = verify(bare_length, |length| length.first.count != Count::Exact(1));
    let quarters = is(|token| token.plural() == Some(Grain::Quarter));
    let quarters = quarters.map(|()| Length::of(Count::Vague, Grain::Quarter));
    // "the last hour" is a stretch of sixty minutes, "the last day" a date.
    let hour = one(|token| token.singular().filter(|grain| matches!(grain, Grain::Minute | Grain::Hour)));
    let hour = hour.map(|grain| Length::of(Count::Exact(1), grain));
    let inner = (count, &turn, one(Token::plural)).map(|(count, turn, grain)| (turn, Length::of(count, grain)));
    let lead = (opt(at_least), opt(small(Small::The)));
    let (rest, ((rounding, _), (turn, mut length))) =
        (lead, alt(((&turn, alt((several, quarters, hour))), inner))).parse(input)?;
    if let (Turn::Next | Turn::Coming, Count::Vague, Grain::Quarter) = (turn, length.first.count, length.first.grain) {
        // Nobody says how many "the coming quarters" are.
        return Ok((rest, Expr::new(Sense::Reference(Reference::Future), "window")));
    }
    let (rest, after) = opt(rounding_after).parse(rest)?;
    length.rounding = rounding.or(after).unwrap_or_default();
    Ok((rest, Expr::new(Sense::Window { length, turn }, "window")))
}

/// `a three-year period`, `the same 28-day period`
pub(super) fn period(input: In<'_>) -> Res<'_, Expr> {
    let lead = (opt(alt((small(Small::A), small(Small::The)))), opt(one(Token::turn)));
    let (rest, (_, length, ())) = (lead, bare_length, small(Small::Period)).parse(input)?;
    Ok((rest, Expr::new(Sense::Length(length), "period")))
}

/// `the nine months`, `the first two years`, `the first hours`, `the years`
pub(super) fn the_length(input: In<'_>) -> Res<'_, Expr> {
    let which = one(|token| {
        let which = token.meaning(|m| match m {
            Meaning::Ordinal(_) | Meaning::Phase(_) | Meaning::Turn(Turn::Latest | Turn::Same | Turn::Previous) => {
                Some(())
            }
            _ => None,
        });
        which.or_else(|| token.is(Small::YearAgo).then_some(()))
    });
    let several = verify(bare_length, |length| length.first.count != Count::Exact(1));
    let (rest, (_, _, length)) = (small(Small::The), opt(which), several).parse(input)?;
    // "the two-week crisis": the article is the noun's.
    let last = input.get(input.len() - rest.len() - 1);
    if last.is_none_or(|last| last.plural().is_none()) {
        return Err(nom::Err::Error(()));
    }
    Ok((rest, Expr::new(Sense::Length(length), "the-length")))
}

/// `nearly five years`, `two-week`, `22 months`, `several days`, `decades`
pub(super) fn duration(input: In<'_>) -> Res<'_, Expr> {
    length.map(|length| Expr::new(Sense::Length(length), "duration")).parse(input)
}

/// A length with what stands before and after it: `more than two hours`, `seven-plus months`, `a year or so`
pub(super) fn length(input: In<'_>) -> Res<'_, Length> {
    let (rest, before) = opt(rounding).parse(input)?;
    let (rest, mut length) = bare_length(rest)?;
    let (rest, after) = opt(rounding_after).parse(rest)?;
    if before == Some(Rounding::More) && length.first.count == Count::Vague {
        // "over several years" is "throughout".
        return Err(nom::Err::Error(()));
    }
    if let Some(rounding) = before.or(after) {
        length.rounding = rounding;
    }
    Ok((rest, length))
}

pub(super) fn rounding(input: In<'_>) -> Res<'_, Rounding> {
    one(|token| token.meaning(|m| if let Meaning::Rounding(rounding) = m { Some(rounding) } else { None }))(input)
}

/// `or more`, `or so`
pub(super) fn rounding_after(input: In<'_>) -> Res<'_, Rounding> {
    let word = one(|token| {
        token.meaning(|m| match m {
            Meaning::Small(Small::More) => Some(Rounding::AtLeast),
            Meaning::Small(Small::So) => Some(Rounding::About),
            _ => None,
        })
    });
    preceded(small(Small::Or), word).parse(input)
}

/// `two years`, `5 months and 1 day`, `2 years, 3 months and 4 days`, `a year and a half`, `seven-plus months`,
/// `weeks or months`
pub(super) fn bare_length(input: In<'_>) -> Res<'_, Length> {
    match LENGTHS.first(input)? {
        (rest, Expr { sense: Sense::Length(length), .. }) => Ok((rest, length)),
        _ => Err(nom::Err::Error(())),
    }
}

/// A choice of one, so that a length is read once, however many productions begin with it.
pub(super) const LENGTHS: Choice =
    Choice::new(98, 100, &[|i| in_units.map(|length| Expr::new(Sense::Length(length), "length")).parse(i)]);

fn in_units(input: In<'_>) -> Res<'_, Length> {
    let (rest, (first, rounding)) = amount(input)?;
    if plural(input).is_ok()
        && let Ok((rest, _)) = (alt((small(Small::And), small(Small::Or))), plural).parse(rest)
    {
        return Ok((rest, Length { first, finer: [None; 2], rounding }));
    }
    if let (Ok((rest, ())), Count::Exact(whole)) = (and_a_half(rest), first.count) {
        let first = Amount { count: Count::AndHalf(whole), ..first };
        return Ok((rest, Length { first, finer: [None; 2], rounding }));
    }
    let (rest, second) = finer_than(rest, first);
    let (rest, third) = second.map_or((rest, None), |second| finer_than(rest, second));
    Ok((rest, Length { first, finer: [second, third], rounding }))
}

/// What a length goes on with in a finer unit: `, 3 months`, ` and 4 days`
fn finer_than(input: In<'_>, coarser: Amount) -> (In<'_>, Option<Amount>) {
    let finer =
        verify(amount, |(amount, _)| amount.grain < coarser.grain && exact(coarser.count) && exact(amount.count));
    let joint = (opt(sign(b',')), opt(small(Small::And)));
    match preceded((joint, |i| LENGTHS.ahead(i)), finer).parse(input) {
        Ok((rest, (amount, _))) => (rest, Some(amount)),
        Err(_) => (input, None),
    }
}

fn exact(count: Count) -> bool {
    matches!(count, Count::Exact(_))
}

/// `two years`, `10-year`, `two more weeks`, `seven-plus months`, `weeks`, `a few days`, `year-long`
fn amount(input: In<'_>) -> Res<'_, (Amount, Rounding)> {
    let (rest, read) = alt((or_two, quarters_of_hour, counted, single_long, plural)).parse(input)?;
    Ok((opt(long).parse(rest)?.0, read))
}

/// `-long`
fn long(input: In<'_>) -> Res<'_, ()> {
    let glued = is(|token| token.glued && token.sign(b'-'));
    (glued, is(|token| token.glued && token.is(Small::Long))).map(drop).parse(input)
}

/// `a day or two`
fn or_two(input: In<'_>) -> Res<'_, (Amount, Rounding)> {
    let two = verify(cardinal, |&count| count == 2);
    let (rest, ((), grain, (), _)) = (small(Small::A), one(Token::singular), small(Small::Or), two).parse(input)?;
    Ok((rest, (Amount { count: Count::Between(1, 2), grain }, Rounding::Stated)))
}

/// `a quarter of an hour`, `three-quarters of an hour`, `3/4 hour`
fn quarters_of_hour(input: In<'_>) -> Res<'_, (Amount, Rounding)> {
    let quarter = is(|token| token.unit() == Some(Grain::Quarter));
    let three = verify(cardinal, |&count| count == 3);
    let counted = alt(((three, opt(hyphen)).map(|_| 3), opt(small(Small::A)).map(|_| 1)));
    let told = (counted, quarter, small(Small::Of), small(Small::A)).map(|(count, ..)| count);
    let figures = separated_pair(verify(cardinal, |&over| matches!(over, 1 | 3)), sign(b'/'), cardinal);
    let figures = verify(figures, |&(_, under)| under == 4).map(|(over, _)| over);
    let hour = alt((is(|token| token.singular() == Some(Grain::Hour)), sign(b'h')));
    let (rest, (count, ())) = (alt((told, figures)), hour).parse(input)?;
    Ok((rest, (Amount { count: Count::Exact(15 * count), grain: Grain::Minute }, Rounding::Stated)))
}

/// `year` in `a year-long siege`: the article is the noun's.
fn single_long(input: In<'_>) -> Res<'_, (Amount, Rounding)> {
    let (rest, grain) = one(Token::singular)(input)?;
    peek(long).parse(rest)?;
    Ok((rest, (Amount { count: Count::Exact(1), grain }, Rounding::Stated)))
}

fn counted(input: In<'_>) -> Res<'_, (Amount, Rounding)> {
    let plus = (opt(hyphen), alt((small(Small::Plus), sign(b'+'))));
    let (rest, (count, plus)) = (count, opt(plus)).parse(input)?;
    let (rest, joint) = opt(hyphen).parse(rest)?;
    let (rest, _) = opt(adjective).parse(rest)?;
    let (rest, grain) = alt((one(Token::counted), sign(b'h').map(|()| Grain::Hour))).parse(rest)?;
    let plural_joined = joint.is_some() && plural(&input[input.len() - rest.len() - 1..]).is_ok();
    // "three-quarters" is a share, "a second" an ordinal.
    if grain == Grain::Quarter && plural_joined || grain == Grain::Second && is_article(input) {
        return Err(nom::Err::Error(()));
    }
    if is_article(input) && (long(rest).is_ok() || lengthy(input)) {
        return Err(nom::Err::Error(()));
    }
    // "a 3 year long siege"
    let one_of_several = count != Count::Exact(1) && input[input.len() - rest.len() - 1].singular().is_some();
    let (rest, _) = opt(verify(small(Small::Long), |()| one_of_several)).parse(rest)?;
    let rounding = if plus.is_some() { Rounding::More } else { Rounding::Stated };
    Ok((rest, (Amount { count, grain }, rounding)))
}

fn is_article(input: In<'_>) -> bool {
    input.first().is_some_and(|token| token.is(Small::A))
}

/// `a long` in `a long weekend`, which tells no length.
fn lengthy(input: In<'_>) -> bool {
    input.get(1).is_some_and(|token| token.is(Small::Long))
}

/// `more`, `additional`, `full`, `trading`
fn adjective(input: In<'_>) -> Res<'_, ()> {
    is(|token| {
        [Small::More, Small::Additional, Small::Full, Small::Straight, Small::Long, Small::Trading]
            .into_iter()
            .any(|word| token.is(word))
    })(input)
}

/// `weeks`, `decades`
fn plural(input: In<'_>) -> Res<'_, (Amount, Rounding)> {
    let plural = verify(one(Token::plural), |&grain| !matches!(grain, Grain::Second | Grain::Quarter | Grain::Weekend));
    plural.map(|grain| (Amount { count: Count::Vague, grain }, Rounding::Stated)).parse(input)
}
