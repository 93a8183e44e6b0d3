//! What must hold because people live and hold offices: nobody acts before birth or after death, nobody leaves before they
//! come, a term ends once, a successor comes when the predecessor has gone.
//!
//! What is further off than a slip of the year could move it belongs to another tenure, or to somebody else of that name.

use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

use crate::hash::HashMap;
use crate::resolve::identity::{Event, Office, People};
use crate::resolve::link::{CONFIRMED, Link, Rule};
use crate::resolve::readings::SLIPPED;
use crate::resolve::saying::Saying;
use crate::resolve::window::{DAY, Window};
use crate::statement::{Certainty, Kind};

/// One person's time in one office, as far as it is told: events by their index.
struct Tenure {
    office: Rc<Office>,
    person: usize,
    start: usize,
    end: Option<usize>,
}

/// One person's end in an office that they are not told to have come to.
struct Leaving {
    office: Rc<Office>,
    person: usize,
    end: usize,
}

/// The links that tenures and successions make between `events`, whose times `windows` are as written.
pub(super) fn links(statements: &[Saying], people: &People, events: &[Event], windows: &[Window]) -> Vec<Link> {
    let mut persons: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    let counts = |event: &Event| {
        let Event { kind, .. } = event;
        kind.is_office() || kind.is_birth() || kind.is_life() || is_deed(kind)
    };
    for (at, event) in events.iter().enumerate().filter(|&(at, event)| counts(event) && windows[at].lo != i64::MIN) {
        if let Some(person) = event.person {
            persons.entry(person).or_default().push(at);
        }
    }
    let mut links = Vec::new();
    let (mut tenures, mut leavings) = (Vec::new(), Vec::new());
    for (&person, own) in &mut persons {
        own.sort_by_key(|&at| (windows[at].lo, windows[at].hi, at));
        let career = Career { statements, events, windows, own };
        career.tenures(person, &mut tenures, &mut leavings, &mut links);
        career.others(&mut links);
    }
    let mut successions = successions(events, windows, &tenures);
    successions.extend(overlaps(windows, &tenures, &leavings));
    successions.extend(told_successions(statements, people, events, windows, &persons));
    // Who was to leave later has left, when another is told to have come.
    let is_plan = |event: usize| events[event].members.iter().all(|&at| statements[at].certainty == Certainty::Planned);
    successions.retain(|&(end, start)| !is_plan(end) || is_plan(start));
    successions.retain(|&(end, start)| !is_named_ahead(events, windows, &persons, end, start));
    let link = |(end, start)| Link::new(end, start, Rule::Succession(ahead(&events[end].kind, &events[start].kind)));
    links.extend(successions.into_iter().map(link));
    links
}

/// Whether who is named before another is gone takes the office when that one is: the naming was an announcement.
fn is_named_ahead(
    events: &[Event],
    windows: &[Window],
    persons: &BTreeMap<usize, Vec<usize>>,
    end: usize,
    start: usize,
) -> bool {
    let is_naming = matches!(events[start].kind, Kind::Appointment | Kind::Election | Kind::Nomination);
    let own = events[start].person.filter(|_| is_naming).and_then(|person| persons.get(&person));
    own.into_iter().flatten().any(|&other| {
        let since = windows[other].lo.saturating_sub(windows[start].hi);
        let takes_office = events[other].kind.starts_tenure() && events[other].office.fits(&events[start].office);
        takes_office && (1..=SLIPPED).contains(&since) && windows[other].lo >= windows[end].lo
    })
}

/// How many days before the predecessor is gone a successor may be named: elections and arranged ends leave time.
fn ahead(end: &Kind, start: &Kind) -> i64 {
    match (end, start) {
        (_, Kind::Election) => 190,
        (Kind::Resignation | Kind::TermEnd, Kind::Appointment) => 92,
        _ => 0,
    }
}

/// The office events of one person, in the order of their dates as written.
struct Career<'e> {
    statements: &'e [Saying],
    events: &'e [Event],
    windows: &'e [Window],
    own: &'e [usize],
}

/// In a long career a partner is looked for among as many neighbours.
const NEIGHBOURS: usize = 64;

