//! Every other dated event: a kind where a word says so, and a headline that can be read.
//!
//! **Recognises** any sentence with an expression that has a date and no office event, and beside one what a clause of its
//! own dates; the kinds are the sections of `lexicon/en/events.txt`, `event` for the rest. One statement an expression.
//!
//! **Examples**: "On May 4 the ministers signed a treaty in Oslo" is an agreement in Oslo; "the floods of 1953" a
//! disaster.
//!
//! **Not**: "last year's budget", "now", "for two years", a date in the page's furniture.

mod parties;
mod piece;
mod teller;

use std::sync::LazyLock;

use crate::Span;
use crate::calendar::{Date, Unit};
use crate::lexicon::table::WordTable;
use crate::lexicon::{self, sections};
use crate::parse::mention::MentionKind;
use crate::parse::word::{Class, Shape};
use crate::statement::{Certainty, Kind, Statement, Tense};
use crate::timex::Timex;

use super::certainty::{is_condition, is_correction};
use super::clause::{Clause, dates};
use super::dating::passing::is_told_in_passing;
use super::dating::when;
use super::draft::Person;
use super::follow::Memory;
use super::row::roster;
use super::{Article, date, place, plain, title};
use piece::{Piece, piece};
use teller::teller;

/// The dated events of a sentence beside those that were told of it: all that was `found` from the place `before` on, where
/// these come behind.
pub(crate) fn read<'d>(
    article: &Article<'d>,
    memory: &mut Memory<'d>,
    number: usize,
    clause: &Clause<'d>,
    found: &mut Vec<Statement>,
    before: usize,
) {
    // What an earlier version said is taken back, and what would follow from something is no event.
    if is_correction(clause) || is_condition(clause) || is_bare(clause) || roster::heading(clause).is_some() {
        return;
    }
    let first = found.len();
    let times = (0..clause.nodes.len()).filter_map(|node| Some((node, clause.time(node)?)));
    for (node, time) in times {
        let timex = &article.timexes[time];
        if !dates(timex) || timex.date.is_none() || is_told_in_passing(article, clause, node, timex) {
            continue;
        }
        let Some(Piece { from, to, shared }) = piece(clause, node, &found[before..first]) else { continue };
        // "on Monday, May 4", "from 1991 to 1993": one date, two expressions.
        let when = timex.range.map_or(timex.date, |range| Some(range.date));
        let last = found[first..].last();
        if last.is_some_and(|last| last.date == when && last.span.overlaps(timex.span)) {
            continue;
        }
        // "the December events of 2011": the year completes the month.
        let year = completing_year(article, clause, node, timex);
        if last.is_some_and(|last| last.span.contains(timex.span) && completes(last, timex)) {
            continue;
        }
        let teller = label(clause).or_else(|| born_first(clause, node)).or_else(|| teller(clause, from, to, node));
        let word = teller.and_then(|i| Some((kind(clause, i)?, i)));
        let span = Span::new(clause.nodes[from].span.start, clause.nodes[to - 1].span.end);
        let (verb, opening) = (predicate(clause, from, to, node), title::first(clause, from, to));
        let mut statement = Statement {
            span,
            sentence: plain(clause.span.of(clause.text)),
            kind: word.map_or(Kind::Event, |(kind, _)| Kind::known(kind)),
            place: place::within(clause, from, to).map(|span| plain(span.of(clause.text))),
            trigger: teller.map(|i| plain(clause.words(i))),
            trigger_span: teller.map(|i| clause.nodes[i].span),
            certainty: certainty(clause, from, verb, node),
            rule: "dated".into(),
            title: Some(headline(clause, shared, opening, to, node)),
            ..Statement::default()
        };
        parties::fill(&mut statement, clause, teller, from, to);
        // "…, who left Lima in July", "…, who led it, left": whoever it is, a person.
        if let Some((subject, _)) = shared
            && clause.is_any(subject + 2, &["who"])
            && clause.mention(subject).is_some_and(|m| m.kind == MentionKind::Person)
        {
            let name = memory.person(article, number, clause, Person::Node(subject));
            statement.person = name.map(|name| plain(name.of(clause.text)));
        }
        // "He said": who.
        let subject = shared.map_or(opening, |(subject, _)| subject);
        if clause.mention(subject).is_some_and(|m| m.kind == MentionKind::Pronoun)
            // "He himself" is said to tell two men apart.
            && !clause.is_any(subject + 1, &["himself", "herself"])
            && let Some(name) = memory.antecedent(article, number, clause, subject)
        {
            let name = plain(name.of(clause.text));
            let rest = statement
                .title
                .as_deref()
                .and_then(|title| title.split_once(' '))
                .map(|(_, rest)| format!("{name} {rest}"));
            statement.title = rest.or(statement.title);
            statement.person = Some(name);
        }
        if let Some((kind, at)) = word.filter(|(kind, _)| ["birth", "death"].contains(kind)) {
            let name = whose(article, memory, number, clause, at).map(|name| plain(name.of(clause.text)));
            // "born in 1932; died in 2021"
            let before = || {
                found[first..]
                    .last()
                    .filter(|last| last.kind == Kind::from("birth"))
                    .and_then(|last| last.person.clone())
            };
            statement.person = name.or_else(before);
            let verbs = (at.min(node) + 1..at.max(node)).any(|i| is_predicate(clause, i));
            if verbs || statement.person.is_none() {
                statement.kind = if verbs || kind == "death" { Kind::Event } else { statement.kind };
            }
            if let Some(name) = statement.person.as_deref().filter(|_| label(clause) == Some(at)) {
                statement.title = Some(format!("{name} {}", clause.words(at).to_lowercase()));
            }
        }
        date(&mut statement, timex, article.text);
        let present = statement.certainty == Certainty::Reported
            && verb.is_none_or(|verb| {
                !clause.may_be_past(verb) && !clause.is(verb, Class::HAVE) && !clause.is_any(verb, &["was", "were"])
            });
        if statement.certainty == Certainty::Reported && word.is_some_and(|(kind, at)| is_done(clause, kind, at, node))
        {
            statement.tense = Some(Tense::Past);
        } else if present && when::is_ahead(&statement, article.document) {
            statement.certainty = Certainty::Planned;
        }
        if let Some(range) = timex.range {
            statement.date = Some(range.date);
            statement.date_text = Some(plain(range.span.of(article.text)));
            statement.date_span = Some(range.span);
        } else if let Some(since) = since(clause, node, timex) {
            statement.date = Some(since);
        } else if let Some(month) = year {
            statement.date = Some(month);
            statement.readings.clear();
            statement.anchor = None;
        }
        found.push(statement);
    }
}

