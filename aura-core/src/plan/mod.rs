//! From an intent to a plan: drafting, checking, conditions, outlines, and the builder that makes plans in code.
//!
//! In comes an [`Intent`](crate::domain::intent::Intent) or a plan; out goes a
//! [`Plan`](crate::domain::plan::Plan), a list of problems, or plain English about a plan. Never here: running a
//! plan, showing it on screens, or anything that waits.

pub mod build;
pub mod condition;
pub mod edit;
pub mod sample;

pub use build::PlanBuilder;
