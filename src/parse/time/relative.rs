//! Dates counted from another: `last week`, `the next day`, `Wednesday`, `the day before yesterday`.

use nom::Parser;
use nom::branch::alt;
use nom::combinator::{map_opt, opt, verify};
use nom::sequence::preceded;

use super::expr::{Base, Count, Expr, Length, Part, Pointer, Sense, Set, TimeOfDay, YearRef};
use super::heads::Choice;
use super::number::{In, Res, hyphen, is, one, sign, small};
use super::token::Token;
use crate::calendar::{Grain, Rounding, Unit};
use crate::lexicon::time::{Meaning, Phase, Reference, Shift, Small, Turn};
use crate::timex::Modifier;

/// A date counted from another.
pub(super) fn relative(input: In<'_>) -> Res<'_, Expr> {
    RELATIVES.first(input)
}

pub(super) const RELATIVES: Choice = Choice::new(
    66,
    86,
    &[
        around_named_day,
        super::compound::weekday_after_next,
        super::compound::weekday_and_turn,
        super::nth::nth_of_turned_month,
        super::account::compared,
        named_day,
        super::compound::around_day,
        super::compound::holiday_week,
        super::compound::beside_day,
        super::compound::unit_beyond,
        super::compound::weekdays_ago,
        super::compound::day_of_turned_month,
        turned_month,
        super::account::year_ago,
        super::account::reported_period,
        day_before,
        turned_unit,
        super::account::year_under_report,
        year_end,
        the_unit,
    ],
);

/// `today`, `yesterday`, `Wednesday`, `last Monday`, `Monday of next week`, `the same day`
pub(super) fn named_day(input: In<'_>) -> Res<'_, Expr> {
    NAMED_DAYS.first(input)
}

pub(super) const NAMED_DAYS: Choice =
    Choice::new(86, 94, &[day_word, super::compound::day_of_week, turned_weekday, bare_weekday, turned_day]);

pub(super) fn step(grain: Grain, step: i32, base: Base, rule: &'static str) -> Expr {
    Expr::new(Sense::Step { grain, step, base }, rule)
}

/// `yesterday`
fn day_word(input: In<'_>) -> Res<'_, Expr> {
    let word = one(|token| token.meaning(|m| if let Meaning::Day(days) = m { Some(days) } else { None }));
    word.map(|days| step(Grain::Day, days, Base::Now, "day-word")).parse(input)
}

/// `the day before yesterday`, `the day after tomorrow`
fn around_named_day(input: In<'_>) -> Res<'_, Expr> {
    let day = is(|token| token.singular() == Some(Grain::Day));
    let way = one(|token| match token.meaning(shift) {
        Some(Shift::Before) => Some(-1),
        Some(Shift::After) => Some(1),
        _ => None,
    });
    let (rest, (_, (), way, days)) = (opt(small(Small::The)), day, way, day_word).parse(input)?;
    match days.sense {
        Sense::Step { step: days, .. } => Ok((rest, step(Grain::Day, days + way, Base::Now, "day-around-day"))),
        _ => Err(nom::Err::Error(())),
    }
}

fn shift(meaning: Meaning) -> Option<Shift> {
    if let Meaning::Shift(shift) = meaning { Some(shift) } else { None }
}

/// `Wednesday`
fn bare_weekday(input: In<'_>) -> Res<'_, Expr> {
    let day = one(Token::weekday);
    day.map(|day| Expr::new(Sense::Weekday { day, turn: None }, "weekday")).parse(input)
}

/// `last Monday`, `the previous Friday`, `this coming Sunday, March 8`
fn turned_weekday(input: In<'_>) -> Res<'_, Expr> {
    let turns = (opt(small(Small::The)), turn, opt(turn));
    let (rest, ((article, first, second), day)) = (turns, one(Token::weekday)).parse(input)?;
    if joins_clause(first, second) {
        return Err(nom::Err::Error(()));
    }
    let turn = second.unwrap_or(first);
    // "Following Friday's vote": the day has no article, so that the word is a preposition.
    if (turn, article) == (Turn::Following, None) {
        return Err(nom::Err::Error(()));
    }
    if let Ok((rest, mut expr)) = preceded(opt(sign(b',')), super::date::date).parse(rest)
        && matches!(expr.sense, Sense::Part { part: Part::Day(..), .. } | Sense::Numeric(_))
    {
        expr.weekday = Some(day);
        expr.rule = "turned-weekday-day";
        return Ok((rest, expr));
    }
    Ok((rest, Expr::new(Sense::Weekday { day, turn: Some(turn) }, "turned-weekday")))
}

/// Whether the "that" of "that last Monday", "that this week" begins a clause: what it points at is "the same" at most.
fn joins_clause(first: Turn, second: Option<Turn>) -> bool {
    first == Turn::That && second.is_some_and(|second| second != Turn::Same)
}

fn turn(input: In<'_>) -> Res<'_, Turn> {
    one(Token::turn)(input)
}

/// `last March`, `this summer`, `next spring`, `last Oct. 5`
fn turned_month(input: In<'_>) -> Res<'_, Expr> {
    let part = one(|token| {
        token.meaning(|m| match m {
            Meaning::Month(month) => Some(Part::Month(month)),
            Meaning::Season(season) => Some(Part::Season(season)),
            Meaning::Holiday(holiday) => Some(Part::Holiday(holiday)),
            _ => None,
        })
    });
    let (month, (article, first, second)) = (opt(small(Small::The)), turn, opt(turn)).parse(input)?;
    let (rest, part) = part(month)?;
    // "said that Jan Moe would go": a short form begins something else.
    if first == Turn::That && super::date::is_abbreviated(month) && super::date::abbreviation_stop(rest).is_err() {
        return Err(nom::Err::Error(()));
    }
    let turn = match first {
        Turn::This => second.unwrap_or(first),
        // "The next spring" is counted from what was told, "next spring" from now.
        Turn::Next if article.is_some() => Turn::Following,
        _ => first,
    };
    let joint = alt((hyphen, super::date::abbreviation_stop));
    if let (Part::Month(_), Ok((rest, year))) = (part, super::date::year_figures(rest)) {
        return Ok((rest, Expr::new(Sense::Part { year: YearRef::Is(year), part }, "turned-month-year")));
    }
    let part = match part {
        Part::Month(month) => match preceded(opt(joint), super::number::digits(2)).parse(rest) {
            Ok((rest, (day @ 1..=31, _))) => {
                let sense = Sense::Part { year: YearRef::Turn(turn), part: Part::Day(month, day as u8) };
                return Ok((rest, Expr::new(sense, "turned-month-day")));
            }
            _ => part,
        },
        _ => part,
    };
    Ok((rest, Expr::new(Sense::Part { year: YearRef::Turn(turn), part }, "turned-month")))
}

/// `the day before`, `the year after`, `the night before`
fn day_before(input: In<'_>) -> Res<'_, Expr> {
    let part = one(|token| token.meaning(|m| if let Meaning::Part(part) = m { Some(part) } else { None }));
    let part = part.map(|part| (Grain::Day, Some(TimeOfDay::Part(part))));
    let unit = alt((one(Token::singular).map(|grain| (grain, None)), part));
    let following = is(|token| token.means(Meaning::Turn(Turn::Following)) && !token.followed).map(|()| Shift::After);
    let way = alt((super::duration::shift, following)).map(|shift| match shift {
        Shift::Earlier | Shift::Before | Shift::Ago => -1,
        Shift::Later | Shift::After | Shift::Hence => 1,
    });
    let (rest, ((), (unit, time), way)) = (small(Small::The), unit, way).parse(input)?;
    Ok((rest, Expr { time, ..step(unit, way, Base::Text, "unit-before") }))
}

/// `night` alone, as histories have it, and `this period`, `the same time`.
pub(super) fn bare_part(input: In<'_>) -> Res<'_, Expr> {
    let part =
        one(|token| token.meaning(|m| if let Meaning::Part(part) = m { Some(TimeOfDay::Part(part)) } else { None }));
    let part = part.map(|part| Expr { time: Some(part), ..Expr::new(Sense::AnyDay, "bare-part") });
    alt((part, meanwhile)).map(|expr| Expr { casual: true, ..expr }).parse(input)
}

/// `this period`, `the same time`, `the time`
fn meanwhile(input: In<'_>) -> Res<'_, Expr> {
    let turn = || one(|token: &Token| token.turn().filter(|turn| matches!(turn, Turn::This | Turn::That | Turn::Same)));
    let noun = one(|token| match () {
        () if token.is(Small::Period) => Some(Pointer::Period),
        () if token.is(Small::Time) => Some(Pointer::Time),
        () => None,
    });
    let (rest, (article, first, second, noun)) =
        (opt(small(Small::The)), opt(turn()), opt(turn()), noun).parse(input)?;
    let same = [first, second].contains(&Some(Turn::Same));
    let pointer = if same { Pointer::Same } else { noun };
    if article.is_none() && first.is_none() {
        return Err(nom::Err::Error(()));
    }
    Ok((rest, Expr::new(Sense::Meanwhile(pointer), "meanwhile")))
}

/// `day`, `weekend`, `first day`, `the whole morning`, `a Sunday`, `Day 3`, as short messages have them.
pub(super) fn bare_noun(input: In<'_>) -> Res<'_, Expr> {
    let today = Sense::Step { grain: Grain::Day, step: 0, base: Base::Now };
    let noun = one(|token| {
        token.meaning(|m| match m {
            Meaning::Unit(Grain::Weekend) => Some(step(Grain::Weekend, 0, Base::Now, "bare-noun")),
            Meaning::Unit(grain) if grain >= Grain::Day && token.span.len() > 2 => {
                Some(Expr::new(Sense::Length(Length::of(Count::Exact(1), grain)), "bare-noun"))
            }
            Meaning::Part(part) => Some(Expr { time: Some(TimeOfDay::Part(part)), ..Expr::new(today, "bare-noun") }),
            Meaning::Parts(part) => Some(Expr::new(Sense::Set(Set::Part(part)), "bare-noun")),
            _ => None,
        })
    });
    let weekday = (one(Token::weekday), opt(super::clock::day_part));
    let weekday =
        weekday.map(|(day, time)| Expr { time, ..Expr::new(Sense::Weekday { day, turn: None }, "bare-noun") });
    let article = alt((small(Small::A), small(Small::The), small(Small::Another), small(Small::Every)));
    let lead = (opt(article), opt(super::number::ordinal), opt(small(Small::Full)));
    let (rest, (lead, expr)) = (lead, alt((noun, weekday))).parse(input)?;
    // "Day 3", but not "the day 3 men".
    let numbered = matches!(expr.sense, Sense::Length(_)) && lead == (None, None, None);
    let rest = if numbered { opt(super::number::digits(2)).parse(rest)?.0 } else { rest };
    Ok((rest, expr))
}

/// `the same day`, `the next day`
fn turned_day(input: In<'_>) -> Res<'_, Expr> {
    verify(turned_unit, |expr| matches!(expr.sense, Sense::Step { grain: Grain::Day, .. })).parse(input)
}

/// `last week`, `this year`, `the following month`, `that same day`, `the same date`, `the next year or so`
pub(super) fn turned_unit(input: In<'_>) -> Res<'_, Expr> {
    let unit = one(|token| token.singular().or_else(|| token.is(Small::Date).then_some(Grain::Day)));
    let article = opt(small(Small::The));
    let kind = alt((small(Small::Fiscal), small(Small::Trading)));
    let fiscal = (opt(kind), opt(hyphen), opt(small(Small::Full)));
    let current = one(|token| {
        token.turn().or_else(|| token.means(Meaning::Reference(Reference::Present)).then_some(Turn::Current))
    });
    let (rest, (_, first, second, _, unit)) = (article, current, opt(turn), fiscal, unit).parse(input)?;
    let demonstrative = matches!(first, Turn::That | Turn::This | Turn::Same);
    let is_date = input[..input.len() - rest.len()].last().is_some_and(|token| token.is(Small::Date));
    if is_date && ![Some(first), second].iter().any(|turn| matches!(turn, Some(Turn::That | Turn::Same))) {
        return Err(nom::Err::Error(()));
    }
    let days = unit == Grain::Day && input[..input.len() - rest.len()].iter().any(|token| token.is(Small::Trading));
    let two = second.is_some() && !(demonstrative && second != Some(Turn::Last)) || joins_clause(first, second);
    if unit < Grain::Day || days || two {
        return Err(nom::Err::Error(()));
    }
    let turn = second.unwrap_or(first);
    if (turn, unit) == (Turn::Last, Grain::Day) {
        return Err(nom::Err::Error(()));
    }
    // "The past decade" is the ten years up to now, not the eighties.
    if unit >= Grain::Decade && turn == Turn::Past {
        let length = Length::of(Count::Exact(1), unit);
        return Ok((rest, Expr::new(Sense::Window { length, turn }, "turned-unit")));
    }
    let (count, base) = match turn {
        Turn::Last | Turn::Past => (-1, Base::Now),
        Turn::Previous => (-1, Base::Text),
        Turn::Next if input.first().is_some_and(|token| token.is(Small::The)) => (1, Base::Text),
        Turn::Next | Turn::Coming => (1, Base::Now),
        Turn::Following => (1, Base::Text),
        Turn::Latest => (0, Base::Reported),
        Turn::This | Turn::Current => (0, Base::Now),
        Turn::That | Turn::Same => (0, Base::Text),
    };
    let (rest, about) = opt(verify(super::duration::rounding_after, |&after| after == Rounding::About)).parse(rest)?;
    let modifier = about.map(|_| super::clock::ABOUT);
    Ok((rest, Expr { modifier, ..step(unit, count, base, "turned-unit") }))
}

/// `year-end`, `the year's end`, `year-end 2012`, `the end of year`, `the turn of the century`, `EOY`
fn year_end(input: In<'_>) -> Res<'_, Expr> {
    let letters = one(|token| token.meaning(|m| if let Meaning::UnitEnd(grain) = m { Some(grain) } else { None }));
    let letters = preceded(opt(small(Small::The)), letters).map(|grain| (Modifier::End, grain));
    let named = (opt(small(Small::The)), small(Small::YearEnd)).map(|_| (Modifier::End, Grain::Year));
    let unit = map_opt(one(Token::singular), |grain| (grain >= Grain::Day && grain <= Grain::Year).then_some(grain));
    let age = map_opt(one(Token::singular), |grain| matches!(grain, Grain::Decade | Grain::Century).then_some(grain));
    let of_unit = preceded(opt(small(Small::The)), (phase_noun, alt((unit, preceded(small(Small::The), age)))));
    let (rest, (modifier, grain)) = alt((named, of_unit, letters)).parse(input)?;
    if let (Grain::Year, Ok((rest, year))) = (grain, super::date::year_figures(rest)) {
        return Ok((rest, Expr { modifier: Some(modifier), ..Expr::new(Sense::Unit(Unit::Year(year)), "year-end") }));
    }
    Ok((rest, Expr { modifier: Some(modifier), ..step(grain, 0, Base::Text, "year-end") }))
}

/// `the quarter`, `the week`, `the fiscal year`, `the weekend`
pub(super) fn the_unit(input: In<'_>) -> Res<'_, Expr> {
    let lead = (small(Small::The), opt(small(Small::Full)), opt(small(Small::Fiscal)), opt(hyphen));
    let unit = map_opt(one(Token::singular), |grain| (grain >= Grain::Day && grain < Grain::Decade).then_some(grain));
    preceded(lead, unit).map(|unit| step(unit, 0, Base::Text, "the-unit")).parse(input)
}

/// `early March`, `the end of 1990`, `later this year`, `mid-August`, `around Nov. 9`
pub(super) fn phased<'t>(inner: impl Fn(In<'t>) -> Res<'t, Expr>) -> impl Fn(In<'t>) -> Res<'t, Expr> {
    move |input| {
        let comparative = input.first().is_some_and(|token| {
            token.means(Meaning::Phase(Phase::Earlier)) || token.means(Meaning::Phase(Phase::Later))
        });
        let (rest, modifier) = phase(input)?;
        let (after, expr) = inner(rest)?;
        // "the late-November storm": the article is the noun's.
        let hyphened = input[..input.len() - rest.len()].last().is_some_and(|token| token.sign(b'-'));
        let article = input.first().is_some_and(|token| token.is(Small::The));
        let month = matches!(expr.sense, Sense::Part { part: Part::Month(_) | Part::Day(..), .. });
        if article && hyphened && month {
            return Err(nom::Err::Error(()));
        }
        let rest = after;
        // "earlier Friday", "later this week": the adverb is the verb's.
        let fine = matches!(
            expr.sense,
            Sense::Weekday { .. } | Sense::WeekdayOf { .. } | Sense::Step { grain: Grain::Week, .. }
        ) || expr.rule == "the-unit" && matches!(expr.sense, Sense::Step { grain: Grain::Day, .. });
        // "How about Friday night", "a way around Wednesday's ban": a weekday is not rounded.
        // So are "today" and "this week", though "sometime this week" is somewhere in it.
        let rounded = match expr.sense {
            Sense::Weekday { .. } => modifier == super::clock::ABOUT,
            Sense::Step { base: Base::Now, .. } => {
                modifier == super::clock::ABOUT && !input.first().is_some_and(|token| token.is(Small::Sometime))
            }
            _ => false,
        };
        if comparative && fine && expr.time.is_none() || rounded && !clocked(&expr) {
            return Err(nom::Err::Error(()));
        }
        Ok((rest, Expr { modifier: Some(modifier), ..expr }))
    }
}

fn clocked(expr: &Expr) -> bool {
    matches!(expr.time, Some(TimeOfDay::Clock { .. }))
}

/// `early`, `the end of`, `mid-`, `end-`, `later in`, `around`
fn phase(input: In<'_>) -> Res<'_, Modifier> {
    let joint = opt(alt((hyphen, small(Small::In), small(Small::On))));
    let noun = preceded(opt(small(Small::The)), phase_noun);
    let about = one(|token| {
        let about = token.means(Meaning::Rounding(crate::calendar::Rounding::About));
        (about || token.is(Small::Sometime)).then_some(super::clock::ABOUT)
    });
    let word = (opt(small(Small::The)), phase_word, joint).map(|(_, modifier, _)| modifier);
    let end = (is(|token| token.means(Meaning::PhaseOf(Phase::End))), hyphen).map(|_| Modifier::End);
    alt((noun, word, about, end)).parse(input)
}

/// `end of`
fn phase_noun(input: In<'_>) -> Res<'_, Modifier> {
    let noun =
        one(|token| token.meaning(|m| if let Meaning::PhaseOf(phase) = m { Some(modifier_of(phase)) } else { None }));
    (noun, small(Small::Of)).map(|(modifier, ())| modifier).parse(input)
}

/// `early`, `mid`, `late`, `mid-to-late`
pub(super) fn phase_word(input: In<'_>) -> Res<'_, Modifier> {
    let phase =
        || one(|token: &Token| token.meaning(|m| if let Meaning::Phase(phase) = m { Some(phase) } else { None }));
    let second = preceded((opt(hyphen), small(Small::To), opt(hyphen)), phase());
    let (rest, (first, second, _)) = (phase(), opt(second), opt(hyphen)).parse(input)?;
    Ok((rest, modifier_of(second.unwrap_or(first))))
}

fn modifier_of(phase: Phase) -> Modifier {
    match phase {
        Phase::Start | Phase::Earlier => Modifier::Start,
        Phase::Mid => Modifier::Mid,
        Phase::End | Phase::Later => Modifier::End,
    }
}
