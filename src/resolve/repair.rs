//! Finds what cannot all hold, and the cheapest way out.
//!
//! Events hang together by links; what is not linked is settled alone. Within a component only the region around a
//! contradiction is searched: the events in it and those one link away, with everything beyond taken as written. So the
//! work grows with the number of contradictions, not with the length of the chains they stand in.

use std::collections::{BTreeMap, BTreeSet};

use crate::calendar::Date;
use crate::hash::HashMap;
use crate::resolve::claim::{Evidence, agreed};
use crate::resolve::cost::{self, Cost};
use crate::resolve::identity::{Event, Union};
use crate::resolve::link::{Link, Rule};
use crate::resolve::network::{Arc, Element, settle};
use crate::resolve::saying::Saying;
use crate::resolve::search::{Choice, Choices, Problem, Search, Solution};
use crate::resolve::voice::Voices;
use crate::resolve::window::Window;

/// The time of one event after all contradictions are settled.
#[derive(Clone, Debug)]
pub(super) struct Outcome {
    /// What its own statements leave, as they were read in the end.
    pub(super) own: Window,
    /// What the links leave of that.
    pub(super) window: Window,
    /// All that is said of its time; `None` where its statements simply agree.
    pub(super) evidence: Option<Evidence>,
    /// The candidate that was chosen.
    pub(super) chosen: usize,
    /// The date that a person decided on; nothing moves it.
    pub(super) decided: Option<Date>,
}

/// A contradiction, and what was done about it. Elements are indices of events and links.
#[derive(Clone, Debug)]
pub(super) struct Finding {
    /// The minimal set that cannot all hold.
    pub(super) conflict: Vec<Element>,
    /// What gives way.
    pub(super) changed: Element,
    /// The candidate that is the cheapest way out, where an event gives way. It is what the event is taken for unless the
    /// conflict stays open.
    pub(super) repair: Option<usize>,
    /// What gives way in the next best repair, each with its option.
    pub(super) runner_up: Option<Vec<(Element, usize)>>,
    /// How much dearer that is.
    pub(super) margin: Option<Cost>,
    /// Whether the repair is the cheapest for certain.
    pub(super) exact: bool,
}

impl Finding {
    /// Whether the best two answers are too near to each other to choose.
    pub(super) fn is_open(&self) -> bool {
        self.margin.is_some_and(|margin| margin <= cost::MARGIN)
    }
}

/// What came of it all.
#[derive(Debug)]
pub(super) struct Repaired {
    pub(super) outcomes: Vec<Outcome>,
    /// How far each link gave way.
    pub(super) levels: Vec<usize>,
    pub(super) findings: Vec<Finding>,
    /// The links of each event.
    pub(super) touching: Vec<Vec<usize>>,
}

/// What each event's own statements leave of its time, the cheapest reading taken where they disagree.
pub(super) fn outcomes(
    statements: &[Saying],
    events: &[Event],
    voices: &Voices,
    decided: &HashMap<usize, Date>,
) -> Vec<Outcome> {
    let alone = |event: &Event| match agreed(statements, &event.members) {
        Some(own) => Outcome { own, window: own, evidence: None, chosen: 0, decided: None },
        None => {
            let evidence = Evidence::new(statements, &event.members, voices);
            let own = evidence.candidates.first().map_or(Window::OPEN, |candidate| candidate.window);
            Outcome { own, window: own, evidence: Some(evidence), chosen: 0, decided: None }
        }
    };
    let fixed = |event: &Event, date: Date| {
        let own = Window::of(date);
        let evidence = Evidence::decided(statements, &event.members, voices, own);
        Outcome { own, window: own, evidence: Some(evidence), chosen: 0, decided: Some(date) }
    };
    let outcome = |(at, event): (usize, &Event)| match decided.get(&at) {
        Some(&date) => fixed(event, date),
        None => alone(event),
    };
    events.iter().enumerate().map(outcome).collect()
}

