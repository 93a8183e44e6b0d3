//! Takes out of a text what only sets it in type: soft hyphens and hyphens at line ends, the break of a page inside a
//! sentence, invisible marks, ligatures, the many widths of spaces, line ends of old machines.
//!
//! Words and dates are then whole for every grammar, and none of them has to know of it. Most texts have none of it and
//! are not copied.

use std::sync::LazyLock;

use super::Document;
use super::layout::is_page_mark;
use super::origin::Origin;
use crate::lexicon;
use crate::parse::event::trigger::Table;
use crate::parse::word::{Class, class};

impl Document {
    /// Reads the text without what only sets it in type; [`Document::origin`] keeps it as it came.
    pub(super) fn tidied(mut self) -> Document {
        if !is_plain(&self.text) {
            let mut tidy = Tidy::new(&self.text);
            tidy.run();
            if tidy.read != self.text {
                let origin = tidy.origin.over(self.origin.take());
                (self.text, self.origin) = (tidy.read, Some(Box::new(origin)));
            }
        }
        self
    }
}

/// Whether there is nothing to take out; it may say no where there is not.
fn is_plain(text: &str) -> bool {
    let bytes = text.as_bytes();
    let next = |at: usize| bytes.get(at + 1).copied().unwrap_or_default();
    let breaks = |at: usize| {
        let hyphen = bytes[..at].ends_with(b"-") || bytes[..at].ends_with(b"-\r");
        hyphen || page_break(&text[..at], &text[at..]).is_some()
    };
    !memchr::memchr_iter(b'\n', bytes).any(breaks)
        && memchr::memchr_iter(b'\r', bytes).all(|at| next(at) == b'\n')
        && (text.is_ascii()
            || memchr::memchr3_iter(0xC2, 0xE2, 0xEF, bytes).all(|at| match (bytes[at], next(at)) {
                (0xC2, 0xAD) | (0xE2, 0x81) | (0xEF, 0xAC | 0xBB) => false,
                // Of U+2000 to U+203F those that English uses: dashes, quotation marks, the bullet, the ellipsis.
                (0xE2, 0x80) => bytes.get(at + 2).is_some_and(|last| matches!(last, 0x92..=0xA6 | 0xB0..=0xBF)),
                _ => true,
            }))
}

struct Tidy<'t> {
    came: &'t str,
    read: String,
    origin: Origin,
    /// Code points of `came` passed, and of `read` written.
    passed: usize,
    written: usize,
    /// A word was put together over a line's end, which is to stand behind it.
    breaks: bool,
}

