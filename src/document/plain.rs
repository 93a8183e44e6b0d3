//! Plain text and Markdown: the whole file is one document.

use super::{Document, Parsed, encoding};
use crate::diagnostic::{Diagnostic, Severity};

/// Reads a text file's bytes as one document. Never fails: what is odd in the bytes is a diagnostic.
pub fn from_text(id: impl Into<String>, bytes: &[u8]) -> Parsed {
    let id = id.into();
    let decoded = encoding::decode(bytes);
    let mut remarks: Vec<String> = decoded.remark.or_else(|| encoding::nul(bytes)).into_iter().collect();
    remarks.extend(foreign(&decoded.text).map(str::to_owned));
    if decoded.text.trim().is_empty() {
        remarks.push("holds no text".to_owned());
    }
    let warning = |message| Diagnostic { severity: Severity::Warning, document: id.clone(), line: None, message };
    let diagnostics = remarks.into_iter().map(warning).collect();
    Parsed { document: Document::new(id, decoded.text).tidied(), diagnostics }
}

/// What to say of a file that is no plain text but something that can be made into one.
pub(super) fn foreign(text: &str) -> Option<&'static str> {
    let head = text.trim_start();
    let begins = |words: &str| head.get(..words.len()).is_some_and(|start| start.eq_ignore_ascii_case(words));
    if begins("<!doctype html") || begins("<html") || head.starts_with('<') && is_marked_up(head) {
        return Some("is HTML, and its markup is read as text; make it a text first, as with html2text");
    }
    begins("%PDF-").then_some("is a PDF; make it a text first, as with pdftotext")
}

/// So much of a text is looked at, in bytes.
const LOOKED_AT: usize = 1 << 16;

/// A page of markup closes a tag in so many bytes.
const TAG: usize = 200;

/// Whether tags are closed all over the beginning of the text.
fn is_marked_up(text: &str) -> bool {
    let bytes = &text.as_bytes()[..text.len().min(LOOKED_AT)];
    let closed = bytes.windows(3).filter(|three| three.starts_with(b"</") && three[2].is_ascii_alphabetic()).count();
    closed > bytes.len() / TAG
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_no_text_is_told() {
        let remarks = |text: &str| from_text("a", text.as_bytes()).diagnostics.len();
        assert_eq!(remarks("\n<!DOCTYPE html>\n<p>Ada Moe resigned."), 1);
        assert_eq!(remarks("<div><p>Ada Moe resigned.</p></div>"), 1);
        assert_eq!(remarks("%PDF-1.7 ..."), 1);
        assert_eq!(remarks("<Ada Moe> resigned."), 0);
    }
}
