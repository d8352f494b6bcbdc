//! `aura agents`: the catalogue of AI agents, those of the host first.

use aura_core::Result;
use aura_core::domain::agent::Agent;

use crate::Finish;
use crate::arguments::Common;
use crate::output::Output;
use crate::session::own_agents;

/// Lists the agents of `--agents` and the built-in ones.
pub(crate) fn agents(common: &Common) -> Result<Finish> {
    let output = Output::new(common);
    let mut list = own_agents(common)?;
    list.extend(aura_core::plan::built_in_agents());
    if output.is_json() {
        output.document(&list)?;
        return Ok(Finish::Done);
    }
    for agent in &list {
        output.heading(&agent.name)?;
        for (name, text) in facts(agent) {
            output.fact(name, &text)?;
        }
    }
    output.hint("Give an agent a step: aura edit \"let the AI do step 3\"   Own agents: --agents FILE")?;
    Ok(Finish::Done)
}

fn facts(agent: &Agent) -> Vec<(&'static str, String)> {
    let can: Vec<&str> = agent.can.iter().map(|skill| skill.words()).collect();
    let sees: Vec<&str> = agent.may_see.iter().map(|data| data.words()).collect();
    let mut facts = vec![("can", can.join(", ")), ("may see", format!("{} data", sees.join(", ")))];
    if !agent.needs.is_empty() {
        facts.push(("needs", agent.needs.join(", ")));
    }
    facts.push(("costs", format!("{} each time", agent.cost)));
    facts
}
