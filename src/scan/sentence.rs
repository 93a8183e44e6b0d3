//! Cuts a text into sentences: byte spans in order, without the white space around them.
//!
//! Own rules rather than a model, for they must be explainable, quick and linear: each byte is looked at once, and what
//! is looked up around a full stop is bounded. A blank line, a list bullet and a short line (a heading) always end a
//! sentence, so that nothing reaches across a paragraph; a single line break inside a paragraph does not.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use crate::Span;
use crate::eight;
use crate::lexicon::sections;
use crate::lexicon::table::WordTable;

use super::starts::{BLOCK, bits};

/// The sentences of `text`, in order.
pub(crate) fn sentences(text: &str) -> Sentences<'_> {
    Sentences { text, at: 0, may_end: MayEnd::default() }
}

/// Iterator over the sentences of a text.
#[derive(Clone, Debug)]
pub(crate) struct Sentences<'t> {
    text: &'t str,
    at: usize,
    may_end: MayEnd,
}

impl Sentences<'_> {
    /// Comes to the sentence that reaches to the word that ends at `last`, or beyond, and tells where it begins. Where it
    /// ends is not looked for.
    pub(crate) fn reaching(&mut self, last: usize) -> Option<usize> {
        loop {
            let (start, end) = self.ends(last)?;
            self.at = if end >= last { start } else { end };
            if end >= last {
                return Some(start);
            }
        }
    }

    /// Where the next sentence begins, and where it ends if that is before `enough`.
    fn ends(&mut self, enough: usize) -> Option<(usize, usize)> {
        let rest = self.text.get(self.at..)?;
        // What stands between most sentences.
        let space = match rest.as_bytes() {
            [b' ', b'!'..=b'~', ..] => 1,
            _ => rest.len() - rest.trim_start().len(),
        };
        let start = self.at + space;
        if start == self.text.len() {
            return None;
        }
        let end = end_of_sentence(self.text, &mut self.may_end, start, enough);
        Some((start, if end - start > LONGEST - 4 { end.min(longest(self.text, start)) } else { end }))
    }
}

impl Iterator for Sentences<'_> {
    type Item = Span;

    fn next(&mut self) -> Option<Span> {
        let (start, end) = self.ends(usize::MAX)?;
        self.at = end;
        let sentence = self.text.get(start..end)?;
        let closed = matches!(sentence.as_bytes(), [.., b'!'..=b'~']);
        Some(Span::new(start, start + if closed { sentence.len() } else { sentence.trim_end().len() }))
    }
}

/// No sentence is longer, so that what looks to and fro inside one stays linear in the text.
const LONGEST: usize = 2048;

/// Where a sentence that begins at `start` is cut at the latest: at white space where there is any.
fn longest(text: &str, start: usize) -> usize {
    if text.len() - start <= LONGEST {
        return text.len();
    }
    let end = (start + LONGEST - 3..=start + LONGEST).find(|&end| text.is_char_boundary(end)).unwrap_or(text.len());
    text[start..end].rfind(char::is_whitespace).filter(|&space| space > 0).map_or(end, |space| start + space)
}

/// A line without closing punctuation and no longer than this is a heading or a dateline.
const HEADING: usize = 60;

/// The bytes of a block at which a sentence may end, kept for the sentences that begin in it.
#[derive(Clone, Debug)]
struct MayEnd {
    /// Where the block begins that was looked at last, and the places in it, a bit each.
    base: usize,
    found: u64,
}

impl Default for MayEnd {
    /// No text is so long that a block of it begins there.
    fn default() -> MayEnd {
        MayEnd { base: usize::MAX, found: 0 }
    }
}

impl MayEnd {
    /// The first such place of `bytes` from `at` on, before `limit`; no block beyond it is looked at.
    fn from(&mut self, bytes: &[u8], at: usize, limit: usize) -> Option<usize> {
        let mut at = at;
        while at < limit {
            if let Some(passed) = at.checked_sub(self.base).filter(|&passed| passed < BLOCK) {
                let left = self.found & u64::MAX << passed;
                if left != 0 {
                    return Some(self.base + left.trailing_zeros() as usize).filter(|&place| place < limit);
                }
                at = self.base + BLOCK;
            } else {
                let rest = bytes.get(at..)?;
                self.found = match rest.first_chunk() {
                    Some(block) => bits(block, may_end),
                    None => {
                        let mut block = [0; BLOCK];
                        block[..rest.len()].copy_from_slice(rest);
                        bits(&block, may_end)
                    }
                };
                self.base = at;
            }
        }
        None
    }
}

