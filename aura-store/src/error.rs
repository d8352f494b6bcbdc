//! Where errors of SQLite become errors of Aura.

use aura_core::{Error, ErrorCode};
use rusqlite::ffi::ErrorCode as SqliteCode;

/// Turns an error of SQLite into one that says what to do. `doing` completes "cannot … the store".
pub(crate) fn from_sqlite(doing: &str, error: rusqlite::Error) -> Error {
    let (what, hint) = match error.sqlite_error_code() {
        Some(SqliteCode::DiskFull) => {
            ("the disk is full", "free some space and try again; nothing was changed")
        }
        Some(SqliteCode::DatabaseBusy | SqliteCode::DatabaseLocked) => {
            ("another process is writing to it", "try again when the other process is done")
        }
        Some(SqliteCode::ReadOnly | SqliteCode::PermissionDenied | SqliteCode::CannotOpen) => {
            ("it cannot be opened for writing", "check that the folder exists and that you may write to it")
        }
        Some(SqliteCode::NotADatabase | SqliteCode::DatabaseCorrupt) => {
            ("the file is damaged or is not a store", "move the file away, or name another folder")
        }
        Some(SqliteCode::SystemIoFailure) => ("the disk reports a fault", "check the disk and try again"),
        _ => ("the database refused", "try again, and report this if it stays"),
    };
    Error::new(ErrorCode::UnavailableStore, format!("cannot {doing} the store: {what}"))
        .with_hint(hint)
        .with_source(error)
}
