//! Calendars against a plain model that looks at every minute, and arrivals on them.

use proptest::prelude::*;

use crate::des::{Arrivals, Calendar, Distribution, Span, Time, WeeklyHours, WeeklyRates};
use crate::random::{Seed, Streams};

const HOUR_MS: u64 = 3_600_000;
/// Wednesday 1 January 2025, 00:00 UTC.
const NEW_YEAR_MS: i64 = 1_735_689_600_000;
const NEW_YEAR_DAY: i32 = 20_089;

fn hour(hours: u64) -> Time {
    Time::from_ms(hours * HOUR_MS).unwrap()
}

fn office(holidays: &[i32], utc_offset_minutes: i32) -> Calendar {
    let hours: Vec<_> =
        (0..5).map(|day| WeeklyHours { day, from_minute: 9 * 60, to_minute: 17 * 60 }).collect();
    Calendar::new(&hours, holidays, NEW_YEAR_MS, utc_offset_minutes).unwrap()
}

#[test]
fn an_office_week() {
    let office_hours = office(&[], 0);
    for (from, open, until) in
        [(0, false, 9), (9, true, 17), (16, true, 17), (17, false, 33), (48 + 17, false, 129)]
    {
        let opening = office_hours.opening(hour(from));
        assert_eq!((opening.open, opening.until), (open, hour(until)), "{from} hours");
    }
    assert_eq!(office_hours.finish(Time::ZERO, Span::ZERO), Time::ZERO);
    assert_eq!(office_hours.finish(hour(10), Span::from_ms(7 * HOUR_MS)), hour(17));
    assert_eq!(office_hours.finish(hour(10), Span::from_ms(8 * HOUR_MS)), hour(34));
    // 52 weeks of 40 hours end where the year of weeks ends.
    assert_eq!(office_hours.finish(hour(9), Span::from_ms(52 * 40 * HOUR_MS)), hour(52 * 168 - 24 + 17));
    assert_eq!(office_hours.open_between(Time::ZERO, hour(52 * 168)), Span::from_ms(52 * 40 * HOUR_MS));
}

#[test]
fn holidays_and_offsets() {
    // New Year is a holiday, and two hours east of Greenwich it is nine at seven.
    let office_hours = office(&[NEW_YEAR_DAY], 120);
    assert_eq!(office_hours.next_open(Time::ZERO), hour(24 + 7));
    // A year of holidays leaves nothing to do in that year.
    let year: Vec<i32> = (0..365).map(|day| NEW_YEAR_DAY + day).collect();
    assert_eq!(office(&year, 0).next_open(Time::ZERO), hour(365 * 24 + 9));
    // No hours at all never open, and work that takes longer than time is never done.
    let closed = Calendar::new(&[], &[], NEW_YEAR_MS, 0).unwrap();
    assert!(closed.next_open(Time::ZERO).is_never());
    assert!(closed.finish(Time::ZERO, Span::from_ms(1)).is_never());
    assert!(!closed.opening(Time::ZERO).open);
    assert!(office(&[], 0).finish(Time::ZERO, Span::MAX).is_never());
}

