//! Who contradicts whom: of all that is told of the events in a finding, the statements that cannot all hold.
//!
//! Of statements that give one event one date all are named, and one of them is enough for the contradiction. What agrees with
//! both sides, or has the date that is right, is no part of it.

use std::collections::BTreeSet;

use crate::resolve::claim::Claim;
use crate::resolve::conflict::Report;
use crate::resolve::phrase;
use crate::resolve::repair::Finding;
use crate::resolve::window::Window;

/// Of so many dates of one event all are taken to contradict each other.
const COMPARED: usize = 64;

impl<'r> Report<'r> {
    /// The statements that cannot all hold, those that carry a stated gap or order among them.
    pub(super) fn at_odds(self, finding: &Finding) -> BTreeSet<usize> {
        let mut odds = BTreeSet::new();
        for link in self.broken(finding) {
            let link = &self.links[link];
            let levels = &link.levels()[..link.first_breach()];
            let holds = |from: Window, to: Window| levels.iter().any(|level| level.allowance.holds(from, to));
            let (from, to) = (self.times_told(link.from), self.times_told(link.to));
            odds.extend(self.against(link.from, |one| to.iter().any(|&other| !holds(one, other))));
            odds.extend(self.against(link.to, |one| from.iter().any(|&other| !holds(other, one))));
            odds.extend(link.told().map(|(statement, _)| statement));
        }
        for event in self.events_of(finding) {
            if self.broken(finding).next().is_none() {
                let told = self.times_told(event);
                odds.extend(self.against(event, |one| told.iter().any(|&other| !one.meets(other))));
            }
            // What holds two by two, or has no date, is at odds as a whole.
            let members = &self.events[event].members;
            if !members.iter().any(|member| odds.contains(member)) {
                odds.extend(members);
            }
        }
        odds.extend(self.moved(finding));
        odds
    }

    /// Of the statements of an event those whose written date is `against` something.
    fn against(self, event: usize, against: impl Fn(Window) -> bool) -> impl Iterator<Item = usize> {
        let claims = self.claims(event).filter(move |(time, _)| against(*time));
        claims.flat_map(|(_, claim)| claim.statements.iter().copied())
    }

    /// The claims of an event that have a date, each with the time that it is written to mean.
    fn claims(self, event: usize) -> impl Iterator<Item = (Window, &'r Claim)> {
        let claims = self.repaired.outcomes[event].evidence.iter().flat_map(|evidence| &evidence.claims);
        claims.filter_map(|claim| Some((Window::of(claim.date()?), claim)))
    }

    /// The times that an event is told to have had, each once.
    fn times_told(self, event: usize) -> Vec<Window> {
        let mut told: Vec<Window> = self.claims(event).map(|(time, _)| time).collect();
        told.sort_unstable();
        told.dedup();
        if told.len() > COMPARED { Vec::new() } else { told }
    }

    /// The statements that the repair does not take as written.
    fn moved(self, finding: &Finding) -> Vec<usize> {
        let Some((evidence, candidate)) = self.cheapest(finding) else { return Vec::new() };
        let moved = evidence.chosen(candidate).filter(|(claim, chosen)| claim.date().is_some() && *chosen != Some(0));
        moved.flat_map(|(claim, _)| claim.statements.iter().copied()).collect()
    }

    /// "It is the date that courier.md has.", where a repair comes to what others wrote who are no part of the contradiction.
    pub(super) fn borne_out(self, finding: &Finding) -> Option<String> {
        let (evidence, candidate) = self.cheapest(finding)?;
        let odds = self.at_odds(finding);
        let right = evidence.chosen(candidate).filter(|(claim, chosen)| claim.date().is_some() && *chosen == Some(0));
        let right = right.flat_map(|(claim, _)| claim.statements.iter().copied());
        let bear: Vec<usize> = right.filter(|at| !odds.contains(at)).collect();
        (!bear.is_empty()).then(|| {
            let documents = phrase::documents(self.statements, &bear);
            let have = if documents.contains(" and ") { "have" } else { "has" };
            format!("It is the date that {documents} {have}.")
        })
    }
}
