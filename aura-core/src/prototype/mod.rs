//! Prototypes: pages that people click through, made from a plan, and what their sessions say.
//!
//! In comes a plan; out comes a [`Prototype`], a flat list of pages joined by buttons, and from it one HTML
//! file that needs no network and may be opened from a disk or sent by mail. Session logs come back and are
//! read and summed up. Never here: how often something happens (that is the simulator's), or anything that
//! changes a plan.
//!
//! # How a graph becomes pages
//! A visitor is one person and sees one page at a time. So parallel parts are shown one after the other, in
//! the order of the plan; of an inclusive decision each way is asked about by itself; failure modes are
//! "what if" buttons; a flow that leads back leads back to the same page.

mod document;
mod fields;
mod graph;
mod pages;
mod panel;
mod progress;
pub mod sessions;
mod text;
mod view;
mod walk;

#[cfg(test)]
mod tests;

pub(crate) use document::outcome_of;
pub(crate) use text::clean;

use crate::domain::plan::Plan;
use crate::domain::prototype::Prototype;
use crate::error::Result;

/// How a prototype is made.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct PrototypeOptions {
    /// Whether failure modes become "what if" buttons. Default: true.
    pub with_failures: bool,
    /// Most pages. Default: 4,000.
    pub max_pages: usize,
}

impl Default for PrototypeOptions {
    fn default() -> Self {
        PrototypeOptions { with_failures: true, max_pages: 4_000 }
    }
}

/// Makes the pages of a plan: one for each screen, decision, system answer, wait and end that can be reached.
///
/// # Errors
/// `invalid_plan` where the plan has no single start, a flow leads nowhere, or gateways follow each other in a
/// circle; `limit_size` where there would be more pages than the options allow; `internal` where the plan
/// cannot be hashed.
///
/// # Example
/// ```
/// use aura_core::plan::sample::guest_checkout;
/// use aura_core::prototype::{PrototypeOptions, build, render};
/// let plan = guest_checkout()?;
/// let prototype = build(&plan, &PrototypeOptions::default())?;
/// assert_eq!(prototype.pages[0].id, prototype.first);
/// assert!(render(&prototype, &plan)?.starts_with("<!DOCTYPE html>"));
/// # Ok::<(), aura_core::Error>(())
/// ```
pub fn build(plan: &Plan, options: &PrototypeOptions) -> Result<Prototype> {
    pages::build(plan, options)
}

/// Writes a prototype as one HTML file: no network, a strict Content-Security-Policy, every text escaped.
///
/// The plan must be the one that the prototype was made from; it gives the fields, the examples and the
/// "plan step" panel.
///
/// # Errors
/// `conflict` where the prototype was made from another plan.
pub fn render(prototype: &Prototype, plan: &Plan) -> Result<String> {
    document::render(prototype, plan)
}
