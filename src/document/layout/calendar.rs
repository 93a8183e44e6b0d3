//! The month sheet that blogs put beside an article: a month, a row of weekdays, rows of day numbers.

use std::sync::LazyLock;

use crate::lexicon;
use crate::lexicon::time::{ENGLISH, Meaning};

/// Whether the line heads the sheet's columns: "Mon Tue Wed Thu Fri Sat Sun", a word of the page's own among them at
/// most.
pub(super) fn is_weekday_row(line: &str) -> bool {
    if line.len() > 80 {
        return false;
    }
    let words = line.split_whitespace();
    let (days, others) = words.fold((0, 0), |(days, others), word| {
        let word = word.trim_end_matches('.');
        let short = SHORT_WEEKDAYS.iter().any(|known| known.eq_ignore_ascii_case(word));
        let day = short || means(word, |meaning| matches!(meaning, Meaning::Weekday(_)));
        if day { (days + 1, others) } else { (days, others + 1) }
    });
    days >= 5 && others <= 1
}

/// Whether the line can belong to the sheet: day numbers, or a month as its heading or its link to the next sheet.
pub(super) fn is_sheet_row(line: &str) -> bool {
    line.len() <= 80
        && line.split_whitespace().all(|word| {
            let word = word.trim_matches(|c: char| !c.is_alphanumeric());
            word.bytes().all(|byte| byte.is_ascii_digit())
                || means(word, |meaning| matches!(meaning, Meaning::Month(_)))
        })
}

/// Whether the line is a year, or a month and its year, in the marks of a heading: what dates count from below it.
pub(super) fn is_year_heading(line: &str) -> bool {
    if line.len() > 32 || !line.bytes().any(|byte| byte.is_ascii_digit()) {
        return false;
    }
    let line = line.trim_matches(|c: char| c.is_whitespace() || matches!(c, '#' | '*' | '_' | '=' | ':'));
    let (month, year) = line.rsplit_once(' ').map_or((None, line), |(month, year)| (Some(month.trim()), year));
    let is_year = year.len() == 4 && year.starts_with(['1', '2']) && year.bytes().all(|byte| byte.is_ascii_digit());
    let is_month =
        |word: &str| means(word.trim_end_matches([',', '.']), |meaning| matches!(meaning, Meaning::Month(_)));
    is_year && month.is_none_or(is_month)
}

/// Whether `word` is, whole, a word of time of this meaning.
fn means(word: &str, meaning: fn(&Meaning) -> bool) -> bool {
    ENGLISH.at(word, 0).is_some_and(|(known, end)| end == word.len() && known.meanings.iter().any(meaning))
}

static SHORT_WEEKDAYS: LazyLock<Vec<&str>> = LazyLock::new(|| lexicon::of_page("sheet"));

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn knows_the_rows_of_a_sheet() {
        for row in [
            "Mon Tue Wed Thu Fri Sat Sun",
            "M T W T F S S",
            "Mo. Tu. We. Th. Fr. Sa. Su.",
            "Mon Tues Wed Thurs Fri Sat Total",
        ] {
            assert!(is_weekday_row(row), "{row}");
        }
        for row in ["6789101112", "20 21 22 23 24 25 26", "« Apr", "May 1932", "\" April"] {
            assert!(is_sheet_row(row), "{row}");
        }
    }

    #[test]
    fn knows_the_headings_of_a_chronicle() {
        for heading in ["1932", "**1932**", "1932:", "May 1932", "**May, 1932**", "1932 #"] {
            assert!(is_year_heading(heading), "{heading}");
        }
        for other in ["1932.", "In 1932", "3 May 1932", "May 12", "19320", "8932", ""] {
            assert!(!is_year_heading(other), "{other}");
        }
    }

    #[test]
    fn prose_is_no_sheet() {
        assert!(!is_weekday_row("Mon Tue trains were cancelled"));
        assert!(!is_weekday_row("They met on Monday, Tuesday and Friday."));
        assert!(!is_sheet_row("In May 1932"));
    }
}
