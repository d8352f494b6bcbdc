//! A persona talks with a plugged-in model: within the budget, until it is cancelled, and again from a recording.

use std::sync::Arc;

use pollster::block_on;

use crate::domain::conversation::{ConversationBrief, ConversationEnding, ConversationFact};
use crate::engine::Engine;
use crate::error::{ErrorCode, Result};
use crate::llm::{
    Budget, BudgetedModel, Ledger, Model, ModelRequest, ModelResponse, Price, RecordingModel, ReplayingModel,
    Speaker, StopReason, Usage,
};
use crate::progress::Control;
use crate::random::Seed;
use crate::simulate::converse::ConverseOptions;
use crate::simulate::default_personas;
use crate::store::BoxFuture;

/// Asks for one fact after the other, and repeats what it heard.
struct Clerk;

impl Model for Clerk {
    fn name(&self) -> &str {
        "clerk"
    }

    fn price(&self) -> Price {
        Price { input_micros_per_million: 1_000_000, output_micros_per_million: 1_000_000 }
    }

    fn complete<'a>(
        &'a self,
        request: &'a ModelRequest,
        _control: &'a Control,
    ) -> BoxFuture<'a, Result<ModelResponse>> {
        let said: String = request
            .messages
            .iter()
            .filter(|message| message.speaker == Speaker::User)
            .map(|message| message.text.as_str())
            .collect();
        let text = match (said.contains("A-17"), said.contains("too small")) {
            (false, _) => "What is your order number?",
            (true, false) => "Please tell me the reason.",
            (true, true) => "Order number: A-17\nReason: too small\nIs that right?",
        };
        let usage = Usage { input_tokens: said.len() as u64, output_tokens: 20 };
        Box::pin(
            async move { Ok(ModelResponse { text: text.to_owned(), stop: StopReason::Complete, usage }) },
        )
    }
}

fn brief() -> ConversationBrief {
    let fact = |name: &str, value: &str| ConversationFact { name: name.to_owned(), value: value.to_owned() };
    ConversationBrief {
        goal: "to return a pair of shoes".to_owned(),
        facts: vec![fact("order number", "A-17"), fact("reason", "too small")],
    }
}

#[test]
fn a_conversation_is_replayed_to_the_same_bytes() {
    let recorder = Arc::new(RecordingModel::new(Arc::new(Clerk)));
    let talk = |engine: &Engine, session: u64| {
        let options = ConverseOptions::default().with_seed(Seed(4), session);
        let personas = default_personas();
        let told = block_on(engine.converse(&personas[1], &brief(), "Help with returns.", &options)).unwrap();
        serde_json::to_string(&told).unwrap()
    };
    let live = Engine::default().with_model(recorder.clone());
    let told: Vec<String> = (0..20).map(|session| talk(&live, session)).collect();
    assert!(
        told.iter()
            .all(|told| told.contains("\"ended\":\"agreed\"") || told.contains("\"ended\":\"gave_up\""))
    );
    assert!(told.iter().any(|told| told.contains("misses_the_point")));
    let replayed = Engine::default().with_model(Arc::new(ReplayingModel::new(recorder.cassette()).unwrap()));
    let again: Vec<String> = (0..20).map(|session| talk(&replayed, session)).collect();
    assert_eq!(told, again);
}

#[test]
fn a_conversation_ends_where_its_tokens_end_and_where_it_is_cancelled() {
    let personas = default_personas();
    let options = ConverseOptions::default();
    let ledger = Ledger::new(Budget { money_micros: 1_000_000, tokens: 700 });
    let engine = Engine::default().with_model(Arc::new(BudgetedModel::new(Arc::new(Clerk), ledger.clone())));
    let told = block_on(engine.converse(&personas[0], &brief(), "", &options)).unwrap();
    assert_eq!(told.ended, Some(ConversationEnding::OutOfBudget));
    assert!(told.turns.len() >= 3 && ledger.spent().1 <= 700);
    let control = Control::default();
    control.cancellation.cancel();
    let stopped = Engine::default().with_model(Arc::new(Clerk)).with_control(control);
    let error = block_on(stopped.converse(&personas[0], &brief(), "", &options)).unwrap_err();
    assert_eq!(error.code(), ErrorCode::Cancelled);
    let nobody = block_on(Engine::default().converse(&personas[0], &brief(), "", &options)).unwrap_err();
    assert_eq!(nobody.code(), ErrorCode::UnavailableModel);
}
