//! The tense of the verb nearest to an expression: which way an incomplete date lies.

use std::sync::LazyLock;

use crate::Span;
use crate::eight;
use crate::lexicon::{self, table::WordTable};
use crate::scan::sentence::sentences;

/// Which way.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Tense {
    Past,
    Future,
}

/// How far a verb is looked for, in bytes.
const REACH: usize = 160;

/// The tense that the words around `span` tell: the nearest before it in its sentence, else the nearest after it.
pub(in crate::parse::time) fn tense(text: &str, span: Span) -> Option<Tense> {
    let (before, after) = sentence_around(text, span);
    // "as soon as Tuesday", "as early as May", "ahead of Friday's vote", "looking ahead to Monday"
    if [" soon as ", " early as ", " ahead of ", " ahead to ", " forward to ", " anticipation of "]
        .iter()
        .any(|lead| before.ends_with(lead))
        || before.ends_with("Ahead of ")
    {
        return Some(Tense::Future);
    }
    // "Friday is the last day of the fair"
    if before.trim().is_empty() && text[span.end..].starts_with(" is ") {
        return Some(Tense::Future);
    }
    let told = before_tells(before).or_else(|| plans(before).then_some(Tense::Future));
    told.or_else(|| words(after()).find_map(|word| telling(word)?.tense()))
}

/// Whether several are told to do soon what they do at a fixed time: `the ministers meet separately on`, `they leave`, but
/// not `the track meet on`
fn plans(before: &str) -> bool {
    let mut back = words(before).rev().skip_while(|word| is_any(word, &["on"]) || word.ends_with("ly")).peekable();
    if back.next().and_then(telling) != Some(Telling::Plan) {
        return false;
    }
    let Some(who) = back.next() else { return false };
    let several = who.ends_with('s') && !who.ends_with("ss") && !who.ends_with("'s") && !who.ends_with("’s");
    let name = who.starts_with(|c: char| c.is_ascii_uppercase());
    several || is_any(who, &["they", "we", "who"]) || name && back.take(CLAUSE).any(|word| word == "and")
}

/// Whether the sentence tells what stands at `span` as still to come: `she will be sworn in on January 8`, `on January 8 she
/// will be sworn in`
pub(in crate::parse::time) fn promised(text: &str, span: Span) -> bool {
    let (before, after) = sentence_around(text, span);
    let mut opens = true;
    for told in words(before).filter_map(telling) {
        if told == Telling::Promise {
            return true;
        }
        opens &= told.tense().is_none();
    }
    let then = || words(after()).filter_map(telling).find(|told| told.tense().is_some());
    opens && then() == Some(Telling::Promise)
}

/// Whether the expression opens its sentence, which goes on with what was done: `In June, Lie announced that she would go`
pub(crate) fn opens_past(text: &str, span: Span) -> bool {
    let (before, after) = sentence_around(text, span);
    let told = |word| telling(word).and_then(Telling::tense);
    words(before).all(|word| told(word).is_none()) && words(after()).find_map(told) == Some(Tense::Past)
}

/// The same, and what is already under way: `she is leaving at the end of the year`
pub(super) fn ahead(text: &str, span: Span) -> bool {
    let (before, _) = sentence_around(text, span);
    let verbs = words(before).zip(words(before).skip(1));
    let last = verbs.filter(|(word, _)| is_copula(word)).last();
    last.is_some_and(|(word, next)| telling(word) == Some(Telling::Copula) && next.ends_with("ing"))
        || promised(text, span)
}

/// Whether the sentence tells what can come to be, which of itself says nothing of when: `the dollar could fall in two
/// weeks`, but not `she could not be reached`
pub(super) fn possible(text: &str, span: Span) -> bool {
    let (before, _) = sentence_around(text, span);
    let mut verbs = words(before).zip(words(before).skip(1));
    before_tells(before).is_none() && verbs.any(|(word, next)| is_any(word, &["could"]) && !is_any(next, &["not"]))
}

