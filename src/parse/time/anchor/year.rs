//! Parts of a year: which year they are of.

use chrono::{Datelike, NaiveDate, Weekday};

use super::super::expr::{Part, YearRef};
use super::context::{follows, is_note};
use super::dateline::is_dateline;
use super::tense::{Tense, changes, done, promised, tense};
use super::{Anchorer, Told, Value};
use crate::Span;
use crate::calendar::{Date, Grain, Half, Holiday, Unit};
use crate::document::Genre;
use crate::lexicon::time::Turn;
use crate::timex::{Anchor, Reading};

impl Anchorer<'_> {
    /// `March`, `June last year`, `the third quarter`
    pub(super) fn part(&self, year: YearRef, part: Part, weekday: Option<Weekday>, span: Span) -> Value {
        let part = self.reported(part, span);
        match year {
            YearRef::Is(year) => whole(year, part),
            YearRef::Short(short) => whole(self.full_year(short), part),
            YearRef::Turn(turn) => self.turned(turn, part, false),
            YearRef::YearTurn(turn) => self.turned(turn, part, true),
            YearRef::Away(years) => match self.now() {
                Some((day, anchor)) => Value { anchor: Some(anchor), ..whole(day.year().saturating_add(years), part) },
                None => no_year(part),
            },
            YearRef::Unstated => self.unstated(part, weekday, span),
        }
    }

    /// `last March`; where the turn is the year's, `March last year`, `August of that year`.
    fn turned(&self, turn: Turn, part: Part, of_year: bool) -> Value {
        let base = if turn.is_of_text() { self.told(Grain::Year) } else { None };
        let Some((day, anchor)) = base.or_else(|| self.now()) else { return no_year(part) };
        let year = day.year();
        // After a year alone "the following May" is that of the next.
        let of_year = of_year || turn.is_of_text() && self.year.is_none_or(|told| told.unit.grain() == Grain::Year);
        let year = match turn {
            Turn::Last | Turn::Past | Turn::Latest | Turn::Previous if !of_year => latest(day, part, 1),
            Turn::Next | Turn::Coming | Turn::Following if !of_year => soonest(day, part, 1),
            Turn::Last | Turn::Past | Turn::Previous => year - 1,
            Turn::Next | Turn::Coming | Turn::Following => year + 1,
            Turn::This | Turn::Current | Turn::Latest | Turn::That | Turn::Same => year,
        };
        Value { anchor: Some(anchor), ..whole(year, part) }
    }

    /// A part of no stated year: of the year that publication and tense or the text's own date tell, unless a weekday
    /// beside it fits a neighbouring year only. News of these weeks with a wrong weekday is no news of another year.
    fn unstated(&self, part: Part, weekday: Option<Weekday>, span: Span) -> Value {
        let Some((year, anchor)) = self.likely_year(part, span) else { return no_year(part) };
        let first_day = |year: i32| unit(year, part).and_then(Unit::first_day);
        let fits =
            |&year: &i32| first_day(year).is_some_and(|day| weekday.is_none_or(|weekday| day.weekday() == weekday));
        // A leap day may be of a year further off.
        let exists = || [year - 2, year + 2].into_iter().find(|&near| first_day(year).is_none() && fits(&near));
        // A wrong weekday does not put what is told as done behind the article that tells it.
        let told = |&other: &i32| {
            let ahead =
                weekday.is_some() && other > year && self.now.zip(first_day(other)).is_some_and(|(now, day)| day > now);
            !ahead || tense(self.text, span) != Some(Tense::Past)
        };
        let near = [year, year - 1, year + 1];
        let fitting = || near.into_iter().find(|year| fits(year) && told(year)).or_else(exists);
        let year = if self.is_of_these_weeks(first_day(year)) { year } else { fitting().unwrap_or(year) };
        if unit(year, part).is_none() {
            return no_year(part);
        }
        let mut value = Value { anchor, ..whole(year, part) };
        if let Some(date) = value.date {
            let other = |year: i32, because: &'static str| {
                date_of(year, part).map(|date| Reading { date, cost: 1, because: because.into() })
            };
            value.readings.reserve_exact(3);
            value.readings.push(Reading { date, cost: 0, because: "nearest year".into() });
            value.readings.extend(other(year - 1, "the year before"));
            value.readings.extend(other(year + 1, "the year after"));
        }
        value
    }

    /// Whether news tells of a day so near to its publication that only its weekday can be wrong.
    fn is_of_these_weeks(&self, day: Option<NaiveDate>) -> bool {
        let distance = day.zip(self.now).map(|(day, now)| (day - now).num_days().abs());
        self.genre == Genre::News && distance.is_some_and(|days| days <= THESE_WEEKS)
    }

    /// Whether the month at `span` is the one that its sentence has told with its year.
    fn repeats(&self, told: &Told, part: Part, span: Span) -> bool {
        let Part::Month(month) = part else { return false };
        told.unit == Unit::Month(told.unit.year().unwrap_or_default(), month)
            && told.span.of(self.text).contains(|c: char| c.is_ascii_digit())
            && self.one_sentence(told.span, span)
    }

    fn likely_year(&self, part: Part, span: Span) -> Option<(i32, Option<Anchor>)> {
        // "In May 1932 he was tried, and in May he was sentenced": the same one.
        if let Some(told) = self.month.filter(|told| self.repeats(told, part, span)) {
            return Some((told.unit.year()?, Some(Anchor::Text(told.unit.into(), told.span))));
        }
        if let Some((day, anchor)) = self.had_since(span) {
            return Some((latest(day, part, 0), Some(anchor)));
        }
        if let Some((day, anchor)) = self.beside(span) {
            return Some((nearest(day, part), Some(anchor)));
        }
        if matches!(part, Part::Day(..)) && is_dateline(self.text, span) {
            return self.now.map(|now| (nearest(now, part), self.published.map(Anchor::Published)));
        }
        if let Some((year, anchor)) = self.headed_year().or_else(|| self.closed_year(part, span)) {
            return Some((year, Some(anchor)));
        }
        if self.of_unknown_year {
            return None;
        }
        let published = self.published.map(Anchor::Published);
        if let (Genre::News, Some(now)) = (self.genre, self.now) {
            if let Some((day, anchor)) = self.run_from(span) {
                return Some((soonest(day, part, 0), Some(anchor)));
            }
            let year = match part {
                _ if is_note(self.text) && tense(self.text, span).is_none() => soonest(now, part, 0),
                Part::Day(..) | Part::Holiday(_) => {
                    let year = nearest(now, part);
                    let ahead = unit(year, part).and_then(Unit::first_day).map_or(0, |day| (day - now).num_days());
                    let past = ahead > FAR_AHEAD && tense(self.text, span) == Some(Tense::Past);
                    let to_come = ahead < -FAR_AHEAD && changes(self.text, span);
                    year - i32::from(past) + i32::from(to_come)
                }
                Part::Month(_) if self.up_to(span) || is_traded(self.text, span) => soonest(now, part, 0),
                Part::Month(_) if soon(now, part) && !self.opens_past(span) && !done(self.text, span) => {
                    nearest(now, part)
                }
                _ => match tense(self.text, span) {
                    Some(Tense::Past) => latest(now, part, 0),
                    Some(Tense::Future) if !matches!(part, Part::Quarter(_)) => soonest(now, part, 0),
                    None if matches!(part, Part::Month(_)) => latest(now, part, 0),
                    _ => nearest(now, part),
                },
            };
            return Some((year, published));
        }
        // What a history says will be lies ahead of its writer, not of what it told last.
        if let Some(now) = self.now.filter(|_| promised(self.text, span)) {
            return Some((soonest(now, part, 0), published));
        }
        // "on 30 May", told in June by a text of these days.
        if let Some(now) = self.now.filter(|_| matches!(part, Part::Day(..)) && self.of_its_writing(span)) {
            let year = nearest(now, part);
            let day = unit(year, part).and_then(Unit::first_day);
            if day.is_some_and(|day| (0..=THESE_WEEKS).contains(&(now - day).num_days())) {
                return Some((year, published));
            }
        }
        match self.told(Grain::Year) {
            // "She will leave on Jan. 5, 1924. The firm announced on July 25 that he would go": before she leaves.
            Some((day, anchor)) if self.is_before_the_plan(span) => Some((latest(day, part, 0), Some(anchor))),
            Some((day, anchor)) => {
                let narrated = self.narrated_year(day, anchor, part);
                Some(self.no_later(narrated, part, span))
            }
            // What is to come once the text is out is of no year that it tells.
            None if self.appeared_later && promised(self.text, span) => None,
            None => self.default_year.map(|year| (year, published)),
        }
    }

    /// `by March`, `until March`; but `fell through March` and `went on until March` tell of the past.
    fn up_to(&self, span: Span) -> bool {
        follows(self.text, span, &["by"])
            || follows(self.text, span, &["through", "until", "till"]) && tense(self.text, span) != Some(Tense::Past)
    }

    /// `In January she left.`
    fn opens_past(&self, span: Span) -> bool {
        opens_sentence(self.text, span) && tense(self.text, span) == Some(Tense::Past)
    }

    /// Whether the expression tells what was done and the date told last what is to come.
    fn is_before_the_plan(&self, span: Span) -> bool {
        let planned = self.year.is_some_and(|told| promised(self.text, told.span));
        planned && tense(self.text, span) == Some(Tense::Past)
    }

    /// The year of a part that a history tells after `told`.
    fn narrated_year(&self, told: NaiveDate, anchor: Anchor, part: Part) -> (i32, Option<Anchor>) {
        let Some((day, day_anchor)) = self.told(Grain::Month) else { return (told.year(), Some(anchor)) };
        let (told, anchor) = if self.year_in_passing() { (day, day_anchor) } else { (told, anchor) };
        // After "December 1941" a "March" is the next.
        let begins = unit(told.year(), part).and_then(Unit::first_day).map_or(told.month(), |first| first.month());
        let next = told == day
            && matches!(part, Part::Season(_) | Part::Month(_) | Part::Day(..))
            && told.month() >= begins + NEXT;
        (told.year() + i32::from(next), Some(anchor))
    }

    /// A year that history comes to, unless what its text tells as done would lie ahead of its writer: then the last before
    /// publication.
    fn no_later(&self, (year, anchor): (i32, Option<Anchor>), part: Part, span: Span) -> (i32, Option<Anchor>) {
        let first_day = unit(year, part).and_then(Unit::first_day);
        match self.now.filter(|_| self.of_this_age).zip(first_day) {
            Some((now, day)) if day > now && tense(self.text, span) == Some(Tense::Past) => {
                (latest(now, part, 0), self.published.map(Anchor::Published))
            }
            _ => (year, anchor),
        }
    }

    /// Whether the last told is a year alone that does not open its sentence: "the plan was for victory in 1976".
    fn year_in_passing(&self) -> bool {
        let alone = self.year.filter(|told| told.unit.grain() == Grain::Year);
        alone.is_some_and(|told| !opens_sentence(self.text, told.span))
    }
}

