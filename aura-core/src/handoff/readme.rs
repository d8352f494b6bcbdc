//! `README.md`: what an engineer reads first, from top to bottom.

mod steps;

use super::HandoffInput;
use super::journeys::{Event, Journey, Wish};
use super::markdown::{Page, code, escaped, sentence};
use super::view::PlanView;
use super::words;
use crate::domain::metric::{Direction, Metric, MetricRole};
use crate::domain::plan::NodeKind;
use crate::domain::step::RiskLevel;

/// The page. `files` names every file of the folder with what it is.
pub(super) fn render(input: &HandoffInput, view: &PlanView, files: &[(String, String)]) -> String {
    let mut page = Page::new(&view.plan.title);
    what_and_why(input, view, &mut page);
    flow(view, files, &mut page);
    steps::render(view, &mut page);
    data(view, &mut page);
    services(view, &mut page);
    simulation(input, &mut page);
    decided(view, &mut page);
    build_first(view, &mut page);
    done(view, &mut page);
    unknown(input, view, &mut page);
    page.heading(2, "Files in this folder");
    let rows: Vec<Vec<String>> =
        files.iter().map(|(path, what)| vec![format!("[{0}]({0})", path), escaped(what)]).collect();
    page.table(&["File", "What it is"], &rows);
    page.finish()
}

fn what_and_why(input: &HandoffInput, view: &PlanView, page: &mut Page) {
    page.paragraph(&sentence(&view.plan.goal));
    page.heading(2, "What this is and why");
    if let Some(explanation) = input.explanation {
        page.paragraph(&escaped(&explanation.summary));
    }
    let people: Vec<String> = view.plan.actors.iter().map(|actor| escaped(&actor.name)).collect();
    if !people.is_empty() {
        page.paragraph(&format!("Who takes part: {}.", words::list(&people)));
    }
    let criteria: Vec<String> = view
        .plan
        .metrics
        .iter()
        .filter_map(|metric| {
            let bound = super::feature::bound_words(metric).or_else(|| allowed_change(input, metric))?;
            let window = metric
                .window_ms
                .map_or_else(String::new, |window| format!(" within {}", words::duration(window as f64)));
            let today = metric
                .baseline
                .as_ref()
                .map_or_else(String::new, |baseline| format!(", today {}", words::quantity(baseline)));
            Some(format!(
                "**{}**: {}{window}{today}.",
                escaped(&words::capitalised(&metric.title)),
                escaped(&bound)
            ))
        })
        .collect();
    if !criteria.is_empty() {
        page.paragraph("It is a success when:");
        page.list(&criteria);
    }
    let non_goals: Vec<String> =
        input.intent.iter().flat_map(|intent| &intent.non_goals).map(|item| sentence(&item.text)).collect();
    if !non_goals.is_empty() {
        page.paragraph("Out of scope:");
        page.list(&non_goals);
    }
}

/// `may rise by at most 5%`: what the user said of a metric of which no value is known.
fn allowed_change(input: &HandoffInput, metric: &Metric) -> Option<String> {
    let criteria = &input.intent?.success_criteria;
    let criterion = criteria.iter().find(|criterion| Some(&criterion.id) == metric.criterion.as_ref())?;
    let change = criterion.change.as_ref()?;
    let worse = match metric.direction {
        Direction::Increase => "may fall by at most",
        Direction::Decrease => "may rise by at most",
        Direction::Keep => "may change by at most",
    };
    let better = match metric.direction {
        Direction::Increase => "rises by",
        Direction::Decrease => "falls by",
        Direction::Keep => "changes by at most",
    };
    let how = if metric.role == MetricRole::Guardrail { worse } else { better };
    Some(format!("{how} {}", words::quantity(&change.quantity)))
}