/// Whether the present tells what is to change: `he steps down on August 31`, `she takes office on May 3`
pub(super) fn changes(text: &str, span: Span) -> bool {
    let (before, _) = sentence_around(text, span);
    let told = words(before).rev().filter_map(|word| Some((word, telling(word)?)));
    let verb = told.into_iter().find(|(_, told)| !matches!(told, Telling::Aside | Telling::Determiner | Telling::Plan));
    // "Were due on May 3" tells nothing of another year.
    matches!(verb, Some((_, Telling::Change)))
        || matches!(verb, Some((word, Telling::Announced)) if word.ends_with('s'))
}

/// Whether a verb of the past stands right before: `was ordered in January`
pub(super) fn done(text: &str, span: Span) -> bool {
    let (before, _) = sentence_around(text, span);
    let mut words = words(before).rev();
    let beside =
        words.next().is_some_and(|word| is_any(word, &["in"])) && words.next().and_then(telling) == Some(Telling::Past);
    // "to be published in November", "is heard in May"
    let is = |word: &str| is_any(word, &["be"]) || telling(word) == Some(Telling::Copula);
    beside && !words.next().is_some_and(is) && tense(text, span) == Some(Tense::Past)
}

/// So many words before its verb a clause has at most that an "until" opens.
const CLAUSE: usize = 6;

/// Whether writers tell what is on their own calendar: `Saturday I have a rehearsal`, `Sunday afternoon, we play in Oslo`
pub(super) fn is_own_plan(text: &str, span: Span) -> bool {
    let (before, after) = sentence_around(text, span);
    let mut words = words(after());
    if !before.trim().is_empty() || !words.next().is_some_and(|word| is_any(word, &["I", "we"])) {
        return false;
    }
    match words.next().and_then(telling) {
        // "I have a rehearsal", but "I have seen it".
        Some(Telling::Perfect) => words.next().and_then(telling) == Some(Telling::Determiner),
        told => told.and_then(Telling::tense) != Some(Tense::Past),
    }
}

/// What the words before an expression tell, the nearest first.
fn before_tells(before: &str) -> Option<Tense> {
    let mut words = words(before).rev();
    let nearest = words.clone().next().unwrap_or_default();
    let (mut participle, mut reduced, mut after, mut beyond) = (false, false, "", "");
    while let Some(word) = words.next() {
        let to = is_any(after, &["to"]) && !matches!(telling(beyond), Some(Telling::Determiner));
        beyond = std::mem::replace(&mut after, word);
        let told = telling(word);
        // "held" in "will be held" is a participle, "succeed" in "to succeed" an infinitive: what is before decides.
        if std::mem::take(&mut participle) && !is_any(word, &["be", "to"]) && !told.is_some_and(Telling::is_future) {
            // "remains closed until the budget is passed", "once it is published"
            let mut clause = words.clone().take(CLAUSE);
            let awaits = |word: &str| is_any(word, &["until", "till", "once"]);
            return match told {
                Some(Telling::Copula) if awaits(nearest) || clause.any(awaits) => Some(Tense::Future),
                // "The fair is held on May 3"
                Some(Telling::Copula) => None,
                _ => Some(Tense::Past),
            };
        }
        match told {
            Some(Telling::Promise | Telling::Future) => return Some(Tense::Future),
            // "has until Friday", "has to choose on Friday"
            Some(Telling::Perfect) if to || is_any(nearest, &["until"]) => return Some(Tense::Future),
            // "left as planned", "as previously expected", "better than expected"
            Some(Telling::Announced) if told_as(words.clone()) => {}
            Some(Telling::AnnouncedTo) if !to => participle = true,
            Some(Telling::Announced | Telling::AnnouncedTo) => return Some(announced(words)),
            Some(Telling::PutOff) if is_any(nearest, &["until", "till", "to", "for"]) => return Some(Tense::Future),
            Some(Telling::PutOff) if !word.ends_with("ed") => {}
            // "a dinner hosted by Lie", which is told by what stands before it
            Some(Telling::Past) if is_any(beyond, &["by"]) && words.clone().next().and_then(telling).is_none() => {
                reduced = true;
            }
            Some(Telling::PutOff | Telling::Past | Telling::PastCopula | Telling::Perfect) => participle = true,
            // "is to resume"
            Some(Telling::Aside) if is_any(word, &["to"]) && words.clone().next().is_some_and(is_copula) => {
                return Some(Tense::Future);
            }
            Some(Telling::Copula | Telling::Change | Telling::Plan | Telling::Aside | Telling::Determiner) | None => {}
        }
    }
    (participle || reduced).then_some(Tense::Past)
}

