//! A plan out of a log alone: each activity is a step, and what follows it is chosen with the share that was seen.
//!
//! The plan knows only the activity before: a chain of Markov. Whatever the log did, it can do; parallel work shows as
//! work in either order.

use std::collections::{BTreeMap, BTreeSet};

use super::instances::Cases;
use super::{LearnOptions, measured};
use crate::domain::actor::ActorKind;
use crate::domain::id::NodeId;
use crate::domain::plan::{GatewayRule, Outcome, Plan};
use crate::error::Result;
use crate::limits::Limits;
use crate::plan::PlanBuilder;

/// What follows an activity; `None` is the end.
type Follows<'c> = BTreeMap<Option<&'c str>, BTreeSet<Option<&'c str>>>;

pub(super) fn plan_of(cases: &Cases, options: &LearnOptions) -> Result<Plan> {
    let mut follows = Follows::new();
    for case in &cases.cases {
        let mut before = None;
        for instance in case {
            follows.entry(before).or_default().insert(Some(&instance.activity));
            before = Some(instance.activity.as_str());
        }
        follows.entry(before).or_default().insert(None);
    }
    // Each activity has a gateway of its own.
    Limits::check_count("activities", 2 * follows.len() + 2, Limits::default().plan_nodes)?;
    let mut plan = PlanBuilder::new(&options.source, "What the log shows happens again");
    plan.default_origin(measured(options, "what followed what in the log", cases.cases.len()));
    let team = plan.actor("team", ActorKind::Staff);
    let start = plan.start("A case begins");
    let end = plan.end("The case is over", Outcome::GoalReached);
    let activities: Vec<&str> = follows.keys().filter_map(|activity| *activity).collect();
    let steps: BTreeMap<&str, NodeId> =
        activities.iter().map(|activity| (*activity, plan.step(activity, &team).add())).collect();
    let place = |activity: &Option<&str>| activity.and_then(|name| steps.get(name)).unwrap_or(&end).clone();
    for (activity, next) in &follows {
        let from = activity.and_then(|name| steps.get(name)).unwrap_or(&start).clone();
        if let (Some(only), 1) = (next.first(), next.len()) {
            plan.flow(&from, &place(only));
            continue;
        }
        let title = match activity {
            Some(activity) => format!("What comes after {activity}?"),
            None => "What comes first?".to_owned(),
        };
        let gate = plan.gateway(&title, GatewayRule::Exclusive);
        plan.flow(&from, &gate);
        for next in next {
            plan.flow(&gate, &place(next)).label(next.unwrap_or("nothing more"));
        }
    }
    plan.build_unchecked()
}
