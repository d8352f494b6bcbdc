//! A description of a service by others: OpenAPI in JSON or YAML, read as far as its first operation is compiled.

#![no_main]

use aura_core::limits::Limits;
use aura_core::random::Seed;
use aura_core::simulate::services::Mock;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    if let Ok(mock) = Mock::new(text, Seed(1), &Limits::default()) {
        let _ = mock.operations();
    }
});
