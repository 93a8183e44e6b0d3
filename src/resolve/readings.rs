//! The ways to understand what a statement says of its time, with what each costs.

use std::borrow::Cow;

use crate::calendar::{Date, Period, Qualifier, Unit};
use crate::lexicon::time::{ENGLISH, Meaning};
use crate::resolve::cost::{self, Cost};
use crate::resolve::saying::Saying;
use crate::resolve::window::{DAY, Window};
use crate::statement::{Certainty, Kind, Tense};

/// The minutes within which news is told.
const NEWS: i64 = 6 * 7 * DAY;

/// What lies further apart than this is more than a slip of the year.
pub(super) const SLIPPED: i64 = 400 * DAY;

/// How an anchor begins that is the day of publication.
const PUBLICATION: &str = "the publication";

const YEAR_ALONE: &str = "the year alone changes";

/// One way to understand a statement's date.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Reading {
    pub(super) date: Date,
    /// What the date can mean.
    pub(super) window: Window,
    pub(super) cost: Cost,
    /// What differs from the words: "the year alone changes". Empty for the words as they stand.
    pub(super) slip: Cow<'static, str>,
}

impl Reading {
    fn new(date: Date, cost: Cost, slip: impl Into<Cow<'static, str>>) -> Reading {
        Reading { date, window: Window::of(date), cost, slip: slip.into() }
    }
}

/// Everything that `statement` offers, as written first. Empty where it has no date.
pub(super) fn of(statement: &Saying) -> Vec<Reading> {
    let Some(date) = statement.date else { return Vec::new() };
    let year = year(statement, date);
    let is_ahead = after_publication(statement, date);
    // Nobody slips in a figure of "yesterday"; and "the same day" is after the report with the day that it goes back to.
    let has_no_figure = is_in_words(statement, |of_publication| of_publication || is_ahead);
    let mut slips = if has_no_figure { days_beside(statement, date) } else { slips(date, year) };
    if is_ahead && !has_no_figure {
        slips.extend(days_figure(date));
    }
    let mut readings = Vec::with_capacity(slips.len() + statement.aside().readings.len() + 2);
    readings.push(Reading::new(date, 0, ""));
    readings.extend(statement.aside().readings.iter().filter(|reading| reading.date != date).map(|reading| {
        // What the grammar offers in order of likelihood is no likelier than the slip that it comes to.
        let is_year = slips.iter().any(|slip| slip.date == reading.date && slip.slip == YEAR_ALONE);
        Reading::new(reading.date, if is_year { reading.cost.max(year) } else { reading.cost }, reading.because.clone())
    }));
    readings.extend(slips);
    readings.extend(about(date));
    readings.extend(day_of_weekday(statement, date));
    readings.extend(padded_year(statement, date));
    for reading in &mut readings {
        if reading.slip == YEAR_ALONE && is_old_year(statement, date, reading.window) {
            reading.cost = reading.cost.min(cost::OLD_YEAR);
        }
        reading.cost += against(statement, reading.date) + old_news(statement, date, reading.window);
        if reading.cost > 0 && is_next_years(statement, date, reading.window) {
            reading.cost += cost::PUBLICATION;
        }
    }
    readings
}

/// Whether a year that was worked out would make something long after its report of what is told as a fact before it.
fn is_next_years(statement: &Saying, date: Date, moved: Window) -> bool {
    let Some(published) = statement.published.map(Window::of) else { return false };
    let is_fact = statement.certainty == Certainty::Reported && !matches!(statement.tense, Some(Tense::Future));
    let is_after = Window::of(date).lo <= published.hi && moved.lo > published.hi.saturating_add(NEWS);
    is_after && is_fact && year_was_added(statement)
}

/// What it costs that a report tells of a day long before it as if it were news: outside offices, where one that it dates
/// ahead was rather announced.
fn old_news(statement: &Saying, date: Date, moved: Window) -> Cost {
    let Some(published) = statement.published.filter(|_| !statement.kind.is_office()).map(Window::of) else { return 0 };
    let is_old = moved.hi < published.lo.saturating_sub(NEWS);
    if is_old && after_publication(statement, date) { cost::OLD_NEWS } else { 0 }
}

