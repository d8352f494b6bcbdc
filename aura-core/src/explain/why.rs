//! Why one item of a plan or an intent is as it is: the words, the rule, and what else it could be.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::words;
use crate::domain::intent::Intent;
use crate::domain::plan::{NodeKind, Plan};
use crate::domain::provenance::Origin;
use crate::domain::quantity::Quantity;
use crate::error::{Error, ErrorCode, Result};
use crate::plan::numbers;

/// Most ids that an error names as near.
const MOST_NEAR: usize = 3;

/// Why an item is as it is.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Why {
    /// The item's id.
    pub item: String,
    /// What it is, in words.
    pub title: String,
    /// The answer in plain sentences.
    pub text: String,
    /// `stated`, `inferred`, `assumed`, `measured` or `answered`.
    pub origin: String,
    /// The user's words behind it, in the order of the text.
    pub words: Vec<String>,
    /// The rule that read or concluded it, where there was one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rule: Option<String>,
    /// What else it could have been, one sentence each.
    pub alternatives: Vec<String>,
}

/// Says why an item is as it is. The item is an id of the plan or the intent, or the number of a step.
///
/// # Errors
/// `not_found` where neither has the item, with the nearest ids as hints.
///
/// # Example
/// ```
/// # use aura_core::domain::{actor, intent::*, id::*, provenance::Origin};
/// use aura_core::explain;
/// # let plan = aura_core::plan::sample::guest_checkout()?;
/// # let origin = || Origin::assumed("an example");
/// # let intent = Intent { schema_version: 1, id: IntentId::named("x"), title: String::new(), text: String::new(),
/// #     forms: vec![], kind: IntentKindChoice { value: IntentKind::Workflow, origin: origin() },
/// #     goal: Statement { id: ItemId::from_text("goal_", "x"), text: "sell".into(), origin: origin() },
/// #     actors: vec![], objects: vec![], steps: vec![], blocks: vec![], constraints: vec![], assumptions: vec![],
/// #     success_criteria: vec![], limits: vec![], non_goals: vec![], questions: vec![], answers: vec![] };
/// let why = explain::why(&plan, &intent, "step_pack_the_order")?;
/// assert_eq!(why.title, "Pack the order");
/// assert_eq!(why.origin, "assumed");
/// # Ok::<(), aura_core::Error>(())
/// ```
pub fn why(plan: &Plan, intent: &Intent, item: &str) -> Result<Why> {
    let wanted = wanted_id(plan, item);
    let entries = entries(plan, intent);
    let Some(entry) = entries.iter().find(|entry| entry.id == wanted) else {
        return Err(not_found(item, &wanted, &entries));
    };
    let mut alternatives = entry.alternatives.clone();
    alternatives.extend(from_questions(intent, &entry.origin));
    Ok(Why {
        item: entry.id.clone(),
        title: entry.title.clone(),
        text: text(entry),
        origin: entry.origin.word().to_owned(),
        words: entry.origin.quotes().iter().map(|quote| quote.text.clone()).collect(),
        rule: rule(&entry.origin),
        alternatives,
    })
}

/// Something with an origin.
struct Entry {
    id: String,
    title: String,
    /// A sentence that stands before the reason, where the item has a value.
    value: Option<String>,
    origin: Origin,
    alternatives: Vec<String>,
}

impl Entry {
    fn new(id: impl ToString, title: &str, origin: &Origin) -> Self {
        Entry {
            id: id.to_string(),
            title: title.to_owned(),
            value: None,
            origin: origin.clone(),
            alternatives: Vec::new(),
        }
    }
}

/// The id for a step's number, else the text itself.
fn wanted_id(plan: &Plan, item: &str) -> String {
    let item = item.trim();
    let digits = item.strip_prefix("step ").unwrap_or(item);
    let number = digits.parse::<u32>().ok();
    let numbered = number.and_then(|number| numbers(plan).into_iter().find(|(_, known)| *known == number));
    numbered.map_or_else(|| item.to_owned(), |(node, _)| node.to_string())
}

fn entries(plan: &Plan, intent: &Intent) -> Vec<Entry> {
    let mut entries = plan_entries(plan);
    entries.extend(intent_entries(intent));
    entries
}

fn plan_entries(plan: &Plan) -> Vec<Entry> {
    let mut entries = Vec::new();
    for node in &plan.nodes {
        let mut entry = Entry::new(&node.id, &node.title, &node.origin);
        if let NodeKind::Step(step) = &node.kind {
            let reason = words::sentence(&reason_words(&step.agent.origin));
            entry.value = Some(format!("It is done by {}. {reason}", words::quoted(&step.agent.name)));
            entries.extend(
                step.failure_modes.iter().map(|mode| Entry::new(&mode.id, &mode.title, &mode.origin)),
            );
        }
        entries.push(entry);
    }
    for assumption in &plan.assumptions {
        let shown = |amount: f64| words::quantity(&Quantity::new(amount, assumption.unit.clone()));
        let mut entry = Entry::new(&assumption.id, &assumption.statement, &assumption.origin);
        entry.value = Some(format!("The plan takes {} for it.", shown(assumption.value.mean())));
        entry.alternatives.push(format!(
            "It could be anything from {} to {}.",
            shown(assumption.low),
            shown(assumption.high)
        ));
        entries.push(entry);
    }
    entries.extend(plan.actors.iter().map(|one| Entry::new(&one.id, &one.name, &one.origin)));
    entries.extend(plan.data.iter().map(|one| Entry::new(&one.id, &one.name, &one.origin)));
    entries.extend(plan.services.iter().map(|one| Entry::new(&one.id, &one.title, &one.origin)));
    entries.extend(plan.resources.iter().map(|one| Entry::new(&one.id, &one.title, &one.origin)));
    entries.extend(plan.edge_cases.iter().map(|one| Entry::new(&one.id, &one.title, &one.origin)));
    entries.extend(plan.metrics.iter().map(|one| Entry::new(&one.id, &one.title, &one.origin)));
    entries
}

