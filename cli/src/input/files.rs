//! From the command line's arguments to the files that are meant.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};
use std::fmt;
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

    /// Whether it would hold a document a line, and is empty.
    pub(super) fn is_without_lines(&self) -> bool {
        let Found::File { path, .. } = self else { return false };
        let of_lines = path.extension().is_some_and(|e| ["jsonl", "ndjson"].iter().any(|l| e.eq_ignore_ascii_case(l)));
        of_lines && self.size() == Some(0)
    }
}

impl fmt::Display for Found {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Found::Stdin => f.write_str("-"),
            Found::File { path, .. } => path.display().fmt(f),
        }
    }
}

/// What the arguments come to.
pub(super) struct Expanded {
    pub(super) files: Vec<Result<Found, Lost>>,
    /// What was passed over.
    pub(super) remarks: Vec<String>,
}

/// Every file that the arguments name, directories opened, in the arguments' order and sorted within a directory.
///
/// A file's id is its path below the directory that was named, or its bare name, so that ids do not depend on where
/// the command runs; files of one name have the path that they were named by.
///
/// What the result is written to is not read with its directory: a run before has written it.
pub(super) fn expand(arguments: &[PathBuf], output: Option<&Path>) -> Expanded {
    let written = output.and_then(|path| path.canonicalize().ok());
    let is_written = |path: &Path| written.is_some() && path.canonicalize().ok() == written;
    let (mut found, mut remarks) = (Vec::new(), Vec::new());
    for argument in arguments {
        if argument.as_os_str() == "-" {
            found.push(Ok(Found::Stdin));
        } else if argument.is_dir() {
            let before = found.len();
            let mut others = Others::default();
            walk(argument, argument, &mut found, &mut others);
            others.paths.retain(|path| !is_written(path));
            found.retain(|file| !matches!(file, Ok(Found::File { path, .. }) if is_written(path)));
            if found.len() == before {
                let message =
                    format!("no readable files here; {} are read", EXTENSIONS.map(|e| format!(".{e}")).join(", "));
                found.push(Err(Lost::new(argument, message)));
            } else {
                remarks.extend(others.told(argument));
            }
            remarks.extend(
                others
                    .unreadable
                    .iter()
                    .map(|path| format!("{}: warning: is a pipe, a device or the like; passed over", path.display())),
            );
        } else {
            let id = argument.file_name().unwrap_or(argument.as_os_str()).to_string_lossy().into_owned();
            found.push(Ok(Found::File { path: argument.clone(), id }));
        }
    }
    if arguments.len() > 1 {
        leave_out_the_same(&mut found);
    }
    tell_apart(&mut found);
    Expanded { files: found, remarks }
}

/// What a folder holds that is not read.
#[derive(Default)]
struct Others {
    /// Files of other types.
    paths: Vec<PathBuf>,
    /// What would be waited for without end.
    unreadable: Vec<PathBuf>,
}

impl Others {
    /// How many files of which types there are: `passed over 4 files: .pdf (2), .json, .xml`.
    fn told(&self, folder: &Path) -> Option<String> {
        let mut types: BTreeMap<String, usize> = BTreeMap::new();
        for path in &self.paths {
            let known = path.extension().map(|e| format!(".{}", e.to_string_lossy().to_lowercase()));
            *types.entry(known.unwrap_or_else(|| "without a type".to_owned())).or_default() += 1;
        }
        let mut types: Vec<(String, usize)> = types.into_iter().collect();
        types.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
        let of_type = |(name, count): &(String, usize)| match count {
            1 => name.clone(),
            count => format!("{name} ({count})"),
        };
        let types = types.iter().map(of_type).collect::<Vec<_>>().join(", ");
        let files = match self.paths.len() {
            0 => return None,
            1 => "1 file".to_owned(),
            count => format!("{count} files"),
        };
        Some(format!("{}: passed over {files}: {types}", folder.display()))
    }
}

/// A file that is named by two paths, `a.txt` and `./a.txt`, is read once: two of it would bear each other out.
fn leave_out_the_same(found: &mut [Result<Found, Lost>]) {
    let mut seen = HashSet::new();
    for file in found {
        let Ok(Found::File { path, .. }) = file else { continue };
        let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
        let (Ok(folder), Some(name)) = (folder.canonicalize(), path.file_name()) else { continue };
        if !seen.insert(folder.join(name)) {
            *file = Err(Lost::new(path, "the file was named twice; it is read once".to_owned()));
        }
    }
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

fn walk(root: &Path, directory: &Path, found: &mut Vec<Result<Found, Lost>>, others: &mut Others) {
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
            walk(root, &path, found, others);
        } else if path.extension().is_some_and(|e| EXTENSIONS.iter().any(|known| e.eq_ignore_ascii_case(known))) {
            if fs::metadata(&path).is_ok_and(|it| !it.is_file() && !it.is_dir()) {
                others.unreadable.push(path);
                continue;
            }
            let below = path.strip_prefix(root).unwrap_or(&path);
            let id = below.components().map(|part| part.as_os_str().to_string_lossy()).collect::<Vec<_>>().join("/");
            found.push(Ok(Found::File { path, id }));
        } else if path.is_file() {
            others.paths.push(path);
        }
    }
}
