//! The finished timeline: what `timeline build --format json` prints and `timeline render` reads.

use serde::{Deserialize, Serialize};

use crate::Error;
use crate::calendar::Date;
use crate::diagnostic::{Diagnostic, Severity};
use crate::document::DocumentInfo;
use crate::statement::Kind;
use crate::timex::Reading;

/// Names the shape of the JSON; a change that breaks readers changes it.
pub const SCHEMA: &str = "timeline/1";

/// One ordered, sourced, checked timeline. `start` and `end` count Unicode code points everywhere in it.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Timeline {
    /// [`SCHEMA`].
    pub schema: String,
    /// The sources, in the order they came.
    pub documents: Vec<DocumentInfo>,
    /// What happened, in order of time.
    pub entries: Vec<Entry>,
    /// What cannot all hold.
    pub conflicts: Vec<Conflict>,
    /// What the text itself offers to check, and how that came out.
    pub checks: Vec<Check>,
    /// Events that no date could be given.
    pub undated: Vec<Entry>,
    /// Remarks on the documents.
    pub diagnostics: Vec<Diagnostic>,
}

/// One event of the timeline, with every statement that supports it.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
#[non_exhaustive]
pub struct Entry {
    /// Stable from build to build.
    pub id: String,
    /// At its own precision; `None` among the undated.
    pub date: Option<Date>,
    /// The tightest bound from below, as a day or a minute.
    pub earliest: Option<Date>,
    /// The tightest bound from above.
    pub latest: Option<Date>,
    /// What happened.
    pub kind: Kind,
    /// A headline in a full phrase.
    pub title: String,
    /// Who.
    pub person: Option<String>,
    /// The office.
    pub role: Option<String>,
    /// The body or state.
    pub organization: Option<String>,
    /// Whose act it was.
    pub by: Option<String>,
    /// Where.
    pub place: Option<String>,
    /// From 0 to 1: how sure the date is, given the evidence.
    pub confidence: f64,
    /// Whose identity was fixed from outside: the statements' `event`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub event: Option<String>,
    /// What the date and its bounds follow from, in plain sentences.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub derivation: Vec<String>,
    /// Every statement that supports it.
    pub sources: Vec<Source>,
    /// Ids of the conflicts it takes part in.
    pub conflicts: Vec<String>,
}

/// A quotation with its place.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
#[non_exhaustive]
pub struct Source {
    /// The document's id.
    pub document: String,
    /// First code point of the statement.
    pub start: usize,
    /// One past its last code point.
    pub end: usize,
    /// The sentence.
    pub quote: String,
    /// The expression as the text has it.
    pub date_text: Option<String>,
    /// The first code point of that expression.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub date_start: Option<usize>,
    /// One past its last code point.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub date_end: Option<usize>,
    /// The date that this source's words were read as.
    pub read_as: Option<Date>,
    /// The statement's id.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub statement: String,
    /// What the reading was counted from, in words.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub anchor: Option<String>,
    /// Other ways to understand the expression.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub readings: Vec<Reading>,
    /// Whether it is a plan that came about at another time: the entry's date is that of the reports.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub overtaken: bool,
}

/// A minimal set of statements and constraints that cannot all hold.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Conflict {
    /// Stable from build to build.
    pub id: String,
    /// The code of the rule that is broken: see [`RULES`](crate::finding::RULES).
    pub kind: String,
    /// How much it matters.
    pub severity: Severity,
    /// Plain sentences.
    pub message: String,
    /// Ids of the statements that cannot all hold. Of those that give one event one date all are named, and one is enough for the
    /// contradiction; what agrees with both sides, or has the date that is right, is not among them.
    pub statements: Vec<String>,
    /// The words of the texts that say a distance or an order in it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub words: Vec<Words>,
    /// What was done about it.
    pub resolution: Resolution,
    /// Why a person decided to let it be.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ignored: Option<String>,
}

/// A stretch of a document.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Words {
    /// The document's id.
    pub document: String,
    /// The first code point.
    pub start: usize,
    /// One past the last code point.
    pub end: usize,
    /// What stands there.
    pub text: String,
}

/// What was done about a conflict.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Resolution {
    /// `repaired`, `unresolved`, or `noted` where no date had to move.
    pub status: String,
    /// The date after the repair; of what is `unresolved`, the nearest of several that are about as likely.
    pub date: Option<Date>,
    /// What was changed, or would be nearest where it is `unresolved`: `year of s-12ab: 2022 to 2023`.
    pub changed: Option<String>,
    /// Why this is what was done.
    pub because: String,
    /// The next best repair, in words.
    pub runner_up: Option<String>,
    /// How much less likely the runner-up is, in tenths of an order of magnitude; in words: [`odds`](Resolution::odds).
    pub margin: Option<u32>,
    /// `changed`, for programs.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub changes: Vec<Change>,
}

/// A statement that is not taken as it is written.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Change {
    /// The statement's id.
    pub statement: String,
    /// The date as it is written.
    pub from: Date,
    /// The date that it is taken for; `None` where the statement's date is set aside.
    pub to: Option<Date>,
    /// What differs: `the year alone changes`. Empty where the date is set aside.
    pub slip: String,
}

/// Something that the text offers to check.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Check {
    /// `weekday`, `gap`, `tenure`, `agreement`, `correction`, `decision`.
    pub kind: String,
    /// A plain sentence.
    pub message: String,
    /// Ids of the statements in it.
    pub statements: Vec<String>,
    /// `confirmed`, `loose`, `contradicted`; `corrected` where a document takes its own date back, `decided` where a person
    /// settled what sources contradict.
    pub verdict: String,
}

impl Resolution {
    /// How likely the runner-up is beside what was chosen: `just as likely`, `about 100 times less likely`.
    pub fn odds(&self) -> Option<String> {
        /// Beyond this nobody tells the difference.
        const MOST: u32 = 60;
        self.margin.map(|margin| match margin {
            0 => "just as likely".to_owned(),
            1..5 => "nearly as likely".to_owned(),
            MOST.. => "a million times less likely, or more".to_owned(),
            _ => {
                // Ten are an order of magnitude; one digit of it is all that is known.
                let times = 10f64.powf(f64::from(margin) / 10.0);
                let digit = 10f64.powf(times.log10().floor());
                let rounded = ((times / digit).round() * digit) as u32;
                match (rounded / 1000, rounded % 1000) {
                    (0, times) => format!("about {times} times less likely"),
                    (thousands, rest) => format!("about {thousands},{rest:03} times less likely"),
                }
            }
        })
    }
}

impl Timeline {
    /// Reads what `timeline build --format json` wrote.
    ///
    /// # Errors
    ///
    /// It is no JSON, not of this shape, or of another [`SCHEMA`].
    pub fn from_json(json: &[u8]) -> Result<Timeline, Error> {
        let timeline: Timeline = serde_json::from_slice(json).map_err(|error| Error::json("a timeline", error))?;
        if timeline.schema != SCHEMA {
            let told = format!("its schema is `{}`, and this version reads `{SCHEMA}`; build it anew", timeline.schema);
            return Err(Error::json("a timeline", serde::de::Error::custom(told)));
        }
        Ok(timeline)
    }
}
