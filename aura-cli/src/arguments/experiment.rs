//! The options of `aura experiment`.

use std::path::PathBuf;

use aura_core::domain::live::{ArmAdjustment, DifferencePrior, Prior, SharePrior};
use aura_core::stats::multiple::Adjustment;
use clap::{Args, Subcommand, ValueEnum};

/// Options of `experiment`.
#[derive(Debug, Args)]
#[command(
    after_help = "The way through:\n  aura experiment power --baseline 0.12 --effect 0.01 --per-day 4000\n  aura experiment design --title \"Shorter checkout\" --arms old,new --metric ordered:share --out test.json\n  aura experiment assign test.json users.txt > arms.csv\n  aura experiment analyze test.json table.csv --out verdict.json\n  aura experiment report verdict.json --out report.html\n\nWithout a random test:\n  aura experiment observe days.csv --method differences --outcome orders --time day --unit shop --changed s1,s2 --at 2026-03-21"
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
    /// Split your own data at random again and again, and say how often the test raises a false alarm
    Calibrate(Calibrate),
    /// Say which share of new units each arm gets next, where shares follow what was seen
    Allocate(Allocate),
    /// Tell the effect of a change where nobody was assigned at random; the answer says so
    Observe(Observe),
}

/// How often the data are looked at.
#[derive(Debug, Clone, Args)]
pub(crate) struct LooksArguments {
    /// Look this many times, evenly spread; the level is spent over the looks
    #[arg(long, value_name = "NUMBER", conflicts_with = "always_valid", value_parser = clap::value_parser!(u32).range(1..=1000))]
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
    /// A column to measure; the first decides. `revenue` is a mean, `-wait` one where less is better;
    /// `ordered:share` yes or no, `visits:count` a count (`visits:count=days` for each day), `wait:quantile=0.9`,
    /// `revenue:per=orders` a ratio, `paid:of=reached` a step of a funnel, `left:until=days,30` the time to an event
    /// up to 30, `active:retention=age_ms,7,14` activity from day 7 to 14 of those old enough; for logs, which have
    /// times, leave the column of times away: `left:until=,30`
    #[arg(long, required = true, value_name = "COLUMN", allow_hyphen_values = true)]
    pub(crate) metric: Vec<String>,
    /// A column that must not get worse, written as a metric
    #[arg(long, value_name = "COLUMN", allow_hyphen_values = true)]
    pub(crate) guardrail: Vec<String>,
    /// A column from before the test that sharpens the result
    #[arg(long, value_name = "COLUMN")]
    pub(crate) covariate: Vec<String>,
    /// A column from before the test of which, with others named so, a prediction is learned that sharpens the result
    #[arg(long, value_name = "COLUMN")]
    pub(crate) learn_from: Vec<String>,
    /// Values of means, ratios and counts above this quantile count as the value there (0.99 for example)
    #[arg(long, value_name = "SHARE")]
    pub(crate) winsorize: Option<f64>,
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
    /// Smallest change of the first metric that is worth having: in its unit (0.01 is one percentage point), or with a
    /// percent sign relative to the control (2%)
    #[arg(long, value_name = "AMOUNT", default_value = "0")]
    pub(crate) worthwhile: Worthwhile,
    /// How much worse a guardrail may get, relative to the control (0.02 is 2 %)
    #[arg(long, value_name = "SHARE", default_value_t = 0.02)]
    pub(crate) margin: f64,
    /// Ship what is not worse by more than the margin, rather than what is better
    #[arg(long)]
    pub(crate) non_inferiority: bool,
    /// What was believed of the first metric before the data, to tell the chance that an arm is better: mean and standard
    /// deviation of the difference, in its unit (`0,0.01`) or relative to the control (`0,5%`); or of a share itself, as
    /// if so many yes and no had been seen (`shares:1,1`)
    #[arg(long, value_name = "BELIEF", allow_hyphen_values = true)]
    pub(crate) prior: Option<Belief>,
    /// How the metrics after the first are adjusted for their number; not at all where absent
    #[arg(long, value_enum, value_name = "METHOD")]
    pub(crate) adjust: Option<Adjust>,
    /// How several treatments share the level of the first metric [default: dunnett for a single look, else bonferroni]
    #[arg(long, value_enum, value_name = "METHOD")]
    pub(crate) adjust_arms: Option<AdjustArms>,
    /// How many units are planned, all arms together
    #[arg(long, value_name = "NUMBER")]
    pub(crate) units: Option<u64>,
    #[command(flatten)]
    pub(crate) looks: LooksArguments,
    /// The file to write [default: standard output]
    #[arg(long, value_name = "FILE")]
    pub(crate) out: Option<PathBuf>,
}

