//! Agents that may be given work: what each can do, needs, costs and may see.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::data::Sensitivity;
use super::step::AgentKind;

/// Someone or something that can be given steps of a plan.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Agent {
    /// Its name, for example `support assistant`.
    pub name: String,
    /// What kind of agent.
    pub kind: AgentKind,
    /// What it can do.
    pub can: Vec<Skill>,
    /// What it needs, in plain words, for example `access to the mailbox`.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub needs: Vec<String>,
    /// What one execution costs, in the currency of the plan.
    pub cost: f64,
    /// Which data it may see; data of other kinds never reach it.
    pub may_see: Vec<Sensitivity>,
}

/// What an agent can do.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Skill {
    /// Take information in.
    Read,
    /// Write something down or fill it in.
    Write,
    /// Compare something with what it should be.
    Check,
    /// Say yes or no, or pick one of several.
    Decide,
    /// Tell people something.
    Inform,
    /// Work something out or find it.
    Compute,
    /// Take or pay money.
    MoveMoney,
    /// Take something away for good.
    Delete,
    /// Talk with people.
    Talk,
    /// Do something by hand.
    Handle,
}

impl Skill {
    /// What it is in plain words, behind `can`.
    pub fn words(self) -> &'static str {
        match self {
            Skill::Read => "read",
            Skill::Write => "write",
            Skill::Check => "check",
            Skill::Decide => "decide",
            Skill::Inform => "tell people",
            Skill::Compute => "work things out",
            Skill::MoveMoney => "move money",
            Skill::Delete => "delete",
            Skill::Talk => "talk with people",
            Skill::Handle => "work by hand",
        }
    }
}
