//! Requests for plan changes that other people wrote, against the plans that they had in mind.
//!
//! In: a folder with `wordings.tsv` and `models/` (plans before, and expected plans after, as small Mermaid graphs).
//! Out: how many requests gave exactly the expected plan, how many another one, how many a question. Two plans are
//! the same where their graphs are isomorphic, with labels in small letters and without the noun `task`.

use std::collections::BTreeMap;
use std::path::Path;

use aura_core::domain::actor::ActorKind;
use aura_core::domain::edit::EditReading;
use aura_core::domain::id::NodeId;
use aura_core::domain::plan::{GatewayRule, NodeKind, Outcome, Plan};
use aura_core::plan::{PlanBuilder, edit};

use super::Row;

/// What became of one request.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Verdict {
    Right,
    Wrong,
    Asked,
}

/// Measures all requests of the folder.
pub(crate) fn measure(folder: &Path) -> Result<Vec<Row>, String> {
    let read =
        |path: &Path| std::fs::read_to_string(path).map_err(|error| format!("{}: {error}", path.display()));
    let table = read(&folder.join("wordings.tsv"))?;
    let mut plans: BTreeMap<String, (Plan, Graph)> = BTreeMap::new();
    let mut counts = BTreeMap::from([("right", 0u64), ("wrong", 0), ("asked", 0)]);
    let (mut cases, mut senseless, mut senseless_asked) = (0u64, 0u64, 0u64);
    let (mut wrongs, mut misses) = (Vec::new(), Vec::new());
    for line in table.lines().skip(1) {
        let mut columns = line.splitn(3, '\t');
        let (Some(respondent), Some(pattern), Some(wording)) =
            (columns.next(), columns.next(), columns.next())
        else {
            continue;
        };
        let wording = unquoted(wording);
        if !plans.contains_key(pattern) {
            let number = pattern.trim_start_matches("AP");
            let before = read(&folder.join(format!("models/input/ipm-{number}.txt")))?;
            let after = read(&folder.join(format!("models/EAO/{pattern}.txt")))?;
            plans.insert(
                pattern.to_owned(),
                (plan_of(&Graph::of_mermaid(&before))?, Graph::of_mermaid(&after)),
            );
        }
        let Some((plan, expected)) = plans.get(pattern) else { continue };
        let (verdict, what) = judge(plan, expected, &wording)?;
        cases += 1;
        let is_senseless =
            wording.trim().chars().count() < 4 || wording.trim().eq_ignore_ascii_case("i don't know.");
        if is_senseless {
            senseless += 1;
            senseless_asked += u64::from(verdict == Verdict::Asked);
        }
        let name = match verdict {
            Verdict::Right => "right",
            Verdict::Wrong => "wrong",
            Verdict::Asked => "asked",
        };
        *counts.entry(name).or_insert(0) += 1;
        match verdict {
            Verdict::Right => {}
            Verdict::Wrong => wrongs.push(format!("{respondent} {pattern}: {what}")),
            Verdict::Asked if !is_senseless => misses.push(format!("{respondent} {pattern}: {what}")),
            Verdict::Asked => {}
        }
    }
    let share = |name: &str| counts.get(name).copied().unwrap_or(0) as f64 / cases.max(1) as f64;
    let row = |measure: &str, figure: f64, failures: Vec<String>| Row {
        measure: measure.to_owned(),
        cases,
        passed: None,
        figure,
        floor: None,
        aim: None,
        worst: None,
        failures,
    };
    let asked = Row {
        passed: Some(senseless_asked),
        cases: senseless,
        floor: Some(1.0),
        ..row(
            "senseless wordings end in a question",
            senseless_asked as f64 / senseless.max(1) as f64,
            vec![],
        )
    };
    Ok(vec![
        Row {
            floor: Some(0.55),
            aim: Some(0.70),
            ..row("exactly the expected plan", share("right"), misses)
        },
        row("another plan (floor at most 0.12, aim at most 0.05)", share("wrong"), wrongs),
        row("asked", share("asked"), vec![]),
        asked,
    ])
}

