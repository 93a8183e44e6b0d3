//! What is read of a text before any grammar: where a date can stand, and sentences.
//!
//! It may over-report, never miss: every production of the grammars needs one of the words that are looked for here.

mod figures;
pub(crate) mod sentence;
pub(crate) mod starts;
pub(crate) mod time;
