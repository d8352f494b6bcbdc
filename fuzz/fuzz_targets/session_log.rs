//! A log of a prototype.

#![no_main]

use aura_core::prototype::sessions;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    let _ = sessions::read(text);
});
