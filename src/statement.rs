//! Statements: what one document says happened, and when. The line that `timeline extract` prints.

mod fields;

use std::borrow::Cow;
use std::fmt;

use chrono::Weekday;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::calendar::{Date, Period, Rounding};
use crate::document::DocumentInfo;
use crate::timex::Reading;
use crate::{Error, Span};

/// An event with its time, as one document says it.
///
/// Serialises to a line of `timeline extract` and is read back by `timeline resolve`: there `start` and `end` count
/// Unicode code points of the document's text as it came ([`text_as_it_came`](crate::Document::text_as_it_came)), while the spans
/// are bytes of [`text`](crate::Document::text); the two differ where a page was hyphenated. Optional fields beyond the contract are left out where empty.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Statement {
    /// Stable from build to build.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub id: String,
    /// The document's id.
    pub document: String,
    /// First code point of the statement's span.
    pub start: usize,
    /// One past its last code point.
    pub end: usize,
    /// The same span in bytes; empty where the statement was read from JSON.
    #[serde(skip)]
    pub span: Span,
    /// The sentence that says it.
    pub sentence: String,
    /// What happened.
    pub kind: Kind,
    /// Who; the fullest form in the document, without titles.
    pub person: Option<String>,
    /// The office, with its "of …".
    pub role: Option<String>,
    /// The body or state.
    pub organization: Option<String>,
    /// Whose act it was, or who received it.
    pub by: Option<String>,
    /// Where.
    pub place: Option<String>,
    /// The word that told it.
    pub trigger: Option<String>,
    /// The first code point of that word.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub trigger_start: Option<usize>,
    /// One past its last code point.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub trigger_end: Option<usize>,
    /// The same span in bytes; `None` where the statement was read from JSON.
    #[serde(skip)]
    pub trigger_span: Option<Span>,
    /// When, after anchoring.
    pub date: Option<Date>,
    /// The expression as the text has it.
    pub date_text: Option<String>,
    /// The first code point of that expression.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub date_start: Option<usize>,
    /// One past its last code point.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub date_end: Option<usize>,
    /// The same span in bytes; `None` where the statement was read from JSON.
    #[serde(skip)]
    pub date_span: Option<Span>,
    /// When the document was published.
    pub published: Option<Date>,
    /// Whether the text reports, plans or denies it.
    pub certainty: Certainty,
    /// Whether it is told as done or as still to come; `None` where the words do not say.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub tense: Option<Tense>,
    /// The rule that found it.
    pub rule: Cow<'static, str>,
    /// A headline: a full phrase that a person can read.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
    /// Who published the document; the source's name in a vote.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub publisher: Option<String>,
    /// What is known of the document; carried by the first of its statements, so that `resolve` can cite it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub source: Option<Box<DocumentInfo>>,
    /// Statements with one `event` speak of the same thing, whatever else they say.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub event: Option<String>,
    /// What the date was counted from, in words; `None` where the text states it whole.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub anchor: Option<String>,
    /// The ways to understand the expression, that of `date` among them. Empty where there is one only.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub readings: Vec<Reading>,
    /// The weekday that the text gives with the date.
    #[serde(skip_serializing_if = "Option::is_none", with = "weekday")]
    pub weekday: Option<Weekday>,
    /// Whether the words name a day that the calendar does not have, and the date is its month.
    #[serde(skip_serializing_if = "is_false")]
    pub no_such_day: bool,
    /// Whom the person succeeds in the office.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub succeeds: Option<String>,
    // Few statements tell the next three: boxes keep millions of others small.
    /// The date that a note of correction puts in the place of this one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub correction: Option<Box<Correction>>,
    /// When the person was born, as follows from an age or is said beside.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub born: Option<Box<Born>>,
    /// Which holder of the office the person is, by count.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub ordinal: Option<Box<Ordinal>>,
    /// What the text says of the distance or order between this and others.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub relations: Vec<Relation>,
}

