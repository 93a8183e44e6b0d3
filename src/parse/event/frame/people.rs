//! People in a row: the several subjects or objects of one verb.

use crate::parse::mention::{Mention, MentionKind};
use crate::parse::word::{Class, Shape, class};

use crate::parse::event::clause::Clause;
use crate::parse::event::trigger::{Form, Frame};

/// Who the verb at `at` is told of, whose group begins at `start`: the row that ends with its subject, the one behind it
/// where the words are turned round, the list behind a colon where the subject is several.
pub(crate) fn subjects(clause: &Clause<'_>, at: usize, start: usize) -> Vec<usize> {
    let turned = turned(clause, at);
    if !turned.is_empty() {
        return turned;
    }
    if let Some(some) = among(clause, start) {
        return onwards(clause, some);
    }
    let subject = clause.subject(start);
    if subject.is_none_or(|subject| is_plural(clause, subject)) {
        let listed = listed(clause, at);
        if !listed.is_empty() {
            return listed;
        }
    }
    // "Jens Hansen and Ana Silva, who was elected": she alone.
    let relative = start > 0 && clause.is(start - 1, Class::RELATIVE);
    let mut people = subject.map_or(Vec::new(), |subject| if relative { vec![subject] } else { row(clause, subject) });
    people.extend(along_with(clause, at).filter(|_| !people.is_empty()));
    people
}

/// The first of those of several who are named before the verb group at `start`: "Five ministers, including Ana Silva,
/// resigned".
fn among(clause: &Clause<'_>, start: usize) -> Option<usize> {
    let comma = start.checked_sub(1).filter(|&comma| clause.is_mark(comma, b','))?;
    let leads = |&i: &usize| {
        clause.is_any(i, &["including"]) || clause.is_any(i, &["them"]) && i > 0 && clause.is_any(i - 1, &["among"])
    };
    let lead = (comma.saturating_sub(8)..comma).rev().find(leads)?;
    let plural = (lead.saturating_sub(3)..lead).any(|i| is_plural(clause, i));
    let named = clause.mention(lead + 1).is_some_and(|m| m.kind == MentionKind::Person && m.name.is_some());
    (plural && named).then_some(lead + 1)
}

/// Who is said to be what the node `at` names: "Hansen was the mayor of Lima, serving from 1911".
pub(crate) fn who_was(clause: &Clause<'_>, at: usize) -> Option<usize> {
    let became = |i: usize| clause.trigger(i).is_some_and(|t| t.frame == Frame::Enter && t.word.starts_with("bec"));
    // "Hansen's deputy was appointed": nobody is said to be her.
    let is = |i: usize| clause.is(i, Class::BE) && clause.nodes[i].token.shape != Shape::Genitive;
    // "is a lawyer and a member of the Liberal Party who served": who is.
    let describes = |&i: &usize| {
        let word = &clause.nodes[i].token;
        let plain = !word.is(Class::FUNCTION) || word.is(Class::DETERMINER) || clause.is_any(i, &["and"]);
        plain && clause.trigger(i).is_none() && clause.time(i).is_none() && !matches!(word.shape, Shape::Mark(_))
    };
    let first = (at.saturating_sub(8)..at).rev().take_while(describes).last().unwrap_or(at);
    let be = first.checked_sub(1).filter(|&be| is(be) || first == at && became(be))?;
    clause.mention(at).filter(|m| m.kind == MentionKind::Role)?;
    clause.subject(clause.group(be).start)
}

/// "was dismissed along with Jens Hansen", "resigned together with the mayor, Ana Silva"
fn along_with(clause: &Clause<'_>, at: usize) -> Option<usize> {
    let with = (at + 2..at + 10).take_while(|&i| !clause.is_mark(i, b',')).find(|&i| clause.is_any(i, &["with"]))?;
    let person = behind_title(clause, with + 1).unwrap_or(with + 1);
    let named = clause.mention(person).is_some_and(|m| m.kind == MentionKind::Person);
    (named && clause.is_any(with - 1, &["along", "together"])).then_some(person)
}

