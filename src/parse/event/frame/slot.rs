//! The slots around a trigger that several frames share: the office after it, and who is named there.

use crate::Span;
use crate::parse::mention::{Mention, MentionKind};
use crate::parse::role::names_post;
use crate::parse::word::{Class, Shape, Token, class};

use super::authority::{agent_end, behind_count, is_vote};
use super::people;
use crate::parse::event::clause::Clause;
use crate::parse::event::draft::Slot;
use crate::parse::event::trigger::{Form, Frame};

/// The node behind the home of the person before `at`: "Senator Hansen of Ohio", "of Springfield, Illinois, as".
pub(crate) fn behind_home(clause: &Clause<'_>, at: usize) -> usize {
    let at = behind_age(clause, at);
    let home = clause.is_any(at, &["of"]) && clause.mention(at + 1).is_some_and(|m| m.role.is_none() && !m.titled);
    if !home {
        return behind_letters(clause, at).or_else(|| behind_calling(clause, at)).unwrap_or(at);
    }
    // "Bishop Hansen of Springfield, Illinois, as"
    let state = clause.is_mark(at + 2, b',') && clause.is_word(at + 3, Class::STATE | Class::COUNTRY);
    let closed = state.then(|| at + 4 + usize::from(clause.is_mark(at + 4, b',')));
    closed.filter(|&led| clause.is_any(led, &["as", "to"])).unwrap_or(at + 2)
}

/// The node behind an age or a party in brackets at `at`: "appointed Ana Silva (47) as", "Ana Silva (Civic Union) as".
fn behind_age(clause: &Clause<'_>, at: usize) -> usize {
    let close = (at + 2..at + 5).find(|&i| clause.is_mark(i, b')')).filter(|_| clause.is_mark(at, b'('));
    let held = |i: usize| clause.time(i).is_some() || clause.mention(i).is_some_and(|m| m.role.is_some());
    close.filter(|&close| !(at..close).any(held)).map_or(at, |close| close + 1)
}

/// The "as" behind more of what somebody is: "Ana Silva, a lawyer with Acme in Lima, as".
fn behind_calling(clause: &Clause<'_>, at: usize) -> Option<usize> {
    let apposed = at.checked_sub(1).and_then(|person| clause.mention(person)).is_some_and(|m| m.apposed);
    let plain = |&i: &usize| clause.trigger(i).is_none() && !clause.is(i, Class::BE | Class::HAVE | Class::RELATIVE);
    let close = (at + 1..at + 8).take_while(plain).find(|&i| clause.is_mark(i, b','))?;
    let goes_on = apposed && clause.is(at, Class::PREPOSITION) && !clause.is_any(at, &["as", "to"]);
    (goes_on && clause.is_any(close + 1, &["as"])).then_some(close + 1)
}

/// The node before the "as" that stands behind an order's letters and a home: "Bishop Hansen, S.D.B., of Lima, Peru, as".
fn behind_letters(clause: &Clause<'_>, at: usize) -> Option<usize> {
    let letters = |i: usize| {
        let token = clause.nodes.get(i).map(|node| node.token);
        token.is_some_and(|token| matches!(token.shape, Shape::Acronym | Shape::Initial))
    };
    let belongs = |&i: &usize| {
        clause.is_mark(i, b',')
            || clause.is_any(i, &["of"])
            || clause.nodes.get(i).is_some_and(|n| n.token.is_capital())
    };
    let behind = (at..at + 12).find(|i| !belongs(i))?;
    (clause.is_mark(at, b',') && letters(at + 1) && clause.is_any(behind, &["as"])).then_some(behind)
}

