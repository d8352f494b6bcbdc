//! What this machine lends to the engine: its clock and its threads.

use std::sync::atomic::{AtomicUsize, Ordering};

use aura_core::engine::Clock;
use aura_core::progress::Workers;

/// The wall clock.
pub(crate) struct WallClock;

impl Clock for WallClock {
    fn now(&self) -> String {
        jiff::Timestamp::now().round(jiff::Unit::Second).map_or_else(|_| String::new(), |now| now.to_string())
    }
}

/// Threads of the operating system, as many as were asked for, or one for each core.
pub(crate) struct Threads {
    count: usize,
}

impl Threads {
    pub(crate) fn new(wanted: Option<u32>) -> Self {
        let cores = std::thread::available_parallelism().map_or(1, usize::from);
        Threads { count: wanted.map_or(cores, |wanted| wanted as usize).clamp(1, 256) }
    }
}

impl Workers for Threads {
    fn run(&self, count: usize, job: &(dyn Fn(usize) + Sync)) {
        let threads = self.count.min(count);
        if threads < 2 {
            (0..count).for_each(job);
            return;
        }
        let next = AtomicUsize::new(0);
        let take_all = || {
            loop {
                let number = next.fetch_add(1, Ordering::Relaxed);
                if number >= count {
                    return;
                }
                job(number);
            }
        };
        std::thread::scope(|scope| {
            for _ in 1..threads {
                scope.spawn(take_all);
            }
            take_all();
        });
    }
}
