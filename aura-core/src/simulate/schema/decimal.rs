//! Numbers of JSON as exact decimals, so that 0.3 is a multiple of 0.1.

use std::cmp::Ordering;

use serde_json::{Number, Value};

/// Whole numbers up to this are exact as floats: 2^53.
const MOST_EXACT: u64 = 1 << 53;

/// `mantissa * 10^exponent`, read from the shortest text of a number.
#[derive(Debug, Clone, Copy)]
pub(super) struct Decimal {
    pub mantissa: i128,
    pub exponent: i32,
}

impl Decimal {
    pub(super) fn of(number: &Number) -> Option<Decimal> {
        if let Some(whole) = number.as_i64() {
            return Some(Decimal { mantissa: i128::from(whole), exponent: 0 });
        }
        if let Some(whole) = number.as_u64() {
            return Some(Decimal { mantissa: i128::from(whole), exponent: 0 });
        }
        Decimal::parse(&number.to_string())
    }

    fn parse(text: &str) -> Option<Decimal> {
        let (digits, exponent) = match text.split_once(['e', 'E']) {
            Some((digits, exponent)) => (digits, exponent.parse::<i32>().ok()?),
            None => (text, 0),
        };
        let (whole, fraction) = digits.split_once('.').unwrap_or((digits, ""));
        let fraction = fraction.trim_end_matches('0');
        let mantissa = format!("{whole}{fraction}").parse().ok()?;
        Some(Decimal { mantissa, exponent: exponent.checked_sub(i32::try_from(fraction.len()).ok()?)? })
    }

    /// Whether a number has no fraction.
    pub(super) fn is_whole(self) -> bool {
        self.exponent >= 0 || self.mantissa == 0 || {
            let Some(divisor) = power(self.exponent.unsigned_abs()) else { return false };
            self.mantissa % divisor == 0
        }
    }

    /// Whether this is a whole multiple of `step`. `None` where the numbers are too far apart to say.
    pub(super) fn is_multiple_of(self, step: Decimal) -> Option<bool> {
        if self.mantissa == 0 {
            return Some(true);
        }
        let (own, step) = self.aligned(step)?;
        (step != 0).then(|| own % step == 0)
    }

    /// Both mantissas at the smaller exponent.
    pub(super) fn aligned(self, other: Decimal) -> Option<(i128, i128)> {
        let exponent = self.exponent.min(other.exponent);
        Some((self.at(exponent)?, other.at(exponent)?))
    }

    /// The mantissa at an exponent that is no larger than the own one.
    pub(super) fn at(self, exponent: i32) -> Option<i128> {
        let by = self.exponent.checked_sub(exponent)?;
        self.mantissa.checked_mul(power(u32::try_from(by).ok()?)?)
    }

    /// The number as JSON has it: whole where it is.
    pub(super) fn to_value(self) -> Option<Value> {
        let number = self.reduced();
        if number.exponent >= 0 {
            let whole = number.at(0)?;
            if let Ok(whole) = i64::try_from(whole) {
                return Some(Value::from(whole));
            }
            if let Ok(whole) = u64::try_from(whole) {
                return Some(Value::from(whole));
            }
        }
        Number::from_f64(number.to_real()?).map(Value::Number)
    }

    /// The same number without zeros at the end of its fraction.
    fn reduced(mut self) -> Decimal {
        while self.exponent < 0 {
            // Division of short numbers is much faster.
            let tenth = match i64::try_from(self.mantissa) {
                Ok(short) => (short % 10 == 0).then_some(i128::from(short / 10)),
                Err(_) => (self.mantissa % 10 == 0).then_some(self.mantissa / 10),
            };
            let Some(mantissa) = tenth else { break };
            self = Decimal { mantissa, exponent: self.exponent + 1 };
        }
        self
    }

    /// The float that is nearest.
    fn to_real(self) -> Option<f64> {
        // Where both are exact as floats, their quotient is the nearest one (Clinger 1990).
        if let Ok(mantissa) = i64::try_from(self.mantissa)
            && mantissa.unsigned_abs() <= MOST_EXACT
            && (-22..=0).contains(&self.exponent)
        {
            return Some(mantissa as f64 / power(self.exponent.unsigned_abs())? as f64);
        }
        format!("{}e{}", self.mantissa, self.exponent).parse().ok()
    }
}

fn power(exponent: u32) -> Option<i128> {
    10_i128.checked_pow(exponent)
}

/// Compares two numbers by value.
pub(super) fn compare(left: &Number, right: &Number) -> Ordering {
    let whole = |number: &Number| number.as_i64().map(i128::from).or_else(|| number.as_u64().map(i128::from));
    if let (Some(left), Some(right)) = (whole(left), whole(right)) {
        return left.cmp(&right);
    }
    if let (Some(left), Some(right)) = (Decimal::of(left), Decimal::of(right))
        && let Some((left, right)) = left.aligned(right)
    {
        return left.cmp(&right);
    }
    let real = |number: &Number| number.as_f64().unwrap_or(0.0);
    real(left).total_cmp(&real(right))
}

/// Whether two values are equal as JSON Schema has it: 1 and 1.0 are, and the order of names does not count.
pub(super) fn same(left: &Value, right: &Value) -> bool {
    match (left, right) {
        (Value::Number(left), Value::Number(right)) => compare(left, right).is_eq(),
        (Value::Array(left), Value::Array(right)) => {
            left.len() == right.len() && left.iter().zip(right).all(|(left, right)| same(left, right))
        }
        (Value::Object(left), Value::Object(right)) => {
            left.len() == right.len()
                && left.iter().all(|(name, value)| right.get(name).is_some_and(|other| same(value, other)))
        }
        _ => left == right,
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn decimal(value: &Value) -> Decimal {
        Decimal::of(value.as_number().unwrap()).unwrap()
    }

    #[test]
    fn multiples_are_exact() {
        for (number, step, expect) in [
            (json!(0.3), json!(0.1), true),
            (json!(0.0075), json!(0.0001), true),
            (json!(0.00751), json!(0.0001), false),
            (json!(19.99), json!(0.01), true),
            (json!(1e308), json!(1e308), true),
            (json!(7), json!(2), false),
        ] {
            assert_eq!(decimal(&number).is_multiple_of(decimal(&step)), Some(expect), "{number} {step}");
        }
    }

    #[test]
    fn equality_is_by_value() {
        assert!(same(&json!({"a": 1, "b": [1.0]}), &json!({"b": [1], "a": 1.0})));
        assert!(!same(&json!(true), &json!(1)));
        assert!(!same(&json!(9_007_199_254_740_993_i64), &json!(9_007_199_254_740_992.0)));
    }

    #[test]
    fn whole_numbers_are_written_whole() {
        assert_eq!(Decimal { mantissa: 1200, exponent: -2 }.to_value(), Some(json!(12)));
        assert_eq!(Decimal { mantissa: 1999, exponent: -2 }.to_value(), Some(json!(19.99)));
        assert!(decimal(&json!(2.0)).is_whole() && !decimal(&json!(2.5)).is_whole());
    }

    #[test]
    fn fractions_are_the_nearest_floats() {
        for mantissa in
            [1, -7, 105, 19_999, 123_456_789_012_345, (1 << 53) - 1, (1 << 53) + 1, i128::from(i64::MAX)]
        {
            for exponent in -30..=-1 {
                let read: f64 = format!("{mantissa}e{exponent}").parse().unwrap();
                assert_eq!(Decimal { mantissa, exponent }.to_real(), Some(read), "{mantissa}e{exponent}");
            }
        }
    }
}