/// Whether "as" or "than" is the last of these words, but for asides.
fn told_as<'t>(mut before: impl Iterator<Item = &'t str>) -> bool {
    before.find(|word| telling(word) != Some(Telling::Aside)).is_some_and(|word| is_any(word, &["as", "than"]))
}

/// What "due" tells after these words: "had originally been due to expire" did not come to be.
fn announced<'t>(mut before: impl Iterator<Item = &'t str>) -> Tense {
    let verb = before.find(|word| !matches!(telling(word), Some(Telling::Aside | Telling::Announced)));
    if verb.is_some_and(|verb| is_any(verb, &["had"])) { Tense::Past } else { Tense::Future }
}

fn is_any(word: &str, words: &[&str]) -> bool {
    words.iter().any(|other| word.eq_ignore_ascii_case(other))
}

fn is_copula(word: &str) -> bool {
    matches!(telling(word), Some(Telling::Copula | Telling::PastCopula))
}

/// What a word tells of the tense.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Telling {
    /// `will`
    Promise,
    /// `would`
    Future,
    /// `scheduled`
    Announced,
    /// `set`, where a "to" and a verb follow.
    AnnouncedTo,
    /// `delayed`, where "until" or its like follows.
    PutOff,
    Past,
    /// `was`
    PastCopula,
    /// `has`
    Perfect,
    /// `is`
    Copula,
    /// `retires`
    Change,
    /// `meet`
    Plan,
    /// `originally`
    Aside,
    /// `the`
    Determiner,
}

/// Words that tell a tense; of what stands twice the last counts.
static TELLING: LazyLock<WordTable<Telling>> = LazyLock::new(|| {
    lexicon::entries(include_str!("../../../lexicon/en/tense.txt"))
        .filter_map(|entry| Some((entry.form, telling_of(entry.class, entry.key)?)))
        .collect()
});

/// What a line of the table tells; `None` where its heading or key is unknown, which a test rules out.
fn telling_of(class: &str, key: &str) -> Option<Telling> {
    Some(match (class, key) {
        ("future", "promise") => Telling::Promise,
        ("future", "auxiliary") => Telling::Future,
        ("future", "announced") => Telling::Announced,
        ("future", "with_to") => Telling::AnnouncedTo,
        ("future", "put_off") => Telling::PutOff,
        ("past", "copula") => Telling::PastCopula,
        ("past", "perfect") => Telling::Perfect,
        ("past", _) => Telling::Past,
        ("present", "copula") => Telling::Copula,
        ("present", "change") => Telling::Change,
        ("present", "plan") => Telling::Plan,
        ("aside", _) => Telling::Aside,
        ("noun", _) => Telling::Determiner,
        _ => return None,
    })
}

fn telling(word: &str) -> Option<Telling> {
    let small = !word.starts_with(|c: char| c.is_ascii_uppercase());
    match TELLING.get(word) {
        // "Will", "May" and "Fed" are names.
        Some(told) => Some(*told).filter(|told| small || !told.may_name()),
        None => (word.len() > 4 && word.ends_with("ed") && small).then_some(Telling::Past),
    }
}

impl Telling {
    /// An auxiliary before the base of a verb.
    fn is_future(self) -> bool {
        matches!(self, Telling::Promise | Telling::Future)
    }

    /// A word that is a name where it has a capital.
    fn may_name(self) -> bool {
        self.is_future() || matches!(self, Telling::Past)
    }

    fn tense(self) -> Option<Tense> {
        match self {
            Telling::Promise | Telling::Future | Telling::Announced => Some(Tense::Future),
            Telling::Past | Telling::PastCopula | Telling::Perfect | Telling::AnnouncedTo => Some(Tense::Past),
            Telling::PutOff
            | Telling::Copula
            | Telling::Change
            | Telling::Plan
            | Telling::Aside
            | Telling::Determiner => None,
        }
    }
}

/// The words and figures, with their apostrophes: `won't`, but `she` and `'ll`.
fn words(text: &str) -> Words<'_> {
    Words { text }
}

