//! Where the result goes.

use std::fs::File;
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};

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
    pub(crate) fn write(&self, write: impl FnOnce(&mut dyn Write) -> io::Result<()>) -> io::Result<()> {
        let mut out: BufWriter<Box<dyn Write>> = BufWriter::with_capacity(
            1 << 16,
            match &self.output {
                None => Box::new(io::stdout().lock()),
                Some(path) => Box::new(
                    File::create(path)
                        .map_err(|error| io::Error::new(error.kind(), format!("{}: {error}", path.display())))?,
                ),
            },
        );
        write(&mut out)?;
        out.flush()
    }
}
