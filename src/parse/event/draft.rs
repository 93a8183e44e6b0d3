//! An event as a frame read it, before references are followed and a date is attached.

use crate::Span;
use crate::parse::mention::Mention;
use crate::statement::{Certainty, Kind};

use super::clause::Clause;

/// What a frame found.
#[derive(Clone, Debug)]
pub(crate) struct Draft {
    pub(crate) kind: Kind,
    /// The node of the trigger.
    pub(crate) at: usize,
    pub(crate) trigger: Span,
    pub(crate) person: Person,
    pub(crate) role: Option<Span>,
    pub(crate) organization: Option<Span>,
    pub(crate) by: Option<Span>,
    pub(crate) when: When,
    pub(crate) certainty: Certainty,
    pub(crate) rule: &'static str,
    /// Told by way of another person's event ("replaces", "succeeded by"): gives way to what is told outright.
    pub(crate) weak: bool,
    /// The office is the one that another person's event of this sentence is about.
    pub(crate) shares_role: bool,
    /// The node of whom the person succeeds.
    pub(crate) heir_of: Option<usize>,
    /// "in the post", "of his duties": the office is one told before.
    pub(crate) elsewhere: bool,
    /// What is left is a place in the body that is told, and no office of another kind.
    pub(crate) seat: bool,
    /// Dropped where no office is found for it: the word has other uses.
    pub(crate) needs_role: bool,
    /// Whether a list names the office once for several who held it, perhaps in the plural.
    pub(crate) listed: bool,
    /// Whether the office is held for another, as a word away from it tells: "Hansen (acting, 1998)", "the interim post".
    pub(crate) acting: bool,
}

/// Whose event it is.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Person {
    /// The mention at this node.
    Node(usize),
    /// "his", "her": what a pronoun at this node would refer to.
    Pronoun(usize),
    /// The second of those whom "both" at this node means.
    Second(usize),
    /// Who the sentences before are about: "accepted his resignation".
    Earlier,
    /// Whom the heading above a row names.
    Above,
    /// A name by itself.
    Name(Span),
}

/// What dates it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum When {
    /// The expression that fits best.
    Nearest,
    /// This one of the document's expressions.
    Time(usize),
    /// None: what the sentence dates is something else.
    Untold,
}

impl When {
    pub(crate) fn time(self) -> Option<usize> {
        match self {
            When::Nearest | When::Untold => None,
            When::Time(time) => Some(time),
        }
    }
}

impl Draft {
    pub(crate) fn new(clause: &Clause<'_>, at: usize, kind: Kind, rule: &'static str, person: Person) -> Draft {
        Draft {
            kind,
            at,
            trigger: clause.nodes[at].span,
            person,
            role: None,
            organization: None,
            by: None,
            when: When::Nearest,
            certainty: Certainty::Reported,
            rule,
            weak: false,
            shares_role: false,
            heir_of: None,
            elsewhere: false,
            seat: false,
            needs_role: clause.trigger(at).is_some_and(|trigger| trigger.needs_role),
            listed: false,
            acting: false,
        }
    }

    /// With the office of `slot`, and where it names none that of the person's own mention.
    pub(crate) fn with_role(mut self, slot: Option<Slot>, mention: Option<Mention>) -> Draft {
        if let Some(slot) = slot {
            self.role = slot.role;
            self.organization = slot.organization;
            self.shares_role |= slot.shares_role;
            self.heir_of = self.heir_of.or(slot.heir_of);
        } else if let Some(mention) = mention.filter(|m| !m.former) {
            self.role = mention.role;
            self.organization = mention.organization;
        }
        self
    }
}

/// An office read after a verb.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Slot {
    pub(crate) role: Option<Span>,
    pub(crate) organization: Option<Span>,
    /// A place in a body, or its lead: an office without a name.
    pub(crate) seat: bool,
    /// "to succeed Hansen": the office is the other's.
    pub(crate) shares_role: bool,
    /// The node of him who is succeeded.
    pub(crate) heir_of: Option<usize>,
    /// The node after it.
    pub(crate) end: usize,
}

impl Slot {
    /// The office that a mention holds, before the node `end`.
    pub(super) fn of(mention: Mention, end: usize) -> Slot {
        Slot { role: mention.role, organization: mention.organization, end, ..Slot::default() }
    }
}
