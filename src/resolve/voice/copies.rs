//! Sources that copy one another.
//!
//! Two honest sources agree where both are right. Copies also agree on what others contest. So two sources are one voice
//! where they cover the same ground and say the same of what is contested; or, whatever ground they cover, where they
//! share so many of the errors that either makes, by what the other voices say, as no chance explains: there are many ways
//! to be wrong, and only one to be right. A handful of events proves nothing.

use super::{Said, is_contested};
use crate::digest::Digest;
use crate::hash::HashMap;
use crate::resolve::window::Window;

/// As many contested events have to be shared.
const SHARED: usize = 10;

/// Percentage of all events of either that both speak of.
const COVERED: usize = 85;

/// Percentage of the shared contested events on which both say the same.
const SAME: usize = 97;

/// As many errors have to be shared, and this percentage of all errors of either where both speak. Who copies also errs
/// alone, and so does the model where it is not copied; two who err by chance share one error in ten.
const ERRORS: usize = 6;
const SHARED_ERRORS: usize = 40;

const PAIR: usize = 2;

/// Sketches of what a source says. Copies share one of them all but certainly; only sources that do are compared.
const SKETCHES: usize = 6;

/// By speaker: the first speaker that says the same throughout or errs alike, or the speaker itself.
pub(super) fn voices(compared: &[Vec<Said>], speakers: usize) -> Vec<usize> {
    let own: Vec<usize> = (0..speakers).collect();
    let contested = records(compared, speakers, |said| {
        let contested = is_contested(said);
        said.iter().map(|_| contested).collect()
    });
    let twins = merged(&contested, own, Record::says_the_same);
    // Copies of one error must not outvote the truth: each voice counts once. Of several who copy one source, ever more
    // errors are seen to be those of two voices as the first of them are known for one.
    let mut voices = twins;
    loop {
        let errors = records(compared, speakers, |said| errors(said, &voices));
        let merged = merged(&errors, voices.clone(), Record::errs_alike);
        if merged == voices {
            return voices;
        }
        voices = merged;
    }
}

/// Joins the voices of speakers that are one by `are_one`.
fn merged(records: &[Record], mut voices: Vec<usize>, are_one: fn(&Record, &Record) -> bool) -> Vec<usize> {
    let mut heads: HashMap<(usize, u64), Vec<usize>> = HashMap::default();
    let telling = |(speaker, record): &(usize, &Record)| voices[*speaker] == *speaker && record.marked >= ERRORS;
    let telling: Vec<(usize, &Record)> = records.iter().enumerate().filter(telling).collect();
    let mut joined: Vec<usize> = (0..voices.len()).collect();
    for (speaker, record) in telling {
        let sketches = record.sketches();
        let known = sketches.iter().enumerate().filter_map(|(at, &sketch)| heads.get(&(at, sketch))).flatten();
        let mut candidates: Vec<usize> = known.copied().collect();
        candidates.sort_unstable();
        candidates.dedup();
        match candidates.into_iter().find(|&head| are_one(&records[head], record)) {
            Some(head) => joined[speaker] = head,
            None => {
                for (at, sketch) in sketches.into_iter().enumerate() {
                    heads.entry((at, sketch)).or_default().push(speaker);
                }
            }
        }
    }
    voices.iter_mut().for_each(|voice| *voice = joined[*voice]);
    voices
}

/// Which of `said` are errors that a pair may share: what most voices tell, three at least, is another time, and nobody but
/// the two tells this one. What is told by more may be the truth that the many miss.
fn errors(said: &[Said], voices: &[usize]) -> Vec<bool> {
    let mut told: Vec<(Window, usize)> = said.iter().map(|one| (one.window, voices[one.speaker])).collect();
    told.sort_unstable();
    told.dedup();
    let alike = told.chunk_by(|a, b| a.0 == b.0);
    let Some(&[(winner, _), ..]) = alike.filter(|voices| voices.len() > PAIR).max_by_key(|voices| voices.len()) else {
        return vec![false; said.len()];
    };
    let is_told_by_few = |window: Window| {
        let first = told.partition_point(|&(other, _)| other < window);
        told[first..].iter().take_while(|&&(other, _)| other == window).nth(PAIR).is_none()
    };
    said.iter().map(|one| !one.window.meets(winner) && is_told_by_few(one.window)).collect()
}

/// All that one source says of events that others date too.
#[derive(Clone, Default)]
struct Record {
    /// Rising by event: what is said, and whether it is marked: as contested, or as an error.
    said: Vec<(usize, (Window, bool))>,
    marked: usize,
}

