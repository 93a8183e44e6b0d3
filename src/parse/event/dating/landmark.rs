//! Dates counted from an event that the text dates elsewhere.
//!
//! **Recognises** a length or a unit, an order word and an event: `two days after the vote`, `the morning after her
//! arrest`, `a year after Silva took office`, `two years after his election in 2015`; or a unit and what happened in it:
//! `the day Silva took office`, `the year she left`.
//!
//! **Examples**: beside "The vote was held on 3 May 2019", "the day after the vote" is 4 May 2019.
//!
//! **Not**: "later in the week Silva resigned", "during the day Silva spoke"; "the day before the summit" where the text dates no summit: the day is then unknown, and surely not that of
//! publication; "two days after May 4" and "the day after Christmas", which say it all (`time/compound.rs`); "some two
//! weeks after", which is no date.

use std::sync::LazyLock;

use chrono::NaiveDate;

use crate::Span;
use crate::calendar::{Date, Grain, Period, Point, Rounding, Unit};
use crate::lexicon;
use crate::parse::apposition;
use crate::parse::mention::{Mention, MentionKind};
use crate::parse::word::{Class, Shape, class};
use crate::statement::{Kind, Statement};
use crate::timex::{Anchor, Timex, TimexClass};

use crate::parse::event::article::Article;
use crate::parse::event::clause::{Clause, dates};

/// The expressions of a document with those dated that are counted from an event, given what the document tells without
/// them; `None` where there are none.
pub(crate) fn dated(article: &Article<'_>, told: &[Statement]) -> Option<Vec<Timex>> {
    let mut timexes = None;
    for (at, timex) in article.timexes.iter().enumerate() {
        let found = Step::of(article.text, article.timexes, at).and_then(|step| Landmark::of(article, at, step));
        let Some(landmark) = found else { continue };
        let timexes = timexes.get_or_insert_with(|| article.timexes.to_vec());
        timexes[at] = landmark.dated(article, told).unwrap_or_else(|| unknown(timex));
        if let Some(day) = timexes[at].date.and_then(Date::as_day) {
            set_day(&mut timexes[at + 1..], landmark.sentence, day);
        }
    }
    timexes
}

/// The rule of what was counted from an event.
pub(crate) const RULE: &str = "landmark";

/// Whether an expression was counted from an event whose word stands behind it by itself: "after his election in 2015".
pub(crate) fn precedes_its_event(timex: &Timex, text: &str) -> bool {
    timex.rule == RULE && text.get(timex.span.end..).and_then(sign).is_some()
}

/// An expression that is counted from an event of unknown date. Its length tells nothing of other events either.
fn unknown(timex: &Timex) -> Timex {
    let timex = Timex { date: None, readings: Vec::new(), anchor: None, stated: None, rule: RULE, ..timex.clone() };
    if timex.class == TimexClass::Duration { timex } else { Timex { value: "XXXX-XX-XX".to_owned(), ..timex } }
}

/// Moves the bare clock times in the rest of a sentence to the day that it tells: "two days before the vote, at 6 p.m.".
fn set_day(rest: &mut [Timex], sentence: Span, day: NaiveDate) {
    for timex in rest.iter_mut().take_while(|timex| sentence.contains(timex.span) && timex.rule == "clock") {
        let Some(Point { unit: Unit::Minute(at, zone), .. }) = timex.date.and_then(Date::as_point) else { return };
        timex.date = Some(Unit::Minute(day.and_time(at.time()), zone).into());
        timex.readings.clear();
    }
}

/// How far, and which way.
#[derive(Clone, Copy)]
pub(super) struct Step {
    grain: Grain,
    count: i32,
}

