//! Which word of a clause tells what its date dates.
//!
//! **Recognises** the verb that governs the expression: the nearest before it, or the one behind a date that opens its
//! clause. Its own kind decides ("signed" at a summit is an agreement); a verb that says little ("held", "began") leaves
//! it to the noun beside it.
//!
//! **Examples**: "the envoys *signed* it at the summit on May 4", "held *talks* on May 4", "the *floods* of 1953", "filed
//! a lawsuit on May 4" (of no kind, told by "filed").
//!
//! **Not**: the month in "in March", what only describes a noun ("the recently announced model", "its launch customer",
//! "an aircraft built by").

use std::ops::Range;

use crate::parse::word::{Class, Shape};

use super::kind;
use crate::parse::event::clause::{Clause, Node};

/// The node of the word that tells what the expression at `node` dates, of those from `from` up to `to`.
pub(crate) fn teller(clause: &Clause<'_>, from: usize, to: usize, node: usize) -> Option<usize> {
    let verb = governing(clause, from, to, node);
    let tells = verb.is_some_and(|verb| kind(clause, verb).is_some() && !clause.is_word(verb, Class::LIGHT));
    if let Some(noun) = dated_noun(clause, from, to, node).filter(|&noun| !tells || is_apart(clause, noun)) {
        return Some(noun);
    }
    match verb {
        Some(verb) if tells => Some(verb),
        Some(verb) if clause.is_word(verb, Class::LIGHT) => {
            noun(clause, beside(clause, from, to, verb), node).or(Some(verb))
        }
        Some(verb) => party(clause, from, to, verb).or(Some(verb)),
        None => noun(clause, from..to, node),
    }
}

/// The noun with a kind right before or behind the date: "its launch in 1921", "the 1921 treaty".
fn dated_noun(clause: &Clause<'_>, from: usize, to: usize, node: usize) -> Option<usize> {
    let tells = |i: &usize| kind(clause, *i).is_some() && !is_verb(clause, *i) && !describes(clause, *i);
    let behind = (node + 1..to.min(node + 2)).find(tells);
    let preposition = usize::from(clause.is(node.wrapping_sub(1), Class::PREPOSITION));
    let before = node.checked_sub(1 + preposition).filter(|&i| i >= from).filter(tells);
    behind.or(before)
}

/// Whether the noun at `at` is no part of what its verb tells: "said after the talks", but not "said at the talks".
fn is_apart(clause: &Clause<'_>, at: usize) -> bool {
    let phrase = (at.saturating_sub(ADJECTIVES)..at).rev().find(|&i| clause.is(i, Class::PREPOSITION));
    phrase
        .is_some_and(|i| clause.is_any(i, &["after", "before", "since", "following", "of", "from", "despite", "over"]))
}

/// The verb that the expression at `node` stands with: "the treaty *signed* in 1921 was", "the yard on Monday *delivered*".
fn governing(clause: &Clause<'_>, from: usize, to: usize, node: usize) -> Option<usize> {
    let before = (from..node).rev().find(|&i| is_verb(clause, i));
    let apart = |verb: usize| (verb..node).any(|i| clause.is_mark(i, b',') || clause.is_any(i, &["that"]));
    if let Some(verb) = before.filter(|&verb| !apart(verb)) {
        return Some(verb);
    }
    // "on Monday delivered", "on Monday had delivered"
    let auxiliaries = Class::BE | Class::HAVE | Class::MODAL | Class::NEGATION;
    let next = (node + 1..to).find(|&i| !clause.is(i, auxiliaries) && !clause.is_adverb(i));
    let next = next.filter(|&i| is_verb(clause, i));
    // "pointed out that since 1921 it had been closed"
    let led = |verb: usize| (verb..node).any(|i| clause.is_any(i, &["that"]));
    next.or(before.filter(|&verb| !led(verb))).or_else(|| behind(clause, node + 1, to)).or(before)
}

/// The first verb from `from` that is not of a relative clause: "In 1997 Ana Silva, who had left, returned".
fn behind(clause: &Clause<'_>, from: usize, to: usize) -> Option<usize> {
    let mut at = from;
    while at < to {
        if clause.is_mark(at, b',') && clause.is(at + 1, Class::RELATIVE) {
            at = (at + 1..to).find(|&i| clause.is_mark(i, b','))?;
        } else if is_verb(clause, at) {
            return Some(at);
        }
        at += 1;
    }
    None
}

