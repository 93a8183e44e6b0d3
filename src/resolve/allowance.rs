//! How far apart two events may be: what a stated length, with its rounding, allows.

use crate::calendar::{Period, Rounding};
use crate::resolve::cost::{self, Cost};
use crate::resolve::window::{DAY, Window, shift};
use crate::statement::Gap;

/// From the earlier event to the later one: at least, and at most. Counted in whole days where no clock time is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Allowance {
    least: Option<Length>,
    most: Option<Length>,
}

/// Calendar units, and minutes beside them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Length {
    period: Period,
    minutes: i64,
}

/// One step of giving way: what is allowed, and what giving way so far costs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Level {
    pub(super) allowance: Allowance,
    pub(super) cost: Cost,
}

impl Allowance {
    /// No bound: the evidence is given up.
    pub(super) const ANY: Allowance = Allowance { least: None, most: None };

    /// The later event is not on an earlier day.
    pub(super) const ORDER: Allowance = Allowance::overlap(0);

    /// The later event is earlier by this many days at most.
    pub(super) const fn overlap(days: i64) -> Allowance {
        let none = Period { years: 0, months: 0, weeks: 0, days: 0, hours: 0, minutes: 0, seconds: 0 };
        Allowance { least: Some(Length { period: none, minutes: -days * DAY }), most: None }
    }

    /// Both events are within this many days of each other.
    pub(super) const fn within(days: i64) -> Allowance {
        let none = Period { years: 0, months: 0, weeks: 0, days: 0, hours: 0, minutes: 0, seconds: 0 };
        let (least, most) =
            (Length { period: none, minutes: -days * DAY }, Length { period: none, minutes: days * DAY });
        Allowance { least: Some(least), most: Some(most) }
    }

    /// Where the later event can be, the earlier one being in `from`.
    pub(super) fn forward(self, from: Window) -> Window {
        let from = self.in_days(from);
        Window {
            lo: self.least.map_or(i64::MIN, |length| length.after(from.lo)),
            hi: self.most.map_or(i64::MAX, |length| length.after(from.hi)),
        }
    }

    /// Where the earlier event can be, the later one being in `to`.
    pub(super) fn backward(self, to: Window) -> Window {
        let to = self.in_days(to);
        Window {
            lo: self.most.map_or(i64::MIN, |length| length.before(to.lo, -1)),
            hi: self.least.map_or(i64::MAX, |length| length.before(to.hi, 1)),
        }
    }

    /// Whether two windows can hold two events so far apart.
    pub(super) fn holds(self, from: Window, to: Window) -> bool {
        self.forward(from).meets(to) && self.backward(to).meets(from)
    }

    fn in_days(self, window: Window) -> Window {
        let clock = [self.least, self.most].into_iter().flatten().any(|length| length.minutes % DAY != 0);
        if clock {
            return window;
        }
        let down = |minute: i64| if minute == i64::MIN { minute } else { minute - minute.rem_euclid(DAY) };
        let up = |minute: i64| if minute == i64::MAX { minute } else { minute - minute.rem_euclid(DAY) + DAY - 1 };
        Window { lo: down(window.lo), hi: up(window.hi) }
    }
}

impl Length {
    fn after(self, minute: i64) -> i64 {
        open(minute, shift(minute, self.period, false).saturating_add(self.minutes))
    }

    /// Months counted back do not always come out where they were counted forth from: three days are left for that, to
    /// the side that `widen` says. Counting forth decides.
    fn before(self, minute: i64, widen: i64) -> i64 {
        let slack = if self.period.years + self.period.months > 0 { 3 * DAY * widen } else { 0 };
        open(minute, shift(minute, self.period, true).saturating_sub(self.minutes).saturating_add(slack))
    }
}

/// An open end stays open.
fn open(minute: i64, moved: i64) -> i64 {
    if minute == i64::MIN || minute == i64::MAX { minute } else { moved }
}

