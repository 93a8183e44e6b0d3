//! Findings in plain sentences: what contradicts what. Why that is settled as it is stands in [`reason`](super::reason).

use std::collections::BTreeSet;

use crate::calendar::Date;
use crate::diagnostic::Severity;
use crate::hash::HashMap;
use crate::resolve::claim::{Candidate, Claim, Evidence};
use crate::resolve::entry;
use crate::resolve::identity::Event;
use crate::resolve::ids;
use crate::resolve::link::{Link, Rule};
use crate::resolve::network::Element;
use crate::resolve::phrase;
use crate::resolve::readings;
use crate::resolve::repair::{Finding, Outcome, Repaired};
use crate::resolve::saying::Saying;
use crate::resolve::voice::Voices;
use crate::resolve::window::Window;
use crate::statement::Relation;
use crate::timeline::{Change, Conflict, Resolution, Words};

/// What the sentences are made of.
#[derive(Clone, Copy)]
pub(super) struct Report<'r> {
    pub(super) statements: &'r [Saying],
    pub(super) events: &'r [Event],
    /// What each event is called, in words.
    pub(super) phrases: &'r [String],
    pub(super) links: &'r [Link],
    pub(super) voices: &'r Voices,
    pub(super) repaired: &'r Repaired,
}

/// What a conflict is about, worst first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum About {
    Life,
    Order,
    Gap,
    Succession,
    Publication,
    Calendar,
    Weekday,
    Tense,
    Term,
    Age,
    Number,
    Sources,
    Ambiguous,
}

impl About {
    /// The code of its rule.
    pub(super) fn name(self) -> &'static str {
        match self {
            About::Life => "life",
            About::Order => "order",
            About::Gap => "gap",
            About::Succession => "succession",
            About::Publication => "publication",
            About::Calendar => "calendar",
            About::Weekday => "weekday",
            About::Tense => "tense",
            About::Term => "term",
            About::Age => "age",
            About::Number => "number",
            About::Sources => "sources",
            About::Ambiguous => "ambiguous",
        }
    }

    fn of(rule: Rule) -> About {
        match rule {
            Rule::Life => About::Life,
            Rule::Tenure | Rule::Entry(_) | Rule::Order(..) => About::Order,
            Rule::Gap(..) => About::Gap,
            Rule::Succession(_) => About::Succession,
            Rule::OneEnd => About::Term,
        }
    }

    /// What can be true of both sides weighs less.
    pub(super) fn severity(self) -> Severity {
        match self {
            About::Ambiguous => Severity::Note,
            About::Tense | About::Term | About::Age | About::Number | About::Sources => Severity::Warning,
            _ => Severity::Error,
        }
    }
}

