//! Dismissals: someone is taken out of an office by another.
//!
//! **Recognises** "dismiss", "fire", "oust", "relieve of", "remove from", active and passive, and their nouns.
//!
//! **Examples**: "the president dismissed Jens Hansen from his post"; "Silva was relieved of her office"; "the ouster
//! of Ana Silva"; "dismissed his predecessor, Jens Hansen".
//!
//! **Not**: "dismissed the claim", "fired a missile", "removed the statue", "killed by a shot fired from a house": the one
//! dismissed must be a person.

use crate::Span;
use crate::parse::mention::{Mention, MentionKind};
use crate::parse::word::{Class, Shape};
use crate::statement::Certainty;

use crate::parse::event::certainty;
use crate::parse::event::clause::Clause;
use crate::parse::event::draft::{Draft, Person};
use crate::parse::event::frame::authority::{agent, authority, decreed_by};
use crate::parse::event::frame::slot::{leaves_a_party, named_behind, office};
use crate::parse::event::frame::{noun, people};
use crate::parse::event::row::list;
use crate::parse::event::trigger::{Form, Frame, Trigger};

pub(crate) fn read(clause: &Clause<'_>, at: usize, trigger: &Trigger) -> Vec<Draft> {
    // "the overthrow of Hansen"
    let overthrow =
        at > 0 && trigger.form == Form::Base && clause.is(at - 1, Class::DETERMINER) && clause.is_any(at + 1, &["of"]);
    if trigger.frame == Frame::Noun || overthrow || noun::is_gerund(clause, at) {
        return noun::read(clause, at, &trigger.kind, "dismissal-noun");
    }
    let verb = clause.verb(at);
    // "Silva recalled Hansen": she remembers him; but "recalled Hansen from the post of".
    let from_post = || (at + 2..at + 5).any(|i| clause.is_any(i, &["from"]) && posts(clause, i));
    if trigger.word.starts_with("recall") && !verb.passive && !from_post() {
        return Vec::new();
    }
    // "was recalled to Oslo for consultations": and keeps the post.
    let talks =
        |i: usize| clause.is_any(i, &["for"]) && clause.is_any(i + 1, &["consultations", "consultation", "talks"]);
    if trigger.word.starts_with("recall") && (at + 1..at + 8).any(talks) {
        return Vec::new();
    }
    // "The ministers sacked are Ana Silva, minister of posts; and"
    if list::several(clause, at).is_some() {
        let named = list::read(clause, at, &trigger.kind, "dismissal");
        if !named.is_empty() {
            return named;
        }
    }
    // "a friend of ousted Mayor Jens Hansen", "the sacked mayor": told in passing.
    let describes =
        at > 0 && clause.is(at - 1, Class::PREPOSITION | Class::DETERMINER) && !clause.is_any(at - 1, &["to", "that"]);
    // "Ousted President Jens Hansen returns from exile"
    let titled = || clause.mention(1).is_some_and(|m| m.name.is_some() && m.titled);
    let goes_on = || {
        clause.nodes.get(2).is_some_and(|next| next.token.shape == Shape::Lower && !clause.is(2, Class::PREPOSITION))
    };
    let describes = describes || at == 0 && titled() && goes_on();
    if describes && trigger.form.is_participle() && !verb.auxiliary {
        return Vec::new();
    }
    let subject = clause.subject(verb.start);
    if let Some((person, by)) = whom(clause, verb.start) {
        let mut draft = Draft::new(clause, at, trigger.kind.clone(), "dismissal", Person::Node(person));
        (draft.by, draft.certainty) = (by, verb.certainty);
        let slot = office(clause, at + 1).filter(|slot| slot.role.is_some());
        return vec![draft.with_role(slot, clause.mention(person))];
    }
    // "dismissed Hansen's complaint" is about the complaint.
    let owns = |i: usize| clause.nodes.get(i + 1).is_some_and(|next| next.token.shape == Shape::Genitive);
    // "dismissed the Lima relatives' complaint"
    let describes = |i: usize| {
        let next = clause.nodes.get(i + 1).is_some_and(|next| next.token.shape == Shape::Lower);
        next && clause.mention(i).is_some_and(|m| m.definite && m.role.is_none())
            && !clause.is_word(i + 1, Class::FUNCTION | Class::ADVERB)
            && clause.time(i + 1).is_none()
    };
    let is_person = |i: usize| {
        !owns(i)
            && !describes(i)
            && clause.mention(i).is_some_and(|m| matches!(m.kind, MentionKind::Person | MentionKind::Pronoun))
    };
    let titled = people::behind_title(clause, at + 1);
    let object = titled.or_else(|| people::headed(clause, at + 1)).unwrap_or_else(|| {
        let next = clause.skip(at + 1);
        if clause.is(next, Class::DETERMINER) { next } else { named_behind(clause, next) }
    });
    // "dismissed three ministers: Ana Silva (health), Jens Hansen and Ole Lie"
    let several = !verb.passive && !is_person(object) && (object..object + 6).any(|i| people::is_plural(clause, i));
    let listed = if several { people::listed(clause, at) } else { Vec::new() };
    let reduced = !verb.auxiliary && trigger.form.is_participle() && !is_person(object) && listed.is_empty();
    let goes_on = reduced && shares_auxiliary(clause, at);
    let (persons, by, after) = if verb.passive || reduced {
        if reduced && (!is_headline(clause, at, subject) || qualifies(clause, verb.start)) && !goes_on {
            return Vec::new();
        }
        let mut persons = people::subjects(clause, at, verb.start);
        if persons.is_empty() {
            persons.extend(people::fronted(clause, at));
        }
        let by = agent(clause, at + 1);
        if persons.is_empty() && by.is_some() && verb.passive && clause.skip(0) == verb.start {
            return vec![understood(clause, at, trigger, by, verb.certainty)];
        }
        (persons, by, at + 1)
    } else {
        let role = |m: Mention| m.kind == MentionKind::Role && m.definite;
        if listed.is_empty() && !is_person(object) && !clause.mention(object).is_some_and(role) {
            return Vec::new();
        }
        let persons = if !listed.is_empty() {
            listed
        } else if clause.mention(object).is_some_and(|m| m.name.is_some()) {
            people::onwards(clause, object)
        } else {
            vec![object]
        };
        let after = persons.last().map_or(object, |&last| last) + 1;
        // "the adviser (Ana Silva) of her duties"
        let after = after + usize::from(clause.is_mark(after, b')'));
        let decreed = || decreed_by(clause, at).filter(|_| trigger.form == Form::Gerund);
        (persons, authority(clause, subject).or_else(decreed), after)
    };
    let after = behind_request(clause, after);
    // "dismisses his brother, Prince Ole, from the post of"
    let apart = clause.is_mark(after, b',') && after > at + 1 && clause.is_any(after + 1, &["as", "from"]);
    let after = after + usize::from(apart);
    // "stripped of the rank of general" leaves the office.
    if (after..after + 4).any(|i| clause.is_any(i, &["rank", "title"])) {
        return Vec::new();
    }
    let led = clause.is_any(clause.skip(after), &["as", "from", "of", "by"]);
    let slot = office(clause, after).filter(|_| led);
    let of_none = || is_of_no_office(clause, after, trigger) || is_opinion_or_score(clause, after);
    let from_party =
        || clause.is_any(clause.skip(after), &["from", "of"]) && leaves_a_party(clause, clause.skip(after));
    if slot.is_none_or(|slot| slot.role.is_none()) && (is_of_another(clause, after) || from_party())
        || slot.is_none() && of_none()
    {
        return Vec::new();
    }
    persons
        .into_iter()
        .map(|person| {
            let mut draft = Draft::new(clause, at, trigger.kind.clone(), "dismissal", Person::Node(person));
            draft.by = by;
            draft.certainty = verb.certainty.max_doubt(wish(clause, subject.filter(|_| reduced)));
            // "of his office", "from his post": an office told before.
            draft.elsewhere = led && slot.is_none_or(|slot| slot.role.is_none()) && posts(clause, after);
            // "and was relieved in 1916": of what was told before.
            draft.elsewhere |= (verb.passive || goes_on) && !led && clause.skip(after) > after;
            // "relieved of her duties" tells it whatever they were.
            draft.needs_role &= !(draft.elsewhere && trigger.word.starts_with("relie"));
            // "dropped from the cabinet"
            draft.needs_role &= !slot.is_some_and(|slot| slot.seat && slot.role.is_none());
            // What came between is the office that is lost, not the one before the name.
            let held = clause.mention(person).filter(|_| !goes_on);
            let before = people::office_before(clause, person).filter(|_| person > at);
            // "the Ministers of Power, Ole Lie and his": of one of them.
            draft.listed = before.is_some() && slot.is_none();
            draft.with_role(slot.filter(|s| s.role.is_some()), before.or(held))
        })
        .collect()
}

