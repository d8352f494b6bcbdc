//! Tokens, phrases, amounts and language.

#![no_main]

use aura_core::text::{analyse, clean, detect_language, noun_phrases, quantities, readability, verb_groups};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    for sentence in analyse(text).iter().flat_map(|block| &block.sentences) {
        let _ = (noun_phrases(sentence), verb_groups(sentence), quantities(sentence));
    }
    let _ = (clean(text), detect_language(text), readability(text));
});
