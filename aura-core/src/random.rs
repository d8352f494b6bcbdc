//! Randomness by name: every draw is addressed by (seed, case, step, purpose), never by what was drawn before.
//!
//! A [`Seed`] derives further seeds by label. A [`Stream`] is one ChaCha8 stream (Bernstein 2008, eight
//! rounds) whose key comes from the seed and whose stream number comes from case, step and purpose. So two
//! variants of a plan meet the same people, and a change elsewhere in a plan moves no draw. [`Visit`] is the
//! fast way to the streams of one visit of a case to a step: one block of the cipher holds the first number
//! of eight purposes.

mod chacha;

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
    key: [u32; 8],
}

impl Streams {
    /// All streams of a seed.
    pub fn new(seed: Seed) -> Self {
        let bytes = seed.key();
        let mut key = [0; 8];
        for (word, part) in key.iter_mut().zip(bytes.as_chunks::<4>().0) {
            *word = u32::from_le_bytes(*part);
        }
        Streams { key }
    }

    /// The stream of one purpose at one step of one case.
    ///
    /// `step` and `purpose` are mixed into the stream number together with the case, so streams of different
    /// addresses do not overlap in any practical length.
    #[inline]
    pub fn stream(&self, case: u64, step: u32, purpose: u32) -> Stream {
        let nonce = mix(case, (u64::from(step) << 32) | u64::from(purpose));
        Stream { key: self.key, nonce, counter: 0, block: [0; 8], next: 8 }
    }

    /// The streams of visit number `visit` (from 0, below 2^24) of one case to one step.
    ///
    /// The purposes of a visit are numbers below 255. They are other streams than those of
    /// [`Streams::stream`] at the same address, except by chance.
    #[inline]
    pub fn visit(&self, case: u64, step: u32, visit: u32) -> Visit<'_> {
        let address = (u64::from(step) << 32) | u64::from(visit << 8);
        Visit {
            key: &self.key,
            case,
            address,
            first: chacha::block(&self.key, 0, mix(!case, address | 0xff)),
        }
    }
}

/// The streams of one visit of a case to a step, eight of which start from one shared block.
///
/// # Example
/// ```
/// use aura_core::random::{Seed, Streams};
/// let streams = Streams::new(Seed(7));
/// let visit = streams.visit(12, 3, 0);
/// let waiting = visit.stream(0).next_unit();
/// // Another purpose draws something else, and asking again gives the same number.
/// assert_ne!(waiting, visit.stream(1).next_unit());
/// assert_eq!(waiting, streams.visit(12, 3, 0).stream(0).next_unit());
/// ```
#[derive(Debug, Clone)]
pub struct Visit<'a> {
    key: &'a [u32; 8],
    case: u64,
    address: u64,
    first: [u64; 8],
}

impl Visit<'_> {
    /// The stream of one purpose (below 255) of this visit. Purposes below 8 are the fast ones.
    #[inline]
    pub fn stream(&self, purpose: u8) -> Stream {
        let nonce = mix(!self.case, self.address | u64::from(purpose));
        match self.first.get(usize::from(purpose)) {
            Some(&word) => {
                Stream { key: *self.key, nonce, counter: 0, block: [0, 0, 0, 0, 0, 0, 0, word], next: 7 }
            }
            None => Stream { key: *self.key, nonce, counter: 0, block: [0; 8], next: 8 },
        }
    }

    /// The first number of one purpose, strictly between 0 and 1; safe to take a logarithm of.
    #[inline]
    pub fn open_unit(&self, purpose: u8) -> f64 {
        match self.first.get(usize::from(purpose)) {
            Some(&word) => open_unit(word),
            None => self.stream(purpose).next_open_unit(),
        }
    }

    /// The first number of one purpose, from 0 to below 1.
    #[inline]
    pub fn unit(&self, purpose: u8) -> f64 {
        match self.first.get(usize::from(purpose)) {
            Some(&word) => unit(word),
            None => self.stream(purpose).next_unit(),
        }
    }
}

/// One reproducible stream of random numbers.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Stream {
    key: [u32; 8],
    nonce: u64,
    counter: u64,
    block: [u64; 8],
    next: u32,
}

impl Stream {
    /// 64 random bits.
    #[inline]
    pub fn next_u64(&mut self) -> u64 {
        if let Some(&word) = self.block.get(self.next as usize) {
            self.next += 1;
            return word;
        }
        self.block = chacha::block(&self.key, self.counter, self.nonce);
        self.counter = self.counter.wrapping_add(1);
        self.next = 1;
        let [word, ..] = self.block;
        word
    }

    /// A number in the half-open interval from 0 to 1, with 53 random bits.
    #[inline]
    pub fn next_unit(&mut self) -> f64 {
        unit(self.next_u64())
    }

    /// A number strictly between 0 and 1, safe to take a logarithm of.
    #[inline]
    pub fn next_open_unit(&mut self) -> f64 {
        open_unit(self.next_u64())
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

#[inline]
fn unit(word: u64) -> f64 {
    // 53 bits fit in either kind of integer; a signed one becomes a float in one instruction.
    (word >> 11) as i64 as f64 * (1.0 / 9_007_199_254_740_992.0)
}

#[inline]
fn open_unit(word: u64) -> f64 {
    ((word >> 12) as i64 as f64 + 0.5) * (1.0 / 4_503_599_627_370_496.0)
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

    #[test]
    fn the_cipher_agrees_with_rand_chacha() {
        use rand_chacha::rand_core::{Rng, SeedableRng};
        for seed in [0, 1, 42, (1 << 53) - 1] {
            let mut outside = rand_chacha::ChaCha8Rng::from_seed(Seed(seed).key());
            outside.set_stream(mix(9, (5 << 32) | 2));
            let mut ours = Streams::new(Seed(seed)).stream(9, 5, 2);
            for _ in 0..100 {
                assert_eq!(ours.next_u64(), outside.next_u64());
            }
        }
    }

    #[test]
    fn the_purposes_of_a_visit_are_independent_streams() {
        let streams = Streams::new(Seed(3));
        let visit = streams.visit(17, 4, 1);
        let mut seen = std::collections::BTreeSet::new();
        for purpose in 0..20 {
            let mut stream = visit.stream(purpose);
            assert_eq!(visit.unit(purpose), unit(stream.clone().next_u64()));
            for _ in 0..20 {
                assert!(seen.insert(stream.next_u64()), "a number of purpose {purpose} came twice");
            }
        }
        assert_ne!(visit.unit(0), streams.visit(17, 4, 2).unit(0));
        assert_ne!(visit.unit(0), streams.visit(17, 5, 1).unit(0));
        assert_ne!(visit.unit(0), streams.visit(18, 4, 1).unit(0));
    }
}
