//! Whether a text is in English, which is what it is read as.

use std::sync::LazyLock;

use super::Document;
use crate::lexicon::sections;
use crate::lexicon::table::WordTable;

/// What to say of a document in another language, by what is stated of it or else by its first words.
pub(super) fn remark(document: &Document) -> Option<String> {
    match document.language.as_deref() {
        Some(stated) => {
            (!is_english(stated)).then(|| format!("`language` is {stated:?}; the text is read as English all the same"))
        }
        None => looks_foreign(&document.text)
            .then(|| "does not look like English; it is read as English all the same".to_owned()),
    }
}

/// `en`, `en-GB`, `eng`, `English`, or nothing.
fn is_english(language: &str) -> bool {
    let tag = language.trim().split(['-', '_']).next().unwrap_or_default();
    ["", "en", "eng", "english"].iter().any(|known| known.eq_ignore_ascii_case(tag))
}

/// So many of the first words are looked at.
const LOOKED_AT: usize = 200;

/// So many of them belong to other languages in a text of another one, for names alone bring a few.
const FEW: usize = 8;

/// Whether the small words that begin a text are those of other languages, or its letters those of other scripts.
fn looks_foreign(text: &str) -> bool {
    // No other language has the word, and nearly every English text begins with a few of it.
    let beginning = &text.as_bytes()[..text.len().min(8 * LOOKED_AT)];
    if memchr::memmem::find(beginning, b" the ").is_some() {
        return false;
    }
    let (mut english, mut foreign, mut strange, mut all) = (0, 0, 0, 0);
    for word in text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).take(LOOKED_AT) {
        all += 1;
        match SMALL.get(word) {
            Some(Tongue::English) => english += 1,
            Some(Tongue::Other) => foreign += 1,
            None => strange += usize::from(word.chars().all(|c| c.is_alphabetic() && c > LAST_LATIN)),
        }
    }
    foreign >= FEW && foreign > 2 * english || strange >= FEW && 2 * strange > all
}

/// Behind it come the letters of Greek, Cyrillic, Arabic and the rest.
const LAST_LATIN: char = '\u{24F}';

#[derive(Clone, Copy, Debug)]
enum Tongue {
    English,
    Other,
}

static SMALL: LazyLock<WordTable<Tongue>> = LazyLock::new(|| {
    let words = |list: &'static str, tongue: Tongue| sections(list).map(move |(_, word)| (word, tongue));
    let starters = words(include_str!("../lexicon/en/starters.txt"), Tongue::English);
    words(include_str!("../lexicon/foreign.txt"), Tongue::Other).chain(starters).chain(ENGLISH).collect()
});

/// The small words that begin no sentence.
const ENGLISH: [(&str, Tongue); 4] =
    [("and", Tongue::English), ("of", Tongue::English), ("to", Tongue::English), ("was", Tongue::English)];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_of_another_language_is_told() {
        for text in [
            "Die Bürgermeisterin wurde im Mai 2020 vom Rat der Stadt ernannt. Sie ist die erste Frau, die das Amt mit einer \
             Mehrheit der Stimmen und nach einer Wahl ausübt.",
            "Le ministre a été nommé par le président de la République le 3 mai 2020. Il est le premier à occuper ce poste \
             dans une ville du nord, avec les pouvoirs qui vont avec.",
            "Мэр города был назначен 3 мая 2020 года указом президента и вступил в должность на следующий день.",
        ] {
            assert!(looks_foreign(text), "{text}");
        }
    }

    #[test]
    fn foreign_names_make_no_foreign_text() {
        for text in [
            "",
            "3 May 2020",
            "Ana de la Cruz",
            "The Conseil de la Ville de Saint-Aubin met on 3 May. Jan van der Velde and Ludwig von der Aue spoke; the \
             mayor, Maria del Pilar de los Santos, and the envoy, Otto von und zu Hohenau, did not.",
            "Ministers: Jan van der Velde 1990; Ana de la Cruz 1991; Ugo della Torre 1992",
        ] {
            assert!(!looks_foreign(text), "{text}");
        }
    }
}
