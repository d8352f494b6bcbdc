//! One operation under way: it is waited for, listened to, or cancelled.

use std::collections::VecDeque;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use aura_core::progress::{Cancellation, Progress, ProgressEvent};
use aura_core::{Error, ErrorCode};

use crate::Failure;
use crate::process::{generation, spawn};

/// Events that wait to be read; of more, the oldest are dropped, as only the newest say how far the work is.
const MOST_EVENTS: usize = 1_024;

/// How a call ended: the response as JSON, or what went wrong.
pub type Outcome = Result<String, Failure>;

/// What a listener is told.
#[derive(Debug, Clone, Copy)]
pub enum Signal<'a> {
    /// A progress event, as JSON.
    Event(&'a str),
    /// The call has ended; [`Call::take`] gives the outcome.
    Done,
}

/// Hears of events and of the end, on a thread of the call. Must return quickly.
pub type Listener = Box<dyn Fn(Signal<'_>) + Send + Sync>;

/// An operation under way. Clones are the same call.
#[derive(Clone)]
pub struct Call {
    shared: Arc<Shared>,
}

struct Shared {
    state: Mutex<State>,
    changed: Condvar,
    cancellation: Cancellation,
    /// Let go at the end, because a listener may keep the host's event loop alive.
    listener: Mutex<Option<Listener>>,
    generation: usize,
}

#[derive(Default)]
struct State {
    events: VecDeque<String>,
    outcome: Option<Outcome>,
    is_done: bool,
}

impl Call {
    /// Runs `work` on a thread of this process.
    pub(crate) fn start<F>(listener: Option<Listener>, work: F) -> Call
    where
        F: FnOnce(&Call) -> Result<String, Error> + Send + 'static,
    {
        let shared = Arc::new(Shared {
            state: Mutex::default(),
            changed: Condvar::new(),
            cancellation: Cancellation::default(),
            listener: Mutex::new(listener),
            generation: generation(),
        });
        let call = Call { shared };
        let running = call.clone();
        let job = move || {
            let outcome = catch_unwind(AssertUnwindSafe(|| work(&running)));
            let outcome = outcome.unwrap_or_else(|_| {
                Err(Error::new(ErrorCode::Internal, "Aura stopped at a fault of its own")
                    .with_hint("please report it, with the request that led to it"))
            });
            running.finish(outcome.map_err(|error| error.to_document()));
        };
        if spawn(Box::new(job)).is_err() {
            let error = Error::new(ErrorCode::LimitMemory, "there is no thread left for this call");
            call.finish(Err(error.to_document()));
        }
        call
    }

    /// Asks the work to stop at its next safe point. What was kept before stays kept.
    pub fn cancel(&self) {
        self.shared.cancellation.cancel();
    }

    /// Whether the outcome is there, or was there and was taken.
    pub fn is_done(&self) -> bool {
        self.state().is_done
    }

    /// Waits until the call has ended, at most `most`, and takes the outcome. It can be taken once.
    pub fn wait(&self, most: Duration) -> Option<Outcome> {
        self.wait_until(most, |state| state.is_done).and_then(|mut state| state.outcome.take())
    }

    /// Takes the outcome where it is there.
    pub fn take(&self) -> Option<Outcome> {
        self.wait(Duration::ZERO)
    }

    /// Waits for the next event, at most `most`. `None` means that none came, or that the call has ended.
    pub fn next_event(&self, most: Duration) -> Option<String> {
        self.wait_until(most, |state| state.is_done || !state.events.is_empty())
            .and_then(|mut state| state.events.pop_front())
    }

    pub(crate) fn cancellation(&self) -> Cancellation {
        self.shared.cancellation.clone()
    }

    fn wait_until(&self, most: Duration, ready: impl Fn(&State) -> bool) -> Option<MutexGuard<'_, State>> {
        if self.shared.generation != generation() {
            // The thread that worked on it stayed in the parent.
            let error = Error::new(ErrorCode::Cancelled, "the call was begun before this process was forked");
            let mut state = self.state();
            state.is_done = true;
            state.outcome.get_or_insert(Err(error.to_document()));
            return Some(state);
        }
        let mut state = self.state();
        if ready(&state) {
            // Where there is no clock, this is always so.
            return Some(state);
        }
        let end = Instant::now().checked_add(most);
        while !ready(&state) {
            let left =
                end.map_or(Duration::from_secs(3_600), |end| end.saturating_duration_since(Instant::now()));
            if left.is_zero() {
                return None;
            }
            state = self.shared.changed.wait_timeout(state, left).unwrap_or_else(PoisonError::into_inner).0;
        }
        Some(state)
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.shared.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn finish(&self, outcome: Outcome) {
        let mut state = self.state();
        state.outcome = Some(outcome);
        state.is_done = true;
        drop(state);
        self.shared.changed.notify_all();
        self.tell(Signal::Done);
    }

    fn tell(&self, signal: Signal<'_>) {
        let mut listener = self.shared.listener.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(tell) = listener.as_ref() {
            // A listener is the host's code; what goes wrong in it is not the call's fault.
            let _ = catch_unwind(AssertUnwindSafe(|| tell(signal)));
        }
        if matches!(signal, Signal::Done) {
            *listener = None;
        }
    }
}

impl Progress for Call {
    fn report(&self, event: &ProgressEvent) {
        let Ok(json) = serde_json::to_string(event) else { return };
        self.tell(Signal::Event(&json));
        let mut state = self.state();
        if state.events.len() >= MOST_EVENTS {
            state.events.pop_front();
        }
        state.events.push_back(json);
        drop(state);
        self.shared.changed.notify_all();
    }
}
