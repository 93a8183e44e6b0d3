//! Whose word it is: independent voices, and how much each weighs.
//!
//! A document speaks with the voice of its publisher, or with its own. What copies is no second voice: statements that say
//! the same in nearly the same words, or name another of the sources as where they have it from, count once whoever prints
//! them ([`wording`]), and sources that say the same of the same events
//! throughout are one ([`copies`]). Where sources can be compared often enough, how much each weighs is estimated from
//! how it agrees with the others ([`accuracy`]); else all weigh the same.

mod accuracy;
mod copies;
mod told;
mod trust;
mod wording;

use std::collections::{BTreeMap, BTreeSet};
use std::iter::Sum;

use crate::hash::HashMap;
use crate::resolve::cost::{self, Cost};
use crate::resolve::identity::{Event, Union};
use crate::resolve::phrase;
use crate::resolve::saying::Saying;
use crate::resolve::window::Window;

pub use trust::Trust;
pub(super) use wording::Credits;

/// How much a claim weighs, in hundredths of an ordinary voice.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Weight(u32);

/// As many repeaters of one event are named.
const TOLD: usize = 6;

/// An ordinary voice.
const ONE: u32 = 100;

/// Who corrects a date has looked it up, against what others print too: as much as so many who report.
const LOOKED_UP: u32 = 3;

/// What decides nothing, but is told.
const MISQUOTE: Weight = Weight(ONE / 20);

impl Weight {
    pub(super) const NONE: Weight = Weight(0);

    /// What it costs that every voice behind the claim made one slip.
    pub(super) fn times(self, cost: Cost) -> Cost {
        let product = u64::from(cost) * u64::from(self.0) / u64::from(ONE);
        Cost::try_from(product).unwrap_or(Cost::MAX)
    }

    /// What it costs to set the claim aside.
    pub(super) fn discard(self) -> Cost {
        self.times(cost::DISCARD)
    }
}

impl Sum for Weight {
    fn sum<I: Iterator<Item = Weight>>(weights: I) -> Weight {
        Weight(weights.fold(0, |sum, weight| sum.saturating_add(weight.0)))
    }
}

/// The voice of each statement, and the weight of each voice.
#[derive(Debug)]
pub(super) struct Voices {
    /// By statement: the publisher or document.
    speakers: Vec<usize>,
    names: Vec<String>,
    /// By statement: its wording, one for sentences of one event that are nearly alike; 0 where there is no sentence.
    wordings: Vec<u64>,
    /// By statement: the speaker that it has its news from, as it says itself.
    credits: HashMap<usize, usize>,
    /// By statement that quotes a speaker otherwise than that speaks: the statement of the one quoted.
    misquotes: HashMap<usize, usize>,
    /// The statements whose date is corrected, rising.
    corrected: Vec<usize>,
    /// By speaker: whom it copies, or itself.
    voices: Vec<usize>,
    /// By speaker: how often its voice is right; `None` where nothing is known of any.
    accuracy: Option<Vec<f64>>,
    /// Whether a person said how far some are to be trusted.
    trusted: bool,
}

/// What one speaker says of one event.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Said {
    speaker: usize,
    window: Window,
}

impl Voices {
    pub(super) fn new(statements: &[Saying], events: &[Event], trust: &Trust) -> Voices {
        let mut numbers: HashMap<&str, usize> = HashMap::default();
        let speakers: Vec<usize> = statements
            .iter()
            .map(|statement| {
                let next = numbers.len();
                *numbers.entry(statement.publisher.as_deref().unwrap_or(&statement.document)).or_insert(next)
            })
            .collect();
        let mut names = vec![String::new(); numbers.len()];
        for (name, number) in numbers {
            names[number] = name.to_owned();
        }
        // A speaker who repeats himself is one voice anyway.
        let several = |event: &&Event| event.members.iter().any(|&at| speakers[at] != speakers[event.members[0]]);
        let shared: Vec<&Event> = events.iter().filter(several).collect();
        let mut credits = credits(statements, &shared, &speakers, &names);
        credits_outside(statements, &shared, &speakers, &mut names, &mut credits);
        let compared = compared(statements, events, &speakers);
        let voices = copies::voices(&compared, names.len());
        let estimated = accuracy::estimate(&compared, &voices);
        let accuracy =
            if trust.is_empty() { estimated } else { Some(accuracy::trusted(estimated, &voices, &names, trust)) };
        let mut wordings: Vec<u64> = statements.iter().map(|said| wording::printed(&said.sentence)).collect();
        shared.iter().for_each(|event| wording::join(statements, &event.members, &mut wordings));
        let misquotes = misquotes(statements, &shared, &speakers, &credits);
        let is_corrected = |&at: &usize| statements[at].aside().corrected.is_some();
        let corrected = (0..statements.len()).filter(is_corrected).collect();
        let trusted = !trust.is_empty();
        Voices { speakers, names, wordings, credits, misquotes, corrected, voices, accuracy, trusted }
    }

