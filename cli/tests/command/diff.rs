//! `timeline diff`: what it tells and its exit codes.

use serde_json::Value;

use crate::support::{Folder, timeline};

fn folder(name: &str) -> Folder {
    let folder = Folder::new(name)
        .with("a.txt", "Ada Moe resigned as Harbour Master in March 1932.")
        .with("b.txt", "Ada Moe resigned as Harbour Master on March 9, 1932.");
    for (inputs, output) in [(&["a.txt"][..], "old.json"), (&["a.txt", "b.txt"], "new.json")] {
        let run = timeline(&folder, &[&["build", "--format", "json", "--output", output], inputs].concat());
        assert_eq!((run.code, run.err.as_str()), (0, ""));
    }
    folder
}

#[test]
fn the_same_timeline_differs_in_nothing() {
    let run = timeline(&folder("diff-same"), &["diff", "old.json", "old.json"]);
    assert_eq!((run.code, run.out.as_str()), (0, "The two timelines are the same.\n"));
}

#[test]
fn a_finer_source_moves_the_entry() {
    let folder = folder("diff-moved");
    let run = timeline(&folder, &["diff", "old.json", "new.json"]);
    assert_eq!((run.code, run.err.as_str()), (1, ""));
    assert!(run.out.contains("## Documents added\n\n- b.txt\n"), "{}", run.out);
    assert!(run.out.contains(": 1932-03 to 1932-03-09 ("), "{}", run.out);
    assert!(run.out.contains("\n  - New evidence: “March 9, 1932” as 1932-03-09 in b.txt.\n"), "{}", run.out);

    let json = timeline(&folder, &["diff", "--format", "json", "old.json", "new.json"]);
    let found: Value = serde_json::from_str(&json.out).unwrap();
    assert_eq!((json.code, found["moved"].as_array().map(Vec::len)), (1, Some(1)));
    assert_eq!((&found["schema"], &found["moved"][0]["to"]), (&"timeline-diff/1".into(), &"1932-03-09".into()));
}

#[test]
fn what_is_no_timeline_is_named() {
    let folder = folder("diff-bad").with("bad.json", "{\"entries\": 1}");
    let run = timeline(&folder, &["diff", "bad.json", "gone.json"]);
    assert_eq!((run.code, run.out.as_str()), (2, ""));
    assert!(run.err.contains("bad.json: not readable as a timeline") && run.err.contains("gone.json: "), "{}", run.err);
}
