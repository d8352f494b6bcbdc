//! The command line: what can be asked, and what every option means.

pub(crate) mod experiment;
pub(crate) mod learning;
pub(crate) mod mock;

use std::path::PathBuf;

use aura_core::domain::story::{CaseNumber, StoryChoice};
use clap::{Args, Parser, Subcommand};
use clap_complete::Shell;

/// From a goal in plain words to a package that engineers build from. Works offline, with no key and no account.
#[derive(Debug, Parser)]
#[command(name = "aura", version, max_term_width = 100, arg_required_else_help = true)]
#[command(
    after_help = "Start here:\n  aura run goal.md --out out/      everything, from goal to handoff\n  aura edit \"remove the account step\"   change the plan of the last project in plain English\n  aura evaluate \"remove the account step\"   try a change on simulated people before making it"
)]
pub(crate) struct Arguments {
    /// Options of all commands.
    #[command(flatten)]
    pub(crate) common: Common,
    /// What to do.
    #[command(subcommand)]
    pub(crate) command: Command,
}

/// Options of all commands.
#[derive(Debug, Clone, Args)]
pub(crate) struct Common {
    /// Write one JSON document to standard output instead of text
    #[arg(long, global = true)]
    pub(crate) json: bool,
    /// Folder in which projects are kept [default: .aura, or the value of AURA_HOME]
    #[arg(long, global = true, value_name = "FOLDER")]
    pub(crate) home: Option<PathBuf>,
    /// Project to work on [default: the one that was changed last]
    #[arg(long, global = true, value_name = "ID")]
    pub(crate) project: Option<String>,
    /// How many threads to use; results never depend on it [default: one for each core]
    #[arg(long, global = true, value_name = "NUMBER")]
    pub(crate) threads: Option<usize>,
    /// AI agents of your own that steps may be given to, as JSON; `aura agents` shows the form
    #[arg(long, global = true, value_name = "FILE")]
    pub(crate) agents: Option<PathBuf>,
    /// Colour the text
    #[arg(long, global = true, value_name = "WHEN", default_value = "auto")]
    pub(crate) color: ColorWhen,
    /// Say less: no progress, no hints
    #[arg(long, short, global = true)]
    pub(crate) quiet: bool,
}

/// When to colour.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
pub(crate) enum ColorWhen {
    /// On a terminal, unless NO_COLOR is set.
    Auto,
    /// Always.
    Always,
    /// Never.
    Never,
}

/// What to do.
#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Do everything: interpret, plan, prototype, simulate, compare, explain and hand off
    Run(RunArguments),
    /// Turn a goal into structure, and ask what is unclear
    Interpret(InterpretArguments),
    /// Draft the plan of a goal, or show the present one
    Plan(PlanArguments),
    /// Change the plan in plain English
    Edit(EditArguments),
    /// Make a clickable prototype: one HTML file
    Prototype(PrototypeArguments),
    /// Make a project of a process model: BPMN 2.0, with the parameters of a simulation
    Import(learning::ImportArguments),
    /// Take the numbers of a plan, or the plan itself, from an event log: XES or CSV
    Learn(learning::LearnArguments),
    /// Run the plan with simulated people
    Simulate(SimulateArguments),
    /// Run the last simulation again and prove that it is the same
    Replay(ReplayArguments),
    /// Tell what happened to one case of the last simulation, and why it waited
    Trace(TraceArguments),
    /// Find which assumption drives the result when all of them move at once
    Sensitivity(SensitivityArguments),
    /// Find the likeliest faults that together break a promise of the plan
    Faults(FaultArguments),
    /// Let simulated people walk through the prototype, screen by screen
    Walk(WalkArguments),
    /// Compare the plan with changes of it, on the same simulated people
    Evaluate(EvaluateArguments),
    /// Test with real people: state, assign, judge and report
    Experiment(experiment::ExperimentArguments),
    /// Make up records that are valid for a JSON Schema, or like those of a sample and none of them
    Data(mock::DataArguments),
    /// Serve a described service that does not exist yet, on this machine only
    Mock(mock::MockArguments),
    /// Write the package for engineers
    Handoff(HandoffArguments),
    /// Say which words led to an item of the intent or the plan
    Why(WhyArguments),
    /// List, show and restore projects
    Project(ProjectArguments),
    /// Show the AI agents that steps may be given to: what each can do, costs and may see
    Agents,
    /// Check that everything works on this machine
    Doctor,
    /// Print the completion script of a shell
    Completions(CompletionsArguments),
}

