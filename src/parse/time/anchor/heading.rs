//! A year, or a month and its year, alone on its line or before its title (`1931: The strike`), or the title of a page about
//! a year somewhere (`1931 in Norway`): the chronicle below it
//! counts its dates from there, whenever it was published and whatever it told in between, up to the next heading.

use super::{Anchorer, Told};
use crate::Span;
use crate::calendar::{Grain, Unit};
use crate::timex::Anchor;

/// The heading that the text stands below.
#[derive(Clone, Copy)]
pub(super) struct Heading {
    told: Told,
    /// How many `#` it has; none where it is set otherwise.
    level: usize,
    /// Whether a title follows the year, as over the paragraphs of a history.
    titled: bool,
    /// Whether it is the title of the page, whose other headings do not end it.
    of_page: bool,
    /// As far as the lines below it were looked at for another.
    seen: usize,
    /// Where the line begins that was seen last.
    line: usize,
}

impl Anchorer<'_> {
    /// Comes to the expression at `span`: a heading of other words before it ends what stood under the last.
    pub(super) fn come_to(&mut self, span: Span) {
        let Some(heading) = &mut self.heading else { return };
        let passed = self.text.get(heading.seen..span.start).unwrap_or_default();
        let ended = memchr::memchr_iter(b'\n', passed.as_bytes()).any(|at| {
            heading.line = heading.seen + at + 1;
            let level = level(self.text.get(heading.line..).unwrap_or_default());
            level > 0 && !heading.of_page && (heading.level == 0 || level <= heading.level)
        });
        heading.seen = heading.seen.max(span.start);
        if ended {
            self.heading = None;
        }
    }

    /// Takes the expression at `span` as a heading, where it is one.
    pub(super) fn head(&mut self, unit: Unit, span: Span) {
        if !matches!(unit.grain(), Grain::Year | Grain::Month) {
            return;
        }
        let told = Told { unit, span };
        let heading =
            |level, titled| Some(Heading { told, level, titled, of_page: false, seen: span.end, line: span.start });
        if unit.grain() == Grain::Year && titles_page(self.text, span) {
            self.heading = heading(0, false).map(|heading| Heading { of_page: true, ..heading });
        } else if let Some(level) = alone(self.text, span) {
            self.heading = heading(level, false);
        } else if let Some(title) = Title::around(self.text, span) {
            if title.headed {
                self.heading = heading(title.level, true);
            } else if self.heading.is_some_and(|heading| heading.titled) {
                // "Between the strikes, 1932-36"
                self.heading = None;
            }
        }
    }

    /// The year that a date without one has below a heading: that of its own line, where one was told there. A paragraph
    /// tells other years in passing; only one that comes to a later month has left the year that it stands below.
    pub(super) fn headed_year(&self) -> Option<(i32, Anchor)> {
        let heading = self.heading?;
        let on_the_line = |told: &Told| told.span.end > heading.line;
        let told = if heading.titled {
            let left = self.month.filter(|told| told.unit.year() > heading.told.unit.year()).filter(on_the_line);
            if left.is_some() {
                return None;
            }
            heading.told
        } else {
            self.year.filter(on_the_line).unwrap_or(heading.told)
        };
        Some((told.unit.year()?, Anchor::Text(told.unit.into(), told.span)))
    }
}

/// Whether a text begins with the title of a page about a year and a place: "1931 in Norway", "# 1931 in South Norland".
fn titles_page(text: &str, span: Span) -> bool {
    let (before, behind) = (&text.as_bytes()[..span.start], &text[span.end..]);
    let Some(place) = behind.strip_prefix(" in ").filter(|_| span.start <= MARKS && before.iter().all(is_mark)) else {
        return false;
    };
    let end = memchr::memchr(b'\n', &place.as_bytes()[..place.len().min(TITLE)]);
    let place = end.map_or("", |end| place[..end].trim_ascii_end());
    let named = |word: &str| word.starts_with(char::is_uppercase) || ["the", "of", "and"].contains(&word);
    !place.is_empty() && place.split(' ').all(named) && !place.ends_with(|c: char| c.is_ascii_punctuation())
}

