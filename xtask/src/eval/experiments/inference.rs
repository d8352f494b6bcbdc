//! Fixed-sample inference, power, multiple testing, sample ratios and posterior probabilities.

use aura_core::Result;
use aura_core::stats::bayes::{
    NormalBelief, ProportionBelief, best_arm, best_proportion, compare_proportions,
};
use aura_core::stats::hypothesis::{
    Alternative, DifferenceMethod, Interval, ProportionMethod, RatioMethod, Share, TestOptions, TwoByTwo,
    barnard_exact, boschloo_exact, difference_interval, fisher_exact, goodness_of_fit, proportion_interval,
    ratio_interval, two_proportion_z,
};
use aura_core::stats::multiple::{Adjustment, adjust, two_stage};
use aura_core::stats::power::{Arms, MeanDesign, ProportionDesign, Reference, fit_power, variance_power};
use serde_json::Value;

use crate::eval::tally::{Case, Tally, count, number, numbers, text};

fn run(tally: &mut Tally, label: &str, check: impl FnOnce(&mut Case) -> Result<()>) {
    tally.case(label, |checked| {
        if let Err(error) = check(checked) {
            checked.fail(error.to_string());
        }
    });
}

fn ends(checked: &mut Case, name: &str, interval: Interval, expected: &Value, tolerance: f64) {
    let expected = numbers(expected);
    for (end, wanted) in [interval.lower, interval.upper].into_iter().zip(expected) {
        // An end that the other program could not find is not compared.
        if !wanted.is_nan() {
            checked.absolute(name, end, wanted, tolerance);
        }
    }
}

pub(super) fn proportions(case: &Value, tally: &mut Tally) {
    let kind = text(&case["kind"]);
    run(tally, &format!("{kind} {}", text(&case["method"])), |checked| {
        match kind {
            "one_sample_ci" => {
                let share = Share::new(count(&case["count"]), count(&case["nobs"]))?;
                let method = match text(&case["method"]) {
                    "agresti-coull" => ProportionMethod::AgrestiCoull,
                    "exact" => ProportionMethod::Exact,
                    "wilson" => ProportionMethod::Wilson,
                    "asymptotic" => ProportionMethod::Wald,
                    _ => return Ok(()),
                };
                let interval = proportion_interval(share, method, 1.0 - number(&case["alpha"]))?;
                // R does not cut the interval at 0 and 1.
                checked.absolute("lower", interval.lower, number(&case["lower_R"]).max(0.0), 1e-6);
                checked.absolute("upper", interval.upper, number(&case["upper_R"]).min(1.0), 1e-6);
            }
            "newcombe1998_method10" => {
                let first = Share::new(count(&case["x1"]), count(&case["n1"]))?;
                let second = Share::new(count(&case["x2"]), count(&case["n2"]))?;
                let interval = difference_interval(second, first, DifferenceMethod::Newcombe, 0.95)?;
                ends(checked, "published", interval, &case["published"], 6e-5);
                ends(checked, "computed", interval, &case["statsmodels"], 1e-6);
            }
            "two_sample" => two_sample(case, checked)?,
            _ => {}
        }
        Ok(())
    });
}

fn two_sample(case: &Value, checked: &mut Case) -> Result<()> {
    let control = Share::new(count(&case["count_control"]), count(&case["n_control"]))?;
    let treatment = Share::new(count(&case["count_treat"]), count(&case["n_treat"]))?;
    let z = two_proportion_z(control, treatment, &TestOptions::default())?;
    checked.absolute("z", z.statistic, number(&case["pooled_z"]), 1e-6);
    checked.absolute("p", z.p_value, number(&case["pooled_p"]), 1e-6);
    for (key, method) in [
        ("diff_ci_wald", DifferenceMethod::Wald),
        ("diff_ci_newcomb", DifferenceMethod::Newcombe),
        ("diff_ci_agresti-caffo", DifferenceMethod::AgrestiCaffo),
        ("diff_ci_score", DifferenceMethod::Score),
    ] {
        ends(checked, key, difference_interval(control, treatment, method, 0.95)?, &case[key], 1e-6);
    }
    for (key, method) in [
        ("ratio_ci_log", RatioMethod::Log),
        ("ratio_ci_log-adjusted", RatioMethod::LogAdjusted),
        ("ratio_ci_score", RatioMethod::Score),
    ] {
        if case[key].is_array() {
            ends(checked, key, ratio_interval(control, treatment, method, 0.95)?, &case[key], 1e-6);
        }
    }
    let fisher = fisher_exact(TwoByTwo { control, treatment }, Alternative::TwoSided)?;
    checked.absolute("Fisher", fisher, number(&case["fisher_p"]), 1e-6);
    let table = TwoByTwo { control, treatment };
    if case["barnard_p"].is_number() {
        let p_value = barnard_exact(table, Alternative::TwoSided)?;
        checked.absolute("Barnard", p_value, number(&case["barnard_p"]), 1e-4);
        let p_value = boschloo_exact(table, Alternative::TwoSided)?;
        checked.absolute("Boschloo", p_value, number(&case["boschloo_p"]), 1e-4);
    }
    Ok(())
}

