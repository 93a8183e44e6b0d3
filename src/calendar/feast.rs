//! Feasts that move by other calendars than ours: the eastern Easter, the Hebrew year, the Islamic months.

use chrono::{Days, NaiveDate};

/// Easter Sunday of the eastern churches, by the Julian reckoning (Meeus, Astronomical Algorithms, 8).
pub(super) fn eastern_easter(year: i32) -> Option<NaiveDate> {
    let (a, b, c) = (year.rem_euclid(4), year.rem_euclid(7), year.rem_euclid(19));
    let d = (19 * c + 15) % 30;
    let e = (2 * a + 4 * b - d + 34) % 7;
    let march = u64::try_from(d + e + 21).ok()?;
    // Days between the two calendars.
    let apart = year.div_euclid(100) - year.div_euclid(400) - 2;
    let first = NaiveDate::from_ymd_opt(year, 3, 1)?;
    first.checked_add_days(Days::new(march))?.checked_add_days(Days::new(u64::try_from(apart).ok()?))
}

/// The first day of the Hebrew year that begins in the autumn of `year`: molad and postponements (Dershowitz and
/// Reingold, Calendrical Calculations, 8).
pub(super) fn hebrew_new_year(year: i32) -> Option<NaiveDate> {
    let year = i64::from(year) + 3761;
    let late = elapsed(year + 1) - elapsed(year) == 356;
    let early = elapsed(year) - elapsed(year - 1) == 382;
    let delay = if late { 2 } else { i64::from(early) };
    // In days of the common era, of which the first of January of the year 1 is day 1.
    let day = elapsed(year) + delay - 1_373_427;
    NaiveDate::from_num_days_from_ce_opt(i32::try_from(day).ok()?)
}

/// Days from the epoch to the molad of a Hebrew year, and past the weekdays that it may not begin on.
fn elapsed(year: i64) -> i64 {
    let months = (235 * year - 234).div_euclid(19);
    let parts = 12_084 + 13_753 * months;
    let day = 29 * months + parts.div_euclid(25_920);
    if (3 * (day + 1)).rem_euclid(7) < 3 { day + 1 } else { day }
}

/// The first day of Hanukkah in `year`, the 25th of Kislev: Heshvan before it has a day more in a complete year.
pub(super) fn hanukkah(year: i32) -> Option<NaiveDate> {
    let new_year = hebrew_new_year(year)?;
    let length = (hebrew_new_year(year + 1)? - new_year).num_days();
    let complete = matches!(length, 355 | 385);
    new_year.checked_add_days(Days::new(if complete { 84 } else { 83 }))
}

/// A day of the tabular Islamic calendar in `year`; `None` where it falls into none or twice into it. The months begin
/// by sight, a day or two beside the table.
pub(super) fn islamic(month: u8, day: u8, year: i32) -> Option<NaiveDate> {
    let (month, day) = (i64::from(month), i64::from(day));
    let about = (i64::from(year) - 622) * 33 / 32;
    let of = |hijri: i64| {
        let before = 354 * (hijri - 1) + (3 + 11 * hijri).div_euclid(30) + (59 * (month - 1) + 1).div_euclid(2);
        NaiveDate::from_num_days_from_ce_opt(i32::try_from(227_014 + before + day).ok()?)
    };
    let in_year = |date: &NaiveDate| chrono::Datelike::year(date) == year;
    let mut days = (about - 1..=about + 2).filter_map(of).filter(in_year);
    days.next().filter(|_| days.next().is_none())
}