/// An amount, in the unit of a metric or relative to the control.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Worthwhile {
    pub(crate) amount: f64,
    pub(crate) is_relative: bool,
}

impl std::str::FromStr for Worthwhile {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let (number, unit) = match text.strip_suffix('%') {
            Some(percent) => (percent.trim_end(), 0.01),
            None => (text, 1.0),
        };
        let amount: f64 = number
            .parse()
            .map_err(|_| "write an amount such as 0.01, or a part of the control such as 2%".to_owned())?;
        Ok(Worthwhile { amount: amount * unit, is_relative: text.ends_with('%') })
    }
}

/// What was believed before the data.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Belief(pub(crate) Prior);

impl std::str::FromStr for Belief {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let wrong = || "write `0,0.01`, `0,5%` or `shares:1,1`".to_owned();
        let (is_share, numbers) = text.strip_prefix("shares:").map_or((false, text), |rest| (true, rest));
        let (first, second) = numbers.split_once(',').ok_or_else(wrong)?;
        if is_share {
            let count = |text: &str| text.trim().parse().map_err(|_| wrong());
            let prior = SharePrior { successes: count(first)?, failures: count(second)? };
            return Ok(Belief(Prior::Shares(prior)));
        }
        let (mean, spread): (Worthwhile, Worthwhile) =
            (first.trim().parse().map_err(|_| wrong())?, second.trim().parse().map_err(|_| wrong())?);
        let is_relative = spread.is_relative;
        if mean.amount != 0.0 && mean.is_relative != is_relative {
            return Err("write both numbers with a percent sign, or none".to_owned());
        }
        Ok(Belief(Prior::Difference(DifferencePrior {
            mean: mean.amount,
            standard_deviation: spread.amount,
            is_relative,
        })))
    }
}

/// How several treatments share the level.
#[derive(Debug, Clone, Copy, ValueEnum)]
pub(crate) enum AdjustArms {
    /// By the control that they have in common: the sharpest, for data that are looked at once
    Dunnett,
    /// In equal parts, whatever the looks
    Bonferroni,
}

impl From<AdjustArms> for ArmAdjustment {
    fn from(adjust: AdjustArms) -> Self {
        match adjust {
            AdjustArms::Dunnett => ArmAdjustment::Dunnett,
            AdjustArms::Bonferroni => ArmAdjustment::Bonferroni,
        }
    }
}

/// How many metrics are adjusted for their number.
#[derive(Debug, Clone, Copy, ValueEnum)]
pub(crate) enum Adjust {
    /// Against any false finding; the simplest and strictest
    Bonferroni,
    /// Against any false finding, for metrics that have nothing to do with each other
    Sidak,
    /// Against any false finding; never weaker than Bonferroni
    Holm,
    /// As Sidak, step by step
    HolmSidak,
    /// Against any false finding, for metrics that rise and fall together
    Hochberg,
    /// As Hochberg, and never weaker
    Hommel,
    /// Keeps down the share of false findings among all
    BenjaminiHochberg,
    /// The same, however metrics hang together
    BenjaminiYekutieli,
}