/// Whether a sentence may end at a byte.
fn may_end(byte: u8) -> bool {
    // 0xE2 begins the ellipsis, 0xE3 the ideographic full stop. No branch stands between the questions, so that each is
    // asked of sixteen bytes at once.
    (byte == b'.') | (byte == b'!') | (byte == b'?') | (byte == b'\n') | (byte & 0xFE == 0xE2)
}

/// Where the sentence that begins at `start` ends; the end of the text where that is no sooner than `enough`.
fn end_of_sentence(text: &str, may_end: &mut MayEnd, start: usize, enough: usize) -> usize {
    let bytes = text.as_bytes();
    let mut line_start = start;
    let mut i = start;
    let limit = bytes.len().min(start + LONGEST);
    while let Some(at) = may_end.from(bytes, i, limit) {
        i = at;
        if i >= enough {
            break;
        }
        match bytes[i] {
            b'.' | b'!' | b'?' => {
                let run = bytes[i..].iter().take_while(|b| matches!(b, b'.' | b'!' | b'?')).count();
                let after = close_quotes(text, i + run);
                if ends_here(text, start, i, run, after) {
                    return after;
                }
                i += run;
            }
            // U+2026 HORIZONTAL ELLIPSIS, U+3002 IDEOGRAPHIC FULL STOP
            0xE2 if bytes[i..].starts_with("…".as_bytes()) => {
                let after = close_quotes(text, i + 3);
                if begins_sentence(text, after) {
                    return after;
                }
                i += 3;
            }
            0xE3 if bytes[i..].starts_with("。".as_bytes()) => return close_quotes(text, i + 3),
            b'\n' => {
                if line_ends(text, line_start, i) {
                    return i;
                }
                line_start = i + 1;
                i += 1;
            }
            _ => i += 1,
        }
    }
    text.len()
}

/// Whether the line from `line_start` up to the break at `at` ends a sentence by its layout alone.
fn line_ends(text: &str, line_start: usize, at: usize) -> bool {
    let next = text[at + 1..].trim_start_matches([' ', '\t', '\r', '\u{a0}']);
    let Some(first) = next.chars().next() else { return true };
    let line = text[line_start..at].trim_ascii();
    if is_set_out(text, line_start, line, next) {
        return false;
    }
    let of_row = || line.ends_with(':') || is_row(&text[line_start..]);
    let row = matches!(first, '0'..='9' | 's' | 'S') && is_row(next) && of_row();
    // The cells of a table.
    let row = row || line.contains('\t') || line.contains(" | ");
    if row || first == '|' || first.is_uppercase() && is_labelled(next) && is_labelled(&text[line_start..at]) {
        return true;
    }
    if first == '\n' || is_bullet(next) || is_heading(next) || is_heading(&text[line_start..]) {
        return true;
    }
    let opens = first.is_uppercase() || first.is_numeric() || is_opening(first);
    at - line_start < HEADING && opens && !is_wrapped(text, line_start, at)
}

/// Whether a line goes on below because a notice sets the name out: `… has appointed`, `JENS HANSEN, ESQUIRE`, `to be a
/// judge`, with blank lines between or not.
fn is_set_out(text: &str, line_start: usize, line: &str, next: &str) -> bool {
    let appoints = |line: &str| line.ends_with(" appointed") || line.ends_with(" appoint");
    let office = |rest: &str| rest.trim_ascii_start().starts_with("to be ");
    if appoints(line) {
        let name = next.trim_ascii_start();
        let end = memchr::memchr(b'\n', &name.as_bytes()[..name.len().min(HEADING)]);
        return name.starts_with(char::is_uppercase) && end.is_some_and(|end| office(&name[end..]));
    }
    let above = || text[line_start.saturating_sub(2)..line_start].trim_ascii_end().is_empty();
    line.len() < HEADING && office(next) && above() && appoints(text[..line_start].trim_ascii_end())
}

/// How many lines around a line are looked at to tell how wide its paragraph was set.
const AROUND: usize = 3;

/// With so many lines around, the widest but one tells the width as well.
const PARAGRAPH: usize = 4;

