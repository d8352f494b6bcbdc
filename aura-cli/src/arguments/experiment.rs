//! The options of `aura experiment`.

use std::path::PathBuf;

use clap::{Args, Subcommand, ValueEnum};

/// Options of `experiment`.
#[derive(Debug, Args)]
#[command(
    after_help = "The way through:\n  aura experiment power --baseline 0.12 --effect 0.01 --per-day 4000\n  aura experiment design --title \"Shorter checkout\" --arms old,new --metric ordered:share --out test.json\n  aura experiment assign test.json users.txt > arms.csv\n  aura experiment analyze test.json table.csv --out verdict.json\n  aura experiment report verdict.json --out report.html"
)]
pub(crate) struct ExperimentArguments {
    #[command(subcommand)]
    pub(crate) action: ExperimentAction,
}

/// What can be done with a test with real people.
#[derive(Debug, Subcommand)]
pub(crate) enum ExperimentAction {
    /// State a test before the data: arms, metrics, and the rule that decides
    Design(Design),
    /// Give every unit of a list its arm, always the same one
    Assign(Assign),
    /// Write the query that gives the sums of a test, for data that stay in their database
    Sql(Sql),
    /// Judge the data by the rule that was stated
    Analyze(Analyze),
    /// Say how many units a test needs, and how long that takes
    Power(Power),
    /// Write the page of a verdict: one HTML file
    Report(Report),
}

/// How often the data are looked at.
#[derive(Debug, Clone, Args)]
pub(crate) struct LooksArguments {
    /// Look this many times, evenly spread; the level is spent over the looks
    #[arg(long, value_name = "NUMBER", conflicts_with = "always_valid")]
    pub(crate) planned_looks: Option<u32>,
    /// Look as often as wanted; sharpest at this many units
    #[arg(long, value_name = "UNITS")]
    pub(crate) always_valid: Option<f64>,
}

/// Options of `experiment design`.
#[derive(Debug, Args)]
pub(crate) struct Design {
    /// A short name
    #[arg(long)]
    pub(crate) title: String,
    /// The arms as they stand in the data, the control first
    #[arg(long, value_delimiter = ',', required = true, value_name = "NAMES")]
    pub(crate) arms: Vec<String>,
    /// A column to measure: `revenue`, `ordered:share` for yes or no, `-wait` where less is better; the first decides
    #[arg(long, required = true, value_name = "COLUMN", allow_hyphen_values = true)]
    pub(crate) metric: Vec<String>,
    /// A column that must not get worse, written as a metric
    #[arg(long, value_name = "COLUMN", allow_hyphen_values = true)]
    pub(crate) guardrail: Vec<String>,
    /// A column from before the test that sharpens the result
    #[arg(long, value_name = "COLUMN")]
    pub(crate) covariate: Vec<String>,
    /// The column that names who was assigned
    #[arg(long, value_name = "COLUMN", default_value = "user")]
    pub(crate) unit: String,
    /// The column that names the arm
    #[arg(long, value_name = "COLUMN", default_value = "arm")]
    pub(crate) arm_column: String,
    /// A column that names a part of the population
    #[arg(long, value_name = "COLUMN")]
    pub(crate) strata: Option<String>,
    /// The column with the day or time at which a unit came in
    #[arg(long, value_name = "COLUMN")]
    pub(crate) time: Option<String>,
    /// Smallest change of the first metric that is worth having, in its unit (0.01 is one percentage point)
    #[arg(long, value_name = "AMOUNT", default_value_t = 0.0)]
    pub(crate) worthwhile: f64,
    /// How much worse a guardrail may get, relative to the control (0.02 is 2 %)
    #[arg(long, value_name = "SHARE", default_value_t = 0.02)]
    pub(crate) margin: f64,
    /// Ship what is not worse by more than the margin, rather than what is better
    #[arg(long)]
    pub(crate) non_inferiority: bool,
    /// How many units are planned, all arms together
    #[arg(long, value_name = "NUMBER")]
    pub(crate) units: Option<u64>,
    #[command(flatten)]
    pub(crate) looks: LooksArguments,
    /// The file to write [default: standard output]
    #[arg(long, value_name = "FILE")]
    pub(crate) out: Option<PathBuf>,
}

