//! A person's decisions, applied to events, dates and conflicts, and what has to be said of them.

use crate::calendar::Date;
use crate::decisions::{self, Decision, Decisions, Target, What};
use crate::diagnostic::{Diagnostic, Severity};
use crate::hash::HashMap;
use crate::resolve::entry;
use crate::resolve::identity::{Event, People};
use crate::resolve::saying::Saying;
use crate::timeline::Conflict;

/// What became of the decisions.
#[derive(Debug, Default)]
pub(super) struct Decided {
    /// By event, the date that was decided.
    pub(super) dates: HashMap<usize, Date>,
    /// By event, what was decided of it, in sentences.
    pub(super) reasons: HashMap<usize, Vec<String>>,
    /// Decisions that match nothing, or whose evidence has changed.
    pub(super) remarks: Vec<Diagnostic>,
}

/// Applies what was decided of events: first who is who, one decision after the other, then the dates.
pub(super) fn events(
    decisions: &Decisions,
    statements: &[Saying],
    people: &People,
    events: Vec<Event>,
) -> (Vec<Event>, Decided) {
    let mut decided = Decided::default();
    if decisions.iter().all(|decision| matches!(decision.what, What::Ignore(_))) {
        return (events, decided);
    }
    let mut groups = Groups::new(statements, events);
    for decision in decisions.iter() {
        match &decision.what {
            What::Same(targets) => groups.join(decision, targets, &mut decided),
            What::Apart(targets) => groups.part(decision, targets, &mut decided),
            What::Date(target, date) => groups.date(decision, target, *date, &mut decided),
            What::Drop(target) => groups.drop(decision, target, &mut decided),
            What::Ignore(_) => {}
        }
    }
    groups.finish(people, decided)
}

/// Marks the conflicts that are to be let be, and takes up what there is to say of that.
pub(super) fn conflicts(decisions: &Decisions, conflicts: &mut [Conflict], remarks: &mut Vec<Diagnostic>) {
    for decision in decisions.iter() {
        let What::Ignore(target) = &decision.what else { continue };
        // Where one thing contradicts another in two ways, both have its id.
        let meant = conflicts.iter_mut().filter(|conflict| conflict.id == target.id);
        let mut evidence = Vec::new();
        for conflict in meant {
            evidence.push(decisions::evidence_of_conflict(conflict));
            conflict.ignored = Some(decision.because.clone());
        }
        match evidence.first() {
            Some(now) if !target.evidence.as_ref().is_some_and(|then| evidence.contains(then)) => {
                remarks.extend(changed(decision, target, now));
            }
            Some(_) => {}
            None => remarks.push(unmatched(decision, target)),
        }
    }
}

/// Events on the way: sets of statements, told by number, that stay where they are while others join or part.
struct Groups<'s> {
    statements: &'s [Saying],
    members: Vec<Vec<usize>>,
    by_statement: HashMap<&'s str, usize>,
    by_entry: HashMap<String, usize>,
    dates: HashMap<usize, Date>,
    reasons: HashMap<usize, Vec<String>>,
}