#[test]
fn round_the_clock() {
    let always = Calendar::always();
    assert!(always.opening(hour(7)).open && always.opening(hour(7)).until.is_never());
    assert_eq!(always.finish(hour(7), Span::from_ms(HOUR_MS)), hour(8));
    let all: Vec<_> = (0..7).map(|day| WeeklyHours { day, from_minute: 0, to_minute: 1440 }).collect();
    let but_one = Calendar::new(&all, &[NEW_YEAR_DAY + 3], NEW_YEAR_MS, 0).unwrap();
    assert_eq!(but_one.opening(Time::ZERO).until, hour(72));
    assert_eq!(but_one.finish(Time::ZERO, Span::from_ms(80 * HOUR_MS)), hour(104));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn a_calendar_agrees_with_looking_at_every_minute(
        hours in proptest::collection::vec((0_u8..7, 0_u16..1440, 1_u16..600), 0..8),
        holidays in proptest::collection::btree_set(0_i32..20, 0..6),
        offset in -720_i32..720,
        start in 0_usize..10_000,
        work in 0_usize..3_000,
    ) {
        let hours: Vec<_> = hours
            .into_iter()
            .map(|(day, from, length)| WeeklyHours { day, from_minute: from, to_minute: (from + length).min(1440) })
            .collect();
        let holidays: Vec<_> = holidays.into_iter().map(|day| NEW_YEAR_DAY + day).collect();
        let calendar = Calendar::new(&hours, &holidays, NEW_YEAR_MS, offset).unwrap();
        let open = |minute: usize| {
            let local = minute as i64 + i64::from(offset) + i64::from(NEW_YEAR_DAY) * 1440;
            let (day, of_day) = (local.div_euclid(1440), local.rem_euclid(1440) as u16);
            let weekday = (day + 3).rem_euclid(7) as u8;
            !holidays.contains(&(day as i32))
                && hours.iter().any(|h| h.day == weekday && h.from_minute <= of_day && of_day < h.to_minute)
        };
        let at = |minute: usize| Time::from_ms(minute as u64 * 60_000).unwrap();
        let horizon = 40_000;
        let minutes: Vec<bool> = (0..horizon).map(open).collect();

        let opening = calendar.opening(at(start));
        prop_assert_eq!(opening.open, minutes[start]);
        if let Some(change) = (start..horizon).find(|&minute| minutes[minute] != minutes[start]) {
            prop_assert_eq!(opening.until, at(change));
        }
        if let Some(next) = (start..horizon).find(|&minute| minutes[minute]) {
            prop_assert_eq!(calendar.next_open(at(start)), at(next));
        }
        let mut left = work;
        let mut minute = start;
        while left > 0 && minute < horizon {
            left -= usize::from(minutes[minute]);
            minute += 1;
        }
        if left == 0 {
            prop_assert_eq!(calendar.finish(at(start), Span::from_ms(work as u64 * 60_000)), at(minute));
        }
        let counted = (start..start + work).filter(|&minute| minutes[minute]).count();
        prop_assert_eq!(
            calendar.open_between(at(start), at(start + work)),
            Span::from_ms(counted as u64 * 60_000)
        );
    }
}

#[test]
fn arrivals_follow_the_rates_of_the_week() {
    // Ten an hour on Wednesdays from ten to noon, one an hour in the night to Thursday.
    let mut rates = [0.0; 168];
    rates[2 * 24 + 10] = 10.0;
    rates[2 * 24 + 11] = 10.0;
    rates[3 * 24] = 1.0;
    let rates = WeeklyRates::new(rates, Span::from_ms(2 * 24 * HOUR_MS)).unwrap();
    let mut arrivals = Arrivals::weekly(rates, Streams::new(Seed(5)).stream(0, 0, 0));
    let weeks = 2_000;
    let (mut day, mut night, mut last) = (0_i32, 0_i32, Time::ZERO);
    loop {
        let time = arrivals.next_arrival();
        assert!(time >= last);
        last = time;
        let hours = time.ms() / HOUR_MS;
        if hours >= weeks * 168 {
            break;
        }
        match hours % 168 {
            10 | 11 => day += 1,
            24 => night += 1,
            other => panic!("somebody came in hour {other}"),
        }
    }
    // Poisson counts: within five standard deviations of the expected number.
    assert!((day - 40_000).abs() <= 1_000, "{day}");
    assert!((night - 2_000).abs() <= 224, "{night}");
}

#[test]
fn arrivals_during_hours_only() {
    let streams = Streams::new(Seed(1));
    let gap = Distribution::fixed(3.0 * HOUR_MS as f64).unwrap();
    let mut arrivals = Arrivals::renewal(gap, streams.stream(0, 0, 0)).during(office(&[], 0));
    let hours: Vec<u64> = (0..4).map(|_| arrivals.next_arrival().ms() / HOUR_MS).collect();
    assert_eq!(hours, [12, 15, 34, 37]);
}
