//! Data that stay where they live: a query for their sums, and the way back from its answer.
//!
//! The query gives one row for each arm and part of the population. Values are taken from a middle (the mean of the
//! whole column) before they are squared, so that no digits are lost in the database; [`collect_sums`] puts the middle
//! back. Never here: a connection.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::layout::{Layout, Part, Variable};
use super::tally::{Cell, Key, Tally};
use crate::domain::live::{LiveExperiment, RowKind};
use crate::error::{Error, ErrorCode, Result};
use crate::evaluate::live::collect::{
    Collected, Source, arm_place, check_arms, crossed_note, hash_table, missing_note, wrong,
};
use crate::evaluate::live::design::{check_design, check_times};
use crate::evaluate::live::recipe::has_combined;
use crate::stats::exact::ExactSum;
use crate::stats::summary::Wide;
use crate::text::Table;

/// Whose SQL it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum SqlDialect {
    /// DuckDB.
    #[default]
    DuckDb,
    /// PostgreSQL.
    Postgres,
    /// BigQuery.
    BigQuery,
    /// Snowflake.
    Snowflake,
    /// SQLite, version 3.25 or later.
    Sqlite,
}

impl SqlDialect {
    fn quoted(self, name: &str) -> String {
        match self {
            SqlDialect::BigQuery => format!("`{}`", name.replace('\\', "\\\\").replace('`', "\\`")),
            _ => format!("\"{}\"", name.replace('"', "\"\"")),
        }
    }

    fn number(self, value: &str) -> String {
        let kind = match self {
            SqlDialect::DuckDb | SqlDialect::Snowflake => "DOUBLE",
            SqlDialect::Postgres => "DOUBLE PRECISION",
            SqlDialect::BigQuery => "FLOAT64",
            SqlDialect::Sqlite => "REAL",
        };
        format!("CAST({value} AS {kind})")
    }

    fn whole(self, value: &str) -> String {
        let kind = if self == SqlDialect::BigQuery { "INT64" } else { "INTEGER" };
        format!("CAST({value} AS {kind})")
    }

    fn text(self, value: &str) -> String {
        let kind = if self == SqlDialect::BigQuery { "STRING" } else { "VARCHAR" };
        format!("CAST({value} AS {kind})")
    }

    /// The value between floor and cap.
    fn bounded(self, value: String, variable: &Variable) -> String {
        let (least, greatest) =
            if self == SqlDialect::Sqlite { ("MIN", "MAX") } else { ("LEAST", "GREATEST") };
        let value = variable.cap.map_or(value.clone(), |cap| format!("{least}({value}, {cap:?})"));
        variable.floor.map_or(value.clone(), |floor| format!("{greatest}({value}, {floor:?})"))
    }
}

/// The query that gives the sums of a test with a row for each unit.
///
/// `table` is written into the query as it is, so that it may be a name with a schema or a query in parentheses.
///
/// # Errors
/// `invalid_experiment` where the statement is not complete, a metric is a quantile, or rows are nested in units:
/// those need the rows themselves.
///
/// # Example
/// ```
/// # let experiment = serde_json::from_str(r#"{
/// #   "schema_version": 1, "title": "T", "unit_column": "user", "arm_column": "arm",
/// #   "arms": [{"name": "old", "weight": 1}, {"name": "new", "weight": 1}],
/// #   "metrics": [{"id": "metric_revenue", "title": "revenue", "measure": {"type": "mean", "column": "revenue"},
/// #     "unit": {"type": "score"}, "direction": "increase", "role": "primary"}],
/// #   "rule": {"confidence": 0.95, "smallest_worthwhile": 0, "guardrail_margin": 0.02,
/// #     "origin": {"type": "assumed", "reason": "an example"}}
/// # }"#).unwrap();
/// use aura_core::evaluate::live::{SqlDialect, sums_query};
/// let query = sums_query(&experiment, "shop.users", SqlDialect::Postgres)?;
/// assert!(query.contains("FROM shop.users") && query.contains("GROUP BY"));
/// # Ok::<(), aura_core::Error>(())
/// ```
pub fn sums_query(experiment: &LiveExperiment, table: &str, dialect: SqlDialect) -> Result<String> {
    let layout = checked(experiment)?;
    let column = |place: usize| dialect.quoted(layout.columns.get(place).map_or("", String::as_str));
    let (unit, arm) = (column(layout.unit), column(layout.arm));
    let stratum = layout.stratum.map_or("''".to_owned(), |place| dialect.text(&column(place)));
    let (mut values, mut filled, mut sums) = (Vec::new(), Vec::new(), Vec::new());
    for (index, part) in layout.metrics.iter().enumerate() {
        for (own, variable) in part.kept().enumerate() {
            let Some(variable) = layout.variables.get(variable) else { continue };
            let name = |place: usize| column(layout.measured.get(place).copied().unwrap_or(0));
            let is_truth = part.kind.is_truth(own);
            let term = |(place, weight): &(usize, f64)| {
                let read = if is_truth { dialect.whole(&name(*place)) } else { name(*place) };
                let value = dialect.number(&read);
                if *weight == 1.0 { value } else { format!("{weight:?} * {value}") }
            };
            let sum = variable.terms.iter().map(term).collect::<Vec<String>>().join(" + ");
            let mut value = dialect.bounded(sum, variable);
            if let Some((place, least)) = variable.gate {
                let age = dialect.number(&name(place));
                value = format!("CASE WHEN {age} >= {least:?} THEN {value} END");
                values.push(format!("CASE WHEN {age} < {least:?} THEN 1 ELSE 0 END AS y{index}"));
                filled.push(format!("y{index}"));
                sums.push(format!("SUM(y{index}) AS y{index}"));
            }
            values.push(format!("{value} AS m{index}_{own}"));
            filled.push(format!("AVG(m{index}_{own}) OVER () AS c{index}_{own}, m{index}_{own}"));
        }
        sums.extend(sums_of(index, part));
    }
    Ok(format!(
        "WITH crossed AS (\n  SELECT {unit} AS unit FROM {table}\n  GROUP BY {unit} HAVING COUNT(DISTINCT {arm}) > 1\n\
         ),\nrows_read AS (\n  SELECT {unit} AS unit, {arm_text} AS arm, {stratum} AS stratum,\n    {values}\n  \
         FROM {table}\n  WHERE {unit} NOT IN (SELECT unit FROM crossed)\n),\ncentred AS (\n  SELECT unit, arm, \
         stratum,\n    {filled}\n  FROM rows_read\n)\nSELECT arm, stratum, COUNT(*) AS units, COUNT(DISTINCT unit) AS \
         distinct_units,\n  (SELECT COUNT(*) FROM crossed) AS crossed_units,\n  {sums}\nFROM centred\nGROUP BY arm, \
         stratum\nORDER BY arm, stratum;\n",
        arm_text = dialect.text(&arm),
        values = values.join(",\n    "),
        filled = filled.join(",\n    "),
        sums = sums.join(",\n  "),
    ))
}

