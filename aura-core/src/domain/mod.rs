//! The product's nouns: what crosses every boundary as JSON, and their JSON Schemas.
//!
//! In comes nothing but values; each type says what is legal. Never here: how anything is computed.

pub mod actor;
pub mod agent;
pub mod allocation;
pub mod belief;
pub mod calibration;
pub mod conversation;
pub mod data;
pub mod edit;
pub mod event_log;
pub mod experiment;
pub mod fault;
pub mod figures;
pub mod handoff;
pub mod id;
pub mod influence;
pub mod insight;
pub mod intent;
pub mod live;
mod measure;
pub mod metric;
pub mod observation;
pub mod plan;
pub mod problem;
pub mod prototype;
pub mod provenance;
pub mod quantity;
pub mod question;
pub mod resource;
pub mod run;
pub mod scenario;
pub mod schema;
pub mod step;
pub mod story;
pub mod version;
pub mod walk;

pub use schema::schemas;
