//! Whether two roles are of one office, by their words.

use crate::parse::word::{Class, class};

/// Whether two roles have a word in common, as far as its stem: "ministerial post" and "Minister of Finance".
pub(super) fn share_a_word(one: &str, other: &str) -> bool {
    let words = |role| str::split(role, |c: char| !c.is_alphanumeric()).filter(|word: &&str| word.len() >= STEM);
    words(one).any(|word| words(other).any(|other| begins_alike(word, other)))
}

/// Whether all that the shorter of two roles says is in the other: "ministerial post" and "Minister of Finance", but not
/// "chief executive" and "chief operating officer".
pub(super) fn are_one_office(one: &str, other: &str) -> bool {
    let (short, long) = if one.len() <= other.len() { (one, other) } else { (other, one) };
    let words = |role| {
        let words = str::split(role, |c: char| !c.is_alphanumeric());
        words.filter(|word: &&str| word.len() >= STEM && !class(word).has(Class::POSTS))
    };
    one.eq_ignore_ascii_case(other)
        || words(short).next().is_some() && words(short).all(|word| words(long).any(|other| begins_alike(word, other)))
}

/// So many bytes of two words of one stem are the same.
const STEM: usize = 4;

fn begins_alike(one: &str, other: &str) -> bool {
    one.get(..STEM).zip(other.get(..STEM)).is_some_and(|(one, other)| one.eq_ignore_ascii_case(other))
}
