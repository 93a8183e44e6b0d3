//! The lines above the prose: title, dateline, byline.

use std::sync::LazyLock;

use super::lines::lines;
use super::phrases::{Role, role};
use super::stamp::{Stamp, StampRole, stamp};
use crate::Span;
use crate::calendar::{Date, Point, Unit};
use crate::lexicon;
use crate::lexicon::time::{ENGLISH, Meaning};

/// A head is no longer than this many lines.
const LINES: usize = 12;

/// A longer line is no title.
const TITLE: usize = 250;

/// What stands above the prose.
#[derive(Debug, Default)]
pub(super) struct Head<'t> {
    /// From the first to the last line that was understood; empty where there is no head.
    pub(super) span: Span,
    pub(super) title: Option<&'t str>,
    pub(super) author: Option<&'t str>,
    pub(super) publisher: Option<&'t str>,
    pub(super) stamp: Option<Stamp>,
}

/// Reads the lines at the top as far as each of them is understood; the first other line is prose.
pub(super) fn head(text: &str) -> Head<'_> {
    let first: Vec<Span> = lines(text).take(LINES + 1).collect();
    let mut head = Head::default();
    for (line, next) in first.iter().zip(first.iter().skip(1)) {
        if !head.takes(text, *line, *next) {
            break;
        }
        head.span = Span::new(first[0].start, line.end);
    }
    head
}

impl<'t> Head<'t> {
    fn takes(&mut self, text: &'t str, line: Span, next: Span) -> bool {
        let (words, following) = (line.of(text), next.of(text));
        if let Some(found) = stamp(words) {
            // The first stamp that is not of a change.
            if self.stamp.as_ref().is_none_or(|known| known.role == StampRole::Updated) {
                self.stamp = Some(found);
            }
            return true;
        }
        if let Some(stamp) = self.stamp.as_mut().filter(|_| words.starts_with('(') && words.len() <= 60) {
            stamp.date = in_zone(stamp.date, words);
            return true;
        }
        if role(words) == Some(Role::Line) || (self.title.is_some() || self.stamp.is_some()) && is_list(words) {
            return true;
        }
        let apart = text[line.end..next.start].bytes().filter(|&byte| byte == b'\n').count() > 1;
        // Above the title, or between it and the date.
        let headed = self.title.is_some() || (apart && is_title(following));
        if self.publisher.is_none() && headed && is_masthead(words) {
            self.publisher = Some(words.trim_matches('*'));
            return true;
        }
        let name = byline(words).or_else(|| name(words).filter(|_| self.title.is_some() && stamp(following).is_some()));
        if self.author.is_none() && name.is_some() {
            self.author = name;
            return true;
        }
        let headed = apart || stamp(following).is_some() || byline(following).is_some();
        if self.title.is_none() && headed && is_title(words) {
            self.title = Some(words.trim_end_matches('*'));
            return true;
        }
        false
    }
}

/// A line that does not end as a sentence or as the beginning of one does.
fn is_title(line: &str) -> bool {
    let begins = line.starts_with(|c: char| c.is_uppercase() || c.is_numeric() || !c.is_alphanumeric());
    let open = line.ends_with(['.', ',', ';', ':', '_', '-', '–', '—']) && !line.ends_with("...");
    line.len() <= TITLE && begins && !open && line.contains(char::is_alphabetic)
}

/// A few capitalised words, one of them a newspaper's: "*The Oslo Courier*", "Gazette of the North".
fn is_masthead(line: &str) -> bool {
    let words = || line.split_whitespace().map(|word| word.trim_matches('*'));
    let of = |forms: &[&str], word: &str| forms.iter().any(|form| form.eq_ignore_ascii_case(word));
    let fits = |word: &str| word.starts_with(char::is_uppercase) || of(&SMALL, word);
    line.len() <= 60 && (2..=6).contains(&words().count()) && words().all(fits) && words().any(|w| of(&NEWSPAPERS, w))
}

static NEWSPAPERS: LazyLock<Vec<&str>> = LazyLock::new(|| lexicon::of_page("masthead"));
static SMALL: LazyLock<Vec<&str>> = LazyLock::new(|| lexicon::of_page("small"));

/// "By Ada Moe", "By Ada Moe, Oslo"
fn byline(line: &str) -> Option<&str> {
    let rest = line.strip_prefix("By ").or_else(|| line.strip_prefix("by "))?;
    let name = rest.split([',', '|', '·', '/']).next()?;
    self::name(name)
}

