//! The stages that a document goes through, each as work that can be measured alone.

use timeline::document::from_json;
use timeline::render::json;
use timeline::{Document, annotate, extract, resolve, stages};

/// Work that is done once; it returns a count of what came out.
pub type Work = Box<dyn FnOnce() -> usize>;

/// A stage, named as in the architecture's flow.
pub struct Stage {
    /// As it is written in tables and on the command line.
    pub name: &'static str,
    prepare: fn(&str) -> Work,
}

impl Stage {
    /// Does all that comes before the stage on documents as lines of JSON, and gives the stage as work.
    pub fn prepare(&self, lines: &str) -> Work {
        (self.prepare)(lines)
    }
}

/// Every stage, in the order of the flow.
pub const STAGES: [Stage; 9] = [
    // The tables that the first document of a run waits for.
    Stage { name: "start", prepare: |_| Box::new(warm_up) },
    Stage { name: "read", prepare: read },
    Stage { name: "scan", prepare: |lines| of_each(lines, |document| stages::scan(&document.text)) },
    Stage { name: "sentences", prepare: |lines| of_each(lines, |document| stages::sentences(&document.text)) },
    // Scan and sentences included.
    Stage { name: "annotate", prepare: |lines| of_each(lines, |document| annotate(document).len()) },
    Stage { name: "write", prepare: write },
    // Annotating included.
    Stage { name: "extract", prepare: |lines| of_each(lines, |document| extract(document).0.len()) },
    Stage { name: "resolve", prepare: resolve },
    Stage { name: "render", prepare: render },
];

/// Annotates and extracts a line, so that every table is built.
pub(crate) fn warm_up() -> usize {
    let line = "On March 5, 1987 Anna Berg was appointed governor of Tolford by King Otto IV. He died a day later.";
    extract(&Document::new("warm-up", line)).0.len()
}

fn documents(lines: &str) -> Vec<Document> {
    let read = |line: &str| from_json(line.as_bytes()).expect("the corpus is well-formed").document;
    lines.lines().map(read).collect()
}

fn of_each(lines: &str, work: fn(&Document) -> usize) -> Work {
    warm_up();
    let documents = documents(lines);
    Box::new(move || documents.iter().map(work).sum())
}

fn read(lines: &str) -> Work {
    let lines = lines.to_owned();
    Box::new(move || documents(&lines).len())
}

fn write(lines: &str) -> Work {
    let annotated: Vec<_> = documents(lines).into_iter().map(|document| (annotate(&document), document)).collect();
    Box::new(move || {
        let mut out = Vec::new();
        for (timexes, document) in &annotated {
            json::timexes(&mut out, document, timexes).expect("memory takes any line");
        }
        out.len()
    })
}

fn statements(lines: &str) -> resolve::Input {
    let documents = documents(lines);
    resolve::Input {
        documents: documents.iter().map(Into::into).collect(),
        statements: documents.iter().flat_map(|document| extract(document).0).collect(),
        ..resolve::Input::default()
    }
}

fn resolve(lines: &str) -> Work {
    let input = statements(lines);
    Box::new(move || resolve::resolve(input).entries.len())
}

fn render(lines: &str) -> Work {
    let timeline = resolve::resolve(statements(lines));
    Box::new(move || {
        let mut out = Vec::new();
        json::timeline(&mut out, &timeline).expect("memory takes any timeline");
        out.len()
    })
}
