//! Which four figures are a year, and not a count, a label or a piece of a longer number.

use super::{Place, Style};
use crate::lexicon::time::{Meaning, Shift, Small, Turn};
use crate::parse::time::expr::{Expr, Figures};
use crate::parse::time::token::{Kind, Token};

/// What a year follows that is no count: "In 1999 prices rose", "the 1999 prices".
const BEFORE_YEARS: [Small; 11] = [
    Small::In,
    Small::Since,
    Small::Until,
    Small::By,
    Small::From,
    Small::Between,
    Small::Through,
    Small::During,
    Small::Of,
    Small::The,
    Small::Its,
];

/// The years of one span are no more years apart.
const AGE: u32 = 200;

impl Place<'_> {
    /// Four figures, alone or after `about`, `mid-`: a year, unless they count or name something.
    pub(super) fn bare_year(&self) -> bool {
        let Kind::Digits(value, _) = self.last.kind else { return true };
        let expected = self.before.is_some_and(year_follows);
        let alone = self.first.span == self.last.span;
        let early = !alone
            || self.in_span(value)
            || self.in_life_dates()
            || self.joins_year(value)
            || (expected && !self.follows(&[Small::The, Small::Its]));
        let least = if early { 1000 } else { 1500 };
        let counts =
            self.after().is_some_and(|token| token.counted().is_some() || (token.is(Small::Counted) && !expected));
        (least..2050).contains(&value)
            && !counts
            && !self.in_number()
            && !self.of_the_hijra()
            && !self.quoted()
            && !self.labelled()
            && !self.counts_of_body()
            && !(alone && self.style == Style::Prose && self.follows(&[Small::At]))
    }

    /// Either year of `1066–1087`, which are no further apart than a long age.
    fn in_span(&self, year: u32) -> bool {
        let years = |first: u32, last: u32| (first + 1..first + AGE).contains(&last);
        match (self.earlier, self.later) {
            ([.., Token { kind: Kind::Digits(first, 4), .. }, dash], _) if dash.sign(b'-') && dash.glued => {
                self.last.glued && years(*first, year)
            }
            (_, [dash, Token { kind: Kind::Digits(last, 4), glued: true, .. }, ..])
                if dash.sign(b'-') && dash.glued =>
            {
                years(year, *last)
            }
            _ => false,
        }
    }

    /// `1451` in `in 1450 or 1451`, `from 1450 to 1451`
    fn joins_year(&self, year: u32) -> bool {
        let joint = |before: &Token, joint: &Token| {
            joint.is(Small::Or) || joint.is(Small::And) || joint.is(Small::To) && before.is(Small::From)
        };
        matches!(self.earlier, [.., before, Token { kind: Kind::Digits(first, 4), .. }, or]
            if year_follows(before) && joint(before, or) && (*first..*first + AGE).contains(&year))
    }

    /// `b. 1450`, `d. 1502`, `fl. 1420`
    fn in_life_dates(&self) -> bool {
        let before = self.text.get(..self.last.span.start).unwrap_or_default().trim_end();
        let sign = |sign: &str| before.strip_suffix(sign).is_some_and(|rest| rest.ends_with([' ', '(', ',', ';']));
        ["b.", "d.", "r.", "fl.", "born", "died"].into_iter().any(sign)
    }

    /// `Room 2019`, `no. 1967`, `version: 1.1.30`, `the film 1984`
    pub(super) fn labelled(&self) -> bool {
        let before = match self.earlier {
            [.., label, stop] if stop.sign(b'.') || stop.sign(b':') => Some(label),
            _ => self.before,
        };
        before.is_some_and(|token| token.is(Small::Label))
    }

    /// `1397 AH/1977 AD`: a year of the Muslim era, which is not counted here.
    fn of_the_hijra(&self) -> bool {
        let after = self.text.get(self.last.span.end..).unwrap_or_default();
        let era = after.strip_prefix(' ').unwrap_or(after);
        let rest = ["AH", "A.H.", "A. H."].into_iter().find_map(|sign| era.strip_prefix(sign));
        rest.is_some_and(|rest| !rest.starts_with(char::is_alphanumeric))
    }

    /// `a crowd of 2000`
    fn counts_of_body(&self) -> bool {
        matches!(self.earlier, [.., body, of] if body.is(Small::Body) && of.is(Small::Of))
    }

    /// `"1984"`
    fn quoted(&self) -> bool {
        let (before, after) = (self.text.get(..self.last.span.start), self.text.get(self.last.span.end..));
        before.is_some_and(|text| text.ends_with(['"', '“'])) && after.is_some_and(|text| text.starts_with(['"', '”']))
    }

    /// `3/6`: a day after a word that a date follows, with a weekday or time beside it, and in a message where nothing is
    /// counted by it; but not the share of `1/2 of the votes`.
    pub(super) fn day_of_no_year(&self, figures: Figures, expr: &Expr) -> bool {
        let Figures { first, second, .. } = figures;
        let told = expr.weekday.is_some() || expr.time.is_some();
        let share = first < second && matches!(second, 2..=5 | 8 | 10 | 16 | 32);
        if expr.rule == "day-apart" {
            return self.is_all() || self.follows(&[Small::On]);
        }
        // "11/20, 11/22 or 11/25"
        let joined = [Small::And, Small::Or, Small::To, Small::At];
        let ends = !self.last.followed || self.after().is_some_and(|token| joined.iter().any(|&word| token.is(word)));
        match self.style {
            _ if self.follows(&[Small::On]) => !share || ends || told,
            _ if share => false,
            Style::Prose => (told || self.date_expected()) && ends,
            Style::Message => told || self.date_expected() || ends,
        }
    }

    /// `on the 15th`, `by the 15th`, with nothing that is the 15th of its kind.
    pub(super) fn nth_day(&self) -> bool {
        let words = [Small::On, Small::By, Small::Until, Small::Since];
        let before = |shift| self.before.is_some_and(|token| token.means(Meaning::Shift(shift)));
        let expected = self.follows(&words) || before(Shift::Before) || before(Shift::After);
        let named = self.capital_after() || self.of_something();
        // "On the 24th the town fell."
        let goes_on = |token: &Token| token.is(Small::The) || token.is(Small::A);
        // "on the 2nd and again on the 5th", but "on the 2nd and 3rd floors"
        let listed = self.after().is_some_and(|token| token.is(Small::And) || token.is(Small::Or))
            && !self.later.get(1).is_some_and(|token| matches!(token.kind, Kind::Nth(_)));
        let ends = !self.last.followed || listed || self.after().is_some_and(goes_on);
        (expected && ends || self.is_all()) && !named
    }

    /// `'02` in `'98 and '02`
    pub(super) fn follows_short_year(&self) -> bool {
        let joint = |token: &Token| token.is(Small::And) || token.is(Small::Or) || token.sign(b',');
        matches!(self.earlier, [.., mark, Token { kind: Kind::Digits(_, 2), glued: true, .. }, and]
            if mark.sign(b'\'') && joint(and))
    }

    /// `example.org/3h`
    pub(super) fn in_address(&self) -> bool {
        self.byte_before() == Some(b'/')
    }

    /// Whether a message is nothing else.
    pub(super) fn is_all(&self) -> bool {
        let (before, after) = (&self.text[..self.first.span.start], &self.text[self.last.span.end..]);
        let nothing = |text: &str| text.chars().all(|c| !c.is_alphanumeric());
        self.style == Style::Message && nothing(before) && nothing(after)
    }

    /// `two thousand`, which counts more often than it dates: `a sum of two thousand`, but `in two thousand`.
    pub(super) fn count_in_words(&self) -> bool {
        let in_words = self.first.meaning(|m| if let Meaning::Cardinal(_) = m { Some(()) } else { None }).is_some();
        let dates = self.before.is_some_and(year_follows) && !self.follows(&[Small::Of, Small::The, Small::Its]);
        in_words && !dates
    }

    /// `1987.25`, `555-2019`, `1987-4432`, `1920x1080`, `example.org/1984`
    pub(super) fn in_number(&self) -> bool {
        let (before, after) = self.text.as_bytes().split_at(self.last.span.end);
        let figures = if matches!(self.first.kind, Kind::Digits(..)) { self.first } else { self.last };
        let before = before.get(..figures.span.start).unwrap_or_default();
        let digits_after = after.iter().skip(1).take_while(|b| b.is_ascii_digit()).count();
        let goes_on = match after.first() {
            Some(b'.' | b':' | b'_' | b'=' | b'&') => digits_after > 0,
            Some(b'-' | b'/') => digits_after == 3 || digits_after > 4 || (digits_after == 4 && after[1] > b'2'),
            Some(byte) => byte.is_ascii_alphabetic() && matches!(self.last.kind, Kind::Digits(_, 4)),
            None => false,
        };
        // "c.1450"
        let rounded = self.first.span.end == figures.span.start && self.first.meaning(super::rounding).is_some();
        goes_on || !rounded && belongs_to(before)
    }
}

fn year_follows(token: &Token) -> bool {
    BEFORE_YEARS.into_iter().any(|word| token.is(word))
        || token.means(Meaning::Shift(Shift::Before))
        || token.means(Meaning::Shift(Shift::After))
        || token.means(Meaning::Turn(Turn::This))
        || token.kind == Kind::Possessive
}

/// Whether figures right after `text` are the rest of what it ends with.
fn belongs_to(text: &[u8]) -> bool {
    let Some((&sign, before)) = text.split_last() else { return false };
    let digits = before.iter().rev().take_while(|b| b.is_ascii_digit()).count();
    let letters = before.iter().rev().take_while(|b| b.is_ascii_alphabetic()).count();
    match sign {
        b'.' | b':' | b'_' | b'=' | b'&' => true,
        b'-' => digits == 3 || digits > 4 || (letters == 1 && before.last().is_some_and(u8::is_ascii_uppercase)),
        b'/' => digits == 3 || digits > 4 || letters > 0,
        _ => false,
    }
}
