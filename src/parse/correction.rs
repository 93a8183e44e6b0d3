//! Corrections that are printed of dates.
//!
//! Recognises, in a paragraph of its own:
//! - `Correction: An earlier version of this article said that Hansen resigned on May 3. He resigned on May 4.`
//! - `This article misstated the date of Hansen's resignation. It was May 4, not May 3.`
//! - `(Corrects date of resignation to May 4 from May 3)`
//! - of another article: `An article on Sunday misstated the date of Hansen's resignation. It was May 4, not May 3.`
//! - of what the paper printed before: `The bridge did not open on May 3, as we reported; it opened on May 4.`
//! - of another paper: `The Beacon has corrected its report: Hansen resigned on May 4, not on May 3.`
//!
//! What is corrected keeps the date that it was written with, and carries the one that takes its place. Which statement
//! is meant has to be plain: it has the date that is taken back, or, where none is named, it is the only one of whom and
//! what the note speaks of. Else nothing is touched. Where the page itself tells nothing that is meant, and the note
//! speaks of another text, the note is a statement of its own: it carries the date that it takes back and the one that is
//! right, and the resolver looks for what its publisher printed before.
//!
//! What is taken back altogether is denied: `We wrongly reported that Hansen resigned on May 3`, `The Courier has retracted its
//! report that Hansen resigned`, `The Courier reported that Hansen resigned on May 3. That was wrong.`
//!
//! Counter-examples: `This article was updated on May 4`; a correction of a name; a note that gives two dates for right.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use aho_corasick::packed::Searcher;

use crate::calendar::Date;
use crate::lexicon;
use crate::parse::event;
use crate::parse::word::{Class, class};
use crate::statement::{Certainty, Correction, Kind};
use crate::timex::Timex;
use crate::{CodePoints, Document, Span, Statement};

/// Has the statements of a document carry what its own notes correct of them; the dates of the notes themselves are no
/// events.
pub(crate) fn correct(document: &Document, timexes: &[Timex], sentences: &[Span], statements: &mut Vec<Statement>) {
    let text = document.text.as_str();
    if WORDS.cues.as_ref().is_some_and(|cues| cues.find(text).is_none()) {
        return;
    }
    let (mut at, mut in_column, mut has_notice) = (0, false, false);
    // Most pages tell of no office, and nothing of one is to be taken back.
    let names_office = |statements: &[Statement]| statements.iter().any(|statement| statement.kind.is_office());
    let mut of_office = names_office(statements);
    while at < sentences.len() {
        // "Corrections", and notes below it.
        in_column |= is_heading(sentences[at].of(text));
        if of_office && deny(text, &sentences[at..], statements) {
            at += 1;
            continue;
        }
        match Note::at(text, timexes, &sentences[at..], in_column) {
            Some(note) => {
                at += note.sentences;
                has_notice |= note.apply(text, statements);
                of_office = names_office(statements);
            }
            None => {
                if of_office {
                    retract(text, &sentences[at..], statements);
                }
                // A note that corrects something else, such as a name, tells no event either.
                if let Some(Head::Another | Head::Retold) = Head::of(sentences[at].of(text), in_column) {
                    let note = sentences[at];
                    statements.retain(|told| told.kind.is_office() || !note.contains(told.span));
                }
                at += 1;
            }
        }
    }
    if has_notice {
        event::finish(document, statements);
    }
}

struct Words {
    /// What every note holds, which few texts do, looked for all at once; none where the processor has no way to.
    cues: Option<Searcher>,
    /// The same in lower case.
    lower_cues: Option<Searcher>,
    open: Vec<&'static str>,
    corrects: Vec<&'static str>,
    version: Vec<&'static str>,
    said: Vec<&'static str>,
    misstated: Vec<&'static str>,
    another: Vec<&'static str>,
    wrongly: Vec<&'static str>,
    has_corrected: Vec<&'static str>,
    as_reported: Vec<&'static str>,
    taken_back: Vec<&'static str>,
    dated: Vec<&'static str>,
    retracts: Vec<&'static str>,
    report: Vec<&'static str>,
    was_wrong: Vec<&'static str>,
    that_was_wrong: Vec<&'static str>,
    we_said: Vec<&'static str>,
}

