//! A process model of another program, and the parameters of a simulation.

#![no_main]

use aura_core::limits::Limits;
use aura_core::plan::import::import_bpmn;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|texts: (&str, Option<&str>)| {
    let _ = import_bpmn(texts.0, texts.1, &Limits::default());
});
