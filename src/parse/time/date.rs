//! Dates of the calendar: days, months, years and what they are part of.

use chrono::{Datelike, NaiveDate, Weekday};
use nom::Parser;
use nom::branch::alt;
use nom::combinator::{map_opt, not, opt, peek, verify};
use nom::sequence::{delimited, preceded, terminated};

use super::expr::{Expr, Part, Sense, TimeOfDay, YearRef};
use super::heads::Choice;
use super::no_day::day_or_month;
use super::number::{
    In, Res, below_hundred, cardinal, cardinal_in_words, digits, hyphen, is, one, ordinal, sign, small,
};
use super::token::{Kind, Token};
use super::{duration, numeric};
use crate::calendar::{Grain, Half, Quarter, Rounding, Season, Unit};
use crate::lexicon::time::{Meaning, Shift, Small, Turn};

/// A date with no word before it that changes it.
pub(super) fn date(input: In<'_>) -> Res<'_, Expr> {
    DATES.first(input)
}

pub(super) const DATES: Choice = Choice::new(
    24,
    52,
    &[
        numeric::iso,
        numeric::numeric,
        weekday_and_day,
        month_day,
        day_month,
        year_first,
        super::share::day_of_later_month,
        month_year,
        month_of,
        season_year,
        super::era::stretch_of,
        quarter_year,
        half_year,
        holiday,
        super::era::decade,
        super::era::century,
        super::era::era_year,
        super::share::part_of_later,
        week_of_year,
        fiscal_year,
        short_year,
        plain_year,
    ],
);

fn part(year: YearRef, part: Part, rule: &'static str) -> Expr {
    match (year, part) {
        (YearRef::Is(year), Part::Whole) => Expr::new(Sense::Unit(Unit::Year(year)), rule),
        _ => Expr::new(Sense::Part { year, part }, rule),
    }
}

pub(super) fn month(input: In<'_>) -> Res<'_, u8> {
    let (rest, month) = one(Token::month)(input)?;
    if is_abbreviated(input) {
        terminated(nom::combinator::success(month), opt(abbreviation_stop)).parse(rest)
    } else {
        Ok((rest, month))
    }
}

/// Whether the first token is a month's short form: no longer than "sept", and not "May", "June", "July".
pub(super) fn is_abbreviated(input: In<'_>) -> bool {
    input.first().is_some_and(|token| match token.month() {
        Some(5..=7) => token.span.len() == 3 && token.month() != Some(5),
        _ => token.span.len() <= 4,
    })
}

/// The full stop of `Nov.`; one that stands off is none.
pub(super) fn abbreviation_stop(input: In<'_>) -> Res<'_, ()> {
    is(|token| token.sign(b'.') && token.glued)(input)
}

fn comma(input: In<'_>) -> Res<'_, ()> {
    sign(b',')(input)
}

/// `5`, `5th`, `the fifth`
pub(super) fn day(input: In<'_>) -> Res<'_, u8> {
    alt((day_figures, preceded(opt(small(Small::The)), day_ordinal))).parse(input)
}

/// `5`, `05`, as a day of a month.
fn day_figures(input: In<'_>) -> Res<'_, u8> {
    verify(digits(2), |(value, _)| (1..=31).contains(value)).map(|(value, _)| value as u8).parse(input)
}

/// `5th`, `fifth`, `twenty-first`
fn day_ordinal(input: In<'_>) -> Res<'_, u8> {
    // "by the end of May the Second Fleet": a capital ordinal before a word is a name's.
    let of = input.get(1).is_some_and(|token| token.is(Small::Of));
    let name = !of && input.first().is_some_and(|token| token.capital && token.followed);
    verify(ordinal, |day| !name && (1..=31).contains(day)).map(|day| day as u8).parse(input)
}

/// `2023`, of four figures that can be a year.
pub(super) fn year_figures(input: In<'_>) -> Res<'_, i32> {
    verify(digits(4), |&(value, length)| length == 4 && (1000..2200).contains(&value))
        .map(|(value, _)| value as i32)
        .parse(input)
}

/// `nineteen ninety-six`, `two thousand and one`
fn year_words(input: In<'_>) -> Res<'_, i32> {
    let pair = (verify(below_hundred, |&n| (16..=20).contains(&n)), verify(below_hundred, |&n| n >= 10));
    let thousands = verify(cardinal_in_words, |&n| (2000..2100).contains(&n));
    alt((pair.map(|(high, low)| high * 100 + low), thousands)).map(|year| year as i32).parse(input)
}

/// `'99`
fn year_short(input: In<'_>) -> Res<'_, YearRef> {
    let mark = is(|token| token.sign(b'\''));
    let figures = one(|token| match token.kind {
        Kind::Digits(value, 2) if token.glued => Some(YearRef::Short(value as u8)),
        _ => None,
    });
    preceded(mark, figures).parse(input)
}

/// `800` in `25 December 800`, where no word follows that it could count.
fn year_early(input: In<'_>) -> Res<'_, i32> {
    one(|token| match token.kind {
        Kind::Digits(year @ 100.., 3) if !token.followed => Some(year as i32),
        _ => None,
    })(input)
}

/// `18` in `3Q18`, `FY18`
fn year_glued(input: In<'_>) -> Res<'_, YearRef> {
    one(|token| match token.kind {
        Kind::Digits(year, 2) if token.glued => Some(YearRef::Short(year as u8)),
        _ => None,
    })(input)
}

/// `96`, which no day of a month can be, where no word follows that it could count.
fn year_unmarked(input: In<'_>) -> Res<'_, YearRef> {
    let figures = one(|token| match token.kind {
        Kind::Digits(value @ 32.., 2) if !token.followed => Some(YearRef::Short(value as u8)),
        _ => None,
    });
    let joined = is(|token| token.glued && !token.sign(b'.') && !token.sign(b',') && !token.sign(b')'));
    terminated(figures, not(joined)).parse(input)
}

fn slash(input: In<'_>) -> Res<'_, ()> {
    is(|token| token.glued && token.sign(b'/'))(input)
}

/// `last year`, `of that year`, `of the same year`
pub(super) fn year_turn(input: In<'_>) -> Res<'_, YearRef> {
    let turn = one(|token| token.turn().filter(|&turn| turn != Turn::Past));
    let year = is(|token| token.means(Meaning::Small(Small::Year)));
    (opt(small(Small::Of)), opt(small(Small::The)), turn, year)
        .map(|(_, _, turn, ())| YearRef::YearTurn(turn))
        .parse(input)
}

/// `the year`: the one that the text is at.
pub(super) fn the_year(input: In<'_>) -> Res<'_, YearRef> {
    let year = is(|token| token.means(Meaning::Small(Small::Year)));
    (small(Small::The), year).map(|_| YearRef::YearTurn(Turn::That)).parse(input)
}

/// `2023`, `, 2023`, `'99`, `490 BC`
fn year(input: In<'_>) -> Res<'_, YearRef> {
    alt((super::era::bc_or_ad.map(YearRef::Is), year_figures.map(YearRef::Is), year_short, year_words.map(YearRef::Is)))
        .parse(input)
}

/// `three years ago`, `two years hence`
fn years_away(input: In<'_>) -> Res<'_, YearRef> {
    let count = map_opt(duration::bare_length, |length| {
        let whole = length.first.grain == Grain::Year && length.rounding == Rounding::Stated;
        length.exact().filter(|_| whole).and_then(|count| i32::try_from(count).ok())
    });
    let sign = map_opt(duration::shift, |shift| match shift {
        Shift::Ago => Some(-1),
        Shift::Hence => Some(1),
        _ => None,
    });
    (count, sign).map(|(count, sign)| YearRef::Away(sign * count)).parse(input)
}

/// What stands after a month and day: `, 2023`, ` of last year`, ` in 2023`, ` of fiscal 2023`, ` three years ago`
pub(super) fn year_after(input: In<'_>) -> Res<'_, YearRef> {
    let within = preceded(small(Small::In), year_figures).map(YearRef::Is);
    let of = (small(Small::Of), opt((fiscal, opt(small(Small::Year)))));
    let early = preceded(opt(comma), year_early).map(YearRef::Is);
    alt((preceded((opt(comma), opt(of)), year), preceded(opt(comma), year_turn), within, years_away, early))
        .parse(input)
}

/// The letters of the shortest weekday: shorter ones may be cut short by a full stop.
const SUNDAY: usize = 6;

/// `Saturday, March 5`, `Saturday night, March 5`, `Saturday – 5 March`, `Friday the 13th`
fn weekday_and_day(input: In<'_>) -> Res<'_, Expr> {
    let part =
        one(|token| token.meaning(|m| if let Meaning::Part(part) = m { Some(TimeOfDay::Part(part)) } else { None }));
    let (rest, (weekday, _, part, _, mut expr)) = (
        weekday,
        opt(|stop| if input[0].span.len() < SUNDAY { abbreviation_stop(stop) } else { Err(nom::Err::Error(())) }),
        opt(part),
        (opt(alt((comma, hyphen))), opt(small(Small::The))),
        alt((numeric::numeric_day, numeric::day_of_no_year, month_day, day_month, month_ordinal_alone)),
    )
        .parse(input)?;
    expr.weekday = Some(weekday);
    expr.time = part;
    expr.rule = "weekday-day";
    Ok((rest, expr))
}

/// `13th`, `thirteenth`, after a weekday.
fn month_ordinal_alone(input: In<'_>) -> Res<'_, Expr> {
    let nth = one(|token| if let Kind::Nth(day @ 1..=31) = token.kind { Some(day as u8) } else { None });
    // "On Monday the second man spoke."
    let (rest, day) = alt((nth, day_ordinal)).parse(input)?;
    let last = input.get(input.len() - rest.len() - 1);
    if last.is_some_and(|last| last.followed && matches!(last.kind, Kind::Word(_))) {
        return Err(nom::Err::Error(()));
    }
    Ok((rest, Expr::new(Sense::DayOfMonth(day), "day-of-month")))
}

pub(super) fn weekday(input: In<'_>) -> Res<'_, Weekday> {
    one(Token::weekday)(input)
}

/// `March 5`, `March 5th, 2023`, `Nov. 6`, `march eighth`, `June 25 of that year`, `Oct/2`, `Sep-23-2020`
fn month_day(input: In<'_>) -> Res<'_, Expr> {
    // "Sep-23" may be a month of 2023.
    let hyphened = delimited(hyphen, day, peek((hyphen, year_figures)));
    let (rest, (month, day)) = (month, alt((day, preceded(slash, day), hyphened))).parse(input)?;
    // "March 5,000 men", "March 5 percent" and "May 10:30" are caught by their tokens: figures with a comma have no
    // length, and a colon is looked for here.
    let clock = |pair: &[Token]| pair[0].sign(b':') && pair[0].glued && pair[1].glued;
    if rest.get(..2).is_some_and(clock) {
        return Err(nom::Err::Error(()));
    }
    let glued = preceded(alt((hyphen, slash)), year_figures).map(YearRef::Is);
    let (rest, year) = opt(alt((year_after, glued))).parse(rest)?;
    let (rest, weekday) = opt(weekday_after).parse(rest)?;
    let expr = part(year.unwrap_or(YearRef::Unstated), day_or_month(month, day), "month-day");
    Ok((rest, Expr { weekday, ..expr }))
}

/// `Friday` in `14 December Friday`, and in `14 December, Friday:` where no word goes on; one that begins another date is
/// left to it.
fn weekday_after(input: In<'_>) -> Res<'_, Weekday> {
    let (rest, set_off) = opt(comma).parse(input)?;
    let (rest, day) = match set_off {
        Some(()) => one(|token| token.weekday().filter(|_| !token.followed)).parse(rest)?,
        None => weekday(rest)?,
    };
    let comma = usize::from(rest.first().is_some_and(|token| token.sign(b',')));
    let begins = rest.get(comma).is_some_and(|next| next.month().is_some() || matches!(next.kind, Kind::Digits(..)));
    if begins { Err(nom::Err::Error(())) } else { Ok((rest, day)) }
}

/// `5 March`, `the 5th of March, 2023`, `17-Mar-2023`, `17/Mar/2023`, `5 March 96`, `fifteen August`
pub(super) fn day_month(input: In<'_>) -> Res<'_, Expr> {
    let joint = alt((small(Small::Of), hyphen, slash));
    // "Two May mornings" are not on the second.
    let in_words = verify(below_hundred, |day| (13..=31).contains(day)).map(|day| day as u8);
    let (rest, (day, _, month)) = (alt((day, in_words)), opt(joint), month).parse(input)?;
    let (rest, year) = opt(alt((preceded(alt((hyphen, slash)), year), year_after, year_unmarked))).parse(rest)?;
    let (rest, weekday) = opt(weekday_after).parse(rest)?;
    let expr = part(year.unwrap_or(YearRef::Unstated), day_or_month(month, day), "day-month");
    Ok((rest, Expr { weekday, ..expr }))
}

/// `1931, 4 May:`, `1931, May 4 –`, `1931, May 4.`: the head of an entry of a chronicle, which a mark ends.
fn year_and_day(input: In<'_>) -> Res<'_, Expr> {
    let within = alt(((month, day_figures), (day_figures, month).map(|(day, month)| (month, day))));
    let (rest, (year, _, (month, day))) = (year_figures, comma, within).parse(input)?;
    let ends = |token: &Token| [b':', b'-', b'.'].into_iter().any(|mark| token.sign(mark));
    if !rest.first().is_some_and(ends) {
        return Err(nom::Err::Error(()));
    }
    Ok((rest, part(YearRef::Is(year), day_or_month(month, day), "year-first")))
}

/// `2000 February`, `2008 August 8`, as chronicles and catalogues have it
fn year_first(input: In<'_>) -> Res<'_, Expr> {
    if let Ok(found) = year_and_day(input) {
        return Ok(found);
    }
    let (rest, (year, month)) = (year_figures, month).parse(input)?;
    let (rest, day) = opt(day_figures).parse(rest)?;
    // "In 1902 Jan Maas was elected", "in 2019 May resigned"
    // "1828 March – Oslo is chosen", in a chronicle
    let ends = |token: &Token| !token.followed || rest.first().is_some_and(|next| next.sign(b'-'));
    let month_alone = input.get(1).is_some_and(|token| token.capital && (day.is_some() || ends(token)));
    if !month_alone {
        return Err(nom::Err::Error(()));
    }
    let of_year = day.map_or(Part::Month(month), |day| day_or_month(month, day));
    Ok((rest, part(YearRef::Is(year), of_year, "year-first")))
}

/// `March 2023`, `March of last year`, `March, 2023`, `March '99`
pub(super) fn month_year(input: In<'_>) -> Res<'_, Expr> {
    let (rest, month) = month(input)?;
    let (rest, year) = opt(alt((preceded(alt((hyphen, slash)), year), year_after, year_unmarked))).parse(rest)?;
    match year {
        Some(year) => Ok((rest, part(year, Part::Month(month), "month-year"))),
        None => {
            // The stop of a bare "Nov." may end the sentence; it is taken with it only where the sentence goes on.
            let (rest, month) = one(Token::month)(input).map(|(rest, _)| (rest, month))?;
            let (rest, _) = opt(verify(inner_stop, |()| is_abbreviated(input))).parse(rest)?;
            Ok((rest, part(YearRef::Unstated, Part::Month(month), "month")))
        }
    }
}

/// `the month of April`, `the month of April 2014`
fn month_of(input: In<'_>) -> Res<'_, Expr> {
    let month = is(|token| token.singular() == Some(Grain::Month));
    preceded((opt(small(Small::The)), month, small(Small::Of)), month_year).parse(input)
}

/// The stop of an abbreviation in the middle of a sentence: a small letter, figure or comma follows.
fn inner_stop(input: In<'_>) -> Res<'_, ()> {
    let (rest, ()) = abbreviation_stop(input)?;
    match rest.first() {
        Some(next) if !next.capital => Ok((rest, ())),
        _ => Err(nom::Err::Error(())),
    }
}

/// `the summer of 1943`, `summer 2007`, `winter`
fn season_year(input: In<'_>) -> Res<'_, Expr> {
    let season = one(|token| token.meaning(|m| if let Meaning::Season(season) = m { Some(season) } else { None }));
    let (rest, (article, season)) = (opt(small(Small::The)), season).parse(input)?;
    // "Prices will fall in 2020."
    let verb = article.is_none() && season == Season::Autumn && small(Small::In)(rest).is_ok();
    let (rest, year) = opt(verify(year_after, |_| !verb)).parse(rest)?;
    // "the winter of 1943-44" is told by its first year.
    let rest = match (season, year) {
        (Season::Winter, Some(YearRef::Is(first))) => next_year(rest, first).unwrap_or(rest),
        _ => rest,
    };
    Ok((rest, part(year.unwrap_or(YearRef::Unstated), Part::Season(season), "season")))
}

/// `-44` after `winter of 1943`, `/24` after `FY 2023`
fn next_year(input: In<'_>, first: i32) -> Option<In<'_>> {
    let (rest, last) = preceded(alt((hyphen, sign(b'/'))), digits(4)).parse(input).ok()?;
    matches!(last, (value, 2 | 4) if value as i32 % 100 == (first + 1) % 100).then_some(rest)
}

/// `the third quarter of 1990`, `fourth-quarter`, `this year's third quarter`, `the 1988 second quarter`, `Q3 2020`, `3Q18`
pub(super) fn quarter_year(input: In<'_>) -> Res<'_, Expr> {
    let quarter = is(|token| token.unit() == Some(Grain::Quarter));
    let last = || is(|token| token.turn() == Some(Turn::Last) || token.is(Small::Final));
    let number = alt((ordinal, last().map(|()| 4)));
    let named = (opt(fiscal), number, opt(hyphen), quarter).map(|(_, number, _, ())| number);
    let sign = one(|token| token.meaning(|m| if let Meaning::QuarterName(number) = m { Some(number) } else { None }));
    let letter = terminated(digits(1), super::number::sign(b'Q')).map(|(number, _)| number);
    let number = map_opt(alt((named, sign, letter)), Quarter::from_number);
    let (rest, (_, before, _, quarter)) =
        (opt(small(Small::The)), opt(year_before), opt(hyphen), number).parse(input)?;
    // "the third-quarter profit": the article is the noun's.
    let adjective = |window: &[Token]| window[0].sign(b'-') && window[1].singular() == Some(Grain::Quarter);
    if input.first().is_some_and(|token| token.is(Small::The))
        && input[..input.len() - rest.len()].windows(2).any(adjective)
    {
        return Err(nom::Err::Error(()));
    }
    let of_accounts = preceded(fiscal, alt((year, year_glued)));
    let (rest, after) = opt(alt((year_after, year_glued, of_accounts))).parse(rest)?;
    // "The last quarter" alone is that before this one.
    let begins = preceded(opt(small(Small::The)), last()).parse(input).is_ok();
    if begins && after.is_none() {
        return Err(nom::Err::Error(()));
    }
    let year = before.or(after).unwrap_or(YearRef::Unstated);
    Ok((rest, part(year, Part::Quarter(quarter), "quarter")))
}

/// `last year's`, `the 1988`, before a part of it
fn year_before(input: In<'_>) -> Res<'_, YearRef> {
    let turned = terminated(year_turn, is(|token| token.kind == Kind::Possessive));
    alt((turned, preceded(opt(small(Small::The)), year_figures).map(YearRef::Is))).parse(input)
}

fn fiscal(input: In<'_>) -> Res<'_, ()> {
    (small(Small::Fiscal), opt(hyphen)).map(drop).parse(input)
}

/// `Christmas 1963`, `Thanksgiving Day`
fn holiday(input: In<'_>) -> Res<'_, Expr> {
    let name = one(|token| token.meaning(|m| if let Meaning::Holiday(holiday) = m { Some(holiday) } else { None }));
    let (rest, (holiday, year)) = (name, opt(year_after)).parse(input)?;
    let expr = part(year.unwrap_or(YearRef::Unstated), Part::Holiday(holiday), "holiday");
    Ok((rest, Expr { modifier: holiday.is_approximate().then_some(super::clock::ABOUT), ..expr }))
}

/// `the first half of 2023`, `the latter half of 2008`, `this year's first half`, `H1 2018`
fn half_year(input: In<'_>) -> Res<'_, Expr> {
    let of = alt((preceded(small(Small::Of), alt((year, the_year))), year_turn));
    let before = (year_before, half).map(|(year, half)| (half, year));
    let name = one(|token| {
        token.meaning(|m| match m {
            Meaning::HalfName(1) => Some(Half::H1),
            Meaning::HalfName(_) => Some(Half::H2),
            _ => None,
        })
    });
    let named = (name, preceded(opt(small(Small::Of)), year));
    let (rest, (half, year)) = preceded(opt(small(Small::The)), alt(((half, of), before, named))).parse(input)?;
    Ok((rest, part(year, Part::Half(half), "half")))
}

/// `first half`, `latter half`, `first two quarters`
fn half(input: In<'_>) -> Res<'_, Half> {
    let which = one(|token| {
        token.meaning(|m| match m {
            Meaning::Ordinal(1) => Some(Half::H1),
            Meaning::Ordinal(2) | Meaning::Turn(Turn::Last) | Meaning::Small(Small::Latter) => Some(Half::H2),
            _ => None,
        })
    });
    let half = (opt(hyphen), is(|token| token.means(Meaning::Half))).map(drop);
    let quarters = is(|token| token.plural() == Some(Grain::Quarter));
    let quarters = (verify(cardinal, |&count| count == 2), quarters).map(drop);
    (which, alt((half, quarters))).map(|(which, ())| which).parse(input)
}

/// `fiscal 1989`, `the fiscal year 1989`, `the 1989 fiscal year`, `FY 2023/24`, `FY24`
fn fiscal_year(input: In<'_>) -> Res<'_, Expr> {
    let year_word = || is(|token| token.means(Meaning::Small(Small::Year)));
    let after = preceded((fiscal, opt(year_word())), alt((year, year_glued)));
    let before = terminated(year_figures, (fiscal, year_word())).map(YearRef::Is);
    let (rest, year) = preceded(opt(small(Small::The)), alt((after, before))).parse(input)?;
    // It is told by its first year, as winters are.
    let rest = if let YearRef::Is(first) = year { next_year(rest, first).unwrap_or(rest) } else { rest };
    Ok((rest, part(year, Part::Whole, "fiscal-year")))
}

/// `week 12 of 2020`, `the 12th week of 2020`, `the last week of 2020`
fn week_of_year(input: In<'_>) -> Res<'_, Expr> {
    let week = || is(|token| token.singular() == Some(Grain::Week));
    let numbered = preceded(week(), digits(2)).map(|(number, _)| Some(number));
    let last = is(|token| token.turn() == Some(Turn::Last) || token.is(Small::Final));
    let nth = (opt(small(Small::The)), alt((ordinal.map(Some), last.map(|()| None))), week());
    let nth = nth.map(|(_, number, ())| number);
    let joint = opt(alt((small(Small::Of), small(Small::In), comma)));
    let (rest, (number, _, year)) = (alt((numbered, nth)), joint, year_figures).parse(input)?;
    let number = number.and_then(|number| u8::try_from(number).ok()).or_else(|| last_week(year));
    let number = number.filter(|number| (1..=53).contains(number)).ok_or(nom::Err::Error(()))?;
    Ok((rest, Expr::new(Sense::Unit(Unit::Week(year, number)), "week-of-year")))
}

/// The number of a year's last week, which the 28th of December is always in.
fn last_week(year: i32) -> Option<u8> {
    let day = NaiveDate::from_ymd_opt(year, 12, 28)?;
    u8::try_from(day.iso_week().week()).ok()
}

/// `'68`
fn short_year(input: In<'_>) -> Res<'_, Expr> {
    year_short.map(|year| part(year, Part::Whole, "short-year")).parse(input)
}

/// `1984`, `the year 1984`, `nineteen eighty-four`
fn plain_year(input: In<'_>) -> Res<'_, Expr> {
    let year_word = is(|token| token.means(Meaning::Small(Small::Year)));
    let named = preceded((opt(small(Small::The)), year_word), alt((year_figures, year_words)));
    alt((named, year_figures, year_words)).map(|year| part(YearRef::Is(year), Part::Whole, "year")).parse(input)
}
