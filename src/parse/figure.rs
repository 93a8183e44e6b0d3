//! What a text says of people by number, beside the dates: their ages, and which holder of an office they are.
//!
//! Recognises
//! - an age on the day of the article: `Ana Silva, 54, was named`, `Jens Hansen (71)`, `the 40-year-old Ivo Lund`;
//! - an age at the event: `died at 71`, `At the age of 44 Ana Silva became`;
//! - a birth: `Ana Silva, who was born in 1958`;
//! - a holder's number: `the 12th president of Norland`, `the third minister since 2010`.
//!
//! Counter-examples: `Silva, 54 votes ahead`; an age beside an event of long ago, which may be that of then; `he was born`;
//! `the first lady`, `the second secretary`, `president for the third time`.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use crate::calendar::{Date, Period};
use crate::lexicon;
use crate::statement::{Born, Kind, Ordinal};
use crate::timex::Timex;
use crate::{Document, Span, Statement};

/// Adds to the statements of a document what its text says of their people by number.
pub(crate) fn figures(document: &Document, timexes: &[Timex], statements: &mut [Statement]) {
    let text = document.text.as_str();
    let has_births = statements.iter().any(|statement| statement.kind.is_birth());
    let names = if has_births { last_names(statements) } else { BTreeMap::new() };
    for statement in statements {
        if statement.kind.is_birth() {
            birth(text, &names, statement);
            continue;
        }
        if !statement.kind.is_office() || statement.person.is_none() {
            continue;
        }
        let around = around(text, statement.span);
        statement.born = born(text, around, statement).map(Box::new);
        if statement.kind.starts_tenure() {
            statement.ordinal = ordinal(text, around, timexes, statement).map(Box::new);
        }
    }
}

/// How far from its event a figure is looked for, in bytes.
const REACH: usize = 120;

fn around(text: &str, span: Span) -> Span {
    Span::new(boundary(text, span.start.saturating_sub(REACH)), boundary(text, span.end + REACH))
}

/// The nearest character boundary at or before a byte.
fn boundary(text: &str, byte: usize) -> usize {
    (0..=byte.min(text.len())).rev().find(|&at| text.is_char_boundary(at)).unwrap_or(0)
}

/// The people of a document by their last names, where one name is one person.
fn last_names(statements: &[Statement]) -> BTreeMap<String, Option<String>> {
    let mut names: BTreeMap<String, Option<String>> = BTreeMap::new();
    for person in statements.iter().filter_map(|statement| statement.person.as_deref()) {
        let last = last_name(person).to_owned();
        let known = names.entry(last).or_insert_with(|| Some(person.to_owned()));
        if known.as_deref().is_some_and(|known| known != person) {
            *known = None;
        }
    }
    names
}

fn last_name(person: &str) -> &str {
    person.rsplit(' ').next().unwrap_or(person)
}

/// "Ana Silva, who was born in 1958": whose birth it is, where the name stands right before.
fn birth(text: &str, names: &BTreeMap<String, Option<String>>, statement: &mut Statement) {
    let span = around(text, statement.span);
    let Some((date, words)) = statement.date.zip(statement.date_span) else { return };
    let Some(trigger) = statement.trigger.as_deref() else { return };
    let Some(at) = span.of(text).find(trigger) else { return };
    let mut before = text[span.start..span.start + at].trim_end();
    while let Some(rest) = [",", "(", "was", "who"].iter().find_map(|word| before.strip_suffix(word)) {
        before = rest.trim_end();
    }
    let last = before.rsplit(|c: char| !c.is_alphanumeric() && c != '-').next().unwrap_or_default();
    let Some(Some(person)) = names.get(last) else { return };
    statement.person = Some(person.clone());
    statement.born = Some(Box::new(born_by(text, statement, date, words)));
}

fn born_by(text: &str, statement: &Statement, date: Date, words: Span) -> Born {
    let (start, end) = points(text, statement, words);
    Born { date, text: words.of(text).to_owned(), start, end }
}