/// The office told after the node `at`: `as chairman`, `to the post of minister`, `from his office as mayor`,
/// `to be ambassador`, `by the board as chairman`, `to succeed Hansen as chairman`, `to the Senate`.
pub(crate) fn office(clause: &Clause<'_>, at: usize) -> Option<Slot> {
    let mut i = behind_effect(clause, at);
    // "was sent to Lima as": the trigger holds its "to".
    let mut led = at > 0 && clause.trigger(at - 1).is_some_and(|t| t.word.ends_with(" to"));
    for _ in 0..16 {
        i = clause.skip(i);
        // "resigned in a move that surprised President Hansen"
        let that = clause.nodes.get(i).is_some_and(|node| node.token.span.of(clause.text) == "that");
        if that && !clause.is(i - 1, Class::PREPOSITION) {
            return None;
        }
        // "chosen as its candidate for president"
        if clause.is_any(i, &["candidate", "nominee", "candidates", "nominees"]) {
            return None;
        }
        if let Some(command) = command(clause, i) {
            return Some(command);
        }
        if let Some(slot) = replacement(clause, i).filter(|_| led) {
            return Some(slot);
        }
        if let Some(mention) = clause.mention(i) {
            return match mention.kind {
                // "to its executive team as chief revenue officer"
                MentionKind::Role if led && clause.is_any(i + 1, &["team"]) && clause.is_any(i + 2, &["as"]) => {
                    i += 2;
                    continue;
                }
                MentionKind::Role => Some(Slot::of(mention, i + 1)),
                // "elected as a Democrat to"
                MentionKind::Person if led && clause.nodes[i].token.is(Class::DETERMINER) && mention.role.is_none() => {
                    i += 1;
                    continue;
                }
                MentionKind::Person if mention.role.is_some() && !mention.apposed && led => Some(Slot::of(mention, i)),
                MentionKind::Person if before_the_next(clause, i).is_some() => before_the_next(clause, i),
                // "posted to Lom as consul", "posted to Lom in 1963 as consul"
                MentionKind::Person if led && !mention.titled && clause.is_any(clause.skip(i + 1), &["as"]) => {
                    i += 1;
                    continue;
                }
                // "as the oil firm's chief executive", "as Lima's 23rd mayor"
                MentionKind::Body | MentionKind::Person
                    if led && clause.nodes.get(i + 1).is_some_and(|n| n.token.shape == Shape::Genitive) =>
                {
                    let nth = clause.nodes.get(i + 2).is_some_and(|n| n.token.shape == Shape::Number);
                    let noun = i + 2 + usize::from(nth);
                    let office = clause.mention(noun).filter(|m| m.kind == MentionKind::Role)?;
                    let organization = mention.organization.or(mention.name);
                    Some(Slot { role: office.role, organization, end: noun + 1, ..Slot::default() })
                }
                // "took over Ana Silva's role as mayor"
                MentionKind::Person if post_of_another(clause, i).is_some() => {
                    i = post_of_another(clause, i)?;
                    led = true;
                    continue;
                }
                // "as Lima High Court Chief Justice"
                MentionKind::Body if led && heads_office(clause, i) => {
                    let office = clause.mention(i + 1)?;
                    let role = Span::new(clause.nodes[i].span.start, office.role?.end);
                    let organization = mention.organization;
                    Some(Slot { role: Some(role), organization, end: i + 2, ..Slot::default() })
                }
                // "to the Senate", "from the cabinet": a seat in a body.
                MentionKind::Body if led => {
                    // "elected to the Senate, as member for Lima"
                    let lead = clause.skip(i + 1) + usize::from(clause.is_mark(i + 1, b','));
                    let after = office(clause, lead).filter(|_| clause.is_any(lead, &["as"]));
                    let seat = is_seat(clause, mention.organization);
                    let slot = Slot { organization: mention.organization, seat, end: i + 1, ..Slot::default() };
                    Some(after.unwrap_or(slot))
                }
                _ => None,
            };
        }
        if let Some(lead) = lead_of(clause, i) {
            return Some(lead);
        }
        // "was appointed (1995) consul"
        if clause.is_mark(i, b'(') && clause.time(i + 1).is_some() && clause.is_mark(i + 2, b')') {
            i += 3;
        } else if clause.is_mark(i, b',') && led_again(clause, i) {
            i += 1;
        } else if let Some(after) = aside(clause, i) {
            i = after;
        } else if clause.is_any(i, &["by"]) && is_vote(clause.words(i + 1)) {
            i += 2;
        } else if clause.is_any(i, &["by"]) {
            i = behind_count(clause, agent_end(clause, i + 1)?);
        } else if is_above_another(clause, i) {
            i += 2;
        } else if clause.is_any(i, &["to"]) && clause.trigger(i + 1).is_some_and(|t| t.frame == Frame::Succeed) {
            let named = (i + 3..i + 5).find(|&j| clause.is_any(j, &["as", "in"]));
            let slot = named.and_then(|j| office(clause, j)).filter(|slot| slot.role.is_some());
            let heir_of = Some(i + 2).filter(|&i| clause.is_any(i, &["him", "her"]));
            return Some(slot.unwrap_or(Slot { shares_role: true, heir_of, end: i + 3, ..Slot::default() }));
        } else if fills(clause, i) || in_stead(clause, i) {
            return Some(Slot { shares_role: true, end: i + 3, ..Slot::default() });
        } else if led && clause.is_any(i, &["successor", "replacement"]) {
            let heir_of = Some(i - 1).filter(|&whose| clause.is_any(whose, &["his", "her"]));
            return Some(Slot { shares_role: true, heir_of, end: i + 1, ..Slot::default() });
        } else if clause.is_word(i, Class::LEADS) {
            led = true;
            i += 1;
        } else if clause.is_any(i, &["de"]) && clause.is_any(i + 1, &["facto", "jure"]) {
            i += 2;
        } else if led && clause.is_any(i, &["bench"]) && clause.is(i - 1, Class::DETERMINER) {
            // "removed from the bench", "elevated to the bench as a judge of"
            let slot = Slot { organization: Some(clause.nodes[i].span), seat: true, end: i + 1, ..Slot::default() };
            return Some(office(clause, i + 1).filter(|_| clause.is_any(i + 1, &["as"])).unwrap_or(slot));
        } else if clause.is(i, Class::DETERMINER | Class::POSSESSIVE | Class::ORDINAL)
            || is_nth(clause, i)
            || clause.trigger(i).is_some_and(|t| matches!(t.frame, Frame::Serve | Frame::Expire)) && led
            || is_filler(clause, i)
        {
            i += 1;
        } else {
            return None;
        }
    }
    None
}

