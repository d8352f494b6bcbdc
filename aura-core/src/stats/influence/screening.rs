//! Screening by elementary effects: one input moves at a time, along random ways through a grid.

use super::{MOST_POINTS, check_values};
use crate::error::{Error, ErrorCode, Result};
use crate::limits::Limits;
use crate::random::Stream;

/// A screening: trajectories through a grid of the unit cube (Morris 1991, Factorial sampling plans for preliminary
/// computational experiments).
///
/// Each trajectory begins at a random place of the grid and moves every input once, in random order, by
/// `levels / (2 (levels - 1))`, up or down, whichever stays inside.
///
/// # Example
/// ```
/// use aura_core::random::{Seed, Streams};
/// use aura_core::stats::influence::Screening;
/// let screening = Screening::default();
/// let points = screening.points(3, &mut Streams::new(Seed(1)).stream(0, 0, 0))?;
/// let values: Vec<f64> = points.iter().map(|point| 2.0 * point[0] - 5.0 * point[1]).collect();
/// let effects = screening.effects(&points, &values)?;
/// assert!((effects[0].mean - 2.0).abs() < 1e-9 && (effects[1].mean_absolute - 5.0).abs() < 1e-9);
/// assert_eq!(effects[2].mean_absolute, 0.0);
/// # Ok::<(), aura_core::Error>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Screening {
    /// How many trajectories; each takes one evaluation more than there are inputs. Default 8.
    pub trajectories: u32,
    /// Levels of the grid, an even number from 4 on; default 4.
    pub levels: u32,
}

impl Default for Screening {
    fn default() -> Self {
        Screening { trajectories: 8, levels: 4 }
    }
}

/// What the trajectories say of one input. Effects are per length 1 of the unit cube: over the whole range.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct ElementaryEffect {
    /// The mean effect, with its sign.
    pub mean: f64,
    /// The mean size of the effect, without sign: what inputs are ranked by (Campolongo et al. 2007).
    pub mean_absolute: f64,
    /// How much the effect differs from place to place: large where inputs work together, or not in a straight line.
    pub deviation: f64,
}

impl Screening {
    /// The points to evaluate, trajectory by trajectory.
    ///
    /// # Errors
    /// `invalid_number` for no inputs, no trajectories or an odd or small number of levels; `limit_size`.
    pub fn points(&self, inputs: usize, stream: &mut Stream) -> Result<Vec<Vec<f64>>> {
        self.check(inputs)?;
        let mut points = Vec::new();
        for _ in 0..self.trajectories {
            let mut here: Vec<f64> = (0..inputs).map(|_| self.start(stream)).collect();
            let mut order: Vec<usize> = (0..inputs).collect();
            shuffle(&mut order, stream);
            points.push(here.clone());
            for input in order {
                if let Some(place) = here.get_mut(input) {
                    // Below the middle there is only room above, and the other way round.
                    *place += if *place < 0.5 { self.step() } else { -self.step() };
                }
                points.push(here.clone());
            }
        }
        Ok(points)
    }

    /// What the values at these points say of each input.
    ///
    /// # Errors
    /// `invalid_data` where the values do not fit the points or are not finite, or the points are no trajectories.
    pub fn effects(&self, points: &[Vec<f64>], values: &[f64]) -> Result<Vec<ElementaryEffect>> {
        check_values(values, points.len())?;
        let inputs = points.first().map_or(0, Vec::len);
        self.check(inputs)?;
        let mut seen: Vec<Vec<f64>> = vec![Vec::new(); inputs];
        let pairs = points.iter().zip(values).zip(points.iter().zip(values).skip(1));
        for (place, ((from, before), (to, after))) in pairs.enumerate() {
            if place % (inputs + 1) == inputs {
                continue; // From the end of one trajectory to the start of the next.
            }
            let moved = from.iter().zip(to).position(|(from, to)| from != to);
            let moved = moved.and_then(|input| {
                let step = to.get(input)? - from.get(input)?;
                Some((seen.get_mut(input)?, step))
            });
            let Some((effects, step)) = moved else {
                return Err(super::invalid_data("the points are no trajectories: nothing moved between two"));
            };
            effects.push((after - before) / step);
        }
        Ok(seen.iter().map(|effects| summary(effects)).collect())
    }

    fn step(&self) -> f64 {
        f64::from(self.levels) / (2.0 * f64::from(self.levels - 1))
    }

    fn start(&self, stream: &mut Stream) -> f64 {
        stream.next_below(u64::from(self.levels)) as f64 / f64::from(self.levels - 1)
    }

    fn check(&self, inputs: usize) -> Result<()> {
        if inputs == 0 || self.trajectories == 0 || self.levels < 4 || !self.levels.is_multiple_of(2) {
            return Err(Error::new(
                ErrorCode::InvalidNumber,
                "a screening needs an input, a trajectory and an even number of levels from 4 on",
            ));
        }
        let points = (inputs as u64 + 1).saturating_mul(u64::from(self.trajectories));
        Limits::check_count("points", usize::try_from(points).unwrap_or(usize::MAX), MOST_POINTS)
    }
}

fn summary(effects: &[f64]) -> ElementaryEffect {
    let count = effects.len() as f64;
    let mean = effects.iter().sum::<f64>() / count.max(1.0);
    let mean_absolute = effects.iter().map(|effect| effect.abs()).sum::<f64>() / count.max(1.0);
    let squares: f64 = effects.iter().map(|effect| (effect - mean) * (effect - mean)).sum();
    ElementaryEffect { mean, mean_absolute, deviation: (squares / (count - 1.0).max(1.0)).sqrt() }
}

/// Fisher and Yates: every order is as likely.
fn shuffle(order: &mut [usize], stream: &mut Stream) {
    for last in (1..order.len()).rev() {
        let other = usize::try_from(stream.next_below(last as u64 + 1)).unwrap_or(0);
        order.swap(last, other);
    }
}
