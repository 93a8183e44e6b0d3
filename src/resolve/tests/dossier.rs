//! What a fact-checker's dossier holds: several tellings of one event, one of them further off than a slip of the pen, and
//! what looks like it and is none.

use super::*;
use crate::document::DocumentInfo;
use crate::statement::{Born, Certainty, Tense};

fn left(document: &str, date: &str) -> Told {
    told(document, "dismissal", "Anna Lind", POST, date)
}

fn planned(mut told: Told) -> Told {
    told.0.certainty = Certainty::Planned;
    told
}

#[test]
fn nobody_is_dismissed_twice_on_one_day_of_the_year() {
    let come = || told("a", "appointment", "Anna Lind", POST, "1919-09-11");
    let slipped = timeline([come(), left("a", "1919-03-04"), left("b", "1921-03-04"), left("c", "1921-03-04")]);
    assert_eq!(statuses(&slipped), [("sources", "repaired")]);
    assert_eq!(dates(&slipped), ["1919-09-11 appointment", "1921-03-04 dismissal"], "as most have it");
    assert_eq!(timeline([left("a", "1919-03-05"), left("b", "1921-03-04")]).entries.len(), 2, "another day");
    assert_eq!(timeline([left("a", "1919-03-04"), left("a", "1921-03-04")]).entries.len(), 2, "one tells both");
    assert_eq!(timeline([left("a", "1919-07-01"), left("b", "1921-07-01")]).entries.len(), 2, "a first of a month");
    let came = |document, date| told(document, "appointment", "Anna Lind", POST, date);
    assert_eq!(timeline([came("a", "1917-03-04"), came("b", "1921-03-04")]).entries.len(), 2, "appointed again");
}

#[test]
fn taking_office_a_year_before_the_election_on_its_day_is_a_slip() {
    let timeline = timeline([
        told("a", "term_start", "Anna Lind", POST, "1920-10-22"),
        told("b", "election", "Anna Lind", POST, "1921-10-22"),
        told("c", "term_start", "Anna Lind", POST, "1921-10-22"),
    ]);
    assert_eq!(statuses(&timeline), [("sources", "repaired")]);
    assert_eq!(dates(&timeline).len(), 1, "{timeline:?}");
}

#[test]
fn a_slip_of_the_year_hides_no_near_day() {
    let gone = |document, date| told(document, "resignation", "Anna Lind", POST, date);
    let timeline = timeline([gone("a", "1920-03-31"), gone("b", "1921-03-31"), gone("c", "1921-03-13")]);
    assert_eq!(timeline.entries.len(), 1);
    assert_eq!(timeline.conflicts.len(), 1);
}

#[test]
fn a_year_that_one_source_spells_out_is_no_guess() {
    let gone = |document, date, text: &str| {
        let mut told = told(document, "resignation", "Anna Lind", POST, date).published("1921-04-13");
        told.0.date_text = Some(text.to_owned());
        told
    };
    let timeline = timeline([
        gone("a", "1921-03-31", "31 March"),
        gone("b", "1921-03-31", "31 March 1921"),
        gone("c", "1920-03-31", "31 March 1920"),
    ]);
    assert_eq!(statuses(&timeline), [("sources", "repaired")]);
    assert_eq!(dates(&timeline), ["1921-03-31 resignation"]);
}

#[test]
fn how_somebody_is_to_go_is_not_how_they_went() {
    let gone = told("b", "resignation", "Anna Lind", POST, "1921-08-02").published("1921-09-15");
    let plan = planned(left("a", "1921-08-02").published("1921-07-08"));
    assert!(timeline([gone, plan]).conflicts.is_empty());
}

#[test]
fn who_left_neither_resigned_nor_was_dismissed() {
    let gone = |word: &str| {
        let mut gone = told("b", "resignation", "Anna Lind", POST, "1921-08-02");
        gone.0.trigger = Some(word.to_owned());
        timeline([gone, left("a", "1921-08-02")])
    };
    assert_eq!(statuses(&gone("stepped down")), [("term", "noted")]);
    assert!(gone("left").conflicts.is_empty());
    assert!(gone("left her position").conflicts.is_empty());
}

#[test]
fn a_length_after_taking_office_is_of_who_took_it() {
    let come = |person| told("a", "appointment", person, "Mayor of Bergen", "1921-07-21");
    let gone = || told("a", "dismissal", "Anna Lind", POST, "1921-08-02");
    let after = |person| {
        let exactly = crate::calendar::Rounding::Stated;
        timeline([
            come(person),
            gone().after("a-appointment-1921-07-21", "ten months after taking office", Some("P10M"), exactly),
        ])
    };
    assert_eq!(statuses(&after("Anna Lind")), [("gap", "noted")]);
    assert!(after("Karl Berg").conflicts.is_empty(), "{:?}", after("Karl Berg"));
}

#[test]
fn who_was_to_leave_later_has_left() {
    let plan = || planned(told("a", "resignation", "Erik Moe", POST, "1922-01").published("1921-09-22"));
    let mut come = told("a", "term_start", "Anna Lind", POST, "1921-09-22").published("1921-09-22");
    come.0.succeeds = Some("Erik Moe".to_owned());
    assert!(timeline([plan(), come]).conflicts.is_empty());
}

