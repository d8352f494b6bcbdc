//! All the thinking of Aura, from a goal in plain words to a package that engineers build from.
//!
//! Every stage is a pure, synchronous function from values to a value. There is no network, no file, no
//! clock and no thread of its own making in this crate: the host passes them in where a stage needs them.

#![cfg_attr(test, allow(clippy::string_slice, reason = "a test may stop at a bad slice"))]

pub mod des;
pub mod domain;
pub mod engine;
pub mod error;
pub mod evaluate;
pub mod explain;
pub mod handoff;
pub mod id;
pub mod intent;
pub mod limits;
pub mod llm;
pub mod plan;
pub mod progress;
pub mod prototype;
pub mod random;
pub mod simulate;
pub mod stats;
pub mod store;
pub mod text;

pub use error::{Error, ErrorCode, Result};
