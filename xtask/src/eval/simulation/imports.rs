//! Process models of others: are they imported without loss, do they run, and do they agree with what was published?
//!
//! In: `bpmn/` and `prosimos/` of the data, with parameters, expectations and statistics of single runs beside the models.
//! Out: one row each for loss, for running, for the expectations and for the statistics. A statistic of one run agrees
//! where it lies within the middle 99 % of the same statistic over many runs of ours of the same size. The published
//! processing time of whole cases counts parallel work in a way of its own and is not compared; that of tasks is.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use aura_core::domain::plan::NodeKind;
use aura_core::domain::run::Run;
use aura_core::domain::scenario::{Scenario, TraceDepth};
use aura_core::limits::Limits;
use aura_core::plan::import::{ImportedPlan, import_bpmn};
use aura_core::progress::Control;
use aura_core::random::Seed;
use aura_core::simulate::{EventKind, Simulation, default_scenario, simulate};
use aura_core::text::{DateOrder, Moment};
use serde_json::{Value, json};

use super::super::Row;
use super::super::tally::{Case, Tally, count, number, text};
use super::logs::files_of;

/// Runs of ours for each published one.
const RUNS: u64 = 400;
/// Ranks left out at either end: with 400 runs, the middle 99 %.
const OUTSIDE: usize = 2;

/// Measures the models below the folder.
pub(crate) fn measure(folder: &Path) -> Result<Vec<Row>, String> {
    let mut models = Vec::new();
    for part in ["bpmn", "prosimos"] {
        collect(&folder.join(part), "bpmn", &mut models);
    }
    let (mut loss, mut runs) = (Tally::default(), Tally::default());
    for path in &models {
        let parameters = parameters_of(path)?;
        let name = path.strip_prefix(folder).unwrap_or(path).display().to_string();
        let imported = import(path, parameters.as_ref());
        loss.case(name.clone(), |case| match &imported {
            Err(reason) => case.fail(reason.clone()),
            Ok(imported) => {
                let lost = imported.not_kept.iter().filter(|one| one.matters);
                let lost: Vec<String> =
                    lost.map(|one| format!("{} {}: {}", one.what, one.id, one.reason)).collect();
                case.same("lost", lost.as_slice(), &[]);
            }
        });
        runs.case(name, |case| match &imported {
            Err(reason) => case.fail(reason.clone()),
            Ok(imported) => check_run(case, imported),
        });
    }
    let prosimos = folder.join("prosimos");
    let rows = vec![
        loss.into_row("models: imported without loss"),
        runs.into_row("models: 200 cases run to their end"),
        expectations(&prosimos)?.into_row("models: published expectations"),
        statistics(&prosimos)?.into_row("models: published statistics within 99 % of our runs"),
    ];
    Ok(rows)
}

fn check_run(case: &mut Case, imported: &ImportedPlan) {
    let scenario = match imported.scenario(Seed(1), 200, 4) {
        Some(scenario) => Ok(scenario),
        None => default_scenario(&imported.plan, Seed(1), 200),
    };
    let run = scenario.and_then(|scenario| simulate(&imported.plan, &scenario, &Control::default()));
    match run {
        Err(error) => case.fail(error.to_string()),
        Ok(simulation) => {
            case.same("cases", simulation.run.cases, 200);
            let stuck = simulation.run.warnings.iter().filter(|text| text.contains("was not taken"));
            case.same("deadlocks", stuck.count(), 0);
        }
    }
}

/// All files with an ending, at any depth, by name.
fn collect(folder: &Path, ending: &str, found: &mut Vec<PathBuf>) {
    let Ok(entries) = std::fs::read_dir(folder) else { return };
    let mut entries: Vec<PathBuf> = entries.filter_map(|entry| Some(entry.ok()?.path())).collect();
    entries.sort();
    for path in entries {
        if path.is_dir() {
            collect(&path, ending, found);
        } else if path.extension().is_some_and(|found| found == ending) {
            found.push(path);
        }
    }
}

fn import(model: &Path, parameters: Option<&Value>) -> Result<ImportedPlan, String> {
    let xml = std::fs::read_to_string(model).map_err(|error| error.to_string())?;
    let parameters = parameters.map(Value::to_string);
    import_bpmn(&xml, parameters.as_deref(), &Limits::default()).map_err(|error| error.to_string())
}

