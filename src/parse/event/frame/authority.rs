//! Who acts: the authority that appoints, dismisses or elects, behind "by" or as the subject, and the decree that it signs.

use crate::Span;
use crate::parse::event::clause::Clause;
use crate::parse::event::trigger::Frame;
use crate::parse::mention::MentionKind;
use crate::parse::word::{Class, Shape, class};

/// Who did it: `by the board`, `by decree of President Hansen`.
pub(crate) fn agent(clause: &Clause<'_>, at: usize) -> Option<Span> {
    for i in at..clause.nodes.len().min(at + 24) {
        // "was dismissed and replaced by Hansen": who replaces him did not dismiss him.
        let replaced = clause.trigger(i).is_some_and(|t| t.frame == Frame::Succeed);
        if clause.is_mark(i, b';') || clause.is(i, Class::RELATIVE) || replaced || is_next_act(clause, at, i) {
            return None;
        }
        // "according to a decree seen by the Courier", "in a ceremony attended by Ana Silva": who looked on.
        let onlooker = i > at && clause.is_word(i - 1, Class::LOOKS_ON);
        if !clause.is_any(i, &["by"]) || clause.time(i + 1).is_some() || onlooker {
            continue;
        }
        let mut j = i + 1;
        while j < i + 9 {
            match clause.mention(j) {
                // "by Hansen's predecessor, Ana Silva", "by his deputy, Ana Silva": she.
                Some(_) if beside_another(clause, j).is_some() => return beside_another(clause, j),
                Some(mention) if !is_decree(clause.words(j)) => {
                    return match mention.kind {
                        MentionKind::Person => mention.name,
                        MentionKind::Body => mention.organization,
                        MentionKind::Role => Some(clause.nodes[j].span),
                        MentionKind::Pronoun => None,
                    };
                }
                // "by presidential decree"; "by acclamation" names nobody
                None if is_decree(clause.words(j)) && !clause.is_any(j + 1, &["of"]) => {
                    let decree = Span::new(clause.nodes[i + 1].span.start, clause.nodes[j].span.end);
                    return Some(decree).filter(|_| !clause.is_word(j, Class::VOTES));
                }
                _ if clause.is_mark(j, b',') => return None,
                _ => j += 1,
            }
        }
        return None;
    }
    None
}

/// Who is named behind what they are to the one at `at`: "Hansen's predecessor, *Ana Silva*".
fn beside_another(clause: &Clause<'_>, at: usize) -> Option<Span> {
    let genitive = clause.nodes.get(at + 1).filter(|node| node.token.shape == Shape::Genitive)?;
    let relation = clause.is_any(at + 2, &["predecessor", "successor", "deputy"]);
    let comma = usize::from(clause.is_mark(at + 3, b','));
    let named = clause.mention(at + 3 + comma).filter(|m| m.kind == MentionKind::Person)?;
    named.name.filter(|_| relation && genitive.span.len() <= "’s".len())
}

/// Whether the trigger at `i` tells what came later of whom the verb before `at` is told: "named bishop in March and
/// consecrated in May by".
fn is_next_act(clause: &Clause<'_>, at: usize, i: usize) -> bool {
    let act = clause.trigger(i).is_some_and(|trigger| trigger.form.is_participle());
    let start = if act { clause.group(i).start } else { return false };
    let joined = start > at && clause.is_any(start - 1, &["and"]);
    joined && (at..start).any(|i| clause.time(i).is_some())
}

/// The node after the authority that begins at `at`.
pub(super) fn agent_end(clause: &Clause<'_>, at: usize) -> Option<usize> {
    let named = (at..at + 8).find(|&i| clause.mention(i).is_some_and(|_| !is_decree(clause.words(i))))?;
    let mut end = named + 1;
    // "by a committee of officers"
    let body = clause.mention(named).is_some_and(|m| m.kind == MentionKind::Body);
    if body && clause.is_any(end, &["of"]) && clause.mention(end + 1).is_some() {
        end += 2;
    }
    // "by President Hansen's decree of May 4"
    while clause.nodes.get(end).is_some_and(|n| n.token.shape == Shape::Genitive) || is_decree(clause.words(end)) {
        end += 1;
    }
    Some(end)
}

/// "by acclamation"
pub(super) fn is_vote(words: &str) -> bool {
    class(words).has(Class::VOTES)
}

fn is_decree(words: &str) -> bool {
    words.rsplit(' ').next().is_some_and(|last| class(last).has(Class::DECREES | Class::VOTES))
}

/// Who signed the decree that the participle at `at` tells of: "President Hansen signed a decree on Friday appointing".
pub(crate) fn decreed_by(clause: &Clause<'_>, at: usize) -> Option<Span> {
    let open = |&i: &usize| clause.mention(i).is_none() && clause.trigger(i).is_none();
    let named = |&i: &usize| clause.is_word(i, Class::DECREES | Class::DECREE);
    let decree = (at.saturating_sub(6)..at).rev().take_while(open).find(named)?;
    let signs = |&i: &usize| clause.is_any(i, &["signed", "signs", "issued", "issues"]);
    let verb = (decree.saturating_sub(4)..decree).rev().take_while(open).find(signs)?;
    authority(clause, clause.subject(clause.verb(verb).start))
}

/// Who a mention as an authority is.
pub(crate) fn authority(clause: &Clause<'_>, at: Option<usize>) -> Option<Span> {
    let at = at?;
    let mention = clause.mention(at)?;
    // "The president appointed": whoever that is.
    // "It is notified that the president has": the "that" leads to the clause.
    let that = if clause.words(at).starts_with("that the ") { "that ".len() } else { 0 };
    let span = clause.nodes[at].span;
    let office = Some(Span::new(span.start + that, span.end))
        .filter(|_| mention.kind == MentionKind::Role && mention.definite && !mention.possessive);
    // "He appointed": who that is will be known once pronouns are followed.
    let pronoun = Some(clause.nodes[at].span).filter(|_| clause.is_any(at, &["he", "she"]));
    mention.name.or(office).or(mention.organization).or(pronoun)
}

/// The node behind the votes that follow an authority: "by the Senate 84–10", "by the Senate, 96 to 3,".
pub(super) fn behind_count(clause: &Clause<'_>, mut at: usize) -> usize {
    let is_number = |i: usize| clause.nodes.get(i).is_some_and(|node| node.token.shape == Shape::Number);
    if clause.is_mark(at, b',') && is_number(at + 1) {
        let close = behind_count(clause, at + 1);
        return if clause.is_mark(close, b',') { close + 1 } else { at };
    }
    while is_number(at) || is_number(at + 1) && (clause.is_mark(at, b'-') || clause.is_any(at, &["to"])) {
        at += 1;
    }
    at
}
