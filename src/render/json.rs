//! JSON: the contracts with other programs. `start` and `end` count Unicode code points.

use std::io::{self, BufWriter, Write};

use serde::Serialize;

use crate::diff::Difference;
use crate::document::Document;
use crate::finding::Finding;
use crate::span::CodePoints;
use crate::statement::Statement;
use crate::timeline::Timeline;
use crate::timex::Timex;

/// The line of `timeline annotate`: a document's temporal expressions.
///
/// # Errors
///
/// Those of `out`.
pub fn timexes(out: &mut dyn Write, document: &Document, timexes: &[Timex]) -> io::Result<()> {
    let mut points = CodePoints::new(&document.text);
    let mut line = Vec::with_capacity(64 + TIMEX * timexes.len());
    line.extend_from_slice(br#"{"id":"#);
    push_text(&mut line, &document.id);
    line.extend_from_slice(br#","timexes":["#);
    for (number, timex) in timexes.iter().enumerate() {
        let span = document.in_origin(points.span(timex.span));
        line.extend_from_slice(if number == 0 { br#"{"start":"# } else { br#",{"start":"# });
        push_number(&mut line, span.start);
        line.extend_from_slice(br#","end":"#);
        push_number(&mut line, span.end);
        line.extend_from_slice(br#","text":"#);
        push_text(&mut line, timex.span.of(&document.text));
        line.extend_from_slice(br#","type":""#);
        line.extend_from_slice(timex.class.as_str().as_bytes());
        line.extend_from_slice(br#"","value":"#);
        push_text(&mut line, &timex.value);
        if let Some(modifier) = timex.modifier {
            line.extend_from_slice(br#","mod":""#);
            line.extend_from_slice(modifier.as_str().as_bytes());
            line.push(b'"');
        }
        line.push(b'}');
    }
    line.extend_from_slice(b"]}\n");
    out.write_all(&line)
}

/// The bytes that an expression takes, about.
const TIMEX: usize = 96;

/// Appends `text` as a string of JSON.
fn push_text(line: &mut Vec<u8>, text: &str) {
    // No branch stands between the bytes, so that many are asked at once.
    if text.bytes().fold(false, |any, byte| any | (byte < b' ') | (byte == b'"') | (byte == b'\\')) {
        // A string always has its JSON, and memory takes it.
        let _ = serde_json::to_writer(line, text);
    } else {
        line.push(b'"');
        line.extend_from_slice(text.as_bytes());
        line.push(b'"');
    }
}

fn push_number(line: &mut Vec<u8>, number: usize) {
    let mut digits = [0; 20];
    let mut first = digits.len();
    let mut left = number;
    loop {
        first -= 1;
        digits[first] = b'0' + (left % 10) as u8;
        left /= 10;
        if left == 0 {
            break;
        }
    }
    line.extend_from_slice(&digits[first..]);
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
    // The serializer writes a few bytes at a time, which a buffer of a known type takes without a call.
    let mut buffer = BufWriter::with_capacity(1 << 16, out);
    serde_json::to_writer_pretty(&mut buffer, value)?;
    buffer.write_all(b"\n")?;
    buffer.flush()
}

fn line(out: &mut dyn Write, value: &impl Serialize) -> io::Result<()> {
    // The serializer writes a few bytes at a time, which memory takes best.
    let mut line = serde_json::to_vec(value)?;
    line.push(b'\n');
    out.write_all(&line)
}

#[derive(Serialize)]
struct FindingList<'f> {
    schema: &'static str,
    findings: &'f [Finding],
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
