//! Whether a unit stands in a table twice, at 8 bytes a unit.
//!
//! Units are known by a number: their own, where they are whole numbers, or a hash of their name. Two units with one
//! number are told apart by a second look at their names.

use std::collections::{BTreeMap, BTreeSet};

use super::Pass;
use crate::error::Result;
use crate::stats::columns::{Column, Values};

/// Numbers are marked in one field of bits where they lie this close together.
const SPREAD: u64 = 64;

/// The number of each row's unit.
pub(super) fn keys(pass: &Pass<'_>, column: &Column<'_>) -> Result<Vec<u64>> {
    if let (Values::Whole(numbers), None) = (&column.values, &column.present) {
        return Ok(numbers.iter().map(|number| *number as u64).collect());
    }
    let nameless = |row: usize| pass.wrong(row, "the unit has no name");
    let word = |row: usize, name: &str| {
        let name = name.trim();
        if name.is_empty() { Err(nameless(row)) } else { Ok(key_of(name)) }
    };
    (0..column.len())
        .map(|row| match &column.values {
            _ if !column.is_present(row) => Err(nameless(row)),
            Values::Whole(numbers) => Ok(numbers.get(row).copied().unwrap_or(0) as u64),
            Values::Text(words) => word(row, words.get(row).map_or("", |name| name.as_ref())),
            _ => word(row, &column.text(row).unwrap_or_default()),
        })
        .collect()
}

/// The number of a unit of this name.
pub(in super::super) fn key_of(name: &str) -> u64 {
    match name.parse::<i64>() {
        // Only as it would be written, so that `7` and `007` stay two units.
        Ok(number) if name.len() < 20 && number.to_string() == name => number as u64,
        _ => hash(name.as_bytes()),
    }
}

/// A hash of 64 bits, for grouping only: what it joins is checked.
fn hash(bytes: &[u8]) -> u64 {
    let mut state = 0x9e37_79b9_7f4a_7c15_u64 ^ bytes.len() as u64;
    for chunk in bytes.chunks(8) {
        let mut word = [0_u8; 8];
        word.iter_mut().zip(chunk).for_each(|(slot, byte)| *slot = *byte);
        state = fold(state ^ u64::from_le_bytes(word));
    }
    fold(state ^ 0xd6e8_feb8_6659_fd93)
}

/// Both halves of a product: every bit of the answer depends on every bit of the number.
pub(super) fn fold(number: u64) -> u64 {
    let wide = u128::from(number ^ 0xa076_1d64_78bd_642f) * u128::from(number.rotate_left(32) | 1);
    (wide as u64) ^ ((wide >> 64) as u64)
}

/// Numbers that stand more than once in any of the lists.
pub(super) fn repeated(lists: &[Vec<u64>]) -> BTreeSet<u64> {
    let all = || lists.iter().flatten().copied();
    let (first, last) = all().fold((u64::MAX, 0), |(least, most), key| (key.min(least), key.max(most)));
    if first > last {
        return BTreeSet::new();
    }
    let count: u64 = lists.iter().map(|list| list.len() as u64).sum();
    if last - first < SPREAD.saturating_mul(count) + 1_024 {
        return marked(all().map(|key| key - first), last - first)
            .into_iter()
            .map(|key| key + first)
            .collect();
    }
    // Numbers that share their last bits come together, a few thousand at a time.
    let bits = 64 - (count / 2_048).leading_zeros();
    let place = |key: u64| (fold(key) & ((1 << bits) - 1)) as usize;
    let mut ends = vec![0_usize; (1 << bits) + 1];
    for key in all() {
        if let Some(end) = ends.get_mut(place(key) + 1) {
            *end += 1;
        }
    }
    let mut total = 0;
    for end in &mut ends {
        total += *end;
        *end = total;
    }
    let mut sorted = vec![0_u64; total];
    let mut next = ends.clone();
    for key in all() {
        if let Some(slot) = next.get_mut(place(key)) {
            if let Some(cell) = sorted.get_mut(*slot) {
                *cell = key;
            }
            *slot += 1;
        }
    }
    let mut found = BTreeSet::new();
    for pair in ends.windows(2) {
        let (Some(&start), Some(&end)) = (pair.first(), pair.last()) else { continue };
        let Some(bucket) = sorted.get_mut(start..end) else { continue };
        bucket.sort_unstable();
        found.extend(bucket.windows(2).filter(|two| two.first() == two.last()).filter_map(|two| two.first()));
    }
    found
}

fn marked(keys: impl Iterator<Item = u64>, last: u64) -> Vec<u64> {
    let mut field = vec![0_u64; (last / 64 + 1) as usize];
    let mut found = Vec::new();
    for key in keys {
        if let Some(word) = field.get_mut((key / 64) as usize) {
            let bit = 1 << (key % 64);
            if *word & bit != 0 {
                found.push(key);
            }
            *word |= bit;
        }
    }
    found
}

/// The arms in which each unit of these numbers stands, row by row.
pub(super) type Seen = BTreeMap<String, Vec<u32>>;

/// Notes the rows of units whose numbers are suspicious.
pub(super) fn note(
    seen: &mut Seen,
    column: &Column<'_>,
    keys: &[u64],
    arms: &[u32],
    suspects: &BTreeSet<u64>,
) {
    for (row, (key, arm)) in keys.iter().zip(arms).enumerate() {
        if suspects.contains(key)
            && let Some(name) = column.text(row)
        {
            seen.entry(name.trim().to_owned()).or_default().push(*arm);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn repeated_numbers_are_found_near_and_far() {
        let near: Vec<u64> = (100..10_000).collect();
        assert!(repeated(std::slice::from_ref(&near)).is_empty());
        assert_eq!(repeated(&[near.clone(), vec![700, 20_000]]), BTreeSet::from([700]));
        let far: Vec<u64> = (0..50_000_u64).map(fold).collect();
        assert!(repeated(std::slice::from_ref(&far)).is_empty());
        assert_eq!(repeated(&[far.clone(), vec![far[7], 3]]), BTreeSet::from([far[7]]));
        assert!(repeated(&[Vec::new(), Vec::new()]).is_empty());
        let names: BTreeSet<u64> =
            (0..20_000).map(|number| hash(format!("user-{number}").as_bytes())).collect();
        assert_eq!(names.len(), 20_000);
    }
}
