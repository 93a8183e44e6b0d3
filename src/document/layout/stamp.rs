//! The line that dates an article: "January 13, 1932", "Published on 13.01.1932 02:45", "By Ada Moe | 13 January 1932".

use std::sync::LazyLock;

use super::paper::is_body;
use crate::calendar::Date;
use crate::document::Document;
use crate::lexicon;
use crate::lexicon::time::ENGLISH;
use crate::parse::time::timexes;
use crate::timex::{Reading, Timex};

/// A longer line is no stamp.
const LONGEST: usize = 160;

/// What signs an article before the name.
const BY: &str = "by ";

/// Names beside the date: author, place, section. With more of them the line is a headline.
const NAMES: usize = 6;

/// A date that a line states as its article's own.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Stamp {
    /// The expression as the line has it.
    pub(crate) text: String,
    /// What it says, to the day at least.
    pub(crate) date: Date,
    /// All that it can mean, where that is more than one thing: the day first, the month first.
    pub(crate) readings: Vec<Reading>,
    /// What the words beside it say that it is.
    pub(crate) role: StampRole,
}

/// What a stamp dates.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum StampRole {
    /// No word says.
    Bare,
    /// "Published"
    Published,
    /// "Updated": the article, but not its publication.
    Updated,
    /// The front matter has it.
    Stated,
}

/// Reads a stamp: a line with a full date and, beside it, nothing but the words of stamps, names and numbers.
pub(crate) fn stamp(line: &str) -> Option<Stamp> {
    if line.len() > LONGEST || !line.bytes().any(|byte| byte.is_ascii_digit()) || is_prose(line) {
        return None;
    }
    let timexes = timexes(&Document::new("", line));
    let mut dated = timexes.iter().filter(|timex| timex.anchor.is_none() && timex.date.is_some_and(is_day)).peekable();
    dated.peek()?;
    let words = words_beside(line, &timexes)?;
    // Of two dates, the one that a word calls the publication: "First published on …, updated on …".
    let role = |from: usize, to: usize| {
        let told = words.iter().filter(|(at, _)| (from..to).contains(at)).map(|&(_, role)| role);
        told.fold(StampRole::Bare, |role, told| if role == StampRole::Bare { told } else { role })
    };
    let dates: Vec<&Timex> = dated.collect();
    if dates.iter().any(|timex| bounds(line, timex)) {
        return None;
    }
    let several = dates.len() > 1;
    let mut before = 0;
    let stamps = dates.into_iter().map(|timex| {
        let to = if several { timex.span.start } else { line.len() };
        let role = role(std::mem::replace(&mut before, timex.span.end), to);
        (timex, role)
    });
    let (timex, role) = stamps.min_by_key(|(_, role)| *role == StampRole::Updated)?;
    let text = timex.span.of(line).to_owned();
    let told = role == StampRole::Bare && opens_sentence(line);
    (!told).then_some(Stamp { text, date: timex.date?, readings: timex.readings.clone(), role })
}

/// Whether an expression is an end of what lasted, as in the rows of a list: "8 Dec 1905 – 25 Nov 1906 Jens Moe", "Ada Moe
/// (from 8 December 1905)".
fn bounds(line: &str, timex: &Timex) -> bool {
    let before = line[..timex.span.start].trim_end();
    let leads = before.rsplit([' ', '(']).next().unwrap_or_default();
    let dash = line[timex.span.end..].trim_start().strip_prefix(['-', '–', '—']).map(str::trim_start);
    let day = |rest: &str| {
        let month = rest.trim_start_matches(|c: char| c.is_ascii_digit());
        let letters = || month.trim_start().bytes().take_while(u8::is_ascii_alphabetic).count();
        (1..=2).contains(&(rest.len() - month.len())) && month.starts_with(' ') && letters() > 2
    };
    ["from", "since", "until"].contains(&leads) || dash.is_some_and(day)
}

/// Whether a small word stands in the line that neither a stamp nor an expression can hold, as in nearly all prose: then its
/// expressions need not be read.
fn is_prose(line: &str) -> bool {
    // What stands behind a mark may be part of a phrase: "10 o'clock".
    let mut signed = false;
    line.split(' ').any(|words| {
        let word = &words[..words.find(|c: char| !c.is_alphabetic()).unwrap_or(words.len())];
        // "Posted by admin"
        let name = std::mem::replace(&mut signed, word.eq_ignore_ascii_case("by"));
        let of_stamp =
            || ["in", "of", "s"].contains(&word) || WORDS.iter().any(|(known, _)| known.eq_ignore_ascii_case(word));
        let small = words.starts_with(|c: char| c.is_ascii_lowercase());
        small && !name && !of_stamp() && ENGLISH.at(words, 0).is_none()
    })
}

/// Whether what is dated is told as having happened: "On January 13, 1932, Ada Moe"
fn opens_sentence(line: &str) -> bool {
    line.get(..3).is_some_and(|word| word.eq_ignore_ascii_case("on "))
}

fn is_day(date: Date) -> bool {
    date.as_day().is_some()
}

