//! Which productions a token can begin where it stands, asked of the productions themselves.
//!
//! Most tokens around a hit begin nothing, and the others few things. So nobody has to keep lists of first words true,
//! each pair of neighbours is put before the productions once, with nothing after it that can be read: a production
//! that refuses the pair there refuses it everywhere, while one that takes it, or asks for what comes next, is worth
//! trying. What a token begins before whatever stands next is asked first, for that is mostly nothing.

use std::cell::{Cell, RefCell};
use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};
use std::sync::{PoisonError, RwLock};

use super::expr::Expr;
use super::number::{In, Res};
use super::token::{Kind, Token};
use super::{EXPRESSIONS, IN_MESSAGES, IN_PROSE, OF_MESSAGES, clock, date, duration, relative};

/// What reads one expression.
pub(super) type Production = for<'t> fn(In<'t>) -> Res<'t, Expr>;

/// The productions of one place in the grammar, of which only those are tried that the first token can begin.
pub(super) struct Choice {
    /// Its first bit in [`Heads`].
    bit: usize,
    productions: &'static [Production],
}

/// Every choice, each with a number of bits to itself. Those that others are made of stand before them: they are asked
/// first, and what they refuse is then not tried again inside the others.
const CHOICES: [&Choice; 10] = [
    &duration::LENGTHS,
    &relative::NAMED_DAYS,
    &relative::RELATIVES,
    &clock::CLOCKS,
    &date::DATES,
    &clock::TIMES,
    &IN_PROSE,
    &IN_MESSAGES,
    &OF_MESSAGES,
    &EXPRESSIONS,
];

impl Choice {
    /// The choice that has the bits from `bit` up to `end`.
    pub(super) const fn new(bit: usize, end: usize, productions: &'static [Production]) -> Choice {
        assert!(bit + productions.len() <= end && end <= BITS && productions.len() < 32);
        Choice { bit, productions }
    }

    /// The productions worth trying on the input, in order.
    #[inline]
    pub(super) fn of(&self, input: In<'_>) -> impl Iterator<Item = Production> + use<> {
        let mut left = input.first().map_or(0, |token| self.bits(token.heads));
        let productions = self.productions;
        std::iter::from_fn(move || {
            let next = productions.get(left.trailing_zeros() as usize)?;
            left &= left - 1;
            Some(*next)
        })
    }

    /// Nothing, where one of its productions is worth trying: what most that stands after a date is refused by.
    #[inline]
    pub(super) fn ahead<'t>(&self, input: In<'t>) -> Res<'t, ()> {
        match input.first() {
            Some(token) if self.bits(token.heads) != 0 => Ok((input, ())),
            _ => Err(nom::Err::Error(())),
        }
    }

    /// Which of its productions are among the heads.
    fn bits(&self, heads: Heads) -> u32 {
        (heads.0 >> self.bit) as u32 & ((1 << self.productions.len()) - 1)
    }

    /// What the first production reads that reads anything. Several that begin with it ask for it in turn, so what was
    /// read last is kept.
    #[inline]
    pub(super) fn first<'t>(&self, input: In<'t>) -> Res<'t, Expr> {
        self.ahead(input)?;
        self.last_or_first(input, input.first().map_or(NO_SERIAL, |token| token.serial))
    }

    fn last_or_first<'t>(&self, input: In<'t>, serial: u64) -> Res<'t, Expr> {
        let read = LAST.with(|last| {
            let last = &last[self.bit];
            if last.serial.get() == serial && serial != NO_SERIAL {
                return last.read.get().map(|(expr, length)| (&input[length..], expr));
            }
            let read = self.of(input).find_map(|production| production(input).ok());
            last.read.set(read.map(|(rest, expr)| (expr, input.len() - rest.len())));
            last.serial.set(serial);
            read
        });
        read.ok_or(nom::Err::Error(()))
    }
}

thread_local! {
    /// What each choice read last.
    static LAST: [Last; BITS] = const { [const { Last { serial: Cell::new(NO_SERIAL), read: Cell::new(None) } }; BITS] };
}

struct Last {
    /// Of the first token.
    serial: Cell<u64>,
    /// The expression that it begins, and how many tokens that takes.
    read: Cell<Option<(Expr, usize)>>,
}

/// The serial of what stands in no text.
pub(super) const NO_SERIAL: u64 = 0;

/// How many productions there can be.
const BITS: usize = u128::BITS as usize;

/// A set of productions, a bit each.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Heads(u128);

impl Heads {
    pub(super) const ALL: Heads = Heads(u128::MAX);
}

/// Tells the tokens of a run what they can begin, and gives each a serial of its own.
pub(super) fn tell(tokens: &mut [Token]) {
    KNOWN.with_borrow_mut(|known| {
        for at in 0..tokens.len() {
            let heads = known.heads(&tokens[at], tokens.get(at + 1));
            known.told += 1;
            (tokens[at].heads, tokens[at].serial) = (heads, known.told);
        }
    });
}

