//! TimeML: a document with its temporal expressions as inline `TIMEX3`, as TempEval-3's tools read it.
//!
//! Promises: the file is well-formed XML 1.0, and the content of `TEXT` is the document's text, character for
//! character, so that offsets into one hold in the other. TimeML cannot hold everything: characters that XML forbids
//! are replaced, expressions inside or across others are left out, and so is a publication date that TIMEX3 has no
//! value for. What was left out is said in the diagnostics.
//!
//! `t0` is the creation time, of value `XXXX-XX-XX` where it is not known; `t1`, `t2`, … are the expressions in the
//! order of the text. An expression whose value was counted from another time names it in `anchorTimeID`.

use std::collections::BTreeMap;
use std::io::{self, Write};

use crate::Span;
use crate::calendar::{Date, Point, Qualifier, TimexValue};
use crate::diagnostic::{Diagnostic, Severity};
use crate::document::Document;
use crate::timex::{Anchor, Modifier, Timex, TimexClass};

/// Writes one TimeML file, and says what of the document it could not hold.
///
/// # Errors
///
/// Those of `out`.
pub fn timexes(out: &mut dyn Write, document: &Document, timexes: &[Timex]) -> io::Result<Vec<Diagnostic>> {
    let mut xml = Xml { out, forbidden: 0 };
    let mut left_out = Vec::new();

    xml.raw("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")?;
    xml.raw("<TimeML xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\"")?;
    xml.raw(" xsi:noNamespaceSchemaLocation=\"http://timeml.org/timeMLdocs/TimeML_1.2.1.xsd\">\n\n")?;
    xml.element("DOCID", &document.id)?;
    xml.raw("<DCT>")?;
    xml.creation_time(document.published.as_ref().map(|published| published.date), &mut left_out)?;
    xml.raw("</DCT>\n\n")?;
    if let Some(title) = &document.title {
        xml.element("TITLE", title)?;
    }
    xml.raw("<TEXT>")?;
    let overlapping = xml.body(&document.text, timexes)?;
    xml.raw("</TEXT>\n\n</TimeML>\n")?;

    if overlapping > 0 {
        left_out.push(format!("TimeML nests no expressions: {overlapping} inside or across others left out"));
    }
    if xml.forbidden > 0 {
        left_out.push(format!("XML 1.0 forbids {} of the characters: each replaced by U+FFFD", xml.forbidden));
    }
    let warning =
        |message| Diagnostic { severity: Severity::Warning, document: document.id.clone(), line: None, message };
    Ok(left_out.into_iter().map(warning).collect())
}

struct Xml<'w> {
    out: &'w mut dyn Write,
    /// How many characters were replaced.
    forbidden: usize,
}

/// The attributes of a `TIMEX3`.
struct Tag<'t> {
    id: usize,
    class: TimexClass,
    value: &'t str,
    modifier: Option<Modifier>,
    /// The time that the value was counted from: 0 is the creation time.
    anchor: Option<usize>,
}

