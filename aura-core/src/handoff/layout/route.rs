//! From rows and columns to pixels: sizes of columns and rows, places of shapes and words, lines of edges.

use std::collections::BTreeMap;

use super::channel::{Channel, Net, Side};
use super::place::Placed;
use super::text::{Setting, TextBlock, set, width_of};
use super::{
    Area, BOX_WIDTH, CIRCLE, EDGE_TEXT, EdgePlace, ExitPlace, HALF_COLUMN, HEAD, Label, LanePlace, MARGIN,
    Measure, NodePlace, Picture, Point, Sketch, SketchEdge, UNDO_BELOW, UNDO_GAP, UNDO_WIDTH, UndoPlace,
};

/// Distance of the line from the left side of a narrow column.
const NARROW_LINE: i32 = 9;
const NARROW_WIDTH: i32 = 18;

pub(super) fn route(sketch: &Sketch, measures: &[Measure], placed: &Placed) -> Picture {
    let mut router = Router {
        sketch,
        measures,
        placed,
        labels: sketch.edges.iter().map(|edge| set(&edge.text, EDGE_TEXT)).collect(),
        lines: vec![0; placed.columns.len()],
        lanes: Vec::new(),
        rows: Vec::new(),
        channels: Vec::new(),
    };
    let width = router.columns();
    router.channels();
    let height = router.rows();
    let nodes: Vec<NodePlace> = (0..sketch.nodes.len()).map(|node| router.node(node)).collect();
    let edges = router.edges(&nodes);
    let lanes = router.lane_places(height);
    Picture { width, height, lanes, nodes, edges }
}

struct Router<'a> {
    sketch: &'a Sketch,
    measures: &'a [Measure],
    placed: &'a Placed,
    labels: Vec<TextBlock>,
    /// Where lines run in each column.
    lines: Vec<i32>,
    /// Left side and width of each lane.
    lanes: Vec<(i32, i32)>,
    /// Top and height of each row.
    rows: Vec<(i32, i32)>,
    channels: Vec<Channel>,
}

