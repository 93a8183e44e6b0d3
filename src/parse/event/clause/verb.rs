//! The verb group of a trigger: where it begins, whether it is passive, whether it is meant as a fact.
//!
//! **Examples**: "*has been appointed*", passive; "*will resign*", planned; "*refused to resign*", denied.

use crate::parse::mention::MentionKind;
use crate::parse::word::{Class, Shape};
use crate::statement::Certainty;

use super::super::certainty;
use super::super::trigger::{Form, Frame};
use super::{Clause, Item};

/// A verb with what belongs to it.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Group {
    /// Its first node.
    pub(crate) start: usize,
    /// Whether a form of "be" governs a participle.
    pub(crate) passive: bool,
    /// Whether any auxiliary stands before it.
    auxiliary: bool,
    /// Whether "to" does.
    infinitive: bool,
    form: Form,
}

/// A verb with its auxiliaries.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Verb {
    /// The first node of the group.
    pub(crate) start: usize,
    /// Whether a form of "be" governs a participle.
    pub(crate) passive: bool,
    /// Whether any auxiliary stands before it.
    pub(crate) auxiliary: bool,
    /// Whether the event is meant as a fact.
    pub(crate) certainty: Certainty,
}

/// So many nodes stand at most from the comma to the word of saying that end a sentence, and behind that.
const TELLER: usize = 7;

