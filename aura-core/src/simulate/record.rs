//! Events of a replication as bytes, chained by BLAKE3 while they happen.
//!
//! An event is five numbers: the microseconds since the event before, the kind, the case (counted from 0 in
//! its replication), the node (counted from 0 in the plan) and a detail that the kind explains. All are
//! written as LEB128 variable-length numbers, about seven bytes in all. Frames of 4,096 events are hashed
//! together with the hash of the frame before, so one hash at the end covers everything, and the hashes of
//! the frames tell where two runs part.

use serde::{Deserialize, Serialize};

use crate::des::Time;
use crate::domain::scenario::TraceDepth;
use crate::error::{Error, ErrorCode, Result};

/// Events per frame.
pub(super) const FRAME_EVENTS: u64 = 4_096;
/// Cases whose events are kept at [`TraceDepth::Sample`].
pub(super) const SAMPLED_CASES: u64 = 200;

/// What kind of event.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
#[non_exhaustive]
pub enum EventKind {
    /// A case arrives; the detail is the number of its persona.
    Arrived,
    /// A token enters a node; the detail is how often the case was there before.
    Entered,
    /// Work begins at a step; the detail is how many microseconds it will take, alone where it is shared.
    Began,
    /// A failure mode strikes; the detail is its number at the step, or 1,000 for one that the plan lacks.
    Failed,
    /// A person gives up for now and will come back; the detail is after how many microseconds.
    Left,
    /// The case ends; the detail is the outcome, in the order of `Outcome::ALL`.
    Ended,
    /// A service was called; the detail is the status of its answer (0 where none came in time), and from bit 16 on
    /// the first 32 bits of a hash of request and answer.
    Called,
    /// A screen was filled in; the detail is how many fields were, and from bit 16 on the first 32 bits of a hash of
    /// what was written.
    Filled,
    /// Somebody more urgent takes the resource, or it breaks down; the detail is how many microseconds of work are left.
    Interrupted,
    /// The case failed, and a step is taken back; the detail is how many microseconds that takes.
    Undoing,
    /// Work at a resource that serves everybody at once ends; the detail is how many microseconds ago it began.
    Finished,
    /// Something goes wrong that is none of the plan's failures; the detail is what, in the order of `MishapKind::ALL`.
    Mishap,
}

impl EventKind {
    const ALL: [EventKind; 12] = [
        EventKind::Arrived,
        EventKind::Entered,
        EventKind::Began,
        EventKind::Failed,
        EventKind::Left,
        EventKind::Ended,
        EventKind::Called,
        EventKind::Filled,
        EventKind::Interrupted,
        EventKind::Undoing,
        EventKind::Finished,
        EventKind::Mishap,
    ];
}

/// One event of a trace.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TraceEvent {
    /// When it happened.
    pub time: Time,
    /// What kind of event.
    pub kind: EventKind,
    /// The case, counted from 0 in its replication.
    pub case: u64,
    /// The node, counted from 0 in the plan.
    pub node: u32,
    /// What the kind says.
    pub detail: u64,
}

/// What was recorded of one replication.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReplicationTrace {
    /// How many events there were.
    pub(super) events: u64,
    /// The chained hash after each frame; the last one covers all events.
    pub(super) checkpoints: Vec<[u8; 32]>,
    /// The events that were kept, encoded.
    pub(super) kept: Vec<u8>,
    /// How many events were kept.
    pub(super) kept_events: u64,
}

/// Takes events while they happen.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(super) struct Recorder {
    frame: Vec<u8>,
    in_frame: u64,
    last: Time,
    chain: [u8; 32],
    trace: ReplicationTrace,
    depth: TraceDepth,
    kept_last: Time,
    most_bytes: u64,
    pub is_full: bool,
}

