//! The words of furniture: a line is told by how it begins.
//!
//! Few lines begin with the first word of a phrase, and few phrases share theirs, so that these are compared one by one.

use std::sync::LazyLock;

use crate::lexicon::first_word::ByFirstWord;

/// What a line's first words make it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Role {
    /// Furniture in itself.
    Line,
    /// Closes an article.
    End,
    /// A form for comments: nothing of the article follows.
    Form,
    /// Heads the readers' comments.
    Comments,
    /// Announces the article's own address; the rest of the line begins at this byte of the line.
    Address(usize),
}

/// The role of a line, told by its first words, or by those behind brackets: "(7 March 1932) Sign up for our newsletter".
pub(super) fn role(line: &str) -> Option<Role> {
    let behind = || role_of(line.strip_prefix('(')?.split_once(')')?.1.trim_start()).filter(|role| *role == Role::Line);
    role_of(line).or_else(behind)
}

fn role_of(line: &str) -> Option<Role> {
    let words = line.trim_start_matches(|c: char| c.is_ascii_digit() || matches!(c, '(' | ')' | ' ' | '.' | ','));
    let number = line.len() - words.len();
    let (section, end) = LEXICON.longest(words)?;
    let rest = &words[end..];
    match section {
        Section::Line | Section::Credit if number == 0 => Some(Role::Line),
        Section::Whole if number == 0 && rest.trim_matches(is_closing).is_empty() => Some(Role::Line),
        Section::End => Some(Role::End),
        Section::Form if number == 0 => Some(Role::Form),
        // "Comments" alone, "Comments (3)", "3 comments", "3 thoughts on “…”": a heading, not a sentence.
        Section::Comments if !line.ends_with('.') => {
            let bare = rest.trim_matches(|c: char| is_closing(c) || c.is_ascii_digit()).is_empty();
            (bare || number > 0 && words[..end].contains(' ')).then_some(Role::Comments)
        }
        Section::Address if number == 0 => Some(Role::Address(number + end)),
        _ => None,
    }
}

/// Whether words in brackets say whose picture it is: "Photo: Ada Lie".
pub(super) fn is_credit(words: &str) -> bool {
    matches!(LEXICON.longest(words), Some((Section::Credit, _)))
}

fn is_closing(c: char) -> bool {
    c.is_whitespace() || matches!(c, ':' | '.' | '!' | '…' | '(' | ')' | '»' | '>')
}

#[derive(Clone, Copy)]
enum Section {
    Line,
    Whole,
    End,
    Form,
    Comments,
    Address,
    /// At a caption's beginning, or in brackets at its end.
    Credit,
}

struct Lexicon {
    phrases: ByFirstWord<(&'static str, Section)>,
}

static LEXICON: LazyLock<Lexicon> = LazyLock::new(|| Lexicon::parse(include_str!("../../lexicon/en/furniture.txt")));

impl Lexicon {
    fn parse(text: &'static str) -> Lexicon {
        let mut section = Section::Line;
        let mut phrases = Vec::new();
        for line in text.lines().map(str::trim_start).filter(|line| !line.is_empty() && !line.starts_with('#')) {
            match line {
                "[line]" => section = Section::Line,
                "[whole]" => section = Section::Whole,
                "[end]" => section = Section::End,
                "[form]" => section = Section::Form,
                "[comments]" => section = Section::Comments,
                "[address]" => section = Section::Address,
                "[credit]" => section = Section::Credit,
                phrase => phrases.push((phrase.trim_end(), section)),
            }
        }
        Lexicon { phrases: ByFirstWord::new(phrases, |(phrase, _)| phrase) }
    }

    /// The section of the longest phrase that `line` begins with, and where that phrase ends.
    fn longest(&self, line: &str) -> Option<(Section, usize)> {
        let begins = |phrase: &str| {
            line.as_bytes().get(..phrase.len()).is_some_and(|words| words.eq_ignore_ascii_case(phrase.as_bytes()))
        };
        let (_, &(phrase, section)) = self.phrases.beside(line.as_bytes()).find(|(_, (phrase, _))| begins(phrase))?;
        let end = phrase.len();
        let ends_a_word = line[..end].ends_with(char::is_alphanumeric);
        let goes_on = ends_a_word && line[end..].starts_with(char::is_alphanumeric);
        (!goes_on).then_some((section, end))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tells_furniture_by_its_first_words() {
        for (line, expected) in [
            ("Views: 812", Role::Line),
            ("RELATED ARTICLE: Polar ship returns", Role::Line),
            ("Share", Role::Line),
            ("(7 March 1932) Sign up for our newsletter", Role::Line),
            ("A version of this article appears in print on March 9, 1932, Section B", Role::Line),
            ("If you find an error, select it and press Ctrl + Enter.", Role::End),
            ("Leave a Reply", Role::Form),
            ("Comments (12)", Role::Comments),
            ("2 comments", Role::Comments),
            ("2 thoughts on “The Amundsen telegram”", Role::Comments),
            ("Original url:", Role::Address(13)),
        ] {
            assert_eq!(role(line), Some(expected), "{line}");
        }
    }

    #[test]
    fn leaves_prose_alone() {
        for line in [
            "Views differed on whether the expedition should go on.",
            "Share prices fell on Monday.",
            "(7 March 1932) Share prices fell.",
            "A version of this article of the treaty was signed on May 3, 1932.",
            "Shares were divided in 1931.",
            "Comments on the draft were due on May 3, 1932.",
            "Comments were invited until May 3, 1932.",
            "2 comments on the draft were filed in May 1932.",
            "Search parties left on May 3, 1932",
            "Print workers struck in 1926.",
            "Related companies were founded in 1911.",
            "Homes were lost in the flood of May 3, 1932.",
        ] {
            assert_eq!(role(line), None, "{line}");
        }
    }
}
