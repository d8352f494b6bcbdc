"""The forms of what operations take, for type checkers. Give plain dicts, or documents as they came."""

# Written by `cargo xtask generate` from the table of operations. Change that, not this.

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from typing import Any, Literal, TypedDict, Union

if sys.version_info >= (3, 11):
    from typing import NotRequired, TypeAlias
else:
    from typing_extensions import NotRequired, TypeAlias

class Agent(TypedDict):
    """Someone or something that can be given steps of a plan."""

    name: str
    """Its name, for example `support assistant`."""
    kind: AgentKind
    """What kind of agent."""
    can: Sequence[Skill]
    """What it can do."""
    needs: NotRequired[Sequence[str]]
    """What it needs, in plain words, for example `access to the mailbox`."""
    cost: float
    """What one execution costs, in the currency of the plan."""
    may_see: Sequence[DataSensitivity]
    """Which data it may see; data of other kinds never reach it."""


class Answer(TypedDict):
    """An answer to a question."""

    question: str
    """The question."""
    code: NotRequired[str]
    """The stable code of the question, so that the answer survives renumbering."""
    answer: str
    """The letter of an option, or own words where the question accepts them."""


class AnswerRequest(TypedDict):
    """Answers to questions about a goal."""

    project: str
    """The project."""
    answers: Sequence[Answer]
    """The answers."""


class AnsweredOrigin(TypedDict):
    """The user answered."""

    type: Literal["answered"]
    question: str
    """The question."""
    answer: str
    """The answer as the user gave it."""


class ApprovalBefore(TypedDict):
    """An approval."""

    type: Literal["add_approval"]
    node: str
    """Before this node."""
    actor: str
    """Who approves."""


class Arrivals(TypedDict):
    """When cases arrive."""

    interval: Distribution
    """Milliseconds between two arrivals."""
    calendar: NotRequired[Calendar | None]
    """Arrivals happen only in these hours; always where absent."""
    moves_to_opening: NotRequired[bool]
    """Whether an arrival outside of the hours moves to the next opening. Otherwise the time between arrivals stands
still while it is closed."""
    starts_at_once: NotRequired[bool]
    """Whether the first case comes at the beginning, or at the first opening, and not after a first interval."""
    start_minute: NotRequired[int]
    """Local time at which the run begins: minutes after Monday 00:00 of the first week."""
    origin: Origin
    """Where it comes from."""


class AssignStep(TypedDict):
    """Someone else does a step."""

    type: Literal["assign"]
    node: str
    """The step."""
    actor: str
    """Who, in the user's words; added to the plan's actors where it is not among them."""
    agent: NotRequired[Agent | None]
    """The agent of the host's catalogue that does it, where an AI is meant; else a built-in one is looked for, and
where none fits a person does it."""


class AssumedOrigin(TypedDict):
    """A default."""

    type: Literal["assumed"]
    reason: str
    """Why this default, in one plain sentence."""
    source: NotRequired[str | None]
    """Where the default comes from, if it was published."""


class AssumptionValue(TypedDict):
    """A new value for an assumption: its mean; shape and spread stay in proportion."""

    type: Literal["set_assumption"]
    assumption: str
    """The assumption."""
    mean: float
    """The new mean, in its unit."""


class BetaRange(TypedDict):
    """A beta distribution on an interval."""

    type: Literal["beta"]
    alpha: float
    """First shape."""
    beta: float
    """Second shape."""
    low: float
    """Lower bound."""
    high: float
    """Upper bound."""


class BranchCondition(TypedDict):
    """A condition of a branch."""

    type: Literal["set_condition"]
    flow: str
    """The branch."""
    condition: str
    """The condition in English."""


class BranchTarget(TypedDict):
    """A branch."""

    flow: str
    """The flow that leaves the gateway."""


class Calendar(TypedDict):
    """When somebody works, in local time with a fixed distance from UTC."""

    utc_offset_minutes: int
    """Minutes ahead of UTC."""
    shifts: Sequence[Shift]
    """The shifts of a week."""
    holidays: NotRequired[Sequence[str]]
    """Days off, as `2026-12-25`."""


