//! The documents' texts, and the way from code points to bytes, lines and columns.
//!
//! An index of every [`BLOCK`] bytes and of every line makes a place cost the same wherever it stands, so that a thousand
//! findings in one line of 50 MB are no trouble.

use std::collections::HashMap;
use std::sync::OnceLock;

use serde::Serialize;

use super::Label;
use crate::Span;

const BLOCK: usize = 1 << 10;

/// A line and a column, both counted from 1; columns in code points.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
#[allow(missing_docs)]
pub struct Position {
    pub line: usize,
    pub column: usize,
}

/// The text of a document, and where it came from.
#[derive(Clone, Debug, Default)]
pub struct Text {
    /// The document's id.
    pub document: String,
    /// The file, as a person would name it.
    pub file: String,
    /// The line of the file that holds the document, where the file holds one a line.
    pub file_line: Option<usize>,
    /// The text.
    pub text: String,
    index: OnceLock<Index>,
}

#[derive(Clone, Debug)]
struct Index {
    /// The code points before each block.
    points: Vec<usize>,
    /// The first byte of each line.
    lines: Vec<usize>,
}

/// The texts of all documents, by id.
#[derive(Clone, Debug, Default)]
pub struct Texts(HashMap<String, Text>);

impl Texts {
    /// The text of a document.
    pub fn get(&self, document: &str) -> Option<&Text> {
        self.0.get(document)
    }

    /// A label on a stretch of a document; none where its text is not known.
    pub(crate) fn label(
        &self,
        document: &str,
        span: impl FnOnce(&Text) -> Span,
        text: String,
        primary: bool,
    ) -> Option<Label> {
        let source = self.get(document)?;
        let span = span(source);
        Some(Label {
            document: document.to_owned(),
            file: source.file.clone(),
            file_line: source.file_line,
            start: source.point(span.start),
            end: source.point(span.end),
            from: source.position(span.start),
            to: source.position(span.end),
            text,
            primary,
            span,
        })
    }
}

impl FromIterator<Text> for Texts {
    fn from_iter<I: IntoIterator<Item = Text>>(texts: I) -> Texts {
        Texts(texts.into_iter().map(|text| (text.document.clone(), text)).collect())
    }
}

impl Text {
    /// The text of `document`, which stands in `file`: as it came, for places in JSON count in that. Of a
    /// [`Document`](crate::Document) it is [`text_as_it_came`](crate::Document::text_as_it_came).
    pub fn new(document: impl Into<String>, file: impl Into<String>, text: impl Into<String>) -> Text {
        Text { document: document.into(), file: file.into(), text: text.into(), ..Text::default() }
    }

    /// The byte at which the code point `point` begins; the end of the text where it has no so many.
    pub fn byte(&self, point: usize) -> usize {
        let block = self.index().points.partition_point(|&before| before <= point).saturating_sub(1);
        let left = point - self.index().points.get(block).copied().unwrap_or(0);
        let from = self.ceil(block * BLOCK);
        let rest = self.text.get(from..).unwrap_or_default();
        rest.char_indices().nth(left).map_or(self.text.len(), |(at, _)| from + at)
    }

    /// The code points before the byte `byte`.
    pub fn point(&self, byte: usize) -> usize {
        let byte = byte.min(self.text.len());
        let block = byte / BLOCK;
        self.index().points[block] + count(&self.text.as_bytes()[block * BLOCK..byte])
    }

    /// The line and column of the byte `byte`, or of the end where the text is shorter.
    pub fn position(&self, byte: usize) -> Position {
        let byte = byte.min(self.text.len());
        let line = self.index().lines.partition_point(|&start| start <= byte);
        let start = self.index().lines[line - 1];
        Position { line, column: 1 + self.point(byte) - self.point(start) }
    }

    /// The bytes of a line, counted from 1, without its end; empty where there is no such line.
    pub fn line(&self, number: usize) -> Span {
        let lines = &self.index().lines;
        let Some(&start) = number.checked_sub(1).and_then(|at| lines.get(at)) else { return Span::new(0, 0) };
        let end = lines.get(number).map_or(self.text.len(), |&next| next - 1);
        let end = if self.text.as_bytes()[start..end].ends_with(b"\r") { end - 1 } else { end };
        Span { start, end }
    }

    /// The next character boundary at or after `byte`.
    pub(crate) fn ceil(&self, byte: usize) -> usize {
        (byte..self.text.len()).find(|&at| self.text.is_char_boundary(at)).unwrap_or(self.text.len())
    }

    fn index(&self) -> &Index {
        self.index.get_or_init(|| {
            let bytes = self.text.as_bytes();
            let mut points = vec![0];
            for block in bytes.chunks(BLOCK) {
                points.push(points[points.len() - 1] + count(block));
            }
            let breaks = bytes.iter().enumerate().filter(|&(_, &byte)| byte == b'\n').map(|(at, _)| at + 1);
            Index { points, lines: std::iter::once(0).chain(breaks).collect() }
        })
    }
}

/// The code points that begin in `bytes`: every byte but those that go on with one, 0b10xx_xxxx.
fn count(bytes: &[u8]) -> usize {
    bytes.iter().filter(|&&byte| byte & 0xC0 != 0x80).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_place_comes_back() {
        let text = Text::new("a", "a.txt", "Ősz és tél – 2019\r\nvége\n\n".repeat(200));
        for (point, (byte, _)) in text.text.char_indices().enumerate() {
            assert_eq!((text.byte(point), text.point(byte)), (byte, point));
        }
        assert_eq!(text.byte(usize::MAX), text.text.len());
        assert_eq!(text.point(usize::MAX), text.text.chars().count());
    }

    #[test]
    fn lines_and_columns_count_from_one_in_code_points() {
        let text = Text::new("a", "a.txt", "one\r\nőtwo\n");
        assert_eq!(text.position(0), Position { line: 1, column: 1 });
        assert_eq!(text.position(7), Position { line: 2, column: 2 });
        assert_eq!(text.position(text.text.len()), Position { line: 3, column: 1 });
        assert_eq!((text.line(1).of(&text.text), text.line(2).of(&text.text)), ("one", "őtwo"));
        assert_eq!(text.line(3).of(&text.text), "");
        assert_eq!(Text::new("b", "b", "").line(1), Span::new(0, 0));
        assert_eq!(
            (text.line(0), text.line(9), text.position(99)),
            (Span::new(0, 0), Span::new(0, 0), text.position(12))
        );
    }
}
