//! Whatever comes in: it is named with its file and line, the rest is done, the exit code tells.

use std::time::{Duration, Instant};

use crate::support::{Folder, piped, timeline};

const SOUND: &str = "Ada Moe was appointed Minister of Fisheries on March 7, 1932.\n";

/// The ids of the documents that `annotate` printed.
fn ids(out: &str) -> Vec<String> {
    let id = |line: &str| serde_json::from_str::<serde_json::Value>(line).unwrap()["id"].as_str().unwrap().to_owned();
    out.lines().map(id).collect()
}

#[test]
fn a_missing_file_is_named_and_the_rest_is_built() {
    let folder = Folder::new("missing").with("sound.txt", SOUND);
    let run = timeline(&folder, &["annotate", "absent.txt", "sound.txt"]);
    assert_eq!((run.code, ids(&run.out)), (2, vec!["sound.txt".to_owned()]));
    assert!(run.err.starts_with("timeline: absent.txt: "), "{}", run.err);

    let build = timeline(&folder, &["build", "--format", "json", "absent.txt", "sound.txt"]);
    assert!(build.out.contains("\"document\": \"absent.txt\""), "the result tells what it lacks: {}", build.out);
}

#[test]
fn a_directory_without_readable_files_is_named() {
    let folder = Folder::new("empty_directory").with("articles/picture.jpg", [0xFF, 0xD8]);
    let run = timeline(&folder, &["build", "articles"]);
    assert_eq!(run.code, 2);
    assert_eq!(
        run.err,
        "timeline: articles: no readable files here; .txt, .md, .html, .htm, .jsonl, .ndjson are read\n"
    );
}

#[test]
fn a_directory_is_read_in_order_and_in_depth() {
    let folder = Folder::new("directory")
        .with("a/2.txt", SOUND)
        .with("a/1/x.md", SOUND)
        .with("a/3.jsonl", "")
        .with("a/.hidden.txt", SOUND);
    let run = timeline(&folder, &["annotate", "a"]);
    assert_eq!((run.code, ids(&run.out)), (0, vec!["1/x.md".to_owned(), "2.txt".to_owned()]));
}

#[test]
fn an_empty_file_is_a_document_with_a_warning() {
    let folder = Folder::new("empty").with("empty.txt", "").with("sound.txt", SOUND);
    let run = timeline(&folder, &["annotate", "empty.txt", "sound.txt"]);
    assert_eq!((run.code, ids(&run.out).len()), (0, 2));
    assert_eq!(run.err, "timeline: empty.txt: warning: holds no text\n");
}

#[test]
fn other_encodings_are_read_and_told() {
    let folder = Folder::new("encodings")
        .with("latin.txt", b"Jos\xE9 Moe resigned on March 7, 1932.")
        .with("broken.txt", b"Jos\xC3\xA9 Moe \xFF resigned on March 7, 1932.")
        .with("nul.txt", b"Jos\0 Moe resigned on March 7, 1932.");
    let run = timeline(&folder, &["annotate", "latin.txt", "broken.txt", "nul.txt"]);
    assert_eq!((run.code, ids(&run.out).len()), (0, 3));
    let told: Vec<&str> = run.err.lines().collect();
    assert!(told[0].starts_with("timeline: latin.txt: warning: not UTF-8 (line 1); read as Windows-1252"), "{told:?}");
    assert!(told[1].starts_with("timeline: broken.txt: warning: not UTF-8 throughout: 1 broken"), "{told:?}");
    assert!(told[2].starts_with("timeline: nul.txt: warning: holds 1 NUL byte"), "{told:?}");
}

#[test]
fn broken_lines_are_named_by_number() {
    let lines =
        "{\"id\": \"a\", \"text\": \"x\"}\n\n[1]\n{\"id\": \"b\"}\n{\"id\": \"c\", \"text\": \"y\"}\n{\"id\": 4\n";
    let folder = Folder::new("lines").with("d.jsonl", lines);
    let run = timeline(&folder, &["annotate", "d.jsonl"]);
    assert_eq!((run.code, ids(&run.out)), (2, vec!["a".to_owned(), "c".to_owned()]));
    let told: Vec<&str> = run.err.lines().collect();
    assert!(told[0].starts_with("timeline: d.jsonl:3: the line is no JSON object"), "{told:?}");
    assert!(told[1].starts_with("timeline: d.jsonl:4: the document has no `text`"), "{told:?}");
    assert!(
        told[2].starts_with("timeline: d.jsonl:6: not readable as a document: the JSON breaks off at column 8"),
        "{told:?}"
    );

    let statements =
        timeline(&folder.with("s.jsonl", "{\"document\": \"d\", \"kind\": \"death\"}\nno\n"), &["resolve", "s.jsonl"]);
    assert_eq!(statements.code, 2);
    assert!(statements.err.starts_with("timeline: s.jsonl:2: not readable as a statement"), "{}", statements.err);
}

