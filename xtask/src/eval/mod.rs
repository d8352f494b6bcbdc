//! `cargo xtask eval`: the project measured on data that others made.
//!
//! In: a folder of outside data with one folder per subject. Out: a table of cases, figures, floors and aims, as
//! text, JSON or `docs/ACCURACY.md`. Each subject is one [`Subject`] in its own file; a folder that is not there is
//! reported as skipped, never as passed. Never here: a case of the data itself.

mod csv;
mod experiments;
mod intent;
mod oracle;
mod plan_edits;
mod report;
mod simulation;
mod tally;

use std::path::{Path, PathBuf};

pub(crate) const HELP: &str =
    "usage: cargo xtask eval --data DIR [--only SUBJECT] [--json FILE] [--write] [--failures] [--seeds N]

Measures the project on outside data. The exit code is 0 whatever the figures are.

  --data DIR      a folder with experiments/, intent/, simulation/, handoff/ (those that exist are measured)
  --only SUBJECT  one subject only, or all of one folder such as `intent`
  --json FILE     write all figures to FILE as well
  --write         write docs/ACCURACY.md; with --only, the sections of these subjects
  --failures      name the cases that failed
  --seeds N       seeds for each closed form of the simulator (1000); fewer are faster and say less
";

/// One line of the table.
pub(crate) struct Row {
    /// What is measured, for example a file of vectors.
    pub measure: String,
    /// How many cases there are.
    pub cases: u64,
    /// How many of them are right, where cases are right or wrong.
    pub passed: Option<u64>,
    /// The figure itself; the share of right cases where those are counted.
    pub figure: f64,
    /// What the figure must reach.
    pub floor: Option<f64>,
    /// What the figure should reach.
    pub aim: Option<f64>,
    /// The largest error over its tolerance: 1 is just tolerable.
    pub worst: Option<f64>,
    /// The cases that failed, each with its reason.
    pub failures: Vec<String>,
}

/// One subject: a folder of the data, and what is measured over it. `Err` says why nothing could be measured.
pub(crate) struct Subject {
    pub name: &'static str,
    pub measure: fn(&Path) -> Result<Vec<Row>, String>,
}

impl Subject {
    /// The folder that it is about: everything that is simulated looks at one folder.
    fn folder(&self) -> &'static str {
        if self.name.starts_with("simulation/") { "simulation" } else { self.name }
    }
}

/// What became of one subject.
pub(crate) struct Measured {
    pub name: &'static str,
    pub rows: Result<Vec<Row>, String>,
}

/// Subjects that have no measure here yet are listed too, so that nobody takes silence for success.
const OTHERS: &[Subject] = &[
    Subject { name: "experiments", measure: experiments::measure },
    Subject { name: "intent/plan-edits", measure: plan_edits::measure },
    Subject { name: "oracle", measure: oracle::measure },
    Subject { name: "simulation", measure: simulation::measure },
    Subject { name: "simulation/logs", measure: simulation::logs::measure },
    Subject { name: "simulation/models", measure: simulation::imports::measure },
    Subject { name: "simulation/openapi", measure: simulation::mocks::measure },
    Subject { name: "simulation/schemas", measure: simulation::schemas::measure },
    Subject { name: "handoff", measure: not_measured },
];

/// All subjects, in the order of the table.
fn subjects() -> impl Iterator<Item = &'static Subject> {
    intent::SUBJECTS.iter().chain(OTHERS)
}

/// Whether a subject is asked for: by its name, or by the folder that it stands in.
fn is_wanted(subject: &Subject, only: Option<&str>) -> bool {
    only.is_none_or(|only| {
        subject.name == only || subject.name.strip_prefix(only).is_some_and(|rest| rest.starts_with('/'))
    })
}

