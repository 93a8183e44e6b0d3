//! Who holds the office whose times are told, and which it is: "Ana Silva, consul since", "From 1991 to 1993 she was mayor", "a
//! post she held until".

use crate::parse::event::clause::Clause;
use crate::parse::event::draft::Slot;
use crate::parse::event::frame::people;
use crate::parse::event::frame::slot::then_elsewhere;
use crate::parse::event::trigger::Frame;
use crate::parse::mention::{Mention, MentionKind};
use crate::parse::word::{Class, Shape};
use crate::statement::Kind;

use super::serves;

/// "was governor of Lima from 1990 to 1994, then of Lom from 1995 to 1999": who held the first, and the second.
pub(super) fn again_elsewhere(clause: &Clause<'_>, at: usize) -> Option<(usize, Option<Slot>)> {
    let of = at.checked_sub(2).filter(|&of| clause.mention(of + 1).is_some())?;
    let (office, slot) = then_elsewhere(clause, of)?;
    let from = (office + 1..of).find(|&i| clause.is_any(i, &["from", "between"]) && clause.time(i + 1).is_some())?;
    Some((holder(clause, from)?.0, Some(slot)))
}

/// The office that stands nearest before `at`.
pub(super) fn office_before(clause: &Clause<'_>, at: usize) -> Option<usize> {
    // "was secretary under President Silva from": not hers.
    let of_another = |i: usize, m: Mention| {
        m.name.is_some() && !m.apposed && i > 0 && clause.is_any(i - 1, &["under", "of", "with", "by", "to"])
    };
    let holds = |&i: &usize| clause.mention(i).is_some_and(|m| m.role.is_some() && !of_another(i, m));
    (at.saturating_sub(8)..at).rev().find(holds)
}

/// "Finance Minister Ana Silva, in office since": the office before the name.
pub(super) fn in_office(clause: &Clause<'_>, at: usize) -> Option<(usize, Option<Slot>)> {
    let comma = (at.saturating_sub(4)..at).find(|&comma| clause.is_mark(comma, b','))?;
    let led = clause.is_any(comma + 1, &["in"]) && clause.is_word(at - 1, Class::POSTS);
    let mention = clause.mention(comma.checked_sub(1)?).filter(|m| led && m.name.is_some() && !m.former)?;
    let slot = Slot { role: Some(mention.role?), organization: mention.organization, end: at, ..Slot::default() };
    Some((comma - 1, Some(slot)))
}