#[test]
fn the_second_document_of_one_id_is_left_out_and_named() {
    let lines = "{\"id\": 1, \"text\": \"x\"}\n{\"id\": \"1\", \"text\": \"y\"}\n{\"id\": 2, \"text\": \"z\"}\n";
    let folder = Folder::new("twice").with("d.jsonl", lines);
    let run = timeline(&folder, &["annotate", "d.jsonl"]);
    assert_eq!((run.code, ids(&run.out)), (2, vec!["1".to_owned(), "2".to_owned()]));
    assert!(run.err.starts_with("timeline: d.jsonl:2: an earlier document has the id `1`"), "{}", run.err);
}

#[test]
fn files_of_one_name_are_told_apart_by_their_paths() {
    let folder = Folder::new("one_name").with("post/1.txt", "It opened.").with("herald/1.txt", "It closed.");
    let run = timeline(&folder, &["annotate", "post/1.txt", "herald/1.txt"]);
    assert_eq!((run.code, ids(&run.out)), (0, vec!["post/1.txt".to_owned(), "herald/1.txt".to_owned()]));
    let run = timeline(&folder, &["annotate", "post/1.txt", "post/1.txt"]);
    assert_eq!((run.code, ids(&run.out)), (2, vec!["1.txt".to_owned()]), "one file named twice is one document");
    assert!(run.err.starts_with("timeline: post/1.txt: the file was named twice"), "{}", run.err);
}

#[test]
fn standard_input_is_told_by_its_first_character() {
    let folder = Folder::new("stdin");
    assert_eq!(ids(&piped(&folder, &["annotate", "-"], SOUND.as_bytes()).out), ["stdin"]);
    assert_eq!(ids(&piped(&folder, &["annotate", "-"], b"\n{\"id\": \"a\", \"text\": \"x\"}").out), ["a"]);
}

#[test]
fn a_timeline_that_is_none_is_named() {
    let folder = Folder::new("no_timeline").with("t.json", "{\n  \"entries\": 3\n}");
    let run = timeline(&folder, &["render", "t.json"]);
    assert_eq!(run.code, 2);
    assert!(run.err.starts_with("timeline: t.json: not readable as a timeline: "), "{}", run.err);
    assert!(run.err.contains("(line 2, column "), "{}", run.err);
}

#[test]
fn a_result_that_cannot_be_written_is_named() {
    let folder = Folder::new("unwritable").with("sound.txt", SOUND);
    let run = timeline(&folder, &["build", "-o", "no/such/folder.md", "sound.txt"]);
    assert_eq!(run.code, 2);
    assert!(run.err.starts_with("timeline: cannot write the result: no/such/folder.md: "), "{}", run.err);
}

/// The time of a run on `text` stays near four times that on a quarter of it, as it does where time is linear.
fn is_linear(name: &str, text: &str) {
    let folder = Folder::new(name).with("quarter.txt", &text[..text.len() / 4]).with("whole.txt", text);
    let time = |file: &str| {
        let start = Instant::now();
        let run = timeline(&folder, &["extract", file]);
        assert_eq!((run.code, run.err.as_str()), (0, ""));
        start.elapsed()
    };
    let (quarter, whole) = (time("quarter.txt"), time("whole.txt"));
    assert!(whole < quarter * 10 + Duration::from_millis(500), "{quarter:?} for a quarter, {whole:?} for the whole");
}

#[test]
fn one_line_of_megabytes_takes_linear_time() {
    is_linear("long_line", &"the ships lay in the roads and waited for better weather ".repeat(2_000_000 / 57));
}

#[test]
fn thousands_of_dates_on_one_line_take_linear_time() {
    is_linear("many_dates", &"Ada Moe met Eli Lie on March 7, 1932, ".repeat(4_000));
}

#[test]
fn a_file_of_another_sort_is_known_and_the_right_command_told() {
    let mut folder = Folder::new("sorts").with("a.txt", SOUND);
    let timelines = timeline(&folder, &["build", "--format", "json", "a.txt"]).out;
    let statements = timeline(&folder, &["extract", "a.txt"]).out;
    let articles = "{\"id\": \"a\", \"text\": \"Ada Moe resigned on March 7, 1932.\"}\n";
    let findings = timeline(&folder, &["check", "--format", "json", "a.txt"]).out;
    folder = folder.with("f.json", findings).with("l.json", format!("[{}]", articles.trim_end()));
    folder = folder.with("t.json", timelines).with("s.jsonl", statements).with("d.jsonl", articles);
    for (arguments, told) in [
        (["resolve", "t.json"], "statements expected, but this is a timeline; `timeline render t.json` writes"),
        (["resolve", "d.jsonl"], "statements expected, but this holds articles; `timeline build d.jsonl` builds"),
        (["resolve", "a.txt"], "statements expected, but this is a text; `timeline build a.txt` builds"),
        (["render", "s.jsonl"], "a timeline expected, but this holds statements; `timeline resolve s.jsonl` builds"),
        (["render", "a.txt"], "a timeline expected, but this is a text; `timeline build a.txt` builds"),
        (["build", "t.json"], "articles expected, but this is a timeline; `timeline render t.json` writes"),
        (["build", "l.json"], "articles expected, but this is one list; `jq -c '.[]' l.json` makes a line"),
        (["render", "f.json"], "a timeline expected, but this holds what `timeline check` found"),
        (["check", "s.jsonl"], "articles expected, but this holds statements; `timeline resolve s.jsonl` builds"),
    ] {
        let run = timeline(&folder, &arguments);
        assert_eq!(run.code, 2, "{arguments:?}");
        assert!(run.err.starts_with(&format!("timeline: {}: {told}", arguments[1])), "{arguments:?}: {}", run.err);
        assert_eq!(run.err.lines().count(), 1, "{}", run.err);
    }
}

