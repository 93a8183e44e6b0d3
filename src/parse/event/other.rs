//! Every other dated event: a kind where a word says so, a headline that can be read.

use crate::statement::Statement;

use super::Article;
use super::clause::Clause;

/// The dated events of a sentence that tells nothing of an office.
pub(crate) fn read(_article: &Article<'_>, _clause: &Clause<'_>) -> Vec<Statement> {
    Vec::new()
}
