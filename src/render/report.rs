//! Findings for people: as a compiler tells them, with the source lines and the contradictory spans underlined.
//!
//! Columns are those of a terminal: wide characters take two, combining ones none, tabs four; a character that a terminal
//! would obey is shown as one that it would not. Of a long line only the part around the spans is shown.

use std::io::{self, Write};

use unicode_width::UnicodeWidthChar;

use crate::Span;
use crate::diagnostic::Severity;
use crate::finding::{Finding, Label, Text, Texts};

/// What is shown of a line before and behind a span, in columns.
const AROUND: usize = 40;

/// Spans further apart than this many bytes are shown apart.
const APART: usize = 50;

/// What is shown in one row is no longer than this many bytes, as far as it can be.
const ROW: usize = 100;

/// What is underlined of a span, at most, in bytes.
const UNDERLINED: usize = 120;

/// Whether the report is coloured, with the escape codes of terminals.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Color {
    /// Text alone.
    #[default]
    Never,
    /// Red errors, yellow warnings.
    Always,
}

/// Writes the findings that nobody ignored, and how many there are.
///
/// # Errors
///
/// Those of `out`.
pub fn findings(out: &mut dyn Write, findings: &[Finding], texts: &Texts, color: Color) -> io::Result<()> {
    let shown = findings.iter().filter(|finding| finding.ignored.is_none());
    shown.clone().try_for_each(|finding| self::finding(out, finding, texts, color))?;
    writeln!(out, "{}", summary(findings))
}

fn finding(out: &mut dyn Write, finding: &Finding, texts: &Texts, color: Color) -> io::Result<()> {
    let (word, ink) = match finding.severity {
        Severity::Error => ("error", Ink::Red),
        Severity::Warning => ("warning", Ink::Yellow),
        Severity::Note => ("note", Ink::Cyan),
    };
    let head = color.paint(ink, &format!("{word}[{}]", finding.code));
    writeln!(out, "{head}: {}", color.paint(Ink::Bold, &visible(&finding.message)))?;

    let rows = rows(&finding.labels, texts);
    let width = rows.iter().map(|row| row.line.to_string().len()).max().unwrap_or(1);
    let bar = color.paint(Ink::Blue, &format!("{:width$} |", ""));
    let mut at: Option<(&str, usize)> = None;
    for row in &rows {
        let document = row.labels[0].document.as_str();
        if at.is_none_or(|(last, _)| last != document) {
            let arrow = if at.is_none() { "-->" } else { ":::" };
            writeln!(out, "{:width$}{} {}", "", color.paint(Ink::Blue, arrow), place(row.labels[0]))?;
            writeln!(out, "{bar}")?;
        } else if at.is_some_and(|(_, last)| last + 1 < row.line) {
            writeln!(out, "{}", color.paint(Ink::Blue, "..."))?;
        }
        at = Some((document, row.line));
        writeln!(out, "{} {}", color.paint(Ink::Blue, &format!("{:>width$} |", row.line)), row.text)?;
        for label in &row.labels {
            let (mark, ink) = if label.primary { ("^", ink) } else { ("-", Ink::Blue) };
            let (before, under) = row.columns(label);
            let underline = color.paint(ink, &format!("{} {}", mark.repeat(under.max(1)), visible(&label.text)));
            writeln!(out, "{bar} {:before$}{underline}", "")?;
        }
    }
    if !rows.is_empty() {
        writeln!(out, "{bar}")?;
    }
    let mut note = |name: &str, text: &str| {
        let name = color.paint(Ink::Bold, name);
        writeln!(out, "{:width$} {} {name}: {}", "", color.paint(Ink::Blue, "="), visible(text))
    };
    if finding.unshown > 0 {
        note("note", &format!("{} further statements are not shown", finding.unshown))?;
    }
    note("help", &finding.help)?;
    if let Some(runner_up) = &finding.runner_up {
        note("next best", runner_up)?;
    }
    note("id", &format!("{}@{}", finding.id, finding.evidence))?;
    writeln!(out)
}

/// `herald.txt:12:34`; of a file with a document a line, `wires.jsonl:7 (wire-12, 1:34)`.
fn place(label: &Label) -> String {
    let (line, column) = (label.from.line, label.from.column);
    match label.file_line {
        Some(file_line) => format!("{}:{file_line} ({}, {line}:{column})", label.file, label.document),
        None => format!("{}:{line}:{column}", label.file),
    }
}

/// A stretch of one line, and the labels on it.
struct Row<'l> {
    line: usize,
    /// The stretch, as a terminal shows it.
    text: String,
    labels: Vec<&'l Label>,
    /// The stretch in the document.
    span: Span,
    /// The columns of the ellipsis in front.
    indent: usize,
    source: &'l Text,
}