/// The office that is the first half of what reads as the title of the next clause's subject at `at`: "was named treasurer
/// and Consul Ana Silva became mayor".
fn before_the_next(clause: &Clause<'_>, at: usize) -> Option<Slot> {
    let title = clause.mention(at).filter(|m| m.name.is_some() && !m.apposed && !m.former && !m.definite)?.role?;
    let and = title.of(clause.text).find(" and ")?;
    let whole = class(title.of(clause.text)[..and].rsplit(' ').next().unwrap_or_default()).has(Class::ROLE);
    let role = Span::new(title.start, title.start + and);
    let told = whole && people::acts(clause, clause.skip(at + 1));
    told.then(|| Slot { role: Some(role), end: at, ..Slot::default() })
}

/// The new office where the old one stands before it: "was moved from consul to envoy", "promoted from captain to mayor".
pub(crate) fn new_office(clause: &Clause<'_>, at: usize) -> Option<Slot> {
    let held = usize::from(at > 0 && clause.words(at - 1).ends_with(" from"));
    let from = held == 1 || clause.is_any(at, &["from"]);
    let old = (at + 1 - held..at + 4).find(|&i| clause.mention(i).is_some_and(|m| m.kind == MentionKind::Role));
    let to = old.map(|old| old + 1).filter(|&to| from && clause.is_any(to, &["to"]));
    // "was moved from consul": to nothing that is told.
    if held == 1 && to.is_none() {
        return None;
    }
    office(clause, to.unwrap_or(at))
}