fn flow(view: &PlanView, files: &[(String, String)], page: &mut Page) {
    page.heading(2, "The flow");
    let usual = Journey::find(view, Wish::Usual);
    page.paragraph("When all goes well:");
    page.numbered(&usual.events.iter().filter_map(|event| event_words(view, event)).collect::<Vec<_>>());
    if files.iter().any(|(path, _)| path == "diagram.svg") {
        page.paragraph("![The whole flow with its branches and failures](diagram.svg)");
    }
    page.paragraph(
        "The same flow as [workflow.bpmn](workflow.bpmn) (BPMN 2.0, for engines and modelling tools) and as \
         [diagram.mmd](diagram.mmd) (Mermaid, for wikis). `plan.json` is the source of all three.",
    );
    let branches: Vec<Vec<String>> = view
        .plan
        .nodes
        .iter()
        .filter(|node| view.divides(node))
        .flat_map(|node| view.flows_out_of(&node.id).iter().map(move |flow| (node, flow)))
        .map(|(node, flow)| {
            let condition = match &flow.condition {
                Some(condition) => {
                    format!("{}: {}", escaped(&condition.english), code(&condition.expression))
                }
                None if flow.is_default => "otherwise".to_owned(),
                None => "nothing decides it yet; the simulation draws by chance".to_owned(),
            };
            let limit = flow
                .max_times
                .map_or_else(String::new, |most| format!(", at most {} per case", super::view::times(most)));
            let share = flow.probability.as_ref().and_then(|id| view.mean(id)).map(words::percent);
            vec![
                escaped(&node.title),
                escaped(flow.label.as_deref().unwrap_or("")),
                format!("{condition}{limit}"),
                escaped(&view.place(&flow.to)),
                share.unwrap_or_default(),
            ]
        })
        .collect();
    if !branches.is_empty() {
        page.heading(3, "Branches");
        page.paragraph("Conditions are in CEL, the Common Expression Language, over the case's data.");
        page.table(&["Question", "Answer", "When", "Leads to", "Share (assumed)"], &branches);
    }
}

fn event_words(view: &PlanView, event: &Event) -> Option<String> {
    match event {
        Event::Pass(node) => match &node.kind {
            NodeKind::Step(step) => Some(format!(
                "{} ({}).",
                escaped(&words::one_line(&node.title)),
                escaped(&view.actor_name(&step.actor))
            )),
            NodeKind::Timer(timer) => {
                let wait = view.mean(&timer.duration).map(words::duration).unwrap_or_default();
                Some(format!("{}: {wait} pass.", escaped(&node.title)))
            }
            NodeKind::Message(message) => Some(format!(
                "{} (from the {}{}).",
                escaped(&node.title),
                escaped(&view.actor_name(&message.from)),
                if message.is_signal { ", once for all who wait" } else { "" }
            )),
            _ => None,
        },
        Event::Choose(node, flow) => {
            let answer = flow.words();
            Some(format!(
                "{} {}.",
                escaped(&node.title),
                escaped(&words::capitalised(answer.unwrap_or("otherwise")))
            ))
        }
        Event::End(node, outcome) => Some(format!("{} ({}).", escaped(&node.title), outcome.words())),
        _ => None,
    }
}

fn data(view: &PlanView, page: &mut Page) {
    if view.plan.data.is_empty() {
        return;
    }
    page.heading(2, "Data");
    page.paragraph("Each object has a JSON Schema under `schemas/`. Fields marked * must be there.");
    let rows: Vec<Vec<String>> = view
        .plan
        .data
        .iter()
        .map(|object| {
            let fields: Vec<String> = object
                .fields
                .iter()
                .map(|field| {
                    let star = if field.required { "\\*" } else { "" };
                    let care = match field.sensitivity {
                        crate::domain::data::Sensitivity::Ordinary => "",
                        crate::domain::data::Sensitivity::Personal => " (personal)",
                        crate::domain::data::Sensitivity::Health => " (health)",
                        crate::domain::data::Sensitivity::Financial => " (financial)",
                        crate::domain::data::Sensitivity::Secret => " (secret)",
                    };
                    format!("{}{star}{care}", code(&field.name))
                })
                .collect();
            let (made, used) = touched(view, &object.id);
            vec![escaped(&object.name), sentence(&object.description), fields.join(", "), made, used]
        })
        .collect();
    page.table(&["Object", "What it is", "Fields", "Made in", "Needed in"], &rows);
}

