//! JSON Lines: one document an object, one object a line.

mod flat;

use std::borrow::Cow;
use std::collections::BTreeMap;

use serde::Deserialize;
use serde::de::IgnoredAny;

use super::language;
use super::plain::foreign;
use super::stated::parse_stated;
use super::{Document, Parsed, Published, encoding};
use crate::diagnostic::{Diagnostic, Severity};
use crate::error::Error;

/// Reads one line: `id` and `text` are required, `published` (or `dct`), `title`, `publisher`, `author`, `url` and
/// `language` are taken where they stand, every other field is passed over; but where neither `published` nor `dct` says
/// when, a `date` does.
///
/// An `id` may be a number. A publication date that cannot be read costs a diagnostic, not the document.
///
/// # Errors
///
/// The line is no JSON object, lacks `id` or `text`, or holds a field of another type.
///
/// ```
/// let line = br#"{"id": 7, "dct": "1932-03-07", "text": "She resigned yesterday."}"#;
/// let document = timeline::document::from_json(line)?.document;
/// assert_eq!((document.id.as_str(), document.text.len()), ("7", 23));
/// # Ok::<(), timeline::Error>(())
/// ```
pub fn from_json(line: &[u8]) -> Result<Parsed, Error> {
    let decoded = encoding::decode(line);
    if !decoded.text.trim_start().starts_with('{') {
        return Err(Error::not_an_object());
    }
    let fields = match flat::fields(&decoded.text) {
        Some(fields) => fields,
        None => serde_json::from_str(&decoded.text).map_err(|error| Error::json("a document", error))?,
    };
    let id = match fields.id.ok_or_else(|| missing("id", &decoded.text))? {
        Id::Text(id) => id.into_owned(),
        Id::Number(id) => id.to_string(),
    };
    if id.trim().is_empty() {
        return Err(missing("id", &decoded.text));
    }
    let text = fields.text.ok_or_else(|| missing("text", &decoded.text))?;
    let mut diagnostics: Vec<Diagnostic> = Vec::new();
    let mut warn = |message| {
        diagnostics.push(Diagnostic { severity: Severity::Warning, document: id.clone(), line: None, message });
    };
    if let Some(remark) = decoded.remark {
        warn(remark);
    }
    let mut written = |field: Option<Loose<'_>>, name: &str| match field? {
        Loose::Text(date) => Some(date.into_owned()),
        Loose::Other(_) => {
            warn(format!("`{name}` is no text, and is passed over; write one such as \"2023-10-06\""));
            None
        }
    };
    let (published, dct) = (written(fields.published, "published"), written(fields.dct, "dct"));
    let named = |field: Option<String>, name: &'static str, how: &str| {
        field.filter(|stated| !stated.trim().is_empty()).map(|stated| (stated, name, how.to_owned()))
    };
    let date = fields.date.and_then(|date| if let Loose::Text(date) = date { Some(date.into_owned()) } else { None });
    let stated = named(published, "published", "given")
        .or_else(|| named(dct, "dct", "given"))
        .or_else(|| named(date, "date", "given as `date`"));
    let published = stated.and_then(|(stated, field, how)| {
        let date = parse_stated(&stated);
        if date.is_none() {
            warn(format!("`{field}` is {stated:?}, which is no date; write one such as 2023-10-06"));
        }
        Some(Published { date: date?, how })
    });
    if let Some(remark) = foreign(&text) {
        warn(remark.to_owned());
    }
    let owned = |field: Option<Cow<'_, str>>| field.map(Cow::into_owned);
    let document = Document {
        id: id.clone(),
        text: text.into_owned(),
        origin: None,
        title: owned(fields.title),
        publisher: owned(fields.publisher),
        author: owned(fields.author),
        url: owned(fields.url),
        language: owned(fields.language),
        published,
        genre: None,
        regions: Vec::new(),
    };
    if let Some(remark) = language::remark(&document) {
        warn(remark);
    }
    Ok(Parsed { document: document.tidied(), diagnostics })
}

/// So many fields are named where one is missing.
const NAMED: usize = 8;

/// A required field is missing: those that are there tell what to rename.
#[cold]
fn missing(field: &'static str, line: &str) -> Error {
    let fields: BTreeMap<String, IgnoredAny> = serde_json::from_str(line).unwrap_or_default();
    // One that is null or empty is there, and is none.
    Error::missing(field, fields.into_keys().filter(|name| name != field).take(NAMED).collect())
}

#[derive(Debug, PartialEq, Deserialize)]
struct Fields<'l> {
    #[serde(borrow)]
    id: Option<Id<'l>>,
    #[serde(borrow)]
    text: Option<Cow<'l, str>>,
    #[serde(borrow)]
    published: Option<Loose<'l>>,
    #[serde(borrow)]
    dct: Option<Loose<'l>>,
    #[serde(borrow)]
    date: Option<Loose<'l>>,
    #[serde(borrow)]
    title: Option<Cow<'l, str>>,
    #[serde(borrow)]
    publisher: Option<Cow<'l, str>>,
    #[serde(borrow)]
    author: Option<Cow<'l, str>>,
    #[serde(borrow)]
    url: Option<Cow<'l, str>>,
    #[serde(borrow)]
    language: Option<Cow<'l, str>>,
}

