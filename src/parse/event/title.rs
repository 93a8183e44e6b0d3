//! The headline of a statement: a full phrase, built from its slots.

use crate::parse::word::Class;
use crate::statement::{Kind, Statement};

use super::clause::Clause;

/// A headline for an office event: "Ana Silva appointed mayor of Lima by President Jens Hansen".
pub(crate) fn office(statement: &Statement) -> Option<String> {
    let person = statement.person.as_deref()?;
    let (verb, link) = match statement.kind {
        Kind::Appointment => ("appointed", ""),
        Kind::Nomination => ("nominated", "as "),
        Kind::Election => ("elected", ""),
        Kind::TermStart => ("takes office", "as "),
        Kind::Dismissal => ("dismissed", "as "),
        Kind::Resignation => ("resigns", "as "),
        Kind::TermEnd => ("leaves office", "as "),
        Kind::Credentials => return Some(credentials(statement, person)),
        Kind::Death => ("dies", "as "),
        Kind::Event | Kind::Other(_) => return None,
    };
    let mut title = format!("{person} {verb}");
    if let Some(role) = &statement.role {
        title.push(' ');
        title.push_str(link);
        title.push_str(role);
        if let Some(organization) = statement.organization.as_deref().filter(|o| !role.contains(o)) {
            title.push_str(" (");
            title.push_str(organization);
            title.push(')');
        }
    } else if let Some(organization) = &statement.organization {
        title.push_str(if statement.kind.ends_tenure() { " from " } else { " to " });
        title.push_str(organization);
    }
    if let Some(by) = &statement.by {
        title.push_str(" by ");
        title.push_str(by);
    }
    Some(title)
}

fn credentials(statement: &Statement, person: &str) -> String {
    let mut title = format!("{person} presents credentials");
    if let Some(by) = &statement.by {
        title.push_str(" to ");
        title.push_str(by);
    }
    if let Some(role) = &statement.role {
        title.push_str(" as ");
        title.push_str(role);
    }
    title
}

/// A headline from the nodes of a clause: without its date at the head, its connectives and its closing mark.
pub(crate) fn clause(clause: &Clause<'_>, from: usize, to: usize) -> String {
    let mut first = from;
    while first + 1 < to && opens(clause, first) {
        first += 1;
    }
    if first + 1 >= to {
        first = from;
    }
    let text = &clause.text[clause.nodes[first].span.start..clause.nodes[to - 1].span.end];
    let text = shorten(&unlinked(text));
    let text = text.trim_matches(|c: char| c.is_whitespace() || matches!(c, ',' | ';' | ':' | '.' | '-' | '–' | '—'));
    let mut letters = text.chars();
    letters.next().map_or(String::new(), |first| first.to_uppercase().chain(letters).collect())
}

/// Whether the node at `at` leads into a clause rather than tells: "Thus, on May 4, ".
fn opens(clause: &Clause<'_>, at: usize) -> bool {
    let dated = clause.time(at).is_some();
    let before_date = clause.is(at, Class::PREPOSITION) && clause.time(at + 1).is_some();
    let mark = [b',', b';', b':', b'-', b'"', b')'].iter().any(|&mark| clause.is_mark(at, mark));
    let connective = clause.is(at, Class::CONJUNCTION | Class::RELATIVE)
        || clause.is(at, Class::ADVERB | Class::SUBORDINATOR)
            && (clause.is_mark(at + 1, b',') || clause.is(at, Class::SUBORDINATOR));
    dated || before_date || mark || connective || clause.is_any(at, &["thus", "only"])
}

/// Words without the marks of a Markdown link: `[said](#)` to `said`.
fn unlinked(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = super::plain(text);
    while let Some((before, words, after)) = link(&rest) {
        out.push_str(before);
        out.push_str(words);
        rest = after.to_owned();
    }
    out + &rest
}

fn link(text: &str) -> Option<(&str, &str, &str)> {
    let middle = text.find("](")?;
    let open = text[..middle].rfind('[')?;
    let close = middle + text[middle..].find(')')?;
    Some((&text[..open], &text[open + 1..middle], &text[close + 1..]))
}

/// No headline is longer; it is cut at a comma where one stands far enough in, else at a word.
const LONGEST: usize = 160;

fn shorten(text: &str) -> String {
    let Some((end, _)) = text.char_indices().nth(LONGEST) else { return text.to_owned() };
    let head = &text[..end];
    match head.rfind(", ").filter(|&comma| comma > LONGEST / 3) {
        Some(comma) => head[..comma].to_owned(),
        None => format!("{} …", &head[..head.rfind(' ').unwrap_or(end)]),
    }
}
