//! How often each source is right, estimated from how it agrees with the others.
//!
//! The iteration of X. L. Dong, L. Berti-Equille and D. Srivastava ("Integrating conflicting data: the role of source
//! dependence", VLDB 2009), after copies are taken out: what a source says is as likely as the accuracies of those who
//! say it make it, and a source is as accurate as what it says is likely. A few rounds settle it.

use std::collections::{BTreeMap, BTreeSet};

use super::{ONE, Said, Trust, is_contested};
use crate::resolve::window::Window;

/// Accuracy of a source of which nothing is known.
const ORDINARY: f64 = 0.95;

/// As many imagined events of ordinary accuracy stand beside those observed.
const IMAGINED: f64 = 4.0;

/// With fewer contested events than this, sources cannot be told apart.
const CONTESTED: usize = 20;

const ROUNDS: usize = 20;

/// By voice: how often it is right. `None` where there is too little to go by.
pub(super) fn estimate(compared: &[Vec<Said>], voices: &[usize]) -> Option<Vec<f64>> {
    let contested = compared.iter().filter(|said| is_contested(said)).count();
    let mut heard = vec![false; voices.len()];
    compared.iter().flatten().for_each(|said| heard[voices[said.speaker]] = true);
    if contested < CONTESTED || heard.iter().filter(|&&heard| heard).count() < 3 {
        return None;
    }
    let told = by_voice(compared, voices);
    let mut accuracy = vec![ORDINARY; voices.len()];
    for _ in 0..ROUNDS {
        let mut right = vec![(IMAGINED * ORDINARY, IMAGINED); voices.len()];
        for said in &told {
            for (one, likely) in said.iter().zip(likelihoods(said, &accuracy)) {
                let (sum, count) = &mut right[one.speaker];
                *sum += likely;
                *count += 1.0;
            }
        }
        accuracy = right.into_iter().map(|(sum, count)| (sum / count).clamp(0.05, 0.99)).collect();
    }
    Some(accuracy)
}

/// By voice: how far it is trusted, else as estimated, else ordinary.
pub(super) fn trusted(estimated: Option<Vec<f64>>, voices: &[usize], names: &[String], trust: &Trust) -> Vec<f64> {
    let mut accuracy = estimated.unwrap_or_else(|| vec![ORDINARY; voices.len()]);
    for (name, &voice) in names.iter().zip(voices) {
        accuracy[voice] = trust.of(name).unwrap_or(accuracy[voice]);
    }
    accuracy
}

/// The weight of a voice of this accuracy, in hundredths of an ordinary one: the logarithm of its odds. A source that is
/// more often wrong than right weighs next to nothing, but is never taken to mean its opposite.
pub(super) fn weight(accuracy: f64) -> u32 {
    const LEAST: f64 = 0.05;
    let odds = |accuracy: f64| (accuracy / (1.0 - accuracy)).ln();
    ((odds(accuracy) / odds(ORDINARY)).max(LEAST) * f64::from(ONE)).round() as u32
}

/// What the voices, rather than the speakers, say: copies once.
fn by_voice(compared: &[Vec<Said>], voices: &[usize]) -> Vec<Vec<Said>> {
    let of_event = |said: &Vec<Said>| {
        let mut said: Vec<Said> = said.iter().map(|one| Said { speaker: voices[one.speaker], ..*one }).collect();
        said.sort_unstable_by_key(|said| (said.speaker, said.window));
        said.dedup();
        said
    };
    compared.iter().map(of_event).collect()
}

/// How likely each time that is told is, among those told.
fn likelihoods(said: &[Said], accuracy: &[f64]) -> Vec<f64> {
    // Thousands may tell of one event, but they tell few times.
    let mut told: BTreeMap<Window, f64> = BTreeMap::new();
    for one in said {
        *told.entry(one.window).or_default() += f64::from(weight(accuracy[one.speaker]));
    }
    let agreeing = |window: Window| told.iter().filter(move |(other, _)| other.meets(window));
    let votes: BTreeMap<Window, f64> =
        told.keys().map(|&window| (window, agreeing(window).map(|(_, votes)| votes).sum())).collect();
    let votes: Vec<f64> = said.iter().map(|one| votes[&one.window]).collect();
    let best = votes.iter().copied().fold(f64::MIN, f64::max);
    // Back from hundredths of an ordinary voice to its odds.
    let scale = (ORDINARY / (1.0 - ORDINARY)).ln() / f64::from(ONE);
    let chances: Vec<f64> = votes.into_iter().map(|vote| ((vote - best) * scale).exp()).collect();
    let mut counted = BTreeSet::new();
    let first = said.iter().zip(&chances).filter(|(one, _)| counted.insert(one.window));
    let all: f64 = first.map(|(_, chance)| chance).sum();
    chances.into_iter().map(|chance| chance / all).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_one_who_agrees_is_the_one_who_is_right() {
        // Five sources: the last two err at every second event, each in its own way.
        let event = |at: i64| {
            let said = |speaker: usize, error: i64| Said { speaker, window: Window { lo: at + error, hi: at + error } };
            let wrong = i64::from(at % 2 == 0);
            vec![said(0, 0), said(1, 0), said(2, 0), said(3, wrong), said(4, 2 * wrong)]
        };
        let compared: Vec<Vec<Said>> = (0..60).map(event).collect();
        let accuracy = estimate(&compared, &[0, 1, 2, 3, 4]).unwrap();
        assert!(accuracy[0] > 0.97 && accuracy[3] < 0.6, "{accuracy:?}");
        assert_eq!(estimate(&compared[..10], &[0, 1, 2, 3, 4]), None);
    }

    #[test]
    fn an_ordinary_voice_weighs_one() {
        assert_eq!(weight(ORDINARY), ONE);
        assert!(weight(0.3) > 0 && weight(0.3) < weight(0.6) && weight(0.99) > ONE);
    }
}
