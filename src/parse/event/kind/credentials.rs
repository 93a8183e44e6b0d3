//! Credentials: an envoy presents letters of credence, or they are accepted.
//!
//! **Recognises** "presented (her) credentials", "the honor to present his credentials to", "accepted the credentials
//! of", "his getting diplomatic accreditation", "was received as envoy"; "presented his letters of recall" ends the mission. `by`
//! is who receives them.
//!
//! **Examples**: "Ana Silva presented her credentials to King Haakon on May 4"; "the president received the letters of
//! credence of Ambassador Jens Hansen".
//!
//! **Not**: "before he presents his credentials", "democratic credentials", "the presentation of credentials is formal".

use crate::Span;
use crate::parse::mention::MentionKind;
use crate::parse::word::{Class, Shape};
use crate::statement::Kind;

use crate::parse::event::article::Article;
use crate::parse::event::clause::Clause;
use crate::parse::event::draft::{Draft, Person, When};
use crate::parse::event::frame::authority::authority;
use crate::parse::event::frame::people;
use crate::parse::event::frame::slot::office;
use crate::parse::event::row;
use crate::parse::event::trigger::{Frame, Trigger};

pub(crate) fn read(clause: &Clause<'_>, at: usize, trigger: &Trigger) -> Vec<Draft> {
    if trigger.word.starts_with("received") {
        return audience(clause, at, trigger).into_iter().collect();
    }
    if trigger.kind == Kind::TermEnd {
        return recalled(clause, at).into_iter().collect();
    }
    if let Some(draft) = accredited(clause, at) {
        return vec![draft];
    }
    // "handed over" is a word for leaving, too.
    let hands_over = |i: usize| clause.trigger(i).is_some_and(|t| t.word.starts_with("hand"));
    let does = |&i: &usize| clause.is_word(i, Class::PRESENTS | Class::RECEIVES) || hands_over(i);
    let verb = |at: usize| (at.saturating_sub(6)..at).rev().find(does);
    let recall = |&i: &usize| clause.trigger(i).is_some_and(|t| t.frame == Frame::Present && t.kind == Kind::TermEnd);
    let behind_recall = || (at.saturating_sub(10)..at).find(recall);
    let Some(verb) = verb(at).or_else(|| verb(joined(clause, at).or_else(behind_recall)?)) else {
        return passive(clause, at);
    };
    let listed = behind_colon(clause, at, verb);
    if !listed.is_empty() {
        return listed;
    }
    if clause.is_word(verb, Class::PRESENTS) || hands_over(verb) {
        presented(clause, at, verb)
    } else {
        received(clause, at, verb)
    }
}

/// "was received by the king as minister resident", "was received in audience as envoy": as one who has credentials.
fn audience(clause: &Clause<'_>, at: usize, trigger: &Trigger) -> Option<Draft> {
    let be = at.checked_sub(1).filter(|&be| clause.is(be, Class::BE))?;
    let verb = clause.verb(be);
    let subject = clause.subject(verb.start)?;
    let led = trigger.word.ends_with(" as");
    let lead = if led { at } else { (at + 1..at + 12).find(|&i| clause.is_any(i, &["as"]))? };
    let slot = office(clause, lead + usize::from(led))?;
    let role = slot.role?.of(clause.text);
    let envoy = role.split(' ').take(4).any(|word| ENVOYS.iter().any(|envoy| word.eq_ignore_ascii_case(envoy)));
    let by = (at..at + 5).find(|&i| clause.words(i).ends_with("by")).filter(|_| envoy);
    let draft = Draft::new(clause, at, Kind::Credentials, "credentials-received", Person::Node(subject));
    let by = by.and_then(|by| recipient(clause, by + 1));
    envoy.then(|| Draft { by, certainty: verb.certainty, ..draft }.with_role(Some(slot), None))
}

/// Words of the offices of those whom a state sends to another.
const ENVOYS: [&str; 9] =
    ["ambassador", "envoy", "minister", "chargé", "consul", "nuncio", "legate", "commissioner", "plenipotentiary"];

