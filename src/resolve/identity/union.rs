//! Disjoint sets.

use std::collections::BTreeMap;

/// Disjoint sets of the numbers below a count.
pub(in crate::resolve) struct Union {
    parent: Vec<usize>,
}

impl Union {
    /// Every number on its own.
    pub(in crate::resolve) fn new(count: usize) -> Union {
        Union { parent: (0..count).collect() }
    }

    /// The least number of the set that `item` is in.
    pub(in crate::resolve) fn root(&mut self, mut item: usize) -> usize {
        while self.parent[item] != item {
            self.parent[item] = self.parent[self.parent[item]];
            item = self.parent[item];
        }
        item
    }

    /// Makes one set of the two.
    pub(in crate::resolve) fn join(&mut self, a: usize, b: usize) {
        let (a, b) = (self.root(a), self.root(b));
        self.parent[a.max(b)] = a.min(b);
    }

    /// The sets, in the order of their least members.
    pub(in crate::resolve) fn sets(mut self) -> Vec<Vec<usize>> {
        let mut sets: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
        for item in 0..self.parent.len() {
            let root = self.root(item);
            sets.entry(root).or_default().push(item);
        }
        sets.into_values().collect()
    }
}
