//! A day that is told by what it is to an event: `today is the third day of the strike`, `the day after her death`.

use super::super::expr::Expr;
use super::step::unknown;
use super::{Anchorer, Value};
use crate::Span;
use crate::calendar::{Grain, Unit};
use crate::document::Genre;
use crate::timex::Anchor;

impl Anchorer<'_> {
    /// `the third day`: that of the date which it is said to be, where one is.
    ///
    /// "Today is the third day of the strike", "on Friday, the third day of the strike"; "it's the third day of the
    /// strike" is told of the day of writing. No other is known: "she spoke on the third day".
    pub(super) fn nth_day(&self, span: Span) -> Value {
        let of_event = self.text[span.end..].starts_with(" of ");
        let told = self.day.filter(|told| told.unit.grain() == Grain::Day && told.span.end <= span.start);
        let link = told.and_then(|told| Some((told, self.text.get(told.span.end..span.start)?)));
        if let Some((told, link)) = link
            && (IS.contains(&link) || of_event && link == ", ")
        {
            return Value::anchored(told.unit, Some(Anchor::Text(told.unit.into(), told.span)));
        }
        let written = (of_event && self.genre == Genre::News && is_now(&self.text[..span.start]))
            .then(|| self.day_of_publication())
            .flatten();
        written.map_or_else(
            || Value::text(unknown(Grain::Day)),
            |(day, anchor)| Value::anchored(Unit::Day(day), Some(anchor)),
        )
    }

    /// Whether `the day` is counted from an event, so that it is surely not the day told last: "He died on Monday. They came
    /// the day after his death." Right behind a date it is that date: "Nov. 3, the day before the vote".
    pub(super) fn is_counted_from_event(&self, expr: &Expr, span: Span) -> bool {
        let rest = &self.text[span.end..];
        let counted = || [" after ", " before "].iter().any(|order| rest.starts_with(order));
        let beside = |end: usize| self.text.get(end..span.start).is_some_and(|between| APPOSED.contains(&between));
        expr.rule == "the-unit"
            && expr.modifier.is_none()
            && counted()
            && !self.day.is_some_and(|day| beside(day.span.end))
    }
}

/// What says of the day before it which one it is.
const IS: [&str; 5] = [" is ", " was ", " marks ", " marked ", " will be "];

/// What stands between a date and what it is to an event.
const APPOSED: [&str; 5] = [", ", " (", " - ", " – ", " — "];

/// Whether a sentence opens with what tells of now: `It's`, `This is`
fn is_now(before: &str) -> bool {
    let Some(subject) = ["'s ", "’s ", " is "].iter().find_map(|is| before.strip_suffix(is)) else { return false };
    ["It", "it", "This", "this"].iter().any(|word| {
        let rest = subject.strip_suffix(word);
        rest.is_some_and(|rest| !rest.ends_with(char::is_alphanumeric))
    })
}
