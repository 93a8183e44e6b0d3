//! One step into or out of an office that different documents tell on days too far apart for a slip of the pen.
//!
//! Both can be true: what was announced on the one day took effect on the other. So no date is moved; but that a term ends
//! on the 4th here and on the 28th there a reader has to know.

use std::collections::{BTreeMap, BTreeSet};

use crate::resolve::conflict::{About, Report};
use crate::resolve::link::CONFIRMED;
use crate::resolve::phrase;
use crate::resolve::saying::Saying;
use crate::resolve::window::{DAY, Window};
use crate::statement::{Certainty, Kind};
use crate::timeline::Conflict;

/// In a long career the other telling is looked for among as many neighbours.
const NEIGHBOURS: usize = 64;

/// What nobody does twice in one term. Votes are held in rounds, and a resignation is given on one day and takes effect on
/// another.
fn is_step(kind: &Kind) -> bool {
    matches!(kind, Kind::Appointment | Kind::TermStart | Kind::Dismissal | Kind::TermEnd)
}

impl Report<'_> {
    /// The steps that are told on two days, with their events.
    pub(super) fn steps(self) -> Vec<(Conflict, Vec<usize>)> {
        let mut persons: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
        for (at, event) in self.events.iter().enumerate() {
            if let Some(person) = event.person.filter(|_| event.kind.starts_tenure() || event.kind.ends_tenure()) {
                persons.entry(person).or_default().push(at);
            }
        }
        let mut found = Vec::new();
        for own in persons.values_mut().filter(|own| own.len() > 1) {
            own.sort_by_key(|&at| (self.time(at), at));
            for (place, &first) in own.iter().enumerate() {
                let again = own[place + 1..].iter().take(NEIGHBOURS).copied();
                // What lies between parts two terms.
                let mut again = again.take_while(|&other| !self.is_turn(first, other));
                found.extend(
                    again.find(|&other| self.is_told_twice(first, other)).map(|other| self.twice(first, other)),
                );
            }
        }
        found
    }

    fn time(self, event: usize) -> Window {
        self.repaired.outcomes[event].own
    }

    /// Whether `other` is the opposite of `step` in the same office: the start after an end, or the end after a start.
    fn is_turn(self, step: usize, other: usize) -> bool {
        let (step, other) = (&self.events[step], &self.events[other]);
        step.kind.starts_tenure() != other.kind.starts_tenure() && step.office.fits(&other.office)
    }

    fn is_told_twice(self, first: usize, other: usize) -> bool {
        let (one, two) = (&self.events[first], &self.events[other]);
        let (early, late) = (self.time(first), self.time(other));
        let tellings = |event: usize| self.events[event].members.iter().map(|&member| &self.statements[member]);
        let is_plain =
            |told: &Saying| told.certainty == Certainty::Reported && !told.brings_back() && !told.is_succession();
        // An office without a place may be one of many.
        one.kind == two.kind
            && is_step(&one.kind)
            && one.office.len() > 1
            && two.office.len() > 1
            && one.office.agrees(&two.office)
            && early.is_day()
            && late.is_day()
            && late.lo.saturating_sub(early.lo) <= CONFIRMED * DAY
            && tellings(first).chain(tellings(other)).all(is_plain)
            && !tellings(first).any(|told| tellings(other).any(|again| told.document == again.document))
    }

    fn twice(self, first: usize, other: usize) -> (Conflict, Vec<usize>) {
        let told = |event: usize| {
            let documents = phrase::documents(self.statements, &self.events[event].members);
            let date = self.written(event).map(|date| format!("on {date} ")).unwrap_or_default();
            format!("{date}in {documents}")
        };
        let message = format!("{} is told {}, and {}.", phrase::capital(self.phrase(first)), told(first), told(other));
        let statements: BTreeSet<usize> =
            [first, other].iter().flat_map(|&event| self.events[event].members.iter().copied()).collect();
        let because = "Both dates stand: the one may be that of the announcement, or another term lie between.";
        self.note(About::Term, message, &[first, other], statements, Vec::new(), because)
    }
}