impl Xml<'_> {
    fn creation_time(&mut self, date: Option<Date>, left_out: &mut Vec<String>) -> io::Result<()> {
        let (value, modifier) = date.and_then(creation_value).unzip();
        let modifier = modifier.flatten();
        if let Some(date) = date {
            if value.is_none() {
                left_out.push(format!("TIMEX3 has no value for the publication date {date}: left out"));
            } else if is_doubtful(date) {
                left_out.push(format!("TIMEX3 has no mark for the doubt in the publication date {date}: left out"));
            }
        }
        let class =
            if value.as_ref().is_some_and(|value| value.contains('T')) { TimexClass::Time } else { TimexClass::Date };
        let value = value.as_deref();
        let tag = Tag { id: 0, class, value: value.unwrap_or("XXXX-XX-XX"), modifier, anchor: None };
        self.tagged(&tag, value.unwrap_or_default())
    }

    /// The text with the expressions tagged; how many of them lie inside or across one before.
    fn body(&mut self, text: &str, timexes: &[Timex]) -> io::Result<usize> {
        let mut ordered: Vec<&Timex> = timexes.iter().collect();
        ordered.sort_by_key(|timex| (timex.span.start, std::cmp::Reverse(timex.span.end)));
        let mut reached = 0;
        ordered.retain(|timex| {
            let fits = timex.span.start >= reached && !timex.span.is_empty() && text.get(timex.span.range()).is_some();
            if fits {
                reached = timex.span.end;
            }
            fits
        });
        let ids: BTreeMap<Span, usize> = ordered.iter().map(|timex| timex.span).zip(1..).collect();
        let mut written = 0;
        for (timex, id) in ordered.iter().zip(1..) {
            self.text(Span::new(written, timex.span.start).of(text))?;
            let anchor = timex.anchor.and_then(|anchor| match anchor {
                Anchor::Published(_) => Some(0),
                Anchor::Text(_, span) => ids.get(&span).copied(),
            });
            let tag = Tag { id, class: timex.class, value: &timex.value, modifier: timex.modifier, anchor };
            self.tagged(&tag, timex.span.of(text))?;
            written = timex.span.end;
        }
        self.text(text.get(written..).unwrap_or_default())?;
        Ok(timexes.len() - ordered.len())
    }

    fn tagged(&mut self, tag: &Tag<'_>, text: &str) -> io::Result<()> {
        write!(self.out, "<TIMEX3 tid=\"t{}\" type=\"{}\" value=\"", tag.id, tag.class.as_str())?;
        self.escaped(tag.value, true)?;
        self.raw("\"")?;
        if let Some(modifier) = tag.modifier {
            write!(self.out, " mod=\"{}\"", modifier.as_str())?;
        }
        match tag.anchor {
            Some(anchor) => write!(self.out, " temporalFunction=\"true\" anchorTimeID=\"t{anchor}\"")?,
            None => self.raw(" temporalFunction=\"false\"")?,
        }
        if tag.id == 0 {
            self.raw(" functionInDocument=\"CREATION_TIME\"")?;
        }
        self.raw(">")?;
        self.text(text)?;
        self.raw("</TIMEX3>")
    }

    fn element(&mut self, name: &str, text: &str) -> io::Result<()> {
        write!(self.out, "<{name}>")?;
        self.text(text)?;
        write!(self.out, "</{name}>\n\n")
    }

    fn text(&mut self, text: &str) -> io::Result<()> {
        self.escaped(text, false)
    }

    fn escaped(&mut self, text: &str, in_attribute: bool) -> io::Result<()> {
        let mut written = 0;
        for (at, c) in text.char_indices() {
            let replacement = match c {
                '&' => "&amp;",
                '<' => "&lt;",
                '>' => "&gt;",
                // A parser makes a line feed of a carriage return, and a space of either in an attribute.
                '\r' => "&#13;",
                '\n' if in_attribute => "&#10;",
                '\t' if in_attribute => "&#9;",
                '"' if in_attribute => "&quot;",
                '\n' | '\t' | ' '..='\u{FFFD}' | '\u{10000}'.. => continue,
                _ => {
                    self.forbidden += 1;
                    "\u{FFFD}"
                }
            };
            self.raw(&text[written..at])?;
            self.raw(replacement)?;
            written = at + c.len_utf8();
        }
        self.raw(&text[written..])
    }

    fn raw(&mut self, text: &str) -> io::Result<()> {
        self.out.write_all(text.as_bytes())
    }
}

/// The value of a publication date, and its modifier: a bound that is open to one side is on or after, on or before.
fn creation_value(date: Date) -> Option<(String, Option<Modifier>)> {
    let (date, bound) = match date {
        Date::Interval { start: Some(start), end: None } => (Date::Point(start), Some(Modifier::OnOrAfter)),
        Date::Interval { start: None, end: Some(end) } => (Date::Point(end), Some(Modifier::OnOrBefore)),
        date => (date, None),
    };
    let about =
        points(date).any(|point| matches!(point.qualifier, Qualifier::Approximate | Qualifier::UncertainApproximate));
    let value = TimexValue::Date(date).text()?;
    Some((value, bound.or(about.then_some(Modifier::Approx))))
}

fn is_doubtful(date: Date) -> bool {
    points(date).any(|point| matches!(point.qualifier, Qualifier::Uncertain | Qualifier::UncertainApproximate))
}

