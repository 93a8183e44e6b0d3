//! Who a mention is: the fullest form of a name, the holder of a title without one, a pronoun followed.

use crate::Span;
use crate::parse::event::article::Article;
use crate::parse::event::clause::Clause;
use crate::parse::event::draft::{Draft, Person};
use crate::parse::mention::{Mention, MentionKind};
use crate::parse::word::{Class, class};

use super::{Memory, REACH};

impl<'d> Memory<'d> {
    /// Whether the text tells that a name is a person's: an office is told of it, or its last word is said alone.
    pub(crate) fn tells_person(&mut self, article: &Article<'d>, number: usize, name: Span) -> bool {
        self.recall(article, number);
        let full = self.names().fullest(name);
        self.offices.contains_key(full.of(self.text)) || self.names().is_called_by_last(full)
    }

    /// The full name of a draft's person.
    pub(crate) fn person(
        &mut self,
        article: &Article<'d>,
        number: usize,
        clause: &Clause<'d>,
        person: Person,
    ) -> Option<Span> {
        let name = match person {
            Person::Name(span) => span,
            Person::Earlier => self.focus(article, number.checked_sub(1)?, REACH)?,
            Person::Above => self.above(article, number)?,
            Person::Second(at) => self.pair(article, number, clause, at)?[1],
            Person::Pronoun(at) => self.antecedent(article, number, clause, at)?,
            Person::Node(at) => {
                let mention = clause.mention(at)?;
                match mention.kind {
                    MentionKind::Person => {
                        mention.name.filter(|&name| !is_party(clause, at, name) && !is_thing(clause, mention, name))?
                    }
                    MentionKind::Pronoun => self.antecedent(article, number, clause, at)?,
                    MentionKind::Role if self.is_surname(mention) => mention.role?,
                    // "was the second mayor to be ousted": one of several.
                    MentionKind::Role if clause.is_any(at + 1, &["to"]) => return None,
                    MentionKind::Role => {
                        self.settle();
                        let new = clause.words(at).split(' ').any(|word| class(word).has(Class::COMING));
                        self.holder(mention, new).or_else(|| {
                            self.recall(article, number);
                            self.holder(mention, new)
                        })?
                    }
                    MentionKind::Body => return None,
                }
            }
        };
        Some(self.names().fullest(name))
    }

    /// `person`, but nobody appoints himself: "President Silva appointed her consul" is about who was told of before.
    pub(super) fn other_than_by(
        &mut self,
        article: &Article<'d>,
        number: usize,
        clause: &Clause<'d>,
        draft: &Draft,
        person: Span,
    ) -> Option<Span> {
        let by = draft.by.map(|by| self.names().fullest(by).of(self.text));
        if by != Some(person.of(self.text)) {
            return Some(person);
        }
        if !self.is_pronoun(clause, draft) {
            return None;
        }
        let before = self.focus(article, number.checked_sub(1)?, REACH)?;
        Some(self.names().fullest(before)).filter(|other| Some(other.of(self.text)) != by)
    }

    /// Whether what is written as an office is the family name of somebody told of: "King retired".
    pub(super) fn is_surname(&self, mention: Mention) -> bool {
        let word = mention.role.filter(|_| !mention.definite && !mention.former);
        let word = word.filter(|word| class(word.of(self.text)).has(Class::SURNAME));
        word.is_some_and(|word| {
            let full = self.names().fullest(word);
            full.len() > word.len() && full.of(self.text).ends_with(word.of(self.text))
        })
    }

    /// Whom "the minister" means: who was last told to be one, and has not left where it is "the `new` minister".
    fn holder(&self, mention: Mention, new: bool) -> Option<Span> {
        let role = mention.role.filter(|_| mention.definite)?.of(self.text);
        let head = role.rsplit(' ').next()?;
        // "the mayor" is no deputy mayor.
        let ranks_below = |held: &str| held.split(' ').any(is_below) && !role.split(' ').any(is_below);
        // "the health minister" is not the prime minister.
        let led = |office: &str| {
            office.rsplit(' ').next().is_some_and(|last| office.len() > last.len() && last.eq_ignore_ascii_case(head))
        };
        let other = |held: &str| {
            let shares = |word: &str| role.split(' ').any(|own| own != head && own.eq_ignore_ascii_case(word));
            led(role) && led(held) && !held.split(' ').any(shares)
        };
        let found = self.holders.iter().rev().take(32).find(|(_, person, held)| {
            held.start < mention.role.map_or(0, |r| r.start)
                && !other(held.of(self.text))
                && !ranks_below(held.of(self.text))
                && (!new || !self.left.contains_key(person.of(self.text)))
                && held.of(self.text).split(' ').any(|word| word.eq_ignore_ascii_case(head))
        });
        found.map(|&(_, person, _)| person)
    }
}

/// Whether a word makes an office another one, below it.
fn is_below(word: &str) -> bool {
    ["deputy", "vice", "assistant", "under"].iter().any(|below| word.eq_ignore_ascii_case(below))
}

/// "the Liberals": one word in the plural behind an article is no person.
fn is_party(clause: &Clause<'_>, at: usize, name: Span) -> bool {
    let word = name.of(clause.text);
    let article = clause.nodes[at].token.span.of(clause.text).eq_ignore_ascii_case("the");
    let led = article || at > 0 && clause.is_any(at - 1, &["the"]);
    led && word.ends_with('s') && !word.contains(' ') && clause.mention(at).is_some_and(|m| !m.titled)
}

/// "the Red army", "the Central Dictatorship", "a Norland Cup": a name behind an article is no person's, unless it wears a
/// title.
fn is_thing(clause: &Clause<'_>, mention: Mention, name: Span) -> bool {
    if mention.titled {
        return false;
    }
    if name.of(clause.text).rsplit(' ').next().is_some_and(|last| class(last).has(Class::THING)) {
        return true;
    }
    // "the Central Caspian Dictatorship"
    let modifies = |word: &&str| {
        let class = class(word);
        word.starts_with(char::is_uppercase) && class.has(Class::ROLE_MODIFIER) && !class.has(Class::DEMONYM)
    };
    let words = clause.text[..name.start].trim_end_matches(' ').rsplit([' ', '\n']);
    let before = words.take(3).find(|word| !modifies(word)).unwrap_or_default();
    ["the", "a", "an"].iter().any(|article| before.eq_ignore_ascii_case(article))
}
