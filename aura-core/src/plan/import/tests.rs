use super::*;
use crate::domain::plan::{GatewayRule, NodeKind, Outcome};
use crate::domain::step::FailureKind;
use crate::error::ErrorCode;

fn import(process: &str, parameters: Option<&str>) -> ImportedPlan {
    let model = format!(
        "<definitions xmlns:qbp=\"q\"><process id=\"p\" name=\"Claims\">{process}</process></definitions>"
    );
    import_bpmn(&model, parameters, &Limits::default()).unwrap()
}

fn flow(id: &str, from: &str, to: &str) -> String {
    format!("<sequenceFlow id=\"{id}\" sourceRef=\"{from}\" targetRef=\"{to}\"/>")
}

#[test]
fn an_error_inside_of_a_sub_process_leads_to_its_boundary() {
    let inner = format!(
        "<startEvent id='s2'/><task id='b' name='B'/><exclusiveGateway id='x'/>\
         <endEvent id='bad'><errorEventDefinition errorRef='E1'/></endEvent><endEvent id='good'/>{}{}{}{}",
        flow("i1", "s2", "b"),
        flow("i2", "b", "x"),
        flow("i3", "x", "bad"),
        flow("i4", "x", "good")
    );
    let process = format!(
        "<startEvent id='s'/><subProcess id='sub' name='Part'>{inner}</subProcess>\
         <boundaryEvent id='edge' attachedToRef='sub'><errorEventDefinition errorRef='E1'/></boundaryEvent>\
         <task id='g' name='G'/><task id='d' name='D'/><endEvent id='e1'/><endEvent id='e2'/>{}{}{}{}{}",
        flow("f1", "s", "sub"),
        flow("f2", "sub", "d"),
        flow("f3", "d", "e1"),
        flow("f4", "edge", "g"),
        flow("f5", "g", "e2")
    );
    let imported = import(&process, None);
    assert_eq!(imported.not_kept, Vec::new());
    let to = |id: &str| imported.elements[id].clone();
    let leads = |from: &str, to: &str| {
        imported.plan.flows.iter().any(|flow| flow.from.as_str() == from && flow.to.as_str() == to)
    };
    assert!(leads(&to("s"), &to("b")));
    assert!(leads(&to("x"), &to("g")), "the error goes to the boundary: {:?}", imported.plan.flows);
    assert!(leads(&to("x"), &to("d")), "the plain end goes on behind the sub-process");
    let part = imported.plan.nodes.iter().find(|node| node.title == "B").unwrap();
    assert_eq!(part.group, imported.plan.groups.first().map(|group| group.id.clone()));
    for id in ["f1", "f2", "f3", "f4", "f5", "i1", "i2", "i3", "i4", "bad", "good", "sub", "edge", "s2"] {
        assert!(imported.elements.contains_key(id), "`{id}` went nowhere");
    }
}