/// `the May contract`, `May delivery`: months that are traded in are to come.
fn is_traded(text: &str, span: Span) -> bool {
    let rest = text.get(span.end..).and_then(|rest| rest.strip_prefix(' ')).unwrap_or_default();
    ["contract", "delivery", "futures"].iter().any(|word| rest.starts_with(word))
}

/// A month that would lie so many months back is that of the next year.
const NEXT: u32 = 8;

/// So far in, in bytes, a date still opens its sentence: "By the end of 1975".
const OPENING: usize = 16;

/// Whether the expression stands at the head of its sentence, or of a line.
fn opens_sentence(text: &str, span: Span) -> bool {
    let start = span.start.saturating_sub(OPENING);
    let before = text.as_bytes().get(start..span.start).unwrap_or_default();
    start == 0 || before.iter().any(|byte| b".!?\n".contains(byte))
}

/// A day no further from publication than this is of its year.
const THESE_WEEKS: i64 = 31;

/// A day so many days ahead is not told in the past tense.
const FAR_AHEAD: i64 = 60;

/// A month that begins within so many days is meant itself, in whatever tense: the one of last year is "last January".
const SOON: i64 = 70;

/// Whether the part begins within [`SOON`] days after `day`.
fn soon(day: NaiveDate, part: Part) -> bool {
    let first = unit(nearest(day, part), part).and_then(Unit::first_day);
    first.is_some_and(|first| (1..=SOON).contains(&(first - day).num_days()))
}

