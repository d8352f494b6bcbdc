//! The operations as a host calls them: stages strung together, everything kept, nothing lost.

mod converse;
mod scale;

use std::collections::BTreeMap;
use std::sync::Arc;

use pollster::block_on;

use super::requests::{
    EditRequest, EvaluateRequest, GoalRequest, MergeRequest, RedoRequest, ReplanRequest, SimulateRequest,
    UndoRequest, VariantRequest,
};
use super::*;
use crate::domain::id::VersionId;
use crate::domain::question::Answer;
use crate::error::ErrorCode;
use crate::progress::Workers;

pub(super) const GOAL: &str = "Guests check out without an account. They enter an address, choose a delivery option and pay by \
                    card. Raise checkout completion from 61 % to 68 % within 8 weeks.";

/// Two threads that take jobs in an order that differs from run to run.
struct TwoThreads;

impl Workers for TwoThreads {
    #[expect(clippy::disallowed_methods, reason = "the test shows that threads never change a result")]
    fn run(&self, count: usize, job: &(dyn Fn(usize) + Sync)) {
        std::thread::scope(|scope| {
            scope.spawn(|| (0..count).rev().filter(|number| number % 2 == 0).for_each(job));
            (0..count).filter(|number| number % 2 == 1).for_each(job);
        });
    }
}

fn everything(engine: &Engine) -> BTreeMap<String, String> {
    let project = block_on(engine.interpret(&GoalRequest::new(GOAL))).unwrap().project;
    block_on(engine.plan(&project)).unwrap();
    block_on(engine.prototype(&project)).unwrap();
    let simulate = SimulateRequest { cases: Some(1_000), ..SimulateRequest::new(project.clone()) };
    block_on(engine.simulate(&simulate)).unwrap();
    block_on(engine.evaluate(&EvaluateRequest { simulate, variants: Vec::new(), rule: None })).unwrap();
    block_on(engine.handoff(&project)).unwrap().handoff.files
}

#[test]
fn the_same_seed_gives_the_same_bytes_on_any_number_of_threads() {
    let one = everything(&Engine::default());
    let two = everything(
        &Engine::default().with_control(Control { workers: Arc::new(TwoThreads), ..Control::default() }),
    );
    assert!(one.len() > 10, "{:?}", one.keys());
    assert_eq!(one, two);
}

#[test]
fn every_document_is_kept_with_its_lineage() {
    let engine = Engine::default();
    everything(&engine);
    let project = block_on(engine.projects()).unwrap().remove(0);
    for (kind, sources) in
        [("plan", &["intent"][..]), ("run", &["plan", "scenario"]), ("handoff", &["plan", "run"])]
    {
        let artifact = block_on(engine.store().artifact(&project.revision.heads[kind])).unwrap().unwrap();
        for source in sources {
            assert!(
                artifact.lineage.iter().any(|link| link.role == *source),
                "{kind} does not name its {source}"
            );
        }
    }
}

fn planned() -> (Engine, ProjectId) {
    let engine = Engine::default();
    let project = block_on(engine.interpret(&GoalRequest::new(GOAL))).unwrap().project;
    block_on(engine.plan(&project)).unwrap();
    (engine, project)
}

fn edit(engine: &Engine, project: &ProjectId, sentence: &str, preview: bool) -> super::requests::Edited {
    let request =
        EditRequest { project: project.clone(), sentence: sentence.to_owned(), choice: None, preview };
    block_on(engine.edit(&request)).unwrap()
}

#[test]
fn a_change_is_kept_and_can_be_taken_back() {
    let (engine, project) = planned();
    let before = block_on(engine.present_plan(&project)).unwrap();
    let shown = edit(&engine, &project, "add a step to thank the guest at the end", true);
    assert!(shown.edited.is_some() && !shown.kept);
    assert_eq!(block_on(engine.present_plan(&project)).unwrap(), before);
    let made = edit(&engine, &project, "add a step to thank the guest at the end", false);
    assert!(made.kept);
    let after = block_on(engine.present_plan(&project)).unwrap();
    assert_ne!(after.version, before.version);
    let back = UndoRequest { project: project.clone(), steps: None, version: None };
    assert_eq!(block_on(engine.undo(&back)).unwrap(), before);
    let again = UndoRequest { project, steps: None, version: Some(after.version.to_string()) };
    assert_eq!(block_on(engine.undo(&again)).unwrap(), after);
}

