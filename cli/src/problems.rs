//! What went wrong on the way, told at once on standard error and summed up in the exit code.

use std::io::{self, Write};
use std::process::ExitCode;

use timeline::diagnostic::{Diagnostic, Severity};

#[derive(Default)]
pub(crate) struct Problems {
    unreadable: bool,
    findings: bool,
}

impl Problems {
    /// Something could not be read or written: the exit code will be 2.
    pub(crate) fn report(&mut self, message: &str) {
        self.unreadable = true;
        say(message);
    }

    /// Something was found: the exit code will be 1, unless something worse happened.
    pub(crate) fn find(&mut self) {
        self.findings = true;
    }

    /// Remarks on the document that came from `place`. Notes are for the result alone.
    pub(crate) fn diagnose(&mut self, place: &str, diagnostics: &[Diagnostic]) {
        for Diagnostic { severity, message, line, .. } in diagnostics {
            let place = line.map_or_else(|| place.to_owned(), |line| format!("{place}:{line}"));
            match severity {
                Severity::Error => self.report(&format!("{place}: {message}")),
                Severity::Warning => say(&format!("{place}: warning: {message}")),
                Severity::Note => {}
            }
        }
    }

    pub(crate) fn exit_code(&self) -> ExitCode {
        match self {
            Problems { unreadable: true, .. } => ExitCode::from(2),
            Problems { findings: true, .. } => ExitCode::FAILURE,
            Problems { .. } => ExitCode::SUCCESS,
        }
    }
}

/// A closed standard error is no reason to stop.
fn say(message: &str) {
    let _ = writeln!(io::stderr(), "timeline: {message}");
}
