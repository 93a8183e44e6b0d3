//! Whether a word makes what follows a plan, a demand, a denial or a guess.

use std::sync::LazyLock;

use super::clause::Clause;
use super::trigger::Form;
use crate::lexicon::table::WordTable;
use crate::parse::word::{Class, Shape, section_lines};
use crate::statement::{Certainty, Kind};

/// What `word` says of the verb it stands before.
pub(crate) fn of(word: &str) -> Option<Certainty> {
    WORDS.get(word).copied()
}

/// Whether a sentence tells what happens on a stage or a screen: "In the third season of the political drama, the mayor is
/// sacked".
pub(crate) fn is_played(clause: &Clause<'_>) -> bool {
    const SCENES: [&str; 11] =
        ["film", "movie", "novel", "play", "drama", "sitcom", "opera", "musical", "thriller", "telenovela", "episode"];
    let mut head = (1..clause.nodes.len().min(10)).take_while(|&i| !clause.is(i, Class::BE | Class::HAVE));
    clause.is_any(0, &["in"])
        && clause.is_any(1, &["the", "this", "a", "an", "his", "her", "its"])
        && head.any(|i| clause.is_any(i, &SCENES) && !clause.is_any(i + 1, &["industry", "festival", "and", "on"]))
}

/// Whether what is told at the node `at` is told as untrue: "denied that …", "it is not true that …", "reports that …
/// are false".
pub(crate) fn is_denied(clause: &Clause<'_>, at: usize) -> bool {
    // "that" may have been taken into a mention: "that Jens Hansen".
    let that = |i: usize| clause.nodes[i].token.span.of(clause.text).eq_ignore_ascii_case("that");
    // "denied he had resigned"
    let said = |i: usize| clause.mention(i).is_some() && clause.is(i + 1, Class::HAVE | Class::BE | Class::MODAL);
    let leads = |i: usize| (i + 1..at.min(i + 5)).any(that) || i + 1 < at && said(i + 1);
    let rumour = |i: usize| (i + 1..i + 3).any(|j| clause.is_word(j, Class::RUMOUR));
    // "denied through an aide a report that"
    let report = |i: usize| (i + 1..at.min(i + 12)).any(|j| that(j) && (i + 1..j).any(|k| is_report(clause, k)));
    let denied = |i: usize| {
        clause.is_word(i, Class::DENY) && (leads(i) || report(i)) || clause.is_word(i, Class::REJECT) && rumour(i)
    };
    // "it is not true that", "it is not the case that"
    let case = |i: usize| if clause.is_any(i, &["the"]) && clause.is_any(i + 1, &["case"]) { i + 1 } else { i };
    let untrue = |i: usize| {
        let end = case(i + 1);
        clause.is_any(i, &["not"]) && clause.is_any(end, &["true", "case"]) && leads(end)
    };
    let claimed = |i: usize| clause.is_word(i, Class::CLAIM) && leads(i);
    let reports = |i: usize| is_report(clause, i) && leads(i);
    // "it is untrue that"
    let untrue_that = |i: usize| i > 0 && clause.is_word(i, Class::FALSE) && clause.is(i - 1, Class::BE) && leads(i);
    let denied_later = Class::FALSE | Class::DENY | Class::REJECT;
    let false_ones = |i: usize| {
        let word = clause.skip(i + 1);
        clause.is(i, Class::BE) && word != at && clause.is_word(word, denied_later)
    };
    let wrong = |i: usize| clause.is_word(i, Class::FALSE) && clause.is_word(i + 1, Class::RUMOUR);
    // "there had been rumours on the web that"
    let of_it = |i: usize| clause.is_any(i + 1, &["of", "about"]) && at <= i + 4;
    let hearsay = |i: usize| clause.is_word(i, Class::HEARSAY) && ((i + 1..at.min(i + 8)).any(that) || of_it(i));
    // "there is no truth to claims that", "at no time was", "neither Hansen nor Silva"
    let none = |i: usize| {
        clause.is_any(i, &["no"]) && clause.is_any(i + 1, &["truth", "time", "point"])
            || clause.is_any(i + 1, &["neither"]) && (i + 2..at).any(|j| clause.is_any(j, &["nor"]))
    };
    let opens_neither = clause.is_any(0, &["neither"]) && (1..at).any(|j| clause.is_any(j, &["nor"]));
    let denies = clause.holds(Class::DENY | Class::REJECT | Class::CLAIM | Class::NEGATION);
    denies && (opens_neither || (0..at).any(|i| denied(i) || claimed(i) || untrue(i) || none(i)))
        || clause.holds(Class::HEARSAY) && (0..at).any(hearsay)
        || clause.holds(denied_later)
            && (at.saturating_sub(1)..clause.nodes.len()).any(false_ones)
            && (0..at).any(reports)
        || clause.holds(Class::FALSE) && (0..at).any(|i| untrue_that(i) || wrong(i) && (i + 1..at.min(i + 8)).any(that))
        || clause.holds(Class::DENY | Class::REJECT) && (at + 1..clause.nodes.len()).any(|i| denies_it(clause, i))
        || is_called_for(clause, at)
        || is_open(clause, at)
        || is_annulled(clause, at)
        || is_unsigned(clause, at)
        || is_refused(clause, at)
        || is_unreal(clause, at)
        || is_by_nobody(clause, at)
        || was_to_have(clause, at)
        || fell_through(clause, at)
        || is_said_to_have(clause, at)
        || is_correction(clause)
        || at > 0 && clause.is_any(at - 1, &["almost", "nearly"])
}

