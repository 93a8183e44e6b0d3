//! Reconciles statements into one timeline.

use crate::diagnostic::Diagnostic;
use crate::statement::Statement;
use crate::timeline::{DocumentInfo, SCHEMA, Timeline};

/// What the resolver works on.
#[derive(Clone, Debug, Default)]
pub struct Input {
    /// The sources, without their texts.
    pub documents: Vec<DocumentInfo>,
    /// What they say.
    pub statements: Vec<Statement>,
    /// What was remarked on the way here; handed through.
    pub diagnostics: Vec<Diagnostic>,
}

/// Reconciles what the documents say.
pub fn resolve(input: Input) -> Timeline {
    Timeline {
        schema: SCHEMA.to_owned(),
        documents: input.documents,
        diagnostics: input.diagnostics,
        ..Timeline::default()
    }
}
