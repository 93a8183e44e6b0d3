//! The prefilter for temporal expressions: one pass over the words without which none is read.
//!
//! Words are whole here, so a table is asked where one begins, and there only if its first letters are those of some word
//! of time.

use std::sync::LazyLock;

use super::figures::Figures;
use super::starts::Starts;
use crate::lexicon::first_word::FirstWords;
use crate::lexicon::time::{ENGLISH, Meaning, Small, Turn};

struct Heads {
    starts: Starts,
    words: FirstWords<()>,
    figures: Figures,
}

static HEADS: LazyLock<Heads> = LazyLock::new(|| {
    let (phrases, mut words): (Vec<&str>, Vec<&str>) = ENGLISH
        .iter()
        .filter(|word| word.meanings.iter().any(|&meaning| is_head(meaning)))
        .map(|word| word.form)
        .partition(|form| form.contains([' ', '-', '.', '\'', '’']));
    // A phrase is found by one of its words.
    for phrase in phrases {
        let parts = || phrase.split(|c: char| !c.is_ascii_alphanumeric()).filter(|part| !part.is_empty());
        let mut long = parts().filter(|part| part.len() > 1);
        if !long.clone().any(|part| words.contains(&part)) {
            // "p.m." has letters only, of which the last is none that stands alone.
            words.extend(long.next_back().or_else(|| parts().next_back()));
        }
    }
    let mut heads = Heads {
        starts: Starts::new(words.iter().copied().chain(["fy"]), true),
        words: FirstWords::with_room_for(words.len()),
        figures: Figures::english(),
    };
    words.into_iter().for_each(|word| heads.words.insert(word, ()));
    heads
});

/// The places of `text` around which the grammar has to be tried, in order: one a word, one a row of digits. Rows that tell
/// nothing by themselves are among them only where `counts` can, as in messages.
pub(crate) fn hits(text: &str, counts: bool) -> impl Iterator<Item = usize> {
    let heads = &*HEADS;
    heads.starts.of(text).filter(move |&start| {
        let rest = &text.as_bytes()[start..];
        if rest[0].is_ascii_digit() {
            return counts || heads.figures.may_tell(text.as_bytes(), start);
        }
        heads.words.get(rest).is_some() || before_figures(rest).is_some()
    })
}

/// The length of the letters that figures are glued to which `bytes` begin with: those of a year of accounts in `FY2018` and
/// `Q3FY24`, or of a month in `Jan31,2024`.
pub(crate) fn before_figures(bytes: &[u8]) -> Option<usize> {
    match bytes {
        [b'F', b'Y', b'0'..=b'9', ..] | [b'Q', b'1'..=b'4', b'F', b'Y', b'0'..=b'9', ..] => Some(2),
        [b'A'..=b'Z', b'a'..=b'z', b'a'..=b'z', day @ ..] if is_day_and_year(day) => Some(3),
        _ => None,
    }
}

/// `31,2024`, `5, 2024`
fn is_day_and_year(bytes: &[u8]) -> bool {
    let digits = |bytes: &[u8]| bytes.iter().take(5).take_while(|byte| byte.is_ascii_digit()).count();
    let (1 | 2, Some(year)) = (digits(bytes), bytes.get(digits(bytes)..).and_then(|rest| rest.strip_prefix(b",")))
    else {
        return false;
    };
    digits(year.strip_prefix(b" ").unwrap_or(year)) == 4
}

/// Whether some production can be read that has no other head than a word of this meaning.
fn is_head(meaning: Meaning) -> bool {
    match meaning {
        Meaning::Month(_)
        | Meaning::Holiday(_)
        | Meaning::Former
        | Meaning::Turn(Turn::Past)
        | Meaning::Weekday(_)
        | Meaning::Weekdays(_)
        | Meaning::Season(_)
        | Meaning::Seasons(_)
        | Meaning::Unit(_)
        | Meaning::Units(_)
        | Meaning::Frequency(_)
        | Meaning::Day(_)
        | Meaning::Part(_)
        | Meaning::Parts(_)
        | Meaning::TodayPart(_)
        | Meaning::Clock(_)
        | Meaning::Meridiem(_)
        | Meaning::UnitEnd(_)
        | Meaning::Decade(_)
        | Meaning::QuarterName(_)
        | Meaning::Reference(_) => true,
        // Years in words: "nineteen eighty-four", "two thousand and one".
        Meaning::Cardinal(count) => matches!(count, 16..=20 | 1000),
        Meaning::Small(small) => {
            matches!(small, Small::YearAgo | Small::OClock | Small::Period | Small::Time | Small::Date)
        }
        _ => false,
    }
}
