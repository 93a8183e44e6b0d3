//! What is kept of a document once its text is let go.

use serde::{Deserialize, Serialize};

use super::{Document, Published};

/// A document without its text.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[allow(missing_docs)]
#[serde(default)]
pub struct DocumentInfo {
    pub id: String,
    pub title: Option<String>,
    pub publisher: Option<String>,
    pub url: Option<String>,
    pub published: Option<Published>,
}

impl From<&Document> for DocumentInfo {
    fn from(document: &Document) -> DocumentInfo {
        DocumentInfo {
            id: document.id.clone(),
            title: document.title.clone(),
            publisher: document.publisher.clone(),
            url: document.url.clone(),
            published: document.published.clone(),
        }
    }
}

impl From<Document> for DocumentInfo {
    /// Takes over what is kept, and lets the text go.
    fn from(document: Document) -> DocumentInfo {
        let Document { id, title, publisher, url, published, .. } = document;
        DocumentInfo { id, title, publisher, url, published }
    }
}
