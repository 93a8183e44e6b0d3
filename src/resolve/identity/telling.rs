//! What a sentence tells, as it is held against others.

use std::sync::LazyLock;

use super::act::Act;
use super::people::People;
use crate::calendar::{Date, Unit};
use crate::hash::{HashMap, HashSet};
use crate::lexicon;
use crate::lexicon::time::{ENGLISH, Meaning};
use crate::parse::word::{Class, class};
use crate::resolve::saying::Saying;
use crate::resolve::window::{DAY, Window, can_agree};
use crate::statement::{Certainty, Kind};

/// Coarser dates than this are no evidence that two sentences tell one event.
const COARSEST: i64 = 31 * DAY;

/// As many words have to be shared at least.
pub(super) const SHARED: usize = 4;

/// The statements that say the very same.
pub(super) struct Telling<'s> {
    kind: &'s Kind,
    person: Option<usize>,
    document: &'s str,
    date: Option<Date>,
    pub(super) window: Window,
    /// What the sentence says, by number, rising; empty where its date is too coarse to compare by.
    pub(super) words: Vec<u32>,
    /// Those of them that are names.
    names: Vec<u32>,
    pub(super) members: Vec<usize>,
}

impl<'s> Telling<'s> {
    /// What `members` tell, and in `vocabulary` the words that they use for it.
    pub(super) fn collect(
        statements: &'s [Saying],
        members: &[usize],
        people: &People,
        vocabulary: &mut Vocabulary<'s>,
    ) -> Vec<Telling<'s>> {
        // Without a sentence there is nothing to compare by: such statements stand each for itself.
        let mut seen: HashMap<_, usize> = HashMap::default();
        let mut tellings: Vec<Telling<'s>> = Vec::new();
        for &member in members {
            let statement = &statements[member];
            let (person, words) = (people.of(member), beside_date(statement));
            let key = (&statement.kind, person, statement.date, words);
            let at = seen.get(&key).copied().filter(|_| words != ("", "")).unwrap_or(tellings.len());
            if at == tellings.len() {
                seen.insert(key, at);
                let window = statement.date.map_or(Window::OPEN, Window::of);
                let mut telling = Telling {
                    kind: &statement.kind,
                    person,
                    document: &statement.document,
                    date: statement.date,
                    window,
                    words: Vec::new(),
                    names: Vec::new(),
                    members: Vec::new(),
                };
                if window.length() < COARSEST || telling.of_no_year().is_some() {
                    (telling.words, telling.names) = vocabulary.read(statement);
                }
                tellings.push(telling);
            }
            tellings[at].members.push(member);
        }
        tellings
    }

    /// What it reports of a day that befalls its object once.
    pub(super) fn act(&self, statements: &[Saying]) -> Option<Act> {
        let told = &statements[*self.members.first()?];
        Act::of(told).filter(|_| self.window.is_day() && told.certainty == Certainty::Reported)
    }

    fn can_be_on(&self, other: &Telling<'_>) -> bool {
        self.date.zip(other.date).is_none_or(|(a, b)| can_agree(a, b))
    }

    /// The months, by the thirty days, that the window touches.
    pub(super) fn months(&self) -> std::ops::Range<i64> {
        const MONTH: i64 = 30 * DAY;
        if self.words.is_empty() || self.window == Window::OPEN {
            return 0..0;
        }
        self.window.lo.div_euclid(MONTH)..self.window.hi.div_euclid(MONTH) + 1
    }

    /// The month and day of no stated year.
    pub(super) fn of_no_year(&self) -> Option<(u8, u8)> {
        match self.date?.as_point()?.unit {
            Unit::DayOfYear(month, day) => Some((month, day)),
            _ => None,
        }
    }

    /// The month and day.
    pub(super) fn day_of_year(&self) -> Option<(u8, u8)> {
        let day = self.date.and_then(Date::as_day);
        let told = day.map(|day| (chrono::Datelike::month(&day) as u8, chrono::Datelike::day(&day) as u8));
        told.or_else(|| self.of_no_year())
    }

    /// The weight of what both say, where they tell one event.
    pub(super) fn likeness(&self, other: &Telling<'_>, vocabulary: &Vocabulary<'_>) -> Option<u32> {
        let kinds = self.kind == other.kind || *self.kind == Kind::Event || *other.kind == Kind::Event;
        let persons = self.person.is_none() || other.person.is_none() || self.person == other.person;
        if self.document == other.document || !kinds || !persons || !self.can_be_on(other) {
            return None;
        }
        let weigh = |words: &[u32]| words.iter().map(|&word| vocabulary.weight(word)).sum::<u32>();
        let of_both = |a: &[u32], b: &[u32]| {
            let of_both: Vec<u32> = a.iter().copied().filter(|word| has(b, word)).collect();
            (weigh(&of_both), weigh(a), weigh(b), of_both.len())
        };
        let (shared, mine, theirs, count) = of_both(&self.words, &other.words);
        let (names, my_names, their_names, _) = of_both(&self.names, &other.names);
        // The cosine is at least 0.45.
        let alike = u64::from(shared).pow(2) * 400 >= u64::from(mine) * u64::from(theirs) * 81;
        let names_more = |a: &Telling<'_>, b: &Telling<'_>| a.names.iter().any(|name| !has(&b.words, name));
        let in_other_words = self.kind == other.kind
            && *self.kind != Kind::Event
            && count > SHARED
            && shared * 3 >= mine.min(theirs)
            && names * 5 >= my_names.min(their_names) * 3;
        let is_one = alike && !(names_more(self, other) && names_more(other, self)) || in_other_words;
        (is_one && names > 0).then_some(shared)
    }
}

