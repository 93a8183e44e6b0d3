//! What the resolver keeps of a statement.
//!
//! A [`Statement`] is made to be pleasant: every slot is a string of its own. Of millions, most strings are the same few
//! names, offices and dates, and most lists are empty; here each text is held once, and what few tell stands aside.

use std::borrow::{Borrow, Cow};
use std::fmt;
use std::ops::Deref;
use std::rc::Rc;

use chrono::Weekday;

use crate::calendar::Date;
use crate::hash::HashSet;
use crate::statement::{Born, Certainty, Correction, Kind, Ordinal, Relation, Statement, Tense};
use crate::timeline::Source;
use crate::timex::Reading;

/// A statement, each field of it as [`Statement`] has it; but where a note corrects the date, the date is the one that is
/// right.
#[derive(Debug)]
pub(super) struct Saying {
    pub(super) id: String,
    pub(super) document: Text,
    pub(super) start: usize,
    pub(super) end: usize,
    pub(super) sentence: Box<str>,
    pub(super) kind: Kind,
    pub(super) person: Option<Text>,
    pub(super) role: Option<Text>,
    pub(super) organization: Option<Text>,
    pub(super) by: Option<Text>,
    pub(super) place: Option<Text>,
    pub(super) trigger: Option<Text>,
    pub(super) date: Option<Date>,
    pub(super) date_text: Option<Text>,
    pub(super) date_start: Option<usize>,
    pub(super) date_end: Option<usize>,
    pub(super) published: Option<Date>,
    pub(super) certainty: Certainty,
    pub(super) tense: Option<Tense>,
    pub(super) weekday: Option<Weekday>,
    pub(super) no_such_day: bool,
    pub(super) title: Option<Text>,
    pub(super) publisher: Option<Text>,
    pub(super) event: Option<Text>,
    pub(super) anchor: Option<Text>,
    aside: Option<Box<Aside>>,
}

/// What few statements tell.
#[derive(Debug, Default)]
pub(super) struct Aside {
    pub(super) readings: Vec<Reading>,
    pub(super) succeeds: Option<String>,
    pub(super) corrected: Option<Box<Corrected>>,
    pub(super) born: Option<Box<Born>>,
    pub(super) ordinal: Option<Box<Ordinal>>,
    pub(super) relations: Vec<Relation>,
}

/// A date that is corrected, as it was written.
#[derive(Debug)]
pub(super) struct Corrected {
    pub(super) date: Option<Date>,
    pub(super) text: Option<String>,
    /// The document that says so, where it is another.
    pub(super) by: Option<String>,
    place: (Option<usize>, Option<usize>),
    readings: Vec<Reading>,
}

impl Corrected {
    /// Puts the correction in the place of what was written, and keeps that.
    fn take(statement: &mut Statement) -> Option<Box<Corrected>> {
        let Correction { date, text, start, end, document } = *statement.correction.take()?;
        let written = Corrected {
            date: statement.date.replace(date),
            text: statement.date_text.replace(text),
            by: document,
            place: (statement.date_start.replace(start), statement.date_end.replace(end)),
            readings: std::mem::take(&mut statement.readings),
        };
        // They spoke of the day that was wrong.
        (statement.weekday, statement.anchor, statement.no_such_day) = (None, None, false);
        Some(Box::new(written))
    }
}

impl Saying {
    /// What is kept of `statements`, in their order.
    pub(super) fn all(statements: Vec<Statement>) -> Vec<Saying> {
        let mut texts = Texts::default();
        let mut sayings: Vec<Saying> =
            statements.into_iter().map(|statement| Saying::new(statement, &mut texts)).collect();
        // They were collected where the statements stood, which took up twice the room.
        sayings.shrink_to_fit();
        sayings
    }

    fn new(mut statement: Statement, texts: &mut Texts) -> Saying {
        let corrected = Corrected::take(&mut statement);
        let Statement { readings, succeeds, born, ordinal, relations, .. } = statement;
        let tells = !readings.is_empty()
            || succeeds.is_some()
            || corrected.is_some()
            || born.is_some()
            || ordinal.is_some()
            || !relations.is_empty();
        let aside = tells.then(|| Box::new(Aside { readings, succeeds, corrected, born, ordinal, relations }));
        let mut shared = |text: Option<String>| text.map(|text| texts.share(text));
        Saying {
            id: statement.id,
            start: statement.start,
            end: statement.end,
            sentence: statement.sentence.into(),
            kind: statement.kind,
            person: shared(statement.person),
            role: shared(statement.role),
            organization: shared(statement.organization),
            by: shared(statement.by),
            place: shared(statement.place),
            trigger: shared(statement.trigger),
            date: statement.date,
            date_text: shared(statement.date_text),
            date_start: statement.date_start,
            date_end: statement.date_end,
            published: statement.published,
            certainty: statement.certainty,
            tense: statement.tense,
            weekday: statement.weekday,
            no_such_day: statement.no_such_day,
            title: shared(statement.title),
            publisher: shared(statement.publisher),
            event: shared(statement.event),
            anchor: shared(statement.anchor),
            document: texts.share(statement.document),
            aside,
        }
    }

