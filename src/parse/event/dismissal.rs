//! Dismissals: someone is taken out of an office by another.
//!
//! **Recognises** "dismiss", "fire", "oust", "relieve of", "remove from", active and passive, and their nouns.
//!
//! **Examples**: "the president dismissed Jens Hansen from his post"; "Silva was relieved of her office"; "the ouster
//! of Ana Silva"; "dismissed his predecessor, Jens Hansen".
//!
//! **Not**: "dismissed the claim", "fired a missile", "removed the statue": the one dismissed must be a person.

use crate::parse::mention::MentionKind;
use crate::parse::word::Class;

use super::clause::Clause;
use super::draft::{Draft, Person};
use super::noun;
use super::slot::{agent, authority, office, row};
use super::trigger::{Frame, Trigger};

pub(super) fn read(clause: &Clause<'_>, at: usize, trigger: &Trigger) -> Vec<Draft> {
    if trigger.frame == Frame::Noun {
        return noun::read(clause, at, &trigger.kind, "dismissal-noun");
    }
    let verb = clause.verb(at);
    let subject = clause.subject(verb.start);
    let is_person =
        |i: usize| clause.mention(i).is_some_and(|m| matches!(m.kind, MentionKind::Person | MentionKind::Pronoun));
    let object = named_behind(clause, at + 1).unwrap_or_else(|| clause.skip(at + 1));
    let reduced = !verb.auxiliary && trigger.form.is_participle() && !is_person(object);
    let (persons, by, after) = if verb.passive || reduced {
        if reduced && !clause.is_any(at + 1, &["by", "from", "as", "of", "in"]) {
            return Vec::new();
        }
        let Some(subject) = subject else { return Vec::new() };
        (row(clause, subject), agent(clause, at + 1), at + 1)
    } else {
        if !is_person(object) && clause.mention(object).is_none_or(|m| m.kind != MentionKind::Role || !m.definite) {
            return Vec::new();
        }
        (vec![object], authority(clause, subject), object + 1)
    };
    let led = clause.is_any(clause.skip(after), &["as", "from", "of", "by"]);
    let slot = office(clause, after).filter(|_| led);
    persons
        .into_iter()
        .map(|person| {
            let mut draft = Draft::new(clause, at, trigger.kind.clone(), "dismissal", Person::Node(person));
            draft.by = by;
            draft.certainty = verb.certainty;
            // "of his office", "from his post": an office told before.
            draft.elsewhere = led && slot.is_none_or(|slot| slot.role.is_none()) && posts(clause, after);
            draft.with_role(slot.filter(|s| s.role.is_some()), clause.mention(person))
        })
        .collect()
}

/// The person in "his predecessor, Jens Hansen", "the mayor, Ana Silva", from the node `at` on.
fn named_behind(clause: &Clause<'_>, at: usize) -> Option<usize> {
    let comma = (at..at + 4).find(|&i| clause.is_mark(i, b','))?;
    let title = |i: usize| {
        clause.is(i, Class::POSSESSIVE | Class::DETERMINER)
            || clause.is_any(i, &["predecessor", "successor", "deputy"])
            || clause.mention(i).is_some_and(|m| m.kind == MentionKind::Role)
    };
    let person = clause.mention(comma + 1).is_some_and(|m| m.kind == MentionKind::Person);
    (comma > at && (at..comma).all(title) && person).then_some(comma + 1)
}

/// "of his duties", "from the post"
fn posts(clause: &Clause<'_>, at: usize) -> bool {
    (at..at + 6).any(|i| clause.is_word(i, Class::POSTS))
}
