//! Whose word it is: independent voices, and how much each weighs.
//!
//! A document speaks with the voice of its publisher, or with its own. Statements that say the same in the same sentence
//! are one voice, whoever prints them: a copy adds nothing.

use std::collections::{BTreeSet, HashMap};

use crate::resolve::cost::{self, Cost};
use crate::resolve::ids::Hash;
use crate::statement::Statement;

/// How much a claim weighs, in hundredths of an ordinary voice.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Weight(u32);

/// An ordinary voice.
const ONE: u32 = 100;

impl Weight {
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

/// The voice of each statement.
#[derive(Debug)]
pub(super) struct Voices {
    /// The publisher or document.
    speakers: Vec<u32>,
    /// The sentence; 0 where there is none.
    sentences: Vec<u64>,
}

impl Voices {
    pub(super) fn new(statements: &[Statement]) -> Voices {
        let mut numbers: HashMap<&str, u32> = HashMap::new();
        let speakers = statements.iter().map(|statement| {
            let next = numbers.len() as u32;
            *numbers.entry(statement.publisher.as_deref().unwrap_or(&statement.document)).or_insert(next)
        });
        let speakers = speakers.collect();
        Voices { speakers, sentences: statements.iter().map(|statement| printed(&statement.sentence)).collect() }
    }

    /// How much `statements`, which all say the same, weigh together.
    pub(super) fn weigh(&self, statements: &[usize]) -> Weight {
        Weight((self.count(statements) as u32).saturating_mul(ONE))
    }

    /// The number of independent voices among `statements`.
    pub(super) fn count(&self, statements: &[usize]) -> usize {
        let mut heard = BTreeSet::new();
        let mut sentences = BTreeSet::new();
        for &statement in statements {
            let sentence = self.sentences[statement];
            let copy = sentence != 0 && !sentences.insert(sentence);
            if !copy {
                heard.insert(self.speakers[statement]);
            }
        }
        heard.len()
    }
}

/// A sentence by its letters and digits alone, which reprints keep.
fn printed(sentence: &str) -> u64 {
    if sentence.trim().is_empty() {
        return 0;
    }
    let letters: String = sentence.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect();
    Hash::new().with(&letters).value()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_reprint_is_no_second_voice() {
        let told = |document: &str, sentence: &str| Statement {
            document: document.to_owned(),
            sentence: sentence.to_owned(),
            ..Statement::default()
        };
        let statements = [
            told("a", "She left on 3 May."),
            told("b", "She left on 3 May"),
            told("c", "On 3 May she left."),
            told("c", ""),
        ];
        let voices = Voices::new(&statements);
        assert_eq!(voices.count(&[0, 1]), 1);
        assert_eq!(voices.count(&[0, 1, 2, 3]), 2);
    }
}
