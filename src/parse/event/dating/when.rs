//! Which of a sentence's expressions dates an event.
//!
//! Nearness, counted in nodes, with what English does to it: an expression at the head of a sentence dates what follows,
//! one with another event's word nearer belongs to that, "effective" beats all, "since" and "until" date tenures alone.

use chrono::TimeDelta;

use crate::calendar::Date;
use crate::document::Document;
use crate::parse::time::opens_past;
use crate::parse::word::{Class, Shape};
use crate::statement::{Kind, Statement};
use crate::timex::Timex;

use super::items::is_decree;
use super::landmark;
use crate::parse::event::clause::{Clause, dates};
use crate::parse::event::trigger::{Form, Frame};

/// The expression that dates the event told at `at`. `told` holds the nodes of the sentence's events.
pub(crate) fn nearest(clause: &Clause<'_>, timexes: &[Timex], at: usize, told: &[usize]) -> Option<usize> {
    let from = gap(clause, timexes, at).map_or(0, |gap| gap + 1);
    let times = (from..clause.nodes.len()).filter_map(|node| Some((node, clause.time(node)?)));
    let costed = times
        .filter(|&(node, time)| dates(&timexes[time]) && !is_gloss(clause, timexes, node, time))
        .filter_map(|(node, time)| {
            let Some(event) = counted_from(clause, &timexes[time], node, told) else {
                return Some((cost(clause, timexes, node, at, told)?, time));
            };
            let others: Vec<usize> = told.iter().copied().filter(|&other| other != event).collect();
            Some((cost(clause, timexes, node, at, &others).filter(|_| at != event)?, time))
        });
    costed.filter(|&(cost, _)| cost < LIMIT).min_by_key(|&(cost, _)| cost).map(|(_, time)| time)
}

/// The event that the expression at `node` is counted from, and so does not date: "two years after his election in 2015".
fn counted_from(clause: &Clause<'_>, timex: &Timex, node: usize, told: &[usize]) -> Option<usize> {
    let event = told.iter().copied().find(|&event| event > node)?;
    let before = landmark::precedes_its_event(timex, clause.text);
    (before && (node + 1..event).all(|i| clause.time(i).is_none())).then_some(event)
}

/// How far what the clause before tells is from the event at `at`, whose own day that is not: the node of the length in "The
/// bridge opened on May 4, two weeks after Ana Silva was appointed".
fn gap(clause: &Clause<'_>, timexes: &[Timex], at: usize) -> Option<usize> {
    let clausal = clause.trigger(at).is_some_and(|trigger| !matches!(trigger.form, Form::Noun | Form::Gerund));
    let near = (at.saturating_sub(12)..at).rev().take_while(|&i| !clause.is_mark(i, b';'));
    let order = near.into_iter().filter(|_| clausal).find(|&i| clause.is_any(i, &["after", "before"]))?;
    let length = order.checked_sub(1).filter(|&i| clause.time(i).is_some_and(|time| !dates(&timexes[time])))?;
    // "Two weeks after she was appointed on May 4": what follows is the main clause.
    let fronted = (order + 1..at).any(|i| clause.is_mark(i, b',') && (order + 1..i).any(|i| tells(clause, i)));
    (!fronted).then_some(length)
}

/// Whether the node is a verb that tells something.
fn tells(clause: &Clause<'_>, at: usize) -> bool {
    clause.trigger(at).is_some() || clause.is(at, Class::BE | Class::HAVE | Class::MODAL)
}

/// The further times of an event that came more than once, behind the first: "in 2012, 2015 and again in 2019".
pub(crate) fn again(clause: &Clause<'_>, timexes: &[Timex], first: usize) -> Vec<usize> {
    let mut found = Vec::new();
    let Some(node) = (0..clause.nodes.len()).find(|&i| clause.time(i) == Some(first)) else { return found };
    let mut at = node + 1;
    loop {
        let joins = |i: usize| clause.is_mark(i, b',') || clause.is_any(i, &["and", "again", "in", "on"]);
        let next = (at..at + 5).find(|&i| !joins(i)).filter(|&next| next > at);
        let time = next.and_then(|next| clause.time(next)).filter(|&time| {
            let alone = clause.nodes[at - 1].times == 1 && timexes[time].range.is_none();
            dates(&timexes[time]) && timexes[time].date.is_some() && alone
        });
        let (Some(next), Some(time)) = (next, time) else { break };
        found.push(time);
        at = next + 1;
    }
    // "in 2015, and in 2019 became", "and on May 5, days later, he": the last belongs to what follows.
    let and = (node..at).find(|&i| clause.is_any(i, &["and"]));
    let opens = |and: usize| clause.is(and + 1, Class::PREPOSITION) && clause.is_mark(at, b',');
    let joined = and.is_some_and(|and| !opens(and) && (found.len() > 1 || !clause.is_mark(and - 1, b',')));
    let closed = clause.nodes.get(at).is_none_or(|next| {
        matches!(next.token.shape, Shape::Mark(_)) || next.token.is(Class::PREPOSITION | Class::CONJUNCTION)
    });
    if joined && closed { found } else { Vec::new() }
}