/// The nodes around `verb` up to the next verbs; "is expected to take" is one.
fn beside(clause: &Clause<'_>, from: usize, to: usize, verb: usize) -> Range<usize> {
    let other = |i: &usize| is_verb(clause, *i) && !clause.is_word(*i, Class::LEADS_TO);
    let from = (from..verb).rev().find(other).map_or(from, |i| i + 1);
    let to = (verb + 1..to).find(other).unwrap_or(to);
    from..to
}

/// The noun with a kind that is the subject or the object of `verb`: "filed a lawsuit", but not "was delayed after an
/// accident".
fn party(clause: &Clause<'_>, from: usize, to: usize, verb: usize) -> Option<usize> {
    let auxiliary = |i: &usize| clause.is(*i, Class::BE | Class::HAVE | Class::MODAL) || is_between(clause, *i);
    let subject = (from..verb).rev().find(|i| !auxiliary(i)).map_or(verb..verb, |i| i..i + 1);
    let object = |&i: &usize| {
        let ends = Class::PREPOSITION | Class::CONJUNCTION | Class::SUBORDINATOR | Class::RELATIVE;
        !clause.is(i, ends) && clause.time(i).is_none() && !matches!(clause.nodes[i].token.shape, Shape::Mark(_))
    };
    let objects = (verb + 1..to).take_while(object).count();
    noun(clause, verb + 1..verb + 1 + objects, verb).or_else(|| noun(clause, subject, verb))
}

/// The word with a kind that is nearest to `node`.
fn noun(clause: &Clause<'_>, within: Range<usize>, node: usize) -> Option<usize> {
    let told = within.filter(|&i| kind(clause, i).is_some() && !describes(clause, i));
    told.min_by_key(|&i| (i.abs_diff(node), i))
}

/// Whether the word at `at` is a verb that tells something: no auxiliary, and no participle before a noun.
pub(super) fn is_verb(clause: &Clause<'_>, at: usize) -> bool {
    let Some(node) = clause.nodes.get(at).filter(|node| node.token.shape == Shape::Lower) else { return false };
    let plain = clause.trigger(at).is_some() || node.span == node.token.span && clause.time(at).is_none();
    if !plain || node.token.is(Class::FUNCTION | Class::PREPOSITION) {
        return false;
    }
    let word = clause.words(at);
    if clause.trigger(at).is_some() || clause.may_be_past(at) && word.len() > "red".len() && !word.contains('-') {
        return !describes(clause, at) && !is_reduced(clause, at);
    }
    let before = at.checked_sub(1).and_then(|before| (0..=before).rev().find(|&i| !is_between(clause, i)));
    let Some(before) = before else { return false };
    let takes = |class: Class| clause.is(before, class);
    // "is expected to deliver", "was to deliver"
    let led_to = || {
        before + 1 == at
            && clause.is_any(before, &["to"])
            && clause.is_word(before.wrapping_sub(1), Class::LEADS_TO | Class::BE)
    };
    takes(Class::MODAL)
        || led_to()
        || takes(Class::BE) && (word.ends_with("ing") || node.token.is(Class::PARTICIPLE))
        || takes(Class::HAVE) && node.token.is(Class::PARTICIPLE)
        || node.token.is(Class::PARTICIPLE) && kind(clause, at).is_some()
        || kind(clause, at).is_some() && (takes(Class::SUBJECT) || before + 1 == at && clause.mention(before).is_some())
}

/// Whether a word can stand between an auxiliary and its verb.
fn is_between(clause: &Clause<'_>, at: usize) -> bool {
    clause.is(at, Class::NEGATION) || clause.is_adverb(at)
}

