//! From the parameters of a model to a network, how long to run it, and what to read off it.

use aura_core::des::network::{Blueprint, Duration, PoolPlan, Source, Step};
use aura_core::des::sample::Weights;
use aura_core::des::{Arrivals, Discipline, Displace, Distribution, PoolRules, Span, Time};
use aura_core::random::{Seed, Streams};
use serde_json::Value;

use super::meter::Sums;
use crate::eval::tally::{number, numbers, text};

/// Milliseconds of virtual time that stand for one unit of the data. Large, so that a microsecond is nothing.
pub(super) const UNIT_MS: f64 = 1_000_000.0;

/// A model, ready to run with any seed.
pub(super) struct Model {
    kind: Kind,
    params: Value,
    /// Units of time before measuring, and while.
    pub warm_up: f64,
    pub window: f64,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    /// Some servers behind one queue, perhaps with a limit, patience, or another service.
    Queue,
    Sharing,
    Infinite,
    Classes {
        takes_away: bool,
    },
    Jackson,
    Closed,
    FiniteSource,
    Join,
    Race,
}

/// A figure of several means.
type Formula = Box<dyn Fn(&[f64]) -> f64 + Send + Sync>;

/// How one expected quantity is read.
pub(super) enum Reading {
    /// A function of sums over replications.
    Function(Formula),
    /// A quantile of the waits.
    WaitQuantile(f64),
}

impl Model {
    /// Reads a model.
    ///
    /// # Errors
    /// Where its kind is not known, or a parameter is missing.
    pub(super) fn new(model: &Value) -> Result<Self, String> {
        let name = text(&model["model"]);
        let kind = match name {
            _ if name.starts_with("AND ") => Kind::Join,
            _ if name.starts_with("event-based") => Kind::Race,
            _ if name.starts_with("finite source") => Kind::FiniteSource,
            _ if name.starts_with("closed ") => Kind::Closed,
            _ if name.contains("Jackson") => Kind::Jackson,
            _ if name.contains("non-preemptive priority") => Kind::Classes { takes_away: false },
            _ if name.contains("preemptive") && name.contains("priority") => {
                Kind::Classes { takes_away: true }
            }
            _ if name.ends_with("-PS") => Kind::Sharing,
            _ if name.ends_with("/inf") => Kind::Infinite,
            _ if name.starts_with("M/M/") || name.starts_with("M/G/1") => Kind::Queue,
            _ => return Err(format!("the model `{name}` is not known")),
        };
        let mut model = Model { kind, params: model["params"].clone(), warm_up: 0.0, window: 0.0 };
        model.plan_lengths()?;
        model.network(Seed(0), 0)?;
        Ok(model)
    }

    /// A replication of its own draws: the network before its first event.
    pub(super) fn network(&self, seed: Seed, replication: u64) -> Result<(Blueprint, Streams), String> {
        let streams = Streams::new(seed.derive(&format!("replication {replication}")));
        let mut maker = Maker { streams: &streams, blueprint: Blueprint::default() };
        match self.kind {
            Kind::Queue => self.queue(&mut maker)?,
            Kind::Sharing => {
                maker.blueprint.sharings.push(1);
                let duration = self.service()?;
                maker.blueprint.steps.push(Step::Share { sharing: 0, duration });
                maker.source(self.rate("arrival_rate")?, 0, 0)?;
            }
            Kind::Infinite => {
                maker.blueprint.steps.push(Step::Work(self.service()?));
                maker.source(self.rate("arrival_rate")?, 0, 0)?;
            }
            Kind::Classes { takes_away } => {
                let displace = takes_away.then_some(Displace::Newest);
                maker.pool(PoolRules {
                    servers: 1,
                    discipline: Discipline::Priority,
                    displace,
                    ..PoolRules::default()
                });
                maker.visit(0, self.service()?);
                for (class, rate) in numbers(&self.params["rates"]).into_iter().enumerate() {
                    maker.source(rate, class as i32, 0)?;
                }
            }
            Kind::Jackson => self.jackson(&mut maker)?,
            Kind::Closed => {
                for (pool, demand) in numbers(&self.params["demands"]).into_iter().enumerate() {
                    maker.pool(PoolRules { servers: 1, ..PoolRules::default() });
                    maker.visit(pool, exponential(demand)?);
                }
                maker.blueprint.steps.extend([Step::Mark(0), Step::GoTo(0)]);
                maker.population(self.rate("customers")? as usize)?;
            }
            Kind::FiniteSource => {
                maker.blueprint.steps.push(Step::Work(exponential(1.0 / self.rate("think_rate")?)?));
                maker.pool(PoolRules { servers: self.rate("servers")? as u32, ..PoolRules::default() });
                maker.visit(0, exponential(1.0 / self.rate("service_rate")?)?);
                maker.blueprint.steps.extend([Step::Mark(0), Step::GoTo(0)]);
                maker.population(self.rate("users")? as usize)?;
            }
            Kind::Join | Kind::Race => self.ways(&mut maker)?,
        }
        Ok((maker.blueprint, streams))
    }

