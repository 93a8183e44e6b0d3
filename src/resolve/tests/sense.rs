//! Common sense, rule by rule: what contradicts it, what does not, and what may or may not.

use super::*;
use crate::calendar::{Date, Qualifier};
use crate::statement::{Born, Ordinal, Tense};

impl Told {
    fn tense(mut self, tense: Tense) -> Told {
        self.0.tense = Some(tense);
        self
    }

    fn sentence(mut self, sentence: &str) -> Told {
        self.0.sentence = sentence.to_owned();
        self
    }

    pub(super) fn succeeding(mut self, predecessor: &str) -> Told {
        self.0.succeeds = Some(predecessor.to_owned());
        self
    }

    fn born(mut self, date: &str, text: &str) -> Told {
        self.0.born = Some(Box::new(Born { date: date.parse().unwrap(), text: text.to_owned(), start: 0, end: 0 }));
        self
    }

    fn numbered(mut self, number: u32, since: Option<&str>) -> Told {
        let since = since.map(|date| date.parse().unwrap());
        self.0.ordinal = Some(Box::new(Ordinal { number, since, text: format!("{number}th"), start: 0, end: 0 }));
        self
    }
}

/// The conflicts of `told`, as their kinds and what was done.
fn conflicts<const N: usize>(told: [Told; N]) -> Vec<(String, String)> {
    let timeline = timeline(told);
    let line = |conflict: &Conflict| (conflict.kind.clone(), conflict.resolution.status.clone());
    timeline.conflicts.iter().map(line).collect()
}

fn is(found: &[(String, String)]) -> Vec<(&str, &str)> {
    found.iter().map(|(kind, status)| (kind.as_str(), status.as_str())).collect()
}

#[test]
fn nobody_acts_after_death() {
    let death = || told("a", "death", "Anna Lind", "", "1921-03-04");
    let late = conflicts([death(), told("b", "appointment", "Anna Lind", POST, "1921-09-30")]);
    assert_eq!(is(&late), [("life", "unresolved")], "either year may be wrong");
    assert!(conflicts([death(), told("b", "appointment", "Anna Lind", POST, "1920-09-30")]).is_empty());
    let term = conflicts([death(), told("b", "term_end", "Anna Lind", POST, "1921-03-09")]);
    assert!(term.is_empty(), "a term may be ended after death: {term:?}");
    let years = conflicts([death(), told("b", "resignation", "Anna Lind", POST, "1923-09-30")]);
    assert_eq!(is(&years), [("life", "unresolved")], "it may have been ten years before");
    let namesake = conflicts([death(), told("b", "appointment", "Anna Lind", POST, "1950-01-02")]);
    assert!(namesake.is_empty(), "somebody else of that name: {namesake:?}");
}

#[test]
fn what_stays_open_keeps_the_dates_as_written() {
    let timeline = timeline([
        told("a", "death", "Anna Lind", POST, "1921-05-03"),
        told("a", "resignation", "Anna Lind", POST, "1921-05-07"),
    ]);
    let [conflict] = &timeline.conflicts[..] else { panic!("{timeline:?}") };
    assert_eq!((conflict.kind.as_str(), conflict.resolution.status.as_str()), ("life", "unresolved"));
    let read: Vec<Option<Date>> = timeline.entries.iter().map(|entry| entry.sources[0].read_as).collect();
    let dated = timeline.entries.iter().map(|entry| entry.date.map(|date| date.qualified(Qualifier::Exact)));
    assert_eq!(dated.collect::<Vec<_>>(), read);
    assert!(timeline.entries.iter().any(|entry| entry.date.is_some_and(|date| date.to_string().ends_with('?'))));
    assert_eq!(conflict.resolution.changes.len(), 1, "the change that comes nearest is told");
}

#[test]
fn nobody_acts_before_birth() {
    let birth = || told("a", "birth", "Anna Lind", "", "1912");
    let early = conflicts([birth(), told("b", "election", "Anna Lind", POST, "1908-02-03")]);
    assert_eq!(is(&early), [("life", "unresolved")]);
    assert!(conflicts([birth(), told("b", "election", "Anna Lind", POST, "1948-02-03")]).is_empty());
    let death = conflicts([birth(), told("b", "death", "Anna Lind", "", "1909-02-03")]);
    assert_eq!(is(&death), [("life", "unresolved")]);
    assert!(conflicts([birth(), told("b", "death", "Anna Lind", "", "1989-02-03")]).is_empty());
    let namesake = conflicts([birth(), told("b", "election", "Anna Lind", POST, "1848-02-03")]);
    assert!(namesake.is_empty(), "somebody else of that name: {namesake:?}");
}

