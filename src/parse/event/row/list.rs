//! Lists of people and offices behind a colon that share the act before it, its date and its authority.
//!
//! `were appointed: Ana Silva as consul in Lima; Jens Hansen as consul in Cusco`, `three ministers: Ana Silva (health),
//! Jens Hansen (justice) and Ole Berg (defence)`, `Appointments: Ana Silva, ambassador to Chile; Jens Hansen, consul`.

use crate::Span;
use crate::parse::mention::{Mention, MentionKind};
use crate::parse::word::{Class, Shape, class};
use crate::statement::Kind;

use crate::parse::event::clause::Clause;
use crate::parse::event::draft::{Draft, Person, Slot, When};
use crate::parse::event::frame::authority::authority;
use crate::parse::event::frame::people;
use crate::parse::event::frame::slot::office;

/// How far a colon stands behind the word for the act: "appointed three new ministers and a judge:".
const COLON: usize = 10;

/// The rows of the list that the word at `at` announces.
pub(crate) fn read(clause: &Clause<'_>, at: usize, kind: &Kind, rule: &'static str) -> Vec<Draft> {
    let near = at + 1..clause.nodes.len().min(at + COLON);
    // "appointed the following as consuls:"
    let acts = |i: usize| clause.trigger(i).is_some() && !clause.is_any(i, &["following as"]);
    let before = |i: &usize| !acts(*i) && !clause.is_mark(*i, b';');
    let head = several(clause, at);
    let names = |i: usize| clause.is(i, Class::BE) || clause.is_any(i, &["include", "included"]);
    let opens = |&i: &usize| {
        clause.is_mark(i, b':') || head.is_some() && names(i) && !clause.is_mark(i + 1, b':') || posts(clause, at, i)
    };
    let Some(colon) = near.take_while(before).find(opens) else { return Vec::new() };
    let verb = clause.verb(at);
    let by = authority(clause, clause.subject(verb.start).filter(|_| !verb.passive));
    let shared = (head.unwrap_or(at.saturating_sub(1))..colon)
        .rev()
        .find(|&i| people::is_plural(clause, i))
        .and_then(|i| clause.mention(i));
    // "Two consuls were named on Monday: Ana Silva to Peru"
    let subject = verb.start.checked_sub(1).filter(|&i| verb.passive && people::is_plural(clause, i));
    let office = shared.or_else(|| clause.mention(subject?)).and_then(|several| uncounted(clause, several));
    let mut drafts = Vec::new();
    let mut i = colon + 1;
    while let Some((slot, behind)) = posted(clause, i, office).or_else(|| row(clause, i)) {
        let mention = clause.mention(i).filter(|m| !m.former);
        // "two outside directors: Ana Silva, a lawyer, and Jens Hansen"
        let own = mention.filter(|m| m.role.is_some());
        let mut draft = Draft::new(clause, at, kind.clone(), rule, Person::Node(i)).with_role(slot, own.or(shared));
        draft.listed = slot.is_none_or(|slot| slot.role == office) && own.is_none();
        draft.by = by;
        let (time, end) = dated(clause, behind).unzip();
        draft.when = time.map_or(draft.when, When::Time);
        drafts.push(draft);
        i = end.unwrap_or(behind);
        while [b',', b';'].iter().any(|&mark| clause.is_mark(i, mark)) || clause.is_any(i, &["and"]) {
            i += 1;
        }
        if i == behind {
            break;
        }
    }
    drafts.retain(|draft| draft.role.is_some());
    drafts
}

/// Who is told of without names before the verb at `at`: "The ministers sacked are", "Ministers appointed on May 4 include",
/// "The ministers who were dropped include".
pub(crate) fn several(clause: &Clause<'_>, at: usize) -> Option<usize> {
    let start = clause.group(at).start;
    let relative = start > 0 && clause.is(start - 1, Class::RELATIVE);
    let behind = if relative { start - 1 } else { at };
    // "The new consuls, who took office on Monday, are"
    let behind = behind - usize::from(relative && behind > 0 && clause.is_mark(behind - 1, b','));
    behind.checked_sub(1).filter(|&head| people::is_plural(clause, head))
}

/// The time of a row's own and the node behind it: "Ana Silva, consul, from May 4; Jens Hansen, envoy, from June 1".
fn dated(clause: &Clause<'_>, at: usize) -> Option<(usize, usize)> {
    let led = at + usize::from(clause.is_mark(at, b','));
    let time = (led..led + 3).find(|&i| clause.time(i).is_some())?;
    let leads = |i: usize| clause.is_any(i, &["from", "on", "as", "of", "effective", "in"]);
    (led..time).all(leads).then_some((clause.time(time)?, time + 1))
}

