//! Acts that befall one thing once: an arrest, a raid, the signing of a treaty, the opening of a bridge.
//!
//! What a sentence does, to whom or what, and by whom, as far as its words tell: the phrase that is the object, "the banker
//! Otto Brandl", and the one that is the agent. There is no parse tree; a phrase ends at a mark, a verb or a preposition other
//! than "of".

use std::sync::LazyLock;

use super::telling::beside_date;
use crate::hash::HashMap;
use crate::lexicon;
use crate::parse::word::{Class, class, may_be_past};
use crate::resolve::saying::Saying;

/// What is done once, to what, and by whom.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Act {
    /// One of those that the lexicon has, by its key.
    pub(super) kind: &'static str,
    object: Phrase,
    agent: Phrase,
    /// All that the sentence says beside its date.
    words: String,
}

/// In fewer words many things without a name are told alike: "The trial opened on 4 May".
const WORDS: usize = 5;

/// The words of a phrase without its articles, in lower case, each with whether it is a name.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Phrase {
    words: Vec<(String, bool)>,
    /// Whether it is one that is known: "the lifting bridge".
    is_definite: bool,
}

impl Act {
    /// What `told` does; `None` where that can recur, or the object is not named.
    pub(super) fn of(told: &Saying) -> Option<Act> {
        let trigger = told.trigger.as_deref()?.to_lowercase();
        let known = |words: &HashMap<&str, &'static str>| words.get(trigger.as_str()).copied();
        let (is_verb, is_noun) = (known(&ACTS.verbs), known(&ACTS.nouns));
        if is_verb.is_none() && is_noun.is_none() && !ACTS.light.contains(&trigger.as_str()) {
            return None;
        }
        let words = words(told);
        let place = place(&words, &trigger)?;
        let verb = || Some(Act::by_verb(told, &words, place, is_verb?));
        let noun = |place: usize, kind| {
            Some(Act { kind, object: behind_noun(&words, place)?, agent: Phrase::default(), words: String::new() })
        };
        let light = || {
            let mut nouns = (0..place).rev().filter_map(|at| Some((at, *ACTS.nouns.get(words[at].bare().as_str())?)));
            nouns.find_map(|(at, kind)| noun(at, kind))
        };
        let act = is_noun.and_then(|kind| noun(place, kind)).or_else(verb).or_else(light)?;
        let is_told = act.object.is_named() || act.object.is_definite && words.len() >= WORDS;
        let (before, behind) = beside_date(told);
        is_told.then(|| Act { words: [before, behind].concat(), ..act })
    }

    fn by_verb(told: &Saying, words: &[Word<'_>], place: usize, kind: &'static str) -> Act {
        let is_passive = (place.saturating_sub(3)..place).any(|at| class(&words[at].bare()).has(Class::BE));
        let (before, behind) = (Phrase::before(words, place), Phrase::behind(words, place + 1));
        let by = || {
            let by = (place + 1..words.len()).find(|&at| words[at].bare() == "by");
            by.map_or(Phrase::default(), |by| Phrase::behind(words, by + 1))
        };
        let (object, agent) = match is_passive {
            true => (before, by()),
            false if behind.words.is_empty() => (before, Phrase::default()),
            false => (behind, before),
        };
        // "He was arrested"
        let is_pronoun =
            matches!(&object.words[..], [(word, _)] if ["he", "she", "him", "her", "they"].contains(&word.as_str()));
        let named = told.person.as_deref().filter(|_| is_pronoun || object.words.is_empty());
        Act { kind, object: named.map_or(object, Phrase::name), agent, words: String::new() }
    }

    /// Whether both are one act, for all that is said of it: the object is the same, and not each has an agent of its own. An
    /// object without a name is the same in the same words.
    pub(super) fn is(&self, other: &Act) -> bool {
        let is_same = self.object.is(&other.object) && !self.agent.is_apart(&other.agent);
        let are_named = self.object.is_named() && other.object.is_named();
        self.kind == other.kind && is_same && (are_named || self.is_in_the_words_of(other))
    }

    /// Whether nothing but the date is told otherwise.
    pub(super) fn is_in_the_words_of(&self, other: &Act) -> bool {
        self.words == other.words
    }

    /// What it is looked for by.
    pub(super) fn key(&self) -> (&'static str, &str) {
        (self.kind, self.object.words.last().map_or("", |(head, _)| head))
    }
}

impl Phrase {
    fn name(name: &str) -> Phrase {
        Phrase { words: name.split(' ').map(|word| (word.to_lowercase(), true)).collect(), is_definite: true }
    }

