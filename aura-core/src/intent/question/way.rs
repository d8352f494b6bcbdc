//! Questions about the way: cases that are left open, loops without an end, steps that nobody does, steps that do
//! harm, and words that may belong to one step or to two.

use crate::domain::actor::{Actor, ActorKind};
use crate::domain::id::ActorId;
use crate::domain::intent::{BlockKind, Intent, Modality, Placement, StatedStep};
use crate::domain::plan::Outcome;
use crate::domain::provenance::Quote;
use crate::domain::question::{
    IntentChange, NewStatedStep, OtherwiseChange, RepeatChange, StepActorChange, StepPlaceChange,
    StepTimeChange,
};
use crate::intent::actors::the;
use crate::intent::reading::upper_first;
use crate::intent::words::RISKY;

use super::{Draft, assume, rule};

/// Verbs that carry something to the recipient.
const OUTWARD: &[&str] =
    &["send", "email", "mail", "share", "forward", "export", "submit", "transmit", "disclose", "post"];
/// Verbs of a step in which somebody looks before something happens.
const CHECKS: &[&str] = &["approve", "confirm", "review", "authorise", "authorize", "verify"];

pub(super) fn find(intent: &Intent) -> Vec<Draft> {
    let mut drafts = missing_otherwise(intent);
    drafts.extend(unbounded_loop(intent));
    drafts.extend(missing_actor(intent));
    drafts.extend(risky_step(intent));
    drafts.extend(shared_time(intent));
    drafts.extend(shared_condition(intent));
    drafts
}

fn missing_otherwise(intent: &Intent) -> Vec<Draft> {
    let mut drafts = Vec::new();
    for block in &intent.blocks {
        let BlockKind::Decision(decision) = &block.kind else { continue };
        let [only] = decision.branches.as_slice() else { continue };
        let change = |step: Option<&str>, ends: Option<Outcome>| {
            vec![IntentChange::AddOtherwise(OtherwiseChange {
                block: block.id.clone(),
                step: step.map(str::to_owned),
                ends,
            })]
        };
        drafts.push(Draft {
            code: "missing_else",
            text: format!("What happens when it is not so that {}?", only.condition),
            reason: "the text says what happens in one case only".to_owned(),
            options: vec![
                (
                    "It goes on with the next step".to_owned(),
                    "the plan skips the steps of this case".to_owned(),
                    change(None, None),
                ),
                (
                    "It ends there".to_owned(),
                    "the plan gets an end without reaching the goal".to_owned(),
                    change(None, Some(Outcome::Abandoned)),
                ),
                (
                    "A person looks at it".to_owned(),
                    "the plan gets a step in which a person decides".to_owned(),
                    change(Some("look at the case"), None),
                ),
            ],
            accepts_text: true,
            effect: 0.6,
            uncertainty: 0.7,
            origin: block.origin.clone(),
        });
    }
    drafts
}

fn unbounded_loop(intent: &Intent) -> Vec<Draft> {
    let mut drafts = Vec::new();
    for block in &intent.blocks {
        let BlockKind::Repeat(repeat) = &block.kind else { continue };
        if repeat.max_times.is_some() {
            continue;
        }
        let most = |count: u32| {
            vec![IntentChange::SetRepeatLimit(RepeatChange { block: block.id.clone(), max_times: count })]
        };
        drafts.push(Draft {
            code: "unbounded_loop",
            text: "How many times may it be repeated at most?".to_owned(),
            reason: "the text gives no end for the case that it never works".to_owned(),
            options: vec![
                ("3 times".to_owned(), "after 3 rounds the plan goes on".to_owned(), most(3)),
                ("10 times".to_owned(), "after 10 rounds the plan goes on".to_owned(), most(10)),
                ("Once".to_owned(), "it is tried once more and no further".to_owned(), most(1)),
            ],
            accepts_text: true,
            effect: 0.55,
            uncertainty: 0.75,
            origin: block.origin.clone(),
        });
    }
    drafts
}

fn missing_actor(intent: &Intent) -> Option<Draft> {
    let open: Vec<_> =
        intent.steps.iter().filter(|step| step.actor.is_none() && step.ends.is_none()).collect();
    let first = open.first()?;
    let share = open.len() as f64 / intent.steps.len().max(1) as f64;
    let all = |id: ActorId, name: &str| -> Vec<IntentChange> {
        open.iter()
            .map(|step| {
                IntentChange::SetStepActor(StepActorChange {
                    step: step.id.clone(),
                    actor: id.clone(),
                    name: name.to_owned(),
                })
            })
            .collect()
    };
    let count = open.len();
    let rest = if count > 1 { format!(" (and {} more)", count - 1) } else { String::new() };
    let system = (ActorId::named("system"), "system".to_owned());
    let mut options = Vec::new();
    options.extend(usual_actors(intent, &open));
    options.push((
        "The system".to_owned(),
        "the plan gets service calls for it".to_owned(),
        all(system.0, &system.1),
    ));
    let most = 4_usize.saturating_sub(options.len());
    for actor in intent.actors.iter().filter(|actor| actor.name != "system").take(most) {
        let name = the(&actor.name);
        options.push((
            upper_first(&name),
            format!("{name} gets a screen for it"),
            all(actor.id.clone(), &actor.name),
        ));
    }
    if options.len() == 1 {
        options.push((
            "A person".to_owned(),
            "a person gets a screen for it".to_owned(),
            all(ActorId::named("person"), "person"),
        ));
    }
    Some(Draft {
        code: "missing_actor",
        text: format!("Who does `{}`{rest}?", first.title),
        reason: "the text does not say who acts".to_owned(),
        options,
        accepts_text: true,
        effect: 0.5 + 0.2 * share,
        uncertainty: 0.7,
        origin: first.origin.clone(),
    })
}

