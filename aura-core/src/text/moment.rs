//! Moments as other programs write them: RFC 3339 and its relatives, days with slashes or points, epoch numbers.

use std::fmt;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::error::{Error, ErrorCode};

const DAY_MICROS: i64 = 86_400_000_000;

/// A moment, and the distance from UTC with which it was written.
///
/// As JSON it is a text like `2026-11-22T14:05:00.25+01:00`; where no distance was written, none is shown, and the
/// moment counts as UTC.
///
/// # Example
/// ```
/// use aura_core::text::{DateOrder, Moment};
/// let moment = Moment::read("2010-12-30 14:32:00+01:00", DateOrder::YearFirst).ok_or("no moment")?;
/// assert_eq!(moment.micros, 1_293_715_920_000_000);
/// assert_eq!(moment.to_string(), "2010-12-30T14:32:00+01:00");
/// # Ok::<(), &str>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(into = "String", try_from = "String")]
#[schemars(with = "String")]
pub struct Moment {
    /// Microseconds since 1970-01-01 00:00 UTC; finer parts are rounded.
    pub micros: i64,
    /// Minutes ahead of UTC, where that was written.
    pub utc_offset_minutes: Option<i32>,
}

/// In which order a day is written where the year does not stand first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum DateOrder {
    /// Only days that begin with the year, and days with points (`31.12.2026`), are read.
    #[default]
    YearFirst,
    /// `31/12/2026`.
    DayFirst,
    /// `12/31/2026`.
    MonthFirst,
}

impl Moment {
    /// Reads a day with or without a time; nothing where the text is neither.
    ///
    /// Whole numbers are seconds since 1970 below 10^11, milliseconds below 10^14, and microseconds above.
    pub fn read(text: &str, order: DateOrder) -> Option<Moment> {
        let text = text.trim();
        if let Ok(number) = text.parse::<i64>() {
            return epoch(number);
        }
        let end = text.find(['T', 't', ' ']).unwrap_or(text.len());
        let (date, clock) = text.split_at_checked(end)?;
        let days = day(date, order)?;
        let clock = clock.get(1..).unwrap_or("").trim();
        if clock.is_empty() {
            return Some(Moment { micros: days * DAY_MICROS, utc_offset_minutes: None });
        }
        let zone_at = clock.find(['Z', 'z', '+', '-', 'U', 'G']);
        let (clock, zone) = clock.split_at_checked(zone_at.unwrap_or(clock.len()))?;
        let offset = zone_minutes(zone.trim())?;
        let micros = clock_micros(clock.trim())?;
        let local = days.checked_mul(DAY_MICROS)?.checked_add(micros)?;
        let shift = i64::from(offset.unwrap_or(0)) * 60_000_000;
        Some(Moment { micros: local.checked_sub(shift)?, utc_offset_minutes: offset })
    }

    /// Microseconds since 1970-01-01 00:00 on the local clock.
    pub fn local_micros(&self) -> i64 {
        self.micros.saturating_add(i64::from(self.utc_offset_minutes.unwrap_or(0)) * 60_000_000)
    }

    /// Minutes since Monday 00:00 on the local clock, from 0 to 10,079.
    pub fn minute_of_week(&self) -> u32 {
        // 1970-01-01 was a Thursday, day 3 of a week that begins on Monday.
        let minutes = self.local_micros().div_euclid(60_000_000) + 3 * 1_440;
        minutes.rem_euclid(10_080) as u32
    }
}

impl fmt::Display for Moment {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let local = self.local_micros();
        let (days, rest) = (local.div_euclid(DAY_MICROS), local.rem_euclid(DAY_MICROS));
        let (year, month, day) = civil(days);
        let (seconds, micros) = (rest / 1_000_000, rest % 1_000_000);
        let (hour, minute, second) = (seconds / 3_600, seconds / 60 % 60, seconds % 60);
        write!(formatter, "{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}:{second:02}")?;
        if micros > 0 {
            let fraction = format!("{micros:06}");
            write!(formatter, ".{}", fraction.trim_end_matches('0'))?;
        }
        match self.utc_offset_minutes {
            None => Ok(()),
            Some(0) => formatter.write_str("Z"),
            Some(offset) => {
                let sign = if offset < 0 { '-' } else { '+' };
                write!(formatter, "{sign}{:02}:{:02}", offset.abs() / 60, offset.abs() % 60)
            }
        }
    }
}

