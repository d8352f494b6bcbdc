//! From the setup of a scenario to a network.
//!
//! Two programs lent the values, and their schedules differ in meaning: in Ciw each shift is a crew of its own, which
//! finishes beyond its shift; in simmer a schedule only changes how many servers there are. The setup does not say
//! which, so the named source decides.

use aura_core::des::network::{Blueprint, Duration, Handover, PoolPlan, Shift, Source, Step};
use aura_core::des::{Arrivals, Discipline, Displace, Distribution, PoolRules, Span, Time};
use aura_core::random::{Seed, Streams};
use serde_json::{Map, Value};

use crate::eval::tally::{number, numbers, text};

const MICROS: f64 = 1e6;

/// A network with what the expectations need to know about it.
pub(super) struct Scenario {
    pub blueprint: Blueprint,
    pub streams: Streams,
    /// The names of the sources.
    pub names: Vec<String>,
    pub until: Option<Time>,
}

/// A moment or span of the data, whose unit is a second here.
pub(super) fn micros(value: f64) -> u64 {
    (value * MICROS).round().max(0.0) as u64
}

pub(super) fn span(value: f64) -> Span {
    Span::from_micros(micros(value))
}

pub(super) fn time(value: f64) -> Result<Time, String> {
    Time::from_micros(micros(value)).map_err(|error| error.to_string())
}

impl Scenario {
    /// Builds the network of a scenario.
    ///
    /// # Errors
    /// What the setup asks for and nothing here knows.
    pub(super) fn new(setup: &Value, dialect: &str) -> Result<Self, String> {
        let fields = setup.as_object().ok_or("the setup is no object")?;
        known(
            "setup",
            fields,
            &[
                "resource",
                "arrivals",
                "interarrival",
                "priority",
                "amount",
                "high",
                "service",
                "steps",
                "patience",
                "until",
            ],
        )?;
        let until = setup["until"].as_f64().map(time).transpose()?;
        let streams = Streams::new(Seed(1));
        let mut names = Vec::new();
        let mut sources = Vec::new();
        let mut cases = 0;
        for (name, arrivals, count) in arrivals(setup, until, &streams)? {
            let priority = match (&setup["high"], setup["priority"].get(&name)) {
                (Value::String(high), _) => i32::from(*high != name),
                // In the data a higher number is more urgent; here a lower one is.
                (_, Some(Value::Number(priority))) => -(priority.as_f64().unwrap_or(0.0) as i32),
                _ => 0,
            };
            let units = setup["amount"].get(&name).and_then(Value::as_u64).map_or(1, |units| units as u32);
            sources.push(Source { arrivals, most: count, entry: 0, priority, units });
            names.push(name);
            cases += count;
        }
        let has_priorities = setup["priority"].is_object() || setup["high"].is_string();
        let pools = match &setup["resource"] {
            Value::Null => Vec::new(),
            resource => vec![pool(resource, has_priorities, dialect)?],
        };
        let mut blueprint = Blueprint { pools, sources, ..Blueprint::default() };
        if let Some(steps) = setup["steps"].as_array() {
            Compiler { blueprint: &mut blueprint, cases }.all(steps)?;
        } else {
            service_steps(setup, &names, &mut blueprint)?;
        }
        Ok(Scenario { blueprint, streams, names, until })
    }
}

/// The sources: name, process and number of cases.
fn arrivals(
    setup: &Value,
    until: Option<Time>,
    streams: &Streams,
) -> Result<Vec<(String, Arrivals, u64)>, String> {
    let given = |list: &Value, number: u32| {
        let times = numbers(list).into_iter().map(time).collect::<Result<Vec<_>, _>>()?;
        let count = times.len() as u64;
        let arrivals =
            Arrivals::given(times, streams.stream(0, number, 0)).map_err(|error| error.to_string())?;
        Ok::<_, String>((arrivals, count))
    };
    match (&setup["arrivals"], &setup["interarrival"]) {
        (list @ Value::Array(_), _) => {
            given(list, 0).map(|(arrivals, count)| vec![(String::new(), arrivals, count)])
        }
        (Value::Object(classes), _) => {
            let each = classes.iter().zip(0..).map(|((name, list), number)| {
                given(list, number).map(|(arrivals, count)| (name.clone(), arrivals, count))
            });
            each.collect()
        }
        (Value::String(process), _) => {
            let rate = process.strip_prefix("Poisson ").and_then(|rate| rate.parse::<f64>().ok());
            let rate = rate.ok_or_else(|| format!("arrivals `{process}` are not known"))?;
            let gap = Distribution::exponential(1_000.0 / rate).map_err(|error| error.to_string())?;
            until.ok_or("arrivals without an end")?;
            Ok(vec![(String::new(), Arrivals::renewal(gap, streams.stream(0, 0, 0)), u64::MAX)])
        }
        (Value::Null, Value::Number(_)) => {
            until.ok_or("arrivals without an end")?;
            let gap = span(number(&setup["interarrival"]));
            let first = Time::ZERO.after(gap);
            Ok(vec![(String::new(), Arrivals::fixed(first, gap, streams.stream(0, 0, 0)), u64::MAX)])
        }
        (other, _) => Err(format!("arrivals `{other}` are not known")),
    }
}

