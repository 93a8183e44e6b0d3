//! What is counted from a date that is repaired moves with it: "the same day", "three days later".
//!
//! Such a date has no figure of its own that could be wrong; where the one that it goes back to is, it is wrong with it, and
//! by as much. It is told what it is counted from now. What somebody else dates so too, and what goes back to a date that
//! was left open or set aside, stays as it is.

use std::collections::{BTreeMap, BTreeSet};

use crate::calendar::Date;
use crate::resolve::conflict::chosen;
use crate::resolve::identity::Event;
use crate::resolve::network::Element;
use crate::resolve::repair::Repaired;
use crate::resolve::saying::Saying;

/// How an anchor begins that is a date of the text.
const ANCHOR: &str = "an earlier date (";

/// The date that is counted from is told so many statements before at most.
const NEAR: usize = 16;

/// A statement's date that moves.
#[derive(Clone, Copy, Debug)]
pub(super) struct Move {
    pub(super) statement: usize,
    to: Date,
    /// What is read now for the date that it is counted from.
    base: Date,
}

impl Move {
    /// Has the statement tell the date that it comes to, and from what it is counted.
    pub(super) fn make(self, statement: &mut Saying) {
        let anchor = statement.anchor.as_deref().unwrap_or_default().trim_end_matches(')').to_owned();
        statement.recount(self.to, format!("{anchor}, which is read as {})", self.base));
    }
}

/// The dates that move with one that is repaired.
pub(super) fn moves(statements: &[Saying], events: &[Event], repaired: &Repaired) -> Vec<Move> {
    if !statements.iter().any(is_counted) {
        return Vec::new();
    }
    let mut read = readings(events, repaired);
    if read.is_empty() {
        return Vec::new();
    }
    let mut counted: Vec<usize> = events.iter().flat_map(|event| counted_alone(statements, event)).collect();
    counted.sort_unstable();
    let mut moves = Vec::new();
    for at in counted {
        let Some((base, from)) = base(statements, at) else { continue };
        let days = statements[at].date.and_then(Date::as_day).zip(from.as_day());
        let moved = read.get(&base).and_then(|to| Some((to.as_day()?, days?)));
        let Some((base, (day, from))) = moved else { continue };
        if let Some(to) = base.checked_add_signed(day - from) {
            read.insert(at, to.into());
            moves.push(Move { statement: at, to: to.into(), base: base.into() });
        }
    }
    moves
}

/// By statement, the date that is read for the one that it gives, where that is repaired.
fn readings(events: &[Event], repaired: &Repaired) -> BTreeMap<usize, Date> {
    let open: BTreeSet<Element> =
        repaired.findings.iter().filter(|finding| finding.is_open()).map(|finding| finding.changed).collect();
    let settled = (0..events.len()).filter(|&event| !open.contains(&Element::Point(event)));
    let evidence = settled.filter_map(|event| chosen(&repaired.outcomes[event]));
    let slips = evidence.flat_map(|(evidence, candidate)| evidence.chosen(candidate)).filter_map(|(claim, reading)| {
        let reading = claim.readings.get(reading.filter(|&reading| reading > 0)?)?;
        Some(claim.statements.iter().map(|&statement| (statement, reading.date)))
    });
    slips.flatten().collect()
}

/// The members of an event that count their date from another, where nobody else tells that date.
fn counted_alone<'e>(statements: &'e [Saying], event: &'e Event) -> impl Iterator<Item = usize> + 'e {
    event.members.iter().copied().filter(move |&at| {
        let told = &statements[at];
        let as_one = |&other: &usize| {
            let other = &statements[other];
            other.date != told.date || other.document == told.document && is_counted(other)
        };
        is_counted(told) && event.members.iter().all(as_one)
    })
}

/// Whether its date is counted from another of the text, by nothing but words.
fn is_counted(statement: &Saying) -> bool {
    statement.weekday.is_none() && statement.anchor.as_deref().is_some_and(|anchor| anchor.starts_with(ANCHOR))
}

/// The statement whose date this one is counted from: the last before it that gives it.
fn base(statements: &[Saying], at: usize) -> Option<(usize, Date)> {
    let told = &statements[at];
    let from: Date = told.anchor.as_deref()?.strip_prefix(ANCHOR)?.strip_suffix(')')?.parse().ok()?;
    let before = (0..at).rev().take(NEAR).take_while(|&other| statements[other].document == told.document);
    before.into_iter().find(|&other| statements[other].date == Some(from)).map(|base| (base, from))
}
