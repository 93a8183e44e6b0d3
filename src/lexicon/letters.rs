//! The first letters of some words: what tells most others from them before a table is asked.

/// The first three letters of some words, case aside.
#[derive(Clone, Debug)]
pub(crate) struct FirstLetters {
    /// A bit for each [`place`].
    bits: Box<[u64; 512]>,
}

impl<'w> FromIterator<&'w str> for FirstLetters {
    fn from_iter<I: IntoIterator<Item = &'w str>>(words: I) -> FirstLetters {
        let mut bits = Box::new([0; 512]);
        for word in words {
            let four = four(word.as_bytes());
            // What comes after a short word is anything.
            let seconds = if word.len() > 1 { 0..1 } else { 0..32 };
            for second in seconds {
                let thirds = if word.len() > 2 { 0..1 } else { 0..32 };
                for place in thirds.map(|third| place(four | second << 8 | third << 16)) {
                    bits[place / 64] |= 1 << (place % 64);
                }
            }
        }
        FirstLetters { bits }
    }
}

impl FirstLetters {
    /// Whether one of the words may stand at the beginning of `bytes`, or one that begins like it.
    #[inline]
    pub(crate) fn may_begin(&self, bytes: &[u8]) -> bool {
        let place = place(four(bytes));
        self.bits[place / 64] >> (place % 64) & 1 != 0
    }
}

/// The first four bytes, the first of them lowest, with zeros after the last.
#[inline]
fn four(bytes: &[u8]) -> u32 {
    match bytes.first_chunk() {
        Some(four) => u32::from_le_bytes(*four),
        None => bytes.iter().rev().fold(0, |four, &byte| four << 8 | u32::from(byte)),
    }
}

/// The lower five bits of the first three bytes, which tell letters apart without their case, brought into fifteen. Few
/// others share a place with those of a word.
#[inline]
fn place(four: u32) -> usize {
    ((four & 0x1F_1F1F).wrapping_mul(0x1656_67B1) >> 17) as usize
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whatever_follows_a_short_word_it_may_stand_there() {
        let letters: FirstLetters = ["march", "at", "o"].into_iter().collect();
        for text in ["MARCH", "mar", "at", "At last", "at, ", "at\u{e9}", "O", "ox", "o’clock"] {
            assert!(letters.may_begin(text.as_bytes()), "{text}");
        }
        for text in ["", "may", "a", "ma", "bat"] {
            assert!(!letters.may_begin(text.as_bytes()), "{text}");
        }
    }
}
