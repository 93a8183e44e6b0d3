use std::io;
use std::path::PathBuf;

use timeline::{Statement, resolve};

use super::render::Format;
use crate::input;
use crate::output::Output;
use crate::problems::Problems;

/// Build a timeline from statements, one JSON object a line
#[derive(clap::Args)]
pub(crate) struct Resolve {
    /// What `timeline extract` printed, or any program; `-` is standard input
    #[arg(value_name = "STATEMENTS", default_value = "-")]
    file: PathBuf,
    /// How the timeline is written
    #[arg(short, long, value_enum, default_value_t = Format::Markdown)]
    format: Format,
    #[command(flatten)]
    output: Output,
}

impl Resolve {
    pub(crate) fn run(&self, problems: &mut Problems) -> io::Result<()> {
        let mut input = resolve::Input::default();
        let Some(bytes) = input::read(&self.file, problems) else { return Ok(()) };
        for (text, line) in bytes.split(|&byte| byte == b'\n').zip(1..) {
            if text.trim_ascii().is_empty() {
                continue;
            }
            match Statement::from_json(text) {
                Ok(statement) => input.statements.push(statement),
                Err(error) => problems.report(&format!("{}:{line}: {error}", self.file.display())),
            }
        }
        let timeline = resolve::resolve(input);
        self.output.write(|out| self.format.write(out, &timeline))
    }
}