    /// How much `statements`, which all say the same, weigh together. Who quotes another wrongly does not count beside those
    /// who speak for themselves, and next to nothing alone.
    pub(super) fn weigh(&self, statements: &[usize]) -> Weight {
        if self.misquotes.is_empty() && self.corrected.is_empty() {
            return self.heard(statements).into_iter().map(|voice| self.weight(voice)).sum();
        }
        let own: Vec<usize> = statements.iter().copied().filter(|at| !self.misquotes.contains_key(at)).collect();
        if own.is_empty() {
            return MISQUOTE;
        }
        let corrected = own.iter().filter(|at| self.corrected.binary_search(at).is_ok());
        let corrected: BTreeSet<usize> = corrected.map(|&at| self.voice(at)).collect();
        let weight = |voice: usize| {
            let times = if corrected.contains(&voice) { LOOKED_UP } else { 1 };
            Weight(self.weight(voice).0.saturating_mul(times))
        };
        self.heard(&own).into_iter().map(weight).sum()
    }

    /// How many independent voices there are among `statements`.
    pub(super) fn count(&self, statements: &[usize]) -> usize {
        self.heard(statements).len()
    }

    /// The independent voices among `statements`: what has a voice or a wording in common is one, that of the first told.
    fn heard(&self, statements: &[usize]) -> BTreeSet<usize> {
        if let &[statement] = statements {
            return BTreeSet::from([self.voice(statement)]);
        }
        let mut one = Union::new(statements.len());
        let (mut voices, mut wordings) = (HashMap::default(), HashMap::default());
        for (at, &statement) in statements.iter().enumerate() {
            one.join(at, *voices.entry(self.voice(statement)).or_insert(at));
            let wording = self.wordings[statement];
            if wording != 0 {
                one.join(at, *wordings.entry(wording).or_insert(at));
            }
        }
        (0..statements.len()).map(|at| self.voice(statements[one.root(at)])).collect()
    }

    /// Whose word a statement is.
    fn voice(&self, statement: usize) -> usize {
        self.voices[self.credits.get(&statement).copied().unwrap_or(self.speakers[statement])]
    }

    /// Which of the sources of `statements` repeat others, by what they say themselves: "b has it in the words of a", a having
    /// appeared first. Who copies the words and not the date says something else.
    pub(super) fn repeats(&self, sayings: &[Saying], statements: &[usize]) -> Vec<String> {
        let mut first: HashMap<_, usize> = HashMap::default();
        let mut told: Vec<String> = Vec::new();
        if statements.len() < 2 {
            return told;
        }
        let mut in_time = statements.to_vec();
        in_time.sort_by_key(|&at| sayings[at].published.map_or(i64::MAX, |published| Window::of(published).lo));
        for statement in in_time {
            let own = self.speakers[statement];
            let wording = self.wordings[statement];
            let model =
                if wording == 0 { own } else { *first.entry((wording, sayings[statement].date)).or_insert(own) };
            let sentence = match self.credits.get(&statement) {
                Some(&source) => match self.misquotes.get(&statement).and_then(|&at| sayings[at].date) {
                    Some(date) => {
                        format!("{} has it from {}, which itself has {date}", self.names[own], self.names[source])
                    }
                    None => format!("{} has it from {}", self.names[own], self.names[source]),
                },
                None if model != own => format!("{} has it in the words of {}", self.names[own], self.names[model]),
                None => continue,
            };
            if told.len() < TOLD && !told.contains(&sentence) {
                told.push(sentence);
            }
        }
        told
    }

    fn weight(&self, voice: usize) -> Weight {
        Weight(self.accuracy.as_ref().map_or(ONE, |accuracy| accuracy::weight(accuracy[voice])))
    }

