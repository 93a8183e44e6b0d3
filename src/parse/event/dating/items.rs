//! Lists: what the line above tells of all their items, when it was and that it is done.
//!
//! **Recognises** a line with a day that ends with a colon and has items below it, each behind a mark or a number, or, where
//! the line names a decree, each on a line by itself; and a line that decrees, above items in the infinitive.
//!
//! **Examples**: "Among the changes made on Wednesday:", "By decrees of the Head of State dated 3 March 2021:", "I hereby
//! resolve:" above "1. To appoint Ana Silva consul."
//!
//! **Not**: "Ministers since 2010:" tells when each of them came by itself; "The opposition demands:" does nothing.

use crate::parse::event::article::Article;
use crate::parse::event::clause::dates;
use crate::parse::word::{Class, class};
use crate::timex::Timex;

/// What the head of a list tells of its items.
#[derive(Clone, Copy, Debug)]
pub(super) struct List {
    /// When they were, by its place among the document's.
    pub(super) time: Option<usize>,
    /// Whether what they name in the infinitive is done.
    pub(super) enacts: bool,
    /// How items without a mark are parted.
    lines: Option<Lines>,
}

/// How the lines of a list that have no marks are parted.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Lines {
    /// Whatever closes them, no blank line stands between.
    Tight,
    /// All but the last end with a semicolon.
    Semicolons,
}

impl List {
    /// The list that the sentence of this number heads; its first item may be one with it.
    pub(super) fn headed(article: &Article<'_>, number: usize) -> Option<List> {
        let sentence = article.sentences[number];
        let words = sentence.of(article.text);
        let times = article.times(number);
        let end = if words.ends_with(':') {
            sentence.end
        } else {
            // "… dated 3 March 2021:\nAna Silva was": a long head, and the line below it.
            times.first()?;
            sentence.start + words.find(":\n")? + 1
        };
        let head = &article.text[sentence.start..end];
        let below = article.text[end..].trim_start();
        let marked = is_item(below);
        let enacts = marked && enacts(head);
        let list = List { time: None, enacts, lines: None };
        let within = times.iter().take_while(|timex| timex.span.end <= end).count();
        let ([timex], true) = (times.get(..within)?, marked || below.starts_with(|c: char| c.is_uppercase())) else {
            return enacts.then(|| List { time: signed(article, number), ..list });
        };
        let decrees = || head.split([' ', ',', ':']).any(is_decree);
        // "Ministers since 2010:" tells when each of them came by itself.
        let before = article.text[sentence.start..timex.span.start].trim_end().rsplit(' ').next().unwrap_or_default();
        let bounds =
            ["since", "from", "until", "till", "before", "after", "of"].contains(&before.to_lowercase().as_str());
        let dated = dates(timex) && timex.range.is_none() && timex.date.is_some();
        let listed = marked && !bounds || (marked || is_day(timex)) && ["of", "from"].contains(&before) && decrees();
        let listed = listed || !marked && !bounds && is_day(timex) && decrees();
        let time = (dated && listed).then_some(article.held[number].times.start);
        let time = time.or_else(|| signed(article, number).filter(|_| enacts));
        let lines = (!marked).then_some(if end == sentence.end { Lines::Tight } else { Lines::of(words) });
        (time.is_some() || enacts).then_some(List { time, lines, ..list })
    }

    /// The same list, where the line of the sentence of this number, which has no mark, is another of its items.
    pub(super) fn goes_on(self, article: &Article<'_>, number: usize) -> Option<List> {
        let lines = self.lines?;
        let (above, line) = (article.sentences[number.checked_sub(1)?], article.sentences[number]);
        let ends = above.of(article.text);
        let first = ends.ends_with(':');
        let parted = article.text[above.end..line.start].contains("\n\n");
        let open = first || ends.ends_with(';') || lines == Lines::Tight && !parted;
        let lines = if first { Lines::of(line.of(article.text)) } else { lines };
        open.then_some(List { lines: Some(lines), ..self })
    }
}

impl Lines {
    /// How they are by the first of them.
    fn of(first: &str) -> Lines {
        // Lines of one width are taken for one that was wrapped.
        if first.ends_with(';') || first.contains(";\n") { Lines::Semicolons } else { Lines::Tight }
    }
}

/// Whether a line is one of a list: "- Ana Silva was named consul", "2. Ana Silva".
pub(crate) fn is_item(line: &str) -> bool {
    if ["- ", "* ", "• ", "– ", "·", "▪", "◦"].iter().any(|mark| line.starts_with(mark)) {
        return true;
    }
    let behind = line.trim_start_matches(|c: char| c.is_ascii_digit());
    matches!(line.len() - behind.len(), 1 | 2) && [". ", ") "].iter().any(|mark| behind.starts_with(mark))
}

/// Whether a word is one for what an authority acts by: "Decrees".
pub(super) fn is_decree(word: &str) -> bool {
    let word = word.trim_end_matches('s');
    class(word).has(Class::DECREES) || class(&word.to_ascii_lowercase()).has(Class::DECREES)
}

/// Whether the head of a list decrees: "I hereby resolve:", "The Cabinet of Ministers decided:"; but "in the following
/// order:", "The council has not decided:".
fn enacts(head: &str) -> bool {
    let mut words = head.trim_end_matches(':').split([' ', '\n']).rev().filter(|word| !word.is_empty());
    let last = words.next().unwrap_or_default();
    let verb = if last == "to" { words.next().unwrap_or_default() } else { last };
    let mut before = words.take(ENACTS);
    match verb {
        "decrees" | "resolves" | "orders" | "decides" | "decreed" | "resolved" | "decided" => {
            !before.any(|word| ["not", "will", "would", "must", "should", "be", "may", "the"].contains(&word))
        }
        "decree" | "resolve" | "order" | "decide" => match before.next() {
            Some("hereby") => true,
            Some(subject) => ["I", "we", "We"].contains(&subject),
            None => false,
        },
        _ => false,
    }
}

/// So many words before the verb are asked what they make of it.
const ENACTS: usize = 3;

/// The day beside or below the signature of a decree whose items the sentence of this number heads: "Lom, 8 October 2015".
fn signed(article: &Article<'_>, number: usize) -> Option<usize> {
    let below = number + 1..article.sentences.len().min(number + ITEMS);
    let mut lines = below.filter(|&line| !is_item(article.sentences[line].of(article.text)));
    lines.find_map(|line| {
        let [timex] = article.times(line) else { return None };
        let words = article.sentences[line];
        let (before, behind) = (words.start..timex.span.start, timex.span.end..words.end);
        let rest = [article.text.get(before)?, article.text.get(behind)?];
        let mut rest = rest.iter().flat_map(|part| part.split([' ', ',', '.'])).filter(|word| !word.is_empty());
        let place = rest.by_ref().take(PLACE).all(|word| word.starts_with(char::is_uppercase)) && rest.next().is_none();
        (place && is_day(timex) && article.is_silent(line)).then_some(article.held[line].times.start)
    })
}

/// The signature stands no further below.
const ITEMS: usize = 24;

/// The place of a signature has no more words.
const PLACE: usize = 3;

fn is_day(timex: &Timex) -> bool {
    timex.date.is_some_and(|date| date.as_day().is_some())
}
