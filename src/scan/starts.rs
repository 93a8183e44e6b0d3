//! The places of a text where one of some words may begin: what an automaton is then asked at, rather than at each byte.
//!
//! Eight bytes are looked at in one step. Of a letter that begins a word its first three say whether any of the words
//! can stand there, which few words of a text pass.

use crate::eight;

/// The first letters of some words.
#[derive(Clone, Debug)]
pub(crate) struct Starts {
    /// A bit for each three letters, five bits a letter.
    bits: Box<[u64; 512]>,
    /// Whether figures are places too.
    figures: bool,
}

impl Starts {
    /// Of `words`, which begin with ASCII letters; with every row of digits where `figures` are wanted.
    pub(crate) fn new<'w>(words: impl Iterator<Item = &'w str>, figures: bool) -> Starts {
        let mut bits = Box::new([0; 512]);
        for word in words {
            let [first, second, third] = letters(word.as_bytes());
            // What comes after a short word is anything.
            let seconds = if word.len() > 1 { second..second + 1 } else { 0..32 };
            for second in seconds {
                let thirds = if word.len() > 2 { third..third + 1 } else { 0..32 };
                for place in thirds.map(|third| place([first, second, third])) {
                    bits[place / 64] |= 1 << (place % 64);
                }
            }
        }
        Starts { bits, figures }
    }

    /// The places of `text` where a run of letters that may be one of the words begins, or one of digits; in order.
    pub(crate) fn of<'t>(&'t self, text: &'t str) -> impl Iterator<Item = usize> + 't {
        let runs = Runs { bytes: text.as_bytes(), figures: self.figures, next: 0, base: 0, begun: 0, before: (0, 0) };
        runs.filter(move |&at| {
            let rest = &text.as_bytes()[at..];
            let place = place(letters(rest));
            rest[0].is_ascii_digit() || self.bits[place / 64] & (1 << (place % 64)) != 0
        })
    }
}

/// The lower five bits of the first three bytes, which tell letters apart without their case.
#[inline]
fn letters(bytes: &[u8]) -> [usize; 3] {
    let four = match bytes.first_chunk() {
        Some(four) => u32::from_le_bytes(*four),
        None => bytes.iter().rev().fold(0, |four, &byte| four << 8 | u32::from(byte)),
    };
    [0, 8, 16].map(|bit| (four >> bit & 31) as usize)
}

#[inline]
fn place([first, second, third]: [usize; 3]) -> usize {
    (first << 10) | (second << 5) | third
}

/// Where runs of ASCII letters and of digits begin.
struct Runs<'t> {
    bytes: &'t [u8],
    figures: bool,
    /// The first byte not yet looked at.
    next: usize,
    /// Where the eight bytes begin that were looked at last, and the beginnings in them that are not yet given: the
    /// highest bit of their bytes.
    base: usize,
    begun: u64,
    /// Whether the byte before is a letter, and whether it is a letter or digit, in the highest bit.
    before: (u64, u64),
}

impl Iterator for Runs<'_> {
    type Item = usize;

    #[inline]
    fn next(&mut self) -> Option<usize> {
        while self.begun == 0 {
            let rest = self.bytes.get(self.next..).filter(|rest| !rest.is_empty())?;
            self.look_at(eight::load(rest));
        }
        let at = self.base + self.begun.trailing_zeros() as usize / 8;
        self.begun &= self.begun - 1;
        Some(at)
    }
}

impl Runs<'_> {
    fn look_at(&mut self, eight: u64) {
        let (letters, digits) = eight::letters_and_digits(eight);
        let words = letters | digits;
        self.begun = letters & !((letters << 8) | (self.before.0 >> 56));
        if self.figures {
            self.begun |= digits & !((words << 8) | (self.before.1 >> 56));
        }
        self.before = (letters & (1 << 63), words & (1 << 63));
        (self.base, self.next) = (self.next, self.next + 8);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The beginnings of runs, byte by byte.
    fn slowly(text: &str) -> Vec<usize> {
        let bytes = text.as_bytes();
        let begins = |at: &usize| {
            let before = at.checked_sub(1).map_or(b' ', |before| bytes[before]);
            bytes[*at].is_ascii_alphabetic() && !before.is_ascii_alphabetic()
                || bytes[*at].is_ascii_digit() && !before.is_ascii_alphanumeric()
        };
        (0..bytes.len()).filter(begins).collect()
    }

    #[test]
    fn runs_begin_where_they_do_byte_by_byte() {
        let every: String = ('\0'..'\u{200}').flat_map(|c| [c, 'a', c, '7', c, c]).collect();
        let mixed = "On 5May, 1990s: A-b c3d ÉéZ@[`{/:x 12,000 it’s 4th";
        let anything = Starts { bits: Box::new([u64::MAX; 512]), figures: true };
        for text in ["", "a", "7", "abcdefgh", "abcdefg hijkl 12345678 9", mixed, &every] {
            for from in (0..9).filter(|&from| text.is_char_boundary(from)) {
                let text = &text[from.min(text.len())..];
                assert_eq!(anything.of(text).collect::<Vec<_>>(), slowly(text), "{text:?}");
            }
        }
    }

    #[test]
    fn words_of_other_letters_are_passed_over() {
        let starts = Starts::new(["march", "at", "o"].into_iter(), false);
        let found = |text: &str| starts.of(text).collect::<Vec<_>>();
        assert_eq!(found("MARCH a at it, mars 12 Mayor O"), [0, 8, 15, 29]);
        assert_eq!(found("remarch"), [0; 0]);
    }
}
