//! The frame of appointments, nominations and elections: authority – verb – person – office.
//!
//! Active ("the board named Jens Hansen chairman"), passive ("Jens Hansen was named chairman by the board"), reduced
//! ("Jens Hansen, elected in May, said"; "Appointed mayor in 1864, Hansen") and headline ("Hansen appointed minister").

mod active;
mod honours;

use crate::Span;
use crate::parse::mention::{Mention, MentionKind};
use crate::parse::word::{Class, Shape, class};
use crate::statement::Kind;

use super::authority::{agent, authority};
use super::slot::{aside, further_offices, in_stead, new_office, office};
use super::{noun, people, serve};
use crate::parse::event::Article;
use crate::parse::event::clause::{Clause, Verb};
use crate::parse::event::draft::{Draft, Person, Slot, When};
use crate::parse::event::kind::term_start;
use crate::parse::event::row::list;
use crate::parse::event::trigger::{Frame, Trigger};

pub(crate) use honours::names_an_order;

/// The events that the verb at `at` tells.
pub(crate) fn read(clause: &Clause<'_>, at: usize, kind: &Kind, rule: &'static str) -> Vec<Draft> {
    // "confirmed on Monday that its chairman, Jens Hansen, would stay"
    if clause.nodes.get(clause.skip(at + 1)).is_some_and(|next| next.token.span.of(clause.text) == "that") {
        return Vec::new();
    }
    if noun::is_gerund(clause, at) {
        return noun::read(clause, at, kind, rule);
    }
    // "declared Silva elected" is told by its verb.
    let declared = |i: usize| trigger_word(clause, i).starts_with("declar");
    let told = clause.is_any(at, ELECTED) && (at.saturating_sub(3)..at.saturating_sub(1)).any(declared);
    if told || honours::honours(clause, at) || tells_on(clause, at) {
        return Vec::new();
    }
    let verb = clause.verb(at);
    let kind = &if is_vote(clause, at, verb) { Kind::Election } else { kind.clone() };
    let listed = list::read(clause, at, kind, rule);
    let office_first = active::office_first(clause, at, verb, kind, rule);
    if let Some(draft) = active::post_first(clause, at, verb, kind, rule) {
        return vec![Draft { certainty: verb.certainty, ..draft }];
    }
    let mut drafts = match persons(clause, at, verb) {
        _ if !listed.is_empty() => listed,
        _ if !verb.passive && trigger_word(clause, at).ends_with(" from") => moved(clause, at, verb),
        _ if office_first.is_some() => Vec::from_iter(office_first),
        Holders::Passive(persons) => passive(clause, at, kind, rule, &persons),
        Holders::Active => active::active(clause, at, verb, kind, rule),
        Holders::None => Vec::new(),
    };
    if let [draft] = &drafts[..] {
        drafts.extend(term(clause, at, draft));
    }
    for draft in &mut drafts {
        draft.certainty = verb.certainty;
    }
    // "the same move made in his absence": what is made of somebody is told.
    // "declared in the assembly that"
    let makes = ["ma", "declar"].iter().any(|verb| trigger_word(clause, at).starts_with(verb));
    drafts.retain(|draft| !makes || draft.role.is_some());
    // "promoted to major general" is a rank.
    let raises =
        ["promot", "elevat", "commission", "gazett"].iter().any(|verb| trigger_word(clause, at).starts_with(verb));
    drafts.retain(|draft| !raises || draft.role.is_none_or(|role| !honours::is_rank(clause, role)));
    // "was given the health portfolio"
    let gives = ["give the", "gives the", "gave the", "given the", "giving the"].contains(&trigger_word(clause, at))
        || trigger_word(clause, at).starts_with("hand");
    // "brought back President Hansen to Lom": to no office.
    let back = trigger_word(clause, at).ends_with(" back");
    drafts.retain(|_| !back || (at + 1..at + 10).any(|i| clause.is_any(i, &["as"])));
    let names_it = |told: Span| ["portfolio", "ministry"].iter().any(|word| told.of(clause.text).ends_with(word));
    drafts.retain(|draft| !gives || draft.role.or(draft.organization).is_some_and(names_it));
    drafts
}