/// What the statement's own evidence says against a date: a weekday beside it, a publication before it, a "will" long after
/// it.
pub(super) fn against(statement: &Saying, date: Date) -> Cost {
    let weekday = if weekday_differs(statement, date) { cost::WEEKDAY } else { 0 };
    let publication = if after_publication(statement, date) { cost::PUBLICATION } else { 0 };
    let tense = if told_ahead(statement, date) { cost::TENSE } else { 0 };
    weekday + publication + tense
}

/// What it costs that the year is wrong. One that was worked out can be misread, but hardly for something that the news
/// of a stated day tell within weeks.
fn year(statement: &Saying, date: Date) -> Cost {
    let published = statement.published.map(Window::of).filter(|published| published.is_day());
    let told = Window::of(date);
    let is_news = published.is_some_and(|published| {
        told.lo <= published.hi.saturating_add(NEWS) && told.hi >= published.lo.saturating_sub(NEWS)
    });
    match (year_was_added(statement), is_news) {
        (true, true) => cost::NEWS_YEAR,
        (true, false) => cost::ANCHOR_YEAR,
        (false, _) => cost::YEAR_BESIDE,
    }
}

/// Whether `date` has the year before where `moved` would be news of the first two months of the new one.
fn is_old_year(statement: &Saying, date: Date, moved: Window) -> bool {
    let Some(published) = statement.published.and_then(Date::as_day) else { return false };
    let day = Window::of(published.into());
    let is_news = moved.lo <= day.hi && moved.hi >= day.lo.saturating_sub(NEWS);
    chrono::Datelike::month(&published) <= 2 && is_news && Window::of(date).hi < moved.lo
}

/// What "about" leaves room for, at no cost: the unit to either side, and of days three.
fn about(date: Date) -> Option<Reading> {
    let point = date.as_point()?;
    let about = matches!(point.qualifier, Qualifier::Approximate | Qualifier::UncertainApproximate);
    let one = Period::default();
    let room = match point.unit {
        Unit::Decade(_) => Period { years: 10, ..one },
        Unit::Year(_) => Period { years: 1, ..one },
        Unit::Month(..) => Period { months: 1, ..one },
        Unit::Day(_) => Period { days: 3, ..one },
        _ => return None,
    };
    let (first, last) = (date.checked_sub(room)?, date.checked_add(room)?);
    let window = Window { lo: Window::of(first).lo, hi: Window::of(last).hi };
    about.then(|| Reading { window, ..Reading::new(date, 0, "“about” leaves room for it") })
}

/// The day nearest to `date` that the stated weekday is right for, where it is wrong for `date`.
fn day_of_weekday(statement: &Saying, date: Date) -> Option<Reading> {
    let stated = statement.weekday.filter(|_| weekday_differs(statement, date))?;
    let before = chrono::Datelike::weekday(&date.as_day()?).days_since(stated);
    let moved = match before {
        0..=3 => date.checked_sub(Period { days: before, ..Period::default() }),
        _ => date.checked_add(Period { days: 7 - before, ..Period::default() }),
    };
    Some(Reading::new(moved?, cost::DAY_BESIDE, "the day beside that is on the weekday"))
}

/// The year that a January 1 stands for where a program that knew no more wrote it: nobody puts it so in words.
fn padded_year(statement: &Saying, date: Date) -> Option<Reading> {
    let in_words = statement.date_text.as_deref().is_some_and(|text| text.contains(char::is_alphabetic));
    let first = date.as_day().filter(|day| chrono::Datelike::ordinal(day) == 1 && !in_words)?;
    let year = Date::year(chrono::Datelike::year(&first));
    Some(Reading::new(year, cost::PADDED, "January 1 stands for the year"))
}

/// Whether the weekday that the text gives is another than that of `date`.
pub(super) fn weekday_differs(statement: &Saying, date: Date) -> bool {
    statement.weekday.zip(date.as_day()).is_some_and(|(stated, day)| chrono::Datelike::weekday(&day) != stated)
}

