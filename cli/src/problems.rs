//! What went wrong on the way, told at once on standard error and summed up in the exit code.

use std::fmt::Display;
use std::io::{self, Write};
use std::process::ExitCode;

use timeline::diagnostic::{Diagnostic, Severity};

use crate::progress::Progress;

pub(crate) struct Problems {
    pub(crate) progress: Progress,
    unreadable: bool,
    /// Whether anything could be read.
    read: bool,
    findings: bool,
}

impl Problems {
    pub(crate) fn new(progress: Progress) -> Problems {
        Problems { progress, unreadable: false, read: false, findings: false }
    }

    /// Something could not be read or written: the exit code will be 2.
    pub(crate) fn report(&mut self, message: &str) {
        self.unreadable = true;
        self.say(message);
    }

    /// Whether something could not be read or written.
    pub(crate) fn is_incomplete(&self) -> bool {
        self.unreadable
    }

    /// A document, or what else the command works on, could be read.
    pub(crate) fn took(&mut self) {
        self.read = true;
    }

    /// Whether something was to be read, and nothing could be.
    pub(crate) fn read_nothing(&self) -> bool {
        self.unreadable && !self.read
    }

    /// Something that the user should see, and that costs nothing.
    pub(crate) fn warn(&mut self, message: &str) {
        self.say(message);
    }

    /// Something was found: the exit code will be 1, unless something worse happened.
    pub(crate) fn find(&mut self) {
        self.findings = true;
    }

    /// Remarks on the document that came from `place`. Notes are for the result alone.
    pub(crate) fn diagnose(&mut self, place: &impl Display, diagnostics: &[Diagnostic]) {
        for Diagnostic { severity, message, line, .. } in diagnostics {
            let place = line.map_or_else(|| place.to_string(), |line| format!("{place}:{line}"));
            match severity {
                Severity::Error => self.report(&format!("{place}: {message}")),
                Severity::Warning => self.say(&format!("{place}: warning: {message}")),
                Severity::Note => {}
            }
        }
    }

    /// Notes on what the user wrote: they are to be seen, and there is no result that would hold them.
    pub(crate) fn note(&mut self, notes: &[Diagnostic]) {
        for Diagnostic { document, line, message, .. } in notes {
            let place = line.map_or_else(|| document.clone(), |line| format!("{document}:{line}"));
            self.say(&format!("{place}: note: {message}"));
        }
    }

    /// What is no fault, and would surprise if it were left unsaid; where nothing could be read, it does not.
    pub(crate) fn remark(&mut self, message: &str) {
        if !self.unreadable {
            self.say(message);
        }
    }

    /// A closed standard error is no reason to stop.
    fn say(&mut self, message: &str) {
        self.progress.clear();
        let _ = writeln!(io::stderr(), "timeline: {message}");
    }

    pub(crate) fn exit_code(&self) -> ExitCode {
        match self {
            Problems { unreadable: true, .. } => ExitCode::from(2),
            Problems { findings: true, .. } => ExitCode::FAILURE,
            Problems { .. } => ExitCode::SUCCESS,
        }
    }
}