/// Whether a step without an actor is one that people do on a screen.
fn is_for_people(title: &str) -> bool {
    const ACTS: &[&str] = &[
        "choose",
        "pick",
        "select",
        "sign",
        "enter",
        "fill",
        "upload",
        "see",
        "view",
        "preview",
        "browse",
        "tap",
        "click",
        "log",
        "register",
        "read",
        "type",
        "swipe",
        "scroll",
        "search",
        "open",
        "compare",
        "rate",
        "vote",
        "subscribe",
        "watch",
    ];
    let mut words = title.split(' ');
    let verb = crate::text::verb_lemma(&words.next().unwrap_or_default().to_lowercase());
    let particle = words.next().unwrap_or_default();
    ACTS.contains(&verb.as_str())
        && (!matches!(verb.as_str(), "sign" | "log") || matches!(particle, "in" | "up" | "on"))
}

/// Each step with whoever usually does such work, where that is not the system for all of them.
fn usual_actors(intent: &Intent, open: &[&StatedStep]) -> Option<(String, String, Vec<IntentChange>)> {
    let of_kind = |kind: ActorKind| intent.actors.iter().find(|actor| actor.kind == kind);
    let system = (ActorId::named("system"), "system".to_owned());
    let user = of_kind(ActorKind::Customer).map_or_else(
        || (ActorId::named("user"), "user".to_owned()),
        |actor| (actor.id.clone(), actor.name.clone()),
    );
    let staff = judge(intent).map(|actor| (actor.id.clone(), actor.name.clone()));
    let (mut entered, mut judged) = (0, 0);
    let changes = open.iter().map(|step| {
        let (actor, name) = match &staff {
            _ if is_for_people(&step.title) => {
                entered += 1;
                user.clone()
            }
            Some(staff) if is_judgement(&step.title) => {
                judged += 1;
                staff.clone()
            }
            _ => system.clone(),
        };
        IntentChange::SetStepActor(StepActorChange { step: step.id.clone(), actor, name })
    });
    let changes: Vec<IntentChange> = changes.collect();
    let mut who = Vec::new();
    if entered > 0 {
        who.push(format!("{} where something is entered or chosen", the(&user.1)));
    }
    if let Some(staff) = staff.filter(|_| judged > 0) {
        who.push(format!("{} where something is decided", the(&staff.1)));
    }
    if entered + judged < open.len() {
        who.push("the system for the rest".to_owned());
    }
    let label = match (entered == open.len(), who.as_slice()) {
        (true, _) => the(&user.1),
        (false, parts) => parts.join(", "),
    };
    (entered + judged > 0).then(|| {
        (upper_first(&label), "the plan gets a screen for each step of a person".to_owned(), changes)
    })
}

/// Who decides about cases: whoever does so elsewhere in the text, else somebody of the staff who did not begin the case.
fn judge(intent: &Intent) -> Option<&Actor> {
    let named = |id: &ActorId| intent.actors.iter().find(|actor| actor.id == *id);
    let elsewhere = intent.steps.iter().find(|step| step.actor.is_some() && is_judgement(&step.title));
    let first = intent.steps.iter().find_map(|step| step.actor.as_ref());
    let other =
        || intent.actors.iter().find(|actor| actor.kind == ActorKind::Staff && Some(&actor.id) != first);
    elsewhere.and_then(|step| step.actor.as_ref()).and_then(named).or_else(other)
}

/// Whether a step without an actor is one in which somebody decides about a case.
fn is_judgement(title: &str) -> bool {
    if title.contains("automatically") {
        return false;
    }
    let verb = crate::text::verb_lemma(&title.split(' ').next().unwrap_or_default().to_lowercase());
    matches!(verb.as_str(), "decide" | "approve" | "assess" | "review" | "judge" | "interview" | "negotiate")
}

