//! Works out the dates: goes through the expressions in text order, with the publication date and the date that the
//! text is at.
//!
//! In news, what is incomplete is counted from the publication date, on the side that the tense of the nearest verb
//! tells. In a history it is counted from the text's own last date; but where one comes near to its publication, its
//! "last week" and "tomorrow" are those of its writer.

mod age;
mod background;
mod beside;
mod closing;
mod context;
mod dateline;
mod genre;
mod heading;
mod night;
mod nth;
mod numeric;
mod quarter;
mod step;
mod tense;
mod year;

use std::fmt::{self, Write as _};

use chrono::{Datelike, NaiveDate};

use self::background::{Ground, ground, is_before, is_birth};
pub(crate) use self::heading::alone;
use self::step::unknown;
pub(super) use self::tense::tense;
pub(crate) use self::tense::{Tense, opens_past};
pub(super) use self::year::unit as unit_of_year;
use super::expr::{Base, Expr, Figures, Length, Part, Pointer, Sense, TimeOfDay, YearRef};
use super::value::{LengthValue, SetValue, TimeValue, modifier, reference_value};
use super::{Found, range};
use crate::Span;
use crate::calendar::{Date, Grain, Point, Timex3, Unit};
use crate::document::{Document, Genre};
use crate::lexicon::time::{Reference, Shift};
use crate::timex::{Anchor, Modifier, Reading, Timex, TimexClass};

/// Gives each expression its value.
pub(super) fn anchor(document: &Document, found: &[Found]) -> Vec<Timex> {
    let mut text = Anchorer::new(document, found);
    let news = text.genre == Genre::News && document.text.len() > super::MESSAGE;
    let mut told = found.iter().filter(|one| !(news && one.expr.casual)).peekable();
    let mut timexes = Vec::with_capacity(found.len());
    while let Some(one) = told.next() {
        timexes.push(text.timex(one, told.peek().copied()));
    }
    range::link(&document.text, &mut timexes);
    timexes
}

/// The date that the text is at, told so far.
#[derive(Clone, Copy)]
struct Told {
    unit: Unit,
    span: Span,
}

struct Anchorer<'d> {
    text: &'d str,
    genre: Genre,
    /// The day of publication; the last that it can be where that is between two days.
    now: Option<NaiveDate>,
    /// The first day that it can be, where that is another.
    or_from: Option<NaiveDate>,
    published: Option<Date>,
    /// Whether a narrative is of the age that it was published in, and whether it speaks of those very days.
    of_this_age: bool,
    of_these_days: bool,
    /// Whether all that is known of the publication is that it was after the dates in the text.
    appeared_later: bool,
    /// Whether a report gives its day without a year, which nothing that it looks back on tells.
    of_unknown_year: bool,
    /// The year that an incomplete date falls back on where nothing was told yet.
    default_year: Option<i32>,
    /// Whether a date in the text shows that its slashes put the day first: `25/3/2019`; or the month.
    day_first: Option<bool>,
    /// The first quarter that was told, and the last.
    main_quarter: Option<Told>,
    quarter: Option<Told>,
    /// The last count of months that was told: `the nine months`.
    months: Option<Span>,
    /// The last told of a day or finer, of a month or finer, of a year or finer.
    day: Option<Told>,
    month: Option<Told>,
    year: Option<Told>,
    /// The last day that was told of the text's own time, not of what had been before it.
    fore: Option<Told>,
    /// The latest year that was told, in whatever order.
    latest: Option<Told>,
    /// The birth that was told last.
    birth: Option<Told>,
    /// The last time of an evening that was told.
    evening: Option<Told>,
    heading: Option<heading::Heading>,
}

/// What an expression comes to.
struct Value {
    unit: Option<Unit>,
    date: Option<Date>,
    text: String,
    anchor: Option<Anchor>,
    readings: Vec<Reading>,
}

impl Value {
    fn text(value: impl fmt::Display) -> Value {
        // Few values are longer, so that their room is made once.
        let mut text = String::with_capacity(16);
        // Memory takes any text.
        let _ = write!(text, "{value}");
        Value { unit: None, date: None, text, anchor: None, readings: Vec::new() }
    }

