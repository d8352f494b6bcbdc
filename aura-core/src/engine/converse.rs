//! A simulated person talks with the model that the host has plugged in.

use super::Engine;
use crate::domain::conversation::{Conversation, ConversationBrief};
use crate::domain::scenario::Persona;
use crate::error::{ErrorCode, Result};
use crate::simulate::converse::{ConverseOptions, Talk};

impl Engine {
    /// Lets a persona hold a conversation with the model of this engine as the assistant. `instructions` are the
    /// assistant's own. To agree, the persona wants each fact of the brief stated right, one a line as `name: value`.
    /// Nothing is kept. Where the budget of the model is used up, the conversation ends there and is no error.
    ///
    /// # Errors
    /// Those of [`Talk::new`] and of the model; `cancelled`.
    ///
    /// # Example
    /// ```
    /// use aura_core::domain::conversation::{ConversationBrief, ConversationFact};
    /// use aura_core::engine::Engine;
    /// use aura_core::simulate::{converse::ConverseOptions, default_personas};
    /// let fact = ConversationFact { name: "order number".into(), value: "A-17".into() };
    /// let brief = ConversationBrief { goal: "to return a pair of shoes".into(), facts: vec![fact] };
    /// let personas = default_personas();
    /// // No model is plugged in, so there is nobody to talk with.
    /// let (engine, options) = (Engine::default(), ConverseOptions::default());
    /// let talk = engine.converse(&personas[0], &brief, "Help with returns.", &options);
    /// assert_eq!(pollster::block_on(talk).unwrap_err().code(), aura_core::ErrorCode::UnavailableModel);
    /// ```
    pub async fn converse(
        &self,
        persona: &Persona,
        brief: &ConversationBrief,
        instructions: &str,
        options: &ConverseOptions,
    ) -> Result<Conversation> {
        let mut talk = Talk::new(persona, brief, options)?;
        while talk.ended().is_none() {
            self.control.cancellation.check()?;
            let request = talk.request(instructions);
            match self.model.complete(&request, &self.control).await {
                Ok(answer) => talk.hear(&answer.text),
                Err(error) if matches!(error.code(), ErrorCode::LimitBudget | ErrorCode::LimitTokens) => {
                    talk.out_of_budget();
                }
                Err(error) => return Err(error),
            }
        }
        Ok(talk.conversation(self.model.name()))
    }
}
