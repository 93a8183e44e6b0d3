use std::str::FromStr;

use chrono::{Datelike, Days, NaiveDate, Weekday};

use super::{feast, moon};

/// How the day of a holiday is found in a year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Holiday {
    /// Month and day.
    Fixed(u8, u8),
    /// The nth such weekday of a month (the last where negative), and so many days after it.
    Nth {
        month: u8,
        weekday: Weekday,
        nth: i8,
        after: i8,
    },
    /// Such a weekday on a day of a month, or the last before it.
    By {
        month: u8,
        day: u8,
        weekday: Weekday,
    },
    /// So many days after Easter Sunday of the western churches.
    Easter(i8),
    /// So many days after that of the eastern ones.
    EasternEaster(i8),
    /// So many days after the first of the Hebrew year that begins in autumn.
    Hebrew(i16),
    Hanukkah,
    /// Month and day of the Islamic year, by the table.
    Islamic(u8, u8),
    /// So many days after the first new or full moon from a day of the year on, by the minutes that the place is ahead of
    /// Greenwich.
    Moon {
        full: bool,
        month: u8,
        day: u8,
        ahead: i16,
        after: i8,
    },
    /// Of another day in each country, or a month of such days.
    Unknown,
}

impl Holiday {
    /// Its day in `year`.
    pub(crate) fn in_year(self, year: i32) -> Option<NaiveDate> {
        match self {
            Holiday::Fixed(month, day) => NaiveDate::from_ymd_opt(year, month.into(), day.into()),
            Holiday::Nth { month, weekday, nth, after } => {
                let day = match u8::try_from(nth) {
                    Ok(nth) => NaiveDate::from_weekday_of_month_opt(year, month.into(), weekday, nth)?,
                    Err(_) => [5, 4]
                        .into_iter()
                        .find_map(|last| NaiveDate::from_weekday_of_month_opt(year, month.into(), weekday, last))?,
                };
                beside(day, after.into())
            }
            Holiday::By { month, day, weekday } => {
                let last = NaiveDate::from_ymd_opt(year, month.into(), day.into())?;
                beside(last, -(i16::from(last.weekday().days_since(weekday) as u8)))
            }
            Holiday::Easter(days) => beside(easter(year)?, days.into()),
            Holiday::EasternEaster(days) => beside(feast::eastern_easter(year)?, days.into()),
            Holiday::Hebrew(days) => beside(feast::hebrew_new_year(year)?, days),
            Holiday::Hanukkah => feast::hanukkah(year),
            Holiday::Islamic(month, day) => feast::islamic(month, day, year),
            Holiday::Moon { full, month, day, ahead, after } => {
                let from = NaiveDate::from_ymd_opt(year, month.into(), day.into())?;
                beside(moon::first(full, from, ahead)?, after.into())
            }
            Holiday::Unknown => None,
        }
    }

    /// Whether the day may be another by a few: it is found by a table, and kept by sight of the moon or by a calendar
    /// that puts in months.
    pub(crate) fn is_approximate(self) -> bool {
        match self {
            Holiday::Islamic(..) => true,
            // The Chinese new year is the moon's own.
            Holiday::Moon { after, ahead, .. } => after != 0 || ahead != 480,
            _ => false,
        }
    }
}

/// So many days after a day, or before it.
fn beside(day: NaiveDate, days: i16) -> Option<NaiveDate> {
    let distance = Days::new(days.unsigned_abs().into());
    if days < 0 { day.checked_sub_days(distance) } else { day.checked_add_days(distance) }
}

/// Easter Sunday by the Gregorian reckoning: the "Meeus/Jones/Butcher" computation (Meeus, Astronomical Algorithms, 8).
fn easter(year: i32) -> Option<NaiveDate> {
    let (a, b, c) = (year.rem_euclid(19), year.div_euclid(100), year.rem_euclid(100));
    let (d, e) = (b / 4, b % 4);
    let g = (8 * b + 13) / 25;
    let h = (19 * a + b - d - g + 15) % 30;
    let (i, k) = (c / 4, c % 4);
    let l = (32 + 2 * e + 2 * i - h - k) % 7;
    let m = (a + 11 * h + 19 * l) / 433;
    let month = (h + l - 7 * m + 90) / 25;
    let day = (h + l - 7 * m + 33 * month + 19) % 32;
    NaiveDate::from_ymd_opt(year, u32::try_from(month).ok()?, u32::try_from(day).ok()?)
}

/// The text is none of `12-25`, `11 thu 4`, `11 mon 1 +1`, `05-24 mon`, `easter -2`, `eastern 0`, `hebrew 9`, `hanukkah`,
/// `islamic 10-1`, `new 10-17 -750 +1`, `unknown`.
#[derive(Debug)]
pub(crate) struct UnknownHoliday;

impl FromStr for Holiday {
    type Err = UnknownHoliday;