/// Whether a short line ends only because the next word had no room in the width that the lines around it have.
fn is_wrapped(text: &str, line_start: usize, at: usize) -> bool {
    let Some(line_start) = start_of_line(text, line_start) else { return false };
    let (before, after) = (&text[..line_start], &text[at + 1..]);
    let word = after.split(char::is_whitespace).next().map_or(0, str::len);
    let length = |line: &&str| line.trim_end().len();
    let within = |line: &&str| !line.trim().is_empty();
    let above = before.trim_end_matches('\n').rsplit('\n').take(AROUND).take_while(within);
    let below = after.split('\n').take(AROUND).take_while(within);
    let above = above.filter(|_| before.ends_with('\n') && !before.ends_with("\n\n"));
    let (mut widest, mut next) = (0, 0);
    let mut lines = 0;
    for length in above.chain(below).map(|line| length(&line)) {
        (widest, next) = if length > widest { (length, widest) } else { (widest, next.max(length)) };
        lines += 1;
    }
    let own = at - line_start;
    // The line itself may be the widest by a word's end, and one line may hold a word that a hyphen parted.
    let fits = |width: usize| (NARROW..=WIDE).contains(&width) && own <= width + RAGGED && own + 1 + word > width;
    fits(widest) || lines >= PARAGRAPH && fits(next)
}

/// Where the line that holds `at` begins; `None` where it is too long for one that was wrapped.
fn start_of_line(text: &str, at: usize) -> Option<usize> {
    let from = at.saturating_sub(WIDE);
    let mark = text.as_bytes()[from..at].iter().rposition(|&byte| byte == b'\n');
    mark.map(|mark| from + mark + 1).or_else(|| (from == 0).then_some(0))
}

/// Lines that a program wrapped are no narrower and no wider than this.
const NARROW: usize = 40;
const WIDE: usize = 100;

/// How much the widest lines of a paragraph differ.
const RAGGED: usize = 6;

/// Whether a line begins as a list item does: `- `, `* `, `• `, `3. `, `3) `.
fn is_bullet(line: &str) -> bool {
    let unnumbered = line.trim_start_matches(|c: char| c.is_ascii_digit());
    let marks: &[char] = match line.len() - unnumbered.len() {
        0 => &['-', '*', '•', '–', '—', '·', '▪', '‣'],
        1 | 2 => &['.', ')'],
        _ => &[],
    };
    unnumbered.strip_prefix(marks).is_some_and(|rest| rest.starts_with([' ', '\t', '\u{a0}']))
}

/// Whether a line begins as the row of a life or of a list of holders does: `1995–1998`, `1995 - `, `1995: `, `since 1995`,
/// `Since May 1995`, `19 Dec 1904 – `.
fn is_row(line: &str) -> bool {
    let line = behind_day(line).unwrap_or(line);
    let since = line.strip_prefix("since ").or_else(|| line.strip_prefix("Since "));
    let month = |year: &str| year.trim_start_matches(|c: char| c.is_ascii_alphabetic()).starts_with(' ');
    let year = since.map(|year| if month(year) { year.split_once(' ').map_or(year, |(_, year)| year) } else { year });
    let (since, line) = (since.is_some(), year.unwrap_or(line));
    let behind = line.trim_start_matches(|c: char| c.is_ascii_digit());
    let closes = |mark: &str| behind.trim_start_matches(' ').starts_with(mark);
    line.len() - behind.len() == 4 && (since || ["-", "–", "—", ":"].into_iter().any(closes))
}

/// What follows a day and a month's name: `1904 – 8 Dec 1905` of `19 Dec 1904 – 8 Dec 1905`.
fn behind_day(line: &str) -> Option<&str> {
    let rest = line.trim_start_matches(|c: char| c.is_ascii_digit());
    let month = rest.strip_prefix(' ').filter(|_| matches!(line.len() - rest.len(), 1 | 2))?;
    let rest = month.trim_start_matches(|c: char| c.is_ascii_alphabetic());
    let rest = rest.strip_prefix('.').unwrap_or(rest);
    (month.len() > rest.len() + 2).then(|| rest.strip_prefix(' ')).flatten()
}

