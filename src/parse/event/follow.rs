//! From a mention to the person: pronouns, family names and offices followed through the document, and offices that a
//! sentence leaves out taken from where they were told.

use std::collections::HashMap;

use crate::Span;
use crate::parse::mention::{Mention, MentionKind};
use crate::parse::reference::Names;
use crate::parse::word::{Class, Shape};
use crate::statement::Kind;

use super::Article;
use super::clause::Clause;
use super::draft::{Draft, Person};
use super::trigger::{Form, Frame};

/// A draft with its people and offices known.
#[derive(Clone, Debug)]
pub(crate) struct Followed {
    pub(crate) draft: Draft,
    pub(crate) person: Span,
    pub(crate) role: Option<Span>,
    pub(crate) organization: Option<Span>,
}

/// What was read so far of who is who.
#[derive(Debug)]
pub(crate) struct Memory<'d> {
    names: Names<'d>,
    text: &'d str,
    /// Whom a pronoun in the sentence after this one means.
    focus: HashMap<usize, Option<Span>>,
    /// The office last told of a person, by full name.
    offices: HashMap<&'d str, (Span, Option<Span>)>,
    /// Who was told to hold an office, in text order.
    holders: Vec<(Span, Span)>,
}

/// How many sentences back a pronoun reaches.
const REACH: usize = 8;

