//! Files of runs: traces, saved runs, parts of runs.

#![no_main]

use aura_core::simulate::{RunPart, SavedRun, Trace};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    if let Ok(trace) = Trace::from_bytes(bytes) {
        trace.replications().iter().for_each(|replication| {
            let _ = replication.kept_events().count();
        });
    }
    let _ = (SavedRun::from_bytes(bytes), RunPart::from_bytes(bytes));
});
