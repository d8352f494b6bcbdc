//! Why a case waited before a step.

use super::super::program::{PoolPlan, Program};
use super::uses::{Use, pools, step};
use crate::des::{Span, Time};
use crate::domain::figures;

/// Waits shorter than this need no reason.
pub(super) const SHORT: Span = Span::from_ms(1_000);
/// Most cases that are named.
const MOST_NAMED: usize = 3;
/// Hours that were closed are told from this share of a wait on.
const CLOSED: f64 = 0.1;

/// What waits of a replication can be explained with.
pub(super) struct Reasons<'r> {
    pub program: &'r Program,
    pub uses: &'r [Use],
    pub first_case: u64,
}

impl Reasons<'_> {
    /// Why a case waited before a step; `again` says that it was tried before.
    pub(super) fn of(&self, wait: &Use, again: Option<&'static str>) -> Option<String> {
        let step = step(self.program, wait.node)?;
        let span = wait.from.since(wait.asked);
        let mut reasons: Vec<String> = again.map(str::to_owned).into_iter().collect();
        if step.batch.is_some() {
            reasons.push("it was done together with others".to_owned());
        }
        if step.waiting.is_some() && again.is_none() {
            reasons.push("it lay there first, as the plan says".to_owned());
        }
        let pools: Vec<(u32, &PoolPlan)> =
            pools(step).filter_map(|pool| Some((pool, self.program.pools.get(pool as usize)?))).collect();
        if let Some(text) = self.closed(&pools, wait.asked, wait.from, span) {
            reasons.push(text);
        }
        if let Some(text) = self.busy(&pools, wait) {
            reasons.push(text);
        }
        (!reasons.is_empty()).then(|| figures::list(&reasons))
    }

    /// How much of a wait lay outside the hours, where that is much.
    fn closed(&self, pools: &[(u32, &PoolPlan)], from: Time, to: Time, span: Span) -> Option<String> {
        let closed = |pool: &PoolPlan| {
            let open = pool.calendar.as_ref().map_or(span, |hours| hours.open_between(from, to));
            span.minus(open)
        };
        let (least, pool) =
            pools.iter().map(|(_, pool)| (closed(pool), *pool)).min_by_key(|(closed, _)| *closed)?;
        let is_much = least.micros() as f64 >= CLOSED * span.micros() as f64 && least >= SHORT;
        is_much.then(|| {
            let how_long = figures::duration(least.fractional_ms());
            if least == span {
                format!("“{}” was closed", pool.title)
            } else {
                format!("“{}” was closed for {how_long} of it", pool.title)
            }
        })
    }

    /// Who was being served when the wait began, or when it opened after that, and who stood before.
    fn busy(&self, pools: &[(u32, &PoolPlan)], wait: &Use) -> Option<String> {
        let is_here = |other: &Use| {
            step(self.program, other.node).is_some_and(|step| {
                self::pools(step).any(|pool| pools.iter().any(|(number, _)| *number == pool))
            })
        };
        let opened = pools.iter().filter_map(|(_, pool)| pool.calendar.as_ref());
        let at = opened.map(|hours| hours.next_open(wait.asked)).min().unwrap_or(wait.asked);
        let others = || self.uses.iter().filter(|other| other.case != wait.case && is_here(other));
        let mut served: Vec<u64> =
            others().filter(|other| other.from <= at && at < other.to).map(|other| other.case).collect();
        served.sort_unstable();
        served.dedup();
        let before = others()
            .filter(|other| other.asked <= wait.asked && other.from > at && other.from <= wait.from)
            .count() as u64;
        let servers: u64 = pools.iter().map(|(_, pool)| u64::from(pool.capacity)).sum();
        if pools.is_empty() || at >= wait.from || (served.len() as u64) < servers && before == 0 {
            return None;
        }
        let titles: Vec<String> = pools.iter().map(|(_, pool)| format!("“{}”", pool.title)).collect();
        let who = match (servers, served.len()) {
            (_, 0) => String::new(),
            (1, _) => format!("{} was busy with {}", figures::list(&titles), self.cases(&served)),
            (all, _) => {
                format!("all {all} of {} were busy with {}", figures::list(&titles), self.cases(&served))
            }
        };
        let queue = match before {
            0 => String::new(),
            1 => "one other was before it".to_owned(),
            many => format!("{} others were before it", figures::count(many)),
        };
        let parts: Vec<String> = [who, queue].into_iter().filter(|part| !part.is_empty()).collect();
        Some(parts.join(", and "))
    }

    fn cases(&self, cases: &[u64]) -> String {
        let mut named: Vec<String> =
            cases.iter().take(MOST_NAMED).map(|case| figures::count(self.first_case + case)).collect();
        if cases.len() > MOST_NAMED {
            named.push(figures::counted((cases.len() - MOST_NAMED) as u64, "other"));
        }
        format!("{} {}", if cases.len() == 1 { "case" } else { "cases" }, figures::list(&named))
    }
}
