//! The headline of what a date dates: its clause, without what leads into it and without what it can do without.

use std::borrow::Cow;

use crate::Span;
use crate::many;
use crate::parse::event::clause::Clause;
use crate::parse::event::line::one_line;
use crate::parse::event::other;
use crate::parse::word::Class;

use super::text::{LONGEST, balanced, shorten, unlinked, unmarked};

/// A headline from the nodes of a clause, dated at `node`, from the [`first`] that tells something: without its closing
/// mark, behind the nodes of the subject that it shares with what stands before it.
pub(crate) fn clause(
    clause: &Clause<'_>,
    shared: Option<(usize, usize)>,
    first: usize,
    to: usize,
    node: usize,
) -> String {
    let to = told_by(clause, first, to, node);
    let (start, end) = (clause.nodes[first].span.start, clause.nodes[to - 1].span.end);
    let aside = (end - start > LONGEST).then(|| relative(clause, first, node)).flatten();
    let whole: Cow<'_, str> = match aside {
        Some(aside) => {
            format!("{} {}", &clause.text[start..aside.start], clause.text[aside.end..end].trim_start()).into()
        }
        None => clause.text[start..end].into(),
    };
    let whole = match shared {
        Some((subject, verb)) => {
            let subject = Span::new(clause.nodes[subject].span.start, clause.nodes[verb - 1].span.end).of(clause.text);
            let subject = subject.strip_prefix("that ").unwrap_or(subject).trim_end_matches(',');
            // "Ana Silva, the envoy, left"
            let comma = if subject.contains(", ") { "," } else { "" };
            format!("{subject}{comma} {whole}").into()
        }
        None => whole,
    };
    let left_out = aside.map_or(0, Span::len);
    let dated = clause.nodes[node].span.end.saturating_sub(start + left_out);
    let text = one_line(&whole);
    let is_marked = text.starts_with('#') || many::any(text.as_bytes(), |byte| (byte == b']') | (byte == b'*'));
    let text = if is_marked { unmarked(&unlinked(text)).into_owned().into() } else { text };
    let text = shorten(&text, dated);
    let text = text.trim_matches(|c: char| c.is_whitespace() || matches!(c, ',' | ';' | ':' | '.' | '-' | '–' | '—'));
    let text = balanced(text);
    let mut title = String::with_capacity(text.len());
    let mut letters = text.chars();
    title.extend(letters.next().into_iter().flat_map(char::to_uppercase));
    title.push_str(letters.as_str());
    title
}

/// One past the last node that a headline needs: of a long clause, what stands before the last clause or phrase that leaves
/// it short, where the verb and the date are told by then.
fn told_by(clause: &Clause<'_>, first: usize, to: usize, node: usize) -> usize {
    let count = |end: usize| {
        let told = Span::new(clause.nodes[first].span.start, clause.nodes[end - 1].span.end);
        words(told.of(clause.text))
    };
    if count(to) <= LONG {
        return to;
    }
    let verb = (first + 1..to).find(|&i| other::is_predicate(clause, i));
    // What was said is the news, and all of it.
    let Some(verb) = verb.filter(|&verb| !clause.is(verb, Class::SAY)) else { return to };
    let told = verb.max(node);
    let parts = |&i: &usize| parts(clause, i, verb) && !clause.is(i - 1, Class::PREPOSITION | Class::SAY);
    let mut cuts = (told + 1..to).filter(parts);
    // The last that leaves it short, else the first.
    let first_cut = cuts.by_ref().find(|&i| count(i) >= SHORT);
    let later = first_cut.and_then(|_| cuts.take_while(|&i| count(i) <= LONG).last());
    later.or(first_cut).unwrap_or(to)
}

/// How many words there are between spaces.
fn words(text: &str) -> usize {
    let is_space = |byte: u8| (byte == b' ') | (byte == b'\t') | (byte == b'\n') | (byte == 0x0C) | (byte == b'\r');
    let first = text.as_bytes().first().is_some_and(|&first| !is_space(first));
    usize::from(first) + many::count_pairs(text.as_bytes(), |byte, next| is_space(byte) & !is_space(next))
}

/// A headline of more words is cut where its clause parts, if that leaves it as many as these at least.
const LONG: usize = 14;
const SHORT: usize = 5;