/// Whether an expression only counts what one beside it states: "on May 4, five days later", "the next day, on May 5".
fn is_gloss(clause: &Clause<'_>, timexes: &[Timex], node: usize, time: usize) -> bool {
    let stated = |i: usize| {
        clause.time(i).is_some_and(|other| other != time && dates(&timexes[other]) && timexes[other].stated.is_none())
    };
    let beside = (node.saturating_sub(3)..node).any(|i| stated(i) && clause.is_mark(i + 1, b','))
        || clause.is_mark(node + 1, b',') && (node + 2..node + 4).any(stated)
        // "seven months ago in early March"
        || clause.is(node + 1, Class::PREPOSITION) && stated(node + 2);
    timexes[time].stated.is_some() && beside
}

/// What stands further off than this dates something else.
const LIMIT: usize = 40;

/// Whether a day or a year closes what the event at `at` tells: "in May, when she came, and left on June 2".
fn has_its_own(clause: &Clause<'_>, at: usize) -> bool {
    let closes = |&i: &usize| clause.is_mark(i, b',') || clause.is_mark(i, b';') || clause.trigger(i).is_some();
    let near = (at + 1..clause.nodes.len().min(at + 10)).take_while(|i| !closes(i));
    near.into_iter().any(|i| clause.time(i).is_some() && clause.is_any(i - 1, &["on", "in"]))
}

