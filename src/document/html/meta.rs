//! What a page states of its own article: in `<meta>`, in JSON-LD, in `<title>` and `<time>`.
//!
//! Pages repeat themselves, and the places differ in how far they are to be believed: for each fact the best of them
//! counts ([`Meta::fill`]). A value that says nothing readable is passed over.

use serde_json::Value;

use super::entity::decoded;
use super::tag::Tag;
use crate::calendar::{Date, Unit};
use crate::document::layout::{StampRole, stamp, title_and_paper};
use crate::document::stated::parse_stated;
use crate::document::{Document, Published};

/// What was found, best first where there is more than one place for it.
#[derive(Debug, Default)]
pub(super) struct Meta {
    /// In social networks' cards, in JSON-LD, in the window's title.
    title: [Option<String>; 3],
    publisher: [Option<String>; 2],
    author: [Option<String>; 2],
    url: [Option<String>; 2],
    /// In JSON-LD, in a `<meta>`, in the first `<time>`.
    published: [Option<String>; 3],
    /// In JSON-LD, in a `<meta>`.
    changed: [Option<String>; 2],
    language: Option<String>,
}

/// A list of JSON-LD's objects is no deeper than this.
const DEPTH: usize = 4;

impl Meta {
    /// Takes what `tag` states; `behind` is the text up to the next tag.
    pub(super) fn takes(&mut self, tag: &Tag<'_>, behind: &str) {
        if tag.closes {
            return;
        }
        match tag.name.to_ascii_lowercase().as_str() {
            "meta" => self.takes_meta(tag),
            "html" => set(&mut self.language, tag.attribute("lang")),
            "title" => set(&mut self.title[2], Some(behind)),
            "time" => {
                set(&mut self.published[2], tag.attribute("datetime").filter(|date| parse_stated(date).is_some()));
            }
            "link" if tag.attribute("rel") == Some("canonical") => set(&mut self.url[0], tag.attribute("href")),
            "script" if tag.attribute("type") == Some("application/ld+json") => {
                if let Ok(value) = serde_json::from_str(behind) {
                    self.takes_object(&value, DEPTH);
                }
            }
            _ => {}
        }
    }

    fn takes_meta(&mut self, tag: &Tag<'_>) {
        let named = ["property", "name", "itemprop"].iter().find_map(|key| tag.attribute(key));
        let (Some(name), Some(content)) = (named, tag.attribute("content")) else { return };
        let place = match name.to_ascii_lowercase().as_str() {
            "og:title" | "twitter:title" => &mut self.title[0],
            "og:site_name" => &mut self.publisher[0],
            "author" | "article:author" | "dc.creator" if !content.starts_with("http") => &mut self.author[1],
            "og:url" => &mut self.url[1],
            "article:published_time"
            | "datepublished"
            | "date"
            | "pubdate"
            | "publishdate"
            | "dc.date"
            | "dc.date.issued"
            | "dcterms.created"
            | "parsely-pub-date"
                if parse_stated(content).is_some() =>
            {
                &mut self.published[1]
            }
            "article:modified_time" | "datemodified" | "dcterms.modified" if parse_stated(content).is_some() => {
                &mut self.changed[1]
            }
            _ => return,
        };
        set(place, Some(content));
    }

    /// Takes the object that is of an article, or the first in it that is.
    fn takes_object(&mut self, value: &Value, depth: usize) {
        if let Some(list) = value.as_array().or_else(|| value.get("@graph")?.as_array()).filter(|_| depth > 0) {
            list.iter().for_each(|value| self.takes_object(value, depth - 1));
        }
        let text = |key: &str| value.get(key).and_then(name);
        let Some(date) = text("datePublished").filter(|date| parse_stated(date).is_some()) else { return };
        set(&mut self.published[0], Some(date));
        set(&mut self.changed[0], text("dateModified").filter(|date| parse_stated(date).is_some()));
        set(&mut self.title[1], text("headline"));
        set(&mut self.publisher[1], text("publisher"));
        set(&mut self.author[0], text("author"));
    }