#[test]
fn credentials_of_the_only_post_need_not_name_it() {
    let shown = |document, role, date| told(document, "credentials", "Anna Lind", role, date);
    let one = [
        told("a", "appointment", "Anna Lind", "ambassador of Norway to Chile", "1921-06-28"),
        shown("a", "ambassador", "1921-07-25"),
        shown("b", "", "1921-09-10"),
    ];
    assert_eq!(statuses(&timeline(one)), [("sources", "unresolved")]);
    let two = [
        told("a", "appointment", "Anna Lind", "ambassador of Norway to Chile", "1921-06-28"),
        told("b", "appointment", "Anna Lind", "ambassador of Norway to Peru", "1921-02-11"),
        shown("a", "ambassador to Chile", "1921-07-25"),
        shown("b", "", "1921-09-10"),
    ];
    assert!(timeline(two).conflicts.is_empty(), "which post is open");
}

#[test]
fn an_age_is_held_against_the_birth_beside_it() {
    let born = |age: &str| {
        let mut born = told("a", "birth", "Anna Lind", "", "1950");
        born.0.born = Some(Box::new(Born { date: age.parse().unwrap(), text: "58".to_owned(), start: 0, end: 2 }));
        born
    };
    assert_eq!(statuses(&timeline([born("1946-03-19/1947-03-18")])), [("age", "noted")]);
    assert!(timeline([born("1949-03-19/1950-03-18")]).conflicts.is_empty());
}

#[test]
fn a_page_headed_by_a_known_paper_is_of_that_paper() {
    let page = |id: &str, title: Option<&str>, publisher: Option<&str>| DocumentInfo {
        id: id.to_owned(),
        title: title.map(str::to_owned),
        publisher: publisher.map(str::to_owned),
        ..DocumentInfo::default()
    };
    let documents = vec![
        page("a", Some("Minister out"), Some("The Oslo Post")),
        page("b", Some("Oslo Post"), None),
        page("c", Some("Minister out"), None),
    ];
    let timeline = resolve(Input { documents, ..Input::default() });
    let publishers: Vec<Option<&str>> =
        timeline.documents.iter().map(|document| document.publisher.as_deref()).collect();
    assert_eq!(publishers, [Some("The Oslo Post"), Some("The Oslo Post"), None]);
}

#[test]
fn what_was_told_ahead_of_its_day_is_left_open() {
    let told = |date: &str, published: &str| {
        let mut told = told("a", "award", "Anna Lind", "", date).published(published);
        told.0.tense = Some(Tense::Past);
        timeline([told])
    };
    let ahead = told("1921-01", "1920-11-04");
    assert_eq!(statuses(&ahead), [("publication", "unresolved")], "a slip of the year, or announced");
    let slipped = told("1921-11-02", "1920-11-04");
    assert_eq!(statuses(&slipped), [("publication", "repaired")], "it would be news");
}

#[test]
fn a_dismissal_says_more_than_the_end_of_a_term() {
    let over = |date: &str| told("b", "term_end", "Anna Lind", POST, date);
    for date in ["1921-04-25/1921-05-01", "1921-04", "1921-04-29"] {
        let one = timeline([over(date), left("a", "1921-04-29")]);
        assert_eq!(dates(&one), ["1921-04-29 dismissal"], "{date}");
    }
    assert_eq!(timeline([over("1921-04"), left("a", "1921-05-29")]).entries.len(), 2, "another month");
    let two = timeline([over("1921-04"), left("a", "1921-04-02"), left("a", "1921-04-29")]);
    assert_eq!(two.entries.len(), 3, "which of them is open");
}

#[test]
fn a_page_headed_by_whom_others_credit_is_theirs() {
    let page = |id: &str, title: &str| DocumentInfo {
        id: id.to_owned(),
        title: Some(title.to_owned()),
        ..DocumentInfo::default()
    };
    let documents = vec![page("a", "Norpress"), page("b", "Harbour master out"), page("c", "Lind")];
    let mut credit = told("b", "dismissal", "Anna Lind", POST, "1921-05-03");
    credit.0.sentence = "Lind was dismissed on 3 May, Norpress reported.".to_owned();
    let timeline = resolve(Input { documents, statements: vec![credit.0], ..Input::default() });
    let publishers: Vec<Option<&str>> =
        timeline.documents.iter().map(|document| document.publisher.as_deref()).collect();
    assert_eq!(publishers, [Some("Norpress"), None, None]);
}

#[test]
fn who_is_named_ahead_comes_when_the_other_has_gone() {
    let gone = || told("a", "dismissal", "Erik Moe", POST, "1921-08-31");
    let came = || told("a", "appointment", "Erik Moe", POST, "1919-08-31");
    let named = || told("b", "appointment", "Anna Lind", POST, "1921-01-10");
    let starts = |date: &str| told("b", "term_start", "Anna Lind", POST, date);
    assert!(timeline([came(), gone(), named(), starts("1921-09-01")]).conflicts.is_empty());
    let installed = told("a", "appointment", "Anna Lind", POST, "1921-09-01");
    assert!(timeline([came(), gone(), named(), installed]).conflicts.is_empty());
    assert_eq!(statuses(&timeline([came(), gone(), named()])).len(), 1, "nobody says when she came");
    assert_eq!(statuses(&timeline([came(), gone(), named(), starts("1921-01-12")])).len(), 1, "she came too early");
}

