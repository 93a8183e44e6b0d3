//! The one error type: what is returned where an input cannot be read. Text itself never makes an error.

use std::fmt;

/// Why an input could not be read: a sentence that says what to do.
///
/// Opaque, so that reasons can be added; ask the predicates where the difference matters.
#[derive(Debug, thiserror::Error)]
#[error(transparent)]
pub struct Error(Box<ErrorKind>);

#[derive(Debug, thiserror::Error)]
enum ErrorKind {
    #[error("the line is no JSON object; a document is one object a line, such as {{\"id\": \"a1\", \"text\": \"…\"}}")]
    NotAnObject,
    #[error("the document has no `{0}`; `id` and `text` are required")]
    Missing(&'static str),
    #[error("{file}:{line}:{column}: {message}")]
    Rules { file: String, line: usize, column: usize, message: String },
    #[error("not readable as {what}: {reason}")]
    Json { what: &'static str, reason: JsonReason },
}

impl Error {
    /// Whether a required field is missing.
    pub fn is_missing_field(&self) -> bool {
        matches!(*self.0, ErrorKind::Missing(_))
    }

    /// Line and column of the fault, counted from 1, where a file of rules has one.
    pub fn position(&self) -> Option<(usize, usize)> {
        match *self.0 {
            ErrorKind::Rules { line, column, .. } => Some((line, column)),
            _ => None,
        }
    }

    #[cfg(feature = "rules")]
    #[cold]
    pub(crate) fn rules(file: &str, line: usize, column: usize, message: &str) -> Error {
        Error(Box::new(ErrorKind::Rules { file: file.to_owned(), line, column, message: message.to_owned() }))
    }

    #[cold]
    pub(crate) fn not_an_object() -> Error {
        Error(Box::new(ErrorKind::NotAnObject))
    }

    #[cold]
    pub(crate) fn missing(field: &'static str) -> Error {
        Error(Box::new(ErrorKind::Missing(field)))
    }

    #[cold]
    pub(crate) fn json(what: &'static str, error: serde_json::Error) -> Error {
        Error(Box::new(ErrorKind::Json { what, reason: JsonReason(error) }))
    }
}

/// A JSON error whose line is told from the second one on: of a single line, the caller knows the number better.
#[derive(Debug)]
struct JsonReason(serde_json::Error);

impl fmt::Display for JsonReason {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let text = self.0.to_string();
        let bare = text.split(" at line ").next().unwrap_or(&text);
        match (self.0.line(), self.0.column()) {
            (0 | 1, column) => write!(f, "{bare} (column {column})"),
            (line, column) => write!(f, "{bare} (line {line}, column {column})"),
        }
    }
}
