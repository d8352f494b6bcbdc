//! Reference values are from mpmath with 50 digits; the rest are identities that hold for every distribution.

use super::*;
use crate::stats::check::assert_close;

#[test]
fn normal_tails_keep_their_digits() {
    for (x, expected) in [
        (5.3, 5.790_134_039_964_594e-8),
        (7.77, 3.924_306_316_131_574e-15),
        (11.1, 6.272_194_393_217_05e-29),
        (23.456, 5.740_458_574_830_375e-122),
        (37.1, 1.4047119663106221e-301),
    ] {
        assert_close(StandardNormal.survival(x), expected, 4e-16);
        assert_close(StandardNormal.cdf(-x), expected, 4e-16);
    }
    for (x, expected) in [
        (-3.0, -0.0013508099647481938),
        (0.5, -1.1759117615936186),
        (4.9, -14.551182689355313),
        (5.1, -15.588487091871466),
        (9.9, -52.226428300404045),
        (12.0, -75.410_673_001_568_8),
        (40.0, -804.608_442_013_753_8),
        (200.0, -20006.21728089819),
    ] {
        assert_close(StandardNormal.log_survival(x), expected, 2e-15);
    }
    for (x, expected) in [
        (-2.0, 2.0084907026168296),
        (0.0, 0.398_942_280_401_432_7),
        (3.0, 0.0003821543170477236),
        (4.99, 5.640376097025625e-8),
        (5.01, 5.066_825_139_423_786e-8),
        (8.0, 7.550_262_411_946_499e-17),
        (30.0, 1.6319567340914012e-199),
    ] {
        assert_close(StandardNormal.expected_excess(x), expected, 1e-13);
    }
}

#[test]
fn student_tails_keep_their_digits() {
    for (x, df, expected) in [
        (1e-06, 3.0, 0.49999963244740305),
        (0.3, 1.5, 0.400_236_098_401_792_4),
        (4.0, 2.0, 0.028_595_479_208_968_32),
        (10000000000.0, 1.0, 3.1830988618379067e-11),
        (50.0, 4.5, 1.1836973977841895e-7),
        (3.0, 10000.0, 0.0013532240949988331),
        (12.0, 333.3, 4.039_665_342_764_627e-28),
    ] {
        assert_close(Student::new(df).unwrap().survival(x), expected, 3e-14);
    }
}

/// `quantile` undoes `cdf`, `upper_quantile` undoes `survival`, both to the conditioning of the point.
fn check_inverse(distribution: &impl Continuous) {
    for exponent in [-300, -100, -30, -12, -6, -3, -2, -1] {
        let probability = libm::exp10(f64::from(exponent)) * 0.7;
        let low = distribution.quantile(probability).unwrap();
        if low.is_finite() && !(0.0..=f64::MIN_POSITIVE).contains(&low) {
            assert_close(distribution.cdf(low), probability, 1e-10);
        }
        let high = distribution.upper_quantile(probability).unwrap();
        // Just below 1 a float has no digits left to hold the point.
        if high < 0.99 || high > 1.0 && high < 1e300 {
            assert_close(distribution.survival(high), probability, 1e-10);
        }
    }
    for probability in [0.2, 0.49, 0.5, 0.51, 0.9] {
        assert_close(distribution.cdf(distribution.quantile(probability).unwrap()), probability, 1e-12);
    }
    assert!(distribution.quantile(1.5).is_err());
    assert!(distribution.upper_quantile(f64::NAN).is_err());
}