/// Whether a line begins as the row of a list does that names what it is of: `Minister of Works: `, `Mayor – `.
fn is_labelled(line: &str) -> bool {
    let within = &line.as_bytes()[..line.len().min(LABEL)];
    // Most lines have no such dash.
    let dash = memchr::memchr(0xE2, within).filter(|&at| at > 0 && within[at - 1] == b' ');
    let dash = dash.filter(|&at| ["– ", "— "].iter().any(|dash| within[at..].starts_with(dash.as_bytes())));
    let plain = |&byte: &u8| byte.is_ascii_alphabetic() || matches!(byte, b' ' | b'-');
    if dash.is_some_and(|dash| within[..dash].iter().all(plain)) {
        return line.starts_with(char::is_uppercase);
    }
    let closes = |&byte: &u8| matches!(byte, b':' | b'.' | b',' | b';' | b'(' | b'"' | b'\n');
    let colon = within.iter().position(closes).filter(|&at| within[at] == b':');
    colon.is_some_and(|at| line.as_bytes()[at + 1..].starts_with(b" ") && line.starts_with(char::is_uppercase))
}

/// No label of a row is longer, in bytes.
const LABEL: usize = 48;

/// Whether a line begins as a heading does in Markdown: `## `.
fn is_heading(line: &str) -> bool {
    let words = line.trim_start_matches('#');
    words.len() < line.len() && words.starts_with(' ')
}

/// Whether the space behind the full stop at `at` was lost: `the area.French rule`; but `www.Example.org`, `Node.js`.
fn is_glued(text: &str, start: usize, at: usize) -> bool {
    let bytes = text.as_bytes();
    let small = |bytes: &[u8]| bytes.iter().all(u8::is_ascii_lowercase);
    let ends_word = bytes[start..at].last_chunk::<3>().is_some_and(|end| small(end));
    if bytes[at] != b'.' || !ends_word || !bytes.get(at + 1).is_some_and(u8::is_ascii_uppercase) {
        return false;
    }
    let next = first_word(&text[at + 1..]);
    let word = last_word(&text[start..at]);
    let beside = [(at - word.len()).checked_sub(1), Some(at + 1 + next.len())];
    let address = beside.into_iter().flatten().any(|at| bytes.get(at).is_some_and(|byte| b".@/_-".contains(byte)));
    small(word.as_bytes()) && word != "www" && !address && small(&next.as_bytes()[1..]) && next.len() >= GLUED
}

/// A shorter word behind a full stop may be the end of an address.
const GLUED: usize = 4;

/// Whether the stops at `at` (`run` of them, closing quotes up to `after`) end the sentence that began at `start`.
fn ends_here(text: &str, start: usize, at: usize, run: usize, after: usize) -> bool {
    if !begins_sentence(text, after) {
        return run == 1 && after == at + 1 && is_glued(text, start, at);
    }
    if run > 1 || after > at + run || text.as_bytes().get(at) != Some(&b'.') {
        return true;
    }
    let word = last_word(&text[start..at]);
    if word.is_empty() {
        return true;
    }
    // A list number ("3. The …") belongs to what follows.
    if word.len() == at - start && word.len() <= 2 && word.bytes().all(|b| b.is_ascii_digit()) {
        return false;
    }
    let next = || first_word(&text[after..]);
    match WORDS.stop(word) {
        Stop::Full => true,
        Stop::Abbreviation => false,
        Stop::BeforeWord => !next().starts_with(|c: char| c.is_ascii_digit()),
        Stop::Either => WORDS.starts(next()),
    }
}

/// Whether white space and then something that can begin a sentence stands at `at`, or nothing more.
fn begins_sentence(text: &str, at: usize) -> bool {
    // What most sentences begin with.
    if let [b' ' | b'\n', b'A'..=b'Z', ..] = text.as_bytes()[at..] {
        return true;
    }
    let rest = &text[at..];
    let next = rest.trim_start();
    let Some(first) = next.chars().next() else { return true };
    let may_begin = !first.is_lowercase() || is_trade_name(next);
    next.len() < rest.len() && may_begin && !matches!(first, ',' | ';' | ':' | ')' | ']')
}

/// Whether a word is a name for all its small first letter: "iPhone", "eBay".
fn is_trade_name(next: &str) -> bool {
    matches!(next.as_bytes(), [b'a'..=b'z', b'A'..=b'Z', ..])
}

/// The end of the closing quotes, brackets and note marks ("in 1990.[4]") that follow a stop at `at`.
fn close_quotes(text: &str, at: usize) -> usize {
    if let None | Some(b' ' | b'\n') = text.as_bytes().get(at) {
        return at;
    }
    let mut rest = text[at..].trim_start_matches(['"', '\'', '”', '’', '»', ')', ']']);
    while let Some(mark) = rest.strip_prefix('[') {
        match mark.trim_start_matches(|c: char| c.is_ascii_digit()).strip_prefix(']') {
            Some(after) => rest = after,
            None => break,
        }
    }
    text.len() - rest.len()
}

