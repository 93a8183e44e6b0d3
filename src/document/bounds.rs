//! When a document was published that does not say so: bounds worked out from its text.
//!
//! A text does not report what has not happened, so it is no older than the latest date it tells of; its first reader
//! wrote after it appeared; and "last Monday, on December 4" counts from the day it was written. A bound is never a
//! date: it stays an interval, open where nothing is known, and says what it rests on.

use std::sync::LazyLock;

use chrono::{Datelike, Days, NaiveDate};

use super::{Document, Published, RegionKind};
use crate::Span;
use crate::calendar::{Date, Grain, Point, Unit};
use crate::lexicon;
use crate::parse::time::{Cue, Tense, Told, cues};

/// The bounds of the publication date, and what they rest on; `None` where the text gives none.
pub(super) fn bounds(document: &Document) -> Option<Published> {
    let text = &document.text;
    let cues = cues(text);
    let kind = |cue: &Cue| document.region_at(cue.span.start).map(|region| region.kind);
    let (mut prose, mut comments) = (Vec::new(), Vec::new());
    for cue in cues {
        match kind(&cue) {
            None | Some(RegionKind::Head) => prose.push(cue),
            Some(RegionKind::Comment) => comments.push(cue),
            Some(RegionKind::Furniture) => {}
        }
    }
    let comment = comments.iter().filter_map(whole_day).min();
    let latest = latest_whole(text, &prose);
    if let Some((first, last, span)) = written_beside(text, &prose, latest, comment) {
        return Some(between(first, last, format!("counted from “{}”", span.of(text))));
    }
    let latest = latest_before(text, &prose, latest, comment).filter(|latest| comment.is_none_or(|c| latest.day <= c));
    let from = |latest: Latest| format!("the latest date in its text, “{}”", latest.span.of(text));
    match (latest, comment) {
        (Some(latest), Some(comment)) if latest.point.unit.grain() <= Grain::Day => {
            Some(between(latest.day, comment, format!("from {}, to its first reader's comment", from(latest))))
        }
        (Some(latest), Some(comment)) => Some(Published {
            date: Date::interval(Some(latest.point), Some(Unit::Day(comment).into())),
            how: format!("from {}, to its first reader's comment", from(latest)),
        }),
        (Some(latest), None) => Some(Published {
            date: Date::interval(Some(latest.point), None),
            how: format!("no earlier than {}", from(latest)),
        }),
        (None, Some(comment)) => Some(Published {
            date: Date::interval(None, Some(Unit::Day(comment).into())),
            how: "no later than its first reader's comment".to_owned(),
        }),
        (None, None) => None,
    }
}

/// The first day of the latest date that the prose tells of with its year, and where it stands.
pub(super) fn latest(document: &Document) -> Option<(NaiveDate, Span)> {
    let mut cues = cues(&document.text);
    cues.retain(|cue| document.region_at(cue.span.start).is_none());
    latest_whole(&document.text, &cues).map(|latest| (latest.day, latest.span))
}

/// The first day of the latest date, with its year, that the prose tells of in the past tense.
pub(super) fn latest_past(document: &Document) -> Option<NaiveDate> {
    let mut cues = cues(&document.text);
    cues.retain(|cue| cue.tense == Some(Tense::Past) && document.region_at(cue.span.start).is_none());
    latest_whole(&document.text, &cues).map(|latest| latest.day)
}

/// The latest date that the text tells of.
#[derive(Clone, Copy)]
struct Latest {
    /// Its first day.
    day: NaiveDate,
    point: Point,
    span: Span,
}

/// The latest date of the prose with a stated year.
///
/// Beside finer dates a bare year counts only where the past tense tells it: "the plan for 2050" is no news from 2050.
fn latest_whole(text: &str, prose: &[Cue]) -> Option<Latest> {
    let of = |counts: &dyn Fn(Grain, &Cue) -> bool| {
        let dates = prose.iter().filter_map(|cue| {
            let Told::Whole(unit) = cue.told else { return None };
            let day = unit.first_day()?;
            (counts(unit.grain(), cue) && has_come(text, cue)).then(|| Latest {
                day,
                point: day_of(unit).into(),
                span: cue.span,
            })
        });
        // Of several, the first.
        dates.rev().max_by_key(|latest| latest.day)
    };
    let fine = of(&|grain, _| grain <= Grain::Month);
    let Some(fine) = fine else { return of(&|grain, _| grain == Grain::Year) };
    let later = of(&|grain, cue| grain == Grain::Year && cue.tense == Some(Tense::Past));
    Some(later.filter(|year| year.day > fine.day).unwrap_or(fine))
}

