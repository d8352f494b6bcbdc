//! No shape, no words and no line of a picture is in the way of another.

use super::*;
use crate::random::{Seed, Streams};

fn node(lane: usize, form: Form, text: &str) -> SketchNode {
    SketchNode {
        lane,
        form,
        text: text.to_owned(),
        note: String::new(),
        exits: Vec::new(),
        undo: None,
        is_main: false,
    }
}

fn edge(from: usize, to: usize, text: &str) -> SketchEdge {
    SketchEdge { from, to, exit: None, text: text.to_owned() }
}

/// Everything that covers ground, with a name.
fn covered(picture: &Picture) -> Vec<(String, Area)> {
    let mut areas = Vec::new();
    for (index, node) in picture.nodes.iter().enumerate() {
        areas.push((format!("node {index}"), node.area));
        let is_box = node.area.width == BOX_WIDTH;
        if let Some(undo) = &node.undo {
            let event = Area { x: undo.event.x + CIRCLE / 2, width: CIRCLE / 2, ..undo.event };
            areas.push((format!("event that takes {index} back"), event));
            areas.push((format!("box that takes {index} back"), undo.area));
            assert!(undo.label.area.width <= undo.area.width && undo.label.area.height <= undo.area.height);
        }
        if !is_box {
            areas.push((format!("label of node {index}"), node.label.area));
        }
        for (number, exit) in node.exits.iter().enumerate() {
            areas.push((
                format!("exit {number} of {index}"),
                Area { x: exit.event.x + CIRCLE / 2, width: CIRCLE / 2, ..exit.event },
            ));
            areas.push((format!("label of exit {number} of {index}"), exit.label.area));
            if let Some((circle, label)) = &exit.end {
                areas.push((format!("end {number} of {index}"), *circle));
                areas.push((format!("label of end {number} of {index}"), label.area));
            }
        }
    }
    for (index, edge) in picture.edges.iter().enumerate() {
        areas.push((format!("label of edge {index}"), edge.label.area));
    }
    areas.retain(|(_, area)| area.width > 0 && area.height > 0);
    areas
}

fn overlap(first: &Area, second: &Area) -> bool {
    first.x < second.right()
        && second.x < first.right()
        && first.y < second.bottom()
        && second.y < first.bottom()
}

fn check(sketch: &Sketch) {
    let picture = draw(sketch);
    let areas = covered(&picture);
    for (index, (name, area)) in areas.iter().enumerate() {
        assert!(
            area.x >= 0 && area.y >= 0 && area.right() <= picture.width && area.bottom() <= picture.height,
            "{name} is outside"
        );
        for (other_name, other) in areas.iter().skip(index + 1) {
            assert!(!overlap(area, other), "{name} {area:?} lies on {other_name} {other:?}");
        }
    }
    for (index, place) in picture.edges.iter().enumerate() {
        for pair in place.points.windows(2) {
            let (first, second) = (pair[0], pair[1]);
            assert!(
                first.0 == second.0 || first.1 == second.1,
                "edge {index} is not square: {:?}",
                place.points
            );
            let line = Area {
                x: first.0.min(second.0),
                y: first.1.min(second.1),
                width: (first.0 - second.0).abs().max(1),
                height: (first.1 - second.1).abs().max(1),
            };
            for (name, area) in areas.iter().filter(|(name, _)| !name.starts_with("label of edge")) {
                assert!(
                    !overlap(&line, area) || touches(&line, area),
                    "edge {index} {:?} crosses {name} {area:?}",
                    place.points
                );
            }
        }
    }
    for (index, (from, to)) in sketch.edges.iter().map(|edge| (edge.from, edge.to)).enumerate() {
        let points = &picture.edges[index].points;
        if sketch.edges[index].exit.is_none() {
            assert_eq!(points[0].1, picture.nodes[from].area.bottom());
        }
        assert_eq!(points[points.len() - 1].1, picture.nodes[to].area.y);
    }
}