/// Settles `outcomes` under `links`.
pub(super) fn repair(
    statements: &[Saying],
    events: &[Event],
    voices: &Voices,
    outcomes: Vec<Outcome>,
    links: &[Link],
) -> Repaired {
    let mut work = Work {
        statements,
        events,
        voices,
        links,
        repaired: Repaired {
            levels: vec![0; links.len()],
            outcomes,
            findings: Vec::new(),
            touching: touching(events.len(), links),
        },
    };
    for component in components(events.len(), links) {
        work.settle(&component);
    }
    let disagreements = work.disagreements();
    work.leave_open(&disagreements);
    work.repaired.findings.extend(disagreements);
    work.repaired.findings.sort_by(|a, b| a.conflict.cmp(&b.conflict).then_with(|| a.changed.cmp(&b.changed)));
    work.repaired
}

/// The links of each event.
fn touching(events: usize, links: &[Link]) -> Vec<Vec<usize>> {
    let mut touching = vec![Vec::new(); events];
    for (at, link) in links.iter().enumerate() {
        touching[link.from].push(at);
        touching[link.to].push(at);
    }
    touching
}

/// The sets of links that hang together.
fn components(events: usize, links: &[Link]) -> Vec<Vec<usize>> {
    let mut union = Union::new(events);
    for link in links {
        union.join(link.from, link.to);
    }
    let mut components: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for (at, link) in links.iter().enumerate() {
        components.entry(union.root(link.from)).or_default().push(at);
    }
    components.into_values().collect()
}

struct Work<'w> {
    statements: &'w [Saying],
    events: &'w [Event],
    voices: &'w Voices,
    links: &'w [Link],
    repaired: Repaired,
}