/// "was given *the finance ministry*", "was given charge of the finance ministry": whoever is, is its minister.
fn ministry(clause: &Clause<'_>, at: usize) -> Option<Slot> {
    let given = ["giv", "gav", "hand"].iter().any(|verb| trigger_word(clause, at).starts_with(verb));
    let body = (at + 1..at + 3).find(|&i| clause.mention(i).is_some()).filter(|_| given)?;
    let ministry = clause.words(body).ends_with("ministry");
    let organization = clause.mention(body).filter(|m| m.kind == MentionKind::Body && ministry)?.organization;
    Some(Slot { organization, seat: true, end: body + 1, ..Slot::default() })
}

/// "A new consul has been appointed. He is Colonel Jens Hansen.": who the next sentence says that it is.
pub(crate) fn named_next(article: &Article<'_>, number: usize, clause: &Clause<'_>, at: usize) -> Option<Draft> {
    let trigger = clause.trigger(at).filter(|t| t.frame == Frame::Install && t.form.is_participle())?;
    let group = clause.group(at);
    let subject = group.start.checked_sub(1).filter(|_| group.passive)?;
    let office = clause.mention(subject).filter(|m| m.kind == MentionKind::Role && m.name.is_none())?;
    if !term_start::is_new_office(clause, subject, false) || number + 1 >= article.sentences.len() {
        return None;
    }
    let next = article.near(number + 1);
    let who = next.mention(0).is_some_and(|m| m.kind == MentionKind::Pronoun) && next.is(1, Class::BE);
    let closed = next.nodes.get(3).is_none_or(|mark| matches!(mark.token.shape, Shape::Mark(_)));
    let name = next.mention(2).filter(|m| who && closed && m.kind == MentionKind::Person).and_then(|m| m.name)?;
    let draft = Draft::new(clause, at, trigger.kind.clone(), "appointment-next", Person::Name(name));
    Some(Draft { certainty: clause.verb(at).certainty, ..draft.with_role(None, Some(office)) })
}

/// "Ana Silva moves from consul in Lima to envoy": nobody is told to move her.
fn moved(clause: &Clause<'_>, at: usize, verb: Verb) -> Vec<Draft> {
    let Some(slot) = new_office(clause, at + 1).filter(|slot| slot.role.is_some()) else { return Vec::new() };
    let draft = |person| Draft::new(clause, at, Kind::TermStart, "term-start", Person::Node(person));
    clause.subject(verb.start).map(|person| draft(person).with_role(Some(slot), None)).into_iter().collect()
}

/// `"It is late," declares Ana Silva, head of the bank`: who said so.
fn tells_on(clause: &Clause<'_>, at: usize) -> bool {
    at > 0 && clause.is_mark(at - 1, b'"') && clause.mention(at + 1).is_some()
}
fn trigger_word<'t>(clause: &Clause<'t>, at: usize) -> &'t str {
    clause.trigger(at).map_or("", |trigger| &trigger.word)
}

const ELECTED: &[&str] = &["elected", "re-elected", "reelected"];

/// Whether those who choose are voters: "delegates chose Ana Silva as chairwoman", "declared President Silva re-elected".
fn is_vote(clause: &Clause<'_>, at: usize, verb: Verb) -> bool {
    if trigger_word(clause, at).starts_with("declar") && (at + 2..at + 4).any(|i| clause.is_any(i, ELECTED)) {
        return true;
    }
    let chooses = trigger_word(clause, at).starts_with("cho");
    let vote = |i: usize| {
        let words = clause.words(i);
        class(words.rsplit(' ').next().unwrap_or_default()).has(Class::ELECTORS)
    };
    let voters = verb.start.checked_sub(1).is_some_and(vote);
    chooses && (voters || (at + 1..at + 12).any(|i| clause.is_any(i, &["by"]) && (vote(i + 1) || vote(i + 2))))
}

/// Whether the office alone that ends a headline names its see or its country, not who gets it: "Hansen named Lom Bishop".
fn is_of_see(clause: &Clause<'_>, at: usize) -> bool {
    let headline = at == 1 && clause.nodes.len() == 3;
    let office = clause.mention(2).filter(|m| headline && m.kind == MentionKind::Role && m.prefix.is_some());
    let whose = clause.mention(0).is_some_and(|m| m.kind == MentionKind::Person && !m.titled);
    let last = office.and_then(|m| m.role).and_then(|role| role.of(clause.text).rsplit(' ').next());
    whose && last.is_some_and(|word| word.starts_with(char::is_uppercase))
}

enum Holders {
    /// The verb is passive; these are appointed.
    Passive(Vec<usize>),
    /// Its object is.
    Active,
    None,
}

