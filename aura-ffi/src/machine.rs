//! What this machine lends to the engine: its clock and its threads.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use aura_core::Result;
use aura_core::engine::Clock;
use aura_core::progress::Workers;
use aura_core::store::Store;

/// The file that keeps projects.
#[cfg(not(target_family = "wasm"))]
pub(crate) fn open_file(path: &str) -> Result<Arc<dyn Store>> {
    Ok(Arc::new(aura_store::SqliteStore::open(path)?))
}

/// A browser has no files.
#[cfg(target_family = "wasm")]
pub(crate) fn open_file(_path: &str) -> Result<Arc<dyn Store>> {
    let what = "there are no files in a browser";
    Err(aura_core::Error::new(aura_core::ErrorCode::UnavailableStore, what))
}

/// A file that is read at once.
#[cfg(feature = "tables")]
pub(crate) fn read_file(path: &std::path::Path) -> Result<Vec<u8>> {
    use aura_core::{Error, ErrorCode};
    let failed = |error: std::io::Error| {
        Error::new(ErrorCode::NotFound, format!("`{}` cannot be read: {}", path.display(), error.kind()))
            .with_source(error)
    };
    let bytes = std::fs::metadata(path).map_err(failed)?.len();
    let limit = aura_core::limits::Limits::default().trace_bytes;
    aura_core::limits::Limits::check_input("the file", bytes as usize, limit)?;
    std::fs::read(path).map_err(failed)
}

/// The wall clock; a browser's is not lent.
pub(crate) struct WallClock;

impl Clock for WallClock {
    #[cfg(target_family = "wasm")]
    fn now(&self) -> String {
        String::new()
    }

    #[cfg(not(target_family = "wasm"))]
    fn now(&self) -> String {
        jiff::Timestamp::now().round(jiff::Unit::Second).map_or_else(|_| String::new(), |now| now.to_string())
    }
}

/// Threads of the operating system, as many as were asked for, or one for each core.
pub(crate) struct Threads {
    count: usize,
}

impl Threads {
    pub(crate) fn new(wanted: Option<u32>) -> Self {
        // There is one thread in a WebAssembly module, and no way to begin another.
        let wanted = if cfg!(target_family = "wasm") { Some(1) } else { wanted };
        let cores = std::thread::available_parallelism().map_or(1, usize::from);
        Threads { count: wanted.map_or(cores, |wanted| wanted as usize).clamp(1, 256) }
    }
}

impl Workers for Threads {
    fn run(&self, count: usize, job: &(dyn Fn(usize) + Sync)) {
        let threads = self.count.min(count);
        if threads < 2 {
            (0..count).for_each(job);
            return;
        }
        let next = AtomicUsize::new(0);
        let take_all = || {
            loop {
                let number = next.fetch_add(1, Ordering::Relaxed);
                if number >= count {
                    return;
                }
                job(number);
            }
        };
        std::thread::scope(|scope| {
            for _ in 1..threads {
                scope.spawn(take_all);
            }
            take_all();
        });
    }
}
