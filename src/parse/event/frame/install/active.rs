//! Who is appointed by an active verb: "the board named Ana Silva chair", "elected Ana Silva, a banker, and Jens Hansen
//! directors", "appointed as bishop of Lima the Reverend Jens Hansen".

use crate::Span;
use crate::parse::event::clause::{Clause, Verb};
use crate::parse::event::draft::{Draft, Person, Slot};
use crate::parse::event::frame::authority::{authority, decreed_by};
use crate::parse::event::frame::people;
use crate::parse::event::frame::slot::{
    aside, behind_home, fills, further_offices, in_stead, named_after, named_behind, new_office, office, post,
};
use crate::parse::event::kind::credentials;
use crate::parse::event::trigger::Form;
use crate::parse::mention::{Mention, MentionKind};
use crate::parse::word::{Class, Shape};
use crate::statement::Kind;

use super::{after_space, elects, trigger_word};

pub(super) fn active(clause: &Clause<'_>, at: usize, verb: Verb, kind: &Kind, rule: &'static str) -> Vec<Draft> {
    let gerund = clause.trigger(at).is_some_and(|t| t.form == Form::Gerund);
    // "making her the youngest head of government" tells what follows from another event.
    if gerund && trigger_word(clause, at).starts_with("mak") {
        return Vec::new();
    }
    let subject = if gerund { None } else { clause.subject(verb.start) };
    // "took the initiative to recall him and promote him": whose it was is too far off to tell.
    let far = !verb.auxiliary && clause.trigger(at).is_some_and(|t| t.form == Form::Base);
    let by = authority(clause, subject.filter(|_| !far)).or_else(|| decreed_by(clause, at).filter(|_| gerund));
    let mut drafts: Vec<Draft> = Vec::new();
    let whom = verb.start.checked_sub(2).filter(|&whom| clause.is_any(whom, &["whom"]));
    if let Some(person) = whom.and_then(|whom| clause.subject(whom + 1)) {
        // "Ana Silva, whom the king named consul on May 4"
        let draft = Draft::new(clause, at, kind.clone(), rule, Person::Node(person));
        return vec![Draft { by, ..draft.with_role(office(clause, at + 1), None) }];
    }
    // "nominated Silva in May, and the Senate confirmed her": for what she was nominated to.
    let consents = trigger_word(clause, at).starts_with("confirm") && by.is_some_and(|by| elects(clause, by));
    let stead = in_stead(clause, at + 1);
    let first = if stead { at + 4 } else { clause.skip(at + 1) };
    let mut i = people::behind_title(clause, first).unwrap_or_else(|| named_behind(clause, first));
    // "named 15 new cardinals, including Bishop Ole Lie": what he becomes.
    let several = (first..i).find(|&i| people::is_plural(clause, i)).and_then(|i| clause.mention(i));
    if let Some(draft) = named_her(clause, at, i, kind, rule) {
        drafts.push(Draft { by, ..draft });
        return drafts;
    }
    // "elect Norway's Svein Lie as president": he.
    let of_home = clause.nodes.get(i + 1).is_some_and(|next| next.token.shape == Shape::Genitive);
    if of_home && clause.nodes[i].token.is(Class::COUNTRY) && clause.mention(i + 2).is_some_and(|m| m.name.is_some()) {
        i += 2;
    }
    while let Some(mention) = clause.mention(i) {
        let Some(person) = object(clause, i) else { break };
        let mut after = behind_home(clause, i + 1);
        if clause.is_mark(after, b',') && !clause.is(after + 1, Class::CONJUNCTION) {
            after = aside(clause, after).or_else(|| behind_description(clause, after)).unwrap_or(after + 1);
        } else if mention.apposed
            && clause.is(after, Class::PREPOSITION)
            && !clause.is_any(after, &["as", "to", "from"])
        {
            after = behind_comma(clause, after).unwrap_or(after);
        }
        let slot = match (mention.name, mention.prefix) {
            // "named Hansen chairman"
            (None, Some(prefix)) => mention.role.map(|role| {
                let role = Span::new(after_space(clause, prefix.end), role.end);
                Slot { role: Some(role), end: i + 1, ..Slot::default() }
            }),
            _ => new_office(clause, after),
        };
        let end = slot.map_or(i + 1, |slot| slot.end);
        // "appointed its first ambassador, Jens Hansen, to Peru": the office stands before the name.
        let bare = |slot: Slot| slot.role.is_none() && !slot.shares_role;
        // "appointed two judges, Ana Silva and Ole Lie, to the court"
        let before = mention.role.is_some_and(|role| mention.possessive || role.end <= clause.nodes[i].span.start);
        let seat = slot.is_some_and(bare) && before;
        // "named his deputy, Ana Silva, to the job": an office told before.
        let elsewhere = slot.is_none() && clause.is_any(after, &["to"]) && {
            (after + 1..after + 4).any(|i| clause.is_word(i, Class::POSTS))
        } || fills(clause, after);
        // "chose Senator Hansen as his running mate": to no office.
        let to_none = slot.is_none() && clause.is_any(after, &["as"]);
        let elsewhere = elsewhere || stead && slot.is_none();
        let held =
            Some(mention).filter(|m| !elsewhere && !to_none && (!m.apposed || slot.is_none() && is_bare(clause, m)));
        // "accredited the ambassadors of Chile, Ana Silva, and": their host does, and appoints nobody.
        let hosts = trigger_word(clause, at).starts_with("accredit") && slot.is_none() && mention.definite;
        if hosts {
            return credentials::hosted(clause, at, i);
        }
        let held = several.filter(|several| several.name.is_none() && several.kind == MentionKind::Role).or(held);
        let mut draft = Draft::new(clause, at, kind.clone(), rule, person).with_role(slot.filter(|_| !seat), held);
        draft.by = by;
        let consented = consents && slot.is_none() && mention.kind == MentionKind::Pronoun;
        draft.elsewhere = elsewhere || consented;
        // "Voters ousted the mayor, electing Ana Silva"
        let next = gerund && at > 0 && clause.is_mark(at - 1, b',');
        draft.shares_role |= (stead || next) && draft.role.is_none();
        draft.needs_role &= !consented;
        draft.needs_role &= !slot.is_some_and(|slot| slot.seat && slot.role.is_none());
        for (node, further) in slot.map_or(Vec::new(), |slot| further_offices(clause, slot.end)) {
            drafts.push(Draft { at: node, ..draft.clone() }.with_role(Some(further), None));
        }
        drafts.push(draft);
        // "elected Ana Silva, a banker, and Jens Hansen, a lawyer, directors"
        if let Some(next) = slot.is_none().then(|| behind_row_of_one(clause, i)).flatten() {
            i = next;
            continue;
        }
        // "and Ana Silva president"
        let comma = usize::from(clause.is_mark(end, b','));
        let and = usize::from(clause.is_any(end + comma, &["and"]));
        i = end + comma + and;
        // ", chairwoman Ana Silva said on Thursday", "and Consul Ana Silva resigned": what they do themselves.
        if comma + and == 0 || people::acts(clause, clause.skip(i + 1)) {
            break;
        }
    }
    // "named Jens Hansen and Ana Silva directors": the office stands after the last.
    if let Some((role, organization)) = drafts.last().map(|last| (last.role, last.organization)) {
        for draft in &mut drafts {
            if draft.role.is_none() && !draft.shares_role {
                (draft.role, draft.organization) = (role, organization);
            }
        }
    }
    drafts
}

