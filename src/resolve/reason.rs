//! Why a contradiction is settled as it is, in sentences that a person can defend, and what the next best would be.

use crate::resolve::claim::{Candidate, Evidence};
use crate::resolve::conflict::{About, Report, chosen};
use crate::resolve::link::Rule;
use crate::resolve::network::Element;
use crate::resolve::phrase;
use crate::resolve::repair::Finding;
use crate::resolve::window::Window;

impl Report<'_> {
    /// Why the finding ends with `status`.
    pub(super) fn because(self, finding: &Finding, status: &str) -> String {
        let mut sentences = Vec::new();
        match finding.changed {
            Element::Link(link) if self.is_slight(finding) => {
                sentences.push(stand_beside(self.links[link].rule).to_owned());
            }
            Element::Link(link) => {
                let is_slip = |next: &Vec<(Element, usize)>| matches!(next[..], [(Element::Point(_), _)]);
                let slip = finding.runner_up.as_ref().is_some_and(is_slip);
                sentences.push(stand(self.links[link].rule, slip));
            }
            Element::Point(event) => {
                sentences.push(match status {
                    "unresolved" if chosen(&self.repaired.outcomes[event]).is_some_and(is_lone) => {
                        "No two sources agree, and that one date lies between the others proves nothing.".to_owned()
                    }
                    "unresolved" => "The two likeliest answers are too close to choose between.".to_owned(),
                    "noted" => stands(self.about(finding)).to_owned(),
                    _ => "This is the likeliest change after which everything holds.".to_owned(),
                });
                let voted = |(evidence, candidate): (&Evidence, &Candidate)| evidence.is_voted(candidate);
                if status == "repaired" && chosen(&self.repaired.outcomes[event]).is_some_and(voted) {
                    sentences.push(self.voices.rule().to_owned());
                }
                if self.about(finding) == About::Sources {
                    let repeats = self.voices.repeats(self.statements, &self.events[event].members);
                    sentences.extend(repeats.into_iter().map(|repeat| format!("{repeat}: one voice.")));
                    sentences.extend(self.voices.correcting(&self.events[event].members).map(str::to_owned));
                }
                if status == "repaired" {
                    sentences.extend(self.borne_out(finding));
                }
                sentences.extend(self.also_settled(finding, event));
            }
        }
        if !finding.exact {
            sentences.push("The search was cut short: a likelier repair may exist.".to_owned());
        }
        sentences.join(" ")
    }

    /// Further evidence that speaks for a change: links that did not hold as written and do now.
    fn also_settled(self, finding: &Finding, event: usize) -> Option<String> {
        let written = Window::of(self.written(event)?);
        let outcome = |event: usize| self.repaired.outcomes[event].own;
        let touching = self.repaired.touching[event].iter().map(|&at| (at, &self.links[at]));
        let settled = touching.filter(|&(at, link)| {
            !finding.conflict.contains(&Element::Link(at)) && {
                let own = link.levels()[0].allowance;
                let before =
                    if link.from == event { (written, outcome(link.to)) } else { (outcome(link.from), written) };
                !own.holds(before.0, before.1) && own.holds(outcome(link.from), outcome(link.to))
            }
        });
        let reasons: Vec<String> = settled.map(|(_, link)| self.right(link.rule)).collect();
        (!reasons.is_empty()).then(|| format!("It also agrees with {}.", phrase::list(&reasons)))
    }

    /// What else could be, in words: the changes that it takes.
    pub(super) fn runner_up(self, runner_up: &[(Element, usize)]) -> String {
        let words = runner_up.iter().map(|&(element, option)| match element {
            Element::Point(event) => {
                let name = self.phrase(event);
                let evidence = self.repaired.outcomes[event].evidence.as_ref();
                match evidence
                    .and_then(|evidence| evidence.candidates.get(option))
                    .and_then(|other| other.window.date())
                {
                    Some(date) => format!("{name} on {date}"),
                    None => format!("{name}, its date set aside"),
                }
            }
            Element::Link(link) => match self.links[link].rule {
                Rule::Succession(_) if option == 1 => "a handover".to_owned(),
                rule => format!("{} set aside", self.right(rule)),
            },
        });
        phrase::list(&words.collect::<Vec<_>>())
    }

    /// By what right two events are constrained.
    pub(super) fn right(self, rule: Rule) -> String {
        match rule {
            Rule::Tenure => "the order of a tenure".to_owned(),
            Rule::Life => "the order of a life".to_owned(),
            Rule::Entry(_) => "the order of appointment and office".to_owned(),
            Rule::OneEnd => "the one end of a term".to_owned(),
            Rule::Succession(_) => "the succession in the office".to_owned(),
            Rule::Order(statement, relation) | Rule::Gap(statement, relation, _) => self.words(statement, relation),
        }
    }
}

fn is_lone((evidence, candidate): (&Evidence, &Candidate)) -> bool {
    evidence.is_lone(candidate)
}

/// Why the dates stand where both sides can well be true.
fn stand_beside(rule: Rule) -> &'static str {
    match rule {
        Rule::Entry(_) => "The dates stand: the office may have been held as acting before.",
        _ => "The dates stand: it may be a handover.",
    }
}

/// Why the dates stand and the link is given up, where a `slip` in one of them is the next best or is none.
fn stand(rule: Rule, slip: bool) -> String {
    let other = match rule {
        Rule::Gap(..) => return "The dates stand: a wrong stated length is likelier than a wrong date.".to_owned(),
        Rule::Order(..) => {
            return "The dates stand: that the words order the telling is likelier than a wrong date.".to_owned();
        }
        Rule::OneEnd => return "The dates stand: another term may lie between.".to_owned(),
        Rule::Tenure => "Another term, or somebody else, may be meant",
        Rule::Life => "Somebody else of that name may be meant",
        Rule::Entry(_) => "Another term may be meant",
        Rule::Succession(_) => "The post may be shared, or two may be named alike",
    };
    match slip {
        true => format!("The dates stand. {other}, or one of them be a slip, which is no likelier."),
        false => format!("The dates stand: no slip of one explains it. {other}."),
    }
}

/// Why the date stands though evidence beside it speaks against it.
fn stands(about: About) -> &'static str {
    match about {
        About::Weekday => "The date stands: a weekday is more often wrong than a date.",
        About::Publication => "The date stands: no slip explains it. What was announced may be told as done.",
        About::Tense => "The date stands: the words may be a quotation, or the page was changed later.",
        _ => "The date stands: no slip of it is likelier than that.",
    }
}
