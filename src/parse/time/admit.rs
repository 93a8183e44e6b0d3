//! What looks like a date and is none: verbs, names, counts, articles of law.

use super::expr::{Count, Expr, Part, Sense, YearRef};
use super::token::{Kind, Token};
use crate::calendar::Unit;
use crate::lexicon::time::{Meaning, Small};

/// Whether the `length` tokens from `at` are a temporal expression where they stand.
pub(super) fn admit(text: &str, tokens: &[Token], at: usize, length: usize, expr: &Expr) -> bool {
    let here = &tokens[at..at + length];
    let before = at.checked_sub(1).map(|i| &tokens[i]);
    let (Some(first), Some(last)) = (here.first(), here.last()) else { return false };
    let place = Place { text, first, last, before, after: tokens.get(at + length) };
    match expr.sense {
        Sense::Unit(Unit::Year(_)) if length == 1 => place.bare_year(),
        Sense::Part { year: YearRef::Unstated, part: Part::Month(_) } if length == 1 => place.bare_word(),
        Sense::Part { year: YearRef::Unstated, part: Part::Season(_) } if length == 1 => place.lower_noun(),
        Sense::Weekday { turn: None, .. } if length == 1 && expr.time.is_none() => place.bare_word(),
        Sense::Length(length) => length.first.count != Count::Vague || place.alone(),
        _ => !place.money(),
    }
}

struct Place<'t> {
    text: &'t str,
    first: &'t Token,
    last: &'t Token,
    before: Option<&'t Token>,
    after: Option<&'t Token>,
}

impl Place<'_> {
    fn byte_before(&self) -> Option<u8> {
        self.first.span.start.checked_sub(1).map(|i| self.text.as_bytes()[i])
    }

    fn byte_after(&self) -> Option<u8> {
        self.text.as_bytes().get(self.last.span.end).copied()
    }

    /// `$1995`, `#2001`
    fn money(&self) -> bool {
        matches!(self.byte_before(), Some(b'$' | b'#' | 0xA3 | 0xAC)) || matches!(self.byte_after(), Some(b'%' | b'$'))
    }

    /// Four figures alone: a year, unless they count or name something.
    fn bare_year(&self) -> bool {
        let Kind::Digits(value, _) = self.first.kind else { return true };
        let joined = |byte: Option<u8>| matches!(byte, Some(b'.' | b':' | b'@' | b'_' | b'=' | b'&'));
        let in_number = joined(self.byte_before())
            || (joined(self.byte_after())
                && self.text.as_bytes().get(self.last.span.end + 1).is_some_and(u8::is_ascii_digit));
        let counted = self.after.is_some_and(|token| token.unit().is_some());
        (1500..2050).contains(&value) && !self.money() && !in_number && !counted
    }

    /// A month or weekday alone: with its capital, and for words that mean more, after a word that a date follows.
    fn bare_word(&self) -> bool {
        let word = self.first.span.of(self.text);
        let doubtful = word.len() <= 3 || word.eq_ignore_ascii_case("march");
        if !self.first.capital {
            return false;
        }
        !doubtful
            || self.before.is_some_and(|token| {
                [
                    Small::In,
                    Small::Since,
                    Small::Until,
                    Small::By,
                    Small::From,
                    Small::To,
                    Small::Of,
                    Small::For,
                    Small::And,
                    Small::Between,
                    Small::Through,
                    Small::During,
                    Small::On,
                ]
                .into_iter()
                .any(|small| token.is(small))
            })
    }

    /// A season alone: not the verb, not the name.
    fn lower_noun(&self) -> bool {
        self.before
            .is_some_and(|token| [Small::In, Small::Since, Small::By, Small::Until].into_iter().any(|s| token.is(s)))
    }

    /// `days` with nothing that counts them.
    fn alone(&self) -> bool {
        !self.before.is_some_and(|token| matches!(token.kind, Kind::Digits(..)) || token.means(Meaning::Half))
    }
}