impl Step {
    /// What an expression says that stands before an order word. What is rounded makes no date, but tells how far the one
    /// beside it is: "on 14 March, less than three weeks after she was appointed".
    fn of(text: &str, timexes: &[Timex], at: usize) -> Option<Step> {
        let timex = &timexes[at];
        let Some(sign) = sign(text.get(timex.span.end..)?) else { return Step::within(timex, text) };
        // "three years less two months after the war": more is told than is read.
        if ["less", "plus", "minus"].iter().any(|word| text[..timex.span.start].trim_end().ends_with(word)) {
            return None;
        }
        let (grain, count) = match (timex.class, timex.rule) {
            (TimexClass::Duration, _) => {
                let stated = timex.stated?;
                let exact = matches!(stated.rounding, Rounding::Stated | Rounding::Exactly);
                one_unit(stated.period).filter(|_| exact || apposition::explains(text, timexes, at))?
            }
            (TimexClass::Date, "the-unit") => (unit(timex)?, 1),
            (TimexClass::Time, "turned-part") => (Grain::Day, 1),
            _ => return None,
        };
        Some(Step { grain, count: sign * i32::try_from(count).ok()? })
    }

    /// The very unit of what the words behind tell, where they begin with a name or "she": "the day Silva took office".
    fn within(timex: &Timex, text: &str) -> Option<Step> {
        let rest = text[timex.span.end..].strip_prefix(' ').filter(|_| timex.rule == "the-unit")?;
        let word = rest.split(|c: char| !c.is_alphanumeric()).next()?;
        let subject = word.starts_with(char::is_uppercase) || class(word).has(Class::SUBJECT);
        // "later in the week" is one expression.
        let plain = timex.span.of(text).get(..4).is_some_and(|the| the.eq_ignore_ascii_case("the "));
        Some(Step { grain: unit(timex)?, count: 0 }).filter(|_| subject && plain)
    }

    /// A length of one unit, told with a word that counts that way.
    pub(super) fn counted(period: Period, sign: i32) -> Option<Step> {
        let (grain, count) = one_unit(period)?;
        Some(Step { grain, count: sign * i32::try_from(count).ok()? })
    }

    /// The unit that lies so far from `date`.
    pub(super) fn from(self, date: Date) -> Option<Date> {
        let unit = date.as_point()?.unit;
        if unit.grain() > self.grain {
            return None;
        }
        let day = self.grain.shift(unit.first_day()?, self.count)?;
        Some(self.grain.around(day).into())
    }
}

/// A period of one unit of a day or more, and how many of it.
fn one_unit(period: Period) -> Option<(Grain, u32)> {
    let Period { years, months, weeks, days, hours: 0, minutes: 0, seconds: 0 } = period else { return None };
    match (years, months, weeks, days) {
        (0, 0, 0, count @ 1..) => Some((Grain::Day, count)),
        (0, 0, count @ 1.., 0) => Some((Grain::Week, count)),
        (0, count @ 1.., 0, 0) => Some((Grain::Month, count)),
        (count @ 1.., 0, 0, 0) => Some((Grain::Year, count)),
        _ => None,
    }
}

/// The unit that "the day", "the year" is.
fn unit(timex: &Timex) -> Option<Grain> {
    let unknown =
        [("XXXX-XX-XX", Grain::Day), ("XXXX-WXX", Grain::Week), ("XXXX-XX", Grain::Month), ("XXXX", Grain::Year)];
    let unknown = unknown.iter().find(|(value, _)| timex.value == *value);
    unknown.map(|&(_, grain)| grain).or_else(|| Some(timex.date?.as_point()?.unit.grain()))
}

/// An event that a date is counted from.
struct Landmark<'d> {
    /// The place of the expression among the document's.
    at: usize,
    step: Step,
    sentence: Span,
    /// From the expression to the word that tells the event.
    span: Span,
    kind: Option<Kind>,
    /// The word that tells the event.
    word: &'d str,
    owner: Owner<'d>,
    /// The expression that dates it in the same breath: "after his election in 2015".
    beside: Option<usize>,
}

/// Whose event it is.
#[derive(Clone, Copy, PartialEq)]
enum Owner<'d> {
    /// It is told of nobody: "the vote".
    Nobody,
    /// "his", "she", "the minister".
    Someone,
    /// The last word of the name.
    Named(&'d str),
}

/// How many nodes behind the order word the event is looked for.
const REACH: usize = 8;

/// How many statements before it and behind may tell it, so that a text of any length costs the same for each of its words.
const NEAR: usize = 128;