static WORDS: LazyLock<Words> = LazyLock::new(|| {
    let of = |wanted: &str| -> Vec<&'static str> {
        lexicon::sections(lexicon::CORRECTIONS)
            .filter(|(section, _)| *section == wanted)
            .map(|(_, line)| line)
            .collect()
    };
    Words {
        cues: Searcher::new(of("cue")),
        lower_cues: Searcher::new(of("cue").into_iter().map(str::to_lowercase)),
        open: of("open"),
        corrects: of("corrects"),
        version: of("version"),
        said: of("said"),
        misstated: of("misstated"),
        another: of("another"),
        wrongly: of("wrongly"),
        has_corrected: of("has corrected"),
        as_reported: of("as we reported"),
        taken_back: of("taken back"),
        dated: of("dated"),
        retracts: of("retracts"),
        report: of("report"),
        was_wrong: of("was wrong"),
        that_was_wrong: of("that was wrong"),
        we_said: of("we said"),
    }
});

/// By which rule a fact is denied that the text takes back altogether.
pub(crate) const RETRACTION: &str = "retraction";

/// Denies what the first of `sentences` tells of offices, where it or the next takes that back.
fn retract(text: &str, sentences: &[Span], statements: &mut [Statement]) {
    let Some((&told, rest)) = sentences.split_first() else { return };
    let said = told.of(text).to_lowercase();
    let bare = said.trim_end_matches(|c: char| !c.is_alphanumeric());
    let ends_wrong = || WORDS.was_wrong.iter().any(|words| bare.ends_with(words));
    let next = || {
        let next = rest.first().map(|next| next.of(text).to_lowercase()).unwrap_or_default();
        WORDS.that_was_wrong.iter().any(|words| next.starts_with(words))
    };
    if holds(&said, &WORDS.retracts) || holds(&said, &WORDS.report) && ends_wrong() || next() {
        of_office(told, statements).for_each(take_back);
    }
}

/// Denies what the first of `sentences` says that was reported, where the next says that it was not so: "We said that she
/// had been dismissed. She was not dismissed; her term ended on May 4." Whether there was any.
fn deny(text: &str, sentences: &[Span], statements: &mut [Statement]) -> bool {
    let [told, next, ..] = *sentences else { return false };
    if !holds(&told.of(text).to_lowercase(), &WORDS.we_said) {
        return false;
    }
    let next = next.of(text).split([',', ';', ':']).next().filter(|clause| denies(clause));
    let denied = |statement: &&mut Statement| next.is_some_and(|clause| is_spoken_of(clause, statement));
    of_office(told, statements).filter(denied).map(take_back).count() > 0
}

/// What a sentence tells of offices.
fn of_office(sentence: Span, statements: &mut [Statement]) -> impl Iterator<Item = &mut Statement> {
    statements.iter_mut().filter(move |told| sentence.contains(told.span) && told.kind.is_office())
}

fn take_back(statement: &mut Statement) {
    (statement.certainty, statement.rule) = (Certainty::Denied, RETRACTION.into());
}

/// A note that corrects a date.
struct Note<'t> {
    span: Span,
    /// How many sentences it has.
    sentences: usize,
    head: Head,
    /// The date that is right.
    right: &'t Timex,
    /// The dates that are taken back.
    wrong: Vec<&'t Timex>,
}