/// Who holds the office that stands before "since" at `at`.
pub(super) fn holder(clause: &Clause<'_>, at: usize) -> Option<(usize, Option<Slot>)> {
    let before = office_before(clause, at)?;
    // "minister under Ana Silva from", "minister in the first Hansen cabinet from"
    let of_whom = |i: usize| (before + 1..i).any(|lead| clause.is_any(lead, &["under", "in"])) && i < before + 6;
    // "the first mayor of Lima, holding office from"
    let in_office = clause.is_mark(before + 1, b',')
        && clause.is_any(before + 2, &["holding", "in"])
        && clause.is_any(before + 3, &["office"])
        && at == before + 4;
    let plain = in_office
        || (before + 1..at).all(|i| {
            // "spent six years as mayor, from 1991 to 1997"
            let closing = || i + 1 == at && clause.time(at + 3).is_some();
            // "administrator of Lom State, Nigeria from"
            let country = || clause.nodes.get(i + 1).is_some_and(|next| next.token.is(Class::COUNTRY | Class::STATE));
            let closing = || closing() || country();
            // "held the see for six years from 1990"
            (clause.time(i).is_none() || clause.is_any(i - 1, &["for"]))
                && (!clause.is_mark(i, b',') || closing())
                && clause.mention(i).is_none_or(|m| m.kind == MentionKind::Body || of_whom(i))
        });
    // "had been in the minister's drawer since"
    let owns = clause.nodes.get(before + 1).is_some_and(|next| next.token.shape == Shape::Genitive);
    let mention = clause.mention(before).filter(|_| plain && !owns)?;
    let slot = Slot::of(mention, at);
    if mention.name.is_some() {
        return mention.apposed.then_some((before, Some(slot)));
    }
    // "Bishop Hansen, head of the mission since 1994,"; "Hansen, consul from 1990 to 1995 and envoy from 1995,"
    let first = first_of_row(clause, before);
    let apposed = first.checked_sub(2).filter(|_| clause.is_mark(first - 1, b','));
    if let Some(person) = apposed.filter(|&i| clause.mention(i).is_some_and(|m| m.name.is_some())) {
        return Some((person, Some(slot)));
    }
    // "Hansen, who as mayor from 1991 to 1993 built the quay,"
    let who = before.checked_sub(2).filter(|&who| clause.is_any(who + 1, &["as"]) && clause.is(who, Class::RELATIVE));
    if let Some(who) = who {
        return Some((clause.subject(who + 1)?, Some(slot)));
    }
    // "has been", "was", "remained", "served as", "stayed as" before the office
    let first = before.saturating_sub(if is_further(clause, before) { 24 } else { 5 });
    let verb = (first..before)
        .rev()
        .find(|&i| clause.is(i, Class::BE) || clause.is_word(i, Class::HOLDS) || serves(clause, i))?;
    // "is appointed consul from May 4 on" is told by that verb.
    // "has been suspended as consul since May 4" neither begins a term nor ends it.
    let past = |i: usize| clause.may_be_past(i) && clause.is_any(i + 1, &["as", "from"]);
    let tells = |i: usize| clause.trigger(i).is_some_and(|t| !matches!(t.frame, Frame::Serve | Frame::Noun));
    if (verb + 1..before).any(|i| tells(i) || past(i)) {
        return None;
    }
    let start = clause.group(verb).start;
    // "Having been mayor since 1991, Ana Silva"
    let fronted = || people::fronted(clause, start).filter(|_| start == 0);
    Some((clause.subject(start).or_else(fronted)?, Some(slot)))
}

/// Whether the office at `at` stands behind the times of another one: "was minister from 1979 to 1983 and president".
pub(super) fn is_further(clause: &Clause<'_>, at: usize) -> bool {
    let at = at - usize::from(at > 0 && clause.is_any(at - 1, &["as"]));
    let at = at - usize::from(at > 0 && clause.is_any(at - 1, &["then", "later", "afterwards"]));
    let and = at.checked_sub(1).filter(|&and| clause.is_any(and, &["and"]) || clause.is_mark(and, b','));
    let comma = |and: usize| usize::from(clause.is_mark(and.wrapping_sub(1), b','));
    and.and_then(|and| clause.time(and.checked_sub(1 + comma(and))?)).is_some()
}

/// The first of the offices that stand in a row with their times and end with the one at `at`.
fn first_of_row(clause: &Clause<'_>, at: usize) -> usize {
    let before = |&at: &usize| office_before(clause, at).filter(|_| is_further(clause, at));
    std::iter::successors(Some(at), before).last().unwrap_or(at)
}

/// Who holds it in "From 1991 to 1993 he was mayor", "Since 1991 she has been mayor": the subject behind the times.
pub(super) fn holder_behind(clause: &Clause<'_>, ends: &[(Kind, usize)]) -> Option<(usize, Option<Slot>)> {
    let &(_, last) = ends.last()?;
    let is_last = |i: usize| clause.range(i).map_or(clause.time(i), |(_, last)| Some(last)) == Some(last);
    let time = (0..clause.nodes.len()).find(|&i| is_last(i))?;
    // "From 1987 until his retirement in 1992 he was": behind the end that a noun tells.
    let until = Some(time + 1).filter(|&until| clause.is_any(until, &["until", "till"]));
    let time = until.and_then(|until| (until + 1..until + 6).find(|&i| clause.time(i).is_some())).unwrap_or(time);
    // "From 1999 on"
    let time = time + usize::from(clause.is_any(time + 1, &["on", "onward", "onwards"]));
    let person = time + 1 + usize::from(clause.is_mark(time + 1, b','));
    clause.mention(person).filter(|m| matches!(m.kind, MentionKind::Person | MentionKind::Pronoun))?;
    // "Since 1991 Ana Silva, a lawyer, has been mayor"
    let inside = (person + 2..person + 10).take_while(|&i| !clause.is(i, Class::RELATIVE) && !people::acts(clause, i));
    let close = inside.into_iter().find(|&i| clause.is_mark(i, b',')).filter(|_| clause.is_mark(person + 1, b','));
    let verb = clause.skip(close.unwrap_or(person) + 1);
    let verb = if clause.is(verb, Class::HAVE) { clause.skip(verb + 1) } else { verb };
    if !clause.is(verb, Class::BE) && !clause.is_word(verb, Class::HOLDS) && !serves(clause, verb) {
        return None;
    }
    // "has been with the minister"
    let plain = |&i: &usize| !clause.is(i, Class::PREPOSITION) || clause.is_any(i, &["as"]);
    let mut near = (verb + 1..verb + 4).take_while(plain);
    let office = near.find_map(|i| clause.mention(i).filter(|m| m.kind == MentionKind::Role))?;
    Some((person, Some(Slot { role: office.role, organization: office.organization, ..Slot::default() })))
}