/// "Two envoys were named: Ana Silva to Peru and Jens Hansen to Chile": a person at `at` with the place of the office that
/// all of them get.
fn posted(clause: &Clause<'_>, at: usize, office: Option<Span>) -> Option<(Option<Slot>, usize)> {
    clause.mention(at).filter(|m| m.kind == MentionKind::Person && m.name.is_some() && m.role.is_none())?;
    let role = office.filter(|_| clause.is_any(at + 1, &["to", "at", "in", "for"]))?;
    let place = clause.mention(at + 2).filter(|m| m.role.is_none() && !m.titled)?;
    let closed = clause.nodes.get(at + 3).is_none_or(|next| matches!(next.token.shape, Shape::Mark(_)));
    let organization = place.organization.or(place.name);
    let slot = Slot { role: Some(role), organization, end: at + 3, ..Slot::default() };
    (closed || clause.is_any(at + 3, &["and"])).then_some((Some(slot), at + 3))
}

/// "named two envoys on Tuesday, Ana Silva to Peru and Jens Hansen to Chile": whether the comma at `comma` opens a list of
/// several, each with a place.
fn posts(clause: &Clause<'_>, at: usize, comma: usize) -> bool {
    let posted = |i: usize| {
        clause.mention(i).is_some_and(|m| m.kind == MentionKind::Person && m.name.is_some() && m.role.is_none())
            && clause.is_any(i + 1, &["to", "at", "in", "for"])
            && clause.mention(i + 2).is_some_and(|m| m.role.is_none())
    };
    let joined = comma + 4 + usize::from(clause.is_mark(comma + 4, b',') && clause.is_any(comma + 5, &["and"]));
    let joins = clause.is_mark(joined, b',') || clause.is_any(joined, &["and"]);
    clause.is_mark(comma, b',')
        && posted(comma + 1)
        && joins
        && posted(joined + 1)
        && (at.saturating_sub(4)..comma).any(|i| people::is_plural(clause, i))
}

/// The office of "Two consuls" without how many they are.
pub(crate) fn uncounted(clause: &Clause<'_>, several: Mention) -> Option<Span> {
    let role = several.role?;
    let (first, _) = role.of(clause.text).split_once(' ').unwrap_or_default();
    let counts = class(first).has(Class::COUNTS) && several.prefix.is_some();
    Some(Span::new(role.start + if counts { first.len() + 1 } else { 0 }, role.end))
}

/// A person with an office at `at`, and the node behind both.
fn row(clause: &Clause<'_>, at: usize) -> Option<(Option<Slot>, usize)> {
    clause.mention(at).filter(|m| m.kind == MentionKind::Person && m.name.is_some())?;
    if clause.is_any(at + 1, &["as", "to"]) {
        let slot = office(clause, at + 1)?;
        return Some((Some(slot), slot.end));
    }
    // "Ana Silva (health)": the office is the one that all of them get.
    let field = clause.nodes.get(at + 2).filter(|node| matches!(node.token.shape, Shape::Lower | Shape::Capital));
    if let Some(field) = field.filter(|_| clause.is_mark(at + 1, b'(')) {
        let close = (at + 3..at + 7).find(|&i| clause.is_mark(i, b')'))?;
        let role = Span::new(field.span.start, clause.nodes[close - 1].span.end);
        return Some((Some(Slot { role: Some(role), end: close + 1, ..Slot::default() }), close + 1));
    }
    let person = |i: usize| {
        let named = clause.mention(i).is_some_and(|m| m.kind == MentionKind::Person && m.name.is_some());
        named && !clause.nodes[i].token.is(Class::DETERMINER)
    };
    let aside = clause.is_mark(at + 1, b',') && !person(at + 2) && !clause.is_any(at + 2, &["and"]);
    let goes_on = |i: usize| clause.is_any(i + 1, &["and"]) || person(i + 1);
    let closes = |i: &usize| clause.is_mark(*i, b';') || clause.is_mark(*i, b',') && goes_on(*i);
    let behind = (at + 2..at + 10).take_while(|&i| clause.trigger(i).is_none()).find(closes).filter(|_| aside);
    Some((None, behind.unwrap_or(at + 1)))
}
