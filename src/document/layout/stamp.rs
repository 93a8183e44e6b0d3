//! The line that dates an article: "January 13, 1932", "Published on 13.01.1932 02:45", "By Ada Moe | 13 January 1932".

use std::sync::LazyLock;

use crate::calendar::Date;
use crate::document::Document;
use crate::parse::time::timexes;
use crate::timex::Reading;

/// A longer line is no stamp.
const LONGEST: usize = 160;

/// Names beside the date: author, place, section. With more of them the line is a headline.
const NAMES: usize = 6;

/// A date that a line states as its article's own.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Stamp {
    /// The expression as the line has it.
    pub(crate) text: String,
    /// What it says, to the day at least.
    pub(crate) date: Date,
    /// What else it could mean: the month first, say.
    pub(crate) others: Vec<Reading>,
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
}

/// Reads a stamp: a line with a full date and, beside it, nothing but the words of stamps, names and numbers.
pub(super) fn stamp(line: &str) -> Option<Stamp> {
    if line.len() > LONGEST || !line.bytes().any(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let timexes = timexes(&Document::new("", line));
    let (dated, date) = timexes.iter().find_map(|timex| {
        let date = timex.date.filter(|date| timex.anchor.is_none() && date.as_day().is_some())?;
        Some((timex, date))
    })?;
    let mut role = StampRole::Bare;
    let mut names = 0;
    let mut start = 0;
    for word in line.split(|c: char| !c.is_alphabetic()) {
        let at = start;
        start += word.len() + line[at + word.len()..].chars().next().map_or(0, char::len_utf8);
        if word.is_empty() || timexes.iter().any(|timex| timex.span.range().contains(&at)) {
            continue;
        }
        match WORDS.iter().find(|(known, _)| known.eq_ignore_ascii_case(word)) {
            Some((_, StampRole::Bare)) => {}
            Some((_, told)) if role == StampRole::Bare => role = *told,
            Some(_) => {}
            None if word.starts_with(char::is_uppercase) => names += 1,
            None => return None,
        }
    }
    let text = dated.span.of(line).to_owned();
    (names <= NAMES).then(|| Stamp { text, date, others: dated.readings.clone(), role })
}

static WORDS: LazyLock<Vec<(&str, StampRole)>> = LazyLock::new(|| {
    let mut role = StampRole::Bare;
    let lines = include_str!("../../lexicon/en/stamp.txt").lines().filter(|line| !line.starts_with('#'));
    lines.fold(Vec::new(), |mut words, line| {
        match line {
            "[published]" => role = StampRole::Published,
            "[updated]" => role = StampRole::Updated,
            "[beside]" => role = StampRole::Bare,
            _ => words.extend(line.split_whitespace().map(|word| (word, role))),
        }
        words
    })
});
