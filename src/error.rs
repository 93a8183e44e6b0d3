//! The one error type: what is returned where an input cannot be read. Text itself never makes an error.

use std::fmt;

use serde_json::error::Category;

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
    #[error("the document has no `{field}`; `id` and `text` are required{}", there(fields))]
    Missing { field: &'static str, fields: Vec<String> },
    #[cfg_attr(not(feature = "rules"), expect(dead_code, reason = "only rules are read with places"))]
    #[error("{file}:{line}:{column}: {message}{}", rest.iter().map(|fault| format!("\n{fault}")).collect::<String>())]
    Rules { file: String, line: usize, column: usize, message: String, rest: Vec<Error> },
    #[error("not readable as {what}: {reason}")]
    Json { what: &'static str, reason: JsonReason },
}

impl Error {
    /// Whether a required field is missing.
    pub fn is_missing_field(&self) -> bool {
        matches!(*self.0, ErrorKind::Missing { .. })
    }

    /// Line and column of the first fault, counted from 1, where a file of rules has one.
    pub fn position(&self) -> Option<(usize, usize)> {
        match *self.0 {
            ErrorKind::Rules { line, column, .. } => Some((line, column)),
            _ => None,
        }
    }

    #[cfg(feature = "rules")]
    #[cold]
    pub(crate) fn rules(file: &str, line: usize, column: usize, message: &str) -> Error {
        Error(Box::new(ErrorKind::Rules {
            file: file.to_owned(),
            line,
            column,
            message: message.to_owned(),
            rest: Vec::new(),
        }))
    }

    /// The faults of one file of rules as one error, a line each in the order of the file.
    #[cfg(feature = "rules")]
    pub(crate) fn all(mut faults: Vec<Error>) -> Option<Error> {
        faults.sort_by_key(Error::position);
        let mut faults = faults.into_iter();
        let mut first = faults.next()?;
        if let ErrorKind::Rules { rest, .. } = &mut *first.0 {
            rest.extend(faults);
        }
        Some(first)
    }

    #[cold]
    pub(crate) fn not_an_object() -> Error {
        Error(Box::new(ErrorKind::NotAnObject))
    }

    #[cold]
    pub(crate) fn missing(field: &'static str, fields: Vec<String>) -> Error {
        Error(Box::new(ErrorKind::Missing { field, fields }))
    }

    #[cold]
    pub(crate) fn json(what: &'static str, error: serde_json::Error) -> Error {
        Error(Box::new(ErrorKind::Json { what, reason: JsonReason(error) }))
    }
}

/// The fields that a document has instead.
fn there(fields: &[String]) -> String {
    let names: Vec<String> = fields.iter().map(|field| format!("`{field}`")).collect();
    if names.is_empty() { String::new() } else { format!(", and it has {}", names.join(", ")) }
}

/// A JSON error in words for who wrote the file. Its line is told from the second one on: of a single line, the caller
/// knows the number better.
#[derive(Debug)]
struct JsonReason(serde_json::Error);

impl fmt::Display for JsonReason {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let place = match (self.0.line(), self.0.column()) {
            (0 | 1, column) => format!("column {column}"),
            (line, column) => format!("line {line}, column {column}"),
        };
        match self.0.classify() {
            Category::Io => f.write_str("the file cannot be read to its end"),
            Category::Eof => write!(f, "the JSON breaks off at {place}; is it cut short?"),
            Category::Syntax => write!(f, "no JSON from {place} on"),
            // Of the line as a whole.
            Category::Data if self.0.line() == 0 => f.write_str(&misfit(&self.0.to_string())),
            Category::Data => write!(f, "{} ({place})", misfit(&self.0.to_string())),
        }
    }
}

/// What does not fit, given as the parser of JSON has it: it speaks of types that are no reader's business.
fn misfit(told: &str) -> String {
    let told = told.split(" at line ").next().unwrap_or(told);
    if let Some(field) = told.strip_prefix("missing field ") {
        return format!("the field {field} is missing");
    }
    if let Some(field) = told.strip_prefix("duplicate field ") {
        return format!("the field {field} stands twice");
    }
    if let Some((found, wanted)) = told.strip_prefix("unknown variant ").and_then(|rest| rest.split_once(", expected "))
    {
        return format!("{found} stands where {wanted} belongs");
    }
    if let Some((field, known)) = told.strip_prefix("unknown field ").and_then(|rest| rest.split_once(", expected ")) {
        return format!("{field} is no field here, but {} are", known.trim_start_matches("one of "));
    }
    let types = ["invalid type: ", "invalid value: "].iter().find_map(|start| told.strip_prefix(start));
    match types.and_then(|rest| rest.split_once(", expected ")) {
        // In words of our own already.
        Some((found, wanted)) if wanted.starts_with("the ") => {
            format!("{} stands where {wanted} belongs", sort_of(found))
        }
        Some((found, wanted)) => format!("{} stands where {} belongs", sort_of(found), sort_of(wanted)),
        None => told.to_owned(),
    }
}

fn sort_of(told: &str) -> &str {
    let sorts = [
        ("a text", &["string", "a string", "str", "borrowed", "a borrowed"][..]),
        ("a number", &["integer", "floating", "u8", "u16", "u32", "u64", "usize", "i32", "i64", "f64", "a number"]),
        ("true or false", &["boolean", "a boolean"]),
        ("nothing", &["null", "unit"]),
        ("a list", &["sequence", "a sequence", "an array", "tuple", "a tuple"]),
        ("an object", &["map", "a map", "struct"]),
    ];
    let starts = |words: &[&str]| words.iter().any(|word| told.starts_with(word));
    sorts.into_iter().find(|(_, words)| starts(words)).map_or("something else", |(sort, _)| sort)
}

#[cfg(test)]
mod tests {
    use crate::{Statement, Timeline};

    #[test]
    fn a_fault_in_json_is_told_in_plain_words() {
        for (line, told) in [
            (
                r#"{"documnt": "a"}"#,
                "it has none of `document`, `event`, `date`, `person` and `sentence`; are its fields those of `timeline extract`?",
            ),
            (r#"{"kind": "death", "start": "x"}"#, "a text stands where a number belongs (column 30)"),
            (r#"{"kind": "death", "relations": {}}"#, "an object stands where a list belongs (column 31)"),
            (r#"{"kind": "death""#, "the JSON breaks off at column 16; is it cut short?"),
            (r#"{"kind": death}"#, "no JSON from column 10 on"),
            (r#"{"certainty": "sure"}"#, "`sure` stands where one of `reported`, `planned`, "),
        ] {
            let error = Statement::from_json(line.as_bytes()).unwrap_err().to_string();
            assert!(error.starts_with("not readable as a statement: ") && error.contains(told), "{error}");
        }
        let error = Timeline::from_json(b"{\n\"schema\": \"timeline/1\"\n}").unwrap_err().to_string();
        assert_eq!(error, "not readable as a timeline: the field `documents` is missing (line 3, column 1)");
    }
}
