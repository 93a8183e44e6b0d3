//! What a note of correction takes back in other documents.
//!
//! A paper that has corrected a date does not say it any more, wherever it printed it before; and what it printed is no voice
//! against its own correction. So a correction reaches the statements of the same publisher, or of one that the note names,
//! that appeared no later, have the date that is taken back, and tell of a person and an act that the note has words for.
//! All else that is printed by others stands: a correction is their publisher's word, not theirs.

use aho_corasick::{AhoCorasick, MatchKind};

use crate::hash::HashMap;
use crate::parse::correction::{is_named, is_spoken_of};
use crate::resolve::window::Window;
use crate::statement::{Correction, Kind, Statement};

/// Has the statements that notes in other documents take back carry the correction. A note that found them says the right
/// date, and is a statement of the same event.
pub(super) fn retract(statements: &mut [Statement]) {
    let notices: Vec<usize> = (0..statements.len()).filter(|&at| statements[at].correction.is_some()).collect();
    if notices.is_empty() {
        return;
    }
    let found = found(statements, &notices);
    for (notice, meant) in found {
        let Some(correction) = statements[notice].correction.take() else { continue };
        let document = statements[notice].document.clone();
        let carried = Correction { document: Some(document), ..(*correction).clone() };
        for &at in &meant {
            statements[at].correction = Some(Box::new(carried.clone()));
        }
        let first = statements[meant[0]].clone();
        let notice = &mut statements[notice];
        if notice.rule != NOTICE {
            // The page corrects itself as well.
            notice.correction = Some(correction);
            continue;
        }
        let Correction { date, text, start, end, .. } = *correction;
        (notice.date, notice.date_text) = (Some(date), Some(text));
        (notice.date_start, notice.date_end) = (Some(start), Some(end));
        if notice.kind == Kind::Event {
            notice.kind = first.kind;
            (notice.person, notice.role, notice.organization) = (first.person, first.role, first.organization);
        }
    }
}

/// The rule by which a note is a statement of its own.
const NOTICE: &str = "correction";

/// As many statements of one publisher and date are held against a note.
const SEARCHED: usize = 256;

/// By note, the statements that it takes back; each by the last note that does.
fn found(statements: &[Statement], notices: &[usize]) -> Vec<(usize, Vec<usize>)> {
    let mut printed: HashMap<(&str, String), Vec<usize>> = HashMap::default();
    for (at, statement) in statements.iter().enumerate().filter(|(_, statement)| statement.correction.is_none()) {
        if let (Some(publisher), Some(date), Some(_)) = (&statement.publisher, statement.date, &statement.person) {
            printed.entry((publisher, date.to_string())).or_default().push(at);
        }
    }
    let publishers = Publishers::new(statements);
    let takes_back = |&notice: &usize| {
        let note = &statements[notice];
        let wrong = note.date?.to_string();
        let named = publishers.iter().flat_map(|publishers| publishers.named(&note.sentence));
        let candidates = note.publisher.as_deref().into_iter().chain(named);
        let of_publisher = candidates.filter_map(|publisher| printed.get(&(publisher, wrong.clone())));
        let mut meant: Vec<usize> = of_publisher
            .flat_map(|of| of.iter().copied().take(SEARCHED))
            .filter(|&at| is_meant(note, &statements[at]))
            .collect();
        meant.sort_unstable();
        meant.dedup();
        let (&first, others) = meant.split_first()?;
        let act = |at: usize| (statements[at].kind.starts_tenure(), statements[at].kind.ends_tenure());
        others.iter().all(|&other| act(other) == act(first)).then_some((notice, meant))
    };
    notices.iter().filter_map(takes_back).collect()
}

fn is_meant(note: &Statement, told: &Statement) -> bool {
    let appeared = |statement: &Statement| statement.published.map(Window::of);
    let no_later = appeared(note).zip(appeared(told)).is_none_or(|(note, told)| told.lo <= note.hi);
    note.document != told.document && no_later && is_named(&note.sentence, told) && is_spoken_of(&note.sentence, told)
}

/// Looks for the publishers that a note names.
struct Publishers<'s> {
    automaton: AhoCorasick,
    names: Vec<&'s str>,
}

impl<'s> Publishers<'s> {
    fn new(statements: &'s [Statement]) -> Option<Publishers<'s>> {
        let mut names: Vec<&str> = statements.iter().filter_map(|statement| statement.publisher.as_deref()).collect();
        names.sort_unstable();
        names.dedup();
        let bare = names.iter().map(|name| name.strip_prefix("The ").unwrap_or(name));
        let automaton = AhoCorasick::builder().match_kind(MatchKind::LeftmostLongest).build(bare).ok()?;
        Some(Publishers { automaton, names })
    }

    fn named(&self, note: &str) -> impl Iterator<Item = &'s str> {
        let whole = |at: &aho_corasick::Match| {
            !note[..at.start()].ends_with(char::is_alphanumeric) && !note[at.end()..].starts_with(char::is_alphanumeric)
        };
        self.automaton.find_iter(note).filter(whole).map(|at| self.names[at.pattern().as_usize()])
    }
}
