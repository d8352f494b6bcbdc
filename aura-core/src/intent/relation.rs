//! How the mentions of a process text belong together: who does what with which thing, and what follows what.
//!
//! In comes a text with its mentions; out go pairs of mentions. Work and gateways are chained in the order of the
//! text; data, people and details belong to the nearest work of their sentence. Never here: finding mentions.

use crate::text::{Span, analyse};

use super::mention::{Mention, MentionClass};

/// What one mention is to another.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum RelationKind {
    /// The second comes right after the first.
    Flow,
    /// The work acts on the thing.
    Uses,
    /// The work is done by the actor.
    Performer,
    /// The work reaches the actor.
    Recipient,
    /// Both words open alternatives of one decision.
    SameGateway,
    /// The detail says how, where or by what the work is done.
    Detail,
}

/// Two mentions that belong together.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Relation {
    /// What they are to each other.
    pub kind: RelationKind,
    /// Index of the first mention: the work, or what comes first.
    pub from: usize,
    /// Index of the second mention.
    pub to: usize,
}

/// Words that may stand between two verbs with one object.
const JOINING: &[&str] = &["and", "or", ",", "then", "/"];
/// Words before an actor that receives.
const TOWARDS: &[&str] = &["to", "from", "with", "for"];
/// Helpers of the passive.
const BE: &[&str] = &["is", "are", "be", "been", "was", "were", "being", "get", "gets"];
/// Words that open another alternative of a decision that is open.
const ELSE: &[&str] =
    &["otherwise", "else", "if not", "in the other case", "alternatively", "or", "on the other hand"];
/// Words that open an alternative, the first or another one.
const IF: &[&str] = &["if", "in case", "either"];

/// Finds how mentions belong together. `mentions` must stand in the order of the text, as
/// [`mentions`](super::mentions) gives them.
///
/// # Example
/// ```
/// use aura_core::intent::{RelationKind, mentions, relations};
/// let text = "The clerk opens the parcel. Then the guard weighs the parcel.";
/// let found = mentions(text);
/// let pairs = relations(text, &found);
/// assert!(pairs.iter().any(|pair| pair.kind == RelationKind::Flow));
/// assert!(pairs.iter().any(|pair| pair.kind == RelationKind::Performer));
/// ```
pub fn relations(text: &str, mentions: &[Mention]) -> Vec<Relation> {
    let page = Page::new(text, mentions);
    let mut found = Vec::new();
    let last = page.places.iter().map(|place| place.sentence).max().unwrap_or(0);
    for sentence in 0..=last {
        let here: Vec<&Place> = page.places.iter().filter(|place| place.sentence == sentence).collect();
        let work: Vec<&Place> =
            here.iter().copied().filter(|place| place.is(MentionClass::Activity)).collect();
        if !work.is_empty() {
            page.things(&here, &work, &mut found);
            page.people(&here, &work, &mut found);
        }
    }
    page.flow(&mut found);
    found.sort_unstable();
    found.dedup();
    found
}

/// A mention with the tokens that it covers.
#[derive(Debug, Clone)]
struct Place {
    index: usize,
    class: MentionClass,
    first: usize,
    last: usize,
    sentence: usize,
    words: String,
}

impl Place {
    fn is(&self, class: MentionClass) -> bool {
        self.class == class
    }
}

struct Page {
    words: Vec<String>,
    places: Vec<Place>,
}

/// A decision whose alternatives are being read.
struct Open<'page> {
    gateway: &'page Place,
    /// The last work of each alternative that is closed.
    ends: Vec<&'page Place>,
    /// The sentence of the newest alternative.
    sentence: usize,
}

