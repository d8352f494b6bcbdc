//! Process models of other programs: a file in, a [`Plan`] out.
//!
//! In come BPMN 2.0 (ISO/IEC 19510) and, beside it or inside of it, parameters of a simulation as Prosimos (JSON) and
//! BIMP/QBP (extension elements) write them. Out comes the plan, the circumstances in which it is to be run, where each
//! element went, and a list of what could not be kept: nothing is dropped in silence. Never here: running the plan.

mod assemble;
mod events;
mod flatten;
mod model;
mod parameters;
mod prosimos;
mod qbp;
mod shape;

#[cfg(test)]
mod tests;

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::domain::plan::Plan;
use crate::domain::scenario::{Arrivals, RunLimits, SCENARIO_SCHEMA_VERSION, Scenario, TraceDepth};
use crate::error::Result;
use crate::limits::Limits;
use crate::random::Seed;
use crate::text::element;

/// What came of a process model.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct ImportedPlan {
    /// The plan.
    pub plan: Plan,
    /// When cases arrive, where the parameters say so.
    pub arrivals: Option<Arrivals>,
    /// How many cases the parameters ask for.
    pub cases: Option<u64>,
    /// Where each element of the model went: its id there, and the id of a node, flow or other part of the plan.
    pub elements: BTreeMap<String, String>,
    /// What is not in the plan.
    pub not_kept: Vec<NotKept>,
}

/// Something of a model that the plan cannot say.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct NotKept {
    /// What it is, in the words of its format.
    pub what: String,
    /// Its id, where it has one.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub id: String,
    /// Why, and what stands in its place.
    pub reason: String,
    /// Whether the plan may run otherwise than the model for it; pictures and remarks of editors do not matter.
    pub matters: bool,
}

impl ImportedPlan {
    /// The circumstances that the parameters describe; nothing where they do not say when cases arrive.
    ///
    /// Nobody gives up waiting: these formats know no patience.
    pub fn scenario(&self, seed: Seed, cases: u64, replications: u32) -> Option<Scenario> {
        Some(Scenario {
            schema_version: SCENARIO_SCHEMA_VERSION,
            seed,
            cases,
            replications,
            arrivals: self.arrivals.clone()?,
            personas: Vec::new(),
            outages: Vec::new(),
            shared_outages: Vec::new(),
            mishaps: Default::default(),
            depth: Default::default(),
            services: Vec::new(),
            overrides: BTreeMap::new(),
            limits: RunLimits::default(),
            warm_up_cases: None,
            trace: TraceDepth::default(),
        })
    }
}

/// Reads a BPMN model, with the parameters that it holds itself or with those of a Prosimos file beside it.
///
/// # Errors
/// `invalid_document` with line and column where the model or the parameters are damaged or hold no process;
/// `invalid_number` for parameters that describe no distribution; `limit_input` and `limit_size` beyond the limits.
///
/// # Example
/// ```
/// use aura_core::limits::Limits;
/// use aura_core::plan::import::import_bpmn;
/// let model = r#"<definitions><process id="p">
///   <startEvent id="s"/><userTask id="t" name="Check the claim"/><endEvent id="e"/>
///   <sequenceFlow id="f1" sourceRef="s" targetRef="t"/><sequenceFlow id="f2" sourceRef="t" targetRef="e"/>
/// </process></definitions>"#;
/// let imported = import_bpmn(model, None, &Limits::default())?;
/// assert_eq!(imported.plan.nodes.len(), 3);
/// assert!(imported.not_kept.is_empty());
/// # Ok::<(), aura_core::Error>(())
/// ```
pub fn import_bpmn(model: &str, parameters: Option<&str>, limits: &Limits) -> Result<ImportedPlan> {
    Limits::check_input("the model", model.len(), limits.document_bytes)?;
    let root = element::read(model, limits)?;
    let mut process = model::read(&root, model)?;
    let parameters = match parameters {
        Some(json) => {
            Limits::check_input("the parameters", json.len(), limits.document_bytes)?;
            prosimos::read(json)?
        }
        None => qbp::read(&root)?,
    };
    events::lead_in(&mut process);
    flatten::flatten(&mut process);
    assemble::assemble(process, parameters, limits)
}
