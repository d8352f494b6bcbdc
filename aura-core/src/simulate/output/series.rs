//! One long series: where it has forgotten its start, and what its mean is.

use super::replications::Estimate;
use crate::error::{Error, ErrorCode, Result};

/// How many values one point of MSER-5 is the mean of.
const POINT: usize = 5;

/// How many values at the start of a series to leave out, by MSER-5 (White, Cobb and Spratt 2000).
///
/// The series is cut where the squared standard error of what is left is smallest. A cut in the second half says
/// that the series is too short to tell; then `None`.
///
/// # Example
/// ```
/// use aura_core::simulate::output::warm_up;
/// // A queue that fills for 100 values and then swings around 20.
/// let series: Vec<f64> = (0..1_000).map(|n| f64::from(n.min(100)) / 5.0 + f64::from(n % 7)).collect();
/// let cut = warm_up(&series).ok_or("too short")?;
/// assert!((80..=110).contains(&cut), "{cut}");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn warm_up(series: &[f64]) -> Option<usize> {
    let points: Vec<f64> =
        series.chunks_exact(POINT).map(|chunk| chunk.iter().sum::<f64>() / POINT as f64).collect();
    let (mut count, mut mean, mut squares) = (0.0, 0.0, 0.0);
    let mut best: Option<(f64, usize)> = None;
    // From the end, so that each cut needs one step of Welford's sums.
    for (place, point) in points.iter().enumerate().rev() {
        count += 1.0;
        let gap = point - mean;
        mean += gap / count;
        squares += gap * (point - mean);
        let error = squares / (count * count);
        // A handful of points at the end may agree by chance.
        if count >= 5.0 && best.is_none_or(|(least, _)| error <= least) {
            best = Some((error, place));
        }
    }
    let (_, place) = best?;
    (2 * place <= points.len()).then_some(place * POINT)
}

/// The mean of a series without its warm-up, with Student's interval over the means of equal batches (Law 2015,
/// section 9.5.3). Values at the start that do not fill the batches are left out.
///
/// Batches must be much longer than the memory of the series; ten to thirty of them are usual.
///
/// # Errors
/// `invalid_data` for fewer than two batches or fewer values than batches.
pub fn batch_means(series: &[f64], batches: usize, confidence: f64) -> Result<Estimate> {
    let size = series.len().checked_div(batches).unwrap_or(0);
    if batches < 2 || size == 0 {
        return Err(Error::new(ErrorCode::InvalidData, "there are fewer values than batches, or one batch"));
    }
    let used = series.get(series.len() - size * batches..).unwrap_or(series);
    let means: Vec<f64> =
        used.chunks_exact(size).map(|chunk| chunk.iter().sum::<f64>() / size as f64).collect();
    Estimate::of_mean(&means, confidence)
}
