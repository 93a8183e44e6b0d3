//! Sources that copy one another.
//!
//! Two honest sources agree where both are right. Copies also agree on what others contest, and they speak of the same
//! events. So two sources are one voice where they cover the same ground and say the same of what is contested; a handful
//! of events proves nothing.

use std::collections::{BTreeMap, HashMap};

use super::{Said, is_contested};
use crate::resolve::ids::Hash;
use crate::resolve::window::Window;

/// As many contested events have to be shared.
const SHARED: usize = 10;

/// Percentage of all events of either that both speak of.
const COVERED: usize = 85;

/// Percentage of the shared contested events on which both say the same.
const SAME: usize = 97;

/// Sketches of what a source says. Copies share one of them all but certainly; only sources that do are compared.
const SKETCHES: usize = 6;

/// By speaker: the first speaker that says the same throughout, or the speaker itself.
pub(super) fn voices(compared: &[Vec<Said>], speakers: usize) -> Vec<usize> {
    let records = records(compared, speakers);
    let mut voices: Vec<usize> = (0..speakers).collect();
    let mut heads: HashMap<(usize, u64), Vec<usize>> = HashMap::new();
    for (speaker, record) in records.iter().enumerate().filter(|(_, record)| record.contested >= SHARED) {
        let sketches = record.sketches();
        let known = sketches.iter().enumerate().filter_map(|(at, &sketch)| heads.get(&(at, sketch))).flatten();
        let mut candidates: Vec<usize> = known.copied().collect();
        candidates.sort_unstable();
        candidates.dedup();
        match candidates.into_iter().find(|&head| records[head].is_copy(record)) {
            Some(head) => voices[speaker] = head,
            None => {
                for (at, sketch) in sketches.into_iter().enumerate() {
                    heads.entry((at, sketch)).or_default().push(speaker);
                }
            }
        }
    }
    voices
}

/// All that one source says of events that others date too.
#[derive(Clone, Default)]
struct Record {
    said: BTreeMap<usize, (Window, bool)>,
    contested: usize,
}

fn records(compared: &[Vec<Said>], speakers: usize) -> Vec<Record> {
    let mut records = vec![Record::default(); speakers];
    for (event, said) in compared.iter().enumerate() {
        let contested = is_contested(said);
        for one in said {
            let record = &mut records[one.speaker];
            record.said.insert(event, (one.window, contested));
            record.contested += usize::from(contested);
        }
    }
    records
}

impl Record {
    /// The least hashes of what is said, one for each of several hash functions (min-wise hashing).
    fn sketches(&self) -> [u64; SKETCHES] {
        let mut least = [u64::MAX; SKETCHES];
        for (event, (window, _)) in &self.said {
            let base = Hash::new().with(&event.to_string()).with(&window.lo.to_string()).value();
            for (at, least) in least.iter_mut().enumerate() {
                // An odd multiplier for each makes as many hash functions of one.
                let mixed = (base ^ (base >> 29)).wrapping_mul(0x9e37_79b9_7f4a_7c15 ^ (2 * at as u64));
                *least = (*least).min(mixed ^ (mixed >> 32));
            }
        }
        least
    }

    fn is_copy(&self, other: &Record) -> bool {
        let (mut shared, mut contested, mut same) = (0, 0, 0);
        for (event, (window, is_contested)) in &self.said {
            let Some((theirs, _)) = other.said.get(event) else { continue };
            shared += 1;
            contested += usize::from(*is_contested);
            same += usize::from(*is_contested && window == theirs);
        }
        let all = self.said.len() + other.said.len() - shared;
        contested >= SHARED && shared * 100 >= all * COVERED && same * 100 >= contested * SAME
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn window(minute: i64) -> Window {
        Window { lo: minute, hi: minute }
    }

    /// What three say of forty events: the second copies the first, the third is right where they are wrong.
    fn told(copying: bool) -> Vec<Vec<Said>> {
        let event = |at: i64| {
            let wrong = i64::from(at % 2 == 0);
            let second = if copying { wrong } else { i64::from(at % 3 == 0) };
            vec![
                Said { speaker: 0, window: window(at + wrong) },
                Said { speaker: 1, window: window(at + second) },
                Said { speaker: 2, window: window(at) },
            ]
        };
        (0..40).map(event).collect()
    }

    #[test]
    fn a_copy_is_known_by_the_errors_it_shares() {
        assert_eq!(voices(&told(true), 3), [0, 0, 2]);
        assert_eq!(voices(&told(false), 3), [0, 1, 2]);
    }

    #[test]
    fn a_handful_of_events_proves_nothing() {
        assert_eq!(voices(&told(true)[..8], 3), [0, 1, 2]);
    }
}
