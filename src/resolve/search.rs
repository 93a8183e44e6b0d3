//! The cheapest way to make everything hold.
//!
//! Best first: the cheapest assignment not yet looked at is settled as a temporal network; where that fails, a minimal
//! conflict says what any better assignment has to change, and only those changes are followed. So what is found first is
//! the cheapest there is (as in conflict-directed A*: B. Williams and R. Ragno, 2007). Past a bound on the number of
//! assignments the search takes the cheapest single change at each conflict, and says so.

use std::cmp::Reverse;
use std::collections::BinaryHeap;
use std::rc::Rc;

use crate::hash::HashSet;
use crate::resolve::allowance::Level;
use crate::resolve::cost::Cost;
use crate::resolve::explain;
use crate::resolve::network::{Arc, Element, Network, settle};
use crate::resolve::window::Window;

/// As many assignments are looked at before the search settles for less.
const BUDGET: usize = 2000;

/// Events and links with the options of each; the first option of each is the words as they stand.
#[derive(Clone, Debug, Default)]
pub(super) struct Problem {
    pub(super) points: Vec<Vec<Choice>>,
    pub(super) links: Vec<Choices>,
}

/// A time that an event can have, and what that costs.
#[derive(Clone, Copy, Debug)]
pub(super) struct Choice {
    pub(super) window: Window,
    pub(super) cost: Cost,
}

/// A link and how far it can give way.
#[derive(Clone, Debug)]
pub(super) struct Choices {
    pub(super) from: usize,
    pub(super) to: usize,
    pub(super) levels: Vec<Level>,
    /// The first level at which the link is breached rather than stretched.
    pub(super) breach: usize,
}

/// An assignment that holds.
#[derive(Clone, Debug)]
pub(super) struct Solution {
    pub(super) cost: Cost,
    /// The option of each event.
    pub(super) points: Vec<usize>,
    /// The level of each link.
    pub(super) links: Vec<usize>,
    /// What the links leave of each event's time.
    pub(super) windows: Vec<Window>,
    /// How it was come by: what could not all hold, and what was changed for it.
    pub(super) steps: Vec<Step>,
    /// Whether it is the cheapest for certain.
    pub(super) exact: bool,
}

/// One contradiction on the way, and the change that answers it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Step {
    pub(super) conflict: Vec<Element>,
    pub(super) changed: Element,
}

/// The assignments of a problem that hold, from the cheapest on. What was looked at once is not looked at again, so that
/// a second best is found where the search for the best one stopped.
pub(super) struct Search<'p> {
    problem: &'p Problem,
    tree: Tree<'p>,
    trial: Trial<'p>,
    looked_at: usize,
    found: Vec<Solution>,
    way_out: Option<Option<Solution>>,
}

impl<'p> Search<'p> {
    /// Nothing is looked at yet.
    pub(super) fn new(problem: &'p Problem) -> Search<'p> {
        let mut tree = Tree { problem, nodes: Vec::new(), open: BinaryHeap::new(), seen: HashSet::default() };
        tree.add(Node { parent: None, change: None, cost: problem.cost_as_written() });
        Search { problem, tree, trial: Trial::new(problem), looked_at: 0, found: Vec::new(), way_out: None }
    }

    /// The cheapest assignment that holds, costs no more than `limit` and is `wanted`.
    pub(super) fn find(&mut self, limit: Cost, wanted: impl Fn(&Solution) -> bool) -> Option<Solution> {
        let known = self.found.iter().take_while(|solution| solution.cost <= limit).find(|solution| wanted(solution));
        if known.is_some() {
            return known.cloned();
        }
        while self.looked_at < BUDGET {
            let node = self.tree.next(limit)?;
            self.looked_at += 1;
            if !self.tree.is_new(node) {
                continue;
            }
            match self.trial.look_at(&self.tree, node) {
                Ok(solution) if self.trial.is_repair(&solution) => {
                    self.found.push(solution.clone());
                    if wanted(&solution) {
                        return Some(solution);
                    }
                }
                Ok(_) => {}
                Err(conflict) => self.tree.follow(node, &conflict),
            }
        }
        let way_out = self.way_out.get_or_insert_with(|| greedy(self.problem));
        way_out.clone().filter(wanted)
    }
}

impl Problem {
    fn cost_as_written(&self) -> Cost {
        self.points.iter().filter_map(|options| options.first()).map(|choice| choice.cost).sum()
    }

