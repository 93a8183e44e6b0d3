//! What is said of one event's time, and the times it can have.
//!
//! Statements of one event that say the very same of its time are one claim, which weighs as much as the independent
//! voices behind it. A candidate is a time at which some reading of each claim holds, the other claims being discarded;
//! it costs what its readings and discards cost.

use std::cmp::Reverse;

use crate::calendar::Date;
use crate::hash::HashMap;
use crate::resolve::cost::{self, Cost};
use crate::resolve::readings::{self, Reading};
use crate::resolve::saying::Saying;
use crate::resolve::search::Choice;
use crate::resolve::voice::{Voices, Weight};
use crate::resolve::window::{DAY, Window};
use crate::statement::{Certainty, Kind};

/// Claims beyond this many, the weightiest first, are taken as they stand or not at all.
const QUESTIONED: usize = 24;

/// As many times are considered for one event.
const CONSIDERED: usize = 256;

/// Statements of one event that say the same of its time.
#[derive(Clone, Debug)]
pub(super) struct Claim {
    pub(super) statements: Vec<usize>,
    /// As written first, and of the lightest claims alone; empty where there is no date.
    pub(super) readings: Vec<Reading>,
    weight: Weight,
    /// The time that a claim without a date leaves: up to its publication.
    free: Window,
}

/// A time that an event can have. Which readings make it up follows from the claims ([`Evidence::chosen`]) and is not
/// kept: there are many candidates, and few are ever asked.
#[derive(Clone, Copy, Debug)]
pub(super) struct Candidate {
    pub(super) window: Window,
    pub(super) cost: Cost,
    basis: Basis,
}

/// What a candidate was made for.
#[derive(Clone, Copy, Debug)]
enum Basis {
    /// The minute at which readings hold.
    Minute(i64),
    /// That all dates be discarded.
    NoDate,
    /// The window that a person decided on.
    Decision,
}

/// What is said of one event's time, and the times it can have, the cheapest first.
#[derive(Clone, Debug)]
pub(super) struct Evidence {
    pub(super) claims: Vec<Claim>,
    pub(super) candidates: Vec<Candidate>,
}

/// What all of `members` allow as they are written; `None` where they do not agree or one speaks against itself.
pub(super) fn agreed(statements: &[Saying], members: &[usize]) -> Option<Window> {
    let (mut window, mut bound) = (Window::OPEN, Window::OPEN);
    let beside = Beside::of(statements, members);
    for &member in members.iter().filter(|&&member| !beside.takes(&statements[member])) {
        let statement = &statements[member];
        if statement.date.is_some_and(|date| readings::against(statement, date) > 0) {
            return None;
        }
        match statement.date {
            Some(date) => window = window.and(Window::of(date)),
            None => bound = bound.and(as_written(statement)),
        }
    }
    let late = Window { hi: bound.hi.saturating_add(ZONES), ..bound };
    [window.and(bound), window.and(late)].into_iter().find(|both| !both.is_empty()).filter(|both| both.meets(window))
}

/// So much later than it appeared a report can tell of a day, by the clocks of two places.
const ZONES: i64 = DAY;

/// What dates of an event another day than its own, and contradicts nothing:
/// - plans that have been overtaken by reports of it: those that did not appear after every report that tells when it came
///   about;
/// - the day on which it was declared who is elected, within a month of the vote;
/// - the day on which the predecessor left and "was succeeded by" another, who is told to come within the week after.
#[derive(Clone, Copy, Debug)]
pub(super) struct Beside {
    /// The last minute at which a report may have appeared.
    reported: Option<i64>,
    /// The last minute of the vote.
    voted: Option<i64>,
    /// The first minute of the day on which the office was taken.
    taken: Option<i64>,
}

/// As long the votes are counted at most.
const COUNTED: i64 = 31 * DAY;

/// As long an office is empty at most that one leaves to another in the same breath.
const HANDED_OVER: i64 = 7 * DAY;

