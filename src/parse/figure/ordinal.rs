//! Holders by number: "the 12th president", "12. Ana Silva, 1998–2006" in a list of holders.

use super::{FIGURES, REACH, boundary, places, points, sentence};
use crate::statement::Ordinal;
use crate::timex::Timex;
use crate::{Span, Statement};

/// "the 12th president", "the third minister since 2010", where the office is that of the statement and nobody else's.
pub(super) fn of(text: &str, timexes: &[Timex], statement: &Statement) -> Option<Ordinal> {
    let (role, person) = (statement.role.as_deref()?, statement.person.as_deref()?);
    let sentence = sentence(text, statement);
    if statement.rule == LIST {
        // A line tells both ends of a time in office, and one number.
        return in_list(text, sentence, statement).filter(|_| statement.kind.starts_tenure());
    }
    // "sworn in as president of Norland and is the 12th president"
    let head = role.split(" of ").next().unwrap_or(role);
    places(sentence.of(text), head).find_map(|at| {
        let at = sentence.start + at;
        let length = if text[at..sentence.end].starts_with(role) { role.len() } else { head.len() };
        ordinal_at(text, timexes, statement, Span::new(at, at + length))
            .filter(|(words, _)| !is_of_another(text, sentence, *words, person))
            .map(|(_, ordinal)| ordinal)
    })
}

/// "12. Ana Silva, 1998–2006", in a list that does not begin with 1: that one counts its lines, and its holders only if it has
/// them all.
fn in_list(text: &str, line: Span, statement: &Statement) -> Option<Ordinal> {
    let (figures, _) = line.of(text).split_once(". ")?;
    let number = figures.parse().ok().filter(|number| (2..=MOST).contains(number))?;
    if text[..line.start].lines().any(|line| line.trim_start().starts_with("1. ")) {
        return None;
    }
    let words = Span::new(line.start, line.start + figures.len());
    let (start, end) = points(text, statement, words);
    Some(Ordinal { number, since: None, text: words.of(text).to_owned(), start, end })
}

fn ordinal_at(text: &str, timexes: &[Timex], statement: &Statement, role: Span) -> Option<(Span, Ordinal)> {
    let from = boundary(text, role.start.saturating_sub(REACH));
    let before = text[from..role.start].strip_suffix(' ')?;
    let word = before.rsplit(' ').next()?;
    let preceding = before[..before.len() - word.len()].to_ascii_lowercase();
    let number = numbered(word).filter(|_| preceding.ends_with("the "))?;
    // "has been the eleventh mayor since 2022": the mayor has, and is counted from the first.
    let since = counted_since(text, timexes, role.end).filter(|_| !preceding.ends_with(" been the "));
    // "the second secretary" is a rank.
    if word.starts_with(char::is_alphabetic) && number < 4 && since.is_none() {
        return None;
    }
    let words = Span::new(role.start - word.len() - 1, since.map_or(role.end, |timex| timex.span.end));
    let (start, end) = points(text, statement, words);
    let since = since.and_then(|timex| timex.date);
    Some((words, Ordinal { number, since, text: words.of(text).to_owned(), start, end }))
}

/// The rule of a line of a list of holders.
const LIST: &str = "tenure-listed";

/// Whether somebody else's name stands beside the words: "the 11th president, Jens Hansen,", "succeeds the 11th president".
fn is_of_another(text: &str, sentence: Span, words: Span, person: &str) -> bool {
    let behind = text[words.end..sentence.end].trim_start_matches([',', ' ']);
    let next = behind.split(|c: char| !c.is_alphanumeric() && c != '-').next().unwrap_or_default();
    let is_name = next.starts_with(char::is_uppercase) && !person.split(' ').any(|own| own == next);
    let before = text[sentence.start..words.start].trim_end();
    let before = ["the", "The"].iter().find_map(|the| before.strip_suffix(the)).unwrap_or(before).trim_end();
    let last = before.rsplit(' ').next().unwrap_or_default();
    let apposed =
        last.strip_suffix(',').is_some_and(|name| name.starts_with(char::is_uppercase) && !person.ends_with(name));
    let is_object = FIGURES.iter().any(|entry| entry.class == "other-holder" && entry.form == last);
    is_name || apposed || is_object
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
    let spelled = FIGURES.iter().find(|entry| entry.class == "ordinal" && entry.form.eq_ignore_ascii_case(word))?;
    spelled.key.parse().ok()
}

/// No office has had more holders that are counted.
const MOST: u32 = 300;
