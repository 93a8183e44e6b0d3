//! A document cut into sentences, each with the dates and the triggers that it holds: what every reader of events asks.

use std::cell::{Cell, RefCell};
use std::ops::Range;
use std::rc::Rc;

use crate::document::Document;
use crate::parse::word::may_name_post;
use crate::span::Span;
use crate::timex::Timex;

use super::clause::{Clause, dates};
use super::dating::brief;
use super::trigger::{Hit, Table};

/// A document with what was found in it before any grammar.
#[derive(Debug)]
pub(crate) struct Article<'d> {
    pub(crate) document: &'d Document,
    pub(crate) text: &'d str,
    pub(crate) timexes: &'d [Timex],
    pub(crate) sentences: Vec<Span>,
    table: &'d Table,
    pub(super) hits: Vec<Hit>,
    /// What each of the sentences holds.
    pub(super) held: Vec<Held>,
    recent: RefCell<[Option<Numbered<'d>>; RECENT]>,
    next: Cell<usize>,
}

/// A sentence taken apart, with its number.
type Numbered<'d> = (usize, Rc<Clause<'d>>);

/// So many sentences are kept taken apart: who a pronoun means is asked of those right before it, often and more than once.
const RECENT: usize = 4;

/// What was found in a sentence, as places among the document's.
#[derive(Debug)]
pub(super) struct Held {
    /// The sentence behind what its line opens with.
    prose: Span,
    pub(super) times: Range<usize>,
    hits: Range<usize>,
    /// Whether one of the expressions can date an event.
    pub(super) dated: bool,
    /// Whether it has a date or a trigger that can tell an event in it.
    tells: bool,
}

impl<'d> Article<'d> {
    pub(super) fn new(
        document: &'d Document,
        timexes: &'d [Timex],
        (table, hits): (&'d Table, Vec<Hit>),
        sentences: Vec<Span>,
    ) -> Article<'d> {
        let (mut time, mut hit) = (0, 0);
        let held = sentences.iter().map(|sentence| {
            let prose = brief::behind_opening(&document.text, *sentence);
            let times = within(timexes, &mut time, prose, |timex| timex.span.start);
            let within = within(&hits, &mut hit, prose, |hit| hit.span.start);
            let dated = timexes[times.clone()].iter().any(dates);
            let mut triggers = hits[within.clone()].iter().map(|hit| table.trigger(hit.trigger));
            let by_itself = dated || triggers.clone().any(|trigger| !trigger.names_role);
            let tells = by_itself || triggers.next().is_some() && may_name_post(prose.of(&document.text));
            let tells = tells && !is_of_a_source(sentence.of(&document.text));
            Held { prose, times, hits: within, dated, tells }
        });
        let held = held.collect();
        Article {
            document,
            text: &document.text,
            timexes,
            sentences,
            table,
            hits,
            held,
            recent: RefCell::default(),
            next: Cell::default(),
        }
    }

    pub(super) fn into_parts(self) -> (Vec<Hit>, Vec<Span>) {
        (self.hits, self.sentences)
    }

    /// The expressions in the sentence of this number.
    pub(super) fn times(&self, number: usize) -> &'d [Timex] {
        &self.timexes[self.held[number].times.clone()]
    }

    /// Whether the sentence of this number has a date or a trigger: what the others say is only asked for where needed.
    pub(crate) fn tells(&self, number: usize) -> bool {
        self.held[number].tells
    }

    /// Whether the sentence of this number has no word that can tell an event.
    pub(super) fn is_silent(&self, number: usize) -> bool {
        self.held[number].hits.is_empty()
    }

    /// The sentence of this number, taken apart.
    pub(crate) fn clause(&self, number: usize) -> Clause<'d> {
        let Held { prose, times, hits, .. } = &self.held[number];
        Clause::new(self.text, *prose, (times.start, self.times(number)), (self.table, &self.hits[hits.clone()]))
    }

    /// The same sentence again, or one near it: that which was kept, where it was.
    pub(super) fn near(&self, number: usize) -> Rc<Clause<'d>> {
        let kept = |(known, clause): &Numbered<'d>| (*known == number).then(|| Rc::clone(clause));
        let known = self.recent.borrow().iter().flatten().find_map(kept);
        known.unwrap_or_else(|| {
            let clause = Rc::new(self.clause(number));
            self.keep(number, &clause);
            clause
        })
    }

    /// Keeps a sentence for [`Article::near`], in the place of the one that was kept longest.
    pub(super) fn keep(&self, number: usize, clause: &Rc<Clause<'d>>) {
        let oldest = self.next.replace((self.next.get() + 1) % RECENT);
        self.recent.borrow_mut()[oldest] = Some((number, Rc::clone(clause)));
    }
}

/// Whether a line belongs to a list of sources: `3. "Ana Silva dies at 88", The Courier, 4 May 2020`, "Retrieved 4 May 2021".
fn is_of_a_source(line: &str) -> bool {
    let line = line.trim_start_matches(['^', '[', ' ']);
    if ["Retrieved ", "Accessed ", "Archived from "].iter().any(|lead| line.starts_with(lead)) {
        return true;
    }
    let behind = line.trim_start_matches(|c: char| c.is_ascii_digit());
    let quoted = behind.strip_prefix(['.', ')', ']']).map(str::trim_start).filter(|_| behind.len() < line.len());
    let title = quoted.and_then(|quoted| quoted.strip_prefix(['"', '“']));
    let rest = title.and_then(|title| title.split_once(['"', '”'])).map(|(_, rest)| rest);
    // `1. "I resigned on Monday," she said.`
    rest.is_some_and(|rest| {
        let cited = rest.trim_start_matches([',', '.']).trim_start();
        cited.is_empty() || rest.starts_with([',', '.']) && cited.starts_with(|c: char| c.is_uppercase())
    })
}

/// Those of `found` that begin in a sentence, where `next` is the first that may, and is left at the one behind them.
fn within<T>(found: &[T], next: &mut usize, sentence: Span, start: impl Fn(&T) -> usize) -> Range<usize> {
    let count = |from: usize, until: usize| found[from..].iter().take_while(|one| start(one) < until).count();
    let from = *next + count(*next, sentence.start);
    *next = from + count(from, sentence.end);
    from..*next
}
