use std::str::FromStr;

use chrono::{Days, NaiveDate, Weekday};

use super::feast;

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
        after: u8,
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
                day.checked_add_days(Days::new(after.into()))
            }
            Holiday::Easter(days) => beside(easter(year)?, days.into()),
            Holiday::EasternEaster(days) => beside(feast::eastern_easter(year)?, days.into()),
            Holiday::Hebrew(days) => beside(feast::hebrew_new_year(year)?, days),
            Holiday::Hanukkah => feast::hanukkah(year),
            Holiday::Islamic(month, day) => feast::islamic(month, day, year),
        }
    }

    /// Whether the day may be another by a few: it is found by a table, and kept by sight of the moon.
    pub(crate) fn is_approximate(self) -> bool {
        matches!(self, Holiday::Islamic(..))
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

/// The text is none of `12-25`, `11 thu 4`, `11 mon 1 +1`, `easter -2`, `eastern 0`, `hebrew 9`, `hanukkah`,
/// `islamic 10-1`.
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
        "islamic" => {
            let (month, day) = words.next()?.split_once('-')?;
            return Some(Holiday::Islamic(month.parse().ok()?, day.parse().ok()?));
        }
        _ => {}
    }
    if let Some((month, day)) = first.split_once('-') {
        return Some(Holiday::Fixed(month.parse().ok()?, day.parse().ok()?));
    }
    let (weekday, nth) = (words.next()?.parse().ok()?, words.next()?.parse().ok()?);
    let after = words.next().map_or(Some(0), |after| after.parse().ok())?;
    Some(Holiday::Nth { month: first.parse().ok()?, weekday, nth, after })
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
        // Two in one year tell no day.
        assert_eq!("islamic 10-1".parse::<Holiday>().unwrap().in_year(2000), None);
    }
}