/// The code points of a stretch near the statement.
fn points(text: &str, statement: &Statement, words: Span) -> (usize, usize) {
    let from = statement.span.start;
    let count = |from: usize, to: usize| text.get(from..to).map_or(0, |between| between.chars().count());
    let point = |byte: usize| (statement.start + count(from, byte)).saturating_sub(count(byte, from));
    (point(words.start), point(words.end))
}

/// The days on which the person can have been born, by an age near the statement.
fn born(text: &str, around: Span, statement: &Statement) -> Option<Born> {
    let person = statement.person.as_deref().filter(|_| holds_age(around.of(text)))?;
    let (age, words, reference) = match age_at_event(text, around, statement, person) {
        Some((age, words)) => (age, words, statement.date?),
        None => {
            let (age, words) = age_now(text, around, person)?;
            (age, words, statement.published.filter(|_| is_recent(statement))?)
        }
    };
    let (first, last) = (reference.bounds().earliest?, reference.bounds().latest?);
    let years = |years: u32| Period { years, ..Period::default() };
    let earliest = years(age + 1).before(first.date())?.succ_opt()?;
    let latest = years(age).before(last.date())?;
    let date = Date::interval(Date::from(earliest).as_point(), Date::from(latest).as_point());
    Some(born_by(text, statement, date, words))
}

/// Whether two digits stand together, and no more: hardly any sentence has them.
fn holds_age(text: &str) -> bool {
    let mut rest = text.as_bytes();
    while let Some(first) = rest.iter().position(u8::is_ascii_digit) {
        let digits = rest[first..].iter().take_while(|byte| byte.is_ascii_digit()).count();
        if digits == 2 {
            return true;
        }
        rest = &rest[first + digits..];
    }
    false
}

/// Whether an age beside the event is that on the day of the article: the event is of the same year, or undated.
fn is_recent(statement: &Statement) -> bool {
    let year = |date: Date| date.bounds().earliest.map(|at| chrono::Datelike::year(&at));
    let Some(published) = statement.published.and_then(year) else { return false };
    statement.date.and_then(year).is_none_or(|told| told.abs_diff(published) <= 1)
}

/// "Ana Silva, 54,", "Jens Hansen (71)", "the 40-year-old Ivo Lund".
fn age_now(text: &str, around: Span, person: &str) -> Option<(u32, Span)> {
    let last = last_name(person);
    around.of(text).match_indices(last).find_map(|(at, _)| {
        let name = Span::new(around.start + at, around.start + at + last.len());
        behind_name(text, around, name).or_else(|| before_name(text, around, name, person))
    })
}

fn behind_name(text: &str, around: Span, name: Span) -> Option<(u32, Span)> {
    let rest = &text[name.end..around.end];
    let (mut at, closing): (usize, &[char]) = match rest {
        _ if rest.starts_with(", ") => (2, &[',', ';', '.']),
        _ if rest.starts_with(" (") => (2, &[')']),
        _ => return None,
    };
    let word = of("beside").find(|word| rest[at..].starts_with(*word) && rest[at + word.len()..].starts_with(' '));
    at += word.map_or(0, |word| word.len() + 1);
    let (age, length) = number(&rest[at..])?;
    let closed = rest[at + length..].starts_with(closing) && !rest[at + length + 1..].starts_with(char::is_numeric);
    closed.then_some((age, Span::new(name.end + at, name.end + at + length)))
}

fn before_name(text: &str, around: Span, name: Span, person: &str) -> Option<(u32, Span)> {
    let before = &text[around.start..name.start];
    let word = of("behind").next()?;
    let at = before.rfind(word)?;
    // Nobody else is named between the age and the name.
    let is_own = |word: &str| !word.starts_with(char::is_uppercase) || person.contains(word);
    let close = before.len() - at < REACH / 2 && before[at + word.len()..].split(' ').all(is_own);
    let digits = before[..at].len() - before[..at].trim_end_matches(|c: char| c.is_ascii_digit()).len();
    let (age, length) = number(&before[at - digits..]).filter(|_| close)?;
    let start = around.start + at - digits;
    Some((age, Span::new(start, start + length)))
}

