//! The fewest elements that cannot all hold (QuickXplain: U. Junker, AAAI 2004).

use crate::resolve::network::{Arc, Element, settle};
use crate::resolve::window::Window;

/// A minimal part of `elements`, which contradict each other: without any one of them, the rest can hold.
pub(super) fn minimal(windows: &[Window], arcs: &[Arc], elements: Vec<Element>) -> Vec<Element> {
    let mut found = quick(windows, arcs, &[], false, &elements);
    found.sort_unstable();
    found
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
    use crate::resolve::allowance::Allowance;

    #[test]
    fn leaves_out_what_is_not_needed() {
        let window = |edtf: &str| Window::of(edtf.parse().unwrap());
        let windows = [window("1922"), window("1921"), window("1930")];
        let arcs = [(0, 1), (1, 2), (0, 2)].map(|(from, to)| Arc { from, to, allowance: Allowance::ORDER });
        let all = (0..3).map(Element::Point).chain((0..3).map(Element::Link)).collect();
        let found = minimal(&windows, &arcs, all);
        assert_eq!(found, [Element::Point(0), Element::Point(1), Element::Link(0)]);
    }
}