/// How far the expression at `node` is from dating the event at `at`; `None` where it cannot.
fn cost(clause: &Clause<'_>, timexes: &[Timex], node: usize, at: usize, told: &[usize]) -> Option<usize> {
    // Credentials are presented on one day and may take effect on another.
    let lasts = clause.trigger(at).is_none_or(|t| t.frame != Frame::Present);
    if lasts && leads_from(clause, node) {
        let (low, high) = (node.min(at), node.max(at));
        // "named Silva, effective June 1, to succeed Hansen, who is retiring": of what it stands behind.
        if node < at && told.iter().any(|&other| other < node) {
            return None;
        }
        // "ruled from 1187 and died in 1214", "from 1871 it was led by Hansen, who died in 1880"
        let parts =
            |i: usize| clause.is_any(i, &["and", "but"]) || clause.is(i, Class::RELATIVE) && has_its_own(clause, at);
        if (node + 1..at).any(parts) {
            return None;
        }
        let beyond = if node < at { 2 } else { 0 };
        return told.iter().all(|&other| other <= low || other >= high).then_some(beyond);
    }
    let before = node.checked_sub(1);
    if opens_when(clause, node) && at > node && !has_its_own(clause, at) {
        // "until May, when he resigned"
        return (at < node + 12).then_some(1);
    }
    if noun_phrase(clause, at).is_some_and(|from| node < from) {
        return None;
    }
    let bounds = before.is_some_and(|i| {
        clause.is_any(i, &["since", "until", "till", "through", "for"])
            || clause.trigger(i).is_some_and(|t| t.frame == Frame::Serve)
    });
    if bounds || is_of_span(clause, node) || is_attribute(clause, node) || names_a_topic(clause, timexes, node, at) {
        return None;
    }
    let fronted = is_fronted(clause, node);
    // "Last May she sat on a commission, and on June 2 she was named": what follows has a day of its own.
    if fronted && (node + 1..at).any(|i| opens_clause(clause, i)) {
        return None;
    }
    if is_elsewhere(clause, node, at)
        || closes_relative(clause, node, at)
        || !fronted && in_brackets_before(clause, node, at)
    {
        return None;
    }
    if on_that_loss(clause, node, at) {
        return Some(12);
    }
    // "filling the vacancy left by the death in January of": when that came.
    let noun = |i: usize| i != at && clause.trigger(i).is_some_and(|t| t.form == Form::Noun && t.frame == Frame::Noun);
    if at < node && node > 2 && noun(node - 2) && clause.is(node - 1, Class::PREPOSITION) {
        return None;
    }
    // "filling the vacancy left by the death of Hansen in January"
    let vacancy = |from: usize| (from..node).any(|i| clause.is_any(i, &["vacancy", "seat"]));
    if at < node
        && (node.saturating_sub(6)..node).any(|i| i > at && noun(i) && clause.is_any(i + 1, &["of"]) && vacancy(at))
    {
        return None;
    }
    // "is to be the next consul, the ministry confirmed on Wednesday": when it was said.
    let lead = node - usize::from(node > 0 && clause.is(node - 1, Class::PREPOSITION));
    let said_last = at < node && lead > at + 2 && clause.is(lead - 1, Class::SAY) && {
        (at + 1..lead).any(|i| clause.is_mark(i, b','))
    };
    if said_last && clause.is_any(at + 1, &["to"]) && clause.is(at, Class::BE) {
        return None;
    }
    // "Acme said on Thursday that Silva will take over": when it was said.
    if node < at && is_ahead_of_telling(clause, node, at) {
        return None;
    }
    let own = distance(clause, node, at);
    let between = told.iter().filter(|&&other| other > node.min(at) && other < node.max(at)).count();
    // "in May, when Silva became mayor" dates both.
    let shared = opens_when(clause, node) && at < node;
    let nearer = told.iter().any(|&other| {
        let beside = shared && other > node || at < node && is_purpose(clause, node, other);
        other != at && distance(clause, node, other) < own && !beside
    });
    if is_purpose(clause, node, at) && told.iter().any(|&other| other < node) {
        return None;
    }
    // "When Hansen died in May, Silva took office": what follows came then.
    // "At Acme, when Hansen left in May, Silva": the same behind where it was.
    let opens = |&i: &usize| clause.is_any(i, &["when"]) && (i < 2 || clause.is_mark(i - 1, b','));
    if node < at && (node.saturating_sub(14)..node).any(|i| opens(&i)) {
        let comma = (node..at).find(|&i| clause.is_mark(i, b','));
        if comma.is_some_and(|comma| (comma..at).all(|i| clause.time(i).is_none())) {
            return Some(12);
        }
    }
    let apart = (node.min(at)..node.max(at)).any(|i| clause.is_mark(i, b';'));
    // "Hansen, who led it before she was named, will speak in March": what the main clause tells has its own day.
    // "On the death of Hansen in 1881, Silva became president": the same day.
    if fronted_loss(clause, node, at) {
        return Some(12);
    }
    let closes = |i: usize| clause.is_mark(i, b',') && clause.is(i + 1, Class::MODAL);
    let in_relative = || (1..at).any(|i| clause.is_mark(i - 1, b',') && clause.is(i, Class::RELATIVE));
    let apart = apart || (at + 1..node).any(closes) && in_relative();
    if does_it_by(clause, node, at) {
        return Some(8);
    }
    if (between > 0 || nearer || apart) && !fronted {
        return None;
    }
    // "last week's talks" dates what follows it, not the verb before.
    let genitive = clause.nodes.get(node + 1).is_some_and(|next| next.token.shape == Shape::Genitive);
    let aside = || (at + 1..node).any(|i| clause.is_any(i, &["after", "following", "before", "since"]));
    let occasion = || (node + 2..node + 5).any(|i| clause.is_word(i, Class::OCCASIONS)) && !aside();
    if genitive && node > at && !occasion() {
        return None;
    }
    // "on an interim basis until elections in January": when it is over.
    if at < node && (node.saturating_sub(4)..node).any(|i| i > at && clause.is_any(i, &["until", "till", "pending"])) {
        return None;
    }
    // "On Monday the firm said its chairman would retire on June 30": the day of what was said.
    let said = fronted && (node + 1..at).any(|i| clause.is_word(i, Class::SAY)) && {
        (at + 1..at + 8).any(|i| clause.time(i).is_some())
    };
    if said {
        return None;
    }
    let aside = aside_before(clause, at).filter(|_| fronted);
    let inside = |i: usize| aside.as_ref().is_some_and(|aside| aside.contains(&i));
    let breaks = (node.min(at) + 1..node.max(at)).filter(|&i| breaks(clause, i) && !inside(i)).count();
    let between = if aside.is_some() {
        told.iter().filter(|&&other| other > node && other < at && !inside(other)).count()
    } else {
        between
    };
    // "By decrees dated 4 May, Ana Silva was appointed; Jens Hansen was dismissed": of each part alike.
    let decrees = |i: usize| clause.words(i).split(' ').any(is_decree);
    let (breaks, between) = if fronted && breaks > 0 && (0..node).any(decrees) { (0, 0) } else { (breaks, between) };
    // "In March he was given command, but after the defeat he was": what follows has a day of its own.
    let turns = (node + 1..at).filter(|&i| clause.is_mark(i, b',') && clause.is_any(i + 1, &["but"])).count();
    // "In 1871 she built a house, and was succeeded as mayor in 1880": the same.
    let goes_on = |i: usize| clause.is_mark(i, b',') && clause.is(i + 1, Class::CONJUNCTION);
    let turns = turns + usize::from(fronted && (node + 2..at).any(goes_on) && has_its_own(clause, at));
    // "This morning Acme said that Hansen would go on May 4": when it was said.
    let said = (node + 1..at).any(|i| clause.is_word(i, Class::SAY));
    let turns = turns + 2 * usize::from(said && fronted);
    Some(if fronted { 4 + breaks * 15 + between * 6 + turns * 6 } else { own } + usize::from(genitive) * 8)
}

