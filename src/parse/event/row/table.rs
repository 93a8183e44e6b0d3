//! Who held an office by the rows of a table, whose head tells what each column holds.
//!
//! **Recognises** a row whose cells are parted by `|` or by tabs, with a name in the column of the holders and times in
//! those of the term; the heading above the table names the office, else the column of the holders does
//! ([`Memory::table_above`](crate::parse::event::follow::Memory::table_above)).
//!
//! **Examples**: "| 1 | Ana Silva | 4 May 1994 | 9 May 1998 |" below "| No. | Name | Took office | Left office |";
//! "Ana Silva (acting) | Liberal | 1994–1998" below "Mayor | Party | Term".
//!
//! **Not**: a table without such a head; a cell without a time, or with two where there should be one; "vacant".

use std::sync::LazyLock;

use crate::Span;
use crate::parse::event::clause::Clause;
use crate::parse::mention::MentionKind;
use crate::parse::word::{Class, class, section_lines};
use crate::statement::Kind;

use super::career;
use super::roster::Row;

/// Which columns of a table tell who held an office, and when.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Columns {
    holder: usize,
    start: Option<usize>,
    end: Option<usize>,
    term: Option<usize>,
}

/// Whether a line is a row of cells.
pub(crate) fn is_row(line: &str) -> bool {
    crate::many::any(line.as_bytes(), |byte| (byte == b'|') | (byte == b'\t'))
}

/// The columns that the row of head words around `at` names, and the office that the one of the holders does: "Mayor".
pub(crate) fn head(text: &str, at: usize) -> Option<(Columns, Option<Span>)> {
    let row = line(text, at);
    let find = |wanted| cells(text, row).position(|cell| calls(bare(cell.of(text)), wanted));
    let (start, end, term) = (find(Column::Start), find(Column::End), find(Column::Term));
    if start.is_none() && term.is_none() {
        return None;
    }
    let is_office = |cell: &Span| class(bare(cell.of(text)).rsplit(' ').next().unwrap_or_default()).has(Class::ROLE);
    let titled = || cells(text, row).position(|cell| is_office(&cell));
    let holder = find(Column::Holder).or_else(titled)?;
    let office = cells(text, row).nth(holder).filter(is_office).map(|cell| {
        let words = bare(cell.of(text));
        let start = cell.start + cell.of(text).find(words).unwrap_or(0);
        Span::new(start, start + words.len())
    });
    Some((Columns { holder, start, end, term }, office))
}

/// What the row of these columns tells that a sentence stands in.
pub(super) fn row(clause: &Clause<'_>, columns: Columns) -> Option<Row> {
    let line = line(clause.text, clause.span.start);
    let nodes = |column: usize| {
        let cell = cells(clause.text, line).nth(column).unwrap_or_default();
        let first = clause.nodes.partition_point(|node| node.span.start < cell.start);
        first..first + clause.nodes[first..].partition_point(|node| node.span.end <= cell.end)
    };
    let named = |&i: &usize| clause.mention(i).is_some_and(|m| m.kind == MentionKind::Person && m.name.is_some());
    let name = nodes(columns.holder).find(named)?;
    let acting = nodes(columns.holder).any(|i| clause.is_any(i, &["acting", "interim"]));
    // "4 May 1994 (elected), 6 May (sworn in)": either may be meant.
    let only = |column: usize| {
        let mut times = nodes(column).filter_map(|i| clause.time(i).map(|time| (i, time, clause.nodes[i].times)));
        times.next().filter(|&(_, _, times)| times == 1).filter(|_| times.next().is_none())
    };
    let start = columns.start.and_then(only);
    let end = columns.end.and_then(only);
    let both = [start.map(|at| (Kind::TermStart, at)), end.map(|at| (Kind::TermEnd, at))];
    let ends: Vec<_> = both.iter().flatten().map(|(kind, (_, time, _))| (kind.clone(), *time)).collect();
    if let Some((at, ..)) = start.or(end) {
        return Some(Row { name, at, acting, ends });
    }
    let cell = nodes(columns.term?);
    let years = career::years_at(clause, cell.clone().find(|&i| clause.time(i).is_some() || clause.is_any(i, OPENS))?)?;
    (years.behind <= cell.end).then(|| Row { name, at: years.at, acting, ends: years.ends() })
}

/// What can stand before the first time of a term.
const OPENS: &[&str] = &["since", "from"];

/// The whole line around `at`: a stop in one of its cells ends no row.
fn line(text: &str, at: usize) -> Span {
    let start = text[..at].rfind('\n').map_or(0, |before| before + 1);
    Span::new(start, text[at..].find('\n').map_or(text.len(), |length| at + length))
}

/// The cells of a row, the empty ones at its ends included.
fn cells(text: &str, row: Span) -> impl Iterator<Item = Span> {
    let line = row.of(text);
    let mark = if line.contains('|') { '|' } else { '\t' };
    let mut start = row.start;
    line.split(mark).map(move |cell| {
        let span = Span::new(start, start + cell.len());
        start = span.end + 1;
        span
    })
}

/// A cell without what sets it in type.
fn bare(cell: &str) -> &str {
    cell.trim_matches(|c: char| c.is_whitespace() || matches!(c, '*' | '_' | ':'))
}

/// What a column holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Column {
    Holder,
    Start,
    End,
    Term,
}

/// Whether the head of a column calls it one of a kind.
fn calls(cell: &str, wanted: Column) -> bool {
    HEADS.iter().any(|&(phrase, column)| column == wanted && cell.eq_ignore_ascii_case(phrase))
}

static HEADS: LazyLock<Vec<(&str, Column)>> = LazyLock::new(|| {
    let file = include_str!("../../../lexicon/en/tables.txt");
    let sections =
        [("[holder]", Column::Holder), ("[start]", Column::Start), ("[end]", Column::End), ("[term]", Column::Term)];
    let phrases = |(section, column)| section_lines(file, section).map(move |phrase| (phrase, column));
    sections.into_iter().flat_map(phrases).collect()
});
