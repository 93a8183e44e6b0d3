//! The tense of the verb nearest to an expression: which way an incomplete date lies.

use std::sync::LazyLock;

use crate::Span;
use crate::lexicon;

/// Which way.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Tense {
    Past,
    Future,
}

/// How far a verb is looked for, in bytes.
const REACH: usize = 100;

const TENSES: &str = include_str!("../../../lexicon/en/tense.txt");

/// Words that tell a tense, sorted.
static VERBS: LazyLock<Vec<(&str, Tense)>> = LazyLock::new(|| {
    let mut verbs: Vec<_> = lexicon::entries(TENSES)
        .map(|entry| (entry.form, if entry.class == "future" { Tense::Future } else { Tense::Past }))
        .collect();
    verbs.sort_by_key(|&(form, _)| form);
    verbs
});

/// The tense that the words around `span` tell: the nearest before it in its sentence, else the nearest after it.
pub(in crate::parse::time) fn tense(text: &str, span: Span) -> Option<Tense> {
    let before = sentence_before(text, span.start);
    // "as soon as Tuesday", "as early as May"
    if before.ends_with(" soon as ") || before.ends_with(" early as ") {
        return Some(Tense::Future);
    }
    let mut participle = false;
    for word in before.rsplit(|c: char| !c.is_ascii_alphabetic()).filter(|word| !word.is_empty()) {
        // "held" in "will be held" is a participle: the auxiliary before it decides.
        if std::mem::take(&mut participle) && !word.eq_ignore_ascii_case("be") {
            return Some(Tense::Past);
        }
        match tense_of(word) {
            Some(Tense::Past) => participle = true,
            Some(Tense::Future) => return Some(Tense::Future),
            None => {}
        }
    }
    if participle {
        return Some(Tense::Past);
    }
    words(sentence_after(text, span.end)).find_map(tense_of)
}

/// Words that tell what is still to come when they are written.
static PROMISES: LazyLock<Vec<&str>> =
    LazyLock::new(|| lexicon::entries(TENSES).filter(|entry| entry.key == "promise").map(|entry| entry.form).collect());

/// Whether the sentence tells what stands at `span` as still to come: `she will be sworn in on January 8`
pub(in crate::parse::time) fn promised(text: &str, span: Span) -> bool {
    words(sentence_before(text, span.start)).any(|word| PROMISES.iter().any(|one| one.eq_ignore_ascii_case(word)))
}

fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !c.is_ascii_alphabetic()).filter(|word| !word.is_empty())
}

fn tense_of(word: &str) -> Option<Tense> {
    let listed = VERBS.binary_search_by(|(form, _)| form.bytes().cmp(word.bytes().map(|b| b.to_ascii_lowercase())));
    match listed {
        Ok(at) => VERBS.get(at).map(|&(_, tense)| tense),
        Err(_) => (word.len() > 4 && word.ends_with("ed") && word.starts_with(|c: char| c.is_ascii_lowercase()))
            .then_some(Tense::Past),
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
