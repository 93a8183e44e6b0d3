//! The day in brackets that closes an item of a list, "Ada Moe, 88, who led the yard from 1934. (Jan. 2)": what the list is
//! of, as the line above it says, is of one year, and what the items look back on is earlier.

use chrono::Datelike;

use super::year::unit;
use super::{Anchorer, Part, Told};
use crate::Span;
use crate::timex::Anchor;

impl Anchorer<'_> {
    /// The year of a day that closes its line in brackets: the last that the lines above tell, where that is of the
    /// publication or the year before.
    pub(super) fn closed_year(&self, part: Part, span: Span) -> Option<(i32, Anchor)> {
        let Part::Day(..) = part else { return None };
        let Told { unit: told, span: told_at } = self.latest?;
        let before = self.text.get(..span.start)?.strip_suffix('(')?;
        let behind = self.text.get(span.end..)?.strip_prefix(')')?;
        let behind = behind.strip_prefix('.').unwrap_or(behind);
        let closes = behind.is_empty() || behind.starts_with(['\n', '\r']);
        let line = before.rfind('\n').filter(|_| closes)?;
        let year = told.year().filter(|_| told_at.end <= line)?;
        let day = unit(year, part)?.first_day()?;
        let fits = self.now.is_none_or(|now| day <= now && now.year() - year <= 1);
        fits.then_some((year, Anchor::Text(told.into(), told_at)))
    }

    /// Keeps the latest year that was told.
    pub(super) fn tell_latest(&mut self, told: Told) {
        if self.latest.is_none_or(|latest| latest.unit.year() < told.unit.year()) {
            self.latest = Some(told);
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::document::{Document, Published};
    use crate::parse::time::timexes;

    fn values(published: Option<&str>, text: &str) -> Vec<String> {
        let published = published.map(|date| Published { date: date.parse().unwrap(), how: "given".to_owned() });
        timexes(&Document { published, ..Document::new("a", text) }).into_iter().map(|timex| timex.value).collect()
    }

    const LIST: &str = "What follows is a list of those who died in 1937.\n\nAda Moe, 88, who led the yard from 1934. (Jan. 2)\n\n\
                        Eli Lie, who sailed in 1893 (March 12).\n";

    #[test]
    fn a_day_that_closes_an_item_is_of_the_year_of_its_list() {
        for published in [None, Some("1938-01-02"), Some("1937-12-30")] {
            assert_eq!(values(published, LIST), ["1937", "1934", "1937-01-02", "1893", "1937-03-12"]);
        }
    }

    #[test]
    fn a_list_of_long_ago_or_a_day_in_the_line_gives_no_year() {
        assert_eq!(values(Some("1942-05-04"), LIST).last().unwrap(), "1942-03-12");
        let in_prose = "The yard opened in 1937.\n\nIn 1931 Moe left (March 12) and Lie came.\n";
        assert_eq!(values(None, in_prose).last().unwrap(), "1931-03-12");
    }
}
