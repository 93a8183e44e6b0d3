//! Dates at their own precision, over [`chrono`].
//!
//! A bare year is a year: nothing here turns it into a first of January. Two dates compare as definitely, possibly or
//! impossibly ordered, by their [`Bounds`]. A date moves by a [`Period`] at its own precision or not at all, and the
//! period between two days is counted in months and days as people count. [`Stated`] periods carry the rounding that
//! the text gave them.
//!
//! The text form of a [`Date`] is [EDTF](mod@edtf) (ISO 8601-2:2019); [TIMEX3](mod@timex3) is read and written beside it.

mod arithmetic;
mod bounds;
mod date;
pub mod edtf;
mod feast;
mod grain;
mod holiday;
mod moon;
mod period;
mod plain;
pub mod timex3;
pub(crate) mod words;

pub use bounds::{Bounds, Modality, Order};
pub use date::{Date, Half, Point, Qualifier, Quarter, Season, Unit};
pub use edtf::{Edtf, ParseDateError};
pub use grain::Grain;
pub(crate) use holiday::Holiday;
pub use period::{ParsePeriodError, Period, Rounding, Stated};
pub(crate) use timex3::season_text;
pub use timex3::{ParseTimexValueError, PartOfDay, Reference, Timex3, TimexValue};
