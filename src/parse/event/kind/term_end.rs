//! Ends of a tenure without the word of who ended it.
//!
//! **Recognises** "until" beside an office, "lost his post", "his term expired", "her mandate ended", "her last day as mayor
//! was"; the upper bound of "served from … to …" is read with the lower one (`serve`), "was replaced by" with the
//! successor (`succeed`).
//!
//! **Examples**: "Silva had been treasurer until July 1962"; "Hansen's term as governor ended on May 4, 2019"; "Ana
//! Silva, whose mandate expires in June".
//!
//! **Not**: "a prison term ended", "the term ended" of nobody, "he worked until midnight", "lost his way".

use crate::Span;
use crate::parse::mention::MentionKind;
use crate::parse::word::{Class, Shape};
use crate::statement::{Certainty, Kind};

use super::resignation;
use crate::parse::event::clause::Clause;
use crate::parse::event::draft::{Draft, Person, When};
use crate::parse::event::frame::slot::{named_behind, office};
use crate::parse::event::frame::{noun, people, serve};
use crate::parse::event::trigger::{Frame, Trigger};

pub(crate) fn read(clause: &Clause<'_>, at: usize, trigger: &Trigger) -> Vec<Draft> {
    match trigger.frame {
        Frame::Serve => serve::beside(clause, at, Kind::TermEnd),
        Frame::Expire if trigger.word.ends_with("day") => last_day(clause, at).into_iter().collect(),
        Frame::Expire => match expired(clause, at).or_else(|| begun(clause, at)) {
            Some(draft) => which_began(clause, &draft).into_iter().chain([draft]).collect(),
            None => had(clause, at),
        },
        _ if trigger.word.starts_with("part") => parted(clause, at, trigger).into_iter().collect(),
        _ => resignation::read(clause, at, trigger),
    }
}

/// "Acme parted company with its chairman, Jens Hansen", "Hansen parted ways with Acme": the person of the two.
fn parted(clause: &Clause<'_>, at: usize, trigger: &Trigger) -> Option<Draft> {
    let with = Some(at + 1).filter(|&with| clause.is_any(with, &["with"]))?;
    let verb = clause.verb(at);
    let is_person = |&i: &usize| clause.mention(i).is_some_and(|m| m.kind == MentionKind::Person && m.role.is_some());
    let other = people::behind_title(clause, with + 1).unwrap_or_else(|| named_behind(clause, with + 1));
    let person = Some(other).filter(is_person).or_else(|| clause.subject(verb.start).filter(is_person))?;
    let draft = Draft::new(clause, at, trigger.kind.clone(), "term-end", Person::Node(person));
    Some(Draft { certainty: verb.certainty, needs_role: true, ..draft }.with_role(None, clause.mention(person)))
}

