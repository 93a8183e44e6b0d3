//! The words that tell an event: those of `lexicon/en/triggers.txt` and of the user's rules, looked up by their first
//! letters where a word begins.

#![cfg_attr(not(feature = "rules"), allow(dead_code))]

use std::sync::{Arc, LazyLock};

use crate::Span;
use crate::lexicon::first_word::{ByFirstWord, first_word};
use crate::scan::starts::Starts;
use crate::statement::Kind;

use super::rule::Rule;

/// A form of a word that tells an event.
#[derive(Clone, Debug)]
pub(crate) struct Trigger {
    /// The kind it tells.
    pub(crate) kind: Kind,
    /// Who stands where around it.
    pub(crate) frame: Frame,
    /// Which form of the word it is.
    pub(crate) form: Form,
    /// Whether the word tells an event only beside an office: "named", "left".
    pub(crate) needs_role: bool,
    /// Whether the sentence itself has to name the office, or a date: of words that hardly ever tell one, "made", "until".
    pub(crate) names_role: bool,
    /// The form as it is written, in lower case.
    pub(crate) word: String,
    /// The user's rule that it comes from; `None` where it is built in.
    pub(crate) rule: Option<Arc<Rule>>,
}

/// Who stands where around a trigger.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Frame {
    /// authority – verb – person – office
    Install,
    /// authority – verb – person – (from) office
    Remove,
    /// person – verb – (as, from) office
    Leave,
    /// person – verb – (as) office
    Enter,
    /// authority – "put" – person – "in charge"
    Charge,
    /// authority – verb – person – particle – office
    Apart,
    /// authority – verb – person – "as its new" – office, which is read from the "as" on
    Unveil,
    /// person – "accepts" – an offer or a post
    Accept,
    /// authority – "asked" – person – "to" verb
    Asked,
    /// person – verb – predecessor – (as) office
    Succeed,
    /// person – "served" (as office) – from … to …; "since", "until" beside an office
    Serve,
    /// person's – "term" – "expired"
    Expire,
    /// person – "won" – an election
    Win,
    /// noun – of – person – (as, from) office; person's – noun
    Noun,
    /// person – presents – credentials – to
    Present,
    /// person – "died"
    Die,
    /// person – "is the new" – office
    Is,
    /// person – "is" – authority's – "choice for" – office
    Choice,
    /// A kind of the user's own without a frame: the subject, the place and the date of the clause.
    Plain,
}

/// Which form of a word it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Form {
    /// "appoint"
    Base,
    /// "quit": base, past and participle
    BaseOrPast,
    /// "appoints"
    Third,
    /// "chose"
    Past,
    /// "chosen"
    Participle,
    /// "appointed": past or participle
    PastOrParticiple,
    /// "appointing"
    Gerund,
    /// "appointment"
    Noun,
}

impl Form {
    /// Whether the form can stand in a passive.
    pub(crate) fn is_participle(self) -> bool {
        matches!(self, Form::Participle | Form::PastOrParticiple)
    }
}

/// A trigger in a text.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Hit {
    pub(crate) span: Span,
    pub(crate) trigger: TriggerId,
}

/// The place of a trigger in its table.
#[derive(Clone, Copy, Debug)]
pub(crate) struct TriggerId(u32);

/// Triggers by the letters that they begin with.
#[derive(Clone, Debug)]
pub(crate) struct Table {
    starts: Starts,
    triggers: ByFirstWord<Trigger>,
}

impl Table {
    /// The table of the lexicon alone.
    pub(crate) fn built_in() -> &'static Table {
        &BUILT_IN
    }

    /// `own` triggers and those of the lexicon; of two alike the first is found, so `own` come first.
    pub(crate) fn new(own: Vec<Trigger>) -> Table {
        let mut triggers = own;
        parse(include_str!("../../lexicon/en/triggers.txt"), &mut triggers);
        let starts = Starts::new(triggers.iter().map(|trigger| trigger.word.as_str()), false);
        Table { starts, triggers: ByFirstWord::new(triggers, |trigger| &trigger.word) }
    }

    /// The trigger of a hit.
    pub(crate) fn trigger(&self, id: TriggerId) -> &Trigger {
        &self.triggers.items()[id.0 as usize]
    }

    /// The kind that `word` tells.
    pub(crate) fn kind(&self, word: &str) -> Option<&Kind> {
        self.triggers.items().iter().find(|trigger| trigger.word == word).map(|trigger| &trigger.kind)
    }

    /// The trigger whose verb `rest` begins with, `verb` bytes long, where a date stands before its particle: "sent in 1743 as
    /// envoy", "went in 1964 to Ana Silva".
    fn parted(&self, rest: &[u8], key: u64, verb: usize) -> Option<u32> {
        let particle = particle_behind_date(rest.get(verb..)?)?;
        let mut beside = self.triggers.of_key(key);
        let (at, _) = beside.find(|(_, trigger)| {
            let (first, last) = trigger.word.split_once(' ').unwrap_or_default();
            last == particle && rest[..verb].eq_ignore_ascii_case(first.as_bytes())
        })?;
        Some(at)
    }

    /// The triggers of a text, in order.
    pub(crate) fn hits<'t>(&'t self, text: &'t str) -> impl Iterator<Item = Hit> {
        let mut done = 0;
        self.starts.of(text).filter_map(move |start| {
            let rest = text.as_bytes().get(start..).filter(|_| start >= done)?;
            let stands = |trigger: &Trigger| {
                let word = trigger.word.as_bytes();
                rest.get(..word.len()).is_some_and(|rest| rest.eq_ignore_ascii_case(word))
            };
            let (key, verb) = first_word(rest);
            let whole = self.triggers.of_key(key).find(|(_, trigger)| stands(trigger));
            let (at, length) = match whole {
                Some((at, trigger)) => (at, trigger.word.len()),
                None => (self.parted(rest, key, verb)?, verb),
            };
            done = start + length;
            let span = Span::new(start, done);
            is_word(text, span).then_some(Hit { span, trigger: TriggerId(at) })
        })
    }
}

