//! `timeline check`: what it prints, what it passes over, and its exit codes.

use serde_json::Value;

use crate::support::{Folder, Run, timeline};

/// 7 March 1932 was a Monday.
fn folder(name: &str) -> Folder {
    Folder::new(name)
        .with("a.txt", "A Harbour Without a Master\n\nOn Tuesday, March 7, 1932, Ada Moe resigned as Harbour Master.")
        .with("b.jsonl", "{\"id\": \"b\", \"text\": \"Ada Moe resigned as Harbour Master on March 9, 1932.\"}\n")
}

fn findings(run: &Run) -> Vec<Value> {
    let all: Value = serde_json::from_str(&run.out).unwrap();
    all["findings"].as_array().unwrap().clone()
}

#[test]
fn says_so_where_not_all_could_be_read() {
    let folder = Folder::new("check-part").with("b.txt", "Ada Moe resigned on March 9, 1932.");
    let run = timeline(&folder, &["check", "b.txt", "missing.txt"]);
    assert_eq!((run.code, run.out.as_str()), (2, "nothing contradicts\nnot all of it could be read\n"));

    let json = timeline(&folder, &["check", "--format", "json", "b.txt", "missing.txt"]);
    let json: Value = serde_json::from_str(&json.out).unwrap();
    assert_eq!(
        (&json["diagnostics"][0]["document"], json["findings"].as_array().unwrap().len()),
        (&"missing.txt".into(), 0)
    );

    for (files, successful) in [(&["b.txt", "missing.txt"][..], false), (&["b.txt"], true)] {
        let run = timeline(&folder, &[&["check", "--format", "sarif"], files].concat());
        let log: Value = serde_json::from_str(&run.out).unwrap();
        let invocation = &log["runs"][0]["invocations"][0];
        assert_eq!(invocation["executionSuccessful"], successful);
        assert_eq!(invocation["toolExecutionNotifications"].as_array().unwrap().is_empty(), successful);
    }
}

#[test]
fn underlines_what_contradicts_and_fails() {
    let run = timeline(&folder("check-text"), &["check", "a.txt"]);
    assert_eq!((run.code, run.err.as_str()), (1, ""));
    let shown = "\
 --> a.txt:3:4
  |
3 | On Tuesday, March 7, 1932, Ada Moe resigned as Harbour Master.
  |    ^^^^^^^^^^^^^^^^^^^^^^ resignation: 1932-03-07
";
    assert!(run.out.starts_with("error[weekday]: ") && run.out.contains(shown), "{}", run.out);
    assert!(run.out.ends_with("\n1 error\n"), "{}", run.out);
}

#[test]
fn colours_only_where_they_are_wanted() {
    let folder = folder("check-color");
    assert!(!timeline(&folder, &["check", "a.txt"]).out.contains('\u{1b}'));
    assert!(timeline(&folder, &["check", "--color", "always", "a.txt"]).out.contains("\u{1b}[1;31merror"));
}

#[test]
fn no_error_among_the_findings_is_no_failure() {
    let folder = Folder::new("check-warning")
        .with("a.txt", "Ada Moe resigned as Harbour Master on March 7, 1932.")
        .with("b.txt", "Ada Moe resigned as Harbour Master on March 9, 1932.");
    let one = timeline(&folder, &["check", "a.txt"]);
    assert_eq!((one.code, one.out.as_str()), (0, "nothing contradicts\n"));
    let two = timeline(&folder, &["check", "a.txt", "b.txt"]);
    assert!(two.out.starts_with("warning[sources]"), "{}", two.out);
    assert_eq!(two.code, 0);
}

#[test]
fn json_and_sarif_hold_the_same_findings() {
    let folder = folder("check-formats");
    let json = timeline(&folder, &["check", "--format", "json", "."]);
    let sarif = timeline(&folder, &["check", "--format", "sarif", "."]);
    assert_eq!(json.code, sarif.code);
    let log: Value = serde_json::from_str(&sarif.out).unwrap();
    assert_eq!((&log["version"], &log["runs"][0]["columnKind"]), (&"2.1.0".into(), &"unicodeCodePoints".into()));
    let results = log["runs"][0]["results"].as_array().unwrap();
    let findings = findings(&json);
    assert!(!findings.is_empty() && results.len() == findings.len());
    for (result, finding) in results.iter().zip(&findings) {
        assert_eq!(result["ruleId"], finding["code"]);
        assert_eq!(result["partialFingerprints"]["conflict/v1"], finding["id"]);
        assert!(result["message"]["text"].is_string() && result["locations"].is_array());
    }
}

#[test]
fn an_ignored_finding_does_not_fail_and_stays_in_the_formats_for_programs() {
    let folder = folder("check-ignore");
    let found = findings(&timeline(&folder, &["check", "--format", "json", "a.txt"]));
    let [finding] = found.as_slice() else { panic!("{found:?}") };
    let (id, evidence) = (finding["id"].as_str().unwrap(), finding["evidence"].as_str().unwrap());
    let folder = folder.with("ignore.txt", format!("# known\n{id}@{evidence} the almanac of that year is wrong\n"));

    let run = timeline(&folder, &["check", "--ignore", "ignore.txt", "a.txt"]);
    assert_eq!((run.code, run.out.as_str(), run.err.as_str()), (0, "1 ignored\n", ""));
    let run = timeline(&folder, &["check", "--ignore", "ignore.txt", "--format", "sarif", "a.txt"]);
    let log: Value = serde_json::from_str(&run.out).unwrap();
    let suppressed = &log["runs"][0]["results"][0]["suppressions"][0];
    assert_eq!(suppressed["justification"], "the almanac of that year is wrong");
}

#[test]
fn an_ignore_file_is_held_to_what_it_says() {
    let folder = folder("check-stale").with("ignore.txt", "c-00000000 long gone\nc-11111111\n");
    let run = timeline(&folder, &["check", "--ignore", "ignore.txt", "a.txt"]);
    assert_eq!(run.code, 2);
    assert!(run.err.contains("ignore.txt:1: warning: no contradiction has the id `c-00000000`"), "{}", run.err);
    assert!(run.err.contains("ignore.txt:2: no reason is given"), "{}", run.err);
}

#[test]
fn a_line_of_any_length_is_shown_in_part() {
    let text =
        format!("{}On Tuesday, March 7, 1932, Ada Moe resigned. {}", "Wind. ".repeat(5_000), "Sea. ".repeat(5_000));
    let folder = Folder::new("check-long").with("a.txt", text);
    let run = timeline(&folder, &["check", "a.txt"]);
    assert_eq!(run.code, 1, "{}", run.err);
    assert!(run.out.len() < 1500 && run.out.contains("a.txt:1:30004\n"), "{}", run.out);
}
