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
    /// From the constraint as it stands to giving it up altogether, ever dearer.
    pub(super) levels: Vec<Level>,
}

/// Why two events are constrained.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Rule {
    /// A tenure does not end before it starts; credentials are not presented before the appointment.
    Tenure,
    /// A successor does not start before the predecessor ends.
    Succession,
    /// The text says which came first: the statement and its relation.
    Order(usize, usize),
    /// The text says how far apart they are: the statement and its relation.
    Gap(usize, usize, Gap),
}

impl Link {
    pub(super) fn new(from: usize, to: usize, rule: Rule) -> Link {
        let give_up = |cost| Level { allowance: Allowance::ANY, cost };
        let order = Level { allowance: Allowance::ORDER, cost: 0 };
        let levels = match rule {
            Rule::Tenure => vec![order, give_up(cost::TENURE)],
            Rule::Succession => {
                let handover = Level { allowance: Allowance::overlap(31), cost: cost::HANDOVER };
                vec![order, handover, give_up(cost::SUCCESSION)]
            }
            Rule::Order(..) => vec![order, give_up(cost::ORDER_WORD)],
            Rule::Gap(_, _, gap) => allowance::levels(gap),
        };
        Link { from, to, rule, levels }
    }

    /// The statement and the place of the relation in it, where the text itself says so.
    pub(super) fn told(&self) -> Option<(usize, usize)> {
        match self.rule {
            Rule::Order(statement, relation) | Rule::Gap(statement, relation, _) => Some((statement, relation)),
            Rule::Tenure | Rule::Succession => None,
        }
    }

    /// The first level that is worth a conflict: a stretched rounding or a short handover is not.
    pub(super) fn first_breach(&self) -> usize {
        match self.rule {
            Rule::Gap(..) => 2,
            Rule::Tenure | Rule::Succession | Rule::Order(..) => 1,
        }
    }
}
