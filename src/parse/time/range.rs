//! Intervals: `from 2003 through 2005`, `between May and June 1932`, `1914-18`. Each end is an expression of its own;
//! what lies between is told on both.

use crate::Span;
use crate::calendar::{Bounds, Date};
use crate::timex::{Timex, TimexRange};

/// Marks the expressions that are the ends of one interval.
pub(super) fn link(text: &str, timexes: &mut [Timex]) {
    for last in 1..timexes.len() {
        let (before, after) = timexes.split_at_mut(last);
        let (Some(first), Some(last)) = (before.last_mut(), after.first_mut()) else { continue };
        if let Some(date) = interval(text, first, last) {
            let range = Some(TimexRange { span: Span::new(first.span.start, last.span.end), date });
            (first.range, last.range) = (range, range);
        }
    }
}

/// The interval from `first` to `last`, where the words between them make one and it runs forward.
fn interval(text: &str, first: &Timex, last: &Timex) -> Option<Date> {
    if !joined(text, first.span, last.span) {
        return None;
    }
    let (start, end) = (first.date?.as_point()?, last.date?.as_point()?);
    let forward = |bounds: Bounds, later: Bounds| bounds.earliest?.lt(&later.earliest?).then_some(());
    forward(start.unit.bounds(), end.unit.bounds())?;
    Some(Date::interval(Some(start), Some(end)))
}

/// Whether `-`, `to` or `through` stands between, or `between` before and `and` between. Words may be wrapped; a dash
/// beside a line break is a list's.
pub(super) fn joined(text: &str, first: Span, last: Span) -> bool {
    let between = text.get(first.end..last.start).unwrap_or_default();
    let joint = between.trim();
    let joint = ["early", "late", "mid"].into_iter().find_map(|word| joint.strip_suffix(word)).unwrap_or(joint).trim();
    let is = |words: &[&str]| words.iter().any(|word| word.eq_ignore_ascii_case(joint));
    let opened = || ends_with_word(text.get(..first.start).unwrap_or_default().trim_end(), "between");
    let breaks = || between.bytes().filter(|&byte| byte == b'\n').count();
    if is(&["-", "–"]) {
        return breaks() == 0;
    }
    (is(&["to", "through", "thru", "until", "till", "up to"]) || is(&["and"]) && opened()) && breaks() < 2
}

/// Whether `word`, after white space, is the last of `text`; only so much of the text is looked at.
pub(super) fn ends_with_word(text: &str, word: &str) -> bool {
    let at = text.len().checked_sub(word.len());
    let last = at.and_then(|at| Some((text.get(..at)?, text.get(at..)?)));
    last.is_some_and(|(before, last)| {
        last.eq_ignore_ascii_case(word) && (before.is_empty() || before.ends_with(char::is_whitespace))
    })
}

#[cfg(test)]
mod tests {
    use crate::Document;
    use crate::parse::time::timexes;

    /// The intervals of a text, once for each end.
    fn ranges(text: &str) -> Vec<String> {
        let timexes = timexes(&Document::new("a", text));
        timexes.iter().filter_map(|timex| timex.range).map(|range| range.date.to_string()).collect()
    }

    #[test]
    fn both_ends_tell_the_interval() {
        assert_eq!(ranges("She sat from 1931 through 1933."), ["1931/1933", "1931/1933"]);
        assert_eq!(ranges("She sat from 1931\nthrough 1933."), ["1931/1933", "1931/1933"]);
        assert_eq!(ranges("The strikes of 1931-33 ended."), ["1931/1933", "1931/1933"]);
        assert_eq!(ranges("It fell between May and June 1932."), ["1932-05/1932-06", "1932-05/1932-06"]);
        assert_eq!(ranges("Open 3-5 July 1932."), ["1932-07-03/1932-07-05", "1932-07-03/1932-07-05"]);
    }

    #[test]
    fn a_list_is_no_interval() {
        assert!(ranges("He won in 1931 and 1933.").is_empty());
        assert!(ranges("1931\n- 1933").is_empty());
        assert!(ranges("1931\n\n– 3 March 1933: Lie left.").is_empty());
        assert!(ranges("It lasted from 1931 to\n\n1933").is_empty());
        assert!(ranges("It went from 1933 back to 1931.").is_empty());
    }
}
