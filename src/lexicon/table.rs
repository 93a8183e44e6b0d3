//! A table of words that is asked for every word of a sentence, so neither asking nor a miss may cost much.
//!
//! Open addressing over a hash of the letters without their case: nothing is lowered or copied first. The words are
//! compiled in, so nobody can choose them to collide.

/// What is known of each of some words, case of ASCII letters aside.
#[derive(Debug)]
pub(crate) struct WordTable<V> {
    /// A power of two of them, at most half taken.
    slots: Vec<Option<(Box<str>, V)>>,
}

impl<V> WordTable<V> {
    pub(crate) fn get(&self, word: &str) -> Option<&V> {
        let mut at = hash(word);
        loop {
            let (known, value) = self.slots.get(at & (self.slots.len() - 1))?.as_ref()?;
            if known.eq_ignore_ascii_case(word) {
                return Some(value);
            }
            at += 1;
        }
    }
}

impl<W: Into<Box<str>>, V> FromIterator<(W, V)> for WordTable<V> {
    /// Of a word that stands twice, the last is found.
    fn from_iter<I: IntoIterator<Item = (W, V)>>(words: I) -> WordTable<V> {
        let words: Vec<(W, V)> = words.into_iter().collect();
        let mut slots = Vec::new();
        slots.resize_with((words.len() * 2 + 1).next_power_of_two(), || None);
        for (word, value) in words {
            let word: Box<str> = word.into();
            let mut at = hash(&word) & (slots.len() - 1);
            while slots[at].as_ref().is_some_and(|(known, _): &(Box<str>, V)| !known.eq_ignore_ascii_case(&word)) {
                at = (at + 1) & (slots.len() - 1);
            }
            slots[at] = Some((word, value));
        }
        WordTable { slots }
    }
}

/// FNV-1a, upper and lower case alike, with its good bits brought down.
fn hash(word: &str) -> usize {
    let fold = |hash: u64, byte: u8| (hash ^ u64::from(byte.to_ascii_lowercase())).wrapping_mul(0x0100_0000_01B3);
    let hash = word.bytes().fold(0xCBF2_9CE4_8422_2325, fold);
    (hash >> 40) as usize
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_every_word_in_any_case_and_no_other() {
        let table: WordTable<usize> = (0..5000).map(|n| (format!("word{n}é"), n)).collect();
        for n in 0..5000 {
            assert_eq!(table.get(&format!("WORD{n}é")), Some(&n));
            assert_eq!(table.get(&format!("word{n}É")), None, "only ASCII letters");
        }
        assert_eq!(table.get(""), None);
        assert_eq!(WordTable::<()>::from_iter([("", ())].into_iter().skip(1)).get("word"), None);
    }

    #[test]
    fn the_last_of_two_is_found() {
        assert_eq!([("a", 1), ("A", 2)].into_iter().collect::<WordTable<i32>>().get("a"), Some(&2));
    }
}