/// Whether the word at `at` describes the noun behind it: "the recently announced model", "his annual opening speech".
fn describes(clause: &Clause<'_>, at: usize) -> bool {
    let noun = |i: usize| {
        clause.nodes.get(i).filter(|_| clause.time(i).is_none()).is_some_and(|Node { token, .. }| {
            let other = Class::FUNCTION | Class::PREPOSITION | Class::ADVERB | Class::DIRECTION;
            token.is_capital() || token.shape == Shape::Lower && !token.is(other) && !clause.may_be_past(i)
        })
    };
    let opens = |i: usize| {
        let genitive = clause.nodes[i].token.shape == Shape::Genitive;
        let preposition = clause.is(i, Class::PREPOSITION) && !clause.is_any(i, &["to", "after", "before", "since"]);
        let determiner = clause.is(i, Class::DETERMINER | Class::POSSESSIVE) && !clause.is_any(i, &["that"]);
        genitive || preposition || determiner
    };
    let adjective = |i: &usize| {
        let lower = clause.nodes[*i].token.shape == Shape::Lower && clause.mention(*i).is_none();
        lower && !clause.is(*i, Class::FUNCTION | Class::PREPOSITION) && clause.time(*i).is_none()
    };
    let start = (at.saturating_sub(ADJECTIVES)..at).rev().find(|i| !adjective(i));
    noun(at + 1) && start.is_some_and(opens)
}

/// So many words may stand between a determiner and what describes its noun.
const ADJECTIVES: usize = 3;

/// Whether a participle belongs to the noun before it: "an aircraft built by".
fn is_reduced(clause: &Clause<'_>, at: usize) -> bool {
    let before = (0..at).rev().find(|&i| !is_between(clause, i));
    let passive = before.is_some_and(|before| clause.is(before, Class::BE | Class::HAVE));
    clause.is_any(at + 1, &["by"]) && !passive
}

#[cfg(test)]
mod tests {
    use crate::document::Document;

    /// The kind of each dated statement of `text`, and the word that tells it.
    fn told(text: &str) -> Vec<String> {
        let (statements, _) = crate::extract(&Document::new("d", text));
        let line = |s: &crate::Statement| format!("{} {}", s.kind, s.trigger.as_deref().unwrap_or("-"));
        statements.iter().map(line).collect()
    }

    #[test]
    fn the_verb_that_governs_the_date_tells() {
        for (text, line) in [
            ("The envoys signed the treaty at a summit in Oslo on 4 May 1921.", "agreement signed"),
            ("The envoy said at a meeting on 4 May 1921 that the harbour was full.", "statement said"),
            ("On 4 May 1921 the shipyard delivered the first of two ferries.", "event delivered"),
            ("The shipyard on 4 May 1921 delivered the ferry that was launched by the queen.", "event delivered"),
            ("The ferry was delayed on 4 May 1921 after an accident.", "event delayed"),
            ("The owners filed a lawsuit against the port on 4 May 1921.", "lawsuit lawsuit"),
            ("The owners filed a complaint in Oslo on 4 May 1921.", "event filed"),
            ("The mayor claimed that since 1921 the quay has been blocked.", "ban blocked"),
            ("The ferry will sail again on 4 May 1921.", "event sail"),
            ("The ferry was to land on 4 May 1921 after a storm.", "event land"),
            ("The ferry is expected to sail again on 4 May 1921.", "event sail"),
            ("In 1921 the captain, who had sold the ferry, travelled to Lima.", "move travelled"),
        ] {
            assert_eq!(told(text), [line], "{text}");
        }
    }

    #[test]
    fn a_noun_tells_where_the_date_is_its_own_or_the_verb_says_little() {
        for (text, line) in [
            ("The envoys held talks in Oslo on 4 May 1921.", "meeting talks"),
            ("The first flight is expected to take place on 4 May 1921.", "move flight"),
            ("The council made the decision to ban the Danish ferry traffic on 4 May 1921.", "ban ban"),
            ("The floods began on 4 May 1921.", "disaster floods"),
            ("The queen opened the museum on 4 May 1921.", "launch opened"),
            ("The port was the first since its launch in 1921.", "launch launch"),
            ("The owners violated the 1921 treaty.", "agreement treaty"),
            ("The envoy said after the attack in May 1921 that the port was full.", "attack attack"),
            ("The agreement reached in 1921 was never kept.", "agreement agreement"),
        ] {
            assert_eq!(told(text), [line], "{text}");
        }
    }

    #[test]
    fn what_describes_a_noun_tells_nothing() {
        for (text, line) in [
            ("The captain appeared in March 1921 in Oslo.", "publication appeared"),
            ("Sales of the recently announced ferry began on 4 May 1921.", "event began"),
            ("Its launch customer cancelled the order on 4 May 1921.", "event cancelled"),
            ("The ferry built by the brothers sank on 4 May 1921.", "event sank"),
        ] {
            assert_eq!(told(text), [line], "{text}");
        }
    }
}
