//! Where a word of a sentence ends, and how it is written.
//!
//! Nearly all words are ASCII letters with a space or a comma behind. Eight bytes of them are looked at in one step, and
//! what that shows is all that the lexicon is then asked by. Every other word is read with care, letter by letter.

use super::Shape;
use crate::eight;

/// A word of ASCII letters and digits.
#[derive(Debug)]
pub(super) struct Plain {
    pub(super) length: usize,
    pub(super) shape: Shape,
    /// All of its letters in lower case, where they are fewer than eight.
    pub(super) key: Option<u64>,
}

/// The word at the start of `rest` where it is ASCII letters and digits and nothing that joins words comes after: what
/// most words are, and what [`word`] and [`shape`] would say of them.
#[inline]
pub(super) fn plain(rest: &[u8]) -> Option<Plain> {
    /// The bit of the first byte.
    const FIRST: u64 = 0x80;
    let eight = eight::load(rest);
    let (letters, digits) = eight::letters_and_digits(eight);
    let behind = !(letters | digits) & eight::HIGH;
    let small = small(letters, eight);
    let (length, key, any_small, next) = if behind & FIRST != 0 {
        return None;
    } else if behind != 0 {
        let (length, word) = ((behind.trailing_zeros() / 8) as usize, eight::before(behind));
        // Digits have the bit of small letters, too.
        (length, Some((eight | eight::SMALL) & word), small & word != 0, (eight >> (8 * length)) as u8)
    } else {
        let (length, later_small) = long(rest);
        (length, None, small != 0 || later_small, rest.get(length).copied().unwrap_or_default())
    };
    // A space, behind most words.
    if next != b' ' && may_join(next) && goes_on(&rest[..length], &rest[length..]) {
        return None;
    }
    let shape = if digits & FIRST != 0 {
        Shape::Number
    } else if small & FIRST != 0 {
        Shape::Lower
    } else if length == 1 {
        Shape::Initial
    } else if any_small {
        Shape::Capital
    } else {
        Shape::Acronym
    };
    Some(Plain { length, shape, key })
}

/// The length of a word of eight letters and digits or more, and whether one of those behind the eight is a small letter.
fn long(rest: &[u8]) -> (usize, bool) {
    let (mut length, mut any_small) = (8, 0);
    loop {
        let eight = eight::load(&rest[length..]);
        let (letters, digits) = eight::letters_and_digits(eight);
        let within = eight::leading(letters | digits) as usize;
        any_small |= eight::first(small(letters, eight), within);
        length += within;
        if within < 8 {
            return (length, any_small != 0);
        }
    }
}

/// The set of those of `letters` that are small.
fn small(letters: u64, eight: u64) -> u64 {
    letters & (eight & eight::SMALL) << 2
}

/// Whether a byte may go on with a word that letters and digits begin.
fn may_join(byte: u8) -> bool {
    matches!(byte, b'-' | b'&' | b'.' | b'/' | b'\'' | 0x80..)
}

/// Whether a word of letters and digits goes on with the mark that stands behind it, or may.
fn goes_on(word: &[u8], behind: &[u8]) -> bool {
    match behind {
        // The stop of a sentence, behind which at most a quotation mark or a bracket follows.
        [b'.'] => word.len() == 1 || keeps_stop(word),
        [b'.', after, ..] if after.is_ascii_punctuation() && *after != b',' => word.len() == 1 || keeps_stop(word),
        // Genitives are common.
        [b'\'', b's' | b'S'] => false,
        [b'\'', b's' | b'S', after, ..] => !after.is_ascii() || after.is_ascii_alphanumeric(),
        _ => true,
    }
}

/// What stands at a place where no plain word does.
pub(super) enum Cut {
    Word(usize, Shape),
    Space(usize),
}

pub(super) fn other(text: &str, at: usize, end: usize) -> Cut {
    let rest = &text[at..end];
    let first = rest.chars().next().unwrap_or(' ');
    if first.is_whitespace() {
        Cut::Space(first.len_utf8())
    } else if let Some(length) = genitive(rest, text, at) {
        Cut::Word(length, Shape::Genitive)
    } else if first.is_alphanumeric() {
        let length = word(rest);
        Cut::Word(length, shape(&rest[..length]))
    } else {
        Cut::Word(first.len_utf8(), Shape::Mark(mark(first)))
    }
}

/// The length of a genitive that follows a word: `'s`, or the bare mark after a plural.
fn genitive(rest: &str, text: &str, at: usize) -> Option<usize> {
    let mark = rest.chars().next().filter(|&c| matches!(c, '\'' | '’'))?;
    let before = text[..at].chars().next_back().filter(|c| c.is_alphanumeric() || *c == '.')?;
    let after = &rest[mark.len_utf8()..];
    let ends = |tail: &str| !tail.starts_with(char::is_alphanumeric);
    if let Some(tail) = after.strip_prefix(['s', 'S']) {
        return ends(tail).then_some(mark.len_utf8() + 1);
    }
    (matches!(before, 's' | 'S' | 'z' | 'x') && after.starts_with(' ')).then_some(mark.len_utf8())
}

