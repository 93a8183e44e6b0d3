//! Reads articles and reconstructs what happened when.
//!
//! The flow: [`Document`] → [`survey`](Document::survey) (head, furniture, publication date) → [`annotate`] (temporal
//! expressions) → [`extract`] (statements) → [`resolve`](resolve::resolve) (one checked [`Timeline`]) → [`render`].
//!
//! ```
//! let mut article = timeline::document::from_text("a.txt", b"Moe Leaves\n\nMarch 9, 1932\n\nAda Moe left.").document;
//! article.survey(None);
//! let timeline = timeline::build(&[article]);
//!
//! let mut markdown = Vec::new();
//! timeline::render::markdown::timeline(&mut markdown, &timeline)?;
//! assert!(String::from_utf8_lossy(&markdown).contains("*Moe Leaves*. Published 9 March 1932: dateline"));
//! # Ok::<(), std::io::Error>(())
//! ```
//!
//! The library never prints and never opens a file. Text never gives an `Err`: it gives a value and its diagnostics.

pub use chrono;

pub mod calendar;
pub mod decisions;
pub mod diagnostic;
pub mod diff;
mod digest;
pub mod document;
mod eight;
mod error;
pub mod explain;
pub mod finding;
mod hash;
mod lexicon;
mod many;
mod parse;
pub mod pipeline;
pub mod render;
pub mod resolve;
pub mod rules;
mod scan;
mod span;
#[cfg(feature = "stages")]
#[doc(hidden)]
pub mod stages;
pub mod statement;
pub mod timeline;
pub mod timex;

pub use diagnostic::Diagnostic;
pub use document::Document;
pub use error::Error;
pub use span::{CodePoints, Span};
pub use statement::Statement;
pub use timeline::Timeline;
pub use timex::Timex;

use parse::event::Told;
use rules::Rules;

/// README's program, compiled and run.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;

/// The temporal expressions of a document, in text order, with values worked out.
///
/// What its head tells of it is not looked for here: where the day of publication is not given
/// ([`Document::published`]), [`Document::survey`] finds it, and without one "on Friday" is counted from what dates the
/// text itself has.
pub fn annotate(document: &Document) -> Vec<Timex> {
    parse::time::timexes(document)
}

/// The statements of a document, in text order, and what was remarked on the way. Who wants its head and its foot read as such has it
/// [surveyed](Document::survey) before, as for [`annotate`]; this does not.
pub fn extract(document: &Document) -> (Vec<Statement>, Vec<Diagnostic>) {
    extract_with(document, &Rules::default())
}

/// The same, with kinds of events that the user describes.
pub fn extract_with(document: &Document, rules: &Rules) -> (Vec<Statement>, Vec<Diagnostic>) {
    let timexes = annotate(document);
    let Told { mut statements, timexes, sentences } = parse::event::told(document, &timexes, rules.table());
    parse::apposition::settle(&document.text, &timexes, &mut statements);
    parse::correction::correct(document, &timexes, &sentences, &mut statements);
    parse::relation::relate(document, &timexes, &sentences, &mut statements);
    parse::figure::figures(document, &timexes, &mut statements);
    let mut remarks = parse::time::no_such_days(document, &timexes, &mut statements);
    remarks.extend(document::open_order(document));
    statements.iter_mut().for_each(Statement::settle);
    if document.origin.is_some() {
        statements.iter_mut().for_each(|statement| statement.move_by(|span| document.in_origin(span)));
    }
    (statements, remarks)
}

/// One timeline from many documents, whose ids have to differ.
///
/// It takes them as they are. Title, publisher and day of publication are known where the caller set them or had them
/// [surveyed](Document::survey); where neither, "on Monday" has nothing to be counted from. With rules, decisions or trust:
/// [`resolve::Input::of`].
pub fn build(documents: &[Document]) -> Timeline {
    resolve::resolve(resolve::Input::of(documents, &Rules::default()))
}
