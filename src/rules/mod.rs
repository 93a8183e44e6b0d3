//! Kinds of events that users describe themselves, beside the built-in ones and found in the same scan.
//!
//! A file of rules is TOML, a `[[rule]]` a kind: the words that tell it, and either a `frame`, so that it is read as
//! the office events are (who is installed, by whom, as what), or the plain slots of a clause: its subject, its place,
//! its date. `docs/rules.md` has the keys and an example.

#![cfg_attr(not(feature = "rules"), allow(dead_code))]

mod inflect;
#[cfg(feature = "rules")]
mod read;
#[cfg(all(test, feature = "rules"))]
mod tests;

use crate::parse::event::trigger::{Table, Trigger};
use crate::statement::Statement;

#[cfg(feature = "rules")]
use crate::{Diagnostic, Error};

/// Rules of the user, ready to be matched; none by default.
///
/// ```
/// # #[cfg(feature = "rules")] {
/// use timeline::{Document, rules::Rules};
///
/// let mut rules = Rules::default();
/// rules.read("my.toml", b"[[rule]]\nkind = 'launch_scrub'\nverbs = ['scrub']\nsubject = 'organization'\n")?;
///
/// let article = Document::new("a", "On 4 May 2019 Northstar scrubbed the launch.");
/// let (statements, _) = timeline::extract_with(&article, &rules);
/// assert_eq!(statements[0].kind.as_str(), "launch_scrub");
/// assert_eq!(statements[0].organization.as_deref(), Some("Northstar"));
/// # }
/// # Ok::<(), timeline::Error>(())
/// ```
#[derive(Clone, Debug, Default)]
pub struct Rules {
    /// Those of the file that was read last stand first, for the first of two alike is found.
    triggers: Vec<Trigger>,
    table: Option<Table>,
}

impl Rules {
    /// Takes in a file of rules; `file` is what a person would call it. Where two files have one trigger, the later
    /// wins. The notes are on triggers that are built in too: here the user's rule wins.
    ///
    /// # Errors
    ///
    /// The file is no UTF-8, no TOML, or says what no rule can; the error names line and column, and nothing of the
    /// file is taken.
    #[cfg(feature = "rules")]
    pub fn read(&mut self, file: &str, text: &[u8]) -> Result<Vec<Diagnostic>, Error> {
        let (triggers, notes) = read::read(file, text)?;
        self.triggers.splice(0..0, triggers);
        self.table = Some(Table::new(self.triggers.clone()));
        Ok(notes)
    }

    /// The triggers to look for: the user's and the built-in ones.
    pub(crate) fn table(&self) -> &Table {
        self.table.as_ref().unwrap_or_else(|| Table::built_in())
    }
}

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
    pub(crate) needs: Vec<Slot>,
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
            title.push_str(Slot::named(slot)?.of(statement)?);
            rest = after;
        }
        Some(title + rest)
    }
}

/// The text before the first slot of a template, the slot's name, and the text after it.
fn next_slot(template: &str) -> Option<(&str, &str, &str)> {
    let (before, rest) = template.split_once('{')?;
    let (slot, after) = rest.split_once('}')?;
    Some((before, slot, after))
}

/// A slot of a statement that rules can speak of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Slot {
    Person,
    Role,
    Organization,
    By,
    Place,
    Date,
}

impl Slot {
    /// The slot of a template: all but the date, which stands beside a headline anyway.
    fn named(name: &str) -> Option<Slot> {
        Some(match name {
            "person" => Slot::Person,
            "role" => Slot::Role,
            "organization" => Slot::Organization,
            "by" => Slot::By,
            "place" => Slot::Place,
            _ => return None,
        })
    }

    fn of(self, statement: &Statement) -> Option<&str> {
        match self {
            Slot::Person => statement.person.as_deref(),
            Slot::Role => statement.role.as_deref(),
            Slot::Organization => statement.organization.as_deref(),
            Slot::By => statement.by.as_deref(),
            Slot::Place => statement.place.as_deref(),
            Slot::Date => statement.date_text.as_deref(),
        }
    }

    fn is_filled(self, statement: &Statement) -> bool {
        match self {
            Slot::Date => statement.date.is_some(),
            _ => self.of(statement).is_some(),
        }
    }
}
