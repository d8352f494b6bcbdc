//! All projects of a folder in one SQLite file.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use aura_core::store::{
    Artifact, ArtifactId, ArtifactLink, BoxFuture, Commit, Project, ProjectId, Revision, Store,
};
use aura_core::{Error, ErrorCode, Result};
use rusqlite::{Connection, OptionalExtension, Row, Transaction, TransactionBehavior, params};

use crate::error::from_sqlite;

/// The version of the tables; a file with a higher one was written by a newer Aura.
const TABLES_VERSION: i64 = 1;

/// Largest artifact, in bytes.
const MAX_BODY_BYTES: usize = 256 << 20;

const TABLES: &str = "
    CREATE TABLE IF NOT EXISTS artifacts (
        id TEXT PRIMARY KEY, kind TEXT NOT NULL, lineage TEXT NOT NULL, body BLOB NOT NULL
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE IF NOT EXISTS projects (id TEXT PRIMARY KEY, name TEXT NOT NULL) STRICT, WITHOUT ROWID;
    CREATE TABLE IF NOT EXISTS revisions (
        project TEXT NOT NULL REFERENCES projects(id), number INTEGER NOT NULL, message TEXT NOT NULL,
        at TEXT NOT NULL, heads TEXT NOT NULL, PRIMARY KEY (project, number)
    ) STRICT, WITHOUT ROWID;
";

/// Keeps projects in one SQLite file with a write-ahead log. Each commit is one transaction that is on the disk
/// before the call returns, so a process that is killed leaves the state before or after a commit, never between.
///
/// Calls block the calling thread for as long as the disk takes; they never wait on anything else.
pub struct SqliteStore {
    path: PathBuf,
    connection: Mutex<Connection>,
}

impl SqliteStore {
    /// Opens the store in a file, and makes file and tables where they are not there. The folder must exist.
    ///
    /// # Errors
    /// `unavailable_store` where the file cannot be opened or is no store; `invalid_schema_version` where a newer
    /// Aura wrote it.
    pub fn open(path: impl AsRef<Path>) -> Result<Self> {
        let path = path.as_ref().to_path_buf();
        let connection = Connection::open(&path).map_err(|error| from_sqlite("open", error))?;
        prepare(&connection)?;
        Ok(SqliteStore { path, connection: Mutex::new(connection) })
    }

    /// Refuses to grow beyond a number of bytes (rounded down to whole pages, as the file grows by pages).
    ///
    /// # Errors
    /// `unavailable_store`.
    pub fn limit_bytes(&self, bytes: u64) -> Result<()> {
        let connection = self.connection();
        let page: i64 = connection
            .query_row("PRAGMA page_size", [], |row| row.get(0))
            .map_err(|error| from_sqlite("limit", error))?;
        let pages = (bytes / u64::try_from(page).unwrap_or(4096).max(1)).max(1);
        connection
            .query_row(&format!("PRAGMA max_page_count = {pages}"), [], |_row| Ok(()))
            .map_err(|error| from_sqlite("limit", error))
    }

    fn connection(&self) -> MutexGuard<'_, Connection> {
        // A transaction that a panic cut off is rolled back when it is dropped, so the connection stays usable.
        self.connection.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Store for SqliteStore {
    fn commit<'a>(&'a self, commit: &'a Commit) -> BoxFuture<'a, Result<Revision>> {
        Box::pin(async move {
            let mut connection = self.connection();
            let transaction = connection
                .transaction_with_behavior(TransactionBehavior::Immediate)
                .map_err(|error| from_sqlite("write to", error))?;
            let revision = write(&transaction, commit)?;
            transaction.commit().map_err(|error| from_sqlite("write to", error))?;
            Ok(revision)
        })
    }

    fn artifact<'a>(&'a self, id: &'a ArtifactId) -> BoxFuture<'a, Result<Option<Artifact>>> {
        Box::pin(async move {
            let found = self
                .connection()
                .prepare_cached("SELECT kind, lineage, body FROM artifacts WHERE id = ?1")
                .and_then(|mut statement| {
                    statement
                        .query_row([id.as_str()], |row| {
                            Ok((row.get(0)?, row.get::<_, String>(1)?, row.get(2)?))
                        })
                        .optional()
                })
                .map_err(|error| from_sqlite("read", error))?;
            found.map(|(kind, lineage, body)| intact(id, kind, &lineage, body)).transpose()
        })
    }

    fn project<'a>(&'a self, id: &'a ProjectId) -> BoxFuture<'a, Result<Option<Project>>> {
        Box::pin(async move { read_project(&self.connection(), id) })
    }

    fn projects(&self) -> BoxFuture<'_, Result<Vec<Project>>> {
        Box::pin(async move {
            let connection = self.connection();
            let ids: Vec<String> = connection
                .prepare_cached("SELECT id FROM projects ORDER BY id")
                .and_then(|mut statement| statement.query_map([], |row| row.get(0))?.collect())
                .map_err(|error| from_sqlite("read", error))?;
            let mut projects = Vec::with_capacity(ids.len());
            for id in ids {
                projects.extend(read_project(&connection, &ProjectId::new(id)?)?);
            }
            Ok(projects)
        })
    }

    fn history<'a>(&'a self, id: &'a ProjectId, most: usize) -> BoxFuture<'a, Result<Vec<Revision>>> {
        Box::pin(async move { read_revisions(&self.connection(), id, most) })
    }

    fn describe(&self) -> String {
        format!("SQLite file {}", self.path.display())
    }
}

fn prepare(connection: &Connection) -> Result<()> {
    let opening = |error| from_sqlite("open", error);
    connection.busy_timeout(Duration::from_secs(10)).map_err(opening)?;
    let version: i64 = connection.query_row("PRAGMA user_version", [], |row| row.get(0)).map_err(opening)?;
    if version > TABLES_VERSION {
        return Err(Error::new(
            ErrorCode::InvalidSchemaVersion,
            format!("the store has version {version}, this Aura reads up to {TABLES_VERSION}"),
        )
        .with_hint("use a newer Aura"));
    }
    // The answer is the mode that is really in force; on file systems without shared memory it stays `delete`,
    // which is as safe.
    connection.query_row("PRAGMA journal_mode = WAL", [], |_row| Ok(())).map_err(opening)?;
    connection.execute_batch("PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON;").map_err(opening)?;
    if version < TABLES_VERSION {
        connection.execute_batch(TABLES).map_err(opening)?;
        connection.execute_batch(&format!("PRAGMA user_version = {TABLES_VERSION}")).map_err(opening)?;
    }
    Ok(())
}

fn write(transaction: &Transaction<'_>, commit: &Commit) -> Result<Revision> {
    let writing = |error| from_sqlite("write to", error);
    let present: i64 = transaction
        .query_row("SELECT COUNT(*) FROM revisions WHERE project = ?1", [commit.project.as_str()], |row| {
            row.get(0)
        })
        .map_err(writing)?;
    let present = u64::try_from(present).unwrap_or(0);
    commit.check_expected(present)?;
    if present == 0 {
        transaction
            .execute(
                "INSERT INTO projects (id, name) VALUES (?1, ?2)",
                [commit.project.as_str(), &commit.name],
            )
            .map_err(writing)?;
    }
    for artifact in &commit.artifacts {
        write_artifact(transaction, artifact)?;
    }
    let revision = Revision {
        number: present + 1,
        message: commit.message.clone(),
        at: commit.at.clone(),
        heads: commit.heads.clone(),
    };
    transaction
        .execute(
            "INSERT INTO revisions (project, number, message, at, heads) VALUES (?1, ?2, ?3, ?4, ?5)",
            params![
                commit.project.as_str(),
                i64::try_from(revision.number).unwrap_or(i64::MAX),
                revision.message,
                revision.at,
                to_json(&revision.heads)?
            ],
        )
        .map_err(writing)?;
    Ok(revision)
}

fn write_artifact(transaction: &Transaction<'_>, artifact: &Artifact) -> Result<()> {
    if artifact.body.len() > MAX_BODY_BYTES {
        return Err(Error::new(
            ErrorCode::LimitSize,
            format!(
                "a {} of {} bytes is larger than the limit of {MAX_BODY_BYTES}",
                artifact.kind,
                artifact.body.len()
            ),
        ));
    }
    transaction
        .prepare_cached(
            "INSERT INTO artifacts (id, kind, lineage, body) VALUES (?1, ?2, ?3, ?4) ON CONFLICT DO NOTHING",
        )
        .and_then(|mut statement| {
            statement.execute(params![
                artifact.id.as_str(),
                artifact.kind,
                to_json(&artifact.lineage).unwrap_or_default(),
                artifact.body
            ])
        })
        .map_err(|error| from_sqlite("write to", error))?;
    Ok(())
}

fn intact(id: &ArtifactId, kind: String, lineage: &str, body: Vec<u8>) -> Result<Artifact> {
    let lineage: Vec<ArtifactLink> = from_json(lineage)?;
    let artifact = Artifact { id: id.clone(), kind, lineage, body };
    if artifact.is_intact() {
        return Ok(artifact);
    }
    Err(Error::new(
        ErrorCode::InvalidDocument,
        format!("artifact `{id}` is damaged: its content was changed"),
    )
    .with_hint("restore the store from a backup; other artifacts are not concerned"))
}

fn read_project(connection: &Connection, id: &ProjectId) -> Result<Option<Project>> {
    let name: Option<String> = connection
        .prepare_cached("SELECT name FROM projects WHERE id = ?1")
        .and_then(|mut statement| statement.query_row([id.as_str()], |row| row.get(0)).optional())
        .map_err(|error| from_sqlite("read", error))?;
    let newest = read_revisions(connection, id, 1)?.into_iter().next();
    Ok(name.zip(newest).map(|(name, revision)| Project { id: id.clone(), name, revision }))
}

fn read_revisions(connection: &Connection, id: &ProjectId, most: usize) -> Result<Vec<Revision>> {
    let most = i64::try_from(most).unwrap_or(i64::MAX);
    let rows: Vec<(i64, String, String, String)> = connection
        .prepare_cached(
            "SELECT number, message, at, heads FROM revisions WHERE project = ?1 ORDER BY number DESC LIMIT ?2",
        )
        .and_then(|mut statement| statement.query_map(params![id.as_str(), most], revision_row)?.collect())
        .map_err(|error| from_sqlite("read", error))?;
    rows.into_iter()
        .map(|(number, message, at, heads)| {
            let heads: BTreeMap<String, ArtifactId> = from_json(&heads)?;
            Ok(Revision { number: u64::try_from(number).unwrap_or(0), message, at, heads })
        })
        .collect()
}

fn revision_row(row: &Row<'_>) -> rusqlite::Result<(i64, String, String, String)> {
    Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?))
}

fn to_json<T: serde::Serialize>(value: &T) -> Result<String> {
    serde_json::to_string(value).map_err(|error| {
        Error::new(ErrorCode::Internal, "a record could not be written as JSON").with_source(error)
    })
}

fn from_json<T: serde::de::DeserializeOwned>(text: &str) -> Result<T> {
    serde_json::from_str(text).map_err(|error| {
        Error::new(ErrorCode::InvalidDocument, "a record of the store cannot be read").with_source(error)
    })
}