fn is_opening(c: char) -> bool {
    matches!(c, '"' | '\'' | '“' | '‘' | '«' | '(' | '[')
}

/// The word before a stop, with the stops inside it ("U.S"); at most 16 characters are looked at.
fn last_word(text: &str) -> &str {
    let near = &text.as_bytes()[text.len().saturating_sub(16)..];
    let mut rest = &near[..near.len() - eight::run_back(near)];
    while let Some(before) = rest.strip_suffix(b".") {
        rest = &before[..before.len() - eight::run_back(before)];
    }
    let plain = near.len() - rest.len();
    let from = text.len() - plain;
    if plain == 16 || text[..from].bytes().next_back().is_none_or(|before| before.is_ascii()) {
        return &text[from..];
    }
    let from = text.char_indices().rev().take(16).take_while(|&(_, c)| c.is_alphanumeric() || c == '.').last();
    from.map_or("", |(i, _)| &text[i..])
}

/// The word that begins the next sentence, without its quotes; at most 16 bytes.
fn first_word(text: &str) -> &str {
    let word = text.trim_start().trim_start_matches(is_opening);
    let end = word.char_indices().take(17).find(|&(_, c)| !c.is_alphanumeric()).map_or(0, |(i, _)| i);
    &word[..end]
}

/// What a full stop after a word is.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Stop {
    Full,
    Abbreviation,
    /// An abbreviation before a digit, a full stop before a word.
    BeforeWord,
    /// A full stop where the next word is one that begins sentences.
    Either,
}

/// The abbreviations and the words that begin sentences.
struct Words {
    abbreviations: WordTable<Abbreviation>,
    /// The length of the longest abbreviation.
    longest: usize,
    starters: WordTable<()>,
}

/// By the lists that a word stands in.
#[derive(Clone, Copy, Default)]
struct Abbreviation {
    never: bool,
    maybe: bool,
    numbered: bool,
}

static WORDS: LazyLock<Words> = LazyLock::new(|| {
    let mut abbreviations = BTreeMap::<&str, Abbreviation>::new();
    for (section, word) in sections(include_str!("../lexicon/en/abbreviations.txt")) {
        let known = abbreviations.entry(word).or_default();
        known.never |= section == "never";
        known.maybe |= section == "maybe";
        known.numbered |= section == "numbered";
    }
    let starters = sections(include_str!("../lexicon/en/starters.txt"));
    Words {
        longest: abbreviations.keys().map(|word| word.len()).max().unwrap_or_default(),
        abbreviations: abbreviations.into_iter().collect(),
        starters: starters.map(|(_, word)| (word, ())).collect(),
    }
});

impl Words {
    fn stop(&self, word: &str) -> Stop {
        // Initials beyond ASCII are of more bytes than letters.
        let is_plain = word.len() > 1 && word.bytes().all(|byte| byte.is_ascii_alphanumeric());
        if is_plain && word.len() > self.longest {
            return Stop::Full;
        }
        let known = self.abbreviations.get(word).copied().unwrap_or_default();
        if known.numbered && !is_initial(word) {
            Stop::BeforeWord
        } else if known.never {
            Stop::Abbreviation
        } else if known.maybe || !is_plain && (is_initial(word) || is_initials(word)) {
            Stop::Either
        } else {
            Stop::Full
        }
    }

    fn starts(&self, word: &str) -> bool {
        self.starters.get(word).is_some()
    }
}

/// Whether a word is one capital.
fn is_initial(word: &str) -> bool {
    let mut letters = word.chars();
    letters.next().is_some_and(char::is_uppercase) && letters.next().is_none()
}

