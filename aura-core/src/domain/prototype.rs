//! A clickable prototype: pages made from a plan's screens, and the log of a session.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::id::{FlowId, NodeId, PlanId, PrototypeId, VersionId};
use super::plan::{Outcome, ScreenElement};

/// A clickable prototype.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Prototype {
    /// Made from the plan's version.
    pub id: PrototypeId,
    /// The plan.
    pub plan: PlanId,
    /// The plan's version.
    pub plan_version: VersionId,
    /// For people.
    pub title: String,
    /// The page on which a session begins.
    pub first: String,
    /// All pages.
    pub pages: Vec<Page>,
}

/// One page.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Page {
    /// Unique within the prototype.
    pub id: String,
    /// What kind of page.
    pub kind: PageKind,
    /// The node that it stands for.
    pub node: NodeId,
    /// The heading.
    pub title: String,
    /// Who is acting, for example `customer`.
    pub actor: String,
    /// Text below the heading.
    pub intro: String,
    /// What stands on it.
    pub elements: Vec<ScreenElement>,
    /// The buttons, in order.
    pub actions: Vec<PageAction>,
}

/// The kinds of pages.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum PageKind {
    /// A person fills in or reads something.
    Screen,
    /// A person or a system decides; the visitor of the prototype chooses what.
    Decision,
    /// A system works; the visitor chooses how it answers.
    System,
    /// Time passes.
    Wait,
    /// The end.
    End,
}

/// A button.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct PageAction {
    /// Unique within the page.
    pub id: String,
    /// The label.
    pub label: String,
    /// The page that it leads to.
    pub to: String,
    /// The flow that is taken, where it is one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub flow: Option<FlowId>,
    /// Whether it stands for something going wrong.
    pub is_failure: bool,
}

/// What somebody did in a prototype.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct SessionLog {
    /// Version of this document's shape.
    pub schema_version: u32,
    /// The prototype.
    pub prototype: PrototypeId,
    /// What was done, in order.
    pub interactions: Vec<Interaction>,
    /// How the session ended, where it did.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub outcome: Option<Outcome>,
}

/// One thing that somebody did.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Interaction {
    /// Counts from 1.
    pub sequence: u64,
    /// Milliseconds since the session began.
    pub at_ms: u64,
    /// The page.
    pub page: String,
    /// What was done.
    pub action: InteractionKind,
    /// The button or field.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub target: Option<String>,
}

/// What can be done.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum InteractionKind {
    /// A page was shown.
    Show,
    /// A field was changed. The value is not recorded.
    Change,
    /// A button was pressed.
    Press,
    /// The visitor went back.
    Back,
    /// A field was refused as not valid.
    Refuse,
    /// The session began anew.
    Restart,
}
