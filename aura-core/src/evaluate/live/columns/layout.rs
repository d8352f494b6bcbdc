//! Which columns are read, and which variables each metric is made of.

use crate::domain::live::{LiveExperiment, Winsorizing};
use crate::domain::metric::MetricRole;
use crate::evaluate::live::recipe::{Kind, Recipe, Scores, needed};

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

/// Columns as a metric takes them.
#[derive(Debug, Clone, PartialEq, Default)]
pub(super) struct Variable {
    /// Places among the measured columns, with their weights.
    pub(super) terms: Vec<(usize, f64)>,
    pub(super) cap: Option<f64>,
    pub(super) floor: Option<f64>,
    /// Quantiles that become cap and floor once the values are known.
    pub(super) winsorize: Option<Winsorizing>,
    /// A measured column, and how large it must be for the value to count.
    pub(super) gate: Option<(usize, f64)>,
}

/// The variables of one metric.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Part {
    pub(super) title: String,
    /// What must be there: above the line, and below it where it is a ratio.
    pub(super) required: Vec<usize>,
    pub(super) covariates: Vec<usize>,
    /// How many of the covariates, the last ones, only serve to learn a prediction.
    pub(super) learned: usize,
    pub(super) kind: Kind,
    pub(super) scores: Option<Scores>,
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
        let mut variable = |wanted: Variable| {
            variables.iter().position(|known| *known == wanted).unwrap_or_else(|| {
                variables.push(wanted);
                variables.len() - 1
            })
        };
        let measured_place = |name: &String| names.iter().position(|known| known == name).unwrap_or(0);
        let plain =
            |name: &String| Variable { terms: vec![(measured_place(name), 1.0)], ..Variable::default() };
        let mut metrics = Vec::with_capacity(experiment.metrics.len());
        for (index, metric) in experiment.metrics.iter().enumerate() {
            let recipe = Recipe::of(metric);
            let terms = recipe.above.iter().map(|(name, weight)| (measured_place(name), *weight));
            let mut required = vec![variable(Variable {
                terms: terms.collect(),
                cap: metric.cap,
                floor: metric.floor,
                winsorize: metric.winsorize,
                gate: recipe.gate.map(|(name, least)| (measured_place(name), least)),
            })];
            required.extend(recipe.below.map(|below| variable(plain(below))));
            metrics.push(Part {
                title: metric.title.clone(),
                required,
                covariates: metric
                    .covariates
                    .iter()
                    .chain(&metric.learned_from)
                    .map(|name| variable(plain(name)))
                    .collect(),
                learned: metric.learned_from.len(),
                kind: recipe.kind,
                scores: recipe.scores,
                is_primary: primary == Some(index),
            });
        }
        (Layout { columns, unit, arm, stratum, time, measured, variables, metrics }, truths)
    }
}

impl Variable {
    /// The value between floor and cap.
    pub(super) fn bounded(&self, value: f64) -> f64 {
        let value = self.cap.map_or(value, |cap| value.min(cap));
        self.floor.map_or(value, |floor| value.max(floor))
    }
}

impl Part {
    /// Variables whose moments are kept, in their order.
    pub(super) fn kept(&self) -> impl Iterator<Item = usize> + '_ {
        self.required.iter().chain(&self.covariates).copied()
    }

    /// Whether the values are only 0 and 1.
    pub(super) fn is_truth(&self) -> bool {
        matches!(self.kind, Kind::Share | Kind::Funnel)
    }

    /// Whether the rows themselves are kept: sums are not enough.
    pub(super) fn keeps_rows(&self) -> bool {
        self.scores.is_some() || self.learned > 0
    }

    pub(super) fn is_quotient(&self) -> bool {
        self.required.len() > 1 && self.scores.is_none()
    }
}