/// The mention at `at` and those that stand in a row before it: "Ana Silva and Jens Hansen were".
pub(crate) fn row(clause: &Clause<'_>, at: usize) -> Vec<usize> {
    let mut row = vec![at];
    let mut i = at;
    // "Ana Silva and her entire cabinet", "and three other directors"
    let counts = |i: usize| clause.nodes[i].token.shape == Shape::Number || clause.is_word(i, Class::COUNTS);
    while i > 0 && (clause.is(i - 1, Class::POSSESSIVE) || counts(i - 1)) {
        i -= 1;
    }
    while let Some(j) = i.checked_sub(1) {
        // The last two are joined by "and"; only before that do commas join.
        let and = clause.is_any(j, &["and"]) || row.len() > 1 && clause.is_mark(j, b',');
        let Some(mut k) = j.checked_sub(1).filter(|_| and) else { break };
        if clause.is_mark(k, b',') {
            let Some(before) = k.checked_sub(1) else { break };
            k = described(clause, before).unwrap_or(before);
        }
        let mention = clause.mention(k);
        // "He and his cabinet were sworn in": he.
        let his = mention.is_some_and(|m| m.kind == MentionKind::Pronoun)
            && clause.mention(i).is_some_and(|m| m.kind == MentionKind::Body && m.possessive);
        if his {
            return vec![k];
        }
        if mention.is_none_or(|m| m.kind != MentionKind::Person)
            || !opens_row(clause, k) && before_along(clause, k).is_none()
        {
            break;
        }
        row.push(k);
        i = k;
    }
    row.extend(before_along(clause, i));
    row.reverse();
    row
}

/// Who stands before those whom the row from `at` on adds: "*Ana Silva*, along with Jens Hansen and Ole Lie, was sworn in".
fn before_along(clause: &Clause<'_>, at: usize) -> Option<usize> {
    let along = at.checked_sub(2).filter(|&along| clause.is_any(along + 1, &["with"]))?;
    let comma = along.checked_sub(1).filter(|_| clause.is_any(along, &["along", "together"]))?;
    let first = comma.checked_sub(1).filter(|_| clause.is_mark(comma, b','))?;
    clause.mention(first).filter(|m| m.kind == MentionKind::Person && m.name.is_some()).map(|_| first)
}

/// Who is described up to the node `at`: "Jens Hansen, a lawyer from Lima, and".
fn described(clause: &Clause<'_>, at: usize) -> Option<usize> {
    let plain = |&i: &usize| !acts(clause, i) && !clause.is(i, Class::RELATIVE) && !clause.is_mark(i, b';');
    let comma = (at.saturating_sub(10)..at).rev().take_while(plain).find(|&i| clause.is_mark(i, b','))?;
    let article = clause.nodes.get(comma + 1)?.token.is(Class::DETERMINER);
    comma.checked_sub(1).filter(|&named| article && clause.mention(named).is_some_and(|m| m.name.is_some()))
}

/// Whether a mention can begin a row of subjects, or go on with one.
fn opens_row(clause: &Clause<'_>, at: usize) -> bool {
    at.checked_sub(1).is_none_or(|before| !clause.is(before, Class::PREPOSITION) && clause.trigger(before).is_none())
}

/// The person at `at` and those in a row behind, with what stands between: "Ana Silva (health), Jens Hansen, a lawyer
/// from Lima, and Ole Lie". One alone where no "and" closes the row.
pub(crate) fn onwards(clause: &Clause<'_>, at: usize) -> Vec<usize> {
    let person = |i: usize| clause.mention(i).is_some_and(|m| m.kind == MentionKind::Person && m.name.is_some());
    let mut people = Vec::new();
    let mut closed = false;
    let mut i = at;
    while person(i) && !closed && (people.is_empty() || !acts(clause, i + 1)) {
        people.push(i);
        i += 1;
        if clause.is_mark(i, b'(') {
            let Some(close) = (i..i + 8).find(|&i| clause.is_mark(i, b')')) else { break };
            i = close + 1;
        }
        if clause.is_mark(i, b',') && !person(i + 1) && !person(behind_office(clause, i + 1)) {
            i = behind_aside(clause, i).unwrap_or(i);
        }
        while clause.is_mark(i, b',') || clause.is_mark(i, b';') || clause.is_any(i, &["and"]) {
            let next = behind_office(clause, i + 1);
            closed = clause.is_any(i, &["and"]) && person(next) && !acts(clause, next + 1);
            i += 1;
        }
        i = behind_office(clause, i);
        if closed {
            people.push(i);
        }
    }
    if !closed {
        people.truncate(1);
    }
    people
}

/// The name behind an office and a comma at `at`, else `at` itself: "the Ministers of Power, Ole Lie", "his Trade
/// counterpart, Ana Silva".
fn behind_office(clause: &Clause<'_>, at: usize) -> usize {
    let his = clause.nodes.get(at).is_some_and(|node| node.token.is(Class::POSSESSIVE));
    let counterpart = (at + 1..at + 7).find(|&i| his && clause.is_any(i, &["counterpart"]));
    let office = counterpart.or_else(|| clause.mention(at).filter(|m| m.kind == MentionKind::Role).map(|_| at));
    let named = |i: usize| clause.mention(i).is_some_and(|m| m.kind == MentionKind::Person && m.name.is_some());
    let name = office.filter(|&office| clause.is_mark(office + 1, b',') && named(office + 2));
    name.map_or(at, |office| office + 2)
}

