//! When a document was published, as far as it states it itself.

use chrono::{Datelike, Days, NaiveDate};

use super::layout::{Stamp, StampRole, is_chronicle, stamp};
use super::{Document, Published, address, bounds};
use crate::Span;
use crate::calendar::{Date, Point, Unit};
use crate::diagnostic::{Diagnostic, Severity};
use crate::parse::time::{Cue, Told, cues};
use crate::timex::Reading;

/// The date that the document states: in its head or foot, its address, the dateline of its report, or its name. A
/// change is no publication, and counts only where nothing else is known.
pub(super) fn stated(document: &Document, stamp: Option<Stamp>, dateline: Option<&str>) -> Option<Published> {
    let in_url = document.url.as_deref().and_then(address::date);
    let of = |stamp: &Stamp, what: &str| {
        let mut published = of_stamp(document, stamp, what);
        if in_url.is_some_and(|in_url| published.date.within(in_url)) {
            published.how.push_str("; the address agrees");
        }
        Some(published)
    };
    let known = |date: Option<Date>, how: &str| Some(Published { date: date?, how: how.to_owned() });
    let (changed, stamp) = match stamp {
        Some(stamp) if stamp.role == StampRole::Updated => (Some(stamp), None),
        stamp => (None, stamp),
    };
    let what = |stamp: &Stamp| if stamp.role == StampRole::Stated { "front matter" } else { "dateline" };
    stamp
        .and_then(|stamp| of(&stamp, what(&stamp)))
        .or_else(|| known(in_url, "date in the address"))
        .or_else(|| in_dateline(document, dateline?))
        .or_else(|| known(address::date(&document.id), "date in the document's name"))
        .or_else(|| of(&changed?, "date of the last change"))
}

fn of_stamp(document: &Document, stamp: &Stamp, what: &str) -> Published {
    let (date, order) = settled(document, stamp);
    Published { date, how: format!("{what} “{}”{order}", stamp.text) }
}

/// So many days beyond the one that a report begins with are a slip of it; more are a tale that goes on.
const SLIP: Days = Days::new(31);

/// The day that a report begins with. A text whose lines begin with days one after another, or that tells of later days
/// as past, is no report: a chronicle begins with the day of its first entry. Where the year is left out, it is the first
/// in which the day is none before those told.
fn in_dateline(document: &Document, dateline: &str) -> Option<Published> {
    if let Some(stamp) = stamp(dateline) {
        // A report may slip in what it tells, and is one that an agency sends.
        let last = stamp.date.as_day().and_then(|day| day.checked_add_days(SLIP));
        let goes_on = || bounds::latest_past(document).is_some_and(|past| last.is_none_or(|last| past > last));
        let is_sent = dateline.find('(').is_some_and(|at| at > 0);
        return (is_sent || !is_chronicle(&document.text) && !goes_on())
            .then(|| of_stamp(document, &stamp, "dateline"));
    }
    // A bare year may be of any time before.
    let is_finer = |span: Span| !span.of(&document.text).bytes().all(|byte| byte.is_ascii_digit());
    let (latest, span) = bounds::latest(document).filter(|(_, span)| is_finer(*span))?;
    cues(dateline).into_iter().find_map(|cue| {
        let Told::Day { month, day } = cue.told else { return None };
        let mut days = (latest.year()..=latest.year() + 1).filter_map(|year| Date::day(year, month, day));
        let date = days.find(|date| date.as_day().is_some_and(|day| day >= latest))?;
        // A day of long ago is what the report looks back on.
        date.as_day().filter(|day| (*day - latest).num_days() <= RECENT)?;
        let year = span.of(&document.text);
        Some(Published {
            date, how: format!("dateline “{}”, its year as “{year}” shows", cue.span.of(dateline))
        })
    })
}

/// A report tells, with its year, of some day no longer before, or its year is not known.
const RECENT: i64 = 180;

/// The days on which an article can have appeared that tells of its last change alone.
pub(super) fn changed(document: &Document, stamp: &Stamp) -> Option<Published> {
    let day = stamp.date.as_day()?;
    let latest = bounds::latest(document).map(|(latest, _)| latest).filter(|latest| *latest <= day);
    let point = |day: NaiveDate| Some(Unit::Day(day).into());
    let date = Date::interval(latest.and_then(point), point(day));
    Some(Published { date, how: format!("no later than its last change, “{}”", stamp.text) })
}

