//! What a note of correction takes back in other documents.
//!
//! A paper that has corrected a date does not say it any more, wherever it printed it before; and what it printed is no voice
//! against its own correction. So a correction reaches the statements of the same publisher, or of one that the note names,
//! that appeared no later, have the date that is taken back, and tell of a person and an act that the note has words for.
//! What is no act of a person is known by the words that the note shares with it: the reports of that day that have most.
//! All else that is printed by others stands: a correction is their publisher's word, not theirs.

use aho_corasick::{AhoCorasick, MatchKind};

use crate::diagnostic::{Diagnostic, Severity};
use crate::hash::HashMap;
use crate::parse::correction::{RETRACTION, is_named, is_spoken_of, words_shared};
use crate::resolve::window::Window;
use crate::statement::{Certainty, Correction, Kind, Statement};

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
        if notice.kind == Kind::Event && first.kind.is_office() {
            notice.kind = first.kind;
            (notice.person, notice.role, notice.organization) = (first.person, first.role, first.organization);
        }
    }
}

/// Denies what a publisher reported and took back altogether, and says so.
pub(super) fn withdraw(statements: &mut [Statement]) -> Vec<Diagnostic> {
    let is_retraction =
        |statement: &Statement| statement.rule == RETRACTION && statement.certainty == Certainty::Denied;
    let retractions: Vec<usize> = (0..statements.len()).filter(|&at| is_retraction(&statements[at])).collect();
    let mut remarks = Vec::new();
    if retractions.is_empty() {
        return remarks;
    }
    let mut reported: HashMap<(String, Kind, String), Vec<usize>> = HashMap::default();
    for (at, told) in statements.iter().enumerate().filter(|(_, told)| told.certainty == Certainty::Reported) {
        if let Some(act) = act(told) {
            reported.entry(act).or_default().push(at);
        }
    }
    for retraction in retractions {
        let back = &statements[retraction];
        let document = back.document.clone();
        let dates = |told: &Statement| back.date.zip(told.date).is_none_or(|(one, other)| one == other);
        let is_meant = |&&at: &&usize| {
            let told = &statements[at];
            told.certainty == Certainty::Reported && dates(told) && is_before(back, told)
        };
        let of_act = act(back).and_then(|act| reported.get(&act));
        let meant: Vec<usize> = of_act.into_iter().flatten().take(SEARCHED).filter(is_meant).copied().collect();
        for at in meant {
            let told = &mut statements[at];
            told.certainty = Certainty::Denied;
            let message = format!("takes back what {} reported: “{}”", told.document, told.sentence);
            remarks.push(Diagnostic { severity: Severity::Warning, document: document.clone(), line: None, message });
        }
    }
    remarks
}

/// Whose word it is, what happened, and to whom by the last name.
fn act(told: &Statement) -> Option<(String, Kind, String)> {
    let last = told.person.as_deref()?.rsplit(' ').next()?;
    Some((told.publisher.clone()?, told.kind.clone(), last.to_owned()))
}

/// The rule by which a note is a statement of its own.
const NOTICE: &str = "correction";

/// As many statements of one publisher and date are held against a note.
const SEARCHED: usize = 256;

/// By note, the statements that it takes back; each by the last note that does.
fn found(statements: &[Statement], notices: &[usize]) -> Vec<(usize, Vec<usize>)> {
    let mut printed: HashMap<(&str, String), Vec<usize>> = HashMap::default();
    for (at, statement) in statements.iter().enumerate().filter(|(_, statement)| statement.correction.is_none()) {
        if let Some((publisher, date)) = statement.publisher.as_deref().zip(statement.date) {
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
        let mut printed: Vec<usize> = of_publisher
            .flat_map(|of| of.iter().copied().take(SEARCHED))
            .filter(|&at| is_before(note, &statements[at]))
            .collect();
        printed.sort_unstable();
        printed.dedup();
        let acts = printed.iter().copied().filter(|&at| is_act_meant(note, &statements[at]));
        let meant: Vec<usize> = acts.collect();
        let meant = if meant.is_empty() { likest(statements, note, &printed) } else { meant };
        let (&first, others) = meant.split_first()?;
        let act = |at: usize| (statements[at].kind.starts_tenure(), statements[at].kind.ends_tenure());
        others.iter().all(|&other| act(other) == act(first)).then_some((notice, meant))
    };
    notices.iter().filter_map(takes_back).collect()
}

/// Whether it appeared elsewhere, and no later than the note.
fn is_before(note: &Statement, told: &Statement) -> bool {
    let appeared = |statement: &Statement| statement.published.map(Window::of);
    let no_later = appeared(note).zip(appeared(told)).is_none_or(|(note, told)| told.lo <= note.hi);
    note.document != told.document && no_later
}

/// Whether the note has words for a person and what they did.
fn is_act_meant(note: &Statement, told: &Statement) -> bool {
    is_named(&note.sentence, told) && is_spoken_of(&note.sentence, told)
}

/// What has most words in common with a note of something that is no act of office; where that is one word, and two reports
/// have it, nothing.
fn likest(statements: &[Statement], note: &Statement, printed: &[usize]) -> Vec<usize> {
    let is_other = |at: &usize| !statements[*at].kind.is_office() && !note.kind.is_office();
    let shared = |&at: &usize| words_shared(&note.sentence, &statements[at]);
    let others: Vec<usize> = printed.iter().copied().filter(is_other).collect();
    let most = others.iter().map(shared).max().unwrap_or_default();
    let mut likest: Vec<usize> = others.into_iter().filter(|at| most > 0 && shared(at) == most).collect();
    let one = most > 1 || likest.iter().all(|&at| statements[at].sentence == statements[likest[0]].sentence);
    if !one {
        likest.clear();
    }
    likest
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