/// Count, middles, sums and sums of products of one metric. A covariate that is missing counts as the middle.
fn sums_of(index: usize, part: &Part) -> Vec<String> {
    let width = part.kept().count();
    let needed: Vec<String> =
        (0..part.required.len()).map(|own| format!("m{index}_{own} IS NOT NULL")).collect();
    let when =
        |value: String| format!("COALESCE(SUM(CASE WHEN {} THEN {value} END), 0)", needed.join(" AND "));
    let value = |own: usize| format!("COALESCE(m{index}_{own} - c{index}_{own}, 0)");
    let mut sums = vec![format!("{} AS n{index}", when("1".to_owned()))];
    for own in 0..width {
        sums.push(format!("COALESCE(MIN(c{index}_{own}), 0) AS c{index}_{own}"));
        sums.push(format!("{} AS s{index}_{own}", when(value(own))));
        for other in own..width {
            let product = format!("{} * {}", value(own), value(other));
            sums.push(format!("{} AS p{index}_{own}_{other}", when(product)));
        }
    }
    sums
}

fn checked(experiment: &LiveExperiment) -> Result<Layout> {
    check_design(experiment)?;
    check_times(experiment, false)?;
    let wrong = |message: &str| {
        Error::new(ErrorCode::InvalidExperiment, message.to_owned())
            .with_hint("export the rows as Parquet and analyse these")
    };
    if experiment.rows == RowKind::Nested {
        return Err(wrong("rows that are nested in units cannot be summed by a query yet"));
    }
    if has_combined(experiment) {
        return Err(wrong("a sum or product of measures cannot be had from sums yet")
            .with_hint("or state its parts as metrics of their own"));
    }
    let layout = Layout::of(experiment).0;
    if layout.metrics.iter().any(|part| part.scores.is_some()) {
        return Err(wrong("a quantile or a time to an event cannot be had from sums"));
    }
    if layout.metrics.iter().any(|part| part.learned > 0) {
        return Err(wrong("a prediction cannot be learned from sums")
            .with_hint("or state the columns as `covariates`, or a prediction of your own as one"));
    }
    if layout.variables.iter().any(|variable| variable.winsorize.is_some()) {
        return Err(wrong("the quantiles of winsorising cannot be had from sums")
            .with_hint("or state a cap and a floor instead"));
    }
    Ok(layout)
}

