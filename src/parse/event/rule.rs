//! What a rule of the user says of an event, beyond the words that tell it.

#![cfg_attr(not(feature = "rules"), allow(dead_code))]

use crate::statement::Statement;

/// What a rule says beyond its triggers.
#[derive(Debug)]
pub(crate) struct Rule {
    /// Where it stands: `my.toml:3`.
    pub(crate) name: String,
    /// Whether the subject is a body, whatever its name looks like.
    pub(crate) of_bodies: bool,
    /// The headline, with slots in braces.
    pub(crate) title: Option<String>,
    /// The slots without which the word told something else.
    pub(crate) needs: Vec<Field>,
}

impl Rule {
    /// Whether every slot that the rule needs is filled.
    pub(crate) fn admits(&self, statement: &Statement) -> bool {
        self.needs.iter().all(|slot| slot.is_filled(statement))
    }

    /// The headline of a statement; `None` where there is no template or a slot of it is empty.
    pub(crate) fn headline(&self, statement: &Statement) -> Option<String> {
        let mut rest = self.title.as_deref()?;
        let mut title = String::new();
        while let Some((before, slot, after)) = next_slot(rest) {
            title.push_str(before);
            title.push_str(Field::named(slot)?.of(statement)?);
            rest = after;
        }
        Some(title + rest)
    }
}

/// The text before the first slot of a template, the slot's name, and the text after it.
pub(crate) fn next_slot(template: &str) -> Option<(&str, &str, &str)> {
    let (before, rest) = template.split_once('{')?;
    let (slot, after) = rest.split_once('}')?;
    Some((before, slot, after))
}

/// A slot of a statement that rules can speak of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Field {
    Person,
    Role,
    Organization,
    By,
    Place,
    Date,
}

impl Field {
    /// The slot of a template: all but the date, which stands beside a headline anyway.
    pub(crate) fn named(name: &str) -> Option<Field> {
        Some(match name {
            "person" => Field::Person,
            "role" => Field::Role,
            "organization" => Field::Organization,
            "by" => Field::By,
            "place" => Field::Place,
            _ => return None,
        })
    }

    fn of(self, statement: &Statement) -> Option<&str> {
        match self {
            Field::Person => statement.person.as_deref(),
            Field::Role => statement.role.as_deref(),
            Field::Organization => statement.organization.as_deref(),
            Field::By => statement.by.as_deref(),
            Field::Place => statement.place.as_deref(),
            Field::Date => statement.date_text.as_deref(),
        }
    }

    fn is_filled(self, statement: &Statement) -> bool {
        match self {
            Field::Date => statement.date.is_some(),
            _ => self.of(statement).is_some(),
        }
    }
}
