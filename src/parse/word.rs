//! The words of one sentence, each with what the lexicon knows of it.
//!
//! Only sentences in which something was found get this far, so a table look-up a word is affordable. Classes overlap
//! on purpose ("general" is a rank, an office and a part of one): the grammars decide by what stands around.

use std::collections::BTreeMap;
use std::ops::BitOr;
use std::sync::LazyLock;

use crate::Span;
use crate::lexicon::table::{Ends, WordTable};
use crate::lexicon::{EVENTS, sections};
use crate::scan::starts::{Starts, run};

/// One word or mark.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Token {
    /// Where it stands in the document.
    pub(crate) span: Span,
    /// How it is written.
    pub(crate) shape: Shape,
    /// What the lexicon knows of it.
    pub(crate) class: Class,
}

/// How a word is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Shape {
    /// `board`
    Lower,
    /// `Pitt`, `al-Rashid`
    Capital,
    /// `NATO`
    Acronym,
    /// `J.`, `J.P.`
    Initial,
    /// `54`, `4th`
    Number,
    /// `'s`
    Genitive,
    /// A mark, by its first byte with quotes, dashes and brackets made one: `,` `;` `:` `.` `"` `(` `)` `-`.
    Mark(u8),
}

impl Token {
    pub(crate) fn is(&self, class: Class) -> bool {
        self.class.has(class)
    }

    pub(crate) fn is_mark(&self, mark: u8) -> bool {
        self.shape == Shape::Mark(mark)
    }

    /// Whether it is written as names are.
    pub(crate) fn is_capital(&self) -> bool {
        matches!(self.shape, Shape::Capital | Shape::Acronym | Shape::Initial)
    }
}

/// A set of word classes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Class(u128);

macro_rules! classes {
    ($($name:ident = $section:literal in $file:literal,)*) => {
        #[allow(missing_docs)]
        impl Class {
            classes!(@bits 0u32; $($name,)*);
        }
        /// Each class with the section of the word list that fills it.
        const SECTIONS: &[(Class, &str, &str)] =
            &[$((Class::$name, concat!("[", $section, "]"), include_str!(concat!("../lexicon/en/", $file, ".txt"))),)*];
    };
    (@bits $n:expr; $name:ident, $($rest:ident,)*) => {
        pub(crate) const $name: Class = Class(1 << $n);
        classes!(@bits $n + 1; $($rest,)*);
    };
    (@bits $n:expr;) => {
        /// The name of a country; every word of it.
        pub(crate) const COUNTRY: Class = Class(1 << $n);
        /// The adjective or the people of a country.
        pub(crate) const DEMONYM: Class = Class(1 << ($n + 1));
        /// The name of a state or province; every word of it.
        pub(crate) const STATE: Class = Class(1 << ($n + 2));
        /// Part of a temporal expression.
        pub(crate) const TIME: Class = Class(1 << ($n + 3));
        /// Part of a word that tells an event.
        pub(crate) const TRIGGER: Class = Class(1 << ($n + 4));
        /// A word that may begin the name of a place.
        const PLACE: Class = Class(1 << ($n + 5));
        /// A word that tells the kind of an event which is no office event.
        pub(crate) const EVENT: Class = Class(1 << ($n + 6));
        /// A word behind which, if it is none itself, a word for an office stands: without one none can begin.
        pub(crate) const BEFORE_ROLE: Class = Class(1 << ($n + 7));
    };
}