impl Recorder {
    /// `replication` separates the chains of equal events in different replications.
    pub(super) fn new(replication: u32, depth: TraceDepth, most_bytes: u64) -> Self {
        let depth = match depth {
            TraceDepth::Sample if replication > 0 => TraceDepth::Digest,
            depth => depth,
        };
        Recorder {
            frame: Vec::with_capacity(12 * FRAME_EVENTS as usize),
            in_frame: 0,
            last: Time::ZERO,
            chain: blake3::derive_key("aura trace chain 1", &replication.to_le_bytes()),
            trace: ReplicationTrace { events: 0, checkpoints: Vec::new(), kept: Vec::new(), kept_events: 0 },
            depth,
            kept_last: Time::ZERO,
            most_bytes,
            is_full: false,
        }
    }

    /// How many bytes are held.
    pub(super) fn held_bytes(&self) -> usize {
        self.frame.capacity() + self.trace.kept.len() + 32 * self.trace.checkpoints.len()
    }

    /// Whether the events of a case are kept, in the depth that was asked for.
    pub(super) fn keeps(&self, case: u64) -> bool {
        match self.depth {
            TraceDepth::Digest => false,
            TraceDepth::Sample => case < SAMPLED_CASES,
            TraceDepth::Full => true,
        }
    }

    #[inline]
    pub(super) fn record(&mut self, event: TraceEvent) {
        encode(&mut self.frame, self.last, event);
        self.last = event.time;
        self.in_frame += 1;
        self.trace.events += 1;
        if self.depth == TraceDepth::Sample && event.case < SAMPLED_CASES && !self.is_full {
            encode(&mut self.trace.kept, self.kept_last, event);
            self.kept_last = event.time;
            self.trace.kept_events += 1;
            self.is_full = self.trace.kept.len() as u64 > self.most_bytes;
        }
        if self.in_frame == FRAME_EVENTS {
            self.close_frame();
        }
    }

    pub(super) fn finish(mut self) -> ReplicationTrace {
        if self.in_frame > 0 || self.trace.checkpoints.is_empty() {
            self.close_frame();
        }
        self.trace
    }

    fn close_frame(&mut self) {
        let mut hasher = blake3::Hasher::new();
        hasher.update(&self.chain);
        hasher.update(&self.frame);
        self.chain = *hasher.finalize().as_bytes();
        self.trace.checkpoints.push(self.chain);
        if self.depth == TraceDepth::Full && !self.is_full {
            if (self.trace.kept.len() + self.frame.len()) as u64 <= self.most_bytes {
                self.trace.kept.extend_from_slice(&self.frame);
                self.trace.kept_events += self.in_frame;
            } else {
                self.is_full = true;
            }
        }
        self.frame.clear();
        self.in_frame = 0;
    }
}

impl ReplicationTrace {
    /// How many events happened.
    pub fn events(&self) -> u64 {
        self.events
    }

    /// The events that were kept, in order.
    ///
    /// # Errors
    /// Each item may be `invalid_trace` where the bytes are damaged; nothing follows then.
    pub fn kept_events(&self) -> impl Iterator<Item = Result<TraceEvent>> + '_ {
        let mut rest = self.kept.as_slice();
        let mut last = Time::ZERO;
        let mut left = self.kept_events;
        std::iter::from_fn(move || {
            left = left.checked_sub(1)?;
            let event = decode(&mut rest, last);
            match &event {
                Ok(event) => last = event.time,
                Err(_) => left = 0,
            }
            Some(event)
        })
    }

    /// The hash over all events.
    pub(super) fn digest(&self) -> [u8; 32] {
        self.checkpoints.last().copied().unwrap_or([0; 32])
    }
}

/// The digest of a run: over the digests of its replications, in order.
pub(super) fn digest_of(replications: &[ReplicationTrace]) -> String {
    let mut hasher = blake3::Hasher::new_derive_key("aura run digest 1");
    replications.iter().for_each(|replication| {
        hasher.update(&replication.digest());
    });
    hasher.finalize().to_hex().to_string()
}

