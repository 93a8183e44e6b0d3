//! What is kept of who is who, sentence by sentence: who held what, who got it, who left it.

use crate::Span;
use crate::calendar::Date;
use crate::parse::event::article::Article;
use crate::parse::event::clause::Clause;
use crate::parse::event::dating::when::is_aside;
use crate::parse::event::trigger::Frame;
use crate::parse::mention::MentionKind;
use crate::parse::word::{Class, may_name_office};
use crate::statement::Kind;

use super::acting::behind_fronted;
use super::{Followed, Memory, Office, REACH, is_plain};

impl<'d> Memory<'d> {
    /// Keeps what the events of the sentence `number` tell of people and offices.
    pub(super) fn take_in(&mut self, number: usize, clause: &Clause<'d>, followed: &[Followed]) {
        for one in followed {
            let acts = one.draft.by.filter(|&by| self.names().knows_exactly(by));
            self.acted = acts.map(|by| (number, by)).or(self.acted);
            if one.draft.kind.ends_tenure() || one.draft.kind == Kind::Death {
                self.left.insert(one.person.of(self.text), one.office());
            }
            if one.draft.kind.starts_tenure() {
                self.started.insert(one.person.of(self.text), number);
            }
            if let Some(office) = one.office() {
                self.learn(number, one.person, office);
            }
            // Who is succeeded held the office that the successor takes.
            if let (Some(office), Some(name)) =
                (one.office(), one.draft.heir_of.and_then(|heir| clause.mention(heir)?.name))
            {
                let name = self.names().fullest(name);
                self.offices.entry(name.of(self.text)).or_insert(office);
            }
        }
        // "upon the death of Hansen, she took over" is about her.
        let upon = |at: usize| (at.saturating_sub(3)..at).any(|i| clause.is_any(i, &["upon"]));
        let main = followed.iter().find(|one| !is_aside(clause, one.draft.at) && !upon(one.draft.at));
        let main = behind_fronted(clause, followed).or(main).or(followed.first());
        if let Some(one) = main {
            self.focus.insert(number, Some(one.person));
        }
    }

    /// Keeps an office that a person was told to get or leave, unless a fuller form of it is known.
    fn learn(&mut self, number: usize, person: Span, office: Office) {
        self.holders.push((number, person, office.0));
        self.told.insert(person.of(self.text));
        self.formers.remove(person.of(self.text));
        self.last = Some((number, office));
        let known = self.offices.entry(person.of(self.text)).or_insert(office);
        let head = |role: Span| role.of(self.text).split(" of ").next().unwrap_or_default().to_lowercase();
        // "Acting mayor Silva was elected mayor"
        let in_full = super::office::in_full(known.0, self.text);
        let confirmed = in_full != known.0 && in_full.of(self.text).eq_ignore_ascii_case(office.0.of(self.text));
        let fuller = office.0.len() > known.0.len() || confirmed;
        if *known != office && (fuller || !head(known.0).ends_with(&head(office.0))) {
            *known = office;
        }
    }

    /// Takes in when a person got or left the office that was told just now, in the sentence at `sentence`: "she was consul
    /// from 1991 to 1995", told behind what she became in 2001, leaves that hers.
    ///
    /// One taken from memory goes where the person had left it: "She resigned as consul in 1980. She took office in 1991."
    pub(in crate::parse::event) fn date(&mut self, one: &mut Followed, sentence: Span, date: Option<Date>) {
        if one.draft.kind == Kind::Death {
            return;
        }
        let (Some(office), Some(day)) = (one.office(), date.and_then(|date| date.bounds().earliest)) else { return };
        let person = one.person.of(self.text);
        let same = |other: Span| other.of(self.text).eq_ignore_ascii_case(office.0.of(self.text));
        let had_left = self.left_on.get(person).is_some_and(|&(left, role)| left < day && same(role));
        if had_left && !sentence.contains(office.0) {
            (one.role, one.organization) = (None, None);
            self.offices.remove(person);
            return;
        }
        if one.draft.kind.ends_tenure() {
            self.left_on.insert(person, (day, office.0));
        }
        match self.latest.get(person) {
            Some(&(latest, later)) if latest > day => {
                if self.offices.get(person) == Some(&office) {
                    self.offices.insert(person, later);
                }
            }
            _ => {
                self.latest.insert(person, (day, self.offices.get(person).copied().unwrap_or(office)));
            }
        }
    }

