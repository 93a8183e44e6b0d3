//! Our reading of EDTF beside an independent one (`edtf-core`): the same texts are valid, at the same level, with the
//! same bounds and the same shortest spelling.
//!
//! The texts are made from the parts of the grammar by a fixed sequence of numbers, then some are damaged.

use chrono::NaiveDateTime;
use edtf_core::{Bound, Relation};
use timeline::calendar::{Bounds, Date, Edtf, Modality};

#[test]
fn every_year_month_and_day_pattern() {
    let digits = b"0123456789X";
    let pairs = || digits.iter().flat_map(|&a| digits.iter().map(move |&b| [char::from(a), char::from(b)]));
    for year in ["1985", "2000", "-0004", "XXXX", "19XX", "X900", "1XX3", "20X0"] {
        agree(year);
        for [a, b] in pairs() {
            agree(&format!("{year}-{a}{b}"));
            for [c, d] in pairs() {
                agree(&format!("{year}-{a}{b}-{c}{d}"));
            }
        }
    }
}

#[test]
fn generated_texts() {
    let mut made = Maker::new();
    let mut valid = 0;
    for _ in 0..60_000 {
        valid += u32::from(agree(&made.text()));
    }
    assert!(valid > 15_000, "too few of the texts are valid to show anything: {valid}");
}

#[test]
fn damaged_texts() {
    let mut made = Maker::new();
    for _ in 0..60_000 {
        let mut text = made.text().into_bytes();
        let at = made.below(text.len());
        match made.below(3) {
            0 => drop(text.remove(at)),
            1 => text.insert(at, made.byte()),
            _ => text[at] = made.byte(),
        }
        agree(&String::from_utf8(text).unwrap());
    }
}

/// Ours knows moments where the other knows days, so that of one day it may say "possibly before" of itself.
#[test]
fn definite_and_possible_order() {
    let mut made = Maker::new();
    let mut definite = 0;
    for _ in 0..40_000 {
        let (first, second) = (made.text(), made.text());
        if first.contains(['T', 'Y']) || second.contains(['T', 'Y']) {
            continue;
        }
        let (Some((our_first, their_first)), Some((our_second, their_second))) = (both(&first), both(&second)) else {
            continue;
        };
        let theirs = their_first.relation(&their_second);
        match our_first.bounds().before(our_second.bounds()) {
            Modality::Definite => {
                definite += 1;
                assert!(theirs.is_definite(Relation::Before), "{first} before {second}");
            }
            Modality::Impossible => assert!(theirs.is_impossible(Relation::Before), "{first} before {second}"),
            Modality::Possible => assert!(!theirs.is_definite(Relation::Before), "{first} before {second}"),
        }
    }
    assert!(definite > 500, "too few of the pairs are in order to show anything: {definite}");
}

/// What both readers make of `text`; `None` where it is no EDTF, or where the other has no bound to compare by.
fn both(text: &str) -> Option<(Edtf, edtf_core::Edtf)> {
    let theirs = edtf_core::Edtf::parse(text).ok()?;
    let bounds = theirs.bounds();
    let known = ![bounds.earliest, bounds.latest].contains(&Bound::Unknown);
    known.then_some((text.parse().ok()?, theirs))
}

/// Asserts that both readers say the same of `text`; whether it is EDTF.
fn agree(text: &str) -> bool {
    let ours = text.parse::<Edtf>().ok().filter(|ours| ours.level().is_some());
    let theirs = edtf_core::Edtf::parse(text).ok();
    let (Some(ours), Some(theirs)) = (&ours, &theirs) else {
        assert_eq!(
            ours.is_some(),
            theirs.is_some(),
            "{text}: valid for one only, ours says {:?}",
            text.parse::<Edtf>()
        );
        return false;
    };
    assert_eq!(ours.level(), Some(theirs.level()), "{text}: level");
    assert_eq!(ours.is_uncertain(), theirs.is_uncertain(), "{text}");
    assert_eq!(ours.is_approximate(), theirs.is_approximate(), "{text}");

    let Bounds { earliest, latest } = ours.bounds();
    let bounds = theirs.bounds();
    // A set with a year beyond the calendar has no bound on either side with ours: less is said, nothing wrong.
    let beyond = text.starts_with(['[', '{']) && text.contains('Y');
    for (ours, theirs) in [(earliest, bounds.earliest), (latest, bounds.latest)] {
        if !beyond || ours.is_some() {
            assert_eq!(ours.map(day), concrete(theirs), "{text}: bounds");
        }
    }

    let written = ours.to_string();
    // Ours writes an offset in one way, theirs keeps the three that there are.
    if !text.contains('T') {
        assert_eq!(written, theirs.to_string(), "{text}: spelling");
    }
    assert_eq!(written.parse().as_ref(), Ok(ours), "{text}: reads back");
    if let Ok(date) = Date::try_from(ours) {
        let written = date.to_string();
        assert_eq!(written.parse(), Ok(date), "{text}: reads back as a date");
        // Of an unknown year the standard says that it has four digits, a date says nothing.
        if !written.contains("XXXX") {
            assert_eq!(date.bounds(), ours.bounds(), "{text}: bounds of the date");
        }
    }
    true
}

