//! Deaths of people who hold an office: they end a tenure.
//!
//! **Recognises** "died", "was assassinated", "killed" with the one killed, "the death of" beside an office.
//!
//! **Examples**: "the death of Senator Jens Hansen in May"; "Mayor Ana Silva died on Monday"; "gunmen killed the mayor of Lom,
//! Ana Silva"; "became mayor in 1990 and died in office in 1994".
//!
//! **Not**: "Mayor Ana Silva killed the bill"; the death of someone of whom no office is told; where it has a date it is told as any other event (`other`).

use crate::parse::mention::MentionKind;
use crate::parse::word::{Class, Shape};

use crate::parse::event::clause::Clause;
use crate::parse::event::draft::{Draft, Person, When};
use crate::parse::event::frame::{noun, people};
use crate::parse::event::trigger::{Frame, Trigger};

pub(crate) fn read(clause: &Clause<'_>, at: usize, trigger: &Trigger) -> Vec<Draft> {
    if trigger.frame == Frame::Noun {
        return noun::read(clause, at, &trigger.kind, "death-noun");
    }
    let verb = clause.verb(at);
    let holds = in_office(clause, at + 1);
    let is_person = |&i: &usize| {
        let known = |kind| kind == MentionKind::Person || holds && kind == MentionKind::Pronoun;
        clause.mention(i).is_some_and(|m| known(m.kind))
    };
    let kills = KILLS.iter().any(|word| trigger.word.starts_with(word));
    let people = match (kills, verb.passive) {
        (false, _) => clause.subject(verb.start).into_iter().collect(),
        (true, true) => people::subjects(clause, at, verb.start),
        (true, false) => killed(clause, at),
    };
    let draft = |person| {
        let mut draft = Draft::new(clause, at, trigger.kind.clone(), "death", Person::Node(person));
        draft.certainty = verb.certainty;
        draft.when = in_brackets(clause, at).map_or(draft.when, When::Time);
        draft.elsewhere = holds;
        draft.with_role(None, clause.mention(person))
    };
    people.into_iter().filter(is_person).map(draft).collect()
}

/// Whether what is told before `at` came to somebody in an office, named or not: "in office", "at her post", "while still in
/// office".
fn in_office(clause: &Clause<'_>, at: usize) -> bool {
    let at = at + usize::from(clause.is_any(at, &["suddenly", "while", "whilst"]));
    let at = at + usize::from(clause.is_any(at, &["still"]));
    let whose = clause.is(at + 1, Class::POSSESSIVE);
    let held = clause.is_any(at + 1 + usize::from(whose), &["office", "post", "harness"]);
    held && clause.is_any(at, &["in", "at"])
}

/// How the words begin by which another has a part in it.
const KILLS: [&str; 8] = ["assassinat", "kill", "murder", "execut", "behead", "hang", "shoot", "shot"];

/// Who the verb at `at` is done to, where an office stands beside the name: "killed the mayor, Ana Silva", "murdered Consul Ole
/// Lie".
fn killed(clause: &Clause<'_>, at: usize) -> Vec<usize> {
    let first = clause.skip(at + 1);
    let titled = people::behind_title(clause, first).filter(|&i| people::office_before(clause, i).is_some());
    let named = || clause.mention(first).filter(|m| m.name.is_some() && m.role.is_some()).map(|_| first);
    let person = titled.or_else(named);
    // "killed Mayor Silva's plan"
    let owns = |i: usize| clause.nodes.get(i + 1).is_some_and(|next| next.token.shape == Shape::Genitive);
    person.filter(|&i| !owns(i)).into_iter().collect()
}

/// The time that stands in brackets with the word at `at`: "King Ole (died 1214) ruled from 1187".
fn in_brackets(clause: &Clause<'_>, at: usize) -> Option<usize> {
    at.checked_sub(1).filter(|&open| clause.is_mark(open, b'('))?;
    let close = (at + 1..at + 8).find(|&i| clause.is_mark(i, b')'))?;
    (at + 1..close).find_map(|i| clause.time(i))
}
