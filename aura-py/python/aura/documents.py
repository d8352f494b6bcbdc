"""The documents that operations give: read their members as attributes."""

# Written by `cargo xtask generate` from the table of operations. Change that, not this.

from __future__ import annotations

from typing import Any, Literal, TypeAlias, Union

from ._document import Document, Table

class Actor(Document):
    """Someone or something that acts."""

    __slots__ = ()
    _nested = {"origin": "Origin"}
    id: str
    """Names the actor."""
    name: str
    """Singular, in the user's words, for example `customer`."""
    kind: ActorKind
    """What kind of actor."""
    origin: Origin
    """Where it comes from."""


class ActorResult(Document):
    """What an actor did and waited for: all the steps of the plan that are its."""

    __slots__ = ()
    actor: str
    """The actor."""
    visits: int
    """How often one of its steps was entered."""
    mean_working_ms: float
    """Work of a case at its steps on average, in milliseconds."""
    mean_waiting_ms: float
    """Wait of a case before its steps on average, in milliseconds."""
    cost: float
    """Money spent at its steps in all, in major units."""
    lost_cases: int
    """Cases that ended at its steps other than by reaching the goal."""


class Agent(Document):
    """Someone or something that can be given steps of a plan."""

    __slots__ = ()
    _absent = {"needs": []}
    name: str
    """Its name, for example `support assistant`."""
    kind: AgentKind
    """What kind of agent."""
    can: list[Skill]
    """What it can do."""
    needs: list[str]
    """What it needs, in plain words, for example `access to the mailbox`."""
    cost: float
    """What one execution costs, in the currency of the plan."""
    may_see: list[DataSensitivity]
    """Which data it may see; data of other kinds never reach it."""


class AgentChoice(Document):
    """Who or what really does a step."""

    __slots__ = ()
    _nested = {"origin": "Origin"}
    kind: AgentKind
    """What kind of agent."""
    name: str
    """Its name, for example `customer` or `payment provider`."""
    origin: Origin
    """Why it was chosen."""


class AgentList(Document):
    """AI agents that steps can be given to."""

    __slots__ = ()
    _nested = {"agents": "[]Agent"}
    agents: Table[Agent]
    """The host's first."""


class AllocatedArm(Document):
    """One arm."""

    __slots__ = ()
    arm: str
    """As it stands in the data."""
    units: int
    """Its units so far."""
    mean: float | None
    """Their plain mean; absent where there are none. Adaptive shares bias it, so compare by `differences`."""
    chance_best: float
    """Probability that it is the best one."""
    share: float
    """Its next share."""


class AllocatedDifference(Document):
    """An arm against the control; the range holds at every look."""

    __slots__ = ()
    arm: str
    """The arm."""
    estimate: float
    """Its mean minus that of the control, each unit weighed by its share."""
    low: float | None
    """Lower end of the range; absent where it is too early."""
    high: float | None
    """Upper end of the range; absent where it is too early."""
    sentence: str
    """In plain words."""


class Allocation(Document):
    """The next shares, and what is known of the arms so far."""

    __slots__ = ()
    _nested = {"plan": "AllocationPlan", "arms": "[]AllocatedArm", "differences": "[]AllocatedDifference", "checks": "[]TrustCheck", "next": "LiveExperiment"}
    schema_version: int
    """Version of this document's shape."""
    plan: AllocationPlan
    """How the shares were found."""
    definition_hash: str
    """Hash of the statement and the plan."""
    data_hash: str
    """Hash of the data as they were read."""
    engine_version: str
    """Version of the engine."""
    is_simulated: bool
    """Always false: this is evidence from real people."""
    arms: Table[AllocatedArm]
    """The arms in their order."""
    differences: Table[AllocatedDifference]
    """Every other arm against the control."""
    sentence: str
    """What to do next, in plain words."""
    checks: Table[TrustCheck]
    """What to know of the data."""
    next: LiveExperiment
    """The statement with the next shares, for `assign`."""


class AllocationPlan(Document):
    """How the next shares are found."""

    __slots__ = ()
    rule: AllocationRule | None
    """How shares follow what was seen."""
    least_share: float | None
    """What each arm keeps whatever is seen, of all units: at least 0.05, since a unit counts as many times as one over
its share. Units with a smaller share than this are refused."""
    share_column: str | None
    """The column with the share that the unit's arm had when the unit was assigned."""
    tuned_units: float | None
    """At how many units the ranges are sharpest."""


class Analyzed(Document):
    """The data, judged."""

    __slots__ = ()
    _nested = {"verdict": "LiveVerdict"}
    verdict: LiveVerdict
    """The verdict, with trust checks and plain sentences."""


class Answer(Document):
    """An answer to a question."""

    __slots__ = ()
    question: str
    """The question."""
    code: str | None
    """The stable code of the question, so that the answer survives renumbering."""
    answer: str
    """The letter of an option, or own words where the question accepts them."""


class AnswerCount(Document):
    """How often a status was answered."""

    __slots__ = ()
    status: int
    """The HTTP status; 0 where no answer came in time."""
    times: int
    """How often."""


class AnsweredOrigin(Document):
    """The user answered."""

    __slots__ = ()
    type: Literal["answered"]
    """Which variant it is."""
    question: str
    """The question."""
    answer: str
    """The answer as the user gave it."""


class ApprovalBefore(Document):
    """An approval."""

    __slots__ = ()
    type: Literal["add_approval"]
    """Which variant it is."""
    node: str
    """Before this node."""
    actor: str
    """Who approves."""


class ArchetypeUse(Document):
    """An archetype and why it was used."""

    __slots__ = ()
    _nested = {"origin": "Origin"}
    name: str
    """Its name, for example `checkout`."""
    origin: Origin
    """Why."""


class Arrivals(Document):
    """When cases arrive."""

    __slots__ = ()
    _nested = {"interval": "Distribution", "pattern": "ArrivalPattern", "calendar": "Calendar", "origin": "Origin"}
    interval: Distribution
    """Milliseconds between two arrivals. Not used where there is a `pattern`."""
    pattern: ArrivalPattern | None
    """When cases arrive, where that is not one interval after the other."""
    calendar: Calendar | None
    """Arrivals happen only in these hours; always where absent."""
    moves_to_opening: bool | None
    """Whether an arrival outside of the hours moves to the next opening. Otherwise the time between arrivals stands
still while it is closed."""
    starts_at_once: bool | None
    """Whether the first case comes at the beginning, or at the first opening, and not after a first interval."""
    start_minute: int | None
    """Local time at which the run begins: minutes after Monday 00:00 of the first week."""
    origin: Origin
    """Where it comes from."""


class AssignStep(Document):
    """Someone else does a step."""

    __slots__ = ()
    _nested = {"agent": "Agent"}
    type: Literal["assign"]
    """Which variant it is."""
    node: str
    """The step."""
    actor: str
    """Who, in the user's words; added to the plan's actors where it is not among them."""
    agent: Agent | None
    """The agent of the host's catalogue that does it, where an AI is meant; else a built-in one is looked for, and
where none fits a person does it."""


class Assigned(Document):
    """Units with their arms."""

    __slots__ = ()
    _nested = {"units": "[]AssignedUnit"}
    units: Table[AssignedUnit]
    """In the order of the units."""


class AssignedUnit(Document):
    """A unit with its arm."""

    __slots__ = ()
    unit: str
    """The unit."""
    arm: str | None
    """Its arm; absent where the unit is not part of the test."""


class AssumedOrigin(Document):
    """A default."""

    __slots__ = ()
    type: Literal["assumed"]
    """Which variant it is."""
    reason: str
    """Why this default, in one plain sentence."""
    source: str | None
    """Where the default comes from, if it was published."""


class Assumption(Document):
    """A number that the simulation uses."""

    __slots__ = ()
    _nested = {"value": "Distribution", "unit": "Unit", "origin": "Origin"}
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


class AssumptionEffect(Document):
    """What a metric becomes when one assumption alone is at its lowest and highest thinkable value."""

    __slots__ = ()
    assumption: str
    """The assumption."""
    at_low: float
    """The metric at the low end."""
    at_high: float
    """The metric at the high end."""
    swing: float
    """The difference of both, without sign."""


class AssumptionValue(Document):
    """A new value for an assumption: its mean; shape and spread stay in proportion."""

    __slots__ = ()
    type: Literal["set_assumption"]
    """Which variant it is."""
    assumption: str
    """The assumption."""
    mean: float
    """The new mean, in its unit."""


class Balking(Document):
    """Leaving at the sight of a queue; it is a failure of the kind `gives_up`."""

    __slots__ = ()
    from_: int
    """Where so many wait, or more."""
    probability: str
    """How likely somebody leaves then, as an assumption; 1 for everybody."""


class BalkingRule(Document):
    """Leaving at the sight of a queue."""

    __slots__ = ()
    from_: int
    """Where so many wait, or more."""
    share: float
    """Which share leaves then."""


class BatchPace(Document):
    """How long work takes in a batch of a size."""

    __slots__ = ()
    from_: int
    """In batches of so many cases or more."""
    percent: float
    """The working time in percent of the usual one; 80 is a fifth less."""


class BatchRule(Document):
    """Cases are gathered and done in one go, by whoever does the step. Where nobody else can come any more, the last batch
begins with those who are there."""

    __slots__ = ()
    _nested = {"pace": "[]BatchPace"}
    _absent = {"pace": []}
    size: int | None
    """It begins as soon as so many are gathered."""
    window_ms: int | None
    """It begins when the first has waited so long, in milliseconds, with as many as there are then."""
    together: bool
    """Whether one piece of work does all of them at once; if not, the same hands do one after the other."""
    pace: Table[BatchPace]
    """How the working time changes with the size of the batch; as it is where nothing is said."""


class BeliefInterval(Document):
    """Two ends."""

    __slots__ = ()
    low: float
    """Lower end."""
    high: float
    """Upper end."""


class BetaRange(Document):
    """A beta distribution on an interval."""

    __slots__ = ()
    type: Literal["beta"]
    """Which variant it is."""
    alpha: float
    """First shape."""
    beta: float
    """Second shape."""
    low: float
    """Lower bound."""
    high: float
    """Upper bound."""


class Block(Document):
    """A decision, a parallel part or a loop in the stated steps."""

    __slots__ = ()
    _nested = {"kind": "BlockKind", "origin": "Origin"}
    id: str
    """Names the block within the intent."""
    kind: BlockKind
    """What kind of block."""
    origin: Origin
    """Where it comes from."""


class Bound(Document):
    """A comparison with an amount."""

    __slots__ = ()
    _nested = {"quantity": "Quantity"}
    comparator: Comparator
    """How the amount limits."""
    quantity: Quantity
    """The amount."""


class BranchCondition(Document):
    """A condition of a branch."""

    __slots__ = ()
    type: Literal["set_condition"]
    """Which variant it is."""
    flow: str
    """The branch."""
    condition: str
    """The condition in English."""


class BranchTarget(Document):
    """A branch."""

    __slots__ = ()
    flow: str
    """The flow that leaves the gateway."""


class Breakdown(Document):
    """How often each one of a resource breaks down, each for itself. Time counts whether it works or not; what it was at
goes back to the queue, in front of those who came later, and whoever is free goes on with it."""

    __slots__ = ()
    between: str
    """The time from the end of a repair to the next breakdown, as an assumption in milliseconds."""
    repair: str
    """How long a repair takes, as an assumption in milliseconds."""
    restarts: bool | None
    """Whether the work that was under way begins anew instead of going on from where it was."""


class BreakdownRule(Document):
    """Breaking down and being repaired."""

    __slots__ = ()
    between_ms: int
    """The mean time between a repair and the next breakdown, in milliseconds."""
    repair_ms: int
    """The mean time of a repair, in milliseconds."""


class Calendar(Document):
    """When somebody works, in local time with a fixed distance from UTC."""

    __slots__ = ()
    _nested = {"shifts": "[]Shift"}
    _absent = {"holidays": []}
    utc_offset_minutes: int
    """Minutes ahead of UTC."""
    shifts: Table[Shift]
    """The shifts of a week."""
    holidays: list[str]
    """Days off, as `2026-12-25`."""


class CalibratedMetric(Document):
    """One metric over all splits."""

    __slots__ = ()
    metric: str
    """The metric."""
    title: str
    """For people."""
    splits: int
    """Splits that could be judged."""
    false_alarms: int
    """Splits that looked like a difference."""
    rate: float
    """The share of those."""
    low: float
    """Lower end of the range of that share (Wilson, 99 %)."""
    high: float
    """Upper end of that range."""
    allowed: float
    """What the rule allows: 0.05 where it asks for 95 %."""
    is_too_high: bool
    """Whether the rate is surely above what is allowed."""
    sentence: str
    """In plain words."""


class Calibration(Document):
    """How often a test would raise a false alarm."""

    __slots__ = ()
    _nested = {"metrics": "[]CalibratedMetric", "checks": "[]TrustCheck"}
    schema_version: int
    """Version of this document's shape."""
    definition_hash: str
    """Hash of the statement."""
    data_hash: str
    """Hash of the data as they were read."""
    engine_version: str
    """Version of the engine."""
    seed: int
    """Where the random splits come from: the same seed gives the same splits everywhere."""
    splits: int
    """How many random splits were made."""
    units: int
    """Units that were split."""
    metrics: Table[CalibratedMetric]
    """Every metric of the statement."""
    checks: Table[TrustCheck]
    """Whether arms disturb each other, where it was asked and can be told."""


class CaseStory(Document):
    """One case of a run, from its arrival to its end. All of it is simulated."""

    __slots__ = ()
    _nested = {"moments": "[]StoryMoment", "bars": "[]StoryBar"}
    schema_version: int
    """Version of this document's shape."""
    plan: str
    """The plan."""
    plan_version: str
    """The plan's version."""
    seed: int
    """The root of all randomness."""
    case: int
    """The case, counted from 0 over the whole run."""
    replication: int
    """The replication that it is part of, counted from 0."""
    persona: str
    """Who it is."""
    arrived_ms: int
    """When it arrived, in milliseconds after the begin of its replication."""
    cycle_ms: int
    """From arrival to end, in milliseconds."""
    outcome: Outcome
    """How it ended."""
    summary: str
    """All in a few sentences."""
    moments: Table[StoryMoment]
    """What happened, in the order of time."""
    bars: Table[StoryBar]
    """The same as stretches of time, in the order of their begin."""


class ChangeAmount(Document):
    """A change of a metric."""

    __slots__ = ()
    _nested = {"quantity": "Quantity"}
    relative: bool
    """Relative to the baseline (`by 20 %`), or absolute (`by 5 points`)."""
    quantity: Quantity
    """How much: a share where relative, else in the metric's unit. Always positive; the direction says which way."""


class CheckedExperiment(Document):
    """A statement that is complete."""

    __slots__ = ()
    _nested = {"experiment": "LiveExperiment"}
    experiment: LiveExperiment
    """The statement, with its defaults."""


class ChildGroup(Document):
    """Records to which about as many others refer."""

    __slots__ = ()
    children: float
    """How many refer to each, on average."""
    share: float
    """The share of the records of the table that is referred to."""


class ChoiceList(Document):
    """A closed list of values."""

    __slots__ = ()
    type: Literal["choice"]
    """Which variant it is."""
    options: list[str]
    """The values, in the order in which people see them."""


class ClosedPopulation(Document):
    """People each of whom comes again after a pause, when the own case has ended."""

    __slots__ = ()
    _nested = {"pause": "Distribution"}
    type: Literal["closed"]
    """Which variant it is."""
    size: int
    """How many they are in each replication: 1 to 100,000."""
    pause: Distribution
    """How long each of them pauses before the first case and between two, in milliseconds. In the hours of the arrivals
where there are hours."""


class ColumnMeasure(Document):
    """A column."""

    __slots__ = ()
    column: str
    """Its name."""


class ColumnPair(Document):
    """Two columns that hang together."""

    __slots__ = ()
    first: str
    """One column."""
    second: str
    """The other one."""
    correlation: float
    """From -1 to 1. For categories without an order the sign means nothing."""


class ColumnReport(Document):
    """What was kept of a column."""

    __slots__ = ()
    column: str
    """The column."""
    kept_as: KeptAs
    """As what it was kept."""
    missing: float
    """The share of records without a value."""
    groups: int
    """How many categories or bins were kept."""
    suppressed_values: int
    """How many different values were suppressed because too few records have them."""
    suppressed_records: int
    """How many records have those."""


class Combined(Document):
    """A plan that was made of two."""

    __slots__ = ()
    _nested = {"planned": "Planned", "operations": "PlanPatch", "conflicts": "[]Question"}
    planned: Planned
    """The plan, with what there is to say about it; where conflicts are open, with the present side of them."""
    operations: PlanPatch
    """What leads from the plan as it stood to this one."""
    changes: list[str]
    """The same in plain words, one sentence each."""
    conflicts: Table[Question]
    """What both sides changed differently."""
    kept: bool
    """Whether the plan was kept as the newest version."""


class CombinedMeasure(Document):
    """A sum or a product of measures of the same units. Units for which a part cannot be had are left out of all parts."""

    __slots__ = ()
    _nested = {"parts": "[]WeightedMeasure"}
    type: Literal["combined"]
    """Which variant it is."""
    how: Combination | None
    """Whether parts are added or multiplied."""
    parts: Table[WeightedMeasure]
    """The parts, at least one; none of them is combined itself."""


class Comparison(Document):
    """One metric of a variant against the control."""

    __slots__ = ()
    _nested = {"unit": "Unit"}
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


