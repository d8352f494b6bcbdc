//! From an intent to a plan: drafting, checking, conditions, outlines, and the builder that makes plans in code.
//!
//! In comes an [`Intent`](crate::domain::intent::Intent) or a plan; out goes a
//! [`Plan`](crate::domain::plan::Plan), a list of problems, or plain English about a plan. Never here: running a
//! plan, showing it on screens, or anything that waits.

mod agents;
mod ask;
pub mod build;
mod check;
pub mod condition;
pub mod difference;
mod draft;
pub mod edit;
pub mod graph;
pub mod import;
mod load;
pub mod merge;
mod outline;
pub mod replan;
mod resource;
mod risk;
pub mod sample;
pub mod version;
mod words;
mod work;

pub use agents::built_in_agents;
pub use ask::{ask, review};
pub use build::PlanBuilder;
pub use check::{check, ensure_sound};
pub use draft::{PlanOptions, draft};
pub use load::load;
pub use outline::{LineKind, Outline, OutlineLine, describe, numbers, outline};
pub use resource::resource_rules;
