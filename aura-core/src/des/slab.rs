//! Records in reused places, so that a steady state allocates nothing.

use serde::{Deserialize, Serialize};

/// Names a record of a [`Slab`]. After the record is gone, the handle finds nothing, even when the place is
/// used again.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Handle {
    place: u32,
    generation: u32,
}

impl Handle {
    /// The number of the place, below the largest number of records that were kept at once.
    pub fn place(self) -> usize {
        self.place as usize
    }
}

/// Records of cases or waits that are under way, each in a place that is used again when it is gone.
///
/// # Example
/// ```
/// use aura_core::des::Slab;
/// let mut slab = Slab::new();
/// let first = slab.insert("Ada waits");
/// assert_eq!(slab.remove(first), Some("Ada waits"));
/// let second = slab.insert("Grace waits");
/// assert_eq!(second.place(), first.place());
/// assert_eq!(slab.get(first), None);
/// ```
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Slab<T> {
    places: Vec<(u32, Option<T>)>,
    free: Vec<u32>,
}

impl<T> Slab<T> {
    /// An empty slab.
    pub const fn new() -> Self {
        Slab { places: Vec::new(), free: Vec::new() }
    }

    /// Keeps a record and names it.
    #[inline]
    pub fn insert(&mut self, record: T) -> Handle {
        if let Some(place) = self.free.pop()
            && let Some(slot) = self.places.get_mut(place as usize)
        {
            slot.1 = Some(record);
            return Handle { place, generation: slot.0 };
        }
        let place = self.places.len() as u32;
        self.places.push((0, Some(record)));
        Handle { place, generation: 0 }
    }

    /// The record, where it is still kept.
    #[inline]
    pub fn get(&self, handle: Handle) -> Option<&T> {
        match self.places.get(handle.place as usize) {
            Some((generation, record)) if *generation == handle.generation => record.as_ref(),
            _ => None,
        }
    }

    /// The record, to be changed, where it is still kept.
    #[inline]
    pub fn get_mut(&mut self, handle: Handle) -> Option<&mut T> {
        match self.places.get_mut(handle.place as usize) {
            Some((generation, record)) if *generation == handle.generation => record.as_mut(),
            _ => None,
        }
    }

    /// Takes the record out and frees its place.
    #[inline]
    pub fn remove(&mut self, handle: Handle) -> Option<T> {
        let (generation, record) = self.places.get_mut(handle.place as usize)?;
        if *generation != handle.generation {
            return None;
        }
        let record = record.take()?;
        *generation = generation.wrapping_add(1);
        self.free.push(handle.place);
        Some(record)
    }

    /// How many records are kept.
    pub fn len(&self) -> usize {
        self.places.len() - self.free.len()
    }

    /// Whether no record is kept.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }
}

impl<T> Default for Slab<T> {
    fn default() -> Self {
        Slab::new()
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn a_slab_behaves_like_a_map(actions in proptest::collection::vec((any::<bool>(), 0_usize..20), 0..300)) {
            let mut slab = Slab::new();
            let mut map = BTreeMap::new();
            let mut handles = Vec::new();
            for (number, (insert, pick)) in actions.into_iter().enumerate() {
                if insert || handles.is_empty() {
                    let handle = slab.insert(number);
                    prop_assert!(map.insert(handle, number).is_none());
                    handles.push(handle);
                } else {
                    let handle = handles[pick % handles.len()];
                    prop_assert_eq!(slab.remove(handle), map.remove(&handle));
                }
                prop_assert_eq!(slab.len(), map.len());
                for handle in &handles {
                    prop_assert_eq!(slab.get(*handle), map.get(handle));
                    prop_assert_eq!(slab.get_mut(*handle).map(|record| *record), map.get(handle).copied());
                }
            }
        }
    }
}