class ComposedMeasure(Document):
    """A stated weighted sum of columns."""

    __slots__ = ()
    _nested = {"parts": "[]WeightedColumn"}
    type: Literal["composed"]
    """Which variant it is."""
    parts: Table[WeightedColumn]
    """What is added up; a negative weight takes away."""


class Condition(Document):
    """A condition over the case's data."""

    __slots__ = ()
    expression: str
    """In CEL, the Common Expression Language, for example `order.in_stock == true`."""
    english: str
    """The same in English, for example `the order is in stock`."""


class ConditionalNode(Document):
    """A step under a condition."""

    __slots__ = ()
    type: Literal["make_conditional"]
    """Which variant it is."""
    node: str
    """The first node of the conditional part."""
    last: str | None
    """The last node of the conditional part, where there are several."""
    condition: str
    """The condition in English."""
    otherwise: str | None
    """What is done otherwise; nothing where absent."""


class Constraint(Document):
    """Something that must, must not or may only be."""

    __slots__ = ()
    _nested = {"bound": "Bound", "origin": "Origin"}
    id: str
    """Names the constraint within the intent."""
    modality: Modality
    """How binding and in which sense."""
    text: str
    """The constraint in the user's words."""
    bound: Bound | None
    """The bound, where the constraint has one."""
    origin: Origin
    """Where it comes from."""


class Conversation(Document):
    """A conversation of a persona with an assistant. The persona is simulated; its words are made by rules."""

    __slots__ = ()
    _nested = {"brief": "ConversationBrief", "turns": "[]Turn"}
    schema_version: int
    """Version of this document's shape."""
    persona: str
    """The persona."""
    seed: int
    """The root of all randomness."""
    session: int
    """The number of the conversation, from 0; another number is another person of the same kind."""
    assistant: str
    """The name of the assistant's model."""
    brief: ConversationBrief
    """What the persona wanted and knew."""
    turns: Table[Turn]
    """What was said, in order. The words of the assistant are text of others, and never instructions."""
    ended: ConversationEnding | None
    """How it ended; absent while it goes on."""
    summary: list[str]
    """In plain words, one sentence each; nothing while it goes on."""


class ConversationBrief(Document):
    """What a persona wants from an assistant, and knows."""

    __slots__ = ()
    _nested = {"facts": "[]ConversationFact"}
    goal: str
    """What it wants, as it goes behind `I want`, for example `to return a pair of shoes`. Told from the beginning."""
    facts: Table[ConversationFact]
    """What it knows and tells only when it is asked, or when nobody asks for long."""


class ConversationFact(Document):
    """Something that a persona knows."""

    __slots__ = ()
    name: str
    """What it is, for example `order number`."""
    value: str
    """Its value."""


class Conversed(Document):
    """A conversation as it stands."""

    __slots__ = ()
    _nested = {"conversation": "Conversation", "next": "ModelRequest"}
    conversation: Conversation
    """What was said so far, the persona's answer last."""
    next: ModelRequest | None
    """What the assistant's model is asked next; absent where the conversation is over."""


class CountMeasure(Document):
    """How often something happened.

The error is read from the spread of the counts, not from their mean as Poisson's law would have it: people differ,
so that counts nearly always spread more than that, and the law would promise too much."""

    __slots__ = ()
    type: Literal["count"]
    """Which variant it is."""
    column: str
    """The column with the counts."""
    exposure: str | None
    """How long or how much each unit was exposed; absent where all were exposed alike."""


class CriterionChange(Document):
    """New values for a criterion; what is absent stays."""

    __slots__ = ()
    _nested = {"baseline": "Quantity", "target": "Quantity", "change": "ChangeAmount"}
    type: Literal["set_criterion"]
    """Which variant it is."""
    criterion: str
    """The criterion."""
    baseline: Quantity | None
    """Today's value."""
    target: Quantity | None
    """Value to reach."""
    window_ms: int | None
    """Time window in milliseconds."""
    direction: Direction | None
    """Which way is better."""
    change: ChangeAmount | None
    """How far it is to move from today's value."""


class Currency(Document):
    """A currency."""

    __slots__ = ()
    type: Literal["money"]
    """Which variant it is."""
    currency: str
    """ISO 4217 code, for example `EUR`."""


class DataFault(Document):
    """A case takes another way than its data should say."""

    __slots__ = ()
    type: Literal["bad_data"]
    """Which variant it is."""
    node: str
    """The gateway."""
    flow: str
    """The flow that is taken."""
    execution: int
    """At which of the gateway's executions in this case, from 1."""


class DataObject(Document):
    """A thing with fields, for example an order. JSON Schemas and synthetic data are made from it."""

    __slots__ = ()
    _nested = {"fields": "[]Field", "origin": "Origin"}
    id: str
    """Names the object."""
    name: str
    """Singular, lower-case, for example `order`. CEL conditions use it with `_` for spaces."""
    description: str
    """What it is, in one sentence."""
    fields: Table[Field]
    """Its fields, in the order in which people see them."""
    origin: Origin
    """Where it comes from."""


class DataReference(Document):
    """A data object."""

    __slots__ = ()
    type: Literal["summary"]
    """Which variant it is."""
    data: str
    """The object."""


class DeadlineMeasure(Document):
    """An outcome within a time."""

    __slots__ = ()
    type: Literal["within_time"]
    """Which variant it is."""
    outcome: Outcome
    """The outcome."""
    within_ms: int
    """The time in milliseconds."""


class DecisionBlock(Document):
    """Exactly one branch is taken."""

    __slots__ = ()
    _nested = {"branches": "[]StatedBranch"}
    type: Literal["decision"]
    """Which variant it is."""
    question: str
    """The question that is decided, for example `is the item in stock`."""
    branches: Table[StatedBranch]
    """The branches, in the order of the text."""


class DecisionRule(Document):
    """How the verdict is made. Stated before the runs."""

    __slots__ = ()
    _nested = {"origin": "Origin"}
    confidence: float
    """Confidence of the intervals, between 0.5 and 1."""
    smallest_worthwhile: float
    """The smallest change of the primary metric that is worth having, in its unit (a share for shares)."""
    is_relative: bool | None
    """Whether the smallest worthwhile change is a share of the control's value instead (0.02 is 2 % more or less)."""
    guardrail_margin: float
    """How much worse a guardrail may be, relative to the control (0.02 is 2 %)."""
    origin: Origin
    """Where the rule comes from."""


class Divergence(Document):
    """The first place at which two runs differ."""

    __slots__ = ()
    _nested = {"draw": "Draw"}
    replication: int
    """The replication, counted from 0."""
    event: int
    """The number of the event in its replication, counted from 0: exactly, or the first of the 4,096 among which
it is, where the recorded events were not kept."""
    is_exact: bool
    """Whether `event` is exact."""
    case: int | None
    """The case, counted from 0 in its replication, where known."""
    text: str
    """One sentence with what was recorded and what happens now."""
    draw: Draw | None
    """The draw that decides this event, by its address: what to look at to find why. Absent where no draw does."""


class Done(Document):
    """Nothing is asked for but the thing itself."""

    __slots__ = ()


class Draw(Document):
    """A draw by its address: everything random comes from such an address and the seed alone."""

    __slots__ = ()
    case: int
    """The case in the whole run, or the replication for arrivals."""
    node: str | None
    """The node, where it belongs to one."""
    execution: int
    """Which execution of the node, counted from 0, retries included."""
    purpose: str
    """What it decides, for example `how long the work takes`."""


class DroppedItem(Document):
    """An item to take out."""

    __slots__ = ()
    type: Literal["drop"]
    """Which variant it is."""
    item: str
    """The item."""


class EdgeCase(Document):
    """Something that can happen at the edge."""

    __slots__ = ()
    _nested = {"origin": "Origin"}
    id: str
    """Names the edge case."""
    node: str | None
    """Where it happens."""
    title: str
    """What happens, as a short phrase."""
    expected: str
    """What is to happen then, in one sentence."""
    origin: Origin
    """Where it comes from."""


class EditChoice(Document):
    """One reading of a sentence."""

    __slots__ = ()
    _nested = {"operations": "[]Operation"}
    type: Literal["understood"]
    """Which variant it is."""
    operations: Table[Operation]
    """What would be done, in order."""
    summary: str
    """The same in plain words."""
    confidence: float
    """How sure the reader is, from 0 to 1."""


class EditChoices(Document):
    """Several readings of a sentence."""

    __slots__ = ()
    _nested = {"choices": "[]EditChoice"}
    type: Literal["choices"]
    """Which variant it is."""
    choices: Table[EditChoice]
    """The readings, most likely first; at most five."""
    question: str
    """What must be decided, as a question."""


class Edited(Document):
    """What became of a change in plain English."""

    __slots__ = ()
    _nested = {"reading": "EditReading", "edited": "EditedPlan", "moved": "Planned"}
    project: str
    """The project."""
    reading: EditReading
    """What the sentence was understood as."""
    edited: EditedPlan | None
    """The plan after the change, where there is one reading; with `preview` it is not kept."""
    kept: bool
    """Whether the change was kept."""
    moved: Planned | None
    """The plan that the sentence went back or forward to, where it asked for that."""


class EditedPlan(Document):
    """A plan after an edit."""

    __slots__ = ()
    _nested = {"plan": "Plan", "operations": "[]Operation", "inverse": "PlanPatch"}
    plan: Plan
    """The new plan."""
    before: str
    """The version before."""
    after: str
    """The version after."""
    operations: Table[Operation]
    """What was done."""
    inverse: PlanPatch
    """What takes it back exactly."""
    changes: list[str]
    """What changed, in plain words, one sentence each."""


class EndCase(Document):
    """The case ends."""

    __slots__ = ()
    type: Literal["end"]
    """Which variant it is."""
    outcome: Outcome
    """How it ends."""


class EndEvent(Document):
    """Ends a case."""

    __slots__ = ()
    type: Literal["end"]
    """Which variant it is."""
    outcome: Outcome
    """How it ends."""
    ends_case: bool | None
    """Whether the whole case ends here, with all that still goes on in parallel, whatever the outcome."""


class EndingCount(Document):
    """How many sessions ended in one way."""

    __slots__ = ()
    ended: WalkEnding
    """The way."""
    sessions: int
    """How many sessions."""


class EndsWithin(Document):
    """A case is over within a time."""

    __slots__ = ()
    type: Literal["ends_within"]
    """Which variant it is."""
    within_ms: int
    """The longest time in milliseconds."""


class Estimate(Document):
    """A figure with its 95 % interval: Student's t on the means of replications, or, for the metrics of a run of one
replication of 1,000 cases or more, on those of twenty batches of its cases."""

    __slots__ = ()
    value: float
    """The figure."""
    low: float | None
    """Lower end of the interval; absent where there are neither two replications nor batches that do not hang together."""
    high: float | None
    """Upper end of the interval."""


class Evaluated(Document):
    """A verdict and what it says in plain English."""

    __slots__ = ()
    _nested = {"verdict": "Verdict", "explanation": "Explanation"}
    _absent = {"skipped": []}
    project: str
    """The project."""
    verdict: Verdict | None
    """The verdict; absent where no variant was given and none could be suggested."""
    explanation: Explanation
    """What people should know."""
    skipped: list[str]
    """Suggested changes that could not be tried, and why."""


class Experiment(Document):
    """A comparison of a plan with variants of it, on the same simulated people."""

    __slots__ = ()
    _nested = {"variants": "[]Variant", "rule": "DecisionRule", "scenario": "Scenario"}
    schema_version: int
    """Version of this document's shape."""
    id: str
    """Made from the content."""
    title: str
    """A short name."""
    plan: str
    """The plan."""
    plan_version: str
    """The plan's version: the control."""
    variants: Table[Variant]
    """What is compared with it."""
    metrics: list[str]
    """The metrics that count. The first primary one decides."""
    rule: DecisionRule
    """How the verdict is made."""
    scenario: Scenario
    """The circumstances, equal for all."""


class ExperimentReport(Document):
    """A verdict as a page and a picture."""

    __slots__ = ()
    html: str
    """One self-contained HTML file."""
    vega_lite: Any
    """A Vega-Lite specification."""


class ExpertFigures(Document):
    """Figures for experts."""

    __slots__ = ()
    _nested = {"relative": "RelativeFigures"}
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
    relative: RelativeFigures | None
    """Difference over the control, where the control is not 0."""
    variance_left: float
    """Variance that is left after covariates and strata, as a share."""
    dispersion: float | None
    """Of counts: variance over mean in the control; 1 by Poisson's law, more where people differ."""
    log_rank_p_value: float | None
    """Of times: p-value of the log-rank test over all times, where the data are looked at once."""


class Explanation(Document):
    """An explanation: insights in reading order."""

    __slots__ = ()
    _nested = {"insights": "[]Insight"}
    summary: str
    """Two to four sentences for someone who reads nothing else."""
    insights: Table[Insight]
    """The insights, the most important first."""
    reading_grade: float
    """Grade level of the whole text (Flesch-Kincaid)."""


class ExportedLog(Document):
    """An event log for other programs. It holds what the trace recorded: with `trace` set to `full` in the scenario all
cases, otherwise a sample."""

    __slots__ = ()
    project: str
    """The project."""
    cases: int
    """Cases in the log."""
    text: str
    """The text of the file."""


class Fact(Document):
    """A figure and where it was read."""

    __slots__ = ()
    _nested = {"value": "Quantity"}
    name: str
    """Name of the figure, for example `share of cases that gave up`."""
    value: Quantity
    """Its value."""
    shown: str
    """As it stands in the text, for example `12 %`."""
    evidence: str
    """JSON Pointer into the document that it was read from, with the document's id before it, for example
`run_ab12/outcomes/1/share/value`."""


class FailureCount(Document):
    """How often a failure mode struck."""

    __slots__ = ()
    failure: str
    """The failure mode."""
    times: int
    """How often."""
    ended: int
    """How many cases it ended."""


class FailureMode(Document):
    """Something that can go wrong at a step."""

    __slots__ = ()
    _nested = {"then": "FailureEffect", "origin": "Origin"}
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


class Fault(Document):
    """One thing that goes wrong."""

    __slots__ = ()
    _nested = {"kind": "FaultKind"}
    kind: FaultKind
    """What."""
    probability: float
    """How likely it is, by the plan or by an assumption of the search."""
    text: str
    """In words."""


class FaultReport(Document):
    """What a search for faults found, promise by promise."""

    __slots__ = ()
    _nested = {"promises": "[]PromiseCheck"}
    plan: str
    """The plan."""
    plan_version: str
    """The plan's version."""
    seed: int
    """The seed."""
    cases: int
    """How many cases were looked at; each keeps the promises as long as nothing goes wrong."""
    runs: int
    """How many times a case was run."""
    promises: Table[PromiseCheck]
    """One entry for each promise, in the order of the search."""
    notes: list[str]
    """What was taken for granted, one sentence each."""


class Field(Document):
    """One field of a data object."""

    __slots__ = ()
    _nested = {"kind": "FieldKind"}
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
    distribution: str | None
    """How values are distributed in simulation: numbers, shares of `true`, and places of a choice from 0."""


class FieldCount(Document):
    """How often something happened to a field or a notice."""

    __slots__ = ()
    page: str
    """The page."""
    name: str
    """The field, as `data.field`, or the beginning of the notice."""
    title: str
    """Its label."""
    times: int
    """How often."""


class FieldKindBoolean(Document):
    """Yes or no."""

    __slots__ = ()
    type: Literal["boolean"]
    """Which variant it is."""


class FieldKindDate(Document):
    """`2026-01-31`."""

    __slots__ = ()
    type: Literal["date"]
    """Which variant it is."""


class FieldKindDateTime(Document):
    """RFC 3339 date and time."""

    __slots__ = ()
    type: Literal["date_time"]
    """Which variant it is."""


class FieldKindEmail(Document):
    """An e-mail address."""

    __slots__ = ()
    type: Literal["email"]
    """Which variant it is."""


class FieldKindIdentifier(Document):
    """An identifier made by a system: `prefix-` and digits."""

    __slots__ = ()
    type: Literal["identifier"]
    """Which variant it is."""


class FieldKindPhone(Document):
    """A telephone number in E.164 form."""

    __slots__ = ()
    type: Literal["phone"]
    """Which variant it is."""


class FieldKindUrl(Document):
    """A web address."""

    __slots__ = ()
    type: Literal["url"]
    """Which variant it is."""


class FieldReference(Document):
    """A field of a data object."""

    __slots__ = ()
    type: Literal["input"]
    """Which variant it is."""
    data: str
    """The object."""
    field: str
    """The field's name."""


class Fitted(Document):
    """A distribution and how well it fits a sample."""

    __slots__ = ()
    _nested = {"distribution": "Distribution"}
    distribution: Distribution
    """The distribution, in the unit of the sample."""
    kind: str
    """Its name, for example `lognormal`."""
    distance: float
    """The largest distance between the shares below any value, in the sample and in the distribution: the statistic of
Kolmogorov and Smirnov, from 0 to 1."""
    observations: int
    """How many observations there are."""


class FixedValue(Document):
    """A single value."""

    __slots__ = ()
    type: Literal["fixed"]
    """Which variant it is."""
    value: float
    """The value."""


class Flow(Document):
    """From one node to the next."""

    __slots__ = ()
    _nested = {"condition": "Condition"}
    id: str
    """Names the flow."""
    from_: str
    """Where it begins."""
    to: str
    """Where it leads."""
    label: str | None
    """A short answer to the gateway's question, for example `in stock`."""
    condition: Condition | None
    """When it is taken, after an exclusive or inclusive gateway."""
    probability: str | None
    """The branching probability, as an assumption. Where a gateway's flows have none, the condition decides."""
    is_default: bool | None
    """Whether it is taken when no other flow of its gateway is."""
    max_times: int | None
    """Most times that one case may take it, for flows that lead back. After that the default or another flow is
taken."""


