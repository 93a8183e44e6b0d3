//! Events: who did what, when.

use crate::diagnostic::Diagnostic;
use crate::document::Document;
use crate::statement::Statement;
use crate::timex::Timex;

/// The statements of a document, in text order.
pub(crate) fn statements(_document: &Document, _timexes: &[Timex]) -> (Vec<Statement>, Vec<Diagnostic>) {
    (Vec::new(), Vec::new())
}
