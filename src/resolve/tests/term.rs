//! Terms whose ends are told in more than one way, and lives that they do not fit into.

use super::*;

const ABROAD: &str = "Ambassador of Norway to Chile";

fn came(document: &str, person: &str, date: &str) -> Told {
    told(document, "appointment", person, ABROAD, date)
}

fn left(document: &str, person: &str, date: &str) -> Told {
    told(document, "dismissal", person, ABROAD, date)
}

impl Told {
    fn by_words(mut self, trigger: &str) -> Told {
        self.0.trigger = Some(trigger.to_owned());
        self
    }
}

#[test]
fn one_step_on_two_days_is_told_of_and_moves_nothing() {
    let two = timeline([left("a", "Anna Lind", "1922-03-04"), left("b", "Anna Lind", "1922-05-28")]);
    assert_eq!(statuses(&two), [("term", "noted")]);
    assert_eq!(dates(&two), ["1922-03-04 dismissal", "1922-05-28 dismissal"]);
    let message =
        "Anna Lind's dismissal as Ambassador of Norway to Chile is told on 1922-03-04 in a, and on 1922-05-28 in b.";
    assert_eq!(two.conflicts[0].message, message);
}

#[test]
fn only_what_contradicts_is_in_a_contradiction() {
    let told = timeline([
        came("a", "Anna Lind", "1922-06-04"),
        came("b", "Anna Lind", "1922-06-04"),
        left("a", "Anna Lind", "1922-03-11"),
        left("b", "Anna Lind", "1923-03-11"),
    ]);
    let [order] = &told.conflicts[..] else { panic!("{:?}", told.conflicts) };
    let both = ["a-appointment-1922-06-04", "b-appointment-1922-06-04", "a-dismissal-1922-03-11"];
    assert_eq!(order.statements, both);
    assert!(order.message.contains("dismissal as Ambassador of Norway to Chile (1922-03-11, a)"), "{}", order.message);
    assert!(order.resolution.because.contains("It is the date that b has."), "{}", order.resolution.because);

    let told = timeline([
        came("a", "Anna Lind", "1922-06-04"),
        came("b", "Anna Lind", "1922-06-04"),
        came("c", "Anna Lind", "1922-06"),
        came("d", "Anna Lind", "1922-06-14"),
    ]);
    let [sources] = &told.conflicts[..] else { panic!("{:?}", told.conflicts) };
    assert_eq!(sources.statements.len(), 3, "the month agrees with all: {:?}", sources.statements);
}

#[test]
fn two_terms_are_no_step_told_twice() {
    let between = [
        came("c", "Anna Lind", "1920-02-01"),
        left("a", "Anna Lind", "1922-03-04"),
        came("c", "Anna Lind", "1922-04-15"),
        left("b", "Anna Lind", "1922-05-28"),
    ];
    assert!(timeline(between).conflicts.is_empty(), "who comes between leaves again");
    let years = timeline([left("a", "Anna Lind", "1922-03-04"), left("b", "Anna Lind", "1923-05-28")]);
    assert!(years.conflicts.is_empty());
    let again = came("b", "Anna Lind", "1922-06-28").by_words("was reinstated");
    assert!(timeline([came("a", "Anna Lind", "1922-03-04"), again]).conflicts.is_empty());
    let one = timeline([left("a", "Anna Lind", "1922-03-04"), left("a", "Anna Lind", "1922-05-28")]);
    assert!(one.conflicts.is_empty(), "one document that tells both means both");
    let of_any = |document: &str, date: &str| told(document, "dismissal", "Anna Lind", "mayor", date);
    let mayors = timeline([of_any("a", "1922-03-04"), of_any("b", "1922-05-28")]);
    assert!(mayors.conflicts.is_empty(), "of which town nobody says");
}

#[test]
fn no_child_is_appointed() {
    let born = |date: &str| told("a", "birth", "Anna Lind", "", date);
    let child = timeline([born("1912-05-01"), came("b", "Anna Lind", "1922-03-04")]);
    assert_eq!(statuses(&child), [("age", "noted")]);
    let message = "Anna Lind's appointment as Ambassador of Norway to Chile (1922-03-04, b) would come within 12 years of \
                   the birth on 1912-05-01.";
    assert_eq!(child.conflicts[0].message, message);
    assert!(timeline([born("1892"), came("b", "Anna Lind", "1922-03-04")]).conflicts.is_empty());
    let crowned = told("b", "term_start", "Anna Lind", "queen", "1913-03-04");
    assert!(timeline([born("1912-05-01"), crowned]).conflicts.is_empty(), "a throne is inherited");
}

#[test]
fn a_told_successor_comes_after_however_long() {
    let lind = || left("a", "Anna Lind", "1925-03-04");
    let follows = came("b", "Karl Berg", "1922-03-10").succeeding("Anna Lind");
    let told = timeline([came("a", "Anna Lind", "1920-02-01"), lind(), follows]);
    assert_eq!(told.conflicts.len(), 1, "{:?}", told.conflicts);
    assert_eq!(told.conflicts[0].kind, "succession");
    let returns = came("c", "Anna Lind", "1923-05-01");
    let follows = came("b", "Karl Berg", "1922-03-10").succeeding("Anna Lind");
    let told = timeline([came("a", "Anna Lind", "1920-02-01"), lind(), follows, returns]);
    assert!(told.conflicts.is_empty(), "she came again in between: {:?}", told.conflicts);
}

#[test]
fn three_voices_with_three_dates_are_left_open() {
    let day = |document: &str, date: &str| came(document, "Anna Lind", date);
    let told = timeline([day("a", "1922-05-04"), day("b", "1922-05-05"), day("c", "1922-05-06")]);
    assert_eq!(statuses(&told), [("sources", "unresolved")]);
    let because = &told.conflicts[0].resolution.because;
    assert!(because.starts_with("No two sources agree, and that one date lies between the others"), "{because}");
}

#[test]
fn the_next_best_of_what_sources_tell_is_what_one_of_them_wrote() {
    let day = |document: &str, date: &str| came(document, "Anna Lind", date);
    let told = timeline([day("a", "1922-05-04"), day("b", "1922-05-04"), day("c", "1922-05-14")]);
    assert_eq!(statuses(&told), [("sources", "repaired")]);
    let next = told.conflicts[0].resolution.runner_up.as_deref().unwrap_or_default();
    assert!(next.contains("1922-05-14"), "{next}");
}

#[test]
fn about_leaves_room_on_both_sides() {
    let told_of = |document: &str, date: &str| told(document, "founding", "Harbour Trust", "", date);
    for (about, other, fits) in [
        ("1919~", "1920", true),
        ("1919~", "1918-03-02", true),
        ("1922-05-04~", "1922-05-07", true),
        ("1922-05-04?", "1922-05-07", false),
        ("1922-05-04~", "1922-05-12", false),
    ] {
        let mut pair = [told_of("a", about), told_of("b", other)];
        pair.iter_mut().for_each(|told| told.0.event = Some("founding".to_owned()));
        assert_eq!(timeline(pair).conflicts.is_empty(), fits, "{about} {other}");
    }
}
