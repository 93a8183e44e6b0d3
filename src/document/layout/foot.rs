//! The lines below the prose: when it appeared, where, and in what paper.

use super::lines::lines_from_end;
use super::paper::{is_masthead, masthead_beside};
use super::phrases::{Role, role};
use super::stamp::{Stamp, StampRole, stamp};
use crate::Span;
use crate::document::{Region, RegionKind, address};

/// A foot is looked for in so many of the last lines.
const LINES: usize = 6;

/// What stands below the prose.
#[derive(Debug, Default)]
pub(super) struct Foot<'t> {
    pub(super) publisher: Option<&'t str>,
    pub(super) url: Option<&'t str>,
    pub(super) stamp: Option<Stamp>,
    /// The lines that were understood, in order.
    pub(super) lines: Vec<Span>,
}

/// Reads the lines at the end of `text` back to `from`, as far as each of them is understood; `regions` are those of
/// the page's body, whose furniture may stand in between.
pub(super) fn foot<'t>(text: &'t str, from: usize, regions: &[Region]) -> Foot<'t> {
    let body = text.get(from..).unwrap_or_default();
    let mut last = lines_from_end(body).map(|line| Span::new(line.start + from, line.end + from)).peekable();
    let mut foot = Foot::default();
    for _ in 0..LINES {
        // What the foot stands below.
        let (Some(line), Some(above)) = (last.next(), last.peek().copied()) else { break };
        let region = regions.iter().rev().find(|region| region.span.overlaps(line)).map(|region| region.kind);
        if region == Some(RegionKind::Comment) {
            break;
        }
        let words = line.of(text);
        if let Some(found) = stamp(words).filter(|found| {
            // A date that nothing is said of may be that of another article, or the last line of the prose.
            let apart = ends_paragraph(text, above, line);
            found.role != StampRole::Bare || region.is_none() && apart
        }) {
            foot.publisher = foot.publisher.or_else(|| masthead_beside(words, &found.text));
            if foot.stamp.as_ref().is_none_or(|known| known.role == StampRole::Updated) {
                foot.stamp = Some(found);
            }
            foot.lines.push(line);
        } else if let Some(url) = address::find(words).filter(|url| words.len() <= url.len() + 4) {
            foot.url = foot.url.or(Some(url));
            foot.lines.push(line);
        } else if let Some(paper) = source(words) {
            foot.publisher = foot.publisher.or(Some(paper));
            foot.lines.push(line);
        } else if region.is_none() {
            break;
        }
    }
    foot.lines.reverse();
    foot
}

/// "Source: The Oslo Post"
fn source(line: &str) -> Option<&str> {
    let Some(Role::Address(end)) = role(line) else { return None };
    Some(line[end..].trim()).filter(|paper| is_masthead(paper))
}

/// Whether the line above ends a paragraph: by its stop, or by the blank line below it.
fn ends_paragraph(text: &str, above: Span, line: Span) -> bool {
    let blank = text[above.end..line.start].bytes().filter(|&byte| byte == b'\n').count() > 1;
    blank || above.of(text).ends_with(['.', '!', '?', '"', '”', ')'])
}

#[cfg(test)]
mod tests {
    use super::*;

    const ARTICLE: &str = "Moe resigned on March 5, 1932. The king asked Lie to form a government, which he did.";

    fn date(text: &str) -> Option<String> {
        foot(text, 0, &[]).stamp.map(|stamp| stamp.date.to_string())
    }

    #[test]
    fn the_date_below_the_prose_is_taken() {
        for line in [
            "Published: 7 March 1932",
            "(Published Mar. 7, 1932)",
            "First published on Mon 7 Mar 1932",
            "7 March 1932",
            "The Oslo Post, 7 March 1932",
            "Published: 7 March 1932\n\nhttps://example.org/moe",
        ] {
            assert_eq!(date(&format!("{ARTICLE}\n\n{line}\n")).as_deref(), Some("1932-03-07"), "{line}");
        }
        let text = format!("{ARTICLE}\n\nThe Oslo Post, 7 March 1932\n");
        assert_eq!(foot(&text, 0, &[]).publisher, Some("The Oslo Post"));
        let text = format!("{ARTICLE}\n\nSource: The Oslo Post\n");
        assert_eq!(foot(&text, 0, &[]).publisher, Some("The Oslo Post"));
        let text = format!("{ARTICLE}\n\nhttps://example.org/1932/03/07/moe\n");
        assert_eq!(foot(&text, 0, &[]).url, Some("https://example.org/1932/03/07/moe"));
    }

    #[test]
    fn the_first_publication_is_taken_before_a_change() {
        for foot in [
            "First published on 7 March 1932. Last updated on 9 March 1932.",
            "Last updated: 9 March 1932\nFirst published: 7 March 1932",
            "First published: 7 March 1932\nLast updated: 9 March 1932",
            "Last updated 9 March 1932, first published 7 March 1932",
        ] {
            assert_eq!(date(&format!("{ARTICLE}\n\n{foot}\n")).as_deref(), Some("1932-03-07"), "{foot}");
        }
    }

    #[test]
    fn prose_is_no_foot() {
        for line in ["He had come on 7 March 1932.", "7 March", "See https://example.org for more."] {
            assert_eq!(date(&format!("{ARTICLE}\n\n{line}\n")), None, "{line}");
        }
        assert_eq!(date(&format!("{ARTICLE} He came back on\n7 March 1932")), None);
        assert_eq!(date("7 March 1932"), None);
    }
}