thread_local! {
    static KNOWN: RefCell<Known> = RefCell::default();
}

/// What a thread has learned.
#[derive(Default)]
struct Known {
    /// What tokens begin before whatever stands next, by class.
    alone: Vec<Option<Heads>>,
    /// What they begin before their neighbour, by the classes of both.
    pairs: Asked,
    /// How many tokens were told.
    told: u64,
}

type Asked = HashMap<u32, Heads, BuildHasherDefault<Multiply>>;

/// What any thread has asked of the productions. What one has learned it keeps to itself, so that this is seldom locked.
static ASKED: RwLock<Asked> = RwLock::new(HashMap::with_hasher(BuildHasherDefault::new()));

impl Known {
    #[inline]
    fn heads(&mut self, first: &Token, second: Option<&Token>) -> Heads {
        let alone = self.alone(first);
        if alone == Heads::default() {
            return alone;
        }
        let key = u32::from(first.class.0) << 16 | second.map_or(0, |second| second.class.0.into());
        match self.pairs.get(&key) {
            Some(heads) => *heads,
            None => self.of_pair(key, &Token { heads: alone, ..*first }, second),
        }
    }

    #[cold]
    fn of_pair(&mut self, key: u32, first: &Token, second: Option<&Token>) -> Heads {
        let heads = asked(key, || {
            let with = |token: &Token, heads| Token { heads, serial: NO_SERIAL, ..*token };
            let second = second.map(|second| with(second, self.alone(second)));
            of_pair(&with(first, first.heads), second.as_ref())
        });
        self.pairs.insert(key, heads);
        heads
    }

    #[inline]
    fn alone(&mut self, token: &Token) -> Heads {
        match self.alone.get(token.class.kind()) {
            Some(Some(heads)) => *heads,
            _ => self.of_any(token),
        }
    }

    #[cold]
    fn of_any(&mut self, token: &Token) -> Heads {
        let kind = token.class.kind();
        // No token has the class 0.
        let heads = asked(kind as u32, || of_any(token));
        self.alone.resize(self.alone.len().max(kind + 1), None);
        self.alone[kind] = Some(heads);
        heads
    }
}

/// What was asked under this key before, on whatever thread, or else what comes of asking.
fn asked(key: u32, ask: impl FnOnce() -> Heads) -> Heads {
    let known = ASKED.read().unwrap_or_else(PoisonError::into_inner).get(&key).copied();
    known.unwrap_or_else(|| {
        let heads = ask();
        ASKED.write().unwrap_or_else(PoisonError::into_inner).insert(key, heads);
        heads
    })
}

/// What the productions tell apart of a token: its kind, where a figure is known by how many digits it has, and how it
/// stands in the text. None is 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Class(u16);

impl Class {
    #[inline]
    pub(super) fn of(kind: Kind, glued: bool, followed: bool, capital: bool) -> Class {
        let kind = match kind {
            Kind::Possessive => 1,
            Kind::Nth(_) => 2,
            Kind::Plural(..) => 3,
            Kind::Tenths(_) => 4,
            Kind::Beyond => 5,
            Kind::Digits(_, length) => 6 + usize::from(length).min(FIGURES.len() - 1),
            Kind::Sign(sign) => 6 + FIGURES.len() + usize::from(sign & 127),
            Kind::Word(word) => 6 + FIGURES.len() + 128 + usize::from(word.class),
        };
        debug_assert!(kind < 1 << 13);
        Class((kind as u16) << 3 | u16::from(glued) | u16::from(followed) << 1 | u16::from(capital) << 2)
    }

    /// The number of its kind.
    fn kind(self) -> usize {
        usize::from(self.0 >> 3)
    }
}

/// Numbers of each length that stand for all the others: a clock's, a day's, a year's and larger ones; the first are
/// grouped by commas.
const FIGURES: [&[u32]; 6] = [
    &[1000, 12_000],
    &[0, 1, 5, 9],
    &[0, 5, 12, 24, 31, 45, 70, 99],
    &[100, 150, 490, 500],
    &[1, 490, 1000, 1066, 1500, 1830, 1999, 2019, 2045, 9999],
    &[12_345, 99_999, 20_161_016],
];