/// The parameters beside a model: the file of the same name, or the only one that knows all of its elements.
fn parameters_of(model: &Path) -> Result<Option<Value>, String> {
    let same = model.with_extension("json");
    if same.is_file() {
        return super::read(&same);
    }
    let Some(folder) = model.parent() else { return Ok(None) };
    let mut fitting = Vec::new();
    for path in files_of(folder)?.into_iter().filter(|path| path.extension().is_some_and(|end| end == "json"))
    {
        let Some(document) = super::read(&path)? else { continue };
        let fits = document.get("task_resource_distribution").is_some()
            && import(model, Some(&document)).is_ok_and(|imported| {
                !imported.not_kept.iter().any(|one| one.reason == "the model has no such element")
            });
        if fits {
            fitting.push(document);
        }
    }
    Ok(fitting.into_iter().next())
}

fn expectations(folder: &Path) -> Result<Tally, String> {
    let mut tally = Tally::default();
    let document = super::read(&folder.join("expectations.json"))?.unwrap_or(Value::Null);
    gateway_conditions(folder, &document["gateway_conditions"], &mut tally)?;
    for name in ["timer", "event_gateway"] {
        events(folder, name, &document[name], &mut tally)?;
    }
    Ok(tally)
}

/// Which activities a case passes, and how many.
fn gateway_conditions(folder: &Path, rules: &Value, tally: &mut Tally) -> Result<(), String> {
    let folder = folder.join(text(&rules["dir"]));
    let cases = count(&rules["cases"]);
    for row in rules["rows"].as_array().into_iter().flatten() {
        let (model, parameters) = (folder.join(text(&row[0])), folder.join(text(&row[1])));
        let (Ok(true), Some(document)) = (model.try_exists(), super::read(&parameters)?) else { continue };
        let label = format!("{} {}", text(&row[0]), text(&row[1]));
        tally.case(label, |case| match passes(&model, &document, cases) {
            Err(reason) => case.fail(reason),
            Ok(passes) => {
                let allowed: Vec<&str> = row[2].as_array().into_iter().flatten().map(text).collect();
                let strangers = passes.iter().flatten().filter(|title| !allowed.contains(&title.as_str()));
                case.same("activities that may not be", strangers.count(), 0);
                let counts = || passes.iter().map(|case| case.len() as u64);
                case.same("cases", passes.len() as u64, cases);
                case.same("fewest activities", counts().min().unwrap_or(0), count(&row[3]));
                case.same("most activities", counts().max().unwrap_or(0), count(&row[4]));
            }
        });
    }
    Ok(())
}

/// The titles of the steps that each case passed.
fn passes(model: &Path, parameters: &Value, cases: u64) -> Result<Vec<Vec<String>>, String> {
    let imported = import(model, Some(parameters))?;
    let simulation = run(&imported, cases, 1, None)?;
    let mut passes = vec![Vec::new(); usize::try_from(cases).unwrap_or(0)];
    for replication in simulation.trace.replications() {
        for event in replication.kept_events() {
            let event = event.map_err(|error| error.to_string())?;
            let node = imported.plan.nodes.get(event.node as usize);
            let title =
                node.filter(|node| matches!(node.kind, NodeKind::Step(_))).map(|node| node.title.clone());
            let case = usize::try_from(event.case).ok().and_then(|case| passes.get_mut(case));
            if let (EventKind::Began, Some(case), Some(title)) = (event.kind, case, title) {
                case.push(title);
            }
        }
    }
    Ok(passes)
}

fn run(imported: &ImportedPlan, cases: u64, seed: u64, start: Option<u32>) -> Result<Simulation, String> {
    let scenario = imported.scenario(Seed(seed), cases, 1);
    let scenario: Option<Scenario> = scenario.map(|mut scenario| {
        scenario.trace = TraceDepth::Full;
        scenario.arrivals.start_minute = start.unwrap_or(scenario.arrivals.start_minute);
        scenario
    });
    let scenario = scenario.ok_or("the parameters do not say when cases arrive")?;
    simulate(&imported.plan, &scenario, &Control::default()).map_err(|error| error.to_string())
}