/// "Was removed by Mayor Ana Silva in May.": who was told of before, from what was told before.
fn understood(clause: &Clause<'_>, at: usize, trigger: &Trigger, by: Option<Span>, certainty: Certainty) -> Draft {
    let draft = Draft::new(clause, at, trigger.kind.clone(), "dismissal", Person::Earlier);
    let slot =
        office(clause, at + 1).filter(|slot| slot.role.is_some() && clause.is_any(at + 1, &["as", "from", "of"]));
    Draft { by, certainty, elsewhere: slot.is_none(), ..draft.with_role(slot, None) }
}

/// Who is dismissed, and by whom, in "Ana Silva, whom he had dismissed as consul", where `start` begins the verb group.
fn whom(clause: &Clause<'_>, start: usize) -> Option<(usize, Option<Span>)> {
    let whom = start.checked_sub(2).filter(|&whom| clause.is_any(whom, &["whom"]))?;
    Some((clause.subject(whom + 1)?, authority(clause, start.checked_sub(1))))
}

/// Whether a participle without an auxiliary is a passive: "Hansen dismissed as mayor"; of one who holds an office also
/// where a reason or a date follows, or nothing: "Mayor Jens Hansen fired over leak".
fn is_headline(clause: &Clause<'_>, at: usize, subject: Option<usize>) -> bool {
    let held =
        subject.and_then(|subject| clause.mention(subject)).is_some_and(|m| m.name.is_some() && m.role.is_some());
    let reason = &["over", "after", "for", "amid", "on"];
    clause.is_any(at + 1, &["by", "from", "as", "of", "in"])
        || held && (at + 1 == clause.nodes.len() || clause.is_any(at + 1, reason) || clause.time(at + 1).is_some())
}

