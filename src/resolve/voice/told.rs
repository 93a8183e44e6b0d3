//! What the voices say of each event, made ready for the many rounds in which their accuracy is estimated.
//!
//! Thousands may tell of one event, but they tell few times: who tells which, and which times meet, is worked out once,
//! and a round only adds.

use std::ops::Range;

use super::Said;
use crate::resolve::window::Window;

/// As many wrong times are about as likely as one another, where a source errs.
pub(super) const WRONG: f64 = 10.0;

/// What the voices, rather than the speakers, say: copies once.
#[derive(Default)]
pub(super) struct Told {
    events: Vec<Event>,
    /// Voice, and which of the event's times.
    said: Vec<(u32, u32)>,
    times: Vec<Time>,
    meeting: Vec<u32>,
}

/// Where the parts of one event stand.
struct Event {
    said: Range<usize>,
    times: Range<usize>,
}

/// One of the times that are told of an event, in the order of time.
struct Time {
    /// Where those of the event's times stand that can be the same, itself among them.
    meeting: Range<usize>,
    /// Whether no other time that is told lies in it: a coarse date is no rival of the finer ones that it holds.
    is_rival: bool,
}

impl Told {
    /// From what is said of each event, and by speaker whose voice it is.
    pub(super) fn new(compared: &[Vec<Said>], voices: &[usize]) -> Told {
        let mut told = Told::default();
        for said in compared {
            told.add(said, voices);
        }
        told
    }

    fn add(&mut self, said: &[Said], voices: &[usize]) {
        let mut by_voice: Vec<(usize, Window)> = said.iter().map(|one| (voices[one.speaker], one.window)).collect();
        by_voice.sort_unstable();
        by_voice.dedup();
        let mut windows: Vec<Window> = by_voice.iter().map(|&(_, window)| window).collect();
        windows.sort_unstable();
        windows.dedup();
        let (first_said, first_time) = (self.said.len(), self.times.len());
        let time = |window: Window| windows.partition_point(|&other| other < window) as u32;
        self.said.extend(by_voice.into_iter().map(|(voice, window)| (voice as u32, time(window))));
        for (own, met) in meetings(&windows).into_iter().enumerate() {
            let begin = self.meeting.len();
            let holds = |&other: &u32| other as usize != own && windows[other as usize].within(windows[own]);
            let is_rival = !met.iter().any(holds);
            self.meeting.extend(met);
            self.times.push(Time { meeting: begin..self.meeting.len(), is_rival });
        }
        self.events.push(Event { said: first_said..self.said.len(), times: first_time..self.times.len() });
    }

    /// Hands to `take` each voice with how likely it is that what it says is so, among the times told and those that might
    /// have been; `votes` are those of each voice.
    pub(super) fn weigh(&self, votes: &[f64], mut take: impl FnMut(usize, f64)) {
        let (mut sums, mut chances) = (Vec::new(), Vec::new());
        for event in &self.events {
            let (said, times) = (&self.said[event.said.clone()], &self.times[event.times.clone()]);
            let met = |time: &Time| self.meeting[time.meeting.clone()].iter().map(|&other| other as usize);
            sums.clear();
            sums.resize(times.len(), 0.0);
            for &(voice, time) in said {
                sums[time as usize] += votes[voice as usize];
            }
            // Most events are told of one time by all: it is no rival but to those that nobody tells.
            if let [_] = times {
                let all = 1.0 + WRONG * (0.0 - sums[0]).exp();
                said.iter().for_each(|&(voice, _)| take(voice as usize, (1.0 / all).min(1.0)));
                continue;
            }
            chances.clear();
            chances.extend(
                times.iter().filter(|time| time.is_rival).map(|time| met(time).map(|at| sums[at]).sum::<f64>()),
            );
            let best = chances.iter().copied().fold(0.0, f64::max);
            // Nobody tells the rest of the wrong times, and nobody votes for them.
            let untold = (WRONG + 1.0 - chances.len() as f64).max(0.0) * (0.0 - best).exp();
            chances.iter_mut().for_each(|votes| *votes = (*votes - best).exp());
            let all = chances.iter().sum::<f64>() + untold;
            // From the chance of each rival to that of each time: of the rivals that it can be.
            sums.clear();
            let mut rivals = chances.iter();
            sums.extend(
                times.iter().map(|time| if time.is_rival { rivals.next().copied().unwrap_or_default() } else { 0.0 }),
            );
            chances.clear();
            chances.extend(times.iter().map(|time| (met(time).map(|at| sums[at]).sum::<f64>() / all).min(1.0)));
            for &(voice, time) in said {
                take(voice as usize, chances[time as usize]);
            }
        }
    }
}

/// By window, which of `windows`, which rise, meet it; itself among them.
fn meetings(windows: &[Window]) -> Vec<Vec<u32>> {
    let mut meetings = vec![Vec::new(); windows.len()];
    let mut open: Vec<u32> = Vec::new();
    for (at, window) in windows.iter().enumerate() {
        open.retain(|&other| windows[other as usize].hi >= window.lo);
        for &other in &open {
            meetings[other as usize].push(at as u32);
            meetings[at].push(other);
        }
        meetings[at].push(at as u32);
        open.push(at as u32);
    }
    meetings
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_window_meets_those_that_overlap_it() {
        let window = |lo, hi| Window { lo, hi };
        let windows = [window(0, 9), window(0, 100), window(10, 19), window(15, 30), window(101, 110)];
        assert_eq!(meetings(&windows), [vec![0, 1], vec![0, 1, 2, 3], vec![1, 2, 3], vec![1, 2, 3], vec![4]]);
    }

    #[test]
    fn a_coarse_date_is_as_likely_as_the_finer_ones_in_it() {
        let said = |speaker, lo, hi| Said { speaker, window: Window { lo, hi } };
        let told = Told::new(&[vec![said(0, 5, 5), said(1, 7, 7), said(2, 0, 9)]], &[0, 1, 2]);
        let mut likely = [0.0; 3];
        told.weigh(&[3.0, 3.0, 3.0], |voice, share| likely[voice] = share);
        assert_eq!(likely[0], likely[1]);
        assert_eq!(likely[0] + likely[1], likely[2]);
        assert!(likely[2] < 1.0, "it may have been another day");
    }
}