/// Iterator over the words of what is left of a text, from both its ends.
#[derive(Clone)]
struct Words<'t> {
    text: &'t str,
}

impl<'t> Iterator for Words<'t> {
    type Item = &'t str;

    fn next(&mut self) -> Option<&'t str> {
        loop {
            let bytes = self.text.as_bytes();
            let start = (0..bytes.len()).find(|&at| word_at(&bytes[at..]) > 0)?;
            let mut end = start + eight::run(&bytes[start..]);
            while let length @ 1.. = word_at(&bytes[end..]) {
                end += length + eight::run(&bytes[end + length..]);
            }
            let word = &self.text[start..end];
            let word = &word[..will(word).filter(|&at| at > 0).unwrap_or(word.len())];
            self.text = &self.text[start + word.len()..];
            match bare(word) {
                "" => {}
                word => return Some(word),
            }
        }
    }
}

impl DoubleEndedIterator for Words<'_> {
    fn next_back(&mut self) -> Option<Self::Item> {
        loop {
            let bytes = self.text.as_bytes();
            let end = (1..=bytes.len()).rev().find(|&end| word_before(&bytes[..end]) > 0)?;
            let mut start = end - eight::run_back(&bytes[..end]);
            while let length @ 1.. = word_before(&bytes[..start]) {
                start -= length;
                start -= eight::run_back(&bytes[..start]);
            }
            let word = &self.text[start..end];
            let word = &word[will(word).unwrap_or(0)..];
            self.text = &self.text[..end - word.len()];
            match bare(word) {
                "" => {}
                word => return Some(word),
            }
        }
    }
}

/// How many bytes of a letter, figure or apostrophe `bytes` begin with; 0 for none.
fn word_at(bytes: &[u8]) -> usize {
    match bytes {
        [byte, ..] if byte.is_ascii_alphanumeric() || *byte == b'\'' => 1,
        // U+2019 RIGHT SINGLE QUOTATION MARK
        [0xE2, 0x80, 0x99, ..] => 3,
        _ => 0,
    }
}

/// The same of what `bytes` end with.
fn word_before(bytes: &[u8]) -> usize {
    match bytes {
        [.., byte] if byte.is_ascii_alphanumeric() || *byte == b'\'' => 1,
        [.., 0xE2, 0x80, 0x99] => 3,
        _ => 0,
    }
}

/// Where the `'ll` of `she'll` begins.
fn will(word: &str) -> Option<usize> {
    let rest = word.strip_suffix("ll").filter(|rest| rest.ends_with(APOSTROPHES))?;
    Some(rest.trim_end_matches(APOSTROPHES).len())
}

/// The word without the apostrophes around it, but for that of `'ll`.
fn bare(word: &str) -> &str {
    match word.as_bytes() {
        [b'\'' | 0xE2, ..] | [.., b'\'' | 0x99] if will(word).is_none() => word.trim_matches(APOSTROPHES),
        _ => word,
    }
}

const APOSTROPHES: [char; 2] = ['\'', '’'];

