//! Makes a full step of a sketched one: data, screen, service, times, failures, risk, edge cases.

use crate::domain::actor::ActorKind;
use crate::domain::agent::Agent;
use crate::domain::id::{DataId, NodeId, OperationId, ScreenId, slug};
use crate::domain::intent::TimeRole;
use crate::domain::plan::{HttpMethod, NodeKind, Outcome, ScreenElement, Words};
use crate::domain::provenance::Origin;
use crate::domain::quantity::Distribution;
use crate::domain::step::{AgentKind, FailureKind};
use crate::plan::agents;
use crate::plan::build::{FieldBuilder, OperationDraft, StepBuilder, end_case, office_hours, retry};
use crate::plan::words::lower_first;
use crate::text::{noun_plural, noun_singular};

use super::edges;
use super::risks;
use super::sketch::{Role, StepSketch};
use super::things;
use super::weave::{Weaver, shortened};
use super::work::{Work, usual_time, work_of};

/// The longest time that a stated duration is taken as work, in milliseconds.
const WORKING_DAY_MS: u64 = 8 * 3_600_000;

/// Most data objects of a drafted plan.
const MAX_DATA: usize = 14;
/// Most inputs that a screen gets by itself.
const MAX_INPUTS: usize = 6;

/// What is known about a step before it is built.
pub(super) struct Facts {
    pub(super) title: String,
    pub(super) work: Work,
    pub(super) kind: ActorKind,
    pub(super) name: String,
    pub(super) data: Option<DataId>,
}

/// The AI agent that a step of an AI is given to, or why a person does it; nothing for other steps.
fn chosen_agent(weaver: &mut Weaver<'_>, sketch: &StepSketch) -> Option<Result<(Agent, String), String>> {
    let (name, kind, _) = weaver.cast.actor(&sketch.role);
    if kind != ActorKind::AiAgent {
        return None;
    }
    let work = sketch.work.unwrap_or_else(|| agents::asked_of_ai(&sketch.title));
    let data = data_of(weaver, sketch, work);
    let object = weaver.plan.plan().data.iter().find(|object| Some(&object.id) == data.as_ref());
    let sensitivity = object.and_then(|object| object.fields.iter().map(|field| field.sensitivity).max());
    let chosen = agents::choose(&weaver.agents, &name, work, sensitivity);
    Some(chosen.map(|(agent, reason)| (agent.clone(), reason)))
}

