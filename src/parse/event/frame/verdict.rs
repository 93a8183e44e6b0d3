//! What becomes of what a noun tells.
//!
//! **Recognises** a verb behind or before the noun by which somebody consents to it, refuses it or has a word to say on it.
//!
//! **Examples**: "her nomination was confirmed by the Senate on May 4" (an appointment), "the resignation was rejected" (none),
//! "his appointment as consul was criticised on May 4" (of another day).
//!
//! **Not**: "her appointment was announced on May 4", "accepted the resignation".

use crate::Span;
use crate::parse::word::{Class, Shape, class};
use crate::statement::{Certainty, Kind};

use super::authority::{agent, authority};
use crate::parse::event::clause::Clause;
use crate::parse::event::draft::{Draft, When};

/// Makes of the draft that a noun tells what the verb does that it is subject or object of; `end` is the node behind whose
/// and of what it is.
pub(super) fn weigh(clause: &Clause<'_>, end: usize, mut draft: Draft) -> Draft {
    if !clause.holds(Class::REACTS | Class::REJECT | Class::CONSENTS | Class::ENDS) {
        return draft;
    }
    let Some((verb, by)) = passive(clause, end).or_else(|| active(clause, draft.at)) else { return draft };
    let named = draft.kind == Kind::Nomination;
    // "welcomed the resignation on May 4 of"
    let beside = clause.is(draft.at + 1, Class::PREPOSITION) && clause.time(draft.at + 2).is_some();
    if clause.is_any(verb, &["debated", "discussed"]) {
        draft.certainty = draft.certainty.max_doubt(Certainty::Hypothetical);
    } else if clause.is_word(verb, Class::ENDS) {
        // "her appointment was terminated": what ends is the office.
        (draft.kind, draft.by) = (Kind::Dismissal, by);
    } else if clause.is_word(verb, Class::REJECT) && !named {
        draft.certainty = draft.certainty.max_doubt(Certainty::Denied);
    } else if clause.is_word(verb, Class::REACTS | Class::REJECT) && !beside {
        (draft.when, draft.by) = (When::Untold, None);
    } else if clause.is_word(verb, Class::CONSENTS) && named {
        if by.is_some_and(|by| decides(by.of(clause.text))) {
            (draft.kind, draft.by) = (Kind::Appointment, by);
        } else {
            // A committee lets it go on.
            (draft.when, draft.by) = (When::Untold, None);
        }
    }
    draft
}

/// The participle of which the noun is the subject, and by whom: "was confirmed by the Senate".
fn passive(clause: &Clause<'_>, end: usize) -> Option<(usize, Option<Span>)> {
    let open = |&i: &usize| clause.trigger(i).is_none() && !clause.is(i, Class::RELATIVE);
    let be = (end..end + 10).take_while(open).find(|&i| clause.is(i, Class::BE))?;
    let verb = clause.skip(be + 1);
    (weighs(clause, verb) || clause.is_any(verb, &["terminated"])).then(|| (verb, agent(clause, verb + 1)))
}

/// The verb of which the noun at `at` is the object, and who does it: "The Senate approved her nomination", "commented on his
/// appointment".
fn active(clause: &Clause<'_>, at: usize) -> Option<(usize, Option<Span>)> {
    let open = |&i: &usize| clause.trigger(i).is_none() || weighs(clause, i);
    let verb = (at.saturating_sub(6)..at).rev().take_while(open).find(|&i| weighs(clause, i))?;
    let verbal = |i: usize| clause.is(i, Class::BE) && clause.nodes[i].token.shape != Shape::Genitive;
    let plain = (verb + 1..at).all(|i| !verbal(i) && !clause.is(i, Class::RELATIVE) && !clause.is_mark(i, b','));
    plain.then(|| (verb, authority(clause, clause.subject(clause.group(verb).start))))
}

fn weighs(clause: &Clause<'_>, at: usize) -> bool {
    clause.is_word(at, Class::REACTS | Class::REJECT | Class::CONSENTS)
}

/// Whether a body's word decides on a nomination, and not that of one of its committees.
fn decides(by: &str) -> bool {
    let mut words = by.split(' ').map(class);
    let committee =
        by.to_ascii_lowercase().split(' ').any(|word| ["committee", "panel", "subcommittee"].contains(&word));
    !committee && words.any(|word| word.has(Class::ELECTORS))
}
