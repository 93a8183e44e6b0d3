//! Statements in: a line of JSON each, parsed on all threads while the file is read.

use std::collections::BTreeMap;
use std::path::Path;

use timeline::{Error, Statement, pipeline};

use super::Lost;
use super::blocks::{self, Block};
use crate::problems::Problems;

/// The statements of a file, or of standard input for `-`. A line that is none is reported and passed over; `None` where
/// the file itself cannot be read, which is reported.
pub(crate) fn statements(path: &Path, threads: usize, problems: &mut Problems) -> Option<Vec<Statement>> {
    let parse = |block: Block| -> Result<Read, Lost> {
        let (first, bytes) = match block {
            Block::Lost(lost) => return Err(lost),
            Block::Text { bytes, .. } => (1, bytes),
            Block::Lines { first, bytes, .. } => (first, bytes),
        };
        let mut read = Read::default();
        for (line, number) in blocks::lines(&bytes, first) {
            if number <= LOOKED_AT {
                read.unknown.extend(Statement::unknown_fields(line));
            }
            match Statement::from_json(line) {
                Ok(statement) => read.statements.push(statement),
                Err(error) => read.errors.push((number, error)),
            }
        }
        Ok(read)
    };
    let mut statements = Vec::new();
    let mut unknown = BTreeMap::new();
    let read = pipeline::map(blocks::of_lines(path), threads, parse, |parsed| {
        let mut read = parsed?;
        if !read.statements.is_empty() {
            problems.took();
        }
        statements.append(&mut read.statements);
        read.unknown.into_iter().for_each(|name| *unknown.entry(name).or_default() += 1);
        for (number, error) in read.errors {
            problems.report(&format!("{}:{number}: {error}", path.display()));
        }
        Ok(())
    });
    read.map_err(|Lost { place, message }| problems.report(&format!("{place}: {message}"))).ok()?;
    if !statements.is_empty() && !unknown.is_empty() {
        problems.warn(&format!("{}: warning: {}", path.display(), passed_over(&unknown)));
    }
    Some(statements)
}

/// Fields with wrong names are looked for in the first lines: who writes a file with a program writes all lines alike.
const LOOKED_AT: usize = 1_000;

/// A name that is so like another is meant to be that one.
const ALIKE: f64 = 0.85;

/// "not read, for a statement has no such field: `persn` (`person` is meant?) in 3 lines".
fn passed_over(unknown: &BTreeMap<String, usize>) -> String {
    let told = unknown.iter().map(|(name, count)| {
        let likeness = |field: &&&str| (strsim::jaro_winkler(name, field) * 1e6) as u64;
        let like = Statement::fields().iter().max_by_key(likeness);
        let like = like.filter(|field| strsim::jaro_winkler(name, field) > ALIKE);
        let meant = like.map(|field| format!(" (`{field}`?)")).unwrap_or_default();
        let lines = if *count == 1 { "line" } else { "lines" };
        format!("`{name}`{meant} in {count} {lines}")
    });
    format!("no fields of a statement, passed over: {}", told.collect::<Vec<_>>().join(", "))
}

/// What the lines of a block hold, and the numbers of those that hold no statement.
#[derive(Default)]
struct Read {
    statements: Vec<Statement>,
    errors: Vec<(usize, Error)>,
    /// Names of fields that no statement has.
    unknown: Vec<String>,
}
