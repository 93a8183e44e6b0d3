//! What is known of words and phrases by the first word of each, asked wherever a word of a text begins.
//!
//! Eight letters are one number, so asking costs a handful of instructions; an automaton over the phrases took longer to
//! build than most articles take to read.

use std::cmp::Reverse;

use crate::eight;

/// Items by the first word of their forms.
#[derive(Clone, Debug)]
pub(crate) struct ByFirstWord<T> {
    /// Those that share a first word stand side by side, the longest form first; of equal ones the first given.
    items: Vec<T>,
    /// Where the items of a first word begin, and how many they are.
    firsts: FirstWords<(u32, u32)>,
}

impl<T> ByFirstWord<T> {
    /// `form` tells an item's, which begins with an ASCII letter or digit.
    pub(crate) fn new(mut items: Vec<T>, form: impl Fn(&T) -> &str) -> ByFirstWord<T> {
        let key = |item: &T| first_word(form(item).as_bytes()).0;
        items.sort_by_cached_key(|item| (key(item), Reverse(form(item).len())));
        let mut firsts = FirstWords::with_room_for(items.len());
        let mut from = 0;
        for of_one in items.chunk_by(|one, next| key(one) == key(next)) {
            firsts.insert(form(&of_one[0]), (from, of_one.len() as u32));
            from += of_one.len() as u32;
        }
        ByFirstWord { items, firsts }
    }

    /// Every item, the numbers that others are told with being their places.
    pub(crate) fn items(&self) -> &[T] {
        &self.items
    }

    /// The items that share the word `bytes` begin with, each with its number, the longest form first.
    #[inline]
    pub(crate) fn beside(&self, bytes: &[u8]) -> impl Iterator<Item = (u32, &T)> {
        self.of_key(first_word(bytes).0)
    }

    /// The same of a word's key.
    #[inline]
    pub(crate) fn of_key(&self, key: u64) -> impl Iterator<Item = (u32, &T)> {
        let (first, count) = self.firsts.of_key(key).unwrap_or_default();
        (first..).zip(&self.items[first as usize..][..count as usize])
    }
}

/// What is known of some words, by all the ASCII letters and digits that a text goes on with.
///
/// Long words may be taken for each other, if hardly ever; who has to be sure compares them.
#[derive(Clone, Debug)]
pub(crate) struct FirstWords<V> {
    /// Open addressing; a power of two of them, at most half taken.
    slots: Vec<Option<(u64, V)>>,
}

impl<V: Copy> FirstWords<V> {
    pub(crate) fn with_room_for(count: usize) -> FirstWords<V> {
        FirstWords { slots: vec![None; (2 * count + 1).next_power_of_two()] }
    }

    /// Notes what is known of the first word of `form`, unless something is.
    pub(crate) fn insert(&mut self, form: &str, value: V) {
        let (key, _) = first_word(form.as_bytes());
        let slot = self.slot(key);
        self.slots[slot].get_or_insert((key, value));
    }

    /// What is known of the word that `bytes` begin with.
    #[inline]
    pub(crate) fn get(&self, bytes: &[u8]) -> Option<V> {
        self.of_key(first_word(bytes).0)
    }

    /// The same of a word of fewer than eight letters, which are its key in lower case.
    #[inline]
    pub(crate) fn of_key(&self, key: u64) -> Option<V> {
        self.slots[self.slot(key)].map(|(_, value)| value)
    }

    /// Where the word stands, or would.
    #[inline]
    fn slot(&self, key: u64) -> usize {
        let mask = self.slots.len() - 1;
        // Fibonacci hashing: the upper bits of the product are the good ones.
        let mut at = (key.wrapping_mul(0x9E37_79B9_7F4A_7C15) >> 40) as usize & mask;
        while self.slots[at].as_ref().is_some_and(|&(known, _)| known != key) {
            at = (at + 1) & mask;
        }
        at
    }
}

/// The letters and digits that `bytes` begin with, case aside, as a number, and how many they are. The number is the same
/// for the same word, and another for another of no more than eight.
#[inline]
pub(crate) fn first_word(bytes: &[u8]) -> (u64, usize) {
    let (mut key, mut from) = (0_u64, 0);
    loop {
        let eight = eight::load(&bytes[from..]);
        let (letters, digits) = eight::letters_and_digits(eight);
        let length = eight::leading(letters | digits);
        let word = (eight | eight::SMALL) & !u64::MAX.checked_shl(8 * length).unwrap_or_default();
        key = key.rotate_left(29).wrapping_mul(0x0000_0100_0000_01B3) ^ word;
        from += length as usize;
        if length < 8 {
            return (key, from);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn items_stand_by_first_word_the_longest_first() {
        let phrases = ByFirstWord::new(vec!["step", "stepped", "step down", "Step aside", "a"], |phrase| phrase);
        let beside = |text: &str| phrases.beside(text.as_bytes()).map(|(_, phrase)| *phrase).collect::<Vec<_>>();
        assert_eq!(beside("STEP, then"), ["Step aside", "step down", "step"]);
        assert_eq!(beside("steps"), [""; 0]);
        for (number, phrase) in phrases.beside(b"stepped") {
            assert_eq!(phrases.items()[number as usize], *phrase);
        }
    }
}