class ConditionalNode(TypedDict):
    """A step under a condition."""

    type: Literal["make_conditional"]
    node: str
    """The first node of the conditional part."""
    last: NotRequired[str | None]
    """The last node of the conditional part, where there are several."""
    condition: str
    """The condition in English."""
    otherwise: NotRequired[str | None]
    """What is done otherwise; nothing where absent."""


class DecisionRule(TypedDict):
    """How the verdict is made. Stated before the runs."""

    confidence: float
    """Confidence of the intervals, between 0.5 and 1."""
    smallest_worthwhile: float
    """The smallest change of the primary metric that is worth having, in its unit (a share for shares)."""
    guardrail_margin: float
    """How much worse a guardrail may be, relative to the control (0.02 is 2 %)."""
    origin: Origin
    """Where the rule comes from."""


class Done(TypedDict):
    """Nothing is asked for but the thing itself."""



class EditRequest(TypedDict):
    """A change in plain English."""

    project: str
    """The project."""
    sentence: str
    """What to change."""
    choice: NotRequired[int | None]
    """Which of several readings is meant, counted from 1."""
    preview: NotRequired[bool]
    """Show what would happen, change nothing."""


class EvaluateRequest(TypedDict):
    """A comparison of the plan with variants of it. Without a variant the engine compares the changes that it
suggests itself."""

    simulate: SimulateRequest
    """How the plan and its variants are run."""
    variants: NotRequired[Sequence[VariantRequest]]
    """Variants."""
    rule: NotRequired[DecisionRule | None]
    """The rule; a default one, stated in the verdict, where absent."""


class FixedValue(TypedDict):
    """A single value."""

    type: Literal["fixed"]
    value: float
    """The value."""


class GatewayChange(TypedDict):
    """Another rule for a gateway."""

    type: Literal["change_gateway"]
    node: str
    """The dividing gateway; its join changes with it."""
    rule: GatewayRule
    """The rule."""


class GoalRequest(TypedDict):
    """A goal to be interpreted."""

    text: str
    """The goal in plain words."""
    project: NotRequired[str | None]
    """The project to work in; a new one is made where absent or where it does not exist."""
    name: NotRequired[str | None]
    """A name for a new project; the title of the intent where absent."""
    answers: NotRequired[Sequence[Answer]]
    """Answers to questions, where they are known already."""


class GroupNodes(TypedDict):
    """A new sub-plan."""

    type: Literal["group"]
    nodes: Sequence[str]
    """The nodes."""
    title: str
    """Its title."""


class GroupTarget(TypedDict):
    """A sub-plan."""

    type: Literal["ungroup"]
    group: str
    """The group."""


class HistoryRequest(TypedDict):
    """How much of a history is wanted."""

    project: str
    """The project."""
    most: NotRequired[int | None]
    """Most revisions; 100 where absent."""


class InferredOrigin(TypedDict):
    """A rule concluded it."""

    type: Literal["inferred"]
    rule: str
    """The rule, for example `archetype.checkout`."""
    reason: str
    """Why, in one plain sentence."""
    quotes: NotRequired[Sequence[Quote]]
    """The words that the rule looked at, where there are any."""
    confidence: float
    """How sure the rule is, from 0 to 1."""


class InsertStep(TypedDict):
    """A new step."""

    type: Literal["insert"]
    title: str
    """The step as an instruction."""
    place: Place
    """Where."""
    actor: NotRequired[str | None]
    """Who does it; as its neighbour where absent."""


class ItemRequest(TypedDict):
    """An item of a project that is asked about."""

    project: str
    """The project."""
    item: str
    """The id of the item, for example `step_pay`."""


