//! Every example goal at full depth: what a drafted plan sends fits the contract that the same plan gives its services.

use std::path::Path;

use aura_core::domain::scenario::RunDepth;
use aura_core::engine::Engine;
use aura_core::engine::requests::{GoalRequest, SimulateRequest};
use pollster::block_on;

#[test]
fn drafted_plans_keep_their_own_contracts() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../examples/goals");
    let mut files: Vec<_> = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    let engine = Engine::default();
    let (mut calls, mut wrong) = (0, Vec::new());
    for path in files.iter().filter(|path| path.file_stem().is_some_and(|name| name != "README")) {
        let goal = std::fs::read_to_string(path).unwrap();
        let interpreted = block_on(engine.interpret(&GoalRequest::new(goal))).unwrap();
        block_on(engine.plan(&interpreted.project)).unwrap();
        let request = SimulateRequest {
            cases: Some(60),
            depth: Some(RunDepth::Full),
            ..SimulateRequest::new(interpreted.project)
        };
        let run = block_on(engine.simulate(&request)).unwrap().run;
        calls += run.services.iter().map(|service| service.calls).sum::<u64>();
        let about_calls =
            |text: &&String| text.contains("does not fit") || text.contains("refuses the request");
        let told = run.warnings.iter().filter(about_calls);
        wrong.extend(told.map(|text| format!("{}: {text}", path.display())));
    }
    assert!(calls > 1_000, "only {calls} calls were made");
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