/// The words of stamps in a line, outside its expressions, with their places; `None` where other words stand there.
fn words_beside(line: &str, timexes: &[Timex]) -> Option<Vec<(usize, StampRole)>> {
    let mut beside = Vec::new();
    let mut names = 0;
    let mut signed = false;
    let mut start = 0;
    for word in line.split(|c: char| !c.is_alphabetic()) {
        let at = start;
        start += word.len() + line[at + word.len()..].chars().next().map_or(0, char::len_utf8);
        if timexes.iter().any(|timex| timex.span.range().contains(&at)) {
            signed = false;
            continue;
        }
        // "By 24moe7"
        if word.is_empty() {
            continue;
        }
        let published = beside.iter().any(|(_, role)| *role != StampRole::Bare);
        let opens = || line[..at].trim_end_matches(|c: char| c.is_ascii_digit()).len() <= BY.len();
        let login = std::mem::replace(&mut signed, word.eq_ignore_ascii_case("by")) && (published || opens());
        match WORDS.iter().find(|(known, _)| known.eq_ignore_ascii_case(word)) {
            Some((_, role)) => beside.push((at, *role)),
            // "Published in The Oslo Post"
            None if word == "in" && beside.last().is_some_and(|(_, role)| *role == StampRole::Published) => {}
            // "Posted by admin"
            None if login => {}
            // "Published by the Bank of Norway"
            None if word == "of" && published && names > 0 => {}
            // "Diocese of Bergen, 13 January 1932"
            None if word == "of" && ends_with_body(line[..at].trim_end()) => {}
            // "The Envoy's Notebook"
            None if word == "s" && line[..at].ends_with(['\'', '’']) => {}
            // "Born: 13 January 1932" dates something else.
            None if line[at + word.len()..].starts_with(": ") => return None,
            None if word.starts_with(char::is_uppercase) => names += 1,
            None => return None,
        }
    }
    (names <= NAMES).then_some(beside)
}

fn ends_with_body(words: &str) -> bool {
    words.rsplit(' ').next().is_some_and(is_body)
}

static WORDS: LazyLock<Vec<(&str, StampRole)>> = LazyLock::new(|| {
    let words = lexicon::entries(lexicon::PAGE).filter(|entry| entry.class == "stamp");
    let role = |key| match key {
        "published" => StampRole::Published,
        "updated" => StampRole::Updated,
        _ => StampRole::Bare,
    };
    words.map(|entry| (entry.form, role(entry.key))).collect()
});

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_the_lines_that_date_an_article() {
        for (line, date, role) in [
            ("January 13, 1932", "1932-01-13", StampRole::Bare),
            ("Wednesday, 13 January 1932", "1932-01-13", StampRole::Bare),
            ("13.01.1932 02:45", "1932-01-13T02:45", StampRole::Bare),
            ("Published on January 13, 1932", "1932-01-13", StampRole::Published),
            ("Posted: 1932-01-13 | 4 min read", "1932-01-13", StampRole::Published),
            ("Published in The Oslo Post, January 13, 1932", "1932-01-13", StampRole::Published),
            ("The Envoy's Notebook | 13 January 1932", "1932-01-13", StampRole::Bare),
            ("By Ada Moe | January 13, 1932 | Oslo", "1932-01-13", StampRole::Bare),
            ("By admin January 13, 1932", "1932-01-13", StampRole::Bare),
            ("By moe7 January 13, 1932", "1932-01-13", StampRole::Bare),
            ("By 24moe7 Jan13,1932", "1932-01-13", StampRole::Bare),
            ("Posted on 13 January 1932 by admin", "1932-01-13", StampRole::Published),
            ("Published 13 January 1932 by the National Bank of Lom", "1932-01-13", StampRole::Published),
            ("Diocese of North Bergen, News, 13 January 1932", "1932-01-13", StampRole::Bare),
            ("Updated January 15, 1932. Published January 13, 1932", "1932-01-13", StampRole::Published),
            ("Last updated at 10:53 pm on January 13, 1932", "1932-01-13T22:53", StampRole::Updated),
        ] {
            let stamp = stamp(line).unwrap_or_else(|| panic!("{line}"));
            assert_eq!((stamp.date.to_string().as_str(), stamp.role), (date, role), "{line}");
        }
    }

    #[test]
    fn prose_headlines_and_lesser_dates_are_no_stamps() {
        for line in [
            "Moe resigned on January 13, 1932",
            "Moe, driven out by force, January 13, 1932",
            "On the 13th day of January, 1932, Ada Moe",
            "Bank of Norway, 13 January 1932",
            "Battle of Bergen, 13 January 1932",
            "On January 13, 1932, Ada Moe was made Minister of Fisheries and Trade in the Cabinet of Eli Lie",
            "Born: 13 January 1932, Oslo",
            "Fire in Oslo, January 13, 1932",
            "January 1932",
            "January 13",
            "Wednesday",
            "Chapter 13",
            "",
        ] {
            assert_eq!(stamp(line), None, "{line}");
        }
    }

    #[test]
    fn keeps_both_readings_of_figures_in_either_order() {
        let stamp = stamp("06.03.1932").unwrap();
        let readings: Vec<_> = stamp.readings.iter().map(|reading| reading.date.to_string()).collect();
        assert_eq!(readings, ["1932-03-06", "1932-06-03"]);
    }
}
