//! Which AI agent does a step: the host's agents first, then the built-in one.
//!
//! In comes what a step asks for; out goes an agent with the reason for it, or the reason why nobody fits. A step that
//! nobody fits is a person's. Never here: people and systems, whom the words of the goal name.

use crate::domain::actor::ActorKind;
use crate::domain::agent::{Agent, Skill};
use crate::domain::data::Sensitivity;
use crate::domain::plan::{Node, NodeKind, Plan};
use crate::domain::step::AgentKind;
use crate::plan::work::{Work, work_of};

/// What one answer of a language model is taken to cost.
const USUAL_COST: f64 = 0.01;

/// The agents that Aura knows by itself: one language model that reads and writes, but neither touches things nor
/// moves money, and sees no health data and no secrets.
///
/// # Example
/// ```
/// use aura_core::domain::agent::Skill;
/// let agents = aura_core::plan::built_in_agents();
/// assert!(agents.iter().all(|agent| !agent.can.contains(&Skill::MoveMoney)));
/// ```
pub fn built_in_agents() -> Vec<Agent> {
    vec![Agent {
        name: "language model".to_owned(),
        kind: AgentKind::AiAgent,
        can: vec![
            Skill::Read,
            Skill::Write,
            Skill::Check,
            Skill::Decide,
            Skill::Inform,
            Skill::Compute,
            Skill::Talk,
        ],
        needs: vec!["the text that it works on".to_owned()],
        cost: USUAL_COST,
        may_see: vec![Sensitivity::Ordinary, Sensitivity::Personal, Sensitivity::Financial],
    }]
}

/// The rule of a step that a person does since no agent fits.
pub(crate) const NOBODY_FITS: &str = "agent.nobody_fits";

/// The AI agent that can do a step of a plan and may see its data; else why there is none.
pub(crate) fn fitting<'a>(
    plan: &Plan,
    node: &Node,
    name: &str,
    catalogue: &'a [Agent],
) -> Result<(&'a Agent, String), String> {
    let work = asked_of_ai(&node.title);
    let seen = match &node.kind {
        NodeKind::Step(step) => step.needs.iter().chain(&step.produces).collect(),
        _ => Vec::new(),
    };
    let objects = plan.data.iter().filter(|object| seen.contains(&&object.id));
    let sensitivity = objects.flat_map(|object| &object.fields).map(|field| field.sensitivity).max();
    choose(catalogue, name, work, sensitivity)
}

/// The work of a step that an AI is to do: what the words ask of a person, and thinking where they say nothing.
pub(crate) fn asked_of_ai(title: &str) -> Work {
    match (work_of(title, ActorKind::Staff), work_of(title, ActorKind::AiAgent)) {
        (Work::Handle, thinking) => thinking,
        (asked, _) => asked,
    }
}

/// The AI agent for a step that an AI is to do: the one of the same name, else the cheapest that fits. The text is the
/// reason; where nobody fits, it says why. An agent that is named and does not fit is not replaced by another.
pub(crate) fn choose<'a>(
    agents: &'a [Agent],
    name: &str,
    work: Work,
    data: Option<Sensitivity>,
) -> Result<(&'a Agent, String), String> {
    let skill = skill_of(work);
    let data = data.unwrap_or(Sensitivity::Ordinary);
    let wanted = skill.map_or("do this", Skill::words);
    let is_able = |agent: &Agent| skill.is_none_or(|skill| agent.can.contains(&skill));
    let mut known: Vec<&Agent> = agents.iter().filter(|agent| agent.kind == AgentKind::AiAgent).collect();
    known.sort_by(|one, other| one.cost.total_cmp(&other.cost));
    if let Some(named) = known.iter().find(|agent| agent.name.eq_ignore_ascii_case(name)) {
        return match (is_able(named), named.may_see.contains(&data)) {
            (true, true) => {
                Ok((*named, format!("it is named, can {wanted} and may see {} data", data.words())))
            }
            (false, _) => Err(format!("the agent `{}` cannot {wanted}, so a person does it", named.name)),
            (true, false) => Err(format!(
                "the agent `{}` may not see {} data, so a person does it",
                named.name,
                data.words()
            )),
        };
    }
    known.retain(|agent| is_able(agent));
    if known.is_empty() {
        return Err(format!("no AI agent of the catalogue can {wanted}, so a person does it"));
    }
    match known.iter().find(|agent| agent.may_see.contains(&data)) {
        Some(agent) => Ok((
            *agent,
            format!(
                "`{}` of the catalogue can {wanted}, may see {} data and costs least",
                agent.name,
                data.words()
            ),
        )),
        None => {
            Err(format!("no AI agent that can {wanted} may see {} data, so a person does it", data.words()))
        }
    }
}

