//! The prefilter for temporal expressions: one pass of one automaton over the words without which none is read.

use std::sync::LazyLock;

use aho_corasick::{AhoCorasick, AhoCorasickKind, MatchKind};

use crate::Span;
use crate::lexicon::time::{ENGLISH, Meaning, Small, Turn};

static HEADS: LazyLock<Option<AhoCorasick>> = LazyLock::new(|| {
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
    let digits = ["0", "1", "2", "3", "4", "5", "6", "7", "8", "9"];
    AhoCorasick::builder()
        .kind(Some(AhoCorasickKind::DFA))
        .match_kind(MatchKind::LeftmostLongest)
        .ascii_case_insensitive(true)
        .build(words.into_iter().chain(digits))
        .ok()
});

/// The places of `text` around which the grammar has to be tried, in order, not overlapping.
pub(crate) fn hits(text: &str) -> impl Iterator<Item = Span> {
    HEADS.iter().flat_map(move |heads| heads.find_iter(text)).filter_map(move |found| {
        let (start, end) = (found.start(), found.end());
        let bytes = text.as_bytes();
        let before = start.checked_sub(1).map(|i| bytes[i]);
        if bytes[start].is_ascii_digit() {
            // One hit a run of digits.
            return (!before.is_some_and(|b| b.is_ascii_alphanumeric())).then(|| Span::new(start, end));
        }
        let whole =
            !before.is_some_and(|b| b.is_ascii_alphabetic()) && !bytes.get(end).is_some_and(u8::is_ascii_alphanumeric);
        whole.then(|| Span::new(start, end))
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