#[test]
fn nobody_is_in_office_long_before_the_appointment() {
    let pair = |start: &str| {
        let appointment = told("a", "appointment", "Anna Lind", POST, "1921-11-04");
        conflicts([appointment, told("b", "term_start", "Anna Lind", POST, start)])
    };
    assert_eq!(is(&pair("1921-02-03")), [("order", "noted")]);
    assert!(pair("1921-11-20").is_empty());
    assert!(pair("1921-07-20").is_empty(), "acting, and confirmed in the autumn");
    let mut sworn_in = told("b", "term_start", "Anna Lind", POST, "1921-07-20");
    sworn_in.0.trigger = Some("sworn in".to_owned());
    let appointment = told("a", "appointment", "Anna Lind", POST, "1921-11-04");
    assert_eq!(is(&conflicts([appointment, sworn_in])), [("order", "noted")], "nobody is sworn in as acting");
}

#[test]
fn a_term_ends_once() {
    let term = |role: &str, published: &str| {
        let sentence = "She was minister from 1915 to 1921.";
        let start = told("a", "term_start", "Anna Lind", role, "1915").sentence(sentence).published(published);
        [start, told("a", "term_end", "Anna Lind", role, "1921").sentence(sentence).published(published)]
    };
    let with = |[start, end]: [Told; 2], date: &str| {
        conflicts([start, end, told("b", "resignation", "Anna Lind", POST, date)])
    };
    assert_eq!(is(&with(term(POST, "1925-01-01"), "1918-05-02")), [("term", "noted")]);
    assert!(with(term(POST, "1925-01-01"), "1921-02-03").is_empty());
    assert!(with(term("", "1925-01-01"), "1918-05-02").is_empty(), "of which office is not told");
    assert!(with(term(POST, "1916-01-01"), "1918-05-02").is_empty(), "the end that was foreseen");
}

#[test]
fn who_succeeds_comes_when_the_other_has_gone() {
    let pair = |start: &str, kind: &str| {
        let left = told("a", "dismissal", "Karl Berg", "chief surveyor", "1921-06-30");
        conflicts([left, told("a", kind, "Anna Lind", "surveyor", start).succeeding("Karl Berg")])
    };
    assert_eq!(is(&pair("1920-12-30", "term_start")), [("succession", "unresolved")]);
    assert!(pair("1921-07-01", "term_start").is_empty());
    assert!(pair("1921-03-01", "election").is_empty(), "elected ahead of time");

    let overlap = timeline([
        told("a", "dismissal", "Karl Berg", POST, "1921-06-30"),
        told("a", "term_start", "Anna Lind", POST, "1921-06-20").succeeding("Karl Berg"),
    ]);
    let [conflict] = &overlap.conflicts[..] else { panic!("{overlap:?}") };
    assert_eq!((conflict.kind.as_str(), conflict.severity), ("succession", Severity::Warning));
    assert_eq!(conflict.resolution.because, "The dates stand: it may be a handover.");
}

#[test]
fn the_office_comes_after_the_act_that_gives_it() {
    let pair = |kind: &str, role: &str, start: &str| {
        let given = told("a", kind, "Anna Lind", POST, "1921-05-16");
        timeline([given, told("b", "term_start", "Anna Lind", role, start)]).conflicts
    };
    for kind in ["appointment", "election"] {
        let early = pair(kind, POST, "1921-05-02");
        let [conflict] = &early[..] else { panic!("{early:?}") };
        assert_eq!((conflict.kind.as_str(), conflict.severity), ("order", Severity::Warning), "{kind}");
        let because = "The dates stand: the office may have been held as acting before.";
        assert_eq!(conflict.resolution.because, because);
        assert!(pair(kind, POST, "1921-05-16").is_empty(), "{kind}");
        assert!(pair(kind, POST, "1921-05-12").is_empty(), "signed late: {kind}");
        assert!(pair(kind, "acting minister of fisheries of Norway", "1921-05-02").is_empty(), "{kind}");
    }
    assert!(pair("election", POST, "1921-02-02").is_empty(), "a holder who stands for it");

    let with_predecessor = conflicts([
        told("a", "dismissal", "Karl Berg", POST, "1921-05-10"),
        told("a", "appointment", "Anna Lind", POST, "1921-05-16").succeeding("Karl Berg"),
        told("b", "term_start", "Anna Lind", POST, "1921-05-02").succeeding("Karl Berg"),
    ]);
    assert_eq!(is(&with_predecessor), [("order", "noted")], "told once, and not of a handover as well");
}

