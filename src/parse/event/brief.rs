//! What a report or a brief opens with before its first sentence: "OSLO, Jan. 13 (AP) - ", "ACME CORP - ",
//! "LOM, May 3, 1932 /Newsline/ -- ".
//!
//! It tells where, when and of whom, and is nobody's name and no event: the sentence begins behind it.
//!
//! Counter-examples: `NATO - the alliance - said`, `Oslo - The minister left`: no head that is set off from prose.

use crate::Span;

/// So far in, in bytes, such an opening ends.
const LONGEST: usize = 80;

/// What is set in capitals has so many words at most, and so many letters at least.
const WORDS: usize = 6;
const LETTERS: usize = 3;

/// What stands between the opening and the prose.
const DASHES: [&str; 4] = [" - ", " -- ", " – ", " — "];

/// The sentence without what a line opens with.
pub(super) fn behind_opening(text: &str, sentence: Span) -> Span {
    let bytes = text.as_bytes();
    let opens_line = sentence.start == 0 || bytes.get(sentence.start - 1) == Some(&b'\n');
    let capital = || matches!(bytes.get(sentence.start..), Some([b'A'..=b'Z', next, ..]) if !next.is_ascii_lowercase());
    let start = (opens_line && capital()).then(|| opening(sentence.of(text))).flatten().unwrap_or_default();
    Span::new(sentence.start + start, sentence.end)
}

/// How long the opening is, its dash included.
fn opening(line: &str) -> Option<usize> {
    let within = line.get(..LONGEST).unwrap_or(line);
    let dash = |at: usize| Some((at, DASHES.iter().find(|dash| within[at..].starts_with(**dash))?));
    let (at, dash) = memchr::memchr_iter(b' ', within.as_bytes()).find_map(dash)?;
    let (head, prose) = (&within[..at], &line[at + dash.len()..]);
    let (named, rest) = head.split_at(head.find([',', '(', '/']).unwrap_or(head.len()));
    let is_set = named.chars().filter(|c| c.is_uppercase()).count() >= LETTERS
        && !named.contains(char::is_lowercase)
        && named.split_whitespace().count() <= WORDS;
    let is_told = rest.split_whitespace().all(|word| !word.starts_with(char::is_lowercase));
    (is_set && is_told && prose.starts_with(|c: char| !c.is_lowercase())).then_some(at + dash.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn behind(text: &str) -> &str {
        behind_opening(text, Span::new(0, text.len())).of(text)
    }

    #[test]
    fn a_sentence_begins_behind_what_its_line_opens_with() {
        for text in [
            "OSLO, Jan. 13 (AP) - Moe left.",
            "ACME CORP - Moe left.",
            "LOM, May 3, 1932 /Newsline/ -- Moe left.",
            "CENTRAL BANK OF NORWAY — Moe left.",
            "OSLO (AP) – Moe left.",
        ] {
            assert_eq!(behind(text), "Moe left.", "{text}");
        }
    }

    #[test]
    fn other_dashes_stand_inside_a_sentence() {
        for text in [
            "NATO - the alliance - said so.",
            "Oslo - Moe left.",
            "HE LEFT, and soon - May 3 at the latest - he was gone.",
            "A - B",
            "É - É",
            "",
        ] {
            assert_eq!(behind(text), text);
        }
        let text = "He left.\nACME CORP - Moe left.";
        assert_eq!(behind_opening(text, Span::new(9, text.len())).of(text), "Moe left.");
        assert_eq!(behind_opening(text, Span::new(0, text.len())).of(text), text);
    }
}