    fn unit(unit: Unit) -> Value {
        let text = Timex3(unit).text();
        Value { unit: Some(unit), date: Some(unit.into()), text, anchor: None, readings: Vec::new() }
    }

    fn anchored(unit: Unit, anchor: Option<Anchor>) -> Value {
        Value { anchor, ..Value::unit(unit) }
    }
}

impl<'d> Anchorer<'d> {
    fn new(document: &'d Document, found: &[Found]) -> Anchorer<'d> {
        let published = document.published.as_ref().map(|published| published.date);
        let bounds = published.map(Date::bounds).unwrap_or_default();
        let published_year = bounds.latest.or(bounds.earliest).map(|at| at.year());
        let mut years = found.iter().filter_map(|one| {
            let year = match one.expr.sense {
                Sense::Unit(unit) => unit.year(),
                Sense::Part { year: YearRef::Is(year), .. }
                | Sense::Numeric(Figures { year: YearRef::Is(year), .. }) => Some(year),
                _ => None,
            };
            year.filter(|_| ground(&document.text, one) != Ground::Back)
        });
        let first_year = years.next();
        // What is known to have appeared after some date of its own is of that year only where it goes on from there.
        let known_year =
            |&year: &i32| bounds.latest.is_some() || first_year == Some(year) || years.any(|other| other == year);
        let default_year = published_year.filter(known_year).or(first_year);
        let now = bounds.earliest.and(bounds.latest).map(|at| at.date());
        let own = document.genre.is_none();
        Anchorer {
            text: &document.text,
            genre: document.genre.unwrap_or_else(|| genre::genre(published_year, now, &document.text, found)),
            now,
            of_this_age: own && now.is_some_and(|now| genre::of_this_age(now, found)),
            of_these_days: own && now.is_some_and(|now| genre::of_these_days(now, found)),
            appeared_later: bounds.earliest.is_some() && bounds.latest.is_none(),
            of_unknown_year: now.is_none() && found.iter().any(|one| dateline::has_no_year(&document.text, one)),
            or_from: bounds
                .earliest
                .map(|at| at.date())
                .filter(|first| bounds.latest.is_some_and(|at| at.date() != *first)),
            published,
            default_year,
            day_first: numeric::day_first(found),
            main_quarter: None,
            quarter: None,
            months: None,
            day: None,
            month: None,
            year: None,
            fore: None,
            latest: None,
            birth: None,
            evening: None,
            heading: None,
        }
    }

    fn timex(&mut self, found: &Found, next: Option<&Found>) -> Timex {
        let Found { span, expr } = *found;
        let expr = context::settled(self.text, expr, span);
        self.come_to(span);
        let ended = next.and_then(|end| self.quarter_ended(&expr, span, end));
        // The text goes on counting by the quarter that it named, which may be one of accounts.
        let aside = ended.is_some() || looks_back(&expr) || self.is_since_before(&expr, span);
        let apposed = || next.and_then(|day| self.apposed(&expr, span, day));
        let mut value = ended.or_else(apposed).unwrap_or_else(|| self.certain(&expr, span));
        if let Some(before) = next.and_then(|next| self.over(&value, &expr, span, next)) {
            value = before;
        }
        if let Some(after) = self.past_midnight(&value, &expr, span) {
            value = after;
        }
        let class = match expr.sense {
            Sense::Set(_) => TimexClass::Set,
            _ if expr.time.is_some() => TimexClass::Time,
            Sense::Length(_) | Sense::Window { .. } => TimexClass::Duration,
            _ => TimexClass::Date,
        };
        // Three months of accounts are a quarter.
        if matches!(expr.sense, Sense::Length(length) if length.first.grain == Grain::Month && length.exact() != Some(3))
        {
            self.months = Some(span);
        }
        if let Some(unit) = value.unit.filter(|_| !aside) {
            match ground(self.text, found) {
                Ground::Back if is_birth(self.text, found) => self.birth = Some(Told { unit, span }),
                Ground::Back => {}
                Ground::Either if self.year.is_some() => {}
                Ground::Either | Ground::Fore => {
                    self.tell(unit, span);
                    self.head(unit, span);
                }
            }
        }
        if let Some(time) = expr.time {
            self.tell_evening(&value, time, span);
            at_time(&mut value, time);
        }
        let length = match expr.sense {
            Sense::Length(length) | Sense::Window { length, .. } | Sense::Offset { length, .. } => Some(length),
            _ => None,
        };
        Timex {
            span,
            class,
            value: value.text,
            modifier: expr.modifier.or(length.and_then(|length| modifier(length.rounding))),
            date: value.date,
            readings: value.readings,
            anchor: value.anchor,
            weekday: expr.weekday,
            stated: length.and_then(Length::stated).or_else(|| expr.step_on()).filter(|_| expr.frame.is_none()),
            range: None,
            rule: expr.rule,
        }
    }

    /// Whether a year only tells since when something had been, so that the text stays where it is: "Lund, governor since 1977,
    /// was arrested on 3 August".
    fn is_since_before(&self, expr: &Expr, span: Span) -> bool {
        let Sense::Unit(Unit::Year(since)) = expr.sense else { return false };
        let told = self.year.and_then(|told| told.unit.year());
        told.is_some_and(|told| told > since) && self.text[..span.start].trim_end().ends_with("since")
    }

    /// The date that stands behind one counted from another: `this morning, July 4`, `ten years later (1857)`
    fn apposed(&mut self, expr: &Expr, span: Span, day: &Found) -> Option<Value> {
        if matches!(expr.sense, Sense::Offset { .. }) {
            let told = matches!(day.expr.sense, Sense::Unit(_)) && day.expr.time.is_none();
            let beside = self.text.get(span.end..day.span.start) == Some(" (");
            return (told && beside).then(|| self.certain(&day.expr, day.span));
        }
        let Sense::Step { grain: Grain::Day, base: Base::Now, .. } = expr.sense else { return None };
        let of_month = matches!(day.expr.sense, Sense::Part { part: Part::Day(..), .. } | Sense::Unit(Unit::Day(_)));
        let beside = expr.frame.is_none() && self.text.get(span.end..day.span.start) == Some(", ");
        (of_month && beside).then(|| self.certain(&day.expr, day.span)).filter(|value| value.unit.is_some())
    }

    /// Moves the text's date on.
    fn tell(&mut self, unit: Unit, span: Span) {
        let told = Some(Told { unit, span });
        let grain = unit.grain();
        if grain == Grain::Quarter {
            self.main_quarter = self.main_quarter.or(told);
            self.quarter = told;
        }
        if grain <= Grain::Day {
            self.day = told;
            if !is_before(self.text, span) {
                self.fore = told;
            }
        }
        if grain <= Grain::Month {
            self.month = told;
        }
        if grain <= Grain::Year {
            self.year = told;
            self.tell_latest(Told { unit, span });
        }
    }

    /// The value of an expression, where it is the same for each day on which the text can have been published.
    fn certain(&mut self, expr: &Expr, span: Span) -> Value {
        let value = self.value(expr, span);
        let (Some(first), Some(unit)) = (self.or_from, value.unit) else { return value };
        if !matches!(value.anchor, Some(Anchor::Published(_))) {
            return value;
        }
        let last = self.now.replace(first);
        let other = self.value(expr, span);
        self.now = last;
        if other.unit == Some(unit) {
            return value;
        }
        let open = match expr.sense {
            Sense::Step { .. } | Sense::Weekday { .. } => self.of_publication(unit),
            Sense::Part { year: YearRef::Unstated, part } => Some(year::no_year(part)),
            _ => None,
        };
        open.unwrap_or_else(|| Value::text(unknown(unit.grain())))
    }

    /// The month or the year that is all that is known of the publication, for a day that can be any of it: `today`, `on
    /// Monday`.
    fn of_publication(&self, day: Unit) -> Option<Value> {
        let published = self.published?;
        let Date::Point(Point { unit, .. }) = published else { return None };
        let within = day.grain() == Grain::Day && Date::from(day).within(published);
        within.then(|| Value::anchored(unit, Some(Anchor::Published(published))))
    }

    fn value(&mut self, expr: &Expr, span: Span) -> Value {
        let value = self.unframed(expr, span);
        match expr.frame {
            None => value,
            Some(frame) => step::framed(value, frame),
        }
    }

    /// The value of the date itself, not of what it tells of.
    fn unframed(&mut self, expr: &Expr, span: Span) -> Value {
        match expr.sense {
            Sense::Unit(unit) => Value::unit(unit),
            Sense::BcDecade(tens) => bc(tens * 10, 10, format!("BC{tens:03}")),
            Sense::BcMillennium(thousands) => bc(thousands * 1000, 1000, format!("BC{thousands}")),
            Sense::BcCentury(hundreds) => bc(hundreds * 100, 100, format!("BC{hundreds:02}")),
            Sense::Numeric(figures) => self.numeric(figures, expr.weekday, span),
            Sense::Part { year, part } => self.part(year, part, expr.weekday, span),
            Sense::DayOfMonth(day) => self.day_of_month(day, expr.weekday, span),
            Sense::Weekday { day, turn } => self.weekday(day, turn, span),
            Sense::WeekdayOf { day, step, base } => self.weekday_of(day, step, base),
            // "The change is since year-end": the end that is over.
            Sense::Step { grain: Grain::Year, step: 0, .. } if self.is_since_year_end(expr, span) => {
                self.step(Grain::Year, -1, Base::Now)
            }
            // "By the end of the year she will go": of the year of writing.
            Sense::Step { grain, step: 0, base: Base::Text } if self.is_ahead(expr, span) => {
                self.step(grain, 0, Base::Now)
            }
            Sense::Step { grain: Grain::Year, step: 0, base: Base::Text } if self.of_this_year(expr) => {
                self.step(Grain::Year, 0, Base::Now)
            }
            // "It lost ground earlier in the week", after a plan for the next.
            Sense::Step { grain, step: 0, base: Base::Text } if self.came_back(expr, grain, span) => {
                self.step(grain, 0, Base::Now)
            }
            Sense::Step { grain: Grain::Day, step: 0, base: Base::Text } if self.is_counted_from_event(expr, span) => {
                Value::text(unknown(Grain::Day))
            }
            Sense::Step { grain: Grain::Day, step, base: Base::Text } if self.is_aside(span) => self.step_on(step),
            Sense::Step { grain, step, base } => self.step(grain, step, base),
            Sense::Offset { length, shift } => self.offset(length, shift, span),
            Sense::Nth(Grain::Day) => self.nth_day(span),
            Sense::Nth(grain) => Value::text(unknown(grain)),
            Sense::YearAgo(grain) => self.year_ago(grain, span),
            Sense::Length(length) | Sense::Window { length, .. } => Value::text(LengthValue(length)),
            Sense::Set(set) => Value::text(SetValue(set)),
            Sense::Meanwhile(pointer) => self.meanwhile(pointer, span),
            Sense::AnyDay => Value::text(""),
            Sense::Reference(reference) => Value::text(reference_value(reference)),
        }
    }

    /// `the same time` is that of the date told last; `at the time` is some time of what is told, and how long
    /// `this period` lasted nothing says, so that it has no value.
    fn meanwhile(&self, pointer: Pointer, span: Span) -> Value {
        match (pointer, self.year) {
            (Pointer::Same, Some(told)) => Value::anchored(told.unit, Some(Anchor::Text(told.unit.into(), told.span))),
            (Pointer::Time, _) if context::follows(self.text, span, &["at"]) => {
                Value::text(reference_value(Reference::Present))
            }
            _ => Value::text(""),
        }
    }

    /// The day that relative expressions are counted from, and its anchor.
    fn now(&self) -> Option<(NaiveDate, Anchor)> {
        match self.genre {
            Genre::News => self.day_of_publication(),
            Genre::Narrative if self.of_this_age => self.day_of_publication(),
            // Of an article that appeared nobody knows when, "last week" is nobody knows which: not that of the
            // date that its text told last.
            Genre::Narrative if self.appeared_later => None,
            Genre::Narrative => self.told(Grain::Day).or_else(|| self.told(Grain::Year)),
        }
    }

    /// Whether the year of an expression is that of the news it stands in: "year-end" is, and "the full year" where the
    /// text looked ahead to another.
    fn of_this_year(&self, expr: &Expr) -> bool {
        let told = self.year.and_then(|told| told.unit.year());
        let ahead = told.zip(self.now).is_some_and(|(told, now)| told > now.year());
        self.genre == Genre::News && (ahead || expr.rule == "year-end")
    }

    /// Whether news counts from the end of the last year: "up 12% since year-end"
    fn is_since_year_end(&self, expr: &Expr, span: Span) -> bool {
        expr.rule == "year-end" && self.genre == Genre::News && context::follows(self.text, span, &["since"])
    }

    fn day_of_publication(&self) -> Option<(NaiveDate, Anchor)> {
        let now = self.now?;
        Some((now, Anchor::Published(self.published.unwrap_or(now.into()))))
    }

    /// The day that the text is at, of a date no coarser than `grain`, and its anchor.
    fn told(&self, grain: Grain) -> Option<(NaiveDate, Anchor)> {
        let told = match grain {
            _ if grain <= Grain::Day => self.day,
            _ if grain <= Grain::Month => self.month,
            _ => self.year,
        }?;
        Some((told.unit.first_day()?, Anchor::Text(told.unit.into(), told.span)))
    }

    /// Whether `the year` lies ahead of the writer rather than where the text is: `she will stay through the end of the year`
    fn is_ahead(&self, expr: &Expr, span: Span) -> bool {
        match self.genre {
            // "He comes on April 3, for she leaves at the end of the month", told in March.
            Genre::News if expr.modifier == Some(Modifier::End) => {
                let told = self.day.and_then(|told| told.unit.first_day());
                let ahead = told.zip(self.now).is_some_and(|(told, now)| told > now);
                tense::ahead(self.text, span) || ahead && tense::changes(self.text, span)
            }
            Genre::News => false,
            Genre::Narrative => self.of_this_age && tense::ahead(self.text, span),
        }
    }

    /// Whether news that told of days to come tells `the day` or `the week` as past: it is back where it is written.
    fn came_back(&self, expr: &Expr, grain: Grain, span: Span) -> bool {
        let ahead = || self.told(grain).zip(self.now).is_some_and(|((told, _), now)| told > now);
        grain <= Grain::Week
            && self.genre == Genre::News
            && expr.rule == "the-unit"
            && ahead()
            && tense::tense(self.text, span) == Some(Tense::Past)
    }

    /// The month that a history came to, by its year, after the last day that it told.
    fn month_since(&self) -> Option<Told> {
        let month = self.month.filter(|told| self.genre == Genre::Narrative && told.unit.grain() == Grain::Month)?;
        let day = self.day.filter(|day| day.span.start < month.span.start)?;
        let later = month.unit.first_day()? > day.unit.first_day()?;
        (later && month.span.of(self.text).contains(&month.unit.year()?.to_string())).then_some(month)
    }

    fn base(&self, base: Base, grain: Grain) -> Option<(NaiveDate, Anchor)> {
        match base {
            Base::Now | Base::Reported => self.now(),
            Base::Text => self.told(grain).or_else(|| self.now()),
        }
    }

    /// `'99`: the century that brings it nearest to the publication, or not after 2030.
    fn full_year(&self, short: u8) -> i32 {
        let pivot = self.default_year.unwrap_or(2010) + 20;
        let century = pivot.div_euclid(100) * 100;
        let year = century + i32::from(short);
        if year > pivot { year - 100 } else { year }
    }
}

/// Whether the expression compares with an earlier time, so that the text stays where it is: `a year earlier`
fn looks_back(expr: &Expr) -> bool {
    match expr.sense {
        Sense::YearAgo(_) | Sense::Part { part: Part::ReportedQuarter | Part::ReportedPeriod, .. } => true,
        // "had been consul since the previous August"
        Sense::Part { year: YearRef::Turn(crate::lexicon::time::Turn::Previous), .. } => true,
        // "In the prior year"
        Sense::Step { grain: Grain::Year, step: -1, base: Base::Text } => true,
        Sense::Offset { shift, .. } => matches!(shift, Shift::Ago | Shift::Earlier | Shift::Before),
        _ => false,
    }
}

/// A stretch of years before the common era, from `back + 1` BC to `back + years` BC... counted as the text counts.
fn bc(first: i32, years: i32, text: String) -> Value {
    let point = |year_bc: i32| Some(Unit::Year(1 - year_bc).into());
    let date = Date::interval(point(first + years - 1), point(first.max(1)));
    Value { date: Some(date), ..Value::text(text) }
}

/// Puts a time of day into the value of its day.
fn at_time(value: &mut Value, time: TimeOfDay) {
    // "Every day at 7 p.m." is that time of any day.
    if matches!(value.text.as_str(), "XXXX" | "P1D" | "") {
        value.text = "XXXX-XX-XX".to_owned();
    }
    let _ = write!(value.text, "{}", TimeValue(time));
    if let (TimeOfDay::Clock { hour, minute, second, zone, .. }, Some(Unit::Day(day))) = (time, value.unit)
        && let Some(at) = day.and_hms_opt(hour.into(), minute.into(), second.unwrap_or(0).into())
    {
        let unit = if second.is_some() { Unit::Second(at, zone) } else { Unit::Minute(at, zone) };
        value.date = Some(unit.into());
    }
}

#[cfg(test)]
mod tests {
    use crate::document::{Document, Genre, Published};
    use crate::parse::time::timexes;

