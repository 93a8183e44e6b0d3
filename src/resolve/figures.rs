//! What the texts say of people by number, held against each other and against the dates: ages and holders' numbers.
//!
//! No date is moved for them. An age is copied from last year's article and holders are counted in more than one way, so
//! what does not fit is told, with a warning's weight, and everything stands. One pass over sorted lists for each person
//! and, in [`numbers`](super::numbers), for each office.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

use crate::calendar::Date;
use crate::resolve::conflict::{About, Report};
use crate::resolve::ids;
use crate::resolve::phrase;
use crate::resolve::saying::Saying;
use crate::resolve::window::{DAY, Window};
use crate::statement::{Born, Kind};
use crate::timeline::{Conflict, Resolution, Words};

/// An age told may be that of last year's article; but within one article all ages are of one day.
const STALE: i64 = YEAR;

const YEAR: i64 = 366 * DAY;

/// Who is younger holds no office but by inheritance.
const CHILD: i64 = 12 * YEAR;

/// A figure of one kind, with the event and the statement that it stands in.
pub(super) struct Told<F> {
    pub(super) event: usize,
    pub(super) statement: usize,
    pub(super) figure: F,
}

/// When the person of a statement was born, as it tells or bounds it: a birth that is told is one as well.
fn born(told: &Saying) -> impl Iterator<Item = Cow<'_, Born>> {
    let beside = told.aside().born.as_deref();
    let outright = birth(told).filter(|birth| beside.is_none_or(|born| born.date != birth.date));
    beside.map(Cow::Borrowed).into_iter().chain(outright.map(Cow::Owned))
}

fn birth(told: &Saying) -> Option<Born> {
    let (start, end) = (told.date_start.unwrap_or(told.start), told.date_end.unwrap_or(told.end));
    let text = told.date_words().into_owned();
    let date = match told.date? {
        date if told.kind.is_birth() => date,
        Date::Interval { start: Some(birth), .. } if told.kind.is_life() => birth.into(),
        _ => return None,
    };
    Some(Born { date, text, start, end })
}

impl<'r> Report<'r> {
    /// What does not fit, with the events in it.
    pub(super) fn figures(self) -> Vec<(Conflict, Vec<usize>)> {
        let mut births: BTreeMap<usize, Vec<Told<Cow<'r, Born>>>> = BTreeMap::new();
        for (at, event) in self.events.iter().enumerate() {
            let Some(person) = event.person else { continue };
            for &statement in &event.members {
                let figures = born(&self.statements[statement]).map(|figure| Told { event: at, statement, figure });
                figures.for_each(|figure| births.entry(person).or_default().push(figure));
            }
        }
        let ages = births.values().filter_map(|told| self.ages(told));
        let children = self.children(&births);
        ages.chain(children).chain(self.numbers()).collect()
    }

