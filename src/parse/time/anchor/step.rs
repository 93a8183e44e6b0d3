//! What lies so many units from the day that it is counted from: `last week`, `three years ago`, `Wednesday`.

use chrono::{Datelike, Days, NaiveDate, Weekday};

use super::super::expr::{Base, Expr, Frame, Length, Sense};
use super::super::range;
use super::super::value::reference_value;
use super::background::is_before;
use super::context::{follows, is_note};
use super::tense::{Tense, is_own_plan, promised, tense};
use super::{Anchorer, Found, Value};
use crate::Span;
use crate::calendar::{Date, Grain, Holiday, Unit};
use crate::document::Genre;
use crate::lexicon::time::{Reference, Shift, Turn};
use crate::timex::Anchor;

/// A day of which nothing is known.
fn unknown_day() -> Value {
    Value::text("XXXX-XX-XX")
}

/// The nearest such weekday that lies at least so many days before `day`.
fn last_on(weekday: Weekday, day: NaiveDate, least: u64) -> Option<NaiveDate> {
    let distance = u64::from(day.weekday().days_since(weekday));
    day.checked_sub_days(Days::new(if distance < least { distance + 7 } else { distance }))
}

/// The nearest such weekday that lies at least so many days after `day`.
fn first_on(weekday: Weekday, day: NaiveDate, least: u64) -> Option<NaiveDate> {
    let distance = u64::from(weekday.days_since(day.weekday()));
    day.checked_add_days(Days::new(if distance < least { distance + 7 } else { distance }))
}

