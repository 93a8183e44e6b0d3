//! The whole derivation of an entry in a paragraph.