impl Beside {
    pub(super) fn of(statements: &[Saying], members: &[usize]) -> Beside {
        let reports = members.iter().map(|&member| &statements[member]);
        let dated = reports.filter(|report| report.certainty == Certainty::Reported && report.date.is_some());
        let appeared = |report: &Saying| report.published.map_or(i64::MAX, |published| Window::of(published).hi);
        let taken = dated.clone().filter(|start| start.kind.starts_tenure() && !start.is_succession());
        let days = taken.filter_map(|start| start.date).map(Window::of).filter(|taken| taken.is_day());
        let votes = dated.clone().filter(|vote| vote.kind == Kind::Election && !vote.is_declaration());
        Beside {
            reported: dated.map(appeared).max(),
            voted: votes.filter_map(|vote| vote.date).map(|date| Window::of(date).hi).min(),
            taken: days.map(|taken| taken.lo).min(),
        }
    }

    /// Whether `statement` tells such another day.
    pub(super) fn takes(self, statement: &Saying) -> bool {
        self.overtakes(statement) || self.declares(statement) || self.hands_over(statement)
    }

    fn hands_over(self, statement: &Saying) -> bool {
        let left = statement.date.filter(|_| statement.is_succession()).map(Window::of);
        let since = left.zip(self.taken).map(|(left, taken)| taken.saturating_sub(left.hi));
        since.is_some_and(|since| (1..=HANDED_OVER).contains(&since))
    }

    /// Whether `statement` is such a plan.
    pub(super) fn overtakes(self, statement: &Saying) -> bool {
        let planned = || statement.published.map_or(i64::MIN, |published| Window::of(published).lo);
        statement.certainty == Certainty::Planned && self.reported.is_some_and(|reported| planned() <= reported)
    }

    /// Whether `statement` declares the result of the vote, on a later day.
    pub(super) fn declares(self, statement: &Saying) -> bool {
        let declared = statement.date.filter(|_| statement.is_declaration()).map(Window::of);
        let since = declared.zip(self.voted).map(|(declared, voted)| declared.lo.saturating_sub(voted));
        since.is_some_and(|since| (1..=COUNTED).contains(&since))
    }
}

fn as_written(statement: &Saying) -> Window {
    match (statement.date, statement.published) {
        (Some(date), _) => Window::of(date),
        (None, Some(published)) if statement.certainty == Certainty::Reported => Window::until(published),
        (None, _) => Window::OPEN,
    }
}

impl Evidence {
    /// Weighs all that `members` say.
    pub(super) fn new(statements: &[Saying], members: &[usize], voices: &Voices) -> Evidence {
        let claims = claims(statements, members, voices);
        let mut at: Vec<i64> =
            claims.iter().flat_map(|claim| &claim.readings).map(|reading| reading.window.lo).collect();
        at.sort_unstable();
        at.dedup();
        at.truncate(CONSIDERED);
        let times = at.into_iter().map(|minute| Candidate::at(minute, &claims));
        // The window of the date as it is written is that of the first reading.
        let written: Vec<Window> =
            claims.iter().filter_map(|claim| claim.readings.first()).map(|one| one.window).collect();
        let mut ranked: Vec<(Candidate, usize)> = Vec::with_capacity(times.len() + 1);
        ranked.extend(times.chain([Candidate::none(&claims)]));
        // Of two that are as likely, a date that somebody wrote comes first.
        let rank = |(candidate, as_written): &(Candidate, usize)| {
            (candidate.cost, Reverse(*as_written), !written.contains(&candidate.window), candidate.window)
        };
        ranked.sort_by_key(rank);
        let mut candidates: Vec<Candidate> = Vec::with_capacity(ranked.len());
        for (candidate, _) in ranked {
            if !candidates.iter().any(|known| known.window == candidate.window) {
                candidates.push(candidate);
            }
        }
        candidates.shrink_to_fit();
        Evidence { claims, candidates }
    }