pub(super) fn power(case: &Value, tally: &mut Tally) {
    let solver = text(&case["solver"]);
    let arguments = &case["args"];
    let at = |name: &str| number(&arguments[name]);
    let alternative = match text(&arguments["alternative"]) {
        "larger" => Alternative::Greater,
        "smaller" => Alternative::Less,
        _ => Alternative::TwoSided,
    };
    let ratio = if arguments["ratio"].is_number() { at("ratio") } else { 1.0 };
    let arms = if ratio == 0.0 { Arms::One } else { Arms::Two { ratio } };
    let design =
        || MeanDesign::default().with_alternative(alternative).with_arms(arms).with_alpha(at("alpha"));
    run(tally, &format!("{solver} {arguments}"), |checked| {
        let wanted = number(&case["power_R"]);
        match solver {
            "TTestPower" => {
                let power = design().with_arms(Arms::One).power(at("effect_size"), at("nobs"))?;
                checked.absolute("power", power, wanted, 1e-6);
            }
            "TTestIndPower" => {
                checked.absolute("power", design().power(at("effect_size"), at("nobs1"))?, wanted, 1e-6);
            }
            "NormalIndPower" => {
                let design = design().with_reference(Reference::Normal);
                checked.absolute("power", design.power(at("effect_size"), at("nobs1"))?, wanted, 1e-6);
            }
            "GofChisquarePower" => {
                let power =
                    fit_power(at("effect_size"), at("nobs"), count(&arguments["n_bins"]), at("alpha"))?;
                checked.absolute("power", power, wanted, 1e-6);
            }
            "FTestPower" => {
                // There the two degrees of freedom have each other's names.
                let power = variance_power(at("effect_size"), at("df_denom"), at("df_num"), at("alpha"))?;
                checked.absolute("power", power, wanted, 1e-6);
            }
            "TTestIndPower.solve_nobs1" => {
                let units = design().with_power(at("power")).sample_size(at("effect_size"))?;
                checked.relative("units", units, number(&case["nobs1"]), 1e-6);
            }
            "TTestIndPower.solve_effect" => {
                let effect = design().with_power(at("power")).detectable_effect(at("nobs1"))?;
                checked.relative("effect", effect, number(&case["effect_size"]), 1e-6);
            }
            "proportions_2indep_n_per_arm" => {
                let design =
                    ProportionDesign::default().with_alpha(at("alpha_two_sided")).with_power(at("power"));
                let units = design.sample_size(at("p1"), at("p2"))?;
                checked.relative("units", units, number(&case["n_per_arm"]), 1e-6);
            }
            _ => {}
        }
        Ok(())
    });
}

pub(super) fn multiple_testing(case: &Value, tally: &mut Tally) {
    let name = text(&case["method"]);
    let adjustment = match name {
        "bonferroni" => Some(Adjustment::Bonferroni),
        "sidak" => Some(Adjustment::Sidak),
        "holm" => Some(Adjustment::Holm),
        "holm-sidak" => Some(Adjustment::HolmSidak),
        "simes-hochberg" => Some(Adjustment::Hochberg),
        "hommel" => Some(Adjustment::Hommel),
        "fdr_bh" => Some(Adjustment::BenjaminiHochberg),
        "fdr_by" => Some(Adjustment::BenjaminiYekutieli),
        _ => None,
    };
    run(tally, &format!("{name} of {}", text(&case["set"])), |checked| {
        let p_values = numbers(&case["p"]);
        let adjusted = match adjustment {
            Some(adjustment) => adjust(&p_values, adjustment)?,
            None if name == "fdr_tsbh" => two_stage(&p_values, 0.05)?,
            None => return Ok(()),
        };
        for (actual, wanted) in adjusted.iter().zip(numbers(&case["p_adj_R"])) {
            checked.absolute("adjusted p", *actual, wanted, 1e-12);
        }
        if case["n_reject_alpha_0.05"].is_number() {
            let rejected = adjusted.iter().filter(|&&p| p <= 0.05).count() as u64;
            checked.same("rejected", rejected, count(&case["n_reject_alpha_0.05"]));
        }
        Ok(())
    });
}

