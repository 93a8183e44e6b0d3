//! Ids that stay from build to build: they follow from what a thing says, never from where it stands in a list.

use std::collections::HashMap;

use crate::digest::Digest;
use crate::statement::Statement;

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

/// The id of a conflict: what it is about, and the statements in it, in whichever order the documents came.
pub(super) fn of_conflict(about: &str, statements: &[String]) -> String {
    let mut ids: Vec<&str> = statements.iter().map(String::as_str).collect();
    ids.sort_unstable();
    ids.into_iter().fold(Digest::new().with(about), Digest::with).id('c')
}

fn of(statement: &Statement) -> String {
    let text = |slot: &Option<String>| slot.clone().unwrap_or_default();
    Digest::new()
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

    #[test]
    fn a_conflict_keeps_its_id_in_whichever_order_its_statements_come() {
        let [a, b] = ["s-1", "s-2"].map(str::to_owned);
        assert_eq!(of_conflict("order", &[a.clone(), b.clone()]), of_conflict("order", &[b.clone(), a.clone()]));
        assert_ne!(of_conflict("gap", &[a.clone(), b.clone()]), of_conflict("order", &[a, b]));
    }
}