impl Work<'_> {
    /// Settles the events of one component, given by its links.
    fn settle(&mut self, component: &[usize]) {
        for region in self.regions(component) {
            self.search(&region);
        }
        let part = Part::new(self.links, component.iter().copied());
        let mut windows = part.windows(|event| self.repaired.outcomes[event].own);
        let arcs = part.arcs(self.links, |link| self.repaired.levels[link]);
        // A contradiction over the edge of a region leaves the bounds of the component as they are told.
        if settle(&mut windows, &arcs).is_ok() {
            for (&event, window) in part.events.iter().zip(windows) {
                self.repaired.outcomes[event].window = window;
            }
        }
    }

    /// The events around each contradiction.
    fn regions(&mut self, component: &[usize]) -> Vec<Vec<usize>> {
        let mut seeds = BTreeSet::new();
        let mut sound = Vec::with_capacity(component.len());
        for &at in component {
            let Link { from, to, .. } = &self.links[at];
            let (from_window, to_window) = (self.repaired.outcomes[*from].own, self.repaired.outcomes[*to].own);
            let holds = self.links[at].levels().iter().position(|level| level.allowance.holds(from_window, to_window));
            match holds.filter(|&level| level < self.links[at].first_breach()) {
                Some(level) => {
                    self.repaired.levels[at] = level;
                    sound.push(at);
                }
                None => seeds.extend([*from, *to]),
            }
        }
        // What holds link by link can still not hold over several.
        loop {
            let part = Part::new(self.links, sound.iter().copied());
            let mut windows = part.windows(|event| self.repaired.outcomes[event].own);
            let Err(elements) = settle(&mut windows, &part.arcs(self.links, |link| self.repaired.levels[link])) else {
                break;
            };
            for element in elements {
                match element {
                    Element::Point(point) => {
                        seeds.insert(part.events[point]);
                    }
                    Element::Link(link) => {
                        let link = part.links[link];
                        seeds.extend([self.links[link].from, self.links[link].to]);
                        sound.retain(|&other| other != link);
                    }
                }
            }
        }
        self.around(&seeds)
    }

    /// The events of `seeds` and their neighbours, as sets that hang together.
    fn around(&self, seeds: &BTreeSet<usize>) -> Vec<Vec<usize>> {
        let neighbours = |event: usize| {
            self.repaired.touching[event].iter().flat_map(|&at| [self.links[at].from, self.links[at].to])
        };
        let near: Vec<usize> =
            seeds.iter().flat_map(|&seed| neighbours(seed)).collect::<BTreeSet<_>>().into_iter().collect();
        let place = |event: usize| near.binary_search(&event).ok();
        let mut union = Union::new(near.len());
        for (at, &event) in near.iter().enumerate() {
            neighbours(event).filter_map(place).for_each(|other| union.join(at, other));
        }
        union.sets().into_iter().map(|set| set.into_iter().map(|at| near[at]).collect()).collect()
    }

    /// Finds the cheapest repair of a region and its runners-up.
    fn search(&mut self, region: &[usize]) {
        for &event in region {
            if self.repaired.outcomes[event].evidence.is_none() {
                let evidence = Evidence::new(self.statements, &self.events[event].members, self.voices);
                self.repaired.outcomes[event].evidence = Some(evidence);
            }
        }
        let own: BTreeSet<usize> =
            region.iter().flat_map(|&event| self.repaired.touching[event].iter().copied()).collect();
        let part = Part::new(self.links, own.into_iter());
        let problem = self.problem(region, &part);
        let mut search = Search::new(&problem);
        let Some(best) = search.find(Cost::MAX, |_| true) else { return };
        // That a rounding is stretched for a repair is no finding of its own.
        let is_stretched = |changed: Element| match changed {
            Element::Link(link) => best.links[link] < problem.links[link].breach,
            Element::Point(_) => false,
        };
        let mut findings: Vec<Finding> = best
            .steps
            .iter()
            .filter(|step| !is_stretched(step.changed))
            .map(|step| {
                let next = runner_up(&problem, &mut search, &best, step.changed);
                let globally = |element: &Element| part.globally(*element);
                Finding {
                    conflict: step.conflict.iter().map(globally).collect(),
                    changed: part.globally(step.changed),
                    repair: match step.changed {
                        Element::Point(point) => Some(best.points[point]),
                        Element::Link(_) => None,
                    },
                    margin: next.as_ref().map(|next| next.cost.saturating_sub(best.cost)),
                    runner_up: next.map(|next| {
                        differences(&best, &next)
                            .into_iter()
                            .map(|(element, option)| (part.globally(element), option))
                            .collect()
                    }),
                    exact: best.exact,
                }
            })
            .collect();
        self.drop_handovers(&mut findings, &part, &best.links);
        for (at, &event) in part.events.iter().enumerate().filter(|(_, event)| region.contains(event)) {
            let outcome = &mut self.repaired.outcomes[event];
            outcome.chosen = best.points[at];
            outcome.own = problem.points[at][best.points[at]].window;
        }
        for (at, &link) in part.links.iter().enumerate() {
            self.repaired.levels[link] = best.links[at];
        }
        self.leave_open(&findings);
        for &event in region.iter().filter(|&&event| !findings.iter().any(|one| one.changed == Element::Point(event))) {
            let outcome = &mut self.repaired.outcomes[event];
            outcome.evidence.iter_mut().for_each(|evidence| evidence.forget_slips(outcome.chosen));
        }
        self.repaired.findings.extend(findings);
    }

    /// Who is in office before the appointment to it is told so, and of no handover beside it.
    fn drop_handovers(&self, findings: &mut Vec<Finding>, part: &Part, levels: &[usize]) {
        let given_up = |finding: &Finding| match finding.changed {
            Element::Link(link) => Some((&self.links[link], levels[part.links.binary_search(&link).ok()?])),
            Element::Point(_) => None,
        };
        let entered: Vec<usize> = findings
            .iter()
            .filter_map(given_up)
            .filter(|(link, _)| matches!(link.rule, Rule::Entry(_)))
            .map(|(link, _)| link.to)
            .collect();
        findings.retain(|finding| {
            let handover = given_up(finding)
                .filter(|(link, level)| !matches!(link.rule, Rule::Entry(_)) && link.is_slight(*level));
            handover.is_none_or(|(link, _)| !entered.contains(&link.to))
        });
    }

    /// What no answer was chosen for keeps a date that a source wrote, and the links that this breaches give way.
    fn leave_open(&mut self, findings: &[Finding]) {
        for finding in findings.iter().filter(|finding| finding.is_open()) {
            let Element::Point(event) = finding.changed else { continue };
            let outcome = &mut self.repaired.outcomes[event];
            let Some(evidence) = &outcome.evidence else { continue };
            let written = |at: &usize| evidence.is_written(&evidence.candidates[*at]);
            let places = std::iter::once(outcome.chosen).chain(0..evidence.candidates.len());
            let Some(kept) = places.into_iter().find(written).filter(|&kept| kept != outcome.chosen) else { continue };
            outcome.chosen = kept;
            outcome.own = evidence.candidates[kept].window;
            outcome.window = outcome.own;
            for &at in &self.repaired.touching[event] {
                let (link, levels) = (&self.links[at], self.links[at].levels());
                let (from, to) = (self.repaired.outcomes[link.from].own, self.repaired.outcomes[link.to].own);
                let holds = |level: &usize| levels[*level].allowance.holds(from, to);
                let level = self.repaired.levels[at];
                self.repaired.levels[at] = (level..levels.len()).find(holds).unwrap_or(levels.len() - 1);
            }
        }
    }

    /// The region's own events with all their options; those beyond its edge with the one that they have.
    fn problem(&self, region: &[usize], part: &Part) -> Problem {
        let choices = |&event: &usize| {
            let outcome = &self.repaired.outcomes[event];
            let open = outcome.evidence.as_ref().filter(|_| region.contains(&event));
            open.map_or_else(|| vec![Choice { window: outcome.own, cost: 0 }], Evidence::choices)
        };
        let links = part.links.iter().map(|&at| {
            let link = &self.links[at];
            let (from, to) = (part.place(link.from), part.place(link.to));
            Choices { from, to, levels: link.levels(), breach: link.first_breach() }
        });
        Problem { points: part.events.iter().map(choices).collect(), links: links.collect() }
    }

    /// The likeliest of the `others` that an event can be taken for, with how much dearer it is: what it would break of the
    /// links that the best one keeps counts too.
    fn next_best(
        &self,
        event: usize,
        evidence: &Evidence,
        mut others: impl Iterator<Item = (usize, Cost)>,
    ) -> Option<(usize, Cost)> {
        let touching = &self.repaired.touching[event];
        if touching.is_empty() || touching.len() > LINKED {
            return others.next();
        }
        let part = Part::new(self.links, touching.iter().copied());
        let place = part.place(event);
        let mut problem = self.problem(&[event], &part);
        for (at, &other) in part.events.iter().enumerate().filter(|&(_, &other)| other != event) {
            if self.repaired.outcomes[other].evidence.is_none() {
                let members = &self.events[other].members;
                problem.points[at] = Evidence::new(self.statements, members, self.voices).choices();
            }
        }
        let mut likeliest: Option<(usize, Cost)> = None;
        for (at, dearer) in others.take(LINKED) {
            // What it breaks is looked for only as far as it may come out likelier than those before it.
            let room = likeliest.map(|(_, least)| least.saturating_sub(1).checked_sub(dearer));
            let Some(room) = room.unwrap_or(Some(HORIZON)) else { continue };
            problem.points[place] = vec![Choice { window: evidence.candidates[at].window, cost: 0 }];
            let Some(solution) = Search::new(&problem).find(room.min(HORIZON), |_| true) else { continue };
            let dearer = dearer.saturating_add(solution.cost);
            if likeliest.is_none_or(|(_, least)| dearer < least) {
                likeliest = Some((at, dearer));
            }
        }
        likeliest
    }

    /// Whether the words tell how far the event is from another, and that holds.
    fn is_supported(&self, event: usize) -> bool {
        self.repaired.touching[event].iter().any(|&at| {
            matches!(self.links[at].rule, Rule::Gap(..)) && self.repaired.levels[at] < self.links[at].first_breach()
        })
    }

    /// Events whose own statements disagree, where no link had a part in it.
    fn disagreements(&self) -> Vec<Finding> {
        let known: BTreeSet<Element> = self.repaired.findings.iter().map(|finding| finding.changed).collect();
        let mut findings = Vec::new();
        for (event, outcome) in self.repaired.outcomes.iter().enumerate() {
            let Some(evidence) = &outcome.evidence else { continue };
            let Some(best) = evidence.candidates.get(outcome.chosen) else { continue };
            if best.cost == 0 || known.contains(&Element::Point(event)) {
                continue;
            }
            let other = |(at, candidate): &(usize, &crate::resolve::claim::Candidate)| {
                *at != outcome.chosen && !best.window.within(candidate.window) && candidate.cost >= best.cost
            };
            let others =
                || evidence.candidates.iter().enumerate().filter(other).map(|(at, one)| (at, one.cost - best.cost));
            let next = self.next_best(event, evidence, others());
            let is_lone = evidence.is_lone(best) && !self.is_supported(event);
            let margin = if is_lone { Some(0) } else { next.map(|(_, margin)| margin) };
            // Of sources that disagree, what none of them wrote is no answer that a reader would think of.
            let is_plain = evidence.is_disagreed() && margin.is_some_and(|margin| margin > cost::MARGIN);
            let written = others().filter(|&(at, _)| evidence.is_written(&evidence.candidates[at]));
            let written = if is_plain { self.next_best(event, evidence, written) } else { None };
            let (next, margin) = written.map_or((next, margin), |next| (Some(next), Some(next.1)));
            findings.push(Finding {
                conflict: vec![Element::Point(event)],
                changed: Element::Point(event),
                repair: Some(outcome.chosen),
                runner_up: next.map(|(at, _)| vec![(Element::Point(event), at)]),
                margin,
                exact: true,
            });
        }
        findings
    }
}

