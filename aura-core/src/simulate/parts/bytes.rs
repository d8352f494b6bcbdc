//! A part as bytes.
//!
//! Layout, version 1: the eight bytes `AURAPRT1`; the name of the run; the first replication; the number of
//! replications; each of them; at the end BLAKE3 over everything before. Numbers are LEB128, texts stand behind their
//! length, and a number with a fraction is the eight bytes of its IEEE 754 form read from the back, so that round ones
//! are short.

use std::collections::BTreeMap;

use crate::des::Time;
use crate::domain::plan::Outcome;
use crate::domain::run::MishapKind;
use crate::domain::run::StoppedBy;
use crate::error::{Error, ErrorCode, Result};
use crate::limits::Limits;
use crate::simulate::record::{read_number, write_number};
use crate::simulate::tally::{CaseRecord, NodeTally, PoolTally, ServiceTally, Tally, Waits, Ways};
use crate::simulate::trace::{read_block, read_replication, write_block, write_replication};
use crate::simulate::world::Replication;

use super::RunPart;

const MAGIC: &[u8; 8] = b"AURAPRT1";
const HASH_BYTES: usize = 32;

pub(super) fn write(part: &RunPart) -> Result<Vec<u8>> {
    let mut out = MAGIC.to_vec();
    write_block(&mut out, part.run.as_bytes());
    write_number(&mut out, u64::from(part.first));
    write_number(&mut out, part.replications.len() as u64);
    for replication in &part.replications {
        write_tally(&mut out, &replication.tally);
        write_replication(&mut out, &replication.trace);
        write_number(&mut out, replication.end.micros());
        let stop = written(&replication.stop)?;
        write_block(&mut out, &stop);
        write_block(&mut out, &written(&replication.calls)?);
        write_number(&mut out, replication.warnings.len() as u64);
        for (text, count) in &replication.warnings {
            write_block(&mut out, text.as_bytes());
            write_number(&mut out, *count);
        }
    }
    let hash = blake3::hash(&out);
    out.extend_from_slice(hash.as_bytes());
    Ok(out)
}

fn written(part: &impl serde::Serialize) -> Result<Vec<u8>> {
    serde_json::to_vec(part).map_err(|error| {
        Error::new(ErrorCode::Internal, "a part of a run cannot be written").with_source(error)
    })
}

pub(super) fn read(bytes: &[u8]) -> Result<RunPart> {
    Limits::check_input("the part", bytes.len(), Limits::default().trace_bytes)?;
    let (content, hash) = bytes
        .len()
        .checked_sub(HASH_BYTES)
        .and_then(|end| bytes.split_at_checked(end))
        .ok_or_else(damaged)?;
    if blake3::hash(content).as_bytes().as_slice() != hash {
        return Err(damaged());
    }
    read_content(content).map_err(|_| damaged())
}

fn damaged() -> Error {
    Error::new(ErrorCode::InvalidData, "this is no part of a run, or it is damaged")
        .with_hint("run the part again")
}

fn read_content(content: &[u8]) -> Result<RunPart> {
    let mut rest = content.strip_prefix(MAGIC.as_slice()).ok_or_else(damaged)?;
    let rest = &mut rest;
    let run = read_text(rest)?;
    let first = read_small(rest)?;
    let count = read_number(rest)?;
    let mut replications = Vec::new();
    for _ in 0..count {
        let tally = read_tally(rest)?;
        let trace = read_replication(rest)?;
        let end = Time::from_micros(read_number(rest)?)?;
        let stop: Option<StoppedBy> = serde_json::from_slice(read_block(rest)?).map_err(|_| damaged())?;
        let calls = serde_json::from_slice(read_block(rest)?).map_err(|_| damaged())?;
        let mut warnings = BTreeMap::new();
        for _ in 0..read_number(rest)? {
            let text = read_text(rest)?;
            warnings.insert(text, read_number(rest)?);
        }
        replications.push(Replication { tally, trace, end, stop, warnings, calls });
    }
    if rest.is_empty() { Ok(RunPart { run, first, replications }) } else { Err(damaged()) }
}