fn touched(view: &PlanView, data: &crate::domain::id::DataId) -> (String, String) {
    let numbers = |is_in: &dyn Fn(&crate::domain::step::Step) -> bool| {
        let list: Vec<String> = view
            .steps()
            .filter(|(_, _, step)| is_in(step))
            .map(|(number, _, _)| number.to_string())
            .collect();
        if list.is_empty() {
            String::new()
        } else {
            format!("{} {}", if list.len() == 1 { "step" } else { "steps" }, list.join(", "))
        }
    };
    (numbers(&|step| step.produces.contains(data)), numbers(&|step| step.needs.contains(data)))
}

fn services(view: &PlanView, page: &mut Page) {
    page.heading(2, "Services");
    let rows: Vec<Vec<String>> = view
        .plan
        .services
        .iter()
        .flat_map(|service| service.operations.iter().map(move |operation| (service, operation)))
        .map(|(service, operation)| {
            let side = if service.is_external { "somebody else" } else { "ourselves" };
            let call = format!(
                "{} {}",
                super::openapi::method_name(operation.method).to_uppercase(),
                operation.path
            );
            let latency = view.mean(&operation.latency).map(words::duration).unwrap_or_default();
            let twice = match operation.is_idempotent {
                true => "safe",
                false => "not safe: does it twice",
            };
            vec![
                format!("{} (run by {side})", escaped(&service.title)),
                escaped(&operation.title),
                code(&call),
                latency,
                words::duration(operation.timeout_ms as f64),
                twice.to_owned(),
            ]
        })
        .collect();
    if rows.is_empty() {
        page.paragraph("The plan calls no service, so there is no API contract in this folder.");
        return;
    }
    page.paragraph(
        "The contract is in [openapi.yaml](openapi.yaml); code generators read it. Paths are proposals: \
         replace those of services that exist.",
    );
    page.table(
        &["Service", "Operation", "Call", "Answer in (assumed)", "Give up after", "Calling twice"],
        &rows,
    );
}

fn simulation(input: &HandoffInput, page: &mut Page) {
    let Some(run) = input.run else { return };
    page.heading(2, "What the simulation showed");
    page.paragraph(&format!(
        "{} cases ran through the plan in virtual time, with simulated people, mock services and synthetic data \
         (seed {}). Nothing here was measured in real life; [report.html](report.html) shows it in pictures.",
        words::grouped(run.cases as f64),
        run.scenario.seed.0
    ));
    let rows: Vec<Vec<String>> = run
        .outcomes
        .iter()
        .map(|count| {
            vec![
                words::capitalised(count.outcome.words()),
                words::grouped(count.cases as f64),
                words::estimate(&count.share, &crate::domain::quantity::Unit::Share),
            ]
        })
        .collect();
    page.table(&["Outcome", "Cases", "Share (95% interval)"], &rows);
}

fn decided(view: &PlanView, page: &mut Page) {
    page.heading(2, "What is decided and what is assumed");
    let assumed = view.plan.assumptions.iter().filter(|assumption| assumption.origin.is_assumed()).count();
    page.paragraph(&format!(
        "[decisions.md](decisions.md) lists every decision with its origin. {} of {} numbers are defaults that \
         nobody confirmed; replace them with measured ones as soon as you can.",
        assumed,
        view.plan.assumptions.len()
    ));
    let rules: Vec<String> = view.plan.rules.iter().map(|rule| sentence(&rule.text)).collect();
    if !rules.is_empty() {
        page.paragraph("Rules that the product must keep:");
        page.list(&rules);
    }
    let risks: Vec<String> = view
        .steps()
        .filter_map(|(number, node, step)| {
            let risk = step.risk.as_ref().filter(|risk| risk.level != RiskLevel::Low)?;
            let level = if risk.level == RiskLevel::High { "High" } else { "Medium" };
            Some(format!(
                "**{level} risk** at step {number}, {}: {}",
                escaped(&node.title),
                sentence(&risk.reason)
            ))
        })
        .collect();
    if !risks.is_empty() {
        page.paragraph("What to be careful with:");
        page.list(&risks);
    }
}