classes! {
    HONORIFIC = "honorific" in "people",
    RANK = "rank" in "people",
    PARTICLE = "particle" in "people",
    SUFFIX = "suffix" in "people",
    SURNAME = "surname" in "people",
    GIVEN = "given" in "people",
    ROLE = "head" in "roles",
    ROLE_MODIFIER = "modifier" in "roles",
    POSTPOSITIVE = "postpositive" in "roles",
    ORGANIZATION = "head" in "organizations",
    BODY = "body" in "organizations",
    AREA = "area" in "organizations",
    DETERMINER = "determiner" in "grammar",
    PREPOSITION = "preposition" in "grammar",
    COMPLEMENT = "complement" in "grammar",
    AGENT = "agent" in "grammar",
    CONJUNCTION = "conjunction" in "grammar",
    SUBORDINATOR = "subordinator" in "grammar",
    RELATIVE = "relative" in "grammar",
    BE = "be" in "grammar",
    HAVE = "have" in "grammar",
    MODAL = "modal" in "grammar",
    NEGATION = "negation" in "grammar",
    SUBJECT = "subject" in "grammar",
    OBJECT = "object" in "grammar",
    POSSESSIVE = "possessive" in "grammar",
    SAY = "say" in "grammar",
    ADVERB = "adverb" in "grammar",
    FORMER = "former" in "grammar",
    ORDINAL = "ordinal" in "grammar",
    MONTH = "month" in "grammar",
    NOUN = "noun" in "grammar",
    LEADS_TO = "leads-to" in "verbs",
    LIGHT = "light" in "verbs",
    PARTICIPLE = "participle" in "verbs",
    PRESENTS = "presents" in "frames",
    RECEIVES = "receives" in "frames",
    CHANCES = "chances" in "frames",
    OFFERS = "offers" in "frames",
    POSTS = "posts" in "frames",
    SEATS = "seats" in "frames",
    STEAD = "stead" in "frames",
    ASKS = "asks" in "frames",
    PUTS = "puts" in "frames",
    ELECTORS = "electors" in "frames",
    COMING = "coming" in "frames",
    ASIDE = "aside" in "frames",
    TERMS = "terms" in "frames",
    LEADS = "leads" in "frames",
    SUPERLATIVES = "superlatives" in "frames",
    HOLDS = "holds" in "frames",
    DECREES = "decrees" in "frames",
    VOTES = "votes" in "frames",
    RESHUFFLES = "reshuffles" in "frames",
    GAINS = "gains" in "frames",
    ENDS = "ends" in "frames",
    BETWEEN = "between" in "frames",
    CEREMONIES = "ceremonies" in "frames",
    LOOKS_ON = "looks-on" in "frames",
    DENY = "deny" in "certainty",
    REJECT = "reject" in "certainty",
    CLAIM = "claim" in "certainty",
    OFFER = "offer" in "certainty",
    RUMOUR = "rumour" in "certainty",
    FALSE = "false" in "certainty",
    ANNUL = "annul" in "certainty",
    EARLIER = "earlier" in "certainty",
    WRONGLY = "wrongly" in "certainty",
    ANONYMOUS = "anonymous" in "certainty",
}

impl Class {
    /// Words that have a part in the grammar and so are no names, even at the start of a sentence.
    pub(crate) const FUNCTION: Class = Class(
        Class::DETERMINER.0
            | Class::PREPOSITION.0
            | Class::CONJUNCTION.0
            | Class::SUBORDINATOR.0
            | Class::RELATIVE.0
            | Class::BE.0
            | Class::HAVE.0
            | Class::MODAL.0
            | Class::NEGATION.0
            | Class::SUBJECT.0
            | Class::OBJECT.0
            | Class::POSSESSIVE.0,
    );

    /// Words that have to do with whether a sentence is true, or with what happened in it: whatever else they are, no
    /// plural of an office is among them by that alone.
    const TOLD: Class = Class(
        Class::DENY.0
            | Class::REJECT.0
            | Class::CLAIM.0
            | Class::OFFER.0
            | Class::RUMOUR.0
            | Class::FALSE.0
            | Class::ANNUL.0
            | Class::EARLIER.0
            | Class::WRONGLY.0
            | Class::ANONYMOUS.0
            | Class::EVENT.0,
    );

    /// These classes but for those of `other`.
    pub(crate) fn without(self, other: Class) -> Class {
        Class(self.0 & !other.0)
    }

    /// Whether the two share a class.
    pub(crate) fn has(self, other: Class) -> bool {
        self.0 & other.0 != 0
    }
}

impl BitOr for Class {
    type Output = Class;

    fn bitor(self, other: Class) -> Class {
        Class(self.0 | other.0)
    }
}

/// What the lexicon knows of a word that stands inside a longer phrase.
pub(crate) fn class(word: &str) -> Class {
    LEXICON.class(word.as_bytes(), Ends::of(word.as_bytes()))
}

/// Whether a word looks like a verb in the past: "opened", "began".
pub(crate) fn may_be_past(word: &str) -> bool {
    word.ends_with("ed") || PAST.get(word).is_some()
}

