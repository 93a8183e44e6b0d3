//! Front matter: the keys and values between two lines of `---` or `+++` at the very top of a Markdown file.
//!
//! Flat lines of one key and one value are read, as YAML and TOML both have them; lists and what stands below a key are
//! passed over.

use super::lines::lines;
use super::stamp::{Stamp, StampRole, stamp};
use crate::Span;
use crate::document::address;
use crate::document::publication::parse_stated;

/// No longer, in lines.
const LINES: usize = 60;

/// What the keys tell.
#[derive(Debug, Default)]
pub(super) struct Matter<'t> {
    /// From the first mark to the last; empty where there is none.
    pub(super) span: Span,
    pub(super) title: Option<&'t str>,
    pub(super) author: Option<&'t str>,
    pub(super) publisher: Option<&'t str>,
    pub(super) url: Option<&'t str>,
    pub(super) stamp: Option<Stamp>,
}

/// Reads the front matter of `text`, where it has any that is closed.
pub(super) fn matter(text: &str) -> Matter<'_> {
    let Some((mark, parting)) = [("---", ':'), ("+++", '=')].into_iter().find(|(mark, _)| is_opened(text, mark)) else {
        return Matter::default();
    };
    let mut matter = Matter::default();
    let mut flat = true;
    for line in lines(text).take(LINES).skip(1) {
        let words = line.of(text);
        if words == mark {
            return Matter { span: Span::new(0, line.end), ..matter };
        }
        // The keys of a section are of something else, as are those that are set in.
        flat &= !(parting == '=' && words.starts_with('['));
        if flat && text[..line.start].ends_with('\n') {
            matter.takes(words, parting);
        }
    }
    Matter::default()
}

fn is_opened(text: &str, mark: &str) -> bool {
    text.strip_prefix(mark).is_some_and(|rest| rest.starts_with(['\n', '\r']))
}

impl<'t> Matter<'t> {
    /// Takes `title: Moe resigns`, and says whether it knows the key.
    pub(super) fn takes(&mut self, line: &'t str, parting: char) -> bool {
        let Some((key, value)) = line.split_once(parting) else { return false };
        let value = value.trim().trim_matches(['"', '\'', '[', ']']);
        if value.is_empty() {
            return false;
        }
        match key.trim().to_ascii_lowercase().as_str() {
            "title" | "headline" | "subject" => self.title = Some(value),
            "author" | "byline" => self.author = Some(value),
            "url" | "link" | "canonical" | "permalink" => self.url = address::find(value),
            "publisher" | "source" | "publication" => match address::find(value) {
                Some(url) => self.url = Some(url),
                None => self.publisher = Some(value),
            },
            "date" | "published" | "publishdate" | "pubdate" => self.stamp = stated(value, StampRole::Stated),
            // Of a letter, as mail programs keep it.
            "from" if value.contains('@') => {
                let name = value.split('<').next().unwrap_or_default().trim().trim_matches('"');
                self.author = Some(name).filter(|name| !name.is_empty() && !name.contains('@'));
            }
            "to" | "cc" | "reply-to" if value.contains('@') => {}
            // As archives of papers label their articles.
            "section" | "length" | "category" | "edition" => {}
            "updated" | "lastmod" | "modified" if self.stamp.is_none() => {
                self.stamp = stated(value, StampRole::Updated);
            }
            _ => return false,
        }
        true
    }
}

/// `2022-05-12T08:30:00Z` as programs write it, `12 May 2022` as people do.
fn stated(value: &str, role: StampRole) -> Option<Stamp> {
    let written = || Some(Stamp { text: value.to_owned(), date: parse_stated(value)?, readings: Vec::new(), role });
    written().or_else(|| Some(Stamp { role, ..stamp(value)? }))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_at_the_top_are_taken() {
        let text = "---\ndate: 1932-03-07\ntitle: \"Moe: Resigned\"\ntags: [a, b]\nsource: https://example.org/moe\n\
                    site:\n  title: Other\nlastmod: 1932-05-01\n---\n\nThe minister left.\n";
        let found = matter(text);
        assert_eq!((found.title, found.url), (Some("Moe: Resigned"), Some("https://example.org/moe")));
        assert_eq!(found.stamp.unwrap().date.to_string(), "1932-03-07");
        assert_eq!(text[found.span.end..].trim(), "The minister left.");
        let text = "+++\r\ntitle = 'Moe Resigned'\r\ndate = 1932-03-07T08:30:00Z\r\n[extra]\r\ntitle = 'Other'\r\n+++\r\nShe left.";
        let found = matter(text);
        assert_eq!(found.title, Some("Moe Resigned"));
        assert_eq!(found.stamp.unwrap().date.to_string(), "1932-03-07T08:30:00Z");
    }

    #[test]
    fn a_change_is_taken_where_nothing_else_is_told() {
        let stamp = matter("---\nupdated: 9 March 1932\n---\nShe left.").stamp.unwrap();
        assert_eq!((stamp.date.to_string().as_str(), stamp.role), ("1932-03-09", StampRole::Updated));
    }

    #[test]
    fn a_letter_tells_who_writes_of_what() {
        let mut told = Matter::default();
        for line in ["From: \"Ada Moe\" <ada@example.org>", "To: desk@example.org", "Subject: Lie resigns"] {
            assert!(told.takes(line, ':'), "{line}");
        }
        assert_eq!((told.author, told.title), (Some("Ada Moe"), Some("Lie resigns")));
        assert!(!told.takes("From: Oslo to Bergen in a day", ':'));
    }

    #[test]
    fn what_is_not_closed_is_prose() {
        for text in
            ["---\ndate: 1932-03-07\n\nThe minister left.", "Moe\n---\ndate: 1932-03-07\n---\n", "---", "", "+++"]
        {
            assert!(matter(text).span.is_empty(), "{text}");
        }
    }
}