/// The year in which such a part lies nearest to `day`.
fn nearest(day: NaiveDate, part: Part) -> i32 {
    let distance = |year: &i32| {
        let first = unit(*year, part).and_then(Unit::first_day);
        first.map_or((i64::MAX, false), |first| ((first - day).num_days().abs(), first > day))
    };
    let year = day.year();
    [year, year - 1, year + 1].into_iter().min_by_key(distance).unwrap_or(year)
}

/// The year of the latest such part that begins no later than `day`; `least` 1 leaves out the one that `day` is in.
fn latest(day: NaiveDate, part: Part, least: i32) -> i32 {
    let year = day.year();
    let begun = unit(year, part).and_then(Unit::first_day).is_some_and(|first| first <= day);
    let running = unit(year, part).and_then(Unit::last_day).is_some_and(|last| last >= day);
    if begun && !(running && least > 0) { year } else { year - 1 }
}

/// The year of the soonest such part that ends no earlier than `day`.
fn soonest(day: NaiveDate, part: Part, least: i32) -> i32 {
    let year = day.year();
    let ahead = unit(year, part).and_then(Unit::last_day).is_some_and(|last| last >= day);
    let running = unit(year, part).and_then(Unit::first_day).is_some_and(|first| first <= day);
    if ahead && !(running && least > 0) { year } else { year + 1 }
}

