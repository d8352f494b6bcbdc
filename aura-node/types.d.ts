// Written by `cargo xtask generate` from the table of operations. Change that, not this.

import type { Call, CallOptions, Shown } from './index.js';

/** Someone or something that acts. */
export interface Actor {
  /** Names the actor. */
  id: ActorId;
  /** Singular, in the user's words, for example `customer`. */
  name: string;
  /** What kind of actor. */
  kind: ActorKind;
  /** Where it comes from. */
  origin: Origin;
}

/** Names someone or something that acts. */
export type ActorId = string;

/** The kinds of actors. */
export type ActorKind = 'customer' | 'staff' | 'ai_agent' | 'system' | 'external';

/** Someone or something that can be given steps of a plan. */
export interface Agent {
  /** Its name, for example `support assistant`. */
  name: string;
  /** What kind of agent. */
  kind: AgentKind;
  /** What it can do. */
  can: Array<Skill>;
  /** What it needs, in plain words, for example `access to the mailbox`. */
  needs?: Array<string>;
  /** What one execution costs, in the currency of the plan. */
  cost: number;
  /** Which data it may see; data of other kinds never reach it. */
  may_see: Array<DataSensitivity>;
}

/** Who or what really does a step. */
export interface AgentChoice {
  /** What kind of agent. */
  kind: AgentKind;
  /** Its name, for example `customer` or `payment provider`. */
  name: string;
  /** Why it was chosen. */
  origin: Origin;
}

/** The kinds of agents. */
export type AgentKind = 'person' | 'ai_agent' | 'service' | 'timer';

/** An answer to a question. */
export interface Answer {
  /** The question. */
  question: QuestionId;
  /** The stable code of the question, so that the answer survives renumbering. */
  code?: string;
  /** The letter of an option, or own words where the question accepts them. */
  answer: string;
}

/** How often a status was answered. */
export interface AnswerCount {
  /** The HTTP status; 0 where no answer came in time. */
  status: number;
  /** How often. */
  times: number;
}

/** Answers to questions about a goal. */
export interface AnswerRequest {
  /** The project. */
  project: ProjectId;
  /** The answers. */
  answers: Array<Answer>;
}

/** The user answered. */
export interface AnsweredOrigin {
  /** The question. */
  question: QuestionId;
  /** The answer as the user gave it. */
  answer: string;
}

/** An approval. */
export interface ApprovalBefore {
  /** Before this node. */
  node: NodeId;
  /** Who approves. */
  actor: string;
}

/** An archetype and why it was used. */
export interface ArchetypeUse {
  /** Its name, for example `checkout`. */
  name: string;
  /** Why. */
  origin: Origin;
}

/** When cases arrive. */
export interface Arrivals {
  /** Milliseconds between two arrivals. */
  interval: Distribution;
  /** Arrivals happen only in these hours; always where absent. */
  calendar?: Calendar | null;
  /**
   * Whether an arrival outside of the hours moves to the next opening. Otherwise the time between arrivals stands
   * still while it is closed.
   */
  moves_to_opening?: boolean;
  /** Whether the first case comes at the beginning, or at the first opening, and not after a first interval. */
  starts_at_once?: boolean;
  /** Local time at which the run begins: minutes after Monday 00:00 of the first week. */
  start_minute?: number;
  /** Where it comes from. */
  origin: Origin;
}

/** Names an artifact by the hash of its kind, lineage and content. */
export type ArtifactId = string;

/** Someone else does a step. */
export interface AssignStep {
  /** The step. */
  node: NodeId;
  /** Who, in the user's words; added to the plan's actors where it is not among them. */
  actor: string;
  /**
   * The agent of the host's catalogue that does it, where an AI is meant; else a built-in one is looked for, and
   * where none fits a person does it.
   */
  agent?: Agent | null;
}

/** A default. */
export interface AssumedOrigin {
  /** Why this default, in one plain sentence. */
  reason: string;
  /** Where the default comes from, if it was published. */
  source?: string | null;
}

/** A number that the simulation uses. */
export interface Assumption {
  /** Names the assumption. */
  id: AssumptionId;
  /** What is taken for granted, in one plain sentence without the number. */
  statement: string;
  /** The value, in the unit below. Probabilities are `fixed`. */
  value: Distribution;
  /** The unit: a share for probabilities, milliseconds for times, money for costs. */
  unit: Unit;
  /** The lowest mean that is thinkable, for sensitivity. */
  low: number;
  /** The highest mean that is thinkable, for sensitivity. */
  high: number;
  /** Where it comes from. */
  origin: Origin;
}

/** What a metric becomes when one assumption alone is at its lowest and highest thinkable value. */
export interface AssumptionEffect {
  /** The assumption. */
  assumption: AssumptionId;
  /** The metric at the low end. */
  at_low: number;
  /** The metric at the high end. */
  at_high: number;
  /** The difference of both, without sign. */
  swing: number;
}

/** Names an assumption of a plan. */
export type AssumptionId = string;

/** A new value for an assumption: its mean; shape and spread stay in proportion. */
export interface AssumptionValue {
  /** The assumption. */
  assumption: AssumptionId;
  /** The new mean, in its unit. */
  mean: number;
}

/** A beta distribution on an interval. */
export interface BetaRange {
  /** First shape. */
  alpha: number;
  /** Second shape. */
  beta: number;
  /** Lower bound. */
  low: number;
  /** Upper bound. */
  high: number;
}

/** A decision, a parallel part or a loop in the stated steps. */
export interface Block {
  /** Names the block within the intent. */
  id: ItemId;
  /** What kind of block. */
  kind: BlockKind;
  /** Where it comes from. */
  origin: Origin;
}

/** The kinds of blocks. */
export type BlockKind =
  | ({ type: 'decision' } & DecisionBlock)
  | ({ type: 'parallel' } & ParallelBlock)
  | ({ type: 'repeat' } & RepeatBlock);

/** A comparison with an amount. */
export interface Bound {
  /** How the amount limits. */
  comparator: Comparator;
  /** The amount. */
  quantity: Quantity;
}

/** A condition of a branch. */
export interface BranchCondition {
  /** The branch. */
  flow: FlowId;
  /** The condition in English. */
  condition: string;
}

/** A branch. */
export interface BranchTarget {
  /** The flow that leaves the gateway. */
  flow: FlowId;
}

/** When somebody works, in local time with a fixed distance from UTC. */
export interface Calendar {
  /** Minutes ahead of UTC. */
  utc_offset_minutes: number;
  /** The shifts of a week. */
  shifts: Array<Shift>;
  /** Days off, as `2026-12-25`. */
  holidays?: Array<string>;
}

/** A change of a metric. */
export interface ChangeAmount {
  /** Relative to the baseline (`by 20 %`), or absolute (`by 5 points`). */
  relative: boolean;
  /** How much: a share where relative, else in the metric's unit. Always positive; the direction says which way. */
  quantity: Quantity;
}

/** A closed list of values. */
export interface ChoiceList {
  /** The values, in the order in which people see them. */
  options: Array<string>;
}

/** A plan that was made of two. */
export interface Combined {
  /** The plan, with what there is to say about it; where conflicts are open, with the present side of them. */
  planned: Planned;
  /** What leads from the plan as it stood to this one. */
  operations: PlanPatch;
  /** The same in plain words, one sentence each. */
  changes: Array<string>;
  /** What both sides changed differently. */
  conflicts: Array<Question>;
  /** Whether the plan was kept as the newest version. */
  kept: boolean;
}

/** How an amount limits. */
export type Comparator = 'below' | 'at_most' | 'exactly' | 'at_least' | 'above' | 'about';

/** One metric of a variant against the control. */
export interface Comparison {
  /** The metric. */
  metric: MetricId;
  /** Its name for people. */
  title: string;
  /** Its unit. */
  unit: Unit;
  /** What it is for. */
  role: MetricRole;
  /** Which way is better. */
  direction: Direction;
  /** Value of the control. */
  control: number;
  /** Value of the variant. */
  variant: number;
  /** Variant minus control. */
  difference: number;
  /** Lower end of the interval of the difference. */
  low: number;
  /** Upper end of the interval of the difference. */
  high: number;
  /** Probability of a difference at least this far from 0 if there were none (two-sided). */
  p_value: number;
  /** How many pairs of replications stand behind it. */
  pairs: number;
  /** What the metric says by itself. */
  reading: ComparisonReading;
}

/** What one metric says. */
export type ComparisonReading = 'better' | 'worse' | 'not_worse' | 'unclear' | 'same';

/** A condition over the case's data. */
export interface Condition {
  /** In CEL, the Common Expression Language, for example `order.in_stock == true`. */
  expression: string;
  /** The same in English, for example `the order is in stock`. */
  english: string;
}

/** A step under a condition. */
export interface ConditionalNode {
  /** The first node of the conditional part. */
  node: NodeId;
  /** The last node of the conditional part, where there are several. */
  last?: NodeId | null;
  /** The condition in English. */
  condition: string;
  /** What is done otherwise; nothing where absent. */
  otherwise?: string | null;
}

/** Something that must, must not or may only be. */
export interface Constraint {
  /** Names the constraint within the intent. */
  id: ItemId;
  /** How binding and in which sense. */
  modality: Modality;
  /** The constraint in the user's words. */
  text: string;
  /** The bound, where the constraint has one. */
  bound?: Bound | null;
  /** Where it comes from. */
  origin: Origin;
}

/** New values for a criterion; what is absent stays. */
export interface CriterionChange {
  /** The criterion. */
  criterion: CriterionId;
  /** Today's value. */
  baseline?: Quantity | null;
  /** Value to reach. */
  target?: Quantity | null;
  /** Time window in milliseconds. */
  window_ms?: number | null;
  /** Which way is better. */
  direction?: Direction | null;
  /** How far it is to move from today's value. */
  change?: ChangeAmount | null;
}

/** Names a success criterion. */
export type CriterionId = string;

/** A currency. */
export interface Currency {
  /** ISO 4217 code, for example `EUR`. */
  currency: string;
}

/** Names a data object. */
export type DataId = string;

/** A thing with fields, for example an order. JSON Schemas and synthetic data are made from it. */
export interface DataObject {
  /** Names the object. */
  id: DataId;
  /** Singular, lower-case, for example `order`. CEL conditions use it with `_` for spaces. */
  name: string;
  /** What it is, in one sentence. */
  description: string;
  /** Its fields, in the order in which people see them. */
  fields: Array<Field>;
  /** Where it comes from. */
  origin: Origin;
}

/** A data object. */
export interface DataReference {
  /** The object. */
  data: DataId;
}

/** How careful one must be with a value. */
export type DataSensitivity = 'ordinary' | 'personal' | 'health' | 'financial' | 'secret';

/** An outcome within a time. */
export interface DeadlineMeasure {
  /** The outcome. */
  outcome: Outcome;
  /** The time in milliseconds. */
  within_ms: number;
}

/** What to do. */
export type Decision = 'ship' | 'keep' | 'extend' | 'stop' | 'no_difference';

