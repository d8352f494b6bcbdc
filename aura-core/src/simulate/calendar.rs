//! Calendars of the domain as calendars of the kernel.
//!
//! Runs have no date, but calendars have holidays. So every run begins in the week of Monday 5 January 2026, at
//! the minute that the scenario names, in the local time of the arrivals.

use crate::des::WeeklyHours;
use crate::domain::plan;
use crate::domain::scenario::Arrivals;
use crate::error::{Error, ErrorCode, Result};

use super::compile::KernelCalendar;

/// Monday 5 January 2026, 00:00, as if it were UTC, in milliseconds since 1970.
pub(super) const FIRST_MONDAY_MS: i64 = 1_767_571_200_000;
const MINUTE_MS: i64 = 60_000;

pub(super) fn compile(calendar: &plan::Calendar, arrivals: &Arrivals) -> Result<KernelCalendar> {
    let mut hours = Vec::with_capacity(calendar.shifts.len());
    for shift in &calendar.shifts {
        let day = shift.weekday.checked_sub(1).ok_or_else(|| {
            Error::new(ErrorCode::InvalidNumber, "weekdays count from 1 (Monday) to 7 (Sunday)")
        })?;
        hours.push(WeeklyHours { day, from_minute: shift.from_minute, to_minute: shift.to_minute });
    }
    let holidays: Vec<i32> = calendar.holidays.iter().map(|text| day_number(text)).collect::<Result<_>>()?;
    let offset = arrivals.calendar.as_ref().map_or(0, |calendar| calendar.utc_offset_minutes);
    let start = FIRST_MONDAY_MS + (i64::from(arrivals.start_minute) - i64::from(offset)) * MINUTE_MS;
    KernelCalendar::new(&hours, &holidays, start, calendar.utc_offset_minutes)
}

pub(super) fn of_arrivals(arrivals: &Arrivals) -> Result<Option<KernelCalendar>> {
    let Some(calendar) = &arrivals.calendar else {
        return Ok(None);
    };
    let compiled = compile(calendar, arrivals)?;
    if compiled.next_open(crate::des::Time::ZERO).is_never() {
        return Err(Error::new(ErrorCode::InvalidScenario, "the hours in which cases arrive are empty")
            .with_hint("give at least one shift, or no hours at all for round the clock"));
    }
    Ok(Some(compiled))
}

/// Days since 1970-01-01 of a date written `2026-12-25` (Hinnant 2013, days from civil).
fn day_number(text: &str) -> Result<i32> {
    let parts: Vec<Option<i32>> = text.split('-').map(|part| part.parse().ok()).collect();
    let &[Some(year @ 1..=9999), Some(month @ 1..=12), Some(day @ 1..=31)] = parts.as_slice() else {
        return Err(Error::new(ErrorCode::InvalidNumber, format!("`{}` is not a date", text.escape_debug()))
            .with_hint("write dates as `2026-12-25`"));
    };
    let shifted = if month <= 2 { year - 1 } else { year };
    let era = shifted / 400;
    let of_era = shifted - era * 400;
    let of_year = (153 * ((month + 9) % 12) + 2) / 5 + day - 1;
    Ok(era * 146_097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719_468)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_become_day_numbers() {
        for (text, number) in [("1970-01-01", 0), ("2000-02-29", 11_016), ("2026-01-05", 20_458)] {
            assert_eq!(day_number(text).unwrap(), number, "{text}");
        }
        assert_eq!(i64::from(day_number("2026-01-05").unwrap()) * 86_400_000, FIRST_MONDAY_MS);
        for text in ["", "2026", "2026-13-01", "2026-01-32", "x-y-z", "2026-01-01-01"] {
            assert!(day_number(text).is_err(), "{text}");
        }
    }
}
