//! Reconciles statements into one timeline.
//!
//! What is denied, called for or merely supposed is no entry of a timeline: it is left out, and how much that was is
//! told among the diagnostics. What was planned stays.
//!
//! The rest is gathered into events (`identity`); tenures, successions and what the text says of distance and order
//! become links between events (`tenure`, `relation`); what cannot all hold is found and settled at the least cost
//! (`repair`: readings, a temporal network, best-first search, minimal conflicts); what remains is telling it (`entry`,
//! `conflict`, `check`). The table of costs is in `cost`.

mod allowance;
mod check;
mod claim;
mod conflict;
mod cost;
mod counted;
mod decided;
mod doubt;
mod effect;
mod entry;
mod explain;
mod figures;
mod identity;
mod ids;
mod keys;
mod link;
mod manner;
mod network;
mod numbers;
mod odds;
mod once;
mod phrase;
mod readings;
mod reason;
mod relation;
mod repair;
mod retract;
mod saying;
mod search;
mod tenure;
#[cfg(test)]
mod tests;
mod voice;
mod window;

use crate::calendar::Date;
use crate::decisions::Decisions;
use crate::diagnostic::{Diagnostic, Severity};
use crate::document::{Document, DocumentInfo, Published};
use crate::hash::{HashMap, HashSet};
use crate::resolve::conflict::Report;
use crate::resolve::counted::Move;
use crate::resolve::identity::{Event, People};
use crate::resolve::repair::Finding;
use crate::resolve::saying::Saying;
use crate::resolve::voice::Voices;
use crate::resolve::window::Window;
use crate::rules::Rules;
use crate::statement::{Certainty, Statement};
use crate::timeline::{Check, Conflict, Entry, SCHEMA, Source, Timeline};

pub use voice::Trust;

/// What the resolver works on.
#[derive(Clone, Debug, Default)]
pub struct Input {
    /// The sources, without their texts.
    pub documents: Vec<DocumentInfo>,
    /// What they say.
    pub statements: Vec<Statement>,
    /// What was remarked on the way here; handed through.
    pub diagnostics: Vec<Diagnostic>,
    /// What a person decided; told of among the diagnostics where it no longer fits.
    pub decisions: Decisions,
    /// How far a person trusts each source.
    pub trust: Trust,
}

impl Input {
    /// What documents say by `rules` and those of the project: the statements that [`extract_with`](crate::extract_with) finds. A
    /// document that is not [surveyed](crate::Document::survey) is read as it is.
    ///
    /// ```
    /// use timeline::resolve::{Input, resolve};
    /// use timeline::{Document, rules::Rules};
    ///
    /// let mut article = Document::new("a", "On 4 May 1932 Ada Moe resigned as mayor.");
    /// article.survey(None);
    /// let mut input = Input::of(&[article], &Rules::default());
    /// input.trust.set("a", 0.9);
    /// assert_eq!(resolve(input).entries.len(), 1);
    /// ```
    pub fn of(documents: &[Document], rules: &Rules) -> Input {
        let mut input = Input::default();
        let mut ids = HashSet::default();
        for document in documents {
            if !ids.insert(document.id.as_str()) {
                let message = "another document has this id too; their statements cannot be told apart".to_owned();
                let document = document.id.clone();
                input.diagnostics.push(Diagnostic { severity: Severity::Warning, document, line: None, message });
            }
            let (statements, diagnostics) = crate::extract_with(document, rules);
            input.documents.push(document.into());
            input.statements.extend(statements);
            input.diagnostics.extend(diagnostics);
        }
        input
    }
}

/// Reconciles what the documents say.
pub fn resolve(input: Input) -> Timeline {
    let Input { mut documents, mut statements, mut diagnostics, decisions, trust } = input;
    introduce(&mut documents, &mut statements);
    publishers(&mut documents, &statements);
    prepare(&documents, &mut statements);
    retract::retract(&mut statements);
    diagnostics.extend(retract::withdraw(&mut statements));
    diagnostics.extend(left_out(&statements));
    diagnostics.extend(keys::odd(&statements));
    diagnostics.extend(strangers(&documents, &statements, &trust));
    let mut sayings = Saying::all(statements);
    let mut reconciled = reconcile(&sayings, &decisions, &trust);
    if !reconciled.moves.is_empty() {
        std::mem::take(&mut reconciled.moves).into_iter().for_each(|moved| moved.make(&mut sayings[moved.statement]));
        reconciled = reconcile(&sayings, &decisions, &trust);
    }
    let Reconciled { events, mut entries, conflicts, checks, remarks, .. } = reconciled;
    diagnostics.extend(remarks);
    let overtaken = entry::overtaken(&sayings, &events, &entries);
    let mut sources: Vec<Source> = sayings.into_iter().map(Saying::into_source).collect();
    overtaken.into_iter().for_each(|plan| sources[plan].overtaken = true);
    for (entry, event) in entries.iter_mut().zip(&events) {
        entry.sources = event.members.iter().map(|&member| std::mem::take(&mut sources[member])).collect();
    }
    let mut undated: Vec<Entry> = entries.extract_if(.., |entry| entry.date.is_none()).collect();
    sort(&mut entries, in_time);
    sort(&mut undated, |entry| entry.latest.map_or(Window::OPEN, Window::of).hi);
    Timeline { schema: SCHEMA.to_owned(), documents, entries, conflicts, checks, undated, diagnostics }
}

