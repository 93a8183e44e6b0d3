//! What another program does with the crate, through what it makes public.

use timeline::decisions::{Decision, Target, What};
use timeline::document::{self, Published};
use timeline::resolve::{self, Input};
use timeline::statement::Kind;
use timeline::timex::TimexClass;
use timeline::{Document, Statement, Timeline, render};

const TEXT: &str = "Olga Brandt was appointed consul general in Lindhaven on May 6, 2019. \
                    The next day she met the harbour master.";

fn article() -> Document {
    let mut article = Document::new("brandt", TEXT);
    article.published = Some(Published { date: "2019-05-10".parse().expect("EDTF"), how: "given".to_owned() });
    article
}

#[test]
fn expressions_have_byte_spans_values_and_dates() {
    let article = article();
    let timexes = timeline::annotate(&article);
    let read: Vec<(&str, TimexClass, &str)> =
        timexes.iter().map(|timex| (timex.span.of(&article.text), timex.class, timex.value.as_str())).collect();
    assert_eq!(
        read,
        [("May 6, 2019", TimexClass::Date, "2019-05-06"), ("The next day", TimexClass::Date, "2019-05-07")]
    );
    assert!(timexes[0].anchor.is_none(), "a whole date needs no anchor");
    assert!(timexes[1].anchor.is_some(), "what a date was counted from is recorded");
}

#[test]
fn statements_say_who_what_and_when() {
    let (statements, diagnostics) = timeline::extract(&article());
    let appointment = statements.iter().find(|statement| statement.kind == Kind::Appointment).expect("an appointment");
    assert_eq!(appointment.person.as_deref(), Some("Olga Brandt"));
    assert_eq!(appointment.date.map(|date| date.to_string()).as_deref(), Some("2019-05-06"));
    assert_eq!(&TEXT[appointment.span.range()][..6], "Olga B", "spans are bytes in Rust");
    assert!(diagnostics.is_empty(), "{diagnostics:?}");
}

#[test]
fn a_timeline_is_built_written_and_read_back() {
    let built = timeline::build(&[article()]);
    assert_eq!(built.entries.len(), 2, "{:#?}", built.entries);

    let mut json = Vec::new();
    render::json::timeline(&mut json, &built).expect("a Vec takes every write");
    assert_eq!(Timeline::from_json(&json).expect("reads what it wrote"), built);

    let mut markdown = Vec::new();
    render::markdown::timeline(&mut markdown, &built).expect("a Vec takes every write");
    let markdown = String::from_utf8(markdown).expect("UTF-8");
    assert!(markdown.contains("Olga Brandt"), "{markdown}");
}

#[test]
fn a_timeline_is_its_own_json_whatever_the_dates() {
    for text in [
        "Olga Brandt resigned as mayor last week. Three weeks later Karl Berg was appointed mayor.",
        "The mill was built before 1900, about 490 BC or in the 480s BC. It burned down on 3/4/2019 at 5 p.m.",
        "The harbour was closed for the week of March 6. It has been shut since 2016 and until the second quarter of 2018.",
    ] {
        let built = timeline::build(&[Document { text: text.to_owned(), ..article() }]);
        let mut json = Vec::new();
        render::json::timeline(&mut json, &built).expect("a Vec takes every write");
        let read = Timeline::from_json(&json).expect("reads what it wrote");
        assert_eq!(read, built, "{text}");
        assert!(timeline::diff::compare(&read, &built).is_empty(), "{text}");
    }
}

#[test]
fn a_timeline_of_another_schema_is_refused() {
    let mut other = Vec::new();
    let timeline = Timeline { schema: "timeline/99".to_owned(), ..Timeline::default() };
    render::json::timeline(&mut other, &timeline).expect("a Vec takes every write");
    let error = Timeline::from_json(&other).expect_err("it is of another version").to_string();
    assert!(error.contains("`timeline/99`"), "{error}");
}

#[test]
fn decisions_and_trust_are_made_in_code() {
    let decided = |because: &str| Decision {
        file: String::new(),
        line: 0,
        what: What::Date(Target { id: "b".to_owned(), evidence: None }, "2019-05-08".parse().expect("EDTF")),
        because: because.to_owned(),
    };
    let told = |id: &str, date: &str| Statement {
        id: id.to_owned(),
        document: id.to_owned(),
        kind: Kind::from("launch"),
        event: Some("launch".to_owned()),
        date: date.parse().ok(),
        ..Statement::default()
    };
    let statements = || vec![told("a", "2019-05-06"), told("b", "2019-05-08")];
    let decisions = [decided("the log has it")].into_iter().collect();
    let timeline = resolve::resolve(Input { statements: statements(), decisions, ..Input::default() });
    assert_eq!(timeline.entries[0].date, "2019-05-08".parse().ok());

    let mut input = Input { statements: statements(), ..Input::default() };
    input.trust.set("a", 0.5);
    input.trust.set("b", 0.99);
    assert_eq!(resolve::resolve(input).entries[0].date, "2019-05-08".parse().ok());
}

#[test]
fn what_is_shared_between_threads_can_be() {
    fn shared<T: Send + Sync>() {}
    shared::<Document>();
    shared::<Timeline>();
    shared::<timeline::finding::Texts>();
    shared::<timeline::rules::Rules>();
    shared::<timeline::Error>();
}

#[test]
fn statements_of_any_program_can_be_reconciled() {
    let told = |source: &str, date: &str| Statement {
        document: source.to_owned(),
        publisher: Some(source.to_owned()),
        event: Some("launch of the Aurora".to_owned()),
        kind: Kind::from("launch"),
        date: Some(date.parse().expect("EDTF")),
        ..Statement::default()
    };
    let statements = vec![told("a", "2019-05-06"), told("b", "2019-05-06"), told("c", "2019-05-08")];
    let timeline = resolve::resolve(Input { statements, ..Input::default() });
    assert_eq!(timeline.entries.len(), 1);
    assert_eq!(timeline.entries[0].event.as_deref(), Some("launch of the Aurora"));
    assert_eq!(timeline.entries[0].date, "2019-05-06".parse().ok());
    assert_eq!(timeline.entries[0].sources.len(), 3, "the loser of a conflict stays visible");
}

#[test]
fn bytes_of_any_kind_become_a_document() {
    let parsed = document::from_text("latin", b"Caf\xe9 opened on May 6, 2019.\n");
    assert!(parsed.document.text.contains("Café"), "{}", parsed.document.text);
    assert!(!parsed.diagnostics.is_empty(), "a guess at the encoding is told");
}
