//! Which column each node stands in, and which column each long edge runs along.

use std::collections::BTreeSet;

use super::Sketch;
use super::rank::Ranks;

/// Most narrow columns of a lane; further long edges share the widest ones that are free.
const MAX_NARROW: usize = 40;

/// A column of a lane.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Column {
    pub(super) lane: usize,
    /// For edges alone; else nodes stand in it.
    pub(super) is_narrow: bool,
}

/// Rows and columns of everything.
#[derive(Debug, Clone, Default)]
pub(super) struct Placed {
    pub(super) rows: Vec<usize>,
    pub(super) is_back: Vec<bool>,
    /// In no particular order; a lane's wide columns stand left of its narrow ones, each in this order.
    pub(super) columns: Vec<Column>,
    /// Column of each node.
    pub(super) column_of: Vec<usize>,
    /// Column along which an edge runs; `None` where it goes from one row to the next.
    pub(super) corridor: Vec<Option<usize>>,
}

pub(super) fn place(sketch: &Sketch, ranks: &Ranks) -> Placed {
    let mut placer = Placer {
        sketch,
        ranks,
        taken: BTreeSet::new(),
        placed: Placed {
            rows: ranks.rows.clone(),
            is_back: ranks.is_back.clone(),
            columns: Vec::new(),
            column_of: vec![0; sketch.nodes.len()],
            corridor: vec![None; sketch.edges.len()],
        },
    };
    for lane in 0..sketch.lanes.len().max(1) {
        placer.placed.columns.push(Column { lane, is_narrow: false });
    }
    placer.nodes();
    placer.edges();
    placer.placed
}

struct Placer<'a> {
    sketch: &'a Sketch,
    ranks: &'a Ranks,
    /// Columns and rows that hold something.
    taken: BTreeSet<(usize, usize)>,
    placed: Placed,
}

impl Placer<'_> {
    fn nodes(&mut self) {
        let mut order: Vec<usize> = (0..self.sketch.nodes.len()).collect();
        let is_side = |node: &usize| self.sketch.nodes.get(*node).is_some_and(|node| !node.is_main);
        order.sort_by_key(|node| (self.row(*node), is_side(node), *node));
        for node in order {
            let row = self.row(node);
            let column = self.column_for(node, row);
            self.taken.insert((column, row));
            if let Some(place) = self.placed.column_of.get_mut(node) {
                *place = column;
            }
        }
    }

    /// The column of a node before it where that is free, else the nearest free one of the lane, else a new one.
    fn column_for(&mut self, node: usize, row: usize) -> usize {
        let lane = self.lane(node);
        let wish = self.wish(node, lane);
        let wide: Vec<usize> = self.columns_of(lane, false);
        let place_of = |column: usize| wide.iter().position(|known| *known == column).unwrap_or(0);
        let wished_place = wish.map_or(0, place_of);
        let free = wide.iter().copied().filter(|column| !self.taken.contains(&(*column, row)));
        let nearest = free.min_by_key(|column| {
            let place = place_of(*column);
            (place.abs_diff(wished_place), place < wished_place)
        });
        match nearest {
            Some(column) => column,
            None => self.add_column(lane, false),
        }
    }

    fn wish(&self, node: usize, lane: usize) -> Option<usize> {
        let before = self.sketch.edges.iter().zip(&self.ranks.is_back).filter(|(edge, is_back)| {
            edge.to == node && !**is_back && edge.exit.is_none() && self.lane(edge.from) == lane
        });
        let best = before.map(|(edge, _)| edge.from).max_by_key(|from| {
            let is_main = self.sketch.nodes.get(*from).is_some_and(|node| node.is_main);
            (is_main, self.row(*from))
        })?;
        self.placed.column_of.get(best).copied()
    }

    fn edges(&mut self) {
        let mut long: Vec<(usize, usize)> = Vec::new();
        for (index, edge) in self.sketch.edges.iter().enumerate() {
            let (from, to) = (self.row(edge.from), self.row(edge.to));
            let is_back = self.is_back(index);
            if is_back || to > from + 1 {
                long.push((from.abs_diff(to), index));
            }
        }
        long.sort_unstable();
        for (_, index) in long {
            let column = self.corridor_for(index);
            if let Some(place) = self.placed.corridor.get_mut(index) {
                *place = column;
            }
        }
    }

    fn corridor_for(&mut self, index: usize) -> Option<usize> {
        let edge = self.sketch.edges.get(index)?;
        let (from, to) = (self.row(edge.from), self.row(edge.to));
        let is_back = self.is_back(index);
        let rows: Vec<usize> = if is_back { (to..=from).collect() } else { (from + 1..to).collect() };
        let (source, target) = (self.lane(edge.from), self.lane(edge.to));
        let mut choices = Vec::new();
        if !is_back {
            choices.extend(self.placed.column_of.get(edge.to));
            if edge.exit.is_none() {
                choices.extend(self.placed.column_of.get(edge.from));
            }
        }
        choices.extend(self.columns_of(target, true));
        choices.extend(self.columns_of(source, true));
        let is_free = |column: &usize| rows.iter().all(|row| !self.taken.contains(&(*column, *row)));
        let column = match choices.into_iter().find(is_free) {
            Some(column) => column,
            None if self.columns_of(target, true).len() < MAX_NARROW => self.add_column(target, true),
            None => *self.columns_of(target, true).last()?,
        };
        self.taken.extend(rows.into_iter().map(|row| (column, row)));
        Some(column)
    }

    fn add_column(&mut self, lane: usize, is_narrow: bool) -> usize {
        self.placed.columns.push(Column { lane, is_narrow });
        self.placed.columns.len() - 1
    }

    fn columns_of(&self, lane: usize, is_narrow: bool) -> Vec<usize> {
        let wanted = Column { lane, is_narrow };
        let columns = self.placed.columns.iter().enumerate();
        columns.filter(|(_, column)| **column == wanted).map(|(index, _)| index).collect()
    }

    fn row(&self, node: usize) -> usize {
        self.ranks.rows.get(node).copied().unwrap_or(0)
    }

    fn lane(&self, node: usize) -> usize {
        let last = self.sketch.lanes.len().saturating_sub(1);
        self.sketch.nodes.get(node).map_or(0, |node| node.lane.min(last))
    }

    fn is_back(&self, edge: usize) -> bool {
        self.ranks.is_back.get(edge).copied().unwrap_or(false)
    }
}