/// Counts and durations of events and tasks, by their names.
fn events(folder: &Path, name: &str, rules: &Value, tally: &mut Tally) -> Result<(), String> {
    let (model, parameters) = (folder.join(text(&rules["bpmn"])), folder.join(text(&rules["params"])));
    let (true, Some(mut document)) = (model.is_file(), super::read(&parameters)?) else { return Ok(()) };
    for (key, value) in rules["override"].as_object().into_iter().flatten() {
        document[key] = value.clone();
    }
    if let Some(fixed) = rules["event_distribution_fix_s"].as_object() {
        document["event_distribution"] = fixed
            .iter()
            .map(|(id, seconds)| {
                json!({"event_id": id, "distribution_name": "fix", "distribution_params": [{"value": seconds}]})
            })
            .collect();
    }
    let start = Moment::read(text(&rules["start"]), DateOrder::YearFirst).map(|start| start.minute_of_week());
    tally.case(name.to_owned(), |case| {
        let simulation = import(&model, Some(&document)).and_then(|imported| {
            run(&imported, count(&rules["cases"]), 1, start).map(|simulation| (imported, simulation))
        });
        let (imported, simulation) = match simulation {
            Ok(both) => both,
            Err(reason) => return case.fail(reason),
        };
        for (title, expected) in rules["expect"].as_object().into_iter().flatten() {
            if !expected.is_object() {
                continue;
            }
            let Some(place) = imported.plan.nodes.iter().position(|node| node.title == *title) else {
                case.fail(format!("nothing is called `{title}`"));
                continue;
            };
            let Some(result) = simulation.run.nodes.get(place) else { continue };
            case.same(title, result.visits, count(&expected["count"]));
            let is_step =
                matches!(imported.plan.nodes.get(place).map(|node| &node.kind), Some(NodeKind::Step(_)));
            let found = if is_step { result.mean_working_ms } else { result.mean_waiting_ms };
            if is_step || found > 0.0 {
                case.absolute(title, found / 1_000.0, number(&expected["duration_s"]), 1e-6);
            }
        }
    });
    Ok(())
}

/// Our figure in a run of an imported plan.
type Ours = dyn Fn(&ImportedPlan, &Run, &Simulation) -> Option<f64>;

/// A published figure, and where to find ours.
struct Published {
    name: String,
    value: f64,
    ours: Box<Ours>,
}

fn statistics(folder: &Path) -> Result<Tally, String> {
    let mut tally = Tally::default();
    let mut files = Vec::new();
    collect(folder, "csv", &mut files);
    for path in files.iter().filter(|path| path.to_string_lossy().ends_with("_stats.csv")) {
        // The model stands beside the statistics, or one folder above.
        let is_model = |path: &PathBuf| path.extension().is_some_and(|end| end == "bpmn");
        let mut near: Vec<PathBuf> = Vec::new();
        for folder in path.ancestors().skip(1).take(2) {
            if near.is_empty() {
                near = files_of(folder)?.into_iter().filter(is_model).collect();
            }
        }
        let [model] = near.as_slice() else { continue };
        let Some(parameters) = parameters_of(model)? else { continue };
        let imported = import(model, Some(&parameters))?;
        let table = std::fs::read_to_string(path).map_err(|error| error.to_string())?;
        let (cases, start, published) = published(&table, &imported);
        let mut ours: Vec<Vec<f64>> = vec![Vec::new(); published.len()];
        for seed in 0..RUNS {
            let simulation = run(&imported, cases, seed, start)?;
            for (list, figure) in ours.iter_mut().zip(&published) {
                list.extend((figure.ours)(&imported, &simulation.run, &simulation));
            }
        }
        for (figure, mut list) in published.into_iter().zip(ours) {
            let file = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
            list.sort_by(f64::total_cmp);
            tally.case(format!("{file}: {}", figure.name), |case| {
                let (low, high) = (list.get(OUTSIDE), list.iter().rev().nth(OUTSIDE));
                let (Some(low), Some(high)) = (low, high) else {
                    return case.fail("there is nothing like it");
                };
                let (middle, half) = ((low + high) / 2.0, (high - low) / 2.0);
                case.absolute(&figure.name, figure.value, middle, half.max(1e-9 * middle.abs()) + 1e-9);
            });
        }
    }
    Ok(tally)
}

