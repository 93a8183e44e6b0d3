//! What a news desk meets: two articles or three, what of them contradicts each other, and what only seems to.

use super::*;
use crate::statement::Certainty;

impl Told {
    fn by(mut self, who: &str) -> Told {
        self.0.by = Some(who.to_owned());
        self
    }

    fn printed(mut self, publisher: &str, published: &str, sentence: &str) -> Told {
        (self.0.publisher, self.0.sentence) = (Some(publisher.to_owned()), sentence.to_owned());
        self.published(published)
    }
}

/// How many events there are and what contradicts what.
fn outcome<const N: usize>(told: [Told; N]) -> (usize, Vec<(String, String)>) {
    let timeline = timeline(told);
    let line = |conflict: &Conflict| (conflict.kind.clone(), conflict.resolution.status.clone());
    (timeline.entries.len(), timeline.conflicts.iter().map(line).collect())
}

fn quiet(events: usize) -> (usize, Vec<(String, String)>) {
    (events, Vec::new())
}

#[test]
fn the_old_year_is_typed_in_the_new_one() {
    let left = |document: &str, date: &str, published: &str| {
        told(document, "dismissal", "Anna Lind", POST, date).published(published)
    };
    let come = || told("a", "appointment", "Anna Lind", POST, "1921-06-03").published("1921-06-10");
    let slipped = timeline([come(), left("b", "1921-01-08", "1922-01-10")]);
    assert_eq!(statuses(&slipped), [("order", "repaired")]);
    assert_eq!(dates(&slipped), ["1921-06-03 appointment", "1922-01-08 dismissal"]);
    let in_summer = timeline([come(), left("b", "1921-05-08", "1922-05-10")]);
    assert_eq!(statuses(&in_summer), [("order", "unresolved")], "either year may be wrong");
}

#[test]
fn credentials_go_to_one_state_after_the_other() {
    let presented = |document: &str, date: &str, to: &str| {
        told(document, "credentials", "Anna Lind", "Ambassador of Norway", date).by(to)
    };
    let chile = || presented("a", "1921-03-02", "the President of Chile");
    assert_eq!(outcome([chile(), presented("b", "1921-04-12", "the President of Peru")]), quiet(2));
    assert_eq!(
        outcome([chile(), presented("b", "1921-04-02", "King Olav of Denmark")]),
        quiet(2),
        "no slip of the month"
    );
    let (events, conflicts) = outcome([chile(), presented("b", "1921-03-12", "President Alessandri of Chile")]);
    assert_eq!((events, conflicts.len()), (1, 1), "one presentation, dated in two ways");
}

#[test]
fn of_an_office_that_nobody_names_there_may_be_two() {
    let elected = |document: &str, date: &str| told(document, "election", "Anna Lind", "", date);
    assert_eq!(outcome([elected("a", "1921-04-22"), elected("b", "1921-05-06")]), quiet(2), "two rounds, or two posts");
    let named = |document: &str, date: &str| told(document, "election", "Anna Lind", POST, date);
    assert_eq!(outcome([named("a", "1921-04-22"), named("b", "1921-05-06")]).0, 1);
}

#[test]
fn who_resigned_here_was_dismissed_there() {
    let left = |document: &str, kind: &str, date: &str| told(document, kind, "Anna Lind", POST, date);
    let same_day = timeline([left("a", "resignation", "1921-05-03"), left("b", "dismissal", "1921-05-03")]);
    assert_eq!((same_day.entries.len(), statuses(&same_day)), (1, vec![("term", "noted")]));
    let [conflict] = &same_day.conflicts[..] else { panic!("{same_day:?}") };
    assert_eq!(conflict.message, "Anna Lind resigned according to a, but was dismissed according to b.");
    assert_eq!(same_day.entries[0].conflicts, std::slice::from_ref(&conflict.id));

    let beside = timeline([left("a", "resignation", "1921-05-03"), left("b", "dismissal", "1921-05-04")]);
    assert_eq!((beside.entries.len(), beside.conflicts.len()), (1, 2), "and on which day is open");
    assert_eq!(outcome([left("a", "resignation", "1921-05-03"), left("b", "dismissal", "1921-06-20")]), quiet(2));
    assert_eq!(outcome([left("a", "resignation", "1921-05-03"), left("a", "dismissal", "1921-05-04")]), quiet(2));
    let deputy = told("b", "dismissal", "Anna Lind", "deputy Minister of Fisheries of Norway", "1921-05-04");
    assert_eq!(outcome([left("a", "resignation", "1921-05-03"), deputy]), quiet(2), "two offices");
}