fn intent_entries(intent: &Intent) -> Vec<Entry> {
    let mut entries = vec![Entry::new(&intent.goal.id, &intent.goal.text, &intent.goal.origin)];
    entries.extend(intent.actors.iter().map(|one| Entry::new(&one.id, &one.name, &one.origin)));
    entries.extend(intent.objects.iter().map(|one| Entry::new(&one.id, &one.name, &one.origin)));
    entries.extend(intent.steps.iter().map(|one| Entry::new(&one.id, &one.title, &one.origin)));
    entries.extend(intent.constraints.iter().map(|one| Entry::new(&one.id, &one.text, &one.origin)));
    entries.extend(intent.assumptions.iter().map(|one| Entry::new(&one.id, &one.text, &one.origin)));
    entries.extend(intent.success_criteria.iter().map(|one| Entry::new(&one.id, &one.metric, &one.origin)));
    entries.extend(intent.limits.iter().map(|one| Entry::new(&one.id, &one.subject, &one.origin)));
    entries.extend(intent.non_goals.iter().map(|one| Entry::new(&one.id, &one.text, &one.origin)));
    for question in &intent.questions {
        let mut entry = Entry::new(&question.id, &question.text, &question.origin);
        entry.value = Some(words::sentence(&question.reason));
        entry.alternatives.extend(options(question));
        entries.push(entry);
    }
    entries
}

fn options(question: &crate::domain::question::Question) -> impl Iterator<Item = String> {
    question.options.iter().map(|option| {
        format!("If the answer is {}: {}", words::quoted(&option.label), words::sentence(&option.effect))
    })
}

/// What open questions about the same words could change.
fn from_questions(intent: &Intent, origin: &Origin) -> Vec<String> {
    let touches = |question: &&crate::domain::question::Question| {
        question.origin.quotes().iter().any(|asked| {
            origin.quotes().iter().any(|said| {
                said.source == asked.source
                    && said.span.start < asked.span.end
                    && asked.span.start < said.span.end
            })
        })
    };
    intent.questions.iter().filter(touches).flat_map(options).collect()
}

fn text(entry: &Entry) -> String {
    let reason = words::sentence(&reason_words(&entry.origin));
    match &entry.value {
        Some(value) => format!("{reason} {value}"),
        None => reason,
    }
}

fn reason_words(origin: &Origin) -> String {
    let said = |quotes: &[crate::domain::provenance::Quote]| {
        words::list(&quotes.iter().map(|quote| words::quoted(&quote.text)).collect::<Vec<_>>())
    };
    match origin {
        Origin::Stated(stated) if stated.quotes.is_empty() => "you said so".to_owned(),
        Origin::Stated(stated) => format!("you said {}", said(&stated.quotes)),
        Origin::Inferred(inferred) if inferred.quotes.is_empty() => {
            format!("it was worked out: {}", words::uncapitalise(&inferred.reason))
        }
        Origin::Inferred(inferred) => {
            format!(
                "it was worked out from {}: {}",
                said(&inferred.quotes),
                words::uncapitalise(&inferred.reason)
            )
        }
        Origin::Assumed(assumed) => match &assumed.source {
            Some(source) => {
                format!(
                    "it is assumed: {} (see {source})",
                    words::uncapitalise(assumed.reason.trim_end_matches('.'))
                )
            }
            None => format!("it is assumed: {}", words::uncapitalise(&assumed.reason)),
        },
        Origin::Measured(measured) => format!(
            "it was measured from {}: {}",
            words::quoted(&measured.data),
            words::counted(measured.observations, "observation")
        ),
        Origin::Answered(answered) => format!("you answered {}", words::quoted(&answered.answer)),
    }
}

fn rule(origin: &Origin) -> Option<String> {
    match origin {
        Origin::Stated(stated) => Some(stated.rule.clone()),
        Origin::Inferred(inferred) => Some(inferred.rule.clone()),
        Origin::Assumed(_) | Origin::Measured(_) | Origin::Answered(_) => None,
    }
}

fn not_found(item: &str, wanted: &str, entries: &[Entry]) -> Error {
    let shown: String = item.chars().take(80).flat_map(char::escape_default).collect();
    let near = entries.iter().map(|entry| entry.id.as_str()).filter(|id| {
        wanted.len() >= 3
            && (id.contains(wanted) || wanted.split('_').any(|part| part.len() > 3 && id.contains(part)))
    });
    let near: Vec<String> = near.take(MOST_NEAR).map(|id| format!("`{id}`")).collect();
    let error =
        Error::new(ErrorCode::NotFound, format!("neither the plan nor the intent has an item `{shown}`"));
    if near.is_empty() {
        error.with_hint("give an id from the plan or the intent, or the number of a step")
    } else {
        error.with_hint(format!("did you mean {}", near.join(" or ")))
    }
}
