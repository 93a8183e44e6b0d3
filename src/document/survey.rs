//! What a document tells of itself, gathered before its prose is read.

use super::layout::{Layout, layout};
use super::{Document, Published, address, bounds, publication};

impl Document {
    /// Finds the head, the page's furniture and the publication date, and fills what is not yet known of title, author,
    /// address and publisher.
    ///
    /// The publication date is, in this order: what was given; what the front matter, the head or the foot of the page
    /// say; a date in the address; the day that a report begins with; a date in the id; the day of the last change;
    /// `otherwise`; bounds worked out from the text. How it is known is told in [`Published::how`].
    ///
    /// ```
    /// use timeline::Document;
    ///
    /// let mut document = Document::new("a", "Moe Resigns\n\nThe minister left.\n\nLeave a Reply\n");
    /// document.url = Some("https://www.example.org/1932/03/07/moe".to_owned());
    /// document.survey(None);
    /// assert_eq!(document.title.as_deref(), Some("Moe Resigns"));
    /// assert_eq!(document.publisher.as_deref(), Some("example.org"));
    /// assert_eq!(document.published.unwrap().date.to_string(), "1932-03-07");
    /// assert_eq!(document.regions.len(), 2);
    /// ```
    pub fn survey(&mut self, otherwise: Option<&Published>) {
        let Layout { facts, agency, changed, dateline, regions } = layout(&self.text);
        let fill = |known: &mut Option<String>, found: Option<&str>| {
            if known.is_none() {
                // Pages use no-break spaces and line breaks for looks.
                *known = found.map(|found| found.split_whitespace().collect::<Vec<_>>().join(" "));
            }
        };
        fill(&mut self.title, facts.title);
        fill(&mut self.author, facts.author);
        fill(&mut self.url, facts.url);
        fill(&mut self.publisher, facts.publisher);
        fill(&mut self.publisher, self.url.as_deref().and_then(address::host));
        fill(&mut self.publisher, agency);
        self.regions = regions;
        if self.published.is_none() {
            let stated = publication::stated(self, facts.stamp, dateline).or_else(|| otherwise.cloned());
            self.published = stated.or_else(|| publication::changed(self, &changed?)).or_else(|| bounds::bounds(self));
        }
    }

    /// Finds the publication date alone, which is all that [`annotate`](crate::annotate) asks for: the page of a
    /// document that came with its date is not looked at.
    pub fn survey_date(&mut self, otherwise: Option<&Published>) {
        if self.published.is_none() {
            self.survey(otherwise);
        }
    }
}
