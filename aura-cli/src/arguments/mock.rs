//! The options of `aura mock` and `aura data`.

use std::path::PathBuf;

use clap::Args;

/// Options of `mock`.
#[derive(Debug, Args)]
pub(crate) struct MockArguments {
    /// The description of the service: OpenAPI 3.0 or 3.1, in YAML or JSON
    #[arg(value_name = "DESCRIPTION")]
    pub(crate) description: PathBuf,
    /// Seed of all answers; the same seed and the same calls give the same bytes
    #[arg(long, value_name = "NUMBER", default_value_t = 1)]
    pub(crate) seed: u64,
    /// Language and country of made-up names, addresses and telephone numbers: en, de, fr, it, nl, pt-BR, pt-PT or zh-CN
    #[arg(long, value_name = "LOCALE", default_value = "en")]
    pub(crate) locale: String,
    /// Port on 127.0.0.1; 0 takes any that is free
    #[arg(long, value_name = "PORT", default_value_t = 4010)]
    pub(crate) port: u16,
    /// Answer one request and stop, without a server, for example `--call "GET /pets?limit=3"`
    #[arg(long, value_name = "REQUEST")]
    pub(crate) call: Option<String>,
    /// Body of the request of `--call`, as JSON
    #[arg(long, value_name = "JSON", requires = "call")]
    pub(crate) body: Option<String>,
    /// Take this many milliseconds for every answer, or from so many to so many, for example `20-200`
    #[arg(long, value_name = "MILLISECONDS")]
    pub(crate) latency: Option<String>,
    /// Let this share of calls fail with 500, for example 0.05
    #[arg(long, value_name = "SHARE", default_value_t = 0.0)]
    pub(crate) errors: f64,
    /// Take at most this many calls a second
    #[arg(long, value_name = "CALLS")]
    pub(crate) rate_limit: Option<usize>,
    /// The token, the key, or both name and password, that callers must show where the description asks for them
    #[arg(long, value_name = "SECRET", default_value = "aura")]
    pub(crate) secret: String,
    /// Take whatever callers show
    #[arg(long, conflicts_with = "secret")]
    pub(crate) any_secret: bool,
}

/// Options of `data`.
#[derive(Debug, Args)]
pub(crate) struct DataArguments {
    /// The JSON Schema: 2020-12, 2019-09, draft 7, 6 or 4
    #[arg(value_name = "SCHEMA", required_unless_present = "like")]
    pub(crate) schema: Option<PathBuf>,
    /// Make records like those of a sample instead, and none of them: CSV, JSON (an array, or a record a line), and
    /// Parquet and Arrow where the command was built with tables. Several times for tables that refer to each other: --out
    /// is then a folder, and --rows counts the records of tables that refer to no other
    #[arg(long, value_name = "FILE", conflicts_with_all = ["schema", "edges", "check"])]
    pub(crate) like: Vec<PathBuf>,
    /// With several --like: a column that refers to another table, as `orders.customer_id=customers.id`; the tables are
    /// called as their files without the ending. Others are found where a column that is called a key can mean one only
    #[arg(long, value_name = "COLUMN=COLUMN", requires = "like")]
    pub(crate) reference: Vec<String>,
    /// With --like: the fewest records of the sample that any figure stands for which is taken from it
    #[arg(long, value_name = "RECORDS", default_value_t = 10, requires = "like")]
    pub(crate) smallest_group: u32,
    /// With --like: a column that names somebody, besides those that are found to; its values are made up
    #[arg(long, value_name = "COLUMN", requires = "like")]
    pub(crate) identifying: Vec<String>,
    /// How many records
    #[arg(long, value_name = "NUMBER", default_value_t = 10)]
    pub(crate) rows: u64,
    /// Seed of all values; the same seed gives the same bytes
    #[arg(long, value_name = "NUMBER", default_value_t = 1)]
    pub(crate) seed: u64,
    /// Language and country of made-up names, addresses and telephone numbers: en, de, fr, it, nl, pt-BR, pt-PT or zh-CN
    #[arg(long, value_name = "LOCALE", default_value = "en")]
    pub(crate) locale: String,
    /// Take values at the edges of what is legal: shortest, longest, empty, smallest, largest, unusual letters
    #[arg(long)]
    pub(crate) edges: bool,
    /// A file that states distributions of numbers by JSON pointer, and rank correlations between them
    #[arg(long, value_name = "FILE", conflicts_with_all = ["like", "check", "edges"])]
    pub(crate) stated: Option<PathBuf>,
    /// Check records instead of making them: one JSON document a line
    #[arg(long, value_name = "FILE", conflicts_with = "edges")]
    pub(crate) check: Option<PathBuf>,
    /// The file to write, one JSON document a line [default: standard output]
    #[arg(long, value_name = "FILE")]
    pub(crate) out: Option<PathBuf>,
}