#[test]
fn whom_nobody_prints_cannot_be_trusted() {
    let mut trust = Trust::default();
    assert!(trust.read("trust", "Gazete = 0.9\na = 0.8").is_empty());
    let statements = vec![told("a", "appointment", "Anna Lind", POST, "1922-01-11").0];
    let timeline = resolve(Input { statements, trust, ..Input::default() });
    let [remark] = &timeline.diagnostics[..] else { panic!("{timeline:?}") };
    assert_eq!((remark.document.as_str(), remark.line, remark.severity), ("trust", Some(1), Severity::Warning));
}

#[test]
fn a_plan_is_overtaken_by_the_report() {
    let plan = |date: &str, published: &str| {
        let mut plan = told("a", "appointment", "Anna Lind", POST, date).published(published);
        plan.0.certainty = crate::statement::Certainty::Planned;
        plan
    };
    let report = || told("b", "appointment", "Anna Lind", POST, "1921-05-26").published("1921-05-27");
    let timeline = timeline([plan("1921-05-20", "1921-05-01"), report()]);
    assert_eq!((dates(&timeline), timeline.conflicts.len()), (vec!["1921-05-26 appointment".to_owned()], 0));
    let [entry] = &timeline.entries[..] else { panic!("{timeline:?}") };
    assert!(entry.derivation.contains(&"Planned for 1921-05-20, as a had it (“1921-05-20”).".to_owned()), "{entry:?}");
    assert_eq!(entry.sources.iter().map(|source| source.overtaken).collect::<Vec<_>>(), [true, false]);
    let kept = self::timeline([plan("1921-05-26", "1921-05-01"), report()]);
    assert!(!kept.entries[0].sources[0].overtaken, "done as planned");
    let (events, conflicts) = outcome([plan("1921-05-31", "1921-05-29"), report()]);
    assert_eq!((events, conflicts.len()), (1, 1), "planned when it was done already");
}

#[test]
fn a_resignation_is_given_and_takes_effect() {
    let left = |document: &str, date: &str, trigger: &str| {
        let mut left = told(document, "resignation", "Anna Lind", POST, date);
        left.0.trigger = Some(trigger.to_owned());
        left
    };
    assert_eq!(outcome([left("a", "1921-04-02", "resignation"), left("b", "1921-05-15", "stepped down")]), quiet(2));
    let (events, conflicts) = outcome([left("a", "1921-04-02", "resigned"), left("b", "1921-05-15", "resigned")]);
    assert_eq!((events, conflicts.len()), (1, 1));
}

#[test]
fn a_length_that_fits_is_not_what_is_wrong() {
    let timeline = timeline([
        told("a", "dismissal", "Karl Berg", POST, "1921-05-30").published("1921-06-01"),
        told("a", "appointment", "Anna Lind", POST, "1921-06-06").published("1921-06-01").after(
            "a-dismissal-1921-05-30",
            "a week later",
            Some("P1W"),
            Rounding::Stated,
        ),
    ]);
    let [conflict] = &timeline.conflicts[..] else { panic!("{timeline:?}") };
    assert_eq!(conflict.kind, "publication");
    assert!(conflict.words.is_empty(), "{conflict:?}");
}

#[test]
fn what_a_document_takes_back_contradicts_nobody() {
    let mut corrected = told("a", "dismissal", "Anna Lind", POST, "1922-01-12").weekday("Thursday");
    corrected.0.correction = Some(Box::new(crate::statement::Correction {
        date: "1922-01-11".parse().unwrap(),
        text: "January 11".to_owned(),
        start: 90,
        end: 100,
        document: None,
    }));
    let timeline = timeline([corrected, told("b", "dismissal", "Anna Lind", POST, "1922-01-11")]);
    assert_eq!(dates(&timeline), ["1922-01-11 dismissal"]);
    assert!(timeline.conflicts.is_empty(), "{:?}", timeline.conflicts);
    let written = &timeline.entries[0].sources[0];
    assert_eq!((written.read_as, written.date_text.as_deref()), ("1922-01-12".parse().ok(), Some("1922-01-12")));
    let check = timeline.checks.iter().find(|check| check.kind == "correction").unwrap();
    assert!(check.message.ends_with("a corrects its own “1922-01-12” (1922-01-12) to 1922-01-11."), "{check:?}");
}

