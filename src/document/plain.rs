//! Plain text, Markdown and saved pages: the whole file is one document.

use super::{Document, Parsed, encoding, html, language};
use crate::diagnostic::{Diagnostic, Severity};

/// Reads the bytes of a text file, or of a page of HTML, as one document. Never fails: what is odd in the bytes is a
/// diagnostic, and what is no text at all makes an empty document with an error among its diagnostics.
pub fn from_text(id: impl Into<String>, bytes: &[u8]) -> Parsed {
    let id = id.into();
    let decoded = encoding::decode(bytes);
    if let Some(fault) = no_text(&decoded.text) {
        let diagnostic =
            Diagnostic { severity: Severity::Error, document: id.clone(), line: None, message: fault.to_owned() };
        return Parsed { document: Document::new(id, ""), diagnostics: vec![diagnostic] };
    }
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
    remarks.extend(language::remark(&document));
    let warning = |message| Diagnostic { severity: Severity::Warning, document: id.clone(), line: None, message };
    let diagnostics = remarks.into_iter().map(warning).collect();
    Parsed { document: document.tidied(), diagnostics }
}

/// What to say of a file that is no text.
fn no_text(text: &str) -> Option<&'static str> {
    if text.trim_start().starts_with("%PDF-") {
        return Some("is a PDF; make it a text first, as with pdftotext");
    }
    encoding::is_binary(text).then_some("is no text; give articles as text, HTML or JSON Lines, and unpacked")
}

/// What to say of a text that is no plain one, but something that can be made into it.
pub(super) fn foreign(text: &str) -> Option<&'static str> {
    html::is_html(text).then_some("is HTML, and its markup is read as text; give the page as a file of its own")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_no_text_is_told() {
        let remarks = |text: &str| from_text("a", text.as_bytes()).diagnostics.len();
        assert_eq!(remarks("<p></p>\n<p></p>"), 1);
        let fault = |bytes: &[u8]| {
            let Parsed { document, diagnostics } = from_text("a", bytes);
            document.text.is_empty() && diagnostics.iter().any(|told| told.severity == Severity::Error)
        };
        assert!(fault(b"%PDF-1.7 ..."));
        assert!(fault(b"\x89PNG\r\n\x1A\n\0\0\0\rIHDR\0\0\x01\0"));
        assert!(fault(b"\x1F\x8B\x08\x08\x91\x02\x11\x67\0\x03\x81\x8D"));
        assert!(!fault(b"Ada Moe resigned.\0"), "one slip makes no picture");
        assert!(!fault(b"\x93Ada Moe\x94 resigned \x96 at last \x85"), "nor do the marks of Windows");
        assert_eq!(remarks("<p>Ada Moe resigned.</p>"), 0);
        assert_eq!(remarks("<Ada Moe> resigned."), 0);
    }
}
