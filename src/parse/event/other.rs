//! Every other dated event: a kind where a word says so, and a headline that can be read.
//!
//! **Recognises** any sentence with an expression that has a date and no office event; the kinds are the sections of
//! `lexicon/en/events.txt`, `event` for the rest. One statement an expression.
//!
//! **Examples**: "On May 4 the ministers signed a treaty in Oslo" is an agreement in Oslo; "the floods of 1953" a
//! disaster.
//!
//! **Not**: "last year's budget", "now", "for two years", a date in the page's furniture.

use std::collections::HashMap;
use std::sync::LazyLock;

use crate::Span;
use crate::lexicon::sections;
use crate::parse::mention::MentionKind;
use crate::parse::word::{Class, Shape};
use crate::statement::{Kind, Statement};

use super::clause::{Clause, dates};
use super::{Article, date, plain, title};

/// The dated events of a sentence that tells nothing of an office.
pub(crate) fn read(article: &Article<'_>, clause: &Clause<'_>) -> Vec<Statement> {
    let mut found: Vec<Statement> = Vec::new();
    let times = (0..clause.nodes.len()).filter_map(|node| Some((node, clause.time(node)?)));
    for (node, time) in times {
        let timex = &article.timexes[time];
        if !dates(timex) || timex.date.is_none() || is_attribute(clause, node) {
            continue;
        }
        // "on Monday, May 4": one date, two expressions.
        if found.last().is_some_and(|last| last.date == timex.date && last.span.overlaps(timex.span)) {
            continue;
        }
        let (from, to) = piece(clause, node);
        let word = (from..to).filter_map(|i| Some((kind(clause, i)?, i))).min_by_key(|&(_, i)| (i.abs_diff(node), i));
        let span = Span::new(clause.nodes[from].span.start, clause.nodes[to - 1].span.end);
        let mut statement = Statement {
            span,
            sentence: plain(clause.span.of(clause.text)),
            kind: word.map_or(Kind::Event, |(kind, _)| Kind::from(kind)),
            person: subject(clause, from, to),
            place: place(clause, from, to),
            trigger: word.map(|(_, i)| clause.words(i).to_owned()),
            rule: "dated".into(),
            title: Some(title::clause(clause, from, to)),
            ..Statement::default()
        };
        date(&mut statement, timex, article.text);
        found.push(statement);
    }
    found
}

/// Whether an expression belongs to a noun and dates nothing here: "last year's budget".
fn is_attribute(clause: &Clause<'_>, node: usize) -> bool {
    clause.nodes.get(node + 1).is_some_and(|next| next.token.shape == Shape::Genitive)
}

/// The nodes of the clause that the expression at `node` stands in.
fn piece(clause: &Clause<'_>, node: usize) -> (usize, usize) {
    let mut from = node;
    while from > 0 && !is_border(clause, from) {
        from -= 1;
    }
    let mut to = node + 1;
    while to < clause.nodes.len() && !is_border(clause, to) {
        to += 1;
    }
    // "On May 4," is no clause: what it opens is.
    while to < clause.nodes.len() && (to - from < 6 || !(from..to).any(|i| is_predicate(clause, i))) {
        to += 1;
        while to < clause.nodes.len() && !is_border(clause, to) {
            to += 1;
        }
    }
    (from, to)
}

/// Whether the node at `at` begins a clause of its own.
fn is_border(clause: &Clause<'_>, at: usize) -> bool {
    if clause.is_mark(at, b';') || clause.is_mark(at, b':') {
        return true;
    }
    let comma = at > 0 && clause.is_mark(at - 1, b',');
    let dash = clause.is_mark(at, b'-');
    let new_clause = clause.is(at, Class::RELATIVE)
        || clause.is_any(at, &["but", "while", "although", "because", "so", "as", "where"]);
    dash || comma && new_clause
}

/// Whether a word looks like a verb or an auxiliary.
fn is_predicate(clause: &Clause<'_>, at: usize) -> bool {
    let lower = clause.nodes.get(at).is_some_and(|node| node.token.shape == Shape::Lower);
    clause.is(at, Class::BE | Class::HAVE | Class::MODAL)
        || clause.trigger(at).is_some()
        || lower && (kind(clause, at).is_some() || clause.words(at).ends_with("ed"))
}

/// Who a sentence is about, where that is a person told by name.
fn subject(clause: &Clause<'_>, from: usize, to: usize) -> Option<String> {
    let node = (from..to).find(|&i| clause.mention(i).is_some())?;
    let mention = clause.mention(node).filter(|m| m.kind == MentionKind::Person && m.titled)?;
    mention.name.map(|name| plain(name.of(clause.text)))
}

/// Where: "in Oslo", "at the Kremlin".
fn place(clause: &Clause<'_>, from: usize, to: usize) -> Option<String> {
    let places = (from..to).filter(|&i| i > 0 && clause.is_any(i - 1, &["in", "at", "near"]));
    let mut named = places.filter_map(|i| {
        let mention = clause.mention(i).filter(|m| m.kind != MentionKind::Role)?;
        mention.name.or(mention.organization.filter(|_| clause.nodes[i].token.is_capital()))
    });
    named.next().map(|span| plain(span.of(clause.text)))
}

/// The kind that the word at `at` tells.
fn kind(clause: &Clause<'_>, at: usize) -> Option<&'static str> {
    let word = clause.words(at);
    KINDS.get(word).or_else(|| KINDS.get(&*word.to_ascii_lowercase())).copied()
}

static KINDS: LazyLock<HashMap<&'static str, &'static str>> = LazyLock::new(|| {
    let file = include_str!("../../lexicon/en/events.txt");
    sections(file).flat_map(|(kind, words)| words.split_whitespace().map(move |word| (word, kind))).collect()
});
