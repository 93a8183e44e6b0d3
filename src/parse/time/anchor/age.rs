//! Years counted from an age: "She was 43 when she joined the bank, and rose to governor four years later".
//!
//! They are counted from that age, which the text's last date says nothing of: from the birth where that was told last, so
//! that two years are left; otherwise nobody knows when.

use super::super::expr::Length;
use super::{Anchorer, Value};
use crate::Span;
use crate::calendar::{Date, Grain, Unit};
use crate::lexicon::time::Shift;
use crate::parse::figure::last_age;
use crate::timex::Anchor;

/// So far behind an age, in bytes, the text still counts from it.
const REACH: usize = 200;

impl Anchorer<'_> {
    /// The value of what lies so much later than an age that was told after the last date.
    pub(super) fn after_age(&self, length: Length, shift: Shift, span: Span) -> Option<Value> {
        if length.first.grain != Grain::Year || !matches!(shift, Shift::Later | Shift::After) {
            return None;
        }
        let end = |told: Option<super::Told>| told.map_or(0, |told| told.span.end);
        let (birth, date) = (end(self.birth), end(self.year));
        let start = birth.max(date).max(span.start.saturating_sub(REACH));
        let start = (start..=span.start).find(|&at| self.text.is_char_boundary(at))?;
        let age = last_age(self.text.get(start..span.start)?)?;
        let birth = self.birth.filter(|_| birth > date);
        let years = length.exact().and_then(|years| i32::try_from(years).ok()?.checked_add(age));
        let counted = birth.zip(years).and_then(|(birth, years)| {
            let year = birth.unit.year()?.checked_add(years)?;
            let point = |year| Some(Unit::Year(year).into());
            Some((Date::interval(point(year), point(year.checked_add(1)?)), birth))
        });
        let date = counted.map(|(date, _)| date);
        let anchor = counted.map(|(_, birth)| Anchor::Text(birth.unit.into(), birth.span));
        Some(Value { date, anchor, ..Value::text("XXXX") })
    }
}

#[cfg(test)]
mod tests {
    use crate::Document;
    use crate::parse::time::timexes;

    /// The last date of a text, as EDTF.
    fn last(text: &str) -> Option<String> {
        timexes(&Document::new("a", text)).pop()?.date.map(|date| date.to_string())
    }

    #[test]
    fn years_behind_an_age_are_counted_from_it() {
        for told in [
            "She was 43 when she joined the bank, where she rose to governor four years later.",
            "She joined the bank aged 43. Four years later she was its governor.",
            "At the age of 43 she joined the bank, and four years later the board.",
        ] {
            let born = format!("Born in Bergen on 5 May 1868, Moe was a baker. {told}");
            assert_eq!(last(&born).as_deref(), Some("1915/1916"), "{told}");
            assert_eq!(last(&format!("The bank opened in 1901. {told}")), None, "{told}");
        }
    }

    #[test]
    fn a_date_told_since_is_nearer_and_another_number_is_no_age() {
        for told in [
            "She was 43 when she joined the bank in 1911, where she rose to governor four years later.",
            "In 1911 she was 43 votes short. Four years later she was elected.",
            "In 1911 the fleet was 43 ships, and four years later 50.",
        ] {
            assert_eq!(
                last(&format!("Born in Bergen on 5 May 1868, Moe was a baker. {told}")).as_deref(),
                Some("1915")
            );
        }
        // The count of a birth itself.
        let told = "Moe was born in Bergen on 5 May 1868, and her brother three years later.";
        assert_eq!(last(told), None);
    }
}
