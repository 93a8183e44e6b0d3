//! How far the work is, for people who watch: a bar while it lasts, a line when it is done. Both stand on standard
//! error, and only where that is a terminal.

use std::fmt::Write as _;
use std::io::{self, IsTerminal, Write as _};
use std::time::{Duration, Instant};

/// Work that is done sooner shows no bar.
const PATIENCE: Duration = Duration::from_millis(700);

/// How long a bar stands before it is drawn anew.
const STILL: Duration = Duration::from_millis(100);

/// How many signs a full bar has.
const WIDTH: u64 = 30;

/// Goes back to the head of the line and clears it.
const CLEAR: &str = "\r\x1b[K";

pub(crate) struct Progress {
    watched: bool,
    begun: Instant,
    /// When the bar was last drawn, while it stands.
    drawn: Option<Instant>,
    counts: Counts,
}

#[derive(Default)]
struct Counts {
    /// Of the input, where that can be known.
    total: Option<u64>,
    bytes: u64,
    documents: usize,
    statements: Option<usize>,
    conflicts: Option<usize>,
}

impl Progress {
    pub(crate) fn new(quiet: bool) -> Progress {
        let watched = !quiet && io::stderr().is_terminal();
        Progress { watched, begun: Instant::now(), drawn: None, counts: Counts::default() }
    }

    /// How many bytes there are to read; `None` where a pipe is among the inputs.
    pub(crate) fn expect(&mut self, total: Option<u64>) {
        self.counts.total = total.filter(|&total| total > 0);
    }

    /// So many more documents of so many bytes are done.
    pub(crate) fn advance(&mut self, documents: usize, bytes: usize) {
        self.counts.documents += documents;
        self.counts.bytes += bytes as u64;
        if self.watched && self.drawn.unwrap_or(self.begun + PATIENCE).elapsed() >= STILL {
            self.drawn = Some(Instant::now());
            tell(&format!("{CLEAR}{}", self.counts.bar(self.begun.elapsed())));
        }
    }

    pub(crate) fn statements(&mut self, more: usize) {
        *self.counts.statements.get_or_insert(0) += more;
    }

    pub(crate) fn conflicts(&mut self, all: usize) {
        self.counts.conflicts = Some(all);
    }

    /// Takes the bar away, so that something else can be written.
    pub(crate) fn clear(&mut self) {
        if self.drawn.take().is_some() {
            tell(CLEAR);
        }
    }

    /// Says what was done, where documents were read.
    pub(crate) fn finish(&mut self) {
        self.clear();
        if self.watched && self.counts.documents > 0 {
            tell(&format!("timeline: {}\n", self.counts.summary(self.begun.elapsed())));
        }
    }
}

impl Counts {
    fn bar(&self, time: Duration) -> String {
        let Some(total) = self.total else { return self.summary(time) };
        let share = |whole: u64| (self.bytes.min(total) * whole).checked_div(total).unwrap_or(whole);
        let done = "=".repeat(share(WIDTH) as usize);
        format!("[{done:<width$}] {:>3} %  {}", share(100), self.summary(time), width = WIDTH as usize)
    }

    fn summary(&self, time: Duration) -> String {
        let mut text = count(self.documents, "document");
        for (number, word) in [(self.statements, "statement"), (self.conflicts, "conflict")] {
            if let Some(number) = number {
                let _ = write!(text, ", {}", count(number, word));
            }
        }
        let speed = self.bytes as f64 / 1e6 / time.as_secs_f64().max(1e-6);
        let _ = write!(text, ", {speed:.1} MB/s");
        text
    }
}

fn count(number: usize, word: &str) -> String {
    format!("{number} {word}{}", if number == 1 { "" } else { "s" })
}

/// A closed standard error is no reason to stop.
fn tell(text: &str) {
    let mut stderr = io::stderr().lock();
    let _ = stderr.write_all(text.as_bytes()).and_then(|()| stderr.flush());
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_bar_fills_and_the_line_counts() {
        let mut counts = Counts { total: Some(2_000_000), bytes: 500_000, documents: 1, ..Counts::default() };
        let second = Duration::from_secs(1);
        assert_eq!(counts.bar(second), "[=======                       ]  25 %  1 document, 0.5 MB/s");
        (counts.statements, counts.conflicts) = (Some(7), Some(1));
        assert_eq!(counts.summary(second), "1 document, 7 statements, 1 conflict, 0.5 MB/s");
        counts.bytes = 3_000_000;
        assert!(counts.bar(second).starts_with("[==============================] 100 %"));
    }

    #[test]
    fn a_pipe_has_no_bar_but_may_be_counted() {
        let counts = Counts { bytes: 10, documents: 2, ..Counts::default() };
        assert_eq!(counts.bar(Duration::from_secs(1)), "2 documents, 0.0 MB/s");
    }
}
