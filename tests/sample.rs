//! The sample, stage by stage, as snapshots. Read a changed snapshot before it is accepted: one of a wrong answer is a
//! defect.

use std::fmt::Write;
use std::path::Path;

use timeline::document::{self, Document};
use timeline::{Timeline, render};

fn documents() -> Vec<Document> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("samples/lindhaven");
    let mut files: Vec<_> = std::fs::read_dir(folder)
        .expect("the folder reads")
        .map(|file| file.expect("the entry reads").path())
        .collect();
    files.sort();
    let mut documents: Vec<Document> = Vec::new();
    for file in files {
        let bytes = std::fs::read(&file).expect("the file reads");
        let name = file.file_name().expect("a name").to_string_lossy().into_owned();
        if name.ends_with(".jsonl") {
            let lines = bytes.split(|&byte| byte == b'\n').filter(|line| !line.is_empty());
            documents.extend(lines.map(|line| document::from_json(line).expect("an object").document));
        } else {
            documents.push(document::from_text(name, &bytes).document);
        }
    }
    for document in &mut documents {
        document.survey(None);
    }
    documents
}

fn snapshot(name: &str, text: &str) {
    insta::with_settings!({ snapshot_path => "../snapshots", prepend_module_to_snapshot => false, omit_expression => true }, {
        insta::assert_snapshot!(name, text);
    });
}

#[test]
fn expressions() {
    let mut out = String::new();
    for document in documents() {
        writeln!(out, "{}", document.id).expect("a String takes every write");
        for timex in timeline::annotate(&document) {
            let words = timex.span.of(&document.text);
            let date = timex.date.map_or_else(|| "-".to_owned(), |date| date.to_string());
            let anchor = timex.anchor.map_or_else(String::new, |anchor| format!(", from {anchor}"));
            writeln!(out, "  {words:?} {:?} {} = {date}{anchor} [{}]", timex.class, timex.value, timex.rule)
                .expect("a String takes every write");
        }
    }
    snapshot("sample-expressions", &out);
}

#[test]
fn statements() {
    let mut out = String::new();
    for document in documents() {
        writeln!(out, "{}", document.id).expect("a String takes every write");
        for statement in timeline::extract(&document).0 {
            let slot = |name: &str, value: &Option<String>| {
                value.as_ref().map_or_else(String::new, |value| format!(" {name}={value:?}"))
            };
            let date = statement.date.map_or_else(|| "-".to_owned(), |date| date.to_string());
            let slots = [
                slot("person", &statement.person),
                slot("role", &statement.role),
                slot("organization", &statement.organization),
                slot("by", &statement.by),
                slot("place", &statement.place),
                slot("date_text", &statement.date_text),
            ];
            writeln!(out, "  {date} {} {:?}{}", statement.kind, statement.certainty, slots.concat())
                .expect("a String takes every write");
            for relation in &statement.relations {
                writeln!(out, "    relation {:?}", relation.text).expect("a String takes every write");
            }
        }
    }
    snapshot("sample-statements", &out);
}

#[test]
fn timeline_as_json() {
    let timeline: Timeline = timeline::build(&documents());
    let mut json = Vec::new();
    render::json::timeline(&mut json, &timeline).expect("a Vec takes every write");
    snapshot("sample-timeline", &String::from_utf8(json).expect("UTF-8"));
}
