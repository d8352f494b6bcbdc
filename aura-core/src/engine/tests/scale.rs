//! Work that is divided gives what one machine gives; what comes from other programs becomes a project.

use pollster::block_on;

use super::GOAL;
use crate::engine::Engine;
use crate::engine::requests::{
    EventLogRequest, GoalRequest, ImportRequest, JoinRequest, LearnRequest, LogFormat, MeasureRequest,
    RunPartRequest, SensitivityRequest, SimulateRequest,
};
use crate::error::ErrorCode;
use crate::store::ProjectId;

fn planned(engine: &Engine) -> ProjectId {
    let project = block_on(engine.interpret(&GoalRequest::new(GOAL))).unwrap().project;
    block_on(engine.plan(&project)).unwrap();
    project
}

#[test]
fn parts_that_were_run_elsewhere_are_kept_as_the_run() {
    let (here, elsewhere) = (Engine::default(), Engine::default());
    let project = planned(&here);
    let request =
        SimulateRequest { cases: Some(400), seed: Some(9), ..SimulateRequest::new(project.clone()) };
    let prepared = block_on(here.prepare_run(&request)).unwrap();
    let parts = (0..prepared.scenario.replications).map(|first| {
        let request = RunPartRequest {
            plan: prepared.plan.clone(),
            scenario: prepared.scenario.clone(),
            first,
            count: 1,
        };
        elsewhere.run_part(&request).unwrap().part_base64
    });
    let join = JoinRequest {
        project: project.clone(),
        scenario: prepared.scenario.clone(),
        parts_base64: parts.collect(),
    };
    let joined = block_on(here.join_parts(&join)).unwrap();
    let trace = block_on(here.trace(&project)).unwrap();
    assert!(block_on(here.replay(&project)).unwrap().is_equal);
    assert_eq!(joined, block_on(here.simulate(&request)).unwrap());
    assert_eq!(trace, block_on(here.trace(&project)).unwrap());
    let fewer = JoinRequest { parts_base64: join.parts_base64[1..].to_vec(), ..join };
    assert_eq!(block_on(here.join_parts(&fewer)).unwrap_err().code(), ErrorCode::InvalidData);
    let paused = SimulateRequest { pause_at_ms: Some(1_000), ..request };
    assert_eq!(block_on(here.prepare_run(&paused)).unwrap_err().code(), ErrorCode::InvalidRequest);
}

#[test]
fn a_study_is_the_same_wherever_its_points_were_measured_and_is_spoken_of() {
    let engine = Engine::default();
    let project = planned(&engine);
    let mut request = SensitivityRequest {
        cases: Some(40),
        trajectories: Some(2),
        samples: Some(4),
        ..SensitivityRequest::new(project.clone())
    };
    let here = block_on(engine.sensitivity(&request)).unwrap();
    loop {
        let round = block_on(engine.prepare_sensitivity(&request)).unwrap();
        if round.points.is_empty() {
            break;
        }
        let measure = MeasureRequest {
            plan: round.plan,
            scenario: round.scenario,
            metric: round.metric,
            options: round.options,
            points: round.points,
        };
        request.values.extend(Engine::default().measure_points(&measure).unwrap().values);
    }
    assert_eq!(here, block_on(engine.sensitivity(&request)).unwrap());
    assert!(here.explanation.insights.iter().any(|insight| insight.headline.ends_with("drives the result")));
    // A run that is made afterwards knows of it too, and a new plan does not.
    let simulate = SimulateRequest { cases: Some(50), ..SimulateRequest::new(project.clone()) };
    let drives = |engine: &Engine| {
        let found = block_on(engine.simulate(&simulate)).unwrap().explanation.insights;
        found.iter().any(|insight| insight.headline.ends_with("drives the result"))
    };
    assert!(drives(&engine));
    let edit = crate::engine::requests::EditRequest {
        project,
        sentence: "add a step to thank the guest at the end".to_owned(),
        choice: None,
        preview: false,
    };
    assert!(block_on(engine.edit(&edit)).unwrap().kept);
    assert!(!drives(&engine));
}

#[test]
fn models_and_logs_of_others_become_projects() {
    let engine = Engine::default();
    let model = r#"<definitions><process id="p" name="Claims">
        <startEvent id="s"/><userTask id="t" name="Check the claim"/><endEvent id="e"/>
        <sequenceFlow id="f1" sourceRef="s" targetRef="t"/><sequenceFlow id="f2" sourceRef="t" targetRef="e"/>
        </process></definitions>"#;
    let request = ImportRequest { model: model.to_owned(), ..ImportRequest::default() };
    let imported = block_on(engine.import_model(&request)).unwrap();
    assert_eq!(
        (imported.planned.plan.nodes.len(), imported.not_kept.len(), imported.has_arrivals),
        (3, 0, false)
    );
    let simulate =
        SimulateRequest { cases: Some(60), ..SimulateRequest::new(imported.planned.project.clone()) };
    block_on(engine.simulate(&simulate)).unwrap();
    let export = EventLogRequest { project: imported.planned.project.clone(), format: LogFormat::Csv };
    let log = block_on(engine.event_log(&export)).unwrap();
    assert!(log.cases > 0 && log.text.contains("Check the claim"));
    // What one run wrote, another project can learn from: the same step comes back, and the numbers into the first.
    let learn = LearnRequest {
        log: Some(log.text),
        source: Some("claims.csv".to_owned()),
        ..LearnRequest::default()
    };
    let learned = block_on(engine.learn(&learn)).unwrap();
    assert!(learned.planned.plan.nodes.iter().any(|node| node.title == "Check the claim"));
    assert_eq!(learned.cases, log.cases);
    let again = LearnRequest { project: Some(imported.planned.project.clone()), ..learn.clone() };
    let again = block_on(engine.learn(&again)).unwrap();
    assert_eq!(again.planned.project, imported.planned.project);
    assert_eq!(again.replay.fitting_cases, again.replay.cases);
    for wrong in [
        LearnRequest::default(),
        LearnRequest { log_base64: Some("?".to_owned()), ..LearnRequest::default() },
        LearnRequest { log_base64: Some(String::new()), ..learn },
    ] {
        assert_eq!(block_on(engine.learn(&wrong)).unwrap_err().code(), ErrorCode::InvalidRequest);
    }
    assert!(!engine.agents().is_empty());
}