/// So many words behind "and" may stand before the date of what it joins.
const REACH: usize = 20;

/// Whether something begins at `at` that the clause with the verb at `verb` can do without: ", which", "after", "and left".
fn parts(clause: &Clause<'_>, at: usize, verb: usize) -> bool {
    let behind = at + usize::from(clause.is_mark(at, b','));
    let subordinates = clause.is(behind, Class::SUBORDINATOR) && !clause.is(behind, Class::PREPOSITION);
    let opens = subordinates
        || clause.is(behind, Class::RELATIVE)
        || clause.is_any(behind, &["after", "before", "when", "while", "because", "although", "amid", "following"]);
    // "a year before it was built"
    let measured = behind > 0 && clause.time(behind - 1).is_some_and(|_| clause.is_any(behind, &["after", "before"]));
    let joins = clause.is_any(behind, &["and", "but"]) && {
        (behind + 1..behind + 5).any(|i| other::is_predicate(clause, i)) && behind > verb + 1
    };
    let aside = behind > at && (clause.words(behind).ends_with("ing") || clause.is(behind, Class::PREPOSITION));
    // "an outbreak that left"; "said that" tells what was said.
    let that = clause.is_any(behind, &["that"]);
    let relates =
        that && behind > 0 && !other::is_predicate(clause, behind - 1) && !clause.is(behind - 1, Class::SAY);
    // "a degree in 1967 and another in 1971"
    let dated = clause.is_any(behind, &["and"]) && (behind..behind + REACH).any(|i| clause.time(i).is_some());
    relates || (opens || joins || aside || dated) && !that && !measured
}

/// A relative clause between commas before the date: "Ana Silva, who heads the agency, wrote on May 4".
pub(crate) fn relative(clause: &Clause<'_>, from: usize, node: usize) -> Option<Span> {
    let open = (from + 1..node).find(|&i| clause.is_mark(i, b',') && clause.is(i + 1, Class::RELATIVE))?;
    let close = (open + 2..node).find(|&i| clause.is_mark(i, b','))?;
    Some(Span::new(clause.nodes[open].span.start, clause.nodes[close].span.end))
}

/// The node that a headline begins with.
pub(crate) fn first(clause: &Clause<'_>, from: usize, to: usize) -> usize {
    let first = (from..to).find(|&i| !opens(clause, i, from)).unwrap_or(from);
    if first + 1 < to { first } else { from }
}

/// Whether the node at `at` leads into a clause rather than tells: "Thus, on May 4, ".
fn opens(clause: &Clause<'_>, at: usize, from: usize) -> bool {
    let closed = |at: usize| clause.is_mark(at, b',');
    // "The past week was quiet", "the summer passed" are about it.
    let subject = || {
        clause.is(at + 1, Class::BE | Class::HAVE | Class::MODAL)
            || at == from && other::is_predicate(clause, at + 1)
    };
    let dated = clause.time(at).is_some()
        && !subject()
        && !clause.is_any(at + 1 + usize::from(closed(at + 1)), &["when", "while"]);
    let before_date =
        || clause.is(at, Class::PREPOSITION) && clause.time(at + 1).is_some() && opens(clause, at + 1, from);
    let mark = || matches!(clause.mark(at), Some(b',' | b';' | b':' | b'-' | b')' | b'*' | b'#'));
    // "and", "but", "since" at a border; "Thus,", "Then"
    let connective = || {
        clause.is(at, Class::CONJUNCTION)
            || at == from && at > 0 && clause.is_any(at, &["since", "because", "so", "where"])
    };
    let adverb =
        || clause.is(at, Class::ADVERB) && closed(at + 1) || clause.is_any(at, &["thus", "only", "then", "otherwise"]);
    // "At the same time,"
    let phrase = || {
        clause.is_any(at, &["at", "in"]) && (at + 1..at + 5).any(|i| closed(i) && clause.words(i - 1).ends_with("time"))
    };
    let inside = || {
        (at.saturating_sub(4).max(from)..at).any(|i| {
            clause.is_any(i, &["at", "in"]) && (at..at + 4).any(|j| closed(j) && clause.words(j - 1).ends_with("time"))
        })
    };
    dated || before_date() || mark() || connective() || adverb() || phrase() || inside()
}