/// "Hansen's second term as governor expired", "whose mandate ends"
fn expired(clause: &Clause<'_>, at: usize) -> Option<Draft> {
    let slot = office(clause, at + 1).filter(|_| clause.is_any(at + 1, &["as"]));
    // "the term of her predecessor, Jens Hansen, ran out"
    let of = noun::holder_of(clause, at).filter(|_| clause.is_any(at + 1, &["of"]));
    let from = of.map_or(slot.map_or(at + 1, |slot| slot.end), |person| {
        let close = (person + 1..person + 6).find(|&i| clause.is_mark(i, b','));
        close.filter(|&close| close == person + 1 || clause.is_mark(person + 1, b',')).map_or(person, |close| close) + 1
    });
    let from = began(clause, from).map_or(from, |(_, close)| close + 1);
    let over = |i: &usize| clause.is_mark(*i, b',') || clause.is_mark(*i, b';') || clause.is(*i, Class::RELATIVE);
    let begins = |i: usize| clause.is_any(i, &["begins", "began", "starts", "started"]);
    let out = |i: usize| clause.is_any(i, &["runs", "ran", "run"]) && clause.is_any(i + 1, &["out"]);
    let comes = |i: usize| clause.is_any(i, &["comes", "came"]) && clause.is_any(i + 1, &["to"]);
    let to_an_end = |i: usize| {
        comes(i) && clause.is_any(i + 2, &["an", "a"]) && (i + 3..i + 5).any(|i| clause.is_any(i, &["end", "close"]))
    };
    // "will last until May 13"
    let lasts = |i: usize| {
        clause.is_any(i, &["last", "lasts", "lasted", "run", "runs", "ran", "extends", "continues"])
            && clause.is_any(i + 1, &["until", "till"])
    };
    let ends = |&i: &usize| clause.is_word(i, Class::ENDS) || begins(i) || out(i) || to_an_end(i) || lasts(i);
    let ends = (from..from + 5).take_while(|i| !over(i)).find(ends)?;
    let (person, held) = of.map(|node| (Person::Node(node), Some(node))).or_else(|| holder(clause, at))?;
    let (kind, rule) = if begins(ends) { (Kind::TermStart, "term-start") } else { (Kind::TermEnd, "term-end") };
    let mut draft = Draft::new(clause, at, kind, rule, person);
    draft.at = ends;
    if lasts(ends) {
        draft.when = clause.time(ends + 2).map_or(draft.when, When::Time);
    }
    draft.trigger = Span::new(clause.nodes[at].span.start, clause.nodes[ends].span.end);
    draft.certainty = clause.verb(ends).certainty;
    // "the term of her predecessor": in the office that she gets.
    draft.shares_role = of.is_some_and(|of| (at + 2..of).any(|i| clause.is_any(i, &["predecessor"])));
    // "her second term began": in the office that she was told to hold.
    draft.elsewhere = draft.kind == Kind::TermStart && slot.is_none() && held.is_none();
    Some(draft.with_role(slot, held.and_then(|node| clause.mention(node))))
}

/// The verb of an aside that tells when a term began, and the comma that closes it: "his term, which began in 1983, ends". The
/// aside opens at the node `at`.
fn began(clause: &Clause<'_>, at: usize) -> Option<(usize, usize)> {
    let relative = clause.is_mark(at, b',') && clause.is(at + 1, Class::RELATIVE);
    let verb = Some(at + 2).filter(|&i| relative && clause.is_any(i, &["began", "started"]))?;
    let close = (verb + 1..verb + 5).find(|&i| clause.is_mark(i, b','))?;
    Some((verb, close))
}

/// The beginning of the term whose end `draft` is, where an aside tells it.
fn which_began(clause: &Clause<'_>, draft: &Draft) -> Option<Draft> {
    let (verb, close) = (0..draft.at).rev().find_map(|i| began(clause, i)).filter(|&(_, close)| close < draft.at)?;
    let time = (verb..close).find_map(|i| clause.time(i))?;
    let trigger = clause.nodes[verb].span;
    let start = Draft { kind: Kind::TermStart, at: verb, rule: "term-start", trigger, ..draft.clone() };
    Some(Draft { when: When::Time(time), certainty: Certainty::Reported, ..start })
}

/// "Hansen's last day as mayor was Friday", "Friday will be her final day in office": the day itself is told.
fn last_day(clause: &Clause<'_>, at: usize) -> Option<Draft> {
    let slot = office(clause, at + 1).filter(|slot| clause.is_any(at + 1, &["as"]) && slot.role.is_some());
    let in_office = clause.is_any(at + 1, &["in"]) && clause.is_any(at + 2, &["office"]);
    let end = slot.map_or(at + 1 + 2 * usize::from(in_office), |slot| slot.end);
    let verb = |i: usize| i + usize::from(clause.is_any(i, &["will"]));
    let be = |i: usize| clause.is(verb(i), Class::BE).then(|| verb(i));
    let told = |i: usize| (i..i + 3).find(|&i| clause.time(i).is_some());
    let (person, held) = holder(clause, at)?;
    let whose =
        (at.saturating_sub(3)..at).rev().find(|&i| matches!(person, Person::Node(n) | Person::Pronoun(n) if n == i))?;
    let behind = be(end).and_then(|be| told(be + 1).map(|time| (be, time)));
    let before = || {
        let be = whose.checked_sub(1).filter(|&be| clause.is(be, Class::BE))?;
        let start = clause.group(be).start;
        Some((be, start.checked_sub(1).filter(|&time| clause.time(time).is_some())?))
    };
    let (be, time) = behind.or_else(before)?;
    let mut draft = Draft::new(clause, at, Kind::TermEnd, "term-end", person);
    draft.when = clause.time(time).map_or(draft.when, When::Time);
    draft.certainty = if clause.is_any(be, &["is"]) { Certainty::Planned } else { clause.verb(be).certainty };
    draft.elsewhere = slot.is_none();
    // "His last day in Lima was Friday": of a stay, unless an office is told of him.
    draft.needs_role = !in_office;
    Some(draft.with_role(slot, held.and_then(|node| clause.mention(node))))
}