/// Whether the expression at `node` dates what somebody did to another by it at `at`: "seized power on May 4, deposing Hansen".
fn does_it_by(clause: &Clause<'_>, node: usize, at: usize) -> bool {
    let deposes = clause.trigger(at).is_some_and(|t| t.form == Form::Gerund && t.kind == Kind::Dismissal);
    deposes && at == node + 2 && clause.is_mark(node + 1, b',') && (at + 1..at + 10).all(|i| clause.time(i).is_none())
}

/// Whether the expression at `node` stands beside a verb of saying, and the event at `at` is what that says will be.
fn is_ahead_of_telling(clause: &Clause<'_>, node: usize, at: usize) -> bool {
    let start = clause.group(at).start;
    let will = || (start..at).any(|i| clause.is_any(i, &["will", "shall"]));
    let lead = node - usize::from(node > 0 && clause.is(node - 1, Class::PREPOSITION));
    let said = || lead > 0 && clause.is_word(lead - 1, Class::SAY) || clause.is_word(node + 1, Class::SAY);
    at > node + 1 && will() && said()
}

/// Whether the expression at `node` dates the loss of somebody on which the event at `at` came: "on the death of Hansen in
/// 1881", "upon Hansen's resignation on May 4".
fn fronted_loss(clause: &Clause<'_>, node: usize, at: usize) -> bool {
    let lost = |i: usize| {
        clause.trigger(i).is_some_and(|t| t.form == Form::Noun && (t.kind == Kind::Death || t.kind.ends_tenure()))
    };
    let opens = at > node && clause.is_any(0, &["on", "upon"]) && clause.is_any(node.wrapping_sub(1), &["in", "on"]);
    let starts = || clause.trigger(at).is_some_and(|t| t.kind.starts_tenure());
    opens
        && starts()
        && (1..node).any(lost)
        && (node + 1..at).all(|i| clause.time(i).is_none() && !clause.is_mark(i, b';'))
}

/// Whether the expression at `node` dates the loss on which the event at `at`, told before, came: "succeeded her husband as
/// publisher upon his death in 1963".
fn on_that_loss(clause: &Clause<'_>, node: usize, at: usize) -> bool {
    let lost = |i: usize| {
        clause.trigger(i).is_some_and(|t| t.form == Form::Noun && (t.kind == Kind::Death || t.kind.ends_tenure()))
    };
    let starts = at < node && clause.trigger(at).is_some_and(|t| t.kind.starts_tenure() && t.form != Form::Noun);
    let upon = (at + 1..node).find(|&i| clause.is_any(i, &["upon", "on"]) && clause.time(i + 1).is_none());
    starts
        && upon.is_some_and(|upon| {
            let whole = |i: usize| clause.time(i).is_none() && !clause.is_mark(i, b';') && !clause.is_mark(i, b',');
            (upon + 1..node).any(lost) && (upon..node).all(whole) && (at + 1..upon).all(|i| clause.time(i).is_none())
        })
}

/// The relative clause between the subject of the event at `at` and its verb: "Hansen, *who had been consul since 1940*, was".
fn aside_before(clause: &Clause<'_>, at: usize) -> Option<std::ops::Range<usize>> {
    let start = clause.group(at).start;
    let close = start.checked_sub(1).filter(|&close| clause.is_mark(close, b','))?;
    let who = (close.saturating_sub(16)..close).rev().find(|&i| clause.is(i, Class::RELATIVE))?;
    let subject = who.checked_sub(2).filter(|_| clause.is_mark(who - 1, b','))?;
    clause.mention(subject).map(|_| who..close)
}