impl<'t> Tidy<'t> {
    fn new(came: &'t str) -> Tidy<'t> {
        let read = String::with_capacity(came.len());
        Tidy { came, read, origin: Origin::new(came), passed: 0, written: 0, breaks: false }
    }

    fn run(&mut self) {
        let mut rest = self.came;
        loop {
            let plain = if self.breaks { 0 } else { rest.bytes().position(may_be_set).unwrap_or(rest.len()) };
            rest = self.keep(rest, plain);
            let Some(c) = rest.chars().next() else { break };
            let mut after = &rest[c.len_utf8()..];
            if let Some(next) = page_break(&self.read, rest) {
                self.write(" ", &rest[..rest.len() - next.len()]);
                rest = next;
                continue;
            }
            let read = match c {
                '\u{AD}' => {
                    after = at_line_end(after).map_or(after, |next| self.broken(next));
                    ""
                }
                '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{2064}' | '\u{FEFF}' => "",
                '-' | '\u{2010}' | '\u{2011}' => match at_line_end(after).and_then(|next| joined(&self.read, next)) {
                    Some((next, hyphen)) => {
                        after = self.broken(next);
                        hyphen
                    }
                    None => "-",
                },
                '\r' if !after.starts_with('\n') => "\n",
                c if c.is_whitespace() && self.breaks => {
                    self.breaks = false;
                    if c == '\r' { "\r" } else { "\n" }
                }
                '\u{2000}'..='\u{200A}' | '\u{202F}' | '\u{205F}' => " ",
                '\u{FB00}' => "ff",
                '\u{FB01}' => "fi",
                '\u{FB02}' => "fl",
                '\u{FB03}' => "ffi",
                '\u{FB04}' => "ffl",
                _ => &rest[..c.len_utf8()],
            };
            self.write(read, &rest[..rest.len() - after.len()]);
            rest = after;
        }
    }

    /// A word goes on at `next`, on the next line.
    fn broken(&mut self, next: &'t str) -> &'t str {
        self.breaks = true;
        next
    }

    /// Writes the first `length` bytes as they came, and gives what is left.
    fn keep(&mut self, came: &'t str, length: usize) -> &'t str {
        let (kept, left) = came.split_at(length);
        self.read.push_str(kept);
        let points = kept.chars().count();
        (self.passed, self.written) = (self.passed + points, self.written + points);
        left
    }

    /// Writes `read` for `came`.
    fn write(&mut self, read: &str, came: &str) {
        self.read.push_str(read);
        let (points, of) = (read.chars().count(), came.chars().count());
        // The letters of a ligature stand all at its place.
        for letter in 1..points {
            self.origin.step(self.written + letter, self.passed);
        }
        (self.passed, self.written) = (self.passed + of, self.written + points);
        if points != of {
            self.origin.step(self.written, self.passed);
        }
    }
}

/// Whether a character that begins with the byte may have to be read otherwise.
fn may_be_set(byte: u8) -> bool {
    matches!(byte, b'-' | b'\n' | b'\r' | 0xC2 | 0xE2 | 0xEF)
}

/// So many lines stand between two pages at most: blank ones, a number, a running head.
const BETWEEN_PAGES: usize = 8;

/// A shorter line above a break may be a heading.
const FULL_LINE: usize = 50;

/// A line of fewer words is no part of a sentence.
const WORDS: usize = 3;

/// Where the sentence that a page ends in goes on, on the next: behind the break that `rest` begins with, its number and
/// its running head. `None` where no page ends, or none ends inside a sentence.
fn page_break<'t>(before: &str, rest: &'t str) -> Option<&'t str> {
    let mut below = rest.strip_prefix('\n').filter(|below| below.starts_with(['\n', '\r', ' ', '\t', '\u{C}']))?;
    // Most paragraphs end as sentences do. Only the end of a line that says something can be that of a page; so no line
    // is looked at twice.
    let above = before.trim_end_matches([' ', '\t', '\r']);
    if !above.ends_with(|c: char| c.is_alphanumeric() || c == ',') {
        return None;
    }
    let mut ended = false;
    for _ in 0..BETWEEN_PAGES {
        let line = below.split_once('\n').map_or(below, |(line, _)| line);
        let words = line.trim();
        ended |= line.contains('\u{C}') || is_page_mark(words);
        let running = line.contains('\u{C}') && words.contains("   ");
        if !words.is_empty() && !is_page_mark(words) && !running {
            break;
        }
        below = below.get(line.len() + 1..)?;
    }
    let tail =
        (above.len().saturating_sub(FULL_LINE)..=above.len()).find_map(|at| above.get(at..)).filter(|_| ended)?;
    let above = tail.rsplit('\n').next().unwrap_or_default();
    let next = below.trim_start();
    let open = above.trim().split(' ').count() >= WORDS;
    let goes_on = next.starts_with(|c: char| c.is_lowercase() || c.is_ascii_digit())
        || above.len() == tail.len() && tail.len() + 4 > FULL_LINE && next.starts_with(char::is_alphanumeric);
    (open && goes_on).then_some(next)
}

/// What stands on the next line, where the line ends here.
fn at_line_end(text: &str) -> Option<&str> {
    let rest = text.trim_start_matches([' ', '\t', '\r']).strip_prefix('\n')?;
    let next = rest.trim_start_matches([' ', '\t']);
    next.starts_with(char::is_alphabetic).then_some(next)
}

/// Where the second part of the word begins of which `before` ends with the first, and what joins them: "appoint-" and
/// "ment" nothing, "vice-" and "president" a hyphen. `None` where they are no word: "pre-" and "and post-war".
fn joined<'t>(before: &str, next: &'t str) -> Option<(&'t str, &'static str)> {
    let tail =
        (before.len().saturating_sub(LONGEST)..=before.len()).find_map(|at| before.get(at..)).unwrap_or_default();
    let first = tail.rsplit(|c: char| !c.is_alphabetic()).next().unwrap_or_default();
    let second = &next[..next.find(|c: char| !c.is_alphabetic()).unwrap_or(next.len())];
    if first.is_empty() || first.len() + second.len() > LONGEST || lexicon::is_one_of(&CONJUNCTIONS, second) {
        return None;
    }
    let whole = format!("{first}{second}").to_lowercase();
    let shouted = |part: &str| part.chars().count() > 1 && part.chars().all(char::is_uppercase);
    let is_compound = if second.starts_with(char::is_uppercase) {
        !(shouted(first) && shouted(second))
    } else {
        lexicon::is_one_of(&COMPOUNDS, first) && (tells(&format!("{first}-{second}")) || !is_known(&whole))
    };
    Some((next, if is_compound { "-" } else { "" }))
}

fn is_known(word: &str) -> bool {
    class(word) != Class::default() || tells(word)
}

/// Whether the word, whole, tells an event.
fn tells(word: &str) -> bool {
    Table::built_in().hits(word).next().is_some_and(|hit| hit.span.len() == word.len())
}

/// No word is longer, in bytes.
const LONGEST: usize = 40;

