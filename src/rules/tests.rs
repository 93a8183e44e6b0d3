//! What a file of rules says when it is wrong, and what the rules find when it is right.

use super::Rules;
use crate::calendar::Date;
use crate::document::{Document, Published};
use crate::statement::Statement;
use crate::{Diagnostic, extract, extract_with};

/// The fault of a file, as a person reads it.
fn fault(text: &str) -> String {
    fault_of(text.as_bytes())
}

fn fault_of(text: &[u8]) -> String {
    Rules::default().read("my.toml", text).expect_err("a fault").to_string()
}

fn rules(text: &str) -> (Rules, Vec<Diagnostic>) {
    let mut rules = Rules::default();
    let notes = rules.read("my.toml", text.as_bytes()).expect("rules without a fault");
    (rules, notes)
}

/// A text published on Wednesday, 2020-06-10.
fn document(text: &str) -> Document {
    let mut document = Document::new("test", text);
    document.published = Date::day(2020, 6, 10).map(|date| Published { date, how: "given".to_owned() });
    document
}

/// What `rules` find: `kind | person | organization | by | place | date`.
fn found(given: &str, text: &str) -> Vec<String> {
    let line = |s: &Statement| {
        let slots = [&s.person, &s.organization, &s.by, &s.place];
        let slots = slots.map(|slot| slot.clone().unwrap_or_else(|| "-".to_owned())).join(" | ");
        format!("{} | {slots} | {}", s.kind, s.date.map_or("-".to_owned(), |date| date.to_string()))
    };
    let statements = extract_with(&document(text), &rules(given).0).0;
    statements.iter().filter(|s| s.rule.starts_with("my.toml:")).map(line).collect()
}

const SCRUB: &str = "[[rule]]\nkind = 'launch_scrub'\nverbs = ['scrub', 'call off']\nsubject = 'organization'\n";
const TRUCE: &str = "[[rule]]\nkind = 'ceasefire'\nnouns = ['truce']\nverbs = [['lay down arms', 'laid down arms']]\n";

#[test]
fn a_fault_is_told_with_its_place_and_what_to_do() {
    let unknown = fault("[[rule]]\nkind = 'x'\n  trigers = ['y']\n");
    assert!(unknown.starts_with("my.toml:3:3: unknown field `trigers`, expected one of `kind`, `verbs`"), "{unknown}");
    let wrong = fault("[[rule]]\nkind = 'x'\nverbs = 'scrub'\n");
    assert_eq!(wrong, "my.toml:3:9: invalid type: string \"scrub\", expected a sequence");
    let number = fault("[[rule]]\nkind = 'x'\nverbs = ['ä', 5]\n");
    let expected = "a verb, or the list of its base, past, participle and -ing form";
    assert_eq!(number, format!("my.toml:3:15: invalid type: integer `5`, expected {expected}"));
    let empty = fault("\n[[rule]]\nkind = 'x'\nverbs = []\n");
    assert_eq!(empty, "my.toml:2:1: the rule of `x` has no trigger; give it `verbs` or `nouns`");
    let twice = fault("[[rule]]\nkind='x'\nnouns=['y']\n[[rule]]\nkind = 'x'\nnouns=['z']\n");
    assert_eq!(twice, "my.toml:5:8: `x` has a rule at line 2 already; put these triggers there");
    let shared = fault("[[rule]]\nkind='x'\nnouns=['y']\n[[rule]]\nkind='z'\nnouns=['w', 'Y']\n");
    assert_eq!(shared, "my.toml:6:13: `y` is a trigger of `x` at line 3 already");
    let utf8 = fault_of(b"[[rule]]\nkind = '\xc3\xa9\xff'\n");
    assert_eq!(utf8, "my.toml:2:10: not UTF-8 from here on; save the file as UTF-8");
}

#[test]
fn what_no_rule_can_say_is_a_fault() {
    let rule = |line: &str| fault(&format!("[[rule]]\nkind = 'x'\nverbs = ['y']\n{line}\n"));
    assert!(fault("[[rule]]\nkind = 'Launch scrub'\n").contains("\nmy.toml:2:8: `Launch scrub` is no kind; write"));
    assert!(fault("[[rule]]\nverbs = ['y']\n").starts_with("my.toml:1:1: the rule has no `kind`"));
    assert!(fault("[[rule]]\nkind = 'x'\nnouns = ['a, b']\n").starts_with("my.toml:3:10: `a, b` is no trigger"));
    assert!(fault("[[rule]]\nkind = 'x'\nnouns = ['']\n").contains(":3:10: `` is no trigger"));
    assert!(fault("[[rule]]\nkind = 'x'\nverbs = [[]]\n").contains(":3:10: the forms of a verb are"));
    assert!(rule("frame = 'serve'").starts_with("my.toml:4:9: `serve` is no frame; there are `install`, `remove`"));
    assert!(rule("needs = ['when']").starts_with("my.toml:4:10: `when` is no slot; there are `person`, `role`"));
    assert!(rule("title = '{who} goes'").starts_with("my.toml:4:9: `{who}` is no slot of a title"));
    assert!(rule("frame = 'leave'\nsubject = 'person'").starts_with("my.toml:5:11: `subject` is for kinds without"));
    assert!(fault("[[rule]\n").starts_with("my.toml:1:"));
}

