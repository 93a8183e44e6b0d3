//! What a person decided, applied at each build: each with its reason, and told of when its evidence has changed.
//!
//! | a line | says |
//! |---|---|
//! | `date ENTRY DATE because …` | this is when it happened |
//! | `same ENTRY ENTRY… because …` | these are one event |
//! | `apart STATEMENT STATEMENT… because …` | the later ones do not tell the event of the first |
//! | `drop ENTRY because …` | this did not happen, or is no matter of the timeline; a statement's id drops it alone |
//! | `ignore CONFLICT because …` | this contradiction is known and may stand |
//!
//! An entry is named by its own id or by that of a statement in it. Behind an id may stand `@` and the evidence that the
//! decision was made on, as reports print it: `e-1a2b3c4d@5f3a91c2`. Once that is no longer the evidence, the decision
//! still holds, and a warning says that it wants to be looked at again. Decisions apply in the order of the file, each
//! to what those before it left. Empty lines, and lines that begin with `#`, are passed over.
//!
//! One line is one decision, so that a version control system shows who decided what and when.

mod evidence;
mod read;

use crate::calendar::Date;

pub use evidence::{evidence_of_conflict, evidence_of_entry};

pub(crate) use evidence::evidence_of;

/// Decisions, in the order in which they apply.
///
/// ```
/// use timeline::decisions::Decisions;
///
/// let mut decisions = Decisions::default();
/// let remarks = decisions.read("ours.txt", "date e-1a2b3c4d 1923-09-01 because the register has it\n");
/// assert!(remarks.is_empty() && decisions.iter().count() == 1);
///
/// let remarks = decisions.read("ours.txt", "ignore c-0a1b2c3d");
/// assert_eq!(remarks[0].line, Some(1));
/// ```
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Decisions(Vec<Decision>);

/// One decision.
#[derive(Clone, Debug, PartialEq)]
pub struct Decision {
    /// The file that it stands in, as a person would name it.
    pub file: String,
    /// Its line there, counted from 1.
    pub line: usize,
    /// What is decided.
    pub what: What,
    /// Why.
    pub because: String,
}

/// What is decided.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum What {
    /// This is when the entry happened.
    Date(Target, Date),
    /// The entries are one.
    Same(Vec<Target>),
    /// The later statements do not tell the event of the first.
    Apart(Vec<Target>),
    /// The entry, or the one statement, is left out of the timeline.
    Drop(Target),
    /// The conflict may stand.
    Ignore(Target),
}

/// What a decision is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Target {
    /// The id of an entry, a statement or a conflict.
    pub id: String,
    /// The evidence that the decision was made on.
    pub evidence: Option<String>,
}

impl FromIterator<Decision> for Decisions {
    fn from_iter<I: IntoIterator<Item = Decision>>(decisions: I) -> Decisions {
        Decisions(decisions.into_iter().collect())
    }
}

impl Extend<Decision> for Decisions {
    fn extend<I: IntoIterator<Item = Decision>>(&mut self, decisions: I) {
        self.0.extend(decisions);
    }
}

impl Decisions {
    /// The decisions in their order.
    pub fn iter(&self) -> impl Iterator<Item = &Decision> {
        self.0.iter()
    }

    /// Whether nothing is decided.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}
