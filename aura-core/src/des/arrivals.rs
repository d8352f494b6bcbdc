//! When cases come.

use serde::{Deserialize, Serialize};

use super::calendar::Calendar;
use super::sample::Distribution;
use super::time::{Span, Time};
use crate::error::{Error, ErrorCode, Result};
use crate::random::Stream;

const HOUR: u64 = 3_600_000_000;
const HOURS_PER_WEEK: usize = 168;

/// Rates of arrival for each hour of the week.
#[derive(Debug, Clone, PartialEq)]
pub struct WeeklyRates {
    /// Cases per hour, from Monday 00:00 to Sunday 24:00.
    per_hour: [f64; HOURS_PER_WEEK],
    per_week: f64,
    /// From the Monday 00:00 on or before the start to the start of the run.
    offset: u64,
}

impl WeeklyRates {
    /// Takes the cases per hour for each hour of the week, and how far into the week the run starts.
    ///
    /// # Errors
    /// `invalid_number` unless all rates are finite, none negative and one positive.
    pub fn new(per_hour: [f64; HOURS_PER_WEEK], start_in_week: Span) -> Result<Self> {
        let per_week: f64 = per_hour.iter().sum();
        if !(per_hour.iter().all(|rate| *rate >= 0.0) && per_week.is_finite() && per_week > 0.0) {
            return Err(Error::new(
                ErrorCode::InvalidNumber,
                "arrival rates must not be negative, and at least one must be positive",
            ));
        }
        Ok(WeeklyRates {
            per_hour,
            per_week,
            offset: start_in_week.micros() % (HOURS_PER_WEEK as u64 * HOUR),
        })
    }

    /// The moment at which `amount` more cases than at `from` are expected to have come.
    fn after(&self, from: Time, amount: f64) -> Time {
        let mut local = from.micros() + self.offset;
        let weeks = (amount / self.per_week).floor();
        if weeks > 50_000.0 {
            return Time::NEVER;
        }
        let mut rest = amount - weeks * self.per_week;
        local += weeks as u64 * HOURS_PER_WEEK as u64 * HOUR;
        // Less than one week's cases are left, so one week and the rest of an hour suffice; rounding may ask
        // for a little more.
        for _ in 0..2 * HOURS_PER_WEEK {
            let hour = local / HOUR;
            let rate = self.per_hour.get(hour as usize % HOURS_PER_WEEK).copied().unwrap_or(0.0);
            let left = (hour + 1) * HOUR - local;
            let expected = rate * left as f64 / HOUR as f64;
            if expected > rest {
                let step = ((rest / rate * HOUR as f64) as u64).min(left);
                return Time::from_micros(local + step - self.offset).unwrap_or(Time::NEVER);
            }
            rest -= expected;
            local += left;
        }
        Time::NEVER
    }
}

/// A process of arrivals. Times never go back; each arrival takes one number from the process's own stream.
///
/// # Example
/// ```
/// use aura_core::des::{Arrivals, Span, Time};
/// use aura_core::random::{Seed, Streams};
/// let stream = Streams::new(Seed(1)).stream(0, 0, 0);
/// let mut arrivals = Arrivals::fixed(Time::ZERO, Span::from_ms(5), stream);
/// assert_eq!((arrivals.next_arrival(), arrivals.next_arrival()), (Time::ZERO, Time::from_ms(5)?));
/// # Ok::<(), aura_core::Error>(())
/// ```
#[derive(Debug, Clone)]
pub struct Arrivals {
    process: Process,
    calendar: Option<Calendar>,
    /// Whether the clock goes on while it is closed, and arrivals move to the next opening.
    moves: bool,
    /// Whether the first case is still to come at the start.
    at_start: bool,
    stream: Stream,
    last: Time,
}

/// How far a process of arrivals is.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct ArrivalPosition {
    at_start: bool,
    stream: Stream,
    last: Time,
    /// Of processes that count: the next time, or the next place in the list.
    next: u64,
}

#[derive(Debug, Clone)]
enum Process {
    Fixed { next: Time, interval: Span },
    Renewal { interval_ms: Distribution },
    Weekly(Box<WeeklyRates>),
    Given { times: Vec<Time>, next: usize },
}

impl Arrivals {
    /// One case at `first` and then one after each interval.
    pub fn fixed(first: Time, interval: Span, stream: Stream) -> Self {
        Arrivals::new(Process::Fixed { next: first, interval }, stream)
    }