#[test]
fn an_empty_timeline_is_remarked_on() {
    let folder = Folder::new("nothing").with("a.txt", "Nothing happened here, ever.\n");
    let run = timeline(&folder, &["build", "a.txt"]);
    assert_eq!((run.code, run.err.as_str()), (0, "timeline: nothing dated was found, so the timeline is empty\n"));
}

#[test]
fn a_result_is_never_written_over_an_article() {
    let folder = Folder::new("over").with("a.txt", SOUND);
    for command in ["build", "check", "extract", "annotate"] {
        let run = timeline(&folder, &[command, "a.txt", "--output", "./a.txt"]);
        assert_eq!(run.code, 2);
        assert!(run.err.contains("a.txt: is an article to read"), "{}", run.err);
        assert_eq!(folder.read("a.txt"), SOUND);
    }
}

#[test]
fn a_result_among_the_articles_is_no_article() {
    let folder = Folder::new("among").with("in/a.txt", SOUND);
    let build = || timeline(&folder, &["build", "in", "--output", "in/t.md"]).code;
    assert_eq!(build(), 0);
    let first = folder.read("in/t.md");
    assert_eq!(build(), 0);
    assert_eq!(folder.read("in/t.md"), first);
}

#[test]
fn pages_that_are_no_text_are_told() {
    let folder = Folder::new("foreign").with("a.pdf", "%PDF-1.7 Ada Moe resigned on March 7, 1932.");
    let run = timeline(&folder, &["annotate", "a.pdf"]);
    assert!(run.code == 2 && run.err.contains("a.pdf: is a PDF"), "{}", run.err);
}

#[test]
fn a_folder_tells_what_it_holds_that_is_not_read() {
    let folder = Folder::new("others")
        .with("a/1.txt", SOUND)
        .with("a/b.pdf", "x")
        .with("a/deep/c.PDF", "x")
        .with("a/d.xml", "x")
        .with("a/.hidden.xml", "x")
        .with("a/README", "x");
    let run = timeline(&folder, &["annotate", "a"]);
    assert_eq!((run.code, ids(&run.out).len()), (0, 1));
    assert_eq!(run.err, "timeline: a: passed over 4 files: .pdf (2), .xml, without a type\n");
}

#[cfg(unix)]
#[test]
fn what_is_no_file_in_a_folder_is_passed_over() {
    let folder = Folder::new("sockets").with("1.txt", SOUND);
    // A short path: the name of a socket has little room.
    let _listener = std::os::unix::net::UnixListener::bind(folder.path().join("2.txt")).unwrap();
    let run = timeline(&folder, &["annotate", "."]);
    assert_eq!((run.code, ids(&run.out)), (0, vec!["1.txt".to_owned()]));
    assert_eq!(run.err, "timeline: ./2.txt: warning: is a pipe, a device or the like; passed over\n");
}

#[test]
fn a_file_by_two_names_is_read_once() {
    let folder = Folder::new("two_names").with("a.txt", SOUND).with("b/a.txt", SOUND);
    let run = timeline(&folder, &["annotate", "a.txt", "./a.txt", "b/../a.txt"]);
    assert_eq!(ids(&run.out), ["a.txt"]);
    assert_eq!(run.err.matches("the file was named twice; it is read once").count(), 2, "{}", run.err);
    let two = timeline(&folder, &["annotate", "a.txt", "b/a.txt"]);
    assert_eq!((two.code, ids(&two.out).len()), (0, 2));
}

#[test]
fn lines_that_are_none_are_warned_of() {
    let folder = Folder::new("no_lines").with("a.jsonl", "");
    let run = timeline(&folder, &["annotate", "a.jsonl"]);
    assert_eq!((run.code, run.err.as_str()), (0, "timeline: a.jsonl: warning: holds no lines\n"));
}

#[test]
fn a_result_is_kept_where_nothing_could_be_read() {
    let folder = Folder::new("kept").with("keep.md", "old").with("a.txt", SOUND);
    for command in ["build", "extract", "annotate", "check"] {
        let run = timeline(&folder, &[command, "absent/", "--output", "keep.md"]);
        assert_eq!((run.code, folder.read("keep.md").as_str()), (2, "old"), "{command}");
        assert!(run.err.ends_with("keep.md: left as it was, as nothing could be read\n"), "{}", run.err);
    }
    let run = timeline(&folder, &["build", "absent/", "a.txt", "--output", "keep.md"]);
    assert_eq!(run.code, 2);
    assert!(folder.read("keep.md").starts_with("# Timeline"), "what could be read is written");
    assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 2, "nothing is left beside it");
}
