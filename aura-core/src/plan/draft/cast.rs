//! Who and what an archetype speaks about, in the user's words.

use crate::domain::actor::{Actor, ActorKind};
use crate::domain::id::ActorId;
use crate::domain::intent::{Intent, Modality};
use crate::domain::provenance::Origin;
use crate::text::noun_singular;

use super::sketch::Role;

/// The people, systems and things of an intent.
#[derive(Debug)]
pub(super) struct Cast<'intent> {
    pub(super) intent: &'intent Intent,
    text: String,
}

impl<'intent> Cast<'intent> {
    pub(super) fn new(intent: &'intent Intent) -> Self {
        let text = intent.text.to_lowercase();
        Cast { intent, text }
    }

    /// The name, kind and origin of whoever has a role.
    pub(super) fn actor(&self, role: &Role) -> (String, ActorKind, Origin) {
        let of_kind = |kind: ActorKind| self.intent.actors.iter().find(|actor| actor.kind == kind);
        match role {
            Role::Actor(id) => match self.by_id(id) {
                Some(actor) => as_stated(actor),
                None => (
                    id.as_str().trim_start_matches("actor_").replace('_', " "),
                    ActorKind::Staff,
                    Origin::inferred("actor.from_id", "a step names this actor", 0.7),
                ),
            },
            Role::Customer => match of_kind(ActorKind::Customer) {
                Some(actor) => as_stated(actor),
                None => (
                    "customer".to_owned(),
                    ActorKind::Customer,
                    Origin::assumed("the text does not say who the product is for"),
                ),
            },
            Role::Staff(name) => {
                let wanted = self.intent.actors.iter().find(|actor| {
                    actor.kind == ActorKind::Staff
                        && name.split(' ').any(|word| actor.name.to_lowercase().contains(word))
                });
                match wanted.or_else(|| of_kind(ActorKind::Staff)) {
                    Some(actor) => as_stated(actor),
                    None => (
                        usual_name(name),
                        ActorKind::Staff,
                        Origin::assumed("the text does not say who does this work"),
                    ),
                }
            }
            Role::System => match of_kind(ActorKind::System) {
                Some(actor) => as_stated(actor),
                None => (
                    "system".to_owned(),
                    ActorKind::System,
                    Origin::assumed("it follows fixed rules, so a system does it"),
                ),
            },
            Role::External(name) => {
                let words: Vec<&str> = name.split(' ').collect();
                let known = self.intent.actors.iter().find(|actor| {
                    actor.kind == ActorKind::External
                        && words.iter().any(|word| actor.name.to_lowercase().contains(word))
                });
                match known {
                    Some(actor) => as_stated(actor),
                    None => (
                        (*name).to_owned(),
                        ActorKind::External,
                        Origin::assumed("somebody else usually offers this as a service"),
                    ),
                }
            }
        }
    }

    /// The name of an actor by its role.
    pub(super) fn name(&self, role: &Role) -> String {
        self.actor(role).0
    }

    fn by_id(&self, id: &ActorId) -> Option<&'intent Actor> {
        self.intent.actors.iter().find(|actor| actor.id == *id)
    }

    /// What the user calls a thing: the first object of the intent whose name contains one of the words, else the
    /// first word.
    pub(super) fn thing(&self, words: &[&str]) -> String {
        for word in words {
            let found = self.intent.objects.iter().find(|object| {
                object.name.split(' ').count() <= 3
                    && object
                        .name
                        .split(' ')
                        .next_back()
                        .is_some_and(|head| noun_singular(&head.to_lowercase()) == *word)
            });
            if let Some(object) = found {
                return object.name.clone();
            }
        }
        let head = format!("{} {}", self.intent.title, self.intent.goal.text);
        let named = words.iter().find(|word| has_word(&head, word));
        named.or(words.first()).copied().unwrap_or("case").to_owned()
    }

    /// Whether the user does not want a topic: by a constraint, a non-goal, or `without …` and `no …` in the text.
    pub(super) fn forbids(&self, topic: &str) -> bool {
        if topic.is_empty() {
            return false;
        }
        topic.split('|').any(|word| self.forbids_word(word))
    }

    fn forbids_word(&self, word: &str) -> bool {
        let denied = [
            "without ",
            "without a ",
            "without an ",
            "without any ",
            "without having an ",
            "without creating an ",
            "without creating a ",
            "no ",
            "no need for an ",
        ];
        if denied.iter().any(|denial| self.text.contains(&format!("{denial}{word}"))) {
            return true;
        }
        let in_constraint =
            self.intent.constraints.iter().any(|constraint| {
                constraint.modality == Modality::MustNot && has_word(&constraint.text, word)
            });
        in_constraint || self.intent.non_goals.iter().any(|goal| has_word(&goal.text, word))
    }

    /// How often a word stands in the text, also as a part of a word's inflection.
    pub(super) fn mentions(&self, word: &str) -> bool {
        has_word(&self.text, word)
    }
}

fn as_stated(actor: &Actor) -> (String, ActorKind, Origin) {
    (actor.name.clone(), actor.kind, actor.origin.clone())
}

/// The name for somebody whom the intent does not name: some roles list several words to look for, the first counts.
fn usual_name(role: &str) -> String {
    match role {
        "manager approver officer" => "manager".to_owned(),
        "writer author" => "writer".to_owned(),
        "adjuster case worker" => "adjuster".to_owned(),
        other => other.to_owned(),
    }
}

/// Whether a text has a word or phrase, also with a plural or verb ending.
pub(super) fn has_word(text: &str, word: &str) -> bool {
    let text = text.to_lowercase();
    let mut from = 0;
    while let Some(found) = text.get(from..).and_then(|rest| rest.find(word)) {
        let start = from + found;
        let end = start + word.len();
        let before = text.get(..start).and_then(|head| head.chars().next_back());
        let after: String = text.get(end..).map_or_else(String::new, |tail| {
            tail.chars().take_while(|character| character.is_alphanumeric()).collect()
        });
        let is_start = before.is_none_or(|character| !character.is_alphanumeric());
        if is_start
            && matches!(after.as_str(), "" | "s" | "es" | "d" | "ed" | "ing" | "er" | "ers" | "ned" | "ning")
        {
            return true;
        }
        from = end;
    }
    false
}