/// Options of `experiment assign`.
#[derive(Debug, Args)]
pub(crate) struct Assign {
    /// The statement, as `experiment design` writes it
    #[arg(value_name = "STATEMENT")]
    pub(crate) statement: PathBuf,
    /// A file with one unit a line
    #[arg(value_name = "UNITS")]
    pub(crate) units: PathBuf,
}

/// Options of `experiment sql`.
#[derive(Debug, Args)]
pub(crate) struct Sql {
    /// The statement, as `experiment design` writes it
    #[arg(value_name = "STATEMENT")]
    pub(crate) statement: PathBuf,
    /// The table with one row for each unit, or a query in parentheses; written into the query as it is
    #[arg(value_name = "TABLE")]
    pub(crate) table: String,
    /// Whose SQL
    #[arg(long, value_enum, default_value = "duckdb")]
    pub(crate) dialect: Dialect,
}

/// Whose SQL is written.
#[derive(Debug, Clone, Copy, ValueEnum)]
pub(crate) enum Dialect {
    /// DuckDB
    Duckdb,
    /// PostgreSQL
    Postgres,
    /// BigQuery
    Bigquery,
    /// Snowflake
    Snowflake,
    /// SQLite, 3.25 or later
    Sqlite,
}

/// Options of `experiment analyze`.
#[derive(Debug, Args)]
pub(crate) struct Analyze {
    /// The statement, as `experiment design` writes it
    #[arg(value_name = "STATEMENT")]
    pub(crate) statement: PathBuf,
    /// A table with one row for each unit, as CSV, or where this build has the feature `tables` as Parquet
    /// or Arrow (file or stream); with `--outcomes`, the log of exposures
    #[arg(value_name = "TABLE")]
    pub(crate) table: PathBuf,
    /// A log of outcomes in any of these formats; outcomes are added up over the window of each unit
    #[arg(long, value_name = "FILE")]
    pub(crate) outcomes: Option<PathBuf>,
    /// The table is the answer to the query that `experiment sql` writes
    #[arg(long, conflicts_with = "outcomes")]
    pub(crate) sums: bool,
    /// Read Parquet and Arrow on this many threads; the verdict is the same to the last bit [default: all cores]
    #[arg(long, value_name = "NUMBER")]
    pub(crate) threads: Option<usize>,
    /// Show figures for experts too
    #[arg(long)]
    pub(crate) expert: bool,
    /// Write the verdict as JSON to a file
    #[arg(long, value_name = "FILE")]
    pub(crate) out: Option<PathBuf>,
}

/// Options of `experiment power`.
#[derive(Debug, Args)]
pub(crate) struct Power {
    /// Today's value: a share from 0 to 1, or a mean where `--deviation` is given
    #[arg(long, value_name = "VALUE")]
    pub(crate) baseline: f64,
    /// The change to find, in the unit of the metric
    #[arg(long, value_name = "AMOUNT", allow_hyphen_values = true)]
    pub(crate) effect: f64,
    /// How far units typically lie from the mean; leave out for shares
    #[arg(long, value_name = "AMOUNT")]
    pub(crate) deviation: Option<f64>,
    /// Share of the variation that is left after covariates
    #[arg(long, value_name = "SHARE", default_value_t = 1.0)]
    pub(crate) variance_left: f64,
    /// How sure the verdict must be
    #[arg(long, value_name = "SHARE", default_value_t = 0.95)]
    pub(crate) confidence: f64,
    /// Chance to find the change if it is there
    #[arg(long, value_name = "SHARE", default_value_t = 0.8)]
    pub(crate) power: f64,
    /// How many arms beside the control
    #[arg(long, value_name = "NUMBER", default_value_t = 1)]
    pub(crate) treatments: u32,
    /// Units that come in each day, all arms together
    #[arg(long, value_name = "NUMBER")]
    pub(crate) per_day: Option<f64>,
    #[command(flatten)]
    pub(crate) looks: LooksArguments,
}

/// Options of `experiment report`.
#[derive(Debug, Args)]
pub(crate) struct Report {
    /// The verdict, as `experiment analyze --out` writes it
    #[arg(value_name = "VERDICT")]
    pub(crate) verdict: PathBuf,
    /// The file to write, or `-` for standard output
    #[arg(long, value_name = "FILE", default_value = "report.html")]
    pub(crate) out: PathBuf,
    /// Write the picture as a Vega-Lite document too
    #[arg(long, value_name = "FILE")]
    pub(crate) vega: Option<PathBuf>,
}
