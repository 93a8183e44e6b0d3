//! The frame of appointments, nominations and elections: authority – verb – person – office.
//!
//! Active ("the board named Jens Hansen chairman"), passive ("Jens Hansen was named chairman by the board"), reduced
//! ("Jens Hansen, elected in May, said"; "Appointed mayor in 1864, Hansen") and headline ("Hansen appointed minister").

use crate::Span;
use crate::parse::mention::{Mention, MentionKind};
use crate::parse::word::{Class, Shape, class};
use crate::statement::Kind;

use super::slot::{
    agent, aside, authority, behind_home, decreed_by, fills, further_offices, in_stead, named_behind, new_office,
    office,
};
use super::{noun, people, serve};
use crate::parse::event::Article;
use crate::parse::event::clause::{Clause, Verb};
use crate::parse::event::draft::{Draft, Person, Slot, When};
use crate::parse::event::kind::{credentials, term_start};
use crate::parse::event::row::list;
use crate::parse::event::trigger::{Form, Frame, Trigger};

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
    if told || honours(clause, at) || tells_on(clause, at) {
        return Vec::new();
    }
    let verb = clause.verb(at);
    let kind = &if is_vote(clause, at, verb) { Kind::Election } else { kind.clone() };
    let listed = list::read(clause, at, kind, rule);
    let office_first = office_first(clause, at, verb, kind, rule);
    let mut drafts = match persons(clause, at, verb) {
        _ if !listed.is_empty() => listed,
        _ if !verb.passive && trigger_word(clause, at).ends_with(" from") => moved(clause, at, verb),
        _ if office_first.is_some() => Vec::from_iter(office_first),
        Holders::Passive(persons) => passive(clause, at, kind, rule, &persons),
        Holders::Active => active(clause, at, verb, kind, rule),
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
    drafts.retain(|draft| !raises || draft.role.is_none_or(|role| !is_rank(clause, role)));
    // "was given the health portfolio"
    let gives = ["give the", "gives the", "gave the", "given the", "giving the"].contains(&trigger_word(clause, at))
        || trigger_word(clause, at).starts_with("hand");
    // "brought back President Hansen to Lom": to no office.
    let back = trigger_word(clause, at).ends_with(" back");
    drafts.retain(|_| !back || (at + 1..at + 10).any(|i| clause.is_any(i, &["as"])));
    drafts.retain(|draft| !gives || draft.role.is_some_and(|role| role.of(clause.text).ends_with("portfolio")));
    drafts
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

/// "elected to the sport's hall of fame": an honour, and no office.
fn honours(clause: &Clause<'_>, at: usize) -> bool {
    let fame = |i: usize| clause.words(i).rsplit(' ').next().is_some_and(|last| last.eq_ignore_ascii_case("fame"));
    // "named Mayor of the Year"
    let award = |i: usize| {
        let office = clause.mention(i).is_some_and(|m| m.kind == MentionKind::Role);
        let behind = clause.nodes.get(i).and_then(|node| clause.text[node.span.end..].strip_prefix(" of the "));
        let units = ["Year", "year", "Month", "month", "Week", "Season", "Decade", "Century"];
        office && behind.is_some_and(|behind| units.iter().any(|unit| behind.starts_with(unit)))
    };
    let near = at + 1..at + 4;
    // "appointed the following as Knights of the Lion Order"
    let several = |i: usize| {
        let Some(node) = clause.nodes.get(i).filter(|node| CLASSES[MANY..].contains(&node.span.of(clause.text))) else {
            return false;
        };
        let end = clause.nodes.get(i + 6).map_or(clause.span.end, |end| end.span.end);
        names_an_order(&clause.text[node.span.start..end])
    };
    near.clone().any(|i| names_an_order(clause.words(i)) || award(i))
        || (at + 2..at + 9).any(fame)
        || (at + 1..at + 6).any(several)
}

/// "an Officer of the Order of the Lion": a class of an order.
pub(crate) fn names_an_order(words: &str) -> bool {
    let mut behind = words.split(' ').skip_while(|word| !CLASSES.contains(word)).skip(1);
    behind.next() == Some("of")
        && behind.next() == Some("the")
        && behind.any(|word| word.trim_end_matches([':', ',', '.']) == "Order")
}

/// The classes of orders that are no offices, from `MANY` on of several people.
const CLASSES: [&str; 11] = [
    "Officer",
    "Member",
    "Commander",
    "Companion",
    "Knight",
    "Officers",
    "Members",
    "Commanders",
    "Companions",
    "Knights",
    "Dames",
];
const MANY: usize = 5;

fn trigger_word<'t>(clause: &Clause<'t>, at: usize) -> &'t str {
    clause.trigger(at).map_or("", |trigger| &trigger.word)
}

