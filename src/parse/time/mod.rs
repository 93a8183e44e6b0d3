//! Temporal expressions: TIMEX3 with values.
//!
//! The prefilter names places; around each the text is cut into tokens, and the grammar is tried from token to token,
//! the longest reading first. What was read is a meaning without a date: `anchor` goes through all of them in text
//! order and works the dates out.

mod admit;
mod anchor;
mod clock;
mod date;
mod duration;
mod expr;
mod number;
mod relative;
mod set;
mod token;
mod value;

use nom::Parser;

use self::expr::{Expr, Sense};
use self::number::{In, Res, one};
use self::token::Token;
use crate::Span;
use crate::document::Document;
use crate::lexicon::time::Meaning;
use crate::timex::Timex;

/// The temporal expressions of a document, in text order, with values worked out.
pub(crate) fn timexes(document: &Document) -> Vec<Timex> {
    let text = &document.text;
    let hits = crate::scan::time::hits(text);
    anchor::anchor(document, &read(text, hits.map(|hit| hit.start)))
}

/// An expression and where it stands.
#[derive(Clone, Copy, Debug)]
struct Found {
    span: Span,
    expr: Expr,
}

/// Reads the expressions around the hits, which are in order.
fn read(text: &str, hits: impl Iterator<Item = usize>) -> Vec<Found> {
    let mut found = Vec::new();
    let mut tokens = Vec::new();
    let mut done = 0;
    for hit in hits {
        if hit < done {
            continue;
        }
        token::run(text, hit, done, &mut tokens);
        read_run(text, &tokens, &mut found);
        done = tokens.last().map_or(done, |last| last.span.end).max(done);
    }
    found
}

/// Reads the expressions of one run of tokens.
fn read_run(text: &str, tokens: &[Token], found: &mut Vec<Found>) {
    let mut at = 0;
    while at < tokens.len() {
        match expression(&tokens[at..]) {
            Some((expr, length)) => {
                let span = Span::new(tokens[at].span.start, tokens[at + length - 1].span.end);
                if admit::admit(text, tokens, at, length, &expr) {
                    found.push(Found { span, expr });
                    at += length;
                } else {
                    at += 1;
                }
            }
            None => at += 1,
        }
    }
}

/// The longest expression that begins with the first token, and how many tokens it takes.
fn expression(input: In<'_>) -> Option<(Expr, usize)> {
    let productions: [fn(In<'_>) -> Res<'_, Expr>; 10] = [
        clock::time,
        |i| relative::phased(clock::time)(i),
        date::date,
        |i| relative::phased(date::date)(i),
        relative::relative,
        |i| relative::phased(relative::relative)(i),
        duration::offset,
        duration::window,
        duration::duration,
        |i| nom::branch::alt((set::set, reference)).parse(i),
    ];
    let mut best: Option<(Expr, usize)> = None;
    for production in productions {
        if let Ok((rest, expr)) = production(input) {
            let length = input.len() - rest.len();
            if best.is_none_or(|(_, most)| length > most) {
                best = Some((expr, length));
            }
        }
    }
    best
}

/// `now`, `recently`
fn reference(input: In<'_>) -> Res<'_, Expr> {
    one(|token| token.meaning(|m| if let Meaning::Reference(to) = m { Some(to) } else { None }))
        .map(|to| Expr::new(Sense::Reference(to), "reference"))
        .parse(input)
}