/// The "as" behind the post of the person at `at`: "Ana Silva's former role as mayor".
fn post_of_another(clause: &Clause<'_>, at: usize) -> Option<usize> {
    let genitive = clause.nodes.get(at + 1).is_some_and(|next| next.token.shape == Shape::Genitive);
    let post = (at + 2..at + 4).find(|&i| clause.is_word(i, Class::POSTS)).filter(|_| genitive)?;
    clause.is_any(post + 1, &["as"]).then_some(post + 1)
}

/// Whether an office follows the body at `at` whose name is part of it: "Lima High Court Chief Justice".
fn heads_office(clause: &Clause<'_>, at: usize) -> bool {
    let bare = !clause.nodes[at].token.is(Class::DETERMINER);
    bare && clause.mention(at + 1).is_some_and(|m| m.kind == MentionKind::Role && !m.definite && !m.former)
}

/// "was chosen over Ana Silva to be": who did not get it.
fn is_above_another(clause: &Clause<'_>, at: usize) -> bool {
    let person = clause.mention(at + 1).is_some_and(|m| m.kind == MentionKind::Person);
    person && clause.is_any(at, &["over"]) && clause.is_any(at + 2, &["to", "as", "for"])
}

/// The node behind a date in commas right behind the verb: "resigned, effective May 4, as", "was appointed, in 1842, consul".
fn behind_effect(clause: &Clause<'_>, at: usize) -> usize {
    let dated = clause.skip(at + 1);
    if clause.is_mark(at, b',') && dated > at + 1 && clause.is_mark(dated, b',') && clause.mention(dated + 1).is_some()
    {
        return dated + 1;
    }
    let opens = clause.is_mark(at, b',') && clause.is_any(at + 1, &["effective"]);
    let close = (at + 2..at + 6)
        .find(|&i| clause.is_mark(i, b','))
        .filter(|&close| opens && clause.is_any(close + 1, &["as", "from"]));
    close.map_or(at, |close| close + 1)
}

/// The offices that are told with their dates behind another one, and their nodes: "deputy speaker in 2015 and speaker in
/// 2019", "consul in 2011 and as envoy", "governor of Lom in 1861; governor of Arr in 1866; and commissioner in 1870".
pub(crate) fn further_offices(clause: &Clause<'_>, at: usize) -> Vec<(usize, Slot)> {
    let mut found = Vec::new();
    let mut end = at;
    while let Some((node, slot)) = next_office(clause, end) {
        end = slot.end;
        found.push((node, slot));
    }
    found
}

/// The office told before that is held elsewhere then, and its node: "bishop of Lima in 1996, then of Lom in 2002". The
/// "of" is at `at`.
pub(crate) fn then_elsewhere(clause: &Clause<'_>, at: usize) -> Option<(usize, Slot)> {
    let preposition = ["of", "to", "in", "at", "for"].into_iter().find(|&word| clause.is_any(at, &[word]))?;
    let then = |then: &usize| clause.is_any(*then, &["then", "later", "finally", "and"]) || clause.is_mark(*then, b';');
    at.checked_sub(1).filter(then)?;
    let place = clause.mention(at + 1).filter(|m| m.role.is_none() && !m.titled)?;
    let organization = place.organization.or(place.name)?;
    let held = |i: usize| clause.mention(i).and_then(|m| m.role).map(|role| (i, role));
    let (node, role) = (at.saturating_sub(ELSEWHERE)..at).rev().find_map(held)?;
    let head = role.of(clause.text).split(' ').scan(0, |end, word| {
        let start = *end;
        *end += word.len() + 1;
        Some((start, word))
    });
    let head = head.into_iter().find(|&(start, word)| start > 0 && word == preposition)?.0 - 1;
    let role = Span::new(role.start, role.start + head);
    Some((node, Slot { role: Some(role), organization: Some(organization), end: at + 2, ..Slot::default() }))
}

/// So many nodes stand at most between an office and where it is held next.
const ELSEWHERE: usize = 20;