class Limits(TypedDict):
    """Upper bounds for inputs, documents and runs. Each has a default that ordinary use never meets."""

    goal_bytes: NotRequired[int]
    """Longest goal text, in bytes."""
    sentence_bytes: NotRequired[int]
    """Longest edit or answer in plain English, in bytes."""
    document_bytes: NotRequired[int]
    """Largest JSON document that is read, in bytes."""
    stated_steps: NotRequired[int]
    """Most stated steps that are taken from one goal."""
    questions: NotRequired[int]
    """Most questions that are asked about one goal."""
    plan_nodes: NotRequired[int]
    """Most nodes of one plan."""
    plan_flows: NotRequired[int]
    """Most flows of one plan."""
    cases: NotRequired[int]
    """Most cases of one run, over all replications."""
    replications: NotRequired[int]
    """Most replications of one run."""
    events: NotRequired[int]
    """Most events of one run, over all replications."""
    visits_per_node: NotRequired[int]
    """Most times that one case may pass the same node."""
    virtual_time_ms: NotRequired[int]
    """Longest virtual time of one run, in milliseconds."""
    trace_bytes: NotRequired[int]
    """Most bytes of one recorded trace."""
    memory_bytes: NotRequired[int]
    """Most bytes of memory of one simulation, as it counts them itself."""
    log_bytes: NotRequired[int]
    """Longest event log, in bytes after unpacking."""
    log_events: NotRequired[int]
    """Most events of one event log, and most cases."""
    xml_depth: NotRequired[int]
    """How deep elements of an imported XML file may lie in each other."""
    variants: NotRequired[int]
    """Most variants of one experiment."""
    metrics: NotRequired[int]
    """Most metrics of one experiment."""


class LoopNodes(TypedDict):
    """Steps are done again."""

    type: Literal["loop"]
    first: str
    """First node of the loop."""
    last: str
    """Last node of the loop; the same as the first where one node is repeated."""
    condition: str
    """What is checked, in English."""
    while_holds: bool
    """Whether the loop goes on while the condition holds (else until it holds)."""
    max_times: int
    """Most rounds."""
    check_first: NotRequired[bool]
    """Whether it is checked before the first round, so that there may be none; else after every round."""


class MeanAndDeviation(TypedDict):
    """A mean and a standard deviation."""

    mean: float
    """Mean."""
    standard_deviation: float
    """Standard deviation."""


class MeanValue(TypedDict):
    """A mean."""

    type: Literal["exponential"]
    mean: float
    """Mean."""


class MeasuredOrigin(TypedDict):
    """A figure taken from data."""

    type: Literal["measured"]
    data: str
    """Which data, for example the name and hash of a log."""
    method: str
    """How it was measured."""
    observations: int
    """How many observations stand behind it."""


class MergeRequest(TypedDict):
    """Another version of the plan that is to be brought into the present one."""

    project: str
    """The project."""
    version: str
    """The other version: its number in the list of versions, or the beginning of its name."""
    answers: NotRequired[Sequence[Answer]]
    """Answers to the questions of an earlier attempt: `a` keeps ours, `b` takes theirs."""
    keep_mine: NotRequired[bool]
    """Keep the present version's side wherever no answer says otherwise."""


class MergeSteps(TypedDict):
    """One step of several."""

    type: Literal["merge"]
    nodes: Sequence[str]
    """The steps, in order; the first keeps its id."""
    title: NotRequired[str | None]
    """The new title; both old ones joined by `and` where absent."""


class Message(TypedDict):
    """One part of a conversation."""

    speaker: Speaker
    """Who speaks."""
    text: str
    """What is said."""


class ModelRequest(TypedDict):
    """What a model is asked."""

    purpose: str
    """What the answer is for, for example `intent.suggest`."""
    instructions: str
    """What the model is to do. Written by Aura, never by users."""
    messages: Sequence[Message]
    """The conversation, oldest first. User text stands only here."""
    schema: NotRequired[Any]
    """JSON Schema that the answer must fit, where it must be JSON."""
    max_output_tokens: int
    """Most tokens of the answer."""
    seed: NotRequired[int | None]
    """Seed for providers that take one."""


class MoveNode(TypedDict):
    """A node goes somewhere else."""

    type: Literal["move"]
    node: str
    """The node."""
    place: Place
    """Where to."""


class NodePair(TypedDict):
    """Two nodes."""

    first: str
    """The first."""
    second: str
    """The second."""


class NodeSet(TypedDict):
    """Several nodes, in order."""

    nodes: Sequence[str]
    """The nodes."""