/// How much of a text is looked at for the particle of a verb.
const PARTED: usize = 36;

/// The particle behind a date that `behind` begins with: "as" of " in 1743 as envoy".
fn particle_behind_date(behind: &[u8]) -> Option<&'static str> {
    let dated = [b" in ", b" on "].iter().find_map(|lead| behind.strip_prefix(lead.as_slice()))?;
    let of_date = |word: &&[u8]| matches!(word, [b'0'..=b'9' | b'A'..=b'Z', ..]);
    let dated = dated.get(..PARTED).unwrap_or(dated);
    let mut words = dated.split(|&byte| byte == b' ').skip_while(of_date);
    let particle = words.next().filter(|_| of_date(&dated))?;
    words.next()?;
    ["as", "to"].into_iter().find(|word| word.as_bytes() == particle)
}

static BUILT_IN: LazyLock<Table> = LazyLock::new(|| Table::new(Vec::new()));

/// Whether `span` begins and ends where words do.
fn is_word(text: &str, span: Span) -> bool {
    let before = text[..span.start].chars().next_back();
    let after = text[span.end..].chars().next();
    let inside = |c: Option<char>| c.is_some_and(|c| c.is_alphanumeric() || c == '_');
    !inside(before) && !inside(after) && !matches!((before, after), (Some('-'), _) | (_, Some('-')))
}

/// The forms of a trigger table.
fn parse(table: &'static str, triggers: &mut Vec<Trigger>) {
    let mut section = None;
    for line in table.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#')) {
        if let Some(head) = line.strip_prefix('[') {
            section = heading(head);
            continue;
        }
        let Some(Section { kind, frame, needs_role, names_role }) = &section else { continue };
        triggers.extend(forms(line, *frame).map(|(form, word)| Trigger {
            kind: kind.clone(),
            frame: *frame,
            form,
            needs_role: *needs_role,
            names_role: *names_role,
            word,
            rule: None,
        }));
    }
}

/// What a section says of its words.
struct Section {
    kind: Kind,
    frame: Frame,
    needs_role: bool,
    names_role: bool,
}

/// `kind frame with-office named]`
fn heading(line: &str) -> Option<Section> {
    let mut words = line.strip_suffix(']')?.split(' ');
    let (kind, frame) = (Kind::from(words.next()?), frame_of(words.next()?)?);
    let flags = || words.clone();
    let [needs_role, names_role] = ["with-office", "named"].map(|flag| flags().any(|word| word == flag));
    Some(Section { kind, frame, needs_role, names_role })
}

/// The forms that a line of the table lists, each with all that may follow it.
fn forms(line: &'static str, frame: Frame) -> impl Iterator<Item = (Form, String)> {
    let (verb, particle) = line.split_once(" + ").unwrap_or((line, ""));
    let words = || verb.split_whitespace();
    let order: &[Form] = match (words().count(), frame) {
        (_, Frame::Noun | Frame::Present | Frame::Apart | Frame::Is | Frame::Choice) | (1 | 2, _) => &[],
        (4, _) if words().next() == words().nth(2) => &[Form::BaseOrPast, Form::Third, Form::BaseOrPast, Form::Gerund],
        (4, _) => &[Form::Base, Form::Third, Form::PastOrParticiple, Form::Gerund],
        _ => &[Form::Base, Form::Third, Form::Past, Form::Participle, Form::Gerund],
    };
    let whole = order.is_empty().then(|| (Form::Noun, line.to_owned()));
    let told = order.iter().zip(words()).filter(|(_, word)| *word != "-");
    let tails = tails(particle);
    let followed = move |(&form, word): (&Form, &str)| {
        let told: Vec<_> = tails.iter().map(|tail| (form, [word, tail].concat())).collect();
        told
    };
    whole.into_iter().chain(told.flat_map(followed))
}