fn next_office(clause: &Clause<'_>, at: usize) -> Option<(usize, Slot)> {
    let dated = clause.skip(at);
    let mark = usize::from(clause.is_mark(dated, b',') || clause.is_mark(dated, b';'));
    let and = dated + mark;
    let joined = usize::from(clause.is_any(and, &["and", "then", "also"]));
    if dated == at || mark + joined == 0 {
        return None;
    }
    let lead = and + joined;
    let of = lead + usize::from(clause.is_any(lead, &["then", "later", "finally"]));
    if let Some((_, slot)) = then_elsewhere(clause, of).filter(|(_, slot)| clause.skip(slot.end) > slot.end) {
        return Some((of + 1, slot));
    }
    let led = clause.is_any(lead, &["as"]);
    let node = lead + usize::from(led);
    let slot = office(clause, lead).filter(|slot| slot.role.is_some() && clause.mention(node).is_some())?;
    // "speaker at the second ballot in 1978"
    let plain = |&i: &usize| clause.trigger(i).is_none() && !clause.is_mark(i, b',') && !clause.is_mark(i, b';');
    let placed = joined > 0 && clause.is_any(slot.end, &["in", "for", "at"]);
    let placed = placed && (slot.end..slot.end + 8).take_while(plain).any(|i| clause.time(i).is_some());
    // "consul in 1990, envoy in 1995": but "in 1990, mayor of Lom, left".
    let dated = placed || clause.skip(slot.end) > slot.end;
    let closes = joined + usize::from(clause.is_mark(and - 1, b';')) > 0;
    // "who became consul in 1990, as envoy": what he got while he was.
    (if led { closes } else { dated }).then_some((node, slot))
}

/// A comma after a date or an authority, before "as" or "to".
fn led_again(clause: &Clause<'_>, at: usize) -> bool {
    at > 0
        && (clause.time(at - 1).is_some() || clause.mention(at - 1).is_some())
        && clause.is_any(at + 1, &["as", "to"])
}

/// The node after an aside that opens with the comma at `at`: "named Ana Silva, a lawyer from Lima, as".
pub(crate) fn aside(clause: &Clause<'_>, at: usize) -> Option<usize> {
    let opens = clause.is_mark(at, b',') && at > 0 && clause.mention(at - 1).is_some();
    // "Silva, who had kept silent for years, as"
    let relative = clause.is(at + 1, Class::RELATIVE);
    let acts = |i: &usize| {
        clause.is_mark(*i, b';')
            || clause.is(*i, Class::BE | Class::HAVE | Class::RELATIVE) && !relative
            // "until now vicar of Lom" tells no end there.
            || clause.trigger(*i).is_some_and(|t| {
                // "the mayor dismissed last month"
                let reduced = t.form.is_participle() && clause.skip(i + 1) > i + 1;
                !reduced && !relative && (t.frame != Frame::Serve || t.form != Form::Noun)
            })
    };
    let mut inside = (at + 1..clause.nodes.len().min(at + 14)).filter(|_| opens).take_while(|i| !acts(i));
    let leads = |i: usize| clause.is_any(i + 1, &["as", "to"]);
    // "auxiliary of Lima, Peru, as"
    let place = |i: usize| clause.is_word(i + 1, Class::STATE | Class::COUNTRY) && clause.is_mark(i + 2, b',');
    let close = inside.find(|&i| clause.is_mark(i, b',') && (leads(i) || !is_more(clause, i + 1) && !place(i)))?;
    leads(close).then_some(close + 1)
}

/// Whether an aside goes on at `at`: "of the clergy of Lima, and until now pastor of Lom,".
fn is_more(clause: &Clause<'_>, at: usize) -> bool {
    let after = at + usize::from(clause.is_any(at, &["and"]));
    clause.is(after, Class::DETERMINER)
        || clause.is_any(after, &["until", "currently", "previously", "formerly", "now"])
}

/// Whether a body is one in which a place is an office: "confirmed to the Court of Appeals", "named to the board".
pub(crate) fn is_seat(clause: &Clause<'_>, body: Option<Span>) -> bool {
    body.is_some_and(|body| body.of(clause.text).split(' ').any(|word| class(word).has(Class::SEATS)))
}