/// The node behind "at his own request".
fn behind_request(clause: &Clause<'_>, at: usize) -> usize {
    let asks = clause.is_any(at, &["at"]) && clause.is(at + 1, Class::POSSESSIVE);
    let request = (at + 2..at + 4).find(|&i| asks && clause.is_any(i, &["request"]));
    request.map_or(at, |request| request + 1)
}

/// Whether somebody is let go from something else than an office: "released on bail", "removed from the list", "relieved to
/// hear it".
fn is_of_no_office(clause: &Clause<'_>, after: usize, trigger: &Trigger) -> bool {
    let next = clause.skip(after);
    // "was fired upon", "was fired on by"
    let shot = trigger.word.starts_with("fire")
        && (clause.is_any(after, &["upon", "at"])
            || clause.is_any(after, &["on"]) && (clause.is_any(after + 1, &["by"]) || after + 1 == clause.nodes.len()));
    let wide = ["remov", "relea", "relie", "disch", "drop", "thr"].iter().any(|verb| trigger.word.starts_with(verb));
    let elsewhere = clause.is_any(next, &["from", "of"]) && !posts(clause, next);
    shot || wide && (elsewhere || clause.is_any(next, &["to", "on"]))
}

/// "dismissed as a crank", "dismissed for 40", "dismissed him for a duck"
fn is_opinion_or_score(clause: &Clause<'_>, after: usize) -> bool {
    let scored = |i: usize| clause.nodes.get(i).is_some_and(|node| node.token.shape == Shape::Number);
    clause.is_any(after, &["as"]) || clause.is_any(after, &["for"]) && scored(after + 1)
}

/// Whether a participle tells of the thing before it: "a shot fired from a house".
fn qualifies(clause: &Clause<'_>, start: usize) -> bool {
    let before = start.checked_sub(1).filter(|&before| clause.mention(before).is_none());
    before.is_some_and(|before| {
        clause.nodes[before].token.shape == Shape::Lower
            && clause.time(before).is_none()
            && !clause.is(before, Class::FUNCTION | Class::ADVERB | Class::ROLE | Class::TRIGGER)
    })
}

/// Whether a participle goes on with a passive that stands before it: "was appointed in May and dismissed on June 2".
fn shares_auxiliary(clause: &Clause<'_>, at: usize) -> bool {
    let joined = (at.saturating_sub(2)..at).any(|i| clause.is_any(i, &["and", "but"]));
    let after = clause.skip(at + 1);
    let closed = clause.nodes.get(after).is_none_or(|next| {
        matches!(next.token.shape, Shape::Mark(_)) || next.token.is(Class::PREPOSITION | Class::CONJUNCTION)
    });
    let passive = |i: usize| clause.trigger(i).is_some_and(|t| t.form.is_participle()) && clause.group(i).passive;
    let mut before = (at.saturating_sub(14)..at).rev().take_while(|&i| !clause.is_mark(i, b';'));
    joined && closed && before.any(passive)
}

/// What the verb before an object makes of its participle: "wants Hansen removed".
fn wish(clause: &Clause<'_>, object: Option<usize>) -> Certainty {
    let before = object.and_then(|object| object.checked_sub(1));
    before.and_then(|verb| certainty::of(clause.words(verb))).unwrap_or_default()
}

/// "of his duties", "from the post"
fn posts(clause: &Clause<'_>, at: usize) -> bool {
    (at..at + 6).any(|i| clause.is_word(i, Class::POSTS))
}

/// "fired from his previous job": from another one than was told of.
fn is_of_another(clause: &Clause<'_>, at: usize) -> bool {
    let other = |i: usize| i > 0 && clause.is_any(i - 1, &["previous", "former", "old", "earlier", "last", "first"]);
    (at..at + 6).any(|i| clause.is_word(i, Class::POSTS) && other(i))
}
