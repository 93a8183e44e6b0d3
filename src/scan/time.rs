//! The prefilter for temporal expressions: one pass over the words without which none is read.
//!
//! Words are whole here, so the automaton is asked only where one begins, and there only if its first letters are those
//! of some word of time.

use std::sync::LazyLock;

use aho_corasick::{AhoCorasick, AhoCorasickKind, Anchored, Input, MatchKind, StartKind};

use super::starts::Starts;
use crate::Span;
use crate::lexicon::time::{ENGLISH, Meaning, Small, Turn};

struct Heads {
    starts: Starts,
    words: AhoCorasick,
}

static HEADS: LazyLock<Option<Heads>> = LazyLock::new(|| {
    let (phrases, mut words): (Vec<&str>, Vec<&str>) = ENGLISH
        .iter()
        .filter(|(_, meanings)| meanings.iter().any(|&meaning| is_head(meaning)))
        .map(|(form, _)| form)
        .partition(|form| form.contains([' ', '-', '.', '\'', '’']));
    // A phrase is found by one of its words.
    for phrase in phrases {
        let mut parts = phrase.split(|c: char| !c.is_ascii_alphanumeric()).filter(|part| part.len() > 1);
        if !parts.clone().any(|part| words.contains(&part)) {
            words.extend(parts.next_back());
        }
    }
    let starts = Starts::new(words.iter().copied(), true);
    let words = AhoCorasick::builder()
        .kind(Some(AhoCorasickKind::DFA))
        .start_kind(StartKind::Anchored)
        .match_kind(MatchKind::LeftmostLongest)
        .ascii_case_insensitive(true)
        .build(words);
    Some(Heads { starts, words: words.ok()? })
});

/// The places of `text` around which the grammar has to be tried, in order, not overlapping.
pub(crate) fn hits(text: &str) -> impl Iterator<Item = Span> {
    HEADS.iter().flat_map(move |heads| {
        heads.starts.of(text).filter_map(move |start| {
            let bytes = text.as_bytes();
            if bytes[start].is_ascii_digit() {
                // One hit a run of digits.
                return Some(Span::new(start, start + 1));
            }
            let input = Input::new(text).range(start..).anchored(Anchored::Yes);
            let end = heads.words.try_find(input).ok()??.end();
            (!bytes.get(end).is_some_and(u8::is_ascii_alphanumeric)).then(|| Span::new(start, end))
        })
    })
}

/// Whether some production can be read that has no other head than a word of this meaning.
fn is_head(meaning: Meaning) -> bool {
    match meaning {
        Meaning::Month(_)
        | Meaning::Holiday(_)
        | Meaning::Former
        | Meaning::Turn(Turn::Past)
        | Meaning::Weekday(_)
        | Meaning::Weekdays(_)
        | Meaning::Season(_)
        | Meaning::Seasons(_)
        | Meaning::Unit(_)
        | Meaning::Units(_)
        | Meaning::Frequency(_)
        | Meaning::Day(_)
        | Meaning::Part(_)
        | Meaning::Parts(_)
        | Meaning::TodayPart(_)
        | Meaning::Clock(_)
        | Meaning::Decade(_)
        | Meaning::Reference(_) => true,
        // Years in words: "nineteen eighty-four", "two thousand and one".
        Meaning::Cardinal(count) => matches!(count, 16..=20 | 1000),
        Meaning::Small(small) => matches!(small, Small::YearAgo | Small::OClock | Small::Period | Small::Time),
        _ => false,
    }
}