/** Exactly one branch is taken. */
export interface DecisionBlock {
  /** The question that is decided, for example `is the item in stock`. */
  question: string;
  /** The branches, in the order of the text. */
  branches: Array<StatedBranch>;
}

/** How the verdict is made. Stated before the runs. */
export interface DecisionRule {
  /** Confidence of the intervals, between 0.5 and 1. */
  confidence: number;
  /** The smallest change of the primary metric that is worth having, in its unit (a share for shares). */
  smallest_worthwhile: number;
  /** How much worse a guardrail may be, relative to the control (0.02 is 2 %). */
  guardrail_margin: number;
  /** Where the rule comes from. */
  origin: Origin;
}

/** Which way is better. */
export type Direction = 'increase' | 'decrease' | 'keep';

/** How an amount varies from case to case. Parameters are in the unit of whatever holds the distribution. */
export type Distribution =
  | ({ type: 'fixed' } & FixedValue)
  | ({ type: 'uniform' } & UniformRange)
  | ({ type: 'triangular' } & TriangularRange)
  | ({ type: 'normal' } & MeanAndDeviation)
  | ({ type: 'lognormal' } & MeanAndDeviation)
  | ({ type: 'exponential' } & MeanValue)
  | ({ type: 'gamma' } & MeanAndDeviation)
  | ({ type: 'weibull' } & ShapeAndScale)
  | ({ type: 'beta' } & BetaRange)
  | ({ type: 'pareto' } & ShapeAndScale)
  | ({ type: 'empirical' } & WeightedValues);

/** The first place at which two runs differ. */
export interface Divergence {
  /** The replication, counted from 0. */
  replication: number;
  /**
   * The number of the event in its replication, counted from 0: exactly, or the first of the 4,096 among which
   * it is, where the recorded events were not kept.
   */
  event: number;
  /** Whether `event` is exact. */
  is_exact: boolean;
  /** The case, counted from 0 in its replication, where known. */
  case?: number | null;
  /** One sentence with what was recorded and what happens now. */
  text: string;
  /** The draw that decides this event, by its address: what to look at to find why. Absent where no draw does. */
  draw?: Draw | null;
}

/** Nothing is asked for but the thing itself. */
export interface Done {
}

/** A draw by its address: everything random comes from such an address and the seed alone. */
export interface Draw {
  /** The case in the whole run, or the replication for arrivals. */
  case: number;
  /** The node, where it belongs to one. */
  node?: NodeId | null;
  /** Which execution of the node, counted from 0, retries included. */
  execution: number;
  /** What it decides, for example `how long the work takes`. */
  purpose: string;
}

/** An item to take out. */
export interface DroppedItem {
  /** The item. */
  item: ItemId;
}

/** Something that can happen at the edge. */
export interface EdgeCase {
  /** Names the edge case. */
  id: EdgeCaseId;
  /** Where it happens. */
  node?: NodeId | null;
  /** What happens, as a short phrase. */
  title: string;
  /** What is to happen then, in one sentence. */
  expected: string;
  /** Where it comes from. */
  origin: Origin;
}

/** Names an edge case. */
export type EdgeCaseId = string;

/** One reading of a sentence. */
export interface EditChoice {
  /** What would be done, in order. */
  operations: Array<Operation>;
  /** The same in plain words. */
  summary: string;
  /** How sure the reader is, from 0 to 1. */
  confidence: number;
}

/** Several readings of a sentence. */
export interface EditChoices {
  /** The readings, most likely first; at most five. */
  choices: Array<EditChoice>;
  /** What must be decided, as a question. */
  question: string;
}

/** What a sentence was understood as. */
export type EditReading =
  | ({ type: 'understood' } & EditChoice)
  | ({ type: 'choices' } & EditChoices)
  | ({ type: 'question' } & QuestionReading)
  | ({ type: 'undo' } & UndoReading)
  | ({ type: 'redo' } & RedoReading)
  | ({ type: 'not_understood' } & NotUnderstood);

/** A change in plain English. */
export interface EditRequest {
  /** The project. */
  project: ProjectId;
  /** What to change. */
  sentence: string;
  /** Which of several readings is meant, counted from 1. */
  choice?: number | null;
  /** Show what would happen, change nothing. */
  preview?: boolean;
}

/** What became of a change in plain English. */
export interface Edited {
  /** The project. */
  project: ProjectId;
  /** What the sentence was understood as. */
  reading: EditReading;
  /** The plan after the change, where there is one reading; with `preview` it is not kept. */
  edited?: EditedPlan | null;
  /** Whether the change was kept. */
  kept: boolean;
  /** The plan that the sentence went back or forward to, where it asked for that. */
  moved?: Planned | null;
}

/** A plan after an edit. */
export interface EditedPlan {
  /** The new plan. */
  plan: Plan;
  /** The version before. */
  before: VersionId;
  /** The version after. */
  after: VersionId;
  /** What was done. */
  operations: Array<Operation>;
  /** What takes it back exactly. */
  inverse: PlanPatch;
  /** What changed, in plain words, one sentence each. */
  changes: Array<string>;
}

/** The case ends. */
export interface EndCase {
  /** How it ends. */
  outcome: Outcome;
}

/** Ends a case. */
export interface EndEvent {
  /** How it ends. */
  outcome: Outcome;
  /** Whether the whole case ends here, with all that still goes on in parallel, whatever the outcome. */
  ends_case?: boolean;
}

/** Stable names of everything that can go wrong. Append-only; grouped by what the caller should do. */
export type ErrorCode = 'invalid_request' | 'invalid_text' | 'invalid_goal' | 'invalid_language' | 'invalid_id' | 'invalid_document' | 'invalid_schema_version' | 'invalid_plan' | 'invalid_condition' | 'invalid_edit' | 'invalid_answer' | 'invalid_scenario' | 'invalid_experiment' | 'invalid_number' | 'invalid_trace' | 'invalid_data' | 'ambiguous_edit' | 'ambiguous_goal' | 'limit_input' | 'limit_size' | 'limit_events' | 'limit_virtual_time' | 'limit_budget' | 'limit_tokens' | 'limit_memory' | 'limit_loop' | 'not_found' | 'conflict' | 'conflict_replay' | 'unavailable_model' | 'unavailable_store' | 'unavailable_service' | 'denied' | 'cancelled' | 'internal';

/** The serialisable form of an [`Error`], as it crosses a language boundary. */
export interface ErrorDocument {
  /** Stable code. */
  code: ErrorCode;
  /** One line: what happened. */
  message: string;
  /** What the caller can do about it. */
  hints?: Array<string>;
  /** Named facts about the case, in order. */
  context?: Array<[string, string]>;
  /** Whether the same call may work later without a change. */
  retryable: boolean;
}

/** A figure with its 95 % interval from replications (Student's t on replication means). */
export interface Estimate {
  /** The figure. */
  value: number;
  /** Lower end of the interval; absent where there are fewer than two replications. */
  low?: number | null;
  /** Upper end of the interval. */
  high?: number | null;
}

/**
 * A comparison of the plan with variants of it. Without a variant the engine compares the changes that it
 * suggests itself.
 */
export interface EvaluateRequest {
  /** How the plan and its variants are run. */
  simulate: SimulateRequest;
  /** Variants. */
  variants?: Array<VariantRequest>;
  /** The rule; a default one, stated in the verdict, where absent. */
  rule?: DecisionRule | null;
}

/** A verdict and what it says in plain English. */
export interface Evaluated {
  /** The project. */
  project: ProjectId;
  /** The verdict; absent where no variant was given and none could be suggested. */
  verdict?: Verdict | null;
  /** What people should know. */
  explanation: Explanation;
  /** Suggested changes that could not be tried, and why. */
  skipped?: Array<string>;
}

/** A comparison of a plan with variants of it, on the same simulated people. */
export interface Experiment {
  /** Version of this document's shape. */
  schema_version: number;
  /** Made from the content. */
  id: ExperimentId;
  /** A short name. */
  title: string;
  /** The plan. */
  plan: PlanId;
  /** The plan's version: the control. */
  plan_version: VersionId;
  /** What is compared with it. */
  variants: Array<Variant>;
  /** The metrics that count. The first primary one decides. */
  metrics: Array<MetricId>;
  /** How the verdict is made. */
  rule: DecisionRule;
  /** The circumstances, equal for all. */
  scenario: Scenario;
}

/** Names an experiment. */
export type ExperimentId = string;

/** An explanation: insights in reading order. */
export interface Explanation {
  /** Two to four sentences for someone who reads nothing else. */
  summary: string;
  /** The insights, the most important first. */
  insights: Array<Insight>;
  /** Grade level of the whole text (Flesch-Kincaid). */
  reading_grade: number;
}

/** A figure and where it was read. */
export interface Fact {
  /** Name of the figure, for example `share of cases that gave up`. */
  name: string;
  /** Its value. */
  value: Quantity;
  /** As it stands in the text, for example `12 %`. */
  shown: string;
  /**
   * JSON Pointer into the document that it was read from, with the document's id before it, for example
   * `run_ab12/outcomes/1/share/value`.
   */
  evidence: string;
}

/** How often a failure mode struck. */
export interface FailureCount {
  /** The failure mode. */
  failure: FailureId;
  /** How often. */
  times: number;
  /** How many cases it ended. */
  ended: number;
}

/** What happens after a failure. */
export type FailureEffect =
  | ({ type: 'retry' } & RetryRule)
  | ({ type: 'go_to' } & GoToNode)
  | ({ type: 'end' } & EndCase);

/** Names a failure mode of a step. */
export type FailureId = string;

/** The kinds of failures. */
export type FailureKind = 'gives_up' | 'mistake' | 'unavailable' | 'rejected' | 'timeout';

/** Something that can go wrong at a step. */
export interface FailureMode {
  /** Names the failure mode; unique in the plan. */
  id: FailureId;
  /** What happens, as a short phrase, for example `the card is declined`. */
  title: string;
  /** What kind of failure. */
  kind: FailureKind;
  /** How likely it is at one execution, as an assumption. */
  probability: AssumptionId;
  /** What happens then. */
  then: FailureEffect;
  /** Where it comes from. */
  origin: Origin;
}

/** One field of a data object. */
export interface Field {
  /** `snake_case` name, unique within its object. */
  name: string;
  /** Label for people. */
  title: string;
  /** What values are legal. */
  kind: FieldKind;
  /** Whether it must be there. */
  required: boolean;
  /** How careful one must be with it. */
  sensitivity: DataSensitivity;
  /** An example value as JSON. Always valid for the kind. */
  example: unknown;
  /** How values are distributed in simulation: numbers, shares of `true`, and places of a choice from 0. */
  distribution?: AssumptionId | null;
}