/// What `gap` allows, from its own words to anything at all.
pub(super) fn levels(gap: Gap) -> Vec<Level> {
    let own = Meaning::of(gap);
    let exact = matches!(gap.rounding, Rounding::Stated | Rounding::Exactly);
    let wrong = if exact { cost::GAP_EXACT } else { cost::GAP_VAGUE };
    let level = |slack: Slack, cost| Level { allowance: slack.allowance(gap.period), cost };
    vec![
        level(own.tight, 0),
        level(own.loose, cost::GAP_LOOSE),
        level(own.wrong, wrong),
        Level { allowance: Allowance::ANY, cost: cost::GAP_ABSURD },
    ]
}

/// Minutes under and over a period; `None` is no bound.
#[derive(Clone, Copy)]
struct Slack {
    under: Option<i64>,
    over: Option<i64>,
}

/// What the words of a stated length mean, how far writers stretch them, and how far they miscount.
struct Meaning {
    tight: Slack,
    loose: Slack,
    wrong: Slack,
}

impl Meaning {
    /// | words | meant | stretched |
    /// |---|---|---|
    /// | "5 months and 1 day" | to the day | a day either way, from three days on |
    /// | "five months" | a quarter of a month under, half of one over | half a month under, three quarters over |
    /// | "a little more than 5" | up to a third over, a whole day for days | up to a half over |
    /// | "seven-plus" | up to one over | up to two over |
    /// | "almost six" | up to a third under | up to one under |
    /// | "about six" | half of one, or a fifth of all, either way | twice that |
    fn of(gap: Gap) -> Meaning {
        let unit = unit(gap.period);
        let whole = length(gap.period);
        let slack = |under: i64, over: i64| Slack { under: Some(under), over: Some(over) };
        let counted = unit <= DAY;
        let day = if unit < DAY { unit } else { DAY };
        let (tight, loose) = match gap.rounding {
            Rounding::Exactly => (slack(0, 0), slack(0, 0)),
            Rounding::Stated if counted => {
                let stretch = if whole >= 3 * day { day } else { 0 };
                (slack(0, 0), slack(stretch, stretch))
            }
            Rounding::Stated => (slack(unit / 4, unit / 2), slack(unit / 2, unit * 3 / 4)),
            Rounding::About => {
                let about = (unit / 2).max(whole / 5);
                (slack(about, about), slack(2 * about, 2 * about))
            }
            Rounding::LittleMore if counted => (slack(0, day), slack(0, day)),
            Rounding::LittleMore => (slack(0, unit / 3), slack(0, unit / 2)),
            Rounding::More => (slack(0, unit), slack(0, 2 * unit)),
            Rounding::Almost if counted => (slack(day, 0), slack(day, 0)),
            Rounding::Almost => (slack(unit / 3, 0), slack(unit, 0)),
            Rounding::Less => (Slack { under: None, over: Some(0) }, Slack { under: None, over: Some(day) }),
            Rounding::AtLeast => (Slack { under: Some(0), over: None }, Slack { under: Some(day), over: None }),
            Rounding::AtMost => (Slack { under: None, over: Some(0) }, Slack { under: None, over: Some(day) }),
        };
        // A miscount stays of the same order: half as much again or a few days. Who rounds has not counted at all, and is
        // off by more.
        let exact = matches!(gap.rounding, Rounding::Stated | Rounding::Exactly);
        let miscount = if exact { whole / 2 } else { 2 * whole }.max(3 * day);
        let widen = |bound: Option<i64>| bound.map(|bound| bound.max(miscount));
        let wrong = Slack { under: widen(loose.under), over: widen(loose.over) };
        Meaning { tight, loose, wrong }
    }
}

impl Slack {
    fn allowance(self, period: Period) -> Allowance {
        // The later event is never before the earlier one, whatever the length is.
        let floor = Length { period: Period::default(), minutes: 0 };
        let least = match self.under {
            Some(under) if under < length(period) => Length { period, minutes: -days(under, period) },
            _ => floor,
        };
        Allowance { least: Some(least), most: self.over.map(|over| Length { period, minutes: days(over, period) }) }
    }
}

