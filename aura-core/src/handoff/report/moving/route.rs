//! Where a dot rests and on which line it goes.

use std::collections::{BTreeMap, VecDeque};

use crate::domain::id::NodeId;
use crate::handoff::drawing::Drawing;
use crate::handoff::layout::Point;
use crate::handoff::workflow::{Shape, Workflow};

/// Dots side by side at one step, and their distance in pixels.
const ABREAST: i32 = 10;
const APART: i32 = 15;

/// The drawing as a map for dots.
pub(super) struct Map<'m> {
    workflow: &'m Workflow<'m>,
    drawing: &'m Drawing<'m>,
    places: BTreeMap<&'m NodeId, usize>,
}

impl<'m> Map<'m> {
    pub(super) fn of(drawing: &'m Drawing<'m>) -> Self {
        let nodes = drawing.workflow.nodes.iter().enumerate();
        let places = nodes.filter_map(|(place, node)| Some((&node.node?.id, place))).collect();
        Map { workflow: &drawing.workflow, drawing, places }
    }

    /// The position of a node; gateways that are not drawn have none.
    pub(super) fn place(&self, node: &NodeId) -> Option<usize> {
        self.places.get(node).copied()
    }

    /// Where the dot of this number rests at a node: at the lower edge of a box, each beside the one before.
    pub(super) fn rest(&self, place: usize, dot: usize) -> Point {
        let Some(area) = self.drawing.picture.nodes.get(place).map(|node| node.area) else { return (0, 0) };
        let dot = dot as i32;
        let (column, row) = (dot % ABREAST, dot / ABREAST);
        let beside = (2 * column - ABREAST + 1) * APART / 2;
        match self.workflow.nodes.get(place).map(|node| node.shape) {
            Some(Shape::Task(_)) => (area.middle_x() + beside, area.bottom() + row * APART),
            _ => (area.middle_x() + beside / 6, area.middle_y() + row * 4),
        }
    }

    /// The points of the lines from one node to another; none where no line leads there.
    pub(super) fn line(&self, from: usize, to: usize) -> Vec<Point> {
        let mut came: BTreeMap<usize, usize> = BTreeMap::new();
        let mut next = VecDeque::from([from]);
        while let Some(node) = next.pop_front() {
            for (number, edge) in self.workflow.edges.iter().enumerate().filter(|(_, edge)| edge.from == node)
            {
                if came.contains_key(&edge.to) {
                    continue;
                }
                came.insert(edge.to, number);
                if edge.to == to {
                    return self.points(&came, from, to);
                }
                // Joins and splits of the drawing alone are passed by.
                if self.workflow.nodes.get(edge.to).is_some_and(|node| node.node.is_none()) {
                    next.push_back(edge.to);
                }
            }
        }
        Vec::new()
    }

    fn points(&self, came: &BTreeMap<usize, usize>, from: usize, to: usize) -> Vec<Point> {
        let mut edges = Vec::new();
        let mut node = to;
        while let Some(edge) = came.get(&node).copied() {
            edges.push(edge);
            node = self.workflow.edges.get(edge).map_or(from, |edge| edge.from);
            if node == from || edges.len() > came.len() {
                break;
            }
        }
        let places = edges.into_iter().rev().filter_map(|edge| self.drawing.picture.edges.get(edge));
        places.flat_map(|place| place.points.iter().copied()).collect()
    }
}