/// Days of news: a text speaks of what happened no longer before it appears.
const NEWS: i64 = 10;

/// The date of a stamp whose figures can be read in two orders, by the days that the text speaks of: an article of
/// 6 March tells of 5 March, one of 3 June seldom. Also says which words decided.
fn settled(document: &Document, stamp: &Stamp) -> (Date, String) {
    if stamp.readings.len() < 2 {
        return (stamp.date, String::new());
    }
    let cues = cues(&document.text);
    let near = |reading: &Reading| {
        let day = reading.date.as_day()?;
        let told = |cue: &&Cue| match cue.told {
            Told::Day { month, day: of_month } => Date::day(day.year(), month, of_month)
                .and_then(Date::as_day)
                .is_some_and(|told| (0..=NEWS).contains(&(day - told).num_days())),
            _ => false,
        };
        let prose = cues.iter().filter(|cue| document.region_at(cue.span.start).is_none());
        // A weekday with it makes the better witness.
        prose.filter(told).max_by_key(|cue| cue.weekday.is_some())
    };
    let decided = stamp.readings.iter().filter_map(|reading| Some((reading, near(reading)?))).collect::<Vec<_>>();
    match decided[..] {
        [(reading, cue)] => {
            let order = format!(", {} as “{}” shows", reading.because, cue.span.of(&document.text));
            (on_day_of(stamp.date, reading.date), order)
        }
        // The order that is usual for such figures.
        _ => (stamp.date, USUAL_ORDER.to_owned()),
    }
}

/// How it is told that nothing decided between two orders of figures.
const USUAL_ORDER: &str = ", day and month in their usual order";

/// What to say of a document whose publication may be of another day, all that is counted from it too.
pub(crate) fn open_order(document: &Document) -> Option<Diagnostic> {
    let Published { date, how } = document.published.as_ref()?;
    let words = how.strip_suffix(USUAL_ORDER)?;
    let day = date.as_day()?;
    let other = Date::day(day.year(), u8::try_from(day.day()).ok()?, u8::try_from(day.month()).ok()?)?;
    let message = format!(
        "ambiguous: its {words} is taken for {date}, and may be {other}: it does not tell whether the day or the month comes \
         first, and what is counted from it is no surer"
    );
    Some(Diagnostic { severity: Severity::Warning, document: document.id.clone(), line: None, message })
}