/// Of an event with more links the next best date is told by its own statements alone, and of more dates it is not asked.
const LINKED: usize = 8;

/// A repair dearer by more than this, a million to one, is no runner-up.
const HORIZON: Cost = 60;

/// The cheapest solution in which `changed` comes out otherwise than in `best`, which `search` found.
fn runner_up(problem: &Problem, search: &mut Search<'_>, best: &Solution, changed: Element) -> Option<Solution> {
    let limit = best.cost.saturating_add(HORIZON);
    match changed {
        Element::Point(point) => {
            // A time that takes in the best one is not another answer.
            search.find(limit, |other| !best.windows[point].within(other.windows[point]))
        }
        Element::Link(link) => {
            let mut held = problem.clone();
            let kept = best.links[link].min(held.links[link].breach);
            held.links[link].levels.truncate(kept);
            Search::new(&held).find(limit, |_| true)
        }
    }
}

/// What `next` changes that `best` does not.
fn differences(best: &Solution, next: &Solution) -> Vec<(Element, usize)> {
    let points = next.points.iter().zip(&best.points).enumerate().map(|(at, pair)| (Element::Point(at), pair));
    let links = next.links.iter().zip(&best.links).enumerate().map(|(at, pair)| (Element::Link(at), pair));
    points
        .chain(links)
        .filter(|(_, (next, best))| next != best && **next > 0)
        .map(|(element, (&next, _))| (element, next))
        .collect()
}