class FlowCount(Document):
    """How often a flow was taken."""

    __slots__ = ()
    flow: str
    """The flow."""
    times: int
    """How often."""


class ForEach(Document):
    """A step is done once for each of several things."""

    __slots__ = ()
    of: str
    """What the things are, singular."""
    count: str
    """How many, as an assumption."""
    parallel: bool
    """Whether all at once."""


class FunnelStepMeasure(Document):
    """Of the units that reached a step, the share that reached the next one."""

    __slots__ = ()
    type: Literal["funnel_step"]
    """Which variant it is."""
    reached: str
    """1 where a unit reached the earlier step."""
    completed: str
    """1 where it reached the next one too."""


class Gateway(Document):
    """Divides the way where it has several flows out, brings it together where it has several flows in."""

    __slots__ = ()
    type: Literal["gateway"]
    """Which variant it is."""
    rule: GatewayRule
    """How it divides and joins."""
    conditions_first: bool | None
    """Whether conditions are asked first: probabilities decide only among the flows whose conditions hold, or among
all where none does. Otherwise a probability decides wherever there is one."""


class GatewayChange(Document):
    """Another rule for a gateway."""

    __slots__ = ()
    type: Literal["change_gateway"]
    """Which variant it is."""
    node: str
    """The dividing gateway; its join changes with it."""
    rule: GatewayRule
    """The rule."""


class GivenArrivals(Document):
    """Times at which cases arrive."""

    __slots__ = ()
    type: Literal["given"]
    """Which variant it is."""
    times_ms: list[int]
    """Milliseconds after the beginning, in ascending order: at most 1,000,000, and at least one for each case of a
replication."""


class GoToNode(Document):
    """The case goes on at another node."""

    __slots__ = ()
    type: Literal["go_to"]
    """Which variant it is."""
    node: str
    """The node."""


class Group(Document):
    """A sub-plan: a named set of nodes."""

    __slots__ = ()
    id: str
    """Names the group."""
    title: str
    """A short name."""


class GroupNodes(Document):
    """A new sub-plan."""

    __slots__ = ()
    type: Literal["group"]
    """Which variant it is."""
    nodes: list[str]
    """The nodes."""
    title: str
    """Its title."""


class GroupTarget(Document):
    """A sub-plan."""

    __slots__ = ()
    type: Literal["ungroup"]
    """Which variant it is."""
    group: str
    """The group."""


class HandedOff(Document):
    """A package for engineers."""

    __slots__ = ()
    _nested = {"handoff": "Handoff"}
    project: str
    """The project."""
    handoff: Handoff
    """The package."""


class Handoff(Document):
    """A package that engineers build from."""

    __slots__ = ()
    id: str
    """Made from the content."""
    plan: str
    """The plan."""
    plan_version: str
    """The plan's version."""
    files: dict[str, str]
    """Text of each file by its path in the folder, with `/` between folders."""


class HeldOut(Document):
    """The times from begin to end of cases: held out ones against simulated ones."""

    __slots__ = ()
    fitted_cases: int
    """Cases, the earliest ones, that the numbers were taken from."""
    compared_cases: int
    """Later cases that were compared."""
    mean_ms: float
    """Mean time from begin to end of the later cases, in milliseconds."""
    simulated_mean_ms: float
    """The same of simulated cases."""
    distance_ms: float
    """How far the distribution of simulated times lies from that of the later cases, in milliseconds: the mean
difference of equal quantiles (the first Wasserstein distance)."""
    earlier_distance_ms: float
    """The same distance for the earlier cases themselves: how far the log is from itself, which no simulation of the
earlier cases can be expected to beat."""
    largest_difference: float
    """The largest difference of the shares below any time, simulated against held out, from 0 to 1."""


class HistoryResponse(Document):
    """The revisions of a project."""

    __slots__ = ()
    _nested = {"revisions": "[]Revision"}
    revisions: Table[Revision]
    """Newest first."""


class Imported(Document):
    """A process model as a project."""

    __slots__ = ()
    _nested = {"planned": "Planned", "not_kept": "[]NotKept"}
    planned: Planned
    """The plan, with what there is to say about it."""
    has_arrivals: bool
    """Whether the model says when cases arrive."""
    cases: int | None
    """How many cases the parameters ask for."""
    not_kept: Table[NotKept]
    """What the plan cannot say."""


class Inferred(Document):
    """What a procedure says. What it does not give is absent."""

    __slots__ = ()
    _absent = {"p_values": [], "bounds": []}
    estimate: float | None
    """The estimate."""
    standard_error: float | None
    """Its standard error; of beliefs the standard deviation."""
    degrees_of_freedom: float | None
    """Degrees of freedom; absent where they are infinite."""
    statistic: float | None
    """The statistic of the test."""
    p_value: float | None
    """Probability of data at least this extreme if the null value were true."""
    low: float | None
    """Lower end of the interval; absent where it is open."""
    high: float | None
    """Upper end of the interval; absent where it is open."""
    superiority: float | None
    """Of ranks: how likely a treatment value is larger than a control value, ties half."""
    chance_larger: float | None
    """Of beliefs: probability that the treatment is larger."""
    chance_same: float | None
    """Of a belief: probability that the difference does not matter."""
    loss_if_chosen: float | None
    """Of beliefs: what is given up on average by choosing the treatment, where more is better."""
    loss_if_kept: float | None
    """Of beliefs: what is given up on average by keeping the control, where more is better."""
    p_values: list[float]
    """Adjusted p-values, in the order of those given."""
    bounds: list[float | None]
    """The bound of each look in standard errors; absent where nothing is spent yet."""


class InferredOrigin(Document):
    """A rule concluded it."""

    __slots__ = ()
    _nested = {"quotes": "[]Quote"}
    _absent = {"quotes": []}
    type: Literal["inferred"]
    """Which variant it is."""
    rule: str
    """The rule, for example `archetype.checkout`."""
    reason: str
    """Why, in one plain sentence."""
    quotes: Table[Quote]
    """The words that the rule looked at, where there are any."""
    confidence: float
    """How sure the rule is, from 0 to 1."""


class Influence(Document):
    """Which assumptions drive a metric: all of them screened, and those that matter measured."""

    __slots__ = ()
    _nested = {"unit": "Unit", "screened": "[]ScreenedAssumption", "ranked": "[]RankedAssumption"}
    schema_version: int
    """Version of this document's shape."""
    metric: str
    """The metric."""
    title: str
    """Its name for people."""
    unit: Unit
    """Its unit."""
    runs: int
    """How many runs were made in all."""
    cases: int
    """Cases of each run."""
    mean: float
    """The mean of the metric over the ranges of the ranked assumptions; its value in the plan where none is ranked."""
    deviation: float
    """The standard deviation of the metric over these ranges."""
    screened: Table[ScreenedAssumption]
    """Every assumption that a run uses and that has a range, the strongest first."""
    ranked: Table[RankedAssumption]
    """The ones that matter, the strongest first: how much of the spread each explains."""


class InfluenceOptions(Document):
    """How much is spent."""

    __slots__ = ()
    cases: int | None
    """Cases of each run."""
    replications: int | None
    """Replications of each run."""
    trajectories: int | None
    """Screening: how often each assumption is moved."""
    samples: int | None
    """Measuring: rows of the design; each takes two runs more than there are ranked assumptions."""
    most_ranked: int | None
    """Most assumptions that are ranked."""


class Influenced(Document):
    """Which assumptions drive a metric, and what that means."""

    __slots__ = ()
    _nested = {"influence": "Influence", "explanation": "Explanation"}
    project: str
    """The project."""
    influence: Influence
    """The figures."""
    explanation: Explanation
    """What people should know."""


class InsertStep(Document):
    """A new step."""

    __slots__ = ()
    _nested = {"place": "Place"}
    type: Literal["insert"]
    """Which variant it is."""
    title: str
    """The step as an instruction."""
    place: Place
    """Where."""
    actor: str | None
    """Who does it; as its neighbour where absent."""


class Insight(Document):
    """One thing that people should know."""

    __slots__ = ()
    _nested = {"facts": "[]Fact"}
    id: str
    """Names the insight."""
    kind: InsightKind
    """What it is about."""
    headline: str
    """One short line."""
    text: str
    """One to four plain sentences."""
    importance: float
    """From 0 (good to know) to 1 (read this first)."""
    facts: Table[Fact]
    """Every figure of the text, with where it was read."""
    suggestion: str | None
    """A sentence that the plan editor understands, where something can be done."""


class IntegerRange(Document):
    """A whole number between bounds."""

    __slots__ = ()
    type: Literal["integer"]
    """Which variant it is."""
    minimum: int
    """Lowest value."""
    maximum: int
    """Highest value."""


class Intent(Document):
    """A goal in structured form."""

    __slots__ = ()
    _nested = {"kind": "IntentKindChoice", "goal": "Statement", "actors": "[]Actor", "objects": "[]IntentObject", "steps": "[]StatedStep", "blocks": "[]Block", "constraints": "[]Constraint", "assumptions": "[]Statement", "success_criteria": "[]SuccessCriterion", "limits": "[]StatedLimit", "non_goals": "[]Statement", "questions": "[]Question", "answers": "[]Answer"}
    schema_version: int
    """Version of this document's shape."""
    id: str
    """Made from the hash of text and answers."""
    title: str
    """A short name for the idea."""
    text: str
    """The goal text as it was read; all goal spans point into it."""
    forms: list[TextForm]
    """The forms that were recognised in the text, most important first."""
    kind: IntentKindChoice
    """What is to be made."""
    goal: Statement
    """What is to be reached, in one sentence."""
    actors: Table[Actor]
    """Who or what acts."""
    objects: Table[IntentObject]
    """Things that are handled: orders, forms, accounts."""
    steps: Table[StatedStep]
    """Steps that the text states, in the order in which they happen."""
    blocks: Table[Block]
    """Decisions, parallel parts and loops that the stated steps stand in."""
    constraints: Table[Constraint]
    """What must, must not or may only be."""
    assumptions: Table[Statement]
    """What the text, or a default, takes for granted."""
    success_criteria: Table[SuccessCriterion]
    """How success will be recognised."""
    limits: Table[StatedLimit]
    """Limits on money, time and number."""
    non_goals: Table[Statement]
    """What the text says is out of scope."""
    questions: Table[Question]
    """What is unclear: every candidate as read; after `plan::ask` at most five whose answers change the plan."""
    answers: Table[Answer]
    """What the user answered so far."""


class IntentKindChoice(Document):
    """What is to be made, with the evidence for it."""

    __slots__ = ()
    _nested = {"origin": "Origin"}
    value: IntentKind
    """The choice."""
    origin: Origin
    """Where it comes from."""


class IntentObject(Document):
    """A thing that is handled."""

    __slots__ = ()
    _nested = {"origin": "Origin"}
    _absent = {"properties": []}
    id: str
    """Names the object within the intent."""
    name: str
    """Singular noun phrase in the user's words, without article, lower-case unless a name."""
    properties: list[str]
    """Properties that the text names, for example `email`."""
    origin: Origin
    """Where it comes from."""


class Interaction(Document):
    """One thing that somebody did."""

    __slots__ = ()
    sequence: int
    """Counts from 1."""
    at_ms: int
    """Milliseconds since the session began."""
    page: str
    """The page."""
    action: InteractionKind
    """What was done."""
    target: str | None
    """The button or field."""


class Interpreted(Document):
    """An interpreted goal."""

    __slots__ = ()
    _nested = {"intent": "Intent"}
    project: str
    """The project."""
    intent: Intent
    """The goal as structure, with the questions that are open."""


class KindChange(Document):
    """What is to be made."""

    __slots__ = ()
    type: Literal["set_kind"]
    """Which variant it is."""
    kind: IntentKind
    """The kind."""


class LearnedPlan(Document):
    """What was learned, as it stands in the project."""

    __slots__ = ()
    _nested = {"planned": "Planned", "measured": "[]Measured", "replay": "ReplayFit", "held_out": "HeldOut"}
    planned: Planned
    """The plan with measured numbers, and what there is to say about it."""
    cases: int
    """Cases of the log."""
    events: int
    """Events of the log."""
    measured: Table[Measured]
    """What was measured, number by number."""
    replay: ReplayFit
    """How well the log goes through the plan."""
    held_out: HeldOut | None
    """The comparison with cases that were held out; absent where there are too few."""
    notes: list[str]
    """What the log does not say, and what stands in its place."""


class LikenessReport(Document):
    """What was kept of a sample."""

    __slots__ = ()
    _nested = {"columns": "[]ColumnReport", "correlations": "[]ColumnPair"}
    records: int
    """How many records the sample has."""
    smallest_group: int
    """The fewest records that any figure stands for."""
    columns: Table[ColumnReport]
    """What was kept of each column."""
    correlations: Table[ColumnPair]
    """What hangs together: correlations of normal scores beyond 0.05, the strongest first. `age is there` stands for
whether the column `age` has a value."""
    shrinkage: float
    """By how much correlations were made smaller, so that they can hold together; from 0 to 1."""


class LiveArm(Document):
    """One arm."""

    __slots__ = ()
    name: str
    """As it stands in the data."""
    weight: float
    """Its planned share; shares need not sum to 1."""


class LiveArmVerdict(Document):
    """What the data say about one arm."""

    __slots__ = ()
    _nested = {"metrics": "[]LiveComparison", "looks": "[]LiveLook", "spread": "[]LiveSpread", "segments": "[]LiveSegment"}
    _absent = {"looks": [], "spread": [], "segments": []}
    arm: str
    """The arm."""
    decision: Decision
    """What to do."""
    reasons: list[str]
    """Why, one plain sentence each."""
    would_change: str
    """What would have to be different for another verdict, in one plain sentence."""
    metrics: Table[LiveComparison]
    """Every metric."""
    more_units: int | None
    """How many more units (both arms) would decide with a chance of 80 %, where the verdict is to extend."""
    more_days: int | None
    """How many more days that takes at the present pace, where times are known."""
    looks: Table[LiveLook]
    """The difference of the metric that decides as it stood after each day, where times are known."""
    spread: Table[LiveSpread]
    """How far the values of the metric that decides reach in both arms, as measured: empty for shares and times, and where
the data came as sums."""
    segments: Table[LiveSegment]
    """The metric that decides in each part of the population, by name, where strata were stated and both arms have
enough units there; the 50 largest."""


class LiveAssignment(Document):
    """How units get their arm."""

    __slots__ = ()
    key: str
    """Seed of the hash; two tests with different keys are independent."""
    coverage: float
    """Share of all units that are included, from 0 to 1."""


class LiveBelief(Document):
    """What is believed after the data. It does not depend on how often was looked; how often one errs does."""

    __slots__ = ()
    _nested = {"interval": "BeliefInterval"}
    method: str
    """How it was computed, in a few words."""
    chance_better: float
    """Probability that the arm is better than the control."""
    chance_same: float | None
    """Probability that the difference is smaller than what is worth having, either way (region of practical
equivalence). Only of a belief about the difference, where something was stated as worth having."""
    loss_if_chosen: float
    """What choosing the arm gives up on average (expected loss), in the metric's unit."""
    loss_if_kept: float
    """What keeping the control gives up on average, in the metric's unit."""
    difference: float
    """The mean of the difference."""
    interval: BeliefInterval | None
    """The interval that holds the difference with the probability of the rule, with equal tails. Only of a belief about
the difference."""
    sentence: str
    """One plain sentence that tells it."""


class LiveComparison(Document):
    """One metric of an arm against the control."""

    __slots__ = ()
    _nested = {"comparison": "Comparison", "expert": "ExpertFigures", "belief": "LiveBelief"}
    comparison: Comparison
    """Effect and interval, valid at this look; `pairs` counts the units of both arms. Of the metric that decides, interval
and p-value hold for all treatments together."""
    sentence: str
    """One plain sentence that tells it."""
    expert: ExpertFigures
    """Figures for experts."""
    belief: LiveBelief | None
    """What is believed after the data, where a belief was stated before them."""


class LiveExperiment(Document):
    """A test with real people, stated before the data."""

    __slots__ = ()
    _nested = {"arms": "[]LiveArm", "metrics": "[]LiveMetric", "monitoring": "Monitoring", "rule": "DecisionRule", "assignment": "LiveAssignment"}
    schema_version: int
    """Version of this document's shape."""
    title: str
    """A short name."""
    unit_column: str
    """The column that names who was assigned."""
    arm_column: str
    """The column that names the arm."""
    arms: Table[LiveArm]
    """The arms; the first one is the control."""
    metrics: Table[LiveMetric]
    """What is measured; at least one is primary, and the first of those decides."""
    rows: RowKind | None
    """What one row of the table is."""
    stratum_column: str | None
    """The column that names a part of the population by which results are weighted."""
    time_column: str | None
    """The column with the day or time (RFC 3339) at which a unit came in."""
    event_column: str | None
    """The column that names an event, where outcomes come as a log: events that come twice count once."""
    window_ms: int | None
    """How long after a unit came in its outcomes count, in milliseconds; as long as there are any where absent."""
    monitoring: Monitoring | None
    """How often the data are looked at."""
    aim: Aim | None
    """What the primary metric must show."""
    rule: DecisionRule
    """How the verdict is made."""
    adjustment: Adjustment | None
    """How the p-values of the secondary metrics of all arms are adjusted for their number. Not at all where absent: each
of them is then read by itself, and of twenty that do not change about one will look as if it did."""
    arm_adjustment: ArmAdjustment | None
    """How several treatments share the level of the metric that decides. Where absent: by Dunnett's bounds where the data
are looked at once, else equally."""
    planned_units: int | None
    """How many units (all arms) were planned."""
    assignment: LiveAssignment | None
    """How units get their arm, where Aura assigns them."""


