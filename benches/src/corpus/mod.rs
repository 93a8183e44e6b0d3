//! A corpus of invented news, the same on every machine.
//!
//! Five sentences in a hundred tell an office event with its date, 18 hold another time, 10 a word that tells events
//! without a date, and the rest neither, though they hold what a scan stumbles over. That comes to about four times
//! named in a thousand characters, as newspapers have them. Each story is told by some three articles.

mod grammar;
mod random;

use grammar::Grammar;
use random::Random;

/// An invented article.
#[derive(Clone, Debug, PartialEq, Eq)]
#[allow(missing_docs)]
pub struct Article {
    pub id: String,
    pub published: String,
    pub publisher: String,
    pub title: String,
    pub text: String,
}

/// Articles of one to three thousand bytes, without end.
pub fn articles() -> impl Iterator<Item = Article> {
    let grammar = Grammar::news();
    (0..).map(move |number| article(&grammar, number))
}

/// Articles as lines of JSON, until they fill `bytes`.
pub fn jsonl(bytes: usize) -> String {
    let mut out = String::with_capacity(bytes + 4096);
    for article in articles() {
        if out.len() >= bytes {
            break;
        }
        out.push_str(&article.to_json());
    }
    out
}

/// The bodies of articles as one text, until they fill `bytes`.
pub fn text(bytes: usize) -> String {
    let mut out = String::with_capacity(bytes + 4096);
    for article in articles() {
        if out.len() >= bytes {
            break;
        }
        out.push_str(&article.text);
        out.push_str("\n\n");
    }
    out
}

impl Article {
    /// The line that `timeline` reads.
    pub fn to_json(&self) -> String {
        let Article { id, published, publisher, title, text } = self;
        let value = serde_json::json!({
            "id": id, "published": published, "publisher": publisher, "title": title, "text": text,
        });
        format!("{value}\n")
    }
}

/// How many articles there are to a story.
const TELLERS: u64 = 3;

fn article(grammar: &Grammar, number: u64) -> Article {
    let mut random = Random::new(number, usize::MAX);
    // Articles on one story lie far apart, as they do in an archive.
    let story = number / (TELLERS * 64) * 64 + number % 64;
    let mut one = |symbol| {
        let mut out = String::new();
        grammar.write(&mut out, symbol, &mut random, story);
        out
    };
    let (title, publisher) = (one("title"), one("publisher"));
    let mut text = one("dateline");
    for n in 0..8 + random.below(12) {
        text.push_str(if n > 0 && random.below(3) == 0 { "\n\n" } else { " " });
        let symbol = match random.below(100) {
            0..67 => "plain",
            67..85 => "dated",
            85..95 => "told",
            _ => "office",
        };
        grammar.write(&mut text, symbol, &mut random, story);
    }
    let (month, day) = (random.within(&(1..=12)), random.within(&(1..=28)));
    Article { id: format!("news-{number:07}"), published: format!("2025-{month:02}-{day:02}"), publisher, title, text }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn is_the_same_each_time_and_of_the_size_asked_for() {
        assert_eq!(text(10_000), text(10_000));
        assert!((10_000..14_000).contains(&text(10_000).len()));
        assert!(jsonl(20_000).lines().all(|line| line.starts_with('{') && line.ends_with('}')));
    }

    #[test]
    fn a_story_is_told_alike_in_unlike_articles() {
        let told: Vec<_> = articles().take(800).filter(|article| article.text.contains(" was elected ")).collect();
        let people = |article: &Article| {
            let (before, _) = article.text.split_once(" was elected ")?;
            before.rsplit_once([' ', '\n']).map(|(_, last)| last.to_owned())
        };
        let again = |one: &Article| told.iter().filter(|other| people(other) == people(one)).count() > 1;
        assert!(told.iter().filter(|article| again(article)).count() * 4 > told.len());
        assert!(told.windows(2).all(|pair| pair[0].text != pair[1].text));
    }
}
