//! How often the 95 % interval holds the exact answer.
//!
//! For each seed a model runs in independent replications, each after a warm-up; every expected quantity gets its
//! interval from them. A quantity is right where the share of seeds whose interval holds the answer lies in 93-97 %;
//! with fewer than 1,000 seeds the band is widened to three standard deviations of such a share.

use std::sync::atomic::{AtomicU64, Ordering};

use aura_core::des::network::Network;
use aura_core::random::Seed;
use aura_core::simulate::output::{Replications, quantile_interval};
use serde_json::Value;

use super::meter::Sums;
use super::models::{Model, Reading};
use crate::eval::Row;
use crate::eval::tally::{number, text};

const REPLICATIONS: u64 = 20;
const CONFIDENCE: f64 = 0.95;
const NARROWEST_BAND: f64 = 0.02;

/// One expected number.
struct Quantity {
    name: String,
    exact: f64,
    reading: Reading,
}

/// One row for each model, and one for all quantities of all models.
pub(super) fn measure(document: &Value, seeds: u64) -> Vec<Row> {
    let mut rows = Vec::new();
    let (mut quantities, mut right, mut failures) = (0, 0, Vec::new());
    for model in document.as_array().into_iter().flatten() {
        let row = one_model(model, seeds);
        quantities += row.cases;
        right += row.passed.unwrap_or(0);
        failures.extend(row.failures.iter().map(|failure| format!("{}: {failure}", row.measure)));
        rows.push(row);
    }
    let figure = if quantities == 0 { 0.0 } else { right as f64 / quantities as f64 };
    rows.push(Row {
        measure: format!("coverage over {seeds} seeds"),
        cases: quantities,
        passed: Some(right),
        figure,
        floor: None,
        aim: Some(1.0),
        worst: None,
        failures,
    });
    rows
}

fn one_model(document: &Value, seeds: u64) -> Row {
    let mut row = Row {
        measure: text(&document["id"]).to_owned(),
        cases: 1,
        passed: Some(0),
        figure: 0.0,
        floor: Some(CONFIDENCE - band(seeds)),
        aim: Some(CONFIDENCE),
        worst: None,
        failures: Vec::new(),
    };
    let held = Model::new(document).and_then(|model| {
        let quantities = quantities(document, &model)?;
        let held = count_held(&model, &quantities, seeds)?;
        Ok((quantities, held))
    });
    let (quantities, held) = match held {
        Ok(found) => found,
        Err(reason) => {
            row.failures.push(reason);
            return row;
        }
    };
    let mut farthest = CONFIDENCE;
    let mut right = 0;
    for (quantity, held) in quantities.iter().zip(held) {
        let share = held as f64 / seeds as f64;
        if (share - CONFIDENCE).abs() > (farthest - CONFIDENCE).abs() {
            farthest = share;
        }
        if (share - CONFIDENCE).abs() <= band(seeds) + 1e-9 {
            right += 1;
        } else {
            row.failures.push(format!(
                "the interval of {} holds {} in {share:.3} of seeds",
                quantity.name, quantity.exact
            ));
        }
    }
    row.cases = quantities.len() as u64;
    row.passed = Some(right);
    row.figure = farthest;
    row
}

fn band(seeds: u64) -> f64 {
    NARROWEST_BAND.max(3.0 * (CONFIDENCE * (1.0 - CONFIDENCE) / seeds as f64).sqrt())
}

fn quantities(document: &Value, model: &Model) -> Result<Vec<Quantity>, String> {
    let expected = document["expected"].as_object().ok_or("nothing is expected")?;
    let mut all = Vec::new();
    for (key, value) in expected {
        let values: Vec<(Option<usize>, &Value)> = match value.as_array() {
            Some(list) => list.iter().enumerate().map(|(place, value)| (Some(place), value)).collect(),
            None => vec![(None, value)],
        };
        for (place, value) in values {
            let reading =
                model.reading(key, place).ok_or_else(|| format!("the quantity `{key}` is not known"))?;
            let name = place.map_or(key.clone(), |place| format!("{key}[{place}]"));
            all.push(Quantity { name, exact: number(value), reading });
        }
    }
    Ok(all)
}

/// For each quantity, in how many seeds the interval holds the answer. Seeds are shared among threads; only counts
/// are added up, so threads never show.
fn count_held(model: &Model, quantities: &[Quantity], seeds: u64) -> Result<Vec<u64>, String> {
    let next = AtomicU64::new(0);
    let threads = std::thread::available_parallelism().map_or(1, usize::from);
    let parts: Vec<Result<Vec<u64>, String>> = std::thread::scope(|scope| {
        let worker = || {
            let mut held = vec![0; quantities.len()];
            loop {
                let seed = next.fetch_add(1, Ordering::Relaxed);
                if seed >= seeds {
                    return Ok(held);
                }
                for (count, holds) in held.iter_mut().zip(one_seed(model, quantities, Seed(seed))?) {
                    *count += u64::from(holds);
                }
            }
        };
        let handles: Vec<_> = (0..threads).map(|_| scope.spawn(worker)).collect();
        let joined = handles.into_iter().map(|handle| handle.join());
        joined
            .map(|part| part.unwrap_or_else(|_| Err("a thread of the measure ended early".to_owned())))
            .collect()
    });
    let mut total = vec![0; quantities.len()];
    for part in parts {
        total.iter_mut().zip(part?).for_each(|(total, held)| *total += held);
    }
    Ok(total)
}

fn one_seed(model: &Model, quantities: &[Quantity], seed: Seed) -> Result<Vec<bool>, String> {
    let mut rows = Vec::new();
    let mut waits = Vec::new();
    for replication in 0..REPLICATIONS {
        let (blueprint, streams) = model.network(seed, replication)?;
        let mut network = Network::new(blueprint, streams).map_err(|error| error.to_string())?;
        let sums = Sums::of(model, &mut network)?;
        rows.push(sums.row);
        waits.push(sums.waits);
    }
    let replications = Replications::new(rows).map_err(|error| error.to_string())?;
    let holds = |quantity: &Quantity| {
        let estimate = match &quantity.reading {
            Reading::Function(function) => replications.estimate(CONFIDENCE, function),
            Reading::WaitQuantile(probability) => quantile_interval(&waits, *probability, CONFIDENCE),
        };
        let interval = estimate.map_err(|error| format!("{}: {error}", quantity.name))?.interval;
        // A quantity without any spread, such as the number of cases in a closed circle, may differ by rounding.
        let rounding = 1e-9 * quantity.exact.abs();
        Ok(interval.lower - rounding <= quantity.exact && quantity.exact <= interval.upper + rounding)
    };
    quantities.iter().map(holds).collect()
}