/// "presented his letters of recall": his mission is over. "the letters of recall of his predecessor" end none of his.
fn recalled(clause: &Clause<'_>, at: usize) -> Option<Draft> {
    let whose = at.checked_sub(1).filter(|&i| clause.is_any(i, &["his", "her"]))?;
    let verb = (whose.saturating_sub(8)..whose).rev().find(|&i| clause.is_word(i, Class::PRESENTS))?;
    let group = clause.verb(verb);
    let person = clause.subject(group.start).filter(|_| !clause.is_any(at + 1, &["of"]))?;
    let mut draft = Draft::new(clause, at, Kind::TermEnd, "term-end", Person::Node(person));
    draft.trigger = Span::new(clause.nodes[verb].span.start, clause.nodes[at].span.end);
    draft.certainty = group.certainty;
    Some(draft.with_role(None, clause.mention(person)))
}

/// "Four ambassadors presented their credentials to the king: Ana Silva of Peru and Ole Lie (Norway)", "received those of the
/// following envoys: Ana Silva, Peru; Ole Lie, Norway": who is named behind the colon.
fn behind_colon(clause: &Clause<'_>, at: usize, verb: usize) -> Vec<Draft> {
    let mut near = at + 1..clause.nodes.len().min(at + 24);
    let Some(colon) = near.find(|&i| clause.is_mark(i, b':')) else { return Vec::new() };
    let several = (verb.saturating_sub(6)..colon).rev().find(|&i| people::is_plural(clause, i));
    let office = several.and_then(|several| clause.mention(several)).filter(|m| m.role.is_some());
    let (Some(office), Some(act)) = (office, act(clause, at)) else { return Vec::new() };
    let when = (0..colon).find_map(|i| clause.time(i)).map_or(act.when, When::Time);
    let role = office.role.map(|role| row::list::uncounted(clause, office).unwrap_or(role));
    let envoy = |(name, state)| Draft {
        person: Person::Name(name),
        role,
        organization: state,
        listed: true,
        when,
        ..act.clone()
    };
    of_states(clause, colon + 1).into_iter().map(envoy).collect()
}

/// "Credentials were presented on Monday by Ana Silva of Peru and Ole Lie of Norway".
fn passive(clause: &Clause<'_>, at: usize) -> Vec<Draft> {
    let does = |&i: &usize| clause.is_word(i, Class::PRESENTS) && clause.is(i - 1, Class::BE);
    let verb = (at + 1..at + 4).find(does);
    let by = verb.and_then(|verb| (verb + 1..verb + 10).find(|&i| clause.is_any(i, &["by"])));
    let Some((verb, by)) = verb.zip(by) else { return Vec::new() };
    let group = clause.verb(verb);
    let to = (verb + 1..by).find(|&i| clause.is_any(i, &["to"])).and_then(|to| recipient(clause, to + 1));
    let envoys = of_states(clause, clause.skip(by + 1));
    let envoy = |(name, state)| {
        let draft = Draft::new(clause, at, Kind::Credentials, "credentials", Person::Name(name));
        Draft { by: to, organization: state, certainty: group.certainty, ..draft }
    };
    envoys.into_iter().map(envoy).collect()
}

/// The credentials before those at `at` in one row: "presented a copy of her credentials to the minister on May 4 and her
/// credentials to the king on May 6".
fn joined(clause: &Clause<'_>, at: usize) -> Option<usize> {
    let and = at.checked_sub(2).filter(|&and| clause.is_any(and, &["and"]) && clause.is(and + 1, Class::POSSESSIVE))?;
    (and.saturating_sub(14)..and).rev().find(|&i| clause.trigger(i).is_some_and(|t| t.frame == Frame::Present))
}

/// "his getting diplomatic accreditation", "after her receiving diplomatic accreditation"
fn accredited(clause: &Clause<'_>, at: usize) -> Option<Draft> {
    let verb = at.checked_sub(1).filter(|&i| clause.is_any(i, &["getting", "receiving", "obtaining"]))?;
    let whose = verb.checked_sub(1).filter(|&i| clause.is_any(i, &["his", "her"]))?;
    let named = |i: &usize| clause.mention(*i).is_some_and(|m| m.kind == MentionKind::Person);
    let person = (0..whose).rev().find(named).map_or(Person::Pronoun(whose), Person::Node);
    Some(Draft::new(clause, at, Kind::Credentials, "credentials-received", person))
}

