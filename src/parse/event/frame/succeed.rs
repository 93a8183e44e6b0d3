//! The frame of succession: one comes where another goes.
//!
//! Active ("Ana Silva succeeds Jens Hansen as mayor"), passive ("Hansen was replaced as mayor by Ana Silva"), and with
//! a third who acts ("the board replaced Hansen with Ana Silva").

use crate::parse::mention::{Mention, MentionKind};
use crate::parse::word::{Class, Shape, class};
use crate::statement::{Certainty, Kind};

use super::authority::authority;
use super::people::{self, behind_title, row};
use super::slot::{named_behind, office};
use crate::parse::event::clause::{Clause, Verb};
use crate::parse::event::draft::{Draft, Person, Slot};
use crate::parse::event::trigger::{Form, Trigger};

/// "Silva succeeds Hansen as mayor"; "Hansen was replaced by Ana Silva".
pub(crate) fn read(clause: &Clause<'_>, at: usize, trigger: &Trigger) -> Vec<Draft> {
    if trigger.word.starts_with("place") {
        return at.checked_sub(1).and_then(|owner| in_place(clause, at, owner, at)).into_iter().collect();
    }
    let verb = clause.verb(at);
    let replaces = trigger.word.starts_with("replac");
    // "was dismissed and replaced by Hansen": the auxiliary stands before another verb.
    let reduced = !verb.auxiliary && trigger.form.is_participle() && clause.is_any(clause.skip(at + 1), &["by", "as"]);
    // "has been removed and replaced with Ana Silva"
    let goes_on = at > 1
        && clause.is_any(at - 1, &["and"])
        && trigger.form.is_participle()
        && clause.is_any(at + 1, &["with"])
        && (at.saturating_sub(8)..at).any(|i| clause.trigger(i).is_some() && clause.group(i).passive);
    let reduced = reduced || goes_on;
    if trigger.word.starts_with("follow") && !verb.passive {
        return Vec::new();
    }
    if verb.passive || reduced {
        return succeeded(clause, at, verb.start, replaces)
            .into_iter()
            .map(|draft| Draft { certainty: verb.certainty, ..draft })
            .collect();
    }
    let object = behind_title(clause, at + 1).unwrap_or_else(|| named_behind(clause, clause.skip(at + 1)));
    // "dismissed General Hansen, replacing him with General Silva"
    let with = object + 1 + usize::from(clause.is_mark(object + 1, b','));
    // "taught law before replacing Jens Hansen as mayor in 2011"
    let dated = || (at..clause.nodes.len().min(at + 16)).any(|i| clause.time(i).is_some());
    let aside = at > 0 && clause.is_any(at - 1, &["after", "before", "since"]) && dated();
    let beside = with_whom(clause, at);
    if trigger.form == Form::Gerund && !verb.auxiliary && !aside {
        let replaced = replaces && clause.mention(object).is_some() && clause.is_any(with, &["with"]);
        if replaced {
            return replaced_with(clause, at, object, with, None);
        }
        if beside.is_none() {
            return Vec::new();
        }
    }
    if trigger.word.ends_with(" place") {
        return in_place_of(clause, at, verb);
    }
    if let Some(draft) = whom(clause, at, verb) {
        return vec![draft];
    }
    let Some(predecessor) =
        clause.mention(object).filter(|m| matches!(m.kind, MentionKind::Person | MentionKind::Pronoun))
    else {
        // "succeeded to the governorship"
        let to = office(clause, at + 1).filter(|_| clause.is_any(at + 1, &["to"]));
        // "succeeded his father as director"
        let kin = (object + 1..object + 4).find(|&i| clause.is_any(i, &["as"]) && clause.is(object, Class::POSSESSIVE));
        let slot = to.or_else(|| office(clause, kin?).filter(|slot| slot.role.is_some()));
        let subject = clause.subject(verb.start).filter(|_| slot.is_some());
        return subject
            .map(|s| Draft::new(clause, at, Kind::TermStart, "term-start", Person::Node(s)).with_role(slot, None))
            .into_iter()
            .collect();
    };
    let behind = behind_years(clause, object + 1);
    let slot = (behind..behind + 2).find(|&i| clause.is_any(i, &["as", "in"])).and_then(|i| office(clause, i));
    let fronted = || people::fronted_and_dated(clause, at).filter(|_| aside);
    let subject = beside.or_else(|| clause.subject(verb.start)).or_else(fronted);
    let Some(subject) = subject else { return Vec::new() };
    if clause.is_any(with, &["with"]) {
        return replaced_with(clause, at, object, with, None);
    }
    // "replaced Hansen as mayor with Ana Silva"
    if let Some(slot) = slot.filter(|slot| replaces && clause.is_any(slot.end, &["with"])) {
        return replaced_with(clause, at, object, slot.end, Some(slot));
    }
    let over = || decides(clause, subject) || rules(clause, subject, predecessor);
    if replaces && slot.is_none() && over() && predecessor.role.is_some() && !predecessor.former {
        let draft = Draft::new(clause, at, Kind::Dismissal, "dismissal-succession", Person::Node(object));
        let by = authority(clause, Some(subject));
        return vec![Draft { by, certainty: verb.certainty, ..draft.with_role(None, Some(predecessor)) }];
    }
    row(clause, subject)
        .into_iter()
        .map(|person| {
            let mut draft = Draft::new(clause, at, Kind::TermStart, "term-start-succession", Person::Node(person));
            draft = draft.with_role(slot, Some(predecessor).filter(|m| !m.apposed));
            draft.certainty = verb.certainty;
            draft.weak = true;
            draft.heir_of = Some(object);
            draft.shares_role = draft.role.is_none();
            // A new model replaces an old one, too.
            draft.needs_role |= replaces;
            draft
        })
        .collect()
}