/// "in May, when"
pub(crate) fn opens_when(clause: &Clause<'_>, node: usize) -> bool {
    let comma = usize::from(clause.is_mark(node + 1, b','));
    // "the first since 1940 when Silva came": that was long after.
    let since = comma == 0 && node > 0 && clause.is_any(node - 1, &["since"]);
    clause.is_any(node + 1 + comma, &["when"]) && !since
}

/// Whether the expression at `node` closes what is said of the subject before the verb of the event at `at`: "The junta *that
/// took over last month* named Hansen consul".
fn closes_relative(clause: &Clause<'_>, node: usize, at: usize) -> bool {
    let acts = |i: usize| clause.trigger(i).is_some() || clause.may_be_past(i) || clause.is(i, Class::BE | Class::HAVE);
    let opens = |&i: &usize| {
        let relative = clause.is(i, Class::RELATIVE) || clause.is_any(i, &["that"]);
        relative && i > 0 && !clause.is_mark(i - 1, b',') && (i + 1..node).any(acts)
    };
    let beside = node < at && (node + 1..at).all(|i| clause.time(i).is_some());
    beside && (node.saturating_sub(10)..node).rev().find(opens).is_some()
}

/// Whether the expression at `node` stands in an aside that the event at `at` is no part of: "Hansen, who led the side to
/// promotion in 2018, was fired", "the decree, published on June 2, names".
fn is_elsewhere(clause: &Clause<'_>, node: usize, at: usize) -> bool {
    let opens = |&i: &usize| {
        let participle = clause.words(i + 1).ends_with("ed") && clause.trigger(i + 1).is_none();
        clause.is_mark(i, b',') && (clause.is(i + 1, Class::RELATIVE) || participle)
    };
    // "Hansen, appointed in his place, was received on May 4"
    let aside = at > 0 && node > at && clause.is_mark(at - 1, b',') && {
        clause.trigger(at).is_some_and(|t| t.form.is_participle())
    };
    let acts =
        |i: usize| clause.is(i, Class::BE | Class::HAVE | Class::MODAL | Class::SAY) || clause.trigger(i).is_some();
    if aside && (at + 1..node).any(|i| clause.is_mark(i, b',') && acts(i + 1)) {
        return true;
    }
    // "installed Silva, the mayor dismissed last month, as envoy"
    let lead = node.checked_sub(1 + usize::from(node > 0 && clause.is(node - 1, Class::PREPOSITION)));
    let reduced = lead.filter(|&i| i > at && clause.trigger(i).is_some_and(|t| t.form.is_participle()));
    if reduced.is_some_and(|verb| (at + 1..verb).any(|i| clause.is_mark(i, b',')) && !clause.group(verb).passive)
        && clause.is_mark(node + 1, b',')
    {
        return true;
    }
    let near = (node.saturating_sub(12)..node).rev().take_while(|&i| !clause.is_mark(i, b';'));
    // "replacing Hansen, who lost a vote on Tuesday"
    let in_relative =
        near.clone().take_while(|&i| !clause.is_mark(i, b',')).any(|i| at < i && clause.is_any(i, &["who"]));
    if in_relative {
        return true;
    }
    let Some(open) = near.into_iter().find(|&i| clause.is_mark(i, b',')) else {
        return false;
    };
    let closes = || (node..clause.nodes.len().min(node + 8)).find(|&i| clause.is_mark(i, b','));
    open > 0 && opens(&open) && at > node && closes().is_some_and(|close| close < at)
}

/// Whether the expression at `node` is one end of "from 1990 to 1995", which dates no single event.
fn is_of_span(clause: &Clause<'_>, node: usize) -> bool {
    let first = |i: usize| i > 0 && clause.time(i).is_some() && clause.is_any(i - 1, &["from"]);
    let to = |i: usize| clause.is_any(i, &["to", "until", "till"]) && clause.time(i + 1).is_some();
    first(node) && to(node + 1) || node > 1 && first(node - 2) && to(node - 1)
}

/// Whether the expression at `node` stands in brackets that close before the event at `at`: "Hansen (mayor 1990–95) died".
fn in_brackets_before(clause: &Clause<'_>, node: usize, at: usize) -> bool {
    let is_bracket = |&i: &usize| clause.is_mark(i, b'(') || clause.is_mark(i, b')');
    let opening = (node.saturating_sub(12)..node).rev().find(is_bracket).filter(|&i| clause.is_mark(i, b'('));
    opening.is_some() && (node + 1..at).any(|i| clause.is_mark(i, b')'))
}