/// "presented his credentials to the king as ambassador"
fn presented(clause: &Clause<'_>, at: usize, verb: usize) -> Vec<Draft> {
    let group = clause.verb(verb);
    // "had the honor to present": the subject of the outer verb.
    let mut start = group.start;
    let present = clause.is_any(verb, &["present", "presents", "submit", "submits"]);
    if present && clause.is_any(verb - 1, &["to"]) {
        start = verb - 1;
        if !(start.saturating_sub(3)..start).any(|i| clause.is_word(i, Class::CHANCES)) {
            return Vec::new();
        }
    } else if present && (0..start).any(|i| clause.is_any(i, &["before", "until", "after", "when", "if", "once"])) {
        return Vec::new();
    }
    let first = (0..start).find(|&i| clause.mention(i).is_some_and(|m| m.name.is_some()));
    let states = first.and_then(|first| {
        let row = || each_with_state(clause, first, start);
        of_several_states(clause, first).or_else(row)
    });
    let listed = were(clause, at, start);
    let subject = || clause.subject(start).or_else(|| clause.leftwards(start));
    let Some(subject) = listed.first().copied().or_else(subject) else { return Vec::new() };
    let mut draft = Draft::new(clause, at, Kind::Credentials, "credentials", Person::Node(subject));
    draft.certainty = group.certainty;
    draft.trigger = Span::new(clause.nodes[verb].span.start, clause.nodes[at].span.end);
    let after = at + 1;
    let to = (after..after + 10).find(|&i| clause.is_any(i, &["to", "with"]) && clause.time(i + 1).is_none());
    // "was received by President Jens Hansen, to whom she presented"
    let whom = (subject > 1 && clause.is_any(subject - 1, &["whom"]) && clause.is_any(subject - 2, &["to"]))
        .then(|| subject - 2 - usize::from(subject > 2 && clause.is_mark(subject - 3, b',')));
    let host = whom.and_then(|to| clause.mention(to.checked_sub(1)?));
    draft.by = to.and_then(|to| recipient(clause, to + 1)).or(host.and_then(|host| host.name));
    if let Some(states) = states {
        let when = only_time(clause).map_or(draft.when, When::Time);
        let of_state = |state: OfState| state.fill(Draft { person: Person::Node(state.person), when, ..draft.clone() });
        return states.into_iter().map(of_state).collect();
    }
    let named = (after..after + 12).find(|&i| clause.is_any(i, &["as"])).and_then(|i| office(clause, i));
    let envoy = |&person: &usize| {
        Draft { person: Person::Node(person), ..draft.clone() }.with_role(named, clause.mention(person))
    };
    if listed.is_empty() {
        return people::row(clause, subject).iter().map(envoy).collect();
    }
    let kind = start.checked_sub(2).and_then(|envoys| clause.mention(envoys)).filter(|_| named.is_none());
    let of_kind = |draft: Draft| match draft.role {
        None => Draft { listed: true, ..draft.with_role(None, kind) },
        Some(_) => draft,
    };
    listed.iter().map(envoy).map(of_kind).collect()
}