impl<'t> Note<'t> {
    /// The note that begins with the first of `sentences`, to the end of its paragraph.
    fn at(text: &str, timexes: &'t [Timex], sentences: &[Span], in_column: bool) -> Option<Note<'t>> {
        let (&opening, rest) = sentences.split_first()?;
        let (mut span, mut sentences) = (opening, 1);
        let head = Head::of(opening.of(text), in_column)?;
        for next in rest.iter().take_while(|next| !begins_paragraph(text, **next)) {
            (span.end, sentences) = (next.end, sentences + 1);
        }
        let first = timexes.partition_point(|timex| timex.span.start < span.start);
        let told = timexes[first..].iter().take_while(|timex| timex.span.end <= span.end);
        let (mut right, mut wrong) = (Vec::new(), Vec::new());
        for timex in told.filter(|timex| timex.date.is_some()) {
            let before = text[span.start..timex.span.start].to_lowercase();
            match head.sense(&before, timex.span.start < opening.end) {
                Some(Sense::Right) => right.push(timex),
                Some(Sense::Wrong) => wrong.push(timex),
                None => {}
            }
        }
        let (&first, others) = right.split_first()?;
        let one = others.iter().all(|other| other.date == first.date);
        one.then_some(Note { span, sentences, head, right: first, wrong })
    }

    /// Marks what is corrected, and takes out what of the note was read as events. Whether the note is now a statement of
    /// its own.
    fn apply(&self, text: &str, statements: &mut Vec<Statement>) -> bool {
        let Some(date) = self.right.date else { return false };
        let correction = self.correction(text, date);
        let mended = self.mended(text, date, statements);
        if let Some(meant) = self.still_wrong(text, date, mended, statements) {
            meant.into_iter().for_each(|at| statements[at].correction = Some(correction.clone()));
            statements.retain(|statement| !self.span.contains(statement.span) || says_again(statement, date));
            return false;
        }
        let Some(wrong) = self.printed_before(mended) else {
            let is_event = |told: &Statement| mended.is_none() && !self.takes_back(told);
            statements.retain(|statement| !self.span.contains(statement.span) || is_event(statement));
            return false;
        };
        let notice = self.notice(text, wrong, correction, mended, statements);
        statements.retain(|statement| !self.span.contains(statement.span));
        statements.push(notice);
        true
    }

    /// What takes the place of the date that is wrong.
    fn correction(&self, text: &str, date: Date) -> Box<Correction> {
        let words = CodePoints::new(text).span(self.right.span);
        let told = self.right.span.of(text).to_owned();
        Box::new(Correction { date, text: told, start: words.start, end: words.end, document: None })
    }

    /// The statements that have the wrong date still; of a page that is mended only what the note names can.
    fn still_wrong(
        &self,
        text: &str,
        right: Date,
        mended: Option<usize>,
        statements: &[Statement],
    ) -> Option<Vec<usize>> {
        let note = self.span.of(text);
        let is_told = |at: &usize| is_named(note, &statements[*at]) && is_spoken_of(note, &statements[*at]);
        self.meant(text, right, statements).filter(|meant| mended.is_none() || meant.iter().all(is_told))
    }

    /// The date that is taken back of a text printed before: another, or the version of a page that is mended since, which is
    /// a text of its own.
    fn printed_before(&self, mended: Option<usize>) -> Option<&'t Timex> {
        let is_day = |wrong: &&Timex| mended.is_some() && wrong.date.and_then(Date::as_day).is_some();
        self.taken_back_elsewhere().or_else(|| self.wrong.first().copied().filter(is_day))
    }

    /// The note as a statement: of what it tells itself, else of what is mended.
    fn notice(
        &self,
        text: &str,
        wrong: &Timex,
        correction: Box<Correction>,
        mended: Option<usize>,
        statements: &[Statement],
    ) -> Statement {
        let of_note = |told: &&Statement| self.span.contains(told.span) && says_again(told, correction.date);
        let own = statements.iter().find(of_note).or_else(|| statements.get(mended?));
        Statement {
            span: self.span,
            sentence: event::plain(self.span.of(text)),
            date: wrong.date,
            date_text: Some(event::plain(wrong.span.of(text))),
            date_span: Some(wrong.span),
            correction: Some(correction),
            rule: "correction".into(),
            readings: Vec::new(),
            weekday: None,
            anchor: None,
            title: own.and_then(|own| own.title.clone()).or_else(|| self.what_was_dated(text)),
            ..own.cloned().unwrap_or_default()
        }
    }

    /// Whether a statement has its date from the words that take one back: "not September".
    fn takes_back(&self, statement: &Statement) -> bool {
        statement.date_span.is_some_and(|date| self.wrong.iter().any(|wrong| wrong.span == date))
    }

    /// What has the right date already on the page, for whom and what the note is about.
    fn mended(&self, text: &str, right: Date, statements: &[Statement]) -> Option<usize> {
        let note = self.span.of(text);
        let has_office = |told: &Statement| told.role.as_deref().is_some_and(|role| note.contains(role));
        statements.iter().position(|statement| {
            let has_it = statement.date.is_some_and(|date| date.within(right));
            let is_beside = has_it && !self.span.overlaps(statement.span);
            is_beside && is_named(note, statement) && (is_spoken_of(note, statement) || has_office(statement))
        })
    }

    /// "… misstated the date on which *the bridge collapsed*."
    fn what_was_dated(&self, text: &str) -> Option<String> {
        let note = self.span.of(text);
        let told = WORDS.dated.iter().find_map(|words| Some(note.split_once(words)?.1))?;
        let told = told.split_once(". ").map_or(told, |(told, _)| told).trim().trim_end_matches('.');
        let mut letters = told.chars();
        let first = letters.next()?;
        Some(event::plain(&format!("{}{}", first.to_uppercase(), letters.as_str())))
    }