/// Whether a report of `date` as of something done would have appeared before it. A day is left for time zones.
pub(super) fn after_publication(statement: &Saying, date: Date) -> bool {
    let published =
        statement.published.filter(|_| statement.certainty == Certainty::Reported && is_told_as_done(statement));
    published.is_some_and(|published| Window::of(date).lo > Window::of(published).hi.saturating_add(DAY))
}

/// By the words; where they do not say, by the kind. Terms are told with the ends they are to have, resignations ahead of
/// their day, and what is no act of office is announced like any date.
fn is_told_as_done(statement: &Saying) -> bool {
    let is_act = matches!(
        statement.kind,
        Kind::Appointment | Kind::Election | Kind::Dismissal | Kind::Credentials | Kind::Death
    );
    statement.tense.map_or(is_act, |tense| tense == Tense::Past)
}

/// Whether a statement that says "will" would speak of a day that was past when it appeared. What is further back, as
/// written, than a slip of the year is history told in its own tense.
pub(super) fn told_ahead(statement: &Saying, date: Date) -> bool {
    let published = statement.published.filter(|_| statement.tense == Some(Tense::Future)).map(Window::of);
    let Some((published, written)) = published.zip(statement.date) else { return false };
    let since = |date: Date| published.lo.saturating_sub(Window::of(date).hi);
    published.lo != i64::MIN && since(date) > DAY && since(written) <= SLIPPED
}

/// The slips of the pen that could have made `date` of the true one; that of the year costs `year`.
pub(super) fn slips(date: Date, year: Cost) -> Vec<Reading> {
    let one = Period::default();
    let steps = [
        (Period { years: 1, ..one }, year, YEAR_ALONE),
        (Period { years: 10, ..one }, cost::DECADE_BESIDE, "the decade alone changes"),
        (Period { months: 1, ..one }, cost::MONTH_BESIDE, "the month alone changes"),
        (Period { days: 1, ..one }, cost::DAY_BESIDE, "the day beside"),
        (Period { weeks: 1, ..one }, cost::WEEK_BESIDE, "the week beside"),
    ];
    let mut readings = Vec::with_capacity(2 * steps.len() + 1);
    for (step, cost, slip) in steps {
        for moved in [date.checked_sub(step), date.checked_add(step)].into_iter().flatten() {
            // A step that the calendar cuts short (31 January and a month) is no slip of the pen.
            if is_slip(date, moved, step) {
                readings.push(Reading::new(moved, cost, slip));
            }
        }
    }
    if let Some(swapped) = day_for_month(date) {
        readings.push(Reading::new(swapped, cost::SWAPPED, "day and month change places"));
    }
    readings.extend(
        years_figures(date).map(|swapped| {
            Reading::new(swapped, cost::DECADE_BESIDE, "the last two figures of the year change places")
        }),
    );
    readings
}

/// The days beside one that was counted from the publication in words, "on Monday": written down for the next paper, or in
/// another time zone.
fn days_beside(statement: &Saying, date: Date) -> Vec<Reading> {
    let of_publication = statement.anchor.as_deref().is_some_and(|anchor| anchor.starts_with(PUBLICATION));
    let one = Period { days: 1, ..Period::default() };
    let days = [date.checked_sub(one), date.checked_add(one)].into_iter().flatten();
    let day = date.as_day().filter(|_| of_publication);
    days.filter(|_| day.is_some()).map(|moved| Reading::new(moved, cost::COUNTED_DAY, "the day beside")).collect()
}

/// Clock times are told to the minute and not slipped by the calendar; a month moved has to keep its day.
fn is_slip(date: Date, moved: Date, step: Period) -> bool {
    match (date.as_point().map(|point| point.unit), date.as_day(), moved.as_day()) {
        (Some(Unit::Minute(..) | Unit::Second(..)), ..) => false,
        (_, Some(day), Some(other)) if step.years + step.months > 0 => {
            chrono::Datelike::day(&day) == chrono::Datelike::day(&other)
        }
        _ => true,
    }
}