/// "began her second term as governor": the office of the subject.
fn begun(clause: &Clause<'_>, at: usize) -> Option<Draft> {
    let his = (at.saturating_sub(3)..at).rev().find(|&i| !is_ordinal(clause, i))?;
    let begins =
        his.checked_sub(1).filter(|&i| clause.is_any(i, &["begins", "began", "begun", "starts", "started"]))?;
    let verb = clause.verb(begins);
    let subject = clause.subject(verb.start).filter(|_| clause.is_any(his, &["his", "her"]))?;
    let slot = office(clause, at + 1).filter(|_| clause.is_any(at + 1, &["as"]));
    let mut draft = Draft::new(clause, at, Kind::TermStart, "term-start", Person::Node(subject));
    draft.trigger = Span::new(clause.nodes[begins].span.start, clause.nodes[at].span.end);
    draft.certainty = verb.certainty;
    draft.elsewhere = slot.is_none();
    Some(draft.with_role(slot, clause.mention(subject)))
}

/// "had a stint as governor from 1991 to 1993": both ends of it.
fn had(clause: &Clause<'_>, at: usize) -> Vec<Draft> {
    let article = (at.saturating_sub(3)..at).rev().find(|&i| clause.is_any(i, &["a", "an"]));
    let has = article.and_then(|article| article.checked_sub(1)).filter(|&has| clause.is(has, Class::HAVE));
    let slot = office(clause, at + 1).filter(|slot| clause.is_any(at + 1, &["as"]) && slot.role.is_some());
    let (Some(has), Some(slot)) = (has, slot) else { return Vec::new() };
    let Some(subject) = clause.subject(clause.group(has).start) else { return Vec::new() };
    let end = |(kind, time)| {
        let draft = Draft::new(clause, at, kind, "tenure", Person::Node(subject)).with_role(Some(slot), None);
        Draft { when: When::Time(time), ..draft }
    };
    serve::bounds(clause, slot.end).into_iter().map(end).collect()
}

/// Whose term it is that the noun at `at` names, and the node that does.
fn holder(clause: &Clause<'_>, at: usize) -> Option<(Person, Option<usize>)> {
    let lead = (at.saturating_sub(3)..at).rev().find(|&i| !is_ordinal(clause, i))?;
    if clause.is_any(lead, &["his", "her"]) {
        return Some((Person::Pronoun(lead), None));
    }
    let person = if clause.is_any(lead, &["whose"]) {
        let before = lead.checked_sub(1)?;
        if clause.is_mark(before, b',') { before.checked_sub(1)? } else { before }
    } else if clause.nodes[lead].token.shape == Shape::Genitive {
        lead.checked_sub(1)?
    } else {
        return None;
    };
    clause.mention(person).filter(|m| m.kind == MentionKind::Person)?;
    Some((Person::Node(person), Some(person)))
}

/// "second", "four-year", "current", "presidential"
fn is_ordinal(clause: &Clause<'_>, at: usize) -> bool {
    let of_office = clause.is_any(at, &["presidential", "mayoral", "gubernatorial", "ministerial"]);
    of_office
        || clause.is(at, Class::ORDINAL | Class::FORMER | Class::ROLE_MODIFIER)
        || clause.words(at).ends_with("-year")
        || clause.time(at).is_some()
}