/// The node behind an age: "succeed Jens Hansen, 65, as chairman".
fn behind_years(clause: &Clause<'_>, at: usize) -> usize {
    let age = clause.nodes.get(at + 1).is_some_and(|node| node.token.shape == Shape::Number);
    if age && clause.is_mark(at, b',') && clause.is_mark(at + 2, b',') { at + 3 } else { at }
}

/// "served under Bishop Hansen, whom he succeeded in 1810": who comes, in the office of whom the "whom" means.
fn whom(clause: &Clause<'_>, at: usize, verb: Verb) -> Option<Draft> {
    let subject = verb.start.checked_sub(1)?;
    clause.mention(subject).filter(|m| matches!(m.kind, MentionKind::Person | MentionKind::Pronoun))?;
    let whom = subject.checked_sub(1).filter(|&whom| clause.is_any(whom, &["whom"]))?;
    let gone = clause.subject(whom + 1).filter(|&gone| clause.mention(gone).is_some_and(|m| m.name.is_some()))?;
    let mut draft = Draft::new(clause, at, Kind::TermStart, "term-start-succession", Person::Node(subject));
    let slot = office(clause, at + 1).filter(|slot| clause.is_any(at + 1, &["as", "in"]) && slot.role.is_some());
    draft = draft.with_role(slot, clause.mention(gone).filter(|m| !m.apposed));
    (draft.weak, draft.heir_of, draft.shares_role) = (true, Some(gone), draft.role.is_none());
    (draft.certainty, draft.needs_role) = (verb.certainty, true);
    Some(draft)
}

/// "The board met on Monday, with Ana Silva replacing Jens Hansen as treasurer": who replaces him.
fn with_whom(clause: &Clause<'_>, at: usize) -> Option<usize> {
    let with = at.checked_sub(2).filter(|&with| clause.is_any(with, &["with", "saw", "sees"]))?;
    clause.mention(with + 1).filter(|m| m.kind == MentionKind::Person && m.name.is_some()).map(|_| with + 1)
}

