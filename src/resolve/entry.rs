//! Entries of the finished timeline: one an event.

use std::cmp::Reverse;

use crate::calendar::{Date, Qualifier};
use crate::digest::Digest;
use crate::hash::HashMap;
use crate::resolve::claim::{Beside, Candidate};
use crate::resolve::conflict::Report;
use crate::resolve::identity::Event;
use crate::resolve::link::Rule;
use crate::resolve::network::Element;
use crate::resolve::phrase;
use crate::resolve::repair::{Finding, Outcome};
use crate::resolve::saying::Saying;
use crate::resolve::window::Window;
use crate::statement::Certainty;
use crate::timeline::Entry;

/// The date of an event at its own precision: that of the finest statement, as it was read; what several leave together
/// where none says it alone.
pub(super) fn date(statements: &[Saying], event: &Event, outcome: &Outcome) -> Option<Date> {
    if outcome.decided.is_some() {
        return outcome.decided;
    }
    let readings: Vec<Date> = match &outcome.evidence {
        None => {
            let beside = Beside::of(statements, &event.members);
            let told = event.members.iter().map(|&member| &statements[member]);
            told.filter(|statement| !beside.takes(statement)).filter_map(|statement| statement.date).collect()
        }
        Some(evidence) => {
            let candidate: &Candidate = evidence.candidates.get(outcome.chosen)?;
            let read = evidence.chosen(candidate);
            read.filter_map(|(claim, chosen)| claim.readings.get(chosen?)).map(|reading| reading.date).collect()
        }
    };
    let finest = readings.into_iter().min_by_key(|&date| (Window::of(date).length(), is_qualified(date)))?;
    if outcome.own.within(Window::of(finest)) && !Window::of(finest).within(outcome.own) {
        let open = outcome.own.length() == i64::MAX;
        return if open { Some(finest) } else { outcome.own.date() };
    }
    Some(finest)
}

/// From what is told, least first, so that a further document in front changes nothing.
pub(super) fn id(statements: &[Saying], members: &[usize]) -> String {
    let told = || members.iter().map(|&member| &statements[member]);
    match told().find_map(|statement| statement.event.as_deref()) {
        Some(event) => Digest::new().with(event).id('e'),
        None => Digest::new().with(told().map(|statement| statement.id.as_str()).min().unwrap_or_default()).id('e'),
    }
}

/// The plans that came about at another time than they were for, as the reports have it.
pub(super) fn overtaken(statements: &[Saying], events: &[Event], entries: &[Entry]) -> Vec<usize> {
    let mut plans = Vec::new();
    for (event, entry) in events.iter().zip(entries) {
        let Some(date) = entry.date.map(Window::of) else { continue };
        let beside = Beside::of(statements, &event.members);
        plans.extend(event.members.iter().copied().filter(|&plan| {
            let planned = statements[plan].date.filter(|_| beside.overtakes(&statements[plan]));
            planned.is_some_and(|planned| !Window::of(planned).meets(date))
        }));
    }
    plans
}

/// As many dates of one event are looked through one by one.
const FEW: usize = 4;

/// As many links are told one by one.
const HELD: usize = 6;

fn is_qualified(date: Date) -> bool {
    date != date.qualified(Qualifier::Exact)
}