    /// The values of a text that was published at this time.
    fn values(published: &str, text: &str) -> Vec<String> {
        let published = Published { date: published.parse().unwrap(), how: String::new() };
        let document = Document { published: Some(published), ..Document::new("a", text) };
        timexes(&document).into_iter().map(|timex| timex.value).collect()
    }

    #[test]
    fn what_is_told_as_done_is_not_to_come() {
        let handed =
            "Moe, head of the school from 1971 to 2005, died in March. He handed over to Lund, 34 years later.";
        assert_eq!(values("2021-03-11", handed).last().unwrap(), "FUTURE_REF");
        let will = "Moe was made head in 2005. He will hand over to Lund 34 years later.";
        assert_eq!(values("2021-03-11", will).last().unwrap(), "2039");
        let published = Published { date: "2021-06-14".parse().unwrap(), how: String::new() };
        let text = "Moe was dismissed on June 2. The feast will be on September 8.\n\nLund was appointed on Sunday.";
        let history =
            Document { published: Some(published), genre: Some(Genre::Narrative), ..Document::new("a", text) };
        assert_eq!(timexes(&history).last().unwrap().value, "2021-06-13");
    }

    #[test]
    fn the_same_day_is_not_that_of_what_had_been_before() {
        let text = "Moe was dismissed on 13 September 1921. He had been appointed on 7 February 1918.\n\nLie was named \
                    the same day.";
        assert_eq!(values("1921-09-14", text).last().unwrap(), "1921-09-13");
        let together = "Moe was dismissed on 13 September 1921. He had come on 7 February 1918 and wed the same day.";
        assert_eq!(values("1921-09-14", together).last().unwrap(), "1918-02-07");
        let goes_on = "Moe was dismissed on 13 September 1921. On 7 February 1922 he died. Lie died the same day.";
        assert_eq!(values("1922-09-14", goes_on).last().unwrap(), "1922-02-07");
    }

