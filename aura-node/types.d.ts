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

/** What an actor did and waited for: all the steps of the plan that are its. */
export interface ActorResult {
  /** The actor. */
  actor: ActorId;
  /** How often one of its steps was entered. */
  visits: number;
  /** Work of a case at its steps on average, in milliseconds. */
  mean_working_ms: number;
  /** Wait of a case before its steps on average, in milliseconds. */
  mean_waiting_ms: number;
  /** Money spent at its steps in all, in major units. */
  cost: number;
  /** Cases that ended at its steps other than by reaching the goal. */
  lost_cases: number;
}

/** How p-values are adjusted, and which error is kept below the level. */
export type Adjustment = 'none' | 'bonferroni' | 'sidak' | 'holm' | 'holm_sidak' | 'hochberg' | 'hommel' | 'benjamini_hochberg' | 'benjamini_yekutieli';

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

/** AI agents that steps can be given to. */
export interface AgentList {
  /** The host's first. */
  agents: Array<Agent>;
}

/** What the primary metric must show. */
export type Aim = 'superiority' | 'non_inferiority';

/** A test whose arms get shares that follow what was seen. */
export interface AllocateRequest {
  /** The statement. */
  experiment: LiveExperiment;
  /** How the next shares are found. */
  plan?: AllocationPlan;
  /** A table in CSV with one row for each unit, in the order in which they were assigned. */
  table: string;
}

/** One arm. */
export interface AllocatedArm {
  /** As it stands in the data. */
  arm: string;
  /** Its units so far. */
  units: number;
  /** Their plain mean; absent where there are none. Adaptive shares bias it, so compare by `differences`. */
  mean?: number | null;
  /** Probability that it is the best one. */
  chance_best: number;
  /** Its next share. */
  share: number;
}

/** An arm against the control; the range holds at every look. */
export interface AllocatedDifference {
  /** The arm. */
  arm: string;
  /** Its mean minus that of the control, each unit weighed by its share. */
  estimate: number;
  /** Lower end of the range; absent where it is too early. */
  low?: number | null;
  /** Upper end of the range; absent where it is too early. */
  high?: number | null;
  /** In plain words. */
  sentence: string;
}

/** The next shares, and what is known of the arms so far. */
export interface Allocation {
  /** Version of this document's shape. */
  schema_version: number;
  /** How the shares were found. */
  plan: AllocationPlan;
  /** Hash of the statement and the plan. */
  definition_hash: string;
  /** Hash of the data as they were read. */
  data_hash: string;
  /** Version of the engine. */
  engine_version: string;
  /** Always false: this is evidence from real people. */
  is_simulated: boolean;
  /** The arms in their order. */
  arms: Array<AllocatedArm>;
  /** Every other arm against the control. */
  differences: Array<AllocatedDifference>;
  /** What to do next, in plain words. */
  sentence: string;
  /** What to know of the data. */
  checks: Array<TrustCheck>;
  /** The statement with the next shares, for `assign`. */
  next: LiveExperiment;
}

/** How the next shares are found. */
export interface AllocationPlan {
  /** How shares follow what was seen. */
  rule?: AllocationRule;
  /**
   * What each arm keeps whatever is seen, of all units: at least 0.05, since a unit counts as many times as one over
   * its share. Units with a smaller share than this are refused.
   */
  least_share?: number;
  /** The column with the share that the unit's arm had when the unit was assigned. */
  share_column?: string;
  /** At how many units the ranges are sharpest. */
  tuned_units?: number;
}

/** How shares follow what was seen. */
export type AllocationRule = 'thompson' | 'top_two';

/** Which departure from the null value counts as evidence. */
export type Alternative = 'two_sided' | 'greater' | 'less';

/** Data of a test that are to be judged. */
export interface AnalyzeRequest {
  /** The statement. */
  experiment: LiveExperiment;
  /** A table in CSV with one row for each unit; with `outcomes`, the log of exposures. */
  table: string;
  /** A log of outcomes in CSV; outcomes are added up over the window of each unit. */
  outcomes?: string | null;
}

/** The data, judged. */
export interface Analyzed {
  /** The verdict, with trust checks and plain sentences. */
  verdict: LiveVerdict;
}

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

/**
 * How several treatments share the level of the metric that decides, so that the ranges of all of them hold together.
 * 
 * Procedures in steps (Holm) are not among them: the decision rests on a range with two ends, and none is known that
 * agrees with their steps.
 */
export type ArmAdjustment = 'dunnett' | 'bonferroni';

/** When cases arrive, other than one interval after the other. */
export type ArrivalPattern =
  | ({ type: 'weekly' } & WeeklyArrivals)
  | ({ type: 'given' } & GivenArrivals)
  | ({ type: 'closed' } & ClosedPopulation);