impl Report<'_> {
    /// The entry of an event, with the findings that it has a part in; its sources are yet to come.
    pub(super) fn entry(self, event: usize, findings: &[(&Finding, String)]) -> Entry {
        let (known, outcome) = (&self.events[event], &self.repaired.outcomes[event]);
        let told = || known.members.iter().map(|&member| &self.statements[member]);
        let is_open = |finding: &Finding| finding.changed == Element::Point(event) && finding.is_open();
        let open = findings.iter().any(|(finding, _)| is_open(finding)) || self.is_doubtful(event);
        let date = date(self.statements, known, outcome);
        let bounds = self.bounds(event);
        Entry {
            id: id(self.statements, &known.members),
            date: date.map(|date| if open { date.qualified(Qualifier::Uncertain) } else { date }),
            earliest: bounds.first(),
            latest: bounds.last(),
            kind: known.kind.clone(),
            title: self.title(event),
            person: fullest(told().filter_map(|statement| statement.person.as_deref())),
            role: fullest(told().filter_map(|statement| statement.role.as_deref())),
            organization: fullest(told().filter_map(|statement| statement.organization.as_deref())),
            by: fullest(told().filter_map(|statement| statement.by.as_deref())),
            place: fullest(told().filter_map(|statement| statement.place.as_deref())),
            confidence: self.confidence(event, findings, date.is_some()),
            event: told().find_map(|statement| statement.event.as_deref().map(str::to_owned)),
            derivation: self.derivation(event, bounds),
            sources: Vec::new(),
            conflicts: findings.iter().map(|(_, id)| id.clone()).collect(),
        }
    }

    /// The title of the statement that says the most, else a phrase made of the slots; of an office event that is only
    /// planned it says so.
    fn title(self, event: usize) -> String {
        let known = &self.events[event];
        let filled = |statement: &Saying| {
            [&statement.person, &statement.role, &statement.organization, &statement.by, &statement.place]
                .into_iter()
                .flatten()
                .map(|text| text.len())
                .sum::<usize>()
        };
        let titled =
            known.members.iter().map(|&member| &self.statements[member]).filter(|statement| statement.title.is_some());
        // A headline that is a sentence holds its date.
        let own = self.repaired.outcomes[event].own;
        let agrees = |statement: &Saying| statement.date.is_some_and(|date| Window::of(date).meets(own));
        let best = titled.max_by_key(|statement| {
            (statement.kind == known.kind, filled(statement), agrees(statement), Reverse(&statement.id))
        });
        let title = match best.and_then(|statement| statement.title.clone()) {
            Some(title) => title.to_string(),
            None => phrase::capital(self.phrase(event)),
        };
        // A headline made of slots tells a plan as if it were done.
        let planned = |&member: &usize| self.statements[member].certainty == Certainty::Planned;
        if known.kind.is_office() && known.members.iter().all(planned) { format!("{title} (planned)") } else { title }
    }

    /// What the links leave, cut at the publication of the reports.
    fn bounds(self, event: usize) -> Window {
        let window = self.repaired.outcomes[event].window;
        self.events[event].members.iter().fold(window, |window, &member| {
            let published = published(&self.statements[member]).map_or(Window::OPEN, Window::until);
            let cut = window.and(published);
            if cut.is_empty() { window } else { cut }
        })
    }

    /// From 0 to 1. One voice errs one time in twenty; several that agree, less; an open conflict leaves an even chance.
    fn confidence(self, event: usize, findings: &[(&Finding, String)], is_dated: bool) -> f64 {
        const ERRS: f64 = 0.05;
        let outcome = &self.repaired.outcomes[event];
        if !is_dated {
            return 0.0;
        }
        let told = self.events[event].members.iter().map(|&member| &self.statements[member]);
        let counted = told.clone().all(|statement| statement.anchor.is_some() || statement.date.is_none());
        let base = if counted { 2.0 * ERRS } else { ERRS };
        let dated: Vec<usize> = self.events[event]
            .members
            .iter()
            .copied()
            .filter(|&at| self.statements[at].date.is_some_and(|date| Window::of(date).meets(outcome.own)))
            .collect();
        let several = self.voices.count(&dated).max(1);
        let agreed = 1.0 - base.powi(several.min(3) as i32);
        let won =
            findings.iter().filter(|(finding, _)| finding.changed == Element::Point(event)).map(|(finding, _)| {
                finding.margin.map_or(0.95, |margin| 1.0 / (1.0 + 10f64.powf(-f64::from(margin) / 10.0)))
            });
        (won.fold(agreed, f64::min) * 100.0).round() / 100.0
    }

    /// What the date and its bounds follow from.
    fn derivation(self, event: usize, bounds: Window) -> Vec<String> {
        let (known, outcome) = (&self.events[event], &self.repaired.outcomes[event]);
        let mut sentences = Vec::new();
        let weighed = outcome.evidence.as_ref().is_some_and(|evidence| evidence.candidates[outcome.chosen].cost > 0);
        let beside = Beside::of(self.statements, &known.members);
        for (date, members) in self.told(event) {
            let documents = match weighed {
                true => self.voices.describe(&members).join("; "),
                false => phrase::documents(self.statements, &members),
            };
            let first = &self.statements[members[0]];
            let text = first.date_text.as_deref().map(|text| format!(" (“{text}”)")).unwrap_or_default();
            let corrects = self.corrects(&members);
            let anchor = first.anchor.as_deref().map(|anchor| format!(", counted from {anchor}")).unwrap_or_default();
            let all = |test: fn(Beside, &Saying) -> bool| members.iter().all(|&at| test(beside, &self.statements[at]));
            sentences.push(match date {
                Some(date) if all(Beside::declares) => {
                    format!("Declared on {date}, as {documents} had it{text}{anchor}.")
                }
                Some(date) if all(Beside::overtakes) => {
                    format!("Planned for {date}, as {documents} had it{text}{anchor}.")
                }
                Some(date) => format!("{date} in {documents}{text}{anchor}{corrects}."),
                None => format!("No date in {documents}."),
            });
        }
        if outcome.evidence.as_ref().is_some_and(|evidence| evidence.is_voted(&evidence.candidates[outcome.chosen])) {
            sentences.push(self.voices.rule().to_owned());
        }
        let repeats = self.voices.repeats(self.statements, &known.members).into_iter();
        sentences.extend(repeats.map(|repeat| format!("{repeat}: one voice.")));
        sentences.extend(self.finest(event).filter(|_| !weighed));
        if bounds.hi < outcome.own.hi || (outcome.own.lo == i64::MIN && bounds.hi != i64::MAX) {
            let reporter =
                known.members.iter().map(|&member| &self.statements[member]).find(|statement| {
                    published(statement).is_some_and(|published| Window::of(published).hi == bounds.hi)
                });
            if let (Some(reporter), Some(latest)) = (reporter, bounds.last()) {
                sentences.push(format!(
                    "No later than {latest}, because the article that reports it ({}) appeared then.",
                    reporter.document
                ));
            }
        }
        sentences.extend(self.held_against(event));
        sentences.extend(self.bounds_from_links(event, bounds));
        // They stay for as long as the timeline does.
        sentences.iter_mut().for_each(String::shrink_to_fit);
        sentences.shrink_to_fit();
        sentences
    }

    /// ", where “May 3” is corrected": what of the dates of `members` was taken back.
    fn corrects(self, members: &[usize]) -> String {
        let written = members.iter().filter_map(|&member| self.statements[member].aside().corrected.as_ref());
        let mut texts: Vec<String> = Vec::new();
        for written in written {
            let by = written.by.as_deref().map(|by| format!(" (by {by})")).unwrap_or_default();
            let text = format!("“{}”{by}", written.text.as_deref().unwrap_or_default());
            if !texts.contains(&text) {
                texts.push(text);
            }
        }
        let are = if texts.len() == 1 { "is" } else { "are" };
        if texts.is_empty() { String::new() } else { format!(", where {} {are} corrected", phrase::list(&texts)) }
    }

    /// Why statements that agree at different precision, or tell two steps into one office, are one entry.
    fn finest(self, event: usize) -> Option<String> {
        let known = &self.events[event];
        let beside = Beside::of(self.statements, &known.members);
        let all = || known.members.iter().map(|&member| &self.statements[member]);
        let told = || all().filter(|statement| !beside.takes(statement));
        let length = |statement: &Saying| statement.date.map(|date| Window::of(date).length());
        let (least, most) = (told().filter_map(length).min()?, told().filter_map(length).max()?);
        if least == most {
            return None;
        }
        let date = date(self.statements, known, &self.repaired.outcomes[event])?;
        let other = told().find(|statement| statement.kind != known.kind && statement.kind.starts_tenure());
        let all = if all().any(|statement| statement.date.is_none()) { "All that date it" } else { "All" };
        let step = other.map_or(String::new(), |other| {
            format!(
                " The {} told beside it is taken for the same step into the office.",
                other.kind.as_str().replace('_', " ")
            )
        });
        Some(format!("{all} agree; {date} is the finest that they leave.{step}"))
    }

    /// What the date was held against, in the order of the links.
    fn held_against(self, event: usize) -> Option<String> {
        let told = self.repaired.touching[event].iter().take(HELD).map(|&at| {
            let link = &self.links[at];
            let (side, other) = if link.to == event { ("after", link.from) } else { ("before", link.to) };
            let other = self.phrase(other);
            let right = match link.rule {
                Rule::Order(statement, relation) | Rule::Gap(statement, relation, _) => {
                    let relation = self.statements[statement].aside().relations.get(relation);
                    format!("“{}”", relation.map(|relation| relation.text.as_str()).unwrap_or_default())
                }
                Rule::Tenure => "one tenure".to_owned(),
                Rule::Succession(_) => "succession".to_owned(),
                rule => self.right(rule),
            };
            let gives_way = if self.repaired.levels[at] < link.first_breach() { "" } else { ", which does not hold" };
            format!("{side} {other} ({right}{gives_way})")
        });
        let told: Vec<String> = told.collect();
        (!told.is_empty()).then(|| format!("Held to come {}.", phrase::list(&told)))
    }

    /// Which links the bounds follow from, where they are tighter than what is told.
    fn bounds_from_links(self, event: usize, bounds: Window) -> Vec<String> {
        let outcome = &self.repaired.outcomes[event];
        if outcome.window == outcome.own {
            return Vec::new();
        }
        let mut sentences = Vec::new();
        for &at in &self.repaired.touching[event] {
            let link = &self.links[at];
            let allowance = link.levels()[self.repaired.levels[at]].allowance;
            let (other, allowed) = if link.to == event {
                (link.from, allowance.forward(self.repaired.outcomes[link.from].window))
            } else {
                (link.to, allowance.backward(self.repaired.outcomes[link.to].window))
            };
            let other = self.phrase(other);
            let why = match link.rule {
                Rule::Order(statement, relation) | Rule::Gap(statement, relation, _) => {
                    let text = self.statements[statement]
                        .aside()
                        .relations
                        .get(relation)
                        .map(|relation| relation.text.as_str());
                    format!("{other}: “{}”", text.unwrap_or_default())
                }
                _ => other.to_owned(),
            };
            if let Some(first) = bounds.first().filter(|_| allowed.lo == bounds.lo && outcome.own.lo < bounds.lo) {
                sentences.push(format!("Not before {first}, because of {why}."));
            }
            if let Some(last) = bounds.last().filter(|_| allowed.hi == bounds.hi && outcome.own.hi > bounds.hi) {
                sentences.push(format!("Not after {last}, because of {why}."));
            }
        }
        sentences
    }

    /// The statements of an event by the date they tell, in the order of telling.
    fn told(self, event: usize) -> Vec<(Option<Date>, Vec<usize>)> {
        let mut told: Vec<(Option<Date>, Vec<usize>)> = Vec::new();
        let mut places: HashMap<Option<Date>, usize> = HashMap::default();
        for &member in &self.events[event].members {
            let date = self.statements[member].date;
            // Ten thousand sources may tell as many dates; most events have one or two, and need no map.
            let place = match told.iter().take(FEW).position(|(known, _)| *known == date) {
                Some(place) => place,
                None if told.len() < FEW => told.len(),
                None => *places.entry(date).or_insert(told.len()),
            };
            match told.get_mut(place) {
                Some((_, members)) => members.push(member),
                None => told.push((date, vec![member])),
            }
        }
        told
    }
}

/// When a report of something that happened appeared.
fn published(statement: &Saying) -> Option<Date> {
    statement.published.filter(|_| statement.certainty == Certainty::Reported)
}

/// The longest text; of equals, the first in the alphabet.
fn fullest<'t>(texts: impl Iterator<Item = &'t str>) -> Option<String> {
    texts.max_by_key(|text| (text.chars().count(), Reverse(*text))).map(str::to_owned)
}