fn points(date: Date) -> impl Iterator<Item = Point> {
    let (first, second) = match date {
        Date::Point(point) => (Some(point), None),
        Date::Interval { start, end } => (start, end),
    };
    first.into_iter().chain(second)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::Published;

    fn timex(text: &str, found: &str, value: &str) -> Timex {
        let start = text.find(found).unwrap();
        Timex::bare(Span::new(start, start + found.len()), value)
    }

    fn written(document: &Document, timexes: &[Timex]) -> (String, Vec<String>) {
        let mut out = Vec::new();
        let diagnostics = super::timexes(&mut out, document, timexes).unwrap();
        (String::from_utf8(out).unwrap(), diagnostics.into_iter().map(|diagnostic| diagnostic.message).collect())
    }

    fn published(date: &str) -> Option<Published> {
        Some(Published { date: date.parse().unwrap(), how: "given".to_owned() })
    }

    #[test]
    fn writes_the_document_with_its_expressions() {
        let text = "Brandt & Sons opened on 3 May 1932.\nA week later they closed.";
        let document = Document {
            title: Some("<Brandt>".to_owned()),
            published: published("1932-05-12"),
            ..Document::new("a&b", text)
        };
        let day = timex(text, "3 May 1932", "1932-05-03");
        let later = Timex {
            modifier: Some(Modifier::Approx),
            anchor: Some(Anchor::Text(Date::day(1932, 5, 3).unwrap(), day.span)),
            ..timex(text, "A week later", "1932-05-10")
        };
        let (xml, left_out) = written(&document, &[day, later]);
        assert_eq!(
            xml,
            r#"<?xml version="1.0" encoding="UTF-8"?>
<TimeML xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:noNamespaceSchemaLocation="http://timeml.org/timeMLdocs/TimeML_1.2.1.xsd">

<DOCID>a&amp;b</DOCID>

<DCT><TIMEX3 tid="t0" type="DATE" value="1932-05-12" temporalFunction="false" functionInDocument="CREATION_TIME">1932-05-12</TIMEX3></DCT>

<TITLE>&lt;Brandt&gt;</TITLE>

<TEXT>Brandt &amp; Sons opened on <TIMEX3 tid="t1" type="DATE" value="1932-05-03" temporalFunction="false">3 May 1932</TIMEX3>.
<TIMEX3 tid="t2" type="DATE" value="1932-05-10" mod="APPROX" temporalFunction="true" anchorTimeID="t1">A week later</TIMEX3> they closed.</TEXT>

</TimeML>
"#
        );
        assert!(left_out.is_empty(), "{left_out:?}");
    }

    #[test]
    fn a_parser_gets_the_text_back() {
        let text = "\r\n\"Élan\" <b>\u{1}&amp;\u{FFFE}]]>\tin May\r1932\u{1F600}\n";
        let mut document = Document::new("\u{0}\"'", text);
        document.published = published("1932-05~");
        let mut may = timex(text, "May\r1932", "\"1932\n-05");
        may.class = TimexClass::Set;
        let (xml, left_out) = written(&document, &[may]);
        assert_eq!(left_out, ["XML 1.0 forbids 3 of the characters: each replaced by U+FFFD"]);

        let parsed = roxmltree::Document::parse(&xml).unwrap();
        let content = |name: &str| {
            let node = parsed.descendants().find(|node| node.has_tag_name(name)).unwrap();
            node.descendants().filter(roxmltree::Node::is_text).filter_map(|node| node.text()).collect::<String>()
        };
        assert_eq!(content("TEXT"), text.replace(['\u{1}', '\u{FFFE}'], "\u{FFFD}"));
        assert_eq!(content("DOCID"), "\u{FFFD}\"'");
        let tags: Vec<_> = parsed.descendants().filter(|node| node.has_tag_name("TIMEX3")).collect();
        assert_eq!(tags.len(), 2);
        assert_eq!((tags[0].attribute("value"), tags[0].attribute("mod")), (Some("1932-05"), Some("APPROX")));
        assert_eq!((tags[1].attribute("value"), tags[1].text()), (Some("\"1932\n-05"), Some("May\r1932")));
    }

    #[test]
    fn the_outermost_of_nested_expressions_stands() {
        let text = "from May to June 1932 on";
        let whole = timex(text, "May to June 1932", "P2M");
        let inner = timex(text, "June 1932", "1932-06");
        let across = timex(text, "1932 on", "1932");
        let beyond = Timex { span: Span { start: 20, end: 99 }, ..inner.clone() };
        let (xml, left_out) = written(&Document::new("a", text), &[inner, across, beyond, whole]);
        assert!(xml.contains(">May to June 1932</TIMEX3> on</TEXT>"), "{xml}");
        assert_eq!(left_out, ["TimeML nests no expressions: 3 inside or across others left out"]);
    }

    #[test]
    fn the_publication_date_stands_as_far_as_timex3_goes() {
        for (date, tag, left_out) in [
            ("2023-10-06T22:53", "type=\"TIME\" value=\"2023-10-06T22:53\" temporalFunction", ""),
            ("2023-10-06/..", "value=\"2023-10-06\" mod=\"ON_OR_AFTER\"", ""),
            ("../2023-10", "value=\"2023-10\" mod=\"ON_OR_BEFORE\"", ""),
            ("2023-10-02/2023-10-08", "value=\"2023-W40\" temporalFunction", ""),
            (
                "2023-10-06?",
                "value=\"2023-10-06\" temporalFunction",
                "TIMEX3 has no mark for the doubt in the publication date 2023-10-06?: left out",
            ),
            (
                "2023-12-05/2023-12-11",
                "value=\"XXXX-XX-XX\"",
                "TIMEX3 has no value for the publication date 2023-12-05/2023-12-11: left out",
            ),
        ] {
            let (xml, messages) = written(&Document { published: published(date), ..Document::new("a", "") }, &[]);
            assert!(xml.contains(tag), "{date}: {xml}");
            assert_eq!(messages.concat(), left_out, "{date}");
        }
        let (xml, messages) = written(&Document::new("a", ""), &[]);
        assert!(xml.contains("value=\"XXXX-XX-XX\"") && messages.is_empty(), "{xml} {messages:?}");
    }
}