#[test]
fn timers_messages_lanes_and_repetitions_are_kept() {
    let process = format!(
        "<laneSet><lane name='Clerk'><flowNodeRef>t</flowNodeRef></lane></laneSet><startEvent id='s'/>\
         <userTask id='t' name='Check'><multiInstanceLoopCharacteristics isSequential='true'>\
         <loopCardinality>4</loopCardinality></multiInstanceLoopCharacteristics></userTask>\
         <boundaryEvent id='late' attachedToRef='t'><timerEventDefinition><timeDuration>PT2H</timeDuration>\
         </timerEventDefinition></boundaryEvent>\
         <eventBasedGateway id='r'/><intermediateCatchEvent id='w' name='Day over'><timerEventDefinition>\
         <timeDuration>P1D</timeDuration></timerEventDefinition></intermediateCatchEvent>\
         <intermediateCatchEvent id='m' name='Reply'><messageEventDefinition/></intermediateCatchEvent>\
         <endEvent id='e'/><endEvent id='stop'><terminateEventDefinition/></endEvent>{}{}{}{}{}{}{}",
        flow("f1", "s", "t"),
        flow("f2", "t", "r"),
        flow("f3", "r", "w"),
        flow("f4", "r", "m"),
        flow("f5", "w", "stop"),
        flow("f6", "m", "e"),
        flow("f7", "late", "e")
    );
    let imported = import(&process, None);
    assert_eq!(imported.not_kept, Vec::new());
    let plan = &imported.plan;
    let kind =
        |title: &str| plan.nodes.iter().find(|node| node.title == title).map(|node| &node.kind).unwrap();
    let NodeKind::Step(step) = kind("Check") else { panic!("no step") };
    assert_eq!(plan.actors.iter().find(|actor| actor.id == step.actor).unwrap().name, "Clerk");
    assert_eq!(step.for_each.as_ref().map(|each| each.parallel), Some(false));
    assert_eq!((step.limits.time_ms, step.failure_modes[0].kind), (Some(7_200_000), FailureKind::Timeout));
    let NodeKind::Timer(timer) = kind("Day over") else { panic!("no timer") };
    let assumed = plan.assumptions.iter().find(|one| one.id == timer.duration).unwrap();
    assert_eq!(assumed.value.mean(), 86_400_000.0);
    assert!(matches!(kind("Reply"), NodeKind::Message(_)));
    let stops = plan.nodes.iter().filter(|node| {
        matches!(&node.kind, NodeKind::End(end) if end.ends_case && end.outcome == Outcome::GoalReached)
    });
    assert_eq!(stops.count(), 1);
}

#[test]
fn parameters_become_teams_shares_and_hours() {
    let process = format!(
        "<startEvent id='s'/><task id='t' name='Check'/><exclusiveGateway id='x'/><endEvent id='e'/>{}{}{}{}",
        flow("f1", "s", "t"),
        flow("f2", "t", "x"),
        flow("f3", "x", "t"),
        flow("f4", "x", "e")
    );
    let json = r#"{
      "resource_profiles": [{"id": "p", "name": "Clerks", "resource_list": [
        {"id": "a", "name": "Ann", "cost_per_hour": "30", "amount": 1, "calendar": "c"},
        {"id": "b", "name": "Bob", "cost_per_hour": 20, "amount": "2", "calendar": "c"}]}],
      "resource_calendars": [{"id": "c", "time_periods":
        [{"from": "FRIDAY", "to": "MONDAY", "beginTime": "09:00:00", "endTime": "17:30:00"}]}],
      "arrival_time_distribution": {"distribution_name": "fix", "distribution_params": [{"value": 60}]},
      "arrival_time_calendar": [{"from": "MONDAY", "to": "MONDAY", "beginTime": "22:00", "endTime": "06:00"}],
      "task_resource_distribution": [{"task_id": "t", "resources": [
        {"resource_id": "a", "distribution_name": "fix", "distribution_params": [{"value": 5}]},
        {"resource_id": "b", "distribution_name": "norm", "distribution_params": [{"value": 9}, {"value": 1}]}]}],
      "gateway_branching_probabilities": [{"gateway_id": "x", "probabilities":
        [{"path_id": "f3", "value": "0.25"}, {"path_id": "f4", "value": 0.75}]}],
      "batch_processing": [{"task_id": "t"}]
    }"#;
    let imported = import(&process, Some(json));
    let plan = &imported.plan;
    let left: Vec<&str> = imported.not_kept.iter().map(|one| one.what.as_str()).collect();
    assert_eq!(left, ["batch_processing"]);
    assert_eq!(plan.resources.iter().map(|one| one.capacity).collect::<Vec<_>>(), [1, 2]);
    let days: Vec<u8> =
        plan.resources[0].calendar.as_ref().unwrap().shifts.iter().map(|one| one.weekday).collect();
    assert_eq!(days, [5, 6, 7, 1]);
    let step = plan.nodes.iter().find_map(|node| match &node.kind {
        NodeKind::Step(step) => Some(step),
        _ => None,
    });
    assert_eq!(step.unwrap().team.len(), 2);
    let arrivals = imported.arrivals.as_ref().unwrap();
    assert_eq!(arrivals.calendar.as_ref().unwrap().shifts.len(), 2, "hours over midnight are two shifts");
    assert_eq!(arrivals.interval.mean(), 60_000.0);
    let gate = plan
        .nodes
        .iter()
        .find(|node| matches!(&node.kind, NodeKind::Gateway(gate) if gate.rule == GatewayRule::Exclusive));
    let shares: Vec<f64> = plan
        .flows
        .iter()
        .filter(|flow| Some(&flow.from) == gate.map(|gate| &gate.id))
        .filter_map(|flow| plan.assumptions.iter().find(|one| Some(&one.id) == flow.probability.as_ref()))
        .map(|one| one.value.mean())
        .collect();
    assert_eq!(shares, [0.25, 0.75]);
}