/// `date` with its time of day, on the day of `other`.
fn on_day_of(date: Date, other: Date) -> Date {
    match (date, other.as_day()) {
        (Date::Point(Point { unit: Unit::Minute(at, zone), .. }), Some(day)) => {
            Unit::Minute(day.and_time(at.time()), zone).into()
        }
        _ => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The publication date that a text states, and how.
    fn published(id: &str, url: Option<&str>, text: &str) -> Option<(String, String)> {
        let mut document = Document { url: url.map(str::to_owned), ..Document::new(id, text) };
        document.survey(None);
        document.published.map(|published| (published.date.to_string(), published.how))
    }

    fn told(date: &str, how: &str) -> Option<(String, String)> {
        Some((date.to_owned(), how.to_owned()))
    }

    #[test]
    fn the_dateline_comes_first_and_is_compared_with_the_address() {
        let text = "Moe Resigns\n\nMarch 7, 1932\n\nThe minister left.";
        let url = Some("https://example.org/1932/03/07/moe");
        assert_eq!(published("a", url, text), told("1932-03-07", "dateline “March 7, 1932”; the address agrees"));
        let url = Some("https://example.org/1932/03/09/moe");
        assert_eq!(published("a", url, text), told("1932-03-07", "dateline “March 7, 1932”"));
    }

    #[test]
    fn address_and_name_stand_in_for_a_dateline() {
        let url = Some("https://example.org/1932/03/07/moe");
        assert_eq!(published("a", url, "The minister left."), told("1932-03-07", "date in the address"));
        assert_eq!(
            published("1932-03-07-moe.txt", None, "The minister left."),
            told("1932-03-07", "date in the document's name")
        );
    }

    #[test]
    fn a_change_is_no_publication_where_another_date_is_known() {
        let text = "Moe Resigns\n\nUpdated March 9, 1932\n\nThe minister left.";
        let url = Some("https://example.org/1932/03/07/moe");
        assert_eq!(published("a", url, text), told("1932-03-07", "date in the address"));
        assert_eq!(published("a", None, text), told("1932-03-09", "date of the last change “March 9, 1932”"));
        let text = "The minister left on March 7, 1932.\n\nLast updated March 9, 1932\n";
        let how = "no later than its last change, “March 9, 1932”";
        assert_eq!(published("a", None, text), told("1932-03-07/1932-03-09", how));
    }

    #[test]
    fn a_report_begins_with_its_day_and_a_chronicle_with_its_first() {
        let report = "OSLO, March 7, 1932 (AP) - The minister left on March 6, 1932.";
        assert_eq!(published("a", None, report), told("1932-03-07", "dateline “March 7, 1932”"));
        let report = "OSLO, Jan 2 (AP) - The minister left on December 30, 1931.";
        assert_eq!(
            published("a", None, report),
            told("1932-01-02", "dateline “Jan 2”, its year as “December 30, 1931” shows")
        );
        let plan = "OSLO, March 7, 1932 – The board has made Ada Moe director with effect from May 1, 1932. The fair of 1933 \
                    (June 3, 1933) is hers.";
        assert_eq!(published("a", None, plan), told("1932-03-07", "dateline “March 7, 1932”"));
        for slip in [
            "OSLO, March 7, 1932 (Norpress) - Moe left on May 8, 1932.",
            "OSLO, March 7, 1932 - Moe left on March 8, 1932.",
        ] {
            assert_eq!(published("a", None, slip), told("1932-03-07", "dateline “March 7, 1932”"));
        }
        let history = "OSLO, March 7, 1932 – The minister left. She came back on May 9, 1932.";
        assert_eq!(
            published("a", None, history),
            told("1932-05-09/..", "no earlier than the latest date in its text, “May 9, 1932”")
        );
        let looking_back = "OSLO, March 5 (AP) - The bridge, which burned on May 3, 1911, is open.";
        let how = "no earlier than the latest date in its text, “May 3, 1911”";
        assert_eq!(published("a", None, looking_back), told("1911-05-03/..", how));
        let chronicle = "Oslo, March 7, 1932 – The minister left.\n\nOslo, May 9, 1932 – She came back.\n";
        assert_eq!(
            published("a", None, chronicle),
            told("1932-05-09/..", "no earlier than the latest date in its text, “May 9, 1932”")
        );
    }

    #[test]
    fn the_days_of_the_text_decide_the_order_of_figures() {
        let text = |day: &str| format!("Moe Resigns\n\n06.03.1932 02:45\n\nThe minister left on {day}.");
        assert_eq!(
            published("a", None, &text("Saturday, March 5")),
            told("1932-03-06T02:45", "dateline “06.03.1932 02:45”, day first as “Saturday, March 5” shows")
        );
        assert_eq!(
            published("a", None, &text("June 2")),
            told("1932-06-03T02:45", "dateline “06.03.1932 02:45”, month first as “June 2” shows")
        );
        assert_eq!(
            published("a", None, &text("Friday")),
            told("1932-03-06T02:45", "dateline “06.03.1932 02:45”, day and month in their usual order")
        );
    }

    #[test]
    fn an_order_of_figures_that_nothing_decides_is_remarked_on() {
        let remark = |text: &str| {
            let mut document = Document::new("a", text);
            document.survey(None);
            open_order(&document).map(|remark| remark.message)
        };
        let open = remark("Moe Resigns\n\n06.03.1932 02:45\n\nThe minister left on Friday.").unwrap();
        assert!(open.contains("“06.03.1932 02:45”") && open.contains("may be 1932-06-03"), "{open}");
        assert_eq!(remark("Moe Resigns\n\n06.03.1932\n\nThe minister left on Saturday, March 5."), None);
        assert_eq!(remark("Moe Resigns\n\n26.03.1932\n\nThe minister left on Friday."), None);
    }
}
