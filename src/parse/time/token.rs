//! Cuts the stretch around a hit into tokens: a run of words of time, digits and the signs that join them.
//!
//! A run ends at the first word that the lexicon does not know, so only the neighbourhood of a hit is ever cut up.

use chrono::Weekday;

use super::heads::{self, Class, Heads};
use crate::Span;
use crate::calendar::Grain;
use crate::eight;
use crate::lexicon::time::{ENGLISH, Meaning, Small, Turn};
use crate::lexicon::words::Word;

/// A word, a number or a sign.
#[derive(Clone, Copy, Debug)]
pub(super) struct Token {
    pub(super) span: Span,
    pub(super) kind: Kind,
    /// No white space between this and the token before.
    pub(super) glued: bool,
    /// A letter, figure or quotation mark comes next after white space.
    pub(super) followed: bool,
    /// Begins with a capital letter.
    pub(super) capital: bool,
    /// What it shares with all tokens that begin the same.
    pub(super) class: Class,
    /// The productions that it can begin where it stands.
    pub(super) heads: Heads,
    /// No other token of this thread has it.
    pub(super) serial: u64,
}

#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Kind {
    Word(&'static Word),
    /// Its value and how many digits it has.
    Digits(u32, u8),
    /// `3rd`
    Nth(u32),
    /// `1990s`, `90s`: the number and how many digits it has.
    Plural(u32, u8),
    /// `22.8`, in tenths.
    Tenths(u32),
    Sign(u8),
    /// `'s`
    Possessive,
    /// What [`heads`](super::heads) puts after a token to see who would read on. Never in a text.
    Beyond,
}

impl Token {
    /// The first thing that the word can mean of which `pick` takes.
    pub(super) fn meaning<T>(&self, pick: impl Fn(Meaning) -> Option<T>) -> Option<T> {
        match self.kind {
            Kind::Word(word) => word.meanings.iter().find_map(|&meaning| pick(meaning)),
            Kind::Beyond => {
                heads::read_on();
                None
            }
            _ => None,
        }
    }

    pub(super) fn is(&self, small: Small) -> bool {
        match self.kind {
            Kind::Word(word) => word.is(small),
            Kind::Beyond => {
                heads::read_on();
                false
            }
            _ => false,
        }
    }

    pub(super) fn means(&self, meaning: Meaning) -> bool {
        self.meaning(|known| (known == meaning).then_some(())).is_some()
    }

    pub(super) fn sign(&self, sign: u8) -> bool {
        match self.kind {
            Kind::Sign(known) => known == sign,
            Kind::Beyond => {
                heads::read_on();
                false
            }
            _ => false,
        }
    }

    pub(super) fn month(&self) -> Option<u8> {
        self.meaning(|m| if let Meaning::Month(month) = m { Some(month) } else { None })
    }

    pub(super) fn weekday(&self) -> Option<Weekday> {
        self.meaning(|m| if let Meaning::Weekday(day) = m { Some(day) } else { None })
    }

    /// `day` or `days`.
    pub(super) fn unit(&self) -> Option<Grain> {
        self.meaning(|m| if let Meaning::Unit(grain) | Meaning::Units(grain) = m { Some(grain) } else { None })
    }

    /// The unit that a number before it counts; none in "1989–1992 Second Secretary".
    pub(super) fn counted(&self) -> Option<Grain> {
        let ordinal = || self.capital && self.singular() == Some(Grain::Second);
        self.unit().filter(|_| !ordinal())
    }

    pub(super) fn singular(&self) -> Option<Grain> {
        self.meaning(|m| if let Meaning::Unit(grain) = m { Some(grain) } else { None })
    }

    pub(super) fn plural(&self) -> Option<Grain> {
        self.meaning(|m| if let Meaning::Units(grain) = m { Some(grain) } else { None })
    }

    pub(super) fn turn(&self) -> Option<Turn> {
        self.meaning(|m| if let Meaning::Turn(turn) = m { Some(turn) } else { None })
    }
}

/// The sign of `2½`, by its last byte.
pub(super) const HALF: u8 = 0xBD;

/// How many tokens a run has at most; a longer one is cut up in pieces.
const LONGEST_RUN: usize = 512;

/// How many words before a hit can belong to its expression.
const WORDS_BEFORE: usize = 10;

