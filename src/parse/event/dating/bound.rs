//! Dates that bound an event rather than date it ("before 1900", "no later than 5 May", "some time after 1910"), and dates that
//! are only about right.
//!
//! What happened before 1900 did not happen in 1900, but in 1899 or earlier. What happened after 1945 may have begun in that year.

use crate::Span;
use crate::calendar::{Date, Grain, Period, Point, Qualifier, Unit};
use crate::statement::Statement;
use crate::timex::{Modifier, Timex, TimexClass};

/// Has each of the statements say how far its date is one.
pub(crate) fn tell(text: &str, timexes: &[Timex], statements: &mut [Statement]) {
    for statement in statements {
        let Some((point, span)) = statement.date.and_then(Date::as_point).zip(statement.date_span) else { continue };
        let timex = timexes.get(timexes.partition_point(|timex| timex.span.start < span.start));
        let about = timex.is_some_and(|timex| timex.span == span && timex.modifier == Some(Modifier::Approx));
        let exact = point.qualifier == Qualifier::Exact;
        let point = if about && exact { Point { qualifier: Qualifier::Approximate, ..point } } else { point };
        // A time of day is hardly ever a bound: "by noon", "after midnight".
        let is_hour = timex.is_some_and(|timex| timex.span == span && timex.class == TimexClass::Time);
        let open = point.unit.grain() >= Grain::Day && !is_hour && !is_attribute(&text[span.end..]);
        let side = if open { side(text, span, point.unit, statement) } else { None };
        statement.date = Some(match side {
            Some(Side::About) => Point { qualifier: Qualifier::Approximate, ..point }.into(),
            Some(Side::Before) => Date::interval(None, Some(one_before(point))),
            Some(Side::Within) => Date::interval(None, Some(point)),
            Some(Side::After) => Date::interval(Some(point), None),
            None => point.into(),
        });
    }
}

#[derive(Clone, Copy, Debug, PartialEq)]
enum Side {
    /// Earlier: "before 1900".
    Before,
    /// Then or earlier: "by 1900".
    Within,
    /// Then or later.
    After,
    /// Then or little earlier or later: "on or before 9 July" is what an archive has of a day that it could not find.
    About,
}

/// The day before a day, the year before a year.
fn one_before(point: Point) -> Point {
    let one = Period::default();
    let unit = match point.unit {
        Unit::Century(_) => Period { years: 100, ..one },
        Unit::Decade(_) => Period { years: 10, ..one },
        Unit::Year(_) => Period { years: 1, ..one },
        Unit::Month(..) => Period { months: 1, ..one },
        Unit::Day(_) => Period { days: 1, ..one },
        _ => return point,
    };
    Date::from(point).checked_sub(unit).and_then(Date::as_point).unwrap_or(point)
}

/// A word that leads to a date is so many bytes long at most, all three of "no later than".
const LEADS: usize = 40;

/// What stands before "before" and "after" where the distance is told, or a part of a day: "the morning after 5 May".
const UNITS: [&str; 13] = [
    "minute",
    "hour",
    "day",
    "week",
    "month",
    "year",
    "decade",
    "century",
    "centuries",
    "morning",
    "evening",
    "night",
    "moment",
];

/// Whom "by" tells of what it follows is no bound: "followed by 1950".
const AGENTS: [&str; 4] = ["followed", "preceded", "succeeded", "accompanied"];

/// What may follow a date that stands by itself: "before May in", but not "before the May meeting".
const FREE: [&str; 28] = [
    "a", "and", "as", "at", "because", "but", "by", "for", "from", "he", "if", "in", "it", "of", "on", "or", "she",
    "than", "that", "the", "they", "to", "under", "when", "where", "which", "while", "with",
];

/// Whether the date before `after` only says which thing is meant: "after the 16 July meeting", "before the 1953 floods".
fn is_attribute(after: &str) -> bool {
    let word = after.strip_prefix(' ').unwrap_or_default();
    let word = &word[..word.find(|c: char| !c.is_ascii_lowercase()).unwrap_or(word.len())];
    !word.is_empty() && !FREE.contains(&word)
}

