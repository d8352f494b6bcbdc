//! Tables that a host lends beside a request, where the request could only hold them as text.
//!
//! A member of a request whose schema says `x-table` takes a text; a host that has more than text lends a table under
//! the name of that member instead. It is opened when the operation runs, on the operation's thread, and read without
//! a copy where its types allow. Never here: what columns mean.

use std::borrow::Cow;
use std::collections::BTreeMap;

use aura_core::domain::live::LiveExperiment;
use aura_core::evaluate::live::{Collected, as_text, collect_columns, collect_table};
use aura_core::progress::{Cancellation, Control};
use aura_core::simulate::log::csv_of_columns;
use aura_core::stats::columns::{Batch, ColumnSource};
use aura_core::text::{Table, read_table};
use aura_core::{Error, ErrorCode, Result};

/// A table that is opened when it is needed.
pub struct Lend(Open);

type Open = Box<dyn FnOnce(&Cancellation) -> Result<Lent> + Send>;

/// A table that is open.
#[cfg_attr(not(feature = "tables"), expect(dead_code, reason = "only the feature can lend a table"))]
pub(crate) enum Lent {
    /// A file of text, packed or not.
    Bytes(Vec<u8>),
    /// A table by column.
    Columns(Box<dyn ColumnSource>),
}

impl Lend {
    /// A file: CSV, XES, Parquet or Arrow; its first bytes say which.
    #[cfg(feature = "tables")]
    pub fn file(path: std::path::PathBuf) -> Lend {
        Lend(Box::new(move |_| {
            let told = "a text with line ends is the table itself, any other the name of a file";
            match aura_table::open(&path).map_err(|error| error.with_hint(told))? {
                Some(source) => Ok(Lent::Columns(source)),
                None => crate::machine::read_file(&path).map(Lent::Bytes),
            }
        }))
    }

    /// A stream of the Arrow C data interface, as `__arrow_c_stream__` gives it.
    #[cfg(feature = "tables")]
    pub fn stream(stream: aura_table::FFI_ArrowArrayStream) -> Lend {
        Lend(Box::new(move |cancellation| {
            let table = aura_table::ArrowTable::from_c_stream_until(stream, || cancellation.check())?;
            Ok(Lent::Columns(Box::new(table)))
        }))
    }
}

/// The tables that were lent to one call, by the member that they stand for.
#[derive(Default)]
pub(crate) struct Tables(BTreeMap<String, Lent>);

impl Tables {
    pub(crate) fn open(lent: Vec<(String, Lend)>, cancellation: &Cancellation) -> Result<Tables> {
        let open = |(name, lend): (String, Lend)| Ok((name, (lend.0)(cancellation)?));
        lent.into_iter().map(open).collect::<Result<_>>().map(Tables)
    }

    /// The table of a member: what was lent, or the text of the request.
    pub(crate) fn member<'a>(&'a self, name: &str, text: &'a str) -> Result<Given<'a>> {
        Ok(match self.0.get(name) {
            Some(Lent::Columns(source)) => Given::Columns(source.as_ref()),
            Some(Lent::Bytes(bytes)) => Given::Text(std::str::from_utf8(bytes).map_err(|error| {
                Error::new(ErrorCode::InvalidData, "the table is not text in UTF-8").with_source(error)
            })?),
            None => Given::Text(text),
        })
    }

    /// What was lent as the bytes of a file; nothing where nothing was.
    pub(crate) fn file(&self, name: &str) -> Result<Option<Cow<'_, [u8]>>> {
        Ok(match self.0.get(name) {
            Some(Lent::Columns(source)) => Some(Cow::Owned(csv_of_columns(source.as_ref())?.into_bytes())),
            Some(Lent::Bytes(bytes)) => Some(Cow::Borrowed(bytes)),
            None => None,
        })
    }
}

/// A table, as text or by column.
pub(crate) enum Given<'a> {
    Text(&'a str),
    Columns(&'a dyn ColumnSource),
}

impl Given<'_> {
    /// Its cells as text.
    pub(crate) fn rows(&self) -> Result<Table<'_>> {
        match self {
            Given::Text(text) => read_table(text),
            Given::Columns(source) => as_text(*source),
        }
    }

    /// Its rows as units of a test. The verdict is the same whatever the form.
    pub(crate) fn units(&self, experiment: &LiveExperiment, control: &Control) -> Result<Collected> {
        match self {
            Given::Text(text) => collect_table(experiment, &read_table(text)?),
            Given::Columns(source) => {
                let watched = Watched { source: *source, cancellation: &control.cancellation };
                collect_columns(experiment, &watched, control.workers.as_ref())
            }
        }
    }
}

/// A table that ends where the call is cancelled.
struct Watched<'a> {
    source: &'a dyn ColumnSource,
    cancellation: &'a Cancellation,
}

impl ColumnSource for Watched<'_> {
    fn names(&self) -> Vec<String> {
        self.source.names()
    }

    fn parts(&self) -> usize {
        self.source.parts()
    }

    fn read(
        &self,
        part: usize,
        columns: &[String],
        take: &mut dyn FnMut(&Batch<'_>) -> Result<()>,
    ) -> Result<()> {
        self.source.read(part, columns, &mut |batch| {
            self.cancellation.check()?;
            take(batch)
        })
    }

    fn place(&self, part: usize, row: usize) -> String {
        self.source.place(part, row)
    }
}