fn risky_step(intent: &Intent) -> Option<Draft> {
    let (step, harm) = intent.steps.iter().enumerate().find_map(|(index, step)| {
        let harm = harm(intent, step)?;
        let actor = step.actor.as_ref().and_then(|id| intent.actors.iter().find(|actor| actor.id == *id));
        let by_customer = actor.is_some_and(|actor| actor.kind == ActorKind::Customer);
        let is_guarded = intent.steps.iter().take(index).any(|before| CHECKS.contains(&before.verb.as_str()));
        (!by_customer && !is_guarded).then_some((step, harm))
    })?;
    Some(Draft {
        code: "risky_without_approval",
        text: format!("May `{}` happen without a person's approval?", step.title),
        reason: format!("it {harm}, and the text names no check before it"),
        options: vec![
            (
                "Yes".to_owned(),
                "the step runs as stated and is marked as a risk".to_owned(),
                vec![assume(format!("`{}` needs no approval", step.title))],
            ),
            (
                "No, a person approves first".to_owned(),
                "the plan gets an approval before it".to_owned(),
                vec![IntentChange::AddStep(NewStatedStep {
                    title: format!("approve: {}", step.title),
                    before: Some(step.id.clone()),
                })],
            ),
            (
                "Only above a limit".to_owned(),
                "the plan notes that a limit has to be set".to_owned(),
                vec![rule(
                    Modality::Must,
                    format!("`{}` needs approval above a limit that is still to be set", step.title),
                )],
            ),
        ],
        accepts_text: false,
        effect: 0.65,
        uncertainty: 0.6,
        origin: step.origin.clone(),
    })
}

/// What a step does that is hard to take back, or that reaches outside.
fn harm(intent: &Intent, step: &StatedStep) -> Option<&'static str> {
    let known = RISKY.iter().find(|(verb, _)| *verb == step.verb).map(|(_, harm)| *harm);
    let goes_out = OUTWARD.contains(&step.verb.as_str())
        && step
            .recipient
            .as_ref()
            .and_then(|id| intent.actors.iter().find(|actor| actor.id == *id))
            .is_some_and(|actor| actor.kind == ActorKind::External);
    known.or(goes_out.then_some("goes outside and cannot be called back"))
}

/// Neighbouring steps of one sentence that only `and` joins.
fn joined(intent: &Intent) -> impl Iterator<Item = (&StatedStep, &StatedStep)> {
    intent.steps.iter().zip(intent.steps.iter().skip(1)).filter(|(one, other)| {
        let (Some(first), Some(second)) = (quote_of(one), quote_of(other)) else { return false };
        let between = intent.text.get(first.span.start as usize..second.span.start as usize);
        between.is_some_and(|words| {
            words.split_whitespace().any(|word| word == "and") && !words.contains([',', ';', '.', '\n', ':'])
        })
    })
}

fn quote_of(step: &StatedStep) -> Option<&Quote> {
    step.origin.quotes().first()
}

/// `checks the claim and pays it within 2 days`: both within two days, or the payment alone?
fn shared_time(intent: &Intent) -> Option<Draft> {
    let (first, second) = joined(intent)
        .find(|(one, other)| one.time.is_none() && other.time.is_some() && one.within == other.within)?;
    let time = second.time.clone();
    Some(Draft {
        code: "attachment_time",
        text: format!("Does the time of `{}` hold for `{}` as well?", second.title, first.title),
        reason: "the time stands behind two steps that `and` joins".to_owned(),
        options: vec![
            (
                "No, for the last step only".to_owned(),
                format!("`{}` has no time of its own", first.title),
                vec![assume(format!("the time of `{}` does not hold for `{}`", second.title, first.title))],
            ),
            (
                "Yes, for both".to_owned(),
                format!("`{}` gets the same time", first.title),
                vec![IntentChange::SetStepTime(StepTimeChange { step: first.id.clone(), time })],
            ),
        ],
        accepts_text: false,
        effect: 0.4,
        uncertainty: 0.6,
        origin: second.origin.clone(),
    })
}

/// `stamps the form and files it if it is complete`: does the condition decide about both steps?
fn shared_condition(intent: &Intent) -> Option<Draft> {
    joined(intent).find_map(|(first, second)| {
        let place = second.within.last()?;
        let block = intent.blocks.iter().find(|block| block.id == place.block)?;
        let BlockKind::Decision(decision) = &block.kind else { return None };
        let condition = block.origin.quotes().first()?;
        let is_behind = quote_of(second).is_some_and(|quote| quote.span.start < condition.span.start);
        let words = &decision.branches.get(usize::try_from(place.part).ok()?)?.condition;
        let outer: Vec<Placement> = second.within.iter().take(second.within.len() - 1).cloned().collect();
        let (is_inside, is_outside) = (first.within == second.within, first.within == outer);
        if !is_behind || !(is_inside || is_outside) {
            return None;
        }
        let put = |within: &[Placement]| {
            vec![IntentChange::PlaceStep(StepPlaceChange { step: first.id.clone(), within: within.to_vec() })]
        };
        let alone = (
            "No, it decides about the last step only".to_owned(),
            format!("`{}` is always done", first.title),
            put(&outer),
        );
        let both = (
            "Yes, it decides about both".to_owned(),
            format!("`{}` is left out as well where it is not so", first.title),
            put(&second.within),
        );
        Some(Draft {
            code: "attachment_condition",
            text: format!("Does `{words}` decide about `{}` as well?", first.title),
            reason: "the condition stands behind two steps that `and` joins".to_owned(),
            options: if is_inside { vec![both, alone] } else { vec![alone, both] },
            accepts_text: false,
            effect: 0.55,
            uncertainty: 0.6,
            origin: block.origin.clone(),
        })
    })
}