/// The note `sentence` in document n, which takes back January 12 for January 11.
fn note(publisher: &str, published: &str, sentence: &str) -> Told {
    let mut note = told("n", "event", "", "", "1922-01-12").printed(publisher, published, sentence);
    note.0.person = None;
    note.0.rule = "correction".into();
    note.0.correction = Some(Box::new(crate::statement::Correction {
        date: "1922-01-11".parse().unwrap(),
        text: "January 11".to_owned(),
        start: 90,
        end: 100,
        document: None,
    }));
    note
}

#[test]
fn a_note_in_a_later_paper_takes_back_what_its_publisher_printed() {
    let left = |document: &str, publisher: &str, sentence: &str| {
        told(document, "dismissal", "Anna Lind", POST, "1922-01-12").printed(publisher, "1922-01-14", sentence)
    };
    let post = || left("a", "Harbour Post", "Anna Lind was dismissed.");
    let bell = || left("b", "Evening Bell", "The king dismissed his minister, Anna Lind.");
    let words = "An article misstated the date of Lind's dismissal. It was January 11, not January 12.";

    let own = timeline([post(), bell(), note("Harbour Post", "1922-01-20", words)]);
    assert_eq!(dates(&own), ["1922-01-11 dismissal"]);
    assert_eq!(own.entries[0].sources.len(), 3);
    let because = &own.conflicts[0].resolution.because;
    assert!(because.ends_with("A source that corrects a date has looked it up and counts for three."), "{because}");
    let check = own.checks.iter().find(|check| check.kind == "correction").unwrap();
    assert!(check.message.ends_with("n corrects “1922-01-12” (1922-01-12) in a to 1922-01-11."), "{check:?}");

    let of_another = format!("The Harbour Post has corrected its report. {words}");
    let named = timeline([post(), note("Lake Herald", "1922-01-20", &of_another)]);
    assert_eq!((dates(&named), statuses(&named)), (vec!["1922-01-11 dismissal".to_owned()], vec![]));

    let of_moe = words.replace("Lind", "Moe");
    for nobody in [
        note("Lake Herald", "1922-01-20", words),
        note("Harbour Post", "1922-01-10", words),
        note("Harbour Post", "1922-01-20", &of_moe),
        note("Harbour Post", "1922-01-20", "An article misstated the date of Lind's election."),
    ] {
        let apart = timeline([post(), bell(), nobody]);
        assert_eq!(dates(&apart), ["1922-01-11 event", "1922-01-12 dismissal"]);
    }
}

#[test]
fn who_quotes_another_wrongly_does_not_outvote_him() {
    let left = |document: &str, publisher: &str, date: &str, sentence: &str| {
        told(document, "dismissal", "Anna Lind", POST, date).printed(publisher, "1922-01-14", sentence)
    };
    let wire = |date: &str| left("a", "Northern Wire", date, "Anna Lind was dismissed as minister on that day.");
    let quotes = || left("b", "Beacon", "1922-01-12", "Lind was gone, the Northern Wire reported.");
    let bell = || left("c", "Evening Bell", "1922-01-12", "The king dismissed his minister, Anna Lind.");

    let two = timeline([wire("1922-01-11"), quotes()]);
    assert_eq!((dates(&two), statuses(&two)), (vec!["1922-01-11 dismissal".to_owned()], vec![("sources", "repaired")]));
    let because = &two.conflicts[0].resolution.because;
    assert!(
        because.ends_with("Beacon has it from Northern Wire, which itself has 1922-01-11: one voice."),
        "{because}"
    );
    let three = timeline([wire("1922-01-11"), quotes(), bell()]);
    assert_eq!(statuses(&three), [("sources", "unresolved")], "the wire's word against that of the Bell");
    let alone = timeline([wire("1922-01"), quotes()]);
    assert_eq!((dates(&alone), statuses(&alone)), (vec!["1922-01-12 dismissal".to_owned()], vec![]));
}

#[test]
fn who_leaves_a_year_after_the_successor_has_come_has_the_wrong_year() {
    let moe = |date: &str| told("a", "term_start", "Ida Moe", POST, date).published("1922-01-10");
    let pim = |date: &str| told("b", "resignation", "Leo Pim", POST, date).published("1922-01-10");
    let slipped = timeline([moe("1921-01-03"), pim("1921-12-28")]);
    assert_eq!(statuses(&slipped), [("succession", "repaired")]);
    assert_eq!(dates(&slipped), ["1921-12-28 resignation", "1922-01-03 term_start"], "the old year in the new one");

    let berg = told("c", "appointment", "Karl Berg", POST, "1921-06-01");
    assert_eq!(outcome([moe("1921-01-03"), berg, pim("1921-12-28")]), quiet(3), "she was gone before");
    assert_eq!(outcome([moe("1921-01-03"), pim("1921-08-28")]), quiet(2), "no slip of the year");
    assert_eq!(outcome([moe("1921"), pim("1922-01-03")]), quiet(2), "years alone tell no more");
    let dahl = told("c", "term_start", "Leo Pim", POST, "1921-06-01");
    assert_eq!(outcome([moe("1921-01-03"), dahl, pim("1921-12-28")]), quiet(3), "he came after her");
}

