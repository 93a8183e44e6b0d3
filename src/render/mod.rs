//! A timeline as text, one file a format.
