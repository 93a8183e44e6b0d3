//! Stretches of text as one line.

use std::borrow::Cow;

use crate::many;

/// A stretch of text on one line.
pub(crate) fn plain(text: &str) -> String {
    one_line(text).into_owned()
}

/// The same, copied only where line breaks or rows of spaces have to go.
pub(crate) fn one_line(text: &str) -> Cow<'_, str> {
    let bytes = text.as_bytes();
    // Control characters, and rows of spaces, but for the last byte.
    let breaks = many::any_pair(bytes, |byte, next| (byte < b' ') | ((byte == b' ') & (next == b' ')));
    let edges = bytes.first() == Some(&b' ') || bytes.last().is_some_and(|&last| last <= b' ');
    let is_wide = |c: char| !c.is_ascii() && c.is_whitespace();
    if !breaks && !edges && (text.is_ascii() || !text.contains(is_wide)) {
        return text.into();
    }
    let mut line = String::with_capacity(text.len());
    for word in text.split_whitespace() {
        if !line.is_empty() {
            line.push(' ');
        }
        line.push_str(word);
    }
    line.into()
}
