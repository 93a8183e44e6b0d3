//! What looks like a date and is none: verbs, names, counts, shares, ages.

mod figures;
mod names;

use super::Style;
use super::expr::{Count, Expr, Length, Part, Sense, TimeOfDay, YearRef};
use super::token::{Kind, Token};
use crate::calendar::{Grain, Holiday, Rounding, Season, Unit};
use crate::lexicon::time::{Meaning, Reference, Small, Turn};

/// Whether the `length` tokens from `at` are a temporal expression where they stand.
pub(super) fn admit(text: &str, style: Style, tokens: &[Token], at: usize, length: usize, expr: &mut Expr) -> bool {
    let here = &tokens[at..at + length];
    let (Some(first), Some(last)) = (here.first(), here.last()) else { return false };
    let before = at.checked_sub(1).map(|i| &tokens[i]);
    let earlier = &tokens[..at];
    let place = Place { text, style, first, last, before, earlier, later: &tokens[at + length..] };
    if place.marked() || place.quoted_title() {
        return false;
    }
    let single = length == 1;
    match expr.sense {
        Sense::Unit(Unit::Year(_)) if expr.rule == "year" && (single || expr.modifier.is_some()) => place.bare_year(),
        Sense::Unit(Unit::Year(year)) if expr.rule == "year" => year < 2000 || !place.count_in_words(),
        Sense::Unit(Unit::Decade(_)) => !(matches!(last.kind, Kind::Word(_) | Kind::Plural(_, 2)) && place.in_life()),
        Sense::Numeric(figures) if figures.year == YearRef::Unstated => {
            !(place.in_number() || place.labelled()) && place.day_of_no_year(figures, expr)
        }
        Sense::Unit(Unit::Day(_)) | Sense::Numeric(_) => !(place.in_number() || place.labelled()),
        Sense::Part { year: YearRef::Short(_), part: Part::Whole } => {
            expr.rule == "fiscal-year"
                || place.follows_short_year()
                || place.date_expected()
                || place.follows(&[Small::Of])
        }
        Sense::Part { year: YearRef::Turn(_), part: Part::Month(_) } => !place.verb_after_turn(),
        Sense::Part { year: YearRef::Unstated, part } => match part {
            Part::Holiday(_) | Part::Season(_) if place.ends_quoted_title() => false,
            // "my holi..." is cut off.
            Part::Holiday(_) if single && text[last.span.end..].starts_with("...") && !last.capital => false,
            Part::Holiday(Holiday::Unknown) => last.capital,
            Part::Month(_) if single => (place.bare_name(false) || place.of_the_month()) && !place.given_name(),
            Part::Season(season) => {
                let doubtful = matches!(season, Season::Spring | Season::Autumn);
                expr.casual = single && !place.bare_season();
                let other =
                    if single { place.verb() || place.follows(&[Small::The]) } else { length == 2 && place.thing() };
                !(place.of_something() || doubtful && other || place.named_after_season())
            }
            Part::Quarter(_) if single => place.date_expected() || place.follows(&[Small::The, Small::For, Small::Of]),
            _ => true,
        },
        Sense::Step { .. } if length == 2 && place.hours_counted() => {
            let hours = if let Kind::Digits(count, _) = first.kind { count } else { return false };
            *expr = Expr::new(Sense::Length(Length::of(Count::Exact(hours), Grain::Hour)), "duration");
            true
        }
        Sense::Step { .. } if expr.rule == "clock" && (place.labelled() || !place.clock()) => false,
        _ if expr.rule == "hour-part" && !(style == Style::Message || place.hour_expected()) => false,
        Sense::Weekday { turn: None, .. } if single && expr.time.is_none() => {
            place.bare_name(true) && !place.title() && !place.weekday_name()
        }
        // "that Sun's warmth"; "said that Friday's vote"
        Sense::Weekday { turn: Some(Turn::This | Turn::That), .. } => {
            let joins = first.turn() == Some(Turn::That) && place.after_speech();
            !(style == Style::Prose && (place.is_sun() || joins))
        }
        Sense::Nth(_) => !place.capital_name() && !place.compound(),
        Sense::Length(_) if expr.rule == "nth-unit" => !place.capital_name() && !place.compound(),
        Sense::Length(length) => {
            // "a year-round garden": the article is the noun's.
            let of_noun = first.is(Small::A) && place.compound();
            !(of_noun || place.hours_of_a_day() || place.age() || place.share(length) || place.in_address())
                && (!single || place.bare_length())
        }
        Sense::Step { .. } if single && (place.name_ends() || place.short_name()) => false,
        // "the last quarter of the town to be built"
        Sense::Step { grain: Grain::Quarter, .. } if expr.rule == "turned-unit" && place.of_something() => false,
        Sense::Window { .. } if first.turn() == Some(Turn::Last) && place.after_modal() => false,
        // "came to power following weeks of protest": a preposition.
        Sense::Window { .. } if first.turn() == Some(Turn::Following) && place.of_something() => false,
        // "Tonight they meet", but "The Tonight Show".
        Sense::Step { .. } if expr.rule == "today-part" => !place.title(),
        Sense::Step { grain: Grain::Day, .. } | Sense::AnyDay if matches!(expr.time, Some(TimeOfDay::Part(_))) => {
            !((single || first.is(Small::The)) && place.capital_name())
        }
        Sense::DayOfMonth(_) if expr.rule == "nth-day" => place.nth_day(),
        // "Mayor of the Year"
        Sense::Step { .. } if expr.rule == "the-unit" && last.capital && place.follows(&[Small::Of]) => false,
        Sense::Step { .. } if expr.rule == "the-unit" => !place.capital_name() && !place.compound(),
        // "6 nights" count, and do not recur.
        Sense::Set(_) if expr.rule == "bare-noun" => place.bare_length(),
        Sense::Set(_) if single => !(place.capital_name() && place.capital_after()),
        Sense::Reference(reference) => {
            // "future earnings": news has it everywhere, and means no time.
            expr.casual |= single && reference == Reference::Future && place.before_word();
            // "the past two mayors"
            let counted = first.is(Small::The) && place.after().is_some_and(is_number);
            // "My current job" of a short message tells no time.
            let adjective = style == Style::Message
                && place.before_word()
                && (first.means(Meaning::Former) || first.turn() == Some(Turn::Current));
            !(counted || place.title() || single && (adjective || place.name_ends()))
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
    /// The whole run before it.
    earlier: &'t [Token],
    /// The whole run after it.
    later: &'t [Token],
}

impl Place<'_> {
    fn after(&self) -> Option<&Token> {
        self.later.first()
    }

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

    /// `the early hours` of Thursday morning, which alone tells the time.
    fn hours_of_a_day(&self) -> bool {
        self.last.plural() == Some(Grain::Hour)
            && self.of_something()
            && self.later.get(1).is_some_and(|token| token.weekday().is_some())
    }

    /// `the fall of the city`
    fn of_something(&self) -> bool {
        self.after().is_some_and(|token| token.is(Small::Of))
    }

    /// `her twenties`, `his late thirties`, `their late 20s to early 30s`
    fn in_life(&self) -> bool {
        let of_years = |token: &&Token| !matches!(token.kind, Kind::Digits(_, 3..) | Kind::Plural(_, 3..));
        self.earlier.iter().rev().take(5).take_while(of_years).any(|token| token.is(Small::Its))
    }

    /// `37 years old`, `22 years of age`, `6-year-old`
    fn age(&self) -> bool {
        let joined = self.after().is_some_and(|token| token.sign(b'-') && token.glued);
        let rest = self.text.get(self.last.span.end + usize::from(joined)..).unwrap_or_default();
        let rest = rest.trim_start().as_bytes();
        let old = rest.get(..3).is_some_and(|word| word.eq_ignore_ascii_case(b"old"));
        old && !rest.get(3).is_some_and(u8::is_ascii_alphanumeric)
            || self.after().is_some_and(|token| token.is(Small::Age))
    }

    /// `1500 hours`, which is a time of day only after `at` and its like.
    fn hours_counted(&self) -> bool {
        let figures = matches!(self.first.kind, Kind::Digits(1000.., 4)) && self.last.plural() == Some(Grain::Hour);
        figures && !self.hour_expected()
    }

    /// Whether a word that an hour follows stands before it.
    fn hour_expected(&self) -> bool {
        self.follows(&[Small::At, Small::By, Small::From, Small::Until, Small::Between, Small::Since, Small::To])
    }

    /// `7p` in prose, which may be a sum of money, only where an hour is expected.
    fn clock(&self) -> bool {
        let letter = self.last.meaning(|m| if let Meaning::MeridiemLetter(_) = m { Some(()) } else { None }).is_some();
        self.style == Style::Message || !letter || self.hour_expected()
    }

    /// `three quarters of the land`, `about a quarter`
    fn share(&self, length: Length) -> bool {
        let few = matches!(length.first.count, Count::Exact(..=3));
        let about = self.before.is_some_and(|token| token.meaning(rounding).is_some());
        let rounded = length.exact() == Some(1) && (length.rounding != Rounding::Stated || about);
        length.first.grain == Grain::Quarter && (few && self.of_something() || self.last.glued || rounded)
    }

    /// Whether a word with a small letter comes next.
    fn before_word(&self) -> bool {
        let rest = self.text.get(self.last.span.end..).and_then(|rest| rest.strip_prefix(' '));
        rest.is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_lowercase()))
    }

    /// `days` with nothing that counts them.
    fn bare_length(&self) -> bool {
        !self.before.is_some_and(|token| matches!(token.kind, Kind::Digits(..)) || token.means(Meaning::Half))
    }
}

fn is_number(token: &Token) -> bool {
    let word = |m| matches!(m, Meaning::Cardinal(_)).then_some(());
    matches!(token.kind, Kind::Digits(..)) || token.meaning(word).is_some()
}

fn rounding(meaning: Meaning) -> Option<Rounding> {
    if let Meaning::Rounding(rounding) = meaning { Some(rounding) } else { None }
}
