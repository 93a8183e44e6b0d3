//! Words and phrases by their first word, asked wherever a word of a text begins.
//!
//! Words are asked for far more often than they are found, so asking costs a handful of instructions.

use std::collections::HashMap;
use std::mem::{self, Discriminant};
use std::ops::BitOr;

use chrono::Weekday;

use super::first_word::{ByFirstWord, first_word};
use super::letters::FirstLetters;
use super::time::{Meaning, Small};
use crate::calendar::Holiday;

/// A form with all that it can mean. Most have one meaning, `second` has two, what is only a word of a phrase has none.
#[derive(Debug, PartialEq)]
pub(crate) struct Word {
    /// Words that no grammar tells apart share it, as January and October do.
    pub(crate) class: u16,
    pub(crate) form: &'static str,
    pub(crate) meanings: Vec<Meaning>,
    /// The words of grammar among its meanings, a bit each: they are what is asked for most.
    smalls: u128,
}

impl Word {
    pub(crate) fn is(&self, small: Small) -> bool {
        self.smalls & bit(small) != 0
    }
}

fn bit(small: Small) -> u128 {
    1 << small as u32
}

/// A table of words and phrases.
#[derive(Debug)]
pub(crate) struct Words {
    words: ByFirstWord<Word>,
    letters: FirstLetters,
}

