//! Rows of digits that can tell a time with no word of time beside them, told by what they touch.
//!
//! Most figures of a text count something. The grammar is tried on them where a word of time stands near, and otherwise
//! only where they look like a year, a day or a clock: it may be tried in vain, but is left out nowhere.

use crate::lexicon::letters::FirstLetters;
use crate::lexicon::time::{ENGLISH, Meaning};

pub(super) struct Figures {
    /// How the names of eras begin, which make a year of any figure.
    eras: FirstLetters,
}

impl Figures {
    pub(super) fn english() -> Figures {
        let is_era = |meaning: &Meaning| matches!(meaning, Meaning::Era(_));
        Figures { eras: ENGLISH.iter().filter(|word| word.meanings.iter().any(is_era)).map(|word| word.form).collect() }
    }

    /// Whether the row that begins at `start` can: `1932`, `'32`, `3rd`, `10:30`, `3/6`, `5.3.32`, `44 BC`, but not `25`,
    /// `2.5`, `1,000`.
    #[inline]
    pub(super) fn may_tell(&self, bytes: &[u8], start: usize) -> bool {
        let (before, row) = bytes.split_at(start);
        let (row, behind) = row.split_at(digits(row));
        row.len() > COUNT
            || is_joined(behind)
            || matches!(before.last(), Some(b'\'' | 0x80..))
            || self.eras.may_begin(behind.trim_ascii_start())
            || self.eras.may_begin(last_word(before))
    }
}

/// A row of no more digits is no year.
const COUNT: usize = 3;

/// Whether what touches a row from behind can make a time of it: the letters of `3rd`, the colon of `10:30`, the second
/// stop of `5.3.32`.
fn is_joined(behind: &[u8]) -> bool {
    match behind {
        [] | [b' ' | b'\n' | b'\r' | b'\t' | b',' | b';' | b')' | b']' | b'%' | b'"' | b'?' | b'!', ..] => false,
        [mark @ (b'.' | b'-'), rest @ ..] => {
            let rest = rest.trim_ascii_start();
            match &rest[digits(rest)..] {
                // "2-h" counts hours.
                [next, ..] => next == mark || !next.is_ascii() || *next == b'h',
                [] => false,
            }
        }
        _ => true,
    }
}

/// The letters before a row, a little more than the longest name of an era has at most.
fn last_word(before: &[u8]) -> &[u8] {
    let before = before.trim_ascii_end();
    let near = &before[before.len().saturating_sub(NEAR)..];
    let start = |until: usize| {
        let mark = near[..until].iter().rposition(|byte| !byte.is_ascii_alphabetic() && *byte != b'.');
        mark.map_or(0, |at| at + 1)
    };
    let word = start(near.len());
    // "b. c."
    let spaced = near.len() - word <= 2 && near[..word].ends_with(b". ");
    &near[if spaced { start(word - 1) } else { word }..]
}

/// The longest name of an era, and a byte: `B.C.E.`
const NEAR: usize = 7;

fn digits(bytes: &[u8]) -> usize {
    bytes.iter().take_while(|byte| byte.is_ascii_digit()).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_tell_by_what_they_touch() {
        let figures = Figures::english();
        let tells = |text: &str| {
            let rows = text.char_indices().filter(|&(at, c)| {
                c.is_ascii_digit() && !text[..at].ends_with(|before: char| before.is_ascii_alphanumeric())
            });
            rows.map(|(at, _)| at).any(|at| figures.may_tell(text.as_bytes(), at))
        };
        let times = "1932|2,1932|'32|’32|3rd|90s|10:30|3/6|5.3.32|5. 3. 32|5-3-32|5–6|16h30|2-h|3Q32|20161016|44 BC|44 B.C.E.|\
                     44\nbc|10,000 BC|AD 66|(a.d. 66)|CE 66|b. c. 66";
        for text in times.split('|') {
            assert!(tells(text), "{text}");
        }
        for text in
            "25|25 men|$25, and|2.5|12.50 a share|1,000 men|25%|25-page|5-4|Rule 25.|(25)|a dance 5|25 bands".split('|')
        {
            assert!(!tells(text), "{text}");
        }
    }
}