pub(super) fn add_step(weaver: &mut Weaver<'_>, sketch: &StepSketch) -> NodeId {
    let chosen = chosen_agent(weaver, sketch);
    let sketch = &match &chosen {
        Some(Err(_)) => StepSketch { role: Role::Staff("team member"), ..sketch.clone() },
        _ => sketch.clone(),
    };
    let actor = weaver.actor(&sketch.role);
    let (name, kind, _) = weaver.cast.actor(&sketch.role);
    let work = sketch.work.unwrap_or_else(|| work_of(&sketch.title, kind));
    let before = weaver.plan.present_origin();
    if let Some(origin) = &sketch.origin {
        weaver.plan.default_origin(inferred_from(origin, &sketch.title));
    }
    let data = data_of(weaver, sketch, work);
    let title = unused_title(weaver, &shortened(&sketch.title), (&name, kind));
    let facts = Facts { title: title.clone(), work, kind, name, data };
    weaver
        .plan
        .default_origin(Origin::assumed("the text gives no figure; a usual value for this kind of step"));
    let call = call_of(weaver, &facts);
    let screen = screen_of(weaver, &facts);
    let resource = (kind == ActorKind::Staff).then(|| {
        let people = crew(&facts.name);
        let resource = weaver.plan.resource(&people, 3, Some(office_hours(8 * 60, 18 * 60)));
        let has_cost = weaver
            .plan
            .plan()
            .resources
            .iter()
            .any(|known| known.id == resource && known.cost_per_hour.is_some());
        if !has_cost {
            weaver.plan.cost_per_hour(&resource, 30.0);
        }
        resource
    });
    let inputs = screen.as_ref().map_or(0, |screen| input_count(weaver, screen));
    let (usual_ms, source) = usual_time(work, kind, inputs);
    let needs: Vec<DataId> =
        facts.data.iter().filter(|data| weaver.at_hand.contains(data)).cloned().collect();
    let makes =
        facts.data.clone().filter(|_| matches!(work, Work::Enter | Work::Choose | Work::Pay | Work::Record));

    let mut step = weaver.plan.step(&title, &actor);
    if let Some(origin) = &sketch.origin {
        step = step.origin(origin.clone());
    }
    for data in &needs {
        step = step.needs(data);
    }
    if let Some(data) = &makes {
        step = step.produces(data);
    }
    if let Some(operation) = &call {
        step = step.calls(operation);
    }
    if let Some(screen) = &screen {
        step = step.screen(screen);
    }
    if let Some(resource) = &resource {
        step = step.resource(resource);
    }
    let needs_time = call.is_none() || kind.is_person() || kind == ActorKind::AiAgent;
    let takes = sketch.time.as_ref().filter(|time| time.role == TimeRole::Takes && time.duration_ms > 0);
    // Nobody works on one thing for longer than a day: a longer time is one in which it lies.
    let stated = takes.filter(|time| time.duration_ms <= WORKING_DAY_MS);
    if let Some(lies) = takes.filter(|time| time.duration_ms > WORKING_DAY_MS) {
        step = step.waits(lies.duration_ms as f64);
    }
    if needs_time {
        let mean_ms =
            stated.map_or_else(|| sketch.mean_ms.unwrap_or(usual_ms), |time| time.duration_ms as f64);
        step = step.takes(mean_ms);
    }
    if let Some(limit) =
        sketch.time.as_ref().filter(|time| time.role == TimeRole::Within && time.duration_ms > 0)
    {
        step = step.within(limit.duration_ms);
    }
    match &chosen {
        Some(Ok((agent, reason))) => {
            step = step
                .agent(AgentKind::AiAgent, &facts.name, Origin::inferred("agent.catalogue", reason, 0.8))
                .costs(agent.cost);
        }
        Some(Err(reason)) => {
            step = step.agent(
                AgentKind::Person,
                &facts.name,
                Origin::inferred(agents::NOBODY_FITS, reason, 0.8),
            );
        }
        None => {}
    }
    step = failures(step, sketch, &facts, call.is_some());
    let node = step.add();
    if needs_time {
        time_origin(weaver, &node, sketch, source, stated.is_some());
    }
    risks::mark(weaver, &node, &facts);
    edges::add(weaver, &node, &facts);
    if let Some(data) = &facts.data
        && !weaver.at_hand.contains(data)
    {
        weaver.at_hand.push(data.clone());
    }
    weaver.plan.default_origin(before);
    node
}

/// What follows from words that were stated is inferred, not stated.
fn inferred_from(origin: &Origin, title: &str) -> Origin {
    match origin {
        Origin::Stated(stated) => Origin::Inferred(crate::domain::provenance::InferredOrigin {
            rule: "draft.from_step".to_owned(),
            reason: format!("the step `{}` needs it", shortened(title)),
            quotes: stated.quotes.clone(),
            confidence: 0.7,
        }),
        other => other.clone(),
    }
}

/// A title that no other step has.
fn unused_title(weaver: &Weaver<'_>, title: &str, actor: (&str, ActorKind)) -> String {
    let is_taken = |wanted: &str| {
        weaver
            .plan
            .plan()
            .nodes
            .iter()
            .any(|node| matches!(node.kind, NodeKind::Step(_)) && node.title.eq_ignore_ascii_case(wanted))
    };
    if !is_taken(title) {
        return title.to_owned();
    }
    let role = format!("{title} as {}", actor.0);
    if actor.1 == ActorKind::Staff && title.split(' ').count() <= 6 && !is_taken(&role) {
        return role;
    }
    let again = format!("{title} again");
    if !is_taken(&again) {
        return again;
    }
    crate::domain::id::unused(again, |title, number| format!("{title} ({number})"), |title| is_taken(title))
}