    /// The phrase that ends before the verb at `place`, its auxiliaries apart.
    fn before(words: &[Word<'_>], place: usize) -> Phrase {
        let auxiliary = |word: &Word<'_>| {
            let word = word.bare();
            class(&word).has(Class::BE | Class::HAVE | Class::ADVERB) || word.ends_with("ly")
        };
        let end = (0..place).rev().find(|&at| !auxiliary(&words[at])).map_or(0, |at| at + 1);
        let opens = |end: usize| (0..end).rev().find(|&at| words[at].closes && at + 1 < end).map_or(0, |at| at + 1);
        let start = opens(end);
        // "The trial of Ana Silva, the former mayor, opened"
        let is_apposed = start > 0 && words[end - 1].closes && class(&words[start].bare()).has(Class::DETERMINER);
        let (start, end) = if is_apposed { (opens(start), start) } else { (start, end) };
        let phrase = &words[start..end];
        let cut = phrase.iter().position(Word::is_cut).unwrap_or(phrase.len());
        // "On Monday police", "In Lorne the Tarn bridge"
        Phrase::of(if cut == 0 { phrase.get(1..).unwrap_or_default() } else { &phrase[..cut] })
    }

    /// The phrase that begins at `from`.
    fn behind(words: &[Word<'_>], from: usize) -> Phrase {
        let rest = words.get(from..).unwrap_or_default();
        let cut = rest.iter().position(Word::is_cut).unwrap_or(rest.len());
        let closed = rest.iter().position(|word| word.closes).map_or(rest.len(), |at| at + 1);
        Phrase::of(&rest[..cut.min(closed)])
    }

    /// Without what stands before its last article.
    fn of(words: &[Word<'_>]) -> Phrase {
        let article = |word: &Word<'_>| class(&word.bare()).has(Class::DETERMINER);
        let from = words.iter().rposition(article).map_or(0, |at| at + 1);
        let word = |word: &Word<'_>| (word.bare(), word.text.starts_with(char::is_uppercase));
        let is_definite = from.checked_sub(1).is_some_and(|at| words[at].bare() == "the");
        Phrase { words: words[from..].iter().map(word).filter(|(word, _)| !word.is_empty()).collect(), is_definite }
    }

    fn names(&self) -> impl Iterator<Item = &str> {
        self.words.iter().filter(|(_, is_name)| *is_name).map(|(word, _)| word.as_str())
    }

    fn is_named(&self) -> bool {
        self.names().next().is_some()
    }

    fn has(&self, word: &str) -> bool {
        self.words.iter().any(|(own, _)| own == word)
    }

    /// Whether both end alike, and one has all names of the other: "Tarn bridge", "the old Tarn Bridge".
    fn is(&self, other: &Phrase) -> bool {
        let holds = |one: &Phrase, other: &Phrase| other.names().all(|name| one.has(name));
        self.words.last().map(|(head, _)| head) == other.words.last().map(|(head, _)| head)
            && (holds(self, other) || holds(other, self))
    }

    /// Whether they are two: of other names, or told apart by the words before one noun, "the lower house", "the upper house".
    fn is_apart(&self, other: &Phrase) -> bool {
        let more = |one: &Phrase, other: &Phrase| one.words.iter().any(|(word, _)| !other.has(word));
        let named = self.is_named() && other.is_named() && !self.names().any(|name| other.has(name));
        let alike = self.words.last().zip(other.words.last()).is_some_and(|((one, _), (other, _))| one == other);
        named || alike && more(self, other) && more(other, self)
    }
}

/// A word of a sentence, and whether a mark behind it ends the phrase.
struct Word<'s> {
    text: &'s str,
    closes: bool,
}

impl Word<'_> {
    fn bare(&self) -> String {
        self.text.to_lowercase()
    }

