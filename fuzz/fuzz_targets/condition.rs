//! A condition in English, and back.

#![no_main]

use aura_core::plan::{condition, sample};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    let plan = sample::guest_checkout().expect("the sample");
    if let Ok(found) = condition::expression(text, &plan) {
        let _ = condition::english(&found, &plan);
    }
});