    /// What few statements tell; nothing, for most.
    pub(super) fn aside(&self) -> &Aside {
        static NOTHING: Aside = Aside {
            readings: Vec::new(),
            succeeds: None,
            corrected: None,
            born: None,
            ordinal: None,
            relations: Vec::new(),
        };
        self.aside.as_deref().unwrap_or(&NOTHING)
    }

    /// The date as it is written, though it is corrected.
    pub(super) fn date_as_written(&self) -> Option<Date> {
        self.aside().corrected.as_ref().map_or(self.date, |written| written.date)
    }

    /// Whether it tells the day on which somebody was declared elected, which is seldom that of the vote.
    pub(super) fn is_declaration(&self) -> bool {
        self.kind == Kind::Election && self.is_told_by(&["declare", "proclaim"])
    }

    /// Whether it tells a coming to office by another's leaving: "was succeeded by", "replaced".
    pub(super) fn is_succession(&self) -> bool {
        self.kind == Kind::TermStart && self.is_told_by(&["succeed", "replace"])
    }

    /// Whether it tells a coming to office with ceremony: "was sworn in", "was consecrated".
    pub(super) fn is_ceremony(&self) -> bool {
        self.kind == Kind::TermStart && self.is_told_by(&["sworn", "inaugurat", "install", "consecrat", "enthron"])
    }

    /// The words that date it; of another program's statement that has none, the date itself.
    pub(super) fn date_words(&self) -> Cow<'_, str> {
        let written = || self.date.map(|date| date.to_string()).unwrap_or_default();
        self.date_text.as_deref().map_or_else(|| written().into(), Cow::Borrowed)
    }

    /// Whether its words bring somebody back: "was reinstated", "returned".
    pub(super) fn brings_back(&self) -> bool {
        self.is_told_by(&["reinstat", "reappoint", "re-appoint", "reelect", "re-elect", "restor", "return"])
    }

    /// Whether a word of its trigger begins with one of `stems`.
    fn is_told_by(&self, stems: &[&str]) -> bool {
        let begins =
            |word: &str, stem: &str| word.get(..stem.len()).is_some_and(|head| head.eq_ignore_ascii_case(stem));
        let mut words = self.trigger.as_deref().unwrap_or_default().split(' ');
        words.any(|word| stems.iter().any(|stem| begins(word, stem)))
    }

    /// Gives it the date that it comes to when counted from another than it is written to be.
    pub(super) fn recount(&mut self, date: Date, anchor: String) {
        (self.date, self.anchor) = (Some(date), Some(Text(Rc::new(anchor))));
        if let Some(aside) = &mut self.aside {
            aside.readings.clear();
        }
    }

    /// Whether it is itself the note that takes back a date, which nothing else that is read has.
    pub(super) fn is_correction(&self) -> bool {
        let within = |place: Option<usize>| place.is_some_and(|place| (self.start..self.end).contains(&place));
        self.aside().corrected.as_ref().is_some_and(|written| within(written.place.0)) && within(self.date_start)
    }

    /// What remains of it in an entry: what it says as it was written.
    pub(super) fn into_source(self) -> Source {
        let Aside { readings, corrected, .. } = self.aside.map(|aside| *aside).unwrap_or_default();
        let source = Source {
            document: self.document.to_string(),
            start: self.start,
            end: self.end,
            quote: self.sentence.into(),
            date_text: self.date_text.as_deref().map(str::to_owned),
            date_start: self.date_start,
            date_end: self.date_end,
            read_as: self.date,
            statement: self.id,
            anchor: self.anchor.as_deref().map(str::to_owned),
            readings,
            overtaken: false,
        };
        match corrected {
            Some(written) => Source {
                date_text: written.text,
                date_start: written.place.0,
                date_end: written.place.1,
                read_as: written.date,
                readings: written.readings,
                ..source
            },
            None => source,
        }
    }
}

/// A text that several statements share. Of eight bytes, where a slice would take sixteen.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(super) struct Text(Rc<String>);

impl Text {
    pub(super) fn as_str(&self) -> &str {
        &self.0
    }
}

impl Deref for Text {
    type Target = str;

    fn deref(&self) -> &str {
        &self.0
    }
}

impl Borrow<str> for Text {
    fn borrow(&self) -> &str {
        self
    }
}

impl fmt::Display for Text {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self)
    }
}

/// The texts that were met.
#[derive(Default)]
struct Texts(HashSet<Text>);

impl Texts {
    fn share(&mut self, text: String) -> Text {
        if let Some(known) = self.0.get(text.as_str()) {
            return known.clone();
        }
        let text = Text(Rc::new(text));
        self.0.insert(text.clone());
        text
    }
}
