//! What looks like a date and is none: verbs, names, counts, shares, ages.

use super::Style;
use super::expr::{Expr, Part, Sense, TimeOfDay, YearRef};
use super::token::{Kind, Token};
use crate::calendar::{Grain, Season, Unit};
use crate::lexicon::time::{Meaning, Small};

/// Whether the `length` tokens from `at` are a temporal expression where they stand.
pub(super) fn admit(text: &str, style: Style, tokens: &[Token], at: usize, length: usize, expr: &mut Expr) -> bool {
    let here = &tokens[at..at + length];
    let (Some(first), Some(last)) = (here.first(), here.last()) else { return false };
    let before = at.checked_sub(1).map(|i| &tokens[i]);
    let place = Place { text, style, first, last, before, after: tokens.get(at + length) };
    if place.marked() {
        return false;
    }
    let single = length == 1;
    match expr.sense {
        Sense::Unit(Unit::Year(_)) if expr.rule == "year" && single => place.bare_year(),
        Sense::Part { year: YearRef::Unstated, part } => match part {
            Part::Month(_) if single => place.bare_name(false),
            Part::Season(season) => {
                let doubtful = matches!(season, Season::Spring | Season::Autumn);
                expr.casual = single && !place.bare_season();
                !(place.of_something() || single && doubtful && place.verb())
            }
            _ => true,
        },
        Sense::Weekday { turn: None, .. } if single => place.bare_name(true),
        Sense::Length(length) => !place.age() && !place.share(length.first.grain) && (!single || place.bare_length()),
        Sense::Step { grain: Grain::Day, .. } if matches!(expr.time, Some(TimeOfDay::Part(_))) => {
            !place.capital_name(single)
        }
        _ => true,
    }
}

struct Place<'t> {
    text: &'t str,
    style: Style,
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

    fn follows(&self, words: &[Small]) -> bool {
        self.before.is_some_and(|token| words.iter().any(|&word| token.is(word)))
    }

    /// `$1995`, `#Friday`, `@monday`, `5%`
    fn marked(&self) -> bool {
        // 0xA3 ends U+00A3 POUND SIGN, 0xAC ends U+20AC EURO SIGN.
        matches!(self.byte_before(), Some(b'$' | b'#' | b'@' | 0xA3 | 0xAC))
            || matches!(self.byte_after(), Some(b'%' | b'$'))
    }

    /// Four figures alone: a year, unless they count or name something.
    fn bare_year(&self) -> bool {
        let Kind::Digits(value, _) = self.first.kind else { return true };
        let joined = |byte: Option<u8>| matches!(byte, Some(b'.' | b':' | b'_' | b'=' | b'&'));
        let digit_after = self.text.as_bytes().get(self.last.span.end + 1).is_some_and(u8::is_ascii_digit);
        let in_number = joined(self.byte_before()) || (joined(self.byte_after()) && digit_after);
        let counted = self.after.is_some_and(|token| token.unit().is_some());
        (1500..2050).contains(&value) && !in_number && !counted
    }

    /// A month or weekday alone: with its capital, and for words that mean more, after a word that a date follows.
    fn bare_name(&self, weekday: bool) -> bool {
        let word = self.first.span.of(self.text);
        let doubtful = word.len() <= 3 || word.eq_ignore_ascii_case("march");
        let expected = [
            Small::In,
            Small::Since,
            Small::Until,
            Small::By,
            Small::From,
            Small::To,
            Small::Between,
            Small::Through,
            Small::During,
            Small::On,
        ];
        match self.style {
            Style::Prose => self.first.capital && (!doubtful || self.follows(&expected)),
            Style::Message => !doubtful || self.follows(&expected) || weekday && self.first.capital,
        }
    }

    /// A season alone: not the verb, not the name.
    fn bare_season(&self) -> bool {
        self.style == Style::Message || self.follows(&[Small::In, Small::Since, Small::By, Small::Until, Small::During])
    }

    /// `would fall`, `prices fall`: nothing before it that a noun follows.
    fn verb(&self) -> bool {
        let fall = self.first.span.of(self.text).eq_ignore_ascii_case("fall");
        fall && !self.follows(&[Small::The, Small::A, Small::In, Small::Since, Small::By, Small::Until, Small::During])
    }

    /// `the fall of the city`
    fn of_something(&self) -> bool {
        self.after.is_some_and(|token| token.is(Small::Of))
    }

    /// `37 years old`, `22 years of age`, `6-year-old`
    fn age(&self) -> bool {
        let joined = self.after.is_some_and(|token| token.sign(b'-') && token.glued);
        let rest = self.text.get(self.last.span.end + usize::from(joined)..).unwrap_or_default();
        let rest = rest.trim_start().as_bytes();
        let old = rest.get(..3).is_some_and(|word| word.eq_ignore_ascii_case(b"old"));
        old && !rest.get(3).is_some_and(u8::is_ascii_alphanumeric)
            || self.after.is_some_and(|token| token.is(Small::Age))
    }

    /// `three quarters of the land`
    fn share(&self, grain: Grain) -> bool {
        grain == Grain::Quarter && (self.of_something() || self.last.glued)
    }

    /// `days` with nothing that counts them.
    fn bare_length(&self) -> bool {
        !self.before.is_some_and(|token| matches!(token.kind, Kind::Digits(..)) || token.means(Meaning::Half))
    }

    /// `Morning Post`
    fn capital_name(&self, single: bool) -> bool {
        single && self.first.capital && self.style == Style::Prose
    }
}
