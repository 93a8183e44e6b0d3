//! Temporal expressions.

use crate::document::Document;
use crate::timex::Timex;

/// The temporal expressions of a document, in text order, with values worked out.
pub(crate) fn timexes(_document: &Document) -> Vec<Timex> {
    Vec::new()
}
