//! Draws a workflow on a plane: from top to bottom, one lane for each actor, side by side.
//!
//! In comes a sketch (nodes with their lane, edges, ways out of failures); out comes a picture: rectangles,
//! lines and where words stand, in whole pixels. No two shapes and no two words lie on one another, and no line
//! crosses a shape that it does not belong to. Never here: what a node means, or a format.
//!
//! The method is the layered one of Sugiyama, Tagawa and Toda (1981) with lanes: rank by longest path, place each
//! rank's nodes in the columns of their lanes, give long edges a column of their own, and let edges change column
//! in channels between the ranks, each on a track where it meets no other.

mod channel;
mod place;
mod rank;
mod route;
pub(super) mod text;

#[cfg(test)]
mod tests;

use text::{Setting, TextBlock, set};

/// What is to be drawn.
#[derive(Debug, Clone, Default)]
pub(super) struct Sketch {
    pub(super) lanes: Vec<String>,
    pub(super) nodes: Vec<SketchNode>,
    pub(super) edges: Vec<SketchEdge>,
}

/// A node of a sketch.
#[derive(Debug, Clone)]
pub(super) struct SketchNode {
    pub(super) lane: usize,
    pub(super) form: Form,
    pub(super) text: String,
    /// A short second text for a box, below the first.
    pub(super) note: String,
    pub(super) exits: Vec<SketchExit>,
    /// The text of a small box above the exits: what takes the box back. Only for a box.
    pub(super) undo: Option<String>,
    /// Whether it lies on the way that is drawn straightest.
    pub(super) is_main: bool,
}

/// The form of a node.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Form {
    Box,
    Diamond,
    Circle,
}

/// A way out of a box at its right side.
#[derive(Debug, Clone)]
pub(super) struct SketchExit {
    pub(super) text: String,
    /// The text of the end to which it leads; `None` where an edge leads on.
    pub(super) end: Option<String>,
}

/// An edge of a sketch.
#[derive(Debug, Clone)]
pub(super) struct SketchEdge {
    pub(super) from: usize,
    pub(super) to: usize,
    /// The exit at which it begins.
    pub(super) exit: Option<usize>,
    pub(super) text: String,
}

/// A rectangle, in pixels.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Area {
    pub(super) x: i32,
    pub(super) y: i32,
    pub(super) width: i32,
    pub(super) height: i32,
}

impl Area {
    pub(super) fn around(x: i32, y: i32, width: i32, height: i32) -> Self {
        Area { x: x - width / 2, y: y - height / 2, width, height }
    }

    pub(super) fn right(&self) -> i32 {
        self.x + self.width
    }

    pub(super) fn bottom(&self) -> i32 {
        self.y + self.height
    }

    pub(super) fn middle_x(&self) -> i32 {
        self.x + self.width / 2
    }

    pub(super) fn middle_y(&self) -> i32 {
        self.y + self.height / 2
    }
}

/// Words and where they stand.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Label {
    pub(super) area: Area,
    pub(super) lines: Vec<String>,
}

/// A point, in pixels.
pub(super) type Point = (i32, i32);

/// A finished picture.
#[derive(Debug, Clone, Default)]
pub(super) struct Picture {
    pub(super) width: i32,
    pub(super) height: i32,
    pub(super) lanes: Vec<LanePlace>,
    /// One for each node of the sketch.
    pub(super) nodes: Vec<NodePlace>,
    /// One for each edge of the sketch.
    pub(super) edges: Vec<EdgePlace>,
}

/// Where a lane lies.
#[derive(Debug, Clone)]
pub(super) struct LanePlace {
    pub(super) area: Area,
    pub(super) title: Label,
}

/// Where a node lies.
#[derive(Debug, Clone, Default)]
pub(super) struct NodePlace {
    pub(super) area: Area,
    /// Inside a box, right of any other form.
    pub(super) label: Label,
    pub(super) note: Label,
    pub(super) exits: Vec<ExitPlace>,
    pub(super) undo: Option<UndoPlace>,
}

/// Where what takes a box back lies: an event at its right side, and a small box that a line leads to.
#[derive(Debug, Clone, Default)]
pub(super) struct UndoPlace {
    pub(super) event: Area,
    pub(super) area: Area,
    pub(super) label: Label,
    pub(super) line: Vec<Point>,
}

/// Where a way out of a failure lies.
#[derive(Debug, Clone, Default)]
pub(super) struct ExitPlace {
    pub(super) event: Area,
    pub(super) label: Label,
    pub(super) end: Option<(Area, Label)>,
    /// From the event to the end; empty where an edge leads on.
    pub(super) line: Vec<Point>,
}

