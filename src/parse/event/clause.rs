//! One sentence taken apart: mentions, times, triggers and the words between, and the questions that the frames ask of
//! it: who is the subject, what is the object, is it passive, is it meant as a fact.
//!
//! No parse tree: a verb's subject is looked for leftwards and its objects rightwards, over a bounded number of nodes,
//! which holds for the English of office events and stays linear.

mod several;
mod subject;
mod verb;

use std::cell::RefCell;

use crate::Span;
use crate::parse::mention::{Mention, MentionKind, introduce, may_begin, mention};
use crate::parse::word::{Class, Shape, Token, tokenize};
use crate::timex::{Timex, TimexClass};

use super::trigger::{Form, Hit, Table, Trigger, TriggerId};

pub(crate) use verb::Verb;

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

impl Node {
    /// A word by itself.
    #[inline]
    fn word(text: &str, token: Token) -> Node {
        let initial = text.as_bytes().get(token.span.start).map_or(0, u8::to_ascii_lowercase);
        Node { span: token.span, item: Item::Word, token, initial, times: 0 }
    }
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
        mark_triggers(text, tokens, table, hits);
        nodes.reserve(tokens.len());
        // What lies before the word is done with.
        let (mut times, mut hits) = (&times[..], hits);
        let (mut i, mut next) = (0, 0);
        while let Some(&token) = tokens.get(i) {
            // Most words are neither an expression nor a trigger, and begin no mention.
            let apart = token.span.end <= next;
            if apart && !may_begin(&token) {
                nodes.push(Node::word(text, token));
                i += 1;
                continue;
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
            // Where the next expression or trigger begins that the word does not lie behind.
            let (time, hit) = (times.first().map(|(_, time)| time.start), hits.first().map(|hit| hit.span.start));
            next = time.into_iter().chain(hit).min().unwrap_or(usize::MAX);
            if !apart && token.span.end <= next && !may_begin(&token) {
                continue;
            }
            let modifies = token.is(Class::TRIGGER) && is_modifier(text, tokens, i);
            if modifies {
                tokens[i].class = token.class.without(Class::TRIGGER);
            }
            let covered = |span: Span| tokens[i..].iter().take_while(|t| t.span.start < span.end).count().max(1);
            let (length, item) = match (times, hits) {
                ([(number, time), ..], _) if time.overlaps(token.span) => (covered(*time), Item::Time(*number)),
                (_, [hit, ..]) if hit.span.start == token.span.start && tokens[i].is(Class::TRIGGER) => {
                    (covered(hit.span), Item::Trigger(hit.trigger))
                }
                _ if i == 0 && is_opening_adverb(text, tokens) => (1, Item::Word),
                _ => match mention(text, &tokens[i..])
                    .filter(|mention| !is_verb(text, &tokens[..i], &tokens[i..], mention))
                {
                    Some(mut mention) => {
                        introduce(text, &tokens[..i], &tokens[i..], &mut mention);
                        mentions.push(mention);
                        (mention.length, Item::Mention(mentions.len() - 1))
                    }
                    None => (1, Item::Word),
                },
            };
            let span = Span::new(token.span.start, tokens[i + length - 1].span.end);
            let times = times.iter().take_while(|(_, time)| time.start < span.end).count();
            nodes.push(Node { span, item, times, ..Node::word(text, token) });
            i += length;
        }
        if mentions.len() > 2 && classes.has(Class::ROLE) {
            several::share_out(text, &nodes, &mut mentions);
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

    /// Those of the whole sentence, in its order.
    pub(crate) fn mentions(&self) -> &[Mention] {
        &self.mentions
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
        self.mark(at) == Some(mark)
    }

    /// The mark that the node at `at` is.
    pub(crate) fn mark(&self, at: usize) -> Option<u8> {
        match self.nodes.get(at)? {
            Node { item: Item::Word, token: Token { shape: Shape::Mark(mark), .. }, .. } => Some(*mark),
            _ => None,
        }
    }

    /// Whether the node at `at` is an adverb: one of the list, or a word in "-ly".
    pub(super) fn is_adverb(&self, at: usize) -> bool {
        self.nodes.get(at).is_some_and(|node| {
            matches!(node.item, Item::Word)
                && node.token.shape == Shape::Lower
                && (node.token.is(Class::ADVERB) || node.token.is(Class::IN_LY) && !node.token.is(Class::FUNCTION))
        })
    }

    /// Whether the node at `at` looks like a verb in the past, or ends like one.
    pub(crate) fn may_be_past(&self, at: usize) -> bool {
        self.nodes.get(at).is_some_and(|node| {
            let one_word = node.span == node.token.span;
            if one_word { node.token.is(Class::PAST) } else { node.span.of(self.text).ends_with("ed") }
        })
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

/// "Essentially, the board": no name, long as it is; "Emily, 54, left" is one.
fn is_opening_adverb(text: &str, tokens: &[Token]) -> bool {
    let [adverb, comma, ..] = tokens else { return false };
    let ends = |word: &str| ADVERBS.iter().any(|end| word.ends_with(end));
    let word = adverb.span.of(text);
    adverb.is(Class::IN_LY) && comma.is_mark(b',') && word.len() >= LONG_ADVERB && ends(word)
}

/// What adverbs end in, and names that are as long do not.
const ADVERBS: [&str; 14] = [
    "ably", "ally", "antly", "arly", "ately", "edly", "ently", "fully", "ibly", "ingly", "ively", "ously", "tely",
    "urely",
];

/// Shorter words may be names: "Sally".
const LONG_ADVERB: usize = 8;

/// Whether an expression is one for these grammars: "former" belongs to an office, "May" may end a name.
fn is_time(text: &str, timex: &Timex, tokens: &[Token]) -> bool {
    let at = tokens.partition_point(|token| token.span.start < timex.span.start);
    let named = tokens
        .get(at)
        .is_some_and(|token| token.is(Class::SURNAME) && token.shape == Shape::Capital && token.span == timex.span)
        && at.checked_sub(1).and_then(|before| tokens.get(before)).is_some_and(|before| {
            before.shape == Shape::Capital && !before.is(Class::FUNCTION | Class::MONTH | Class::ADVERB | Class::NOUN)
        });
    // "by Jan Poe", "Jan van der Berg was"; but "in Jan Acme cut"
    let given = tokens.get(at).is_some_and(|token| token.is(Class::GIVEN) && token.span == timex.span)
        && timex.span.of(text) == "Jan"
        && !at.checked_sub(1).is_some_and(|before| dates_a_month(&tokens[before]))
        && tokens.get(at + 1).is_some_and(|next| {
            next.shape == Shape::Capital && !next.is(Class::FUNCTION | Class::MONTH | Class::TIME)
                || next.shape == Shape::Lower && next.is(Class::PARTICLE)
        });
    // "her last day as mayor" is what a verb dates.
    let ends = timex.rule == "nth-unit" && ["last day", "final day"].contains(&timex.span.of(text));
    !named && !given && !ends && !timex.value.ends_with("_REF") && !timex.span.of(text).is_empty()
}

/// Whether a word before "Jan" makes it the month: "in Jan", "last Jan", "4 Jan".
fn dates_a_month(before: &Token) -> bool {
    let leads = before.is(Class::PREPOSITION) && !before.is(Class::AGENT | Class::SUBORDINATOR);
    leads || before.is(Class::ORDINAL | Class::ADVERB | Class::TIME) || before.shape == Shape::Number
}

/// Whether a word for an office is a verb where it stands: "is to head the ministry", "asked to chair a panel".
fn is_verb(text: &str, before: &[Token], tokens: &[Token], mention: &Mention) -> bool {
    if mention.kind != MentionKind::Role || mention.length != 1 {
        return false;
    }
    let ([.., to], [word, next, ..]) = (before, tokens) else { return false };
    let object = next.is(Class::DETERMINER | Class::POSSESSIVE) || next.is_capital();
    object
        && word.shape == Shape::Lower
        && ["head", "chair", "captain", "coach", "partner", "judge"].contains(&word.span.of(text))
        && to.span.of(text) == "to"
}

/// Whether the word at `at` belongs to an office rather than tells an event: "sacked fire chief Jens Hansen".
fn is_modifier(text: &str, tokens: &[Token], at: usize) -> bool {
    let next = tokens.get(at + 1);
    // "appoints retired police general Ana Silva"
    let held = tokens[at].is(Class::FORMER) && next.is_some_and(|next| next.is(Class::ROLE | Class::ROLE_MODIFIER));
    // "and retired General Ana Silva", "Retired Archbishop Jens Hansen died"
    let retired = ["retired", "retiring", "Retired"].contains(&tokens[at].span.of(text));
    let ranked = retired && next.is_some_and(|next| next.is(Class::RANK | Class::ROLE) && next.is_capital());
    let office = held || tokens[at].is(Class::ROLE_MODIFIER) && next.is_some_and(|next| next.is(Class::ROLE));
    let object = at.checked_sub(1).is_some_and(|before| {
        // "the first elected mayor"
        let counted = tokens[before].is(Class::ORDINAL) && before > 0 && tokens[before - 1].is(Class::DETERMINER);
        counted || tokens[before].is(Class::TRIGGER | Class::DETERMINER) || tokens[before].shape == Shape::Genitive
    });
    // "the credentials of newly appointed non-resident ambassadors": told of nobody.
    let newly = at.checked_sub(1).is_some_and(|before| tokens[before].span.of(text) == "newly");
    let several = |token: &Token| token.is(Class::ROLE) && token.span.of(text).ends_with('s');
    ranked || office && object || newly && tokens[at + 1..].iter().take(AHEAD).any(several)
}

/// So far behind it stands the office that a participle describes.
const AHEAD: usize = 3;

/// Gives the tokens of triggers their class, but for those in the name of a body.
fn mark_triggers(text: &str, tokens: &mut [Token], table: &Table, hits: &[Hit]) {
    let mut at = 0;
    for hit in hits {
        at += tokens[at..].iter().take_while(|token| token.span.end <= hit.span.start).count();
        if !is_of_a_body(text, tokens, at, table.trigger(hit.trigger).form) {
            let inside = tokens[at..].iter_mut().take_while(|token| token.span.start < hit.span.end);
            inside.for_each(|token| token.class = token.class | Class::TRIGGER);
        }
    }
}

/// Whether a form of a trigger is a word of a body's name: "the electoral commission", "the Election Commission", "the
/// Norland Fire Service"; not "vowed to commission a study", nor "Board Names Service Chief".
fn is_of_a_body(text: &str, tokens: &[Token], at: usize, form: Form) -> bool {
    let Some((word, behind)) = tokens.get(at..).and_then(<[Token]>::split_first) else { return false };
    let before = at.checked_sub(1).map(|before| tokens[before]);
    if word.is(Class::ORGANIZATION) && matches!(form, Form::Base | Form::Third) {
        return !before.is_some_and(|to| to.is(Class::MODAL) || to.span.of(text).eq_ignore_ascii_case("to"));
    }
    let heads = |next: &Token| next.is(Class::ORGANIZATION) && next.is_capital();
    let named = word.is_capital() && behind.iter().take(2).take_while(|next| next.is_capital()).any(heads);
    match form {
        _ if !named => false,
        Form::Noun => true,
        // "Owners Fire Board": a verb, unless an article tells that a noun follows.
        Form::Base | Form::Gerund => {
            let modified = before.filter(Token::is_capital).and_then(|_| tokens.get(at.checked_sub(2)?).copied());
            [before, modified].into_iter().flatten().any(|word| word.is(Class::DETERMINER))
        }
        _ => false,
    }
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
