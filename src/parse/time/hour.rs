//! The hour of a day: `5 p.m. EST`, `22:53`, `half past five`, `seven thirty p.m.`

use nom::Parser;
use nom::branch::alt;
use nom::combinator::{not, opt, peek, verify};
use nom::sequence::{preceded, terminated};

use super::clock::{CLOCKS, day_part};
use super::date;
use super::expr::{Part, Sense, TimeOfDay};
use super::number::{In, Res, below_hundred, cardinal, digits, hyphen, is, one, sign, small};
use super::token::{Kind, Token};
use crate::calendar::Grain;
use crate::lexicon::time::{DayPart, Meaning, Meridiem, Shift, Small};

/// `5 p.m. EST`, `22:53 GMT`, `noon`, `10:30`, `4 in the morning`, `half past five`, `nine o'clock`, `16h30`
pub(super) fn clock(input: In<'_>) -> Res<'_, TimeOfDay> {
    CLOCKS.ahead(input)?;
    let (rest, mut time) = alt((
        hour_of_later,
        hour_and_minute,
        hour_and_letter,
        hour_meridiem,
        spelled_meridiem,
        oclock,
        beside_hour,
        military,
        named_hour,
    ))
    .parse(input)?;
    let (rest, meridiem) = if time.bare { opt(meridiem).parse(rest)? } else { (rest, None) };
    if let Some(half) = meridiem {
        time.hour = of_half(time.hour, half);
    }
    let (rest, zone) = opt(alt((zone, |input| offset(input, time.second.is_some())))).parse(rest)?;
    let (rest, zone) = match zone {
        None if meridiem_last(&input[..input.len() - rest.len()]) => opt(zone_name).parse(rest)?,
        zone => (rest, zone),
    };
    Ok((rest, in_zone(time.of_day(), zone)))
}

/// `8`, `eight`: an hour of the clock that nothing beside it tells to be one.
pub(super) fn bare_hour(input: In<'_>) -> Res<'_, TimeOfDay> {
    let hour = alt((digits(2).map(|(hour, _)| hour), below_hundred));
    verify(hour, |hour| (1..=12).contains(hour)).map(|hour| Hour::told(hour, 0).of_day()).parse(input)
}

/// `ten-thirty`, `seven twenty-seven`, `twelve oh three`, with nothing after it that it could count.
pub(super) fn spelled(input: In<'_>) -> Res<'_, TimeOfDay> {
    let (rest, time) = spelled_figures(input)?;
    let counts = input[..input.len() - rest.len()].last().is_some_and(|last| last.followed);
    if counts { Err(nom::Err::Error(())) } else { Ok((rest, time.of_day())) }
}

/// A time of day with the zone that it is told in.
pub(super) fn in_zone(time: TimeOfDay, zone: Option<i16>) -> TimeOfDay {
    match time {
        TimeOfDay::Clock { hour, minute, second, .. } => TimeOfDay::Clock { hour, minute, second, zone },
        part @ TimeOfDay::Part(_) => part,
    }
}

/// What the hand of a clock tells.
#[derive(Clone, Copy)]
struct Hour {
    hour: u8,
    minute: u8,
    second: Option<u8>,
    /// Whether the half of the day is still to be told.
    bare: bool,
}

impl Hour {
    /// An hour of which all is told, the half of the day too where anybody tells it.
    fn told(hour: u32, minute: u32) -> Hour {
        Hour { hour: hour as u8, minute: minute as u8, second: None, bare: false }
    }

    fn of_day(self) -> TimeOfDay {
        TimeOfDay::Clock { hour: self.hour, minute: self.minute, second: self.second, zone: None }
    }
}

/// `22:53`, `2:45:10`, `T22:53`, `22:53:10.250`, `8:00 o'clock`
fn hour_and_minute(input: In<'_>) -> Res<'_, Hour> {
    let hour = verify(digits(2), |&(value, _)| value < 25);
    let colon = || is(|token| token.sign(b':') && token.glued);
    let fraction = (
        is(|token| token.sign(b'.') && token.glued),
        one(|token| token.glued.then_some(()).filter(|()| matches!(token.kind, Kind::Digits(..)))),
    );
    let seconds = preceded(colon(), terminated(minutes, opt(fraction)));
    let (rest, ((hour, _), minute, second, _)) =
        (hour, preceded(colon(), minutes), opt(seconds), opt(small(Small::OClock))).parse(input)?;
    Ok((rest, Hour { hour: hour as u8, minute, second, bare: true }))
}

/// `53`, right after a sign.
fn minutes(input: In<'_>) -> Res<'_, u8> {
    one(|token: &Token| match token.kind {
        Kind::Digits(value, 2) if token.glued && value < 60 => Some(value as u8),
        _ => None,
    })(input)
}

/// `16h30`; `16h` alone is a length but before a zone.
fn hour_and_letter(input: In<'_>) -> Res<'_, Hour> {
    let hour = verify(digits(2), |&(value, _)| value < 25);
    let minute = alt((minutes, peek(zone).map(|_| 0)));
    let (rest, ((hour, _), (), minute)) = (hour, sign(b'h'), minute).parse(input)?;
    Ok((rest, Hour::told(hour, minute.into())))
}

/// `7` in `7 to 9 p.m.`, `9` in `9 to noon`, `9:30` in `9:30-11 a.m.`: of the same half of the day as the later, if that is later; `10` in
/// `10 to 11:30`.
fn hour_of_later(input: In<'_>) -> Res<'_, Hour> {
    let plain = bare_hour.map(|time| {
        if let TimeOfDay::Clock { hour, .. } = time { Hour::told(hour.into(), 0) } else { Hour::told(0, 0) }
    });
    let (rest, first) = alt((hour_and_minute, plain)).parse(input)?;
    let joint = alt((hyphen, small(Small::To), small(Small::And), small(Small::Or), small(Small::Until)));
    let told = (hour_and_minute, meridiem_letters).map(|(time, half)| of_half(time.hour, half));
    let later = alt((hour_meridiem, spelled_meridiem, named_hour)).map(|time| time.hour);
    let half = alt((later, told)).map(Some);
    let figures = verify(hour_and_minute, |later| !first.bare && later.hour > first.hour).map(|_| None);
    let (_, later) = peek(preceded(joint, alt((half, figures)))).parse(rest)?;
    let Some(later) = later else { return Ok((rest, first)) };
    let same = first.hour % 12 + if later < 12 { 0 } else { 12 };
    let hour = if same <= later { same } else { (same + 12) % 24 };
    Ok((rest, Hour { hour, bare: false, ..first }))
}

/// The hour of a clock of twelve, as one of a clock of twenty-four.
fn of_half(hour: u8, half: Meridiem) -> u8 {
    match half {
        Meridiem::Pm if hour < 12 => hour + 12,
        Meridiem::Am if hour == 12 => 0,
        _ => hour,
    }
}

/// `0800 hours`, `1435 GMT`, `1800 local time`, `0600 on 6 June`
fn military(input: In<'_>) -> Res<'_, Hour> {
    let figures = verify(digits(4), |&(value, length)| length == 4 && value < 2400 && value % 100 < 60);
    let hours = is(|token| token.plural() == Some(Grain::Hour));
    let zoned = peek(alt((zone.map(drop), small(Small::LocalTime)))).map(|()| false);
    let (rest, ((value, _), early)) =
        (figures, alt((hours.map(|()| false), zoned, peek(on_day).map(|()| true)))).parse(input)?;
    // "1945 on 6 June" may be a year.
    if early && value >= 1000 {
        return Err(nom::Err::Error(()));
    }
    Ok((rest, Hour::told(value / 100, value % 100)))
}

/// `on 6 June`
fn on_day(input: In<'_>) -> Res<'_, ()> {
    let day = verify(date::date, |expr| matches!(expr.sense, Sense::Part { part: Part::Day(..), .. }));
    preceded(small(Small::On), day).map(drop).parse(input)
}

/// `5 p.m.`, `4 in the morning`, `7.30am`, `430pm`, `5+am`, `five p.m.`, `7p`
fn hour_meridiem(input: In<'_>) -> Res<'_, Hour> {
    let plain = digits(2).map(|(hour, _)| (hour, 0));
    let joined = verify(digits(4), |&(_, length)| length > 2).map(|(value, _)| (value / 100, value % 100));
    let stop = is(|token| token.sign(b'.') && token.glued);
    let minutes = verify(digits(2), |&(_, length)| length == 2);
    let stopped = (digits(2), stop, minutes).map(|((hour, _), (), (minute, _))| (hour, minute));
    let word = below_hundred.map(|hour| (hour, 0));
    let time = verify(alt((stopped, joined, plain, word)), |&(hour, minute)| (1..=12).contains(&hour) && minute < 60);
    let past = opt(is(|token| token.sign(b'+') && token.glued));
    let (rest, ((hour, minute), _, half)) = (time, past, meridiem).parse(input)?;
    Ok((rest, Hour::told(of_half(hour as u8, half).into(), minute)))
}

/// `seven thirty p.m.`
fn spelled_meridiem(input: In<'_>) -> Res<'_, Hour> {
    let (rest, (time, half)) = (spelled_figures, meridiem).parse(input)?;
    Ok((rest, Hour { hour: of_half(time.hour, half), ..time }))
}

/// `seven thirty`, `twelve oh three`
fn spelled_figures(input: In<'_>) -> Res<'_, Hour> {
    let hour = verify(below_hundred, |hour| (1..=12).contains(hour));
    let single = preceded(small(Small::Oh), preceded(opt(hyphen), verify(below_hundred, |&minute| minute < 10)));
    let minute = alt((single, verify(below_hundred, |minute| (10..60).contains(minute))));
    let (rest, (hour, _, minute)) = (hour, opt(hyphen), minute).parse(input)?;
    Ok((rest, Hour::told(hour, minute)))
}

fn meridiem_letters(input: In<'_>) -> Res<'_, Meridiem> {
    let letters = one(|token| token.meaning(|m| if let Meaning::Meridiem(half) = m { Some(half) } else { None }));
    let letter = one(|token| {
        let letter = token.meaning(|m| if let Meaning::MeridiemLetter(half) = m { Some(half) } else { None });
        letter.filter(|_| token.glued)
    });
    alt((letters, letter)).parse(input)
}

fn meridiem(input: In<'_>) -> Res<'_, Meridiem> {
    let part = day_part.map(|part| match part {
        TimeOfDay::Part(DayPart::Morning) => Meridiem::Am,
        _ => Meridiem::Pm,
    });
    let long = preceded((small(Small::In), opt(small(Small::The))), alt((part, meridiem_letters)));
    alt((meridiem_letters, long)).parse(input)
}

/// `nine o'clock`
fn oclock(input: In<'_>) -> Res<'_, Hour> {
    let hour = verify(cardinal, |&hour| (1..=12).contains(&hour));
    let (rest, (hour, ())) = (hour, small(Small::OClock)).parse(input)?;
    Ok((rest, Hour { bare: true, ..Hour::told(hour, 0) }))
}

/// `half past five`, `a quarter past noon`, `quarter to six`, `10 past 9`, `five minutes to midnight`, `twenty after 3 p.m.`
fn beside_hour(input: In<'_>) -> Res<'_, Hour> {
    // "cut in half to 5"
    let half = terminated(is(|token| token.means(Meaning::Half)), not(small(Small::To))).map(|()| (30, false));
    let quarter = (opt(small(Small::A)), is(|token| token.singular() == Some(Grain::Quarter))).map(|_| (15, false));
    let count = verify(cardinal, |count| (1..60).contains(count));
    let of_minutes = is(|token| token.unit() == Some(Grain::Minute));
    let counted = (count, opt(of_minutes)).map(|(count, told)| (count, told.is_none()));
    let way = one(|token| match () {
        () if token.is(Small::Past) => Some(Way::Past),
        () if token.is(Small::To) => Some(Way::To),
        () if token.means(Meaning::Shift(Shift::After)) => Some(Way::After),
        () if token.means(Meaning::Shift(Shift::Before)) => Some(Way::Before),
        () => None,
    });
    let told = alt((hour_meridiem, oclock, named_hour)).map(|time| (time, true));
    let plain = verify(cardinal, |&hour| (1..=12).contains(&hour));
    let plain = plain.map(|hour| (Hour { bare: true, ..Hour::told(hour, 0) }, false));
    let (rest, ((count, bare_count), way, (hour, told))) =
        (alt((half, quarter, counted)), way, alt((told, plain))).parse(input)?;
    // "15 to noon", but not "10 to 5"; "a quarter after five" may be one of accounts.
    let fits = match way {
        Way::Past => true,
        Way::To => !bare_count || told && count > 12,
        Way::After | Way::Before => told,
    };
    if !fits || count == 30 && way != Way::Past && bare_count {
        return Err(nom::Err::Error(()));
    }
    if matches!(way, Way::Past | Way::After) {
        return Ok((rest, Hour { minute: count as u8, ..hour }));
    }
    let before = match hour.hour {
        0 => 23,
        1 if hour.bare => 12,
        later => later - 1,
    };
    Ok((rest, Hour { hour: before, minute: (60 - count) as u8, ..hour }))
}

/// On which side of the hour so many minutes lie.
#[derive(Clone, Copy, PartialEq)]
enum Way {
    Past,
    To,
    After,
    Before,
}

/// `noon`, `midnight`, `12 noon`
fn named_hour(input: In<'_>) -> Res<'_, Hour> {
    let (input, _) = opt(verify(digits(2), |&(value, _)| value == 12)).parse(input)?;
    let hour = one(|token| token.meaning(|m| if let Meaning::Clock(hour) = m { Some(hour) } else { None }));
    hour.map(|hour| Hour::told(hour.into(), 0)).parse(input)
}

/// `EST`, `GMT`
pub(super) fn zone(input: In<'_>) -> Res<'_, i16> {
    one(|token| token.meaning(|m| if let Meaning::Zone(minutes) = m { Some(minutes) } else { None }))(input)
}

/// Whether `p.m.` is the last of what was read.
fn meridiem_last(read: In<'_>) -> bool {
    read.last().is_some_and(|last| meridiem_letters(std::slice::from_ref(last)).is_ok())
}

/// `Eastern`, where no word follows that it could belong to: `5 p.m. Eastern on Friday`
fn zone_name(input: In<'_>) -> Res<'_, i16> {
    let zone = one(|token| token.meaning(|m| if let Meaning::ZoneName(minutes) = m { Some(minutes) } else { None }));
    let (rest, minutes) = zone(input)?;
    let belongs = input.first().is_some_and(|token| token.followed) && rest.is_empty();
    if belongs { Err(nom::Err::Error(())) } else { Ok((rest, minutes)) }
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