/// A field that costs no document, whatever a program puts there.
#[derive(Debug, PartialEq, Deserialize)]
#[serde(untagged)]
enum Loose<'l> {
    Text(#[serde(borrow)] Cow<'l, str>),
    Other(IgnoredAny),
}

#[derive(Debug, PartialEq, Deserialize)]
#[serde(untagged, expecting = "expected a string or a number as `id`")]
enum Id<'l> {
    Number(serde_json::Number),
    #[serde(borrow)]
    Text(Cow<'l, str>),
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(line: &str) -> Result<Parsed, Error> {
        from_json(line.as_bytes())
    }

    #[test]
    fn takes_every_named_field_and_passes_over_the_rest() {
        let line = r#"{"id":"a","text":"Done.","published":null,"dct":"2009-12-19T17:00:00","title":"T","publisher":"P",
            "author":"A","url":"https://example.org/","language":"en","timexes":[{"start":0}]}"#;
        let Parsed { document, diagnostics } = read(line).unwrap();
        assert_eq!(document.published.unwrap().date.to_string(), "2009-12-19T17:00:00");
        let texts = [document.title, document.publisher, document.author, document.url, document.language];
        assert_eq!(texts.map(Option::unwrap), ["T", "P", "A", "https://example.org/", "en"]);
        assert_eq!(diagnostics, []);
    }

    #[test]
    fn says_what_is_wrong_with_a_line() {
        let message = |line| read(line).unwrap_err().to_string();
        assert!(message("[1, 2]").starts_with("the line is no JSON object"));
        assert!(message(r#"{"id": "a"}"#).starts_with("the document has no `text`"));
        assert!(message(r#"{"text": "a"}"#).starts_with("the document has no `id`"));
        assert!(read(r#"{"text": "a"}"#).unwrap_err().is_missing_field());
        let other = r#"{"id": 1, "title": "Moe", "content": "Moe resigned."}"#;
        assert_eq!(
            message(other),
            "the document has no `text`; `id` and `text` are required, and it has `content`, `id`, `title`"
        );
        assert_eq!(
            message(r#"{"id": "a", "text": 5}"#),
            "not readable as a document: a number stands where a text belongs (column 21)"
        );
        assert!(message(r#"{"id": [], "text": ""}"#).contains("expected a string or a number as `id`"));
    }

    #[test]
    fn a_text_that_is_read_for_what_it_is_not_is_told() {
        let remarks = |line| read(line).unwrap().diagnostics.into_iter().map(|d| d.message).collect::<Vec<_>>();
        let german = remarks(r#"{"id": 1, "text": "Er ging.", "language": "de"}"#);
        assert_eq!(german, ["`language` is \"de\"; the text is read as English all the same"]);
        assert_eq!(remarks(r#"{"id": 1, "text": "He left.", "language": "en-GB"}"#), Vec::<String>::new());
        assert_eq!(remarks(r#"{"id": 1, "text": "<html><p>He left."}"#).len(), 1);
    }

    #[test]
    fn a_date_says_when_where_nothing_else_does() {
        let published = |line| read(line).unwrap().document.published.map(|p| (p.date.to_string(), p.how));
        let told = |date: &str, how: &str| Some((date.to_owned(), how.to_owned()));
        let date = r#"{"id": 1, "text": "a", "date": "1932-03-07"}"#;
        assert_eq!(published(date), told("1932-03-07", "given as `date`"));
        let both = r#"{"id": 1, "text": "a", "date": "1932-03-07", "dct": "1932-03-09"}"#;
        assert_eq!(published(both), told("1932-03-09", "given"));
        for other in [r#"{"id": 1, "text": "a", "date": 1932}"#, r#"{"id": 1, "text": "a", "date": {"day": [7]}}"#] {
            assert_eq!(published(other), None);
        }
        let odd = read(r#"{"id": 1, "text": "a", "date": "spring"}"#).unwrap();
        assert_eq!(odd.diagnostics[0].message, "`date` is \"spring\", which is no date; write one such as 2023-10-06");
    }

    #[test]
    fn an_id_that_is_empty_is_none() {
        for line in [r#"{"id": "", "text": "a"}"#, r#"{"id": " ", "text": "a"}"#, r#"{"id": null, "text": "a"}"#] {
            let message = read(line).unwrap_err().to_string();
            assert_eq!(message, "the document has no `id`; `id` and `text` are required, and it has `text`");
        }
    }

    #[test]
    fn a_publication_date_that_is_a_number_costs_a_remark_only() {
        for number in ["2019", "20190504", "[2019]"] {
            let line = format!(r#"{{"id": 1, "text": "a", "published": {number}, "dct": "1932-03-09"}}"#);
            let Parsed { document, diagnostics } = read(&line).unwrap();
            assert_eq!(document.published.unwrap().date.to_string(), "1932-03-09");
            let message = "`published` is no text, and is passed over; write one such as \"2023-10-06\"";
            assert_eq!(diagnostics.iter().map(|d| d.message.as_str()).collect::<Vec<_>>(), [message]);
        }
    }

    #[test]
    fn an_unreadable_publication_date_costs_a_remark_only() {
        let Parsed { document, diagnostics } = read(r#"{"id": 1, "text": "a", "published": "soon"}"#).unwrap();
        assert_eq!((document.id.as_str(), document.published), ("1", None));
        assert_eq!(diagnostics[0].message, "`published` is \"soon\", which is no date; write one such as 2023-10-06");
    }
}