/// Runs the chore. The answer is `Ok(true)` whatever the figures are.
///
/// # Errors
/// Where the command line cannot be followed or a file cannot be written.
pub(crate) fn main(root: &Path, arguments: &[String]) -> Result<bool, String> {
    let options = Options::parse(arguments)?;
    if cfg!(debug_assertions) && options.needs_speed() {
        return again_in_release(root, arguments);
    }
    let mut all = Vec::new();
    for subject in subjects().filter(|subject| is_wanted(subject, options.only.as_deref())) {
        let folder = options.data.join(subject.folder());
        let rows = if folder.is_dir() {
            (subject.measure)(&folder)
        } else {
            Err("the data folder is absent".to_owned())
        };
        all.push(Measured { name: subject.name, rows });
    }
    print!("{}", report::text(&all, options.failures));
    if let Some(path) = &options.json {
        write(path, &report::json(&all))?;
    }
    if options.write {
        let path = root.join("docs").join("ACCURACY.md");
        let page = report::markdown(&all);
        // Where one subject is measured, the others keep what was written of them.
        let before = if options.only.is_some() { std::fs::read_to_string(&path).ok() } else { None };
        write(&path, &before.map_or_else(|| page.clone(), |before| report::with_sections(&before, &page)))?;
    }
    Ok(true)
}

struct Options {
    data: PathBuf,
    only: Option<String>,
    json: Option<PathBuf>,
    write: bool,
    failures: bool,
}

/// Runs the same command line in a release build, in which a million of cases are a matter of a second.
fn again_in_release(root: &Path, arguments: &[String]) -> Result<bool, String> {
    let mut command = std::process::Command::new("cargo");
    command.args(["run", "--quiet", "--release", "--package", "xtask", "--manifest-path"]);
    command.arg(root.join("Cargo.toml")).args(["--", "eval"]).args(arguments);
    let status = command.status().map_err(|error| format!("cannot run cargo: {error}"))?;
    Ok(status.success())
}

impl Options {
    /// Whether closed forms are asked for and there.
    fn needs_speed(&self) -> bool {
        let is_wanted = self.only.as_deref().is_none_or(|only| only == "simulation");
        is_wanted && self.data.join("simulation/queueing/closed_forms.json").is_file()
    }

    fn parse(arguments: &[String]) -> Result<Self, String> {
        let mut data = None;
        let mut options =
            Options { data: PathBuf::new(), only: None, json: None, write: false, failures: false };
        let mut rest = arguments.iter();
        while let Some(argument) = rest.next() {
            let mut value = || rest.next().cloned().ok_or_else(|| format!("`{argument}` needs a value"));
            match argument.as_str() {
                "--data" => data = Some(PathBuf::from(value()?)),
                "--only" => options.only = Some(value()?),
                "--json" => options.json = Some(PathBuf::from(value()?)),
                "--write" => options.write = true,
                "--failures" => options.failures = true,
                "--seeds" => {
                    let seeds = value()?;
                    let count = seeds.parse().ok().filter(|count| *count > 0);
                    let count = count.ok_or_else(|| format!("`{seeds}` is no number of seeds"))?;
                    simulation::SEEDS.store(count, std::sync::atomic::Ordering::Relaxed);
                }
                other => return Err(format!("there is no option `{other}`")),
            }
        }
        if let Some(only) = &options.only
            && !subjects().any(|subject| is_wanted(subject, Some(only)))
        {
            let names: Vec<&str> = subjects().map(|subject| subject.name).collect();
            return Err(format!("there is no subject `{only}`; there are {}", names.join(", ")));
        }
        options.data = data.ok_or("`--data DIR` is missing")?;
        Ok(options)
    }
}

fn not_measured(_folder: &Path) -> Result<Vec<Row>, String> {
    Err("nothing measures this subject yet".to_owned())
}

fn write(path: &Path, text: &str) -> Result<(), String> {
    if let Some(folder) = path.parent().filter(|folder| !folder.as_os_str().is_empty()) {
        std::fs::create_dir_all(folder)
            .map_err(|error| format!("cannot make {}: {error}", folder.display()))?;
    }
    std::fs::write(path, text).map_err(|error| format!("cannot write {}: {error}", path.display()))
}
