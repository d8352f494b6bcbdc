//! An event log of another program: XES or a table.

#![no_main]

use aura_core::limits::Limits;
use aura_core::simulate::log::{LogOptions, read_log};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let mut limits = Limits::default();
    limits.log_bytes = 1 << 20;
    limits.log_events = 10_000;
    let _ = read_log(bytes, &LogOptions::default(), &limits);
});
