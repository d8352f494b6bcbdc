//! Sticky buckets: whoever has seen a variation keeps it, even where weights or coverage change.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::model::VariationMeta;

/// What one person has seen so far.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct StickyDocument {
    /// The attribute that names the person.
    pub attribute_name: String,
    /// Its value.
    pub attribute_value: String,
    /// Keys of variations by `experiment__version`.
    pub assignments: BTreeMap<String, String>,
}

/// All sticky documents that matter for one person. The host stores them.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(transparent)]
pub struct StickyBuckets {
    documents: BTreeMap<String, StickyDocument>,
}

/// What the sticky buckets say about one experiment.
pub(super) enum Stuck {
    /// Nothing is known.
    No,
    /// This variation was seen.
    Variation(usize),
    /// An older version was seen, and that shuts the person out.
    Blocked,
}

impl StickyBuckets {
    /// Buckets from documents that the host has stored.
    pub fn new(documents: impl IntoIterator<Item = StickyDocument>) -> Self {
        let named =
            |document: StickyDocument| (name(&document.attribute_name, &document.attribute_value), document);
        StickyBuckets { documents: documents.into_iter().map(named).collect() }
    }

    /// The documents by `attribute||value`.
    pub fn documents(&self) -> &BTreeMap<String, StickyDocument> {
        &self.documents
    }

    pub(super) fn find(
        &self,
        key: &str,
        versions: (u32, u32),
        meta: &[VariationMeta],
        people: &[(String, String)],
    ) -> Stuck {
        let (version, oldest) = versions;
        let seen = |version: u32| {
            let wanted = experiment_key(key, version);
            people.iter().find_map(|(attribute, value)| {
                self.documents.get(&name(attribute, value))?.assignments.get(&wanted)
            })
        };
        // Only versions that were ever used can be stored, so the stored keys bound the search.
        let prefix = format!("{key}__");
        let is_old = |stored: &String| {
            let number = stored.strip_prefix(&prefix).and_then(|rest| rest.parse::<u32>().ok());
            number.is_some_and(|number| number < oldest)
        };
        let blocked = people.iter().any(|(attribute, value)| {
            self.documents
                .get(&name(attribute, value))
                .is_some_and(|document| document.assignments.keys().any(is_old))
        });
        if blocked {
            return Stuck::Blocked;
        }
        let variation =
            seen(version).and_then(|seen| meta.iter().position(|meta| meta.key.as_ref() == Some(seen)));
        variation.map_or(Stuck::No, Stuck::Variation)
    }

    pub(super) fn keep(&mut self, person: (&str, &str), key: &str, version: u32, variation: &str) {
        let document = self.documents.entry(name(person.0, person.1)).or_insert_with(|| StickyDocument {
            attribute_name: person.0.to_owned(),
            attribute_value: person.1.to_owned(),
            assignments: BTreeMap::new(),
        });
        document.assignments.insert(experiment_key(key, version), variation.to_owned());
    }
}

fn name(attribute: &str, value: &str) -> String {
    format!("{attribute}||{value}")
}

fn experiment_key(key: &str, version: u32) -> String {
    format!("{key}__{version}")
}