/// Cuts runs of tokens, in room that it keeps.
pub(super) struct Cutter {
    tokens: Vec<Token>,
    /// What was found on the way back to the start of a run, its first last.
    behind: Vec<Piece>,
}

/// What stands at a byte, and where that ends.
#[derive(Clone, Copy)]
struct Piece {
    at: usize,
    kind: Kind,
    end: usize,
}

/// Few runs have more tokens: room for them is made at once.
const RUN: usize = 32;

impl Cutter {
    pub(super) fn new() -> Cutter {
        Cutter { tokens: Vec::with_capacity(RUN), behind: Vec::with_capacity(WORDS_BEFORE) }
    }

    /// The run of tokens around the hit at `hit`, not reaching back before `floor`.
    pub(super) fn run(&mut self, text: &str, hit: usize, floor: usize) -> &mut [Token] {
        self.tokens.clear();
        let mut next = Some(self.start(text, hit, floor));
        let mut end = None;
        while self.tokens.len() < LONGEST_RUN
            && let Some(at) = next
            && let glued = end == next
            && let Some((kind, after)) = self.piece(at).or_else(|| kind(text, at, glued))
        {
            (next, end) = (skip_space(text, after), Some(after));
            let followed = next.is_some_and(|next| follows(text.as_bytes(), after, next));
            let capital = text.as_bytes()[at].is_ascii_uppercase();
            let class = Class::of(kind, glued, followed, capital);
            let span = Span::new(at, after);
            let (heads, serial) = (Heads::default(), heads::NO_SERIAL);
            self.tokens.push(Token { span, kind, glued, followed, capital, class, heads, serial });
        }
        heads::tell(&mut self.tokens);
        &mut self.tokens
    }

    /// The first byte of the run that holds `hit`.
    fn start(&mut self, text: &str, hit: usize, floor: usize) -> usize {
        let bytes = text.as_bytes();
        self.behind.clear();
        let mut start = word_start(bytes, hit, floor);
        for _ in 0..WORDS_BEFORE {
            let mut end = start;
            let mut breaks = 0;
            while let width @ 1.. = joint_before(&bytes[floor..end]) {
                breaks += usize::from(bytes[end - 1] == b'\n');
                end -= width;
            }
            let before = word_start(bytes, end, floor);
            if before == end || breaks > 1 || !text.is_char_boundary(before) {
                break;
            }
            match kind(text, before, false) {
                Some((kind, reach)) if reach >= end || is_possessive(text, reach, end) => {
                    start = before;
                    self.behind.push(Piece { at: before, kind, end: reach });
                }
                _ => break,
            }
        }
        start
    }

    /// What is known to stand at `at` from the way back. No word of time begins with the `T` of a time of day, so that it
    /// does not matter what it is glued to.
    fn piece(&mut self, at: usize) -> Option<(Kind, usize)> {
        while let Some(piece) = self.behind.pop_if(|piece| piece.at <= at) {
            if piece.at == at {
                return Some((piece.kind, piece.end));
            }
        }
        None
    }
}

/// The first byte of the word that ends at `end`, a possessive or the letters of `p.m.` taken with it.
fn word_start(bytes: &[u8], end: usize, floor: usize) -> usize {
    let word = |end: usize| end - eight::run_back(&bytes[floor..end]);
    let start = word(end);
    let before = &bytes[floor..start];
    // 0x99 ends U+2019 RIGHT SINGLE QUOTATION MARK.
    if !matches!(before.last(), Some(b'.' | b'\'' | 0x99)) {
        return start;
    }
    let dotted = before.strip_suffix(b".").filter(|_| end - start == 1);
    let owner = before.strip_suffix(b"'").or_else(|| before.strip_suffix("’".as_bytes())).filter(|_| start < end);
    match dotted.or(owner).map(|rest| floor + rest.len()) {
        Some(end) if dotted.is_some() && end - word(end) == 1 => word_start(bytes, end, floor),
        Some(end) if dotted.is_none() && word(end) < end => word(end),
        _ => start,
    }
}

/// Whether `'s` stands from `start` up to `end`.
fn is_possessive(text: &str, start: usize, end: usize) -> bool {
    matches!(text.get(start..end), Some("'s" | "’s" | "'S" | "’S"))
}