impl Statement {
    /// Reads a line of `timeline extract`, or of any program that writes the same fields; absent ones are empty.
    ///
    /// # Errors
    ///
    /// The line is no JSON object, a field is of another type, or none of `document`, `event`, `date`, `person` and
    /// `sentence` is there.
    pub fn from_json(line: &[u8]) -> Result<Statement, Error> {
        // Checked once as a whole, the text is not checked again string by string.
        let statement = match str::from_utf8(line) {
            Ok(line) => serde_json::from_str(line),
            Err(_) => serde_json::from_slice(line),
        };
        let mut statement: Statement = statement.map_err(|error| Error::json("a statement", error))?;
        if statement.says_nothing() {
            let error = serde::de::Error::custom(
                "it has none of `document`, `event`, `date`, `person` and `sentence`; are its fields those of `timeline extract`?",
            );
            return Err(Error::json("a statement", error));
        }
        // Lists are read with room for more, and there are millions of statements.
        statement.readings.shrink_to_fit();
        statement.relations.shrink_to_fit();
        Ok(statement)
    }

    /// The names of the fields of a line of JSON.
    pub fn fields() -> &'static [&'static str] {
        fields::of_statement()
    }

    /// The fields of a line of JSON that no statement has, in their order in it: a misspelled one is passed over by
    /// [`from_json`](Statement::from_json) and missed by nobody. Empty where the line is no JSON object.
    pub fn unknown_fields(line: &[u8]) -> Vec<String> {
        fields::unknown(line)
    }

    /// Takes what only a program writes for what its JSON says: a week for its days, an empty text for none, a kind by its word.
    pub(crate) fn settle(&mut self) {
        for date in [&mut self.date, &mut self.published].into_iter().flatten() {
            *date = date.as_written();
        }
        self.readings.iter_mut().for_each(|reading| reading.date = reading.date.as_written());
        if let Kind::Other(word) = &self.kind
            && let Some(kind) = Kind::closed(word)
        {
            self.kind = kind;
        }
        let slots = [&mut self.person, &mut self.role, &mut self.organization, &mut self.by, &mut self.place];
        slots.into_iter().for_each(|slot| {
            slot.take_if(|text| text.is_empty());
        });
    }

    /// Whether none of what tells one statement from another is there, as where the fields have other names.
    fn says_nothing(&self) -> bool {
        self.document.is_empty()
            && self.event.is_none()
            && self.date.is_none()
            && self.person.is_none()
            && self.sentence.is_empty()
    }

    /// Moves every place that counts in code points.
    pub(crate) fn move_by(&mut self, to: impl Fn(Span) -> Span) {
        let moved = |start: &mut usize, end: &mut usize| {
            let span = to(Span { start: *start, end: *end });
            (*start, *end) = (span.start, span.end);
        };
        moved(&mut self.start, &mut self.end);
        let pairs = [(&mut self.trigger_start, &mut self.trigger_end), (&mut self.date_start, &mut self.date_end)];
        for (start, end) in pairs {
            if let (Some(start), Some(end)) = (start, end) {
                moved(start, end);
            }
        }
        for relation in &mut self.relations {
            moved(&mut relation.start, &mut relation.end);
        }
        if let Some(correction) = &mut self.correction {
            moved(&mut correction.start, &mut correction.end);
        }
        if let Some(born) = &mut self.born {
            moved(&mut born.start, &mut born.end);
        }
        if let Some(ordinal) = &mut self.ordinal {
            moved(&mut ordinal.start, &mut ordinal.end);
        }
    }
}

fn is_false(flag: &bool) -> bool {
    !flag
}

/// What the text says about the distance or order of two events.
///
/// It is carried by the statement in whose sentence (or nearest to which) it stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Relation {
    /// The earlier side.
    pub from: Target,
    /// The later side.
    pub to: Target,
    /// How far apart; `None` where only the order is told.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub gap: Option<Gap>,
    /// The words that say so: "a little more than 5 days later".
    #[serde(default)]
    pub text: String,
    /// Where those words stand, in code points of the carrying statement's document.
    #[serde(default)]
    pub start: usize,
    /// One past their last code point.
    #[serde(default)]
    pub end: usize,
}