impl<'d> Landmark<'d> {
    /// The event behind the expression at `at` of the document and its order word.
    fn of(article: &Article<'d>, at: usize, step: Step) -> Option<Landmark<'d>> {
        let timex = article.timexes[at].span;
        let number = article.sentences.partition_point(|sentence| sentence.end <= timex.start);
        let clause = article.clause(number);
        let node = (0..clause.nodes.len()).find(|&node| clause.time(node) == Some(at))?;
        let first = match step.count {
            0 if !opens_relative(&clause, node) => return None,
            0 => node + 1,
            // "prior to" is two words.
            _ if clause.is_any(node + 2, &["to"]) => node + 3,
            _ => node + 2,
        };
        let definite =
            clause.is(first, Class::DETERMINER | Class::POSSESSIVE) || clause.is_any(first, &["that", "this"]);
        let event = if definite {
            noun(&clause, first + 1)?
        } else {
            let ends = |i: usize| clause.time(i).is_some() || b",;(".iter().any(|&mark| clause.is_mark(i, mark));
            let mut reach = (first..clause.nodes.len().min(first + REACH)).take_while(|&i| !ends(i));
            reach.find(|&i| tells(&clause, i))?
        };
        let kind = match clause.trigger(event) {
            Some(trigger) => Some(trigger.kind.clone()),
            None => crate::parse::event::other::kind(&clause, event).map(Kind::from),
        };
        let word = clause.words(event);
        let beside = (event + 1..event + 4).find_map(|i| clause.time(i));
        // Where another day dates the sentence, what closes the clause behind dates what it tells: "on 21 June, three weeks
        // after the auditors handed over their report on 16 June".
        let beside = beside.or_else(|| {
            let ends = |i: &usize| !b",;(".iter().any(|&mark| clause.is_mark(*i, mark));
            let mut behind = (event + 1..clause.nodes.len()).take_while(ends);
            let at_hand = apposition::explains(article.text, article.timexes, at);
            behind.find_map(|i| clause.time(i)).filter(|_| at_hand)
        });
        let beside = beside.filter(|&time| dates(&article.timexes[time]) && article.timexes[time].date.is_some());
        Some(Landmark {
            at,
            step,
            sentence: clause.span,
            span: Span::new(timex.start, clause.nodes[event].span.end),
            kind,
            word,
            owner: owner(&clause, first, event),
            beside,
        })
    }

    /// The expression with its date.
    fn dated(&self, article: &Article<'_>, told: &[Statement]) -> Option<Timex> {
        let timex = &article.timexes[self.at];
        let (span, from, place) = match self.beside {
            Some(beside) => (timex.span, article.timexes[beside].date?, article.timexes[beside].span),
            None => {
                let event = self.event(told)?;
                (self.span, event.date?, event.date_span?)
            }
        };
        let date = self.step.from(from)?;
        Some(Timex {
            span,
            class: TimexClass::Date,
            value: date.to_string(),
            date: Some(date),
            readings: Vec::new(),
            anchor: Some(Anchor::Text(from, place)),
            weekday: None,
            rule: RULE,
            ..timex.clone()
        })
    }

    /// The statement of the event: the nearest before, else the only one behind.
    fn event<'s>(&self, told: &'s [Statement]) -> Option<&'s Statement> {
        let here = told.partition_point(|statement| statement.span.start < self.sentence.start);
        let near = &told[here.saturating_sub(NEAR)..told.len().min(here + NEAR)];
        let mut fits: Vec<&Statement> = near.iter().filter(|statement| self.is_told_by(statement)).collect();
        let someone = self.owner == Owner::Someone && self.kind.as_ref().is_some_and(Kind::is_office);
        if someone && fits.iter().any(|statement| statement.person != fits[0].person) {
            // "Silva resigned a year after her election": of the one that the sentence tells of.
            let others = near
                .iter()
                .filter(|other| self.sentence.contains(other.span) && Some(&other.kind) != self.kind.as_ref());
            fits.retain(|statement| others.clone().any(|other| other.person == statement.person));
            if fits.iter().any(|statement| statement.person != fits[0].person) {
                return None;
            }
        }
        let before = fits.iter().rev().find(|event| event.date_span.is_some_and(|span| span.start < self.span.start));
        let only = || fits.first().filter(|_| fits.iter().all(|statement| statement.date == fits[0].date));
        before.or_else(only).copied()
    }

    fn is_told_by(&self, statement: &Statement) -> bool {
        // Where it is dated is asked, for a statement that is told twice may stand at either place.
        if statement.date.and_then(Date::as_point).is_none()
            || statement.date_span.is_none_or(|span| self.sentence.contains(span))
        {
            return false;
        }
        match &self.kind {
            Some(kind) if kind.is_office() => {
                let votes = *kind == Kind::Election && is_vote(&statement.kind);
                let named = match self.owner {
                    Owner::Named(name) => statement.person.as_deref().is_some_and(|person| person.ends_with(name)),
                    Owner::Someone => statement.person.is_some(),
                    Owner::Nobody => votes || statement.person.is_some(),
                };
                // "A year after she took office" may be counted from the appointment; days may not.
                let starts = kind.starts_tenure() && statement.kind.starts_tenure() && self.step.grain >= Grain::Month;
                (statement.kind == *kind || votes || starts) && named
            }
            Some(kind) if is_vote(kind) => is_vote(&statement.kind) || statement.kind == Kind::Election,
            _ => {
                !self.sentence.contains(statement.span) && words(&statement.sentence).any(|word| alike(word, self.word))
            }
        }
    }
}