/// The length of the word at the start of `rest`: letters and digits, with hyphens, stops, apostrophes and `&` inside.
///
/// A closing stop belongs to an abbreviation alone ("J.", "Inc."): the sentence's own stop stands last and stays out.
fn word(rest: &str) -> usize {
    let mut end = 0;
    let mut chars = rest.char_indices().peekable();
    while let Some((i, c)) = chars.next() {
        let next = chars.peek().map(|&(_, c)| c);
        let inside = next.is_some_and(char::is_alphanumeric);
        let joins = match c {
            '-' | '‑' | '&' | '.' | '/' => inside,
            '\'' | '’' => inside && !is_genitive_tail(&rest[i + c.len_utf8()..]),
            _ => c.is_alphanumeric() || ('\u{300}'..'\u{370}').contains(&c),
        };
        if !joins {
            if c == '.'
                && (matches!(next, Some(' ' | ',')) || is_initials(&rest[..i]) || keeps_stop(&rest.as_bytes()[..i]))
            {
                end = i + 1;
            }
            break;
        }
        end = i + c.len_utf8();
    }
    end.max(1)
}

/// Abbreviations that close names and keep their stop at the end of a sentence too.
fn keeps_stop(word: &[u8]) -> bool {
    [b"Jr".as_slice(), b"Sr", b"Inc", b"Corp", b"Co", b"Ltd"].contains(&word)
}

/// Whether what follows an apostrophe is the `s` of a genitive.
fn is_genitive_tail(tail: &str) -> bool {
    tail.strip_prefix(['s', 'S']).is_some_and(|rest| !rest.starts_with(char::is_alphanumeric))
}

fn is_initials(word: &str) -> bool {
    !word.is_empty() && word.split('.').all(|part| part.chars().count() == 1 && part.starts_with(char::is_uppercase))
}

fn shape(word: &str) -> Shape {
    let first = word.chars().next().unwrap_or(' ');
    if first.is_numeric() {
        Shape::Number
    } else if is_initials(word.trim_end_matches('.')) && word.len() < 8 && (word.contains('.') || word.len() == 1) {
        Shape::Initial
    } else if first.is_uppercase() {
        let acronym = word.chars().count() > 1 && !word.chars().any(char::is_lowercase);
        if acronym { Shape::Acronym } else { Shape::Capital }
    } else if word.split_once(['-', '\'', '’']).is_some_and(|(_, rest)| rest.starts_with(char::is_uppercase)) {
        Shape::Capital
    } else {
        Shape::Lower
    }
}

/// One byte for a mark: all quotes, dashes and brackets alike.
pub(super) fn mark(c: char) -> u8 {
    match c {
        '"' | '“' | '”' | '„' | '«' | '»' | '‘' | '’' | '\'' | '`' => b'"',
        '-' | '–' | '—' | '―' => b'-',
        '(' | '[' => b'(',
        ')' | ']' => b')',
        '…' => b'.',
        _ if c.is_ascii() => u8::try_from(c).unwrap_or(b'*'),
        _ => b'*',
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_cut_at_a_glance_is_cut_alike_with_care() {
        let words = [
            "a",
            "A",
            "of",
            "Ana",
            "NATO",
            "4th",
            "1990",
            "Inc",
            "Co",
            "U",
            "McVey",
            "ab1",
            "mayors",
            "Mayors",
            "minister",
            "MINISTER",
            "Ministers",
            "ministERS",
            "ambassadors",
            "Ambassadorial",
            "constitutionally",
            "COUNTERREVOLUTIONARY",
            "1234567890",
            "12345678th",
        ];
        let behind = [
            "",
            ".",
            ". ",
            ".,",
            ".”",
            ".)",
            ".\"",
            ".a",
            "'s",
            "'s ",
            "'sa",
            "'",
            "’s",
            "-b",
            "/2",
            "&C",
            ",",
            ";",
            " ",
            ", and so on",
        ];
        let mut taken = 0;
        for text in words.iter().flat_map(|word| behind.map(|behind| format!("{word}{behind}"))) {
            if let Some(Plain { length, shape, key }) = plain(text.as_bytes()) {
                let word = &text[..word(&text)];
                let expected = (length < 8).then(|| eight::head(word.as_bytes()));
                assert_eq!((length, shape, key), (word.len(), super::shape(word), expected), "{text:?}");
                taken += 1;
            }
        }
        assert!(taken > words.len() * behind.len() / 3, "{taken}");
    }
}