    /// Who would be given an office, give it up or present credentials as a child. Thrones are inherited in the cradle.
    fn children(self, births: &BTreeMap<usize, Vec<Told<Cow<'r, Born>>>>) -> Vec<(Conflict, Vec<usize>)> {
        let mut found = Vec::new();
        if births.is_empty() {
            return found;
        }
        for (at, event) in self.events.iter().enumerate() {
            let is_of_age = matches!(
                event.kind,
                Kind::Appointment | Kind::Nomination | Kind::Election | Kind::Resignation | Kind::Credentials
            );
            let Some(told) = event.person.filter(|_| is_of_age).and_then(|person| births.get(&person)) else {
                continue;
            };
            let acted = self.repaired.outcomes[at].own;
            let is_child = |told: &&Told<Cow<'r, Born>>| {
                let birth = Window::of(told.figure.date);
                let age = acted.hi.saturating_sub(birth.lo);
                acted.lo != i64::MIN && birth.lo <= acted.hi && age < CHILD
            };
            let outright = told.iter().filter(|told| told.event != at && !told.figure.date.is_interval());
            let Some(birth) = outright.min_by_key(|told| told.statement).filter(is_child) else { continue };
            let Born { date, text, start, end } = &*birth.figure;
            let message = format!(
                "{} would come within {} years of the birth {}.",
                phrase::capital(&self.named(at)),
                CHILD / YEAR,
                phrase::when(*date),
            );
            let because = "Both dates stand: one of the two may be wrong, or two people have one name.";
            let words = [(birth.statement, text, *start, *end)];
            found.push(self.aside(About::Age, message, &[at, birth.event], &words, because));
        }
        found
    }

    /// The earliest and the latest birth that are told of one person, where they are more than a stale age apart; else
    /// those that one document tells, where they differ.
    fn ages(self, told: &[Told<Cow<'r, Born>>]) -> Option<(Conflict, Vec<usize>)> {
        self.births_apart(&told.iter().collect::<Vec<_>>()).or_else(|| {
            let mut documents: BTreeMap<&str, Vec<&Told<Cow<'r, Born>>>> = BTreeMap::new();
            for told in told {
                documents.entry(self.statements[told.statement].document.as_str()).or_default().push(told);
            }
            documents.values().find_map(|told| self.births_apart(told))
        })
    }

    fn births_apart(self, told: &[&Told<Cow<'r, Born>>]) -> Option<(Conflict, Vec<usize>)> {
        let window = |told: &Told<Cow<'r, Born>>| Window::of(told.figure.date);
        let first = told.iter().min_by_key(|told| (window(told).hi, told.statement))?;
        let last = told.iter().max_by_key(|told| (window(told).lo, std::cmp::Reverse(told.statement)))?;
        // Two births that are told outright are one event of two dates, as any other.
        let by_age = [first, last].into_iter().any(|told| told.figure.date.is_interval());
        let document = |told: &Told<Cow<'r, Born>>| &self.statements[told.statement].document;
        let leeway = if document(first) == document(last) { 0 } else { STALE };
        if !by_age || window(last).lo.saturating_sub(window(first).hi) <= leeway {
            return None;
        }
        let name = self.statements[first.statement].person.as_deref().unwrap_or_default();
        let side = |told: &Told<Cow<'r, Born>>| {
            let Born { date, text, .. } = &*told.figure;
            format!("{} by “{text}” ({})", phrase::when(*date), self.statements[told.statement].document)
        };
        let message = format!("{name} would be born {}, and {}.", side(first), side(last));
        let words = [first, last].map(|told| (told.statement, &told.figure.text, told.figure.start, told.figure.end));
        let because = "No date rests on an age: one of the two is wrong, or two people have one name.";
        Some(self.aside(About::Age, message, &[first.event, last.event], &words, because))
    }

    pub(super) fn aside(
        self,
        about: About,
        message: String,
        events: &[usize],
        told: &[(usize, &String, usize, usize)],
        because: &str,
    ) -> (Conflict, Vec<usize>) {
        let carriers = told.iter().map(|&(statement, ..)| statement);
        let others = events.iter().filter(|_| told.len() == 1).flat_map(|&event| self.events[event].members.first());
        let statements = carriers.chain(others.copied()).collect();
        let words = told.iter().map(|&(statement, text, start, end)| Words {
            document: self.statements[statement].document.to_string(),
            start,
            end,
            text: text.clone(),
        });
        self.note(about, message, events, statements, words.collect(), because)
    }

    /// A conflict that moves no date, with the events in it.
    pub(super) fn note(
        self,
        about: About,
        message: String,
        events: &[usize],
        statements: BTreeSet<usize>,
        words: Vec<Words>,
        because: &str,
    ) -> (Conflict, Vec<usize>) {
        let statements: Vec<String> = statements.into_iter().map(|at| self.statements[at].id.clone()).collect();
        let conflict = Conflict {
            id: ids::of_conflict(about.name(), &statements),
            kind: about.name().to_owned(),
            severity: about.severity(),
            message,
            statements,
            words,
            resolution: Resolution {
                status: "noted".to_owned(),
                date: None,
                changed: None,
                because: because.to_owned(),
                runner_up: None,
                margin: None,
                changes: Vec::new(),
            },
            ignored: None,
        };
        let mut events = events.to_vec();
        events.sort_unstable();
        events.dedup();
        (conflict, events)
    }
}
