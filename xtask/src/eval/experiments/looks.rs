//! Repeated looks: uniform boundaries, confidence sequences, group sequential bounds.

use aura_core::Result;
use aura_core::stats::hypothesis::{Alternative, Share};
use aura_core::stats::sequential::boundary::{
    Boundary, Tail, doubly_stitched_bound, proportion_sequence, stitched_bound,
};
use aura_core::stats::sequential::{
    ConfidenceSequence, GroupDesign, MixtureTest, Sides, Spending, constant_bound, crossing_probabilities,
    group_bounds, sequential_fit, tuning_for,
};
use serde_json::Value;

use crate::eval::tally::{Case, Tally, count, number, numbers, text};

fn run(tally: &mut Tally, label: &str, check: impl FnOnce(&mut Case) -> Result<()>) {
    tally.case(label, |checked| {
        if let Err(error) = check(checked) {
            checked.fail(error.to_string());
        }
    });
}

pub(super) fn boundaries(case: &Value, tally: &mut Tally) {
    let name = text(&case["fn"]);
    let arguments = &case["args"];
    let at = |key: &str| if arguments[key].is_null() { 0.05 } else { number(&arguments[key]) };
    let normal = if arguments["is_one_sided"].as_bool() == Some(true) {
        Tail::OneSidedNormal
    } else {
        Tail::TwoSidedNormal
    };
    run(tally, &format!("{name} {arguments}"), |checked| {
        let tuned = |tail: Tail| Boundary::tuned(tail, at("v_opt"), at("alpha_opt"));
        let exponential = Tail::GammaExponential { scale: number(&arguments["c"]) };
        let poisson = Tail::GammaPoisson { scale: number(&arguments["c"]) };
        let value = match name {
            "two_sided_normal_mixture.best_rho" => tuned(Tail::TwoSidedNormal)?.tuning(),
            "normal_mixture_bound" => tuned(normal)?.bound(at("v"), at("alpha"))?,
            "normal_log_mixture" => tuned(normal)?.log_evidence(at("s"), at("v")),
            "gamma_exponential_mixture_bound" => tuned(exponential)?.bound(at("v"), at("alpha"))?,
            "gamma_poisson_mixture_bound" => tuned(poisson)?.bound(at("v"), at("alpha"))?,
            "gamma_poisson_log_mixture" => tuned(poisson)?.log_evidence(at("s"), at("v")),
            "beta_binomial_mixture_bound" => {
                tuned(Tail::BetaBinomial { low: at("g"), high: at("h") })?.bound(at("v"), at("alpha"))?
            }
            "poly_stitching_bound" => {
                stitched_bound(at("v"), at("alpha"), at("v_min"), at("c"), at("s"), at("eta"))?
            }
            "double_stitching_bound" => {
                doubly_stitched_bound(at("quantile_p"), at("t"), at("alpha"), at("t_opt"))?
            }
            "bernoulli_confidence_interval.lower" => {
                let share = Share::new(count(&arguments["successes"]), count(&arguments["trials"]))?;
                proportion_sequence(share, at("alpha"), at("t_opt"), 0.05)?.lower
            }
            _ => return Ok(()),
        };
        checked.either(name, value, number(&case["value"]), 1e-8, 1e-8);
        Ok(())
    });
}

