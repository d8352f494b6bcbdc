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

class Actor(TypedDict):
    """Someone or something that acts."""

    id: str
    """Names the actor."""
    name: str
    """Singular, in the user's words, for example `customer`."""
    kind: ActorKind
    """What kind of actor."""
    origin: Origin
    """Where it comes from."""


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


class AgentChoice(TypedDict):
    """Who or what really does a step."""

    kind: AgentKind
    """What kind of agent."""
    name: str
    """Its name, for example `customer` or `payment provider`."""
    origin: Origin
    """Why it was chosen."""


class AllocateRequest(TypedDict):
    """A test whose arms get shares that follow what was seen."""

    experiment: LiveExperiment
    """The statement."""
    plan: NotRequired[AllocationPlan]
    """How the next shares are found."""
    table: str
    """A table in CSV with one row for each unit, in the order in which they were assigned."""


class AllocationPlan(TypedDict):
    """How the next shares are found."""

    rule: NotRequired[AllocationRule]
    """How shares follow what was seen."""
    least_share: NotRequired[float]
    """What each arm keeps whatever is seen, of all units: at least 0.05, since a unit counts as many times as one over
its share. Units with a smaller share than this are refused."""
    share_column: NotRequired[str]
    """The column with the share that the unit's arm had when the unit was assigned."""
    tuned_units: NotRequired[float]
    """At how many units the ranges are sharpest."""


class AnalyzeRequest(TypedDict):
    """Data of a test that are to be judged."""

    experiment: LiveExperiment
    """The statement."""
    table: str
    """A table in CSV with one row for each unit; with `outcomes`, the log of exposures."""
    outcomes: NotRequired[str | None]
    """A log of outcomes in CSV; outcomes are added up over the window of each unit."""


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


class ArchetypeUse(TypedDict):
    """An archetype and why it was used."""

    name: str
    """Its name, for example `checkout`."""
    origin: Origin
    """Why."""


class Arrivals(TypedDict):
    """When cases arrive."""

    interval: Distribution
    """Milliseconds between two arrivals. Not used where there is a `pattern`."""
    pattern: NotRequired[ArrivalPattern | None]
    """When cases arrive, where that is not one interval after the other."""
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


class AssignRequest(TypedDict):
    """Units that are to get their arm."""

    experiment: LiveExperiment
    """The statement."""
    units: Sequence[str]
    """The units."""


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


class Assumption(TypedDict):
    """A number that the simulation uses."""

    id: str
    """Names the assumption."""
    statement: str
    """What is taken for granted, in one plain sentence without the number."""
    value: Distribution
    """The value, in the unit below. Probabilities are `fixed`."""
    unit: Unit
    """The unit: a share for probabilities, milliseconds for times, money for costs."""
    low: float
    """The lowest mean that is thinkable, for sensitivity."""
    high: float
    """The highest mean that is thinkable, for sensitivity."""
    origin: Origin
    """Where it comes from."""


class AssumptionValue(TypedDict):
    """A new value for an assumption: its mean; shape and spread stay in proportion."""

    type: Literal["set_assumption"]
    assumption: str
    """The assumption."""
    mean: float
    """The new mean, in its unit."""


Balking = TypedDict("Balking", {"from": "int", "probability": "str"})


BalkingRule = TypedDict("BalkingRule", {"from": "int", "share": "float"})


BatchPace = TypedDict("BatchPace", {"from": "int", "percent": "float"})


class BatchRule(TypedDict):
    """Cases are gathered and done in one go, by whoever does the step. Where nobody else can come any more, the last batch
begins with those who are there."""

    size: NotRequired[int | None]
    """It begins as soon as so many are gathered."""
    window_ms: NotRequired[int | None]
    """It begins when the first has waited so long, in milliseconds, with as many as there are then."""
    together: bool
    """Whether one piece of work does all of them at once; if not, the same hands do one after the other."""
    pace: NotRequired[Sequence[BatchPace]]
    """How the working time changes with the size of the batch; as it is where nothing is said."""


class BeliefInterval(TypedDict):
    """Two ends."""

    low: float
    """Lower end."""
    high: float
    """Upper end."""


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


class Breakdown(TypedDict):
    """How often each one of a resource breaks down, each for itself. Time counts whether it works or not; what it was at
goes back to the queue, in front of those who came later, and whoever is free goes on with it."""

    between: str
    """The time from the end of a repair to the next breakdown, as an assumption in milliseconds."""
    repair: str
    """How long a repair takes, as an assumption in milliseconds."""
    restarts: NotRequired[bool]
    """Whether the work that was under way begins anew instead of going on from where it was."""


class BreakdownRule(TypedDict):
    """Breaking down and being repaired."""

    between_ms: int
    """The mean time between a repair and the next breakdown, in milliseconds."""
    repair_ms: int
    """The mean time of a repair, in milliseconds."""


class Calendar(TypedDict):
    """When somebody works, in local time with a fixed distance from UTC."""

    utc_offset_minutes: int
    """Minutes ahead of UTC."""
    shifts: Sequence[Shift]
    """The shifts of a week."""
    holidays: NotRequired[Sequence[str]]
    """Days off, as `2026-12-25`."""


class CalibrateRequest(TypedDict):
    """Data with which a test is to be tried out."""

    experiment: LiveExperiment
    """The statement."""
    table: str
    """A table in CSV with one row for each unit."""
    splits: NotRequired[int | None]
    """How many random splits; 1,000 where absent."""
    seed: NotRequired[int]
    """Where the splits come from; 0 where absent."""
    shared_column: NotRequired[str | None]
    """A column of what units of both arms share, to see whether the arms disturb each other through it."""


class CaseNumber(TypedDict):
    """One case by its number."""

    type: Literal["number"]
    case: int
    """Counted from 0 over the whole run."""


class ChoiceList(TypedDict):
    """A closed list of values."""

    type: Literal["choice"]
    options: Sequence[str]
    """The values, in the order in which people see them."""


class CloseMockRequest(TypedDict):
    """A mock that is no longer needed."""

    mock: int
    """The number of the mock."""


class ClosedPopulation(TypedDict):
    """People each of whom comes again after a pause, when the own case has ended."""

    type: Literal["closed"]
    size: int
    """How many they are in each replication: 1 to 100,000."""
    pause: Distribution
    """How long each of them pauses before the first case and between two, in milliseconds. In the hours of the arrivals
where there are hours."""


class ClusterPower(TypedDict):
    """Rows that are nested in the units that are assigned."""

    rows_each_unit: float
    """Rows of a unit on average."""
    correlation: float
    """Correlation of two rows of one unit, from 0 to 1."""
    size_variation: NotRequired[float]
    """Standard deviation of the rows of a unit over their average; 0 where all have as many."""


class ColumnMeasure(TypedDict):
    """A column."""

    column: str
    """Its name."""


class CombinedMeasure(TypedDict):
    """A sum or a product of measures of the same units. Units for which a part cannot be had are left out of all parts."""

    type: Literal["combined"]
    how: NotRequired[Combination]
    """Whether parts are added or multiplied."""
    parts: Sequence[WeightedMeasure]
    """The parts, at least one; none of them is combined itself."""


class Comparison(TypedDict):
    """One metric of a variant against the control."""

    metric: str
    """The metric."""
    title: str
    """Its name for people."""
    unit: Unit
    """Its unit."""
    role: MetricRole
    """What it is for."""
    direction: Direction
    """Which way is better."""
    control: float
    """Value of the control."""
    variant: float
    """Value of the variant."""
    difference: float
    """Variant minus control."""
    low: float
    """Lower end of the interval of the difference."""
    high: float
    """Upper end of the interval of the difference."""
    p_value: float
    """Probability of a difference at least this far from 0 if there were none (two-sided)."""
    pairs: int
    """How many pairs of replications stand behind it."""
    reading: ComparisonReading
    """What the metric says by itself."""


class ComposedMeasure(TypedDict):
    """A stated weighted sum of columns."""

    type: Literal["composed"]
    parts: Sequence[WeightedColumn]
    """What is added up; a negative weight takes away."""


class Condition(TypedDict):
    """A condition over the case's data."""

    expression: str
    """In CEL, the Common Expression Language, for example `order.in_stock == true`."""
    english: str
    """The same in English, for example `the order is in stock`."""


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


class ConversationBrief(TypedDict):
    """What a persona wants from an assistant, and knows."""

    goal: str
    """What it wants, as it goes behind `I want`, for example `to return a pair of shoes`. Told from the beginning."""
    facts: Sequence[ConversationFact]
    """What it knows and tells only when it is asked, or when nobody asks for long."""


class ConversationFact(TypedDict):
    """Something that a persona knows."""

    name: str
    """What it is, for example `order number`."""
    value: str
    """Its value."""


class ConverseRequest(TypedDict):
    """What the assistant has answered so far, from the first answer on. The persona says the same to the same answers."""

    brief: ConversationBrief
    """What the persona wants and knows. To agree, it wants each fact stated right, one a line as `name: value`."""
    heard: NotRequired[Sequence[str]]
    """The answers of the assistant; none at the beginning."""
    persona: NotRequired[Persona | None]
    """Who talks; the ordinary person of the defaults where absent."""
    instructions: NotRequired[str]
    """What the assistant is told to be; goes into the next request to its model."""
    assistant: NotRequired[str | None]
    """The name of the assistant, for the record; `assistant` where absent."""
    seed: NotRequired[int | None]
    """The root of all randomness; 1 where absent."""
    session: NotRequired[int | None]
    """The number of the conversation; another one is another person of the same kind. 0 where absent."""
    most_turns: NotRequired[int | None]
    """Most answers of the assistant; 30 where absent."""