/// The part of a known year.
pub(in crate::parse::time) fn unit(year: i32, part: Part) -> Option<Unit> {
    Some(match part {
        Part::Whole | Part::ReportedQuarter | Part::ReportedPeriod => Unit::Year(year),
        Part::Half(half) => Unit::Half(year, half),
        Part::Quarter(quarter) => Unit::Quarter(year, quarter),
        Part::Season(season) => Unit::Season(year, season),
        Part::Month(month) => Unit::Month(year, month),
        Part::Day(month, day) => Unit::Day(NaiveDate::from_ymd_opt(year, month.into(), day.into())?),
        Part::Holiday(holiday) => Unit::Day(holiday.in_year(year)?),
    })
}

/// The value of the part, or of its month where that has no such day: `30 February 2023`. Of a holiday on nobody knows
/// which day the year is known.
fn whole(year: i32, part: Part) -> Value {
    if part == Part::Holiday(Holiday::Unknown) {
        return Value { date: Some(Unit::Year(year).into()), ..Value::text(format_args!("{year:04}-XX-XX")) };
    }
    let month = || if let Part::Day(month, _) = part { Some(Unit::Month(year, month)) } else { None };
    unit(year, part).or_else(month).map_or_else(|| no_year(part), Value::unit)
}

/// The same, as a date alone.
fn date_of(year: i32, part: Part) -> Option<Date> {
    unit(year, part).map_or_else(|| no_year(part).date, |unit| Some(unit.into()))
}

/// The part of a year that is not known.
pub(super) fn no_year(part: Part) -> Value {
    let unit = match part {
        Part::Month(month) => Unit::MonthOfYear(month),
        Part::Day(month, day) => Unit::DayOfYear(month, day),
        Part::Quarter(_) => return Value::text("XXXX-QX"),
        Part::Half(Half::H1) => return Value::text("XXXX-H1"),
        Part::Half(Half::H2) => return Value::text("XXXX-H2"),
        Part::Season(season) => return Value::text(format_args!("XXXX-{}", crate::calendar::season_text(season))),
        Part::Holiday(Holiday::Fixed(month, day)) => Unit::DayOfYear(month, day),
        Part::Holiday(Holiday::Unknown) => return Value::text(""),
        Part::Holiday(_) => return Value::text("XXXX-XX-XX"),
        Part::ReportedQuarter => return Value::text("XXXX-QX"),
        Part::Whole | Part::ReportedPeriod => return Value::text("XXXX"),
    };
    Value { unit: None, date: Some(Date::from(unit)), ..Value::unit(unit) }
}
