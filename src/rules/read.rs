//! From the TOML of a rules file to triggers, with every fault at its line and column.

use std::collections::HashMap;
use std::fmt;
use std::ops::Range;
use std::sync::Arc;

use serde::de::{SeqAccess, Visitor};
use serde::{Deserialize, Deserializer};
use toml::Spanned;

use super::inflect;
use crate::Error;
use crate::diagnostic::{Diagnostic, Severity};
use crate::lexicon;
use crate::parse::event::rule::{Field, Rule, next_slot};
use crate::parse::event::trigger::{Form, Frame, Table, Trigger};
use crate::statement::Kind;

/// The triggers of the file, and notes on those that are built in too; the error names all that is wrong with what the
/// rules say, but what is no TOML, has a key that no rule has or a value of another type only up to the first such place.
pub(super) fn read(file: &str, text: &[u8]) -> Result<(Vec<Trigger>, Vec<Diagnostic>), Error> {
    let text = str::from_utf8(text).map_err(|error| {
        let known = text.get(..error.valid_up_to()).and_then(|known| str::from_utf8(known).ok()).unwrap_or_default();
        Source { file, text: known }.error(known.len(), "not UTF-8 from here on; save the file as UTF-8")
    })?;
    let source = Source { file, text };
    let Rulebook { rule: entries } = toml::from_str(text).map_err(|error| {
        let at = error.span().map_or(0, |span| span.start);
        source.error(at, error.message())
    })?;
    let none = entries.is_empty();
    let mut reader =
        Reader { source, kinds: HashMap::new(), words: HashMap::new(), triggers: Vec::new(), faults: Vec::new() };
    for entry in entries {
        reader.rule(entry);
    }
    let mut notes = reader.notes();
    if none {
        let message = "no `[[rule]]` in it: nothing is read otherwise".to_owned();
        notes.push(Diagnostic { severity: Severity::Note, document: file.to_owned(), line: None, message });
    }
    match Error::all(reader.faults) {
        Some(error) => Err(error),
        None => Ok((reader.triggers, notes)),
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Rulebook {
    #[serde(default)]
    rule: Vec<Spanned<Entry>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Entry {
    kind: Option<Spanned<String>>,
    #[serde(default)]
    verbs: Vec<Spanned<Verb>>,
    #[serde(default)]
    nouns: Vec<Spanned<String>>,
    frame: Option<Spanned<String>>,
    subject: Option<Spanned<String>>,
    #[serde(default)]
    needs: Vec<Spanned<String>>,
    title: Option<Spanned<String>>,
}

/// The frames that carry over to other kinds; the rest belong to the kinds they were made for.
const FRAMES: &[(&str, Frame)] = &[
    ("install", Frame::Install),
    ("remove", Frame::Remove),
    ("enter", Frame::Enter),
    ("leave", Frame::Leave),
    ("win", Frame::Win),
    ("die", Frame::Die),
];

/// What a subject may be, and whether that is a body.
const SUBJECTS: &[(&str, bool)] = &[("person", false), ("organization", true)];

/// The slots that an event may need.
const NEEDS: &[(&str, Field)] = &[
    ("person", Field::Person),
    ("role", Field::Role),
    ("organization", Field::Organization),
    ("by", Field::By),
    ("place", Field::Place),
    ("date", Field::Date),
];

/// `"scrub"`, or its forms: `["break off", "broke off", "broken off"]`.
struct Verb(Vec<String>);

impl<'de> Deserialize<'de> for Verb {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Verb, D::Error> {
        struct Forms;

        impl<'de> Visitor<'de> for Forms {
            type Value = Verb;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a verb, or the list of its base, past, participle and -ing form")
            }

            fn visit_str<E>(self, base: &str) -> Result<Verb, E> {
                Ok(Verb(vec![base.to_owned()]))
            }

            fn visit_seq<A: SeqAccess<'de>>(self, mut forms: A) -> Result<Verb, A::Error> {
                let mut verb = Vec::new();
                while let Some(form) = forms.next_element()? {
                    verb.push(form);
                }
                Ok(Verb(verb))
            }
        }

        deserializer.deserialize_any(Forms)
    }
}

/// A file, to name a place in it.
#[derive(Clone, Copy)]
struct Source<'s> {
    file: &'s str,
    text: &'s str,
}

