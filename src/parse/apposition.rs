//! Two expressions for one date: `the next day, on June 12, 2019`, `only last Monday, on May 4`, `on May 3, four weeks later`,
//! `on Independence Day, 24 August 2023`.
//!
//! The one that stands by itself dates the event; the one that is counted from elsewhere is evidence for it.
//!
//! Counter-examples: `on Monday and on May 4`, `in 2018, 2019 and 2020`: neither explains the other.

use chrono::Weekday;

use crate::calendar::Date;
use crate::timex::{Timex, TimexClass};
use crate::{Span, Statement};

/// Lets the firm one of two apposed expressions date what the loose one was taken for, and keeps the weekday of the
/// loose one as evidence.
pub(crate) fn settle(text: &str, timexes: &[Timex], statements: &mut Vec<Statement>) {
    let mut settled = false;
    for at in 0..timexes.len() {
        let Some(firm) = firm(text, timexes, at) else { continue };
        let loose = &timexes[at];
        let reach = Span::new(loose.span.start.saturating_sub(REACH), loose.span.end + REACH);
        let first = statements.partition_point(|statement| statement.span.start < reach.start);
        let said = |timex: &Timex| timex.span.of(text);
        for statement in statements[first..].iter_mut().take_while(|statement| statement.span.start < reach.end) {
            let words = statement.date_text.as_deref().unwrap_or_default();
            if words != said(loose) && words != said(firm) || !statement.sentence.contains(said(firm)) {
                continue;
            }
            settled = true;
            move_words(text, statement, firm.span);
            statement.date = firm.date;
            statement.date_text = Some(said(firm).to_owned());
            statement.readings.clone_from(&firm.readings);
            statement.anchor = firm.anchor.map(|anchor| anchor.to_string());
            statement.weekday = firm.weekday.or(weekday(text, loose));
        }
    }
    if settled {
        statements.dedup_by(|b, a| a.span == b.span && a.kind == b.kind && a.person == b.person && a.date == b.date);
    }
}

/// Notes that the words at `span` give the date. They stand beside those that did, so the way there is counted.
fn move_words(text: &str, statement: &mut Statement, span: Span) {
    let Some(was) = statement.date_span.replace(span) else { return };
    let count = |from: usize, to: usize| text.get(from..to).map_or(0, |between| between.chars().count());
    let moved = |point: usize, to: usize| (point + count(was.start, to)).saturating_sub(count(to, was.start));
    let start = statement.date_start;
    statement.date_start = start.map(|point| moved(point, span.start));
    statement.date_end = start.map(|point| moved(point, span.end));
}

/// How far from its date an event may be told, in bytes: within a long sentence.
const REACH: usize = 600;

/// The expression that stands by itself beside the loose one at `at`.
pub(crate) fn firm<'x>(text: &str, timexes: &'x [Timex], at: usize) -> Option<&'x Timex> {
    let loose = &timexes[at];
    let holiday = is_holiday(loose);
    if loose.class != TimexClass::Date || loose.stated.is_none() && weekday(text, loose).is_none() && !holiday {
        return None;
    }
    let before = at.checked_sub(1).map(|before| &timexes[before]).filter(|before| are_joined(text, before, loose));
    let after = timexes.get(at + 1).filter(|after| are_joined(text, loose, after));
    let stands = |other: &&Timex| {
        let whole = other.date.is_some() && other.stated.is_none() && weekday(text, other).is_none();
        // "On Christmas Eve, in 2018": a year tells less than the holiday.
        whole && (!holiday || !is_holiday(other) && other.date.and_then(Date::as_day).is_some())
    };
    before.filter(stands).or(after.filter(stands))
}

/// Whether the length at `at` stands behind a day that it explains: "on 14 March, less than three weeks after the vote".
pub(crate) fn explains(text: &str, timexes: &[Timex], at: usize) -> bool {
    let before = at.checked_sub(1).map(|before| &timexes[before]);
    before.is_some_and(|day| {
        let is_day = day.date.and_then(Date::as_day).is_some() && day.stated.is_none();
        is_day && are_joined(text, day, &timexes[at])
    })
}

/// Whether a comma, and at most a preposition, is all that stands between them.
fn are_joined(text: &str, first: &Timex, second: &Timex) -> bool {
    let between = text.get(first.span.end..second.span.start).and_then(|between| between.strip_prefix(','));
    between.is_some_and(|between| matches!(between.trim_start(), "" | "on " | "in "))
}

/// Whether an expression is a holiday of no stated year, whose day another country keeps another way.
fn is_holiday(timex: &Timex) -> bool {
    timex.rule == "holiday" && timex.anchor.is_some()
}

/// The day of an expression that is a weekday and no more: `Monday`, `last Monday`.
fn weekday(text: &str, timex: &Timex) -> Option<Weekday> {
    timex.span.of(text).rsplit(' ').next()?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Document;
    use crate::document::Published;

    fn dated(text: &str, date_text: &str) -> Vec<String> {
        let mut document = Document::new("d", text);
        document.published = Some(Published { date: "2019-12-20".parse().unwrap(), how: "given".to_owned() });
        let timexes = crate::annotate(&document);
        let timex = timexes.iter().find(|timex| timex.span.of(text) == date_text).unwrap();
        let mut statements = vec![Statement {
            span: Span::new(0, text.len()),
            sentence: text.to_owned(),
            date: timex.date,
            date_text: Some(date_text.to_owned()),
            ..Statement::default()
        }];
        settle(text, &timexes, &mut statements);
        let line = |s: &Statement| format!("{} {:?} {:?}", s.date.unwrap(), s.date_text.as_deref().unwrap(), s.weekday);
        statements.iter().map(line).collect()
    }

    #[test]
    fn the_date_that_stands_by_itself_wins() {
        let text = "The next day, on June 12, 2018, she left.";
        assert_eq!(dated(text, "The next day"), [r#"2018-06-12 "June 12, 2018" None"#]);
        let text = "She left on May 3, 2018, some four weeks later.";
        assert_eq!(dated(text, "some four weeks later"), [r#"2018-05-03 "May 3, 2018" None"#]);
    }

    #[test]
    fn the_day_beside_a_holiday_wins() {
        let text = "On Canada Day, 17 May 2018, she left.";
        assert_eq!(dated(text, "Canada Day"), [r#"2018-05-17 "17 May 2018" None"#]);
        let text = "On Christmas Eve, in 2018, she left.";
        assert_eq!(dated(text, "Christmas Eve"), [r#"2019-12-24 "Christmas Eve" None"#]);
    }

    #[test]
    fn a_weekday_stays_as_evidence() {
        let text = "Only last Monday, on December 16, he left.";
        assert_eq!(dated(text, "last Monday"), [r#"2019-12-16 "December 16" Some(Mon)"#]);
        assert_eq!(dated(text, "December 16"), [r#"2019-12-16 "December 16" Some(Mon)"#]);
    }

    #[test]
    fn dates_side_by_side_stay_two() {
        let text = "She spoke on Monday and on December 4, 2019.";
        assert_eq!(dated(text, "Monday"), [r#"2019-12-16 "Monday" None"#]);
    }
}
