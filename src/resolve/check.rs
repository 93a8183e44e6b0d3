//! What the text itself offers to check, and how that came out.

use crate::calendar::Date;
use crate::diagnostic::Severity;
use crate::resolve::claim::Beside;
use crate::resolve::conflict::{About, Report, chosen};
use crate::resolve::link::{Link, Rule};
use crate::resolve::phrase;
use crate::resolve::saying::Saying;
use crate::resolve::window::Window;
use crate::statement::Relation;
use crate::timeline::{Check, Conflict, Words};

/// A stated length held against the dates.
struct Measured {
    /// Which of the link's levels it holds at.
    level: usize,
    message: String,
    statements: Vec<usize>,
}

impl Report<'_> {
    /// Every check, in the order of the statements.
    pub(super) fn checks(self) -> Vec<Check> {
        let mut checks: Vec<(usize, Check)> = Vec::new();
        checks.extend(self.statements.iter().enumerate().filter_map(|(at, statement)| Some((at, weekday(statement)?))));
        checks.extend((0..self.events.len()).flat_map(|event| self.corrections(event)));
        checks.extend(self.links.iter().enumerate().filter_map(|(at, _)| self.gap(at)));
        checks.extend(self.events.iter().enumerate().filter_map(|(event, _)| self.agreement(event)));
        checks.sort_unstable_by(|(a, left), (b, right)| {
            (a, &left.kind, &left.message, &left.statements).cmp(&(b, &right.kind, &right.message, &right.statements))
        });
        checks.into_iter().map(|(_, check)| check).collect()
    }

    /// What documents correct of their own dates, and of those of others.
    fn corrections(self, event: usize) -> impl Iterator<Item = (usize, Check)> {
        self.events[event].members.iter().filter_map(move |&at| {
            let told = &self.statements[at];
            let written = told.aside().corrected.as_ref()?;
            let (right, wrong) = (told.date?, written.date?);
            let text = written.text.as_deref().unwrap_or_default();
            let name = phrase::capital(self.phrase(event));
            let message = match &written.by {
                Some(by) => format!("{name}: {by} corrects “{text}” ({wrong}) in {} to {right}.", told.document),
                None if told.is_correction() => {
                    format!("{name}: {} takes back “{text}” ({wrong}) for {right}.", told.document)
                }
                None => format!("{name}: {} corrects its own “{text}” ({wrong}) to {right}.", told.document),
            };
            Some((at, self.check("correction", message, &[at], "corrected")))
        })
    }

    /// A stated length against the dates.
    fn gap(self, at: usize) -> Option<(usize, Check)> {
        let link = &self.links[at];
        let Rule::Gap(statement, ..) = link.rule else { return None };
        let Measured { level, message, statements } = self.measured(at)?;
        let verdict = ["confirmed", "loose"].get(level).copied().unwrap_or("contradicted");
        let (earlier, later) = (&self.events[link.from], &self.events[link.to]);
        let tenure = earlier.kind.starts_tenure() && later.kind.ends_tenure();
        let kind = if tenure { "tenure" } else { "gap" };
        Some((statement, self.check(kind, message, &statements, verdict)))
    }

    /// The lengths that hold at a stretch only. No date gives way to them, and none is taken to be wrong for them; but who has to
    /// defend “almost six months” wants to hear of five months and a day.
    pub(super) fn stretched(self) -> impl Iterator<Item = (Conflict, Vec<usize>)> {
        (0..self.links.len()).filter_map(move |at| {
            let link = &self.links[at];
            let Rule::Gap(statement, place, _) = link.rule else { return None };
            if self.level(link)? != 1 {
                return None;
            }
            let Measured { message, statements, .. } = self.measured(at)?;
            let Relation { text, start, end, .. } = self.statements[statement].aside().relations.get(place)?;
            let document = self.statements[statement].document.to_string();
            let words = vec![Words { document, start: *start, end: *end, text: text.clone() }];
            let because = "It holds loosely: the dates stand, and so do the words, as people round.";
            let events = [link.from, link.to];
            let (conflict, events) =
                self.note(About::Gap, message, &events, statements.into_iter().collect(), words, because);
            Some((Conflict { severity: Severity::Warning, ..conflict }, events))
        })
    }

    /// How far a length has to give way to fit the dates.
    fn level(self, link: &Link) -> Option<usize> {
        let (from, to) = (&self.repaired.outcomes[link.from], &self.repaired.outcomes[link.to]);
        link.levels().iter().position(|level| level.allowance.holds(from.own, to.own))
    }

    /// How well a stated length fits the dates.
    fn measured(self, at: usize) -> Option<Measured> {
        let link = &self.links[at];
        let Rule::Gap(at, place, stated) = link.rule else { return None };
        let (from, to) = (&self.repaired.outcomes[link.from], &self.repaired.outcomes[link.to]);
        // A length that a date was counted by confirms nothing, and neither does one from a date that is not known.
        let (start, end) = (from.own.date()?, to.own.date()?);
        let level = self.level(link)?;
        let statement = &self.statements[at];
        let Relation { text, .. } = statement.aside().relations.get(place)?;
        let (earlier, later) = (&self.events[link.from], &self.events[link.to]);
        let apart =
            phrase::distance(start, end, stated.period).map(|apart| format!(", which is {apart}")).unwrap_or_default();
        let message = format!(
            "“{text}” ({}): from {} ({start}) to {} ({end}){apart}.",
            statement.document,
            self.phrase(link.from),
            self.phrase(link.to),
        );
        let mut statements: Vec<usize> = earlier.members.iter().chain(&later.members).copied().chain([at]).collect();
        statements.sort_unstable();
        statements.dedup();
        Some(Measured { level, message, statements })
    }

    /// Several documents that date one event and agree, or that a person decided between. What tells it without a date agrees
    /// to none: that it appeared in time is all that it confirms.
    fn agreement(self, event: usize) -> Option<(usize, Check)> {
        let at = event;
        let (event, outcome) = (&self.events[at], &self.repaired.outcomes[at]);
        let first = *event.members.first()?;
        let document = |at: usize| &self.statements[at].document;
        let several = event.members.iter().any(|&at| document(at) != document(first));
        if !several || outcome.evidence.as_ref().is_some_and(|evidence| evidence.candidates[outcome.chosen].cost > 0) {
            return None;
        }
        let date = outcome.own.date()?;
        let phrase = phrase::capital(self.phrase(at));
        let otherwise = self.otherwise(at);
        if !otherwise.is_empty() {
            let message = format!("{phrase}: {date} is settled by decision, against {}.", phrase::list(&otherwise));
            return Some((first, self.check("decision", message, &event.members, "decided")));
        }
        let beside = Beside::of(self.statements, &event.members);
        let tells = |&at: &usize| self.statements[at].date.is_some() && !beside.takes(&self.statements[at]);
        let dated: Vec<usize> = event.members.iter().copied().filter(tells).collect();
        let documents = phrase::documents(self.statements, &dated);
        let first = *dated.first()?;
        if dated.iter().any(|&at| document(at) != document(first)) {
            let repeats = self.voices.repeats(self.statements, &dated);
            let repeats = if repeats.is_empty() { String::new() } else { format!("; {}", phrase::list(&repeats)) };
            let message = match self.coarser(&dated, date) {
                Some((documents, coarser)) => format!("{phrase}: {date} in {documents}, within {coarser}{repeats}."),
                None => format!("{phrase}: {documents} agree on {date}{repeats}."),
            };
            return Some((first, self.check("agreement", message, &dated, "confirmed")));
        }
        let bound =
            |&at: &usize| Some((at, self.statements[at].published?)).filter(|_| document(at) != document(first));
        let (other, published) =
            event.members.iter().filter(|&&at| self.statements[at].date.is_none()).find_map(bound)?;
        let message = format!(
            "{phrase}: {date} in {documents}; {} tells of it without a date, and appeared {}.",
            document(other),
            phrase::when(published),
        );
        let mut statements = [dated.as_slice(), &[other]].concat();
        statements.sort_unstable();
        Some((first, self.check("agreement", message, &statements, "confirmed")))
    }

    /// Who of `dated` has the date itself, and what the others have that it lies in: "2021 in c".
    fn coarser(self, dated: &[usize], date: Date) -> Option<(String, String)> {
        let whole = Window::of(date);
        let is_fine = |&at: &usize| self.statements[at].date.is_some_and(|told| Window::of(told).within(whole));
        let (fine, coarse): (Vec<usize>, Vec<usize>) = dated.iter().copied().partition(is_fine);
        let told = coarse.first().and_then(|&at| self.statements[at].date).filter(|_| !fine.is_empty())?;
        let one = coarse.iter().all(|&at| self.statements[at].date == Some(told));
        let what = if one { told.to_string() } else { "what is told less exactly".to_owned() };
        let documents = |of: &[usize]| phrase::documents(self.statements, of);
        Some((documents(&fine), format!("{what} in {}", documents(&coarse))))
    }

    /// What is told otherwise than a person decided: "1932-03-04 in the gazette".
    fn otherwise(self, event: usize) -> Vec<String> {
        let Some((evidence, candidate)) = chosen(&self.repaired.outcomes[event]) else { return Vec::new() };
        let set_aside = evidence.chosen(candidate).filter(|(_, chosen)| chosen.is_none());
        let told = set_aside.filter_map(|(claim, _)| {
            Some(format!("{} in {}", claim.date()?, phrase::documents(self.statements, &claim.statements)))
        });
        told.collect()
    }

    fn check(self, kind: &str, message: String, statements: &[usize], verdict: &str) -> Check {
        Check {
            kind: kind.to_owned(),
            message,
            statements: statements.iter().map(|&at| self.statements[at].id.clone()).collect(),
            verdict: verdict.to_owned(),
        }
    }
}

/// A stated weekday against its date.
fn weekday(statement: &Saying) -> Option<Check> {
    let (stated, day) = statement.weekday.zip(statement.date.and_then(Date::as_day))?;
    let real = chrono::Datelike::weekday(&day);
    let confirmed = real == stated;
    // Another program's statement may have no words.
    let text = statement.date_text.as_deref().unwrap_or(crate::resolve::conflict::full(stated));
    Some(Check {
        kind: "weekday".to_owned(),
        message: format!("“{text}” ({}): {day} is a {}.", statement.document, crate::resolve::conflict::full(real)),
        statements: vec![statement.id.clone()],
        verdict: if confirmed { "confirmed" } else { "contradicted" }.to_owned(),
    })
}