fn persons(clause: &Clause<'_>, at: usize, verb: Verb) -> Holders {
    let subjects = |start: usize| match people::subjects(clause, at, start) {
        persons if persons.is_empty() => Holders::None,
        persons => Holders::Passive(persons),
    };
    if verb.passive {
        // "Before being elected mayor in 2019, Ana Silva was"
        return match people::fronted_and_dated(clause, at).filter(|_| people::is_absolute(clause, at)) {
            Some(person) => Holders::Passive(vec![person]),
            None => subjects(verb.start),
        };
    }
    let participle = clause.trigger(at).is_some_and(|t| t.form.is_participle());
    if !participle || verb.auxiliary {
        return Holders::Active;
    }
    let next = clause.skip(at + 1);
    let object = clause.mention(next);
    if is_of_see(clause, at) {
        return subjects(at);
    }
    let names = object.is_some_and(|m| {
        matches!(m.kind, MentionKind::Person | MentionKind::Pronoun) && !(m.role.is_some() && m.name.is_none())
    });
    // "President Hansen on Monday appointed former mayor, Ana Silva, as"
    let described = !clause.is_mark(at.wrapping_sub(1), b',') && people::behind_title(clause, next).is_some();
    if names || described {
        return Holders::Active;
    }
    let turned = people::subjects(clause, at, at);
    if at == 0 && !turned.is_empty() {
        return Holders::Passive(turned);
    }
    if at == 0 {
        // "Appointed mayor in 1864, Hansen was": the subject follows the comma.
        let comma = (at..clause.nodes.len()).filter(|&i| clause.is_mark(i, b','));
        let follows = comma
            .map(|i| i + 1)
            .find(|&i| clause.mention(i).is_some_and(|m| m.kind != MentionKind::Role && m.kind != MentionKind::Body));
        return follows.map_or(Holders::None, |s| Holders::Passive(vec![s]));
    }
    // "elected to take early retirement": what one does oneself.
    let chooses = trigger_word(clause, at).starts_with("elect") && clause.is_any(at + 1, &["to"]) && {
        let word = clause.nodes.get(at + 2).map(|node| node.token);
        word.is_some_and(|word| word.shape == Shape::Lower && !word.is(Class::FUNCTION))
            && clause.mention(at + 2).is_none()
    };
    if chooses {
        return Holders::None;
    }
    // "nominated in his place the lawyer Ana Silva"
    let names_whom = clause.nodes.get(at + 4).is_some_and(|next| {
        !matches!(next.token.shape, Shape::Mark(_)) && !next.token.is(Class::PREPOSITION | Class::CONJUNCTION)
    });
    if names_whom && in_stead(clause, at + 1) {
        return Holders::Active;
    }
    // "appointed only on May 4"
    let first = at + 1 + usize::from(clause.is_any(at + 1, &["only", "just"]));
    let led = clause.is_any(first, &["by", "as", "to", "in", "on"])
        || clause.time(first).is_some()
        || trigger_word(clause, at).ends_with(" to");
    let role = object.is_some_and(|m| m.kind == MentionKind::Role && m.prefix.is_none());
    if led || role && !object.is_some_and(|m| m.definite) {
        // "President Hansen appointed new ministers": one becomes no more than one.
        return match subjects(at) {
            Holders::Passive(one) if one.len() == 1 && !led && people::is_plural(clause, next) => Holders::None,
            told => told,
        };
    }
    Holders::Active
}