/// Whether the noun that tells the event at `at` only stands beside what the sentence tells.
pub(crate) fn is_aside(clause: &Clause<'_>, at: usize) -> bool {
    noun_phrase(clause, at).is_some()
}

/// Where the phrase begins whose noun tells the event at `at`, if it only stands beside what the sentence tells: "said
/// on Sunday, before his dismissal", "will vote next week on the nomination of".
fn noun_phrase(clause: &Clause<'_>, at: usize) -> Option<usize> {
    clause.trigger(at).filter(|t| t.form == Form::Noun && t.frame == Frame::Noun)?;
    let phrase = at.saturating_sub(5)..at;
    let inside = |i: &usize| {
        clause.mention(*i).is_some()
            || clause.is(*i, Class::DETERMINER | Class::POSSESSIVE)
            || matches!(clause.nodes[*i].token.shape, Shape::Genitive)
            || clause.nodes[*i].token.shape == Shape::Lower
                && !clause.is(*i, Class::FUNCTION)
                && clause.trigger(*i).is_none()
    };
    let opens = phrase.rev().find(|i| !inside(i))?;
    // "in the wake of Hansen announcing his departure"
    let of = |&i: &usize| i > 0 && clause.is_any(i, &["of"]) && clause.is_any(i - 1, &["wake", "aftermath", "heels"]);
    let told = clause.words(opens).ends_with("ing").then(|| (opens.saturating_sub(3)..opens).rev().find(of)).flatten();
    told.or_else(|| (clause.is_word(opens, Class::ASIDE) || of(&opens)).then_some(opens))
}

/// Nodes between an expression and an event's word, with a toll for each mark and each clause on the way.
fn distance(clause: &Clause<'_>, node: usize, at: usize) -> usize {
    let (low, high) = (node.min(at), node.max(at));
    let marks =
        (low + 1..high).filter(|&i| [b',', b'-', b'(', b')'].iter().any(|&mark| clause.is_mark(i, mark))).count();
    // ", and on May 5 she" opens a clause of its own.
    let ands = (low + 1..high).filter(|&i| clause.is_mark(i, b',') && clause.is(i + 1, Class::CONJUNCTION)).count();
    // "took up his post on May 2 and presented": the day closes what went before.
    let closed = node < at && clause.is(node + 1, Class::CONJUNCTION) && is_verb(clause, node + 2);
    let ands = ands + usize::from(closed);
    let ands = ands + usize::from(node > at && opens_clause(clause, node));
    let breaks = (low + 1..high).filter(|&i| breaks(clause, i)).count();
    high - low + ands * 10 + marks * 4 + breaks * 15 + if node < at { 3 } else { 0 }
}

/// Whether the node looks like a verb in the past or one that tells an event.
fn is_verb(clause: &Clause<'_>, at: usize) -> bool {
    let past = clause.words(at).ends_with("ed") && clause.mention(at).is_none();
    past || clause.trigger(at).is_some() || clause.is(at, Class::BE)
}

/// Whether the expression is where something takes effect: "effective June 30", "from May 4 on", "as of Monday".
fn leads_from(clause: &Clause<'_>, node: usize) -> bool {
    let before = |n: usize, words: &[&str]| node.checked_sub(n).is_some_and(|i| clause.is_any(i, words));
    // "worked in Lima from 1896 and was elected": since when she worked.
    let works = |&i: &usize| clause.may_be_past(i) && clause.trigger(i).is_none() && clause.mention(i).is_none();
    let of_another = before(1, &["from"])
        && (node.saturating_sub(8)..node).rev().take_while(|&i| clause.trigger(i).is_none()).any(|i| works(&i));
    if of_another && !before(2, &["effect", "force", "as"]) {
        return false;
    }
    before(1, &["effective", "starting", "beginning", "from"]) && !clause.is_any(node + 1, &["to", "until", "through"])
        || before(2, &["effective", "starting", "beginning", "commencing"]) && before(1, &["in", "on"])
        || before(2, &["effective"])
        || before(1, &["on", "from", "at"]) && before(2, &["effect", "force"])
        || before(1, &["effect"]) && before(2, &["take", "takes", "taking"])
        || takes_effect_after(clause, node)
        || before(1, &["of", "from"]) && before(2, &["as"])
}