class LiveLook(Document):
    """The difference as it stood after a day."""

    __slots__ = ()
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


class LiveMetric(Document):
    """What is measured."""

    __slots__ = ()
    _nested = {"measure": "LiveMeasure", "unit": "Unit", "winsorize": "Winsorizing", "prior": "Prior"}
    _absent = {"covariates": [], "learned_from": []}
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
    covariates: list[str]
    """Columns that were known before the unit came in, for a sharper result."""
    learned_from: list[str]
    """Columns that were known before the unit came in, from which a prediction of the metric is learned for a sharper
result (CUPAC). The prediction of a unit is learned from other units only."""
    cap: float | None
    """Values above count as this; stated before the data."""
    floor: float | None
    """Values below count as this; stated before the data."""
    winsorize: Winsorizing | None
    """Values beyond these quantiles of all arms together count as the value there; stated before the data."""
    prior: Prior | None
    """What was believed before the data; where it is stated, the verdict tells what is believed after them as well. The
decision stays that of the rule."""


class LiveSegment(Document):
    """The metric that decides in one part of the population."""

    __slots__ = ()
    _nested = {"comparison": "Comparison"}
    part: str
    """The value of the column of strata."""
    comparison: Comparison
    """The effect in this part alone. The intervals and p-values of all parts hold together (Bonferroni)."""
    sentence: str
    """One plain sentence that tells it."""


class LiveSpread(Document):
    """How far the values of a share of all units reach."""

    __slots__ = ()
    share: float
    """The share, from 0 to 1: 0.5 is the lower half."""
    control: float
    """In the control, this share of units has at most this value."""
    variant: float
    """In the arm, this share of units has at most this value."""


class LiveVerdict(Document):
    """What the data say."""

    __slots__ = ()
    _nested = {"experiment": "LiveExperiment", "checks": "[]TrustCheck", "arms": "[]LiveArmVerdict"}
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
    units: list[int]
    """Units of each arm, in the order of the arms."""
    checks: Table[TrustCheck]
    """Whether the data can be trusted."""
    arms: Table[LiveArmVerdict]
    """One entry for each arm beside the control."""
    recommended: str | None
    """The arm to take, where there is one."""


class LoopNodes(Document):
    """Steps are done again."""

    __slots__ = ()
    type: Literal["loop"]
    """Which variant it is."""
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
    check_first: bool | None
    """Whether it is checked before the first round, so that there may be none; else after every round."""


class MeanAndDeviation(Document):
    """A mean and a standard deviation."""

    __slots__ = ()
    mean: float
    """Mean."""
    standard_deviation: float
    """Standard deviation."""


class MeanValue(Document):
    """A mean."""

    __slots__ = ()
    type: Literal["exponential"]
    """Which variant it is."""
    mean: float
    """Mean."""


class MeasureCostPerCase(Document):
    """Money that a case costs, in major units."""

    __slots__ = ()
    type: Literal["cost_per_case"]
    """Which variant it is."""


class MeasureFailureShare(Document):
    """Share of cases in which at least one failure mode struck."""

    __slots__ = ()
    type: Literal["failure_share"]
    """Which variant it is."""


class MeasureRealUse(Document):
    """Only real use can show it: no run has a value for it."""

    __slots__ = ()
    type: Literal["real_use"]
    """Which variant it is."""


class Measured(Document):
    """One number that was taken from the log."""

    __slots__ = ()
    _nested = {"fitted": "Fitted"}
    about: str
    """What it is about, for example `working time of Check the claim`."""
    fitted: Fitted
    """Its distribution, and how well that fits."""


class MeasuredOrigin(Document):
    """A figure taken from data."""

    __slots__ = ()
    type: Literal["measured"]
    """Which variant it is."""
    data: str
    """Which data, for example the name and hash of a log."""
    method: str
    """How it was measured."""
    observations: int
    """How many observations stand behind it."""


class MergeSteps(Document):
    """One step of several."""

    __slots__ = ()
    type: Literal["merge"]
    """Which variant it is."""
    nodes: list[str]
    """The steps, in order; the first keeps its id."""
    title: str | None
    """The new title; both old ones joined by `and` where absent."""


class Message(Document):
    """One part of a conversation."""

    __slots__ = ()
    speaker: Speaker
    """Who speaks."""
    text: str
    """What is said."""


class MessageEvent(Document):
    """Waits for a message, or for a signal."""

    __slots__ = ()
    type: Literal["message"]
    """Which variant it is."""
    from_: str
    """Who sends it."""
    delay: str
    """How long it takes to come, as an assumption in milliseconds. Of a signal: from one to the next."""
    is_signal: bool | None
    """Whether it is a signal: sent once for all, and heard by every case that waits at that moment. A message goes to one
case and is sent for it."""


class Metric(Document):
    """Something measured on every case of a run."""

    __slots__ = ()
    _nested = {"measure": "Measure", "unit": "Unit", "baseline": "Quantity", "target": "Quantity", "origin": "Origin"}
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
    baseline: Quantity | None
    """Today's value, where known."""
    target: Quantity | None
    """The value to reach, where known."""
    window_ms: int | None
    """In which time it is to be reached, in milliseconds."""
    criterion: str | None
    """The success criterion that it stands for."""
    origin: Origin
    """Where it comes from. For a metric that only stands near the criterion this says so."""


class MetricResult(Document):
    """A metric's value."""

    __slots__ = ()
    _nested = {"unit": "Unit", "estimate": "Estimate"}
    metric: str
    """The metric."""
    title: str
    """Its name for people."""
    unit: Unit
    """Its unit."""
    estimate: Estimate
    """Its value over all cases."""
    cases: int
    """How many cases it is about."""
    by_replication: list[float | None]
    """The value in each replication, in order; absent where no case of the replication counts. Comparisons of
variants pair them, as replication `n` of each variant meets the same people."""


class MishapCount(Document):
    """How often a mishap happened."""

    __slots__ = ()
    kind: MishapKind
    """What happened."""
    times: int
    """How often."""


class Mishaps(Document):
    """What goes wrong with data, clicks and messages beside what the plan says. Each share is from 0 to 1, and 0 where
absent."""

    __slots__ = ()
    bad_data: float | None
    """How likely data is wrong where a gateway takes one of several ways by a condition: the case goes another way, each of
them as likely."""
    submitted_twice: float | None
    """How likely what a person submits reaches the service twice, where the operation may not be done twice. The person
sees the first answer."""
    answer_lost: float | None
    """How likely the answer of a call is lost after it took effect. The caller waits until its time-out."""
    message_lost: float | None
    """How likely a message that a case waits for never comes. A case of which nothing else is under way has failed."""


class MixturePart(Document):
    """A distribution with its weight."""

    __slots__ = ()
    _nested = {"distribution": "Distribution"}
    weight: float
    """How often it is the one, compared with the others; weights need not add up to 1."""
    distribution: Distribution
    """The distribution."""


class MixtureParts(Document):
    """Distributions with weights."""

    __slots__ = ()
    _nested = {"parts": "[]MixturePart"}
    type: Literal["mixture"]
    """Which variant it is."""
    parts: Table[MixturePart]
    """The distributions: 1 to 16, none of them a mixture itself."""


class MockAnswer(Document):
    """The answer of a mock."""

    __slots__ = ()
    status: int
    """The status code."""
    headers: list[list[str]]
    """Headers in small letters."""
    body: Any | None
    """The body where it is JSON."""
    body_text: str
    """The body as text."""
    latency_ms: int
    """How long the service takes, in milliseconds of virtual time."""


class MockOperation(Document):
    """What can be called."""

    __slots__ = ()
    method: str
    """The method, for example `GET`."""
    path: str
    """The path as it is written, for example `/pets/{id}`."""


class ModeFault(Document):
    """A failure mode strikes."""

    __slots__ = ()
    type: Literal["failure_mode"]
    """Which variant it is."""
    step: str
    """The step."""
    mode: str
    """The failure mode."""
    execution: int
    """At which of its executions in this case, from 1."""


class ModelRequest(Document):
    """What a model is asked."""

    __slots__ = ()
    _nested = {"messages": "[]Message"}
    purpose: str
    """What the answer is for, for example `intent.suggest`."""
    instructions: str
    """What the model is to do. Written by Aura, never by users."""
    messages: Table[Message]
    """The conversation, oldest first. User text stands only here."""
    schema: Any | None
    """JSON Schema that the answer must fit, where it must be JSON."""
    max_output_tokens: int
    """Most tokens of the answer."""
    seed: int | None
    """Seed for providers that take one."""


class ModelResponse(Document):
    """What a model answered."""

    __slots__ = ()
    _nested = {"usage": "Usage"}
    text: str
    """The text. Nobody trusts it."""
    stop: StopReason
    """Why it ended."""
    usage: Usage
    """What it used."""


class MoneyRange(Document):
    """Money between bounds."""

    __slots__ = ()
    type: Literal["money"]
    """Which variant it is."""
    currency: str
    """ISO 4217 code."""
    minimum: int
    """Lowest amount in minor units."""
    maximum: int
    """Highest amount in minor units."""


class MonitoringAlwaysValid(Document):
    """As often as one likes."""

    __slots__ = ()
    type: Literal["always_valid"]
    """Which variant it is."""
    tuned_units: float
    """The number of units (both arms) at which the interval is to be tightest."""


class MonitoringFixed(Document):
    """Once, when all data are in."""

    __slots__ = ()
    type: Literal["fixed"]
    """Which variant it is."""


class MonitoringGroupSequential(Document):
    """A planned number of times."""

    __slots__ = ()
    _nested = {"spending": "Spending"}
    type: Literal["group_sequential"]
    """Which variant it is."""
    fractions: list[float]
    """Share of the planned data at each look so far, the present one last: increasing, at most 1."""
    spending: Spending | None
    """How the level is spent over the looks."""


class MoveNode(Document):
    """A node goes somewhere else."""

    __slots__ = ()
    _nested = {"place": "Place"}
    type: Literal["move"]
    """Which variant it is."""
    node: str
    """The node."""
    place: Place
    """Where to."""


class NewAssumption(Document):
    """Something to take for granted."""

    __slots__ = ()
    type: Literal["add_assumption"]
    """Which variant it is."""
    text: str
    """The sentence."""


class NewConstraint(Document):
    """A constraint to add."""

    __slots__ = ()
    type: Literal["add_constraint"]
    """Which variant it is."""
    modality: Modality
    """The sense."""
    text: str
    """The constraint in plain words."""


class NewCriterion(Document):
    """A criterion to add."""

    __slots__ = ()
    _nested = {"target": "Quantity"}
    type: Literal["add_criterion"]
    """Which variant it is."""
    metric: str
    """The metric in plain words."""
    direction: Direction
    """Which way is better."""
    target: Quantity | None
    """Value to reach."""


class NewStatedStep(Document):
    """A step to add."""

    __slots__ = ()
    type: Literal["add_step"]
    """Which variant it is."""
    title: str
    """The step as an instruction."""
    before: str | None
    """Before this stated step; at the end where absent."""


class Node(Document):
    """One node of the graph."""

    __slots__ = ()
    _nested = {"kind": "NodeKind", "origin": "Origin"}
    _absent = {"notes": []}
    id: str
    """Never changes while the node lives."""
    title: str
    """In plain English; an instruction for a step, a question for an exclusive gateway."""
    kind: NodeKind
    """What kind of node."""
    group: str | None
    """The sub-plan that it belongs to."""
    notes: list[str]
    """Remarks of the people who work on the plan."""
    origin: Origin
    """Where it comes from."""


class NodeKindStart(Document):
    """Where every case begins. Exactly one."""

    __slots__ = ()
    type: Literal["start"]
    """Which variant it is."""


class NodeMeasure(Document):
    """A node."""

    __slots__ = ()
    node: str
    """The node."""


class NodePair(Document):
    """Two nodes."""

    __slots__ = ()
    first: str
    """The first."""
    second: str
    """The second."""


class NodeResult(Document):
    """What happened at a node."""

    __slots__ = ()
    _nested = {"failures": "[]FailureCount", "mishaps": "[]MishapCount"}
    _absent = {"failures": [], "mishaps": []}
    node: str
    """The node."""
    visits: int
    """How often it was begun."""
    cases: int
    """How many cases passed it at least once."""
    mean_waiting_ms: float
    """Mean wait before work began, in milliseconds."""
    waiting_p95_ms: float
    """95 % of waits were at most this long, in milliseconds."""
    mean_working_ms: float
    """Mean working time, in milliseconds."""
    cost: float
    """Money spent here in all, in major units."""
    failures: Table[FailureCount]
    """How often each failure mode struck."""
    lost_cases: int
    """Cases that ended here other than by reaching the goal."""
    undone: int | None
    """How often it was taken back, because the case failed later."""
    mishaps: Table[MishapCount]
    """How often something went wrong that the scenario states in its `mishaps`."""


class NodeSet(Document):
    """Several nodes, in order."""

    __slots__ = ()
    nodes: list[str]
    """The nodes."""


class NodeTarget(Document):
    """A node."""

    __slots__ = ()
    node: str
    """The node."""


class NotKept(Document):
    """Something of a model that the plan cannot say."""

    __slots__ = ()
    what: str
    """What it is, in the words of its format."""
    id: str | None
    """Its id, where it has one."""
    reason: str
    """Why, and what stands in its place."""
    matters: bool
    """Whether the plan may run otherwise than the model for it; pictures and remarks of editors do not matter."""


class NotUnderstood(Document):
    """Nothing fits."""

    __slots__ = ()
    _nested = {"nearest": "[]EditChoice"}
    type: Literal["not_understood"]
    """Which variant it is."""
    explanation: str
    """What was understood and what was not, in plain words."""
    nearest: Table[EditChoice]
    """The nearest readings, at most three."""


class NoteOnNode(Document):
    """A remark."""

    __slots__ = ()
    type: Literal["add_note"]
    """Which variant it is."""
    node: str
    """The node."""
    text: str
    """The remark."""


class NumberRange(Document):
    """A number between bounds."""

    __slots__ = ()
    type: Literal["number"]
    """Which variant it is."""
    minimum: float
    """Lowest value."""
    maximum: float
    """Highest value."""


class ObjectReference(Document):
    """Another data object."""

    __slots__ = ()
    data: str
    """The object."""


class Observation(Document):
    """What was changed, when, for whom, and what is looked at."""

    __slots__ = ()
    _nested = {"unit": "Unit"}
    _absent = {"changed": []}
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
    unit_column: str | None
    """The column that names who or what the row is of; without it all rows are of one."""
    changed: list[str]
    """The units that were changed, as they stand in the data."""
    cluster_column: str | None
    """The column of what hangs together, where that is more than a unit, for example the region of a shop."""
    season: int | None
    """Length of a pattern that repeats, in periods: 7 for days of the week; 0 for none. For `interrupted_series`."""
    unit: Unit | None
    """The unit of the figure."""
    direction: Direction | None
    """Which way is better."""
    confidence: float | None
    """Confidence of the range, between 0.5 and 1."""


class ObservationalVerdict(Document):
    """What the figures say. Never proof as a random test is."""

    __slots__ = ()
    _nested = {"observation": "Observation", "checks": "[]TrustCheck", "path": "[]ObservedPeriod", "weights": "[]ObservedWeight"}
    _absent = {"weights": []}
    schema_version: int
    """Version of this document's shape."""
    id: str
    """Made from the content."""
    observation: Observation
    """What was asked."""
    definition_hash: str
    """Hash of that question."""
    data_hash: str
    """Hash of the table as it was read."""
    engine_version: str
    """Version of the engine."""
    is_simulated: bool
    """Always false: these are figures of real people."""
    is_random_test: bool
    """Always false: nobody was assigned by chance."""
    label: str
    """Says so in words, with what must be believed for the figures to hold."""
    found: float
    """Mean of the changed units after the change."""
    expected: float
    """What would have been expected there without the change."""
    effect: float
    """The effect."""
    low: float | None
    """Lower end of its range; absent where it is open."""
    high: float | None
    """Upper end of its range; absent where it is open."""
    p_value: float
    """Probability of an effect at least this far from 0 if there were none, as far as the method can tell."""
    reading: ComparisonReading
    """What the effect says by itself."""
    sentence: str
    """The effect in plain words."""
    checks: Table[TrustCheck]
    """Whether the data can be trusted."""
    path: Table[ObservedPeriod]
    """What was seen and what was expected, period by period."""
    weights: Table[ObservedWeight]
    """Weights of the units in the comparison, where it is a mixture; those of 0 are left out."""
    detail: str
    """Figures for experts, with the source of the method."""


class ObservedEffect(Document):
    """The effect of a change, labelled as no random test."""

    __slots__ = ()
    _nested = {"verdict": "ObservationalVerdict"}
    verdict: ObservationalVerdict
    """The verdict, with its label and plain sentences."""
    html: str
    """One self-contained HTML file."""
    vega_lite: Any
    """A Vega-Lite specification."""


class ObservedPeriod(Document):
    """One period of the changed units."""

    __slots__ = ()
    time: str
    """As it stands in the data."""
    found: float
    """Mean of the changed units."""
    expected: float
    """What would have been expected without the change."""
    is_after: bool
    """Whether it lies after the change."""


class ObservedWeight(Document):
    """The part of a unit in a mixture."""

    __slots__ = ()
    unit: str
    """The unit."""
    weight: float
    """Its weight; all weights sum to 1."""