    #[test]
    fn a_value_counted_from_a_bound_is_one_that_all_its_days_give() {
        let text = "Moe left last Monday, on March 7. Lie came last week. The strike ended last year.";
        assert_eq!(values("1932-03-09/1932-03-13", text), ["1932-03-07", "1932-03-07", "1932-W09", "1931"]);
        assert_eq!(values("1932-03-09/1932-03-20", text), ["XXXX-XX-XX", "1932-03-07", "XXXX-WXX", "1931"]);
    }

    #[test]
    fn a_day_of_a_publication_known_to_the_month_is_of_that_month() {
        let text =
            "Moe left today. On Monday Lie came. The strike ended last week. Berg came on May 30, and Dahl on March 3.";
        assert_eq!(values("1932-05", text), ["1932-05", "1932-05", "XXXX-WXX", "1932-05-30", "1932-03-03"]);
        let text = "Moe left today. Berg came on May 30. The strike ended last year.";
        assert_eq!(values("1932", text), ["1932", "XXXX-05-30", "1931"]);
    }

    #[test]
    fn a_writer_tells_of_the_days_to_come_and_a_reporter_of_those_before() {
        let last = |text: &str| values("1932-05-06", &format!("Moe left for Bergen in haste. {text}")).pop().unwrap();
        assert_eq!(last("Saturday afternoon, I stay at home."), "1932-05-07TAF");
        assert_eq!(last("Saturday evening we have a guest."), "1932-05-07TEV");
        assert_eq!(last("Saturday I have seen the play."), "1932-04-30");
        assert_eq!(last("Saturday I met the mayor."), "1932-04-30");
        assert_eq!(last("Wool rose in anticipation of Sunday."), "1932-05-08");
        assert_eq!(last("Sales rose in autumn and went on rising until mid-January."), "1932-01");
        assert_eq!(last("The trial was postponed until January."), "1933-01");
    }

