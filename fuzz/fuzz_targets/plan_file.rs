//! A plan file.

#![no_main]

use aura_core::plan;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    if let Ok(plan) = plan::load(text) {
        let _ = (plan::check(&plan), plan::describe(&plan));
    }
});