    /// What is to be said of the weight of `statements` where one of them is corrected.
    pub(super) fn correcting(&self, statements: &[usize]) -> Option<&'static str> {
        let corrected = statements.iter().any(|at| self.corrected.binary_search(at).is_ok());
        corrected.then_some("A source that corrects a date has looked it up and counts for three.")
    }

    /// By what rule sources that disagree are weighed.
    pub(super) fn rule(&self) -> &'static str {
        match self.accuracy {
            Some(_) if self.trusted => "Each source weighs as far as it is trusted.",
            Some(_) => "Each source weighs as often as it is right elsewhere, estimated from how the sources agree.",
            None => "Each independent source weighs the same.",
        }
    }

    /// The sources of `statements`, voice by voice, each with how often it is right: "a (98 %)", "b, the same as c and d (61 %)".
    pub(super) fn describe(&self, statements: &[usize]) -> Vec<String> {
        let mut by_voice: BTreeMap<usize, BTreeSet<&str>> = BTreeMap::new();
        for &statement in statements {
            let speaker = self.speakers[statement];
            by_voice.entry(self.voices[speaker]).or_default().insert(&self.names[speaker]);
        }
        let one = |(voice, names): (usize, BTreeSet<&str>)| {
            let names: Vec<String> = names.into_iter().map(str::to_owned).collect();
            let names = match names.split_first() {
                Some((first, copies)) if !copies.is_empty() => format!("{first}, the same as {}", phrase::list(copies)),
                _ => names.concat(),
            };
            match &self.accuracy {
                Some(accuracy) => format!("{names} ({:.0} %)", accuracy[voice] * 100.0),
                None => names,
            }
        };
        by_voice.into_iter().map(one).collect()
    }
}

/// Where statements of `events`, which several speakers tell, have their news from, as they say.
fn credits(statements: &[Saying], events: &[&Event], speakers: &[usize], names: &[String]) -> HashMap<usize, usize> {
    if events.is_empty() {
        return HashMap::default();
    }
    let Some(credits) = wording::Credits::new(names) else { return HashMap::default() };
    let told = events.iter().flat_map(|event| &event.members);
    told.filter_map(|&at| Some((at, credits.of(&statements[at].sentence, speakers[at])?))).collect()
}

/// The same for those who are no source themselves: what several of an event's speakers have from one of them is one word,
/// its own. Such a one becomes a further speaker, who says nothing but through others.
fn credits_outside(
    statements: &[Saying],
    events: &[&Event],
    speakers: &[usize],
    names: &mut Vec<String>,
    credits: &mut HashMap<usize, usize>,
) {
    let told = || events.iter().flat_map(|event| &event.members).copied();
    let unknown = told().filter(|at| !credits.contains_key(at));
    let outside: BTreeSet<&str> = unknown.filter_map(|at| wording::outside(&statements[at].sentence)).collect();
    let from = names.len();
    let Some(named) = wording::Credits::of_all(outside.iter().copied().enumerate()) else { return };
    for event in events {
        let has_it = |&at: &usize| Some((at, from + named.of(&statements[at].sentence, usize::MAX)?));
        let of_event: Vec<(usize, usize)> =
            event.members.iter().filter(|at| !credits.contains_key(at)).filter_map(has_it).collect();
        for &(at, source) in &of_event {
            if of_event.iter().any(|&(other, same)| same == source && speakers[other] != speakers[at]) {
                credits.insert(at, source);
            }
        }
    }
    names.extend(outside.into_iter().map(str::to_owned));
}

/// Which statements quote one who speaks of the event as well, and dates it otherwise throughout: that one's own text is
/// what was said.
fn misquotes(
    statements: &[Saying],
    events: &[&Event],
    speakers: &[usize],
    credits: &HashMap<usize, usize>,
) -> HashMap<usize, usize> {
    let mut misquotes = HashMap::default();
    if credits.is_empty() {
        return misquotes;
    }
    for event in events {
        let window = |at: usize| statements[at].date.map(Window::of);
        let mut own: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
        for &at in event.members.iter().filter(|at| !credits.contains_key(at) && window(**at).is_some()) {
            own.entry(speakers[at]).or_default().push(at);
        }
        for &at in &event.members {
            let Some((of, told)) = credits.get(&at).and_then(|source| own.get(source)).zip(window(at)) else {
                continue;
            };
            if !of.iter().filter_map(|&at| window(at)).any(|own| own.meets(told)) {
                misquotes.insert(at, of[0]);
            }
        }
    }
    misquotes
}

/// What is said of each event that more than one speaker dates; a speaker counts once for each time it tells.
fn compared(statements: &[Saying], events: &[Event], speakers: &[usize]) -> Vec<Vec<Said>> {
    let of_event = |event: &Event| {
        let mut said: Vec<Said> = Vec::new();
        for &member in &event.members {
            let Some(date) = statements[member].date else { continue };
            let window = Window::of(date);
            // What is over before it begins is no time.
            if !window.is_empty() {
                said.push(Said { speaker: speakers[member], window });
            }
        }
        said.sort_unstable_by_key(|said| (said.speaker, said.window));
        said.dedup();
        said
    };
    let several = |said: &Vec<Said>| said.iter().any(|other| other.speaker != said[0].speaker);
    events.iter().filter(|event| event.members.len() > 1).map(of_event).filter(several).collect()
}

