//! A timeline as text, one file a format. Each writes to any [`Write`](std::io::Write).

pub mod difference;
pub mod json;
pub mod markdown;
pub mod report;
pub mod sarif;
pub mod timeml;