/** The kinds of values. */
export type FieldKind =
  | ({ type: 'text' } & TextRange)
  | ({ type: 'integer' } & IntegerRange)
  | ({ type: 'number' } & NumberRange)
  | ({ type: 'boolean' } & FieldKindBoolean)
  | ({ type: 'choice' } & ChoiceList)
  | ({ type: 'date' } & FieldKindDate)
  | ({ type: 'date_time' } & FieldKindDateTime)
  | ({ type: 'email' } & FieldKindEmail)
  | ({ type: 'phone' } & FieldKindPhone)
  | ({ type: 'url' } & FieldKindUrl)
  | ({ type: 'identifier' } & FieldKindIdentifier)
  | ({ type: 'money' } & MoneyRange)
  | ({ type: 'list' } & ObjectReference)
  | ({ type: 'object' } & ObjectReference);

/** Yes or no. */
export interface FieldKindBoolean {
}

/** `2026-01-31`. */
export interface FieldKindDate {
}

/** RFC 3339 date and time. */
export interface FieldKindDateTime {
}

/** An e-mail address. */
export interface FieldKindEmail {
}

/** An identifier made by a system: `prefix-` and digits. */
export interface FieldKindIdentifier {
}

/** A telephone number in E.164 form. */
export interface FieldKindPhone {
}

/** A web address. */
export interface FieldKindUrl {
}

/** A field of a data object. */
export interface FieldReference {
  /** The object. */
  data: DataId;
  /** The field's name. */
  field: string;
}

/** A single value. */
export interface FixedValue {
  /** The value. */
  value: number;
}

/** From one node to the next. */
export interface Flow {
  /** Names the flow. */
  id: FlowId;
  /** Where it begins. */
  from: NodeId;
  /** Where it leads. */
  to: NodeId;
  /** A short answer to the gateway's question, for example `in stock`. */
  label?: string | null;
  /** When it is taken, after an exclusive or inclusive gateway. */
  condition?: Condition | null;
  /** The branching probability, as an assumption. Where a gateway's flows have none, the condition decides. */
  probability?: AssumptionId | null;
  /** Whether it is taken when no other flow of its gateway is. */
  is_default?: boolean;
  /**
   * Most times that one case may take it, for flows that lead back. After that the default or another flow is
   * taken.
   */
  max_times?: number | null;
}

/** How often a flow was taken. */
export interface FlowCount {
  /** The flow. */
  flow: FlowId;
  /** How often. */
  times: number;
}

/** Names a flow between two nodes. */
export type FlowId = string;

/** A step is done once for each of several things. */
export interface ForEach {
  /** What the things are, singular. */
  of: string;
  /** How many, as an assumption. */
  count: AssumptionId;
  /** Whether all at once. */
  parallel: boolean;
}

/** Divides the way where it has several flows out, brings it together where it has several flows in. */
export interface Gateway {
  /** How it divides and joins. */
  rule: GatewayRule;
  /**
   * Whether conditions are asked first: probabilities decide only among the flows whose conditions hold, or among
   * all where none does. Otherwise a probability decides wherever there is one.
   */
  conditions_first?: boolean;
}

/** Another rule for a gateway. */
export interface GatewayChange {
  /** The dividing gateway; its join changes with it. */
  node: NodeId;
  /** The rule. */
  rule: GatewayRule;
}

/** How a gateway divides and joins. */
export type GatewayRule = 'exclusive' | 'inclusive' | 'parallel' | 'event_based';

/** The case goes on at another node. */
export interface GoToNode {
  /** The node. */
  node: NodeId;
}

/** A goal to be interpreted. */
export interface GoalRequest {
  /** The goal in plain words. */
  text: string;
  /** The project to work in; a new one is made where absent or where it does not exist. */
  project?: ProjectId | null;
  /** A name for a new project; the title of the intent where absent. */
  name?: string | null;
  /** Answers to questions, where they are known already. */
  answers?: Array<Answer>;
}

/** A sub-plan: a named set of nodes. */
export interface Group {
  /** Names the group. */
  id: GroupId;
  /** A short name. */
  title: string;
}

/** Names a group of nodes: a sub-plan. */
export type GroupId = string;

/** A new sub-plan. */
export interface GroupNodes {
  /** The nodes. */
  nodes: Array<NodeId>;
  /** Its title. */
  title: string;
}

/** A sub-plan. */
export interface GroupTarget {
  /** The group. */
  group: GroupId;
}

/** A package for engineers. */
export interface HandedOff {
  /** The project. */
  project: ProjectId;
  /** The package. */
  handoff: Handoff;
}

/** A package that engineers build from. */
export interface Handoff {
  /** Made from the content. */
  id: HandoffId;
  /** The plan. */
  plan: PlanId;
  /** The plan's version. */
  plan_version: VersionId;
  /** Text of each file by its path in the folder, with `/` between folders. */
  files: Record<string, string>;
}

/** Names a handoff bundle. */
export type HandoffId = string;

/** How much of a history is wanted. */
export interface HistoryRequest {
  /** The project. */
  project: ProjectId;
  /** Most revisions; 100 where absent. */
  most?: number | null;
}

/** The revisions of a project. */
export interface HistoryResponse {
  /** Newest first. */
  revisions: Array<Revision>;
}

/** HTTP methods. */
export type HttpMethod = 'get' | 'post' | 'put' | 'patch' | 'delete';

/** A rule concluded it. */
export interface InferredOrigin {
  /** The rule, for example `archetype.checkout`. */
  rule: string;
  /** Why, in one plain sentence. */
  reason: string;
  /** The words that the rule looked at, where there are any. */
  quotes?: Array<Quote>;
  /** How sure the rule is, from 0 to 1. */
  confidence: number;
}

/** A new step. */
export interface InsertStep {
  /** The step as an instruction. */
  title: string;
  /** Where. */
  place: Place;
  /** Who does it; as its neighbour where absent. */
  actor?: string | null;
}

/** One thing that people should know. */
export interface Insight {
  /** Names the insight. */
  id: InsightId;
  /** What it is about. */
  kind: InsightKind;
  /** One short line. */
  headline: string;
  /** One to four plain sentences. */
  text: string;
  /** From 0 (good to know) to 1 (read this first). */
  importance: number;
  /** Every figure of the text, with where it was read. */
  facts: Array<Fact>;
  /** A sentence that the plan editor understands, where something can be done. */
  suggestion?: string | null;
}

/** Names an insight. */
export type InsightId = string;

/** What an insight is about. */
export type InsightKind = 'why_this_plan' | 'what_happened' | 'what_failed' | 'what_next' | 'what_matters' | 'comparison' | 'risk';

/** A whole number between bounds. */
export interface IntegerRange {
  /** Lowest value. */
  minimum: number;
  /** Highest value. */
  maximum: number;
}

/** A goal in structured form. */
export interface Intent {
  /** Version of this document's shape. */
  schema_version: number;
  /** Made from the hash of text and answers. */
  id: IntentId;
  /** A short name for the idea. */
  title: string;
  /** The goal text as it was read; all goal spans point into it. */
  text: string;
  /** The forms that were recognised in the text, most important first. */
  forms: Array<TextForm>;
  /** What is to be made. */
  kind: IntentKindChoice;
  /** What is to be reached, in one sentence. */
  goal: Statement;
  /** Who or what acts. */
  actors: Array<Actor>;
  /** Things that are handled: orders, forms, accounts. */
  objects: Array<IntentObject>;
  /** Steps that the text states, in the order in which they happen. */
  steps: Array<StatedStep>;
  /** Decisions, parallel parts and loops that the stated steps stand in. */
  blocks: Array<Block>;
  /** What must, must not or may only be. */
  constraints: Array<Constraint>;
  /** What the text, or a default, takes for granted. */
  assumptions: Array<Statement>;
  /** How success will be recognised. */
  success_criteria: Array<SuccessCriterion>;
  /** Limits on money, time and number. */
  limits: Array<StatedLimit>;
  /** What the text says is out of scope. */
  non_goals: Array<Statement>;
  /** What is unclear: every candidate as read; after `plan::ask` at most five whose answers change the plan. */
  questions: Array<Question>;
  /** What the user answered so far. */
  answers: Array<Answer>;
}

/** A typed change of an intent. */
export type IntentChange =
  | ({ type: 'set_kind' } & KindChange)
  | ({ type: 'set_criterion' } & CriterionChange)
  | ({ type: 'add_criterion' } & NewCriterion)
  | ({ type: 'set_step_actor' } & StepActorChange)
  | ({ type: 'add_step' } & NewStatedStep)
  | ({ type: 'add_otherwise' } & OtherwiseChange)
  | ({ type: 'set_repeat_limit' } & RepeatChange)
  | ({ type: 'set_step_time' } & StepTimeChange)
  | ({ type: 'place_step' } & StepPlaceChange)
  | ({ type: 'set_wording' } & WordingChange)
  | ({ type: 'add_constraint' } & NewConstraint)
  | ({ type: 'add_assumption' } & NewAssumption)
  | ({ type: 'drop' } & DroppedItem);

/** Names an intent; made from the hash of its text and answers. */
export type IntentId = string;

/** What is to be made. */
export type IntentKind = 'workflow' | 'prototype' | 'experiment';

/** What is to be made, with the evidence for it. */
export interface IntentKindChoice {
  /** The choice. */
  value: IntentKind;
  /** Where it comes from. */
  origin: Origin;
}

/** A thing that is handled. */
export interface IntentObject {
  /** Names the object within the intent. */
  id: ItemId;
  /** Singular noun phrase in the user's words, without article, lower-case unless a name. */
  name: string;
  /** Properties that the text names, for example `email`. */
  properties?: Array<string>;
  /** Where it comes from. */
  origin: Origin;
}

/** An interpreted goal. */
export interface Interpreted {
  /** The project. */
  project: ProjectId;
  /** The goal as structure, with the questions that are open. */
  intent: Intent;
}

/** Names one item of an intent: a statement, an object, a constraint, a stated step. */
export type ItemId = string;

/** An item of a project that is asked about. */
export interface ItemRequest {
  /** The project. */
  project: ProjectId;
  /** The id of the item, for example `step_pay`. */
  item: string;
}

/** What is to be made. */
export interface KindChange {
  /** The kind. */
  kind: IntentKind;
}

/** Upper bounds for inputs, documents and runs. Each has a default that ordinary use never meets. */
export interface Limits {
  /** Longest goal text, in bytes. */
  goal_bytes?: number;
  /** Longest edit or answer in plain English, in bytes. */
  sentence_bytes?: number;
  /** Largest JSON document that is read, in bytes. */
  document_bytes?: number;
  /** Most stated steps that are taken from one goal. */
  stated_steps?: number;
  /** Most questions that are asked about one goal. */
  questions?: number;
  /** Most nodes of one plan. */
  plan_nodes?: number;
  /** Most flows of one plan. */
  plan_flows?: number;
  /** Most cases of one run, over all replications. */
  cases?: number;
  /** Most replications of one run. */
  replications?: number;
  /** Most events of one run, over all replications. */
  events?: number;
  /** Most times that one case may pass the same node. */
  visits_per_node?: number;
  /** Longest virtual time of one run, in milliseconds. */
  virtual_time_ms?: number;
  /** Most bytes of one recorded trace. */
  trace_bytes?: number;
  /** Most bytes of memory of one simulation, as it counts them itself. */
  memory_bytes?: number;
  /** Longest event log, in bytes after unpacking. */
  log_bytes?: number;
  /** Most events of one event log, and most cases. */
  log_events?: number;
  /** How deep elements of an imported XML file may lie in each other. */
  xml_depth?: number;
  /** Most variants of one experiment. */
  variants?: number;
  /** Most metrics of one experiment. */
  metrics?: number;
}