    /// How to read an expected quantity, or `None` where that is not known.
    pub(super) fn reading(&self, key: &str, place: Option<usize>) -> Option<Reading> {
        let pool = place.unwrap_or(0);
        let servers =
            numbers(&self.params["servers"]).get(pool).copied().unwrap_or(number(&self.params["servers"]));
        let servers = if servers.is_finite() { servers } else { 1.0 };
        if let Some(percent) = key.strip_prefix("Wq_p").and_then(|percent| percent.parse::<f64>().ok()) {
            return Some(Reading::WaitQuantile(percent / 100.0));
        }
        let ratio = |above: usize, below: usize| -> Reading {
            Reading::Function(Box::new(move |s| at(s, above) / at(s, below)))
        };
        let waits_of = |class: usize| ratio(Sums::source_wait(class), Sums::source_starts(class));
        let is_network = matches!(self.kind, Kind::Jackson);
        Some(match key {
            "rho" | "utilisation" => {
                Reading::Function(Box::new(move |s| at(s, Sums::busy(pool)) / at(s, Sums::TIME) / servers))
            }
            "Pwait" | "P_wait" => ratio(Sums::WAITED, Sums::ARRIVED),
            "Wq" => ratio(Sums::wait(0), Sums::starts(0)),
            "Lq" => ratio(Sums::waiting(0), Sums::TIME),
            // In a queue with a finite source, only those at the desk count.
            "L" | "queue" if matches!(self.kind, Kind::FiniteSource | Kind::Closed) => {
                Reading::Function(Box::new(move |s| {
                    (at(s, Sums::waiting(pool)) + at(s, Sums::busy(pool))) / at(s, Sums::TIME)
                }))
            }
            "W" | "residence" if matches!(self.kind, Kind::FiniteSource | Kind::Closed) => station_time(pool),
            "station_W" if is_network => station_time(pool),
            "station_Wq" if is_network => ratio(Sums::wait(pool), Sums::starts(pool)),
            "arrival_rates" if is_network => ratio(Sums::starts(pool), Sums::TIME),
            "visits" if is_network => ratio(Sums::starts(pool), Sums::ARRIVED),
            "W" | "sojourn" | "mean" => ratio(Sums::SOJOURN, Sums::FINISHED),
            "L" => ratio(Sums::PRESENT, Sums::TIME),
            "L_var" => Reading::Function(Box::new(|s| {
                let mean = at(s, Sums::PRESENT) / at(s, Sums::TIME);
                at(s, Sums::PRESENT_SQUARED) / at(s, Sums::TIME) - mean * mean
            })),
            "P_reject" => ratio(Sums::REFUSED, Sums::ARRIVED),
            "P_abandon" => ratio(Sums::GAVE_UP, Sums::ARRIVED),
            "throughput" if matches!(self.kind, Kind::FiniteSource | Kind::Closed) => {
                ratio(Sums::MARKS, Sums::TIME)
            }
            "throughput" => ratio(Sums::FINISHED, Sums::TIME),
            "cycle" => {
                let customers = number(&self.params["customers"]);
                Reading::Function(Box::new(move |s| customers * at(s, Sums::TIME) / at(s, Sums::MARKS)))
            }
            "P_first" => ratio(Sums::MARKS, Sums::FINISHED),
            "Wq_high" => waits_of(0),
            "Wq_low" => waits_of(1),
            "W_high" => ratio(Sums::source_sojourn(0), Sums::source_finished(0)),
            "W_low" => ratio(Sums::source_sojourn(1), Sums::source_finished(1)),
            _ => return None,
        })
    }

    fn queue(&self, maker: &mut Maker<'_>) -> Result<(), String> {
        let servers = self.params["servers"].as_u64().unwrap_or(1) as u32;
        let queue_limit = match self.params["system_capacity"].as_u64() {
            Some(capacity) => {
                Some((capacity as u32).checked_sub(servers).ok_or("the capacity is below the servers")?)
            }
            None => None,
        };
        if let Some(rate) = self.params["patience_rate"].as_f64() {
            maker
                .blueprint
                .steps
                .push(Step::Patience { duration: exponential(1.0 / rate)?, otherwise: None });
        }
        maker.pool(PoolRules { servers, queue_limit, ..PoolRules::default() });
        maker.visit(0, self.service()?);
        maker.source(self.rate("arrival_rate")?, 0, 0)
    }

