//! The quarter that a report of accounts is about, and what it is compared with: `the year-ago quarter`.

use chrono::Datelike;

use super::{Anchorer, Value};
use crate::Span;
use crate::calendar::{Grain, Quarter, Unit};
use crate::scan::sentence::sentences;
use crate::timex::Anchor;

impl Anchorer<'_> {
    /// `the year-ago quarter`
    pub(super) fn year_ago(&self, grain: Option<Grain>, span: Span) -> Value {
        let quarter = self.quarter.filter(|_| !self.of_months(span));
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

    /// Whether what stands at `span` is compared with a count of months: "for the nine months … a year earlier".
    pub(super) fn of_months(&self, span: Span) -> bool {
        self.months.filter(|months| span.start.saturating_sub(months.end) <= REACH).is_some_and(|months| {
            let stretch = self.text.get(months.start..span.end).unwrap_or_default();
            sentences(stretch).next().is_some_and(|sentence| sentence.end == stretch.len())
        })
    }
}

/// How far from the figures of this year those of the last may stand, in bytes.
const REACH: usize = 300;
