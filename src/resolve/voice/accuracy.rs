//! How often each source is right, estimated from how it agrees with the others.
//!
//! The iteration of X. L. Dong, L. Berti-Equille and D. Srivastava ("Integrating conflicting data: the role of source
//! dependence", VLDB 2009), after copies are taken out: what a source says is as likely as the accuracies of those who
//! say it make it, and a source is as accurate as what it says is likely. A few rounds settle it.
//!
//! Two of their points matter most. There are many ways to be wrong, so two who agree are hardly wrong by chance, however
//! often each errs: a source that is right half of the time still has a vote worth hearing. And a coarse date is no rival of
//! the finer ones that it holds: it is as likely as they are together.

use super::told::{Told, WRONG};
use super::{ONE, Said, Trust, is_contested};

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
    let told = Told::new(compared, voices);
    let mut accuracy = vec![ORDINARY; voices.len()];
    for _ in 0..ROUNDS {
        let votes: Vec<f64> = accuracy.iter().map(|&accuracy| vote(accuracy).max(0.0)).collect();
        let mut right = vec![(IMAGINED * ORDINARY, IMAGINED); voices.len()];
        told.weigh(&votes, |voice, likely| {
            let (sum, count) = &mut right[voice];
            *sum += likely;
            *count += 1.0;
        });
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::resolve::window::Window;

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
    fn a_source_that_is_right_half_of_the_time_is_heard() {
        assert!(weight(0.5) > ONE / 3, "there are more ways to be wrong than one");
    }

    #[test]
    fn an_ordinary_voice_weighs_one() {
        assert_eq!(weight(ORDINARY), ONE);
        assert!(weight(0.3) > 0 && weight(0.3) < weight(0.6) && weight(0.99) > ONE);
    }
}