static COMPOUNDS: LazyLock<Vec<&str>> = LazyLock::new(|| lexicon::of_page("compound"));
static CONJUNCTIONS: LazyLock<Vec<&str>> = LazyLock::new(|| lexicon::of_page("suspended"));

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Span;

    fn read(text: &str) -> String {
        Document::new("a", text).tidied().text
    }

    #[test]
    fn words_are_put_together_over_the_end_of_a_line() {
        for (came, as_read) in [
            ("After the appoint-\nment she left.", "After the appointment\nshe left."),
            ("After the appoint-\r\n  ment\r\nshe left.", "After the appointment\r\nshe left."),
            ("the Septem-\nber report", "the September\nreport"),
            ("THE MIN-\nISTER LEFT", "THE MINISTER\nLEFT"),
            ("the vice-\npresident, Moe", "the vice-president,\nMoe"),
            ("the presi-\ndent, Moe", "the president,\nMoe"),
            ("he was re-\nelected in", "he was re-elected\nin"),
            ("he had re-\nsigned in", "he had resigned\nin"),
            ("Marie-\nLouise Moe", "Marie-Louise\nMoe"),
            ("ap\u{AD}point\u{AD}\ned on", "appointed\non"),
        ] {
            assert_eq!(read(came), as_read, "{came:?}");
        }
    }

    #[test]
    fn a_sentence_goes_on_over_the_break_of_a_page() {
        let long = "The king asked the envoys of the north to wait in Oslo and appointed Eli";
        for (came, as_read) in [
            ("Moe left on\n\n                - 2 -\n\n3 March 1932.", "Moe left on 3 March 1932.".to_owned()),
            ("Moe left on 3 March\n\u{C}\n1932.", "Moe left on 3 March 1932.".to_owned()),
            (
                "Moe, who was ill,\n\nPage 2 of 3\n\n\u{C}The Oslo Post      9 March 1932\n\nleft.",
                "Moe, who was ill, left.".to_owned(),
            ),
            (&format!("{long}\n\n2\n\nLie."), format!("{long} Lie.")),
        ] {
            assert_eq!(read(came), as_read, "{came:?}");
        }
        for text in [
            "Moe left.\n\n- 2 -\n\nLie came.",
            "Moe Resigns\n\n2\n\nThe king accepted.",
            "Moe left on\n\n3 March 1932.",
            "Moe left.\n\u{C}\nLie came.",
            "one\n\n2\n\n3 of them",
        ] {
            assert_eq!(read(text), text, "{text:?}");
        }
    }

    #[test]
    fn other_hyphens_stay() {
        for text in [
            "pre-\nand post-war",
            "1931-\n1932",
            "- one\n- two",
            "She left -\nand came back",
            "Moe-\n\nLie",
            "a well-known man",
            "-\n",
        ] {
            assert_eq!(read(text), text, "{text:?}");
        }
    }

    #[test]
    fn invisible_marks_odd_spaces_and_ligatures_are_read_as_plain_letters() {
        let came = "\u{FEFF}7\u{202F}March\u{2009}1932\u{200B}, the o\u{FB03}ce\u{2060} of Oslo\rclosed";
        assert_eq!(read(came), "7 March 1932, the office of Oslo\nclosed");
        for plain in ["“Moe’s” – she – left…", "7\u{A0}March 1932\r\nMoe", "Æ ﷼ 漢字"] {
            assert_eq!(Document::new("a", plain).tidied().origin, None, "{plain}");
        }
    }

    #[test]
    fn every_word_leads_back_to_where_it_came_from() {
        let came = "\u{FEFF}On 7\u{202F}March\u{200B} the Septem-\nber o\u{FB03}ce re-\nelected Moe\u{AD}.";
        let document = Document::new("a", came).tidied();
        let points: Vec<char> = came.chars().collect();
        let read: Vec<char> = document.text.chars().collect();
        for (word, stood) in [
            ("On", "On"),
            ("March", "March"),
            ("September", "Septem-\nber"),
            ("office", "o\u{FB03}ce"),
            ("re-elected", "re-\nelected"),
            ("Moe", "Moe"),
        ] {
            let start = document.text[..document.text.find(word).unwrap()].chars().count();
            let span = Span::new(start, start + word.chars().count());
            assert_eq!(read[span.range()].iter().collect::<String>(), word);
            let back = document.in_origin(span);
            assert_eq!(points[back.range()].iter().collect::<String>(), stood);
        }
    }

    #[test]
    fn takes_any_text() {
        for odd in ["", "-", "-\n", "\u{AD}", "\u{AD}\n", "é-\né", "a-\r\nb", "\r", "\r\r\n"] {
            let document = Document::new("a", odd).tidied();
            assert!(document.text.len() <= odd.len(), "{odd:?}");
        }
    }
}
