//! Which AI agent does a step: the host's agents first, then the built-in one.
//!
//! In comes what a step asks for; out goes an agent with the reason for it, or the reason why nobody fits. A step that
//! nobody fits is a person's. Never here: people and systems, whom the words of the goal name.

use crate::domain::agent::{Agent, Skill};
use crate::domain::data::Sensitivity;
use crate::domain::step::AgentKind;
use crate::plan::work::Work;

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

/// The AI agent for a step that an AI is to do: the one of the same name, else the cheapest that fits. The text is the
/// reason; where nobody fits, it says why.
pub(crate) fn choose<'a>(
    agents: &'a [Agent],
    name: &str,
    work: Work,
    data: Option<Sensitivity>,
) -> Result<(&'a Agent, String), String> {
    let skill = skill_of(work);
    let data = data.unwrap_or(Sensitivity::Ordinary);
    let able = |agent: &&Agent| {
        agent.kind == AgentKind::AiAgent && skill.is_none_or(|skill| agent.can.contains(&skill))
    };
    let wanted = skill.map_or("do this", Skill::words);
    if !agents.iter().any(|agent| able(&agent)) {
        return Err(format!("no AI agent of the catalogue can {wanted}, so a person does it"));
    }
    let mut fitting: Vec<&Agent> =
        agents.iter().filter(able).filter(|agent| agent.may_see.contains(&data)).collect();
    fitting.sort_by(|one, other| one.cost.total_cmp(&other.cost));
    let named = fitting.iter().find(|agent| agent.name.eq_ignore_ascii_case(name));
    match (named, fitting.first()) {
        (Some(agent), _) => {
            Ok((*agent, format!("it is named, can {wanted} and may see {} data", words(data))))
        }
        (None, Some(agent)) => {
            Ok((*agent, format!("it can {wanted}, may see {} data and costs least", words(data))))
        }
        (None, None) => {
            Err(format!("no AI agent that can {wanted} may see {} data, so a person does it", words(data)))
        }
    }
}

fn words(data: Sensitivity) -> &'static str {
    match data {
        Sensitivity::Ordinary => "ordinary",
        Sensitivity::Personal => "personal",
        Sensitivity::Health => "health",
        Sensitivity::Financial => "payment",
        Sensitivity::Secret => "secret",
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
