//! What the lines below make of a line of the head: a headline is known by what it leads to.

use super::Lines;
use crate::document::layout::shape::{byline, is_rule, is_title, own_address};
use crate::document::layout::stamp::stamp;
use crate::document::layout::wire::wire;

/// What the lines below a line of the head make of it.
#[derive(Clone, Copy)]
pub(super) struct Below {
    /// A blank line stands between.
    pub(super) apart: bool,
    /// The next line dates the article.
    pub(super) dated: bool,
    /// The next line names the author.
    pub(super) signed: bool,
    /// The next line is the article's address.
    pub(super) addressed: bool,
    /// The next line begins with a dateline that dates the article.
    pub(super) wired: bool,
    /// The next line that is no date may be a title.
    pub(super) titled: bool,
    /// The next line begins as a sentence does.
    pub(super) opens: bool,
    /// A line soon below dates the article, and those up to it are of a head.
    pub(super) headed: bool,
}

impl Below {
    pub(super) fn of(lines: &Lines<'_>, at: usize) -> Below {
        let next = at + 1;
        let following = lines.words(next);
        let (text, end) = (lines.text, lines.spans[at].end);
        let start = lines.spans.get(next).map_or(end, |next| next.start);
        let dates = |line: usize| lines.stamp(line).is_some();
        let of_head =
            |&line: &usize| !dates(line) && (may_stand_between(lines.words(line)) || is_title(lines.words(line)));
        let last = lines.spans.len();
        let between = (next..last.min(next + BETWEEN)).take_while(of_head).count();
        let signed = || (at..next + between).any(|line| is_by(lines.words(line)));
        let between = if between == BETWEEN && !dates(next + between) && signed() {
            (next..last.min(next + SIGNED)).take_while(of_head).count()
        } else {
            between
        };
        Below {
            apart: text[end..start].bytes().filter(|&byte| byte == b'\n').count() > 1,
            dated: dates(next),
            signed: byline(following).is_some(),
            addressed: own_address(following).is_some(),
            wired: wire(following).dateline.is_some_and(|dateline| stamp(dateline).is_some()),
            titled: is_title(lines.words(next + usize::from(dates(next)))),
            opens: following.starts_with(|c: char| !c.is_lowercase()),
            headed: dates(next + between) || is_rule(following),
        }
    }
}

/// So many lines stand between a title and its date at most, and so many where one of them signs the article.
pub(super) const BETWEEN: usize = 3;
const SIGNED: usize = 6;

/// A longer line, in bytes, is no part of a head that nothing else knows.
const BESIDE: usize = 80;

/// "By": the name stands on the next line.
fn is_by(line: &str) -> bool {
    line.eq_ignore_ascii_case("by") || byline(line).is_some()
}

/// A short line that may belong to a head: the second half of its title too, "from our own correspondents".
pub(super) fn may_stand_between(line: &str) -> bool {
    let goes_on = || {
        line.starts_with(|c: char| c.is_ascii_lowercase())
            && line.ends_with(char::is_alphanumeric)
            && line.split(' ').count() <= GOES_ON
    };
    line.len() <= BESIDE && (is_title(line) || goes_on())
}

/// The second half of a title has so many words at most.
const GOES_ON: usize = 6;
