//! Reference values are from statsmodels 0.14.

use super::*;
use crate::stats::check::assert_close;
use crate::stats::hypothesis::Alternative;

#[test]
fn means() {
    let design = MeanDesign::default().with_arms(Arms::Two { ratio: 2.0 });
    for (design, power, units, effect) in [
        (design, 0.4056096657763756, 175.766369928812, 0.4884262538262869),
        (
            design.with_alternative(Alternative::Greater),
            0.5315922562229082,
            143.18398100824174,
            0.4326522530504042,
        ),
    ] {
        assert_close(design.power(0.3, 50.0).unwrap(), power, 1e-9);
        assert_close(design.with_power(0.9).sample_size(0.3).unwrap(), units, 1e-8);
        assert_close(design.detectable_effect(50.0).unwrap(), effect, 1e-5);
    }
    let one = MeanDesign::default().with_arms(Arms::One);
    assert_close(one.power(0.5, 12.0).unwrap(), 0.3528241493273385, 1e-9);
    let normal = design.with_arms(Arms::Two { ratio: 0.5 }).with_reference(Reference::Normal);
    assert_close(normal.power(0.3, 80.0).unwrap(), 0.3408451240674981, 1e-12);
}

#[test]
fn the_three_questions_agree() {
    for alternative in [Alternative::TwoSided, Alternative::Greater, Alternative::Less] {
        for arms in [Arms::One, Arms::Two { ratio: 0.25 }] {
            for effect in [0.01, 0.3, 2.0] {
                let effect = if alternative == Alternative::Less { -effect } else { effect };
                let design = MeanDesign::default().with_alternative(alternative).with_arms(arms);
                let units = design.sample_size(effect).unwrap();
                assert_close(design.power(effect, units).unwrap(), 0.8, 1e-9);
                assert_close(design.detectable_effect(units).unwrap(), effect, 1e-8);
            }
        }
    }
}

#[test]
fn proportions() {
    let design = ProportionDesign::default();
    assert_close(design.power(0.1, 0.12, 5000.0).unwrap(), 0.8918974759898853, 1e-9);
    let units = design.sample_size(0.1, 0.12).unwrap();
    assert_close(design.detectable_proportion(0.1, units).unwrap(), 0.12, 1e-10);
    let less = design.with_alternative(Alternative::Less);
    assert_close(less.detectable_proportion(0.1, less.sample_size(0.1, 0.09).unwrap()).unwrap(), 0.09, 1e-10);
    assert!(less.sample_size(0.1, 0.12).is_err());
    assert!(design.sample_size(0.1, 0.1).is_err());
    assert!(design.power(0.0, 0.0, 10.0).is_err());
}

#[test]
fn impossible_designs_are_refused() {
    let design = MeanDesign::default();
    assert!(design.sample_size(0.0).is_err());
    assert!(design.sample_size(f64::NAN).is_err());
    assert!(design.with_alternative(Alternative::Greater).sample_size(-0.1).is_err());
    assert!(design.power(0.1, 0.5).is_err());
    assert!(design.with_power(0.01).detectable_effect(10.0).is_err());
    assert!(design.with_alpha(0.0).power(0.1, 10.0).is_err());
    assert!(fit_power(0.1, 10.0, 1, 0.05).is_err());
}
