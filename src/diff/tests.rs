//! Timelines of statements written by hand, compared.

use super::*;
use crate::document::DocumentInfo;
use crate::resolve::{Input, resolve};
use crate::statement::{Kind, Statement};

fn told(document: &str, kind: Kind, person: &str, date: &str) -> Statement {
    Statement {
        document: document.to_owned(),
        sentence: format!("{person} – {date}."),
        kind,
        person: Some(person.to_owned()),
        role: Some("Keeper of the Seal".to_owned()),
        date: date.parse().ok(),
        date_text: Some(date.to_owned()),
        ..Statement::default()
    }
}

fn timeline(statements: &[Statement], decisions: &str) -> Timeline {
    let mut input = Input { statements: statements.to_vec(), ..Input::default() };
    for statement in statements {
        if !input.documents.iter().any(|document| document.id == statement.document) {
            input.documents.push(DocumentInfo { id: statement.document.clone(), ..DocumentInfo::default() });
        }
    }
    assert_eq!(input.decisions.read("d.txt", decisions), []);
    resolve(input)
}

#[test]
fn a_timeline_is_the_same_as_itself() {
    let one = timeline(&[told("a", Kind::Appointment, "Ada Moe", "1932-03-04")], "");
    assert!(compare(&one, &one).is_empty());
}

#[test]
fn entries_come_and_go_with_their_documents() {
    let old = timeline(&[told("a", Kind::Appointment, "Ada Moe", "1932-03-04")], "");
    let new = timeline(&[told("b", Kind::Death, "Bo Lie", "1940-01")], "");
    let found = compare(&old, &new);
    assert_eq!((found.documents_added, found.documents_removed), (vec!["b".to_owned()], vec!["a".to_owned()]));
    assert_eq!((found.added.len(), found.removed.len(), found.moved.len()), (1, 1, 0));
    assert_eq!(found.added[0].date, "1940-01".parse().ok());
}

#[test]
fn a_finer_date_moves_the_entry_and_is_named_as_the_reason() {
    let coarse = told("a", Kind::Appointment, "Ada Moe", "1932");
    let fine = told("b", Kind::Appointment, "Ada Moe", "1932-03-04");
    let found = compare(&timeline(std::slice::from_ref(&coarse), ""), &timeline(&[coarse, fine], ""));
    assert_eq!(found.moved.len(), 1, "{found:?}");
    let moved = &found.moved[0];
    assert_eq!((moved.from, moved.to), ("1932".parse().ok(), "1932-03-04".parse().ok()));
    assert_eq!(moved.because, ["New evidence: 1932-03-04 in b."]);
    assert!(found.added.is_empty() && found.removed.is_empty());
}

#[test]
fn an_edited_sentence_is_matched_by_what_it_says() {
    let old = told("a", Kind::Appointment, "Ada Moe", "1932-03-04");
    let mut new = told("a", Kind::Appointment, "Ada Moe", "1932-03-05");
    new.sentence = "Corrected.".to_owned();
    let found = compare(&timeline(&[old], ""), &timeline(&[new], ""));
    assert_eq!((found.moved.len(), found.added.len(), found.removed.len()), (1, 0, 0));
    assert_eq!(found.moved[0].because, ["Now 1932-03-05 in a, before: 1932-03-04 in a."]);
    assert!(found.moved[0].was.is_some() && found.revised.is_empty(), "told once, with the id that it had: {found:?}");
}

#[test]
fn decisions_merge_split_and_move() {
    let statements =
        [told("a", Kind::Death, "Ada Moe", "1932-03-04"), told("b", Kind::Death, "A. Moe-Lie", "1932-03-05")];
    let plain = timeline(&statements, "");
    let [one, two] = &plain.entries[..] else { panic!("{plain:?}") };
    let same = format!("same {} {} because she had married", one.id, two.id);
    let joined = timeline(&statements, &format!("{same}\ndate {} 1932-03-05 because of the parish book", two.id));
    let found = compare(&plain, &joined);
    assert_eq!((found.merged.len(), found.merged[0].of.len()), (1, 2), "{found:?}");
    assert!(found.merged[0].because.iter().any(|why| why.contains("because she had married")), "{found:?}");
    assert!(!found.merged[0].because.iter().any(|why| why.contains("vidence")), "nothing is new: {found:?}");
    assert!(found.moved.is_empty() && found.revised.is_empty(), "told once: {found:?}");
    let back = compare(&joined, &plain);
    assert_eq!((back.split.len(), back.split[0].into.len()), (1, 2), "{back:?}");
}

#[test]
fn contradictions_come_and_go() {
    let one = told("a", Kind::Death, "Ada Moe", "1932-03-04");
    let other = told("b", Kind::Death, "Ada Moe", "1932-03-05");
    let (old, new) = (timeline(std::slice::from_ref(&one), ""), timeline(&[one, other], ""));
    let found = compare(&old, &new);
    assert_eq!(found.conflicts_new.len(), 1, "{found:?}");
    assert_eq!(compare(&new, &old).conflicts_gone.len(), 1);
    let mut ignored = new.clone();
    ignored.conflicts[0].ignored = Some("known".to_owned());
    assert_eq!(compare(&new, &ignored).conflicts_changed.len(), 1);
}

#[test]
fn what_stands_elsewhere_is_not_gone() {
    let one = told("a", Kind::Appointment, "Ada Moe", "1932-03-04");
    let other = told("b", Kind::Appointment, "Ada Moe", "1932-03-05");
    let plain = timeline(&[one.clone(), other.clone()], "");
    let [entry] = &plain.entries[..] else { panic!("{plain:?}") };
    let id = |document: &str| {
        let source = entry.sources.iter().find(|source| source.document == document);
        source.map(|source| source.statement.clone()).unwrap()
    };
    let apart = timeline(&[one.clone(), other], &format!("apart {} {} because of two offices", id("a"), id("b")));
    let found = compare(&plain, &apart);
    assert_eq!(found.split.len(), 1, "{found:?}");
    assert!(!found.split[0].because.iter().any(|why| why.contains("gone: ")), "{found:?}");
    let gone = compare(&plain, &timeline(&[one], ""));
    let because = gone.moved.iter().flat_map(|moved| &moved.because).chain(gone.revised.iter().flat_map(|_| []));
    assert!(because.into_iter().any(|why| why == "Evidence gone: 1932-03-05 in b."), "{gone:?}");
}

#[test]
fn a_contradiction_is_told_in_one_place() {
    let one = told("a", Kind::Death, "Ada Moe", "1932-03-04");
    let other = told("b", Kind::Death, "Ada Moe", "1932-03-05");
    let (old, new) = (timeline(std::slice::from_ref(&one), ""), timeline(&[one, other], ""));
    let found = compare(&old, &new);
    let [moved] = &found.moved[..] else { panic!("{found:?}") };
    let id = &found.conflicts_new[0].id;
    assert!(moved.because.contains(&format!("Contradiction unresolved ({id}).")), "{found:?}");
}