fn unquoted(wording: &str) -> String {
    match wording.strip_prefix('"').and_then(|rest| rest.strip_suffix('"')) {
        Some(inner) => inner.replace("\"\"", "\""),
        None => wording.to_owned(),
    }
}

fn judge(plan: &Plan, expected: &Graph, wording: &str) -> Result<(Verdict, String), String> {
    let reading = edit::read(plan, wording).map_err(|error| error.to_string())?;
    Ok(match reading {
        EditReading::Understood(choice) => match edit::apply(plan, &choice.operations) {
            Ok(edited) if Graph::of_plan(&edited.plan).is_like(expected) => (Verdict::Right, choice.summary),
            Ok(_) => (Verdict::Wrong, format!("[{wording}] {}", choice.summary)),
            Err(error) => (Verdict::Asked, error.to_string()),
        },
        EditReading::NotUnderstood(not) => (Verdict::Asked, format!("[{wording}] {}", not.explanation)),
        EditReading::Choices(choices) => {
            let all: Vec<String> = choices.choices.into_iter().map(|choice| choice.summary).collect();
            (Verdict::Asked, format!("[{wording}] choices: {}", all.join(" | ")))
        }
        _ => (Verdict::Asked, format!("[{wording}] a question or undo")),
    })
}

/// A plan's graph: kinds and labels of nodes, labelled flows.
#[derive(Debug, Clone, Default)]
struct Graph {
    nodes: Vec<(String, String)>,
    flows: Vec<(usize, usize, String)>,
}

impl Graph {
    /// Reads lines such as `2:exclusivegateway:-->|true|3:task:(task B)`.
    fn of_mermaid(text: &str) -> Self {
        let mut graph = Graph::default();
        let mut known: BTreeMap<String, usize> = BTreeMap::new();
        for line in text.lines() {
            let Some((left, right)) = line.split_once("-->") else { continue };
            let (label, right) = match right.trim().strip_prefix('|').and_then(|rest| rest.split_once('|')) {
                Some((label, rest)) => (label.to_owned(), rest),
                None => (String::new(), right.trim()),
            };
            let mut node = |text: &str| -> Option<usize> {
                let mut parts = text.trim().splitn(3, ':');
                let (id, kind, title) = (parts.next()?, parts.next()?, parts.next().unwrap_or_default());
                let title = title.trim_matches(['(', ')', '{', '}']);
                let index = *known.entry(id.to_owned()).or_insert_with(|| {
                    graph.nodes.push((kind.to_owned(), String::new()));
                    graph.nodes.len() - 1
                });
                let is_named = matches!(kind, "task" | "subprocess") && !title.is_empty();
                if let Some(node) = graph.nodes.get_mut(index).filter(|_| is_named) {
                    node.1 = title.to_owned();
                }
                Some(index)
            };
            if let (Some(from), Some(to)) = (node(left), node(right)) {
                graph.flows.push((from, to, label));
            }
        }
        graph
    }

    /// The graph of a plan; a group is one node.
    fn of_plan(plan: &Plan) -> Self {
        let mut graph = Graph::default();
        let mut places: BTreeMap<&NodeId, usize> = BTreeMap::new();
        let mut groups: BTreeMap<String, usize> = BTreeMap::new();
        for node in &plan.nodes {
            let kind = match &node.kind {
                NodeKind::Start => "startevent",
                NodeKind::End(_) => "endevent",
                NodeKind::Gateway(gateway) => match gateway.rule {
                    GatewayRule::Parallel => "parallelgateway",
                    _ => "exclusivegateway",
                },
                _ if node.title.to_lowercase().starts_with("subprocess") => "subprocess",
                _ => "task",
            };
            let title =
                if matches!(node.kind, NodeKind::Step(_)) { node.title.clone() } else { String::new() };
            let place = match &node.group {
                Some(group) => *groups.entry(group.to_string()).or_insert_with(|| {
                    let title =
                        plan.groups.iter().find(|other| other.id == *group).map_or("", |group| &group.title);
                    graph.nodes.push(("subprocess".to_owned(), title.to_owned()));
                    graph.nodes.len() - 1
                }),
                None => {
                    graph.nodes.push((kind.to_owned(), title));
                    graph.nodes.len() - 1
                }
            };
            places.insert(&node.id, place);
        }
        for flow in &plan.flows {
            if let (Some(from), Some(to)) = (places.get(&flow.from), places.get(&flow.to))
                && (from != to || plan.nodes.iter().all(|node| node.group.is_none()))
            {
                graph.flows.push((*from, *to, flow.label.clone().unwrap_or_default()));
            }
        }
        graph
    }

