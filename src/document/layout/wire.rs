//! The place, the day and the agency that a report begins with: "OSLO, Jan. 13, 1932 (AP) - The minister left."

use super::lines::lines;
use super::paper::agency;
use super::stamp::stamp;

/// So far in, in bytes, the dateline of a report ends.
const LONGEST: usize = 80;

/// A place has so many words at most.
const PLACE: usize = 4;

/// What stands between a dateline and the prose.
const DASHES: [&str; 5] = [" - ", " -- ", " – ", " — ", " _ "];

/// What the first words of a report tell.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Wire<'t> {
    /// Whose report it is.
    pub(super) agency: Option<&'t str>,
    /// The dateline, without what parts it from the prose.
    pub(super) dateline: Option<&'t str>,
}

/// Reads the dateline that a line of prose begins with; nothing where it begins with none.
pub(super) fn wire(line: &str) -> Wire<'_> {
    let dateline = dateline(line);
    Wire { agency: dateline.and_then(told_by), dateline }
}

/// Whether several lines begin with a place and a day each: the text is a chronicle, or several reports.
pub(in crate::document) fn is_chronicle(text: &str) -> bool {
    let dated = lines(text).filter(|line| dateline(line.of(text)).and_then(stamp).is_some());
    dated.take(2).count() == 2
}

/// The words of the dateline: a place, then nothing but names, a date and the agency, up to a dash or a bracket.
fn dateline(line: &str) -> Option<&str> {
    let opening =
        line.get(..line.len().min(LONGEST)).unwrap_or_else(|| line.split_once('.').map_or(line, |(one, _)| one));
    if let Some(behind) = behind_agency(opening) {
        return dateline_of(behind).map(|words| &opening[..opening.len() - behind.len() + words.len()]);
    }
    dateline_of(opening)
}

/// What stands behind the name of who sent the report: "(Norpress) OSLO, Jan. 13, 1932 - The minister left."
fn behind_agency(opening: &str) -> Option<&str> {
    let (name, rest) = opening.strip_prefix('(')?.split_once(") ")?;
    let word = name.starts_with(char::is_uppercase) && name.chars().all(|c| c.is_alphabetic() || c == ' ');
    word.then_some(rest)
}

fn dateline_of(opening: &str) -> Option<&str> {
    let words = match opening.strip_prefix('(') {
        Some(bracketed) => bracketed.split_once(')')?.0,
        None => {
            let ends = |from: usize| {
                let spaces = memchr::memchr_iter(b' ', &opening.as_bytes()[from..]).map(|space| from + space);
                spaces.into_iter().find(|&at| DASHES.iter().any(|dash| opening[at..].starts_with(dash)))
            };
            match ends(0) {
                Some(first) => {
                    // "OSLO — Jan. 13, 1932 — The minister left": the place may be set off as the rest is.
                    let second = ends(first + 1).filter(|_| opening[..first].split_whitespace().count() <= PLACE);
                    &opening[..second.filter(|&end| stamp(&opening[..end]).is_some()).unwrap_or(first)]
                }
                // "Oslo, Jan 13 (AP) The minister left."
                None => &opening[..agency_end(opening)?],
            }
        }
    };
    let place = words.split([',', '(', '—', '–']).next()?.trim();
    let named = place.split_whitespace().all(|word| word.starts_with(char::is_uppercase));
    let of_place = !place.is_empty() && !place.contains(|c: char| c.is_ascii_digit()) && named;
    // "Ada Moe (17 April 1871 – 2 March 1924) was": a life, cut at its dash.
    let open = words.contains('(') && !words.contains(')');
    (of_place && !open && place.len() < words.len() && place.split_whitespace().count() <= PLACE).then_some(words)
}

/// Where the name of a known agency ends that stands in brackets behind a day.
fn agency_end(opening: &str) -> Option<usize> {
    let (before, rest) = opening.split_once('(')?;
    let name = rest.split_once(") ")?.0;
    let dated = before.contains(',') && before.contains(|c: char| c.is_ascii_digit());
    (dated && agency(name).is_some()).then_some(before.len() + name.len() + "()".len())
}

/// The agency in brackets: "(AP)"; behind a day it need not be known.
fn told_by(words: &str) -> Option<&str> {
    let (before, rest) = words.split_once('(')?;
    let (name, after) = rest.split_once(')')?;
    let word = name.starts_with(char::is_uppercase) && name.chars().all(char::is_alphabetic);
    let dated = |side: &str| side.contains(|c: char| c.is_ascii_digit());
    agency(name).or_else(|| Some(name).filter(|_| word && (dated(before) || before.is_empty() && dated(after))))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_report_begins_with_its_place_its_day_and_its_agency() {
        for (line, by) in [
            ("OSLO, Jan. 13, 1932 (AP) - The minister left.", Some("AP")),
            ("OSLO, Jan. 13, 1932 (Norpress) - The minister left.", Some("Norpress")),
            ("OSLO, 13 January 1932 -- The minister left.", None),
            ("NEW YORK, January 13, 1932 — The minister left.", None),
            ("OSLO — Jan. 13, 1932 — The minister left.", None),
            ("(Oslo, 13 January 1932) The minister left.", None),
            ("(Norpress) Oslo, 13 January 1932 - The minister left.", Some("Norpress")),
            ("Oslo, Jan 13, 1932 (AP) The minister left.", Some("AP")),
            ("Oslo, January 13, 1932 – The minister left.", None),
        ] {
            let wire = wire(line);
            let day = wire.dateline.and_then(stamp).map(|stamp| stamp.date.to_string());
            assert_eq!(day.as_deref(), Some("1932-01-13"), "{line}");
            assert_eq!(wire.agency, by, "{line}");
        }
        assert_eq!(wire("Moe (Labour) - On January 13, 1932, the minister left.").agency, None);
        assert_eq!(wire("OSLO (AP) - On January 13, 1932, the minister left.").agency, Some("AP"));
    }

    #[test]
    fn other_first_words_are_no_dateline() {
        for line in [
            "OSLO (AP) - On January 13, 1932, the minister left.",
            "Oslo, Jan 13, 1932 (a Wednesday) was cold.",
            "OSLO saw the minister leave on January 13, 1932 - and come back.",
            "January 13, 1932 - The minister left.",
            "The minister left Oslo, on January 13, 1932 - for good.",
            "OSLO, January 13 - The minister left.",
            "Ada Moe (17 April 1871 – 2 March 1924) was a minister.",
            "(He left on 13 January 1932) and never came back.",
            "é",
            "",
        ] {
            assert_eq!(wire(line).dateline.and_then(stamp), None, "{line}");
        }
    }
}