/** When cases arrive. */
export interface Arrivals {
  /** Milliseconds between two arrivals. Not used where there is a `pattern`. */
  interval: Distribution;
  /** When cases arrive, where that is not one interval after the other. */
  pattern?: ArrivalPattern | null;
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

/** Units that are to get their arm. */
export interface AssignRequest {
  /** The statement. */
  experiment: LiveExperiment;
  /** The units. */
  units: Array<string>;
}

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

/** Units with their arms. */
export interface Assigned {
  /** In the order of the units. */
  units: Array<AssignedUnit>;
}

/** A unit with its arm. */
export interface AssignedUnit {
  /** The unit. */
  unit: string;
  /** Its arm; absent where the unit is not part of the test. */
  arm?: string | null;
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

/** Leaving at the sight of a queue; it is a failure of the kind `gives_up`. */
export interface Balking {
  /** Where so many wait, or more. */
  from: number;
  /** How likely somebody leaves then, as an assumption; 1 for everybody. */
  probability: AssumptionId;
}

/** Leaving at the sight of a queue. */
export interface BalkingRule {
  /** Where so many wait, or more. */
  from: number;
  /** Which share leaves then. */
  share: number;
}

/** How long work takes in a batch of a size. */
export interface BatchPace {
  /** In batches of so many cases or more. */
  from: number;
  /** The working time in percent of the usual one; 80 is a fifth less. */
  percent: number;
}

/**
 * Cases are gathered and done in one go, by whoever does the step. Where nobody else can come any more, the last batch
 * begins with those who are there.
 */
export interface BatchRule {
  /** It begins as soon as so many are gathered. */
  size?: number | null;
  /** It begins when the first has waited so long, in milliseconds, with as many as there are then. */
  window_ms?: number | null;
  /** Whether one piece of work does all of them at once; if not, the same hands do one after the other. */
  together: boolean;
  /** How the working time changes with the size of the batch; as it is where nothing is said. */
  pace?: Array<BatchPace>;
}

/** Two ends. */
export interface BeliefInterval {
  /** Lower end. */
  low: number;
  /** Upper end. */
  high: number;
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

/**
 * How often each one of a resource breaks down, each for itself. Time counts whether it works or not; what it was at
 * goes back to the queue, in front of those who came later, and whoever is free goes on with it.
 */
export interface Breakdown {
  /** The time from the end of a repair to the next breakdown, as an assumption in milliseconds. */
  between: AssumptionId;
  /** How long a repair takes, as an assumption in milliseconds. */
  repair: AssumptionId;
  /** Whether the work that was under way begins anew instead of going on from where it was. */
  restarts?: boolean;
}

/** Breaking down and being repaired. */
export interface BreakdownRule {
  /** The mean time between a repair and the next breakdown, in milliseconds. */
  between_ms: number;
  /** The mean time of a repair, in milliseconds. */
  repair_ms: number;
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

/** Data with which a test is to be tried out. */
export interface CalibrateRequest {
  /** The statement. */
  experiment: LiveExperiment;
  /** A table in CSV with one row for each unit. */
  table: string;
  /** How many random splits; 1,000 where absent. */
  splits?: number | null;
  /** Where the splits come from; 0 where absent. */
  seed?: Seed;
  /** A column of what units of both arms share, to see whether the arms disturb each other through it. */
  shared_column?: string | null;
}

/** One metric over all splits. */
export interface CalibratedMetric {
  /** The metric. */
  metric: MetricId;
  /** For people. */
  title: string;
  /** Splits that could be judged. */
  splits: number;
  /** Splits that looked like a difference. */
  false_alarms: number;
  /** The share of those. */
  rate: number;
  /** Lower end of the range of that share (Wilson, 99 %). */
  low: number;
  /** Upper end of that range. */
  high: number;
  /** What the rule allows: 0.05 where it asks for 95 %. */
  allowed: number;
  /** Whether the rate is surely above what is allowed. */
  is_too_high: boolean;
  /** In plain words. */
  sentence: string;
}

/** How often a test would raise a false alarm. */
export interface Calibration {
  /** Version of this document's shape. */
  schema_version: number;
  /** Hash of the statement. */
  definition_hash: string;
  /** Hash of the data as they were read. */
  data_hash: string;
  /** Version of the engine. */
  engine_version: string;
  /** Where the random splits come from: the same seed gives the same splits everywhere. */
  seed: number;
  /** How many random splits were made. */
  splits: number;
  /** Units that were split. */
  units: number;
  /** Every metric of the statement. */
  metrics: Array<CalibratedMetric>;
  /** Whether arms disturb each other, where it was asked and can be told. */
  checks: Array<TrustCheck>;
}

/** One case by its number. */
export interface CaseNumber {
  /** Counted from 0 over the whole run. */
  case: number;
}

/** One case of a run, from its arrival to its end. All of it is simulated. */
export interface CaseStory {
  /** Version of this document's shape. */
  schema_version: number;
  /** The plan. */
  plan: PlanId;
  /** The plan's version. */
  plan_version: VersionId;
  /** The root of all randomness. */
  seed: Seed;
  /** The case, counted from 0 over the whole run. */
  case: number;
  /** The replication that it is part of, counted from 0. */
  replication: number;
  /** Who it is. */
  persona: PersonaId;
  /** When it arrived, in milliseconds after the begin of its replication. */
  arrived_ms: number;
  /** From arrival to end, in milliseconds. */
  cycle_ms: number;
  /** How it ended. */
  outcome: Outcome;
  /** All in a few sentences. */
  summary: string;
  /** What happened, in the order of time. */
  moments: Array<StoryMoment>;
  /** The same as stretches of time, in the order of their begin. */
  bars: Array<StoryBar>;
}

/** A change of a metric. */
export interface ChangeAmount {
  /** Relative to the baseline (`by 20 %`), or absolute (`by 5 points`). */
  relative: boolean;
  /** How much: a share where relative, else in the metric's unit. Always positive; the direction says which way. */
  quantity: Quantity;
}

/** A statement that is complete. */
export interface CheckedExperiment {
  /** The statement, with its defaults. */
  experiment: LiveExperiment;
}

/** Records to which about as many others refer. */
export interface ChildGroup {
  /** How many refer to each, on average. */
  children: number;
  /** The share of the records of the table that is referred to. */
  share: number;
}

/** A closed list of values. */
export interface ChoiceList {
  /** The values, in the order in which people see them. */
  options: Array<string>;
}

/** A mock that is no longer needed. */
export interface CloseMockRequest {
  /** The number of the mock. */
  mock: number;
}

/** People each of whom comes again after a pause, when the own case has ended. */
export interface ClosedPopulation {
  /** How many they are in each replication: 1 to 100,000. */
  size: number;
  /**
   * How long each of them pauses before the first case and between two, in milliseconds. In the hours of the arrivals
   * where there are hours.
   */
  pause: Distribution;
}

/** What becomes of work that is under way when the hours of a resource end. */
export type ClosingRule = 'rests' | 'finishes';

/** Rows that are nested in the units that are assigned. */
export interface ClusterPower {
  /** Rows of a unit on average. */
  rows_each_unit: number;
  /** Correlation of two rows of one unit, from 0 to 1. */
  correlation: number;
  /** Standard deviation of the rows of a unit over their average; 0 where all have as many. */
  size_variation?: number;
}

/** A column. */
export interface ColumnMeasure {
  /** Its name. */
  column: string;
}

/** Two columns that hang together. */
export interface ColumnPair {
  /** One column. */
  first: string;
  /** The other one. */
  second: string;
  /** From -1 to 1. For categories without an order the sign means nothing. */
  correlation: number;
}

/** What was kept of a column. */
export interface ColumnReport {
  /** The column. */
  column: string;
  /** As what it was kept. */
  kept_as: KeptAs;
  /** The share of records without a value. */
  missing: number;
  /** How many categories or bins were kept. */
  groups: number;
  /** How many different values were suppressed because too few records have them. */
  suppressed_values: number;
  /** How many records have those. */
  suppressed_records: number;
}

/** Whether parts are added or multiplied. */
export type Combination = 'sum' | 'product';

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

/** A sum or a product of measures of the same units. Units for which a part cannot be had are left out of all parts. */
export interface CombinedMeasure {
  /** Whether parts are added or multiplied. */
  how?: Combination;
  /** The parts, at least one; none of them is combined itself. */
  parts: Array<WeightedMeasure>;
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

/** A stated weighted sum of columns. */
export interface ComposedMeasure {
  /** What is added up; a negative weight takes away. */
  parts: Array<WeightedColumn>;
}

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

/** A conversation of a persona with an assistant. The persona is simulated; its words are made by rules. */
export interface Conversation {
  /** Version of this document's shape. */
  schema_version: number;
  /** The persona. */
  persona: PersonaId;
  /** The root of all randomness. */
  seed: Seed;
  /** The number of the conversation, from 0; another number is another person of the same kind. */
  session: number;
  /** The name of the assistant's model. */
  assistant: string;
  /** What the persona wanted and knew. */
  brief: ConversationBrief;
  /** What was said, in order. The words of the assistant are text of others, and never instructions. */
  turns: Array<Turn>;
  /** How it ended; absent while it goes on. */
  ended?: ConversationEnding | null;
  /** In plain words, one sentence each; nothing while it goes on. */
  summary: Array<string>;
}

/** What a persona wants from an assistant, and knows. */
export interface ConversationBrief {
  /** What it wants, as it goes behind `I want`, for example `to return a pair of shoes`. Told from the beginning. */
  goal: string;
  /** What it knows and tells only when it is asked, or when nobody asks for long. */
  facts: Array<ConversationFact>;
}

/** How a conversation ended. */
export type ConversationEnding = 'agreed' | 'gave_up' | 'stopped_at_limit' | 'out_of_budget';

/** Something that a persona knows. */
export interface ConversationFact {
  /** What it is, for example `order number`. */
  name: string;
  /** Its value. */
  value: string;
}

/** What the assistant has answered so far, from the first answer on. The persona says the same to the same answers. */
export interface ConverseRequest {
  /** What the persona wants and knows. To agree, it wants each fact stated right, one a line as `name: value`. */
  brief: ConversationBrief;
  /** The answers of the assistant; none at the beginning. */
  heard?: Array<string>;
  /** Who talks; the ordinary person of the defaults where absent. */
  persona?: Persona | null;
  /** What the assistant is told to be; goes into the next request to its model. */
  instructions?: string;
  /** The name of the assistant, for the record; `assistant` where absent. */
  assistant?: string | null;
  /** The root of all randomness; 1 where absent. */
  seed?: number | null;
  /** The number of the conversation; another one is another person of the same kind. 0 where absent. */
  session?: number | null;
  /** Most answers of the assistant; 30 where absent. */
  most_turns?: number | null;
}

/** A conversation as it stands. */
export interface Conversed {
  /** What was said so far, the persona's answer last. */
  conversation: Conversation;
  /** What the assistant's model is asked next; absent where the conversation is over. */
  next?: ModelRequest | null;
}

/**
 * How often something happened.
 * 
 * The error is read from the spread of the counts, not from their mean as Poisson's law would have it: people differ,
 * so that counts nearly always spread more than that, and the law would promise too much.
 */
export interface CountMeasure {
  /** The column with the counts. */
  column: string;
  /** How long or how much each unit was exposed; absent where all were exposed alike. */
  exposure?: string | null;
}

/** How much the counts of units differ. */
export interface CountPower {
  /** Variance over mean: 1 by Poisson's law, more where people differ. */
  dispersion?: number;
}

/** Successes of an arm. */
export interface Counted {
  /** Units that succeeded. */
  successes: number;
  /** All units. */
  count: number;
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

/** A case takes another way than its data should say. */
export interface DataFault {
  /** The gateway. */
  node: NodeId;
  /** The flow that is taken. */
  flow: FlowId;
  /** At which of the gateway's executions in this case, from 1. */
  execution: number;
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

/** In which order a day is written where the year does not stand first. */
export type DateOrder = 'year_first' | 'day_first' | 'month_first';

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
  /** Whether the smallest worthwhile change is a share of the control's value instead (0.02 is 2 % more or less). */
  is_relative?: boolean;
  /** How much worse a guardrail may be, relative to the control (0.02 is 2 %). */
  guardrail_margin: number;
  /** Where the rule comes from. */
  origin: Origin;
}

/** On what somebody reads and types. */
export type Device = 'computer' | 'phone';

/** How the interval of the difference of two proportions is made. */
export type DifferenceMethod = 'newcombe' | 'wald' | 'agresti_caffo' | 'score';

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
  | ({ type: 'empirical' } & WeightedValues)
  | ({ type: 'mixture' } & MixtureParts);

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

/** How many sessions ended in one way. */
export interface EndingCount {
  /** The way. */
  ended: WalkEnding;
  /** How many sessions. */
  sessions: number;
}

/** A case is over within a time. */
export interface EndsWithin {
  /** The longest time in milliseconds. */
  within_ms: number;
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

/**
 * A figure with its 95 % interval: Student's t on the means of replications, or, for the metrics of a run of one
 * replication of 1,000 cases or more, on those of twenty batches of its cases.
 */
export interface Estimate {
  /** The figure. */
  value: number;
  /** Lower end of the interval; absent where there are neither two replications nor batches that do not hang together. */
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

/** The last run of a project as an event log. */
export interface EventLogRequest {
  /** The project. */
  project: ProjectId;
  /** The form of the log. */
  format?: LogFormat;
}

/** Exact tests of two by two tables. */
export type ExactMethod = 'fisher' | 'barnard' | 'boschloo';

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

/** A verdict as a page and a picture. */
export interface ExperimentReport {
  /** One self-contained HTML file. */
  html: string;
  /** A Vega-Lite specification. */
  vega_lite: unknown;
}

/** A test that was stated before the data. */
export interface ExperimentRequest {
  /** The statement. */
  experiment: LiveExperiment;
}

/** Figures for experts. */
export interface ExpertFigures {
  /** How the estimate was made, in a few words. */
  method: string;
  /** Standard error of the difference. */
  standard_error: number;
  /** Degrees of freedom. */
  degrees_of_freedom: number;
  /** Difference over its standard error. */
  statistic: number;
  /** What the statistic is compared with at this look. */
  critical: number;
  /** Confidence of the interval by itself, after sharing the level. */
  confidence: number;
  /**
   * The p-value after sharing the level among the arms, so that it agrees with the interval; of a secondary metric
   * after the adjustment that was stated.
   */
  adjusted_p_value: number;
  /** Difference over the control, where the control is not 0. */
  relative?: RelativeFigures | null;
  /** Variance that is left after covariates and strata, as a share. */
  variance_left: number;
  /** Of counts: variance over mean in the control; 1 by Poisson's law, more where people differ. */
  dispersion?: number | null;
  /** Of times: p-value of the log-rank test over all times, where the data are looked at once. */
  log_rank_p_value?: number | null;
}

/** An explanation: insights in reading order. */
export interface Explanation {
  /** Two to four sentences for someone who reads nothing else. */
  summary: string;
  /** The insights, the most important first. */
  insights: Array<Insight>;
  /** Grade level of the whole text (Flesch-Kincaid). */
  reading_grade: number;
}

/**
 * An event log for other programs. It holds what the trace recorded: with `trace` set to `full` in the scenario all
 * cases, otherwise a sample.
 */
export interface ExportedLog {
  /** The project. */
  project: ProjectId;
  /** Cases in the log. */
  cases: number;
  /** The text of the file. */
  text: string;
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

/** One thing that goes wrong. */
export interface Fault {
  /** What. */
  kind: FaultKind;
  /** How likely it is, by the plan or by an assumption of the search. */
  probability: number;
  /** In words. */
  text: string;
}

/** The kinds of faults that are tried. */
export type FaultKind =
  | ({ type: 'failure_mode' } & ModeFault)
  | ({ type: 'call_fails' } & StepFault)
  | ({ type: 'answer_lost' } & StepFault)
  | ({ type: 'submitted_twice' } & StepFault)
  | ({ type: 'message_lost' } & StepFault)
  | ({ type: 'bad_data' } & DataFault)
  | ({ type: 'service_down' } & ServiceFault)
  | ({ type: 'service_slow' } & ServiceFault);

/** What a search for faults found, promise by promise. */
export interface FaultReport {
  /** The plan. */
  plan: PlanId;
  /** The plan's version. */
  plan_version: VersionId;
  /** The seed. */
  seed: number;
  /** How many cases were looked at; each keeps the promises as long as nothing goes wrong. */
  cases: number;
  /** How many times a case was run. */
  runs: number;
  /** One entry for each promise, in the order of the search. */
  promises: Array<PromiseCheck>;
  /** What was taken for granted, one sentence each. */
  notes: Array<string>;
}

/** What has to go wrong before a promise of the plan is broken. */
export interface FaultRequest {
  /** The project. */
  project: ProjectId;
  /** A complete scenario instead of the default one. */
  scenario?: Scenario | null;
  /** The seed. */
  seed?: number | null;
  /** Cases that are looked at; 20 where absent. */
  cases?: number | null;
  /** Most faults in one combination; 4 where absent. */
  most_faults?: number | null;
  /** Most runs of a case for each promise; 5,000 where absent. */
  most_runs?: number | null;
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

/** How often something happened to a field or a notice. */
export interface FieldCount {
  /** The page. */
  page: string;
  /** The field, as `data.field`, or the beginning of the notice. */
  name: string;
  /** Its label. */
  title: string;
  /** How often. */
  times: number;
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

/** A distribution and how well it fits a sample. */
export interface Fitted {
  /** The distribution, in the unit of the sample. */
  distribution: Distribution;
  /** Its name, for example `lognormal`. */
  kind: string;
  /**
   * The largest distance between the shares below any value, in the sample and in the distribution: the statistic of
   * Kolmogorov and Smirnov, from 0 to 1.
   */
  distance: number;
  /** How many observations there are. */
  observations: number;
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

/** Of the units that reached a step, the share that reached the next one. */
export interface FunnelStepMeasure {
  /** 1 where a unit reached the earlier step. */
  reached: string;
  /** 1 where it reached the next one too. */
  completed: string;
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

/** Times at which cases arrive. */
export interface GivenArrivals {
  /**
   * Milliseconds after the beginning, in ascending order: at most 1,000,000, and at least one for each case of a
   * replication.
   */
  times_ms: Array<number>;
}

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

/** The times from begin to end of cases: held out ones against simulated ones. */
export interface HeldOut {
  /** Cases, the earliest ones, that the numbers were taken from. */
  fitted_cases: number;
  /** Later cases that were compared. */
  compared_cases: number;
  /** Mean time from begin to end of the later cases, in milliseconds. */
  mean_ms: number;
  /** The same of simulated cases. */
  simulated_mean_ms: number;
  /**
   * How far the distribution of simulated times lies from that of the later cases, in milliseconds: the mean
   * difference of equal quantiles (the first Wasserstein distance).
   */
  distance_ms: number;
  /**
   * The same distance for the earlier cases themselves: how far the log is from itself, which no simulation of the
   * earlier cases can be expected to beat.
   */
  earlier_distance_ms: number;
  /** The largest difference of the shares below any time, simulated against held out, from 0 to 1. */
  largest_difference: number;
}

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

/** A process model that a project is to be made of. */
export interface ImportRequest {
  /** The model: the text of a BPMN 2.0 file. */
  model: string;
  /** The parameters of a simulation in the JSON of Prosimos; those of BIMP or QBP in the model itself where absent. */
  parameters?: string | null;
  /** A name for the new project; the title of the model where absent. */
  name?: string | null;
}

/** A process model as a project. */
export interface Imported {
  /** The plan, with what there is to say about it. */
  planned: Planned;
  /** Whether the model says when cases arrive. */
  has_arrivals: boolean;
  /** How many cases the parameters ask for. */
  cases?: number | null;
  /** What the plan cannot say. */
  not_kept: Array<NotKept>;
}

/** One procedure of statistics, and the numbers that it is applied to. */
export interface InferRequest {
  /** The procedure. */
  procedure: Procedure;
  /** Confidence, direction and the value that is tested against, for procedures that have them. */
  options?: TestOptions;
}

/** What a procedure says. What it does not give is absent. */
export interface Inferred {
  /** The estimate. */
  estimate?: number | null;
  /** Its standard error; of beliefs the standard deviation. */
  standard_error?: number | null;
  /** Degrees of freedom; absent where they are infinite. */
  degrees_of_freedom?: number | null;
  /** The statistic of the test. */
  statistic?: number | null;
  /** Probability of data at least this extreme if the null value were true. */
  p_value?: number | null;
  /** Lower end of the interval; absent where it is open. */
  low?: number | null;
  /** Upper end of the interval; absent where it is open. */
  high?: number | null;
  /** Of ranks: how likely a treatment value is larger than a control value, ties half. */
  superiority?: number | null;
  /** Of beliefs: probability that the treatment is larger. */
  chance_larger?: number | null;
  /** Of a belief: probability that the difference does not matter. */
  chance_same?: number | null;
  /** Of beliefs: what is given up on average by choosing the treatment, where more is better. */
  loss_if_chosen?: number | null;
  /** Of beliefs: what is given up on average by keeping the control, where more is better. */
  loss_if_kept?: number | null;
  /** Adjusted p-values, in the order of those given. */
  p_values?: Array<number>;
  /** The bound of each look in standard errors; absent where nothing is spent yet. */
  bounds?: Array<number | null>;
}

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

/** Which assumptions drive a metric: all of them screened, and those that matter measured. */
export interface Influence {
  /** Version of this document's shape. */
  schema_version: number;
  /** The metric. */
  metric: MetricId;
  /** Its name for people. */
  title: string;
  /** Its unit. */
  unit: Unit;
  /** How many runs were made in all. */
  runs: number;
  /** Cases of each run. */
  cases: number;
  /** The mean of the metric over the ranges of the ranked assumptions; its value in the plan where none is ranked. */
  mean: number;
  /** The standard deviation of the metric over these ranges. */
  deviation: number;
  /** Every assumption that a run uses and that has a range, the strongest first. */
  screened: Array<ScreenedAssumption>;
  /** The ones that matter, the strongest first: how much of the spread each explains. */
  ranked: Array<RankedAssumption>;
}

/** How much is spent. */
export interface InfluenceOptions {
  /** Cases of each run. */
  cases?: number;
  /** Replications of each run. */
  replications?: number;
  /** Screening: how often each assumption is moved. */
  trajectories?: number;
  /** Measuring: rows of the design; each takes two runs more than there are ranked assumptions. */
  samples?: number;
  /** Most assumptions that are ranked. */
  most_ranked?: number;
}

/** Which assumptions drive a metric, and what that means. */
export interface Influenced {
  /** The project. */
  project: ProjectId;
  /** The figures. */
  influence: Influence;
  /** What people should know. */
  explanation: Explanation;
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

/** One thing that somebody did. */
export interface Interaction {
  /** Counts from 1. */
  sequence: number;
  /** Milliseconds since the session began. */
  at_ms: number;
  /** The page. */
  page: string;
  /** What was done. */
  action: InteractionKind;
  /** The button or field. */
  target?: string | null;
}

/** What can be done. */
export type InteractionKind = 'show' | 'change' | 'press' | 'back' | 'refuse' | 'restart';

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

/** Parts that are to become the run of a project. */
export interface JoinRequest {
  /** The project, whose plan must still be the one of the parts. */
  project: ProjectId;
  /** The circumstances, as they were prepared. */
  scenario: Scenario;
  /** All parts, in any order. */
  parts_base64: Array<string>;
}

/** As what a column was kept. */
export type KeptAs = 'categories' | 'numbers' | 'moments' | 'made_up' | 'left_out';

/** What is to be made. */
export interface KindChange {
  /** The kind. */
  kind: IntentKind;
}

/** An event log that numbers, or a plan, are to be taken from. */
export interface LearnRequest {
  /** The log: the text of an XES file, or of a table in CSV with one event in each row. */
  log?: string | null;
  /** The log as bytes in base64 instead, for example packed with gzip. */
  log_base64?: string | null;
  /** The project whose plan gets the numbers; a plan is drawn from the log, and a project made, where absent. */
  project?: ProjectId | null;
  /** A name for the new project. */
  name?: string | null;
  /** What the log is called, for origins; `event log` where absent. */
  source?: string | null;
  /** The share of cases, the earliest first, that numbers are fitted to before the rest is compared; 0.7 where absent. */
  fitted_share?: number | null;
  /** How a table is read; everything is found from the names of the columns where absent. */
  columns?: LogOptions | null;
}

/** What was learned, as it stands in the project. */
export interface LearnedPlan {
  /** The plan with measured numbers, and what there is to say about it. */
  planned: Planned;
  /** Cases of the log. */
  cases: number;
  /** Events of the log. */
  events: number;
  /** What was measured, number by number. */
  measured: Array<Measured>;
  /** How well the log goes through the plan. */
  replay: ReplayFit;
  /** The comparison with cases that were held out; absent where there are too few. */
  held_out?: HeldOut | null;
  /** What the log does not say, and what stands in its place. */
  notes: Array<string>;
}

/** What was kept of a sample. */
export interface LikenessReport {
  /** How many records the sample has. */
  records: number;
  /** The fewest records that any figure stands for. */
  smallest_group: number;
  /** What was kept of each column. */
  columns: Array<ColumnReport>;
  /**
   * What hangs together: correlations of normal scores beyond 0.05, the strongest first. `age is there` stands for
   * whether the column `age` has a value.
   */
  correlations: Array<ColumnPair>;
  /** By how much correlations were made smaller, so that they can hold together; from 0 to 1. */
  shrinkage: number;
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

/** One arm. */
export interface LiveArm {
  /** As it stands in the data. */
  name: string;
  /** Its planned share; shares need not sum to 1. */
  weight: number;
}

/** What the data say about one arm. */
export interface LiveArmVerdict {
  /** The arm. */
  arm: string;
  /** What to do. */
  decision: Decision;
  /** Why, one plain sentence each. */
  reasons: Array<string>;
  /** What would have to be different for another verdict, in one plain sentence. */
  would_change: string;
  /** Every metric. */
  metrics: Array<LiveComparison>;
  /** How many more units (both arms) would decide with a chance of 80 %, where the verdict is to extend. */
  more_units?: number | null;
  /** How many more days that takes at the present pace, where times are known. */
  more_days?: number | null;
  /** The difference of the metric that decides as it stood after each day, where times are known. */
  looks?: Array<LiveLook>;
  /**
   * How far the values of the metric that decides reach in both arms, as measured: empty for shares and times, and where
   * the data came as sums.
   */
  spread?: Array<LiveSpread>;
  /**
   * The metric that decides in each part of the population, by name, where strata were stated and both arms have
   * enough units there; the 50 largest.
   */
  segments?: Array<LiveSegment>;
}

/** How units get their arm. */
export interface LiveAssignment {
  /** Seed of the hash; two tests with different keys are independent. */
  key: string;
  /** Share of all units that are included, from 0 to 1. */
  coverage: number;
}

/** What is believed after the data. It does not depend on how often was looked; how often one errs does. */
export interface LiveBelief {
  /** How it was computed, in a few words. */
  method: string;
  /** Probability that the arm is better than the control. */
  chance_better: number;
  /**
   * Probability that the difference is smaller than what is worth having, either way (region of practical
   * equivalence). Only of a belief about the difference, where something was stated as worth having.
   */
  chance_same?: number | null;
  /** What choosing the arm gives up on average (expected loss), in the metric's unit. */
  loss_if_chosen: number;
  /** What keeping the control gives up on average, in the metric's unit. */
  loss_if_kept: number;
  /** The mean of the difference. */
  difference: number;
  /**
   * The interval that holds the difference with the probability of the rule, with equal tails. Only of a belief about
   * the difference.
   */
  interval?: BeliefInterval | null;
  /** One plain sentence that tells it. */
  sentence: string;
}

/** One metric of an arm against the control. */
export interface LiveComparison {
  /**
   * Effect and interval, valid at this look; `pairs` counts the units of both arms. Of the metric that decides, interval
   * and p-value hold for all treatments together.
   */
  comparison: Comparison;
  /** One plain sentence that tells it. */
  sentence: string;
  /** Figures for experts. */
  expert: ExpertFigures;
  /** What is believed after the data, where a belief was stated before them. */
  belief?: LiveBelief | null;
}

/** A test with real people, stated before the data. */
export interface LiveExperiment {
  /** Version of this document's shape. */
  schema_version: number;
  /** A short name. */
  title: string;
  /** The column that names who was assigned. */
  unit_column: string;
  /** The column that names the arm. */
  arm_column: string;
  /** The arms; the first one is the control. */
  arms: Array<LiveArm>;
  /** What is measured; at least one is primary, and the first of those decides. */
  metrics: Array<LiveMetric>;
  /** What one row of the table is. */
  rows?: RowKind;
  /** The column that names a part of the population by which results are weighted. */
  stratum_column?: string | null;
  /** The column with the day or time (RFC 3339) at which a unit came in. */
  time_column?: string | null;
  /** The column that names an event, where outcomes come as a log: events that come twice count once. */
  event_column?: string | null;
  /** How long after a unit came in its outcomes count, in milliseconds; as long as there are any where absent. */
  window_ms?: number | null;
  /** How often the data are looked at. */
  monitoring?: Monitoring;
  /** What the primary metric must show. */
  aim?: Aim;
  /** How the verdict is made. */
  rule: DecisionRule;
  /**
   * How the p-values of the secondary metrics of all arms are adjusted for their number. Not at all where absent: each
   * of them is then read by itself, and of twenty that do not change about one will look as if it did.
   */
  adjustment?: Adjustment | null;
  /**
   * How several treatments share the level of the metric that decides. Where absent: by Dunnett's bounds where the data
   * are looked at once, else equally.
   */
  arm_adjustment?: ArmAdjustment | null;
  /** How many units (all arms) were planned. */
  planned_units?: number | null;
  /** How units get their arm, where Aura assigns them. */
  assignment?: LiveAssignment | null;
}

/** The difference as it stood after a day. */
export interface LiveLook {
  /** Counted from the first day, which is 1. */
  day: number;
  /** Units of both arms up to then. */
  units: number;
  /** Variant minus control. */
  estimate: number;
  /** Lower end of the range of a look at that time. */
  low: number;
  /** Upper end of that range. */
  high: number;
}

/** How a metric is measured. */
export type LiveMeasure =
  | ({ type: 'mean' } & ColumnMeasure)
  | ({ type: 'proportion' } & ColumnMeasure)
  | ({ type: 'ratio' } & RatioMeasure)
  | ({ type: 'quantile' } & QuantileMeasure)
  | ({ type: 'count' } & CountMeasure)
  | ({ type: 'time_to_event' } & TimeToEventMeasure)
  | ({ type: 'retention' } & RetentionMeasure)
  | ({ type: 'funnel_step' } & FunnelStepMeasure)
  | ({ type: 'composed' } & ComposedMeasure)
  | ({ type: 'combined' } & CombinedMeasure);

/** What is measured. */
export interface LiveMetric {
  /** Names the metric: `metric_` and a short word. */
  id: MetricId;
  /** For people. */
  title: string;
  /** How it is measured. */
  measure: LiveMeasure;
  /** The unit of its values. */
  unit: Unit;
  /** Which way is better. */
  direction: Direction;
  /** What it is for. */
  role: MetricRole;
  /** Columns that were known before the unit came in, for a sharper result. */
  covariates?: Array<string>;
  /**
   * Columns that were known before the unit came in, from which a prediction of the metric is learned for a sharper
   * result (CUPAC). The prediction of a unit is learned from other units only.
   */
  learned_from?: Array<string>;
  /** Values above count as this; stated before the data. */
  cap?: number | null;
  /** Values below count as this; stated before the data. */
  floor?: number | null;
  /** Values beyond these quantiles of all arms together count as the value there; stated before the data. */
  winsorize?: Winsorizing | null;
  /**
   * What was believed before the data; where it is stated, the verdict tells what is believed after them as well. The
   * decision stays that of the rule.
   */
  prior?: Prior | null;
}

/** The metric that decides in one part of the population. */
export interface LiveSegment {
  /** The value of the column of strata. */
  part: string;
  /** The effect in this part alone. The intervals and p-values of all parts hold together (Bonferroni). */
  comparison: Comparison;
  /** One plain sentence that tells it. */
  sentence: string;
}

/** How far the values of a share of all units reach. */
export interface LiveSpread {
  /** The share, from 0 to 1: 0.5 is the lower half. */
  share: number;
  /** In the control, this share of units has at most this value. */
  control: number;
  /** In the arm, this share of units has at most this value. */
  variant: number;
}

/** What the data say. */
export interface LiveVerdict {
  /** Version of this document's shape. */
  schema_version: number;
  /** Made from the content. */
  id: VerdictId;
  /** What was stated before the data. */
  experiment: LiveExperiment;
  /** Hash of that statement. */
  definition_hash: string;
  /** Hash of the data as they were read. */
  data_hash: string;
  /** Version of the engine. */
  engine_version: string;
  /** Always false: this is evidence from real people. */
  is_simulated: boolean;
  /** Units of each arm, in the order of the arms. */
  units: Array<number>;
  /** Whether the data can be trusted. */
  checks: Array<TrustCheck>;
  /** One entry for each arm beside the control. */
  arms: Array<LiveArmVerdict>;
  /** The arm to take, where there is one. */
  recommended?: string | null;
}

/** The language and the country that names, addresses and telephone numbers are made for, as a tag of BCP 47. */
export type Locale = 'en' | 'de' | 'fr' | 'it' | 'nl' | 'pt-BR' | 'pt-PT' | 'zh-CN';

/** A form of event logs. */
export type LogFormat = 'xes' | 'csv';

/** How a table is read. Everything that is absent is found from the names of the columns. */
export interface LogOptions {
  /** The column that names the case. */
  case?: string | null;
  /** The column that names what was done. */
  activity?: string | null;
  /** The column with the moment of the event, or of its end. */
  time?: string | null;
  /** The column with the moment at which the work began. */
  started?: string | null;
  /** The column that says who did it. */
  resource?: string | null;
  /** The column with the transition of the life cycle. */
  transition?: string | null;
  /** The sign between cells; the most frequent of `,`, `;`, tab and `|` in the first line where absent. */
  separator?: string | null;
  /** The order of days like `03/04/2026`; found from the values where they allow only one. */
  date_order?: DateOrder | null;
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

/** How much the units of a mean differ. */
export interface MeanPower {
  /** Standard deviation of one unit. */
  deviation: number;
}

/** A mean. */
export interface MeanValue {
  /** Mean. */
  mean: number;
}

/** Which error a difference of means has. */
export type MeansMethod = 'welch' | 'pooled' | 'z';

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

/** Points that are to be measured, anywhere. */
export interface MeasureRequest {
  /** The plan, as it was prepared. */
  plan: Plan;
  /** The circumstances, as they were prepared. */
  scenario: Scenario;
  /** The metric. */
  metric: MetricId;
  /** How each point is measured. */
  options?: InfluenceOptions;
  /** Some of the points. */
  points: Array<Record<string, number>>;
}

/** One number that was taken from the log. */
export interface Measured {
  /** What it is about, for example `working time of Check the claim`. */
  about: string;
  /** Its distribution, and how well that fits. */
  fitted: Fitted;
}

/** One arm: its values, or what is known of them. */
export type Measured2 =
  | ({ type: 'values' } & Measured2Values)
  | ({ type: 'summary' } & Sample);

/** The values. */
export interface Measured2Values {
  /** One for each unit. */
  values: Array<number>;
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

/** Waits for a message, or for a signal. */
export interface MessageEvent {
  /** Who sends it. */
  from: ActorId;
  /** How long it takes to come, as an assumption in milliseconds. Of a signal: from one to the next. */
  delay: AssumptionId;
  /**
   * Whether it is a signal: sent once for all, and heard by every case that waits at that moment. A message goes to one
   * case and is sent for it.
   */
  is_signal?: boolean;
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

/** How often a mishap happened. */
export interface MishapCount {
  /** What happened. */
  kind: MishapKind;
  /** How often. */
  times: number;
}

/** What goes wrong with data, clicks and messages. */
export type MishapKind = 'bad_data' | 'submitted_twice' | 'answer_lost' | 'message_lost';

/**
 * What goes wrong with data, clicks and messages beside what the plan says. Each share is from 0 to 1, and 0 where
 * absent.
 */
export interface Mishaps {
  /**
   * How likely data is wrong where a gateway takes one of several ways by a condition: the case goes another way, each of
   * them as likely.
   */
  bad_data?: number;
  /**
   * How likely what a person submits reaches the service twice, where the operation may not be done twice. The person
   * sees the first answer.
   */
  submitted_twice?: number;
  /** How likely the answer of a call is lost after it took effect. The caller waits until its time-out. */
  answer_lost?: number;
  /** How likely a message that a case waits for never comes. A case of which nothing else is under way has failed. */
  message_lost?: number;
}

/** A distribution with its weight. */
export interface MixturePart {
  /** How often it is the one, compared with the others; weights need not add up to 1. */
  weight: number;
  /** The distribution. */
  distribution: Distribution;
}

/** Distributions with weights. */
export interface MixtureParts {
  /** The distributions: 1 to 16, none of them a mixture itself. */
  parts: Array<MixturePart>;
}

/** The answer of a mock. */
export interface MockAnswer {
  /** The status code. */
  status: number;
  /** Headers in small letters. */
  headers: Array<[string, string]>;
  /** The body where it is JSON. */
  body?: unknown;
  /** The body as text. */
  body_text: string;
  /** How long the service takes, in milliseconds of virtual time. */
  latency_ms: number;
}

/** A request to a mock. */
export interface MockCall {
  /** The number of the mock. */
  mock: number;
  /** The method, for example `GET`. */
  method: string;
  /** Path and query, for example `/pets?limit=3`. */
  target: string;
  /** Headers in any case. */
  headers?: Record<string, string>;
  /** The body as JSON, with the header for it. */
  body?: unknown;
  /** The body as it is, instead. */
  body_text?: string | null;
  /** When it is sent, in milliseconds of virtual time. */
  at_ms?: number;
}

/** What can be called. */
export interface MockOperation {
  /** The method, for example `GET`. */
  method: string;
  /** The path as it is written, for example `/pets/{id}`. */
  path: string;
}

/** A service that is described and does not exist. */
export interface MockRequest {
  /** The description: OpenAPI 3.0 or 3.1, in JSON or YAML. */
  description: string;
  /** The seed of made-up values; 1 where absent. */
  seed?: number | null;
  /** The shortest time of an answer, in milliseconds of virtual time. */
  shortest_latency_ms?: number;
  /** The longest time of an answer; every value between is as likely. */
  longest_latency_ms?: number;
  /** Which share of calls fails, from 0 to 1. */
  error_share?: number;
  /** Most calls in a second of virtual time; more get 429. */
  calls_per_second?: number | null;
  /** The language and country of made-up names, addresses and telephone numbers; `en` where absent. */
  locale?: Locale | null;
}

/** The sense of a constraint. */
export type Modality = 'must' | 'must_not' | 'only' | 'should';

/** A failure mode strikes. */
export interface ModeFault {
  /** The step. */
  step: NodeId;
  /** The failure mode. */
  mode: FailureId;
  /** At which of its executions in this case, from 1. */
  execution: number;
}

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

/** How often the data are looked at. */
export type Monitoring =
  | ({ type: 'fixed' } & MonitoringFixed)
  | ({ type: 'group_sequential' } & MonitoringGroupSequential)
  | ({ type: 'always_valid' } & MonitoringAlwaysValid);

/** As often as one likes. */
export interface MonitoringAlwaysValid {
  /** The number of units (both arms) at which the interval is to be tightest. */
  tuned_units: number;
}

/** Once, when all data are in. */
export interface MonitoringFixed {
}

/** A planned number of times. */
export interface MonitoringGroupSequential {
  /** Share of the planned data at each look so far, the present one last: increasing, at most 1. */
  fractions: Array<number>;
  /** How the level is spent over the looks. */
  spending?: Spending;
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
  /** How often it was taken back, because the case failed later. */
  undone?: number;
  /** How often something went wrong that the scenario states in its `mishaps`. */
  mishaps?: Array<MishapCount>;
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

/** Something of a model that the plan cannot say. */
export interface NotKept {
  /** What it is, in the words of its format. */
  what: string;
  /** Its id, where it has one. */
  id?: string;
  /** Why, and what stands in its place. */
  reason: string;
  /** Whether the plan may run otherwise than the model for it; pictures and remarks of editors do not matter. */
  matters: boolean;
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

/** What was changed, when, for whom, and what is looked at. */
export interface Observation {
  /** Version of this document's shape. */
  schema_version: number;
  /** A short name of what is looked at, for example `orders a day`. */
  title: string;
  /** What the changed units are compared with. */
  method: ObservationalMethod;
  /** The column with the figure. */
  outcome_column: string;
  /** The column with the day, the time (RFC 3339) or the number of the period. */
  time_column: string;
  /** The first day, time or period after the change, written as in the column. */
  changed_at: string;
  /** The column that names who or what the row is of; without it all rows are of one. */
  unit_column?: string | null;
  /** The units that were changed, as they stand in the data. */
  changed?: Array<string>;
  /** The column of what hangs together, where that is more than a unit, for example the region of a shop. */
  cluster_column?: string | null;
  /** Length of a pattern that repeats, in periods: 7 for days of the week; 0 for none. For `interrupted_series`. */
  season?: number;
  /** The unit of the figure. */
  unit?: Unit;
  /** Which way is better. */
  direction?: Direction;
  /** Confidence of the range, between 0.5 and 1. */
  confidence?: number;
}

/** What the changed units are compared with. */
export type ObservationalMethod = 'differences' | 'synthetic_control' | 'interrupted_series';

/** What the figures say. Never proof as a random test is. */
export interface ObservationalVerdict {
  /** Version of this document's shape. */
  schema_version: number;
  /** Made from the content. */
  id: VerdictId;
  /** What was asked. */
  observation: Observation;
  /** Hash of that question. */
  definition_hash: string;
  /** Hash of the table as it was read. */
  data_hash: string;
  /** Version of the engine. */
  engine_version: string;
  /** Always false: these are figures of real people. */
  is_simulated: boolean;
  /** Always false: nobody was assigned by chance. */
  is_random_test: boolean;
  /** Says so in words, with what must be believed for the figures to hold. */
  label: string;
  /** Mean of the changed units after the change. */
  found: number;
  /** What would have been expected there without the change. */
  expected: number;
  /** The effect. */
  effect: number;
  /** Lower end of its range; absent where it is open. */
  low?: number | null;
  /** Upper end of its range; absent where it is open. */
  high?: number | null;
  /** Probability of an effect at least this far from 0 if there were none, as far as the method can tell. */
  p_value: number;
  /** What the effect says by itself. */
  reading: ComparisonReading;
  /** The effect in plain words. */
  sentence: string;
  /** Whether the data can be trusted. */
  checks: Array<TrustCheck>;
  /** What was seen and what was expected, period by period. */
  path: Array<ObservedPeriod>;
  /** Weights of the units in the comparison, where it is a mixture; those of 0 are left out. */
  weights?: Array<ObservedWeight>;
  /** Figures for experts, with the source of the method. */
  detail: string;
}

/** A change whose effect is to be told without a random test. */
export interface ObserveRequest {
  /** What was changed, when, for whom, and what is looked at. */
  observation: Observation;
  /** A table in CSV with one row for each unit and period. */
  table: string;
}

/** The effect of a change, labelled as no random test. */
export interface ObservedEffect {
  /** The verdict, with its label and plain sentences. */
  verdict: ObservationalVerdict;
  /** One self-contained HTML file. */
  html: string;
  /** A Vega-Lite specification. */
  vega_lite: unknown;
}

/** One period of the changed units. */
export interface ObservedPeriod {
  /** As it stands in the data. */
  time: string;
  /** Mean of the changed units. */
  found: number;
  /** What would have been expected without the change. */
  expected: number;
  /** Whether it lies after the change. */
  is_after: boolean;
}

/** The part of a unit in a mixture. */
export interface ObservedWeight {
  /** The unit. */
  unit: string;
  /** Its weight; all weights sum to 1. */
  weight: number;
}

/** A mock that can be asked. */
export interface OpenMock {
  /** Its number in the session. */
  mock: number;
  /** What can be called. */
  operations: Array<MockOperation>;
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
  | ({ type: 'set_undo' } & UndoOfStep)
  | ({ type: 'set_resource' } & ResourceRules)
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
  /** Whether the slowdown grows evenly, from 1 at the begin to its value at the end (a slow degradation). */
  grows?: boolean;
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

/** What happened on one page. */
export interface PageWalks {
  /** The page. */
  page: string;
  /** Its heading. */
  title: string;
  /** Sessions that saw it. */
  sessions: number;
  /** Times that somebody gave up here, those who came back later among them. */
  gave_up: number;
  /** Times that a field was refused. */
  refused: number;
  /** Times that somebody went back from here. */
  back: number;
  /** Median time from being shown to the next page, in milliseconds; absent where nobody went on. */
  median_ms?: number | null;
}

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

/** How often a way through the plan was taken, and what it took. */
export interface PathCount {
  /** The steps and ends of the way, in order. */
  nodes: Array<NodeId>;
  /** How it ended. */
  outcome: Outcome;
  /** How many cases. */
  cases: number;
  /** Mean time from arrival to end, in milliseconds. */
  mean_cycle_ms?: number;
  /** Mean time spent waiting, in milliseconds, added up over parallel branches. */
  mean_waiting_ms?: number;
  /** Mean work put in, in milliseconds, added up over parallel branches. */
  mean_working_ms?: number;
  /** Mean cost of a case, in major units of money. */
  mean_cost?: number;
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
  /** On what it reads and types, where it walks a prototype. */
  device?: Device;
  /** The share of notices and of optional fields that it notices, from 0 to 1, where it walks a prototype. */
  attention?: number;
  /**
   * How likely it goes back from a screen to the one before to correct something, from 0 to 1, where it walks a
   * prototype.
   */
  goes_back?: number;
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

/** How one persona fared. */
export interface PersonaWalks {
  /** The persona. */
  persona: PersonaId;
  /** Its title. */
  title: string;
  /** Sessions of it. */
  sessions: number;
  /** Those that reached the goal. */
  reached: number;
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

/** The metric at each point. */
export interface PointValues {
  /** In the order of the points. */
  values: Array<number>;
}

/** What is measured, and how much its units differ. */
export type PowerKind =
  | ({ type: 'share' } & SharePower)
  | ({ type: 'mean' } & MeanPower)
  | ({ type: 'count' } & CountPower)
  | ({ type: 'ratio' } & RatioPower)
  | ({ type: 'quantile' } & QuantilePower)
  | ({ type: 'survival' } & SurvivalPower);

/** What a test needs, or what it can find. */
export interface PowerPlan {
  /** Units of each arm. */
  units_each_arm: number;
  /** Units of all arms. */
  units: number;
  /** The effect that is found with this chance. */
  effect: number;
  /** The chance to find it. */
  power: number;
  /** Days, rounded up to whole weeks, where the traffic is known. */
  days?: number | null;
  /** How many times more units the looks cost than a single look would. */
  cost_of_looks: number;
  /** One plain sentence. */
  sentence: string;
}

/**
 * What is asked before a test: with `effect` alone how many units it needs; with `units` (or `days` of traffic) alone
 * the smallest effect that it finds; with both its power.
 */
export interface PowerRequest {
  /**
   * Value of the control today. Without `kind` it is a share between 0 and 1 where `deviation` is absent, else a
   * mean.
   */
  baseline: number;
  /** Standard deviation of one unit; absent for shares and where `kind` says it. */
  deviation?: number | null;
  /** What is measured, where it is neither a mean nor a share. */
  kind?: PowerKind | null;
  /** The effect to find, in the unit of the metric. */
  effect?: number | null;
  /** Units of all arms, where they are given rather than asked for. */
  units?: number | null;
  /** Days of traffic, where they are given rather than asked for. */
  days?: number | null;
  /** Rows that belong together, where the metric is an average over rows and whole units are assigned. */
  clusters?: ClusterPower | null;
  /** Share of the variance that covariates leave; 1 without covariates. */
  variance_left?: number;
  /** Confidence of the verdict. */
  confidence?: number;
  /** Chance to find the effect. */
  power?: number;
  /** How many arms beside the control share the level. */
  treatments?: number;
  /** How they share it; as in the statement of a test where absent. */
  arm_adjustment?: ArmAdjustment | null;
  /** How often the data are looked at: for planned looks the fractions of all of them. */
  monitoring?: Monitoring;
  /** Units that come in each day, for all arms. */
  units_each_day?: number | null;
}

/** What became of a wish for precision. */
export interface Precise {
  /** The metric. */
  metric: MetricId;
  /** Half the width that was asked for, as a share of the value. */
  wanted: number;
  /** Half the width that was reached, as a share of the value; absent where the value is 0. */
  reached?: number | null;
  /** Replications that were run. */
  replications: number;
  /** Whether the interval is narrow enough. Otherwise a limit ended the run, or the replications were used up. */
  is_reached: boolean;
}

/** How narrow an interval is to be, and what it may take. */
export interface Precision {
  /** The metric; the primary one of the plan where absent. */
  metric?: MetricId | null;
  /** Half the width of the 95 % interval as a share of the value: 0.02 for ± 2 %. */
  half_width: number;
  /** Most replications; 1,000 where absent. Each has as many cases as those of the scenario have. */
  most_replications?: number | null;
}

/** A run that is about to be made. */
export interface PreparedRun {
  /** The project. */
  project: ProjectId;
  /** The plan as it stands. */
  plan: Plan;
  /** The circumstances, complete. Its replications can be run apart. */
  scenario: Scenario;
}

/** What tokens cost, in millionths of a US dollar for a million tokens. */
export interface Price {
  /** For a million tokens that go in. */
  input_micros_per_million: number;
  /** For a million tokens that come out. */
  output_micros_per_million: number;
}

/** What was believed before the data: stated with the test, and a proper distribution. */
export type Prior =
  | ({ type: 'difference' } & PriorDifference)
  | ({ type: 'shares' } & PriorShares);

/** Of the difference between an arm and the control: normal. */
export interface PriorDifference {
  /** Its mean, in the metric's unit (a share for shares); 0 where nothing speaks for either arm. */
  mean: number;
  /** Its standard deviation: two of three differences of such tests are no larger. */
  standard_deviation: number;
  /** Whether both are shares of the control's value instead (0.02 is 2 %). The value of the control is taken as known. */
  is_relative?: boolean;
}

/**
 * Of the share of every arm, the control's too, each by itself: beta. For metrics that are shares, with one row for
 * each unit.
 */
export interface PriorShares {
  /** Units with a yes, above 0; 1 and 1 find every share equally likely. */
  successes: number;
  /** Units with a no, above 0. */
  failures: number;
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

/** The procedures. Differences are treatment minus control. */
export type Procedure =
  | ({ type: 'means' } & ProcedureMeans)
  | ({ type: 'relative_means' } & ProcedureRelativeMeans)
  | ({ type: 'paired' } & ProcedurePaired)
  | ({ type: 'ranks' } & ProcedureRanks)
  | ({ type: 'permutation' } & ProcedurePermutation)
  | ({ type: 'bootstrap' } & ProcedureBootstrap)
  | ({ type: 'proportion' } & ProcedureProportion)
  | ({ type: 'proportions' } & ProcedureProportions)
  | ({ type: 'proportion_ratio' } & ProcedureProportionRatio)
  | ({ type: 'exact' } & ProcedureExact)
  | ({ type: 'fit' } & ProcedureFit)
  | ({ type: 'adjust' } & ProcedureAdjust)
  | ({ type: 'belief' } & ProcedureBelief)
  | ({ type: 'proportion_beliefs' } & ProcedureProportionBeliefs)
  | ({ type: 'group_bounds' } & ProcedureGroupBounds)
  | ({ type: 'any_time' } & ProcedureAnyTime);

/** P-values adjusted for their number. */
export interface ProcedureAdjust {
  /** The p-values. */
  p_values: Array<number>;
  /** How they are adjusted. */
  method: Adjustment;
}

/** An estimate that may be looked at at any time (Waudby-Smith and others 2021). */
export interface ProcedureAnyTime {
  /** The estimate so far. */
  estimate: number;
  /** Its standard error. */
  standard_error: number;
  /** How many units stand behind it. */
  units: number;
  /** The number of units at which the interval is to be tightest; stated before the data. */
  tuned_units: number;
}

/** A normal belief about a difference, after an estimate. */
export interface ProcedureBelief {
  /** Mean of the belief before. */
  mean: number;
  /** Its standard deviation, above 0. */
  standard_deviation: number;
  /** The estimate of the difference. */
  estimate: number;
  /** Its standard error, above 0. */
  standard_error: number;
  /** Differences between minus this and this do not matter. */
  matters?: number | null;
}

/** A statistic of one list, with its bias-corrected and accelerated interval (Efron 1987). */
export interface ProcedureBootstrap {
  /** The values. */
  values: Array<number>;
  /** What is computed of them. */
  statistic: Statistic;
  /** How many resamples; 10,000 where absent. */
  resamples?: number;
  /** The root of the randomness. */
  seed: Seed;
}

/** Two by two tables, exactly; a p-value only. */
export interface ProcedureExact {
  /** The arm that is compared against. */
  control: Counted;
  /** The arm that is tried. */
  treatment: Counted;
  /** Which test; Fisher's where absent. */
  method?: ExactMethod;
}

/** Counts against weights (Pearson 1900), for example the sizes of arms. */
export interface ProcedureFit {
  /** How many were seen in each cell. */
  observed: Array<number>;
  /** What share belongs into each cell; need not add up to 1. */
  weights: Array<number>;
}

/** The bounds of planned looks. */
export interface ProcedureGroupBounds {
  /** Information at each look as a fraction of the planned information: increasing, above 0, at most 1. */
  fractions: Array<number>;
  /** Level of the whole test. */
  alpha: number;
  /** One direction or both. */
  sides: Sides;
  /** How the level is spent. */
  spending: Spending;
}

/** Difference of two means. */
export interface ProcedureMeans {
  /** The arm that is compared against. */
  control: Measured2;
  /** The arm that is tried. */
  treatment: Measured2;
  /** Which error the difference has; Welch's where absent. */
  method?: MeansMethod;
}

/** Mean difference of pairs. */
export interface ProcedurePaired {
  /** Values of the arm that is compared against. */
  control: Array<number>;
  /** Values of the arm that is tried; of pairs in the same order. */
  treatment: Array<number>;
}

/** Difference of means when labels are exchanged (Fisher 1935; Pitman 1937). */
export interface ProcedurePermutation {
  /** Values of the arm that is compared against. */
  control: Array<number>;
  /** Values of the arm that is tried. */
  treatment: Array<number>;
  /** How often labels are exchanged where there are too many ways to go through; 10,000 where absent. */
  resamples?: number;
  /** The root of the randomness. */
  seed: Seed;
}

/** One proportion. */
export interface ProcedureProportion {
  /** What was counted. */
  share: Counted;
  /** How the interval is made; Wilson's where absent. */
  method?: ProportionMethod;
}

/** Beta beliefs about two proportions, after counts. */
export interface ProcedureProportionBeliefs {
  /** The arm that is compared against. */
  control: Counted;
  /** The arm that is tried. */
  treatment: Counted;
  /** Successes that are believed before, above 0; 1 where absent. */
  prior_successes?: number;
  /** Failures that are believed before, above 0; 1 where absent. */
  prior_failures?: number;
}

/** Ratio of two proportions; an interval only. */
export interface ProcedureProportionRatio {
  /** The arm that is compared against. */
  control: Counted;
  /** The arm that is tried. */
  treatment: Counted;
  /** How the interval is made; by the score test where absent. */
  method?: RatioMethod;
}

/** Difference of two proportions. The p-value is that of the score test; only the interval of `score` inverts it. */
export interface ProcedureProportions {
  /** The arm that is compared against. */
  control: Counted;
  /** The arm that is tried. */
  treatment: Counted;
  /** How the interval is made; Newcombe's where absent. */
  method?: DifferenceMethod;
}

/** Whether one arm tends to larger values (Mann and Whitney 1947). */
export interface ProcedureRanks {
  /** Values of the arm that is compared against. */
  control: Array<number>;
  /** Values of the arm that is tried; of pairs in the same order. */
  treatment: Array<number>;
}

/** Difference of two means as a share of the control's. */
export interface ProcedureRelativeMeans {
  /** The arm that is compared against. */
  control: Measured2;
  /** The arm that is tried. */
  treatment: Measured2;
  /** How the interval is made; the delta method where absent. */
  method?: RelativeMethod;
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

/** Something that a plan promises to each case. */
export type Promise =
  | ({ type: 'reaches_goal' } & PromiseReachesGoal)
  | ({ type: 'ends_within' } & EndsWithin)
  | ({ type: 'takes_effect_once' } & PromiseTakesEffectOnce);

/** One promise and what breaks it. */
export interface PromiseCheck {
  /** The promise. */
  promise: Promise;
  /** The promise in words. */
  text: string;
  /** The cheapest combination of faults that breaks it; absent where none was found. */
  broken_by?: Weakness | null;
  /** Whether every combination within the limits was tried before the search ended. */
  is_complete: boolean;
}

/** A case that reaches its goal when nothing goes wrong reaches it anyway. */
export interface PromiseReachesGoal {
}

/** An operation that may not be done twice takes effect once each time that the case comes to its step. */
export interface PromiseTakesEffectOnce {
}

/** How the interval of one proportion is made. */
export type ProportionMethod = 'wilson' | 'exact' | 'agresti_coull' | 'jeffreys' | 'wald';

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

/** A quantile of a column. */
export interface QuantileMeasure {
  /** Its name. */
  column: string;
  /** Strictly between 0 and 1: 0.5 is the middle value. */
  probability: number;
}

/** How much the values around a quantile differ. */
export interface QuantilePower {
  /** The quantile: 0.5 is the middle value. */
  probability: number;
  /**
   * Share of the units whose value lies within one unit of the metric there (the density): the share between two
   * values close to the quantile, over their distance.
   */
  density: number;
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
export type QueueOrder = 'first_come' | 'last_come' | 'priority' | 'shared';

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
  /**
   * Whether work that a more urgent case interrupted begins anew, with all that it takes, instead of going on from
   * where it was.
   */
  restarts?: boolean;
  /**
   * Whether a more urgent case that meets a full queue sends the last, less urgent one away instead. Only where the
   * order is by priority.
   */
  crowds_out?: boolean;
  /**
   * Whether the limit holds for those too who were interrupted and wait again: then the last of the queue goes away.
   * Otherwise they always find a place.
   */
  is_strict?: boolean;
  /**
   * The longest wait before somebody leaves the queue, as an assumption in milliseconds; the patience of the persona
   * counts as well, whichever ends first.
   */
  patience?: AssumptionId | null;
  /**
   * Who does not even join when the queue is long. Of several entries, the one with the largest `from` counts that
   * the queue has reached.
   */
  balking?: Array<Balking>;
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

/** How much of the metric's variance one assumption explains (indices of Sobol'). */
export interface RankedAssumption {
  /** The assumption. */
  assumption: AssumptionId;
  /** By itself: the first-order index. */
  alone: ShareOfSpread;
  /** With all that it does together with others: the total index. */
  total: ShareOfSpread;
}

/** How many calls a service takes in how long. */
export interface RateLimit {
  /** Most calls. */
  calls: number;
  /** In this time, in milliseconds. */
  window_ms: number;
}

/** Two columns. */
export interface RatioMeasure {
  /** The column above the line. */
  above: string;
  /** The column below the line. */
  below: string;
}

/** How the interval of the ratio of two proportions is made. */
export type RatioMethod = 'score' | 'log' | 'log_adjusted';

/** How much the parts of a ratio differ. */
export interface RatioPower {
  /** Standard deviation of a unit's value above the line. */
  above_deviation: number;
  /** Mean of the units' values below the line. */
  below_mean: number;
  /** Their standard deviation. */
  below_deviation: number;
  /** Correlation of both values of a unit. */
  correlation: number;
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

/** What was kept of a reference. */
export interface ReferenceReport {
  /** The column that refers, as `table.column`. */
  from: string;
  /** The column that it leads to. */
  to: string;
  /** Whether it was found, not stated. */
  is_found: boolean;
  /** The share of records that refer to none, where they are not too few. */
  missing: number;
  /** How many records refer to one: groups of at least a smallest group of those that are referred to. */
  children: Array<ChildGroup>;
}

/** Something that a service found wrong with requests. */
export interface RefusalCount {
  /** Where, why and at which step, in one sentence. */
  text: string;
  /** How often. */
  times: number;
}

/** A relative effect with Fieller's interval. */
export interface RelativeFigures {
  /** The effect: 0.1 is 10 % more. */
  estimate: number;
  /** Lower end. */
  low: number;
  /** Upper end. */
  high: number;
}

/** How the interval of a relative effect is made. */
export type RelativeMethod = 'delta' | 'log_delta' | 'fieller';

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

/** How well a log goes through a plan. */
export interface ReplayFit {
  /** Cases in all. */
  cases: number;
  /** Cases that go through from start to end. */
  fitting_cases: number;
  /** Things that were done. */
  activities: number;
  /** Those of them that the plan allowed where they happened. */
  fitting_activities: number;
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

/** A verdict that is to be shown. */
export interface ReportRequest {
  /** The verdict. */
  verdict: LiveVerdict;
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
  /** What becomes of work that is under way when the hours end. */
  at_closing?: ClosingRule;
  /** What an hour of work costs, as an assumption in money. */
  cost_per_hour?: AssumptionId | null;
  /** How its queue works; first come, first served, without a limit, where absent. */
  queue?: QueueRule | null;
  /** How often each of them breaks down, or falls ill; never where absent. */
  breakdown?: Breakdown | null;
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
  /** Work done in all, in milliseconds, over all replications. */
  working_ms?: number;
  /** What that work cost in all, in major units of money; 0 where an hour costs nothing. */
  cost?: number;
  /** Longest queue. */
  longest_queue: number;
  /** How often somebody left at the sight of the queue. */
  balked?: number;
  /** How often somebody left the queue because it took too long. */
  lost_patience?: number;
  /** How often one of them broke down. */
  breakdowns?: number;
}

/** How a resource works. What is absent stays as it is. */
export interface ResourceRules {
  /** The resource. */
  resource: ResourceId;
  /** Whose turn it is. */
  order?: QueueOrder | null;
  /** Whether a more urgent case interrupts a less urgent one. */
  interrupts?: boolean | null;
  /** Whether interrupted work begins anew instead of going on from where it was. */
  restarts?: boolean | null;
  /** How many may wait. */
  limit?: number | null;
  /** The mean time after which people leave the queue, in milliseconds. */
  patience_ms?: number | null;
  /** Who leaves at the sight of the queue. */
  balking?: BalkingRule | null;
  /** What becomes of work that is under way when the hours end. */
  at_closing?: ClosingRule | null;
  /** How often each of them breaks down. */
  breakdown?: BreakdownRule | null;
}

/** The share of units that were active in a stated window. */
export interface RetentionMeasure {
  /** 1 where a unit was active in the window; in a log: the outcomes that count as activity. */
  column: string;
  /**
   * The column with the time since the unit came in, in milliseconds; absent for logs, which have times. Units
   * for which the window is not over yet are left out, and it is said how many they are.
   */
  age?: string | null;
  /** Where the window begins, in milliseconds after the unit came in. */
  from_ms: number;
  /** Where the window ends, in milliseconds after the unit came in. */
  until_ms: number;
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

/** What one row of the table is. */
export type RowKind = 'unit' | 'nested';

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
  /** The actors whose steps were entered, in the order of the plan. */
  actors?: Array<ActorResult>;
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

/** Some replications of a run. */
export interface RunPartRequest {
  /** The plan, as it was prepared. */
  plan: Plan;
  /** The circumstances, as they were prepared. */
  scenario: Scenario;
  /** The first replication, counted from 0. */
  first: number;
  /** How many replications. */
  count: number;
}

/** Replications as they came out. */
export interface RunPartResponse {
  /** The first replication. */
  first: number;
  /** How many replications. */
  count: number;
  /** The part, in base64. */
  part_base64: string;
}

/**
 * What a test of means needs to know of one arm: count, mean and variance of one unit.
 * 
 * It need not come from raw values: a proportion, a ratio (delta method) or an adjusted mean give one too.
 */
export interface Sample {
  /** How many units. */
  count: number;
  /** Their mean. */
  mean: number;
  /** Variance of one unit, with divisor `count − 1`; not the variance of the mean. */
  variance: number;
}

/** The sample of one table. */
export interface SampleTable {
  /** What it is called in references. */
  name: string;
  /** A table in CSV, a JSON array of records, or one JSON record a line. */
  sample: string;
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
  /** Faults that befall several services together, and come at random. */
  shared_outages?: Array<SharedOutage>;
  /** What goes wrong with data, clicks and messages beside what the plan says; nothing where absent. */
  mishaps?: Mishaps;
  /** How much of each step is really done. */
  depth?: RunDepth;
  /** Services that answer as their descriptions say, at full depth. */
  services?: Array<ServiceMock>;
  /** Other values for assumptions of the plan. */
  overrides?: Record<string, Distribution>;
  /** Where the run stops and keeps what it has. */
  limits?: RunLimits;
  /**
   * The first cases of each replication, with which the run only warms up: they count in no metric, and all other
   * figures begin when the next case arrives. For what goes on and on, but begins empty; none where absent.
   */
  warm_up_cases?: number | null;
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

/** What moving one assumption over its whole range does to the metric, from many starting points (Morris 1991). */
export interface ScreenedAssumption {
  /** The assumption. */
  assumption: AssumptionId;
  /** The mean effect, with its sign, in the unit of the metric. */
  mean_effect: number;
  /** The mean size of the effect, without sign: what they are ordered by. */
  mean_size: number;
  /** How much the effect differs from one starting point to another. */
  deviation: number;
}

/** The root of all randomness of a run. Any value below 2^53 is legal, so that every language can hold it. */
export type Seed = number;

/** Which assumptions move a metric how far. */
export interface Sensitivity {
  /** The metric. */
  metric: MetricId;
  /** The assumptions, the strongest first. */
  effects: Array<AssumptionEffect>;
}

/** Which assumptions a metric hangs on, all of them moving at once. */
export interface SensitivityRequest {
  /** The project. */
  project: ProjectId;
  /** The metric; the primary one where absent. */
  metric?: MetricId | null;
  /** A complete scenario instead of the default one. */
  scenario?: Scenario | null;
  /** The seed. */
  seed?: number | null;
  /** Cases of each run; 500 where absent. */
  cases?: number | null;
  /** Screening: how often each assumption is moved; 8 where absent. */
  trajectories?: number | null;
  /** Measuring: rows of the design; each takes two runs more than there are ranked assumptions; 64 where absent. */
  samples?: number | null;
  /** Most assumptions that are ranked; 8 where absent. */
  most_ranked?: number | null;
  /** Values of points that were measured elsewhere, in the order in which they were asked for. */
  values?: Array<number>;
}

/** Points at which the metric is to be measured next; none where all are known. */
export interface SensitivityRound {
  /** The plan as it stands. */
  plan: Plan;
  /** The circumstances. */
  scenario: Scenario;
  /** The metric. */
  metric: MetricId;
  /** How each point is measured. */
  options: InfluenceOptions;
  /** Other means of assumptions, point by point. */
  points: Array<Record<string, number>>;
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

/** Something happens to a service. */
export interface ServiceFault {
  /** The service. */
  service: ServiceId;
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

/** What somebody did in a prototype. */
export interface SessionLog {
  /** Version of this document's shape. */
  schema_version: number;
  /** The prototype. */
  prototype: PrototypeId;
  /** What was done, in order. */
  interactions: Array<Interaction>;
  /** How the session ended, where it did. */
  outcome?: Outcome | null;
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

/** A share of the variance, with its 95 % interval from resampled runs. */
export interface ShareOfSpread {
  /** The share, from 0 to 1. */
  value: number;
  /** Lower end of the interval. */
  low: number;
  /** Upper end of the interval. */
  high: number;
}

/** Shares say themselves how much they differ. */
export interface SharePower {
}

/**
 * Times in which several services do not answer or are slow together, because they share something. They come at
 * random, in each replication at other times, which no other circumstance moves.
 */
export interface SharedOutage {
  /** The services. */
  services: Array<ServiceId>;
  /**
   * The time from the end of one to the begin of the next, in milliseconds: on average a minute at least, and never
   * less than a second.
   */
  between: Distribution;
  /** How long each lasts, in milliseconds. */
  lasts: Distribution;
  /** Latency is multiplied with this; 1 leaves it. */
  slowdown: number;
  /** How likely a call fails meanwhile. */
  failure: number;
  /** Whether the slowdown grows evenly, from 1 at the begin to its value at the end (a slow degradation). */
  grows?: boolean;
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

/** How often the rule would take a change, tried on replications of the user's own plan. */
export interface ShipRates {
  /** How often each was tried. */
  tries: number;
  /** The share of tries that ship although the change does nothing. */
  wrong_ship: number;
  /** The share of tries that ship where the change does what is expected. */
  right_ship: number;
  /** The change of the primary metric that is expected: the wished one, or where none was stated the one that was seen. */
  expected: number;
}

/** Whether a sequential test looks in one direction or in both. */
export type Sides = 'two' | 'one';

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
  /** Run as many replications as it takes until the interval of a metric is so narrow. */
  precision?: Precision | null;
  /**
   * Find where the run has forgotten that it began empty, and leave out what was before: for processes that go on and
   * on. A `warm_up_cases` of the scenario states it instead.
   */
  detect_warm_up?: boolean;
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
  /** What became of a wish for precision. */
  precision?: Precise | null;
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

/** The share of the level that is spent up to an information fraction (Lan and DeMets 1983). */
export type Spending =
  | ({ type: 'obrien_fleming' } & SpendingObrienFleming)
  | ({ type: 'pocock' } & SpendingPocock)
  | ({ type: 'power' } & SpendingPower);

/** Very little early, nearly all at the end: like O'Brien and Fleming's bounds. */
export interface SpendingObrienFleming {
}

/** Nearly even bounds: like Pocock's. */
export interface SpendingPocock {
}

/** `level · fraction^exponent` (Kim and DeMets 1987). */
export interface SpendingPower {
  /** 1 spends evenly, 3 resembles O'Brien and Fleming. */
  exponent: number;
}

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

/** A statistic of a list. */
export type Statistic =
  | ({ type: 'mean' } & StatisticMean)
  | ({ type: 'quantile' } & StatisticQuantile);

/** The mean. */
export interface StatisticMean {
}

/** A quantile, drawn in a line between neighbours (Hyndman and Fan 1996, type 7). */
export interface StatisticQuantile {
  /** The share of values below, from 0 to 1; 0.5 is the middle. */
  probability: number;
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
  /** Several resources of which any one can do it, in place of `resource`. */
  team?: Array<TeamMember>;
  /** Who of a team does it. */
  team_choice?: TeamChoice;
  /** How urgent it is where the queue of its resource is by priority: the lower, the more urgent; 0 where absent. */
  priority?: number | null;
  /** What one execution costs, as an assumption in money. */
  cost?: AssumptionId | null;
  /** Limits on time, money and number. */
  limits?: StepLimits;
  /** What can go wrong, and what happens then. */
  failure_modes?: Array<FailureMode>;
  /** What takes it back where the case fails later. */
  undo?: Undo | null;
  /** Whether and why it is risky. */
  risk?: Risk | null;
  /** Whether it is done once for each of several things. */
  for_each?: ForEach | null;
  /** Whether cases are gathered and done in one go. */
  batch?: BatchRule | null;
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

/** Something happens at an execution of a step, or of another node. */
export interface StepFault {
  /** The step. */
  step: NodeId;
  /** At which of its executions in this case, from 1. */
  execution: number;
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

/** A stretch of time at one node. */
export interface StoryBar {
  /** The node. */
  node: NodeId;
  /** What the case did meanwhile. */
  kind: StoryBarKind;
  /** Begin, in milliseconds after the arrival. */
  from_ms: number;
  /** End, in milliseconds after the arrival. */
  to_ms: number;
  /** Why it waited, where that can be told. */
  because?: string | null;
}

/** What a case did in a stretch of time. */
export type StoryBarKind = 'waiting' | 'working' | 'away' | 'undoing';

/** Which case is told. */
export type StoryChoice =
  | ({ type: 'slowest' } & StoryChoiceSlowest)
  | ({ type: 'typical' } & StoryChoiceTypical)
  | ({ type: 'lost' } & StoryChoiceLost)
  | ({ type: 'number' } & CaseNumber);

/** Of the first replication, the first case that did not reach its goal. */
export interface StoryChoiceLost {
}

/** Of the first replication, the case that took longest. */
export interface StoryChoiceSlowest {
}

/** Of the first replication, the case whose time is the median. */
export interface StoryChoiceTypical {
}

/** One thing that happened. */
export interface StoryMoment {
  /** When, in milliseconds after the arrival. */
  at_ms: number;
  /** Where. */
  node: NodeId;
  /** What, in plain English, without a full stop. */
  text: string;
}

/** Tells what happened to one case of the last run of a project. */
export interface StoryRequest {
  /** The project. */
  project: ProjectId;
  /** Which case; the slowest one where absent. */
  case?: StoryChoice;
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

/** How long events take. */
export interface SurvivalPower {
  /** Times count up to here. Events are taken to come at a constant rate, and everyone to be watched this long. */
  limit: number;
}

/** Synthetic records, and what was kept of the sample. */
export interface Synthesis {
  /** The records. */
  records: Array<unknown>;
  /** What was kept, and what was suppressed. */
  report: LikenessReport;
}

/** Which records are wanted. */
export interface SynthesisRequest {
  /** The sample: a table in CSV, a JSON array of records, or one JSON record a line. */
  sample: string;
  /** How many records to make; as many as the sample has where absent. */
  rows?: number | null;
  /** The seed; 1 where absent. */
  seed?: Seed | null;
  /** The fewest records that any figure stands for that is taken from the sample; 10 where absent. */
  smallest_group?: number | null;
  /** Columns that name somebody, besides those that are found to: their values are made up. */
  identifying?: Array<string>;
  /** The language and country of names and addresses that are made up; `en` where absent. */
  locale?: Locale | null;
}

/** One synthetic table. */
export interface SyntheticTable {
  /** What it is called. */
  name: string;
  /** The records. */
  records: Array<unknown>;
  /** What was kept of its sample besides keys and references, and what was suppressed. */
  report: LikenessReport;
}

/** Which tables are wanted. */
export interface TablesRequest {
  /** The samples. */
  tables: Array<SampleTable>;
  /**
   * References as `table.column=table.column`, the column that refers first, for example
   * `orders.customer_id=customers.id`. Others are found where a column that is called a key has only values of one
   * column of another table in which no value comes twice. The first reference of a table decides how many of its
   * records refer to one; the values of further ones are shuffled among these.
   */
  references?: Array<string>;
  /**
   * How many records each table gets that refers to no other; as many as its sample where absent. The others follow
   * from these.
   */
  rows?: number | null;
  /** The seed; 1 where absent. */
  seed?: Seed | null;
  /** The fewest records that any figure stands for that is taken from a sample; 10 where absent. */
  smallest_group?: number | null;
  /** Columns that name somebody, as `table.column`, besides those that are found to: their values are made up. */
  identifying?: Array<string>;
  /** The language and country of names and addresses that are made up; `en` where absent. */
  locale?: Locale | null;
}

/** Synthetic tables, and what was kept of the samples. */
export interface TablesSynthesis {
  /** The tables, in the order of the request. */
  tables: Array<SyntheticTable>;
  /** The references between them. */
  references: Array<ReferenceReport>;
}

/** Who of a team does a step. */
export type TeamChoice = 'first_free' | 'shortest_queue';

/** One of several resources that can do a step. */
export interface TeamMember {
  /** The resource. */
  resource: ResourceId;
  /** How long the work takes there, as an assumption in milliseconds; that of the step where absent. */
  working_time?: AssumptionId | null;
}

/** How a test is done. Change what you need: `TestOptions { null: 0.1, ..Default::default() }` or `with_*`. */
export interface TestOptions {
  /** Confidence of the interval; default 0.95. */
  confidence?: number;
  /** Which departure counts; default two-sided. */
  alternative?: Alternative;
  /** The value that is tested against, for example minus the margin of a non-inferiority test; default 0. */
  null?: number;
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

/**
 * How long it takes until something happens.
 * 
 * What is compared is the mean time without the event up to the limit (the area below the curve of Kaplan and Meier).
 */
export interface TimeToEventMeasure {
  /** 1 where it happened (in a log: where the outcome is the event); 0 where it had not when the unit was last seen. */
  event: string;
  /** The column with the time until it happened or until the unit was last seen; absent for logs, which have times. */
  time?: string | null;
  /** Times count up to here, in the unit of that column; in milliseconds for logs. */
  limit: number;
}

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

/** One check of the data. */
export interface TrustCheck {
  /** A short name in snake case, for example `sample_ratio`. */
  name: string;
  /** What came of it. */
  outcome: TrustOutcome;
  /** One plain sentence. */
  sentence: string;
  /** Figures for experts. */
  detail: string;
}

/** What came of a check. */
export type TrustOutcome = 'good' | 'warning' | 'failed';

/** One thing that was said. */
export interface Turn {
  /** Who said it. */
  by: TurnBy;
  /** The words. */
  text: string;
  /** What the persona did with them; absent for the assistant. */
  act?: TurnAct | null;
  /** The names of the facts that were told here for the first time. */
  revealed?: Array<string>;
}

/** What a persona does with its words. */
export type TurnAct = 'opens' | 'answers' | 'repeats' | 'volunteers' | 'misses_the_point' | 'corrects' | 'declines' | 'agrees' | 'gives_up';

/** Who said something. */
export type TurnBy = 'persona' | 'assistant';

/**
 * What takes a step back: compensation (BPMN 2.0, section 10.6). Where a case ends other than by reaching the goal, the
 * steps that were done are taken back, the last one first; the case ends after that.
 */
export interface Undo {
  /** What is done, as an instruction, for example `Release the stock`. */
  title: string;
  /** How long it takes, as an assumption in milliseconds; no time where absent. It queues for nobody. */
  working_time?: AssumptionId | null;
  /** What it costs, as an assumption in money. */
  cost?: AssumptionId | null;
}

/** What takes a step back. */
export interface UndoOfStep {
  /** The step. */
  node: NodeId;
  /** What is done where the case fails later, as an instruction; nothing where absent. */
  title?: string | null;
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
  /** How often the rule would take a change that does nothing, and one that does what is expected. */
  ship_rates?: ShipRates | null;
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
  /** Hash of the experiment: rule, variants, circumstances. */
  definition_hash?: string;
  /** Hash of the figures of all runs. */
  data_hash?: string;
  /** Version of the engine. */
  engine_version?: string;
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

/** One session of one persona. */
export interface Walk {
  /** Counts from 1. */
  session: number;
  /** The persona. */
  persona: PersonaId;
  /** Its title. */
  title: string;
  /** On what it reads and types. */
  device: Device;
  /** How it ended. */
  ended: WalkEnding;
  /** Whether it gave up first and came back later. */
  came_back: boolean;
  /** How long it took in milliseconds, without the time away of somebody who came back. */
  time_ms: number;
  /** What happened, one line in plain English for each thing. */
  story: Array<string>;
  /** The same as the log that a prototype saves of people's sessions. Without an outcome where somebody just left. */
  log: SessionLog;
}

/** How a session ended. */
export type WalkEnding = 'goal_reached' | 'gave_up' | 'refused' | 'failed' | 'no_way_on' | 'stopped_at_limit';

/** Simulated people walk through the prototype of a plan, screen by screen. */
export interface WalkRequest {
  /** The project. */
  project: ProjectId;
  /** A complete scenario instead of the default one: its seed, personas and overrides count. */
  scenario?: Scenario | null;
  /** The seed. */
  seed?: number | null;
  /** How many sessions, at most 10,000; 200 where absent. */
  sessions?: number | null;
  /** The only persona that comes; all by their shares where absent. */
  persona?: PersonaId | null;
  /** How many sessions are given with log and story; 20 where absent. All count in the summary. */
  kept?: number | null;
  /** Most interactions of one session, at most 20,000; 1,000 where absent. */
  most_interactions?: number | null;
}

/** What all sessions say together. */
export interface WalkSummary {
  /** In plain words, one sentence each. */
  text: Array<string>;
  /** The share of sessions that reached the goal, with its 95 % interval (Wilson). */
  reached: Estimate;
  /**
   * Mean time in milliseconds of the sessions that reached the goal, without time away, with its 95 % interval
   * (Student); absent where none did.
   */
  time_ms?: Estimate | null;
  /** How sessions ended, where any did so. */
  endings: Array<EndingCount>;
  /** Sessions in which somebody gave up and came back later. */
  came_back: number;
  /** How each persona fared, in the order of the scenario. */
  personas: Array<PersonaWalks>;
  /** Every page that somebody saw, in the order of the prototype. */
  pages: Array<PageWalks>;
  /** The fields that were refused, most often first. */
  refused: Array<FieldCount>;
  /** The notices and optional fields that were overlooked, most often first. */
  overlooked: Array<FieldCount>;
}

/** Sessions of personas in a prototype. All of it is simulated: nobody real was there. */
export interface Walks {
  /** Version of this document's shape. */
  schema_version: number;
  /** The plan. */
  plan: PlanId;
  /** The plan's version. */
  plan_version: VersionId;
  /** The prototype. */
  prototype: PrototypeId;
  /** The root of all randomness. */
  seed: Seed;
  /** How many sessions there were. */
  sessions: number;
  /** What all sessions say together. */
  summary: WalkSummary;
  /** What was taken for granted, one sentence each. */
  notes: Array<string>;
  /** The first sessions, in order. */
  walks: Array<Walk>;
}

/** Faults that together break a promise. */
export interface Weakness {
  /** The faults, in the order in which they strike. */
  faults: Array<Fault>;
  /** The product of their probabilities. */
  probability: number;
  /** The number of the case. */
  case: number;
  /** How the case ended. */
  outcome: Outcome;
  /** How long it took, in milliseconds. */
  cycle_ms: number;
  /** What happened to the case, one line for each event. */
  story: Array<string>;
}

/** Cases per hour, for each hour of the week. */
export interface WeeklyArrivals {
  /** 168 numbers, from Monday 00:00 to 01:00 on, in local time. */
  cases_per_hour: Array<number>;
}

/** A column and what it counts. */
export interface WeightedColumn {
  /** Its name. */
  column: string;
  /** What one of its values counts. */
  weight: number;
}

/** A measure and what it counts. */
export interface WeightedMeasure {
  /** How the part is measured. */
  measure: LiveMeasure;
  /** Its factor in a sum, its exponent in a product. */
  weight: number;
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

/** Which values count as the value at a quantile, of all arms together. */
export interface Winsorizing {
  /** Values below this quantile count as its value; 0 leaves them as they are. */
  low?: number;
  /** Values above this quantile count as its value; 1 leaves them as they are. */
  high?: number;
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
   * Makes a project of a process model: BPMN 2.0, with the parameters of a simulation.
   * Rejects with the code invalid_document, invalid_number, limit_size, conflict.
   */
  importModel(request: ImportRequest, options?: CallOptions): Call<Imported & Shown>;
  /**
   * Takes the numbers of a plan, or the plan itself, from an event log: XES or CSV.
   * Rejects with the code invalid_data, invalid_text, invalid_scenario, limit_size, not_found, conflict.
   */
  learn(request?: LearnRequest, options?: CallOptions): Call<LearnedPlan & Shown>;
  /** Lists the AI agents that steps can be given to: the host's, and the built-in ones. */
  agents(request?: Done, options?: CallOptions): Call<AgentList & Shown>;
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
   * Makes synthetic records that are like those of a sample and none of them; needs no project.
   * Rejects with the code invalid_data, invalid_number, limit_size.
   */
  synthesize(request: SynthesisRequest, options?: CallOptions): Call<Synthesis & Shown>;
  /**
   * Makes synthetic tables that are like samples and refer to each other as these do; needs no project.
   * Rejects with the code invalid_data, invalid_number, limit_size.
   */
  synthesizeTables(request: TablesRequest, options?: CallOptions): Call<TablesSynthesis & Shown>;
  /**
   * Gives the last run of a project as an event log for other programs.
   * Rejects with the code invalid_trace, not_found.
   */
  eventLog(request: EventLogRequest, options?: CallOptions): Call<ExportedLog & Shown>;
  /**
   * Says what a run consists of, so that its replications can be run apart.
   * Rejects with the code invalid_plan, invalid_scenario, limit_size, not_found.
   */
  prepareRun(request: SimulateRequest, options?: CallOptions): Call<PreparedRun & Shown>;
  /**
   * Runs some replications of a run; needs no project.
   * Rejects with the code invalid_plan, invalid_scenario, limit_size.
   */
  runPart(request: RunPartRequest, options?: CallOptions): Call<RunPartResponse & Shown>;
  /**
   * Puts the parts of a run together and keeps it, with the bytes that one machine would have made.
   * Rejects with the code invalid_data, invalid_plan, invalid_scenario, limit_size, not_found, conflict.
   */
  joinParts(request: JoinRequest, options?: CallOptions): Call<Simulated & Shown>;
  /**
   * Finds which assumption drives the result when all of them move at once, and keeps it.
   * Rejects with the code invalid_plan, invalid_scenario, invalid_data, limit_size, not_found, conflict.
   */
  sensitivity(request: SensitivityRequest, options?: CallOptions): Call<Influenced & Shown>;
  /**
   * Finds for each promise of the plan the likeliest combination of faults that breaks it, and the shortest trace of it.
   * Rejects with the code invalid_plan, invalid_scenario, limit_size, not_found.
   */
  findFaults(request: FaultRequest, options?: CallOptions): Call<FaultReport & Shown>;
  /**
   * Says what a simulated person answers to an assistant, and what the assistant's model is to be asked next.
   * Rejects with the code invalid_scenario, invalid_data, limit_input, limit_size.
   */
  converse(request: ConverseRequest, options?: CallOptions): Call<Conversed & Shown>;
  /**
   * Tells what happened to one case of the last run: when it waited, for how long, and because of what.
   * Rejects with the code conflict, not_found.
   */
  caseStory(request: StoryRequest, options?: CallOptions): Call<CaseStory & Shown>;
  /**
   * Lets simulated people walk through the prototype of the plan, screen by screen, and tells what they did.
   * Rejects with the code invalid_plan, invalid_scenario, limit_size, not_found.
   */
  walk(request: WalkRequest, options?: CallOptions): Call<Walks & Shown>;
  /**
   * Says at which points a sensitivity is to be measured next; none where all values are known.
   * Rejects with the code invalid_plan, invalid_scenario, invalid_data, limit_size, not_found.
   */
  prepareSensitivity(request: SensitivityRequest, options?: CallOptions): Call<SensitivityRound & Shown>;
  /**
   * Measures a metric at some points; needs no project.
   * Rejects with the code invalid_plan, invalid_scenario, invalid_number, limit_size, not_found.
   */
  measurePoints(request: MeasureRequest, options?: CallOptions): Call<PointValues & Shown>;
  /**
   * Compares the plan with variants of it, or with the changes that Aura suggests, and keeps the verdict.
   * Rejects with the code invalid_edit, ambiguous_edit, invalid_experiment, invalid_scenario, not_found, conflict.
   */
  evaluate(request: EvaluateRequest, options?: CallOptions): Call<Evaluated & Shown>;
  /**
   * Checks the statement of a test with real people before the data.
   * Rejects with the code invalid_experiment, invalid_number, limit_size.
   */
  checkExperiment(request: ExperimentRequest, options?: CallOptions): Call<CheckedExperiment & Shown>;
  /**
   * Says how many units a test with real people needs, and how long that takes.
   * Rejects with the code invalid_number.
   */
  power(request: PowerRequest, options?: CallOptions): Call<PowerPlan & Shown>;
  /**
   * Gives every unit of a test its arm, always the same one.
   * Rejects with the code invalid_experiment, invalid_number, limit_size.
   */
  assign(request: AssignRequest, options?: CallOptions): Call<Assigned & Shown>;
  /**
   * Judges the data of a test with real people by the rule that was stated.
   * Rejects with the code invalid_experiment, invalid_data, invalid_number, limit_size.
   */
  analyze(request: AnalyzeRequest, options?: CallOptions): Call<Analyzed & Shown>;
  /**
   * Makes the page and the picture of a verdict about real people; one that was changed since it was given is refused.
   * Rejects with the code invalid_document.
   */
  report(request: ReportRequest, options?: CallOptions): Call<ExperimentReport & Shown>;
  /**
   * Splits the data of a test at random again and again, and says how often the test would raise a false alarm.
   * Rejects with the code invalid_experiment, invalid_data, invalid_number, limit_size.
   */
  calibrate(request: CalibrateRequest, options?: CallOptions): Call<Calibration & Shown>;
  /**
   * Applies one procedure of statistics to plain numbers: tests, intervals, beliefs, bounds of looks, adjustments.
   * Rejects with the code invalid_data, invalid_number, limit_size.
   */
  infer(request: InferRequest, options?: CallOptions): Call<Inferred & Shown>;
  /**
   * Gives the next shares of a test whose arms follow what was seen, with ranges that hold at every look.
   * Rejects with the code invalid_experiment, invalid_data, invalid_number, limit_size.
   */
  allocate(request: AllocateRequest, options?: CallOptions): Call<Allocation & Shown>;
  /**
   * Tells the effect of a change although nobody was assigned at random, and labels it so.
   * Rejects with the code invalid_experiment, invalid_data, invalid_number, limit_size.
   */
  observe(request: ObserveRequest, options?: CallOptions): Call<ObservedEffect & Shown>;
  /**
   * Opens a service straight from its OpenAPI description, in this process and nowhere else.
   * Rejects with the code invalid_document, limit_size.
   */
  openMock(request: MockRequest, options?: CallOptions): Call<OpenMock & Shown>;
  /**
   * Answers a request as the description says, and remembers what was written.
   * Rejects with the code not_found.
   */
  respond(request: MockCall, options?: CallOptions): Call<MockAnswer & Shown>;
  /**
   * Closes a mock and forgets what was written to it.
   * Rejects with the code not_found.
   */
  closeMock(request: CloseMockRequest, options?: CallOptions): Call<Done & Shown>;
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