impl Page {
    fn new(text: &str, mentions: &[Mention]) -> Self {
        let mut words = Vec::new();
        let mut tokens: Vec<(Span, usize)> = Vec::new();
        let blocks = analyse(text);
        for (number, sentence) in blocks.iter().flat_map(|block| &block.sentences).enumerate() {
            for token in &sentence.tokens {
                words.push(token.lower.clone());
                tokens.push((token.span, number));
            }
        }
        let place = |(index, mention): (usize, &Mention)| {
            let first = tokens.partition_point(|(span, _)| span.end <= mention.span.start);
            let after = tokens.partition_point(|(span, _)| span.start < mention.span.end);
            let (_, sentence) = tokens.get(first)?;
            let last = after.checked_sub(1).filter(|last| *last >= first)?;
            let words = words.get(first..=last)?.join(" ");
            Some(Place { index, class: mention.class, first, last, sentence: *sentence, words })
        };
        let places = mentions.iter().enumerate().filter_map(place).collect();
        Page { words, places }
    }

    fn word(&self, at: Option<usize>) -> &str {
        at.and_then(|at| self.words.get(at)).map_or("", String::as_str)
    }

    fn before(&self, place: &Place, back: usize) -> &str {
        self.word(place.first.checked_sub(back))
    }

    fn is_passive(&self, work: &Place) -> bool {
        BE.contains(&self.word(Some(work.first))) || (1..=3).any(|back| BE.contains(&self.before(work, back)))
    }

    /// Things and details belong to the work before them, else to the work behind them.
    fn things(&self, here: &[&Place], work: &[&Place], found: &mut Vec<Relation>) {
        for thing in here {
            let kind = match thing.class {
                MentionClass::Data => RelationKind::Uses,
                MentionClass::Detail => RelationKind::Detail,
                _ => continue,
            };
            let earlier: Vec<&&Place> = work.iter().filter(|work| work.last < thing.first).collect();
            let later = work.iter().find(|work| work.first > thing.last);
            let Some(nearest) = earlier.last().copied().or(later) else { continue };
            found.push(Relation { kind, from: nearest.index, to: thing.index });
            if kind == RelationKind::Uses {
                // `checks and pays the claim`: both verbs have the object.
                for pair in earlier.windows(2).rev() {
                    let [one, other] = pair else { break };
                    let joins = self
                        .words
                        .get(one.last + 1..other.first)
                        .is_some_and(|words| words.iter().all(|word| JOINING.contains(&word.as_str())));
                    if !joins {
                        break;
                    }
                    found.push(Relation { kind, from: one.index, to: thing.index });
                }
            }
        }
    }

    /// The actor before active work does it; one behind it receives it, and `by` names the one who does it.
    fn people(&self, here: &[&Place], work: &[&Place], found: &mut Vec<Relation>) {
        let actors: Vec<&Place> =
            here.iter().copied().filter(|place| place.is(MentionClass::Actor)).collect();
        let mut received: Vec<usize> = Vec::new();
        for (index, act) in work.iter().enumerate() {
            let next = work.get(index + 1);
            let behind = actors
                .iter()
                .filter(|actor| actor.first > act.last && next.is_none_or(|next| actor.first < next.first));
            let doer = behind.clone().find(|actor| self.before(actor, 1) == "by");
            let subject =
                actors.iter().rfind(|actor| actor.last < act.first && !received.contains(&actor.index));
            let passive = self.is_passive(act);
            if let Some(doer) = doer {
                found.push(Relation { kind: RelationKind::Performer, from: act.index, to: doer.index });
                received.push(doer.index);
            } else if let Some(subject) = subject.filter(|_| !passive) {
                found.push(Relation { kind: RelationKind::Performer, from: act.index, to: subject.index });
            }
            for actor in behind.filter(|actor| self.before(actor, 1) != "by") {
                let towards = TOWARDS.contains(&self.before(actor, 1));
                let near =
                    towards || self.before(actor, 1) == "the" && TOWARDS.contains(&self.before(actor, 2));
                let is_subject = next.is_some_and(|next| next.first <= actor.last + 3) && !near;
                if !is_subject {
                    found.push(Relation { kind: RelationKind::Recipient, from: act.index, to: actor.index });
                    received.push(actor.index);
                }
            }
            let Some(told) = actors.iter().rfind(|actor| actor.last < act.first) else { continue };
            let between = |place: &&&Place| told.last < place.first && place.first < act.first;
            if passive
                && doer.is_none()
                && !here.iter().filter(between).any(|place| place.is(MentionClass::Data))
            {
                found.push(Relation { kind: RelationKind::Recipient, from: act.index, to: told.index });
            }
        }
    }

