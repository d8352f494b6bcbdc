//! The diagram interchange: a shape for every node, an edge for every flow, places for all words.

use super::Xml;
use super::process::{exit_ids, undo_ids};
use crate::error::Result;
use crate::handoff::drawing::Drawing;
use crate::handoff::layout::{Area, HEAD, Label, Point};

pub(super) fn write(xml: &mut Xml, drawing: &Drawing) -> Result<()> {
    xml.open("bpmndi:BPMNDiagram", &[("id", "diagram")])?;
    xml.open("bpmndi:BPMNPlane", &[("id", "plane"), ("bpmnElement", "collaboration")])?;
    pool(xml, drawing)?;
    for (node, place) in drawing.workflow.nodes.iter().zip(&drawing.picture.nodes) {
        shape(xml, &node.id, place.area, outside(&place.label, place.area))?;
        if let Some(undo) = &place.undo {
            let ids = undo_ids(node);
            shape(xml, &ids.event, undo.event, None)?;
            shape(xml, &ids.task, undo.area, None)?;
            edge(xml, &ids.association, &undo.line, None)?;
        }
        for (exit, exit_place) in node.exits.iter().zip(&place.exits) {
            let ids = exit_ids(exit);
            shape(xml, &ids.event, exit_place.event, Some(&exit_place.label))?;
            if let Some((area, label)) = &exit_place.end {
                shape(xml, &ids.end, *area, Some(label))?;
                edge(xml, &ids.flow, &exit_place.line, None)?;
            }
        }
    }
    for (flow, place) in drawing.workflow.edges.iter().zip(&drawing.picture.edges) {
        edge(xml, &flow.id, &place.points, Some(&place.label))?;
    }
    xml.close("bpmndi:BPMNPlane")?;
    xml.close("bpmndi:BPMNDiagram")
}

fn pool(xml: &mut Xml, drawing: &Drawing) -> Result<()> {
    let lanes = &drawing.picture.lanes;
    let (Some(first), Some(last)) = (lanes.first(), lanes.last()) else { return Ok(()) };
    let area = Area {
        x: first.area.x,
        y: first.area.y - HEAD,
        width: last.area.right() - first.area.x,
        height: first.area.height + HEAD,
    };
    band(xml, "participant", area)?;
    for (index, lane) in lanes.iter().enumerate() {
        band(xml, &format!("lane-{}", index + 1), lane.area)?;
    }
    Ok(())
}

fn band(xml: &mut Xml, id: &str, area: Area) -> Result<()> {
    let attributes =
        [("id", format!("shape-{id}")), ("bpmnElement", id.to_owned()), ("isHorizontal", "false".into())];
    let attributes: Vec<(&str, &str)> =
        attributes.iter().map(|(name, value)| (*name, value.as_str())).collect();
    xml.open("bpmndi:BPMNShape", &attributes)?;
    bounds(xml, area)?;
    xml.close("bpmndi:BPMNShape")
}

/// The words of a node where they stand beside it; words within a shape need no place.
fn outside(label: &Label, area: Area) -> Option<&Label> {
    (label.area.x >= area.right()).then_some(label)
}

fn shape(xml: &mut Xml, id: &str, area: Area, label: Option<&Label>) -> Result<()> {
    xml.open("bpmndi:BPMNShape", &[("id", &format!("shape-{id}")), ("bpmnElement", id)])?;
    bounds(xml, area)?;
    words(xml, label)?;
    xml.close("bpmndi:BPMNShape")
}

fn edge(xml: &mut Xml, id: &str, points: &[Point], label: Option<&Label>) -> Result<()> {
    xml.open("bpmndi:BPMNEdge", &[("id", &format!("edge-{id}")), ("bpmnElement", id)])?;
    for (x, y) in points {
        xml.empty("di:waypoint", &[("x", &x.to_string()), ("y", &y.to_string())])?;
    }
    words(xml, label)?;
    xml.close("bpmndi:BPMNEdge")
}

fn words(xml: &mut Xml, label: Option<&Label>) -> Result<()> {
    let Some(label) = label.filter(|label| !label.lines.is_empty()) else { return Ok(()) };
    xml.open("bpmndi:BPMNLabel", &[])?;
    bounds(xml, label.area)?;
    xml.close("bpmndi:BPMNLabel")
}

fn bounds(xml: &mut Xml, area: Area) -> Result<()> {
    let values = [area.x, area.y, area.width, area.height].map(|value| value.to_string());
    let [x, y, width, height] = &values;
    xml.empty("dc:Bounds", &[("x", x), ("y", y), ("width", width), ("height", height)])
}
