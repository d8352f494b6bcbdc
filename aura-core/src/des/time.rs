//! Virtual time in whole microseconds.
//!
//! Microseconds below 2^53 reach 285 years, exceed the resolution of any log or contract that is simulated,
//! and cross into every language as an exact number. Integer clocks make ties real ties: two events that
//! happen together on one machine happen together on all of them.

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::error::{Error, ErrorCode, Result};

/// The largest value of [`Time`] and [`Span`], in microseconds: 2^53 - 1.
const LIMIT: u64 = (1 << 53) - 1;

/// A moment in virtual time: microseconds since the start of the run.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize)]
pub struct Time(u64);

/// A length of virtual time in microseconds, never negative.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize)]
pub struct Span(u64);

impl Time {
    /// The start of the run.
    pub const ZERO: Time = Time(0);
    /// The last moment that can be named. Nothing happens then: it stands for "never".
    pub const NEVER: Time = Time(LIMIT);

    /// The moment so many microseconds after the start.
    ///
    /// # Errors
    /// `limit_virtual_time` from 2^53 - 1 on.
    pub fn from_micros(micros: u64) -> Result<Time> {
        if micros < LIMIT { Ok(Time(micros)) } else { Err(beyond()) }
    }

    /// The moment so many milliseconds after the start.
    ///
    /// # Errors
    /// `limit_virtual_time` where that is beyond 285 years.
    pub fn from_ms(milliseconds: u64) -> Result<Time> {
        milliseconds.checked_mul(1_000).map_or_else(|| Err(beyond()), Time::from_micros)
    }

    /// Microseconds since the start.
    #[inline]
    pub const fn micros(self) -> u64 {
        self.0
    }

    /// Whole milliseconds since the start, rounded down.
    pub const fn ms(self) -> u64 {
        self.0 / 1_000
    }

    /// The moment `span` later; [`Time::NEVER`] where that cannot be named.
    #[inline]
    #[must_use]
    pub const fn after(self, span: Span) -> Time {
        let sum = self.0 + span.0;
        if sum < LIMIT { Time(sum) } else { Time::NEVER }
    }

    /// The span from `earlier` to this moment, empty where `earlier` is later.
    #[inline]
    #[must_use]
    pub const fn since(self, earlier: Time) -> Span {
        Span(self.0.saturating_sub(earlier.0))
    }

    /// Whether this is [`Time::NEVER`].
    #[inline]
    pub const fn is_never(self) -> bool {
        self.0 == LIMIT
    }
}

impl Span {
    /// No time at all.
    pub const ZERO: Span = Span(0);
    /// The longest span, which ends at [`Time::NEVER`] wherever it starts.
    pub const MAX: Span = Span(LIMIT);

    /// So many microseconds, at most [`Span::MAX`].
    #[inline]
    pub const fn from_micros(micros: u64) -> Span {
        if micros < LIMIT { Span(micros) } else { Span::MAX }
    }

    /// So many milliseconds, at most [`Span::MAX`].
    pub const fn from_ms(milliseconds: u64) -> Span {
        Span::from_micros(milliseconds.saturating_mul(1_000))
    }

    /// So many milliseconds, rounded to the nearest microsecond (half up).
    ///
    /// Values below zero become zero, since nothing takes less than no time; values that are too large, and
    /// those that are not a number, become [`Span::MAX`] and so meet the limit of virtual time instead of
    /// passing as something else.
    #[inline]
    pub fn from_fractional_ms(milliseconds: f64) -> Span {
        let micros = milliseconds * 1_000.0 + 0.5;
        if micros < 1.0 {
            return Span::ZERO;
        }
        // The cast cuts off the fraction, which spares a call of `floor` where the processor has none.
        if micros < LIMIT as f64 { Span(micros as u64) } else { Span::MAX }
    }

    /// Microseconds.
    #[inline]
    pub const fn micros(self) -> u64 {
        self.0
    }

    /// Milliseconds, with their fraction.
    pub fn fractional_ms(self) -> f64 {
        self.0 as f64 / 1_000.0
    }

    /// The sum, at most [`Span::MAX`].
    #[inline]
    #[must_use]
    pub const fn plus(self, other: Span) -> Span {
        Span::from_micros(self.0 + other.0)
    }

    /// The difference, at least nothing.
    #[inline]
    #[must_use]
    pub const fn minus(self, other: Span) -> Span {
        Span(self.0.saturating_sub(other.0))
    }

    /// This span stretched by a factor, rounded to the nearest microsecond.
    #[inline]
    #[must_use]
    pub fn scaled(self, factor: f64) -> Span {
        if self.0 == LIMIT { self } else { Span::from_fractional_ms(self.0 as f64 * factor / 1_000.0) }
    }
}

impl fmt::Display for Span {
    /// Days, hours, minutes, seconds and their fraction, without the parts that are zero: `2h 5min`.
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.0 == 0 {
            return formatter.write_str("0s");
        }
        let mut rest = self.0;
        let mut gap = "";
        for (name, size) in [
            ("d", 86_400_000_000),
            ("h", 3_600_000_000),
            ("min", 60_000_000),
            ("s", 1_000_000),
            ("ms", 1_000),
            ("us", 1),
        ] {
            if rest >= size {
                write!(formatter, "{gap}{}{name}", rest / size)?;
                rest %= size;
                gap = " ";
            }
        }
        Ok(())
    }
}

fn beyond() -> Error {
    Error::new(ErrorCode::LimitVirtualTime, "the time is beyond 285 years after the start")
        .with_hint("use a shorter time")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sums_stay_in_range() {
        let late = Time::from_micros(LIMIT - 1).unwrap();
        assert!(!late.is_never());
        assert!(late.after(Span::from_micros(1)).is_never());
        assert!(late.after(Span::MAX).is_never());
        assert!(Time::NEVER.after(Span::MAX).is_never());
        assert_eq!(Time::ZERO.since(late), Span::ZERO);
        assert_eq!(Time::from_micros(LIMIT).unwrap_err().code(), ErrorCode::LimitVirtualTime);
        assert_eq!(Time::from_ms(u64::MAX).unwrap_err().code(), ErrorCode::LimitVirtualTime);
        assert_eq!(Span::MAX.plus(Span::MAX), Span::MAX);
        assert_eq!(Span::MAX.scaled(0.5), Span::MAX);
    }

    #[test]
    fn fractions_round_to_the_nearest_microsecond() {
        for (milliseconds, micros) in [
            (0.0, 0),
            (-3.0, 0),
            (0.000_4, 0),
            (0.000_5, 1),
            (1.5, 1_500),
            (f64::INFINITY, LIMIT),
            (f64::NEG_INFINITY, 0),
            (f64::NAN, LIMIT),
            (1e300, LIMIT),
        ] {
            assert_eq!(Span::from_fractional_ms(milliseconds).micros(), micros, "{milliseconds}");
        }
    }

    #[test]
    fn spans_read_well() {
        for (micros, text) in
            [(0, "0s"), (1_500, "1ms 500us"), (7_500_000_000, "2h 5min"), (90_061_000_000, "1d 1h 1min 1s")]
        {
            assert_eq!(Span::from_micros(micros).to_string(), text);
        }
    }
}
