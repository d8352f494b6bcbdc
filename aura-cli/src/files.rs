//! Writes files so that a reader never sees half of one, and folders so that nothing outside them is touched.

use std::io::Write;
use std::path::{Component, Path, PathBuf};

use aura_core::{Error, ErrorCode, Result};

use crate::input::plain;

/// Writes a file by way of a temporary one beside it.
pub(crate) fn write(path: &Path, content: &[u8]) -> Result<()> {
    if path == Path::new("-") {
        return std::io::stdout().lock().write_all(content).map_err(|error| failed(path, error));
    }
    if let Some(folder) = path.parent().filter(|folder| !folder.as_os_str().is_empty()) {
        std::fs::create_dir_all(folder).map_err(|error| failed(folder, error))?;
    }
    let temporary = beside(path);
    let written = std::fs::File::create(&temporary)
        .and_then(|mut file| file.write_all(content))
        .and_then(|()| std::fs::rename(&temporary, path));
    written.map_err(|error| {
        let _ = std::fs::remove_file(&temporary);
        failed(path, error)
    })
}

/// Writes files below a folder. Paths that would leave the folder are refused.
pub(crate) fn write_all<'a>(
    folder: &Path,
    files: impl Iterator<Item = (&'a String, &'a String)>,
) -> Result<usize> {
    let mut count = 0;
    for (name, content) in files {
        let relative = Path::new(name);
        let is_inside = relative.components().all(|part| matches!(part, Component::Normal(_)));
        if !is_inside {
            return Err(Error::new(
                ErrorCode::Denied,
                format!("`{name}` would be written outside of the folder"),
            ));
        }
        write(&folder.join(relative), content.as_bytes())?;
        count += 1;
    }
    Ok(count)
}

fn beside(path: &Path) -> PathBuf {
    let mut name = path.file_name().map_or_else(Default::default, std::ffi::OsStr::to_os_string);
    name.push(format!(".{}.part", std::process::id()));
    path.with_file_name(name)
}

fn failed(path: &Path, error: std::io::Error) -> Error {
    Error::new(
        ErrorCode::UnavailableService,
        format!("`{}` cannot be written: {}", path.display(), plain(&error)),
    )
    .with_hint("nothing of this file was changed; choose another place or make room, and try again")
    .with_source(error)
}

/// The bytes of a file, up to the limit of a trace.
pub(crate) fn read(path: &Path) -> Result<Vec<u8>> {
    let limit = aura_core::limits::Limits::default().trace_bytes;
    let read = || {
        use std::io::Read;
        let mut bytes = Vec::new();
        std::fs::File::open(path)?.take(limit.saturating_add(1)).read_to_end(&mut bytes)?;
        Ok(bytes)
    };
    let bytes = read().map_err(|error: std::io::Error| {
        Error::new(ErrorCode::NotFound, format!("`{}` cannot be read: {}", path.display(), plain(&error)))
            .with_source(error)
    })?;
    aura_core::limits::Limits::check_input(&format!("`{}`", path.display()), bytes.len(), limit)?;
    Ok(bytes)
}