    #[test]
    fn what_is_compared_with_the_year_before_leaves_a_report_where_it_is() {
        let text = "Sales rose to 30 crowns from 28 in the prior year. Costs were 20 crowns, as in the prior year.";
        assert_eq!(values("1932-05-06", text), ["1931", "1931"]);
    }

    #[test]
    fn what_was_announced_came_before_what_is_planned() {
        let plan = "Moe will leave the firm on Jan. 5, 1934.";
        let last = |text: &str| values("1933-08-02/..", &format!("{plan} {text}")).pop().unwrap();
        assert_eq!(last("The firm announced on July 25 that Lie would go."), "1933-07-25");
        assert_eq!(last("Lie will leave on July 25."), "1934-07-25");
    }

    #[test]
    fn a_weekday_in_a_line_that_a_day_heads_is_near_to_it() {
        let text = |line: &str| format!("What the council did, so far:\n\n- {line}\n- 5 August 1932: Dahl came.\n");
        let told = |line: &str| values("1932-09-07", &text(line)).swap_remove(1);
        assert_eq!(told("14 June 1932: Moe resigned on Friday."), "1932-06-17");
        assert_eq!(told("14 June 1932 – The yard closed on Monday."), "1932-06-13");
        assert_eq!(told("14 June 1932 was fair. The yard closed on Monday."), "1932-09-05");
    }

