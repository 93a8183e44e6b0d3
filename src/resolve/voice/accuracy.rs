//! How often each source is right, estimated from how it agrees with the others.
//!
//! The iteration of X. L. Dong, L. Berti-Equille and D. Srivastava ("Integrating conflicting data: the role of source
//! dependence", VLDB 2009), after copies are taken out: what a source says is as likely as the accuracies of those who
//! say it make it, and a source is as accurate as what it says is likely. A few rounds settle it.
//!
//! Two of their points matter most. There are many ways to be wrong, so two who agree are hardly wrong by chance, however
//! often each errs: a source that is right half of the time still has a vote worth hearing. And a coarse date is no rival of
//! the finer ones that it holds: it is as likely as they are together.

use std::collections::BTreeMap;

use super::{ONE, Said, Trust, is_contested};
use crate::resolve::window::Window;

/// Accuracy of a source of which nothing is known.
const ORDINARY: f64 = 0.95;

/// As many imagined events of ordinary accuracy stand beside those observed.
const IMAGINED: f64 = 4.0;

/// With fewer contested events than this, sources cannot be told apart.
const CONTESTED: usize = 20;

const ROUNDS: usize = 20;

/// As many wrong times are about as likely as one another, where a source errs.
const WRONG: f64 = 10.0;

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

/// The weight of a voice of this accuracy, in hundredths of an ordinary one: how much likelier it makes what it says than
/// any one wrong time. A source that is next to never right weighs next to nothing, but is never taken to mean its opposite.
pub(super) fn weight(accuracy: f64) -> u32 {
    const LEAST: f64 = 0.05;
    ((vote(accuracy) / vote(ORDINARY)).max(LEAST) * f64::from(ONE)).round() as u32
}

/// The logarithm of how much likelier a source of this accuracy makes what it says.
fn vote(accuracy: f64) -> f64 {
    (WRONG * accuracy / (1.0 - accuracy)).ln()
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

/// How likely each time that is told is, among those told and those that might have been.
fn likelihoods(said: &[Said], accuracy: &[f64]) -> Vec<f64> {
    // Thousands may tell of one event, but they tell few times.
    let mut told: BTreeMap<Window, f64> = BTreeMap::new();
    for one in said {
        *told.entry(one.window).or_default() += vote(accuracy[one.speaker]).max(0.0);
    }
    let is_finest = |window: &Window| !told.keys().any(|other| other != window && other.within(*window));
    let agreeing = |window: Window| told.iter().filter(move |(other, _)| other.meets(window));
    let rivals: Vec<(Window, f64)> = told
        .keys()
        .copied()
        .filter(is_finest)
        .map(|window| (window, agreeing(window).map(|(_, votes)| votes).sum()))
        .collect();
    let best = rivals.iter().map(|&(_, votes)| votes).fold(0.0, f64::max);
    let chance = |votes: f64| (votes - best).exp();
    // Nobody tells the rest of the wrong times, and nobody votes for them.
    let untold = (WRONG + 1.0 - rivals.len() as f64).max(0.0) * chance(0.0);
    let all = rivals.iter().map(|&(_, votes)| chance(votes)).sum::<f64>() + untold;
    let of = |window: Window| {
        let held = rivals.iter().filter(|(rival, _)| rival.meets(window));
        (held.map(|&(_, votes)| chance(votes)).sum::<f64>() / all).min(1.0)
    };
    let chances: BTreeMap<Window, f64> = told.keys().map(|&window| (window, of(window))).collect();
    said.iter().map(|one| chances[&one.window]).collect()
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
