//! The resolver as a whole, on statements written by hand.

mod desk;
mod dossier;
mod doubt;
mod moved;
mod sense;
mod term;

use super::*;
use crate::statement::{Gap, Relation, Target};

struct Told(Statement);

fn told(document: &str, kind: &str, person: &str, role: &str, date: &str) -> Told {
    Told(Statement {
        id: format!("{document}-{kind}-{date}"),
        document: document.to_owned(),
        kind: kind.into(),
        person: Some(person.to_owned()),
        role: (!role.is_empty()).then(|| role.to_owned()),
        date: (!date.is_empty()).then(|| date.parse().unwrap()),
        date_text: (!date.is_empty()).then(|| date.to_owned()),
        ..Statement::default()
    })
}

impl Told {
    fn published(mut self, date: &str) -> Told {
        self.0.published = date.parse().ok();
        self
    }

    fn weekday(mut self, day: &str) -> Told {
        self.0.weekday = day.parse().ok();
        self
    }

    /// The statement stands `text` after the one with the id `from`.
    fn after(mut self, from: &str, text: &str, period: Option<&str>, rounding: crate::calendar::Rounding) -> Told {
        self.0.relations.push(Relation {
            from: Target::Statement(from.to_owned()),
            to: Target::Statement(self.0.id.clone()),
            gap: period.map(|period| Gap { period: period.parse().unwrap(), rounding }),
            text: text.to_owned(),
            start: 0,
            end: 0,
        });
        self
    }
}

fn timeline(told: impl IntoIterator<Item = Told>) -> Timeline {
    resolve(Input { statements: told.into_iter().map(|told| told.0).collect(), ..Input::default() })
}

fn dates(timeline: &Timeline) -> Vec<String> {
    let line =
        |entry: &Entry| format!("{} {}", entry.date.map(|date| date.to_string()).unwrap_or_default(), entry.kind);
    timeline.entries.iter().map(line).collect()
}

fn statuses(timeline: &Timeline) -> Vec<(&str, &str)> {
    timeline.conflicts.iter().map(|conflict| (conflict.kind.as_str(), conflict.resolution.status.as_str())).collect()
}

const POST: &str = "Minister of Fisheries of Norway";

use crate::calendar::Rounding;

#[test]
fn a_year_that_puts_the_end_before_the_start_is_repaired() {
    let timeline = timeline([
        told("a", "appointment", "Anna Lind", POST, "1922-09-02"),
        told("a", "dismissal", "Anna Lind", "ministerial post", "1922-09-01"),
        told("a", "appointment", "Karl Berg", "Minister of Fisheries and Shipping of Norway", "1923-09-02").after(
            "a-dismissal-1922-09-01",
            "the next day",
            Some("P1D"),
            Rounding::Stated,
        ),
    ]);
    assert_eq!(dates(&timeline), ["1922-09-02 appointment", "1923-09-01 dismissal", "1923-09-02 appointment"]);
    assert_eq!(statuses(&timeline), [("order", "repaired")]);
    let conflict = &timeline.conflicts[0];
    assert_eq!(conflict.statements.len(), 2);
    assert_eq!(
        conflict.message,
        "Anna Lind's dismissal from the ministerial post (1922-09-01, a) would come before Anna Lind's appointment as \
         Minister of Fisheries of Norway (1922-09-02, a)."
    );
    let resolution = &conflict.resolution;
    assert_eq!(
        resolution.changed.as_deref(),
        Some("a-dismissal-1922-09-01: 1922-09-01 to 1923-09-01 (the year alone changes)")
    );
    assert!(resolution.because.contains("It also agrees with “the next day” (a)."), "{}", resolution.because);
    assert!(resolution.runner_up.is_some() && resolution.margin.is_some_and(|margin| margin > cost::MARGIN));
    assert_eq!(timeline.entries[1].sources[0].read_as.unwrap().to_string(), "1922-09-01");
    assert_eq!(timeline.entries[1].conflicts, std::slice::from_ref(&conflict.id));
}

#[test]
fn a_badly_rounded_gap_leaves_the_dates_and_is_told_once() {
    let timeline = timeline([
        told("a", "appointment", "Anna Lind", "Ambassador of Norway to Chile", "1920-01-15"),
        told("a", "credentials", "Anna Lind", "", "1920-02-21").after(
            "a-appointment-1920-01-15",
            "some three weeks later",
            Some("P3W"),
            Rounding::About,
        ),
    ]);
    assert_eq!(dates(&timeline), ["1920-01-15 appointment", "1920-02-21 credentials"]);
    assert_eq!(statuses(&timeline), [("gap", "noted")]);
}

