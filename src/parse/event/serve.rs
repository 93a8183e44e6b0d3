//! Both ends of a tenure: "served as mayor from 1991 to 1993", "was consul until May", "treasurer since 2001".

use crate::parse::mention::MentionKind;
use crate::parse::word::{Class, class};
use crate::statement::Kind;

use super::clause::Clause;
use super::draft::{Draft, Person, Slot, When};
use super::slot::office;
use super::trigger::Trigger;

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
    let elsewhere = slot.is_none() && !ends.is_empty() && !with_others;
    if slot.is_none() && !elsewhere {
        return Vec::new();
    }
    let Some(subject) = clause.subject(verb.start) else { return Vec::new() };
    ends.into_iter()
        .map(|(kind, time)| {
            let mut draft = Draft::new(clause, at, kind, "tenure", Person::Node(subject)).with_role(slot, None);
            draft.elsewhere = elsewhere;
            draft.needs_role = true;
            draft.when = When::Time(time);
            draft.certainty = verb.certainty;
            draft
        })
        .collect()
}

/// The times of a tenure that stand after the node `at`.
pub(super) fn bounds(clause: &Clause<'_>, at: usize) -> Vec<(Kind, usize)> {
    let mut found = Vec::new();
    let mut i = at;
    while i < clause.nodes.len().min(at + 12) {
        if clause.is_mark(i, b';') || clause.is(i, Class::RELATIVE) {
            break;
        }
        let kind = if clause.is_any(i, &["from", "since"]) || clause.is_mark(i, b'(') {
            Some(Kind::TermStart)
        } else if clause.is_any(i, &["to", "until", "till", "through"]) || clause.is_mark(i, b'-') {
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
    let Some(time) = clause.time(at + 1) else { return Vec::new() };
    // "served … since" is told by the verb.
    if (at.saturating_sub(10)..at).any(|i| clause.trigger(i).is_some_and(|t| t.word.starts_with("serv"))) {
        return Vec::new();
    }
    let Some((person, slot)) = holder(clause, at) else { return Vec::new() };
    let mut draft = Draft::new(clause, at, kind, "tenure-bound", Person::Node(person)).with_role(slot, None);
    draft.when = When::Time(time);
    draft.needs_role = true;
    vec![draft]
}

/// Who holds the office that stands before "since" at `at`.
fn holder(clause: &Clause<'_>, at: usize) -> Option<(usize, Option<Slot>)> {
    let before = (at.saturating_sub(8)..at).rev().find(|&i| clause.mention(i).is_some_and(|m| m.role.is_some()))?;
    let plain = (before + 1..at).all(|i| {
        clause.time(i).is_none()
            && !clause.is_mark(i, b',')
            && clause.mention(i).is_none_or(|m| m.kind == MentionKind::Body)
    });
    // "the oldest mayor since 1902" begins no tenure.
    let superlative = (before.saturating_sub(3)..=before).any(|i| clause.words(i).split(' ').any(is_superlative));
    let mention = clause.mention(before).filter(|_| plain && !superlative)?;
    let slot = Slot { role: mention.role, organization: mention.organization, end: at, shares_role: false };
    if mention.name.is_some() {
        return mention.apposed.then_some((before, Some(slot)));
    }
    // "has been", "was", "remained", "served as", "stayed as" before the office
    let verb = (before.saturating_sub(5)..before).rev().find(|&i| {
        clause.is(i, Class::BE)
            || clause.is_word(i, Class::HOLDS)
            || clause.trigger(i).is_some_and(|t| t.word.starts_with("serv"))
    })?;
    let start = clause.verb(verb).start;
    Some((clause.subject(start)?, Some(slot)))
}

fn is_superlative(word: &str) -> bool {
    class(word).has(Class::SUPERLATIVES)
}

/// "was the fourth mayor (1991–1993)", "elected to the Senate (May 3, 1901 – May 3, 1907)": both ends of a tenure
/// in brackets behind the office or the election.
pub(super) fn in_brackets(clause: &Clause<'_>, opening: usize) -> Vec<Draft> {
    if !clause.is_mark(opening, b'(') || clause.time(opening + 1).is_none() || opening < 2 {
        return Vec::new();
    }
    let Some(close) = (opening..opening + 8).find(|&i| clause.is_mark(i, b')')) else { return Vec::new() };
    let before = clause.mention(opening - 1);
    let slot = before.filter(|m| m.kind != MentionKind::Person).map(|m| Slot {
        role: m.role,
        organization: m.organization,
        end: opening,
        shares_role: false,
    });
    let verb = (opening.saturating_sub(9)..opening).rev().find(|&i| {
        clause.is(i, Class::BE) && before.is_some_and(|m| m.role.is_some())
            || clause.trigger(i).is_some_and(|t| t.kind == Kind::Election || t.word.starts_with("serv"))
    });
    let Some(subject) = verb.and_then(|verb| clause.subject(clause.verb(verb).start)).filter(|_| slot.is_some()) else {
        return Vec::new();
    };
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
    let slot = Slot { role: role.role, organization: role.organization, end: with + 4, shares_role: false };
    Some(
        Draft::new(clause, with, Kind::TermStart, "term-start-with", Person::Node(with + 1))
            .with_role(Some(slot), Some(person)),
    )
}