fn build_first(view: &PlanView, page: &mut Page) {
    page.heading(2, "What to build first");
    let mut items = Vec::new();
    let usual = Journey::find(view, Wish::Usual);
    let numbers: Vec<String> = usual
        .events
        .iter()
        .filter_map(|event| match event {
            Event::Pass(node) => view.number(&node.id).map(|number| number.to_string()),
            _ => None,
        })
        .collect();
    if !numbers.is_empty() {
        items.push(format!(
            "The usual way, end to end and thin: steps {}. One scenario tagged `@usual` proves it.",
            words::list(&numbers)
        ));
    }
    let external: Vec<String> = view
        .plan
        .services
        .iter()
        .filter(|service| service.is_external && !service.operations.is_empty())
        .map(|service| escaped(&service.title))
        .collect();
    if !external.is_empty() {
        items.push(format!(
            "A first real call of {}: what others run holds the most surprises.",
            words::list(&external)
        ));
    }
    let risky: Vec<String> = view
        .steps()
        .filter(|(_, _, step)| step.risk.as_ref().is_some_and(|risk| risk.level != RiskLevel::Low))
        .map(|(number, _, _)| number.to_string())
        .collect();
    if !risky.is_empty() {
        items.push(format!("Guards for the risky steps: step {}.", words::list(&risky)));
    }
    items.push("The events of [metrics.yaml](metrics.yaml), before the first real case, so that there is a baseline.".to_owned());
    items.push(
        "The other branches and the failures, in the order of [edge-cases.md](edge-cases.md).".to_owned(),
    );
    page.numbered(&items);
}

fn done(view: &PlanView, page: &mut Page) {
    page.heading(2, "How to check that it is done");
    let mut items = vec![
        "Every scenario in [acceptance.feature](acceptance.feature) passes, except those tagged `@criterion`, \
         which need real use."
            .to_owned(),
        "Every stored object is valid against its schema in `schemas/`.".to_owned(),
    ];
    if view.plan.services.iter().any(|service| !service.operations.is_empty()) {
        items.push(
            "Requests and answers are valid against [openapi.yaml](openapi.yaml), errors included."
                .to_owned(),
        );
    }
    items.push(
        "All events of [metrics.yaml](metrics.yaml) arrive, and each metric can be computed from them."
            .to_owned(),
    );
    items.push(
        "[report.html](report.html) and the real figures are compared after the metric's window.".to_owned(),
    );
    page.list(&items);
}

fn unknown(input: &HandoffInput, view: &PlanView, page: &mut Page) {
    page.heading(2, "What is not known yet");
    let mut items = Vec::new();
    if let Some(intent) = input.intent {
        for question in &intent.questions {
            if !intent.answers.iter().any(|answer| answer.question == question.id) {
                let assumed = question.options.first().map_or_else(String::new, |option| {
                    format!(" Assumed meanwhile: {}", sentence(&option.label))
                });
                items.push(format!("{}{assumed}", sentence(&question.text)));
            }
        }
    }
    if let Some(sensitivity) = input.sensitivity {
        for effect in sensitivity.effects.iter().take(3).filter(|effect| effect.swing > 0.0) {
            if let Some(assumption) = view.assumption(&effect.assumption) {
                items.push(format!(
                    "{} Assumed: {}. It moves the result more than most other numbers.",
                    sentence(&assumption.statement),
                    escaped(&words::assumed_value(assumption))
                ));
            }
        }
    }
    for node in view.plan.nodes.iter().filter(|node| view.divides(node)) {
        let undecided = view
            .flows_out_of(&node.id)
            .iter()
            .filter(|flow| flow.condition.is_none() && !flow.is_default)
            .count();
        if undecided > 0
            && matches!(&node.kind, NodeKind::Gateway(gateway) if gateway.rule != crate::domain::plan::GatewayRule::EventBased)
        {
            items.push(format!(
                "{} Nothing says yet which data decides it.",
                escaped(&words::sentence(&node.title))
            ));
        }
    }
    for problem in input.problems {
        items.push(sentence(&problem.text));
    }
    if items.is_empty() {
        page.paragraph("No question is open. The assumed numbers in [decisions.md](decisions.md) remain.");
    }
    page.list(&items);
}