    /// The one date that is taken back of another text.
    fn taken_back_elsewhere(&self) -> Option<&'t Timex> {
        let (&first, others) = self.wrong.split_first()?;
        let one = others.iter().all(|other| other.date == first.date);
        (one && matches!(self.head, Head::Opening | Head::Another | Head::Denied)).then_some(first)
    }

    /// The statements that are corrected: all of one event, and no other's.
    fn meant(&self, text: &str, right: Date, statements: &[Statement]) -> Option<Vec<usize>> {
        let note = self.span.of(text);
        let is_wrong = |statement: &Statement| match statement.date {
            Some(date) if self.wrong.is_empty() => date != right,
            Some(date) => self.wrong.iter().any(|wrong| wrong.date == Some(date)),
            None => false,
        };
        let mut meant: Vec<usize> = (0..statements.len())
            .filter(|&at| !self.span.overlaps(statements[at].span) && is_wrong(&statements[at]))
            .collect();
        keep_if_any(&mut meant, |at| is_named(note, &statements[at]));
        keep_if_any(&mut meant, |at| is_spoken_of(note, &statements[at]));
        let event = |at: usize| (&statements[at].kind, &statements[at].person, statements[at].date);
        let (&first, others) = meant.split_first()?;
        let one = others.iter().all(|&other| event(other) == event(first));
        // Where no date is taken back, or that of another text, whom and what it is about has to be told.
        let told = !(self.wrong.is_empty() || matches!(self.head, Head::Another))
            || (is_named(note, &statements[first]) && is_spoken_of(note, &statements[first]));
        (one && told).then_some(meant)
    }
}

/// Whether it tells of an office what is right.
fn says_again(statement: &Statement, right: Date) -> bool {
    statement.kind.is_office() && statement.date == Some(right)
}

fn keep_if_any(meant: &mut Vec<usize>, test: impl Fn(usize) -> bool) {
    if meant.iter().any(|&at| test(at)) {
        meant.retain(|&at| test(at));
    }
}

/// How many words that tell something a note has in common with a statement: not those of time or grammar.
pub(crate) fn words_shared(note: &str, statement: &Statement) -> usize {
    let of = |text: &str| -> BTreeSet<String> {
        let words = text.split(|c: char| !c.is_alphanumeric()).filter(|word| {
            let of_grammar = Class::FUNCTION | Class::ADVERB | Class::SAY | Class::MONTH;
            word.chars().count() >= STEM && word.starts_with(char::is_alphabetic) && !class(word).has(of_grammar)
        });
        words.map(stem).collect()
    };
    of(note).intersection(&of(&statement.sentence)).count()
}

/// As many letters of a word stay the same in its other forms.
const STEM: usize = 5;

fn stem(word: &str) -> String {
    word.to_lowercase().chars().take(STEM).collect()
}

/// Whether the note names the person of a statement.
pub(crate) fn is_named(note: &str, statement: &Statement) -> bool {
    let last = statement.person.as_deref().and_then(|person| person.rsplit(' ').next());
    last.is_some_and(|last| note.contains(last))
}

/// Whether the note has the word that told the event, or its noun: "dismissed" and "dismissal" begin alike.
pub(crate) fn is_spoken_of(note: &str, statement: &Statement) -> bool {
    let note = note.to_lowercase();
    let kind = match &statement.kind {
        Kind::Event => None,
        kind => Some(kind.as_str()),
    };
    let words = [statement.trigger.as_deref(), kind];
    words.into_iter().flatten().any(|word| {
        let stem = stem(word);
        note.split(|c: char| !c.is_alphanumeric()).any(|word| word.starts_with(&stem))
    })
}

/// What a date in a note is.
enum Sense {
    Right,
    Wrong,
}

/// How a note begins.
#[derive(Clone, Copy)]
enum Head {
    /// "Correction: Hansen resigned on May 4, not on May 3.": what follows the colon is right. So with "The Beacon has
    /// corrected its report:".
    Opening,
    /// "(Corrects date of resignation to May 4 from May 3)"
    Corrects,
    /// "An earlier version of this article said that": what follows in the sentence is wrong.
    Retold,
    /// "An article on Sunday misstated": the same of another text.
    Another,
    /// "The bridge did not open on May 3, as we reported; it opened on May 4.": what is denied is wrong, and what is said in
    /// its place is right.
    Denied,
}