/// The headline of a piece; of the whole sentence where the piece has no words: "mayor three times: 1905–1907 and 1911–1914".
fn headline(clause: &Clause<'_>, shared: Option<(usize, usize)>, first: usize, to: usize, node: usize) -> String {
    let title = title::clause(clause, shared, first, to, node);
    if title.contains(char::is_alphabetic) {
        return title;
    }
    let end = clause.nodes.len();
    title::clause(clause, None, title::first(clause, 0, end), end, node)
}

/// Whether the verb at `at` tells of the day at `node` what cannot be told ahead of it, with no other verb between:
/// "Parliament ratified the treaty on May 4", "On May 4 a storm destroyed the pier". A meeting is called and a dividend
/// declared for a day to come.
fn is_done(clause: &Clause<'_>, kind: &str, at: usize, node: usize) -> bool {
    const DONE: [&str; 7] = ["agreement", "arrest", "attack", "award", "disaster", "discovery", "launch"];
    let told = |i: usize| clause.nodes[i].token.shape == Shape::Lower && clause.may_be_past(i);
    let open = |i: usize| clause.is_any(i, &["is", "are", "be", "being", "to", "not"]) || clause.is(i, Class::MODAL);
    // "opened to traffic on May 4"
    let to = |i: usize| kind == "launch" && i == at + 1 && clause.is_any(i, &["to"]);
    let leads = node.checked_sub(1).is_some_and(|i| clause.is_any(i, &["on", "in"]));
    let between = if at < node { at + 1..node - 1 } else { node + 1..at };
    let plain = |i: usize| {
        let verb = told(i) || open(i) || clause.is(i, Class::BE | Class::HAVE) || clause.words(i).ends_with("ing");
        to(i)
            || !verb
                && (at > node
                    || !clause.is(i, Class::PREPOSITION) && !matches!(clause.nodes[i].token.shape, Shape::Mark(_)))
    };
    DONE.contains(&kind) && leads && told(at) && !(at.saturating_sub(2)..at).any(open) && between.into_iter().all(plain)
}