/// So many bytes of marks stand before a heading at most.
const MARKS: usize = 16;

fn is_mark(byte: &u8) -> bool {
    b"#*_= \t\r".contains(byte)
}

/// The level of the heading that `span` is, where nothing but the marks of a heading stands beside it on its line and
/// the line above does not run into it.
pub(crate) fn alone(text: &str, span: Span) -> Option<usize> {
    let bytes = text.as_bytes();
    let start = line_start(bytes, span.start, MARKS)?;
    let after = &bytes[span.end..];
    let after = after.strip_prefix(b" ").unwrap_or(after);
    let after = after.strip_prefix(EDIT).unwrap_or(after);
    let after = after.iter().find(|&byte| !is_mark(byte) && *byte != b':');
    let marks = &bytes[start..span.start];
    let marks = marks.strip_prefix(EDIT).unwrap_or(marks);
    let above = bytes[..start].iter().rev().skip(1).find(|&&byte| byte != b' ' && byte != b'\r');
    let apart = above.is_none_or(|byte| b"\n.!?:;)=".contains(byte)) || marks.iter().any(|byte| b"#*_=".contains(byte));
    let whole = marks.iter().all(is_mark) && after.is_none_or(|&byte| byte == b'\n');
    (apart && whole).then(|| level(&text[start..]))
}

/// What a page of an encyclopedia puts beside its headings.
const EDIT: &[u8] = b"[edit]";

/// So many bytes stand on either side of a year in the title of a section at most.
const TITLE: usize = 80;

/// The title of a section: a line that stands apart and is no sentence.
struct Title {
    /// How many `#` it has.
    level: usize,
    /// Whether it begins with the year and goes on with what happened in it: `1931: The strike`.
    headed: bool,
}

impl Title {
    /// The title that `span` stands in.
    fn around(text: &str, span: Span) -> Option<Title> {
        let bytes = text.as_bytes();
        let start = line_start(bytes, span.start, TITLE)?;
        let after = &bytes[span.end..bytes.len().min(span.end + TITLE)];
        let (rest, below) = after.split_at(memchr::memchr(b'\n', after)?);
        let apart = (start == 0 || bytes[..start].ends_with(b"\n\n")) && below.starts_with(b"\n\n");
        let last = bytes[start..span.end + rest.len()].trim_ascii_end().last();
        let no_sentence = last.is_some_and(|byte| !byte.is_ascii_punctuation() || is_mark(byte) || *byte == b')');
        let headed = bytes[start..span.start].iter().all(is_mark)
            && (rest.starts_with(b":") || rest.starts_with(" –".as_bytes()));
        (apart && no_sentence).then(|| Title { level: level(&text[start..]), headed })
    }
}

/// Where the line of `at` begins, where that is no further back than `most` bytes.
fn line_start(bytes: &[u8], at: usize, most: usize) -> Option<usize> {
    let near = at.saturating_sub(most);
    match bytes[near..at].iter().rposition(|&byte| byte == b'\n') {
        Some(at) => Some(near + at + 1),
        None => (near == 0).then_some(0),
    }
}

/// How many `#` the line at the beginning of `text` has as a heading.
fn level(text: &str) -> usize {
    let words = text.trim_start_matches('#');
    if words.starts_with(' ') { text.len() - words.len() } else { 0 }
}

#[cfg(test)]
mod tests {
    use crate::document::{Document, Genre, Published};
    use crate::parse::time::timexes;

    /// The values in a text, in either genre.
    fn values(text: &str) -> Vec<String> {
        let read = |genre| {
            let published = Some(Published { date: "1939-06-10".parse().unwrap(), how: "given".to_owned() });
            let document = Document { published, genre: Some(genre), ..Document::new("a", text) };
            timexes(&document).into_iter().map(|timex| timex.value).collect::<Vec<_>>()
        };
        let news = read(Genre::News);
        assert_eq!(news, read(Genre::Narrative), "{text}");
        news
    }