impl From<Moment> for String {
    fn from(moment: Moment) -> String {
        moment.to_string()
    }
}

impl TryFrom<String> for Moment {
    type Error = Error;

    fn try_from(text: String) -> Result<Self, Error> {
        Moment::read(&text, DateOrder::YearFirst).ok_or_else(|| {
            Error::new(ErrorCode::InvalidDocument, format!("`{text}` is no moment"))
                .with_hint("moments look like 2026-11-22T14:05:00Z")
        })
    }
}

fn epoch(number: i64) -> Option<Moment> {
    let factor = match number.unsigned_abs() {
        0..100_000_000_000 => 1_000_000,
        100_000_000_000..100_000_000_000_000 => 1_000,
        _ => 1,
    };
    Some(Moment { micros: number.checked_mul(factor)?, utc_offset_minutes: None })
}

/// Days since 1970-01-01.
fn day(text: &str, order: DateOrder) -> Option<i64> {
    let mark = text.chars().find(|letter| !letter.is_ascii_digit())?;
    if !matches!(mark, '-' | '/' | '.') {
        return None;
    }
    let parts: Vec<&str> = text.split(mark).collect();
    let [first, second, third] = parts.as_slice() else { return None };
    let number = |part: &str| (part.len() <= 4).then(|| part.parse::<u32>().ok()).flatten();
    let (year, month, day) = match order {
        _ if first.len() == 4 => (number(first)?, number(second)?, number(third)?),
        _ if third.len() != 4 => return None,
        _ if mark == '.' => (number(third)?, number(second)?, number(first)?),
        DateOrder::YearFirst => return None,
        DateOrder::DayFirst => (number(third)?, number(second)?, number(first)?),
        DateOrder::MonthFirst => (number(third)?, number(first)?, number(second)?),
    };
    let is_leap = year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
    let longest = match month {
        2 => 28 + u32::from(is_leap),
        4 | 6 | 9 | 11 => 30,
        1..=12 => 31,
        _ => return None,
    };
    (1..=longest).contains(&day).then(|| days_since_1970(i64::from(year), i64::from(month), i64::from(day)))
}

/// Microseconds since midnight.
fn clock_micros(text: &str) -> Option<i64> {
    let lower = text.to_ascii_lowercase();
    let (clock, half) = match (lower.strip_suffix("am"), lower.strip_suffix("pm")) {
        (Some(clock), _) => (clock.trim(), Some(0)),
        (_, Some(clock)) => (clock.trim(), Some(12)),
        _ => (lower.as_str(), None),
    };
    let mut fields = clock.split(':');
    let whole = |text: &str| {
        let is_short = (1..=2).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit());
        is_short.then(|| text.parse::<i64>().ok()).flatten()
    };
    let (hour, minute) = (whole(fields.next()?)?, whole(fields.next()?)?);
    let (second, fraction) = match fields.next() {
        None => (0, 0),
        Some(text) => {
            let (second, fraction) = text.split_once(['.', ',']).unwrap_or((text, ""));
            (whole(second)?, fraction_micros(fraction)?)
        }
    };
    let hour = match half {
        None => hour,
        Some(half) if (1..=12).contains(&hour) => hour % 12 + half,
        Some(_) => return None,
    };
    let is_legal = fields.next().is_none() && hour <= 24 && minute <= 59 && second <= 60;
    is_legal.then_some(((hour * 60 + minute) * 60 + second) * 1_000_000 + fraction)
}

fn fraction_micros(digits: &str) -> Option<i64> {
    if !digits.bytes().all(|byte| byte.is_ascii_digit()) || digits.len() > 18 {
        return None;
    }
    let scaled = digits.parse::<i64>().unwrap_or(0);
    let places = digits.len() as u32;
    if places <= 6 {
        return Some(scaled * 10_i64.pow(6 - places));
    }
    let unit = 10_i64.pow(places - 6);
    Some((scaled + unit / 2) / unit)
}

