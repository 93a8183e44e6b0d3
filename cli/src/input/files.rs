//! From the command line's arguments to the files that are meant.

use std::collections::{BTreeSet, HashMap};
use std::fs;
use std::path::{Path, PathBuf};

use super::Lost;

/// What is read from a directory; a file that is named is read whatever its name.
const EXTENSIONS: [&str; 6] = ["txt", "md", "html", "htm", "jsonl", "ndjson"];

/// A file to read.
pub(super) enum Found {
    Stdin,
    File { path: PathBuf, id: String },
}

impl Found {
    /// How many bytes there are to read, where that can be known beforehand.
    pub(super) fn size(&self) -> Option<u64> {
        match self {
            Found::Stdin => None,
            Found::File { path, .. } => fs::metadata(path).ok().filter(fs::Metadata::is_file).map(|file| file.len()),
        }
    }
}

/// Every file that the arguments name, directories opened, in the arguments' order and sorted within a directory.
///
/// A file's id is its path below the directory that was named, or its bare name, so that ids do not depend on where
/// the command runs; files of one name have the path that they were named by.
///
/// What the result is written to is not read with its directory: a run before has written it.
pub(super) fn expand(arguments: &[PathBuf], output: Option<&Path>) -> Vec<Result<Found, Lost>> {
    let written = output.and_then(|path| path.canonicalize().ok());
    let is_written = |path: &Path| written.is_some() && path.canonicalize().ok() == written;
    let mut found = Vec::new();
    for argument in arguments {
        if argument.as_os_str() == "-" {
            found.push(Ok(Found::Stdin));
        } else if argument.is_dir() {
            let before = found.len();
            walk(argument, argument, &mut found);
            found.retain(|file| !matches!(file, Ok(Found::File { path, .. }) if is_written(path)));
            if found.len() == before {
                let message =
                    format!("no readable files here; {} are read", EXTENSIONS.map(|e| format!(".{e}")).join(", "));
                found.push(Err(Lost::new(argument, message)));
            }
        } else {
            let id = argument.file_name().unwrap_or(argument.as_os_str()).to_string_lossy().into_owned();
            found.push(Ok(Found::File { path: argument.clone(), id }));
        }
    }
    tell_apart(&mut found);
    found
}

/// Gives files of one name the path that they were named by: `post/1.txt` and `herald/1.txt`. One file that is named
/// twice keeps its id, by which the second is left out.
fn tell_apart(found: &mut [Result<Found, Lost>]) {
    let mut paths: HashMap<String, BTreeSet<PathBuf>> = HashMap::new();
    for file in found.iter().flatten() {
        if let Found::File { path, id } = file {
            paths.entry(id.clone()).or_default().insert(path.clone());
        }
    }
    for file in found.iter_mut().flatten() {
        if let Found::File { path, id } = file
            && paths.get(id).is_some_and(|paths| paths.len() > 1)
        {
            *id = path.to_string_lossy().into_owned();
        }
    }
}

fn walk(root: &Path, directory: &Path, found: &mut Vec<Result<Found, Lost>>) {
    let entries = fs::read_dir(directory).and_then(Iterator::collect::<Result<Vec<_>, _>>);
    let mut paths: Vec<PathBuf> = match entries {
        Ok(entries) => entries.into_iter().map(|entry| entry.path()).collect(),
        Err(error) => return found.push(Err(Lost::new(directory, error.to_string()))),
    };
    paths.sort();
    for path in paths {
        let hidden = path.file_name().is_some_and(|name| name.to_string_lossy().starts_with('.'));
        // A link to a directory is not followed: it may lead back up.
        if hidden {
            continue;
        } else if path.is_dir() && !path.is_symlink() {
            walk(root, &path, found);
        } else if path.extension().is_some_and(|e| EXTENSIONS.iter().any(|known| e.eq_ignore_ascii_case(known))) {
            let below = path.strip_prefix(root).unwrap_or(&path);
            let id = below.components().map(|part| part.as_os_str().to_string_lossy()).collect::<Vec<_>>().join("/");
            found.push(Ok(Found::File { path, id }));
        }
    }
}
