//! Which row each node stands in: below everything that leads to it, apart from edges that lead back.

use super::Sketch;

/// Rows of nodes and which edges lead back.
#[derive(Debug, Clone, Default)]
pub(super) struct Ranks {
    /// Row of each node, from 0.
    pub(super) rows: Vec<usize>,
    /// For each edge whether it leads back.
    pub(super) is_back: Vec<bool>,
}

pub(super) fn ranks(sketch: &Sketch) -> Ranks {
    let is_back = back_edges(sketch);
    let count = sketch.nodes.len();
    let mut rows = vec![0_usize; count];
    // Longest path: without the edges that lead back there is no cycle, so `count` rounds are enough.
    for _ in 0..count {
        let mut has_changed = false;
        for (edge, is_back) in sketch.edges.iter().zip(&is_back) {
            let (Some(from), Some(to)) = (rows.get(edge.from).copied(), rows.get(edge.to).copied()) else {
                continue;
            };
            if !is_back && to <= from {
                if let Some(row) = rows.get_mut(edge.to) {
                    *row = from + 1;
                }
                has_changed = true;
            }
        }
        if !has_changed {
            break;
        }
    }
    Ranks { rows, is_back }
}

/// Edges that lead to a node on the way from a first node to themselves, found depth first in the order of the
/// sketch. The stack is a list of its own, so that deep plans cannot exhaust the machine's.
fn back_edges(sketch: &Sketch) -> Vec<bool> {
    #[derive(Clone, Copy, PartialEq)]
    enum Mark {
        New,
        Open,
        Done,
    }
    let count = sketch.nodes.len();
    let mut out: Vec<Vec<usize>> = vec![Vec::new(); count];
    let mut has_way_in = vec![false; count];
    for (index, edge) in sketch.edges.iter().enumerate() {
        if let Some(list) = out.get_mut(edge.from) {
            list.push(index);
        }
        if let Some(flag) = has_way_in.get_mut(edge.to) {
            *flag = true;
        }
    }
    let mut is_back = vec![false; sketch.edges.len()];
    let mut marks = vec![Mark::New; count];
    let firsts = (0..count).filter(|node| has_way_in.get(*node) == Some(&false));
    for first in firsts.chain(0..count) {
        if marks.get(first) != Some(&Mark::New) {
            continue;
        }
        let mut stack = vec![(first, 0_usize)];
        if let Some(mark) = marks.get_mut(first) {
            *mark = Mark::Open;
        }
        while let Some((node, next)) = stack.pop() {
            let Some(edge) = out.get(node).and_then(|list| list.get(next)).copied() else {
                if let Some(mark) = marks.get_mut(node) {
                    *mark = Mark::Done;
                }
                continue;
            };
            stack.push((node, next + 1));
            let Some(to) = sketch.edges.get(edge).map(|edge| edge.to) else { continue };
            match marks.get(to).copied() {
                Some(Mark::New) => {
                    if let Some(mark) = marks.get_mut(to) {
                        *mark = Mark::Open;
                    }
                    stack.push((to, 0));
                }
                Some(Mark::Open) => {
                    if let Some(flag) = is_back.get_mut(edge) {
                        *flag = true;
                    }
                }
                _ => {}
            }
        }
    }
    is_back
}
