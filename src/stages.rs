//! The single stages, opened to the measuring programs: what each does to a whole text, as a count.

use crate::scan::{sentence, time};

/// How many places the prefilter finds at which a temporal expression may stand.
pub fn scan(text: &str) -> usize {
    time::hits(text, false).count()
}

/// How many sentences the text has.
pub fn sentences(text: &str) -> usize {
    sentence::sentences(text).count()
}