#[test]
fn damaged_models_are_refused_with_their_place() {
    let check = |model: &str, words: &str| {
        let error = import_bpmn(model, None, &Limits::default()).unwrap_err();
        assert_eq!(error.code(), ErrorCode::InvalidDocument, "{error}");
        assert!(error.message().contains(words), "{error}");
    };
    check("", "no element");
    check("<definitions/>", "no process");
    check("<definitions>\n<process>", "line 2");
    check("<!DOCTYPE d [<!ENTITY a 'b'>]><d/>", "entities");
    let error = import_bpmn("<d><process id='p'/></d>", Some("{"), &Limits::default()).unwrap_err();
    assert!(error.message().contains("JSON"), "{error}");
    let deep = format!("<d>{}", "<subProcess>".repeat(200));
    assert_eq!(import_bpmn(&deep, None, &Limits::default()).unwrap_err().code(), ErrorCode::LimitSize);
}

proptest::proptest! {
    #[test]
    fn no_model_breaks_the_reader(parts in proptest::collection::vec(0_usize..14, 0..24), ends in proptest::collection::vec((0_usize..8, 0_usize..8), 0..16)) {
        let names = [
            "startEvent", "task", "exclusiveGateway", "parallelGateway", "endEvent", "subProcess", "inclusiveGateway",
            "eventBasedGateway", "intermediateCatchEvent", "receiveTask", "boundaryEvent", "lane", "dataObject", "odd",
        ];
        let nodes: String = parts.iter().enumerate()
            .map(|(place, kind)| format!("<{0} id='n{place}' attachedToRef='n1'/>", names[*kind])).collect();
        let flows: String = ends.iter().enumerate()
            .map(|(place, (from, to))| flow(&format!("f{place}"), &format!("n{from}"), &format!("n{to}"))).collect();
        let model = format!("<definitions><process id='p'>{nodes}{flows}</process></definitions>");
        if let Ok(imported) = import_bpmn(&model, None, &Limits::default()) {
            let _ = crate::plan::check(&imported.plan);
        }
    }
}

#[test]
fn compensation_becomes_what_takes_a_step_back() {
    let process = format!(
        "<startEvent id='s'/><task id='book' name='Book the room'/>\
         <boundaryEvent id='edge' attachedToRef='book'><compensateEventDefinition/></boundaryEvent>\
         <task id='cancel' name='Cancel the room' isForCompensation='true'/>\
         <association id='a' associationDirection='One' sourceRef='edge' targetRef='cancel'/>\
         <exclusiveGateway id='x'/><endEvent id='good'/>\
         <endEvent id='bad'><compensateEventDefinition/></endEvent>{}{}{}{}",
        flow("f1", "s", "book"),
        flow("f2", "book", "x"),
        flow("f3", "x", "good"),
        flow("f4", "x", "bad")
    );
    let imported = import(&process, None);
    assert_eq!(imported.not_kept, Vec::new());
    let node = imported.plan.nodes.iter().find(|node| node.title == "Book the room").unwrap();
    let NodeKind::Step(step) = &node.kind else { panic!("no step") };
    assert_eq!(step.undo.as_ref().map(|undo| undo.title.as_str()), Some("Cancel the room"));
    for id in ["cancel", "edge"] {
        assert_eq!(imported.elements[id], node.id.to_string());
    }
}