/// Whether a sentence is a date and nothing more: what heads an entry.
fn is_bare(clause: &Clause<'_>) -> bool {
    // "It was 4 May 1931."
    let dated = |i: usize| {
        clause.time(i).is_some() || clause.is(i, Class::PREPOSITION | Class::DETERMINER | Class::SUBJECT | Class::BE)
    };
    (0..clause.nodes.len()).all(|i| dated(i) || matches!(clause.nodes[i].token.shape, Shape::Mark(_)))
}

/// "since 2016": from then on, with no end told.
fn since(clause: &Clause<'_>, node: usize, timex: &Timex) -> Option<Date> {
    node.checked_sub(1).filter(|&before| clause.is_any(before, &["since"]))?;
    Some(Date::interval(Some(timex.date?.as_point()?), None))
}

/// The month that a yearless one and the year a few words behind it make.
fn completing_year(article: &Article<'_>, clause: &Clause<'_>, node: usize, timex: &Timex) -> Option<Date> {
    let Unit::Month(_, month) = timex.date?.as_point()?.unit else { return None };
    let of = (node + 1..node + 4).find(|&i| clause.is_any(i, &["of"]))?;
    let year = article.timexes[clause.time(of + 1)?].date?.as_year()?;
    Date::month(year, month).filter(|_| timex.anchor.is_some())
}

/// Whether an expression is the year that already completed the date of `last`.
fn completes(last: &Statement, timex: &Timex) -> bool {
    let within = last.date.zip(timex.date).is_some_and(|(month, year)| month.within(year));
    within && last.anchor.is_none() && timex.date.is_some_and(|date| date.as_year().is_some())
}

/// Whether a word looks like a verb or an auxiliary.
pub(super) fn is_predicate(clause: &Clause<'_>, at: usize) -> bool {
    let lower = clause.nodes.get(at).is_some_and(|node| node.token.shape == Shape::Lower);
    clause.is(at, Class::BE | Class::HAVE | Class::MODAL)
        || clause.trigger(at).is_some()
        || lower && (clause.may_be_past(at) || kind(clause, at).is_some())
}

/// Whether a verb group stands at `at`, or what it begins with: "was", "signed"; but not "the signed treaty", nor a noun that
/// tells a kind of event.
pub(super) fn is_finite(clause: &Clause<'_>, at: usize) -> bool {
    clause.is(at, Class::BE | Class::HAVE | Class::MODAL) || teller::is_verb(clause, at)
}

/// Whether the verb nearest to the expression at `node`, in a clause from `from` on, tells a fact: "may name a successor in
/// June" does not.
fn certainty(clause: &Clause<'_>, from: usize, verb: Option<usize>, node: usize) -> Certainty {
    let Some(verb) = verb else { return Certainty::Reported };
    // "were due on 9 March"
    if clause.is(verb, Class::BE) && clause.is_any(verb + 1, &["due", "scheduled", "expected", "planned"]) {
        return Certainty::Planned;
    }
    // "was not opened in May"; but "was not opened until May" tells when it was.
    let group = verb.saturating_sub(2).max(from)..=verb;
    let limits = ["until", "till", "before", "only", "just", "yet"];
    let negated =
        group.clone().any(|i| clause.is(i, Class::NEGATION) && !clause.is_any(i, &["no", "neither", "nor", "without"]));
    if negated && !(verb.saturating_sub(2)..node).any(|i| clause.is_any(i, &limits)) {
        return Certainty::Denied;
    }
    let modal = group.into_iter().find(|&i| clause.is(i, Class::MODAL));
    match modal.map(|i| clause.words(i)) {
        Some("may" | "might" | "could" | "should") => Certainty::Hypothetical,
        Some("will" | "shall" | "would") => Certainty::Planned,
        _ => Certainty::Reported,
    }
}

/// The verb nearest to the expression at `node`: before it, else behind it.
fn predicate(clause: &Clause<'_>, from: usize, to: usize, node: usize) -> Option<usize> {
    let verb = |i: &usize| is_predicate(clause, *i);
    (from..node).rev().find(verb).or_else(|| (node..to).find(verb))
}

