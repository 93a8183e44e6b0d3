//! What a line above the prose is, by its look alone: a title, a byline, a name, an address.

use super::paper::{is_masthead, is_section};
use super::phrases::{Role, role};
use super::stamp::stamp;
use crate::document::address;

/// A line of more bytes, or of more words, is no title: a lead may want its full stop.
const TITLE: usize = 250;
const WORDS: usize = 25;

/// "=====": what a title is underlined with.
pub(super) fn is_rule(line: &str) -> bool {
    line.len() >= 3 && ["=", "-", "_"].iter().any(|mark| line.trim_matches(|c: char| mark.contains(c)).is_empty())
}

/// A line that does not end as a sentence or as the beginning of one does.
pub(super) fn is_title(line: &str) -> bool {
    let begins = line.starts_with(|c: char| c.is_uppercase() || c.is_numeric() || !c.is_alphanumeric());
    let open = line.ends_with(['.', ',', ';', ':', '_', '-', '–', '—']) && !line.ends_with("...");
    // Most lines are prose, which its stop tells; words are counted last.
    let short = || line.len() < WORDS || line.split_whitespace().nth(WORDS).is_none();
    line.len() <= TITLE && begins && !open && short() && line.contains(char::is_alphabetic)
}

/// An address and nothing else, or announced as the article's own.
pub(super) fn own_address(line: &str) -> Option<&str> {
    let from = if let Some(Role::Address(end)) = role(line) { end } else { 0 };
    let line = &line[from..];
    address::find(line).filter(|url| line.len() <= url.len() + 4)
}

/// "By Ada Moe", "By Ada Moe, Oslo", "By Ada Moe in Oslo"
pub(super) fn byline(line: &str) -> Option<&str> {
    let rest = line.strip_prefix("By ").or_else(|| line.strip_prefix("by ")).or_else(|| line.strip_prefix("BY "))?;
    let name = rest.split([',', '|', '·', '/']).next()?;
    self::name(name.split(" in ").next()?)
}

/// "Ada Moe | The Oslo Courier | 7 March 1932"
pub(super) fn signed(line: &str) -> Option<&str> {
    let (first, _) = line.split_once(['|', '·'])?;
    name(first.trim()).filter(|name| !is_masthead(name) && !is_section(name) && stamp(name).is_none())
}

/// Two to five capitalised words, with or without a full stop: "Ada Moe."
pub(super) fn name(line: &str) -> Option<&str> {
    let name = line.trim_end().trim_end_matches('.');
    let words = || name.split_whitespace();
    let is_name = |word: &str| word.starts_with(char::is_uppercase) && !word.contains(|c: char| c.is_numeric());
    (name.len() <= 60 && (2..=5).contains(&words().count()) && words().all(is_name)).then_some(name)
}

/// The sections and labels of a page: "World, Politics, Norway, Opinion".
pub(super) fn is_list(line: &str) -> bool {
    let items = || line.split(',');
    line.len() <= 300
        && !line.ends_with('.')
        && items().count() >= 4
        && items().all(|item| item.split_whitespace().count() <= 4)
}
