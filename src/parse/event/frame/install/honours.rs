//! What is made of somebody and is no office: a class of an order, a hall of fame, an award.

use crate::Span;
use crate::parse::event::clause::Clause;
use crate::parse::mention::MentionKind;
use crate::parse::word::{Class, class};

/// "elected to the sport's hall of fame": an honour, and no office.
pub(super) fn honours(clause: &Clause<'_>, at: usize) -> bool {
    let fame = |i: usize| clause.words(i).rsplit(' ').next().is_some_and(|last| last.eq_ignore_ascii_case("fame"));
    // "named Mayor of the Year"
    let award = |i: usize| {
        let office = clause.mention(i).is_some_and(|m| m.kind == MentionKind::Role);
        let behind = clause.nodes.get(i).and_then(|node| clause.text[node.span.end..].strip_prefix(" of the "));
        let units = ["Year", "year", "Month", "month", "Week", "Season", "Decade", "Century"];
        office && behind.is_some_and(|behind| units.iter().any(|unit| behind.starts_with(unit)))
    };
    let near = at + 1..at + 4;
    // "appointed the following as Knights of the Lion Order"
    let several = |i: usize| {
        let Some(node) = clause.nodes.get(i).filter(|node| CLASSES[MANY..].contains(&node.span.of(clause.text))) else {
            return false;
        };
        let end = clause.nodes.get(i + 6).map_or(clause.span.end, |end| end.span.end);
        names_an_order(&clause.text[node.span.start..end])
    };
    near.clone().any(|i| names_an_order(clause.words(i)) || award(i))
        || (at + 2..at + 9).any(fame)
        || (at + 1..at + 6).any(several)
}

/// "an Officer of the Order of the Lion": a class of an order.
pub(crate) fn names_an_order(words: &str) -> bool {
    let mut behind = words.split(' ').skip_while(|word| !CLASSES.contains(word)).skip(1);
    behind.next() == Some("of")
        && behind.next() == Some("the")
        && behind.any(|word| word.trim_end_matches([':', ',', '.']) == "Order")
}

/// The classes of orders that are no offices, from `MANY` on of several people.
const CLASSES: [&str; 11] = [
    "Officer",
    "Member",
    "Commander",
    "Companion",
    "Knight",
    "Officers",
    "Members",
    "Commanders",
    "Companions",
    "Knights",
    "Dames",
];

const MANY: usize = 5;

pub(super) fn is_rank(clause: &Clause<'_>, role: Span) -> bool {
    // "brigadier general of volunteers"
    let head = role.of(clause.text).split(" of ").next().unwrap_or_default();
    head.split(' ').all(|word| class(word).has(Class::RANK))
}
