//! An ordered parallel map over an unbounded stream, on standard threads.
//!
//! Promises: results come in the order of their items whatever the number of threads, and no more than a fixed number
//! of items a thread are in work or waiting, so that an archive of any size passes through in little memory.

use std::collections::BTreeMap;
use std::num::NonZero;
use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};
use std::thread;

/// How many items a thread may be ahead of the oldest one that is not yet handed on.
const AHEAD: usize = 8;

/// Applies `work` to every item on `threads` threads (0: as many as the machine has cores) and hands the results to
/// `sink` in the order of the items, on the calling thread.
///
/// # Errors
///
/// The first error that `sink` returns; no item is begun after it.
///
/// # Panics
///
/// With what `work` or `sink` panics with.
///
/// ```
/// use std::io::Write;
///
/// let mut out = Vec::new();
/// timeline::pipeline::map(1..5, 2, |n| n * n, |n| write!(out, "{n} "))?;
/// assert_eq!(out, b"1 4 9 16 ");
/// # Ok::<(), std::io::Error>(())
/// ```
pub fn map<I, R, E>(
    items: I,
    threads: usize,
    work: impl Fn(I::Item) -> R + Sync,
    mut sink: impl FnMut(R) -> Result<(), E>,
) -> Result<(), E>
where
    I: IntoIterator<IntoIter: Send>,
    R: Send,
{
    let mut items = items.into_iter();
    let threads = if threads == 0 { thread::available_parallelism().map_or(1, NonZero::get) } else { threads };
    if threads == 1 {
        return items.try_for_each(|item| sink(work(item)));
    }
    let shared = Shared {
        items: Mutex::new((0, items)),
        state: Mutex::new(State { next: 0, running: threads, stopped: false, done: BTreeMap::new() }),
        changed: Condvar::new(),
        window: threads * AHEAD,
    };
    thread::scope(|scope| {
        let workers: Vec<_> = (0..threads).map(|_| scope.spawn(|| shared.work(&work))).collect();
        // Dropped on every way out, a panic of `sink` among them, so that no worker waits for ever.
        let stop = Stop(&shared);
        while let Some(result) = shared.take() {
            sink(result)?;
        }
        drop(stop);
        for worker in workers {
            worker.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic));
        }
        Ok(())
    })
}

struct Shared<I, R> {
    items: Mutex<(usize, I)>,
    state: Mutex<State<R>>,
    changed: Condvar,
    window: usize,
}

struct State<R> {
    /// The number of the result that goes to the sink next.
    next: usize,
    running: usize,
    stopped: bool,
    done: BTreeMap<usize, R>,
}

impl<I: Iterator, R> Shared<I, R> {
    fn work(&self, work: impl Fn(I::Item) -> R) {
        let _leave = Leave(self);
        while let Some((number, item)) = self.draw() {
            let result = work(item);
            self.state().done.insert(number, result);
            self.changed.notify_all();
        }
    }

    /// The next item and its number, once the window has room for it.
    fn draw(&self) -> Option<(usize, I::Item)> {
        let mut items = self.items.lock().unwrap_or_else(PoisonError::into_inner);
        let number = items.0;
        let full = |state: &mut State<R>| number >= state.next + self.window && !state.stopped;
        let state = self.changed.wait_while(self.state(), full).unwrap_or_else(PoisonError::into_inner);
        if state.stopped {
            return None;
        }
        drop(state);
        items.0 += 1;
        items.1.next().map(|item| (number, item))
    }

    /// The next result in order; `None` once there will be none.
    fn take(&self) -> Option<R> {
        let wait = |state: &mut State<R>| state.running > 0 && !state.done.contains_key(&state.next);
        let mut state = self.changed.wait_while(self.state(), wait).unwrap_or_else(PoisonError::into_inner);
        let next = state.next;
        let result = state.done.remove(&next)?;
        state.next += 1;
        drop(state);
        self.changed.notify_all();
        Some(result)
    }
}

impl<I, R> Shared<I, R> {
    fn state(&self) -> MutexGuard<'_, State<R>> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

struct Stop<'s, I, R>(&'s Shared<I, R>);

impl<I, R> Drop for Stop<'_, I, R> {
    fn drop(&mut self) {
        self.0.state().stopped = true;
        self.0.changed.notify_all();
    }
}

/// Counts a worker out, also where it panicked.
struct Leave<'s, I, R>(&'s Shared<I, R>);

impl<I, R> Drop for Leave<'_, I, R> {
    fn drop(&mut self) {
        self.0.state().running -= 1;
        self.0.changed.notify_all();
    }
}

#[cfg(test)]
mod tests {
    use std::sync::atomic::{AtomicUsize, Ordering};

    use super::*;

    #[test]
    fn keeps_the_order_on_any_number_of_threads() {
        for threads in [0, 1, 2, 3, 16] {
            let mut seen = Vec::new();
            let uneven = |n: u64| {
                // Early items take longest, so that later ones overtake them.
                thread::sleep(std::time::Duration::from_micros(200u64.saturating_sub(n)));
                n
            };
            let sink = |n| {
                seen.push(n);
                Ok::<_, ()>(())
            };
            map(0..500, threads, uneven, sink).unwrap();
            assert!(seen.iter().copied().eq(0..500), "{threads}");
        }
    }

    #[test]
    fn a_panic_of_the_work_comes_out_as_it_is() {
        let work = |n: u8| if n == 3 { panic!("boom") } else { n };
        let caught = std::panic::catch_unwind(|| map(0..9, 2, work, |_| Ok::<_, ()>(())));
        assert_eq!(caught.unwrap_err().downcast_ref::<&str>(), Some(&"boom"));
    }

    #[test]
    fn stops_at_the_first_error_and_never_runs_far_ahead() {
        let begun = AtomicUsize::new(0);
        let work = |n: usize| {
            begun.fetch_add(1, Ordering::Relaxed);
            n
        };
        let sink = |n| if n == 10 { Err(n) } else { Ok(()) };
        assert_eq!(map(0.., 4, work, sink), Err(10));
        assert!(begun.into_inner() <= 10 + 1 + 4 * AHEAD + 4);
    }
}