/// The rows of a report: documents in the order of their first labels, lines in the order of the text.
fn rows<'l>(labels: &'l [Label], texts: &'l Texts) -> Vec<Row<'l>> {
    let mut documents: Vec<&str> = Vec::new();
    for label in labels {
        if !documents.contains(&label.document.as_str()) {
            documents.push(&label.document);
        }
    }
    let mut rows = Vec::new();
    for document in documents {
        let Some(source) = texts.get(document) else { continue };
        let mut here: Vec<&Label> = labels.iter().filter(|label| label.document == document).collect();
        here.sort_by_key(|label| (label.span, !label.primary));
        let mut from = 0;
        for at in 1..=here.len() {
            let (first, last) = (here[from], here[at - 1]);
            let near = |next: &&&Label| {
                next.from.line == first.from.line
                    && next.span.start < underlined(source, last).end + APART
                    && next.span.end < first.span.start + ROW
            };
            if here.get(at).filter(near).is_none() {
                rows.push(Row::new(source, &here[from..at]));
                from = at;
            }
        }
    }
    rows
}

impl<'l> Row<'l> {
    fn new(source: &'l Text, labels: &[&'l Label]) -> Row<'l> {
        let line = labels[0].from.line;
        let whole = source.line(line);
        let end = labels.iter().map(|label| underlined(source, label).end).max().unwrap_or(whole.end);
        let span = Span::new(
            before(source, whole.start, labels[0].span.start.min(whole.end)),
            behind(source, end.max(whole.start), whole.end),
        );
        let cut = |cut: bool| if cut { "…" } else { "" };
        let head = cut(span.start > whole.start);
        let text = format!("{head}{}{}", visible(span.of(&source.text)), cut(span.end < whole.end));
        Row { line, text, labels: labels.to_vec(), span, indent: head.chars().count(), source }
    }

    /// The columns before a label and under it.
    fn columns(&self, label: &Label) -> (usize, usize) {
        let span = underlined(self.source, label);
        let columns = |from: usize, to: usize| width(self.source.text.get(from..to).unwrap_or_default());
        (self.indent + columns(self.span.start, span.start), columns(span.start, span.end))
    }
}

/// What of a label stands on its first line, and is not too long to underline.
fn underlined(source: &Text, label: &Label) -> Span {
    let line = source.line(label.from.line);
    let end = label.span.end.min(line.end).min(source.ceil(label.span.start + UNDERLINED));
    Span { start: label.span.start, end: end.max(label.span.start) }
}

/// Where the excerpt begins: at a word some columns before `at`, or at the start of the line.
fn before(source: &Text, start: usize, at: usize) -> usize {
    let text = source.text.get(start..at).unwrap_or_default();
    let mut columns = 0;
    let far = text.char_indices().rev().find(|&(_, c)| {
        columns += columns_of(c);
        columns > AROUND
    });
    let Some((cut, _)) = far else { return start };
    let word = text[cut..].find(' ').map_or(cut, |space| cut + space + 1);
    start + word
}

/// Where the excerpt ends: at a word some columns behind `at`, or at the end of the line.
fn behind(source: &Text, at: usize, end: usize) -> usize {
    let text = source.text.get(at..end).unwrap_or_default();
    let mut columns = 0;
    let far = text.char_indices().find(|&(_, c)| {
        columns += columns_of(c);
        columns > AROUND
    });
    let Some((cut, _)) = far else { return end };
    at + text[..cut].rfind(' ').unwrap_or(cut)
}

fn width(text: &str) -> usize {
    text.chars().map(columns_of).sum()
}

fn columns_of(c: char) -> usize {
    match c {
        '\t' => TAB.len(),
        _ if obeyed(c) => 1,
        _ => c.width().unwrap_or(0),
    }
}

const TAB: &str = "    ";

/// Whether a terminal would do something other than show the character: control codes, and what turns the direction
/// of writing, by which a text could show other dates than it holds.
fn obeyed(c: char) -> bool {
    c.is_control() || matches!(c, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
}

fn visible(text: &str) -> String {
    let mut shown = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\t' => shown.push_str(TAB),
            '\n' => shown.push(' '),
            _ if obeyed(c) => shown.push(char::REPLACEMENT_CHARACTER),
            _ => shown.push(c),
        }
    }
    shown
}

fn summary(findings: &[Finding]) -> String {
    let count =
        |severity| findings.iter().filter(|finding| finding.ignored.is_none() && finding.severity == severity).count();
    let counts = [
        (count(Severity::Error), "error", "errors"),
        (count(Severity::Warning), "warning", "warnings"),
        (count(Severity::Note), "note", "notes"),
        (findings.iter().filter(|finding| finding.ignored.is_some()).count(), "ignored", "ignored"),
    ];
    let told = counts.iter().filter(|(count, ..)| *count > 0);
    let words: Vec<String> =
        told.map(|&(count, one, many)| format!("{count} {}", if count == 1 { one } else { many })).collect();
    if words.is_empty() { "nothing contradicts".to_owned() } else { words.join(", ") }
}

#[derive(Clone, Copy)]
enum Ink {
    Bold,
    Red,
    Yellow,
    Blue,
    Cyan,
}

impl Color {
    fn paint(self, ink: Ink, text: &str) -> String {
        let code = match (self, ink) {
            (Color::Never, _) => return text.to_owned(),
            (Color::Always, Ink::Bold) => "1",
            (Color::Always, Ink::Red) => "1;31",
            (Color::Always, Ink::Yellow) => "1;33",
            (Color::Always, Ink::Blue) => "1;34",
            (Color::Always, Ink::Cyan) => "1;36",
        };
        format!("\x1b[{code}m{text}\x1b[0m")
    }
}

#[cfg(test)]
mod tests;
