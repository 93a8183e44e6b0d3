//! A simple temporal network: windows of events, and the links between them.
//!
//! [`Network::settle`] tightens every window to what the links leave of it. It is Bellman and Ford's relaxation from the origin of
//! time, both ways, with one difference: the weight of a link is counted in the calendar at the place it is applied, so
//! that a month is as long as it is there. Where a window comes out empty, the links and windows that emptied it are
//! traced back.

use std::collections::VecDeque;

use crate::resolve::allowance::Allowance;
use crate::resolve::window::Window;

/// A link as the network sees it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Arc {
    pub(super) from: usize,
    pub(super) to: usize,
    pub(super) allowance: Allowance,
}

/// A part of a contradiction.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) enum Element {
    /// An event, with what is said of its time.
    Point(usize),
    /// A link.
    Link(usize),
}

/// Tightens `windows`, once.
///
/// # Errors
///
/// As [`Network::settle`].
pub(super) fn settle(windows: &mut [Window], arcs: &[Arc]) -> Result<(), Vec<Element>> {
    Network::new(windows.len(), arcs).settle(windows, arcs)
}

/// Points and the arcs between them, for windows and allowances that change from one settling to the next: what one
/// takes of memory, the next takes again.
pub(super) struct Network {
    touching: Touching,
    trace: Trace,
    queue: VecDeque<usize>,
    queued: Vec<bool>,
}

impl Network {
    /// So many points with `arcs` between them.
    pub(super) fn new(points: usize, arcs: &[Arc]) -> Network {
        Network {
            touching: Touching::new(points, arcs),
            trace: Trace { lo: vec![None; points], hi: vec![None; points] },
            queue: VecDeque::with_capacity(arcs.len()),
            queued: vec![false; arcs.len()],
        }
    }

    /// Tightens `windows`; `arcs` stand where they stood when the network was made.
    ///
    /// # Errors
    ///
    /// Elements that cannot all hold: enough of them to be contradictory, not always the fewest.
    pub(super) fn settle(&mut self, windows: &mut [Window], arcs: &[Arc]) -> Result<(), Vec<Element>> {
        if let Some(point) = windows.iter().position(|window| window.is_empty()) {
            return Err(vec![Element::Point(point)]);
        }
        let Network { touching, trace, queue, queued } = self;
        trace.lo.fill(None);
        trace.hi.fill(None);
        queue.clear();
        queue.extend(0..arcs.len());
        queued.fill(true);
        // A consistent network settles within as many rounds as it has points; more means a cycle that never does.
        let mut rounds_left = arcs.len().saturating_mul(windows.len() + 2);
        while let Some(at) = queue.pop_front() {
            queued[at] = false;
            if rounds_left == 0 {
                return Err((0..arcs.len()).map(Element::Link).collect());
            }
            rounds_left -= 1;
            let Arc { from, to, allowance } = arcs[at];
            for (point, allowed) in [(to, allowance.forward(windows[from])), (from, allowance.backward(windows[to]))] {
                let tighter = windows[point].and(allowed);
                if tighter == windows[point] {
                    continue;
                }
                if tighter.lo > windows[point].lo {
                    trace.lo[point] = Some(at);
                }
                if tighter.hi < windows[point].hi {
                    trace.hi[point] = Some(at);
                }
                windows[point] = tighter;
                if tighter.is_empty() {
                    return Err(trace.of(point, arcs));
                }
                for &next in touching.of(point) {
                    if next != at && !std::mem::replace(&mut queued[next], true) {
                        queue.push_back(next);
                    }
                }
            }
        }
        Ok(())
    }
}

/// The arcs of every point, rising, in one list.
struct Touching {
    /// Where the arcs of each point end in `arcs`, which is where those of the next begin.
    ends: Vec<usize>,
    arcs: Vec<usize>,
}

impl Touching {
    fn new(points: usize, arcs: &[Arc]) -> Touching {
        let mut ends = vec![0; points];
        for arc in arcs {
            ends[arc.from] += 1;
            ends[arc.to] += 1;
        }
        // From the number of arcs to where they begin; filling moves that on to where they end.
        let mut begin = 0;
        for count in &mut ends {
            begin += std::mem::replace(count, begin);
        }
        let mut touching = Touching { ends, arcs: vec![0; begin] };
        for (at, arc) in arcs.iter().enumerate() {
            for point in [arc.from, arc.to] {
                touching.arcs[touching.ends[point]] = at;
                touching.ends[point] += 1;
            }
        }
        touching
    }

    fn of(&self, point: usize) -> &[usize] {
        let begin = point.checked_sub(1).map_or(0, |before| self.ends[before]);
        &self.arcs[begin..self.ends[point]]
    }
}

/// The arc that last raised the start or lowered the end of each window.
struct Trace {
    lo: Vec<Option<usize>>,
    hi: Vec<Option<usize>>,
}

impl Trace {
    /// Everything that the two ends of the window of `point` follow from.
    fn of(&self, point: usize, arcs: &[Arc]) -> Vec<Element> {
        let mut elements = Vec::new();
        for reasons in [&self.lo, &self.hi] {
            let mut at = point;
            loop {
                let Some(arc) = reasons[at] else {
                    elements.push(Element::Point(at));
                    break;
                };
                if elements.contains(&Element::Link(arc)) {
                    break;
                }
                elements.push(Element::Link(arc));
                at = if arcs[arc].to == at { arcs[arc].from } else { arcs[arc].to };
            }
        }
        elements.sort_unstable();
        elements.dedup();
        elements
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn window(edtf: &str) -> Window {
        Window::of(edtf.parse().unwrap())
    }

    fn order(from: usize, to: usize) -> Arc {
        Arc { from, to, allowance: Allowance::ORDER }
    }

    #[test]
    fn tightens_both_ways() {
        let mut windows = [window("1921-06-01"), window("1921"), window("1921-08")];
        assert!(settle(&mut windows, &[order(0, 1), order(1, 2)]).is_ok());
        assert_eq!(windows[1].date().unwrap().to_string(), "1921-06-01/1921-08-31");
    }

    #[test]
    fn traces_a_contradiction_over_a_third_event() {
        let mut windows = [window("1922"), Window::OPEN, window("1921"), window("1930")];
        let found = settle(&mut windows, &[order(0, 1), order(1, 2), order(2, 3)]).unwrap_err();
        let expected = [Element::Point(0), Element::Point(2), Element::Link(0), Element::Link(1)];
        assert_eq!(found, expected);
    }

    #[test]
    fn a_cycle_of_gaps_is_found_without_any_date() {
        let gap = crate::statement::Gap { period: "P1D".parse().unwrap(), rounding: Default::default() };
        let allowance = crate::resolve::allowance::levels(gap)[0].allowance;
        let arcs = [Arc { from: 0, to: 1, allowance }, Arc { from: 1, to: 0, allowance }];
        assert!(settle(&mut [Window::OPEN, window("1921-05-05")], &arcs).is_err());
    }
}