/// "a report", "the story"
fn is_report(clause: &Clause<'_>, at: usize) -> bool {
    clause.is_any(at, &["report", "story", "claim", "news"]) || clause.is_word(at, Class::RUMOUR)
}

/// Whether what the expression at `node` would date is told as untrue: "denied that Hansen would resign on Monday",
/// "reports that he resigned on Monday were false", "was dismissed by nobody on Monday"; but "denied on Monday that".
pub(crate) fn dates_untruth(clause: &Clause<'_>, node: usize) -> bool {
    let that = |i: usize| clause.nodes[i].token.span.of(clause.text).eq_ignore_ascii_case("that");
    let leads = |i: usize| (i + 1..node.min(i + 5)).any(that);
    let later = node + 1..clause.nodes.len().min(node + 16);
    let false_ones = || later.clone().any(|i| clause.is(i, Class::BE) && clause.is_word(i + 1, Class::FALSE));
    let untrue = |i: usize| clause.is_word(i, Class::DENY) || clause.is_word(i, Class::RUMOUR) && false_ones();
    let by_nobody = |i: usize| clause.trigger(i).is_some() && is_by_nobody(clause, i);
    (node.saturating_sub(24)..node).any(|i| untrue(i) && leads(i) || by_nobody(i))
}

/// "calls are growing for the resignation of the minister"
fn is_called_for(clause: &Clause<'_>, at: usize) -> bool {
    let noun = clause.trigger(at).is_some_and(|trigger| trigger.form == Form::Noun);
    let lead = (at.saturating_sub(3)..at).rev().find(|&i| clause.is_any(i, &["for"])).filter(|_| noun);
    let calls = |i: usize| clause.is_any(i, &["call", "calls", "demands", "appeals"]);
    lead.is_some_and(|lead| (lead.saturating_sub(6)..lead).any(calls))
}

/// "her office denied it", "the ministry denied the report": what was told before is taken back.
fn denies_it(clause: &Clause<'_>, at: usize) -> bool {
    let the = |i: usize| usize::from(clause.is(i, Class::DETERMINER));
    let noun = at + 1 + the(at + 1);
    let told = is_report(clause, noun);
    let it = clause.is_any(at + 1, &["it", "this", "that"])
        && (clause.skip(at + 2) > at + 2
            || clause.nodes.get(at + 2).is_none_or(|next| matches!(next.token.shape, Shape::Mark(_))));
    clause.is_word(at, Class::DENY) && (it || told && noun > at + 1)
        || clause.is_word(at, Class::REJECT) && told && noun > at + 1
}

/// Whether the sentence behind what was told takes it back: "The ministry denied the report." It tells nothing itself.
pub(crate) fn is_taken_back(next: &Clause<'_>) -> bool {
    ((0..next.nodes.len().min(8)).any(|i| denies_it(next, i)) || is_false(next))
        && (0..next.nodes.len()).all(|i| next.trigger(i).is_none() || next.is_word(i, Class::REJECT))
}

/// "The report was false.", "This is untrue, the firm said."
fn is_false(clause: &Clause<'_>) -> bool {
    if !clause.holds(Class::FALSE) {
        return false;
    }
    let report = clause.is(0, Class::DETERMINER)
        && (clause.is_any(1, &["report", "story", "claim", "news"]) || clause.is_word(1, Class::RUMOUR));
    let it = clause.is_any(0, &["this", "that", "it"]);
    let be = usize::from(report) + 1;
    let wrong = clause.skip(be + 1);
    let closed = clause.nodes.get(wrong + 1).is_none_or(|next| matches!(next.token.shape, Shape::Mark(_)));
    // "It was wrong" judges what was done.
    let told = report || it && !clause.is_any(wrong, &["wrong"]);
    told && clause.is(be, Class::BE) && clause.is_word(wrong, Class::FALSE) && closed
}

