//! `aura experiment`: tests with real people, from the statement to the report.

use std::borrow::Cow;
use std::path::Path;

use aura_core::domain::experiment::{Decision, DecisionRule};
use aura_core::domain::figures;
use aura_core::domain::id::MetricId;
use aura_core::domain::live::{
    Aim, ArmAdjustment, ColumnMeasure, CountMeasure, ExpertFigures, FunnelStepMeasure, LIVE_SCHEMA_VERSION,
    LiveArm, LiveAssignment, LiveExperiment, LiveMeasure, LiveMetric, LiveVerdict, QuantileMeasure,
    RatioMeasure, RetentionMeasure, RowKind, TimeToEventMeasure, TrustCheck, TrustOutcome, Winsorizing,
};
use aura_core::domain::metric::{Direction, MetricRole};
use aura_core::domain::provenance::Origin;
use aura_core::domain::quantity::Unit;
use aura_core::evaluate::live::{
    ClusterPower, CountPower, PowerKind, PowerRequest, QuantilePower, RatioPower, SqlDialect, SurvivalPower,
    assign_units, check_design, check_untouched, collect_columns, collect_logs, collect_sums, collect_table,
    judge, plan_power, render_report, sums_query, vega_lite,
};
use aura_core::limits::Limits;
use aura_core::stats::analysis::{GroupLooks, Monitoring, OpenLooks};
use aura_core::stats::sequential::Spending;
use aura_core::text::read_table;
use aura_core::{Error, ErrorCode, Result};
use serde::de::DeserializeOwned;

use super::experiment_allocate::allocate;
use super::experiment_calibrate::calibrate;
use super::experiment_observe::observe;
use crate::Finish;
use crate::arguments::Common;
use crate::arguments::experiment::{
    Analyze, Assign, Design, Dialect, ExperimentAction, ExperimentArguments, LooksArguments, Power, Report,
    Sql,
};
use crate::host::Threads;
use crate::output::{Output, Tone, print};
use crate::table::TableFile;
use crate::{files, input};

/// Does what was asked for.
pub(crate) fn experiment(common: &Common, options: &ExperimentArguments) -> Result<Finish> {
    let output = Output::new(common);
    match &options.action {
        ExperimentAction::Design(options) => design(&output, options),
        ExperimentAction::Assign(options) => assign(&output, options),
        ExperimentAction::Sql(options) => sql(options),
        ExperimentAction::Analyze(options) => analyze(&output, options),
        ExperimentAction::Power(options) => power(&output, options),
        ExperimentAction::Report(options) => report(&output, options),
        ExperimentAction::Calibrate(options) => calibrate(&output, options),
        ExperimentAction::Allocate(options) => allocate(&output, options),
        ExperimentAction::Observe(options) => observe(&output, options),
    }
}

/// Writes a statement that can be completed by hand.
fn design(output: &Output, options: &Design) -> Result<Finish> {
    let arms: Vec<LiveArm> =
        options.arms.iter().map(|name| LiveArm { name: name.clone(), weight: 1.0 }).collect();
    let mut metrics = Vec::new();
    for (index, column) in options.metric.iter().enumerate() {
        let role = if index == 0 { MetricRole::Primary } else { MetricRole::Secondary };
        metrics.push(metric(column, role, options)?);
    }
    for column in &options.guardrail {
        metrics.push(metric(column, MetricRole::Guardrail, options)?);
    }
    let monitoring = looks(&options.looks);
    // Said in the statement, so that it can be read and changed before the data.
    let usual = (arms.len() > 2).then_some(if monitoring == Monitoring::Fixed {
        ArmAdjustment::Dunnett
    } else {
        ArmAdjustment::Bonferroni
    });
    let experiment = LiveExperiment {
        schema_version: LIVE_SCHEMA_VERSION,
        title: options.title.clone(),
        unit_column: options.unit.clone(),
        arm_column: options.arm_column.clone(),
        arms,
        metrics,
        rows: RowKind::Unit,
        stratum_column: options.strata.clone(),
        time_column: options.time.clone(),
        event_column: None,
        window_ms: None,
        monitoring,
        aim: if options.non_inferiority { Aim::NonInferiority } else { Aim::Superiority },
        rule: DecisionRule {
            smallest_worthwhile: options.worthwhile.amount,
            is_relative: options.worthwhile.is_relative,
            guardrail_margin: options.margin,
            origin: Origin::assumed("stated with the command, before the data"),
            ..DecisionRule::default()
        },
        adjustment: options.adjust.map(Into::into),
        arm_adjustment: options.adjust_arms.map(Into::into).or(usual),
        planned_units: options.units,
        assignment: Some(LiveAssignment { key: aura_core::domain::id::slug(&options.title), coverage: 1.0 }),
    };
    check_design(&experiment)?;
    if output.is_json() || options.out.is_none() {
        output.document(&experiment)?;
    }
    if let Some(path) = &options.out {
        files::write(path, format!("{}\n", pretty(&experiment)?).as_bytes())?;
        if !output.is_json() {
            output.status(Tone::Good, "Stated:", &format!("{} is written.", path.display()))?;
            output.hint("Read it, change what is not meant, and keep it before the first data come in.")?;
        }
    }
    Ok(Finish::Done)
}

