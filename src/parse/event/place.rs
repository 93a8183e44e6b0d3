//! Where an event took place: "at a ceremony in the Royal Palace", "in Oslo on Monday".
//!
//! Only what stands in the event's own clause behind its word, or opens the sentence; never a name that fills another
//! slot, or the seat of an office ("consul in Lima").

use crate::Span;
use crate::parse::mention::MentionKind;
use crate::parse::word::{Class, Shape};

use super::clause::Clause;

/// The place of the event told at `at`; `taken` are its other slots.
pub(super) fn place(clause: &Clause<'_>, at: usize, taken: &[Span]) -> Option<Span> {
    let end = (at + 1..clause.nodes.len()).find(|&i| ends(clause, i)).unwrap_or(clause.nodes.len());
    let opening = (0..at.min(2)).filter_map(|i| named(clause, i));
    let behind = (at + 1..end).filter_map(|i| named(clause, i));
    behind.chain(opening).find(|place| taken.iter().all(|slot| !slot.overlaps(*place)))
}

/// The first place that is named between two nodes.
pub(super) fn within(clause: &Clause<'_>, from: usize, to: usize) -> Option<Span> {
    (from..to).find_map(|i| named(clause, i))
}

/// Whether the clause of an event is over at `at`.
fn ends(clause: &Clause<'_>, at: usize) -> bool {
    clause.is_mark(at, b';')
        || clause.is_mark(at, b'"')
        || clause.is(at, Class::RELATIVE)
        || clause.is_any(at, &["that", "where", "while", "but"])
        || clause.trigger(at).is_some()
}

/// The name behind a preposition at `at`: "in Oslo", "at the Royal Palace".
// Few words are prepositions, and this is asked of every one.
#[inline]
fn named(clause: &Clause<'_>, at: usize) -> Option<Span> {
    clause.nodes.get(at).filter(|node| node.token.is(Class::PREPOSITION)).and_then(|_| named_behind(clause, at))
}

#[inline(never)]
fn named_behind(clause: &Clause<'_>, at: usize) -> Option<Span> {
    if !clause.is_any(at, &["in", "at", "near", "outside"]) {
        return None;
    }
    // "consul in Lima", "a member of the board at Acme", but "received by President Silva in Lima"
    let seat = at
        .checked_sub(1)
        .and_then(|before| clause.mention(before))
        .is_some_and(|m| m.role.is_some() && m.ends_in_office());
    let (name, end) = mentioned(clause, at + 1).or_else(|| capitals(clause, at + 1))?;
    let genitive = clause.nodes.get(end).is_some_and(|next| next.token.shape == Shape::Genitive);
    let capital = name.of(clause.text).starts_with(char::is_uppercase);
    (capital && !seat && !genitive).then_some(name)
}

/// A name or a body at `at`, and the node behind it.
fn mentioned(clause: &Clause<'_>, at: usize) -> Option<(Span, usize)> {
    let mention = clause.mention(at).filter(|m| m.role.is_none() && !m.titled && !m.former)?;
    let name = match mention.kind {
        MentionKind::Person | MentionKind::Body => mention.name.or(mention.organization)?,
        MentionKind::Role | MentionKind::Pronoun => return None,
    };
    Some((name, at + 1))
}

/// Capitals that are no name of a person or a body: "the Royal Palace".
fn capitals(clause: &Clause<'_>, at: usize) -> Option<(Span, usize)> {
    let from = at + usize::from(clause.is(at, Class::DETERMINER));
    let fits = |i: &usize| {
        let plain = clause.mention(*i).is_none_or(|m| m.role.is_none() && !m.titled);
        plain && clause.nodes[*i].token.is_capital() && clause.time(*i).is_none() && clause.trigger(*i).is_none()
    };
    let end = (from..clause.nodes.len().min(from + 5)).take_while(fits).last()? + 1;
    (end > from + 1).then(|| (Span::new(clause.nodes[from].span.start, clause.nodes[end - 1].span.end), end))
}