/// The node behind an aside that opens with the comma at `at`, where an office with its article follows: "named Ana Silva, a
/// lawyer from Lima, its new director".
fn behind_description(clause: &Clause<'_>, at: usize) -> Option<usize> {
    let article = clause.nodes.get(at + 1).map_or("", |node| node.token.span.of(clause.text));
    let described = ["a", "an"].contains(&article) && clause.mention(at + 1).is_none_or(|m| m.name.is_none());
    described.then(|| behind_comma(clause, at + 2)).flatten()
}

/// The next of those in a row who each are described: "Ana Silva, a banker, and *Jens Hansen*".
fn behind_row_of_one(clause: &Clause<'_>, at: usize) -> Option<usize> {
    let apposed = clause.mention(at).is_some_and(|m| m.apposed);
    let opens = if apposed { at + 1 } else { at + 2 };
    let plain = |&i: &usize| clause.trigger(i).is_none() && !clause.is(i, Class::BE | Class::HAVE | Class::RELATIVE);
    let close = (opens..opens + 10).take_while(plain).find(|&i| clause.is_mark(i, b','));
    let close = close.filter(|_| apposed || clause.is_mark(at + 1, b','))?;
    let next = close + 1 + usize::from(clause.is_any(close + 1, &["and"]));
    let person = clause.mention(next).is_some_and(|m| m.kind == MentionKind::Person && m.name.is_some());
    (person && next > close + 1).then_some(next)
}

