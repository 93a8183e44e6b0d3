//! Dates counted back from what the main clause tells.
//!
//! **Recognises** a length, an order word and an event that nothing else dates, behind an event that has a date: `resigned
//! on 4 May, two days after Lund was dismissed`, `a week before Silva takes over`.
//!
//! **Not**: "some two days after", which is no date; "two days after the vote", whose date the text tells elsewhere and from
//! which the main clause is counted ([`landmark`](super::landmark)); "in 1911, three days after", a year tells no day.

use crate::Span;
use crate::calendar::{Date, Period};
use crate::document::Document;
use crate::timex::{Anchor, Timex, TimexClass};

use super::landmark::Step;
use crate::parse::event::clause::Clause;
use crate::parse::event::plain;
use crate::statement::Statement;

/// How far an event lies from the one that its sentence tells before.
#[derive(Clone, Copy)]
pub(crate) struct Distance {
    step: Option<Step>,
    /// The expression for the length.
    time: usize,
    span: Span,
}

/// The length and the order word that lead to the event at `at`.
pub(crate) fn distance(clause: &Clause<'_>, timexes: &[Timex], at: usize) -> Option<Distance> {
    let near = (at.saturating_sub(REACH)..at).rev().take_while(|&i| clause.time(i).is_none());
    let orders = |&i: &usize| clause.is_any(i, &["after", "before"]);
    let order = near.into_iter().find(orders)?;
    let time = clause.time(order.checked_sub(1)?)?;
    let timex = timexes.get(time).filter(|timex| timex.class == TimexClass::Duration)?;
    let exact = timex.modifier.is_none();
    let sign = if clause.is_any(order, &["after"]) { -1 } else { 1 };
    let step = timex.value.parse::<Period>().ok().filter(|_| exact).and_then(|period| Step::counted(period, sign));
    let span = Span::new(timex.span.start, clause.nodes[order].span.end);
    Some(Distance { step, time, span })
}

/// So many nodes stand at most between an order word and the verb behind it.
const REACH: usize = 10;

impl Distance {
    /// Dates `statement` by what the main clause tells at the expression `main`.
    pub(crate) fn date(self, statement: &mut Statement, timexes: &[Timex], main: usize, text: &str) {
        let timex = &timexes[main];
        if let Some(from) = timex.date.filter(|_| main != self.time && timex.readings.is_empty()) {
            self.count(statement, from, Anchor::Text(from, timex.span), text);
        }
    }

    /// Dates `statement` by the day of publication, where the main clause is that day's news: "is sworn in as consul, two days
    /// after Hansen was removed".
    pub(crate) fn date_by_publication(self, statement: &mut Statement, document: &Document) {
        let published = document.published.as_ref().map(|published| published.date);
        if let Some(day) = published.filter(|day| day.as_day().is_some()) {
            self.count(statement, day, Anchor::Published(day), &document.text);
        }
    }

    fn count(self, statement: &mut Statement, from: Date, anchor: Anchor, text: &str) {
        let Some(date) = self.step.and_then(|step| step.from(from)) else { return };
        statement.date = Some(date);
        statement.date_text = Some(plain(self.span.of(text)));
        statement.date_span = Some(self.span);
        statement.anchor = Some(anchor.text());
    }
}
