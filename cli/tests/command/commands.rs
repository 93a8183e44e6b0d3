//! The commands as a whole: what they print does not depend on threads, pipes or files.

use std::io::Read;

use crate::support::{Folder, command, piped, timeline};

fn archive(name: &str) -> Folder {
    (0..12).fold(Folder::new(name), |folder, n| {
        let lines: String = (0..25)
            .map(|line| {
                let text = format!("Ada Moe resigned on March {}, 19{n:02}. ", 1 + line % 28).repeat(1 + line % 7);
                format!("{{\"id\": \"{n}-{line}\", \"text\": \"{text}\"}}\n")
            })
            .collect();
        folder.with(&format!("{n:02}.jsonl"), lines)
    })
}

#[test]
fn the_bytes_are_the_same_on_any_number_of_threads() {
    let folder = archive("threads");
    for arguments in [&["annotate", "."][..], &["extract", "."], &["build", "--format", "json", "."]] {
        let on = |threads: &str| {
            let run = timeline(&folder, &[arguments, &["--threads", threads]].concat());
            assert_eq!((run.code, run.err.as_str()), (0, ""));
            run.out
        };
        let one = on("1");
        for threads in ["2", "7", "0"] {
            assert!(on(threads) == one, "{arguments:?} on {threads} threads");
        }
    }
}

#[test]
fn a_reader_that_has_seen_enough_is_no_error() {
    let folder = archive("pipe");
    let mut child = command(&folder, &["annotate", "."]).spawn().unwrap();
    let mut out = child.stdout.take().unwrap();
    out.read_exact(&mut [0; 10]).unwrap();
    drop(out);
    let output = child.wait_with_output().unwrap();
    assert_eq!((output.status.code(), String::from_utf8(output.stderr).unwrap().as_str()), (Some(0), ""));
}

#[test]
fn a_result_goes_to_a_file_where_one_is_named() {
    let folder = Folder::new("output").with("a.txt", "Ada Moe resigned on March 7, 1932.");
    let printed = timeline(&folder, &["extract", "a.txt"]);
    let written = timeline(&folder, &["extract", "a.txt", "--output", "s.jsonl"]);
    assert_eq!((written.code, written.out.as_str()), (0, ""));
    assert_eq!(folder.read("s.jsonl"), printed.out);
}

#[test]
fn build_is_extract_and_resolve_and_render() {
    let folder = Folder::new("stages").with("a.txt", "Moe Resigns\n\nAda Moe resigned on March 7, 1932.");
    let json = timeline(&folder, &["build", "--format", "json", "a.txt"]).out;
    let markdown = timeline(&folder, &["build", "a.txt"]).out;
    assert_eq!(piped(&folder, &["render", "-"], json.as_bytes()).out, markdown);
    assert_eq!(piped(&folder, &["render", "--format", "json", "-"], json.as_bytes()).out, json);
    let statements = timeline(&folder, &["extract", "a.txt"]).out;
    assert_eq!(piped(&folder, &["resolve", "-"], statements.as_bytes()).out, markdown);
}

