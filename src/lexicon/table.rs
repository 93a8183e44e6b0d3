//! A table of words that is asked for every word of a sentence, so neither asking nor a miss may cost much.
//!
//! Open addressing over the letters at both ends of a word, without their case: nothing is lowered or copied first, and
//! those letters are all of most words. The words are compiled in, so nobody can choose them to collide.

use crate::eight::{head, lower};

/// What is known of each of some words, case of ASCII letters aside.
#[derive(Clone, Debug)]
pub(crate) struct WordTable<V> {
    /// A power of two of them, at most half taken. They hold no more than tells words apart, so that many share a line
    /// of the processor's cache.
    slots: Vec<Option<Slot>>,
    /// What leaves of a hash as many bits as number the slots.
    shift: u32,
    known: Vec<(Box<str>, V)>,
}

#[derive(Clone, Copy, Debug)]
struct Slot {
    ends: Ends,
    /// The place among what is known.
    at: u32,
}

impl<V> WordTable<V> {
    #[inline]
    pub(crate) fn get(&self, word: impl AsRef<[u8]>) -> Option<&V> {
        self.find(word.as_ref())
    }

    fn find(&self, word: &[u8]) -> Option<&V> {
        let ends = Ends::of(word);
        let mut at = ends.hash(self.shift);
        loop {
            let slot = self.slots.get(at & (self.slots.len() - 1))?.as_ref()?;
            if slot.ends == ends {
                let (known, value) = self.known.get(slot.at as usize)?;
                if ends.are_all() || known.as_bytes().eq_ignore_ascii_case(word) {
                    return Some(value);
                }
            }
            at += 1;
        }
    }
}

impl<W: Into<Box<str>>, V> FromIterator<(W, V)> for WordTable<V> {
    /// Of a word that stands twice, the last is found.
    fn from_iter<I: IntoIterator<Item = (W, V)>>(words: I) -> WordTable<V> {
        let known: Vec<(Box<str>, V)> = words.into_iter().map(|(word, value)| (word.into(), value)).collect();
        let mut slots: Vec<Option<Slot>> = vec![None; (known.len() * 2 + 2).next_power_of_two()];
        let shift = u64::BITS - slots.len().trailing_zeros();
        for (number, (word, _)) in (0..).zip(&known) {
            let ends = Ends::of(word.as_bytes());
            let mut at = ends.hash(shift);
            while slots[at].is_some_and(|slot| !known[slot.at as usize].0.eq_ignore_ascii_case(word)) {
                at = (at + 1) & (slots.len() - 1);
            }
            slots[at] = Some(Slot { ends, at: number });
        }
        WordTable { slots, shift, known }
    }
}

/// The first and the last eight bytes of a word in lower case, or all of a shorter one in the first, and its length.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Ends {
    first: u64,
    last: u64,
    length: usize,
}

impl Ends {
    #[inline]
    fn of(word: &[u8]) -> Ends {
        let last = word.last_chunk().filter(|_| word.len() > 8).map_or(0, |&last| lower(u64::from_le_bytes(last)));
        Ends { first: head(word), last, length: word.len() }
    }

    /// Whether no letter of the word stands between its ends.
    fn are_all(self) -> bool {
        self.length <= 16
    }

    fn hash(self, shift: u32) -> usize {
        let mixed = self.first ^ self.last.rotate_left(27) ^ (self.length as u64).rotate_left(54);
        // The golden ratio's, by Fibonacci hashing; the highest bits depend on all of the word.
        (mixed.wrapping_mul(0x9E37_79B9_7F4A_7C15) >> shift) as usize
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_every_word_in_any_case_and_no_other() {
        let table: WordTable<usize> = (0..5000).map(|n| (format!("word{n}é"), n)).collect();
        for n in 0..5000 {
            assert_eq!(table.get(format!("WORD{n}é")), Some(&n));
            assert_eq!(table.get(format!("word{n}É")), None, "only ASCII letters");
        }
        assert_eq!(table.get(""), None);
        assert_eq!(WordTable::<()>::from_iter([("", ())].into_iter().skip(1)).get("word"), None);
    }

    #[test]
    fn the_last_of_two_is_found() {
        assert_eq!([("a", 1), ("A", 2)].into_iter().collect::<WordTable<i32>>().get("a"), Some(&2));
    }
}