    fn from_str(text: &str) -> Result<Holiday, UnknownHoliday> {
        parse(text).ok_or(UnknownHoliday)
    }
}

fn parse(text: &str) -> Option<Holiday> {
    let mut words = text.split(' ');
    let first = words.next()?;
    match first {
        "easter" => return Some(Holiday::Easter(words.next()?.parse().ok()?)),
        "eastern" => return Some(Holiday::EasternEaster(words.next()?.parse().ok()?)),
        "hebrew" => return Some(Holiday::Hebrew(words.next()?.parse().ok()?)),
        "hanukkah" => return Some(Holiday::Hanukkah),
        "unknown" => return Some(Holiday::Unknown),
        "new" | "full" => {
            let (month, day) = month_and_day(words.next()?)?;
            let (ahead, after) = (words.next()?.parse().ok()?, words.next()?.parse().ok()?);
            return Some(Holiday::Moon { full: first == "full", month, day, ahead, after });
        }
        "islamic" => {
            let (month, day) = month_and_day(words.next()?)?;
            return Some(Holiday::Islamic(month, day));
        }
        _ => {}
    }
    if let Some((month, day)) = month_and_day(first) {
        return Some(match words.next() {
            Some(weekday) => Holiday::By { month, day, weekday: weekday.parse().ok()? },
            None => Holiday::Fixed(month, day),
        });
    }
    let (weekday, nth) = (words.next()?.parse().ok()?, words.next()?.parse().ok()?);
    let after = words.next().map_or(Some(0), |after| after.parse().ok())?;
    Some(Holiday::Nth { month: first.parse().ok()?, weekday, nth, after })
}

/// `12-25`
fn month_and_day(text: &str) -> Option<(u8, u8)> {
    let (month, day) = text.split_once('-')?;
    Some((month.parse().ok()?, day.parse().ok()?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_the_day_of_a_year() {
        let day = |text: &str, year| text.parse::<Holiday>().unwrap().in_year(year).unwrap().to_string();
        assert_eq!(day("12-25", 2023), "2023-12-25");
        assert_eq!(day("11 thu 4", 2023), "2023-11-23");
        assert_eq!(day("05 mon -1", 2023), "2023-05-29");
        assert_eq!(day("11 mon 1 +1", 2016), "2016-11-08");
        assert_eq!(day("easter 0", 2023), "2023-04-09");
        assert_eq!(day("easter -2", 2024), "2024-03-29");
        assert_eq!(day("easter 0", 1961), "1961-04-02");
        for (year, eastern) in [(2016, "2016-05-01"), (2017, "2017-04-16"), (2021, "2021-05-02"), (1918, "1918-05-05")]
        {
            assert_eq!(day("eastern 0", year), eastern);
        }
        // New year, the day of atonement, the feast of lights.
        for (year, days) in [
            (1973, ["1973-09-27", "1973-10-06", "1973-12-20"]),
            (2016, ["2016-10-03", "2016-10-12", "2016-12-25"]),
            (2018, ["2018-09-10", "2018-09-19", "2018-12-03"]),
            (2019, ["2019-09-30", "2019-10-09", "2019-12-23"]),
            (2023, ["2023-09-16", "2023-09-25", "2023-12-08"]),
        ] {
            assert_eq!(["hebrew 0", "hebrew 9", "hanukkah"].map(|key| day(key, year)), days);
        }
        // Passover is told by the new year after it.
        assert_eq!(["2018-03-31", "2019-04-20"], [2018, 2019].map(|year| day("hebrew -163", year)));
        assert_eq!(["2018-06-15", "2021-05-13"], [2018, 2021].map(|year| day("islamic 10-1", year)));
        for (year, victoria) in [(2018, "2018-05-21"), (2021, "2021-05-24"), (2013, "2013-05-20")] {
            assert_eq!(day("05-24 mon", year), victoria);
        }
        assert_eq!(day("05 sun 2 -2", 2018), "2018-05-11");
        // New year in China, the feast of lights and that of colours in India.
        for (year, days) in [
            (2013, ["2013-02-10", "2013-11-03", "2013-03-27"]),
            (2014, ["2014-01-31", "2014-10-23", "2014-03-17"]),
            (2019, ["2019-02-05", "2019-10-27", "2019-03-21"]),
            (2020, ["2020-01-25", "2020-11-14", "2020-03-10"]),
            (2021, ["2021-02-12", "2021-11-04", "2021-03-29"]),
            (2023, ["2023-01-22", "2023-11-12", "2023-03-08"]),
        ] {
            assert_eq!(["new 01-21 480 0", "new 10-17 -750 0", "full 02-27 -750 +1"].map(|key| day(key, year)), days);
        }
        // Two in one year tell no day.
        assert_eq!("islamic 10-1".parse::<Holiday>().unwrap().in_year(2000), None);
    }
}