    fn jackson(&self, maker: &mut Maker<'_>) -> Result<(), String> {
        let rates = numbers(&self.params["service_rate"]);
        let servers = numbers(&self.params["servers"]);
        let external = numbers(&self.params["external"]);
        let rows = self.params["routing"].as_array().ok_or("the routing is missing")?;
        // Seize, work, release, choose.
        let entry = |station: usize| 4 * station;
        for (station, row) in rows.iter().enumerate() {
            let count = servers.get(station).map_or(1, |servers| *servers as u32);
            maker.pool(PoolRules { servers: count, ..PoolRules::default() });
            let rate = rates.get(station).ok_or("a service rate is missing")?;
            maker.seize(station, exponential(1.0 / rate)?);
            let mut shares = numbers(row);
            let mut ways: Vec<usize> = (0..shares.len()).map(entry).collect();
            shares.push((1.0 - shares.iter().sum::<f64>()).max(0.0));
            ways.push(entry(rows.len()));
            let weights = Weights::new(&shares).map_err(|error| error.to_string())?;
            maker.blueprint.steps.push(Step::Choose(weights, ways));
        }
        for (station, rate) in external.into_iter().enumerate().filter(|(_, rate)| *rate > 0.0) {
            maker.source(rate, 0, entry(station))?;
        }
        Ok(())
    }

    /// Two or more ways, all of which or the first of which counts.
    fn ways(&self, maker: &mut Maker<'_>) -> Result<(), String> {
        let rates = numbers(&self.params["rates"]);
        let works = rates.iter().map(|rate| exponential(1.0 / rate)).collect::<Result<Vec<_>, _>>()?;
        let steps = &mut maker.blueprint.steps;
        if self.kind == Kind::Race {
            // The mark says that the first way won.
            let ways = works.into_iter().enumerate().map(|(way, work)| (work, if way == 0 { 1 } else { 2 }));
            steps.extend([Step::Race(ways.collect()), Step::Mark(0)]);
        } else {
            let join = 1 + 2 * works.len();
            steps.push(Step::Split((0..works.len()).map(|way| 1 + 2 * way).collect()));
            works.into_iter().for_each(|work| steps.extend([Step::Work(work), Step::GoTo(join)]));
            steps.push(Step::JoinAll);
        }
        maker.source(1.0, 0, 0)
    }

    fn service(&self) -> Result<Duration, String> {
        if let Some(rate) = self.params["service_rate"].as_f64() {
            return exponential(1.0 / rate);
        }
        let Some(named) = self.params["service"].as_str() else {
            return exponential(self.rate("service_mean")?);
        };
        distribution(named).ok_or_else(|| format!("the service `{named}` is not known"))
    }

    fn rate(&self, key: &str) -> Result<f64, String> {
        self.params[key].as_f64().filter(|rate| *rate > 0.0).ok_or_else(|| format!("`{key}` is missing"))
    }

    /// Lengths follow the time in which a queue forgets its state: `1 / (sqrt(c m) - sqrt(l))^2` for exponential
    /// service (Morse 1955), times half of one and the squared coefficient of variation for others.
    fn plan_lengths(&mut self) -> Result<(), String> {
        let get = |key: &str| self.params[key].as_f64();
        let servers = get("servers").unwrap_or(1.0);
        let service = get("service_rate").map(|rate| 1.0 / rate).or(get("service_mean")).unwrap_or(1.0);
        let (memory, rate) = match self.kind {
            Kind::Queue | Kind::Sharing | Kind::Classes { .. } => {
                let rate = get("arrival_rate").unwrap_or_else(|| numbers(&self.params["rates"]).iter().sum());
                let gap = (servers / service).sqrt() - rate.sqrt();
                let open = 1.0 / (gap * gap);
                let variability = (1.0 + get("service_scv").unwrap_or(1.0)) / 2.0;
                let bounded = match (get("system_capacity"), get("patience_rate")) {
                    (Some(capacity), _) => open.min(capacity * service),
                    (_, Some(patience)) => open.min(1.0 / patience.min(1.0 / service)),
                    _ => open,
                };
                (bounded * variability.max(0.5) + 2.0 * service, rate)
            }
            Kind::Infinite => (2.0 * service, get("arrival_rate").unwrap_or(1.0)),
            Kind::Jackson => {
                let rates = numbers(&self.params["service_rate"]);
                let slowest = rates.iter().copied().fold(f64::INFINITY, f64::min);
                (40.0 / slowest, numbers(&self.params["external"]).iter().sum())
            }
            Kind::Closed => {
                let demands = numbers(&self.params["demands"]);
                let (customers, largest) =
                    (number(&self.params["customers"]), demands.iter().copied().fold(0.0, f64::max));
                // A cycle of all customers, and as many again where the stations are alike.
                (2.0 * customers * largest * demands.len() as f64, 1.0 / largest)
            }
            Kind::FiniteSource => (2.0 / get("think_rate").unwrap_or(1.0), servers / service),
            Kind::Join | Kind::Race => (10.0, 1.0),
        };
        if !(memory.is_finite() && memory > 0.0 && rate > 0.0) {
            return Err("the parameters make no queue that settles".to_owned());
        }
        self.warm_up = 6.0 * memory;
        let cases = (100.0 * memory * rate).clamp(1_000.0, 200_000.0);
        self.window = cases / rate;
        Ok(())
    }
}

