//! The ten lines of the README: a goal, its plan, a change in plain English, a run, and what it says.

use aura_core::engine::Engine;
use aura_core::engine::requests::{EditRequest, GoalRequest, SimulateRequest};

async fn ten_lines() -> aura_core::Result<String> {
    let engine = Engine::default(); // no model, a store in memory; plug in your own
    let goal = "Guests check out without an account. Raise completion from 61 % to 68 % within 8 weeks.";
    let project = engine.interpret(&GoalRequest::new(goal)).await?.project;
    let planned = engine.plan(&project).await?;
    println!("{}", aura_core::plan::describe(&planned.plan));
    let sentence = "add a fraud check before the payment".to_owned();
    engine.edit(&EditRequest { project: project.clone(), sentence, choice: None, preview: false }).await?;
    let simulated = engine.simulate(&SimulateRequest::new(project)).await?;
    println!("{}", simulated.explanation.summary);
    Ok(simulated.explanation.summary)
}

fn main() -> aura_core::Result<()> {
    pollster::block_on(ten_lines()).map(|_summary| ())
}

#[test]
fn it_explains_what_happened() {
    assert!(pollster::block_on(ten_lines()).is_ok_and(|summary| summary.contains("simulated")));
}