impl<'d> Memory<'d> {
    pub(crate) fn new(article: &Article<'d>) -> Memory<'d> {
        let text = article.text;
        Memory { names: Names::new(text), text, focus: HashMap::new(), offices: HashMap::new(), holders: Vec::new() }
    }

    /// The drafts of the sentence `number` whose person is found and whose office, where one is needed, is known.
    pub(crate) fn follow(
        &mut self,
        article: &Article<'d>,
        number: usize,
        clause: &Clause<'d>,
        drafts: Vec<Draft>,
    ) -> Vec<Followed> {
        self.remember(clause);
        let mut followed: Vec<Followed> = Vec::new();
        for draft in drafts {
            let Some(person) = self.person(article, number, clause, draft.person) else { continue };
            let (role, organization) = (draft.role, draft.organization);
            followed.push(Followed { draft, person, role, organization });
        }
        self.share(clause, &mut followed);
        followed.retain(|one| one.role.is_some() || !one.draft.needs_role);
        for one in &followed {
            if let Some(role) = one.role {
                self.offices.insert(one.person.of(self.text), (role, one.organization));
                self.holders.push((one.person, role));
            }
        }
        if let Some(first) = followed.first() {
            self.focus.insert(number, Some(first.person));
        }
        followed
    }

    /// Remembers the offices that stand beside names.
    fn remember(&mut self, clause: &Clause<'d>) {
        for at in 0..clause.nodes.len() {
            let Some(mention) = clause.mention(at) else { continue };
            if let (Some(name), Some(role)) = (mention.name, mention.role) {
                let full = self.names.fullest(name);
                self.holders.push((full, role));
                self.offices.entry(full.of(self.text)).or_insert((role, mention.organization));
            }
        }
    }

    /// Fills in the offices that drafts leave out.
    fn share(&self, clause: &Clause<'d>, followed: &mut [Followed]) {
        let told = followed.iter().find(|one| one.role.is_some() && !one.draft.kind.ends_tenure());
        let told =
            told.or_else(|| followed.iter().find(|one| one.role.is_some())).map(|one| (one.role, one.organization));
        let predecessors = predecessors(clause).map(|name| self.names.fullest(name)).collect::<Vec<_>>();
        for one in followed.iter_mut().filter(|one| one.role.is_none()) {
            let name = one.person.of(self.text);
            let known = self.offices.get(name).map(|&(role, organization)| (Some(role), organization));
            let is_predecessor = predecessors.iter().any(|p| p.of(self.text) == name);
            let heir = predecessors
                .first()
                .and_then(|p| self.offices.get(p.of(self.text)))
                .map(|&(role, org)| (Some(role), org));
            let found = if one.draft.shares_role && !matches!(one.draft.kind, Kind::Dismissal | Kind::Resignation)
                || is_predecessor
            {
                told.or(heir).or(known.filter(|_| is_predecessor))
            } else if one.draft.organization.is_some() {
                None
            } else if one.draft.kind.ends_tenure()
                || one.draft.kind == Kind::Death
                || one.draft.kind == Kind::Credentials
            {
                known.or(told.filter(|_| one.draft.shares_role))
            } else {
                None
            };
            if let Some((role, organization)) = found {
                one.role = role;
                one.organization = one.organization.or(organization);
            }
        }
    }

    /// The full name of a draft's person.
    fn person(&mut self, article: &Article<'d>, number: usize, clause: &Clause<'d>, person: Person) -> Option<Span> {
        let name = match person {
            Person::Name(span) => span,
            Person::Pronoun(at) => self.antecedent(article, number, clause, at)?,
            Person::Node(at) => {
                let mention = clause.mention(at)?;
                match mention.kind {
                    MentionKind::Person => mention.name?,
                    MentionKind::Pronoun => self.antecedent(article, number, clause, at)?,
                    MentionKind::Role => self.holder(mention)?,
                    MentionKind::Body => return None,
                }
            }
        };
        Some(self.names.fullest(name))
    }

    /// Whom "the minister" means: who was last told to be one.
    fn holder(&self, mention: Mention) -> Option<Span> {
        let role = mention.role.filter(|_| mention.definite)?.of(self.text);
        let head = role.rsplit(' ').next()?;
        let found = self.holders.iter().rev().take(32).find(|(_, held)| {
            held.start < mention.role.map_or(0, |r| r.start)
                && held.of(self.text).split(' ').any(|word| word.eq_ignore_ascii_case(head))
        });
        found.map(|&(person, _)| person)
    }

    /// Whom the pronoun at the node `at` means.
    fn antecedent(&mut self, article: &Article<'d>, number: usize, clause: &Clause<'d>, at: usize) -> Option<Span> {
        let object = clause.is_any(at, &["him"]);
        let people = (0..at).filter(|&i| self.is_person(clause, i));
        let found = if object {
            // The subject of its own verb is someone else.
            people.skip(1).last()
        } else {
            people.clone().find(|&i| stands_as_subject(clause, i))
        };
        let name = found.and_then(|i| clause.mention(i)?.name);
        name.or_else(|| number.checked_sub(1).and_then(|before| self.focus(article, before, REACH)))
    }

    /// Who the sentence `number` is about.
    fn focus(&mut self, article: &Article<'d>, number: usize, reach: usize) -> Option<Span> {
        if let Some(&known) = self.focus.get(&number) {
            return known;
        }
        let clause = article.clause(number);
        let mut people = (0..clause.nodes.len()).filter(|&i| self.is_person(&clause, i));
        let pronoun =
            (0..clause.nodes.len()).find(|&i| clause.mention(i).is_some_and(|m| m.kind == MentionKind::Pronoun));
        let subject = people.clone().find(|&i| stands_as_subject(&clause, i));
        let found = match (subject, pronoun) {
            (Some(subject), Some(pronoun)) if subject < pronoun => Some(subject),
            (Some(subject), None) => Some(subject),
            (_, Some(_)) => None,
            (None, None) => people.next(),
        };
        let name = found.and_then(|i| clause.mention(i)?.name);
        let name = name.or_else(|| {
            let before = number.checked_sub(1).filter(|_| reach > 0)?;
            self.focus(article, before, reach - 1)
        });
        self.focus.insert(number, name);
        name
    }

    /// Whether the node is surely a person's name.
    fn is_person(&self, clause: &Clause<'d>, at: usize) -> bool {
        clause.mention(at).is_some_and(|mention| {
            mention.kind == MentionKind::Person
                && mention.name.is_some_and(|name| mention.titled || self.names.knows(name))
        })
    }
}

/// Whether a mention is neither governed by a preposition nor a possessor.
fn stands_as_subject(clause: &Clause<'_>, at: usize) -> bool {
    let governed = at > 0 && clause.is(at - 1, Class::PREPOSITION) && !clause.is(at - 1, Class::SUBORDINATOR);
    let possessor = clause.nodes.get(at + 1).is_some_and(|next| next.token.shape == Shape::Genitive);
    !governed && !possessor
}

/// Whom others succeed in this sentence: "succeeding Hansen", "to replace Hansen", "is replaced by".
fn predecessors<'c>(clause: &'c Clause<'_>) -> impl Iterator<Item = Span> + 'c {
    (0..clause.nodes.len()).filter_map(|at| {
        let trigger = clause.trigger(at).filter(|t| t.frame == Frame::Succeed)?;
        let passive = trigger.form.is_participle() && clause.verb(at).passive;
        let active = !passive || trigger.form == Form::Gerund;
        let node = if active { clause.skip(at + 1) } else { clause.subject(clause.verb(at).start)? };
        clause.mention(node)?.name
    })
}
