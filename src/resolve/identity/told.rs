//! Which statements outside the office family speak of the same event.
//!
//! Their kinds are loose and their persons often missing, so words decide, and only clear cases are joined: the same
//! sentence printed again; or, across documents, dates that agree within a month and sentences that share half of what
//! the shorter one says, or a third of it where both are of one particular kind.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use super::people::People;
use super::union::Union;
use crate::lexicon;
use crate::resolve::hash::{HashMap, HashSet};
use crate::resolve::saying::Saying;
use crate::resolve::window::{DAY, Window};
use crate::statement::Kind;

/// A word in more tellings of one month than this tells nothing of them apart.
const COMMON: usize = 64;

/// Coarser dates than this are no evidence that two sentences tell one event.
const COARSEST: i64 = 31 * DAY;

/// As many words have to be shared at least.
const SHARED: usize = 4;

/// The statements `members` as sets that tell one event each.
pub(super) fn merge(statements: &[Saying], members: &[usize], people: &People) -> Vec<Vec<usize>> {
    let tellings = Telling::collect(statements, members, people);
    let mut union = Union::new(tellings.len());
    let mut index: HashMap<(i64, &str), Vec<usize>> = HashMap::default();
    for (at, telling) in tellings.iter().enumerate() {
        let mut shared: BTreeMap<usize, usize> = BTreeMap::new();
        for month in telling.months() {
            let mut met = HashSet::default();
            for word in &telling.words {
                let bucket = index.entry((month, word)).or_default();
                for &other in bucket.iter().filter(|_| bucket.len() <= COMMON) {
                    if met.insert((word.as_str(), other)) {
                        *shared.entry(other).or_default() += 1;
                    }
                }
                if bucket.len() <= COMMON {
                    bucket.push(at);
                }
            }
        }
        for (other, count) in shared {
            if telling.is_one_with(&tellings[other], count) {
                union.join(at, other);
            }
        }
    }
    let merged = |set: Vec<usize>| set.into_iter().flat_map(|at| tellings[at].members.iter().copied()).collect();
    union.sets().into_iter().map(merged).collect()
}

/// The statements that say the very same.
struct Telling<'s> {
    kind: &'s Kind,
    person: Option<usize>,
    document: &'s str,
    window: Window,
    /// What the sentence says, as stems in order of the alphabet; empty where its date is too coarse to compare by.
    words: Vec<String>,
    members: Vec<usize>,
}

impl<'s> Telling<'s> {
    fn collect(statements: &'s [Saying], members: &[usize], people: &People) -> Vec<Telling<'s>> {
        // Without a sentence there is nothing to compare by: such statements stand each for itself.
        let mut seen: HashMap<_, usize> = HashMap::default();
        let mut tellings: Vec<Telling<'s>> = Vec::new();
        for &member in members {
            let statement = &statements[member];
            let (person, sentence) = (people.of(member), statement.sentence.trim());
            let key = (&statement.kind, person, statement.date, sentence);
            let at = seen.get(&key).copied().filter(|_| !sentence.is_empty()).unwrap_or(tellings.len());
            if at == tellings.len() {
                seen.insert(key, at);
                let window = statement.date.map_or(Window::OPEN, Window::of);
                tellings.push(Telling {
                    kind: &statement.kind,
                    person,
                    document: &statement.document,

                    window,
                    words: if window.length() < COARSEST { words(sentence) } else { Vec::new() },
                    members: Vec::new(),
                });
            }
            tellings[at].members.push(member);
        }
        tellings
    }

    /// The months, by the thirty days, that the window touches.
    fn months(&self) -> std::ops::Range<i64> {
        const MONTH: i64 = 30 * DAY;
        if self.words.is_empty() {
            return 0..0;
        }
        self.window.lo.div_euclid(MONTH)..self.window.hi.div_euclid(MONTH) + 1
    }

    /// Whether both tell one event, given how many words they share.
    fn is_one_with(&self, other: &Telling<'_>, shared: usize) -> bool {
        let kinds = self.kind == other.kind || *self.kind == Kind::Event || *other.kind == Kind::Event;
        let persons = self.person.is_none() || other.person.is_none() || self.person == other.person;
        let shorter = self.words.len().min(other.words.len());
        let named = self.kind == other.kind && *self.kind != Kind::Event;
        let enough = (shared >= SHARED && shared * 2 >= shorter) || (named && shared > SHARED && shared * 3 >= shorter);
        self.document != other.document && kinds && persons && enough && self.window.meets(other.window)
    }
}

/// What the words of `sentence` mean, in order of the alphabet: stems of those that are long, a number or a name, with one
/// stem for all words of a concept.
fn words(sentence: &str) -> Vec<String> {
    let mut words: Vec<String> = sentence
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| word.chars().count() > 3 || word.starts_with(|c: char| c.is_ascii_digit() || c.is_uppercase()))
        .map(|word| concept(stem(word)))
        .collect();
    words.sort_unstable();
    words.dedup();
    words
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::statement::Statement;

    fn told(document: &str, kind: &'static str, date: &str, sentence: &str) -> Statement {
        Statement {
            document: document.to_owned(),
            kind: kind.into(),
            date: date.parse().ok(),
            sentence: sentence.to_owned(),
            ..Statement::default()
        }
    }

    fn are_one(a: Statement, b: Statement) -> bool {
        let sayings = Saying::all(vec![a, b]);
        merge(&sayings, &[0, 1], &People::new(&sayings)).len() == 1
    }

    #[test]
    fn one_event_in_other_words_is_one() {
        let week = "The governor last week asked the Danish army for help against rioters in the harbour of Bergen.";
        let month = "In May, as unrest spread in Bergen harbour, the governor called in Danish troops.";
        assert!(are_one(told("a", "protest", "1921-05-02/1921-05-08", week), told("b", "protest", "1921-05", month)));
        assert!(!are_one(told("a", "protest", "1921-05-02/1921-05-08", week), told("b", "protest", "1921-06", month)));
        assert!(!are_one(told("a", "protest", "1921-05-02/1921-05-08", week), told("a", "protest", "1921-05", month)));
    }

    #[test]
    fn two_events_of_one_month_stay_two() {
        let first = "The governor of Bergen opened the new harbour on Monday.";
        let other = "The bishop of Bergen met the envoy of Denmark in the old town.";
        assert!(!are_one(told("a", "event", "1921-05", first), told("b", "event", "1921-05-09", other)));
    }
}
