//! Options of `aura import` and `aura learn`.

use std::path::PathBuf;

use clap::Args;

/// Options of `import`.
#[derive(Debug, Args)]
pub(crate) struct ImportArguments {
    /// The process model: a BPMN 2.0 file
    #[arg(value_name = "MODEL")]
    pub(crate) model: PathBuf,
    /// Parameters of a simulation in the JSON of Prosimos [default: those of BIMP or QBP in the model itself]
    #[arg(long, value_name = "FILE")]
    pub(crate) parameters: Option<PathBuf>,
    /// Name of the new project [default: the title of the model]
    #[arg(long, value_name = "NAME")]
    pub(crate) name: Option<String>,
}

/// Options of `learn`.
#[derive(Debug, Args)]
pub(crate) struct LearnArguments {
    /// The event log: XES or CSV, packed with gzip or not; Parquet or Arrow where this build reads tables
    #[arg(value_name = "LOG")]
    pub(crate) log: PathBuf,
    /// Measure the numbers of the project's plan [default: draw a plan from the log]
    #[arg(long)]
    pub(crate) plan: bool,
    /// Name of the new project [default: the name of the file]
    #[arg(long, value_name = "NAME", conflicts_with = "plan")]
    pub(crate) name: Option<String>,
    /// Share of cases, the earliest first, that numbers are taken from before the rest is compared
    #[arg(long, value_name = "SHARE", default_value_t = 0.7)]
    pub(crate) fitted_share: f64,
    /// Column of a table that names the case [default: found from the names]
    #[arg(long, value_name = "COLUMN")]
    pub(crate) case_column: Option<String>,
    /// Column that names what was done
    #[arg(long, value_name = "COLUMN")]
    pub(crate) activity_column: Option<String>,
    /// Column with the moment of the event, or of its end
    #[arg(long, value_name = "COLUMN")]
    pub(crate) time_column: Option<String>,
    /// Column with the moment at which the work began
    #[arg(long, value_name = "COLUMN")]
    pub(crate) start_column: Option<String>,
    /// Column that says who did it
    #[arg(long, value_name = "COLUMN")]
    pub(crate) resource_column: Option<String>,
    /// Sign between the cells of a table
    #[arg(long, value_name = "SIGN")]
    pub(crate) separator: Option<char>,
    /// What stands first in days like 03/04/2026
    #[arg(long, value_name = "ORDER")]
    pub(crate) date_order: Option<Order>,
}

/// Orders of the parts of a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
pub(crate) enum Order {
    /// 31/12/2026
    DayFirst,
    /// 12/31/2026
    MonthFirst,
}
