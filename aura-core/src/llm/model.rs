//! The trait, its requests and answers, and the default that has no model behind it.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::error::{Error, ErrorCode, Result};
use crate::progress::Control;
use crate::store::BoxFuture;

/// A language model.
pub trait Model: Send + Sync {
    /// Name of the model as its provider writes it; part of what is recorded.
    fn name(&self) -> &str;

    /// Whether there is a model at all. Stages do not ask one that is not available.
    fn is_available(&self) -> bool {
        true
    }

    /// What tokens cost. Reservations are made from it.
    fn price(&self) -> Price;

    /// Answers a request. Must stop soon after `control.cancellation` was switched.
    ///
    /// # Errors
    /// `unavailable_model`, `limit_budget`, `limit_tokens`, `cancelled`, `denied`.
    fn complete<'a>(
        &'a self,
        request: &'a ModelRequest,
        control: &'a Control,
    ) -> BoxFuture<'a, Result<ModelResponse>>;
}

/// What a model is asked.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ModelRequest {
    /// What the answer is for, for example `intent.suggest`.
    pub purpose: String,
    /// What the model is to do. Written by Aura, never by users.
    pub instructions: String,
    /// The conversation, oldest first. User text stands only here.
    pub messages: Vec<Message>,
    /// JSON Schema that the answer must fit, where it must be JSON.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub schema: Option<serde_json::Value>,
    /// Most tokens of the answer.
    pub max_output_tokens: u32,
    /// Seed for providers that take one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub seed: Option<u64>,
}

/// One part of a conversation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Message {
    /// Who speaks.
    pub speaker: Speaker,
    /// What is said.
    pub text: String,
}

/// Who speaks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Speaker {
    /// The user, or text from outside.
    User,
    /// The model.
    Model,
}

/// What a model answered.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct ModelResponse {
    /// The text. Nobody trusts it.
    pub text: String,
    /// Why it ended.
    pub stop: StopReason,
    /// What it used.
    pub usage: Usage,
}

/// Why an answer ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum StopReason {
    /// It is complete.
    Complete,
    /// It reached the limit of tokens and is cut.
    Length,
    /// The model refused.
    Refused,
}

/// Tokens that were used.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Usage {
    /// Tokens that went in.
    pub input_tokens: u64,
    /// Tokens that came out.
    pub output_tokens: u64,
}

/// What tokens cost, in millionths of a US dollar for a million tokens.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Price {
    /// For a million tokens that go in.
    pub input_micros_per_million: u64,
    /// For a million tokens that come out.
    pub output_micros_per_million: u64,
}

impl Price {
    /// The cost of a usage in millionths of a US dollar, rounded up.
    pub fn cost_micros(self, usage: Usage) -> u64 {
        let input = u128::from(usage.input_tokens) * u128::from(self.input_micros_per_million);
        let output = u128::from(usage.output_tokens) * u128::from(self.output_micros_per_million);
        u64::try_from((input + output).div_ceil(1_000_000)).unwrap_or(u64::MAX)
    }
}

impl ModelRequest {
    /// The most that the request can use: a byte of text is at most a token, plus the limit of the answer.
    pub fn largest_usage(&self) -> Usage {
        let schema = self.schema.as_ref().map_or(0, |schema| schema.to_string().len());
        let text: usize = self.messages.iter().map(|message| message.text.len() + 8).sum();
        Usage {
            input_tokens: (text + schema + self.instructions.len()) as u64,
            output_tokens: u64::from(self.max_output_tokens),
        }
    }
}

/// No model: everything works by rules alone.
#[derive(Debug, Clone, Copy, Default)]
pub struct NoModel;

impl Model for NoModel {
    fn name(&self) -> &str {
        "none"
    }

    fn is_available(&self) -> bool {
        false
    }

    fn price(&self) -> Price {
        Price::default()
    }

    fn complete<'a>(
        &'a self,
        _request: &'a ModelRequest,
        _control: &'a Control,
    ) -> BoxFuture<'a, Result<ModelResponse>> {
        Box::pin(async {
            Err(Error::new(ErrorCode::UnavailableModel, "no language model is plugged in")
                .with_hint("give the engine a `Model`, or go on with the rules alone"))
        })
    }
}