    /// Fills in what the page states.
    pub(super) fn fill(self, document: &mut Document) {
        let [card, headline, window] = self.title;
        let bare = |title: String| title_and_paper(&title).0.to_owned();
        document.title = card.or(headline).or(window).map(bare);
        document.publisher = self.publisher.into_iter().flatten().next();
        document.author = self.author.into_iter().flatten().next();
        document.url = self.url.into_iter().flatten().find(|url| url.starts_with("http"));
        document.language = self.language;
        let stated = self.published.into_iter().flatten().next();
        let changed = self.changed.into_iter().flatten().next().filter(|_| says_updated(&document.text));
        document.published = stated.and_then(|stated| {
            let published = parse_stated(&stated)?;
            let how = format!("the page's metadata “{stated}”");
            Some(match changed.and_then(|changed| Some((up_to(published, &changed)?, changed))) {
                Some((date, changed)) => Published { date, how: format!("{how}, updated “{changed}”") },
                None => Published { date: published, how },
            })
        });
    }
}

/// So many lines stand above an article at most.
const HEAD: usize = 12;

/// Whether an article says at its head that it was updated; pages are changed for much else.
fn says_updated(text: &str) -> bool {
    let lines = text.lines().filter(|line| !line.trim().is_empty()).take(HEAD);
    lines.filter_map(stamp).any(|stamp| stamp.role == StampRole::Updated)
}

/// From the day of publication to that of a later change: each sentence may be of either.
fn up_to(published: Date, changed: &str) -> Option<Date> {
    let day = |date: Date| Some(date.bounds().earliest?.date());
    let (first, last) = (day(published)?, day(parse_stated(changed)?)?);
    let point = |day| Some(Unit::Day(day).into());
    (first < last).then(|| Date::interval(point(first), point(last)))
}

/// A string, or the name of an object, or of the first in a list.
fn name(value: &Value) -> Option<&str> {
    let first = value.as_array().and_then(|list| list.first()).unwrap_or(value);
    first.as_str().or_else(|| first.get("name")?.as_str())
}

/// Keeps the first value that says something.
fn set(place: &mut Option<String>, value: Option<&str>) {
    let value = value.map(decoded).unwrap_or_default();
    let words: Vec<&str> = value.split_whitespace().collect();
    if place.is_none() && !words.is_empty() {
        *place = Some(words.join(" "));
    }
}

#[cfg(test)]
mod tests {
    use super::super::document;
    use crate::document::Document;

    fn told(page: &str) -> [Option<String>; 5] {
        let Document { title, publisher, author, url, published, .. } = document("a".to_owned(), page);
        [title, publisher, author, url, published.map(|published| published.date.to_string())]
    }

    #[test]
    fn what_was_updated_is_of_either_day() {
        let page = |head: &str| {
            let page = format!(
                "<meta property=article:published_time content=1932-03-07T08:30:00Z>\
                 <meta property=article:modified_time content=1932-03-09T08:30:00Z><p>{head}</p><p>Moe left.</p>"
            );
            told(&page)[4].clone().unwrap()
        };
        assert_eq!(page("Updated 9 March 1932"), "1932-03-07/1932-03-09");
        assert_eq!(page("By Ada Dahl"), "1932-03-07T08:30:00Z");
    }

    #[test]
    fn a_page_states_what_it_is() {
        let facts = |facts: [&str; 5]| facts.map(|fact| Some(fact.to_owned()).filter(|fact| !fact.is_empty()));
        let meta = "<html><head><title>Moe out | The Oslo Post</title><meta property='og:title' content='Moe &amp; Lie'>\
                    <meta content=\"The Oslo Post\" property=\"og:site_name\"><meta name=author content='Ada Dahl'>\
                    <meta property=article:published_time content=1932-03-07T08:30:00+01:00>\
                    <link rel=canonical href='https://example.org/moe'></head><p>Moe left.";
        let stated = ["Moe & Lie", "The Oslo Post", "Ada Dahl", "https://example.org/moe", "1932-03-07T08:30:00+01:00"];
        assert_eq!(told(meta), facts(stated));
        let object = r#"<title>Moe out | The Oslo Post</title><script type="application/ld+json">{"@graph": [
            {"@type": "WebSite", "name": "Post"}, {"headline": "Moe out", "datePublished": "1932-03-07",
            "author": [{"name": "Ada Dahl"}], "publisher": {"name": "The Oslo Post"}}]}</script>"#;
        assert_eq!(told(object), facts(["Moe out", "The Oslo Post", "Ada Dahl", "", "1932-03-07"]));
        let plain =
            "<title>Moe out | The Oslo Post</title><time datetime='noon'>noon</time><time datetime='1932-03-07'>";
        assert_eq!(told(plain), facts(["Moe out", "", "", "", "1932-03-07"]));
        assert_eq!(
            told("<p>Moe left.<meta name=date content=soon><script type=application/ld+json>{</script>"),
            facts([""; 5])
        );
    }
}