/** Steps are done again. */
export interface LoopNodes {
  /** First node of the loop. */
  first: NodeId;
  /** Last node of the loop; the same as the first where one node is repeated. */
  last: NodeId;
  /** What is checked, in English. */
  condition: string;
  /** Whether the loop goes on while the condition holds (else until it holds). */
  while_holds: boolean;
  /** Most rounds. */
  max_times: number;
  /** Whether it is checked before the first round, so that there may be none; else after every round. */
  check_first?: boolean;
}

/** A mean and a standard deviation. */
export interface MeanAndDeviation {
  /** Mean. */
  mean: number;
  /** Standard deviation. */
  standard_deviation: number;
}

/** A mean. */
export interface MeanValue {
  /** Mean. */
  mean: number;
}

/** How a metric is measured on a case of a run. Per-case values are averaged unless the measure says otherwise. */
export type Measure =
  | ({ type: 'outcome_share' } & OutcomeMeasure)
  | ({ type: 'reached_share' } & NodeMeasure)
  | ({ type: 'visits_per_case' } & NodeMeasure)
  | ({ type: 'cycle_time' } & TimeMeasure)
  | ({ type: 'waiting_time' } & TimeMeasure)
  | ({ type: 'working_time' } & TimeMeasure)
  | ({ type: 'within_time' } & DeadlineMeasure)
  | ({ type: 'cost_per_case' } & MeasureCostPerCase)
  | ({ type: 'failure_share' } & MeasureFailureShare)
  | ({ type: 'real_use' } & MeasureRealUse);

/** Money that a case costs, in major units. */
export interface MeasureCostPerCase {
}

/** Share of cases in which at least one failure mode struck. */
export interface MeasureFailureShare {
}

/** Only real use can show it: no run has a value for it. */
export interface MeasureRealUse {
}

/** A figure taken from data. */
export interface MeasuredOrigin {
  /** Which data, for example the name and hash of a log. */
  data: string;
  /** How it was measured. */
  method: string;
  /** How many observations stand behind it. */
  observations: number;
}

/** Another version of the plan that is to be brought into the present one. */
export interface MergeRequest {
  /** The project. */
  project: ProjectId;
  /** The other version: its number in the list of versions, or the beginning of its name. */
  version: string;
  /** Answers to the questions of an earlier attempt: `a` keeps ours, `b` takes theirs. */
  answers?: Array<Answer>;
  /** Keep the present version's side wherever no answer says otherwise. */
  keep_mine?: boolean;
}

/** One step of several. */
export interface MergeSteps {
  /** The steps, in order; the first keeps its id. */
  nodes: Array<NodeId>;
  /** The new title; both old ones joined by `and` where absent. */
  title?: string | null;
}

/** One part of a conversation. */
export interface Message {
  /** Who speaks. */
  speaker: Speaker;
  /** What is said. */
  text: string;
}

/** Waits for a message. */
export interface MessageEvent {
  /** Who sends it. */
  from: ActorId;
  /** How long it takes to come, as an assumption in milliseconds. */
  delay: AssumptionId;
}

/** Something measured on every case of a run. */
export interface Metric {
  /** Names the metric. */
  id: MetricId;
  /** In the user's words, for example `checkout completion`. */
  title: string;
  /** How it is measured in a run. */
  measure: Measure;
  /** The unit of its values. */
  unit: Unit;
  /** Which way is better. */
  direction: Direction;
  /** Whether it decides, is watched, or must not get worse. */
  role: MetricRole;
  /** Today's value, where known. */
  baseline?: Quantity | null;
  /** The value to reach, where known. */
  target?: Quantity | null;
  /** In which time it is to be reached, in milliseconds. */
  window_ms?: number | null;
  /** The success criterion that it stands for. */
  criterion?: CriterionId | null;
  /** Where it comes from. For a metric that only stands near the criterion this says so. */
  origin: Origin;
}

/** Names a metric. */
export type MetricId = string;

/** A metric's value. */
export interface MetricResult {
  /** The metric. */
  metric: MetricId;
  /** Its name for people. */
  title: string;
  /** Its unit. */
  unit: Unit;
  /** Its value over all cases. */
  estimate: Estimate;
  /** How many cases it is about. */
  cases: number;
  /**
   * The value in each replication, in order; absent where no case of the replication counts. Comparisons of
   * variants pair them, as replication `n` of each variant meets the same people.
   */
  by_replication: Array<number | null>;
}

/** What a metric is for. */
export type MetricRole = 'primary' | 'secondary' | 'guardrail';

/** The sense of a constraint. */
export type Modality = 'must' | 'must_not' | 'only' | 'should';

/** What a model is asked. */
export interface ModelRequest {
  /** What the answer is for, for example `intent.suggest`. */
  purpose: string;
  /** What the model is to do. Written by Aura, never by users. */
  instructions: string;
  /** The conversation, oldest first. User text stands only here. */
  messages: Array<Message>;
  /** JSON Schema that the answer must fit, where it must be JSON. */
  schema?: unknown;
  /** Most tokens of the answer. */
  max_output_tokens: number;
  /** Seed for providers that take one. */
  seed?: number | null;
}

/** What a model answered. */
export interface ModelResponse {
  /** The text. Nobody trusts it. */
  text: string;
  /** Why it ended. */
  stop: StopReason;
  /** What it used. */
  usage: Usage;
}

/** Money between bounds. */
export interface MoneyRange {
  /** ISO 4217 code. */
  currency: string;
  /** Lowest amount in minor units. */
  minimum: number;
  /** Highest amount in minor units. */
  maximum: number;
}

/** A node goes somewhere else. */
export interface MoveNode {
  /** The node. */
  node: NodeId;
  /** Where to. */
  place: Place;
}

/** Something to take for granted. */
export interface NewAssumption {
  /** The sentence. */
  text: string;
}

/** A constraint to add. */
export interface NewConstraint {
  /** The sense. */
  modality: Modality;
  /** The constraint in plain words. */
  text: string;
}

/** A criterion to add. */
export interface NewCriterion {
  /** The metric in plain words. */
  metric: string;
  /** Which way is better. */
  direction: Direction;
  /** Value to reach. */
  target?: Quantity | null;
}

/** A step to add. */
export interface NewStatedStep {
  /** The step as an instruction. */
  title: string;
  /** Before this stated step; at the end where absent. */
  before?: ItemId | null;
}

/** One node of the graph. */
export interface Node {
  /** Never changes while the node lives. */
  id: NodeId;
  /** In plain English; an instruction for a step, a question for an exclusive gateway. */
  title: string;
  /** What kind of node. */
  kind: NodeKind;
  /** The sub-plan that it belongs to. */
  group?: GroupId | null;
  /** Remarks of the people who work on the plan. */
  notes?: Array<string>;
  /** Where it comes from. */
  origin: Origin;
}

/** Names a node of a plan. It never changes while the node lives. */
export type NodeId = string;

/** The kinds of nodes, with the meaning of BPMN 2.0 (ISO/IEC 19510). */
export type NodeKind =
  | ({ type: 'start' } & NodeKindStart)
  | ({ type: 'step' } & Step)
  | ({ type: 'gateway' } & Gateway)
  | ({ type: 'timer' } & TimerEvent)
  | ({ type: 'message' } & MessageEvent)
  | ({ type: 'end' } & EndEvent);

/** Where every case begins. Exactly one. */
export interface NodeKindStart {
}

/** A node. */
export interface NodeMeasure {
  /** The node. */
  node: NodeId;
}

/** Two nodes. */
export interface NodePair {
  /** The first. */
  first: NodeId;
  /** The second. */
  second: NodeId;
}

/** What happened at a node. */
export interface NodeResult {
  /** The node. */
  node: NodeId;
  /** How often it was begun. */
  visits: number;
  /** How many cases passed it at least once. */
  cases: number;
  /** Mean wait before work began, in milliseconds. */
  mean_waiting_ms: number;
  /** 95 % of waits were at most this long, in milliseconds. */
  waiting_p95_ms: number;
  /** Mean working time, in milliseconds. */
  mean_working_ms: number;
  /** Money spent here in all, in major units. */
  cost: number;
  /** How often each failure mode struck. */
  failures?: Array<FailureCount>;
  /** Cases that ended here other than by reaching the goal. */
  lost_cases: number;
}

/** Several nodes, in order. */
export interface NodeSet {
  /** The nodes. */
  nodes: Array<NodeId>;
}

/** A node. */
export interface NodeTarget {
  /** The node. */
  node: NodeId;
}

/** Nothing fits. */
export interface NotUnderstood {
  /** What was understood and what was not, in plain words. */
  explanation: string;
  /** The nearest readings, at most three. */
  nearest: Array<EditChoice>;
}

/** A remark. */
export interface NoteOnNode {
  /** The node. */
  node: NodeId;
  /** The remark. */
  text: string;
}

/** A number between bounds. */
export interface NumberRange {
  /** Lowest value. */
  minimum: number;
  /** Highest value. */
  maximum: number;
}

/** Another data object. */
export interface ObjectReference {
  /** The object. */
  data: DataId;
}

/** A change of a plan. Nodes are named by their ids, which never change. */
export type Operation =
  | ({ type: 'insert' } & InsertStep)
  | ({ type: 'remove' } & NodeTarget)
  | ({ type: 'move' } & MoveNode)
  | ({ type: 'replace' } & ReplaceStep)
  | ({ type: 'swap' } & NodePair)
  | ({ type: 'rename' } & RenameNode)
  | ({ type: 'duplicate' } & NodeTarget)
  | ({ type: 'split' } & SplitStep)
  | ({ type: 'merge' } & MergeSteps)
  | ({ type: 'make_parallel' } & NodeSet)
  | ({ type: 'make_sequential' } & NodeSet)
  | ({ type: 'make_conditional' } & ConditionalNode)
  | ({ type: 'set_condition' } & BranchCondition)
  | ({ type: 'change_gateway' } & GatewayChange)
  | ({ type: 'remove_branch' } & BranchTarget)
  | ({ type: 'keep_only_branch' } & BranchTarget)
  | ({ type: 'loop' } & LoopNodes)
  | ({ type: 'group' } & GroupNodes)
  | ({ type: 'ungroup' } & GroupTarget)
  | ({ type: 'assign' } & AssignStep)
  | ({ type: 'set_limit' } & StepLimit)
  | ({ type: 'add_wait' } & WaitBefore)
  | ({ type: 'add_approval' } & ApprovalBefore)
  | ({ type: 'set_risk' } & RiskOfStep)
  | ({ type: 'add_note' } & NoteOnNode)
  | ({ type: 'set_assumption' } & AssumptionValue);