impl Router<'_> {
    /// Gives every column its place; returns the width of the picture.
    fn columns(&mut self) -> i32 {
        let mut x = MARGIN;
        for (lane, title) in self.sketch.lanes.iter().enumerate() {
            let left = x;
            x += 6;
            for is_narrow in [false, true] {
                for (index, column) in self.placed.columns.iter().enumerate() {
                    if column.lane != lane || column.is_narrow != is_narrow {
                        continue;
                    }
                    let left = if is_narrow { NARROW_LINE } else { self.left_width(index) };
                    let line = x + left;
                    if let Some(place) = self.lines.get_mut(index) {
                        *place = line;
                    }
                    x = if is_narrow {
                        x + self.narrow_width(index)
                    } else {
                        line + HALF_COLUMN + self.exit_width(index)
                    };
                }
            }
            x = (x + 6).max(left + width_of(title, 13) + 24);
            self.lanes.push((left, x - left));
        }
        x + MARGIN
    }

    /// Room left of the line of a wide column: a box needs more than other forms, whose words stand at the right.
    fn left_width(&self, column: usize) -> i32 {
        let in_column = self.placed.column_of.iter().zip(self.measures).filter(|(of, _)| **of == column);
        if in_column.into_iter().any(|(_, measure)| measure.width == BOX_WIDTH) { HALF_COLUMN } else { 36 }
    }

    fn narrow_width(&self, column: usize) -> i32 {
        let widths =
            self.placed.corridor.iter().zip(&self.labels).filter(|(corridor, _)| **corridor == Some(column));
        let widest = widths.map(|(_, label)| label.width).max().unwrap_or(0);
        NARROW_WIDTH.max(if widest > 0 { NARROW_LINE + widest + 12 } else { 0 })
    }

    /// How much room the ways out of failures need at the right side of a column.
    fn exit_width(&self, column: usize) -> i32 {
        let in_column = self.placed.column_of.iter().zip(self.measures).filter(|(of, _)| **of == column);
        let needed = in_column.map(|(_, measure)| exits_width(measure)).max().unwrap_or(0);
        if needed == 0 { 0 } else { (needed - (HALF_COLUMN - BOX_WIDTH / 2)).max(0) + 8 }
    }

    /// Finds out which lines cross which channel, and gives them tracks.
    fn channels(&mut self) {
        let rows = self.placed.rows.iter().max().map_or(0, |last| last + 1);
        self.channels = vec![Channel::default(); rows];
        let mut words: BTreeMap<(usize, i32), i32> = BTreeMap::new();
        for (index, edge) in self.sketch.edges.iter().enumerate() {
            let net = Net::From(edge.from, edge.exit);
            let leave = (self.leaving_x(edge), Side::Above);
            let arrive = (self.node_x(edge.to), Side::Below);
            let from = self.row(edge.from);
            let corridor = self.corridor_x(index);
            let is_back = self.is_back(index);
            let (first, second) =
                if is_back { (Side::Above, Side::Below) } else { (Side::Below, Side::Above) };
            match corridor {
                None => self.connect(from, net, leave, arrive),
                Some(x) => {
                    self.connect(from, net, leave, (x, first));
                    self.connect(self.row(edge.to).saturating_sub(1), Net::Of(index), (x, second), arrive);
                }
            }
            let height = self.labels.get(index).map_or(0, |label| label.height);
            if height > 0 && !is_back {
                *words.entry((from, corridor.unwrap_or(arrive.0))).or_default() += height + 3;
            }
        }
        for ((row, _), height) in words {
            if let Some(channel) = self.channels.get_mut(row) {
                channel.label_height = channel.label_height.max(height);
            }
        }
        self.channels.iter_mut().for_each(Channel::assign);
    }

    fn connect(&mut self, row: usize, net: Net, from: (i32, Side), to: (i32, Side)) {
        if let Some(channel) = self.channels.get_mut(row) {
            channel.connect(net, from, to);
        }
    }

    /// Gives every row its place; returns the height of the picture.
    fn rows(&mut self) -> i32 {
        let mut y = MARGIN + 2 * HEAD + 18;
        for (row, channel) in self.channels.iter().enumerate() {
            let in_row = self.placed.rows.iter().zip(self.measures).filter(|(of, _)| **of == row);
            let height = in_row.map(|(_, measure)| measure.outer_height).max().unwrap_or(0);
            self.rows.push((y, height));
            y += height + channel.height();
        }
        y + MARGIN
    }

    fn node(&self, index: usize) -> NodePlace {
        let (Some(measure), Some((top, height))) = (self.measures.get(index), self.rows.get(self.row(index)))
        else {
            return NodePlace::default();
        };
        let (x, y) = (self.node_x(index), top + height / 2);
        let area = Area::around(x, y, measure.width, measure.height);
        let is_box = measure.width == BOX_WIDTH;
        let words = measure.text.height + measure.note.height;
        let (label, note) = if is_box {
            let top = y - words / 2;
            (centred(&measure.text, x, top), centred(&measure.note, x, top + measure.text.height))
        } else {
            (block(&measure.text, area.right() + 5, y - measure.text.height / 2), Label::default())
        };
        // What takes the box back stands above the ways out of failures.
        let strips: i32 = measure.exits.iter().map(|exit| exit.height).sum();
        let own = measure.undo.as_ref().map_or(0, |(_, height)| height + UNDO_BELOW);
        let top = area.middle_y() - (strips + own) / 2;
        let undo = measure.undo.as_ref().map(|(text, height)| undo_place(area, text, *height, top));
        NodePlace { area, label, note, exits: exits(area, measure, top + own), undo }
    }

    fn edges(&self, nodes: &[NodePlace]) -> Vec<EdgePlace> {
        let mut words: BTreeMap<(usize, i32), i32> = BTreeMap::new();
        let edges = self.sketch.edges.iter().enumerate();
        edges.map(|(index, edge)| self.edge(index, edge, nodes, &mut words)).collect()
    }

    fn edge(
        &self,
        index: usize,
        edge: &SketchEdge,
        nodes: &[NodePlace],
        words: &mut BTreeMap<(usize, i32), i32>,
    ) -> EdgePlace {
        let (Some(from), Some(to)) = (nodes.get(edge.from), nodes.get(edge.to)) else {
            return EdgePlace::default();
        };
        let leave = self.leaving_x(edge);
        let arrive = to.area.middle_x();
        let mut points: Vec<Point> = Vec::new();
        match edge.exit.and_then(|exit| from.exits.get(exit)) {
            Some(exit) => {
                points.extend([(exit.event.right(), exit.event.middle_y()), (leave, exit.event.middle_y())])
            }
            None => points.push((leave, from.area.bottom())),
        }
        let row = self.row(edge.from);
        let first = self.track_y(row, Net::From(edge.from, edge.exit));
        let corridor = self.corridor_x(index);
        points.push((leave, first));
        if let Some(x) = corridor {
            let second = self.track_y(self.row(edge.to).saturating_sub(1), Net::Of(index));
            points.extend([(x, first), (x, second), (arrive, second)]);
        } else {
            points.push((arrive, first));
        }
        points.push((arrive, to.area.y));
        let label = self.label(index, row, corridor.unwrap_or(arrive), words);
        EdgePlace { points: simplified(points), label }
    }

    fn label(&self, index: usize, row: usize, x: i32, words: &mut BTreeMap<(usize, i32), i32>) -> Label {
        let Some(text) = self.labels.get(index).filter(|text| !text.is_empty()) else {
            return Label::default();
        };
        let (top, height) = self.rows.get(row).copied().unwrap_or_default();
        if self.is_back(index) {
            return block(text, x + 5, top + height - text.height);
        }
        let used = words.entry((row, x)).or_default();
        let channel_label = self.channels.get(row).map_or(0, Channel::label_top);
        let label = block(text, x + 5, top + height + channel_label + *used);
        *used += text.height + 3;
        label
    }

    fn lane_places(&self, height: i32) -> Vec<LanePlace> {
        let setting = |width: i32| Setting { size: 13, leading: 16, width: width - 12, lines: 1 };
        let lanes = self.lanes.iter().zip(&self.sketch.lanes);
        lanes
            .map(|((x, width), title)| {
                let area =
                    Area { x: *x, y: MARGIN + HEAD, width: *width, height: height - 2 * MARGIN - HEAD };
                let text = set(title, setting(*width));
                LanePlace { area, title: centred(&text, area.middle_x(), area.y + (HEAD - text.height) / 2) }
            })
            .collect()
    }

    fn row(&self, node: usize) -> usize {
        self.placed.rows.get(node).copied().unwrap_or(0)
    }

    fn is_back(&self, edge: usize) -> bool {
        self.placed.is_back.get(edge).copied().unwrap_or(false)
    }

    fn node_x(&self, node: usize) -> i32 {
        self.placed.column_of.get(node).and_then(|column| self.lines.get(*column)).copied().unwrap_or(0)
    }

    fn corridor_x(&self, edge: usize) -> Option<i32> {
        let column = self.placed.corridor.get(edge).copied().flatten()?;
        self.lines.get(column).copied()
    }

    /// Where an edge comes down into the channel below its row.
    fn leaving_x(&self, edge: &SketchEdge) -> i32 {
        let x = self.node_x(edge.from);
        let (Some(exit), Some(measure)) = (edge.exit, self.measures.get(edge.from)) else { return x };
        // Ways that lead on stand below one another; the lowest turns down first, so that none crosses another.
        let below = measure.exits.len().saturating_sub(exit + 1) as i32;
        x + BOX_WIDTH / 2 + CIRCLE / 2 + 12 + widest_exit(measure) + 8 * below
    }

    fn track_y(&self, row: usize, net: Net) -> i32 {
        let (top, height) = self.rows.get(row).copied().unwrap_or_default();
        top + height + self.channels.get(row).map_or(0, |channel| channel.track(net))
    }
}

