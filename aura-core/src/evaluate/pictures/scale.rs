//! A linear scale with round numbers at its ticks.

use crate::domain::quantity::Unit;

/// From figures to pixels.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Scale {
    low: f64,
    high: f64,
    left: f64,
    right: f64,
}

impl Scale {
    /// A scale that covers all values, with a little room at both ends.
    pub(crate) fn over(values: impl Iterator<Item = f64>, left: f64, right: f64) -> Self {
        let (mut low, mut high) = (f64::INFINITY, f64::NEG_INFINITY);
        for value in values.filter(|value| value.is_finite()) {
            low = low.min(value);
            high = high.max(value);
        }
        if low > high {
            (low, high) = (0.0, 1.0);
        }
        let room = if high > low { (high - low) * 0.06 } else { low.abs().max(1.0) * 0.1 };
        Scale { low: low - room, high: high + room, left, right }
    }

    pub(crate) fn at(&self, value: f64) -> f64 {
        let share = (value - self.low) / (self.high - self.low);
        self.left + share.clamp(0.0, 1.0) * (self.right - self.left)
    }

    /// Three to six numbers within the scale that are round in the unit in which people read them.
    pub(crate) fn ticks(&self, unit: &Unit) -> Vec<f64> {
        let size = self.low.abs().max(self.high.abs());
        let factor = match unit {
            Unit::Milliseconds if size >= 2.0 * 86_400_000.0 => 86_400_000.0,
            Unit::Milliseconds if size >= 3_600_000.0 => 3_600_000.0,
            Unit::Milliseconds if size >= 60_000.0 => 60_000.0,
            Unit::Milliseconds if size >= 1_000.0 => 1_000.0,
            Unit::Share => 0.01,
            _ => 1.0,
        };
        let ticks = Scale { low: self.low / factor, high: self.high / factor, ..*self }.round_ticks();
        ticks.into_iter().map(|tick| tick * factor).collect()
    }

    fn round_ticks(&self) -> Vec<f64> {
        let span = self.high - self.low;
        let mut step = 1.0_f64;
        // Steps of 1, 2 and 5 times a power of ten; bounded, since spans lie far within these powers.
        for _ in 0..60 {
            if step * 5.0 > span {
                step /= 10.0;
            }
        }
        for _ in 0..60 {
            if step * 50.0 < span {
                step *= 10.0;
            }
        }
        let wanted = [1.0, 2.0, 5.0, 10.0, 20.0, 50.0].into_iter().map(|factor| factor * step);
        let step = wanted.into_iter().find(|step| span / step <= 6.0).unwrap_or(step);
        let first = (self.low / step).ceil();
        (0..8).map(|index| (first + f64::from(index)) * step).filter(|tick| *tick <= self.high).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ticks_are_round_and_few() {
        let check = |low: f64, high: f64| {
            let scale = Scale::over([low, high].into_iter(), 0.0, 100.0);
            let ticks = scale.ticks(&Unit::Count);
            assert!((2..=7).contains(&ticks.len()), "{low} to {high}: {ticks:?}");
            assert!(ticks.iter().all(|tick| (0.0..=100.0).contains(&scale.at(*tick))));
        };
        check(0.0, 1.0);
        check(0.412, 0.587);
        check(-3.0, 1_900_000.0);
        check(0.00001, 0.00002);
        check(5.0, 5.0);
    }
}