#[test]
fn nobody_comes_before_the_one_who_is_still_there_has_gone() {
    let pair = |role: &str, start: &str| {
        let left = told("a", "dismissal", "Karl Berg", role, "1921-10-05").published("1921-10-12");
        conflicts([left, told("a", "appointment", "Anna Lind", role, start).published("1921-10-12")])
    };
    assert_eq!(is(&pair(POST, "1921-10-03")), [("succession", "noted")]);
    assert_eq!(is(&pair(POST, "1921-08-03")), [("succession", "noted")], "no year is moved for it");
    assert!(pair(POST, "1921-10-05").is_empty());
    assert!(pair(POST, "1920-08-03").is_empty(), "another may have come and gone between");
    assert!(pair("minister", "1921-08-03").is_empty(), "of what is not told");
}

#[test]
fn the_dead_sign_nothing() {
    let death = || told("a", "death", "Anna Lind", "", "1921-03-04");
    let signed = |date: &str| conflicts([death(), told("b", "agreement", "Anna Lind", "", date)]);
    assert_eq!(is(&signed("1921-09-30")), [("life", "unresolved")]);
    assert!(signed("1921-03-03").is_empty());
    let named = conflicts([death(), told("b", "award", "Anna Lind", "", "1921-09-30")]);
    assert!(named.is_empty(), "honours come after death too: {named:?}");
}

#[test]
fn an_age_is_held_against_a_birth_told_elsewhere() {
    let pair = |birth: &str| {
        conflicts([
            told("a", "birth", "Anna Lind", "", birth),
            told("b", "death", "Anna Lind", "", "1937-02-03").born("1855-02-04/1856-02-03", "at 81"),
        ])
    };
    assert_eq!(is(&pair("1859-06-02")), [("age", "noted")]);
    assert!(pair("1855-06-02").is_empty());
}

#[test]
fn what_is_told_as_done_is_not_later_than_the_report() {
    let report = |kind: &str| told("a", kind, "Anna Lind", POST, "1922-12-04").published("1922-01-13");
    for kind in ["resignation", "term_start", "nomination", "meeting"] {
        assert_eq!(is(&conflicts([report(kind).tense(Tense::Past)])), [("publication", "repaired")], "{kind}");
        assert!(conflicts([report(kind)]).is_empty(), "{kind} may be announced");
    }
    let either = conflicts([report("appointment").tense(Tense::Either)]);
    assert!(either.is_empty(), "appointed as of a later day: {either:?}");
}

#[test]
fn what_is_told_as_to_come_is_not_past() {
    let plan = |date: &str| {
        let mut plan = told("a", "term_start", "Anna Lind", POST, date).published("1922-01-13").tense(Tense::Future);
        plan.0.certainty = crate::statement::Certainty::Planned;
        timeline([plan])
    };
    let past = plan("1921-02-03");
    assert_eq!(statuses(&past), [("tense", "noted")]);
    assert_eq!(dates(&past), ["1921-02-03 term_start"]);
    assert!(plan("1922-02-03").conflicts.is_empty());
    assert!(plan("1905-02-03").conflicts.is_empty(), "history told in its own tense");
}

#[test]
fn ages_agree_within_a_year() {
    let pair = |second: &str| {
        conflicts([
            told("a", "appointment", "Anna Lind", POST, "1921-02-03").born("1866-02-04/1867-02-03", "54"),
            told("b", "death", "Anna Lind", "", "1937-02-03").born(second, "at 71"),
        ])
    };
    assert_eq!(is(&pair("1870-02-04/1871-02-03")), [("age", "noted")]);
    assert!(pair("1866-05-05/1867-05-04").is_empty());
    assert!(pair("1867-12-04/1868-12-03").is_empty(), "the age of last year's article");
}

#[test]
fn ages_of_one_article_are_of_one_day() {
    let pair = |birth: &str| {
        conflicts([
            told("a", "birth", "Anna Lind", "", birth),
            told("a", "death", "Anna Lind", "", "1937-02-03").born("1855-02-04/1856-02-03", "at 81"),
        ])
    };
    assert_eq!(is(&pair("1856-06-02")), [("age", "noted")]);
    assert!(pair("1855-06-02").is_empty());
    let birth = |document: &str| told(document, "birth", "Anna Lind", "", "1856-06-02");
    let age =
        |document: &str| told(document, "death", "Anna Lind", "", "1937-02-03").born("1855-02-04/1856-02-03", "at 81");
    let elsewhere = conflicts([birth("a"), birth("b"), age("b")]);
    assert_eq!(is(&elsewhere), [("age", "noted")], "whoever else has the birth");
    assert!(conflicts([birth("a"), birth("c"), age("b")]).is_empty(), "an age of last year");
}

#[test]
fn holders_are_numbered_as_they_follow() {
    let holders = |first: u32, second: u32| {
        conflicts([
            told("a", "term_start", "Anna Lind", POST, "1911-02-03").numbered(first, None),
            told("b", "term_start", "Karl Berg", POST, "1921-02-03").numbered(second, None),
        ])
    };
    assert_eq!(is(&holders(12, 12)), [("number", "noted")]);
    assert_eq!(is(&holders(13, 12)), [("number", "noted")]);
    assert!(holders(12, 14).is_empty());
}

