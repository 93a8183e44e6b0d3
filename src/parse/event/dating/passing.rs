//! Expressions that date nothing where they stand: what belongs to a noun, ends a period, gives a reason or a rank, or is
//! told to the hour right beside.
//!
//! **Examples**: "*last year*'s budget"; "because *1 May* is a holiday"; "the strongest quake since *1979*"; "on *Saturday*
//! just before 7 p.m. (*8 p.m. ET*)".
//!
//! **Not**: "has been mayor since *1979*", "on *Saturday* in Lima".

use chrono::Datelike;

use crate::calendar::Date;
use crate::parse::mention::MentionKind;
use crate::parse::word::{Class, Shape};
use crate::timex::{Timex, TimexClass};

use super::landmark;
use crate::parse::event::Article;
use crate::parse::event::certainty::dates_untruth;
use crate::parse::event::clause::{Clause, dates};

/// Whether the expression at `node` dates nothing of its sentence.
pub(crate) fn is_told_in_passing(article: &Article<'_>, clause: &Clause<'_>, node: usize, timex: &Timex) -> bool {
    is_attribute(clause, node)
        || is_quoted(article.text, timex)
        || is_life(clause, node, timex)
        || is_placed_life(article, clause, node)
        || is_told_closer(article, clause, timex)
        || is_end_of_period(clause, node)
        || is_reason(clause, node)
        || is_rank(clause, node)
        || is_told_finer(article, clause, node, timex)
        || dates_untruth(clause, node)
}

/// Whether an expression belongs to a noun and dates nothing here: "last year's budget", "third-quarter results".
fn is_attribute(clause: &Clause<'_>, node: usize) -> bool {
    let next = clause.nodes.get(node + 1);
    // "third-quarter results"
    let compound = clause.words(node).contains('-') && clause.words(node).ends_with("quarter");
    next.is_some_and(|next| next.token.shape == Shape::Genitive || compound && next.token.shape == Shape::Lower)
}

/// Whether an expression is one of the two years behind a name in which a life began and ended: "Ana Silva (1802–1871)".
fn is_life(clause: &Clause<'_>, node: usize, timex: &Timex) -> bool {
    let Some(range) = timex.range else { return false };
    let years = range.date.bounds();
    let long = years.earliest.zip(years.latest).is_some_and(|(from, to)| to.year() - from.year() >= SHORT_LIFE);
    let opening = (node.saturating_sub(3)..node).rev().find(|&i| clause.is_mark(i, b'('));
    let named = opening.and_then(|i| clause.mention(i.checked_sub(1)?)).is_some_and(|m| m.kind == MentionKind::Person);
    let closed = (node + 1..node + 4).any(|i| clause.is_mark(i, b')'));
    long && named && closed
}

/// The same with the places: "Ana Silva (4 May 1902, Lima – 3 June 1971, Lom)".
fn is_placed_life(article: &Article<'_>, clause: &Clause<'_>, node: usize) -> bool {
    let Some(opening) = (node.saturating_sub(LIFE)..node).rev().find(|&i| clause.is_mark(i, b'(')) else {
        return false;
    };
    let named = opening.checked_sub(1).and_then(|i| clause.mention(i));
    let Some(close) = (node..opening + LIFE).find(|&i| clause.is_mark(i, b')')) else { return false };
    if !named.is_some_and(|m| m.kind == MentionKind::Person) {
        return false;
    }
    let place = |i: usize| {
        clause.mention(i).is_some_and(|m| m.role.is_none())
            || clause.nodes[i].token.is_capital()
            || clause.is_mark(i, b',')
            || clause.is_mark(i, b'-')
    };
    let day = |i: usize| clause.time(i).and_then(|time| article.timexes[time].date?.as_day());
    let mut days = (opening + 1..close).filter_map(day);
    let both = days.next().zip(days.next()).is_some_and(|(from, to)| to.year() - from.year() >= SHORT_LIFE);
    both && (opening + 1..close).any(|i| clause.is_mark(i, b'-'))
        && (opening + 1..close).all(|i| day(i).is_some() || place(i))
}

/// No more nodes stand between the brackets of a life.
const LIFE: usize = 14;

/// Years behind a name that lie less far apart are those of an office.
const SHORT_LIFE: i32 = 20;

