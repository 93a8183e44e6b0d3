//! The single stages, opened to the measuring programs: what each does to a whole text, as a count.

use crate::scan::sentence;

/// How many sentences the text has.
pub fn sentences(text: &str) -> usize {
    sentence::sentences(text).count()
}