class CountMeasure(TypedDict):
    """How often something happened.

The error is read from the spread of the counts, not from their mean as Poisson's law would have it: people differ,
so that counts nearly always spread more than that, and the law would promise too much."""

    type: Literal["count"]
    column: str
    """The column with the counts."""
    exposure: NotRequired[str | None]
    """How long or how much each unit was exposed; absent where all were exposed alike."""


class CountPower(TypedDict):
    """How much the counts of units differ."""

    type: Literal["count"]
    dispersion: NotRequired[float]
    """Variance over mean: 1 by Poisson's law, more where people differ."""


class Counted(TypedDict):
    """Successes of an arm."""

    successes: int
    """Units that succeeded."""
    count: int
    """All units."""


class Currency(TypedDict):
    """A currency."""

    type: Literal["money"]
    currency: str
    """ISO 4217 code, for example `EUR`."""


class DataObject(TypedDict):
    """A thing with fields, for example an order. JSON Schemas and synthetic data are made from it."""

    id: str
    """Names the object."""
    name: str
    """Singular, lower-case, for example `order`. CEL conditions use it with `_` for spaces."""
    description: str
    """What it is, in one sentence."""
    fields: Sequence[Field]
    """Its fields, in the order in which people see them."""
    origin: Origin
    """Where it comes from."""


class DataReference(TypedDict):
    """A data object."""

    type: Literal["summary"]
    data: str
    """The object."""


class DeadlineMeasure(TypedDict):
    """An outcome within a time."""

    type: Literal["within_time"]
    outcome: Outcome
    """The outcome."""
    within_ms: int
    """The time in milliseconds."""


class DecisionRule(TypedDict):
    """How the verdict is made. Stated before the runs."""

    confidence: float
    """Confidence of the intervals, between 0.5 and 1."""
    smallest_worthwhile: float
    """The smallest change of the primary metric that is worth having, in its unit (a share for shares)."""
    is_relative: NotRequired[bool]
    """Whether the smallest worthwhile change is a share of the control's value instead (0.02 is 2 % more or less)."""
    guardrail_margin: float
    """How much worse a guardrail may be, relative to the control (0.02 is 2 %)."""
    origin: Origin
    """Where the rule comes from."""


class Done(TypedDict):
    """Nothing is asked for but the thing itself."""



class EdgeCase(TypedDict):
    """Something that can happen at the edge."""

    id: str
    """Names the edge case."""
    node: NotRequired[str | None]
    """Where it happens."""
    title: str
    """What happens, as a short phrase."""
    expected: str
    """What is to happen then, in one sentence."""
    origin: Origin
    """Where it comes from."""


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


class EndCase(TypedDict):
    """The case ends."""

    type: Literal["end"]
    outcome: Outcome
    """How it ends."""


class EndEvent(TypedDict):
    """Ends a case."""

    type: Literal["end"]
    outcome: Outcome
    """How it ends."""
    ends_case: NotRequired[bool]
    """Whether the whole case ends here, with all that still goes on in parallel, whatever the outcome."""


class EvaluateRequest(TypedDict):
    """A comparison of the plan with variants of it. Without a variant the engine compares the changes that it
suggests itself."""

    simulate: SimulateRequest
    """How the plan and its variants are run."""
    variants: NotRequired[Sequence[VariantRequest]]
    """Variants."""
    rule: NotRequired[DecisionRule | None]
    """The rule; a default one, stated in the verdict, where absent."""


class EventLogRequest(TypedDict):
    """The last run of a project as an event log."""

    project: str
    """The project."""
    format: NotRequired[LogFormat]
    """The form of the log."""


class ExperimentRequest(TypedDict):
    """A test that was stated before the data."""

    experiment: LiveExperiment
    """The statement."""


class ExpertFigures(TypedDict):
    """Figures for experts."""

    method: str
    """How the estimate was made, in a few words."""
    standard_error: float
    """Standard error of the difference."""
    degrees_of_freedom: float
    """Degrees of freedom."""
    statistic: float
    """Difference over its standard error."""
    critical: float
    """What the statistic is compared with at this look."""
    confidence: float
    """Confidence of the interval by itself, after sharing the level."""
    adjusted_p_value: float
    """The p-value after sharing the level among the arms, so that it agrees with the interval; of a secondary metric
after the adjustment that was stated."""
    relative: NotRequired[RelativeFigures | None]
    """Difference over the control, where the control is not 0."""
    variance_left: float
    """Variance that is left after covariates and strata, as a share."""
    dispersion: NotRequired[float | None]
    """Of counts: variance over mean in the control; 1 by Poisson's law, more where people differ."""
    log_rank_p_value: NotRequired[float | None]
    """Of times: p-value of the log-rank test over all times, where the data are looked at once."""


class FailureMode(TypedDict):
    """Something that can go wrong at a step."""

    id: str
    """Names the failure mode; unique in the plan."""
    title: str
    """What happens, as a short phrase, for example `the card is declined`."""
    kind: FailureKind
    """What kind of failure."""
    probability: str
    """How likely it is at one execution, as an assumption."""
    then: FailureEffect
    """What happens then."""
    origin: Origin
    """Where it comes from."""


class FaultRequest(TypedDict):
    """What has to go wrong before a promise of the plan is broken."""

    project: str
    """The project."""
    scenario: NotRequired[Scenario | None]
    """A complete scenario instead of the default one."""
    seed: NotRequired[int | None]
    """The seed."""
    cases: NotRequired[int | None]
    """Cases that are looked at; 20 where absent."""
    most_faults: NotRequired[int | None]
    """Most faults in one combination; 4 where absent."""
    most_runs: NotRequired[int | None]
    """Most runs of a case for each promise; 5,000 where absent."""


class Field(TypedDict):
    """One field of a data object."""

    name: str
    """`snake_case` name, unique within its object."""
    title: str
    """Label for people."""
    kind: FieldKind
    """What values are legal."""
    required: bool
    """Whether it must be there."""
    sensitivity: DataSensitivity
    """How careful one must be with it."""
    example: Any
    """An example value as JSON. Always valid for the kind."""
    distribution: NotRequired[str | None]
    """How values are distributed in simulation: numbers, shares of `true`, and places of a choice from 0."""


class FieldKindBoolean(TypedDict):
    """Yes or no."""

    type: Literal["boolean"]


class FieldKindDate(TypedDict):
    """`2026-01-31`."""

    type: Literal["date"]


class FieldKindDateTime(TypedDict):
    """RFC 3339 date and time."""

    type: Literal["date_time"]


class FieldKindEmail(TypedDict):
    """An e-mail address."""

    type: Literal["email"]


class FieldKindIdentifier(TypedDict):
    """An identifier made by a system: `prefix-` and digits."""

    type: Literal["identifier"]


class FieldKindPhone(TypedDict):
    """A telephone number in E.164 form."""

    type: Literal["phone"]


class FieldKindUrl(TypedDict):
    """A web address."""

    type: Literal["url"]


class FieldReference(TypedDict):
    """A field of a data object."""

    type: Literal["input"]
    data: str
    """The object."""
    field: str
    """The field's name."""


class FixedValue(TypedDict):
    """A single value."""

    type: Literal["fixed"]
    value: float
    """The value."""


Flow = TypedDict("Flow", {"id": "str", "from": "str", "to": "str", "label": "NotRequired[str | None]", "condition": "NotRequired[Condition | None]", "probability": "NotRequired[str | None]", "is_default": "NotRequired[bool]", "max_times": "NotRequired[int | None]"})


class ForEach(TypedDict):
    """A step is done once for each of several things."""

    of: str
    """What the things are, singular."""
    count: str
    """How many, as an assumption."""
    parallel: bool
    """Whether all at once."""


class FunnelStepMeasure(TypedDict):
    """Of the units that reached a step, the share that reached the next one."""

    type: Literal["funnel_step"]
    reached: str
    """1 where a unit reached the earlier step."""
    completed: str
    """1 where it reached the next one too."""


class Gateway(TypedDict):
    """Divides the way where it has several flows out, brings it together where it has several flows in."""

    type: Literal["gateway"]
    rule: GatewayRule
    """How it divides and joins."""
    conditions_first: NotRequired[bool]
    """Whether conditions are asked first: probabilities decide only among the flows whose conditions hold, or among
all where none does. Otherwise a probability decides wherever there is one."""


class GatewayChange(TypedDict):
    """Another rule for a gateway."""

    type: Literal["change_gateway"]
    node: str
    """The dividing gateway; its join changes with it."""
    rule: GatewayRule
    """The rule."""


class GivenArrivals(TypedDict):
    """Times at which cases arrive."""

    type: Literal["given"]
    times_ms: Sequence[int]
    """Milliseconds after the beginning, in ascending order: at most 1,000,000, and at least one for each case of a
replication."""


class GoToNode(TypedDict):
    """The case goes on at another node."""

    type: Literal["go_to"]
    node: str
    """The node."""


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


class Group(TypedDict):
    """A sub-plan: a named set of nodes."""

    id: str
    """Names the group."""
    title: str
    """A short name."""


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


class ImportRequest(TypedDict):
    """A process model that a project is to be made of."""

    model: str
    """The model: the text of a BPMN 2.0 file."""
    parameters: NotRequired[str | None]
    """The parameters of a simulation in the JSON of Prosimos; those of BIMP or QBP in the model itself where absent."""
    name: NotRequired[str | None]
    """A name for the new project; the title of the model where absent."""


class InferRequest(TypedDict):
    """One procedure of statistics, and the numbers that it is applied to."""

    procedure: Procedure
    """The procedure."""
    options: NotRequired[TestOptions]
    """Confidence, direction and the value that is tested against, for procedures that have them."""


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


class InfluenceOptions(TypedDict):
    """How much is spent."""

    cases: NotRequired[int]
    """Cases of each run."""
    replications: NotRequired[int]
    """Replications of each run."""
    trajectories: NotRequired[int]
    """Screening: how often each assumption is moved."""
    samples: NotRequired[int]
    """Measuring: rows of the design; each takes two runs more than there are ranked assumptions."""
    most_ranked: NotRequired[int]
    """Most assumptions that are ranked."""


