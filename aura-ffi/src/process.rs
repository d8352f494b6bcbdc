//! What belongs to one process and must be made again after a fork: the threads that run operations.
//!
//! A forked child has only the thread that forked. Locks that other threads held stay locked in it for ever, so
//! nothing here is reset: a child uses a fresh slot, found by a counter that needs no lock.

use std::collections::VecDeque;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Condvar, Mutex, OnceLock, PoisonError};
use std::time::Duration;

/// Most forks of forks that can use Aura. A child counts from its parent, so brothers do not add up.
const MOST_GENERATIONS: usize = 32;

/// Most operations that run at the same time; more of them wait for their turn.
const MOST_THREADS: usize = 256;

/// How long a thread waits for work before it ends.
const IDLE: Duration = Duration::from_secs(10);

/// Enough for the deepest documents that the reader of JSON lets in.
const STACK_BYTES: usize = 8 << 20;

/// Number of this process in its line of forks, counted from 1.
pub(crate) fn generation() -> usize {
    if cfg!(target_family = "wasm") {
        return 1;
    }
    // INVARIANT: the process id in the upper and the generation in the lower half change together.
    static PRESENT: AtomicU64 = AtomicU64::new(0);
    let id = u64::from(std::process::id());
    let mut known = PRESENT.load(Ordering::Acquire);
    loop {
        if known >> 32 == id {
            return (known & 0xffff_ffff) as usize;
        }
        let next = (id << 32) | ((known & 0xffff_ffff) + 1);
        match PRESENT.compare_exchange(known, next, Ordering::AcqRel, Ordering::Acquire) {
            Ok(_) => known = next,
            Err(other) => known = other,
        }
    }
}

/// One value for each process in a line of forks.
pub(crate) struct PerProcess<T> {
    slots: [OnceLock<T>; MOST_GENERATIONS],
}

impl<T> PerProcess<T> {
    pub(crate) const fn new() -> Self {
        PerProcess { slots: [const { OnceLock::new() }; MOST_GENERATIONS] }
    }

    /// The value of this process, made on first use. `None` after too many forks of forks.
    pub(crate) fn get(&self, make: impl FnOnce() -> T) -> Option<&T> {
        self.slots.get(generation()).map(|slot| slot.get_or_init(make))
    }
}

type Job = Box<dyn FnOnce() + Send>;

/// Threads that are started when there is work and end when there is none.
#[derive(Default)]
struct Pool {
    state: Mutex<PoolState>,
    work: Condvar,
}

#[derive(Default)]
struct PoolState {
    jobs: VecDeque<Job>,
    idle: usize,
    threads: usize,
}

static POOL: PerProcess<Pool> = PerProcess::new();

/// Runs a job on a thread of this process. Gives the job back where there is no thread for it.
pub(crate) fn spawn(job: Job) -> Result<(), Job> {
    if cfg!(target_family = "wasm") {
        // There is one thread; what is asked for is done at once.
        job();
        return Ok(());
    }
    let Some(pool) = POOL.get(Pool::default) else { return Err(job) };
    let mut state = pool.state.lock().unwrap_or_else(PoisonError::into_inner);
    state.jobs.push_back(job);
    if state.jobs.len() > state.idle && state.threads < MOST_THREADS {
        let started = std::thread::Builder::new()
            .name("aura".to_owned())
            .stack_size(STACK_BYTES)
            .spawn(move || work_on(pool));
        match started {
            Ok(_) => state.threads += 1,
            // Another thread will come to it; only without any is the job lost.
            Err(_) if state.threads > 0 => {}
            Err(_) => return state.jobs.pop_back().map_or(Ok(()), Err),
        }
    }
    drop(state);
    pool.work.notify_one();
    Ok(())
}

fn work_on(pool: &'static Pool) {
    let mut state = pool.state.lock().unwrap_or_else(PoisonError::into_inner);
    loop {
        if let Some(job) = state.jobs.pop_front() {
            drop(state);
            // A job that panics has told its caller already; the thread lives on.
            let _ = std::panic::catch_unwind(std::panic::AssertUnwindSafe(job));
            state = pool.state.lock().unwrap_or_else(PoisonError::into_inner);
            continue;
        }
        state.idle += 1;
        let (next, waited) = pool.work.wait_timeout(state, IDLE).unwrap_or_else(PoisonError::into_inner);
        state = next;
        state.idle -= 1;
        if waited.timed_out() && state.jobs.is_empty() {
            state.threads -= 1;
            return;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::mpsc;

    #[test]
    fn a_process_keeps_its_generation() {
        assert_eq!(generation(), 1);
        assert_eq!(generation(), 1);
    }

    #[test]
    fn many_jobs_run_and_a_panic_takes_no_thread_with_it() {
        let (sender, receiver) = mpsc::channel();
        for number in 0..600_u32 {
            let sender = sender.clone();
            let job: Job = Box::new(move || {
                assert!(number % 50 != 7, "a job that panics");
                let _ = sender.send(number);
            });
            assert!(spawn(job).is_ok());
        }
        drop(sender);
        assert_eq!(receiver.iter().count(), 588);
    }
}