/// The data object that a step is about, added to the plan where it is new.
fn data_of(weaver: &mut Weaver<'_>, sketch: &StepSketch, work: Work) -> Option<DataId> {
    if work == Work::Notify {
        return weaver.at_hand.last().cloned();
    }
    let wanted = sketch.object.as_deref().and_then(thing_name);
    // A thing of the intent that the title names.
    let stated = weaver.cast.intent.objects.iter().find(|object| {
        let name = object.name.to_lowercase();
        name.split(' ').count() <= 3 && super::cast::has_word(&sketch.title, &name)
    });
    let (name, properties) = match (&wanted, stated) {
        (Some(name), Some(object)) if object.name.eq_ignore_ascii_case(name) => {
            (name.clone(), object.properties.clone())
        }
        (Some(name), _) => (name.clone(), Vec::new()),
        (None, Some(object)) => (thing_name(&object.name)?, object.properties.clone()),
        (None, None) => return weaver.at_hand.last().cloned(),
    };
    let is_new = !weaver.plan.plan().data.iter().any(|object| object.name == name);
    let is_actor = weaver.cast.intent.actors.iter().any(|actor| name.ends_with(&actor.name.to_lowercase()));
    // Only what is known or what the intent lists becomes data; a step may speak of many other things.
    let is_listed = || {
        let head = |text: &str| text.split(' ').next_back().map(noun_singular);
        weaver.cast.intent.objects.iter().any(|object| head(&object.name.to_lowercase()) == head(&name))
    };
    let fits = things::is_known(&name) || (sketch.topic.is_empty() && is_listed());
    if is_actor || (is_new && (weaver.plan.plan().data.len() >= MAX_DATA || !fits)) {
        return weaver.at_hand.last().cloned();
    }
    Some(things::add(&mut weaver.plan, &name, &properties))
}

/// A short singular name of a thing; nothing for what is none.
fn thing_name(object: &str) -> Option<String> {
    const NONE: &[&str] = &[
        "it",
        "them",
        "this",
        "that",
        "one",
        "something",
        "someone",
        "somebody",
        "everyone",
        "everything",
        "people",
        "time",
        "way",
        "hour",
        "minute",
        "day",
        "week",
        "month",
        "year",
        "thing",
        "step",
        "system",
        "what",
        "nobody",
        "anything",
        "no",
        "which",
        "who",
        "option",
        "place",
        "part",
        "rest",
        "first",
        "second",
        "next",
        "attention",
        "sure",
    ];
    const NUMBERS: &[&str] = &[
        "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "twelve", "twenty",
        "hundred", "half", "tenth", "every", "most", "many", "several",
    ];
    let lower = object.to_lowercase();
    let head = lower.split([',', ';', '(', ':', '"']).next().unwrap_or_default();
    let head = [
        " of ", " for ", " with ", " from ", " in ", " on ", " to ", " and ", " or ", " by ", " that ",
        " who ", " which ", " at ",
    ]
    .iter()
    .fold(head, |text, word| text.split(*word).next().unwrap_or(text));
    let words: Vec<&str> = head
        .split_whitespace()
        .skip_while(|word| {
            matches!(
                *word,
                "the"
                    | "a"
                    | "an"
                    | "their"
                    | "its"
                    | "his"
                    | "her"
                    | "my"
                    | "our"
                    | "each"
                    | "every"
                    | "all"
                    | "any"
                    | "your"
                    | "some"
                    | "new"
            )
        })
        .filter(|word| {
            word.chars().all(|character| character.is_alphanumeric() || character == '-' || character == '\'')
        })
        .collect();
    let (last, front) = words.split_last()?;
    let is_count =
        |word: &&str| NUMBERS.contains(word) || word.chars().any(|character| character.is_ascii_digit());
    if words.iter().any(is_count) {
        return None;
    }
    if words.len() > 3
        || NONE.contains(last)
        || last.chars().any(|character| character.is_ascii_digit())
        || last.len() < 3
    {
        return None;
    }
    let mut name: Vec<String> = front.iter().map(|word| (*word).to_owned()).collect();
    name.push(noun_singular(last));
    Some(name.join(" "))
}

