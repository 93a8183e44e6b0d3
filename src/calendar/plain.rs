//! Years, months and days put together digit by digit.
//!
//! They are what most texts tell, and by the machinery of formatting their text would cost as much as to read them.

use chrono::Datelike;

use super::Unit;

/// `2023`, `2023-10`, `2023-10-06`: what EDTF and TIMEX3 write alike.
pub(super) struct Plain {
    bytes: [u8; 10],
    length: usize,
}

impl Plain {
    /// Of a year, month or day from year 1 to 9999.
    pub(super) fn of(unit: Unit) -> Option<Plain> {
        match unit {
            Unit::Year(year @ 1..=9999) => Some(Plain::new(year)),
            Unit::Month(year @ 1..=9999, month) => Some(Plain::new(year).then(month.into())),
            Unit::Day(day) if (1..=9999).contains(&day.year()) => {
                Some(Plain::new(day.year()).then(day.month()).then(day.day()))
            }
            _ => None,
        }
    }

    /// A year of up to four digits.
    fn new(year: i32) -> Plain {
        let mut plain = Plain { bytes: [b'-'; 10], length: 0 };
        let year = year.unsigned_abs();
        plain.two_digits(year / 100);
        plain.two_digits(year % 100);
        plain
    }

    /// The same with a month or day of it.
    fn then(mut self, part: u32) -> Plain {
        self.length += 1;
        self.two_digits(part);
        self
    }

    fn two_digits(&mut self, number: u32) {
        for digit in [number / 10 % 10, number % 10] {
            self.bytes[self.length] = b'0' + digit as u8;
            self.length += 1;
        }
    }

    pub(super) fn as_str(&self) -> &str {
        str::from_utf8(&self.bytes[..self.length]).unwrap_or_default()
    }
}
