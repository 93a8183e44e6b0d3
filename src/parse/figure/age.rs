//! Ages: how old somebody is on the day of the article or was at the event, and between which days they were born then.

use super::{REACH, born_by, boundary, last_name, of, places, sentence};
use crate::calendar::{Date, Period};
use crate::lexicon::time::{ENGLISH, Meaning};
use crate::statement::{Born, Kind};
use crate::{Span, Statement};

/// The days on which the person can have been born, by an age near the statement.
pub(super) fn born(text: &str, around: Span, statement: &Statement) -> Option<Born> {
    let in_words = || statement.kind == Kind::Death && of("year-of-life").any(|words| around.of(text).contains(words));
    let person = statement.person.as_deref().filter(|_| holds_age(around.of(text)) || in_words())?;
    // "prime minister from 2006 to 2011, died at the age of 78": not as old when the term ended.
    if statement.rule.starts_with("tenure") && DEATHS.iter().any(|death| around.of(text).contains(death)) {
        return None;
    }
    let (age, words, reference) = match age_at_event(text, around, statement, person) {
        Some((age, words)) => (age, words, statement.date?),
        None => {
            let (age, words) = age_now(text, around, person)?;
            (age, words, statement.published.filter(|_| is_recent(statement))?)
        }
    };
    born_around(text, statement, age, words, reference)
}

/// What an age in a sentence is of, whatever else it tells.
const DEATHS: [&str; 4] = ["died", "dies", "death", "Death"];

/// The same by an age that stands behind the person's full name wherever the text names them first with one: "Ana Silva, 54,
/// laughs. She was born in 1965."
pub(super) fn beside_name(text: &str, statement: &Statement) -> Option<Born> {
    let person = statement.person.as_deref().filter(|person| person.contains(' '))?;
    let names = memchr::memmem::find_iter(text.as_bytes(), person);
    let mut ages = names.filter_map(|at| {
        let around = Span::new(at, boundary(text, at + person.len() + REACH));
        behind_name(text, around, Span::new(at, at + person.len()))
    });
    let (age, words) = ages.next()?;
    born_around(text, statement, age, words, statement.published?)
}

