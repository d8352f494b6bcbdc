//! Who or what acts.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::id::ActorId;
use super::provenance::Origin;

/// Someone or something that acts.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Actor {
    /// Names the actor.
    pub id: ActorId,
    /// Singular, in the user's words, for example `customer`.
    pub name: String,
    /// What kind of actor.
    pub kind: ActorKind,
    /// Where it comes from.
    pub origin: Origin,
}

/// The kinds of actors.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum ActorKind {
    /// Someone the product is for: a customer, a patient, a visitor.
    Customer,
    /// Someone who works here: a clerk, a manager, a team.
    Staff,
    /// A language-model or other AI agent.
    AiAgent,
    /// A system of one's own.
    System,
    /// Someone or something outside: a bank, a carrier, a partner's service.
    External,
}

impl ActorKind {
    /// Whether a human being acts.
    pub fn is_person(self) -> bool {
        matches!(self, ActorKind::Customer | ActorKind::Staff)
    }
}
