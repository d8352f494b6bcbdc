//! Which column refers to which: as stated, or found.

use std::collections::BTreeSet;

use super::column::{is_called_number, plain};
use super::tables::Given;
use crate::error::{Error, ErrorCode, Result};

/// A column that refers to a column of another table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Link {
    pub child: usize,
    pub column: String,
    pub parent: usize,
    pub key: String,
    /// Whether it was found, not stated.
    pub is_found: bool,
}

/// All references: those that are stated, then those that are found.
pub(super) fn all(tables: &[Given], stated: &[String]) -> Result<Vec<Link>> {
    let mut links: Vec<Link> = Vec::new();
    for text in stated {
        let link = read(tables, text)?;
        if links.iter().any(|other| other.child == link.child && other.column == link.column) {
            let text = format!("the reference `{text}` starts where another one does");
            return Err(Error::new(ErrorCode::InvalidData, text));
        }
        links.push(link);
    }
    for found in found(tables) {
        let is_known = links.iter().any(|link| link.child == found.child && link.column == found.column);
        let mut more = links.clone();
        more.push(found);
        if !is_known && order(tables, &more).is_ok() && refers_on(&more).is_none() {
            links = more;
        }
    }
    if let Some(link) = refers_on(&links) {
        let name = tables.get(link.parent).map_or("", |table| table.name.as_str());
        let text = format!("`{name}.{}` is referred to and refers itself", link.key);
        return Err(Error::new(ErrorCode::InvalidData, text)
            .with_hint("let both refer to the column at the end of the chain"));
    }
    Ok(links)
}

/// The columns of a table that others refer to.
pub(super) fn keys_of(links: &[Link], table: usize) -> BTreeSet<&str> {
    links.iter().filter(|link| link.parent == table).map(|link| link.key.as_str()).collect()
}

/// The tables, each behind all that it refers to.
pub(super) fn order(tables: &[Given], links: &[Link]) -> Result<Vec<usize>> {
    let mut order: Vec<usize> = Vec::with_capacity(tables.len());
    while order.len() < tables.len() {
        let is_ready = |place: &usize| {
            let mut parents = links.iter().filter(|link| link.child == *place).map(|link| link.parent);
            !order.contains(place) && parents.all(|parent| order.contains(&parent))
        };
        let Some(next) = (0..tables.len()).find(is_ready) else {
            return Err(Error::new(ErrorCode::InvalidData, "the references go in a circle")
                .with_hint("leave out the column that closes it"));
        };
        order.push(next);
    }
    Ok(order)
}

/// A reference to a column that refers itself.
fn refers_on(links: &[Link]) -> Option<&Link> {
    links.iter().find(|link| links.iter().any(|other| other.child == link.parent && other.column == link.key))
}

fn read(tables: &[Given], text: &str) -> Result<Link> {
    let refused = |reason: String| {
        Err(Error::new(ErrorCode::InvalidData, reason)
            .with_hint("a reference is `table.column=table.column`, the column that refers first"))
    };
    let Some((from, to)) = text.split_once('=') else {
        return refused(format!("`{text}` is no reference"));
    };
    let (Some((child, column)), Some((parent, key))) = (column(tables, from), column(tables, to)) else {
        let missing = if column(tables, from).is_none() { from } else { to };
        return refused(format!("there is no table with a column `{}`", missing.trim()));
    };
    if child == parent {
        return refused(format!("`{text}` stays within one table, which is not possible"));
    }
    if tables.get(parent).is_none_or(|table| unique(table, &key).is_none()) {
        return refused(format!("`{}` is no key: a value is missing there, or comes twice", to.trim()));
    }
    Ok(Link { child, column, parent, key, is_found: false })
}

fn column(tables: &[Given], text: &str) -> Option<(usize, String)> {
    tables.iter().enumerate().find_map(|(place, table)| {
        let name = text.trim().strip_prefix(&table.name)?.strip_prefix('.')?;
        table.columns.iter().any(|column| column == name).then(|| (place, name.to_owned()))
    })
}

/// The values of a column in which every record has one and none comes twice.
fn unique(table: &Given, column: &str) -> Option<BTreeSet<String>> {
    let mut values = BTreeSet::new();
    for record in &table.records {
        let value = record.get(column).filter(|value| value.is_string() || value.is_number())?;
        if !values.insert(plain(Some(value))) {
            return None;
        }
    }
    (!values.is_empty()).then_some(values)
}

/// Whether a column is called after a table, for example `customer_id` after `customers`.
fn names(column: &str, table: &Given) -> bool {
    let table = table.name.to_lowercase();
    column.to_lowercase().contains(table.strip_suffix('s').unwrap_or(&table))
}

/// References that can be no others: a column that is called a key has only values of one key of another table.
fn found(tables: &[Given]) -> Vec<Link> {
    let mut keys = Vec::new();
    for (place, table) in tables.iter().enumerate() {
        let each = table.columns.iter().filter_map(|name| Some((place, name, unique(table, name)?)));
        keys.extend(each);
    }
    let mut links = Vec::new();
    for (child, table) in tables.iter().enumerate() {
        for name in table.columns.iter().filter(|name| is_called_number(name)) {
            let values: BTreeSet<String> = table
                .records
                .iter()
                .filter_map(|record| record.get(name).filter(|value| !value.is_null()))
                .map(|value| plain(Some(value)))
                .collect();
            // Keys 1, 2, 3 … of any two tables look as if one led to the other, so keys are never found to refer.
            if values.is_empty() || unique(table, name).is_some() {
                continue;
            }
            let fits = |(parent, _, of): &&(usize, &String, BTreeSet<String>)| {
                *parent != child && values.is_subset(of)
            };
            let mut candidates: Vec<_> = keys.iter().filter(fits).collect();
            if candidates.len() > 1 {
                candidates
                    .retain(|(parent, _, _)| tables.get(*parent).is_some_and(|table| names(name, table)));
            }
            if let [(parent, key, _)] = candidates.as_slice() {
                let (column, key) = (name.clone(), (*key).clone());
                links.push(Link { child, column, parent: *parent, key, is_found: true });
            }
        }
    }
    links
}