class OpenMock(Document):
    """A mock that can be asked."""

    __slots__ = ()
    _nested = {"operations": "[]MockOperation"}
    mock: int
    """Its number in the session."""
    operations: Table[MockOperation]
    """What can be called."""


class OtherUnit(Document):
    """A unit that has no variant of its own."""

    __slots__ = ()
    type: Literal["other"]
    """Which variant it is."""
    name: str
    """The unit in the user's words, singular."""


class OtherwiseChange(Document):
    """What happens otherwise."""

    __slots__ = ()
    type: Literal["add_otherwise"]
    """Which variant it is."""
    block: str
    """The decision block."""
    step: str | None
    """What to do then; nothing (go on) where absent."""
    ends: Outcome | None
    """How the process ends then; it goes on where absent."""


class Outage(Document):
    """A time in which a service does not answer or is slow."""

    __slots__ = ()
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
    grows: bool | None
    """Whether the slowdown grows evenly, from 1 at the begin to its value at the end (a slow degradation)."""


class OutcomeCount(Document):
    """How many cases ended in one way."""

    __slots__ = ()
    _nested = {"share": "Estimate"}
    outcome: Outcome
    """The outcome."""
    cases: int
    """How many cases."""
    share: Estimate
    """The share of all ended cases, with its interval."""


class OutcomeMeasure(Document):
    """An outcome."""

    __slots__ = ()
    type: Literal["outcome_share"]
    """Which variant it is."""
    outcome: Outcome
    """The outcome."""


class Outline(Document):
    """A plan in words."""

    __slots__ = ()
    project: str
    """The project."""
    text: str
    """The numbered steps in plain English, one on each line."""


class Page(Document):
    """One page."""

    __slots__ = ()
    _nested = {"elements": "[]ScreenElement", "actions": "[]PageAction"}
    id: str
    """Unique within the prototype."""
    kind: PageKind
    """What kind of page."""
    node: str
    """The node that it stands for."""
    title: str
    """The heading."""
    actor: str
    """Who is acting, for example `customer`."""
    intro: str
    """Text below the heading."""
    elements: Table[ScreenElement]
    """What stands on it."""
    actions: Table[PageAction]
    """The buttons, in order."""


class PageAction(Document):
    """A button."""

    __slots__ = ()
    id: str
    """Unique within the page."""
    label: str
    """The label."""
    to: str
    """The page that it leads to."""
    flow: str | None
    """The flow that is taken, where it is one."""
    is_failure: bool
    """Whether it stands for something going wrong."""


class PageWalks(Document):
    """What happened on one page."""

    __slots__ = ()
    page: str
    """The page."""
    title: str
    """Its heading."""
    sessions: int
    """Sessions that saw it."""
    gave_up: int
    """Times that somebody gave up here, those who came back later among them."""
    refused: int
    """Times that a field was refused."""
    back: int
    """Times that somebody went back from here."""
    median_ms: int | None
    """Median time from being shown to the next page, in milliseconds; absent where nobody went on."""


class ParallelBlock(Document):
    """All lanes are done."""

    __slots__ = ()
    type: Literal["parallel"]
    """Which variant it is."""
    lanes: int
    """How many lanes."""


class PatchChange(Document):
    """One change of RFC 6902."""

    __slots__ = ()
    op: PatchVerb
    """`add`, `remove` or `replace`."""
    path: str
    """JSON Pointer (RFC 6901)."""
    value: Any | None
    """The new value, for `add` and `replace`."""


class PathCount(Document):
    """How often a way through the plan was taken, and what it took."""

    __slots__ = ()
    nodes: list[str]
    """The steps and ends of the way, in order."""
    outcome: Outcome
    """How it ended."""
    cases: int
    """How many cases."""
    mean_cycle_ms: float | None
    """Mean time from arrival to end, in milliseconds."""
    mean_waiting_ms: float | None
    """Mean time spent waiting, in milliseconds, added up over parallel branches."""
    mean_working_ms: float | None
    """Mean work put in, in milliseconds, added up over parallel branches."""
    mean_cost: float | None
    """Mean cost of a case, in major units of money."""


class Persona(Document):
    """A kind of simulated person. All factors are 1 for an ordinary person."""

    __slots__ = ()
    _nested = {"longest_wait": "Distribution", "returns_after": "Distribution", "origin": "Origin"}
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
    longest_wait: Distribution | None
    """Longest wait in a queue before giving up, in milliseconds; none where absent."""
    returns: float
    """How likely somebody who gave up comes back once more."""
    returns_after: Distribution
    """After how long, in milliseconds."""
    device: Device | None
    """On what it reads and types, where it walks a prototype."""
    attention: float | None
    """The share of notices and of optional fields that it notices, from 0 to 1, where it walks a prototype."""
    goes_back: float | None
    """How likely it goes back from a screen to the one before to correct something, from 0 to 1, where it walks a
prototype."""
    origin: Origin
    """Where these figures come from."""


class PersonaResult(Document):
    """How a kind of person fared."""

    __slots__ = ()
    persona: str
    """The persona."""
    cases: int
    """How many came."""
    goal_reached: float
    """Share that reached the goal."""
    mean_cycle_ms: float
    """Mean time to the end, in milliseconds."""


class PersonaWalks(Document):
    """How one persona fared."""

    __slots__ = ()
    persona: str
    """The persona."""
    title: str
    """Its title."""
    sessions: int
    """Sessions of it."""
    reached: int
    """Those that reached the goal."""


class PlaceAtEnd(Document):
    """After everything else, before the end that reaches the goal."""

    __slots__ = ()
    type: Literal["at_end"]
    """Which variant it is."""


class PlaceAtStart(Document):
    """Before everything else."""

    __slots__ = ()
    type: Literal["at_start"]
    """Which variant it is."""


class Placement(Document):
    """Which part of which block a step stands in."""

    __slots__ = ()
    block: str
    """The block."""
    part: int
    """Which branch of a decision or lane of a parallel block, from 0; always 0 in a loop."""


class Plan(Document):
    """A plan of steps, with everything that is needed to show, run and build it."""

    __slots__ = ()
    _nested = {"archetypes": "[]ArchetypeUse", "actors": "[]Actor", "data": "[]DataObject", "services": "[]Service", "screens": "[]Screen", "resources": "[]Resource", "nodes": "[]Node", "flows": "[]Flow", "groups": "[]Group", "assumptions": "[]Assumption", "edge_cases": "[]EdgeCase", "metrics": "[]Metric", "rules": "[]PlanRule"}
    _absent = {"archetypes": [], "groups": [], "rules": []}
    schema_version: int
    """Version of this document's shape."""
    id: str
    """Names the plan through all its versions."""
    title: str
    """A short name."""
    goal: str
    """What it is to reach, in one sentence."""
    intent: str | None
    """The intent that it was drafted from."""
    archetypes: Table[ArchetypeUse]
    """The archetypes that filled what the text left open, with the reason for each."""
    actors: Table[Actor]
    """Who or what acts."""
    data: Table[DataObject]
    """What is handled."""
    services: Table[Service]
    """Systems that are called, with their contracts."""
    screens: Table[Screen]
    """What people see."""
    resources: Table[Resource]
    """People and things that cases queue for."""
    nodes: Table[Node]
    """Start, steps, gateways, events and ends. The order is the reading order."""
    flows: Table[Flow]
    """Which node follows which."""
    groups: Table[Group]
    """Sub-plans: named sets of nodes."""
    assumptions: Table[Assumption]
    """Every number that the simulation uses, with its origin."""
    edge_cases: Table[EdgeCase]
    """What can happen at the edges, and what is to happen then."""
    metrics: Table[Metric]
    """What is measured."""
    rules: Table[PlanRule]
    """Rules that the plan must keep, in the user's words."""


class PlanPatch(Document):
    """Exact changes of a plan's lists, by position. Applying the inverse of a patch gives the old plan to the byte."""

    __slots__ = ()
    _nested = {"changes": "[]PatchChange"}
    changes: Table[PatchChange]
    """The changes as in RFC 6902 (JSON Patch): `add`, `remove`, `replace` with JSON Pointers."""


class PlanRule(Document):
    """A rule that the plan must keep."""

    __slots__ = ()
    _nested = {"origin": "Origin"}
    _absent = {"nodes": []}
    text: str
    """In the user's words."""
    modality: Modality
    """In which sense."""
    nodes: list[str]
    """The nodes that it concerns, where that is known."""
    origin: Origin
    """Where it comes from."""


class PlanVersion(Document):
    """One version of a plan."""

    __slots__ = ()
    number: int
    """Counts from 1; never changes."""
    version: str
    """Its name, the hash of its content."""
    message: str
    """What was done to get it, in one line."""
    at: str
    """When, by the clock of the host; empty where the host gave none."""
    is_present: bool
    """Whether it is the present one."""


class PlanVersions(Document):
    """The versions of a project's plan."""

    __slots__ = ()
    _nested = {"versions": "[]PlanVersion"}
    project: str
    """The project."""
    versions: Table[PlanVersion]
    """In the order in which they came to be."""
    can_undo: int
    """How many changes can be taken back from the present version."""
    can_redo: int
    """How many changes that were taken back can be made again."""


class Planned(Document):
    """A plan with what there is to say about it."""

    __slots__ = ()
    _nested = {"plan": "Plan", "problems": "[]Problem"}
    project: str
    """The project."""
    plan: Plan
    """The plan."""
    version: str
    """Its version."""
    problems: Table[Problem]
    """What is wrong or could be simpler."""


class PointValues(Document):
    """The metric at each point."""

    __slots__ = ()
    values: list[float]
    """In the order of the points."""


class PowerPlan(Document):
    """What a test needs, or what it can find."""

    __slots__ = ()
    units_each_arm: int
    """Units of each arm."""
    units: int
    """Units of all arms."""
    effect: float
    """The effect that is found with this chance."""
    power: float
    """The chance to find it."""
    days: int | None
    """Days, rounded up to whole weeks, where the traffic is known."""
    cost_of_looks: float
    """How many times more units the looks cost than a single look would."""
    sentence: str
    """One plain sentence."""


class Precise(Document):
    """What became of a wish for precision."""

    __slots__ = ()
    metric: str
    """The metric."""
    wanted: float
    """Half the width that was asked for, as a share of the value."""
    reached: float | None
    """Half the width that was reached, as a share of the value; absent where the value is 0."""
    replications: int
    """Replications that were run."""
    is_reached: bool
    """Whether the interval is narrow enough. Otherwise a limit ended the run, or the replications were used up."""


class PreparedRun(Document):
    """A run that is about to be made."""

    __slots__ = ()
    _nested = {"plan": "Plan", "scenario": "Scenario"}
    project: str
    """The project."""
    plan: Plan
    """The plan as it stands."""
    scenario: Scenario
    """The circumstances, complete. Its replications can be run apart."""


class PriorDifference(Document):
    """Of the difference between an arm and the control: normal."""

    __slots__ = ()
    type: Literal["difference"]
    """Which variant it is."""
    mean: float
    """Its mean, in the metric's unit (a share for shares); 0 where nothing speaks for either arm."""
    standard_deviation: float
    """Its standard deviation: two of three differences of such tests are no larger."""
    is_relative: bool | None
    """Whether both are shares of the control's value instead (0.02 is 2 %). The value of the control is taken as known."""


class PriorShares(Document):
    """Of the share of every arm, the control's too, each by itself: beta. For metrics that are shares, with one row for
each unit."""

    __slots__ = ()
    type: Literal["shares"]
    """Which variant it is."""
    successes: float
    """Units with a yes, above 0; 1 and 1 find every share equally likely."""
    failures: float
    """Units with a no, above 0."""


class Problem(Document):
    """A problem of a plan."""

    __slots__ = ()
    _absent = {"nodes": []}
    code: str
    """Stable snake_case name of the check, for example `unreachable_node`."""
    severity: Severity
    """How bad."""
    text: str
    """What is wrong, in one plain sentence."""
    nodes: list[str]
    """Where."""
    proposal: str | None
    """A sentence that the plan editor understands and that mends it."""


class ProgressEvent(Document):
    """One sign of life from long work."""

    __slots__ = ()
    stage: str
    """The stage that is at work, for example `simulate`."""
    done: int
    """How many parts are done."""
    total: int | None
    """How many parts there are, where that is known."""
    message: str
    """One short line for a person."""


class Project(Document):
    """A project as it stands."""

    __slots__ = ()
    _nested = {"revision": "Revision"}
    id: str
    """Names the project."""
    name: str
    """For people."""
    revision: Revision
    """Its newest revision."""


class ProjectList(Document):
    """All projects of a store."""

    __slots__ = ()
    _nested = {"projects": "[]Project"}
    projects: Table[Project]
    """Ordered by id."""


class PromiseCheck(Document):
    """One promise and what breaks it."""

    __slots__ = ()
    _nested = {"promise": "Promise", "broken_by": "Weakness"}
    promise: Promise
    """The promise."""
    text: str
    """The promise in words."""
    broken_by: Weakness | None
    """The cheapest combination of faults that breaks it; absent where none was found."""
    is_complete: bool
    """Whether every combination within the limits was tried before the search ended."""


class PromiseReachesGoal(Document):
    """A case that reaches its goal when nothing goes wrong reaches it anyway."""

    __slots__ = ()
    type: Literal["reaches_goal"]
    """Which variant it is."""


class PromiseTakesEffectOnce(Document):
    """An operation that may not be done twice takes effect once each time that the case comes to its step."""

    __slots__ = ()
    type: Literal["takes_effect_once"]
    """Which variant it is."""


class Prototype(Document):
    """A clickable prototype."""

    __slots__ = ()
    _nested = {"pages": "[]Page"}
    id: str
    """Made from the plan's version."""
    plan: str
    """The plan."""
    plan_version: str
    """The plan's version."""
    title: str
    """For people."""
    first: str
    """The page on which a session begins."""
    pages: Table[Page]
    """All pages."""


class Prototyped(Document):
    """A prototype with its page."""

    __slots__ = ()
    _nested = {"prototype": "Prototype"}
    project: str
    """The project."""
    prototype: Prototype
    """The pages as data."""
    html: str
    """One self-contained HTML file."""


class QuantileMeasure(Document):
    """A quantile of a column."""

    __slots__ = ()
    type: Literal["quantile"]
    """Which variant it is."""
    column: str
    """Its name."""
    probability: float
    """Strictly between 0 and 1: 0.5 is the middle value."""


class Quantity(Document):
    """An amount with its unit."""

    __slots__ = ()
    _nested = {"unit": "Unit"}
    amount: float
    """How much, in the unit. Never NaN or infinite."""
    unit: Unit
    """The unit."""


class Question(Document):
    """Something unclear that matters."""

    __slots__ = ()
    _nested = {"options": "[]QuestionOption", "origin": "Origin"}
    id: str
    """`q1`, `q2`, … in order of importance."""
    code: str
    """Stable name of the detector, for example `metric_without_baseline`."""
    text: str
    """The question in plain words."""
    reason: str
    """Why it is asked, in one sentence."""
    options: Table[QuestionOption]
    """Two to four answers to choose from. The first is what is assumed if nobody answers."""
    accepts_text: bool
    """Whether an answer in own words is understood as well."""
    importance: float
    """How much the answer matters, from 0 to 1 (effect times uncertainty)."""
    origin: Origin
    """The words that led to the question."""


class QuestionOption(Document):
    """One answer to choose from."""

    __slots__ = ()
    _nested = {"changes": "[]IntentChange"}
    id: str
    """`a`, `b`, `c` or `d`."""
    label: str
    """The answer in plain words."""
    effect: str
    """What it changes, in one sentence."""
    changes: Table[IntentChange]
    """The same as typed changes of the intent."""


class QuestionReading(Document):
    """A question about the plan."""

    __slots__ = ()
    type: Literal["question"]
    """Which variant it is."""
    answer: str
    """What the plan says about it, in plain words."""


class QueueRule(Document):
    """How the queue in front of a resource works."""

    __slots__ = ()
    _nested = {"balking": "[]Balking"}
    _absent = {"balking": []}
    order: QueueOrder | None
    """Whose turn it is."""
    limit: int | None
    """How many may wait; whoever comes then is turned away, which is a failure of the kind `rejected`. No limit where
absent."""
    interrupts: bool | None
    """Whether a more urgent case interrupts a less urgent one, whose work goes on later from where it was. Only where
the order is by priority."""
    restarts: bool | None
    """Whether work that a more urgent case interrupted begins anew, with all that it takes, instead of going on from
where it was."""
    crowds_out: bool | None
    """Whether a more urgent case that meets a full queue sends the last, less urgent one away instead. Only where the
order is by priority."""
    is_strict: bool | None
    """Whether the limit holds for those too who were interrupted and wait again: then the last of the queue goes away.
Otherwise they always find a place."""
    patience: str | None
    """The longest wait before somebody leaves the queue, as an assumption in milliseconds; the patience of the persona
counts as well, whichever ends first."""
    balking: Table[Balking]
    """Who does not even join when the queue is long. Of several entries, the one with the largest `from` counts that
the queue has reached."""


class Quote(Document):
    """Words of the user."""

    __slots__ = ()
    _nested = {"span": "Span"}
    source: TextSource
    """Which text they stand in."""
    span: Span
    """Where they stand."""
    text: str
    """The words themselves."""


class RankedAssumption(Document):
    """How much of the metric's variance one assumption explains (indices of Sobol')."""

    __slots__ = ()
    _nested = {"alone": "ShareOfSpread", "total": "ShareOfSpread"}
    assumption: str
    """The assumption."""
    alone: ShareOfSpread
    """By itself: the first-order index."""
    total: ShareOfSpread
    """With all that it does together with others: the total index."""


