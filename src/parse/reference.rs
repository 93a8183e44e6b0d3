//! The names of a whole document, so that a family name, a pronoun or an office leads to the person.
//!
//! One quick pass over the capitals of the text, made only for documents that tell an office event.

use std::collections::HashMap;

use super::name::name;
use super::word::{Class, Shape, Token, tokenize};
use crate::Span;

/// The personal names of more than one word in a text.
#[derive(Debug)]
pub(crate) struct Names<'t> {
    text: &'t str,
    /// By each of their words, in text order.
    by_word: HashMap<&'t str, Vec<Span>>,
}

impl<'t> Names<'t> {
    /// Reads the names of `text`.
    pub(crate) fn new(text: &'t str) -> Names<'t> {
        let mut names = Names { text, by_word: HashMap::new() };
        let mut tokens = Vec::new();
        let mut at = 0;
        while let Some(run) = next_run(text, at) {
            tokenize(text, run, &mut tokens);
            names.add(&tokens);
            at = run.end;
        }
        names
    }

    fn add(&mut self, tokens: &[Token]) {
        let mut i = 0;
        while i < tokens.len() {
            let Some(length) = name(&tokens[i..]) else {
                i += 1;
                continue;
            };
            let words = &tokens[i..i + length];
            i += length;
            if words.iter().filter(|t| t.shape == Shape::Capital).count() < 2 && length < 2 {
                continue;
            }
            let whole = Span::new(words[0].span.start, words[length - 1].span.end);
            for word in words.iter().filter(|t| t.shape == Shape::Capital && !t.is(Class::SUFFIX)) {
                let known = self.by_word.entry(word.span.of(self.text)).or_default();
                let again = known.last().is_some_and(|last| last.of(self.text) == whole.of(self.text));
                if !again {
                    known.push(whole);
                }
            }
        }
    }

    /// The fullest form of the name at `span`: "Hansen" to "Jens Hansen", the one told last before it.
    pub(crate) fn fullest(&self, span: Span) -> Span {
        let words: Vec<&str> = words(span.of(self.text)).collect();
        let Some(last) = words.iter().rev().find(|word| self.by_word.contains_key(**word)) else { return span };
        let known = self.by_word.get(last).map_or(&[][..], Vec::as_slice);
        let near = known.partition_point(|name| name.start <= span.start);
        let around = &known[near.saturating_sub(NEAR)..known.len().min(near + NEAR)];
        let holds = |name: &Span| {
            let text = name.of(self.text);
            words.iter().all(|word| self::words(text).any(|w| w == *word || is_initial_of(word, w)))
        };
        let family = |name: &&Span| holds(name) && self::words(name.of(self.text)).last() == Some(last);
        let (before, after) = around.split_at(near.min(NEAR).min(around.len()));
        let found = before.iter().rev().find(family).or_else(|| after.iter().find(family));
        let found = found.or_else(|| before.iter().rev().find(|name| holds(name)));
        let Some(found) = found else { return span };
        // "Ana Silva" may stand elsewhere as "Ana Maria Silva".
        let chosen: Vec<&str> = self::words(found.of(self.text)).collect();
        let fuller = |name: &&Span| chosen.iter().all(|word| self::words(name.of(self.text)).any(|w| w == *word));
        let fullest = around.iter().filter(fuller).max_by_key(|name| (name.len(), std::cmp::Reverse(name.start)));
        fullest.copied().filter(|name| name.len() > span.len()).unwrap_or(span)
    }

    /// Whether a longer or equal personal name than the one at `span` is known, with the same family name.
    pub(crate) fn knows_exactly(&self, span: Span) -> bool {
        words(span.of(self.text)).last().is_some_and(|word| self.by_word.contains_key(word))
            && self.fullest(span).len() >= span.len()
    }

    /// Whether the word at `span` is known as a part of a longer personal name.
    pub(crate) fn knows(&self, span: Span) -> bool {
        words(span.of(self.text)).count() > 1 || self.by_word.contains_key(span.of(self.text))
    }
}

/// How many names around a mention are looked at.
const NEAR: usize = 24;

/// The words of a name that tell it: no initials, no suffix.
fn words(name: &str) -> impl DoubleEndedIterator<Item = &str> {
    let parts = name.split([' ', '\n', ',']).filter(|word| !word.is_empty());
    parts
        .filter(|word| !matches!(word.trim_end_matches('.'), "Jr" | "Sr" | "II" | "III" | "IV"))
        .filter(|w| !w.ends_with('.'))
}

fn is_initial_of(initial: &str, word: &str) -> bool {
    initial.ends_with('.') && word.starts_with(initial.trim_end_matches('.'))
}

/// The next run of capitalised words from `from` on, particles and initials between them included.
fn next_run(text: &str, from: usize) -> Option<Span> {
    let bytes = text.as_bytes();
    let mut at = from;
    while let Some(step) = bytes.get(at..)?.iter().position(|b| b.is_ascii_uppercase() || *b >= 0xC3) {
        at += step;
        let boundary = at == 0 || !(bytes[at - 1].is_ascii_alphanumeric() || bytes[at - 1] >= 0x80);
        if boundary && text.is_char_boundary(at) {
            if let Some(alone) = alone(&bytes[at..]) {
                at += alone;
                continue;
            }
            let end = run_end(text, at);
            if text[at..end].contains(' ') {
                return Some(Span::new(at, end));
            }
            at = end.max(at + 1);
        } else {
            at += 1;
        }
    }
    None
}

/// The length of the word at the start of `rest`, if it is plain and a glance shows that no name goes on behind it.
fn alone(rest: &[u8]) -> Option<usize> {
    let length = rest.iter().take_while(|b| b.is_ascii_alphanumeric()).count();
    let closed = match rest.get(length..)? {
        // No capital, and no particle either: those begin with one of these letters.
        [b' ', next, ..] => {
            next.is_ascii_lowercase() && !matches!(next, b'a' | b'b' | b'd' | b'e' | b'i' | b'l' | b'v')
        }
        [b',' | b';' | b':' | b'?' | b'!' | b')' | b'\n', ..] => true,
        _ => false,
    };
    (closed && length > 0).then_some(length)
}

/// Where a run of name-like words that begins at `start` ends.
fn run_end(text: &str, start: usize) -> usize {
    let mut end = start;
    let mut last = start;
    for word in text[start..].split(' ').take(12) {
        let trimmed = word.trim_start_matches(['"', '“']);
        let capital =
            trimmed.starts_with(char::is_uppercase) || trimmed.get(..3).is_some_and(|p| p == "al-" || p == "el-");
        let particle = matches!(
            word,
            "de" | "da"
                | "do"
                | "dos"
                | "del"
                | "di"
                | "du"
                | "la"
                | "le"
                | "van"
                | "von"
                | "der"
                | "den"
                | "bin"
                | "ibn"
                | "al"
                | "el"
                | "ben"
        );
        if !capital && !particle {
            break;
        }
        // What follows the letters closes the run: a comma, a stop that is no initial's, a line break.
        let letters = word
            .find(|c: char| !(c.is_alphanumeric() || matches!(c, '-' | '.' | '\'' | '’' | '"' | '“' | '”')))
            .unwrap_or(word.len());
        if capital {
            last = end + word[..letters].len();
        }
        if letters < word.len() || word.ends_with('.') && word.len() > 4 {
            break;
        }
        end += word.len() + 1;
    }
    last.clamp(start, text.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fullest<'t>(text: &'t str, short: &str) -> &'t str {
        let at = text.rfind(short).unwrap_or_default();
        Names::new(text).fullest(Span::new(at, at + short.len())).of(text)
    }

    #[test]
    fn a_family_name_leads_to_the_full_name() {
        assert_eq!(fullest("Jens Hansen met Ana Silva. Later Hansen left.", "Hansen"), "Jens Hansen");
        assert_eq!(
            fullest("President Ana Maria Silva met Jens Hansen; Ana Silva left. Silva.", "Silva"),
            "Ana Maria Silva"
        );
        assert_eq!(fullest("Jens van der Hansen spoke. Hansen's aide left", "Hansen"), "Jens van der Hansen");
        assert_eq!(fullest("Rafael al-Rashid spoke. Then al-Rashid left", "al-Rashid"), "Rafael al-Rashid");
    }

    #[test]
    fn the_nearest_bearer_before_it_is_meant() {
        assert_eq!(fullest("Jens Hansen left. Ole Hansen came. Hansen said", "Hansen"), "Ole Hansen");
        assert_eq!(fullest("Hansen said so. Jens Hansen it was", "Hansen"), "Jens Hansen");
        assert_eq!(fullest("Nobody knew Petersen.", "Petersen"), "Petersen");
    }
}
