//! Tables by column, in batches: what a data frame, an Arrow stream or a Parquet file lends without copying.
//!
//! A [`ColumnSource`] hands out its parts as often as it is asked, so that a reader may go over the data twice and
//! several threads may read different parts. Never here: files, formats, meaning of columns.

use std::borrow::Cow;

use crate::error::{Error, ErrorCode, Result};

/// Some rows of a table, column by column.
///
/// # Example
/// ```
/// use aura_core::stats::columns::{Batch, Column, Values};
/// let revenue = Column::new("revenue", Values::Number((&[1.5, 2.0][..]).into()));
/// let arms = Column::new("arm", Values::Text(vec!["old".into(), "new".into()]));
/// let batch = Batch::new(vec![revenue, arms])?;
/// assert_eq!((batch.rows(), batch.column("arm")?.text(1).as_deref()), (2, Some("new")));
/// assert!(batch.column("price").is_err());
/// # Ok::<(), aura_core::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq)]
pub struct Batch<'a> {
    rows: usize,
    columns: Vec<Column<'a>>,
}

/// One column of a batch.
#[derive(Debug, Clone, PartialEq)]
pub struct Column<'a> {
    /// Its name.
    pub name: Cow<'a, str>,
    /// Its values; where a value is missing, anything may stand.
    pub values: Values<'a>,
    /// Whether each value is there; all are where absent.
    pub present: Option<Cow<'a, [bool]>>,
}

