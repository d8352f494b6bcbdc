//! Acts that are named by a noun: `approval of the invoice by the manager`, `invoice approval`.

use crate::text::{Sentence, analyse, verb_groups};

/// Nouns of acts and their verbs.
const DEEDS: &[(&str, &str)] = &[
    ("acceptance", "accept"),
    ("allocation", "allocate"),
    ("analysis", "analyse"),
    ("approval", "approve"),
    ("assessment", "assess"),
    ("assignment", "assign"),
    ("calculation", "calculate"),
    ("cancellation", "cancel"),
    ("classification", "classify"),
    ("collection", "collect"),
    ("confirmation", "confirm"),
    ("creation", "create"),
    ("delivery", "deliver"),
    ("evaluation", "evaluate"),
    ("examination", "examine"),
    ("inspection", "inspect"),
    ("installation", "install"),
    ("notification", "notify"),
    ("payment", "pay"),
    ("preparation", "prepare"),
    ("publication", "publish"),
    ("registration", "register"),
    ("rejection", "reject"),
    ("removal", "remove"),
    ("review", "review"),
    ("selection", "select"),
    ("shipment", "ship"),
    ("signature", "sign"),
    ("submission", "submit"),
    ("validation", "validate"),
    ("verification", "verify"),
];
/// Words that may stand before such a noun and say nothing about the act.
const ARTICLES: &[&str] = &["the", "a", "an", "then", "and"];
/// Most words before the noun that say what the act is done to: `customer invoice approval`.
const MOST_BEFORE: usize = 2;

/// An act that a noun names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Deed {
    /// The verb.
    pub(super) verb: String,
    /// What it is done to, without article.
    pub(super) object: Option<String>,
    /// Who does it.
    pub(super) doer: Option<String>,
}

impl Deed {
    /// The act as an instruction: `approve the invoice`.
    pub(super) fn title(&self) -> String {
        match &self.object {
            Some(object) => format!("{} {}", self.verb, with_article(object)),
            None => self.verb.clone(),
        }
    }
}

/// The act that some words name, where they are nothing but its noun, what it is done to and who does it.
pub(super) fn deed(words: &str) -> Option<Deed> {
    let lower = words.trim().trim_end_matches(['.', ';', ':', ',']).to_lowercase();
    let (act, doer) = match lower.split_once(" by ") {
        Some((act, doer)) => (act.trim(), Some(bare(doer))),
        None => (lower.as_str(), None),
    };
    if doer.as_ref().is_some_and(|name| name.is_empty() || name.split(' ').count() > 3) {
        return None;
    }
    let all: Vec<&str> = act.split_whitespace().skip_while(|word| ARTICLES.contains(word)).collect();
    let at = all.iter().position(|word| verb_of(word).is_some())?;
    let verb = verb_of(all.get(at)?)?.to_owned();
    let (before, behind) = (all.get(..at)?, all.get(at + 1..)?);
    let object = match (before, behind) {
        ([], []) => None,
        ([], ["of", object @ ..]) if !object.is_empty() => Some(bare(&object.join(" "))),
        (object, []) if object.len() <= MOST_BEFORE && are_nouns(object) => Some(object.join(" ")),
        _ => return None,
    };
    Some(Deed { verb, object, doer })
}

/// The acts of a sentence without a verb: `Approval of the invoice by the manager, then payment by the accountant.` Where
/// one names no object, that of the one before is meant.
pub(super) fn deeds(text: &str, sentence: &Sentence) -> Vec<Deed> {
    if !verb_groups(sentence).is_empty() {
        return Vec::new();
    }
    let words = sentence.span.of(text).replace(", and then ", ", then ").replace(" and then ", ", then ");
    let mut found: Vec<Deed> = Vec::new();
    for part in words.split([',', ';']) {
        let Some(mut next) = deed(part.trim()) else { return Vec::new() };
        next.object = next.object.or_else(|| found.last().and_then(|last| last.object.clone()));
        found.push(next);
    }
    // One bare noun is a topic rather than an act.
    let is_told = found.len() > 1 || found.iter().any(|deed| deed.doer.is_some() && deed.object.is_some());
    if is_told { found } else { Vec::new() }
}

/// Whether some words name a thing rather than a kind of act: `invoice approval`, not `final approval`.
fn are_nouns(words: &[&str]) -> bool {
    let blocks = analyse(&format!("the {}", words.join(" ")));
    let tokens = blocks.iter().flat_map(|block| &block.sentences).flat_map(|sentence| &sentence.tokens);
    tokens.skip(1).all(|token| token.tag.is_noun() && !token.lower.ends_with("al"))
}

fn verb_of(noun: &str) -> Option<&'static str> {
    DEEDS.iter().find(|(known, _)| *known == noun).map(|(_, verb)| *verb)
}

fn bare(name: &str) -> String {
    let words: Vec<&str> =
        name.split_whitespace().skip_while(|word| ARTICLES.contains(word) || *word == "our").collect();
    words.join(" ")
}

fn with_article(object: &str) -> String {
    let first = object.split(' ').next().unwrap_or_default();
    let has_own = matches!(first, "all" | "each" | "every" | "its" | "their" | "his" | "her");
    if has_own || object.ends_with('s') { object.to_owned() } else { format!("the {object}") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_noun_of_an_act_says_what_is_done_to_what_by_whom() {
        let check = |words: &str, expect: Option<(&str, Option<&str>)>| {
            let found = deed(words);
            let found = found.as_ref().map(|deed| (deed.title(), deed.doer.as_deref()));
            assert_eq!(found.as_ref().map(|(title, doer)| (title.as_str(), *doer)), expect, "{words}");
        };
        check("Approval of the invoice by the manager", Some(("approve the invoice", Some("manager"))));
        check("Invoice approval", Some(("approve the invoice", None)));
        check("inspection of goods.", Some(("inspect goods", None)));
        check("then payment by the accountant", Some(("pay", Some("accountant"))));
        check("Payment methods", None);
        check("approval rate of the bank", None);
        check("the customer", None);
    }
}
