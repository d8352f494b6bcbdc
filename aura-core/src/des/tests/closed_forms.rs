//! Queues whose answers are known exactly: the interval by replication must hold the answer.

use super::station::{Station, Story};
use crate::des::{Arrivals, Discipline, Distribution, Span};
use crate::random::{Seed, Streams};

const SECOND_MS: f64 = 1_000.0;
const REPLICATIONS: u64 = 20;

struct Model {
    station: Station,
    arrival_rate: f64,
    service: Distribution,
    patience: Option<Distribution>,
}

impl Model {
    fn new(servers: u32, queue_limit: Option<u32>, arrival_rate: f64, service: Distribution) -> Self {
        let station = Station { servers, discipline: Discipline::Fifo, queue_limit, cases: 20_000 };
        Model { station, arrival_rate, service, patience: None }
    }

    /// The value of a statistic in one replication, the first quarter of the cases left out as warm-up.
    fn replication(&self, seed: Seed, statistic: &dyn Fn(&[Story]) -> f64) -> f64 {
        let streams = Streams::new(seed);
        let gap = Distribution::exponential(SECOND_MS / self.arrival_rate).unwrap();
        let mut arrivals = Arrivals::renewal(gap, streams.stream(0, 0, 0));
        let (stories, _) = self.station.run(
            &mut arrivals,
            |case| self.service.sample_ms(&mut streams.visit(case as u64, 1, 0).stream(0)),
            |case| match &self.patience {
                Some(patience) => patience.sample_ms(&mut streams.visit(case as u64, 1, 0).stream(1)),
                None => Span::MAX,
            },
            |_| 0,
        );
        statistic(&stories[self.station.cases / 4..])
    }

    /// The mean over replications and half the width of its interval at three standard deviations or so.
    fn interval(&self, seed: u64, statistic: &dyn Fn(&[Story]) -> f64) -> (f64, f64) {
        let values: Vec<f64> = (0..REPLICATIONS)
            .map(|number| self.replication(Seed(seed * 1_000 + number), statistic))
            .collect();
        let count = values.len() as f64;
        let mean = values.iter().sum::<f64>() / count;
        let variance =
            values.iter().map(|value| (value - mean) * (value - mean)).sum::<f64>() / (count - 1.0);
        // Student t with 19 degrees of freedom at 0.9995: one honest failure in a thousand.
        (mean, 3.883 * (variance / count).sqrt())
    }

    fn check(&self, what: &str, exact: f64, statistic: &dyn Fn(&[Story]) -> f64) {
        for seed in [11, 12, 13] {
            let (mean, half) = self.interval(seed, statistic);
            assert!((mean - exact).abs() <= half, "{what}, seed {seed}: {mean} ± {half}, exact {exact}");
            assert!(half < 0.2 * exact.max(0.01), "{what}: the interval ± {half} says nothing");
        }
    }
}

fn seconds(span: Span) -> f64 {
    span.fractional_ms() / SECOND_MS
}

fn mean(stories: &[Story], value: impl Fn(&Story) -> Option<f64>) -> f64 {
    let (count, sum) =
        stories.iter().filter_map(value).fold((0.0, 0.0), |(count, sum), value| (count + 1.0, sum + value));
    sum / count
}

fn wait(stories: &[Story]) -> f64 {
    mean(stories, |story| story.started.map(|started| seconds(started.since(story.arrived))))
}

fn share(stories: &[Story], holds: impl Fn(&Story) -> bool) -> f64 {
    mean(stories, |story| Some(f64::from(u8::from(holds(story)))))
}

fn exponential() -> Distribution {
    Distribution::exponential(SECOND_MS).unwrap()
}

#[test]
fn one_server_with_exponential_service() {
    // M/M/1: Wq = rho / (mu - lambda), P(wait) = rho.
    let model = Model::new(1, None, 0.8, exponential());
    model.check("mean wait", 4.0, &wait);
    model.check("share that waits", 0.8, &|stories| {
        share(stories, |story| story.started != Some(story.arrived))
    });
}

#[test]
fn several_servers() {
    // Erlang C for 5 servers at 4 erlang: P(wait) = 0.554113, Wq = P(wait) / (c mu - lambda).
    let model = Model::new(5, None, 4.0, exponential());
    model.check("mean wait", 0.554_112_554_112_554, &wait);
}

#[test]
fn general_service_times() {
    // Pollaczek and Khinchine: Wq = lambda E[S^2] / (2 (1 - rho)).
    for (name, service) in [
        ("fixed", Distribution::fixed(SECOND_MS).unwrap()),
        ("uniform", Distribution::uniform(0.0, 2.0 * SECOND_MS).unwrap()),
        ("gamma", Distribution::gamma(2.0, 0.5 * SECOND_MS).unwrap()),
        ("lognormal", Distribution::lognormal_with_mean(SECOND_MS, 0.8 * SECOND_MS).unwrap()),
    ] {
        let rate = 0.6;
        let (mean, variance) = (service.mean() / SECOND_MS, service.variance() / SECOND_MS / SECOND_MS);
        let exact = rate * (variance + mean * mean) / (2.0 * (1.0 - rate * mean));
        Model::new(1, None, rate, service).check(name, exact, &wait);
    }
}

#[test]
fn a_finite_queue_refuses() {
    // M/M/1/5 with lambda 2, mu 1: P(full) = rho^5 (1 - rho) / (1 - rho^6) = 32/63.
    let model = Model::new(1, Some(4), 2.0, exponential());
    model.check("share refused", 32.0 / 63.0, &|stories| share(stories, |story| story.refused));
}

#[test]
fn impatient_people_leave() {
    // M/M/1+M with lambda = mu = theta = 1 is a birth-death chain with death rate n in state n: Poisson(1).
    // Whoever comes into state n >= 1 is served before patience ends with probability 1/(n+1); the share
    // that leaves is 1 - P(busy) mu / lambda = exp(-1).
    let mut model = Model::new(1, None, 1.0, exponential());
    model.patience = Some(exponential());
    model.check("share that leaves", libm::exp(-1.0), &|stories| share(stories, |story| story.left));
}