    #[test]
    fn a_date_told_in_one_breath_with_another_is_of_its_year() {
        let text = "Moe came on January 29, 1920, and on February 5 she was received. On March 1 Lie came.";
        assert_eq!(values("1932-03-09", text), ["1920-01-29", "1920-02-05", "1932-03-01"]);
        let over_the_year = "Moe came on December 29, 1919, and on January 3 she was received.";
        assert_eq!(values("1932-03-09", over_the_year), ["1919-12-29", "1920-01-03"]);
    }

    #[test]
    fn a_history_counts_from_the_year_that_opens_a_sentence_and_what_is_to_come_from_its_writing() {
        let text = "Moe was born on May 3, 1874. In 1901 she came to Oslo. The house burned on December 4. A study for
            the years 1911 to 1913, of 1914 and of 1915 is lost. The book will be shown on January 8.";
        let told = values("1932-11-12", text);
        assert_eq!(told.get(2).map(String::as_str), Some("1901-12-04"), "{told:?}");
        assert_eq!(told.last().map(String::as_str), Some("1933-01-08"), "{told:?}");
    }

    const LIFE: &str =
        "Moe was born in 1872. She came to Oslo in 1890, studied in 1893, taught in 1897, left for Bergen
        in 1904 and went home in 1919. Not much is known of those years; she kept a house and a garden there, and wrote
        for the papers that would print her, under names that her readers did not see through for a long time. ";

