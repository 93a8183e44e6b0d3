//! Every other dated event: a kind where a word says so, and a headline that can be read.
//!
//! **Recognises** any sentence with an expression that has a date and no office event, and beside one what a clause of its
//! own dates; the kinds are the sections of `lexicon/en/events.txt`, `event` for the rest. One statement an expression.
//!
//! **Examples**: "On May 4 the ministers signed a treaty in Oslo" is an agreement in Oslo; "the floods of 1953" a
//! disaster.
//!
//! **Not**: "last year's budget", "now", "for two years", a date in the page's furniture.

use std::sync::LazyLock;

use chrono::Datelike;

use crate::Span;
use crate::calendar::{Date, Unit};
use crate::lexicon::table::WordTable;
use crate::lexicon::{self, sections};
use crate::parse::mention::MentionKind;
use crate::parse::word::{Class, Shape, may_be_past};
use crate::statement::{Certainty, Kind, Statement};
use crate::timex::Timex;

use super::certainty::{dates_untruth, is_condition, is_correction};
use super::clause::{Clause, dates};
use super::draft::Person;
use super::follow::Memory;
use super::landmark;
use super::teller::teller;
use super::{Article, date, parties, place, plain, roster, title, when};

/// The dated events of a sentence beside those of offices that were `told` of it.
pub(crate) fn read<'d>(
    article: &Article<'d>,
    memory: &mut Memory<'d>,
    number: usize,
    clause: &Clause<'d>,
    told: &[Statement],
) -> Vec<Statement> {
    let mut found: Vec<Statement> = Vec::new();
    // What an earlier version said is taken back, and what would follow from something is no event.
    if is_correction(clause) || is_condition(clause) || is_bare(clause) || roster::heading(clause).is_some() {
        return found;
    }
    let times = (0..clause.nodes.len()).filter_map(|node| Some((node, clause.time(node)?)));
    for (node, time) in times {
        let timex = &article.timexes[time];
        if !dates(timex) || timex.date.is_none() || is_attribute(clause, node) || is_quoted(article.text, timex) {
            continue;
        }
        if is_life(clause, node, timex)
            || is_told_closer(article, clause, timex)
            || is_end_of_period(clause, node)
            || is_reason(clause, node)
            || dates_untruth(clause, node)
        {
            continue;
        }
        let Some(Piece { from, to, shared }) = piece(clause, node, told) else { continue };
        // "on Monday, May 4", "from 1991 to 1993": one date, two expressions.
        let when = timex.range.map_or(timex.date, |range| Some(range.date));
        if found.last().is_some_and(|last| last.date == when && last.span.overlaps(timex.span)) {
            continue;
        }
        // "the December events of 2011": the year completes the month.
        let year = completing_year(article, clause, node, timex);
        if found.last().is_some_and(|last| last.span.contains(timex.span) && completes(last, timex)) {
            continue;
        }
        let teller = label(clause).or_else(|| teller(clause, from, to, node));
        let word = teller.and_then(|i| Some((kind(clause, i)?, i)));
        let span = Span::new(clause.nodes[from].span.start, clause.nodes[to - 1].span.end);
        let mut statement = Statement {
            span,
            sentence: plain(clause.span.of(clause.text)),
            kind: word.map_or(Kind::Event, |(kind, _)| Kind::from(kind)),
            place: place::within(clause, from, to).map(|span| plain(span.of(clause.text))),
            trigger: teller.map(|i| plain(clause.words(i))),
            trigger_span: teller.map(|i| clause.nodes[i].span),
            certainty: certainty(clause, from, to, node),
            rule: "dated".into(),
            title: Some(title::clause(clause, shared, from, to, node)),
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
        let first = shared.map_or_else(|| title::first(clause, from, to), |(subject, _)| subject);
        if clause.mention(first).is_some_and(|m| m.kind == MentionKind::Pronoun)
            // "He himself" is said to tell two men apart.
            && !clause.is_any(first + 1, &["himself", "herself"])
            && let Some(name) = memory.antecedent(article, number, clause, first)
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
            let before =
                || found.last().filter(|last| last.kind == Kind::from("birth")).and_then(|last| last.person.clone());
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
            && predicate(clause, from, to, node).is_none_or(|verb| {
                !may_be_past(clause.words(verb))
                    && !clause.is(verb, Class::HAVE)
                    && !clause.is_any(verb, &["was", "were"])
            });
        if present && when::is_ahead(&statement, article.document) {
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
    found
}

/// Whether a sentence is a date and nothing more: what heads an entry.
fn is_bare(clause: &Clause<'_>) -> bool {
    let dated = |i: usize| clause.time(i).is_some() || clause.is(i, Class::PREPOSITION | Class::DETERMINER);
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

/// Years behind a name that lie less far apart are those of an office.
const SHORT_LIFE: i32 = 20;

/// Whether an expression is a name in quotation marks: the calendar headed "May 2024".
fn is_quoted(text: &str, timex: &Timex) -> bool {
    let (before, after) = (text.get(..timex.span.start), text.get(timex.span.end..));
    before.is_some_and(|text| text.ends_with(['"', '“'])) && after.is_some_and(|text| text.starts_with(['"', '”']))
}

/// The noun that the expression at `node` dates, where a clause is told of something else: "after the 1953 floods",
/// "reminiscent of the strikes of 1926".
fn dated_noun(clause: &Clause<'_>, node: usize) -> Option<(usize, usize)> {
    let is_noun = |i: usize| {
        let body = clause.mention(i).is_some_and(|m| m.kind == MentionKind::Body);
        body || clause.nodes.get(i).is_some_and(|word| {
            matches!(word.token.shape, Shape::Lower | Shape::Capital)
                && !word.token.is(Class::FUNCTION | Class::PREPOSITION | Class::CONJUNCTION | Class::RELATIVE)
                && !clause.is(i, Class::BE | Class::HAVE | Class::MODAL | Class::DETERMINER)
        })
    };
    let before = node.checked_sub(1)?;
    let head = if clause.is_any(before, &["of"]) { before } else { node };
    let definite = |i: usize| clause.mention(i).is_some_and(|m| m.definite && m.kind != MentionKind::Role);
    let article = (head.saturating_sub(4)..head).rev().find(|&i| clause.is(i, Class::DETERMINER) || definite(i))?;
    if !(article + 1..head).all(is_noun) {
        return None;
    }
    let mut to = node + 1;
    while to < clause.nodes.len() && to < node + 4 && is_noun(to) && !clause.words(to).ends_with("ed") {
        to += 1;
    }
    if to > node + 1 && clause.is_any(to, &["of"]) && clause.time(to + 1).is_some() {
        to += 2;
    }
    let named = to > node + 1 || article + 1 < head || definite(article);
    let governed = article.checked_sub(1).is_some_and(|i| {
        clause.is_any(i, &["after", "before", "following", "since", "during", "of", "amid", "despite", "for", "to"])
    });
    (named && governed).then_some((article, to))
}

/// What is told with one date, by its nodes.
struct Piece {
    from: usize,
    to: usize,
    /// The first node of a subject that stands elsewhere in the sentence, and one past its last.
    shared: Option<Nodes>,
}

/// A first node, and one past the last.
type Nodes = (usize, usize);

/// What the expression at `node` dates, of a sentence that tells the events `told` besides; `None` where these are all.
fn piece(clause: &Clause<'_>, node: usize, told: &[Statement]) -> Option<Piece> {
    let noun = || dated_noun(clause, node).map(|(from, to)| Piece { from, to, shared: None });
    let related = || related(clause, node).or_else(|| resumed(clause, node));
    if told.is_empty() {
        let whole = || {
            let (from, to) = around(clause, node);
            one_of_several(clause, from, to, node).unwrap_or(Piece { from, to, shared: None })
        };
        return Some(noun().or_else(related).unwrap_or_else(whole));
    }
    let span = clause.nodes[node].span;
    let is_dated = told.iter().any(|event| event.date_span.is_some_and(|dated| dated.overlaps(span)));
    let is_told = |i: usize| {
        let word = clause.nodes[i].span;
        told.iter().any(|event| event.trigger_span.is_some_and(|trigger| trigger.overlaps(word)))
    };
    let piece = Some(node).filter(|_| !is_dated).and_then(|_| related().or_else(|| beside(clause, node)))?;
    (!(piece.from..piece.to).any(is_told)).then_some(piece)
}

/// What a relative clause between commas tells of the one it is about: "met the envoy Jens Hansen, who left Lima in
/// July, and".
fn related(clause: &Clause<'_>, node: usize) -> Option<Piece> {
    let before = (0..node).rev().take_while(|&i| !clause.is_mark(i, b',') && !is_border(clause, i));
    let pronoun = before.into_iter().find(|&i| clause.is(i, Class::RELATIVE))?;
    let antecedent = pronoun.checked_sub(2).filter(|&i| clause.is_mark(i + 1, b','))?;
    let mention = clause.mention(antecedent)?;
    let from = pronoun + 1;
    let acts = match clause.words(pronoun) {
        "who" => {
            let person = matches!(mention.kind, MentionKind::Person | MentionKind::Role);
            person && (from..node).any(|i| is_predicate(clause, i))
        }
        "which" => !mention.titled && is_predicate(clause, from),
        _ => false,
    };
    // "Norway and Sweden, which were invited": more than the one before.
    let several = clause.is_any(from, &["were", "are", "have"])
        && antecedent.checked_sub(1).is_some_and(|i| clause.is_any(i, &["and", "or"]));
    let to = (node + 1..clause.nodes.len()).find(|&i| clause.is_mark(i, b',') || is_border(clause, i));
    let to = to.unwrap_or(clause.nodes.len());
    (acts && !several).then_some(Piece { from, to, shared: Some((antecedent, antecedent + 1)) })
}

/// What is told on of someone behind a relative clause: "Ana Silva, who had been mayor, died on Monday".
fn resumed(clause: &Clause<'_>, node: usize) -> Option<Piece> {
    let goes_on = |&i: &usize| clause.is_mark(i, b',') && is_predicate(clause, i + 1);
    let comma = (0..node).rev().take_while(|&i| !is_border(clause, i)).find(goes_on)?;
    let relates = |&i: &usize| clause.is_any(i, &["who"]) && clause.is_mark(i - 1, b',');
    let pronoun = (2..comma).rev().find(relates)?;
    let whom = clause.mention(pronoun - 2).filter(|m| m.kind == MentionKind::Person)?;
    let acts = (pronoun + 1..comma).any(|i| is_predicate(clause, i)) && whom.name.is_some();
    let to = (node + 1..clause.nodes.len()).find(|&i| ends(clause, node, i)).unwrap_or(clause.nodes.len());
    acts.then_some(Piece { from: comma + 1, to, shared: Some((pronoun - 2, pronoun - 1)) })
}

/// The nodes of the clause that the expression at `node` stands in.
fn around(clause: &Clause<'_>, node: usize) -> (usize, usize) {
    let mut from = node;
    while from > 0 && !is_border(clause, from) {
        from -= 1;
    }
    let mut to = node + 1;
    while to < clause.nodes.len() && !ends(clause, node, to) {
        to += 1;
    }
    // "On May 4," is no clause: what it opens is.
    while to < clause.nodes.len() && (to - from < SHORT || !(from..to).any(|i| is_predicate(clause, i))) {
        to += 1;
        while to < clause.nodes.len() && !ends(clause, node, to) {
            to += 1;
        }
    }
    // Of a long one, as much before the expression as a headline holds.
    let length = |from: usize| clause.nodes[to - 1].span.end - clause.nodes[from].span.start;
    let shorter = (from + 1..node).filter(|&i| begins_clause(clause, from, i));
    if length(from) > title::LONGEST && title::relative(clause, from, node).is_none() {
        from = shorter
            .clone()
            .find(|&i| length(i) <= title::LONGEST && (i..to).any(|j| is_predicate(clause, j)))
            .unwrap_or(from);
    }
    (from, to)
}

/// Whether a clause with a subject begins at `at`, behind "that" or a comma; "1,500" and "the Oslo, Norway, police" go on.
fn begins_clause(clause: &Clause<'_>, from: usize, at: usize) -> bool {
    if clause.is_any(at - 1, &["that"]) {
        return !is_predicate(clause, at);
    }
    let fronted = |i: usize| is_predicate(clause, i) || clause.words(i).ends_with("ing");
    let told = || {
        at == from + 2 && clause.mention(from).is_none()
            || clause.is(from, Class::PREPOSITION)
            || (from..at).any(fronted)
    };
    let named = || clause.mention(at).is_some() && (clause.words(at).contains(' ') || !clause.is_mark(at + 1, b','));
    let spaced = clause.nodes[at].span.start > clause.nodes[at - 1].span.end;
    let subject = Class::DETERMINER | Class::SUBJECT | Class::POSSESSIVE | Class::CONJUNCTION;
    clause.is_mark(at - 1, b',') && spaced && (clause.is(at, subject) || named()) && told()
}

/// The clause that the expression at `node` dates beside others of its sentence: "resigned in May after a crane collapsed
/// in the previous October", "joined the bank in 2011 and became its governor in 2015".
fn beside(clause: &Clause<'_>, node: usize) -> Option<Piece> {
    let opens = |&i: &usize| {
        let because = clause.is_any(i, &["because"]) && !clause.is_any(i + 1, &["of"]);
        let subordinates = clause.is(i, Class::RELATIVE) || clause.is_any(i, &["after", "when", "while"]) || because;
        subordinates || is_border(clause, i) || clause.is_mark(i, b'(')
    };
    let from = (0..node).rev().find(opens).map_or(0, |i| i + 1);
    let to = (node + 1..clause.nodes.len()).find(opens).unwrap_or(clause.nodes.len());
    let first = title::first(clause, from, to);
    let subject = clause.mention(first).is_some() || clause.is(first, Class::DETERMINER | Class::POSSESSIVE);
    let piece = one_of_several(clause, from, to, node)?;
    let verb = (piece.from.max(first + 1)..piece.to).any(|i| is_predicate(clause, i));
    (subject && verb).then_some(piece)
}

/// A clause of fewer nodes tells too little to stand alone.
const SHORT: usize = 3;

/// Of several verbs of one subject that each have a date, the nodes of the one that is dated at `node`, and those of the
/// subject where it stands before the others: "Ana Silva studied law from 1979 to 1984 and joined the ministry in 1985".
fn one_of_several(clause: &Clause<'_>, from: usize, to: usize, node: usize) -> Option<Piece> {
    let dated = |range: std::ops::Range<usize>| range.into_iter().any(|i| clause.time(i).is_some());
    let first = title::first(clause, from, to);
    let verb = (first + 1..to).find(|&i| is_predicate(clause, i));
    let led = from.checked_sub(1).is_some_and(|i| clause.is_any(i, &["after", "when", "while", "because"]));
    let aside = |to: usize| led || (first..to).any(|i| clause.is(i, Class::RELATIVE));
    let and = |i: usize| clause.is_any(i, &["and"]) && is_predicate(clause, i + 1);
    // "joined in 1895, was elected in 1903 and became"; "the budget, expected in March," goes on.
    let lists = |i: usize| {
        let dated = clause.is_mark(i, b',') && clause.time(i - 1).is_some() && !clause.words(i + 1).ends_with("ing");
        let verb = verb.filter(|&verb| verb < i && !clause.is_mark(verb - 1, b',') && !clause.is(verb, Class::BE));
        dated && verb.is_some() && !aside(i) && is_predicate(clause, i + 1) && (i + 2..to).any(and)
    };
    // "was arrested that night and his cabinet dismissed the next day"
    let own = |i: usize| {
        let subject = clause.is(i + 1, Class::DETERMINER | Class::POSSESSIVE) || clause.mention(i + 1).is_some();
        let told = verb.is_some_and(|verb| verb < i) && (i + 2..to.min(i + 5)).any(|i| is_predicate(clause, i));
        // "between Norway and the others" is one phrase.
        clause.is_any(i, &["and"]) && subject && told && clause.time(i - 1).is_some()
    };
    let joins = |&i: &usize| (and(i) || lists(i) || own(i)) && dated(from..i) && dated(i..to);
    let to = (node + 1..to).find(joins).unwrap_or(to);
    let before = (from..node).rev().find(joins);
    let Some(and) = before else { return Some(Piece { from, to, shared: None }) };
    if own(and) {
        return Some(Piece { from: and + 1, to, shared: None });
    }
    let verb = verb.filter(|&verb| verb < and && verb <= first + 4 && !aside(verb))?;
    Some(Piece { from: and + 1, to, shared: Some((first, verb)) })
}

/// Whether the node at `at` begins a clause of its own.
fn is_border(clause: &Clause<'_>, at: usize) -> bool {
    let comma = at > 0 && (clause.is_mark(at - 1, b',') || clause.is_mark(at - 1, b'-'));
    let opens = ["but", "while", "although", "because", "so", "where", "since"];
    let opens = comma && (clause.is_any(at, &opens) || clause.is_any(at, &["and"]) && is_told_apart(clause, at));
    clause.is_mark(at, b';') || clause.is_mark(at, b':') || opens
}

/// Whether a clause with a subject of its own, or with a date at its head, follows the "and" at `at`: "…, and the second
/// was not opened until 1961".
fn is_told_apart(clause: &Clause<'_>, at: usize) -> bool {
    let told = (at.saturating_sub(12)..at).any(|i| is_predicate(clause, i));
    let dated = clause.is(at + 1, Class::PREPOSITION) && clause.time(at + 2).is_some();
    let subject = clause.is(at + 1, Class::DETERMINER | Class::SUBJECT) || clause.mention(at + 1).is_some();
    let clause_follows = || {
        let reach = (at + 2..at + 8).take_while(|&i| !clause.is_mark(i, b',') && !clause.is(i, Class::RELATIVE));
        reach.into_iter().any(|i| is_predicate(clause, i))
    };
    told && (dated || subject && clause_follows())
}

/// Whether the clause of the expression at `node` is over at `at`.
fn ends(clause: &Clause<'_>, node: usize, at: usize) -> bool {
    let relative = |i: usize| clause.is(i, Class::RELATIVE);
    // ", which began on May 4," closes with its comma; behind the expression a relative clause is another one.
    let opened = || {
        let before = (0..node).rev().take_while(|&i| !clause.is_mark(i, b','));
        clause.holds(Class::RELATIVE) && before.into_iter().any(relative)
    };
    let comma = || clause.is_mark(at, b',') && (relative(at + 1) || opened());
    is_border(clause, at) || comma() || clause.is_mark(at, b'-')
}

/// Whether a word looks like a verb or an auxiliary.
pub(super) fn is_predicate(clause: &Clause<'_>, at: usize) -> bool {
    let lower = clause.nodes.get(at).is_some_and(|node| node.token.shape == Shape::Lower);
    clause.is(at, Class::BE | Class::HAVE | Class::MODAL)
        || clause.trigger(at).is_some()
        || lower && (kind(clause, at).is_some() || may_be_past(clause.words(at)))
}

/// Whether the verb nearest to the expression at `node` tells a fact: "may name a successor in June" does not.
fn certainty(clause: &Clause<'_>, from: usize, to: usize, node: usize) -> Certainty {
    let Some(verb) = predicate(clause, from, to, node) else { return Certainty::Reported };
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

/// The kind that the word at `at` tells.
pub(super) fn kind(clause: &Clause<'_>, at: usize) -> Option<&'static str> {
    // "March" is a month where it is part of a date.
    if !clause.is_word(at, Class::EVENT) || clause.time(at).is_some() {
        return None;
    }
    KINDS.get(clause.words(at)).copied()
}

static KINDS: LazyLock<WordTable<&'static str>> = LazyLock::new(|| {
    sections(lexicon::EVENTS).flat_map(|(kind, words)| words.split_whitespace().map(move |word| (word, kind))).collect()
});