impl Anchorer<'_> {
    /// `last week`, `the next day`
    pub(super) fn step(&self, grain: Grain, step: i32, base: Base) -> Value {
        let unknown = || Value::text(unknown(grain));
        if grain == Grain::Quarter && step == 0 && base != Base::Now {
            // "The latest quarter" is over, whatever later one was told.
            let over = if base == Base::Reported { self.last_quarter_over() } else { None };
            let reported = self.reported_quarter().map(|told| over.map_or(told, |over| told.min(over)));
            let Some((year, quarter)) = reported else { return unknown() };
            return Value::anchored(Unit::Quarter(year, quarter), self.now().map(|(_, anchor)| anchor));
        }
        let base = if grain == Grain::Weekend { Base::Now } else { base };
        // "In March a report appeared; the next day he left": what of an earlier month was told to the day is past.
        if let Some(told) = self.month_since().filter(|_| base == Base::Text && grain == Grain::Day) {
            return Value::anchored(told.unit, Some(Anchor::Text(told.unit.into(), told.span)));
        }
        let Some((day, anchor)) = self.base(base, grain) else { return unknown() };
        // On weekdays "the weekend" is the one just past.
        let past = grain == Grain::Weekend
            && step == 0
            && self.genre == Genre::News
            && day.weekday().num_days_from_monday() < 4;
        let Some(day) = grain.shift(day, step - i32::from(past)) else { return unknown() };
        around(day, grain, Some(anchor))
    }

    /// Whether the day told last was of what had been before, and the text has gone on from there: "Moe was dismissed on
    /// Monday. He had been appointed on 3 May 1931. Lie was named the same day."
    pub(super) fn is_aside(&self, span: Span) -> bool {
        let Some((day, fore)) = self.day.zip(self.fore) else { return false };
        let between = &self.text[day.span.end.min(span.start)..span.start];
        let goes_on = between.contains(". ") || between.contains('\n');
        fore.span.start < day.span.start && goes_on && !is_before(self.text, span)
    }

    /// `the same day`, from the last day that was of the text's own time.
    pub(super) fn step_on(&self, step: i32) -> Value {
        let told = self.fore.and_then(|fore| Some((Grain::Day.shift(fore.unit.first_day()?, step)?, fore)));
        told.map_or_else(
            || Value::text(unknown(Grain::Day)),
            |(day, fore)| around(day, Grain::Day, Some(Anchor::Text(fore.unit.into(), fore.span))),
        )
    }

    /// `Wednesday of next week`
    pub(super) fn weekday_of(&self, weekday: Weekday, step: i32, base: Base) -> Value {
        let unknown = || Value::text(format_args!("XXXX-WXX-{}", weekday.number_from_monday()));
        let Some((day, anchor)) = self.base(base, Grain::Week) else { return unknown() };
        let on_the_day = Grain::Week.shift(day, step).and_then(|day| {
            let week = day.iso_week();
            NaiveDate::from_isoywd_opt(week.year(), week.week(), weekday)
        });
        on_the_day.map_or_else(unknown, |day| Value::anchored(Unit::Day(day), Some(anchor)))
    }

    /// `three years ago`, `five days later`
    pub(super) fn offset(&self, length: Length, shift: Shift, span: Span) -> Value {
        let sign = if matches!(shift, Shift::Ago | Shift::Earlier | Shift::Before) { -1 } else { 1 };
        let grain = length.first.grain;
        let vague = Value::text(reference_value(if sign < 0 { Reference::Past } else { Reference::Future }));
        let base = if matches!(shift, Shift::Ago | Shift::Hence) { Base::Now } else { Base::Text };
        if let Some(value) = self.after_age(length, shift, span) {
            return value;
        }
        let Some((day, anchor)) = self.base(base, grain) else { return vague };
        if let (Some(told), Some(1), Grain::Year, -1) = (self.compared(span), length.exact(), grain, sign)
            && !self.of_months(span)
        {
            return self.quarter_before(told.unit, 1, anchor);
        }
        if let (Some(1), Grain::Decade) = (length.exact(), grain) {
            let at = grain.shift(day, sign);
            return at.map_or(vague, |at| Value::anchored(Grain::Year.around(at), Some(anchor)));
        }
        let finest = length.told_to();
        let Some(at) = length.away_from(day, sign).filter(|_| finest >= Grain::Day) else { return vague };
        // "Head until 2005 … handed over thirty-four years later": what is told as done is counted from another date. Beside
        // a date, "three weeks later" is held against what it is counted from.
        if sign > 0
            && grain >= Grain::Year
            && matches!(anchor, Anchor::Text(..))
            && self.is_to_come(at)
            && !self.looks_ahead(span)
        {
            return vague;
        }
        // "Elected in March and sworn in three weeks later": some time in the weeks from one end of March to the other.
        let coarse = matches!(anchor, Anchor::Text(date, _) if finest <= Grain::Week && date.as_day().is_none());
        if coarse && sign > 0 {
            return vague;
        }
        Value::anchored(finest.around(at), Some(anchor))
    }

    /// Whether a day lies after the publication, where that is known to the day.
    fn is_to_come(&self, day: NaiveDate) -> bool {
        self.day_of_publication().is_some_and(|(published, _)| day > published)
    }

    fn looks_ahead(&self, span: Span) -> bool {
        tense(self.text, span) == Some(Tense::Future)
    }

    /// `Wednesday`, `last Friday`
    pub(super) fn weekday(&self, weekday: Weekday, turn: Option<Turn>, span: Span) -> Value {
        if let Some(told) =
            self.day.filter(|told| turn.is_none() && self.text.get(told.span.end..span.start) == Some(", a "))
        {
            // "On 11 May 1932, a Wednesday": which day it was, whether or not that is right.
            return Value::anchored(told.unit, Some(Anchor::Text(told.unit.into(), told.span)));
        }
        // "It runs from Friday to Sunday": the one after it, but where the Sunday of a past has to be over.
        if turn.is_none()
            && let Some((day, anchor)) = self.day_run_from(span)
            && let Some(end) = first_on(weekday, day, 1)
            && (!self.is_to_come(end) || tense(self.text, span) != Some(Tense::Past))
        {
            return Value::anchored(Unit::Day(end), Some(anchor));
        }
        if let Some((day, anchor)) = self.day_of_line(span).filter(|_| turn.is_none()) {
            let near = first_on(weekday, day.checked_sub_days(Days::new(3)).unwrap_or(day), 0);
            return near.map_or_else(unknown_day, |day| Value::anchored(Unit::Day(day), Some(anchor)));
        }
        // "He resigned on June 21. I told her on the Monday": one near that day, before it or after.
        if turn.is_none() && self.is_near_told(span) {
            return Value::text(format_args!("XXXX-WXX-{}", weekday.number_from_monday()));
        }
        // A history's Friday is the one after the day that it is at, unless it speaks of its writer's days.
        let of_history = turn.is_none()
            && self.genre == Genre::Narrative
            && !self.tells_of_no_other_day()
            && !self.of_its_writing(span);
        let base = match (turn, self.genre) {
            (Some(Turn::Previous | Turn::Following | Turn::Same | Turn::That), _) => self.told(Grain::Day),
            (None, Genre::Narrative) if self.tells_of_no_other_day() => self.day_of_publication(),
            _ if of_history => self.told(Grain::Day).or_else(|| self.told(Grain::Year)),
            _ => None,
        };
        let Some((day, anchor)) = base.or_else(|| self.now()) else {
            return Value::text(format_args!("XXXX-WXX-{}", weekday.number_from_monday()));
        };
        let back = |least: u64| last_on(weekday, day, least);
        let forth = |least: u64| first_on(weekday, day, least);
        let note = is_note(self.text);
        let next_week = || {
            let week = Grain::Week.shift(day, 1)?.iso_week();
            NaiveDate::from_isoywd_opt(week.year(), week.week(), weekday)
        };
        let found = match turn {
            // Who writes to a friend counts by weeks: "next Friday" is not that of this week.
            Some(Turn::Next | Turn::Following) if note => next_week(),
            Some(Turn::Last | Turn::Past | Turn::Previous | Turn::Latest) => back(1),
            Some(Turn::Next | Turn::Coming | Turn::Following) => forth(1),
            Some(Turn::This | Turn::Current) => forth(0),
            Some(Turn::That | Turn::Same) => back(0),
            None if of_history => forth(0),
            None => match tense(self.text, span) {
                Some(Tense::Future) if !self.known_event(span) => forth(0),
                None if note => forth(0),
                _ if is_own_plan(self.text, span) => forth(0),
                _ => back(0),
            },
        };
        // A history that went ahead of its writing comes back to it: "will be held on September 8. He left on Sunday."
        if let (Genre::Narrative, None, Some(found), Some((day, anchor))) =
            (self.genre, turn, found, self.day_of_publication())
            && self.is_to_come(found)
            && tense(self.text, span) == Some(Tense::Past)
        {
            let before = last_on(weekday, day, 0);
            return before.map_or_else(unknown_day, |day| Value::anchored(Unit::Day(day), Some(anchor)));
        }
        found.map_or_else(unknown_day, |day| Value::anchored(Unit::Day(day), Some(anchor)))
    }

    /// Whether `the Monday` at `span` is one that the text told the days of, and not that of "the Monday meeting".
    fn is_near_told(&self, span: Span) -> bool {
        let told = self.day.is_some_and(|told| told.unit.first_day() != self.now);
        let alone = self.text.get(span.end..).is_none_or(|rest| !rest.starts_with(' '));
        self.genre == Genre::News
            && told
            && alone
            && span.of(self.text).starts_with("the ")
            && follows(self.text, span, &["on"])
    }

    /// `Thursday` in `she stayed from Thursday to Saturday`, told on a Friday: that of the week before, for what is told as
    /// done is over.
    pub(super) fn over(&self, value: &Value, expr: &Expr, span: Span, next: &Found) -> Option<Value> {
        let weekday = |expr: &Expr| if let Sense::Weekday { day, turn: None } = expr.sense { Some(day) } else { None };
        let (first, last) = (weekday(expr)?, weekday(&next.expr)?);
        let runs = first != last && range::joined(self.text, span, next.span);
        let day = value.unit?.first_day().filter(|_| runs)?;
        let ends_ahead = self.is_to_come(first_on(last, day, 1)?) && !self.is_to_come(day);
        let before = day.checked_sub_days(Days::new(7)).filter(|_| ends_ahead)?;
        (tense(self.text, span) == Some(Tense::Past)).then(|| Value::anchored(Unit::Day(before), value.anchor))
    }

    /// Whether a narrative tells what stands at `span` of the days of its writing: it has told no other yet, or it speaks
    /// of them, and the last day that it told is not near.
    pub(super) fn of_its_writing(&self, span: Span) -> bool {
        let beside = self.day.is_some_and(|told| span.start.saturating_sub(told.span.end) <= NEAR);
        // What the sentence promises takes longest to see.
        self.of_this_age && (self.opens_with_news() || self.of_these_days && !beside || promised(self.text, span))
    }

    /// Whether a narrative told no day yet but that of publication, so that its weekdays, unlike its months, have no other to
    /// be counted from.
    fn tells_of_no_other_day(&self) -> bool {
        self.now.is_some() && self.day.is_none_or(|told| told.unit.first_day() == self.now)
    }

    /// Whether nothing was told yet but, above the text, the day of publication: so begins an obituary, whatever it
    /// goes on to tell.
    fn opens_with_news(&self) -> bool {
        self.now.is_some() && self.year.is_none_or(|told| told.unit.first_day() == self.now)
    }

    /// `Monday's vote`: one that readers know of, unless something is to come at it, ahead of it or after it.
    fn known_event(&self, span: Span) -> bool {
        let rest = self.text.get(span.end..).unwrap_or_default();
        let to_come = || follows(self.text, span, &["ahead of", "following", "after", "before", "in", "at", "during"]);
        (rest.starts_with("'s") || rest.starts_with("’s")) && !to_come()
    }

    /// `the 5th`, `Friday the 13th`: of the month that is told, or the nearest where it falls on the weekday.
    pub(super) fn day_of_month(&self, day: u8, weekday: Option<Weekday>, span: Span) -> Value {
        let base = self.told(Grain::Month).or_else(|| self.now());
        let note = is_note(self.text);
        let tense = if weekday.is_some() || note { tense(self.text, span) } else { None };
        let tense = tense.or(note.then_some(Tense::Future));
        let found = base.and_then(|(at, anchor)| {
            // What was told may be a whole month.
            let last = self.month.and_then(|told| told.unit.last_day()).unwrap_or(at).max(at);
            let months = (0..=12).flat_map(|months| [-months, months]);
            let mut days =
                months.filter_map(|months| Grain::Month.shift(at.with_day(1)?, months)?.with_day(day.into()));
            let found = days.find(|&day| {
                let there = match tense {
                    Some(Tense::Past) => day <= last,
                    Some(Tense::Future) => day >= at,
                    None => true,
                };
                there && weekday.is_none_or(|weekday| day.weekday() == weekday)
            })?;
            Some(Value::anchored(Unit::Day(found), Some(anchor)))
        });
        found.unwrap_or_else(|| Value::text(format_args!("XXXX-XX-{day:02}")))
    }
}