    /// The one time that a person decided on; the claims that say otherwise are set aside at no cost.
    pub(super) fn decided(statements: &[Saying], members: &[usize], voices: &Voices, window: Window) -> Evidence {
        let claims = claims(statements, members, voices);
        Evidence { claims, candidates: vec![Candidate { window, cost: 0, basis: Basis::Decision }] }
    }

    /// Each claim with the reading of it that makes up a candidate; `None` where the claim is discarded.
    pub(super) fn chosen<'e>(&'e self, candidate: &'e Candidate) -> impl Iterator<Item = (&'e Claim, Option<usize>)> {
        self.claims.iter().map(|claim| (claim, claim.chosen(candidate)))
    }

    /// Whether a candidate's time is one that a source wrote.
    pub(super) fn is_written(&self, candidate: &Candidate) -> bool {
        self.chosen(candidate).any(|(claim, chosen)| chosen == Some(0) && claim.date().is_some())
    }

    /// Whether a candidate is one voice's date against two others, of which no two agree: the day between theirs is likelier
    /// by arithmetic alone.
    pub(super) fn is_lone(&self, candidate: &Candidate) -> bool {
        let dated = self.chosen(candidate).filter(|(claim, _)| claim.date().is_some());
        let (written, others): (Vec<_>, Vec<_>) = dated.partition(|(_, chosen)| *chosen == Some(0));
        let [(claim, _)] = written[..] else { return false };
        others.len() > 1 && others.iter().all(|(other, _)| other.weight >= claim.weight)
    }

    /// Whether more dates than one are told.
    pub(super) fn is_disagreed(&self) -> bool {
        self.claims.iter().filter(|claim| claim.date().is_some()).nth(1).is_some()
    }

    /// Whether a vote decided for a candidate: the dates taken as written outweigh those that are not.
    pub(super) fn is_voted(&self, candidate: &Candidate) -> bool {
        let weight = |as_written: bool| -> Weight {
            let claims = self.chosen(candidate);
            let dated = claims.filter(|(claim, chosen)| claim.date().is_some() && (*chosen == Some(0)) == as_written);
            dated.map(|(claim, _)| claim.weight).sum()
        };
        let lost = weight(false);
        lost != Weight::NONE && weight(true) > lost
    }

    /// Lets go of the slips that were offered in vain, where everything came out as it is written: they are most of what
    /// is remembered of an event, and no word is said of them.
    pub(super) fn forget_slips(&mut self, chosen: usize) {
        let as_written = |candidate| self.chosen(candidate).all(|(_, reading)| reading == Some(0));
        if self.candidates.get(chosen).is_some_and(as_written) {
            self.claims.iter_mut().for_each(Claim::keep_written);
        }
    }

    /// The candidates as the search takes them.
    pub(super) fn choices(&self) -> Vec<Choice> {
        self.candidates.iter().map(|candidate| Choice { window: candidate.window, cost: candidate.cost }).collect()
    }
}

/// The weightiest first, then the earliest told.
fn claims(statements: &[Saying], members: &[usize], voices: &Voices) -> Vec<Claim> {
    let mut seen: HashMap<_, usize> = HashMap::default();
    let mut groups: Vec<Vec<usize>> = Vec::new();
    let beside = Beside::of(statements, members);
    for &member in members.iter().filter(|&&member| !beside.takes(&statements[member])) {
        let statement = &statements[member];
        let against = statement.date.map_or(0, |date| readings::against(statement, date));
        let bound = statement.published.filter(|_| statement.date.is_none());
        let at = *seen.entry((statement.date, statement.weekday, against, bound)).or_insert(groups.len());
        if at == groups.len() {
            groups.push(Vec::new());
        }
        groups[at].push(member);
    }
    let mut claims: Vec<Claim> = groups
        .into_iter()
        .filter_map(|group| {
            let first = &statements[*group.first()?];
            // What one of them spells out is no guess because another leaves it out.
            let fullest = group.iter().map(|&member| &statements[member]).find(|told| !readings::year_was_added(told));
            Some(Claim {
                readings: readings::of(fullest.unwrap_or(first)),
                weight: voices.weigh(&group),
                free: as_written(first),
                statements: group,
            })
        })
        .collect();
    if claims.iter().any(|claim| !claim.readings.is_empty()) {
        let undated = claims.iter_mut().filter(|claim| claim.readings.is_empty());
        undated.for_each(|claim| claim.free.hi = claim.free.hi.saturating_add(ZONES));
    }
    claims.sort_by_key(|claim| (Reverse(claim.weight), claim.statements.first().copied()));
    claims.iter_mut().skip(QUESTIONED).for_each(Claim::keep_written);
    claims
}

