//! Births: those that are statements, and those told in passing beside another event.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use memchr::memmem::Finder;

use super::{around, born_by, last_name, of, sentence};
use crate::hash::HashSet;
use crate::statement::Kind;
use crate::timex::Timex;
use crate::{Span, Statement};

/// "Ana Silva (born 1958) became", "Born in 1958, Ana Silva became": the births beside which the events of a sentence tell
/// nothing of them.
pub(super) fn in_passing(text: &str, timexes: &[Timex], statements: &[Statement]) -> Vec<Statement> {
    static BORN: LazyLock<Finder<'static>> = LazyLock::new(|| Finder::new("orn "));
    let mut births: Vec<Statement> = Vec::new();
    if BORN.find(text.as_bytes()).is_none() {
        return births;
    }
    let dated = statements.iter().filter(|statement| statement.kind.is_birth()).filter_map(|birth| birth.date_span);
    let mut told_already: HashSet<usize> = dated.map(|span| span.start).collect();
    for statement in statements.iter().filter(|statement| statement.kind.is_office()) {
        let Some(person) = statement.person.as_deref() else { continue };
        let sentence = sentence(text, statement);
        let told = of("birth").find_map(|words| {
            let at = sentence.start + sentence.of(text).find(words)?;
            let from = at + words.len() + 1;
            let timex = timexes.get(timexes.partition_point(|timex| timex.span.start < from))?;
            let follows = timex.span.start == from && timex.date.is_some();
            (follows && is_birth_of(text, sentence, Span::new(at, timex.span.end), person)).then_some((at, timex))
        });
        let Some((at, timex)) = told else { continue };
        if !told_already.insert(timex.span.start) {
            continue;
        }
        births.push(Statement {
            span: Span::new(at, timex.span.end),
            sentence: statement.sentence.clone(),
            kind: Kind::from("birth"),
            person: Some(person.to_owned()),
            date: timex.date,
            date_text: Some(timex.span.of(text).to_owned()),
            date_span: Some(timex.span),
            title: Some(format!("{person} is born")),
            rule: "birth-aside".into(),
            ..Statement::default()
        });
    }
    births
}

/// Whether the words of a birth stand right behind the name, in a bracket or a clause, or the name right behind them.
fn is_birth_of(text: &str, sentence: Span, words: Span, person: &str) -> bool {
    let before = text[sentence.start..words.start].trim_end();
    let bare = ["(", ", who was", ","].iter().find_map(|link| before.strip_suffix(link));
    let behind = || text[words.end..sentence.end].strip_prefix(", ").is_some_and(|rest| rest.starts_with(person));
    match bare {
        Some(bare) => bare.trim_end().ends_with(last_name(person)),
        None => before.is_empty() && behind(),
    }
}

/// "Ana Silva, who was born in 1958": whose birth it is, where the name stands right before.
pub(super) fn told(text: &str, names: &BTreeMap<String, Option<String>>, statement: &mut Statement) {
    let span = around(text, statement.span);
    let Some((date, words)) = statement.date.zip(statement.date_span) else { return };
    let Some(trigger) = statement.trigger.as_deref() else { return };
    let Some(at) = span.of(text).find(trigger) else { return };
    let mut before = text[span.start..span.start + at].trim_end();
    while let Some(rest) = [",", "(", "was", "who"].iter().find_map(|word| before.strip_suffix(word)) {
        before = rest.trim_end();
    }
    let last = before.rsplit(|c: char| !c.is_alphanumeric() && c != '-').next().unwrap_or_default();
    let Some(Some(person)) = names.get(last) else { return };
    statement.person = Some(person.clone());
    statement.born = Some(Box::new(born_by(text, statement, date, words)));
}

/// The people of a document by their last names, where one name is one person.
pub(super) fn last_names(statements: &[Statement]) -> BTreeMap<String, Option<String>> {
    let mut names: BTreeMap<String, Option<String>> = BTreeMap::new();
    for person in statements.iter().filter_map(|statement| statement.person.as_deref()) {
        let last = last_name(person).to_owned();
        let known = names.entry(last).or_insert_with(|| Some(person.to_owned()));
        if known.as_deref().is_some_and(|known| known != person) {
            *known = None;
        }
    }
    names
}
