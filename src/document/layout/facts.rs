//! What the parts of a page tell of its article, one by one or on lines of a label and a value.

use super::stamp::{Stamp, StampRole, stamp};
use crate::document::address;
use crate::document::stated::parse_stated;

/// What a part of a page tells of its article.
#[derive(Debug, Default)]
pub(in crate::document) struct Facts<'t> {
    pub(in crate::document) title: Option<&'t str>,
    pub(in crate::document) author: Option<&'t str>,
    pub(in crate::document) publisher: Option<&'t str>,
    pub(in crate::document) url: Option<&'t str>,
    pub(in crate::document) stamp: Option<Stamp>,
}

impl<'t> Facts<'t> {
    /// These, with what only `others` tell.
    pub(super) fn or(self, others: Facts<'t>) -> Facts<'t> {
        Facts {
            title: self.title.or(others.title),
            author: self.author.or(others.author),
            publisher: self.publisher.or(others.publisher),
            url: self.url.or(others.url),
            stamp: self.stamp.or(others.stamp),
        }
    }

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
    fn a_letter_tells_who_writes_of_what() {
        let mut told = Facts::default();
        for line in ["From: \"Ada Moe\" <ada@example.org>", "To: desk@example.org", "Subject: Lie resigns"] {
            assert!(told.takes(line, ':'), "{line}");
        }
        assert_eq!((told.author, told.title), (Some("Ada Moe"), Some("Lie resigns")));
        assert!(!told.takes("From: Oslo to Bergen in a day", ':'));
    }
}
