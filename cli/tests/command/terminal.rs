//! What a person sees who watches the work on a terminal, which is that of `script`; where there is none, nothing is
//! looked at.

use std::io::{Read, Write};
use std::process::{Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use crate::support::{Folder, timeline};

const SOUND: &str = "Ada Moe was appointed Minister of Fisheries on March 7, 1932.\n";

/// Runs `timeline` on a terminal on which `key` is pressed over and over: its exit code and what stood there.
fn watched(folder: &Folder, arguments: &str, key: &[u8]) -> Option<(i32, String)> {
    // Tests that run in the background are deaf to interrupts, and what they start would be too.
    let line = format!("exec env --default-signal=INT {} {arguments}", env!("CARGO_BIN_EXE_timeline"));
    let mut script = Command::new("script");
    script.args(["-qec", &line, "/dev/null"]).current_dir(folder.path()).stdin(Stdio::piped()).stdout(Stdio::piped());
    let mut child = script.spawn().ok()?;
    let mut keys = child.stdin.take()?;
    let begun = Instant::now();
    let status = loop {
        if let Some(status) = child.try_wait().unwrap() {
            break status;
        }
        if begun.elapsed() > Duration::from_secs(60) {
            child.kill().unwrap();
        }
        // Whoever is gone hears nothing.
        let _ = keys.write_all(key).and_then(|()| keys.flush());
        thread::sleep(Duration::from_millis(50));
    };
    let mut seen = String::new();
    child.stdout.take()?.read_to_string(&mut seen).unwrap();
    Some((status.code()?, seen))
}

#[test]
fn a_terminal_is_told_what_was_done() {
    let folder = Folder::new("watched").with("sound.txt", SOUND);
    let Some((code, seen)) = watched(&folder, "extract sound.txt --output out.jsonl", b"") else { return };
    assert_eq!(code, 0);
    assert!(seen.starts_with("timeline: 1 document, 1 statement, ") && seen.ends_with(" MB/s\r\n"), "{seen:?}");

    let (code, seen) = watched(&folder, "build sound.txt --output out.md", b"").unwrap();
    assert_eq!(code, 0);
    assert!(seen.starts_with("timeline: 1 document, 1 statement, 0 conflicts, "), "{seen:?}");
}

#[test]
fn neither_a_pipe_nor_who_wants_quiet_is() {
    let folder = Folder::new("unwatched").with("sound.txt", SOUND);
    assert_eq!(timeline(&folder, &["extract", "sound.txt", "--output", "out.jsonl"]).err, "");
    let Some(seen) = watched(&folder, "extract --quiet sound.txt --output out.jsonl", b"") else { return };
    assert_eq!(seen, (0, String::new()));
}

#[test]
fn an_interrupt_ends_the_work_at_once() {
    let folder = Folder::new("interrupted");
    // It would wait for input for ever.
    let Some((code, seen)) = watched(&folder, "extract -", b"\x03") else { return };
    assert_eq!(code, 128 + 2, "{seen:?}");
}
