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
        let between = text.get(first.span.end..last.span.start)?.trim();
        let opened = text[..first.span.start].ends_with(" (");
        let closed = matches!(between, "–" | "-" | "—") && text[last.span.end..].starts_with(')');
        (opened && closed).then_some([first, last])
    };
    timexes.windows(2).filter_map(pair).collect()
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
        let before = text[..birth.span.start].strip_suffix(" (").filter(|_| !dated.contains(&birth.span.start))?;
        let person = named(before, names)?;
        let years = year(death)? - year(birth)?;
        let words = Span::new(birth.span.start, death.span.end);
        let span = Span::new(before.len() - person.len(), words.end + 1);
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