/// What a kind of work asks of whoever does it; nothing in particular where it is not known.
fn skill_of(work: Work) -> Option<Skill> {
    match work {
        Work::Read => Some(Skill::Read),
        Work::Enter | Work::Record => Some(Skill::Write),
        Work::Check => Some(Skill::Check),
        Work::Choose | Work::Approve => Some(Skill::Decide),
        Work::Notify => Some(Skill::Inform),
        Work::Compute => Some(Skill::Compute),
        Work::Pay | Work::MoveMoney => Some(Skill::MoveMoney),
        Work::Delete => Some(Skill::Delete),
        Work::Talk => Some(Skill::Talk),
        Work::Handle => Some(Skill::Handle),
        Work::Other => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn agent(name: &str, can: Skill, cost: f64, may_see: Sensitivity) -> Agent {
        Agent {
            name: name.to_owned(),
            kind: AgentKind::AiAgent,
            can: vec![can],
            needs: Vec::new(),
            cost,
            may_see: vec![may_see],
        }
    }

    #[test]
    fn the_cheapest_that_can_and_may_is_taken_and_a_named_one_first() {
        let agents = [
            agent("dear", Skill::Check, 0.5, Sensitivity::Personal),
            agent("cheap", Skill::Check, 0.1, Sensitivity::Personal),
            agent("blind", Skill::Check, 0.01, Sensitivity::Ordinary),
        ];
        let check = |name: &str, work: Work, data: Sensitivity, expect: Option<&str>| {
            let found = choose(&agents, name, work, Some(data));
            assert_eq!(found.as_ref().ok().map(|(agent, _)| agent.name.as_str()), expect, "{found:?}");
        };
        check("assistant", Work::Check, Sensitivity::Personal, Some("cheap"));
        check("blind", Work::Check, Sensitivity::Personal, None);
        check("Dear", Work::Check, Sensitivity::Personal, Some("dear"));
        check("assistant", Work::Check, Sensitivity::Ordinary, Some("blind"));
        check("assistant", Work::Check, Sensitivity::Health, None);
        check("assistant", Work::MoveMoney, Sensitivity::Ordinary, None);
    }

    #[test]
    fn nobody_fits_is_said_with_its_reason() {
        let agents = built_in_agents();
        let why = |work, data| choose(&agents, "ai", work, Some(data)).unwrap_err();
        assert!(why(Work::MoveMoney, Sensitivity::Ordinary).contains("can move money"));
        assert!(why(Work::Check, Sensitivity::Health).contains("health data"));
    }

    #[test]
    fn a_draft_gives_to_a_person_what_no_agent_can() {
        use crate::domain::plan::NodeKind;
        use crate::intent::{InterpretOptions, InterpretRequest, assume_rest, interpret};
        let text = "The AI assistant summarises the complaint. The AI assistant refunds the buyer. The clerk closes the case.";
        let intent = interpret(&InterpretRequest::new(text), &InterpretOptions::default()).unwrap();
        let plan = |agents: Vec<Agent>| {
            let options = crate::plan::PlanOptions { agents, ..Default::default() };
            crate::plan::draft(&assume_rest(&intent).unwrap(), &options).unwrap()
        };
        let kind_of = |plan: &crate::domain::plan::Plan, title: &str| {
            let node = plan.nodes.iter().find(|node| node.title.to_lowercase().contains(title)).unwrap();
            let NodeKind::Step(step) = &node.kind else { panic!("not a step") };
            step.agent.kind
        };
        let usual = plan(Vec::new());
        assert_eq!(kind_of(&usual, "summarise"), AgentKind::AiAgent);
        assert_eq!(kind_of(&usual, "refund"), AgentKind::Person);
        crate::plan::ensure_sound(&usual).unwrap();
        let cashier = agent("cashier", Skill::MoveMoney, 0.2, Sensitivity::Ordinary);
        let may_see = vec![Sensitivity::Ordinary, Sensitivity::Personal, Sensitivity::Financial];
        let own = plan(vec![Agent { may_see, ..cashier }]);
        assert_eq!(kind_of(&own, "refund"), AgentKind::AiAgent);
    }
}