/// "died at 71", "At the age of 44 Ana Silva became".
fn age_at_event(text: &str, around: Span, statement: &Statement, person: &str) -> Option<(u32, Span)> {
    let trigger = statement.trigger.as_deref()?;
    let within = around.of(text);
    let stands = |at: usize, words: &str| {
        let from = around.start + at + words.len() + 1;
        let rest = text.get(from..around.end)?;
        let (age, length) = number(rest).filter(|_| text[..from].ends_with(' '))?;
        Some((age, Span::new(from, from + length), &rest[length..]))
    };
    if statement.kind == Kind::Death {
        let after = within.find(trigger)? + trigger.len();
        let near = boundary(text, (around.start + after + REACH / 3).min(around.end)) - around.start;
        return of("at-event").find_map(|words| {
            let mut places = within[after..near].match_indices(words).map(|(at, _)| after + at);
            places.find_map(|at| {
                let begins = within[..at].ends_with(' ');
                stands(at, words).filter(|_| begins).map(|(age, span, _)| (age, span))
            })
        });
    }
    let words = of("at-event").next()?;
    within.to_ascii_lowercase().match_indices(words).find_map(|(at, _)| {
        let (age, span, rest) = stands(at, words)?;
        let rest = rest.trim_start_matches(',').trim_start();
        let named = rest.starts_with(person) || rest.starts_with(last_name(person));
        named.then_some((age, span))
    })
}

/// The forms of one key of the ages.
fn of(key: &'static str) -> impl Iterator<Item = &'static str> {
    FIGURES.iter().filter(move |entry| entry.class == "age" && entry.key == key).map(|entry| entry.form)
}

/// An age in two digits, and their length.
fn number(text: &str) -> Option<(u32, usize)> {
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    let age: u32 = text.get(..digits)?.parse().ok()?;
    (digits == 2 && age >= 16).then_some((age, digits))
}

/// "the 12th president", "the third minister since 2010", where the office is that of the statement.
fn ordinal(text: &str, around: Span, timexes: &[Timex], statement: &Statement) -> Option<Ordinal> {
    let role = statement.role.as_deref()?;
    let at = around.start + first_place(around.of(text), role)?;
    let before = text[around.start..at].strip_suffix(' ')?;
    let word = before.rsplit(' ').next()?;
    let number = numbered(word).filter(|_| before[..before.len() - word.len()].ends_with("the "))?;
    let end = at + role.len();
    let since = counted_since(text, timexes, end);
    // "the second secretary" is a rank.
    if word.starts_with(char::is_alphabetic) && number < 4 && since.is_none() {
        return None;
    }
    let words = Span::new(at - word.len() - 1, since.map_or(end, |timex| timex.span.end));
    let (start, end) = points(text, statement, words);
    let since = since.and_then(|timex| timex.date);
    Some(Ordinal { number, since, text: words.of(text).to_owned(), start, end })
}

/// Where `words` stand first in a short text: as [`str::find`], which takes longer to begin than to find.
fn first_place(text: &str, words: &str) -> Option<usize> {
    let first = *words.as_bytes().first()?;
    memchr::memchr_iter(first, text.as_bytes()).find(|&at| text.as_bytes()[at..].starts_with(words.as_bytes()))
}

/// From when holders are counted: the expression behind "since".
fn counted_since<'x>(text: &str, timexes: &'x [Timex], end: usize) -> Option<&'x Timex> {
    const SINCE: &str = " since ";
    let from = end + text[end..].strip_prefix(SINCE).map(|_| SINCE.len())?;
    let timex = timexes.get(timexes.partition_point(|timex| timex.span.start < from))?;
    let between = text.get(from..timex.span.start)?;
    (between.is_empty() || between == "the ").then_some(timex).filter(|timex| timex.date.is_some())
}