impl Claim {
    /// The reading that makes up a candidate; `None` where the claim is discarded for it.
    fn chosen(&self, candidate: &Candidate) -> Option<usize> {
        match candidate.basis {
            Basis::Minute(minute) => self.at(minute).0,
            Basis::NoDate => self.readings.is_empty().then_some(0),
            Basis::Decision => {
                let agrees = self.date().is_none_or(|date| Window::of(date).meets(candidate.window));
                agrees.then_some(0)
            }
        }
    }

    /// The reading that holds `minute` at the least cost, what it leaves, and that cost; `None` where it is cheaper to
    /// discard the claim.
    fn at(&self, minute: i64) -> (Option<usize>, Window, Cost) {
        if self.readings.is_empty() {
            return match self.free.holds(minute) {
                true => (Some(0), self.free, 0),
                false => (None, Window::OPEN, self.weight.times(cost::PUBLICATION)),
            };
        }
        let readings = self.readings.iter().enumerate().filter(|(_, reading)| reading.window.holds(minute));
        let cheapest = readings.min_by_key(|(at, reading)| (reading.cost, *at));
        match cheapest.map(|(at, reading)| (at, reading.window, self.weight.times(reading.cost))) {
            Some((at, window, cost)) if cost < self.weight.discard() => (Some(at), window, cost),
            _ => (None, Window::OPEN, self.weight.discard()),
        }
    }

    fn keep_written(&mut self) {
        self.readings.truncate(1);
        self.readings.shrink_to_fit();
    }

    /// Whether it gives no date, and appeared before `date`.
    pub(super) fn is_before(&self, date: Date) -> bool {
        self.readings.is_empty() && Window::of(date).lo > self.free.hi
    }

    /// The date as it is written.
    pub(super) fn date(&self) -> Option<Date> {
        self.readings.first().map(|reading| reading.date)
    }
}

impl Candidate {
    /// With how many of the claims are taken as they are written.
    fn at(minute: i64, claims: &[Claim]) -> (Candidate, usize) {
        let mut candidate = Candidate { window: Window::OPEN, cost: 0, basis: Basis::Minute(minute) };
        let mut as_written = 0;
        for claim in claims {
            let (chosen, window, cost) = claim.at(minute);
            as_written += usize::from(chosen == Some(0));
            candidate.window = candidate.window.and(window);
            candidate.cost = candidate.cost.saturating_add(cost);
        }
        (candidate, as_written)
    }

    /// All dates discarded: the event's time is what everything else leaves of it. The claims without a date are taken as
    /// they are written.
    fn none(claims: &[Claim]) -> (Candidate, usize) {
        let dated = |claim: &&Claim| !claim.readings.is_empty();
        let candidate = Candidate {
            window: claims
                .iter()
                .filter(|claim| !dated(claim))
                .fold(Window::OPEN, |window, claim| window.and(claim.free)),
            cost: claims.iter().filter(dated).map(|claim| claim.weight.discard()).fold(0, Cost::saturating_add),
            basis: Basis::NoDate,
        };
        (candidate, claims.iter().filter(|claim| !dated(claim)).count())
    }
}