/// The office that stands before a name and a comma or in brackets, where it is not one with the name: "sacked the Ministers
/// of Power, Ole Lie and", "the Minister of Power, Ole Lie and the", "the minister of defence (Ole Lie)".
pub(crate) fn office_before(clause: &Clause<'_>, person: usize) -> Option<Mention> {
    let comma = person.checked_sub(1).filter(|&mark| clause.is_mark(mark, b',') || clause.is_mark(mark, b'('))?;
    let office = comma.checked_sub(1)?;
    let bare = clause.mention(person).is_some_and(|m| m.role.is_none());
    clause.mention(office).filter(|m| bare && m.kind == MentionKind::Role && !m.former)
}

/// The comma that closes the aside which opens with the comma at `at`, where the row goes on behind it.
fn behind_aside(clause: &Clause<'_>, at: usize) -> Option<usize> {
    let inside = (at + 1..at + 10).take_while(|&i| !acts(clause, i) && !clause.is_mark(i, b';'));
    inside.into_iter().find(|&i| clause.is_mark(i, b',') && clause.is_any(i + 1, &["and"]))
}

/// Whether the node at `at` is a verb, so that who stands before it is a subject.
pub(crate) fn acts(clause: &Clause<'_>, at: usize) -> bool {
    let past = clause.nodes.get(at).is_some_and(|node| node.token.shape == Shape::Lower) && {
        clause.mention(at).is_none() && clause.words(at).ends_with("ed")
    };
    past || clause.trigger(at).is_some() || clause.is(at, Class::BE | Class::HAVE | Class::MODAL | Class::SAY)
}

/// "sacked the minister of defence (Ole Lie)": the name in brackets behind the office at `at`.
fn in_brackets(clause: &Clause<'_>, at: usize) -> Option<usize> {
    clause.mention(at).filter(|m| m.name.is_none() && matches!(m.kind, MentionKind::Role | MentionKind::Body))?;
    let named = clause.mention(at + 2).is_some_and(|m| m.kind == MentionKind::Person && m.name.is_some());
    (named && clause.is_mark(at + 1, b'(') && clause.is_mark(at + 3, b')')).then_some(at + 2)
}

/// "Named to the board were Ana Silva and Jens Hansen", "Among those sworn in on Monday was Ana Silva".
fn turned(clause: &Clause<'_>, at: usize) -> Vec<usize> {
    let opens = at <= 1 || clause.is_any(0, &["among"]);
    let participle = clause.trigger(at).is_some_and(|trigger| trigger.form.is_participle());
    if !opens || !participle || (0..at).any(|i| clause.is(i, Class::BE)) {
        return Vec::new();
    }
    // "Jens Hansen resigned; his successor is Ana Silva"
    let near = (at + 1..at + 10).take_while(|&i| !clause.is_mark(i, b',') && !clause.is_mark(i, b';'));
    let be = near.into_iter().find(|&i| clause.is(i, Class::BE));
    be.map_or(Vec::new(), |be| onwards(clause, be + 1))
}

/// The people in a list behind a colon: "Three directors were elected: Ana Silva, Jens Hansen and Ole Lie"; "Ministers
/// appointed today: Ana Silva (Justice), Jens Hansen (Health)"; behind "including": "Three ministers resigned, including".
pub(crate) fn listed(clause: &Clause<'_>, at: usize) -> Vec<usize> {
    let mut near = at..clause.nodes.len().min(at + 16);
    let colon = near.find(|&i| clause.is_mark(i, b':') || clause.is_any(i, &["including"]));
    let person = |i: usize| clause.mention(i).is_some_and(|m| m.kind == MentionKind::Person && m.name.is_some());
    let mut people = Vec::new();
    let Some(mut i) = colon.map(|colon| colon + 1) else { return people };
    while person(i) {
        people.push(i);
        i += 1;
        if clause.is_mark(i, b'(') {
            let Some(close) = (i..i + 8).find(|&i| clause.is_mark(i, b')')) else { break };
            i = close + 1;
        }
        while clause.is_mark(i, b',') || clause.is_mark(i, b';') || clause.is_any(i, &["and"]) {
            i += 1;
        }
    }
    people
}