/// Reads `column` or `column:kind`, with a minus before a column of which less is better.
fn metric(given: &str, role: MetricRole, options: &Design) -> Result<LiveMetric> {
    let (name, kind) = given.split_once(':').unwrap_or((given, "mean"));
    let (column, direction) = match name.strip_prefix('-') {
        Some(column) => (column, Direction::Decrease),
        None => (name, Direction::Increase),
    };
    let measure = measure(column, kind).ok_or_else(|| {
        Error::new(ErrorCode::InvalidExperiment, format!("`{given}` says no measure")).with_hint(MEASURES)
    })?;
    let is_share = matches!(
        measure,
        LiveMeasure::Proportion(_) | LiveMeasure::Retention(_) | LiveMeasure::FunnelStep(_)
    );
    let has_tails = matches!(measure, LiveMeasure::Mean(_) | LiveMeasure::Ratio(_) | LiveMeasure::Count(_));
    Ok(LiveMetric {
        id: MetricId::new(format!("metric_{}", aura_core::domain::id::slug(column)))?,
        title: column.replace('_', " "),
        measure,
        unit: if is_share { Unit::Share } else { Unit::Score },
        direction,
        role,
        covariates: options.covariate.clone(),
        learned_from: options.learn_from.clone(),
        cap: None,
        floor: None,
        winsorize: options.winsorize.filter(|_| has_tails).map(|high| Winsorizing { low: 0.0, high }),
        prior: options.prior.clone().filter(|_| role == MetricRole::Primary).map(|belief| belief.0),
    })
}

/// How a measure is written behind its column.
const MEASURES: &str = "write `revenue`, `ordered:share`, `visits:count`, `visits:count=days`, `wait:quantile=0.9`, \
                        `revenue:per=orders`, `paid:of=reached_checkout`, `left:until=days,30` or \
                        `active:retention=age_ms,7,14`";

fn measure(column: &str, kind: &str) -> Option<LiveMeasure> {
    let own = column.to_owned();
    let (kind, given) = kind.split_once('=').unwrap_or((kind, ""));
    let parts: Vec<&str> = given.split(',').map(str::trim).collect();
    let day_ms = |days: &str| days.parse::<f64>().ok().map(|days| (days * 86_400_000.0) as u64);
    Some(match (kind, parts.as_slice()) {
        ("mean", [""]) => LiveMeasure::Mean(ColumnMeasure { column: own }),
        ("share", [""]) => LiveMeasure::Proportion(ColumnMeasure { column: own }),
        ("count", [""]) => LiveMeasure::Count(CountMeasure { column: own, exposure: None }),
        ("count", [exposure]) => {
            LiveMeasure::Count(CountMeasure { column: own, exposure: Some((*exposure).to_owned()) })
        }
        ("quantile", [probability]) => {
            LiveMeasure::Quantile(QuantileMeasure { column: own, probability: probability.parse().ok()? })
        }
        ("per", [below]) if !below.is_empty() => {
            LiveMeasure::Ratio(RatioMeasure { above: own, below: (*below).to_owned() })
        }
        ("of", [reached]) if !reached.is_empty() => {
            LiveMeasure::FunnelStep(FunnelStepMeasure { reached: (*reached).to_owned(), completed: own })
        }
        ("until", [time, limit]) => LiveMeasure::TimeToEvent(TimeToEventMeasure {
            event: own,
            time: Some((*time).to_owned()).filter(|time| !time.is_empty()),
            limit: limit.parse().ok()?,
        }),
        ("retention", [age, from, until]) => LiveMeasure::Retention(RetentionMeasure {
            column: own,
            age: Some((*age).to_owned()).filter(|age| !age.is_empty()),
            from_ms: day_ms(from)?,
            until_ms: day_ms(until)?,
        }),
        _ => return None,
    })
}

