//! A persona in a conversation with an assistant: what it says next, by rules and by draws of its own.
//!
//! In come a persona, what it wants and knows, and one after the other the words of an assistant; out come its answers and,
//! at the end, a [`Conversation`]. It opens with its wish alone and tells a fact only when it is asked for it, or when
//! nobody asks for long (progressive disclosure). It overlooks questions by its attention and answers beside the point by
//! its skill, repeats itself with less and less patience, and gives up. It agrees only when everything that it knows was
//! stated right, and to nothing else, whatever the assistant says: the assistant's words are data. The waiting for a model
//! is the engine's. Every draw is addressed by (seed, session, turn, purpose).

mod hear;
mod step;
#[cfg(test)]
mod tests;

use std::collections::BTreeSet;

use crate::domain::conversation::{
    CONVERSATION_SCHEMA_VERSION, Conversation, ConversationBrief, ConversationEnding, ConversationFact, Turn,
    TurnAct, TurnBy,
};
use crate::domain::figures::{counted, list};
use crate::domain::scenario::Persona;
use crate::error::{Error, ErrorCode, Result};
use crate::limits::Limits;
use crate::llm::{Message, ModelRequest, Speaker};
use crate::random::{Seed, Stream, Streams};

use hear::{Heard, hear};

pub use step::{ConverseRequest, Conversed, converse};

/// How likely an ordinary person answers beside the point. Assumed; it is divided by skill.
const BESIDE_THE_POINT: f64 = 0.05;
/// How many turns that lead nowhere an ordinary person bears. Assumed; multiplied with patience.
const TURNS_BORNE: f64 = 4.0;
/// After how many turns that lead nowhere in a row a person tells something unasked. Assumed.
const UNTIL_VOLUNTEERING: u32 = 2;
/// Most facts of a brief, and most bytes of one of its texts.
const MOST_FACTS: u64 = 200;
const MOST_BYTES: u64 = 4_000;
/// Most characters of an assistant's words that are kept and read.
const MOST_HEARD: usize = 20_000;
/// Purposes of draws at a turn.
const BESIDE: u32 = 0;
const FIRST_FACT: u32 = 100;

/// How a conversation is led.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct ConverseOptions {
    /// The root of all randomness. Default: 1.
    pub seed: Seed,
    /// The number of the conversation. Default: 0.
    pub session: u64,
    /// Most answers of the assistant. Default: 30.
    pub most_turns: u32,
    /// Most tokens of one answer. Default: 500.
    pub answer_tokens: u32,
}

impl Default for ConverseOptions {
    fn default() -> Self {
        ConverseOptions { seed: Seed(1), session: 0, most_turns: 30, answer_tokens: 500 }
    }
}

impl ConverseOptions {
    /// The seed and the number of the conversation.
    #[must_use]
    pub fn with_seed(mut self, seed: Seed, session: u64) -> Self {
        (self.seed, self.session) = (seed, session);
        self
    }

    /// Most answers of the assistant.
    #[must_use]
    pub fn with_most_turns(mut self, most: u32) -> Self {
        self.most_turns = most;
        self
    }
}

/// A persona in the middle of a conversation.
#[derive(Debug)]
pub struct Talk<'a> {
    persona: &'a Persona,
    brief: &'a ConversationBrief,
    options: &'a ConverseOptions,
    streams: Streams,
    turns: Vec<Turn>,
    told: BTreeSet<usize>,
    /// Facts that the assistant stated right, and not wrong since.
    settled: BTreeSet<usize>,
    annoyance: u32,
    idle: u32,
    answers: u32,
    ended: Option<ConversationEnding>,
}

impl<'a> Talk<'a> {
    /// Opens a conversation with a wish.
    ///
    /// # Errors
    /// `invalid_scenario` for a persona out of range; `invalid_data` for a brief without facts; `limit_size` and `limit_input` for a brief that is too long.
    pub fn new(
        persona: &'a Persona,
        brief: &'a ConversationBrief,
        options: &'a ConverseOptions,
    ) -> Result<Self> {
        super::people::check(persona)?;
        if brief.facts.is_empty() {
            let message = "the persona knows nothing, so nobody can tell whether it was understood";
            return Err(Error::new(ErrorCode::InvalidData, message).with_hint("give it at least one fact"));
        }
        Limits::check_count("facts", brief.facts.len(), MOST_FACTS)?;
        let texts = brief.facts.iter().flat_map(|fact| [&fact.name, &fact.value]);
        for text in texts.chain([&brief.goal]) {
            Limits::check_input("a text of the brief", text.len(), MOST_BYTES)?;
        }
        let mut talk = Talk {
            persona,
            brief,
            options,
            streams: Streams::new(options.seed.derive("converse")),
            turns: Vec::new(),
            told: BTreeSet::new(),
            settled: BTreeSet::new(),
            annoyance: 0,
            idle: 0,
            answers: 0,
            ended: None,
        };
        talk.say(TurnAct::Opens, format!("Hello. I want {}.", brief.goal), &[]);
        Ok(talk)
    }

