//! Tests of the package as a whole.

use super::*;
use crate::{domain, plan};
mod everything;

use crate::domain::plan::{NodeKind, Outcome};
use crate::domain::step::Undo;
use crate::plan::sample::guest_checkout;

fn bundle_of(plan: &Plan) -> Handoff {
    bundle(&HandoffInput::new(plan), &HandoffOptions::default()).unwrap()
}

fn file<'handoff>(handoff: &'handoff Handoff, path: &str) -> &'handoff str {
    handoff.files.get(path).unwrap_or_else(|| panic!("{path} is missing"))
}

#[test]
fn the_sample_has_every_file() {
    let handoff = bundle_of(&guest_checkout().unwrap());
    for path in [
        "README.md",
        "acceptance.feature",
        "decisions.md",
        "diagram.mmd",
        "diagram.svg",
        "edge-cases.md",
        "manifest.json",
        "metrics.yaml",
        "openapi.yaml",
        "plan.json",
        "report.html",
        "schemas/order.schema.json",
        "workflow.bpmn",
    ] {
        file(&handoff, path);
    }
    for (path, text) in &handoff.files {
        assert!(text.ends_with('\n') && !text.contains('\r'), "{path} has other line ends");
        assert!(path.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-./".contains(&byte)), "{path}");
    }
}

#[test]
fn equal_input_gives_equal_bytes() {
    let plan = guest_checkout().unwrap();
    assert_eq!(bundle_of(&plan), bundle_of(&plan));
    let mut other = plan.clone();
    other.title.push('!');
    assert_ne!(bundle_of(&plan).id, bundle_of(&other).id);
}

#[test]
fn the_manifest_has_the_hash_of_every_other_file() {
    let handoff = bundle_of(&guest_checkout().unwrap());
    let manifest: crate::domain::handoff::Manifest =
        serde_json::from_str(file(&handoff, "manifest.json")).unwrap();
    assert_eq!(manifest.files.len(), handoff.files.len() - 1);
    for entry in &manifest.files {
        let text = file(&handoff, &entry.path);
        assert_eq!(entry.blake3, blake3::hash(text.as_bytes()).to_hex().to_string(), "{}", entry.path);
        assert_eq!(entry.bytes, text.len() as u64);
    }
}

#[test]
fn the_readme_names_every_file() {
    let handoff = bundle_of(&guest_checkout().unwrap());
    let readme = file(&handoff, "README.md");
    for path in handoff.files.keys().filter(|path| *path != "README.md") {
        assert!(readme.contains(&format!("]({path})")), "{path} is not in the README");
    }
}

#[test]
fn the_schemas_and_the_plan_are_json() {
    let plan = guest_checkout().unwrap();
    let handoff = bundle_of(&plan);
    for (path, text) in handoff.files.iter().filter(|(path, _)| path.ends_with(".json")) {
        assert!(serde_json::from_str::<serde_json::Value>(text).is_ok(), "{path}");
    }
    assert_eq!(serde_json::from_str::<Plan>(file(&handoff, "plan.json")).unwrap(), plan);
}

#[test]
fn there_is_a_scenario_for_every_failure_edge_case_and_branch() {
    let plan = guest_checkout().unwrap();
    let handoff = bundle_of(&plan);
    let feature = file(&handoff, "acceptance.feature");
    let count = |tag: &str| feature.lines().filter(|line| line.trim_start().starts_with(tag)).count();
    let failures = plan.nodes.iter().filter_map(|node| match &node.kind {
        NodeKind::Step(step) => Some(step.failure_modes.len()),
        _ => None,
    });
    assert_eq!(count("@failure"), failures.sum::<usize>());
    assert_eq!(count("@edge"), plan.edge_cases.len());
    assert!(feature.contains(Outcome::Refused.words()) && feature.contains(Outcome::GoalReached.words()));
    for scenario in feature.split("  Scenario: ").skip(1) {
        assert!(scenario.contains("    Then "), "a scenario without a Then: {scenario}");
    }
}

/// Words that would be markup, code or control in one format or another stay words in all of them.
#[test]
fn hostile_words_stay_words() {
    let hostile = "</script><script>alert(1)</script> \u{1b}[31m\u{202e} ]]> <!-- --> | # ` {{x}} \"quoted\" & -->|y| end\nScenario: no";
    let mut plan = guest_checkout().unwrap();
    plan.title = hostile.to_owned();
    plan.goal = hostile.to_owned();
    for node in &mut plan.nodes {
        node.title = hostile.to_owned();
        node.notes = vec![hostile.to_owned()];
        if let NodeKind::Step(step) = &mut node.kind {
            step.failure_modes.iter_mut().for_each(|failure| failure.title = hostile.to_owned());
        }
    }
    for flow in &mut plan.flows {
        flow.label = flow.label.as_ref().map(|_| hostile.to_owned());
    }
    for actor in &mut plan.actors {
        actor.name = hostile.to_owned();
    }
    let handoff = bundle_of(&plan);
    for (path, text) in &handoff.files {
        if path.ends_with(".json") {
            continue;
        }
        assert!(!text.contains('\u{1b}') && !text.contains('\u{202e}'), "{path} has control characters");
        assert!(!text.lines().any(|line| line.trim() == "Scenario: no"), "{path} was split by a line end");
    }
    for path in ["report.html", "diagram.svg", "workflow.bpmn"] {
        let text = file(&handoff, path);
        assert!(!text.contains("<script") && !text.contains("<!--"), "{path} has markup of the user");
    }
    for path in ["README.md", "decisions.md", "edge-cases.md"] {
        let unescaped = file(&handoff, path).replace("\\<", "");
        assert!(!unescaped.contains("<script"), "{path} has markup of the user");
    }
    assert!(!file(&handoff, "diagram.mmd").contains("<script"));
}

#[test]
fn the_workflow_is_one_xml_document_with_everything_drawn() {
    let handoff = bundle_of(&guest_checkout().unwrap());
    let workflow = file(&handoff, "workflow.bpmn");
    let mut reader = quick_xml::Reader::from_str(workflow);
    let (mut ids, mut drawn) = (Vec::new(), Vec::new());
    loop {
        match reader.read_event().unwrap() {
            quick_xml::events::Event::Eof => break,
            quick_xml::events::Event::Start(tag) | quick_xml::events::Event::Empty(tag) => {
                for attribute in tag.attributes() {
                    let attribute = attribute.unwrap();
                    let value = attribute.value.to_string();
                    match attribute.key.as_ref() {
                        "id" => ids.push(value),
                        "bpmnElement" => drawn.push(value),
                        _ => {}
                    }
                }
            }
            _ => {}
        }
    }
    let unique: std::collections::BTreeSet<&String> = ids.iter().collect();
    assert_eq!(unique.len(), ids.len(), "an id stands twice");
    assert!(drawn.iter().all(|element| unique.contains(element)));
    assert!(drawn.len() > 40);
}

#[test]
fn a_plan_that_cannot_be_drawn_is_refused() {
    let check = |change: &dyn Fn(&mut Plan), code: ErrorCode| {
        let mut plan = guest_checkout().unwrap();
        change(&mut plan);
        let error = bundle(&HandoffInput::new(&plan), &HandoffOptions::default()).unwrap_err();
        assert_eq!(error.code(), code, "{error}");
    };
    check(&|plan| plan.nodes.retain(|node| !matches!(node.kind, NodeKind::Start)), ErrorCode::InvalidPlan);
    check(&|plan| plan.nodes.truncate(3), ErrorCode::InvalidPlan);
    check(
        &|plan| {
            for _ in 0..3_000 {
                plan.nodes.extend(plan.nodes.last().cloned());
            }
        },
        ErrorCode::LimitSize,
    );
}

/// One of everything that a plan can have comes out whole in every format.
#[test]
fn a_plan_with_everything_has_it_in_every_file() {
    let handoff = bundle_of(&everything::everything());
    let check = |path: &str, words: &[&str]| {
        for word in words {
            assert!(file(&handoff, path).contains(word), "{path} lacks {word}");
        }
    };
    check(
        "workflow.bpmn",
        &[
            "bpmn:inclusiveGateway",
            "bpmn:eventBasedGateway",
            "bpmn:messageEventDefinition",
            "bpmn:multiInstanceLoopCharacteristics",
            "&quot;P14D&quot;<",
            "&quot;PT20M&quot;<",
            ">claim.amount &gt; 500000<",
            "gate_is_the_claim_covered_answer == ",
        ],
    );
    check(
        "openapi.yaml",
        &["/bank/claims:", "/claims/{claim_id}", "already_paid", "account_closed", "in: query"],
    );
    check("README.md", &["High risk", "for each picture", "Nothing says yet which data decides it"]);
    check("acceptance.feature", &["the account does not exist", "14 days pass", "at least 80%"]);
    check("metrics.yaml", &["604800000", "node_failed"]);
    check("schemas/claim.schema.json", &["$defs", "date-time", "^claim-[0-9]+$"]);
}

/// A loop without an end and a node that nothing leads to are drawn and told all the same.
#[test]
fn an_unsound_plan_still_gives_a_package() {
    let mut plan = guest_checkout().unwrap();
    plan.flows.retain(|flow| !flow.is_default);
    let handoff = bundle_of(&plan);
    assert!(file(&handoff, "workflow.bpmn").contains("isExecutable"));
}

/// What takes steps back is in every file, drawn, and read again as it was.
#[test]
fn what_takes_steps_back_is_told_everywhere_and_read_again() {
    let mut plan = guest_checkout().unwrap();
    let titles = ["Release the <stock> & tell the shop", "Refund the payment"];
    let mut undone = Vec::new();
    let steps = plan.nodes.iter_mut().filter_map(|node| match &mut node.kind {
        NodeKind::Step(step) => Some((&node.title, step)),
        _ => None,
    });
    for ((name, step), title) in steps.zip(titles) {
        step.undo = Some(Undo { title: title.to_owned(), working_time: None, cost: None });
        undone.push((name.clone(), title));
    }
    let handoff = bundle_of(&plan);
    for path in
        ["README.md", "edge-cases.md", "acceptance.feature", "diagram.mmd", "report.html", "diagram.svg"]
    {
        assert!(file(&handoff, path).contains("Refund the payment"), "{path}");
    }
    let workflow = file(&handoff, "workflow.bpmn");
    let imported = crate::plan::import::import_bpmn(workflow, None, &Limits::default()).unwrap();
    assert!(imported.not_kept.iter().all(|lost| !lost.what.contains("ompensat")), "{:?}", imported.not_kept);
    let read: Vec<(String, &str)> = imported
        .plan
        .nodes
        .iter()
        .filter_map(|node| match &node.kind {
            NodeKind::Step(step) => Some((node.title.clone(), step.undo.as_ref()?.title.as_str())),
            _ => None,
        })
        .collect();
    assert_eq!(read, undone);
    let outcomes = |plan: &Plan| -> std::collections::BTreeSet<_> {
        let ends = plan.nodes.iter().filter_map(|node| match &node.kind {
            NodeKind::End(end) => Some((node.title.clone(), end.outcome.words())),
            _ => None,
        });
        ends.collect()
    };
    assert!(outcomes(&imported.plan).is_superset(&outcomes(&plan)));
}

#[test]
fn signals_of_process_models_are_read_and_written() {
    let model = "<definitions xmlns='http://www.omg.org/spec/BPMN/20100524/MODEL'><process id='p'>\
         <startEvent id='s'/><intermediateCatchEvent id='back' name='Back in stock'><signalEventDefinition/>\
         </intermediateCatchEvent><endEvent id='e'/><sequenceFlow id='a' sourceRef='s' targetRef='back'/>\
         <sequenceFlow id='b' sourceRef='back' targetRef='e'/></process></definitions>";
    let signals = plan::import::import_bpmn(model, None, &Limits::default()).unwrap().plan;
    let is_signal = |plan: &Plan| {
        plan.nodes.iter().any(|node| matches!(&node.kind, NodeKind::Message(message) if message.is_signal))
    };
    assert!(is_signal(&signals), "{}", serde_json::json!(signals.nodes));
    let handoff = bundle(&HandoffInput::new(&signals), &HandoffOptions::default()).unwrap();
    let written = &handoff.files["workflow.bpmn"];
    assert!(written.contains("<bpmn:signal ") && written.contains("bpmn:signalEventDefinition"), "{written}");
    assert!(is_signal(&plan::import::import_bpmn(written, None, &Limits::default()).unwrap().plan));
}