fn is_rank(clause: &Clause<'_>, role: Span) -> bool {
    // "brigadier general of volunteers"
    let head = role.of(clause.text).split(" of ").next().unwrap_or_default();
    head.split(' ').all(|word| class(word).has(Class::RANK))
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
        return subjects(at);
    }
    Holders::Active
}

fn passive(clause: &Clause<'_>, at: usize, kind: &Kind, rule: &'static str, persons: &[usize]) -> Vec<Draft> {
    let slot = new_office(clause, at + 1);
    // "was appointed to this position": an office told before.
    let elsewhere = slot.is_none_or(|slot| slot.role.is_none())
        && ((at + 1..at + 5).any(|i| clause.is_word(i, Class::POSTS | Class::STEAD))
            || trigger_word(clause, at).starts_with("reinstat"))
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
    let next = clause.mention(at + 1).filter(|m| m.kind == MentionKind::Role && !m.definite && !m.former);
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

fn active(clause: &Clause<'_>, at: usize, verb: Verb, kind: &Kind, rule: &'static str) -> Vec<Draft> {
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
        let seat = slot.is_some_and(bare) && mention.possessive && mention.role.is_some();
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
        let mut draft = Draft::new(clause, at, kind.clone(), rule, person).with_role(slot.filter(|_| !seat), held);
        draft.by = by;
        let consented = consents && slot.is_none() && mention.kind == MentionKind::Pronoun;
        draft.elsewhere = elsewhere || consented;
        draft.shares_role |= stead && draft.role.is_none();
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
fn office_first(clause: &Clause<'_>, at: usize, verb: Verb, kind: &Kind, rule: &'static str) -> Option<Draft> {
    let lead = Some(clause.skip(at + 1)).filter(|&lead| !verb.passive && clause.is_any(lead, &["as"]))?;
    let slot = office(clause, lead).filter(|slot| slot.role.is_some())?;
    let person = named_behind(clause, slot.end);
    clause.mention(person).filter(|m| m.kind == MentionKind::Person && m.name.is_some())?;
    let draft = Draft::new(clause, at, kind.clone(), rule, Person::Node(person)).with_role(Some(slot), None);
    Some(Draft { by: authority(clause, clause.subject(verb.start)), ..draft })
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

/// "named her foreign minister": the pronoun reads as the owner of the office.
fn named_her(clause: &Clause<'_>, at: usize, object: usize, kind: &Kind, rule: &'static str) -> Option<Draft> {
    let mention = clause.mention(object).filter(|m| m.kind == MentionKind::Role && m.possessive)?;
    let her = clause.nodes[object].token.span.of(clause.text).eq_ignore_ascii_case("her");
    let named =
        clause.is_mark(object + 1, b',') && clause.mention(object + 2).is_some_and(|m| m.kind == MentionKind::Person);
    (her && !named)
        .then(|| Draft::new(clause, at, kind.clone(), rule, Person::Pronoun(object)).with_role(None, Some(mention)))
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

fn after_space(clause: &Clause<'_>, at: usize) -> usize {
    let rest = clause.text.get(at..).unwrap_or_default();
    at + (rest.len() - rest.trim_start().len())
}