/// Who is of that age at some time of `reference` was born in that year of days.
fn born_around(text: &str, statement: &Statement, age: u32, words: Span, reference: Date) -> Option<Born> {
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
    places(around.of(text), last).find_map(|at| {
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
        let told = of("at-event").find_map(|words| {
            places(&within[after..near], words).map(|at| after + at).find_map(|at| {
                let begins = within[..at].ends_with(' ');
                stands(at, words).filter(|_| begins).map(|(age, span, _)| (age, span))
            })
        });
        let told = told.or_else(|| year_of_life(text, Span::new(around.start + after, around.start + near)));
        return told.or_else(|| age_in_next_sentence(text, statement));
    }
    let words = of("at-event").next()?;
    let before = places(&within.to_ascii_lowercase(), words).find_map(|at| {
        let (age, span, rest) = stands(at, words)?;
        let rest = rest.trim_start_matches(',').trim_start();
        let named = rest.starts_with(person) || rest.starts_with(last_name(person));
        named.then_some((age, span))
    });
    before.or_else(|| age_behind(text, statement, person))
}

/// "in his fifty-third year", "in her 71st year"
fn year_of_life(text: &str, within: Span) -> Option<(u32, Span)> {
    let (at, words) = of("year-of-life").find_map(|words| Some((within.of(text).find(words)?, words)))?;
    let from = within.start + at + words.len() + 1;
    let word = text.get(from..)?.split(' ').next()?;
    let closed = text[from + word.len()..].strip_prefix(" year")?;
    let age = ordinal(word)?.checked_sub(1).filter(|_| !closed.starts_with(char::is_alphanumeric))?;
    (age >= 16).then(|| (age, Span::new(from - 1 - words.len(), from + word.len() + " year".len())))
}

/// "fifty-third", "71st"
fn ordinal(word: &str) -> Option<u32> {
    let meanings = |word: &str| {
        let known = ENGLISH.at(word, 0).filter(|&(_, end)| end == word.len());
        known.map_or(&[][..], |(known, _)| &known.meanings)
    };
    let nth = |word: &str| {
        meanings(word).iter().find_map(|meaning| if let Meaning::Ordinal(nth) = meaning { Some(*nth) } else { None })
    };
    let tens = |word: &str| {
        meanings(word).iter().find_map(|meaning| if let Meaning::Cardinal(tens) = meaning { Some(*tens) } else { None })
    };
    let suffixed = ["st", "nd", "rd", "th"].iter().find_map(|suffix| word.strip_suffix(suffix)?.parse().ok());
    suffixed.or_else(|| nth(word)).or_else(|| {
        let (first, last) = word.split_once('-')?;
        Some(tens(first)? + nth(last)?)
    })
}

/// "Silva was elected mayor of Lom on May 4, 1988, at the age of 44": of the subject, where nobody else comes between.
fn age_behind(text: &str, statement: &Statement, person: &str) -> Option<(u32, Span)> {
    let sentence = sentence(text, statement);
    let trigger = statement.trigger_span.filter(|&trigger| sentence.contains(trigger))?;
    let is_subject = text[sentence.start..trigger.start].contains(last_name(person));
    let rest = &text[trigger.end..sentence.end];
    let (at, words) = of("behind-event").find_map(|words| {
        let whole = |at: &usize| rest[..*at].ends_with(' ') && rest[at + words.len()..].starts_with(' ');
        places(rest, words).find(whole).map(|at| (at, words))
    })?;
    let mut between = rest[..at].split(|c: char| !c.is_alphanumeric());
    let is_own =
        is_subject && !rest[..at].contains(';') && !between.any(|word| of("another").any(|other| other == word));
    let from = trigger.end + at + words.len() + 1;
    let (age, length) = number(&text[from..sentence.end]).filter(|_| is_own)?;
    let closed = !text[from + length..].starts_with(|c: char| c == '-' || c.is_alphanumeric());
    closed.then_some((age, Span::new(from, from + length)))
}

/// "Hansen died on Sunday. He was 71."
fn age_in_next_sentence(text: &str, statement: &Statement) -> Option<(u32, Span)> {
    let sentence = sentence(text, statement);
    let rest = text[sentence.end..].trim_start_matches(|c: char| c == '.' || c == '”' || c.is_whitespace());
    let words = of("next").find(|words| rest.starts_with(*words))?;
    let rest = rest[words.len()..].strip_prefix(' ')?;
    let (age, length) = number(rest)?;
    let behind = &rest[length..];
    let closed = behind.is_empty() || behind.starts_with(['.', ',']) || behind.starts_with(" years old");
    let start = text.len() - rest.len();
    closed.then_some((age, Span::new(start, start + length)))
}

/// The age that a stretch of text tells last, of whomever: "She was 43 when she joined", "aged 43", "at the age of 43".
pub(crate) fn last_age(text: &str) -> Option<i32> {
    let stands_behind = |before: &str, words: &str| {
        let at = before.len().checked_sub(words.len());
        let last = at.and_then(|at| before.get(at..)?.eq_ignore_ascii_case(words).then_some(&before[..at]));
        last.is_some_and(|rest| !rest.ends_with(char::is_alphanumeric))
    };
    let ages = text.rmatch_indices(' ').filter_map(|(space, _)| {
        let (age, length) = number(&text[space + 1..])?;
        let behind = &text[space + 1 + length..];
        let before = &text[..space];
        let closes = || {
            let word = behind.strip_prefix(' ');
            behind.starts_with([',', '.', ';'])
                || word.is_some_and(|rest| of("then-behind").any(|w| rest.starts_with(w)))
        };
        let told = of("counted-from").any(|words| stands_behind(before, words))
            || of("then").any(|words| stands_behind(before, words)) && closes();
        told.then(|| i32::try_from(age).ok())?
    });
    ages.into_iter().next()
}

/// An age in two digits, and their length.
fn number(text: &str) -> Option<(u32, usize)> {
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    let age: u32 = text.get(..digits)?.parse().ok()?;
    (digits == 2 && age >= 16).then_some((age, digits))
}

#[cfg(test)]
mod tests {
    use crate::Document;
    use crate::statement::Kind;

    #[test]
    fn an_age_beside_a_death_is_that_of_the_death() {
        let text = "Edda Moe, prime minister from 2006 to 2011, died on 22 October 2022 at the age of 78.";
        let (told, _) = crate::extract(&Document::new("d", text));
        let ages: Vec<bool> = told.iter().map(|statement| statement.born.is_some()).collect();
        let died: Vec<bool> = told.iter().map(|statement| statement.kind == Kind::Death).collect();
        assert!(died.contains(&true) && ages == died, "{told:?}");
    }
}
