//! New and full moons, to some minutes: what the feasts of the Chinese and Indian calendars are counted from.

use chrono::{Days, NaiveDate};

/// The first day from `from` on that has a new or full moon, in a place so many minutes ahead of Greenwich.
pub(super) fn first(full: bool, from: NaiveDate, ahead: i16) -> Option<NaiveDate> {
    let epoch = NaiveDate::from_ymd_opt(2000, 1, 1)?;
    let days = (from - epoch).num_days();
    // A moon or two early, and as many on until it is late enough.
    let about = (days as f64 / MONTH).floor() as i64 - 2;
    let moons = (about..about + 5).map(|count| count as f64 + if full { 0.5 } else { 0.0 });
    let on = moons.map(|count| (moon(count, full) + f64::from(ahead) / MINUTES).floor() as i64);
    let day = on.into_iter().find(|&day| day >= days)?;
    if day < 0 {
        epoch.checked_sub_days(Days::new(day.unsigned_abs()))
    } else {
        epoch.checked_add_days(Days::new(day.unsigned_abs()))
    }
}

/// The mean time from one new moon to the next, in days.
const MONTH: f64 = 29.530_588_861;

const MINUTES: f64 = 24.0 * 60.0;

/// When a moon is, in days since the year 2000 began at Greenwich: the mean one and the largest of the terms that it is
/// off by (Meeus, Astronomical Algorithms, 49). Moons are counted from the new moon of 6 January 2000.
fn moon(count: f64, full: bool) -> f64 {
    let centuries = count / 1236.85;
    let mean = 5.597_66 + MONTH * count + 0.000_154_37 * centuries * centuries;
    // The anomalies of the sun and the moon, and the moon's distance from its node.
    let sun = (2.5534 + 29.105_356_70 * count).to_radians();
    let moon = (201.5643 + 385.816_935_28 * count + 0.010_758_2 * centuries * centuries).to_radians();
    let node = (160.7108 + 390.670_502_84 * count - 0.001_611_8 * centuries * centuries).to_radians();
    let eccentricity = 1.0 - 0.002_516 * centuries;
    let [of_moon, of_sun] = if full { [-0.406_14, 0.173_02] } else { [-0.407_20, 0.172_41] };
    let off = of_moon * moon.sin()
        + of_sun * eccentricity * sun.sin()
        + 0.016_1 * (2.0 * moon).sin()
        + 0.010_4 * (2.0 * node).sin()
        + 0.007_4 * eccentricity * (moon - sun).sin()
        - 0.005_1 * eccentricity * (moon + sun).sin()
        + 0.002_1 * (2.0 * sun).sin();
    mean + off
}