/// Whether the unit at `node` is that of the clause behind it: "on the day she left", "the year Silva was elected"; but
/// "during the week Silva spoke".
fn opens_relative(clause: &Clause<'_>, node: usize) -> bool {
    let subject =
        clause.mention(node + 1).is_some_and(|m| m.kind == MentionKind::Person || m.kind == MentionKind::Pronoun);
    let before = node.checked_sub(1).filter(|&i| clause.is(i, Class::PREPOSITION));
    subject && before.is_none_or(|before| clause.is_any(before, &["on", "in"]))
}

fn is_vote(kind: &Kind) -> bool {
    matches!(kind, Kind::Other(word) if word == "vote" || word == "election")
}

/// The noun of "Vestrian general election", "annual gala": the first that tells a kind, else the first of all.
fn noun(clause: &Clause<'_>, first: usize) -> Option<usize> {
    let inside = |&i: &usize| match clause.mention(i) {
        Some(mention) => mention.kind == MentionKind::Body,
        None => tells(clause, i) || is_noun(clause, i),
    };
    let phrase = || (first..first + 4).take_while(inside);
    phrase().find(|&i| tells(clause, i)).or_else(|| phrase().find(|&i| is_noun(clause, i)))
}

fn is_noun(clause: &Clause<'_>, at: usize) -> bool {
    clause.nodes.get(at).is_some_and(|node| node.token.shape == Shape::Lower) && !clause.is_word(at, Class::FUNCTION)
}

/// Whether the word at `at` tells an event of a kind.
fn tells(clause: &Clause<'_>, at: usize) -> bool {
    clause.trigger(at).is_some() || crate::parse::event::other::kind(clause, at).is_some()
}

/// Whose event stands at `event`, told from `first` on.
fn owner<'d>(clause: &Clause<'d>, first: usize, event: usize) -> Owner<'d> {
    let of = clause.mention(event + 2).filter(|_| clause.is_any(event + 1, &["of"]));
    if let Some(mention) = of.filter(|mention| mention.kind == MentionKind::Person) {
        return named(clause, mention);
    }
    for i in first..event {
        if clause.is(i, Class::POSSESSIVE) {
            return Owner::Someone;
        }
        match clause.mention(i) {
            Some(mention) if mention.kind == MentionKind::Person => return named(clause, mention),
            Some(mention) if mention.kind != MentionKind::Body => return Owner::Someone,
            _ => {}
        }
    }
    Owner::Nobody
}

fn named<'d>(clause: &Clause<'d>, person: Mention) -> Owner<'d> {
    let name = person.name.map_or("", |name| name.of(clause.text));
    Owner::Named(name.rsplit(' ').next().unwrap_or(name))
}

fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !c.is_alphanumeric() && c != '-')
}