/// "a change to take effect after the shareholders' meeting on June 25"
fn takes_effect_after(clause: &Clause<'_>, node: usize) -> bool {
    let on = node.checked_sub(1).filter(|&on| clause.is_any(on, &["on", "in"]));
    on.is_some_and(|on| {
        let effect = (on.saturating_sub(8)..on).rev().find(|&i| clause.is_any(i, &["effect"]));
        let after = |effect: usize| clause.is_any(effect + 1, &["after", "following", "at"]);
        effect.is_some_and(after)
    })
}

/// Whether the document's expression `time` is where something takes effect.
pub(crate) fn is_effective(clause: &Clause<'_>, time: usize) -> bool {
    // "took effect on May 4" lies back.
    let past = |node: usize| node.checked_sub(3).is_some_and(|i| clause.is_any(i, &["took"]));
    (0..clause.nodes.len()).any(|node| clause.time(node) == Some(time) && leads_from(clause, node) && !past(node))
}

/// The day of the act at `at` itself, where the document's expression `effect` behind it is what it takes effect on.
pub(crate) fn act_before(clause: &Clause<'_>, timexes: &[Timex], at: usize, effect: usize) -> Option<usize> {
    let node = (at..clause.nodes.len()).find(|&node| clause.time(node) == Some(effect) && leads_from(clause, node))?;
    let day = |time: &usize| timexes[*time].date.is_some_and(|date| date.as_day().is_some());
    let mut near = (at + 1..node).take_while(|&i| !tells(clause, i) && !clause.is_mark(i, b';'));
    near.find_map(|i| clause.time(i + 1).filter(|_| clause.is_any(i, &["on"])).filter(day)).filter(|&act| act != effect)
}

/// Whether an expression is a part of a name: "the 2008 Ruritanian war"; an election's year dates what came of it.
fn is_attribute(clause: &Clause<'_>, node: usize) -> bool {
    let article = node > 0 && clause.is(node - 1, Class::DETERMINER);
    let tells = |i: usize, word: &str| {
        clause.words(i).as_bytes().windows(word.len()).any(|part| part.eq_ignore_ascii_case(word.as_bytes()))
    };
    let elections = || (node + 1..node + 5).any(|i| ["election", "vote", "poll"].iter().any(|word| tells(i, word)));
    let noun = clause.nodes.get(node + 1).is_some_and(|next| {
        next.token.is_capital() || next.token.shape == Shape::Lower && !next.token.is(Class::FUNCTION | Class::TRIGGER)
    });
    // "will step down after the July 16 meeting"
    let lead = node.checked_sub(2).is_some_and(|i| clause.is_any(i, &["at", "after", "following"]));
    let meets =
        || lead && (node + 1..node + 5).any(|i| tells(i, "meeting") || tells(i, "congress") || tells(i, "conference"));
    article && noun && !elections() && !meets()
}

/// Whether a year belongs to the name of what a digest's item is about: "2019 Norland protests: Ana Silva resigns".
fn names_a_topic(clause: &Clause<'_>, timexes: &[Timex], node: usize, at: usize) -> bool {
    let colon = (node + 1..at.min(node + TOPIC)).find(|&i| clause.is_mark(i, b':')).filter(|_| node < TOPIC);
    let year = |time: usize| timexes[time].date.is_some_and(|date| date.as_day().is_none());
    let tells = |i: usize| clause.trigger(i).is_some() || clause.is(i, Class::BE | Class::HAVE | Class::MODAL);
    let word = |i: usize| clause.time(i).is_none() && !clause.is(i, Class::PREPOSITION | Class::DETERMINER);
    colon.is_some_and(|colon| {
        clause.time(node).is_some_and(year)
            && (0..colon).any(word)
            && !(0..colon).any(|i| tells(i) || clause.is_mark(i, b','))
    })
}

/// No topic has more words.
const TOPIC: usize = 10;