fn looks(options: &LooksArguments) -> Monitoring {
    match (options.planned_looks, options.always_valid) {
        (Some(count), _) => {
            let fractions = (1..=count).map(|look| f64::from(look) / f64::from(count)).collect();
            Monitoring::GroupSequential(GroupLooks { fractions, spending: Spending::ObrienFleming })
        }
        (None, Some(tuned_units)) => Monitoring::AlwaysValid(OpenLooks { tuned_units }),
        (None, None) => Monitoring::Fixed,
    }
}

/// Gives every unit of a list its arm.
fn assign(output: &Output, options: &Assign) -> Result<Finish> {
    let experiment: LiveExperiment = document(&options.statement)?;
    let text = input::file(&options.units, Limits::default().trace_bytes)?;
    let units = units_of(&text, &experiment.unit_column)?;
    let assigned = assign_units(&experiment, units.iter().map(AsRef::as_ref))?;
    if output.is_json() {
        output.document(&assigned)?;
        return Ok(Finish::Done);
    }
    let mut lines = format!("{},{}\n", experiment.unit_column, experiment.arm_column);
    for one in &assigned {
        lines.push_str(&format!("{},{}\n", cell(&one.unit), cell(one.arm.as_deref().unwrap_or(""))));
    }
    print(&lines)?;
    Ok(Finish::Done)
}

/// The units of a list with one a line, or of a table that has the column.
fn units_of<'t>(text: &'t str, column: &str) -> Result<Vec<Cow<'t, str>>> {
    let names = text.lines().next().unwrap_or_default().split(',').map(|name| name.trim().trim_matches('"'));
    if names.clone().count() > 1 && names.into_iter().any(|name| name == column) {
        let table = read_table(text)?;
        let place = table.column(column)?;
        let cells = table.rows.into_iter().filter_map(|(_, cells)| cells.into_iter().nth(place));
        return Ok(cells.filter(|unit| !unit.trim().is_empty()).collect());
    }
    let lines = text.lines().map(str::trim).filter(|unit| !unit.is_empty() && *unit != column);
    Ok(lines.map(Cow::Borrowed).collect())
}

/// A cell of CSV, in quotes where it needs them.
fn cell(text: &str) -> String {
    if text.contains([',', '"', '\n', '\r']) {
        format!("\"{}\"", text.replace('"', "\"\""))
    } else {
        text.to_owned()
    }
}

/// Writes the query for the sums of a test.
fn sql(options: &Sql) -> Result<Finish> {
    let dialect = match options.dialect {
        Dialect::Duckdb => SqlDialect::DuckDb,
        Dialect::Postgres => SqlDialect::Postgres,
        Dialect::Bigquery => SqlDialect::BigQuery,
        Dialect::Snowflake => SqlDialect::Snowflake,
        Dialect::Sqlite => SqlDialect::Sqlite,
    };
    print(&sums_query(&document(&options.statement)?, &options.table, dialect)?)?;
    Ok(Finish::Done)
}

