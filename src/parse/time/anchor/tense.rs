//! The tense of the verb nearest to an expression: which way an incomplete date lies.

use crate::Span;

/// Which way.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::parse::time) enum Tense {
    Past,
    Future,
}

/// How far a verb is looked for, in bytes.
const REACH: usize = 90;

const AHEAD: [&str; 12] = [
    "will",
    "shall",
    "scheduled",
    "expected",
    "due",
    "plans",
    "planned",
    "planning",
    "going",
    "expects",
    "until",
    "upcoming",
];

const BEHIND: [&str; 16] = [
    "said",
    "was",
    "were",
    "had",
    "did",
    "told",
    "announced",
    "reported",
    "became",
    "took",
    "came",
    "went",
    "made",
    "fell",
    "rose",
    "ended",
];

/// The tense that the words around `span` tell; past where they tell nothing.
pub(in crate::parse::time) fn tense(text: &str, span: Span) -> Tense {
    let before = sentence_before(text, span.start);
    let verb = before.rsplit(|c: char| !c.is_ascii_alphabetic()).filter(|word| !word.is_empty()).find_map(tense_of);
    verb.or_else(|| words(sentence_after(text, span.end)).find_map(tense_of)).unwrap_or(Tense::Past)
}

fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !c.is_ascii_alphabetic()).filter(|word| !word.is_empty())
}

fn tense_of(word: &str) -> Option<Tense> {
    if AHEAD.iter().any(|ahead| ahead.eq_ignore_ascii_case(word)) {
        Some(Tense::Future)
    } else if BEHIND.iter().any(|behind| behind.eq_ignore_ascii_case(word)) || (word.len() > 4 && word.ends_with("ed"))
    {
        Some(Tense::Past)
    } else {
        None
    }
}

fn sentence_before(text: &str, end: usize) -> &str {
    let mut start = end.saturating_sub(REACH);
    while !text.is_char_boundary(start) {
        start -= 1;
    }
    let near = &text[start..end];
    near.rfind(". ").map_or(near, |stop| &near[stop + 2..])
}

fn sentence_after(text: &str, start: usize) -> &str {
    let mut end = (start + REACH).min(text.len());
    while !text.is_char_boundary(end) {
        end += 1;
    }
    let near = &text[start..end];
    near.find(". ").map_or(near, |stop| &near[..stop])
}
