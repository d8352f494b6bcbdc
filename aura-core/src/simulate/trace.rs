//! A recorded run as a compact file, and its story of one case.
//!
//! Layout, version 1: the eight bytes `AURATRC1`; the length of the header and the header as JSON; the number
//! of replications; for each its events, its hashes (32 bytes after each frame of 4,096 events), the number
//! of kept events, and their bytes behind their length; at the end the 32 bytes of the run's digest. Numbers
//! are LEB128. Version 2, of runs at full depth, has the calls as JSON behind their length before the digest. What an event is stands in `record.rs`.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::domain::id::{NodeId, PlanId, VersionId};
use crate::domain::plan::{NodeKind, Outcome, Plan};
use crate::domain::run::{MishapKind, Run};
use crate::domain::scenario::Scenario;
use crate::error::{Error, ErrorCode, Result};
use crate::limits::Limits;

use super::calls::CallRecord;
use super::program::Program;
use super::record::{
    EventKind, FRAME_EVENTS, ReplicationTrace, TraceEvent, damaged, digest_of, read_number, write_number,
};
use super::save::Stretch;

/// The first bytes of every trace of version 1.
const MAGIC: &[u8; 8] = b"AURATRC1";
/// The newest version of the header.
const HEADER_VERSION: u32 = 2;

/// A recorded run: what ran, the hashes that prove it, and the events that were kept.
#[derive(Debug, Clone, PartialEq)]
pub struct Trace {
    pub(super) header: TraceHeader,
    pub(super) replications: Vec<ReplicationTrace>,
    pub(super) calls: Vec<CallRecord>,
    pub(super) digest: String,
}

/// What was run.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct TraceHeader {
    /// Version of this header's shape.
    pub schema_version: u32,
    /// The version of the engine that ran it.
    pub engine_version: String,
    /// The plan.
    pub plan: PlanId,
    /// The plan's version.
    pub plan_version: VersionId,
    /// The circumstances, seed included.
    pub scenario: Scenario,
    /// Where the run branched off, under which circumstances it was before.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub past: Vec<Stretch>,
    /// After how many events of the queue each replication was paused on request, where any was.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub paused: Vec<Option<u64>>,
    /// The plan's nodes, to which events refer by number.
    pub nodes: Vec<NodeId>,
}

impl TraceHeader {
    pub(super) fn of(run: &Run, program: &Program, calls: bool) -> Self {
        TraceHeader {
            schema_version: if calls { HEADER_VERSION } else { 1 },
            engine_version: run.engine_version.clone(),
            plan: run.plan.clone(),
            plan_version: run.plan_version.clone(),
            scenario: run.scenario.clone(),
            past: Vec::new(),
            paused: Vec::new(),
            nodes: program.node_ids().cloned().collect(),
        }
    }
}

impl Trace {
    /// What was run.
    pub fn header(&self) -> &TraceHeader {
        &self.header
    }

    /// Whether its circumstances changed on the way, so that its scenario alone does not give it again.
    pub(crate) fn is_branch(&self) -> bool {
        !self.header.past.is_empty()
    }

    /// The digest over all events, equal to that of the [`Run`].
    pub fn digest(&self) -> &str {
        &self.digest
    }

    /// What was recorded of each replication.
    pub fn replications(&self) -> &[ReplicationTrace] {
        &self.replications
    }

    /// The calls that were really made, of the cases whose events were kept, in the order of the replications.
    pub fn calls(&self) -> &[CallRecord] {
        &self.calls
    }

    /// The trace as the bytes of a file.
    ///
    /// # Errors
    /// `internal` where the header cannot be written.
    pub fn to_bytes(&self) -> Result<Vec<u8>> {
        let mut bytes = Vec::new();
        self.each_piece(|piece| {
            bytes.extend_from_slice(piece);
            Ok(())
        })?;
        Ok(bytes)
    }