/// "Hansen died in May. His place was later taken by Ana Silva": who comes, told by the "by" at `at`.
pub(crate) fn placed(clause: &Clause<'_>, at: usize) -> Option<Draft> {
    let verb = at.checked_sub(1).filter(|&verb| clause.is_any(verb, &["taken", "filled"]))?;
    let late = |i: usize| clause.is_any(i, &["later", "then", "soon", "eventually", "subsequently", "temporarily"]);
    let be = verb.checked_sub(1).map(|i| if late(i) { i - 1 } else { i }).filter(|&be| clause.is(be, Class::BE))?;
    let place = be.checked_sub(1).filter(|&place| clause.is_any(place, &["place"]))?;
    in_place(clause, verb, place.checked_sub(1)?, at)
}

/// "Hansen's *successor will be* Ana Silva", "His successor is Ole Lie"
pub(crate) fn heir(clause: &Clause<'_>, at: usize) -> Option<Draft> {
    let draft = in_place(clause, at, at.checked_sub(1)?, at)?;
    // "is Ana Silva, who was elected in May": that tells it.
    let told = (at + 2..at + 9).any(|i| clause.is(i, Class::RELATIVE) && clause.trigger(i + 2).is_some());
    let comes = clause.words(at).ends_with("will be");
    let certainty = if comes { Certainty::Planned } else { draft.certainty };
    Some(Draft { certainty, ..draft }).filter(|_| !told)
}

/// Who comes in the place of whom the node `owner` names: told by the node `at`, and named behind the "by" at `by`.
fn in_place(clause: &Clause<'_>, at: usize, owner: usize, by: usize) -> Option<Draft> {
    let genitive = clause.nodes[owner].token.shape == Shape::Genitive;
    let owner = if genitive { owner.checked_sub(1)? } else { owner };
    let owned = clause.is(owner, Class::POSSESSIVE) || genitive && clause.mention(owner).is_some();
    let who = behind_title(clause, by + 1).unwrap_or_else(|| named_behind(clause, clause.skip(by + 1)));
    clause.mention(who).filter(|m| owned && m.kind == MentionKind::Person && m.name.is_some())?;
    let mut draft = Draft::new(clause, at, Kind::TermStart, "term-start-succession", Person::Node(who));
    (draft.weak, draft.shares_role, draft.needs_role) = (true, true, true);
    draft.heir_of = Some(owner);
    Some(draft)
}

/// Whether the subject is one who gives offices rather than takes them: "the president has replaced his spokesman, Jens
/// Hansen".
fn decides(clause: &Clause<'_>, subject: usize) -> bool {
    let decides = |m: Mention| match m.kind {
        MentionKind::Body => true,
        MentionKind::Role => m.definite && !m.possessive && m.name.is_none(),
        MentionKind::Person | MentionKind::Pronoun => false,
    };
    clause.mention(subject).is_some_and(decides)
}

/// Whether the subject heads the state that the other serves: "President Hansen replaced Trade Minister Ana Silva".
fn rules(clause: &Clause<'_>, subject: usize, other: Mention) -> bool {
    let heads = |m: Mention| {
        let role = m.role.filter(|_| !m.former).map(|role| role.of(clause.text));
        role.is_some_and(|role| class(role.rsplit(' ').next().unwrap_or_default()).has(Class::RULERS) && !is_vice(role))
    };
    clause.mention(subject).is_some_and(heads) && !heads(other)
}

fn is_vice(role: &str) -> bool {
    role.split([' ', '-']).any(|word| ["vice", "deputy"].iter().any(|vice| word.eq_ignore_ascii_case(vice)))
}

/// "Hansen resigned in 1904, and Ana Silva took his place"
fn in_place_of(clause: &Clause<'_>, at: usize, verb: Verb) -> Vec<Draft> {
    let Some(subject) = clause.subject(verb.start) else { return Vec::new() };
    let mut draft = Draft::new(clause, at, Kind::TermStart, "term-start-succession", Person::Node(subject));
    draft.certainty = verb.certainty;
    (draft.weak, draft.shares_role, draft.needs_role) = (true, true, true);
    draft.heir_of = Some(at);
    vec![draft]
}

