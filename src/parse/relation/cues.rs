//! The words around a length that tell between which events it lies.

use std::sync::LazyLock;

use crate::lexicon;

/// Between which events a length lies, by the words around it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Cue {
    /// A person's taking and leaving of an office.
    Tenure,
    /// A person's taking of an office and the next event told of them.
    Wait,
}

/// The words of `en/relations.txt`.
pub(super) struct Cues {
    pub(super) before: Vec<(Cue, &'static str)>,
    pub(super) after: Vec<(Cue, &'static str)>,
    /// A tenure behind one of the `terms`.
    pub(super) lasts: Vec<&'static str>,
    pub(super) terms: Vec<&'static str>,
}

pub(super) static CUES: LazyLock<Cues> = LazyLock::new(|| {
    let mut cues = Cues { before: Vec::new(), after: Vec::new(), lasts: Vec::new(), terms: Vec::new() };
    for entry in lexicon::entries(include_str!("../../lexicon/en/relations.txt")) {
        let cue = match entry.class {
            "tenure" => Cue::Tenure,
            "wait" => Cue::Wait,
            _ => continue,
        };
        match entry.key {
            "after" => cues.after.push((cue, entry.form)),
            "lasts" => cues.lasts.push(entry.form),
            "term" => cues.terms.push(entry.form),
            _ => cues.before.push((cue, entry.form)),
        }
    }
    cues
});