fn call_of(weaver: &mut Weaver<'_>, facts: &Facts) -> Option<OperationId> {
    let is_machine = matches!(facts.kind, ActorKind::System | ActorKind::External);
    let (service, description, external) = match (facts.work, is_machine) {
        (Work::Pay, _) | (Work::MoveMoney, true) => {
            ("payment provider".to_owned(), "Takes and returns money.", true)
        }
        (Work::Notify, true) => ("message service".to_owned(), "Sends messages to people.", true),
        (_, true) if facts.kind == ActorKind::External => {
            (facts.name.clone(), "Belongs to somebody else.", true)
        }
        (_, true) if facts.name != "system" => (facts.name.clone(), "One of our own systems.", false),
        (Work::Check, true) => {
            ("checking service".to_owned(), "Compares what comes in with what should be.", false)
        }
        (Work::Compute, true) => ("calculation service".to_owned(), "Works out results.", false),
        (_, true) => ("record service".to_owned(), "Keeps what is known.", false),
        _ => return None,
    };
    let service = weaver.plan.service(&service, description, external);
    let title = lower_first(&facts.title);
    let noun = facts
        .data
        .as_ref()
        .map_or_else(|| "case".to_owned(), |data| data.as_str().trim_start_matches("data_").to_owned());
    let verb = slug(title.split(' ').next().unwrap_or("do"));
    let wanted = format!("/{}/{verb}", noun_plural(&noun.replace('_', "-")));
    let path = crate::domain::id::unused(
        wanted,
        |path, number| format!("{path}-{number}"),
        |path| weaver.paths.contains(path),
    );
    weaver.paths.insert(path.clone());
    let request = match facts.work {
        Work::Notify => Some(message_data(weaver)),
        _ => facts.data.clone(),
    };
    let result = weaver.plan.data(
        "result",
        "What a service answers.",
        vec![
            FieldBuilder::identifier("Reference", "ref").build(),
            FieldBuilder::choice("Outcome", &["ok", "not ok"]).build(),
        ],
    );
    let mut draft = OperationDraft::post(&title, &path).bodies(request.as_ref(), Some(&result));
    draft.method = HttpMethod::Post;
    draft = match facts.work {
        Work::Pay | Work::MoveMoney => draft.error(402, "declined", "The bank says no.").behaves(900.0, 0.01),
        Work::Notify => {
            draft.error(422, "bad_recipient", "The message cannot be delivered.").behaves(400.0, 0.005)
        }
        Work::Check | Work::Compute => {
            draft.error(422, "not_possible", "What was sent cannot be judged.").behaves(500.0, 0.01)
        }
        _ => draft.error(409, "conflict", "It was changed in the meantime.").behaves(150.0, 0.002),
    };
    Some(weaver.plan.operation(&service, draft))
}

fn message_data(weaver: &mut Weaver<'_>) -> DataId {
    things::add(&mut weaver.plan, "message", &[])
}

fn screen_of(weaver: &mut Weaver<'_>, facts: &Facts) -> Option<ScreenId> {
    if !facts.kind.is_person() || matches!(facts.work, Work::Handle | Work::Talk) {
        return None;
    }
    let mut elements = Vec::new();
    let object = facts
        .data
        .as_ref()
        .and_then(|id| weaver.plan.plan().data.iter().find(|object| object.id == *id))
        .cloned();
    let asks = matches!(facts.work, Work::Enter | Work::Choose | Work::Pay | Work::Approve);
    if let Some(object) = &object {
        let is_at_hand = weaver.at_hand.contains(&object.id);
        if !asks || (is_at_hand && facts.work != Work::Enter) {
            elements
                .push(ScreenElement::Summary(crate::domain::plan::DataReference { data: object.id.clone() }));
        }
        if asks {
            let inputs = object.fields.iter().filter(|field| match facts.work {
                Work::Enter => {
                    !matches!(field.kind, crate::domain::data::FieldKind::Identifier)
                        && field.name != "status"
                }
                Work::Choose | Work::Pay | Work::Approve => {
                    matches!(field.kind, crate::domain::data::FieldKind::Choice(_)) && field.name != "status"
                }
                _ => false,
            });
            elements.extend(inputs.take(MAX_INPUTS).map(|field| {
                ScreenElement::Input(crate::domain::plan::FieldReference {
                    data: object.id.clone(),
                    field: field.name.clone(),
                })
            }));
        }
    }
    if elements.is_empty() {
        elements.push(ScreenElement::Paragraph(Words { text: format!("{}.", facts.title) }));
    }
    let (intro, action) = screen_words(facts);
    Some(weaver.plan.screen_of(&facts.title, intro, elements, action))
}