class RateLimit(Document):
    """How many calls a service takes in how long."""

    __slots__ = ()
    calls: int
    """Most calls."""
    window_ms: int
    """In this time, in milliseconds."""


class RatioMeasure(Document):
    """Two columns."""

    __slots__ = ()
    type: Literal["ratio"]
    """Which variant it is."""
    above: str
    """The column above the line."""
    below: str
    """The column below the line."""


class RecordedTrace(Document):
    """The record of a run."""

    __slots__ = ()
    project: str
    """The project."""
    trace_base64: str
    """The compact binary file, in base64."""


class RedoReading(Document):
    """The user wants to go forward again."""

    __slots__ = ()
    type: Literal["redo"]
    """Which variant it is."""
    steps: int
    """How many edits that were taken back; one where the user gave no number."""


class ReferenceReport(Document):
    """What was kept of a reference."""

    __slots__ = ()
    _nested = {"children": "[]ChildGroup"}
    from_: str
    """The column that refers, as `table.column`."""
    to: str
    """The column that it leads to."""
    is_found: bool
    """Whether it was found, not stated."""
    missing: float
    """The share of records that refer to none, where they are not too few."""
    children: Table[ChildGroup]
    """How many records refer to one: groups of at least a smallest group of those that are referred to."""


class RefusalCount(Document):
    """Something that a service found wrong with requests."""

    __slots__ = ()
    text: str
    """Where, why and at which step, in one sentence."""
    times: int
    """How often."""


class RelativeFigures(Document):
    """A relative effect with Fieller's interval."""

    __slots__ = ()
    estimate: float
    """The effect: 0.1 is 10 % more."""
    low: float
    """Lower end."""
    high: float
    """Upper end."""


class RenameNode(Document):
    """A new title."""

    __slots__ = ()
    type: Literal["rename"]
    """Which variant it is."""
    node: str
    """The node."""
    title: str
    """The title."""


class RepeatBlock(Document):
    """Steps are done again."""

    __slots__ = ()
    type: Literal["repeat"]
    """Which variant it is."""
    until: str | None
    """What ends the loop, in the user's words."""
    max_times: int | None
    """Most rounds, where the text says so."""


class RepeatChange(Document):
    """A bound for a loop."""

    __slots__ = ()
    type: Literal["set_repeat_limit"]
    """Which variant it is."""
    block: str
    """The repeat block."""
    max_times: int
    """Most rounds."""


class ReplaceStep(Document):
    """A new step for an old one."""

    __slots__ = ()
    type: Literal["replace"]
    """Which variant it is."""
    node: str
    """The old one."""
    titles: list[str]
    """The new ones, in order."""


class ReplayFit(Document):
    """How well a log goes through a plan."""

    __slots__ = ()
    cases: int
    """Cases in all."""
    fitting_cases: int
    """Cases that go through from start to end."""
    activities: int
    """Things that were done."""
    fitting_activities: int
    """Those of them that the plan allowed where they happened."""


class ReplayReport(Document):
    """What a replay found."""

    __slots__ = ()
    _nested = {"divergence": "Divergence"}
    is_equal: bool
    """Whether everything happened again exactly as recorded."""
    recorded_digest: str
    """The digest of the recorded run."""
    digest: str
    """The digest of the run that was made now."""
    events: int
    """How many events were compared."""
    differences: list[str]
    """What differs between the recorded circumstances and those given now, in plain words."""
    divergence: Divergence | None
    """Where the two runs part."""


class Resource(Document):
    """People or things that cases queue for."""

    __slots__ = ()
    _nested = {"calendar": "Calendar", "queue": "QueueRule", "breakdown": "Breakdown", "origin": "Origin"}
    id: str
    """Names the resource."""
    title: str
    """For people, for example `support agents`."""
    capacity: int
    """How many can work at the same time."""
    calendar: Calendar | None
    """When they work; always where absent."""
    at_closing: ClosingRule | None
    """What becomes of work that is under way when the hours end."""
    cost_per_hour: str | None
    """What an hour of work costs, as an assumption in money."""
    queue: QueueRule | None
    """How its queue works; first come, first served, without a limit, where absent."""
    breakdown: Breakdown | None
    """How often each of them breaks down, or falls ill; never where absent."""
    origin: Origin
    """Where it comes from."""


class ResourceResult(Document):
    """How busy a resource was."""

    __slots__ = ()
    _nested = {"utilisation": "Estimate"}
    resource: str
    """The resource."""
    utilisation: Estimate
    """Share of its working hours in which it was busy."""
    mean_waiting_ms: float
    """Mean wait of those who queued or passed, in milliseconds."""
    working_ms: float | None
    """Work done in all, in milliseconds, over all replications."""
    cost: float | None
    """What that work cost in all, in major units of money; 0 where an hour costs nothing."""
    longest_queue: int
    """Longest queue."""
    balked: int | None
    """How often somebody left at the sight of the queue."""
    lost_patience: int | None
    """How often somebody left the queue because it took too long."""
    breakdowns: int | None
    """How often one of them broke down."""


class ResourceRules(Document):
    """How a resource works. What is absent stays as it is."""

    __slots__ = ()
    _nested = {"balking": "BalkingRule", "breakdown": "BreakdownRule"}
    type: Literal["set_resource"]
    """Which variant it is."""
    resource: str
    """The resource."""
    order: QueueOrder | None
    """Whose turn it is."""
    interrupts: bool | None
    """Whether a more urgent case interrupts a less urgent one."""
    restarts: bool | None
    """Whether interrupted work begins anew instead of going on from where it was."""
    limit: int | None
    """How many may wait."""
    patience_ms: int | None
    """The mean time after which people leave the queue, in milliseconds."""
    balking: BalkingRule | None
    """Who leaves at the sight of the queue."""
    at_closing: ClosingRule | None
    """What becomes of work that is under way when the hours end."""
    breakdown: BreakdownRule | None
    """How often each of them breaks down."""


class RetentionMeasure(Document):
    """The share of units that were active in a stated window."""

    __slots__ = ()
    type: Literal["retention"]
    """Which variant it is."""
    column: str
    """1 where a unit was active in the window; in a log: the outcomes that count as activity."""
    age: str | None
    """The column with the time since the unit came in, in milliseconds; absent for logs, which have times. Units
for which the window is not over yet are left out, and it is said how many they are."""
    from_ms: int
    """Where the window begins, in milliseconds after the unit came in."""
    until_ms: int
    """Where the window ends, in milliseconds after the unit came in."""


class RetryRule(Document):
    """The step is done again, up to a number of times, then the case ends."""

    __slots__ = ()
    type: Literal["retry"]
    """Which variant it is."""
    max_times: int
    """Most repetitions."""
    delay_ms: int
    """Wait before the first repetition, in milliseconds."""
    backoff_percent: int
    """What the wait is multiplied with each time, in percent; 200 doubles it."""
    otherwise: Outcome
    """How the case ends when no repetition helped."""


class Revision(Document):
    """One state of a project."""

    __slots__ = ()
    number: int
    """Counts from 1."""
    message: str
    """What was done, in one line."""
    at: str
    """When, in RFC 3339, by the clock of the host; empty where the host gave none."""
    heads: dict[str, str]
    """The newest artifact of each kind."""


class Risk(Document):
    """Whether and why a step is risky."""

    __slots__ = ()
    _nested = {"origin": "Origin"}
    level: RiskLevel
    """How risky."""
    rules: list[str]
    """Stable names of the rules that spoke, for example `moves_money`."""
    reason: str
    """Why, in one plain sentence."""
    guard: str | None
    """The usual guard as a sentence that the plan editor understands."""
    origin: Origin
    """Where it comes from."""


class RiskOfStep(Document):
    """How risky a step is."""

    __slots__ = ()
    type: Literal["set_risk"]
    """Which variant it is."""
    node: str
    """The step."""
    level: RiskLevel | None
    """How risky; no mark where absent."""
    reason: str
    """Why."""


class Run(Document):
    """The result of running a plan in a scenario."""

    __slots__ = ()
    _nested = {"scenario": "Scenario", "outcomes": "[]OutcomeCount", "metrics": "[]MetricResult", "nodes": "[]NodeResult", "flows": "[]FlowCount", "resources": "[]ResourceResult", "services": "[]ServiceResult", "personas": "[]PersonaResult", "paths": "[]PathCount", "actors": "[]ActorResult", "stopped": "StoppedBy"}
    _absent = {"actors": [], "warnings": []}
    schema_version: int
    """Version of this document's shape."""
    id: str
    """Made from plan version and scenario."""
    engine_version: str
    """The version of the engine that ran it."""
    plan: str
    """The plan."""
    plan_version: str
    """The plan's version."""
    scenario: Scenario
    """The circumstances."""
    cases: int
    """Cases that came to an end."""
    events: int
    """Events that happened."""
    virtual_time_ms: int
    """Latest virtual time of any replication, in milliseconds."""
    digest: str
    """BLAKE3 over all events of all replications in order, in hexadecimal. Equal digests mean equal runs."""
    outcomes: Table[OutcomeCount]
    """How cases ended."""
    metrics: Table[MetricResult]
    """The plan's metrics, and standard ones behind them."""
    nodes: Table[NodeResult]
    """What happened at each node."""
    flows: Table[FlowCount]
    """How often each flow was taken."""
    resources: Table[ResourceResult]
    """How busy each resource was."""
    services: Table[ServiceResult]
    """How each service behaved."""
    personas: Table[PersonaResult]
    """How each kind of person fared."""
    paths: Table[PathCount]
    """The most frequent ways through the plan, at most 20."""
    actors: Table[ActorResult]
    """The actors whose steps were entered, in the order of the plan."""
    stopped: StoppedBy | None
    """The limit that stopped the run early."""
    warnings: list[str]
    """Remarks, for example a loop without progress."""


class RunLimits(Document):
    """Limits of one run."""

    __slots__ = ()
    events: int | None
    """Most events."""
    virtual_time_ms: int | None
    """Longest virtual time of one replication, in milliseconds."""
    visits_per_node: int | None
    """Most times that one case may pass one node."""
    money: float | None
    """Most money that all cases together may cost, in major units; none where absent."""
    trace_bytes: int | None
    """Most bytes of the recorded trace."""
    memory_bytes: int | None
    """Most bytes of memory, counted and not measured, so that a run stops at the same event everywhere."""


class RunPartResponse(Document):
    """Replications as they came out."""

    __slots__ = ()
    first: int
    """The first replication."""
    count: int
    """How many replications."""
    part_base64: str
    """The part, in base64."""


class Scenario(Document):
    """The circumstances of a run."""

    __slots__ = ()
    _nested = {"arrivals": "Arrivals", "personas": "[]Persona", "outages": "[]Outage", "shared_outages": "[]SharedOutage", "mishaps": "Mishaps", "services": "[]ServiceMock", "overrides": "{}Distribution", "limits": "RunLimits"}
    _absent = {"outages": [], "shared_outages": [], "services": [], "overrides": {}}
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
    personas: Table[Persona]
    """Who comes. Shares need not add up to 1."""
    outages: Table[Outage]
    """Faults of services during the run."""
    shared_outages: Table[SharedOutage]
    """Faults that befall several services together, and come at random."""
    mishaps: Mishaps | None
    """What goes wrong with data, clicks and messages beside what the plan says; nothing where absent."""
    depth: RunDepth | None
    """How much of each step is really done."""
    services: Table[ServiceMock]
    """Services that answer as their descriptions say, at full depth."""
    overrides: dict[str, Distribution]
    """Other values for assumptions of the plan."""
    limits: RunLimits | None
    """Where the run stops and keeps what it has."""
    warm_up_cases: int | None
    """The first cases of each replication, with which the run only warms up: they count in no metric, and all other
figures begin when the next case arrives. For what goes on and on, but begins empty; none where absent."""
    trace: TraceDepth | None
    """How much of what happens is recorded."""


class Screen(Document):
    """Something that a person sees."""

    __slots__ = ()
    _nested = {"elements": "[]ScreenElement"}
    id: str
    """Names the screen."""
    title: str
    """The heading."""
    intro: str
    """One or two sentences below the heading."""
    elements: Table[ScreenElement]
    """What stands on it, from top to bottom."""
    action: str
    """Label of the button that goes on."""


class ScreenedAssumption(Document):
    """What moving one assumption over its whole range does to the metric, from many starting points (Morris 1991)."""

    __slots__ = ()
    assumption: str
    """The assumption."""
    mean_effect: float
    """The mean effect, with its sign, in the unit of the metric."""
    mean_size: float
    """The mean size of the effect, without sign: what they are ordered by."""
    deviation: float
    """How much the effect differs from one starting point to another."""


class Sensitivity(Document):
    """Which assumptions move a metric how far."""

    __slots__ = ()
    _nested = {"effects": "[]AssumptionEffect"}
    metric: str
    """The metric."""
    effects: Table[AssumptionEffect]
    """The assumptions, the strongest first."""


class SensitivityRound(Document):
    """Points at which the metric is to be measured next; none where all are known."""

    __slots__ = ()
    _nested = {"plan": "Plan", "scenario": "Scenario", "options": "InfluenceOptions"}
    plan: Plan
    """The plan as it stands."""
    scenario: Scenario
    """The circumstances."""
    metric: str
    """The metric."""
    options: InfluenceOptions
    """How each point is measured."""
    points: list[dict[str, float]]
    """Other means of assumptions, point by point."""


class Service(Document):
    """A system that is called."""

    __slots__ = ()
    _nested = {"operations": "[]ServiceOperation", "origin": "Origin"}
    id: str
    """Names the service."""
    title: str
    """For people, for example `payment provider`."""
    description: str
    """What it does, in one sentence."""
    operations: Table[ServiceOperation]
    """What it can do."""
    is_external: bool
    """Whether it belongs to somebody else."""
    origin: Origin
    """Where it comes from."""


class ServiceCall(Document):
    """A call of a service."""

    __slots__ = ()
    service: str
    """The service."""
    operation: str
    """What it is asked to do."""


class ServiceError(Document):
    """An answer of a service that is not the wanted one."""

    __slots__ = ()
    status: int
    """HTTP status, 400 to 599."""
    code: str
    """Stable snake_case code, for example `card_declined`."""
    description: str
    """When it is given, in one sentence."""


class ServiceFault(Document):
    """Something happens to a service."""

    __slots__ = ()
    service: str
    """The service."""


class ServiceMock(Document):
    """A service that answers calls as its description says. It remembers what was written; each replication has its own.

How long an answer takes, how often it fails and when the caller gives up stay assumptions of the plan."""

    __slots__ = ()
    _nested = {"rate_limit": "RateLimit"}
    _absent = {"operations": {}}
    service: str
    """The service of the plan."""
    description: str
    """Its description: OpenAPI 3.0 or 3.1, in JSON or YAML."""
    operations: dict[str, str]
    """Which operation of the description stands for which of the plan, for example `POST /v1/charges`. Others are
found by method and path, or by their words."""
    rate_limit: RateLimit | None
    """How many calls it takes; more are answered with 429. No limit where absent."""


class ServiceOperation(Document):
    """One thing that a service can do: an HTTP operation with JSON bodies."""

    __slots__ = ()
    _nested = {"errors": "[]ServiceError"}
    id: str
    """Names the operation; unique in the plan."""
    title: str
    """For people, for example `authorise the payment`."""
    method: HttpMethod
    """`get`, `post`, `put`, `patch` or `delete`."""
    path: str
    """Path with parameters in braces, for example `/orders/{order_id}`."""
    request: str | None
    """The body of the request."""
    response: str | None
    """The body of the answer when all is well."""
    errors: Table[ServiceError]
    """What it may answer instead."""
    latency: str
    """How long an answer takes, in milliseconds."""
    failure: str
    """How often it fails."""
    timeout_ms: int
    """When the caller gives up, in milliseconds."""
    is_idempotent: bool
    """Whether calling it twice with the same key does it once."""


class ServiceResult(Document):
    """How a service behaved."""

    __slots__ = ()
    _nested = {"answers": "[]AnswerCount", "refusals": "[]RefusalCount"}
    _absent = {"answers": [], "refusals": []}
    service: str
    """The service."""
    calls: int
    """Calls in all, repetitions included."""
    failed: int
    """Calls that failed."""
    mean_latency_ms: float
    """Mean time until an answer, in milliseconds."""
    answers: Table[AnswerCount]
    """How often which status was answered, where calls were really made; status 0 is no answer in time."""
    refusals: Table[RefusalCount]
    """What the service found wrong with requests, the most frequent first."""


class SessionLog(Document):
    """What somebody did in a prototype."""

    __slots__ = ()
    _nested = {"interactions": "[]Interaction"}
    schema_version: int
    """Version of this document's shape."""
    prototype: str
    """The prototype."""
    interactions: Table[Interaction]
    """What was done, in order."""
    outcome: Outcome | None
    """How the session ended, where it did."""


class ShapeAndScale(Document):
    """A shape and a scale."""

    __slots__ = ()
    shape: float
    """Shape."""
    scale: float
    """Scale; for Pareto the lowest value."""


class ShareOfSpread(Document):
    """A share of the variance, with its 95 % interval from resampled runs."""

    __slots__ = ()
    value: float
    """The share, from 0 to 1."""
    low: float
    """Lower end of the interval."""
    high: float
    """Upper end of the interval."""


class SharedOutage(Document):
    """Times in which several services do not answer or are slow together, because they share something. They come at
random, in each replication at other times, which no other circumstance moves."""

    __slots__ = ()
    _nested = {"between": "Distribution", "lasts": "Distribution"}
    services: list[str]
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
    grows: bool | None
    """Whether the slowdown grows evenly, from 1 at the begin to its value at the end (a slow degradation)."""


