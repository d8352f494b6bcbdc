//! One call of the command: the engine over this folder's store, and which project is meant.

use std::path::PathBuf;
use std::sync::Arc;

use aura_core::domain::agent::Agent;
use aura_core::engine::Engine;
use aura_core::limits::Limits;
use aura_core::store::ProjectId;
use aura_core::{Error, ErrorCode, Result};
use aura_store::SqliteStore;

use crate::arguments::Common;
use crate::host::{self, WallClock};
use crate::input::plain;
use crate::output::Output;

/// The file that keeps all projects of a folder.
const STORE: &str = "store.sqlite";
/// The file that names the project that was changed last.
const PRESENT: &str = "present";

/// What all commands work with.
pub(crate) struct Session {
    /// The engine.
    pub(crate) engine: Engine,
    /// Where and how to write.
    pub(crate) output: Output,
    home: PathBuf,
    wanted: Option<ProjectId>,
}

impl Session {
    /// Opens the store of this folder, and makes it where it is not there.
    pub(crate) fn open(common: &Common) -> Result<Self> {
        let home = home(common);
        std::fs::create_dir_all(&home).map_err(|error| {
            Error::new(
                ErrorCode::UnavailableStore,
                format!("`{}` cannot be made: {}", home.display(), plain(&error)),
            )
            .with_hint("choose another folder with --home")
            .with_source(error)
        })?;
        let store = SqliteStore::open(home.join(STORE))?;
        let engine = Engine::default()
            .with_store(Arc::new(store))
            .with_clock(Arc::new(WallClock))
            .with_agents(own_agents(common)?)
            .with_control(host::control(common));
        let wanted = common.project.as_deref().map(project_id).transpose()?;
        Ok(Session { engine, output: Output::new(common), home, wanted })
    }

    /// The project that was named on the command line.
    pub(crate) fn wanted(&self) -> Option<&ProjectId> {
        self.wanted.as_ref()
    }

    /// The project to work on: the named one, else the one that was changed last.
    pub(crate) fn project(&self) -> Result<ProjectId> {
        if let Some(project) = &self.wanted {
            return Ok(project.clone());
        }
        let present = std::fs::read_to_string(self.home.join(PRESENT)).unwrap_or_default();
        ProjectId::new(present.trim()).map_err(|_| {
            Error::new(ErrorCode::NotFound, "there is no project in this folder yet")
                .with_hint("begin with `aura run goal.md`, or name a project with --project")
        })
    }

    /// Remembers the project for the next call.
    pub(crate) fn remember(&self, project: &ProjectId) -> Result<()> {
        crate::files::write(&self.home.join(PRESENT), project.as_str().as_bytes())
    }
}

/// The folder of projects: as asked for, else from the environment, else `.aura`.
pub(crate) fn home(common: &Common) -> PathBuf {
    let from_environment =
        || std::env::var_os("AURA_HOME").filter(|value| !value.is_empty()).map(PathBuf::from);
    common.home.clone().or_else(from_environment).unwrap_or_else(|| PathBuf::from(".aura"))
}

/// A project id with or without its prefix.
fn project_id(given: &str) -> Result<ProjectId> {
    ProjectId::new(given).or_else(|error| ProjectId::new(format!("project_{given}")).map_err(|_| error))
}

/// The agents of the file that `--agents` names.
pub(crate) fn own_agents(common: &Common) -> Result<Vec<Agent>> {
    let Some(file) = &common.agents else { return Ok(Vec::new()) };
    let text = crate::input::file(file, Limits::default().document_bytes)?;
    serde_json::from_str(&text).map_err(|error| {
        Error::new(ErrorCode::InvalidRequest, format!("`{}` is no list of agents: {error}", file.display()))
            .with_hint("`aura agents --json` writes the form")
    })
}