/// Whether some of `said` cannot be the same time.
fn is_contested(said: &[Said]) -> bool {
    let shared = said.iter().fold(Window::OPEN, |window, said| window.and(said.window));
    shared.is_empty()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::statement::Statement;

    #[test]
    fn a_reprint_is_no_second_voice() {
        let told = |document: &str, sentence: &str| Statement {
            document: document.to_owned(),
            sentence: sentence.to_owned(),
            ..Statement::default()
        };
        let statements = vec![
            told("a", "She left on 3 May."),
            told("b", "She left on 3 May"),
            told("c", "On 3 May she left."),
            told("c", ""),
        ];
        let voices = Voices::new(&Saying::all(statements), &[], &Trust::default());
        assert_eq!(voices.heard(&[0, 1]).len(), 1);
        assert_eq!(voices.heard(&[0, 1, 2, 3]).len(), 2);
        assert_eq!(voices.weigh(&[0, 2]), Weight(2 * ONE));
    }

    #[test]
    fn who_credits_what_another_prints_too_is_one_voice_with_both() {
        let told = |publisher: &str, sentence: &str| Statement {
            document: publisher.to_owned(),
            publisher: Some(publisher.to_owned()),
            sentence: sentence.to_owned(),
            event: Some("x".to_owned()),
            ..Statement::default()
        };
        let wire = "Anna Lind was dismissed as harbour master of Bergen on 3 May.";
        let credit = "Lind has been gone since 3 May, the Northern Wire reported.";
        let statements = vec![told("Beacon", wire), told("Harbour Post", credit), told("Northern Wire", wire)];
        let sayings = Saying::all(statements);
        let events = crate::resolve::identity::events(&sayings, &crate::resolve::identity::People::new(&sayings));
        assert_eq!(Voices::new(&sayings, &events, &Trust::default()).count(&[0, 1, 2]), 1);
    }

    #[test]
    fn whom_a_report_credits_is_whose_word_it_is() {
        let told = |publisher: &str, sentence: &str| Statement {
            document: publisher.to_owned(),
            publisher: Some(publisher.to_owned()),
            sentence: sentence.to_owned(),
            kind: crate::statement::Kind::Dismissal,
            person: Some("Anna Lind".to_owned()),
            ..Statement::default()
        };
        let heard = |second: &str| {
            let statements = vec![told("Harbour Post", "She left on 3 May."), told("Beacon", second)];
            let sayings = Saying::all(statements);
            let events = crate::resolve::identity::events(&sayings, &crate::resolve::identity::People::new(&sayings));
            let voices = Voices::new(&sayings, &events, &Trust::default());
            (voices.count(&[0, 1]), voices.repeats(&sayings, &[0, 1]))
        };
        assert_eq!(
            heard("Lind is gone since 3 May, the Harbour Post reported."),
            (1, vec!["Beacon has it from Harbour Post".to_owned()])
        );
        assert_eq!(heard("Lind is gone since 3 May, her office told reporters."), (2, Vec::new()));
    }

    #[test]
    fn what_two_have_from_one_agency_is_one_voice() {
        let told = |document: &str, sentence: &str| Statement {
            document: document.to_owned(),
            sentence: sentence.to_owned(),
            event: Some("x".to_owned()),
            ..Statement::default()
        };
        let heard = |first: &str, second: &str| {
            let sayings = Saying::all(vec![told("a", first), told("b", second), told("c", "On 3 May Lind went.")]);
            let events = crate::resolve::identity::events(&sayings, &crate::resolve::identity::People::new(&sayings));
            Voices::new(&sayings, &events, &Trust::default()).count(&[0, 1, 2])
        };
        let reported = "Anna Lind left on 3 May, Norpress reported.";
        assert_eq!(heard(reported, "According to Norpress, the harbour master left on 3 May."), 2);
        assert_eq!(heard(reported, "She left on 3 May, a spokesman told Norpress."), 2);
        assert_eq!(heard(reported, "According to the Northern Wire, the harbour master left on 3 May."), 3);
        assert_eq!(heard("Lind left on 3 May, a clerk said.", "She left on 3 May, a clerk told Norpress."), 3);
    }
}
