//! What the productions read: a meaning that still has to be anchored.

use chrono::{NaiveDate, Weekday};

use crate::calendar::{Grain, Half, Holiday, Period, Quarter, Rounding, Season, Stated, Unit};
use crate::lexicon::time::{DayPart, Reference, Shift, Turn};
use crate::timex::Modifier;

/// An expression as read, before any anchor.
#[derive(Clone, Copy, Debug)]
pub(super) struct Expr {
    pub(super) sense: Sense,
    /// The time of day within it.
    pub(super) time: Option<TimeOfDay>,
    pub(super) modifier: Option<Modifier>,
    /// A weekday beside a date: evidence, not value.
    pub(super) weekday: Option<Weekday>,
    /// What is told by the date: the week that it is in, a day so far from it.
    pub(super) frame: Option<Frame>,
    /// A noun that tells a time in histories and short messages, seldom in news: `night`, `this period`.
    pub(super) casual: bool,
    /// The production that read it.
    pub(super) rule: &'static str,
}

impl Expr {
    pub(super) fn new(sense: Sense, rule: &'static str) -> Expr {
        Expr { sense, time: None, modifier: None, weekday: None, frame: None, casual: false, rule }
    }

    /// How far `the next day` and `the following month` lie after the date that they are counted from.
    pub(super) fn step_on(&self) -> Option<Stated> {
        let Sense::Step { grain, step, base: Base::Text } = self.sense else { return None };
        let mut period = Period::default();
        let (total, each) = slot(&mut period, grain);
        *total = u32::try_from(step).ok().filter(|&step| step > 0)?.checked_mul(each)?;
        Some(Stated { period, rounding: Rounding::Stated })
    }
}

#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Sense {
    /// Whole in itself.
    Unit(Unit),
    /// `the 480s BC`, by its tens; `the 4th century BC`, by its hundreds.
    BcDecade(i32),
    BcCentury(i32),
    /// `the 2nd millennium BC`, by its thousands.
    BcMillennium(i32),
    /// Day and month in either order: `06.03.2022`.
    Numeric(Figures),
    /// A part of a year that may be known or not: `March`, `June last year`.
    Part {
        year: YearRef,
        part: Part,
    },
    /// `the 5th`
    DayOfMonth(u8),
    /// `Wednesday`, `last Monday`
    Weekday {
        day: Weekday,
        turn: Option<Turn>,
    },
    /// `Wednesday of next week`, the week as a step.
    WeekdayOf {
        day: Weekday,
        step: i32,
        base: Base,
    },
    /// `last week`, `the next day`, `today`
    Step {
        grain: Grain,
        step: i32,
        base: Base,
    },
    /// `three years ago`
    Offset {
        length: Length,
        shift: Shift,
    },
    /// `the past two months`: a length that lies against the anchor.
    Window {
        length: Length,
        turn: Turn,
    },
    /// `the second day`: one that the text does not date.
    Nth(Grain),
    /// `the year-ago quarter`, `the same month last year`
    YearAgo(Option<Grain>),
    Length(Length),
    Set(Set),
    Reference(Reference),
    Meanwhile(Pointer),
    /// A day that nothing tells: that of `night` in "they marched at night".
    AnyDay,
}

/// A day and a month in figures.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Figures {
    pub(super) year: YearRef,
    pub(super) first: u8,
    pub(super) second: u8,
    /// Whether it is the custom of those who join them by this sign to put the month first.
    pub(super) month_first: bool,
}

/// What is told by a date.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Frame {
    /// `the week of March 6`
    Around(Grain),
    /// `two days after Christmas`, `the week before Easter`: how far, which way, and the unit that is meant.
    Beside { length: Length, sign: i32, grain: Grain },
    /// `the first Monday of next month`; the last where negative.
    Nth { weekday: Weekday, nth: i8 },
}

impl Frame {
    /// The unit that is meant.
    pub(super) fn grain(self) -> Grain {
        match self {
            Frame::Around(grain) | Frame::Beside { grain, .. } => grain,
            Frame::Nth { .. } => Grain::Day,
        }
    }
}

/// What a text points back with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Pointer {
    /// `the same time`
    Same,
    /// `this time`, `the time`
    Time,
    /// `this period`
    Period,
}

/// What a step is counted from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Base {
    /// When the text is written.
    Now,
    /// The date that the text is at.
    Text,
    /// The last that is over and reported on: `the latest quarter`.
    Reported,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum YearRef {
    Unstated,
    /// Astronomical.
    Is(i32),
    /// `'99`
    Short(u8),
    /// `last year`
    /// `last` in `last March`
    Turn(Turn),
    /// `last year` in `March last year`
    YearTurn(Turn),
    /// `three years ago`, in years from the writer's own.
    Away(i32),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Part {
    Whole,
    Half(Half),
    Quarter(Quarter),
    Season(Season),
    Month(u8),
    Day(u8, u8),
    Holiday(Holiday),
    /// The quarter that the text reports on: `the 1988 quarter`.
    ReportedQuarter,
    /// That quarter, or a year where the text tells of none: `the 1988 period`.
    ReportedPeriod,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum TimeOfDay {
    Clock { hour: u8, minute: u8, second: Option<u8>, zone: Option<i16> },
    Part(DayPart),
}

/// A length of time in up to three units: `5 months and 1 day`.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Length {
    pub(super) first: Amount,
    /// Of ever finer units.
    pub(super) finer: [Option<Amount>; 2],
    pub(super) rounding: Rounding,
}

#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Amount {
    pub(super) count: Count,
    pub(super) grain: Grain,
}

