//! Plain text and Markdown: the whole file is one document.

use super::{Document, Parsed, encoding};
use crate::diagnostic::{Diagnostic, Severity};

/// Reads a text file's bytes as one document. Never fails: what is odd in the bytes is a diagnostic.
pub fn from_text(id: impl Into<String>, bytes: &[u8]) -> Parsed {
    let id = id.into();
    let decoded = encoding::decode(bytes);
    let mut remarks: Vec<String> = decoded.remark.into_iter().collect();
    if decoded.text.trim().is_empty() {
        remarks.push("holds no text".to_owned());
    }
    let warning = |message| Diagnostic { severity: Severity::Warning, document: id.clone(), line: None, message };
    let diagnostics = remarks.into_iter().map(warning).collect();
    Parsed { document: Document::new(id, decoded.text), diagnostics }
}
