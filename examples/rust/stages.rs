//! The stages one by one, without the engine: each is a function from values to a value.

use aura_core::intent::{InterpretOptions, InterpretRequest, interpret};
use aura_core::plan::{PlanOptions, ask, check, describe, draft, edit};
use aura_core::progress::Control;
use aura_core::random::Seed;
use aura_core::simulate::{default_scenario, simulate};

fn stages() -> aura_core::Result<bool> {
    let goal = "The customer asks for a refund. The agent checks the order. If the order is older than 30 days, \
                the agent declines the refund, otherwise the shop pays the money back.";
    let read = interpret(&InterpretRequest::new(goal), &InterpretOptions::default())?;
    let intent = ask(&read, &PlanOptions::default())?;
    println!("{} questions are open", intent.questions.len());
    let plan = draft(&intent, &PlanOptions::default())?;
    println!("{}", describe(&plan));
    println!("{} problems were found", check(&plan).len());

    if let aura_core::domain::edit::EditReading::Understood(choice) =
        edit::read(&plan, "add a step to thank the customer at the end")?
    {
        let edited = edit::apply(&plan, &choice.operations)?;
        println!("{}", edited.changes.join(" "));
        assert_eq!(edit::undo(&edited)?, plan);
    }

    let scenario = default_scenario(&plan, Seed(7), 10_000)?;
    let first = simulate(&plan, &scenario, &Control::default())?;
    let second = simulate(&plan, &scenario, &Control::default())?;
    println!("digest {}", first.run.digest);
    Ok(first.run.digest == second.run.digest)
}

fn main() -> aura_core::Result<()> {
    stages().map(|_is_equal| ())
}

#[test]
fn the_same_seed_gives_the_same_run() {
    assert!(stages().is_ok_and(|is_equal| is_equal));
}