/// Reads the answer of [`sums_query`] as a table. Checks that need single units (days, largest values) are left out.
///
/// # Errors
/// `invalid_data` for a missing column, a cell that is no number, an arm that was not planned, and units that stand
/// twice; `invalid_experiment` as [`sums_query`].
pub fn collect_sums(experiment: &LiveExperiment, table: &Table<'_>) -> Result<Collected> {
    let mut layout = checked(experiment)?;
    // Sums do not know days.
    layout.time = None;
    let arms = experiment.arms.len();
    let mut tally = Tally::new(layout.clone(), arms);
    let mut crossed = 0;
    let mut lacking = vec![vec![0; arms]; layout.metrics.len()];
    for (line, cells) in &table.rows {
        let cell = |name: &str| -> Result<&str> {
            Ok(cells.get(table.column(name)?).map_or("", |cell| cell.trim()))
        };
        let number = |name: &str| -> Result<f64> {
            let text = cell(name)?;
            let value = text.parse::<f64>().ok().filter(|value| value.is_finite());
            value.ok_or_else(|| wrong(*line, format!("`{name}` must be a number, not `{text}`")))
        };
        let arm = arm_place(experiment, *line, cell("arm")?)?;
        let stratum = tally.strata.place(cell("stratum")?)?;
        let (units, distinct) = (number("units")?, number("distinct_units")?);
        if units != distinct {
            return Err(wrong(*line, format!("{distinct} units stand on {units} rows"))
                .with_hint("the table of the query must have one row for each unit"));
        }
        crossed = number("crossed_units")? as u64;
        if let Some(count) = tally.counts.get_mut(arm) {
            *count += units as u64;
        }
        for (index, part) in layout.metrics.iter().enumerate() {
            let cell = cell_of(index, part, &number)?;
            // Zeros and ones are their own squares.
            let own = |sums: &[ExactSum]| sums.first().map_or(0.0, |sum| sum.wide().value());
            if part.kind.is_truth(0) && (own(&cell.sums) - own(&cell.products)).abs() > 1e-6 * (units + 1.0) {
                return Err(wrong(
                    *line,
                    format!("`{}` is a share, but has other values than 0 and 1", part.title),
                ));
            }
            if let Some(count) = lacking.get_mut(index).and_then(|counts| counts.get_mut(arm)) {
                *count += units as u64 - cell.count.min(units as u64);
            }
            let gated = part
                .required
                .first()
                .filter(|own| layout.variables.get(**own).is_some_and(|variable| variable.gate.is_some()));
            if let Some(counts) = gated.and_then(|own| tally.young.get_mut(*own)) {
                let young = number(&format!("y{index}"))? as u64;
                counts.iter_mut().skip(arm).take(1).for_each(|count| *count += young);
                lacking.iter_mut().skip(index).take(1).flatten().skip(arm).take(1).for_each(|count| {
                    *count = count.saturating_sub(young);
                });
            }
            let key = Key { arm: arm as u32, stratum, day: 0, lacking: 0 };
            if let Some(metric) = tally.metrics.get_mut(index)
                && metric.cells.insert(key, cell).is_some()
            {
                return Err(wrong(*line, "this arm and part of the population stood there before"));
            }
        }
    }
    check_arms(experiment, tally.counts.iter().copied())?;
    let tally = tally.sorted();
    let total: u64 = tally.counts.iter().sum();
    let mut notes = crossed_note(crossed, total + crossed);
    notes.extend(
        layout.metrics.iter().zip(&lacking).filter_map(|(part, counts)| missing_note(&part.title, counts)),
    );
    Ok(Collected {
        counts: tally.counts.clone(),
        days: std::collections::BTreeSet::new(),
        notes,
        data_hash: hash_table(table),
        source: Source::Sums(Box::new(tally)),
    })
}

/// The sums of one metric, with the middles put back.
fn cell_of(index: usize, part: &Part, number: &dyn Fn(&str) -> Result<f64>) -> Result<Cell> {
    let width = part.kept().count();
    let mut cell = Cell::new(width);
    let count = number(&format!("n{index}"))?;
    cell.count = count as u64;
    let (mut middles, mut sums) = (Vec::new(), Vec::new());
    for own in 0..width {
        middles.push(Wide::new(number(&format!("c{index}_{own}"))?));
        sums.push(Wide::new(number(&format!("s{index}_{own}"))?));
    }
    let read = |list: &[Wide], own: usize| list.get(own).copied().unwrap_or_default();
    let units = Wide::new(count);
    let mut products = cell.products.iter_mut();
    for own in 0..width {
        if let Some(sum) = cell.sums.get_mut(own) {
            *sum = exact(read(&sums, own).plus(units.times(read(&middles, own))))?;
        }
        for (other, product) in (own..width).zip(products.by_ref()) {
            let (one, two) = (read(&middles, own), read(&middles, other));
            let given = Wide::new(number(&format!("p{index}_{own}_{other}"))?);
            let crossed = one.times(read(&sums, other)).plus(two.times(read(&sums, own)));
            *product = exact(given.plus(crossed).plus(units.times(one.times(two))))?;
        }
    }
    Ok(cell)
}

fn exact(value: Wide) -> Result<ExactSum> {
    let mut sum = ExactSum::default();
    sum.add_one(value.high)?;
    sum.add_one(value.low)?;
    Ok(sum)
}