/// "The envoys who presented their credentials were Ana Silva of Peru and the ambassador of Norway, Ole Lie": who is named
/// behind the verb of several who are not. `start` begins the verb group.
fn were(clause: &Clause<'_>, at: usize, start: usize) -> Vec<usize> {
    let who = start.checked_sub(1).filter(|&who| clause.is(who, Class::RELATIVE) || clause.is_any(who, &["who"]));
    let several = who.and_then(|who| who.checked_sub(1)).is_some_and(|i| {
        clause.is_any(i, &["those"])
            || people::is_plural(clause, i)
            || clause.words(i).ends_with('s') && clause.nodes[i].token.shape == Shape::Lower
    });
    let be = (at + 1..clause.nodes.len().min(at + 14)).find(|&i| clause.is(i, Class::BE)).filter(|_| several);
    let Some(be) = be else { return Vec::new() };
    let ends = |i: usize| clause.trigger(i).is_some() || clause.is(i, Class::RELATIVE | Class::SAY);
    let named = |i: &usize| clause.mention(*i).is_some_and(|m| m.kind == MentionKind::Person && m.name.is_some());
    // "Ana Silva of Peru": the state is no envoy.
    let state =
        |i: usize| clause.is_any(i - 1, &["of", "from", "to", "for"]) && clause.mention(i).is_some_and(|m| !m.titled);
    (be + 1..clause.nodes.len()).take_while(|&i| !ends(i)).filter(named).filter(|&i| !state(i)).collect()
}

/// "received the credentials of Ambassador Jens Hansen"
fn received(clause: &Clause<'_>, at: usize, verb: usize) -> Vec<Draft> {
    let Some(person) = (at + 1..at + 5).find(|&i| clause.mention(i).is_some_and(|m| m.kind == MentionKind::Person))
    else {
        return Vec::new();
    };
    if !clause.is_any(at + 1, &["of", "from"]) {
        return Vec::new();
    }
    envoys(clause, at, verb, person)
}

/// "accredited the ambassadors of Chile, Ana Silva, and Peru, Jens Hansen": their host does, and appoints nobody. The verb
/// is at `at`, the first of them at `person`.
pub(crate) fn hosted(clause: &Clause<'_>, at: usize, person: usize) -> Vec<Draft> {
    envoys(clause, at, at, person)
}

/// Those whose credentials the verb at `verb` receives, from the first, at `person`, on.
fn envoys(clause: &Clause<'_>, at: usize, verb: usize, person: usize) -> Vec<Draft> {
    let group = clause.verb(verb);
    let by = authority(clause, clause.subject(group.start));
    let draft = |person: usize| {
        let draft = Draft::new(clause, at, Kind::Credentials, "credentials-received", Person::Node(person));
        Draft { by, certainty: group.certainty, ..draft }
    };
    if let Some(states) = of_several_states(clause, person) {
        let when = only_time(clause).map_or(When::Nearest, When::Time);
        return states.into_iter().map(|state| state.fill(Draft { when, ..draft(state.person) })).collect();
    }
    let mut envoys = people::onwards(clause, person);
    let last = envoys.last().map_or(person, |&last| last) + 1;
    envoys.extend(another(clause, last));
    let envoy = |person: usize| {
        let named = office(clause, person + 1).filter(|_| clause.is_any(person + 1, &["as"]));
        draft(person).with_role(named, clause.mention(person))
    };
    envoys.into_iter().map(envoy).collect()
}

/// One of several envoys whom one title names.
#[derive(Clone, Copy)]
struct OfState {
    person: usize,
    role: Option<Span>,
    organization: Option<Span>,
}

impl OfState {
    fn fill(self, draft: Draft) -> Draft {
        Draft { role: self.role, organization: self.organization, listed: true, ..draft }
    }
}

/// The envoys of "the ambassadors of Chile, Ana Silva, and Peru, Jens Hansen", "the ambassadors of Chile (Ana Silva) and Peru
/// (Jens Hansen)", where the first is at `person`.
fn of_several_states(clause: &Clause<'_>, person: usize) -> Option<Vec<OfState>> {
    let bracket = person > 1 && clause.is_mark(person - 1, b'(') && clause.is_mark(person + 1, b')');
    let title = clause.mention(if bracket { person - 2 } else { person })?;
    let states = of_further_states(clause, person + if bracket { 2 } else { 1 });
    let role = title.role.filter(|_| !(states.is_empty() || bracket && title.name.is_some()))?;
    let first = OfState { person, role: Some(role), organization: title.organization };
    let further = |(state, person): (usize, usize)| {
        let organization = clause.mention(state).and_then(|m| m.organization.or(m.name));
        OfState { person, role: Some(before_of(clause, role)), organization }
    };
    Some([first].into_iter().chain(states.into_iter().map(further)).collect())
}