/** Names an operation of a service. */
export type OperationId = string;

/** Where a statement comes from. */
export type Origin =
  | ({ type: 'stated' } & StatedOrigin)
  | ({ type: 'inferred' } & InferredOrigin)
  | ({ type: 'assumed' } & AssumedOrigin)
  | ({ type: 'measured' } & MeasuredOrigin)
  | ({ type: 'answered' } & AnsweredOrigin);

/** A unit that has no variant of its own. */
export interface OtherUnit {
  /** The unit in the user's words, singular. */
  name: string;
}

/** What happens otherwise. */
export interface OtherwiseChange {
  /** The decision block. */
  block: ItemId;
  /** What to do then; nothing (go on) where absent. */
  step?: string | null;
  /** How the process ends then; it goes on where absent. */
  ends?: Outcome | null;
}

/** A time in which a service does not answer or is slow. */
export interface Outage {
  /** The service. */
  service: ServiceId;
  /** Begin, in milliseconds of virtual time. */
  from_ms: number;
  /** End, in milliseconds of virtual time. */
  to_ms: number;
  /** Latency is multiplied with this; 1 leaves it. */
  slowdown: number;
  /** How likely a call fails meanwhile. */
  failure: number;
}

/** How a case ends. */
export type Outcome = 'goal_reached' | 'abandoned' | 'refused' | 'failed';

/** How many cases ended in one way. */
export interface OutcomeCount {
  /** The outcome. */
  outcome: Outcome;
  /** How many cases. */
  cases: number;
  /** The share of all ended cases, with its interval. */
  share: Estimate;
}

/** An outcome. */
export interface OutcomeMeasure {
  /** The outcome. */
  outcome: Outcome;
}

/** A plan in words. */
export interface Outline {
  /** The project. */
  project: ProjectId;
  /** The numbered steps in plain English, one on each line. */
  text: string;
}

/** One page. */
export interface Page {
  /** Unique within the prototype. */
  id: string;
  /** What kind of page. */
  kind: PageKind;
  /** The node that it stands for. */
  node: NodeId;
  /** The heading. */
  title: string;
  /** Who is acting, for example `customer`. */
  actor: string;
  /** Text below the heading. */
  intro: string;
  /** What stands on it. */
  elements: Array<ScreenElement>;
  /** The buttons, in order. */
  actions: Array<PageAction>;
}

/** A button. */
export interface PageAction {
  /** Unique within the page. */
  id: string;
  /** The label. */
  label: string;
  /** The page that it leads to. */
  to: string;
  /** The flow that is taken, where it is one. */
  flow?: FlowId | null;
  /** Whether it stands for something going wrong. */
  is_failure: boolean;
}

/** The kinds of pages. */
export type PageKind = 'screen' | 'decision' | 'system' | 'wait' | 'end';

/** All lanes are done. */
export interface ParallelBlock {
  /** How many lanes. */
  lanes: number;
}

/** One change of RFC 6902. */
export interface PatchChange {
  /** `add`, `remove` or `replace`. */
  op: PatchVerb;
  /** JSON Pointer (RFC 6901). */
  path: string;
  /** The new value, for `add` and `replace`. */
  value?: unknown;
}

/** The verbs of RFC 6902 that are used. */
export type PatchVerb = 'add' | 'remove' | 'replace';

/** How often a way through the plan was taken. */
export interface PathCount {
  /** The steps and ends of the way, in order. */
  nodes: Array<NodeId>;
  /** How it ended. */
  outcome: Outcome;
  /** How many cases. */
  cases: number;
}

/** A kind of simulated person. All factors are 1 for an ordinary person. */
export interface Persona {
  /** Names the persona. */
  id: PersonaId;
  /** For people, for example `hurried visitor on a phone`. */
  title: string;
  /** The share of cases that it stands for. */
  share: number;
  /** Working times are multiplied with this. */
  pace: number;
  /** The probability of giving up is divided by this. */
  patience: number;
  /** The probability of mistakes is divided by this. */
  skill: number;
  /** Longest wait in a queue before giving up, in milliseconds; none where absent. */
  longest_wait?: Distribution | null;
  /** How likely somebody who gave up comes back once more. */
  returns: number;
  /** After how long, in milliseconds. */
  returns_after: Distribution;
  /** Where these figures come from. */
  origin: Origin;
}

/** Names a persona of a scenario. */
export type PersonaId = string;

/** How a kind of person fared. */
export interface PersonaResult {
  /** The persona. */
  persona: PersonaId;
  /** How many came. */
  cases: number;
  /** Share that reached the goal. */
  goal_reached: number;
  /** Mean time to the end, in milliseconds. */
  mean_cycle_ms: number;
}

/** Where something is put. */
export type Place =
  | ({ type: 'before' } & NodeTarget)
  | ({ type: 'after' } & NodeTarget)
  | ({ type: 'between' } & NodePair)
  | ({ type: 'at_start' } & PlaceAtStart)
  | ({ type: 'at_end' } & PlaceAtEnd);

/** After everything else, before the end that reaches the goal. */
export interface PlaceAtEnd {
}

/** Before everything else. */
export interface PlaceAtStart {
}

/** Which part of which block a step stands in. */
export interface Placement {
  /** The block. */
  block: ItemId;
  /** Which branch of a decision or lane of a parallel block, from 0; always 0 in a loop. */
  part: number;
}

/** A plan of steps, with everything that is needed to show, run and build it. */
export interface Plan {
  /** Version of this document's shape. */
  schema_version: number;
  /** Names the plan through all its versions. */
  id: PlanId;
  /** A short name. */
  title: string;
  /** What it is to reach, in one sentence. */
  goal: string;
  /** The intent that it was drafted from. */
  intent?: IntentId | null;
  /** The archetypes that filled what the text left open, with the reason for each. */
  archetypes?: Array<ArchetypeUse>;
  /** Who or what acts. */
  actors: Array<Actor>;
  /** What is handled. */
  data: Array<DataObject>;
  /** Systems that are called, with their contracts. */
  services: Array<Service>;
  /** What people see. */
  screens: Array<Screen>;
  /** People and things that cases queue for. */
  resources: Array<Resource>;
  /** Start, steps, gateways, events and ends. The order is the reading order. */
  nodes: Array<Node>;
  /** Which node follows which. */
  flows: Array<Flow>;
  /** Sub-plans: named sets of nodes. */
  groups?: Array<Group>;
  /** Every number that the simulation uses, with its origin. */
  assumptions: Array<Assumption>;
  /** What can happen at the edges, and what is to happen then. */
  edge_cases: Array<EdgeCase>;
  /** What is measured. */
  metrics: Array<Metric>;
  /** Rules that the plan must keep, in the user's words. */
  rules?: Array<PlanRule>;
}

/** Names a plan through all its versions. */
export type PlanId = string;

/** Exact changes of a plan's lists, by position. Applying the inverse of a patch gives the old plan to the byte. */
export interface PlanPatch {
  /** The changes as in RFC 6902 (JSON Patch): `add`, `remove`, `replace` with JSON Pointers. */
  changes: Array<PatchChange>;
}

/** A rule that the plan must keep. */
export interface PlanRule {
  /** In the user's words. */
  text: string;
  /** In which sense. */
  modality: Modality;
  /** The nodes that it concerns, where that is known. */
  nodes?: Array<NodeId>;
  /** Where it comes from. */
  origin: Origin;
}

/** One version of a plan. */
export interface PlanVersion {
  /** Counts from 1; never changes. */
  number: number;
  /** Its name, the hash of its content. */
  version: VersionId;
  /** What was done to get it, in one line. */
  message: string;
  /** When, by the clock of the host; empty where the host gave none. */
  at: string;
  /** Whether it is the present one. */
  is_present: boolean;
}

/** The versions of a project's plan. */
export interface PlanVersions {
  /** The project. */
  project: ProjectId;
  /** In the order in which they came to be. */
  versions: Array<PlanVersion>;
  /** How many changes can be taken back from the present version. */
  can_undo: number;
  /** How many changes that were taken back can be made again. */
  can_redo: number;
}

/** A plan with what there is to say about it. */
export interface Planned {
  /** The project. */
  project: ProjectId;
  /** The plan. */
  plan: Plan;
  /** Its version. */
  version: VersionId;
  /** What is wrong or could be simpler. */
  problems: Array<Problem>;
}

/** What tokens cost, in millionths of a US dollar for a million tokens. */
export interface Price {
  /** For a million tokens that go in. */
  input_micros_per_million: number;
  /** For a million tokens that come out. */
  output_micros_per_million: number;
}

/** A problem of a plan. */
export interface Problem {
  /** Stable snake_case name of the check, for example `unreachable_node`. */
  code: string;
  /** How bad. */
  severity: Severity;
  /** What is wrong, in one plain sentence. */
  text: string;
  /** Where. */
  nodes?: Array<NodeId>;
  /** A sentence that the plan editor understands and that mends it. */
  proposal?: string | null;
}

/** One sign of life from long work. */
export interface ProgressEvent {
  /** The stage that is at work, for example `simulate`. */
  stage: string;
  /** How many parts are done. */
  done: number;
  /** How many parts there are, where that is known. */
  total?: number | null;
  /** One short line for a person. */
  message: string;
}

/** A project as it stands. */
export interface Project {
  /** Names the project. */
  id: ProjectId;
  /** For people. */
  name: string;
  /** Its newest revision. */
  revision: Revision;
}

/** Names a project. */
export type ProjectId = string;

/** All projects of a store. */
export interface ProjectList {
  /** Ordered by id. */
  projects: Array<Project>;
}

/** A project that is meant. */
export interface ProjectRequest {
  /** The project. */
  project: ProjectId;
}

/** A clickable prototype. */
export interface Prototype {
  /** Made from the plan's version. */
  id: PrototypeId;
  /** The plan. */
  plan: PlanId;
  /** The plan's version. */
  plan_version: VersionId;
  /** For people. */
  title: string;
  /** The page on which a session begins. */
  first: string;
  /** All pages. */
  pages: Array<Page>;
}

/** Names a prototype. */
export type PrototypeId = string;

/** A prototype with its page. */
export interface Prototyped {
  /** The project. */
  project: ProjectId;
  /** The pages as data. */
  prototype: Prototype;
  /** One self-contained HTML file. */
  html: string;
}

/** An amount with its unit. */
export interface Quantity {
  /** How much, in the unit. Never NaN or infinite. */
  amount: number;
  /** The unit. */
  unit: Unit;
}

/** Something unclear that matters. */
export interface Question {
  /** `q1`, `q2`, … in order of importance. */
  id: QuestionId;
  /** Stable name of the detector, for example `metric_without_baseline`. */
  code: string;
  /** The question in plain words. */
  text: string;
  /** Why it is asked, in one sentence. */
  reason: string;
  /** Two to four answers to choose from. The first is what is assumed if nobody answers. */
  options: Array<QuestionOption>;
  /** Whether an answer in own words is understood as well. */
  accepts_text: boolean;
  /** How much the answer matters, from 0 to 1 (effect times uncertainty). */
  importance: number;
  /** The words that led to the question. */
  origin: Origin;
}