#[test]
fn a_wrong_stated_gap_leaves_the_dates() {
    let timeline = timeline([
        told("a", "appointment", "Anna Lind", "Ambassador of Norway to Chile", "1920-01-29"),
        told("a", "credentials", "Anna Lind", "", "1920-02-05").after(
            "a-appointment-1920-01-29",
            "a little more than 5 days later",
            Some("P5D"),
            Rounding::LittleMore,
        ),
    ]);
    assert_eq!(dates(&timeline), ["1920-01-29 appointment", "1920-02-05 credentials"]);
    assert_eq!(statuses(&timeline), [("gap", "noted")]);
    assert_eq!(timeline.checks[0].verdict, "contradicted");
    assert!(
        timeline.conflicts[0].message.ends_with("the dates are 7 days apart."),
        "{}",
        timeline.conflicts[0].message
    );
}

#[test]
fn stated_gaps_are_confirmed_or_loose() {
    for (period, rounding, verdict) in [
        ("P5M1D", Rounding::Stated, "confirmed"),
        ("P5M", Rounding::Stated, "confirmed"),
        ("P6M", Rounding::Almost, "loose"),
    ] {
        let timeline = timeline([
            told("a", "appointment", "Anna Lind", POST, "1923-07-03"),
            told("a", "credentials", "Anna Lind", "", "1923-12-04").after(
                "a-appointment-1923-07-03",
                "later",
                Some(period),
                rounding,
            ),
        ]);
        assert_eq!(timeline.checks[0].verdict, verdict, "{rounding:?} {period}");
        let expected = if verdict == "loose" { vec![("gap", "noted")] } else { Vec::new() };
        assert_eq!(statuses(&timeline), expected);
        assert!(timeline.conflicts.iter().all(|conflict| conflict.severity == crate::diagnostic::Severity::Warning));
    }
}

#[test]
fn two_sources_that_agree_are_one_entry() {
    let timeline = timeline([
        told("a", "appointment", "Anna Lind", "fisheries minister", "1922-01-11").published("1922-01-13"),
        told("b", "appointment", "Anna Lind", POST, "1922-01-11"),
        told("c", "appointment", "Anna Lind", POST, ""),
    ]);
    assert_eq!(dates(&timeline), ["1922-01-11 appointment"]);
    assert_eq!(timeline.entries[0].sources.len(), 3);
    let [check] = &timeline.checks[..] else { panic!("{timeline:?}") };
    assert_eq!((check.kind.as_str(), check.verdict.as_str()), ("agreement", "confirmed"));
    assert!(check.message.ends_with(": a and b agree on 1922-01-11."), "{check:?}");
    assert_eq!(check.statements.len(), 2);
}

#[test]
fn what_tells_no_date_agrees_to_none() {
    let pair = |published: Option<&str>| {
        let undated = told("a", "appointment", "Anna Lind", "fisheries minister", "");
        let undated = published.into_iter().fold(undated, Told::published);
        let timeline = timeline([undated, told("b", "appointment", "Anna Lind", POST, "1922-01-11")]);
        assert_eq!((dates(&timeline).len(), timeline.entries[0].sources.len()), (1, 2));
        timeline.checks.into_iter().map(|check| check.message).collect::<Vec<_>>()
    };
    let bounded = pair(Some("1922-01-13"));
    assert!(bounded[0].ends_with("1922-01-11 in b; a tells of it without a date, and appeared on 1922-01-13."));
    assert!(pair(None).is_empty());
}

#[test]
fn an_undated_event_keeps_the_bound_of_its_report() {
    let timeline = timeline([told("a", "appointment", "Anna Lind", POST, "").published("1922-01-13")]);
    assert!(timeline.entries.is_empty());
    let entry = &timeline.undated[0];
    assert_eq!((entry.date, entry.latest.unwrap().to_string().as_str()), (None, "1922-01-13"));
    assert!(entry.derivation[1].starts_with("No later than 1922-01-13, because"), "{:?}", entry.derivation);
}

#[test]
fn one_against_one_stays_open_and_one_against_two_does_not() {
    let source = |document: &str, date: &str| told(document, "appointment", "Anna Lind", POST, date);
    let even = timeline([source("a", "1922-01-11"), source("b", "1922-01-12")]);
    assert_eq!(statuses(&even), [("sources", "unresolved")]);
    assert_eq!(dates(&even), ["1922-01-11? appointment"]);
    let day = timeline([source("a", "1922-01-11"), source("b", "1922-01-12").weekday("Saturday")]);
    assert!(day.conflicts[0].message.ends_with("1922-01-12 (a Thursday, not a Saturday) in b."), "{day:?}");
    let most = timeline([source("a", "1922-01-11"), source("b", "1922-01-12"), source("c", "1922-01-12")]);
    assert_eq!(statuses(&most), [("sources", "repaired")]);
    assert_eq!(dates(&most), ["1922-01-12 appointment"]);
}

#[test]
fn the_order_of_a_tenure_decides_between_one_and_one() {
    let of = |kind: &str, document: &str, date: &str| told(document, kind, "Anna Lind", POST, date);
    for (kind, other, between) in
        [("appointment", "dismissal", "1921-12-03"), ("dismissal", "appointment", "1921-12-03")]
    {
        let two = timeline([of(kind, "a", "1921-05-06"), of(kind, "b", "1922-05-06"), of(other, "c", between)]);
        assert_eq!(two.conflicts[0].resolution.status, "repaired", "{kind}");
        assert_eq!(two.conflicts[0].resolution.margin, Some(23), "the other year moves what stands between: {kind}");
    }
}

