//! Randomness by name: every draw is addressed by (seed, case, step, purpose), never by what was drawn before.
//!
//! A [`Seed`] derives further seeds by label. A [`Stream`] is one ChaCha8 stream (Bernstein 2008, eight
//! rounds) whose key comes from the seed and whose stream number comes from case, step and purpose. So two
//! variants of a plan meet the same people, and a change elsewhere in a plan moves no draw.

use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::{Rng, SeedableRng};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// The root of all randomness of a run. Any value below 2^53 is legal, so that every language can hold it.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema, Default,
)]
#[serde(transparent)]
pub struct Seed(pub u64);

impl Seed {
    /// A seed for one purpose, independent of the seeds of all other labels.
    ///
    /// # Example
    /// ```
    /// use aura_core::random::Seed;
    /// assert_eq!(Seed(7).derive("people"), Seed(7).derive("people"));
    /// assert_ne!(Seed(7).derive("people"), Seed(7).derive("services"));
    /// ```
    #[must_use]
    pub fn derive(self, label: &str) -> Seed {
        let mut hasher = blake3::Hasher::new_derive_key("aura seed by label 1");
        hasher.update(&self.0.to_le_bytes());
        hasher.update(label.as_bytes());
        let mut bytes = [0_u8; 8];
        hasher.finalize_xof().fill(&mut bytes);
        Seed(u64::from_le_bytes(bytes) >> 11)
    }

    fn key(self) -> [u8; 32] {
        blake3::derive_key("aura stream key 1", &self.0.to_le_bytes())
    }
}

/// Makes the streams of one seed. Cheap to clone; making a stream costs no hashing.
#[derive(Debug, Clone)]
pub struct Streams {
    base: ChaCha8Rng,
}

impl Streams {
    /// All streams of a seed.
    pub fn new(seed: Seed) -> Self {
        Streams { base: ChaCha8Rng::from_seed(seed.key()) }
    }

    /// The stream of one purpose at one step of one case.
    ///
    /// `step` and `purpose` are mixed into the stream number together with the case, so streams of different
    /// addresses do not overlap in any practical length.
    pub fn stream(&self, case: u64, step: u32, purpose: u32) -> Stream {
        let mut generator = self.base.clone();
        generator.set_stream(mix(case, (u64::from(step) << 32) | u64::from(purpose)));
        Stream { generator }
    }
}

/// One reproducible stream of random numbers.
#[derive(Debug, Clone)]
pub struct Stream {
    generator: ChaCha8Rng,
}

impl Stream {
    /// 64 random bits.
    pub fn next_u64(&mut self) -> u64 {
        self.generator.next_u64()
    }

    /// A number in the half-open interval from 0 to 1, with 53 random bits.
    pub fn next_unit(&mut self) -> f64 {
        (self.next_u64() >> 11) as f64 * (1.0 / 9_007_199_254_740_992.0)
    }

    /// A number strictly between 0 and 1, safe to take a logarithm of.
    pub fn next_open_unit(&mut self) -> f64 {
        ((self.next_u64() >> 12) as f64 + 0.5) * (1.0 / 4_503_599_627_370_496.0)
    }

    /// A whole number below `bound` (0 where the bound is 0), without bias (Lemire 2019).
    pub fn next_below(&mut self, bound: u64) -> u64 {
        if bound == 0 {
            return 0;
        }
        let threshold = bound.wrapping_neg() % bound;
        loop {
            let product = u128::from(self.next_u64()) * u128::from(bound);
            if (product as u64) >= threshold {
                return (product >> 64) as u64;
            }
        }
    }
}

/// Mixes two words into one stream number (the finaliser of SplitMix64, Steele et al. 2014, twice).
fn mix(first: u64, second: u64) -> u64 {
    finalise(finalise(first.wrapping_add(0x9e37_79b9_7f4a_7c15)) ^ second)
}

fn finalise(mut word: u64) -> u64 {
    word = (word ^ (word >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    word = (word ^ (word >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    word ^ (word >> 31)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_stream_is_the_same_whenever_it_is_made() {
        let streams = Streams::new(Seed(42));
        let first = streams.stream(3, 1, 0).next_u64();
        let _ = streams.stream(4, 1, 0).next_u64();
        assert_eq!(first, Streams::new(Seed(42)).stream(3, 1, 0).next_u64());
        assert_ne!(first, streams.stream(3, 1, 1).next_u64());
    }

    #[test]
    fn units_stay_in_range_and_have_the_right_mean() {
        let mut stream = Streams::new(Seed(1)).stream(0, 0, 0);
        let mut sum = 0.0;
        for _ in 0..100_000 {
            let unit = stream.next_open_unit();
            assert!(unit > 0.0 && unit < 1.0);
            sum += unit;
        }
        assert!((sum / 100_000.0 - 0.5).abs() < 0.005);
    }

    #[test]
    fn below_reaches_every_value() {
        let mut stream = Streams::new(Seed(1)).stream(0, 0, 0);
        let mut seen = [false; 7];
        for _ in 0..1_000 {
            seen[stream.next_below(7) as usize] = true;
        }
        assert_eq!(seen, [true; 7]);
    }
}
