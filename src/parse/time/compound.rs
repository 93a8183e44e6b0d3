//! Days told by another: `Wednesday of next week`, `the week of March 6`, `two days after Christmas`, `the week after next`.

use nom::Parser;
use nom::branch::alt;
use nom::combinator::{not, opt, verify};
use nom::sequence::{preceded, terminated};

use super::clock::{day, day_part};
use super::date::date;
use super::duration::length;
use super::expr::{Base, Count, Expr, Frame, Length, Part, Sense, YearRef};
use super::number::{In, Res, cardinal, digits, hyphen, is, one, ordinal, sign, small};
use super::relative::{named_day, step, turned_unit};
use super::token::{Kind, Token};
use crate::calendar::Grain;
use crate::lexicon::time::{Meaning, Shift, Small, Turn};

/// `Wednesday of next week`, `Monday evening last week`, `next week on Tuesday`, `last week's Sunday`
pub(super) fn day_of_week(input: In<'_>) -> Res<'_, Expr> {
    let weekday = || one(Token::weekday);
    let week = || {
        let week = verify(turned_unit, |expr| matches!(expr.sense, Sense::Step { grain: Grain::Week, .. }));
        week.map(|expr| if let Sense::Step { step, base, .. } = expr.sense { (step, base) } else { (0, Base::Now) })
    };
    let of = opt(alt((small(Small::Of), small(Small::From))));
    let day_first = (weekday(), opt(day_part), of, week());
    let day_first = day_first.map(|(day, part, _, week)| (day, part, week));
    let owner = is(|token: &Token| token.kind == Kind::Possessive);
    let joint = (opt(alt((sign(b','), owner))), opt(small(Small::On)));
    let week_first = (terminated(week(), joint), weekday(), opt(day_part)).map(|(week, day, part)| (day, part, week));
    let (rest, (day, time, (step, base))) = alt((day_first, week_first)).parse(input)?;
    Ok((rest, Expr { time, ..Expr::new(Sense::WeekdayOf { day, step, base }, "day-of-week") }))
}

/// `Easter weekend`, `Easter week`
pub(super) fn holiday_week(input: In<'_>) -> Res<'_, Expr> {
    let holiday =
        verify(date, |expr| matches!(expr.sense, Sense::Part { part: Part::Holiday(_), year: YearRef::Unstated }));
    let week = verify(one(Token::singular), |grain| matches!(grain, Grain::Week | Grain::Weekend));
    let (rest, (_, expr, grain)) = (opt(small(Small::The)), holiday, week).parse(input)?;
    Ok((rest, Expr { frame: Some(Frame::Around(grain)), rule: "around-day", ..expr }))
}

/// `the week of March 6`, `the weekend of May 3`
pub(super) fn around_day(input: In<'_>) -> Res<'_, Expr> {
    let week = verify(one(Token::singular), |grain| matches!(grain, Grain::Week | Grain::Weekend));
    let (rest, (_, grain, (), expr)) = (opt(small(Small::The)), week, small(Small::Of), day).parse(input)?;
    Ok((rest, Expr { frame: Some(Frame::Around(grain)), rule: "around-day", ..expr }))
}

/// `two days after Christmas`, `three weeks from tomorrow`, `the week before Easter`, `the day before last Tuesday`
pub(super) fn beside_day(input: In<'_>) -> Res<'_, Expr> {
    let way = one(|token: &Token| {
        token.meaning(|m| match m {
            Meaning::Shift(Shift::Before) => Some(-1),
            Meaning::Shift(Shift::After) => Some(1),
            _ => None,
        })
    });
    let from = preceded(small(Small::From), named_day).map(|expr| (1, expr));
    let known = alt((named_day, verify(date, |expr| matches!(expr.sense, Sense::Part { part: Part::Holiday(_), .. }))));
    let counted = verify(length, |length| matches!(length.first.count, Count::Exact(_)) && of_days(*length));
    let counted = counted.map(|length| (length, Grain::Day));
    let unit = preceded(small(Small::The), one(Token::singular));
    let unit = unit.map(|grain| (Length::of(Count::Exact(1), grain), grain));
    let unit = verify(unit, |&(length, _)| of_days(length) && length.first.grain <= Grain::Week);
    // "Eight days after May 3" are a length and a date.
    let (rest, ((length, grain), (sign, expr))) =
        alt(((unit, (&way, day)), (counted, alt((from, (&way, known)))))).parse(input)?;
    if expr.time.is_some() || expr.frame.is_some() {
        return Err(nom::Err::Error(()));
    }
    Ok((rest, Expr { frame: Some(Frame::Beside { length, sign, grain }), rule: "beside-day", ..expr }))
}

fn of_days(length: Length) -> bool {
    length.finest() >= Grain::Day
}

/// `two Sundays ago`: the last one, and a week less than so many before it; `a week ago Monday`, `ten years ago today`
pub(super) fn weekdays_ago(input: In<'_>) -> Res<'_, Expr> {
    if let Ok(read) = day_ago(input) {
        return Ok(read);
    }
    let weekdays = one(|token| token.meaning(|m| if let Meaning::Weekdays(day) = m { Some(day) } else { None }));
    let ago = is(|token: &Token| token.means(Meaning::Shift(Shift::Ago)));
    let count = verify(cardinal, |&count| (2..=52).contains(&count));
    let (rest, (count, day, ())) = (count, weekdays, ago).parse(input)?;
    let length = Length::of(Count::Exact(count - 1), Grain::Week);
    let frame = Some(Frame::Beside { length, sign: -1, grain: Grain::Day });
    Ok((rest, Expr { frame, ..Expr::new(Sense::Weekday { day, turn: Some(Turn::Last) }, "weekdays-ago") }))
}

/// `a week ago Monday`, `two weeks ago on Friday`, `ten years ago today`
fn day_ago(input: In<'_>) -> Res<'_, Expr> {
    let length = verify(length, |length| length.exact().is_some() && of_days(*length));
    let ago = is(|token: &Token| token.means(Meaning::Shift(Shift::Ago)));
    let day = verify(named_day, |expr| match expr.sense {
        Sense::Weekday { turn: None, .. } => true,
        Sense::Step { grain: Grain::Day, base: Base::Now, .. } => expr.rule == "day-word",
        _ => false,
    });
    let (rest, (length, (), _, expr)) = (length, ago, opt(small(Small::On)), day).parse(input)?;
    // "Two days ago, Monday" is that Monday.
    if matches!(expr.sense, Sense::Weekday { .. }) && length.first.grain != Grain::Week {
        return Err(nom::Err::Error(()));
    }
    Ok((rest, Expr { frame: Some(Frame::Beside { length, sign: -1, grain: Grain::Day }), rule: "day-ago", ..expr }))
}

/// `the 15th of last month`, `20 of next month`, `the 21st this month`, `the 5th inst.`: so many days after its first.
pub(super) fn day_of_turned_month(input: In<'_>) -> Res<'_, Expr> {
    let month = verify(turned_unit, |expr| matches!(expr.sense, Sense::Step { grain: Grain::Month, .. }));
    let nth = (ordinal, opt(is(|token| token.singular() == Some(Grain::Day)))).map(|(day, _)| day);
    let nth = terminated(nth, opt(small(Small::Of)));
    let day = alt((nth, terminated(digits(2).map(|(day, _)| day), small(Small::Of))));
    let day = verify(day, |day| (1..=31).contains(day));
    let figures = one(|token: &Token| if let Kind::Nth(day @ 1..=31) = token.kind { Some(day) } else { None });
    let of_month = alt(((day, month), (figures, month_word)));
    let (rest, (_, (day, month))) = (opt(small(Small::The)), of_month).parse(input)?;
    let length = Length::of(Count::Exact(day - 1), Grain::Day);
    let frame = Some(Frame::Beside { length, sign: 1, grain: Grain::Day });
    Ok((rest, Expr { frame, rule: "day-of-turned-month", ..month }))
}

/// `inst`, `ult`, `proximo`
fn month_word(input: In<'_>) -> Res<'_, Expr> {
    let months =
        one(|token: &Token| token.meaning(|m| if let Meaning::MonthWord(months) = m { Some(months) } else { None }));
    months.map(|months| step(Grain::Month, months, Base::Now, "month-word")).parse(input)
}

/// `Friday after next`: a week after the one that is coming.
pub(super) fn weekday_after_next(input: In<'_>) -> Res<'_, Expr> {
    let after = is(|token: &Token| token.means(Meaning::Shift(Shift::After)));
    let next = is(|token: &Token| token.turn() == Some(Turn::Next));
    let (rest, (_, day, (), ())) = (opt(small(Small::The)), one(Token::weekday), after, next).parse(input)?;
    let length = Length::of(Count::Exact(1), Grain::Week);
    let frame = Some(Frame::Beside { length, sign: 1, grain: Grain::Day });
    Ok((rest, Expr { frame, ..Expr::new(Sense::Weekday { day, turn: Some(Turn::Coming) }, "unit-beyond") }))
}

/// `Thursday next`, `Friday last`, `Wednesday week`, `Monday fortnight`, `tomorrow week`, as papers long had it; but `Thursday
/// next week`, `the seat next to his`
pub(super) fn weekday_and_turn(input: In<'_>) -> Res<'_, Expr> {
    let turn = one(|token: &Token| token.turn().filter(|turn| matches!(turn, Turn::Next | Turn::Last)));
    let alone = not(alt((one(Token::singular).map(|_| ()), small(Small::To))));
    if let Ok((rest, (day, turn))) = (one(Token::weekday), terminated(turn, alone)).parse(input) {
        return Ok((rest, Expr::new(Sense::Weekday { day, turn: Some(turn) }, "weekday-and-turn")));
    }
    let weekday = one(Token::weekday).map(|day| Sense::Weekday { day, turn: Some(Turn::Coming) });
    let ahead = one(|token: &Token| {
        token.meaning(|m| match m {
            Meaning::Day(step @ 0..) => Some(Sense::Step { grain: Grain::Day, step, base: Base::Now }),
            _ => None,
        })
    });
    let unit = one(|token: &Token| token.singular().filter(|unit| matches!(unit, Grain::Week | Grain::Fortnight)));
    let (rest, (sense, unit, _)) = (alt((weekday, ahead)), unit, not(hyphen)).parse(input)?;
    let frame = Some(Frame::Beside { length: Length::of(Count::Exact(1), unit), sign: 1, grain: Grain::Day });
    Ok((rest, Expr { frame, ..Expr::new(sense, "weekday-and-turn") }))
}

/// `the week after next`, `the month before last`
pub(super) fn unit_beyond(input: In<'_>) -> Res<'_, Expr> {
    let turned = |way, turn| {
        let way = is(move |token: &Token| token.means(Meaning::Shift(way)));
        (way, is(move |token: &Token| token.turn() == Some(turn)))
    };
    let after = turned(Shift::After, Turn::Next).map(|_| 2);
    let before = turned(Shift::Before, Turn::Last).map(|_| -2);
    let unit = verify(one(Token::singular), |&grain| grain > Grain::Day);
    let (rest, ((), grain, count)) = (small(Small::The), unit, alt((after, before))).parse(input)?;
    Ok((rest, step(grain, count, Base::Now, "unit-beyond")))
}
