//! Many measures at once: what the secondary metrics of all arms say, with their number in mind.
//!
//! The primary metric decides by itself and its level is shared among the arms; each guardrail must hold by itself. Only
//! the secondary metrics, which are looked at for whatever they show, need an adjustment, and it is stated before the
//! data.

use crate::domain::experiment::ComparisonReading;
use crate::domain::live::{LiveArmVerdict, LiveComparison, LiveExperiment};
use crate::domain::metric::MetricRole;
use crate::error::Result;
use crate::stats::multiple::adjust;

use super::words;

/// Adjusts the secondary metrics of all arms together. What no longer counts as found is told as unclear.
///
/// # Errors
/// `invalid_number` where a p-value is none.
pub(super) fn adjust_secondary(experiment: &LiveExperiment, arms: &mut [LiveArmVerdict]) -> Result<()> {
    let Some(adjustment) = experiment.adjustment else { return Ok(()) };
    let is_secondary = |metric: &&mut LiveComparison| metric.comparison.role == MetricRole::Secondary;
    let mut found: Vec<&mut LiveComparison> =
        arms.iter_mut().flat_map(|arm| &mut arm.metrics).filter(is_secondary).collect();
    if found.is_empty() {
        return Ok(());
    }
    let p_values: Vec<f64> = found.iter().map(|metric| metric.comparison.p_value).collect();
    let level = 1.0 - experiment.rule.confidence;
    for (metric, adjusted) in found.iter_mut().zip(adjust(&p_values, adjustment)?) {
        metric.expert.adjusted_p_value = adjusted;
        let is_found =
            matches!(metric.comparison.reading, ComparisonReading::Better | ComparisonReading::Worse);
        if is_found && adjusted > level {
            metric.comparison.reading = ComparisonReading::Unclear;
            metric.sentence.push(' ');
            metric.sentence.push_str(words::AMONG_MANY);
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use std::fmt::Write as _;

    use serde_json::{Value, json};

    use super::super::{collect_table, judge, read_table};
    use super::*;
    use crate::domain::live::LiveVerdict;
    use crate::random::{Seed, Streams};

    const SECONDARY: usize = 20;

    /// A test whose secondary metrics are chance, but for the first, which is far apart.
    fn judged(seed: u64, adjustment: Value) -> LiveVerdict {
        let metric = |id: String, role: &str| {
            json!({"id": format!("metric_{id}"), "title": id, "measure": {"type": "mean", "column": id},
                "unit": {"type": "score"}, "direction": "increase", "role": role})
        };
        let names: Vec<String> = (0..=SECONDARY).map(|number| format!("m{number}")).collect();
        let roles = |number: usize| if number == 0 { "primary" } else { "secondary" };
        let metrics: Vec<Value> =
            names.iter().enumerate().map(|(number, name)| metric(name.clone(), roles(number))).collect();
        let statement = json!({
            "schema_version": 1, "title": "Many", "unit_column": "user", "arm_column": "arm",
            "arms": [{"name": "a", "weight": 1.0}, {"name": "b", "weight": 1.0}], "metrics": metrics,
            "adjustment": adjustment,
            "rule": {"confidence": 0.95, "smallest_worthwhile": 0.0, "guardrail_margin": 0.05,
                     "origin": crate::domain::provenance::Origin::assumed("a test")},
        });
        let statement: LiveExperiment = serde_json::from_value(statement).unwrap();
        let mut draws = Streams::new(Seed(seed)).stream(0, 0, 0);
        let mut text = format!("user,arm,{}\n", names.join(","));
        for user in 0..400 {
            let is_b = user % 2 == 1;
            write!(text, "u{user},{}", if is_b { "b" } else { "a" }).unwrap();
            for number in 0..=SECONDARY {
                let shift = if number == 1 && is_b { 0.2 } else { 0.0 };
                write!(text, ",{:.4}", draws.next_unit() + shift).unwrap();
            }
            text.push('\n');
        }
        judge(&statement, &collect_table(&statement, &read_table(&text).unwrap()).unwrap()).unwrap()
    }

    fn found(verdict: &LiveVerdict) -> Vec<&str> {
        let metrics = verdict.arms[0].metrics.iter().skip(1);
        let clear = metrics.filter(|metric| {
            metric.comparison.reading == ComparisonReading::Better
                || metric.comparison.reading == ComparisonReading::Worse
        });
        clear.map(|metric| metric.comparison.metric.as_str()).collect()
    }

    #[test]
    fn among_many_measures_only_what_is_there_is_found() {
        let seeds = 0..40;
        let false_finds = |adjustment: Value| {
            seeds.clone().filter(|seed| found(&judged(*seed, adjustment.clone())).len() > 1).count()
        };
        // Nineteen true nulls at .05: 1 - .95^19 = 62 % of tests show one by chance; with Holm at most 5 %.
        assert!((17..=33).contains(&false_finds(Value::Null)));
        assert!(false_finds(json!("holm")) <= 5);
        for seed in seeds.clone() {
            assert!(found(&judged(seed, json!("holm"))).contains(&"metric_m1"));
        }
    }

    #[test]
    fn adjusted_figures_are_those_of_the_procedure_and_the_words_tell_it() {
        let (plain, adjusted) = (judged(3, Value::Null), judged(3, json!("benjamini_hochberg")));
        let secondary = |verdict: &LiveVerdict| verdict.arms[0].metrics[1..].to_vec();
        let p_values: Vec<f64> = secondary(&plain).iter().map(|it| it.comparison.p_value).collect();
        // Benjamini and Hochberg 1995: the least of p(j) * m / j over all ranks j from that of the value on.
        let mut sorted = p_values.clone();
        sorted.sort_by(f64::total_cmp);
        for (metric, before) in secondary(&adjusted).iter().zip(secondary(&plain)) {
            let rank = sorted.iter().position(|p| *p == before.comparison.p_value).unwrap();
            let scaled = (rank..SECONDARY).map(|at| sorted[at] * SECONDARY as f64 / (at + 1) as f64);
            let expected = scaled.fold(1.0, f64::min);
            assert!((metric.expert.adjusted_p_value - expected).abs() < 1e-12);
            let was_found = before.comparison.reading != ComparisonReading::Unclear;
            let told = metric.sentence.ends_with(words::AMONG_MANY);
            assert_eq!(told, was_found && expected > 0.05);
            assert_eq!(metric.comparison.p_value, before.comparison.p_value);
        }
        assert_eq!(plain.arms[0].metrics[0], adjusted.arms[0].metrics[0]);
    }
}
