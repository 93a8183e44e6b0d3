//! Publication dates that the user states: for all documents that do not say so themselves, or for one, whatever it says.

use std::sync::atomic::{AtomicBool, Ordering};

use timeline::Document;
use timeline::document::{self, Published};

use crate::problems::Problems;

/// One `--published`: a date, with the id of the document that it is of.
#[derive(Clone, Debug)]
pub(super) struct Stated {
    id: Option<String>,
    published: Published,
}

impl Stated {
    /// Reads `2023-10-06`, or `news/a.txt=2023-10-06`.
    pub(super) fn from_argument(argument: &str) -> Result<Stated, String> {
        let (id, date) = argument.rsplit_once('=').map_or((None, argument), |(id, date)| (Some(id), date));
        let date =
            document::parse_stated(date).ok_or("write a date such as 2023-10-06, 2023-10 or 2023-10-06T22:53")?;
        let published = Published { date, how: "given on the command line".to_owned() };
        Ok(Stated { id: id.map(str::to_owned), published })
    }
}

/// What is stated, and whether some document took it.
pub(super) struct Dates<'a>(Vec<(&'a Stated, AtomicBool)>);

impl<'a> Dates<'a> {
    pub(super) fn new(stated: &'a [Stated]) -> Dates<'a> {
        Dates(stated.iter().map(|stated| (stated, AtomicBool::new(false))).collect())
    }

    /// Gives the document the date that is stated of it alone.
    pub(super) fn settle(&self, document: &mut Document) {
        let of_it =
            self.0.iter().rev().find(|(stated, _)| stated.id.as_ref().is_some_and(|id| means(id, &document.id)));
        if let Some((stated, _)) = of_it {
            document.published = Some(stated.published.clone());
        }
    }

    /// The date of all documents that do not say so themselves.
    pub(super) fn otherwise(&self) -> Option<&'a Published> {
        self.0.iter().rev().find(|(stated, _)| stated.id.is_none()).map(|(stated, _)| &stated.published)
    }

    /// Notes whose date the document has.
    pub(super) fn took(&self, document: &Document) {
        for (stated, taken) in &self.0 {
            let meant = stated.id.as_ref().is_none_or(|id| means(id, &document.id));
            if meant && document.published.as_ref() == Some(&stated.published) {
                taken.store(true, Ordering::Relaxed);
            }
        }
    }

    /// Tells which of them came to nothing: a date that is passed over in silence would be taken for one that counts.
    pub(super) fn report(self, problems: &mut Problems) {
        for (Stated { id, published }, taken) in self.0 {
            if taken.into_inner() {
                continue;
            }
            let date = published.date;
            match id {
                // The date that the user meant for a document counts for none: what is printed is not what was asked for.
                Some(id) => problems.report(&format!("--published {id}={date}: no document has this id")),
                None => problems.remark(&format!(
                    "--published {date} is taken for none: every document says itself when it was published; \
                     --published ID={date} overrules what one says"
                )),
            }
        }
    }
}

/// Whether a stated id is of the document `own`: also a path as it was typed, of which the id leaves the folder out.
fn means(stated: &str, own: &str) -> bool {
    stated.strip_suffix(own).is_some_and(|folder| folder.is_empty() || folder.ends_with('/'))
}
