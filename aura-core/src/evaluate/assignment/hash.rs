//! The hash that turns a person into a number between 0 and 1.

use serde::{Deserialize, Serialize};

const OFFSET: u32 = 0x811c_9dc5;
const PRIME: u32 = 0x0100_0193;

/// Which hash is used. Version 1 has 1,000 steps and a known bias between tests; new tests use version 2.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "u32", into = "u32")]
pub enum HashVersion {
    /// `FNV(value + seed) mod 1000`.
    One,
    /// `FNV(decimal(FNV(seed + value))) mod 10000`.
    Two,
}

impl TryFrom<u32> for HashVersion {
    type Error = String;

    fn try_from(version: u32) -> Result<Self, String> {
        match version {
            1 => Ok(HashVersion::One),
            2 => Ok(HashVersion::Two),
            other => Err(format!("there is no hash version `{other}`")),
        }
    }
}

impl From<HashVersion> for u32 {
    fn from(version: HashVersion) -> u32 {
        match version {
            HashVersion::One => 1,
            HashVersion::Two => 2,
        }
    }
}

/// The number between 0 (included) and 1 (excluded) of this person in this test; `None` for an unknown version.
///
/// The text is read as UTF-16 code units, as the published JavaScript kit does; kits in other languages read bytes
/// or code points, which differ for text outside ASCII.
///
/// # Example
/// ```
/// use aura_core::evaluate::assignment::hash;
/// assert_eq!(hash("a", "b", 1), hash("", "ba", 1));
/// assert_eq!(hash("a", "b", 99), None);
/// ```
pub fn hash(seed: &str, value: &str, version: u32) -> Option<f64> {
    Some(Hasher::new(seed, HashVersion::try_from(version).ok()?).bucket(value))
}

/// A hash whose seed is read once, for many people.
#[derive(Debug, Clone)]
pub struct Hasher<'a> {
    seed: &'a str,
    version: HashVersion,
    /// The state after the seed, for version 2.
    prefix: u32,
}

impl<'a> Hasher<'a> {
    /// A hasher for one test.
    pub fn new(seed: &'a str, version: HashVersion) -> Self {
        Hasher { seed, version, prefix: absorb(OFFSET, seed) }
    }

    /// The number of this person, between 0 (included) and 1 (excluded).
    pub fn bucket(&self, value: &str) -> f64 {
        match self.version {
            HashVersion::One => f64::from(absorb(absorb(OFFSET, value), self.seed) % 1_000) / 1_000.0,
            HashVersion::Two => f64::from(decimal(absorb(self.prefix, value)) % 10_000) / 10_000.0,
        }
    }
}

/// FNV-1a (Fowler, Noll and Vo) over the UTF-16 code units of a text.
fn absorb(state: u32, text: &str) -> u32 {
    if text.is_ascii() {
        return text.bytes().fold(state, |state, byte| step(state, u32::from(byte)));
    }
    text.encode_utf16().fold(state, |state, unit| step(state, u32::from(unit)))
}

/// FNV-1a of the decimal digits of a number, without writing them to memory.
fn decimal(number: u32) -> u32 {
    let mut power = 1_u32;
    while number / power >= 10 {
        power *= 10;
    }
    let mut state = OFFSET;
    while power > 0 {
        state = step(state, u32::from(b'0') + number / power % 10);
        power /= 10;
    }
    state
}

fn step(state: u32, unit: u32) -> u32 {
    (state ^ unit).wrapping_mul(PRIME)
}
