//! The line as most programs write it: one object whose values are strings or null, read where it stands.
//!
//! A parser for all of JSON goes eight bytes a step, and copies a text with escapes twice. Here strings are passed over
//! by memchr and copied once. What else a line may hold, numbers, values within values, mistakes, is left
//! to that parser: what is read here is read alike there, and it alone says what is wrong.

use std::borrow::Cow;

use super::{Fields, Id, Loose};

/// The fields of a line; `None` where only the parser for all of JSON can tell.
pub(super) fn fields(line: &str) -> Option<Fields<'_>> {
    let line = line.trim_end_matches(SPACE);
    // No string holds a control character as it is, and few programs write one between strings. No branch stands between
    // the bytes, so that many are asked at once.
    if line.bytes().fold(false, |any, byte| any | (byte < b' ')) {
        return None;
    }
    let mut values: [Option<Option<Cow<'_, str>>>; 10] = Default::default();
    let mut object = Cursor { line, at: 0 };
    object.sign(b'{')?;
    loop {
        let key = object.string()?;
        object.sign(b':')?;
        let value = object.string_or_null()?;
        if let Some(known) = NAMES.iter().position(|&name| name == key)
            && values[known].replace(value).is_some()
        {
            return None;
        }
        if object.sign(b',').is_none() {
            break;
        }
    }
    object.sign(b'}')?;
    object.is_done().then_some(())?;
    let [id, text, published, dct, date, title, publisher, author, url, language] = values.map(Option::flatten);
    Some(Fields {
        id: id.map(Id::Text),
        text,
        published: published.map(Loose::Text),
        dct: dct.map(Loose::Text),
        date: date.map(Loose::Text),
        title,
        publisher,
        author,
        url,
        language,
    })
}

/// What may stand between the signs of JSON.
const SPACE: [char; 4] = [' ', '\t', '\r', '\n'];

const NAMES: [&str; 10] = ["id", "text", "published", "dct", "date", "title", "publisher", "author", "url", "language"];

struct Cursor<'l> {
    line: &'l str,
    at: usize,
}

impl<'l> Cursor<'l> {
    /// Takes `sign`, after white space, if it comes next.
    fn sign(&mut self, sign: u8) -> Option<()> {
        self.skip_space();
        (self.line.as_bytes().get(self.at) == Some(&sign)).then(|| self.at += 1)
    }

    fn skip_space(&mut self) {
        let rest = self.line.as_bytes().get(self.at..).unwrap_or_default();
        self.at += rest.iter().take_while(|&&byte| byte == b' ').count();
    }

    fn is_done(&mut self) -> bool {
        self.skip_space();
        self.at == self.line.len()
    }

    fn string_or_null(&mut self) -> Option<Option<Cow<'l, str>>> {
        self.skip_space();
        if self.line.get(self.at..)?.starts_with("null") {
            self.at += "null".len();
            return Some(None);
        }
        self.string().map(Some)
    }

    fn string(&mut self) -> Option<Cow<'l, str>> {
        self.sign(b'"')?;
        let start = self.at;
        let mut escaped = false;
        loop {
            let rest = self.line.as_bytes().get(self.at..)?;
            let step = memchr::memchr2(b'"', b'\\', rest)?;
            if rest[step] == b'"' {
                self.at += step;
                break;
            }
            (self.at, escaped) = (self.at + step + 2, true);
        }
        let string = self.line.get(start..self.at)?;
        self.at += 1;
        if escaped { unescaped(string).map(Cow::Owned) } else { Some(Cow::Borrowed(string)) }
    }
}

/// The text that a string with escapes stands for.
fn unescaped(string: &str) -> Option<String> {
    let mut text = String::with_capacity(string.len());
    let mut rest = string;
    while let Some((before, after)) = memchr::memchr(b'\\', rest.as_bytes()).and_then(|at| rest.split_at_checked(at)) {
        let (character, length) = escape(after)?;
        text.push_str(before);
        text.push(character);
        rest = after.get(length..)?;
    }
    text.push_str(rest);
    Some(text)
}

/// The character that the escape at the beginning of `rest` stands for, and how many bytes that takes.
fn escape(rest: &str) -> Option<(char, usize)> {
    let character = match rest.as_bytes().get(1)? {
        b'n' => '\n',
        byte @ (b'"' | b'\\' | b'/') => char::from(*byte),
        b't' => '\t',
        b'r' => '\r',
        b'b' => '\u{8}',
        b'f' => '\u{c}',
        b'u' => {
            let first = unit(rest)?;
            if let Some(character) = char::from_u32(first.into()) {
                return Some((character, UNIT));
            }
            let both = [first, unit(rest.get(UNIT..)?)?];
            return Some((char::decode_utf16(both).next()?.ok()?, 2 * UNIT));
        }
        _ => return None,
    };
    Some((character, 2))
}

/// The bytes of `\u2019`.
const UNIT: usize = 6;

/// The unit of UTF-16 that `rest` begins with.
fn unit(rest: &str) -> Option<u16> {
    let digits = rest.get(..UNIT)?.strip_prefix("\\u")?;
    let are_hex = digits.bytes().all(|byte| byte.is_ascii_hexdigit());
    u16::from_str_radix(digits, 16).ok().filter(|_| are_hex)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What the parser for all of JSON reads.
    fn in_full(line: &str) -> Option<Fields<'_>> {
        serde_json::from_str(line).ok()
    }

    #[test]
    fn reads_what_programs_write() {
        for line in [
            r#"{"id":"a","text":"Moe left.\n\nLie “stayed”."}"#,
            " { \"text\" : \"\\\"Go,\\\" said Moe.\\t\\u2019\\ud83d\\ude00\\/\" , \"id\" : \"\" } \t\r\n",
            r#"{"dct":"1932-03-07","published":null,"title":"T","publisher":"P","author":"A","url":"U","language":"en"}"#,
            r#"{"other":"b","i\u0064":"a","kind":"\\"}"#,
        ] {
            let read = fields(line);
            assert!(read.is_some(), "{line}");
            assert_eq!(read, in_full(line), "{line}");
        }
    }

    #[test]
    fn leaves_the_rest_to_the_parser() {
        for line in [
            "{}",
            r#"{"id":7,"text":"a"}"#,
            r#"{"id":"a","text":"b","spans":[1]}"#,
            r#"{"id":"a","id":"b"}"#,
            r#"{"title":null,"title":"b"}"#,
            r#"{"text":"\ud800"}"#,
            r#"{"text":"\ud800\u0041"}"#,
            r#"{"text":"\u+041"}"#,
            r#"{"text":"\é"}"#,
            r#"{"text":"a"#,
            r#"{"text":"a\"#,
            r#"{"text":"a"} b"#,
            r#"{"text":"a",}"#,
            "{\"text\":\"a\nb\"}",
            "{\"text\":\n\"a\"}",
        ] {
            assert_eq!(fields(line), None, "{line}");
        }
    }

    #[test]
    fn reads_nothing_that_the_parser_reads_otherwise() {
        let sound =
            r#"{"id":"a\u00e9\n","title":null,"text":"He said: \"No.\" – 5 \ud83d\ude00 men, and so on and on"}"#;
        for (at, c) in sound.char_indices() {
            for sign in ["", "\"", "\\", "u", "\u{1}", "d", ",", ":", " ", "}"] {
                let line = format!("{}{sign}{}", &sound[..at], &sound[at + c.len_utf8()..]);
                assert!(fields(&line).is_none_or(|read| Some(read) == in_full(&line)), "{line}");
            }
        }
    }
}