/// Who holds the next one in "he was mayor, and from 1993 to 1997 treasurer": whoever held the one before.
pub(super) fn holder_of_next(clause: &Clause<'_>, at: usize, ends: &[(Kind, usize)]) -> Option<(usize, Option<Slot>)> {
    let &(_, last) = ends.last()?;
    let is_last = |i: usize| clause.range(i).map_or(clause.time(i), |(_, last)| Some(last)) == Some(last);
    let time = (at..clause.nodes.len()).find(|&i| is_last(i))?;
    let behind = time + 1 + usize::from(clause.is_mark(time + 1, b','));
    let office = clause.mention(behind).filter(|m| m.kind == MentionKind::Role && !m.former)?;
    let joined = clause.is_any(at - 1, &["and"]) || clause.is_mark(at - 1, b',') || clause.is_mark(at - 1, b';');
    let before = office_before(clause, at).filter(|_| joined)?;
    let verb = (before.saturating_sub(5)..before).rev().find(|&i| clause.is(i, Class::BE) || serves(clause, i))?;
    let slot = Slot::of(office, behind + 1);
    Some((clause.subject(clause.group(verb).start)?, Some(slot)))
}

/// Who holds it in "She headed the bank, and from 2011 to 2015 was consul": the subject of what is told before. The "from" is
/// at `at`.
pub(super) fn holder_before(clause: &Clause<'_>, at: usize, ends: &[(Kind, usize)]) -> Option<(usize, Option<Slot>)> {
    let and = at.checked_sub(1).filter(|&and| clause.is_any(and, &["and"]))?;
    let &(_, last) = ends.last()?;
    let is_last = |i: usize| clause.range(i).map_or(clause.time(i), |(_, last)| Some(last)) == Some(last);
    let time = (at..clause.nodes.len()).find(|&i| is_last(i))?;
    let verb = time + 1 + usize::from(clause.is_mark(time + 1, b','));
    let holds = clause.is(verb, Class::BE) || clause.is_word(verb, Class::HOLDS);
    let office =
        (verb + 1..verb + 3).find_map(|i| clause.mention(i)).filter(|m| holds && m.kind == MentionKind::Role)?;
    let person = clause.leftwards(and)?;
    clause.mention(person).filter(|m| matches!(m.kind, MentionKind::Person | MentionKind::Pronoun))?;
    Some((person, Some(Slot { role: office.role, organization: office.organization, ..Slot::default() })))
}

/// Who holds it in "The post of consul was held by Ana Silva from 1936 to 1941". The "from" is at `at`.
pub(super) fn held_by(clause: &Clause<'_>, at: usize) -> Option<(usize, Option<Slot>)> {
    let person = at.checked_sub(1)?;
    clause.mention(person).filter(|m| m.kind == MentionKind::Person && m.name.is_some())?;
    let by = (person.saturating_sub(4)..person).rev().find(|&i| clause.is_any(i, &["by"]))?;
    let verb = by.checked_sub(1).filter(|&verb| clause.is_any(verb, &["held", "filled", "occupied"]))?;
    let be = verb.checked_sub(1).filter(|&be| clause.is(be, Class::BE))?;
    let post = clause.group(be).start.checked_sub(1)?;
    let office = clause.mention(post).filter(|m| m.kind == MentionKind::Role && !m.former);
    if office.is_none() && !clause.is_word(post, Class::POSTS) {
        return None;
    }
    Some((person, office.map(|office| Slot::of(office, post + 1))))
}

