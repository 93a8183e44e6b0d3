//! A difference of two timelines for people: Markdown that reads as plain text.

use std::io::{self, Write};

use crate::calendar::Date;
use crate::diff::{Contradiction, Difference, Field, Merged, Moved, Named, Resettled, Revised, Split};

/// Writes what differs; a sentence where nothing does.
///
/// # Errors
///
/// Those of `out`.
pub fn difference(out: &mut dyn Write, difference: &Difference) -> io::Result<()> {
    if difference.is_empty() {
        return writeln!(out, "The two timelines are the same.");
    }
    let mut sections = Vec::new();
    let mut section = |head: &str, items: Vec<String>| {
        if !items.is_empty() {
            sections.push(format!("## {head}\n\n{}\n", items.join("\n")));
        }
    };
    let item = |text: &String| format!("- {text}");
    section("Documents added", difference.documents_added.iter().map(item).collect());
    section("Documents removed", difference.documents_removed.iter().map(item).collect());
    section("Moved", difference.moved.iter().map(moved).collect());
    section("Added", difference.added.iter().map(|entry| format!("- {}", named(entry))).collect());
    section("Removed", difference.removed.iter().map(|entry| format!("- {}", named(entry))).collect());
    section("Merged", difference.merged.iter().map(merged).collect());
    section("Split", difference.split.iter().map(split).collect());
    section("Revised", difference.revised.iter().map(revised).collect());
    section("New contradictions", difference.conflicts_new.iter().map(contradiction).collect());
    section("Contradictions gone", difference.conflicts_gone.iter().map(contradiction).collect());
    section("Contradictions settled otherwise", difference.conflicts_changed.iter().map(resettled).collect());
    out.write_all(sections.join("\n").as_bytes())
}

fn date(date: Option<Date>) -> String {
    date.map_or_else(|| "undated".to_owned(), |date| date.to_string())
}

fn named(entry: &Named) -> String {
    format!("{}: {} ({}; {})", date(entry.date), entry.title, entry.documents.join(", "), entry.id)
}

fn reasons(because: &[String]) -> String {
    because.iter().map(|reason| format!("\n  - {reason}")).collect()
}

/// "e-1a2b", "e-1a2b, was e-3c4d"
fn known_by(id: &str, was: Option<&str>) -> String {
    was.map_or_else(|| id.to_owned(), |was| format!("{id}, was {was}"))
}

fn moved(Moved { id, was, title, from, to, because }: &Moved) -> String {
    let id = known_by(id, was.as_deref());
    format!("- {title}: {} to {} ({id}){}", date(*from), date(*to), reasons(because))
}

fn merged(Merged { into, of, because }: &Merged) -> String {
    let of: String = of.iter().map(|entry| format!("\n  - of {}", named(entry))).collect();
    format!("- {}{of}{}", named(into), reasons(because))
}

fn split(Split { of, into, because }: &Split) -> String {
    let into: String = into.iter().map(|entry| format!("\n  - into {}", named(entry))).collect();
    format!("- {}{into}{}", named(of), reasons(because))
}

fn revised(Revised { id, was, title, fields }: &Revised) -> String {
    let id = known_by(id, was.as_deref());
    let fields: String = fields.iter().map(|field| format!("\n  - {}", changed(field))).collect();
    format!("- {title} ({id}){fields}")
}

fn changed(Field { name, from, to }: &Field) -> String {
    match (from, to) {
        (None, Some(to)) => format!("{name}: + {to}"),
        (Some(from), None) => format!("{name}: - {from}"),
        (Some(from), Some(to)) => format!("{name}: {from} → {to}"),
        (None, None) => name.to_string(),
    }
}

fn contradiction(Contradiction { id, kind, status, message }: &Contradiction) -> String {
    format!("- {kind}, {status}: {message} ({id})")
}

fn resettled(Resettled { id, was, kind, message, from, to }: &Resettled) -> String {
    let id = known_by(id, was.as_deref());
    format!("- {kind}: {message} ({id})\n  - before: {from}\n  - now: {to}")
}
