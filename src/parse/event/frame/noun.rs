//! Events told by a noun: "the resignation of Jens Hansen as mayor", "Hansen's resignation", "announced his
//! resignation".

use crate::parse::mention::MentionKind;
use crate::parse::word::{Class, Shape};
use crate::statement::{Certainty, Kind};

use super::authority::{agent, authority};
use super::install::gapped;
use super::slot::{new_office, office};
use super::verdict;
use crate::parse::event::certainty;
use crate::parse::event::clause::Clause;
use crate::parse::event::draft::{Draft, Person, Slot};
use crate::parse::event::row::list;
use crate::parse::event::trigger::{Form, Frame};

pub(crate) fn read(clause: &Clause<'_>, at: usize, kind: &Kind, rule: &'static str) -> Vec<Draft> {
    let listed = list::read(clause, at, kind, rule);
    if !listed.is_empty() {
        return listed;
    }
    // "will take up her appointment as consul on May 4" is told by its verb.
    let whose = at.checked_sub(1).filter(|&i| clause.is(i, Class::POSSESSIVE | Class::DETERMINER));
    let verb = whose.and_then(|whose| clause.trigger(whose.checked_sub(1)?));
    if verb.is_some_and(|verb| verb.kind == Kind::TermStart && verb.frame != Frame::Serve && kind.starts_tenure()) {
        return Vec::new();
    }
    // "won Norland's election": who won, not whose it was.
    let winner = won(clause, at).filter(|_| matches!(kind, Kind::Nomination | Kind::Election));
    let found = winner.or_else(|| of(clause, at)).or_else(|| genitive(clause, at)).or_else(|| possessive(clause, at));
    let found = found.or_else(|| as_office_of(clause, at)).or_else(|| of_the_last(clause, at));
    let found = found.or_else(|| tendered(clause, at).filter(|_| *kind == Kind::Resignation));
    let found = found.or_else(|| of_a_letter(clause, at)).or_else(|| taken(clause, at));
    let Some(Holder { person, mention, end, by }) = found else { return Vec::new() };
    // "his exit as mayor" holds its "as".
    let held_as = end == at + 1 && clause.words(at).ends_with(" as");
    if clause.words(at).ends_with('s') && !held_as {
        return several(clause, at, kind, rule, mention);
    }
    let attached = mention.and_then(|node| clause.mention(node));
    let ends = matches!(kind, Kind::Dismissal | Kind::Resignation | Kind::TermEnd | Kind::Death);
    // "his resignation to the head of state": who receives it.
    let led = held_as || clause.is_any(end, &["as", "from", "by"]) || !ends && clause.is_any(end, &["to", "for"]);
    // "the promotion of Ana Silva from consul to envoy": to what follows, if it is told.
    let slot = if !ends && clause.is_any(end, &["from"]) {
        let to = (end + 1..end + 4).any(|i| clause.is_any(i, &["to"]));
        let Some(slot) = new_office(clause, end).filter(|_| to) else { return Vec::new() };
        Some(slot)
    } else {
        led.then(|| office(clause, end)).flatten()
    };
    let slot = slot.or_else(|| who_as(clause, end).filter(|_| ends));
    // A new office is not the one already held; "the inauguration of President Hansen" is into this one.
    let held = attached.filter(|_| ends || *kind == Kind::TermStart);
    let mut draft = Draft::new(clause, at, kind.clone(), rule, person).with_role(slot, held);
    draft.by = agent(clause, end).or_else(|| authority(clause, by));
    // "dean until her appointment to the bench": to no office that is told.
    let seat = slot.is_some_and(|slot| slot.seat && slot.role.is_none());
    draft.shares_role |= draft.role.is_none() && !seat;
    draft.needs_role &= !seat;
    // "a post she held until her retirement": the office is one told before.
    let until = || (at.saturating_sub(3)..at).any(|i| clause.trigger(i).is_some_and(|t| t.kind == Kind::TermEnd));
    // "from 1999 to her retirement in 2008", "was mayor at the time of her death"
    let bound = || {
        let lead = at.checked_sub(2).filter(|&lead| clause.is(lead + 1, Class::POSSESSIVE));
        lead.is_some_and(|lead| {
            clause.is_any(lead, &["to"]) && lead > 1 && clause.is_any(lead - 2, &["from"])
                || clause.is_any(lead, &["of"]) && lead > 0 && clause.is_any(lead - 1, &["time"])
        })
    };
    let until = || until() || bound();
    draft.elsewhere = !kind.starts_tenure() && until()
        || matches!(person, Person::Earlier) && mention.is_none() && takes_effect(clause, end);
    draft.certainty = doubt(clause, at);
    // "won the presidential election" names the office by its adjective.
    draft.needs_role &= !(*kind == Kind::Election && won(clause, at).is_some());
    let further = slot.filter(|slot| slot.role.is_some() && kind.starts_tenure()).map(|slot| gapped(clause, slot.end));
    let further = further.into_iter().flatten().map(|(person, slot)| {
        let draft = Draft { role: None, organization: None, person, ..draft.clone() };
        draft.with_role(Some(slot), None)
    });
    let further: Vec<Draft> = further.collect();
    std::iter::once(draft).chain(further).map(|draft| verdict::weigh(clause, end, draft)).collect()
}