    /// What follows what: the order of the text, with the alternatives of a decision side by side.
    fn flow(&self, found: &mut Vec<Relation>) {
        let mut push = |kind, from: &Place, to: &Place| {
            found.push(Relation { kind, from: from.index, to: to.index });
        };
        let mut previous: Option<&Place> = None;
        let mut open: Option<Open<'_>> = None;
        let in_flow = |place: &&Place| {
            !matches!(place.class, MentionClass::Actor | MentionClass::Data | MentionClass::Detail)
        };
        for place in self.places.iter().filter(in_flow) {
            if place.is(MentionClass::Exclusive) {
                if let Some(decision) = &mut open
                    && opens_another(decision, place)
                {
                    push(RelationKind::SameGateway, decision.gateway, place);
                    decision.ends.extend(previous);
                    decision.sentence = place.sentence;
                    previous = Some(place);
                    continue;
                }
                for end in open.take().map(|decision| decision.ends).unwrap_or_default() {
                    push(RelationKind::Flow, end, place);
                }
                open = Some(Open { gateway: place, ends: Vec::new(), sentence: place.sentence });
            }
            if let Some(previous) = previous {
                push(RelationKind::Flow, previous, place);
            }
            let closes = |decision: &mut Open<'_>| {
                place.is(MentionClass::Activity)
                    && place.sentence > decision.sentence
                    && !decision.ends.is_empty()
            };
            for end in open.take_if(closes).map(|decision| decision.ends).unwrap_or_default() {
                push(RelationKind::Flow, end, place);
            }
            previous = Some(place);
        }
    }
}

/// Whether a word opens a further alternative of a decision.
fn opens_another(decision: &Open<'_>, place: &Place) -> bool {
    let words = place.words.as_str();
    ELSE.contains(&words) || place.sentence <= decision.sentence + 1 && IF.contains(&words)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::intent::mentions;

    /// The related words, as `kind: from > to`.
    fn told(text: &str) -> Vec<String> {
        let found = mentions(text);
        let words = |index: usize| found[index].span.of(text);
        relations(text, &found)
            .iter()
            .map(|pair| format!("{:?}: {} > {}", pair.kind, words(pair.from), words(pair.to)))
            .collect()
    }

    #[test]
    fn work_is_tied_to_people_things_and_what_follows() {
        let check = |text: &str, expect: &[&str]| {
            let found = told(text);
            for line in expect {
                assert!(found.iter().any(|other| other == line), "{text}: no `{line}` in {found:?}");
            }
        };
        check(
            "The clerk packs the parcel. Then the driver brings the parcel to the guest.",
            &[
                "Flow: packs > brings",
                "Uses: packs > the parcel",
                "Performer: packs > The clerk",
                "Performer: brings > the driver",
                "Recipient: brings > the guest",
            ],
        );
        check(
            "The parcel is packed by the clerk.",
            &["Performer: packed > the clerk", "Uses: packed > The parcel"],
        );
        check(
            "The guard checks the seal. If it is broken, the guard opens the crate. Otherwise, the guard signs the form. The guard calls the driver.",
            &[
                "Flow: checks > If",
                "SameGateway: If > Otherwise",
                "Flow: Otherwise > signs",
                "Flow: signs > calls",
                "Flow: opens > calls",
            ],
        );
    }

    #[test]
    fn odd_mentions_are_no_trouble() {
        let span = Span::new(40, 50);
        let mention = Mention { class: MentionClass::Activity, span };
        assert!(relations("Short.", &[mention, mention]).is_empty());
        assert!(relations("", &[]).is_empty());
    }
}