impl Words {
    /// Of forms that begin with an ASCII letter or digit.
    pub(super) fn new(entries: impl Iterator<Item = (&'static str, Meaning)>) -> Words {
        let mut known: Vec<(&str, Option<Meaning>)> = Vec::new();
        for (form, meaning) in entries {
            known.push((form, Some(meaning)));
            if form.bytes().all(|byte| byte.is_ascii_alphanumeric()) {
                continue;
            }
            // The words of a phrase are known one by one too, so that a run of tokens reaches back over it.
            let parts = form.split(' ').filter_map(|part| part.split(['\'', '’']).next());
            known.extend(parts.filter(|part| !part.is_empty()).map(|part| (part, None)));
        }
        // Stable, so that the meanings of a form stay in their order.
        known.sort_by_key(|&(form, _)| form);
        let mut words: Vec<Word> = Vec::with_capacity(known.len());
        let mut classes = Classes::default();
        for of_form in known.chunk_by(|(one, _), (next, _)| one == next) {
            let meanings: Vec<Meaning> = of_form.iter().filter_map(|&(_, meaning)| meaning).collect();
            let smalls =
                meanings.iter().map(|meaning| if let Meaning::Small(small) = meaning { bit(*small) } else { 0 });
            let smalls = smalls.fold(0, BitOr::bitor);
            let (form, _) = of_form[0];
            let class = classes.of(form, &meanings);
            words.push(Word { class, form, meanings, smalls });
        }
        let letters = words.iter().map(|word| word.form).collect();
        Words { words: ByFirstWord::new(words, |word| word.form), letters }
    }

    /// The longest word or phrase of the table that stands at byte `at` of `text`, whole, and where it ends.
    pub(crate) fn at(&self, text: &str, at: usize) -> Option<(&Word, usize)> {
        let rest = text.as_bytes().get(at..).filter(|rest| self.letters.may_begin(rest))?;
        let (key, length) = first_word(rest);
        let mut longest = rest.len();
        for (_, word) in self.words.of_key(key) {
            let form = word.form.as_bytes();
            if !stands(form, rest, length) || form.len() > longest {
                continue;
            }
            let end = at + form.len();
            // "c.1450": a stop ends its word.
            let stopped = form.ends_with(b".") && text.as_bytes().get(end).is_some_and(u8::is_ascii_digit);
            if stopped || !continues(text, end) {
                return Some((word, end));
            }
            // "at least" inside "at leastwise": try for a shorter form before giving up.
            longest = form.iter().rposition(|&byte| byte == b' ')?;
        }
        None
    }

    /// Every word and phrase.
    pub(crate) fn iter(&self) -> impl Iterator<Item = &Word> {
        self.words.items().iter()
    }
}

/// What a class is looked for by: its length and its first meaning, so that few are compared.
type Kind = (usize, Option<Discriminant<Meaning>>);

/// Numbers the classes of words.
#[derive(Default)]
struct Classes {
    known: HashMap<Kind, Vec<(Vec<Meaning>, u16)>>,
    count: u16,
}

impl Classes {
    /// Grammars know a word by its meanings, but not which month it is but for those whose names are short, nor which
    /// weekday, holiday or zone; and by its length where it may be an abbreviation.
    fn of(&mut self, form: &str, meanings: &[Meaning]) -> u16 {
        let plain = |&meaning: &Meaning| match meaning {
            Meaning::Month(month) if !(5..=7).contains(&month) => Meaning::Month(1),
            Meaning::Weekday(_) => Meaning::Weekday(Weekday::Mon),
            Meaning::Weekdays(_) => Meaning::Weekdays(Weekday::Mon),
            Meaning::Holiday(_) => Meaning::Holiday(Holiday::Unknown),
            Meaning::Zone(_) => Meaning::Zone(0),
            Meaning::ZoneName(_) => Meaning::ZoneName(0),
            other => other,
        };
        let shortens =
            |meaning: &Meaning| matches!(meaning, Meaning::Month(_) | Meaning::Weekday(_) | Meaning::Unit(_));
        let length = if meanings.iter().any(shortens) { form.len().min(ABBREVIATED + 1) } else { 0 };
        let meanings: Vec<Meaning> = meanings.iter().map(plain).collect();
        let alike = self.known.entry((length, meanings.first().map(mem::discriminant))).or_default();
        if let Some((_, class)) = alike.iter().find(|(known, _)| *known == meanings) {
            return *class;
        }
        alike.push((meanings, self.count));
        self.count += 1;
        self.count - 1
    }
}

/// The letters of the longest abbreviation: `thurs`
const ABBREVIATED: usize = 5;

/// Whether `rest` begins with `form`, of which the first word is known to agree and to have so many letters.
#[inline]
fn stands(form: &[u8], rest: &[u8], length: usize) -> bool {
    match form.get(length) {
        // A short word's number is its own.
        None if length < 8 => true,
        // Most phrases are ruled out by what stands after their first word.
        Some(next) if !rest.get(length).is_some_and(|byte| byte.eq_ignore_ascii_case(next)) => false,
        _ => rest.get(..form.len()).is_some_and(|rest| rest.eq_ignore_ascii_case(form)),
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

#[cfg(test)]
mod tests {
    use super::super::time::{ENGLISH, Meaning};
    use crate::calendar::{Grain, Rounding};

    #[test]
    fn finds_whole_words_only_the_longest_first() {
        let at = |text| ENGLISH.at(text, 0).map(|(word, end)| (end, word.meanings.clone()));
        assert_eq!(at("Mayor"), None);
        assert_eq!(at("JULY 5").unwrap(), (4, vec![Meaning::Month(7)]));
        assert_eq!(at("at leastwise").unwrap().0, 2);
        assert_eq!(at("at least 5").unwrap(), (8, vec![Meaning::Rounding(Rounding::AtLeast)]));
        assert_eq!(at("second").unwrap().1, [Meaning::Unit(Grain::Second), Meaning::Ordinal(2)]);
    }

    #[test]
    fn finds_every_form_in_any_case_and_none_that_goes_on() {
        for word in ENGLISH.iter() {
            let form = word.form;
            assert_eq!(ENGLISH.at(&format!("{}, ", form.to_uppercase()), 0), Some((word, form.len())), "{form}");
            assert_ne!(ENGLISH.at(&format!("{form}é"), 0).map(|(_, end)| end), Some(form.len()), "{form}");
        }
    }
}
