//! The quarter that a report of accounts is about, and what it is compared with: `the year-ago quarter`.

use chrono::{Datelike, Days};

use super::super::Found;
use super::super::expr::{Base, Expr, Part, Sense};
use super::step::unknown;
use super::{Anchorer, Told, Value};
use crate::Span;
use crate::calendar::{Grain, Quarter, Unit};
use crate::scan::sentence::sentences;
use crate::timex::Anchor;

impl Anchorer<'_> {
    /// `the year-ago quarter`, `the same month last year`
    pub(super) fn year_ago(&self, grain: Option<Grain>, span: Span) -> Value {
        if let Some(grain @ (Grain::Day | Grain::Week | Grain::Month)) = grain {
            return self.same_unit_before(grain);
        }
        let quarter = self.compared(span).filter(|_| !self.of_months(span));
        match (quarter, self.now()) {
            (Some(told), Some((_, anchor))) if grain != Some(Grain::Year) => self.quarter_before(told.unit, 1, anchor),
            (None, Some((_, anchor))) if grain == Some(Grain::Quarter) => match self.reported_quarter() {
                Some((year, quarter)) => self.quarter_before(Unit::Quarter(year, quarter), 1, anchor),
                None => Value::text("XXXX-QX"),
            },
            (_, Some((day, anchor))) => Value::anchored(Unit::Year(day.year() - 1), Some(anchor)),
            _ => Value::text("XXXX"),
        }
    }

    /// The same day, week or month of the year before the one that the text is at.
    fn same_unit_before(&self, grain: Grain) -> Value {
        let told = self.base(Base::Text, grain);
        let before = told.and_then(|(day, anchor)| Some((Grain::Year.shift(day, -1)?, anchor)));
        before.map_or_else(
            || Value::text(unknown(grain)),
            |(day, anchor)| Value::anchored(grain.around(day), Some(anchor)),
        )
    }

    /// The part that a report calls `quarter` or `period`: the quarter that it is about, where it is about one.
    pub(super) fn reported(&self, part: Part, span: Span) -> Part {
        let quarter = match part {
            Part::ReportedQuarter => self.reported_quarter().map(|(_, quarter)| quarter),
            Part::ReportedPeriod => match self.compared(span).filter(|_| !self.of_months(span)) {
                Some(Told { unit: Unit::Quarter(_, quarter), .. }) => Some(quarter),
                _ => None,
            },
            _ => None,
        };
        quarter.map_or(part, Part::Quarter)
    }

    /// The same quarter, so many years before.
    pub(super) fn quarter_before(&self, unit: Unit, years: i32, anchor: Anchor) -> Value {
        let Unit::Quarter(year, quarter) = unit else { return Value::text("XXXX-QX") };
        Value::anchored(Unit::Quarter(year - years, quarter), Some(anchor))
    }

    /// The quarter that the text reports on: the last it names, else the last that was over at publication.
    pub(super) fn reported_quarter(&self) -> Option<(i32, Quarter)> {
        let told = self.quarter.map(|told| told.unit);
        match told {
            Some(Unit::Quarter(year, quarter)) => Some((year, quarter)),
            _ => self.last_quarter_over(),
        }
    }

    /// The last quarter that was over at publication.
    pub(super) fn last_quarter_over(&self) -> Option<(i32, Quarter)> {
        let unit = Grain::Quarter.around(Grain::Quarter.shift(self.now()?.0, -1)?);
        if let Unit::Quarter(year, quarter) = unit { Some((year, quarter)) } else { None }
    }

    /// The quarter before `ended Sept. 30`.
    pub(super) fn quarter_ended(&mut self, expr: &Expr, span: Span, end: &Found) -> Option<Value> {
        let Sense::Step { grain: Grain::Quarter, step: 0, base: Base::Text } = expr.sense else { return None };
        let between = self.text.get(span.end..end.span.start)?.trim();
        let ended = ["ended", "ending"].iter().any(|word| between.eq_ignore_ascii_case(word));
        let end = ended.then(|| self.certain(&end.expr, end.span))?;
        let day = end.unit.filter(|unit| unit.grain() <= Grain::Month)?.last_day()?;
        // The quarter of accounts that ended on July 2 or 31 is, by most of its months, the second.
        let middle = day.checked_sub_days(HALF_A_QUARTER)?;
        Some(Value::anchored(Grain::Quarter.around(middle), end.anchor))
    }

    /// The quarter that what stands at `span` is compared with: that of the sentence, else the one that the text is about.
    pub(super) fn compared(&self, span: Span) -> Option<Told> {
        let near = self.quarter.filter(|told| self.one_sentence(told.span, span));
        near.or(self.main_quarter)
    }

    pub(super) fn one_sentence(&self, first: Span, second: Span) -> bool {
        let stretch = self.text.get(first.start..second.end).unwrap_or_default();
        stretch.len() <= REACH && sentences(stretch).next().is_some_and(|sentence| sentence.end == stretch.len())
    }

    /// Whether what stands at `span` is compared with a count of months: "for the nine months … a year earlier".
    pub(super) fn of_months(&self, span: Span) -> bool {
        self.months.is_some_and(|months| self.one_sentence(months, span))
    }
}

const HALF_A_QUARTER: Days = Days::new(45);

/// How far from the figures of this year those of the last may stand, in bytes.
const REACH: usize = 300;