impl<'s> Groups<'s> {
    fn new(statements: &'s [Saying], events: Vec<Event>) -> Groups<'s> {
        let members: Vec<Vec<usize>> = events.into_iter().map(|event| event.members).collect();
        let mut groups = Groups {
            statements,
            members: Vec::new(),
            by_statement: HashMap::default(),
            by_entry: HashMap::default(),
            dates: HashMap::default(),
            reasons: HashMap::default(),
        };
        for members in members {
            groups.members.push(members);
            groups.enter(groups.members.len() - 1);
        }
        groups
    }

    /// Makes the group known by its id and by those of its statements.
    fn enter(&mut self, group: usize) {
        self.by_entry.insert(entry::id(self.statements, &self.members[group]), group);
        for &member in &self.members[group] {
            self.by_statement.insert(&self.statements[member].id, group);
        }
    }

    /// The group that is meant; a remark where there is none, or where its evidence is another.
    fn find(&self, decision: &Decision, target: &Target, decided: &mut Decided) -> Option<usize> {
        let found = self.by_entry.get(&target.id).or_else(|| self.by_statement.get(target.id.as_str())).copied();
        let Some(group) = found else {
            decided.remarks.push(unmatched(decision, target));
            return None;
        };
        let told = self.members[group].iter().map(|&member| {
            let statement = &self.statements[member];
            (statement.document.as_str(), &*statement.sentence, statement.date_as_written())
        });
        decided.remarks.extend(changed(decision, target, &decisions::evidence_of(told)));
        Some(group)
    }

    fn join(&mut self, decision: &Decision, targets: &[Target], decided: &mut Decided) {
        let found: Vec<usize> = targets.iter().filter_map(|target| self.find(decision, target, decided)).collect();
        let Some((&first, others)) = found.split_first() else { return };
        if others.iter().all(|&other| other == first) {
            return;
        }
        for &other in others.iter().filter(|&&other| other != first) {
            let moved = std::mem::take(&mut self.members[other]);
            self.by_entry.retain(|_, group| *group != other);
            self.members[first].extend(moved);
        }
        self.members[first].sort_unstable();
        self.by_entry.retain(|_, group| *group != first);
        self.enter(first);
        self.tell(first, decision, "Taken for one event");
    }

    /// The statements behind the first leave its event and make up one of their own.
    fn part(&mut self, decision: &Decision, targets: &[Target], decided: &mut Decided) {
        let Some((stay, leave)) = targets.split_first() else { return };
        let Some(from) = self.find(decision, stay, decided) else { return };
        let mut leaving = Vec::new();
        for target in leave {
            let Some(group) = self.find(decision, target, decided) else { continue };
            // Those that stand elsewhere already are apart.
            let member = self.members[group].iter().find(|&&member| self.statements[member].id == target.id);
            leaving.extend(member.copied().filter(|_| group == from));
        }
        if leaving.is_empty() || leaving.len() == self.members[from].len() {
            return;
        }
        leaving.sort_unstable();
        self.members[from].retain(|member| !leaving.contains(member));
        self.members.push(leaving);
        self.by_entry.retain(|_, group| *group != from);
        for group in [from, self.members.len() - 1] {
            self.enter(group);
            self.tell(group, decision, "Told apart");
        }
    }

    fn date(&mut self, decision: &Decision, target: &Target, date: Date, decided: &mut Decided) {
        if let Some(group) = self.find(decision, target, decided) {
            self.dates.insert(group, date);
            self.tell(group, decision, &format!("Dated {date}"));
        }
    }

    /// An entry leaves with all its statements, a statement alone; what is left out is told among the remarks.
    fn drop(&mut self, decision: &Decision, target: &Target, decided: &mut Decided) {
        let Some(group) = self.find(decision, target, decided) else { return };
        let is_meant = |&member: &usize| self.statements[member].id == target.id;
        let members = &mut self.members[group];
        let dropped: Vec<usize> = match members.iter().copied().find(is_meant) {
            Some(alone) => members.extract_if(.., |member| *member == alone).collect(),
            None => std::mem::take(members),
        };
        self.by_entry.retain(|_, known| *known != group);
        if !self.members[group].is_empty() {
            self.enter(group);
        }
        let Decision { file, line, because, .. } = decision;
        decided.remarks.extend(dropped.into_iter().map(|member| {
            let statement = &self.statements[member];
            self.by_statement.remove(&*statement.id);
            let message = format!(
                "left out of the timeline by decision ({file}:{line}), because {because}: “{}”",
                statement.sentence
            );
            Diagnostic { severity: Severity::Note, document: statement.document.to_string(), line: None, message }
        }));
    }

    fn tell(&mut self, group: usize, decision: &Decision, what: &str) {
        let Decision { file, line, because, .. } = decision;
        self.reasons.entry(group).or_default().push(format!("{what} by decision ({file}:{line}), because {because}."));
    }

    /// The events that are left, in the order of their first statements.
    fn finish(self, people: &People, mut decided: Decided) -> (Vec<Event>, Decided) {
        let mut left: Vec<(Vec<usize>, usize)> =
            self.members.into_iter().zip(0..).filter(|(members, _)| !members.is_empty()).collect();
        left.sort_unstable();
        let (mut dates, mut reasons) = (self.dates, self.reasons);
        for (event, (_, group)) in left.iter().enumerate() {
            decided.dates.extend(dates.remove(group).map(|date| (event, date)));
            decided.reasons.extend(reasons.remove(group).map(|reasons| (event, reasons)));
        }
        let events = left.into_iter().map(|(members, _)| Event::new(self.statements, people, members));
        (events.collect(), decided)
    }
}

fn unmatched(decision: &Decision, target: &Target) -> Diagnostic {
    let what = match decision.what {
        What::Ignore(_) => "no contradiction has",
        _ => "no entry or statement has",
    };
    warning(decision, format!("{what} the id `{}` any more; the decision does nothing ({TRACED})", target.id))
}

/// An id goes when the first sentence behind it is another.
const TRACED: &str = "`timeline diff` of the build before and this one tells which id it has now";

fn changed(decision: &Decision, target: &Target, now: &str) -> Option<Diagnostic> {
    let then = target.evidence.as_deref().filter(|then| *then != now)?;
    let Target { id, .. } = target;
    let message = format!(
        "the evidence on `{id}` has changed since this was decided ({then}, now {now}); look again, and write \
         `{id}@{now}` if it still holds"
    );
    Some(warning(decision, message))
}

fn warning(decision: &Decision, message: String) -> Diagnostic {
    let Decision { file, line, .. } = decision;
    Diagnostic { severity: Severity::Warning, document: file.clone(), line: Some(*line), message }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::resolve::{Input, resolve};
    use crate::statement::{Kind, Statement};
    use crate::timeline::Timeline;

    fn told(id: &str, person: &str, date: &str) -> Statement {
        Statement {
            id: id.to_owned(),
            document: id.to_owned(),
            kind: Kind::Death,
            person: Some(person.to_owned()),
            date: date.parse().ok(),
            ..Statement::default()
        }
    }

    fn timeline(decisions: &str) -> Timeline {
        let statements = vec![told("a", "Ada Moe", "1932-03-04"), told("b", "Ada Moe", "1932-03-05")];
        let mut input = Input { statements, ..Input::default() };
        assert_eq!(input.decisions.read("d.txt", decisions), []);
        resolve(input)
    }

    fn warnings(timeline: &Timeline) -> Vec<(Option<usize>, &str)> {
        timeline.diagnostics.iter().map(|remark| (remark.line, remark.message.as_str())).collect()
    }

    #[test]
    fn a_decided_date_stands_and_settles_what_was_open() {
        let open = timeline("");
        assert_eq!(open.conflicts.len(), 1);
        let decided = timeline("# ours\ndate a 1932-03-05 because of the parish book");
        assert_eq!(decided.entries[0].date, "1932-03-05".parse().ok());
        assert!(decided.conflicts.is_empty() && decided.diagnostics.is_empty(), "{decided:?}");
        let reason = "Dated 1932-03-05 by decision (d.txt:2), because of the parish book.";
        assert!(decided.entries[0].derivation.iter().any(|sentence| sentence == reason), "{decided:?}");
        let read: Vec<_> = decided.entries[0].sources.iter().map(|source| source.read_as).collect();
        assert_eq!(read, ["1932-03-04".parse().ok(), "1932-03-05".parse().ok()]);
        let [check] = &decided.checks[..] else { panic!("{decided:?}") };
        assert_eq!((check.kind.as_str(), check.verdict.as_str()), ("decision", "decided"));
        assert_eq!(check.message, "Ada Moe's death: 1932-03-05 is settled by decision, against 1932-03-04 in a.");
    }

    #[test]
    fn what_was_told_apart_and_taken_together_again_is_one() {
        let apart = timeline("apart a b because b is the niece");
        assert_eq!((apart.entries.len(), apart.conflicts.len()), (2, 0));
        let again = timeline("apart a b because b is the niece\nsame a b because she is not");
        assert_eq!(again.entries.len(), 1);
        assert_eq!(again.entries[0].id, timeline("").entries[0].id);
    }

    #[test]
    fn what_is_dropped_is_no_entry_and_is_told_of() {
        let none = timeline("drop b because it is the niece\ndrop a because so is this");
        assert!(none.entries.is_empty() && none.conflicts.is_empty(), "{none:?}");
        let one = timeline("drop b because it is the niece");
        assert_eq!(one.entries[0].date, "1932-03-04".parse().ok());
        let [(None, note)] = warnings(&one)[..] else { panic!("{one:?}") };
        assert_eq!(note, "left out of the timeline by decision (d.txt:1), because it is the niece: “”");
        let id = timeline("").entries[0].id.clone();
        let whole = timeline(&format!("drop {id} because they are of another family"));
        assert!(whole.entries.is_empty() && whole.conflicts.is_empty(), "{whole:?}");
    }

    #[test]
    fn a_decision_that_matches_nothing_is_told_of() {
        let stale = timeline("date e-00000000 1932 because so\n\nignore c-00000000 because so");
        let [(Some(1), entry), (Some(3), conflict)] = warnings(&stale)[..] else { panic!("{stale:?}") };
        assert!(entry.contains("`e-00000000`") && conflict.contains("`c-00000000`"));
    }

    #[test]
    fn a_decision_whose_evidence_has_changed_is_applied_and_told_of() {
        let plain = timeline("");
        let evidence = decisions::evidence_of_entry(&plain.entries[0]);
        let date = |evidence: &str| timeline(&format!("date a@{evidence} 1932-03-05 because so"));
        assert!(date(&evidence).diagnostics.is_empty());
        let changed = date("00000000");
        assert_eq!(changed.entries[0].date, "1932-03-05".parse().ok());
        let [(Some(1), message)] = warnings(&changed)[..] else { panic!("{changed:?}") };
        assert!(message.contains(&format!("write `a@{evidence}`")), "{message}");

        let conflict = &plain.conflicts[0];
        let evidence = decisions::evidence_of_conflict(conflict);
        let ignored = timeline(&format!("ignore {}@{evidence} because known", conflict.id));
        assert!(ignored.diagnostics.is_empty());
        assert_eq!(ignored.conflicts[0].ignored.as_deref(), Some("known"));
    }
}
