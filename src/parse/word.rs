//! The words of one sentence, each with what the lexicon knows of it.
//!
//! Only sentences in which something was found get this far, so a table look-up a word is affordable. Classes overlap
//! on purpose ("general" is a rank, an office and a part of one): the grammars decide by what stands around.

mod cut;

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::ops::BitOr;
use std::sync::LazyLock;

use crate::Span;
use crate::hash::HashMap;
use crate::lexicon::first_word::FirstWords;
use crate::lexicon::table::WordTable;
use crate::lexicon::{EVENTS, sections};
use crate::scan::starts::{Starts, run};

use cut::{Cut, Plain, mark, other, plain};

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
        /// Each class with the section of the word list that fills it, those of one list side by side.
        const SECTIONS: &[(Class, &str, &str)] =
            &[$((Class::$name, $section, include_str!(concat!("../lexicon/en/", $file, ".txt"))),)*];
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
        /// A word behind which a genitive stands in its sentence.
        pub(crate) const BEFORE_GENITIVE: Class = Class(1 << ($n + 8));
        /// A word in "-ly".
        pub(crate) const IN_LY: Class = Class(1 << ($n + 9));
    };
}

classes! {
    HONORIFIC = "honorific" in "people",
    RANK = "rank" in "people",
    STAFF = "staff" in "people",
    KIN = "kin" in "people",
    CAREER = "career" in "people",
    CALLING = "calling" in "people",
    PARTICLE = "particle" in "people",
    SUFFIX = "suffix" in "people",
    SURNAME = "surname" in "people",
    GIVEN = "given" in "people",
    ROLE = "head" in "roles",
    ROLE_MODIFIER = "modifier" in "roles",
    FIELD = "field" in "roles",
    POSTPOSITIVE = "postpositive" in "roles",
    PROFESSION = "profession" in "roles",
    ORGANIZATION = "head" in "organizations",
    BODY = "body" in "organizations",
    AREA = "area" in "organizations",
    THING = "thing" in "organizations",
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
    PAST = "past" in "verbs",
    LEADS_TO = "leads-to" in "verbs",
    LIGHT = "light" in "verbs",
    PARTICIPLE = "participle" in "verbs",
    DIRECTION = "direction" in "verbs",
    PRESENTS = "presents" in "frames",
    RECEIVES = "receives" in "frames",
    CHANCES = "chances" in "frames",
    OFFERS = "offers" in "frames",
    POSTS = "posts" in "frames",
    SEATS = "seats" in "frames",
    CREATED = "created" in "frames",
    DECREE = "decree" in "frames",
    CHAMBERS = "chambers" in "frames",
    PARTIES = "parties" in "frames",
    STEAD = "stead" in "frames",
    ASKS = "asks" in "frames",
    PUTS = "puts" in "frames",
    APART = "apart" in "frames",
    UNVEILS = "unveils" in "frames",
    ELECTORS = "electors" in "frames",
    COMING = "coming" in "frames",
    ELECTIVE = "elective" in "frames",
    ASIDE = "aside" in "frames",
    TERMS = "terms" in "frames",
    LEADS = "leads" in "frames",
    SUPERLATIVES = "superlatives" in "frames",
    HOLDS = "holds" in "frames",
    DECREES = "decrees" in "frames",
    VOTES = "votes" in "frames",
    RESHUFFLES = "reshuffles" in "frames",
    RULERS = "rulers" in "frames",
    REGNAL = "regnal" in "frames",
    GAINS = "gains" in "frames",
    ENDS = "ends" in "frames",
    BETWEEN = "between" in "frames",
    ARRIVES = "arrives" in "frames",
    VICTORY = "victory" in "frames",
    CEREMONIES = "ceremonies" in "frames",
    LOOKS_ON = "looks-on" in "frames",
    DEFEATS = "defeats" in "frames",
    COUNTS = "counts" in "frames",
    OCCASIONS = "occasions" in "frames",
    PURSUITS = "pursuits" in "frames",
    CIVIC = "civic" in "frames",
    DENY = "deny" in "certainty",
    WEIGHS = "weighs" in "certainty",
    PENDING = "pending" in "certainty",
    REJECT = "reject" in "certainty",
    CLAIM = "claim" in "certainty",
    OFFER = "offer" in "certainty",
    RUMOUR = "rumour" in "certainty",
    HEARSAY = "hearsay" in "certainty",
    FALSE = "false" in "certainty",
    ANNUL = "annul" in "certainty",
    EARLIER = "earlier" in "certainty",
    WRONGLY = "wrongly" in "certainty",
    ANONYMOUS = "anonymous" in "certainty",
    REACTS = "reacts" in "certainty",
    CONSENTS = "consents" in "certainty",
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
            | Class::HEARSAY.0
            | Class::FALSE.0
            | Class::ANNUL.0
            | Class::EARLIER.0
            | Class::WRONGLY.0
            | Class::ANONYMOUS.0
            | Class::EVENT.0,
    );

    /// These classes and those of `other`, in a constant.
    #[inline]
    pub(crate) const fn and(self, other: Class) -> Class {
        Class(self.0 | other.0)
    }

    /// These classes but for those of `other`.
    pub(crate) fn without(self, other: Class) -> Class {
        Class(self.0 & !other.0)
    }

    /// Whether the two share a class.
    #[inline]
    pub(crate) fn has(self, other: Class) -> bool {
        self.0 & other.0 != 0
    }
}