/// Whether a text may hold a word of denial: what nearly all are told by to hold none.
pub(crate) fn may_deny(text: &str) -> bool {
    [
        "denie",
        "deny",
        "rejected",
        "refuted",
        "dismissed",
        "false",
        "true",
        "wrong",
        "incorrect",
        "baseless",
        "unfounded",
    ]
    .iter()
    .any(|word| text.contains(word))
}

/// "it is unclear whether Hansen resigned or was dismissed"
fn is_open(clause: &Clause<'_>, at: usize) -> bool {
    if !clause.holds(Class::SUBORDINATOR) {
        return false;
    }
    let comma = (0..at).rev().find(|&i| clause.is_mark(i, b',')).unwrap_or(0);
    (comma..at).any(|i| clause.is_any(i, &["whether"]))
}

/// Whether a decree tells what the gerund at `at` names: "an order dismissing Hansen".
fn is_by_decree(clause: &Clause<'_>, at: usize) -> bool {
    let gerund = clause.trigger(at).is_some_and(|trigger| trigger.form == Form::Gerund);
    gerund && at > 0 && clause.is_word(at - 1, Class::DECREE)
}

/// "refused to sign an order dismissing Hansen", "vetoed the decree appointing her": it was not given.
fn is_unsigned(clause: &Clause<'_>, at: usize) -> bool {
    let before = || (at.saturating_sub(9)..at - 1).rev().take_while(|&i| !clause.is_mark(i, b','));
    is_by_decree(clause, at)
        && before().any(|i| clause.is_any(i, &["vetoed", "vetoes"]) || of(clause.words(i)) == Some(Certainty::Denied))
}

/// "the appointment of Hansen was annulled", "revoked the appointment of Hansen": what was done is undone.
fn is_annulled(clause: &Clause<'_>, at: usize) -> bool {
    let noun = clause.trigger(at).is_some_and(|trigger| trigger.form == Form::Noun) || is_by_decree(clause, at);
    let down = |i: usize| clause.is_any(i, &["voted", "votes", "voting", "turned", "struck"]);
    let annuls = |i: usize| clause.is_word(i, Class::ANNUL) || down(i) && clause.is_any(i + 1, &["down"]);
    let before = (at.saturating_sub(4)..at).any(annuls);
    let after = (at + 1..clause.nodes.len().min(at + 14))
        .take_while(|&i| !clause.is_mark(i, b';') && !clause.is(i, Class::RELATIVE))
        .any(|i| clause.is_word(i, Class::ANNUL) && (clause.is(i - 1, Class::BE) || clause.is(i - 2, Class::BE)));
    noun && (before || after)
}

/// "offered her resignation, but it was refused": what somebody asks leave for and does not get.
fn is_refused(clause: &Clause<'_>, at: usize) -> bool {
    let resigns = clause.trigger(at).is_some_and(|trigger| trigger.kind == Kind::Resignation);
    let offers = || (at.saturating_sub(6)..at).any(|i| clause.is_word(i, Class::OFFER));
    resigns && offers() && (at + 1..clause.nodes.len()).any(|i| clause.is_word(i, Class::REJECT))
}

/// "Had Hansen resigned in May, nobody would have": it was not so.
fn is_unreal(clause: &Clause<'_>, at: usize) -> bool {
    let subject = clause.mention(1).is_some() || clause.is(1, Class::SUBJECT | Class::DETERMINER);
    clause.is_any(0, &["had"]) && subject && !(1..at).any(|i| clause.is_mark(i, b','))
}

/// "was dismissed by nobody"
fn is_by_nobody(clause: &Clause<'_>, at: usize) -> bool {
    let near = at + 1..clause.nodes.len().min(at + 10);
    near.take_while(|&i| clause.trigger(i).is_none())
        .any(|i| clause.is_any(i, &["by"]) && clause.is_any(i + 1, &["nobody", "no-one", "none"]))
}

/// "was to have presented her credentials": it was planned and did not come about.
fn was_to_have(clause: &Clause<'_>, at: usize) -> bool {
    let to_have = |i: usize| clause.is_any(i, &["to"]) && clause.is_any(i + 1, &["have"]);
    (at.saturating_sub(6)..at).any(|i| clause.is_any(i, &["was", "were"]) && (to_have(i + 1) || to_have(i + 2)))
}

