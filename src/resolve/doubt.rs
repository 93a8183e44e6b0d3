//! What the words of a date leave open, and nothing beside them decides; and what they name that no calendar has.
//!
//! Nothing contradicts here, and the likelier reading stands; but whoever reads the timeline has to know that there is another:
//! - `02/03/2019`, where no other date of the text shows whether days or months come first;
//! - `10 July` in a report of May that tells it as done: of the year before, or announced, or a slip of the month;
//! - `30 February`: the month is taken.

use crate::calendar::Date;
use crate::resolve::conflict::{About, Report};
use crate::resolve::cost;
use crate::resolve::link::Link;
use crate::resolve::readings;
use crate::resolve::saying::Saying;
use crate::resolve::window::Window;
use crate::statement::Certainty;
use crate::timeline::Conflict;

/// Another way to read what dates an event.
#[derive(Clone, Copy, Debug)]
struct Doubt {
    statement: usize,
    date: Date,
    other: Date,
    why: Why,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Why {
    /// Days or months come first.
    Order,
    /// The nearest day of that name lies behind the publication.
    Year,
}

impl Report<'_> {
    /// What is open in the dates, each with its event.
    pub(super) fn doubts(self) -> Vec<(Conflict, Vec<usize>)> {
        let open = (0..self.events.len()).filter_map(|event| Some(self.open(event, self.doubt(event)?)));
        open.chain((0..self.events.len()).flat_map(|event| self.no_such_days(event))).collect()
    }

    /// Whether the date of `event` has a second reading that nothing speaks against.
    pub(super) fn is_doubtful(self, event: usize) -> bool {
        self.doubt(event).is_some()
    }

    fn doubt(self, event: usize) -> Option<Doubt> {
        let members = &self.events[event].members;
        let of_member = |&at: &usize| doubt(&self.statements[at], at);
        let doubt = members.iter().find_map(of_member)?;
        let outcome = &self.repaired.outcomes[event];
        let is_settled = outcome.decided.is_some()
            || outcome.evidence.as_ref().is_some_and(|evidence| evidence.candidates[outcome.chosen].cost > 0);
        let other = Window::of(doubt.other);
        let leaves_open = |at: &usize| {
            let Some(date) = self.statements[*at].date else { return true };
            Window::of(date).meets(other) || of_member(at).is_some_and(|same| same.other == doubt.other)
        };
        let is_open = !is_settled && members.iter().all(leaves_open) && self.would_hold(event, other);
        is_open.then_some(doubt)
    }

    /// Whether all links of `event` would hold as they do if it were at another time.
    fn would_hold(self, event: usize, time: Window) -> bool {
        let own = |other: usize| if other == event { time } else { self.repaired.outcomes[other].own };
        self.repaired.touching[event].iter().all(|&at| {
            let Link { from, to, .. } = self.links[at];
            self.links[at].levels()[self.repaired.levels[at]].allowance.holds(own(from), own(to))
        })
    }

    fn open(self, event: usize, Doubt { statement, date, other, why }: Doubt) -> (Conflict, Vec<usize>) {
        let told = &self.statements[statement];
        let words = format!("“{}” ({})", told.date_words(), told.document);
        let (message, because) = match why {
            Why::Order => (
                format!("{words} is {date}, or {other}: it does not tell whether the day or the month comes first."),
                "Nothing else tells which: the commoner order stands.",
            ),
            Why::Year => (
                format!(
                    "{words} is taken for {date}: the nearer {other} comes after the article that tells it as done."
                ),
                "What was announced may be told as done, or the month be wrong.",
            ),
        };
        self.note(About::Ambiguous, message, &[event], [statement].into(), Vec::new(), because)
    }

    fn no_such_days(self, event: usize) -> impl Iterator<Item = (Conflict, Vec<usize>)> {
        let members = self.events[event].members.iter().copied();
        members.filter(move |&at| self.statements[at].no_such_day).map(move |at| {
            let told = &self.statements[at];
            let date = told.date.map(|date| format!("; {date} is taken")).unwrap_or_default();
            let words = told.date_words();
            let message = format!("“{words}” ({}) is no day of the calendar{date}.", told.document);
            let because = "Which day was meant cannot be told: its month stands.";
            self.note(About::Calendar, message, &[event], [at].into(), Vec::new(), because)
        })
    }
}

/// The second reading of a statement's own words.
fn doubt(told: &Saying, statement: usize) -> Option<Doubt> {
    let readings = &told.aside().readings;
    let date = told.date.filter(|_| !readings.is_empty() && told.aside().corrected.is_none())?;
    let of = |why: Why, other: Date| Doubt { statement, date, other, why };
    let swapped = readings::day_for_month(date).filter(|&swapped| {
        let is_offered = readings.iter().any(|reading| reading.date == swapped && reading.cost <= cost::MARGIN);
        is_offered && readings::against(told, swapped) <= readings::against(told, date)
    });
    swapped.map(|other| of(Why::Order, other)).or_else(|| {
        let published = told.published.map(Window::of).filter(|_| told.certainty == Certainty::Reported)?;
        let behind = published.lo.saturating_sub(Window::of(date).hi);
        // Which figure is the month was told by the other dates of the text.
        let years =
            readings.iter().map(|reading| reading.date).filter(|&other| readings::day_for_month(date) != Some(other));
        let later = years.into_iter().find(|&other| {
            let ahead = Window::of(other).lo.saturating_sub(published.hi);
            date.as_day().is_some() && ahead > 0 && ahead.saturating_mul(NEARER) < behind
        });
        later.map(|other| of(Why::Year, other))
    })
}

/// Of two days of one name the one that is so many times nearer comes to mind first.
const NEARER: i64 = 2;
