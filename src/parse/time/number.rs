//! Numbers in figures and words, and counts of units.

use nom::branch::alt;
use nom::combinator::{opt, verify};
use nom::sequence::{preceded, separated_pair};
use nom::{IResult, Parser};

use super::expr::Count;
use super::heads;
use super::token::{HALF, Kind, Token};
use crate::lexicon::time::{Meaning, Small, Vague};

pub(super) type In<'t> = &'t [Token];
pub(super) type Res<'t, T> = IResult<In<'t>, T, ()>;

/// One token of which `pick` makes something.
pub(super) fn one<'t, T>(pick: impl Fn(&Token) -> Option<T>) -> impl Fn(In<'t>) -> Res<'t, T> {
    move |input: In<'t>| match input.split_first() {
        Some((Token { kind: Kind::Beyond, .. }, _)) => {
            heads::read_on();
            Err(nom::Err::Error(()))
        }
        Some((token, rest)) => pick(token).map(|value| (rest, value)).ok_or(nom::Err::Error(())),
        None => Err(nom::Err::Error(())),
    }
}

/// One token that is so.
pub(super) fn is<'t>(test: impl Fn(&Token) -> bool) -> impl Fn(In<'t>) -> Res<'t, ()> {
    one(move |token| test(token).then_some(()))
}

pub(super) fn small<'t>(word: Small) -> impl Fn(In<'t>) -> Res<'t, ()> {
    is(move |token| token.is(word))
}

pub(super) fn sign<'t>(sign: u8) -> impl Fn(In<'t>) -> Res<'t, ()> {
    is(move |token| token.sign(sign))
}

/// `-`, glued on both sides or not.
pub(super) fn hyphen(input: In<'_>) -> Res<'_, ()> {
    sign(b'-')(input)
}

fn cardinal_word(token: &Token) -> Option<u32> {
    token.meaning(|m| if let Meaning::Cardinal(count) = m { Some(count) } else { None })
}

fn ordinal_word(token: &Token) -> Option<u32> {
    token.meaning(|m| if let Meaning::Ordinal(count) = m { Some(count) } else { None })
}

/// Figures of up to `most` digits, as value and digit count; `1,000` has no count.
pub(super) fn digits<'t>(most: u8) -> impl Fn(In<'t>) -> Res<'t, (u32, u8)> {
    one(move |token| match token.kind {
        Kind::Digits(value, length) if length <= most => Some((value, length)),
        _ => None,
    })
}