/// "was to be sworn in on May 4, but the ceremony was postponed", "was due to resign but": it was planned, and something
/// came between.
fn fell_through(clause: &Clause<'_>, at: usize) -> bool {
    let to = |i: usize| clause.is_any(i, &["to"]);
    let due = |i: usize| clause.is_any(i, &["due", "expected", "scheduled", "set", "supposed", "meant", "planned"]);
    let planned = |i: usize| clause.is_any(i, &["was", "were"]) && (to(i + 1) || due(i + 1) && to(i + 2));
    let but = || {
        let behind = (at + 1..clause.nodes.len()).take_while(|&i| !clause.is_mark(i, b';'));
        behind.into_iter().any(|i| clause.is_any(i, &["but"]))
    };
    (at.saturating_sub(6)..at).any(planned) && but()
}

/// "was rumoured on Monday to have resigned": nobody stands by it.
fn is_said_to_have(clause: &Clause<'_>, at: usize) -> bool {
    let to_have = |i: usize| clause.is_any(i, &["to"]) && clause.is_any(i + 1, &["have"]);
    let claimed =
        |i: usize| clause.is_word(i, Class::CLAIM) && clause.is(i - 1, Class::BE) && to_have(clause.skip(i + 1));
    clause.holds(Class::CLAIM) && (at.saturating_sub(8).max(1)..at).any(claimed)
}

/// A note on what was printed before: "Correction: an earlier version of this article said that …".
pub(crate) fn is_correction(clause: &Clause<'_>) -> bool {
    let version =
        |i: usize| clause.is_word(i, Class::EARLIER) && clause.is_any(i + 1, &["version", "versions", "edition"]);
    let wrongly = |i: usize| clause.is_word(i, Class::WRONGLY) && clause.is(i + 1, Class::SAY);
    clause.is_any(0, &["correction", "corrections", "clarification"])
        || clause.holds(Class::EARLIER) && (0..clause.nodes.len().min(8)).any(version)
        || clause.holds(Class::WRONGLY) && (0..clause.nodes.len()).any(wrongly)
}

/// Whether what is told at the node `at` was reported, and wrongly: "The Courier wrongly reported that Hansen had resigned".
pub(crate) fn is_own_error(clause: &Clause<'_>, at: usize) -> bool {
    let wrongly = |i: usize| clause.is_word(i, Class::WRONGLY) && clause.is(i + 1, Class::SAY);
    clause.holds(Class::WRONGLY) && (0..at.saturating_sub(1)).any(wrongly)
}

/// Whether the node at `at` is the word of those whose say makes no fact: "sources said".
pub(crate) fn is_anonymous(clause: &Clause<'_>, at: usize) -> bool {
    clause.is_word(at, Class::ANONYMOUS)
}

/// Whether a sentence only says what would follow from something: "If elected on May 4,", "Were Hansen to resign,", "Had
/// she accepted in 2014,".
pub(crate) fn is_condition(clause: &Clause<'_>) -> bool {
    let inverted = || {
        let subject = clause.mention(1).is_some() || clause.is(1, Class::SUBJECT | Class::DETERMINER);
        let were = clause.is_any(0, &["were"]) && (2..8).any(|i| clause.is_any(i, &["to"]));
        subject && (were || clause.is_any(0, &["had", "should"]))
    };
    let comma = || (1..clause.nodes.len()).any(|i| clause.is_mark(i, b','));
    (clause.is_any(0, &["if", "unless"]) || inverted()) && comma()
}

/// Whether a word makes the infinitive after it a fact: "forced", "honor".
pub(crate) fn makes_fact(word: &str) -> bool {
    FACTS.iter().any(|known| known.eq_ignore_ascii_case(word))
}

static FACTS: LazyLock<Vec<&'static str>> = LazyLock::new(|| {
    section_lines(include_str!("../../lexicon/en/certainty.txt"), "[fact]").flat_map(str::split_whitespace).collect()
});

static WORDS: LazyLock<WordTable<Certainty>> = LazyLock::new(|| {
    let file = include_str!("../../lexicon/en/certainty.txt");
    let sections = [
        ("[hypothetical]", Certainty::Hypothetical),
        ("[demanded]", Certainty::Demanded),
        ("[denied]", Certainty::Denied),
        ("[planned]", Certainty::Planned),
    ];
    // Of a word in two lists the first counts; a table keeps the last.
    sections
        .into_iter()
        .rev()
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
