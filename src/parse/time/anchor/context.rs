//! What the words before an expression make of it: "in five years" is a date where it is to come, "for the next year" a
//! length.

use super::super::MESSAGE;
use super::super::expr::{Amount, Count, Expr, Length, Sense, TimeOfDay};
use super::super::range::ends_with_word;
use super::tense::{Tense, possible, tense};
use crate::Span;
use crate::calendar::Grain;
use crate::lexicon::time::{ENGLISH, Reference, Shift, Turn};
use crate::parse::event::trigger::Table;

/// The expression as it is meant where it stands.
pub(super) fn settled(text: &str, expr: Expr, span: Span) -> Expr {
    let sense = match expr.sense {
        // Hours are not counted from a day.
        Sense::Offset { length, .. } if length.finest() < Grain::Day => Sense::Length(length),
        // "a week later than planned": how much, and not when.
        Sense::Offset { length, shift: Shift::Later | Shift::Earlier } if is_compared(text, span) => {
            Sense::Length(length)
        }
        Sense::Length(length) if expr.rule == "duration" && ahead(text, length, span) => {
            Sense::Offset { length, shift: Shift::Hence }
        }
        // "It will one day be sold."
        Sense::Length(_) if is_some_day(text, span) => Sense::Reference(Reference::Future),
        // Quarters at large tell no length.
        Sense::Window { length: Length { first: Amount { count: Count::Vague, grain: Grain::Quarter }, .. }, turn } => {
            let ahead = matches!(turn, Turn::Next | Turn::Coming | Turn::Following);
            Sense::Reference(if ahead { Reference::Future } else { Reference::Past })
        }
        Sense::Step { grain, step, .. }
            if expr.rule == "turned-unit" && grain >= Grain::Year && step != 0 && lasts(text, span) =>
        {
            Sense::Length(Length::of(Count::Exact(1), grain))
        }
        sense => sense,
    };
    let time = expr.time.map(|time| if ends_day(text, time, span) { END_OF_DAY } else { time });
    Expr { sense, time, ..expr }
}

/// What is told of a day that has not ended: "shortly before midnight on Tuesday".
const END_OF_DAY: TimeOfDay = TimeOfDay::Clock { hour: 24, minute: 0, second: None, zone: None };

fn ends_day(text: &str, time: TimeOfDay, span: Span) -> bool {
    matches!(time, TimeOfDay::Clock { hour: 0, minute: 0, .. }) && follows(text, span, &["before"])
}

/// `a week later than planned`, `a month earlier than Moe`
fn is_compared(text: &str, span: Span) -> bool {
    text[span.end..].strip_prefix(' ').is_some_and(|rest| rest.starts_with("than "))
}

/// `one day` behind what tells the future: some day, not a length.
fn is_some_day(text: &str, span: Span) -> bool {
    let auxiliaries = ["will", "would", "may", "might", "could", "can", "shall", "should"];
    span.of(text).eq_ignore_ascii_case("one day") && follows(text, span, &auxiliaries)
}

/// Whether one of the words stands right before.
pub(super) fn follows(text: &str, span: Span, words: &[&str]) -> bool {
    let before = text[..span.start].trim_end();
    words.iter().any(|word| ends_with_word(before, word))
}

/// `will be redeemed in five years`, but not `the first in five years`, nor `in a quarter that brings a loss`.
fn ahead(text: &str, length: Length, span: Span) -> bool {
    let counted = length.finest() >= Grain::Day && length.first.grain != Grain::Quarter;
    counted
        && follows(text, span, &["in"])
        && match tense(text, span) {
            Some(Tense::Future) => true,
            Some(Tense::Past) => possible(text, span),
            None => (is_note(text) || possible(text, span)) && !is_first_in(text, span),
        }
}

/// `for the first time in nearly two months`
fn is_first_in(text: &str, span: Span) -> bool {
    let before = text[..span.start].trim_end().strip_suffix("in").unwrap_or_default().trim_end();
    ["time", "first"].iter().any(|word| ends_with_word(before, word))
}

/// Whether a text is a note of what is to come, "Lunch in two weeks?", "Dentist on Friday", and no report in short: "Mayor
/// resigns Friday".
pub(super) fn is_note(text: &str) -> bool {
    text.len() <= MESSAGE && Table::built_in().hits(text).next().is_none() && !words(text).skip(1).any(may_report)
}

fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !c.is_alphanumeric() && !matches!(c, '\'' | '’')).filter(|word| !word.is_empty())
}

/// Whether a word looks like a verb in the present of headlines: "sinks".
fn may_report(word: &str) -> bool {
    let plain = word.len() > 3 && word.bytes().all(|byte| byte.is_ascii_lowercase());
    let ends = word.ends_with('s') && !["ss", "us", "is", "ours"].iter().any(|end| word.ends_with(end));
    plain && ends && ENGLISH.at(word, 0).is_none_or(|(_, end)| end < word.len())
}

/// `for the next year`, but not `a plan for next year`, nor `a total for the previous year`.
fn lasts(text: &str, span: Span) -> bool {
    let turned = span.of(text).get(..8).is_some_and(|words| LASTING.iter().any(|one| words.eq_ignore_ascii_case(one)));
    turned && follows(text, span, &["for"])
}

const LASTING: [&str; 3] = ["the next", "the last", "the past"];