    #[test]
    fn dates_below_a_heading_are_of_its_year() {
        for heading in ["## 1931", "**1931**", "1931", "# 1931 #", "1931:", "== 1931 ==", "[edit] 1931", "1931[edit]"] {
            let text = format!("{heading}\n- 3 March: Moe signed.\n- On 5 May, Lie left.\n");
            assert_eq!(values(&text), ["1931", "1931-03-03", "1931-05-05"], "{text}");
        }
        let text = "## 1931\n3 March: Moe signed.\n### Spring\n5 May: Lie left.\n\n## 1932\n4 May: Lie came.\n";
        assert_eq!(values(text), ["1931", "1931-03-03", "1931-SP", "1931-05-05", "1932", "1932-05-04"]);
        assert_eq!(values("### March 1931\n\n- 3 March: Moe signed.\n"), ["1931-03", "1931-03-03"]);
        // A year in the entry is nearer.
        let text = "## 1931\n- Moe, in office from 2 May 1928 to 3 June, signed.\n- 4 May: Lie left.\n";
        assert_eq!(values(text), ["1931", "1928-05-02", "1928-06-03", "1931-05-04"]);
    }

    #[test]
    fn a_page_about_a_year_is_of_it() {
        for title in ["1931 in Norway", "# 1931 in South Norland", "1931 in the Isle of Lom"] {
            let text = format!("{title}\n\n## Incumbents\n- Moe (until 3 March)\n## Events\n- On 5 May, Lie left.\n");
            assert_eq!(values(&text), ["1931", "1931-03-03", "1931-05-05"], "{text}");
        }
    }

    #[test]
    fn paragraphs_below_a_titled_year_are_of_it() {
        let text = "1931: The strike\n\nOn 3 March Moe left. The yard had opened in May 1927. On 5 May Lie left.\n\n1932: A truce\n\n\
            On 4 May Lie came.\n";
        let told = ["1931", "1931-03-03", "1927-05", "1931-05-05", "1932", "1932-05-04"];
        assert_eq!(values(text), told);
        // A paragraph that goes on past its year has left it; a section of other years ends it.
        let text = "1931: The strike\n\nMoe left in 1931. He came back on 2 June 1933.\n\nAfter the strike, 1933-36\n\n\
            The yard was sold on 4 May 1936.\n";
        assert_eq!(values(text), ["1931", "1931", "1933-06-02", "1933", "1936", "1936-05-04"]);
    }

    #[test]
    fn another_heading_or_a_year_in_prose_heads_nothing() {
        let news = |text: &str| {
            let published = Some(Published { date: "1939-06-10".parse().unwrap(), how: "given".to_owned() });
            let document = Document { published, genre: Some(Genre::News), ..Document::new("a", text) };
            timexes(&document).pop().unwrap().value
        };
        assert_eq!(news("## 1931\n- 3 March: Moe signed.\n\n## Today\n\nLie left on 4 May.\n"), "1939-05-04");
        assert_eq!(news("Moe signed in 1931.\n\nLie left on 4 May.\n"), "1939-05-04");
        assert_eq!(news("Moe had signed in\n1931\nand left.\n\nLie left on 4 May.\n"), "1939-05-04");
        assert_eq!(news("1931: Moe signed it.\n\nLie left on 4 May.\n"), "1939-05-04");
        assert_eq!(news("1931: The strike\n\n1932-36: The truce\n\nLie left on 4 May.\n"), "1939-05-04");
        assert_eq!(news("1931 in Norway was dry.\n\nLie left on 4 May.\n"), "1939-05-04");
        assert_eq!(news("1931 in review\n\nLie left on 4 May.\n"), "1939-05-04");
        assert_eq!(news("- The treaty of\n1931.\n\nLie left on 4 May.\n"), "1939-05-04");
    }
}
