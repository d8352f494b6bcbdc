//! The title of a step: an instruction in the user's words.

use crate::text::{NounPhrase, QuantityKind, Sentence, Tag, Voice, noun_phrases, quantities};

use super::act::Act;
use super::piece::said;
use super::reading::{is_amount, lower_first};

/// Most words after the verb and its object.
const MOST_WORDS: usize = 16;

/// What a title is made of beside the words themselves.
pub(super) struct Frame<'frame> {
    pub(super) text: &'frame str,
    pub(super) sentence: &'frame Sentence,
    /// What a pronoun stands for, with its article.
    pub(super) stands_for: Option<String>,
    /// The first token of a condition that follows, which is not repeated in the title.
    pub(super) until: usize,
    /// How the title calls whoever says `me`.
    pub(super) narrator: Option<String>,
}

impl Frame<'_> {
    /// The instruction for an act.
    pub(super) fn title(&self, act: &Act<'_>) -> String {
        let clause = act.clause;
        let sentence = self.sentence;
        let last = clause.extent.max(clause.last).min(self.until.saturating_sub(1));
        let last = self.with_content(clause.group.last, last);
        let last = self.end_of(clause.group.last, last);
        if act.nominal {
            let thing = act.patient.map(|phrase| self.words(phrase.core_start(sentence), phrase.head));
            return format!(
                "{} the {}",
                act.verb,
                lower_first(&crate::text::noun_singular(&thing.unwrap_or_default()))
            );
        }
        let verb = clause.group.lemma.clone();
        if let Some(moved) = self.moved(act, last) {
            return moved;
        }
        let mut words = vec![verb];
        let is_pronoun = act.patient.is_some_and(|phrase| phrase.is_pronoun(sentence));
        let mut from = clause.group.last + 1;
        match (clause.group.voice, act.patient) {
            (Voice::Passive, Some(phrase)) => {
                let own = lower_first(&self.words(self.joined_start(&phrase), phrase.head));
                words.push(if is_pronoun { self.stands_for.clone().unwrap_or(own) } else { own });
            }
            (Voice::Active, Some(phrase)) if sentence.word(phrase.head) == "me" && phrase.first == from => {
                words.push(self.narrator.clone().unwrap_or_else(|| "me".to_owned()));
                from = phrase.head + 1;
            }
            (Voice::Active, Some(phrase)) if is_pronoun && phrase.first >= from => {
                if let Some(name) = &self.stands_for {
                    words.push(name.clone());
                    from = phrase.head + 1;
                }
            }
            (Voice::Active, Some(shared)) if shared.first > clause.extent.max(clause.last).max(last) => {
                words.push(self.words(shared.first, shared.head));
            }
            _ => {}
        }
        if let Some(agent) = clause.agent.filter(|agent| agent.head <= last) {
            // What stands between the verb and its agent stays: `is checked twice by the clerk`.
            if agent.first > from + 1 {
                words.push(self.words(from, agent.first.saturating_sub(2)));
            }
            from = agent.head + 1;
        }
        if from <= last {
            words.push(shortened(&self.words(from, last)));
        }
        if let Some(when) = self.leading_time(clause.first) {
            words.push(when);
        }
        tidy(&words.join(" "))
    }

    /// `checks` **`that the number is known`**, `sends it` **`automatically`**: what belongs to the verb follows it.
    fn with_content(&self, verb: usize, last: usize) -> usize {
        let sentence = self.sentence;
        let end = self.until.min(sentence.tokens.len());
        let opens = |at: usize| {
            matches!(
                sentence.word(at),
                "that"
                    | "whether"
                    | "how"
                    | "what"
                    | "why"
                    | "if"
                    | "who"
                    | "which"
                    | "where"
                    | "whoever"
                    | "whatever"
            )
        };
        let mut last = last;
        // `30 days` **`before the permit ends`**
        let timed = quantities(sentence).iter().any(|quantity| {
            quantity.tokens.1 == last && matches!(quantity.kind, QuantityKind::Duration { .. })
        });
        if timed && last + 1 < end && matches!(sentence.word(last + 1), "before" | "after") {
            last = (last + 1..end)
                .take_while(|at| !matches!(sentence.word(*at), "," | ";" | "." | "!" | "and"))
                .last()
                .unwrap_or(last);
        }
        // `puts them on` **`whatever is next`**
        let open = matches!(sentence.word(last), "whatever" | "whoever" | "whichever");
        // `tells the patient` **`when it is ready`**
        let tells =
            matches!(sentence.word(verb), "tell" | "tells" | "inform" | "informs" | "notify" | "notifies")
                && sentence.word(last + 1) == "when";
        if open || last + 1 < end && (opens(last + 1) || tells) && last <= verb + 6 {
            last = (last + 1..end)
                .take_while(|at| !matches!(sentence.word(*at), "," | ";" | "." | "!"))
                .last()
                .unwrap_or(last);
        }
        while last + 1 < end
            && sentence.tag(last + 1) == Tag::Adverb
            && !matches!(
                sentence.word(last + 1),
                "then" | "also" | "too" | "either" | "however" | "otherwise" | "else" | "only"
            )
        {
            last += 1;
        }
        last
    }

    fn words(&self, first: usize, last: usize) -> String {
        said(self.text, self.sentence, first, last)
    }

    /// `Students and staff are invited`: where a subject of several parts starts.
    fn joined_start(&self, phrase: &NounPhrase) -> usize {
        let sentence = self.sentence;
        let joined = phrase.first.checked_sub(1).filter(|at| matches!(sentence.word(*at), "and" | "or"));
        let before = joined.and_then(|at| {
            noun_phrases(sentence).into_iter().find(|other| other.head + 1 == at && other.first == 0)
        });
        before.map_or(phrase.first, |other| other.first)
    }

    /// Where the title ends: before a colon, a remark in dashes or a reason.
    fn end_of(&self, verb: usize, last: usize) -> usize {
        (verb + 1..=last)
            .find(|at| {
                matches!(self.sentence.word(*at), ":" | "–" | "—" | "because" | "since" | "otherwise")
                    || self.sentence.stands_at(*at, &[",", "depending", "on"])
                    || self.sentence.stands_at(*at, &["depending", "on"])
                    || self.sentence.stands_at(*at, &[",", "which"])
                    || self.sentence.stands_at(*at, &[",", "who"])
                    || self.sentence.word(*at) == "so"
                        && (self.sentence.word(at - 1) == ","
                            || matches!(
                                self.sentence.tag(at + 1),
                                Tag::Pronoun | Tag::Determiner | Tag::Subordinator
                            )
                            || self.sentence.word(at + 1) == "that")
            })
            .map_or(last, |at| at.saturating_sub(1).max(verb))
    }

    /// Things do not walk: `the case goes to the clerk` is an order to pass it on.
    fn moved(&self, act: &Act<'_>, last: usize) -> Option<String> {
        let clause = act.clause;
        let sentence = self.sentence;
        if clause.subject.is_none() && clause.group.lemma == "go" && clause.group.voice == Voice::Active {
            let skipped =
                usize::from(matches!(sentence.word(clause.group.last + 1), "straight" | "directly"));
            if sentence.word(clause.group.last + 1 + skipped) == "to" && clause.group.last < last {
                return Some(tidy(&format!(
                    "send it {}",
                    shortened(&self.words(clause.group.last + 1, last))
                )));
            }
        }
        // `where a check fails, ask for a document`: nobody asked by itself.
        let ordered = clause.shares_subject && sentence.tag(clause.group.head) == Tag::VerbBase;
        let subject = clause.subject.filter(|subject| {
            clause.group.voice == Voice::Active && !ordered && !is_amount(sentence, subject)
        })?;
        let acts = super::act::is_actor(self.text, sentence, &subject) && !subject.is_pronoun(sentence);
        if acts || super::act::is_somebody(sentence, clause, &subject) {
            return None;
        }
        let rest =
            |from: usize| if from <= last { shortened(&self.words(from, last)) } else { String::new() };
        let after = clause.group.last + 1;
        let next = sentence.word(after);
        let skipped = usize::from(matches!(
            next,
            "straight" | "directly" | "back" | "only" | "just" | "automatically" | "first"
        ));
        let next = sentence.word(after + skipped);
        let thing = match subject.is_pronoun(sentence) {
            true => self.stands_for.clone().or_else(|| Some("it".to_owned()))?,
            false => lower_first(&self.words(subject.first, subject.head)),
        };
        let verb = match (clause.group.lemma.as_str(), next) {
            ("go" | "land" | "move" | "come" | "flow", "live") => {
                return Some(tidy(&format!("publish {thing} {}", rest(after + 1 + skipped))));
            }
            ("go" | "land" | "move" | "flow" | "pass", "to" | "into" | "with" | "onto") => {
                let to = if next == "with" { "to" } else { next };
                let how = if skipped > 0 { sentence.word(after) } else { "" };
                return Some(tidy(&format!("send {thing} {how} {to} {}", rest(after + skipped + 1))));
            }
            ("go back" | "return", "to") => match self.leads_to_somebody(after + 1 + skipped) {
                true => format!("send {thing} back"),
                false => format!("set {thing} back"),
            },
            ("go out", _) => format!("send out {thing}"),
            ("appear" | "show up", _) => format!("show {thing}"),
            ("disappear", _) => format!("remove {thing}"),
            _ if act.patient.is_none() && !subject.is_pronoun(sentence) => {
                // A thing that does something by itself keeps its sentence.
                let verb = self.words(clause.group.head, clause.group.last);
                return Some(tidy(&format!("{thing} {verb} {}", rest(after))));
            }
            _ => return None,
        };
        Some(tidy(&format!("{verb} {}", rest(after))))
    }

    /// Whether the phrase at a place names somebody.
    fn leads_to_somebody(&self, at: usize) -> bool {
        noun_phrases(self.sentence)
            .into_iter()
            .find(|phrase| phrase.first == at)
            .is_some_and(|phrase| super::act::is_actor(self.text, self.sentence, &phrase))
    }

    /// `Every Monday at 7:00 the report is sent` → `… every Monday at 7:00`.
    fn leading_time(&self, first: usize) -> Option<String> {
        let sentence = self.sentence;
        let start = usize::from(matches!(sentence.word(0), "and" | "then" | "but"));
        let end = (start..first).find(|at| sentence.word(*at) == ",").unwrap_or(first);
        if end <= start || end > start + 6 || end > first {
            return None;
        }
        let opens = matches!(
            sentence.word(start),
            "every" | "each" | "on" | "at" | "two" | "three" | "one" | "a" | "once" | "in" | "twice"
        ) || sentence.tag(start) == Tag::Number;
        let timed = quantities(sentence).iter().any(|quantity| {
            quantity.tokens.1 < end
                && matches!(quantity.kind, QuantityKind::Duration { .. } | QuantityKind::Date)
        }) || (start..end).any(|at| {
            matches!(
                crate::text::noun_singular(sentence.word(at)).as_str(),
                "monday"
                    | "tuesday"
                    | "wednesday"
                    | "thursday"
                    | "friday"
                    | "saturday"
                    | "sunday"
                    | "day"
                    | "week"
                    | "month"
                    | "morning"
                    | "evening"
                    | "night"
                    | "year"
                    | "hour"
            )
        });
        let verbs = (start..end)
            .any(|at| sentence.tag(at).is_verb() || matches!(sentence.word(at), "parallel" | "case"));
        let nouns = noun_phrases(sentence).iter().filter(|phrase| phrase.head < end).count();
        (opens && timed && !verbs && nouns > 0).then(|| lower_first(&self.words(start, end - 1)))
    }
}

