//! Calls of services while a run goes on: by their assumptions alone, or really, against a mock.
//!
//! Whether a call fails or is late is drawn first, in the same way at both depths, so that full depth meets the same
//! people as flow. A call that neither fails nor is late is really made where there is a mock; a refusal of the mock
//! counts as well.

#![expect(
    clippy::indexing_slicing,
    reason = "numbers of services, nodes and cases are made by the compiler and by the world"
)]

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::des::{Handle, Span};
use crate::domain::run::MishapKind;
use crate::random::Visit;

use super::full;
use super::mishaps::CallMishaps;
use super::program::{CallPlan, RealCall, StepPlan};
use super::record::EventKind;
use super::services::{Mock, Request};
use super::work::{CALL_FAILURE, WORK};
use super::world::{Strike, World};

/// Most calls that one replication keeps whole.
const MOST_CALLS: usize = 20_000;
/// Most bytes of a body that are kept.
const MOST_BODY: usize = 4_096;

/// A call that was really made, as the log of a run has it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct CallRecord {
    /// When, in milliseconds of virtual time of its replication.
    pub at_ms: u64,
    /// The replication, counted from 0.
    pub replication: u32,
    /// The case, counted from 0 in its replication.
    pub case: u64,
    /// The node, counted from 0 in the plan.
    pub node: u32,
    /// The method in capitals.
    pub method: String,
    /// Path and query.
    pub target: String,
    /// The body that was sent, where it is text; cut at 4,096 bytes.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub sent: String,
    /// The status of the answer; 0 where none came in time.
    pub status: u16,
    /// The body that was answered, where it is text; cut at 4,096 bytes.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub answered: String,
    /// How long the caller waited, in milliseconds.
    pub latency_ms: u64,
    /// What the service found wrong with the request.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub wrong: Vec<String>,
}

/// What befalls a call before the service has a word.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Fate {
    Arrives,
    Fails,
    Late,
}