fn records(compared: &[Vec<Said>], speakers: usize, marks: impl Fn(&[Said]) -> Vec<bool>) -> Vec<Record> {
    let mut records = vec![Record::default(); speakers];
    for (event, said) in compared.iter().enumerate() {
        for (one, marked) in said.iter().zip(marks(said)) {
            let record = &mut records[one.speaker];
            // Of several times that a source tells of one event, the last counts.
            record.said.pop_if(|(last, _)| *last == event);
            record.said.push((event, (one.window, marked)));
            record.marked += usize::from(marked);
        }
    }
    records
}

impl Record {
    /// The least hashes of what is said, one for each of several hash functions (min-wise hashing).
    fn sketches(&self) -> [u64; SKETCHES] {
        let mut least = [u64::MAX; SKETCHES];
        for (event, (window, _)) in &self.said {
            let base = Digest::new().with_number(*event as u64).with_number(window.lo as u64).value();
            for (at, least) in least.iter_mut().enumerate() {
                // An odd multiplier for each makes as many hash functions of one.
                let mixed = (base ^ (base >> 29)).wrapping_mul(0x9e37_79b9_7f4a_7c15 ^ (2 * at as u64));
                *least = (*least).min(mixed ^ (mixed >> 32));
            }
        }
        least
    }

    /// Whether both cover the same ground and say the same of what is contested.
    fn says_the_same(&self, other: &Record) -> bool {
        let (mut shared, mut contested, mut same) = (0, 0, 0);
        for (ours, theirs) in self.beside(other) {
            shared += 1;
            contested += usize::from(ours.1);
            same += usize::from(ours.1 && ours.0 == theirs.0);
        }
        let all = self.said.len() + other.said.len() - shared;
        contested >= SHARED && shared * 100 >= all * COVERED && same * 100 >= contested * SAME
    }

    /// Whether more errors of either, where both speak, are shared than chance explains.
    fn errs_alike(&self, other: &Record) -> bool {
        let (mut errors, mut same) = (0, 0);
        for (ours, theirs) in self.beside(other) {
            errors += usize::from(ours.1 || theirs.1);
            same += usize::from(ours.1 && ours.0 == theirs.0);
        }
        same >= ERRORS && same * 100 >= errors * SHARED_ERRORS
    }

    /// What both say of each event that both speak of.
    fn beside<'r>(&'r self, other: &'r Record) -> impl Iterator<Item = (&'r (Window, bool), &'r (Window, bool))> {
        let mut rest = other.said.as_slice();
        self.said.iter().filter_map(move |(event, ours)| {
            rest = &rest[rest.partition_point(|(theirs, _)| theirs < event)..];
            rest.first().filter(|(theirs, _)| theirs == event).map(|(_, theirs)| (ours, theirs))
        })
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
    fn a_copy_of_part_is_known_by_its_errors_too() {
        // Five sources; the last copies the one before it, and every third event is passed over by one of the two.
        let event = |at: i64| {
            let said = |speaker: usize, error: i64| Said { speaker, window: window(at + error) };
            let errs = |speaker: i64| if at % 5 == speaker { 10 * (speaker + 1) } else { 0 };
            let mut all =
                vec![said(0, errs(0)), said(1, errs(1)), said(2, errs(2)), said(3, errs(3)), said(4, errs(3))];
            match at % 6 {
                0 => drop(all.remove(4)),
                3 => drop(all.remove(3)),
                _ => {}
            }
            all
        };
        let told: Vec<Vec<Said>> = (0..90).map(event).collect();
        assert_eq!(voices(&told, 5), [0, 1, 2, 3, 3]);
    }

    #[test]
    fn several_who_copy_one_are_one_voice() {
        // Eight sources, the last four one and its copies, each of which passes over every other of its errors.
        let event = |at: i64| {
            let is_error = at % 4 == 0;
            let tells = |&speaker: &i64| speaker < 4 || !is_error || ((at / 4) >> (speaker - 4)) & 1 == 0;
            let error = |speaker: i64| match speaker {
                0..4 => i64::from(at % 9 == speaker) * (speaker + 1),
                _ => i64::from(is_error) * 10,
            };
            let said = |speaker: i64| Said { speaker: speaker as usize, window: window(at + error(speaker)) };
            (0..8).filter(tells).map(said).collect::<Vec<_>>()
        };
        let told: Vec<Vec<Said>> = (0..600).map(event).collect();
        assert_eq!(voices(&told, 8), [0, 1, 2, 3, 4, 4, 4, 4]);
    }

    #[test]
    fn a_handful_of_events_proves_nothing() {
        assert_eq!(voices(&told(true)[..8], 3), [0, 1, 2]);
    }
}