/// Moves a statement about what is still to come to the first reading after the document's own date.
///
/// A yearless date is read as the nearest; what takes effect, is planned or stands under a chronicle's heading comes
/// after.
///
/// What only says from when it is in force (`nearest`) is of the day that is nearer: "has been promoted with effect from 1
/// January", told in April.
pub(crate) fn forward(statement: &mut Statement, document: &Document, nearest: bool) {
    let Some(from) = document.published.as_ref().and_then(|published| published.date.bounds().earliest) else { return };
    let is_past = |date: Date| date.bounds().latest.is_some_and(|latest| latest < from);
    // "Will be sworn in on 1 February", printed on the fifth, is of these days: its tense is for `check` to tell.
    let just_past = |date: Date| date.bounds().latest.is_some_and(|latest| (from - latest).num_days() <= JUST_PAST);
    // "In June she announced that she would go" tells when that was said.
    let said = || statement.date_span.is_some_and(|span| opens_past(&document.text, span));
    if !statement.date.is_some_and(|date| is_past(date) && !(date.as_day().is_some() && just_past(date))) || said() {
        return;
    }
    let ahead = statement.readings.iter().position(|reading| !is_past(reading.date));
    let behind = statement.date.and_then(|date| date.bounds().latest).map(|latest| from - latest);
    let farther = |ahead: usize| {
        let day = statement.readings[ahead].date.bounds().earliest.map(|earliest| earliest - from);
        let lately = |behind: TimeDelta| behind.num_days() <= RETROACTIVE;
        nearest && behind.zip(day).is_some_and(|(behind, ahead)| behind < ahead && lately(behind))
    };
    if let Some(ahead) = ahead.filter(|&ahead| !farther(ahead)) {
        let reading = statement.readings.remove(ahead);
        statement.date = Some(reading.date);
        statement.readings.insert(0, reading);
    }
}

/// What is in force from a day further back than this was meant to be from the next one: "effective October 1", told in March.
const RETROACTIVE: i64 = 120;

/// Whether a statement is of a day after the publication, so that "she retires on 30 June" tells a plan.
pub(crate) fn is_ahead(statement: &Statement, document: &Document) -> bool {
    let published = document.published.as_ref().and_then(|published| published.date.bounds().latest);
    let from = statement.date.and_then(|date| date.bounds().earliest);
    published.zip(from).is_some_and(|(published, from)| from > published)
}

/// Whether the event at `at` is what the one dated at `node` was done for: "resigned in 2011 to become mayor".
fn is_purpose(clause: &Clause<'_>, node: usize, at: usize) -> bool {
    at == node + 2 && clause.is_any(node + 1, &["to"])
}

/// Whether an expression opens a clause behind another: ", and on June 2", "and on June 2 she".
fn opens_clause(clause: &Clause<'_>, node: usize) -> bool {
    let led = usize::from(node > 0 && clause.is(node - 1, Class::PREPOSITION));
    let and = node.checked_sub(1 + led).filter(|_| clause.time(node).is_some());
    let subject = clause.mention(node + 1).is_some() || clause.is(node + 1, Class::SUBJECT | Class::POSSESSIVE);
    let opens = |and: usize| clause.is_mark(and - 1, b',') || led > 0 && subject;
    and.is_some_and(|and| and > 0 && clause.is(and, Class::CONJUNCTION) && opens(and))
}

/// Days so short a time before the publication are those of the news, whatever its tense.
const JUST_PAST: i64 = 14;

/// Whether an expression opens the sentence: "On May 4, …", "In 1990 …".
fn is_fronted(clause: &Clause<'_>, node: usize) -> bool {
    let acts = |i: usize| clause.is(i, Class::BE | Class::HAVE | Class::MODAL) || clause.trigger(i).is_some();
    // "At the general meeting of Acme held on May 4, Ana Silva was"
    // "By decrees of May 4: Ana Silva was"
    let closed = clause.is_mark(node + 1, b',') || clause.is_mark(node + 1, b':');
    let phrase = || clause.is(0, Class::PREPOSITION) && closed;
    if node <= 14 && phrase() && !(0..node).any(|i| acts(i) || clause.is_mark(i, b',')) {
        return true;
    }
    // "was consul; at the meeting of July 1957, which was short, she was": the same behind a semicolon.
    let part = (node.saturating_sub(10)..node).rev().find(|&i| clause.is_mark(i, b';')).map(|i| i + 1);
    let opens = |from: usize| clause.is(from, Class::PREPOSITION) && clause.is_mark(node + 1, b',');
    if part.is_some_and(|from| opens(from) && !(from..node).any(|i| acts(i) || clause.is_mark(i, b','))) {
        return true;
    }
    node <= 6 && (0..node).all(|i| clause.mention(i).is_none() && clause.trigger(i).is_none())
}

/// Where another clause begins.
fn breaks(clause: &Clause<'_>, at: usize) -> bool {
    clause.is(at, Class::RELATIVE)
        || clause.trigger(at).is_some_and(|t| t.word == "since" || t.word == "until")
        || clause.is_mark(at, b';')
        || clause.is(at, Class::SUBORDINATOR)
            && !clause.is(at, Class::PREPOSITION)
            && !clause.is_any(at, &["that", "when"])
}
