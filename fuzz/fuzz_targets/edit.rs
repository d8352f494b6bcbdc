//! A sentence about a plan; what is understood can be applied and undone.

#![no_main]

use aura_core::domain::edit::EditReading;
use aura_core::plan::{edit, sample};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    let before = sample::guest_checkout().expect("the sample");
    if let Ok(EditReading::Understood(choice)) = edit::read(&before, text) {
        let edited = edit::apply(&before, &choice.operations).expect("only what can be applied is understood");
        assert_eq!(edit::undo(&edited).expect("every edit has an inverse"), before);
    }
});
