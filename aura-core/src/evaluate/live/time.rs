//! Times of rows: days and times, or whole milliseconds.

use crate::text::{DateOrder, Moment};

/// Milliseconds since 1970 of a day or a time; nothing where the text is neither.
pub(in crate::evaluate) fn milliseconds(text: &str) -> Option<i64> {
    if let Ok(number) = text.trim().parse::<i64>() {
        return Some(number);
    }
    Moment::read(text, DateOrder::YearFirst).map(|moment| moment.micros.div_euclid(1_000))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whole_numbers_are_milliseconds() {
        assert_eq!(milliseconds("1700000000000"), Some(1_700_000_000_000));
        assert_eq!(milliseconds("5"), Some(5));
        assert_eq!(milliseconds("2024-02-29T12:30:01.5+02:00"), Some(1_709_202_601_500));
        assert_eq!(milliseconds("yesterday"), None);
    }
}
