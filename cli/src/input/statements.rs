//! Statements in: a line of JSON each, parsed on all threads while the file is read.

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
            match Statement::from_json(line) {
                Ok(statement) => read.statements.push(statement),
                Err(error) => read.errors.push((number, error)),
            }
        }
        Ok(read)
    };
    let mut statements = Vec::new();
    let read = pipeline::map(blocks::of_lines(path), threads, parse, |parsed| {
        let mut read = parsed?;
        if !read.statements.is_empty() {
            problems.took();
        }
        statements.append(&mut read.statements);
        for (number, error) in read.errors {
            problems.report(&format!("{}:{number}: {error}", path.display()));
        }
        Ok(())
    });
    read.map_err(|Lost { place, message }| problems.report(&format!("{place}: {message}"))).ok()?;
    Some(statements)
}

/// What the lines of a block hold, and the numbers of those that hold no statement.
#[derive(Default)]
struct Read {
    statements: Vec<Statement>,
    errors: Vec<(usize, Error)>,
}
