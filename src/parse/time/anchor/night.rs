//! Times of a night that is told hour by hour: behind "at 19:00 the tank was filled", 01:30 is of the day after.

use super::background::is_before;
use super::{Anchorer, Expr, Sense, TimeOfDay, Told, Value};
use crate::Span;
use crate::calendar::{Grain, Unit};
use crate::timex::Anchor;

/// An evening begins at this hour, and a night ends.
const EVENING: u8 = 17;
const MORNING: u8 = 6;

/// So far apart, in bytes, two times are of one tale.
const REACH: usize = 400;

impl Anchorer<'_> {
    /// Keeps the time of an evening.
    pub(super) fn tell_evening(&mut self, value: &Value, time: TimeOfDay, span: Span) {
        let late = matches!(time, TimeOfDay::Clock { hour: EVENING..24, .. });
        let evening = value.unit.filter(|unit| late && unit.grain() == Grain::Day);
        self.evening = evening.map(|unit| Told { unit, span });
    }

    /// The day after the one that a time is counted from, where the text has told of its evening and goes on.
    pub(super) fn past_midnight(&self, value: &Value, expr: &Expr, span: Span) -> Option<Value> {
        let (Sense::Step { step: 0, .. }, "clock") = (expr.sense, expr.rule) else { return None };
        let Some(TimeOfDay::Clock { hour: 0..MORNING, .. }) = expr.time else { return None };
        let Some(anchor @ Anchor::Text(..)) = value.anchor else { return None };
        let evening = self.evening.filter(|evening| value.unit == Some(evening.unit))?;
        let near = span.start.saturating_sub(evening.span.end) <= REACH;
        let goes_on = near && !is_before(self.text, span) && states_half(span.of(self.text));
        let next = evening.unit.first_day().and_then(|day| day.succ_opt()).filter(|_| goes_on)?;
        Some(Value::anchored(Unit::Day(next), Some(anchor)))
    }
}

/// Whether the words tell which half of the day they are of: `01:30`, `2 a.m.`, `midnight`, but not `5:20`.
fn states_half(words: &str) -> bool {
    let words = words.trim_end_matches('.');
    let figures = words.find(|c: char| c.is_ascii_digit()).map_or("", |at| &words[at..]);
    figures.is_empty() || figures.starts_with('0') || words.ends_with(['m', 'M'])
}

#[cfg(test)]
mod tests {
    use crate::document::{Document, Published};
    use crate::parse::time::timexes;

    fn values(text: &str) -> Vec<String> {
        let published = Some(Published { date: "1936-05-09".parse().unwrap(), how: "given".to_owned() });
        let document = Document { published, ..Document::new("a", text) };
        timexes(&document).into_iter().map(|timex| timex.value).collect()
    }

    #[test]
    fn a_night_goes_on_to_the_next_day() {
        let text = "On 10 December 1935 the tank was filled at 19:00. At 23:50 the gate was closed. At 01:30 it burned. By 03:00 \
                    the yard was gone.";
        let night = ["1935-12-10", "1935-12-10T19:00", "1935-12-10T23:50", "1935-12-11T01:30", "1935-12-11T03:00"];
        assert_eq!(values(text), night);
        let text = "On 10 December 1935 the feast began at 8 p.m. At midnight Moe left, and at 2 a.m. Lie.";
        assert_eq!(values(text)[2..], ["1935-12-11T00:00", "1935-12-11T02:00"]);
    }

    #[test]
    fn a_day_stays_where_nothing_tells_of_its_night() {
        for text in [
            "On 10 December 1935 the tank was filled at 14:00. At 05:20 the gate was opened.",
            "On 10 December 1935 the feast began at 8 p.m. At 5:20 Moe left.",
            "On 10 December 1935 the feast began at 8 p.m. Moe had come at 02:00.",
        ] {
            assert!(values(text).iter().all(|value| value.starts_with("1935-12-10")), "{text}");
        }
    }
}
