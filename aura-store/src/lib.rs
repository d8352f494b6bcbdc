//! Stores that keep projects beyond the life of a process, behind `aura_core`'s trait [`Store`].
//!
//! [`SqliteStore`] keeps all projects of a folder in one SQLite file. In come commits; out come the same bytes,
//! also after a crash. Never here: what the bytes mean.
//!
//! [`Store`]: aura_core::store::Store

mod error;
mod sqlite;

pub use sqlite::SqliteStore;