#[test]
fn quantiles_undo_probabilities() {
    check_inverse(&StandardNormal);
    check_inverse(&Normal::new(-3.0, 0.5).unwrap());
    for df in [0.3, 1.0, 2.0, 3.3, 10.0, 250.0, 1e7, 1e8, 1e15, f64::INFINITY] {
        check_inverse(&Student::new(df).unwrap());
    }
    for df in [0.5, 1.0, 2.0, 9.0, 300.0, 1e5] {
        check_inverse(&ChiSquare::new(df).unwrap());
        check_inverse(&Gamma::new(df, 3.0).unwrap());
    }
    for (a, b) in [(0.5, 0.5), (2.0, 5.0), (50.0, 951.0), (0.1, 30.0), (5001.0, 95001.0)] {
        check_inverse(&Beta::new(a, b).unwrap());
        check_inverse(&Fisher::new(2.0 * a, 2.0 * b).unwrap());
    }
}

#[test]
fn student_becomes_normal() {
    for x in [0.0, 0.5, 1.96, 8.0, 30.0] {
        let normal = StandardNormal.survival(x);
        assert_close(Student::new(1e19).unwrap().survival(x), normal, 1e-13);
        assert_close(Student::new(1e25).unwrap().survival(x), normal, 1e-15);
    }
}

/// Sums of probabilities against the incomplete functions, and quantiles against the definition.
fn check_discrete(distribution: &impl Discrete, most: u64) {
    let mut below = 0.0;
    for count in 0..=most {
        below += distribution.probability(count);
        assert_close(distribution.cdf(count), below, 1e-12);
        let quantile = distribution.quantile(below * (1.0 - 1e-9)).unwrap();
        assert!(distribution.cdf(quantile) >= below * (1.0 - 1e-9));
        assert!(quantile == 0 || distribution.cdf(quantile - 1) < below * (1.0 - 1e-9));
    }
}

#[test]
fn counts_add_up() {
    check_discrete(&Binomial::new(20, 0.3).unwrap(), 20);
    check_discrete(&Binomial::new(3_000, 0.001).unwrap(), 15);
    check_discrete(&Poisson::new(4.2).unwrap(), 25);
    check_discrete(&Poisson::new(0.01).unwrap(), 3);
    for (success, last) in [(0.0, 0.0), (1.0, 1.0)] {
        let sure = Binomial::new(7, success).unwrap();
        assert_eq!(sure.probability(7), last);
        assert_eq!(sure.quantile(0.5).unwrap(), if last == 1.0 { 7 } else { 0 });
    }
}

#[test]
fn noncentral_distributions() {
    // scipy 1.17: ncx2, ncf; nct by 30-digit quadrature.
    let chi = NoncentralChiSquare::new(4.0, 0.05).unwrap();
    assert_close(chi.survival(9.487729036781154), 0.05246644635810127, 1e-12);
    let f = NoncentralFisher::new(5.0, 19.0, 2.25).unwrap();
    assert_close(f.survival(2.1759589), 0.23545370147970593, 1e-12);
    for (x, df, delta, expected) in [
        (1.98, 98.0, 2.5, 0.301_563_855_419_682_8),
        (2.0, 20.0, 3.0, 0.16410107295788305),
        (2.2, 10.0, 1.0, 0.848_716_737_331_674_9),
        (-3.0, 10.0, 1.0, 0.000_415_703_158_669_609),
        (1.0, 1.0, 4.0, 0.004_672_264_679_909_038),
        (0.5, 400.0, 8.0, 3.2119021449904664e-14),
    ] {
        let t = NoncentralStudent::new(df, delta).unwrap();
        assert_close(t.cdf(x), expected, 1e-12);
        assert_close(t.survival(x), 1.0 - expected, 1e-10);
    }
    // Few degrees: scipy 1.17 and quadrature over the chi density agree to 14 digits.
    for (x, df, delta, above) in [
        (
            1.047_417_594_078_512_9,
            3.192_058_392_465_375_6,
            -1.749_873_814_469_734_3,
            0.005_396_481_916_966_07,
        ),
        (-1.0, 1.5, 1.0, 0.952_339_582_229_528_6),
        (4.0, 2.0, 3.0, 0.428_144_976_037_952),
    ] {
        assert_close(NoncentralStudent::new(df, delta).unwrap().survival(x), above, 1e-12);
    }
}
