//! The headline of a statement: a full phrase, built from its slots.

use crate::statement::{Kind, Statement};

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
