//! The parts of a page: its head, the article's prose, and what stands round it.
//!
//! Furniture gives no entries, so a mistake here loses what an article says. Doubt is therefore settled for the prose.

mod body;
mod calendar;
mod facts;
mod foot;
mod head;
mod lines;
mod matter;
mod pages;
mod paper;
mod phrases;
mod shape;
mod stamp;
mod wire;

use super::{Region, RegionKind};

pub(super) use facts::Facts;
pub(super) use pages::is_page_mark;
pub(super) use paper::title_and_paper;
pub(super) use stamp::{Stamp, StampRole, stamp};
pub(super) use wire::is_chronicle;

/// What the page tells of its own article.
#[derive(Debug)]
pub(super) struct Layout<'t> {
    /// What all its parts tell.
    pub(super) facts: Facts<'t>,
    /// The change that the foot tells of; the article may have appeared long before.
    pub(super) changed: Option<Stamp>,
    /// The agency that the first line names.
    pub(super) agency: Option<&'t str>,
    /// The place and day that the first line begins with.
    pub(super) dateline: Option<&'t str>,
    /// All that is not prose, in order, not overlapping.
    pub(super) regions: Vec<Region>,
}

/// Reads the layout of a text.
pub(super) fn layout(text: &str) -> Layout<'_> {
    let mut matter = matter::matter(text);
    let mut head = head::head(text, matter.span.end);
    let above = matter.span.end.max(head.span.end);
    let body = body::walk(text, above);
    let foot = foot::foot(text, above, &body.regions);
    let changed = |stamp: &Stamp| stamp.role == StampRole::Updated;
    let tops = [matter.span, head.span].into_iter().filter(|span| !span.is_empty());
    let below = Some(head.below).filter(|line| !line.is_empty() && !foot.lines.contains(line));
    let ends = below
        .into_iter()
        .chain(foot.lines)
        .filter(|line| !body.regions.iter().any(|region| region.span.overlaps(*line)));
    let mut regions: Vec<Region> = tops.chain(ends).map(|span| Region { span, kind: RegionKind::Head }).collect();
    regions.extend(body.regions);
    regions.sort_by_key(|region| region.span.start);
    let stamps =
        [matter.facts.stamp.take(), head.facts.stamp.take(), foot.stamp.clone().filter(|stamp| !changed(stamp))];
    let facts = matter.facts.or(head.facts);
    Layout {
        facts: Facts {
            title: facts.title,
            author: facts.author.or(body.author),
            publisher: facts.publisher.or(foot.publisher),
            url: facts.url.or(body.url).or(foot.url),
            stamp: published(stamps),
        },
        agency: head.wire.agency,
        changed: foot.stamp.filter(changed),
        dateline: head.wire.dateline,
        regions,
    }
}

/// The first of the stamps that is not of a change, or the first.
fn published(stamps: [Option<Stamp>; 3]) -> Option<Stamp> {
    let mut stamps: Vec<Stamp> = stamps.into_iter().flatten().collect();
    let first = stamps.iter().position(|stamp| stamp.role != StampRole::Updated).unwrap_or_default();
    (first < stamps.len()).then(|| stamps.swap_remove(first))
}