fn write_tally(out: &mut Vec<u8>, tally: &Tally) {
    write_list(out, &tally.cases, write_case);
    write_list(out, &tally.watched, |out, visits| write_number(out, u64::from(*visits)));
    write_list(out, &tally.nodes, write_node);
    write_list(out, &tally.flows, |out, times| write_number(out, *times));
    write_list(out, &tally.pools, |out, pool| {
        write_wide(out, pool.worked_us);
        write_wide(out, pool.open_us);
        write_waits(out, &pool.waits);
        write_number(out, pool.longest_queue);
        write_number(out, pool.balked);
        write_number(out, pool.lost_patience);
        write_number(out, pool.breakdowns);
    });
    write_list(out, &tally.services, |out, service| {
        write_number(out, service.calls);
        write_number(out, service.failed);
        write_wide(out, service.latency_us);
        let answers: Vec<(u16, u64)> =
            service.answers.iter().map(|(status, times)| (*status, *times)).collect();
        write_list(out, &answers, |out, (status, times)| {
            write_number(out, u64::from(*status));
            write_number(out, *times);
        });
        let refusals: Vec<(&String, u64)> =
            service.refusals.iter().map(|(text, times)| (text, *times)).collect();
        write_list(out, &refusals, |out, (text, times)| {
            write_block(out, text.as_bytes());
            write_number(out, *times);
        });
    });
    write_list(out, tally.ways.parents(), |out, (parent, node)| {
        write_number(out, u64::from(*parent));
        write_number(out, u64::from(*node));
    });
}

fn read_tally(rest: &mut &[u8]) -> Result<Tally> {
    Ok(Tally {
        cases: read_list(rest, read_case)?,
        watched: read_list(rest, read_small)?,
        nodes: read_list(rest, read_node)?,
        flows: read_list(rest, read_number)?,
        pools: read_list(rest, |rest| {
            Ok(PoolTally {
                worked_us: read_wide(rest)?,
                open_us: read_wide(rest)?,
                waits: read_waits(rest)?,
                longest_queue: read_number(rest)?,
                balked: read_number(rest)?,
                lost_patience: read_number(rest)?,
                breakdowns: read_number(rest)?,
                duty_before_us: 0,
            })
        })?,
        services: read_list(rest, |rest| {
            Ok(ServiceTally {
                calls: read_number(rest)?,
                failed: read_number(rest)?,
                latency_us: read_wide(rest)?,
                answers: read_list(rest, |rest| {
                    let status = u16::try_from(read_number(rest)?).map_err(|_| damaged())?;
                    Ok((status, read_number(rest)?))
                })?
                .into_iter()
                .collect(),
                refusals: read_list(rest, |rest| Ok((read_text(rest)?, read_number(rest)?)))?
                    .into_iter()
                    .collect(),
            })
        })?,
        ways: Ways::from_parents(read_list(rest, |rest| Ok((read_small(rest)?, read_small(rest)?)))?),
    })
}

fn write_case(out: &mut Vec<u8>, case: &CaseRecord) {
    let times = [case.case, case.arrived_us, case.cycle_us, case.waiting_us, case.working_us];
    times.iter().for_each(|number| write_number(out, *number));
    write_real(out, case.cost);
    write_number(out, u64::from(case.persona));
    let outcome = Outcome::ALL.iter().position(|known| *known == case.outcome).unwrap_or_default();
    write_number(out, outcome as u64 * 2 + u64::from(case.had_failure));
    write_number(out, u64::from(case.way));
}