class InsertStep(TypedDict):
    """A new step."""

    type: Literal["insert"]
    title: str
    """The step as an instruction."""
    place: Place
    """Where."""
    actor: NotRequired[str | None]
    """Who does it; as its neighbour where absent."""


class IntegerRange(TypedDict):
    """A whole number between bounds."""

    type: Literal["integer"]
    minimum: int
    """Lowest value."""
    maximum: int
    """Highest value."""


class ItemRequest(TypedDict):
    """An item of a project that is asked about."""

    project: str
    """The project."""
    item: str
    """The id of the item, for example `step_pay`."""


class JoinRequest(TypedDict):
    """Parts that are to become the run of a project."""

    project: str
    """The project, whose plan must still be the one of the parts."""
    scenario: Scenario
    """The circumstances, as they were prepared."""
    parts_base64: Sequence[str]
    """All parts, in any order."""


class LearnRequest(TypedDict):
    """An event log that numbers, or a plan, are to be taken from."""

    log: NotRequired[str | None]
    """The log: the text of an XES file, or of a table in CSV with one event in each row."""
    log_base64: NotRequired[str | None]
    """The log as bytes in base64 instead, for example packed with gzip."""
    project: NotRequired[str | None]
    """The project whose plan gets the numbers; a plan is drawn from the log, and a project made, where absent."""
    name: NotRequired[str | None]
    """A name for the new project."""
    source: NotRequired[str | None]
    """What the log is called, for origins; `event log` where absent."""
    fitted_share: NotRequired[float | None]
    """The share of cases, the earliest first, that numbers are fitted to before the rest is compared; 0.7 where absent."""
    columns: NotRequired[LogOptions | None]
    """How a table is read; everything is found from the names of the columns where absent."""


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


class LiveArm(TypedDict):
    """One arm."""

    name: str
    """As it stands in the data."""
    weight: float
    """Its planned share; shares need not sum to 1."""


class LiveArmVerdict(TypedDict):
    """What the data say about one arm."""

    arm: str
    """The arm."""
    decision: Decision
    """What to do."""
    reasons: Sequence[str]
    """Why, one plain sentence each."""
    would_change: str
    """What would have to be different for another verdict, in one plain sentence."""
    metrics: Sequence[LiveComparison]
    """Every metric."""
    more_units: NotRequired[int | None]
    """How many more units (both arms) would decide with a chance of 80 %, where the verdict is to extend."""
    more_days: NotRequired[int | None]
    """How many more days that takes at the present pace, where times are known."""
    looks: NotRequired[Sequence[LiveLook]]
    """The difference of the metric that decides as it stood after each day, where times are known."""
    spread: NotRequired[Sequence[LiveSpread]]
    """How far the values of the metric that decides reach in both arms, as measured: empty for shares and times, and where
the data came as sums."""
    segments: NotRequired[Sequence[LiveSegment]]
    """The metric that decides in each part of the population, by name, where strata were stated and both arms have
enough units there; the 50 largest."""


class LiveAssignment(TypedDict):
    """How units get their arm."""

    key: str
    """Seed of the hash; two tests with different keys are independent."""
    coverage: float
    """Share of all units that are included, from 0 to 1."""


class LiveBelief(TypedDict):
    """What is believed after the data. It does not depend on how often was looked; how often one errs does."""

    method: str
    """How it was computed, in a few words."""
    chance_better: float
    """Probability that the arm is better than the control."""
    chance_same: NotRequired[float | None]
    """Probability that the difference is smaller than what is worth having, either way (region of practical
equivalence). Only of a belief about the difference, where something was stated as worth having."""
    loss_if_chosen: float
    """What choosing the arm gives up on average (expected loss), in the metric's unit."""
    loss_if_kept: float
    """What keeping the control gives up on average, in the metric's unit."""
    difference: float
    """The mean of the difference."""
    interval: NotRequired[BeliefInterval | None]
    """The interval that holds the difference with the probability of the rule, with equal tails. Only of a belief about
the difference."""
    sentence: str
    """One plain sentence that tells it."""


class LiveComparison(TypedDict):
    """One metric of an arm against the control."""

    comparison: Comparison
    """Effect and interval, valid at this look; `pairs` counts the units of both arms. Of the metric that decides, interval
and p-value hold for all treatments together."""
    sentence: str
    """One plain sentence that tells it."""
    expert: ExpertFigures
    """Figures for experts."""
    belief: NotRequired[LiveBelief | None]
    """What is believed after the data, where a belief was stated before them."""


class LiveExperiment(TypedDict):
    """A test with real people, stated before the data."""

    schema_version: int
    """Version of this document's shape."""
    title: str
    """A short name."""
    unit_column: str
    """The column that names who was assigned."""
    arm_column: str
    """The column that names the arm."""
    arms: Sequence[LiveArm]
    """The arms; the first one is the control."""
    metrics: Sequence[LiveMetric]
    """What is measured; at least one is primary, and the first of those decides."""
    rows: NotRequired[RowKind]
    """What one row of the table is."""
    stratum_column: NotRequired[str | None]
    """The column that names a part of the population by which results are weighted."""
    time_column: NotRequired[str | None]
    """The column with the day or time (RFC 3339) at which a unit came in."""
    event_column: NotRequired[str | None]
    """The column that names an event, where outcomes come as a log: events that come twice count once."""
    window_ms: NotRequired[int | None]
    """How long after a unit came in its outcomes count, in milliseconds; as long as there are any where absent."""
    monitoring: NotRequired[Monitoring]
    """How often the data are looked at."""
    aim: NotRequired[Aim]
    """What the primary metric must show."""
    rule: DecisionRule
    """How the verdict is made."""
    adjustment: NotRequired[Adjustment | None]
    """How the p-values of the secondary metrics of all arms are adjusted for their number. Not at all where absent: each
of them is then read by itself, and of twenty that do not change about one will look as if it did."""
    arm_adjustment: NotRequired[ArmAdjustment | None]
    """How several treatments share the level of the metric that decides. Where absent: by Dunnett's bounds where the data
are looked at once, else equally."""
    planned_units: NotRequired[int | None]
    """How many units (all arms) were planned."""
    assignment: NotRequired[LiveAssignment | None]
    """How units get their arm, where Aura assigns them."""


class LiveLook(TypedDict):
    """The difference as it stood after a day."""

    day: int
    """Counted from the first day, which is 1."""
    units: int
    """Units of both arms up to then."""
    estimate: float
    """Variant minus control."""
    low: float
    """Lower end of the range of a look at that time."""
    high: float
    """Upper end of that range."""


class LiveMetric(TypedDict):
    """What is measured."""

    id: str
    """Names the metric: `metric_` and a short word."""
    title: str
    """For people."""
    measure: LiveMeasure
    """How it is measured."""
    unit: Unit
    """The unit of its values."""
    direction: Direction
    """Which way is better."""
    role: MetricRole
    """What it is for."""
    covariates: NotRequired[Sequence[str]]
    """Columns that were known before the unit came in, for a sharper result."""
    learned_from: NotRequired[Sequence[str]]
    """Columns that were known before the unit came in, from which a prediction of the metric is learned for a sharper
result (CUPAC). The prediction of a unit is learned from other units only."""
    cap: NotRequired[float | None]
    """Values above count as this; stated before the data."""
    floor: NotRequired[float | None]
    """Values below count as this; stated before the data."""
    winsorize: NotRequired[Winsorizing | None]
    """Values beyond these quantiles of all arms together count as the value there; stated before the data."""
    prior: NotRequired[Prior | None]
    """What was believed before the data; where it is stated, the verdict tells what is believed after them as well. The
decision stays that of the rule."""


class LiveSegment(TypedDict):
    """The metric that decides in one part of the population."""

    part: str
    """The value of the column of strata."""
    comparison: Comparison
    """The effect in this part alone. The intervals and p-values of all parts hold together (Bonferroni)."""
    sentence: str
    """One plain sentence that tells it."""


class LiveSpread(TypedDict):
    """How far the values of a share of all units reach."""

    share: float
    """The share, from 0 to 1: 0.5 is the lower half."""
    control: float
    """In the control, this share of units has at most this value."""
    variant: float
    """In the arm, this share of units has at most this value."""


class LiveVerdict(TypedDict):
    """What the data say."""

    schema_version: int
    """Version of this document's shape."""
    id: str
    """Made from the content."""
    experiment: LiveExperiment
    """What was stated before the data."""
    definition_hash: str
    """Hash of that statement."""
    data_hash: str
    """Hash of the data as they were read."""
    engine_version: str
    """Version of the engine."""
    is_simulated: bool
    """Always false: this is evidence from real people."""
    units: Sequence[int]
    """Units of each arm, in the order of the arms."""
    checks: Sequence[TrustCheck]
    """Whether the data can be trusted."""
    arms: Sequence[LiveArmVerdict]
    """One entry for each arm beside the control."""
    recommended: NotRequired[str | None]
    """The arm to take, where there is one."""


class LogOptions(TypedDict):
    """How a table is read. Everything that is absent is found from the names of the columns."""

    case: NotRequired[str | None]
    """The column that names the case."""
    activity: NotRequired[str | None]
    """The column that names what was done."""
    time: NotRequired[str | None]
    """The column with the moment of the event, or of its end."""
    started: NotRequired[str | None]
    """The column with the moment at which the work began."""
    resource: NotRequired[str | None]
    """The column that says who did it."""
    transition: NotRequired[str | None]
    """The column with the transition of the life cycle."""
    separator: NotRequired[str | None]
    """The sign between cells; the most frequent of `,`, `;`, tab and `|` in the first line where absent."""
    date_order: NotRequired[DateOrder | None]
    """The order of days like `03/04/2026`; found from the values where they allow only one."""


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


