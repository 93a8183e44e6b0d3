//! Findings on texts and statements written by hand.

use super::*;
use crate::calendar::Rounding;
use crate::resolve::{self, Input};

use crate::statement::{Gap, Kind, Relation, Statement, Target};

const ARTICLE: &str = "Anna Lind was appointed harbour master on 4 May 1921.\n\n\
                       The next day – who knows why – the mayor dismissed her on 9 March 1920 for “slowness”.";

fn told(kind: &str, trigger: &str, date: &str, date_text: &str) -> Statement {
    let sentence = ARTICLE.lines().find(|line| line.contains(trigger)).unwrap();
    let points = |text: &str| ARTICLE[..ARTICLE.find(text).unwrap()].chars().count();
    Statement {
        document: "a".to_owned(),
        kind: Kind::from(kind),
        person: Some("Anna Lind".to_owned()),
        role: Some("harbour master".to_owned()),
        start: points(sentence),
        end: points(sentence) + sentence.chars().count(),
        sentence: sentence.to_owned(),
        date: date.parse().ok(),
        date_text: Some(date_text.to_owned()),
        ..Statement::default()
    }
}

fn timeline() -> Timeline {
    let mut appointment = told("appointment", "appointed", "1921-05-04", "4 May 1921");
    let mut dismissal = told("dismissal", "dismissed", "1920-03-09", "9 March 1920");
    appointment.id = "s-1".to_owned();
    dismissal.relations.push(Relation {
        from: Target::Statement("s-1".to_owned()),
        to: Target::Statement("s-2".to_owned()),
        gap: Some(Gap { period: "P1D".parse().unwrap(), rounding: Rounding::default() }),
        text: "The next day".to_owned(),
        start: dismissal.start,
        end: dismissal.start + 12,
    });
    dismissal.id = "s-2".to_owned();
    resolve::resolve(Input { statements: vec![appointment, dismissal], ..Input::default() })
}

fn found() -> (Vec<Finding>, Texts) {
    let timeline = timeline();
    let texts: Texts = [Text::new("a", "news/a.txt", ARTICLE)].into_iter().collect();
    (findings(&timeline, &texts), texts)
}

#[test]
fn labels_stand_on_the_date_expressions() {
    let (found, _) = found();
    assert_eq!(found.len(), 1);
    let spans: Vec<&str> = found[0].labels.iter().map(|label| label.span.of(ARTICLE)).collect();
    for words in ["4 May 1921", "9 March 1920", "The next day"] {
        assert!(spans.contains(&words), "{spans:?}");
    }
    let dismissal = found[0].labels.iter().find(|label| label.span.of(ARTICLE) == "9 March 1920").unwrap();
    assert_eq!(dismissal.from, Position { line: 3, column: 59 });
    assert_eq!(dismissal.end - dismissal.start, 12);
}

#[test]
fn every_conflict_has_its_rule_and_fails_unless_ignored() {
    let (mut found, _) = found();
    assert!(found.iter().all(|finding| Rule::of(&finding.code).is_some()));
    assert!(found[0].fails());
    found[0].ignored = Some("known".to_owned());
    assert!(!found[0].fails());
}

#[test]
fn a_document_without_its_text_has_no_labels_and_is_told_all_the_same() {
    let timeline = timeline();
    let found = findings(&timeline, &Texts::default());
    assert!(found[0].labels.is_empty() && !found[0].message.is_empty());
}

#[test]
fn of_words_that_stand_twice_those_that_give_the_date_are_underlined() {
    let text = "The 1921 committee appointed Anna Lind harbour master in 1921. She was dismissed in 1919.";
    let mut document = crate::Document::new("a", text);
    document.survey(None);
    let timeline = crate::build(std::slice::from_ref(&document));
    let texts: Texts = [Text::new("a", "a.txt", text)].into_iter().collect();
    let found = findings(&timeline, &texts);
    let starts: Vec<usize> = found[0].labels.iter().map(|label| label.span.start).collect();
    assert!(starts.contains(&text.rfind("1921").unwrap()), "{found:?}");
    assert!(!starts.contains(&text.find("1921").unwrap()), "{found:?}");
}

#[test]
fn a_report_of_what_was_still_to_come_is_underlined_and_not_what_it_contradicts() {
    let told = |id: &str, published: &str, date: &str, text: &str| Statement {
        id: format!("s-{id}"),
        document: id.to_owned(),
        kind: Kind::Dismissal,
        person: Some("Anna Lind".to_owned()),
        role: Some("harbour master of Bergen".to_owned()),
        date: date.parse().ok(),
        date_text: Some(text.to_owned()),
        end: text.len(),
        sentence: text.to_owned(),
        published: published.parse().ok(),
        source: Some(Box::new(crate::document::DocumentInfo {
            id: id.to_owned(),
            published: published.parse().ok().map(|date| crate::document::Published { date, how: "given".to_owned() }),
            ..Default::default()
        })),
        anchor: Some("an earlier date".to_owned()),
        ..Statement::default()
    };
    let statements =
        vec![told("a", "1921-06-01", "1921-05", "that month"), told("b", "1921-05-12", "1921-05-21", "the same day")];
    let timeline = resolve::resolve(Input { statements, ..Input::default() });
    let texts: Texts =
        [Text::new("a", "a.txt", "that month"), Text::new("b", "b.txt", "the same day")].into_iter().collect();
    let [finding] = &findings(&timeline, &texts)[..] else { panic!("{timeline:?}") };
    assert_eq!((finding.code.as_str(), finding.labels.len()), ("publication", 2), "{finding:?}");
    let primary: Vec<(&str, bool)> =
        finding.labels.iter().map(|label| (label.document.as_str(), label.primary)).collect();
    assert_eq!(primary, [("b", true), ("a", false)]);
}