#[test]
fn one_step_into_an_office_has_one_number() {
    let start = |document: &str, date: &str| told(document, "term_start", "Anna Lind", POST, date);
    let twice = conflicts([start("a", "1911-02-03").numbered(12, None), start("b", "1911-02-03").numbered(13, None)]);
    assert_eq!(is(&twice), [("number", "noted")]);
    let again = conflicts([start("a", "1911-02-03").numbered(12, None), start("b", "1924-05-03").numbered(14, None)]);
    assert!(again.is_empty(), "two terms: {again:?}");
}

#[test]
fn one_time_in_an_office_has_one_number() {
    let come = |date: &str| told("a", "term_start", "Anna Lind", POST, date).numbered(7, None);
    let gone = |number| told("b", "resignation", "Anna Lind", POST, "1924-05-03").numbered(number, None);
    assert_eq!(is(&conflicts([come("1921-05-03"), gone(8)])), [("number", "noted")]);
    assert!(conflicts([come("1921-05-03"), gone(7)]).is_empty());
    let again = told("a", "term_start", "Anna Lind", POST, "1923-05-03");
    assert!(conflicts([come("1911-05-03"), again, gone(8)]).is_empty(), "the second time");
}

#[test]
fn no_number_is_left_out_where_there_is_no_room() {
    let come = || told("a", "term_start", "Anna Lind", POST, "1911-02-03").numbered(12, None);
    let next = || told("b", "term_start", "Karl Berg", POST, "1921-02-03").numbered(14, None);
    let gone = |date: &str| told("a", "resignation", "Anna Lind", POST, date);
    assert_eq!(is(&conflicts([come(), gone("1921-02-02"), next()])), [("number", "noted")]);
    assert!(conflicts([come(), gone("1920-02-02"), next()]).is_empty(), "another in that year");
    assert!(conflicts([come(), gone("1921"), next()]).is_empty(), "another in those weeks");
    let mut told_so = next();
    told_so.0.succeeds = Some("Lind".to_owned());
    assert_eq!(is(&conflicts([come(), told_so])), [("number", "noted")]);
}

#[test]
fn no_more_are_counted_than_follow_each_other() {
    let come = |person: &str, date: &str| told("a", "term_start", person, POST, date);
    let gone = |person: &str, date: &str| told("a", "resignation", person, POST, date);
    let last = |number| told("b", "term_start", "Olga Moe", POST, "1920-07-08").numbered(number, Some("1916"));
    let row = |number, until: &str| {
        conflicts([
            come("Anna Lind", "1916-01-01"),
            gone("Anna Lind", "1918-01-08"),
            come("Karl Berg", "1918-01-08"),
            gone("Karl Berg", until),
            last(number),
        ])
    };
    assert_eq!(is(&row(5, "1920-07-08")), [("number", "noted")]);
    assert!(row(3, "1920-07-08").is_empty());
    assert!(row(4, "1920-07-08").is_empty(), "with who was there when the counting begins");
    assert!(row(5, "1919-07-08").is_empty(), "others between");
}

#[test]
fn no_more_holders_are_known_than_are_counted() {
    let known = |number: u32| {
        conflicts([
            told("a", "term_start", "Anna Lind", POST, "1912"),
            told("a", "term_start", "Karl Berg", POST, "1914"),
            told("a", "term_start", "Olga Moe", POST, "1916"),
            told("b", "term_start", "Ivo Lund", POST, "1918").numbered(number, Some("1911")),
        ])
    };
    assert_eq!(is(&known(3)), [("number", "noted")]);
    assert!(known(4).is_empty());
    assert!(known(5).is_empty(), "one of them is not told");
}

#[test]
fn a_son_acts_when_the_father_of_his_name_is_dead() {
    let died = |name: &str| told("a", "death", name, "", "1921-10-08");
    let named = |name: &str, date: &str| told("b", "appointment", name, POST, date);
    assert!(timeline([died("Karl Berg"), named("Karl Berg Jr", "1922-01-17")]).conflicts.is_empty());
    let two = timeline([died("Karl Berg"), named("Karl Berg Jr", "1922-01-17"), named("Karl Berg", "1922-03-17")]);
    assert_eq!(statuses(&two).len(), 1, "the father after his death");
    let one = timeline([died("Karl Berg"), named("Karl Berg Jr", "1920-01-17"), named("Karl Berg", "1920-01-18")]);
    assert_eq!(one.conflicts.len(), 1, "one of whom some leave out the Jr, dated in two ways");
    assert_eq!(timeline([died("Karl Berg"), named("Karl Berg", "1922-01-17")]).conflicts.len(), 1);
}