class Shift(Document):
    """One shift that comes back every week."""

    __slots__ = ()
    weekday: int
    """1 is Monday, 7 is Sunday (ISO 8601)."""
    from_minute: int
    """First minute of the day, from 0."""
    to_minute: int
    """Minute of the day after the last one, up to 1440."""


class ShipRates(Document):
    """How often the rule would take a change, tried on replications of the user's own plan."""

    __slots__ = ()
    tries: int
    """How often each was tried."""
    wrong_ship: float
    """The share of tries that ship although the change does nothing."""
    right_ship: float
    """The share of tries that ship where the change does what is expected."""
    expected: float
    """The change of the primary metric that is expected: the wished one, or where none was stated the one that was seen."""


class Simulated(Document):
    """A run and what it rests on."""

    __slots__ = ()
    _nested = {"run": "Run", "sensitivity": "Sensitivity", "explanation": "Explanation", "precision": "Precise"}
    project: str
    """The project."""
    run: Run
    """What happened."""
    sensitivity: Sensitivity | None
    """Which assumptions move the primary metric; absent where the plan measures nothing."""
    explanation: Explanation
    """What people should know."""
    precision: Precise | None
    """What became of a wish for precision."""


class Span(Document):
    """A stretch of a text, in bytes of its UTF-8 form: `start` included, `end` excluded."""

    __slots__ = ()
    start: int
    """First byte."""
    end: int
    """Byte after the last one."""


class SpendingObrienFleming(Document):
    """Very little early, nearly all at the end: like O'Brien and Fleming's bounds."""

    __slots__ = ()
    type: Literal["obrien_fleming"]
    """Which variant it is."""


class SpendingPocock(Document):
    """Nearly even bounds: like Pocock's."""

    __slots__ = ()
    type: Literal["pocock"]
    """Which variant it is."""


class SpendingPower(Document):
    """`level · fraction^exponent` (Kim and DeMets 1987)."""

    __slots__ = ()
    type: Literal["power"]
    """Which variant it is."""
    exponent: float
    """1 spends evenly, 3 resembles O'Brien and Fleming."""


class SplitStep(Document):
    """Several steps of one."""

    __slots__ = ()
    type: Literal["split"]
    """Which variant it is."""
    node: str
    """The step."""
    titles: list[str]
    """The titles of the parts; the first keeps the id."""


class StatedBranch(Document):
    """One branch of a decision."""

    __slots__ = ()
    condition: str
    """The condition in the user's words; `otherwise` for the rest."""
    is_otherwise: bool
    """Whether this is the branch for everything else."""
    share: float | None
    """The share of cases that takes it, where the text says so."""


class StatedLimit(Document):
    """A limit on money, time or number."""

    __slots__ = ()
    _nested = {"bound": "Bound", "origin": "Origin"}
    id: str
    """Names the limit within the intent."""
    subject: str
    """What is limited, in the user's words."""
    bound: Bound
    """The bound."""
    origin: Origin
    """Where it comes from."""


class StatedOrigin(Document):
    """The user said it, in these words."""

    __slots__ = ()
    _nested = {"quotes": "[]Quote"}
    type: Literal["stated"]
    """Which variant it is."""
    quotes: Table[Quote]
    """The words."""
    rule: str
    """The rule that read them, for example `list.numbered`."""
    confidence: float
    """How sure the reader is, from 0 to 1."""


class StatedStep(Document):
    """A step that the text states."""

    __slots__ = ()
    _nested = {"within": "[]Placement", "time": "StatedTime", "origin": "Origin"}
    _absent = {"within": []}
    id: str
    """Names the step within the intent."""
    title: str
    """The step as an instruction, for example `check the stock`."""
    verb: str
    """Base form of the verb."""
    object: str | None
    """What is acted on, in the user's words."""
    actor: str | None
    """Who acts, where the text says so."""
    recipient: str | None
    """Who receives, where the text says so."""
    within: Table[Placement]
    """The blocks that the step stands in, outermost first."""
    ends: Outcome | None
    """Whether the step ends the whole process, and how."""
    time: StatedTime | None
    """How long it may take or must wait, in milliseconds, where the text says so."""
    origin: Origin
    """Where it comes from."""


class StatedTime(Document):
    """A time that belongs to a step."""

    __slots__ = ()
    role: TimeRole
    """What the time means."""
    duration_ms: int
    """How long, in milliseconds."""


class Statement(Document):
    """A sentence with its origin."""

    __slots__ = ()
    _nested = {"origin": "Origin"}
    id: str
    """Names the statement within the intent."""
    text: str
    """The sentence."""
    origin: Origin
    """Where it comes from."""


class Step(Document):
    """Something is done."""

    __slots__ = ()
    _nested = {"agent": "AgentChoice", "call": "ServiceCall", "team": "[]TeamMember", "limits": "StepLimits", "failure_modes": "[]FailureMode", "undo": "Undo", "risk": "Risk", "for_each": "ForEach", "batch": "BatchRule"}
    _absent = {"needs": [], "produces": [], "team": [], "failure_modes": []}
    type: Literal["step"]
    """Which variant it is."""
    actor: str
    """In whose name it is done."""
    agent: AgentChoice
    """Who or what really does it, and why that was chosen."""
    needs: list[str]
    """Data that must be there."""
    produces: list[str]
    """Data that is there afterwards."""
    call: ServiceCall | None
    """The service that is called."""
    screen: str | None
    """The screen that a person sees."""
    working_time: str | None
    """How long the work takes, as an assumption in milliseconds. For a service call the latency of the operation
counts instead."""
    waiting_time: str | None
    """How long it lies before work begins, apart from queueing, as an assumption in milliseconds."""
    resource: str | None
    """Who must be free before work begins."""
    team: Table[TeamMember]
    """Several resources of which any one can do it, in place of `resource`."""
    team_choice: TeamChoice | None
    """Who of a team does it."""
    priority: int | None
    """How urgent it is where the queue of its resource is by priority: the lower, the more urgent; 0 where absent."""
    cost: str | None
    """What one execution costs, as an assumption in money."""
    limits: StepLimits | None
    """Limits on time, money and number."""
    failure_modes: Table[FailureMode]
    """What can go wrong, and what happens then."""
    undo: Undo | None
    """What takes it back where the case fails later."""
    risk: Risk | None
    """Whether and why it is risky."""
    for_each: ForEach | None
    """Whether it is done once for each of several things."""
    batch: BatchRule | None
    """Whether cases are gathered and done in one go."""


class StepActorChange(Document):
    """Who does a stated step."""

    __slots__ = ()
    type: Literal["set_step_actor"]
    """Which variant it is."""
    step: str
    """The stated step."""
    actor: str
    """The actor; added to the intent where it is not there."""
    name: str
    """The actor's name."""


class StepFault(Document):
    """Something happens at an execution of a step, or of another node."""

    __slots__ = ()
    step: str
    """The step."""
    execution: int
    """At which of its executions in this case, from 1."""


class StepLimit(Document):
    """A limit of a step. What is absent stays as it is."""

    __slots__ = ()
    type: Literal["set_limit"]
    """Which variant it is."""
    node: str
    """The step."""
    time_ms: int | None
    """Longest time, in milliseconds."""
    money: float | None
    """Most money."""
    times: int | None
    """Most executions for one case."""


class StepLimits(Document):
    """Limits of one step."""

    __slots__ = ()
    time_ms: int | None
    """Longest time until it is done, in milliseconds; after that it counts as failed."""
    money: float | None
    """Most money for one execution, in major units of the plan's currency."""
    times: int | None
    """Most executions for one case."""


class StepPlaceChange(Document):
    """Where a stated step stands."""

    __slots__ = ()
    _nested = {"within": "[]Placement"}
    type: Literal["place_step"]
    """Which variant it is."""
    step: str
    """The stated step."""
    within: Table[Placement]
    """The blocks that it stands in, outermost first."""


class StepTimeChange(Document):
    """A time for a stated step."""

    __slots__ = ()
    _nested = {"time": "StatedTime"}
    type: Literal["set_step_time"]
    """Which variant it is."""
    step: str
    """The stated step."""
    time: StatedTime | None
    """Its time; none where absent."""


class StoppedBy(Document):
    """A limit that stopped a run."""

    __slots__ = ()
    code: ErrorCode
    """The code of the limit, for example `limit_events`."""
    text: str
    """What happened and what to allow, in one sentence."""


class StoryBar(Document):
    """A stretch of time at one node."""

    __slots__ = ()
    node: str
    """The node."""
    kind: StoryBarKind
    """What the case did meanwhile."""
    from_ms: int
    """Begin, in milliseconds after the arrival."""
    to_ms: int
    """End, in milliseconds after the arrival."""
    because: str | None
    """Why it waited, where that can be told."""


class StoryMoment(Document):
    """One thing that happened."""

    __slots__ = ()
    at_ms: int
    """When, in milliseconds after the arrival."""
    node: str
    """Where."""
    text: str
    """What, in plain English, without a full stop."""


class SuccessCriterion(Document):
    """How success will be recognised."""

    __slots__ = ()
    _nested = {"baseline": "Quantity", "target": "Quantity", "change": "ChangeAmount", "origin": "Origin"}
    id: str
    """Names the criterion."""
    metric: str
    """The metric in the user's words, for example `checkout completion`."""
    direction: Direction
    """Which way is better."""
    baseline: Quantity | None
    """Today's value."""
    target: Quantity | None
    """The value to reach."""
    change: ChangeAmount | None
    """The change to reach, where it is given instead of a target."""
    window_ms: int | None
    """In which time, in milliseconds."""
    role: MetricRole
    """Whether it decides, is watched, or must not get worse."""
    origin: Origin
    """Where it comes from."""


class Synthesis(Document):
    """Synthetic records, and what was kept of the sample."""

    __slots__ = ()
    _nested = {"report": "LikenessReport"}
    records: list[Any]
    """The records."""
    report: LikenessReport
    """What was kept, and what was suppressed."""


class SyntheticTable(Document):
    """One synthetic table."""

    __slots__ = ()
    _nested = {"report": "LikenessReport"}
    name: str
    """What it is called."""
    records: list[Any]
    """The records."""
    report: LikenessReport
    """What was kept of its sample besides keys and references, and what was suppressed."""


class TablesSynthesis(Document):
    """Synthetic tables, and what was kept of the samples."""

    __slots__ = ()
    _nested = {"tables": "[]SyntheticTable", "references": "[]ReferenceReport"}
    tables: Table[SyntheticTable]
    """The tables, in the order of the request."""
    references: Table[ReferenceReport]
    """The references between them."""


class TeamMember(Document):
    """One of several resources that can do a step."""

    __slots__ = ()
    resource: str
    """The resource."""
    working_time: str | None
    """How long the work takes there, as an assumption in milliseconds; that of the step where absent."""


class TextRange(Document):
    """Text of limited length."""

    __slots__ = ()
    type: Literal["text"]
    """Which variant it is."""
    min_length: int
    """Fewest characters."""
    max_length: int
    """Most characters."""


class TimeMeasure(Document):
    """A time, averaged or at a quantile."""

    __slots__ = ()
    quantile: float | None
    """The quantile, strictly between 0 and 1; the mean where absent."""
    outcome: Outcome | None
    """Count only cases that end with this outcome; all where absent."""


class TimeToEventMeasure(Document):
    """How long it takes until something happens.

What is compared is the mean time without the event up to the limit (the area below the curve of Kaplan and Meier)."""

    __slots__ = ()
    type: Literal["time_to_event"]
    """Which variant it is."""
    event: str
    """1 where it happened (in a log: where the outcome is the event); 0 where it had not when the unit was last seen."""
    time: str | None
    """The column with the time until it happened or until the unit was last seen; absent for logs, which have times."""
    limit: float
    """Times count up to here, in the unit of that column; in milliseconds for logs."""


class TimerEvent(Document):
    """Waits for a time."""

    __slots__ = ()
    type: Literal["timer"]
    """Which variant it is."""
    duration: str
    """How long, as an assumption in milliseconds."""


class TriangularRange(Document):
    """Two bounds and the most likely value."""

    __slots__ = ()
    type: Literal["triangular"]
    """Which variant it is."""
    low: float
    """Lower bound."""
    mode: float
    """Most likely value."""
    high: float
    """Upper bound."""


class TrustCheck(Document):
    """One check of the data."""

    __slots__ = ()
    name: str
    """A short name in snake case, for example `sample_ratio`."""
    outcome: TrustOutcome
    """What came of it."""
    sentence: str
    """One plain sentence."""
    detail: str
    """Figures for experts."""


class Turn(Document):
    """One thing that was said."""

    __slots__ = ()
    _absent = {"revealed": []}
    by: TurnBy
    """Who said it."""
    text: str
    """The words."""
    act: TurnAct | None
    """What the persona did with them; absent for the assistant."""
    revealed: list[str]
    """The names of the facts that were told here for the first time."""


class Undo(Document):
    """What takes a step back: compensation (BPMN 2.0, section 10.6). Where a case ends other than by reaching the goal, the
steps that were done are taken back, the last one first; the case ends after that."""

    __slots__ = ()
    title: str
    """What is done, as an instruction, for example `Release the stock`."""
    working_time: str | None
    """How long it takes, as an assumption in milliseconds; no time where absent. It queues for nobody."""
    cost: str | None
    """What it costs, as an assumption in money."""


class UndoOfStep(Document):
    """What takes a step back."""

    __slots__ = ()
    type: Literal["set_undo"]
    """Which variant it is."""
    node: str
    """The step."""
    title: str | None
    """What is done where the case fails later, as an instruction; nothing where absent."""


class UndoReading(Document):
    """The user wants to go back."""

    __slots__ = ()
    type: Literal["undo"]
    """Which variant it is."""
    steps: int
    """How many edits, where the user gave a number; one where not."""
    version: str | None
    """To which version, where the user named one."""


class UniformRange(Document):
    """Two bounds."""

    __slots__ = ()
    type: Literal["uniform"]
    """Which variant it is."""
    low: float
    """Lower bound."""
    high: float
    """Upper bound."""


class UnitCount(Document):
    """A whole number of things."""

    __slots__ = ()
    type: Literal["count"]
    """Which variant it is."""


class UnitMilliseconds(Document):
    """Milliseconds, shown as the largest fitting unit of time."""

    __slots__ = ()
    type: Literal["milliseconds"]
    """Which variant it is."""


class UnitScore(Document):
    """A score on a scale of its own, such as NPS or stars."""

    __slots__ = ()
    type: Literal["score"]
    """Which variant it is."""


class UnitShare(Document):
    """A share from 0 to 1, shown as a percentage."""

    __slots__ = ()
    type: Literal["share"]
    """Which variant it is."""


class Usage(Document):
    """Tokens that were used."""

    __slots__ = ()
    input_tokens: int
    """Tokens that went in."""
    output_tokens: int
    """Tokens that came out."""


class Variant(Document):
    """Something that is compared with the plan."""

    __slots__ = ()
    _nested = {"operations": "[]Operation", "overrides": "{}Distribution"}
    _absent = {"operations": [], "overrides": {}}
    id: str
    """Names the variant."""
    title: str
    """For people, for example `without the account step`."""
    operations: Table[Operation]
    """Edits that make the variant from the plan."""
    overrides: dict[str, Distribution]
    """Assumptions that differ."""


class VariantVerdict(Document):
    """What the comparison says about one variant."""

    __slots__ = ()
    _nested = {"comparisons": "[]Comparison", "ship_rates": "ShipRates"}
    variant: str
    """The variant."""
    run: str
    """Its run."""
    decision: Decision
    """What to do."""
    reasons: list[str]
    """Why, one plain sentence each, in the order of the rule."""
    would_change: str
    """What would have to be different for another verdict, in one plain sentence."""
    comparisons: Table[Comparison]
    """Every metric."""
    ship_rates: ShipRates | None
    """How often the rule would take a change that does nothing, and one that does what is expected."""


class Verdict(Document):
    """What the comparison says."""

    __slots__ = ()
    _nested = {"experiment": "Experiment", "variants": "[]VariantVerdict"}
    schema_version: int
    """Version of this document's shape."""
    id: str
    """Made from the content."""
    experiment: Experiment
    """The experiment."""
    is_simulated: bool
    """Whether the evidence is simulated. Simulated and live evidence are never mixed."""
    control_run: str
    """The run of the control."""
    variants: Table[VariantVerdict]
    """One entry for each variant."""
    recommended: str | None
    """The variant to take, where there is one."""
    definition_hash: str | None
    """Hash of the experiment: rule, variants, circumstances."""
    data_hash: str | None
    """Hash of the figures of all runs."""
    engine_version: str | None
    """Version of the engine."""


class WaitBefore(Document):
    """A wait."""

    __slots__ = ()
    type: Literal["add_wait"]
    """Which variant it is."""
    node: str
    """Before this node."""
    duration_ms: int
    """How long, in milliseconds."""


class Walk(Document):
    """One session of one persona."""

    __slots__ = ()
    _nested = {"log": "SessionLog"}
    session: int
    """Counts from 1."""
    persona: str
    """The persona."""
    title: str
    """Its title."""
    device: Device
    """On what it reads and types."""
    ended: WalkEnding
    """How it ended."""
    came_back: bool
    """Whether it gave up first and came back later."""
    time_ms: int
    """How long it took in milliseconds, without the time away of somebody who came back."""
    story: list[str]
    """What happened, one line in plain English for each thing."""
    log: SessionLog
    """The same as the log that a prototype saves of people's sessions. Without an outcome where somebody just left."""