/// The office in "named Ana Silva, a partner in a firm, finance director", where the words before the node `at` were taken
/// with the name.
fn behind_comma(clause: &Clause<'_>, at: usize) -> Option<usize> {
    let plain = |&i: &usize| clause.trigger(i).is_none() && !clause.is(i, Class::BE | Class::HAVE | Class::RELATIVE);
    let close = (at..at + 10).take_while(plain).find(|&i| clause.is_mark(i, b','))?;
    let office = clause.mention(close + 1).filter(|m| m.kind == MentionKind::Role && m.name.is_none() && !m.former)?;
    // "a lawyer from Lima, treasurer of the port and" may be what she is.
    let ends = clause.nodes.get(close + 2).is_none_or(|next| next.token.is_mark(b'.'));
    let closes = || ends || clause.is(close + 2, Class::PREPOSITION) || clause.skip(close + 2) > close + 2;
    (office.definite || office.possessive || closes()).then_some(close + 1)
}

/// "appointed as bishop of Lom the Reverend Jens Hansen": the office before the name.
pub(super) fn office_first(
    clause: &Clause<'_>,
    at: usize,
    verb: Verb,
    kind: &Kind,
    rule: &'static str,
) -> Option<Draft> {
    let lead = Some(clause.skip(at + 1)).filter(|&lead| !verb.passive && clause.is_any(lead, &["as"]))?;
    let slot = office(clause, lead).filter(|slot| slot.role.is_some())?;
    // "as bishop of Lom, Norway, the Most Reverend Jens Hansen"
    let country = clause.is_word(slot.end + 1, Class::COUNTRY) && clause.is_mark(slot.end + 2, b',');
    let comma = slot.end + if country { 2 } else { 0 };
    let apart = clause.is_mark(comma, b',') && clause.is(comma + 1, Class::DETERMINER);
    let person = named_behind(clause, if apart { comma + 1 } else { slot.end });
    clause.mention(person).filter(|m| m.kind == MentionKind::Person && m.name.is_some())?;
    let draft = Draft::new(clause, at, kind.clone(), rule, Person::Node(person)).with_role(Some(slot), None);
    Some(Draft { by: authority(clause, clause.subject(verb.start)), ..draft })
}

/// "handed the chairmanship of the bank to Karl Moe": the post before the name.
pub(super) fn post_first(clause: &Clause<'_>, at: usize, verb: Verb, kind: &Kind, rule: &'static str) -> Option<Draft> {
    let slot = post(clause, at + 1).filter(|_| !verb.passive && trigger_word(clause, at).ends_with(" the"))?;
    let person = named_after(clause, slot.end)?;
    let draft = Draft::new(clause, at, kind.clone(), rule, Person::Node(person)).with_role(Some(slot), None);
    Some(Draft { by: authority(clause, clause.subject(verb.start)), ..draft })
}

/// "named her foreign minister": the pronoun reads as the owner of the office.
fn named_her(clause: &Clause<'_>, at: usize, object: usize, kind: &Kind, rule: &'static str) -> Option<Draft> {
    let mention = clause.mention(object).filter(|m| m.kind == MentionKind::Role && m.possessive)?;
    let her = clause.nodes[object].token.span.of(clause.text).eq_ignore_ascii_case("her");
    let named =
        clause.is_mark(object + 1, b',') && clause.mention(object + 2).is_some_and(|m| m.kind == MentionKind::Person);
    (her && !named)
        .then(|| Draft::new(clause, at, kind.clone(), rule, Person::Pronoun(object)).with_role(None, Some(mention)))
}

/// Who the object at `at` is.
fn object(clause: &Clause<'_>, at: usize) -> Option<Person> {
    let mention = clause.mention(at)?;
    match mention.kind {
        // "elected Hansen's rival"
        _ if clause.nodes.get(at + 1).is_some_and(|next| next.token.shape == Shape::Genitive) => None,
        MentionKind::Person | MentionKind::Pronoun => Some(Person::Node(at)),
        MentionKind::Role => mention.prefix.map(Person::Name),
        MentionKind::Body => None,
    }
}

/// Whether the office behind a name has no article: the new one of "named Jens Hansen, 54, chairman".
fn is_bare(clause: &Clause<'_>, mention: &Mention) -> bool {
    let before = mention.name.zip(mention.role).and_then(|(name, role)| clause.text.get(name.end..role.start));
    !mention.former && before.is_some_and(|before| before.trim_end().ends_with([',', '(']))
}