    /// What an option of an element costs; options are in the order of their costs.
    fn cost(&self, element: Element, option: usize) -> Option<Cost> {
        match element {
            Element::Point(point) => self.points[point].get(option).map(|choice| choice.cost),
            Element::Link(link) => self.links[link].levels.get(option).map(|level| level.cost),
        }
    }

    /// What an option of an element costs beyond its first.
    fn extra(&self, element: Element, option: usize) -> Option<Cost> {
        Some(self.cost(element, option)?.saturating_sub(self.cost(element, 0)?))
    }

    /// Settles an assignment.
    fn settle(&self, points: &[usize], links: &[usize]) -> Result<Vec<Window>, Vec<Element>> {
        let (windows, arcs) = self.assigned(points, links);
        let mut settled = windows.clone();
        match settle(&mut settled, &arcs) {
            Ok(()) => Ok(settled),
            Err(elements) => Err(explain::minimal(&windows, &arcs, elements)),
        }
    }

    fn assigned(&self, points: &[usize], links: &[usize]) -> (Vec<Window>, Vec<Arc>) {
        let windows = self.points.iter().zip(points).map(|(options, &option)| options[option].window);
        let arcs = self.links.iter().zip(links).map(|(link, &level)| Arc {
            from: link.from,
            to: link.to,
            allowance: link.levels[level].allowance,
        });
        (windows.collect(), arcs.collect())
    }
}

/// The room that assignments are tried in: windows and arcs as written, which each assignment changes in a few places.
struct Trial<'p> {
    problem: &'p Problem,
    network: Network,
    windows: Vec<Window>,
    arcs: Vec<Arc>,
    settled: Vec<Window>,
}

impl<'p> Trial<'p> {
    fn new(problem: &'p Problem) -> Trial<'p> {
        let (windows, arcs) = problem.assigned(&vec![0; problem.points.len()], &vec![0; problem.links.len()]);
        Trial { problem, network: Network::new(windows.len(), &arcs), settled: windows.clone(), windows, arcs }
    }

    /// Settles the assignment of a node; where it does not hold, a minimal conflict.
    fn look_at(&mut self, tree: &Tree<'_>, node: usize) -> Result<Solution, Vec<Element>> {
        for change in tree.changes(node) {
            self.set(change.element, change.option);
        }
        let settled = self.settle().map_err(|elements| explain::minimal(&self.windows, &self.arcs, elements));
        for change in tree.changes(node) {
            self.set(change.element, 0);
        }
        settled.map(|()| tree.solution(node, self.settled.clone()))
    }

    /// Whether each change is for something: none may be to the good of a link alone that is breached all the same.
    fn is_repair(&mut self, solution: &Solution) -> bool {
        let changed = |options: &[usize]| -> Vec<(usize, usize)> {
            options.iter().copied().enumerate().filter(|&(_, option)| option > 0).collect()
        };
        let (points, links) = (changed(&solution.points), changed(&solution.links));
        points.iter().for_each(|&(point, option)| self.set(Element::Point(point), option));
        links.iter().for_each(|&(link, level)| self.set(Element::Link(link), level));
        let mut in_vain = false;
        for &(link, level) in links.iter().filter(|&&(link, level)| level >= self.problem.links[link].breach) {
            self.set(Element::Link(link), self.problem.links[link].levels.len() - 1);
            for &(point, option) in &points {
                self.set(Element::Point(point), 0);
                in_vain = in_vain || self.settle().is_ok();
                self.set(Element::Point(point), option);
            }
            self.set(Element::Link(link), level);
        }
        points.iter().for_each(|&(point, _)| self.set(Element::Point(point), 0));
        links.iter().for_each(|&(link, _)| self.set(Element::Link(link), 0));
        !in_vain
    }

    fn set(&mut self, element: Element, option: usize) {
        match element {
            Element::Point(point) => self.windows[point] = self.problem.points[point][option].window,
            Element::Link(link) => self.arcs[link].allowance = self.problem.links[link].levels[option].allowance,
        }
    }

    fn settle(&mut self) -> Result<(), Vec<Element>> {
        self.settled.copy_from_slice(&self.windows);
        self.network.settle(&mut self.settled, &self.arcs)
    }
}

/// An assignment as its difference from another.
#[derive(Clone, Debug)]
struct Node {
    parent: Option<usize>,
    change: Option<Change>,
    cost: Cost,
}

#[derive(Clone, Debug)]
struct Change {
    element: Element,
    option: usize,
    conflict: Rc<[Element]>,
}

struct Tree<'p> {
    problem: &'p Problem,
    nodes: Vec<Node>,
    /// Cheapest first, then oldest first.
    open: BinaryHeap<(Reverse<Cost>, Reverse<usize>)>,
    seen: HashSet<Vec<(Element, usize)>>,
}