    fn is_cut(&self) -> bool {
        let word = self.bare();
        let ends = Class::PREPOSITION | Class::CONJUNCTION | Class::RELATIVE | Class::BE | Class::HAVE;
        word != "of" && (class(&word).has(ends) || self.text == word && may_be_past(&word))
    }
}

/// The words of the sentence but for its date.
fn words(told: &Saying) -> Vec<Word<'_>> {
    let (before, behind) = beside_date(told);
    let word = |word| {
        let text: &str = word;
        let bare = text.trim_matches(|c: char| !c.is_alphanumeric());
        let bare = bare.strip_suffix("'s").or_else(|| bare.strip_suffix("’s")).unwrap_or(bare);
        Word { text: bare, closes: text.ends_with([',', ';', ':', ')', '–', '—', '.', '”', '"']) }
    };
    let mut words: Vec<Word<'_>> = before.split_whitespace().map(word).collect();
    // The preposition of the date opens no phrase.
    if words.last().is_some_and(|last| ["on", "in"].contains(&last.bare().as_str())) {
        words.pop();
    }
    words.extend(behind.split_whitespace().map(word));
    words
}

/// Where the trigger, which may be of several words, ends.
fn place(words: &[Word<'_>], trigger: &str) -> Option<usize> {
    let last = trigger.rsplit(' ').next()?;
    words.iter().position(|word| word.bare() == last)
}

/// What a noun tells of: "the opening of the Tarn bridge", "the raid on Ostby Lines", "Ana Silva's arrest".
fn behind_noun(words: &[Word<'_>], place: usize) -> Option<Phrase> {
    let leads = words.get(place + 1).is_some_and(|next| ["of", "on", "against"].contains(&next.bare().as_str()));
    let phrase = if leads { Phrase::behind(words, place + 2) } else { Phrase::before(words, place) };
    phrase.is_named().then_some(phrase)
}

struct Acts {
    verbs: HashMap<&'static str, &'static str>,
    nouns: HashMap<&'static str, &'static str>,
    light: Vec<&'static str>,
}

static ACTS: LazyLock<Acts> = LazyLock::new(|| {
    let of = |class: &'static str| lexicon::entries(lexicon::ACTS).filter(move |entry| entry.class == class);
    let by_form = |class| of(class).map(|entry| (entry.form, entry.key)).collect();
    Acts { verbs: by_form("verb"), nouns: by_form("noun"), light: of("light").map(|entry| entry.form).collect() }
});

#[cfg(test)]
mod tests {
    use super::*;
    use crate::statement::Statement;

    /// The act of `sentence`, by its trigger and its date, which both stand in it.
    fn act(trigger: &str, sentence: &str) -> Option<Act> {
        let told = Statement {
            trigger: Some(trigger.to_owned()),
            sentence: sentence.to_owned(),
            date_text: Some("4 May 1921".to_owned()),
            ..Statement::default()
        };
        Act::of(&Saying::all(vec![told])[0])
    }

    fn are_one(a: (&str, &str), b: (&str, &str)) -> bool {
        let told = |(trigger, sentence)| act(trigger, sentence).unwrap_or_else(|| panic!("{sentence}"));
        told(a).is(&told(b))
    }

    #[test]
    fn one_act_is_told_from_either_side() {
        for (a, b) in [
            (
                ("arrested", "Lind was arrested on 4 May 1921 at the harbour."),
                ("arrested", "On 4 May 1921 police arrested the former banker Anna Lind at Bergen harbour."),
            ),
            (
                ("opened", "The Tarn Bridge in Bergen opened to traffic on 4 May 1921."),
                ("opening", "The opening of the Tarn bridge took place on 4 May 1921."),
            ),
            (
                ("opened", "The mayor opened the old Tarn bridge on 4 May 1921."),
                ("held", "The opening of the Tarn bridge was held on 4 May 1921."),
            ),
            (
                ("signed", "Norway and Chile signed the Herring Treaty on 4 May 1921."),
                ("signed", "The Herring Treaty was signed by Norway and Chile on 4 May 1921."),
            ),
            (
                ("raided", "The offices of Ostby Lines were raided by police on 4 May 1921."),
                ("raid", "The raid on Ostby Lines followed on 4 May 1921."),
            ),
            (
                ("opened", "The trial of the former banker Anna Lind opened in Bergen on 4 May 1921."),
                ("opened", "The trial of Anna Lind, the former banker, opened on 4 May 1921."),
            ),
            (
                ("opened", "The lifting bridge was opened by the mayor on 4 May 1921."),
                ("opened", "The lifting bridge was opened by the mayor on 4 May 1921."),
            ),
            (
                ("passed", "Parliament passed the Harbour Act on 4 May 1921."),
                ("passed", "The Harbour Act was finally passed by parliament on 4 May 1921."),
            ),
        ] {
            assert!(are_one(a, b), "{a:?} {b:?}: {:?} {:?}", act(a.0, a.1), act(b.0, b.1));
        }
    }

    #[test]
    fn another_object_or_agent_is_another_act() {
        for (a, b) in [
            (
                ("arrested", "Police arrested Anna Lind on 4 May 1921."),
                ("arrested", "Police arrested Karl Lind on 4 May 1921."),
            ),
            (
                ("opened", "The Bergen library opened on 4 May 1921."),
                ("opened", "The Bergen baths opened on 4 May 1921."),
            ),
            (
                ("signed", "Norway signed the Herring Treaty on 4 May 1921."),
                ("signed", "Chile signed the Herring Treaty on 4 May 1921."),
            ),
            (
                ("passed", "The lower house passed the Harbour Act on 4 May 1921."),
                ("passed", "The upper house passed the Harbour Act on 4 May 1921."),
            ),
            (
                ("opened", "The lifting bridge was opened by the mayor on 4 May 1921."),
                ("opened", "The lifting bridge was opened by the council on 4 May 1921."),
            ),
            (
                ("bought", "Ostby bought the Grand Hotel on 4 May 1921."),
                ("demolished", "The Grand Hotel was demolished on 4 May 1921."),
            ),
        ] {
            assert!(!are_one(a, b), "{a:?} {b:?}");
        }
    }

    #[test]
    fn what_recurs_or_names_nothing_is_no_such_act() {
        for (trigger, sentence) in [
            ("visited", "Anna Lind visited Bergen on 4 May 1921."),
            ("met", "Anna Lind met King Olav on 4 May 1921."),
            ("beat", "Bergen beat Lom on 4 May 1921."),
            ("held", "Anna Lind held talks in Bergen on 4 May 1921."),
            ("arrested", "Police arrested three men in Bergen on 4 May 1921."),
            ("opened", "The bridge opened on 4 May 1921."),
        ] {
            assert_eq!(act(trigger, sentence), None, "{sentence}");
        }
    }

    #[test]
    fn a_pronoun_is_whom_the_statement_names() {
        let told = Statement {
            trigger: Some("arrested".to_owned()),
            sentence: "He was arrested on 4 May 1921.".to_owned(),
            person: Some("Karl Abel".to_owned()),
            ..Statement::default()
        };
        let act = Act::of(&Saying::all(vec![told])[0]);
        assert_eq!(act.map(|act| act.object), Some(Phrase::name("Karl Abel")));
    }
}