/// "the board replaced Hansen with Ana Silva": one is taken out, one is put in.
fn replaced_with(clause: &Clause<'_>, at: usize, object: usize, with: usize, slot: Option<Slot>) -> Vec<Draft> {
    let successor = behind_title(clause, with + 1).unwrap_or(with + 1);
    if clause.mention(successor).is_none_or(|m| m.kind != MentionKind::Person) {
        return Vec::new();
    }
    let verb = clause.verb(at);
    let by = authority(clause, clause.subject(verb.start));
    // "replaced the army chief, General Hansen, with": the office before the name.
    let titled = clause.mention(object.saturating_sub(2)).filter(|m| m.kind == MentionKind::Role);
    let held = titled.filter(|_| clause.is_mark(object - 1, b',')).or(clause.mention(object));
    let draft = |kind, rule, person| {
        let draft = Draft::new(clause, at, kind, rule, Person::Node(person)).with_role(slot, held);
        Draft { by, certainty: verb.certainty, weak: true, ..draft }
    };
    let mut comes = draft(Kind::Appointment, "appointment-succession", successor);
    comes.heir_of = Some(object);
    comes.shares_role = comes.role.is_none();
    // Of a name alone it may have been told before how he left.
    let leaves = held
        .filter(|held| held.role.is_some() || slot.is_some())
        .map(|_| draft(Kind::Dismissal, "dismissal-succession", object));
    leaves.into_iter().chain([comes]).collect()
}

/// "Hansen was replaced as mayor by Ana Silva": one leaves, one comes.
fn succeeded(clause: &Clause<'_>, at: usize, start: usize, replaces: bool) -> Vec<Draft> {
    let by =
        (at + 1..clause.nodes.len().min(at + 16)).find(|&i| clause.is_any(i, &["by"]) && clause.time(i + 1).is_none());
    // "was removed and replaced with Ana Silva"
    let by = by.or_else(|| Some(at + 1).filter(|&with| replaces && clause.is_any(with, &["with"])));
    let successor = by
        .map(|i| behind_title(clause, i + 1).unwrap_or_else(|| named_behind(clause, clause.skip(i + 1))))
        .filter(|&i| clause.mention(i).is_some_and(|m| m.kind == MentionKind::Person));
    let Some(successor) = successor else { return Vec::new() };
    // "was followed as" holds its "as".
    let led = |i: usize| clause.is_any(i, &["as", "in"]) || clause.words(i - 1).ends_with(" as");
    let slot = [at + 1, successor + 1].into_iter().filter(|&i| led(i)).find_map(|i| office(clause, i));
    // "was withdrawn by the president and his secretary, Hansen, to be replaced by": who was withdrawn.
    let to = Some(start).filter(|&to| to > 0 && clause.is_any(to, &["to"]) && clause.is_mark(to - 1, b','));
    let withdrawn = |i: &usize| clause.mention(*i).is_some_and(|m| m.kind == MentionKind::Person);
    let predecessor = match to {
        Some(to) => (0..to).find(withdrawn),
        None => clause.subject(start),
    };
    let held = predecessor.filter(|_| to.is_none()).and_then(|p| clause.mention(p));
    let mut comes = Draft::new(clause, at, Kind::TermStart, "term-start-succession", Person::Node(successor));
    comes = comes.with_role(slot, held);
    comes.weak = true;
    comes.heir_of = predecessor;
    comes.shares_role = comes.role.is_none();
    let mut drafts = Vec::new();
    // How he leaves is told before "to be replaced by".
    if let Some(predecessor) = predecessor.filter(|_| replaces && to.is_none()) {
        let mut leaves = Draft::new(clause, at, Kind::TermEnd, "term-end-succession", Person::Node(predecessor))
            .with_role(slot, held);
        leaves.weak = true;
        drafts.push(leaves);
    }
    drafts.push(comes);
    drafts
}