/// Who holds it in "Secretary of the union between 1969 and 1981, she sat", "As mayor from", "During her time as mayor
/// from": the subject behind the comma. The "between" is at `at`.
pub(super) fn holder_of_title(clause: &Clause<'_>, at: usize, ends: &[(Kind, usize)]) -> Option<(usize, Option<Slot>)> {
    let node = at.checked_sub(1)?;
    let as_mayor = node > 0 && clause.is_any(node - 1, &["as"]);
    let during = || clause.is_any(0, &["during", "in"]) && clause.is(1, Class::POSSESSIVE);
    let opens = node == 0 || as_mayor && (node == 1 || node < 6 && during());
    let office = clause.mention(node).filter(|m| opens && m.kind == MentionKind::Role && !m.definite)?;
    let &(_, last) = ends.last()?;
    let time = (0..clause.nodes.len()).find(|&i| clause.time(i) == Some(last))?;
    let person = Some(time + 2).filter(|_| clause.is_mark(time + 1, b','))?;
    clause.mention(person).filter(|m| matches!(m.kind, MentionKind::Person | MentionKind::Pronoun))?;
    Some((person, Some(Slot { role: office.role, organization: office.organization, ..Slot::default() })))
}

/// Who holds an office that was told before: "a position she held until 1997", "he remained in office until".
pub(super) fn holder_elsewhere(clause: &Clause<'_>, at: usize) -> Option<(usize, Option<Slot>)> {
    let has_had = |i: usize| {
        let been_in = clause.is_any(i, &["been"]) && clause.is_any(i + 1, &["in", "in charge"]);
        (been_in || clause.is_any(i, &["had"])) && clause.is_any(i - 1, &["has", "had"])
    };
    let first = at.saturating_sub(6).max(1);
    let verb = (first..at).rev().find(|&i| clause.is_word(i, Class::HOLDS) || has_had(i))?;
    // "appointed envoy to Lom, where she remained until 1901"
    if verb + 1 == at && clause.is_any(verb, &["remained", "stayed"]) {
        let there = clause.subject(verb).filter(|&who| clause.is_any(who.wrapping_sub(1), &["where"]));
        return there.map(|who| (who, beside_the_post(clause, who)));
    }
    // "who held it until May", "had been in power since 2011"
    let it = |i: usize| i == verb + 1 && clause.is_any(i, &["it"]);
    let in_charge = |i: usize| clause.is_any(i, &["in charge"]);
    let is_post = |i: usize| clause.is_word(i, Class::POSTS) || it(i) || in_charge(i);
    let start = clause.group(verb).start;
    // "the title, which she held": the one before the verb, not what the relative is of.
    let holder = start.checked_sub(1).filter(|&i| clause.mention(i).is_some());
    if let Some(holder) = holder.filter(|&holder| (holder.saturating_sub(6)..holder).any(is_post)) {
        return Some((holder, beside_the_post(clause, holder)));
    }
    Some((clause.subject(start)?, None)).filter(|_| (verb + 1..at).any(is_post))
}

/// The office in "was previously consul, a post she held since": the one that the post stands beside.
pub(crate) fn beside_the_post(clause: &Clause<'_>, holder: usize) -> Option<Slot> {
    let comma = (holder.saturating_sub(5)..holder).rev().find(|&i| clause.is_mark(i, b','))?;
    // "was treasurer of the maker of valves Acme, a position she held"
    let body = |&i: &usize| clause.mention(i).is_none_or(|m| m.kind != MentionKind::Role) && !clause.is_mark(i, b',');
    let office = comma - (comma.saturating_sub(4)..comma).rev().take_while(body).count();
    let mention = clause.mention(office.checked_sub(1)?).filter(|m| m.kind == MentionKind::Role)?;
    Some(Slot::of(mention, holder))
}
