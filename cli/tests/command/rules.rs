//! `--rules`, which `build`, `extract` and `check` take.

use serde_json::Value;

use crate::support::{Folder, timeline};

const RULES: &str = "\
[[rule]]
kind = \"launch_scrub\"
verbs = [\"scrub\"]
subject = \"organization\"
title = \"{organization} calls off a launch\"

[[rule]]
kind = \"ceasefire\"
nouns = [\"ceasefire\"]
";

fn folder(name: &str) -> Folder {
    let text = "Northstar scrubbed its launch at Cape Lorne on 3 June 2019.\n\nA ceasefire began on 1 June 2019.\n";
    Folder::new(name).with("a.txt", text).with("my.toml", RULES)
}

#[test]
fn new_kinds_join_the_timeline() {
    let folder = folder("rules-build");
    let run = timeline(&folder, &["build", "--format", "json", "--rules", "my.toml", "a.txt"]);
    assert_eq!(run.code, 0);
    assert_eq!(
        run.err,
        "timeline: my.toml:9: note: `ceasefire` tells `military` too; with this rule it tells `ceasefire`\n"
    );
    let built: Value = serde_json::from_str(&run.out).unwrap();
    let told: Vec<_> = built["entries"].as_array().unwrap().iter().map(|e| (&e["kind"], &e["date"])).collect();
    assert_eq!(told[0], (&"ceasefire".into(), &"2019-06-01".into()));
    assert_eq!(told[1], (&"launch_scrub".into(), &"2019-06-03".into()));
    assert_eq!(built["entries"][1]["title"], "Northstar calls off a launch");
}

#[test]
fn extract_names_the_rule_and_check_takes_it() {
    let folder = folder("rules-extract").with("more.toml", "[[rule]]\nkind = 'dawn'\nnouns = ['first light']\n");
    let run = timeline(&folder, &["extract", "--rules", "my.toml", "--rules", "more.toml", "a.txt"]);
    let first: Value = serde_json::from_str(run.out.lines().next().unwrap()).unwrap();
    assert_eq!((&first["rule"], &first["place"]), (&"my.toml:1".into(), &"Cape Lorne".into()));
    assert_eq!(timeline(&folder, &["check", "--rules", "my.toml", "a.txt"]).code, 0);
}

#[test]
fn with_a_fault_nothing_is_built() {
    let folder =
        folder("rules-fault").with("bad.toml", "[[rule]]\nkind = 'x'\nverb = ['y']\n").with("latin.toml", b"# \xe9");
    for command in ["build", "extract", "check"] {
        let run = timeline(&folder, &[command, "--rules", "bad.toml", "--rules", "latin.toml", "a.txt"]);
        assert_eq!((run.code, run.out.as_str()), (2, ""));
        let mut told = run.err.lines();
        assert!(told.next().unwrap().starts_with("timeline: bad.toml:3:1: unknown field `verb`, expected one of"));
        assert_eq!(told.next(), Some("timeline: latin.toml:1:3: not UTF-8 from here on; save the file as UTF-8"));
    }
    let missing = timeline(&folder, &["build", "--rules", "none.toml", "a.txt"]);
    assert!(missing.code == 2 && missing.err.starts_with("timeline: none.toml: "), "{}", missing.err);
}
