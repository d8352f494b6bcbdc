//! Working hours: a weekly pattern, holidays, and local time at a fixed offset from UTC.
//!
//! In come moments of virtual time; out comes whether it is open then, when that changes, and when a piece of
//! work is done if it rests outside the hours. Changes of the offset in summer are not modelled: a calendar is
//! a statement about a typical week, and an hour twice a year does not change what a simulation says.

use super::time::{Span, Time};
use crate::error::{Error, ErrorCode, Result};

const MINUTE: u64 = 60_000_000;
const DAY: u64 = 24 * 60 * MINUTE;
const WEEK: u64 = 7 * DAY;
/// Openings that touch are joined up to this number (about eight weeks of round-the-clock service).
const JOINED: usize = 60;

/// Opening hours on one day of every week, in local time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct WeeklyHours {
    /// Day of the week: 0 is Monday, 6 is Sunday.
    pub day: u8,
    /// Minute of the day at which it opens, from 0.
    pub from_minute: u16,
    /// Minute of the day at which it closes, up to 1440 (midnight at the end of the day).
    pub to_minute: u16,
}

/// Whether it is open at a moment, and how long that holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Opening {
    /// Whether it is open.
    pub open: bool,
    /// The state holds at least until then; [`Time::NEVER`] where it does not change.
    pub until: Time,
}

/// When somebody works or something is open.
///
/// # Example
/// ```
/// use aura_core::des::{Calendar, Span, Time, WeeklyHours};
/// // Monday to Friday, nine to five, seen from Monday 6 January 2025, 00:00 UTC.
/// let hours: Vec<_> =
///     (0..5).map(|day| WeeklyHours { day, from_minute: 9 * 60, to_minute: 17 * 60 }).collect();
/// let office = Calendar::new(&hours, &[], 1_736_121_600_000, 0)?;
/// let hour = |hours: u64| Time::from_ms(hours * 3_600_000);
/// assert_eq!(office.next_open(Time::ZERO), hour(9)?);
/// // Ten hours of work that begin on Friday at four end on Tuesday at ten.
/// assert_eq!(office.finish(hour(4 * 24 + 16)?, Span::from_ms(10 * 3_600_000)), hour(8 * 24 + 10)?);
/// # Ok::<(), aura_core::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq)]
pub struct Calendar {
    /// Openings of a week from Monday 00:00, in microseconds, in order, none crossing midnight.
    openings: Vec<(u64, u64)>,
    /// Local days that are closed, counted from the Monday on or before the start, in order.
    closed_days: Vec<u64>,
    /// From that Monday 00:00 local time to the start of the run.
    offset: u64,
    /// Open time per week without holidays.
    per_week: u64,
}

impl Calendar {
    /// Open at all times.
    pub fn always() -> Self {
        let openings = (0..7).map(|day| (day * DAY, (day + 1) * DAY)).collect();
        Calendar { openings, closed_days: Vec::new(), offset: 0, per_week: WEEK }
    }

    /// The given hours of every week, except on holidays.
    ///
    /// `holidays` are local dates as days since 1970-01-01; `start_ms` is the moment of [`Time::ZERO`] in
    /// milliseconds since 1970-01-01 UTC. Hours that overlap count once.
    ///
    /// # Errors
    /// `invalid_number` for hours that are out of range, empty or cross midnight, for an offset of more than
    /// 24 hours, and for a start outside the years 1 to 9999 or so.
    pub fn new(
        hours: &[WeeklyHours],
        holidays: &[i32],
        start_ms: i64,
        utc_offset_minutes: i32,
    ) -> Result<Self> {
        let refuse = |message: &str| Err(Error::new(ErrorCode::InvalidNumber, message));
        if utc_offset_minutes.abs() > 24 * 60 || start_ms.unsigned_abs() > 300_000_000_000_000 {
            return refuse("the start or the offset from UTC of a calendar is out of range");
        }
        let mut openings = Vec::with_capacity(hours.len());
        for hours in hours {
            if hours.day > 6 || hours.to_minute > 1440 || hours.from_minute >= hours.to_minute {
                return refuse("opening hours must lie within one day and end after they begin");
            }
            let day = u64::from(hours.day) * DAY;
            openings.push((
                day + u64::from(hours.from_minute) * MINUTE,
                day + u64::from(hours.to_minute) * MINUTE,
            ));
        }
        openings.sort_unstable();
        let openings = joined_within_days(&openings);
        let local = i128::from(start_ms) * 1_000 + i128::from(utc_offset_minutes) * i128::from(MINUTE);
        let day = local.div_euclid(i128::from(DAY)) as i64;
        // 1970-01-01 was a Thursday, day 3 of a week that begins on Monday.
        let monday = day - (day + 3).rem_euclid(7);
        let offset = (local - i128::from(monday) * i128::from(DAY)) as u64;
        let mut closed_days: Vec<u64> =
            holidays.iter().filter_map(|holiday| u64::try_from(i64::from(*holiday) - monday).ok()).collect();
        closed_days.sort_unstable();
        closed_days.dedup();
        let per_week = openings.iter().map(|(from, to)| to - from).sum();
        Ok(Calendar { openings, closed_days, offset, per_week })
    }