fn passive(clause: &Clause<'_>, at: usize, kind: &Kind, rule: &'static str, persons: &[usize]) -> Vec<Draft> {
    let slot = new_office(clause, at + 1).or_else(|| ministry(clause, at));
    // "was appointed to this position": an office told before.
    let elsewhere = slot.is_none_or(|slot| slot.role.is_none())
        && ((at + 1..at + 5).any(|i| clause.is_word(i, Class::POSTS | Class::STEAD))
            || trigger_word(clause, at).starts_with("reinstat"))
        // "He will be installed on May 5": in what he was told to get.
        || slot.is_none() && trigger_word(clause, at).starts_with("instal")
        // "The governor, Jens Hansen, spoke. He had been appointed in 1898": to what he was.
        || slot.is_none() && (is_bare_appointment(clause, at) || is_further_step(clause, at));
    let by = agent(clause, at + 1).or_else(|| reshuffler(clause, at + 1));
    // "She was confirmed by the Senate in March": for what she was nominated to.
    let consented =
        slot.is_none() && clause.words(at).starts_with("confirm") && by.is_some_and(|by| elects(clause, by));
    let further = slot.map_or(Vec::new(), |slot| further_offices(clause, slot.end));
    let mut drafts = Vec::new();
    for &told in persons {
        // "was the mayor of Lima, elected in May": who was.
        let was = people::who_was(clause, told);
        let person = was.unwrap_or(told);
        let mut draft = Draft::new(clause, at, kind.clone(), rule, Person::Node(person));
        draft.by = by;
        draft.elsewhere = elsewhere || consented;
        draft.acting = elsewhere && is_for_a_time(clause, at + 1);
        draft.needs_role &= !(consented || slot.is_some_and(|slot| slot.seat && slot.role.is_none()));
        // "was elected to two terms in the Senate": not to what she was before.
        let terms = |i: usize| clause.words(i).ends_with("term") || clause.words(i).ends_with("terms");
        draft.seat |= slot.is_none() && clause.is_any(at + 1, &["to"]) && (at + 2..at + 5).any(terms);
        for &(node, further) in &further {
            drafts.push(Draft { at: node, ..draft.clone() }.with_role(Some(further), None));
        }
        // "President Hansen, elected in May": the office before the name is the one.
        let aside = at > 0 && clause.is_mark(at - 1, b',');
        // "The first ambassador, Ana Silva, was appointed in May"
        // "The bishop of Lom, Ana Silva, was installed in May"
        let ceremony = trigger_word(clause, at).starts_with("instal");
        let attached =
            clause.mention(told).filter(|m| aside && !m.apposed || ceremony || is_of_the_first(clause, told));
        let slot = slot.or_else(|| who_is(clause, told)).or_else(|| title_of_the_first(clause, told));
        let slot = slot.or_else(|| held_since(clause, at));
        let row = slot.is_none().then(|| heads_row(clause, told, at)).flatten();
        draft.listed = row.is_some();
        let slot = slot.or(row);
        drafts.push(draft.with_role(slot, attached));
    }
    if let Some(end) = slot.filter(|slot| slot.role.is_some() && !persons.is_empty()).map(|slot| slot.end) {
        let draft = |person| Draft { by, ..Draft::new(clause, at, kind.clone(), rule, person) };
        drafts.extend(gapped(clause, end).into_iter().map(|(person, slot)| draft(person).with_role(Some(slot), None)));
    }
    drafts
}

/// Who is told to get another office behind the first, the verb left out: "was made energy minister, Jens Hansen mining
/// minister and Ole Lie treasurer", "was sworn in as minister, and Jens Hansen, a lawyer, as treasurer".
pub(crate) fn gapped(clause: &Clause<'_>, end: usize) -> Vec<(Person, Slot)> {
    let mut found = Vec::new();
    let mut i = end;
    loop {
        let mut person = i;
        while clause.is_mark(person, b',') || clause.is_mark(person, b';') || clause.is_any(person, &["and"]) {
            person += 1;
        }
        let Some((who, slot)) = clause.mention(person).filter(|_| person > i).and_then(|m| gap(clause, person, m))
        else {
            return found;
        };
        found.push((who, slot));
        i = slot.end;
    }
}

/// The person at `at` with the office right behind.
fn gap(clause: &Clause<'_>, at: usize, mention: Mention) -> Option<(Person, Slot)> {
    let whole = |name: Span| name.of(clause.text).contains(' ');
    let of = |role: Span, node: usize, mention: Mention| Slot {
        role: Some(role),
        organization: mention.organization,
        end: node + 1,
        ..Slot::default()
    };
    if let (MentionKind::Role, Some(name)) = (mention.kind, mention.prefix.filter(|&name| whole(name))) {
        let role = Span::new(after_space(clause, name.end), mention.role?.end);
        return Some((Person::Name(name), Slot { organization: None, ..of(role, at, mention) }));
    }
    if mention.kind != MentionKind::Person || !mention.name.is_some_and(whole) {
        return None;
    }
    // "was made health minister and Ana Silva the new treasurer"
    let new = term_start::is_new_office(clause, at + 1, false);
    let next = clause.mention(at + 1).filter(|m| m.kind == MentionKind::Role && (new || !m.definite) && !m.former);
    if let Some(role) = next.and_then(|m| m.role) {
        return Some((Person::Node(at), of(role, at + 1, clause.mention(at + 1)?)));
    }
    let lead = aside(clause, at + 1).unwrap_or(at + 1);
    let slot = office(clause, lead).filter(|slot| clause.is_any(lead, &["as"]) && slot.role.is_some())?;
    Some((Person::Node(at), slot))
}