class MeanPower(TypedDict):
    """How much the units of a mean differ."""

    type: Literal["mean"]
    deviation: float
    """Standard deviation of one unit."""


class MeanValue(TypedDict):
    """A mean."""

    type: Literal["exponential"]
    mean: float
    """Mean."""


class MeasureCostPerCase(TypedDict):
    """Money that a case costs, in major units."""

    type: Literal["cost_per_case"]


class MeasureFailureShare(TypedDict):
    """Share of cases in which at least one failure mode struck."""

    type: Literal["failure_share"]


class MeasureRealUse(TypedDict):
    """Only real use can show it: no run has a value for it."""

    type: Literal["real_use"]


class MeasureRequest(TypedDict):
    """Points that are to be measured, anywhere."""

    plan: Plan
    """The plan, as it was prepared."""
    scenario: Scenario
    """The circumstances, as they were prepared."""
    metric: str
    """The metric."""
    options: NotRequired[InfluenceOptions]
    """How each point is measured."""
    points: Sequence[Mapping[str, float]]
    """Some of the points."""


class Measured2Values(TypedDict):
    """The values."""

    type: Literal["values"]
    values: Sequence[float]
    """One for each unit."""


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


MessageEvent = TypedDict("MessageEvent", {"type": "Literal['message']", "from": "str", "delay": "str", "is_signal": "NotRequired[bool]"})


class Metric(TypedDict):
    """Something measured on every case of a run."""

    id: str
    """Names the metric."""
    title: str
    """In the user's words, for example `checkout completion`."""
    measure: Measure
    """How it is measured in a run."""
    unit: Unit
    """The unit of its values."""
    direction: Direction
    """Which way is better."""
    role: MetricRole
    """Whether it decides, is watched, or must not get worse."""
    baseline: NotRequired[Quantity | None]
    """Today's value, where known."""
    target: NotRequired[Quantity | None]
    """The value to reach, where known."""
    window_ms: NotRequired[int | None]
    """In which time it is to be reached, in milliseconds."""
    criterion: NotRequired[str | None]
    """The success criterion that it stands for."""
    origin: Origin
    """Where it comes from. For a metric that only stands near the criterion this says so."""


class Mishaps(TypedDict):
    """What goes wrong with data, clicks and messages beside what the plan says. Each share is from 0 to 1, and 0 where
absent."""

    bad_data: NotRequired[float]
    """How likely data is wrong where a gateway takes one of several ways by a condition: the case goes another way, each of
them as likely."""
    submitted_twice: NotRequired[float]
    """How likely what a person submits reaches the service twice, where the operation may not be done twice. The person
sees the first answer."""
    answer_lost: NotRequired[float]
    """How likely the answer of a call is lost after it took effect. The caller waits until its time-out."""
    message_lost: NotRequired[float]
    """How likely a message that a case waits for never comes. A case of which nothing else is under way has failed."""


class MixturePart(TypedDict):
    """A distribution with its weight."""

    weight: float
    """How often it is the one, compared with the others; weights need not add up to 1."""
    distribution: Distribution
    """The distribution."""


class MixtureParts(TypedDict):
    """Distributions with weights."""

    type: Literal["mixture"]
    parts: Sequence[MixturePart]
    """The distributions: 1 to 16, none of them a mixture itself."""


class MockCall(TypedDict):
    """A request to a mock."""

    mock: int
    """The number of the mock."""
    method: str
    """The method, for example `GET`."""
    target: str
    """Path and query, for example `/pets?limit=3`."""
    headers: NotRequired[Mapping[str, str]]
    """Headers in any case."""
    body: NotRequired[Any]
    """The body as JSON, with the header for it."""
    body_text: NotRequired[str | None]
    """The body as it is, instead."""
    at_ms: NotRequired[int]
    """When it is sent, in milliseconds of virtual time."""


class MockRequest(TypedDict):
    """A service that is described and does not exist."""

    description: str
    """The description: OpenAPI 3.0 or 3.1, in JSON or YAML."""
    seed: NotRequired[int | None]
    """The seed of made-up values; 1 where absent."""
    shortest_latency_ms: NotRequired[int]
    """The shortest time of an answer, in milliseconds of virtual time."""
    longest_latency_ms: NotRequired[int]
    """The longest time of an answer; every value between is as likely."""
    error_share: NotRequired[float]
    """Which share of calls fails, from 0 to 1."""
    calls_per_second: NotRequired[int | None]
    """Most calls in a second of virtual time; more get 429."""
    locale: NotRequired[Locale | None]
    """The language and country of made-up names, addresses and telephone numbers; `en` where absent."""


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


class MoneyRange(TypedDict):
    """Money between bounds."""

    type: Literal["money"]
    currency: str
    """ISO 4217 code."""
    minimum: int
    """Lowest amount in minor units."""
    maximum: int
    """Highest amount in minor units."""


class MonitoringAlwaysValid(TypedDict):
    """As often as one likes."""

    type: Literal["always_valid"]
    tuned_units: float
    """The number of units (both arms) at which the interval is to be tightest."""


class MonitoringFixed(TypedDict):
    """Once, when all data are in."""

    type: Literal["fixed"]


class MonitoringGroupSequential(TypedDict):
    """A planned number of times."""

    type: Literal["group_sequential"]
    fractions: Sequence[float]
    """Share of the planned data at each look so far, the present one last: increasing, at most 1."""
    spending: NotRequired[Spending]
    """How the level is spent over the looks."""


class MoveNode(TypedDict):
    """A node goes somewhere else."""

    type: Literal["move"]
    node: str
    """The node."""
    place: Place
    """Where to."""


class Node(TypedDict):
    """One node of the graph."""

    id: str
    """Never changes while the node lives."""
    title: str
    """In plain English; an instruction for a step, a question for an exclusive gateway."""
    kind: NodeKind
    """What kind of node."""
    group: NotRequired[str | None]
    """The sub-plan that it belongs to."""
    notes: NotRequired[Sequence[str]]
    """Remarks of the people who work on the plan."""
    origin: Origin
    """Where it comes from."""


class NodeKindStart(TypedDict):
    """Where every case begins. Exactly one."""

    type: Literal["start"]


class NodeMeasure(TypedDict):
    """A node."""

    node: str
    """The node."""


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


class NumberRange(TypedDict):
    """A number between bounds."""

    type: Literal["number"]
    minimum: float
    """Lowest value."""
    maximum: float
    """Highest value."""


class ObjectReference(TypedDict):
    """Another data object."""

    data: str
    """The object."""


class Observation(TypedDict):
    """What was changed, when, for whom, and what is looked at."""

    schema_version: int
    """Version of this document's shape."""
    title: str
    """A short name of what is looked at, for example `orders a day`."""
    method: ObservationalMethod
    """What the changed units are compared with."""
    outcome_column: str
    """The column with the figure."""
    time_column: str
    """The column with the day, the time (RFC 3339) or the number of the period."""
    changed_at: str
    """The first day, time or period after the change, written as in the column."""
    unit_column: NotRequired[str | None]
    """The column that names who or what the row is of; without it all rows are of one."""
    changed: NotRequired[Sequence[str]]
    """The units that were changed, as they stand in the data."""
    cluster_column: NotRequired[str | None]
    """The column of what hangs together, where that is more than a unit, for example the region of a shop."""
    season: NotRequired[int]
    """Length of a pattern that repeats, in periods: 7 for days of the week; 0 for none. For `interrupted_series`."""
    unit: NotRequired[Unit]
    """The unit of the figure."""
    direction: NotRequired[Direction]
    """Which way is better."""
    confidence: NotRequired[float]
    """Confidence of the range, between 0.5 and 1."""


class ObserveRequest(TypedDict):
    """A change whose effect is to be told without a random test."""

    observation: Observation
    """What was changed, when, for whom, and what is looked at."""
    table: str
    """A table in CSV with one row for each unit and period."""


class OtherUnit(TypedDict):
    """A unit that has no variant of its own."""

    type: Literal["other"]
    name: str
    """The unit in the user's words, singular."""


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
    grows: NotRequired[bool]
    """Whether the slowdown grows evenly, from 1 at the begin to its value at the end (a slow degradation)."""


class OutcomeMeasure(TypedDict):
    """An outcome."""

    type: Literal["outcome_share"]
    outcome: Outcome
    """The outcome."""


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
    device: NotRequired[Device]
    """On what it reads and types, where it walks a prototype."""
    attention: NotRequired[float]
    """The share of notices and of optional fields that it notices, from 0 to 1, where it walks a prototype."""
    goes_back: NotRequired[float]
    """How likely it goes back from a screen to the one before to correct something, from 0 to 1, where it walks a
prototype."""
    origin: Origin
    """Where these figures come from."""


class PlaceAtEnd(TypedDict):
    """After everything else, before the end that reaches the goal."""

    type: Literal["at_end"]


class PlaceAtStart(TypedDict):
    """Before everything else."""

    type: Literal["at_start"]


class Plan(TypedDict):
    """A plan of steps, with everything that is needed to show, run and build it."""

    schema_version: int
    """Version of this document's shape."""
    id: str
    """Names the plan through all its versions."""
    title: str
    """A short name."""
    goal: str
    """What it is to reach, in one sentence."""
    intent: NotRequired[str | None]
    """The intent that it was drafted from."""
    archetypes: NotRequired[Sequence[ArchetypeUse]]
    """The archetypes that filled what the text left open, with the reason for each."""
    actors: Sequence[Actor]
    """Who or what acts."""
    data: Sequence[DataObject]
    """What is handled."""
    services: Sequence[Service]
    """Systems that are called, with their contracts."""
    screens: Sequence[Screen]
    """What people see."""
    resources: Sequence[Resource]
    """People and things that cases queue for."""
    nodes: Sequence[Node]
    """Start, steps, gateways, events and ends. The order is the reading order."""
    flows: Sequence[Flow]
    """Which node follows which."""
    groups: NotRequired[Sequence[Group]]
    """Sub-plans: named sets of nodes."""
    assumptions: Sequence[Assumption]
    """Every number that the simulation uses, with its origin."""
    edge_cases: Sequence[EdgeCase]
    """What can happen at the edges, and what is to happen then."""
    metrics: Sequence[Metric]
    """What is measured."""
    rules: NotRequired[Sequence[PlanRule]]
    """Rules that the plan must keep, in the user's words."""