impl Tree<'_> {
    fn add(&mut self, node: Node) {
        self.open.push((Reverse(node.cost), Reverse(self.nodes.len())));
        self.nodes.push(node);
    }

    /// The cheapest node not yet looked at, if it costs no more than `limit`; the one beside it is opened.
    fn next(&mut self, limit: Cost) -> Option<usize> {
        let &(Reverse(cost), Reverse(node)) = self.open.peek()?;
        if cost > limit {
            return None;
        }
        self.open.pop();
        self.add_sibling(node);
        Some(node)
    }

    /// Opens the assignment that changes `element` beside what `parent` changes.
    fn add_change(&mut self, parent: usize, element: Element, option: usize, conflict: Rc<[Element]>) {
        if let Some(extra) = self.problem.extra(element, option) {
            let cost = self.nodes[parent].cost.saturating_add(extra);
            self.add(Node { parent: Some(parent), change: Some(Change { element, option, conflict }), cost });
        }
    }

    /// Options are opened one by one, each when the one before it has had its turn.
    fn add_sibling(&mut self, node: usize) {
        let Node { parent: Some(parent), change: Some(change), .. } = &self.nodes[node] else { return };
        let (parent, Change { element, option, conflict }) = (*parent, change.clone());
        self.add_change(parent, element, option + 1, conflict);
    }

    /// Whether no other order of the same changes was looked at.
    fn is_new(&mut self, node: usize) -> bool {
        let mut set: Vec<(Element, usize)> = self.changes(node).map(|change| (change.element, change.option)).collect();
        set.sort_unstable();
        self.seen.insert(set)
    }

    /// The changes of a node, the latest first.
    fn changes(&self, node: usize) -> impl Iterator<Item = &Change> {
        let up = |&node: &usize| self.nodes[node].parent;
        std::iter::successors(Some(node), up).filter_map(|node| self.nodes[node].change.as_ref())
    }

    /// The node's assignment, which leaves `windows`.
    fn solution(&self, node: usize, windows: Vec<Window>) -> Solution {
        let mut points = vec![0; self.problem.points.len()];
        let mut links = vec![0; self.problem.links.len()];
        let mut steps = Vec::new();
        for change in self.changes(node) {
            match change.element {
                Element::Point(point) => points[point] = change.option,
                Element::Link(link) => links[link] = change.option,
            }
            steps.push(Step { conflict: change.conflict.to_vec(), changed: change.element });
        }
        steps.reverse();
        Solution { cost: self.nodes[node].cost, points, links, windows, steps, exact: true }
    }

    /// Opens every assignment that changes one more element of `conflict`.
    fn follow(&mut self, node: usize, conflict: &[Element]) {
        let changed: Vec<Element> = self.changes(node).map(|change| change.element).collect();
        let shared: Rc<[Element]> = conflict.into();
        for &element in conflict.iter().filter(|element| !changed.contains(element)) {
            self.add_change(node, element, 1, shared.clone());
        }
    }
}