pub(super) fn sample_ratio(case: &Value, tally: &mut Tally) {
    run(tally, &case["observed"].to_string(), |checked| {
        let observed: Vec<u64> = case["observed"].as_array().into_iter().flatten().map(count).collect();
        let fit = goodness_of_fit(&observed, &numbers(&case["weights"]))?;
        checked.either("chi-square", fit.statistic, number(&case["chi2"]), 1e-10, 1e-12);
        checked.same("df", fit.degrees_of_freedom, number(&case["df"]));
        checked.relative("p", fit.p_value, number(&case["pvalue"]), 1e-10);
        Ok(())
    });
}

pub(super) fn bayesian(case: &Value, tally: &mut Tally) {
    let kind = text(&case["kind"]);
    let share = |value: &Value| -> Result<Share> {
        let pair =
            value.as_array().map(|pair| pair.iter().map(count).collect::<Vec<u64>>()).unwrap_or_default();
        Share::new(pair.first().copied().unwrap_or(0), pair.get(1).copied().unwrap_or(0))
    };
    let uniform = ProportionBelief::uniform();
    run(tally, kind, |checked| {
        match kind {
            "beta_binomial_uniform_prior" => {
                let (control, treatment) =
                    (uniform.after(share(&case["control"])?), uniform.after(share(&case["treatment"])?));
                let result = compare_proportions(&control, &treatment);
                checked.absolute("chance", result.chance_better, number(&case["p_treatment_better"]), 1e-9);
                let losses = ("expected_loss_choose_treatment", "expected_loss_choose_control");
                checked.absolute("loss", result.loss_if_chosen, number(&case[losses.0]), 1e-9);
                checked.absolute("loss", result.loss_if_refused, number(&case[losses.1]), 1e-9);
                ends(checked, "control", control.interval(0.95)?, &case["ci95_control"], 1e-9);
                ends(checked, "treatment", treatment.interval(0.95)?, &case["ci95_treatment"], 1e-9);
            }
            "gaussian_effect" => {
                let belief = NormalBelief::new(number(&case["mean"]), number(&case["sd"]))?;
                checked.absolute("chance", belief.chance_above(0.0), number(&case["chance_to_win"]), 1e-9);
                checked.relative("risk", belief.loss_if_chosen(), number(&case["risk_ship_treatment"]), 1e-9);
                checked.relative("risk", belief.loss_if_refused(), number(&case["risk_keep_control"]), 1e-9);
            }
            "best_arm_gaussian" => {
                let (means, deviations) = (numbers(&case["means"]), numbers(&case["sds"]));
                let arms: Result<Vec<_>> =
                    means.iter().zip(&deviations).map(|(&mean, &sd)| NormalBelief::new(mean, sd)).collect();
                let chances = best_arm(&arms?)?;
                for (key, pick) in [("p_best", 0_usize), ("p_second", 1), ("top_two_weights", 2)] {
                    for (arm, wanted) in chances.iter().zip(numbers(&case[key])) {
                        let actual = match pick {
                            0 => arm.first,
                            1 => arm.second,
                            _ => arm.top_two,
                        };
                        checked.absolute(key, actual, wanted, 1e-9);
                    }
                }
            }
            "best_arm_beta" => {
                let data: Result<Vec<_>> =
                    case["successes_trials"].as_array().into_iter().flatten().map(share).collect();
                let arms: Vec<_> = data?.into_iter().map(|data| uniform.after(data)).collect();
                for (arm, wanted) in best_proportion(&arms)?.iter().zip(numbers(&case["p_best"])) {
                    checked.absolute("p_best", arm.first, wanted, 1e-9);
                }
            }
            _ => {}
        }
        Ok(())
    });
}
