//! Holders of an office by number: "the 12th president", "the third minister since 2010".

use std::collections::{BTreeMap, BTreeSet};

use crate::resolve::conflict::{About, Report};
use crate::resolve::figures::Told;
use crate::resolve::identity::Office;
use crate::resolve::window::{DAY, Window};
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
        let (starts, ends) = (self.starts(), self.ends());
        let of_office = numbers.iter_mut().flat_map(|(office, told)| {
            let holders = Holders { starts: starts.get(office).map_or(&[], Vec::as_slice), ends: &ends };
            told.sort_by_key(|told| (told.figure.number, told.statement));
            let pairs = told.windows(2).filter_map(|pair| self.numbered(&pair[0], &pair[1], &holders));
            let counted = told.iter().filter_map(|told| self.counted(told, &holders));
            pairs.chain(counted).collect::<Vec<_>>()
        });
        of_office.collect()
    }

    /// Two holders of one office with one number, numbered against the order of their dates, or with a number left out
    /// between them though the one came when the other went; or one with two numbers for one time in it.
    fn numbered(
        self,
        a: &Told<&'r Ordinal>,
        b: &Told<&'r Ordinal>,
        holders: &Holders<'_>,
    ) -> Option<(Conflict, Vec<usize>)> {
        let (earlier, later) = (&self.events[a.event], &self.events[b.event]);
        if a.figure.since != b.figure.since {
            return None;
        }
        let between = b.figure.number - a.figure.number;
        let are_starts = earlier.kind.starts_tenure() && later.kind.starts_tenure();
        let windows = [a.event, b.event].map(|event| self.repaired.outcomes[event].own);
        let why = if earlier.person == later.person {
            // Who holds an office twice has two numbers.
            let is_one = a.event == b.event || holders.came_once(earlier.person?);
            (between > 0 && is_one).then_some(", whose time in it is one")?
        } else if between == 0 {
            ""
        } else if are_starts && windows[1].hi < windows[0].lo {
            ", who comes first by the dates"
        } else if are_starts && between > 1 && self.is_next(a.event, b.event, holders) {
            ", who came when the other went"
        } else {
            return None;
        };
        let message = if a.event == b.event {
            let (one, other) = (self.counted_words(a), self.counted_words(b));
            format!("{one} and {other} are both told of {}.", self.phrase(a.event))
        } else {
            let (one, other) = (self.counted_words(a), self.counted_words(b));
            format!("{one} is told of {}, and {other} of {}{why}.", self.phrase(a.event), self.phrase(b.event))
        };
        let words = [a, b].map(|told| (told.statement, &told.figure.text, told.figure.start, told.figure.end));
        let because = "No date rests on the numbers: holders are counted in more than one way.";
        Some(self.aside(About::Number, message, &[a.event, b.event], &words, because))
    }

    /// "the third minister since 2010", where the timeline itself knows of more, or of fewer who came one when the other
    /// went; who was there when the counting begins may be one of them.
    fn counted(self, told: &Told<&'r Ordinal>, holders: &Holders<'_>) -> Option<(Conflict, Vec<usize>)> {
        let since = Window::of(told.figure.since?);
        let until = self.repaired.outcomes[told.event].own.lo;
        let number = told.figure.number as usize;
        let people = |starts: &[&Start]| starts.iter().map(|start| start.person).collect::<BTreeSet<_>>().len();
        let first_in = |from: i64| -> Vec<&Start> {
            holders.starts.iter().filter(|start| start.lo >= from && start.lo <= until).collect()
        };
        let (after, from_its_first_day) = (first_in(since.hi.saturating_add(1)), first_in(since.lo));
        let is_row = |row: &[&Start]| {
            row.len() > 1 && row.windows(2).all(|pair| self.is_next(pair[0].event, pair[1].event, holders))
        };
        let (known, but) = if people(&after) > number {
            (after, "are known to have taken the office since")
        } else if people(&from_its_first_day) + 1 < number && is_row(&from_its_first_day) {
            (from_its_first_day, "are known to have taken the office since, each when the other went")
        } else {
            return None;
        };
        let message = format!(
            "{} is told of {}, but {} people {but}.",
            self.counted_words(told),
            self.phrase(told.event),
            people(&known)
        );
        let events: Vec<usize> = known.iter().map(|start| start.event).collect();
        let words = [(told.statement, &told.figure.text, told.figure.start, told.figure.end)];
        let because = "No date rests on the number: holders are counted in more than one way.";
        Some(self.aside(About::Number, message, &events, &words, because))
    }

    /// Whether who comes to an office with `next` follows the one who came with `start`, and nobody between them: the text
    /// says so, or the dates leave no room.
    fn is_next(self, start: usize, next: usize, holders: &Holders<'_>) -> bool {
        let (one, other) = (&self.events[start], &self.events[next]);
        let last_name = |name: &str| name.rsplit(' ').next().unwrap_or_default().to_owned();
        let names = || one.members.iter().filter_map(|&member| self.statements[member].person.as_deref());
        let succeeded = other.members.iter().filter_map(|&member| self.statements[member].aside().succeeds.as_deref());
        let is_told = |name: &str| names().any(|own| last_name(own) == last_name(name));
        let [came, comes] = [start, next].map(|event| self.repaired.outcomes[event].own);
        let left = one.person.and_then(|person| holders.ends.get(&person));
        succeeded.into_iter().any(is_told)
            || left.into_iter().flatten().any(|(end, office)| {
                let since = comes.lo.saturating_sub(end.hi);
                let days = end.is_day() && comes.is_day() && end.lo >= came.lo;
                days && (-DAY..=INTERIM).contains(&since) && office.fits(&other.office)
            })
    }

    /// By office, who took it when, in the order of time.
    fn starts(self) -> BTreeMap<&'r Office, Vec<Start>> {
        let mut starts: BTreeMap<&Office, Vec<Start>> = BTreeMap::new();
        for (event, known) in self.events.iter().enumerate().filter(|(_, event)| event.kind.starts_tenure()) {
            let lo = self.repaired.outcomes[event].own.lo;
            if let Some(person) = known.person.filter(|_| lo != i64::MIN) {
                starts.entry(&known.office).or_default().push(Start { lo, person, event });
            }
        }
        starts.values_mut().for_each(|starts| starts.sort_unstable());
        starts
    }

    /// By person, when which office was left.
    fn ends(self) -> BTreeMap<usize, Vec<(Window, &'r Office)>> {
        let mut ends: BTreeMap<usize, Vec<(Window, &Office)>> = BTreeMap::new();
        for (at, event) in self.events.iter().enumerate().filter(|(_, event)| event.kind.ends_tenure()) {
            if let Some(person) = event.person {
                ends.entry(person).or_default().push((self.repaired.outcomes[at].own, &event.office));
            }
        }
        ends
    }

    /// “12th president” (article).
    fn counted_words(self, told: &Told<&'r Ordinal>) -> String {
        format!("“{}” ({})", told.figure.text, self.statements[told.statement].document)
    }
}

/// From when somebody holds an office, who it is, and the event that tells it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Start {
    lo: i64,
    person: usize,
    event: usize,
}

/// Who came to one office, in the order of time, and when anybody left any.
struct Holders<'r> {
    starts: &'r [Start],
    ends: &'r BTreeMap<usize, Vec<(Window, &'r Office)>>,
}

impl Holders<'_> {
    fn came_once(&self, person: usize) -> bool {
        self.starts.iter().filter(|start| start.person == person).count() == 1
    }
}

/// Nobody who is counted holds an office for less.
const INTERIM: i64 = 7 * DAY;