    #[test]
    fn a_life_told_in_these_days_counts_them_from_its_publication() {
        let told = |text: &str| values("1932-11-12", &format!("{LIFE}{text}")).pop();
        for (text, value) in [
            ("She fell ill last week.", "1932-W44"),
            ("Tomorrow she will be heard.", "1932-11-13"),
            ("She fell yesterday.", "1932-11-11"),
            ("The house was sold last September.", "1932-09"),
            ("The house was sold in May of last year.", "1931-05"),
            ("A dinner will be held on Friday at 11 a.m.", "1932-11-18T11:00"),
            ("The house will be sold by the end of the year.", "1932"),
            ("By the end of the year the house will be sold.", "1932"),
            ("She is leaving at the end of the year.", "1932"),
            ("She was leaving at the end of the year.", "1919"),
            ("She fell yesterday. She had been received by the King on 30 October.", "1932-10-30"),
            // Nothing tells these of the days of writing.
            ("She was received by the King on 30 October.", "1919-10-30"),
        ] {
            assert_eq!(told(text).as_deref(), Some(value), "{text}");
        }
    }

    #[test]
    fn a_life_told_after_news_begins_on_a_day_before_its_publication() {
        let value =
            |news: &str, at: usize| values("1932-10-09", &format!("October 9, 1932\n\n{news} {LIFE}"))[at].clone();
        assert_eq!(value("Ada Moe died on Saturday.", 1), "1932-10-08");
        assert_eq!(value("Ada Moe died on 2 October.", 1), "1932-10-02");
        assert_eq!(value("Ada Moe will be buried on Saturday.", 1), "1932-10-15");
        assert_eq!(value("On May 3, 1921, she fell. She died on Saturday.", 2), "1921-05-07");
    }

