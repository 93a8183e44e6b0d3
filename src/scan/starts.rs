//! The places of a text where one of some words may begin: what a table is then asked at, rather than at each byte.
//!
//! A block of bytes is looked at in one step, in a shape that compilers turn into vector instructions. Of a letter that
//! begins a word its first three say whether any of the words can stand there, which few words of a text pass.

use std::ops::BitOr;

use crate::lexicon::letters::FirstLetters;

/// Where some words begin.
#[derive(Clone, Debug)]
pub(crate) struct Starts {
    letters: FirstLetters,
    /// The words of one letter, a bit each by its lower five: the others that begin with them would be as many.
    alone: u32,
    /// Whether figures are places too.
    figures: bool,
}

impl Starts {
    /// Of `words`, which begin with ASCII letters; with every row of digits where `figures` are wanted.
    pub(crate) fn new<'w>(words: impl Iterator<Item = &'w str>, figures: bool) -> Starts {
        let (alone, longer): (Vec<&str>, Vec<&str>) = words.partition(|word| run(word.as_bytes()).len() == 1);
        let bit = |word: &&str| 1 << (word.as_bytes()[0] & 0x1F);
        Starts { letters: longer.into_iter().collect(), alone: alone.iter().map(bit).fold(0, BitOr::bitor), figures }
    }

    /// The places of `text` where a run of letters that may be one of the words begins, or one of digits; in order.
    #[inline]
    pub(crate) fn of<'t>(&'t self, text: &'t str) -> impl Iterator<Item = usize> + 't {
        Places { starts: self, bytes: text.as_bytes(), next: 0, before: Before::default(), base: 0, found: 0 }
    }

    /// Those of the letters at `begun`, places of a block, that may begin one of the words; where another letter comes
    /// next is `joined`.
    #[inline]
    fn among(&self, window: &Window, begun: u64, joined: u64) -> u64 {
        let letters = each(begun & joined, |at| self.letters.may_begin(&window[at..]));
        let alone = each(begun & !joined, |at| self.alone >> (window[at] & 0x1F) & 1 != 0);
        letters | alone
    }
}

/// Those of some places of a block that are so.
#[inline]
fn each(places: u64, is: impl Fn(usize) -> bool) -> u64 {
    let (mut left, mut found) = (places, 0);
    while left != 0 {
        let at = left.trailing_zeros() as usize % BLOCK;
        left &= left - 1;
        found |= u64::from(is(at)) << at;
    }
    found
}

/// The ASCII letters that `bytes` begin with.
pub(crate) fn run(bytes: &[u8]) -> &[u8] {
    let length = bytes.iter().take_while(|byte| byte.is_ascii_alphabetic()).count();
    &bytes[..length]
}

/// Goes through a text block by block.
struct Places<'t> {
    starts: &'t Starts,
    bytes: &'t [u8],
    /// The first byte not yet looked at.
    next: usize,
    before: Before,
    /// Where the block begins that was looked at last, and the places in it that are not yet given, a bit each.
    base: usize,
    found: u64,
}

/// The bytes that are looked at in one step.
pub(super) const BLOCK: usize = 64;

/// A block, and as many bytes after it as are loaded at a place.
type Window = [u8; BLOCK + 3];

/// What stands before a block, a bit each.
#[derive(Default)]
struct Before {
    letter: u64,
    digit: u64,
}

impl Iterator for Places<'_> {
    type Item = usize;

    #[inline]
    fn next(&mut self) -> Option<usize> {
        while self.found == 0 {
            let rest = self.bytes.get(self.next..).filter(|rest| !rest.is_empty())?;
            self.found = match rest.first_chunk() {
                Some(window) => self.look_at(window),
                None => {
                    let mut window = [0; BLOCK + 3];
                    window[..rest.len()].copy_from_slice(rest);
                    self.look_at(&window)
                }
            };
            (self.base, self.next) = (self.next, self.next + BLOCK);
        }
        let at = self.base + self.found.trailing_zeros() as usize;
        self.found &= self.found - 1;
        Some(at)
    }
}

impl Places<'_> {
    /// The places in the next block.
    #[inline]
    fn look_at(&mut self, window: &Window) -> u64 {
        let block = window.first_chunk().unwrap_or(&[0; BLOCK]);
        let letters = bits(block, is_letter);
        // Most blocks have no digit, which is sooner known than where they stand.
        let figures = self.starts.figures && block.iter().fold(false, |any, byte| any | byte.is_ascii_digit());
        let digits = if figures { bits(block, |byte| byte.is_ascii_digit()) } else { 0 };
        let (after_letter, after_digit) = (letters << 1 | self.before.letter, digits << 1 | self.before.digit);
        self.before = Before { letter: letters >> (BLOCK - 1), digit: digits >> (BLOCK - 1) };
        let joined = letters >> 1 | u64::from(is_letter(window[BLOCK])) << (BLOCK - 1);
        // A figure begins with a digit that stands after no letter.
        self.starts.among(window, letters & !after_letter, joined) | digits & !after_digit & !after_letter
    }
}

/// The bytes of a block that are so, a bit each.
#[inline]
pub(super) fn bits(block: &[u8; BLOCK], is: impl Fn(u8) -> bool) -> u64 {
    let mut are = [0; BLOCK];
    for (are, &byte) in are.iter_mut().zip(block) {
        *are = u8::from(is(byte));
    }
    // Eight bytes of 0 or 1 become eight bits: the product brings each to its place in the highest byte.
    let eights = are.as_chunks::<8>().0.iter().zip((0..64).step_by(8));
    eights.fold(0, |bits, (eight, at)| {
        bits | (u64::from_le_bytes(*eight).wrapping_mul(0x0102_0408_1020_4080) >> 56) << at
    })
}

/// As [`u8::is_ascii_alphabetic`], without a branch.
fn is_letter(byte: u8) -> bool {
    (byte | 0x20).wrapping_sub(b'a') < 26
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
        let letters = || (b'a'..=b'z').map(|letter| char::from(letter).to_string());
        let words: Vec<String> =
            letters().chain(letters().flat_map(|one| letters().map(move |next| one.clone() + &next))).collect();
        let anything = Starts::new(words.iter().map(String::as_str), true);
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
        // The last letter of a block, which the next one tells whether it stands alone.
        let block = " ".repeat(BLOCK - 1);
        for (text, is) in [("o", true), ("o’clock", true), ("o1", true), ("of", false)] {
            assert_eq!(found(&format!("{block}{text}")) == [BLOCK - 1], is, "{text}");
        }
    }
}
