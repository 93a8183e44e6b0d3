//! The name of the paper, where a line of the page's head or foot has it.

use std::sync::LazyLock;

use crate::lexicon;

/// A longer line names no paper.
const LONGEST: usize = 60;

/// A few capitalised words, one of them a newspaper's: "*The Oslo Courier*", "Gazette of the North".
pub(super) fn is_masthead(line: &str) -> bool {
    let words = || line.split_whitespace().map(|word| word.trim_matches('*'));
    let fits = |word: &str| word.starts_with(char::is_uppercase) || is_one_of(&SMALL, word);
    line.len() <= LONGEST
        && !is_label(line)
        && (2..=6).contains(&words().count())
        && words().all(fits)
        && words().any(|word| is_one_of(&NEWSPAPERS, word))
}

/// "Gazette" alone.
pub(super) fn is_newspaper(line: &str) -> bool {
    is_one_of(&NEWSPAPERS, line.trim_matches('*'))
}

/// The paper that a line names beside other words: "The Oslo Courier, 7 March 1932", "Source: The Oslo Courier".
pub(super) fn masthead_beside<'t>(line: &'t str, other: &str) -> Option<&'t str> {
    let (before, after) = line.split_once(other)?;
    let bare = |part: &'t str| part.trim_matches(|c: char| c.is_whitespace() || ",;|·-–—*()".contains(c));
    [before, after].into_iter().map(bare).find(|part| is_masthead(part))
}

/// A headline without the paper that stands behind it: "Moe Resigns | The Oslo Courier".
pub(super) fn title_and_paper(line: &str) -> (&str, Option<&str>) {
    let parted = [" | ", " - ", " – ", " — "].iter().filter_map(|mark| line.rsplit_once(mark));
    let found = parted.map(|(title, paper)| (title.trim_end(), paper.trim())).find(|(_, paper)| is_masthead(paper));
    found.map_or((line, None), |(title, paper)| (title, Some(paper)))
}

/// What a page is rather than what it is about: "PRESS RELEASE".
pub(super) fn is_label(line: &str) -> bool {
    is_one_of(&LABELS, line.trim_matches(|c: char| !c.is_alphanumeric()))
}

/// The agency whose report it is, by its name or short name: "AP".
pub(super) fn agency(word: &str) -> Option<&'static str> {
    AGENCIES.iter().find(|known| known.eq_ignore_ascii_case(word)).copied()
}

fn is_one_of(forms: &[&str], word: &str) -> bool {
    forms.iter().any(|form| form.eq_ignore_ascii_case(word))
}

static AGENCIES: LazyLock<Vec<&str>> = LazyLock::new(|| lexicon::of_page("agency"));
static LABELS: LazyLock<Vec<&str>> = LazyLock::new(|| lexicon::of_page("label"));
static NEWSPAPERS: LazyLock<Vec<&str>> = LazyLock::new(|| lexicon::of_page("masthead"));
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
    fn a_headline_is_parted_from_its_paper() {
        assert_eq!(title_and_paper("Moe - Lie out | The Oslo Post"), ("Moe - Lie out", Some("The Oslo Post")));
        assert_eq!(title_and_paper("Moe out – for good"), ("Moe out – for good", None));
    }
}
