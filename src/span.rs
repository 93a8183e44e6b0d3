//! Places in a text: bytes in Rust, Unicode code points in JSON.

use std::ops::Range;

/// A byte range of a document's text, on character boundaries.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Span {
    /// The first byte.
    pub start: usize,
    /// One past the last byte.
    pub end: usize,
}

impl Span {
    /// The range from `start` up to `end`.
    pub fn new(start: usize, end: usize) -> Span {
        debug_assert!(start <= end);
        Span { start, end }
    }

    /// The text that it covers; empty where it is no range of `text`.
    pub fn of(self, text: &str) -> &str {
        text.get(self.range()).unwrap_or_default()
    }

    /// As a standard range.
    pub fn range(self) -> Range<usize> {
        self.start..self.end
    }

    /// Whether the two share a byte.
    pub fn overlaps(self, other: Span) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// Whether `other` lies in this.
    pub fn contains(self, other: Span) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// How many bytes it covers.
    pub fn len(self) -> usize {
        self.end - self.start
    }

    /// Whether it covers nothing.
    pub fn is_empty(self) -> bool {
        self.start == self.end
    }
}

/// Turns byte offsets into code point offsets, for offsets asked in rising order, in one pass over the text.
#[derive(Debug)]
pub struct CodePoints<'t> {
    text: &'t str,
    byte: usize,
    point: usize,
}

impl<'t> CodePoints<'t> {
    /// A counter at the start of `text`.
    pub fn new(text: &'t str) -> CodePoints<'t> {
        CodePoints { text, byte: 0, point: 0 }
    }

    /// The number of code points before the byte offset `byte`; starts over where `byte` lies behind.
    pub fn at(&mut self, byte: usize) -> usize {
        if byte < self.byte {
            (self.byte, self.point) = (0, 0);
        }
        let bytes = self.text.as_bytes();
        let to = byte.min(bytes.len());
        self.point += begun(&bytes[self.byte..to]);
        self.byte = to;
        self.point
    }

    /// A span in code points.
    pub fn span(&mut self, span: Span) -> Span {
        let start = self.at(span.start);
        Span { start, end: self.at(span.end) }
    }
}

/// How many code points begin in `bytes`: a continuation byte is 0b10xx_xxxx, every other one begins one.
fn begun(bytes: &[u8]) -> usize {
    // So many that a byte can count them, and as many counts are added in one step as fit into a register.
    bytes.chunks(255).map(|some| usize::from(some.iter().map(|&byte| u8::from(byte & 0xC0 != 0x80)).sum::<u8>())).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_code_points_in_any_order() {
        let text = "Қазақ – “2023”";
        let mut points = CodePoints::new(text);
        for (count, (byte, _)) in text.char_indices().enumerate() {
            assert_eq!(points.at(byte), count);
        }
        assert_eq!(points.at(0), 0);
        assert_eq!(points.at(text.len() + 9), text.chars().count());
    }
}