/// A whole session, as an editor's user knows it; letters stand for versions of the plan.
#[test]
fn undo_and_redo_walk_through_a_session() {
    let (engine, project) = planned();
    let say = |sentence: &str| edit(&engine, &project, sentence, false);
    let present = || block_on(engine.present_plan(&project)).unwrap().version;
    let back = |steps| {
        let request = UndoRequest { project: project.clone(), steps: Some(steps), version: None };
        block_on(engine.undo(&request)).map(|planned| planned.version).map_err(|error| error.code())
    };
    let forward = |steps| {
        let request = RedoRequest { project: project.clone(), steps: Some(steps) };
        block_on(engine.redo(&request)).map(|planned| planned.version).map_err(|error| error.code())
    };
    let a = present();
    let made: Vec<VersionId> = ["Say thanks", "Ask for a rating", "Send a voucher"]
        .iter()
        .map(|title| say(&format!("add a step \"{title}\" at the end")).edited.unwrap().after)
        .collect();
    let [b, c, d] = made.as_slice() else { panic!("three changes") };
    assert_eq!((back(2), back(1)), (Ok(b.clone()), Ok(a.clone())));
    assert_eq!(back(1), Err(ErrorCode::NotFound));
    assert_eq!((forward(1), forward(2)), (Ok(b.clone()), Ok(d.clone())));
    assert_eq!(forward(1), Err(ErrorCode::NotFound));
    // The same in words.
    assert!(say("undo").kept);
    assert_eq!(present(), *c);
    let looked = edit(&engine, &project, "redo", true);
    assert!(!looked.kept && looked.moved.is_none());
    assert_eq!(say("redo").moved.unwrap().version, *d);
    // A new change forgets what was undone.
    say("undo the last two changes");
    let e = say("add a step \"Invite a friend\" at the end").edited.unwrap().after;
    assert_eq!(forward(1), Err(ErrorCode::NotFound));
    assert_eq!((back(1), forward(1)), (Ok(b.clone()), Ok(e.clone())));
    // Going to a version is a change of its own, and the changes that count are those of that version.
    say("go back to version 4");
    assert_eq!(present(), *d);
    let workspace = block_on(engine.open(&project)).unwrap();
    let sentences: Vec<String> =
        block_on(engine.edits(&workspace)).unwrap().into_iter().map(|edit| edit.sentence).collect();
    assert_eq!(sentences.len(), 3);
    assert!(sentences[2].contains("voucher"), "{sentences:?}");
    assert_eq!((back(1), back(1), back(1)), (Ok(e), Ok(b.clone()), Ok(a.clone())));
    assert_eq!(forward(3), Ok(d.clone()));
    say("go back to the first version");
    assert_eq!(present(), a);
    let versions = block_on(engine.versions(&project)).unwrap();
    assert_eq!(versions.versions.iter().map(|version| version.number).collect::<Vec<_>>(), [1, 2, 3, 4, 5]);
    assert!(versions.versions[0].is_present);
    assert_eq!((versions.can_undo, versions.can_redo), (4, 0));
}

#[test]
fn edits_survive_when_a_goal_changes() {
    let engine = Engine::default();
    let (old, new) = (
        "The clerk opens the crate. The clerk weighs the crate. The guard signs the form.",
        "The clerk opens the crate. The clerk photographs the crate. The clerk weighs the crate. The guard signs the form.",
    );
    let goal = |text: &str, project: Option<ProjectId>| GoalRequest {
        project,
        name: Some("Crates".to_owned()),
        ..GoalRequest::new(text)
    };
    let project = block_on(engine.interpret(&goal(old, None))).unwrap().project;
    block_on(engine.plan(&project)).unwrap();
    edit(&engine, &project, "add a step \"Clean the scales\" before \"Weigh the crate\"", false);
    edit(&engine, &project, "rename \"Sign the form\" to \"Sign the waybill\"", false);
    let edited = block_on(engine.present_plan(&project)).unwrap();
    block_on(engine.interpret(&goal(new, Some(project.clone())))).unwrap();
    assert_eq!(block_on(engine.present_plan(&project)).unwrap_err().code(), ErrorCode::NotFound);
    let request = ReplanRequest { project: project.clone(), answers: Vec::new(), keep_mine: false };
    let combined = block_on(engine.replan(&request)).unwrap();
    assert!(combined.kept && combined.conflicts.is_empty(), "{:?}", combined.conflicts);
    let present = block_on(engine.present_plan(&project)).unwrap();
    assert_eq!(present, combined.planned);
    let titles: Vec<&str> = present.plan.nodes.iter().map(|node| node.title.as_str()).collect();
    for title in ["Clean the scales", "Sign the waybill", "Photograph the crate"] {
        assert!(titles.contains(&title), "{titles:?}");
    }
    let workspace = block_on(engine.open(&project)).unwrap();
    assert_eq!(block_on(engine.edits(&workspace)).unwrap().len(), 2);
    let back = UndoRequest { project: project.clone(), steps: None, version: None };
    assert_eq!(block_on(engine.undo(&back)).unwrap().version, edited.version);
    block_on(engine.redo(&RedoRequest { project: project.clone(), steps: None })).unwrap();
    // The same draft again changes nothing.
    let again = block_on(engine.replan(&request)).unwrap();
    assert_eq!(again.planned.version, present.version);
}