class NodeTarget(TypedDict):
    """A node."""

    node: str
    """The node."""


class NoteOnNode(TypedDict):
    """A remark."""

    type: Literal["add_note"]
    node: str
    """The node."""
    text: str
    """The remark."""


class Outage(TypedDict):
    """A time in which a service does not answer or is slow."""

    service: str
    """The service."""
    from_ms: int
    """Begin, in milliseconds of virtual time."""
    to_ms: int
    """End, in milliseconds of virtual time."""
    slowdown: float
    """Latency is multiplied with this; 1 leaves it."""
    failure: float
    """How likely a call fails meanwhile."""


class Persona(TypedDict):
    """A kind of simulated person. All factors are 1 for an ordinary person."""

    id: str
    """Names the persona."""
    title: str
    """For people, for example `hurried visitor on a phone`."""
    share: float
    """The share of cases that it stands for."""
    pace: float
    """Working times are multiplied with this."""
    patience: float
    """The probability of giving up is divided by this."""
    skill: float
    """The probability of mistakes is divided by this."""
    longest_wait: NotRequired[Distribution | None]
    """Longest wait in a queue before giving up, in milliseconds; none where absent."""
    returns: float
    """How likely somebody who gave up comes back once more."""
    returns_after: Distribution
    """After how long, in milliseconds."""
    origin: Origin
    """Where these figures come from."""


class PlaceAtEnd(TypedDict):
    """After everything else, before the end that reaches the goal."""

    type: Literal["at_end"]


class PlaceAtStart(TypedDict):
    """Before everything else."""

    type: Literal["at_start"]


class Price(TypedDict):
    """What tokens cost, in millionths of a US dollar for a million tokens."""

    input_micros_per_million: int
    """For a million tokens that go in."""
    output_micros_per_million: int
    """For a million tokens that come out."""


class ProjectRequest(TypedDict):
    """A project that is meant."""

    project: str
    """The project."""


class Quote(TypedDict):
    """Words of the user."""

    source: TextSource
    """Which text they stand in."""
    span: Span
    """Where they stand."""
    text: str
    """The words themselves."""


class RateLimit(TypedDict):
    """How many calls a service takes in how long."""

    calls: int
    """Most calls."""
    window_ms: int
    """In this time, in milliseconds."""


class RedoRequest(TypedDict):
    """Going forward again after going back."""

    project: str
    """The project."""
    steps: NotRequired[int | None]
    """How many changes to make again; 1 where absent."""


class RenameNode(TypedDict):
    """A new title."""

    type: Literal["rename"]
    node: str
    """The node."""
    title: str
    """The title."""


class ReplaceStep(TypedDict):
    """A new step for an old one."""

    type: Literal["replace"]
    node: str
    """The old one."""
    titles: Sequence[str]
    """The new ones, in order."""


class ReplanRequest(TypedDict):
    """A new draft that is to be brought into the plan as it stands."""

    project: str
    """The project."""
    answers: NotRequired[Sequence[Answer]]
    """Answers to the questions of an earlier attempt: `a` keeps the edit, `b` takes the new draft."""
    keep_mine: NotRequired[bool]
    """Keep the edits wherever no answer says otherwise."""


class RiskOfStep(TypedDict):
    """How risky a step is."""

    type: Literal["set_risk"]
    node: str
    """The step."""
    level: NotRequired[RiskLevel | None]
    """How risky; no mark where absent."""
    reason: str
    """Why."""


class RunLimits(TypedDict):
    """Limits of one run."""

    events: NotRequired[int]
    """Most events."""
    virtual_time_ms: NotRequired[int]
    """Longest virtual time of one replication, in milliseconds."""
    visits_per_node: NotRequired[int]
    """Most times that one case may pass one node."""
    money: NotRequired[float | None]
    """Most money that all cases together may cost, in major units; none where absent."""
    trace_bytes: NotRequired[int]
    """Most bytes of the recorded trace."""
    memory_bytes: NotRequired[int]
    """Most bytes of memory, counted and not measured, so that a run stops at the same event everywhere."""