/// Whether the gerund at `at` is a noun: "his sacking", "the naming of Ana Silva", "Hansen's surprise firing on May 4".
pub(crate) fn is_gerund(clause: &Clause<'_>, at: usize) -> bool {
    let gerund = clause.trigger(at).is_some_and(|trigger| trigger.form == Form::Gerund);
    let Some(before) = at.checked_sub(1).filter(|_| gerund) else { return false };
    // "his dismissing Ana Silva" has an object.
    let next = clause.skip(at + 1);
    let person = clause.mention(next).is_some_and(|m| matches!(m.kind, MentionKind::Person | MentionKind::Pronoun));
    let closed = !person && !clause.is(next, Class::DETERMINER);
    let adjective = usize::from(
        before > 0 && clause.nodes[before].token.shape == Shape::Lower && !clause.is(before, Class::FUNCTION),
    );
    let whose = before - adjective;
    let owned = clause.is(whose, Class::POSSESSIVE)
        || clause.is_any(whose, &["whose"])
        || clause.nodes[whose].token.shape == Shape::Genitive;
    owned && closed || clause.is(whose, Class::DETERMINER) && clause.is_any(clause.skip(at + 1), &["of"])
}

/// "the resignations of Prime Minister Jens Hansen and Finance Minister Ana Silva"
fn several(clause: &Clause<'_>, at: usize, kind: &Kind, rule: &'static str, first: Option<usize>) -> Vec<Draft> {
    let person = |i: &usize| clause.mention(*i).is_some_and(|m| m.kind == MentionKind::Person);
    let next = |&i: &usize| {
        let joins = |i: usize| clause.is_mark(i, b',') || clause.is_any(i, &["and"]);
        let next = (i + 1..i + 4).find(|&i| !joins(i))?;
        Some(next).filter(|&next| next > i + 1)
    };
    let accepts = (at.saturating_sub(4)..at).rev().find(|&i| clause.is_word(i, Class::RECEIVES));
    let by = accepts.and_then(|verb| authority(clause, clause.subject(clause.group(verb).start)));
    let draft = |i: usize, slot| {
        let held = clause.mention(i).filter(|_| kind.ends_tenure());
        let draft = Draft::new(clause, at, kind.clone(), rule, Person::Node(i)).with_role(slot, held);
        Draft { by, certainty: doubt(clause, at), ..draft }
    };
    // "the appointments of Ana Silva as treasurer and Jens Hansen as consul"
    let slot =
        |i: usize| office(clause, i + 1).filter(|_| clause.is_any(i + 1, &["as"])).filter(|slot| slot.role.is_some());
    let own = first.and_then(|first| Some((first, slot(first)?)));
    if let Some((first, held)) = own {
        let others = gapped(clause, held.end).into_iter();
        let others = others.map(|(person, slot)| Draft { person, ..draft(first, Some(slot)) });
        return std::iter::once(draft(first, Some(held))).chain(others).collect();
    }
    std::iter::successors(first, next).take_while(person).map(|i| draft(i, None)).collect()
}

struct Holder {
    person: Person,
    /// The node of the mention, where there is one.
    mention: Option<usize>,
    /// The node after it all.
    end: usize,
    /// Who accepted it, or made it.
    by: Option<usize>,
}