/// "to lead the railways": who does has an office, whatever its name.
fn lead_of(clause: &Clause<'_>, at: usize) -> Option<Slot> {
    let verbs = &["lead", "run", "chair", "head", "oversee", "take over"];
    let leads = clause.is_any(at, &["to"]) && clause.is_any(at + 1, verbs);
    let body = (at + 2..at + 4).find(|&i| clause.mention(i).is_some()).filter(|_| leads);
    // "to lead the railways as their director", "to lead it as director"
    let titled = || {
        let lead =
            (at + 3..at + 9).take_while(|&i| clause.trigger(i).is_none()).find(|&i| clause.is_any(i, &["as"]))?;
        office(clause, lead).filter(|slot| slot.role.is_some())
    };
    let organization = body.and_then(|body| clause.mention(body)?.organization);
    let slot = leads.then(|| Slot { organization, seat: true, end: at + 2, ..Slot::default() });
    slot.map(|slot| titled().unwrap_or(slot))
}

/// "Hansen's successor"
fn replacement(clause: &Clause<'_>, at: usize) -> Option<Slot> {
    let person = clause.mention(at).is_some_and(|m| m.kind == MentionKind::Person);
    let genitive = clause.nodes.get(at + 1).is_some_and(|next| next.token.shape == Shape::Genitive);
    (person && genitive && clause.is_any(at + 2, &["successor", "replacement"])).then(|| Slot {
        shares_role: true,
        heir_of: Some(at),
        end: at + 3,
        ..Slot::default()
    })
}

/// "in his stead"
pub(crate) fn in_stead(clause: &Clause<'_>, at: usize) -> bool {
    clause.is_any(at, &["in"]) && clause.is(at + 1, Class::POSSESSIVE) && clause.is_any(at + 2, &["place", "stead"])
}

/// "to fill it", "to fill the vacancy", "to fill the vacant post", "to complete her term", "to serve out the remaining term"
pub(crate) fn fills(clause: &Clause<'_>, at: usize) -> bool {
    let mut verb = clause.words(at + 1).split(' ');
    let serves = verb.next().is_some_and(|first| ["complete", "finish", "serve"].contains(&first));
    // Not "to complete a term".
    let whose = verb.next().is_some() || clause.is(at + 2, Class::POSSESSIVE) || clause.is_any(at + 2, &["out"]);
    let whose = whose || clause.is_any(at + 3, &["remainder", "rest"]);
    if clause.is_any(at, &["to"]) && serves && whose && (at + 1..at + 9).any(|i| clause.words(i).ends_with("term")) {
        return true;
    }
    // "to act in his place"
    let acts = clause.is_any(at + 1, &["act", "serve", "deputise", "deputize"]) && clause.is_any(at, &["to"]);
    if acts && in_stead(clause, at + 2) {
        return true;
    }
    let vacancy = |i: usize| clause.is_word(i, Class::POSTS) || clause.is_any(i, &["it", "vacancy", "seat"]);
    clause.is_any(at, &["to"]) && clause.is_any(at + 1, &["fill"]) && (at + 2..at + 5).any(vacancy)
}