class Scenario(TypedDict):
    """The circumstances of a run."""

    schema_version: int
    """Version of this document's shape."""
    seed: int
    """The root of all randomness."""
    cases: int
    """How many cases in all; divided evenly among the replications."""
    replications: int
    """How many independent replications; intervals come from them. At least 2 for an interval."""
    arrivals: Arrivals
    """When cases arrive."""
    personas: Sequence[Persona]
    """Who comes. Shares need not add up to 1."""
    outages: NotRequired[Sequence[Outage]]
    """Faults of services during the run."""
    depth: NotRequired[RunDepth]
    """How much of each step is really done."""
    services: NotRequired[Sequence[ServiceMock]]
    """Services that answer as their descriptions say, at full depth."""
    overrides: NotRequired[Mapping[str, Distribution]]
    """Other values for assumptions of the plan."""
    limits: NotRequired[RunLimits]
    """Where the run stops and keeps what it has."""
    trace: NotRequired[TraceDepth]
    """How much of what happens is recorded."""


class ServiceMock(TypedDict):
    """A service that answers calls as its description says. It remembers what was written; each replication has its own.

How long an answer takes, how often it fails and when the caller gives up stay assumptions of the plan."""

    service: str
    """The service of the plan."""
    description: str
    """Its description: OpenAPI 3.0 or 3.1, in JSON or YAML."""
    operations: NotRequired[Mapping[str, str]]
    """Which operation of the description stands for which of the plan, for example `POST /v1/charges`. Others are
found by method and path, or by their words."""
    rate_limit: NotRequired[RateLimit | None]
    """How many calls it takes; more are answered with 429. No limit where absent."""


class SessionOptions(TypedDict):
    """How a session is opened. What is absent has a default."""

    path: NotRequired[str | None]
    """The SQLite file that keeps the projects; they are kept in memory where absent."""
    threads: NotRequired[int | None]
    """How many threads a simulation uses; one for each core where absent. Results never depend on it."""
    clock: NotRequired[bool]
    """Whether records carry the time of this machine."""
    limits: NotRequired[Limits | None]
    """Other limits."""
    agents: NotRequired[Sequence[Agent]]
    """AI agents that steps can be given to, besides the built-in ones."""
    model_name: NotRequired[str]
    """The name of the host's language model, as it is recorded."""
    model_price: NotRequired[Price]
    """What the host's language model costs."""
    host_timeout_ms: NotRequired[int]
    """How long the host's model or store may take for one answer, in milliseconds."""


class ShapeAndScale(TypedDict):
    """A shape and a scale."""

    shape: float
    """Shape."""
    scale: float
    """Scale; for Pareto the lowest value."""


class Shift(TypedDict):
    """One shift that comes back every week."""

    weekday: int
    """1 is Monday, 7 is Sunday (ISO 8601)."""
    from_minute: int
    """First minute of the day, from 0."""
    to_minute: int
    """Minute of the day after the last one, up to 1440."""


class SimulateRequest(TypedDict):
    """How a plan is to be run. What is absent has a default."""

    project: str
    """The project."""
    scenario: NotRequired[Scenario | None]
    """A complete scenario instead of the default one."""
    seed: NotRequired[int | None]
    """The seed."""
    cases: NotRequired[int | None]
    """How many cases."""
    budget: NotRequired[float | None]
    """The most that all cases together may cost, in the plan's currency."""
    depth: NotRequired[RunDepth | None]
    """How much of each step is really done. At full depth every service of the plan answers: as its description in
`services` says, otherwise as the plan's own contract does."""
    services: NotRequired[Sequence[ServiceMock]]
    """Descriptions of services; one is enough for full depth."""
    pause_at_ms: NotRequired[int | None]
    """Pause at this virtual time, in milliseconds; what is there is kept and can be resumed."""


class Span(TypedDict):
    """A stretch of a text, in bytes of its UTF-8 form: `start` included, `end` excluded."""

    start: int
    """First byte."""
    end: int
    """Byte after the last one."""


class SplitStep(TypedDict):
    """Several steps of one."""

    type: Literal["split"]
    node: str
    """The step."""
    titles: Sequence[str]
    """The titles of the parts; the first keeps the id."""


