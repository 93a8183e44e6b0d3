//! One end of a term that some tell as a resignation and others as a dismissal.
//!
//! Whoever compares sources wants to know it, but no date hangs on it: who leaves and who is made to is often told in two
//! ways, and both can be true. Only what different documents tell is held against each other: one that tells both means it.

use crate::resolve::conflict::{About, Report};
use crate::resolve::phrase;
use crate::resolve::saying::Saying;
use crate::statement::{Certainty, Kind};
use crate::timeline::Conflict;

/// Whether the word does not say how somebody went: "left on 30 March", "left her position".
fn is_left_open(statement: &Saying) -> bool {
    let word = statement.trigger.as_deref().and_then(|words| words.split(' ').next()).unwrap_or_default();
    ["left", "leave", "leaves", "leaving", "departed"].iter().any(|open| word.eq_ignore_ascii_case(open))
}

impl Report<'_> {
    /// The ends that are told in two ways, each with its event.
    pub(super) fn manners(self) -> Vec<(Conflict, Vec<usize>)> {
        (0..self.events.len()).filter_map(|event| self.manner(event)).collect()
    }

    fn manner(self, event: usize) -> Option<(Conflict, Vec<usize>)> {
        let members = &self.events[event].members;
        let telling = |kind: Kind| -> Vec<usize> {
            // How somebody is to go is not yet how they went.
            let is_told = |statement: &Saying| {
                statement.kind == kind && statement.certainty == Certainty::Reported && !is_left_open(statement)
            };
            members.iter().copied().filter(|&member| is_told(&self.statements[member])).collect()
        };
        let (resigned, dismissed) = (telling(Kind::Resignation), telling(Kind::Dismissal));
        let document = |at: &usize| &self.statements[*at].document;
        let both = resigned.iter().any(|one| dismissed.iter().any(|other| document(one) == document(other)));
        let (first, other) = resigned.first().zip(dismissed.first()).filter(|_| !both)?;
        let person = self.statements[*first].person.as_deref().unwrap_or_default();
        let message = format!(
            "{person} resigned according to {}, but was dismissed according to {}.",
            phrase::documents(self.statements, &resigned),
            phrase::documents(self.statements, &dismissed),
        );
        let because = "No date rests on it: who was made to go is often let resign.";
        Some(self.note(About::Term, message, &[event], [*first, *other].into(), Vec::new(), because))
    }
}
