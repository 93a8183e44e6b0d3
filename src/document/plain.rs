//! Plain text, Markdown and saved pages: the whole file is one document.

use super::{Document, Parsed, encoding, html};
use crate::diagnostic::{Diagnostic, Severity};

/// Reads the bytes of a text file, or of a page of HTML, as one document. Never fails: what is odd in the bytes is a
/// diagnostic.
pub fn from_text(id: impl Into<String>, bytes: &[u8]) -> Parsed {
    let id = id.into();
    let decoded = encoding::decode(bytes);
    let mut remarks: Vec<String> = decoded.remark.or_else(|| encoding::nul(bytes)).into_iter().collect();
    let document = if html::is_html(&decoded.text) {
        html::document(id.clone(), &decoded.text)
    } else {
        remarks.extend(foreign(&decoded.text).map(str::to_owned));
        Document::new(id.clone(), decoded.text)
    };
    if document.text.trim().is_empty() {
        remarks.push("holds no text".to_owned());
    }
    let warning = |message| Diagnostic { severity: Severity::Warning, document: id.clone(), line: None, message };
    let diagnostics = remarks.into_iter().map(warning).collect();
    Parsed { document: document.tidied(), diagnostics }
}

/// What to say of a file that is no plain text but something that can be made into one.
pub(super) fn foreign(text: &str) -> Option<&'static str> {
    if html::is_html(text) {
        return Some("is HTML, and its markup is read as text; give the page as a file of its own");
    }
    text.trim_start().starts_with("%PDF-").then_some("is a PDF; make it a text first, as with pdftotext")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_no_text_is_told() {
        let remarks = |text: &str| from_text("a", text.as_bytes()).diagnostics.len();
        assert_eq!(remarks("<p></p>\n<p></p>"), 1);
        assert_eq!(remarks("%PDF-1.7 ..."), 1);
        assert_eq!(remarks("<p>Ada Moe resigned.</p>"), 0);
        assert_eq!(remarks("<Ada Moe> resigned."), 0);
    }
}