/// How many bytes of a sign that can stand between two words of one expression end `bytes`; 0 for none.
fn joint_before(bytes: &[u8]) -> usize {
    match bytes {
        [.., b' ' | b'\n' | b'\r' | b'\t' | b',' | b'-' | b'/' | b'.' | b':' | b'(' | b'\''] => 1,
        // U+00A0 NO-BREAK SPACE, U+00BD VULGAR FRACTION ONE HALF
        [.., 0xC2, 0xA0 | HALF] => 2,
        // U+2013 EN DASH, U+2018 and U+2019, the single quotation marks
        [.., 0xE2, 0x80, 0x93 | 0x98 | 0x99] => 3,
        _ => 0,
    }
}

/// The next byte that is no white space; `None` at a blank line or the end of the text.
fn skip_space(text: &str, at: usize) -> Option<usize> {
    let bytes = text.as_bytes();
    let mut next = at;
    let mut breaks = 0;
    loop {
        match bytes.get(next)? {
            b' ' | b'\t' | b'\r' => next += 1,
            b'\n' => (next, breaks) = (next + 1, breaks + 1),
            // U+00A0 NO-BREAK SPACE
            0xC2 if bytes.get(next + 1) == Some(&0xA0) => next += 2,
            _ => break,
        }
    }
    (breaks < 2).then_some(next)
}

/// The kind of the token at byte `at`, and where it ends.
fn kind(text: &str, at: usize, glued: bool) -> Option<(Kind, usize)> {
    #[cfg(test)]
    LOOKS.set(LOOKS.get() + 1);
    let byte = *text.as_bytes().get(at)?;
    Some(match byte {
        b'0'..=b'9' => number(text, at)?,
        // "2018-11-04T22:53", "2018-W44"
        b'T' | b'W' if glued && text.as_bytes().get(at + 1).is_some_and(u8::is_ascii_digit) => {
            (Kind::Sign(byte), at + 1)
        }
        // "16h30", "3h", "3Q18"
        b'h' | b'Q' if glued && !text.as_bytes().get(at + 1).is_some_and(u8::is_ascii_alphabetic) => {
            (Kind::Sign(byte), at + 1)
        }
        b'a'..=b'z' | b'A'..=b'Z' => {
            let (word, end) = ENGLISH.at(text, at).or_else(|| glued_to_figures(text, at))?;
            (Kind::Word(word), end)
        }
        b'\'' => apostrophe(text, at, 1),
        // U+2019 RIGHT SINGLE QUOTATION MARK, U+2013 EN DASH, U+2014 EM DASH
        0xE2 => match text.get(at..at + 3)? {
            "’" | "‘" => apostrophe(text, at, 3),
            "–" => (Kind::Sign(b'-'), at + 3),
            _ => return None,
        },
        b',' | b'-' | b'/' | b'.' | b':' | b'(' | b')' | b'+' | b'~' | b'@' => (Kind::Sign(byte), at + 1),
        0xC2 if text.get(at..at + 2) == Some("½") => (Kind::Sign(HALF), at + 2),
        _ => return None,
    })
}

/// `FY` in `FY2018`, `Q3` in `Q3FY24`, `Jan` in `Jan31,2024`: the letters before the figures that they are glued to.
fn glued_to_figures(text: &str, at: usize) -> Option<(&'static Word, usize)> {
    let end = at + crate::scan::time::before_figures(&text.as_bytes()[at..])?;
    ENGLISH.at(text.get(..end)?, at)
}

#[cfg(test)]
thread_local! {
    /// How often a token was looked for: what must grow no faster than the text.
    static LOOKS: std::cell::Cell<u64> = const { std::cell::Cell::new(0) };
}

/// Whether the text goes on in the same clause at `next`, the first byte after `end` that is no white space.
fn follows(bytes: &[u8], end: usize, next: usize) -> bool {
    bytes[next].is_ascii_alphanumeric()
        || (bytes[next] >= 0x80 && next > end)
        || matches!(bytes[next], b'"' | b'`' | b'$')
}

/// `'s` or a bare apostrophe.
fn apostrophe(text: &str, at: usize, width: usize) -> (Kind, usize) {
    let bytes = text.as_bytes();
    let after = at + width;
    let possessive = bytes.get(after) == Some(&b's') && !bytes.get(after + 1).is_some_and(u8::is_ascii_alphanumeric);
    if possessive { (Kind::Possessive, after + 1) } else { (Kind::Sign(b'\''), after) }
}