/// The ways out of failures, from `top` on.
fn exits(area: Area, measure: &Measure, mut top: i32) -> Vec<ExitPlace> {
    let mut places = Vec::new();
    for exit in &measure.exits {
        let y = top + exit.line;
        let event = Area::around(area.right(), y, CIRCLE, CIRCLE);
        let label = block(&exit.text, event.right() + 5, y - 4 - exit.text.height);
        let end_x = area.right() + CIRCLE / 2 + 12 + widest_exit(measure);
        let mut place = ExitPlace { event, label, end: None, line: Vec::new() };
        if let Some(text) = &exit.end {
            let circle = Area { x: end_x, y: y - CIRCLE / 2, width: CIRCLE, height: CIRCLE };
            place.line = vec![(event.right(), y), (circle.x, y)];
            place.end = Some((circle, block(text, circle.right() + 5, y - text.height / 2)));
        }
        places.push(place);
        top += exit.height;
    }
    places
}

fn undo_place(area: Area, text: &TextBlock, height: i32, top: i32) -> UndoPlace {
    let y = top + height / 2;
    let event = Area::around(area.right(), y, CIRCLE, CIRCLE);
    let small = Area { x: event.right() + UNDO_GAP, y: top, width: UNDO_WIDTH, height };
    UndoPlace {
        event,
        area: small,
        label: centred(text, small.middle_x(), y - text.height / 2),
        line: vec![(event.right(), y), (small.x, y)],
    }
}

fn widest_exit(measure: &Measure) -> i32 {
    measure.exits.iter().map(|exit| exit.text.width).max().unwrap_or(0)
}

/// Room that the ways out of a box take, from its right side.
fn exits_width(measure: &Measure) -> i32 {
    let undo = measure.undo.as_ref().map_or(0, |_| CIRCLE / 2 + UNDO_GAP + UNDO_WIDTH);
    if measure.exits.is_empty() {
        return undo;
    }
    let ends =
        measure.exits.iter().filter_map(|exit| exit.end.as_ref()).map(|end| CIRCLE + 5 + end.width).max();
    let on = measure.exits.iter().filter(|exit| exit.end.is_none()).count() as i32 * 8;
    undo.max(CIRCLE / 2 + 12 + widest_exit(measure) + ends.unwrap_or(0).max(on))
}

fn block(text: &TextBlock, x: i32, y: i32) -> Label {
    Label { area: Area { x, y, width: text.width, height: text.height }, lines: text.lines.clone() }
}

fn centred(text: &TextBlock, x: i32, y: i32) -> Label {
    block(text, x - text.width / 2, y)
}

/// A line without points that change nothing.
fn simplified(points: Vec<Point>) -> Vec<Point> {
    let mut simple: Vec<Point> = Vec::new();
    for point in points {
        if simple.last() == Some(&point) {
            continue;
        }
        if let [.., before, last] = simple.as_slice() {
            let is_straight =
                (before.0 == last.0 && last.0 == point.0) || (before.1 == last.1 && last.1 == point.1);
            if is_straight {
                simple.pop();
            }
        }
        simple.push(point);
    }
    simple
}
