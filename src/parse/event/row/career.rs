//! The offices of a life in rows, as a curriculum vitae has them: each line tells from when to when, and what.
//!
//! **Recognises** a line without a verb that opens with two times, or with one and "since" or a dash behind it, and goes on
//! with an office; the person is told by the line itself or by a heading above ([`Person::Above`]). And a sentence of
//! nothing but offices with their times behind them, as biographical dictionaries go on behind the name.
//!
//! **Examples**: "1995–1998: Attaché in Lima", "| 2001–2005 | Director, Ministry of Health |", "since 2005 Consul in Cusco",
//! "1900–1908 Jens Hansen, mayor of Lima"; "Solicitor General, 1819–24; Mayor of Lima 1827–30, 1834–35."
//!
//! **Not**: "1995–1998: the war", "1995–1998 Hansen", "1995: consul" (when it began and when it ended is open); "Mayor,
//! 1827–30, and poet".

use crate::parse::mention::{Mention, MentionKind};
use crate::parse::word::{Class, Shape, class};
use crate::statement::Kind;

use crate::parse::event::clause::Clause;
use crate::parse::event::draft::{Draft, Person, Slot, When};

/// The tenure that a row tells.
pub(crate) fn row(clause: &Clause<'_>) -> Vec<Draft> {
    let Some(years) = years(clause) else { return Vec::new() };
    let at = behind_marks(clause, years.behind);
    let Some(mention) = clause.mention(at).filter(|m| m.role.is_some() && !m.former) else { return Vec::new() };
    let acts = |i: usize| clause.is(i, Class::BE | Class::HAVE | Class::MODAL | Class::SUBJECT);
    if clause.nodes.len() > LONGEST
        || (years.behind..clause.nodes.len()).any(|i| acts(i) || clause.trigger(i).is_some())
        || opens_or_opened(clause, at + 1)
    {
        return Vec::new();
    }
    let person = match mention.kind {
        MentionKind::Role => Person::Above,
        _ => Person::Node(at),
    };
    let behind = body_behind(clause, at).and_then(|body| body.organization);
    // "Head of Division, Ministry of Health"
    let common =
        mention.organization.is_none_or(|own| class(own.of(clause.text)).has(Class::ORGANIZATION | Class::BODY));
    let body = behind.filter(|_| common).or(mention.organization);
    let slot = Slot { role: mention.role, organization: body, end: at + 1, ..Slot::default() };
    let end = |(kind, time)| {
        let draft = Draft::new(clause, years.at, kind, "tenure-row", person).with_role(Some(slot), None);
        Draft { when: When::Time(time), ..draft }
    };
    years.ends().into_iter().map(end).collect()
}

/// Whether a verb follows: "2008 – Mayor Silva opens the museum" tells what the mayor did.
fn opens_or_opened(clause: &Clause<'_>, at: usize) -> bool {
    let lower = clause.nodes.get(at).is_some_and(|node| node.token.shape == Shape::Lower);
    let object = clause.is(at + 1, Class::DETERMINER | Class::POSSESSIVE)
        || clause.nodes.get(at + 1).is_some_and(|next| next.token.is_capital());
    let present = lower && clause.words(at).ends_with('s') && object;
    present || lower && clause.may_be_past(at) && !clause.is(at, Class::FORMER)
}

/// A row has no more words and marks.
const LONGEST: usize = 24;

/// The tenures of a sentence that holds nothing but offices, each with its times behind it.
pub(crate) fn offices_with_years(clause: &Clause<'_>) -> Vec<Draft> {
    let mut drafts = Vec::new();
    let mut at = 0;
    while at < clause.nodes.len() {
        let Some(office) = clause.mention(at).filter(|m| m.kind == MentionKind::Role && !m.former && !m.possessive)
        else {
            return Vec::new();
        };
        let body = body_behind(clause, at);
        let slot = Slot {
            organization: body.and_then(|body| body.organization).or(office.organization),
            ..Slot::of(office, at + 1)
        };
        let mut next = at + if body.is_some() { 3 } else { 1 };
        let before = drafts.len();
        loop {
            let comma = usize::from(clause.is_mark(next, b',') || clause.is_any(next, &["and"]));
            let Some(years) = years_at(clause, next + comma) else { break };
            drafts.extend(years.ends().into_iter().map(|(kind, time)| {
                let draft = Draft::new(clause, years.at, kind, "tenure-row", Person::Above);
                Draft { when: When::Time(time), ..draft.with_role(Some(slot), None) }
            }));
            next = years.behind;
        }
        let closed = clause.is_mark(next, b';') || clause.is_mark(next, b',') || clause.is_mark(next, b'.');
        if drafts.len() == before || next < clause.nodes.len() && !closed {
            return Vec::new();
        }
        at = next + 1;
        at += usize::from(clause.is_any(at, &["and"]));
    }
    drafts
}

/// What a row opens with.
pub(crate) struct Years {
    /// The node of the first.
    pub(crate) at: usize,
    first: usize,
    last: Option<usize>,
    /// The node behind them.
    pub(crate) behind: usize,
}

impl Years {
    /// When the office began and, where it is told, when it ended.
    pub(crate) fn ends(&self) -> Vec<(Kind, usize)> {
        let last = self.last.map(|last| (Kind::TermEnd, last));
        std::iter::once((Kind::TermStart, self.first)).chain(last).collect()
    }

    /// The two, where both are told.
    pub(crate) fn both(&self) -> Option<(usize, usize)> {
        self.last.map(|last| (self.first, last))
    }
}

/// `1995–1998`, `1995 to 1998`, `2005–`, `2005–present`, `since 2005`
pub(crate) fn years(clause: &Clause<'_>) -> Option<Years> {
    years_at(clause, behind_marks(clause, 0))
}

/// The same from the node `at` on.
pub(crate) fn years_at(clause: &Clause<'_>, at: usize) -> Option<Years> {
    if clause.is_any(at, &["since", "from"]) {
        let first = clause.time(at + 1)?;
        let to = clause.is_any(at + 2, &["to", "until"]).then(|| clause.time(at + 3)).flatten();
        return Some(Years { at: at + 1, first, last: to, behind: at + if to.is_some() { 4 } else { 2 } });
    }
    if let Some((first, last)) = clause.range(at) {
        return Some(Years { at, first, last: Some(last), behind: at + 1 });
    }
    let first = clause.time(at)?;
    let parted = clause.is_mark(at + 1, b'-') || clause.is_mark(at + 1, b'|');
    if !parted && !clause.is_any(at + 1, &["to", "until"]) {
        return None;
    }
    let last = clause.time(at + 2);
    let open = clause.is_any(at + 2, &["present", "now", "today"]) || clause.is_mark(at + 1, b'-') && last.is_none();
    let behind = at + 2 + usize::from(last.is_some() || clause.is_any(at + 2, &["present", "now", "today"]));
    (last.is_some() || open).then_some(Years { at, first, last, behind })
}

/// The first node from `at` on that is no mark.
pub(crate) fn behind_marks(clause: &Clause<'_>, at: usize) -> usize {
    (at..clause.nodes.len()).find(|&i| !matches!(clause.nodes[i].token.shape, Shape::Mark(_))).unwrap_or(at)
}

/// "Director, Ministry of Health": the body behind the office at `at`.
fn body_behind(clause: &Clause<'_>, at: usize) -> Option<Mention> {
    clause.mention(at + 2).filter(|m| m.kind == MentionKind::Body && clause.is_mark(at + 1, b','))
}
