//! Both ends of a tenure: "served as mayor from 1991 to 1993", "was consul until May", "treasurer since 2001".

use crate::parse::mention::MentionKind;
use crate::parse::word::{Class, Shape, class};
use crate::statement::{Certainty, Kind};

use super::clause::Clause;
use super::draft::{Draft, Person, Slot, When};
use super::slot::office;
use super::trigger::{Form, Frame, Trigger};

pub(super) fn read(clause: &Clause<'_>, at: usize, trigger: &Trigger) -> Vec<Draft> {
    if trigger.word == "since" { beside(clause, at, Kind::TermStart) } else { served(clause, at) }
}

/// "served as mayor of Lima from 1991 to 1993"
fn served(clause: &Clause<'_>, at: usize) -> Vec<Draft> {
    let verb = clause.verb(at);
    let slot = office(clause, at + 1);
    let ends = bounds(clause, slot.map_or(at + 1, |slot| slot.end));
    // "served until 1955", "has served in the post since": an office told before.
    let with_others = clause.is_any(at + 1, &["with", "under", "alongside", "beside"]);
    // "headed the agency from 1994 to 1997" names what was led, and no office.
    let bounded = clause.is_any(at + 1, &["from", "until", "till", "since", "between", "for"]);
    let headed = clause.trigger(at).is_some_and(|t| t.form == Form::Noun) && clause.skip(at + 1) == at + 1 && !bounded;
    let elsewhere = slot.is_none() && !ends.is_empty() && !with_others && !headed;
    // "chaired the board from 2001 until 2009" needs no name for the office.
    let leads = headed && ends.len() == 2;
    if slot.is_none() && !elsewhere && !leads {
        return Vec::new();
    }
    let Some(subject) = clause.subject(verb.start) else { return Vec::new() };
    // "will serve as acting speaker": a beginning.
    if let (Some(slot), true, Certainty::Planned) = (slot, ends.is_empty(), verb.certainty) {
        let draft =
            Draft::new(clause, at, Kind::TermStart, "tenure", Person::Node(subject)).with_role(Some(slot), None);
        return vec![Draft { certainty: verb.certainty, ..draft }];
    }
    ends.into_iter()
        .map(|(kind, time)| {
            let mut draft = Draft::new(clause, at, kind, "tenure", Person::Node(subject)).with_role(slot, None);
            draft.elsewhere = elsewhere;
            draft.needs_role = !leads;
            let body = clause.mention(at + 1).filter(|m| leads && slot.is_none() && m.kind == MentionKind::Body);
            draft.organization = draft.organization.or(body.and_then(|body| body.organization));
            draft.when = When::Time(time);
            draft.certainty = verb.certainty;
            draft
        })
        .collect()
}

/// "was mayor of Lima from 1991 to 1993", "its chairman between 2009 and 2013"; at the head of a sentence "From 1991 to
/// 1993 he was mayor". `at` is the "from" or "between".
pub(super) fn spanned(clause: &Clause<'_>, at: usize) -> Vec<Draft> {
    if clause.time(at + 1).is_none() || is_told_by_serving(clause, at) {
        return Vec::new();
    }
    let ends = bounds(clause, at);
    let held = if at == 0 { holder_behind(clause, &ends) } else { holder(clause, at) };
    let Some((person, slot)) = held.or_else(|| holder_elsewhere(clause, at)) else { return Vec::new() };
    ends.into_iter().map(|(kind, time)| tenure(clause, at, kind, time, person, slot)).collect()
}

/// "was Minister of Posts 1945–1951", "was High Commissioner, 1982-86": both years right behind the office. `be` is the
/// verb.
pub(super) fn was(clause: &Clause<'_>, be: usize) -> Vec<Draft> {
    let Some(office) = clause.mention(be + 1).filter(|m| m.kind == MentionKind::Role && !m.former) else {
        return Vec::new();
    };
    let years = be + 2 + usize::from(clause.is_mark(be + 2, b','));
    let apart = clause.time(years).zip(clause.time(years + 2)).filter(|_| clause.is_mark(years + 1, b'-'));
    let Some((first, last)) = clause.range(years).or(apart) else { return Vec::new() };
    let Some(subject) = clause.subject(be) else { return Vec::new() };
    let slot = Slot { role: office.role, organization: office.organization, end: be + 2, ..Slot::default() };
    let end = |(kind, time)| tenure(clause, be, kind, time, subject, Some(slot));
    [(Kind::TermStart, first), (Kind::TermEnd, last)].into_iter().map(end).collect()
}