/// Whether two words have one stem, as far as their endings tell: "meet" and "meetings".
fn alike(one: &str, other: &str) -> bool {
    let stem = |word: &str| {
        let shorter = ["s", "ing", "ed"].iter().fold(word, |word, ending| word.strip_suffix(ending).unwrap_or(word));
        shorter.len().max(word.len().min(3))
    };
    one[..stem(one)].eq_ignore_ascii_case(&other[..stem(other)])
}

/// Which way the order word at the head of `rest` counts.
fn sign(rest: &str) -> Option<i32> {
    let rest = rest.strip_prefix(' ')?;
    let is = |words: &str| {
        let start = rest.get(..words.len()).is_some_and(|start| start.eq_ignore_ascii_case(words));
        start && rest[words.len()..].starts_with(' ')
    };
    ORDER.iter().find(|(_, words)| is(words)).map(|&(sign, _)| sign)
}

/// The order words of `en/relations.txt`.
static ORDER: LazyLock<Vec<(i32, &'static str)>> = LazyLock::new(|| {
    let entries = lexicon::entries(include_str!("../../../lexicon/en/relations.txt"));
    entries
        .filter_map(|entry| match entry.key {
            "later" => Some((1, entry.form)),
            "earlier" => Some((-1, entry.form)),
            _ => None,
        })
        .collect()
});

#[cfg(test)]
mod tests {
    use crate::Document;
    use crate::document::Published;

    /// The statements of `text` as date, kind and the words that date them.
    fn told(text: &str) -> Vec<String> {
        let mut document = Document::new("d", text);
        document.published = Some(Published { date: "2019-12-20".parse().unwrap(), how: "given".to_owned() });
        let line = |statement: &crate::Statement| {
            let date = statement.date.map_or_else(|| "undated".to_owned(), |date| date.to_string());
            format!("{date} {} {}", statement.kind, statement.date_text.as_deref().unwrap_or("-"))
        };
        crate::extract(&document).0.iter().map(line).collect()
    }

    #[test]
    fn counts_from_the_event_that_is_named() {
        let vote = "Voters went to the polls on 3 May 2017, and the vote was quiet.";
        for (text, dated) in [
            ("The day after the vote Ivo Lund resigned as minister.", "2017-05-04 resignation The day after the vote"),
            (
                "Ivo Lund resigned as minister three weeks before the vote.",
                "2017-W15 resignation three weeks before the vote",
            ),
            (
                "Two months after the election, Ivo Lund resigned as minister.",
                "2017-07 resignation Two months after the election",
            ),
        ] {
            let dated = dated.replace("2017-W15", "2017-04-10/2017-04-16");
            assert_eq!(told(&format!("{vote} {text}")).last(), Some(&dated), "{text}");
            assert_eq!(told(&format!("{text} {vote}")).first(), Some(&dated), "{text}");
        }
    }

    #[test]
    fn the_vote_of_another_paragraph_may_be_another_vote() {
        let gaps = |between: &str| {
            let vote = "Voters went to the polls on 3 May 2016, and the vote was quiet.";
            let text =
                format!("{vote} {between} On 5 June 2017, four days after the vote, Ivo Lund resigned as minister.");
            let (statements, _) = crate::extract(&Document::new("d", text));
            statements.iter().map(|statement| statement.relations.len()).sum::<usize>()
        };
        assert_eq!(gaps("It rained."), 1);
        assert_eq!(gaps(&"It rained, and nobody took any notice of it. ".repeat(20)), 0);
    }

    #[test]
    fn counts_from_what_befell_a_person() {
        let start = "Olga Brandt was appointed consul on 6 May 2015. Ivo Lund was appointed mayor on 2 June 2016.";
        for (text, dated) in [
            (
                "Two years after her appointment as consul, Brandt resigned.",
                "2017 resignation Two years after her appointment",
            ),
            (
                "Ten days after Lund was appointed, the bank failed.",
                "2016-06-12 event Ten days after Lund was appointed",
            ),
            ("A year after Brandt took office the bank failed.", "2016 event A year after Brandt took office"),
        ] {
            assert_eq!(told(&format!("{start} {text}")).last().unwrap(), dated, "{text}");
        }
    }

