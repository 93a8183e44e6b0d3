//! What a report or a brief opens with before its first sentence: "OSLO, Jan. 13 (AP) - ", "ACME CORP - ",
//! "LOM, May 3, 1932 /Newsline/ -- ", "(Newsline) Lom, May 3 - ", "Lom, May 3 (AP) ".
//!
//! It tells where, when and of whom, and is nobody's name and no event: the sentence begins behind it.
//!
//! Counter-examples: `NATO - the alliance - said`, `Oslo - The minister left`: no head that is set off from prose.

use crate::Span;
use crate::lexicon::time::{ENGLISH, Meaning};

/// So far in, in bytes, such an opening ends.
const LONGEST: usize = 80;

/// What is set in capitals has so many words at most, and so many letters at least.
const WORDS: usize = 6;
const LETTERS: usize = 3;

/// What a page of an encyclopedia puts before its headings.
const EDIT: &str = "[edit] ";

/// What stands between the opening and the prose.
const DASHES: [&str; 4] = [" - ", " -- ", " – ", " — "];

/// The sentence without what a line opens with.
pub(crate) fn behind_opening(text: &str, sentence: Span) -> Span {
    let bytes = text.as_bytes();
    let opens_line = sentence.start == 0 || bytes.get(sentence.start - 1) == Some(&b'\n');
    let first = if opens_line { bytes.get(sentence.start).copied() } else { None };
    let start = match first {
        Some(b'A'..=b'Z') => opening(sentence.of(text)).or_else(|| bracketed(sentence.of(text))),
        Some(b'(') => behind_sender(sentence.of(text)),
        Some(b'[') => sentence.of(text).starts_with(EDIT).then_some(EDIT.len()),
        _ => None,
    };
    Span::new(sentence.start + start.unwrap_or_default(), sentence.end)
}

/// How long the opening is that begins with who sent the report.
fn behind_sender(line: &str) -> Option<usize> {
    let sender = line.get(..LONGEST).unwrap_or(line).find(") ").filter(|&end| is_sender(&line[1..end]))? + ") ".len();
    let rest = line[sender..].starts_with(char::is_uppercase).then(|| opening(&line[sender..]));
    Some(sender + rest.flatten()?)
}

/// How long the opening is that ends with who sent the report.
fn bracketed(line: &str) -> Option<usize> {
    let within = line.get(..LONGEST).unwrap_or(line);
    let (head, behind) = within.split_at(memchr::memchr(b'(', within.as_bytes())?);
    let (name, _) = behind[1..].split_once(") ").filter(|(name, _)| is_sender(name))?;
    let end = head.len() + name.len() + "() ".len();
    let (named, rest) = head.split_once(',')?;
    (is_placed(named, rest) && line[end..].starts_with(char::is_uppercase)).then_some(end)
}

fn is_sender(name: &str) -> bool {
    name.starts_with(char::is_uppercase) && name.chars().all(char::is_alphabetic)
}

/// How long the opening is, its dash included.
fn opening(line: &str) -> Option<usize> {
    let within = line.get(..LONGEST).unwrap_or(line);
    // 0xE2 begins the longer dashes.
    memchr::memchr3(b'-', b':', 0xE2, line.as_bytes().get(..LONGEST + 4).unwrap_or(line.as_bytes()))?;
    let dash = |at: usize| DASHES.iter().find(|dash| within[at..].starts_with(**dash)).map(|dash| at + dash.len());
    let colon = |at: usize| within[..at].ends_with(':').then_some(at - 1);
    let ends = |space: usize| dash(space).map(|prose| (space, prose)).or_else(|| Some((colon(space)?, space + 1)));
    let (at, end) = memchr::memchr_iter(b' ', within.as_bytes()).find_map(ends)?;
    let (head, prose) = (&within[..at], &line[end..]);
    let (named, rest) = head.split_at(head.find([',', '(', '/']).unwrap_or(head.len()));
    let is_set = named.chars().filter(|c| c.is_uppercase()).count() >= LETTERS && !named.contains(char::is_lowercase);
    let is_told = rest.split_whitespace().all(|word| !word.starts_with(char::is_lowercase));
    // "NATO: The alliance", "MAY 3: The strike began" are no places.
    let opens = is_placed(named, rest) || is_set && !line[at..].starts_with(':');
    let short = named.split_whitespace().count() <= WORDS;
    (opens && short && is_told && prose.starts_with(|c: char| !c.is_lowercase())).then_some(end)
}

/// Whether a place and a day stand before the prose: "Oslo, July 31".
fn is_placed(named: &str, rest: &str) -> bool {
    let means = |word: &str, is: fn(&Meaning) -> bool| {
        ENGLISH.at(word, 0).is_some_and(|(word, _)| word.meanings.iter().any(is))
    };
    let month = |word: &str| means(word, |meaning| matches!(meaning, Meaning::Month(_)));
    let day = |word: &str| month(word) || means(word, |meaning| matches!(meaning, Meaning::Weekday(_)));
    let mut words = rest.split(|c: char| !c.is_alphanumeric());
    // "Ada Moe (17 April 1871 – 2 March 1924) was": a life, cut at its dash.
    let is_open = rest.contains('(') && !rest.contains(')');
    !is_open
        && named.split_whitespace().all(|word| word.starts_with(char::is_uppercase) && !day(word))
        && rest.contains(|c: char| c.is_ascii_digit())
        && words.any(month)
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
            "Oslo, Jan. 13: Moe left.",
            "New Oslo, 13 January (NTB): Moe left.",
            "(Norpress) Oslo, 13 January 1932 - Moe left.",
            "Oslo, Jan 13 (AP) Moe left.",
        ] {
            assert_eq!(behind(text), "Moe left.", "{text}");
        }
    }

    #[test]
    fn other_dashes_stand_inside_a_sentence() {
        for text in [
            "NATO - the alliance - said so.",
            "Oslo - Moe left.",
            "NATO: The alliance left.",
            "MAY 3, 1932: Moe left.",
            "Sunday, May 3: Moe left.",
            "Moe, 45: I left.",
            "Moe (13 January 1871 – 2 March 1924) left.",
            "Oslo, Jan 13 (a Wednesday) was cold.",
            "(Norpress) Moe left.",
            "(He) left, Jan 13 - Moe stayed.",
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