/// Minutes ahead of UTC; `Some(None)` where nothing is written.
fn zone_minutes(zone: &str) -> Option<Option<i32>> {
    if zone.is_empty() {
        return Some(None);
    }
    if ["z", "utc", "gmt"].iter().any(|name| zone.eq_ignore_ascii_case(name)) {
        return Some(Some(0));
    }
    let digits = zone.strip_prefix(['+', '-'])?;
    let (hours, minutes) = match digits.split_once(':') {
        Some(pair) => pair,
        None => digits.split_at_checked(2)?,
    };
    let minutes = if minutes.is_empty() { 0 } else { minutes.parse::<i32>().ok()? };
    let hours = hours.parse::<i32>().ok()?;
    if !(0..=23).contains(&hours) || !(0..=59).contains(&minutes) {
        return None;
    }
    let ahead = hours * 60 + minutes;
    Some(Some(if zone.starts_with('-') { -ahead } else { ahead }))
}

/// Days from 1970-01-01 in the Gregorian calendar.
fn days_since_1970(year: i64, month: i64, day: i64) -> i64 {
    // Years begin in March here, so that the leap day is the last one of a year.
    let (year, month) = if month > 2 { (year, month - 3) } else { (year - 1, month + 9) };
    let era_days = year * 365 + year.div_euclid(4) - year.div_euclid(100) + year.div_euclid(400);
    era_days + (153 * month + 2) / 5 + day - 1 - 719_468
}

/// Year, month and day of a number of days since 1970-01-01: the inverse of the above.
fn civil(days: i64) -> (i64, i64, i64) {
    let days = days + 719_468;
    let era = days.div_euclid(146_097);
    let of_era = days.rem_euclid(146_097);
    let year_of_era = (of_era - of_era / 1_460 + of_era / 36_524 - of_era / 146_096) / 365;
    let of_year = of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let month = (5 * of_year + 2) / 153;
    let day = of_year - (153 * month + 2) / 5 + 1;
    let year = year_of_era + era * 400;
    if month < 10 { (year, month + 3, day) } else { (year + 1, month - 9, day) }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Expected values from Python's `datetime`.
    #[test]
    fn known_moments() {
        let check = |text: &str, order, expect: Option<i64>| {
            assert_eq!(Moment::read(text, order).map(|moment| moment.micros), expect, "{text}");
        };
        let iso = DateOrder::YearFirst;
        check("1970-01-01", iso, Some(0));
        check("2000-03-01T00:00:00Z", iso, Some(951_868_800_000_000));
        check("2024-02-29T12:30:01.5+02:00", iso, Some(1_709_202_601_500_000));
        check("2011-10-11 13:45:40.276000+0200", iso, Some(1_318_333_540_276_000));
        check("2011/10/11 13:45", iso, Some(1_318_340_700_000_000));
        check("31.12.2026 08:00:00", iso, Some(1_798_704_000_000_000));
        check("12/31/2026 8:00 PM", DateOrder::MonthFirst, Some(1_798_747_200_000_000));
        check("31/12/2026 20:00", DateOrder::DayFirst, Some(1_798_747_200_000_000));
        check("1700000000000", iso, Some(1_700_000_000_000_000));
        check("2024-01-01T00:00:00.1234567", iso, Some(1_704_067_200_123_457));
        let wrong =
            ["", "yesterday", "2024-13-01", "2023-02-29", "2024-01-01T25:00", "2024-01-01x", "1/2/2024"];
        for text in wrong {
            check(text, iso, None);
        }
    }

    #[test]
    fn the_week_begins_on_monday() {
        let monday = Moment::read("2025-01-06T00:07:00+05:30", DateOrder::YearFirst).unwrap();
        assert_eq!(monday.minute_of_week(), 7);
    }

    proptest::proptest! {
        #[test]
        fn what_is_written_is_read_again(micros in -60_000_000_000_000_000_i64..250_000_000_000_000_000, offset in -720..840) {
            for utc_offset_minutes in [None, Some(offset)] {
                let moment = Moment { micros, utc_offset_minutes };
                proptest::prop_assert_eq!(Moment::read(&moment.to_string(), DateOrder::YearFirst), Some(moment));
            }
        }
    }
}