    /// Whether it is open at a moment. At the moment of closing it is closed.
    pub fn opening(&self, time: Time) -> Opening {
        if self.per_week == WEEK && self.closed_days.is_empty() {
            return Opening { open: true, until: Time::NEVER };
        }
        let local = time.micros() + self.offset;
        let Some((from, to)) = self.next_interval(local) else {
            return Opening { open: false, until: Time::NEVER };
        };
        if local < from {
            return Opening { open: false, until: self.global(from) };
        }
        let mut end = to;
        for _ in 0..JOINED {
            match self.next_interval(end) {
                Some((next, to)) if next == end => end = to,
                _ => break,
            }
        }
        Opening { open: true, until: self.global(end) }
    }

    /// The first moment from `time` on at which it is open; [`Time::NEVER`] where there is none.
    pub fn next_open(&self, time: Time) -> Time {
        let local = time.micros() + self.offset;
        self.next_interval(local).map_or(Time::NEVER, |(from, _)| self.global(from.max(local)))
    }

    /// When work of length `work` is done that begins at `start` and rests outside the hours.
    ///
    /// Work of no length is done at once, open or not. [`Time::NEVER`] where the hours are never enough.
    pub fn finish(&self, start: Time, work: Span) -> Time {
        if work == Span::ZERO || self.per_week == WEEK && self.closed_days.is_empty() {
            return start.after(work);
        }
        let mut rest = work.micros();
        let mut local = start.micros() + self.offset;
        // INVARIANT: every round passes an interval, whole weeks are skipped at once where no holiday comes,
        // and time ends at 2^53, so the loop ends.
        loop {
            let skipped =
                (rest.saturating_sub(1) / self.per_week.max(1)).min(self.weeks_without_holiday(local));
            rest -= skipped * self.per_week;
            local = local.saturating_add(skipped.saturating_mul(WEEK));
            if local >= 1 << 54 {
                return Time::NEVER;
            }
            let Some((from, to)) = self.next_interval(local) else {
                return Time::NEVER;
            };
            let from = from.max(local);
            if self.global(from).is_never() {
                return Time::NEVER;
            }
            if rest <= to - from {
                return self.global(from + rest);
            }
            rest -= to - from;
            local = to;
        }
    }

    /// How much of the time from `from` to `to` is open.
    pub fn open_between(&self, from: Time, to: Time) -> Span {
        if self.per_week == WEEK && self.closed_days.is_empty() {
            return to.since(from);
        }
        let (mut local, end) = (from.micros() + self.offset, to.micros() + self.offset);
        let mut sum = 0;
        while local < end {
            let weeks = ((end - local) / WEEK).min(self.weeks_without_holiday(local));
            sum += weeks * self.per_week;
            local += weeks * WEEK;
            match self.next_interval(local) {
                Some((from, to)) if from < end => {
                    sum += to.min(end).saturating_sub(from.max(local));
                    local = to;
                }
                _ => break,
            }
        }
        Span::from_micros(sum)
    }

    /// The first opening that ends after a local moment, holidays left out.
    fn next_interval(&self, local: u64) -> Option<(u64, u64)> {
        let mut week = local / WEEK * WEEK;
        let mut position = local % WEEK;
        // Only holidays can empty a week, so one more week than there are holidays always suffices.
        for _ in 0..self.closed_days.len() + 2 {
            let first = self.openings.partition_point(|(_, to)| *to <= position);
            for (from, to) in self.openings.iter().skip(first) {
                let day = (week + from) / DAY;
                if self.closed_days.binary_search(&day).is_err() {
                    return Some((week + from, week + to));
                }
            }
            week += WEEK;
            position = 0;
        }
        None
    }

    /// How many whole weeks from a local moment on hold no holiday, the day of the moment included.
    fn weeks_without_holiday(&self, local: u64) -> u64 {
        let next = self.closed_days.partition_point(|day| (day + 1) * DAY <= local);
        self.closed_days.get(next).map_or(u64::MAX, |day| (day * DAY).saturating_sub(local) / WEEK)
    }

    fn global(&self, local: u64) -> Time {
        Time::from_micros(local - self.offset).unwrap_or(Time::NEVER)
    }
}

fn joined_within_days(sorted: &[(u64, u64)]) -> Vec<(u64, u64)> {
    let mut joined: Vec<(u64, u64)> = Vec::with_capacity(sorted.len());
    for &(from, to) in sorted {
        match joined.last_mut() {
            Some(last) if from <= last.1 && from / DAY == last.0 / DAY => last.1 = last.1.max(to),
            _ => joined.push((from, to)),
        }
    }
    joined
}
