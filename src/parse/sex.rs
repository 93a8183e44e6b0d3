//! Whether "he" or "she" is said of somebody, where their title or their forename tells.
//!
//! Most names tell nothing, and then either pronoun may mean them: a name that is not listed costs no reading.

use std::sync::LazyLock;

use crate::Span;
use crate::lexicon::table::WordTable;
use crate::parse::word::section_lines;

/// By the pronoun that is said of a person.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::parse) enum Sex {
    His,
    Hers,
}

impl Sex {
    /// That of whom a pronoun means: none for "I" and "both".
    pub(in crate::parse) fn of_pronoun(word: &str) -> Option<Sex> {
        // "Her Ladyship"
        let word = word.split(' ').next().unwrap_or(word);
        let is_any = |words: &[&str]| words.iter().any(|one| word.eq_ignore_ascii_case(one));
        if is_any(&["he", "him", "his"]) {
            return Some(Sex::His);
        }
        is_any(&["she", "her"]).then_some(Sex::Hers)
    }

    /// That of the person with the full name at `name`: "King Ole" by what stands before it, "Ana Silva" by the forename,
    /// "Aru Lomova" by the ending.
    pub(in crate::parse) fn of_name(text: &str, name: Span) -> Option<Sex> {
        let mut words = name.of(text).split([' ', '\n']);
        let ends = words.next().zip(words.next_back());
        let told = || ends.and_then(|(forename, last)| FORENAMES.get(forename).copied().or_else(|| by_ending(last)));
        Sex::of_title(text, name).or_else(told)
    }

    /// That of the person with the name at `name`, by the title before it: "Miss Silva".
    pub(in crate::parse) fn of_title(text: &str, name: Span) -> Option<Sex> {
        let title = text[..name.start].strip_suffix(' ').and_then(|before| before.rsplit([' ', '\n']).next())?;
        TITLES.get(title.trim_end_matches('.')).copied()
    }

    /// Whether a person of whom `told` is known can be meant.
    pub(in crate::parse) fn suits(self, told: Option<Sex>) -> bool {
        told.is_none_or(|told| told == self)
    }
}

static TITLES: LazyLock<WordTable<Sex>> =
    LazyLock::new(|| by_sex(include_str!("../lexicon/en/people.txt"), ["[his-title]", "[her-title]"]));

static FORENAMES: LazyLock<WordTable<Sex>> =
    LazyLock::new(|| by_sex(include_str!("../lexicon/en/forenames.txt"), ["[his]", "[hers]"]));

static ENDINGS: LazyLock<Vec<(&str, Sex)>> = LazyLock::new(|| {
    let people = include_str!("../lexicon/en/people.txt");
    let endings = |section, sex| words(people, section).map(move |ending| (ending, sex));
    endings("[his-ending]", Sex::His).chain(endings("[her-ending]", Sex::Hers)).collect()
});

fn by_ending(last: &str) -> Option<Sex> {
    let ends = |ending: &str| last.len() > ending.len() + 2 && last.ends_with(ending);
    ENDINGS.iter().find(|(ending, _)| ends(ending)).map(|&(_, sex)| sex)
}

/// The words of two sections of a list.
fn by_sex(list: &'static str, [his, hers]: [&'static str; 2]) -> WordTable<Sex> {
    let of = |section, sex| words(list, section).map(move |word| (word, sex));
    of(his, Sex::His).chain(of(hers, Sex::Hers)).collect()
}

fn words(list: &'static str, section: &'static str) -> impl Iterator<Item = &'static str> {
    section_lines(list, section).flat_map(str::split_whitespace)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn titles_and_forenames_tell() {
        let sex = |text: &str, name: &str| {
            let at = text.find(name).unwrap_or_default();
            Sex::of_name(text, Span::new(at, at + name.len()))
        };
        assert_eq!(sex("President Ana Silva met", "Ana Silva"), Some(Sex::Hers));
        assert_eq!(sex("Mr. Silva met", "Silva"), Some(Sex::His));
        assert_eq!(sex("Queen Ole met", "Ole"), Some(Sex::Hers));
        assert_eq!(sex("Aru Lomova met", "Aru Lomova"), Some(Sex::Hers));
        assert_eq!(sex("Ana Lomov met", "Ana Lomov"), Some(Sex::Hers), "the forename goes before");
        assert_eq!(sex("Karl-Ole Moe met", "Karl-Ole Moe"), None);
        assert_eq!(sex("Peter resigned", "Peter"), None, "a lone name may be a family's");
        assert_eq!(sex("Robin Moe met", "Robin Moe"), None, "men and women share it");
    }
}
