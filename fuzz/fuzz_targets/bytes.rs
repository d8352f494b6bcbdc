//! Bytes that may be text.

#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let _ = aura_core::text::decode(bytes);
});