#[test]
fn two_versions_become_one() {
    let (engine, project) = planned();
    let first = edit(&engine, &project, "add a step \"Say thanks\" at the end", false).edited.unwrap();
    let back = UndoRequest { project: project.clone(), steps: None, version: None };
    block_on(engine.undo(&back)).unwrap();
    edit(&engine, &project, "rename step 1 to \"Begin here\"", false);
    let request = |answers: Vec<Answer>| MergeRequest {
        project: project.clone(),
        version: first.after.to_string(),
        answers,
        keep_mine: false,
    };
    let merged = block_on(engine.merge(&request(Vec::new()))).unwrap();
    assert!(merged.kept && merged.conflicts.is_empty(), "{:?}", merged.conflicts);
    let titles: Vec<String> = merged.planned.plan.nodes.iter().map(|node| node.title.clone()).collect();
    assert!(titles.iter().any(|title| title == "Say thanks"), "{titles:?}");
    assert!(titles.iter().any(|title| title == "Begin here"), "{titles:?}");
}

#[test]
fn what_two_versions_change_differently_is_asked() {
    let (engine, project) = planned();
    let theirs = edit(&engine, &project, "rename step 1 to \"Start here\"", false).edited.unwrap();
    block_on(engine.undo(&UndoRequest { project: project.clone(), steps: None, version: None })).unwrap();
    let ours = edit(&engine, &project, "rename step 1 to \"Begin here\"", false).edited.unwrap();
    let version = theirs.after.to_string();
    let mut request =
        MergeRequest { project: project.clone(), version, answers: Vec::new(), keep_mine: false };
    let asked = block_on(engine.merge(&request)).unwrap();
    assert!(!asked.kept && !asked.conflicts.is_empty());
    assert_eq!(block_on(engine.present_plan(&project)).unwrap().version, ours.after);
    let take = |question: &crate::domain::question::Question| Answer {
        question: question.id.clone(),
        code: String::new(),
        answer: "b".to_owned(),
    };
    request.answers = asked.conflicts.iter().map(take).collect();
    let merged = block_on(engine.merge(&request)).unwrap();
    assert!(merged.kept && merged.conflicts.is_empty());
    assert!(merged.planned.plan.nodes.iter().any(|node| node.title == "Start here"));
}

#[test]
fn what_was_made_from_an_older_plan_is_not_shown_as_current() {
    let (engine, project) = planned();
    let simulate = SimulateRequest { cases: Some(200), ..SimulateRequest::new(project.clone()) };
    block_on(engine.simulate(&simulate)).unwrap();
    assert!(block_on(engine.replay(&project)).unwrap().is_equal);
    edit(&engine, &project, "add a step to thank the guest at the end", false);
    assert_eq!(block_on(engine.replay(&project)).unwrap_err().code(), ErrorCode::NotFound);
}

#[test]
fn a_variant_that_nobody_understands_is_refused() {
    let (engine, project) = planned();
    let variants =
        vec![VariantRequest { sentence: Some("colourless green ideas".to_owned()), ..Default::default() }];
    let simulate = SimulateRequest { cases: Some(200), ..SimulateRequest::new(project) };
    let error = block_on(engine.evaluate(&EvaluateRequest { simulate, variants, rule: None })).unwrap_err();
    assert!(matches!(error.code(), ErrorCode::InvalidEdit | ErrorCode::AmbiguousEdit), "{}", error.code());
}

#[test]
fn a_cancelled_run_leaves_the_project_as_it_was() {
    let (engine, project) = planned();
    let control = Control::default();
    control.cancellation.cancel();
    let stopped = engine.clone().with_control(control);
    let error = block_on(stopped.simulate(&SimulateRequest::new(project.clone()))).unwrap_err();
    assert_eq!(error.code(), ErrorCode::Cancelled);
    assert_eq!(block_on(engine.history(&project, 10)).unwrap().len(), 2);
}

#[test]
fn what_is_not_there_is_said() {
    let engine = Engine::default();
    let unknown = ProjectId::new("project_unknown").unwrap();
    assert_eq!(block_on(engine.plan(&unknown)).unwrap_err().code(), ErrorCode::NotFound);
    let project = block_on(engine.interpret(&GoalRequest::new(GOAL))).unwrap().project;
    let error = block_on(engine.simulate(&SimulateRequest::new(project))).unwrap_err();
    assert_eq!(error.code(), ErrorCode::NotFound);
    assert!(error.hints()[0].contains("`plan`"), "{:?}", error.hints());
}

#[test]
fn two_goals_of_the_same_name_are_two_projects() {
    let engine = Engine::default();
    let first = block_on(engine.interpret(&GoalRequest::new(GOAL))).unwrap().project;
    let second = block_on(engine.interpret(&GoalRequest::new(GOAL))).unwrap().project;
    assert_ne!(first, second);
    assert_eq!(block_on(engine.projects()).unwrap().len(), 2);
}
