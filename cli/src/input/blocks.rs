//! From files to blocks of bytes: what one thread parses in one go.

use std::fs::File;
use std::io::{self, BufRead, BufReader, Read};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use timeline::document::{self, Parsed};

use super::files::Found;
use super::sort::Sort;
use super::{Lost, Place};

/// As many bytes are read at a time, and looked at to tell what sort of file it is.
const HEAD: usize = 1 << 16;

/// Lines are handed out in blocks of about this many bytes.
const BLOCK: u64 = 1 << 18;

/// The bytes of some whole lines, of one whole text, or the news that there are none.
pub(super) enum Block {
    Lines { path: PathBuf, first: usize, bytes: Vec<u8> },
    Text { path: PathBuf, id: String, bytes: Vec<u8> },
    Lost(Lost),
}

impl Block {
    /// How many bytes of input it is.
    pub(super) fn size(&self) -> usize {
        match self {
            Block::Lines { bytes, .. } | Block::Text { bytes, .. } => bytes.len(),
            Block::Lost(_) => 0,
        }
    }

    /// Hands the documents in it to `take`, one after the other, each with the place it came from.
    pub(super) fn read(self, mut take: impl FnMut(Result<(Place, Parsed), Lost>)) {
        match self {
            Block::Lost(lost) => take(Err(lost)),
            Block::Text { path, id, bytes } => {
                let place = Place { file: path.to_string_lossy().into(), line: None };
                take(Ok((place, document::from_text(id, &bytes))));
            }
            Block::Lines { path, first, bytes } => {
                let file: Arc<str> = path.to_string_lossy().into();
                for (line, number) in lines(&bytes, first) {
                    let place = Place { file: Arc::clone(&file), line: Some(number) };
                    take(match document::from_json(line) {
                        Ok(parsed) => Ok((place, parsed)),
                        Err(error) => Err(Lost { place: place.to_string(), message: error.to_string() }),
                    });
                }
            }
        }
    }
}

/// The lines in `bytes`, the first of which is number `first`, each with its number; blank ones are passed over.
pub(super) fn lines(bytes: &[u8], first: usize) -> impl Iterator<Item = (&[u8], usize)> {
    let bytes = if first == 1 { super::unmarked(bytes) } else { bytes };
    let mut start = 0;
    memchr::memchr_iter(b'\n', bytes)
        .chain([bytes.len()])
        .map(move |end| &bytes[std::mem::replace(&mut start, end + 1)..end])
        .zip(first..)
        .filter(|(line, _)| !line.trim_ascii_start().is_empty())
}

/// The blocks of a file of lines, whatever its name, or of standard input for `-`.
pub(super) fn of_lines(path: &Path) -> Blocks {
    let source: Box<dyn Read + Send> = if path.as_os_str() == "-" {
        Box::new(io::stdin())
    } else {
        match File::open(path) {
            Ok(file) => Box::new(file),
            Err(error) => return Blocks::one(Block::Lost(Lost::new(path, error.to_string()))),
        }
    };
    Blocks::lines(path.to_owned(), BufReader::with_capacity(HEAD, source), Sort::Statements)
}

/// The blocks of one file, read as they are asked for.
pub(super) fn of(found: Result<Found, Lost>) -> Blocks {
    let (path, id, source): (_, _, Box<dyn Read + Send>) = match found {
        Err(lost) => return Blocks::one(Block::Lost(lost)),
        Ok(Found::Stdin) => (PathBuf::from("-"), "stdin".to_owned(), Box::new(io::stdin())),
        Ok(Found::File { path, id }) => match File::open(&path) {
            Ok(file) => (path, id, Box::new(file)),
            Err(error) => return Blocks::one(Block::Lost(Lost::new(&path, error.to_string()))),
        },
    };
    let mut source = BufReader::with_capacity(HEAD, source);
    match holds_lines(&path, &mut source) {
        Ok(true) => Blocks::lines(path, source, Sort::Articles),
        Ok(false) => {
            let mut bytes = Vec::new();
            match source.read_to_end(&mut bytes) {
                Ok(_) => Blocks::one(Block::Text { path, id, bytes }),
                Err(error) => Blocks::one(Block::Lost(Lost::new(&path, error.to_string()))),
            }
        }
        Err(error) => Blocks::one(Block::Lost(Lost::new(&path, error.to_string()))),
    }
}

/// Whether the file is JSON Lines: by its name or, where that says nothing, by its first character.
fn holds_lines(path: &Path, source: &mut impl BufRead) -> io::Result<bool> {
    let extension = path.extension().map(|extension| extension.to_string_lossy().to_ascii_lowercase());
    Ok(match extension.as_deref() {
        Some("jsonl" | "ndjson" | "json") => true,
        Some("txt" | "md") => false,
        _ => source.fill_buf()?.trim_ascii_start().starts_with(b"{"),
    })
}

/// Iterates over the blocks of a file.
pub(super) struct Blocks {
    path: PathBuf,
    line: usize,
    source: Option<BufReader<Box<dyn Read + Send>>>,
    one: Option<Block>,
}

impl Blocks {
    /// The blocks of a file of lines that are to be `wanted`; by its beginning it may be known to hold something else.
    fn lines(path: PathBuf, mut source: BufReader<Box<dyn Read + Send>>, wanted: Sort) -> Blocks {
        let sort = source.fill_buf().ok().and_then(|head| Sort::of(head, wanted));
        match sort.and_then(|sort| sort.instead_of(wanted, &path)) {
            Some(message) => Blocks::one(Block::Lost(Lost::new(&path, message))),
            None => Blocks { path, line: 1, source: Some(source), one: None },
        }
    }

    fn one(block: Block) -> Blocks {
        Blocks { path: PathBuf::new(), line: 0, source: None, one: Some(block) }
    }
}

impl Iterator for Blocks {
    type Item = Block;

    fn next(&mut self) -> Option<Block> {
        let Some(source) = &mut self.source else { return self.one.take() };
        // A little more for the line that the block ends in.
        let mut bytes = Vec::with_capacity(BLOCK as usize + (1 << 14));
        let read =
            source.by_ref().take(BLOCK).read_to_end(&mut bytes).and_then(|_| source.read_until(b'\n', &mut bytes));
        if let Err(error) = read {
            self.source = None;
            return Some(Block::Lost(Lost::new(&self.path, error.to_string())));
        }
        let first = self.line;
        self.line += memchr::memchr_iter(b'\n', &bytes).count();
        (!bytes.is_empty()).then(|| Block::Lines { path: self.path.clone(), first, bytes })
    }
}