impl Head {
    /// What a note of this first sentence is; `in_column` below a heading that announces such notes.
    fn of(sentence: &str, in_column: bool) -> Option<Head> {
        let said = sentence.to_lowercase().replace('’', "'");
        let bare = said.trim_start_matches(|c: char| !c.is_alphanumeric());
        let behind = |openings: &[&str]| openings.iter().find_map(|open| bare.strip_prefix(open));
        let opens = behind(&WORDS.open).is_some_and(|rest| rest.trim_start().starts_with([':', ',', '(', '.', ';']));
        // Whatever else a note says has one of the cues in it, and few sentences have.
        let has_none = || WORDS.lower_cues.as_ref().is_some_and(|cues| cues.find(&said).is_none());
        if !opens && !in_column && has_none() {
            return None;
        }
        let is_retold = holds(&said, &WORDS.misstated) || holds(&said, &WORDS.version) && holds(&said, &WORDS.said);
        let is_noted = || (opens || in_column) && (holds(&said, &WORDS.said) || said.contains(" reported "));
        let another = || holds(&said, &WORDS.another);
        if is_retold {
            Some(Head::Retold)
        } else if another() && (holds(&said, &WORDS.wrongly) || is_noted()) {
            Some(Head::Another)
        } else if denies(&said) && (holds(&said, &WORDS.as_reported) || in_column && instead(&said)) {
            Some(Head::Denied)
        } else if opens || holds(&said, &WORDS.has_corrected) {
            Some(Head::Opening)
        } else {
            behind(&WORDS.corrects).filter(|_| said.starts_with('(')).map(|_| Head::Corrects)
        }
    }

    /// What a date is that has `before`, in lower case, before it in the note: in its first sentence, or behind it. The day
    /// of the note itself, or of the text that it speaks of, is neither right nor wrong.
    fn sense(self, before: &str, in_head: bool) -> Option<Sense> {
        let before = before.trim_end();
        let ends_with =
            |word: &str| before.strip_suffix(word).is_some_and(|rest| !rest.ends_with(char::is_alphanumeric));
        if WORDS.taken_back.iter().any(|words| ends_with(words)) {
            return Some(Sense::Wrong);
        }
        // "reported on Sunday that"
        let is_day_of_text = || ends_with("reported on") || ends_with("reported of");
        let is_taken_back = || holds(before, &WORDS.said) || holds(before, &WORDS.misstated);
        match self {
            _ if !in_head => Some(Sense::Right),
            Head::Opening => before.contains(':').then_some(Sense::Right),
            Head::Corrects if ends_with("from") => Some(Sense::Wrong),
            Head::Corrects => ends_with("to").then_some(Sense::Right),
            Head::Retold | Head::Another if before.contains(';') => Some(Sense::Right),
            Head::Denied => Some(if denies(before) && !instead(before) { Sense::Wrong } else { Sense::Right }),
            Head::Another if is_day_of_text() => None,
            Head::Another => (is_taken_back() || holds(before, &WORDS.wrongly)).then_some(Sense::Wrong),
            Head::Retold => is_taken_back().then_some(Sense::Wrong),
        }
    }
}

/// "did not open", "was not opened": not what is set against something else, as in "on May 5, not on May 3".
fn denies(text: &str) -> bool {
    text.contains("n't ") || text.match_indices(" not ").any(|(at, _)| !text[..at].ends_with(','))
}

/// Whether what is so is said behind what is not.
fn instead(text: &str) -> bool {
    text.contains(';') || text.contains(", but ")
}

/// Whether a line alone announces notes: "Corrections".
fn is_heading(line: &str) -> bool {
    let bare = line.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase();
    WORDS.open.iter().any(|open| *open == bare)
}

fn holds(text: &str, words: &[&str]) -> bool {
    words.iter().any(|word| text.contains(word))
}

/// Whether a blank line stands before a sentence.
fn begins_paragraph(text: &str, sentence: Span) -> bool {
    let before = &text[..sentence.start];
    let breaks = before.bytes().rev().take_while(u8::is_ascii_whitespace).filter(|&byte| byte == b'\n');
    breaks.count() > 1
}

#[cfg(test)]
mod tests {
    use crate::{Document, extract};

