//! Markdown: a document that can be handed in.
//!
//! One item a line and no running numbers, so that one changed fact changes few lines. All text comes from the
//! timeline itself, so a timeline read back from JSON gives the same bytes.

mod escape;

use std::collections::BTreeMap;
use std::io::{self, Write};

use chrono::NaiveDate;

use crate::calendar::{Date, Qualifier, Unit, words};
use crate::diagnostic::{Diagnostic, Severity};
use crate::document::DocumentInfo;
use crate::timeline::{Change, Check, Conflict, Entry, Resolution, Source, Timeline};

use escape::{address, escape};

/// Writes the timeline: entries by year, conflicts, checks, what stayed undated, sources, remarks.
///
/// # Errors
///
/// Those of `out`.
pub fn timeline(out: &mut dyn Write, timeline: &Timeline) -> io::Result<()> {
    Markdown::new(timeline).write(out)
}

struct Markdown<'t> {
    timeline: &'t Timeline,
    documents: BTreeMap<&'t str, &'t DocumentInfo>,
    /// What a repair made of a statement's date, by the statement's id.
    changes: BTreeMap<&'t str, (&'t Change, &'t Resolution)>,
    /// Where each statement stands, by its id.
    sources: BTreeMap<&'t str, &'t Source>,
}

impl<'t> Markdown<'t> {
    fn new(timeline: &'t Timeline) -> Markdown<'t> {
        let entries = timeline.entries.iter().chain(&timeline.undated);
        let resolutions = timeline.conflicts.iter().map(|conflict| &conflict.resolution);
        Markdown {
            timeline,
            documents: timeline.documents.iter().map(|document| (document.id.as_str(), document)).collect(),
            changes: resolutions
                .flat_map(|resolution| resolution.changes.iter().map(move |change| (change, resolution)))
                .map(|(change, resolution)| (change.statement.as_str(), (change, resolution)))
                .collect(),
            sources: entries
                .flat_map(|entry| &entry.sources)
                .map(|source| (source.statement.as_str(), source))
                .collect(),
        }
    }

    fn write(&self, out: &mut dyn Write) -> io::Result<()> {
        writeln!(out, "# Timeline")?;
        if let Some(period) = period(&self.timeline.entries) {
            writeln!(out, "\n{period}")?;
        }
        self.entries(out)?;
        section(out, "Conflicts", &self.timeline.conflicts, |out, conflict| self.conflict(out, conflict))?;
        for (verdict, heading) in [
            ("confirmed", "Checks that held"),
            ("loose", "Checks that held loosely"),
            ("contradicted", "Checks that failed"),
            ("corrected", "Corrected by the documents themselves"),
            ("decided", "Settled by decision"),
        ] {
            let checks: Vec<&Check> = self.timeline.checks.iter().filter(|check| check.verdict == verdict).collect();
            section(out, heading, &checks, |out, check| writeln!(out, "- {}", escape(&check.message)))?;
        }
        section(out, "Undated", &self.timeline.undated, |out, entry| {
            // Its report bounds it, which is no date and yet more than nothing.
            let bound = |date: Option<Date>| date.and_then(Date::as_point);
            let title = escape(&entry.title);
            match (bound(entry.earliest), bound(entry.latest)) {
                (None, None) => writeln!(out, "- {title}")?,
                (start, end) => writeln!(out, "- **{}** – {title}", words::date(Date::interval(start, end)))?,
            }
            self.quotations(out, entry)
        })?;
        section(out, "Sources", &self.timeline.documents, |out, document| writeln!(out, "- {}", described(document)))?;
        section(out, "Remarks", &self.timeline.diagnostics, |out, diagnostic| writeln!(out, "- {}", remark(diagnostic)))
    }

    fn entries(&self, out: &mut dyn Write) -> io::Result<()> {
        let mut heading = None;
        for entry in &self.timeline.entries {
            let bounds = entry.date.map(Date::bounds).unwrap_or_default();
            let year = bounds.earliest.or(bounds.latest).map_or_else(|| "Year unknown".to_owned(), words::year);
            if heading.as_ref() != Some(&year) {
                writeln!(out, "\n## {year}\n")?;
                heading = Some(year);
            }
            let date = entry.date.map(|date| when(date, &entry.sources)).unwrap_or_default();
            writeln!(out, "- **{date}** – {}", escape(&entry.title))?;
            self.quotations(out, entry)?;
        }
        Ok(())
    }

    fn quotations(&self, out: &mut dyn Write, entry: &Entry) -> io::Result<()> {
        entry.sources.iter().try_for_each(|source| {
            let (document, reading) = (self.cited(&source.document), self.reading(entry, source));
            match source.quote.is_empty() {
                // Statements of other programs may come without the words.
                true => writeln!(out, "  - {document}{reading}"),
                false => writeln!(out, "  - {} – {document}{reading}", quoted(&source.quote)),
            }
        })
    }

    /// A document as a quotation names it: "*Moe Resigns* (The Oslo Courier, 7 March 1932)".
    fn cited(&self, id: &str) -> String {
        let Some(document) = self.documents.get(id) else { return escape(id) };
        let name = document.title.as_deref().map_or_else(|| escape(id), |title| format!("*{}*", escape(title)));
        let published = document.published.as_ref().map(|published| words::date(published.date));
        let beside: Vec<String> = document.publisher.as_deref().map(escape).into_iter().chain(published).collect();
        if beside.is_empty() { name } else { format!("{name} ({})", beside.join(", ")) }
    }

    /// How the source's own words lead to the entry's date, where they are not that date themselves.
    fn reading(&self, entry: &Entry, source: &Source) -> String {
        if let Some((change, resolution)) = self.changes.get(source.statement.as_str()) {
            return format!(". {}", repaired(change, resolution));
        }
        let plain = |date: Date| date.qualified(Qualifier::Exact);
        let same = |read_as: Date| entry.date.is_some_and(|date| plain(date) == plain(read_as));
        let Some(read_as) = source.read_as.filter(|read_as| source.anchor.is_some() || !same(*read_as)) else {
            return String::new();
        };
        let told = source.date_text.as_deref().map(escape).unwrap_or_default();
        let anchor = source.anchor.as_deref().map(|anchor| format!(", counted from {}", escape(anchor)));
        let when = when(read_as, std::slice::from_ref(source));
        match anchor {
            anchor if source.overtaken => format!(". Planned for {when}{}", anchor.unwrap_or_default()),
            None if told == when || told.is_empty() => format!(". It has {when}"),
            anchor => format!(". “{told}” is {when}{}", anchor.unwrap_or_default()),
        }
    }

    fn conflict(&self, out: &mut dyn Write, conflict: &Conflict) -> io::Result<()> {
        let Resolution { status, because, runner_up, changes, .. } = &conflict.resolution;
        let weight = match conflict.severity {
            Severity::Error => "Error",
            Severity::Warning => "Warning",
            Severity::Note => "Note",
        };
        // A note is there to be noted.
        let status = if conflict.severity == Severity::Note && status == "noted" { "" } else { status };
        let comma = if status.is_empty() { "" } else { ", " };
        writeln!(out, "- **{weight}{comma}{}.** {}", escape(status), escape(&conflict.message))?;
        for change in changes {
            let source = self.sources.get(change.statement.as_str());
            let document = source.map_or_else(|| escape(&change.statement), |source| self.cited(&source.document));
            writeln!(out, "  - {document}: {}", repaired(change, &conflict.resolution))?;
        }
        if !because.is_empty() {
            writeln!(out, "  - {}", escape(because))?;
        }
        if let Some(runner_up) = runner_up {
            let odds = conflict.resolution.odds().map(|odds| format!(" ({odds})")).unwrap_or_default();
            writeln!(out, "  - Next best: {}{odds}", escape(runner_up))?;
        }
        if let Some(reason) = &conflict.ignored {
            writeln!(out, "  - Left as it is: {}", escape(reason))?;
        }
        Ok(())
    }
}

/// A section and its items; nothing at all where there are none.
fn section<T>(
    out: &mut dyn Write,
    heading: &str,
    items: &[T],
    mut item: impl FnMut(&mut dyn Write, &T) -> io::Result<()>,
) -> io::Result<()> {
    if items.is_empty() {
        return Ok(());
    }
    writeln!(out, "\n## {heading}\n")?;
    items.iter().try_for_each(|one| item(out, one))
}

/// A date as its sources tell it: one that is open at an end is "since 2016" or "until May 1932" where the words say that it was so
/// all that time, and else a bound, "2016 or later".
fn when(date: Date, sources: &[Source]) -> String {
    let lasts = |source: &Source| {
        let text = source.date_text.as_deref().filter(|text| !text.is_empty())?;
        let (before, _) = source.quote.split_once(text)?;
        let last = before.trim_end().rsplit(' ').next()?;
        Some(["since", "until", "till"].iter().any(|word| last.eq_ignore_ascii_case(word)))
    };
    let is_told = sources.iter().any(|source| lasts(source) == Some(true));
    if is_told { words::when(date) } else { words::date(date) }
}

/// "From 3 May 1931 to 7 March 1932."
fn period(entries: &[Entry]) -> Option<String> {
    let dates = || entries.iter().filter_map(|entry| entry.date);
    let bounds = |date: &Date| (date.bounds().earliest, date.bounds().latest);
    let begins = |date: &Date| bounds(date).0.or(bounds(date).1);
    let ends = |date: &Date| bounds(date).1.or(bounds(date).0);
    let first = dates().filter(|date| begins(date).is_some()).min_by_key(begins)?;
    let last = dates().filter(|date| ends(date).is_some()).max_by_key(ends)?;
    let first = match first {
        Date::Interval { start: Some(point), .. } | Date::Interval { end: Some(point), .. } => point.into(),
        other => other,
    };
    let last = match last {
        Date::Interval { end: Some(point), .. } | Date::Interval { start: Some(point), .. } => point.into(),
        other => other,
    };
    let first = day_of_week(first, Unit::first_day);
    let last = day_of_week(last, Unit::last_day);
    let words = |date: Date| words::date(date.qualified(Qualifier::Exact));
    let (first, last) = (words(first), words(last));
    Some(if first == last { format!("Of {first}.") } else { format!("From {first} to {last}.") })
}

/// Of a week, which is told as a stretch of days, the one that a longer stretch begins or ends with.
fn day_of_week(date: Date, day: fn(Unit) -> Option<NaiveDate>) -> Date {
    let week = date.as_point().map(|point| point.unit).filter(|unit| matches!(unit, Unit::Week(..)));
    week.and_then(day).map_or(date, Date::from)
}

/// A longer quotation is cut.
const QUOTATION: usize = 600;

fn quoted(quote: &str) -> String {
    let quote = match quote.char_indices().nth(QUOTATION) {
        Some((cut, _)) => format!("{}…", escape(&quote[..cut])),
        None => escape(quote),
    };
    // A sentence that is all one quotation brings its marks along.
    if quote.starts_with('“') && quote.ends_with('”') { quote } else { format!("“{quote}”") }
}

/// A document with all that is known about it, and how its publication date is known.
fn described(document: &DocumentInfo) -> String {
    let name = escape(document.title.as_deref().unwrap_or(&document.id));
    let linked =
        document.url.as_deref().map_or_else(|| format!("*{name}*"), |url| format!("[{name}](<{}>)", address(url)));
    let publisher =
        document.publisher.as_deref().map(|publisher| format!(", {}", escape(publisher))).unwrap_or_default();
    let published = document.published.as_ref().map_or_else(
        || "Publication date unknown".to_owned(),
        |published| format!("Published {}: {}", words::date(published.date), escape(&published.how)),
    );
    format!("{linked}{publisher}. {published}. Id: {}", escape(&document.id))
}

/// What became of a date as it is written, and why.
fn repaired(change: &Change, resolution: &Resolution) -> String {
    let from = words::date(change.from);
    let slip = if change.slip.is_empty() { String::new() } else { format!(" ({})", escape(&change.slip)) };
    match (change.to.map(words::date), resolution.status.as_str()) {
        (None, _) => format!("{from} is set aside"),
        (Some(to), "repaired") => format!("{from} is taken as {to}{slip}"),
        (Some(to), _) => format!("{from} stands against {to}{slip}, undecided"),
    }
}

fn remark(diagnostic: &Diagnostic) -> String {
    let weight = match diagnostic.severity {
        Severity::Error => "Error",
        Severity::Warning => "Warning",
        Severity::Note => "Note",
    };
    let line = diagnostic.line.map(|line| format!(", line {line}")).unwrap_or_default();
    format!("{weight}, {}{line}: {}", escape(&diagnostic.document), escape(&diagnostic.message))
}

#[cfg(test)]
mod tests;
