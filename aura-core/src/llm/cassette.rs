//! Recorded exchanges with a model: played back, a run needs no model and gives the same bytes.

use std::sync::{Arc, Mutex, PoisonError};

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::model::{Model, ModelRequest, ModelResponse, Price};
use crate::error::{Error, ErrorCode, Result};
use crate::progress::Control;
use crate::store::BoxFuture;

/// The newest version of the stored form of a [`Cassette`].
pub const CASSETTE_SCHEMA_VERSION: u32 = 1;

/// Exchanges in the order in which they happened.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Cassette {
    /// Version of this document's shape.
    pub schema_version: u32,
    /// Name of the model that answered.
    pub model: String,
    /// What was asked and answered.
    pub exchanges: Vec<Exchange>,
}

/// One request and its answer.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Exchange {
    /// What was asked.
    pub request: ModelRequest,
    /// What was answered.
    pub response: ModelResponse,
}

/// A model whose exchanges are recorded.
pub struct RecordingModel {
    model: Arc<dyn Model>,
    exchanges: Mutex<Vec<Exchange>>,
}

impl RecordingModel {
    /// Records what a model is asked and answers.
    pub fn new(model: Arc<dyn Model>) -> Self {
        RecordingModel { model, exchanges: Mutex::default() }
    }

    /// What was recorded so far.
    pub fn cassette(&self) -> Cassette {
        let exchanges = self.exchanges.lock().unwrap_or_else(PoisonError::into_inner).clone();
        Cassette { schema_version: CASSETTE_SCHEMA_VERSION, model: self.model.name().to_owned(), exchanges }
    }
}

impl Model for RecordingModel {
    fn name(&self) -> &str {
        self.model.name()
    }

    fn is_available(&self) -> bool {
        self.model.is_available()
    }

    fn price(&self) -> Price {
        self.model.price()
    }

    fn complete<'a>(
        &'a self,
        request: &'a ModelRequest,
        control: &'a Control,
    ) -> BoxFuture<'a, Result<ModelResponse>> {
        Box::pin(async move {
            let response = self.model.complete(request, control).await?;
            let exchange = Exchange { request: request.clone(), response: response.clone() };
            self.exchanges.lock().unwrap_or_else(PoisonError::into_inner).push(exchange);
            Ok(response)
        })
    }
}

/// A model that answers from a recording, at no cost.
pub struct ReplayingModel {
    cassette: Cassette,
}

impl ReplayingModel {
    /// Plays a recording.
    ///
    /// # Errors
    /// `invalid_schema_version` where the recording was made by a newer version.
    pub fn new(cassette: Cassette) -> Result<Self> {
        if cassette.schema_version > CASSETTE_SCHEMA_VERSION {
            return Err(Error::new(
                ErrorCode::InvalidSchemaVersion,
                format!(
                    "the recording has version {}, this engine reads up to {CASSETTE_SCHEMA_VERSION}",
                    cassette.schema_version
                ),
            ));
        }
        Ok(ReplayingModel { cassette })
    }
}

impl Model for ReplayingModel {
    fn name(&self) -> &str {
        &self.cassette.model
    }

    fn price(&self) -> Price {
        Price::default()
    }

    fn complete<'a>(
        &'a self,
        request: &'a ModelRequest,
        _control: &'a Control,
    ) -> BoxFuture<'a, Result<ModelResponse>> {
        let found = self.cassette.exchanges.iter().find(|exchange| exchange.request == *request);
        let answer = found.map(|exchange| exchange.response.clone()).ok_or_else(|| {
            Error::new(ErrorCode::UnavailableModel, "the recording holds no answer to this request")
                .with_context("purpose", &request.purpose)
                .with_hint("record again with the model plugged in")
        });
        Box::pin(async move { answer })
    }
}

#[cfg(test)]
mod tests {
    use super::super::model::{Message, NoModel, Speaker, StopReason, Usage};
    use super::*;

    struct Echo;

    impl Model for Echo {
        fn name(&self) -> &str {
            "echo"
        }

        fn price(&self) -> Price {
            Price { input_micros_per_million: 1, output_micros_per_million: 1 }
        }

        fn complete<'a>(
            &'a self,
            request: &'a ModelRequest,
            _control: &'a Control,
        ) -> BoxFuture<'a, Result<ModelResponse>> {
            let text = request.messages.iter().map(|message| message.text.as_str()).collect();
            Box::pin(async move {
                Ok(ModelResponse { text, stop: StopReason::Complete, usage: Usage::default() })
            })
        }
    }

    fn request(text: &str) -> ModelRequest {
        ModelRequest {
            purpose: "test".to_owned(),
            instructions: String::new(),
            messages: vec![Message { speaker: Speaker::User, text: text.to_owned() }],
            schema: None,
            max_output_tokens: 10,
            seed: None,
        }
    }

    #[test]
    fn what_was_recorded_is_played() {
        let control = Control::default();
        let recorder = RecordingModel::new(Arc::new(Echo));
        let live = pollster::block_on(recorder.complete(&request("hello"), &control)).unwrap();
        let player = ReplayingModel::new(recorder.cassette()).unwrap();
        assert_eq!(pollster::block_on(player.complete(&request("hello"), &control)).unwrap(), live);
        let error = pollster::block_on(player.complete(&request("other"), &control)).unwrap_err();
        assert_eq!(error.code(), ErrorCode::UnavailableModel);
    }

    #[test]
    fn without_a_model_the_error_says_so() {
        let error = pollster::block_on(NoModel.complete(&request("hello"), &Control::default())).unwrap_err();
        assert_eq!(error.code(), ErrorCode::UnavailableModel);
    }
}
