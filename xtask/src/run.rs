//! Running other programs: find them, run them with the output kept or shown, and say plainly what is missing.

use std::path::Path;
use std::process::{Command, Stdio};

/// What a program left behind.
pub(crate) struct Ran {
    /// Whether it ended with 0.
    pub(crate) success: bool,
    /// Its standard output and, where that was kept too, its standard error.
    pub(crate) output: String,
}

/// Runs a program in a folder, keeps standard output, and lets standard error through to the person.
pub(crate) fn watched(program: &str, arguments: &[&str], folder: &Path) -> Result<Ran, String> {
    run(command(program, arguments, folder).stderr(Stdio::inherit()), program)
}

/// Runs a program in a folder and keeps all that it says.
pub(crate) fn kept(program: &str, arguments: &[&str], folder: &Path) -> Result<Ran, String> {
    run(&mut command(program, arguments, folder), program)
}

/// Whether a program can be started at all.
pub(crate) fn exists(program: &str) -> bool {
    let mut command = Command::new(program);
    command.arg("--version").stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    command.status().is_ok()
}

fn command(program: &str, arguments: &[&str], folder: &Path) -> Command {
    let mut command = Command::new(program);
    command.args(arguments).current_dir(folder).stdin(Stdio::null());
    // Snapshots are compared, never written, and nothing asks for updates or sends statistics.
    command.env("INSTA_UPDATE", "no").env("NO_COLOR", "1").env("CARGO_TERM_COLOR", "never");
    command
}

fn run(command: &mut Command, program: &str) -> Result<Ran, String> {
    let output = command.output().map_err(|error| match error.kind() {
        std::io::ErrorKind::NotFound => format!("`{program}` is not installed, or not on the PATH"),
        _ => format!("`{program}` cannot be started: {error}"),
    })?;
    let mut text = String::from_utf8_lossy(&output.stdout).into_owned();
    text.push_str(&String::from_utf8_lossy(&output.stderr));
    Ok(Ran { success: output.status.success(), output: text })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_missing_program_is_named() {
        let error = kept("no-such-program-anywhere", &[], Path::new(".")).err();
        assert_eq!(error.as_deref(), Some("`no-such-program-anywhere` is not installed, or not on the PATH"));
        assert!(!exists("no-such-program-anywhere"));
    }

    #[test]
    fn success_and_output_are_told() {
        let ran = kept("cargo", &["--version"], Path::new(".")).unwrap();
        assert!(ran.success && ran.output.starts_with("cargo "));
        assert!(!kept("cargo", &["no-such-command"], Path::new(".")).unwrap().success);
    }
}
