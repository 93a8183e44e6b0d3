//! Times of day, alone and with their day.

use nom::Parser;
use nom::branch::alt;
use nom::combinator::{opt, peek, verify};
use nom::sequence::{preceded, terminated};

use super::expr::{Base, Expr, Part, Sense, TimeOfDay};
use super::heads::Choice;
use super::number::{In, Res, cardinal, digits, hyphen, is, one, sign, small};
use super::token::{Kind, Token};
use super::{date, relative};
use crate::calendar::Grain;
use crate::lexicon::time::{DayPart, Meaning, Meridiem, Small, Turn};
use crate::timex::Modifier;

/// A time of day, with its day where one stands beside it: `5 p.m. EST Nov. 6`, `noon Thursday`, `Saturday night`
pub(super) fn time(input: In<'_>) -> Res<'_, Expr> {
    TIMES.first(input)
}

pub(super) const TIMES: Choice = Choice::new(
    52,
    66,
    &[clock_and_day, day_and_clock, part_and_clock, part_and_day, day_and_part, clock_alone, today_part, turned_part],
);

/// What a clock time begins with: asked of whatever stands after a day.
pub(super) const CLOCKS: Choice = Choice::new(100, 102, &[clock_alone]);

fn today(rule: &'static str) -> Expr {
    Expr::new(Sense::Step { grain: Grain::Day, step: 0, base: Base::Text }, rule)
}

fn clock_alone(input: In<'_>) -> Res<'_, Expr> {
    clock.map(|time| Expr { time: Some(time), ..today("clock") }).parse(input)
}

/// `5 p.m. Friday`, `7pm tonight`, `9:30 last night`, `10:53 pm on October 6, 2023`
fn clock_and_day(input: In<'_>) -> Res<'_, Expr> {
    let joint = (opt(sign(b',')), opt(small(Small::On)), opt(sign(b',')));
    let (after, time) = clock(input)?;
    let (rest, day) = preceded(joint, alt((day_and_part, day, today_part, turned_part))).parse(after)?;
    let time = in_part(time, &input[..input.len() - after.len()], day.time);
    Ok((rest, Expr { time: Some(time), rule: "clock-day", ..day }))
}

/// `Saturday night at 9`, `this afternoon at 3:20`, `tonight at 8 o'clock`
fn part_and_clock(input: In<'_>) -> Res<'_, Expr> {
    let (rest, (day, _, at)) =
        (alt((day_and_part, today_part, turned_part)), opt(sign(b',')), opt(small(Small::At))).parse(input)?;
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
    let hour = verify(digits(2), |&(hour, _)| ends && (1..=12).contains(&hour));
    hour.map(|(hour, _)| TimeOfDay::Clock {
        hour: hour as u8,
        minute: 0,
        second: None,
        zone: None,
        minutes_told: false,
    })
    .parse(input)
}

/// A clock time that was read from `tokens`, as it is meant in a part of the day: half past eight in the evening is 20:30.
fn in_part(time: TimeOfDay, tokens: In<'_>, part: Option<TimeOfDay>) -> TimeOfDay {
    let told = tokens.iter().any(|token| {
        token.meaning(|m| if let Meaning::Meridiem(_) | Meaning::Clock(_) = m { Some(()) } else { None }).is_some()
    });
    match (time, part) {
        (TimeOfDay::Clock { hour, minute, second, zone, minutes_told }, Some(TimeOfDay::Part(part))) if !told => {
            let earliest = match part {
                DayPart::Afternoon | DayPart::Evening => 1,
                DayPart::Night => 5,
                _ => 12,
            };
            let hour = if (earliest..12).contains(&hour) { hour + 12 } else { hour };
            TimeOfDay::Clock { hour, minute, second, zone, minutes_told }
        }
        _ => time,
    }
}

/// `Friday at 5 p.m.`, `06.03.2022 02:45`, `2023-10-06T22:53Z`
fn day_and_clock(input: In<'_>) -> Res<'_, Expr> {
    let joint = (opt(sign(b',')), opt(small(Small::At)), opt(sign(b'T')));
    let (rest, (day, _, time)) = (day, joint, clock).parse(input)?;
    Ok((rest, Expr { time: Some(time), rule: "day-clock", ..day }))
}

/// A day that a time of day can stand beside.
pub(super) fn day(input: In<'_>) -> Res<'_, Expr> {
    verify(alt((date::date, relative::named_day)), |expr| {
        matches!(
            expr.sense,
            Sense::Unit(crate::calendar::Unit::Day(_))
                | Sense::Numeric { .. }
                | Sense::Part { part: Part::Day(..) | Part::Holiday(_), .. }
                | Sense::Weekday { .. }
                | Sense::WeekdayOf { .. }
                | Sense::Step { grain: Grain::Day, .. }
        )
    })
    .parse(input)
}

/// `the morning of 31 January`, `mid-afternoon yesterday`, `the early morning hours of 31 January`
fn part_and_day(input: In<'_>) -> Res<'_, Expr> {
    let (rest, (_, modifier, part, _, _, day)) = (
        opt(small(Small::The)),
        opt(relative::phase_word),
        day_part,
        opt(is(|token| token.plural() == Some(Grain::Hour))),
        opt(alt((small(Small::Of), small(Small::On)))),
        day,
    )
        .parse(input)?;
    Ok((rest, Expr { time: Some(part), modifier: modifier.or(day.modifier), rule: "part-day", ..day }))
}

/// `Saturday night`, `yesterday morning`, `the next morning`
fn day_and_part(input: In<'_>) -> Res<'_, Expr> {
    let (rest, (day, _, part)) = (day, opt(small(Small::In)), day_part).parse(input)?;
    Ok((rest, Expr { time: Some(part), rule: "day-part", ..day }))
}

/// `tonight`
fn today_part(input: In<'_>) -> Res<'_, Expr> {
    let part = one(|token| token.meaning(|m| if let Meaning::TodayPart(part) = m { Some(part) } else { None }));
    let now = Sense::Step { grain: Grain::Day, step: 0, base: Base::Now };
    part.map(|part| Expr { time: Some(TimeOfDay::Part(part)), ..Expr::new(now, "today-part") }).parse(input)
}

/// `this morning`, `last night`, `that afternoon`, `the next morning`, `the morning`
fn turned_part(input: In<'_>) -> Res<'_, Expr> {
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

/// `morning`, `night`
pub(super) fn day_part(input: In<'_>) -> Res<'_, TimeOfDay> {
    one(|token| token.meaning(|m| if let Meaning::Part(part) = m { Some(TimeOfDay::Part(part)) } else { None }))(input)
}

/// `5 p.m. EST`, `22:53 GMT`, `noon`, `10:30`, `4 in the morning`, `half past five`, `nine o'clock`
pub(super) fn clock(input: In<'_>) -> Res<'_, TimeOfDay> {
    CLOCKS.ahead(input)?;
    let (rest, (mut hour, minute, second, told)) =
        alt((hour_of_later, hour_and_minute, hour_meridiem, oclock, beside_hour, military, named_hour)).parse(input)?;
    let (rest, meridiem) = if told { opt(meridiem).parse(rest)? } else { (rest, None) };
    if let Some(half) = meridiem {
        hour = of_half(hour, half);
    }
    let exact = second.is_some();
    let (rest, zone) = opt(alt((zone, |input| offset(input, exact)))).parse(rest)?;
    Ok((rest, TimeOfDay::Clock { hour, minute, second, zone, minutes_told: told }))
}

type HourMinute = (u8, u8, Option<u8>, bool);

/// `22:53`, `2:45:10`, `T22:53`, `22:53:10.250`
fn hour_and_minute(input: In<'_>) -> Res<'_, HourMinute> {
    let hour = verify(digits(2), |&(value, _)| value < 25);
    let pair = |input| {
        one(|token: &Token| match token.kind {
            Kind::Digits(value, 2) if token.glued && value < 60 => Some(value as u8),
            _ => None,
        })(input)
    };
    let colon = || is(|token| token.sign(b':') && token.glued);
    let fraction = (
        is(|token| token.sign(b'.') && token.glued),
        one(|token| token.glued.then_some(()).filter(|()| matches!(token.kind, Kind::Digits(..)))),
    );
    let seconds = preceded(colon(), terminated(pair, opt(fraction)));
    let (rest, ((hour, _), minute, second)) = (hour, preceded(colon(), pair), opt(seconds)).parse(input)?;
    Ok((rest, (hour as u8, minute, second, true)))
}

/// `7` in `7 to 9 p.m.`, `9:30` in `9:30-11 a.m.`: of the same half of the day as the later, if that is later.
fn hour_of_later(input: In<'_>) -> Res<'_, HourMinute> {
    let plain = verify(digits(2), |(hour, _)| (1..=12).contains(hour)).map(|(hour, _)| (hour as u8, 0, None, false));
    let (rest, (hour, minute, second, _)) = alt((hour_and_minute, plain)).parse(input)?;
    let joint = alt((hyphen, small(Small::To), small(Small::And), small(Small::Or)));
    let told = (hour_and_minute, meridiem_letters).map(|((hour, ..), half)| of_half(hour, half));
    let later = alt((hour_meridiem.map(|(hour, ..)| hour), told));
    let (_, later) = peek(preceded(joint, later)).parse(rest)?;
    let same = hour % 12 + if later < 12 { 0 } else { 12 };
    let hour = if same <= later { same } else { (same + 12) % 24 };
    Ok((rest, (hour, minute, second, false)))
}

/// The hour of a clock of twelve, as one of a clock of twenty-four.
fn of_half(hour: u8, half: Meridiem) -> u8 {
    match half {
        Meridiem::Pm if hour < 12 => hour + 12,
        Meridiem::Am if hour == 12 => 0,
        _ => hour,
    }
}

/// `0800 hours`, `1435 GMT`
fn military(input: In<'_>) -> Res<'_, HourMinute> {
    let figures = verify(digits(4), |&(value, length)| length == 4 && value < 2400 && value % 100 < 60);
    let hours = is(|token| token.plural() == Some(Grain::Hour));
    let (rest, ((value, _), _)) = (figures, alt((hours, peek(zone).map(drop)))).parse(input)?;
    Ok((rest, ((value / 100) as u8, (value % 100) as u8, None, false)))
}

/// `5 p.m.`, `4 in the morning`, `7.30am`, `430pm`, `5+am`
fn hour_meridiem(input: In<'_>) -> Res<'_, HourMinute> {
    let plain = digits(2).map(|(hour, _)| (hour, 0));
    let joined = verify(digits(4), |&(_, length)| length > 2).map(|(value, _)| (value / 100, value % 100));
    let stop = is(|token| token.sign(b'.') && token.glued);
    let minutes = verify(digits(2), |&(_, length)| length == 2);
    let stopped = (digits(2), stop, minutes).map(|((hour, _), (), (minute, _))| (hour, minute));
    let time = verify(alt((stopped, joined, plain)), |&(hour, minute)| (1..=12).contains(&hour) && minute < 60);
    let past = opt(is(|token| token.sign(b'+') && token.glued));
    let (rest, ((hour, minute), _, half)) = (time, past, meridiem).parse(input)?;
    Ok((rest, (of_half(hour as u8, half), minute as u8, None, false)))
}

fn meridiem_letters(input: In<'_>) -> Res<'_, Meridiem> {
    one(|token| token.meaning(|m| if let Meaning::Meridiem(half) = m { Some(half) } else { None }))(input)
}

fn meridiem(input: In<'_>) -> Res<'_, Meridiem> {
    let long = (small(Small::In), small(Small::The), day_part).map(|(_, _, part)| match part {
        TimeOfDay::Part(DayPart::Morning) => Meridiem::Am,
        _ => Meridiem::Pm,
    });
    alt((meridiem_letters, long)).parse(input)
}

/// `nine o'clock`
fn oclock(input: In<'_>) -> Res<'_, HourMinute> {
    let hour = verify(cardinal, |&hour| (1..=12).contains(&hour));
    let (rest, (hour, ())) = (hour, small(Small::OClock)).parse(input)?;
    Ok((rest, (hour as u8, 0, None, true)))
}

/// `half past five`, `a quarter past five`, `quarter to six`, `10 past 9`, `five minutes to midnight`
fn beside_hour(input: In<'_>) -> Res<'_, HourMinute> {
    let half = (is(|token| token.means(Meaning::Half)), small(Small::Past)).map(|_| (0, 30));
    let quarter = (opt(small(Small::A)), is(|token| token.singular() == Some(Grain::Quarter)));
    let way = alt((small(Small::Past).map(|()| (0, 15)), small(Small::To).map(|()| (1, 45))));
    let hour = || verify(cardinal, |&hour| (1..=12).contains(&hour));
    let count = verify(cardinal, |&count| (1..30).contains(&count)).map(|count| count as u8);
    let minutes = is(|token| token.unit() == Some(Grain::Minute));
    let past = (opt(&minutes), small(Small::Past)).map(|_| false);
    let to = (&minutes, small(Small::To)).map(|_| true);
    let counted = (count, alt((past, to))).map(|(count, to)| if to { (1, 60 - count) } else { (0, count) });
    let (rest, ((back, minute), hour)) = (alt((half, preceded(quarter, way), counted)), hour()).parse(input)?;
    let hour = if hour == back { 12 } else { hour - back };
    Ok((rest, (hour as u8, minute, None, true)))
}

/// `noon`, `midnight`, `12 noon`
fn named_hour(input: In<'_>) -> Res<'_, HourMinute> {
    let (input, _) = opt(verify(digits(2), |&(value, _)| value == 12)).parse(input)?;
    one(|token| token.meaning(|m| if let Meaning::Clock(hour) = m { Some((hour, 0, None, false)) } else { None }))(
        input,
    )
}

/// `EST`, `GMT`
fn zone(input: In<'_>) -> Res<'_, i16> {
    one(|token| token.meaning(|m| if let Meaning::Zone(minutes) = m { Some(minutes) } else { None }))(input)
}

/// `+02:00`, `-0530` after a time with its zone in figures; `-` joins two times where no seconds are told.
fn offset(input: In<'_>, exact: bool) -> Res<'_, i16> {
    let west = one(|token| match token.kind {
        Kind::Sign(b'+') if token.glued => Some(false),
        Kind::Sign(b'-') if token.glued && exact => Some(true),
        _ => None,
    });
    let glued = |length| {
        one(move |token: &Token| match token.kind {
            Kind::Digits(value, told) if token.glued && told == length => Some(value),
            _ => None,
        })
    };
    let apart =
        (glued(2), is(|token| token.sign(b':') && token.glued), glued(2)).map(|(hours, (), rest)| (hours, rest));
    let joined = glued(4).map(|value| (value / 100, value % 100));
    let time = verify(alt((apart, joined)), |&(hours, minutes)| hours < 15 && minutes < 60);
    let (rest, (west, (hours, minutes))) = (west, time).parse(input)?;
    let offset = (hours * 60 + minutes) as i16;
    Ok((rest, if west { -offset } else { offset }))
}

/// `around 7:15 p.m.` is approximate.
pub(super) const ABOUT: Modifier = Modifier::Approx;
