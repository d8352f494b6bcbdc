//! Boosted regression trees (Friedman 2001) over columns that are cut at quantiles.

/// How many trees.
const ROUNDS: usize = 50;

/// What part of a tree's answer is believed.
const SHRINKAGE: f64 = 0.1;

/// Questions on the way to a leaf.
const DEPTH: u32 = 3;

/// Most cuts of a column.
const CUTS: usize = 31;

/// Fewest units of a leaf, and the share of all units that it needs.
const LEAF: (usize, f64) = (10, 0.005);

/// Trees whose answers are added up.
#[derive(Debug, Clone, Default)]
pub(super) struct Forest {
    trees: Vec<Tree>,
}

/// One tree. Node `n` has the children `2n + 1` and `2n + 2`.
#[derive(Debug, Clone)]
struct Tree {
    nodes: Vec<Node>,
}

#[derive(Debug, Clone, Copy)]
struct Node {
    /// Column and limit: up to the limit to the left. Nothing at a leaf.
    question: Option<(usize, f64)>,
    value: f64,
}

/// The units of a node.
#[derive(Debug, Clone, Copy, Default)]
struct Part {
    count: usize,
    sum: f64,
}

impl Part {
    fn add(&mut self, other: Part) {
        self.count += other.count;
        self.sum += other.sum;
    }

    fn without(self, other: Part) -> Part {
        Part { count: self.count - other.count, sum: self.sum - other.sum }
    }

    /// What the mean of these units explains.
    fn worth(self) -> f64 {
        if self.count == 0 { 0.0 } else { self.sum * self.sum / self.count as f64 }
    }
}

/// Columns as numbers of cuts.
struct Binned {
    limits: Vec<Vec<f64>>,
    /// By column, then by unit: how many limits lie below the value.
    bins: Vec<Vec<u8>>,
}

impl Binned {
    fn of(rows: &[&[f64]], width: usize) -> Self {
        let mut binned = Binned { limits: Vec::new(), bins: Vec::new() };
        for column in 0..width {
            let value = |row: &&[f64]| row.get(column).copied().unwrap_or(0.0);
            let mut sorted: Vec<f64> = rows.iter().map(value).collect();
            sorted.sort_by(f64::total_cmp);
            let last = sorted.last().copied();
            let mut limits: Vec<f64> =
                (1..=CUTS).filter_map(|cut| sorted.get(cut * sorted.len() / (CUTS + 1)).copied()).collect();
            limits.dedup();
            // Nothing lies above the largest value.
            limits.retain(|limit| Some(*limit) != last);
            let bin = |row: &&[f64]| limits.partition_point(|limit| *limit < value(row)) as u8;
            binned.bins.push(rows.iter().map(bin).collect());
            binned.limits.push(limits);
        }
        binned
    }

    fn bin(&self, column: usize, unit: usize) -> usize {
        self.bins.get(column).and_then(|bins| bins.get(unit)).map_or(0, |bin| usize::from(*bin))
    }
}

impl Forest {
    /// Learns what is `left` of each row.
    pub(super) fn grow(rows: &[&[f64]], mut left: Vec<f64>, width: usize) -> Self {
        let binned = Binned::of(rows, width);
        let least = LEAF.0.max((LEAF.1 * rows.len() as f64) as usize);
        let mut forest = Forest::default();
        for _ in 0..ROUNDS {
            let Some(tree) = Tree::grow(&binned, &mut left, least) else { break };
            forest.trees.push(tree);
        }
        forest
    }

    pub(super) fn predict(&self, row: &[f64]) -> f64 {
        self.trees.iter().map(|tree| tree.predict(row)).sum()
    }
}

impl Tree {
    /// Grows a tree level by level, and takes its answers from what is left; nothing where no question helps.
    fn grow(binned: &Binned, left: &mut [f64], least: usize) -> Option<Self> {
        let size = (1_usize << (DEPTH + 1)) - 1;
        let mut nodes = vec![Node { question: None, value: 0.0 }; size];
        let mut places = vec![0_usize; left.len()];
        for level in 0..DEPTH {
            let first = (1_usize << level) - 1;
            let width = 1_usize << level;
            let chosen = questions(binned, left, &places, first, width, least);
            for (node, question) in nodes.iter_mut().skip(first).zip(&chosen) {
                node.question =
                    question.and_then(|(column, cut)| Some((column, *binned.limits.get(column)?.get(cut)?)));
            }
            for (unit, place) in places.iter_mut().enumerate() {
                let question = place.checked_sub(first).and_then(|own| chosen.get(own)).copied().flatten();
                if let Some((column, cut)) = question {
                    *place = 2 * *place + if binned.bin(column, unit) <= cut { 1 } else { 2 };
                }
            }
        }
        nodes.first()?.question?;
        let mut parts = vec![Part::default(); size];
        for (place, own) in places.iter().zip(left.iter()) {
            if let Some(part) = parts.get_mut(*place) {
                part.add(Part { count: 1, sum: *own });
            }
        }
        for (node, part) in nodes.iter_mut().zip(&parts).filter(|(_, part)| part.count > 0) {
            node.value = SHRINKAGE * part.sum / part.count as f64;
        }
        for (place, own) in places.iter().zip(left.iter_mut()) {
            *own -= nodes.get(*place).map_or(0.0, |node| node.value);
        }
        Some(Tree { nodes })
    }

    fn predict(&self, row: &[f64]) -> f64 {
        let mut place = 0;
        for _ in 0..=DEPTH {
            let Some(node) = self.nodes.get(place) else { return 0.0 };
            let Some((column, limit)) = node.question else { return node.value };
            let value = row.get(column).copied().unwrap_or(0.0);
            place = 2 * place + if value <= limit { 1 } else { 2 };
        }
        0.0
    }
}

/// The best question (column and cut) of every node of a level.
fn questions(
    binned: &Binned,
    left: &[f64],
    places: &[usize],
    first: usize,
    width: usize,
    least: usize,
) -> Vec<Option<(usize, usize)>> {
    let mut best: Vec<(f64, Option<(usize, usize)>)> = vec![(0.0, None); width];
    for (column, (bins, limits)) in binned.bins.iter().zip(&binned.limits).enumerate() {
        let mut parts = vec![[Part::default(); CUTS + 1]; width];
        for ((place, bin), own) in places.iter().zip(bins).zip(left) {
            let slots = place.checked_sub(first).and_then(|node| parts.get_mut(node));
            if let Some(slot) = slots.and_then(|slots| slots.get_mut(usize::from(*bin))) {
                slot.add(Part { count: 1, sum: *own });
            }
        }
        for (slots, best) in parts.iter().zip(&mut best) {
            let mut whole = Part::default();
            slots.iter().for_each(|slot| whole.add(*slot));
            let mut below = Part::default();
            for (cut, slot) in slots.iter().enumerate().take(limits.len()) {
                below.add(*slot);
                let above = whole.without(below);
                if below.count < least || above.count < least {
                    continue;
                }
                let gain = below.worth() + above.worth() - whole.worth();
                if gain > best.0 && gain > 1e-12 * whole.worth() {
                    *best = (gain, Some((column, cut)));
                }
            }
        }
    }
    best.into_iter().map(|(_, question)| question).collect()
}