/// "command of the 2nd Fleet": a command is an office too.
pub(crate) fn command(clause: &Clause<'_>, at: usize) -> Option<Slot> {
    let words = clause.words(at);
    let noun = words.rfind(' ').map_or(0, |space| space + 1);
    // "took over the party leadership"
    let party = ["party leadership", "the party leadership"].contains(&words);
    if party || clause.is_any(at, &["leadership"]) && at > 0 && clause.is_any(at - 1, &["party"]) {
        let first = clause.nodes[if party { at } else { at - 1 }];
        let article = if first.token.is(Class::DETERMINER) { "the ".len() } else { 0 };
        let role = Span::new(first.span.start + article, clause.nodes[at].span.end);
        return Some(Slot { role: Some(role), end: at + 1, ..Slot::default() });
    }
    if !["command", "leadership", "see", "chair"].contains(&words.get(noun..)?) || !clause.is_any(at + 1, &["of"]) {
        return None;
    }
    let plain = |i: usize| {
        clause
            .nodes
            .get(i)
            .is_some_and(|n| n.token.shape == Shape::Lower && !n.token.is(Class::FUNCTION | Class::TRIGGER))
    };
    // "command of the fleet to Jens Hansen": not to whom.
    // "command of the city until he left"
    let told = |i: usize| {
        clause.is_any(i, &["to"]) || clause.is_mark(i, b',') || clause.is(i, Class::SUBORDINATOR | Class::RELATIVE)
    };
    let mut near = (at + 2..at + 6).take_while(|&i| !told(i));
    let named = near.find(|&i| clause.mention(i).is_some_and(|m| m.kind != MentionKind::Pronoun));
    let body = named.or_else(|| (at + 2..at + 7).rev().find(|&i| (at + 3..=i).all(plain) && plain(i)))?;
    // "command of HMS Vik"
    let ship = ["HMS", "USS", "HMAS", "HMCS", "SS"].contains(&clause.words(body));
    let body = body + usize::from(ship && clause.nodes.get(body + 1).is_some_and(|next| next.token.is_capital()));
    let role = Span::new(clause.nodes[at].span.start + noun, clause.nodes[body].span.end);
    let organization = clause.mention(body).and_then(|m| m.organization.or(m.name));
    Some(Slot { role: Some(role), organization, end: body + 1, ..Slot::default() })
}

/// "elected 12th rector"
fn is_nth(clause: &Clause<'_>, at: usize) -> bool {
    let nth = ["st", "nd", "rd", "th"].iter().any(|end| clause.words(at).ends_with(end));
    let role = clause.mention(at + 1).is_some_and(|m| m.kind == MentionKind::Role);
    nth && role && clause.nodes.get(at).is_some_and(|node| node.token.shape == Shape::Number)
}

/// A plain adjective inside "the newly created post", or a genitive.
fn is_filler(clause: &Clause<'_>, at: usize) -> bool {
    let Some(node) = clause.nodes.get(at) else { return false };
    let plain = node.token.shape == Shape::Lower && !node.token.is(Class::FUNCTION | Class::SAY | Class::TRIGGER);
    // "the newly created and powerful post"
    let is_plain = |i: usize| {
        let word = &clause.nodes[i].token;
        clause.mention(i).is_none()
            && word.shape == Shape::Lower
            && !word.is(Class::PREPOSITION | Class::RELATIVE | Class::BE)
    };
    let opened = (at.saturating_sub(6)..at).rev().take_while(|&i| is_plain(i));
    let in_phrase = opened.into_iter().any(|i| {
        clause.is(i, Class::DETERMINER | Class::POSSESSIVE | Class::ORDINAL) || clause.is_word(i, Class::LEADS)
    });
    let and = clause.is_any(at, &["and"]) && in_phrase && clause.mention(at + 1).is_none();
    // "the eighth and first female president"
    let numbered = clause.is_any(at, &["and"])
        && clause.is(at - 1, Class::ORDINAL)
        && clause.nodes[at + 1].token.is(Class::ORDINAL);
    // "elected Hansen honourary chairman"
    let before_role = plain && clause.mention(at + 1).is_some_and(|m| m.kind == MentionKind::Role);
    node.token.shape == Shape::Genitive || (plain || and || numbered) && in_phrase || before_role
}

/// Who comes in "relinquished command to Ana Silva", "handed over to her deputy, Jens Hansen". The "to" is at `at`.
pub(crate) fn named_after(clause: &Clause<'_>, at: usize) -> Option<usize> {
    named_after_word(clause, at, "to")
}

/// An office told as a post, right behind `at`: "the chairmanship of the party". Not "the chairmanship election".
pub(crate) fn post(clause: &Clause<'_>, at: usize) -> Option<Slot> {
    let slot = office(clause, at).filter(|slot| slot.end <= at + 2)?;
    let contest = clause.is_any(slot.end, &["election", "race", "contest", "battle", "bid", "vote"]);
    let head = slot.role?.of(clause.text).split(" of ").next()?;
    (names_post(head) && !contest).then_some(slot)
}