#[test]
fn a_coarser_date_joins_the_finer_one() {
    let timeline = timeline([
        told("a", "appointment", "Anna Lind", POST, "1922-01"),
        told("b", "appointment", "Anna Lind", POST, "1922-01-03/1922-01-09"),
        told("c", "appointment", "A. Lind", "fisheries minister", "1922"),
    ]);
    assert_eq!(dates(&timeline), ["1922-01-03/1922-01-09 appointment"]);
}

#[test]
fn a_wrong_weekday_is_noted() {
    let timeline = timeline([told("a", "appointment", "Anna Lind", POST, "1922-01-11").weekday("Saturday")]);
    assert_eq!(dates(&timeline), ["1922-01-11 appointment"]);
    assert_eq!(statuses(&timeline), [("weekday", "noted")]);
    assert!(timeline.conflicts[0].message.ends_with("1922-01-11 is a Wednesday, not a Saturday as a has it."));
}

#[test]
fn a_report_before_the_event_is_a_slip_of_the_year() {
    let timeline = timeline([told("a", "appointment", "Anna Lind", POST, "1922-12-04").published("1922-01-13")]);
    assert_eq!(dates(&timeline), ["1921-12-04 appointment"]);
    assert_eq!(statuses(&timeline), [("publication", "repaired")]);
}

#[test]
fn two_terms_and_a_succession_are_no_contradiction() {
    let timeline = timeline([
        told("a", "appointment", "Anna Lind", POST, "1912-03-01"),
        told("a", "dismissal", "Anna Lind", POST, "1915-03-01"),
        told("a", "appointment", "Karl Berg", POST, "1915-03-01"),
        told("a", "resignation", "Karl Berg", POST, "1918-05-02"),
        told("a", "appointment", "Anna Lind", POST, "1918-05-02"),
        told("b", "dismissal", "Anna Lind", POST, "1920"),
    ]);
    assert_eq!(timeline.entries.len(), 6);
    assert!(timeline.conflicts.is_empty(), "{:?}", timeline.conflicts);
}

#[test]
fn what_did_not_happen_is_left_out_and_named() {
    let mut denied = told("a", "resignation", "Anna Lind", POST, "1922-01-11");
    denied.0.certainty = crate::statement::Certainty::Denied;
    let sentence = denied.0.sentence.clone();
    let timeline = timeline([denied]);
    assert!(timeline.entries.is_empty());
    assert_eq!(timeline.diagnostics[0].message, format!("left out of the timeline, being denied: “{sentence}”"));
}

#[test]
fn a_plan_is_told_as_one_until_it_is_carried_out() {
    let plan = || {
        let mut plan = told("a", "resignation", "Anna Lind", POST, "1922-01");
        plan.0.certainty = crate::statement::Certainty::Planned;
        plan
    };
    let titles = |timeline: &Timeline| -> Vec<bool> {
        timeline.entries.iter().map(|entry| entry.title.ends_with(" (planned)")).collect()
    };
    assert_eq!(titles(&timeline([plan()])), [true]);
    let done = told("b", "resignation", "Anna Lind", POST, "1922-01-11");
    assert_eq!(titles(&timeline([plan(), done])), [false]);
}

#[test]
fn an_event_field_decides_identity() {
    let with_event = |document: &str, date: &str| {
        let mut told = told(document, "departure", "", "", date);
        told.0.event = Some("night train".to_owned());
        told
    };
    let timeline = timeline([
        with_event("a", "1922-01-11T10:05"),
        with_event("b", "1922-01-11T10:05"),
        with_event("c", "1922-01-11T11:50"),
    ]);
    assert_eq!(dates(&timeline), ["1922-01-11T10:05 departure"]);
    assert_eq!(timeline.entries[0].event.as_deref(), Some("night train"));
}

#[test]
fn a_trusted_source_outweighs_two_others() {
    let source = |document: &str, date: &str| told(document, "appointment", "Anna Lind", POST, date).0;
    let statements = vec![source("gazette", "1922-01-11"), source("b", "1922-01-12"), source("c", "1922-01-12")];
    let mut trust = Trust::default();
    assert!(trust.read("trust", "gazette = 0.999\nb = 0.7\nc = 0.7").is_empty());
    let timeline = resolve(Input { statements, trust, ..Input::default() });
    assert_eq!(dates(&timeline), ["1922-01-11 appointment"]);
    assert!(timeline.conflicts[0].resolution.because.contains("weighs as far as it is trusted"));
}

#[test]
fn a_term_may_end_after_the_report_of_it() {
    let timeline = timeline([told("a", "term_end", "Anna Lind", POST, "1925").published("1923-12-05")]);
    assert_eq!(dates(&timeline), ["1925 term_end"]);
    assert!(timeline.conflicts.is_empty());
}
