use pulldown_cmark::{Event, Options, Parser, Tag};

use super::*;
use crate::document::Published;
use crate::statement::Kind;

fn published(date: &str, how: &str) -> Option<Published> {
    Some(Published { date: date.parse().unwrap(), how: how.to_owned() })
}

fn source(document: &str, statement: &str, quote: &str, date_text: &str, read_as: &str) -> Source {
    Source {
        document: document.to_owned(),
        statement: statement.to_owned(),
        quote: quote.to_owned(),
        date_text: Some(date_text.to_owned()),
        read_as: read_as.parse().ok(),
        ..Source::default()
    }
}

fn entry(date: &str, title: &str, sources: Vec<Source>) -> Entry {
    Entry { date: date.parse().ok(), title: title.to_owned(), kind: Kind::Appointment, sources, ..Entry::default() }
}

/// An invented harbour office: one repair, one open question, one relative date, one event without a date.
fn harbour() -> Timeline {
    let conflict = |status: &str, message: &str, change: Change, runner_up: &str| Conflict {
        id: "c-1".to_owned(),
        kind: "order".to_owned(),
        severity: if status == "repaired" { Severity::Error } else { Severity::Warning },
        message: message.to_owned(),
        statements: vec![change.statement.clone()],
        words: Vec::new(),
        resolution: Resolution {
            status: status.to_owned(),
            date: change.to,
            changed: None,
            because: "This is the cheapest change.".to_owned(),
            runner_up: Some(runner_up.to_owned()),
            margin: Some(3),
            changes: vec![change],
        },
        ignored: None,
    };
    let change = |statement: &str, from: &str, to: &str, slip: &str| Change {
        statement: statement.to_owned(),
        from: from.parse().unwrap(),
        to: to.parse().ok(),
        slip: slip.to_owned(),
    };
    let check = |verdict: &str, message: &str| Check {
        kind: "weekday".to_owned(),
        message: message.to_owned(),
        statements: Vec::new(),
        verdict: verdict.to_owned(),
    };
    let mut relative = source("courier", "s-3", "Lie followed her on Tuesday.", "Tuesday", "1932-03-08");
    relative.anchor = Some("the publication (1932-03-09)".to_owned());
    Timeline {
        schema: crate::timeline::SCHEMA.to_owned(),
        documents: vec![
            DocumentInfo {
                id: "courier".to_owned(),
                title: Some("Moe Resigns".to_owned()),
                publisher: Some("The Oslo Courier".to_owned()),
                url: Some("https://courier.example/1932/03/09/moe_resigns".to_owned()),
                published: published("1932-03-09", "dateline “March 9, 1932”; the address agrees"),
            },
            DocumentInfo {
                id: "letter.txt".to_owned(),
                published: published("1932-04-01/..", "no earlier than the latest date in its text, “April 1, 1932”"),
                ..DocumentInfo::default()
            },
        ],
        entries: vec![
            entry(
                "1931-05",
                "Ada Moe appointed Director of the Port",
                vec![source("letter.txt", "s-1", "She came in May 1931.", "May 1931", "1931-05")],
            ),
            entry(
                "1932-03-07",
                "Ada Moe dismissed as Director of the Port",
                vec![
                    source("courier", "s-2", "Moe was dismissed on March 7, 1930.", "March 7, 1930", "1930-03-07"),
                    source("letter.txt", "s-4", "She left early in March 1932.", "early in March 1932", "1932-03"),
                ],
            ),
            entry("1932-03-08?", "Eli Lie appointed Director of the Port", vec![relative]),
            entry("1932/1936", "Eli Lie serves", vec![]),
        ],
        conflicts: vec![
            conflict(
                "repaired",
                "Ada Moe's dismissal would come before her appointment.",
                change("s-2", "1930-03-07", "1932-03-07", "the year alone changes"),
                "her appointment in 1929",
            ),
            conflict(
                "unresolved",
                "Two sources differ on Eli Lie's appointment.",
                change("s-9", "1932-03-10", "1932-03-08", "another day"),
                "1932-03-10",
            ),
        ],
        checks: vec![
            check("confirmed", "1932-03-08 is a Tuesday, as courier says."),
            check("loose", "“almost a year” is 10 months and 5 days."),
        ],
        undated: vec![
            Entry {
                title: "Eli Lie leaves office as treasurer".to_owned(),
                latest: "1932-03-07".parse().ok(),
                sources: vec![Source {
                    document: "courier".to_owned(),
                    quote: "The treasurer, Eli Lie, has left.".to_owned(),
                    ..Source::default()
                }],
                ..Entry::default()
            },
            Entry {
                title: "Ada Moe met the unions".to_owned(),
                sources: vec![Source {
                    document: "letter.txt".to_owned(),
                    quote: "“She met the unions once.”".to_owned(),
                    ..Source::default()
                }],
                ..Entry::default()
            },
        ],
        diagnostics: vec![Diagnostic {
            severity: Severity::Warning,
            document: "letter.txt".to_owned(),
            line: Some(2),
            message: "not UTF-8; read as Windows-1252".to_owned(),
        }],
    }
}