/// What stands near before and after `span` in its sentence; where that ends is looked for only when it is asked.
fn sentence_around<'t>(text: &'t str, span: Span) -> (&'t str, impl Fn() -> &'t str) {
    let from = (0..=span.start.saturating_sub(REACH)).rev().find(|&at| text.is_char_boundary(at)).unwrap_or(0);
    let to = (span.end.saturating_add(REACH)..text.len()).find(|&at| text.is_char_boundary(at)).unwrap_or(text.len());
    let mut sentences = sentences(&text[from..to]);
    let start = sentences.reaching(span.end - from).map(|start| from + start).filter(|&start| start <= span.start);
    let before = start.map_or("", |start| &text[start..span.start]);
    let after = move || match sentences.clone().next() {
        Some(sentence) if start.is_some() => &text[span.end..from + sentence.end],
        _ => "",
    };
    (before, after)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_of_the_table_tells_something() {
        for entry in lexicon::entries(include_str!("../../../lexicon/en/tense.txt")) {
            assert!(telling_of(entry.class, entry.key).is_some(), "{entry:?}");
        }
    }

    #[test]
    fn words_are_the_same_from_both_ends() {
        let text = "“She’ll go,” he'd said — 'they'll' won't: 5 o’clock, l'll 'll é'é ’ll.";
        let forth: Vec<&str> = words(text).collect();
        let mut back: Vec<&str> = words(text).rev().collect();
        back.reverse();
        assert_eq!(forth, back);
        let expected = "She ’ll go he'd said they'll won't 5 o’clock l 'll 'll ’ll";
        assert_eq!(forth, expected.split(' ').collect::<Vec<_>>());
    }

    #[test]
    fn a_verb_right_before_tells_what_is_done() {
        let told = |text: &str| done(text, Span::new(text.find("May").unwrap(), text.find("May").unwrap() + 3));
        for text in ["The study was ordered in May.", "Mr. Lie resigned in May."] {
            assert!(told(text), "{text}");
        }
        for text in ["It is heard in May.", "A list to be published in May.", "He said the sale closes in May."] {
            assert!(!told(text), "{text}");
        }
    }

    #[test]
    fn what_could_be_is_possible() {
        let told = |text: &str| possible(text, Span::new(text.find("two").unwrap(), text.find("two").unwrap() + 9));
        for text in ["The krone could fall in two weeks, Lie said.", "The yard could soon be sold in two weeks."] {
            assert!(told(text), "{text}");
        }
        for text in ["The yard could not be sold in two weeks.", "Lie could see it. It fell in two weeks."] {
            assert!(!told(text), "{text}");
        }
    }

    #[test]
    fn the_nearest_verb_tells() {
        let told = |text: &str| {
            let at = text.find("Monday").unwrap();
            tense(text, Span::new(at, at + "Monday".len()))
        };
        let (past, future) = (Some(Tense::Past), Some(Tense::Future));
        for (text, expected) in [
            ("The council met on Monday.", past),
            ("The council will meet on Monday.", future),
            ("The vote will be held on Monday.", future),
            ("The vote was held on Monday.", past),
            ("She said that she would be leaving on Monday.", future),
            ("The court is to resume on Monday.", future),
            ("The offer had been due to expire on Monday.", past),
            ("The offer was due to expire on Monday.", future),
            ("The owners have until Monday to answer.", future),
            ("The owners stayed until Monday.", past),
            ("The owners left as previously planned on Monday.", past),
            ("On Monday the owners left.", past),
            ("The owners left.\n\nOn Monday they plan a march.", future),
            ("Mr. Brandt said that he met Mr. Lie on Monday.", past),
            ("The talks are set to resume on Monday.", future),
            ("Lie agreed to sell the yard on Monday.", future),
            ("Lie agreed to the sale on Monday.", past),
            ("On Monday she set out.", past),
            ("She won the race on Monday.", past),
            ("She won't race on Monday.", future),
            ("She'll race on Monday.", future),
            ("Lie will succeed Moe on Monday.", future),
            ("Lie was asked to succeed Moe on Monday.", past),
            ("The board has to choose on Monday.", future),
            ("The board had to choose on Monday.", past),
            ("The board must answer by Monday.", future),
            ("The board needs to answer by Monday.", future),
            ("She will attend a dinner hosted by Lie on Monday.", future),
            ("She attended a dinner hosted by Lie on Monday.", past),
            ("The house burned by the mob on Monday will stay closed.", past),
            ("Sales were better than expected on Monday.", past),
            ("The court delayed the vote until Monday.", future),
            ("Snow could delay the launch until Monday.", future),
            ("The race was rescheduled for Monday.", future),
            ("The court delayed the vote on Monday.", past),
            ("Lie will stay until a successor is installed on Monday.", future),
            ("The hall remains shut until the budget is passed on Monday.", future),
            ("The hall was shut until the budget was passed on Monday.", past),
            ("The ministers meet separately Monday.", future),
            ("Moe and Lie meet on Monday, he said.", future),
            ("They leave Monday.", future),
            ("Monday is the last day of the fair.", future),
            ("On what Monday is worth, nobody agreed.", past),
            ("He said that his rivals meet on Monday.", past),
            ("The track meet Monday drew a crowd.", past),
            ("Monday.", None),
        ] {
            assert_eq!(told(text), expected, "{text}");
        }
    }
}