#[test]
fn the_users_date_stands_in_where_the_document_has_none() {
    let folder = Folder::new("published")
        .with("none.txt", "Ada Moe resigned yesterday.")
        .with("own.jsonl", r#"{"id": "own", "dct": "1935-01-02", "text": "Ada Moe resigned yesterday."}"#);
    let run = timeline(&folder, &["build", "--format", "json", "--published", "1932-03-07", "none.txt", "own.jsonl"]);
    let built: serde_json::Value = serde_json::from_str(&run.out).unwrap();
    let published = |at: usize| built["documents"][at]["published"].clone();
    assert_eq!(published(0), serde_json::json!({"date": "1932-03-07", "how": "given on the command line"}));
    assert_eq!(published(1), serde_json::json!({"date": "1935-01-02", "how": "given"}));

    let wrong = timeline(&folder, &["build", "--published", "soon", "none.txt"]);
    assert_eq!(wrong.code, 2);
    assert!(wrong.err.contains("write a date such as 2023-10-06"), "{}", wrong.err);
}

#[test]
fn the_users_date_for_one_document_counts_whatever_it_says() {
    let folder = Folder::new("stated").with("a.txt", "Moe goes\n\n5 May 1932\n\nAda Moe resigned on Monday.\n");
    let published = |arguments: &[&str]| {
        let run = timeline(&folder, &[&["build", "a.txt", "--format", "json"], arguments].concat());
        let timeline: serde_json::Value = serde_json::from_str(&run.out).unwrap();
        (timeline["documents"][0]["published"]["date"].as_str().unwrap().to_owned(), run.err)
    };
    for id in ["a.txt", "articles/a.txt"] {
        let stated = format!("{id}=1933-08-01");
        assert_eq!(published(&["--published", &stated]), ("1933-08-01".to_owned(), String::new()));
    }
    let (date, told) = published(&["--published", "1933-08-01"]);
    assert_eq!(date, "1932-05-05");
    assert!(told.contains("--published 1933-08-01 is taken for none"), "{told}");
    let (date, told) = published(&["--published", "b.txt=1933-08-01"]);
    assert_eq!(date, "1932-05-05");
    assert!(told.contains("b.txt=1933-08-01: no document has this id"), "{told}");
    // What was asked for is not what is printed.
    assert_eq!(timeline(&folder, &["build", "a.txt", "--published", "b.txt=1933-08-01"]).code, 2);
    assert_eq!(timeline(&folder, &["build", "a.txt", "--published", "a.txt=1933-08-01"]).code, 0);
}

#[test]
fn help_tells_of_exit_codes_and_completions_of_every_command() {
    let folder = Folder::new("help");
    let help = timeline(&folder, &["--help"]);
    assert!(help.code == 0 && help.out.contains("Exit codes:"), "{}", help.out);
    assert_eq!(timeline(&folder, &["build"]).code, 2);
    for shell in ["bash", "zsh", "fish", "elvish", "powershell"] {
        let script = timeline(&folder, &["completions", shell]).out;
        for name in ["build", "check", "extract", "annotate", "resolve", "render", "diff"] {
            assert!(script.contains(name), "{shell}: {name}");
        }
    }
}

#[test]
fn timeml_is_one_document_a_file() {
    let folder = Folder::new("timeml")
        .with("a.txt", "Ada Moe & Sons opened on March 7, 1932.\u{1}")
        .with("b.jsonl", "{\"id\": \"x/y\", \"text\": \"In 1932.\"}\n{\"id\": \"x_y\", \"text\": \"In 1933.\"}\n");

    let one = timeline(&folder, &["annotate", "--format", "timeml", "a.txt"]);
    assert_eq!(one.code, 0);
    assert!(one.out.contains("<TEXT>Ada Moe &amp; Sons opened on <TIMEX3 tid=\"t1\" type=\"DATE\""), "{}", one.out);
    assert!(one.err.contains("a.txt: warning: XML 1.0 forbids 1 of the characters"), "{}", one.err);

    let several = timeline(&folder, &["annotate", "--format", "timeml", "b.jsonl"]);
    assert_eq!(several.code, 2);
    assert!(several.err.contains("name a folder with --output"), "{}", several.err);
    assert_eq!(several.out, "");
    let folder = folder.with("old.tml", "old");
    let over = timeline(&folder, &["annotate", "--format", "timeml", "--output", "old.tml", "b.jsonl"]);
    assert_eq!((over.code, folder.read("old.tml").as_str()), (2, "old"));

    let run = timeline(&folder, &["annotate", "--format", "timeml", "--output", "tml/", "a.txt", "b.jsonl"]);
    assert_eq!((run.code, run.out.as_str()), (0, ""));
    for (file, text) in [("tml/a.txt.tml", "1932"), ("tml/x_y.tml", "1932"), ("tml/x_y-2.tml", "1933")] {
        assert!(folder.read(file).contains(text), "{file}");
    }
}