/// Verbs whose past does not end in "-ed".
static PAST: LazyLock<WordTable<()>> = LazyLock::new(|| {
    let words = section_lines(include_str!("../lexicon/en/verbs.txt"), "[past]").flat_map(str::split_whitespace);
    words.map(|word| (word, ())).collect()
});

/// Whether an office may be named in `text`: without one of these words none is read.
pub(crate) fn may_name_office(text: &str) -> bool {
    let offices = &*OFFICES;
    offices.0.of(text).any(|start| offices.1.get(run(&text.as_bytes()[start..])).is_some())
}

/// The letters that words of offices begin with, one or several of them.
static OFFICES: LazyLock<(Starts, WordTable<()>)> = LazyLock::new(|| {
    let words = || {
        let named = SECTIONS.iter().filter(|(class, ..)| class.has(Class::ROLE));
        let words = named.flat_map(|&(_, section, file)| section_lines(file, section)).flat_map(str::split_whitespace);
        words.filter_map(|word| word.split(|c: char| !c.is_ascii_alphabetic()).find(|run| !run.is_empty()))
    };
    let table = words().flat_map(|run| [run.to_owned(), format!("{run}s")]).map(|run| (run, ()));
    (Starts::new(words(), false), table.collect())
});

/// Cuts the sentence at `span` into words; `tokens` is emptied first.
pub(crate) fn tokenize(text: &str, span: Span, tokens: &mut Vec<Token>) {
    tokens.clear();
    // English words take some six bytes with their space.
    tokens.reserve(span.len() / 4);
    let lexicon = &*LEXICON;
    let bytes = text.as_bytes();
    let mut at = span.start;
    while at < span.end {
        let byte = bytes[at];
        if byte == b' ' {
            at += 1;
            continue;
        }
        let (length, shape) = if let Some(plain) = plain(&bytes[at..span.end]) {
            plain
        } else if byte.is_ascii_punctuation() && byte != b'\'' {
            (1, Shape::Mark(mark(byte.into())))
        } else {
            match other(text, at, span.end) {
                Cut::Word(length, shape) => (length, shape),
                Cut::Space(length) => {
                    at += length;
                    continue;
                }
            }
        };
        let token = Span::new(at, at + length);
        let word = &bytes[at..at + length];
        let is_mark = matches!(shape, Shape::Mark(_));
        let class = if is_mark { Class::default() } else { lexicon.class(word, Ends::of(word)) };
        // "Per Moe" begins with no preposition.
        if shape == Shape::Capital
            && let Some(before) = tokens.last_mut()
            && before.shape == Shape::Capital
            && before.is(Class::GIVEN)
        {
            before.class = before.class.without(Class::PREPOSITION | Class::AGENT);
        }
        tokens.push(Token { span: token, shape, class });
        at += length;
    }
    lexicon.mark_places(text, tokens);
    let last = tokens.iter().rposition(|token| token.is(Class::ROLE)).map_or(0, |last| last + 1);
    for token in &mut tokens[..last] {
        token.class = token.class | Class::BEFORE_ROLE;
    }
}

/// The length and shape of the word at the start of `rest` where it is ASCII letters and digits and nothing that joins
/// words comes after: what most words are, and what [`word`] and [`shape`] would say of them.
fn plain(rest: &[u8]) -> Option<(usize, Shape)> {
    let (&first, behind) = rest.split_first()?;
    let first = KINDS[usize::from(first)];
    if first & WORD == 0 {
        return None;
    }
    let (mut length, mut later, mut next) = (1, 0, 0);
    for &byte in behind {
        let kind = KINDS[usize::from(byte)];
        if kind & WORD == 0 {
            next = kind;
            break;
        }
        later |= kind;
        length += 1;
    }
    if next & JOINS != 0 && goes_on(&rest[..length], &rest[length..]) {
        return None;
    }
    let shape = match first {
        DIGIT => Shape::Number,
        LOWER => Shape::Lower,
        _ if length == 1 => Shape::Initial,
        _ if later & LOWER != 0 => Shape::Capital,
        _ => Shape::Acronym,
    };
    Some((length, shape))
}

const LOWER: u8 = 1;
const UPPER: u8 = 2;
const DIGIT: u8 = 4;
const WORD: u8 = LOWER | UPPER | DIGIT;
/// What may go on with a word that letters and digits begin.
const JOINS: u8 = 8;