fn pool(resource: &Value, has_priorities: bool, dialect: &str) -> Result<PoolPlan, String> {
    let fields = resource.as_object().ok_or("the resource is no object")?;
    known(
        "resource",
        fields,
        &[
            "servers",
            "queue_limit",
            "queue_priority",
            "preemptive",
            "preempt",
            "preempt_order",
            "strict",
            "discipline",
            "schedule",
        ],
    )?;
    let preempts = resource["preemptive"].as_bool().unwrap_or(resource["preempt"].is_string());
    let displace = match (preempts, text(&resource["preempt_order"])) {
        (false, _) => None,
        (true, "" | "lifo") => Some(Displace::Newest),
        (true, "fifo") => Some(Displace::Oldest),
        (true, other) => return Err(format!("the order of pre-emption `{other}` is not known")),
    };
    let is_restarting = match text(&resource["preempt"]) {
        "" | "resume" => false,
        "restart" => true,
        other => return Err(format!("pre-emption `{other}` is not known")),
    };
    let discipline = match text(&resource["discipline"]) {
        "" if has_priorities || preempts => Discipline::Priority,
        "" | "fifo" => Discipline::Fifo,
        "lifo" => Discipline::Lifo,
        "priority" => Discipline::Priority,
        other => return Err(format!("the discipline `{other}` is not known")),
    };
    let (shifts, period) = shifts(&resource["schedule"])?;
    let handover = match (preempts, dialect.starts_with("CiwPython")) {
        (true, _) => Handover::AtOnce,
        (false, true) => Handover::NewCrew,
        (false, false) => Handover::AsTheyFinish,
    };
    let limit = |key: &str| resource[key].as_u64().map(|limit| limit as u32);
    // A schedule that begins at 0 says how many servers there are from the start.
    let first = shifts.first().filter(|shift| shift.at == Time::ZERO).map(|shift| shift.servers);
    let servers = first.or(limit("servers")).unwrap_or(0);
    let rules = PoolRules {
        servers,
        discipline,
        queue_limit: limit("queue_limit"),
        least_urgent_waiting: resource["queue_priority"].as_i64().map(|least| -(least as i32)),
        displace,
        is_crowding: has_priorities,
        is_strict: resource["strict"].as_bool().unwrap_or(false),
    };
    let shifts =
        if first.is_some() && period.is_none() { shifts.get(1..).unwrap_or(&[]).to_vec() } else { shifts };
    Ok(PoolPlan { rules, is_restarting, shifts, period, handover })
}

fn shifts(schedule: &Value) -> Result<(Vec<Shift>, Option<Span>), String> {
    let Some(fields) = schedule.as_object() else { return Ok((Vec::new(), None)) };
    known("schedule", fields, &["at", "servers", "period", "on"])?;
    let period = schedule["period"].as_f64().map(span);
    let on = numbers(&schedule["on"]);
    let pairs: Vec<(f64, f64)> = if on.is_empty() {
        numbers(&schedule["at"]).into_iter().zip(numbers(&schedule["servers"])).collect()
    } else {
        // Pairs of from and until, one server each.
        on.into_iter().zip([1.0, 0.0].into_iter().cycle()).collect()
    };
    let shifts = pairs.into_iter().map(|(at, servers)| Ok(Shift { at: time(at)?, servers: servers as u32 }));
    Ok((shifts.collect::<Result<_, String>>()?, period))
}

/// Seize, work, release, with patience in the queue where there is some.
fn service_steps(setup: &Value, names: &[String], blueprint: &mut Blueprint) -> Result<(), String> {
    let given = |value: &Value| match value {
        Value::Number(_) => Ok(Duration::Fixed(span(number(value)))),
        Value::Array(_) => Ok(Duration::ByCase(numbers(value).into_iter().map(span).collect())),
        other => Err(format!("the service `{other}` is not known")),
    };
    for (place, name) in names.iter().enumerate() {
        let service = match &setup["service"] {
            Value::Object(classes) => given(classes.get(name).unwrap_or(&Value::Null))?,
            other => given(other)?,
        };
        if let Some(source) = blueprint.sources.get_mut(place) {
            source.entry = blueprint.steps.len();
        }
        if !setup["patience"].is_null() {
            let duration = given(&setup["patience"])?;
            blueprint.steps.push(Step::Patience { duration, otherwise: None });
        }
        if !blueprint.pools.is_empty() {
            blueprint.steps.push(Step::Seize { pool: 0, otherwise: None });
        }
        blueprint.steps.extend([Step::Calm, Step::Work(service)]);
        if !blueprint.pools.is_empty() {
            blueprint.steps.push(Step::Release { pool: 0 });
        }
        blueprint.steps.push(Step::Leave);
    }
    Ok(())
}