/// The day of the year whose last two figures are those of `date` changed over: 2051 for 2015.
fn years_figures(date: Date) -> Option<Date> {
    let day = date.as_day()?;
    let year = chrono::Datelike::year(&day);
    let (tens, ones) = (year.rem_euclid(100) / 10, year % 10);
    let swapped = year - 10 * tens - ones + 10 * ones + tens;
    let moved = chrono::Datelike::with_year(&day, swapped)?;
    (year > 0 && tens != ones && matches!(date.as_point()?.unit, Unit::Day(_))).then(|| moved.into())
}

/// The day of the month that a wrong first figure makes into that of `date`: 11 for 21.
fn days_figure(date: Date) -> Option<Reading> {
    let Unit::Day(day) = date.as_point()?.unit else { return None };
    let before = chrono::Datelike::day(&day).checked_sub(10).filter(|&before| before > 9)?;
    let moved = chrono::Datelike::with_day(&day, before)?;
    Some(Reading::new(moved.into(), cost::FIGURE_BESIDE, "a figure of the day changes"))
}

/// The date with day and month changed over, where it can be read so.
pub(super) fn day_for_month(date: Date) -> Option<Date> {
    let Unit::Day(day) = date.as_point()?.unit else { return None };
    let (month, of_month) = (chrono::Datelike::month(&day), chrono::Datelike::day(&day));
    if of_month > 12 || of_month == month {
        return None;
    }
    Date::day(chrono::Datelike::year(&day), of_month as u8, month as u8)
}

/// Whether the date was counted by words that name neither a figure nor a month, "yesterday", "on Sunday", from a day that is
/// `wanted`: from that of publication, or not. What was counted from another date of the text has that one's slips.
fn is_in_words(statement: &Saying, wanted: impl Fn(bool) -> bool) -> bool {
    let names = |text: &str| {
        let month = |word: &str| ENGLISH.at(word, 0).is_some_and(|(known, _)| is_month(&known.meanings));
        text.contains(|c: char| c.is_ascii_digit()) || text.split(' ').any(month)
    };
    let is_wanted = statement.anchor.as_deref().is_some_and(|anchor| wanted(anchor.starts_with(PUBLICATION)));
    is_wanted && statement.date_text.as_deref().is_some_and(|text| !names(text))
}

fn is_month(meanings: &[Meaning]) -> bool {
    meanings.iter().any(|meaning| matches!(meaning, Meaning::Month(_)))
}