/// "12th", "fourth".
fn numbered(word: &str) -> Option<u32> {
    let digits = word.bytes().take_while(u8::is_ascii_digit).count();
    if digits > 0 {
        let suffixed = matches!(&word[digits..], "st" | "nd" | "rd" | "th");
        return word[..digits].parse().ok().filter(|number| suffixed && (1..=MOST).contains(number));
    }
    let spelled = FIGURES.iter().find(|entry| entry.class == "ordinal" && entry.form == word)?;
    spelled.key.parse().ok()
}

/// No office has had more holders that are counted.
const MOST: u32 = 300;

static FIGURES: LazyLock<Vec<lexicon::Entry<'static>>> =
    LazyLock::new(|| lexicon::entries(include_str!("../lexicon/en/figures.txt")).collect());

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::Published;

    fn told(text: &str) -> Vec<Statement> {
        let mut document = Document::new("d", text);
        document.published = Some(Published { date: "2019-12-20".parse().unwrap(), how: "given".to_owned() });
        crate::extract(&document).0
    }

    fn births(text: &str) -> Vec<String> {
        let line = |born: &Born| {
            let points: Vec<char> = text.chars().collect();
            let words: String = points[born.start..born.end].iter().collect();
            assert_eq!(words, born.text);
            format!("{} {}", born.date, born.text)
        };
        told(text).iter().filter_map(|statement| statement.born.as_deref()).map(line).collect()
    }

    #[test]
    fn an_age_is_a_year_of_births() {
        for text in [
            "Ana Silva, 54, was appointed consul of Norland on December 3, 2019.",
            "The board – it met on Monday – appointed the 54-year-old Ana Silva mayor of Lom.",
            "Ana Silva (54) was elected mayor of Lom on December 3, 2019.",
            "Ana Silva, aged 54, resigned as mayor of Lom on December 3, 2019.",
        ] {
            assert_eq!(births(text), ["1964-12-21/1965-12-20 54"], "{text}");
        }
        assert_eq!(births("Mayor Jens Hansen died at 71 on May 4, 2019."), ["1947-05-05/1948-05-04 71"]);
        assert_eq!(births("Mayor Jens Hansen died on Saturday, May 4, 2019, at 71."), ["1947-05-05/1948-05-04 71"]);
        let young = "At the age of 44, Ana Silva became mayor of Lom on May 4, 1988.";
        assert_eq!(births(young), ["1943-05-05/1944-05-04 44"]);
    }

    #[test]
    fn other_numbers_are_no_ages() {
        for text in [
            "Ana Silva, 54 votes ahead, was elected mayor of Lom on December 3, 2019.",
            "Ana Silva, 54, was appointed consul of Norland on December 3, 1999.",
            "Ana Silva, 2019, was appointed consul of Norland on December 3, 2019.",
            "The 54-year-old Ivo Lund saw Ana Silva appointed consul of Norland on December 3, 2019.",
        ] {
            assert!(births(text).is_empty(), "{text}");
        }
    }

    #[test]
    fn a_birth_is_that_of_the_name_before_it() {
        let appointed = "Ana Silva was appointed consul of Norland on December 3, 2019.";
        assert_eq!(births(&format!("{appointed} Silva was born in 1958.")), ["1958 1958"]);
        assert!(births(&format!("{appointed} She was born in 1958.")).is_empty());
        assert!(births(&format!("{appointed} Silva's son was born in 1988.")).is_empty());
    }

    #[test]
    fn holders_have_numbers() {
        let number = |text: &str| {
            let told = told(text);
            let ordinal = told.iter().find_map(|statement| statement.ordinal.as_ref());
            ordinal.map(|ordinal| (ordinal.number, ordinal.since.map(|date| date.to_string())))
        };
        let twelfth = "Ana Silva was sworn in as the 12th president of Norland on December 3, 2019.";
        assert_eq!(number(twelfth), Some((12, None)));
        let third = "Ana Silva became the third mayor since 2010 on December 3, 2019.";
        assert_eq!(number(third), Some((3, Some("2010".to_owned()))));
        assert_eq!(number("Ana Silva became the second secretary of the board on December 3, 2019."), None);
        assert_eq!(number("Ana Silva was elected mayor of Lom for the third time on December 3, 2019."), None);
    }
}