#[test]
fn an_event_that_leaves_a_step_going_on_leads_beside_it() {
    let process = |joins: bool| {
        format!(
            "<startEvent id='s'/><task id='pack' name='Pack'/><task id='ask' name='Ask'/>\
             <boundaryEvent id='edge' name='a question comes' attachedToRef='pack' cancelActivity='false'>\
             <messageEventDefinition/></boundaryEvent><task id='send' name='Send'/><endEvent id='e'/>\
             <endEvent id='e2'/>{}{}{}{}{}",
            flow("f1", "s", "pack"),
            flow("f2", "pack", "send"),
            flow("f3", "send", "e"),
            flow("f4", "edge", "ask"),
            flow("f5", "ask", if joins { "send" } else { "e2" }),
        )
    };
    let imported = import(&process(false), None);
    let told: Vec<&str> = imported.not_kept.iter().map(|one| one.id.as_str()).collect();
    assert_eq!(told, ["edge"]);
    assert!(crate::plan::ensure_sound(&imported.plan).is_ok());
    let to = |id: &str| imported.elements[id].clone();
    let leads = |from: &str, to: &str| {
        imported.plan.flows.iter().any(|flow| flow.from.as_str() == from && flow.to.as_str() == to)
    };
    assert!(
        leads(&to("s"), &to("edge")) && leads(&to("edge"), &to("pack")) && leads(&to("edge"), &to("ask"))
    );
    // Where both ways come together again, a plan cannot say it: the event is left out, and told.
    let imported = import(&process(true), None);
    let told = imported.not_kept.iter().find(|one| one.id == "edge").unwrap();
    assert!(told.reason.contains("comes together"), "{told:?}");
}

#[test]
fn what_throws_the_event_of_a_sub_process_leads_there() {
    let process = |start: &str, end: &str| {
        format!(
            "<startEvent id='s'/><task id='pay' name='Pay'/><exclusiveGateway id='x'/><endEvent id='good'/>\
             <endEvent id='bad'>{end}</endEvent>\
             <subProcess id='rescue' name='Rescue' triggeredByEvent='true'><startEvent id='es' name='no money'>{start}\
             </startEvent><task id='call' name='Call the customer'/><endEvent id='ee'/>{}{}</subProcess>{}{}{}{}",
            flow("i1", "es", "call"),
            flow("i2", "call", "ee"),
            flow("f1", "s", "pay"),
            flow("f2", "pay", "x"),
            flow("f3", "x", "good"),
            flow("f4", "x", "bad")
        )
    };
    let error = "<errorEventDefinition errorRef='E'/>";
    let imported = import(&process(error, error), None);
    assert_eq!(imported.not_kept, Vec::new());
    assert!(crate::plan::ensure_sound(&imported.plan).is_ok());
    let to = |id: &str| imported.elements[id].clone();
    let (gate, call) = (to("x"), to("call"));
    assert!(imported.plan.flows.iter().any(|flow| flow.from.as_str() == gate && flow.to.as_str() == call));
    // A message may come at any moment; in the plan it comes at the step, and that is told.
    let imported = import(&process("<messageEventDefinition/>", ""), None);
    assert_eq!(imported.not_kept.iter().map(|one| one.id.as_str()).collect::<Vec<_>>(), ["rescue"]);
    let of_compensation = import(&process("<compensateEventDefinition/>", ""), None);
    assert!(of_compensation.plan.nodes.iter().all(|node| node.title != "Call the customer"));
    assert_eq!(of_compensation.not_kept.len(), 1);
    let pay = imported.plan.nodes.iter().find(|node| node.title == "Pay").unwrap();
    let NodeKind::Step(step) = &pay.kind else { panic!("no step") };
    assert_eq!((step.failure_modes.len(), step.failure_modes[0].title.as_str()), (1, "no money"));
    assert!(crate::plan::ensure_sound(&imported.plan).is_ok());
}
