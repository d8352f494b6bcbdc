//! JSON Schemas (2020-12) of all documents that cross a boundary.

use schemars::{JsonSchema, generate::SchemaSettings};
use serde_json::Value;

use super::{
    allocation, calibration, conversation, edit, event_log, experiment, fault, handoff, influence, insight,
    intent, live, observation, plan, problem, prototype, question, run, scenario, story, walk,
};

/// The name and JSON Schema of every document type, in alphabetical order.
///
/// # Example
/// ```
/// let schemas = aura_core::domain::schemas();
/// assert!(schemas.iter().any(|(name, _)| *name == "plan"));
/// ```
pub fn schemas() -> Vec<(&'static str, Value)> {
    vec![
        ("allocation", schema_of::<allocation::Allocation>()),
        ("answer", schema_of::<question::Answer>()),
        ("calibration", schema_of::<calibration::Calibration>()),
        ("conversation", schema_of::<conversation::Conversation>()),
        ("edit_reading", schema_of::<edit::EditReading>()),
        ("edited_plan", schema_of::<edit::EditedPlan>()),
        ("error", schema_of::<crate::error::ErrorDocument>()),
        ("event_log", schema_of::<event_log::EventLog>()),
        ("experiment", schema_of::<experiment::Experiment>()),
        ("explanation", schema_of::<insight::Explanation>()),
        ("handoff", schema_of::<handoff::Handoff>()),
        ("fault_report", schema_of::<fault::FaultReport>()),
        ("influence", schema_of::<influence::Influence>()),
        ("intent", schema_of::<intent::Intent>()),
        ("live_experiment", schema_of::<live::LiveExperiment>()),
        ("live_verdict", schema_of::<live::LiveVerdict>()),
        ("manifest", schema_of::<handoff::Manifest>()),
        ("observation", schema_of::<observation::Observation>()),
        ("observational_verdict", schema_of::<observation::ObservationalVerdict>()),
        ("operation", schema_of::<edit::Operation>()),
        ("plan", schema_of::<plan::Plan>()),
        ("problem", schema_of::<problem::Problem>()),
        ("prototype", schema_of::<prototype::Prototype>()),
        ("run", schema_of::<run::Run>()),
        ("scenario", schema_of::<scenario::Scenario>()),
        ("sensitivity", schema_of::<run::Sensitivity>()),
        ("session_log", schema_of::<prototype::SessionLog>()),
        ("verdict", schema_of::<experiment::Verdict>()),
        ("walks", schema_of::<walk::Walks>()),
        ("case_story", schema_of::<story::CaseStory>()),
    ]
}

fn schema_of<T: JsonSchema>() -> Value {
    SchemaSettings::draft2020_12().into_generator().into_root_schema_for::<T>().to_value()
}
