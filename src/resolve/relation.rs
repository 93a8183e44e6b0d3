//! What the text itself says of the distance and order of two events.

use std::collections::BTreeMap;

use crate::calendar::Date;
use crate::hash::HashMap;
use crate::resolve::identity::{Event, People};
use crate::resolve::link::{Link, Rule};
use crate::resolve::saying::Saying;
use crate::resolve::window::Window;
use crate::statement::{Kind, Relation, Target};

/// The links that the relations of `statements` make between `events`.
pub(super) fn links(statements: &[Saying], people: &People, events: &[Event], windows: &[Window]) -> Vec<Link> {
    if statements.iter().all(|statement| statement.aside().relations.is_empty()) {
        return Vec::new();
    }
    let finder = Finder::new(statements, people, events, windows);
    let mut links = Vec::new();
    for (at, statement) in statements.iter().enumerate() {
        let relations = statement.aside().relations.iter().enumerate();
        for (place, relation) in relations.filter(|(_, relation)| !is_to_a_plan(&statement.sentence, &relation.text)) {
            let Some((from, to)) = finder.sides(at, relation).filter(|(from, to)| from != to) else { continue };
            let other = if finder.event_of[at] == Some(from) { to } else { from };
            if is_of_another(relation, &events[other].kind)
                || is_of_one(relation) && events[from].person != events[to].person
                || has_own_year(&statement.sentence, relation, windows[other])
            {
                continue;
            }
            let rule = match relation.gap {
                Some(gap) => Rule::Gap(at, place, gap),
                None => Rule::Order(at, place),
            };
            links.push(Link::new(from, to, rule));
        }
    }
    links
}

/// Whether what is told behind a length is what was to happen, which may have come at another time: "a week before the
/// bridge was to open".
fn is_to_a_plan(sentence: &str, words: &str) -> bool {
    let Some((_, rest)) = sentence.split_once(words) else { return false };
    let clause = rest.split([',', ';', '.']).next().unwrap_or_default();
    [" to ", " due ", " scheduled ", " supposed ", " expected ", " meant "].iter().any(|planned| {
        [" was", " were", " had been", " is", " are"].iter().any(|be| clause.contains(&format!("{be}{planned}")))
    })
}

/// Whether the words are of another step than the event that they were taken for: "a week after her appointment" and the end of
/// a term. A birth is counted from in years.
fn is_of_another(relation: &Relation, kind: &Kind) -> bool {
    let names = |nouns: &[&str]| nouns.iter().any(|noun| relation.text.contains(noun));
    kind.ends_tenure() && names(&["appointment", "election", "inauguration"])
        || kind.starts_tenure() && names(&["resignation", "dismissal", "departure"])
        || kind.is_birth() && relation.gap.is_some_and(|gap| gap.period.years == 0)
}

/// Whether both sides are of one person: "ten months after taking office" is told of who took it.
fn is_of_one(relation: &Relation) -> bool {
    let behind = [" after ", " before "].iter().find_map(|word| relation.text.split_once(word));
    behind.and_then(|(_, behind)| behind.split(' ').next()).is_some_and(|word| word.ends_with("ing"))
}

/// Whether what is told behind a length has a year of its own, which is not that of the event: "three months before the
/// bridge opened on 5 October 2015".
fn has_own_year(sentence: &str, relation: &Relation, window: Window) -> bool {
    let leads_on = [" before ", " after "].iter().any(|word| relation.text.contains(word));
    let Some((_, rest)) = sentence.split_once(&relation.text).filter(|_| leads_on) else { return false };
    let clause = rest.split([',', ';', '.']).next().unwrap_or_default();
    let figures = clause.split(|c: char| !c.is_ascii_digit()).filter(|digits| digits.len() == 4);
    let years: Vec<Window> =
        figures.filter_map(|digits| digits.parse().ok()).map(|year| Window::of(Date::year(year))).collect();
    !years.is_empty() && !years.iter().any(|year| year.meets(window))
}

struct Finder<'s> {
    people: &'s People,
    events: &'s [Event],
    windows: &'s [Window],
    /// By the ids that relations name, the statements.
    named: HashMap<&'s str, Option<usize>>,
    /// By statement, the event that it tells.
    event_of: Vec<Option<usize>>,
    by_person: BTreeMap<usize, Vec<usize>>,
}

impl<'s> Finder<'s> {
    fn new(statements: &'s [Saying], people: &'s People, events: &'s [Event], windows: &'s [Window]) -> Finder<'s> {
        let mut by_person: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
        let mut event_of = vec![None; statements.len()];
        for (at, event) in events.iter().enumerate() {
            event.members.iter().for_each(|&member| event_of[member] = Some(at));
            if let Some(person) = event.person {
                by_person.entry(person).or_default().push(at);
            }
        }
        let relations = statements.iter().flat_map(|statement| &statement.aside().relations);
        let targets = relations.flat_map(|relation| [&relation.from, &relation.to]);
        let mut named: HashMap<&str, Option<usize>> = targets
            .filter_map(|target| match target {
                Target::Statement(id) => Some((id.as_str(), None)),
                Target::Event { .. } => None,
            })
            .collect();
        for (at, statement) in statements.iter().enumerate() {
            if let Some(place) = named.get_mut(statement.id.as_str()) {
                *place = Some(at);
            }
        }
        Finder { people, events, windows, named, event_of, by_person }
    }

    /// The events that a relation stands between, where both are known.
    fn sides(&self, carrier: usize, relation: &Relation) -> Option<(usize, usize)> {
        let near = self.event_of[carrier].map(|event| self.windows[event]);
        Some((self.event(&relation.from, near)?, self.event(&relation.to, near)?))
    }

    fn event(&self, target: &Target, near: Option<Window>) -> Option<usize> {
        match target {
            Target::Statement(id) => self.event_of[(*self.named.get(id.as_str())?)?],
            Target::Event { kind, person, role } => {
                let office = crate::resolve::identity::Office::new(role.as_deref(), None);
                let persons = self.people.called(person);
                let own = persons.iter().filter_map(|person| self.by_person.get(person)).flatten().copied();
                let fitting = own.filter(|&at| {
                    let event = &self.events[at];
                    same_class(&event.kind, kind) && event.office.fits(&office)
                });
                // Of several terms the one meant is that nearest to where the text speaks of it.
                fitting.min_by_key(|&at| (near.map_or(0, |near| distance(self.windows[at], near)), at))
            }
        }
    }
}

fn same_class(a: &Kind, b: &Kind) -> bool {
    a == b || (a.starts_tenure() && b.starts_tenure()) || (a.ends_tenure() && b.ends_tenure())
}

fn distance(a: Window, b: Window) -> i64 {
    a.lo.saturating_sub(b.hi).max(b.lo.saturating_sub(a.hi)).max(0)
}