/// A stated length between two events.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Gap {
    /// The length.
    #[serde(with = "period")]
    pub period: Period,
    /// Its rounding.
    #[serde(default)]
    pub rounding: Rounding,
}

/// One side of a [`Relation`]. In JSON a text alone is the id of a statement.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", remote = "Target")]
pub enum Target {
    /// The statement with this id.
    Statement(String),
    /// Whatever statement, in any document, tells this event: the same person and the same class of event
    /// (start or end of a tenure, credentials, death), the role where it is told.
    Event {
        /// A kind of the class that is meant.
        kind: Kind,
        /// Who.
        person: String,
        /// The office.
        #[serde(skip_serializing_if = "Option::is_none", default)]
        role: Option<String>,
    },
}

impl Serialize for Target {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        Target::serialize(self, serializer)
    }
}

impl<'de> Deserialize<'de> for Target {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Target, D::Error> {
        deserializer.deserialize_any(fields::TargetVisitor)
    }
}

/// Whether the text reports an event, announces it or denies it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Certainty {
    /// As a fact.
    #[default]
    Reported,
    /// Firmly announced, not yet done.
    Planned,
    /// Called for.
    Demanded,
    /// Said not to be so.
    Denied,
    /// Supposed, expected, possible.
    Hypothetical,
}

impl Certainty {
    /// The word that JSON has for it.
    pub fn as_str(self) -> &'static str {
        match self {
            Certainty::Reported => "reported",
            Certainty::Planned => "planned",
            Certainty::Demanded => "demanded",
            Certainty::Denied => "denied",
            Certainty::Hypothetical => "hypothetical",
        }
    }
}

/// How a text tells of an event's time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Tense {
    /// As done: "resigned", "was appointed".
    Past,
    /// As still to come: "will take office".
    Future,
    /// So that its date may lie on either side of the telling: with the day on which it takes effect ("resigned, effective
    /// June 30"), or under the heading of a chronicle.
    Either,
}

impl Tense {
    /// The word that JSON has for it.
    pub fn as_str(self) -> &'static str {
        match self {
            Tense::Past => "past",
            Tense::Future => "future",
            Tense::Either => "either",
        }
    }
}

/// A date that is put right: "An earlier version of this article said …". A note on another document's date is a statement
/// of its own, which has the date that is taken back and this beside it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Correction {
    /// The date that is right.
    pub date: Date,
    /// The words that say so.
    #[serde(default)]
    pub text: String,
    /// Where those words stand, in code points of the document's text.
    #[serde(default)]
    pub start: usize,
    /// One past their last code point.
    #[serde(default)]
    pub end: usize,
    /// The document that says so, where it is another.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub document: Option<String>,
}

/// A birth as the words of one statement bound it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Born {
    /// The date of birth, or all the days that an age leaves.
    pub date: Date,
    /// The words that say so: "54", "born on May 4, 1970".
    #[serde(default)]
    pub text: String,
    /// Where those words stand, in code points of the document's text.
    #[serde(default)]
    pub start: usize,
    /// One past their last code point.
    #[serde(default)]
    pub end: usize,
}

/// A holder's number: "the 12th president", "the third minister since 2020".
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Ordinal {
    /// Counted from 1.
    pub number: u32,
    /// From when it is counted; from the first holder where that is not told.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub since: Option<Date>,
    /// The words that say so.
    #[serde(default)]
    pub text: String,
    /// Where those words stand, in code points of the document's text.
    #[serde(default)]
    pub start: usize,
    /// One past their last code point.
    #[serde(default)]
    pub end: usize,
}

