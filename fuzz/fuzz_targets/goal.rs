//! A goal becomes an intent, questions and a plan.

#![no_main]

use aura_core::intent::{InterpretOptions, InterpretRequest, assume_rest, interpret};
use aura_core::plan::{self, PlanOptions};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    if let Ok(intent) = interpret(&InterpretRequest::new(text), &InterpretOptions::default()) {
        let asked = plan::ask(&intent, &PlanOptions::default()).expect("candidates fit");
        let assumed = assume_rest(&asked).expect("first answers fit");
        plan::draft(&assumed, &PlanOptions::default()).expect("every intent gives a plan");
    }
});