/// The tokens that stand for all of the same class and flags.
fn stand_ins(token: &Token) -> Vec<Token> {
    let numbers =
        || FIGURES.iter().zip(0..).flat_map(|(values, length)| values.iter().map(move |&value| (value, length)));
    let kinds: Vec<Kind> = match token.kind {
        Kind::Digits(_, length) => {
            let class = usize::from(length).min(FIGURES.len() - 1);
            FIGURES[class].iter().map(|&value| Kind::Digits(value, class as u8)).collect()
        }
        Kind::Nth(_) => numbers().map(|(value, _)| Kind::Nth(value)).collect(),
        Kind::Plural(..) => numbers().map(|(value, length)| Kind::Plural(value, length)).collect(),
        Kind::Tenths(_) => numbers().map(|(value, _)| Kind::Tenths(value)).collect(),
        other => vec![other],
    };
    kinds.into_iter().map(|kind| Token { kind, ..*token }).collect()
}

/// So many tokens that nothing is known of stand after what is asked about.
const BEYOND: usize = 4;

/// The productions that do not refuse the token, whatever stands round it.
fn of_any(token: &Token) -> Heads {
    let flags = [(false, false, false), (true, true, true), (true, false, false)];
    let flagged = flags.map(|(glued, followed, capital)| Token { glued, followed, capital, ..*token });
    let rows: Vec<Row> = flagged.iter().flat_map(stand_ins).map(|token| Row::before_anything(&[token])).collect();
    Heads::ALL.taken(rows)
}

/// The heads of the token that do not refuse it right before the other; at the end of a run where there is none.
fn of_pair(first: &Token, second: Option<&Token>) -> Heads {
    let seconds = second.map(stand_ins);
    let rows = stand_ins(first).into_iter().flat_map(|first| match &seconds {
        None => vec![Row { tokens: [first; ROW], length: 1 }],
        Some(seconds) => seconds.iter().map(|&second| Row::before_anything(&[first, second])).collect(),
    });
    first.heads.taken(rows.collect())
}

/// The tokens that the productions are asked with.
struct Row {
    tokens: [Token; ROW],
    length: usize,
}

const ROW: usize = 2 + BEYOND;

impl Row {
    /// One or two tokens, after which nothing can be read.
    fn before_anything(known: &[Token]) -> Row {
        let mut tokens = [Token { kind: Kind::Beyond, heads: Heads::ALL, ..known[known.len() - 1] }; ROW];
        tokens[..known.len()].copy_from_slice(known);
        Row { tokens, length: known.len() + BEYOND }
    }
}

impl Heads {
    /// Those that take one of the rows or, where these go on, ask for what comes after them.
    fn taken(mut self, mut rows: Vec<Row>) -> Heads {
        for choice in CHOICES {
            let asked = choice.bits(self);
            let mut taken = 0;
            for row in &mut rows {
                row.tokens[0].heads = self;
                taken |= choice.taken(asked & !taken, &row.tokens[..row.length]);
            }
            self.0 &= !(u128::from(asked & !taken) << choice.bit);
        }
        self
    }
}

impl Choice {
    /// Which of the productions that are `asked` take the tokens, or ask for what comes after them.
    fn taken(&self, asked: u32, tokens: &[Token]) -> u32 {
        let (mut left, mut taken) = (asked, 0);
        while left != 0 {
            let bit = left & left.wrapping_neg();
            left &= left - 1;
            READ_ON.set(false);
            if self.productions[bit.trailing_zeros() as usize](tokens).is_ok() || READ_ON.get() {
                taken |= bit;
            }
        }
        taken
    }
}

thread_local! {
    static READ_ON: Cell<bool> = const { Cell::new(false) };
}

/// Notes that a production asked for what stands after the tokens that it is probed with.
#[cold]
pub(super) fn read_on() {
    READ_ON.set(true);
}

/// Spreads the bits of one number; the keys are no one's to choose.
#[derive(Default)]
struct Multiply(u64);

impl Hasher for Multiply {
    fn write(&mut self, bytes: &[u8]) {
        bytes.iter().for_each(|&byte| self.write_u32(byte.into()));
    }

    fn write_u32(&mut self, number: u32) {
        self.0 = (self.0 ^ u64::from(number)).wrapping_mul(0x9E37_79B9_7F4A_7C15);
    }

    fn finish(&self) -> u64 {
        self.0
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::texts;
    use super::super::token::Cutter;
    use super::*;

    #[test]
    fn no_production_is_left_out_that_could_begin_there() {
        let mut cutter = Cutter::new();
        for text in texts() {
            let tokens = cutter.run(&text, 0, 0);
            let known: Vec<Heads> = tokens.iter().map(|token| token.heads).collect();
            tokens.iter_mut().for_each(|token| token.heads = Heads::ALL);
            for (at, heads) in known.iter().enumerate() {
                for (production, bit) in CHOICES.iter().flat_map(|choice| choice.productions.iter().zip(choice.bit..)) {
                    assert!(heads.0 & (1 << bit) != 0 || production(&tokens[at..]).is_err(), "{text:?}, bit {bit}");
                }
            }
        }
    }
}
