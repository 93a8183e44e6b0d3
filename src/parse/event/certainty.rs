//! Whether a word makes what follows a plan, a demand, a denial or a guess.

use std::sync::LazyLock;

use super::clause::Clause;
use crate::parse::word::{Class, section_lines};
use crate::statement::Certainty;

/// What `word` says of the verb it stands before.
pub(crate) fn of(word: &str) -> Option<Certainty> {
    WORDS.iter().find(|(known, _)| known.eq_ignore_ascii_case(word)).map(|&(_, certainty)| certainty)
}

/// Whether what is told at the node `at` is told as untrue: "denied that …", "it is not true that …", "reports that …
/// are false".
pub(crate) fn is_denied(clause: &Clause<'_>, at: usize) -> bool {
    // "that" may have been taken into a mention: "that Jens Hansen".
    let that = |i: usize| clause.nodes[i].token.span.of(clause.text).eq_ignore_ascii_case("that");
    let leads = |i: usize| (i + 1..at.min(i + 5)).any(that);
    let denied = |i: usize| clause.is_any(i, &["denied", "denies", "deny", "denying"]) && leads(i);
    let untrue = |i: usize| clause.is_any(i, &["not"]) && clause.is_any(i + 1, &["true"]) && leads(i + 1);
    let reports = |i: usize| clause.is_any(i, &["reports", "rumours", "rumors", "claims"]) && leads(i);
    let false_ones = |i: usize| clause.is(i, Class::BE) && clause.is_any(i + 1, &["false", "untrue", "wrong"]);
    (0..at).any(|i| denied(i) || untrue(i)) || (0..at).any(reports) && (at..clause.nodes.len()).any(false_ones)
}

/// Whether a word makes the infinitive after it a fact: "forced", "honor".
pub(crate) fn makes_fact(word: &str) -> bool {
    FACTS.iter().any(|known| known.eq_ignore_ascii_case(word))
}

static FACTS: LazyLock<Vec<&'static str>> = LazyLock::new(|| {
    section_lines(include_str!("../../lexicon/en/certainty.txt"), "[fact]").flat_map(str::split_whitespace).collect()
});

static WORDS: LazyLock<Vec<(&'static str, Certainty)>> = LazyLock::new(|| {
    let file = include_str!("../../lexicon/en/certainty.txt");
    let sections = [
        ("[hypothetical]", Certainty::Hypothetical),
        ("[demanded]", Certainty::Demanded),
        ("[denied]", Certainty::Denied),
        ("[planned]", Certainty::Planned),
    ];
    sections
        .into_iter()
        .flat_map(|(section, certainty)| {
            section_lines(file, section).flat_map(str::split_whitespace).map(move |word| (word, certainty))
        })
        .collect()
});

impl Certainty {
    /// The less certain of the two.
    pub(crate) fn max_doubt(self, other: Certainty) -> Certainty {
        let rank = |c: Certainty| match c {
            Certainty::Reported => 0,
            Certainty::Planned => 1,
            Certainty::Hypothetical => 2,
            Certainty::Demanded => 3,
            Certainty::Denied => 4,
        };
        if rank(other) > rank(self) { other } else { self }
    }
}