/// A goal, and what is known about its questions.
#[derive(Debug, Clone, Args)]
pub(crate) struct Goal {
    /// The goal: its text, a file, or `-` for standard input
    #[arg(value_name = "GOAL")]
    pub(crate) goal: Option<String>,
    /// Answer a question, for example `--answer q1=b` or `--answer "q2=60 %"`
    #[arg(long, value_name = "QUESTION=ANSWER")]
    pub(crate) answer: Vec<String>,
    /// Ask nothing; go on with assumptions that are marked as such
    #[arg(long)]
    pub(crate) assume: bool,
    /// Name of the new project [default: the title of the goal]
    #[arg(long, value_name = "NAME")]
    pub(crate) name: Option<String>,
}

/// How a plan is run.
#[derive(Debug, Clone, Args)]
pub(crate) struct Simulation {
    /// Seed of all randomness; the same seed gives the same bytes
    #[arg(long, value_name = "NUMBER")]
    pub(crate) seed: Option<u64>,
    /// How many cases to run [default: 10000]
    #[arg(long, value_name = "NUMBER")]
    pub(crate) cases: Option<u64>,
    /// Stop when the simulated cost of all cases reaches this much money
    #[arg(long, value_name = "MONEY")]
    pub(crate) budget: Option<f64>,
}

/// Options of `run`.
#[derive(Debug, Args)]
pub(crate) struct RunArguments {
    #[command(flatten)]
    pub(crate) goal: Goal,
    #[command(flatten)]
    pub(crate) simulation: Simulation,
    /// Folder for the handoff; made where it is not there
    #[arg(long, value_name = "FOLDER", default_value = "out")]
    pub(crate) out: PathBuf,
    /// A change to try, in plain English [default: what Aura suggests itself]
    #[arg(long, value_name = "CHANGE")]
    pub(crate) variant: Vec<String>,
}

/// Options of `interpret`.
#[derive(Debug, Args)]
pub(crate) struct InterpretArguments {
    #[command(flatten)]
    pub(crate) goal: Goal,
    /// Also write the text with its marked words as an HTML file
    #[arg(long, value_name = "FILE")]
    pub(crate) html: Option<PathBuf>,
}

/// Options of `plan`.
#[derive(Debug, Args)]
pub(crate) struct PlanArguments {
    #[command(flatten)]
    pub(crate) goal: Goal,
    /// Check a plan file instead, and say what is wrong with it
    #[arg(long, value_name = "FILE", conflicts_with = "goal")]
    pub(crate) check: Option<PathBuf>,
    /// Write the plan as JSON to a file
    #[arg(long, value_name = "FILE")]
    pub(crate) out: Option<PathBuf>,
}

/// Options of `edit`.
#[derive(Debug, Args)]
pub(crate) struct EditArguments {
    /// The change, for example `add a fraud check before the payment`
    #[arg(value_name = "CHANGE", required = true)]
    pub(crate) change: Vec<String>,
    /// Which of several readings is meant
    #[arg(long, value_name = "NUMBER")]
    pub(crate) choice: Option<u32>,
    /// Show what would change, and change nothing
    #[arg(long)]
    pub(crate) preview: bool,
}

/// Options of `prototype`.
#[derive(Debug, Args)]
pub(crate) struct PrototypeArguments {
    /// The file to write, or `-` for standard output
    #[arg(long, value_name = "FILE", default_value = "prototype.html")]
    pub(crate) out: PathBuf,
    /// Read logs of sessions that people saved, and say where they stopped
    #[arg(long, value_name = "FILE")]
    pub(crate) sessions: Vec<PathBuf>,
}

