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