/// Whether the year of the date is not in the words that name it.
pub(super) fn year_was_added(statement: &Saying) -> bool {
    let Some((text, year)) = statement.date_text.as_deref().zip(statement.date.and_then(Date::as_year)) else {
        return false;
    };
    let short = year.rem_euclid(100);
    // A padded year, "0921", is no figure of ours; what is too long for a number is none either.
    let is_full = |digits: &str| !digits.starts_with('0') || digits.len() == 1;
    let is_short = |digits: &str| digits.len() == 2 && text.contains(['\'', '’', '/', '.']);
    let names = |digits: &str| match digits.parse::<i32>() {
        Ok(number) => number == year && is_full(digits) || number == short && is_short(digits),
        Err(_) => false,
    };
    !text.split(|c: char| !c.is_ascii_digit()).any(names)
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::Weekday;

    use crate::statement::Statement;

    fn slipped(edtf: &str) -> Vec<String> {
        slips(edtf.parse().unwrap(), cost::YEAR_BESIDE).into_iter().map(|reading| reading.date.to_string()).collect()
    }

    /// What it costs to read `statement` as `edtf`.
    fn cost_of(statement: Statement, edtf: &str) -> Option<Cost> {
        let date: Date = edtf.parse().unwrap();
        let readings = Saying::all(vec![statement]).iter().flat_map(of).collect::<Vec<_>>();
        readings.into_iter().filter(|reading| reading.date == date).map(|reading| reading.cost).min()
    }

    #[test]
    fn slips_keep_the_precision() {
        assert_eq!(slipped("1921"), ["1920", "1922", "1911", "1931"]);
        let days = slipped("1921-03-04");
        assert_eq!(days[..4], ["1920-03-04", "1922-03-04", "1911-03-04", "1931-03-04"]);
        assert!(days.contains(&"1921-04-03".to_owned()));
        assert!(days.contains(&"1912-03-04".to_owned()), "{days:?}");
        assert!(!slipped("1922-03-04").contains(&"1922-03-04".to_owned()));
        assert!(slipped("1921-03-04T05:06").is_empty());
    }

    #[test]
    fn a_month_that_is_too_short_is_no_slip() {
        assert!(!slipped("1921-03-31").iter().any(|date| date.starts_with("1921-02") || date.starts_with("1921-04-3")));
    }

    #[test]
    fn a_wrong_weekday_costs() {
        let cost_of = |edtf: &str, weekday| {
            let told = Statement { date: "1921-03-04".parse().ok(), weekday: Some(weekday), ..Statement::default() };
            cost_of(told, edtf)
        };
        assert_eq!(cost_of("1921-03-04", Weekday::Sat), Some(cost::WEEKDAY));
        assert_eq!(cost_of("1921-03-05", Weekday::Sat), Some(cost::DAY_BESIDE));
        assert_eq!(cost_of("1921-03-01", Weekday::Tue), Some(cost::DAY_BESIDE), "the Tuesday beside");
    }

    #[test]
    fn a_january_1_in_figures_may_stand_for_its_year() {
        let cost_of = |date: &str, text: &str| {
            let told = Statement { date: date.parse().ok(), date_text: Some(text.to_owned()), ..Statement::default() };
            cost_of(told, "1921")
        };
        assert_eq!(cost_of("1921-01-01", "1921-01-01"), Some(cost::PADDED));
        assert_eq!(cost_of("1921-01-01", "January 1, 1921"), None, "somebody meant it");
        assert_eq!(cost_of("1921-02-01", "1921-02-01"), None);
    }

    #[test]
    fn a_weekday_of_a_report_may_be_a_day_off() {
        let told = |anchor: &str| Statement {
            date: "1921-03-04".parse().ok(),
            date_text: Some("Friday".to_owned()),
            anchor: Some(anchor.to_owned()),
            ..Statement::default()
        };
        let of_report = || told("the publication (1921-03-05)");
        assert_eq!(cost_of(of_report(), "1921-03-03"), Some(cost::COUNTED_DAY));
        assert_eq!(cost_of(of_report(), "1921-03-05"), Some(cost::COUNTED_DAY));
        assert_eq!(cost_of(of_report(), "1921-03-06"), None);
    }

    #[test]
    fn what_was_counted_from_the_publication_has_no_figure_to_slip_in() {
        let year_before = |text: &str| {
            let statement = Statement {
                date: "1921-03-04".parse().ok(),
                date_text: Some(text.to_owned()),
                anchor: Some("the publication (1921-03-05)".to_owned()),
                ..Statement::default()
            };
            cost_of(statement, "1920-03-04")
        };
        assert_eq!(year_before("yesterday"), None);
        assert_eq!(year_before("on Friday"), None);
        assert!(year_before("March 4").is_some(), "the year may be misread");
    }

    #[test]
    fn the_year_of_news_is_hardly_misread() {
        let year_before = |published: &str, text: &str| {
            let offered = crate::timex::Reading {
                date: "1920-03-04".parse().unwrap(),
                cost: 1,
                because: "the year before".into(),
            };
            let statement = Statement {
                date: "1921-03-04".parse().ok(),
                date_text: Some(text.to_owned()),
                published: published.parse().ok(),
                readings: vec![offered],
                ..Statement::default()
            };
            cost_of(statement, "1920-03-04")
        };
        assert_eq!(year_before("1921-03-09", "March 4"), Some(cost::NEWS_YEAR));
        assert_eq!(year_before("1921-09-09", "March 4"), Some(cost::ANCHOR_YEAR));
        assert_eq!(year_before("1921-03-01/1921-04-30", "March 4"), Some(cost::ANCHOR_YEAR), "itself worked out");
        assert_eq!(year_before("1921-09-09", "March 4, 1921"), Some(cost::YEAR_BESIDE));
    }
}