/// `12`, `1,000`, `twenty-five`, `two hundred and ten`
pub(super) fn cardinal(input: In<'_>) -> Res<'_, u32> {
    alt((|i| digits(9)(i).map(|(rest, (value, _))| (rest, value)), cardinal_in_words)).parse(input)
}

/// `twenty-five`, `two hundred and ten`, `two thousand`
pub(super) fn cardinal_in_words(input: In<'_>) -> Res<'_, u32> {
    let (mut input, mut total) = alt((below_hundred, scale)).parse(input)?;
    while let Ok((rest, factor)) = scale(input) {
        (input, total) = (rest, total.saturating_mul(factor));
        let more = preceded(opt(small(Small::And)), below_hundred).parse(input);
        if let Ok((rest, more)) = more {
            (input, total) = (rest, total.saturating_add(more));
        }
    }
    Ok((input, total))
}

fn scale(input: In<'_>) -> Res<'_, u32> {
    verify(one(cardinal_word), |&count| count >= 100).parse(input)
}

/// `nineteen`, `ninety-six`, `twenty five`
pub(super) fn below_hundred(input: In<'_>) -> Res<'_, u32> {
    let (input, first) = verify(one(cardinal_word), |&count| count < 100).parse(input)?;
    if first < 20 {
        return Ok((input, first));
    }
    let ones = verify(one(cardinal_word), |&count| count < 10);
    match preceded(opt(hyphen), ones).parse(input) {
        Ok((rest, ones)) => Ok((rest, first + ones)),
        Err(_) => Ok((input, first)),
    }
}

/// `3rd`, `third`, `twenty-first`
pub(super) fn ordinal(input: In<'_>) -> Res<'_, u32> {
    let nth = one(|token| if let Kind::Nth(value) = token.kind { Some(value) } else { ordinal_word(token) });
    let tens = verify(one(cardinal_word), |&count| (20..100).contains(&count));
    let compound = (tens, opt(hyphen), verify(one(ordinal_word), |&count| count < 10)).map(|(tens, _, one)| tens + one);
    alt((nth, compound)).parse(input)
}

/// How many: `12`, `a`, `a hundred`, `2 1/2`, `two and a half`, `a few`, `two or three`, `12 to 18`
pub(super) fn count(input: In<'_>) -> Res<'_, Count> {
    if let Ok(read) = alt((vague, half)).parse(input) {
        return Ok(read);
    }
    match cardinal(input) {
        Ok((rest, number)) => alt((|rest| range(rest, number), |rest| with_half(rest, number)))
            .parse(rest)
            .or(Ok((rest, Count::Exact(number)))),
        Err(_) => {
            let scaled = preceded(small(Small::A), verify(cardinal_in_words, |&count| count >= 100));
            alt((tenths, scaled.map(Count::Exact), a)).parse(input)
        }
    }
}

/// `a`, `another`
fn a(input: In<'_>) -> Res<'_, Count> {
    let article = |m| matches!(m, Meaning::Small(Small::A | Small::Another)).then_some(Count::Exact(1));
    one(|token| token.meaning(article))(input)
}

fn tenths(input: In<'_>) -> Res<'_, Count> {
    one(|token| if let Kind::Tenths(tenths) = token.kind { Some(Count::Tenths(tenths)) } else { None })(input)
}

/// `a few`, `several`, `a couple of`, `dozens of`
pub(super) fn vague(input: In<'_>) -> Res<'_, Count> {
    let word = one(|token| token.meaning(|m| if let Meaning::Vague(vague) = m { Some(vague) } else { None }));
    let (rest, (article, vague, _)) = (opt(small(Small::A)), word, opt(small(Small::Of))).parse(input)?;
    // "a several-year delay": the article is the noun's.
    if article.is_some() && !matches!(vague, Vague::Few | Vague::Couple | Vague::Dozen) {
        return Err(nom::Err::Error(()));
    }
    let count = match vague {
        Vague::Couple => Count::Exact(2),
        Vague::Dozen => Count::Exact(12),
        _ => Count::Vague,
    };
    Ok((rest, count))
}

/// `half a`, `a half`, `1/2`
fn half(input: In<'_>) -> Res<'_, Count> {
    let half = is(|token| token.means(Meaning::Half));
    let half_a = (&half, small(Small::A)).map(drop);
    let a_half = (small(Small::A), &half, opt(hyphen)).map(drop);
    alt((half_a, a_half, half_in_figures)).map(|()| Count::AndHalf(0)).parse(input)
}

/// ` 1/2` in `2 1/2`, ` and a half` in `two and a half`
fn with_half(input: In<'_>, whole: u32) -> Res<'_, Count> {
    alt((preceded(opt(hyphen), half_in_figures), and_a_half)).map(|()| Count::AndHalf(whole)).parse(input)
}

/// `1/2`, `½`
fn half_in_figures(input: In<'_>) -> Res<'_, ()> {
    let figures = separated_pair(digits(1), sign(b'/'), digits(1));
    let figures = verify(figures, |&((over, _), (under, _))| (over, under) == (1, 2)).map(drop);
    alt((figures, sign(HALF))).parse(input)
}

/// `and a half`, `-and-a-half`, `and half`
pub(super) fn and_a_half(input: In<'_>) -> Res<'_, ()> {
    let half = is(|token| token.means(Meaning::Half));
    (opt(hyphen), small(Small::And), opt(hyphen), opt(small(Small::A)), opt(hyphen), half).map(drop).parse(input)
}

/// ` to three` in `two to three`, `-18` in `12-18`, ` or two`, `-to-eight`, `- to 3`
fn range(input: In<'_>, least: u32) -> Res<'_, Count> {
    let word = alt((small(Small::To), small(Small::Or)));
    let joint = alt(((opt(hyphen), word, opt(hyphen)).map(drop), hyphen));
    let most = verify(preceded(joint, cardinal), |&most| least < most);
    most.map(|most| Count::Between(least, most)).parse(input)
}
