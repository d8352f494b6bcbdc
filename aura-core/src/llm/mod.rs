//! Language models: the trait that a host plugs in, budgets, and recorded exchanges.
//!
//! In comes a request with a purpose; out comes text that is data and never instruction. Money and tokens are
//! reserved before a call, never counted after it. Never here: what the text means, and no network.

mod budget;
mod cassette;
mod model;

pub use budget::{Budget, BudgetedModel, Ledger, Reservation};
pub use cassette::{CASSETTE_SCHEMA_VERSION, Cassette, Exchange, RecordingModel, ReplayingModel};
pub use model::{Message, Model, ModelRequest, ModelResponse, NoModel, Price, Speaker, StopReason, Usage};