/// Words cut to a length that reads well, at a comma where there is one.
fn shortened(words: &str) -> String {
    let all: Vec<&str> = words.split(' ').collect();
    if all.len() <= MOST_WORDS {
        return words.to_owned();
    }
    let kept = all.get(..MOST_WORDS).unwrap_or_default();
    let comma = kept.iter().rposition(|word| word.ends_with([',', ';'])).filter(|at| *at >= 4);
    let mut kept: Vec<&str> = kept.iter().take(comma.map_or(MOST_WORDS, |at| at + 1)).copied().collect();
    const DANGLING: &[&str] = &[
        "the", "a", "an", "and", "or", "of", "to", "in", "on", "for", "with", "that", "which", "by", "from",
        "across", "at", "is", "are",
    ];
    while kept.last().is_some_and(|word| DANGLING.contains(word)) {
        kept.pop();
    }
    kept.join(" ")
}

/// Single spaces, and no mark or joining word at the end.
fn tidy(words: &str) -> String {
    let mut words = words.split_whitespace().collect::<Vec<_>>().join(" ");
    loop {
        let cut = words.trim_end_matches([' ', ',', '.', ';', ':', '(', '-', '–', '—']);
        let cut = [" and", " or", " but", " then", " only", " so", " as", ", done"]
            .iter()
            .find_map(|end| cut.strip_suffix(end))
            .unwrap_or(cut);
        if cut.len() == words.len() {
            break;
        }
        words = cut.to_owned();
    }
    if words.matches('"').count() % 2 == 1 {
        match words.strip_suffix('"') {
            Some(rest) => return rest.trim_end().to_owned(),
            None => words.push('"'),
        }
    }
    words
}
