//! JSON: the contracts with other programs. `start` and `end` count Unicode code points.

mod line;
mod statement;

use std::io::{self, BufWriter, Write};

use serde::Serialize;

use crate::diagnostic::Diagnostic;
use crate::diff::Difference;
use crate::document::Document;
use crate::finding::Finding;
use crate::span::CodePoints;
use crate::statement::Statement;
use crate::timeline::Timeline;
use crate::timex::Timex;
use line::Line;

/// The line of `timeline annotate`: a document's temporal expressions.
///
/// # Errors
///
/// Those of `out`.
pub fn timexes(out: &mut dyn Write, document: &Document, timexes: &[Timex]) -> io::Result<()> {
    let mut points = CodePoints::new(&document.text);
    let mut line = Line::with_capacity(64 + TIMEX * timexes.len());
    line.raw(r#"{"id":"#);
    line.text(&document.id);
    line.raw(r#","timexes":["#);
    for (number, timex) in timexes.iter().enumerate() {
        let span = document.in_origin(points.span(timex.span));
        line.raw(if number == 0 { r#"{"start":"# } else { r#",{"start":"# });
        line.number(span.start);
        line.raw(r#","end":"#);
        line.number(span.end);
        line.raw(r#","text":"#);
        line.text(timex.span.of(&document.text));
        line.raw(r#","type":""#);
        line.raw(timex.class.as_str());
        line.raw(r#"","value":"#);
        line.text(&timex.value);
        if let Some(modifier) = timex.modifier {
            line.raw(r#","mod":""#);
            line.raw(modifier.as_str());
            line.raw("\"");
        }
        line.raw("}");
    }
    line.raw("]}\n");
    out.write_all(line.as_bytes())
}

/// The bytes that an expression takes, about.
const TIMEX: usize = 96;

/// The lines of `timeline extract`: a statement each.
///
/// # Errors
///
/// Those of `out`.
pub fn statements(out: &mut dyn Write, statements: &[Statement]) -> io::Result<()> {
    let mut lines = Line::with_capacity(STATEMENT * statements.len());
    for statement in statements {
        statement::write(&mut lines, statement);
        lines.raw("\n");
    }
    out.write_all(lines.as_bytes())
}

/// The bytes that a statement takes, about.
const STATEMENT: usize = 640;

/// The whole timeline, indented, as `timeline render` reads it.
///
/// # Errors
///
/// Those of `out`.
pub fn timeline(out: &mut dyn Write, timeline: &Timeline) -> io::Result<()> {
    indented(out, timeline)
}

/// The findings of `timeline check`, indented. Places are code points of the document's text, lines and columns count
/// from 1. `diagnostics` tell what could not be read, and what was odd in the rest.
///
/// # Errors
///
/// Those of `out`.
pub fn findings(out: &mut dyn Write, findings: &[Finding], diagnostics: &[Diagnostic]) -> io::Result<()> {
    indented(out, &FindingList { schema: "timeline-check/1", findings, diagnostics })
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
    // The serializer writes a few bytes at a time, which a buffer of a known type takes without a call.
    let mut buffer = BufWriter::with_capacity(1 << 16, out);
    serde_json::to_writer_pretty(&mut buffer, value)?;
    buffer.write_all(b"\n")?;
    buffer.flush()
}

#[derive(Serialize)]
struct FindingList<'f> {
    schema: &'static str,
    findings: &'f [Finding],
    diagnostics: &'f [Diagnostic],
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Span;
    use crate::timex::Modifier;

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