/// Whether what is counted from an event is told by another date of the sentence as well: "on May 3, two days after the
/// vote", "two days after the vote at noon".
fn is_told_closer(article: &Article<'_>, clause: &Clause<'_>, timex: &Timex) -> bool {
    let others = (0..clause.nodes.len()).filter_map(|node| Some(&article.timexes[clause.time(node)?]));
    let closer = |other: &Timex| {
        let within = other.date.zip(timex.date).is_some_and(|(other, day)| other.within(day));
        other.span != timex.span && dates(other) && (within || other.date.is_some() && other.anchor.is_none())
    };
    timex.rule == landmark::RULE && others.into_iter().any(closer)
}

/// Whether an expression only ends the period that something is told of: "the three years ending June 30".
fn is_end_of_period(clause: &Clause<'_>, node: usize) -> bool {
    let ends = node.checked_sub(1).is_some_and(|i| clause.is_any(i, &["ending", "ended"]));
    ends && node.checked_sub(2).is_some_and(|i| clause.time(i).is_some())
}

/// Whether an expression is what a reason says something of: "because 1 May is a holiday"
fn is_reason(clause: &Clause<'_>, node: usize) -> bool {
    let given = node.checked_sub(1).is_some_and(|i| clause.is_any(i, &["because", "as", "since"]));
    given && clause.is(node + 1, Class::BE)
}

/// Whether an expression only says among how many something is ranked: "the strongest since 1979", "its second strike since
/// 2016".
fn is_rank(clause: &Clause<'_>, node: usize) -> bool {
    let Some(since) = node.checked_sub(1).filter(|&i| clause.is_any(i, &["since"])) else { return false };
    let other = Class::BE | Class::HAVE | Class::MODAL | Class::CONJUNCTION | Class::RELATIVE;
    let phrase = (since.saturating_sub(RANKED)..since).rev();
    let phrase = phrase.take_while(|&i| !clause.is(i, other) && !clause.is_mark(i, b','));
    phrase.into_iter().any(|i| ranks(clause, i))
}

/// So many words stand between a rank and its "since" at most.
const RANKED: usize = 8;

/// "first", "strongest", "most" behind a determiner.
fn ranks(clause: &Clause<'_>, at: usize) -> bool {
    let definite = at.checked_sub(1).is_some_and(|i| {
        clause.is(i, Class::DETERMINER | Class::POSSESSIVE) || clause.nodes[i].token.shape == Shape::Genitive
    });
    let word = clause.words(at);
    let superlative = word.len() > "west".len() && word.ends_with("est");
    let rank = ["most", "least", "best", "worst", "only", "last"];
    definite && (clause.is(at, Class::ORDINAL) || superlative || clause.is_any(at, &rank))
}

/// Whether a day is told again beside its expression, to the hour, or a time in brackets is that of another zone: "on
/// Saturday just before 7 p.m. (8 p.m. ET)".
fn is_told_finer(article: &Article<'_>, clause: &Clause<'_>, node: usize, here: &Timex) -> bool {
    let timex = |i: usize| clause.time(i).map(|time| &article.timexes[time]);
    if here.class == TimexClass::Time && node > 0 && clause.is_mark(node - 1, b'(') {
        let before = (node.saturating_sub(BESIDE)..node - 1).rev().find_map(timex);
        return before.is_some_and(|other| other.class == TimexClass::Time && other.date.is_some());
    }
    let between = |i: usize| clause.is(i, Class::PREPOSITION) || clause.is_adverb(i) || clause.is_mark(i, b',');
    let finer = |other: &Timex| {
        let within = other.date.zip(here.date).is_some_and(|(finer, day)| finer != day && finer.within(day));
        within && here.date.and_then(Date::as_day).is_some()
    };
    let behind = (node + 1..node + BESIDE).find(|&i| !between(i)).and_then(timex);
    let before = (node.saturating_sub(BESIDE)..node).rev().find(|&i| !between(i)).and_then(timex);
    [behind, before].into_iter().flatten().any(finer)
}

/// No more words stand between a day and its hour.
const BESIDE: usize = 5;

/// Whether an expression is a name in quotation marks: the calendar headed "May 2024".
fn is_quoted(text: &str, timex: &Timex) -> bool {
    let (before, after) = (text.get(..timex.span.start), text.get(timex.span.end..));
    before.is_some_and(|text| text.ends_with(['"', '“'])) && after.is_some_and(|text| text.starts_with(['"', '”']))
}
