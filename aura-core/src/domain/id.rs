//! Identifiers: strings with a prefix that says what they name, so that one kind cannot pass for another.

use crate::error::{Error, ErrorCode, Result};

/// Longest identifier, in bytes.
pub const MAX_ID_BYTES: usize = 96;

/// Checks the form `prefix` + lower-case letters, digits and underscores.
pub(crate) fn check_id(kind: &str, prefixes: &[&str], text: &str) -> Result<()> {
    let has_prefix = prefixes.iter().any(|prefix| text.len() > prefix.len() && text.starts_with(prefix));
    let is_plain =
        text.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'_');
    if has_prefix && is_plain && text.len() <= MAX_ID_BYTES {
        return Ok(());
    }
    let shown: String = text.chars().take(MAX_ID_BYTES).flat_map(char::escape_default).collect();
    Err(Error::new(ErrorCode::InvalidId, format!("`{shown}` is not the id of a {kind}")).with_hint(format!(
        "expected {} and then lower-case letters, digits or `_`, at most {MAX_ID_BYTES} characters",
        prefixes.iter().map(|prefix| format!("`{prefix}`")).collect::<Vec<_>>().join(" or ")
    )))
}

macro_rules! define_ids {
    ($( $(#[doc = $doc:literal])+ $name:ident($kind:literal): $($prefix:literal)|+; )+) => { $(
        $(#[doc = $doc])+
        #[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, schemars::JsonSchema)]
        #[serde(transparent)]
        pub struct $name(String);

        impl $name {
            /// The prefixes that an id of this kind may have; the first is the usual one.
            pub const PREFIXES: &'static [&'static str] = &[$($prefix),+];

            /// Takes a complete id.
            ///
            /// # Errors
            /// `invalid_id` where the text does not have the form of this kind.
            pub fn new(text: impl Into<String>) -> $crate::error::Result<Self> {
                let text = text.into();
                $crate::domain::id::check_id($kind, Self::PREFIXES, &text)?;
                Ok(Self(text))
            }

            /// Makes an id with one of the allowed prefixes from any text: lower-case letters, digits and `_`
            /// stay, all else becomes `_`, and the result is cut to 60 bytes.
            pub fn from_text(prefix: &'static str, text: &str) -> Self {
                let prefix = if Self::PREFIXES.contains(&prefix) { prefix } else { Self::PREFIXES.first().copied().unwrap_or("id_") };
                Self(format!("{prefix}{}", $crate::domain::id::slug(text)))
            }

            /// Makes an id with the usual prefix from any text.
            pub fn named(text: &str) -> Self {
                Self::from_text(Self::PREFIXES.first().copied().unwrap_or("id_"), text)
            }

            /// The id with a number behind it, for when the plain one is taken.
            #[must_use]
            pub fn numbered(&self, number: usize) -> Self {
                Self(format!("{}_{number}", self.0))
            }

            /// The id as text.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str(&self.0)
            }
        }

        impl std::str::FromStr for $name {
            type Err = $crate::error::Error;
            fn from_str(text: &str) -> Result<Self, Self::Err> {
                Self::new(text)
            }
        }

        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> std::result::Result<Self, D::Error> {
                let text = <String as serde::Deserialize>::deserialize(deserializer)?;
                Self::new(text).map_err(serde::de::Error::custom)
            }
        }
    )+ };
}

define_ids! {
    /// Names a project.
    ProjectId("project"): "project_";
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

/// Turns any text into lower-case letters, digits and single underscores, at most 60 bytes, never empty.
pub fn slug(text: &str) -> String {
    let mut slug = String::new();
    for character in text.chars().flat_map(char::to_lowercase) {
        if slug.len() >= 60 {
            break;
        }
        if character.is_ascii_alphanumeric() {
            slug.push(character);
        } else if !slug.is_empty() && !slug.ends_with('_') && character != '\'' {
            slug.push('_');
        }
    }
    let trimmed = slug.trim_end_matches('_');
    if trimmed.is_empty() { "unnamed".to_owned() } else { trimmed.to_owned() }
}

/// Returns `wanted`, or `wanted` with the lowest free number from 2 behind it.
pub fn unused<T>(wanted: T, numbered: impl Fn(&T, usize) -> T, is_taken: impl Fn(&T) -> bool) -> T {
    if !is_taken(&wanted) {
        return wanted;
    }
    let mut number = 2;
    loop {
        let candidate = numbered(&wanted, number);
        if !is_taken(&candidate) {
            return candidate;
        }
        number += 1;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_prefix_tells_kinds_apart() {
        assert!(PlanId::new("plan_a1").is_ok());
        for wrong in ["step_a1", "plan_", "plan_A", "plan_a b", "", "plan_\u{1b}[31m"] {
            assert_eq!(PlanId::new(wrong).unwrap_err().code(), ErrorCode::InvalidId, "{wrong}");
        }
        assert!(serde_json::from_str::<PlanId>("\"step_x\"").is_err());
    }

    #[test]
    fn slugs_are_plain() {
        let check = |text: &str, expect: &str| assert_eq!(slug(text), expect);
        check("Enter e-mail", "enter_e_mail");
        check("Customer's card!", "customers_card");
        check("…", "unnamed");
    }
}