/// What a sentence says beside its date: "The commission reported on 4 March" and "The commission reported on Thursday" are
/// the same of one day.
pub(super) fn beside_date(statement: &Saying) -> (&str, &str) {
    let sentence = statement.sentence.trim();
    let date = statement.date_text.as_deref().filter(|date| !date.is_empty());
    date.and_then(|date| sentence.split_once(date)).unwrap_or((sentence, ""))
}

/// Whether `words`, which rise, have the word.
fn has(words: &[u32], word: &u32) -> bool {
    words.binary_search(word).is_ok()
}

/// The words of all tellings, each by its number.
#[derive(Default)]
pub(super) struct Vocabulary<'s> {
    numbers: HashMap<String, u32>,
    /// By number, how many documents have the word, and the last of them.
    spread: Vec<(u32, &'s str)>,
    documents: HashSet<&'s str>,
}

impl<'s> Vocabulary<'s> {
    /// The words of a sentence that tell something, and those of them that are names: no words of its own date, of time
    /// or of grammar. Numbers rise.
    fn read(&mut self, statement: &'s Saying) -> (Vec<u32>, Vec<u32>) {
        let (mut words, mut names) = (Vec::new(), Vec::new());
        self.documents.insert(&statement.document);
        let (before, behind) = beside_date(statement);
        for word in [before, behind].into_iter().flat_map(|part| part.split(|c: char| !c.is_alphanumeric())) {
            let is_name = word.starts_with(char::is_uppercase);
            if !is_name && !word.starts_with(|c: char| c.is_ascii_digit()) && word.chars().count() <= 3
                || is_empty(word)
            {
                continue;
            }
            let number = self.number(concept(stem(word)), &statement.document);
            words.push(number);
            if is_name {
                names.push(number);
            }
        }
        for numbers in [&mut words, &mut names] {
            numbers.sort_unstable();
            numbers.dedup();
        }
        (words, names)
    }

    fn number(&mut self, word: String, document: &'s str) -> u32 {
        let next = self.spread.len() as u32;
        let number = *self.numbers.entry(word).or_insert(next);
        match self.spread.get_mut(number as usize) {
            Some((_, last)) if *last == document => {}
            Some((count, last)) => (*count, *last) = (*count + 1, document),
            None => self.spread.push((1, document)),
        }
        number
    }

    /// What it says that a word is shared: the binary logarithm, in quarters, of one and the documents to one that has
    /// it.
    fn weight(&self, word: u32) -> u32 {
        let of = u128::from(self.spread[word as usize].0);
        let all = self.documents.len() as u128;
        // Numbers of documents are far below 2^31.
        ((all + of).pow(4) / of.pow(4)).max(1).ilog2()
    }
}

/// Whether the word tells nothing of what happened: one of grammar, or a day or unit of time.
fn is_empty(word: &str) -> bool {
    let of_grammar = Class::FUNCTION | Class::ADVERB | Class::SAY | Class::MONTH;
    let of_time = |meaning: &Meaning| {
        matches!(
            meaning,
            Meaning::Unit(_) | Meaning::Units(_) | Meaning::Turn(_) | Meaning::Part(_) | Meaning::Parts(_)
        )
    };
    let known = || ENGLISH.at(word, 0).filter(|&(_, end)| end == word.len());
    class(word).has(of_grammar) || known().is_some_and(|(known, _)| known.meanings.iter().any(of_time))
}

/// The first letters of a word without its ending: "rioters" and "riots" are one.
fn stem(word: &str) -> String {
    const STEM: usize = 6;
    const ENDINGS: [&str; 5] = ["ing", "ers", "ed", "es", "s"];
    let bare = ENDINGS.iter().find_map(|ending| word.strip_suffix(ending).filter(|bare| bare.len() > 3));
    bare.unwrap_or(word).chars().take(STEM).flat_map(char::to_lowercase).collect()
}

/// The first word of the concept that a stem belongs to, or the stem itself.
fn concept(stem: String) -> String {
    static CONCEPTS: LazyLock<HashMap<String, String>> = LazyLock::new(|| {
        let line = |line: &'static str| {
            let mut stems = line.split_whitespace().map(self::stem);
            let first = stems.next().unwrap_or_default();
            stems.map(move |stem| (stem, first.clone())).collect::<Vec<_>>()
        };
        lexicon::sections(lexicon::CONCEPTS).flat_map(|(_, words)| line(words)).collect()
    });
    CONCEPTS.get(&stem).cloned().unwrap_or(stem)
}
