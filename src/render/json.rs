//! JSON: the contracts with other programs. `start` and `end` count Unicode code points.

use std::io::{self, Write};

use serde::Serialize;

use crate::diff::Difference;
use crate::document::Document;
use crate::finding::Finding;
use crate::span::CodePoints;
use crate::statement::Statement;
use crate::timeline::Timeline;
use crate::timex::{Modifier, Timex, TimexClass};

/// The line of `timeline annotate`: a document's temporal expressions.
///
/// # Errors
///
/// Those of `out`.
pub fn timexes(out: &mut dyn Write, document: &Document, timexes: &[Timex]) -> io::Result<()> {
    let mut points = CodePoints::new(&document.text);
    let timexes = timexes.iter().map(|timex| {
        let span = points.span(timex.span);
        TimexLine {
            start: span.start,
            end: span.end,
            text: timex.span.of(&document.text),
            class: timex.class,
            value: &timex.value,
            modifier: timex.modifier,
        }
    });
    line(out, &DocumentLine { id: &document.id, timexes: timexes.collect() })
}

/// The lines of `timeline extract`: a statement each.
///
/// # Errors
///
/// Those of `out`.
pub fn statements(out: &mut dyn Write, statements: &[Statement]) -> io::Result<()> {
    statements.iter().try_for_each(|statement| line(out, statement))
}

/// The whole timeline, indented, as `timeline render` reads it.
///
/// # Errors
///
/// Those of `out`.
pub fn timeline(out: &mut dyn Write, timeline: &Timeline) -> io::Result<()> {
    indented(out, timeline)
}

/// The findings of `timeline check`, indented. Places are code points of the document's text, lines and columns count
/// from 1.
///
/// # Errors
///
/// Those of `out`.
pub fn findings(out: &mut dyn Write, findings: &[Finding]) -> io::Result<()> {
    indented(out, &FindingList { schema: "timeline-check/1", findings })
}

/// What `timeline diff` found, indented.
///
/// # Errors
///
/// Those of `out`.
pub fn difference(out: &mut dyn Write, difference: &Difference) -> io::Result<()> {
    indented(out, difference)
}

fn indented(out: &mut dyn Write, value: &impl Serialize) -> io::Result<()> {
    serde_json::to_writer_pretty(&mut *out, value)?;
    out.write_all(b"\n")
}

fn line(out: &mut dyn Write, value: &impl Serialize) -> io::Result<()> {
    serde_json::to_writer(&mut *out, value)?;
    out.write_all(b"\n")
}

#[derive(Serialize)]
struct FindingList<'f> {
    schema: &'static str,
    findings: &'f [Finding],
}

#[derive(Serialize)]
struct DocumentLine<'d> {
    id: &'d str,
    timexes: Vec<TimexLine<'d>>,
}

#[derive(Serialize)]
struct TimexLine<'d> {
    start: usize,
    end: usize,
    text: &'d str,
    #[serde(rename = "type")]
    class: TimexClass,
    value: &'d str,
    #[serde(rename = "mod", skip_serializing_if = "Option::is_none")]
    modifier: Option<Modifier>,
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Span;

    #[test]
    fn offsets_count_code_points() {
        let document = Document::new("a", "“Élan” opened in May 1932.");
        let at = document.text.find("May").unwrap_or_default();
        let timex = Timex {
            modifier: Some(Modifier::OnOrBefore),
            ..Timex::bare(Span::new(at, at + "May 1932".len()), "1932-05")
        };
        let mut out = Vec::new();
        timexes(&mut out, &document, &[timex]).unwrap();
        assert_eq!(
            String::from_utf8(out).unwrap(),
            "{\"id\":\"a\",\"timexes\":[{\"start\":17,\"end\":25,\"text\":\"May 1932\",\"type\":\"DATE\",\
             \"value\":\"1932-05\",\"mod\":\"ON_OR_BEFORE\"}]}\n"
        );
    }

    #[test]
    fn a_statement_carries_every_field_of_the_contract() {
        let mut out = Vec::new();
        statements(&mut out, &[Statement::default()]).unwrap();
        let line = String::from_utf8(out).unwrap();
        for field in
            "document start end sentence kind person role organization by place trigger date date_text published \
                      certainty rule"
                .split(' ')
        {
            assert!(line.contains(&format!("\"{field}\":")), "{field}");
        }
    }
}
