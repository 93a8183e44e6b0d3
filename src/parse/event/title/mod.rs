//! The headline of a statement: of an office event a phrase built from its slots, of any other a trimmed clause
//! (`clause`), without the marks of the page (`text`).

mod clause;
mod text;

use crate::statement::{Kind, Statement};

pub(crate) use clause::{clause, first, main_verb, relative};
pub(crate) use text::LONGEST;

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
    let slots = [&statement.role, &statement.organization, &statement.by].into_iter().flatten();
    let mut title = String::with_capacity(person.len() + slots.map(String::len).sum::<usize>() + LONGEST_LINKS);
    title.push_str(person);
    title.push(' ');
    title.push_str(verb);
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
        title.push_str(match statement.kind {
            Kind::TermStart | Kind::TermEnd => " at ",
            _ if statement.kind.ends_tenure() => " from ",
            _ => " to ",
        });
        title.push_str(organization);
    }
    // Who accepts a resignation did not bring it about.
    let done_by = !matches!(statement.kind, Kind::Resignation | Kind::TermEnd | Kind::Death);
    if let Some(by) = statement.by.as_deref().filter(|_| done_by) {
        title.push_str(" by ");
        // "The president named Ana Silva consul."
        let inner = by.strip_prefix("The ").filter(|_| by.chars().filter(|c| c.is_uppercase()).count() == 1);
        title.push_str(if inner.is_some() { "the " } else { "" });
        title.push_str(inner.unwrap_or(by));
    }
    Some(title)
}

/// No more stands in such a headline beside the slots.
const LONGEST_LINKS: usize = 32;

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
