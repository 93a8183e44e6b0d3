//! One event told twice in a document is one statement, with the best date and the fullest slots.
//!
//! Only what adds nothing is dropped: two dates that disagree both stay, for that is what the resolver is for.

use std::collections::HashMap;

use crate::statement::{Kind, Statement};

/// The statements without those that repeat another.
pub(crate) fn once(statements: Vec<Statement>) -> Vec<Statement> {
    let mut kept: Vec<Statement> = Vec::new();
    let mut by_person: HashMap<String, Vec<usize>> = HashMap::new();
    for statement in statements {
        let Some(person) = statement.person.clone().filter(|_| statement.kind.is_office()) else {
            kept.push(statement);
            continue;
        };
        let known = by_person.entry(person).or_default();
        let told = known.iter().rev().take(REACH).copied().find(|&i| repeats(&kept[i], &statement));
        match told {
            Some(i) => kept[i] = better(std::mem::take(&mut kept[i]), statement),
            None => {
                known.push(kept.len());
                kept.push(statement);
            }
        }
    }
    kept
}

/// How many statements of one person are compared; keeps a list of thousands linear.
const REACH: usize = 16;

/// Whether the two tell one event.
fn repeats(a: &Statement, b: &Statement) -> bool {
    let class = (a.kind.starts_tenure() && b.kind.starts_tenure())
        || (a.kind.ends_tenure() && b.kind.ends_tenure())
        || a.kind == b.kind;
    class && same_role(a, b) && same_date(a, b)
}

fn same_role(a: &Statement, b: &Statement) -> bool {
    let (Some(a), Some(b)) = (&a.role, &b.role) else { return true };
    let words =
        |role: &str| role.to_lowercase().split(' ').filter(|w| w.len() > 3).map(str::to_owned).collect::<Vec<_>>();
    let (a, b) = (words(a), words(b));
    let shared = a.iter().filter(|word| b.contains(word)).count();
    shared * 2 >= a.len().min(b.len()).max(1)
}

/// Whether the dates allow one event. What gives way anyway ("replaces") is no second event on another day.
fn same_date(a: &Statement, b: &Statement) -> bool {
    let (Some(first), Some(second)) = (a.date, b.date) else {
        // Two distinct acts, both told outright, one of them undated: "was elected … will take office in May".
        let outright = !is_weak(a) && !is_weak(b);
        return !(outright
            && a.kind != b.kind
            && (a.date_text.is_some() || b.date_text.is_some())
            && a.kind.starts_tenure());
    };
    first == second || first.within(second) || second.within(first)
}

fn is_weak(statement: &Statement) -> bool {
    statement.rule.ends_with("-succession")
}

/// The statement to keep of two that tell one event, with what only the other knows.
fn better(a: Statement, b: Statement) -> Statement {
    let rank =
        |s: &Statement| (!is_weak(s), s.date.is_some(), s.role.is_some(), s.kind != Kind::TermStart, s.rule.len() < 14);
    let (mut keep, other) = if rank(&b) > rank(&a) { (b, a) } else { (a, b) };
    if keep.date.is_none() && keep.date_text.is_none() {
        keep.date = other.date;
        keep.date_text = other.date_text;
        keep.readings = other.readings;
        keep.weekday = other.weekday;
        keep.anchor = other.anchor;
    }
    keep.role = keep.role.or(other.role);
    keep.organization = keep.organization.or(other.organization);
    keep.by = keep.by.or(other.by);
    keep.title = super::title::office(&keep);
    keep
}
