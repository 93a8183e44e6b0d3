//! Which productions a token can begin, asked of the productions themselves.
//!
//! Most tokens around a hit begin nothing, and the others few things. So nobody has to keep lists of first words true,
//! each word is put before each production once, with nothing after it that can be read: a production that refuses
//! the word there refuses it everywhere, while one that takes it, or asks for what comes next, is worth trying.

use std::cell::Cell;
use std::sync::{LazyLock, OnceLock};

use super::expr::Expr;
use super::number::{In, Res};
use super::token::{Kind, SIGNS, Token};
use super::{EXPRESSIONS, clock, date, relative};
use crate::Span;
use crate::lexicon::time::ENGLISH;

/// What reads one expression.
pub(super) type Production = for<'t> fn(In<'t>) -> Res<'t, Expr>;

/// The productions of one place in the grammar, of which only those are tried that the first token can begin.
pub(super) struct Choice {
    /// Its first bit in [`Heads`].
    bit: usize,
    productions: &'static [Production],
}

/// Every choice, each with a number of bits to itself.
const CHOICES: [&Choice; 4] = [&EXPRESSIONS, &date::DATES, &clock::TIMES, &relative::RELATIVES];

impl Choice {
    /// The choice that has the bits from `bit` up to `end`.
    pub(super) const fn new(bit: usize, end: usize, productions: &'static [Production]) -> Choice {
        assert!(bit + productions.len() <= end && end <= u64::BITS as usize);
        Choice { bit, productions }
    }

    /// The productions worth trying on the input, in order.
    pub(super) fn of(&self, input: In<'_>) -> impl Iterator<Item = Production> + use<> {
        let heads = input.first().map_or(Heads::default(), |token| token.heads);
        let mut left = heads.0 >> self.bit & ((1 << self.productions.len()) - 1);
        let productions = self.productions;
        std::iter::from_fn(move || {
            let next = productions.get(left.trailing_zeros() as usize)?;
            left &= left - 1;
            Some(*next)
        })
    }

    /// What the first production reads that reads anything.
    pub(super) fn first<'t>(&self, input: In<'t>) -> Res<'t, Expr> {
        self.of(input).find_map(|production| production(input).ok()).ok_or(nom::Err::Error(()))
    }
}

/// A set of productions, a bit each.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Heads(u64);

impl Heads {
    const ALL: Heads = Heads(u64::MAX);

    /// What the word of the lexicon can begin.
    pub(super) fn of_word(form: usize) -> Heads {
        let Some(known) = WORDS.get(form) else { return Heads::ALL };
        *known
            .get_or_init(|| ENGLISH.form(form).map_or(Heads::ALL, |(form, meanings)| probe(form, Kind::Word(meanings))))
    }

    /// What a sign, a possessive or a number can begin.
    pub(super) fn of(kind: Kind) -> Heads {
        match kind {
            Kind::Sign(sign) => OTHERS.signs.get(usize::from(sign)).copied().unwrap_or(Heads::ALL),
            Kind::Possessive => OTHERS.possessive,
            Kind::Digits(_, length) => OTHERS.figures[usize::from(length).min(FIGURES.len() - 1)],
            Kind::Nth(_) => OTHERS.nth,
            Kind::Plural(..) => OTHERS.plural,
            Kind::Tenths(_) => OTHERS.tenths,
            Kind::Word(_) | Kind::Beyond => Heads::ALL,
        }
    }

    fn or(self, other: Heads) -> Heads {
        Heads(self.0 | other.0)
    }
}

static WORDS: LazyLock<Vec<OnceLock<Heads>>> = LazyLock::new(|| ENGLISH.iter().map(|_| OnceLock::new()).collect());

struct Others {
    signs: [Heads; 128],
    possessive: Heads,
    /// By the count of digits, 0 where they are grouped by commas.
    figures: [Heads; FIGURES.len()],
    nth: Heads,
    plural: Heads,
    tenths: Heads,
}