/** Names a question. */
export type QuestionId = string;

/** One answer to choose from. */
export interface QuestionOption {
  /** `a`, `b`, `c` or `d`. */
  id: string;
  /** The answer in plain words. */
  label: string;
  /** What it changes, in one sentence. */
  effect: string;
  /** The same as typed changes of the intent. */
  changes: Array<IntentChange>;
}

/** A question about the plan. */
export interface QuestionReading {
  /** What the plan says about it, in plain words. */
  answer: string;
}

/** Whose turn it is in a queue. */
export type QueueOrder = 'first_come' | 'last_come' | 'priority';

/** How the queue in front of a resource works. */
export interface QueueRule {
  /** Whose turn it is. */
  order?: QueueOrder;
  /**
   * How many may wait; whoever comes then is turned away, which is a failure of the kind `rejected`. No limit where
   * absent.
   */
  limit?: number | null;
  /**
   * Whether a more urgent case interrupts a less urgent one, whose work goes on later from where it was. Only where
   * the order is by priority.
   */
  interrupts?: boolean;
}

/** Words of the user. */
export interface Quote {
  /** Which text they stand in. */
  source: TextSource;
  /** Where they stand. */
  span: Span;
  /** The words themselves. */
  text: string;
}

/** How many calls a service takes in how long. */
export interface RateLimit {
  /** Most calls. */
  calls: number;
  /** In this time, in milliseconds. */
  window_ms: number;
}

/** The record of a run. */
export interface RecordedTrace {
  /** The project. */
  project: ProjectId;
  /** The compact binary file, in base64. */
  trace_base64: string;
}

/** The user wants to go forward again. */
export interface RedoReading {
  /** How many edits that were taken back; one where the user gave no number. */
  steps: number;
}

/** Going forward again after going back. */
export interface RedoRequest {
  /** The project. */
  project: ProjectId;
  /** How many changes to make again; 1 where absent. */
  steps?: number | null;
}

/** Something that a service found wrong with requests. */
export interface RefusalCount {
  /** Where, why and at which step, in one sentence. */
  text: string;
  /** How often. */
  times: number;
}

/** A new title. */
export interface RenameNode {
  /** The node. */
  node: NodeId;
  /** The title. */
  title: string;
}

/** Steps are done again. */
export interface RepeatBlock {
  /** What ends the loop, in the user's words. */
  until?: string | null;
  /** Most rounds, where the text says so. */
  max_times?: number | null;
}

/** A bound for a loop. */
export interface RepeatChange {
  /** The repeat block. */
  block: ItemId;
  /** Most rounds. */
  max_times: number;
}

/** A new step for an old one. */
export interface ReplaceStep {
  /** The old one. */
  node: NodeId;
  /** The new ones, in order. */
  titles: Array<string>;
}

/** A new draft that is to be brought into the plan as it stands. */
export interface ReplanRequest {
  /** The project. */
  project: ProjectId;
  /** Answers to the questions of an earlier attempt: `a` keeps the edit, `b` takes the new draft. */
  answers?: Array<Answer>;
  /** Keep the edits wherever no answer says otherwise. */
  keep_mine?: boolean;
}

/** What a replay found. */
export interface ReplayReport {
  /** Whether everything happened again exactly as recorded. */
  is_equal: boolean;
  /** The digest of the recorded run. */
  recorded_digest: string;
  /** The digest of the run that was made now. */
  digest: string;
  /** How many events were compared. */
  events: number;
  /** What differs between the recorded circumstances and those given now, in plain words. */
  differences: Array<string>;
  /** Where the two runs part. */
  divergence?: Divergence | null;
}

/** People or things that cases queue for. */
export interface Resource {
  /** Names the resource. */
  id: ResourceId;
  /** For people, for example `support agents`. */
  title: string;
  /** How many can work at the same time. */
  capacity: number;
  /** When they work; always where absent. */
  calendar?: Calendar | null;
  /** What an hour of work costs, as an assumption in money. */
  cost_per_hour?: AssumptionId | null;
  /** How its queue works; first come, first served, without a limit, where absent. */
  queue?: QueueRule | null;
  /** Where it comes from. */
  origin: Origin;
}

/** Names a limited resource. */
export type ResourceId = string;

/** How busy a resource was. */
export interface ResourceResult {
  /** The resource. */
  resource: ResourceId;
  /** Share of its working hours in which it was busy. */
  utilisation: Estimate;
  /** Mean wait of those who queued or passed, in milliseconds. */
  mean_waiting_ms: number;
  /** Longest queue. */
  longest_queue: number;
}

/** The step is done again, up to a number of times, then the case ends. */
export interface RetryRule {
  /** Most repetitions. */
  max_times: number;
  /** Wait before the first repetition, in milliseconds. */
  delay_ms: number;
  /** What the wait is multiplied with each time, in percent; 200 doubles it. */
  backoff_percent: number;
  /** How the case ends when no repetition helped. */
  otherwise: Outcome;
}

/** One state of a project. */
export interface Revision {
  /** Counts from 1. */
  number: number;
  /** What was done, in one line. */
  message: string;
  /** When, in RFC 3339, by the clock of the host; empty where the host gave none. */
  at: string;
  /** The newest artifact of each kind. */
  heads: Record<string, ArtifactId>;
}

/** Whether and why a step is risky. */
export interface Risk {
  /** How risky. */
  level: RiskLevel;
  /** Stable names of the rules that spoke, for example `moves_money`. */
  rules: Array<string>;
  /** Why, in one plain sentence. */
  reason: string;
  /** The usual guard as a sentence that the plan editor understands. */
  guard?: string | null;
  /** Where it comes from. */
  origin: Origin;
}

/** How risky a step is. */
export type RiskLevel = 'low' | 'medium' | 'high';

/** How risky a step is. */
export interface RiskOfStep {
  /** The step. */
  node: NodeId;
  /** How risky; no mark where absent. */
  level?: RiskLevel | null;
  /** Why. */
  reason: string;
}

/** The result of running a plan in a scenario. */
export interface Run {
  /** Version of this document's shape. */
  schema_version: number;
  /** Made from plan version and scenario. */
  id: RunId;
  /** The version of the engine that ran it. */
  engine_version: string;
  /** The plan. */
  plan: PlanId;
  /** The plan's version. */
  plan_version: VersionId;
  /** The circumstances. */
  scenario: Scenario;
  /** Cases that came to an end. */
  cases: number;
  /** Events that happened. */
  events: number;
  /** Latest virtual time of any replication, in milliseconds. */
  virtual_time_ms: number;
  /** BLAKE3 over all events of all replications in order, in hexadecimal. Equal digests mean equal runs. */
  digest: string;
  /** How cases ended. */
  outcomes: Array<OutcomeCount>;
  /** The plan's metrics, and standard ones behind them. */
  metrics: Array<MetricResult>;
  /** What happened at each node. */
  nodes: Array<NodeResult>;
  /** How often each flow was taken. */
  flows: Array<FlowCount>;
  /** How busy each resource was. */
  resources: Array<ResourceResult>;
  /** How each service behaved. */
  services: Array<ServiceResult>;
  /** How each kind of person fared. */
  personas: Array<PersonaResult>;
  /** The most frequent ways through the plan, at most 20. */
  paths: Array<PathCount>;
  /** The limit that stopped the run early. */
  stopped?: StoppedBy | null;
  /** Remarks, for example a loop without progress. */
  warnings?: Array<string>;
}

/** How much of each step is really done. */
export type RunDepth = 'flow' | 'full';

/** Names a run. */
export type RunId = string;

/** Limits of one run. */
export interface RunLimits {
  /** Most events. */
  events?: number;
  /** Longest virtual time of one replication, in milliseconds. */
  virtual_time_ms?: number;
  /** Most times that one case may pass one node. */
  visits_per_node?: number;
  /** Most money that all cases together may cost, in major units; none where absent. */
  money?: number | null;
  /** Most bytes of the recorded trace. */
  trace_bytes?: number;
  /** Most bytes of memory, counted and not measured, so that a run stops at the same event everywhere. */
  memory_bytes?: number;
}

/** The circumstances of a run. */
export interface Scenario {
  /** Version of this document's shape. */
  schema_version: number;
  /** The root of all randomness. */
  seed: Seed;
  /** How many cases in all; divided evenly among the replications. */
  cases: number;
  /** How many independent replications; intervals come from them. At least 2 for an interval. */
  replications: number;
  /** When cases arrive. */
  arrivals: Arrivals;
  /** Who comes. Shares need not add up to 1. */
  personas: Array<Persona>;
  /** Faults of services during the run. */
  outages?: Array<Outage>;
  /** How much of each step is really done. */
  depth?: RunDepth;
  /** Services that answer as their descriptions say, at full depth. */
  services?: Array<ServiceMock>;
  /** Other values for assumptions of the plan. */
  overrides?: Record<string, Distribution>;
  /** Where the run stops and keeps what it has. */
  limits?: RunLimits;
  /** How much of what happens is recorded. */
  trace?: TraceDepth;
}

/** Something that a person sees. */
export interface Screen {
  /** Names the screen. */
  id: ScreenId;
  /** The heading. */
  title: string;
  /** One or two sentences below the heading. */
  intro: string;
  /** What stands on it, from top to bottom. */
  elements: Array<ScreenElement>;
  /** Label of the button that goes on. */
  action: string;
}

/** What can stand on a screen. */
export type ScreenElement =
  | ({ type: 'paragraph' } & Words)
  | ({ type: 'notice' } & Words)
  | ({ type: 'input' } & FieldReference)
  | ({ type: 'summary' } & DataReference);

/** Names a screen. */
export type ScreenId = string;

/** The root of all randomness of a run. Any value below 2^53 is legal, so that every language can hold it. */
export type Seed = number;

/** Which assumptions move a metric how far. */
export interface Sensitivity {
  /** The metric. */
  metric: MetricId;
  /** The assumptions, the strongest first. */
  effects: Array<AssumptionEffect>;
}

/** A system that is called. */
export interface Service {
  /** Names the service. */
  id: ServiceId;
  /** For people, for example `payment provider`. */
  title: string;
  /** What it does, in one sentence. */
  description: string;
  /** What it can do. */
  operations: Array<ServiceOperation>;
  /** Whether it belongs to somebody else. */
  is_external: boolean;
  /** Where it comes from. */
  origin: Origin;
}

/** A call of a service. */
export interface ServiceCall {
  /** The service. */
  service: ServiceId;
  /** What it is asked to do. */
  operation: OperationId;
}

/** An answer of a service that is not the wanted one. */
export interface ServiceError {
  /** HTTP status, 400 to 599. */
  status: number;
  /** Stable snake_case code, for example `card_declined`. */
  code: string;
  /** When it is given, in one sentence. */
  description: string;
}

/** Names a service. */
export type ServiceId = string;