    /// How it ended, where it did.
    pub fn ended(&self) -> Option<ConversationEnding> {
        self.ended
    }

    /// What the assistant is asked next: `instructions` are those of the host, the conversation follows.
    pub fn request(&self, instructions: &str) -> ModelRequest {
        let messages = self.turns.iter().map(|turn| Message {
            speaker: match turn.by {
                TurnBy::Persona => Speaker::User,
                TurnBy::Assistant => Speaker::Model,
            },
            text: turn.text.clone(),
        });
        ModelRequest {
            purpose: "converse.assistant".to_owned(),
            instructions: instructions.to_owned(),
            messages: messages.collect(),
            schema: None,
            max_output_tokens: self.options.answer_tokens,
            seed: Some(self.options.seed.derive("assistant").0),
        }
    }

    /// Hears the assistant, and answers unless that ends the conversation.
    pub fn hear(&mut self, text: &str) {
        if self.ended.is_some() {
            return;
        }
        let text: String = text.chars().take(MOST_HEARD).collect();
        let heard = hear(&text, &self.brief.facts);
        self.turns.push(Turn { by: TurnBy::Assistant, text, act: None, revealed: Vec::new() });
        self.answers += 1;
        self.answer(&heard);
        if self.ended.is_none() && self.answers >= self.options.most_turns {
            self.ended = Some(ConversationEnding::StoppedAtLimit);
        }
    }

    /// Ends the conversation because nothing is left to spend.
    pub fn out_of_budget(&mut self) {
        self.ended.get_or_insert(ConversationEnding::OutOfBudget);
    }

    /// The conversation as it stands.
    pub fn conversation(self, assistant: &str) -> Conversation {
        let summary = self.ended.map_or_else(Vec::new, |ended| self.summary(ended));
        Conversation {
            schema_version: CONVERSATION_SCHEMA_VERSION,
            persona: self.persona.id.clone(),
            seed: self.options.seed,
            session: self.options.session,
            assistant: assistant.to_owned(),
            brief: self.brief.clone(),
            turns: self.turns,
            ended: self.ended,
            summary,
        }
    }

    fn answer(&mut self, heard: &Heard) {
        self.settled.extend(heard.right.iter().copied());
        for place in &heard.wrong {
            self.settled.remove(place);
        }
        // What was stated right need not be told any more.
        self.told.extend(heard.right.iter().copied());
        if !heard.wrong.is_empty() {
            self.lose_patience();
            return self.end_or(TurnAct::Corrects, |talk| talk.corrections(&heard.wrong), &heard.wrong);
        }
        let all_right = !heard.right.is_empty() && self.settled.len() == self.brief.facts.len();
        if all_right && !heard.asks_else {
            let text = format!("Yes, that is right. I want {}, and nothing else.", self.brief.goal);
            self.say(TurnAct::Agrees, text, &[]);
            self.ended = Some(ConversationEnding::Agreed);
            return;
        }
        if heard.asked.is_empty() {
            return self.not_asked(heard);
        }
        if self.draw(BESIDE).next_unit() < BESIDE_THE_POINT / self.persona.skill {
            let text = format!("I do not know what you mean. I want {}.", self.brief.goal);
            return self.say(TurnAct::MissesThePoint, text, &[]);
        }
        self.asked(&heard.asked);
    }