    /// Gives the bytes of the file piece by piece, so that a long trace need not be held twice.
    ///
    /// # Errors
    /// `internal` where the header cannot be written, and what `take` returns.
    ///
    /// # Example
    /// ```
    /// # use aura_core::simulate::Trace;
    /// fn write(trace: &Trace, file: &mut impl std::io::Write) -> aura_core::Result<()> {
    ///     trace.each_piece(|piece| file.write_all(piece).map_err(|error| {
    ///         aura_core::Error::new(aura_core::ErrorCode::Internal, "the trace was not written").with_source(error)
    ///     }))
    /// }
    /// ```
    pub fn each_piece(&self, mut take: impl FnMut(&[u8]) -> Result<()>) -> Result<()> {
        let mut bytes = MAGIC.to_vec();
        write_block(&mut bytes, &written(&self.header)?);
        write_number(&mut bytes, self.replications.len() as u64);
        for replication in &self.replications {
            write_hashes(&mut bytes, replication);
            take(&bytes)?;
            take(&replication.kept)?;
            bytes.clear();
        }
        if self.header.schema_version >= 2 {
            write_block(&mut bytes, &written(&self.calls)?);
        }
        bytes.extend_from_slice(blake3::Hash::from_hex(&self.digest).map_err(|_| damaged())?.as_bytes());
        take(&bytes)
    }

    /// Reads the bytes of a file.
    ///
    /// # Errors
    /// `invalid_trace` where they are no trace, damaged or cut; `invalid_schema_version` where a newer version
    /// wrote them; `limit_input` where they are longer than the default limit.
    pub fn from_bytes(bytes: &[u8]) -> Result<Trace> {
        Limits::check_input("the trace", bytes.len(), Limits::default().trace_bytes.saturating_mul(2))?;
        let mut rest = bytes.strip_prefix(MAGIC.as_slice()).ok_or_else(|| {
            Error::new(ErrorCode::InvalidTrace, "this is not a recorded run")
                .with_hint("recorded runs begin with `AURATRC1`")
        })?;
        let header = read_block(&mut rest)?;
        let header: serde_json::Value = serde_json::from_slice(header).map_err(|_| damaged())?;
        let version = header.get("schema_version").and_then(serde_json::Value::as_u64);
        if version.is_some_and(|version| version > u64::from(HEADER_VERSION)) {
            return Err(Error::new(
                ErrorCode::InvalidSchemaVersion,
                "the trace was recorded by a newer version",
            )
            .with_hint("update Aura, or record the run again"));
        }
        let header: TraceHeader = serde_json::from_value(header).map_err(|_| damaged())?;
        let count = read_number(&mut rest)?;
        if count > u64::from(header.scenario.replications) {
            return Err(damaged());
        }
        let mut replications = Vec::new();
        for _ in 0..count {
            replications.push(read_replication(&mut rest)?);
        }
        let mut calls = Vec::new();
        if header.schema_version >= 2 {
            calls = serde_json::from_slice(read_block(&mut rest)?).map_err(|_| damaged())?;
        }
        let digest: [u8; 32] = rest.try_into().map_err(|_| damaged())?;
        let digest = blake3::Hash::from(digest).to_hex().to_string();
        if digest != digest_of(&replications) {
            return Err(damaged());
        }
        Ok(Trace { header, replications, calls, digest })
    }

    /// Tells what happened to one case, one line for each event, where its events were kept.
    ///
    /// # Errors
    /// `invalid_trace` where the bytes are damaged.
    pub fn story(&self, plan: &Plan, replication: usize, case: u64) -> Result<Vec<String>> {
        let mut lines = Vec::new();
        let Some(recorded) = self.replications.get(replication) else {
            return Ok(lines);
        };
        for event in recorded.kept_events() {
            let event = event?;
            if event.case == case {
                lines.push(describe(plan, &event));
            }
        }
        Ok(lines)
    }
}

