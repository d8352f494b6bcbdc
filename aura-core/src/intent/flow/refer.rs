//! Who and what is meant: actors, pronouns, and who gives what somebody gets.

use super::*;

/// What people get because somebody sends it.
const SENT: &[&str] = &[
    "message",
    "mail",
    "email",
    "e-mail",
    "sms",
    "push",
    "notification",
    "reminder",
    "letter",
    "link",
    "alert",
    "confirmation",
    "summary",
    "code",
    "report",
    "list",
    "notice",
    "invoice",
    "receipt",
    "newsletter",
    "invitation",
    "request",
    "text",
    "note",
    "update",
    "warning",
];

/// What is read off something else.
fn is_measure(name: &str) -> bool {
    const MEASURES: &[&str] = &[
        "amount",
        "value",
        "price",
        "sum",
        "score",
        "total",
        "cost",
        "rate",
        "confidence",
        "number",
        "date",
        "time",
        "weight",
        "size",
        "length",
        "percentage",
        "share",
        "age",
    ];
    MEASURES.contains(&name.rsplit(' ').next().unwrap_or(name))
}

impl Flow<'_> {
    /// What a pronoun stands for, and whether it is several.
    pub(super) fn meant(&self, pronoun: &str) -> Option<(String, bool)> {
        let plural = matches!(pronoun, "they" | "them" | "these" | "those" | "both");
        let single = matches!(pronoun, "it" | "this" | "that" | "anything" | "everything" | "one" | "its");
        if !plural && !single {
            return None;
        }
        let known = self.centre.clone().or_else(|| self.conditioned.clone());
        if let Some(name) = known.filter(|_| pronoun == "it") {
            return Some((name, false));
        }
        let mut fits: Vec<&(String, bool)> =
            self.things.iter().rev().filter(|thing| thing.1 == plural).collect();
        // Nobody approves an amount: what was measured is meant, where something else was named.
        if !fits.iter().all(|thing| is_measure(&thing.0)) {
            fits.retain(|thing| !is_measure(&thing.0));
        }
        let Some(last) = fits.first().copied().or_else(|| self.things.last()) else {
            return self.topic.clone().map(|topic| (topic, plural));
        };
        if matches!(pronoun, "anything" | "everything")
            && let Some(topic) = self.topic.clone()
        {
            return Some((topic, false));
        }
        // The topic of the text is meant rather than a thing that was named once.
        let lower = self.text.to_lowercase();
        let count = |name: &str| lower.matches(name.rsplit(' ').next().unwrap_or(name)).count();
        let topic = fits.iter().skip(1).take(4).copied().find(|thing| {
            let often = count(&thing.0);
            often >= 2 && often >= 2 * count(&last.0)
        });
        Some((topic.unwrap_or(last).0.clone(), plural))
    }

    /// `look at it` → `look at the claim`; `approve` → `approve the claim`.
    pub(super) fn with_things(&self, title: String, verb: &str, object: Option<&str>) -> String {
        const BEFORE: &[&str] = &["at", "on", "about", "into", "through", "over", "after"];
        const OF_SOMETHING: &[&str] = &["approve", "reject", "sign", "check", "review", "confirm"];
        let words: Vec<&str> = title.split(' ').collect();
        let at = words.windows(2).position(|pair| matches!(pair, [before, "it"] if BEFORE.contains(before)));
        if let (Some(at), Some((thing, false))) = (at, self.meant("it")) {
            let mut words: Vec<String> = words.into_iter().map(str::to_owned).collect();
            if let Some(word) = words.get_mut(at + 1) {
                *word = format!("the {thing}");
            }
            return words.join(" ");
        }
        let is_bare = words.len() == 1 && object.is_none() && OF_SOMETHING.contains(&verb);
        match self.meant("it").filter(|_| is_bare) {
            Some((thing, false)) => format!("{title} the {thing}"),
            _ => title,
        }
    }

    /// `If` **`the enrichment`** `fails, repeat it`: what the condition speaks of.
    pub(super) fn condition_thing(&self, sentence: &Sentence, found: &[Clause]) -> Option<String> {
        let condition = found.iter().find(|clause| clause.role == Role::Condition && clause.first <= 1)?;
        let subject = condition.subject.filter(|phrase| !phrase.is_pronoun(sentence))?;
        let name = name_of(self.text, sentence, &subject);
        let is_thing = actor_kind(&name).is_none()
            && sentence.tag(subject.head) == Tag::Noun
            && !is_measure(&name)
            && !is_amount(sentence, &subject)
            && condition.object.is_none_or(|object| is_amount(sentence, &object));
        is_thing.then_some(name)
    }

    pub(super) fn remember(&mut self, name: &str, plural: bool) {
        self.things.push((name.to_owned(), plural));
        if self.things.len() > 8 {
            self.things.remove(0);
        }
    }

    pub(super) fn remember_patient(&mut self, sentence: &Sentence, clause: &Clause) {
        let thing = clause.patient().filter(|phrase| !is_amount(sentence, phrase)).or(clause.subject);
        let Some(phrase) = thing.filter(|phrase| !phrase.is_pronoun(sentence)) else { return };
        let name = name_of(self.text, sentence, &phrase);
        let plural = sentence.tag(phrase.head) == Tag::NounPlural;
        if actor_kind(&name).is_some_and(ActorKind::is_person) {
            self.others = Some((name, plural));
        } else if !is_amount(sentence, &phrase) && actor_kind(&name).is_none() {
            self.remember(&name, plural);
        }
    }

    /// `looks for` **`a free slot`**, `asks for` **`a refund`**: what a verb with its preposition is about.
    pub(super) fn remember_sought(&mut self, sentence: &Sentence, clause: &Clause) {
        let at = clause.group.last + 1;
        if !matches!(sentence.word(at), "for" | "at" | "into" | "through") {
            return;
        }
        let phrase = noun_phrases(sentence).into_iter().find(|phrase| phrase.first == at + 1);
        let Some(phrase) =
            phrase.filter(|phrase| !phrase.is_pronoun(sentence) && !is_amount(sentence, phrase))
        else {
            return;
        };
        let name = name_of(self.text, sentence, &phrase);
        if actor_kind(&name).is_none() {
            self.remember(&name, sentence.tag(phrase.head) == Tag::NounPlural);
        }
    }

    /// The actor that a phrase names, or that a pronoun stands for.
    pub(in crate::intent) fn actor(&mut self, sentence: &Sentence, phrase: &NounPhrase) -> Option<ActorId> {
        if phrase.is_pronoun(sentence) {
            return match sentence.word(phrase.head) {
                "it" => {
                    let system = self.last_system.clone()?;
                    Some(self.person(&system))
                }
                "he" | "she" | "they" | "them" | "him" | "her" => {
                    let person = self.last_person.clone()?;
                    Some(self.person(&person))
                }
                "i" | "me" => match self.narrator.clone() {
                    Some(person) => Some(self.person(&person)),
                    None => Some(self.own_team(phrase.span)),
                },
                "we" | "us" => Some(self.own_team(phrase.span)),
                "someone" | "somebody" | "whoever" => {
                    let person =
                        Person { name: "person".to_owned(), kind: ActorKind::Customer, span: phrase.span };
                    self.last_person = Some(person.clone());
                    Some(self.person(&person))
                }
                _ => None,
            };
        }
        let name = name_of(self.text, sentence, phrase);
        let head = sentence.span_of(phrase.head, phrase.head).of(self.text);
        let kind = actor_kind(&name).or_else(|| is_short_name(head).then_some(ActorKind::Staff))?;
        if name.split(' ').count() > 5 {
            return None;
        }
        let person = Person { name, kind, span: phrase.span };
        let id = self.person(&person);
        if kind.is_person() {
            self.last_person = Some(person);
        } else {
            self.last_system = Some(person);
        }
        Some(id)
    }

    pub(super) fn person(&mut self, person: &Person) -> ActorId {
        let origin = Origin::stated(vec![quote(self.text, person.span)], "actor.subject", 0.85);
        self.registry.id_of(&person.name, person.kind, origin)
    }

    pub(super) fn own_team(&mut self, span: Span) -> ActorId {
        let origin = Origin::stated(vec![quote(self.text, span)], "actor.we", 0.6);
        self.registry.id_of("our team", ActorKind::Staff, origin)
    }

    /// Remembers who is spoken of in a sentence that gives no steps.
    pub(in crate::intent) fn note(&mut self, sentence: &Sentence, from: usize) {
        for phrase in noun_phrases(sentence).into_iter().filter(|phrase| phrase.first >= from) {
            let name = name_of(self.text, sentence, &phrase);
            match actor_kind(&name).filter(|_| !phrase.is_pronoun(sentence)) {
                Some(kind) if matches!(kind, ActorKind::AiAgent | ActorKind::System) => {
                    self.last_system = Some(Person { name, kind, span: phrase.span });
                }
                Some(kind) if kind.is_person() && name.split(' ').count() <= 3 => {
                    self.last_person = Some(Person { name, kind, span: phrase.span });
                    return;
                }
                _ => {}
            }
        }
    }

    pub(super) fn recipient(&mut self, sentence: &Sentence, act: &Act<'_>) -> Option<ActorId> {
        let phrase = act.clause.recipient?;
        if phrase.is_pronoun(sentence) {
            return None;
        }
        let name = name_of(self.text, sentence, &phrase);
        actor_kind(&name).filter(|kind| !matches!(kind, ActorKind::System))?;
        self.actor(sentence, &phrase)
    }

    /// `the passenger gets a message`: somebody sends it.
    pub(super) fn given(
        &mut self,
        sentence: &Sentence,
        act: &Act<'_>,
        actor: Option<&ActorId>,
        until: usize,
    ) -> Option<(String, Option<ActorId>, Option<ActorId>)> {
        let clause = act.clause;
        let object = act.patient.filter(|_| clause.group.voice == Voice::Active)?;
        if let Some(found) = self.given_by(sentence, act, object) {
            return Some(found);
        }
        let sent = SENT.contains(&noun_singular(sentence.word(object.head)).as_str());
        let gets = matches!(clause.group.lemma.as_str(), "get" | "receive");
        let to = actor.cloned();
        if is_delivered(sentence, clause) {
            let name = plain(clause.subject?.span.of(self.text));
            let thing = lower_first(&said(self.text, sentence, object.first, object.head));
            self.delivery = Some(self.steps.len());
            return Some((format!("send {thing} to {}", lower_first(&name)), to, None));
        }
        if !(gets && sent && (to.is_some() || clause.subject.is_some())) {
            return None;
        }
        let name = match &to {
            Some(id) => the(&self.registry.actors.iter().find(|known| known.id == *id)?.name),
            None => plain(clause.subject?.span.of(self.text)).to_lowercase(),
        };
        let last = clause.extent.max(clause.last).min(until.saturating_sub(1)).max(object.head);
        let thing = said(self.text, sentence, object.first, object.head);
        let rest =
            if last > object.head { said(self.text, sentence, object.head + 1, last) } else { String::new() };
        let rest: Vec<&str> = rest.split(' ').take(14).collect();
        let title = format!("send {name} {thing} {}", rest.join(" "));
        Some((title.trim_end_matches([' ', ',', '.']).to_owned(), to, None))
    }

    /// `the caller gets a visit from a nurse`: the nurse acts.
    pub(super) fn given_by(
        &mut self,
        sentence: &Sentence,
        act: &Act<'_>,
        object: NounPhrase,
    ) -> Option<(String, Option<ActorId>, Option<ActorId>)> {
        let clause = act.clause;
        if !matches!(clause.group.lemma.as_str(), "get" | "receive")
            || sentence.word(object.head + 1) != "from"
        {
            return None;
        }
        let giver = noun_phrases(sentence).into_iter().find(|phrase| phrase.first == object.head + 2)?;
        let name = name_of(self.text, sentence, &giver);
        actor_kind(&name)?;
        let to = clause.subject.and_then(|phrase| self.actor(sentence, &phrase));
        let person = to
            .clone()
            .and_then(|id| self.registry.actors.iter().find(|known| known.id == id))
            .map(|known| the(&known.name));
        let actor = self.actor(sentence, &giver)?;
        let person = person.unwrap_or_else(|| "the person".to_owned());
        let thing = said(self.text, sentence, object.first, object.head);
        let rest = if clause.last > giver.head {
            said(self.text, sentence, giver.head + 1, clause.last)
        } else {
            String::new()
        };
        let title = format!("give {person} {thing} {}", rest.trim_start_matches([',', ' ']));
        Some((title.trim_end_matches([' ', ',', '.']).to_owned(), to, Some(actor)))
    }
}