/// A day told so many bytes before is the one that a narrative is at.
const NEAR: usize = 240;

/// The unit that the day is in.
fn around(day: NaiveDate, grain: Grain, anchor: Option<Anchor>) -> Value {
    let mut value = Value::anchored(grain.around(day), anchor);
    if grain == Grain::Weekend {
        value.text.push_str("-WE");
        value.date = Some(Date::weekend_of(day));
    }
    value
}

/// What a date of this value tells of: `the week of March 6`, `two days after Christmas`
pub(super) fn framed(value: Value, frame: Frame) -> Value {
    let Some(day) = value.unit.and_then(Unit::first_day) else { return Value::text(unknown(frame.grain())) };
    match frame {
        Frame::Around(grain) => {
            // The weekend of a Monday is the one before.
            let before = grain == Grain::Weekend && day.weekday().num_days_from_monday() < 2;
            let day = if before { day - Days::new(7) } else { day };
            around(day, grain, value.anchor)
        }
        Frame::Nth { weekday, nth } => {
            let month = day.month() as u8;
            let found = Holiday::Nth { month, weekday, nth, after: 0 }.in_year(day.year());
            found.map_or_else(|| Value::text(unknown(Grain::Day)), |day| around(day, Grain::Day, value.anchor))
        }
        Frame::Beside { length, sign, grain } => {
            let there = length.away_from(day, sign);
            there.map_or_else(|| Value::text(unknown(grain)), |day| around(day, grain, value.anchor))
        }
    }
}

/// The value of a unit of which nothing is known.
pub(super) fn unknown(grain: Grain) -> &'static str {
    match grain {
        Grain::Second | Grain::Minute | Grain::Hour | Grain::Day => "XXXX-XX-XX",
        Grain::Weekend => "XXXX-WXX-WE",
        Grain::Week | Grain::Fortnight => "XXXX-WXX",
        Grain::Month => "XXXX-XX",
        Grain::Quarter => "XXXX-QX",
        _ => "XXXX",
    }
}