fn read_case(rest: &mut &[u8]) -> Result<CaseRecord> {
    let (case, arrived_us, cycle_us) = (read_number(rest)?, read_number(rest)?, read_number(rest)?);
    let (waiting_us, working_us, cost) = (read_number(rest)?, read_number(rest)?, read_real(rest)?);
    let (persona, ended) = (read_small(rest)?, read_number(rest)?);
    let outcome = usize::try_from(ended / 2).ok().and_then(|place| Outcome::ALL.get(place));
    Ok(CaseRecord {
        case,
        arrived_us,
        cycle_us,
        waiting_us,
        working_us,
        cost,
        persona,
        outcome: *outcome.ok_or_else(damaged)?,
        had_failure: ended % 2 == 1,
        way: read_small(rest)?,
    })
}

fn write_node(out: &mut Vec<u8>, node: &NodeTally) {
    [node.visits, node.cases, node.begun, node.lost].iter().for_each(|number| write_number(out, *number));
    write_waits(out, &node.waits);
    write_wide(out, node.working_us);
    write_real(out, node.cost);
    write_list(out, &node.modes, |out, (times, ended)| {
        write_number(out, *times);
        write_number(out, *ended);
    });
    write_number(out, node.undone);
    node.mishaps.iter().for_each(|times| write_number(out, *times));
}

fn read_node(rest: &mut &[u8]) -> Result<NodeTally> {
    let (visits, cases, begun, lost) =
        (read_number(rest)?, read_number(rest)?, read_number(rest)?, read_number(rest)?);
    Ok(NodeTally {
        visits,
        cases,
        begun,
        lost,
        waits: read_waits(rest)?,
        working_us: read_wide(rest)?,
        cost: read_real(rest)?,
        modes: read_list(rest, |rest| Ok((read_number(rest)?, read_number(rest)?)))?,
        undone: read_number(rest)?,
        mishaps: read_mishaps(rest)?,
    })
}

fn read_mishaps(rest: &mut &[u8]) -> Result<[u64; MishapKind::ALL.len()]> {
    let mut mishaps = [0; MishapKind::ALL.len()];
    for times in &mut mishaps {
        *times = read_number(rest)?;
    }
    Ok(mishaps)
}

fn write_waits(out: &mut Vec<u8>, waits: &Waits) {
    write_number(out, waits.count);
    write_wide(out, waits.sum_us);
    write_number(out, waits.none);
    write_list(out, &waits.parts, |out, count| write_number(out, u64::from(*count)));
}

fn read_waits(rest: &mut &[u8]) -> Result<Waits> {
    Ok(Waits {
        count: read_number(rest)?,
        sum_us: read_wide(rest)?,
        none: read_number(rest)?,
        parts: read_list(rest, read_small)?,
    })
}

fn write_list<T>(out: &mut Vec<u8>, list: &[T], mut item: impl FnMut(&mut Vec<u8>, &T)) {
    write_number(out, list.len() as u64);
    list.iter().for_each(|one| item(out, one));
}

/// Every item takes a byte at least, so a damaged length ends with the bytes.
fn read_list<T>(rest: &mut &[u8], mut item: impl FnMut(&mut &[u8]) -> Result<T>) -> Result<Vec<T>> {
    let count = read_number(rest)?;
    let mut list = Vec::new();
    for _ in 0..count {
        list.push(item(rest)?);
    }
    Ok(list)
}

fn write_wide(out: &mut Vec<u8>, number: u128) {
    write_number(out, number as u64);
    write_number(out, (number >> 64) as u64);
}

fn read_wide(rest: &mut &[u8]) -> Result<u128> {
    let low = read_number(rest)?;
    Ok(u128::from(low) | u128::from(read_number(rest)?) << 64)
}

fn write_real(out: &mut Vec<u8>, number: f64) {
    write_number(out, number.to_bits().swap_bytes());
}

fn read_real(rest: &mut &[u8]) -> Result<f64> {
    Ok(f64::from_bits(read_number(rest)?.swap_bytes()))
}

fn read_small(rest: &mut &[u8]) -> Result<u32> {
    u32::try_from(read_number(rest)?).map_err(|_| damaged())
}

fn read_text(rest: &mut &[u8]) -> Result<String> {
    String::from_utf8(read_block(rest)?.to_vec()).map_err(|_| damaged())
}
