//! The words of time: what each can mean, looked up by their first word at a place in a text.

use std::sync::LazyLock;

use chrono::Weekday;

use super::words::Words;
use crate::calendar::{Grain, Holiday, Rounding, Season};

/// One thing that a word of time can mean. Most words have one, `second` has two.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Meaning {
    Month(u8),
    Holiday(Holiday),
    Weekday(Weekday),
    Weekdays(Weekday),
    Season(Season),
    Seasons(Season),
    /// `day`
    Unit(Grain),
    /// `days`
    Units(Grain),
    /// `Q3`
    QuarterName(u32),
    /// `H1`
    HalfName(u32),
    /// `daily`
    Frequency(Grain),
    /// `yesterday`, in days from the anchor's own.
    Day(i32),
    /// `inst`, in months from the anchor's own.
    MonthWord(i32),
    Part(DayPart),
    Parts(DayPart),
    /// `tonight`
    TodayPart(DayPart),
    /// `noon`, as an hour.
    Clock(u8),
    Meridiem(Meridiem),
    /// The `p` of `7p`.
    MeridiemLetter(Meridiem),
    Era(Era),
    /// Minutes from UTC.
    Zone(i16),
    /// `Eastern`, as a zone of so many minutes from UTC.
    ZoneName(i16),
    Cardinal(u32),
    Ordinal(u32),
    /// `nineties`, by its first year.
    Decade(i32),
    Vague(Vague),
    Reference(Reference),
    Former,
    /// `EOM`
    UnitEnd(Grain),
    Turn(Turn),
    Phase(Phase),
    /// `end`, that takes an "of".
    PhaseOf(Phase),
    Rounding(Rounding),
    Shift(Shift),
    Half,
    QuarterPart,
    /// `Easter Island`: a word of time in it tells none.
    Name,
    Small(Small),
}

/// A part of the day, as TIMEX3 tells them apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum DayPart {
    Morning,
    Afternoon,
    Evening,
    Night,
    Day,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Meridiem {
    Am,
    Pm,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Era {
    Bc,
    Ad,
}

/// A count that is no number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Vague {
    Few,
    Several,
    Couple,
    Some,
    Many,
    Dozen,
    Various,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Reference {
    Present,
    Past,
    Future,
}

/// Which one of a kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Turn {
    Last,
    Past,
    Previous,
    Next,
    Coming,
    Following,
    This,
    Current,
    That,
    Same,
    Latest,
}

impl Turn {
    /// Whether it is counted from where the text is, not from its writer.
    pub(crate) fn is_of_text(self) -> bool {
        matches!(self, Turn::That | Turn::Same | Turn::Previous | Turn::Following)
    }
}

/// Which stretch of a unit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Phase {
    Start,
    Mid,
    End,
    Earlier,
    Later,
}

/// Which way an offset goes, and from what.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Shift {
    /// `ago`: back from the anchor.
    Ago,
    /// `earlier`: back from what was last told.
    Earlier,
    /// `before`: the same, where no object follows.
    Before,
    /// `later`: on from what was last told.
    Later,
    /// `after`: the same, where no object follows.
    After,
    /// `from now`: on from the anchor.
    Hence,
}

/// Words of grammar.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Small {
    The,
    A,
    Of,
    In,
    On,
    At,
    By,
    Since,
    Until,
    From,
    To,
    Through,
    And,
    Or,
    Between,
    For,
    During,
    Per,
    Every,
    Each,
    Other,
    Once,
    Twice,
    Times,
    More,
    Another,
    Additional,
    Full,
    Straight,
    Long,
    Old,
    Plus,
    So,
    OClock,
    /// `oh` in `twelve oh three`
    Oh,
    Past,
    Fiscal,
    /// `year-ago`, `year-earlier`
    YearAgo,
    Comparable,
    Ending,
    Year,
    That,
    Its,
    Trading,
    Only,
    As,
    Sometime,
    LocalTime,
    Eve,
    Period,
    Date,
    Given,
    Label,
    Counted,
    Latter,
    Time,
    YearEnd,
    Final,
    /// What counts its members: `a crowd of 2000`
    Body,
    Single,
    /// `of age`
    Age,
}

const TABLES: [&str; 2] = [include_str!("en/time.txt"), include_str!("en/holidays.txt")];

