//! Several people named behind an office in the plural: "two directors, Ana Silva and Ole Lie, were". Each of them holds it.

use super::{Item, Node};
use crate::parse::event::row::singular;
use crate::parse::mention::{Mention, MentionKind};

/// Gives each of a row of names the office in the plural that stands before it.
pub(super) fn share_out(text: &str, nodes: &[Node], mentions: &mut [Mention]) {
    for at in 0..nodes.len() {
        let Some(office) = mention(nodes, at).map(|n| mentions[n]) else { continue };
        let Some(role) = office.role.filter(|role| text.as_bytes()[role.end - 1] == b's') else { continue };
        let opens = is_mark(nodes, at + 1, b',') || is_mark(nodes, at + 1, b':');
        let is = |i: usize, word: &str| nodes.get(i).is_some_and(|node| node.span.of(text) == word);
        let lead = at + 1 + usize::from(opens);
        // "four ministers, including Ana Silva", "among them Ana Silva": that may be one.
        let some = if is(lead, "including") { 1 } else { 2 * usize::from(is(lead, "among") && is(lead + 1, "them")) };
        // "directors, Ana Silva" is one mention already.
        let first = if office.name.is_some() { at } else { lead + some };
        if !(opens || first == at || some > 0) || office.former || office.apposed || !singular::is_plural(role.of(text))
        {
            continue;
        }
        let is_first = first == at || is_free(nodes, mentions, first);
        let end = row(text, nodes, mentions, first).or((some > 0).then_some(first + 1));
        let Some(end) = end.filter(|_| is_first) else { continue };
        for named in (first..end).filter_map(|i| mention(nodes, i)) {
            let holder = &mut mentions[named];
            (holder.role, holder.organization) = (Some(role), office.organization);
            // The office stands before the name, as a title does.
            holder.titled = true;
        }
    }
}

/// Where the row of names ends that begins at the node `at`: "Ana Silva, Ole Lie and Jens Hansen". None for one alone.
fn row(text: &str, nodes: &[Node], mentions: &[Mention], at: usize) -> Option<usize> {
    let mut last = at;
    loop {
        let comma = usize::from(is_mark(nodes, last + 1, b','));
        let next = last + 1 + comma;
        if nodes.get(next).is_some_and(|next| next.span.of(text) == "and") && is_free(nodes, mentions, next + 1) {
            return Some(next + 2);
        }
        if comma == 0 || !is_free(nodes, mentions, next) {
            return None;
        }
        last = next;
    }
}

/// Whether the node at `at` names a person without an office.
fn is_free(nodes: &[Node], mentions: &[Mention], at: usize) -> bool {
    let mention = mention(nodes, at).map(|n| mentions[n]);
    mention.is_some_and(|m| m.kind == MentionKind::Person && m.name.is_some() && m.role.is_none())
}

fn is_mark(nodes: &[Node], at: usize, mark: u8) -> bool {
    nodes.get(at).is_some_and(|node| node.token.is_mark(mark))
}

/// The place among the clause's mentions of that at the node `at`.
fn mention(nodes: &[Node], at: usize) -> Option<usize> {
    match nodes.get(at)?.item {
        Item::Mention(n) => Some(n),
        _ => None,
    }
}
