//! Dates and times of day put together digit by digit.
//!
//! They are what most texts tell, and by the machinery of formatting their text would cost as much as to read them.

use chrono::{Datelike, NaiveDateTime, Timelike};

use super::Unit;

/// `2023`, `2023-10`, `2023-10-06`, `2023-W40`, `2023-10-06T02:45`, `2023-10-06T02:45:10+03:00`: what EDTF and TIMEX3 write
/// alike.
pub(crate) struct Plain {
    bytes: [u8; 25],
    length: usize,
}

impl Plain {
    /// Of a year, or of what lies in one, from year 1 to 9999.
    pub(super) fn of(unit: Unit) -> Option<Plain> {
        match unit {
            Unit::Year(year @ 1..=9999) => Some(Plain::new(year)),
            Unit::Month(year @ 1..=9999, month) => Some(Plain::new(year).then("-", month.into())),
            Unit::Week(year @ 1..=9999, week) => Some(Plain::new(year).then("-W", week.into())),
            Unit::Day(day) if (1..=9999).contains(&day.year()) => {
                Some(Plain::new(day.year()).then("-", day.month()).then("-", day.day()))
            }
            Unit::Minute(at, offset) => Plain::minute(at)?.offset(offset),
            Unit::Second(at, offset) => Plain::minute(at)?.then(":", at.second()).offset(offset),
            _ => None,
        }
    }

    /// A year of up to four digits.
    fn new(year: i32) -> Plain {
        let mut plain = Plain { bytes: [0; 25], length: 0 };
        let year = year.unsigned_abs();
        plain.two_digits(year / 100);
        plain.two_digits(year % 100);
        plain
    }

    fn minute(at: NaiveDateTime) -> Option<Plain> {
        Some(Plain::of(Unit::Day(at.date()))?.then("T", at.hour()).then(":", at.minute()))
    }

    /// The same with an offset from UTC in minutes, none of which is a hundred hours.
    fn offset(self, minutes: Option<i16>) -> Option<Plain> {
        match minutes {
            None => Some(self),
            Some(0) => Some(self.mark("Z")),
            Some(minutes @ -5999..=5999) => {
                let (sign, minutes) = (if minutes < 0 { "-" } else { "+" }, u32::from(minutes.unsigned_abs()));
                Some(self.then(sign, minutes / 60).then(":", minutes % 60))
            }
            Some(_) => None,
        }
    }

    /// The same with a mark and a part of two digits.
    fn then(self, mark: &str, part: u32) -> Plain {
        let mut plain = self.mark(mark);
        plain.two_digits(part);
        plain
    }

    fn mark(mut self, mark: &str) -> Plain {
        for byte in mark.bytes() {
            self.bytes[self.length] = byte;
            self.length += 1;
        }
        self
    }

    fn two_digits(&mut self, number: u32) {
        for digit in [number / 10 % 10, number % 10] {
            self.bytes[self.length] = b'0' + digit as u8;
            self.length += 1;
        }
    }

    pub(crate) fn as_str(&self) -> &str {
        str::from_utf8(&self.bytes[..self.length]).unwrap_or_default()
    }
}