/// Options of `simulate`.
#[derive(Debug, Args)]
pub(crate) struct SimulateArguments {
    #[command(flatten)]
    pub(crate) simulation: Simulation,
    /// A scenario file instead of the default scenario; `aura simulate --json` has the last one under `run.scenario`
    #[arg(long, value_name = "FILE")]
    pub(crate) scenario: Option<PathBuf>,
    /// Do the work of each step as well: fill its screen in, and call its service, played from the plan's contract
    #[arg(long)]
    pub(crate) full: bool,
    /// Play a service from its OpenAPI description, for example `--service "payment provider=payments.yaml"`
    #[arg(long, value_name = "SERVICE=DESCRIPTION")]
    pub(crate) service: Vec<String>,
    /// Say which operation of a description stands for one of the plan, for example
    /// `--operation "operation_pay=POST /v1/charges"`
    #[arg(long, value_name = "OPERATION=METHOD PATH", requires = "service")]
    pub(crate) operation: Vec<String>,
    /// Let played services take at most this many calls a second
    #[arg(long, value_name = "CALLS")]
    pub(crate) rate_limit: Option<u32>,
    /// Add replications until the interval of the metric is this narrow, for example `2%` for ± 2 %
    #[arg(long, value_name = "PERCENT", conflicts_with_all = ["pause_at", "resume"])]
    pub(crate) precision: Option<String>,
    /// The metric that is to be precise [default: the primary one]
    #[arg(long, value_name = "METRIC", requires = "precision")]
    pub(crate) precise_metric: Option<String>,
    /// Most replications for --precision [default: 1000]
    #[arg(long, value_name = "NUMBER", requires = "precision")]
    pub(crate) most_replications: Option<u32>,
    /// Leave out the first cases of each replication, which find it still empty: so many, or `detect`
    #[arg(long, value_name = "detect|CASES", conflicts_with = "resume")]
    pub(crate) warm_up: Option<String>,
    /// Pause at this virtual time, in seconds after the start
    #[arg(long, value_name = "SECONDS")]
    pub(crate) pause_at: Option<u64>,
    /// Pause after this many real seconds
    #[arg(long, value_name = "SECONDS")]
    pub(crate) wall: Option<u64>,
    /// Stop after this many events
    #[arg(long, value_name = "NUMBER")]
    pub(crate) events: Option<u64>,
    /// Stop when the run needs this many megabytes of memory
    #[arg(long, value_name = "MEGABYTES")]
    pub(crate) memory: Option<u64>,
    /// Where the run stops before its end, write it to a file, to be resumed on any machine
    #[arg(long, value_name = "FILE")]
    pub(crate) save: Option<PathBuf>,
    /// Go on with a saved run; with another --scenario, branch off from there
    #[arg(long, value_name = "FILE", conflicts_with_all = ["seed", "cases", "service", "full", "log"])]
    pub(crate) resume: Option<PathBuf>,
    /// Write the calls of the first cases to a file, one JSON document a line
    #[arg(long, value_name = "FILE")]
    pub(crate) calls: Option<PathBuf>,
    /// Write the trace of events to a file
    #[arg(long, value_name = "FILE")]
    pub(crate) trace: Option<PathBuf>,
    /// Write everything that happened as an event log for other programs: CSV where the name ends so, else XES
    #[arg(long, value_name = "FILE")]
    pub(crate) log: Option<PathBuf>,
}

/// Options of `replay`.
#[derive(Debug, Args)]
pub(crate) struct ReplayArguments {
    /// A trace file to verify [default: the last run of the project]
    #[arg(value_name = "TRACE")]
    pub(crate) trace: Option<PathBuf>,
}

/// Options of `sensitivity`.
#[derive(Debug, Args)]
#[command(
    after_help = "Every assumption moves over its thinkable range. All are screened with few runs (Morris), and those that\nmatter are measured with more (Sobol): how much of the spread each explains alone, and with the others."
)]
pub(crate) struct SensitivityArguments {
    /// The metric [default: the primary one], for example `metric_cycle_time`
    #[arg(value_name = "METRIC")]
    pub(crate) metric: Option<String>,
    /// Seed of all randomness; the same seed gives the same bytes
    #[arg(long, value_name = "NUMBER")]
    pub(crate) seed: Option<u64>,
    /// Cases of each run [default: 500]
    #[arg(long, value_name = "NUMBER")]
    pub(crate) cases: Option<u64>,
    /// How often each assumption is moved while screening [default: 8]
    #[arg(long, value_name = "NUMBER")]
    pub(crate) trajectories: Option<u32>,
    /// Rows of the design that measures; each takes two runs more than there are ranked assumptions [default: 64]
    #[arg(long, value_name = "NUMBER")]
    pub(crate) samples: Option<u32>,
    /// Most assumptions that are ranked [default: 8]
    #[arg(long, value_name = "NUMBER")]
    pub(crate) most: Option<u32>,
}

/// Options of `faults`.
#[derive(Debug, Args)]
#[command(
    after_help = "Promises: the goal is reached, deadlines and targets of time are kept, and what may not be done twice takes\neffect once. Faults: failure modes, failing calls, lost answers, services that are down or slow, in the order\nof their likelihood. `aura why` tells where the plan's own numbers come from."
)]
pub(crate) struct FaultArguments {
    /// Seed of all randomness; the same seed gives the same bytes
    #[arg(long, value_name = "NUMBER")]
    pub(crate) seed: Option<u64>,
    /// Cases that are looked at [default: 20]
    #[arg(long, value_name = "NUMBER")]
    pub(crate) cases: Option<u64>,
    /// Most faults in one combination [default: 4]
    #[arg(long, value_name = "NUMBER")]
    pub(crate) most_faults: Option<u32>,
    /// Most runs of a case for each promise [default: 5000]
    #[arg(long, value_name = "NUMBER")]
    pub(crate) most_runs: Option<u64>,
}

/// Options of `trace`.
#[derive(Debug, Args)]
#[command(
    after_help = "Cases are counted from 0 over the whole run. The replication of the case runs once more, so that those who stood\nbefore it are known, too."
)]
pub(crate) struct TraceArguments {
    /// The number of the case, or `slowest`, `typical` or `lost`, of the first replication
    #[arg(value_name = "CASE", default_value = "slowest", value_parser = story_choice)]
    pub(crate) case: StoryChoice,
}

