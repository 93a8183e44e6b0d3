//! A date of no stated year beside one with its year, in one sentence: "on 29 January 2020, and on 5 February".

use chrono::NaiveDate;

use super::Anchorer;
use crate::Span;
use crate::timex::Anchor;

/// So far apart, in bytes, two dates are still told in one breath.
const BREATH: usize = 40;

impl Anchorer<'_> {
    /// The day and anchor of a date that states its year and stands right before `span` in the same sentence.
    pub(super) fn beside(&self, span: Span) -> Option<(NaiveDate, Anchor)> {
        let told = self.month.filter(|told| told.span.end <= span.start)?;
        let between = self.text.get(told.span.end..span.start).filter(|between| between.len() <= BREATH)?;
        let one_sentence = !between.contains(['.', ';', '\n']) && between.contains(" and ");
        let states_year = told.span.of(self.text).contains(&told.unit.year()?.to_string());
        let day = told.unit.first_day()?;
        (one_sentence && states_year).then_some((day, Anchor::Text(told.unit.into(), told.span)))
    }
}