/// The words of English.
pub(crate) static ENGLISH: LazyLock<Words> = LazyLock::new(|| {
    let entries = TABLES.iter().flat_map(|table| super::entries(table));
    Words::new(entries.filter_map(|entry| Some((entry.form, meaning(entry.class, entry.key)?))))
});

/// What a line of the table means; `None` where the class or key is unknown, which a test rules out.
fn meaning(class: &str, key: &str) -> Option<Meaning> {
    Some(match class {
        "month" => Meaning::Month(key.parse().ok()?),
        "holiday" => Meaning::Holiday(key.parse().ok()?),
        "weekday" => Meaning::Weekday(key.parse().ok()?),
        "weekdays" => Meaning::Weekdays(key.parse().ok()?),
        "season" => Meaning::Season(season(key)?),
        "seasons" => Meaning::Seasons(season(key)?),
        "unit" => Meaning::Unit(grain(key)?),
        "units" => Meaning::Units(grain(key)?),
        "quarter_name" => Meaning::QuarterName(key.parse().ok()?),
        "half_name" => Meaning::HalfName(key.parse().ok()?),
        "frequency" => Meaning::Frequency(grain(key)?),
        "day" => Meaning::Day(key.parse().ok()?),
        "month_word" => Meaning::MonthWord(key.parse().ok()?),
        "part" => Meaning::Part(part(key)?),
        "parts" => Meaning::Parts(part(key)?),
        "today_part" => Meaning::TodayPart(part(key)?),
        "clock" => Meaning::Clock(key.parse().ok()?),
        "meridiem" => Meaning::Meridiem(meridiem(key)?),
        "meridiem_letter" => Meaning::MeridiemLetter(meridiem(key)?),
        "era" => Meaning::Era(if key == "bc" { Era::Bc } else { Era::Ad }),
        "zone" => Meaning::Zone(key.parse().ok()?),
        "zone_name" => Meaning::ZoneName(key.parse().ok()?),
        "cardinal" => Meaning::Cardinal(key.parse().ok()?),
        "ordinal" => Meaning::Ordinal(key.parse().ok()?),
        "decade" => Meaning::Decade(key.parse().ok()?),
        "vague" => Meaning::Vague(vague(key)?),
        "reference" => Meaning::Reference(reference(key)?),
        "turn" => Meaning::Turn(turn(key)?),
        "phase" => Meaning::Phase(phase(key)?),
        "phase_of" => Meaning::PhaseOf(phase(key)?),
        "former" => Meaning::Former,
        "unit_end" => Meaning::UnitEnd(grain(key)?),
        "rounding" => Meaning::Rounding(rounding(key)?),
        "shift" => Meaning::Shift(shift(key)?),
        "half" => {
            if key == "half" {
                Meaning::Half
            } else {
                Meaning::QuarterPart
            }
        }
        "name" => Meaning::Name,
        "small" => Meaning::Small(small(key)?),
        _ => return None,
    })
}

fn meridiem(key: &str) -> Option<Meridiem> {
    Some(match key {
        "am" => Meridiem::Am,
        "pm" => Meridiem::Pm,
        _ => return None,
    })
}

fn grain(key: &str) -> Option<Grain> {
    Some(match key {
        "second" => Grain::Second,
        "minute" => Grain::Minute,
        "hour" => Grain::Hour,
        "day" => Grain::Day,
        "weekend" => Grain::Weekend,
        "week" => Grain::Week,
        "fortnight" => Grain::Fortnight,
        "month" => Grain::Month,
        "quarter" => Grain::Quarter,
        "year" => Grain::Year,
        "decade" => Grain::Decade,
        "century" => Grain::Century,
        "millennium" => Grain::Millennium,
        _ => return None,
    })
}

fn season(key: &str) -> Option<Season> {
    Some(match key {
        "spring" => Season::Spring,
        "summer" => Season::Summer,
        "autumn" => Season::Autumn,
        "winter" => Season::Winter,
        _ => return None,
    })
}

fn part(key: &str) -> Option<DayPart> {
    Some(match key {
        "morning" => DayPart::Morning,
        "afternoon" => DayPart::Afternoon,
        "evening" => DayPart::Evening,
        "night" => DayPart::Night,
        "day" => DayPart::Day,
        _ => return None,
    })
}