/// The longest encoded event: five numbers of at most ten bytes.
const LONGEST: usize = 50;

#[inline]
fn encode(bytes: &mut Vec<u8>, last: Time, event: TraceEvent) {
    // Written to a small buffer first, so that the frame grows once per event and not once per byte.
    let mut buffer = [0_u8; LONGEST];
    let mut length = 0;
    let numbers =
        [event.time.since(last).micros(), event.kind as u64, event.case, u64::from(event.node), event.detail];
    for mut number in numbers {
        while number >= 0x80 {
            put(&mut buffer, &mut length, number as u8 | 0x80);
            number >>= 7;
        }
        put(&mut buffer, &mut length, number as u8);
    }
    // Copied whole, because a copy of unknown length costs a call, and cut to length.
    let end = bytes.len() + length;
    bytes.extend_from_slice(&buffer);
    bytes.truncate(end);
}

#[inline(always)]
fn put(buffer: &mut [u8; LONGEST], length: &mut usize, byte: u8) {
    if let Some(slot) = buffer.get_mut(*length) {
        *slot = byte;
        *length += 1;
    }
}

fn decode(bytes: &mut &[u8], last: Time) -> Result<TraceEvent> {
    let passed = read_number(bytes)?;
    let time = Time::from_micros(last.micros().saturating_add(passed)).map_err(|_| damaged())?;
    let kind = read_number(bytes)?;
    let kind = usize::try_from(kind).ok().and_then(|kind| EventKind::ALL.get(kind)).ok_or_else(damaged)?;
    let case = read_number(bytes)?;
    let node = u32::try_from(read_number(bytes)?).map_err(|_| damaged())?;
    Ok(TraceEvent { time, kind: *kind, case, node, detail: read_number(bytes)? })
}

pub(super) fn write_number(bytes: &mut Vec<u8>, mut number: u64) {
    while number >= 0x80 {
        bytes.push(number as u8 | 0x80);
        number >>= 7;
    }
    bytes.push(number as u8);
}

pub(super) fn read_number(bytes: &mut &[u8]) -> Result<u64> {
    let mut number = 0_u64;
    for shift in (0..64).step_by(7) {
        let (&byte, rest) = bytes.split_first().ok_or_else(damaged)?;
        *bytes = rest;
        let part = u64::from(byte & 0x7f);
        if shift == 63 && part > 1 {
            return Err(damaged());
        }
        number |= part << shift;
        if byte & 0x80 == 0 {
            return Ok(number);
        }
    }
    Err(damaged())
}

pub(super) fn damaged() -> Error {
    Error::new(ErrorCode::InvalidTrace, "the trace is damaged or not complete")
        .with_hint("record the run again, or fetch the file once more")
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn events_are_written_as_leb128(
            bits in proptest::array::uniform4((0_u32..=64, any::<u64>())), kind in 0_usize..9,
        ) {
            let [passed, case, detail, node] =
                bits.map(|(bits, value)| if bits == 0 { 0 } else { value >> (64 - bits) });
            let (passed, node) = (passed >> 12, node as u32);
            let time = Time::from_micros(passed).unwrap();
            let event = TraceEvent { time, kind: EventKind::ALL[kind], case, node, detail };
            let mut bytes = vec![7];
            encode(&mut bytes, Time::ZERO, event);
            // Digests hang on these bytes: seven bits a byte, the lowest first (DWARF 5, section 7.6).
            let mut wanted = vec![7];
            for mut number in [passed, kind as u64, case, u64::from(node), detail] {
                while number >= 0x80 {
                    wanted.push((number & 0x7f) as u8 | 0x80);
                    number >>= 7;
                }
                wanted.push(number as u8);
            }
            prop_assert_eq!(&bytes, &wanted);
            prop_assert_eq!(decode(&mut &bytes[1..], Time::ZERO).unwrap(), event);
        }
    }
}
