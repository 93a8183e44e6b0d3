//! Which statements speak of the same event.
//!
//! Where a statement carries an `event`, that decides. Else events of the office family are told apart by person, kind,
//! office and date ([`office`]); every other event by its day and its words ([`told`]). Nothing here compares every
//! statement with every other: candidates come from an index, so that a hundred thousand statements of one person, or
//! one event told by ten thousand sources, take time in proportion.

mod act;
mod name;
mod office;
mod people;
mod role;
mod telling;
mod told;
mod union;

use std::cmp::Reverse;
use std::rc::Rc;

use crate::hash::HashMap;
use crate::resolve::saying::Saying;
use crate::resolve::window::Window;
use crate::statement::{Certainty, Kind};

pub(super) use people::People;
pub(super) use role::Office;
pub(super) use union::Union;

/// One event, and the statements that tell it.
#[derive(Clone, Debug)]
pub(super) struct Event {
    /// Indices of the statements, rising.
    pub(super) members: Vec<usize>,
    /// What happened.
    pub(super) kind: Kind,
    /// Whom it happened to: an index that all spellings of one name share.
    pub(super) person: Option<usize>,
    /// The office, as the fullest statement has it.
    pub(super) office: Rc<Office>,
}

/// The events that `statements` tell, in the order of their first statements.
pub(super) fn events(statements: &[Saying], people: &People) -> Vec<Event> {
    let mut fixed: HashMap<&str, Vec<usize>> = HashMap::default();
    let mut persons: Vec<(usize, usize)> = Vec::new();
    let mut others = Vec::new();
    for (index, statement) in statements.iter().enumerate().filter(|(_, statement)| happened(statement.certainty)) {
        match (&statement.event, people.of(index)) {
            (Some(event), _) => fixed.entry(event).or_default().push(index),
            (None, Some(person)) if is_of_a_person(&statement.kind) => {
                persons.push((person, index));
            }
            _ => others.push(index),
        }
    }
    let mut groups: Vec<Vec<usize>> = fixed.into_values().collect();
    persons.sort_unstable();
    for of_person in persons.chunk_by(|a, b| a.0 == b.0) {
        let members: Vec<usize> = of_person.iter().map(|&(_, index)| index).collect();
        groups.extend(office::merge(statements, &members, people));
    }
    groups.extend(told::merge(statements, &others, people));
    groups.iter_mut().for_each(|members| members.sort_unstable());
    groups.sort_unstable();
    groups.into_iter().map(|members| Event::new(statements, people, members)).collect()
}

/// Whether it is known by whom it befalls.
fn is_of_a_person(kind: &Kind) -> bool {
    kind.is_office() || kind.is_birth() || kind.is_life()
}

/// Whether a statement belongs on a timeline: what is denied, called for or merely supposed does not.
pub(super) fn happened(certainty: Certainty) -> bool {
    matches!(certainty, Certainty::Reported | Certainty::Planned)
}

impl Event {
    pub(super) fn new(statements: &[Saying], people: &People, members: Vec<usize>) -> Event {
        let offices = members.iter().map(|&index| people.office(index));
        let office = offices.max_by_key(|&office| (office.len(), Reverse(office))).cloned().unwrap_or_default();
        // Of several words for it that of the finest date: a day told as "appointed" is not that of taking office. Of two that
        // are as fine, what tells more than that a term was over.
        let length = |index: usize| statements[index].date.map_or(i64::MAX, |date| Window::of(date).length());
        let is_bare = |index: usize| statements[index].kind == Kind::TermEnd;
        let finest = members.iter().copied().min_by_key(|&index| (length(index), is_bare(index), index));
        Event {
            kind: finest.map(|index| statements[index].kind.clone()).unwrap_or_default(),
            person: members.iter().find_map(|&index| people.of(index)),
            office,
            members,
        }
    }
}