#[test]
fn all_faults_of_a_file_are_told_at_once() {
    let given = "[[rule]]\nkind = 'x y'\nverbs = ['1st']\n\n[[rule]]\nkind = 'z'\n\n[[rule]]\nkind = 'w'\nnouns = ['a', 'b,']\ntitle = '{who}'\n";
    let faults = fault(given);
    let places: Vec<&str> = faults.lines().map(|line| line.split(": ").next().unwrap_or_default()).collect();
    assert_eq!(places, ["my.toml:2:8", "my.toml:3:10", "my.toml:5:1", "my.toml:10:15", "my.toml:11:9"]);
    let error = Rules::default().read("my.toml", given.as_bytes()).expect_err("faults");
    assert_eq!(error.position(), Some((2, 8)));
    let given = "[[rule]]\nverbs = ['y']\nframe = 'serve'\nneeds = ['date', 'when']\n\n[[rule]]\nkind = 'z'\nsubject = 'body'\nnouns = ['a,']\n";
    let faults = fault(given);
    let places: Vec<&str> = faults.lines().map(|line| line.split(": ").next().unwrap_or_default()).collect();
    assert_eq!(places, ["my.toml:1:1", "my.toml:3:9", "my.toml:4:18", "my.toml:8:11", "my.toml:9:10"]);
}

#[test]
fn a_file_without_a_rule_is_said_to_be_one() {
    for text in ["", "# nothing yet\n"] {
        let (_, notes) = rules(text);
        assert_eq!(notes.len(), 1, "{text:?}");
        assert_eq!(
            (notes[0].line, notes[0].message.as_str()),
            (None, "no `[[rule]]` in it: nothing is read otherwise")
        );
    }
}

#[test]
fn each_frame_reads_who_stands_where() {
    let told = |verb: &str, frame: &str, text: &str| {
        let rule = format!("[[rule]]\nkind = 'x'\nverbs = ['{verb}']\nframe = '{frame}'\n");
        let statements = extract_with(&document(text), &rules(&rule).0).0;
        let of = |slot: &Option<String>| slot.clone().unwrap_or_else(|| "-".to_owned());
        let line = |s: &Statement| format!("{} | {} | {}", of(&s.person), of(&s.role), of(&s.by));
        statements.iter().filter(|s| s.kind.as_str() == "x").map(line).collect::<Vec<_>>()
    };
    assert_eq!(
        told("boot", "remove", "The board booted Jens Hansen from his post as treasurer on Monday."),
        ["Jens Hansen | treasurer | board"]
    );
    assert_eq!(told("debut", "enter", "Ana Silva debuted as director on Monday."), ["Ana Silva | director | -"]);
    assert_eq!(told("bail", "leave", "Ana Silva bailed as director on Monday."), ["Ana Silva | director | -"]);
    assert_eq!(told("triumph", "win", "Ana Silva triumphed as mayor on Monday."), ["Ana Silva | mayor | -"]);
    assert_eq!(told("drown", "die", "Mayor Jens Hansen drowned on Monday."), ["Jens Hansen | Mayor | -"]);
    for (verb, frame) in
        [("boot", "remove"), ("debut", "enter"), ("bail", "leave"), ("triumph", "win"), ("drown", "die")]
    {
        assert_eq!(told(verb, frame, &format!("Jens Hansen did not {verb} anybody.")), [""; 0], "{verb}");
    }
}

#[test]
fn the_users_trigger_wins_with_a_note() {
    let (rules, notes) = rules("[[rule]]\nkind = 'layoff'\nverbs = ['sack']\nnouns = ['strike']\n");
    let notes: Vec<_> = notes.iter().map(|note| (note.line, note.message.as_str())).collect();
    assert_eq!(
        notes,
        [
            (Some(3), "`sack` tells `dismissal` too; with this rule it tells `layoff`"),
            (Some(4), "`strike` tells `protest` too; with this rule it tells `layoff`"),
            (Some(4), "`strikes` tells `attack` too; with this rule it tells `layoff`"),
        ]
    );
    let text = document("On May 4, 2019 the board sacked Mayor Jens Hansen.");
    assert_eq!(extract(&text).0[0].kind.as_str(), "dismissal");
    assert_eq!(extract_with(&text, &rules).0[0].kind.as_str(), "layoff");
}

