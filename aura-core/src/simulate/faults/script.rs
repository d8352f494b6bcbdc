//! Faults that are stated instead of drawn: what goes wrong in a run is exactly what the script says.

use std::collections::BTreeMap;

use super::super::program::CallPlan;
use super::super::world::Strike;
use crate::des::Span;

/// What befalls a call, or a whole step.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(in crate::simulate) enum Blow {
    /// The failure mode at this place, and whether a call takes effect all the same: one that is too late does.
    Mode(u16, bool),
    /// The call fails before it takes effect.
    Fails,
    /// The call takes effect, and the answer is lost.
    AnswerLost,
    /// The call is made twice, and takes effect each time.
    SubmittedTwice,
    /// The message for which the case waits never comes.
    MessageLost,
    /// The data is wrong, and the case goes by this flow.
    BadData(u32),
}

/// A place where something can go wrong: node, execution.
pub(super) type Place = (u32, u32);

/// What goes wrong in a run, and what was seen on the way.
#[derive(Debug, Clone, Default)]
pub(in crate::simulate) struct Script {
    pub blows: BTreeMap<Place, Blow>,
    pub down: Vec<u32>,
    pub slow: Vec<u32>,
    pub slowdown: f64,
    /// The flows that are taken though the data says another one.
    pub ways: BTreeMap<Place, u32>,
    /// The flows that the data says.
    pub right: BTreeMap<Place, u32>,
    /// The executions of steps, in the order in which they began.
    pub seen: Vec<Place>,
    /// How often operations that may not be done twice took effect, by node and visit.
    pub effects: BTreeMap<Place, u32>,
    /// Whether a message was lost for which something waits.
    pub waits_for_ever: bool,
}

impl Script {
    /// Notes that an execution of a step begins; gives the failure mode that strikes there.
    pub(in crate::simulate) fn strike(&mut self, node: u32, execution: u32) -> Strike {
        self.seen.push((node, execution));
        match self.blows.get(&(node, execution)) {
            Some(Blow::Mode(place, _)) => Strike::Mode(*place),
            _ => Strike::Nothing,
        }
    }

    /// Notes that a case begins to wait for a time or a message; whether the message is lost.
    pub(in crate::simulate) fn is_lost(&mut self, node: u32, execution: u32) -> bool {
        self.seen.push((node, execution));
        self.blows.get(&(node, execution)) == Some(&Blow::MessageLost)
    }

    /// Notes that a case chooses a way by its data; gives another one where its data is wrong.
    pub(in crate::simulate) fn way(&mut self, place: Place, right: Option<u32>) -> Option<u32> {
        self.seen.push(place);
        self.right.extend(right.map(|flow| (place, flow)));
        self.ways.get(&place).copied()
    }

    /// What happens to a call that would take so long; `visit` counts how often the case came to the step.
    pub(in crate::simulate) fn call(
        &mut self,
        (node, execution, visit): (u32, u32, u32),
        call: &CallPlan,
        latency: Span,
    ) -> (Span, Strike) {
        let latency = if self.slow.contains(&call.service) { latency.scaled(self.slowdown) } else { latency };
        let failed = call.unavailable_mode.map_or(Strike::Call, Strike::Mode);
        let late = call.timeout_mode.map_or(Strike::Call, Strike::Mode);
        if self.down.contains(&call.service) {
            return (latency.min(call.timeout), failed);
        }
        let blow = self.blows.get(&(node, execution));
        match blow {
            Some(Blow::Fails) => return (latency.min(call.timeout), failed),
            // The strike itself comes from the step.
            Some(Blow::Mode(_, false)) => return (latency.min(call.timeout), Strike::Nothing),
            _ => {}
        }
        if !call.is_idempotent {
            let times = if blow == Some(&Blow::SubmittedTwice) { 2 } else { 1 };
            *self.effects.entry((node, visit)).or_insert(0) += times;
        }
        if blow == Some(&Blow::AnswerLost) {
            // Without a time-out the caller notices at once that the connection is gone.
            let span = if call.timeout == Span::MAX { latency } else { call.timeout };
            return (span, late);
        }
        if latency > call.timeout { (call.timeout, late) } else { (latency, Strike::Nothing) }
    }
}
