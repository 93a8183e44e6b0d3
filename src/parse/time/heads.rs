//! Which productions a token can begin, asked of the productions themselves.
//!
//! Most tokens around a hit begin nothing, and the others few things. So nobody has to keep lists of first words true,
//! each word is put before each production once, with nothing after it that can be read: a production that refuses
//! the word there refuses it everywhere, while one that takes it, or asks for what comes next, is worth trying.

use std::cell::Cell;
use std::sync::{LazyLock, OnceLock};

use super::PRODUCTIONS;
use super::token::{Kind, Token};
use crate::Span;
use crate::lexicon::time::ENGLISH;

/// A set of productions, by their place in [`PRODUCTIONS`].
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Heads(u16);

const _: () = assert!(PRODUCTIONS.len() <= u16::BITS as usize);

impl Heads {
    pub(super) const ALL: Heads = Heads(u16::MAX);

    pub(super) fn has(self, production: usize) -> bool {
        self.0 & (1 << production) != 0
    }

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
            Kind::Digits(..) | Kind::Nth(_) | Kind::Plural(..) | Kind::Tenths(_) => OTHERS.numbers,
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
    numbers: Heads,
}

static OTHERS: LazyLock<Others> = LazyLock::new(|| {
    let mut signs = [Heads::ALL; 128];
    for sign in super::token::SIGNS {
        signs[usize::from(sign)] = probe("-", Kind::Sign(sign));
    }
    Others { signs, possessive: probe("'s", Kind::Possessive), numbers: numbers() }
});

/// What numbers can begin, asked with some of each size.
fn numbers() -> Heads {
    let figures =
        [(0, 1), (5, 1), (9, 2), (25, 2), (45, 2), (70, 2), (99, 2), (150, 3), (490, 3), (1000, 0), (12_345, 5)];
    let years = [(1066, 4), (1830, 4), (1999, 4), (2019, 4), (2045, 4), (9999, 4)];
    let kinds = figures.into_iter().chain(years).flat_map(|(value, length)| {
        [Kind::Digits(value, length), Kind::Plural(value, length), Kind::Nth(value), Kind::Tenths(value)]
    });
    kinds.fold(Heads::default(), |heads, kind| heads.or(probe("1999", kind)))
}

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
    for flags in 0..8 {
        let [glued, followed, capital] = [1, 2, 4].map(|flag| flags & flag != 0);
        let token = Token { span, kind, glued, followed, capital, heads: Heads::ALL };
        let input = [token, Token { kind: Kind::Beyond, ..token }];
        for (number, production) in PRODUCTIONS.iter().enumerate() {
            READ_ON.set(false);
            if production(&input).is_ok() || READ_ON.get() {
                heads = heads.or(Heads(1 << number));
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
                for (number, production) in PRODUCTIONS.iter().enumerate() {
                    assert!(token.heads.has(number) || production(&tokens).is_err(), "{text}");
                }
            }
        }
    }
}