    #[test]
    fn news_looks_ahead_from_its_own_year_and_not_from_one_told_in_passing() {
        let last = |text: &str| values("1932-11-12", text).pop();
        let ahead = "Moe, who took the job in 1926, will stay until the end of the year.";
        assert_eq!(last(ahead).as_deref(), Some("1932"));
        assert_eq!(last("Moe took the job in 1926 and left at the end of the year.").as_deref(), Some("1926"));
    }

    #[test]
    fn a_month_told_after_the_last_day_is_where_a_history_is_at() {
        let day_after = |told: &str| values("1932-11-12", &format!("{LIFE}{told} Lie resigned the next day.")).pop();
        let after = |told: &str| day_after(told).unwrap();
        assert_eq!(after("The ship sank on 9 May 1906. Her book, published in March 1908, told of it."), "1908-03");
        assert_eq!(after("The book came in March 1908. The ship sank on 9 May 1909."), "1909-05-10");
        assert_eq!(after("The ship sank on 9 May 1909. The book had come in March 1908."), "1909-05-10");
    }

    #[test]
    fn what_is_ahead_of_schedule_says_no_when() {
        assert_eq!(values("1932-11-12", "The plant opened eight months ahead of schedule."), ["P8M"]);
        assert_eq!(values("1932-11-12", "The vote is two months ahead."), ["1933-01"]);
    }

    #[test]
    fn a_history_of_another_age_counts_from_itself() {
        let text = format!("{LIFE}She was received on May 3, 1921. She fell ill last week.");
        assert_eq!(values("2008-11-12", &text).pop().as_deref(), Some("1921-W17"));
    }

    #[test]
    fn a_wrong_weekday_moves_news_of_these_weeks_to_no_other_year() {
        assert_eq!(values("2024-03-26", "The inquiry opened on Tuesday, March 25."), ["2024-03-25"]);
        assert_eq!(values("2024-03-26", "The inquiry opened on Thursday, May 25."), ["2023-05-25"]);
    }

    #[test]
    fn the_monday_is_near_a_day_that_was_told() {
        let told = "Moe resigned on 22 June 1932, as all knew. Lie heard of it on the Monday.";
        assert_eq!(values("1932-06-30", told), ["1932-06-22", "XXXX-WXX-1"]);
        assert_eq!(values("1932-06-30", "Moe resigned. Lie heard of it on the Monday.").pop().unwrap(), "1932-06-27");
    }

    #[test]
    fn nothing_is_counted_from_an_open_bound() {
        assert_eq!(
            values("1932-03-09/..", "Moe left last Monday. The strike ended last year."),
            ["XXXX-WXX-1", "XXXX"]
        );
    }
}