/// "resignation of his predecessor, Jens Hansen"
fn of(clause: &Clause<'_>, at: usize) -> Option<Holder> {
    // "the resignation on Monday of Jens Hansen"
    // "the fall of" holds its "of".
    let first = if clause.words(at).ends_with(" of") { at } else { clause.skip(behind_aside(clause, at + 1)) };
    if first > at && !clause.is_any(first, &["of"]) {
        return None;
    }
    let mut i = first + 1;
    while clause.mention(i).is_none() && i < first + 5 {
        let passes =
            clause.is(i, Class::POSSESSIVE | Class::DETERMINER) || clause.is_any(i, &["predecessor", "successor"]);
        if !(passes || clause.is_mark(i, b',') && clause.is_any(i - 1, &["predecessor"])) {
            return None;
        }
        i += 1;
    }
    if clause.mention(i).is_none_or(|m| m.kind != MentionKind::Person) {
        return None;
    }
    // "the appointment of Hansen's predecessor, Ana Silva,"
    let other = clause.nodes.get(i + 1).is_some_and(|next| next.token.shape == Shape::Genitive)
        && clause.is_any(i + 2, &["predecessor", "successor"]);
    if other {
        i = Some(i + 4).filter(|&named| clause.is_mark(i + 3, b',') && clause.mention(named).is_some())?;
        clause.mention(i).filter(|m| m.kind == MentionKind::Person)?;
    }
    // "the death of Hansen's wife": hers.
    if clause.nodes.get(i + 1).is_some_and(|next| next.token.shape == Shape::Genitive) {
        return None;
    }
    let comma = usize::from(clause.is_mark(i + 1, b',') && clause.is_any(i + 2, &["as", "from"]));
    // "the appointment of Ana Silva on May 4 as"
    let end = Some(clause.skip(i + 1)).filter(|&end| clause.is_any(end, &["as"])).unwrap_or(i + 1 + comma);
    Some(Holder { person: Person::Node(i), mention: Some(i), end, by: None })
}

/// "the removal of Jens Hansen, who as consul had": what he was.
fn who_as(clause: &Clause<'_>, at: usize) -> Option<Slot> {
    let who = at + usize::from(clause.is_mark(at, b','));
    let led = clause.is(who, Class::RELATIVE) && clause.is_any(who + 1, &["as"]);
    led.then(|| office(clause, who + 1)).flatten().filter(|slot| slot.role.is_some())
}

/// Of whom the noun at `at` is told with an "of": "the term of his predecessor, *Jens Hansen*".
pub(crate) fn holder_of(clause: &Clause<'_>, at: usize) -> Option<usize> {
    of(clause, at).and_then(|holder| holder.mention)
}

/// "the appointment as consul of Jens Hansen": the office before the name.
fn as_office_of(clause: &Clause<'_>, at: usize) -> Option<Holder> {
    let slot = office(clause, at + 1).filter(|slot| clause.is_any(at + 1, &["as"]) && slot.role.is_some())?;
    let person = Some(slot.end + 1).filter(|_| clause.is_any(slot.end, &["of"]))?;
    clause.mention(person).filter(|m| m.kind == MentionKind::Person && m.name.is_some())?;
    Some(Holder { person: Person::Node(person), mention: None, end: at + 1, by: None })
}

/// The node behind the date in commas that opens at `at`: "the resignation, effective 31 January, of".
fn behind_aside(clause: &Clause<'_>, at: usize) -> usize {
    let close = (at + 2..at + 6).find(|&i| clause.is_mark(i, b',')).filter(|_| clause.is_mark(at, b','));
    close.filter(|&close| (at..close).any(|i| clause.time(i).is_some())).map_or(at, |close| close + 1)
}

/// "The appointment takes effect on May 4": of whom the sentence before tells.
fn of_the_last(clause: &Clause<'_>, at: usize) -> Option<Holder> {
    let the = at == 1 && clause.is_any(0, &["the"]);
    let holder = Holder { person: Person::Earlier, mention: None, end: at + 1, by: None };
    (the && takes_effect(clause, at + 1)).then_some(holder)
}