#[test]
fn who_left_need_not_have_resigned() {
    let gone = |word: &str| {
        let mut gone = told("b", "resignation", "Anna Lind", POST, "1921-03-04");
        gone.0.trigger = Some(word.to_owned());
        statuses(&timeline([left("a", "1921-03-04"), gone])).len()
    };
    assert_eq!((gone("left"), gone("resigned")), (0, 1));
}

#[test]
fn two_figures_of_a_year_change_places() {
    let came = |document, date| told(document, "appointment", "Anna Lind", POST, date).published("2022-09-17");
    let timeline = timeline([came("a", "2015-10-12"), came("b", "2051-10-12")]);
    assert_eq!(dates(&timeline), ["2015-10-12 appointment"]);
    assert_eq!(statuses(&timeline), [("publication", "repaired")]);
}

#[test]
fn what_was_to_come_may_have_come_otherwise() {
    let rounding = crate::calendar::Rounding::Stated;
    let of = |sentence: &str| {
        let gone = left("a", "1921-06-08");
        let mut opened = told("a", "launch", "Anna Lind", "", "1921-07-03");
        opened.0.sentence = sentence.to_owned();
        let opened = opened.after(&gone.0.id, "a week before the bridge", Some("P7D"), rounding);
        statuses(&timeline([gone, opened])).len()
    };
    assert_eq!(of("Lind was dismissed on 8 June, a week before the bridge opened."), 1);
    assert_eq!(of("Lind was dismissed on 8 June, a week before the bridge was to open."), 0);
    assert_eq!(of("Lind was dismissed on 8 June, a week before the bridge had been due to open."), 0);
}

#[test]
fn who_is_declared_elected_was_elected_before() {
    let elected = |document: &str, date: &str, word: &str| {
        let mut elected = told(document, "election", "Anna Lind", POST, date);
        elected.0.trigger = Some(word.to_owned());
        elected
    };
    let declared = |date: &str| elected("b", date, "declared elected");
    for date in ["1921-04-25", "1921-05-03"] {
        let timeline = timeline([elected("a", "1921-04-24", "elected"), declared(date)]);
        assert_eq!(dates(&timeline), ["1921-04-24 election"], "{date}");
        assert!(timeline.conflicts.is_empty(), "{date}: {timeline:?}");
        let words = format!("Declared on {date}, as b had it");
        assert!(timeline.entries[0].derivation.iter().any(|told| told.starts_with(&words)), "{timeline:?}");
    }
    let before = timeline([elected("a", "1921-04-24", "elected"), declared("1921-04-23")]);
    assert_eq!(before.conflicts.len(), 1, "before the vote");
    assert_eq!(
        timeline([elected("a", "1921-04-24", "elected"), elected("b", "1921-04-25", "chosen")]).conflicts.len(),
        1
    );
    assert_eq!(dates(&timeline([declared("1921-04-25")])), ["1921-04-25 election"], "all that is known");
}

#[test]
fn a_life_in_brackets_holds_all_that_lies_in_it() {
    let of = |kind: &str, date: &str| told("b", kind, "Anna Lind", POST, date);
    let life = told("a", "life", "Anna Lind", "", "1871/1924");
    let told = [of("election", "1901-06-21"), of("term_start", "1901-10-01"), of("resignation", "1912-09-30"), life];
    assert!(timeline(told).conflicts.is_empty());
}

#[test]
fn nobody_acts_outside_a_life_in_brackets() {
    let with = |kind: &str, date: &str| {
        let life = told("a", "life", "Anna Lind", "", "1871/1924");
        timeline([life, told("b", kind, "Anna Lind", POST, date)])
    };
    for (kind, date) in [("appointment", "1926-05-04"), ("election", "1870-06-03"), ("death", "1925-01-02")] {
        let timeline = with(kind, date);
        let [conflict] = &timeline.conflicts[..] else { panic!("{kind} {date}: {timeline:?}") };
        assert_eq!(conflict.kind, "life", "{kind}");
        assert!(conflict.message.contains("would lie outside the life of"), "{}", conflict.message);
    }
    for (kind, date) in [("appointment", "1911-05-04"), ("death", "1924-11-02"), ("dismissal", "1925-05-04")] {
        assert!(with(kind, date).conflicts.is_empty(), "{kind} {date}");
    }
    assert!(with("appointment", "1999-05-04").conflicts.is_empty(), "somebody else of that name");
    let mut aged = told("b", "resignation", "Anna Lind", POST, "1911-05-04");
    aged.0.born = Some(Box::new(Born { date: "1850/1851".parse().unwrap(), text: "60".to_owned(), start: 0, end: 0 }));
    assert_eq!(statuses(&timeline([told("a", "life", "Anna Lind", "", "1871/1924"), aged])), [("age", "noted")]);
}