    /// Whether the graphs are isomorphic.
    fn is_like(&self, other: &Graph) -> bool {
        self.nodes.len() == other.nodes.len()
            && self.flows.len() == other.flows.len()
            && self.extend(other, &mut Vec::new())
    }

    fn extend(&self, other: &Graph, chosen: &mut Vec<usize>) -> bool {
        let next = chosen.len();
        let Some(node) = self.nodes.get(next) else { return self.same_flows(other, chosen) };
        for candidate in 0..other.nodes.len() {
            let fits = other
                .nodes
                .get(candidate)
                .is_some_and(|other| node.0 == other.0 && normal(&node.1) == normal(&other.1));
            if fits && !chosen.contains(&candidate) {
                chosen.push(candidate);
                if self.same_flows(other, chosen) && self.extend(other, chosen) {
                    return true;
                }
                chosen.pop();
            }
        }
        false
    }

    /// Whether the flows among the nodes chosen so far are the same.
    fn same_flows(&self, other: &Graph, chosen: &[usize]) -> bool {
        let mut mine: Vec<(usize, usize, String)> = self
            .flows
            .iter()
            .filter_map(|(from, to, label)| Some((*chosen.get(*from)?, *chosen.get(*to)?, normal(label))))
            .collect();
        let mut theirs: Vec<(usize, usize, String)> = other
            .flows
            .iter()
            .filter(|(from, to, _)| chosen.contains(from) && chosen.contains(to))
            .map(|(from, to, label)| (*from, *to, normal(label)))
            .collect();
        mine.sort();
        theirs.sort();
        mine == theirs
    }
}

/// A label in small letters, without spaces, quotes and the noun `task`.
fn normal(label: &str) -> String {
    let plain: String = label
        .to_lowercase()
        .chars()
        .map(|letter| if matches!(letter, '’' | '‘' | '´' | '`') { '\'' } else { letter })
        .filter(|letter| !letter.is_whitespace() && *letter != '"')
        .collect();
    plain.replace("subprocess", "").replace("task", "").replace("==", "=")
}

/// A plan with the graph's nodes and flows.
fn plan_of(graph: &Graph) -> Result<Plan, String> {
    let mut plan = PlanBuilder::new("Input", "The work is done");
    let actor = plan.actor("user", ActorKind::Staff);
    let mut ids: Vec<NodeId> = Vec::new();
    for (kind, title) in &graph.nodes {
        ids.push(match kind.as_str() {
            "startevent" => plan.start("Start"),
            "endevent" => plan.end("Done", Outcome::GoalReached),
            "exclusivegateway" => plan.gateway("x", GatewayRule::Exclusive),
            "parallelgateway" => plan.gateway("AND", GatewayRule::Parallel),
            _ => plan.step(title, &actor).takes(60_000.0).add(),
        });
    }
    for (from, to, label) in &graph.flows {
        let (Some(from), Some(to)) = (ids.get(*from), ids.get(*to)) else { continue };
        if label.is_empty() {
            plan.flow(from, to);
        } else {
            plan.flow(from, to).label(label).when("true", label);
        }
    }
    plan.build().map_err(|error| error.to_string())
}