/// What statements come to: an entry for each event, without its sources.
struct Reconciled {
    events: Vec<Event>,
    entries: Vec<Entry>,
    conflicts: Vec<Conflict>,
    checks: Vec<Check>,
    /// What no longer fits of what a person decided.
    remarks: Vec<Diagnostic>,
    /// The dates that move with those that were repaired.
    moves: Vec<Move>,
}

fn reconcile(statements: &[Saying], decisions: &Decisions, trust: &Trust) -> Reconciled {
    let people = People::new(statements);
    let events = identity::events(statements, &people);
    let (events, decided) = decided::events(decisions, statements, &people, events);
    let mut remarks = decided.remarks;
    let voices = Voices::new(statements, &events, trust);
    let outcomes = repair::outcomes(statements, &events, &voices, &decided.dates);
    let windows: Vec<Window> = outcomes.iter().map(|outcome| outcome.own).collect();
    let mut links = tenure::links(statements, &people, &events, &windows);
    links.extend(relation::links(statements, &people, &events, &windows));
    drop((people, windows));
    let repaired = repair::repair(statements, &events, &voices, outcomes, &links);
    let moves = counted::moves(statements, &events, &repaired);

    let phrases: Vec<String> = events.iter().map(|event| phrase::event(statements, event)).collect();
    let report =
        Report { statements, events: &events, phrases: &phrases, links: &links, voices: &voices, repaired: &repaired };
    let (mut conflicts, mut findings) = conflicts(report, &repaired.findings);
    let mut beside: HashMap<usize, Vec<String>> = HashMap::default();
    let stretched = report.stretched();
    let noted = report.figures().into_iter().chain(report.manners()).chain(report.steps()).chain(report.doubts());
    for (conflict, events) in noted.chain(stretched) {
        events.into_iter().for_each(|event| beside.entry(event).or_default().push(conflict.id.clone()));
        conflicts.push(conflict);
    }
    decided::conflicts(decisions, &mut conflicts, &mut remarks);
    let mut reasons = decided.reasons;
    let all = (0..events.len()).map(|event| {
        let mut entry = report.entry(event, &findings.remove(&event).unwrap_or_default());
        entry.derivation.extend(reasons.remove(&event).unwrap_or_default());
        entry.conflicts.extend(beside.remove(&event).unwrap_or_default());
        entry
    });
    let (entries, checks) = (all.collect(), report.checks());
    Reconciled { events, entries, conflicts, checks, remarks, moves }
}

/// What a statement is from that says of no document.
const UNNAMED: &str = "unnamed";

/// Takes in the documents that statements bring along, in the order in which they come.
fn introduce(documents: &mut Vec<DocumentInfo>, statements: &mut [Statement]) {
    for statement in statements.iter_mut().filter(|statement| statement.document.is_empty()) {
        statement.document = statement.publisher.clone().unwrap_or_else(|| UNNAMED.to_owned());
    }
    if statements.iter().any(|statement| statement.source.is_some()) {
        let mut known: HashSet<String> = documents.iter().map(|document| document.id.clone()).collect();
        let brought = statements.iter_mut().filter_map(|statement| statement.source.take());
        documents.extend(brought.map(|document| *document).filter(|document| known.insert(document.id.clone())));
    }
    // Of other programs' statements no more is known than the name of the document and whose it is.
    let mut known: HashSet<&str> = documents.iter().map(|document| document.id.as_str()).collect();
    let unknown: Vec<&Statement> = statements.iter().filter(|statement| known.insert(&statement.document)).collect();
    let named = unknown.into_iter().map(|statement| DocumentInfo {
        id: statement.document.clone(),
        publisher: statement.publisher.clone(),
        published: statement.published.map(|date| Published { date, how: "given".to_owned() }),
        ..DocumentInfo::default()
    });
    let named: Vec<DocumentInfo> = named.collect();
    documents.extend(named);
}

