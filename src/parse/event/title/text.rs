//! The words of a headline as a line of its own.

use std::borrow::Cow;

use crate::many;

/// With the quotation mark or bracket that an end lacks put back, where it closes inside, and without one that has
/// nothing to close.
pub(super) fn balanced(text: &str) -> Cow<'_, str> {
    // 0xE2 begins the quotation marks that differ.
    if !many::any(text.as_bytes(), |byte| (byte == 0xE2) | (byte == b'"') | (byte & 0xFE == b'(')) {
        return text.into();
    }
    let count = |mark: char| text.matches(mark).count();
    if count('"') % 2 == 1 {
        return text.trim_matches('"').trim_start_matches([' ', ',']).into();
    }
    if count('“') != count('”') {
        let text = text.trim_matches(['“', '”']);
        return if text.contains('”') { format!("“{text}").into() } else { text.into() };
    }
    if count('(') != count(')') { text.trim_matches(['(', ')']).into() } else { text.into() }
}

/// Words without the marks of a Markdown link: `[said](#)` to `said`.
pub(super) fn unlinked(mut text: Cow<'_, str>) -> Cow<'_, str> {
    let mut out = String::new();
    while let Some((before, words, after)) = link(&text) {
        out.push_str(before);
        out.push_str(words);
        text = after.to_owned().into();
    }
    if out.is_empty() { text } else { (out + &text).into() }
}

/// Words without the marks of emphasis and of a heading: `## **Moe** left` to `Moe left`.
pub(super) fn unmarked(text: &str) -> Cow<'_, str> {
    let words = text.trim_start_matches('#');
    let text = if words.starts_with(' ') { words.trim_start() } else { text };
    if text.contains('*') { text.replace('*', "").into() } else { text.into() }
}

fn link(text: &str) -> Option<(&str, &str, &str)> {
    let middle = text.find("](")?;
    let open = text[..middle].rfind('[')?;
    let close = middle + text[middle..].find(')')?;
    Some((&text[..open], &text[open + 1..middle], &text[close + 1..]))
}

/// No headline is longer, unless its date stands further on; it is cut at a comma where one stands behind the date,
/// else at a word.
pub(crate) const LONGEST: usize = 180;

pub(super) fn shorten(text: &str, dated: usize) -> Cow<'_, str> {
    let limit = LONGEST.max(dated + 1);
    let cut = if text.len() > limit { text.char_indices().nth(limit) } else { None };
    let Some((end, _)) = cut else { return text.into() };
    let head = &text[..end];
    match head.rfind(", ").filter(|&comma| comma > LONGEST / 3 && comma >= dated) {
        Some(comma) => head[..comma].into(),
        None => format!("{} …", &head[..head.rfind(' ').unwrap_or(end)]).into(),
    }
}