impl Career<'_> {
    /// Pairs every end with its start: the last one not after it, else one after it by no more than a slip.
    fn tenures(&self, person: usize, tenures: &mut Vec<Tenure>, leavings: &mut Vec<Leaving>, links: &mut Vec<Link>) {
        let mut ended: HashMap<usize, usize> = HashMap::default();
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
            let told = |&start: &usize| self.are_told(start, end);
            let start =
                before.chain(after.filter(near).filter(told).filter(|&start| !self.comes_again(start))).find(|&at| {
                    self.events[at].kind.starts_tenure() && self.events[at].office.fits(&self.events[end].office)
                });
            if let Some(start) = start {
                links.push(Link::new(start, end, Rule::Tenure));
                let first = *ended.entry(start).or_insert(end);
                if first != end && self.are_ends_of_one_term(start, first, end) {
                    links.push(Link::new(first, end, Rule::OneEnd));
                }
            } else {
                leavings.push(Leaving { office: self.events[end].office.clone(), person, end });
            }
        }
        for (_, start) in place_of(Kind::starts_tenure) {
            let office = self.events[start].office.clone();
            tenures.push(Tenure { office, person, start, end: ended.get(&start).copied() });
        }
    }

    /// Whether who comes is told to have been there before: "was reinstated as rector" follows what ended an earlier term.
    fn comes_again(&self, start: usize) -> bool {
        self.events[start].members.iter().any(|&member| self.statements[member].brings_back())
    }

    /// Whether both tell their office: else a later one may be another.
    fn are_told(&self, a: usize, b: usize) -> bool {
        [a, b].iter().all(|&event| !self.events[event].office.is_empty())
    }

    /// Whether both ends, in the order of their dates, are of the term that begins with `start`: the later one is told in
    /// one breath with it ("from 2015 to 2021"), and after the fact.
    fn are_ends_of_one_term(&self, start: usize, first: usize, last: usize) -> bool {
        let told = |event: usize| self.events[event].members.iter().map(|&member| &self.statements[member]);
        let after_the_fact =
            |end: &Saying| end.published.is_none_or(|published| Window::of(published).lo > self.windows[last].hi);
        let is_bound = |end: &Saying| {
            end.kind == Kind::TermEnd
                && after_the_fact(end)
                && told(start).any(|start| start.document == end.document && start.sentence == end.sentence)
        };
        let are_of_one_office = self.events[first].office.fits(&self.events[last].office);
        self.are_told(first, last) && are_of_one_office && told(last).any(is_bound)
    }

    /// Credentials follow an appointment; nobody is in office long before it, acts before birth or after death.
    fn others(&self, links: &mut Vec<Link>) {
        for (place, &at) in self.own.iter().enumerate() {
            let event = &self.events[at];
            let fits = |&other: &usize| self.events[other].office.fits(&event.office);
            let start = |&other: &usize| self.events[other].kind.starts_tenure();
            let near = |&other: &usize| self.windows[other].lo.saturating_sub(self.windows[at].hi) <= SLIPPED;
            let before = || self.own[..place].iter().rev().take(NEIGHBOURS).copied();
            let after = || self.own[place + 1..].iter().take(NEIGHBOURS).copied().filter(near);
            match &event.kind {
                Kind::Credentials => {
                    let told = after().filter(|&other| self.are_told(other, at));
                    if let Some(appointment) = before().chain(told).filter(start).find(fits) {
                        links.push(Link::new(appointment, at, Rule::Tenure));
                    }
                }
                Kind::Death => {
                    let soon = |&other: &usize| self.windows[other].lo.saturating_sub(self.windows[at].hi) <= SOON;
                    let acts = self.own[place + 1..].iter().take(NEIGHBOURS).copied().filter(soon);
                    let acts = acts.filter(|&other| self.is_act(other));
                    links.extend(acts.map(|act| Link::new(act, at, Rule::Life)));
                }
                Kind::TermStart => {
                    let known = |&other: &usize| self.windows[at].lo.saturating_sub(self.windows[other].hi) <= SLIPPED;
                    let installed = before().filter(start).filter(fits).any(|other| known(&other));
                    let appointment = after().find(|other| self.events[*other].kind.is_office() && fits(other));
                    if let Some(appointment) = appointment.filter(|&other| !installed && self.gives(other, at)) {
                        links.push(Link::new(appointment, at, Rule::Entry(self.entered_ahead(appointment, at))));
                    }
                }
                kind if kind.is_life() => self.within_life(at, links),
                kind if kind.is_birth() => {
                    let acts = before().filter(|&other| self.is_act(other) || self.events[other].kind == Kind::Death);
                    let living =
                        acts.filter(|&act| self.windows[at].lo.saturating_sub(self.windows[act].hi) <= LIFETIME);
                    links.extend(living.map(|act| Link::new(at, act, Rule::Life)));
                }
                _ => {}
            }
        }
    }

    /// Nobody acts outside the life that brackets tell; what is far from it somebody else of that name did. A life is no
    /// moment: what lies within it is not held to it.
    fn within_life(&self, life: usize, links: &mut Vec<Link>) {
        let Window { lo, hi } = self.windows[life];
        let is_act = |&act: &usize| self.is_act(act) || self.events[act].kind == Kind::Death;
        for act in self.own.iter().take(NEIGHBOURS).copied().filter(is_act) {
            let window = self.windows[act];
            if window.lo > hi && window.lo.saturating_sub(hi) <= SOON {
                links.push(Link::new(act, life, Rule::Life));
            } else if window.hi < lo && lo.saturating_sub(window.hi) <= LIFETIME {
                links.push(Link::new(life, act, Rule::Life));
            }
        }
    }

    /// What only the living do. Terms are ended after death too.
    fn is_act(&self, event: usize) -> bool {
        let kind = &self.events[event].kind;
        is_deed(kind)
            || kind.starts_tenure()
            || matches!(kind, Kind::Nomination | Kind::Resignation | Kind::Credentials)
    }

    /// How many days before the act that gives an office one can be in it and nobody wonders.
    fn entered_ahead(&self, act: usize, start: usize) -> i64 {
        // Who is acting is not sworn in.
        let of_event = || self.events[start].members.iter().map(|&at| &self.statements[at]);
        let is_ceremony = of_event().any(Saying::is_ceremony);
        if is_ceremony || self.is_within_weeks(start, act) { SIGNED } else { CONFIRMED }
    }

    fn is_within_weeks(&self, start: usize, act: usize) -> bool {
        self.windows[act].lo.saturating_sub(self.windows[start].hi) <= WEEKS
    }

    /// Whether the office that begins with `start` is the gift of an appointment behind it: neither "reappointed" nor
    /// "confirmed". Who is elected later by more than weeks has come to it otherwise, and stands for it now.
    fn gives(&self, event: usize, start: usize) -> bool {
        let again = |statement: &Saying| {
            let trigger = statement.trigger.as_deref().unwrap_or_default();
            trigger.starts_with("re") || trigger.starts_with("confirm")
        };
        let Event { kind, office, members, .. } = &self.events[event];
        let gives = match kind {
            Kind::Appointment => true,
            Kind::Election => self.is_within_weeks(start, event),
            _ => false,
        };
        gives && !office.is_empty() && !members.iter().any(|&at| again(&self.statements[at]))
    }
}

