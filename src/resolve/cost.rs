//! What each way out of a contradiction costs.
//!
//! Costs are tenths of a ban: ten times the decimal logarithm of how much less likely it is than taking the words as
//! they stand. They add up along a repair, and ten of them are one order of magnitude. A reading's cost is counted once
//! for every independent voice that would have to have made the same slip.

/// What a repair costs. Whole numbers, so that a sum is the same on every machine.
pub(super) type Cost = u32;

/// | slip | cost | why |
/// |---|---|---|
/// | [`ANCHOR_YEAR`] | 12 | the text gave no year and it was worked out: the misreading is ours |
/// | [`OLD_YEAR`] | 14 | the year before, in the first weeks of the new one, of what would be news: a habit of the hand |
/// | [`PADDED`] | 16 | a January 1 in figures: what programs make of a year |
/// | [`NEWS_YEAR`] | 18 | the same of a day within weeks of a stated publication: news is of its year |
/// | [`DAY_BESIDE`] | 20 | counting and time zones: the commonest slip of sources |
/// | [`OLD_NEWS`] | 8 more | what a report tells as done of a day after its own was hardly done months before |
/// | [`YEAR_BESIDE`] | 23 | the year is the least looked-at part of a date |
/// | [`COUNTED_DAY`] | 24 | the day beside of "on Monday": counted, and not written down |
/// | [`FIGURE_BESIDE`] | 24 | a figure of the day; offered only where the day as written was still to come |
/// | [`WEEK_BESIDE`] | 26 | the wrong row of the calendar |
/// | [`MONTH_BESIDE`] | 26 | rarer than the day, as a name is harder to mistype than a digit |
/// | [`SWAPPED`] | 30 | day for month; dear, as most texts spell the month out |
/// | [`DECADE_BESIDE`] | 32 | one digit of the year, not the last; or its last two change places |
/// | [`DISCARD`] | 40 | the source is plainly wrong, or speaks of something else |
pub(super) const ANCHOR_YEAR: Cost = 12;
pub(super) const OLD_NEWS: Cost = 8;
pub(super) const OLD_YEAR: Cost = 14;
pub(super) const PADDED: Cost = 16;
pub(super) const NEWS_YEAR: Cost = 18;
pub(super) const DAY_BESIDE: Cost = 20;
pub(super) const YEAR_BESIDE: Cost = 23;
pub(super) const COUNTED_DAY: Cost = 24;
pub(super) const FIGURE_BESIDE: Cost = 24;
pub(super) const WEEK_BESIDE: Cost = 26;
pub(super) const MONTH_BESIDE: Cost = 26;
pub(super) const SWAPPED: Cost = 30;
pub(super) const DECADE_BESIDE: Cost = 32;
pub(super) const DISCARD: Cost = 40;

/// | evidence given up | cost | why |
/// |---|---|---|
/// | [`GAP_LOOSE`] | 2 | writers round as it suits the sentence |
/// | [`GAP_VAGUE`] | 8 | a rounded length that is off: counting between two dates is often done badly |
/// | [`WEEKDAY`] | 12 | a weekday is taken from memory more often than a date is |
/// | [`GAP_EXACT`] | 14 | a length told to the day was counted |
/// | [`GAP_ABSURD`] | 35 | off by a multiple: nobody miscounts "the next day" by a year |
/// | [`ORDER_WORD`] | 25 | "after that" also orders the telling |
/// | [`ONE_END`] | 15 | one term told with two ends: another term, or another office, may lie between |
/// | [`TENSE`] | 16 | "will" of what was past: speech, or a page that was changed later |
/// | [`ENTRY`] | 20 | the same by more: another term, or another office |
/// | [`LIFE`] | 35 | nobody acts before birth or after death; somebody of the same name does |
/// | [`PUBLICATION`] | 35 | a report of what was still to come; an announcement read as a report |
/// | [`CONFIRMED`] | 6 | in office weeks or months before the appointment: acting, and nobody says so |
/// | [`HANDOVER`] | 6 | a successor named before the predecessor is gone, by weeks |
/// | [`OVERLAP`] | 20 | the same by up to three months: acting, or named ahead |
/// | [`SUCCESSION`] | 30 | two holders of one post at a time: a shared post, or one named alike |
/// | [`TENURE`] | 60 | nobody leaves before they come; another tenure could be meant |
pub(super) const GAP_LOOSE: Cost = 2;
pub(super) const GAP_VAGUE: Cost = 8;
pub(super) const WEEKDAY: Cost = 12;
pub(super) const GAP_EXACT: Cost = 14;
pub(super) const GAP_ABSURD: Cost = 35;
pub(super) const ORDER_WORD: Cost = 25;
pub(super) const ONE_END: Cost = 15;
pub(super) const TENSE: Cost = 16;
pub(super) const ENTRY: Cost = 20;
pub(super) const LIFE: Cost = 35;
pub(super) const PUBLICATION: Cost = 35;
pub(super) const CONFIRMED: Cost = 6;
pub(super) const HANDOVER: Cost = 6;
pub(super) const OVERLAP: Cost = 20;
pub(super) const SUCCESSION: Cost = 30;
pub(super) const TENURE: Cost = 60;

/// The next best repair has to be dearer by more than this; else the conflict stays unresolved. Half an order of
/// magnitude: the point at which a careful reader would no longer bet.
pub(super) const MARGIN: Cost = 5;
