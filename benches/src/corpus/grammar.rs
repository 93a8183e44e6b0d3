//! A context-free grammar of sentences, read from `grammar.txt`.

use std::collections::BTreeMap;
use std::ops::RangeInclusive;

use super::random::Random;

/// The symbols with their alternatives.
pub(super) struct Grammar {
    symbols: Vec<Vec<Alternative>>,
    names: BTreeMap<&'static str, usize>,
}

type Alternative = Vec<Piece>;

enum Piece {
    Text(&'static str),
    Number(RangeInclusive<u64>),
    Symbol { index: usize, of_story: bool },
}

impl Grammar {
    /// The grammar that is compiled in.
    ///
    /// # Panics
    ///
    /// It names a symbol that it does not have.
    pub(super) fn news() -> Grammar {
        let lines = || include_str!("grammar.txt").lines().filter(|line| !line.is_empty() && !line.starts_with('#'));
        let names = lines().filter_map(heading).zip(0..).collect();
        let mut grammar = Grammar { symbols: Vec::new(), names };
        for line in lines() {
            if heading(line).is_some() {
                grammar.symbols.push(Vec::new());
            } else {
                let alternatives = line.split(" | ").map(|alternative| grammar.parse(alternative));
                let alternatives: Vec<_> = alternatives.collect();
                grammar.symbols.last_mut().expect("a section before any line").extend(alternatives);
            }
        }
        grammar
    }

    fn parse(&self, mut text: &'static str) -> Alternative {
        let mut pieces = Vec::new();
        while let Some((before, (slot, after))) =
            text.split_once('{').and_then(|(before, rest)| Some((before, rest.split_once('}')?)))
        {
            pieces.push(Piece::Text(before));
            pieces.push(self.slot(slot));
            text = after;
        }
        pieces.push(Piece::Text(text));
        pieces
    }

    fn slot(&self, slot: &'static str) -> Piece {
        if let Some((low, high)) = slot.split_once('-')
            && let (Ok(low), Ok(high)) = (low.parse(), high.parse())
        {
            return Piece::Number(low..=high);
        }
        let (name, of_story) = slot.strip_prefix("story.").map_or((slot, false), |name| (name, true));
        Piece::Symbol { index: self.index(name), of_story }
    }

    fn index(&self, name: &str) -> usize {
        *self.names.get(name).unwrap_or_else(|| panic!("grammar.txt has no section [{name}]"))
    }

    /// Appends one expansion of a symbol, with a capital at its head.
    pub(super) fn write(&self, out: &mut String, symbol: &str, random: &mut Random, story: u64) {
        let head = out.len();
        self.expand(out, self.index(symbol), random, story);
        if let Some(first) = out.get_mut(head..head + 1) {
            first.make_ascii_uppercase();
        }
    }

    fn expand(&self, out: &mut String, symbol: usize, random: &mut Random, story: u64) {
        let alternatives = &self.symbols[symbol];
        for piece in &alternatives[random.below(alternatives.len())] {
            match piece {
                Piece::Text(text) => out.push_str(text),
                Piece::Number(range) => out.push_str(&random.within(range).to_string()),
                // What belongs to the story is drawn from the story's own numbers, so that all its articles agree.
                Piece::Symbol { index, of_story: true } => {
                    self.expand(out, *index, &mut Random::new(story, *index), story);
                }
                Piece::Symbol { index, of_story: false } => self.expand(out, *index, random, story),
            }
        }
    }
}

fn heading(line: &'static str) -> Option<&'static str> {
    line.strip_prefix('[')?.strip_suffix(']')
}