/**
 * A service that answers calls as its description says. It remembers what was written; each replication has its own.
 * 
 * How long an answer takes, how often it fails and when the caller gives up stay assumptions of the plan.
 */
export interface ServiceMock {
  /** The service of the plan. */
  service: ServiceId;
  /** Its description: OpenAPI 3.0 or 3.1, in JSON or YAML. */
  description: string;
  /**
   * Which operation of the description stands for which of the plan, for example `POST /v1/charges`. Others are
   * found by method and path, or by their words.
   */
  operations?: Record<string, string>;
  /** How many calls it takes; more are answered with 429. No limit where absent. */
  rate_limit?: RateLimit | null;
}

/** One thing that a service can do: an HTTP operation with JSON bodies. */
export interface ServiceOperation {
  /** Names the operation; unique in the plan. */
  id: OperationId;
  /** For people, for example `authorise the payment`. */
  title: string;
  /** `get`, `post`, `put`, `patch` or `delete`. */
  method: HttpMethod;
  /** Path with parameters in braces, for example `/orders/{order_id}`. */
  path: string;
  /** The body of the request. */
  request?: DataId | null;
  /** The body of the answer when all is well. */
  response?: DataId | null;
  /** What it may answer instead. */
  errors: Array<ServiceError>;
  /** How long an answer takes, in milliseconds. */
  latency: AssumptionId;
  /** How often it fails. */
  failure: AssumptionId;
  /** When the caller gives up, in milliseconds. */
  timeout_ms: number;
  /** Whether calling it twice with the same key does it once. */
  is_idempotent: boolean;
}

/** How a service behaved. */
export interface ServiceResult {
  /** The service. */
  service: ServiceId;
  /** Calls in all, repetitions included. */
  calls: number;
  /** Calls that failed. */
  failed: number;
  /** Mean time until an answer, in milliseconds. */
  mean_latency_ms: number;
  /** How often which status was answered, where calls were really made; status 0 is no answer in time. */
  answers?: Array<AnswerCount>;
  /** What the service found wrong with requests, the most frequent first. */
  refusals?: Array<RefusalCount>;
}

/** How a session is opened. What is absent has a default. */
export interface SessionOptions {
  /** The SQLite file that keeps the projects; they are kept in memory where absent. */
  path?: string | null;
  /** How many threads a simulation uses; one for each core where absent. Results never depend on it. */
  threads?: number | null;
  /** Whether records carry the time of this machine. */
  clock?: boolean;
  /** Other limits. */
  limits?: Limits | null;
  /** AI agents that steps can be given to, besides the built-in ones. */
  agents?: Array<Agent>;
  /** The name of the host's language model, as it is recorded. */
  model_name?: string;
  /** What the host's language model costs. */
  model_price?: Price;
  /** How long the host's model or store may take for one answer, in milliseconds. */
  host_timeout_ms?: number;
}

/** How bad a problem is. */
export type Severity = 'error' | 'warning' | 'advice';

/** A shape and a scale. */
export interface ShapeAndScale {
  /** Shape. */
  shape: number;
  /** Scale; for Pareto the lowest value. */
  scale: number;
}

/** One shift that comes back every week. */
export interface Shift {
  /** 1 is Monday, 7 is Sunday (ISO 8601). */
  weekday: number;
  /** First minute of the day, from 0. */
  from_minute: number;
  /** Minute of the day after the last one, up to 1440. */
  to_minute: number;
}

/** How a plan is to be run. What is absent has a default. */
export interface SimulateRequest {
  /** The project. */
  project: ProjectId;
  /** A complete scenario instead of the default one. */
  scenario?: Scenario | null;
  /** The seed. */
  seed?: number | null;
  /** How many cases. */
  cases?: number | null;
  /** The most that all cases together may cost, in the plan's currency. */
  budget?: number | null;
  /**
   * How much of each step is really done. At full depth every service of the plan answers: as its description in
   * `services` says, otherwise as the plan's own contract does.
   */
  depth?: RunDepth | null;
  /** Descriptions of services; one is enough for full depth. */
  services?: Array<ServiceMock>;
  /** Pause at this virtual time, in milliseconds; what is there is kept and can be resumed. */
  pause_at_ms?: number | null;
}

/** A run and what it rests on. */
export interface Simulated {
  /** The project. */
  project: ProjectId;
  /** What happened. */
  run: Run;
  /** Which assumptions move the primary metric; absent where the plan measures nothing. */
  sensitivity?: Sensitivity | null;
  /** What people should know. */
  explanation: Explanation;
}

/** What an agent can do. */
export type Skill = 'read' | 'write' | 'check' | 'decide' | 'inform' | 'compute' | 'move_money' | 'delete' | 'talk' | 'handle';

/** A stretch of a text, in bytes of its UTF-8 form: `start` included, `end` excluded. */
export interface Span {
  /** First byte. */
  start: number;
  /** Byte after the last one. */
  end: number;
}

/** Who speaks. */
export type Speaker = 'user' | 'model';

/** Several steps of one. */
export interface SplitStep {
  /** The step. */
  node: NodeId;
  /** The titles of the parts; the first keeps the id. */
  titles: Array<string>;
}

/** One branch of a decision. */
export interface StatedBranch {
  /** The condition in the user's words; `otherwise` for the rest. */
  condition: string;
  /** Whether this is the branch for everything else. */
  is_otherwise: boolean;
  /** The share of cases that takes it, where the text says so. */
  share?: number | null;
}

/** A limit on money, time or number. */
export interface StatedLimit {
  /** Names the limit within the intent. */
  id: ItemId;
  /** What is limited, in the user's words. */
  subject: string;
  /** The bound. */
  bound: Bound;
  /** Where it comes from. */
  origin: Origin;
}

/** The user said it, in these words. */
export interface StatedOrigin {
  /** The words. */
  quotes: Array<Quote>;
  /** The rule that read them, for example `list.numbered`. */
  rule: string;
  /** How sure the reader is, from 0 to 1. */
  confidence: number;
}

/** A step that the text states. */
export interface StatedStep {
  /** Names the step within the intent. */
  id: ItemId;
  /** The step as an instruction, for example `check the stock`. */
  title: string;
  /** Base form of the verb. */
  verb: string;
  /** What is acted on, in the user's words. */
  object?: string | null;
  /** Who acts, where the text says so. */
  actor?: ActorId | null;
  /** Who receives, where the text says so. */
  recipient?: ActorId | null;
  /** The blocks that the step stands in, outermost first. */
  within?: Array<Placement>;
  /** Whether the step ends the whole process, and how. */
  ends?: Outcome | null;
  /** How long it may take or must wait, in milliseconds, where the text says so. */
  time?: StatedTime | null;
  /** Where it comes from. */
  origin: Origin;
}

/** A time that belongs to a step. */
export interface StatedTime {
  /** What the time means. */
  role: TimeRole;
  /** How long, in milliseconds. */
  duration_ms: number;
}

/** A sentence with its origin. */
export interface Statement {
  /** Names the statement within the intent. */
  id: ItemId;
  /** The sentence. */
  text: string;
  /** Where it comes from. */
  origin: Origin;
}

/** Something is done. */
export interface Step {
  /** In whose name it is done. */
  actor: ActorId;
  /** Who or what really does it, and why that was chosen. */
  agent: AgentChoice;
  /** Data that must be there. */
  needs?: Array<DataId>;
  /** Data that is there afterwards. */
  produces?: Array<DataId>;
  /** The service that is called. */
  call?: ServiceCall | null;
  /** The screen that a person sees. */
  screen?: ScreenId | null;
  /**
   * How long the work takes, as an assumption in milliseconds. For a service call the latency of the operation
   * counts instead.
   */
  working_time?: AssumptionId | null;
  /** How long it lies before work begins, apart from queueing, as an assumption in milliseconds. */
  waiting_time?: AssumptionId | null;
  /** Who must be free before work begins. */
  resource?: ResourceId | null;
  /** Several resources of which any one can do it, in place of `resource`; who is free for longest does it. */
  team?: Array<TeamMember>;
  /** How urgent it is where the queue of its resource is by priority: the lower, the more urgent; 0 where absent. */
  priority?: number | null;
  /** What one execution costs, as an assumption in money. */
  cost?: AssumptionId | null;
  /** Limits on time, money and number. */
  limits?: StepLimits;
  /** What can go wrong, and what happens then. */
  failure_modes?: Array<FailureMode>;
  /** Whether and why it is risky. */
  risk?: Risk | null;
  /** Whether it is done once for each of several things. */
  for_each?: ForEach | null;
}

/** Who does a stated step. */
export interface StepActorChange {
  /** The stated step. */
  step: ItemId;
  /** The actor; added to the intent where it is not there. */
  actor: ActorId;
  /** The actor's name. */
  name: string;
}

/** A limit of a step. What is absent stays as it is. */
export interface StepLimit {
  /** The step. */
  node: NodeId;
  /** Longest time, in milliseconds. */
  time_ms?: number | null;
  /** Most money. */
  money?: number | null;
  /** Most executions for one case. */
  times?: number | null;
}

/** Limits of one step. */
export interface StepLimits {
  /** Longest time until it is done, in milliseconds; after that it counts as failed. */
  time_ms?: number | null;
  /** Most money for one execution, in major units of the plan's currency. */
  money?: number | null;
  /** Most executions for one case. */
  times?: number | null;
}

/** Where a stated step stands. */
export interface StepPlaceChange {
  /** The stated step. */
  step: ItemId;
  /** The blocks that it stands in, outermost first. */
  within: Array<Placement>;
}

/** A time for a stated step. */
export interface StepTimeChange {
  /** The stated step. */
  step: ItemId;
  /** Its time; none where absent. */
  time?: StatedTime | null;
}

/** Why an answer ended. */
export type StopReason = 'complete' | 'length' | 'refused';

/** A limit that stopped a run. */
export interface StoppedBy {
  /** The code of the limit, for example `limit_events`. */
  code: ErrorCode;
  /** What happened and what to allow, in one sentence. */
  text: string;
}

/** How success will be recognised. */
export interface SuccessCriterion {
  /** Names the criterion. */
  id: CriterionId;
  /** The metric in the user's words, for example `checkout completion`. */
  metric: string;
  /** Which way is better. */
  direction: Direction;
  /** Today's value. */
  baseline?: Quantity | null;
  /** The value to reach. */
  target?: Quantity | null;
  /** The change to reach, where it is given instead of a target. */
  change?: ChangeAmount | null;
  /** In which time, in milliseconds. */
  window_ms?: number | null;
  /** Whether it decides, is watched, or must not get worse. */
  role: MetricRole;
  /** Where it comes from. */
  origin: Origin;
}

/** One of several resources that can do a step. */
export interface TeamMember {
  /** The resource. */
  resource: ResourceId;
  /** How long the work takes there, as an assumption in milliseconds; that of the step where absent. */
  working_time?: AssumptionId | null;
}

/** A form of writing. */
export type TextForm = 'sentence' | 'paragraph' | 'user_story' | 'ears' | 'gherkin' | 'list' | 'brief' | 'table';

