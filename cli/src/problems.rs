//! What went wrong on the way, told at once on standard error and summed up in the exit code.

use std::io::{self, Write};
use std::process::ExitCode;

use timeline::diagnostic::{Diagnostic, Severity};

#[derive(Default)]
pub(crate) struct Problems {
    unreadable: bool,
}

impl Problems {
    /// Something could not be read or written: the exit code will be 2.
    pub(crate) fn report(&mut self, message: &str) {
        self.unreadable = true;
        say(message);
    }

    /// A remark on a document; an error among them makes the exit code 2.
    pub(crate) fn diagnose(&mut self, place: &str, diagnostic: &Diagnostic) {
        let message = &diagnostic.message;
        match diagnostic.severity {
            Severity::Error => self.report(&format!("{place}: {message}")),
            Severity::Warning => say(&format!("{place}: warning: {message}")),
            Severity::Note => {}
        }
    }

    pub(crate) fn exit_code(&self) -> ExitCode {
        if self.unreadable { ExitCode::from(2) } else { ExitCode::SUCCESS }
    }
}

/// A closed standard error is no reason to stop.
fn say(message: &str) {
    let _ = writeln!(io::stderr(), "timeline: {message}");
}