fn station_time(pool: usize) -> Reading {
    Reading::Function(Box::new(move |s| {
        (at(s, Sums::waiting(pool)) + at(s, Sums::busy(pool))) / at(s, Sums::starts(pool))
    }))
}

fn at(sums: &[f64], place: usize) -> f64 {
    sums.get(place).copied().unwrap_or(f64::NAN)
}

/// Builds a blueprint.
struct Maker<'a> {
    streams: &'a Streams,
    blueprint: Blueprint,
}

impl Maker<'_> {
    fn pool(&mut self, rules: PoolRules) {
        self.blueprint.pools.push(PoolPlan { rules, ..PoolPlan::default() });
    }

    /// Seize, no more patience, work, release.
    fn visit(&mut self, pool: usize, work: Duration) {
        let steps =
            [Step::Seize { pool, otherwise: None }, Step::Calm, Step::Work(work), Step::Release { pool }];
        self.blueprint.steps.extend(steps);
    }

    fn seize(&mut self, pool: usize, work: Duration) {
        let steps = [Step::Seize { pool, otherwise: None }, Step::Work(work), Step::Release { pool }];
        self.blueprint.steps.extend(steps);
    }

    fn source(&mut self, rate: f64, priority: i32, entry: usize) -> Result<(), String> {
        let gap = Distribution::exponential(UNIT_MS / rate).map_err(|error| error.to_string())?;
        let stream = self.streams.stream(self.blueprint.sources.len() as u64, 0, 1);
        let arrivals = Arrivals::renewal(gap, stream);
        self.blueprint.sources.push(Source { arrivals, most: u64::MAX, entry, priority, units: 1 });
        Ok(())
    }

    fn population(&mut self, count: usize) -> Result<(), String> {
        let arrivals = Arrivals::given(vec![Time::ZERO; count], self.streams.stream(0, 0, 1));
        let arrivals = arrivals.map_err(|error| error.to_string())?;
        self.blueprint.sources.push(Source { arrivals, most: count as u64, entry: 0, priority: 0, units: 1 });
        Ok(())
    }
}

fn exponential(mean: f64) -> Result<Duration, String> {
    Distribution::exponential(mean * UNIT_MS).map(Duration::Drawn).map_err(|error| error.to_string())
}

/// A service as the data say it in words.
fn distribution(named: &str) -> Option<Duration> {
    let words: Vec<&str> =
        named.split(|c: char| c.is_whitespace() || "[],()".contains(c)).filter(|w| !w.is_empty()).collect();
    let figures: Vec<f64> = words.iter().filter_map(|word| word.parse().ok()).collect();
    let ms = |place: usize| figures.get(place).map(|figure| figure * UNIT_MS);
    let made = match *words.first()? {
        "deterministic" | "fixed" | "constant" => {
            return Some(Duration::Fixed(Span::from_fractional_ms(ms(0)?)));
        }
        "exponential" => Distribution::exponential(ms(0)?),
        "uniform" => Distribution::uniform(ms(0)?, ms(1)?),
        "gamma" => Distribution::gamma(*figures.first()?, ms(1)? / figures.first()?),
        "erlang" => Distribution::gamma(*figures.first()?, ms(1)? / figures.first()?),
        "lognormal" if named.contains("scv") => {
            Distribution::lognormal_with_mean(ms(0)?, ms(0)? * figures.get(1)?.sqrt())
        }
        "triangular" => Distribution::triangular(ms(0)?, ms(1)?, ms(2)?),
        _ => return None,
    };
    made.ok().map(Duration::Drawn)
}
