//! HTML: a saved page is one document, its markup passed over.
//!
//! One pass over the page, tag by tag. What is read is the article (the one `<article>`, else `<main>`, else the body)
//! without what a page puts round it: navigation, scripts, asides, footers. Paragraphs stay apart, references to
//! characters become the characters, and every place leads back to the page as it came. What the page states of itself
//! (`meta`) is taken where it stands. No tag has to be closed and no page is refused: this is no browser, and a page
//! that shows nothing without its scripts has nothing to read.

mod entity;
mod meta;
mod tag;

use super::{Document, Origin};
use meta::Meta;
use tag::Tag;

/// Whether a text is a page of HTML.
pub(super) fn is_html(text: &str) -> bool {
    let head = text.trim_start();
    let begins = |words: &str| head.get(..words.len()).is_some_and(|start| start.eq_ignore_ascii_case(words));
    begins("<!doctype html") || begins("<html") || head.starts_with('<') && is_marked_up(head)
}

/// So much of a text is looked at, in bytes.
const LOOKED_AT: usize = 1 << 16;

/// A page of markup closes a tag in so many bytes.
const TAG: usize = 200;

/// Whether tags are closed all over the beginning of the text.
fn is_marked_up(text: &str) -> bool {
    let bytes = &text.as_bytes()[..text.len().min(LOOKED_AT)];
    let closed = bytes.windows(3).filter(|three| three.starts_with(b"</") && three[2].is_ascii_alphabetic()).count();
    closed > bytes.len() / TAG
}

/// Reads a page: its words, and what it states of itself.
pub(super) fn document(id: String, page: &str) -> Document {
    let tags: Vec<Tag<'_>> = tag::tags(page).collect();
    let mut reader = Reader::new(page, article(&tags));
    let mut meta = Meta::default();
    let mut at = 0;
    for (number, tag) in tags.iter().enumerate() {
        reader.text(at, tag.start);
        at = tag.end;
        let behind = &page[tag.end..tags.get(number + 1).map_or(page.len(), |next| next.start)];
        meta.takes(tag, behind);
        reader.tag(tag);
    }
    reader.text(at, page.len());
    let mut document = Document { origin: Some(Box::new(reader.origin)), ..Document::new(id, reader.read) };
    meta.fill(&mut document);
    document
}

/// The bytes of the page that the article stands in.
fn article(tags: &[Tag<'_>]) -> (usize, usize) {
    let only = |name: &str| {
        let mut opened = tags.iter().filter(|tag| !tag.closes && tag.is(name));
        let first = opened.next().filter(|_| opened.next().is_none())?;
        let last = tags.iter().rev().find(|tag| tag.closes && tag.is(name) && tag.start > first.start)?;
        Some((first.end, last.start))
    };
    only("article").or_else(|| only("main")).unwrap_or((0, usize::MAX))
}

/// Their words are no part of the article.
const PASSED_OVER: &[&str] = &[
    "aside",
    "audio",
    "button",
    "canvas",
    "figcaption",
    "footer",
    "iframe",
    "math",
    "nav",
    "noscript",
    "object",
    "script",
    "select",
    "style",
    "svg",
    "template",
    "textarea",
    "title",
    "video",
];

/// They stand inside a line; every other tag begins a new one.
const INLINE: &[&str] = &[
    "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em", "font", "i", "img",
    "ins", "kbd", "label", "mark", "nobr", "q", "s", "samp", "small", "span", "strike", "strong", "sub", "sup", "time",
    "tt", "u", "var", "wbr",
];

/// They break a line, not a paragraph.
const LINES: &[&str] = &["br", "li", "tr", "dt", "dd"];

/// They part words.
const CELLS: &[&str] = &["td", "th"];

/// What has to stand before the next word.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Gap {
    None,
    Space,
    Line,
    Paragraph,
}

struct Reader<'t> {
    page: &'t str,
    /// The bytes of the page that are read.
    article: (usize, usize),
    read: String,
    origin: Origin,
    gap: Gap,
    /// What is passed over, and how many elements of its name are open.
    passing: Option<(&'t str, usize)>,
    /// Code points written; of the page passed, up to the byte `at`; and where the next is to stand.
    written: usize,
    passed: usize,
    at: usize,
    next: usize,
}

