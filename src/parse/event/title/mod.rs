//! The headline of a statement: of an office event a phrase built from its slots, of any other a trimmed clause
//! (`clause`), without the marks of the page (`text`).

mod clause;
mod text;

use crate::statement::{Kind, Statement};

use super::row::singular::singular;
use crate::parse::role::names_post;

pub(crate) use clause::{clause, first, main_verb, relative};
pub(crate) use text::LONGEST;

/// A headline for an office event: "Ana Silva appointed mayor of Lima by President Jens Hansen".
pub(crate) fn office(statement: &Statement) -> Option<String> {
    let person = statement.person.as_deref()?;
    // "the presidency" is taken over and left, and nobody is one.
    let post = statement.role.as_deref().is_some_and(is_post);
    let (verb, link) = match (&statement.kind, post) {
        (Kind::Appointment, false) => ("appointed", ""),
        (Kind::Appointment, true) => ("appointed", "to the "),
        (Kind::Nomination, false) => ("nominated", "as "),
        (Kind::Nomination, true) => ("nominated", "for the "),
        (Kind::Election, false) => ("elected", ""),
        (Kind::Election, true) => ("elected", "to the "),
        (Kind::TermStart, false) => ("takes office", "as "),
        (Kind::TermStart, true) => ("takes over", "the "),
        (Kind::Dismissal, false) => ("dismissed", "as "),
        (Kind::Dismissal, true) => ("dismissed", "from the "),
        (Kind::Resignation, _) => (leaving(statement), if post { "from the " } else { "as " }),
        (Kind::TermEnd, false) => ("leaves office", "as "),
        (Kind::TermEnd, true) => ("leaves", "the "),
        (Kind::Credentials, _) => return Some(credentials(statement, person)),
        (Kind::Death, _) => ("dies", "as "),
        (Kind::Event | Kind::Other(_), _) => return None,
    };
    let role = statement.role.as_deref().map(singular);
    let role = role.filter(|_| !(post && statement.kind == Kind::Death));
    let slots = [&statement.role, &statement.organization, &statement.by].into_iter().flatten();
    let mut title = String::with_capacity(person.len() + slots.map(String::len).sum::<usize>() + LONGEST_LINKS);
    title.push_str(person);
    title.push(' ');
    title.push_str(verb);
    if let Some(role) = &role {
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

/// What somebody is told to do who goes: "retired" and "left office" say no more than that.
fn leaving(statement: &Statement) -> &'static str {
    let trigger = statement.trigger.as_deref().unwrap_or_default().to_ascii_lowercase();
    let leads = |leads: &[&str]| leads.iter().any(|lead| trigger.starts_with(lead));
    if leads(&["retire"]) {
        "retires"
    } else if !leads(&["left", "leave", "leaving", "depart"]) {
        "resigns"
    } else if statement.role.is_some() {
        "leaves office"
    } else {
        "leaves"
    }
}

/// Whether a role names the post and not its holder: "governorship", "presidency of the bank".
fn is_post(role: &str) -> bool {
    names_post(role.split(" of ").next().unwrap_or_default())
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
