//! Which of a sentence's expressions dates an event.
//!
//! Nearness, counted in nodes, with what English does to it: an expression at the head of a sentence dates what follows,
//! one with another event's word nearer belongs to that, "effective" beats all, "since" and "until" date tenures alone.

use crate::parse::word::{Class, Shape};
use crate::timex::Timex;

use super::clause::{Clause, dates};
use super::trigger::Frame;

/// The expression that dates the event told at `at`. `told` holds the nodes of the sentence's events.
pub(crate) fn nearest(clause: &Clause<'_>, timexes: &[Timex], at: usize, told: &[usize]) -> Option<usize> {
    let times = (0..clause.nodes.len()).filter_map(|node| Some((node, clause.time(node)?)));
    let costed = times
        .filter(|&(_, time)| dates(&timexes[time]))
        .filter_map(|(node, time)| Some((cost(clause, node, at, told)?, time)));
    costed.filter(|&(cost, _)| cost < LIMIT).min_by_key(|&(cost, _)| cost).map(|(_, time)| time)
}

/// What stands further off than this dates something else.
const LIMIT: usize = 40;

/// How far the expression at `node` is from dating the event at `at`; `None` where it cannot.
fn cost(clause: &Clause<'_>, node: usize, at: usize, told: &[usize]) -> Option<usize> {
    let (low, high) = (node.min(at), node.max(at));
    let before = node.checked_sub(1);
    let led_by = |words: &[&str]| before.is_some_and(|i| clause.is_any(i, words));
    if led_by(&["effective", "starting", "beginning"])
        || led_by(&["of", "from"]) && node >= 2 && clause.is_any(node - 2, &["effective", "as"])
    {
        return (node > at).then_some(0);
    }
    if led_by(&["since", "until", "till", "through", "for"])
        || before.is_some_and(|i| clause.trigger(i).is_some_and(|t| t.frame == Frame::Serve))
    {
        return None;
    }
    let between = told.iter().filter(|&&other| other > low && other < high && other != at).count();
    let fronted = is_fronted(clause, node);
    let breaks = (low + 1..high).filter(|&i| breaks(clause, i)).count();
    let other_is_nearer = told.iter().any(|&other| {
        other != at
            && other.abs_diff(node) < at.abs_diff(node)
            && !(fronted && other > node)
            && (other < node || at < node)
    });
    if (between > 0 || other_is_nearer) && !fronted {
        return None;
    }
    let past = clause.nodes.get(node + 1).is_some_and(|next| next.token.shape == Shape::Genitive);
    let lead = if fronted { 4 } else { high - low };
    let commas = (low + 1..high).filter(|&i| clause.is_mark(i, b',')).count();
    let backwards = usize::from(node < at && !fronted) * 3;
    Some(lead + breaks * 15 + between * 6 + usize::from(past) * 8 + commas * 2 + backwards)
}

/// Whether an expression opens the sentence: "On May 4, …", "In 1990 …".
fn is_fronted(clause: &Clause<'_>, node: usize) -> bool {
    node <= 2 && (0..node).all(|i| clause.mention(i).is_none() && clause.trigger(i).is_none())
}

/// Where another clause begins.
fn breaks(clause: &Clause<'_>, at: usize) -> bool {
    clause.is(at, Class::RELATIVE)
        || clause.is_mark(at, b';')
        || clause.is(at, Class::SUBORDINATOR)
            && !clause.is(at, Class::PREPOSITION)
            && !clause.is_any(at, &["that", "when"])
}