/// What each byte is to a word.
const KINDS: [u8; 256] = {
    let mut kinds = [0; 256];
    let mut byte = 0;
    while byte < 256 {
        kinds[byte] = match byte as u8 {
            b'a'..=b'z' => LOWER,
            b'A'..=b'Z' => UPPER,
            b'0'..=b'9' => DIGIT,
            b'-' | b'&' | b'.' | b'/' | b'\'' | 0x80.. => JOINS,
            _ => 0,
        };
        byte += 1;
    }
    kinds
};

/// Whether a word of letters and digits goes on with the mark that stands behind it, or may.
fn goes_on(word: &[u8], behind: &[u8]) -> bool {
    match behind {
        // The stop of a sentence, behind which at most a quotation mark or a bracket follows.
        [b'.'] => word.len() == 1 || keeps_stop(word),
        [b'.', after, ..] if after.is_ascii_punctuation() && *after != b',' => word.len() == 1 || keeps_stop(word),
        // Genitives are common.
        [b'\'', b's' | b'S'] => false,
        [b'\'', b's' | b'S', after, ..] => !after.is_ascii() || after.is_ascii_alphanumeric(),
        _ => true,
    }
}

/// What stands at a place where no plain word does.
enum Cut {
    Word(usize, Shape),
    Space(usize),
}

fn other(text: &str, at: usize, end: usize) -> Cut {
    let rest = &text[at..end];
    let first = rest.chars().next().unwrap_or(' ');
    if first.is_whitespace() {
        Cut::Space(first.len_utf8())
    } else if let Some(length) = genitive(rest, text, at) {
        Cut::Word(length, Shape::Genitive)
    } else if first.is_alphanumeric() {
        let length = word(rest);
        Cut::Word(length, shape(&rest[..length]))
    } else {
        Cut::Word(first.len_utf8(), Shape::Mark(mark(first)))
    }
}

/// The length of a genitive that follows a word: `'s`, or the bare mark after a plural.
fn genitive(rest: &str, text: &str, at: usize) -> Option<usize> {
    let mark = rest.chars().next().filter(|&c| matches!(c, '\'' | '’'))?;
    let before = text[..at].chars().next_back().filter(|c| c.is_alphanumeric() || *c == '.')?;
    let after = &rest[mark.len_utf8()..];
    let ends = |tail: &str| !tail.starts_with(char::is_alphanumeric);
    if let Some(tail) = after.strip_prefix(['s', 'S']) {
        return ends(tail).then_some(mark.len_utf8() + 1);
    }
    (matches!(before, 's' | 'S' | 'z' | 'x') && after.starts_with(' ')).then_some(mark.len_utf8())
}

/// The length of the word at the start of `rest`: letters and digits, with hyphens, stops, apostrophes and `&` inside.
///
/// A closing stop belongs to an abbreviation alone ("J.", "Inc."): the sentence's own stop stands last and stays out.
fn word(rest: &str) -> usize {
    let mut end = 0;
    let mut chars = rest.char_indices().peekable();
    while let Some((i, c)) = chars.next() {
        let next = chars.peek().map(|&(_, c)| c);
        let inside = next.is_some_and(char::is_alphanumeric);
        let joins = match c {
            '-' | '‑' | '&' | '.' | '/' => inside,
            '\'' | '’' => inside && !is_genitive_tail(&rest[i + c.len_utf8()..]),
            _ => c.is_alphanumeric() || ('\u{300}'..'\u{370}').contains(&c),
        };
        if !joins {
            if c == '.'
                && (matches!(next, Some(' ' | ',')) || is_initials(&rest[..i]) || keeps_stop(&rest.as_bytes()[..i]))
            {
                end = i + 1;
            }
            break;
        }
        end = i + c.len_utf8();
    }
    end.max(1)
}

/// Abbreviations that close names and keep their stop at the end of a sentence too.
fn keeps_stop(word: &[u8]) -> bool {
    [b"Jr".as_slice(), b"Sr", b"Inc", b"Corp", b"Co", b"Ltd"].contains(&word)
}

