//! One sentence taken apart: mentions, times, triggers and the words between, and the questions that the frames ask of
//! it: who is the subject, what is the object, is it passive, is it meant as a fact.
//!
//! No parse tree: a verb's subject is looked for leftwards and its objects rightwards, over a bounded number of nodes,
//! which holds for the English of office events and stays linear.

use std::cell::RefCell;

use crate::Span;
use crate::parse::mention::{Mention, MentionKind, mention};
use crate::parse::word::{Class, Shape, Token, tokenize};
use crate::statement::Certainty;
use crate::timex::{Timex, TimexClass};

use super::certainty;
use super::trigger::{Form, Frame, Hit, Table, Trigger, TriggerId};

/// A sentence as a row of nodes.
#[derive(Debug)]
pub(crate) struct Clause<'t> {
    pub(crate) text: &'t str,
    pub(crate) span: Span,
    pub(crate) nodes: Vec<Node>,
    /// What the lexicon knows of any of its words.
    classes: Class,
    mentions: Vec<Mention>,
    table: &'t Table,
    room: Room,
}

/// The memory of a clause.
#[derive(Debug, Default)]
struct Room {
    nodes: Vec<Node>,
    mentions: Vec<Mention>,
    tokens: Vec<Token>,
    times: Vec<(usize, Span)>,
}

thread_local! {
    /// That of clauses that are done with: what one grew serves those after it, of other documents too.
    static ROOMS: RefCell<Vec<Room>> = const { RefCell::new(Vec::new()) };
}

/// A stretch of a sentence that is read as one.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Node {
    pub(crate) span: Span,
    pub(crate) item: Item,
    /// Of the first word.
    pub(crate) token: Token,
    /// The letter that it begins with, in lower case.
    initial: u8,
    /// How many expressions stand in it: two in "1982-86".
    pub(crate) times: usize,
}

/// What a node is.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Item {
    /// By its place among the clause's.
    Mention(usize),
    /// A temporal expression, by its place among the document's.
    Time(usize),
    Trigger(TriggerId),
    Word,
}

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

impl<'t> Clause<'t> {
    /// Takes the sentence at `span` apart. `timexes` are its expressions, of which the first is the document's at `first`;
    /// `hits` its triggers, which are of `table`.
    pub(crate) fn new(
        text: &'t str,
        span: Span,
        (first, timexes): (usize, &[Timex]),
        (table, hits): (&'t Table, &[Hit]),
    ) -> Clause<'t> {
        let mut room = ROOMS.with_borrow_mut(Vec::pop).unwrap_or_default();
        let (mut nodes, mut mentions) = (std::mem::take(&mut room.nodes), std::mem::take(&mut room.mentions));
        let Room { tokens, times, .. } = &mut room;
        nodes.clear();
        mentions.clear();
        times.clear();
        let classes = tokenize(text, span, tokens);
        let is_time = |(_, timex): &(usize, &Timex)| is_time(text, timex, tokens);
        times.extend((first..).zip(timexes).filter(is_time).map(|(n, timex)| (n, timex.span)));
        mark(tokens, times.iter().map(|&(_, span)| span), Class::TIME);
        mark(tokens, hits.iter().map(|hit| hit.span), Class::TRIGGER);
        nodes.reserve(tokens.len());
        // What lies before the word is done with.
        let (mut times, mut hits) = (&times[..], hits);
        let mut i = 0;
        while let Some(&token) = tokens.get(i) {
            let modifies = token.is(Class::TRIGGER) && is_modifier(tokens, i);
            if modifies {
                tokens[i].class = token.class.without(Class::TRIGGER);
            }
            while let [(_, time), rest @ ..] = times
                && time.end <= token.span.start
            {
                times = rest;
            }
            while let [hit, rest @ ..] = hits
                && hit.span.end <= token.span.start
            {
                hits = rest;
            }
            let covered = |span: Span| tokens[i..].iter().take_while(|t| t.span.start < span.end).count().max(1);
            let (length, item) = match (times, hits) {
                ([(number, time), ..], _) if time.overlaps(token.span) => (covered(*time), Item::Time(*number)),
                (_, [hit, ..]) if hit.span.start == token.span.start && !modifies => {
                    (covered(hit.span), Item::Trigger(hit.trigger))
                }
                _ => match mention(text, &tokens[i..]) {
                    Some(mention) => {
                        mentions.push(mention);
                        (mention.length, Item::Mention(mentions.len() - 1))
                    }
                    None => (1, Item::Word),
                },
            };
            let span = Span::new(token.span.start, tokens[i + length - 1].span.end);
            let initial = text.as_bytes()[span.start].to_ascii_lowercase();
            let times = times.iter().take_while(|(_, time)| time.start < span.end).count();
            nodes.push(Node { span, item, token, initial, times });
            i += length;
        }
        Clause { text, span, nodes, classes, mentions, table, room }
    }