class WalkSummary(Document):
    """What all sessions say together."""

    __slots__ = ()
    _nested = {"reached": "Estimate", "time_ms": "Estimate", "endings": "[]EndingCount", "personas": "[]PersonaWalks", "pages": "[]PageWalks", "refused": "[]FieldCount", "overlooked": "[]FieldCount"}
    text: list[str]
    """In plain words, one sentence each."""
    reached: Estimate
    """The share of sessions that reached the goal, with its 95 % interval (Wilson)."""
    time_ms: Estimate | None
    """Mean time in milliseconds of the sessions that reached the goal, without time away, with its 95 % interval
(Student); absent where none did."""
    endings: Table[EndingCount]
    """How sessions ended, where any did so."""
    came_back: int
    """Sessions in which somebody gave up and came back later."""
    personas: Table[PersonaWalks]
    """How each persona fared, in the order of the scenario."""
    pages: Table[PageWalks]
    """Every page that somebody saw, in the order of the prototype."""
    refused: Table[FieldCount]
    """The fields that were refused, most often first."""
    overlooked: Table[FieldCount]
    """The notices and optional fields that were overlooked, most often first."""


class Walks(Document):
    """Sessions of personas in a prototype. All of it is simulated: nobody real was there."""

    __slots__ = ()
    _nested = {"summary": "WalkSummary", "walks": "[]Walk"}
    schema_version: int
    """Version of this document's shape."""
    plan: str
    """The plan."""
    plan_version: str
    """The plan's version."""
    prototype: str
    """The prototype."""
    seed: int
    """The root of all randomness."""
    sessions: int
    """How many sessions there were."""
    summary: WalkSummary
    """What all sessions say together."""
    notes: list[str]
    """What was taken for granted, one sentence each."""
    walks: Table[Walk]
    """The first sessions, in order."""


class Weakness(Document):
    """Faults that together break a promise."""

    __slots__ = ()
    _nested = {"faults": "[]Fault"}
    faults: Table[Fault]
    """The faults, in the order in which they strike."""
    probability: float
    """The product of their probabilities."""
    case: int
    """The number of the case."""
    outcome: Outcome
    """How the case ended."""
    cycle_ms: int
    """How long it took, in milliseconds."""
    story: list[str]
    """What happened to the case, one line for each event."""


class WeeklyArrivals(Document):
    """Cases per hour, for each hour of the week."""

    __slots__ = ()
    type: Literal["weekly"]
    """Which variant it is."""
    cases_per_hour: list[float]
    """168 numbers, from Monday 00:00 to 01:00 on, in local time."""


class WeightedColumn(Document):
    """A column and what it counts."""

    __slots__ = ()
    column: str
    """Its name."""
    weight: float
    """What one of its values counts."""


class WeightedMeasure(Document):
    """A measure and what it counts."""

    __slots__ = ()
    _nested = {"measure": "LiveMeasure"}
    measure: LiveMeasure
    """How the part is measured."""
    weight: float
    """Its factor in a sum, its exponent in a product."""


class WeightedValues(Document):
    """Values with weights."""

    __slots__ = ()
    type: Literal["empirical"]
    """Which variant it is."""
    values: list[float]
    """The values."""
    weights: list[float]
    """One weight for each value; they need not add up to 1."""


class Why(Document):
    """Why an item is as it is."""

    __slots__ = ()
    item: str
    """The item's id."""
    title: str
    """What it is, in words."""
    text: str
    """The answer in plain sentences."""
    origin: str
    """`stated`, `inferred`, `assumed`, `measured` or `answered`."""
    words: list[str]
    """The user's words behind it, in the order of the text."""
    rule: str | None
    """The rule that read or concluded it, where there was one."""
    alternatives: list[str]
    """What else it could have been, one sentence each."""


class Winsorizing(Document):
    """Which values count as the value at a quantile, of all arms together."""

    __slots__ = ()
    low: float | None
    """Values below this quantile count as its value; 0 leaves them as they are."""
    high: float | None
    """Values above this quantile count as its value; 1 leaves them as they are."""


class WordingChange(Document):
    """Other words for an item."""

    __slots__ = ()
    type: Literal["set_wording"]
    """Which variant it is."""
    item: str
    """The stated step or the constraint."""
    text: str
    """Its new title or text."""


class Words(Document):
    """Words on a screen."""

    __slots__ = ()
    text: str
    """The words."""



ActorKind: TypeAlias = Literal["customer", "staff", "ai_agent", "system", "external"]
Adjustment: TypeAlias = Literal["none", "bonferroni", "sidak", "holm", "holm_sidak", "hochberg", "hommel", "benjamini_hochberg", "benjamini_yekutieli"]
AgentKind: TypeAlias = Literal["person", "ai_agent", "service", "timer"]
Aim: TypeAlias = Literal["superiority", "non_inferiority"]
AllocationRule: TypeAlias = Literal["thompson", "top_two"]
ArmAdjustment: TypeAlias = Literal["dunnett", "bonferroni"]
ArrivalPattern: TypeAlias = Union[WeeklyArrivals, GivenArrivals, ClosedPopulation]
BlockKind: TypeAlias = Union[DecisionBlock, ParallelBlock, RepeatBlock]
ClosingRule: TypeAlias = Literal["rests", "finishes"]
Combination: TypeAlias = Literal["sum", "product"]
Comparator: TypeAlias = Literal["below", "at_most", "exactly", "at_least", "above", "about"]
ComparisonReading: TypeAlias = Literal["better", "worse", "not_worse", "unclear", "same"]
ConversationEnding: TypeAlias = Literal["agreed", "gave_up", "stopped_at_limit", "out_of_budget"]
DataSensitivity: TypeAlias = Literal["ordinary", "personal", "health", "financial", "secret"]
Decision: TypeAlias = Literal["ship", "keep", "extend", "stop", "no_difference"]
Device: TypeAlias = Literal["computer", "phone"]
Direction: TypeAlias = Literal["increase", "decrease", "keep"]
Distribution: TypeAlias = Union[FixedValue, UniformRange, TriangularRange, MeanAndDeviation, MeanAndDeviation, MeanValue, MeanAndDeviation, ShapeAndScale, BetaRange, ShapeAndScale, WeightedValues, MixtureParts]
EditReading: TypeAlias = Union[EditChoice, EditChoices, QuestionReading, UndoReading, RedoReading, NotUnderstood]
ErrorCode: TypeAlias = Literal["invalid_request", "invalid_text", "invalid_goal", "invalid_language", "invalid_id", "invalid_document", "invalid_schema_version", "invalid_plan", "invalid_condition", "invalid_edit", "invalid_answer", "invalid_scenario", "invalid_experiment", "invalid_number", "invalid_trace", "invalid_data", "ambiguous_edit", "ambiguous_goal", "limit_input", "limit_size", "limit_events", "limit_virtual_time", "limit_budget", "limit_tokens", "limit_memory", "limit_loop", "not_found", "conflict", "conflict_replay", "unavailable_model", "unavailable_store", "unavailable_service", "denied", "cancelled", "internal"]
FailureEffect: TypeAlias = Union[RetryRule, GoToNode, EndCase]
FailureKind: TypeAlias = Literal["gives_up", "mistake", "unavailable", "rejected", "timeout"]
FaultKind: TypeAlias = Union[ModeFault, StepFault, StepFault, StepFault, StepFault, DataFault, ServiceFault, ServiceFault]
FieldKind: TypeAlias = Union[TextRange, IntegerRange, NumberRange, FieldKindBoolean, ChoiceList, FieldKindDate, FieldKindDateTime, FieldKindEmail, FieldKindPhone, FieldKindUrl, FieldKindIdentifier, MoneyRange, ObjectReference, ObjectReference]
GatewayRule: TypeAlias = Literal["exclusive", "inclusive", "parallel", "event_based"]
HttpMethod: TypeAlias = Literal["get", "post", "put", "patch", "delete"]
InsightKind: TypeAlias = Literal["why_this_plan", "what_happened", "what_failed", "what_next", "what_matters", "comparison", "risk"]
IntentChange: TypeAlias = Union[KindChange, CriterionChange, NewCriterion, StepActorChange, NewStatedStep, OtherwiseChange, RepeatChange, StepTimeChange, StepPlaceChange, WordingChange, NewConstraint, NewAssumption, DroppedItem]
IntentKind: TypeAlias = Literal["workflow", "prototype", "experiment"]
InteractionKind: TypeAlias = Literal["show", "change", "press", "back", "refuse", "restart"]
KeptAs: TypeAlias = Literal["categories", "numbers", "moments", "made_up", "left_out"]
LiveMeasure: TypeAlias = Union[ColumnMeasure, ColumnMeasure, RatioMeasure, QuantileMeasure, CountMeasure, TimeToEventMeasure, RetentionMeasure, FunnelStepMeasure, ComposedMeasure, CombinedMeasure]
Measure: TypeAlias = Union[OutcomeMeasure, NodeMeasure, NodeMeasure, TimeMeasure, TimeMeasure, TimeMeasure, DeadlineMeasure, MeasureCostPerCase, MeasureFailureShare, MeasureRealUse]
MetricRole: TypeAlias = Literal["primary", "secondary", "guardrail"]
MishapKind: TypeAlias = Literal["bad_data", "submitted_twice", "answer_lost", "message_lost"]
Modality: TypeAlias = Literal["must", "must_not", "only", "should"]
Monitoring: TypeAlias = Union[MonitoringFixed, MonitoringGroupSequential, MonitoringAlwaysValid]
NodeKind: TypeAlias = Union[NodeKindStart, Step, Gateway, TimerEvent, MessageEvent, EndEvent]
ObservationalMethod: TypeAlias = Literal["differences", "synthetic_control", "interrupted_series"]
Operation: TypeAlias = Union[InsertStep, NodeTarget, MoveNode, ReplaceStep, NodePair, RenameNode, NodeTarget, SplitStep, MergeSteps, NodeSet, NodeSet, ConditionalNode, BranchCondition, GatewayChange, BranchTarget, BranchTarget, LoopNodes, GroupNodes, GroupTarget, AssignStep, StepLimit, WaitBefore, ApprovalBefore, RiskOfStep, UndoOfStep, ResourceRules, NoteOnNode, AssumptionValue]
Origin: TypeAlias = Union[StatedOrigin, InferredOrigin, AssumedOrigin, MeasuredOrigin, AnsweredOrigin]
Outcome: TypeAlias = Literal["goal_reached", "abandoned", "refused", "failed"]
PageKind: TypeAlias = Literal["screen", "decision", "system", "wait", "end"]
PatchVerb: TypeAlias = Literal["add", "remove", "replace"]
Place: TypeAlias = Union[NodeTarget, NodeTarget, NodePair, PlaceAtStart, PlaceAtEnd]
Prior: TypeAlias = Union[PriorDifference, PriorShares]
Promise: TypeAlias = Union[PromiseReachesGoal, EndsWithin, PromiseTakesEffectOnce]
QueueOrder: TypeAlias = Literal["first_come", "last_come", "priority", "shared"]
RiskLevel: TypeAlias = Literal["low", "medium", "high"]
RowKind: TypeAlias = Literal["unit", "nested"]
RunDepth: TypeAlias = Literal["flow", "full"]
ScreenElement: TypeAlias = Union[Words, Words, FieldReference, DataReference]
Severity: TypeAlias = Literal["error", "warning", "advice"]
Skill: TypeAlias = Literal["read", "write", "check", "decide", "inform", "compute", "move_money", "delete", "talk", "handle"]
Speaker: TypeAlias = Literal["user", "model"]
Spending: TypeAlias = Union[SpendingObrienFleming, SpendingPocock, SpendingPower]
StopReason: TypeAlias = Literal["complete", "length", "refused"]
StoryBarKind: TypeAlias = Literal["waiting", "working", "away", "undoing"]
TeamChoice: TypeAlias = Literal["first_free", "shortest_queue"]
TextForm: TypeAlias = Literal["sentence", "paragraph", "user_story", "ears", "gherkin", "list", "brief", "table"]
TextSource: TypeAlias = Literal["goal", "edit", "answer"]
TimeRole: TypeAlias = Literal["takes", "within", "after"]
TraceDepth: TypeAlias = Literal["digest", "sample", "full"]
TrustOutcome: TypeAlias = Literal["good", "warning", "failed"]
TurnAct: TypeAlias = Literal["opens", "answers", "repeats", "volunteers", "misses_the_point", "corrects", "declines", "agrees", "gives_up"]
TurnBy: TypeAlias = Literal["persona", "assistant"]
Unit: TypeAlias = Union[UnitShare, UnitCount, UnitMilliseconds, Currency, UnitScore, OtherUnit]
WalkEnding: TypeAlias = Literal["goal_reached", "gave_up", "refused", "failed", "no_way_on", "stopped_at_limit"]

_UNIONS = {
    "ArrivalPattern": {"weekly": WeeklyArrivals, "given": GivenArrivals, "closed": ClosedPopulation},
    "BlockKind": {"decision": DecisionBlock, "parallel": ParallelBlock, "repeat": RepeatBlock},
    "Distribution": {"fixed": FixedValue, "uniform": UniformRange, "triangular": TriangularRange, "normal": MeanAndDeviation, "lognormal": MeanAndDeviation, "exponential": MeanValue, "gamma": MeanAndDeviation, "weibull": ShapeAndScale, "beta": BetaRange, "pareto": ShapeAndScale, "empirical": WeightedValues, "mixture": MixtureParts},
    "EditReading": {"understood": EditChoice, "choices": EditChoices, "question": QuestionReading, "undo": UndoReading, "redo": RedoReading, "not_understood": NotUnderstood},
    "FailureEffect": {"retry": RetryRule, "go_to": GoToNode, "end": EndCase},
    "FaultKind": {"failure_mode": ModeFault, "call_fails": StepFault, "answer_lost": StepFault, "submitted_twice": StepFault, "message_lost": StepFault, "bad_data": DataFault, "service_down": ServiceFault, "service_slow": ServiceFault},
    "FieldKind": {"text": TextRange, "integer": IntegerRange, "number": NumberRange, "boolean": FieldKindBoolean, "choice": ChoiceList, "date": FieldKindDate, "date_time": FieldKindDateTime, "email": FieldKindEmail, "phone": FieldKindPhone, "url": FieldKindUrl, "identifier": FieldKindIdentifier, "money": MoneyRange, "list": ObjectReference, "object": ObjectReference},
    "IntentChange": {"set_kind": KindChange, "set_criterion": CriterionChange, "add_criterion": NewCriterion, "set_step_actor": StepActorChange, "add_step": NewStatedStep, "add_otherwise": OtherwiseChange, "set_repeat_limit": RepeatChange, "set_step_time": StepTimeChange, "place_step": StepPlaceChange, "set_wording": WordingChange, "add_constraint": NewConstraint, "add_assumption": NewAssumption, "drop": DroppedItem},
    "LiveMeasure": {"mean": ColumnMeasure, "proportion": ColumnMeasure, "ratio": RatioMeasure, "quantile": QuantileMeasure, "count": CountMeasure, "time_to_event": TimeToEventMeasure, "retention": RetentionMeasure, "funnel_step": FunnelStepMeasure, "composed": ComposedMeasure, "combined": CombinedMeasure},
    "Measure": {"outcome_share": OutcomeMeasure, "reached_share": NodeMeasure, "visits_per_case": NodeMeasure, "cycle_time": TimeMeasure, "waiting_time": TimeMeasure, "working_time": TimeMeasure, "within_time": DeadlineMeasure, "cost_per_case": MeasureCostPerCase, "failure_share": MeasureFailureShare, "real_use": MeasureRealUse},
    "Monitoring": {"fixed": MonitoringFixed, "group_sequential": MonitoringGroupSequential, "always_valid": MonitoringAlwaysValid},
    "NodeKind": {"start": NodeKindStart, "step": Step, "gateway": Gateway, "timer": TimerEvent, "message": MessageEvent, "end": EndEvent},
    "Operation": {"insert": InsertStep, "remove": NodeTarget, "move": MoveNode, "replace": ReplaceStep, "swap": NodePair, "rename": RenameNode, "duplicate": NodeTarget, "split": SplitStep, "merge": MergeSteps, "make_parallel": NodeSet, "make_sequential": NodeSet, "make_conditional": ConditionalNode, "set_condition": BranchCondition, "change_gateway": GatewayChange, "remove_branch": BranchTarget, "keep_only_branch": BranchTarget, "loop": LoopNodes, "group": GroupNodes, "ungroup": GroupTarget, "assign": AssignStep, "set_limit": StepLimit, "add_wait": WaitBefore, "add_approval": ApprovalBefore, "set_risk": RiskOfStep, "set_undo": UndoOfStep, "set_resource": ResourceRules, "add_note": NoteOnNode, "set_assumption": AssumptionValue},
    "Origin": {"stated": StatedOrigin, "inferred": InferredOrigin, "assumed": AssumedOrigin, "measured": MeasuredOrigin, "answered": AnsweredOrigin},
    "Place": {"before": NodeTarget, "after": NodeTarget, "between": NodePair, "at_start": PlaceAtStart, "at_end": PlaceAtEnd},
    "Prior": {"difference": PriorDifference, "shares": PriorShares},
    "Promise": {"reaches_goal": PromiseReachesGoal, "ends_within": EndsWithin, "takes_effect_once": PromiseTakesEffectOnce},
    "ScreenElement": {"paragraph": Words, "notice": Words, "input": FieldReference, "summary": DataReference},
    "Spending": {"obrien_fleming": SpendingObrienFleming, "pocock": SpendingPocock, "power": SpendingPower},
    "Unit": {"share": UnitShare, "count": UnitCount, "milliseconds": UnitMilliseconds, "money": Currency, "score": UnitScore, "other": OtherUnit},
}
Document._resolve(globals(), _UNIONS)
