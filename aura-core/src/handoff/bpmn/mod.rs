//! `workflow.bpmn`: the plan as BPMN 2.0 (ISO/IEC 19510), executable, with its whole diagram.
//!
//! In comes a drawing; out goes XML. Steps are user tasks and service tasks, failures are boundary events,
//! conditions are Python expressions (with the CEL of the plan beside them), because that is what free engines
//! evaluate. Never here: where something lies, or what a join is; the drawing knows both.

mod condition;
mod diagram;
mod process;

use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesEnd, BytesStart, BytesText, Event};

use super::drawing::Drawing;
use super::view::PlanView;
use crate::error::{Error, ErrorCode, Result};

const MODEL: &str = "http://www.omg.org/spec/BPMN/20100524/MODEL";

pub(super) fn render(view: &PlanView, drawing: &Drawing) -> Result<String> {
    let mut xml = Xml::new()?;
    xml.open(
        "bpmn:definitions",
        &[
            ("xmlns:bpmn", MODEL),
            ("xmlns:bpmndi", "http://www.omg.org/spec/BPMN/20100524/DI"),
            ("xmlns:dc", "http://www.omg.org/spec/DD/20100524/DC"),
            ("xmlns:di", "http://www.omg.org/spec/DD/20100524/DI"),
            ("xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance"),
            ("id", "definitions"),
            ("targetNamespace", "urn:aura:workflow"),
            ("exporter", "Aura"),
        ],
    )?;
    process::write(&mut xml, view, drawing)?;
    diagram::write(&mut xml, drawing)?;
    xml.close("bpmn:definitions")?;
    xml.finish()
}

/// An XML document under construction. Every value is escaped.
struct Xml {
    writer: Writer<Vec<u8>>,
}

impl Xml {
    fn new() -> Result<Self> {
        let mut xml = Xml { writer: Writer::new_with_indent(Vec::new(), b' ', 2) };
        xml.write(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), None)))?;
        Ok(xml)
    }

    fn open(&mut self, name: &str, attributes: &[(&str, &str)]) -> Result<()> {
        self.write(Event::Start(start(name, attributes)))
    }

    fn close(&mut self, name: &str) -> Result<()> {
        self.write(Event::End(BytesEnd::new(name)))
    }

    fn empty(&mut self, name: &str, attributes: &[(&str, &str)]) -> Result<()> {
        self.write(Event::Empty(start(name, attributes)))
    }

    fn text(&mut self, name: &str, attributes: &[(&str, &str)], text: &str) -> Result<()> {
        self.open(name, attributes)?;
        self.write(Event::Text(BytesText::new(text)))?;
        self.close(name)
    }

    fn write(&mut self, event: Event) -> Result<()> {
        self.writer.write_event(event).map_err(|error| {
            Error::new(ErrorCode::Internal, "the workflow could not be written as XML").with_source(error)
        })
    }

    fn finish(self) -> Result<String> {
        let text = String::from_utf8(self.writer.into_inner()).map_err(|error| {
            Error::new(ErrorCode::Internal, "the workflow is not UTF-8").with_source(error)
        })?;
        Ok(text + "\n")
    }
}

fn start<'name>(name: &'name str, attributes: &[(&str, &str)]) -> BytesStart<'name> {
    let mut start = BytesStart::new(name);
    for attribute in attributes {
        start.push_attribute(*attribute);
    }
    start
}