/// "takes effect", "will take effect", "is effective", "became effective"
fn takes_effect(clause: &Clause<'_>, at: usize) -> bool {
    let verb = at + usize::from(clause.is_any(at, &["will"]));
    let takes = clause.is_any(verb, &["take", "takes", "took"]) && clause.is_any(verb + 1, &["effect"]);
    let is = clause.is(verb, Class::BE) || clause.is_any(verb, &["becomes", "became", "become"]);
    takes || is && clause.is_any(verb + 1, &["effective"])
}

/// "accepted the resignation from the care of the diocese presented by Bishop Jens Hansen"
fn tendered(clause: &Clause<'_>, at: usize) -> Option<Holder> {
    let accepts = (at.saturating_sub(3)..at).any(|i| clause.is_word(i, Class::RECEIVES));
    let mut behind = at + 1..clause.nodes.len().min(at + 14);
    let by = behind.find(|&i| clause.is_word(i, Class::PRESENTS | Class::OFFER))? + 1;
    let person = Some(by + 1).filter(|&i| accepts && clause.is_any(by, &["by"]) && clause.mention(i).is_some())?;
    clause.mention(person).filter(|m| m.kind == MentionKind::Person)?;
    let by = (at.saturating_sub(3)..at).find(|&i| clause.is_word(i, Class::RECEIVES));
    let by = by.and_then(|verb| clause.subject(clause.group(verb).start));
    Some(Holder { person: Person::Node(person), mention: Some(person), end: person + 1, by })
}

/// "Hansen's surprise resignation"
fn genitive(clause: &Clause<'_>, at: usize) -> Option<Holder> {
    let mark = (at.saturating_sub(3)..at).rev().find(|&i| clause.nodes[i].token.shape == Shape::Genitive)?;
    let plain = (mark + 1..at).all(|i| clause.nodes[i].token.shape == Shape::Lower && clause.mention(i).is_none());
    let holder = mark.checked_sub(1)?;
    if !plain || clause.mention(holder).is_none_or(|m| m.kind != MentionKind::Person) {
        return None;
    }
    Some(Holder { person: Person::Node(holder), mention: Some(holder), end: at + 1, by: None })
}

/// "announced his resignation": the subject's, unless the subject accepts it.
fn possessive(clause: &Clause<'_>, at: usize) -> Option<Holder> {
    if let Some(speaker) = my(clause, at) {
        return Some(Holder { person: Person::Node(speaker), mention: Some(speaker), end: at + 1, by: None });
    }
    if let Some(person) = whose(clause, at) {
        return Some(Holder { person: Person::Node(person), mention: Some(person), end: at + 1, by: None });
    }
    let his = (at.saturating_sub(3)..at).rev().find(|&i| clause.is_any(i, &["his", "her"]))?;
    // "His resignation surprised nobody."
    let Some(verb) = his.checked_sub(1) else {
        return Some(Holder { person: Person::Pronoun(his), mention: None, end: at + 1, by: None });
    };
    if let Some(person) = congratulated(clause, verb) {
        return Some(Holder { person: Person::Node(person), mention: Some(person), end: at + 1, by: None });
    }
    let accepts = clause.is_word(verb, Class::RECEIVES);
    let until = clause.trigger(verb).is_some_and(|t| t.frame == Frame::Serve);
    let acts = !until && !clause.is(verb, Class::PREPOSITION | Class::SUBORDINATOR);
    let subject = clause.subject(clause.group(verb).start).or_else(|| clause.leftwards(verb)).filter(|_| acts);
    // "the minister had tendered his resignation"
    let office = |i: usize| clause.mention(i).is_some_and(|m| m.kind == MentionKind::Role && m.definite);
    let before = clause.group(verb).start.checked_sub(1);
    if let Some(node) = subject.filter(|&i| Some(i) == before && office(i) && !accepts) {
        return Some(Holder { person: Person::Node(node), mention: Some(node), end: at + 1, by: None });
    }
    let holder = match subject.filter(|_| !accepts) {
        Some(node)
            if clause.mention(node).is_some_and(|m| matches!(m.kind, MentionKind::Person | MentionKind::Pronoun)) =>
        {
            Holder { person: Person::Node(node), mention: Some(node), end: at + 1, by: None }
        }
        _ => Holder {
            person: if accepts { Person::Earlier } else { Person::Pronoun(his) },
            mention: None,
            end: at + 1,
            by: subject.filter(|_| accepts),
        },
    };
    Some(holder)
}

