//! What is read of a text before any grammar: sentences.

#[allow(dead_code, reason = "the grammars that use it come next")]
pub(crate) mod sentence;
