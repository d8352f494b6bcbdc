//! Several treatments against one control: how they share the level of the metric that decides.

use super::data::Evidence;
use crate::domain::live::{ArmAdjustment, LiveExperiment};
use crate::error::Result;
use crate::stats::analysis::{Monitoring, shared_control};
use crate::stats::distribution::Student;
use crate::stats::hypothesis::SharedControl;

/// How the level of one metric is shared.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Sharing {
    /// Not at all: each treatment is judged by itself.
    Alone,
    /// Equally among so many treatments.
    Equal(f64),
    /// By what the treatments have in common.
    Common(SharedControl),
}

/// What was stated, or what is the sharpest that holds.
pub(super) fn arm_adjustment(experiment: &LiveExperiment) -> ArmAdjustment {
    let usual = if experiment.monitoring == Monitoring::Fixed {
        ArmAdjustment::Dunnett
    } else {
        ArmAdjustment::Bonferroni
    };
    experiment.arm_adjustment.unwrap_or(usual)
}

impl Sharing {
    /// Of the metric that decides.
    ///
    /// # Errors
    /// As [`shared_control`].
    pub(super) fn of(experiment: &LiveExperiment, points: &dyn Evidence) -> Result<Self> {
        let treatments = experiment.arms.len().saturating_sub(1);
        if treatments < 2 {
            return Ok(Sharing::Alone);
        }
        match arm_adjustment(experiment) {
            ArmAdjustment::Bonferroni => Ok(Sharing::Equal(treatments as f64)),
            ArmAdjustment::Dunnett => {
                let all: Result<Vec<_>> = (1..=treatments).map(|arm| points.analysis(arm)).collect();
                Ok(Sharing::Common(shared_control(&all?)?))
            }
        }
    }

    /// The confidence of one treatment's range by itself, so that the ranges of all hold together.
    ///
    /// # Errors
    /// `invalid_number` for a confidence or degrees of freedom out of range.
    pub(super) fn confidence(&self, wanted: f64, degrees: f64) -> Result<f64> {
        match self {
            Sharing::Alone => Ok(wanted),
            Sharing::Equal(count) => Ok(1.0 - (1.0 - wanted) / count),
            Sharing::Common(family) => {
                let critical = family.critical(1.0 - wanted, degrees)?;
                Ok(1.0 - Student::new(degrees)?.two_sided(critical))
            }
        }
    }

    /// Probability that any of the treatments would show a gap this large if none were different.
    ///
    /// # Errors
    /// `invalid_number` for degrees of freedom out of range.
    pub(super) fn p_value(&self, alone: f64, statistic: f64, degrees: f64) -> Result<f64> {
        match self {
            Sharing::Alone => Ok(alone),
            Sharing::Equal(count) => Ok((alone * count).min(1.0)),
            Sharing::Common(family) => family.p_value(statistic, degrees),
        }
    }

    /// In a few words, for experts.
    pub(super) fn words(&self) -> Option<&'static str> {
        match self {
            Sharing::Alone => None,
            Sharing::Equal(_) => Some("level shared equally among the treatments (Bonferroni)"),
            Sharing::Common(_) => Some("level shared among the treatments by their common control (Dunnett)"),
        }
    }
}

#[cfg(test)]
mod tests {
    use std::fmt::Write as _;

    use serde_json::{Value, json};

    use super::super::{check_design, check_sentence, collect_table, judge, read_table};
    use super::*;
    use crate::domain::experiment::Decision;
    use crate::domain::live::LiveVerdict;
    use crate::random::{Seed, Streams};

    fn statement(adjustment: &Value, monitoring: &Value) -> LiveExperiment {
        let arms: Vec<Value> =
            ["a", "b", "c", "d"].iter().map(|arm| json!({"name": arm, "weight": 1.0})).collect();
        serde_json::from_value(json!({
            "schema_version": 1, "title": "Four", "unit_column": "user", "arm_column": "arm", "arms": arms,
            "metrics": [{"id": "metric_spent", "title": "spent", "measure": {"type": "mean", "column": "spent"},
                "unit": {"type": "score"}, "direction": "increase", "role": "primary", "covariates": ["before"]}],
            "arm_adjustment": adjustment, "monitoring": monitoring,
            "rule": {"confidence": 0.95, "smallest_worthwhile": 0.0, "guardrail_margin": 0.05,
                     "origin": crate::domain::provenance::Origin::assumed("a test")},
        }))
        .unwrap()
    }

    fn verdict(statement: &LiveExperiment, shift: f64) -> LiveVerdict {
        let mut draws = Streams::new(Seed(5)).stream(0, 0, 0);
        let mut text = "user,arm,spent,before\n".to_owned();
        for user in 0..400 {
            let (arm, before) = (user % 4, draws.next_unit());
            let spent = before + draws.next_unit() + if arm == 3 { shift } else { 0.0 };
            writeln!(text, "u{user},{},{spent:.6},{before:.6}", ["a", "b", "c", "d"][arm]).unwrap();
        }
        judge(statement, &collect_table(statement, &read_table(&text).unwrap()).unwrap()).unwrap()
    }

    /// Whatever the shift, range, probability, decision and sentence say the same, with either way of sharing.
    #[test]
    fn ranges_probabilities_decisions_and_words_agree() {
        let (mut found, mut only_dunnett) = ([0_u32; 2], 0);
        for step in 0..30 {
            let shift = f64::from(step) * 0.01;
            let mut widths = Vec::new();
            for (way, name) in ["dunnett", "bonferroni"].into_iter().enumerate() {
                let verdict = verdict(&statement(&json!(name), &json!({"type": "fixed"})), shift);
                for arm in &verdict.arms {
                    let metric = &arm.metrics[0];
                    let own = &metric.comparison;
                    let is_apart = own.low > 0.0 || own.high < 0.0;
                    assert_eq!(
                        is_apart,
                        own.p_value <= 0.05 && metric.expert.statistic.abs() > metric.expert.critical
                    );
                    assert_eq!(own.p_value, metric.expert.adjusted_p_value);
                    assert_eq!(arm.decision == Decision::Ship, own.low > 0.0);
                    assert!(metric.sentence.contains("in one of them"), "{}", metric.sentence);
                    check_sentence(&metric.sentence, own, &arm.arm).unwrap();
                    widths.push(own.high - own.low);
                }
                found[way] += u32::from(verdict.recommended.as_deref() == Some("d"));
            }
            let (dunnett, bonferroni) = widths.split_at(3);
            for (narrow, wide) in dunnett.iter().zip(bonferroni) {
                // 3 treatments of one size: 2.35 against 2.39 for many units.
                assert!((0.97..1.0).contains(&(narrow / wide)), "{narrow} {wide}");
            }
            only_dunnett = found[0] - found[1];
        }
        assert!(found[1] > 5 && only_dunnett <= 2, "{found:?}");
    }

    #[test]
    fn without_a_statement_it_is_the_sharpest_that_holds() {
        let fixed = json!({"type": "fixed"});
        let looks = json!({"type": "always_valid", "tuned_units": 400.0});
        let same = |one: &LiveExperiment, two: &LiveExperiment| {
            let (one, two) = (verdict(one, 0.1), verdict(two, 0.1));
            assert_eq!(one.arms, two.arms);
        };
        same(&statement(&Value::Null, &fixed), &statement(&json!("dunnett"), &fixed));
        same(&statement(&Value::Null, &looks), &statement(&json!("bonferroni"), &looks));
        let refused = check_design(&statement(&json!("dunnett"), &looks)).unwrap_err();
        assert!(refused.message().contains("looked at once"), "{refused}");
    }
}
