//! Whether a sentence tells its event as done or as still to come: what is told as done cannot lie after the article, and
//! what is told as to come hardly before it.
//!
//! **Past**: "resigned", "was appointed", "has been elected". **Future**: "will take office", "is due to resign".
//! **Either**: "resigned effective June 30". **Nothing said**: nouns, "resigns", "would resign", "elected for a term from
//! 2020 to 2025", and speech, which was said at another time.

use crate::statement::{Certainty, Kind, Tense};

use super::when;
use crate::parse::event::clause::Clause;
use crate::parse::event::draft::Draft;
use crate::parse::event::trigger::Form;

/// How `draft`, which the document's expression `time` dates, is told.
pub(crate) fn of(clause: &Clause<'_>, draft: &Draft, time: Option<usize>) -> Option<Tense> {
    if time.is_some_and(|time| when::is_effective(clause, time)) {
        return Some(Tense::Either);
    }
    let is_planned_end = draft.kind == Kind::TermEnd && draft.rule.starts_with("tenure");
    let is_speech = (0..draft.at).any(|node| clause.is_mark(node, b'"'));
    let trigger = clause.trigger(draft.at).filter(|_| !is_planned_end && !is_speech)?;
    let start = clause.group(draft.at).start;
    let has = |words: &[&str]| (start..draft.at).any(|node| clause.is_any(node, words));
    let is_past_future = has(&["would", "was", "were", "had"]);
    match (draft.certainty, trigger.form) {
        (Certainty::Planned, _) if is_past_future => None,
        (Certainty::Planned, _) if has(&["will", "shall", "'ll"]) => Some(Tense::Future),
        (Certainty::Planned, _) if has(&["is", "are"]) && has(&["to"]) => Some(Tense::Future),
        (Certainty::Reported, Form::Past | Form::PastOrParticiple | Form::Participle)
            if !has(&["is", "are", "be", "being", "to"]) =>
        {
            Some(Tense::Past)
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Document;
    use crate::document::Published;

    fn tense(text: &str) -> Option<Tense> {
        let mut document = Document::new("d", text);
        document.published = Some(Published { date: "2019-06-20".parse().unwrap(), how: "given".to_owned() });
        let told = crate::extract(&document).0;
        told.iter().find(|statement| statement.kind.is_office()).expect(text).tense
    }

    #[test]
    fn verbs_tell() {
        for (text, expected) in [
            ("Ana Silva was appointed mayor of Lom on June 3.", Some(Tense::Past)),
            ("Ana Silva resigned as mayor of Lom on June 3.", Some(Tense::Past)),
            ("Ana Silva has been elected mayor of Lom.", Some(Tense::Past)),
            ("Ana Silva will take office as mayor of Lom on July 3.", Some(Tense::Future)),
            ("Ana Silva resigned as mayor of Lom effective July 3.", Some(Tense::Either)),
            ("Ana Silva is appointed mayor of Lom.", None),
            ("The resignation of Ana Silva as mayor of Lom came on June 3.", None),
            ("\"Ana Silva will take office as mayor of Lom on July 3,\" he said.", None),
        ] {
            assert_eq!(tense(text), expected, "{text}");
        }
    }
}
