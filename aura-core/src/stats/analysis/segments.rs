//! Whether an effect is the same in every part of the population, and what it is in each.
//!
//! One test answers the first question, however many parts there are, so nothing is found by looking often; only the
//! effects of single parts need a correction. Where the parts are the arms of another experiment on the same units, a
//! difference between them is the interaction of both experiments.

use super::{Analysis, AnalysisData, AnalysisDesign, analyze};
use crate::error::Result;
use crate::stats::check::{self, invalid_data};
use crate::stats::distribution::{ChiSquare, Continuous as _};
use crate::stats::multiple::{Adjustment, adjust};

/// The effect in every part, and whether the parts differ.
#[derive(Debug, Clone, PartialEq)]
pub struct SegmentEffects {
    /// Cochran's Q: squared distances of the effects from their weighted mean, in standard errors.
    pub statistic: f64,
    /// How many parts beside one.
    pub degrees_of_freedom: f64,
    /// Probability of parts this different or more if the effect were the same in all.
    pub p_value: f64,
    /// The effect of each part, in the order of the strata; the intervals are those of the part alone.
    pub effects: Vec<Analysis>,
    /// The p-value of each part, adjusted for their number (Holm).
    pub adjusted: Vec<f64>,
}

/// Compares the effect of a treatment between the parts of the population (Cochran 1954).
///
/// # Errors
/// `invalid_data` where there are fewer than two parts, or a part alone cannot be analysed.
///
/// # Example
/// ```
/// use aura_core::stats::analysis::{AnalysisData, AnalysisDesign, Stratum, Term, compare_segments};
/// use aura_core::stats::joint::JointMoments;
/// let arm = |shift: f64| -> aura_core::Result<JointMoments> {
///     let mut units = JointMoments::new(1)?;
///     (0..100).try_for_each(|number| units.push(&[f64::from(number % 10) + shift]))?;
///     Ok(units)
/// };
/// let part = |effect: f64| Ok::<_, aura_core::Error>(Stratum { control: arm(0.0)?, treatment: arm(effect)? });
/// let of = |strata| AnalysisData { outcome: Term::Mean { column: 0 }, covariates: Vec::new(), strata };
/// let design = AnalysisDesign::default();
/// let same = compare_segments(&of(vec![part(1.0)?, part(1.0)?]), &design)?;
/// assert_eq!(same.p_value, 1.0);
/// let opposite = compare_segments(&of(vec![part(2.0)?, part(-2.0)?]), &design)?;
/// assert!(opposite.p_value < 1e-6 && opposite.effects[1].effect.estimate == -2.0);
/// # Ok::<(), aura_core::Error>(())
/// ```
pub fn compare_segments(data: &AnalysisData, design: &AnalysisDesign) -> Result<SegmentEffects> {
    if data.strata.len() < 2 {
        return Err(invalid_data("there is only one part of the population")
            .with_hint("name the column of the parts, for example a country or the arm of another test"));
    }
    let alone = |stratum: &super::Stratum| {
        let part = AnalysisData {
            outcome: data.outcome.clone(),
            covariates: data.covariates.clone(),
            strata: vec![stratum.clone()],
        };
        analyze(&part, design)
    };
    let effects: Vec<Analysis> = data.strata.iter().map(alone).collect::<Result<_>>()?;
    let weight = |part: &Analysis| 1.0 / (part.effect.standard_error * part.effect.standard_error);
    let total: f64 = effects.iter().map(weight).sum();
    let centre = effects.iter().map(|part| weight(part) * part.effect.estimate).sum::<f64>() / total;
    let distance =
        |part: &Analysis| weight(part) * (part.effect.estimate - centre) * (part.effect.estimate - centre);
    let statistic = check::finite("the statistic", effects.iter().map(distance).sum())?;
    let degrees_of_freedom = (effects.len() - 1) as f64;
    let p_values: Vec<f64> = effects.iter().map(|part| part.p_value).collect();
    Ok(SegmentEffects {
        statistic,
        degrees_of_freedom,
        p_value: ChiSquare::new(degrees_of_freedom)?.survival(statistic),
        adjusted: adjust(&p_values, Adjustment::Holm)?,
        effects,
    })
}