/// "Ana Silva, whose dismissal on May 4"
fn whose(clause: &Clause<'_>, at: usize) -> Option<usize> {
    let whose = (at.saturating_sub(2)..at).find(|&i| clause.is_any(i, &["whose"]))?;
    let person = whose.checked_sub(1 + usize::from(clause.is_mark(whose.wrapping_sub(1), b',')))?;
    clause.mention(person).filter(|m| m.kind == MentionKind::Person && m.name.is_some()).map(|_| person)
}

/// Whom somebody congratulates on what is told behind the word at `on`: "congratulated Ana Silva on her appointment".
fn congratulated(clause: &Clause<'_>, on: usize) -> Option<usize> {
    let person = on.checked_sub(1).filter(|_| clause.is_any(on, &["on", "upon"]))?;
    clause.mention(person).filter(|m| m.kind == MentionKind::Person)?;
    let verb = |i: usize| clause.words(i).starts_with("congratulat");
    (person.saturating_sub(4)..person).any(verb).then_some(person)
}

/// "I submitted my resignation," Ana Silva said.
fn my(clause: &Clause<'_>, at: usize) -> Option<usize> {
    let my = (at.saturating_sub(3)..at).rev().find(|&i| clause.is_any(i, &["my"]))?;
    clause.speaker(my)
}

/// "signed a letter of resignation"
fn of_a_letter(clause: &Clause<'_>, at: usize) -> Option<Holder> {
    let letter = at.checked_sub(2).filter(|&i| clause.is_any(i, &["letter"]) && clause.is_any(i + 1, &["of"]))?;
    let article = letter.checked_sub(1).filter(|&i| clause.is(i, Class::DETERMINER | Class::POSSESSIVE))?;
    subject_of(clause, article.checked_sub(1)?, at)
}

/// "takes early retirement in June"
fn taken(clause: &Clause<'_>, at: usize) -> Option<Holder> {
    let verb = (at.saturating_sub(2)..at).find(|&i| clause.is_any(i, &["take", "takes", "took", "taking"]))?;
    subject_of(clause, verb, at)
}

/// Whom the verb before the noun at `at` is told of.
fn subject_of(clause: &Clause<'_>, verb: usize, at: usize) -> Option<Holder> {
    let subject = clause.subject(clause.group(verb).start)?;
    clause.mention(subject).filter(|m| m.kind == MentionKind::Person)?;
    Some(Holder { person: Person::Node(subject), mention: Some(subject), end: at + 1, by: None })
}

/// "won the party's nomination for governor", "won the presidential election"
fn won(clause: &Clause<'_>, at: usize) -> Option<Holder> {
    let verb = (at.saturating_sub(8)..at).rev().find(|&i| clause.is_word(i, Class::GAINS))?;
    // "won 40 seats in the election", "won the primary before the election"
    let part = |i: usize| clause.is(i, Class::PREPOSITION) && !clause.is_word(i - 1, Class::VICTORY);
    if (verb + 2..at).any(part) {
        return None;
    }
    let subject = clause
        .subject(clause.group(verb).start)
        .filter(|&s| clause.mention(s).is_some_and(|m| m.kind == MentionKind::Person))?;
    Some(Holder { person: Person::Node(subject), mention: None, end: at + 1, by: None })
}

/// "calls for his resignation", "refused his resignation"; but what something else is told of ("what could have
/// changed since the appointment of …") has happened.
fn doubt(clause: &Clause<'_>, at: usize) -> Certainty {
    let article = at.checked_sub(1).filter(|&i| clause.is(i, Class::DETERMINER));
    let before = article.and_then(|article| article.checked_sub(1));
    if before.is_some_and(|i| clause.is_word(i, Class::BETWEEN)) {
        return Certainty::Reported;
    }
    let from = at.saturating_sub(6);
    // "asked for and accepted the resignation"
    let taken = |i: usize| clause.is_any(i, &["and"]) && clause.is_word(i + 1, Class::RECEIVES);
    let closes = |i: usize| clause.is_mark(i, b',') || clause.is_mark(i, b';') || taken(i);
    let words = (from..at).rev().take_while(|&i| !closes(i));
    words
        .filter(|&i| clause.mention(i).is_none())
        .filter_map(|i| certainty::of(clause.words(i)))
        .fold(Certainty::Reported, Certainty::max_doubt)
}