fn day(at: NaiveDateTime) -> String {
    at.format("%Y-%m-%d").to_string().trim_start_matches('+').to_owned()
}

/// A day that the calendar of `chrono` reaches.
fn concrete(bound: Bound) -> Option<String> {
    match bound {
        Bound::Date(day) => {
            let reached = i32::try_from(day.year).ok().filter(|year| (-262_142..=262_142).contains(year))?;
            let day = chrono::NaiveDate::from_ymd_opt(reached, day.month.into(), day.day.into())?;
            Some(self::day(day.into()))
        }
        _ => None,
    }
}

/// Makes texts from a fixed sequence of numbers (xorshift).
struct Maker(u64);

impl Maker {
    fn new() -> Maker {
        Maker(0x9E37_79B9_7F4A_7C15)
    }

    fn below(&mut self, count: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 % count as u64) as usize
    }

    fn one<T: Copy>(&mut self, of: &[T]) -> T {
        of[self.below(of.len())]
    }

    fn byte(&mut self) -> u8 {
        self.one(b"0123456789X?~%-./TZ:+YES,[]{} ")
    }

    fn text(&mut self) -> String {
        match self.below(10) {
            0..5 => self.date(),
            5..7 => format!("{}/{}", self.end(true), self.end(false)),
            7 => self.clock(),
            _ => {
                let (open, close) = self.one(&[("[", "]"), ("{", "}")]);
                let members: Vec<_> = (0..=self.below(3)).map(|_| self.member()).collect();
                format!("{open}{}{close}", members.join(","))
            }
        }
    }

    fn date(&mut self) -> String {
        let mut text = self.mark();
        text += &self.year();
        text += &self.mark();
        for last in [12, 31] {
            if text.starts_with('Y') || self.below(4) == 0 {
                break;
            }
            text += "-";
            text += &self.mark();
            text += &match self.below(8) {
                0 => "XX".to_owned(),
                1 => format!("{}X", self.below(4)),
                2 => format!("X{}", self.below(10)),
                3 => format!("{:02}", 21 + self.below(22)),
                _ => format!("{:02}", 1 + self.below(last)),
            };
            text += &self.mark();
        }
        text
    }

    fn year(&mut self) -> String {
        match self.below(12) {
            0 => format!("-{:04}", self.below(10_000)),
            1 => format!("Y{}", self.below(400_000)),
            2 => format!("Y-{}E{}", self.below(40), self.below(9)),
            3 => format!("{}S{}", 1000 + self.below(9000), self.below(6)),
            4 => format!("Y{}E{}S{}", self.below(4000), self.below(5), self.below(9)),
            5 => (0..4).map(|_| char::from(self.one(b"0129XX"))).collect(),
            6 => self.one(&["201X", "20XX", "XXXX", "2XXX"]).to_owned(),
            _ => format!("{:04}", 1900 + self.below(130)),
        }
    }

    fn end(&mut self, first: bool) -> String {
        match self.below(8) {
            0 => "..".to_owned(),
            1 => String::new(),
            2 if first => format!("..{}", self.date()),
            2 => format!("{}..", self.date()),
            _ => self.date(),
        }
    }

    fn member(&mut self) -> String {
        match self.below(6) {
            0 => format!("..{}", self.date()),
            1 => format!("{}..", self.date()),
            2 => format!("{}..{}", self.date(), self.date()),
            3 => format!("{}..{}", 1900 + self.below(60), 1950 + self.below(60)),
            _ => self.date(),
        }
    }

    fn clock(&mut self) -> String {
        let zone = self.one(&["", "Z", "+04:30", "-11", "+14:00", "+14:01", "-00:00", "+00:00", "+05:60"]);
        let (hour, minute, second) = (self.below(25), self.below(61), self.below(62));
        format!("{:04}-07-{:02}T{hour:02}:{minute:02}:{second:02}{zone}", self.below(3000), 1 + self.below(31))
    }

    fn mark(&mut self) -> String {
        self.one(&["", "", "", "", "", "", "?", "~", "%"]).to_owned()
    }
}