impl Source<'_> {
    fn error(self, at: usize, message: &str) -> Error {
        let (line, column) = self.place(at);
        Error::rules(self.file, line, column, message)
    }

    /// Line and column of a byte, counted from 1, the column in characters.
    fn place(self, at: usize) -> (usize, usize) {
        let before = self.text.get(..at).unwrap_or(self.text);
        let line = before.rfind('\n').map_or(0, |end| end + 1);
        (before.matches('\n').count() + 1, before[line..].chars().count() + 1)
    }
}

struct Reader<'s> {
    source: Source<'s>,
    /// The line of each kind's rule.
    kinds: HashMap<String, usize>,
    /// The kind and the line of each form.
    words: HashMap<String, (String, usize)>,
    triggers: Vec<Trigger>,
    faults: Vec<Error>,
}

impl Reader<'_> {
    /// Keeps a fault, so that the rest of the file is looked through too.
    fn keep<T>(&mut self, read: Result<T, Error>) -> Option<T> {
        read.map_err(|fault| self.faults.push(fault)).ok()
    }

    fn rule(&mut self, entry: Spanned<Entry>) {
        let at = entry.span().start;
        let entry = entry.into_inner();
        let kind = match &entry.kind {
            Some(kind) => self.kind(kind),
            None => Err(self.source.error(at, "the rule has no `kind`; give it the name of what its words tell")),
        };
        // The triggers of a rule whose kind is wrong are looked at too.
        let kind = self.keep(kind).unwrap_or(Kind::Event);
        if entry.verbs.is_empty() && entry.nouns.is_empty() {
            let of = entry.kind.as_ref().map_or(String::new(), |kind| format!(" of `{}`", kind.get_ref()));
            let message = format!("the rule{of} has no trigger; give it `verbs` or `nouns`");
            self.faults.push(self.source.error(at, &message));
        }
        let named = entry.frame.as_ref().and_then(|frame| self.one_of("frame", frame, FRAMES));
        let frame = named.or_else(|| natural(&kind));
        let of_bodies = entry.subject.as_ref().and_then(|subject| self.one_of("subject", subject, SUBJECTS));
        if let Some(subject) = entry.subject.as_ref().filter(|_| frame.is_some()) {
            let message = "`subject` is for kinds without a frame: in a frame, people take and leave offices";
            self.faults.push(self.source.error(subject.span().start, message));
        }
        if let Some(title) = &entry.title {
            let checked = self.check_title(title);
            self.keep(checked);
        }
        let rule = Arc::new(Rule {
            name: format!("{}:{}", self.source.file, self.source.place(at).0),
            of_bodies: of_bodies == Some(true),
            title: entry.title.map(Spanned::into_inner),
            needs: entry.needs.iter().filter_map(|slot| self.one_of("slot", slot, NEEDS)).collect(),
        });
        let verbs = frame.unwrap_or(Frame::Plain);
        let nouns = frame.map_or(Frame::Plain, |_| Frame::Noun);
        for verb in entry.verbs {
            let span = verb.span();
            let given = verb.into_inner().0;
            if given.is_empty() || given.len() > 4 {
                let message = "the forms of a verb are its base, past, participle and -ing form, in this order";
                self.faults.push(self.source.error(span.start, message));
                continue;
            }
            let given = given.iter().map(|form| self.word(form, &span)).collect::<Result<Vec<_>, _>>();
            if let Some(given) = self.keep(given) {
                let added = self.add(inflect::verb(&given), &kind, verbs, &rule, &span);
                self.keep(added);
            }
        }
        for noun in entry.nouns {
            let span = noun.span();
            let given = self.word(noun.get_ref(), &span);
            if let Some(given) = self.keep(given) {
                let added = self.add(inflect::noun(&given), &kind, nouns, &rule, &span);
                self.keep(added);
            }
        }
    }

    /// What a word means where only some are known: a `what`, as the fault calls it.
    fn one_of<T: Copy>(&mut self, what: &str, word: &Spanned<String>, known: &[(&str, T)]) -> Option<T> {
        let found = known.iter().find(|(name, _)| name == word.get_ref()).map(|&(_, value)| value);
        if found.is_none() {
            let names: Vec<_> = known.iter().map(|(name, _)| format!("`{name}`")).collect();
            let message = format!("`{}` is no {what}; there are {}", word.get_ref(), names.join(", "));
            self.faults.push(self.source.error(word.span().start, &message));
        }
        found
    }

    fn kind(&mut self, kind: &Spanned<String>) -> Result<Kind, Error> {
        let (word, at) = (kind.get_ref(), kind.span().start);
        let plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_';
        if word.is_empty() || !word.chars().all(plain) || word == "event" {
            let message = format!("`{word}` is no kind; write a word of a-z, 0-9 and _ such as \"launch_scrub\"");
            return Err(self.source.error(at, &message));
        }
        let line = self.source.place(at).0;
        match self.kinds.insert(word.clone(), line) {
            Some(first) => {
                let message = format!("`{word}` has a rule at line {first} already; put these triggers there");
                Err(self.source.error(at, &message))
            }
            None => Ok(Kind::from(word.as_str())),
        }
    }

    /// A trigger as it is looked for: in lower case, with single spaces.
    fn word(&self, given: &str, span: &Range<usize>) -> Result<String, Error> {
        let inside = |c: char| c.is_alphanumeric() || matches!(c, ' ' | '-' | '\'' | '’');
        let begins = given.starts_with(|first: char| first.is_ascii_alphabetic());
        if !given.chars().all(inside) || !begins || !given.ends_with(char::is_alphanumeric) {
            let message =
                format!("`{given}` is no trigger; write a word or several, from a letter of a-z, without marks");
            return Err(self.source.error(span.start, &message));
        }
        Ok(given.to_lowercase().split_whitespace().collect::<Vec<_>>().join(" "))
    }

    fn check_title(&self, title: &Spanned<String>) -> Result<(), Error> {
        let mut rest = title.get_ref().as_str();
        while let Some((_, slot, after)) = next_slot(rest) {
            if Field::named(slot).is_none() {
                let message = format!(
                    "`{{{slot}}}` is no slot of a title; there are {{person}}, {{role}}, {{organization}}, {{by}} and {{place}}"
                );
                return Err(self.source.error(title.span().start, &message));
            }
            rest = after;
        }
        Ok(())
    }

    fn add(
        &mut self,
        forms: Vec<(Form, String)>,
        kind: &Kind,
        frame: Frame,
        rule: &Arc<Rule>,
        span: &Range<usize>,
    ) -> Result<(), Error> {
        let line = self.source.place(span.start).0;
        for (form, word) in forms {
            match self.words.get(&word) {
                // A verb's forms may be alike ("cut", "cut"), and a noun its verb's base ("scrub").
                Some((known, _)) if known == kind.as_str() => {}
                Some((known, first)) => {
                    let message = format!("`{word}` is a trigger of `{known}` at line {first} already");
                    return Err(self.source.error(span.start, &message));
                }
                None => {
                    self.words.insert(word.clone(), (kind.as_str().to_owned(), line));
                }
            }
            let needs_role = rule.needs.contains(&Field::Role);
            let (kind, rule) = (kind.clone(), Some(Arc::clone(rule)));
            self.triggers.push(Trigger { kind, frame, form, needs_role, names_role: false, word, rule });
        }
        Ok(())
    }

    /// A note for each base of a verb and each form of a noun that is built in too.
    fn notes(&self) -> Vec<Diagnostic> {
        let firsts =
            self.triggers.iter().filter(|trigger| matches!(trigger.form, Form::Base | Form::BaseOrPast | Form::Noun));
        let notes = firsts.filter_map(|trigger| {
            let built_in = built_in(&trigger.word)?;
            let (kind, line) = self.words.get(&trigger.word)?;
            Some(Diagnostic {
                severity: Severity::Note,
                document: self.source.file.to_owned(),
                line: Some(*line),
                message: format!("`{}` tells `{built_in}` too; with this rule it tells `{kind}`", trigger.word),
            })
        });
        notes.collect()
    }
}

/// The kind that a word tells without any rules of the user.
fn built_in(word: &str) -> Option<String> {
    let other = || {
        let words = lexicon::sections(lexicon::EVENTS);
        words.filter(|(_, line)| line.split(' ').any(|known| known == word)).map(|(kind, _)| kind.to_owned()).next()
    };
    Table::built_in().kind(word).map(|kind| kind.as_str().to_owned()).or_else(other)
}

/// The frame in which a kind of the office family is told by verbs.
fn natural(kind: &Kind) -> Option<Frame> {
    match kind {
        Kind::Appointment | Kind::Nomination | Kind::Election => Some(Frame::Install),
        Kind::TermStart => Some(Frame::Enter),
        Kind::Dismissal => Some(Frame::Remove),
        Kind::Resignation | Kind::TermEnd => Some(Frame::Leave),
        Kind::Death => Some(Frame::Die),
        Kind::Credentials | Kind::Event | Kind::Other(_) => None,
    }
}
