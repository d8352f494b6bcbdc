//! The normal distribution: quantile, distribution function, and the truncated sampler.

use crate::error::{Error, ErrorCode, Result};
use crate::random::Stream;

/// A normal distribution restricted to an interval.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Truncated {
    mean: f64,
    deviation: f64,
    low: f64,
    high: f64,
    /// Probabilities below the standardised bounds, of the mirrored distribution where `mirrored`.
    below_low: f64,
    below_high: f64,
    /// Whether the interval lies in the upper tail, where probabilities near 1 would lose their digits.
    mirrored: bool,
}

impl Truncated {
    pub(super) fn new(mean: f64, deviation: f64, low: f64, high: f64) -> Result<Self> {
        if !(mean.is_finite() && deviation.is_finite() && deviation > 0.0 && low < high) {
            return Err(Error::new(
                ErrorCode::InvalidNumber,
                "a normal distribution needs a finite mean, a positive deviation and bounds in ascending order",
            ));
        }
        let (a, b) = ((low - mean) / deviation, (high - mean) / deviation);
        let mirrored = a > 0.0;
        let (below_low, below_high) = if mirrored { (below(-b), below(-a)) } else { (below(a), below(b)) };
        if below_high - below_low < 1e-12 {
            return Err(Error::new(
                ErrorCode::InvalidNumber,
                "the bounds of the normal distribution leave almost nothing of it",
            )
            .with_hint("move the bounds nearer to the mean, or raise the deviation"));
        }
        Ok(Truncated { mean, deviation, low, high, below_low, below_high, mirrored })
    }

    /// Inversion: one uniform number, mapped into the part that is left.
    pub(super) fn sample(&self, stream: &mut Stream) -> f64 {
        let unit = stream.next_open_unit();
        // Mirrored, a larger number must still give a larger value.
        let unit = if self.mirrored { 1.0 - unit } else { unit };
        let standard = quantile(self.below_low + unit * (self.below_high - self.below_low));
        let standard = if self.mirrored { -standard } else { standard };
        (self.mean + self.deviation * standard).clamp(self.low, self.high)
    }

    /// Johnson, Kotz and Balakrishnan, Continuous Univariate Distributions 1, section 10.1.
    pub(super) fn mean(&self) -> f64 {
        let (a, b, mass) = self.standard();
        self.mean + self.deviation * (density(a) - density(b)) / mass
    }

    pub(super) fn variance(&self) -> f64 {
        let (a, b, mass) = self.standard();
        let shift = (density(a) - density(b)) / mass;
        let edge = |bound: f64| if bound.is_finite() { bound * density(bound) } else { 0.0 };
        let variance = 1.0 + (edge(a) - edge(b)) / mass - shift * shift;
        self.deviation * self.deviation * variance.max(0.0)
    }

    fn standard(&self) -> (f64, f64, f64) {
        let a = (self.low - self.mean) / self.deviation;
        let b = (self.high - self.mean) / self.deviation;
        (a, b, self.below_high - self.below_low)
    }
}

/// The probability that a standard normal variable is below `x`.
pub(super) fn below(x: f64) -> f64 {
    0.5 * libm::erfc(-x * std::f64::consts::FRAC_1_SQRT_2)
}

fn density(x: f64) -> f64 {
    // 1 / sqrt(2 pi)
    0.398_942_280_401_432_7 * libm::exp(-0.5 * x * x)
}

/// The value below which a standard normal variable lies with probability `p`.
///
/// Algorithm AS 241 (Wichura 1988), function PPND16, about sixteen digits. Infinite at 0 and 1.
pub(super) fn quantile(p: f64) -> f64 {
    let q = p - 0.5;
    if q.abs() <= 0.425 {
        let r = 0.180_625 - q * q;
        return q * ratio(r, &CENTRE);
    }
    let tail = if q < 0.0 { p } else { 1.0 - p };
    if tail <= 0.0 {
        return if q < 0.0 { f64::NEG_INFINITY } else { f64::INFINITY };
    }
    let r = (-libm::log(tail)).sqrt();
    let value = if r <= 5.0 { ratio(r - 1.6, &TAIL) } else { ratio(r - 5.0, &FAR_TAIL) };
    if q < 0.0 { -value } else { value }
}

/// Coefficients of a numerator and a denominator, from the constant up.
type Rational = ([f64; 8], [f64; 8]);

fn ratio(r: f64, coefficients: &Rational) -> f64 {
    let evaluate = |row: &[f64; 8]| row.iter().rev().fold(0.0, |sum, coefficient| sum * r + coefficient);
    evaluate(&coefficients.0) / evaluate(&coefficients.1)
}

const CENTRE: Rational = (
    [
        3.387_132_872_796_366_5,
        133.141_667_891_784_38,
        1_971.590_950_306_551_3,
        13_731.693_765_509_46,
        45_921.953_931_549_87,
        67_265.770_927_008_7,
        33_430.575_583_588_13,
        2_509.080_928_730_122_7,
    ],
    [
        1.0,
        42.313_330_701_600_91,
        687.187_007_492_057_9,
        5_394.196_021_424_751,
        21_213.794_301_586_597,
        39_307.895_800_092_71,
        28_729.085_735_721_943,
        5_226.495_278_852_854,
    ],
);

const TAIL: Rational = (
    [
        1.423_437_110_749_683_5,
        4.630_337_846_156_546,
        5.769_497_221_460_691,
        3.647_848_324_763_204_5,
        1.270_458_252_452_368_4,
        0.241_780_725_177_450_6,
        0.022_723_844_989_269_184,
        7.745_450_142_783_414e-4,
    ],
    [
        1.0,
        2.053_191_626_637_759,
        1.676_384_830_183_803_8,
        0.689_767_334_985_1,
        0.148_103_976_427_480_08,
        0.015_198_666_563_616_457,
        5.475_938_084_995_345e-4,
        1.050_750_071_644_416_9e-9,
    ],
);

const FAR_TAIL: Rational = (
    [
        6.657_904_643_501_103,
        5.463_784_911_164_114,
        1.784_826_539_917_291_3,
        0.296_560_571_828_504_87,
        0.026_532_189_526_576_124,
        0.001_242_660_947_388_078_4,
        2.711_555_568_743_487_6e-5,
        2.010_334_399_292_288_1e-7,
    ],
    [
        1.0,
        0.599_832_206_555_888,
        0.136_929_880_922_735_8,
        0.014_875_361_290_850_615,
        7.868_691_311_456_133e-4,
        1.846_318_317_510_054_8e-5,
        1.421_511_758_316_446e-7,
        2.044_263_103_389_939_8e-15,
    ],
);