/// On which side of its date the event is, as the words before that have it.
fn side(text: &str, date: Span, unit: Unit, statement: &Statement) -> Option<Side> {
    let before = &text[..date.start];
    let mut from = before.len().saturating_sub(LEADS);
    while !before.is_char_boundary(from) {
        from += 1;
    }
    let near = before[from..].strip_suffix([' ', '\n'])?;
    let stretch = matches!(unit, Unit::Decade(_) | Unit::Century(_));
    let near = near.strip_suffix(" the").filter(|_| stretch).unwrap_or(near);
    let mut words = near.rsplit([' ', '\n']);
    let mut next = || words.next().unwrap_or_default();
    let (last, second, third) = (next(), next(), next());
    let is = |word: &str, other: &str| word.eq_ignore_ascii_case(other);
    let is_counted = UNITS.iter().any(|unit| second.strip_suffix('s').unwrap_or(second).eq_ignore_ascii_case(unit));
    let negated = is(second, "not") || is(second, "never");
    if is(second, "or") && is(third, "on") {
        return Some(Side::About);
    }
    if is(last, "before") {
        return if negated { Some(Side::After) } else { (!is_counted).then_some(Side::Before) };
    }
    if is(last, "after") {
        return (!is_counted && !negated).then_some(Side::After);
    }
    if is(last, "by") {
        return (!AGENTS.iter().any(|word| is(second, word))).then_some(Side::Within);
    }
    if is(last, "to") && is(second, "prior") {
        return Some(Side::Before);
    }
    if is(last, "than") {
        let negated = is(third, "no") || is(third, "not");
        return match (is(second, "later"), is(second, "earlier")) {
            (true, _) if negated => Some(Side::Within),
            (_, true) if negated => Some(Side::After),
            (true, _) => Some(Side::After),
            (_, true) => Some(Side::Before),
            _ => None,
        };
    }
    // "was closed until May"; but a term ends in the month that it lasts until, and what "was not opened until May" was opened then.
    let lasts = is(last, "until") || is(last, "till") || is(last, "to") && is(second, "up");
    let negated = || is_negated(&before[..from + near.len()]) || is_then_negated(&text[date.end..]);
    (lasts && !statement.kind.is_office() && !negated()).then_some(Side::Within)
}

/// Whether the sentence that `before` ends in says no to what it tells.
fn is_negated(before: &str) -> bool {
    let sentence = before.rsplit_once(". ").map_or(before, |(_, sentence)| sentence);
    sentence.split([' ', '\n']).rev().take(24).any(says_no)
}

/// Whether a date that opens its sentence is that of what did not happen before: "Until Thursday, they had not called".
fn is_then_negated(after: &str) -> bool {
    after.strip_prefix(", ").is_some_and(|rest| rest.split([' ', '\n', '.']).take(6).any(says_no))
}

fn says_no(word: &str) -> bool {
    ["not", "never", "no", "nor", "nobody", "nothing", "none"].iter().any(|no| word.eq_ignore_ascii_case(no))
        || word.ends_with("n't")
        || word.ends_with("n’t")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::statement::Kind;

    fn of(kind: &str, before: &str) -> Option<Side> {
        let unit = if before.ends_with("the ") { Unit::Decade(199) } else { Unit::Year(1990) };
        let (before, after) = before.split_once('|').unwrap_or((before, ""));
        let text = format!("{before}1990{after}");
        side(
            &text,
            Span::new(before.len(), before.len() + 4),
            unit,
            &Statement { kind: Kind::from(kind), ..Statement::default() },
        )
    }

    #[test]
    fn what_is_before_after_and_by_a_date_is_bounded() {
        for before in ["It was built before ", "Prior to ", "earlier than ", "before the "] {
            assert_eq!(of("event", before), Some(Side::Before), "{before}");
        }
        for within in ["The coast was German by ", "No later than ", "by the "] {
            assert_eq!(of("event", within), Some(Side::Within), "{within}");
        }
        for after in
            ["It was built shortly after ", "not before ", "no earlier than ", "later than ", "It rained after\n"]
        {
            assert_eq!(of("event", after), Some(Side::After), "{after}");
        }
    }

    #[test]
    fn what_is_on_or_counted_from_a_date_is_not() {
        for on in [
            "It was built on ",
            "two weeks before ",
            "the night after ",
            "was followed by ",
            "more than ",
            "close to ",
            "after a ",
            "",
        ] {
            assert_eq!(of("event", on), None, "{on}");
        }
    }

    #[test]
    fn a_date_that_names_a_thing_bounds_nothing() {
        assert!(is_attribute(" floods, nobody") && is_attribute(" meeting"));
        assert!(
            !is_attribute(".") && !is_attribute(" in Corr") && !is_attribute(" Anna Lind") && !is_attribute(", he")
        );
        assert_eq!(of("credentials", "Presented credentials: On or before "), Some(Side::About));
    }

    #[test]
    fn what_lasts_until_a_date_ends_by_it_and_a_term_ends_then() {
        assert_eq!(of("event", "The road was closed until "), Some(Side::Within));
        assert_eq!(of("event", "The mill ground corn up to "), Some(Side::Within));
        assert_eq!(of("term_end", "She served until "), None);
        assert_eq!(of("event", "The road was not opened until "), None);
        assert_eq!(of("event", "Until |, they had not called."), None);
        assert_eq!(of("event", "It did not rain. The road was closed until "), Some(Side::Within));
    }

    #[test]
    fn the_one_before_is_of_the_same_unit() {
        for (date, before) in [("1900", "1899"), ("2019-01", "2018-12"), ("2019-03-01", "2019-02-28"), ("199X", "198X")]
        {
            let point = date.parse::<Date>().unwrap().as_point().unwrap();
            assert_eq!(Date::from(one_before(point)).to_string(), before);
        }
    }
}