    #[test]
    fn the_unit_of_what_befell_a_person() {
        let start = "Ivo Lund was sworn in as mayor on 2 June 2016, and the bank failed on 5 July 2016.";
        for (text, dated) in [
            (
                "Olga Brandt resigned as consul the day Lund took office.",
                "2016-06-02 resignation the day Lund took office",
            ),
            ("On the day Lund took office, Olga Brandt resigned as consul.", "2016-06-02 resignation"),
            ("Olga Brandt resigned as consul in the week he took office.", "2016-W22"),
        ] {
            let told = told(&format!("{start} {text}"));
            let dated = dated.replace("2016-W22", "2016-05-30/2016-06-05 resignation");
            assert!(told.last().unwrap().starts_with(&dated), "{text}: {told:?}");
        }
        // Nothing dates it, or it is the day that the text is at.
        let unknown = told(&format!("{start} Olga Brandt resigned as consul the day Ada Moe took office."));
        assert!(unknown.iter().any(|line| line.starts_with("undated resignation")), "{unknown:?}");
        let later = told(&format!("{start} Later in the month Brandt resigned as consul."));
        assert!(later.iter().any(|line| line.starts_with("2016-07 resignation")), "{later:?}");
    }

    #[test]
    fn a_clock_time_is_of_the_day_that_is_told() {
        let text = "The board will meet on 2 May 2020. Two days before that meeting, a hearing is held at 6:30 p.m.";
        assert_eq!(told(text).last().unwrap(), "2020-04-30T18:30 event 6:30 p.m.");
    }

    #[test]
    fn a_length_told_in_two_is_not_read_in_part() {
        let text =
            "War broke out on 3 April 1871. Peace came on 14 February 1874, three years less two months after the war.";
        assert_eq!(told(text).len(), 2);
    }

    #[test]
    fn a_date_beside_the_event_is_counted_from() {
        let told = told("Olga Brandt, two years after her election in 2015, resigned as mayor.");
        assert!(told.contains(&"2017 resignation two years".to_owned()), "{told:?}");
        assert!(told.contains(&"2015 election 2015".to_owned()), "{told:?}");
    }

    #[test]
    fn an_event_that_the_text_does_not_date_leaves_the_day_unknown() {
        for text in [
            "On the day before the summit, Consul Olga Brandt resigned.",
            "Consul Olga Brandt resigned the week after the floods.",
            "Two days after the vote Consul Olga Brandt resigned.",
            "The summit was held on 3 May 2017. Consul Olga Brandt resigned the day after the gala.",
        ] {
            let told = told(text);
            let resigned = told.iter().find(|line| line.contains("resignation")).unwrap();
            assert!(resigned.starts_with("undated"), "{text}: {told:?}");
        }
    }

    #[test]
    fn a_landmark_that_opens_a_sentence_is_evidence_for_its_only_day() {
        let gaps = |said: &str| {
            let text = format!("Consul Ivo Lund resigned on 15 April 2017. {said}");
            let (statements, _) = crate::extract(&Document::new("d", text));
            let relations = statements.iter().flat_map(|statement| &statement.relations);
            relations.map(|relation| relation.text.clone()).collect::<Vec<_>>()
        };
        let said = "Four days after Lund resigned, Olga Brandt was appointed consul on 23 April 2017.";
        assert_eq!(gaps(said), ["Four days after Lund resigned"]);
        let two =
            "Four days after Lund resigned, Olga Brandt came on 19 April 2017, and on 3 May was appointed consul.";
        assert_eq!(gaps(two), [""; 0]);
    }

    #[test]
    fn a_length_beside_a_date_is_evidence() {
        let text =
            "The vote was held on 3 May 2017. On 5 May 2017, three days after the vote, Consul Olga Brandt resigned.";
        let (statements, _) = crate::extract(&Document::new("d", text));
        let resigned = statements.last().unwrap();
        assert_eq!(resigned.date.unwrap().to_string(), "2017-05-05");
        let relation = &resigned.relations[0];
        assert_eq!(relation.gap.unwrap().period.to_string(), "P3D");
        assert_eq!(relation.text, "three days after the vote");
        assert_eq!(relation.from, crate::statement::Target::Statement(statements[0].id.clone()));
    }
}
