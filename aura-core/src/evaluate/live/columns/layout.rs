//! Which columns are read, and which variables each metric is made of.

use crate::domain::live::{LiveExperiment, LiveMeasure};
use crate::domain::metric::MetricRole;
use crate::evaluate::live::collect::needed;

/// What to read, and what each metric needs of it.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Layout {
    /// Columns that are read, each once.
    pub(super) columns: Vec<String>,
    pub(super) unit: usize,
    pub(super) arm: usize,
    pub(super) stratum: Option<usize>,
    pub(super) time: Option<usize>,
    /// Places of the columns that hold values.
    pub(super) measured: Vec<usize>,
    pub(super) variables: Vec<Variable>,
    pub(super) metrics: Vec<Part>,
}

/// A column as a metric takes it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Variable {
    /// Place among the measured columns.
    pub(super) measured: usize,
    pub(super) cap: Option<f64>,
}

/// The variables of one metric.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Part {
    pub(super) title: String,
    /// What must be there: above the line, and below it where it is a ratio.
    pub(super) required: Vec<usize>,
    pub(super) covariates: Vec<usize>,
    pub(super) is_share: bool,
    pub(super) quantile: Option<f64>,
    /// The metric that decides is kept day by day, and its largest rows are kept too.
    pub(super) is_primary: bool,
}

impl Layout {
    pub(super) fn of(experiment: &LiveExperiment) -> (Self, Vec<bool>) {
        let mut columns: Vec<String> = Vec::new();
        let mut place = |name: &String| {
            columns.iter().position(|known| known == name).unwrap_or_else(|| {
                columns.push(name.clone());
                columns.len() - 1
            })
        };
        let (unit, arm) = (place(&experiment.unit_column), place(&experiment.arm_column));
        let stratum = experiment.stratum_column.as_ref().map(&mut place);
        let time = experiment.time_column.as_ref().map(&mut place);
        let (names, truths) = needed(experiment);
        let measured: Vec<usize> = names.iter().map(&mut place).collect();
        let primary = experiment.metrics.iter().position(|metric| metric.role == MetricRole::Primary);
        let mut variables: Vec<Variable> = Vec::new();
        let mut variable = |name: &String, cap: Option<f64>| {
            let measured = names.iter().position(|known| known == name).unwrap_or(0);
            let wanted = Variable { measured, cap };
            variables.iter().position(|known| *known == wanted).unwrap_or_else(|| {
                variables.push(wanted);
                variables.len() - 1
            })
        };
        let mut metrics = Vec::with_capacity(experiment.metrics.len());
        for (index, metric) in experiment.metrics.iter().enumerate() {
            let (above, below, quantile) = match &metric.measure {
                LiveMeasure::Mean(mean) => (&mean.column, None, None),
                LiveMeasure::Proportion(share) => (&share.column, None, None),
                LiveMeasure::Ratio(ratio) => (&ratio.above, Some(&ratio.below), None),
                LiveMeasure::Quantile(quantile) => (&quantile.column, None, Some(quantile.probability)),
            };
            let mut required = vec![variable(above, metric.cap)];
            required.extend(below.map(|below| variable(below, None)));
            metrics.push(Part {
                title: metric.title.clone(),
                required,
                covariates: metric.covariates.iter().map(|name| variable(name, None)).collect(),
                is_share: matches!(metric.measure, LiveMeasure::Proportion(_)),
                quantile,
                is_primary: primary == Some(index),
            });
        }
        (Layout { columns, unit, arm, stratum, time, measured, variables, metrics }, truths)
    }
}

impl Part {
    /// Variables whose moments are kept, in their order.
    pub(super) fn kept(&self) -> impl Iterator<Item = usize> + '_ {
        self.required.iter().chain(&self.covariates).copied()
    }

    pub(super) fn is_quotient(&self) -> bool {
        self.required.len() > 1
    }
}