#[test]
fn a_note_takes_back_what_is_no_act_of_office() {
    let happened = |document: &str, publisher: &str, sentence: &str| {
        let mut told = told(document, "event", "", "", "1922-01-12").printed(publisher, "1922-01-14", sentence);
        told.0.person = None;
        told
    };
    let opened = || happened("a", "Harbour Post", "The Tarn bridge opened on January 12 after nine years.");
    let ferry = || happened("a", "Harbour Post", "The Tarn ferry sank on January 12.");
    let words = "The Tarn bridge did not open on January 12, as we reported; it opened on January 11.";
    let found = timeline([opened(), ferry(), note("Harbour Post", "1922-01-20", words)]);
    assert_eq!(dates(&found), ["1922-01-11 event", "1922-01-12 event"]);
    assert_eq!(found.entries[0].sources.len(), 2);
    let of_another = timeline([opened(), note("Lake Herald", "1922-01-20", words)]);
    assert_eq!(dates(&of_another), ["1922-01-11 event", "1922-01-12 event"]);
    let again = happened("b", "Harbour Post", "The Tarn bridge opened on January 12 at last.");
    let twice = timeline([opened(), again, note("Harbour Post", "1922-01-20", words)]);
    assert_eq!(dates(&twice), ["1922-01-11 event"]);
    let vague = "An article misstated when the ferry and the bridge came. It was January 11, not January 12.";
    let neither = timeline([opened(), ferry(), note("Harbour Post", "1922-01-20", vague)]);
    assert_eq!(dates(&neither), ["1922-01-11 event", "1922-01-12 event", "1922-01-12 event"]);
}

#[test]
fn a_day_of_no_year_is_no_other_day() {
    let left = |document: &str, date: &str| told(document, "dismissal", "Anna Lind", POST, date);
    assert_eq!(dates(&timeline([left("a", "XXXX-05-04"), left("b", "1921-05-04")])), ["1921-05-04 dismissal"]);
    assert_eq!(timeline([left("a", "XXXX-05-04"), left("b", "1921-06-02")]).entries.len(), 2);
}

#[test]
fn who_succeeds_comes_on_the_day_that_is_told() {
    let succeeded = || {
        let mut succeeded = told("a", "term_start", "Anna Lind", POST, "1921-09-30");
        succeeded.0.trigger = Some("succeeded".to_owned());
        succeeded
    };
    let took = |date: &str| {
        let mut took = told("b", "term_start", "Anna Lind", POST, date);
        took.0.trigger = Some("took office".to_owned());
        took
    };
    let next_day = timeline([succeeded(), took("1921-10-01")]);
    assert!(next_day.conflicts.is_empty(), "{next_day:?}");
    assert_eq!(dates(&next_day), ["1921-10-01 term_start"]);
    let coarse = timeline([succeeded(), took("1921-10-01"), took("1921")]);
    assert!(coarse.conflicts.is_empty(), "{coarse:?}");
    assert_eq!(timeline([succeeded(), took("1921-09-29")]).conflicts.len(), 1, "before the other had gone");
    assert_eq!(dates(&timeline([succeeded()])), ["1921-09-30 term_start"], "all that is known");
}

#[test]
fn what_a_paper_takes_back_altogether_is_left_out() {
    let report =
        || told("a", "resignation", "Anna Lind", POST, "1921-10-31").printed("Post", "1921-11-03", "Lind resigned.");
    let retraction = |publisher: &str| {
        let sentence = "The paper retracted its report that Lind resigned.";
        let mut told =
            told("b", "resignation", "Anna Lind", POST, "1921-10-31").printed(publisher, "1921-11-05", sentence);
        (told.0.certainty, told.0.rule) = (Certainty::Denied, "retraction".into());
        told
    };
    let taken_back = timeline([report(), retraction("Post")]);
    assert!(taken_back.entries.is_empty(), "{taken_back:?}");
    assert!(taken_back.diagnostics.iter().any(|remark| remark.message.starts_with("takes back what a reported")));
    assert_eq!(timeline([report(), retraction("Mirror")]).entries.len(), 1, "another paper's");
}