/// Whether what follows an apostrophe is the `s` of a genitive.
fn is_genitive_tail(tail: &str) -> bool {
    tail.strip_prefix(['s', 'S']).is_some_and(|rest| !rest.starts_with(char::is_alphanumeric))
}

fn is_initials(word: &str) -> bool {
    !word.is_empty() && word.split('.').all(|part| part.chars().count() == 1 && part.starts_with(char::is_uppercase))
}

fn shape(word: &str) -> Shape {
    let first = word.chars().next().unwrap_or(' ');
    if first.is_numeric() {
        Shape::Number
    } else if is_initials(word.trim_end_matches('.')) && word.len() < 8 && (word.contains('.') || word.len() == 1) {
        Shape::Initial
    } else if first.is_uppercase() {
        let acronym = word.chars().count() > 1 && !word.chars().any(char::is_lowercase);
        if acronym { Shape::Acronym } else { Shape::Capital }
    } else if word.split_once(['-', '\'', '’']).is_some_and(|(_, rest)| rest.starts_with(char::is_uppercase)) {
        Shape::Capital
    } else {
        Shape::Lower
    }
}

/// One byte for a mark: all quotes, dashes and brackets alike.
fn mark(c: char) -> u8 {
    match c {
        '"' | '“' | '”' | '„' | '«' | '»' | '‘' | '’' | '\'' | '`' => b'"',
        '-' | '–' | '—' | '―' => b'-',
        '(' | '[' => b'(',
        ')' | ']' => b')',
        '…' => b'.',
        _ if c.is_ascii() => u8::try_from(c).unwrap_or(b'*'),
        _ => b'*',
    }
}

/// Names of places by their first word: the words after it, and what the name is.
type Places = BTreeMap<String, Vec<(Vec<String>, Class)>>;

/// The word lists, parsed once.
struct Lexicon {
    words: WordTable<Class>,
    /// Names of places of any length, by their first word in lower case.
    places: WordTable<Vec<(Vec<String>, Class)>>,
}

static LEXICON: LazyLock<Lexicon> = LazyLock::new(|| {
    let mut words = BTreeMap::<&str, Class>::new();
    for &(class, section, file) in SECTIONS {
        for word in section_lines(file, section).flat_map(str::split_whitespace) {
            let known = words.entry(word).or_default();
            *known = *known | class;
        }
    }
    for (_, told) in sections(EVENTS) {
        for word in told.split_whitespace() {
            let known = words.entry(word).or_default();
            *known = *known | Class::EVENT;
        }
    }
    let mut places = Places::new();
    let mut add = |name: &str, class: Class| {
        let mut words = name.trim().split([' ', '-']).map(str::to_lowercase);
        let named = places.entry(words.next().unwrap_or_default()).or_default();
        named.push((words.collect(), class));
        named.sort_by_key(|(words, _)| std::cmp::Reverse(words.len()));
    };
    let file = crate::lexicon::PLACES;
    for line in section_lines(file, "[country]") {
        let (name, demonyms) = line.split_once(':').unwrap_or((line, ""));
        add(name, Class::COUNTRY);
        demonyms.split_whitespace().for_each(|word| add(word, Class::DEMONYM));
    }
    for line in section_lines(file, "[state]") {
        line.split(':').filter(|name| !name.trim().is_empty()).for_each(|name| add(name, Class::STATE));
    }
    for first in places.keys() {
        let known = words.entry(first.strip_suffix('.').unwrap_or(first)).or_default();
        *known = *known | Class::PLACE;
    }
    Lexicon { words: words.into_iter().collect(), places: places.into_iter().collect() }
});

/// The lines of one section of a word list.
pub(crate) fn section_lines(file: &'static str, section: &'static str) -> impl Iterator<Item = &'static str> {
    let lines = file.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#'));
    lines.skip_while(move |&line| line != section).skip(1).take_while(|line| !line.starts_with('['))
}