    #[test]
    fn what_makes_a_note_has_a_cue() {
        let words = &*super::WORDS;
        let lists = [
            &words.version,
            &words.misstated,
            &words.wrongly,
            &words.has_corrected,
            &words.as_reported,
            &words.corrects,
            &words.retracts,
            &words.was_wrong,
            &words.that_was_wrong,
        ];
        for word in lists.into_iter().flatten() {
            assert!(words.lower_cues.as_ref().is_none_or(|cues| cues.find(word).is_some()), "{word}");
        }
    }

    /// What is told, with what corrects it.
    fn told(note: &str) -> Vec<String> {
        let text = format!(
            "Ana Silva was appointed minister of fisheries of Norland on 2 May 2021. Jens Hansen resigned as mayor of \
             Vik on 3 May 2021. The council met on 3 June 2021.\n\n{note}"
        );
        let (statements, _) = extract(&Document::new("a", text));
        let line = |statement: &crate::Statement| {
            let date = statement.date.map(|date| date.to_string()).unwrap_or_default();
            let right = statement.correction.as_ref().map(|right| format!(" for {} ({})", right.date, right.text));
            format!("{} {date}{}", statement.kind, right.unwrap_or_default())
        };
        statements.iter().map(line).collect()
    }

    #[test]
    fn a_note_corrects_the_date_that_it_takes_back() {
        let corrected =
            ["appointment 2021-05-02", "resignation 2021-05-03 for 2021-05-04 (4 May 2021)", "meeting 2021-06-03"];
        for note in [
            "This article misstated the date of Hansen's resignation. It was 4 May 2021, not 3 May 2021.",
            "Correction, 9 May 2021: An earlier version of this story said that Hansen resigned on 3 May 2021. It was 4 May 2021.",
            "An earlier version of this report gave the date of Hansen's resignation as 3 May 2021; it was 4 May 2021.",
            "(Corrects date of resignation to 4 May 2021 from 3 May 2021)",
            "Correction: Hansen's resignation was on 4 May 2021, rather than on 3 May 2021.",
            "This article misstated the date of Hansen's resignation. It was 4 May 2021.",
        ] {
            assert_eq!(told(note), corrected, "{note}");
        }
    }

    #[test]
    fn what_says_the_right_date_in_full_stays() {
        let note =
            "An earlier version of this article said that Hansen resigned on 3 May 2021. He resigned on 4 May 2021.";
        let told = told(note);
        assert!(told[1].contains(" for 2021-05-04"), "{told:?}");
        assert_eq!(told[3..], ["resignation 2021-05-04"]);
    }

    #[test]
    fn a_note_on_another_text_is_a_statement_of_its_own() {
        let wrong = " 2021-05-01 for 2021-04-30";
        for (note, told_as) in [
            (
                "Correction: An article of 2 May misstated the date of Ida Moe's dismissal. It was 30 April 2021, not 1 May 2021.",
                "event",
            ),
            (
                "An article on 2 May 2021 wrongly said that Ida Moe was dismissed on 1 May 2021. She was dismissed on 30 April 2021.",
                "dismissal",
            ),
            (
                "Corrections\n\nA report on the port said that Ida Moe was dismissed on 1 May 2021; it was 30 April 2021.",
                "event",
            ),
            ("The new pier did not open on 1 May 2021, as we reported; it opened on 30 April 2021.", "event"),
            (
                "The Beacon has corrected its report: Ida Moe was dismissed on 30 April 2021, not on 1 May 2021.",
                "dismissal",
            ),
        ] {
            let told = told(note);
            assert_eq!(told.len(), 4, "{note} {told:?}");
            assert!(told.iter().any(|line| line.starts_with(&format!("{told_as}{wrong}"))), "{note} {told:?}");
        }
        for note in [
            "A report on the port said that Ida Moe was dismissed on 1 May 2021; it was 30 April 2021.",
            "An article of 2 May misstated the name of Ida Moe.",
            "The new pier did not open on 1 May 2021; it opened on 30 April 2021.",
            "The new pier opened on 1 May 2021, as we reported.",
            "An article of 2 May misstated the date of Ida Moe's dismissal. It was 30 April 2021.",
            "The report said wrongly that Moe left on 1 May 2021 and not on 2 May 2021. It was 30 April 2021.",
        ] {
            let told = told(note);
            assert!(!told.iter().any(|line| line.contains(" for ")), "{note} {told:?}");
        }
    }