#[test]
fn a_length_is_of_what_its_words_name() {
    let start = || told("a", "term_start", "Anna Lind", POST, "1921-11-08");
    let with = |other: Told, words: &str, period: &str, sentence: &str| {
        let mut start = start().after(&other.0.id, words, Some(period), Rounding::Stated);
        start.0.sentence = sentence.to_owned();
        statuses(&timeline([other, start])).iter().filter(|(kind, _)| *kind == "gap").count()
    };
    let end = || told("a", "term_end", "Anna Lind", "judge", "1921-01-15");
    assert_eq!(with(end(), "a week after her appointment", "P1W", ""), 0);
    assert_eq!(with(end(), "a week after she left", "P1W", ""), 1);
    let birth = || told("a", "birth", "Anna Lind", "", "1870");
    assert_eq!(with(birth(), "six weeks later", "P6W", ""), 0);
    let own_year = "Lind came on 8 November 1921, three months after the bank's house opened on 5 August 1921.";
    let opened = || told("a", "appointment", "Karl Berg", "director of the bank", "1914-03-03");
    assert_eq!(with(opened(), "three months after the bank", "P3M", own_year), 0);
}

#[test]
fn who_tells_less_exactly_does_not_tell_the_day() {
    let came = |document: &str, date: &str| told(document, "appointment", "Anna Lind", POST, date);
    let told = timeline([came("a", "1921-03-02"), came("b", "1921")]);
    let message = "1921-03-02 in a, within 1921 in b.";
    assert!(told.checks.iter().any(|check| check.message.ends_with(message)), "{:?}", told.checks);
    let told = timeline([came("a", "1921-03-02"), came("b", "1921-03-02")]);
    assert!(
        told.checks.iter().any(|check| check.message.ends_with("a and b agree on 1921-03-02.")),
        "{:?}",
        told.checks
    );
}

#[test]
fn a_day_still_to_come_is_a_figure_off_as_likely_as_a_year() {
    let left = || told("a", "dismissal", "Anna Lind", POST, "1921-05-21").published("1921-05-12");
    let alone = timeline([left()]);
    assert_eq!(statuses(&alone), [("publication", "unresolved")], "{alone:?}");
    let come = told("b", "appointment", "Anna Lind", POST, "1920-07-08");
    let in_may = told("c", "dismissal", "Anna Lind", POST, "1921-05");
    let after = timeline([left(), come, in_may]);
    assert_eq!(statuses(&after), [("publication", "repaired")], "{after:?}");
    assert_eq!(dates(&after)[1], "1921-05-11 dismissal");
}

#[test]
fn the_same_day_is_not_moved_without_the_day_that_it_goes_back_to() {
    let mut same_day = told("a", "appointment", "Karl Berg", POST, "1921-05-21").published("1921-05-12");
    same_day.0.date_text = Some("the same day".to_owned());
    same_day.0.anchor = Some("an earlier date (1921-05-21)".to_owned());
    let timeline = timeline([same_day]);
    assert_eq!(statuses(&timeline), [("publication", "noted")]);
    assert_eq!(dates(&timeline), ["1921-05-21 appointment"]);
}

#[test]
fn nobody_is_dismissed_again_in_two_days() {
    let undated = |kind: &str, published: &str| told("a", kind, "Anna Lind", POST, "").published(published);
    let dated = |kind: &str| told("b", kind, "Anna Lind", "", "1921-09-02").published("1921-09-02");
    let with = |kind: &str, published: &str| timeline([undated(kind, published), dated(kind)]);
    let day_before = with("dismissal", "1921-09-01");
    assert_eq!((dates(&day_before), day_before.undated.len()), (vec!["1921-09-02 dismissal".to_owned()], 0));
    assert!(day_before.conflicts.is_empty(), "by the clock of another place: {day_before:?}");
    let before = with("dismissal", "1921-08-31");
    assert_eq!(statuses(&before), [("publication", "unresolved")]);
    let message = "Anna Lind's dismissal as Minister of Fisheries of Norway: 1921-09-02 in b; told in a, which appeared before \
                   that, on 1921-08-31.";
    assert_eq!(before.conflicts[0].message, message);
    assert_eq!(with("dismissal", "1921-08-20").undated.len(), 1);
    assert_eq!(with("resignation", "1921-09-01").undated.len(), 1, "announced, and in effect");
}
