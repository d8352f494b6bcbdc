//! Working hours as they show in a log.

use crate::des::{Calendar as KernelCalendar, Time, WeeklyHours};
use crate::domain::plan::{Calendar, Shift};
use crate::error::Result;

const HOUR: u64 = 3_600_000_000;
const HOURS: usize = 168;
/// Fewer moments than this say nothing about hours.
const FEWEST: usize = 50;
/// Hours are open that together hold this share of what happened; the rest are exceptions.
const COVERED: f64 = 0.98;
/// A week that is open nearly always is open always.
const MOST_OPEN: usize = 150;

/// The hours of the week in which things happened; nothing where that is always, or where too little happened.
pub(super) fn seen(moments: &[u64]) -> Option<Calendar> {
    if moments.len() < FEWEST {
        return None;
    }
    // Where most stand at midnight, only days are known.
    if moments.iter().filter(|moment| **moment % (24 * HOUR) == 0).count() * 2 > moments.len() {
        return None;
    }
    let mut counts = [0_u64; HOURS];
    for moment in moments {
        if let Some(count) = counts.get_mut((moment / HOUR) as usize % HOURS) {
            *count += 1;
        }
    }
    let mut order: Vec<usize> = (0..HOURS).collect();
    order.sort_by_key(|hour| std::cmp::Reverse(counts.get(*hour).copied().unwrap_or(0)));
    let wanted = (moments.len() as f64 * COVERED).ceil() as u64;
    let mut open = [false; HOURS];
    let mut covered = 0;
    for hour in order {
        if covered >= wanted {
            break;
        }
        covered += counts.get(hour).copied().unwrap_or(0);
        if let Some(slot) = open.get_mut(hour) {
            *slot = true;
        }
    }
    if open.iter().filter(|open| **open).count() > MOST_OPEN {
        return None;
    }
    Some(Calendar { utc_offset_minutes: 0, shifts: shifts(&open), holidays: Vec::new() })
}

/// Hours in a row are one shift.
fn shifts(open: &[bool; HOURS]) -> Vec<Shift> {
    let mut shifts: Vec<Shift> = Vec::new();
    for (hour, _) in open.iter().enumerate().filter(|(_, open)| **open) {
        let weekday = (hour / 24 + 1) as u8;
        let from_minute = (hour % 24 * 60) as u16;
        match shifts.last_mut() {
            Some(last) if last.weekday == weekday && last.to_minute == from_minute => last.to_minute += 60,
            _ => shifts.push(Shift { weekday, from_minute, to_minute: from_minute + 60 }),
        }
    }
    shifts
}

/// The calendar for times since a Monday.
pub(super) fn kernel(calendar: Option<&Calendar>) -> Result<Option<KernelCalendar>> {
    let Some(calendar) = calendar else { return Ok(None) };
    let hours: Vec<WeeklyHours> = calendar
        .shifts
        .iter()
        .map(|shift| WeeklyHours {
            day: shift.weekday.saturating_sub(1),
            from_minute: shift.from_minute,
            to_minute: shift.to_minute,
        })
        .collect();
    KernelCalendar::new(&hours, &[], super::super::calendar::FIRST_MONDAY_MS, 0).map(Some)
}

/// Open time between two moments, in milliseconds.
pub(super) fn open_ms(calendar: Option<&KernelCalendar>, from: u64, to: u64) -> f64 {
    let plain = to.saturating_sub(from) as f64 / 1_000.0;
    let (Some(calendar), Ok(from), Ok(to)) = (calendar, Time::from_micros(from), Time::from_micros(to))
    else {
        return plain;
    };
    calendar.open_between(from, to).micros() as f64 / 1_000.0
}
