//! Labels, conditions and shares of a flow that was just added.

use super::PlanBuilder;
use crate::domain::id::{AssumptionId, NodeId};
use crate::domain::plan::{Condition, Flow};

/// Says more about the flow that was added last.
#[derive(Debug)]
pub struct FlowBuilder<'plan> {
    builder: &'plan mut PlanBuilder,
    from: NodeId,
}

impl<'plan> FlowBuilder<'plan> {
    pub(super) fn new(builder: &'plan mut PlanBuilder, from: &NodeId, to: &NodeId) -> Self {
        for end in [from, to] {
            if !builder.plan().nodes.iter().any(|node| node.id == *end) {
                builder.note_fault(format!("a flow names `{end}`, which is not a node of the plan"));
            }
        }
        builder.push_flow(from, to);
        FlowBuilder { builder, from: from.clone() }
    }

    /// A short answer to the gateway's question, for example `in stock`.
    pub fn label(mut self, label: &str) -> Self {
        self.change(|flow| flow.label = Some(label.to_owned()));
        self
    }

    /// When it is taken: in CEL and in English.
    pub fn when(mut self, expression: &str, english: &str) -> Self {
        let condition = Condition { expression: expression.to_owned(), english: english.to_owned() };
        self.change(|flow| flow.condition = Some(condition));
        self
    }

    /// How likely it is taken, from 0 to 1; an assumption is made for it.
    pub fn share(self, share: f64) -> Self {
        let title =
            self.builder.plan().nodes.iter().find(|node| node.id == self.from).map(|node| &node.title);
        let label = self.builder.plan().flows.last().and_then(|flow| flow.label.clone());
        let statement = format!(
            "How often the answer is `{}` at: {}",
            label.as_deref().unwrap_or("yes"),
            title.map_or("a gateway", String::as_str)
        );
        let probability = self.builder.assume_share(&statement, share);
        self.probability(&probability)
    }

    /// How likely it is taken, as an assumption that exists already.
    pub fn probability(mut self, probability: &AssumptionId) -> Self {
        self.change(|flow| flow.probability = Some(probability.clone()));
        self
    }

    /// Taken when no other flow of the gateway is.
    pub fn otherwise(mut self) -> Self {
        self.change(|flow| flow.is_default = true);
        self
    }

    /// Most times that one case may take it.
    pub fn at_most(mut self, times: u32) -> Self {
        self.change(|flow| flow.max_times = Some(times));
        self
    }

    fn change(&mut self, change: impl FnOnce(&mut Flow)) {
        if let Some(flow) = self.builder.plan_mut().flows.last_mut() {
            change(flow);
        }
    }
}
