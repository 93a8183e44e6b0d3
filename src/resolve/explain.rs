//! The fewest elements that cannot all hold (QuickXplain: U. Junker, AAAI 2004).

use crate::resolve::network::{Arc, Element, settle};
use crate::resolve::window::Window;

/// A minimal part of `elements`, which hang together and contradict each other: without any one of them, the rest can
/// hold.
pub(super) fn minimal(windows: &[Window], arcs: &[Arc], elements: Vec<Element>) -> Vec<Element> {
    if is_chain(arcs, &elements) {
        return elements;
    }
    let mut found = quick(windows, arcs, &[], false, &elements);
    found.sort_unstable();
    found
}

/// Whether `elements`, rising, are two events and one row of links from the one to the other, as most contradictions are.
/// Nothing of that can be missed: a row without a gap and with a date at one end only holds whatever the date is.
fn is_chain(arcs: &[Arc], elements: &[Element]) -> bool {
    let [Element::Point(first), Element::Point(last), links @ ..] = elements else { return false };
    let mut met = Vec::with_capacity(2 * links.len());
    for link in links {
        let Element::Link(link) = *link else { return false };
        met.extend([arcs[link].from, arcs[link].to]);
    }
    met.sort_unstable();
    let mut ends = met.chunk_by(|a, b| a == b).filter(|same| same.len() != 2);
    let ends = [ends.next(), ends.next(), ends.next()];
    ends == [Some([*first].as_slice()), Some([*last].as_slice()), None]
}

/// What of `open` is needed for a contradiction, given `taken`; `grown` says that `taken` is new since the last test.
fn quick(windows: &[Window], arcs: &[Arc], taken: &[Element], grown: bool, open: &[Element]) -> Vec<Element> {
    if grown && !holds(windows, arcs, taken) {
        return Vec::new();
    }
    if open.len() <= 1 {
        return open.to_vec();
    }
    let (first, second) = open.split_at(open.len() / 2);
    let with_first: Vec<Element> = taken.iter().chain(first).copied().collect();
    let needed_second = quick(windows, arcs, &with_first, true, second);
    let with_second: Vec<Element> = taken.iter().chain(&needed_second).copied().collect();
    let mut needed = quick(windows, arcs, &with_second, !needed_second.is_empty(), first);
    needed.extend(needed_second);
    needed
}

/// Whether `elements` alone can all hold.
fn holds(windows: &[Window], arcs: &[Arc], elements: &[Element]) -> bool {
    let mut own = vec![Window::OPEN; windows.len()];
    let mut links = Vec::new();
    for &element in elements {
        match element {
            Element::Point(point) => own[point] = windows[point],
            Element::Link(link) => links.push(arcs[link]),
        }
    }
    settle(&mut own, &links).is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::calendar::{Date, Rounding};
    use crate::resolve::allowance::{Allowance, levels};

    #[test]
    fn leaves_out_what_is_not_needed() {
        let window = |edtf: &str| Window::of(edtf.parse().unwrap());
        let windows = [window("1922"), window("1921"), window("1930")];
        let arcs = [(0, 1), (1, 2), (0, 2)].map(|(from, to)| Arc { from, to, allowance: Allowance::ORDER });
        let all = (0..3).map(Element::Point).chain((0..3).map(Element::Link)).collect();
        let found = minimal(&windows, &arcs, all);
        assert_eq!(found, [Element::Point(0), Element::Point(1), Element::Link(0)]);
    }

    #[test]
    fn a_chain_is_minimal_as_it_is() {
        let rounded =
            |period: &str| crate::statement::Gap { period: period.parse().unwrap(), rounding: Rounding::About };
        let lengths = ["P1D", "P1M", "P1Y1M", "P2W", "PT5H"].map(|period| levels(rounded(period))[0].allowance);
        let allowances: Vec<Allowance> = lengths.into_iter().chain([Allowance::ORDER]).collect();
        let mut state = 7_usize;
        let mut below = |count: usize| {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            (state >> 33) % count
        };
        let mut chains = 0;
        for _ in 0..2000 {
            let windows: Vec<Window> = (0..5)
                .map(|_| match below(3) {
                    0 => Window::OPEN,
                    _ => Window::of(Date::day(1921, 1 + below(4) as u8, 1 + below(28) as u8).unwrap()),
                })
                .collect();
            let arc = |_| Arc { from: below(5), to: below(5), allowance: allowances[below(allowances.len())] };
            let arcs: Vec<Arc> = (0..5).map(arc).filter(|arc| arc.from != arc.to).collect();
            let Err(elements) = settle(&mut windows.clone(), &arcs) else { continue };
            if is_chain(&arcs, &elements) {
                chains += 1;
                let mut needed = quick(&windows, &arcs, &[], false, &elements);
                needed.sort_unstable();
                assert_eq!(needed, elements, "{windows:?} {arcs:?}");
            }
        }
        assert!(chains > 500, "{chains}");
    }
}