    /// Independent intervals, in milliseconds, from the start on. An exponential distribution makes this a
    /// Poisson process.
    pub fn renewal(interval_ms: Distribution, stream: Stream) -> Self {
        Arrivals::new(Process::Renewal { interval_ms }, stream)
    }

    /// A Poisson process whose rate follows the hour of the week.
    ///
    /// Made by inverting the expected number of arrivals (Çinlar 1975, section 4.7) and not by thinning: the
    /// rates are constant within an hour, so the inverse is exact, and one number per arrival keeps two
    /// variants in step.
    pub fn weekly(rates: WeeklyRates, stream: Stream) -> Self {
        Arrivals::new(Process::Weekly(Box::new(rates)), stream)
    }

    /// The given times.
    ///
    /// # Errors
    /// `invalid_data` unless they are in ascending order.
    pub fn given(times: Vec<Time>, stream: Stream) -> Result<Self> {
        if !times.is_sorted() {
            return Err(Error::new(ErrorCode::InvalidData, "arrival times are not in ascending order"));
        }
        Ok(Arrivals::new(Process::Given { times, next: 0 }, stream))
    }

    /// Nobody ever comes.
    pub fn nothing(stream: Stream) -> Self {
        Arrivals::new(Process::Given { times: Vec::new(), next: 0 }, stream)
    }

    /// The same process on a clock that stands still while the calendar is closed.
    #[must_use]
    pub fn during(mut self, calendar: Calendar) -> Self {
        self.calendar = Some(calendar);
        self
    }

    /// The same process, with what comes while the calendar is closed moved to its next opening.
    #[must_use]
    pub fn moved_into(mut self, calendar: Calendar) -> Self {
        self.calendar = Some(calendar);
        self.moves = true;
        self
    }

    /// The same process with one case more at the start, or at the first opening.
    #[must_use]
    pub fn from_start(mut self) -> Self {
        self.at_start = true;
        self
    }

    /// The time of the next arrival; [`Time::NEVER`] where no more comes.
    #[inline]
    pub fn next_arrival(&mut self) -> Time {
        if std::mem::take(&mut self.at_start) {
            self.last = self.last_after(Span::ZERO);
            return self.last;
        }
        let next = match &mut self.process {
            Process::Fixed { next, interval } => {
                let gap = next.since(self.last);
                *next = next.after(*interval);
                self.last_after(gap)
            }
            Process::Renewal { interval_ms } => {
                let gap = interval_ms.sample_ms(&mut self.stream);
                self.last_after(gap)
            }
            Process::Weekly(rates) => rates.after(self.last, -libm::log(self.stream.next_open_unit())),
            Process::Given { times, next } => {
                let time = times.get(*next).copied().unwrap_or(Time::NEVER);
                *next += 1;
                // Of another list from some point on, what is past comes at once.
                time.max(self.last)
            }
        };
        self.last = next;
        next
    }

    /// How far it is, so that [`Arrivals::at`] can go on from there.
    pub fn position(&self) -> ArrivalPosition {
        let next = match &self.process {
            Process::Fixed { next, .. } => next.micros(),
            Process::Given { next, .. } => *next as u64,
            Process::Renewal { .. } | Process::Weekly(_) => 0,
        };
        ArrivalPosition { at_start: self.at_start, stream: self.stream.clone(), last: self.last, next }
    }

    /// The same process from a position on.
    #[must_use]
    pub fn at(mut self, position: ArrivalPosition) -> Self {
        match &mut self.process {
            Process::Fixed { next, .. } => *next = Time::from_micros(position.next).unwrap_or(Time::NEVER),
            Process::Given { next, .. } => *next = usize::try_from(position.next).unwrap_or(usize::MAX),
            Process::Renewal { .. } | Process::Weekly(_) => {}
        }
        Arrivals { at_start: position.at_start, stream: position.stream, last: position.last, ..self }
    }

    fn new(process: Process, stream: Stream) -> Self {
        Arrivals { process, calendar: None, moves: false, at_start: false, stream, last: Time::ZERO }
    }

    #[inline]
    fn last_after(&self, gap: Span) -> Time {
        match &self.calendar {
            Some(calendar) if self.moves => calendar.next_open(self.last.after(gap)),
            Some(calendar) => calendar.finish(calendar.next_open(self.last), gap),
            None => self.last.after(gap),
        }
    }
}