/// One end of the tenure that the word at `at` tells; without an office, of one that was told before.
fn tenure(clause: &Clause<'_>, at: usize, kind: Kind, time: usize, person: usize, slot: Option<Slot>) -> Draft {
    let mut draft = Draft::new(clause, at, kind, "tenure-bound", Person::Node(person)).with_role(slot, None);
    draft.when = When::Time(time);
    draft.needs_role = true;
    draft.elsewhere = slot.is_none();
    draft
}

/// The times of a tenure that stand after the node `at`.
pub(super) fn bounds(clause: &Clause<'_>, at: usize) -> Vec<(Kind, usize)> {
    let mut found = Vec::new();
    let mut i = at;
    while i < clause.nodes.len().min(at + 12) {
        // "led the city from 2005 to 2013 and was minister from 2013": those of another verb.
        let verb = clause.is(i, Class::BE) || clause.trigger(i).is_some_and(|t| t.frame != Frame::Serve);
        // "was minister from 1979 to 1983 and president from 1989": those of another office.
        let office = clause.mention(i).is_some_and(|m| m.kind == MentionKind::Role);
        if clause.is_mark(i, b';') || clause.is(i, Class::RELATIVE) || (verb || office) && !found.is_empty() {
            break;
        }
        let kind = if clause.is_any(i, &["from", "since", "between"]) || clause.is_mark(i, b'(') {
            Some(Kind::TermStart)
        } else if clause.is_any(i, &["to", "until", "till", "through"])
            || clause.is_mark(i, b'-')
            || clause.is_any(i, &["and"]) && i > 1 && clause.is_any(i - 2, &["between"])
        {
            Some(Kind::TermEnd)
        } else {
            None
        };
        if let (Some(kind), Some(time)) = (kind, clause.time(i + 1)) {
            found.push((kind, time));
            i += 1;
        }
        i += 1;
    }
    found
}

/// "since May 2001", "until May 2001" beside an office: of an apposition ("Ana Silva, treasurer since") or of "has been".
pub(super) fn beside(clause: &Clause<'_>, at: usize, kind: Kind) -> Vec<Draft> {
    let Some(time) = clause.time(at + 1).or_else(|| of_an_event(clause, at, &kind)) else { return Vec::new() };
    if is_told_by_serving(clause, at) {
        return Vec::new();
    }
    // "the oldest mayor since 1902" begins no tenure.
    let superlative =
        |before: usize| (before.saturating_sub(3)..=before).any(|i| clause.words(i).split(' ').any(is_superlative));
    let held = holder(clause, at).filter(|_| office_before(clause, at).is_some_and(|before| !superlative(before)));
    let held = held.or_else(|| in_office(clause, at)).or_else(|| holder_elsewhere(clause, at));
    let Some((person, slot)) = held else { return Vec::new() };
    vec![tenure(clause, at, kind, time, person, slot)]
}

/// "until his death in 1902", "since the suspension of Jens Hansen in October": the time of what began or ended it.
fn of_an_event(clause: &Clause<'_>, at: usize, kind: &Kind) -> Option<usize> {
    // "until her retirement in 1997" is told by that noun.
    let tells = |i: usize| {
        let told = clause.trigger(i).map(|trigger| &trigger.kind);
        told.is_some_and(|told| {
            told.ends_tenure() && kind.ends_tenure() || told.starts_tenure() && kind.starts_tenure()
        })
    };
    let whose = clause.is(at + 1, Class::POSSESSIVE | Class::DETERMINER);
    let plain = |i: usize| {
        let word = clause.nodes.get(i).is_some_and(|node| node.token.shape == Shape::Lower);
        clause.mention(i).is_some()
            || clause.is_any(i, &["of"])
            || word && !clause.is(i, Class::FUNCTION | Class::SAY) && !tells(i)
    };
    let on = (at + 2..at + 7).take_while(|&i| plain(i)).last()? + 1;
    clause.time(on + 1).filter(|_| whose && clause.is_any(on, &["in", "on"]))
}