#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Count {
    Exact(u32),
    /// So many and a half.
    AndHalf(u32),
    Tenths(u32),
    /// `a few`, or a plural with no count.
    Vague,
    /// `two to three`
    Between(u32, u32),
}

/// What recurs.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Set {
    /// `every two weeks`
    Every(Length),
    /// `every Monday`, `Tuesday nights`
    Weekday(Weekday, Option<DayPart>),
    /// `weekends`
    Weekend,
    /// `each July`
    Month(u8),
    Season(Season),
    /// `every morning`
    Part(DayPart),
}

impl Length {
    pub(super) fn of(count: Count, grain: Grain) -> Length {
        Length { first: Amount { count, grain }, finer: [None; 2], rounding: Rounding::Stated }
    }

    pub(super) fn finest(self) -> Grain {
        self.amounts().last().map_or(self.first.grain, |amount| amount.grain)
    }

    pub(super) fn amounts(self) -> impl Iterator<Item = Amount> {
        [Some(self.first)].into_iter().chain(self.finer).flatten()
    }

    /// The one number of units, where it is a whole one and of one unit.
    pub(super) fn exact(self) -> Option<u32> {
        match (self.first.count, self.finer) {
            (Count::Exact(count), [None, _]) => Some(count),
            _ => None,
        }
    }

    /// The unit in which it tells where it ends: "a year and a half ago" is some month, "half a century ago" some year.
    pub(super) fn told_to(self) -> Grain {
        match (self.first.count, half_of(self.first.grain)) {
            (Count::AndHalf(_), Some((half, _))) if self.first.grain > Grain::Month => half,
            _ => self.finest(),
        }
    }

    /// The day that lies so far from another, before it where `sign` is negative; `None` where the count is no number, or
    /// half of the unit is no whole number of days.
    pub(super) fn away_from(self, day: NaiveDate, sign: i32) -> Option<NaiveDate> {
        let shift = |day, grain: Grain, count: u32| grain.shift(day, i32::try_from(count).ok()?.checked_mul(sign)?);
        self.amounts().try_fold(day, |day, amount| match amount.count {
            Count::Exact(count) => shift(day, amount.grain, count),
            Count::AndHalf(count) => {
                let (half, more) = half_of(amount.grain).filter(|(half, _)| *half >= Grain::Day)?;
                shift(shift(day, amount.grain, count)?, half, more)
            }
            _ => None,
        })
    }

    /// As a stated period; `None` where the count is vague.
    pub(super) fn stated(self) -> Option<Stated> {
        let mut period = Period::default();
        for amount in self.amounts() {
            amount.add_to(&mut period)?;
        }
        Some(Stated { period, rounding: self.rounding })
    }
}

impl Amount {
    /// Adds this to a period; `None` where the count is no number, or half of the unit is no whole number of finer ones.
    fn add_to(self, period: &mut Period) -> Option<()> {
        let (count, half) = match self.count {
            Count::Exact(count) | Count::Between(count, _) => (count, false),
            Count::AndHalf(count) => (count, true),
            Count::Tenths(_) | Count::Vague => return None,
        };
        let (total, each) = slot(period, self.grain);
        *total = total.checked_add(count.checked_mul(each)?)?;
        if half {
            let (grain, more) = half_of(self.grain)?;
            let (total, _) = slot(period, grain);
            *total = total.checked_add(more)?;
        }
        Some(())
    }
}

/// The count of a period that a unit is counted in, and how many of it make one.
fn slot(period: &mut Period, grain: Grain) -> (&mut u32, u32) {
    match grain {
        Grain::Second => (&mut period.seconds, 1),
        Grain::Minute => (&mut period.minutes, 1),
        Grain::Hour => (&mut period.hours, 1),
        Grain::Day => (&mut period.days, 1),
        Grain::Weekend => (&mut period.days, 2),
        Grain::Week => (&mut period.weeks, 1),
        Grain::Fortnight => (&mut period.weeks, 2),
        Grain::Month => (&mut period.months, 1),
        Grain::Season | Grain::Quarter => (&mut period.months, 3),
        Grain::Half => (&mut period.months, 6),
        Grain::Year => (&mut period.years, 1),
        Grain::Decade => (&mut period.years, 10),
        Grain::Century => (&mut period.years, 100),
        Grain::Millennium => (&mut period.years, 1000),
    }
}

/// Half of a unit, in finer ones.
fn half_of(grain: Grain) -> Option<(Grain, u32)> {
    match grain {
        Grain::Minute => Some((Grain::Second, 30)),
        Grain::Hour => Some((Grain::Minute, 30)),
        Grain::Day => Some((Grain::Hour, 12)),
        Grain::Month => Some((Grain::Day, 15)),
        Grain::Year => Some((Grain::Month, 6)),
        Grain::Decade => Some((Grain::Year, 5)),
        Grain::Century => Some((Grain::Year, 50)),
        Grain::Millennium => Some((Grain::Year, 500)),
        _ => None,
    }
}