/// The cheapest single change at each conflict in turn: a way out, not always the cheapest.
fn greedy(problem: &Problem) -> Option<Solution> {
    let mut points = vec![0; problem.points.len()];
    let mut links = vec![0; problem.links.len()];
    let mut steps: Vec<Step> = Vec::new();
    let mut cost = problem.cost_as_written();
    loop {
        let conflict = match problem.settle(&points, &links) {
            Ok(windows) => return Some(Solution { cost, points, links, windows, steps, exact: false }),
            Err(conflict) => conflict,
        };
        let changed = |element: &Element| steps.iter().any(|step| step.changed == *element);
        let (extra, element, option) = conflict
            .iter()
            .filter(|element| !changed(element))
            .flat_map(|&element| {
                (1..).map_while(move |option| Some((problem.extra(element, option)?, element, option)))
            })
            .filter(|&(_, element, option)| problem.answers(&conflict, &points, &links, element, option))
            .min()?;
        match element {
            Element::Point(point) => points[point] = option,
            Element::Link(link) => links[link] = option,
        }
        cost = cost.saturating_add(extra);
        steps.push(Step { conflict, changed: element });
    }
}

impl Problem {
    /// Whether one change settles `conflict`.
    fn answers(
        &self,
        conflict: &[Element],
        points: &[usize],
        links: &[usize],
        element: Element,
        option: usize,
    ) -> bool {
        let mut own = vec![Window::OPEN; self.points.len()];
        let mut arcs = Vec::new();
        for &member in conflict {
            let now = |current: usize| if member == element { option } else { current };
            match member {
                Element::Point(point) => own[point] = self.points[point][now(points[point])].window,
                Element::Link(link) => {
                    let Choices { from, to, levels, .. } = &self.links[link];
                    arcs.push(Arc { from: *from, to: *to, allowance: levels[now(links[link])].allowance });
                }
            }
        }
        settle(&mut own, &arcs).is_ok()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::resolve::allowance::Allowance;

    fn choice(edtf: &str, cost: Cost) -> Choice {
        Choice { window: Window::of(edtf.parse().unwrap()), cost }
    }

    fn order(from: usize, to: usize, cost: Cost) -> Choices {
        let hold = Level { allowance: Allowance::ORDER, cost: 0 };
        Choices { from, to, levels: vec![hold, Level { allowance: Allowance::ANY, cost }], breach: 1 }
    }

    #[test]
    fn takes_the_cheapest_change_and_says_what_it_answers() {
        let start = vec![choice("1922-09-02", 0), choice("1921-09-02", 23)];
        let end = vec![choice("1922-09-01", 0), choice("1923-09-01", 23)];
        let next = vec![choice("1923-09-02", 0), choice("1922-09-02", 23)];
        let gap = crate::statement::Gap { period: "P1D".parse().unwrap(), rounding: Default::default() };
        let next_day = Choices { from: 1, to: 2, levels: crate::resolve::allowance::levels(gap), breach: 2 };
        let problem = Problem { points: vec![start, end, next], links: vec![order(0, 1, 60), next_day] };
        let mut search = Search::new(&problem);
        let solution = search.find(Cost::MAX, |_| true).unwrap();
        assert_eq!((solution.cost, solution.points.clone(), solution.links), (23, vec![0, 1, 0], vec![0, 0]));
        assert_eq!(solution.steps.len(), 1);
        assert_eq!(solution.steps[0].changed, Element::Point(1));

        let other = search.find(Cost::MAX, |other| other.points[1] != 1).unwrap();
        assert_eq!(other.cost, 46, "both others a year back");
    }

    #[test]
    fn a_date_is_not_moved_for_a_length_that_stays_wrong() {
        let gap = crate::statement::Gap { period: "P3W".parse().unwrap(), rounding: Default::default() };
        let levels = crate::resolve::allowance::levels(gap);
        let start = vec![choice("1921-01-15", 0), choice("1921-01-22", 1)];
        let problem = Problem {
            points: vec![start, vec![choice("1921-02-21", 0)]],
            links: vec![Choices { from: 0, to: 1, levels, breach: 2 }],
        };
        let solution = Search::new(&problem).find(Cost::MAX, |_| true).unwrap();
        assert_eq!((solution.points, solution.links), (vec![0, 0], vec![3]));
    }

    #[test]
    fn greedy_finds_a_way_out_too() {
        let problem = Problem {
            points: vec![vec![choice("1922", 0)], vec![choice("1921", 0), choice("1922", 23)]],
            links: vec![order(0, 1, 60)],
        };
        let solution = greedy(&problem).unwrap();
        assert_eq!((solution.cost, solution.exact), (23, false));
    }
}
