//! A date of no stated year beside another in one sentence: "on 29 January 2020, and on 5 February", "from May 3 to
//! June 9".

use chrono::NaiveDate;

use super::super::range;
use super::Anchorer;
use super::context::follows;
use crate::Span;
use crate::calendar::Grain;
use crate::timex::Anchor;

/// So far apart, in bytes, two dates are still told in one breath.
const BREATH: usize = 40;

/// So far before it, in bytes, stands the day that a "had been since" looks back from.
const SENTENCES: usize = 160;

/// So far in, in bytes, a line is still that of the date that heads it.
const LINE: usize = 400;

/// Whether a sentence goes on with "and" and a date with its year: "3 March 2015, took office on 1 May *and left on 3 July
/// 2016*".
fn goes_on(rest: &str) -> bool {
    let rest = rest.split(['.', ';', '\n']).next().unwrap_or_default();
    let behind = rest.split_once(" and ").map_or("", |(_, behind)| behind);
    let words = behind.split(|c: char| !c.is_ascii_alphanumeric());
    words.take(BREATH / 4).any(|word| word.len() == 4 && word.bytes().all(|byte| byte.is_ascii_digit()))
}

impl Anchorer<'_> {
    /// The day and anchor of a date that states its year and stands right before `span` in the same sentence.
    pub(super) fn beside(&self, span: Span) -> Option<(NaiveDate, Anchor)> {
        if let Some(of_year) = self.led_to(span) {
            return Some(of_year);
        }
        let told = self.month.filter(|told| told.span.end <= span.start)?;
        let between = self.text.get(told.span.end..span.start).filter(|between| between.len() <= BREATH)?;
        let joined = between.contains(" and ") || between.starts_with(", ") && goes_on(&self.text[span.end..]);
        let one_sentence = !between.contains(['.', ';', '\n']) && joined;
        let states_year = told.span.of(self.text).contains(&told.unit.year()?.to_string());
        let day = told.unit.first_day()?;
        (one_sentence && states_year).then_some((day, Anchor::Text(told.unit.into(), told.span)))
    }

    /// The middle and anchor of the year of what the day at `span` led to: "was appointed in 2019, after Moe's death on 29
    /// April".
    fn led_to(&self, span: Span) -> Option<(NaiveDate, Anchor)> {
        let told = self.year.filter(|told| told.unit.grain() == Grain::Year && told.span.end <= span.start)?;
        let between = self.text.get(told.span.end..span.start).filter(|between| between.len() <= BREATH)?;
        let after = [" after ", ", after ", " following ", ", following "].iter().any(|lead| between.starts_with(lead));
        let day = NaiveDate::from_ymd_opt(told.unit.year()?, 7, 1)?;
        (after && !between.contains(['.', ';', '\n'])).then_some((day, Anchor::Text(told.unit.into(), told.span)))
    }

    /// The day and anchor of the day before which what stands at `span` had begun: "on 7 May 1932 Moe left; she had been
    /// head since July 1".
    pub(super) fn had_since(&self, span: Span) -> Option<(NaiveDate, Anchor)> {
        let told = self.day.filter(|told| told.unit.grain() == Grain::Day && told.span.end <= span.start)?;
        let between = self.text.get(told.span.end..span.start).filter(|between| between.len() <= SENTENCES)?;
        let had = follows(self.text, span, &["since"]) && between.contains(" had ") && !between.contains('\n');
        had.then_some((told.unit.first_day()?, Anchor::Text(told.unit.into(), told.span)))
    }

    /// The day and anchor of the day from which an interval runs to the weekday at `span`: "from Friday to Sunday".
    pub(super) fn day_run_from(&self, span: Span) -> Option<(NaiveDate, Anchor)> {
        let told = self.day.filter(|told| told.span.end <= span.start && told.unit.grain() == Grain::Day)?;
        let day = told.unit.first_day()?;
        // "From Sept. 14 to Thursday", told in October, ends in the writer's own week.
        let near = self.now.is_none_or(|now| (now - day).num_days().abs() <= 7);
        let runs = near && range::joined(self.text, told.span, span);
        runs.then_some((day, Anchor::Text(told.unit.into(), told.span)))
    }

    /// The day and anchor of the date that heads the line of `span`: "- 14 June 1932: Moe left on Friday".
    pub(super) fn day_of_line(&self, span: Span) -> Option<(NaiveDate, Anchor)> {
        let told = self.day.filter(|told| told.unit.grain() == Grain::Day && told.span.end <= span.start)?;
        let between = self.text.get(told.span.end..span.start).filter(|between| between.len() <= LINE)?;
        let heads = [": ", " - ", " – ", " — "].iter().any(|sign| between.starts_with(sign)) && !between.contains('\n');
        let before = self.text.get(..told.span.start)?.trim_end_matches(['*', '-', '•', ' ']);
        let opens = before.is_empty() || before.ends_with('\n');
        (heads && opens).then_some((told.unit.first_day()?, Anchor::Text(told.unit.into(), told.span)))
    }

    /// The first day and anchor of the date from which an interval runs to the one at `span`: "from May 3 to June 9".
    pub(super) fn run_from(&self, span: Span) -> Option<(NaiveDate, Anchor)> {
        let told = self.month.filter(|told| told.span.end <= span.start)?;
        let before = self.text.get(..told.span.start)?.trim_end();
        let opened = ["from", "between"].into_iter().any(|word| range::ends_with_word(before, word));
        if !opened || !range::joined(self.text, told.span, span) {
            return None;
        }
        Some((told.unit.first_day()?, Anchor::Text(told.unit.into(), told.span)))
    }
}