/// The envoys of "Ambassadors Ana Silva of Chile and Jens Hansen of Peru presented", "Ana Silva (Chile) and Jens Hansen
/// (Peru)", from the first at `at` to the verb at `verb`.
fn each_with_state(clause: &Clause<'_>, at: usize, verb: usize) -> Option<Vec<OfState>> {
    let title = clause.mention(at)?.role;
    let mut envoys = Vec::new();
    let mut i = at;
    while i < verb {
        let mention = clause.mention(i).filter(|m| m.kind == MentionKind::Person && m.name.is_some())?;
        let bracket = clause.is_mark(i + 1, b'(') && clause.is_mark(i + 3, b')');
        let led = bracket || clause.is_any(i + 1, &["of", "from"]);
        let state = clause.mention(i + 2).filter(|_| led).and_then(|m| m.organization.or(m.name))?;
        envoys.push(OfState { person: i, role: mention.role.or(title), organization: Some(state) });
        i += if bracket { 4 } else { 3 };
        let joins = |i: usize| clause.is_mark(i, b',') || clause.is_any(i, &["and"]);
        i += (i..i + 2).take_while(|&i| joins(i)).count();
    }
    (envoys.len() > 1).then_some(envoys)
}

/// The expression of a sentence that has but one: however long the list before it is.
fn only_time(clause: &Clause<'_>) -> Option<usize> {
    let mut times = (0..clause.nodes.len()).filter_map(|i| clause.time(i));
    times.next().filter(|_| times.next().is_none())
}

/// `, Peru, Ana Silva and Norway, Ole Lie` behind the first of "the ambassadors of Chile, Eva Moe": states and envoys.
fn of_further_states(clause: &Clause<'_>, mut at: usize) -> Vec<(usize, usize)> {
    let mut found = Vec::new();
    let is_person = |i: usize| clause.mention(i).is_some_and(|m| m.kind == MentionKind::Person && m.name.is_some());
    loop {
        let joins = |i: usize| clause.is_mark(i, b',') || clause.is_any(i, &["and"]);
        let Some(state) = (at..at + 3).find(|&i| !joins(i)).filter(|&state| state > at) else { return found };
        let place = clause.mention(state).is_some() || clause.is(state, Class::COUNTRY);
        let bracket = clause.is_mark(state + 1, b'(') && clause.is_mark(state + 3, b')');
        if !place || !(bracket || clause.is_mark(state + 1, b',')) || !is_person(state + 2) {
            return found;
        }
        found.push((state, state + 2));
        at = state + if bracket { 4 } else { 3 };
    }
}

/// "ambassadors" of "ambassadors of Peru".
fn before_of(clause: &Clause<'_>, role: Span) -> Span {
    let head = role.of(clause.text).find(" of ").map_or(role.end, |of| role.start + of);
    Span::new(role.start, head)
}

/// "received the credentials of two envoys. The envoys are: Ana Silva of Norway and Jens Hansen of Peru": the credentials
/// are at `at`, the names in the next sentence.
pub(crate) fn named_below(article: &Article<'_>, number: usize, clause: &Clause<'_>, at: usize) -> Vec<Draft> {
    let presents =
        clause.trigger(at).is_some_and(|t| t.frame == Frame::Present) && clause.is_any(at + 1, &["of", "from"]);
    let several = || (at + 2..at + 5).any(|i| people::is_plural(clause, i) && clause.mention(i).is_some());
    let verb = (at.saturating_sub(6)..at).rev().find(|&i| clause.is_word(i, Class::RECEIVES));
    let (true, Some(verb)) = (presents && several() && number + 1 < article.sentences.len(), verb) else {
        return Vec::new();
    };
    let below = article.clause(number + 1);
    let office = below.mention(0).filter(|m| m.kind == MentionKind::Role && below.is(1, Class::BE));
    let Some(office) = office.filter(|_| below.is_mark(2, b':')) else { return Vec::new() };
    let group = clause.verb(verb);
    let by = authority(clause, clause.subject(group.start));
    let envoy = |(name, state)| {
        let draft = Draft::new(clause, at, Kind::Credentials, "credentials-received", Person::Name(name));
        let certainty = group.certainty;
        Draft { by, certainty, role: office.role, organization: state, listed: true, ..draft }
    };
    of_states(&below, 3).into_iter().map(envoy).collect()
}

