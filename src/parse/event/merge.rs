//! One event told twice in a document is one statement, with the best date and the fullest slots.
//!
//! Only what adds nothing is dropped: two dates that disagree both stay, for that is what the resolver is for.

use crate::calendar::Date;
use crate::hash::HashMap;
use crate::statement::{Certainty, Kind, Statement};

/// The statements without those that repeat another.
pub(crate) fn once(statements: Vec<Statement>) -> Vec<Statement> {
    let mut kept: Vec<Statement> = Vec::with_capacity(statements.len());
    let mut by_person: HashMap<String, Vec<usize>> = HashMap::default();
    for statement in statements {
        let Some(person) = statement.person.clone().filter(|_| statement.kind.is_office()) else {
            // A teaser repeats the sentence it stands before.
            let again = kept.iter().rev().take(REACH).any(|known| is_copy(known, &statement));
            if !again {
                kept.push(statement);
            }
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

/// Whether two sentences begin alike and tell the same on the same date.
fn is_copy(a: &Statement, b: &Statement) -> bool {
    if a.kind != b.kind || a.date != b.date || a.date_text != b.date_text {
        return false;
    }
    let alike = a.sentence.bytes().zip(b.sentence.bytes()).take_while(|(a, b)| a == b).count();
    alike >= 60 && a.sentence.len().min(b.sentence.len()) < alike + 40
}

/// How many statements of one person are compared; keeps a list of thousands linear.
const REACH: usize = 16;

/// Whether the two tell one event.
fn repeats(a: &Statement, b: &Statement) -> bool {
    let starts = a.kind.starts_tenure() && b.kind.starts_tenure();
    let ends = a.kind.ends_tenure() && b.kind.ends_tenure();
    let chosen = |s: &Statement| matches!(s.kind, Kind::Election | Kind::Nomination);
    // Who is elected takes office later.
    let confirmed = |s: &Statement| s.trigger.as_deref().is_some_and(|trigger| trigger.starts_with("confirm"));
    // Who is appointed may be confirmed later.
    let confirmed = confirmed(a) != confirmed(b) && a.kind == b.kind && a.date != b.date;
    let two_acts = confirmed || chosen(a) && takes_office(b) || chosen(b) && takes_office(a);
    // "Hansen, who was a minister from 1991 to 1993, was sworn in as minister of health"
    let bounded = |s: &Statement| s.rule.starts_with("tenure");
    let two_acts = two_acts || a.sentence == b.sentence && a.role != b.role && bounded(a) != bounded(b);
    let denied = |s: &Statement| s.certainty == Certainty::Denied;
    let two_acts = two_acts || a.kind == b.kind && comes_later(b);
    !two_acts
        && denied(a) == denied(b)
        && (starts || ends || a.kind == b.kind)
        && same_role(a, b)
        && same_date(a, b)
        && is_again(a) == is_again(b)
}

/// Whether a statement's own words set it behind what was told before: "was later appointed".
fn comes_later(statement: &Statement) -> bool {
    let Some(trigger) = &statement.trigger else { return false };
    let before = statement.sentence.find(trigger.as_str()).map(|at| statement.sentence[..at].trim_end());
    let last = before.and_then(|before| before.rsplit(' ').next());
    last.is_some_and(|last| ["later", "subsequently", "then"].contains(&last))
}

/// Whether an office is taken with ceremony: "sworn in", "takes office".
fn takes_office(statement: &Statement) -> bool {
    let trigger = statement.trigger.as_deref().unwrap_or_default();
    ["sworn", "inaug", "office", "oath"].iter().any(|word| trigger.contains(word))
}

/// Whether the office comes a second time: "re-elected", "reappointed".
fn is_again(statement: &Statement) -> bool {
    let trigger = statement.trigger.as_deref().unwrap_or_default();
    statement.kind.starts_tenure() && trigger.starts_with("re") && !trigger.starts_with("repl")
}

/// Whether the offices can be one: one's words are among the other's, or half of them where the act is the same.
fn same_role(a: &Statement, b: &Statement) -> bool {
    let (Some(first), Some(second)) = (&a.role, &b.role) else { return true };
    let words = |role: &str| {
        role.to_lowercase().split(' ').filter(|w| w.len() > 2 && *w != "the").map(str::to_owned).collect::<Vec<_>>()
    };
    let (first, second) = (words(first), words(second));
    let shared = first.iter().filter(|word| second.contains(word)).count();
    let least = first.len().min(second.len());
    if a.kind != b.kind && !is_weak(a) && !is_weak(b) { shared == least } else { shared * 2 >= least }
}

/// Whether the dates allow one event.
fn same_date(a: &Statement, b: &Statement) -> bool {
    // Two acts told outright ("was elected", "took office") are two where only one has that date.
    let outright = !is_weak(a) && !is_weak(b) && a.kind != b.kind && a.kind.starts_tenure();
    // "She was replaced by Lund in September, after her resignation in June": the end that is told outright.
    if a.kind.ends_tenure() && is_weak(a) != is_weak(b) && a.sentence == b.sentence {
        return true;
    }
    match (a.date, b.date) {
        (Some(first), Some(second)) if outright => first == second,
        (Some(first), Some(second)) => first.within(second) || second.within(first),
        _ => !(outright && (a.date_text.is_some() || b.date_text.is_some())),
    }
}

fn is_weak(statement: &Statement) -> bool {
    statement.rule.ends_with("-succession")
}

/// The statement to keep of two that tell one event, with what only the other knows.
fn better(a: Statement, b: Statement) -> Statement {
    // How somebody came or went tells more than that they did.
    let is_bare = |s: &Statement| matches!(s.kind, Kind::TermStart | Kind::TermEnd);
    let rank = |s: &Statement| (!is_weak(s), s.date.is_some(), s.role.is_some(), !is_bare(s), s.rule.len() < 14);
    let (mut keep, other) = if rank(&b) > rank(&a) { (b, a) } else { (a, b) };
    // "opened in 1843 with Hansen as consul. He took up his duties on June 9": the finer date.
    let finer = |date: Date| other.date.is_some_and(|other| other.within(date) && !date.within(other));
    if keep.date.map_or(keep.date_text.is_none(), finer) {
        keep.date = other.date;
        keep.date_text = other.date_text;
        keep.date_span = other.date_span;
        keep.readings = other.readings;
        keep.weekday = other.weekday;
        keep.anchor = other.anchor;
        keep.tense = other.tense;
    }
    // A headline of the user's own stays.
    let own = keep.title != super::title::office(&keep);
    keep.role = keep.role.or(other.role);
    keep.organization = keep.organization.or(other.organization);
    keep.by = keep.by.or(other.by);
    keep.succeeds = keep.succeeds.or(other.succeeds);
    if !own {
        keep.title = super::title::office(&keep);
    }
    keep
}