/// Values of one type.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub enum Values<'a> {
    /// Numbers.
    Number(Cow<'a, [f64]>),
    /// Whole numbers.
    Whole(Cow<'a, [i64]>),
    /// Yes or no.
    Truth(Cow<'a, [bool]>),
    /// Times, in milliseconds since 1970.
    Time(Cow<'a, [i64]>),
    /// Words.
    Text(Vec<Cow<'a, str>>),
    /// Words of which there are few: the place of each in a list.
    Coded {
        /// Place of each row's word.
        codes: Cow<'a, [u32]>,
        /// The words.
        words: Vec<Cow<'a, str>>,
    },
}

/// A table that is read by parts, as often as wanted.
pub trait ColumnSource: Send + Sync {
    /// Names of all columns.
    fn names(&self) -> Vec<String>;

    /// How many parts there are; each can be read on a thread of its own.
    fn parts(&self) -> usize;

    /// Hands the batches of one part to `take`, with these columns in this order.
    ///
    /// # Errors
    /// `invalid_data` for a column that is missing or of a type that has no meaning here, and whatever `take` answers.
    fn read(
        &self,
        part: usize,
        columns: &[String],
        take: &mut dyn FnMut(&Batch<'_>) -> Result<()>,
    ) -> Result<()>;

    /// Where a row of a part, counted from 0, is found by a person.
    fn place(&self, part: usize, row: usize) -> String {
        format!("row {} of part {}", row + 1, part + 1)
    }
}

impl<'a> Batch<'a> {
    /// A batch of these columns.
    ///
    /// # Errors
    /// `invalid_data` where columns have different lengths, or two have one name.
    pub fn new(columns: Vec<Column<'a>>) -> Result<Self> {
        let rows = columns.first().map_or(0, Column::len);
        for (index, column) in columns.iter().enumerate() {
            let marks = column.present.as_ref().map_or(rows, |present| present.len());
            if column.len() != rows || marks != rows {
                let message = format!("column `{}` has {} rows, not {rows}", column.name, column.len());
                return Err(Error::new(ErrorCode::InvalidData, message));
            }
            if columns.iter().take(index).any(|other| other.name == column.name) {
                let message = format!("two columns are called `{}`", column.name);
                return Err(Error::new(ErrorCode::InvalidData, message));
            }
        }
        Ok(Batch { rows, columns })
    }

    /// How many rows.
    pub fn rows(&self) -> usize {
        self.rows
    }

    /// All columns.
    pub fn columns(&self) -> &[Column<'a>] {
        &self.columns
    }

    /// The column of a name.
    ///
    /// # Errors
    /// `invalid_data` where there is none, with the names that there are.
    pub fn column(&self, name: &str) -> Result<&Column<'a>> {
        self.columns.iter().find(|column| column.name == name).ok_or_else(|| {
            let names: Vec<&str> = self.columns.iter().map(|column| column.name.as_ref()).collect();
            no_column(name, &names)
        })
    }
}

impl<'a> Column<'a> {
    /// A column without missing values.
    pub fn new(name: impl Into<Cow<'a, str>>, values: Values<'a>) -> Self {
        Column { name: name.into(), values, present: None }
    }

    /// The same column, with marks of what is there.
    #[must_use]
    pub fn with_present(self, present: impl Into<Cow<'a, [bool]>>) -> Self {
        Column { present: Some(present.into()), ..self }
    }

    /// How many rows.
    pub fn len(&self) -> usize {
        match &self.values {
            Values::Number(values) => values.len(),
            Values::Whole(values) | Values::Time(values) => values.len(),
            Values::Truth(values) => values.len(),
            Values::Text(values) => values.len(),
            Values::Coded { codes, .. } => codes.len(),
        }
    }

    /// Whether there is no row.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Whether the value of a row is there.
    pub fn is_present(&self, row: usize) -> bool {
        self.present.as_ref().is_none_or(|present| present.get(row).copied().unwrap_or(false))
    }

    /// What kind of values these are, in a word for people.
    pub fn kind(&self) -> &'static str {
        match &self.values {
            Values::Number(_) => "numbers",
            Values::Whole(_) => "whole numbers",
            Values::Truth(_) => "yes or no",
            Values::Time(_) => "times",
            Values::Text(_) | Values::Coded { .. } => "words",
        }
    }

    /// The value of a row as a cell of text; nothing where it is missing. Times are whole milliseconds.
    pub fn text(&self, row: usize) -> Option<Cow<'_, str>> {
        if !self.is_present(row) {
            return None;
        }
        match &self.values {
            Values::Number(values) => values.get(row).map(|value| Cow::Owned(value.to_string())),
            Values::Whole(values) | Values::Time(values) => {
                values.get(row).map(|value| Cow::Owned(value.to_string()))
            }
            Values::Truth(values) => {
                values.get(row).map(|value| Cow::Borrowed(if *value { "true" } else { "false" }))
            }
            Values::Text(values) => values.get(row).map(|value| Cow::Borrowed(value.as_ref())),
            Values::Coded { codes, words } => {
                let place = codes.get(row).map(|code| *code as usize)?;
                words.get(place).map(|word| Cow::Borrowed(word.as_ref()))
            }
        }
    }
}

/// Batches in memory: a part each.
impl ColumnSource for [Batch<'_>] {
    fn names(&self) -> Vec<String> {
        self.first().map_or_else(Vec::new, |batch| {
            batch.columns.iter().map(|column| column.name.clone().into_owned()).collect()
        })
    }

    fn parts(&self) -> usize {
        self.len()
    }

    fn read(
        &self,
        part: usize,
        columns: &[String],
        take: &mut dyn FnMut(&Batch<'_>) -> Result<()>,
    ) -> Result<()> {
        let Some(batch) = self.get(part) else { return Ok(()) };
        let chosen: Result<Vec<Column<'_>>> =
            columns.iter().map(|name| batch.column(name).map(Column::borrow)).collect();
        take(&Batch { rows: batch.rows, columns: chosen? })
    }
}

impl Column<'_> {
    /// The same column, borrowed.
    pub fn borrow(&self) -> Column<'_> {
        Column {
            name: Cow::Borrowed(self.name.as_ref()),
            values: match &self.values {
                Values::Number(values) => Values::Number(Cow::Borrowed(values.as_ref())),
                Values::Whole(values) => Values::Whole(Cow::Borrowed(values.as_ref())),
                Values::Truth(values) => Values::Truth(Cow::Borrowed(values.as_ref())),
                Values::Time(values) => Values::Time(Cow::Borrowed(values.as_ref())),
                Values::Text(values) => {
                    Values::Text(values.iter().map(|word| Cow::Borrowed(word.as_ref())).collect())
                }
                Values::Coded { codes, words } => Values::Coded {
                    codes: Cow::Borrowed(codes.as_ref()),
                    words: words.iter().map(|word| Cow::Borrowed(word.as_ref())).collect(),
                },
            },
            present: self.present.as_ref().map(|present| Cow::Borrowed(present.as_ref())),
        }
    }
}

/// The error for a column that is not there.
pub fn no_column(name: &str, names: &[&str]) -> Error {
    Error::new(ErrorCode::InvalidData, format!("the table has no column `{name}`"))
        .with_context("columns", names.join(", "))
}
