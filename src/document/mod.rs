//! What comes in: one text with what is known about it, one module an input format.
//!
//! | module | what it does |
//! |---|---|
//! | `jsonl`, `plain`, `html` | bytes to documents; `encoding` reads what is not UTF-8 and says so |
//! | `tidy`, `origin` | the text without what only sets it in type, and the way back |
//! | `survey` | what a document tells of itself, before its prose is read |
//! | `layout` | head, prose, furniture, readers' comments |
//! | `address` | the publisher and the date in an address |
//! | `info` | what is kept once the text is let go |
//! | `stated` | publication dates as programs write them |
//! | `publication`, `bounds` | when it was published: as stated, or worked out from its text |

mod address;
mod bounds;
mod encoding;
mod html;
mod info;
mod jsonl;
mod language;
mod layout;
mod origin;
mod plain;
mod publication;
mod stated;
mod survey;
mod tidy;

use serde::{Deserialize, Serialize};

use crate::Span;
use crate::calendar::Date;
use crate::diagnostic::Diagnostic;

pub use info::DocumentInfo;
pub use jsonl::from_json;
pub use origin::Origin;
pub use plain::from_text;
pub(crate) use publication::open_order;
pub use stated::parse_stated;

/// What a text counts its incomplete dates from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Genre {
    /// The publication date: "on Friday" is the one nearest to it.
    News,
    /// The date that the text is at: "in March" is of the year told last.
    Narrative,
}

/// One input text with what is known about it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Document {
    /// Names the document in every output.
    pub id: String,
    /// The text, as it is read.
    pub text: String,
    /// The text as it came, where that is something else; places in every output count in it.
    pub origin: Option<Box<Origin>>,
    /// The headline.
    pub title: Option<String>,
    /// Who published it.
    pub publisher: Option<String>,
    /// Who wrote it.
    pub author: Option<String>,
    /// Its address.
    pub url: Option<String>,
    /// A language tag such as `en`.
    pub language: Option<String>,
    /// When it was published, as far as that is known.
    pub published: Option<Published>,
    /// What its incomplete dates are counted from; told from the text itself where it is not given.
    pub genre: Option<Genre>,
    /// Stretches that are not the article's own prose, in order, not overlapping.
    pub regions: Vec<Region>,
}

/// A document as it was read, and what was odd about it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Parsed {
    /// The document.
    pub document: Document,
    /// What was odd, and how it was read all the same.
    pub diagnostics: Vec<Diagnostic>,
}

/// A publication date, and how it is known.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Published {
    /// A point where it is stated, an interval (open or closed) where it is a bound worked out.
    pub date: Date,
    /// A short phrase for people: `dateline`, `given`, `latest date in the text`.
    pub how: String,
}

/// A stretch of the text with a part in the page rather than in the prose.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Region {
    /// Where.
    pub span: Span,
    /// What it is.
    pub kind: RegionKind,
}

/// What a [`Region`] is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum RegionKind {
    /// Title, dateline, byline, address: read for the document's own facts, gives no entries.
    Head,
    /// Page furniture: comment forms, calendars, share lines. Gives nothing.
    Furniture,
    /// A reader's comment. Gives no entries.
    Comment,
}

impl Document {
    /// A document of which only the text is known.
    pub fn new(id: impl Into<String>, text: impl Into<String>) -> Document {
        Document { id: id.into(), text: text.into(), ..Document::default() }
    }

    /// A stretch of the text, in code points, as one of the text as it came.
    pub fn in_origin(&self, span: Span) -> Span {
        self.origin.as_ref().map_or(span, |origin| origin.span(span))
    }

    /// The text as it came.
    pub fn text_as_it_came(&self) -> &str {
        self.origin.as_ref().map_or(&self.text, |origin| &origin.text)
    }

    /// The region that holds the byte at `offset`, if any does.
    pub fn region_at(&self, offset: usize) -> Option<Region> {
        let next = self.regions.partition_point(|region| region.span.end <= offset);
        self.regions.get(next).copied().filter(|region| region.span.start <= offset)
    }
}
