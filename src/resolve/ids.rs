//! Ids that stay from build to build: they follow from what a thing says, never from where it stands in a list.

use std::collections::HashMap;

use crate::statement::Statement;

/// FNV-1a: a hash that is the same in every version and on every machine, which the standard one does not promise.
#[derive(Clone, Copy)]
pub(crate) struct Hash(u64);

impl Hash {
    pub(crate) fn new() -> Hash {
        Hash(0xcbf2_9ce4_8422_2325)
    }

    /// Takes in one field; fields are kept apart.
    pub(crate) fn with(self, field: &str) -> Hash {
        field.as_bytes().iter().chain(&[0xff]).fold(self, |hash, &byte| hash.mixed(byte.into()))
    }

    /// Takes in a number, in one step: for what stays within a run.
    pub(super) fn with_number(self, number: u64) -> Hash {
        self.mixed(number ^ (number >> 32))
    }

    fn mixed(self, value: u64) -> Hash {
        Hash((self.0 ^ value).wrapping_mul(0x0100_0000_01b3))
    }

    pub(super) fn value(self) -> u64 {
        self.0
    }

    /// `s-` and eight hexadecimal digits.
    pub(super) fn id(self, prefix: char) -> String {
        format!("{prefix}-{}", self.short())
    }

    /// Eight hexadecimal digits.
    pub(crate) fn short(self) -> String {
        let folded = (self.0 >> 32) ^ (self.0 & 0xffff_ffff);
        format!("{folded:08x}")
    }
}

/// Gives every statement an id that has none, and makes each id the only one of its kind.
pub(super) fn name(statements: &mut [Statement]) {
    for statement in statements.iter_mut().filter(|statement| statement.id.is_empty()) {
        statement.id = of(statement);
    }
    let mut seen: HashMap<&str, u32> = HashMap::with_capacity(statements.len());
    let mut again = Vec::new();
    for (at, statement) in statements.iter().enumerate() {
        let times = seen.entry(&statement.id).or_insert(0);
        *times += 1;
        if *times > 1 {
            again.push((at, *times));
        }
    }
    for (at, times) in again {
        statements[at].id = format!("{}-{times}", statements[at].id);
    }
}

fn of(statement: &Statement) -> String {
    let text = |slot: &Option<String>| slot.clone().unwrap_or_default();
    Hash::new()
        .with(&statement.document)
        .with(&text(&statement.event))
        .with(statement.kind.as_str())
        .with(&text(&statement.person))
        .with(&text(&statement.role))
        .with(&text(&statement.date_text))
        .with(&statement.date.map(|date| date.to_string()).unwrap_or_default())
        .with(&statement.sentence)
        .id('s')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn twins_get_ids_of_their_own() {
        let mut twins = vec![Statement::default(), Statement::default()];
        name(&mut twins);
        assert_ne!(twins[0].id, twins[1].id);
        let mut again = vec![Statement::default(), Statement::default()];
        name(&mut again);
        assert_eq!(twins, again);
    }
}
