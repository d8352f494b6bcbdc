//! The whole way in one step: a sample as text or as a table in, records and report out.

use std::borrow::Cow;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value, json};

use super::{Likeness, LikenessOptions, LikenessReport};
use crate::error::{Error, ErrorCode, Result};
use crate::limits::Limits;
use crate::random::Seed;
use crate::simulate::locale::Locale;
use crate::text::{Table, read_table};

/// Which records are wanted.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct SynthesisRequest {
    /// The sample: a table in CSV, a JSON array of records, or one JSON record a line.
    #[schemars(extend("x-table" = true))]
    pub sample: String,
    /// How many records to make; as many as the sample has where absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rows: Option<u64>,
    /// The seed; 1 where absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub seed: Option<Seed>,
    /// The fewest records that any figure stands for that is taken from the sample; 10 where absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub smallest_group: Option<u32>,
    /// Columns that name somebody, besides those that are found to: their values are made up.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub identifying: Vec<String>,
    /// The language and country of names and addresses that are made up; `en` where absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub locale: Option<Locale>,
}

/// Synthetic records, and what was kept of the sample.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Synthesis {
    /// The records.
    pub records: Vec<Value>,
    /// What was kept, and what was suppressed.
    pub report: LikenessReport,
}

/// Makes synthetic records that are like those of a sample.
///
/// # Errors
/// Those of [`Likeness::new`] and [`Likeness::record`]; `limit_size` for more rows than cases of a run.
pub fn synthesize(
    sample: &[Map<String, Value>],
    request: &SynthesisRequest,
    limits: &Limits,
) -> Result<Synthesis> {
    let rows = request.rows.unwrap_or(sample.len() as u64);
    Limits::check_count("rows", usize::try_from(rows).unwrap_or(usize::MAX), limits.cases)?;
    let mut options =
        LikenessOptions { identifying: request.identifying.clone(), ..LikenessOptions::default() };
    options.locale = request.locale.unwrap_or_default();
    options.smallest_group = request.smallest_group.unwrap_or(options.smallest_group);
    let likeness = Likeness::new(sample, &options, limits)?;
    let seed = request.seed.unwrap_or(Seed(1));
    let records = (0..rows).map(|number| likeness.record(seed, number)).collect::<Result<_>>()?;
    Ok(Synthesis { records, report: likeness.report().clone() })
}

/// Reads a sample: a JSON array of records, one JSON record a line, or else a table in CSV.
///
/// # Errors
/// `invalid_data` with the line for what is neither.
///
/// # Example
/// ```
/// use aura_core::simulate::likeness::read_records;
/// let told = read_records("age,code\n31,007\n")?;
/// assert_eq!(told, read_records(r#"[{"age": 31, "code": "007"}]"#)?);
/// # Ok::<(), aura_core::Error>(())
/// ```
pub fn read_records(text: &str) -> Result<Vec<Map<String, Value>>> {
    let start = text.trim_start();
    let refused = |line: usize, error: serde_json::Error| {
        Error::new(ErrorCode::InvalidData, format!("the sample is no list of JSON records: {error}"))
            .with_context("line", line)
    };
    if start.starts_with('[') {
        return serde_json::from_str(start).map_err(|error| refused(error.line(), error));
    }
    if start.starts_with('{') {
        let lines = text.lines().zip(1..).filter(|(line, _)| !line.trim().is_empty());
        return lines
            .map(|(line, number)| serde_json::from_str(line).map_err(|error| refused(number, error)))
            .collect();
    }
    Ok(table_records(&read_table(text)?))
}

/// The records of a table. Cells without text are missing; a column is one of numbers, or of `true` and `false`, where
/// all of its cells are.
pub fn table_records(table: &Table<'_>) -> Vec<Map<String, Value>> {
    let cells = |column: usize| {
        let rows = table.rows.iter();
        rows.filter_map(move |(_, row)| row.get(column)).map(|cell| cell.trim())
    };
    let kinds: Vec<Cells> = (0..table.columns.len()).map(|column| Cells::of(cells(column))).collect();
    let record = |row: &[Cow<'_, str>]| {
        let cells = table.columns.iter().zip(row).zip(&kinds);
        let filled = cells.filter(|((_, cell), _)| !cell.trim().is_empty());
        filled.map(|((name, cell), kind)| (name.clone(), kind.value(cell.trim()))).collect()
    };
    table.rows.iter().map(|(_, row)| record(row)).collect()
}

/// What the cells of a column are.
enum Cells {
    Whole,
    Real,
    Flags,
    Text,
}

impl Cells {
    fn of<'a>(cells: impl Iterator<Item = &'a str> + Clone) -> Cells {
        let filled = cells.filter(|cell| !cell.is_empty());
        // Leading zeros and signs mean that it is a code and no number.
        let is_code = |cell: &str| {
            cell.starts_with('+') || cell.len() > 1 && cell.starts_with('0') && !cell.starts_with("0.")
        };
        if filled.clone().all(|cell| cell.parse::<i64>().is_ok() && !is_code(cell)) {
            Cells::Whole
        } else if filled.clone().all(|cell| cell.parse::<f64>().is_ok_and(f64::is_finite) && !is_code(cell)) {
            Cells::Real
        } else if filled.clone().all(|cell| cell.parse::<bool>().is_ok()) {
            Cells::Flags
        } else {
            Cells::Text
        }
    }

    fn value(&self, cell: &str) -> Value {
        match self {
            Cells::Whole => cell.parse::<i64>().map_or(json!(cell), |number| json!(number)),
            Cells::Real => cell.parse::<f64>().map_or(json!(cell), |number| json!(number)),
            Cells::Flags => cell.parse::<bool>().map_or(json!(cell), |flag| json!(flag)),
            Cells::Text => json!(cell),
        }
    }
}
