//! What other programs' keys hold together that hardly belongs together: an `event` that is of two kinds or of two people, an
//! `id` that two statements bear; and what they mean to hold together and do not, a relation to an `id` that nobody bears.
//!
//! A key is believed, and what looks wrong about it is told: nothing is parted that a source has joined.

use crate::diagnostic::{Diagnostic, Severity};
use crate::hash::{HashMap, HashSet};
use crate::statement::{Relation, Statement, Target};

/// What is odd about the keys of the statements, a remark for each key.
pub(super) fn odd(statements: &[Statement]) -> Vec<Diagnostic> {
    let mut remarks = Vec::new();
    let (mut events, mut ids) = (HashMap::<&str, Keyed<'_>>::default(), HashMap::<&str, &Statement>::default());
    for statement in statements {
        if let Some(event) = statement.event.as_deref() {
            let keyed = events.entry(event).or_insert(Keyed { first: statement, told: false });
            if !keyed.told && !may_be_one(keyed.first, statement) {
                keyed.told = true;
                let (first, second) = (named(keyed.first), named(statement));
                remarks.push(warning(
                    statement,
                    format!("the event `{event}` is {first} and {second}: both are taken for one, as its key says"),
                ));
            }
        }
        if !statement.id.is_empty()
            && let Some(first) = ids.insert(&statement.id, statement)
            && !is_same(first, statement)
        {
            let message = format!(
                "the id `{}` is that of another statement too, of {}: what refers to it means the first",
                statement.id, first.document
            );
            remarks.push(warning(statement, message));
        }
    }
    remarks.extend(strangers(statements));
    remarks
}

/// Relations to statements that are not there, a remark for each id.
fn strangers(statements: &[Statement]) -> Vec<Diagnostic> {
    if statements.iter().all(|statement| statement.relations.is_empty()) {
        return Vec::new();
    }
    let ids: HashSet<&str> = statements.iter().map(|statement| statement.id.as_str()).collect();
    let mut told = HashSet::default();
    let mut remarks = Vec::new();
    for statement in statements {
        for Relation { from, to, text, .. } in &statement.relations {
            for target in [from, to] {
                let Target::Statement(id) = target else { continue };
                if !ids.contains(id.as_str()) && told.insert(id) {
                    let words = if text.is_empty() { "a relation".to_owned() } else { format!("“{text}”") };
                    let message =
                        format!("{words} is told from or to the statement `{id}`, which is not there: passed over");
                    remarks.push(warning(statement, message));
                }
            }
        }
    }
    remarks
}

struct Keyed<'s> {
    first: &'s Statement,
    told: bool,
}

fn warning(statement: &Statement, message: String) -> Diagnostic {
    Diagnostic { severity: Severity::Warning, document: statement.document.clone(), line: None, message }
}

/// Whether two statements can tell of one event: of one kind, or of two that come to the same, and of people whose last names
/// are alike where both are named.
fn may_be_one(one: &Statement, other: &Statement) -> bool {
    let kinds = one.kind == other.kind
        || one.kind.starts_tenure() && other.kind.starts_tenure()
        || one.kind.ends_tenure() && other.kind.ends_tenure()
        || !one.kind.is_office()
        || !other.kind.is_office();
    let last = |name: &str| name.rsplit([' ', '.']).next().unwrap_or_default().to_lowercase();
    let people = one.person.as_deref().zip(other.person.as_deref());
    kinds
        && people.is_none_or(|(one, other)| last(one) == last(other) || one.split(' ').any(|word| other.contains(word)))
}

/// Whether one line is there twice.
fn is_same(one: &Statement, other: &Statement) -> bool {
    let says = |of: &Statement| (of.document.clone(), of.kind.clone(), of.person.clone(), of.date);
    says(one) == says(other)
}

/// `the appointment of Ann Lee (s1)`
fn named(statement: &Statement) -> String {
    let kind = statement.kind.to_string().replace('_', " ");
    let of = statement.person.as_deref().map_or(String::new(), |person| format!(" of {person}"));
    format!("the {kind}{of} ({})", statement.document)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::statement::Kind;

    fn told(event: &str, kind: &str, person: &str) -> Statement {
        Statement {
            event: Some(event.to_owned()),
            kind: Kind::from(kind),
            person: (!person.is_empty()).then(|| person.to_owned()),
            ..Statement::default()
        }
    }

    #[test]
    fn what_a_key_joins_is_remarked_where_it_hardly_is_one() {
        let odd = |kinds: [(&str, &str); 2]| odd(&kinds.map(|(kind, person)| told("1", kind, person))).len();
        assert_eq!(odd([("appointment", "Ann Lee"), ("death", "Ann Lee")]), 1);
        assert_eq!(odd([("appointment", "Ann Lee"), ("appointment", "Bob Fox")]), 1);
        assert_eq!(odd([("appointment", "Ann Lee"), ("term_start", "A. Lee")]), 0);
        assert_eq!(odd([("departure", ""), ("arrival", "Bob Fox")]), 0, "free words");
    }

    #[test]
    fn an_id_of_two_statements_is_remarked() {
        let of = |document: &str| Statement { id: "s1".into(), document: document.into(), ..Statement::default() };
        assert_eq!(odd(&[of("a"), of("b")]).len(), 1);
        assert_eq!(odd(&[of("a"), of("a")]).len(), 0);
        let other = Statement { person: Some("Ann Lee".into()), ..of("a") };
        assert_eq!(odd(&[of("a"), other]).len(), 1);
    }

    #[test]
    fn a_relation_to_nobody_is_remarked_once() {
        let relation = |to: &str| Relation {
            from: Target::Statement("s1".into()),
            to: Target::Statement(to.into()),
            gap: None,
            text: "later".into(),
            start: 0,
            end: 0,
        };
        let with = |relations: Vec<Relation>| Statement { id: "s1".into(), relations, ..Statement::default() };
        assert_eq!(odd(&[with(vec![relation("s2"), relation("s2")])]).len(), 1);
        assert_eq!(odd(&[with(vec![relation("s1")])]).len(), 0);
    }
}