/// A run of digits with what is glued to it: `1,000`, `3rd`, `1990s`, `22.8`.
fn number(text: &str, at: usize) -> Option<(Kind, usize)> {
    let bytes = text.as_bytes();
    let mut end = at + bytes[at..].iter().take_while(|b| b.is_ascii_digit()).count();
    let mut value = digits(&bytes[at..end])?;
    let mut length = (end - at) as u8;
    while thousands(bytes, end) && length <= 3 {
        value = value.checked_mul(1000)?.checked_add(digits(&bytes[end + 1..end + 4])?)?;
        (end, length) = (end + 4, 0);
        if length == 0 && !thousands(bytes, end) {
            return Some((Kind::Digits(value, 0), end));
        }
    }
    let suffix = bytes[end..].iter().take(3).take_while(|b| b.is_ascii_alphabetic()).count();
    let ends = |count: usize| suffix == count;
    let has = |word: &[u8]| bytes[end..end + suffix].eq_ignore_ascii_case(word);
    // "the 2d of May", "the 23d", as it long was written.
    if suffix == 1 && bytes[end] == b'd' && matches!(value % 10, 2 | 3) && value < 32 {
        return Some((Kind::Nth(value), end + 1));
    }
    if ends(2) && (has(b"st") || has(b"nd") || has(b"rd") || has(b"th")) {
        return Some((Kind::Nth(value), end + 2));
    }
    if ends(1) && has(b"s") {
        return Some((Kind::Plural(value, length), end + 1));
    }
    // "the 1990's"
    if suffix == 0 && length == 4 && value % 10 == 0 && matches!(apostrophe_at(text, end), Some((Kind::Possessive, _)))
    {
        let (_, after) = apostrophe_at(text, end)?;
        return Some((Kind::Plural(value, length), after));
    }
    let tenth = bytes.get(end) == Some(&b'.')
        && bytes.get(end + 1).is_some_and(u8::is_ascii_digit)
        && !bytes.get(end + 2).is_some_and(|b| b.is_ascii_digit() || *b == b'.')
        && length < 4;
    if tenth {
        let tenths = value.checked_mul(10)?.checked_add((bytes[end + 1] - b'0').into())?;
        return Some((Kind::Tenths(tenths), end + 2));
    }
    Some((Kind::Digits(value, length), end))
}

fn apostrophe_at(text: &str, at: usize) -> Option<(Kind, usize)> {
    match text.as_bytes().get(at)? {
        b'\'' => Some(apostrophe(text, at, 1)),
        0xE2 if text.get(at..at + 3) == Some("’") => Some(apostrophe(text, at, 3)),
        _ => None,
    }
}

/// Whether a comma and exactly three digits stand at `at`.
fn thousands(bytes: &[u8], at: usize) -> bool {
    bytes.get(at) == Some(&b',')
        && bytes.get(at + 1..at + 4).is_some_and(|group| group.iter().all(u8::is_ascii_digit))
        && !bytes.get(at + 4).is_some_and(u8::is_ascii_digit)
}

fn digits(bytes: &[u8]) -> Option<u32> {
    if bytes.len() > 9 {
        return None;
    }
    Some(bytes.iter().fold(0, |value, b| value * 10 + u32::from(b - b'0')))
}

#[cfg(test)]
mod tests {
    use super::super::found;
    use super::*;

    /// How often a token is looked for, back and forth, to read a text.
    fn looks(text: &str) -> u64 {
        let before = LOOKS.get();
        found(text);
        LOOKS.get() - before
    }

    #[test]
    fn looks_grow_with_the_text() {
        let parts = [
            "March 5, 2019 ",
            "1999-",
            "last Monday, ",
            "the day of the ",
            "two and ",
            "May's ",
            "12 ",
            "5:",
            "p.m. ",
            "'99",
            "(day)",
            "day\n",
            "of the a in and Monday ",
            "a",
            "1",
            "Easter",
        ];
        for part in parts {
            let [few, many] = [1000, 4000].map(|times| looks(&part.repeat(times)));
            // A run is cut at a bound, and what stands before its next piece is looked at again.
            assert!(many <= 4 * few + few / 20, "{part:?}: {few} looks, then {many}");
            assert!(few <= 20 * 1000, "{part:?}: {few} looks");
        }
    }
}