fn story_choice(text: &str) -> Result<StoryChoice, String> {
    match text {
        "slowest" => Ok(StoryChoice::Slowest),
        "typical" => Ok(StoryChoice::Typical),
        "lost" => Ok(StoryChoice::Lost),
        number => number
            .parse()
            .map(|case| StoryChoice::Number(CaseNumber { case }))
            .map_err(|_| "it is no number, and not `slowest`, `typical` or `lost`".to_owned()),
    }
}

/// Options of `walk`.
#[derive(Debug, Args)]
#[command(
    after_help = "They read, fill in, slip, overlook, go back, give up and come back. What goes wrong has the shares of the plan;\nreading and typing have published speeds. With --json, the first 20 sessions are given as logs that\n`aura prototype --sessions` reads, too."
)]
pub(crate) struct WalkArguments {
    /// How many sessions, at most 10000 [default: 200]
    #[arg(long, value_name = "NUMBER")]
    pub(crate) sessions: Option<u64>,
    /// Let only this persona come, for example `hurried` [default: all, by their shares]
    #[arg(long, value_name = "PERSONA")]
    pub(crate) persona: Option<String>,
    /// Seed of all randomness; the same seed gives the same bytes
    #[arg(long, value_name = "NUMBER")]
    pub(crate) seed: Option<u64>,
}

/// Options of `evaluate`.
#[derive(Debug, Args)]
pub(crate) struct EvaluateArguments {
    /// Changes to try, in plain English [default: what Aura suggests itself]
    #[arg(value_name = "CHANGE")]
    pub(crate) change: Vec<String>,
    #[command(flatten)]
    pub(crate) simulation: Simulation,
    /// Another value for an assumption as a variant, for example `assume_pay_gives_up=0.02`
    #[arg(long, value_name = "ASSUMPTION=VALUE")]
    pub(crate) set: Vec<String>,
    /// Smallest change of the primary metric that is worth having: in its unit (0.01 is one percentage point), or with a
    /// percent sign relative to the control (2%)
    #[arg(long, value_name = "AMOUNT")]
    pub(crate) worthwhile: Option<experiment::Worthwhile>,
}

/// Options of `handoff`.
#[derive(Debug, Args)]
pub(crate) struct HandoffArguments {
    /// Folder to write to; made where it is not there
    #[arg(long, value_name = "FOLDER", default_value = "out")]
    pub(crate) out: PathBuf,
}

/// Options of `why`.
#[derive(Debug, Args)]
pub(crate) struct WhyArguments {
    /// The id of a step, an assumption, a metric or an item of the intent
    #[arg(value_name = "ITEM")]
    pub(crate) item: String,
}

/// Options of `project`.
#[derive(Debug, Args)]
pub(crate) struct ProjectArguments {
    #[command(subcommand)]
    pub(crate) action: ProjectAction,
}

/// What can be done with projects.
#[derive(Debug, Subcommand)]
pub(crate) enum ProjectAction {
    /// List all projects
    List,
    /// Show where a project stands
    Show,
    /// Show what was done, newest first
    History {
        /// Most entries
        #[arg(long, value_name = "NUMBER", default_value_t = 20)]
        most: usize,
    },
    /// List the versions of the plan
    Versions,
    /// Take the last change of the plan back
    Undo {
        /// How many changes
        #[arg(value_name = "NUMBER", conflicts_with = "to")]
        steps: Option<u32>,
        /// Go to the version with this number or whose name begins like this
        #[arg(long, value_name = "VERSION")]
        to: Option<String>,
    },
    /// Make a change of the plan again that was taken back
    Redo {
        /// How many changes
        #[arg(value_name = "NUMBER")]
        steps: Option<u32>,
    },
    /// Bring another version of the plan into the present one
    Merge {
        /// The other version: its number, or the beginning of its name
        #[arg(value_name = "VERSION")]
        version: String,
        #[command(flatten)]
        settle: Settle,
    },
    /// Draft the plan again after the goal changed, and keep what was edited
    Replan {
        #[command(flatten)]
        settle: Settle,
    },
}

/// How conflicts of two plans are settled.
#[derive(Debug, Args)]
pub(crate) struct Settle {
    /// Answer a question: `--answer QUESTION=a` keeps yours, `--answer QUESTION=b` takes the other
    #[arg(long, value_name = "QUESTION=ANSWER")]
    pub(crate) answer: Vec<String>,
    /// Keep yours wherever no answer says otherwise
    #[arg(long)]
    pub(crate) mine: bool,
}

/// Options of `completions`.
#[derive(Debug, Args)]
pub(crate) struct CompletionsArguments {
    /// The shell
    #[arg(value_name = "SHELL")]
    pub(crate) shell: Shell,
}
