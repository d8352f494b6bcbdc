//! Sums over the window of one replication.

use aura_core::des::network::{Happened, Happening, Network};
use aura_core::des::{PoolUse, Span, Time};

use super::models::{Model, UNIT_MS};

/// Sources and pools that have places of their own.
pub(super) const MOST: usize = 8;
const PER_SOURCE: usize = 4;
const PER_POOL: usize = 4;

/// One replication: its sums in a fixed order, and the waits for the first pool.
pub(super) struct Sums {
    pub row: Vec<f64>,
    pub waits: Vec<f64>,
}

/// Places of the sums.
impl Sums {
    pub(super) const TIME: usize = 0;
    pub(super) const ARRIVED: usize = 1;
    pub(super) const FINISHED: usize = 2;
    pub(super) const REFUSED: usize = 3;
    pub(super) const GAVE_UP: usize = 4;
    pub(super) const SOJOURN: usize = 5;
    pub(super) const PRESENT: usize = 6;
    pub(super) const PRESENT_SQUARED: usize = 7;
    pub(super) const WAITED: usize = 8;
    pub(super) const MARKS: usize = 9;
    const FIRST_SOURCE: usize = 10;
    const FIRST_POOL: usize = Self::FIRST_SOURCE + MOST * PER_SOURCE;
    const LENGTH: usize = Self::FIRST_POOL + MOST * PER_POOL;

    pub(super) fn source_starts(source: usize) -> usize {
        Self::FIRST_SOURCE + source * PER_SOURCE
    }

    pub(super) fn source_wait(source: usize) -> usize {
        Self::source_starts(source) + 1
    }

    pub(super) fn source_finished(source: usize) -> usize {
        Self::source_starts(source) + 2
    }

    pub(super) fn source_sojourn(source: usize) -> usize {
        Self::source_starts(source) + 3
    }

    pub(super) fn busy(pool: usize) -> usize {
        Self::FIRST_POOL + pool * PER_POOL
    }

    pub(super) fn waiting(pool: usize) -> usize {
        Self::busy(pool) + 1
    }

    pub(super) fn starts(pool: usize) -> usize {
        Self::busy(pool) + 2
    }

    pub(super) fn wait(pool: usize) -> usize {
        Self::busy(pool) + 3
    }

    /// Runs a network over its warm-up and its window.
    ///
    /// Everything is counted when it happens within the window. Over a window of a process in its steady state the
    /// mean of such a count, and of such a sum, is the rate times the length exactly, so no ratio has a bias from
    /// cases that were cut at the ends.
    pub(super) fn of(model: &Model, network: &mut Network) -> Result<Sums, String> {
        let unit = |count: f64| Span::from_fractional_ms(count * UNIT_MS);
        let from = Time::ZERO.after(unit(model.warm_up));
        let until = from.after(unit(model.window));
        let mut meter = Meter {
            sums: Sums { row: vec![0.0; Self::LENGTH], waits: Vec::new() },
            arrivals: Vec::new(),
            present: 0,
            last: from,
            from,
        };
        while network.next_time().is_some_and(|next| next <= from) {
            network.advance().map_err(|error| error.to_string())?;
            network.happened().iter().for_each(|happening| meter.before(happening));
        }
        let before: Vec<PoolUse> = (0..MOST).map(|pool| network.pool_use(pool, from)).collect();
        while network.next_time().is_some_and(|next| next <= until) {
            network.advance().map_err(|error| error.to_string())?;
            let now = network.now();
            meter.pass_to(now.max(from));
            network.happened().iter().for_each(|happening| meter.count(happening));
        }
        meter.pass_to(until);
        let mut sums = meter.sums;
        sums.add(Self::TIME, model.window);
        for (pool, before) in before.into_iter().enumerate() {
            let after = network.pool_use(pool, until);
            sums.add(Self::busy(pool), units((after.busy_micros - before.busy_micros) as f64));
            sums.add(Self::waiting(pool), units((after.waiting_micros - before.waiting_micros) as f64));
        }
        Ok(sums)
    }

    #[inline]
    fn add(&mut self, place: usize, amount: f64) {
        if let Some(sum) = self.row.get_mut(place) {
            *sum += amount;
        }
    }
}

fn units(micros: f64) -> f64 {
    micros / (UNIT_MS * 1_000.0)
}

struct Meter {
    sums: Sums,
    /// When each case came. Closed populations have few, open ones are measured for a while only.
    arrivals: Vec<Time>,
    present: u64,
    last: Time,
    from: Time,
}

impl Meter {
    fn before(&mut self, happening: &Happening) {
        match happening.what {
            Happened::Arrived => {
                self.arrivals.push(happening.time);
                self.present += 1;
            }
            Happened::Left { .. } => self.present -= 1,
            _ => {}
        }
    }

    fn pass_to(&mut self, now: Time) {
        let passed = units(now.since(self.last).micros() as f64);
        if passed > 0.0 {
            let present = self.present as f64;
            self.sums.add(Sums::PRESENT, passed * present);
            self.sums.add(Sums::PRESENT_SQUARED, passed * present * present);
            self.last = now;
        }
    }

    fn count(&mut self, happening: &Happening) {
        let source = happening.source as usize;
        self.before(happening);
        if happening.time <= self.from {
            return;
        }
        match happening.what {
            Happened::Arrived => self.sums.add(Sums::ARRIVED, 1.0),
            Happened::Waits(_) => self.sums.add(Sums::WAITED, 1.0),
            Happened::Refused(_) => self.sums.add(Sums::REFUSED, 1.0),
            Happened::GaveUp => self.sums.add(Sums::GAVE_UP, 1.0),
            Happened::Marked(_) => self.sums.add(Sums::MARKS, 1.0),
            Happened::Started(pool, waited) => {
                let wait = units(waited.micros() as f64);
                self.sums.add(Sums::starts(pool as usize), 1.0);
                self.sums.add(Sums::wait(pool as usize), wait);
                self.sums.add(Sums::source_starts(source), 1.0);
                self.sums.add(Sums::source_wait(source), wait);
                if pool == 0 {
                    self.sums.waits.push(wait);
                }
            }
            Happened::Left { finished: true } => {
                let came =
                    usize::try_from(happening.case).ok().and_then(|case| self.arrivals.get(case)).copied();
                let sojourn = units(happening.time.since(came.unwrap_or(happening.time)).micros() as f64);
                self.sums.add(Sums::FINISHED, 1.0);
                self.sums.add(Sums::SOJOURN, sojourn);
                self.sums.add(Sums::source_finished(source), 1.0);
                self.sums.add(Sums::source_sojourn(source), sojourn);
            }
            _ => {}
        }
    }
}