#[test]
fn plain_slots_are_filled_from_the_clause() {
    let organization = ["launch_scrub | - | Northstar | - | Cape Lorne | 2020-06-08"];
    assert_eq!(found(SCRUB, "Northstar scrubbed its launch at Cape Lorne on Monday."), organization);
    for text in [
        "Jens Hansen scrubbed his launch at Cape Lorne on Monday.",
        "Treasurer Jens Hansen spoke. Jens Hansen scrubbed the launch at Cape Lorne on Monday.",
        "Jens Hansen scrubbed the launch at Cape Lorne on Monday. Hansen blamed the wind.",
    ] {
        let nobody = ["launch_scrub | - | - | - | Cape Lorne | 2020-06-08"];
        assert_eq!(found(SCRUB, text), nobody, "a person is no organization: {text}");
    }
    let passive = ["launch_scrub | - | - | Jens Hansen | - | 2020-06-04"];
    assert_eq!(found(SCRUB, "The flight was called off by President Jens Hansen on June 4."), passive);
    let noun = ["ceasefire | - | - | - | Hollin | 2019-06-01"];
    assert_eq!(found(TRUCE, "In Hollin, a truce took effect on 1 June 2019."), noun);
    let listed = ["ceasefire | Jens Hansen | - | - | Zenda | -"];
    assert_eq!(found(TRUCE, "General Jens Hansen laid down arms in Zenda."), listed);
}

#[test]
fn what_is_denied_demanded_or_supposed_is_no_event() {
    for text in ["Northstar did not scrub the flight on May 4.", "Northstar may call off the launch."] {
        assert_eq!(found(SCRUB, text), Vec::<String>::new(), "{text}");
    }
    for text in ["Borduria called for a truce in March 2019.", "The year ended without a truce.", "A truceless year."] {
        assert_eq!(found(TRUCE, text), Vec::<String>::new(), "{text}");
    }
}

#[test]
fn a_frame_reads_offices() {
    let rule = "[[rule]]\nkind = 'ordination'\nverbs = ['ordain']\nnouns = ['ordination']\nframe = 'install'\nneeds = ['role']\n";
    let text = document("Ada Moe was ordained bishop by Archbishop Jens Hansen on May 5, 2019.");
    let statements = extract_with(&text, &rules(rule).0).0;
    assert_eq!(statements.len(), 1);
    let told = &statements[0];
    assert_eq!((told.kind.as_str(), told.person.as_deref()), ("ordination", Some("Ada Moe")));
    assert_eq!((told.role.as_deref(), told.by.as_deref()), (Some("bishop"), Some("Jens Hansen")));
    assert_eq!(found(rule, "The judge ordained that Ada Moe should pay."), Vec::<String>::new());
}

#[test]
fn a_kind_of_the_office_family_has_its_frame() {
    let rule = "[[rule]]\nkind = 'resignation'\nverbs = ['bail out']\n";
    let statements = extract_with(&document("Mayor Ada Moe bailed out on Monday."), &rules(rule).0).0;
    assert_eq!(statements[0].title.as_deref(), Some("Ada Moe resigns as Mayor"));
}

#[test]
fn needs_and_title_are_kept() {
    let given = format!("{SCRUB}title = '{{organization}} waits at {{place}}'\nneeds = ['organization', 'date']\n");
    let titles = |text: &str| -> Vec<String> {
        let statements = extract_with(&document(text), &rules(&given).0).0;
        statements.into_iter().filter(|s| s.rule == "my.toml:1").filter_map(|s| s.title).collect()
    };
    assert_eq!(titles("Northstar scrubbed its launch at Cape Lorne on Monday."), ["Northstar waits at Cape Lorne"]);
    // A slot of the title is empty: the words of the clause.
    assert_eq!(titles("Northstar scrubbed its launch on Monday."), ["Northstar scrubbed its launch on Monday"]);
    assert_eq!(titles("The launch was scrubbed on Monday. Northstar scrubbed it."), Vec::<String>::new());
}

#[test]
fn of_two_files_the_later_wins() {
    let mut rules = rules(TRUCE).0;
    rules.read("other.toml", b"[[rule]]\nkind = 'pause'\nnouns = ['truce']\n").unwrap();
    let statements = extract_with(&document("A truce began on May 4, 2019."), &rules).0;
    assert_eq!((statements[0].kind.as_str(), &*statements[0].rule), ("pause", "other.toml:1"));
    assert!(rules.read("bad.toml", b"[[rule]]").is_err());
    assert_eq!(extract_with(&document("A truce began on May 4, 2019."), &rules).0, statements);
}
