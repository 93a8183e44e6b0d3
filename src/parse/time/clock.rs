//! Times of day, alone and with their day.

use nom::Parser;
use nom::branch::alt;
use nom::combinator::{opt, verify};
use nom::sequence::preceded;

use super::expr::{Base, Expr, Part, Sense, TimeOfDay, YearRef};
use super::heads::Choice;
use super::hour::{self, clock};
use super::number::{In, Res, is, one, sign, small};
use super::token::Token;
use super::{date, nth, relative, set};
use crate::calendar::{Grain, Rounding};
use crate::lexicon::time::{DayPart, Meaning, Meridiem, Shift, Small, Turn};
use crate::timex::Modifier;

/// A time of day, with its day where one stands beside it: `5 p.m. EST Nov. 6`, `noon Thursday`, `Saturday night`
pub(super) fn time(input: In<'_>) -> Res<'_, Expr> {
    TIMES.first(input)
}

pub(super) const TIMES: Choice = Choice::new(
    52,
    66,
    &[
        clock_and_day,
        day_and_time,
        part_and_clock,
        hour_and_part,
        part_and_day,
        early_hours,
        clock_alone,
        today_part,
        turned_part,
    ],
);

/// What a clock time begins with: asked of whatever stands after a day.
pub(super) const CLOCKS: Choice = Choice::new(100, 102, &[clock_alone]);

fn today(rule: &'static str) -> Expr {
    Expr::new(Sense::Step { grain: Grain::Day, step: 0, base: Base::Text }, rule)
}

fn clock_alone(input: In<'_>) -> Res<'_, Expr> {
    clock.map(|time| Expr { time: Some(time), ..today("clock") }).parse(input)
}

/// `5 p.m. Friday`, `7pm tonight`, `9:30 last night`, `3 a.m. local time on Monday`, `10:53 pm on October 6, 2023`, `3 p.m. every day`,
/// `noon of the 27th`
fn clock_and_day(input: In<'_>) -> Res<'_, Expr> {
    let on = alt((small(Small::On), small(Small::Of)));
    let joint = (opt(small(Small::LocalTime)), opt(sign(b',')), opt(on), opt(sign(b',')));
    let (after, time) = clock(input)?;
    let day = alt((day_and_part, day, today_part, part_and_day, turned_part, set::days, nth_of_month));
    let (rest, day) = preceded(joint, day).parse(after)?;
    let time = in_part(time, &input[..input.len() - after.len()], day.time);
    // "5 p.m. Friday EST"
    let (rest, time) = match hour::zone(rest) {
        Ok((rest, zone)) => (rest, hour::in_zone(time, Some(zone))),
        Err(_) => (rest, time),
    };
    Ok((rest, Expr { time: Some(time), rule: "clock-day", ..day }))
}

/// What begins with a day, which is read once for all of them, for most days have no time beside them.
fn day_and_time(input: In<'_>) -> Res<'_, Expr> {
    let (rest, day) = day(input)?;
    beside_clock(rest, day).or_else(|_| {
        let (rest, day) = beside_part(rest, day)?;
        at_clock(rest, day).or(Ok((rest, day)))
    })
}

/// `this afternoon at 3:20`, `tonight at 8 o'clock`
fn part_and_clock(input: In<'_>) -> Res<'_, Expr> {
    let (rest, part) = alt((today_part, turned_part)).parse(input)?;
    at_clock(rest, part)
}

/// What stands behind the part of a day in `Saturday night at 9`, `this afternoon at 3:20`
fn at_clock(input: In<'_>, day: Expr) -> Res<'_, Expr> {
    let (rest, (_, at)) = (opt(sign(b',')), opt(at)).parse(input)?;
    let (after, time) = match clock(rest) {
        Err(_) if at.is_some() => hour_alone(rest)?,
        read => read?,
    };
    let time = in_part(time, &rest[..rest.len() - after.len()], day.time);
    Ok((after, Expr { time: Some(time), rule: "part-clock", ..day }))
}

/// `8` in `tonight at 8`, but not in `tonight at 8 places`.
fn hour_alone(input: In<'_>) -> Res<'_, TimeOfDay> {
    let ends = input.first().is_some_and(|token| !token.followed);
    verify(hour::bare_hour, |_| ends).parse(input)
}

/// `at`, `@`, `around`
fn at(input: In<'_>) -> Res<'_, ()> {
    let about = is(|token| token.means(Meaning::Rounding(Rounding::About)));
    alt((small(Small::At), sign(b'@'), about)).parse(input)
}

/// A clock time that was read from `tokens`, as it is meant in a part of the day: half past eight in the evening is 20:30.
fn in_part(time: TimeOfDay, tokens: In<'_>, part: Option<TimeOfDay>) -> TimeOfDay {
    let told = tokens.iter().any(|token| {
        token.meaning(|m| if let Meaning::Meridiem(_) | Meaning::Clock(_) = m { Some(()) } else { None }).is_some()
    });
    match (time, part) {
        (TimeOfDay::Clock { hour, minute, second, zone }, Some(TimeOfDay::Part(part))) if !told => {
            let earliest = match part {
                DayPart::Afternoon | DayPart::Evening => 1,
                DayPart::Night => 5,
                _ => 12,
            };
            let hour = if (earliest..12).contains(&hour) { hour + 12 } else { hour };
            TimeOfDay::Clock { hour, minute, second, zone }
        }
        _ => time,
    }
}

/// What stands behind the day in `Friday at 5 p.m.`, `06.03.2022 02:45`, `2023-10-06T22:53Z`
fn beside_clock(input: In<'_>, day: Expr) -> Res<'_, Expr> {
    let joint = (opt(sign(b',')), opt(at), opt(sign(b'T')));
    let (rest, time) = preceded(joint, clock).parse(input)?;
    let expr = Expr { time: Some(time), rule: "day-clock", ..day };
    // "Thu Oct 26 11:00:09 EDT 2023", as machines write it.
    if let (Sense::Part { year: YearRef::Unstated, part }, Some(_)) = (day.sense, day.weekday)
        && matches!(time, TimeOfDay::Clock { second: Some(_), .. })
        && let Ok((rest, year)) = date::year_figures(rest)
    {
        return Ok((rest, Expr { sense: Sense::Part { year: YearRef::Is(year), part }, ..expr }));
    }
    Ok((rest, expr))
}

/// `Sat at 5`, `tomorrow at seven twenty-seven`, as they stand in messages.
pub(super) fn day_and_hour(input: In<'_>) -> Res<'_, Expr> {
    let hour = alt((hour::spelled, (hour_alone, opt(hour::zone)).map(|(time, zone)| hour::in_zone(time, zone))));
    let (rest, (day, _, (), time)) = (relative::named_day, opt(sign(b',')), at, hour).parse(input)?;
    Ok((rest, Expr { time: Some(time), rule: "day-clock", ..day }))
}

/// `8 tonight`, `nine tomorrow morning`
fn hour_and_part(input: In<'_>) -> Res<'_, Expr> {
    let (after, time) = hour::bare_hour(input)?;
    let (rest, day) = preceded(opt(sign(b',')), alt((day_and_part, today_part, turned_part))).parse(after)?;
    let time = in_part(time, &input[..input.len() - after.len()], day.time);
    Ok((rest, Expr { time: Some(time), rule: "hour-part", ..day }))
}

/// A day that a time of day can stand beside.
pub(super) fn day(input: In<'_>) -> Res<'_, Expr> {
    verify(alt((date::date, relative::named_day)), |expr| {
        matches!(
            expr.sense,
            Sense::Unit(crate::calendar::Unit::Day(_))
                | Sense::Numeric(_)
                | Sense::Part { part: Part::Day(..) | Part::Holiday(_), .. }
                | Sense::Weekday { .. }
                | Sense::WeekdayOf { .. }
                | Sense::Step { grain: Grain::Day, .. }
        )
    })
    .parse(input)
}

/// `the morning of 31 January`, `mid-afternoon yesterday`, `the early morning hours of 31 January`, `the night of the 31st`,
/// `dawn the next morning`
fn part_and_day(input: In<'_>) -> Res<'_, Expr> {
    let (rest, (_, modifier, part, _, _, day)) = (
        opt(small(Small::The)),
        opt(relative::phase_word),
        day_part,
        opt(is(|token| token.plural() == Some(Grain::Hour))),
        opt(alt((small(Small::Of), small(Small::On)))),
        alt((day, turned_part, nth_of_month)),
    )
        .parse(input)?;
    Ok((rest, Expr { time: Some(part), modifier: modifier.or(day.modifier), rule: "part-day", ..day }))
}

/// `the early hours of Sunday`; of `Sunday morning` they say no more than that does.
fn early_hours(input: In<'_>) -> Res<'_, Expr> {
    let hours = is(|token| token.plural() == Some(Grain::Hour));
    let early = verify(relative::phase_word, |&phase| phase == Modifier::Start);
    let joint = alt((small(Small::Of), small(Small::On)));
    let (rest, (_, modifier, (), (), day)) = (opt(small(Small::The)), early, hours, joint, day).parse(input)?;
    if day_part(rest).is_ok() {
        return Err(nom::Err::Error(()));
    }
    let time = Some(TimeOfDay::Part(DayPart::Morning));
    Ok((rest, Expr { time, modifier: Some(modifier), rule: "part-day", ..day }))
}

/// `the 31st`, but not that of `the 31st regiment`.
fn nth_of_month(input: In<'_>) -> Res<'_, Expr> {
    let (rest, day) = nth::nth_day(input)?;
    let ends = input.get(input.len() - rest.len() - 1).is_some_and(|last| !last.followed);
    let joined = rest.first().is_some_and(|next| next.glued && next.sign(b'-'));
    if input.first().is_some_and(|token| token.is(Small::The)) && ends && !joined {
        Ok((rest, day))
    } else {
        Err(nom::Err::Error(()))
    }
}

/// `Saturday night`, `yesterday morning`, `Monday early in the morning`, `tomorrow am`
fn day_and_part(input: In<'_>) -> Res<'_, Expr> {
    let (rest, day) = day(input)?;
    beside_part(rest, day)
}

fn beside_part(input: In<'_>, day: Expr) -> Res<'_, Expr> {
    let within = (small(Small::In), opt(small(Small::The))).map(drop);
    let part = (opt(relative::phase_word), opt(within), day_part).map(|(modifier, _, part)| (modifier, part));
    let half = one(|token| {
        let half = token.meaning(|m| if let Meaning::Meridiem(half) = m { Some(half) } else { None });
        half.filter(|_| !token.followed)
    });
    let half = half.map(|half| match half {
        Meridiem::Am => (None, TimeOfDay::Part(DayPart::Morning)),
        Meridiem::Pm => (None, TimeOfDay::Part(DayPart::Afternoon)),
    });
    let (rest, (modifier, part)) = alt((part, half)).parse(input)?;
    Ok((rest, Expr { time: Some(part), modifier: modifier.or(day.modifier), rule: "day-part", ..day }))
}

/// `tonight`
fn today_part(input: In<'_>) -> Res<'_, Expr> {
    let part = one(|token| token.meaning(|m| if let Meaning::TodayPart(part) = m { Some(part) } else { None }));
    let now = Sense::Step { grain: Grain::Day, step: 0, base: Base::Now };
    part.map(|part| Expr { time: Some(TimeOfDay::Part(part)), ..Expr::new(now, "today-part") }).parse(input)
}

/// `this morning`, `last night`, `that afternoon`, `the next morning`, `the morning`, `the night before last`
fn turned_part(input: In<'_>) -> Res<'_, Expr> {
    if let Ok((rest, part)) = part_before_last(input) {
        let sense = Sense::Step { grain: Grain::Day, step: -2, base: Base::Now };
        return Ok((rest, Expr { time: Some(part), ..Expr::new(sense, "turned-part") }));
    }
    let turn = one(Token::turn);
    let (rest, (article, turn, modifier, part)) =
        (opt(small(Small::The)), opt(turn), opt(relative::phase_word), day_part).parse(input)?;
    let (step, base) = match turn {
        None if article.is_none() && modifier.is_none() => return Err(nom::Err::Error(())),
        None | Some(Turn::That | Turn::Same) => (0, Base::Text),
        Some(Turn::This | Turn::Current) => (0, Base::Now),
        Some(Turn::Last | Turn::Past | Turn::Latest) => (-1, Base::Now),
        Some(Turn::Previous) => (-1, Base::Text),
        Some(Turn::Next | Turn::Following) => (1, Base::Text),
        Some(Turn::Coming) => (1, Base::Now),
    };
    let sense = Sense::Step { grain: Grain::Day, step, base };
    Ok((rest, Expr { time: Some(part), modifier, ..Expr::new(sense, "turned-part") }))
}

/// `the night before last`
fn part_before_last(input: In<'_>) -> Res<'_, TimeOfDay> {
    let before = is(|token| token.means(Meaning::Shift(Shift::Before)));
    let last = is(|token| token.turn() == Some(Turn::Last));
    (small(Small::The), day_part, before, last).map(|(_, part, ..)| part).parse(input)
}

/// `morning`, `night`
pub(super) fn day_part(input: In<'_>) -> Res<'_, TimeOfDay> {
    one(|token| token.meaning(|m| if let Meaning::Part(part) = m { Some(TimeOfDay::Part(part)) } else { None }))(input)
}

/// `around 7:15 p.m.` is approximate.
pub(super) const ABOUT: Modifier = Modifier::Approx;