fn render(timeline: &Timeline) -> String {
    let mut out = Vec::new();
    super::timeline(&mut out, timeline).unwrap();
    String::from_utf8(out).unwrap()
}

#[test]
fn a_timeline_reads_as_a_document() {
    insta::with_settings!({snapshot_path => "../../../snapshots", prepend_module_to_snapshot => false}, {
        insta::assert_snapshot!("markdown", render(&harbour()));
    });
}

#[test]
fn one_changed_fact_changes_few_lines() {
    let before = render(&harbour());
    let mut timeline = harbour();
    timeline.entries[1].title = "Ada Moe resigned as Director of the Port".to_owned();
    let after = render(&timeline);
    let changed = before.lines().zip(after.lines()).filter(|(before, after)| before != after).count();
    assert_eq!((changed, before.lines().count()), (1, after.lines().count()));
}

/// The text of a rendered document, and whether any of it is HTML.
fn rendered(markdown: &str) -> (String, bool) {
    let mut text = String::new();
    let mut html = false;
    // Typographers' dashes and quotes would only hide what was written.
    let options = Options::all() - Options::ENABLE_SMART_PUNCTUATION;
    for event in Parser::new_ext(markdown, options) {
        match event {
            Event::Text(part) => text.push_str(&part),
            Event::End(_) | Event::SoftBreak => text.push('\n'),
            Event::Html(_) | Event::InlineHtml(_) | Event::Code(_) | Event::InlineMath(_) | Event::DisplayMath(_) => {
                html = true;
            }
            Event::Start(Tag::Image { .. } | Tag::Table(_) | Tag::CodeBlock(_)) => html = true,
            _ => {}
        }
    }
    (text, html)
}

#[test]
fn marks_in_names_and_quotations_stay_letters() {
    for name in [
        "*Ada* _Moe_ __Lie__ ~~Ek~~",
        "# Moe",
        "1. Moe",
        "- Moe",
        "`Moe` ``Lie``",
        "<b>Moe</b> <!-- Lie",
        "[Moe](https://example.org) ![Lie](x) [^1]",
        "$a$ costs $1 and $$2$$",
        "Moe & Lie &amp; &copy;",
        "a | b | c",
        "back\\slash \\*",
        "| Moe |",
        "Moe:\n\n    code\n\n---\n\n> quote",
        "https://example.org/a_b_c",
    ] {
        let mut timeline = harbour();
        timeline.entries[0].title = name.to_owned();
        timeline.entries[0].sources[0].quote = name.to_owned();
        timeline.documents[1].title = Some(name.to_owned());
        timeline.conflicts[0].message = name.to_owned();
        timeline.checks[0].message = name.to_owned();
        let (text, other) = rendered(&render(&timeline));
        let shown = name.split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(!other, "{name}: {}", render(&timeline));
        assert!(text.matches(&shown).count() >= 5, "{name}: {text}");
    }
}

#[test]
fn an_empty_timeline_is_a_headline() {
    assert_eq!(render(&Timeline::default()), "# Timeline\n");
}

#[test]
fn a_week_at_the_edge_of_the_whole_is_told_by_its_day() {
    let whole = |first: &str, last: &str| {
        period(&[entry(first, "Moe comes", Vec::new()), entry(last, "Moe goes", Vec::new())]).unwrap()
    };
    assert_eq!(whole("1932-03-07", "1932-05"), "From 7 March 1932 to May 1932.");
    let week = |year: i32, week: u8| Entry { date: Some(Unit::Week(year, week).into()), ..Entry::default() };
    assert_eq!(period(&[week(1941, 1), week(1941, 6)]).unwrap(), "From 30 December 1940 to 9 February 1941.");
}

#[test]
fn a_plan_that_was_overtaken_says_so() {
    let mut plan = source("letter.txt", "s-1", "She will come on Monday, May 4.", "Monday, May 4", "1931-05-04");
    plan.overtaken = true;
    let report = source("courier", "s-2", "She came on 6 May 1931.", "6 May 1931", "1931-05-06");
    let entries = vec![entry("1931-05-06", "Ada Moe takes office", vec![plan, report])];
    let mut out = Vec::new();
    timeline(&mut out, &Timeline { entries, ..Timeline::default() }).unwrap();
    let markdown = String::from_utf8(out).unwrap();
    assert!(markdown.contains("will come on Monday, May 4.” – letter.txt. Planned for 4 May 1931\n"), "{markdown}");
}
