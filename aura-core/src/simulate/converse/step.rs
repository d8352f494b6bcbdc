//! A conversation step by step, for hosts that ask the assistant's model themselves.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{ConverseOptions, Talk};
use crate::domain::conversation::{Conversation, ConversationBrief};
use crate::domain::scenario::Persona;
use crate::error::{Error, ErrorCode, Result};
use crate::llm::ModelRequest;
use crate::random::Seed;
use crate::simulate::default_personas;

/// What the assistant has answered so far, from the first answer on. The persona says the same to the same answers.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ConverseRequest {
    /// What the persona wants and knows. To agree, it wants each fact stated right, one a line as `name: value`.
    pub brief: ConversationBrief,
    /// The answers of the assistant; none at the beginning.
    #[serde(default)]
    pub heard: Vec<String>,
    /// Who talks; the ordinary person of the defaults where absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub persona: Option<Persona>,
    /// What the assistant is told to be; goes into the next request to its model.
    #[serde(default)]
    pub instructions: String,
    /// The name of the assistant, for the record; `assistant` where absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub assistant: Option<String>,
    /// The root of all randomness; 1 where absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub seed: Option<u64>,
    /// The number of the conversation; another one is another person of the same kind. 0 where absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub session: Option<u64>,
    /// Most answers of the assistant; 30 where absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub most_turns: Option<u32>,
}

/// A conversation as it stands.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Conversed {
    /// What was said so far, the persona's answer last.
    pub conversation: Conversation,
    /// What the assistant's model is asked next; absent where the conversation is over.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub next: Option<ModelRequest>,
}

/// What a persona says to the answers of an assistant.
///
/// # Errors
/// As [`Talk::new`]; `invalid_data` for answers after the end of the conversation.
///
/// # Example
/// ```
/// use aura_core::simulate::converse::{ConverseRequest, converse};
/// let begin: ConverseRequest = serde_json::from_str(
///     r#"{"brief": {"goal": "to return a pair of shoes", "facts": [{"name": "order number", "value": "A-17"}]}}"#,
/// )?;
/// let said = converse(&begin)?;
/// assert_eq!(said.conversation.turns[0].text, "Hello. I want to return a pair of shoes.");
/// let answered = converse(&ConverseRequest { heard: vec!["Order number: A-17".into()], ..begin })?;
/// assert!(answered.next.is_none(), "everything was stated right, so the persona agreed");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn converse(request: &ConverseRequest) -> Result<Conversed> {
    let mut usual = default_personas().into_iter();
    let persona = request.persona.clone().or_else(|| usual.next());
    let persona = persona.ok_or_else(|| Error::new(ErrorCode::Internal, "there are no default personas"))?;
    let seed = Seed(request.seed.unwrap_or(1));
    let options = ConverseOptions::default().with_seed(seed, request.session.unwrap_or(0));
    let most = request.most_turns.unwrap_or(options.most_turns);
    let options = options.with_most_turns(most);
    let mut talk = Talk::new(&persona, &request.brief, &options)?;
    for (number, answer) in request.heard.iter().enumerate() {
        if talk.ended().is_some() {
            let message = format!(
                "the conversation ended with answer {number}, but {} were given",
                request.heard.len()
            );
            return Err(Error::new(ErrorCode::InvalidData, message)
                .with_hint("stop where there is no `next` request"));
        }
        talk.hear(answer);
    }
    let next = talk.ended().is_none().then(|| talk.request(&request.instructions));
    let name = request.assistant.as_deref().unwrap_or("assistant");
    Ok(Conversed { conversation: talk.conversation(name), next })
}