fn vague(key: &str) -> Option<Vague> {
    Some(match key {
        "few" => Vague::Few,
        "several" => Vague::Several,
        "couple" => Vague::Couple,
        "some" => Vague::Some,
        "many" => Vague::Many,
        "dozen" => Vague::Dozen,
        "various" => Vague::Various,
        _ => return None,
    })
}

fn reference(key: &str) -> Option<Reference> {
    Some(match key {
        "present" => Reference::Present,
        "past" => Reference::Past,
        "future" => Reference::Future,
        _ => return None,
    })
}

fn turn(key: &str) -> Option<Turn> {
    Some(match key {
        "last" => Turn::Last,
        "past" => Turn::Past,
        "previous" => Turn::Previous,
        "next" => Turn::Next,
        "coming" => Turn::Coming,
        "following" => Turn::Following,
        "this" => Turn::This,
        "current" => Turn::Current,
        "that" => Turn::That,
        "same" => Turn::Same,
        "latest" => Turn::Latest,
        _ => return None,
    })
}

fn phase(key: &str) -> Option<Phase> {
    Some(match key {
        "start" => Phase::Start,
        "mid" => Phase::Mid,
        "end" => Phase::End,
        "earlier" => Phase::Earlier,
        "later" => Phase::Later,
        _ => return None,
    })
}

fn shift(key: &str) -> Option<Shift> {
    Some(match key {
        "ago" => Shift::Ago,
        "earlier" => Shift::Earlier,
        "before" => Shift::Before,
        "later" => Shift::Later,
        "after" => Shift::After,
        "hence" => Shift::Hence,
        _ => return None,
    })
}

fn rounding(key: &str) -> Option<Rounding> {
    Some(match key {
        "exactly" => Rounding::Exactly,
        "about" => Rounding::About,
        "little_more" => Rounding::LittleMore,
        "more" => Rounding::More,
        "almost" => Rounding::Almost,
        "less" => Rounding::Less,
        "at_least" => Rounding::AtLeast,
        "at_most" => Rounding::AtMost,
        _ => return None,
    })
}

fn small(key: &str) -> Option<Small> {
    Some(match key {
        "the" => Small::The,
        "a" => Small::A,
        "of" => Small::Of,
        "in" => Small::In,
        "on" => Small::On,
        "at" => Small::At,
        "by" => Small::By,
        "since" => Small::Since,
        "until" => Small::Until,
        "from" => Small::From,
        "to" => Small::To,
        "through" => Small::Through,
        "and" => Small::And,
        "or" => Small::Or,
        "between" => Small::Between,
        "for" => Small::For,
        "during" => Small::During,
        "per" => Small::Per,
        "every" => Small::Every,
        "each" => Small::Each,
        "other" => Small::Other,
        "once" => Small::Once,
        "twice" => Small::Twice,
        "times" => Small::Times,
        "more" => Small::More,
        "another" => Small::Another,
        "additional" => Small::Additional,
        "full" => Small::Full,
        "straight" => Small::Straight,
        "long" => Small::Long,
        "old" => Small::Old,
        "plus" => Small::Plus,
        "so" => Small::So,
        "oclock" => Small::OClock,
        "oh" => Small::Oh,
        "past" => Small::Past,
        "fiscal" => Small::Fiscal,
        "year_ago" => Small::YearAgo,
        "comparable" => Small::Comparable,
        "ending" => Small::Ending,
        "year" => Small::Year,
        "that" => Small::That,
        "its" => Small::Its,
        "trading" => Small::Trading,
        "only" => Small::Only,
        "as" => Small::As,
        "sometime" => Small::Sometime,
        "local_time" => Small::LocalTime,
        "eve" => Small::Eve,
        "period" => Small::Period,
        "date" => Small::Date,
        "given" => Small::Given,
        "label" => Small::Label,
        "counted" => Small::Counted,
        "latter" => Small::Latter,
        "time" => Small::Time,
        "year_end" => Small::YearEnd,
        "final" => Small::Final,
        "body" => Small::Body,
        "single" => Small::Single,
        "age" => Small::Age,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_of_the_table_has_a_meaning() {
        for entry in TABLES.iter().flat_map(|table| crate::lexicon::entries(table)) {
            assert!(meaning(entry.class, entry.key).is_some(), "{entry:?}");
            assert_eq!(entry.form, entry.form.to_lowercase(), "{entry:?}");
        }
    }
}