class StatedOrigin(TypedDict):
    """The user said it, in these words."""

    type: Literal["stated"]
    quotes: Sequence[Quote]
    """The words."""
    rule: str
    """The rule that read them, for example `list.numbered`."""
    confidence: float
    """How sure the reader is, from 0 to 1."""


class StepLimit(TypedDict):
    """A limit of a step. What is absent stays as it is."""

    type: Literal["set_limit"]
    node: str
    """The step."""
    time_ms: NotRequired[int | None]
    """Longest time, in milliseconds."""
    money: NotRequired[float | None]
    """Most money."""
    times: NotRequired[int | None]
    """Most executions for one case."""


class TriangularRange(TypedDict):
    """Two bounds and the most likely value."""

    type: Literal["triangular"]
    low: float
    """Lower bound."""
    mode: float
    """Most likely value."""
    high: float
    """Upper bound."""


class UndoRequest(TypedDict):
    """Going back to an earlier version of the plan."""

    project: str
    """The project."""
    steps: NotRequired[int | None]
    """How many changes to take back; 1 where absent."""
    version: NotRequired[str | None]
    """To which version of the plan: its number in the list of versions, or the beginning of its name."""


class UniformRange(TypedDict):
    """Two bounds."""

    type: Literal["uniform"]
    low: float
    """Lower bound."""
    high: float
    """Upper bound."""


class VariantRequest(TypedDict):
    """A variant in plain English, as typed operations, or as changed assumptions."""

    sentence: NotRequired[str | None]
    """A change in plain English."""
    operations: NotRequired[Sequence[Operation]]
    """Typed operations instead."""
    assumptions: NotRequired[Mapping[str, float]]
    """Other means for assumptions, in their units."""


class VerifyRequest(TypedDict):
    """A record that a run is to be compared with."""

    project: str
    """The project."""
    trace_base64: str
    """The compact binary file, in base64."""


class WaitBefore(TypedDict):
    """A wait."""

    type: Literal["add_wait"]
    node: str
    """Before this node."""
    duration_ms: int
    """How long, in milliseconds."""


class WeightedValues(TypedDict):
    """Values with weights."""

    type: Literal["empirical"]
    values: Sequence[float]
    """The values."""
    weights: Sequence[float]
    """One weight for each value; they need not add up to 1."""


AgentKind: TypeAlias = Literal["person", "ai_agent", "service", "timer"]
DataSensitivity: TypeAlias = Literal["ordinary", "personal", "health", "financial", "secret"]
Distribution: TypeAlias = Union[FixedValue, UniformRange, TriangularRange, MeanAndDeviation, MeanAndDeviation, MeanValue, MeanAndDeviation, ShapeAndScale, BetaRange, ShapeAndScale, WeightedValues]
GatewayRule: TypeAlias = Literal["exclusive", "inclusive", "parallel", "event_based"]
Operation: TypeAlias = Union[InsertStep, NodeTarget, MoveNode, ReplaceStep, NodePair, RenameNode, NodeTarget, SplitStep, MergeSteps, NodeSet, NodeSet, ConditionalNode, BranchCondition, GatewayChange, BranchTarget, BranchTarget, LoopNodes, GroupNodes, GroupTarget, AssignStep, StepLimit, WaitBefore, ApprovalBefore, RiskOfStep, NoteOnNode, AssumptionValue]
Origin: TypeAlias = Union[StatedOrigin, InferredOrigin, AssumedOrigin, MeasuredOrigin, AnsweredOrigin]
Place: TypeAlias = Union[NodeTarget, NodeTarget, NodePair, PlaceAtStart, PlaceAtEnd]
RiskLevel: TypeAlias = Literal["low", "medium", "high"]
RunDepth: TypeAlias = Literal["flow", "full"]
Skill: TypeAlias = Literal["read", "write", "check", "decide", "inform", "compute", "move_money", "delete", "talk", "handle"]
Speaker: TypeAlias = Literal["user", "model"]
TextSource: TypeAlias = Literal["goal", "edit", "answer"]
TraceDepth: TypeAlias = Literal["digest", "sample", "full"]