fn analyze(output: &Output, options: &Analyze) -> Result<Finish> {
    let verdict = verdict(options)?;
    if let Some(path) = &options.out {
        files::write(path, format!("{}\n", pretty(&verdict)?).as_bytes())?;
    }
    if output.is_json() {
        output.document(&verdict)?;
        return Ok(Finish::Done);
    }
    show(output, &verdict, options.expert)?;
    Ok(Finish::Done)
}

fn verdict(options: &Analyze) -> Result<LiveVerdict> {
    let experiment: LiveExperiment = document(&options.statement)?;
    let given = TableFile::open(&options.table)?;
    let data = match &options.outcomes {
        Some(path) => collect_logs(&experiment, &given.table()?, &TableFile::open(path)?.table()?)?,
        None if options.sums => collect_sums(&experiment, &given.table()?)?,
        None => match &given {
            TableFile::Columns(source) => {
                collect_columns(&experiment, source.as_ref(), &Threads::new(options.threads))?
            }
            TableFile::Text(_) => collect_table(&experiment, &given.table()?)?,
        },
    };
    judge(&experiment, &data)
}

fn show(output: &Output, verdict: &LiveVerdict, is_expert: bool) -> Result<()> {
    for arm in &verdict.arms {
        output.heading(&format!("{}: {}", verdict.experiment.title, arm.arm))?;
        let (tone, word) = decision(arm.decision);
        output.status(tone, word, &arm.reasons.join(" "))?;
        for metric in &arm.metrics {
            output.point(&metric.sentence)?;
            if let Some(belief) = &metric.belief {
                output.below(&belief.sentence)?;
            }
            if is_expert {
                let (seen, own) = (&metric.comparison, &metric.expert);
                output.below(&format!(
                    "{}; difference {} [{}, {}] at {}, se {}, df {:.1}, statistic {:.4} against {:.4}, p {}, \
                     adjusted {}, variance left {:.3}{}",
                    own.method,
                    seen.difference,
                    seen.low,
                    seen.high,
                    own.confidence,
                    own.standard_error,
                    own.degrees_of_freedom,
                    own.statistic,
                    own.critical,
                    figures::probability(seen.p_value),
                    figures::probability(own.adjusted_p_value),
                    own.variance_left,
                    special(own)
                ))?;
            }
        }
        if let Some(column) = verdict.experiment.stratum_column.as_ref().filter(|_| !arm.segments.is_empty())
        {
            output.heading(&format!("By {column}"))?;
            for segment in &arm.segments {
                output.point(&segment.sentence)?;
            }
        }
        output.below(&arm.would_change)?;
    }
    output.heading("Can the data be trusted?")?;
    show_checks(output, &verdict.checks, is_expert)?;
    output.gap()?;
    output
        .hint("These are real people; nothing here was simulated. More: --expert, or aura experiment report.")
}

/// Checks of the data, one line each.
pub(super) fn show_checks(output: &Output, checks: &[TrustCheck], is_expert: bool) -> Result<()> {
    for check in checks {
        let (tone, word) = match check.outcome {
            TrustOutcome::Good => (Tone::Good, "Fine:"),
            TrustOutcome::Warning => (Tone::Careful, "Take care:"),
            TrustOutcome::Failed => (Tone::Bad, "Stop:"),
        };
        output.status(tone, word, &check.sentence)?;
        if is_expert {
            output.below(&format!("{}: {}", check.name, check.detail))?;
        }
    }
    Ok(())
}

/// Figures that only some measures have.
fn special(figures: &ExpertFigures) -> String {
    let mut text = String::new();
    if let Some(relative) = &figures.relative {
        text += &format!("; relative {} [{}, {}] (Fieller)", relative.estimate, relative.low, relative.high);
    }
    if let Some(dispersion) = figures.dispersion {
        text += &format!("; dispersion of counts {dispersion:.3}");
    }
    if let Some(p_value) = figures.log_rank_p_value {
        text += &format!("; log-rank p {p_value:e}");
    }
    text
}

fn decision(decision: Decision) -> (Tone, &'static str) {
    match decision {
        Decision::Ship => (Tone::Good, "Ship it."),
        Decision::Keep => (Tone::Careful, "Keep what you have."),
        Decision::Extend => (Tone::Careful, "Look longer."),
        Decision::Stop => (Tone::Bad, "Stop."),
        Decision::NoDifference => (Tone::Careful, "No difference that matters."),
    }
}