/// Whether a line only begins or ends at the side of a shape.
fn touches(line: &Area, area: &Area) -> bool {
    line.y + 1 >= area.bottom()
        || line.bottom() <= area.y + 1
        || line.x + 1 >= area.right()
        || line.right() <= area.x + 1
}

#[test]
fn a_line_of_steps_runs_straight_down() {
    let sketch = Sketch {
        lanes: vec!["Shopper".into()],
        nodes: vec![node(0, Form::Circle, "Start"), node(0, Form::Box, "Pay"), node(0, Form::Circle, "End")],
        edges: vec![edge(0, 1, ""), edge(1, 2, "")],
    };
    check(&sketch);
    assert!(draw(&sketch).edges.iter().all(|edge| edge.points.len() == 2));
}

#[test]
fn branches_loops_and_failures_keep_clear() {
    let mut pay = node(0, Form::Box, "Enter the card and confirm the order");
    pay.exits = vec![
        SketchExit { text: "the shopper gives up".into(), end: Some("gave up".into()) },
        SketchExit { text: "the provider does not answer in time".into(), end: None },
    ];
    pay.undo = Some("Give the money back and tell the shopper".into());
    let sketch = Sketch {
        lanes: vec!["Shopper".into(), "Clerk".into()],
        nodes: vec![
            node(0, Form::Circle, "A shopper opens the basket"),
            node(0, Form::Diamond, ""),
            pay,
            node(0, Form::Diamond, "Is the payment accepted?"),
            node(1, Form::Box, "Pack"),
            node(1, Form::Circle, "On its way"),
            node(0, Form::Circle, "Declined"),
        ],
        edges: vec![
            edge(0, 1, ""),
            edge(1, 2, ""),
            edge(2, 3, ""),
            edge(3, 4, "accepted"),
            edge(3, 1, "tries again"),
            edge(3, 6, "declined for good"),
            edge(4, 5, ""),
            SketchEdge { exit: Some(1), ..edge(2, 6, "") },
        ],
    };
    check(&sketch);
}

/// Sketches drawn at random, with every feature, keep clear as well.
#[test]
fn no_sketch_has_overlaps() {
    for case in 0..60 {
        let mut stream = Streams::new(Seed(case)).stream(0, 0, 0);
        let lanes = 1 + stream.next_below(4) as usize;
        let count = 2 + stream.next_below(25) as usize;
        let mut nodes = Vec::new();
        let mut edges = Vec::new();
        for index in 0..count {
            let form = [Form::Box, Form::Box, Form::Diamond, Form::Circle][stream.next_below(4) as usize];
            let words = 1 + stream.next_below(9) as usize;
            let mut made =
                node(stream.next_below(lanes as u64) as usize, form, &"several words ".repeat(words));
            made.is_main = stream.next_below(2) == 0;
            if form == Form::Box {
                made.undo = (stream.next_below(3) == 0).then(|| "take it back ".repeat(words));
                for exit in 0..stream.next_below(4) as usize {
                    let text = "something goes wrong ".repeat(1 + exit);
                    made.exits.push(SketchExit { text, end: Some("gave up".into()) });
                }
            }
            nodes.push(made);
            if index > 0 {
                edges.push(edge(stream.next_below(index as u64) as usize, index, "a label"));
            }
        }
        for _ in 0..stream.next_below(8) {
            let (from, to) =
                (stream.next_below(count as u64) as usize, 1 + stream.next_below(count as u64 - 1) as usize);
            edges.push(edge(from, to, "another way"));
        }
        for (from, made) in nodes.iter_mut().enumerate() {
            if made.form == Form::Box && stream.next_below(4) == 0 {
                made.exits.push(SketchExit { text: "it leads on".into(), end: None });
                let exit = Some(made.exits.len() - 1);
                edges.push(SketchEdge {
                    exit,
                    ..edge(from, 1 + stream.next_below(count as u64 - 1) as usize, "")
                });
            }
        }
        check(&Sketch { lanes: (0..lanes).map(|lane| format!("Lane {lane}")).collect(), nodes, edges });
    }
}