impl World<'_> {
    /// How long a call takes, and what goes wrong with it.
    pub(super) fn plan_call(
        &mut self,
        token: Handle,
        call: &CallPlan,
        things: u32,
        together: bool,
        draws: &Visit<'_>,
    ) -> (Span, Strike) {
        if self.script.is_some() {
            return self.scripted_call(token, call, things, together, draws);
        }
        let (slowdown, failure) = self.troubles(call.service, call.failure);
        let mut strike = Strike::Nothing;
        let mut span = Span::ZERO;
        let (mut latencies, mut failures) = (draws.stream(WORK), draws.stream(CALL_FAILURE));
        let mut mishaps = CallMishaps::new(self.program.mishaps, call.is_submitted, draws);
        for thing in 0..things {
            let mut latency = call.latency.sample_ms(&mut latencies);
            if slowdown != 1.0 {
                latency = latency.scaled(slowdown);
            }
            let failed = failure > 0.0 && failures.next_unit() < failure;
            let (lost, twice) = (mishaps.loses_answer() && !failed, mishaps.comes_twice() && !failed);
            if lost && call.timeout != Span::MAX {
                latency = call.timeout;
            }
            let late = latency > call.timeout || lost;
            latency = latency.min(call.timeout);
            span = if together { span.max(latency) } else { span.plus(latency) };
            let fate = match (late, failed) {
                (true, _) => Fate::Late,
                (_, true) => Fate::Fails,
                _ => Fate::Arrives,
            };
            let met = self.one_call(token, call, (fate, thing), latency);
            if lost {
                self.mishap_at(token, MishapKind::AnswerLost);
            }
            if twice {
                self.mishap_at(token, MishapKind::SubmittedTwice);
                self.one_call(token, call, (fate, thing), latency);
            }
            if strike == Strike::Nothing && met != Strike::Nothing {
                strike = met;
                // One after the other: the rest is not called any more.
                if !together {
                    break;
                }
            }
        }
        (span, strike)
    }

    /// Makes a call as far as the service really answers, and counts it.
    fn one_call(
        &mut self,
        token: Handle,
        call: &CallPlan,
        (fate, thing): (Fate, u32),
        latency: Span,
    ) -> Strike {
        let met = match &call.real {
            Some(real) => self.really(token, call, real, (fate, thing), latency),
            None => by_assumption(call, fate),
        };
        let tally = &mut self.tally.services[call.service as usize];
        tally.calls += 1;
        tally.latency_us += u128::from(latency.micros());
        tally.failed += u64::from(met != Strike::Nothing);
        met
    }

    /// How long a call takes where a script says what goes wrong with it.
    fn scripted_call(
        &mut self,
        token: Handle,
        call: &CallPlan,
        things: u32,
        together: bool,
        draws: &Visit<'_>,
    ) -> (Span, Strike) {
        let Some(state) = self.tokens.get(token).copied() else { return (Span::ZERO, Strike::Nothing) };
        let visit = self.cases[state.case as usize].visits[state.node as usize];
        let mut latencies = draws.stream(WORK);
        let (mut span, mut strike) = (Span::ZERO, Strike::Nothing);
        for thing in 0..things {
            let latency = call.latency.sample_ms(&mut latencies);
            let Some(script) = self.script.as_mut() else { break };
            let (took, met) = script.call((state.node, state.execution, visit << 10 | thing), call, latency);
            span = if together { span.max(took) } else { span.plus(took) };
            if strike == Strike::Nothing && met != Strike::Nothing {
                strike = met;
                if !together {
                    break;
                }
            }
        }
        (span, strike)
    }

    /// Makes a call, and notes it.
    fn really(
        &mut self,
        token: Handle,
        call: &CallPlan,
        real: &RealCall,
        (fate, thing): (Fate, u32),
        latency: Span,
    ) -> Strike {
        let Some(state) = self.tokens.get(token).copied() else { return Strike::Nothing };
        let case = &self.cases[state.case as usize];
        let at_ms = self.now.ms();
        let given =
            full::given(&real.body, &self.program.fields, &self.program.streams, case.number, |object| {
                case.versions[object]
            });
        let number =
            case.number << 20 | u64::from(state.execution.min(0xfff)) << 8 | u64::from(thing.min(0xff));
        let Some(mock) = self.mocks[call.service as usize].as_mut() else { return by_assumption(call, fate) };
        let Some(request) = mock.request(&real.caller, &given, &case.keys, number) else {
            self.refused(call, state.node, "no request that is valid could be made up");
            return call.rejected_mode.map_or(Strike::Refused, Strike::Mode);
        };
        let request = request.with_time(at_ms);
        let mut record = CallRecord {
            at_ms,
            replication: self.replication,
            case: case.number - self.first_case,
            node: state.node,
            method: request.method.clone(),
            target: request.target.clone(),
            sent: String::new(),
            status: 503,
            answered: String::new(),
            latency_ms: latency.micros() / 1_000,
            wrong: Vec::new(),
        };
        let keeps = self.recorder.keeps(record.case) && self.calls.len() < MOST_CALLS;
        let mut hasher = blake3::Hasher::new();
        hash_request(&mut hasher, &request);
        let mut hold = Span::ZERO;
        let mut key = None;
        if fate != Fate::Fails {
            let response = mock.respond(&request);
            record.status = response.status;
            hasher.update(&response.body);
            hold = waits(&response);
            if (200..300).contains(&response.status) && self.program.follows_keys {
                key = mock.key_of_answer(&real.caller, &response);
            }
            record.wrong = wrong_of(mock, response.status);
            if keeps {
                record.answered = text_of(&response.body);
            }
        }
        if fate == Fate::Late {
            record.status = 0;
        }
        let hash = hasher.finalize();
        let hash = hash.as_bytes().first_chunk::<4>().map_or(0, |bytes| u32::from_le_bytes(*bytes));
        let detail = u64::from(record.status) | u64::from(hash) << 16;
        let status = record.status;
        self.cases[state.case as usize].keys.extend(key);
        *self.tally.services[call.service as usize].answers.entry(status).or_insert(0) += 1;
        for wrong in &record.wrong {
            self.refused(call, state.node, wrong);
        }
        if keeps {
            record.sent = text_of(&request.body);
            self.calls.push(record);
        }
        self.record(EventKind::Called, state.case, state.node, detail);
        if let Some(state) = self.tokens.get_mut(token) {
            state.hold = hold;
        }
        match (fate, status) {
            (Fate::Fails | Fate::Late, _) => by_assumption(call, fate),
            (_, 429 | 500..) => by_assumption(call, Fate::Fails),
            (_, 400..) => call.rejected_mode.map_or(Strike::Refused, Strike::Mode),
            _ => Strike::Nothing,
        }
    }

    fn refused(&mut self, call: &CallPlan, node: u32, why: &str) {
        let text = format!("`{}`: {why}", self.title(node));
        self.tally.services[call.service as usize].refuse(text);
    }

    /// Fills the screen of a step in, as the person of the case does.
    pub(super) fn fill_in(&mut self, token: Handle, step: &StepPlan) {
        let Some(state) = self.tokens.get(token).copied() else { return };
        let case = &self.cases[state.case as usize];
        let mut hasher = blake3::Hasher::new();
        let mut filled = 0_u64;
        for number in &step.inputs {
            let sampler = &self.program.fields[*number];
            // What a step makes is written on its screen, so it has the version that it will have.
            let version = case.versions[sampler.object] + u32::from(step.produces.contains(&sampler.object));
            if let Some(value) = sampler.json(&self.program.streams, case.number, version) {
                hasher.update(value.to_string().as_bytes());
                filled += 1;
            }
        }
        let hash = hasher.finalize();
        let hash = hash.as_bytes().first_chunk::<4>().map_or(0, |bytes| u32::from_le_bytes(*bytes));
        self.record(EventKind::Filled, state.case, state.node, filled | u64::from(hash) << 16);
    }
}

fn by_assumption(call: &CallPlan, fate: Fate) -> Strike {
    match fate {
        Fate::Arrives => Strike::Nothing,
        Fate::Fails => call.unavailable_mode.map_or(Strike::Call, Strike::Mode),
        Fate::Late => call.timeout_mode.map_or(Strike::Call, Strike::Mode),
    }
}

fn hash_request(hasher: &mut blake3::Hasher, request: &Request) {
    hasher.update(request.method.as_bytes());
    hasher.update(request.target.as_bytes());
    hasher.update(&request.body);
}

/// How long the service asks the caller to wait before the next try.
fn waits(response: &super::services::Response) -> Span {
    let seconds = response.header("retry-after").and_then(|text| text.parse::<u64>().ok());
    seconds.map_or(Span::ZERO, |seconds| Span::from_ms(seconds.min(86_400) * 1_000))
}

/// What the service found wrong with the last request.
fn wrong_of(mock: &Mock, status: u16) -> Vec<String> {
    if !(400..500).contains(&status) {
        return Vec::new();
    }
    let last = mock.calls().last();
    let told = last.iter().flat_map(|call| &call.violations).take(5);
    let told: Vec<String> = told.map(|it| format!("{} {}", it.path, it.message)).collect();
    if told.is_empty() { vec![format!("answered {status}")] } else { told }
}

fn text_of(body: &[u8]) -> String {
    let cut = body.get(..MOST_BODY).unwrap_or(body);
    String::from_utf8_lossy(cut).into_owned()
}