class PlanRule(TypedDict):
    """A rule that the plan must keep."""

    text: str
    """In the user's words."""
    modality: Modality
    """In which sense."""
    nodes: NotRequired[Sequence[str]]
    """The nodes that it concerns, where that is known."""
    origin: Origin
    """Where it comes from."""


class PowerRequest(TypedDict):
    """What is asked before a test: with `effect` alone how many units it needs; with `units` (or `days` of traffic) alone
the smallest effect that it finds; with both its power."""

    baseline: float
    """Value of the control today. Without `kind` it is a share between 0 and 1 where `deviation` is absent, else a
mean."""
    deviation: NotRequired[float | None]
    """Standard deviation of one unit; absent for shares and where `kind` says it."""
    kind: NotRequired[PowerKind | None]
    """What is measured, where it is neither a mean nor a share."""
    effect: NotRequired[float | None]
    """The effect to find, in the unit of the metric."""
    units: NotRequired[float | None]
    """Units of all arms, where they are given rather than asked for."""
    days: NotRequired[float | None]
    """Days of traffic, where they are given rather than asked for."""
    clusters: NotRequired[ClusterPower | None]
    """Rows that belong together, where the metric is an average over rows and whole units are assigned."""
    variance_left: NotRequired[float]
    """Share of the variance that covariates leave; 1 without covariates."""
    confidence: NotRequired[float]
    """Confidence of the verdict."""
    power: NotRequired[float]
    """Chance to find the effect."""
    treatments: NotRequired[int]
    """How many arms beside the control share the level."""
    arm_adjustment: NotRequired[ArmAdjustment | None]
    """How they share it; as in the statement of a test where absent."""
    monitoring: NotRequired[Monitoring]
    """How often the data are looked at: for planned looks the fractions of all of them."""
    units_each_day: NotRequired[float | None]
    """Units that come in each day, for all arms."""


class Precision(TypedDict):
    """How narrow an interval is to be, and what it may take."""

    metric: NotRequired[str | None]
    """The metric; the primary one of the plan where absent."""
    half_width: float
    """Half the width of the 95 % interval as a share of the value: 0.02 for ± 2 %."""
    most_replications: NotRequired[int | None]
    """Most replications; 1,000 where absent. Each has as many cases as those of the scenario have."""


class Price(TypedDict):
    """What tokens cost, in millionths of a US dollar for a million tokens."""

    input_micros_per_million: int
    """For a million tokens that go in."""
    output_micros_per_million: int
    """For a million tokens that come out."""


class PriorDifference(TypedDict):
    """Of the difference between an arm and the control: normal."""

    type: Literal["difference"]
    mean: float
    """Its mean, in the metric's unit (a share for shares); 0 where nothing speaks for either arm."""
    standard_deviation: float
    """Its standard deviation: two of three differences of such tests are no larger."""
    is_relative: NotRequired[bool]
    """Whether both are shares of the control's value instead (0.02 is 2 %). The value of the control is taken as known."""


class PriorShares(TypedDict):
    """Of the share of every arm, the control's too, each by itself: beta. For metrics that are shares, with one row for
each unit."""

    type: Literal["shares"]
    successes: float
    """Units with a yes, above 0; 1 and 1 find every share equally likely."""
    failures: float
    """Units with a no, above 0."""


class ProcedureAdjust(TypedDict):
    """P-values adjusted for their number."""

    type: Literal["adjust"]
    p_values: Sequence[float]
    """The p-values."""
    method: Adjustment
    """How they are adjusted."""


class ProcedureAnyTime(TypedDict):
    """An estimate that may be looked at at any time (Waudby-Smith and others 2021)."""

    type: Literal["any_time"]
    estimate: float
    """The estimate so far."""
    standard_error: float
    """Its standard error."""
    units: float
    """How many units stand behind it."""
    tuned_units: float
    """The number of units at which the interval is to be tightest; stated before the data."""


class ProcedureBelief(TypedDict):
    """A normal belief about a difference, after an estimate."""

    type: Literal["belief"]
    mean: float
    """Mean of the belief before."""
    standard_deviation: float
    """Its standard deviation, above 0."""
    estimate: float
    """The estimate of the difference."""
    standard_error: float
    """Its standard error, above 0."""
    matters: NotRequired[float | None]
    """Differences between minus this and this do not matter."""


class ProcedureBootstrap(TypedDict):
    """A statistic of one list, with its bias-corrected and accelerated interval (Efron 1987)."""

    type: Literal["bootstrap"]
    values: Sequence[float]
    """The values."""
    statistic: Statistic
    """What is computed of them."""
    resamples: NotRequired[int]
    """How many resamples; 10,000 where absent."""
    seed: int
    """The root of the randomness."""


class ProcedureExact(TypedDict):
    """Two by two tables, exactly; a p-value only."""

    type: Literal["exact"]
    control: Counted
    """The arm that is compared against."""
    treatment: Counted
    """The arm that is tried."""
    method: NotRequired[ExactMethod]
    """Which test; Fisher's where absent."""


class ProcedureFit(TypedDict):
    """Counts against weights (Pearson 1900), for example the sizes of arms."""

    type: Literal["fit"]
    observed: Sequence[int]
    """How many were seen in each cell."""
    weights: Sequence[float]
    """What share belongs into each cell; need not add up to 1."""


class ProcedureGroupBounds(TypedDict):
    """The bounds of planned looks."""

    type: Literal["group_bounds"]
    fractions: Sequence[float]
    """Information at each look as a fraction of the planned information: increasing, above 0, at most 1."""
    alpha: float
    """Level of the whole test."""
    sides: Sides
    """One direction or both."""
    spending: Spending
    """How the level is spent."""


class ProcedureMeans(TypedDict):
    """Difference of two means."""

    type: Literal["means"]
    control: Measured2
    """The arm that is compared against."""
    treatment: Measured2
    """The arm that is tried."""
    method: NotRequired[MeansMethod]
    """Which error the difference has; Welch's where absent."""


class ProcedurePaired(TypedDict):
    """Mean difference of pairs."""

    type: Literal["paired"]
    control: Sequence[float]
    """Values of the arm that is compared against."""
    treatment: Sequence[float]
    """Values of the arm that is tried; of pairs in the same order."""


class ProcedurePermutation(TypedDict):
    """Difference of means when labels are exchanged (Fisher 1935; Pitman 1937)."""

    type: Literal["permutation"]
    control: Sequence[float]
    """Values of the arm that is compared against."""
    treatment: Sequence[float]
    """Values of the arm that is tried."""
    resamples: NotRequired[int]
    """How often labels are exchanged where there are too many ways to go through; 10,000 where absent."""
    seed: int
    """The root of the randomness."""


class ProcedureProportion(TypedDict):
    """One proportion."""

    type: Literal["proportion"]
    share: Counted
    """What was counted."""
    method: NotRequired[ProportionMethod]
    """How the interval is made; Wilson's where absent."""


class ProcedureProportionBeliefs(TypedDict):
    """Beta beliefs about two proportions, after counts."""

    type: Literal["proportion_beliefs"]
    control: Counted
    """The arm that is compared against."""
    treatment: Counted
    """The arm that is tried."""
    prior_successes: NotRequired[float]
    """Successes that are believed before, above 0; 1 where absent."""
    prior_failures: NotRequired[float]
    """Failures that are believed before, above 0; 1 where absent."""


class ProcedureProportionRatio(TypedDict):
    """Ratio of two proportions; an interval only."""

    type: Literal["proportion_ratio"]
    control: Counted
    """The arm that is compared against."""
    treatment: Counted
    """The arm that is tried."""
    method: NotRequired[RatioMethod]
    """How the interval is made; by the score test where absent."""


class ProcedureProportions(TypedDict):
    """Difference of two proportions. The p-value is that of the score test; only the interval of `score` inverts it."""

    type: Literal["proportions"]
    control: Counted
    """The arm that is compared against."""
    treatment: Counted
    """The arm that is tried."""
    method: NotRequired[DifferenceMethod]
    """How the interval is made; Newcombe's where absent."""


class ProcedureRanks(TypedDict):
    """Whether one arm tends to larger values (Mann and Whitney 1947)."""

    type: Literal["ranks"]
    control: Sequence[float]
    """Values of the arm that is compared against."""
    treatment: Sequence[float]
    """Values of the arm that is tried; of pairs in the same order."""


class ProcedureRelativeMeans(TypedDict):
    """Difference of two means as a share of the control's."""

    type: Literal["relative_means"]
    control: Measured2
    """The arm that is compared against."""
    treatment: Measured2
    """The arm that is tried."""
    method: NotRequired[RelativeMethod]
    """How the interval is made; the delta method where absent."""


class ProjectRequest(TypedDict):
    """A project that is meant."""

    project: str
    """The project."""


class QuantileMeasure(TypedDict):
    """A quantile of a column."""

    type: Literal["quantile"]
    column: str
    """Its name."""
    probability: float
    """Strictly between 0 and 1: 0.5 is the middle value."""


class QuantilePower(TypedDict):
    """How much the values around a quantile differ."""

    type: Literal["quantile"]
    probability: float
    """The quantile: 0.5 is the middle value."""
    density: float
    """Share of the units whose value lies within one unit of the metric there (the density): the share between two
values close to the quantile, over their distance."""