/// "Three directors", "ministers": who they are is told elsewhere.
pub(crate) fn is_plural(clause: &Clause<'_>, at: usize) -> bool {
    let last = |words: &str| class(words.rsplit(' ').next().unwrap_or_default());
    // "two justices of the peace"
    let head = clause.words(at).split(" of ").next().unwrap_or_default();
    let many = || last(head).has(Class::ROLE) && ["s", "men"].iter().any(|end| head.ends_with(end));
    last(clause.words(at)).has(Class::STAFF) || many()
}

/// "Sworn in on May 4, Ana Silva promised", "In a speech since becoming leader, Silva", "Having resigned, Silva": the
/// subject follows the comma.
pub(crate) fn fronted(clause: &Clause<'_>, at: usize) -> Option<usize> {
    let gerund = is_absolute(clause, at) || clause.trigger(at).is_some_and(|trigger| trigger.form == Form::Gerund);
    // "Lom College: Having served as"
    let from = (0..at).rev().find(|&i| clause.is_mark(i, b':')).map_or(0, |colon| colon + 1);
    let opens = at == 0 || gerund && (from..at).all(|i| clause.mention(i).is_none() && !clause.is_mark(i, b','));
    let comma = (at + 1..clause.nodes.len().min(at + 14)).find(|&i| clause.is_mark(i, b',')).filter(|_| opens)?;
    clause
        .mention(comma + 1)
        .filter(|m| matches!(m.kind, MentionKind::Person | MentionKind::Pronoun))
        .map(|_| comma + 1)
}

/// The same, where a date stands before the comma: what is told in passing has none.
pub(crate) fn fronted_and_dated(clause: &Clause<'_>, at: usize) -> Option<usize> {
    fronted(clause, at).filter(|&behind| (at..behind).any(|i| clause.time(i).is_some()))
}

/// Whether the verb at `at` is a participle without a subject of its own: "after being sworn in", "having resigned".
pub(crate) fn is_absolute(clause: &Clause<'_>, at: usize) -> bool {
    let auxiliary =
        (at.saturating_sub(4)..at).rev().take_while(|&i| clause.is(i, Class::BE | Class::HAVE) || clause.is_adverb(i));
    auxiliary.last().is_some_and(|first| (first..at).any(|i| clause.is_any(i, &["being", "having"])))
}

/// The name behind a title and a comma from the node `at` on: "his predecessor, Jens Hansen", "the mayor, Ana Silva", "her
/// son, Ole".
pub(crate) fn behind_title(clause: &Clause<'_>, at: usize) -> Option<usize> {
    if let Some(person) = in_brackets(clause, at) {
        return Some(person);
    }
    let comma = (at..at + 4).find(|&i| clause.is_mark(i, b','))?;
    let title = |i: usize| {
        clause.is(i, Class::POSSESSIVE | Class::DETERMINER)
            || clause.is_word(i, Class::KIN)
            || clause.is_any(i, &["predecessor", "successor", "deputy"])
            // "by a chosen successor, Ana Silva"
            || clause.is_any(i + 1, &["predecessor", "successor"]) && clause.nodes[i].token.shape == Shape::Lower
            || clause.mention(i).is_some_and(|m| m.kind == MentionKind::Role)
            // "dismissed two directors, Ana Silva and Ole Lie"
            || is_plural(clause, i + 1)
                && clause.mention(i).is_none()
                && (clause.is(i, Class::COUNTS) || clause.nodes[i].token.shape == Shape::Number)
    };
    // "appointed four ministers, including Ana Silva", "among them Ana Silva"
    let among = clause.is_any(comma + 1, &["among"]) && clause.is_any(comma + 2, &["them"]);
    let some = if among { 2 } else { usize::from(clause.is_any(comma + 1, &["including"])) };
    let person = comma + 1 + some;
    let named = clause.mention(person).is_some_and(|m| m.kind == MentionKind::Person);
    (comma > at && (at..comma).all(title) && named).then_some(person)
}

/// "the government of Prime Minister Ana Silva": who headed it.
pub(crate) fn headed(clause: &Clause<'_>, at: usize) -> Option<usize> {
    let body = (at..at + 2).find(|&i| clause.mention(i).is_some_and(|m| m.kind == MentionKind::Body))?;
    let government = ["government", "cabinet", "administration"].iter().any(|word| clause.words(body).ends_with(word));
    let head = clause.mention(body + 2).is_some_and(|m| m.kind == MentionKind::Person);
    (government && head && clause.is_any(body + 1, &["of"])).then_some(body + 2)
}