/// What happened. The office family is told apart; every other kind is a free word.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[allow(missing_docs)]
pub enum Kind {
    Appointment,
    Nomination,
    Election,
    TermStart,
    Dismissal,
    Resignation,
    TermEnd,
    Credentials,
    Death,
    /// A dated event of no closer kind.
    #[default]
    Event,
    /// `meeting`, `attack`, `agreement`, or a word of the user's own.
    Other(Cow<'static, str>),
}

impl Kind {
    /// The word that JSON has for it.
    pub fn as_str(&self) -> &str {
        match self {
            Kind::Appointment => "appointment",
            Kind::Nomination => "nomination",
            Kind::Election => "election",
            Kind::TermStart => "term_start",
            Kind::Dismissal => "dismissal",
            Kind::Resignation => "resignation",
            Kind::TermEnd => "term_end",
            Kind::Credentials => "credentials",
            Kind::Death => "death",
            Kind::Event => "event",
            Kind::Other(word) => word,
        }
    }

    /// Whether it begins a tenure.
    pub fn starts_tenure(&self) -> bool {
        matches!(self, Kind::Appointment | Kind::Election | Kind::TermStart)
    }

    /// Whether it ends a tenure.
    pub fn ends_tenure(&self) -> bool {
        matches!(self, Kind::Dismissal | Kind::Resignation | Kind::TermEnd)
    }

    /// Whether it is a birth.
    pub(crate) fn is_birth(&self) -> bool {
        matches!(self, Kind::Other(word) if word == "birth")
    }

    /// Whether it is a life, from birth to death.
    pub(crate) fn is_life(&self) -> bool {
        matches!(self, Kind::Other(word) if word == "life")
    }

    /// Whether it is of the office family.
    pub fn is_office(&self) -> bool {
        !matches!(self, Kind::Event | Kind::Other(_))
    }
}

impl From<String> for Kind {
    fn from(word: String) -> Kind {
        Kind::closed(&word).unwrap_or(Kind::Other(Cow::Owned(word)))
    }
}

impl From<&str> for Kind {
    fn from(word: &str) -> Kind {
        Kind::closed(word).unwrap_or_else(|| Kind::Other(Cow::Owned(word.to_owned())))
    }
}

impl Kind {
    /// The kind of a word that is compiled in, which is not copied.
    pub(crate) fn known(word: &'static str) -> Kind {
        Kind::closed(word).unwrap_or(Kind::Other(Cow::Borrowed(word)))
    }

    /// The kind that no word of its own is kept of.
    fn closed(word: &str) -> Option<Kind> {
        Some(match word {
            "appointment" => Kind::Appointment,
            "nomination" => Kind::Nomination,
            "election" => Kind::Election,
            "term_start" => Kind::TermStart,
            "dismissal" => Kind::Dismissal,
            "resignation" => Kind::Resignation,
            "term_end" => Kind::TermEnd,
            "credentials" => Kind::Credentials,
            "death" => Kind::Death,
            "event" | "" => Kind::Event,
            _ => return None,
        })
    }
}

impl fmt::Display for Kind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl Serialize for Kind {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}

impl<'de> Deserialize<'de> for Kind {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Kind, D::Error> {
        Cow::<'de, str>::deserialize(deserializer).map(|word| Kind::from(&*word))
    }
}

/// `Option<Weekday>` as its English name.
mod weekday {
    use super::*;

    pub(super) fn serialize<S: Serializer>(day: &Option<Weekday>, serializer: S) -> Result<S::Ok, S::Error> {
        match day {
            Some(day) => serializer.collect_str(day),
            None => serializer.serialize_none(),
        }
    }

    pub(super) fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<Weekday>, D::Error> {
        let word = Option::<Cow<'de, str>>::deserialize(deserializer)?;
        word.map(|word| word.parse().map_err(|_| serde::de::Error::custom(format!("`{word}` is no weekday"))))
            .transpose()
    }
}

/// [`Period`] as ISO 8601: `P5M1D`.
mod period {
    use super::*;

    pub(super) fn serialize<S: Serializer>(period: &Period, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(period)
    }

    pub(super) fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Period, D::Error> {
        Cow::<'de, str>::deserialize(deserializer)?.parse().map_err(serde::de::Error::custom)
    }
}
