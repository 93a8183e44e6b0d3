use std::collections::HashSet;
use std::fmt::Write as _;
use std::fs;
use std::io;
use std::path::Path;

use clap::ValueEnum;
use timeline::Document;
use timeline::diagnostic::Diagnostic;
use timeline::render::{json, timeml};

use super::Common;
use crate::input::{Input, Need};
use crate::problems::Problems;

/// Print the temporal expressions of each document
///
/// A line a document: {"id", "timexes": [{"start", "end", "text", "type", "value", "mod"?}]}, with the types and values
/// of TIMEX3 (ISO-TimeML). `start` and `end` count Unicode code points.
#[derive(clap::Args)]
pub(crate) struct Annotate {
    #[command(flatten)]
    pub(super) input: Input,
    /// How the expressions are written
    #[arg(short, long, value_enum, default_value_t = Format::Jsonl)]
    format: Format,
}

#[derive(Clone, Copy, ValueEnum)]
enum Format {
    /// A line of JSON a document
    Jsonl,
    /// TimeML, one document a file: with several, name a folder with --output FOLDER/ (the slash makes one)
    Timeml,
    /// What was read by which rule and counted from what, a line an expression, to work on the rules
    Explain,
}

impl Annotate {
    pub(crate) fn run(&self, common: &Common, problems: &mut Problems) -> io::Result<()> {
        match (self.format, common.output.folder()) {
            (Format::Jsonl, _) => self.jsonl(common, problems),
            (Format::Explain, _) => self.explain(common, problems),
            (Format::Timeml, None) => self.timeml_file(common, problems),
            (Format::Timeml, Some(folder)) => self.timeml_folder(folder, common, problems),
        }
    }

    fn jsonl(&self, common: &Common, problems: &mut Problems) -> io::Result<()> {
        let annotate =
            |document: &Document, lines: &mut Vec<u8>| json::timexes(lines, document, &timeline::annotate(document));
        common.output.write(problems, |out, problems| {
            self.input.lines(common, problems, Need::Date, annotate, |_, _, written, line| {
                written.and_then(|()| out.write_all(line))
            })
        })
    }

    fn explain(&self, common: &Common, problems: &mut Problems) -> io::Result<()> {
        common.output.write(problems, |out, problems| {
            self.input.each(common, problems, Need::Date, explained, |_, _, lines| out.write_all(lines.as_bytes()))
        })
    }

    fn timeml_file(&self, common: &Common, problems: &mut Problems) -> io::Result<()> {
        common.output.write(problems, |out, problems| {
            // Held back: of several documents none is written.
            let mut only = None;
            self.input.each(common, problems, Need::Page, TimeMl::of, |problems, place, file| {
                let file = file?;
                problems.diagnose(place, &file.left_out);
                if only.replace(file.xml).is_some() {
                    let message = "TimeML is one document a file; with several, name a folder with --output FOLDER/";
                    return Err(io::Error::new(io::ErrorKind::InvalidInput, message));
                }
                Ok(())
            })?;
            out.write_all(&only.unwrap_or_default())
        })
    }

    fn timeml_folder(&self, folder: &Path, common: &Common, problems: &mut Problems) -> io::Result<()> {
        let named =
            |path: &Path, error: &io::Error| io::Error::new(error.kind(), format!("{}: {error}", path.display()));
        fs::create_dir_all(folder).map_err(|error| named(folder, &error))?;
        let mut taken = HashSet::new();
        self.input.each(common, problems, Need::Page, TimeMl::of, |problems, place, file| {
            let file = file?;
            problems.diagnose(place, &file.left_out);
            let path = folder.join(file.name(&mut taken));
            fs::write(&path, &file.xml).map_err(|error| named(&path, &error))
        })
    }
}

/// A line an expression: document, code points, rule, value, anchor, text, parted by tabs.
fn explained(document: &Document) -> String {
    let mut points = timeline::CodePoints::new(&document.text);
    let mut lines = String::new();
    for timex in timeline::annotate(document) {
        let span = document.in_origin(points.span(timex.span));
        let place = format!("{}:{}-{}", document.id, span.start, span.end);
        let anchor = timex.anchor.map(|anchor| anchor.to_string()).unwrap_or_default();
        let text = timex.span.of(&document.text).split_whitespace().collect::<Vec<_>>().join(" ");
        let _ = writeln!(lines, "{place}\t{}\t{}\t{anchor}\t{text}", timex.rule, timex.value);
    }
    lines
}

struct TimeMl {
    id: String,
    xml: Vec<u8>,
    left_out: Vec<Diagnostic>,
}

impl TimeMl {
    fn of(document: &Document) -> io::Result<TimeMl> {
        let mut xml = Vec::new();
        let left_out = timeml::timexes(&mut xml, document, &timeline::annotate(document))?;
        Ok(TimeMl { id: document.id.clone(), xml, left_out })
    }

    /// The document's id with `.tml`, made fit for a file system, and with a number where it is taken.
    fn name(&self, taken: &mut HashSet<String>) -> String {
        let fit = |c: char| if c.is_alphanumeric() || matches!(c, '.' | '-' | '_') { c } else { '_' };
        let stem: String = self.id.chars().map(fit).collect();
        let stem = stem.trim_start_matches('.');
        let numbered = (2..).map(|n| format!("{stem}-{n}.tml"));
        let names = std::iter::once(format!("{stem}.tml")).chain(numbered);
        names.into_iter().find(|name| taken.insert(name.clone())).unwrap_or_default()
    }
}