/// Steps as the data write them: lists that begin with a word.
struct Compiler<'a> {
    blueprint: &'a mut Blueprint,
    cases: u64,
}

impl Compiler<'_> {
    fn all(&mut self, steps: &[Value]) -> Result<(), String> {
        steps.iter().try_for_each(|step| self.one(step))
    }

    fn one(&mut self, step: &Value) -> Result<(), String> {
        let empty = Vec::new();
        let parts = step.as_array().unwrap_or(&empty);
        let part = |place: usize| parts.get(place).unwrap_or(&Value::Null);
        match text(part(0)) {
            "timeout" => self.push(Step::Work(Duration::Fixed(span(number(part(1)))))),
            "timeout_counter" => {
                let first = number(part(1));
                let all = (0..self.cases.max(1)).map(|count| span(first + count as f64));
                self.push(Step::Work(Duration::InOrder(all.collect())));
            }
            "seize" => self.push(Step::Seize { pool: 0, otherwise: None }),
            "release" => self.push(Step::Release { pool: 0 }),
            "separate" => self.push(Step::Separate),
            "renege_abort" => self.push(Step::Calm),
            "renege_in" => {
                let duration = Duration::Fixed(span(number(part(1))));
                let here = self.blueprint.steps.len();
                self.push(Step::Patience { duration: duration.clone(), otherwise: None });
                if let Some(branch) = part(2).as_array() {
                    // Over the branch and its end.
                    self.push(Step::GoTo(0));
                    let entry = self.branch(branch, Step::Leave)?;
                    let after = self.blueprint.steps.len();
                    self.put(here, Step::Patience { duration, otherwise: Some(entry) });
                    self.put(here + 1, Step::GoTo(after));
                }
            }
            "batch" => {
                let options = part(2).as_object().cloned().unwrap_or_default();
                known("batch", &options, &["timeout"])?;
                let window = part(2)["timeout"].as_f64().filter(|window| *window > 0.0).map(span);
                let place = self.blueprint.batches as usize;
                self.blueprint.batches += 1;
                self.push(Step::Batch { place, size: number(part(1)) as usize, window });
            }
            "clone" => {
                let here = self.blueprint.steps.len();
                self.push(Step::Split(Vec::new()));
                let mut ways = Vec::new();
                let mut ends = Vec::new();
                for branch in parts.iter().skip(1) {
                    let branch = branch.as_array().ok_or("a way of a clone is no list")?;
                    ways.push(self.branch(branch, Step::GoTo(0))?);
                    ends.push(self.blueprint.steps.len() - 1);
                }
                let after = self.blueprint.steps.len();
                ends.into_iter().for_each(|end| self.put(end, Step::GoTo(after)));
                self.put(here, Step::Split(ways));
            }
            "synchronize" => match part(1) {
                Value::Bool(false) => self.push(Step::JoinFirst),
                Value::String(which) if which == "first" => self.push(Step::JoinFirst),
                Value::Bool(true) | Value::Null => self.push(Step::JoinAll),
                Value::String(which) if which == "all" || which == "last" => self.push(Step::JoinAll),
                other => return Err(format!("to synchronize `{other}` is not known")),
            },
            other => return Err(format!("the step `{other}` is not known")),
        }
        Ok(())
    }

    /// A way of its own: one step, several steps, or the lengths of timeouts. Gives where it begins.
    fn branch(&mut self, branch: &[Value], end: Step) -> Result<usize, String> {
        let entry = self.blueprint.steps.len();
        match branch.first() {
            Some(Value::String(_)) => self.one(&Value::Array(branch.to_vec()))?,
            Some(Value::Number(_)) => {
                let spans = branch.iter().map(|value| span(number(value)));
                let steps: Vec<Step> = spans.map(|span| Step::Work(Duration::Fixed(span))).collect();
                self.blueprint.steps.extend(steps);
            }
            _ => self.all(branch)?,
        }
        self.push(end);
        Ok(entry)
    }

    fn push(&mut self, step: Step) {
        self.blueprint.steps.push(step);
    }

    fn put(&mut self, place: usize, step: Step) {
        if let Some(slot) = self.blueprint.steps.get_mut(place) {
            *slot = step;
        }
    }
}

/// Refuses what would otherwise be passed over.
fn known(what: &str, fields: &Map<String, Value>, names: &[&str]) -> Result<(), String> {
    match fields.keys().find(|key| !names.contains(&key.as_str())) {
        Some(key) => Err(format!("`{key}` of the {what} is not known")),
        None => Ok(()),
    }
}