/// Where an edge lies.
#[derive(Debug, Clone, Default)]
pub(super) struct EdgePlace {
    pub(super) points: Vec<Point>,
    pub(super) label: Label,
}

pub(super) const BOX_WIDTH: i32 = 152;
pub(super) const DIAMOND: i32 = 50;
pub(super) const CIRCLE: i32 = 36;
/// Half of a column in which nodes stand.
const HALF_COLUMN: i32 = 92;
/// Height of the picture's head and of the lanes' heads.
pub(super) const HEAD: i32 = 34;
const MARGIN: i32 = 12;
const EXIT_LABEL: i32 = 100;
/// Width of the box that takes another one back.
const UNDO_WIDTH: i32 = 116;
/// Distance of that box from the event that leads to it.
const UNDO_GAP: i32 = 16;

const BOX_TEXT: Setting = Setting { size: 13, leading: 16, width: BOX_WIDTH - 40, lines: 6 };
const NOTE_TEXT: Setting = Setting { size: 11, leading: 14, width: BOX_WIDTH - 14, lines: 2 };
const EXIT_TEXT: Setting = Setting { size: 11, leading: 13, width: EXIT_LABEL, lines: 4 };
const END_TEXT: Setting = Setting { size: 11, leading: 13, width: 60, lines: 2 };
const UNDO_TEXT: Setting = Setting { size: 11, leading: 13, width: UNDO_WIDTH - 12, lines: 4 };
const EDGE_TEXT: Setting = Setting { size: 11, leading: 13, width: HALF_COLUMN - 14, lines: 4 };

/// Room below the box that takes another one back.
const UNDO_BELOW: i32 = 8;

/// Everything about a node that can be known before it has a place.
#[derive(Debug, Clone, Default)]
struct Measure {
    /// Size of the form itself.
    width: i32,
    height: i32,
    /// Height of the form or of the words beside it, whichever is larger.
    outer_height: i32,
    text: TextBlock,
    note: TextBlock,
    exits: Vec<ExitMeasure>,
    /// The words of what takes it back, and the height of their box.
    undo: Option<(TextBlock, i32)>,
}

#[derive(Debug, Clone, Default)]
struct ExitMeasure {
    text: TextBlock,
    end: Option<TextBlock>,
    /// Distance of the line from the top of the exit's strip, and height of the strip.
    line: i32,
    height: i32,
}

/// Draws a sketch. Edges that refer to nodes that are not there are left out.
pub(super) fn draw(sketch: &Sketch) -> Picture {
    let measures: Vec<Measure> = sketch.nodes.iter().map(measure).collect();
    let ranks = rank::ranks(sketch);
    let placed = place::place(sketch, &ranks);
    route::route(sketch, &measures, &placed)
}

fn measure(node: &SketchNode) -> Measure {
    let beside = |form: i32| Setting { width: HALF_COLUMN - form / 2 - 8, lines: 5, ..EDGE_TEXT };
    match node.form {
        Form::Box => measure_box(node),
        Form::Diamond | Form::Circle => {
            let size = if node.form == Form::Diamond { DIAMOND } else { CIRCLE };
            let text = set(&node.text, beside(size));
            let outer_height = size.max(text.height);
            Measure { width: size, height: size, outer_height, text, ..Measure::default() }
        }
    }
}

fn measure_box(node: &SketchNode) -> Measure {
    let text = set(&node.text, BOX_TEXT);
    let note = set(&node.note, NOTE_TEXT);
    let exits: Vec<ExitMeasure> = node
        .exits
        .iter()
        .map(|exit| {
            let text = set(&exit.text, EXIT_TEXT);
            let line = (text.height + 5).max(20);
            ExitMeasure {
                line,
                height: line + 22,
                end: exit.end.as_ref().map(|end| set(end, END_TEXT)),
                text,
            }
        })
        .collect();
    let undo = node.undo.as_ref().map(|undo| {
        let text = set(undo, UNDO_TEXT);
        let height = (text.height + 14).max(CIRCLE + 4);
        (text, height)
    });
    let strips: i32 = exits.iter().map(|exit| exit.height).sum();
    let strips = strips + undo.as_ref().map_or(0, |(_, height)| height + UNDO_BELOW);
    let height = (text.height + note.height + 24).max(strips).max(60);
    Measure { width: BOX_WIDTH, height, outer_height: height, text, note, exits, undo }
}
