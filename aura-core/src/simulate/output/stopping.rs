//! When to stop adding replications.

use super::replications::Estimate;

/// Replications are added until the interval is narrow enough or the budget is spent, whichever is first.
///
/// Looking at the interval after each replication makes it cover a little less often than it says (Chow and Robbins
/// 1965 show that this vanishes for narrow intervals); `least` keeps the first look from being a guess.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct StoppingRule {
    /// Half the width of the interval as a share of the value.
    pub relative_half_width: f64,
    /// Replications before the first look.
    pub least: u32,
    /// Replications at most.
    pub most: u32,
}

/// What a rule says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Progress {
    /// The interval is narrow enough.
    NarrowEnough,
    /// The budget is spent, and the interval is still wider.
    BudgetSpent,
    /// So many more replications are likely to suffice, at least one.
    More(u32),
}

impl StoppingRule {
    /// Looks at the estimate after so many replications.
    ///
    /// # Example
    /// ```
    /// use aura_core::simulate::output::{Estimate, Progress, StoppingRule};
    /// let rule = StoppingRule { relative_half_width: 0.05, least: 5, most: 100 };
    /// let estimate = Estimate::of_mean(&[9.0, 11.0, 10.0, 12.0, 8.0], 0.95)?;
    /// // ± 1.963 instead of ± 0.5 takes 3.926² times as many: 78 in all.
    /// assert_eq!(rule.look(&estimate, 5), Progress::More(73));
    /// # Ok::<(), aura_core::Error>(())
    /// ```
    pub fn look(&self, estimate: &Estimate, done: u32) -> Progress {
        let wanted = self.relative_half_width * estimate.value.abs();
        let half = estimate.half_width();
        if done >= self.least && half <= wanted {
            return Progress::NarrowEnough;
        }
        if done >= self.most {
            return Progress::BudgetSpent;
        }
        let factor = if wanted > 0.0 { (half / wanted) * (half / wanted) } else { f64::INFINITY };
        // The cast stops at the largest number where the factor is infinite.
        let needed = ((f64::from(done) * factor).ceil() as u32).max(self.least).min(self.most);
        Progress::More(needed.saturating_sub(done).max(1))
    }
}