    #[test]
    fn what_is_no_correction_or_an_unclear_one_touches_nothing() {
        for note in [
            "This article was updated on 4 May 2021.",
            "Correction: An earlier version of this article misspelled the name of Hansen.",
            "Corrections officer Ida Moe was dismissed on 4 May 2021, not on 3 May 2021.",
            "An earlier version of this article said that Hansen resigned on 3 May 2021. It was 4 May 2021 or 5 May 2021.",
            "An earlier version of the bill said that Hansen had to go on 3 May 2021. It was 4 May 2021.",
            "This article misstated a date. It was 4 May 2021.",
        ] {
            let told = told(note);
            assert!(!told.iter().any(|line| line.contains(" for ")), "{note} {told:?}");
        }
    }

    #[test]
    fn a_note_on_something_else_than_a_date_tells_no_event() {
        let text = "Corrections\n\nA caption on 1 June 2021 gave the wrong name for the winner of the race.\n\n\
                    An article on 2 June 2021 incorrectly gave the length of the Vik bridge.";
        assert_eq!(extract(&Document::new("a", text)).0, []);
    }

    #[test]
    fn a_page_that_is_mended_keeps_its_date() {
        let note =
            "An earlier version of this article said that Hansen resigned on 2 May 2021. He resigned on 3 May 2021.";
        let found = told(note);
        assert_eq!(found[1], "resignation 2021-05-03", "{found:?}");
        assert_eq!(
            found[3..],
            ["resignation 2021-05-02 for 2021-05-03 (3 May 2021)"],
            "for the version before: {found:?}"
        );
        let month = "Correction: An earlier version of this article misstated the month in which Hansen resigned. It was May \
                     2021, not April.";
        assert_eq!(told(month).len(), 3, "no event of its own: {:?}", told(month));
        let office = "Correction: An earlier version of this article misstated the month in which Hansen gave up as mayor of \
                      Vik. It was May 2021, not April.";
        assert_eq!(told(office).len(), 3, "{:?}", told(office));
    }

    #[test]
    fn what_is_taken_back_altogether_is_denied() {
        let certainties = |text: &str| {
            let (statements, _) = extract(&Document::new("a", text));
            let of_office = statements.into_iter().filter(|statement| statement.kind.is_office());
            of_office.map(|statement| statement.certainty.as_str()).collect::<Vec<_>>()
        };
        for text in [
            "We wrongly reported that Jens Hansen resigned as mayor of Vik on 3 May 2021.",
            "The Courier has retracted its report that Jens Hansen resigned as mayor of Vik on 3 May 2021.",
            "Our report of 4 May that Jens Hansen resigned as mayor of Vik on 3 May 2021 was wrong.",
            "The Courier reported on Tuesday that Jens Hansen resigned as mayor of Vik on 3 May 2021. That was wrong: he has not.",
            "The story that Jens Hansen resigned as mayor of Vik on 3 May 2021 has been withdrawn.",
            "We were wrong to say that Jens Hansen resigned as mayor of Vik on 3 May 2021.",
            "Jens Hansen resigned as mayor of Vik on 3 May 2021, the paper reported in error.",
            "We reported that Jens Hansen resigned as mayor of Vik on 3 May 2021. This is not true.",
            "Correction: We said that Jens Hansen had been dismissed as mayor of Vik on 3 May 2021. He was not dismissed.",
            "Corrections\n\nIn our report on 4 May we said that Jens Hansen had been dismissed as mayor of Vik. He was not \
             dismissed; a vote was put off to 31 May 2021.",
        ] {
            let found = certainties(text);
            assert!(found.iter().all(|&certainty| certainty == "denied"), "{text}: {found:?}");
        }
        // The report that it takes back stands elsewhere, so the note has to tell what that says.
        for text in [
            "The Courier on 4 May wrongly reported that Jens Hansen had resigned as mayor of Vik on 3 May 2021. He has not.",
            "We wrongly said on Tuesday that Jens Hansen resigned as mayor of Vik on 3 May 2021.",
        ] {
            assert_eq!(certainties(text), ["denied"], "{text}");
        }
        for text in [
            "Jens Hansen resigned as mayor of Vik on 3 May 2021. He was wrong, he said.",
            "Jens Hansen, whose name had been withdrawn, resigned as mayor of Vik on 3 May 2021.",
            "Corrected: We said that Jens Hansen resigned as mayor of Vik on 3 May 2021. He did not say why.",
        ] {
            assert!(certainties(text).contains(&"reported"), "{text}");
        }
    }
}