/// Slack in whole days, except where the period itself counts hours or minutes.
fn days(slack: i64, period: Period) -> i64 {
    if unit(period) < DAY { slack } else { slack - slack % DAY }
}

/// The smallest unit that is told, in minutes.
fn unit(period: Period) -> i64 {
    let units = [
        (period.minutes + period.seconds, 1),
        (period.hours, 60),
        (period.days, DAY),
        (period.weeks, 7 * DAY),
        (period.months, 30 * DAY),
        (period.years, 365 * DAY),
    ];
    units.into_iter().find(|&(count, _)| count > 0).map_or(DAY, |(_, minutes)| minutes)
}

/// About how long a period is, in minutes.
fn length(period: Period) -> i64 {
    let days = i64::from(period.years) * 365
        + i64::from(period.months) * 30
        + i64::from(period.weeks) * 7
        + i64::from(period.days);
    days * DAY + i64::from(period.hours) * 60 + i64::from(period.minutes)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The first level that holds between two days: 0 as told, 1 stretched, 2 miscounted, 3 absurd.
    fn level(rounding: Rounding, period: &str, from: &str, to: &str) -> usize {
        let gap = Gap { period: period.parse().unwrap(), rounding };
        let window = |edtf: &str| Window::of(edtf.parse().unwrap());
        levels(gap).iter().position(|level| level.allowance.holds(window(from), window(to))).unwrap()
    }

    #[test]
    fn rounding_words_mean_what_they_say() {
        use Rounding::*;
        for (rounding, period, from, to, expected) in [
            (Stated, "P5M1D", "1921-07-03", "1921-12-04", 0),
            (Stated, "P5M1D", "1921-07-03", "1921-12-05", 1),
            (Stated, "P4Y3M23D", "1868-11-17", "1873-03-12", 0),
            (Stated, "P5M", "1921-07-03", "1921-12-04", 0),
            (Almost, "P6M", "1921-07-03", "1921-12-04", 1),
            (Almost, "P6M", "1921-07-03", "1921-12-29", 0),
            (Almost, "P6M", "1921-07-03", "1922-01-20", 2),
            (LittleMore, "P5D", "1921-01-29", "1921-02-05", 2),
            (LittleMore, "P5D", "1921-01-29", "1921-02-04", 0),
            (More, "P7M", "1921-01-11", "1921-09-02", 0),
            (More, "P7M", "1921-01-11", "1921-08-02", 2),
            (Stated, "P1D", "1921-09-01", "1921-09-02", 0),
            (Stated, "P1D", "1921-09-01", "1922-09-02", 3),
            (Stated, "P1D", "1921-09-02", "1921-09-01", 3),
            (About, "P3W", "1921-01-15", "1921-02-21", 2),
            (About, "P3W", "1921-01-15", "1921-01-18", 2),
            (About, "P3W", "1921-01-15", "1922-01-15", 3),
            (Stated, "P3W", "1921-01-15", "1921-02-21", 3),
            (Stated, "P2W", "1921-01-15", "1921-02-01", 0),
            (Stated, "P2W", "1921-01-15", "1921-02-03", 1),
            (Stated, "P2W", "1921-01-15", "1921-02-05", 2),
            (Stated, "P3M", "1921-03-31", "1921-06-18", 1),
            (Stated, "P3M", "1921-03-31", "1921-06-02", 2),
            (About, "P10Y", "1921", "1930", 0),
            (AtMost, "P2W", "1921-03-01", "1921-03-02", 0),
            (AtLeast, "P2Y", "1921-03-01", "1950-03-02", 0),
        ] {
            assert_eq!(level(rounding, period, from, to), expected, "{rounding:?} {period}: {from} to {to}");
        }
    }
}