/// The size of the run, when it began, and its figures.
fn published(table: &str, imported: &ImportedPlan) -> (u64, Option<u32>, Vec<Published>) {
    let (mut cases, mut start, mut found) = (0, None, Vec::new());
    let mut busy: BTreeMap<String, Vec<f64>> = BTreeMap::new();
    let (mut section, mut names) = (String::new(), Vec::new());
    for line in table.lines().map(str::trim) {
        let cells: Vec<&str> = line.split(',').collect();
        let first = cells.first().copied().unwrap_or("");
        if first == "started_at" {
            start = cells.get(1).and_then(|text| Moment::read(text, DateOrder::YearFirst));
            continue;
        }
        if cells.len() == 1 {
            section = line.to_owned();
            names = Vec::new();
            continue;
        }
        if names.is_empty() {
            names = cells.iter().map(|name| (*name).to_owned()).collect();
            continue;
        }
        let cell = |name: &str| -> Option<f64> {
            cells.get(names.iter().position(|known| known == name)?)?.parse().ok()
        };
        match (section.as_str(), first) {
            ("Resource Utilization", id) => {
                if let Some(value) = cell("Utilization Ratio") {
                    let resource = resource_of(id, imported);
                    busy.entry(resource.unwrap_or_else(|| id.to_owned())).or_default().push(value);
                }
            }
            ("Individual Task Statistics", title) => {
                found.extend(cell("Avg Processing Time").map(|value| working(title, value)));
                found.extend(cell("Count").map(|value| visits(title, value)));
            }
            ("Overall Scenario Statistics", "idle_cycle_time") => {
                cases = cell("Trace Ocurrences").unwrap_or(0.0) as u64;
                found.extend(cell("Average").map(|value| Published {
                    name: "mean time from arrival to end".to_owned(),
                    value,
                    ours: Box::new(|_, _, simulation| mean_cycle(simulation)),
                }));
            }
            _ => {}
        }
    }
    found.extend(busy.into_iter().map(|(id, shares)| utilisation(&id, &shares)));
    (cases, start.map(|start| start.minute_of_week()), found)
}

/// Our resource for an id of the statistics, which count the people of one resource with `_0`, `_1` behind it.
fn resource_of(id: &str, imported: &ImportedPlan) -> Option<String> {
    let whole = imported.elements.get(id);
    let found = whole.or_else(|| imported.elements.get(id.rsplit_once('_')?.0))?;
    found.starts_with("resource_").then(|| found.clone())
}

fn mean_cycle(simulation: &Simulation) -> Option<f64> {
    let cases = simulation.cases.first()?;
    Some(cases.iter().map(|case| case.cycle_us as f64).sum::<f64>() / cases.len() as f64 / 1e6)
}

fn utilisation(id: &str, shares: &[f64]) -> Published {
    let wanted = id.to_owned();
    Published {
        name: format!("utilisation of {id}"),
        value: shares.iter().sum::<f64>() / shares.len() as f64,
        ours: Box::new(move |_, run, _| {
            let found = run.resources.iter().find(|result| result.resource.as_str() == wanted)?;
            Some(found.utilisation.value)
        }),
    }
}

fn of_node(title: &str, imported: &ImportedPlan) -> Option<usize> {
    imported.plan.nodes.iter().position(|node| node.title == title)
}

fn working(title: &str, value: f64) -> Published {
    let wanted = title.to_owned();
    Published {
        name: format!("mean work at {title}"),
        value,
        ours: Box::new(move |imported, run, _| {
            let result = run.nodes.get(of_node(&wanted, imported)?)?;
            (result.visits > 0).then_some(result.mean_working_ms / 1_000.0)
        }),
    }
}

fn visits(title: &str, value: f64) -> Published {
    let wanted = title.to_owned();
    Published {
        name: format!("visits of {title}"),
        value,
        ours: Box::new(move |imported, run, _| {
            Some(run.nodes.get(of_node(&wanted, imported)?)?.visits as f64)
        }),
    }
}
