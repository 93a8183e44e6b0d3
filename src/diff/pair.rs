//! Which entry of the old timeline is which of the new one.
//!
//! Each looks for its best counterpart: the one of its id, else the one that shares the most statements. Where both
//! choose each other they are one entry; who is not chosen back has joined that one, or was parted from it. What is left
//! is matched by what it says, where that is said once only.

use std::collections::{BTreeMap, HashMap, HashSet};

use crate::timeline::Entry;

/// Positions in the old and the new list.
#[derive(Debug, Default)]
pub(super) struct Pairs {
    /// By new entry, the old one that it is.
    pub(super) old_of: BTreeMap<usize, usize>,
    /// By new entry, further old ones that became part of it.
    pub(super) joined: BTreeMap<usize, Vec<usize>>,
    /// By new entry, further new ones that its old one became.
    pub(super) parted: BTreeMap<usize, Vec<usize>>,
    pub(super) added: Vec<usize>,
    pub(super) removed: Vec<usize>,
}

impl Pairs {
    pub(super) fn new(old: &[&Entry], new: &[&Entry]) -> Pairs {
        let (to_new, to_old) = (best(old, new), best(new, old));
        let mut pairs = Pairs::default();
        let mut new_of: HashMap<usize, usize> = HashMap::new();
        for (from, to) in to_new.iter().enumerate().filter_map(|(from, to)| Some((from, (*to)?))) {
            if to_old[to] == Some(from) {
                pairs.old_of.insert(to, from);
                new_of.insert(from, to);
            }
        }
        let old_left = (0..old.len()).filter(|at| !new_of.contains_key(at));
        let (joining, mut removed): (Vec<usize>, Vec<usize>) =
            old_left.partition(|&at| to_new[at].is_some_and(|to| pairs.old_of.contains_key(&to)));
        let new_left = (0..new.len()).filter(|at| !pairs.old_of.contains_key(at));
        let (parting, mut added): (Vec<usize>, Vec<usize>) =
            new_left.partition(|&at| to_old[at].is_some_and(|from| new_of.contains_key(&from)));
        for at in joining {
            pairs.joined.entry(to_new[at].unwrap_or_default()).or_default().push(at);
        }
        for at in parting {
            let kept = to_old[at].and_then(|from| new_of.get(&from)).copied();
            pairs.parted.entry(kept.unwrap_or_default()).or_default().push(at);
        }
        for words in WORDS {
            let (ours, theirs) = (only(&removed, old, words), only(&added, new, words));
            for (said, &from) in &ours {
                if let Some(&to) = theirs.get(said) {
                    pairs.old_of.insert(to, from);
                    new_of.insert(from, to);
                }
            }
            removed.retain(|at| !new_of.contains_key(at));
            added.retain(|at| !pairs.old_of.contains_key(at));
        }
        (pairs.added, pairs.removed) = (added, removed);
        pairs
    }
}

/// For each of `these`, which of `those` is most like it.
fn best(these: &[&Entry], those: &[&Entry]) -> Vec<Option<usize>> {
    let by_id: HashMap<&str, usize> = those.iter().enumerate().map(|(at, entry)| (entry.id.as_str(), at)).collect();
    let by_statement: HashMap<&str, usize> = those
        .iter()
        .enumerate()
        .flat_map(|(at, entry)| entry.sources.iter().map(move |source| (source.statement.as_str(), at)))
        .filter(|(statement, _)| !statement.is_empty())
        .collect();
    let find = |entry: &&Entry| {
        by_id.get(entry.id.as_str()).copied().or_else(|| {
            let mut shared: BTreeMap<usize, usize> = BTreeMap::new();
            for at in entry.sources.iter().filter_map(|source| by_statement.get(source.statement.as_str())) {
                *shared.entry(*at).or_default() += 1;
            }
            // Of equals, the first in time.
            shared.into_iter().max_by_key(|&(at, count)| (count, std::cmp::Reverse(at))).map(|(at, _)| at)
        })
    };
    these.iter().map(find).collect()
}

type Said = Vec<String>;

/// What entries say, the closest first.
const WORDS: [fn(&Entry) -> Option<Said>; 3] = [
    |entry| Some([office(entry)?, vec![entry.date?.to_string()]].concat()),
    office,
    |entry| (!entry.title.is_empty()).then(|| vec![entry.kind.to_string(), entry.title.to_lowercase()]),
];

fn office(entry: &Entry) -> Option<Said> {
    let role = entry.role.as_deref().unwrap_or_default();
    Some(vec![entry.kind.to_string(), entry.person.as_deref()?.to_lowercase(), role.to_lowercase()])
}

/// What only one of `left` says.
fn only(left: &[usize], entries: &[&Entry], words: fn(&Entry) -> Option<Said>) -> BTreeMap<Said, usize> {
    let mut once = BTreeMap::new();
    let mut twice = HashSet::new();
    for &at in left {
        let Some(said) = words(entries[at]) else { continue };
        if once.insert(said.clone(), at).is_some() {
            twice.insert(said);
        }
    }
    once.retain(|said, _| !twice.contains(said));
    once
}
