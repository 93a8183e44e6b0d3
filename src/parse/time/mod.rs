//! Temporal expressions: TIMEX3 with values.
//!
//! The prefilter names places; around each the text is cut into tokens, and the grammar is tried from token to token,
//! the longest reading first. What was read is a meaning without a date: `anchor` goes through all of them in text
//! order and works the dates out.

mod account;
mod admit;
mod anchor;
mod clock;
mod compound;
mod cue;
mod date;
mod duration;
mod era;
mod expr;
mod heads;
mod hour;
mod no_day;
mod nth;
mod number;
mod numeric;
mod range;
mod relative;
mod set;
mod share;
mod token;
mod value;

use nom::Parser;
use nom::branch::alt;
use nom::sequence::preceded;

pub(crate) use self::anchor::{Tense, alone, opens_past};
pub(crate) use self::cue::{Cue, Told, cues};
use self::expr::{Expr, Sense};
use self::heads::Choice;
pub(crate) use self::no_day::no_such_days;
use self::number::{In, Res, one, small};
use self::token::{Cutter, Token};
use crate::Span;
use crate::document::Document;
use crate::lexicon::time::{Meaning, Reference, Small, Turn};
use crate::timex::Timex;

/// The temporal expressions of a document, in text order, with values worked out.
pub(crate) fn timexes(document: &Document) -> Vec<Timex> {
    anchor::anchor(document, &found(&document.text))
}

/// The expressions of a text, in its order, before any anchor.
fn found(text: &str) -> Vec<Found> {
    read(text, crate::scan::time::hits(text, Style::of(text) == Style::Message))
}

/// An expression and where it stands.
#[derive(Clone, Copy, Debug)]
struct Found {
    span: Span,
    expr: Expr,
}

/// How much a text says about what it means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Style {
    Prose,
    /// A short message: there "day" or "weekend" alone, and names without their capital, tell a time.
    Message,
}

impl Style {
    fn of(text: &str) -> Style {
        if text.len() <= MESSAGE { Style::Message } else { Style::Prose }
    }
}

/// A text of no more bytes is a message.
const MESSAGE: usize = 280;

/// News has an expression in about so many bytes: room for them is made at once.
const EXPRESSION: usize = 150;
const MANY: usize = 1024;

/// Reads the expressions around the hits, which are in order.
fn read(text: &str, hits: impl Iterator<Item = usize>) -> Vec<Found> {
    let style = Style::of(text);
    let mut found = Vec::with_capacity((text.len() / EXPRESSION).min(MANY));
    let mut cutter = Cutter::new();
    let mut done = 0;
    for hit in hits {
        if hit < done {
            continue;
        }
        let tokens = cutter.run(text, hit, done);
        read_run(text, style, tokens, &mut found);
        done = tokens.last().map_or(done, |last| last.span.end).max(done);
    }
    found
}

/// Reads the expressions of one run of tokens.
fn read_run(text: &str, style: Style, tokens: &[Token], found: &mut Vec<Found>) {
    let mut at = 0;
    while at < tokens.len() {
        let Some((mut expr, length)) = expression(&tokens[at..], style) else {
            at += 1;
            continue;
        };
        share::adopt_year(&mut expr, &tokens[at + length..]);
        share::adopt_day(&mut expr, &tokens[at + length..]);
        share::adopt_set(&mut expr, &tokens[at + length..]);
        if !admit::admit(text, style, tokens, at, length, &mut expr) {
            at += 1;
            continue;
        }
        found.push(Found { span: span(tokens, at, length), expr });
        let runs = at.checked_sub(1).is_some_and(|before| tokens[before].is(Small::From));
        at += length;
        while let Some((next, before, length)) = share::continued(&expr, runs, &tokens[at..]) {
            found.push(Found { span: span(tokens, at + before, length), expr: next });
            at += before + length;
            expr = next;
        }
    }
}

/// The span of `length` tokens from `at`.
fn span(tokens: &[Token], at: usize, length: usize) -> Span {
    Span::new(tokens[at].span.start, tokens[at + length - 1].span.end)
}

/// All that can be an expression; of two that read as far, the first is taken.
const EXPRESSIONS: Choice = Choice::new(
    0,
    24,
    &[
        clock::time,
        |i| relative::phased(clock::time)(i),
        date::date,
        |i| relative::phased(date::date)(i),
        relative::relative,
        |i| relative::phased(relative::relative)(i),
        duration::offset,
        duration::window,
        duration::the_length,
        duration::duration,
        duration::period,
        nth::nth_unit,
        nth::nth_of,
        |i| relative::phased(nth::nth_unit)(i),
        |i| alt((set::set, reference)).parse(i),
        nth::nth_day,
    ],
);