/// The act of "The king received the credentials of three ambassadors:", "The following ambassadors presented their
/// credentials to the king:", whose envoys stand in the lines below. The credentials are at `at`.
pub(crate) fn act(clause: &Clause<'_>, at: usize) -> Option<Draft> {
    let does = |&i: &usize| clause.is_word(i, Class::PRESENTS | Class::RECEIVES);
    let verb = (at.saturating_sub(6)..at).rev().find(does)?;
    let group = clause.verb(verb);
    let received = clause.is_word(verb, Class::RECEIVES);
    let by = if received {
        authority(clause, clause.subject(group.start))
    } else {
        (at + 1..at + 10).find(|&i| clause.is_any(i, &["to"])).and_then(|to| recipient(clause, to + 1))
    };
    let rule = if received { "credentials-received" } else { "credentials" };
    let draft = Draft::new(clause, at, Kind::Credentials, rule, Person::Earlier);
    Some(Draft { by, certainty: group.certainty, ..draft })
}

/// `Ana Silva of Norway, Jens Hansen (Peru) and Ole Lie`, `Ana Silva, Norway; Jens Hansen, Peru`: the people from the node
/// `at` on, and their states.
fn of_states(clause: &Clause<'_>, at: usize) -> Vec<(Span, Option<Span>)> {
    let mut envoys = Vec::new();
    let mut i = at;
    while let Some(name) = clause.mention(i).filter(|m| m.kind == MentionKind::Person).and_then(|m| m.name) {
        let bracket = clause.is_mark(i + 1, b'(').then(|| (i + 3..i + 5).find(|&i| clause.is_mark(i, b')'))).flatten();
        let apart = clause.is_mark(i + 1, b',') && (clause.is_mark(i + 3, b';') || i + 4 >= clause.nodes.len());
        let led = clause.is_any(i + 1, &["of", "from"]) || apart || bracket.is_some();
        let state = clause.mention(i + 2).filter(|_| led).and_then(|m| m.organization.or(m.name));
        // "Ana Silva (the Holy See)"
        let within = bracket.map(|close| Span::new(clause.nodes[i + 2].span.start, clause.nodes[close - 1].span.end));
        envoys.push((name, state.or(within)));
        i = bracket.map_or(if state.is_some() { i + 3 } else { i + 1 }, |close| close + 1);
        while clause.is_mark(i, b',') || clause.is_mark(i, b';') || clause.is_any(i, &["and"]) {
            i += 1;
        }
    }
    envoys
}

/// "and of the Ambassador of Norway, Ana Silva"
fn another(clause: &Clause<'_>, at: usize) -> Option<usize> {
    let and = at + usize::from(clause.is_mark(at, b','));
    let of = and + 1;
    let named = |i: &usize| clause.mention(*i).is_some_and(|m| m.kind == MentionKind::Person && m.name.is_some());
    let joined = clause.is_any(and, &["and"]) && clause.is_any(of, &["of", "from"]);
    (of + 1..of + 4).find(named).filter(|_| joined)
}

/// Who receives: "the Russian head of state Ana Silva", "President Silva", "the Norwegian government".
fn recipient(clause: &Clause<'_>, at: usize) -> Option<Span> {
    let node = (at..at + 8)
        .take_while(|&i| !clause.is_mark(i, b','))
        .find(|&i| clause.mention(i).is_some_and(|m| m.name.is_some()));
    let node = node.or_else(|| (at..at + 4).find(|&i| clause.mention(i).is_some()))?;
    let mention = clause.mention(node)?;
    // "the deputy minister for foreign affairs" is the office, not its field.
    let body = mention.organization.filter(|_| mention.kind == MentionKind::Body);
    mention.name.or(body).or(Some(clause.nodes[node].span)).filter(|_| !clause.is(node, Class::RELATIVE))
}