/// An event in plain words, without the case.
pub(super) fn describe(plan: &Plan, event: &TraceEvent) -> String {
    let title = plan.nodes.get(event.node as usize).map_or("an unknown node", |node| node.title.as_str());
    let at = event.time.since(crate::des::Time::ZERO);
    let span = crate::des::Span::from_micros(event.detail);
    match event.kind {
        EventKind::Arrived => format!("{at}: arrived"),
        EventKind::Entered => format!("{at}: came to `{title}`"),
        EventKind::Began => format!("{at}: `{title}` began, for {span}"),
        EventKind::Failed => format!("{at}: `{title}` went wrong"),
        EventKind::Left => format!("{at}: gave up at `{title}`, to come back after {span}"),
        EventKind::Called => match event.detail & 0xffff {
            0 => format!("{at}: `{title}` called its service and got no answer in time"),
            status => format!("{at}: `{title}` called its service and got {status}"),
        },
        EventKind::Interrupted => {
            format!(
                "{at}: `{title}` was interrupted by {}, with {span} of work left",
                interrupter(plan, event)
            )
        }
        EventKind::Undoing => {
            let node = plan.nodes.get(event.node as usize);
            let undo = node.and_then(|node| match &node.kind {
                NodeKind::Step(step) => step.undo.as_ref(),
                _ => None,
            });
            let how = undo.map_or("", |undo| undo.title.as_str());
            format!("{at}: the case failed, so `{title}` is taken back by `{how}`, for {span}")
        }
        EventKind::Finished => format!("{at}: `{title}` ended, {span} after it began"),
        EventKind::Mishap => {
            let kind = MishapKind::ALL.get(event.detail as usize);
            format!("{at}: `{title}`: {}", kind.map_or("something went wrong", |kind| kind.words()))
        }
        EventKind::Filled => format!("{at}: `{title}`: {} fields filled in", event.detail & 0xffff),
        EventKind::Ended => {
            let outcome =
                Outcome::ALL.get(event.detail as usize).map_or("unknown", |outcome| outcome.words());
            format!("{at}: ended at `{title}`: {outcome}")
        }
    }
}

/// Who or what may have interrupted a step.
fn interrupter(plan: &Plan, event: &TraceEvent) -> &'static str {
    let step = plan.nodes.get(event.node as usize).and_then(|node| match &node.kind {
        NodeKind::Step(step) => Some(step),
        _ => None,
    });
    let resources = plan.resources.iter().filter(|resource| {
        step.is_some_and(|step| {
            let team = step.team.iter().map(|member| &member.resource);
            team.chain(&step.resource).any(|id| *id == resource.id)
        })
    });
    let breaks = resources.clone().any(|resource| resource.breakdown.is_some());
    let urgent = resources.filter_map(|resource| resource.queue.as_ref()).any(|queue| queue.interrupts);
    match (breaks, urgent) {
        (true, false) => "a breakdown",
        (true, true) => "a breakdown or somebody more urgent",
        _ => "somebody more urgent",
    }
}

fn written(part: &impl Serialize) -> Result<Vec<u8>> {
    serde_json::to_vec(part).map_err(|error| {
        Error::new(ErrorCode::Internal, "a part of a trace could not be written").with_source(error)
    })
}

pub(super) fn write_replication(bytes: &mut Vec<u8>, replication: &ReplicationTrace) {
    write_hashes(bytes, replication);
    bytes.extend_from_slice(&replication.kept);
}

/// What stands before the kept events of a replication, their length at the end.
fn write_hashes(bytes: &mut Vec<u8>, replication: &ReplicationTrace) {
    write_number(bytes, replication.events);
    replication.checkpoints.iter().for_each(|hash| bytes.extend_from_slice(hash));
    write_number(bytes, replication.kept_events);
    write_number(bytes, replication.kept.len() as u64);
}

pub(super) fn read_replication(rest: &mut &[u8]) -> Result<ReplicationTrace> {
    let events = read_number(rest)?;
    let frames = events.div_ceil(FRAME_EVENTS).max(1);
    let length =
        usize::try_from(frames).ok().and_then(|frames| frames.checked_mul(32)).ok_or_else(damaged)?;
    let (hashes, after) = rest.split_at_checked(length).ok_or_else(damaged)?;
    *rest = after;
    let checkpoints = hashes.as_chunks::<32>().0.to_vec();
    let kept_events = read_number(rest)?;
    let kept = read_block(rest)?.to_vec();
    Ok(ReplicationTrace { events, checkpoints, kept, kept_events })
}

pub(super) fn write_block(bytes: &mut Vec<u8>, block: &[u8]) {
    write_number(bytes, block.len() as u64);
    bytes.extend_from_slice(block);
}

pub(super) fn read_block<'a>(rest: &mut &'a [u8]) -> Result<&'a [u8]> {
    let length = usize::try_from(read_number(rest)?).map_err(|_| damaged())?;
    let (block, after) = rest.split_at_checked(length).ok_or_else(damaged)?;
    *rest = after;
    Ok(block)
}
