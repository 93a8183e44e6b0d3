//! Who acts where a pronoun stands for them, and who the main clause of a sentence is about.

use crate::Span;
use crate::parse::event::Article;
use crate::parse::event::clause::Clause;
use crate::parse::event::draft::Person;
use crate::parse::sex::Sex;
use crate::parse::word::Class;

use super::{Followed, Memory};

impl<'d> Memory<'d> {
    /// Who acts where "he" or "she" stands for them: another one than the `person` it is done to.
    pub(super) fn acting(
        &mut self,
        article: &Article<'d>,
        number: usize,
        clause: &Clause<'d>,
        by: Span,
        person: Span,
    ) -> Option<Span> {
        let pronoun =
            by.len() <= "she".len() && ["he", "she"].iter().any(|he| by.of(self.text).eq_ignore_ascii_case(he));
        if !pronoun {
            return Some(by);
        }
        let node = (0..clause.nodes.len()).find(|&i| clause.nodes[i].span == by)?;
        // "President Silva named Hansen consul. She dismissed Lie": she who acted before, not who was acted on.
        let acted = self.acted.filter(|&(told, who)| told + ACTS > number && who.of(self.text) != person.of(self.text));
        let sex = Sex::of_pronoun(clause.words(node));
        let acted = acted.filter(|&(_, who)| sex.is_none_or(|sex| sex.suits(self.sex(who)))).map(|(_, who)| who);
        let acts = acted.or_else(|| self.person(article, number, clause, Person::Node(node)))?;
        let started = self.started.get(acts.of(self.text)).is_some_and(|&told| told < number && told + ACTS > number);
        if acted.is_none() && started {
            return None;
        }
        (acts.of(self.text) != person.of(self.text)).then_some(acts)
    }
}

/// How many sentences back one who acts is still the one.
const ACTS: usize = 4;

/// Who the main clause is about where another stands before it: "When Jens Hansen resigned, Ana Silva became mayor".
pub(super) fn behind_fronted<'f>(clause: &Clause<'_>, followed: &'f [Followed]) -> Option<&'f Followed> {
    let fronted = followed.len() > 1 && clause.is(0, Class::SUBORDINATOR);
    let comma = (1..clause.nodes.len()).find(|&i| fronted && clause.is_mark(i, b','))?;
    // "When Ana Silva took over, she named Jens Hansen her deputy" is about her.
    let is_subject = |one: &&Followed| {
        let subject = matches!(one.draft.person, Person::Node(at) if comma < at && at < one.draft.at);
        subject && clause.subject(clause.group(one.draft.at).start).is_some_and(|at| at > comma)
    };
    followed.iter().find(is_subject).filter(|_| followed.iter().any(|one| one.draft.at < comma))
}
