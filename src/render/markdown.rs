//! Markdown: a document that can be handed in.

use std::io::{self, Write};

use crate::timeline::Timeline;

/// Writes the timeline.
///
/// # Errors
///
/// Those of `out`.
pub fn timeline(out: &mut dyn Write, timeline: &Timeline) -> io::Result<()> {
    writeln!(out, "# Timeline")?;
    for entry in &timeline.entries {
        let date = entry.date.map_or_else(String::new, |date| date.to_string());
        writeln!(out, "\n- {date} {}", entry.title)?;
    }
    Ok(())
}
