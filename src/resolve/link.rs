//! Constraints between two events, and where each comes from.

use crate::resolve::allowance::{self, Allowance, Level};
use crate::resolve::cost;
use crate::statement::Gap;

/// What must hold between two events, by what right, and what it costs to give it up.
#[derive(Clone, Debug)]
pub(super) struct Link {
    /// The earlier event.
    pub(super) from: usize,
    /// The later event.
    pub(super) to: usize,
    pub(super) rule: Rule,
}

/// Why two events are constrained.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Rule {
    /// A tenure does not end before it starts; credentials are not presented before the appointment.
    Tenure,
    /// Nobody acts before birth or after death.
    Life,
    /// Nobody is in office more than this many days before they are appointed or elected to it.
    Entry(i64),
    /// A term ends once: the events are two ends of it.
    OneEnd,
    /// A successor does not start before the predecessor ends, or is named this many days ahead.
    Succession(i64),
    /// The text says which came first: the statement and its relation.
    Order(usize, usize),
    /// The text says how far apart they are: the statement and its relation.
    Gap(usize, usize, Gap),
}

/// Days by which acting holders are confirmed late, and two tellings of one end differ: given, taken, in effect.
pub(super) const CONFIRMED: i64 = 190;

/// Days within which a successor who is there too early is a handover, and not another holder.
const HANDOVER: i64 = 31;

/// Days by which a successor who is there too early may have been acting, as likely as a date is wrong.
const ACTING: i64 = 92;

impl Link {
    pub(super) fn new(from: usize, to: usize, rule: Rule) -> Link {
        Link { from, to, rule }
    }

    /// From the constraint as it stands to giving it up altogether, ever dearer. They follow from the rule, and few of
    /// many links are ever asked for more than the first.
    pub(super) fn levels(&self) -> Vec<Level> {
        let give_up = |cost| Level { allowance: Allowance::ANY, cost };
        let free = |allowance| Level { allowance, cost: 0 };
        match self.rule {
            Rule::Tenure => vec![free(Allowance::ORDER), give_up(cost::TENURE)],
            Rule::Life => vec![free(Allowance::ORDER), give_up(cost::LIFE)],
            Rule::Entry(ahead) => {
                let confirmed = Level { allowance: Allowance::overlap(CONFIRMED), cost: cost::CONFIRMED };
                vec![free(Allowance::overlap(ahead)), confirmed, give_up(cost::ENTRY)]
            }
            Rule::OneEnd => vec![free(Allowance::within(CONFIRMED)), give_up(cost::ONE_END)],
            Rule::Succession(ahead) => {
                let handover = Level { allowance: Allowance::overlap(ahead.max(HANDOVER)), cost: cost::HANDOVER };
                let overlap = Level { allowance: Allowance::overlap(ahead.max(ACTING)), cost: cost::OVERLAP };
                vec![free(Allowance::overlap(ahead)), handover, overlap, give_up(cost::SUCCESSION)]
            }
            Rule::Order(..) => vec![free(Allowance::ORDER), give_up(cost::ORDER_WORD)],
            Rule::Gap(_, _, gap) => allowance::levels(gap),
        }
    }

    /// The statement and the place of the relation in it, where the text itself says so.
    pub(super) fn told(&self) -> Option<(usize, usize)> {
        match self.rule {
            Rule::Order(statement, relation) | Rule::Gap(statement, relation, _) => Some((statement, relation)),
            Rule::Tenure | Rule::Life | Rule::Entry(_) | Rule::OneEnd | Rule::Succession(_) => None,
        }
    }

    /// The first level that is worth a conflict: a stretched rounding is not.
    pub(super) fn first_breach(&self) -> usize {
        match self.rule {
            Rule::Gap(..) => 2,
            _ => 1,
        }
    }

    /// Whether no more stands against the link at `level` than a handover, or that one in office was confirmed in it.
    pub(super) fn is_slight(&self, level: usize) -> bool {
        matches!(self.rule, Rule::Succession(_) | Rule::Entry(_)) && level == 1
    }
}
