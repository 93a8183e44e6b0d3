//! The five articles that the project began from: every row of what a careful reader finds in them.
//!
//! The articles stand beside the repository, in `../shared/seeds`, and are not part of it. Where they are absent the
//! tests say so and pass; under `CI` their absence is a failure.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::OnceLock;

use serde_json::Value;

/// The timeline of all five articles together; `None` where they are not there.
fn timeline() -> Option<&'static Value> {
    static TIMELINE: OnceLock<Option<Value>> = OnceLock::new();
    TIMELINE
        .get_or_init(|| {
            let output = build(&seeds()?, &["--format", "json"]);
            Some(serde_json::from_slice(&output).expect("build prints JSON"))
        })
        .as_ref()
}

fn seeds() -> Option<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../shared/seeds");
    if folder.is_dir() {
        return Some(folder);
    }
    assert!(std::env::var_os("CI").is_none(), "{} is absent", folder.display());
    println!("skipped: {} is absent", folder.display());
    None
}

fn articles(folder: &Path) -> Vec<PathBuf> {
    let mut files: Vec<PathBuf> = std::fs::read_dir(folder)
        .expect("the folder reads")
        .map(|entry| entry.expect("the entry reads").path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "txt"))
        .collect();
    files.sort();
    files
}

fn build(folder: &Path, options: &[&str]) -> Vec<u8> {
    let output = Command::new(env!("CARGO_BIN_EXE_timeline"))
        .arg("build")
        .args(options)
        .args(articles(folder))
        .output()
        .expect("the command runs");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    output.stdout
}

fn entries<'t>(timeline: &'t Value, list: &str) -> &'t [Value] {
    timeline[list].as_array().expect("a list")
}

fn text<'v>(value: &'v Value, field: &str) -> &'v str {
    value[field].as_str().unwrap_or_default()
}

/// Whether the title or a quotation of the entry holds every word.
fn tells(entry: &Value, words: &[&str]) -> bool {
    let quotes = entries(entry, "sources").iter().map(|source| text(source, "quote"));
    let told: Vec<&str> = std::iter::once(text(entry, "title")).chain(quotes).collect();
    words.iter().all(|word| told.iter().any(|line| line.contains(word)))
}

fn outline(timeline: &Value) -> String {
    let line = |entry: &Value| {
        let from: Vec<&str> = entries(entry, "sources").iter().map(|source| text(source, "document")).collect();
        format!("{} {} {} [{}]\n", text(entry, "date"), text(entry, "kind"), text(entry, "title"), from.join(", "))
    };
    entries(timeline, "entries").iter().chain(entries(timeline, "undated")).map(line).collect()
}

/// The one entry of that day, kind and person.
fn office<'t>(timeline: &'t Value, date: &str, kind: &str, person: &str) -> &'t Value {
    let is_kind = |entry: &Value| text(entry, "kind") == kind && text(entry, "person") == person;
    let found: Vec<&Value> = entries(timeline, "entries").iter().filter(|entry| is_kind(entry)).collect();
    let dates: Vec<&str> = found.iter().map(|entry| text(entry, "date")).collect();
    assert_eq!(dates, [date], "{kind} of {person}\n{}", outline(timeline));
    found[0]
}

fn sources(entry: &Value) -> Vec<&str> {
    let mut from: Vec<&str> = entries(entry, "sources").iter().map(|source| &text(source, "document")[..3]).collect();
    from.sort_unstable();
    from.dedup();
    from
}

#[track_caller]
fn holds(entry: &Value, field: &str, words: &str) {
    assert!(text(entry, field).contains(words), "{field} of {entry:#}\nlacks {words}");
}

#[test]
fn appointments() {
    let Some(timeline) = timeline() else { return };

    let kosherbayev = office(timeline, "2020-01-29", "appointment", "Ermek Kosherbayev");
    holds(kosherbayev, "role", "Ambassador of the Republic of Kazakhstan");
    holds(kosherbayev, "by", "Tokayev");

    let umarov = office(timeline, "2022-01-11", "appointment", "Askar Umarov");
    holds(umarov, "role", "Minister of Information and Social Development");
    holds(umarov, "by", "Tokayev");
    assert_eq!(sources(umarov), ["000", "001"]);

    let kydyrali = office(timeline, "2022-09-02", "appointment", "Darkhan Kydyrali");
    holds(kydyrali, "role", "Minister of Information and Social Development");

    let abayev = office(timeline, "2023-07-03", "appointment", "Dauren Abayev");
    holds(abayev, "role", "Ambassador of the Republic of Kazakhstan");
    holds(abayev, "role", "Russian Federation");
    holds(abayev, "by", "Tokayev");

    let balayeva = office(timeline, "2023-09-02", "appointment", "Aida Balayeva");
    holds(balayeva, "role", "Minister of Culture and Information");
}