fn screen_words(facts: &Facts) -> (&'static str, &'static str) {
    match facts.work {
        Work::Enter => ("Please fill in what is needed.", "Continue"),
        Work::Choose => ("Please choose.", "Choose"),
        Work::Pay => ("You pay when you press the button.", "Pay now"),
        Work::Approve => ("Please look at it and decide.", "Decide"),
        Work::Check => ("Please check whether this is right.", "It is right"),
        Work::Read => ("Here is what you need to know.", "Continue"),
        Work::Notify => ("This will be sent.", "Send"),
        Work::Delete => ("This cannot be taken back.", "Delete"),
        _ => ("This is what happens now.", "Done"),
    }
}

fn input_count(weaver: &Weaver<'_>, screen: &ScreenId) -> usize {
    let found = weaver.plan.plan().screens.iter().find(|candidate| candidate.id == *screen);
    found.map_or(0, |screen| {
        screen.elements.iter().filter(|element| matches!(element, ScreenElement::Input(_))).count()
    })
}

fn failures<'plan>(
    step: StepBuilder<'plan>,
    sketch: &StepSketch,
    facts: &Facts,
    calls: bool,
) -> StepBuilder<'plan> {
    let mut step = step;
    let name = &facts.name;
    if facts.kind == ActorKind::Customer {
        let share = sketch.gives_up.unwrap_or(match facts.work {
            Work::Enter => 0.06,
            Work::Pay => 0.05,
            Work::Choose | Work::Check => 0.02,
            Work::Handle | Work::Talk => 0.04,
            _ => 0.015,
        });
        step = step.fails(
            &format!("the {name} gives up"),
            FailureKind::GivesUp,
            share,
            end_case(Outcome::Abandoned),
        );
    }
    if facts.kind.is_person() && matches!(facts.work, Work::Enter | Work::Pay | Work::Record) {
        let then = retry(3, 0, Outcome::Abandoned);
        step = step.fails(&format!("the {name} makes a mistake"), FailureKind::Mistake, 0.04, then);
    }
    if facts.kind == ActorKind::Staff && matches!(facts.work, Work::Check | Work::Handle | Work::Approve) {
        let then = retry(1, 0, Outcome::Failed);
        step = step.fails(&format!("the {name} makes a mistake"), FailureKind::Mistake, 0.02, then);
    }
    if facts.kind == ActorKind::AiAgent {
        let then = retry(1, 2_000, Outcome::Failed);
        step = step.fails(&format!("the {name} gives a wrong result"), FailureKind::Mistake, 0.03, then);
    }
    if calls {
        let then = retry(2, 1_000, Outcome::Failed);
        step = step.fails("the service does not answer", FailureKind::Unavailable, 0.005, then);
    }
    step
}

/// Says where the working time of a step comes from.
fn time_origin(
    weaver: &mut Weaver<'_>,
    node: &NodeId,
    sketch: &StepSketch,
    source: Option<&str>,
    is_stated: bool,
) {
    let plan = weaver.plan.plan();
    let step = plan.nodes.iter().find(|known| known.id == *node).and_then(|known| match &known.kind {
        NodeKind::Step(step) => step.working_time.clone(),
        _ => None,
    });
    let Some(time) = step else { return };
    if is_stated {
        if let Some(origin) = &sketch.origin {
            weaver.plan.assumption_origin(&time, origin.clone());
        }
        let mean = sketch.time.as_ref().map_or(0.0, |time| time.duration_ms as f64);
        if let Some(found) = weaver.plan.plan_mut().assumptions.iter_mut().find(|other| other.id == time) {
            found.value = Distribution::lognormal(mean, mean * 0.3);
        }
    } else if let Some(source) = source.filter(|_| sketch.mean_ms.is_none()) {
        let reason = "typing or reading speed times what is on the screen; the spread is assumed";
        weaver.plan.assumption_origin(&time, Origin::assumed_from(reason, source));
    }
}

/// Words for several people that stay as they are.
const COLLECTIVE: &[&str] =
    &["team", "staff", "crew", "personnel", "support", "desk", "department", "legal", "sales"];

/// The people who do a kind of work, in the plural.
fn crew(name: &str) -> String {
    let (front, last) = name.rsplit_once(' ').map_or(("", name), |(front, last)| (front, last));
    let is_many = COLLECTIVE.contains(&last) || (last.ends_with('s') && noun_singular(last) != last);
    let plural = if is_many { last.to_owned() } else { noun_plural(last) };
    if front.is_empty() { plural } else { format!("{front} {plural}") }
}