/// The same behind another word.
pub(crate) fn named_after_word(clause: &Clause<'_>, at: usize, word: &str) -> Option<usize> {
    let person = people::behind_title(clause, at + 1).unwrap_or_else(|| named_behind(clause, at + 1));
    let named = clause.mention(person).is_some_and(|m| m.kind == MentionKind::Person);
    (named && clause.is_any(at, &[word])).then_some(person)
}

/// The name behind plain words that describe it: "appointed his old friend and ally Jens Hansen", "by his brother Ole".
pub(crate) fn named_behind(clause: &Clause<'_>, at: usize) -> usize {
    // "named economist Ana Silva", "replaced Norwegian lawyer Ole Lie"
    let describes = |i: usize| {
        let word = clause.nodes.get(i).filter(|_| clause.mention(i).is_none()).map(|node| node.token);
        let plain = |word: Token| {
            word.shape == Shape::Lower && !word.is(Class::FUNCTION | Class::TRIGGER | Class::TIME | Class::SAY)
        };
        // "national team coach Ana Silva"
        let body = clause.mention(i).is_some_and(|m| m.kind == MentionKind::Body && !m.definite);
        let body = body && clause.nodes[i].token.shape == Shape::Lower;
        // "elected Norway trade official Ana Silva"
        let country = i == at
            && clause.nodes.get(i).is_some_and(|node| node.token.is(Class::COUNTRY) && node.span == node.token.span);
        body || country || word.is_some_and(|word| plain(word) || word.is(Class::DEMONYM))
    };
    // "appointed Lima lawyer Ana Silva": the town of whom is named.
    let town = |i: usize| {
        let lone = |m: Mention| m.kind == MentionKind::Person && !m.titled && m.name.is_some();
        let lone = clause.mention(i).is_some_and(lone) && !clause.words(i).contains(' ');
        lone && clause.mention(i + 1).is_none() && clause.is_word(i + 1, Class::CALLING)
    };
    if town(at) {
        let named = (at + 1..at + 4).find(|&i| !describes(i));
        let person = |i: &usize| clause.mention(*i).is_some_and(|m| m.kind == MentionKind::Person && !m.apposed);
        return named.filter(person).unwrap_or(at);
    }
    if !clause.is(at, Class::POSSESSIVE | Class::DETERMINER) {
        let named = (at..at + 4).find(|&i| !describes(i)).filter(|&i| i > at);
        let person = |i: &usize| clause.mention(*i).is_some_and(|m| m.kind == MentionKind::Person && !m.apposed);
        return named.filter(person).unwrap_or(at);
    }
    let plain = |i: usize| {
        clause.mention(i).is_some()
            || !clause.is(i, Class::PREPOSITION | Class::RELATIVE | Class::BE) && !clause.is_mark(i, b',')
    };
    let named = (at..clause.nodes.len().min(at + 7)).take_while(|&i| plain(i)).find(|&i| clause.mention(i).is_some());
    named.filter(|&i| clause.mention(i).is_some_and(|m| m.kind == MentionKind::Person)).unwrap_or(at)
}

/// Whether what is left by the words from `at` on is a party: "from the Liberal Party", "the ruling coalition".
pub(crate) fn leaves_a_party(clause: &Clause<'_>, at: usize) -> bool {
    let named = |i: usize| clause.words(i).rsplit(' ').next().is_some_and(|last| class(last).has(Class::PARTIES));
    let open = |i: &usize| {
        let body = clause.mention(*i).is_some_and(|m| m.kind == MentionKind::Body);
        let from = clause.is_any(*i, &["from", "of"]) && *i < at + 2;
        let link = body || from || clause.is(*i, Class::DETERMINER | Class::POSSESSIVE);
        let word = clause.nodes.get(*i).map(|node| node.token);
        link || word.is_some_and(|word| word.is_capital() || word.shape == Shape::Lower && !word.is(Class::FUNCTION))
    };
    (at..at + 6).take_while(open).any(named)
}
