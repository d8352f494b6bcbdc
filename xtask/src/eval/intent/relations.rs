//! Relations of PET: who does what with which thing, and what follows what.
//!
//! On gold mentions, exact triples count. End to end the raw text comes in, and both ends must be the very tokens that
//! people marked, with the same class.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use aura_core::intent::{Mention, MentionClass, RelationKind, mentions, relations};
use aura_core::text::Span;
use serde_json::Value;

use crate::eval::Row;

use super::{Tally, pet};

const KINDS: &[(&str, RelationKind)] = &[
    ("flow", RelationKind::Flow),
    ("uses", RelationKind::Uses),
    ("actor performer", RelationKind::Performer),
    ("actor recipient", RelationKind::Recipient),
    ("same gateway", RelationKind::SameGateway),
    ("further specification", RelationKind::Detail),
];

const CLASSES: &[MentionClass] = &[
    MentionClass::Activity,
    MentionClass::Actor,
    MentionClass::Data,
    MentionClass::Detail,
    MentionClass::Exclusive,
    MentionClass::Parallel,
    MentionClass::Condition,
];

/// Class, first and last token of one end.
type End = (String, usize, usize);
type Triple = (String, End, End);

pub(super) fn measure(folder: &Path) -> Result<Vec<Row>, String> {
    let name = "pet.mention-relations.jsonl";
    let text =
        fs::read_to_string(folder.join(name)).map_err(|cause| format!("{name} cannot be read: {cause}"))?;
    let mut given: BTreeMap<String, Tally> = BTreeMap::new();
    let mut whole: BTreeMap<String, Tally> = BTreeMap::new();
    for (number, line) in text.lines().filter(|line| !line.trim().is_empty()).enumerate() {
        let document: Value = serde_json::from_str(line)
            .map_err(|cause| format!("{name}, document {}: {cause}", number + 1))?;
        let case = Case::of(&document)
            .ok_or_else(|| format!("{name}, document {}: not as described", number + 1))?;
        count(&mut given, &case.gold, &case.related(&case.mentions));
        count(&mut whole, &case.gold, &case.related(&mentions(&case.text)));
    }
    let mut rows = table("PET relations on gold mentions", &given, None, None);
    rows.extend(table("PET relations end to end, strict F1", &whole, Some(0.48), Some(0.60)));
    Ok(rows)
}

fn count(tallies: &mut BTreeMap<String, Tally>, gold: &BTreeSet<Triple>, found: &BTreeSet<Triple>) {
    for triple in gold {
        let tally = tallies.entry(triple.0.clone()).or_default();
        tally.gold += 1;
        tally.right += u64::from(found.contains(triple));
    }
    for triple in found {
        tallies.entry(triple.0.clone()).or_default().found += 1;
    }
}

fn table(title: &str, tallies: &BTreeMap<String, Tally>, floor: Option<f64>, aim: Option<f64>) -> Vec<Row> {
    let mut all = Tally::default();
    tallies.values().for_each(|tally| all.add(*tally));
    let mut rows = vec![super::row(&format!("{title}, all"), all.gold, all.f1(), floor, aim)];
    for (kind, _) in KINDS {
        let tally = tallies.get(*kind).copied().unwrap_or_default();
        rows.push(super::row(&format!("{title}, {kind}"), tally.gold, tally.f1(), None, None));
    }
    rows
}

/// One document with what people marked in it.
struct Case {
    text: String,
    /// First and last byte of each token.
    places: Vec<(usize, usize)>,
    mentions: Vec<Mention>,
    gold: BTreeSet<Triple>,
}

impl Case {
    fn of(document: &Value) -> Option<Self> {
        let text = document.get("text")?.as_str()?.to_owned();
        let mut places = Vec::new();
        let mut from = 0;
        for token in document.get("tokens")?.as_array()? {
            let word = token.get("text")?.as_str()?;
            let start = from + text.get(from..)?.find(word)?;
            from = start + word.len();
            places.push((start, from));
        }
        let index = |value: &Value| value.as_u64().and_then(|number| usize::try_from(number).ok());
        let mut ends: Vec<End> = Vec::new();
        let mut mentions: Vec<Mention> = Vec::new();
        for mention in document.get("mentions")?.as_array()? {
            let class = mention.get("type")?.as_str()?;
            let tokens = mention.get("tokenDocumentIndices")?.as_array()?;
            let (first, last) = (index(tokens.first()?)?, index(tokens.last()?)?);
            ends.push((class.to_owned(), first, last));
            let class = CLASSES.iter().find(|known| pet::name(**known) == Some(class))?;
            mentions
                .push(Mention { class: *class, span: Span::new(places.get(first)?.0, places.get(last)?.1) });
        }
        let mut gold = BTreeSet::new();
        for relation in document.get("relations")?.as_array()? {
            let end = |name: &str| ends.get(index(relation.get(name)?)?).cloned();
            let kind = relation.get("type")?.as_str()?.to_owned();
            gold.insert((kind, end("headMentionIndex")?, end("tailMentionIndex")?));
        }
        mentions.sort_by_key(|mention| mention.span);
        Some(Case { text, places, mentions, gold })
    }

    /// The relations that the rules find between mentions.
    fn related(&self, mentions: &[Mention]) -> BTreeSet<Triple> {
        let end = |index: usize| -> Option<End> {
            let mention = mentions.get(index)?;
            let first = self.places.iter().position(|place| place.1 > mention.span.start)?;
            let last = self.places.iter().rposition(|place| place.0 < mention.span.end)?;
            Some((pet::name(mention.class)?.to_owned(), first, last))
        };
        relations(&self.text, mentions)
            .into_iter()
            .filter_map(|relation| {
                let (kind, _) = KINDS.iter().find(|(_, kind)| *kind == relation.kind)?;
                Some(((*kind).to_owned(), end(relation.from)?, end(relation.to)?))
            })
            .collect()
    }
}
