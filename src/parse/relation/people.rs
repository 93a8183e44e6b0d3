//! Whom the statements of a document speak of.

use std::collections::BTreeMap;

use crate::Statement;

/// How many neighbours are looked through, so that a text of any length costs the same for each of its words.
pub(super) const NEAR: usize = 32;

/// The people that a document's statements speak of, by their last names.
pub(super) struct People<'t> {
    statements: BTreeMap<&'t str, Vec<usize>>,
    last_names: BTreeMap<&'t str, &'t str>,
}

impl<'t> People<'t> {
    pub(super) fn of(statements: &'t [Statement]) -> People<'t> {
        let mut people = People { statements: BTreeMap::new(), last_names: BTreeMap::new() };
        for (at, statement) in statements.iter().enumerate() {
            if let Some(person) = statement.person.as_deref() {
                people.statements.entry(person).or_default().push(at);
                people.last_names.insert(person.rsplit(' ').next().unwrap_or(person), person);
            }
        }
        people
    }

    /// The person of that last name.
    pub(super) fn named(&self, word: &str) -> Option<&'t str> {
        self.last_names.get(word).copied()
    }

    /// The statements of a person around an offset.
    pub(super) fn near(&self, person: &str, statements: &[Statement], offset: usize) -> &[usize] {
        let all = self.statements.get(person).map_or(&[][..], Vec::as_slice);
        let middle = all.partition_point(|&at| statements[at].span.start < offset);
        &all[middle.saturating_sub(NEAR)..all.len().min(middle + NEAR)]
    }
}
