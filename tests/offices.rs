//! The corpus of office events in `tests/offices/`: who took or left which office and when, and what only looks like it,
//! at one fixed date of publication. `tests/offices/README.md` tells how a case is written.

use std::fmt::Write;
use std::fs;
use std::path::Path;

use timeline::document::{Published, parse_stated};
use timeline::{Document, Statement, extract};

#[test]
fn every_passage_tells_what_it_says() {
    let mut report = String::new();
    let (mut wrong, mut passages) = (0, 0);
    for file in files() {
        for case in &file.cases {
            passages += 1;
            let read = file.read(case);
            if read != case.events {
                wrong += 1;
                let _ = writeln!(report, "{}:{}: {}", file.name, case.line, case.text);
                let _ = writeln!(report, "  expected {:#?}\n  read     {read:#?}", case.events);
            }
        }
    }
    assert!(wrong == 0, "{wrong} of {passages} passages are read otherwise\n\n{report}");
}

/// Rules that are only ever shown events learn to see them everywhere.
#[test]
fn a_quarter_of_the_passages_tells_no_event() {
    let cases: Vec<Case> = files().into_iter().flat_map(|file| file.cases).collect();
    let empty = cases.iter().filter(|case| case.events.is_empty()).count();
    assert!(4 * empty >= cases.len(), "{empty} of {} passages tell no event", cases.len());
}

/// One family of cases, read at one date.
struct File {
    name: String,
    published: Published,
    cases: Vec<Case>,
}

/// A passage, and the events that it tells.
struct Case {
    line: usize,
    text: String,
    events: Vec<String>,
}

impl File {
    fn read(&self, case: &Case) -> Vec<String> {
        let mut document = Document::new(format!("{}:{}", self.name, case.line), case.text.clone());
        document.published = Some(self.published.clone());
        let (statements, _) = extract(&document);
        let mut events: Vec<String> =
            statements.iter().filter(|s| s.kind.is_office() && s.person.is_some()).map(event).collect();
        events.sort();
        events
    }
}

/// `kind | person | role | date`
fn event(statement: &Statement) -> String {
    let slot = |slot: &Option<String>| slot.clone().unwrap_or_else(|| "-".to_owned());
    let date = statement.date.map_or("-".to_owned(), |date| date.to_string());
    format!("{} | {} | {} | {date}", statement.kind, slot(&statement.person), slot(&statement.role))
}

fn files() -> Vec<File> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/offices");
    let entries = fs::read_dir(&folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
    let paths = entries.filter_map(|entry| Some(entry.ok()?.path()));
    let mut paths: Vec<_> = paths.filter(|path| path.extension().is_some_and(|end| end == "txt")).collect();
    paths.sort();
    paths.iter().map(|path| file(path)).collect()
}

fn file(path: &Path) -> File {
    let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let text = fs::read_to_string(path).unwrap_or_else(|error| panic!("{name}: {error}"));
    let mut cases: Vec<Case> = Vec::new();
    let mut published = None;
    for (number, line) in text.lines().enumerate().map(|(number, line)| (number + 1, line)) {
        if let Some(date) = line.strip_prefix("published: ") {
            published = parse_stated(date).map(|date| Published { date, how: "given".to_owned() });
        } else if let Some(event) = line.strip_prefix("    ") {
            cases
                .last_mut()
                .unwrap_or_else(|| panic!("{name}:{number}: an event of no passage"))
                .events
                .push(event.to_owned());
        } else if !line.is_empty() && !line.starts_with('#') {
            cases.push(Case { line: number, text: line.replace("\\n", "\n").replace("\\t", "\t"), events: Vec::new() });
        }
    }
    cases.iter_mut().for_each(|case| case.events.sort());
    let published = published.unwrap_or_else(|| panic!("{name}: no `published:`"));
    File { name, published, cases }
}
