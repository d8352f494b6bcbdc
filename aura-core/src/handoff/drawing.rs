//! A workflow with its picture: what the BPMN file and the SVG share.

use super::journeys::{Journey, Wish};
use super::layout::{self, Form, Picture, Sketch, SketchEdge, SketchExit, SketchNode};
use super::view::PlanView;
use super::words;
use super::workflow::{ExitTarget, Shape, Workflow};
use crate::domain::id::NodeId;

/// A workflow and where everything lies.
pub(super) struct Drawing<'plan> {
    pub(super) workflow: Workflow<'plan>,
    pub(super) picture: Picture,
}

impl<'plan> Drawing<'plan> {
    /// Draws a plan. `note` gives a short second text for a step, below its title.
    pub(super) fn of(view: &PlanView<'plan>, note: &dyn Fn(&NodeId) -> String) -> Self {
        let workflow = Workflow::of(view);
        // The usual way is drawn straightest.
        let main = Journey::find(view, Wish::Usual).passed;
        let nodes = workflow.nodes.iter().map(|node| {
            let (form, text) = match node.shape {
                Shape::Task(_) => {
                    let number = node.node.and_then(|node| view.number(&node.id)).unwrap_or(0);
                    (Form::Box, format!("{number}. {}", node.title))
                }
                Shape::Gateway(_) => (Form::Diamond, node.title.clone()),
                _ => (Form::Circle, node.title.clone()),
            };
            let exits = node.exits.iter().map(|exit| SketchExit {
                text: words::one_line(&exit.failure.title),
                end: match exit.to {
                    ExitTarget::End(outcome) => Some(outcome.words().to_owned()),
                    ExitTarget::Edge(_) => None,
                },
            });
            SketchNode {
                lane: node.lane,
                form,
                text,
                note: node.node.map(|node| note(&node.id)).unwrap_or_default(),
                exits: exits.collect(),
                undo: node.undo().map(|undo| words::one_line(&undo.title)),
                is_main: node.node.is_none_or(|node| main.contains(&node.id)),
            }
        });
        let edges = workflow.edges.iter().map(|edge| SketchEdge {
            from: edge.from,
            to: edge.to,
            exit: edge.exit,
            text: edge.label.clone(),
        });
        let sketch = Sketch { lanes: workflow.lanes.clone(), nodes: nodes.collect(), edges: edges.collect() };
        let picture = layout::draw(&sketch);
        Drawing { workflow, picture }
    }
}