/// Numbers of each length that stand for all the others: a clock's, a day's, a year's and larger ones.
const FIGURES: [&[u32]; 6] = [
    &[1000, 12_000],
    &[0, 1, 5, 9],
    &[0, 5, 12, 24, 31, 45, 70, 99],
    &[100, 150, 490, 500],
    &[1, 490, 1000, 1066, 1500, 1830, 1999, 2019, 2045, 9999],
    &[12_345, 99_999],
];

static OTHERS: LazyLock<Others> = LazyLock::new(|| {
    let mut signs = [Heads::ALL; 128];
    for sign in SIGNS {
        signs[usize::from(sign)] = probe("-", Kind::Sign(sign));
    }
    let all = |kinds: &dyn Fn(u32, u8) -> Kind, lengths: std::ops::Range<usize>| {
        let numbers = lengths.flat_map(|length| FIGURES[length].iter().map(move |&value| (value, length as u8)));
        numbers.fold(Heads::default(), |heads, (value, length)| heads.or(probe("1999", kinds(value, length))))
    };
    Others {
        signs,
        possessive: probe("'s", Kind::Possessive),
        figures: std::array::from_fn(|length| all(&Kind::Digits, length..length + 1)),
        nth: all(&|value, _| Kind::Nth(value), 0..FIGURES.len()),
        plural: all(&Kind::Plural, 0..FIGURES.len()),
        tenths: all(&|value, _| Kind::Tenths(value), 0..FIGURES.len()),
    }
});

thread_local! {
    static READ_ON: Cell<bool> = const { Cell::new(false) };
}

/// Notes that a production took the probed token and asked for the next.
#[cold]
pub(super) fn read_on() {
    READ_ON.set(true);
}

/// The productions that do not refuse the token, whatever stands round it.
fn probe(form: &str, kind: Kind) -> Heads {
    let span = Span::new(0, form.len());
    let mut heads = Heads::default();
    for (glued, followed, capital) in [(false, false, false), (true, true, true), (true, false, false)] {
        let token = Token { span, kind, glued, followed, capital, heads: Heads::ALL };
        let input = [token, Token { kind: Kind::Beyond, ..token }];
        for choice in CHOICES {
            for (production, bit) in choice.productions.iter().zip(choice.bit..) {
                READ_ON.set(false);
                if production(&input).is_ok() || READ_ON.get() {
                    heads = heads.or(Heads(1 << bit));
                }
            }
        }
    }
    heads
}

#[cfg(test)]
mod tests {
    use super::super::token;
    use super::*;

    /// What follows a first word in the pairs that are tried.
    const FOLLOWERS: [&str; 24] = [
        "5",
        "5, 1999",
        "1999",
        "the 5th",
        "of last year",
        "March 5",
        "Monday",
        "days ago",
        "two years",
        "thousand nine",
        "a half",
        "-",
        "-five",
        "- 10 May",
        ", 5 May",
        "century BC",
        "quarter of 1999",
        "half",
        "same day",
        "p.m.",
        "o'clock",
        "in the morning",
        "night",
        "'s day",
    ];

    #[test]
    fn no_production_is_left_out_that_could_begin_there() {
        let firsts = ENGLISH.iter().map(|(form, _)| form);
        let others = ["5", "12", "31", "99", "490", "1999", "5th", "1990s", "90s", "2.5", "1,000", "'", "-", "(", "~"];
        for first in firsts.chain(others) {
            for follower in FOLLOWERS {
                let text = format!("{first} {follower}");
                let mut tokens = Vec::new();
                token::run(&text, 0, 0, &mut tokens);
                let Some(token) = tokens.first() else { continue };
                for (production, bit) in CHOICES.iter().flat_map(|choice| choice.productions.iter().zip(choice.bit..)) {
                    assert!(token.heads.0 & (1 << bit) != 0 || production(&tokens).is_err(), "{text}");
                }
            }
        }
    }
}