/// Whether the participle at `at` goes on with what an earlier one told of the same person: "was named prefect in May,
/// confirmed in June and installed two weeks later".
fn is_further_step(clause: &Clause<'_>, at: usize) -> bool {
    let joined = |i: usize| clause.is_any(i, &["and", "then", "later"]) || clause.is_mark(i, b',');
    let lead = (at.saturating_sub(3)..at).rev().take_while(|&i| joined(i)).count();
    let is_step = |t: &Trigger| matches!(t.frame, Frame::Install | Frame::Enter) && t.form.is_participle();
    let told = |&i: &usize| clause.trigger(i).is_some_and(is_step);
    let Some(before) = (0..at - lead).rev().find(told).filter(|_| lead > 0 && !clause.verb(at).auxiliary) else {
        return false;
    };
    let another = |i: usize| clause.mention(i).is_some_and(|m| m.name.is_some() && m.kind == MentionKind::Person);
    let dated = (before + 1..at - lead).any(|i| clause.time(i).is_some());
    let passive = clause.group(before).passive || !clause.verb(before).auxiliary;
    dated && passive && !(before + 1..at).any(another)
}

/// "has been mayor since being appointed by the king in May": to what she has been.
fn held_since(clause: &Clause<'_>, at: usize) -> Option<Slot> {
    let since = at.checked_sub(2).filter(|&i| clause.is_any(i, &["since"]) && clause.is_any(i + 1, &["being"]))?;
    let office = clause.mention(since.checked_sub(1)?).filter(|m| m.kind == MentionKind::Role && !m.former)?;
    let been = (since.saturating_sub(5)..since).any(|i| clause.is(i, Class::BE) || clause.is_word(i, Class::HOLDS));
    been.then(|| Slot::of(office, at + 1))
}

/// "The present editor is Ana Silva, who was appointed in May": to what she is.
fn who_is(clause: &Clause<'_>, person: usize) -> Option<Slot> {
    let be = person.checked_sub(1).filter(|&be| clause.is(be, Class::BE) && clause.is_mark(person + 1, b','))?;
    let office =
        clause.mention(be.checked_sub(1)?).filter(|m| m.kind == MentionKind::Role && m.definite && !m.former)?;
    let who = clause.is(person + 2, Class::RELATIVE);
    who.then(|| Slot::of(office, person))
}

/// Whether of an appointment that lies back nothing is told but when and by whom: "had been appointed in May by".
fn is_bare_appointment(clause: &Clause<'_>, at: usize) -> bool {
    let had_been = at > 1 && clause.is_any(at - 1, &["been"]) && clause.is_any(at - 2, &["had"]);
    // "Brandvold was hired in January 2002."
    let hired = at > 0 && clause.is_any(at, &["hired", "appointed"]) && clause.is_any(at - 1, &["was"]);
    let had_been = had_been || hired && clause.time(at + 2).is_some() && clause.is_mark(at + 3, b'.');
    let next = clause.skip(at + 1);
    had_been
        && next > at + 1
        && (clause.is_any(next, &["by", "and"])
            || clause.is_mark(next, b',')
            || clause.is_mark(next, b'.')
            || next == clause.nodes.len())
}

/// "the first ambassador, Ana Silva", "Ana Silva, the ninth ambassador,": an office that somebody had to get.
pub(crate) fn is_of_the_first(clause: &Clause<'_>, person: usize) -> bool {
    let apposed = clause.mention(person).filter(|m| m.apposed).and_then(|m| m.name);
    let behind = |name: Span| clause.text[name.end..clause.nodes[person].span.end].trim_start_matches([',', ' ']);
    let mut lead = apposed.map_or(clause.words(person), behind).split(' ');
    // "Ana Silva, the ninth ambassador,", "the 12th ambassador": of the holders of one office.
    let nth = |word: &str| {
        let figures = word.trim_end_matches(char::is_alphabetic);
        let counted = !figures.is_empty() && figures.len() < word.len() && figures.bytes().all(|b| b.is_ascii_digit());
        counted || class(word).has(Class::ORDINAL) && word.ends_with("th") || ["second", "third"].contains(&word)
    };
    lead.next().is_some_and(|word| word.eq_ignore_ascii_case("the"))
        && lead.next().is_some_and(|word| ["first", "new", "current"].contains(&word) || apposed.is_some() && nth(word))
}