impl<'r> Report<'r> {
    /// What an event is called: "Anna Lind's appointment as Minister of Fisheries".
    pub(super) fn phrase(self, event: usize) -> &'r str {
        &self.phrases[event]
    }

    /// The conflict that `finding` is, with the events in it.
    pub(super) fn conflict(self, finding: &Finding) -> (Conflict, Vec<usize>) {
        let about = self.about(finding);
        let events = self.events_of(finding);
        let statements = self.statements_of(finding);
        let status = self.status(finding);
        let changes = self.changes(finding);
        let conflict = Conflict {
            id: ids::of_conflict(about.name(), &statements),
            kind: about.name().to_owned(),
            severity: if self.is_slight(finding) { Severity::Warning } else { about.severity() },
            message: self.message(finding, about),
            statements,
            words: self.words_of(finding),
            resolution: Resolution {
                status: status.to_owned(),
                date: self.date_after(finding),
                changed: in_words(&changes),
                because: self.because(finding, status),
                runner_up: finding.runner_up.as_ref().map(|runner_up| self.runner_up(runner_up)),
                margin: finding.margin,
                changes,
            },
            ignored: None,
        };
        (conflict, events)
    }

    pub(super) fn about(self, finding: &Finding) -> About {
        let by_link = self.broken(finding).map(|link| About::of(self.links[link].rule));
        by_link.min().unwrap_or_else(|| match finding.changed {
            Element::Point(event) => self.about_itself(event),
            Element::Link(_) => About::Order,
        })
    }

    /// The links in the conflict; none where the only one holds as the dates are written, and those contradict something else.
    pub(super) fn broken(self, finding: &Finding) -> impl Iterator<Item = usize> {
        let links = finding.conflict.iter().filter_map(|&element| match element {
            Element::Link(link) => Some(link),
            Element::Point(_) => None,
        });
        let links: Vec<usize> = links.collect();
        let sound =
            matches!(links[..], [link] if finding.changed != Element::Link(link) && self.holds_as_written(link));
        links.into_iter().filter(move |_| !sound)
    }

    /// Whether a link holds between all dates that its two events are written to have.
    fn holds_as_written(self, link: usize) -> bool {
        let link = &self.links[link];
        let windows = |event: usize| -> Vec<Window> {
            let evidence = self.repaired.outcomes[event].evidence.iter();
            let mut dates: Vec<Date> = evidence.flat_map(|evidence| &evidence.claims).filter_map(Claim::date).collect();
            dates.dedup();
            dates.into_iter().map(Window::of).collect()
        };
        let (from, to) = (windows(link.from), windows(link.to));
        let levels = &link.levels()[..link.first_breach()];
        let holds = |&from: &Window, &to: &Window| levels.iter().any(|level| level.allowance.holds(from, to));
        !from.is_empty() && !to.is_empty() && from.iter().all(|from| to.iter().all(|to| holds(from, to)))
    }

    /// Whether what stands in the way can well be true of both sides: a handover, a late confirmation.
    pub(super) fn is_slight(self, finding: &Finding) -> bool {
        match finding.changed {
            Element::Link(link) => self.links[link].is_slight(self.repaired.levels[link]),
            Element::Point(_) => false,
        }
    }

    /// Why the statements of one event do not hold together.
    fn about_itself(self, event: usize) -> About {
        let Some(evidence) = &self.repaired.outcomes[event].evidence else { return About::Sources };
        let dates: BTreeSet<String> =
            evidence.claims.iter().filter_map(Claim::date).map(|date| date.to_string()).collect();
        let speaks = |test: fn(&Saying, Date) -> bool| {
            evidence
                .claims
                .iter()
                .any(|claim| claim.date().is_some_and(|date| test(&self.statements[claim.statements[0]], date)))
        };
        let written = evidence.claims.iter().find_map(Claim::date);
        let is_told_before = || evidence.claims.iter().any(|claim| written.is_some_and(|date| claim.is_before(date)));
        if speaks(readings::after_publication) || dates.len() <= 1 && is_told_before() {
            About::Publication
        } else if dates.len() <= 1 && speaks(readings::weekday_differs) {
            About::Weekday
        } else if dates.len() <= 1 && speaks(readings::told_ahead) {
            About::Tense
        } else {
            About::Sources
        }
    }

    pub(super) fn events_of(self, finding: &Finding) -> Vec<usize> {
        let points = finding.conflict.iter().chain([&finding.changed]).filter_map(|&element| match element {
            Element::Point(event) => Some(event),
            Element::Link(_) => None,
        });
        let linked = self.broken(finding).flat_map(|link| [self.links[link].from, self.links[link].to]);
        let mut events: Vec<usize> = points.chain(linked).collect();
        events.sort_unstable();
        events.dedup();
        events
    }

    /// The ids of the statements that cannot all hold.
    fn statements_of(self, finding: &Finding) -> Vec<String> {
        self.at_odds(finding).into_iter().map(|at| self.statements[at].id.clone()).collect()
    }

    /// Where the texts say a gap or an order that is in the conflict.
    fn words_of(self, finding: &Finding) -> Vec<Words> {
        let told = self.broken(finding).filter_map(|link| self.links[link].told());
        told.filter_map(|(statement, relation)| {
            let statement = &self.statements[statement];
            let Relation { start, end, text, .. } = statement.aside().relations.get(relation)?;
            Some(Words { document: statement.document.to_string(), start: *start, end: *end, text: text.clone() })
        })
        .collect()
    }

    fn status(self, finding: &Finding) -> &'static str {
        match finding.changed {
            Element::Link(_) => "noted",
            Element::Point(_) if self.stands(finding) => "noted",
            Element::Point(_) if finding.is_open() => "unresolved",
            Element::Point(_) => "repaired",
        }
    }

    /// Whether the cheapest way out takes every claim as written.
    fn stands(self, finding: &Finding) -> bool {
        self.cheapest(finding)
            .is_none_or(|(evidence, candidate)| evidence.chosen(candidate).all(|(_, chosen)| chosen == Some(0)))
    }

    /// The candidate that is the cheapest way out, where an event gives way.
    pub(super) fn cheapest(self, finding: &Finding) -> Option<(&'r Evidence, &'r Candidate)> {
        let Element::Point(event) = finding.changed else { return None };
        let evidence = self.repaired.outcomes[event].evidence.as_ref()?;
        Some((evidence, evidence.candidates.get(finding.repair?)?))
    }

    fn date_after(self, finding: &Finding) -> Option<Date> {
        match finding.changed {
            Element::Point(event) => entry::date(self.statements, &self.events[event], &self.repaired.outcomes[event]),
            Element::Link(_) => None,
        }
    }

    fn message(self, finding: &Finding, about: About) -> String {
        let odds = self.at_odds(finding);
        let mut sentences: Vec<String> = self.broken(finding).map(|link| self.breach(link, &odds)).collect();
        if let (Element::Point(event), true) = (finding.changed, sentences.is_empty()) {
            sentences.push(self.disagreement(event, about));
        }
        sentences.join(" ")
    }

    /// One link that does not hold, with both dates as written.
    fn breach(self, link: usize, odds: &BTreeSet<usize>) -> String {
        let Link { from, to, rule, .. } = self.links[link];
        let is_at_odds = |at: &usize| odds.contains(at);
        let (earlier, later) = (self.named_by(from, is_at_odds), self.named_by(to, is_at_odds));
        let sentence = match rule {
            Rule::Life if self.events[from].kind.is_life() => {
                format!("{later} would lie outside the life of {earlier}.")
            }
            Rule::Life if self.events[to].kind.is_life() => format!("{earlier} would lie outside the life of {later}."),
            Rule::Tenure | Rule::Life => format!("{later} would come before {earlier}."),
            Rule::Entry(_) => format!("{later} would come before {earlier}, which gives the office."),
            Rule::OneEnd => format!("{earlier} and {later} would be two ends of one term."),
            Rule::Succession(_) => {
                format!("{later} would come before {earlier}, though the one follows the other in the office.")
            }
            Rule::Order(statement, relation) => {
                format!("{} has {earlier} before {later}.", self.words(statement, relation))
            }
            Rule::Gap(statement, relation, stated) => {
                let document = &self.statements[statement].document;
                let written = |event| self.written_in(event, document).or_else(|| self.written(event));
                let (start, end) = (written(from), written(to));
                let apart = start.zip(end).and_then(|(start, end)| phrase::distance(start, end, stated.period));
                let apart = apart.map_or("does not".to_owned(), |apart| format!("the dates are {apart} apart"));
                let between = match start.zip(end) {
                    // One sentence that tells both would be quoted twice.
                    Some((start, end)) if self.phrase(from) == self.phrase(to) => {
                        format!("{start} and {end} in {}", self.phrase(from))
                    }
                    _ => format!("{earlier} and {later}"),
                };
                format!("{} should lie between {between}, but {apart}.", self.words(statement, relation))
            }
        };
        phrase::capital(&sentence)
    }

    /// “the next day” (article).
    pub(super) fn words(self, statement: usize, relation: usize) -> String {
        let statement = &self.statements[statement];
        let text = statement.aside().relations.get(relation).map(|relation| relation.text.as_str()).unwrap_or_default();
        format!("“{text}” ({})", statement.document)
    }

    /// "Anna Lind's dismissal (1922-09-01, article)", with each date as it is written where sources differ.
    pub(super) fn named(self, event: usize) -> String {
        self.named_by(event, |_| true)
    }

    /// The same, as some of its statements have it.
    fn named_by(self, event: usize, is_one: impl Fn(&usize) -> bool) -> String {
        let known: Vec<usize> = self.events[event].members.iter().copied().filter(&is_one).collect();
        let name = self.phrase(event);
        let mut dated: Vec<(Date, Vec<usize>)> = Vec::new();
        let mut places: HashMap<Date, usize> = HashMap::default();
        for claim in self.repaired.outcomes[event].evidence.iter().flat_map(|evidence| &evidence.claims) {
            let Some(date) = claim.date().filter(|_| claim.statements.iter().any(&is_one)) else { continue };
            let place = *places.entry(date).or_insert(dated.len());
            match dated.get_mut(place) {
                Some((_, statements)) => statements.extend(&claim.statements),
                None => dated.push((date, claim.statements.clone())),
            }
        }
        if dated.len() > 1 {
            let told = dated.iter().map(|(date, of)| format!("{date}, {}", phrase::documents(self.statements, of)));
            return format!("{name} ({})", told.collect::<Vec<_>>().join("; "));
        }
        let documents = phrase::documents(self.statements, &known);
        let date = dated.first().map(|&(date, _)| date).or_else(|| self.written(event));
        let date = date.map(|date| format!("{date}, ")).unwrap_or_default();
        format!("{name} ({date}{documents})")
    }

    /// The date of an event as a document has it.
    fn written_in(self, event: usize, document: &str) -> Option<Date> {
        let claims = self.repaired.outcomes[event].evidence.iter().flat_map(|evidence| &evidence.claims);
        let told = |claim: &&Claim| claim.statements.iter().any(|&at| &*self.statements[at].document == document);
        claims.filter(|claim| claim.date().is_some()).find(told).and_then(Claim::date)
    }

    /// The date of an event as its weightiest statement has it.
    pub(super) fn written(self, event: usize) -> Option<Date> {
        match &self.repaired.outcomes[event] {
            Outcome { decided: None, evidence: Some(evidence), .. } => evidence.claims.iter().find_map(Claim::date),
            _ => entry::date(self.statements, &self.events[event], &self.repaired.outcomes[event]),
        }
    }

    fn disagreement(self, event: usize, about: About) -> String {
        let Some(evidence) = &self.repaired.outcomes[event].evidence else { return String::new() };
        let name = self.phrase(event);
        let mut parts = Vec::new();
        let written = evidence.claims.iter().find_map(Claim::date);
        for claim in &evidence.claims {
            let Some(date) = claim.date() else { continue };
            // "last week" does not contradict a day of it.
            let agrees = || written.is_some_and(|written| Window::of(written).meets(Window::of(date)));
            if about == About::Sources && !parts.is_empty() && agrees() {
                continue;
            }
            let documents = phrase::documents(self.statements, &claim.statements);
            let first = &self.statements[claim.statements[0]];
            let weekday = first.weekday.zip(date.as_day());
            match (about, weekday) {
                (About::Weekday, Some((stated, day))) => {
                    let real = chrono::Datelike::weekday(&day);
                    let have = if documents.contains(" and ") { "have" } else { "has" };
                    parts.push(format!("{date} is a {}, not a {} as {documents} {have} it", full(real), full(stated)));
                }
                (About::Publication, _) if readings::after_publication(first, date) => {
                    let published = first.published.map(phrase::when).unwrap_or_default();
                    parts.push(format!("{date} in {documents}, which appeared before that, {published}"));
                }
                (About::Tense, _) => {
                    let published = first.published.map(phrase::when).unwrap_or_default();
                    parts.push(format!("dated {date}, but still to come in {documents}, which appeared {published}"));
                }
                (_, Some((stated, day))) if chrono::Datelike::weekday(&day) != stated => {
                    let real = chrono::Datelike::weekday(&day);
                    parts.push(format!("{date} (a {}, not a {}) in {documents}", full(real), full(stated)));
                }
                _ => parts.push(format!("{date} in {documents}")),
            }
        }
        let told_before =
            |claim: &&Claim| about == About::Publication && written.is_some_and(|date| claim.is_before(date));
        parts.extend(evidence.claims.iter().filter(told_before).map(|claim| {
            let published = self.statements[claim.statements[0]].published.map(phrase::when).unwrap_or_default();
            let documents = phrase::documents(self.statements, &claim.statements);
            format!("told in {documents}, which appeared before that, {published}")
        }));
        match parts.split_first() {
            Some((first, others)) if about == About::Sources && !others.is_empty() => {
                phrase::capital(&format!("{name} is dated {first}, but {}.", phrase::list(others)))
            }
            _ => phrase::capital(&format!("{name}: {}.", parts.join("; "))),
        }
    }

    /// What of the claims of the event that gives way is not taken as written.
    fn changes(self, finding: &Finding) -> Vec<Change> {
        let Some((evidence, candidate)) = self.cheapest(finding) else { return Vec::new() };
        let mut changes = Vec::new();
        for (claim, chosen) in evidence.chosen(candidate) {
            let Some(from) = claim.date() else { continue };
            let reading = match chosen {
                Some(0) => continue,
                Some(reading) => Some(&claim.readings[reading]),
                None => None,
            };
            changes.push(Change {
                statement: self.statements[claim.statements[0]].id.clone(),
                from,
                to: reading.map(|reading| reading.date),
                slip: reading.map(|reading| reading.slip.clone().into_owned()).unwrap_or_default(),
            });
        }
        changes
    }
}

/// `s-12ab: 1922-09-01 to 1923-09-01 (the year alone changes)`.
fn in_words(changes: &[Change]) -> Option<String> {
    let words = changes.iter().map(|Change { statement, from, to, slip }| match to {
        Some(to) => format!("{statement}: {from} to {to} ({slip})"),
        None => format!("{statement}: {from} set aside"),
    });
    (!changes.is_empty()).then(|| words.collect::<Vec<_>>().join("; "))
}

pub(super) fn chosen(outcome: &Outcome) -> Option<(&Evidence, &Candidate)> {
    let evidence = outcome.evidence.as_ref()?;
    Some((evidence, evidence.candidates.get(outcome.chosen)?))
}

/// The English name of a weekday.
pub(super) fn full(day: chrono::Weekday) -> &'static str {
    ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"][day.num_days_from_monday() as usize]
}
