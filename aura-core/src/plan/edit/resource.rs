//! How cases queue for a resource, when its people go home, how often it breaks down.

use super::draft::Draft;
use super::near;
use super::supply::share_range;
use crate::domain::edit::ResourceRules;
use crate::domain::id::{AssumptionId, ResourceId};
use crate::domain::quantity::{Distribution, Unit};
use crate::domain::resource::{Balking, Breakdown, QueueRule, Resource};
use crate::error::{Error, ErrorCode, Result};

impl Draft<'_> {
    pub(super) fn set_resource(&mut self, order: &ResourceRules) -> Result<()> {
        let title = self.resource_mut(&order.resource)?.title.clone();
        let is_empty = |time: u64| time == 0;
        let is_share = |share: f64| share > 0.0 && share <= 1.0;
        if order.patience_ms.is_some_and(is_empty)
            || order
                .breakdown
                .as_ref()
                .is_some_and(|rule| is_empty(rule.between_ms) || is_empty(rule.repair_ms))
            || order.balking.as_ref().is_some_and(|rule| !is_share(rule.share))
        {
            return Err(Error::new(
                ErrorCode::InvalidEdit,
                "a rule of a resource needs times and shares above 0",
            )
            .with_hint("give a time above 0, and a share of at most 100 %"));
        }
        let patience = order
            .patience_ms
            .map(|mean| self.assume_time_of(&format!("How long people wait for: {title}"), mean));
        let breakdown = order.breakdown.as_ref().map(|rule| Breakdown {
            between: self
                .assume_time_of(&format!("How long it works until it breaks down: {title}"), rule.between_ms),
            repair: self.assume_time_of(&format!("How long a repair takes: {title}"), rule.repair_ms),
            restarts: false,
        });
        let balking = order.balking.as_ref().map(|rule| {
            let origin = self.origin("edit.set_resource");
            let statement =
                format!("How many leave at the sight of {} or more who wait for: {title}", rule.from);
            let value = Distribution::fixed(rule.share);
            let probability = self.assume(&statement, value, Unit::Share, share_range(rule.share), origin);
            Balking { from: rule.from, probability }
        });
        let resource = self.resource_mut(&order.resource)?;
        resource.at_closing = order.at_closing.unwrap_or(resource.at_closing);
        resource.breakdown = breakdown.or(resource.breakdown.take());
        let mut queue = resource.queue.clone().unwrap_or_default();
        queue.order = order.order.unwrap_or(queue.order);
        queue.interrupts = order.interrupts.unwrap_or(queue.interrupts);
        queue.restarts = order.restarts.unwrap_or(queue.restarts);
        queue.limit = order.limit.or(queue.limit);
        queue.patience = patience.or(queue.patience);
        if let Some(entry) = balking {
            queue.balking.retain(|other| other.from != entry.from);
            queue.balking.push(entry);
        }
        resource.queue = (queue != QueueRule::default()).then_some(queue);
        Ok(())
    }

    fn assume_time_of(&mut self, statement: &str, mean_ms: u64) -> AssumptionId {
        let (mean, origin) = (mean_ms as f64, self.origin("edit.set_resource"));
        let value = Distribution::exponential(mean);
        self.assume(statement, value, Unit::Milliseconds, (mean * 0.5, mean * 2.0), origin)
    }

    fn resource_mut(&mut self, id: &ResourceId) -> Result<&mut Resource> {
        let names = self.plan.resources.iter().map(|other| other.id.as_str());
        let missing = near::missing("resource", id.as_str(), &near::nearest(id.as_str(), names, 3));
        self.plan.resources.iter_mut().find(|other| other.id == *id).ok_or(missing)
    }
}
