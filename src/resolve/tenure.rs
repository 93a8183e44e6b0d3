//! What must hold because people hold offices: nobody leaves before they come, a successor comes when the predecessor
//! has gone.

use std::collections::{BTreeMap, HashMap};
use std::rc::Rc;

use crate::resolve::identity::{Event, Office};
use crate::resolve::link::{Link, Rule};
use crate::resolve::window::{DAY, Window};
use crate::statement::Kind;

/// An end further before the only known start than a slip of the year could move it belongs to an earlier tenure.
const SLIPPED: i64 = 400 * DAY;

/// One person's time in one office, as far as it is told: events by their index.
struct Tenure {
    office: Rc<Office>,
    person: usize,
    start: usize,
    end: Option<usize>,
}

/// The links that tenures and successions make between `events`, whose times `windows` are as written.
pub(super) fn links(events: &[Event], windows: &[Window]) -> Vec<Link> {
    let mut persons: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for (at, event) in
        events.iter().enumerate().filter(|&(at, event)| event.kind.is_office() && windows[at].lo != i64::MIN)
    {
        if let Some(person) = event.person {
            persons.entry(person).or_default().push(at);
        }
    }
    let mut links = Vec::new();
    let mut tenures = Vec::new();
    for (person, mut own) in persons {
        own.sort_by_key(|&at| (windows[at].lo, windows[at].hi, at));
        let career = Career { events, windows, own: &own };
        career.tenures(person, &mut tenures, &mut links);
        career.others(&mut links);
    }
    successions(events, windows, &tenures, &mut links);
    links
}

/// The office events of one person, in the order of their dates as written.
struct Career<'e> {
    events: &'e [Event],
    windows: &'e [Window],
    own: &'e [usize],
}

/// In a long career a partner is looked for among as many neighbours.
const NEIGHBOURS: usize = 64;

impl Career<'_> {
    /// Pairs every end with its start: the last one not after it, else one after it by no more than a slip.
    fn tenures(&self, person: usize, tenures: &mut Vec<Tenure>, links: &mut Vec<Link>) {
        let mut ended: HashMap<usize, usize> = HashMap::new();
        let place_of = |test: fn(&Kind) -> bool| {
            self.own
                .iter()
                .enumerate()
                .filter(move |&(_, &at)| test(&self.events[at].kind))
                .map(|(place, &at)| (place, at))
        };
        for (place, end) in place_of(Kind::ends_tenure) {
            let before = self.own[..place].iter().rev().take(NEIGHBOURS).copied();
            let after = self.own[place + 1..].iter().take(NEIGHBOURS).copied();
            let near = |&start: &usize| self.windows[start].lo.saturating_sub(self.windows[end].hi) <= SLIPPED;
            let start = before.chain(after.filter(near)).find(|&at| {
                self.events[at].kind.starts_tenure() && self.events[at].office.fits(&self.events[end].office)
            });
            if let Some(start) = start {
                links.push(Link::new(start, end, Rule::Tenure));
                ended.entry(start).or_insert(end);
            }
        }
        for (_, start) in place_of(Kind::starts_tenure) {
            let office = self.events[start].office.clone();
            tenures.push(Tenure { office, person, start, end: ended.get(&start).copied() });
        }
    }

    /// Credentials follow an appointment, an appointment a nomination; nobody is appointed after death.
    fn others(&self, links: &mut Vec<Link>) {
        for (place, &at) in self.own.iter().enumerate() {
            let event = &self.events[at];
            let fits = |&other: &usize| self.events[other].office.fits(&event.office);
            let start = |&other: &usize| self.events[other].kind.starts_tenure();
            let near = |&other: &usize| self.windows[other].lo.saturating_sub(self.windows[at].hi) <= SLIPPED;
            let before = || self.own[..place].iter().rev().take(NEIGHBOURS).copied();
            let after = || self.own[place + 1..].iter().take(NEIGHBOURS).copied().filter(near);
            match event.kind {
                Kind::Credentials => {
                    if let Some(appointment) = before().chain(after()).filter(start).find(fits) {
                        links.push(Link::new(appointment, at, Rule::Tenure));
                    }
                }
                Kind::Death => {
                    links.extend(after().filter(start).map(|appointment| Link::new(appointment, at, Rule::Tenure)));
                }
                _ => {}
            }
        }
    }
}

/// Links the tenures that follow each other in one office.
fn successions(events: &[Event], windows: &[Window], tenures: &[Tenure], links: &mut Vec<Link>) {
    let mut offices: BTreeMap<&Rc<Office>, Vec<&Tenure>> = BTreeMap::new();
    for tenure in tenures.iter().filter(|tenure| tenure.office.is_single()) {
        offices.entry(&tenure.office).or_default().push(tenure);
    }
    for holders in offices.values_mut() {
        holders.sort_by_key(|tenure| (windows[tenure.start].lo, windows[tenure.start].hi, tenure.start));
        for pair in holders.windows(2) {
            if let (Some(end), true) = (pair[0].end, pair[0].person != pair[1].person) {
                debug_assert!(events[end].kind.ends_tenure());
                links.push(Link::new(end, pair[1].start, Rule::Succession));
            }
        }
    }
}