/// Some links with their events, numbered anew from 0.
struct Part {
    events: Vec<usize>,
    links: Vec<usize>,
    places: Vec<(usize, usize)>,
}

impl Part {
    fn new(all: &[Link], links: impl Iterator<Item = usize>) -> Part {
        let links: Vec<usize> = links.collect();
        let mut events: Vec<usize> = links.iter().flat_map(|&at| [all[at].from, all[at].to]).collect();
        events.sort_unstable();
        events.dedup();
        let mut part = Part { events, links, places: Vec::new() };
        part.places = part.links.iter().map(|&at| (part.place(all[at].from), part.place(all[at].to))).collect();
        part
    }

    /// The number of an event in this part.
    fn place(&self, event: usize) -> usize {
        self.events.partition_point(|&other| other < event)
    }

    fn globally(&self, element: Element) -> Element {
        match element {
            Element::Point(point) => Element::Point(self.events[point]),
            Element::Link(link) => Element::Link(self.links[link]),
        }
    }

    fn windows(&self, of: impl Fn(usize) -> Window) -> Vec<Window> {
        self.events.iter().map(|&event| of(event)).collect()
    }

    fn arcs(&self, all: &[Link], level: impl Fn(usize) -> usize) -> Vec<Arc> {
        let arc = |(&link, &(from, to)): (&usize, &(usize, usize))| Arc {
            from,
            to,
            allowance: all[link].levels()[level(link)].allowance,
        };
        self.links.iter().zip(&self.places).map(arc).collect()
    }
}