fn power(output: &Output, options: &Power) -> Result<Finish> {
    let clusters = options.rows_each_unit.map(|rows_each_unit| ClusterPower {
        rows_each_unit,
        correlation: options.row_correlation,
        size_variation: 0.0,
    });
    let plan = plan_power(&PowerRequest {
        baseline: options.baseline,
        deviation: options.deviation,
        kind: options.kind.as_deref().map(power_kind).transpose()?,
        effect: options.effect,
        units: options.units,
        days: options.days,
        clusters,
        variance_left: options.variance_left,
        confidence: options.confidence,
        power: options.power,
        treatments: options.treatments,
        arm_adjustment: options.adjust_arms.map(Into::into),
        monitoring: looks(&options.looks),
        units_each_day: options.per_day,
    })?;
    if output.is_json() {
        output.document(&plan)?;
        return Ok(Finish::Done);
    }
    output.paragraph(&plan.sentence)?;
    output.fact("units in all", &plan.units.to_string())?;
    output.fact(
        "price of the looks",
        &format!("{:.3} times as many as one look would need", plan.cost_of_looks),
    )?;
    Ok(Finish::Done)
}

/// Reads a kind of metric with its figures, such as `count=3.5`.
fn power_kind(given: &str) -> Result<PowerKind> {
    let (kind, figures) = given.split_once('=').unwrap_or((given, ""));
    let figures: Option<Vec<f64>> =
        figures.split(',').filter(|part| !part.is_empty()).map(|part| part.trim().parse().ok()).collect();
    let read = match (kind, figures.unwrap_or_default().as_slice()) {
        ("count", []) => Some(PowerKind::Count(CountPower { dispersion: 1.0 })),
        ("count", [dispersion]) => Some(PowerKind::Count(CountPower { dispersion: *dispersion })),
        ("ratio", [above, mean, below, correlation]) => Some(PowerKind::Ratio(RatioPower {
            above_deviation: *above,
            below_mean: *mean,
            below_deviation: *below,
            correlation: *correlation,
        })),
        ("quantile", [probability, density]) => {
            Some(PowerKind::Quantile(QuantilePower { probability: *probability, density: *density }))
        }
        ("survival", [limit]) => Some(PowerKind::Survival(SurvivalPower { limit: *limit })),
        _ => None,
    };
    read.ok_or_else(|| {
        Error::new(ErrorCode::InvalidNumber, format!("`{given}` says no kind of metric")).with_hint(
            "write `count`, `count=DISPERSION`, `ratio=DEVIATION,MEAN_BELOW,DEVIATION_BELOW,CORRELATION`, \
             `quantile=PROBABILITY,DENSITY` or `survival=LIMIT`",
        )
    })
}

fn report(output: &Output, options: &Report) -> Result<Finish> {
    let verdict: LiveVerdict = document(&options.verdict)?;
    check_untouched(&verdict)?;
    files::write(&options.out, render_report(&verdict).as_bytes())?;
    if let Some(path) = &options.vega {
        files::write(path, format!("{}\n", pretty(&vega_lite(&verdict))?).as_bytes())?;
    }
    if options.out != Path::new("-") {
        output.status(Tone::Good, "Written:", &options.out.display().to_string())?;
    }
    Ok(Finish::Done)
}

pub(super) fn document<T: DeserializeOwned>(path: &Path) -> Result<T> {
    let text = input::file(path, Limits::default().document_bytes)?;
    serde_json::from_str(&text).map_err(|error| {
        Error::new(ErrorCode::InvalidDocument, format!("`{}` cannot be read: {error}", path.display()))
            .with_hint("`aura experiment design` writes a statement that can be changed by hand")
    })
}

pub(super) fn pretty(value: &impl serde::Serialize) -> Result<String> {
    serde_json::to_string_pretty(value).map_err(|error| {
        Error::new(ErrorCode::Internal, "a document could not be written as JSON").with_source(error)
    })
}
