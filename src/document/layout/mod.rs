//! The parts of a page: its head, the article's prose, and what stands round it.
//!
//! Furniture gives no entries, so a mistake here loses what an article says. Doubt is therefore settled for the prose.

mod body;
mod calendar;
mod head;
mod lines;
mod phrases;
mod stamp;

use super::{Region, RegionKind};

pub(super) use stamp::{Stamp, StampRole};

/// What the page tells of its own article.
#[derive(Debug)]
pub(super) struct Layout<'t> {
    pub(super) title: Option<&'t str>,
    pub(super) author: Option<&'t str>,
    pub(super) publisher: Option<&'t str>,
    pub(super) url: Option<&'t str>,
    pub(super) stamp: Option<Stamp>,
    /// All that is not prose, in order, not overlapping.
    pub(super) regions: Vec<Region>,
}

/// Reads the layout of a text.
pub(super) fn layout(text: &str) -> Layout<'_> {
    let head = head::head(text);
    let body = body::walk(text, head.span.end);
    let mut regions = Vec::with_capacity(body.regions.len() + 1);
    if !head.span.is_empty() {
        regions.push(Region { span: head.span, kind: RegionKind::Head });
    }
    regions.extend(body.regions);
    Layout {
        title: head.title,
        author: head.author.or(body.author),
        publisher: head.publisher,
        url: body.url,
        stamp: head.stamp,
        regions,
    }
}