/// Whether a form of "serve" stands before `at`: it tells the tenure.
fn is_told_by_serving(clause: &Clause<'_>, at: usize) -> bool {
    (at.saturating_sub(10)..at).any(|i| serves(clause, i))
}

fn serves(clause: &Clause<'_>, at: usize) -> bool {
    clause.trigger(at).is_some_and(|t| t.frame == Frame::Serve && t.form != Form::Noun)
}

/// The office that stands nearest before `at`.
fn office_before(clause: &Clause<'_>, at: usize) -> Option<usize> {
    (at.saturating_sub(8)..at).rev().find(|&i| clause.mention(i).is_some_and(|m| m.role.is_some()))
}

/// "Finance Minister Ana Silva, in office since": the office before the name.
fn in_office(clause: &Clause<'_>, at: usize) -> Option<(usize, Option<Slot>)> {
    let comma = at.checked_sub(3).filter(|&comma| clause.is_mark(comma, b','))?;
    let led = clause.is_any(comma + 1, &["in"]) && clause.is_word(comma + 2, Class::POSTS);
    let mention = clause.mention(comma.checked_sub(1)?).filter(|m| led && m.name.is_some() && !m.former)?;
    let slot = Slot { role: Some(mention.role?), organization: mention.organization, end: at, ..Slot::default() };
    Some((comma - 1, Some(slot)))
}

/// Who holds the office that stands before "since" at `at`.
fn holder(clause: &Clause<'_>, at: usize) -> Option<(usize, Option<Slot>)> {
    let before = office_before(clause, at)?;
    let plain = (before + 1..at).all(|i| {
        clause.time(i).is_none()
            && !clause.is_mark(i, b',')
            && clause.mention(i).is_none_or(|m| m.kind == MentionKind::Body)
    });
    let mention = clause.mention(before).filter(|_| plain)?;
    let slot = Slot { role: mention.role, organization: mention.organization, end: at, ..Slot::default() };
    if mention.name.is_some() {
        return mention.apposed.then_some((before, Some(slot)));
    }
    // "Bishop Hansen, head of the mission since 1994,"
    let apposed = before.checked_sub(2).filter(|_| clause.is_mark(before - 1, b','));
    if let Some(person) = apposed.filter(|&i| clause.mention(i).is_some_and(|m| m.name.is_some())) {
        return Some((person, Some(slot)));
    }
    // "has been", "was", "remained", "served as", "stayed as" before the office
    let first = before.saturating_sub(if is_further(clause, before) { 16 } else { 5 });
    let verb = (first..before)
        .rev()
        .find(|&i| clause.is(i, Class::BE) || clause.is_word(i, Class::HOLDS) || serves(clause, i))?;
    // "is appointed consul from May 4 on" is told by that verb.
    if (verb + 1..before).any(|i| clause.trigger(i).is_some()) {
        return None;
    }
    let start = clause.verb(verb).start;
    Some((clause.subject(start)?, Some(slot)))
}

/// Whether the office at `at` stands behind the times of another one: "was minister from 1979 to 1983 and president".
fn is_further(clause: &Clause<'_>, at: usize) -> bool {
    let and = at.checked_sub(1).filter(|&and| clause.is_any(and, &["and"]) || clause.is_mark(and, b','));
    and.and_then(|and| clause.time(and.checked_sub(1)?)).is_some()
}

/// Who holds it in "From 1991 to 1993 he was mayor": the subject behind the times.
fn holder_behind(clause: &Clause<'_>, ends: &[(Kind, usize)]) -> Option<(usize, Option<Slot>)> {
    let &(_, last) = ends.last()?;
    let time = (0..clause.nodes.len()).find(|&i| clause.time(i) == Some(last))?;
    let person = time + 1 + usize::from(clause.is_mark(time + 1, b','));
    clause.mention(person).filter(|m| matches!(m.kind, MentionKind::Person | MentionKind::Pronoun))?;
    let verb = clause.skip(person + 1);
    if !clause.is(verb, Class::BE) && !clause.is_word(verb, Class::HOLDS) && !serves(clause, verb) {
        return None;
    }
    let office = (verb + 1..verb + 4).find_map(|i| clause.mention(i).filter(|m| m.kind == MentionKind::Role))?;
    Some((person, Some(Slot { role: office.role, organization: office.organization, ..Slot::default() })))
}