/// "The first ambassador, Ana Silva of Lima, was appointed": the same, before the name.
pub(crate) fn title_of_the_first(clause: &Clause<'_>, person: usize) -> Option<Slot> {
    let title = person.checked_sub(2).filter(|&title| clause.is_mark(title + 1, b','))?;
    let office = clause.mention(title).filter(|m| m.kind == MentionKind::Role && !m.former)?;
    let slot = Slot::of(office, person);
    is_of_the_first(clause, title).then_some(slot)
}

/// "has had two provosts: Ana Silva, appointed in 1947, and Jens Hansen, appointed in 1961": what those of the row were.
fn heads_row(clause: &Clause<'_>, person: usize, at: usize) -> Option<Slot> {
    clause.mention(person).filter(|m| m.role.is_none() && clause.is_mark(person + 1, b',') && at == person + 2)?;
    let colon = (person.saturating_sub(ROW)..person).rev().find(|&i| clause.is_mark(i, b':'))?;
    let office = (colon.saturating_sub(8)..colon).rev().find(|&i| people::is_plural(clause, i))?;
    let before = office.checked_sub(1).filter(|_| clause.mention(office).is_some_and(|m| m.name.is_none()));
    let counted = clause.mention(office)?.definite
        || before.is_some_and(|i| clause.is_word(i, Class::COUNTS) || clause.nodes[i].token.shape == Shape::Number);
    clause.mention(office).filter(|m| m.role.is_some() && counted).map(|office| Slot::of(office, at))
}

/// So many nodes stand at most between a colon and one of its row.
const ROW: usize = 24;

/// "to the interim role": in what another has left, not in what one holds.
pub(crate) fn is_for_a_time(clause: &Clause<'_>, at: usize) -> bool {
    let interim = |i: usize| clause.is_any(i, &["interim", "acting", "temporary", "caretaker"]);
    (at..at + 5).any(|i| interim(i) && clause.is_word(i + 1, Class::POSTS))
}

/// Whether an authority is one that votes: "the Senate".
fn elects(clause: &Clause<'_>, by: Span) -> bool {
    by.of(clause.text).split(' ').any(|word| class(word).has(Class::ELECTORS))
}

/// "was named minister when President Hansen reshuffled the government"
fn reshuffler(clause: &Clause<'_>, at: usize) -> Option<Span> {
    let when = (at..clause.nodes.len().min(at + 12)).find(|&i| clause.is_any(i, &["when"]))?;
    let acts = clause.is_word(when + 2, Class::RESHUFFLES);
    authority(clause, Some(when + 1)).filter(|_| acts)
}

/// "Mr. Jens Hansen to be Consul at Lima, vice Silva, retired", as gazettes write. `be` is the verb.
pub(crate) fn gazetted(clause: &Clause<'_>, be: usize) -> Option<Draft> {
    let to = be.checked_sub(1).filter(|&to| clause.is_any(to, &["to"]))?;
    let comma = usize::from(to > 0 && clause.is_mark(to - 1, b','));
    let person = to.checked_sub(1 + comma)?;
    clause.mention(person).filter(|m| m.kind == MentionKind::Person && m.name.is_some())?;
    let first = person - usize::from(person > 1 && clause.is_any(person - 1, &["and"]));
    let opens = first == 0 || [b':', b';', b'-'].iter().any(|&mark| clause.is_mark(first - 1, mark));
    let office = clause.mention(be + 1).filter(|m| m.kind == MentionKind::Role && m.name.is_none() && !m.former)?;
    let draft = Draft::new(clause, be, Kind::Appointment, "appointment", Person::Node(person));
    Some(draft.with_role(None, Some(office))).filter(|_| opens)
}

/// "for the period from 2003 through 2005": both ends of the tenure that an appointment is for.
fn term(clause: &Clause<'_>, at: usize, draft: &Draft) -> Vec<Draft> {
    let Some(period) = (at..at + 12).find(|&i| clause.is_any(i, &["period", "term"])) else { return Vec::new() };
    let bounds = serve::bounds(clause, period);
    if bounds.len() != 2 {
        return Vec::new();
    }
    let tenure = |(kind, time)| Draft { kind, when: When::Time(time), rule: "tenure-term", by: None, ..draft.clone() };
    bounds.into_iter().map(tenure).collect()
}

fn after_space(clause: &Clause<'_>, at: usize) -> usize {
    let rest = clause.text.get(at..).unwrap_or_default();
    at + (rest.len() - rest.trim_start().len())
}
