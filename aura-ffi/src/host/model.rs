//! A language model that the host implements.

use std::sync::Arc;
use std::time::Duration;

use aura_core::llm::{Model, ModelRequest, ModelResponse, Price};
use aura_core::progress::Control;
use aura_core::store::BoxFuture;
use aura_core::{ErrorCode, Result};

use super::{Asked, Host};

/// Asks the host `complete` with a `ModelRequest`; the answer is a `ModelResponse`.
pub(crate) struct HostedModel {
    asked: Asked,
    name: String,
    price: Price,
}

impl HostedModel {
    pub(crate) fn new(host: Arc<dyn Host>, name: String, price: Price, timeout: Duration) -> Self {
        let asked = Asked { host, timeout, what: "model", fault: ErrorCode::UnavailableModel };
        HostedModel { asked, name, price }
    }
}

impl Model for HostedModel {
    fn name(&self) -> &str {
        &self.name
    }

    fn price(&self) -> Price {
        self.price
    }

    fn complete<'a>(
        &'a self,
        request: &'a ModelRequest,
        control: &'a Control,
    ) -> BoxFuture<'a, Result<ModelResponse>> {
        Box::pin(async move { self.asked.ask("complete", request, &control.cancellation) })
    }
}
