//! How long a user waits for the `aura` command: start-up, and a whole run from goal to handoff.
//!
//! Aura and the references run in turn, so that a machine that becomes slower meanwhile slows all of them.

use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode, Stdio};
use std::time::Instant;

/// Counted rounds, after one that is not counted.
const ROUNDS: usize = 15;

/// Something that is timed.
struct Contender {
    name: String,
    program: PathBuf,
    arguments: Vec<String>,
    milliseconds: Vec<f64>,
}

impl Contender {
    fn new(name: &str, program: impl Into<PathBuf>, arguments: &[&str]) -> Self {
        Contender {
            name: name.to_owned(),
            program: program.into(),
            arguments: arguments.iter().map(|argument| (*argument).to_owned()).collect(),
            milliseconds: Vec::new(),
        }
    }

    /// Runs once and returns the milliseconds until it ended, or `None` where it did not end well.
    fn run(&self, folder: &Path) -> Option<f64> {
        let began = Instant::now();
        let status = Command::new(&self.program)
            .args(&self.arguments)
            .current_dir(folder)
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .status();
        let elapsed = began.elapsed().as_secs_f64() * 1_000.0;
        status.is_ok_and(|status| status.success()).then_some(elapsed)
    }

    fn median(&self) -> Option<f64> {
        let mut sorted = self.milliseconds.clone();
        sorted.sort_by(f64::total_cmp);
        sorted.get(sorted.len() / 2).copied()
    }
}

fn main() -> ExitCode {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    if !build(&root) {
        eprintln!("aura-cli does not build");
        return ExitCode::FAILURE;
    }
    let aura = root.join("target/release/aura");
    let goal = root.join("examples/goals/guest-checkout.md");
    let folder = root.join("target/benches-command");
    if let Err(error) = std::fs::create_dir_all(&folder) {
        eprintln!("{} cannot be made: {error}", folder.display());
        return ExitCode::FAILURE;
    }
    let goal = goal.to_string_lossy().into_owned();
    let mut contenders = [
        Contender::new("aura --version", &aura, &["--version"]),
        Contender::new("aura interpret", &aura, &["interpret", &goal, "--assume"]),
        Contender::new(
            "aura run (10,000 cases, 3 variants)",
            &aura,
            &["run", &goal, "--assume", "--out", "out"],
        ),
        Contender::new("reference: python3 -c pass", "python3", &["-c", "pass"]),
        Contender::new("reference: node -e 0", "node", &["-e", "0"]),
    ];
    for round in 0..=ROUNDS {
        for contender in &mut contenders {
            if let Some(milliseconds) = contender.run(&folder)
                && round > 0
            {
                contender.milliseconds.push(milliseconds);
            }
        }
        // A store that grows from round to round would be another thing in each of them.
        let _ = std::fs::remove_dir_all(folder.join(".aura"));
    }
    show(&contenders)
}

fn build(root: &Path) -> bool {
    let status = Command::new("cargo")
        .args(["build", "--release", "--quiet", "-p", "aura-cli"])
        .current_dir(root)
        .status();
    status.is_ok_and(|status| status.success())
}

fn show(contenders: &[Contender]) -> ExitCode {
    let reference =
        contenders.iter().find(|contender| contender.name.contains("python3")).and_then(Contender::median);
    println!("{:<40} {:>10} {:>14} {:>8}", "what", "median ms", "times python3", "rounds");
    let mut all_ran = true;
    for contender in contenders {
        let is_reference = contender.name.starts_with("reference");
        match contender.median() {
            Some(median) => {
                let ratio = reference
                    .map_or_else(|| "-".to_owned(), |reference| format!("{:.2}", median / reference));
                println!(
                    "{:<40} {median:>10.1} {ratio:>14} {:>8}",
                    contender.name,
                    contender.milliseconds.len()
                );
            }
            None => {
                println!("{:<40} {:>10}", contender.name, if is_reference { "missing" } else { "FAILED" });
                all_ran &= is_reference;
            }
        }
    }
    if all_ran { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}