#[test]
fn dismissals() {
    let Some(timeline) = timeline() else { return };
    office(timeline, "2022-09-02", "dismissal", "Askar Umarov");
    let kydyrali = office(timeline, "2023-09-01", "dismissal", "Darkhan Kydyrali");
    holds(kydyrali, "by", "Tokayev");
    let said: Vec<&str> = entries(kydyrali, "sources").iter().map(|source| text(source, "read_as")).collect();
    assert_eq!(said, ["2022-09-01"], "what the text says stays visible");
}

#[test]
fn credentials() {
    let Some(timeline) = timeline() else { return };
    let kosherbayev = office(timeline, "2020-02-05", "credentials", "Ermek Kosherbayev");
    holds(kosherbayev, "by", "Putin");
    let abayev = office(timeline, "2023-12-04", "credentials", "Dauren Abayev");
    holds(abayev, "by", "Vladimir Putin");
    holds(abayev, "place", "Kremlin");
}

#[test]
fn a_term_from_its_start_to_its_end() {
    let Some(timeline) = timeline() else { return };
    let office = |entry: &&Value| {
        text(entry, "person").ends_with("Tasmagambetov") && text(entry, "role").contains("Secretary General")
    };
    let terms: Vec<&Value> = entries(timeline, "entries").iter().filter(office).collect();
    assert!(terms.iter().any(|entry| text(entry, "date").starts_with("2023")), "{}", outline(timeline));
    assert!(
        terms.iter().all(|entry| ["2022", "2023", "2025"].contains(&&text(entry, "date")[..4])),
        "{}",
        outline(timeline)
    );
}

#[test]
fn other_dated_statements_stand_once_on_their_date() {
    let Some(timeline) = timeline() else { return };
    let rows: &[(&[&str], &[&str])] = &[
        (&["2005"], &["Andijan"]),
        (&["2011-12"], &["December events"]),
        (&["2014"], &["legitimacy"]),
        (&["2014/2015"], &["2014-15"]),
        (&["2016/.."], &["40 websites"]),
        (&["2018-07-12"], &["Zonakz.net"]),
        (&["2020-12"], &["Nikonov"]),
        (&["2021-08"], &["cave nationalism"]),
        (&["2022-01", "2022-01-03/2022-01-09"], &["troops"]),
        (&["2022-01-12"], &["Primakov", "social media"]),
        (&["2022-01-13"], &["willing to work"]),
        (&["2022-01-13"], &["began withdrawing"]),
        (&["2022-02"], &["agreements reached"]),
        (&["2022-03-02"], &["Shymkent"]),
        (&["2022-03-04"], &["Panfilov"]),
        (&["2022-03-04"], &["KazTAG"]),
        (&["2022-03-05"], &["Uskenbaev"]),
        (&["2022-03-05"], &["Vasilenko"]),
        (&["2022-08-01"], &["9 minutes"]),
        (&["2022-08-02"], &["Osipov"]),
        (&["2022-08-03"], &["similar statement"]),
        (&["2023-08"], &["Russian propaganda media"]),
        (&["2023-10-06"], &["Nur.kz"]),
        (&["2023-10-06T22:53"], &["That comment"]),
        (&["2023-10"], &["Moscow in October"]),
        (&["2023-11"], &["Astana in November"]),
    ];
    let mut missing = Vec::new();
    for (dates, words) in rows {
        let is_row = |entry: &&Value| {
            // A qualifier says more than the row asks for.
            let bare = text(entry, "date").trim_end_matches(['~', '?', '%']);
            dates.contains(&bare) && tells(entry, words)
        };
        let found = entries(timeline, "entries").iter().filter(is_row).count();
        if found != 1 {
            missing.push(format!("{dates:?} {words:?}: {found} entries"));
        }
    }
    assert!(missing.is_empty(), "{}\n\n{}", missing.join("\n"), outline(timeline));
}

