//! The command as tests run it, in a folder of its own.
//!
//! In come arguments and what stands on the standard input; out comes what the process answered. Never here: what an
//! answer should be.

use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

/// An empty folder.
pub(crate) fn folder(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = std::fs::remove_dir_all(&folder);
    std::fs::create_dir_all(&folder).unwrap();
    folder
}

/// What the command answers.
pub(crate) fn aura(folder: &Path, arguments: &[&str]) -> Output {
    aura_with(folder, arguments, b"")
}

/// What the command answers to this on its standard input.
pub(crate) fn aura_with(folder: &Path, arguments: &[&str], input: &[u8]) -> Output {
    let mut child = Command::new(env!("CARGO_BIN_EXE_aura"))
        .args(arguments)
        .current_dir(folder)
        .env_remove("AURA_HOME")
        .env_remove("NO_COLOR")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    // Whoever refuses an input early may close the pipe before all of it is written.
    let _ = child.stdin.take().unwrap().write_all(input);
    child.wait_with_output().unwrap()
}