class Quantity(TypedDict):
    """An amount with its unit."""

    amount: float
    """How much, in the unit. Never NaN or infinite."""
    unit: Unit
    """The unit."""


class QueueRule(TypedDict):
    """How the queue in front of a resource works."""

    order: NotRequired[QueueOrder]
    """Whose turn it is."""
    limit: NotRequired[int | None]
    """How many may wait; whoever comes then is turned away, which is a failure of the kind `rejected`. No limit where
absent."""
    interrupts: NotRequired[bool]
    """Whether a more urgent case interrupts a less urgent one, whose work goes on later from where it was. Only where
the order is by priority."""
    restarts: NotRequired[bool]
    """Whether work that a more urgent case interrupted begins anew, with all that it takes, instead of going on from
where it was."""
    crowds_out: NotRequired[bool]
    """Whether a more urgent case that meets a full queue sends the last, less urgent one away instead. Only where the
order is by priority."""
    is_strict: NotRequired[bool]
    """Whether the limit holds for those too who were interrupted and wait again: then the last of the queue goes away.
Otherwise they always find a place."""
    patience: NotRequired[str | None]
    """The longest wait before somebody leaves the queue, as an assumption in milliseconds; the patience of the persona
counts as well, whichever ends first."""
    balking: NotRequired[Sequence[Balking]]
    """Who does not even join when the queue is long. Of several entries, the one with the largest `from` counts that
the queue has reached."""


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


class RatioMeasure(TypedDict):
    """Two columns."""

    type: Literal["ratio"]
    above: str
    """The column above the line."""
    below: str
    """The column below the line."""


class RatioPower(TypedDict):
    """How much the parts of a ratio differ."""

    type: Literal["ratio"]
    above_deviation: float
    """Standard deviation of a unit's value above the line."""
    below_mean: float
    """Mean of the units' values below the line."""
    below_deviation: float
    """Their standard deviation."""
    correlation: float
    """Correlation of both values of a unit."""


class RedoRequest(TypedDict):
    """Going forward again after going back."""

    project: str
    """The project."""
    steps: NotRequired[int | None]
    """How many changes to make again; 1 where absent."""


class RelativeFigures(TypedDict):
    """A relative effect with Fieller's interval."""

    estimate: float
    """The effect: 0.1 is 10 % more."""
    low: float
    """Lower end."""
    high: float
    """Upper end."""


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


class ReportRequest(TypedDict):
    """A verdict that is to be shown."""

    verdict: LiveVerdict
    """The verdict."""


class Resource(TypedDict):
    """People or things that cases queue for."""

    id: str
    """Names the resource."""
    title: str
    """For people, for example `support agents`."""
    capacity: int
    """How many can work at the same time."""
    calendar: NotRequired[Calendar | None]
    """When they work; always where absent."""
    at_closing: NotRequired[ClosingRule]
    """What becomes of work that is under way when the hours end."""
    cost_per_hour: NotRequired[str | None]
    """What an hour of work costs, as an assumption in money."""
    queue: NotRequired[QueueRule | None]
    """How its queue works; first come, first served, without a limit, where absent."""
    breakdown: NotRequired[Breakdown | None]
    """How often each of them breaks down, or falls ill; never where absent."""
    origin: Origin
    """Where it comes from."""


class ResourceRules(TypedDict):
    """How a resource works. What is absent stays as it is."""

    type: Literal["set_resource"]
    resource: str
    """The resource."""
    order: NotRequired[QueueOrder | None]
    """Whose turn it is."""
    interrupts: NotRequired[bool | None]
    """Whether a more urgent case interrupts a less urgent one."""
    restarts: NotRequired[bool | None]
    """Whether interrupted work begins anew instead of going on from where it was."""
    limit: NotRequired[int | None]
    """How many may wait."""
    patience_ms: NotRequired[int | None]
    """The mean time after which people leave the queue, in milliseconds."""
    balking: NotRequired[BalkingRule | None]
    """Who leaves at the sight of the queue."""
    at_closing: NotRequired[ClosingRule | None]
    """What becomes of work that is under way when the hours end."""
    breakdown: NotRequired[BreakdownRule | None]
    """How often each of them breaks down."""


class RetentionMeasure(TypedDict):
    """The share of units that were active in a stated window."""

    type: Literal["retention"]
    column: str
    """1 where a unit was active in the window; in a log: the outcomes that count as activity."""
    age: NotRequired[str | None]
    """The column with the time since the unit came in, in milliseconds; absent for logs, which have times. Units
for which the window is not over yet are left out, and it is said how many they are."""
    from_ms: int
    """Where the window begins, in milliseconds after the unit came in."""
    until_ms: int
    """Where the window ends, in milliseconds after the unit came in."""


class RetryRule(TypedDict):
    """The step is done again, up to a number of times, then the case ends."""

    type: Literal["retry"]
    max_times: int
    """Most repetitions."""
    delay_ms: int
    """Wait before the first repetition, in milliseconds."""
    backoff_percent: int
    """What the wait is multiplied with each time, in percent; 200 doubles it."""
    otherwise: Outcome
    """How the case ends when no repetition helped."""


class Risk(TypedDict):
    """Whether and why a step is risky."""

    level: RiskLevel
    """How risky."""
    rules: Sequence[str]
    """Stable names of the rules that spoke, for example `moves_money`."""
    reason: str
    """Why, in one plain sentence."""
    guard: NotRequired[str | None]
    """The usual guard as a sentence that the plan editor understands."""
    origin: Origin
    """Where it comes from."""


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


class RunPartRequest(TypedDict):
    """Some replications of a run."""

    plan: Plan
    """The plan, as it was prepared."""
    scenario: Scenario
    """The circumstances, as they were prepared."""
    first: int
    """The first replication, counted from 0."""
    count: int
    """How many replications."""


class Sample(TypedDict):
    """What a test of means needs to know of one arm: count, mean and variance of one unit.

It need not come from raw values: a proportion, a ratio (delta method) or an adjusted mean give one too."""

    type: Literal["summary"]
    count: int
    """How many units."""
    mean: float
    """Their mean."""
    variance: float
    """Variance of one unit, with divisor `count − 1`; not the variance of the mean."""


class SampleTable(TypedDict):
    """The sample of one table."""

    name: str
    """What it is called in references."""
    sample: str
    """A table in CSV, a JSON array of records, or one JSON record a line."""


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
    shared_outages: NotRequired[Sequence[SharedOutage]]
    """Faults that befall several services together, and come at random."""
    mishaps: NotRequired[Mishaps]
    """What goes wrong with data, clicks and messages beside what the plan says; nothing where absent."""
    depth: NotRequired[RunDepth]
    """How much of each step is really done."""
    services: NotRequired[Sequence[ServiceMock]]
    """Services that answer as their descriptions say, at full depth."""
    overrides: NotRequired[Mapping[str, Distribution]]
    """Other values for assumptions of the plan."""
    limits: NotRequired[RunLimits]
    """Where the run stops and keeps what it has."""
    warm_up_cases: NotRequired[int | None]
    """The first cases of each replication, with which the run only warms up: they count in no metric, and all other
figures begin when the next case arrives. For what goes on and on, but begins empty; none where absent."""
    trace: NotRequired[TraceDepth]
    """How much of what happens is recorded."""


class Screen(TypedDict):
    """Something that a person sees."""

    id: str
    """Names the screen."""
    title: str
    """The heading."""
    intro: str
    """One or two sentences below the heading."""
    elements: Sequence[ScreenElement]
    """What stands on it, from top to bottom."""
    action: str
    """Label of the button that goes on."""


class SensitivityRequest(TypedDict):
    """Which assumptions a metric hangs on, all of them moving at once."""

    project: str
    """The project."""
    metric: NotRequired[str | None]
    """The metric; the primary one where absent."""
    scenario: NotRequired[Scenario | None]
    """A complete scenario instead of the default one."""
    seed: NotRequired[int | None]
    """The seed."""
    cases: NotRequired[int | None]
    """Cases of each run; 500 where absent."""
    trajectories: NotRequired[int | None]
    """Screening: how often each assumption is moved; 8 where absent."""
    samples: NotRequired[int | None]
    """Measuring: rows of the design; each takes two runs more than there are ranked assumptions; 64 where absent."""
    most_ranked: NotRequired[int | None]
    """Most assumptions that are ranked; 8 where absent."""
    values: NotRequired[Sequence[float]]
    """Values of points that were measured elsewhere, in the order in which they were asked for."""


class Service(TypedDict):
    """A system that is called."""

    id: str
    """Names the service."""
    title: str
    """For people, for example `payment provider`."""
    description: str
    """What it does, in one sentence."""
    operations: Sequence[ServiceOperation]
    """What it can do."""
    is_external: bool
    """Whether it belongs to somebody else."""
    origin: Origin
    """Where it comes from."""


class ServiceCall(TypedDict):
    """A call of a service."""

    service: str
    """The service."""
    operation: str
    """What it is asked to do."""


class ServiceError(TypedDict):
    """An answer of a service that is not the wanted one."""

    status: int
    """HTTP status, 400 to 599."""
    code: str
    """Stable snake_case code, for example `card_declined`."""
    description: str
    """When it is given, in one sentence."""


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


class ServiceOperation(TypedDict):
    """One thing that a service can do: an HTTP operation with JSON bodies."""

    id: str
    """Names the operation; unique in the plan."""
    title: str
    """For people, for example `authorise the payment`."""
    method: HttpMethod
    """`get`, `post`, `put`, `patch` or `delete`."""
    path: str
    """Path with parameters in braces, for example `/orders/{order_id}`."""
    request: NotRequired[str | None]
    """The body of the request."""
    response: NotRequired[str | None]
    """The body of the answer when all is well."""
    errors: Sequence[ServiceError]
    """What it may answer instead."""
    latency: str
    """How long an answer takes, in milliseconds."""
    failure: str
    """How often it fails."""
    timeout_ms: int
    """When the caller gives up, in milliseconds."""
    is_idempotent: bool
    """Whether calling it twice with the same key does it once."""


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