impl From<Adjust> for Adjustment {
    fn from(adjust: Adjust) -> Self {
        match adjust {
            Adjust::Bonferroni => Adjustment::Bonferroni,
            Adjust::Sidak => Adjustment::Sidak,
            Adjust::Holm => Adjustment::Holm,
            Adjust::HolmSidak => Adjustment::HolmSidak,
            Adjust::Hochberg => Adjustment::Hochberg,
            Adjust::Hommel => Adjustment::Hommel,
            Adjust::BenjaminiHochberg => Adjustment::BenjaminiHochberg,
            Adjust::BenjaminiYekutieli => Adjustment::BenjaminiYekutieli,
        }
    }
}

/// Options of `experiment assign`.
#[derive(Debug, Args)]
pub(crate) struct Assign {
    /// The statement, as `experiment design` writes it
    #[arg(value_name = "STATEMENT")]
    pub(crate) statement: PathBuf,
    /// A file with one unit a line, or a table (CSV) that has the column of units
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
    /// The change to find, in the unit of the metric; leave out to ask what the given units or days can find
    #[arg(long, value_name = "AMOUNT", allow_hyphen_values = true, required_unless_present_any = ["units", "days"])]
    pub(crate) effect: Option<f64>,
    /// Units of all arms, where they are given
    #[arg(long, value_name = "NUMBER")]
    pub(crate) units: Option<f64>,
    /// Days of traffic, where they are given
    #[arg(long, value_name = "NUMBER", requires = "per_day", conflicts_with = "units")]
    pub(crate) days: Option<f64>,
    /// What is measured, where it is neither share nor mean: `count` or `count=DISPERSION` (variance over mean),
    /// `ratio=DEVIATION,MEAN_BELOW,DEVIATION_BELOW,CORRELATION`, `quantile=PROBABILITY,DENSITY`, or
    /// `survival=LIMIT` (the baseline is the mean time up to the limit)
    #[arg(long, value_name = "KIND", conflicts_with = "deviation")]
    pub(crate) kind: Option<String>,
    /// Rows of a unit on average, where the metric is an average over rows and whole units are assigned
    #[arg(long, value_name = "NUMBER")]
    pub(crate) rows_each_unit: Option<f64>,
    /// Correlation of two rows of one unit
    #[arg(long, value_name = "SHARE", default_value_t = 0.0, requires = "rows_each_unit")]
    pub(crate) row_correlation: f64,
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
    /// How they share it [default: dunnett for a single look, else bonferroni]
    #[arg(long, value_enum, value_name = "METHOD")]
    pub(crate) adjust_arms: Option<AdjustArms>,
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

/// Options of `experiment observe`.
#[derive(Debug, Args)]
#[command(
    after_help = "Which method:\n  differences   several changed units and several others, all seen before and after\n  synthetic     few changed units, many others: a mixture of these that was alike before\n  interrupted   nobody to compare with: the line before the change, drawn on\n\nNone of them proves what a random test proves. Each answer names what must be believed for it to hold."
)]
pub(crate) struct Observe {
    /// A table with one row for each unit and period, in any format that `experiment analyze` reads
    #[arg(value_name = "TABLE")]
    pub(crate) table: PathBuf,
    /// What the changed units are compared with
    #[arg(long, value_enum)]
    pub(crate) method: ObserveMethod,
    /// The column with the figure
    #[arg(long, value_name = "COLUMN")]
    pub(crate) outcome: String,
    /// The column with the day, the time or the number of the period
    #[arg(long, value_name = "COLUMN")]
    pub(crate) time: String,
    /// The first day, time or period after the change
    #[arg(long, value_name = "TIME")]
    pub(crate) at: String,
    /// The column that names who or what a row is of
    #[arg(long, value_name = "COLUMN")]
    pub(crate) unit: Option<String>,
    /// The units that were changed, as they stand in the data
    #[arg(long, value_delimiter = ',', value_name = "NAMES", requires = "unit")]
    pub(crate) changed: Vec<String>,
    /// The column of what hangs together, where that is more than a unit
    #[arg(long, value_name = "COLUMN")]
    pub(crate) cluster: Option<String>,
    /// Length of a pattern that repeats, in periods: 7 for days of the week
    #[arg(long, value_name = "PERIODS", default_value_t = 0)]
    pub(crate) season: u32,
    /// The figure is a share from 0 to 1
    #[arg(long)]
    pub(crate) share: bool,
    /// Less of it is better
    #[arg(long)]
    pub(crate) less_is_better: bool,
    /// A short name of the figure [default: its column]
    #[arg(long)]
    pub(crate) title: Option<String>,
    /// How sure the range must be
    #[arg(long, value_name = "SHARE", default_value_t = 0.95)]
    pub(crate) confidence: f64,
    /// Show figures for experts too
    #[arg(long)]
    pub(crate) expert: bool,
    /// Write the answer as JSON to a file
    #[arg(long, value_name = "FILE")]
    pub(crate) out: Option<PathBuf>,
    /// Write the page of the answer: one HTML file
    #[arg(long, value_name = "FILE")]
    pub(crate) report: Option<PathBuf>,
    /// Write the picture as a Vega-Lite document
    #[arg(long, value_name = "FILE")]
    pub(crate) vega: Option<PathBuf>,
}