/// What is an expression where nothing else is, by the style of the text.
const IN_PROSE: Choice = Choice::new(94, 96, &[relative::bare_part]);
const IN_MESSAGES: Choice = Choice::new(96, 98, &[relative::bare_noun]);

/// What is a date or a time in messages only.
const OF_MESSAGES: Choice = Choice::new(
    102,
    108,
    &[numeric::day_apart, numeric::weekday_and_figures, numeric::compact_day, clock::day_and_hour],
);

/// The longest expression that begins with the first token, and how many tokens it takes.
fn expression(input: In<'_>, style: Style) -> Option<(Expr, usize)> {
    let mut best: Option<(Expr, usize)> = None;
    let of_messages = (style == Style::Message).then(|| OF_MESSAGES.of(input));
    for production in EXPRESSIONS.of(input).chain(of_messages.into_iter().flatten()) {
        if let Ok((rest, expr)) = production(input) {
            let length = input.len() - rest.len();
            if best.is_none_or(|(_, most)| length > most) {
                best = Some((expr, length));
            }
        }
    }
    let bare = match style {
        Style::Prose => &IN_PROSE,
        Style::Message => &IN_MESSAGES,
    };
    best.or_else(|| bare.first(input).ok().map(|(rest, expr)| (expr, input.len() - rest.len())))
}

/// `now`, `recently`, `the past`, `the future`, `former`
fn reference(input: In<'_>) -> Res<'_, Expr> {
    let word = one(|token| token.meaning(|m| if let Meaning::Reference(to) = m { Some(to) } else { None }));
    let noun = one(|token| {
        let past = token.means(Meaning::Turn(Turn::Past)).then_some(Reference::Past);
        past.or_else(|| token.means(Meaning::Reference(Reference::Future)).then_some(Reference::Future))
    });
    let former = one(|token| token.means(Meaning::Former).then_some(Sense::Reference(Reference::Past)));
    let former = former.map(|sense| Expr { casual: true, ..Expr::new(sense, "former") });
    let noun = preceded(small(Small::The), noun).map(Sense::Reference);
    let plain = alt((noun, word.map(Sense::Reference))).map(|sense| Expr::new(sense, "reference"));
    alt((plain, former)).parse(input)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Words of the lexicon, figures and others strung together at random, with the signs that join them.
    pub(super) fn texts() -> impl Iterator<Item = String> {
        let words: Vec<&str> = crate::lexicon::time::ENGLISH.iter().map(|word| word.form).collect();
        let figures = [
            "5",
            "12",
            "1932",
            "1930s",
            "3rd",
            "06.03.1932",
            "10:30",
            "1932-03-05",
            "2,500",
            "'32",
            "2.5",
            "5. 3. 32",
            "3/6",
        ];
        let others = ["door", "Brandt", "said", "mayor", "secondhand", "marched"];
        let joints = [" ", " ", " ", " ", ", ", "-", "\n", ". "];
        let mut seed: u64 = 0x2545_F491_4F6C_DD1D;
        let mut draw = move |count: usize| {
            seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            (seed >> 33) as usize % count
        };
        (0..1500).map(move |_| {
            let mut text = String::new();
            for _ in 0..10 {
                let word = match draw(8) {
                    0 | 1 => figures[draw(figures.len())],
                    2 | 3 => others[draw(others.len())],
                    _ => words[draw(words.len())],
                };
                text.push_str(word);
                text.push_str(joints[draw(joints.len())]);
            }
            text
        })
    }

    /// Every place where a word or figure begins.
    fn everywhere(text: &str) -> impl Iterator<Item = usize> {
        let mut inside = false;
        text.char_indices().filter_map(move |(at, c)| {
            let begins = !std::mem::replace(&mut inside, c.is_alphanumeric()) && c.is_alphanumeric();
            begins.then_some(at)
        })
    }

    #[test]
    fn the_prefilter_misses_nothing() {
        let unknown = "door ".repeat(MESSAGE);
        for message in texts() {
            for text in [format!("{message}\n\n{unknown}"), message] {
                let places =
                    |found: Vec<Found>| -> Vec<_> { found.iter().map(|one| (one.span, one.expr.rule)).collect() };
                assert_eq!(places(found(&text)), places(read(&text, everywhere(&text))), "{text:?}");
            }
        }
    }
}