#[test]
fn one_event_told_twice_is_one_entry_at_the_finer_precision() {
    let Some(timeline) = timeline() else { return };
    let call = |entry: &&Value| text(entry, "date") == "2022-01-03/2022-01-09";
    let found: Vec<&Value> = entries(timeline, "entries").iter().filter(call).collect();
    assert_eq!(found.len(), 1, "{}", outline(timeline));
    assert_eq!(sources(found[0]), ["000", "003"]);
}

#[test]
fn publication_dates_and_how_they_are_known() {
    let Some(timeline) = timeline() else { return };
    let published: Vec<(&str, &str)> = entries(timeline, "documents")
        .iter()
        .map(|document| (&text(document, "id")[..3], text(&document["published"], "date")))
        .collect();
    assert_eq!(
        published,
        [
            ("000", "2022-01-13"),
            ("001", "2023-10-06/.."),
            ("002", "2023-12-05/2023-12-11"),
            ("003", "2022-08-03/2022-08-20"),
            ("004", "2022-03-06T02:45+03:00"),
        ]
    );
    for document in entries(timeline, "documents") {
        assert!(!text(&document["published"], "how").is_empty(), "{document:#}");
    }
}

#[test]
fn conflicts_are_reported_with_their_repair() {
    let Some(timeline) = timeline() else { return };
    let conflicts = entries(timeline, "conflicts");
    let [dismissal, gap, loose] = conflicts else { panic!("three findings, no more: {conflicts:#?}") };

    assert_eq!(dismissal["resolution"]["status"], "repaired");
    assert_eq!(dismissal["resolution"]["date"], "2023-09-01");
    holds(dismissal, "message", "2022-09-01");
    holds(dismissal, "message", "2022-09-02");

    assert_eq!(gap["resolution"]["status"], "noted", "the dates stand, the stated gap is wrong");
    holds(gap, "message", "a little more than 5 days");
    holds(gap, "message", "7 days");

    assert_eq!((text(gap, "severity"), text(loose, "severity")), ("error", "warning"));
    holds(loose, "message", "almost six months");
    holds(loose, "message", "5 months and 1 day");
    assert_eq!(loose["resolution"]["status"], "noted");
}

#[test]
fn checks_that_the_text_offers() {
    let Some(timeline) = timeline() else { return };
    let rows = [
        ("gap", "“5 months and 1 day", "confirmed"),
        ("gap", "“five months", "confirmed"),
        ("gap", "“almost six months", "loose"),
        ("weekday", "2023-12-04", "confirmed"),
        ("weekday", "2022-03-05", "confirmed"),
        ("tenure", "“seven-plus months", "confirmed"),
        ("agreement", "Umarov", "confirmed"),
    ];
    let checks = entries(timeline, "checks");
    for (kind, words, verdict) in rows {
        let found = checks.iter().filter(|check| text(check, "kind") == kind && text(check, "message").contains(words));
        let verdicts: Vec<&str> = found.map(|check| text(check, "verdict")).collect();
        assert!(
            !verdicts.is_empty() && verdicts.iter().all(|v| *v == verdict),
            "{kind} {words}: {verdicts:?}\n{checks:#?}"
        );
    }
}

#[test]
fn furniture_and_legal_articles_give_no_entries() {
    let Some(timeline) = timeline() else { return };
    let all = || entries(timeline, "entries").iter().chain(entries(timeline, "undated"));
    for never in ["May 2024", "Leave a Reply", "thoughts on", "Views:", "Subscribe"] {
        assert!(!all().any(|entry| tells(entry, &[never])), "{never}");
    }
    for entry in all() {
        let date = text(entry, "date");
        assert!(!date.starts_with("2024") && !date.starts_with("0174") && !date.starts_with("0028"), "{entry:#}");
        assert!(!date.starts_with("2022-08-2"), "readers' comments make no entries: {entry:#}");
    }
}

#[test]
fn the_same_bytes_on_any_number_of_threads() {
    let Some(folder) = seeds() else { return };
    for format in ["json", "markdown"] {
        let one = build(&folder, &["--format", format, "--threads", "1"]);
        let many = build(&folder, &["--format", format, "--threads", "7"]);
        assert!(one == many, "{format}");
    }
}