/// What changed units are compared with.
#[derive(Debug, Clone, Copy, ValueEnum)]
pub(crate) enum ObserveMethod {
    /// Others, before and after (difference in differences)
    Differences,
    /// A mixture of others (synthetic control)
    Synthetic,
    /// The line before (interrupted time series)
    Interrupted,
}

/// Options of `experiment allocate`.
#[derive(Debug, Args)]
#[command(
    after_help = "The table has one row for each unit, in the order in which they were assigned, with the share that its\narm had then (0.25: one unit in four). `--next FILE` writes the statement with the new shares, from which\n`aura experiment assign` gives new units their arm. The ranges hold although the shares changed, at every look."
)]
pub(crate) struct Allocate {
    /// The statement, as `experiment design` writes it
    #[arg(value_name = "STATEMENT")]
    pub(crate) statement: PathBuf,
    /// The units so far, in any format that `experiment analyze` reads
    #[arg(value_name = "TABLE")]
    pub(crate) table: PathBuf,
    /// How shares follow what was seen
    #[arg(long, value_enum, default_value = "thompson")]
    pub(crate) rule: Follow,
    /// What each arm keeps whatever is seen
    #[arg(long, value_name = "SHARE", default_value_t = 0.05)]
    pub(crate) least: f64,
    /// The column with the share that the unit's arm had
    #[arg(long, value_name = "COLUMN", default_value = "share")]
    pub(crate) share_column: String,
    /// At how many units the ranges are sharpest
    #[arg(long, value_name = "UNITS", default_value_t = 10_000.0)]
    pub(crate) tuned_units: f64,
    /// Write the statement with the next shares
    #[arg(long, value_name = "FILE")]
    pub(crate) next: Option<PathBuf>,
}

/// How shares follow what was seen.
#[derive(Debug, Clone, Copy, ValueEnum)]
pub(crate) enum Follow {
    /// By the chance to be the best: little is lost on the way
    Thompson,
    /// By the chances to be best or second: the best is found soon
    TopTwo,
}

/// Options of `experiment calibrate`.
#[derive(Debug, Args)]
pub(crate) struct Calibrate {
    /// The statement, as `experiment design` writes it
    #[arg(value_name = "STATEMENT")]
    pub(crate) statement: PathBuf,
    /// A table with one row for each unit; data from before a test do as well
    #[arg(value_name = "TABLE")]
    pub(crate) table: PathBuf,
    /// How many random splits
    #[arg(long, value_name = "NUMBER", default_value_t = 1_000)]
    pub(crate) times: u32,
    /// Where the splits come from: the same seed gives the same splits
    #[arg(long, value_name = "NUMBER", default_value_t = 0)]
    pub(crate) seed: u64,
    /// A column of what units of both arms share (a team, a market), to see whether the arms disturb each other through it
    #[arg(long, value_name = "COLUMN")]
    pub(crate) shared: Option<String>,
}