/// The same, raised by the dates of no stated year where a reader's comment says what is the latest that they can be.
fn latest_before(text: &str, prose: &[Cue], whole: Option<Latest>, comment: Option<NaiveDate>) -> Option<Latest> {
    let Some(comment) = comment else { return whole };
    let days = prose.iter().filter(|cue| has_come(text, cue)).filter_map(|cue| {
        let Told::Day { month, day } = cue.told else { return None };
        let in_year = |year: i32| NaiveDate::from_ymd_opt(year, month.into(), day.into()).filter(|day| *day <= comment);
        let day = in_year(comment.year()).or_else(|| in_year(comment.year() - 1))?;
        Some(Latest { day, point: Unit::Day(day).into(), span: cue.span })
    });
    whole.into_iter().chain(days.rev()).max_by_key(|latest| latest.day)
}

/// The days between which a text was written that puts a date beside a word counted from its own day: "last Monday, on
/// December 4", "yesterday (March 7, 1932)". A year that is not stated is that of the latest date in the text or, where
/// the weekday rules it out or it lies before that date, the next that fits.
fn written_beside(
    text: &str,
    prose: &[Cue],
    latest: Option<Latest>,
    comment: Option<NaiveDate>,
) -> Option<(NaiveDate, NaiveDate, Span)> {
    prose.windows(2).find_map(|pair| {
        let [first, second] = pair else { return None };
        let (counted, date) = match (first.told, second.told) {
            (Told::Step(_) | Told::Last(_), Told::Day { .. } | Told::Whole(_)) => (first, second),
            (Told::Day { .. } | Told::Whole(_), Told::Step(_) | Told::Last(_)) => (second, first),
            _ => return None,
        };
        if !is_apposition(text.get(first.span.end..second.span.start)?) {
            return None;
        }
        let fits = |day: &NaiveDate| match counted.told {
            Told::Last(weekday) => day.weekday() == weekday,
            _ => date.weekday.is_none_or(|weekday| day.weekday() == weekday),
        };
        let day = match date.told {
            Told::Whole(Unit::Day(day)) => Some(day).filter(fits),
            Told::Day { month, day } => {
                let from = latest?;
                (from.day.year()..from.day.year() + 7)
                    .filter_map(|year| NaiveDate::from_ymd_opt(year, month.into(), day.into()))
                    .find(|day| *day >= from.day && fits(day))
            }
            _ => None,
        }?;
        let after = |days: u64| day.checked_add_days(Days::new(days));
        let (first_day, last_day) = match counted.told {
            Told::Last(_) => (after(1)?, after(7)?),
            Told::Step(step) if step <= 0 => (after(step.unsigned_abs().into())?, after(step.unsigned_abs().into())?),
            Told::Step(step) => {
                let day = day.checked_sub_days(Days::new(step.unsigned_abs().into()))?;
                (day, day)
            }
            _ => return None,
        };
        let last_day = comment.map_or(last_day, |comment| last_day.min(comment));
        (first_day <= last_day).then(|| (first_day, last_day, Span::new(first.span.start, second.span.end)))
    })
}

/// What stands between two names of one day: ", on ", " (", ", ".
fn is_apposition(between: &str) -> bool {
    let words = between.trim_matches(|c: char| c.is_whitespace() || matches!(c, ',' | '(' | '–' | '—' | '-'));
    matches!(words, "" | "on" | "the") && between.contains([',', '(', '–', '—', '-'])
}

/// Whether the text tells the date as one that has come: not as a limit, not as a plan.
fn has_come(text: &str, cue: &Cue) -> bool {
    let before = text.get(..cue.span.start).unwrap_or_default().trim_end();
    let word = before.rsplit(|c: char| !c.is_alphabetic()).next().unwrap_or_default();
    let limit = lexicon::is_one_of(&LIMITS, word);
    cue.tense != Some(Tense::Future) && !limit && !before.ends_with(['-', '–', '—', '/'])
}