/// Has a page that carries nothing but the name of a paper above its text be of that paper, where another page is known to
/// be, or others say that they have their news from it.
fn publishers(documents: &mut [DocumentInfo], statements: &[Statement]) {
    let bare = |name: &str| name.strip_prefix("The ").unwrap_or(name).to_owned();
    let mut known: HashMap<String, String> =
        documents.iter().filter_map(|document| document.publisher.clone()).map(|name| (bare(&name), name)).collect();
    let headings = documents.iter().filter(|document| document.publisher.is_none());
    let headings = headings.filter_map(|document| document.title.as_deref());
    let names: Vec<&str> = headings.filter(|heading| heading.split(' ').count() <= PAPER).collect();
    if let Some(credits) = voice::Credits::new(&names) {
        let named = statements.iter().filter_map(|statement| credits.of(&statement.sentence, usize::MAX));
        let named: HashSet<usize> = named.collect();
        known.extend(named.into_iter().map(|at| (bare(names[at]), names[at].to_owned())));
    }
    for document in documents.iter_mut().filter(|document| document.publisher.is_none()) {
        let paper = document.title.as_deref().and_then(|title| known.get(&bare(title)));
        document.publisher = paper.cloned();
    }
}

/// The name of a paper has so many words at most.
const PAPER: usize = 5;

/// Gives each statement its id, and the publication and publisher of its document where it has none of its own.
fn prepare(documents: &[DocumentInfo], statements: &mut [Statement]) {
    let by_id: HashMap<&str, &DocumentInfo> =
        documents.iter().map(|document| (document.id.as_str(), document)).collect();
    ids::name(statements);
    for statement in statements {
        statement.settle();
        effect::tell(statement);
        let Some(document) = by_id.get(statement.document.as_str()) else { continue };
        statement.published = statement.published.or(document.published.as_ref().map(|published| published.date));
        if statement.publisher.is_none() {
            statement.publisher.clone_from(&document.publisher);
        }
    }
}

/// What is trusted that nothing is from: a name misspelled, most often.
fn strangers(documents: &[DocumentInfo], statements: &[Statement], trust: &Trust) -> Vec<Diagnostic> {
    if trust.is_empty() {
        return Vec::new();
    }
    let of_documents = documents.iter().map(|document| (&document.publisher, &document.id));
    let of_statements = statements.iter().map(|statement| (&statement.publisher, &statement.document));
    let sources = of_documents.chain(of_statements).map(|(publisher, id)| publisher.as_deref().unwrap_or(id));
    trust.unmatched(&sources.collect())
}

/// Which statements do not belong on a timeline, so that none is missing unsaid.
fn left_out(statements: &[Statement]) -> Vec<Diagnostic> {
    let remark = |statement: &Statement| {
        let why = match statement.certainty {
            Certainty::Reported | Certainty::Planned => return None,
            Certainty::Demanded => "called for",
            Certainty::Denied => "denied",
            Certainty::Hypothetical => "only supposed",
        };
        Some(Diagnostic {
            severity: Severity::Note,
            document: statement.document.clone(),
            line: None,
            message: format!("left out of the timeline, being {why}: “{}”", statement.sentence),
        })
    };
    statements.iter().filter_map(remark).collect()
}

/// By event, the findings that it has a part in, with the ids of their conflicts.
type Parts<'f> = HashMap<usize, Vec<(&'f Finding, String)>>;

fn conflicts<'f>(report: Report<'_>, findings: &'f [Finding]) -> (Vec<Conflict>, Parts<'f>) {
    let mut by_event = Parts::default();
    let mut conflicts = Vec::with_capacity(findings.len());
    for finding in findings {
        let (conflict, events) = report.conflict(finding);
        for event in events {
            by_event.entry(event).or_default().push((finding, conflict.id.clone()));
        }
        conflicts.push(conflict);
    }
    (conflicts, by_event)
}

/// Puts entries into the order of the timeline: by time, then by what they are.
fn sort<K: Ord>(entries: &mut [Entry], time: impl Fn(&Entry) -> K) {
    entries.sort_by_cached_key(&time);
    for same in entries.chunk_by_mut(|a, b| time(a) == time(b)) {
        same.sort_by(|a, b| (&a.title, &a.id).cmp(&(&b.title, &b.id)));
    }
}

/// When an entry begins; of those that begin together the coarser stands first.
fn in_time(entry: &Entry) -> Window {
    // What has a last day alone stands there.
    let bound = |date: Date| match date {
        Date::Interval { start: None, end: Some(end) } => end.into(),
        _ => date,
    };
    let window = entry.date.map_or(Window::OPEN, |date| Window::of(bound(date)));
    // The longer of two that begin together stands first.
    Window { lo: window.lo, hi: i64::MAX.saturating_sub(window.hi) }
}
