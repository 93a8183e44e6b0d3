//! The day that a report begins with, `LONDON, March 5 (Reuters) -`: of its publication, whatever years it tells later or a
//! headline told before.

use super::super::Found;
use super::super::expr::{Part, Sense, YearRef};
use crate::Span;

/// So many bytes of a place stand before the day at most.
const PLACE: usize = 60;

/// What stands between a dateline and the prose.
const DASHES: [&str; 4] = ["-", "–", "—", "_"];

/// Whether an expression is the day of a dateline that leaves its year out.
pub(super) fn has_no_year(text: &str, found: &Found) -> bool {
    let day = matches!(found.expr.sense, Sense::Part { year: YearRef::Unstated, part: Part::Day(..) });
    day && is_dateline(text, found.span)
}

/// Whether what stands at `span` is the day of a dateline: behind a place in capitals, before an agency or a dash.
pub(super) fn is_dateline(text: &str, span: Span) -> bool {
    let near = span.start.saturating_sub(PLACE);
    let before = &text.as_bytes()[near..span.start];
    let line = match before.iter().rposition(|&byte| byte == b'\n') {
        Some(at) => &before[at + 1..],
        None if near == 0 => before,
        None => return false,
    };
    let place = line.split(|&byte| byte == b',').next().unwrap_or_default().trim_ascii();
    let capitals = place.len() > 2 && place.iter().all(|byte| !byte.is_ascii_lowercase() && !byte.is_ascii_digit());
    let behind = text[span.end..].trim_start_matches(' ');
    let agency = behind.strip_prefix('(').is_some_and(|name| name.starts_with(|c: char| c.is_ascii_uppercase()));
    let ends = agency || behind.len() < text[span.end..].len() && DASHES.iter().any(|dash| behind.starts_with(dash));
    line.trim_ascii_end().ends_with(b",") && capitals && ends
}

#[cfg(test)]
mod tests {
    use crate::document::{Document, Genre, Published};
    use crate::parse::time::timexes;

    /// The values in a text that was published on this day, or nobody knows when.
    fn values(published: Option<&str>, text: &str) -> Vec<String> {
        let published = published.map(|date| Published { date: date.parse().unwrap(), how: "given".to_owned() });
        let document = Document { published, genre: Some(Genre::Narrative), ..Document::new("a", text) };
        timexes(&document).into_iter().map(|timex| timex.value).collect()
    }

    #[test]
    fn a_report_is_of_the_year_of_its_publication() {
        let text = |dateline: &str| format!("The strike of May 1911\n\n{dateline} Moe left.");
        for dateline in ["LONDON, March 5 (Reuters) -", "NEW YORK, Aug. 5 (AP) --", "OSLO, Norway, 5 March –"] {
            let day = if dateline.contains("Aug") { "08-05" } else { "03-05" };
            let told = values(Some("1932-03-06"), &text(dateline));
            assert!(told[1].ends_with(day) && told[1].starts_with("193"), "{dateline}: {told:?}");
            assert_eq!(values(None, &text(dateline))[1], format!("XXXX-{day}"), "{dateline}");
        }
    }

    #[test]
    fn a_report_of_an_unknown_year_takes_none_from_what_it_looks_back_on() {
        let told = |published: Option<&str>, dateline: &str| {
            let text = format!("{dateline} Moe left. She came in March 1911. Lie was dismissed on 3 June.");
            values(published, &text).pop().unwrap()
        };
        assert_eq!(told(None, "OSLO, March 5 (NTB) -"), "XXXX-06-03");
        // Its year is told, or the text is no report.
        assert_eq!(told(Some("1932-06-06"), "OSLO, March 5 (NTB) -"), "1911-06-03");
        assert_eq!(told(None, "OSLO, March 5, 1911 (NTB) -"), "1911-06-03");
        assert_eq!(told(None, "In Oslo, on a cold morning,"), "1911-06-03");
        // A year in the same breath is told.
        let text = "OSLO, March 5 (NTB) - Moe came on May 3, 1911, and on June 9 Lie left.";
        assert_eq!(values(None, text), ["XXXX-03-05", "1911-05-03", "1911-06-09"]);
    }

    #[test]
    fn a_day_in_prose_is_no_dateline() {
        for prose in
            ["In London, March 5 (a Sunday) was cold.", "LONDON, March 5: the queen leaves.", "March 5 - Moe left."]
        {
            assert_eq!(values(None, &format!("The strike of May 1911\n\n{prose}"))[1], "1911-03-05", "{prose}");
        }
    }
}
