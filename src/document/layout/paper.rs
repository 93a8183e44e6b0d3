//! The name of the paper, where a line of the page's head or foot has it.

use std::sync::LazyLock;

use crate::lexicon;

/// A longer line names no paper.
const LONGEST: usize = 60;

/// A few capitalised words, one of them a newspaper's: "*The Oslo Courier*", "Gazette of the North".
pub(super) fn is_masthead(line: &str) -> bool {
    let words = || line.split_whitespace().map(|word| word.trim_matches('*'));
    let fits = |word: &str| word.starts_with(char::is_uppercase) || lexicon::is_one_of(&SMALL, word);
    line.len() <= LONGEST
        && !is_label(line)
        && (2..=6).contains(&words().count())
        && words().all(fits)
        && words().any(|word| lexicon::is_one_of(&NEWSPAPERS, word))
}

/// "The Harrow Beacon", "Foreign Ministry of Norway": a name that no person has.
pub(super) fn is_organization(line: &str) -> bool {
    let words = || line.split_whitespace().map(|word| word.trim_matches('*'));
    let small = |word: &str| lexicon::is_one_of(&SMALL, word) && word.starts_with(char::is_lowercase);
    let fits =
        |word: &str| small(word) || word.starts_with(char::is_uppercase) && word.chars().all(char::is_alphabetic);
    (2..=6).contains(&words().count())
        && words().all(fits)
        && words().next().is_some_and(|first| !small(first) && (first == "The" || words().any(small)))
        && !is_label(line)
}

/// "Diocese", "Ministry": what publishes news of its own where "of" and a place follow.
pub(super) fn is_body(word: &str) -> bool {
    lexicon::is_one_of(&BODIES, word)
}

/// "Gazette" alone.
pub(super) fn is_newspaper(line: &str) -> bool {
    lexicon::is_one_of(&NEWSPAPERS, line.trim_matches('*'))
}

/// The paper that a line names beside other words: "The Oslo Courier, 7 March 1932", "Source: The Oslo Courier".
pub(super) fn masthead_beside<'t>(line: &'t str, other: &str) -> Option<&'t str> {
    let (before, after) = line.split_once(other)?;
    let parts = [before, after].into_iter().flat_map(|side| side.split(['|', '·']));
    let bare = |part: &'t str| {
        let part = part.trim_matches(|c: char| c.is_whitespace() || ",;-–—*()".contains(c));
        let part = part.strip_prefix("Published in ").unwrap_or(part);
        // "By Ada Moe, The Oslo Courier"
        part.strip_prefix("By ").map_or(part, |by| by.split_once(", ").map_or(by, |(_, paper)| paper))
    };
    let body = |line: &'t str| {
        let first = line.split(',').next().unwrap_or_default();
        let (body, of) = first.split_once(' ')?;
        (is_body(body) && of.starts_with("of ") && is_organization(first)).then_some(first)
    };
    body(line).or_else(|| parts.map(bare).find(|part| is_masthead(part)))
}

/// A headline without the paper that stands behind it: "Moe Resigns | The Oslo Courier".
pub(in crate::document) fn title_and_paper(line: &str) -> (&str, Option<&str>) {
    let parted = [" | ", " - ", " – ", " — "].iter().filter_map(|mark| line.rsplit_once(mark));
    let found = parted.map(|(title, paper)| (title.trim_end(), paper.trim())).find(|(_, paper)| is_masthead(paper));
    found.map_or((line, None), |(title, paper)| (title, Some(paper)))
}

/// What a page is rather than what it is about: "PRESS RELEASE".
pub(super) fn is_label(line: &str) -> bool {
    lexicon::is_one_of(&LABELS, line.trim_matches(|c: char| !c.is_alphanumeric()))
}

/// A part of the paper, as it stands above a title: "POLITICS".
pub(super) fn is_section(line: &str) -> bool {
    lexicon::is_one_of(&SECTIONS, line.trim_matches(|c: char| !c.is_alphanumeric()))
}

/// The way to a page through its paper: "Home | Politics | World", "[Home](/) / [News](/news)".
pub(super) fn is_trail(line: &str) -> bool {
    let marked = || line.split(['|', '/', '›', '>', '»', '\t']).flat_map(|part| part.split("   "));
    let parts = || marked().map(str::trim).filter(|part| !part.is_empty());
    // Most lines are prose and have none of the marks, which is known sooner than where they stand.
    let may_part = |byte: u8| matches!(byte, b'|' | b'/' | b'>' | b'\t' | 0x80..);
    let has_parts = line.bytes().any(may_part) || memchr::memmem::find(line.as_bytes(), b"   ").is_some();
    let sections = if has_parts { parts().filter(|part| is_section(part)).count() } else { 0 };
    sections >= 2 && (sections == parts().count() || parts().all(|part| part.split_whitespace().count() <= SECTION))
        || line.split_whitespace().all(is_section) && line.split_whitespace().count() >= BARE
        || is_links(line)
}

/// So many sections make a row without marks between them: "HOME NEWS SPORT".
const BARE: usize = 3;