/// Who was born or died by the word at `at`: "Born in Lima, Ana Silva studied"; "her husband, Jens Hansen, died".
fn whose<'d>(
    article: &Article<'d>,
    memory: &mut Memory<'d>,
    number: usize,
    clause: &Clause<'d>,
    at: usize,
) -> Option<Span> {
    let person =
        |i: &usize| clause.mention(*i).is_some_and(|m| matches!(m.kind, MentionKind::Person | MentionKind::Pronoun));
    let fronted = || (at..at + 16).find(|&i| clause.is_mark(i, b',') && person(&(i + 1))).map(|comma| comma + 1);
    // "The architect Luis Moe (born 4 May 1931)"
    let bracket = at.checked_sub(2).filter(|_| clause.is_mark(at - 1, b'('));
    if label(clause) == Some(at) {
        return memory.person(article, number, clause, Person::Above);
    }
    let subject = match at {
        0 => fronted(),
        _ => bracket.or_else(|| clause.subject(clause.group(at).start)),
    };
    let subject = subject.filter(person)?;
    let named = clause.mention(subject).is_some_and(|m| m.kind == MentionKind::Pronoun || m.apposed);
    (named || memory.is_person(clause, subject))
        .then(|| memory.person(article, number, clause, Person::Node(subject)))
        .flatten()
}

/// The word with a kind that a line is headed with: "Born: 4 May 1965, Lima".
fn label(clause: &Clause<'_>) -> Option<usize> {
    (clause.is_mark(1, b':') && clause.time(2).is_some() && kind(clause, 0).is_some()).then_some(0)
}

/// The word that opens "Born at Lom in 1902, Ana Silva studied law", where the expression at `node` is of it.
fn born_first(clause: &Clause<'_>, node: usize) -> Option<usize> {
    let opens = clause.is_any(0, &["born"]) && !(1..node).any(|i| is_predicate(clause, i) || clause.is_mark(i, b';'));
    (opens && node < 8).then_some(0)
}

/// The kind that the word at `at` tells.
pub(super) fn kind(clause: &Clause<'_>, at: usize) -> Option<&'static str> {
    // "March" is a month where it is part of a date.
    if !clause.is_word(at, Class::EVENT) || clause.time(at).is_some() {
        return None;
    }
    // "had held the post since 2009"
    let held = clause.is_any(at, &["post", "posts"]) && at > 0;
    if held && clause.is(at - 1, Class::DETERMINER | Class::POSSESSIVE | Class::PREPOSITION) {
        return None;
    }
    // "called to the bar", "called him as rector"
    let calls = clause.is_any(at, &["called"]) && (at + 1..at + 5).any(|i| clause.is_any(i, &["to", "as"]));
    // "was released from prison": who was, and no product.
    let freed = clause.is_any(at, &["released"]) && at > 0 && clause.is(at - 1, Class::BE) && {
        let who = clause.subject(at - 1).and_then(|subject| clause.mention(subject));
        who.is_some_and(|m| matches!(m.kind, MentionKind::Person | MentionKind::Pronoun))
    };
    // "studied law", "a degree in law", "the law school"
    let bare = clause.is_any(at, &["law"])
        && !(at > 0
            && (clause.is(at - 1, Class::DETERMINER) || clause.is_any(at - 1, &["into", "new", "became", "martial"])));
    let of_law =
        clause.is_any(at, &["law"]) && clause.is_any(at + 1, &["school", "degree", "firm", "professor", "student"]);
    // "was received by the king": no prize.
    let guest = clause.is_any(at, &["received"]) && {
        at > 0 && clause.is(at - 1, Class::BE)
            || (at + 1..at + 3)
                .any(|i| clause.mention(i).is_some_and(|m| matches!(m.kind, MentionKind::Person | MentionKind::Role)))
    };
    // "was passed over for the post", "the chair passed to her": no law; "the nomination was withdrawn": no troops.
    let passes = clause.is_any(at, &["passed"]) && clause.is(at + 1, Class::PREPOSITION);
    let back = clause.is_any(at, &["withdrawn"]) && at > 0 && clause.is(at - 1, Class::BE);
    if calls || freed || bare || of_law || guest || passes || back {
        return None;
    }
    KINDS.get(clause.words(at)).copied()
}

static KINDS: LazyLock<WordTable<&'static str>> = LazyLock::new(|| {
    sections(lexicon::EVENTS).flat_map(|(kind, words)| words.split_whitespace().map(move |word| (word, kind))).collect()
});