    /// The words of a node.
    pub(crate) fn words(&self, at: usize) -> &'t str {
        self.nodes.get(at).map_or("", |node| node.span.of(self.text))
    }

    /// Whether the node at `at` is one of `words`, which are in lower case, whatever its own.
    // Most are told apart by their length and first letter, which are constants where this is inlined.
    #[inline(always)]
    pub(crate) fn is_any(&self, at: usize, words: &[&str]) -> bool {
        let Some(&Node { span, initial, .. }) = self.nodes.get(at) else { return false };
        let length = span.end - span.start;
        words.iter().any(|word| {
            word.len() == length && word.as_bytes()[0] == initial && (length == 1 || self.reads(span, word))
        })
    }

    #[inline(never)]
    fn reads(&self, span: Span, word: &str) -> bool {
        span.of(self.text).eq_ignore_ascii_case(word)
    }

    pub(crate) fn mention(&self, at: usize) -> Option<Mention> {
        match self.nodes.get(at)?.item {
            Item::Mention(at) => self.mentions.get(at).copied(),
            _ => None,
        }
    }

    pub(crate) fn trigger(&self, at: usize) -> Option<&'t Trigger> {
        match self.nodes.get(at)?.item {
            Item::Trigger(trigger) => Some(self.table.trigger(trigger)),
            _ => None,
        }
    }

    pub(crate) fn time(&self, at: usize) -> Option<usize> {
        match self.nodes.get(at)?.item {
            Item::Time(time) => Some(time),
            _ => None,
        }
    }

    /// Both ends of a node such as "1982-86".
    pub(crate) fn range(&self, at: usize) -> Option<(usize, usize)> {
        let first = self.time(at).filter(|_| self.nodes[at].times == 2)?;
        Some((first, first + 1))
    }

    /// Whether any word of the sentence is of these classes: what spares most sentences a look at each node.
    pub(crate) fn holds(&self, class: Class) -> bool {
        self.classes.has(class)
    }

    /// Whether the node at `at` is one word of these classes, whatever it was taken for.
    pub(crate) fn is_word(&self, at: usize, class: Class) -> bool {
        self.nodes.get(at).is_some_and(|node| node.token.is(class) && node.span == node.token.span)
    }

    /// Whether the node at `at` is a plain word of one of these classes.
    pub(crate) fn is(&self, at: usize, class: Class) -> bool {
        self.nodes.get(at).is_some_and(|node| matches!(node.item, Item::Word) && node.token.is(class))
    }

    pub(crate) fn is_mark(&self, at: usize, mark: u8) -> bool {
        self.nodes.get(at).is_some_and(|node| matches!(node.item, Item::Word) && node.token.is_mark(mark))
    }

    /// Whether the node at `at` is an adverb: one of the list, or a word in "-ly".
    pub(super) fn is_adverb(&self, at: usize) -> bool {
        self.nodes.get(at).is_some_and(|node| {
            matches!(node.item, Item::Word)
                && node.token.shape == Shape::Lower
                && (node.token.is(Class::ADVERB) || self.words(at).ends_with("ly") && !node.token.is(Class::FUNCTION))
        })
    }

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
                group.passive |= node.token.is(Class::BE) && form.is_participle() && !group.infinitive;
                group.auxiliary = true;
                group.start = before;
            } else if self.is(before, Class::NEGATION)
                || self.is_adverb(before) && !self.is_mark(before, b',')
                || form == Form::Base && self.is_any(before, &["all", "both", "each"])
            {
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
        if form == Form::Gerund && (verb.start.saturating_sub(2)..verb.start).any(|i| self.is(i, Class::WEIGHS)) {
            verb.certainty = verb.certainty.max_doubt(Certainty::Hypothetical);
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
        if infinitive && (verb.start..at).any(arranged) {
            verb.certainty = verb.certainty.max_doubt(Certainty::Planned);
        } else if (infinite || bare && !self.is_told_of_several(verb.start)) && !self.is_done(verb.start, at) {
            verb.certainty = verb.certainty.max_doubt(Certainty::Hypothetical);
        }
        // "demanded that he be dismissed"
        if verb.passive && !infinitive && self.is_any(verb.start, &["be"]) {
            // "will retire in May and be succeeded by"
            let planned = self.is_any(verb.start.wrapping_sub(1), &["and"])
                && (0..verb.start).any(|i| self.is_any(i, &["will", "shall"]));
            verb.certainty = verb.certainty.max_doubt(if planned { Certainty::Planned } else { Certainty::Demanded });
        }
        // "demanded that Ana Silva step down": of one person the plain form is no statement.
        if form == Form::Base && !verb.auxiliary && !infinitive && self.is_wished(verb.start) {
            verb.certainty = verb.certainty.max_doubt(Certainty::Demanded);
        }
        verb
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

    /// Whether a single person stands before `start` whom a "that" leads to.
    fn is_wished(&self, start: usize) -> bool {
        let Some(subject) = self.subject(start).filter(|&s| s + 1 == start) else { return false };
        let person =
            self.mention(subject).is_some_and(|m| matches!(m.kind, MentionKind::Person | MentionKind::Pronoun));
        let leads = |i: usize| self.nodes[i].token.span.of(self.text) == "that";
        person && (subject.saturating_sub(1)..=subject).any(leads)
    }

    /// Whether the words before an infinitive make it a fact: "was forced to", "took the initiative to".
    fn is_done(&self, start: usize, at: usize) -> bool {
        let infinitive = (start.saturating_sub(12)..at).rev().find(|&i| self.is_any(i, &["to"]));
        infinitive.is_some_and(|to| (to.saturating_sub(9)..to).rev().any(|i| certainty::makes_fact(self.words(i))))
    }

    /// Whether a word can stand between a subject and an infinitive: "was forced to", "has been the first to".
    fn governs(&self, at: usize) -> bool {
        matches!(self.nodes[at].item, Item::Word)
            && self.nodes[at].token.shape == Shape::Lower
            && !self.nodes[at].token.is(Class::CONJUNCTION | Class::RELATIVE | Class::SUBORDINATOR)
    }

    /// How sure the words from `start` up to `at`, and the two before them, make the event.
    pub(crate) fn certainty(&self, start: usize, at: usize) -> Certainty {
        let mut found = Certainty::Reported;
        for i in (start.saturating_sub(2)..at).rev() {
            if !matches!(self.nodes[i].item, Item::Word) || i < start && !self.is_any(i, &["if", "unless", "whether"]) {
                continue;
            }
            if self.is_any(i, &["would"]) && (0..start).any(|j| self.is(j, Class::SAY)) {
                let hearsay = (0..start).any(|j| certainty::is_anonymous(self, j));
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

    /// The subject of the verb group that begins at `start`: a node with a mention.
    pub(crate) fn subject(&self, start: usize) -> Option<usize> {
        let before = start.checked_sub(1)?;
        if let Some(mention) = self.mention(before) {
            let head = self.head_of(before);
            // "a board headed by the investor Jens Hansen was"
            let plain =
                |i: usize| self.nodes[i].token.shape == Shape::Lower && !self.nodes[i].token.is(Class::FUNCTION);
            let lead = (before.saturating_sub(3)..before).rev().find(|&i| !plain(i) || self.mention(i).is_some());
            let headed = lead.is_some_and(|by| by + 1 < before && self.is_any(by, &["by"]));
            let governed = head == before
                && before > 0
                && (headed || self.is_any(before - 1, &["of", "at", "in", "for", "from", "with", "by"]));
            return Some(head).filter(|_| !governed || mention.titled);
        }
        let common =
            start < self.nodes.len() && before > 0 && self.is(before - 1, Class::DETERMINER) && !self.is_adverb(before);
        if common && self.nodes[before].token.shape == Shape::Lower && matches!(self.nodes[before].item, Item::Word) {
            // "until a successor is elected": nobody that is named.
            return None;
        }
        if self.is(before, Class::SUBJECT) {
            // "they", "it": nobody that is named.
            return if self.words(before) == "I" { self.speaker(before) } else { None };
        }
        if self.is(before, Class::RELATIVE) || self.is_any(before, &["that"]) {
            let antecedent = before.checked_sub(1)?;
            let antecedent = self.before_comma(antecedent)?;
            // "named Ana Silva treasurer, who held": the one named.
            let office = self.mention(antecedent).is_some_and(|m| m.kind == MentionKind::Role && !m.definite);
            let named = antecedent.checked_sub(1).filter(|_| office);
            let chosen = |i: usize| i > 0 && self.trigger(i - 1).is_some_and(|t| t.frame == Frame::Install);
            if let Some(named) = named.filter(|&i| chosen(i) && self.mention(i).is_some_and(|m| m.name.is_some())) {
                return Some(named);
            }
            // "in favour of his son, who took the throne": nobody that is named.
            let kin = self.mention(antecedent).is_none() && self.nodes[antecedent].token.shape == Shape::Lower;
            if kin && antecedent > 0 && self.is(antecedent - 1, Class::POSSESSIVE) {
                return None;
            }
            return self.mention(antecedent).map(|_| self.head_of(antecedent)).or_else(|| self.leftwards(before));
        }
        if self.is_mark(before, b',') || self.is_mark(before, b')') || self.is_mark(before, b'-') {
            // "The envoys, Ana Silva and Jens Hansen, presented": the last of the row.
            let person = |i: usize| self.mention(i).is_some_and(|m| m.kind == MentionKind::Person && m.name.is_some());
            let joined = before >= 3 && self.is_any(before - 2, &["and"]) && person(before - 1) && person(before - 3);
            if joined && self.is_mark(before, b',') {
                return Some(before - 1);
            }
            // "Ana Silva, who resigned in May, and Jens Hansen, dismissed in June": he.
            let reduced = self.trigger(start).is_some_and(|trigger| trigger.form.is_participle());
            let another = before >= 3 && self.is_any(before - 2, &["and"]) && self.is_mark(before - 3, b',');
            if reduced && another && person(before - 1) && self.is_mark(before, b',') {
                return Some(before - 1);
            }
            // "Ana Silva, a lawyer from Lima, was": the mention before the opening mark.
            let mut i = before;
            while let Some(j) = i.checked_sub(1) {
                // "chief financial officer since 2014" is no verb.
                let verb = self.trigger(j).is_some_and(|t| t.frame != Frame::Serve || t.form != Form::Noun);
                // "appointed in 2019 to succeed him, resigned"
                let infinite = j > 0 && self.is_any(j - 1, &["to"]);
                let acts = verb && !self.in_relative(j) && !self.in_aside(j) && !infinite;
                if self.is_mark(j, b';') || acts {
                    break;
                }
                let opens = self.is_mark(j, b',') || self.is_mark(j, b'(') || self.is_mark(j, b'-');
                let head = j.checked_sub(1).filter(|_| opens);
                if let Some(k) = head.filter(|&k| self.mention(k).is_some_and(|m| m.kind != MentionKind::Body)) {
                    return Some(self.head_of(k));
                }
                i = j;
            }
            // "Ana Silva, a director at Acme, was": the one who is described.
            let described = before.checked_sub(3).filter(|_| self.is(before - 2, Class::PREPOSITION));
            if let Some(k) = described.filter(|&k| self.mention(k).is_some_and(|m| m.apposed)) {
                return Some(k);
            }
            // "was appointed by Ana Silva, resigned in May and": who did it is no subject.
            let acts = |k: usize| k > 0 && self.is_any(k - 1, &["by"]);
            if let Some(k) = before.checked_sub(1).filter(|&k| self.mention(k).is_some() && !acts(k)) {
                return Some(k);
            }
        }
        self.leftwards(start)
    }

    /// The node before a comma at `at`, an age between commas included ("Ian Hansen, 64, who"); else `at` itself.
    fn before_comma(&self, at: usize) -> Option<usize> {
        if !self.is_mark(at, b',') {
            return Some(at);
        }
        let before = at.checked_sub(1)?;
        // "64", "64 years old"
        let open = (before.saturating_sub(3)..before).rev().find(|&i| self.is_mark(i, b','));
        let aged = open.filter(|&open| self.nodes[open + 1].token.shape == Shape::Number);
        aged.map_or(Some(before), |open| open.checked_sub(1))
    }

    /// Whether the trigger at `at` stands in a relative clause: "who resigned".
    fn in_relative(&self, at: usize) -> bool {
        (at.saturating_sub(4)..at).any(|i| self.is(i, Class::RELATIVE))
    }

    /// Whether the trigger at `at` is a participle that opens an aside: "Hansen, elected in May, said".
    fn in_aside(&self, at: usize) -> bool {
        let participle = self.trigger(at).is_some_and(|trigger| trigger.form.is_participle());
        participle && at.checked_sub(1).is_some_and(|before| self.is_mark(before, b','))
    }

    /// Who says "I" at `at`: the one named beside a verb of saying behind the closing mark.
    pub(crate) fn speaker(&self, at: usize) -> Option<usize> {
        let close = (at..self.nodes.len()).find(|&i| self.is_mark(i, b'"'))?;
        let named =
            |i: &usize| self.mention(*i).is_some_and(|m| matches!(m.kind, MentionKind::Person | MentionKind::Pronoun));
        let near = close + 1..self.nodes.len().min(close + 4);
        near.clone().any(|i| self.is(i, Class::SAY)).then(|| near.clone().find(named))?
    }

    /// Of "Jens Hansen of the Labour Party", "the board of Acme", the first mention.
    fn head_of(&self, at: usize) -> usize {
        match at.checked_sub(2) {
            Some(head)
                if self.is_any(at - 1, &["of", "from", "for", "in", "at"])
                    && self.mention(head).is_some_and(|m| {
                        m.kind == MentionKind::Person || m.kind == MentionKind::Body && self.is_any(at - 1, &["of"])
                    }) =>
            {
                head
            }
            _ => at,
        }
    }

    /// The nearest mention to the left of `start` that stands where subjects do.
    pub(crate) fn leftwards(&self, start: usize) -> Option<usize> {
        let mut i = start;
        while let Some(j) = i.checked_sub(1) {
            if self.is_mark(j, b';') {
                return None;
            }
            if let Some(mention) = self.mention(j).filter(|m| m.kind != MentionKind::Body || m.name.is_some()) {
                let first = j == 0;
                let opens = || {
                    let k = j - 1;
                    self.is(k, Class::CONJUNCTION | Class::SAY)
                        || self.is(k, Class::SUBORDINATOR) && !self.is_any(k, &["as", "since", "until"])
                        || self.is_mark(k, b',')
                        || self.is_mark(k, b':')
                        || self.is_mark(k, b'"')
                        || self.is_mark(k, b'-')
                        || self.time(k).is_some()
                };
                let apposed =
                    !first && self.is_mark(j - 1, b',') && mention.kind == MentionKind::Role && !mention.definite;
                // "vice president, operations, and was": what the office is for.
                let field = j > 1
                    && [j - 1, j + 1].iter().all(|&i| self.is_mark(i, b','))
                    && self.mention(j - 2).is_some_and(|m| m.role.is_some() && m.ends_in_office())
                    && !mention.titled
                    && !self.words(j).contains(' ');
                if (first || opens()) && !apposed && !field {
                    // "Hansen's widow died": nobody that is named.
                    let owner = self.nodes.get(j + 1).is_some_and(|next| next.token.shape == Shape::Genitive);
                    return Some(j).filter(|_| !owner);
                }
            }
            i = j;
        }
        None
    }

    /// The next node after `at` that is neither adverb nor time (with its preposition).
    pub(crate) fn skip(&self, mut at: usize) -> usize {
        loop {
            let timed = self.is(at, Class::PREPOSITION) && self.time(at + 1).is_some();
            if timed {
                at += 2;
            } else if self.is_adverb(at) || self.time(at).is_some() {
                at += 1;
            } else {
                return at;
            }
        }
    }
}

impl Drop for Clause<'_> {
    fn drop(&mut self) {
        let Clause { nodes, mentions, room, .. } = self;
        let (nodes, mentions) = (std::mem::take(nodes), std::mem::take(mentions));
        let room = Room { nodes, mentions, ..std::mem::take(room) };
        // A thread that ends has no more clauses.
        let _ = ROOMS.try_with(|rooms| rooms.borrow_mut().push(room));
    }
}

/// Whether an expression is one for these grammars: "former" belongs to an office, "May" may end a name.
fn is_time(text: &str, timex: &Timex, tokens: &[Token]) -> bool {
    let at = tokens.partition_point(|token| token.span.start < timex.span.start);
    let named = tokens
        .get(at)
        .is_some_and(|token| token.is(Class::SURNAME) && token.shape == Shape::Capital && token.span == timex.span)
        && at.checked_sub(1).and_then(|before| tokens.get(before)).is_some_and(|before| {
            before.shape == Shape::Capital && !before.is(Class::FUNCTION | Class::MONTH | Class::ADVERB | Class::NOUN)
        });
    // "by Jan Poe"
    let given = tokens.get(at).is_some_and(|token| token.is(Class::GIVEN) && token.span == timex.span)
        && timex.span.of(text) == "Jan"
        && at.checked_sub(1).is_some_and(|before| tokens[before].is(Class::AGENT | Class::CONJUNCTION))
        && tokens.get(at + 1).is_some_and(|next| next.shape == Shape::Capital && !next.is(Class::FUNCTION));
    !named && !given && !timex.value.ends_with("_REF") && !timex.span.of(text).is_empty()
}

/// Whether the word at `at` belongs to an office rather than tells an event: "sacked fire chief Jens Hansen".
fn is_modifier(tokens: &[Token], at: usize) -> bool {
    let next = tokens.get(at + 1);
    // "appoints retired police general Ana Silva"
    let held = tokens[at].is(Class::FORMER) && next.is_some_and(|next| next.is(Class::ROLE | Class::ROLE_MODIFIER));
    let office = held || tokens[at].is(Class::ROLE_MODIFIER) && next.is_some_and(|next| next.is(Class::ROLE));
    let object = at.checked_sub(1).is_some_and(|before| {
        tokens[before].is(Class::TRIGGER | Class::DETERMINER) || tokens[before].shape == Shape::Genitive
    });
    office && object
}

/// Gives the tokens under `spans`, which are in order, a class.
fn mark(tokens: &mut [Token], spans: impl Iterator<Item = Span>, class: Class) {
    let mut i = 0;
    for span in spans {
        while tokens.get(i).is_some_and(|token| token.span.end <= span.start) {
            i += 1;
        }
        for token in tokens[i..].iter_mut().take_while(|token| token.span.start < span.end) {
            token.class = token.class | class;
        }
    }
}

/// Whether an expression can date an event.
pub(crate) fn dates(timex: &Timex) -> bool {
    // "at the same time" only repeats a date, "the second day" names one that the text does not tell.
    matches!(timex.class, TimexClass::Date | TimexClass::Time)
        && timex.value != "PRESENT_REF"
        && !matches!(timex.rule, "meanwhile" | "nth-unit")
}