/// What a person does outside an office, where a statement names one with it.
fn is_deed(kind: &Kind) -> bool {
    matches!(kind, Kind::Other(word) if ["agreement", "meeting", "statement", "vote"].contains(&&**word))
}

/// Who is in office longer than this before the act that gives it has held it as acting, or stands for it as its holder.
const WEEKS: i64 = 31 * DAY;

/// Days by which an act that gives an office is signed or published late.
const SIGNED: i64 = 7;

/// Who acted longer ago than this before a birth is somebody else of that name.
const LIFETIME: i64 = 40 * 366 * DAY;

/// Who acts longer than this after a death is somebody else of that name.
const SOON: i64 = 3 * 366 * DAY;

/// The tenures that follow each other in one office: the end of one and the start of the next.
fn successions(events: &[Event], windows: &[Window], tenures: &[Tenure]) -> BTreeSet<(usize, usize)> {
    let mut offices: BTreeMap<&Rc<Office>, Vec<&Tenure>> = BTreeMap::new();
    for tenure in tenures.iter().filter(|tenure| tenure.office.is_single()) {
        offices.entry(&tenure.office).or_default().push(tenure);
    }
    let mut found = BTreeSet::new();
    for holders in offices.values_mut() {
        holders.sort_by_key(|tenure| (windows[tenure.start].lo, windows[tenure.start].hi, tenure.start));
        for pair in holders.windows(2) {
            if let (Some(end), true) = (pair[0].end, pair[0].person != pair[1].person) {
                debug_assert!(events[end].kind.ends_tenure());
                found.insert((end, pair[1].start));
            }
        }
    }
    found
}