impl<'t> Reader<'t> {
    fn new(page: &'t str, article: (usize, usize)) -> Reader<'t> {
        let origin = Origin::new(page);
        Reader {
            page,
            article,
            read: String::new(),
            origin,
            gap: Gap::None,
            passing: None,
            written: 0,
            passed: 0,
            at: 0,
            next: 0,
        }
    }

    /// Takes what stands between two tags.
    fn text(&mut self, start: usize, end: usize) {
        self.pass(start);
        if self.passing.is_some() || start < self.article.0 || start > self.article.1 {
            return;
        }
        while self.at < end {
            let rest = &self.page[self.at..end];
            let Some(first) = rest.chars().next() else { break };
            let (c, length) = entity::reference(rest).unwrap_or((first, first.len_utf8()));
            if c.is_whitespace() && c != '\u{A0}' {
                self.gap = self.gap.max(Gap::Space);
            } else {
                self.put(c);
            }
            self.pass(self.at + length);
        }
    }

    /// Goes on to the byte `to`.
    fn pass(&mut self, to: usize) {
        self.passed += self.page[self.at..to].chars().count();
        self.at = to;
    }

    fn put(&mut self, c: char) {
        let gap = match self.gap {
            _ if self.read.is_empty() => "",
            Gap::None => "",
            Gap::Space => " ",
            Gap::Line => "\n",
            Gap::Paragraph => "\n\n",
        };
        self.gap = Gap::None;
        for c in gap.chars().chain([c]) {
            // The gap stands where what follows it does.
            if self.next != self.passed {
                self.origin.step(self.written, self.passed);
            }
            self.read.push(c);
            (self.written, self.next) = (self.written + 1, self.passed + 1);
        }
    }

    fn tag(&mut self, tag: &Tag<'t>) {
        if let Some((name, open)) = &mut self.passing {
            if tag.is(name) && !tag.is_empty {
                *open = if tag.closes { *open - 1 } else { *open + 1 };
            }
            if *open == 0 {
                self.passing = None;
            }
        } else if !tag.closes && !tag.is_empty && is_one_of(PASSED_OVER, tag.name) {
            self.passing = Some((tag.name, 1));
        }
        let gap = match tag.name {
            name if is_one_of(INLINE, name) => Gap::None,
            name if is_one_of(CELLS, name) => Gap::Space,
            name if is_one_of(LINES, name) => Gap::Line,
            _ => Gap::Paragraph,
        };
        // Two breaks part as a paragraph does.
        let again = self.gap == Gap::Line && tag.is("br");
        self.gap = if again { Gap::Paragraph } else { self.gap.max(gap) };
    }
}

fn is_one_of(names: &[&str], name: &str) -> bool {
    names.iter().any(|known| known.eq_ignore_ascii_case(name))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Span;

    fn read(page: &str) -> String {
        document("a".to_owned(), page).text
    }

    #[test]
    fn markup_is_told_from_text() {
        for page in ["\n<!DOCTYPE html>\n<p>Ada Moe resigned.", "<HTML><p>Moe", "<div><p>Ada Moe resigned.</p></div>"] {
            assert!(is_html(page), "{page}");
        }
        for text in ["<Ada Moe> resigned.", "Ada <b>Moe</b> resigned.", "", "<"] {
            assert!(!is_html(text), "{text}");
        }
    }

    #[test]
    fn the_words_of_the_article_are_read() {
        for (page, text) in [
            (
                "<p>Moe <b>re</b>signed\non 7&nbsp;March.</p><p>Lie&#8217;s &amp; Dahl&rsquo;s</p>",
                "Moe resigned on 7\u{A0}March.\n\nLie’s & Dahl’s",
            ),
            ("<nav>News 1 May 1931</nav><p>Moe left.</p><footer>© 1932</footer>", "Moe left."),
            ("<p>a</p><main><h1>Moe</h1>left<br>Oslo<br><br>today</main><p>b</p>", "Moe\n\nleft\nOslo\n\ntoday"),
            ("<p>a</p><article>b<nav>c<nav>d</nav>e</nav>f</article>", "b f"),
            ("<article>a</article><article>b</article>", "a\n\nb"),
            ("<script>if (a < b) { x = '<p>1 May 1931</p>' }</script><p>Moe", "Moe"),
            ("<!-- 1 May 1931 --><p>3 < 4 &unknown; & so<", "3 < 4 &unknown; & so<"),
            ("<table><tr><td>Moe</td><td>1931</td></tr><tr><td>Lie</td></tr></table>", "Moe 1931\nLie"),
        ] {
            assert_eq!(read(page), text.replace("b f", "b\n\nf"), "{page}");
        }
    }

    #[test]
    fn places_lead_back_to_the_page() {
        let page = "<p>é <b>Moe</b> &amp; Lie\n resigned</p>";
        let document = document("a".to_owned(), page);
        let points: Vec<char> = page.chars().collect();
        for (word, came) in [("Moe", "Moe"), ("& Lie", "&amp; Lie"), ("Lie resigned", "Lie\n resigned")] {
            let start = document.text[..document.text.find(word).unwrap()].chars().count();
            let back = document.in_origin(Span::new(start, start + word.chars().count()));
            let back: String = points[back.range()].iter().collect();
            assert!(came.starts_with(&back) || back == came, "{word}: {back}");
        }
    }

    #[test]
    fn takes_any_page() {
        for page in
            ["", "<", "<a", "<a href='", "</", "<!--", "<script>", "&", "&#", "&#x110000;", "<nav><p>a", "é<é>é"]
        {
            read(page);
        }
    }
}