/// "Vol. 12, No. 44", "Price 10 kr": which issue of the paper it is.
pub(super) fn is_issue(line: &str) -> bool {
    let first = line.split(|c: char| !c.is_alphabetic()).next().unwrap_or_default();
    line.len() <= LONGEST
        && lexicon::is_one_of(&ISSUES, first)
        && line.bytes().any(|byte| byte.is_ascii_digit())
        && line.split_whitespace().count() <= ISSUE
}

/// The line of an issue has so many words at most.
const ISSUE: usize = 6;

/// "Copyright 1932 The Oslo Courier", "© 1932 Oslo Courier. All rights reserved.": what stands behind the year.
pub(super) fn copyright(line: &str) -> Option<&str> {
    let rest = line.strip_prefix("Copyright").or_else(|| line.strip_prefix('©'))?;
    let rest = rest.trim_start_matches(|c: char| c.is_whitespace() || matches!(c, '©' | '(' | ')' | 'c'));
    let year = rest.get(..4).filter(|year| year.bytes().all(|byte| byte.is_ascii_digit()))?;
    Some(rest[year.len()..].split(['.', ';']).next().unwrap_or_default().trim_matches([' ', ',']))
}

/// The name of a section has so many words at most.
const SECTION: usize = 2;

/// A picture, or several links and nothing else, as Markdown writes them.
fn is_links(line: &str) -> bool {
    let (mut rest, mut links) = (line, 0);
    while let Some((before, link)) = rest.split_once('[') {
        let Some((_, behind)) = link.split_once("](").and_then(|(_, address)| address.split_once(')')) else {
            return false;
        };
        if before.contains(char::is_alphanumeric) {
            return false;
        }
        links += if before.ends_with('!') { 2 } else { 1 };
        rest = behind;
    }
    links >= 2 && !rest.contains(char::is_alphanumeric)
}

/// The agency whose report it is, by its name or short name: "AP".
pub(super) fn agency(word: &str) -> Option<&'static str> {
    AGENCIES.iter().find(|known| known.eq_ignore_ascii_case(word)).copied()
}

static AGENCIES: LazyLock<Vec<&str>> = LazyLock::new(|| lexicon::of_page("agency"));
static BODIES: LazyLock<Vec<&str>> = LazyLock::new(|| lexicon::of_page("body"));
static ISSUES: LazyLock<Vec<&str>> = LazyLock::new(|| lexicon::of_page("issue"));
static LABELS: LazyLock<Vec<&str>> = LazyLock::new(|| lexicon::of_page("label"));
static NEWSPAPERS: LazyLock<Vec<&str>> = LazyLock::new(|| lexicon::of_page("masthead"));
static SECTIONS: LazyLock<Vec<&str>> = LazyLock::new(|| lexicon::of_page("section"));
static SMALL: LazyLock<Vec<&str>> = LazyLock::new(|| lexicon::of_page("small"));

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_paper_is_known_by_one_of_its_words() {
        for line in ["*The Oslo Courier*", "Gazette of the North", "Agence Polaire"] {
            assert!(is_masthead(line), "{line}");
        }
        for line in ["Moe Leaves the Post office", "News", "PRESS RELEASE", "The news of the day", ""] {
            assert!(!is_masthead(line), "{line}");
        }
    }

    #[test]
    fn the_way_to_a_page_is_no_headline() {
        for line in [
            "Home | Politics | World",
            "Home / News",
            "News > Oslo > Politics",
            "[Home](/) / [Harbour](/h)",
            "![The crest](crest.png)",
            "HOME   NEWS   SPORT",
            "Home News Sport Business",
        ] {
            assert!(is_trail(line), "{line}");
        }
        for line in [
            "Politics",
            "Moe | Lie | Dahl",
            "News | Politics | Moe leaves the cabinet",
            "[Moe resigns](/moe)",
            "[Moe](/moe) and [Lie](/lie)",
            "Moe [sic",
            "",
        ] {
            assert!(!is_trail(line), "{line}");
        }
    }

    #[test]
    fn an_issue_is_told_from_a_headline() {
        for line in ["Vol. 12, No. 44", "VOLUME XII, NUMBER 44", "Price 10 kr", "No. 44"] {
            assert!(is_issue(line), "{line}");
        }
        for line in ["No minister left in 1932, says the king of Norway", "Price rises", "44 envoys leave Oslo", ""] {
            assert!(!is_issue(line), "{line}");
        }
        assert_eq!(copyright("Copyright (c) 1932 The Oslo Post. All rights reserved."), Some("The Oslo Post"));
        assert_eq!(copyright("© 1932"), Some(""));
        assert_eq!(copyright("Copyright law changes"), None);
    }

    #[test]
    fn a_headline_is_parted_from_its_paper() {
        assert_eq!(title_and_paper("Moe - Lie out | The Oslo Post"), ("Moe - Lie out", Some("The Oslo Post")));
        assert_eq!(title_and_paper("Moe out – for good"), ("Moe out – for good", None));
    }
}
