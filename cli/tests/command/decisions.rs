//! `--decisions` and `--explain`, which `build`, `resolve` and `check` take.

use serde_json::Value;

use crate::support::{Folder, Run, timeline};

fn folder(name: &str) -> Folder {
    Folder::new(name)
        .with("a.txt", "Ada Moe resigned as Harbour Master on March 7, 1932.")
        .with("b.txt", "Ada Moe resigned as Harbour Master on March 9, 1932.")
}

fn build(folder: &Folder, arguments: &[&str]) -> (Run, Value) {
    let run = timeline(folder, &[&["build", "--format", "json", "a.txt", "b.txt"], arguments].concat());
    let built = serde_json::from_str(&run.out).unwrap();
    (run, built)
}

#[test]
fn a_decided_date_stands_with_its_reason() {
    let folder = folder("decide-date");
    let explained = timeline(&folder, &["build", "--explain", "moe", "a.txt", "b.txt"]);
    let evidence = explained.out.rsplit("evidence: ").next().unwrap().trim().to_owned();
    assert!(evidence.starts_with("e-") && evidence.contains('@'), "{}", explained.out);

    let folder = folder.with("ours.txt", format!("date {evidence} 1932-03-09 because the harbour book has it\n"));
    let (run, built) = build(&folder, &["--decisions", "ours.txt"]);
    assert_eq!((run.code, run.err.as_str()), (0, ""));
    assert_eq!(built["entries"][0]["date"], "1932-03-09");
    let derivation = built["entries"][0]["derivation"].to_string();
    assert!(derivation.contains("by decision (ours.txt:1), because the harbour book has it."), "{derivation}");
    assert_eq!(built["conflicts"].as_array().map(Vec::len), Some(0));

    // A third source is new evidence: the decision holds, and wants to be looked at.
    let folder = folder.with("b.txt", "Ada Moe resigned as Harbour Master on March 10, 1932.");
    let (run, built) = build(&folder, &["--decisions", "ours.txt"]);
    assert!(run.err.contains("ours.txt:1: warning: the evidence on"), "{}", run.err);
    assert_eq!((run.code, &built["entries"][0]["date"]), (0, &"1932-03-09".into()));
}

#[test]
fn what_cannot_be_read_is_named_and_the_rest_is_done() {
    let folder = folder("decide-wrong").with("ours.txt", "date e-1 1932\n\nsame e-00000000 e-11111111 because so\n");
    let (run, built) = build(&folder, &["--decisions", "ours.txt"]);
    assert_eq!(run.code, 2);
    assert!(run.err.contains("ours.txt:1: no reason is given"), "{}", run.err);
    assert!(run.err.contains("ours.txt:3: warning: no entry or statement has the id `e-11111111`"), "{}", run.err);
    assert_eq!(built["entries"].as_array().map(Vec::len), Some(1));
    assert!(built["diagnostics"].to_string().contains("e-11111111"));
}

#[test]
fn an_explanation_tells_the_sources_and_the_contradiction() {
    let folder = folder("explain");
    let run = timeline(&folder, &["check", "--explain", "Ada Moe", "a.txt", "b.txt"]);
    assert_eq!((run.code, run.err.as_str()), (0, ""));
    for words in ["2 statements tell of it", "on March 7, 1932", "1932-03-09 in b.txt", "Contradiction c-"] {
        assert!(run.out.contains(words), "{words}: {}", run.out);
    }
    let none = timeline(&folder, &["build", "--explain", "Bo Lie", "a.txt"]);
    assert_eq!((none.code, none.out.as_str()), (2, ""));
    assert!(none.err.contains("`Bo Lie`"), "{}", none.err);
}
