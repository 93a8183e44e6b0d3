//! Where the result goes.

use std::fs::{self, File};
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};

use crate::problems::Problems;

/// As many bytes are written at a time.
const BUFFER: usize = 1 << 16;

#[derive(clap::Args)]
pub(crate) struct Output {
    /// Write to FILE instead of standard output
    #[arg(short, long, value_name = "FILE", global = true)]
    output: Option<PathBuf>,
}

impl Output {
    /// The folder that is named instead of a file, for what is written as a file a document.
    pub(crate) fn folder(&self) -> Option<&Path> {
        let path = self.output.as_deref()?;
        let said = path.as_os_str().as_encoded_bytes().ends_with(b"/");
        (said || path.is_dir()).then_some(path)
    }

    /// The file that is named.
    pub(crate) fn file(&self) -> Option<&Path> {
        self.output.as_deref().filter(|_| self.folder().is_none())
    }

    /// Whether the result goes to standard output.
    pub(crate) fn is_standard(&self) -> bool {
        self.output.is_none()
    }

    /// Hands a buffered writer to `write`, and flushes it.
    ///
    /// A file is written beside its name and takes it when it is whole: a run that is interrupted or fails leaves what was
    /// there, and so does one that could read nothing.
    pub(crate) fn write(
        &self,
        problems: &mut Problems,
        write: impl FnOnce(&mut dyn Write, &mut Problems) -> io::Result<()>,
    ) -> io::Result<()> {
        let Some(path) = &self.output else {
            let mut out = BufWriter::with_capacity(BUFFER, io::stdout().lock());
            write(&mut out, problems)?;
            return out.flush();
        };
        let mut part = Part::of(path).map_err(|error| named(path, &error))?;
        let mut out = BufWriter::with_capacity(BUFFER, &mut part.file);
        write(&mut out, problems)?;
        out.flush().map_err(|error| named(path, &error))?;
        drop(out);
        if problems.read_nothing() && part.beside.is_some() {
            let left = if path.exists() { "left as it was" } else { "not written" };
            problems.report(&format!("{}: {left}, as nothing could be read", path.display()));
            return Ok(());
        }
        part.finish().map_err(|error| named(path, &error))
    }
}

fn named(path: &Path, error: &io::Error) -> io::Error {
    io::Error::new(error.kind(), format!("{}: {error}", path.display()))
}

/// A file that is being written.
struct Part {
    file: File,
    /// Its name until it is whole, and the name it is to take. None for what is no regular file, such as a device, and
    /// where a folder takes no new file: those are written as they stand.
    beside: Option<(PathBuf, PathBuf)>,
}

impl Part {
    fn of(path: &Path) -> io::Result<Part> {
        let known = fs::metadata(path).ok();
        let straight = || File::create(path).map(|file| Part { file, beside: None });
        if known.as_ref().is_some_and(|known| !known.is_file()) {
            return straight();
        }
        if known.is_some() {
            // What may not be written may not be replaced either.
            File::options().append(true).open(path)?;
        }
        // A link stays one: what it leads to is replaced.
        let whole = path.canonicalize().unwrap_or_else(|_| path.to_owned());
        let Some(name) = whole.file_name() else { return straight() };
        // Hidden, so that a folder of articles never gives it to another run.
        let part = whole.with_file_name(format!(".{}.{}.part", name.to_string_lossy(), std::process::id()));
        let Ok(file) = File::create(&part) else { return straight() };
        let part = Part { file, beside: Some((part, whole)) };
        if let Some(known) = known {
            part.file.set_permissions(known.permissions())?;
        }
        Ok(part)
    }

    fn finish(mut self) -> io::Result<()> {
        if let Some((part, whole)) = &self.beside {
            fs::rename(part, whole)?;
        }
        self.beside = None;
        Ok(())
    }
}

impl Drop for Part {
    fn drop(&mut self) {
        if let Some((part, _)) = &self.beside {
            let _ = fs::remove_file(part);
        }
    }
}
