//! Which kinds of ids there are among the nouns.

use crate::id::define_ids;
pub use crate::id::{slug, unused};

define_ids! {
    /// Names an intent; made from the hash of its text and answers.
    IntentId("intent"): "intent_";
    /// Names one item of an intent: a statement, an object, a constraint, a stated step.
    ItemId("item"): "item_" | "said_" | "goal_" | "object_" | "constraint_" | "assumption_" | "limit_" | "nongoal_" | "block_";
    /// Names a success criterion.
    CriterionId("success criterion"): "criterion_";
    /// Names a question.
    QuestionId("question"): "q";
    /// Names a plan through all its versions.
    PlanId("plan"): "plan_";
    /// Names one version of a document by the hash of its content.
    VersionId("version"): "version_";
    /// Names a node of a plan. It never changes while the node lives.
    NodeId("node"): "step_" | "start" | "gate_" | "timer_" | "message_" | "end_" | "start_";
    /// Names a flow between two nodes.
    FlowId("flow"): "flow_";
    /// Names a group of nodes: a sub-plan.
    GroupId("group"): "group_";
    /// Names someone or something that acts.
    ActorId("actor"): "actor_";
    /// Names a data object.
    DataId("data object"): "data_";
    /// Names a service.
    ServiceId("service"): "service_";
    /// Names an operation of a service.
    OperationId("operation"): "operation_";
    /// Names a screen.
    ScreenId("screen"): "screen_";
    /// Names a limited resource.
    ResourceId("resource"): "resource_";
    /// Names an assumption of a plan.
    AssumptionId("assumption"): "assume_";
    /// Names a failure mode of a step.
    FailureId("failure mode"): "failure_";
    /// Names an edge case.
    EdgeCaseId("edge case"): "edge_";
    /// Names a metric.
    MetricId("metric"): "metric_";
    /// Names a persona of a scenario.
    PersonaId("persona"): "persona_";
    /// Names a run.
    RunId("run"): "run_";
    /// Names an experiment.
    ExperimentId("experiment"): "experiment_";
    /// Names a variant of an experiment.
    VariantId("variant"): "variant_";
    /// Names a verdict.
    VerdictId("verdict"): "verdict_";
    /// Names an insight.
    InsightId("insight"): "insight_";
    /// Names a prototype.
    PrototypeId("prototype"): "prototype_";
    /// Names a handoff bundle.
    HandoffId("handoff"): "handoff_";
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::error::ErrorCode;

    #[test]
    fn the_prefix_tells_kinds_apart() {
        assert!(PlanId::new("plan_a1").is_ok());
        for wrong in ["step_a1", "plan_", "plan_A", "plan_a b", "", "plan_\u{1b}[31m"] {
            assert_eq!(PlanId::new(wrong).unwrap_err().code(), ErrorCode::InvalidId, "{wrong}");
        }
        assert!(serde_json::from_str::<PlanId>("\"step_x\"").is_err());
    }
}