/// Who holds an office that was told before: "a position she held until 1997", "he remained in office until".
fn holder_elsewhere(clause: &Clause<'_>, at: usize) -> Option<(usize, Option<Slot>)> {
    let verb = (at.saturating_sub(6)..at).rev().find(|&i| clause.is_word(i, Class::HOLDS))?;
    let is_post = |i: usize| clause.is_word(i, Class::POSTS);
    let start = clause.verb(verb).start;
    // "the title, which she held": the one before the verb, not what the relative is of.
    let holder = start.checked_sub(1).filter(|&i| clause.mention(i).is_some());
    if let Some(holder) = holder.filter(|&holder| (holder.saturating_sub(6)..holder).any(is_post)) {
        return Some((holder, beside_the_post(clause, holder)));
    }
    Some((clause.subject(start)?, None)).filter(|_| (verb + 1..at).any(is_post))
}

/// The office in "was previously consul, a post she held since": the one that the post stands beside.
fn beside_the_post(clause: &Clause<'_>, holder: usize) -> Option<Slot> {
    let comma = (holder.saturating_sub(5)..holder).rev().find(|&i| clause.is_mark(i, b','))?;
    let mention = clause.mention(comma.checked_sub(1)?).filter(|m| m.kind == MentionKind::Role)?;
    Some(Slot { role: mention.role, organization: mention.organization, end: holder, ..Slot::default() })
}

fn is_superlative(word: &str) -> bool {
    class(word).has(Class::SUPERLATIVES)
}

/// "was the fourth mayor (1991–1993)", "elected to the Senate (May 3, 1901 – May 3, 1907)": both ends of a tenure
/// in brackets behind the office or the election.
pub(super) fn in_brackets(clause: &Clause<'_>, opening: usize) -> Vec<Draft> {
    if !clause.is_mark(opening, b'(') || clause.time(opening + 1).is_none() || opening == 0 {
        return Vec::new();
    }
    let Some(close) = (opening..opening + 8).find(|&i| clause.is_mark(i, b')')) else { return Vec::new() };
    let before = clause.mention(opening - 1);
    let slot = before.filter(|m| m.kind != MentionKind::Person || m.apposed).map(|m| Slot {
        role: m.role,
        organization: m.organization,
        end: opening,
        ..Slot::default()
    });
    let verb = (opening.saturating_sub(9)..opening).rev().find(|&i| {
        clause.is(i, Class::BE) && before.is_some_and(|m| m.role.is_some())
            || clause.trigger(i).is_some_and(|t| t.kind == Kind::Election)
            || serves(clause, i)
    });
    // "Jens Hansen, minister of defence (2011–2014),"
    let apposed = before.filter(|m| m.apposed).map(|_| opening - 1);
    let subject = || verb.and_then(|verb| clause.subject(clause.verb(verb).start));
    let Some(subject) = apposed.or_else(subject).filter(|_| slot.is_some()) else { return Vec::new() };
    let times: Vec<usize> = (opening..close).filter_map(|i| clause.time(i)).collect();
    let [first, last] = times[..] else { return Vec::new() };
    [(Kind::TermStart, first), (Kind::TermEnd, last)]
        .into_iter()
        .map(|(kind, time)| {
            let mut draft =
                Draft::new(clause, opening, kind, "tenure-brackets", Person::Node(subject)).with_role(slot, None);
            draft.when = When::Time(time);
            draft
        })
        .collect()
}

/// "The legation opened on May 4, 1892, with Jens Hansen as consul": a tenure that begins with something else.
pub(super) fn with_holder(clause: &Clause<'_>, with: usize) -> Option<Draft> {
    let person = clause.mention(with + 1).filter(|m| m.kind == MentionKind::Person && m.role.is_none())?;
    let role = (with + 2..with + 5).find(|&i| clause.mention(i).is_some()).and_then(|i| clause.mention(i))?;
    let dated = (0..with).any(|i| clause.time(i).is_some());
    if !dated || !clause.is_any(with + 2, &["as"]) || role.kind != MentionKind::Role {
        return None;
    }
    let slot = Slot { role: role.role, organization: role.organization, end: with + 4, ..Slot::default() };
    Some(
        Draft::new(clause, with, Kind::TermStart, "term-start-with", Person::Node(with + 1))
            .with_role(Some(slot), Some(person)),
    )
}
