//! Records: a name over lines that each label one fact, as lists of envoys and of office-holders have them.
//!
//! **Recognises** a line "label: date" whose label `lexicon/en/records.txt` knows; the office is told by the nearest line
//! above that labels one, the person by the nearest line above that is nothing but a name.
//!
//! **Examples**: "Appointed: March 28, 1861", "Presented Credentials: On or before July 9, 1861", "Termination of Mission:
//! Died at post, Nov 21, 1891".
//!
//! **Not**: "Born: 4 May 1820", a label in running prose ("He was appointed: nobody else was"), a record without a name.

use std::sync::LazyLock;

use crate::Span;
use crate::lexicon::sections;
use crate::parse::mention::MentionKind;
use crate::parse::word::Class;
use crate::statement::Kind;

use crate::parse::event::article::Article;
use crate::parse::event::clause::Clause;
use crate::parse::event::draft::{Draft, Person, Slot, When};
use crate::parse::event::follow::Memory;

/// So many lines a record has at most.
const LINES: usize = 12;

/// No label has more words and marks.
const LABEL: usize = 6;

/// What a label says of what stands behind it.
#[derive(Clone, Debug, PartialEq)]
enum Label {
    /// The office.
    Title,
    /// The date of an event of this kind.
    Date(Kind),
}

/// The event that the sentence `number` tells as a line of a record.
pub(crate) fn line<'d>(
    article: &Article<'d>,
    memory: &Memory<'d>,
    number: usize,
    clause: &Clause<'d>,
) -> Option<Draft> {
    let (label, colon) = label(clause)?;
    let Label::Date(kind) = label else { return None };
    let (node, time) = (colon + 1..clause.nodes.len()).find_map(|i| Some((i, clause.time(i)?)))?;
    // "Termination of Mission: Died at post, Nov 21, 1891"
    let died = kind == Kind::TermEnd && (colon + 1..node).any(|i| clause.is_any(i, &["died"]));
    let (mut office, mut person) = (None, None);
    for before in (number.saturating_sub(LINES)..number).rev() {
        let above = article.near(before);
        match self::label(&above) {
            Some((Label::Title, colon)) => office = office.or_else(|| titled(&above, colon + 1)),
            Some(_) => {}
            None => person = memory.named_alone(&above),
        }
        if person.is_some() {
            break;
        }
    }
    let kind = if died { Kind::Death } else { kind };
    let draft = Draft::new(clause, colon.checked_sub(1)?, kind, "record", Person::Name(person?));
    let label = Span::new(clause.nodes[0].span.start, clause.nodes[colon - 1].span.end);
    let draft = draft.with_role(Some(office?), None);
    Some(Draft { when: When::Time(time), trigger: label, ..draft })
}

/// The label that a line opens with, and the node of its colon.
fn label(clause: &Clause<'_>) -> Option<(Label, usize)> {
    let colon = (1..clause.nodes.len().min(LABEL)).find(|&i| clause.is_mark(i, b':'))?;
    let first = (0..colon).find(|&i| !matches!(clause.mark(i), Some(b'*' | b'-' | b'|')))?;
    let words = Span::new(clause.nodes[first].span.start, clause.nodes[colon - 1].span.end).of(clause.text);
    LABELS.iter().find(|(label, _)| label.eq_ignore_ascii_case(words)).map(|(_, label)| (label.clone(), colon))
}

/// The office from the node `at` on: "Chargé d'Affaires (Ecuador)".
fn titled(clause: &Clause<'_>, at: usize) -> Option<Slot> {
    let office = clause.mention(at).filter(|m| m.kind == MentionKind::Role && !m.former)?;
    let state = clause.mention(at + 2).filter(|_| clause.is_mark(at + 1, b'('));
    let state = state.and_then(|m| m.organization).or_else(|| {
        let named = clause.is_mark(at + 1, b'(') && clause.is_word(at + 2, Class::COUNTRY | Class::STATE);
        named.then(|| clause.nodes[at + 2].span)
    });
    let slot = Slot::of(office, at + 1);
    Some(Slot { organization: slot.organization.or(state), ..slot })
}

static LABELS: LazyLock<Vec<(&str, Label)>> = LazyLock::new(|| {
    let lines = sections(include_str!("../../../lexicon/en/records.txt"));
    let label = |section: &'static str| match section {
        "title" => Label::Title,
        kind => Label::Date(Kind::known(kind)),
    };
    lines.flat_map(|(section, line)| line.split(", ").map(move |words| (words, label(section)))).collect()
});

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_section_of_the_list_is_a_kind_of_office_event() {
        assert!(LABELS.iter().all(|(_, label)| !matches!(label, Label::Date(kind) if !kind.is_office())));
        assert!(LABELS.iter().any(|(_, label)| *label == Label::Title));
    }
}