impl BitOr for Class {
    type Output = Class;

    #[inline]
    fn bitor(self, other: Class) -> Class {
        Class(self.0 | other.0)
    }
}

/// What the lexicon knows of a word that stands inside a longer phrase.
pub(crate) fn class(word: &str) -> Class {
    LEXICON.class(word.as_bytes())
}

/// Whether a word looks like a verb in the past: "opened", "began".
pub(crate) fn may_be_past(word: &str) -> bool {
    (class(word) | ending(word.as_bytes())).has(Class::PAST)
}

/// What a word is by its last letters.
#[inline]
fn ending(word: &[u8]) -> Class {
    match word {
        [.., b'e', b'd'] => Class::PAST,
        [.., b'l', b'y'] => Class::IN_LY,
        _ => Class::default(),
    }
}

/// Whether an office may be named in `text`: without one of these words none is read.
pub(crate) fn may_name_office(text: &str) -> bool {
    OFFICES.any_in(text)
}

/// The same of a post or a seat, which is an office too, whatever it is called: "made it to the board".
pub(crate) fn may_name_post(text: &str) -> bool {
    POSTS.any_in(text)
}

static OFFICES: LazyLock<Finder> = LazyLock::new(|| Finder::new(Class::ROLE));

static POSTS: LazyLock<Finder> =
    LazyLock::new(|| Finder::new(Class::ROLE | Class::PROFESSION | Class::POSTS | Class::SEATS | Class::STEAD));

/// Looks for words of some classes by the letters that they begin with.
struct Finder {
    starts: Starts,
    words: WordTable<()>,
}

impl Finder {
    fn new(classes: Class) -> Finder {
        let words = || {
            let named = SECTIONS.iter().filter(move |(class, ..)| class.has(classes));
            let lines = named.flat_map(|&(_, section, file)| sections(file).filter(move |&(name, _)| name == section));
            let words = lines.flat_map(|(_, line)| line.split_whitespace());
            words.filter_map(|word| word.split(|c: char| !c.is_ascii_alphabetic()).find(|run| !run.is_empty()))
        };
        let table = words().flat_map(|run| [run.to_owned(), format!("{run}s")]).map(|run| (run, ()));
        Finder { starts: Starts::new(words(), false), words: table.collect() }
    }

    fn any_in(&self, text: &str) -> bool {
        self.starts.of(text).any(|start| self.words.get(run(&text.as_bytes()[start..])).is_some())
    }
}