class SharePower(TypedDict):
    """Shares say themselves how much they differ."""

    type: Literal["share"]


class SharedOutage(TypedDict):
    """Times in which several services do not answer or are slow together, because they share something. They come at
random, in each replication at other times, which no other circumstance moves."""

    services: Sequence[str]
    """The services."""
    between: Distribution
    """The time from the end of one to the begin of the next, in milliseconds: on average a minute at least, and never
less than a second."""
    lasts: Distribution
    """How long each lasts, in milliseconds."""
    slowdown: float
    """Latency is multiplied with this; 1 leaves it."""
    failure: float
    """How likely a call fails meanwhile."""
    grows: NotRequired[bool]
    """Whether the slowdown grows evenly, from 1 at the begin to its value at the end (a slow degradation)."""


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
    precision: NotRequired[Precision | None]
    """Run as many replications as it takes until the interval of a metric is so narrow."""
    detect_warm_up: NotRequired[bool]
    """Find where the run has forgotten that it began empty, and leave out what was before: for processes that go on and
on. A `warm_up_cases` of the scenario states it instead."""


class Span(TypedDict):
    """A stretch of a text, in bytes of its UTF-8 form: `start` included, `end` excluded."""

    start: int
    """First byte."""
    end: int
    """Byte after the last one."""


class SpendingObrienFleming(TypedDict):
    """Very little early, nearly all at the end: like O'Brien and Fleming's bounds."""

    type: Literal["obrien_fleming"]


class SpendingPocock(TypedDict):
    """Nearly even bounds: like Pocock's."""

    type: Literal["pocock"]


class SpendingPower(TypedDict):
    """`level · fraction^exponent` (Kim and DeMets 1987)."""

    type: Literal["power"]
    exponent: float
    """1 spends evenly, 3 resembles O'Brien and Fleming."""


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


class StatisticMean(TypedDict):
    """The mean."""

    type: Literal["mean"]


class StatisticQuantile(TypedDict):
    """A quantile, drawn in a line between neighbours (Hyndman and Fan 1996, type 7)."""

    type: Literal["quantile"]
    probability: float
    """The share of values below, from 0 to 1; 0.5 is the middle."""


class Step(TypedDict):
    """Something is done."""

    type: Literal["step"]
    actor: str
    """In whose name it is done."""
    agent: AgentChoice
    """Who or what really does it, and why that was chosen."""
    needs: NotRequired[Sequence[str]]
    """Data that must be there."""
    produces: NotRequired[Sequence[str]]
    """Data that is there afterwards."""
    call: NotRequired[ServiceCall | None]
    """The service that is called."""
    screen: NotRequired[str | None]
    """The screen that a person sees."""
    working_time: NotRequired[str | None]
    """How long the work takes, as an assumption in milliseconds. For a service call the latency of the operation
counts instead."""
    waiting_time: NotRequired[str | None]
    """How long it lies before work begins, apart from queueing, as an assumption in milliseconds."""
    resource: NotRequired[str | None]
    """Who must be free before work begins."""
    team: NotRequired[Sequence[TeamMember]]
    """Several resources of which any one can do it, in place of `resource`."""
    team_choice: NotRequired[TeamChoice]
    """Who of a team does it."""
    priority: NotRequired[int | None]
    """How urgent it is where the queue of its resource is by priority: the lower, the more urgent; 0 where absent."""
    cost: NotRequired[str | None]
    """What one execution costs, as an assumption in money."""
    limits: NotRequired[StepLimits]
    """Limits on time, money and number."""
    failure_modes: NotRequired[Sequence[FailureMode]]
    """What can go wrong, and what happens then."""
    undo: NotRequired[Undo | None]
    """What takes it back where the case fails later."""
    risk: NotRequired[Risk | None]
    """Whether and why it is risky."""
    for_each: NotRequired[ForEach | None]
    """Whether it is done once for each of several things."""
    batch: NotRequired[BatchRule | None]
    """Whether cases are gathered and done in one go."""


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


class StepLimits(TypedDict):
    """Limits of one step."""

    time_ms: NotRequired[int | None]
    """Longest time until it is done, in milliseconds; after that it counts as failed."""
    money: NotRequired[float | None]
    """Most money for one execution, in major units of the plan's currency."""
    times: NotRequired[int | None]
    """Most executions for one case."""


class StoryChoiceLost(TypedDict):
    """Of the first replication, the first case that did not reach its goal."""

    type: Literal["lost"]


class StoryChoiceSlowest(TypedDict):
    """Of the first replication, the case that took longest."""

    type: Literal["slowest"]


class StoryChoiceTypical(TypedDict):
    """Of the first replication, the case whose time is the median."""

    type: Literal["typical"]


class StoryRequest(TypedDict):
    """Tells what happened to one case of the last run of a project."""

    project: str
    """The project."""
    case: NotRequired[StoryChoice]
    """Which case; the slowest one where absent."""


class SurvivalPower(TypedDict):
    """How long events take."""

    type: Literal["survival"]
    limit: float
    """Times count up to here. Events are taken to come at a constant rate, and everyone to be watched this long."""


class SynthesisRequest(TypedDict):
    """Which records are wanted."""

    sample: str
    """The sample: a table in CSV, a JSON array of records, or one JSON record a line."""
    rows: NotRequired[int | None]
    """How many records to make; as many as the sample has where absent."""
    seed: NotRequired[int | None]
    """The seed; 1 where absent."""
    smallest_group: NotRequired[int | None]
    """The fewest records that any figure stands for that is taken from the sample; 10 where absent."""
    identifying: NotRequired[Sequence[str]]
    """Columns that name somebody, besides those that are found to: their values are made up."""
    locale: NotRequired[Locale | None]
    """The language and country of names and addresses that are made up; `en` where absent."""


class TablesRequest(TypedDict):
    """Which tables are wanted."""

    tables: Sequence[SampleTable]
    """The samples."""
    references: NotRequired[Sequence[str]]
    """References as `table.column=table.column`, the column that refers first, for example
`orders.customer_id=customers.id`. Others are found where a column that is called a key has only values of one
column of another table in which no value comes twice. The first reference of a table decides how many of its
records refer to one; the values of further ones are shuffled among these."""
    rows: NotRequired[int | None]
    """How many records each table gets that refers to no other; as many as its sample where absent. The others follow
from these."""
    seed: NotRequired[int | None]
    """The seed; 1 where absent."""
    smallest_group: NotRequired[int | None]
    """The fewest records that any figure stands for that is taken from a sample; 10 where absent."""
    identifying: NotRequired[Sequence[str]]
    """Columns that name somebody, as `table.column`, besides those that are found to: their values are made up."""
    locale: NotRequired[Locale | None]
    """The language and country of names and addresses that are made up; `en` where absent."""


class TeamMember(TypedDict):
    """One of several resources that can do a step."""

    resource: str
    """The resource."""
    working_time: NotRequired[str | None]
    """How long the work takes there, as an assumption in milliseconds; that of the step where absent."""


class TestOptions(TypedDict):
    """How a test is done. Change what you need: `TestOptions { null: 0.1, ..Default::default() }` or `with_*`."""

    confidence: NotRequired[float]
    """Confidence of the interval; default 0.95."""
    alternative: NotRequired[Alternative]
    """Which departure counts; default two-sided."""
    null: NotRequired[float]
    """The value that is tested against, for example minus the margin of a non-inferiority test; default 0."""


class TextRange(TypedDict):
    """Text of limited length."""

    type: Literal["text"]
    min_length: int
    """Fewest characters."""
    max_length: int
    """Most characters."""


class TimeMeasure(TypedDict):
    """A time, averaged or at a quantile."""

    quantile: NotRequired[float | None]
    """The quantile, strictly between 0 and 1; the mean where absent."""
    outcome: NotRequired[Outcome | None]
    """Count only cases that end with this outcome; all where absent."""


class TimeToEventMeasure(TypedDict):
    """How long it takes until something happens.

What is compared is the mean time without the event up to the limit (the area below the curve of Kaplan and Meier)."""

    type: Literal["time_to_event"]
    event: str
    """1 where it happened (in a log: where the outcome is the event); 0 where it had not when the unit was last seen."""
    time: NotRequired[str | None]
    """The column with the time until it happened or until the unit was last seen; absent for logs, which have times."""
    limit: float
    """Times count up to here, in the unit of that column; in milliseconds for logs."""


class TimerEvent(TypedDict):
    """Waits for a time."""

    type: Literal["timer"]
    duration: str
    """How long, as an assumption in milliseconds."""


class TriangularRange(TypedDict):
    """Two bounds and the most likely value."""

    type: Literal["triangular"]
    low: float
    """Lower bound."""
    mode: float
    """Most likely value."""
    high: float
    """Upper bound."""


class TrustCheck(TypedDict):
    """One check of the data."""

    name: str
    """A short name in snake case, for example `sample_ratio`."""
    outcome: TrustOutcome
    """What came of it."""
    sentence: str
    """One plain sentence."""
    detail: str
    """Figures for experts."""


class Undo(TypedDict):
    """What takes a step back: compensation (BPMN 2.0, section 10.6). Where a case ends other than by reaching the goal, the
steps that were done are taken back, the last one first; the case ends after that."""

    title: str
    """What is done, as an instruction, for example `Release the stock`."""
    working_time: NotRequired[str | None]
    """How long it takes, as an assumption in milliseconds; no time where absent. It queues for nobody."""
    cost: NotRequired[str | None]
    """What it costs, as an assumption in money."""