static LIMITS: LazyLock<Vec<&str>> = LazyLock::new(|| lexicon::of_page("limit"));

/// A day for what is told to the minute: a bound is of days.
fn day_of(unit: Unit) -> Unit {
    match unit {
        Unit::Minute(at, _) | Unit::Second(at, _) => Unit::Day(at.date()),
        other => other,
    }
}

fn whole_day(cue: &Cue) -> Option<NaiveDate> {
    match cue.told {
        Told::Whole(Unit::Day(day)) => Some(day),
        _ => None,
    }
}

/// A day where both are one, else the days from the first to the last.
fn between(first: NaiveDate, last: NaiveDate, how: String) -> Published {
    let point = |day: NaiveDate| Some(Unit::Day(day).into());
    let date = if first == last { first.into() } else { Date::interval(point(first), point(last)) };
    Published { date, how }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The bounds of a text below a headline, and what they rest on.
    fn published(text: &str) -> Option<(String, String)> {
        let mut document = Document::new("a", format!("Moe Resigns\n\n{text}"));
        document.survey(None);
        document.published.map(|published| (published.date.to_string(), published.how))
    }

    fn told(date: &str, how: &str) -> Option<(String, String)> {
        Some((date.to_owned(), how.to_owned()))
    }

    #[test]
    fn a_text_is_no_older_than_its_latest_date() {
        assert_eq!(
            published("Moe was appointed on May 3, 1931 and resigned on March 7, 1932. She was born in 1890."),
            told("1932-03-07/..", "no earlier than the latest date in its text, “March 7, 1932”")
        );
        assert_eq!(
            published("Moe resigned in March 1932."),
            told("1932-03/..", "no earlier than the latest date in its text, “March 1932”")
        );
        assert_eq!(
            published("Moe resigned in 1932."),
            told("1932/..", "no earlier than the latest date in its text, “1932”")
        );
        assert_eq!(
            published("Moe resigned on March 7, 1932. The office was abolished in 1940."),
            told("1940/..", "no earlier than the latest date in its text, “1940”")
        );
    }

    #[test]
    fn what_is_still_to_come_is_no_bound() {
        let how = "no earlier than the latest date in its text, “March 7, 1932”";
        for more in [
            "The vote will be held on May 3, 1932.",
            "Lie has until May 3, 1932.",
            "The term runs from 1932 through 1936.",
            "The plan for 1950 was dropped.",
            "Lie hopes for 1936.",
        ] {
            assert_eq!(
                published(&format!("Moe resigned on March 7, 1932. {more}")),
                told("1932-03-07/..", how),
                "{more}"
            );
        }
    }

    #[test]
    fn a_readers_comment_closes_the_bound_and_gives_the_year() {
        let comments =
            "2 thoughts on “Moe Resigns”\n\n • March 20, 1932 at 8:23 am\n\n Good.\n\n • March 22, 1932 at 9 am\n";
        assert_eq!(
            published(&format!("Moe left on March 7. The strike of 1931 was over.\n\n{comments}")),
            told("1932-03-07/1932-03-20", "from the latest date in its text, “March 7”, to its first reader's comment")
        );
        assert_eq!(
            published(&format!("Moe left.\n\n{comments}")),
            told("../1932-03-20", "no later than its first reader's comment")
        );
    }

    #[test]
    fn a_date_beside_a_word_counted_from_today_gives_the_day() {
        let before = "Moe was appointed on May 3, 1931.";
        assert_eq!(
            published(&format!("{before} She resigned last Monday, on March 7.")),
            told("1932-03-08/1932-03-14", "counted from “last Monday, on March 7”")
        );
        assert_eq!(
            published(&format!("{before} She resigned yesterday (March 7, 1932).")),
            told("1932-03-08", "counted from “yesterday (March 7, 1932”")
        );
        let open = "no earlier than the latest date in its text, “May 3, 1931”";
        assert_eq!(
            published(&format!("{before} Last Monday she resigned. On March 7 Lie left.")),
            told("1931-05-03/..", open)
        );
    }

    #[test]
    fn a_text_without_dates_has_no_bounds() {
        assert_eq!(published("Moe left on a Friday in spring."), None);
    }
}