/** Text of limited length. */
export interface TextRange {
  /** Fewest characters. */
  min_length: number;
  /** Most characters. */
  max_length: number;
}

/** Which text a quote was taken from. */
export type TextSource = 'goal' | 'edit' | 'answer';

/** A time, averaged or at a quantile. */
export interface TimeMeasure {
  /** The quantile, strictly between 0 and 1; the mean where absent. */
  quantile?: number | null;
  /** Count only cases that end with this outcome; all where absent. */
  outcome?: Outcome | null;
}

/** What a time means for a step. */
export type TimeRole = 'takes' | 'within' | 'after';

/** Waits for a time. */
export interface TimerEvent {
  /** How long, as an assumption in milliseconds. */
  duration: AssumptionId;
}

/** How much of what happens is recorded. The digest always covers all events. */
export type TraceDepth = 'digest' | 'sample' | 'full';

/** Two bounds and the most likely value. */
export interface TriangularRange {
  /** Lower bound. */
  low: number;
  /** Most likely value. */
  mode: number;
  /** Upper bound. */
  high: number;
}

/** The user wants to go back. */
export interface UndoReading {
  /** How many edits, where the user gave a number; one where not. */
  steps: number;
  /** To which version, where the user named one. */
  version?: string | null;
}

/** Going back to an earlier version of the plan. */
export interface UndoRequest {
  /** The project. */
  project: ProjectId;
  /** How many changes to take back; 1 where absent. */
  steps?: number | null;
  /** To which version of the plan: its number in the list of versions, or the beginning of its name. */
  version?: string | null;
}

/** Two bounds. */
export interface UniformRange {
  /** Lower bound. */
  low: number;
  /** Upper bound. */
  high: number;
}

/** The unit of an amount. */
export type Unit =
  | ({ type: 'share' } & UnitShare)
  | ({ type: 'count' } & UnitCount)
  | ({ type: 'milliseconds' } & UnitMilliseconds)
  | ({ type: 'money' } & Currency)
  | ({ type: 'score' } & UnitScore)
  | ({ type: 'other' } & OtherUnit);

/** A whole number of things. */
export interface UnitCount {
}

/** Milliseconds, shown as the largest fitting unit of time. */
export interface UnitMilliseconds {
}

/** A score on a scale of its own, such as NPS or stars. */
export interface UnitScore {
}

/** A share from 0 to 1, shown as a percentage. */
export interface UnitShare {
}

/** Tokens that were used. */
export interface Usage {
  /** Tokens that went in. */
  input_tokens: number;
  /** Tokens that came out. */
  output_tokens: number;
}

/** Something that is compared with the plan. */
export interface Variant {
  /** Names the variant. */
  id: VariantId;
  /** For people, for example `without the account step`. */
  title: string;
  /** Edits that make the variant from the plan. */
  operations?: Array<Operation>;
  /** Assumptions that differ. */
  overrides?: Record<string, Distribution>;
}

/** Names a variant of an experiment. */
export type VariantId = string;

/** A variant in plain English, as typed operations, or as changed assumptions. */
export interface VariantRequest {
  /** A change in plain English. */
  sentence?: string | null;
  /** Typed operations instead. */
  operations?: Array<Operation>;
  /** Other means for assumptions, in their units. */
  assumptions?: Record<string, number>;
}

/** What the comparison says about one variant. */
export interface VariantVerdict {
  /** The variant. */
  variant: VariantId;
  /** Its run. */
  run: RunId;
  /** What to do. */
  decision: Decision;
  /** Why, one plain sentence each, in the order of the rule. */
  reasons: Array<string>;
  /** What would have to be different for another verdict, in one plain sentence. */
  would_change: string;
  /** Every metric. */
  comparisons: Array<Comparison>;
}

/** What the comparison says. */
export interface Verdict {
  /** Version of this document's shape. */
  schema_version: number;
  /** Made from the content. */
  id: VerdictId;
  /** The experiment. */
  experiment: Experiment;
  /** Whether the evidence is simulated. Simulated and live evidence are never mixed. */
  is_simulated: boolean;
  /** The run of the control. */
  control_run: RunId;
  /** One entry for each variant. */
  variants: Array<VariantVerdict>;
  /** The variant to take, where there is one. */
  recommended?: VariantId | null;
}

/** Names a verdict. */
export type VerdictId = string;

/** A record that a run is to be compared with. */
export interface VerifyRequest {
  /** The project. */
  project: ProjectId;
  /** The compact binary file, in base64. */
  trace_base64: string;
}

/** Names one version of a document by the hash of its content. */
export type VersionId = string;

/** A wait. */
export interface WaitBefore {
  /** Before this node. */
  node: NodeId;
  /** How long, in milliseconds. */
  duration_ms: number;
}

/** Values with weights. */
export interface WeightedValues {
  /** The values. */
  values: Array<number>;
  /** One weight for each value; they need not add up to 1. */
  weights: Array<number>;
}

/** Why an item is as it is. */
export interface Why {
  /** The item's id. */
  item: string;
  /** What it is, in words. */
  title: string;
  /** The answer in plain sentences. */
  text: string;
  /** `stated`, `inferred`, `assumed`, `measured` or `answered`. */
  origin: string;
  /** The user's words behind it, in the order of the text. */
  words: Array<string>;
  /** The rule that read or concluded it, where there was one. */
  rule?: string | null;
  /** What else it could have been, one sentence each. */
  alternatives: Array<string>;
}

/** Other words for an item. */
export interface WordingChange {
  /** The stated step or the constraint. */
  item: ItemId;
  /** Its new title or text. */
  text: string;
}

/** Words on a screen. */
export interface Words {
  /** The words. */
  text: string;
}

/** Every operation as a method. */
export interface Operations {
  /**
   * Interprets a goal in plain words and keeps the intent, in a new project or in the one that is named.
   * Rejects with the code invalid_text, invalid_goal, invalid_language, invalid_answer, conflict.
   */
  interpret(request: GoalRequest, options?: CallOptions): Call<Interpreted & Shown>;
  /**
   * Puts answers into the intent of a project. The plan has to be drafted again afterwards.
   * Rejects with the code invalid_answer, not_found, conflict.
   */
  answer(request: AnswerRequest, options?: CallOptions): Call<Interpreted & Shown>;
  /**
   * Gives the intent of a project as it stands.
   * Rejects with the code not_found.
   */
  presentIntent(request: ProjectRequest, options?: CallOptions): Call<Interpreted & Shown>;
  /**
   * Drafts the plan of a project from its intent and keeps it as the newest version.
   * Rejects with the code limit_size, not_found, conflict.
   */
  plan(request: ProjectRequest, options?: CallOptions): Call<Planned & Shown>;
  /**
   * Drafts the plan again after its intent changed, and keeps what was edited by hand.
   * Rejects with the code invalid_answer, invalid_edit, limit_size, not_found, conflict.
   */
  replan(request: ReplanRequest, options?: CallOptions): Call<Combined & Shown>;
  /**
   * Gives the plan of a project as it stands, with what there is to say about it.
   * Rejects with the code not_found.
   */
  presentPlan(request: ProjectRequest, options?: CallOptions): Call<Planned & Shown>;
  /**
   * Tells the plan of a project in plain English.
   * Rejects with the code not_found.
   */
  outline(request: ProjectRequest, options?: CallOptions): Call<Outline & Shown>;
  /**
   * Reads a change in plain English and makes it, where exactly one reading fits or one was chosen.
   * Rejects with the code invalid_edit, ambiguous_edit, not_found, conflict.
   */
  edit(request: EditRequest, options?: CallOptions): Call<Edited & Shown>;
  /**
   * Takes changes of the plan back, or goes back to a version.
   * Rejects with the code ambiguous_edit, not_found, conflict.
   */
  undo(request: UndoRequest, options?: CallOptions): Call<Planned & Shown>;
  /**
   * Makes changes of the plan again that were taken back.
   * Rejects with the code not_found, conflict.
   */
  redo(request: RedoRequest, options?: CallOptions): Call<Planned & Shown>;
  /**
   * Lists the versions of a project's plan, in the order in which they came to be.
   * Rejects with the code not_found.
   */
  versions(request: ProjectRequest, options?: CallOptions): Call<PlanVersions & Shown>;
  /**
   * Brings another version of the plan into the present one.
   * Rejects with the code invalid_answer, invalid_edit, ambiguous_edit, not_found, conflict.
   */
  merge(request: MergeRequest, options?: CallOptions): Call<Combined & Shown>;
  /**
   * Makes the clickable prototype of a project's plan and keeps it.
   * Rejects with the code invalid_plan, limit_size, not_found, conflict.
   */
  prototype(request: ProjectRequest, options?: CallOptions): Call<Prototyped & Shown>;
  /**
   * Runs the plan with simulated people and keeps run, trace, sensitivity and explanation.
   * Rejects with the code invalid_plan, invalid_scenario, limit_size, not_found, conflict.
   */
  simulate(request: SimulateRequest, options?: CallOptions): Call<Simulated & Shown>;
  /**
   * Makes the last run of a project again and compares it with what was recorded.
   * Rejects with the code invalid_trace, not_found.
   */
  replay(request: ProjectRequest, options?: CallOptions): Call<ReplayReport & Shown>;
  /**
   * Gives the trace of the last run of a project.
   * Rejects with the code not_found.
   */
  trace(request: ProjectRequest, options?: CallOptions): Call<RecordedTrace & Shown>;
  /**
   * Makes the run that a trace was recorded from again, with the present plan, and compares both.
   * Rejects with the code invalid_trace, not_found.
   */
  verify(request: VerifyRequest, options?: CallOptions): Call<ReplayReport & Shown>;
  /**
   * Compares the plan with variants of it, or with the changes that Aura suggests, and keeps the verdict.
   * Rejects with the code invalid_edit, ambiguous_edit, invalid_experiment, invalid_scenario, not_found, conflict.
   */
  evaluate(request: EvaluateRequest, options?: CallOptions): Call<Evaluated & Shown>;
  /**
   * Makes the package for engineers from everything that the project holds, and keeps it.
   * Rejects with the code limit_size, not_found, conflict.
   */
  handoff(request: ProjectRequest, options?: CallOptions): Call<HandedOff & Shown>;
  /**
   * Says why an item of the intent or the plan is as it is: the words, the rule, the alternatives.
   * Rejects with the code not_found.
   */
  why(request: ItemRequest, options?: CallOptions): Call<Why & Shown>;
  /** Lists all projects of the store. */
  projects(request?: Done, options?: CallOptions): Call<ProjectList & Shown>;
  /**
   * Lists what was done in a project, newest first.
   * Rejects with the code not_found.
   */
  history(request: HistoryRequest, options?: CallOptions): Call<HistoryResponse & Shown>;
  /**
   * Asks the language model that the host has plugged in.
   * Rejects with the code unavailable_model, limit_budget, limit_tokens, denied.
   */
  complete(request: ModelRequest, options?: CallOptions): Call<ModelResponse & Shown>;
}