/// Who leaves less than so long after another has come to the same office was not between: nobody comes and goes so soon.
const BETWEEN: i64 = 92 * DAY;

/// Who leaves a year after another has come, give or take so much, has hardly come and gone in that year: one of the two years
/// is the neighbouring one.
const YEAR: i64 = 365 * DAY;
const HANDOVER: i64 = 31 * DAY;

/// Those who have come to an office, and are not told to have left it, before one leaves who is not told to have come: the
/// end of the one and the start of the other. An office without a place may be one of many.
fn overlaps(windows: &[Window], tenures: &[Tenure], leavings: &[Leaving]) -> Vec<(usize, usize)> {
    let mut offices: HashMap<&Rc<Office>, Vec<&Tenure>> = HashMap::default();
    let mut found = Vec::new();
    if leavings.is_empty() {
        return found;
    }
    for tenure in tenures.iter().filter(|tenure| tenure.office.is_single() && tenure.office.len() > 1) {
        offices.entry(&tenure.office).or_default().push(tenure);
    }
    for holders in offices.values_mut() {
        holders.sort_by_key(|tenure| (windows[tenure.start].lo, tenure.start));
    }
    for Leaving { office, person, end } in leavings {
        let left = windows[*end];
        let Some(holders) = offices.get(office) else { continue };
        let first = holders.partition_point(|tenure| windows[tenure.start].lo < left.lo.saturating_sub(BETWEEN));
        let last = holders.partition_point(|tenure| windows[tenure.start].lo < left.lo);
        let stays = |tenure: &&&Tenure| tenure.end.is_none_or(|end| windows[end].hi > left.hi);
        let is_other = |tenure: &&&Tenure| stays(tenure) && tenure.person != *person;
        let just_come = holders[first..last].iter().rfind(is_other);
        let a_year_ago = || {
            let since = |at: i64| holders.partition_point(|tenure| windows[tenure.start].lo < at);
            let year_before = left.lo.saturating_sub(YEAR);
            let until = since(year_before + HANDOVER);
            let days = |tenure: &&&Tenure| left.is_day() && windows[tenure.start].is_day();
            let mut come = holders[since(year_before.saturating_sub(HANDOVER))..until].iter().filter(days);
            come.rfind(is_other).filter(|_| until == last)
        };
        found.extend(just_come.or_else(a_year_ago).map(|tenure| (*end, tenure.start)));
    }
    found
}

/// The successions that a text tells: "succeeding Jens Hansen". Of several ends of his, the nearest is meant; one that is
/// further behind than by a slip is, where he is not told to have come again in the meantime.
fn told_successions(
    statements: &[Saying],
    people: &People,
    events: &[Event],
    windows: &[Window],
    persons: &BTreeMap<usize, Vec<usize>>,
) -> BTreeSet<(usize, usize)> {
    let mut found = BTreeSet::new();
    for (start, event) in events.iter().enumerate().filter(|(_, event)| event.kind.starts_tenure()) {
        for name in event.members.iter().filter_map(|&member| statements[member].aside().succeeds.as_deref()) {
            let [predecessor] = people.called(name)[..] else { continue };
            let Some(own) = persons.get(&predecessor).filter(|_| windows[start].lo != i64::MIN) else { continue };
            let near = own.partition_point(|&at| windows[at].lo < windows[start].lo);
            let around = &own[near.saturating_sub(NEIGHBOURS)..own.len().min(near + NEIGHBOURS)];
            let apart = |end: usize| windows[end].lo.abs_diff(windows[start].lo);
            let comes_between = |end: usize| {
                around.iter().any(|&at| {
                    let (time, of_office) = (windows[at], events[at].office.fits(&event.office));
                    events[at].kind.starts_tenure()
                        && of_office
                        && time.hi > windows[start].lo
                        && time.lo < windows[end].hi
                })
            };
            let ends = around.iter().copied().filter(|&at| {
                let end = &events[at];
                let is_end = end.kind.ends_tenure() && end.office.fits(&event.office);
                is_end
                    && (apart(at) <= SLIPPED.unsigned_abs() || windows[at].lo > windows[start].hi && !comes_between(at))
            });
            found.extend(ends.min_by_key(|&end| (apart(end), end)).map(|end| (end, start)));
        }
    }
    found
}
