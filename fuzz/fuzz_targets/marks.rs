//! Mentions, relations, unclear places, clarity and story parts.

#![no_main]

use aura_core::intent::{ambiguities, clarity, mentions, relations, story_parts};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    let found = mentions(text);
    let _ = relations(text, &found);
    let _ = (ambiguities(text), clarity(text), story_parts(text));
});
