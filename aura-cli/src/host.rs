//! What this host lends to the engine: a clock, threads, progress on a terminal, and Ctrl-C.

use std::io::IsTerminal;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use aura_core::engine::Clock;
use aura_core::progress::{Cancellation, Control, NoProgress, Progress, ProgressEvent, Workers};
use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

use crate::arguments::Common;

/// How long work goes on before a bar appears.
const PATIENCE: Duration = Duration::from_millis(500);

/// Everything that the host lends.
pub(crate) fn control(common: &Common) -> Control {
    let cancellation = Cancellation::default();
    let switch = cancellation.clone();
    // Where no handler can be set, Ctrl-C ends the process as it always does; commits are atomic either way.
    let _ = ctrlc::set_handler(move || {
        if switch.is_cancelled() {
            std::process::exit(130);
        }
        switch.cancel();
    });
    let is_shown = !common.quiet && !common.json && std::io::stderr().is_terminal();
    let progress: Arc<dyn Progress> = if is_shown { Arc::new(Bar::new()) } else { Arc::new(NoProgress) };
    Control { progress, cancellation, workers: threads(common), ..Control::default() }
}

/// The threads of this machine, as many as were asked for.
pub(crate) fn threads(common: &Common) -> Arc<dyn Workers> {
    Arc::new(Threads::new(common.threads))
}

/// The wall clock.
pub(crate) struct WallClock;

impl Clock for WallClock {
    fn now(&self) -> String {
        jiff::Timestamp::now().round(jiff::Unit::Second).map_or_else(|_| String::new(), |now| now.to_string())
    }
}

/// Threads of the operating system.
pub(crate) struct Threads {
    count: usize,
}

impl Threads {
    /// So many threads, or as many as the machine has cores.
    pub(crate) fn new(wanted: Option<usize>) -> Self {
        let cores = std::thread::available_parallelism().map_or(1, usize::from);
        Threads { count: wanted.unwrap_or(cores).clamp(1, 256) }
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
        std::thread::scope(|scope| {
            for _ in 0..threads {
                scope.spawn(|| {
                    loop {
                        let number = next.fetch_add(1, Ordering::Relaxed);
                        if number >= count {
                            return;
                        }
                        job(number);
                    }
                });
            }
        });
    }
}

/// A bar on standard error that appears when work takes longer than half a second.
struct Bar {
    started: Instant,
    bar: ProgressBar,
}

impl Bar {
    fn new() -> Self {
        let bar = ProgressBar::with_draw_target(None, ProgressDrawTarget::hidden());
        if let Ok(style) = ProgressStyle::with_template("{msg} {wide_bar} {percent} %") {
            bar.set_style(style);
        }
        Bar { started: Instant::now(), bar }
    }
}

impl Progress for Bar {
    fn report(&self, event: &ProgressEvent) {
        if self.started.elapsed() < PATIENCE {
            return;
        }
        if self.bar.is_hidden() {
            self.bar.set_draw_target(ProgressDrawTarget::stderr());
        }
        if let Some(total) = event.total {
            self.bar.set_length(total);
        }
        self.bar.set_position(event.done);
        self.bar.set_message(event.message.clone());
        if event.total == Some(event.done) {
            self.bar.finish_and_clear();
        }
    }
}

impl Drop for Bar {
    fn drop(&mut self) {
        self.bar.finish_and_clear();
    }
}
