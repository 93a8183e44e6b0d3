//! Holders of an office by number: "the 12th president", "the third minister since 2010".

use std::collections::{BTreeMap, BTreeSet};

use crate::resolve::conflict::{About, Report};
use crate::resolve::figures::Told;
use crate::resolve::identity::Office;
use crate::resolve::window::Window;
use crate::statement::Ordinal;
use crate::timeline::Conflict;

impl<'r> Report<'r> {
    /// The numbers that do not fit each other or the dates, with the events in them.
    pub(super) fn numbers(self) -> Vec<(Conflict, Vec<usize>)> {
        let mut numbers: BTreeMap<&Office, Vec<Told<&'r Ordinal>>> = BTreeMap::new();
        for (at, event) in self.events.iter().enumerate() {
            if event.person.is_none() || event.office.len() <= 1 {
                continue;
            }
            for &statement in &event.members {
                if let Some(figure) = self.statements[statement].aside().ordinal.as_deref() {
                    numbers.entry(&event.office).or_default().push(Told { event: at, statement, figure });
                }
            }
        }
        if numbers.is_empty() {
            return Vec::new();
        }
        let starts = self.starts();
        let of_office = numbers.iter_mut().flat_map(|(office, told)| {
            told.sort_by_key(|told| (told.figure.number, told.statement));
            let pairs = told.windows(2).filter_map(|pair| self.numbered(&pair[0], &pair[1]));
            let counted = told.iter().filter_map(|told| self.counted(told, starts.get(*office)?));
            pairs.chain(counted).collect::<Vec<_>>()
        });
        of_office.collect()
    }

    /// Two holders of one office with one number, or numbered against the order of their dates; or one with two numbers for
    /// one step into it.
    fn numbered(self, a: &Told<&'r Ordinal>, b: &Told<&'r Ordinal>) -> Option<(Conflict, Vec<usize>)> {
        let (earlier, later) = (&self.events[a.event], &self.events[b.event]);
        // Who holds an office twice has two numbers.
        let is_one = a.event == b.event && a.figure.number != b.figure.number;
        if a.figure.since != b.figure.since || (earlier.person == later.person && !is_one) {
            return None;
        }
        let sides = format!(
            "{} is told of {}, and {} of {}",
            self.counted_words(a),
            self.phrase(a.event),
            self.counted_words(b),
            self.phrase(b.event)
        );
        let windows = [a.event, b.event].map(|event| self.repaired.outcomes[event].own);
        let message = if is_one {
            let (one, other) = (self.counted_words(a), self.counted_words(b));
            format!("{one} and {other} are both told of {}.", self.phrase(a.event))
        } else if a.figure.number == b.figure.number {
            format!("{sides}.")
        } else if windows[1].hi < windows[0].lo {
            format!("{sides}, who comes first by the dates.")
        } else {
            return None;
        };
        let words = [a, b].map(|told| (told.statement, &told.figure.text, told.figure.start, told.figure.end));
        let because = "No date rests on the numbers: holders are counted in more than one way.";
        Some(self.aside(About::Number, message, &[a.event, b.event], &words, because))
    }

    /// "the third minister since 2010", where the timeline itself knows of more.
    fn counted(self, told: &Told<&'r Ordinal>, starts: &[(i64, usize, usize)]) -> Option<(Conflict, Vec<usize>)> {
        let since = Window::of(told.figure.since?);
        let until = self.repaired.outcomes[told.event].own.lo;
        let within = starts.iter().filter(|&&(lo, ..)| lo > since.hi && lo <= until);
        let known: BTreeSet<usize> = within.clone().map(|&(_, person, _)| person).collect();
        if known.len() <= told.figure.number as usize {
            return None;
        }
        let message = format!(
            "{} is told of {}, but {} people are known to have taken the office since.",
            self.counted_words(told),
            self.phrase(told.event),
            known.len()
        );
        let events: Vec<usize> = within.map(|&(_, _, event)| event).collect();
        let words = [(told.statement, &told.figure.text, told.figure.start, told.figure.end)];
        let because = "No date rests on the number: holders are counted in more than one way.";
        Some(self.aside(About::Number, message, &events, &words, because))
    }

    /// By office, who took it when, in the order of time: from when, the person, the event.
    fn starts(self) -> BTreeMap<&'r Office, Vec<(i64, usize, usize)>> {
        let mut starts: BTreeMap<&Office, Vec<(i64, usize, usize)>> = BTreeMap::new();
        for (at, event) in self.events.iter().enumerate().filter(|(_, event)| event.kind.starts_tenure()) {
            let lo = self.repaired.outcomes[at].own.lo;
            if let Some(person) = event.person.filter(|_| lo != i64::MIN) {
                starts.entry(&event.office).or_default().push((lo, person, at));
            }
        }
        starts.values_mut().for_each(|starts| starts.sort_unstable());
        starts
    }

    /// “12th president” (article).
    fn counted_words(self, told: &Told<&'r Ordinal>) -> String {
        format!("“{}” ({})", told.figure.text, self.statements[told.statement].document)
    }
}