    /// Remembers the offices of the sentences before `number` that have neither date nor trigger and so were passed over.
    pub(super) fn recall(&mut self, article: &Article<'d>, number: usize) {
        let first = number.saturating_sub(REACH);
        for before in first..number {
            if self.read[before] {
                continue;
            }
            if may_name_office(article.sentences[before].of(self.text)) {
                let clause = article.near(before);
                self.remember(before, &clause);
            } else {
                self.read[before] = true;
            }
        }
        self.settle();
        let sorted = self.holders.partition_point(|&(sentence, ..)| sentence < first);
        self.holders[sorted..].sort_by_key(|&(sentence, ..)| sentence);
    }

    /// Remembers the offices that stand beside names, and those that people are said to hold.
    pub(super) fn remember(&mut self, number: usize, clause: &Clause<'d>) {
        if std::mem::replace(&mut self.read[number], true) {
            return;
        }
        self.created = super::office::created(clause).map(|office| (number, office)).or(self.created);
        for at in 0..clause.nodes.len() {
            let Some(mention) = clause.mention(at) else { continue };
            let Some(role) = mention.role else { continue };
            // "Ana Silva is the new mayor" tells it as much as an event does.
            let told = mention.name.is_none();
            if let Some(name) = mention.name.or_else(|| holds(clause, at)) {
                let former = mention.former;
                self.heard.push(Heard { sentence: number, name, office: (role, mention.organization), told, former });
            }
        }
    }

    /// Takes in what was heard: for this the names of the whole document have to be known.
    pub(super) fn settle(&mut self) {
        for Heard { sentence, name: written, office, told, former } in std::mem::take(&mut self.heard) {
            let name = self.names().fullest(written);
            // "King Receives Ana Silva": what stands before is not hers.
            if name.len() < written.len() {
                continue;
            }
            if told {
                self.told.insert(name.of(self.text));
            }
            self.holders.push((sentence, name, office.0));
            let name = name.of(self.text);
            if former && !self.offices.contains_key(name) {
                self.formers.insert(name);
            } else if !former {
                self.formers.remove(name);
            }
            // "was chairman from 2001 to 2005. Silva was minister": what she had left before is no longer hers.
            let known = self.offices.get(name).filter(|_| told && !former);
            let had_left = known.is_some_and(|known| self.left_on.get(name).is_some_and(|&(_, left)| left == known.0));
            if had_left {
                self.offices.insert(name, office);
            }
            self.offices.entry(name).or_insert(office);
        }
    }
}

/// Who holds an office, as a sentence says it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Heard {
    sentence: usize,
    /// As it stands there, which may be the family name alone.
    name: Span,
    office: Office,
    /// Whether the sentence tells it, rather than naming the office in passing.
    told: bool,
    /// Whether it was held before.
    former: bool,
}

/// Who is said to hold the office at the node `at`: "Hansen, who served as mayor", "the mayor is Ana Silva".
fn holds(clause: &Clause<'_>, at: usize) -> Option<Span> {
    let named = |i: usize| clause.mention(i).filter(|m| m.kind == MentionKind::Person).and_then(|m| m.name);
    if clause.is(at + 1, Class::BE) {
        // "its first chairman was the ironmaster Jens Hansen"
        let plain = |&i: &usize| clause.is(i, Class::DETERMINER) || is_plain(clause, i);
        let person = (at + 2..at + 5).find(|i| !plain(i));
        return person.and_then(named);
    }
    let before = (at.saturating_sub(5)..at).rev().find(|&i| {
        !clause.is(i, Class::DETERMINER | Class::ORDINAL) && !clause.is_any(i, &["as"]) && !is_of_terms(clause, i)
    })?;
    let serves = clause.trigger(before).is_some_and(|t| t.frame == Frame::Serve);
    // "Jens Hansen, Ana Silva's predecessor as mayor,"
    if clause.is_any(before, &["predecessor", "successor"]) && before >= 4 && clause.is_mark(before - 3, b',') {
        return named(before - 4);
    }
    let introduced = clause.is_any(at - 1, &["as"]) && before > 0 && clause.is(before - 1, Class::BE);
    let before = if introduced { before - 1 } else { before };
    let led = clause.is(before, Class::BE);
    if !serves && !led {
        return None;
    }
    named(clause.subject(clause.group(before).start)?)
}

/// Whether the node belongs to "two terms", "three separate years".
fn is_of_terms(clause: &Clause<'_>, at: usize) -> bool {
    let counts = |i: usize| clause.is_word(i, Class::COUNTS) || clause.time(i).is_some();
    clause.is_word(at, Class::TERMS) || counts(at) || counts(at.wrapping_sub(1)) && clause.is_word(at + 1, Class::TERMS)
}