class UndoOfStep(TypedDict):
    """What takes a step back."""

    type: Literal["set_undo"]
    node: str
    """The step."""
    title: NotRequired[str | None]
    """What is done where the case fails later, as an instruction; nothing where absent."""


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


class UnitCount(TypedDict):
    """A whole number of things."""

    type: Literal["count"]


class UnitMilliseconds(TypedDict):
    """Milliseconds, shown as the largest fitting unit of time."""

    type: Literal["milliseconds"]


class UnitScore(TypedDict):
    """A score on a scale of its own, such as NPS or stars."""

    type: Literal["score"]


class UnitShare(TypedDict):
    """A share from 0 to 1, shown as a percentage."""

    type: Literal["share"]


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


class WalkRequest(TypedDict):
    """Simulated people walk through the prototype of a plan, screen by screen."""

    project: str
    """The project."""
    scenario: NotRequired[Scenario | None]
    """A complete scenario instead of the default one: its seed, personas and overrides count."""
    seed: NotRequired[int | None]
    """The seed."""
    sessions: NotRequired[int | None]
    """How many sessions, at most 10,000; 200 where absent."""
    persona: NotRequired[str | None]
    """The only persona that comes; all by their shares where absent."""
    kept: NotRequired[int | None]
    """How many sessions are given with log and story; 20 where absent. All count in the summary."""
    most_interactions: NotRequired[int | None]
    """Most interactions of one session, at most 20,000; 1,000 where absent."""


class WeeklyArrivals(TypedDict):
    """Cases per hour, for each hour of the week."""

    type: Literal["weekly"]
    cases_per_hour: Sequence[float]
    """168 numbers, from Monday 00:00 to 01:00 on, in local time."""


class WeightedColumn(TypedDict):
    """A column and what it counts."""

    column: str
    """Its name."""
    weight: float
    """What one of its values counts."""


class WeightedMeasure(TypedDict):
    """A measure and what it counts."""

    measure: LiveMeasure
    """How the part is measured."""
    weight: float
    """Its factor in a sum, its exponent in a product."""


class WeightedValues(TypedDict):
    """Values with weights."""

    type: Literal["empirical"]
    values: Sequence[float]
    """The values."""
    weights: Sequence[float]
    """One weight for each value; they need not add up to 1."""


class Winsorizing(TypedDict):
    """Which values count as the value at a quantile, of all arms together."""

    low: NotRequired[float]
    """Values below this quantile count as its value; 0 leaves them as they are."""
    high: NotRequired[float]
    """Values above this quantile count as its value; 1 leaves them as they are."""


class Words(TypedDict):
    """Words on a screen."""

    text: str
    """The words."""


ActorKind: TypeAlias = Literal["customer", "staff", "ai_agent", "system", "external"]
Adjustment: TypeAlias = Literal["none", "bonferroni", "sidak", "holm", "holm_sidak", "hochberg", "hommel", "benjamini_hochberg", "benjamini_yekutieli"]
AgentKind: TypeAlias = Literal["person", "ai_agent", "service", "timer"]
Aim: TypeAlias = Literal["superiority", "non_inferiority"]
AllocationRule: TypeAlias = Literal["thompson", "top_two"]
Alternative: TypeAlias = Literal["two_sided", "greater", "less"]
ArmAdjustment: TypeAlias = Literal["dunnett", "bonferroni"]
ArrivalPattern: TypeAlias = Union[WeeklyArrivals, GivenArrivals, ClosedPopulation]
ClosingRule: TypeAlias = Literal["rests", "finishes"]
Combination: TypeAlias = Literal["sum", "product"]
ComparisonReading: TypeAlias = Literal["better", "worse", "not_worse", "unclear", "same"]
DataSensitivity: TypeAlias = Literal["ordinary", "personal", "health", "financial", "secret"]
DateOrder: TypeAlias = Literal["year_first", "day_first", "month_first"]
Decision: TypeAlias = Literal["ship", "keep", "extend", "stop", "no_difference"]
Device: TypeAlias = Literal["computer", "phone"]
DifferenceMethod: TypeAlias = Literal["newcombe", "wald", "agresti_caffo", "score"]
Direction: TypeAlias = Literal["increase", "decrease", "keep"]
Distribution: TypeAlias = Union[FixedValue, UniformRange, TriangularRange, MeanAndDeviation, MeanAndDeviation, MeanValue, MeanAndDeviation, ShapeAndScale, BetaRange, ShapeAndScale, WeightedValues, MixtureParts]
ExactMethod: TypeAlias = Literal["fisher", "barnard", "boschloo"]
FailureEffect: TypeAlias = Union[RetryRule, GoToNode, EndCase]
FailureKind: TypeAlias = Literal["gives_up", "mistake", "unavailable", "rejected", "timeout"]
FieldKind: TypeAlias = Union[TextRange, IntegerRange, NumberRange, FieldKindBoolean, ChoiceList, FieldKindDate, FieldKindDateTime, FieldKindEmail, FieldKindPhone, FieldKindUrl, FieldKindIdentifier, MoneyRange, ObjectReference, ObjectReference]
GatewayRule: TypeAlias = Literal["exclusive", "inclusive", "parallel", "event_based"]
HttpMethod: TypeAlias = Literal["get", "post", "put", "patch", "delete"]
LiveMeasure: TypeAlias = Union[ColumnMeasure, ColumnMeasure, RatioMeasure, QuantileMeasure, CountMeasure, TimeToEventMeasure, RetentionMeasure, FunnelStepMeasure, ComposedMeasure, CombinedMeasure]
Locale: TypeAlias = Literal["en", "de", "fr", "it", "nl", "pt-BR", "pt-PT", "zh-CN"]
LogFormat: TypeAlias = Literal["xes", "csv"]
MeansMethod: TypeAlias = Literal["welch", "pooled", "z"]
Measure: TypeAlias = Union[OutcomeMeasure, NodeMeasure, NodeMeasure, TimeMeasure, TimeMeasure, TimeMeasure, DeadlineMeasure, MeasureCostPerCase, MeasureFailureShare, MeasureRealUse]
Measured2: TypeAlias = Union[Measured2Values, Sample]
MetricRole: TypeAlias = Literal["primary", "secondary", "guardrail"]
Modality: TypeAlias = Literal["must", "must_not", "only", "should"]
Monitoring: TypeAlias = Union[MonitoringFixed, MonitoringGroupSequential, MonitoringAlwaysValid]
NodeKind: TypeAlias = Union[NodeKindStart, Step, Gateway, TimerEvent, MessageEvent, EndEvent]
ObservationalMethod: TypeAlias = Literal["differences", "synthetic_control", "interrupted_series"]
Operation: TypeAlias = Union[InsertStep, NodeTarget, MoveNode, ReplaceStep, NodePair, RenameNode, NodeTarget, SplitStep, MergeSteps, NodeSet, NodeSet, ConditionalNode, BranchCondition, GatewayChange, BranchTarget, BranchTarget, LoopNodes, GroupNodes, GroupTarget, AssignStep, StepLimit, WaitBefore, ApprovalBefore, RiskOfStep, UndoOfStep, ResourceRules, NoteOnNode, AssumptionValue]
Origin: TypeAlias = Union[StatedOrigin, InferredOrigin, AssumedOrigin, MeasuredOrigin, AnsweredOrigin]
Outcome: TypeAlias = Literal["goal_reached", "abandoned", "refused", "failed"]
Place: TypeAlias = Union[NodeTarget, NodeTarget, NodePair, PlaceAtStart, PlaceAtEnd]
PowerKind: TypeAlias = Union[SharePower, MeanPower, CountPower, RatioPower, QuantilePower, SurvivalPower]
Prior: TypeAlias = Union[PriorDifference, PriorShares]
Procedure: TypeAlias = Union[ProcedureMeans, ProcedureRelativeMeans, ProcedurePaired, ProcedureRanks, ProcedurePermutation, ProcedureBootstrap, ProcedureProportion, ProcedureProportions, ProcedureProportionRatio, ProcedureExact, ProcedureFit, ProcedureAdjust, ProcedureBelief, ProcedureProportionBeliefs, ProcedureGroupBounds, ProcedureAnyTime]
ProportionMethod: TypeAlias = Literal["wilson", "exact", "agresti_coull", "jeffreys", "wald"]
QueueOrder: TypeAlias = Literal["first_come", "last_come", "priority", "shared"]
RatioMethod: TypeAlias = Literal["score", "log", "log_adjusted"]
RelativeMethod: TypeAlias = Literal["delta", "log_delta", "fieller"]
RiskLevel: TypeAlias = Literal["low", "medium", "high"]
RowKind: TypeAlias = Literal["unit", "nested"]
RunDepth: TypeAlias = Literal["flow", "full"]
ScreenElement: TypeAlias = Union[Words, Words, FieldReference, DataReference]
Sides: TypeAlias = Literal["two", "one"]
Skill: TypeAlias = Literal["read", "write", "check", "decide", "inform", "compute", "move_money", "delete", "talk", "handle"]
Speaker: TypeAlias = Literal["user", "model"]
Spending: TypeAlias = Union[SpendingObrienFleming, SpendingPocock, SpendingPower]
Statistic: TypeAlias = Union[StatisticMean, StatisticQuantile]
StoryChoice: TypeAlias = Union[StoryChoiceSlowest, StoryChoiceTypical, StoryChoiceLost, CaseNumber]
TeamChoice: TypeAlias = Literal["first_free", "shortest_queue"]
TextSource: TypeAlias = Literal["goal", "edit", "answer"]
TraceDepth: TypeAlias = Literal["digest", "sample", "full"]
TrustOutcome: TypeAlias = Literal["good", "warning", "failed"]
Unit: TypeAlias = Union[UnitShare, UnitCount, UnitMilliseconds, Currency, UnitScore, OtherUnit]