/// All that `particle` lets follow a word: of "up his/her (new) post" four.
fn tails(particle: &str) -> Vec<String> {
    let mut tails = vec![String::new()];
    for step in particle.split(' ').filter(|step| !step.is_empty()) {
        let choice = step.strip_prefix('(').and_then(|step| step.strip_suffix(')'));
        let others = choice.unwrap_or(step).split('/');
        let longer: Vec<_> = others.flat_map(|word| tails.iter().map(move |tail| [tail, " ", word].concat())).collect();
        match choice {
            Some(_) => tails.extend(longer),
            None => tails = longer,
        }
    }
    tails
}

fn frame_of(name: &str) -> Option<Frame> {
    Some(match name {
        "install" => Frame::Install,
        "remove" => Frame::Remove,
        "leave" => Frame::Leave,
        "enter" => Frame::Enter,
        "charge" => Frame::Charge,
        "apart" => Frame::Apart,
        "unveil" => Frame::Unveil,
        "accept" => Frame::Accept,
        "asked" => Frame::Asked,
        "succeed" => Frame::Succeed,
        "serve" => Frame::Serve,
        "expire" => Frame::Expire,
        "win" => Frame::Win,
        "noun" => Frame::Noun,
        "present" => Frame::Present,
        "die" => Frame::Die,
        "is" => Frame::Is,
        "choice" => Frame::Choice,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn every_section_of_the_table_is_known_and_every_line_is_read() {
        let table = include_str!("../../lexicon/en/triggers.txt");
        for line in table.lines().filter(|line| line.starts_with('[')) {
            assert!(heading(&line[1..]).is_some(), "{line}");
        }
        let triggers = Table::built_in().triggers.items();
        assert!(triggers.len() > 200);
        assert!(triggers.iter().all(|t| t.kind.is_office() && t.word == t.word.to_lowercase()));
    }

    #[test]
    fn a_line_lists_all_that_may_follow_its_verb() {
        let told = |line| forms(line, Frame::Leave).map(|(_, word)| word).collect::<Vec<_>>().join("; ");
        assert_eq!(
            told("quit quits quit quitting + his/her (new) post"),
            "quit his post; quit her post; quit his new post; quit her new post; \
             quits his post; quits her post; quits his new post; quits her new post; \
             quit his post; quit her post; quit his new post; quit her new post; \
             quitting his post; quitting her post; quitting his new post; quitting her new post"
        );
        assert_eq!(told("- - seated - + as"), "seated as");
        assert_eq!(told("retire retires retired retiring"), "retire; retires; retired; retiring");
    }

    /// The triggers of `text`, looked for at each of its letters by comparing words.
    fn compared(text: &str, triggers: &BTreeSet<&str>) -> Vec<Span> {
        let lower = text.to_ascii_lowercase();
        let mut found: Vec<Span> = Vec::new();
        for at in 0..text.len() {
            let begins = text.is_char_boundary(at) && !text[..at].ends_with(|c: char| c.is_ascii_alphabetic());
            let longest =
                (at + 1..=text.len()).rev().find(|&end| lower.get(at..end).is_some_and(|word| triggers.contains(word)));
            if let Some(end) = longest.filter(|_| begins && found.last().is_none_or(|last| last.end <= at)) {
                found.push(Span::new(at, end));
            }
        }
        found.retain(|&span| is_word(text, span));
        found
    }

    #[test]
    fn the_prefilter_misses_no_trigger() {
        let words: BTreeSet<&str> = BUILT_IN.triggers.items().iter().map(|trigger| trigger.word.as_str()).collect();
        for trigger in BUILT_IN.triggers.items() {
            for [before, after] in
                [["", ""], ["He ", "."], ["“", "”"], ["é", " "], ["a-", " "], [" ", "s"], ["\n", "\n"]]
            {
                let text = format!("{before}{}{after}", trigger.word.to_uppercase());
                let found: Vec<Span> = BUILT_IN.hits(&text).map(|hit| hit.span).collect();
                assert_eq!(found, compared(&text, &words), "{text:?}");
            }
        }
    }

    #[test]
    fn finds_whole_words_and_the_longest() {
        let found: Vec<_> = Table::built_in()
            .hits("She STEPPED DOWN; renamed, a named-pipe, taking over.")
            .map(|hit| &*BUILT_IN.trigger(hit.trigger).word)
            .collect();
        assert_eq!(found, ["stepped down", "taking over"]);
    }
}
