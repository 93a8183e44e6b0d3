//! Words and phrases by their first word, asked wherever a word of a text begins.
//!
//! Words are asked for far more often than they are found, so asking costs a handful of instructions: eight letters are
//! one number, and what shares a first word stands side by side, the longest first.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use super::time::Meaning;
use crate::eight;

/// Forms, each with all that it can mean.
#[derive(Debug)]
pub(crate) struct Words {
    /// By first word; of those that share it the longest first.
    forms: Vec<&'static str>,
    meanings: Vec<Vec<Meaning>>,
    /// From where to where the forms of a first word stand.
    firsts: FirstWords<(u16, u16)>,
}

impl Words {
    /// Of forms that begin with an ASCII letter or digit.
    pub(super) fn new(entries: impl Iterator<Item = (&'static str, Meaning)>) -> Words {
        let mut known: BTreeMap<&'static str, Vec<Meaning>> = BTreeMap::new();
        for (form, meaning) in entries {
            known.entry(form).or_default().push(meaning);
            // The words of a phrase are known one by one too, so that a run of tokens reaches back over it.
            let parts = form.split(' ').filter_map(|part| part.split(['\'', '’']).next());
            for part in parts.filter(|part| !part.is_empty()) {
                known.entry(part).or_default();
            }
        }
        let mut known: Vec<_> = known.into_iter().collect();
        known.sort_by_key(|(form, _)| (first_word(form.as_bytes()), Reverse(form.len())));
        let (forms, meanings): (Vec<_>, Vec<_>) = known.into_iter().unzip();
        let mut firsts = FirstWords::with_room_for(forms.len());
        let mut from = 0;
        for of_one in forms.chunk_by(|one, next| first_word(one.as_bytes()) == first_word(next.as_bytes())) {
            let to = from + of_one.len() as u16;
            firsts.insert(of_one[0], (from, to));
            from = to;
        }
        Words { forms, meanings, firsts }
    }

    /// The longest word or phrase of the table that stands at byte `at` of `text`, whole: its end and its meanings.
    pub(crate) fn at(&self, text: &str, at: usize) -> Option<(usize, &[Meaning])> {
        let (end, form) = self.form_at(text, at)?;
        Some((end, self.form(form)?.1))
    }

    /// The same with the number of the form.
    pub(crate) fn form_at(&self, text: &str, at: usize) -> Option<(usize, usize)> {
        let rest = text.as_bytes().get(at..)?;
        let (from, to) = self.firsts.get(rest)?;
        let mut longest = rest.len();
        for form in usize::from(from)..usize::from(to) {
            let bytes = self.forms[form].as_bytes();
            if bytes.len() > longest || !rest[..bytes.len()].eq_ignore_ascii_case(bytes) {
                continue;
            }
            let end = at + bytes.len();
            if !continues(text, end) {
                return Some((end, form));
            }
            // "at least" inside "at leastwise": try for a shorter form before giving up.
            longest = bytes.iter().rposition(|&byte| byte == b' ')?;
        }
        None
    }

    /// The form of that number, and what it can mean.
    pub(crate) fn form(&self, number: usize) -> Option<(&'static str, &[Meaning])> {
        Some((self.forms.get(number)?, self.meanings.get(number)?))
    }

    /// Every form with its meanings.
    pub(crate) fn iter(&self) -> impl Iterator<Item = (&'static str, &[Meaning])> {
        self.forms.iter().copied().zip(self.meanings.iter().map(Vec::as_slice))
    }
}

/// Whether a word goes on at byte `at`: a letter or digit stands there.
fn continues(text: &str, at: usize) -> bool {
    match text.as_bytes().get(at) {
        None => false,
        Some(byte) if byte.is_ascii() => byte.is_ascii_alphanumeric(),
        Some(_) => text.get(at..).and_then(|rest| rest.chars().next()).is_some_and(char::is_alphanumeric),
    }
}

/// What is known of some words, by all the ASCII letters and digits that a text goes on with.
///
/// Long words may be taken for each other, if hardly ever; who has to be sure compares them.
#[derive(Debug)]
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
        let key = first_word(form.as_bytes());
        let slot = self.slot(key);
        self.slots[slot].get_or_insert((key, value));
    }

    /// What is known of the word that `bytes` begin with.
    #[inline]
    pub(crate) fn get(&self, bytes: &[u8]) -> Option<V> {
        self.slots[self.slot(first_word(bytes))].map(|(_, value)| value)
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

/// The letters and digits that `bytes` begin with, case aside, as a number: the same for the same word, and another for
/// another of no more than eight.
#[inline]
fn first_word(mut bytes: &[u8]) -> u64 {
    let mut key = 0_u64;
    loop {
        let eight = eight::load(bytes);
        let (letters, digits) = eight::letters_and_digits(eight);
        let length = eight::leading(letters | digits);
        let word = (eight | eight::SMALL) & !u64::MAX.checked_shl(8 * length).unwrap_or_default();
        key = key.rotate_left(29).wrapping_mul(0x0000_0100_0000_01B3) ^ word;
        if length < 8 {
            return key;
        }
        bytes = &bytes[8..];
    }
}

#[cfg(test)]
mod tests {
    use super::super::time::{ENGLISH, Meaning};
    use crate::calendar::{Grain, Rounding};

    #[test]
    fn finds_whole_words_only_the_longest_first() {
        let at = |text| ENGLISH.at(text, 0).map(|(end, meanings)| (end, meanings.to_vec()));
        assert_eq!(at("Mayor"), None);
        assert_eq!(at("JULY 5").unwrap(), (4, vec![Meaning::Month(7)]));
        assert_eq!(at("at leastwise").unwrap().0, 2);
        assert_eq!(at("at least 5").unwrap(), (8, vec![Meaning::Rounding(Rounding::AtLeast)]));
        assert_eq!(at("second").unwrap().1, [Meaning::Unit(Grain::Second), Meaning::Ordinal(2)]);
    }

    #[test]
    fn finds_every_form_in_any_case_and_none_that_goes_on() {
        for (form, meanings) in ENGLISH.iter() {
            assert_eq!(ENGLISH.at(&format!("{}, ", form.to_uppercase()), 0), Some((form.len(), meanings)), "{form}");
            assert_ne!(ENGLISH.at(&format!("{form}é"), 0).map(|(end, _)| end), Some(form.len()), "{form}");
        }
    }
}