/// Cuts the sentence at `span` into words, and tells what the lexicon knows of any of them; `tokens` is emptied first.
pub(crate) fn tokenize(text: &str, span: Span, tokens: &mut Vec<Token>) -> Class {
    tokens.clear();
    // English words take some six bytes with their space.
    tokens.reserve(span.len() / 4);
    let lexicon = &*LEXICON;
    let sentence = &text.as_bytes()[..span.end];
    let (mut at, mut found) = (span.start, Class::default());
    let (mut before_role, mut before_genitive) = (0, 0);
    while let Some((&byte, _)) = sentence.get(at..).and_then(<[u8]>::split_first) {
        if byte == b' ' {
            at += 1;
            continue;
        }
        let (length, shape, class) = if let Some(Plain { length, shape, key }) = plain(&sentence[at..]) {
            (length, shape, lexicon.plain(&sentence[at..at + length], key))
        } else if byte.is_ascii_punctuation() && byte != b'\'' {
            (1, Shape::Mark(mark(byte.into())), Class::default())
        } else {
            match other(text, at, span.end) {
                Cut::Word(length, shape @ Shape::Mark(_)) => (length, shape, Class::default()),
                Cut::Word(length, shape) => {
                    // "Lima-based" is no name.
                    let compound = shape == Shape::Capital && is_compound(&text[at..at + length]);
                    let shape = if compound { Shape::Lower } else { shape };
                    if shape == Shape::Genitive {
                        before_genitive = tokens.len();
                    }
                    (length, shape, lexicon.class(&sentence[at..at + length]))
                }
                Cut::Space(length) => {
                    at += length;
                    continue;
                }
            }
        };
        let class = class | ending(&sentence[at..at + length]);
        // "Per Moe" begins with no preposition.
        if shape == Shape::Capital
            && let Some(before) = tokens.last_mut()
            && before.shape == Shape::Capital
            && before.is(Class::GIVEN)
        {
            before.class = before.class.without(Class::PREPOSITION | Class::AGENT);
        }
        tokens.push(Token { span: Span::new(at, at + length), shape, class });
        at += length;
        // What comes behind most words.
        at += usize::from(sentence.get(at) == Some(&b' '));
        found = found | class;
        if class.has(Class::ROLE | Class::PROFESSION) {
            before_role = tokens.len();
        }
    }
    if found.has(Class::PLACE) {
        lexicon.mark_places(text, tokens);
    }
    for token in &mut tokens[..before_role] {
        token.class = token.class | Class::BEFORE_ROLE;
    }
    for token in &mut tokens[..before_genitive] {
        token.class = token.class | Class::BEFORE_GENITIVE;
    }
    found
}

/// Whether a word with a capital is made of a name and what it is to something: "Lima-born", "Hansen-led".
fn is_compound(word: &str) -> bool {
    let tail = word.rsplit_once('-').map_or("", |(_, tail)| tail);
    tail.starts_with(|c: char| c.is_ascii_lowercase()) && (tail.ends_with("ed") || TAILS.contains(&tail))
}

static TAILS: LazyLock<Vec<&str>> = LazyLock::new(|| {
    section_lines(include_str!("../lexicon/en/people.txt"), "[tail]").flat_map(str::split_whitespace).collect()
});

/// Names of places by their first word: the words after it, and what the name is.
type Places = BTreeMap<String, Vec<(Vec<String>, Class)>>;

/// The word lists, parsed once.
struct Lexicon {
    words: WordTable<Class>,
    /// Of the words of letters alone that are shorter than eight, as most words of a text are, by those letters: the place
    /// of their class.
    short: FirstWords<u32>,
    classes: Vec<Class>,
    /// Names of places of any length, by their first word in lower case.
    places: WordTable<Vec<(Vec<String>, Class)>>,
}

