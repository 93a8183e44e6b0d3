//! The names of a whole document, so that a family name, a pronoun or an office leads to the person.
//!
//! One quick pass over the capitals of the text, made only for documents that tell an office event.

use super::name::name;
use super::role::{is_place_and_name, sits};
use super::sex::Sex;
use super::word::{Class, Shape, Token, class, tokenize};
use crate::Span;
use crate::eight::{self, HIGH, within};

/// The personal names of more than one word in a text.
#[derive(Debug)]
pub(crate) struct Names<'t> {
    text: &'t str,
    /// Each of their words with the whole name, by the word and then in text order.
    by_word: Vec<(&'t str, Span)>,
    /// From the first name in a headline to the last.
    headlines: Option<Span>,
}

impl<'t> Names<'t> {
    /// Reads the names of `text`.
    pub(crate) fn new(text: &'t str) -> Names<'t> {
        // What most documents have room in.
        let mut names = Names { text, by_word: Vec::with_capacity(64), headlines: None };
        let mut tokens = Vec::with_capacity(16);
        let (mut at, mut line, mut titled) = (0, Span::default(), false);
        let mut in_headlines = Vec::new();
        while let Some(run) = next_run(text, at) {
            tokenize(text, run, &mut tokens);
            if run.start >= line.end {
                line = line_at(text, run.start, line.end);
                titled = is_headline(line.of(text));
            }
            let known = names.by_word.len();
            names.add(&tokens);
            if titled {
                in_headlines.extend(names.by_word.drain(known..));
            }
            at = run.end;
        }
        names.by_word.sort_by_key(|&(word, _)| word);
        names.add_headlines(&in_headlines);
        names.by_word.dedup_by(|next, known| next.0 == known.0 && next.1.of(text) == known.1.of(text));
        names
    }

    fn add(&mut self, tokens: &[Token]) {
        let mut i = 0;
        while i < tokens.len() {
            let Some(length) = name(&tokens[i..]) else {
                i += 1;
                continue;
            };
            // "Mayor of Toulouse Jean Hansen"
            let place = is_place_and_name(&tokens[i..]) && is_behind_title(self.text, tokens[i].span.start);
            let place = usize::from(length == 3 && place);
            let words = &tokens[i + place..i + length];
            let length = length - place;
            i += place + length;
            if words.iter().filter(|t| t.shape == Shape::Capital).count() < 2 && length < 2 {
                continue;
            }
            // "the Karl Moen Trail", "the Spring Offensive": nobody is called so.
            let before = &self.text[..words[0].span.start];
            let thing = words.last().is_some_and(|last| last.is(Class::THING));
            if thing || before.ends_with(" the ") || before.ends_with("The ") {
                continue;
            }
            // "Leaving Lom, the army", "in April Moen left"
            let leads = words[0].span.of(self.text);
            let gerund = leads.ends_with("ing") && !words[0].is(Class::GIVEN) && opens_sentence(before);
            let month = words[0].is(Class::MONTH) && MONTH_LEADS.iter().any(|lead| before.ends_with(lead));
            // "2. Appoint Ana Silva", "- Dismiss Jens Hansen"
            let item =
                before.ends_with(['\n', ':', '.']) || before.trim_end().ends_with(['.', '-', '*', '•', '–', ')']);
            let ordered = ORDERS.contains(&leads) && item;
            // "Businessman Jens Hansen was"
            let called = words[0].is(Class::CALLING) && words.len() > 2;
            let lead = usize::from(gerund || month || ordered || called);
            let words = &words[lead..];
            let length = length - lead;
            if length < 2 {
                continue;
            }
            // The stop behind a short name may be the sentence's.
            let unstopped = |word: &Token| {
                let stop =
                    word.shape == Shape::Capital && !word.is(Class::SUFFIX) && word.span.of(self.text).ends_with('.');
                Span::new(word.span.start, word.span.end - usize::from(stop))
            };
            let end = unstopped(&words[length - 1]).end;
            let whole = Span::new(words[0].span.start, end + behind_comma(&self.text[end..]));
            let told = words.iter().filter(|t| t.shape == Shape::Capital && !t.is(Class::SUFFIX));
            self.by_word.extend(told.map(|word| (unstopped(word).of(self.text), whole)));
        }
    }

    /// Takes in the names of headlines whose every word is a capital, but where the text below tells a name with a word
    /// of theirs: it shows where the name begins, which "Premier Fires Ida Lund" does not.
    fn add_headlines(&mut self, found: &[(&'t str, Span)]) {
        let told = |name: Span| words(name.of(self.text)).any(|word| !self.with(word).is_empty());
        let alone: Vec<_> = found.iter().copied().filter(|&(_, name)| !told(name)).collect();
        self.headlines = found.first().zip(found.last()).map(|(first, last)| Span::new(first.1.start, last.1.end));
        if !alone.is_empty() {
            self.by_word.extend(alone);
            self.by_word.sort_by_key(|&(word, name)| (word, name.start));
        }
    }

    /// The longest name told below that the capitals at `span` end with or hold: "Veteran Ida Lund" to "Ida Lund".
    fn held(&self, span: Span) -> Option<Span> {
        let text = span.of(self.text);
        let last = words(text).next_back()?;
        let held = self.with(last).iter().take(NEAR).map(|&(_, name)| name);
        let shorter = held.filter(|name| name.len() < span.len() && text.ends_with(name.of(self.text)));
        shorter.max_by_key(|name| (name.len(), std::cmp::Reverse(name.start)))
    }

    /// The names that a word is a part of, in text order.
    fn with(&self, word: &str) -> &[(&'t str, Span)] {
        let first = self.by_word.partition_point(|&(known, _)| known < word);
        let from = &self.by_word[first..];
        &from[..from.partition_point(|&(known, _)| known == word)]
    }

    /// The fullest form of the name at `span`: "Hansen" to "Jens Hansen", the one told last before it.
    pub(crate) fn fullest(&self, span: Span) -> Span {
        if self.headlines.is_some_and(|headlines| headlines.overlaps(span))
            && let Some(name) = self.held(span).filter(|_| in_headline(self.text, span.start))
        {
            return name;
        }
        let parts = words(span.of(self.text)).rev();
        let Some((last, known)) = parts.map(|word| (word, self.with(word))).find(|(_, known)| !known.is_empty()) else {
            return span;
        };
        let near = known.partition_point(|(_, name)| name.start <= span.start);
        let around = &known[near.saturating_sub(NEAR)..known.len().min(near + NEAR)];
        if around.iter().all(|(_, name)| name.len() <= span.len()) {
            return span;
        }
        let words: Vec<&str> = words(span.of(self.text)).collect();
        let around = || around.iter().map(|&(_, name)| name);
        let holds = |name: &Span| {
            let text = name.of(self.text);
            words.iter().all(|word| self::words(text).any(|w| is_same(word, w) || is_initial_of(word, w)))
        };
        // "Miss Hansen" is not Jens Hansen.
        let title = Sex::of_title(self.text, span);
        let suits = |name: &Span| title.is_none_or(|title| title.suits(Sex::of_name(self.text, *name)));
        // "Jens Hansen Sr" is not Jens Hansen Jr.
        let own = generation(span.of(self.text));
        let suits = |name: &Span| suits(name) && own.is_none_or(|own| generation(name.of(self.text)) == Some(own));
        let holds = |name: &Span| holds(name) && suits(name);
        let family = |name: &Span| holds(name) && self::words(name.of(self.text)).next_back() == Some(last);
        let (before, after) = (around().take(near.min(NEAR)), around().skip(near.min(NEAR)));
        // "his daughter, Eva Hansen": whom the text is about is still called by the family name alone.
        let kin = |name: &Span| words.len() == 1 && is_kin(self.text, name.start);
        let found = before.clone().rev().find(|name| family(name) && !kin(name));
        let found = found.or_else(|| before.clone().rev().find(family)).or_else(|| after.clone().find(family));
        let found = found.or_else(|| before.rev().find(holds));
        let Some(found) = found else { return span };
        // "Ana Silva" may stand elsewhere as "Ana Maria Silva".
        let chosen: Vec<&str> = self::words(found.of(self.text)).collect();
        let fuller = |name: &Span| chosen.iter().all(|word| self::words(name.of(self.text)).any(|w| is_same(word, w)));
        // "He is survived by his son, Jens Hansen Jr": that is another one, who was not told of before.
        let of_age = |name: &Span| {
            let other = generation(name.of(self.text)).filter(|&other| generation(found.of(self.text)) != Some(other));
            other.is_none() || name.start < span.start && name.start < found.start && !is_kin(self.text, name.start)
        };
        let fullest = around()
            .filter(|name| fuller(name) && of_age(name))
            .max_by_key(|name| (name.len(), std::cmp::Reverse(name.start)));
        fullest.filter(|name| name.len() > span.len()).unwrap_or(span)
    }

    /// The person whom a text of this title is about, in full, and whether it says "he" or "she" of them: the title names
    /// them, the text goes on to call them by their last name alone, and its pronouns are mostly of one kind.
    pub(crate) fn profiled(&self, title: &str) -> Option<(Span, bool)> {
        let named = self.by_word.iter().filter_map(|&(_, name)| {
            let words: Vec<&str> = words(name.of(self.text)).collect();
            (words.len() > 1).then(|| title.find(name.of(self.text)).map(|at| (at, name.start, name)))?
        });
        let (_, _, name) = named.min_by_key(|&(at, start, name)| (at, std::cmp::Reverse(name.len()), start))?;
        if self.alone(words(name.of(self.text)).next_back()?).take(ALONE).count() < ALONE {
            return None;
        }
        let count = |wanted: [&str; 2]| {
            let told = self.text.split(|c: char| !c.is_ascii_alphabetic());
            told.filter(|word| wanted.iter().any(|one| word.eq_ignore_ascii_case(one))).count()
        };
        let (his, hers) = (count(["he", "his"]), count(["she", "her"]));
        let is_clear = his.max(hers) > CLEARLY * his.min(hers);
        is_clear.then(|| (self.fullest(name), his > hers))
    }

    /// Where a word of a name stands by itself.
    fn alone(&self, last: &str) -> impl Iterator<Item = usize> {
        memchr::memmem::find_iter(self.text.as_bytes(), last).filter(move |&at| {
            let before = self.text[..at].trim_end_matches(' ').rsplit([' ', '\n']).next().unwrap_or_default();
            let begun = before.ends_with(['.', ',', ';', ':']) || !before.starts_with(char::is_uppercase);
            begun && !self.text[at + last.len()..].starts_with(char::is_alphanumeric)
        })
    }

    /// Whether a name of several words is called by its last one alone somewhere, as people are.
    pub(crate) fn is_called_by_last(&self, name: Span) -> bool {
        let mut words = words(name.of(self.text));
        let last = words.next_back().filter(|_| words.next().is_some());
        last.is_some_and(|last| self.alone(last).next().is_some())
    }

    /// Whether a personal name with the family name of the one at `span` is known.
    pub(crate) fn knows_exactly(&self, span: Span) -> bool {
        words(span.of(self.text)).next_back().is_some_and(|word| !self.with(word).is_empty())
    }

    /// Whether the word at `span` is known as a part of a longer personal name.
    pub(crate) fn knows(&self, span: Span) -> bool {
        words(span.of(self.text)).nth(1).is_some() || !self.with(span.of(self.text)).is_empty()
    }
}

/// Who is called by the last name alone so many times is a person, and one whom the text is about.
const ALONE: usize = 2;

/// In a text about one person the pronouns of the other kind are so many times fewer.
const CLEARLY: usize = 2;

/// How many names around a mention are looked at.
const NEAR: usize = 24;

/// Whether nothing but a break or a closed sentence stands before.
fn opens_sentence(before: &str) -> bool {
    let before = before.trim_end_matches([' ', '"', '“']);
    before.is_empty() || before.ends_with(['.', '!', '?', '\n', ':'])
}

/// What stands before a month rather than before a given name.
const MONTH_LEADS: [&str; 8] = [" in ", "In ", " since ", "Since ", " by ", "By ", " last ", " until "];

/// What an item of a decree opens with, and nobody is called.
const ORDERS: [&str; 8] = ["Appoint", "Dismiss", "Relieve", "Release", "Remove", "Recall", "Nominate", "Designate"];

/// Whether a title and an "of" stand before `at`: "Mayor of".
fn is_behind_title(text: &str, at: usize) -> bool {
    let title = |lead: &str| text[..at].strip_suffix(lead)?.rsplit([' ', '\n', '.']).next();
    let is_title = |title: &str| title.starts_with(char::is_uppercase) && class(title).has(Class::ROLE);
    title(" of ").is_some_and(is_title) || title(" for ").is_some_and(|title| is_title(title) && sits(title))
}

/// The word behind a name that tells bearers of it apart: "Jr", "III".
fn generation(name: &str) -> Option<&str> {
    let last = name.rsplit([' ', ',']).next()?.trim_end_matches('.');
    GENERATIONS.contains(&last).then_some(last)
}

const GENERATIONS: [&str; 5] = ["Jr", "Sr", "II", "III", "IV"];

/// The length of `, Jr.` at the start of `rest`.
fn behind_comma(rest: &str) -> usize {
    let Some(behind) = rest.strip_prefix(", ") else { return 0 };
    let Some(own) = GENERATIONS.iter().find(|own| behind.starts_with(**own)) else { return 0 };
    let behind = &behind[own.len()..];
    let stop = usize::from(own.ends_with('r') && behind.starts_with('.'));
    if behind.starts_with(char::is_alphanumeric) { 0 } else { 2 + own.len() + stop }
}

/// The words of a name that tell it: no initials, no suffix.
fn words(name: &str) -> impl DoubleEndedIterator<Item = &str> {
    let parts = name.split([' ', '\n', ',']).filter(|word| !word.is_empty());
    parts.filter(|word| generation(word).is_none()).filter(|w| !w.ends_with('.'))
}

fn is_initial_of(initial: &str, word: &str) -> bool {
    initial.ends_with('.') && word.starts_with(initial.trim_end_matches('.'))
}

/// As many words stand between "daughter of" and whose daughter it is: "daughter of the late President Ole Hansen".
const STYLES: usize = 4;

/// Whether a word for a relative stands before `at`: "his daughter, ", "daughter of King".
fn is_kin(text: &str, at: usize) -> bool {
    let mut before = text[..at].trim_end_matches([' ', ',']).rsplit([' ', '\n']);
    let Some(last) = before.next() else { return false };
    if class(last).has(Class::KIN) {
        return true;
    }
    let mut styles = std::iter::once(last).chain(before).take(STYLES + 2);
    let of = styles.by_ref().take_while(|word| !word.ends_with(['.', ',', ';'])).any(|word| word == "of");
    of && styles.next().is_some_and(|word| class(word).has(Class::KIN))
}

/// Whether two words are one of a name, whose particle may open a sentence: "De Silva" and "Ana de Silva".
fn is_same(word: &str, other: &str) -> bool {
    word == other || is_particle(other) && word.eq_ignore_ascii_case(other)
}

/// The line around `at`, looked for backwards no further than `from`.
fn line_at(text: &str, at: usize, from: usize) -> Span {
    let bytes = text.as_bytes();
    let start = memchr::memrchr(b'\n', &bytes[from..at]).map_or(from, |line| from + line + 1);
    let end = memchr::memchr(b'\n', &bytes[at..]).map_or(bytes.len(), |length| at + length);
    Span::new((start..at).find(|&i| text.is_char_boundary(i)).unwrap_or(at), end)
}

/// Whether `at` stands in a headline; asks no more of a text without line breaks.
fn in_headline(text: &str, at: usize) -> bool {
    let end = text.len().min(at + LONGEST_HEADLINE);
    let closed = end == text.len() || text.as_bytes()[at..end].contains(&b'\n');
    closed && is_headline(line_at(text, at, at.saturating_sub(LONGEST_HEADLINE)).of(text))
}

/// Whether a line writes all its words but the short ones with a capital: "Premier Fires Ida Lund Over a Leak".
fn is_headline(line: &str) -> bool {
    if line.len() > LONGEST_HEADLINE || line.trim_end().ends_with(['.', '!', '?', ';', ',']) {
        return false;
    }
    let long = |word: &&str| word.len() > 4;
    let capital = |word: &str| !word.starts_with(char::is_lowercase);
    line.split_ascii_whitespace().count() > 2 && line.split_ascii_whitespace().filter(long).all(capital)
}

/// No headline is longer.
const LONGEST_HEADLINE: usize = 200;

/// The next run of capitalised words from `from` on, particles and initials between them included.
fn next_run(text: &str, from: usize) -> Option<Span> {
    let bytes = text.as_bytes();
    let mut at = from;
    while let Some(step) = next_capital(bytes.get(at..)?) {
        at += step;
        let letter = |at: usize| bytes[at].is_ascii_alphanumeric() || bytes[at] >= 0x80;
        // "d'Affaires"
        let elided = || at > 1 && bytes[at - 1] == b'\'' && letter(at - 2);
        let inside = at > 0 && (letter(at - 1) || elided());
        // 0xC2 begins the signs of Latin-1.
        if inside || bytes[at] == 0xC2 {
            at += 1;
        } else if let Some(alone) = alone(&bytes[at..]) {
            at += alone;
        } else {
            let end = run_end(text, at);
            if bytes[at..end].contains(&b' ') {
                return Some(Span::new(at, end));
            }
            at = end.max(at + 1);
        }
    }
    None
}

/// Where the first capital or character beyond ASCII begins.
fn next_capital(bytes: &[u8]) -> Option<usize> {
    let (eights, rest) = bytes.as_chunks();
    let found = eights.iter().enumerate().find_map(|(number, &eight)| {
        let eight = u64::from_le_bytes(eight);
        let capitals = within(eight, b'A', b'Z') & !eight;
        // A first byte beyond ASCII has its two highest bits set.
        let begun = capitals | (eight & (eight << 1) & HIGH);
        (begun != 0).then(|| number * 8 + begun.trailing_zeros() as usize / 8)
    });
    let in_rest = || rest.iter().position(|b| b.is_ascii_uppercase() || *b >= 0xC0);
    found.or_else(|| in_rest().map(|at| eights.len() * 8 + at))
}

/// The length of the word at the start of `rest`, if it is plain and a glance shows that no name goes on behind it.
fn alone(rest: &[u8]) -> Option<usize> {
    let length = eight::run(rest);
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
    let (mut at, mut last) = (start, start);
    for _ in 0..12 {
        let Some(rest) = text.get(at..) else { break };
        let length = letters(rest);
        let word = &rest[..length];
        let closed = !rest[length..].is_empty() && !rest[length..].starts_with(' ');
        let trimmed = word.trim_start_matches(['"', '“']);
        let capital =
            trimmed.starts_with(char::is_uppercase) || trimmed.starts_with("al-") || trimmed.starts_with("el-");
        if capital {
            last = at + length;
        } else if closed || !is_particle(word) {
            break;
        }
        // What follows the letters closes the run, and so does a stop that is no initial's.
        if closed || word.ends_with('.') && word.len() > 3 {
            break;
        }
        at += length + 1;
    }
    last
}

/// How many bytes from the start of `rest` are letters and the signs inside names.
fn letters(rest: &str) -> usize {
    let within = &rest.as_bytes()[..rest.len().min(LONGEST_WORD)];
    let mut length = eight::run(within);
    while let Some(b'-' | b'.' | b'\'' | b'"') = within.get(length) {
        length += 1;
        length += eight::run(&within[length..]);
    }
    if rest.as_bytes().get(length).is_none_or(u8::is_ascii) {
        return length;
    }
    let joins = |c: char| c.is_alphanumeric() || matches!(c, '-' | '.' | '\'' | '’' | '"' | '“' | '”');
    let within = rest.char_indices().take(LONGEST_WORD).take_while(|&(_, c)| joins(c));
    within.last().map_or(0, |(at, c)| at + c.len_utf8())
}

/// No word of a name has more characters, so that a text of no spaces costs no more.
const LONGEST_WORD: usize = 80;

fn is_particle(word: &str) -> bool {
    matches!(
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
    )
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
    fn a_profile_is_about_the_person_of_its_title() {
        let profiled = |title: &str, text| Names::new(text).profiled(title).map(|(name, his)| (name.of(text), his));
        let life = "Sir Ole Lie was a judge. Lie met Ana Silva. He liked his work. Lie left. His house burned.";
        assert_eq!(profiled("Sir Ole Lie, judge, dies at 88", life), Some(("Ole Lie", true)));
        assert_eq!(profiled("A judge dies at 88", life), None);
        assert_eq!(profiled("Ana Silva on judges", life), None, "named once");
        let town = "Porto Alto has a mayor. In Porto Alto he resigned. He and his wife left Porto Alto.";
        assert_eq!(profiled("Porto Alto mayor quits", town), None);
        let couple = "Ole Lie came. Lie said he knew. She told him she did. Lie left.";
        assert_eq!(profiled("Ole Lie comes", couple), None, "who of them is he or she is open");
    }

    /// Whom the last place of a name in `text` means.
    fn last<'t>(text: &'t str, short: &str) -> &'t str {
        let at = text.rfind(short).unwrap();
        Names::new(text).fullest(Span::new(at, at + short.len())).of(text)
    }

    #[test]
    fn whose_child_somebody_is_stays_in_the_background() {
        let text = "Anna Hansen, daughter of the late Mayor Ole Hansen, left. Hansen said";
        assert_eq!(last(text, "Hansen"), "Anna Hansen");
        assert_eq!(last("Anna Hansen spoke of Mayor Ole Hansen. Hansen said", "Hansen"), "Ole Hansen");
    }

    #[test]
    fn a_title_tells_which_bearer_is_meant() {
        assert_eq!(last("Anna Hansen left. Jens Hansen came. Miss Hansen", "Hansen"), "Anna Hansen");
        assert_eq!(last("Anna Hansen left. Jens Hansen came. Mr. Hansen", "Hansen"), "Jens Hansen");
        assert_eq!(last("Jens Hansen came. Miss Hansen", "Hansen"), "Hansen", "somebody else");
    }

    #[test]
    fn the_nearest_bearer_before_it_is_meant() {
        assert_eq!(fullest("Jens Hansen left. Ole Hansen came. Hansen said", "Hansen"), "Ole Hansen");
        assert_eq!(fullest("Hansen said so. Jens Hansen it was", "Hansen"), "Jens Hansen");
        assert_eq!(fullest("Nobody knew Petersen.", "Petersen"), "Petersen");
    }
}
