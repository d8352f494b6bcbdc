//! Conditions over a case's data: in CEL, in English, and compiled for the simulator.
//!
//! In comes a condition in the Common Expression Language (CEL) or in English; out goes an [`Expression`] that can
//! be written in both and evaluated fast and without surprise. Supported is the part of CEL that conditions of a
//! plan need: `object.field`, comparisons, `in` with a list, `&&`, `||`, `!`, `+`, `-`, `*`, `has()`, `size()`,
//! `contains`, `startsWith`, `endsWith`, and literals. Whatever is accepted here is CEL with the same meaning;
//! the rest of CEL is refused with a clear message. Never here: probabilities, or any look at a running case.

mod english;
mod known;
mod parse;
mod read;
mod settle;
mod term;

pub use english::english;
pub use known::{cel_name, check_names, object_of};
pub use read::expression;
pub use settle::settle;
pub use term::{Expression, Fact, Path};

#[cfg(test)]
mod tests;