static LEXICON: LazyLock<Lexicon> = LazyLock::new(|| {
    let mut words = Known::default();
    for of_list in SECTIONS.chunk_by(|(.., one), (.., next)| one == next) {
        let mut told = ("", Class::default());
        for (section, line) in of_list.first().into_iter().flat_map(|&(.., list)| sections(list)) {
            if section != told.0 {
                let class = of_list.iter().find(|(_, name, _)| *name == section);
                told = (section, class.map_or(Class::default(), |&(class, ..)| class));
            }
            if told.1 != Class::default() {
                line.split_whitespace().for_each(|word| words.add(word, told.1));
            }
        }
    }
    for (_, told) in sections(EVENTS) {
        told.split_whitespace().for_each(|word| words.add(word, Class::EVENT));
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
        for word in demonyms.split_whitespace() {
            add(word, Class::DEMONYM);
            // "the Germans", "two Iraqis"
            if word.ends_with(['n', 'i']) {
                add(&format!("{word}s"), Class::DEMONYM);
            }
        }
    }
    for line in section_lines(file, "[state]") {
        line.split(':').filter(|name| !name.trim().is_empty()).for_each(|name| add(name, Class::STATE));
    }
    for first in places.keys() {
        words.add(first.strip_suffix('.').unwrap_or(first), Class::PLACE);
    }
    let forms = forms_of_offices(&words);
    let Known { at, words } = words;
    let mut words: Vec<(Cow<'_, str>, Class)> = words.into_iter().map(|(word, class)| (word.into(), class)).collect();
    for (form, class) in forms {
        match at.get(form.as_str()) {
            Some(&at) => words[at].1 = class,
            None => words.push((form.into(), class)),
        }
    }
    let is_short = |word: &str| word.len() < 8 && word.bytes().all(|byte| byte.is_ascii_alphanumeric());
    let mut short = FirstWords::with_room_for(words.len());
    for (at, (word, _)) in (0..).zip(&words).filter(|(_, (word, _))| is_short(word)) {
        short.insert(word, at);
    }
    let classes = words.iter().map(|&(_, class)| class).collect();
    Lexicon { words: words.into_iter().collect(), short, classes, places: places.into_iter().collect() }
});

/// Words and their classes, in the order in which they were told first.
#[derive(Default)]
struct Known<'w> {
    at: HashMap<&'w str, usize>,
    words: Vec<(&'w str, Class)>,
}

impl<'w> Known<'w> {
    fn add(&mut self, word: &'w str, class: Class) {
        let at = *self.at.entry(word).or_insert(self.words.len());
        match self.words.get_mut(at) {
            Some((_, known)) => *known = *known | class,
            None => self.words.push((word, class)),
        }
    }

    fn class(&self, word: &str) -> Class {
        self.at.get(word).map_or(Class::default(), |&at| self.words[at].1)
    }
}

/// The forms of the words for an office, "ambassadors" and "mayor-elect", but for those that are words of another kind:
/// "ministers" is a body as well as the plural of an office, "heads" what one does who leads.
fn forms_of_offices(words: &Known<'_>) -> Vec<(String, Class)> {
    let offices = words.words.iter().filter(|(_, class)| class.has(Class::ROLE));
    let forms =
        offices.flat_map(|&(office, _)| [plural(office), format!("{office}-elect"), format!("{office}-designate")]);
    let known = forms.map(|form| {
        let known = words.class(&form);
        (form, known)
    });
    // What only may begin the name of a place is no word of the lists.
    let allowed = Class::PLACE | Class::BODY | Class::TOLD;
    let forms = known.filter(|(_, known)| known.without(allowed) == Class::default());
    forms.map(|(form, known)| (form, known | Class::ROLE)).collect()
}

/// Several who hold an office: "mayors", "chairmen", "deputies".
fn plural(office: &str) -> String {
    let consonant = |stem: &str| !stem.ends_with(['a', 'e', 'i', 'o', 'u']);
    match (office.strip_suffix("man"), office.strip_suffix('y').filter(|stem| consonant(stem))) {
        (Some(stem), _) => format!("{stem}men"),
        (_, Some(stem)) => format!("{stem}ies"),
        _ => format!("{office}s"),
    }
}

/// The lines of one section of a word list.
pub(crate) fn section_lines(file: &'static str, section: &'static str) -> impl Iterator<Item = &'static str> {
    let lines = file.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#'));
    lines.skip_while(move |&line| line != section).skip(1).take_while(|line| !line.starts_with('['))
}

impl Lexicon {
    fn class(&self, word: &[u8]) -> Class {
        let word = word.strip_suffix(b".").unwrap_or(word);
        // "then-prime minister"
        let office = || word.strip_prefix(b"then-").and_then(|office| self.words.get(office));
        self.words.get(word).or_else(office).copied().unwrap_or_default()
    }

    /// The same of a word of letters and digits alone.
    #[inline]
    fn plain(&self, word: &[u8], key: Option<u64>) -> Class {
        let known = match key {
            Some(key) => self.short.of_key(key).and_then(|at| self.classes.get(at as usize)),
            None => self.words.get(word),
        };
        known.copied().unwrap_or_default()
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