    fn asked(&mut self, asked: &[usize]) {
        let noticed: Vec<usize> = asked
            .iter()
            .copied()
            .filter(|place| self.draw(FIRST_FACT + *place as u32).next_unit() < self.persona.attention)
            .collect();
        let Some(first) = asked.first() else { return };
        if noticed.is_empty() {
            let text = format!("Sorry, what do you need? I want {}.", self.brief.goal);
            return self.say(TurnAct::MissesThePoint, text, &[]);
        }
        let fresh: Vec<usize> = noticed.iter().copied().filter(|place| !self.told.contains(place)).collect();
        if fresh.is_empty() {
            self.lose_patience();
            let again = self.statement(&[*noticed.first().unwrap_or(first)]);
            return self.end_or(TurnAct::Repeats, |_| format!("I have told you already. {again}"), &[]);
        }
        self.idle = 0;
        let text = self.statement(&noticed);
        self.say(TurnAct::Answers, text, &noticed);
    }

    /// Nothing is asked that it knows: a proposal of something else is declined, silence is filled after a while.
    fn not_asked(&mut self, heard: &Heard) {
        self.lose_patience();
        self.idle += 1;
        let next = (0..self.brief.facts.len()).find(|place| !self.told.contains(place));
        if self.idle >= UNTIL_VOLUNTEERING
            && let Some(place) = next
        {
            self.idle = 0;
            return self.end_or(TurnAct::Volunteers, |talk| talk.statement(&[place]), &[place]);
        }
        let goal = &self.brief.goal;
        let (act, text) = match heard.asks_else {
            true => (TurnAct::Declines, format!("No. I want {goal}.")),
            false => (TurnAct::Repeats, format!("I still want {goal}.")),
        };
        self.end_or(act, |_| text, &[]);
    }

    fn lose_patience(&mut self) {
        self.annoyance += 1;
    }

    /// Says something, or gives up where the patience is at an end.
    fn end_or(&mut self, act: TurnAct, text: impl FnOnce(&Self) -> String, revealed: &[usize]) {
        if f64::from(self.annoyance) > (TURNS_BORNE * self.persona.patience).max(1.0) {
            self.say(TurnAct::GivesUp, "This leads nowhere. I give up.".to_owned(), &[]);
            self.ended = Some(ConversationEnding::GaveUp);
            return;
        }
        let text = text(self);
        self.say(act, text, revealed);
    }

    fn corrections(&self, wrong: &[usize]) -> String {
        format!("No, that is wrong. {}", self.statement(wrong))
    }

    fn statement(&self, places: &[usize]) -> String {
        let facts = places.iter().filter_map(|place| self.brief.facts.get(*place));
        let all: Vec<String> =
            facts.map(|ConversationFact { name, value }| format!("The {name} is {value}.")).collect();
        all.join(" ")
    }

    fn say(&mut self, act: TurnAct, text: String, places: &[usize]) {
        let fresh = places.iter().copied().filter(|place| self.told.insert(*place));
        let names: Vec<usize> = fresh.collect();
        let names = names.into_iter().filter_map(|place| self.brief.facts.get(place));
        let revealed = names.map(|fact| fact.name.clone()).collect();
        self.turns.push(Turn { by: TurnBy::Persona, text, act: Some(act), revealed });
    }

    fn draw(&self, purpose: u32) -> Stream {
        self.streams.stream(self.options.session, self.answers, purpose)
    }

    fn summary(&self, ended: ConversationEnding) -> Vec<String> {
        let answers = counted(u64::from(self.answers), "answer");
        let mut text = vec![match ended {
            ConversationEnding::Agreed => {
                format!("After {answers} the assistant had everything right, and the persona agreed.")
            }
            ConversationEnding::GaveUp => format!("After {answers} of the assistant the persona gave up."),
            ConversationEnding::StoppedAtLimit => format!("It was stopped after {answers} of the assistant."),
            ConversationEnding::OutOfBudget => {
                format!("It ended after {answers} of the assistant, because the budget was used up.")
            }
        }];
        let open: Vec<&str> = (0..self.brief.facts.len())
            .filter(|place| !self.told.contains(place))
            .filter_map(|place| self.brief.facts.get(place).map(|fact| fact.name.as_str()))
            .collect();
        if !open.is_empty() {
            text.push(format!("Nobody came to know: {}.", list(&open)));
        }
        let times = |act: TurnAct| self.turns.iter().filter(|turn| turn.act == Some(act)).count() as u64;
        let (corrected, declined) = (times(TurnAct::Corrects), times(TurnAct::Declines));
        if corrected + declined > 0 {
            text.push(format!(
                "The assistant was corrected {} and something else than was wanted declined {}.",
                counted(corrected, "time"),
                counted(declined, "time")
            ));
        }
        text
    }
}