impl Lexicon {
    fn class(&self, word: &[u8], ends: Ends) -> Class {
        let (word, ends) = word.strip_suffix(b".").map_or((word, ends), |word| (word, Ends::of(word)));
        let known = self.words.find(word, ends).copied().unwrap_or_default();
        // What only may begin the name of a place is no word of the lists, and "ministers" is a body as well as the
        // plural of an office.
        if known.0 & !(Class::PLACE | Class::BODY | Class::TOLD).0 != 0 {
            return known;
        }
        // "then-prime minister"
        if let Some(office) = word.strip_prefix(b"then-").filter(|_| known.0 == 0) {
            return self.words.get(office).copied().unwrap_or_default();
        }
        // "ambassadors", "mayor-elect"
        let head = word.split_last().filter(|(last, _)| matches!(last, b's' | b'S')).map(|(_, word)| word);
        let head = head.or_else(|| word.strip_suffix(b"-elect")).or_else(|| word.strip_suffix(b"-designate"));
        let head = head.and_then(|word| self.words.get(word));
        if head.is_some_and(|class| class.has(Class::ROLE)) { known | Class::ROLE } else { known }
    }

    /// Gives the words of countries, peoples and states their classes, the longest name first.
    fn mark_places(&self, text: &str, tokens: &mut [Token]) {
        let mut i = 0;
        while let Some(token) = tokens.get(i) {
            let may_begin = token.is(Class::PLACE) && token.is_capital();
            let known = may_begin.then(|| self.places.get(token.span.of(text))).flatten();
            let found = known.and_then(|places| {
                places.iter().find(|(words, _)| {
                    words.iter().zip(&tokens[i + 1..]).filter(|(w, t)| t.span.of(text).eq_ignore_ascii_case(w)).count()
                        == words.len()
                })
            });
            let Some((words, class)) = found else {
                i += 1;
                continue;
            };
            for token in &mut tokens[i..=i + words.len()] {
                token.class = token.class | *class;
            }
            i += 1 + words.len();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(text: &str) -> Vec<(&str, Shape)> {
        let mut tokens = Vec::new();
        tokenize(text, Span::new(0, text.len()), &mut tokens);
        tokens.iter().map(|t| (t.span.of(text), t.shape)).collect()
    }

    #[test]
    fn keeps_names_together() {
        let text: Vec<_> = words("J. P. O’Neill-Smith's W.R. Acme & Co., al-Rashid.").iter().map(|&(w, _)| w).collect();
        assert_eq!(text, ["J.", "P.", "O’Neill-Smith", "'s", "W.R.", "Acme", "&", "Co.", ",", "al-Rashid", "."]);
        assert_eq!(words("Pitts' UN"), [("Pitts", Shape::Capital), ("'", Shape::Genitive), ("UN", Shape::Acronym)]);
        assert_eq!(words("al-Rashid"), [("al-Rashid", Shape::Capital)]);
    }

    #[test]
    fn what_is_cut_at_a_glance_is_cut_alike_with_care() {
        let words = ["a", "A", "of", "Ana", "NATO", "4th", "1990", "Inc", "Co", "U", "McVey", "ab1"];
        let behind = [
            "", ".", ". ", ".,", ".”", ".)", ".\"", ".a", "'s", "'s ", "'sa", "'", "’s", "-b", "/2", "&C", ",", ";",
            " ",
        ];
        let mut taken = 0;
        for text in words.iter().flat_map(|word| behind.map(|behind| format!("{word}{behind}"))) {
            if let Some((length, shape)) = plain(text.as_bytes()) {
                assert_eq!((length, shape), (word(&text), super::shape(&text[..word(&text)])), "{text:?}");
                taken += 1;
            }
        }
        assert!(taken > words.len() * behind.len() / 3, "{taken}");
    }

    #[test]
    fn only_what_stands_before_an_office_is_marked_so() {
        let text = "The new mayor left town.";
        let mut tokens = Vec::new();
        tokenize(text, Span::new(0, text.len()), &mut tokens);
        let before: Vec<_> = tokens.iter().map(|t| t.is(Class::BEFORE_ROLE)).collect();
        assert_eq!(before, [true, true, true, false, false, false]);
    }

    #[test]
    fn knows_places_of_several_words() {
        let text = "New Zealand Prime Minister";
        let mut tokens = Vec::new();
        tokenize(text, Span::new(0, text.len()), &mut tokens);
        let classes: Vec<_> = tokens.iter().map(|t| t.is(Class::COUNTRY)).collect();
        assert_eq!(classes, [true, true, false, false]);
        assert!(tokens[2].is(Class::ROLE_MODIFIER) && tokens[3].is(Class::ROLE));
    }
}