/// Whether a word is letters with stops between: `U.S`, `J.P`.
fn is_initials(word: &str) -> bool {
    word.contains('.') && word.split('.').all(|part| part.chars().count() == 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cut(text: &str) -> Vec<&str> {
        sentences(text).map(|span| span.of(text)).collect()
    }

    #[test]
    fn cuts_where_a_space_was_lost() {
        assert_eq!(cut("It came to the area.French rule began."), ["It came to the area.", "French rule began."]);
        for whole in
            ["See www.Example.org today", "It runs on node.js now", "Ask lie@post.Oslo now", "At St.Petersburg"]
        {
            assert_eq!(cut(whole), [whole]);
        }
    }

    #[test]
    fn cuts_after_stops() {
        assert_eq!(cut("He left. She came! Why? Nobody knew."), ["He left.", "She came!", "Why?", "Nobody knew."]);
        assert_eq!(
            cut("He left.. She came... They stayed… All slept."),
            ["He left..", "She came...", "They stayed…", "All slept."]
        );
        assert_eq!(cut("He said: “Go.” She went. (Later.) End"), ["He said: “Go.”", "She went.", "(Later.)", "End"]);
        assert_eq!(cut("He fell in 1815.[3] The king returned."), ["He fell in 1815.[3]", "The king returned."]);
        assert_eq!(cut("It sold two. eFerry sold three."), ["It sold two.", "eFerry sold three."]);
        assert_eq!(cut("It sold approx. two ferries."), ["It sold approx. two ferries."]);
    }

    #[test]
    fn keeps_abbreviations_initials_and_numbers_together() {
        for whole in [
            "Mr. Pitt met Gen. J. P. Wolfe at St. James on Jan. 5 in No. 10.",
            "The U.S. Senate paid 3.5 pct. of it to Acme Inc. Chairman Lee.",
            "He asked “Why?” and left etc. with them at 5 p.m. on Monday.",
            "See example.org for more.",
            "3. The third item",
        ] {
            assert_eq!(cut(whole), [whole]);
        }
    }

    #[test]
    fn an_abbreviation_ends_a_sentence_before_a_word_that_begins_one() {
        assert_eq!(cut("He moved to the U.S. He stayed."), ["He moved to the U.S.", "He stayed."]);
        assert_eq!(cut("It bought Acme Inc. The price was low."), ["It bought Acme Inc.", "The price was low."]);
        assert_eq!(cut("He said no. Pitt sat. No. 5 won."), ["He said no.", "Pitt sat.", "No. 5 won."]);
        assert_eq!(cut("William Pitt Jr. In 1783 he led."), ["William Pitt Jr.", "In 1783 he led."]);
    }

    #[test]
    fn layout_cuts_where_no_stop_does() {
        assert_eq!(cut("A Heading\n\nThe text\ngoes on here."), ["A Heading", "The text\ngoes on here."]);
        assert_eq!(cut("May 4, 1801\nThe office was made."), ["May 4, 1801", "The office was made."]);
        assert_eq!(
            cut("We have:\n- one\n- two\n  • three\n4) four"),
            ["We have:", "- one", "- two", "• three", "4) four"]
        );
        assert_eq!(cut("- one\n## Two\nthree #four"), ["- one", "## Two", "three #four"]);
        let wrapped =
            "This line is long enough to have been wrapped by a program, and so the\nSenate is in the same sentence.";
        assert_eq!(cut(wrapped), [wrapped]);
        let narrow = "Parliament met on Monday in the old town hall of\nBergen. The members then elected the mayor of\nTromsø, Ana Silva.";
        assert_eq!(cut(narrow).len(), 2, "the width of the lines around tells that they were wrapped");
        let verse = "A Line Of Its Own\nAnother Line Of Its Own\nThe text goes on in a line of a length like that.";
        assert_eq!(cut(verse).len(), 3);
    }

    #[test]
    fn takes_any_text() {
        for odd in ["", " \n\n ", ".", "...", "\u{a0}", "é.", "…", "。。", "A.\u{300}", "\n-", "1.\n", "”. “"]
        {
            for sentence in sentences(odd) {
                assert!(!sentence.of(odd).is_empty(), "{odd:?}");
            }
        }
        let long = "no. ".repeat(100_000);
        assert!(sentences(&long).all(|sentence| sentence.len() <= LONGEST));
        assert!(sentences(&"é".repeat(5000)).all(|sentence| sentence.len() <= LONGEST));
    }

    #[test]
    fn a_sentence_is_found_by_any_word_in_it() {
        let text = "Mr. Pitt left. “He went!” (Later, at 3 p.m.) All\nslept\n\nThe End";
        for sentence in sentences(text) {
            for last in sentence.start + 1..=sentence.end {
                let mut found = sentences(text);
                assert_eq!((found.reaching(last), found.next()), (Some(sentence.start), Some(sentence)), "{last}");
            }
        }
    }
}