impl Clause<'_> {
    /// The verb group that ends with the trigger at `at`.
    pub(crate) fn group(&self, at: usize) -> Group {
        let infinitive = at > 0 && self.is_any(at - 1, &["to"]);
        let other = if infinitive { Form::Base } else { Form::Past };
        let form = self.trigger(at).map_or(other, |trigger| trigger.form);
        let mut group = Group { start: at, passive: false, auxiliary: false, infinitive: false, form };
        while let Some(before) = group.start.checked_sub(1) {
            let node = &self.nodes[before];
            let auxiliary = matches!(node.item, Item::Word) && node.token.is(Class::BE | Class::HAVE | Class::MODAL);
            if auxiliary {
                // "was let go", "was put forward"
                let of_others = |frame| matches!(frame, Frame::Remove | Frame::Install);
                let let_go = || form == Form::BaseOrPast && self.trigger(at).is_some_and(|t| of_others(t.frame));
                group.passive |= node.token.is(Class::BE) && !group.infinitive && (form.is_participle() || let_go());
                group.auxiliary = true;
                group.start = before;
            } else if self.is(before, Class::NEGATION)
                || self.is_adverb(before) && !self.is_mark(before, b',')
                || self.is_any(before, &["all", "both", "each"])
                    && (form == Form::Base || before > 0 && self.is(before - 1, Class::BE))
            {
                group.start = before;
            } else if self.is_any(before, &["yet"]) && before > 0 {
                // "had yet to be confirmed", "not yet appointed"
                let negated = group.infinitive || self.is(before - 1, Class::NEGATION);
                if !negated {
                    break;
                }
                group.start = before;
            } else if self.time(before).is_some() && before > 0 {
                // "the board on Monday named"
                let preposition = usize::from(self.is(before - 1, Class::PREPOSITION));
                if before <= preposition || self.is_mark(before - 1 - preposition, b',') {
                    break;
                }
                group.start = before - preposition;
            } else if self.is_any(before, &["to"]) && (matches!(form, Form::Base | Form::BaseOrPast) || group.passive) {
                group.infinitive = true;
                group.start = before;
            } else if group.infinitive && self.governs(before) {
                group.start = before;
            } else {
                break;
            }
        }
        group
    }

    /// The same, and whether the event is meant as a fact, which takes most of the work.
    pub(crate) fn verb(&self, at: usize) -> Verb {
        let Group { start, passive, auxiliary, infinitive, form } = self.group(at);
        let mut verb = Verb { start, passive, auxiliary, certainty: self.certainty(start, at) };
        // "is considering appointing", "voted against dismissing"
        let being = passive && self.is_any(verb.start, &["being"]);
        if (form == Form::Gerund || being)
            && (verb.start.saturating_sub(2)..verb.start).any(|i| self.is(i, Class::WEIGHS))
        {
            verb.certainty = verb.certainty.max_doubt(Certainty::Hypothetical);
        }
        if infinitive && self.is_pending(start, at) {
            verb.certainty = Certainty::Denied;
        }
        // "has no intention of resigning"
        if form == Form::Gerund && verb.start > 1 && self.is_any(verb.start - 1, &["of"]) {
            let none = (verb.start.saturating_sub(4)..verb.start).any(|i| self.is(i, Class::NEGATION));
            let doubt = if none { Some(Certainty::Denied) } else { certainty::of(self.words(verb.start - 2)) };
            verb.certainty = verb.certainty.max_doubt(doubt.unwrap_or_default());
        }
        let bare = form == Form::Base
            && !verb.auxiliary
            && !infinitive
            && self.subject(verb.start).is_none_or(|s| s + 1 != verb.start);
        let infinite = matches!(form, Form::Base | Form::BaseOrPast) && infinitive;
        // "is to step down in May", "is set to become"
        let set = |i: usize| certainty::of(self.words(i)) == Some(Certainty::Planned) && self.is_any(i + 1, &["to"]);
        let arranged = |i: usize| self.is_any(i, &["is", "are"]) && (self.is_any(i + 1, &["to"]) || set(i + 1));
        // "informed the board of his intention to resign"
        let meant = |i: usize| self.is_any(i, &["intention"]) && i > 0 && self.is_any(i - 1, &["his", "her"]);
        let meant = infinitive && (verb.start..at).any(meant);
        if infinitive && (meant || (verb.start..at).any(arranged) || self.is_announced(verb.start)) {
            verb.certainty = verb.certainty.max_doubt(Certainty::Planned);
        } else if bare && let Some(first) = self.first_of_two(verb.start) {
            verb.certainty = verb.certainty.max_doubt(self.certainty(self.group(first).start, first));
        } else if (infinite || bare && !self.is_told_of_several(verb.start)) && !self.is_done(verb.start, at) {
            verb.certainty = verb.certainty.max_doubt(Certainty::Hypothetical);
        }
        // "analysts expect the minister to be dropped"
        if verb.passive && infinitive && self.is_hoped_for(verb.start) {
            verb.certainty = verb.certainty.max_doubt(Certainty::Hypothetical);
        }
        // "demanded that he be dismissed"
        if verb.passive && !infinitive && self.is_any(verb.start, &["be"]) {
            // "will retire in May and be succeeded by"
            let planned = self.is_any(verb.start.wrapping_sub(1), &["and"])
                && (0..verb.start).any(|i| self.is_any(i, &["will", "shall"]));
            let shared = || self.first_of_two(verb.start).map(|first| self.certainty(self.group(first).start, first));
            let planned = if planned { Some(Certainty::Planned) } else { shared() };
            verb.certainty = verb.certainty.max_doubt(planned.unwrap_or(Certainty::Demanded));
        }
        // "demanded that Ana Silva step down": of one person the plain form is no statement.
        if form == Form::Base && !verb.auxiliary && !infinitive && self.is_wished(verb.start) {
            verb.certainty = verb.certainty.max_doubt(Certainty::Demanded);
        }
        verb
    }

    /// Whether what an infinitive tells is still to come: "has yet to be confirmed", "remains to be seen", "was waiting to".
    fn is_pending(&self, start: usize, at: usize) -> bool {
        (start..at).any(|i| self.is_word(i, Class::PENDING) && self.is_any(i + 1, &["to"]))
    }

    /// Whether a headline announces with the "to" at `to`: "Ana Silva to step down as mayor".
    fn is_announced(&self, to: usize) -> bool {
        let Some(person) = to.checked_sub(1).filter(|_| self.is_any(to, &["to"])) else { return false };
        let named = self.mention(person).is_some_and(|m| m.kind == MentionKind::Person && m.name.is_some());
        named && (person == 0 || person == 2 && self.is_mark(1, b',') && self.mention(0).is_some())
    }

    /// Whether the plain form of a verb states a fact, for its subject is several: "Rebels in Lom overthrow", "Ana Silva
    /// and her cabinet resign".
    fn is_told_of_several(&self, start: usize) -> bool {
        let acts = |i: usize| {
            self.trigger(i).is_some()
                || self.is(i, Class::BE | Class::HAVE | Class::MODAL | Class::SAY | Class::RELATIVE)
        };
        let opens = |i: usize| i == 0 || self.is_mark(i - 1, b';');
        let Some(first) = (start.saturating_sub(12)..start).rev().take_while(|&i| !acts(i)).find(|&i| opens(i)) else {
            return false;
        };
        let to = |i: usize| self.is_any(i, &["to", "that"]);
        let plural = |i: usize| {
            let word = self.words(i);
            self.nodes[i].token.is_capital() && self.is(i, Class::NOUN)
                || word.len() > 3 && word.ends_with('s') && !word.contains(' ')
        };
        let lead = first + usize::from(self.is(first, Class::DETERMINER | Class::DEMONYM));
        let row = (first..start).any(|i| self.is_any(i, &["and"]));
        !(first..start).any(to) && (row || plural(lead))
    }

    /// The verb before an "and" that shares its modal with the plain form behind: "will step down in May and hand over to".
    fn first_of_two(&self, start: usize) -> Option<usize> {
        let and = start.checked_sub(1).filter(|&and| self.is_any(and, &["and"]))?;
        let near =
            (and.saturating_sub(14)..and).rev().take_while(|&i| !self.is_mark(i, b';') && !self.is(i, Class::RELATIVE));
        let first = near.into_iter().find(|&i| self.trigger(i).is_some_and(|trigger| trigger.form == Form::Base))?;
        let group = self.group(first).start;
        (group..first).any(|i| self.is(i, Class::MODAL)).then_some(first)
    }

    /// Whether a single person stands before `start` whom a "that" leads to.
    fn is_wished(&self, start: usize) -> bool {
        let Some(subject) = self.subject(start).filter(|&s| s + 1 == start) else { return false };
        let person =
            self.mention(subject).is_some_and(|m| matches!(m.kind, MentionKind::Person | MentionKind::Pronoun));
        let leads = |i: usize| self.nodes[i].token.span.of(self.text) == "that";
        person && (subject.saturating_sub(1)..=subject).any(leads)
    }

    /// Whether a word before the object of the passive infinitive that begins at `start` makes it no fact: "wants Ana Silva
    /// to be appointed".
    fn is_hoped_for(&self, start: usize) -> bool {
        let object = start.checked_sub(1).filter(|&i| self.mention(i).is_some_and(|m| m.kind != MentionKind::Body));
        let verb = object.and_then(|object| object.checked_sub(1));
        verb.is_some_and(|verb| certainty::of(self.words(verb)).is_some())
    }

    /// Whether the words before an infinitive make it a fact: "was forced to", "took the initiative to".
    fn is_done(&self, start: usize, at: usize) -> bool {
        let infinitive = (start.saturating_sub(12)..at).rev().find(|&i| self.is_any(i, &["to"]));
        // "left the bank to become"
        let head = |i: usize| self.words(i).split(' ').next().unwrap_or_default();
        // "completed his term as mayor in 2011 to become"
        let left = |i: usize| {
            let past = |form| matches!(form, Form::Past | Form::PastOrParticiple);
            self.trigger(i).is_some_and(|t| t.kind.ends_tenure() && past(t.form)) && !self.group(i).passive
        };
        // "asked the mayor to resign" leaves it to her; "asked her to serve as treasurer" installs.
        let ends = self.trigger(at).is_some_and(|t| t.kind.ends_tenure());
        let is_fact = |i: usize| certainty::makes_fact(head(i)) && !(ends && head(i) == "asked") || left(i);
        // "who was appointed in 2018, offered to resign": the verb next to it governs it.
        let offers = |i: usize| self.is_word(i, Class::OFFER) && self.is_any(i + 1, &["to"]);
        // "removed the mayor, forcing her to resign"
        let forcing = |i: usize| i > 0 && self.is_mark(i - 1, b',') && self.is_any(i, &["forcing", "compelling"]);
        let is_fact = |i: usize| is_fact(i) || forcing(i);
        infinitive.is_some_and(|to| (to.saturating_sub(12)..to).rev().take_while(|&i| !offers(i)).any(is_fact))
    }

    /// Whether a word can stand between a subject and an infinitive: "was forced to", "has been the first to".
    fn governs(&self, at: usize) -> bool {
        // "has elected to retire"
        let chosen = self.is_any(at, &["elected"]) && self.is_any(at + 1, &["to"]);
        (chosen || matches!(self.nodes[at].item, Item::Word))
            && self.nodes[at].token.shape == Shape::Lower
            && !self.nodes[at].token.is(Class::CONJUNCTION | Class::RELATIVE | Class::SUBORDINATOR)
    }

    /// Whether the end of the sentence says who told what the verb at `at` tells: "would resign in May, the bank said".
    fn is_told_behind(&self, at: usize) -> bool {
        let end = self.nodes.len();
        let told = (end.saturating_sub(TELLER).max(at + 1)..end).rev().find(|&i| self.is(i, Class::SAY));
        let told = told.filter(|&said| !(at..said).any(|i| self.is_any(i, &["if", "unless"])));
        told.is_some_and(|said| (said.saturating_sub(TELLER).max(at + 1)..said).any(|i| self.is_mark(i, b',')))
    }

    /// How sure the words from `start` up to `at`, and the two before them, make the event.
    pub(crate) fn certainty(&self, start: usize, at: usize) -> Certainty {
        let mut found = Certainty::Reported;
        for i in (start.saturating_sub(2)..at).rev() {
            if !matches!(self.nodes[i].item, Item::Word) || i < start && !self.is_any(i, &["if", "unless", "whether"]) {
                continue;
            }
            // "confirmed he would": it confirms what is to come, and no appointment.
            let says = |j: usize| {
                self.is(j, Class::SAY) || self.is_any(j, &["confirmed", "confirms", "told", "informed", "assured"])
            };
            if self.is_any(i, &["would"]) && ((0..start).any(says) || self.is_told_behind(at)) {
                let hearsay = (0..self.nodes.len()).any(|j| certainty::is_anonymous(self, j));
                // "said that he would not be appointed" stays a denial.
                found = found.max_doubt(if hearsay { Certainty::Hypothetical } else { Certainty::Planned });
            } else if let Some(marked) = certainty::of(self.words(i)) {
                found = found.max_doubt(marked);
            }
        }
        // "if Hansen is elected"
        if start.checked_sub(2).is_some_and(|i| self.is_any(i, &["if", "unless", "whether"])) {
            found = Certainty::Hypothetical;
        }
        found
    }
}
