//! JSON put together piece by piece, for lines of which there are millions.
//!
//! What serde writes, byte for byte: but whole strings are looked at once and copied, where it takes them letter by
//! letter.

use std::fmt::{self, Display, Write};

use serde::Serialize;

use crate::calendar::Date;
use crate::many;

/// JSON as far as it is written.
#[derive(Debug)]
pub(super) struct Line(Vec<u8>);

impl Line {
    pub(super) fn with_capacity(bytes: usize) -> Line {
        Line(Vec::with_capacity(bytes))
    }

    pub(super) fn as_bytes(&self) -> &[u8] {
        &self.0
    }

    /// What is JSON already: brackets, commas, names of fields.
    pub(super) fn raw(&mut self, json: &str) {
        self.0.extend_from_slice(json.as_bytes());
    }

    /// A string.
    pub(super) fn text(&mut self, text: &str) {
        if !many::any(text.as_bytes(), |byte| (byte < b' ') | (byte == b'"') | (byte == b'\\')) {
            self.0.reserve(text.len() + 2);
            self.0.push(b'"');
            self.0.extend_from_slice(text.as_bytes());
            self.0.push(b'"');
        } else {
            self.value(text);
        }
    }

    /// A string, or null.
    pub(super) fn text_or_null(&mut self, text: Option<&str>) {
        match text {
            Some(text) => self.text(text),
            None => self.raw("null"),
        }
    }

    /// A date, or null.
    pub(super) fn date_or_null(&mut self, date: Option<Date>) {
        match date {
            Some(date) => self.date(date),
            None => self.raw("null"),
        }
    }

    /// A date, without formatting where it is as most are.
    pub(super) fn date(&mut self, date: Date) {
        match date.plain() {
            Some(plain) => {
                self.raw("\"");
                self.raw(plain.as_str());
                self.raw("\"");
            }
            None => self.shown(date),
        }
    }

    /// A string of what needs no escaping: a date, a word of the contract.
    pub(super) fn shown(&mut self, shown: impl Display) {
        self.raw("\"");
        // Memory takes any text.
        let _: fmt::Result = write!(self, "{shown}");
        self.raw("\"");
    }

    pub(super) fn number(&mut self, number: usize) {
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
        self.0.extend_from_slice(&digits[first..]);
    }

    /// Whatever serde can write, for what is rare.
    pub(super) fn value(&mut self, value: &(impl Serialize + ?Sized)) {
        // What is given here always has its JSON, and memory takes any.
        let _: serde_json::Result<()> = serde_json::to_writer(&mut self.0, value);
    }
}

impl Write for Line {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        self.raw(text);
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn strings_are_as_serde_writes_them() {
        let mut texts: Vec<String> = ('\0'..'\u{180}').map(|c| format!("before{c}and after it")).collect();
        texts.extend((0..20).map(|length| format!("{}\"", "é".repeat(length))));
        texts.extend((0..20).map(|length| "x ".repeat(length)));
        for text in texts {
            let mut line = Line::with_capacity(0);
            line.text(&text);
            assert_eq!(line.0, serde_json::to_vec(&text).unwrap());
        }
    }

    #[test]
    fn numbers_are_in_decimal() {
        for number in [0, 7, 10, 12_345, usize::MAX] {
            let mut line = Line::with_capacity(0);
            line.number(number);
            assert_eq!(line.0, number.to_string().as_bytes());
        }
    }
}