pub(super) fn anytime_valid(case: &Value, tally: &mut Tally) {
    let kind = text(&case["kind"]);
    let at = |key: &str| number(&case[key]);
    run(tally, &format!("{kind} n {} alpha {}", case["n"], case["alpha"]), |checked| {
        let mut check = |key: &str, actual: f64| checked.relative(key, actual, at(key), 1e-10);
        match kind {
            "asymp_cs" => {
                for (side, tuning, width) in [
                    (Alternative::TwoSided, "rho", "halfwidth_unit_sd"),
                    (Alternative::Greater, "rho_one_sided", "halfwidth_one_sided_unit_sd"),
                ] {
                    check(tuning, tuning_for(at("alpha"), at("n_star"), side)?);
                    let sequence = ConfidenceSequence::tuned(at("alpha"), at("n_star"), side)?;
                    check(width, sequence.half_width(at("n"), 1.0)?);
                }
            }
            "asymp_cs_pvalue" => {
                let sequence =
                    ConfidenceSequence::tuned(at("alpha_tuning"), at("n_star"), Alternative::TwoSided)?;
                check("log_e_value", sequence.log_evidence(at("z"), at("n"))?);
                check("p_always_valid", sequence.p_value(at("z"), at("n"))?);
            }
            "msprt_normal" => {
                let test = MixtureTest::new(at("tau2"))?;
                let variance = 2.0 * at("var_each") / at("n_per_arm");
                let effect = at("mean_b") - at("mean_a") - at("theta0");
                check("log_lambda", test.log_likelihood_ratio(effect, variance)?);
                check("p_instant", test.p_value(effect, variance)?);
                check("halfwidth_alpha_0.05", test.interval(0.0, variance, 0.05)?.upper);
            }
            "statsig_docs_formula" => {
                // There each side of the test has half of the level.
                let test = MixtureTest::new(at("tau"))?;
                check("z_star_two_sided", test.critical_z(at("V"), 0.5 * at("alpha"))?);
            }
            "sequential_srm" => {
                let counts: Vec<u64> = case["counts"].as_array().into_iter().flatten().map(count).collect();
                let fit = sequential_fit(&counts, &numbers(&case["theta0"]), at("k"))?;
                check("log_bayes_factor", fit.log_bayes_factor);
                check("p_always_valid_at_this_look", fit.p_value);
            }
            _ => {}
        }
        Ok(())
    });
}

pub(super) fn group_sequential(case: &Value, tally: &mut Tally) {
    let kind = text(&case["kind"]);
    let even = |looks: u64| -> Vec<f64> { (1..=looks).map(|look| look as f64 / looks as f64).collect() };
    let looks = even(count(&case["K"]));
    run(tally, &format!("{kind} {} {}", text(&case["spending"]), case["t"]), |checked| {
        match kind {
            "pocock_two_sided" => {
                let bound = constant_bound(&looks, number(&case["alpha"]), Sides::Two)?;
                checked.absolute("z", bound, number(&case["critical_value"]), 1e-6);
            }
            "repeated_significance" => {
                let single = constant_bound(&[1.0], number(&case["alpha_nominal"]), Sides::Two)?;
                let crossed = crossing_probabilities(&looks, &vec![single; looks.len()], Sides::Two, 0.0)?;
                let level: f64 = crossed.iter().sum();
                checked.absolute("level", level, number(&case["true_type1"]), 1e-9);
            }
            "lan_demets" => {
                let spending = match text(&case["spending"]) {
                    "obrien_fleming_type" => Spending::ObrienFleming,
                    "pocock_type" => Spending::Pocock,
                    power => {
                        let exponent = power.strip_prefix("power_phi").and_then(|phi| phi.parse().ok());
                        Spending::Power { exponent: exponent.unwrap_or(f64::NAN) }
                    }
                };
                let sides = if count(&case["sides"]) == 2 { Sides::Two } else { Sides::One };
                let fractions = numbers(&case["t"]);
                let bounds =
                    group_bounds(&GroupDesign { fractions, alpha: number(&case["alpha"]), sides, spending })?;
                for (z, wanted) in bounds.z.iter().zip(numbers(&case["z"])) {
                    checked.absolute("z", *z, wanted, 1e-6);
                }
                for (spent, wanted) in bounds.spent.iter().zip(numbers(&case["spent"])) {
                    checked.absolute("spent", *spent, wanted, 1e-9);
                }
            }
            _ => {}
        }
        Ok(())
    });
}

pub(super) fn spotify_bounds(case: &Value, tally: &mut Tally) {
    let input = &case["input"];
    run(tally, &input.to_string(), |checked| {
        let alpha = number(&input["alpha"]) / number(&input["sides"]);
        let spending = Spending::Power { exponent: 2.0 };
        let fractions = numbers(&input["t"]);
        let bounds = group_bounds(&GroupDesign { fractions, alpha, sides: Sides::One, spending })?;
        for (z, wanted) in bounds.z.iter().zip(numbers(&case["exact_z"])) {
            checked.absolute("z", *z, wanted, 1e-6);
        }
        Ok(())
    });
}