/// Two to five capitalised words, with or without a full stop: "Ada Moe."
fn name(line: &str) -> Option<&str> {
    let name = line.trim_end().trim_end_matches('.');
    let words = || name.split_whitespace();
    let is_name = |word: &str| word.starts_with(char::is_uppercase) && !word.contains(|c: char| c.is_numeric());
    (name.len() <= 60 && (2..=5).contains(&words().count()) && words().all(is_name)).then_some(name)
}

/// The sections and labels of a page: "World, Politics, Norway, Opinion".
fn is_list(line: &str) -> bool {
    let items = || line.split(',');
    line.len() <= 300
        && !line.ends_with('.')
        && items().count() >= 4
        && items().all(|item| item.split_whitespace().count() <= 4)
}

/// Gives a time of day the zone that the words "(Moscow time)" below it begin with.
fn in_zone(date: Date, words: &str) -> Date {
    let meanings = ENGLISH.at(words, 1).map_or(&[][..], |(word, _)| &word.meanings);
    let zone = meanings.iter().find_map(|meaning| if let Meaning::Zone(zone) = meaning { Some(*zone) } else { None });
    match date {
        Date::Point(Point { unit: Unit::Minute(at, None), qualifier }) => {
            Date::Point(Point { unit: Unit::Minute(at, zone), qualifier })
        }
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Title, author, and the prose below the head.
    fn read(text: &str) -> (Option<&str>, Option<&str>, &str) {
        let head = head(text);
        (head.title, head.author, text[head.span.end..].trim())
    }

    #[test]
    fn a_headline_stands_apart_from_the_prose() {
        assert_eq!(read("Moe Resigns\n\nThe minister left."), (Some("Moe Resigns"), None, "The minister left."));
        assert_eq!(read("# **Will Moe resign?**\n\nHe may."), (Some("Will Moe resign?"), None, "He may."));
        assert_eq!(
            read("Moe Resigns\nBy Ada Lie, Oslo\nViews: 12\nNorway, Politics, Cabinet, World\n\nThe minister left."),
            (Some("Moe Resigns"), Some("Ada Lie"), "The minister left.")
        );
    }

    #[test]
    fn a_dateline_is_read_with_its_author_and_its_zone() {
        let text = "Moe Resigns\n\nAda Lie.\n06.03.1932 02:45\n (Moscow time), Moscow\n\nThe minister left.";
        assert_eq!(read(text), (Some("Moe Resigns"), Some("Ada Lie"), "The minister left."));
        assert_eq!(head(text).stamp.unwrap().date.to_string(), "1932-03-06T02:45+03:00");
        // Above a date, the first line is a title though it looks like a name.
        assert_eq!(read("Moe Leaves\n\nMarch 9, 1932\n\nShe left."), (Some("Moe Leaves"), None, "She left."));
        let text = "January 13, 1932\nUpdated January 15, 1932\n\nThe minister left.";
        assert_eq!(head(text).stamp.unwrap().date.to_string(), "1932-01-13");
    }

    #[test]
    fn a_masthead_stands_above_the_title_or_between_it_and_the_date() {
        let above = head("Northern Tribune\n\nMoe Resigns\n\nBy Ada Lie\nMarch 7, 1932\n\nThe minister left.");
        assert_eq!((above.publisher, above.title), (Some("Northern Tribune"), Some("Moe Resigns")));
        let below = head("# Moe Resigns\n\n*The Oslo Courier*\n\nMarch 7, 1932\n\nThe minister left.");
        assert_eq!((below.publisher, below.title), (Some("The Oslo Courier"), Some("Moe Resigns")));
        assert!(below.stamp.is_some());
        let title = head("Moe Leaves the Post\n\nThe minister left.");
        assert_eq!((title.publisher, title.title), (None, Some("Moe Leaves the Post")));
    }

    #[test]
    fn prose_is_no_head() {
        for text in [
            "The minister left.",
            "The minister left",
            "The minister left on\nFriday, and Lie came.",
            "The minister left.\n\nLie came.",
            "OSLO (AP) _\n\nThe minister left.",
            "The ministers are:\n\nMoe and Lie.",
            "",
            "\n",
        ] {
            assert_eq!(read(text), (None, None, text.trim()), "{text}");
        }
    }

    #[test]
    fn a_heading_below_the_headline_is_left_to_the_prose() {
        assert_eq!(read("The War\n\nThe Siege\n\nIt began.").2, "The Siege\n\nIt began.");
    }
}
