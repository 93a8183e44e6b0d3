//! References to characters: `&amp;`, `&#8217;`, `&#x2019;`.

use std::borrow::Cow;
use std::sync::LazyLock;

/// No reference is longer, in bytes.
const LONGEST: usize = 12;

/// The character that `text` begins with a reference to, and how many bytes that takes.
pub(super) fn reference(text: &str) -> Option<(char, usize)> {
    let name = text.strip_prefix('&')?;
    let close = name.bytes().take(LONGEST).position(|byte| byte == b';')?;
    let name = &name[..close];
    let character = match name.strip_prefix('#') {
        Some(number) => {
            let hex = number.strip_prefix(['x', 'X']);
            let code = hex.map_or_else(|| number.parse().ok(), |hex| u32::from_str_radix(hex, 16).ok())?;
            char::from_u32(code)?
        }
        None => NAMED.iter().find(|(known, _)| *known == name)?.1,
    };
    Some((character, close + "&;".len()))
}

/// A value with its references read.
pub(super) fn decoded(text: &str) -> Cow<'_, str> {
    if !text.contains('&') {
        return text.into();
    }
    let mut read = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let (c, length) = reference(rest).unwrap_or((first, first.len_utf8()));
        read.push(c);
        rest = &rest[length..];
    }
    read.into()
}

/// Those that articles use, of the two thousand that have a name.
static NAMED: LazyLock<Vec<(&str, char)>> = LazyLock::new(|| {
    let lines = include_str!("entities.txt").lines().filter(|line| !line.starts_with('#'));
    lines.filter_map(|line| line.split_once(' ')).filter_map(|(name, c)| Some((name, c.chars().next()?))).collect()
});

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn references_are_read_and_others_left() {
        assert_eq!(decoded("Moe&rsquo;s &amp; Lie&#8217;s &#x201C;caf&eacute;&quot;"), "Moe’s & Lie’s “café\"");
        for text in ["&", "AT&T", "&unknown;", "&#xD800;", "&#;", "&é;"] {
            assert_eq!(decoded(text), text);
        }
        assert_eq!(reference("&nbsp;"), Some(('\u{A0}', 6)));
    }
}
