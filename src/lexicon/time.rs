//! The words of time: what each can mean, looked up by one automaton at a place in a text.

use std::sync::LazyLock;

use aho_corasick::automaton::Automaton;
use aho_corasick::dfa::DFA;
use aho_corasick::{Anchored, Input, MatchKind, StartKind};
use chrono::Weekday;

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
    /// `daily`
    Frequency(Grain),
    /// `yesterday`, in days from the anchor's own.
    Day(i32),
    Part(DayPart),
    Parts(DayPart),
    /// `tonight`
    TodayPart(DayPart),
    /// `noon`, as an hour.
    Clock(u8),
    Meridiem(Meridiem),
    Era(Era),
    /// Minutes from UTC.
    Zone(i16),
    Cardinal(u32),
    Ordinal(u32),
    /// `nineties`, by its first year.
    Decade(i32),
    Vague(Vague),
    Reference(Reference),
    Former,
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
    Past,
    Fiscal,
    /// `year-ago`, `year-earlier`
    YearAgo,
    Ending,
    Year,
    That,
    Its,
    Trading,
    Only,
    As,
    Sometime,
    Eve,
    Period,
    Given,
    Label,
    Counted,
    Latter,
    Time,
    YearEnd,
    Final,
    Single,
    /// `of age`
    Age,
}

const TABLES: [&str; 2] = [include_str!("en/time.txt"), include_str!("en/holidays.txt")];

/// The words of English.
pub(crate) static ENGLISH: LazyLock<Words> = LazyLock::new(|| Words::read(&TABLES));

/// A table of words, each with all that it can mean.
#[derive(Debug)]
pub(crate) struct Words {
    forms: Vec<&'static str>,
    meanings: Vec<Vec<Meaning>>,
    automaton: Option<DFA>,
}

impl Words {
    fn read(tables: &[&'static str]) -> Words {
        let entries = tables.iter().flat_map(|table| super::entries(table));
        let mut sorted: Vec<(&'static str, Meaning)> =
            entries.filter_map(|entry| Some((entry.form, meaning(entry.class, entry.key)?))).collect();
        sorted.sort_by_key(|&(form, _)| form);
        // The words of a phrase are known one by one too, so that a run of tokens reaches back over it.
        let parts: Vec<_> = sorted
            .iter()
            .flat_map(|(form, _)| form.split(' '))
            .filter_map(|part| part.split(['\'', '’']).next())
            .filter(|part| !part.is_empty())
            .collect();
        let mut words = Words { forms: Vec::new(), meanings: Vec::new(), automaton: None };
        for (form, meaning) in sorted {
            if words.forms.last() == Some(&form) {
                words.meanings.last_mut().into_iter().for_each(|of_form| of_form.push(meaning));
            } else {
                words.forms.push(form);
                words.meanings.push(vec![meaning]);
            }
        }
        for part in parts {
            if let Err(place) = words.forms.binary_search(&part) {
                words.forms.insert(place, part);
                words.meanings.insert(place, Vec::new());
            }
        }
        // The table is part of the program, and far below the automaton's limits: a test reads words back through it.
        words.automaton = DFA::builder()
            .ascii_case_insensitive(true)
            .match_kind(MatchKind::LeftmostLongest)
            .start_kind(StartKind::Anchored)
            .build(&words.forms)
            .ok();
        words
    }

    /// The longest word or phrase of the table that stands at byte `at` of `text`, whole: its end and its meanings.
    pub(crate) fn at(&self, text: &str, at: usize) -> Option<(usize, &[Meaning])> {
        let (end, form) = self.form_at(text, at)?;
        Some((end, self.form(form)?.1))
    }

    /// The same with the number of the form.
    pub(crate) fn form_at(&self, text: &str, at: usize) -> Option<(usize, usize)> {
        let mut end = text.len();
        loop {
            let input = Input::new(text).span(at..end).anchored(Anchored::Yes);
            let found = self.automaton.as_ref()?.try_find(&input).ok()??;
            if !continues(text, found.end()) {
                return Some((found.end(), found.pattern().as_usize()));
            }
            // "at least" inside "at leastwise": try for a shorter form before giving up.
            let shorter = text.get(at..found.end())?.rfind(' ')?;
            end = at + shorter;
        }
    }

    /// The form of that number, and what it can mean.
    pub(crate) fn form(&self, number: usize) -> Option<(&'static str, &[Meaning])> {
        Some((self.forms.get(number)?, self.meanings.get(number)?))
    }

    /// Every form with its meanings.
    pub(crate) fn iter(&self) -> impl Iterator<Item = (&'static str, &[Meaning])> {
        self.forms.iter().copied().zip(self.meanings.iter().map(Vec::as_slice))
    }
}

/// Whether a word goes on at byte `at`: a letter or digit stands there.
fn continues(text: &str, at: usize) -> bool {
    match text.as_bytes().get(at) {
        None => false,
        Some(byte) if byte.is_ascii() => byte.is_ascii_alphanumeric(),
        Some(_) => text.get(at..).and_then(|rest| rest.chars().next()).is_some_and(char::is_alphanumeric),
    }
}

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
        "frequency" => Meaning::Frequency(grain(key)?),
        "day" => Meaning::Day(key.parse().ok()?),
        "part" => Meaning::Part(part(key)?),
        "parts" => Meaning::Parts(part(key)?),
        "today_part" => Meaning::TodayPart(part(key)?),
        "clock" => Meaning::Clock(key.parse().ok()?),
        "meridiem" => Meaning::Meridiem(if key == "am" { Meridiem::Am } else { Meridiem::Pm }),
        "era" => Meaning::Era(if key == "bc" { Era::Bc } else { Era::Ad }),
        "zone" => Meaning::Zone(key.parse().ok()?),
        "cardinal" => Meaning::Cardinal(key.parse().ok()?),
        "ordinal" => Meaning::Ordinal(key.parse().ok()?),
        "decade" => Meaning::Decade(key.parse().ok()?),
        "vague" => Meaning::Vague(vague(key)?),
        "reference" => Meaning::Reference(reference(key)?),
        "turn" => Meaning::Turn(turn(key)?),
        "phase" => Meaning::Phase(phase(key)?),
        "phase_of" => Meaning::PhaseOf(phase(key)?),
        "former" => Meaning::Former,
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
        "past" => Small::Past,
        "fiscal" => Small::Fiscal,
        "year_ago" => Small::YearAgo,
        "ending" => Small::Ending,
        "year" => Small::Year,
        "that" => Small::That,
        "its" => Small::Its,
        "trading" => Small::Trading,
        "only" => Small::Only,
        "as" => Small::As,
        "sometime" => Small::Sometime,
        "eve" => Small::Eve,
        "period" => Small::Period,
        "given" => Small::Given,
        "label" => Small::Label,
        "counted" => Small::Counted,
        "latter" => Small::Latter,
        "time" => Small::Time,
        "year_end" => Small::YearEnd,
        "final" => Small::Final,
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

    #[test]
    fn finds_whole_words_only_the_longest_first() {
        let at = |text| ENGLISH.at(text, 0).map(|(end, meanings)| (end, meanings.to_vec()));
        assert_eq!(at("Mayor"), None);
        assert_eq!(at("JULY 5").unwrap(), (4, vec![Meaning::Month(7)]));
        assert_eq!(at("at leastwise").unwrap().0, 2);
        assert_eq!(at("at least 5").unwrap(), (8, vec![Meaning::Rounding(Rounding::AtLeast)]));
        assert_eq!(at("second").unwrap().1, [Meaning::Unit(Grain::Second), Meaning::Ordinal(2)]);
    }
}
