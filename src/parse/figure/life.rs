//! Lives told in brackets behind a name: `Karl Abel (1871–1924) was`, `Otto Brandt (4 May 1880 – 2 June 1930)`.
//!
//! One statement of both ends, of those alone of whom the text tells more. Counter-examples: a tenure, which is shorter,
//! stands behind an office or is read as one (`Karl Abel (mayor, 1871–1924)`, `President Abel (1919–1924)`); two years of one
//! book.

use std::collections::BTreeMap;

use super::last_name;
use crate::calendar::Date;
use crate::hash::HashSet;
use crate::parse::word::{Class, class};
use crate::statement::Kind;
use crate::timex::Timex;
use crate::{Span, Statement};

/// Shorter ones are tenures, longer ones nobody's.
const YEARS: std::ops::RangeInclusive<i32> = 25..=110;

/// The brackets that hold two dates and nothing beside them, as pairs of expressions; hardly any text has them.
pub(super) fn brackets<'x>(text: &str, timexes: &'x [Timex]) -> Vec<[&'x Timex; 2]> {
    let pair = |pair: &'x [Timex]| {
        let [first, last] = pair else { return None };
        let between = text.get(first.span.end..last.span.start).filter(|between| between.len() <= PLACES)?;
        let (born, died) = between.split_once(['–', '—', '-'])?;
        let before = &text[opening(text, first)?..first.span.start];
        let behind = &text[last.span.end..];
        let after = &behind[..behind.bytes().take(PLACES).position(|byte| byte == b')')?];
        let parts = [before, born, died, after];
        let alone = parts.iter().all(|part| part.trim().is_empty());
        // "(3 May 1964, Lima – 2 June 2023, Lom)"
        let day = |timex: &Timex| timex.date.is_some_and(|date| date.as_day().is_some());
        let placed = || day(first) && day(last) && parts.into_iter().all(is_place);
        (alone || placed()).then_some([first, last])
    };
    timexes.windows(2).filter_map(pair).collect()
}

/// Where the brackets open that a birth stands in, behind a name.
fn opening(text: &str, birth: &Timex) -> Option<usize> {
    let before = &text[..birth.span.start];
    let near = before.bytes().rev().take(PLACES).position(|byte| matches!(byte, b'(' | b')'))?;
    let opening = before.len() - near;
    before[..opening].ends_with(" (").then_some(opening)
}

/// Where somebody was born or died takes no more bytes.
const PLACES: usize = 60;

/// "Lima", ", San Marco, Peru", or nothing: capitals with commas between, and small particles.
fn is_place(words: &str) -> bool {
    let name = |word: &str| word.starts_with(char::is_uppercase) || class(word).has(Class::PARTICLE) || word == "in";
    words.len() <= PLACES && words.split([' ', ',']).filter(|word| !word.is_empty()).all(name)
}

/// Those of `brackets` that tell the life of somebody whom `names` has by the last name.
pub(super) fn told(
    text: &str,
    brackets: &[[&Timex; 2]],
    statements: &[Statement],
    names: &BTreeMap<String, Option<String>>,
) -> Vec<Statement> {
    let dated: HashSet<usize> =
        statements.iter().filter_map(|statement| statement.date_span).map(|span| span.start).collect();
    let life = |&[birth, death]: &[&Timex; 2]| {
        let before = text[..opening(text, birth)?].strip_suffix(" (").filter(|_| !dated.contains(&birth.span.start))?;
        let person = named(before, names)?;
        let years = year(death)? - year(birth)?;
        let words = Span::new(birth.span.start, death.span.end);
        let closing = text[words.end..].find(')')?;
        let span = Span::new(before.len() - person.len(), words.end + closing + 1);
        YEARS.contains(&years).then(|| Statement {
            span,
            sentence: span.of(text).to_owned(),
            kind: Kind::from("life"),
            person: Some(person.to_owned()),
            date: birth.date.zip(death.date).map(|(birth, death)| Date::interval(birth.as_point(), death.as_point())),
            date_text: Some(words.of(text).to_owned()),
            date_span: Some(words),
            title: Some(span.of(text).to_owned()),
            rule: "life-brackets".into(),
            ..Statement::default()
        })
    };
    brackets.iter().filter_map(life).collect()
}

fn year(timex: &Timex) -> Option<i32> {
    timex.date?.as_point()?.unit.bounds().earliest.map(|first| chrono::Datelike::year(&first))
}

/// The person whose full name `before` ends with, without a title.
fn named<'n>(before: &str, names: &'n BTreeMap<String, Option<String>>) -> Option<&'n str> {
    let person = names.get(last_name(before))?.as_deref().filter(|person| person.contains(' '))?;
    let rest = before.strip_suffix(person)?;
    let word = rest.strip_suffix(' ').map_or("", |rest| rest.rsplit([' ', '\n']).next().unwrap_or_default());
    let bare = rest.is_empty() || rest.ends_with([' ', '\n', '(', '“', '*']);
    (bare && !class(word).has(Class::ROLE)).then_some(person)
}
