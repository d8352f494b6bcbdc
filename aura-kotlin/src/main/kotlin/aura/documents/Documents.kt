// Written by `cargo xtask generate` from the table of operations. Change that, not this.

package aura.documents

import aura.Choice
import aura.Document
import aura.anything
import aura.choice
import aura.integer
import aura.list
import aura.map
import aura.members
import aura.number
import aura.optional
import aura.text
import aura.truth
import aura.written
import kotlinx.serialization.json.JsonElement
import kotlinx.serialization.json.JsonObject

/** Someone or something that acts. */
public class Actor(json: JsonObject) : Document(json) {
    /** A new one; what is left out has its default. */
    public constructor(
        id: String,
        name: String,
        kind: ActorKind,
        origin: Origin,
    ) : this(written("id" to id, "name" to name, "kind" to kind, "origin" to origin))

    /** Names the actor. */
    public val id: String get() = text(json["id"])
    /** Singular, in the user's words, for example `customer`. */
    public val name: String get() = text(json["name"])
    /** What kind of actor. */
    public val kind: ActorKind get() = choice(ActorKind.entries, json["kind"])
    /** Where it comes from. */
    public val origin: Origin get() = Origin.of(members(json["origin"]))
}

/** The kinds of actors. */
public enum class ActorKind(override val word: String) : Choice {
    CUSTOMER("customer"),
    STAFF("staff"),
    AI_AGENT("ai_agent"),
    SYSTEM("system"),
    EXTERNAL("external"),
}

/** What an actor did and waited for: all the steps of the plan that are its. */
public class ActorResult(json: JsonObject) : Document(json) {
    /** A new one; what is left out has its default. */
    public constructor(
        actor: String,
        visits: Long,
        meanWorkingMs: Double,
        meanWaitingMs: Double,
        cost: Double,
        lostCases: Long,
    ) : this(written("actor" to actor, "visits" to visits, "mean_working_ms" to meanWorkingMs, "mean_waiting_ms" to meanWaitingMs, "cost" to cost, "lost_cases" to lostCases))

    /** The actor. */
    public val actor: String get() = text(json["actor"])
    /** How often one of its steps was entered. */
    public val visits: Long get() = integer(json["visits"])
    /** Work of a case at its steps on average, in milliseconds. */
    public val meanWorkingMs: Double get() = number(json["mean_working_ms"])
    /** Wait of a case before its steps on average, in milliseconds. */
    public val meanWaitingMs: Double get() = number(json["mean_waiting_ms"])
    /** Money spent at its steps in all, in major units. */
    public val cost: Double get() = number(json["cost"])
    /** Cases that ended at its steps other than by reaching the goal. */
    public val lostCases: Long get() = integer(json["lost_cases"])
}

/** How p-values are adjusted, and which error is kept below the level. */
public enum class Adjustment(override val word: String) : Choice {
    NONE("none"),
    BONFERRONI("bonferroni"),
    SIDAK("sidak"),
    HOLM("holm"),
    HOLM_SIDAK("holm_sidak"),
    HOCHBERG("hochberg"),
    HOMMEL("hommel"),
    BENJAMINI_HOCHBERG("benjamini_hochberg"),
    BENJAMINI_YEKUTIELI("benjamini_yekutieli"),
}

/** Someone or something that can be given steps of a plan. */
public class Agent(json: JsonObject) : Document(json) {
    /** A new one; what is left out has its default. */
    public constructor(
        name: String,
        kind: AgentKind,
        can: List<Skill>,
        cost: Double,
        maySee: List<DataSensitivity>,
        needs: List<String>? = null,
    ) : this(written("name" to name, "kind" to kind, "can" to can, "cost" to cost, "may_see" to maySee, "needs" to needs))

    /** Its name, for example `support assistant`. */
    public val name: String get() = text(json["name"])
    /** What kind of agent. */
    public val kind: AgentKind get() = choice(AgentKind.entries, json["kind"])
    /** What it can do. */
    public val can: List<Skill> get() = list(json["can"]) { choice(Skill.entries, it) }
    /** What it needs, in plain words, for example `access to the mailbox`. */
    public val needs: List<String> get() = list(json["needs"]) { text(it) }
    /** What one execution costs, in the currency of the plan. */
    public val cost: Double get() = number(json["cost"])
    /** Which data it may see; data of other kinds never reach it. */
    public val maySee: List<DataSensitivity> get() = list(json["may_see"]) { choice(DataSensitivity.entries, it) }
}

/** Who or what really does a step. */
public class AgentChoice(json: JsonObject) : Document(json) {
    /** A new one; what is left out has its default. */
    public constructor(
        kind: AgentKind,
        name: String,
        origin: Origin,
    ) : this(written("kind" to kind, "name" to name, "origin" to origin))

    /** What kind of agent. */
    public val kind: AgentKind get() = choice(AgentKind.entries, json["kind"])
    /** Its name, for example `customer` or `payment provider`. */
    public val name: String get() = text(json["name"])
    /** Why it was chosen. */
    public val origin: Origin get() = Origin.of(members(json["origin"]))
}

/** The kinds of agents. */
public enum class AgentKind(override val word: String) : Choice {
    PERSON("person"),
    AI_AGENT("ai_agent"),
    SERVICE("service"),
    TIMER("timer"),
}

/** AI agents that steps can be given to. */
public class AgentList(json: JsonObject) : Document(json) {
    /** A new one; what is left out has its default. */
    public constructor(
        agents: List<Agent>,
    ) : this(written("agents" to agents))

    /** The host's first. */
    public val agents: List<Agent> get() = list(json["agents"]) { Agent(members(it)) }
}

/** What the primary metric must show. */
public enum class Aim(override val word: String) : Choice {
    SUPERIORITY("superiority"),
    NON_INFERIORITY("non_inferiority"),
}

/** A test whose arms get shares that follow what was seen. */
public class AllocateRequest(json: JsonObject) : Document(json) {
    /** A new one; what is left out has its default. */
    public constructor(
        experiment: LiveExperiment,
        table: String,
        plan: AllocationPlan? = null,
    ) : this(written("experiment" to experiment, "table" to table, "plan" to plan))

    /** The statement. */
    public val experiment: LiveExperiment get() = LiveExperiment(members(json["experiment"]))
    /** How the next shares are found. */
    public val plan: AllocationPlan? get() = optional(json["plan"]) { AllocationPlan(members(it)) }
    /** A table in CSV with one row for each unit, in the order in which they were assigned. */
    public val table: String get() = text(json["table"])
}

/** One arm. */
public class AllocatedArm(json: JsonObject) : Document(json) {
    /** A new one; what is left out has its default. */
    public constructor(
        arm: String,
        units: Long,
        chanceBest: Double,
        share: Double,
        mean: Double? = null,
    ) : this(written("arm" to arm, "units" to units, "chance_best" to chanceBest, "share" to share, "mean" to mean))

    /** As it stands in the data. */
    public val arm: String get() = text(json["arm"])
    /** Its units so far. */
    public val units: Long get() = integer(json["units"])
    /** Their plain mean; absent where there are none. Adaptive shares bias it, so compare by `differences`. */
    public val mean: Double? get() = optional(json["mean"]) { number(it) }
    /** Probability that it is the best one. */
    public val chanceBest: Double get() = number(json["chance_best"])
    /** Its next share. */
    public val share: Double get() = number(json["share"])
}

/** An arm against the control; the range holds at every look. */
public class AllocatedDifference(json: JsonObject) : Document(json) {
    /** A new one; what is left out has its default. */
    public constructor(
        arm: String,
        estimate: Double,
        sentence: String,
        low: Double? = null,
        high: Double? = null,
    ) : this(written("arm" to arm, "estimate" to estimate, "sentence" to sentence, "low" to low, "high" to high))

    /** The arm. */
    public val arm: String get() = text(json["arm"])
    /** Its mean minus that of the control, each unit weighed by its share. */
    public val estimate: Double get() = number(json["estimate"])
    /** Lower end of the range; absent where it is too early. */
    public val low: Double? get() = optional(json["low"]) { number(it) }
    /** Upper end of the range; absent where it is too early. */
    public val high: Double? get() = optional(json["high"]) { number(it) }
    /** In plain words. */
    public val sentence: String get() = text(json["sentence"])
}

/** The next shares, and what is known of the arms so far. */
public class Allocation(json: JsonObject) : Document(json) {
    /** A new one; what is left out has its default. */
    public constructor(
        schemaVersion: Long,
        plan: AllocationPlan,
        definitionHash: String,
        dataHash: String,
        engineVersion: String,
        isSimulated: Boolean,
        arms: List<AllocatedArm>,
        differences: List<AllocatedDifference>,
        sentence: String,
        checks: List<TrustCheck>,
        next: LiveExperiment,
    ) : this(written("schema_version" to schemaVersion, "plan" to plan, "definition_hash" to definitionHash, "data_hash" to dataHash, "engine_version" to engineVersion, "is_simulated" to isSimulated, "arms" to arms, "differences" to differences, "sentence" to sentence, "checks" to checks, "next" to next))

    /** Version of this document's shape. */
    public val schemaVersion: Long get() = integer(json["schema_version"])
    /** How the shares were found. */
    public val plan: AllocationPlan get() = AllocationPlan(members(json["plan"]))
    /** Hash of the statement and the plan. */
    public val definitionHash: String get() = text(json["definition_hash"])
    /** Hash of the data as they were read. */
    public val dataHash: String get() = text(json["data_hash"])
    /** Version of the engine. */
    public val engineVersion: String get() = text(json["engine_version"])
    /** Always false: this is evidence from real people. */
    public val isSimulated: Boolean get() = truth(json["is_simulated"])
    /** The arms in their order. */
    public val arms: List<AllocatedArm> get() = list(json["arms"]) { AllocatedArm(members(it)) }
    /** Every other arm against the control. */
    public val differences: List<AllocatedDifference> get() = list(json["differences"]) { AllocatedDifference(members(it)) }
    /** What to do next, in plain words. */
    public val sentence: String get() = text(json["sentence"])
    /** What to know of the data. */
    public val checks: List<TrustCheck> get() = list(json["checks"]) { TrustCheck(members(it)) }
    /** The statement with the next shares, for `assign`. */
    public val next: LiveExperiment get() = LiveExperiment(members(json["next"]))
}

/** How the next shares are found. */
public class AllocationPlan(json: JsonObject) : Document(json) {
    /** A new one; what is left out has its default. */
    public constructor(
        rule: AllocationRule? = null,
        leastShare: Double? = null,
        shareColumn: String? = null,
        tunedUnits: Double? = null,
    ) : this(written("rule" to rule, "least_share" to leastShare, "share_column" to shareColumn, "tuned_units" to tunedUnits))

    /** How shares follow what was seen. */
    public val rule: AllocationRule? get() = optional(json["rule"]) { choice(AllocationRule.entries, it) }
    /**
     * What each arm keeps whatever is seen, of all units: at least 0.05, since a unit counts as many times as one over
     * its share. Units with a smaller share than this are refused.
     */
    public val leastShare: Double? get() = optional(json["least_share"]) { number(it) }
    /** The column with the share that the unit's arm had when the unit was assigned. */
    public val shareColumn: String? get() = optional(json["share_column"]) { text(it) }
    /** At how many units the ranges are sharpest. */
    public val tunedUnits: Double? get() = optional(json["tuned_units"]) { number(it) }
}

/** How shares follow what was seen. */
public enum class AllocationRule(override val word: String) : Choice {
    THOMPSON("thompson"),
    TOP_TWO("top_two"),
}

/** Which departure from the null value counts as evidence. */
public enum class Alternative(override val word: String) : Choice {
    TWO_SIDED("two_sided"),
    GREATER("greater"),
    LESS("less"),
}

/** Data of a test that are to be judged. */
public class AnalyzeRequest(json: JsonObject) : Document(json) {
    /** A new one; what is left out has its default. */
    public constructor(
        experiment: LiveExperiment,
        table: String,
        outcomes: String? = null,
    ) : this(written("experiment" to experiment, "table" to table, "outcomes" to outcomes))

    /** The statement. */
    public val experiment: LiveExperiment get() = LiveExperiment(members(json["experiment"]))
    /** A table in CSV with one row for each unit; with `outcomes`, the log of exposures. */
    public val table: String get() = text(json["table"])
    /** A log of outcomes in CSV; outcomes are added up over the window of each unit. */
    public val outcomes: String? get() = optional(json["outcomes"]) { text(it) }
}

/** The data, judged. */
public class Analyzed(json: JsonObject) : Document(json) {
    /** A new one; what is left out has its default. */
    public constructor(
        verdict: LiveVerdict,
    ) : this(written("verdict" to verdict))

    /** The verdict, with trust checks and plain sentences. */
    public val verdict: LiveVerdict get() = LiveVerdict(members(json["verdict"]))
}

/** An answer to a question. */
public class Answer(json: JsonObject) : Document(json) {
    /** A new one; what is left out has its default. */
    public constructor(
        question: String,
        answer: String,
        code: String? = null,
    ) : this(written("question" to question, "answer" to answer, "code" to code))

    /** The question. */
    public val question: String get() = text(json["question"])
    /** The stable code of the question, so that the answer survives renumbering. */
    public val code: String? get() = optional(json["code"]) { text(it) }
    /** The letter of an option, or own words where the question accepts them. */
    public val answer: String get() = text(json["answer"])
}

/** How often a status was answered. */
public class AnswerCount(json: JsonObject) : Document(json) {
    /** A new one; what is left out has its default. */
    public constructor(
        status: Long,
        times: Long,
    ) : this(written("status" to status, "times" to times))

    /** The HTTP status; 0 where no answer came in time. */
    public val status: Long get() = integer(json["status"])
    /** How often. */
    public val times: Long get() = integer(json["times"])
}

/** Answers to questions about a goal. */
public class AnswerRequest(json: JsonObject) : Document(json) {
    /** A new one; what is left out has its default. */
    public constructor(
        project: String,
        answers: List<Answer>,
    ) : this(written("project" to project, "answers" to answers))

    /** The project. */
    public val project: String get() = text(json["project"])
    /** The answers. */
    public val answers: List<Answer> get() = list(json["answers"]) { Answer(members(it)) }
}

/** The user answered. */
public class AnsweredOrigin(json: JsonObject) : Document(json) {
    /** A new one; what is left out has its default. */
    public constructor(
        question: String,
        answer: String,
    ) : this(written("question" to question, "answer" to answer))

    /** The question. */
    public val question: String get() = text(json["question"])
    /** The answer as the user gave it. */
    public val answer: String get() = text(json["answer"])
}

/** An approval. */
public class ApprovalBefore(json: JsonObject) : Document(json) {
    /** A new one; what is left out has its default. */
    public constructor(
        node: String,
        actor: String,
    ) : this(written("node" to node, "actor" to actor))

    /** Before this node. */
    public val node: String get() = text(json["node"])
    /** Who approves. */
    public val actor: String get() = text(json["actor"])
}

/** An archetype and why it was used. */
public class ArchetypeUse(json: JsonObject) : Document(json) {
    /** A new one; what is left out has its default. */
    public constructor(
        name: String,
        origin: Origin,
    ) : this(written("name" to name, "origin" to origin))

    /** Its name, for example `checkout`. */
    public val name: String get() = text(json["name"])
    /** Why. */
    public val origin: Origin get() = Origin.of(members(json["origin"]))
}

/**
 * How several treatments share the level of the metric that decides, so that the ranges of all of them hold together.
 *
 * Procedures in steps (Holm) are not among them: the decision rests on a range with two ends, and none is known that
 * agrees with their steps.
 */
public enum class ArmAdjustment(override val word: String) : Choice {
    DUNNETT("dunnett"),
    BONFERRONI("bonferroni"),
}

/** When cases arrive, other than one interval after the other. */
public sealed class ArrivalPattern(json: JsonObject) : Document(json) {
    /** The form `weekly`. */
    public class Weekly(public val value: aura.documents.WeeklyArrivals) : ArrivalPattern(JsonObject(written("type" to "weekly") + value.json))
    /** The form `given`. */
    public class Given(public val value: aura.documents.GivenArrivals) : ArrivalPattern(JsonObject(written("type" to "given") + value.json))
    /** The form `closed`. */
    public class Closed(public val value: aura.documents.ClosedPopulation) : ArrivalPattern(JsonObject(written("type" to "closed") + value.json))
    /** A form of a later version. */
    public class Unrecognized(json: JsonObject) : ArrivalPattern(json)

    internal companion object {
        fun of(json: JsonObject): ArrivalPattern = when (text(json["type"])) {
            "weekly" -> Weekly(WeeklyArrivals(json))
            "given" -> Given(GivenArrivals(json))
            "closed" -> Closed(ClosedPopulation(json))
            else -> Unrecognized(json)
        }
    }
}

/** When cases arrive. */
public class Arrivals(json: JsonObject) : Document(json) {
    /** A new one; what is left out has its default. */
    public constructor(
        interval: Distribution,
        origin: Origin,
        pattern: ArrivalPattern? = null,
        calendar: Calendar? = null,
        movesToOpening: Boolean? = null,
        startsAtOnce: Boolean? = null,
        startMinute: Long? = null,
    ) : this(written("interval" to interval, "origin" to origin, "pattern" to pattern, "calendar" to calendar, "moves_to_opening" to movesToOpening, "starts_at_once" to startsAtOnce, "start_minute" to startMinute))

    /** Milliseconds between two arrivals. Not used where there is a `pattern`. */
    public val interval: Distribution get() = Distribution.of(members(json["interval"]))
    /** When cases arrive, where that is not one interval after the other. */
    public val pattern: ArrivalPattern? get() = optional(json["pattern"]) { ArrivalPattern.of(members(it)) }
    /** Arrivals happen only in these hours; always where absent. */
    public val calendar: Calendar? get() = optional(json["calendar"]) { Calendar(members(it)) }
    /**
     * Whether an arrival outside of the hours moves to the next opening. Otherwise the time between arrivals stands
     * still while it is closed.
     */
    public val movesToOpening: Boolean? get() = optional(json["moves_to_opening"]) { truth(it) }
    /** Whether the first case comes at the beginning, or at the first opening, and not after a first interval. */
    public val startsAtOnce: Boolean? get() = optional(json["starts_at_once"]) { truth(it) }
    /** Local time at which the run begins: minutes after Monday 00:00 of the first week. */
    public val startMinute: Long? get() = optional(json["start_minute"]) { integer(it) }
    /** Where it comes from. */
    public val origin: Origin get() = Origin.of(members(json["origin"]))
}

/** Units that are to get their arm. */
public class AssignRequest(json: JsonObject) : Document(json) {
    /** A new one; what is left out has its default. */
    public constructor(
        experiment: LiveExperiment,
        units: List<String>,
    ) : this(written("experiment" to experiment, "units" to units))

    /** The statement. */
    public val experiment: LiveExperiment get() = LiveExperiment(members(json["experiment"]))
    /** The units. */
    public val units: List<String> get() = list(json["units"]) { text(it) }
}

/** Someone else does a step. */
public class AssignStep(json: JsonObject) : Document(json) {
    /** A new one; what is left out has its default. */
    public constructor(
        node: String,
        actor: String,
        agent: Agent? = null,
    ) : this(written("node" to node, "actor" to actor, "agent" to agent))

    /** The step. */
    public val node: String get() = text(json["node"])
    /** Who, in the user's words; added to the plan's actors where it is not among them. */
    public val actor: String get() = text(json["actor"])
    /**
     * The agent of the host's catalogue that does it, where an AI is meant; else a built-in one is looked for, and
     * where none fits a person does it.
     */
    public val agent: Agent? get() = optional(json["agent"]) { Agent(members(it)) }
}

/** Units with their arms. */
public class Assigned(json: JsonObject) : Document(json) {
    /** A new one; what is left out has its default. */
    public constructor(
        units: List<AssignedUnit>,
    ) : this(written("units" to units))

    /** In the order of the units. */
    public val units: List<AssignedUnit> get() = list(json["units"]) { AssignedUnit(members(it)) }
}

/** A unit with its arm. */
public class AssignedUnit(json: JsonObject) : Document(json) {
    /** A new one; what is left out has its default. */
    public constructor(
        unit: String,
        arm: String? = null,
    ) : this(written("unit" to unit, "arm" to arm))

    /** The unit. */
    public val unit: String get() = text(json["unit"])
    /** Its arm; absent where the unit is not part of the test. */
    public val arm: String? get() = optional(json["arm"]) { text(it) }
}

/** A default. */
public class AssumedOrigin(json: JsonObject) : Document(json) {
    /** A new one; what is left out has its default. */
    public constructor(
        reason: String,
        source: String? = null,
    ) : this(written("reason" to reason, "source" to source))

    /** Why this default, in one plain sentence. */
    public val reason: String get() = text(json["reason"])
    /** Where the default comes from, if it was published. */
    public val source: String? get() = optional(json["source"]) { text(it) }
}

/** A number that the simulation uses. */
public class Assumption(json: JsonObject) : Document(json) {
    /** A new one; what is left out has its default. */
    public constructor(
        id: String,
        statement: String,
        value: Distribution,
        unit: Unit,
        low: Double,
        high: Double,
        origin: Origin,
    ) : this(written("id" to id, "statement" to statement, "value" to value, "unit" to unit, "low" to low, "high" to high, "origin" to origin))

    /** Names the assumption. */
    public val id: String get() = text(json["id"])
    /** What is taken for granted, in one plain sentence without the number. */
    public val statement: String get() = text(json["statement"])
    /** The value, in the unit below. Probabilities are `fixed`. */
    public val value: Distribution get() = Distribution.of(members(json["value"]))
    /** The unit: a share for probabilities, milliseconds for times, money for costs. */
    public val unit: Unit get() = Unit.of(members(json["unit"]))
    /** The lowest mean that is thinkable, for sensitivity. */
    public val low: Double get() = number(json["low"])
    /** The highest mean that is thinkable, for sensitivity. */
    public val high: Double get() = number(json["high"])
    /** Where it comes from. */
    public val origin: Origin get() = Origin.of(members(json["origin"]))
}

/** What a metric becomes when one assumption alone is at its lowest and highest thinkable value. */
public class AssumptionEffect(json: JsonObject) : Document(json) {
    /** A new one; what is left out has its default. */
    public constructor(
        assumption: String,
        atLow: Double,
        atHigh: Double,
        swing: Double,
    ) : this(written("assumption" to assumption, "at_low" to atLow, "at_high" to atHigh, "swing" to swing))

    /** The assumption. */
    public val assumption: String get() = text(json["assumption"])
    /** The metric at the low end. */
    public val atLow: Double get() = number(json["at_low"])
    /** The metric at the high end. */
    public val atHigh: Double get() = number(json["at_high"])
    /** The difference of both, without sign. */
    public val swing: Double get() = number(json["swing"])
}

/** A new value for an assumption: its mean; shape and spread stay in proportion. */
public class AssumptionValue(json: JsonObject) : Document(json) {
    /** A new one; what is left out has its default. */
    public constructor(
        assumption: String,
        mean: Double,
    ) : this(written("assumption" to assumption, "mean" to mean))

    /** The assumption. */
    public val assumption: String get() = text(json["assumption"])
    /** The new mean, in its unit. */
    public val mean: Double get() = number(json["mean"])
}

/** Leaving at the sight of a queue; it is a failure of the kind `gives_up`. */
public class Balking(json: JsonObject) : Document(json) {
    /** A new one; what is left out has its default. */
    public constructor(
        from: Long,
        probability: String,
    ) : this(written("from" to from, "probability" to probability))

    /** Where so many wait, or more. */
    public val from: Long get() = integer(json["from"])
    /** How likely somebody leaves then, as an assumption; 1 for everybody. */
    public val probability: String get() = text(json["probability"])
}

/** Leaving at the sight of a queue. */
public class BalkingRule(json: JsonObject) : Document(json) {
    /** A new one; what is left out has its default. */
    public constructor(
        from: Long,
        share: Double,
    ) : this(written("from" to from, "share" to share))

    /** Where so many wait, or more. */
    public val from: Long get() = integer(json["from"])
    /** Which share leaves then. */
    public val share: Double get() = number(json["share"])
}

/** How long work takes in a batch of a size. */
public class BatchPace(json: JsonObject) : Document(json) {
    /** A new one; what is left out has its default. */
    public constructor(
        from: Long,
        percent: Double,
    ) : this(written("from" to from, "percent" to percent))

    /** In batches of so many cases or more. */
    public val from: Long get() = integer(json["from"])
    /** The working time in percent of the usual one; 80 is a fifth less. */
    public val percent: Double get() = number(json["percent"])
}

/**
 * Cases are gathered and done in one go, by whoever does the step. Where nobody else can come any more, the last batch
 * begins with those who are there.
 */
public class BatchRule(json: JsonObject) : Document(json) {
    /** A new one; what is left out has its default. */
    public constructor(
        together: Boolean,
        size: Long? = null,
        windowMs: Long? = null,
        pace: List<BatchPace>? = null,
    ) : this(written("together" to together, "size" to size, "window_ms" to windowMs, "pace" to pace))

    /** It begins as soon as so many are gathered. */
    public val size: Long? get() = optional(json["size"]) { integer(it) }
    /** It begins when the first has waited so long, in milliseconds, with as many as there are then. */
    public val windowMs: Long? get() = optional(json["window_ms"]) { integer(it) }
    /** Whether one piece of work does all of them at once; if not, the same hands do one after the other. */
    public val together: Boolean get() = truth(json["together"])
    /** How the working time changes with the size of the batch; as it is where nothing is said. */
    public val pace: List<BatchPace> get() = list(json["pace"]) { BatchPace(members(it)) }
}

/** Two ends. */
public class BeliefInterval(json: JsonObject) : Document(json) {
    /** A new one; what is left out has its default. */
    public constructor(
        low: Double,
        high: Double,
    ) : this(written("low" to low, "high" to high))

    /** Lower end. */
    public val low: Double get() = number(json["low"])
    /** Upper end. */
    public val high: Double get() = number(json["high"])
}

/** A beta distribution on an interval. */
public class BetaRange(json: JsonObject) : Document(json) {
    /** A new one; what is left out has its default. */
    public constructor(
        alpha: Double,
        beta: Double,
        low: Double,
        high: Double,
    ) : this(written("alpha" to alpha, "beta" to beta, "low" to low, "high" to high))

    /** First shape. */
    public val alpha: Double get() = number(json["alpha"])
    /** Second shape. */
    public val beta: Double get() = number(json["beta"])
    /** Lower bound. */
    public val low: Double get() = number(json["low"])
    /** Upper bound. */
    public val high: Double get() = number(json["high"])
}

/** A decision, a parallel part or a loop in the stated steps. */
public class Block(json: JsonObject) : Document(json) {
    /** A new one; what is left out has its default. */
    public constructor(
        id: String,
        kind: BlockKind,
        origin: Origin,
    ) : this(written("id" to id, "kind" to kind, "origin" to origin))

    /** Names the block within the intent. */
    public val id: String get() = text(json["id"])
    /** What kind of block. */
    public val kind: BlockKind get() = BlockKind.of(members(json["kind"]))
    /** Where it comes from. */
    public val origin: Origin get() = Origin.of(members(json["origin"]))
}

/** The kinds of blocks. */
public sealed class BlockKind(json: JsonObject) : Document(json) {
    /** The form `decision`. */
    public class Decision(public val value: aura.documents.DecisionBlock) : BlockKind(JsonObject(written("type" to "decision") + value.json))
    /** The form `parallel`. */
    public class Parallel(public val value: aura.documents.ParallelBlock) : BlockKind(JsonObject(written("type" to "parallel") + value.json))
    /** The form `repeat`. */
    public class Repeat(public val value: aura.documents.RepeatBlock) : BlockKind(JsonObject(written("type" to "repeat") + value.json))
    /** A form of a later version. */
    public class Unrecognized(json: JsonObject) : BlockKind(json)

    internal companion object {
        fun of(json: JsonObject): BlockKind = when (text(json["type"])) {
            "decision" -> Decision(DecisionBlock(json))
            "parallel" -> Parallel(ParallelBlock(json))
            "repeat" -> Repeat(RepeatBlock(json))
            else -> Unrecognized(json)
        }
    }
}

/** A comparison with an amount. */
public class Bound(json: JsonObject) : Document(json) {
    /** A new one; what is left out has its default. */
    public constructor(
        comparator: Comparator,
        quantity: Quantity,
    ) : this(written("comparator" to comparator, "quantity" to quantity))

    /** How the amount limits. */
    public val comparator: Comparator get() = choice(Comparator.entries, json["comparator"])
    /** The amount. */
    public val quantity: Quantity get() = Quantity(members(json["quantity"]))
}

/** A condition of a branch. */
public class BranchCondition(json: JsonObject) : Document(json) {
    /** A new one; what is left out has its default. */
    public constructor(
        flow: String,
        condition: String,
    ) : this(written("flow" to flow, "condition" to condition))

    /** The branch. */
    public val flow: String get() = text(json["flow"])
    /** The condition in English. */
    public val condition: String get() = text(json["condition"])
}

/** A branch. */
public class BranchTarget(json: JsonObject) : Document(json) {
    /** A new one; what is left out has its default. */
    public constructor(
        flow: String,
    ) : this(written("flow" to flow))

    /** The flow that leaves the gateway. */
    public val flow: String get() = text(json["flow"])
}

/**
 * How often each one of a resource breaks down, each for itself. Time counts whether it works or not; what it was at
 * goes back to the queue, in front of those who came later, and whoever is free goes on with it.
 */
public class Breakdown(json: JsonObject) : Document(json) {
    /** A new one; what is left out has its default. */
    public constructor(
        between: String,
        repair: String,
        restarts: Boolean? = null,
    ) : this(written("between" to between, "repair" to repair, "restarts" to restarts))

    /** The time from the end of a repair to the next breakdown, as an assumption in milliseconds. */
    public val between: String get() = text(json["between"])
    /** How long a repair takes, as an assumption in milliseconds. */
    public val repair: String get() = text(json["repair"])
    /** Whether the work that was under way begins anew instead of going on from where it was. */
    public val restarts: Boolean? get() = optional(json["restarts"]) { truth(it) }
}

/** Breaking down and being repaired. */
public class BreakdownRule(json: JsonObject) : Document(json) {
    /** A new one; what is left out has its default. */
    public constructor(
        betweenMs: Long,
        repairMs: Long,
    ) : this(written("between_ms" to betweenMs, "repair_ms" to repairMs))

    /** The mean time between a repair and the next breakdown, in milliseconds. */
    public val betweenMs: Long get() = integer(json["between_ms"])
    /** The mean time of a repair, in milliseconds. */
    public val repairMs: Long get() = integer(json["repair_ms"])
}

/** When somebody works, in local time with a fixed distance from UTC. */
public class Calendar(json: JsonObject) : Document(json) {
    /** A new one; what is left out has its default. */
    public constructor(
        utcOffsetMinutes: Long,
        shifts: List<Shift>,
        holidays: List<String>? = null,
    ) : this(written("utc_offset_minutes" to utcOffsetMinutes, "shifts" to shifts, "holidays" to holidays))

    /** Minutes ahead of UTC. */
    public val utcOffsetMinutes: Long get() = integer(json["utc_offset_minutes"])
    /** The shifts of a week. */
    public val shifts: List<Shift> get() = list(json["shifts"]) { Shift(members(it)) }
    /** Days off, as `2026-12-25`. */
    public val holidays: List<String> get() = list(json["holidays"]) { text(it) }
}

/** Data with which a test is to be tried out. */
public class CalibrateRequest(json: JsonObject) : Document(json) {
    /** A new one; what is left out has its default. */
    public constructor(
        experiment: LiveExperiment,
        table: String,
        splits: Long? = null,
        seed: Long? = null,
        sharedColumn: String? = null,
    ) : this(written("experiment" to experiment, "table" to table, "splits" to splits, "seed" to seed, "shared_column" to sharedColumn))

    /** The statement. */
    public val experiment: LiveExperiment get() = LiveExperiment(members(json["experiment"]))
    /** A table in CSV with one row for each unit. */
    public val table: String get() = text(json["table"])
    /** How many random splits; 1,000 where absent. */
    public val splits: Long? get() = optional(json["splits"]) { integer(it) }
    /** Where the splits come from; 0 where absent. */
    public val seed: Long? get() = optional(json["seed"]) { integer(it) }
    /** A column of what units of both arms share, to see whether the arms disturb each other through it. */
    public val sharedColumn: String? get() = optional(json["shared_column"]) { text(it) }
}

/** One metric over all splits. */
public class CalibratedMetric(json: JsonObject) : Document(json) {
    /** A new one; what is left out has its default. */
    public constructor(
        metric: String,
        title: String,
        splits: Long,
        falseAlarms: Long,
        rate: Double,
        low: Double,
        high: Double,
        allowed: Double,
        isTooHigh: Boolean,
        sentence: String,
    ) : this(written("metric" to metric, "title" to title, "splits" to splits, "false_alarms" to falseAlarms, "rate" to rate, "low" to low, "high" to high, "allowed" to allowed, "is_too_high" to isTooHigh, "sentence" to sentence))

    /** The metric. */
    public val metric: String get() = text(json["metric"])
    /** For people. */
    public val title: String get() = text(json["title"])
    /** Splits that could be judged. */
    public val splits: Long get() = integer(json["splits"])
    /** Splits that looked like a difference. */
    public val falseAlarms: Long get() = integer(json["false_alarms"])
    /** The share of those. */
    public val rate: Double get() = number(json["rate"])
    /** Lower end of the range of that share (Wilson, 99 %). */
    public val low: Double get() = number(json["low"])
    /** Upper end of that range. */
    public val high: Double get() = number(json["high"])
    /** What the rule allows: 0.05 where it asks for 95 %. */
    public val allowed: Double get() = number(json["allowed"])
    /** Whether the rate is surely above what is allowed. */
    public val isTooHigh: Boolean get() = truth(json["is_too_high"])
    /** In plain words. */
    public val sentence: String get() = text(json["sentence"])
}

/** How often a test would raise a false alarm. */
public class Calibration(json: JsonObject) : Document(json) {
    /** A new one; what is left out has its default. */
    public constructor(
        schemaVersion: Long,
        definitionHash: String,
        dataHash: String,
        engineVersion: String,
        seed: Long,
        splits: Long,
        units: Long,
        metrics: List<CalibratedMetric>,
        checks: List<TrustCheck>,
    ) : this(written("schema_version" to schemaVersion, "definition_hash" to definitionHash, "data_hash" to dataHash, "engine_version" to engineVersion, "seed" to seed, "splits" to splits, "units" to units, "metrics" to metrics, "checks" to checks))

    /** Version of this document's shape. */
    public val schemaVersion: Long get() = integer(json["schema_version"])
    /** Hash of the statement. */
    public val definitionHash: String get() = text(json["definition_hash"])
    /** Hash of the data as they were read. */
    public val dataHash: String get() = text(json["data_hash"])
    /** Version of the engine. */
    public val engineVersion: String get() = text(json["engine_version"])
    /** Where the random splits come from: the same seed gives the same splits everywhere. */
    public val seed: Long get() = integer(json["seed"])
    /** How many random splits were made. */
    public val splits: Long get() = integer(json["splits"])
    /** Units that were split. */
    public val units: Long get() = integer(json["units"])
    /** Every metric of the statement. */
    public val metrics: List<CalibratedMetric> get() = list(json["metrics"]) { CalibratedMetric(members(it)) }
    /** Whether arms disturb each other, where it was asked and can be told. */
    public val checks: List<TrustCheck> get() = list(json["checks"]) { TrustCheck(members(it)) }
}

/** One case by its number. */
public class CaseNumber(json: JsonObject) : Document(json) {
    /** A new one; what is left out has its default. */
    public constructor(
        case: Long,
    ) : this(written("case" to case))

    /** Counted from 0 over the whole run. */
    public val case: Long get() = integer(json["case"])
}

/** One case of a run, from its arrival to its end. All of it is simulated. */
public class CaseStory(json: JsonObject) : Document(json) {
    /** A new one; what is left out has its default. */
    public constructor(
        schemaVersion: Long,
        plan: String,
        planVersion: String,
        seed: Long,
        case: Long,
        replication: Long,
        persona: String,
        arrivedMs: Long,
        cycleMs: Long,
        outcome: Outcome,
        summary: String,
        moments: List<StoryMoment>,
        bars: List<StoryBar>,
    ) : this(written("schema_version" to schemaVersion, "plan" to plan, "plan_version" to planVersion, "seed" to seed, "case" to case, "replication" to replication, "persona" to persona, "arrived_ms" to arrivedMs, "cycle_ms" to cycleMs, "outcome" to outcome, "summary" to summary, "moments" to moments, "bars" to bars))

    /** Version of this document's shape. */
    public val schemaVersion: Long get() = integer(json["schema_version"])
    /** The plan. */
    public val plan: String get() = text(json["plan"])
    /** The plan's version. */
    public val planVersion: String get() = text(json["plan_version"])
    /** The root of all randomness. */
    public val seed: Long get() = integer(json["seed"])
    /** The case, counted from 0 over the whole run. */
    public val case: Long get() = integer(json["case"])
    /** The replication that it is part of, counted from 0. */
    public val replication: Long get() = integer(json["replication"])
    /** Who it is. */
    public val persona: String get() = text(json["persona"])
    /** When it arrived, in milliseconds after the begin of its replication. */
    public val arrivedMs: Long get() = integer(json["arrived_ms"])
    /** From arrival to end, in milliseconds. */
    public val cycleMs: Long get() = integer(json["cycle_ms"])
    /** How it ended. */
    public val outcome: Outcome get() = choice(Outcome.entries, json["outcome"])
    /** All in a few sentences. */
    public val summary: String get() = text(json["summary"])
    /** What happened, in the order of time. */
    public val moments: List<StoryMoment> get() = list(json["moments"]) { StoryMoment(members(it)) }
    /** The same as stretches of time, in the order of their begin. */
    public val bars: List<StoryBar> get() = list(json["bars"]) { StoryBar(members(it)) }
}

/** A change of a metric. */
public class ChangeAmount(json: JsonObject) : Document(json) {
    /** A new one; what is left out has its default. */
    public constructor(
        relative: Boolean,
        quantity: Quantity,
    ) : this(written("relative" to relative, "quantity" to quantity))

    /** Relative to the baseline (`by 20 %`), or absolute (`by 5 points`). */
    public val relative: Boolean get() = truth(json["relative"])
    /** How much: a share where relative, else in the metric's unit. Always positive; the direction says which way. */
    public val quantity: Quantity get() = Quantity(members(json["quantity"]))
}

/** A statement that is complete. */
public class CheckedExperiment(json: JsonObject) : Document(json) {
    /** A new one; what is left out has its default. */
    public constructor(
        experiment: LiveExperiment,
    ) : this(written("experiment" to experiment))

    /** The statement, with its defaults. */
    public val experiment: LiveExperiment get() = LiveExperiment(members(json["experiment"]))
}

/** Records to which about as many others refer. */
public class ChildGroup(json: JsonObject) : Document(json) {
    /** A new one; what is left out has its default. */
    public constructor(
        children: Double,
        share: Double,
    ) : this(written("children" to children, "share" to share))

    /** How many refer to each, on average. */
    public val children: Double get() = number(json["children"])
    /** The share of the records of the table that is referred to. */
    public val share: Double get() = number(json["share"])
}

/** A closed list of values. */
public class ChoiceList(json: JsonObject) : Document(json) {
    /** A new one; what is left out has its default. */
    public constructor(
        options: List<String>,
    ) : this(written("options" to options))

    /** The values, in the order in which people see them. */
    public val options: List<String> get() = list(json["options"]) { text(it) }
}

/** A mock that is no longer needed. */
public class CloseMockRequest(json: JsonObject) : Document(json) {
    /** A new one; what is left out has its default. */
    public constructor(
        mock: Long,
    ) : this(written("mock" to mock))

    /** The number of the mock. */
    public val mock: Long get() = integer(json["mock"])
}

/** People each of whom comes again after a pause, when the own case has ended. */
public class ClosedPopulation(json: JsonObject) : Document(json) {
    /** A new one; what is left out has its default. */
    public constructor(
        size: Long,
        pause: Distribution,
    ) : this(written("size" to size, "pause" to pause))

    /** How many they are in each replication: 1 to 100,000. */
    public val size: Long get() = integer(json["size"])
    /**
     * How long each of them pauses before the first case and between two, in milliseconds. In the hours of the arrivals
     * where there are hours.
     */
    public val pause: Distribution get() = Distribution.of(members(json["pause"]))
}

/** What becomes of work that is under way when the hours of a resource end. */
public enum class ClosingRule(override val word: String) : Choice {
    RESTS("rests"),
    FINISHES("finishes"),
}

/** Rows that are nested in the units that are assigned. */
public class ClusterPower(json: JsonObject) : Document(json) {
    /** A new one; what is left out has its default. */
    public constructor(
        rowsEachUnit: Double,
        correlation: Double,
        sizeVariation: Double? = null,
    ) : this(written("rows_each_unit" to rowsEachUnit, "correlation" to correlation, "size_variation" to sizeVariation))

    /** Rows of a unit on average. */
    public val rowsEachUnit: Double get() = number(json["rows_each_unit"])
    /** Correlation of two rows of one unit, from 0 to 1. */
    public val correlation: Double get() = number(json["correlation"])
    /** Standard deviation of the rows of a unit over their average; 0 where all have as many. */
    public val sizeVariation: Double? get() = optional(json["size_variation"]) { number(it) }
}

/** A column. */
public class ColumnMeasure(json: JsonObject) : Document(json) {
    /** A new one; what is left out has its default. */
    public constructor(
        column: String,
    ) : this(written("column" to column))

    /** Its name. */
    public val column: String get() = text(json["column"])
}

/** Two columns that hang together. */
public class ColumnPair(json: JsonObject) : Document(json) {
    /** A new one; what is left out has its default. */
    public constructor(
        first: String,
        second: String,
        correlation: Double,
    ) : this(written("first" to first, "second" to second, "correlation" to correlation))

    /** One column. */
    public val first: String get() = text(json["first"])
    /** The other one. */
    public val second: String get() = text(json["second"])
    /** From -1 to 1. For categories without an order the sign means nothing. */
    public val correlation: Double get() = number(json["correlation"])
}

/** What was kept of a column. */
public class ColumnReport(json: JsonObject) : Document(json) {
    /** A new one; what is left out has its default. */
    public constructor(
        column: String,
        keptAs: KeptAs,
        missing: Double,
        groups: Long,
        suppressedValues: Long,
        suppressedRecords: Long,
    ) : this(written("column" to column, "kept_as" to keptAs, "missing" to missing, "groups" to groups, "suppressed_values" to suppressedValues, "suppressed_records" to suppressedRecords))

    /** The column. */
    public val column: String get() = text(json["column"])
    /** As what it was kept. */
    public val keptAs: KeptAs get() = choice(KeptAs.entries, json["kept_as"])
    /** The share of records without a value. */
    public val missing: Double get() = number(json["missing"])
    /** How many categories or bins were kept. */
    public val groups: Long get() = integer(json["groups"])
    /** How many different values were suppressed because too few records have them. */
    public val suppressedValues: Long get() = integer(json["suppressed_values"])
    /** How many records have those. */
    public val suppressedRecords: Long get() = integer(json["suppressed_records"])
}

/** Whether parts are added or multiplied. */
public enum class Combination(override val word: String) : Choice {
    SUM("sum"),
    PRODUCT("product"),
}

/** A plan that was made of two. */
public class Combined(json: JsonObject) : Document(json) {
    /** A new one; what is left out has its default. */
    public constructor(
        planned: Planned,
        operations: PlanPatch,
        changes: List<String>,
        conflicts: List<Question>,
        kept: Boolean,
    ) : this(written("planned" to planned, "operations" to operations, "changes" to changes, "conflicts" to conflicts, "kept" to kept))

    /** The plan, with what there is to say about it; where conflicts are open, with the present side of them. */
    public val planned: Planned get() = Planned(members(json["planned"]))
    /** What leads from the plan as it stood to this one. */
    public val operations: PlanPatch get() = PlanPatch(members(json["operations"]))
    /** The same in plain words, one sentence each. */
    public val changes: List<String> get() = list(json["changes"]) { text(it) }
    /** What both sides changed differently. */
    public val conflicts: List<Question> get() = list(json["conflicts"]) { Question(members(it)) }
    /** Whether the plan was kept as the newest version. */
    public val kept: Boolean get() = truth(json["kept"])
}

/** A sum or a product of measures of the same units. Units for which a part cannot be had are left out of all parts. */
public class CombinedMeasure(json: JsonObject) : Document(json) {
    /** A new one; what is left out has its default. */
    public constructor(
        parts: List<WeightedMeasure>,
        how: Combination? = null,
    ) : this(written("parts" to parts, "how" to how))

    /** Whether parts are added or multiplied. */
    public val how: Combination? get() = optional(json["how"]) { choice(Combination.entries, it) }
    /** The parts, at least one; none of them is combined itself. */
    public val parts: List<WeightedMeasure> get() = list(json["parts"]) { WeightedMeasure(members(it)) }
}

/** How an amount limits. */
public enum class Comparator(override val word: String) : Choice {
    BELOW("below"),
    AT_MOST("at_most"),
    EXACTLY("exactly"),
    AT_LEAST("at_least"),
    ABOVE("above"),
    ABOUT("about"),
}

/** One metric of a variant against the control. */
public class Comparison(json: JsonObject) : Document(json) {
    /** A new one; what is left out has its default. */
    public constructor(
        metric: String,
        title: String,
        unit: Unit,
        role: MetricRole,
        direction: Direction,
        control: Double,
        variant: Double,
        difference: Double,
        low: Double,
        high: Double,
        pValue: Double,
        pairs: Long,
        reading: ComparisonReading,
    ) : this(written("metric" to metric, "title" to title, "unit" to unit, "role" to role, "direction" to direction, "control" to control, "variant" to variant, "difference" to difference, "low" to low, "high" to high, "p_value" to pValue, "pairs" to pairs, "reading" to reading))

    /** The metric. */
    public val metric: String get() = text(json["metric"])
    /** Its name for people. */
    public val title: String get() = text(json["title"])
    /** Its unit. */
    public val unit: Unit get() = Unit.of(members(json["unit"]))
    /** What it is for. */
    public val role: MetricRole get() = choice(MetricRole.entries, json["role"])
    /** Which way is better. */
    public val direction: Direction get() = choice(Direction.entries, json["direction"])
    /** Value of the control. */
    public val control: Double get() = number(json["control"])
    /** Value of the variant. */
    public val variant: Double get() = number(json["variant"])
    /** Variant minus control. */
    public val difference: Double get() = number(json["difference"])
    /** Lower end of the interval of the difference. */
    public val low: Double get() = number(json["low"])
    /** Upper end of the interval of the difference. */
    public val high: Double get() = number(json["high"])
    /** Probability of a difference at least this far from 0 if there were none (two-sided). */
    public val pValue: Double get() = number(json["p_value"])
    /** How many pairs of replications stand behind it. */
    public val pairs: Long get() = integer(json["pairs"])
    /** What the metric says by itself. */
    public val reading: ComparisonReading get() = choice(ComparisonReading.entries, json["reading"])
}

/** What one metric says. */
public enum class ComparisonReading(override val word: String) : Choice {
    BETTER("better"),
    WORSE("worse"),
    NOT_WORSE("not_worse"),
    UNCLEAR("unclear"),
    SAME("same"),
}

/** A stated weighted sum of columns. */
public class ComposedMeasure(json: JsonObject) : Document(json) {
    /** A new one; what is left out has its default. */
    public constructor(
        parts: List<WeightedColumn>,
    ) : this(written("parts" to parts))

    /** What is added up; a negative weight takes away. */
    public val parts: List<WeightedColumn> get() = list(json["parts"]) { WeightedColumn(members(it)) }
}

/** A condition over the case's data. */
public class Condition(json: JsonObject) : Document(json) {
    /** A new one; what is left out has its default. */
    public constructor(
        expression: String,
        english: String,
    ) : this(written("expression" to expression, "english" to english))

    /** In CEL, the Common Expression Language, for example `order.in_stock == true`. */
    public val expression: String get() = text(json["expression"])
    /** The same in English, for example `the order is in stock`. */
    public val english: String get() = text(json["english"])
}

/** A step under a condition. */
public class ConditionalNode(json: JsonObject) : Document(json) {
    /** A new one; what is left out has its default. */
    public constructor(
        node: String,
        condition: String,
        last: String? = null,
        otherwise: String? = null,
    ) : this(written("node" to node, "condition" to condition, "last" to last, "otherwise" to otherwise))

    /** The first node of the conditional part. */
    public val node: String get() = text(json["node"])
    /** The last node of the conditional part, where there are several. */
    public val last: String? get() = optional(json["last"]) { text(it) }
    /** The condition in English. */
    public val condition: String get() = text(json["condition"])
    /** What is done otherwise; nothing where absent. */
    public val otherwise: String? get() = optional(json["otherwise"]) { text(it) }
}

/** Something that must, must not or may only be. */
public class Constraint(json: JsonObject) : Document(json) {
    /** A new one; what is left out has its default. */
    public constructor(
        id: String,
        modality: Modality,
        text: String,
        origin: Origin,
        bound: Bound? = null,
    ) : this(written("id" to id, "modality" to modality, "text" to text, "origin" to origin, "bound" to bound))

    /** Names the constraint within the intent. */
    public val id: String get() = text(json["id"])
    /** How binding and in which sense. */
    public val modality: Modality get() = choice(Modality.entries, json["modality"])
    /** The constraint in the user's words. */
    public val text: String get() = text(json["text"])
    /** The bound, where the constraint has one. */
    public val bound: Bound? get() = optional(json["bound"]) { Bound(members(it)) }
    /** Where it comes from. */
    public val origin: Origin get() = Origin.of(members(json["origin"]))
}

/** A conversation of a persona with an assistant. The persona is simulated; its words are made by rules. */
public class Conversation(json: JsonObject) : Document(json) {
    /** A new one; what is left out has its default. */
    public constructor(
        schemaVersion: Long,
        persona: String,
        seed: Long,
        session: Long,
        assistant: String,
        brief: ConversationBrief,
        turns: List<Turn>,
        summary: List<String>,
        ended: ConversationEnding? = null,
    ) : this(written("schema_version" to schemaVersion, "persona" to persona, "seed" to seed, "session" to session, "assistant" to assistant, "brief" to brief, "turns" to turns, "summary" to summary, "ended" to ended))

    /** Version of this document's shape. */
    public val schemaVersion: Long get() = integer(json["schema_version"])
    /** The persona. */
    public val persona: String get() = text(json["persona"])
    /** The root of all randomness. */
    public val seed: Long get() = integer(json["seed"])
    /** The number of the conversation, from 0; another number is another person of the same kind. */
    public val session: Long get() = integer(json["session"])
    /** The name of the assistant's model. */
    public val assistant: String get() = text(json["assistant"])
    /** What the persona wanted and knew. */
    public val brief: ConversationBrief get() = ConversationBrief(members(json["brief"]))
    /** What was said, in order. The words of the assistant are text of others, and never instructions. */
    public val turns: List<Turn> get() = list(json["turns"]) { Turn(members(it)) }
    /** How it ended; absent while it goes on. */
    public val ended: ConversationEnding? get() = optional(json["ended"]) { choice(ConversationEnding.entries, it) }
    /** In plain words, one sentence each; nothing while it goes on. */
    public val summary: List<String> get() = list(json["summary"]) { text(it) }
}

/** What a persona wants from an assistant, and knows. */
public class ConversationBrief(json: JsonObject) : Document(json) {
    /** A new one; what is left out has its default. */
    public constructor(
        goal: String,
        facts: List<ConversationFact>,
    ) : this(written("goal" to goal, "facts" to facts))

    /** What it wants, as it goes behind `I want`, for example `to return a pair of shoes`. Told from the beginning. */
    public val goal: String get() = text(json["goal"])
    /** What it knows and tells only when it is asked, or when nobody asks for long. */
    public val facts: List<ConversationFact> get() = list(json["facts"]) { ConversationFact(members(it)) }
}

/** How a conversation ended. */
public enum class ConversationEnding(override val word: String) : Choice {
    AGREED("agreed"),
    GAVE_UP("gave_up"),
    STOPPED_AT_LIMIT("stopped_at_limit"),
    OUT_OF_BUDGET("out_of_budget"),
}

/** Something that a persona knows. */
public class ConversationFact(json: JsonObject) : Document(json) {
    /** A new one; what is left out has its default. */
    public constructor(
        name: String,
        value: String,
    ) : this(written("name" to name, "value" to value))

    /** What it is, for example `order number`. */
    public val name: String get() = text(json["name"])
    /** Its value. */
    public val value: String get() = text(json["value"])
}

/** What the assistant has answered so far, from the first answer on. The persona says the same to the same answers. */
public class ConverseRequest(json: JsonObject) : Document(json) {
    /** A new one; what is left out has its default. */
    public constructor(
        brief: ConversationBrief,
        heard: List<String>? = null,
        persona: Persona? = null,
        instructions: String? = null,
        assistant: String? = null,
        seed: Long? = null,
        session: Long? = null,
        mostTurns: Long? = null,
    ) : this(written("brief" to brief, "heard" to heard, "persona" to persona, "instructions" to instructions, "assistant" to assistant, "seed" to seed, "session" to session, "most_turns" to mostTurns))

    /** What the persona wants and knows. To agree, it wants each fact stated right, one a line as `name: value`. */
    public val brief: ConversationBrief get() = ConversationBrief(members(json["brief"]))
    /** The answers of the assistant; none at the beginning. */
    public val heard: List<String> get() = list(json["heard"]) { text(it) }
    /** Who talks; the ordinary person of the defaults where absent. */
    public val persona: Persona? get() = optional(json["persona"]) { Persona(members(it)) }
    /** What the assistant is told to be; goes into the next request to its model. */
    public val instructions: String? get() = optional(json["instructions"]) { text(it) }
    /** The name of the assistant, for the record; `assistant` where absent. */
    public val assistant: String? get() = optional(json["assistant"]) { text(it) }
    /** The root of all randomness; 1 where absent. */
    public val seed: Long? get() = optional(json["seed"]) { integer(it) }
    /** The number of the conversation; another one is another person of the same kind. 0 where absent. */
    public val session: Long? get() = optional(json["session"]) { integer(it) }
    /** Most answers of the assistant; 30 where absent. */
    public val mostTurns: Long? get() = optional(json["most_turns"]) { integer(it) }
}

/** A conversation as it stands. */
public class Conversed(json: JsonObject) : Document(json) {
    /** A new one; what is left out has its default. */
    public constructor(
        conversation: Conversation,
        next: ModelRequest? = null,
    ) : this(written("conversation" to conversation, "next" to next))

    /** What was said so far, the persona's answer last. */
    public val conversation: Conversation get() = Conversation(members(json["conversation"]))
    /** What the assistant's model is asked next; absent where the conversation is over. */
    public val next: ModelRequest? get() = optional(json["next"]) { ModelRequest(members(it)) }
}

/**
 * How often something happened.
 *
 * The error is read from the spread of the counts, not from their mean as Poisson's law would have it: people differ,
 * so that counts nearly always spread more than that, and the law would promise too much.
 */
public class CountMeasure(json: JsonObject) : Document(json) {
    /** A new one; what is left out has its default. */
    public constructor(
        column: String,
        exposure: String? = null,
    ) : this(written("column" to column, "exposure" to exposure))

    /** The column with the counts. */
    public val column: String get() = text(json["column"])
    /** How long or how much each unit was exposed; absent where all were exposed alike. */
    public val exposure: String? get() = optional(json["exposure"]) { text(it) }
}

/** How much the counts of units differ. */
public class CountPower(json: JsonObject) : Document(json) {
    /** A new one; what is left out has its default. */
    public constructor(
        dispersion: Double? = null,
    ) : this(written("dispersion" to dispersion))

    /** Variance over mean: 1 by Poisson's law, more where people differ. */
    public val dispersion: Double? get() = optional(json["dispersion"]) { number(it) }
}

/** Successes of an arm. */
public class Counted(json: JsonObject) : Document(json) {
    /** A new one; what is left out has its default. */
    public constructor(
        successes: Long,
        count: Long,
    ) : this(written("successes" to successes, "count" to count))

    /** Units that succeeded. */
    public val successes: Long get() = integer(json["successes"])
    /** All units. */
    public val count: Long get() = integer(json["count"])
}

/** New values for a criterion; what is absent stays. */
public class CriterionChange(json: JsonObject) : Document(json) {
    /** A new one; what is left out has its default. */
    public constructor(
        criterion: String,
        baseline: Quantity? = null,
        target: Quantity? = null,
        windowMs: Long? = null,
        direction: Direction? = null,
        change: ChangeAmount? = null,
    ) : this(written("criterion" to criterion, "baseline" to baseline, "target" to target, "window_ms" to windowMs, "direction" to direction, "change" to change))

    /** The criterion. */
    public val criterion: String get() = text(json["criterion"])
    /** Today's value. */
    public val baseline: Quantity? get() = optional(json["baseline"]) { Quantity(members(it)) }
    /** Value to reach. */
    public val target: Quantity? get() = optional(json["target"]) { Quantity(members(it)) }
    /** Time window in milliseconds. */
    public val windowMs: Long? get() = optional(json["window_ms"]) { integer(it) }
    /** Which way is better. */
    public val direction: Direction? get() = optional(json["direction"]) { choice(Direction.entries, it) }
    /** How far it is to move from today's value. */
    public val change: ChangeAmount? get() = optional(json["change"]) { ChangeAmount(members(it)) }
}

/** A currency. */
public class Currency(json: JsonObject) : Document(json) {
    /** A new one; what is left out has its default. */
    public constructor(
        currency: String,
    ) : this(written("currency" to currency))

    /** ISO 4217 code, for example `EUR`. */
    public val currency: String get() = text(json["currency"])
}

/** A case takes another way than its data should say. */
public class DataFault(json: JsonObject) : Document(json) {
    /** A new one; what is left out has its default. */
    public constructor(
        node: String,
        flow: String,
        execution: Long,
    ) : this(written("node" to node, "flow" to flow, "execution" to execution))

    /** The gateway. */
    public val node: String get() = text(json["node"])
    /** The flow that is taken. */
    public val flow: String get() = text(json["flow"])
    /** At which of the gateway's executions in this case, from 1. */
    public val execution: Long get() = integer(json["execution"])
}

/** A thing with fields, for example an order. JSON Schemas and synthetic data are made from it. */
public class DataObject(json: JsonObject) : Document(json) {
    /** A new one; what is left out has its default. */
    public constructor(
        id: String,
        name: String,
        description: String,
        fields: List<Field>,
        origin: Origin,
    ) : this(written("id" to id, "name" to name, "description" to description, "fields" to fields, "origin" to origin))

    /** Names the object. */
    public val id: String get() = text(json["id"])
    /** Singular, lower-case, for example `order`. CEL conditions use it with `_` for spaces. */
    public val name: String get() = text(json["name"])
    /** What it is, in one sentence. */
    public val description: String get() = text(json["description"])
    /** Its fields, in the order in which people see them. */
    public val fields: List<Field> get() = list(json["fields"]) { Field(members(it)) }
    /** Where it comes from. */
    public val origin: Origin get() = Origin.of(members(json["origin"]))
}

/** A data object. */
public class DataReference(json: JsonObject) : Document(json) {
    /** A new one; what is left out has its default. */
    public constructor(
        data: String,
    ) : this(written("data" to data))

    /** The object. */
    public val data: String get() = text(json["data"])
}

/** How careful one must be with a value. */
public enum class DataSensitivity(override val word: String) : Choice {
    ORDINARY("ordinary"),
    PERSONAL("personal"),
    HEALTH("health"),
    FINANCIAL("financial"),
    SECRET("secret"),
}

/** In which order a day is written where the year does not stand first. */
public enum class DateOrder(override val word: String) : Choice {
    YEAR_FIRST("year_first"),
    DAY_FIRST("day_first"),
    MONTH_FIRST("month_first"),
}

/** An outcome within a time. */
public class DeadlineMeasure(json: JsonObject) : Document(json) {
    /** A new one; what is left out has its default. */
    public constructor(
        outcome: Outcome,
        withinMs: Long,
    ) : this(written("outcome" to outcome, "within_ms" to withinMs))

    /** The outcome. */
    public val outcome: Outcome get() = choice(Outcome.entries, json["outcome"])
    /** The time in milliseconds. */
    public val withinMs: Long get() = integer(json["within_ms"])
}

/** What to do. */
public enum class Decision(override val word: String) : Choice {
    SHIP("ship"),
    KEEP("keep"),
    EXTEND("extend"),
    STOP("stop"),
    NO_DIFFERENCE("no_difference"),
}

/** Exactly one branch is taken. */
public class DecisionBlock(json: JsonObject) : Document(json) {
    /** A new one; what is left out has its default. */
    public constructor(
        question: String,
        branches: List<StatedBranch>,
    ) : this(written("question" to question, "branches" to branches))

    /** The question that is decided, for example `is the item in stock`. */
    public val question: String get() = text(json["question"])
    /** The branches, in the order of the text. */
    public val branches: List<StatedBranch> get() = list(json["branches"]) { StatedBranch(members(it)) }
}

/** How the verdict is made. Stated before the runs. */
public class DecisionRule(json: JsonObject) : Document(json) {
    /** A new one; what is left out has its default. */
    public constructor(
        confidence: Double,
        smallestWorthwhile: Double,
        guardrailMargin: Double,
        origin: Origin,
        isRelative: Boolean? = null,
    ) : this(written("confidence" to confidence, "smallest_worthwhile" to smallestWorthwhile, "guardrail_margin" to guardrailMargin, "origin" to origin, "is_relative" to isRelative))

    /** Confidence of the intervals, between 0.5 and 1. */
    public val confidence: Double get() = number(json["confidence"])
    /** The smallest change of the primary metric that is worth having, in its unit (a share for shares). */
    public val smallestWorthwhile: Double get() = number(json["smallest_worthwhile"])
    /** Whether the smallest worthwhile change is a share of the control's value instead (0.02 is 2 % more or less). */
    public val isRelative: Boolean? get() = optional(json["is_relative"]) { truth(it) }
    /** How much worse a guardrail may be, relative to the control (0.02 is 2 %). */
    public val guardrailMargin: Double get() = number(json["guardrail_margin"])
    /** Where the rule comes from. */
    public val origin: Origin get() = Origin.of(members(json["origin"]))
}

/** On what somebody reads and types. */
public enum class Device(override val word: String) : Choice {
    COMPUTER("computer"),
    PHONE("phone"),
}

/** How the interval of the difference of two proportions is made. */
public enum class DifferenceMethod(override val word: String) : Choice {
    NEWCOMBE("newcombe"),
    WALD("wald"),
    AGRESTI_CAFFO("agresti_caffo"),
    SCORE("score"),
}

/** Which way is better. */
public enum class Direction(override val word: String) : Choice {
    INCREASE("increase"),
    DECREASE("decrease"),
    KEEP("keep"),
}

/** How an amount varies from case to case. Parameters are in the unit of whatever holds the distribution. */
public sealed class Distribution(json: JsonObject) : Document(json) {
    /** The form `fixed`. */
    public class Fixed(public val value: aura.documents.FixedValue) : Distribution(JsonObject(written("type" to "fixed") + value.json))
    /** The form `uniform`. */
    public class Uniform(public val value: aura.documents.UniformRange) : Distribution(JsonObject(written("type" to "uniform") + value.json))
    /** The form `triangular`. */
    public class Triangular(public val value: aura.documents.TriangularRange) : Distribution(JsonObject(written("type" to "triangular") + value.json))
    /** The form `normal`. */
    public class Normal(public val value: aura.documents.MeanAndDeviation) : Distribution(JsonObject(written("type" to "normal") + value.json))
    /** The form `lognormal`. */
    public class Lognormal(public val value: aura.documents.MeanAndDeviation) : Distribution(JsonObject(written("type" to "lognormal") + value.json))
    /** The form `exponential`. */
    public class Exponential(public val value: aura.documents.MeanValue) : Distribution(JsonObject(written("type" to "exponential") + value.json))
    /** The form `gamma`. */
    public class Gamma(public val value: aura.documents.MeanAndDeviation) : Distribution(JsonObject(written("type" to "gamma") + value.json))
    /** The form `weibull`. */
    public class Weibull(public val value: aura.documents.ShapeAndScale) : Distribution(JsonObject(written("type" to "weibull") + value.json))
    /** The form `beta`. */
    public class Beta(public val value: aura.documents.BetaRange) : Distribution(JsonObject(written("type" to "beta") + value.json))
    /** The form `pareto`. */
    public class Pareto(public val value: aura.documents.ShapeAndScale) : Distribution(JsonObject(written("type" to "pareto") + value.json))
    /** The form `empirical`. */
    public class Empirical(public val value: aura.documents.WeightedValues) : Distribution(JsonObject(written("type" to "empirical") + value.json))
    /** The form `mixture`. */
    public class Mixture(public val value: aura.documents.MixtureParts) : Distribution(JsonObject(written("type" to "mixture") + value.json))
    /** A form of a later version. */
    public class Unrecognized(json: JsonObject) : Distribution(json)

    internal companion object {
        fun of(json: JsonObject): Distribution = when (text(json["type"])) {
            "fixed" -> Fixed(FixedValue(json))
            "uniform" -> Uniform(UniformRange(json))
            "triangular" -> Triangular(TriangularRange(json))
            "normal" -> Normal(MeanAndDeviation(json))
            "lognormal" -> Lognormal(MeanAndDeviation(json))
            "exponential" -> Exponential(MeanValue(json))
            "gamma" -> Gamma(MeanAndDeviation(json))
            "weibull" -> Weibull(ShapeAndScale(json))
            "beta" -> Beta(BetaRange(json))
            "pareto" -> Pareto(ShapeAndScale(json))
            "empirical" -> Empirical(WeightedValues(json))
            "mixture" -> Mixture(MixtureParts(json))
            else -> Unrecognized(json)
        }
    }
}

/** The first place at which two runs differ. */
public class Divergence(json: JsonObject) : Document(json) {
    /** A new one; what is left out has its default. */
    public constructor(
        replication: Long,
        event: Long,
        isExact: Boolean,
        text: String,
        case: Long? = null,
        draw: Draw? = null,
    ) : this(written("replication" to replication, "event" to event, "is_exact" to isExact, "text" to text, "case" to case, "draw" to draw))

    /** The replication, counted from 0. */
    public val replication: Long get() = integer(json["replication"])
    /**
     * The number of the event in its replication, counted from 0: exactly, or the first of the 4,096 among which
     * it is, where the recorded events were not kept.
     */
    public val event: Long get() = integer(json["event"])
    /** Whether `event` is exact. */
    public val isExact: Boolean get() = truth(json["is_exact"])
    /** The case, counted from 0 in its replication, where known. */
    public val case: Long? get() = optional(json["case"]) { integer(it) }
    /** One sentence with what was recorded and what happens now. */
    public val text: String get() = text(json["text"])
    /** The draw that decides this event, by its address: what to look at to find why. Absent where no draw does. */
    public val draw: Draw? get() = optional(json["draw"]) { Draw(members(it)) }
}

/** Nothing is asked for but the thing itself. */
public class Done(json: JsonObject) : Document(json) {
    public constructor() : this(written())
}

/** A draw by its address: everything random comes from such an address and the seed alone. */
public class Draw(json: JsonObject) : Document(json) {
    /** A new one; what is left out has its default. */
    public constructor(
        case: Long,
        execution: Long,
        purpose: String,
        node: String? = null,
    ) : this(written("case" to case, "execution" to execution, "purpose" to purpose, "node" to node))

    /** The case in the whole run, or the replication for arrivals. */
    public val case: Long get() = integer(json["case"])
    /** The node, where it belongs to one. */
    public val node: String? get() = optional(json["node"]) { text(it) }
    /** Which execution of the node, counted from 0, retries included. */
    public val execution: Long get() = integer(json["execution"])
    /** What it decides, for example `how long the work takes`. */
    public val purpose: String get() = text(json["purpose"])
}

/** An item to take out. */
public class DroppedItem(json: JsonObject) : Document(json) {
    /** A new one; what is left out has its default. */
    public constructor(
        item: String,
    ) : this(written("item" to item))

    /** The item. */
    public val item: String get() = text(json["item"])
}

/** Something that can happen at the edge. */
public class EdgeCase(json: JsonObject) : Document(json) {
    /** A new one; what is left out has its default. */
    public constructor(
        id: String,
        title: String,
        expected: String,
        origin: Origin,
        node: String? = null,
    ) : this(written("id" to id, "title" to title, "expected" to expected, "origin" to origin, "node" to node))

    /** Names the edge case. */
    public val id: String get() = text(json["id"])
    /** Where it happens. */
    public val node: String? get() = optional(json["node"]) { text(it) }
    /** What happens, as a short phrase. */
    public val title: String get() = text(json["title"])
    /** What is to happen then, in one sentence. */
    public val expected: String get() = text(json["expected"])
    /** Where it comes from. */
    public val origin: Origin get() = Origin.of(members(json["origin"]))
}

/** One reading of a sentence. */
public class EditChoice(json: JsonObject) : Document(json) {
    /** A new one; what is left out has its default. */
    public constructor(
        operations: List<Operation>,
        summary: String,
        confidence: Double,
    ) : this(written("operations" to operations, "summary" to summary, "confidence" to confidence))

    /** What would be done, in order. */
    public val operations: List<Operation> get() = list(json["operations"]) { Operation.of(members(it)) }
    /** The same in plain words. */
    public val summary: String get() = text(json["summary"])
    /** How sure the reader is, from 0 to 1. */
    public val confidence: Double get() = number(json["confidence"])
}

/** Several readings of a sentence. */
public class EditChoices(json: JsonObject) : Document(json) {
    /** A new one; what is left out has its default. */
    public constructor(
        choices: List<EditChoice>,
        question: String,
    ) : this(written("choices" to choices, "question" to question))

    /** The readings, most likely first; at most five. */
    public val choices: List<EditChoice> get() = list(json["choices"]) { EditChoice(members(it)) }
    /** What must be decided, as a question. */
    public val question: String get() = text(json["question"])
}

/** What a sentence was understood as. */
public sealed class EditReading(json: JsonObject) : Document(json) {
    /** The form `understood`. */
    public class Understood(public val value: aura.documents.EditChoice) : EditReading(JsonObject(written("type" to "understood") + value.json))
    /** The form `choices`. */
    public class Choices(public val value: aura.documents.EditChoices) : EditReading(JsonObject(written("type" to "choices") + value.json))
    /** The form `question`. */
    public class Question(public val value: aura.documents.QuestionReading) : EditReading(JsonObject(written("type" to "question") + value.json))
    /** The form `undo`. */
    public class Undo(public val value: aura.documents.UndoReading) : EditReading(JsonObject(written("type" to "undo") + value.json))
    /** The form `redo`. */
    public class Redo(public val value: aura.documents.RedoReading) : EditReading(JsonObject(written("type" to "redo") + value.json))
    /** The form `not_understood`. */
    public class NotUnderstood(public val value: aura.documents.NotUnderstood) : EditReading(JsonObject(written("type" to "not_understood") + value.json))
    /** A form of a later version. */
    public class Unrecognized(json: JsonObject) : EditReading(json)

    internal companion object {
        fun of(json: JsonObject): EditReading = when (text(json["type"])) {
            "understood" -> Understood(EditChoice(json))
            "choices" -> Choices(EditChoices(json))
            "question" -> Question(QuestionReading(json))
            "undo" -> Undo(UndoReading(json))
            "redo" -> Redo(RedoReading(json))
            "not_understood" -> NotUnderstood(NotUnderstood(json))
            else -> Unrecognized(json)
        }
    }
}

/** A change in plain English. */
public class EditRequest(json: JsonObject) : Document(json) {
    /** A new one; what is left out has its default. */
    public constructor(
        project: String,
        sentence: String,
        choice: Long? = null,
        preview: Boolean? = null,
    ) : this(written("project" to project, "sentence" to sentence, "choice" to choice, "preview" to preview))

    /** The project. */
    public val project: String get() = text(json["project"])
    /** What to change. */
    public val sentence: String get() = text(json["sentence"])
    /** Which of several readings is meant, counted from 1. */
    public val choice: Long? get() = optional(json["choice"]) { integer(it) }
    /** Show what would happen, change nothing. */
    public val preview: Boolean? get() = optional(json["preview"]) { truth(it) }
}

/** What became of a change in plain English. */
public class Edited(json: JsonObject) : Document(json) {
    /** A new one; what is left out has its default. */
    public constructor(
        project: String,
        reading: EditReading,
        kept: Boolean,
        edited: EditedPlan? = null,
        moved: Planned? = null,
    ) : this(written("project" to project, "reading" to reading, "kept" to kept, "edited" to edited, "moved" to moved))

    /** The project. */
    public val project: String get() = text(json["project"])
    /** What the sentence was understood as. */
    public val reading: EditReading get() = EditReading.of(members(json["reading"]))
    /** The plan after the change, where there is one reading; with `preview` it is not kept. */
    public val edited: EditedPlan? get() = optional(json["edited"]) { EditedPlan(members(it)) }
    /** Whether the change was kept. */
    public val kept: Boolean get() = truth(json["kept"])
    /** The plan that the sentence went back or forward to, where it asked for that. */
    public val moved: Planned? get() = optional(json["moved"]) { Planned(members(it)) }
}

/** A plan after an edit. */
public class EditedPlan(json: JsonObject) : Document(json) {
    /** A new one; what is left out has its default. */
    public constructor(
        plan: Plan,
        before: String,
        after: String,
        operations: List<Operation>,
        inverse: PlanPatch,
        changes: List<String>,
    ) : this(written("plan" to plan, "before" to before, "after" to after, "operations" to operations, "inverse" to inverse, "changes" to changes))

    /** The new plan. */
    public val plan: Plan get() = Plan(members(json["plan"]))
    /** The version before. */
    public val before: String get() = text(json["before"])
    /** The version after. */
    public val after: String get() = text(json["after"])
    /** What was done. */
    public val operations: List<Operation> get() = list(json["operations"]) { Operation.of(members(it)) }
    /** What takes it back exactly. */
    public val inverse: PlanPatch get() = PlanPatch(members(json["inverse"]))
    /** What changed, in plain words, one sentence each. */
    public val changes: List<String> get() = list(json["changes"]) { text(it) }
}

/** The case ends. */
public class EndCase(json: JsonObject) : Document(json) {
    /** A new one; what is left out has its default. */
    public constructor(
        outcome: Outcome,
    ) : this(written("outcome" to outcome))

    /** How it ends. */
    public val outcome: Outcome get() = choice(Outcome.entries, json["outcome"])
}

/** Ends a case. */
public class EndEvent(json: JsonObject) : Document(json) {
    /** A new one; what is left out has its default. */
    public constructor(
        outcome: Outcome,
        endsCase: Boolean? = null,
    ) : this(written("outcome" to outcome, "ends_case" to endsCase))

    /** How it ends. */
    public val outcome: Outcome get() = choice(Outcome.entries, json["outcome"])
    /** Whether the whole case ends here, with all that still goes on in parallel, whatever the outcome. */
    public val endsCase: Boolean? get() = optional(json["ends_case"]) { truth(it) }
}

/** How many sessions ended in one way. */
public class EndingCount(json: JsonObject) : Document(json) {
    /** A new one; what is left out has its default. */
    public constructor(
        ended: WalkEnding,
        sessions: Long,
    ) : this(written("ended" to ended, "sessions" to sessions))

    /** The way. */
    public val ended: WalkEnding get() = choice(WalkEnding.entries, json["ended"])
    /** How many sessions. */
    public val sessions: Long get() = integer(json["sessions"])
}

/** A case is over within a time. */
public class EndsWithin(json: JsonObject) : Document(json) {
    /** A new one; what is left out has its default. */
    public constructor(
        withinMs: Long,
    ) : this(written("within_ms" to withinMs))

    /** The longest time in milliseconds. */
    public val withinMs: Long get() = integer(json["within_ms"])
}

/** Stable names of everything that can go wrong. Append-only; grouped by what the caller should do. */
public enum class ErrorCode(override val word: String) : Choice {
    INVALID_REQUEST("invalid_request"),
    INVALID_TEXT("invalid_text"),
    INVALID_GOAL("invalid_goal"),
    INVALID_LANGUAGE("invalid_language"),
    INVALID_ID("invalid_id"),
    INVALID_DOCUMENT("invalid_document"),
    INVALID_SCHEMA_VERSION("invalid_schema_version"),
    INVALID_PLAN("invalid_plan"),
    INVALID_CONDITION("invalid_condition"),
    INVALID_EDIT("invalid_edit"),
    INVALID_ANSWER("invalid_answer"),
    INVALID_SCENARIO("invalid_scenario"),
    INVALID_EXPERIMENT("invalid_experiment"),
    INVALID_NUMBER("invalid_number"),
    INVALID_TRACE("invalid_trace"),
    INVALID_DATA("invalid_data"),
    AMBIGUOUS_EDIT("ambiguous_edit"),
    AMBIGUOUS_GOAL("ambiguous_goal"),
    LIMIT_INPUT("limit_input"),
    LIMIT_SIZE("limit_size"),
    LIMIT_EVENTS("limit_events"),
    LIMIT_VIRTUAL_TIME("limit_virtual_time"),
    LIMIT_BUDGET("limit_budget"),
    LIMIT_TOKENS("limit_tokens"),
    LIMIT_MEMORY("limit_memory"),
    LIMIT_LOOP("limit_loop"),
    NOT_FOUND("not_found"),
    CONFLICT("conflict"),
    CONFLICT_REPLAY("conflict_replay"),
    UNAVAILABLE_MODEL("unavailable_model"),
    UNAVAILABLE_STORE("unavailable_store"),
    UNAVAILABLE_SERVICE("unavailable_service"),
    DENIED("denied"),
    CANCELLED("cancelled"),
    INTERNAL("internal"),
}

/** The serialisable form of an [`Error`], as it crosses a language boundary. */
public class ErrorDocument(json: JsonObject) : Document(json) {
    /** A new one; what is left out has its default. */
    public constructor(
        code: ErrorCode,
        message: String,
        retryable: Boolean,
        hints: List<String>? = null,
        context: List<List<String>>? = null,
    ) : this(written("code" to code, "message" to message, "retryable" to retryable, "hints" to hints, "context" to context))

    /** Stable code. */
    public val code: ErrorCode get() = choice(ErrorCode.entries, json["code"])
    /** One line: what happened. */
    public val message: String get() = text(json["message"])
    /** What the caller can do about it. */
    public val hints: List<String> get() = list(json["hints"]) { text(it) }
    /** Named facts about the case, in order. */
    public val context: List<List<String>> get() = list(json["context"]) { list(it) { text(it) } }
    /** Whether the same call may work later without a change. */
    public val retryable: Boolean get() = truth(json["retryable"])
}

/**
 * A figure with its 95 % interval: Student's t on the means of replications, or, for the metrics of a run of one
 * replication of 1,000 cases or more, on those of twenty batches of its cases.
 */
public class Estimate(json: JsonObject) : Document(json) {
    /** A new one; what is left out has its default. */
    public constructor(
        value: Double,
        low: Double? = null,
        high: Double? = null,
    ) : this(written("value" to value, "low" to low, "high" to high))

    /** The figure. */
    public val value: Double get() = number(json["value"])
    /** Lower end of the interval; absent where there are neither two replications nor batches that do not hang together. */
    public val low: Double? get() = optional(json["low"]) { number(it) }
    /** Upper end of the interval. */
    public val high: Double? get() = optional(json["high"]) { number(it) }
}

/**
 * A comparison of the plan with variants of it. Without a variant the engine compares the changes that it
 * suggests itself.
 */
public class EvaluateRequest(json: JsonObject) : Document(json) {
    /** A new one; what is left out has its default. */
    public constructor(
        simulate: SimulateRequest,
        variants: List<VariantRequest>? = null,
        rule: DecisionRule? = null,
    ) : this(written("simulate" to simulate, "variants" to variants, "rule" to rule))

    /** How the plan and its variants are run. */
    public val simulate: SimulateRequest get() = SimulateRequest(members(json["simulate"]))
    /** Variants. */
    public val variants: List<VariantRequest> get() = list(json["variants"]) { VariantRequest(members(it)) }
    /** The rule; a default one, stated in the verdict, where absent. */
    public val rule: DecisionRule? get() = optional(json["rule"]) { DecisionRule(members(it)) }
}

/** A verdict and what it says in plain English. */
public class Evaluated(json: JsonObject) : Document(json) {
    /** A new one; what is left out has its default. */
    public constructor(
        project: String,
        explanation: Explanation,
        verdict: Verdict? = null,
        skipped: List<String>? = null,
    ) : this(written("project" to project, "explanation" to explanation, "verdict" to verdict, "skipped" to skipped))

    /** The project. */
    public val project: String get() = text(json["project"])
    /** The verdict; absent where no variant was given and none could be suggested. */
    public val verdict: Verdict? get() = optional(json["verdict"]) { Verdict(members(it)) }
    /** What people should know. */
    public val explanation: Explanation get() = Explanation(members(json["explanation"]))
    /** Suggested changes that could not be tried, and why. */
    public val skipped: List<String> get() = list(json["skipped"]) { text(it) }
}

/** The last run of a project as an event log. */
public class EventLogRequest(json: JsonObject) : Document(json) {
    /** A new one; what is left out has its default. */
    public constructor(
        project: String,
        format: LogFormat? = null,
    ) : this(written("project" to project, "format" to format))

    /** The project. */
    public val project: String get() = text(json["project"])
    /** The form of the log. */
    public val format: LogFormat? get() = optional(json["format"]) { choice(LogFormat.entries, it) }
}

/** Exact tests of two by two tables. */
public enum class ExactMethod(override val word: String) : Choice {
    FISHER("fisher"),
    BARNARD("barnard"),
    BOSCHLOO("boschloo"),
}

/** A comparison of a plan with variants of it, on the same simulated people. */
public class Experiment(json: JsonObject) : Document(json) {
    /** A new one; what is left out has its default. */
    public constructor(
        schemaVersion: Long,
        id: String,
        title: String,
        plan: String,
        planVersion: String,
        variants: List<Variant>,
        metrics: List<String>,
        rule: DecisionRule,
        scenario: Scenario,
    ) : this(written("schema_version" to schemaVersion, "id" to id, "title" to title, "plan" to plan, "plan_version" to planVersion, "variants" to variants, "metrics" to metrics, "rule" to rule, "scenario" to scenario))

    /** Version of this document's shape. */
    public val schemaVersion: Long get() = integer(json["schema_version"])
    /** Made from the content. */
    public val id: String get() = text(json["id"])
    /** A short name. */
    public val title: String get() = text(json["title"])
    /** The plan. */
    public val plan: String get() = text(json["plan"])
    /** The plan's version: the control. */
    public val planVersion: String get() = text(json["plan_version"])
    /** What is compared with it. */
    public val variants: List<Variant> get() = list(json["variants"]) { Variant(members(it)) }
    /** The metrics that count. The first primary one decides. */
    public val metrics: List<String> get() = list(json["metrics"]) { text(it) }
    /** How the verdict is made. */
    public val rule: DecisionRule get() = DecisionRule(members(json["rule"]))
    /** The circumstances, equal for all. */
    public val scenario: Scenario get() = Scenario(members(json["scenario"]))
}

/** A verdict as a page and a picture. */
public class ExperimentReport(json: JsonObject) : Document(json) {
    /** A new one; what is left out has its default. */
    public constructor(
        html: String,
        vegaLite: JsonElement,
    ) : this(written("html" to html, "vega_lite" to vegaLite))

    /** One self-contained HTML file. */
    public val html: String get() = text(json["html"])
    /** A Vega-Lite specification. */
    public val vegaLite: JsonElement get() = anything(json["vega_lite"])
}

/** A test that was stated before the data. */
public class ExperimentRequest(json: JsonObject) : Document(json) {
    /** A new one; what is left out has its default. */
    public constructor(
        experiment: LiveExperiment,
    ) : this(written("experiment" to experiment))

    /** The statement. */
    public val experiment: LiveExperiment get() = LiveExperiment(members(json["experiment"]))
}

/** Figures for experts. */
public class ExpertFigures(json: JsonObject) : Document(json) {
    /** A new one; what is left out has its default. */
    public constructor(
        method: String,
        standardError: Double,
        degreesOfFreedom: Double,
        statistic: Double,
        critical: Double,
        confidence: Double,
        adjustedPValue: Double,
        varianceLeft: Double,
        relative: RelativeFigures? = null,
        dispersion: Double? = null,
        logRankPValue: Double? = null,
    ) : this(written("method" to method, "standard_error" to standardError, "degrees_of_freedom" to degreesOfFreedom, "statistic" to statistic, "critical" to critical, "confidence" to confidence, "adjusted_p_value" to adjustedPValue, "variance_left" to varianceLeft, "relative" to relative, "dispersion" to dispersion, "log_rank_p_value" to logRankPValue))

    /** How the estimate was made, in a few words. */
    public val method: String get() = text(json["method"])
    /** Standard error of the difference. */
    public val standardError: Double get() = number(json["standard_error"])
    /** Degrees of freedom. */
    public val degreesOfFreedom: Double get() = number(json["degrees_of_freedom"])
    /** Difference over its standard error. */
    public val statistic: Double get() = number(json["statistic"])
    /** What the statistic is compared with at this look. */
    public val critical: Double get() = number(json["critical"])
    /** Confidence of the interval by itself, after sharing the level. */
    public val confidence: Double get() = number(json["confidence"])
    /**
     * The p-value after sharing the level among the arms, so that it agrees with the interval; of a secondary metric
     * after the adjustment that was stated.
     */
    public val adjustedPValue: Double get() = number(json["adjusted_p_value"])
    /** Difference over the control, where the control is not 0. */
    public val relative: RelativeFigures? get() = optional(json["relative"]) { RelativeFigures(members(it)) }
    /** Variance that is left after covariates and strata, as a share. */
    public val varianceLeft: Double get() = number(json["variance_left"])
    /** Of counts: variance over mean in the control; 1 by Poisson's law, more where people differ. */
    public val dispersion: Double? get() = optional(json["dispersion"]) { number(it) }
    /** Of times: p-value of the log-rank test over all times, where the data are looked at once. */
    public val logRankPValue: Double? get() = optional(json["log_rank_p_value"]) { number(it) }
}

/** An explanation: insights in reading order. */
public class Explanation(json: JsonObject) : Document(json) {
    /** A new one; what is left out has its default. */
    public constructor(
        summary: String,
        insights: List<Insight>,
        readingGrade: Double,
    ) : this(written("summary" to summary, "insights" to insights, "reading_grade" to readingGrade))

    /** Two to four sentences for someone who reads nothing else. */
    public val summary: String get() = text(json["summary"])
    /** The insights, the most important first. */
    public val insights: List<Insight> get() = list(json["insights"]) { Insight(members(it)) }
    /** Grade level of the whole text (Flesch-Kincaid). */
    public val readingGrade: Double get() = number(json["reading_grade"])
}

/**
 * An event log for other programs. It holds what the trace recorded: with `trace` set to `full` in the scenario all
 * cases, otherwise a sample.
 */
public class ExportedLog(json: JsonObject) : Document(json) {
    /** A new one; what is left out has its default. */
    public constructor(
        project: String,
        cases: Long,
        text: String,
    ) : this(written("project" to project, "cases" to cases, "text" to text))

    /** The project. */
    public val project: String get() = text(json["project"])
    /** Cases in the log. */
    public val cases: Long get() = integer(json["cases"])
    /** The text of the file. */
    public val text: String get() = text(json["text"])
}

/** A figure and where it was read. */
public class Fact(json: JsonObject) : Document(json) {
    /** A new one; what is left out has its default. */
    public constructor(
        name: String,
        value: Quantity,
        shown: String,
        evidence: String,
    ) : this(written("name" to name, "value" to value, "shown" to shown, "evidence" to evidence))

    /** Name of the figure, for example `share of cases that gave up`. */
    public val name: String get() = text(json["name"])
    /** Its value. */
    public val value: Quantity get() = Quantity(members(json["value"]))
    /** As it stands in the text, for example `12 %`. */
    public val shown: String get() = text(json["shown"])
    /**
     * JSON Pointer into the document that it was read from, with the document's id before it, for example
     * `run_ab12/outcomes/1/share/value`.
     */
    public val evidence: String get() = text(json["evidence"])
}

/** How often a failure mode struck. */
public class FailureCount(json: JsonObject) : Document(json) {
    /** A new one; what is left out has its default. */
    public constructor(
        failure: String,
        times: Long,
        ended: Long,
    ) : this(written("failure" to failure, "times" to times, "ended" to ended))

    /** The failure mode. */
    public val failure: String get() = text(json["failure"])
    /** How often. */
    public val times: Long get() = integer(json["times"])
    /** How many cases it ended. */
    public val ended: Long get() = integer(json["ended"])
}

/** What happens after a failure. */
public sealed class FailureEffect(json: JsonObject) : Document(json) {
    /** The form `retry`. */
    public class Retry(public val value: aura.documents.RetryRule) : FailureEffect(JsonObject(written("type" to "retry") + value.json))
    /** The form `go_to`. */
    public class GoTo(public val value: aura.documents.GoToNode) : FailureEffect(JsonObject(written("type" to "go_to") + value.json))
    /** The form `end`. */
    public class End(public val value: aura.documents.EndCase) : FailureEffect(JsonObject(written("type" to "end") + value.json))
    /** A form of a later version. */
    public class Unrecognized(json: JsonObject) : FailureEffect(json)

    internal companion object {
        fun of(json: JsonObject): FailureEffect = when (text(json["type"])) {
            "retry" -> Retry(RetryRule(json))
            "go_to" -> GoTo(GoToNode(json))
            "end" -> End(EndCase(json))
            else -> Unrecognized(json)
        }
    }
}

/** The kinds of failures. */
public enum class FailureKind(override val word: String) : Choice {
    GIVES_UP("gives_up"),
    MISTAKE("mistake"),
    UNAVAILABLE("unavailable"),
    REJECTED("rejected"),
    TIMEOUT("timeout"),
}

/** Something that can go wrong at a step. */
public class FailureMode(json: JsonObject) : Document(json) {
    /** A new one; what is left out has its default. */
    public constructor(
        id: String,
        title: String,
        kind: FailureKind,
        probability: String,
        then: FailureEffect,
        origin: Origin,
    ) : this(written("id" to id, "title" to title, "kind" to kind, "probability" to probability, "then" to then, "origin" to origin))

    /** Names the failure mode; unique in the plan. */
    public val id: String get() = text(json["id"])
    /** What happens, as a short phrase, for example `the card is declined`. */
    public val title: String get() = text(json["title"])
    /** What kind of failure. */
    public val kind: FailureKind get() = choice(FailureKind.entries, json["kind"])
    /** How likely it is at one execution, as an assumption. */
    public val probability: String get() = text(json["probability"])
    /** What happens then. */
    public val then: FailureEffect get() = FailureEffect.of(members(json["then"]))
    /** Where it comes from. */
    public val origin: Origin get() = Origin.of(members(json["origin"]))
}

/** One thing that goes wrong. */
public class Fault(json: JsonObject) : Document(json) {
    /** A new one; what is left out has its default. */
    public constructor(
        kind: FaultKind,
        probability: Double,
        text: String,
    ) : this(written("kind" to kind, "probability" to probability, "text" to text))

    /** What. */
    public val kind: FaultKind get() = FaultKind.of(members(json["kind"]))
    /** How likely it is, by the plan or by an assumption of the search. */
    public val probability: Double get() = number(json["probability"])
    /** In words. */
    public val text: String get() = text(json["text"])
}

/** The kinds of faults that are tried. */
public sealed class FaultKind(json: JsonObject) : Document(json) {
    /** The form `failure_mode`. */
    public class FailureMode(public val value: aura.documents.ModeFault) : FaultKind(JsonObject(written("type" to "failure_mode") + value.json))
    /** The form `call_fails`. */
    public class CallFails(public val value: aura.documents.StepFault) : FaultKind(JsonObject(written("type" to "call_fails") + value.json))
    /** The form `answer_lost`. */
    public class AnswerLost(public val value: aura.documents.StepFault) : FaultKind(JsonObject(written("type" to "answer_lost") + value.json))
    /** The form `submitted_twice`. */
    public class SubmittedTwice(public val value: aura.documents.StepFault) : FaultKind(JsonObject(written("type" to "submitted_twice") + value.json))
    /** The form `message_lost`. */
    public class MessageLost(public val value: aura.documents.StepFault) : FaultKind(JsonObject(written("type" to "message_lost") + value.json))
    /** The form `bad_data`. */
    public class BadData(public val value: aura.documents.DataFault) : FaultKind(JsonObject(written("type" to "bad_data") + value.json))
    /** The form `service_down`. */
    public class ServiceDown(public val value: aura.documents.ServiceFault) : FaultKind(JsonObject(written("type" to "service_down") + value.json))
    /** The form `service_slow`. */
    public class ServiceSlow(public val value: aura.documents.ServiceFault) : FaultKind(JsonObject(written("type" to "service_slow") + value.json))
    /** A form of a later version. */
    public class Unrecognized(json: JsonObject) : FaultKind(json)

    internal companion object {
        fun of(json: JsonObject): FaultKind = when (text(json["type"])) {
            "failure_mode" -> FailureMode(ModeFault(json))
            "call_fails" -> CallFails(StepFault(json))
            "answer_lost" -> AnswerLost(StepFault(json))
            "submitted_twice" -> SubmittedTwice(StepFault(json))
            "message_lost" -> MessageLost(StepFault(json))
            "bad_data" -> BadData(DataFault(json))
            "service_down" -> ServiceDown(ServiceFault(json))
            "service_slow" -> ServiceSlow(ServiceFault(json))
            else -> Unrecognized(json)
        }
    }
}

/** What a search for faults found, promise by promise. */
public class FaultReport(json: JsonObject) : Document(json) {
    /** A new one; what is left out has its default. */
    public constructor(
        plan: String,
        planVersion: String,
        seed: Long,
        cases: Long,
        runs: Long,
        promises: List<PromiseCheck>,
        notes: List<String>,
    ) : this(written("plan" to plan, "plan_version" to planVersion, "seed" to seed, "cases" to cases, "runs" to runs, "promises" to promises, "notes" to notes))

    /** The plan. */
    public val plan: String get() = text(json["plan"])
    /** The plan's version. */
    public val planVersion: String get() = text(json["plan_version"])
    /** The seed. */
    public val seed: Long get() = integer(json["seed"])
    /** How many cases were looked at; each keeps the promises as long as nothing goes wrong. */
    public val cases: Long get() = integer(json["cases"])
    /** How many times a case was run. */
    public val runs: Long get() = integer(json["runs"])
    /** One entry for each promise, in the order of the search. */
    public val promises: List<PromiseCheck> get() = list(json["promises"]) { PromiseCheck(members(it)) }
    /** What was taken for granted, one sentence each. */
    public val notes: List<String> get() = list(json["notes"]) { text(it) }
}

/** What has to go wrong before a promise of the plan is broken. */
public class FaultRequest(json: JsonObject) : Document(json) {
    /** A new one; what is left out has its default. */
    public constructor(
        project: String,
        scenario: Scenario? = null,
        seed: Long? = null,
        cases: Long? = null,
        mostFaults: Long? = null,
        mostRuns: Long? = null,
    ) : this(written("project" to project, "scenario" to scenario, "seed" to seed, "cases" to cases, "most_faults" to mostFaults, "most_runs" to mostRuns))

    /** The project. */
    public val project: String get() = text(json["project"])
    /** A complete scenario instead of the default one. */
    public val scenario: Scenario? get() = optional(json["scenario"]) { Scenario(members(it)) }
    /** The seed. */
    public val seed: Long? get() = optional(json["seed"]) { integer(it) }
    /** Cases that are looked at; 20 where absent. */
    public val cases: Long? get() = optional(json["cases"]) { integer(it) }
    /** Most faults in one combination; 4 where absent. */
    public val mostFaults: Long? get() = optional(json["most_faults"]) { integer(it) }
    /** Most runs of a case for each promise; 5,000 where absent. */
    public val mostRuns: Long? get() = optional(json["most_runs"]) { integer(it) }
}

/** One field of a data object. */
public class Field(json: JsonObject) : Document(json) {
    /** A new one; what is left out has its default. */
    public constructor(
        name: String,
        title: String,
        kind: FieldKind,
        required: Boolean,
        sensitivity: DataSensitivity,
        example: JsonElement,
        distribution: String? = null,
    ) : this(written("name" to name, "title" to title, "kind" to kind, "required" to required, "sensitivity" to sensitivity, "example" to example, "distribution" to distribution))

    /** `snake_case` name, unique within its object. */
    public val name: String get() = text(json["name"])
    /** Label for people. */
    public val title: String get() = text(json["title"])
    /** What values are legal. */
    public val kind: FieldKind get() = FieldKind.of(members(json["kind"]))
    /** Whether it must be there. */
    public val required: Boolean get() = truth(json["required"])
    /** How careful one must be with it. */
    public val sensitivity: DataSensitivity get() = choice(DataSensitivity.entries, json["sensitivity"])
    /** An example value as JSON. Always valid for the kind. */
    public val example: JsonElement get() = anything(json["example"])
    /** How values are distributed in simulation: numbers, shares of `true`, and places of a choice from 0. */
    public val distribution: String? get() = optional(json["distribution"]) { text(it) }
}

/** How often something happened to a field or a notice. */
public class FieldCount(json: JsonObject) : Document(json) {
    /** A new one; what is left out has its default. */
    public constructor(
        page: String,
        name: String,
        title: String,
        times: Long,
    ) : this(written("page" to page, "name" to name, "title" to title, "times" to times))

    /** The page. */
    public val page: String get() = text(json["page"])
    /** The field, as `data.field`, or the beginning of the notice. */
    public val name: String get() = text(json["name"])
    /** Its label. */
    public val title: String get() = text(json["title"])
    /** How often. */
    public val times: Long get() = integer(json["times"])
}

/** The kinds of values. */
public sealed class FieldKind(json: JsonObject) : Document(json) {
    /** The form `text`. */
    public class Text(public val value: aura.documents.TextRange) : FieldKind(JsonObject(written("type" to "text") + value.json))
    /** The form `integer`. */
    public class Integer(public val value: aura.documents.IntegerRange) : FieldKind(JsonObject(written("type" to "integer") + value.json))
    /** The form `number`. */
    public class Number(public val value: aura.documents.NumberRange) : FieldKind(JsonObject(written("type" to "number") + value.json))
    /** The form `boolean`. */
    public class Boolean(public val value: aura.documents.FieldKindBoolean) : FieldKind(JsonObject(written("type" to "boolean") + value.json))
    /** The form `choice`. */
    public class Choice(public val value: aura.documents.ChoiceList) : FieldKind(JsonObject(written("type" to "choice") + value.json))
    /** The form `date`. */
    public class Date(public val value: aura.documents.FieldKindDate) : FieldKind(JsonObject(written("type" to "date") + value.json))
    /** The form `date_time`. */
    public class DateTime(public val value: aura.documents.FieldKindDateTime) : FieldKind(JsonObject(written("type" to "date_time") + value.json))
    /** The form `email`. */
    public class Email(public val value: aura.documents.FieldKindEmail) : FieldKind(JsonObject(written("type" to "email") + value.json))
    /** The form `phone`. */
    public class Phone(public val value: aura.documents.FieldKindPhone) : FieldKind(JsonObject(written("type" to "phone") + value.json))
    /** The form `url`. */
    public class Url(public val value: aura.documents.FieldKindUrl) : FieldKind(JsonObject(written("type" to "url") + value.json))
    /** The form `identifier`. */
    public class Identifier(public val value: aura.documents.FieldKindIdentifier) : FieldKind(JsonObject(written("type" to "identifier") + value.json))
    /** The form `money`. */
    public class Money(public val value: aura.documents.MoneyRange) : FieldKind(JsonObject(written("type" to "money") + value.json))
    /** The form `list`. */
    public class List(public val value: aura.documents.ObjectReference) : FieldKind(JsonObject(written("type" to "list") + value.json))
    /** The form `object`. */
    public class Object(public val value: aura.documents.ObjectReference) : FieldKind(JsonObject(written("type" to "object") + value.json))
    /** A form of a later version. */
    public class Unrecognized(json: JsonObject) : FieldKind(json)

    internal companion object {
        fun of(json: JsonObject): FieldKind = when (text(json["type"])) {
            "text" -> Text(TextRange(json))
            "integer" -> Integer(IntegerRange(json))
            "number" -> Number(NumberRange(json))
            "boolean" -> Boolean(FieldKindBoolean(json))
            "choice" -> Choice(ChoiceList(json))
            "date" -> Date(FieldKindDate(json))
            "date_time" -> DateTime(FieldKindDateTime(json))
            "email" -> Email(FieldKindEmail(json))
            "phone" -> Phone(FieldKindPhone(json))
            "url" -> Url(FieldKindUrl(json))
            "identifier" -> Identifier(FieldKindIdentifier(json))
            "money" -> Money(MoneyRange(json))
            "list" -> List(ObjectReference(json))
            "object" -> Object(ObjectReference(json))
            else -> Unrecognized(json)
        }
    }
}

/** Yes or no. */
public class FieldKindBoolean(json: JsonObject) : Document(json) {
    public constructor() : this(written())
}

/** `2026-01-31`. */
public class FieldKindDate(json: JsonObject) : Document(json) {
    public constructor() : this(written())
}

/** RFC 3339 date and time. */
public class FieldKindDateTime(json: JsonObject) : Document(json) {
    public constructor() : this(written())
}

/** An e-mail address. */
public class FieldKindEmail(json: JsonObject) : Document(json) {
    public constructor() : this(written())
}

/** An identifier made by a system: `prefix-` and digits. */
public class FieldKindIdentifier(json: JsonObject) : Document(json) {
    public constructor() : this(written())
}

/** A telephone number in E.164 form. */
public class FieldKindPhone(json: JsonObject) : Document(json) {
    public constructor() : this(written())
}

/** A web address. */
public class FieldKindUrl(json: JsonObject) : Document(json) {
    public constructor() : this(written())
}

/** A field of a data object. */
public class FieldReference(json: JsonObject) : Document(json) {
    /** A new one; what is left out has its default. */
    public constructor(
        data: String,
        field: String,
    ) : this(written("data" to data, "field" to field))

    /** The object. */
    public val data: String get() = text(json["data"])
    /** The field's name. */
    public val field: String get() = text(json["field"])
}

/** A distribution and how well it fits a sample. */
public class Fitted(json: JsonObject) : Document(json) {
    /** A new one; what is left out has its default. */
    public constructor(
        distribution: Distribution,
        kind: String,
        distance: Double,
        observations: Long,
    ) : this(written("distribution" to distribution, "kind" to kind, "distance" to distance, "observations" to observations))

    /** The distribution, in the unit of the sample. */
    public val distribution: Distribution get() = Distribution.of(members(json["distribution"]))
    /** Its name, for example `lognormal`. */
    public val kind: String get() = text(json["kind"])
    /**
     * The largest distance between the shares below any value, in the sample and in the distribution: the statistic of
     * Kolmogorov and Smirnov, from 0 to 1.
     */
    public val distance: Double get() = number(json["distance"])
    /** How many observations there are. */
    public val observations: Long get() = integer(json["observations"])
}

/** A single value. */
public class FixedValue(json: JsonObject) : Document(json) {
    /** A new one; what is left out has its default. */
    public constructor(
        value: Double,
    ) : this(written("value" to value))

    /** The value. */
    public val value: Double get() = number(json["value"])
}

/** From one node to the next. */
public class Flow(json: JsonObject) : Document(json) {
    /** A new one; what is left out has its default. */
    public constructor(
        id: String,
        from: String,
        to: String,
        label: String? = null,
        condition: Condition? = null,
        probability: String? = null,
        isDefault: Boolean? = null,
        maxTimes: Long? = null,
    ) : this(written("id" to id, "from" to from, "to" to to, "label" to label, "condition" to condition, "probability" to probability, "is_default" to isDefault, "max_times" to maxTimes))

    /** Names the flow. */
    public val id: String get() = text(json["id"])
    /** Where it begins. */
    public val from: String get() = text(json["from"])
    /** Where it leads. */
    public val to: String get() = text(json["to"])
    /** A short answer to the gateway's question, for example `in stock`. */
    public val label: String? get() = optional(json["label"]) { text(it) }
    /** When it is taken, after an exclusive or inclusive gateway. */
    public val condition: Condition? get() = optional(json["condition"]) { Condition(members(it)) }
    /** The branching probability, as an assumption. Where a gateway's flows have none, the condition decides. */
    public val probability: String? get() = optional(json["probability"]) { text(it) }
    /** Whether it is taken when no other flow of its gateway is. */
    public val isDefault: Boolean? get() = optional(json["is_default"]) { truth(it) }
    /**
     * Most times that one case may take it, for flows that lead back. After that the default or another flow is
     * taken.
     */
    public val maxTimes: Long? get() = optional(json["max_times"]) { integer(it) }
}

/** How often a flow was taken. */
public class FlowCount(json: JsonObject) : Document(json) {
    /** A new one; what is left out has its default. */
    public constructor(
        flow: String,
        times: Long,
    ) : this(written("flow" to flow, "times" to times))

    /** The flow. */
    public val flow: String get() = text(json["flow"])
    /** How often. */
    public val times: Long get() = integer(json["times"])
}

/** A step is done once for each of several things. */
public class ForEach(json: JsonObject) : Document(json) {
    /** A new one; what is left out has its default. */
    public constructor(
        of: String,
        count: String,
        parallel: Boolean,
    ) : this(written("of" to of, "count" to count, "parallel" to parallel))

    /** What the things are, singular. */
    public val of: String get() = text(json["of"])
    /** How many, as an assumption. */
    public val count: String get() = text(json["count"])
    /** Whether all at once. */
    public val parallel: Boolean get() = truth(json["parallel"])
}

/** Of the units that reached a step, the share that reached the next one. */
public class FunnelStepMeasure(json: JsonObject) : Document(json) {
    /** A new one; what is left out has its default. */
    public constructor(
        reached: String,
        completed: String,
    ) : this(written("reached" to reached, "completed" to completed))

    /** 1 where a unit reached the earlier step. */
    public val reached: String get() = text(json["reached"])
    /** 1 where it reached the next one too. */
    public val completed: String get() = text(json["completed"])
}

/** Divides the way where it has several flows out, brings it together where it has several flows in. */
public class Gateway(json: JsonObject) : Document(json) {
    /** A new one; what is left out has its default. */
    public constructor(
        rule: GatewayRule,
        conditionsFirst: Boolean? = null,
    ) : this(written("rule" to rule, "conditions_first" to conditionsFirst))

    /** How it divides and joins. */
    public val rule: GatewayRule get() = choice(GatewayRule.entries, json["rule"])
    /**
     * Whether conditions are asked first: probabilities decide only among the flows whose conditions hold, or among
     * all where none does. Otherwise a probability decides wherever there is one.
     */
    public val conditionsFirst: Boolean? get() = optional(json["conditions_first"]) { truth(it) }
}

/** Another rule for a gateway. */
public class GatewayChange(json: JsonObject) : Document(json) {
    /** A new one; what is left out has its default. */
    public constructor(
        node: String,
        rule: GatewayRule,
    ) : this(written("node" to node, "rule" to rule))

    /** The dividing gateway; its join changes with it. */
    public val node: String get() = text(json["node"])
    /** The rule. */
    public val rule: GatewayRule get() = choice(GatewayRule.entries, json["rule"])
}

/** How a gateway divides and joins. */
public enum class GatewayRule(override val word: String) : Choice {
    EXCLUSIVE("exclusive"),
    INCLUSIVE("inclusive"),
    PARALLEL("parallel"),
    EVENT_BASED("event_based"),
}

/** Times at which cases arrive. */
public class GivenArrivals(json: JsonObject) : Document(json) {
    /** A new one; what is left out has its default. */
    public constructor(
        timesMs: List<Long>,
    ) : this(written("times_ms" to timesMs))

    /**
     * Milliseconds after the beginning, in ascending order: at most 1,000,000, and at least one for each case of a
     * replication.
     */
    public val timesMs: List<Long> get() = list(json["times_ms"]) { integer(it) }
}

/** The case goes on at another node. */
public class GoToNode(json: JsonObject) : Document(json) {
    /** A new one; what is left out has its default. */
    public constructor(
        node: String,
    ) : this(written("node" to node))

    /** The node. */
    public val node: String get() = text(json["node"])
}

/** A goal to be interpreted. */
public class GoalRequest(json: JsonObject) : Document(json) {
    /** A new one; what is left out has its default. */
    public constructor(
        text: String,
        project: String? = null,
        name: String? = null,
        answers: List<Answer>? = null,
    ) : this(written("text" to text, "project" to project, "name" to name, "answers" to answers))

    /** The goal in plain words. */
    public val text: String get() = text(json["text"])
    /** The project to work in; a new one is made where absent or where it does not exist. */
    public val project: String? get() = optional(json["project"]) { text(it) }
    /** A name for a new project; the title of the intent where absent. */
    public val name: String? get() = optional(json["name"]) { text(it) }
    /** Answers to questions, where they are known already. */
    public val answers: List<Answer> get() = list(json["answers"]) { Answer(members(it)) }
}

/** A sub-plan: a named set of nodes. */
public class Group(json: JsonObject) : Document(json) {
    /** A new one; what is left out has its default. */
    public constructor(
        id: String,
        title: String,
    ) : this(written("id" to id, "title" to title))

    /** Names the group. */
    public val id: String get() = text(json["id"])
    /** A short name. */
    public val title: String get() = text(json["title"])
}

/** A new sub-plan. */
public class GroupNodes(json: JsonObject) : Document(json) {
    /** A new one; what is left out has its default. */
    public constructor(
        nodes: List<String>,
        title: String,
    ) : this(written("nodes" to nodes, "title" to title))

    /** The nodes. */
    public val nodes: List<String> get() = list(json["nodes"]) { text(it) }
    /** Its title. */
    public val title: String get() = text(json["title"])
}

/** A sub-plan. */
public class GroupTarget(json: JsonObject) : Document(json) {
    /** A new one; what is left out has its default. */
    public constructor(
        group: String,
    ) : this(written("group" to group))

    /** The group. */
    public val group: String get() = text(json["group"])
}

/** A package for engineers. */
public class HandedOff(json: JsonObject) : Document(json) {
    /** A new one; what is left out has its default. */
    public constructor(
        project: String,
        handoff: Handoff,
    ) : this(written("project" to project, "handoff" to handoff))

    /** The project. */
    public val project: String get() = text(json["project"])
    /** The package. */
    public val handoff: Handoff get() = Handoff(members(json["handoff"]))
}

/** A package that engineers build from. */
public class Handoff(json: JsonObject) : Document(json) {
    /** A new one; what is left out has its default. */
    public constructor(
        id: String,
        plan: String,
        planVersion: String,
        files: Map<String, String>,
    ) : this(written("id" to id, "plan" to plan, "plan_version" to planVersion, "files" to files))

    /** Made from the content. */
    public val id: String get() = text(json["id"])
    /** The plan. */
    public val plan: String get() = text(json["plan"])
    /** The plan's version. */
    public val planVersion: String get() = text(json["plan_version"])
    /** Text of each file by its path in the folder, with `/` between folders. */
    public val files: Map<String, String> get() = map(json["files"]) { text(it) }
}

/** The times from begin to end of cases: held out ones against simulated ones. */
public class HeldOut(json: JsonObject) : Document(json) {
    /** A new one; what is left out has its default. */
    public constructor(
        fittedCases: Long,
        comparedCases: Long,
        meanMs: Double,
        simulatedMeanMs: Double,
        distanceMs: Double,
        earlierDistanceMs: Double,
        largestDifference: Double,
    ) : this(written("fitted_cases" to fittedCases, "compared_cases" to comparedCases, "mean_ms" to meanMs, "simulated_mean_ms" to simulatedMeanMs, "distance_ms" to distanceMs, "earlier_distance_ms" to earlierDistanceMs, "largest_difference" to largestDifference))

    /** Cases, the earliest ones, that the numbers were taken from. */
    public val fittedCases: Long get() = integer(json["fitted_cases"])
    /** Later cases that were compared. */
    public val comparedCases: Long get() = integer(json["compared_cases"])
    /** Mean time from begin to end of the later cases, in milliseconds. */
    public val meanMs: Double get() = number(json["mean_ms"])
    /** The same of simulated cases. */
    public val simulatedMeanMs: Double get() = number(json["simulated_mean_ms"])
    /**
     * How far the distribution of simulated times lies from that of the later cases, in milliseconds: the mean
     * difference of equal quantiles (the first Wasserstein distance).
     */
    public val distanceMs: Double get() = number(json["distance_ms"])
    /**
     * The same distance for the earlier cases themselves: how far the log is from itself, which no simulation of the
     * earlier cases can be expected to beat.
     */
    public val earlierDistanceMs: Double get() = number(json["earlier_distance_ms"])
    /** The largest difference of the shares below any time, simulated against held out, from 0 to 1. */
    public val largestDifference: Double get() = number(json["largest_difference"])
}

/** How much of a history is wanted. */
public class HistoryRequest(json: JsonObject) : Document(json) {
    /** A new one; what is left out has its default. */
    public constructor(
        project: String,
        most: Long? = null,
    ) : this(written("project" to project, "most" to most))

    /** The project. */
    public val project: String get() = text(json["project"])
    /** Most revisions; 100 where absent. */
    public val most: Long? get() = optional(json["most"]) { integer(it) }
}

/** The revisions of a project. */
public class HistoryResponse(json: JsonObject) : Document(json) {
    /** A new one; what is left out has its default. */
    public constructor(
        revisions: List<Revision>,
    ) : this(written("revisions" to revisions))

    /** Newest first. */
    public val revisions: List<Revision> get() = list(json["revisions"]) { Revision(members(it)) }
}

/** HTTP methods. */
public enum class HttpMethod(override val word: String) : Choice {
    GET("get"),
    POST("post"),
    PUT("put"),
    PATCH("patch"),
    DELETE("delete"),
}

/** A process model that a project is to be made of. */
public class ImportRequest(json: JsonObject) : Document(json) {
    /** A new one; what is left out has its default. */
    public constructor(
        model: String,
        parameters: String? = null,
        name: String? = null,
    ) : this(written("model" to model, "parameters" to parameters, "name" to name))

    /** The model: the text of a BPMN 2.0 file. */
    public val model: String get() = text(json["model"])
    /** The parameters of a simulation in the JSON of Prosimos; those of BIMP or QBP in the model itself where absent. */
    public val parameters: String? get() = optional(json["parameters"]) { text(it) }
    /** A name for the new project; the title of the model where absent. */
    public val name: String? get() = optional(json["name"]) { text(it) }
}

/** A process model as a project. */
public class Imported(json: JsonObject) : Document(json) {
    /** A new one; what is left out has its default. */
    public constructor(
        planned: Planned,
        hasArrivals: Boolean,
        notKept: List<NotKept>,
        cases: Long? = null,
    ) : this(written("planned" to planned, "has_arrivals" to hasArrivals, "not_kept" to notKept, "cases" to cases))

    /** The plan, with what there is to say about it. */
    public val planned: Planned get() = Planned(members(json["planned"]))
    /** Whether the model says when cases arrive. */
    public val hasArrivals: Boolean get() = truth(json["has_arrivals"])
    /** How many cases the parameters ask for. */
    public val cases: Long? get() = optional(json["cases"]) { integer(it) }
    /** What the plan cannot say. */
    public val notKept: List<NotKept> get() = list(json["not_kept"]) { NotKept(members(it)) }
}

/** One procedure of statistics, and the numbers that it is applied to. */
public class InferRequest(json: JsonObject) : Document(json) {
    /** A new one; what is left out has its default. */
    public constructor(
        procedure: Procedure,
        options: TestOptions? = null,
    ) : this(written("procedure" to procedure, "options" to options))

    /** The procedure. */
    public val procedure: Procedure get() = Procedure.of(members(json["procedure"]))
    /** Confidence, direction and the value that is tested against, for procedures that have them. */
    public val options: TestOptions? get() = optional(json["options"]) { TestOptions(members(it)) }
}

/** What a procedure says. What it does not give is absent. */
public class Inferred(json: JsonObject) : Document(json) {
    /** A new one; what is left out has its default. */
    public constructor(
        estimate: Double? = null,
        standardError: Double? = null,
        degreesOfFreedom: Double? = null,
        statistic: Double? = null,
        pValue: Double? = null,
        low: Double? = null,
        high: Double? = null,
        superiority: Double? = null,
        chanceLarger: Double? = null,
        chanceSame: Double? = null,
        lossIfChosen: Double? = null,
        lossIfKept: Double? = null,
        pValues: List<Double>? = null,
        bounds: List<Double?>? = null,
    ) : this(written("estimate" to estimate, "standard_error" to standardError, "degrees_of_freedom" to degreesOfFreedom, "statistic" to statistic, "p_value" to pValue, "low" to low, "high" to high, "superiority" to superiority, "chance_larger" to chanceLarger, "chance_same" to chanceSame, "loss_if_chosen" to lossIfChosen, "loss_if_kept" to lossIfKept, "p_values" to pValues, "bounds" to bounds))

    /** The estimate. */
    public val estimate: Double? get() = optional(json["estimate"]) { number(it) }
    /** Its standard error; of beliefs the standard deviation. */
    public val standardError: Double? get() = optional(json["standard_error"]) { number(it) }
    /** Degrees of freedom; absent where they are infinite. */
    public val degreesOfFreedom: Double? get() = optional(json["degrees_of_freedom"]) { number(it) }
    /** The statistic of the test. */
    public val statistic: Double? get() = optional(json["statistic"]) { number(it) }
    /** Probability of data at least this extreme if the null value were true. */
    public val pValue: Double? get() = optional(json["p_value"]) { number(it) }
    /** Lower end of the interval; absent where it is open. */
    public val low: Double? get() = optional(json["low"]) { number(it) }
    /** Upper end of the interval; absent where it is open. */
    public val high: Double? get() = optional(json["high"]) { number(it) }
    /** Of ranks: how likely a treatment value is larger than a control value, ties half. */
    public val superiority: Double? get() = optional(json["superiority"]) { number(it) }
    /** Of beliefs: probability that the treatment is larger. */
    public val chanceLarger: Double? get() = optional(json["chance_larger"]) { number(it) }
    /** Of a belief: probability that the difference does not matter. */
    public val chanceSame: Double? get() = optional(json["chance_same"]) { number(it) }
    /** Of beliefs: what is given up on average by choosing the treatment, where more is better. */
    public val lossIfChosen: Double? get() = optional(json["loss_if_chosen"]) { number(it) }
    /** Of beliefs: what is given up on average by keeping the control, where more is better. */
    public val lossIfKept: Double? get() = optional(json["loss_if_kept"]) { number(it) }
    /** Adjusted p-values, in the order of those given. */
    public val pValues: List<Double> get() = list(json["p_values"]) { number(it) }
    /** The bound of each look in standard errors; absent where nothing is spent yet. */
    public val bounds: List<Double?> get() = list(json["bounds"]) { optional(it) { number(it) } }
}

/** A rule concluded it. */
public class InferredOrigin(json: JsonObject) : Document(json) {
    /** A new one; what is left out has its default. */
    public constructor(
        rule: String,
        reason: String,
        confidence: Double,
        quotes: List<Quote>? = null,
    ) : this(written("rule" to rule, "reason" to reason, "confidence" to confidence, "quotes" to quotes))

    /** The rule, for example `archetype.checkout`. */
    public val rule: String get() = text(json["rule"])
    /** Why, in one plain sentence. */
    public val reason: String get() = text(json["reason"])
    /** The words that the rule looked at, where there are any. */
    public val quotes: List<Quote> get() = list(json["quotes"]) { Quote(members(it)) }
    /** How sure the rule is, from 0 to 1. */
    public val confidence: Double get() = number(json["confidence"])
}

/** Which assumptions drive a metric: all of them screened, and those that matter measured. */
public class Influence(json: JsonObject) : Document(json) {
    /** A new one; what is left out has its default. */
    public constructor(
        schemaVersion: Long,
        metric: String,
        title: String,
        unit: Unit,
        runs: Long,
        cases: Long,
        mean: Double,
        deviation: Double,
        screened: List<ScreenedAssumption>,
        ranked: List<RankedAssumption>,
    ) : this(written("schema_version" to schemaVersion, "metric" to metric, "title" to title, "unit" to unit, "runs" to runs, "cases" to cases, "mean" to mean, "deviation" to deviation, "screened" to screened, "ranked" to ranked))

    /** Version of this document's shape. */
    public val schemaVersion: Long get() = integer(json["schema_version"])
    /** The metric. */
    public val metric: String get() = text(json["metric"])
    /** Its name for people. */
    public val title: String get() = text(json["title"])
    /** Its unit. */
    public val unit: Unit get() = Unit.of(members(json["unit"]))
    /** How many runs were made in all. */
    public val runs: Long get() = integer(json["runs"])
    /** Cases of each run. */
    public val cases: Long get() = integer(json["cases"])
    /** The mean of the metric over the ranges of the ranked assumptions; its value in the plan where none is ranked. */
    public val mean: Double get() = number(json["mean"])
    /** The standard deviation of the metric over these ranges. */
    public val deviation: Double get() = number(json["deviation"])
    /** Every assumption that a run uses and that has a range, the strongest first. */
    public val screened: List<ScreenedAssumption> get() = list(json["screened"]) { ScreenedAssumption(members(it)) }
    /** The ones that matter, the strongest first: how much of the spread each explains. */
    public val ranked: List<RankedAssumption> get() = list(json["ranked"]) { RankedAssumption(members(it)) }
}

/** How much is spent. */
public class InfluenceOptions(json: JsonObject) : Document(json) {
    /** A new one; what is left out has its default. */
    public constructor(
        cases: Long? = null,
        replications: Long? = null,
        trajectories: Long? = null,
        samples: Long? = null,
        mostRanked: Long? = null,
    ) : this(written("cases" to cases, "replications" to replications, "trajectories" to trajectories, "samples" to samples, "most_ranked" to mostRanked))

    /** Cases of each run. */
    public val cases: Long? get() = optional(json["cases"]) { integer(it) }
    /** Replications of each run. */
    public val replications: Long? get() = optional(json["replications"]) { integer(it) }
    /** Screening: how often each assumption is moved. */
    public val trajectories: Long? get() = optional(json["trajectories"]) { integer(it) }
    /** Measuring: rows of the design; each takes two runs more than there are ranked assumptions. */
    public val samples: Long? get() = optional(json["samples"]) { integer(it) }
    /** Most assumptions that are ranked. */
    public val mostRanked: Long? get() = optional(json["most_ranked"]) { integer(it) }
}

/** Which assumptions drive a metric, and what that means. */
public class Influenced(json: JsonObject) : Document(json) {
    /** A new one; what is left out has its default. */
    public constructor(
        project: String,
        influence: Influence,
        explanation: Explanation,
    ) : this(written("project" to project, "influence" to influence, "explanation" to explanation))

    /** The project. */
    public val project: String get() = text(json["project"])
    /** The figures. */
    public val influence: Influence get() = Influence(members(json["influence"]))
    /** What people should know. */
    public val explanation: Explanation get() = Explanation(members(json["explanation"]))
}

/** A new step. */
public class InsertStep(json: JsonObject) : Document(json) {
    /** A new one; what is left out has its default. */
    public constructor(
        title: String,
        place: Place,
        actor: String? = null,
    ) : this(written("title" to title, "place" to place, "actor" to actor))

    /** The step as an instruction. */
    public val title: String get() = text(json["title"])
    /** Where. */
    public val place: Place get() = Place.of(members(json["place"]))
    /** Who does it; as its neighbour where absent. */
    public val actor: String? get() = optional(json["actor"]) { text(it) }
}

/** One thing that people should know. */
public class Insight(json: JsonObject) : Document(json) {
    /** A new one; what is left out has its default. */
    public constructor(
        id: String,
        kind: InsightKind,
        headline: String,
        text: String,
        importance: Double,
        facts: List<Fact>,
        suggestion: String? = null,
    ) : this(written("id" to id, "kind" to kind, "headline" to headline, "text" to text, "importance" to importance, "facts" to facts, "suggestion" to suggestion))

    /** Names the insight. */
    public val id: String get() = text(json["id"])
    /** What it is about. */
    public val kind: InsightKind get() = choice(InsightKind.entries, json["kind"])
    /** One short line. */
    public val headline: String get() = text(json["headline"])
    /** One to four plain sentences. */
    public val text: String get() = text(json["text"])
    /** From 0 (good to know) to 1 (read this first). */
    public val importance: Double get() = number(json["importance"])
    /** Every figure of the text, with where it was read. */
    public val facts: List<Fact> get() = list(json["facts"]) { Fact(members(it)) }
    /** A sentence that the plan editor understands, where something can be done. */
    public val suggestion: String? get() = optional(json["suggestion"]) { text(it) }
}

/** What an insight is about. */
public enum class InsightKind(override val word: String) : Choice {
    WHY_THIS_PLAN("why_this_plan"),
    WHAT_HAPPENED("what_happened"),
    WHAT_FAILED("what_failed"),
    WHAT_NEXT("what_next"),
    WHAT_MATTERS("what_matters"),
    COMPARISON("comparison"),
    RISK("risk"),
}

/** A whole number between bounds. */
public class IntegerRange(json: JsonObject) : Document(json) {
    /** A new one; what is left out has its default. */
    public constructor(
        minimum: Long,
        maximum: Long,
    ) : this(written("minimum" to minimum, "maximum" to maximum))

    /** Lowest value. */
    public val minimum: Long get() = integer(json["minimum"])
    /** Highest value. */
    public val maximum: Long get() = integer(json["maximum"])
}

/** A goal in structured form. */
public class Intent(json: JsonObject) : Document(json) {
    /** A new one; what is left out has its default. */
    public constructor(
        schemaVersion: Long,
        id: String,
        title: String,
        text: String,
        forms: List<TextForm>,
        kind: IntentKindChoice,
        goal: Statement,
        actors: List<Actor>,
        objects: List<IntentObject>,
        steps: List<StatedStep>,
        blocks: List<Block>,
        constraints: List<Constraint>,
        assumptions: List<Statement>,
        successCriteria: List<SuccessCriterion>,
        limits: List<StatedLimit>,
        nonGoals: List<Statement>,
        questions: List<Question>,
        answers: List<Answer>,
    ) : this(written("schema_version" to schemaVersion, "id" to id, "title" to title, "text" to text, "forms" to forms, "kind" to kind, "goal" to goal, "actors" to actors, "objects" to objects, "steps" to steps, "blocks" to blocks, "constraints" to constraints, "assumptions" to assumptions, "success_criteria" to successCriteria, "limits" to limits, "non_goals" to nonGoals, "questions" to questions, "answers" to answers))

    /** Version of this document's shape. */
    public val schemaVersion: Long get() = integer(json["schema_version"])
    /** Made from the hash of text and answers. */
    public val id: String get() = text(json["id"])
    /** A short name for the idea. */
    public val title: String get() = text(json["title"])
    /** The goal text as it was read; all goal spans point into it. */
    public val text: String get() = text(json["text"])
    /** The forms that were recognised in the text, most important first. */
    public val forms: List<TextForm> get() = list(json["forms"]) { choice(TextForm.entries, it) }
    /** What is to be made. */
    public val kind: IntentKindChoice get() = IntentKindChoice(members(json["kind"]))
    /** What is to be reached, in one sentence. */
    public val goal: Statement get() = Statement(members(json["goal"]))
    /** Who or what acts. */
    public val actors: List<Actor> get() = list(json["actors"]) { Actor(members(it)) }
    /** Things that are handled: orders, forms, accounts. */
    public val objects: List<IntentObject> get() = list(json["objects"]) { IntentObject(members(it)) }
    /** Steps that the text states, in the order in which they happen. */
    public val steps: List<StatedStep> get() = list(json["steps"]) { StatedStep(members(it)) }
    /** Decisions, parallel parts and loops that the stated steps stand in. */
    public val blocks: List<Block> get() = list(json["blocks"]) { Block(members(it)) }
    /** What must, must not or may only be. */
    public val constraints: List<Constraint> get() = list(json["constraints"]) { Constraint(members(it)) }
    /** What the text, or a default, takes for granted. */
    public val assumptions: List<Statement> get() = list(json["assumptions"]) { Statement(members(it)) }
    /** How success will be recognised. */
    public val successCriteria: List<SuccessCriterion> get() = list(json["success_criteria"]) { SuccessCriterion(members(it)) }
    /** Limits on money, time and number. */
    public val limits: List<StatedLimit> get() = list(json["limits"]) { StatedLimit(members(it)) }
    /** What the text says is out of scope. */
    public val nonGoals: List<Statement> get() = list(json["non_goals"]) { Statement(members(it)) }
    /** What is unclear: every candidate as read; after `plan::ask` at most five whose answers change the plan. */
    public val questions: List<Question> get() = list(json["questions"]) { Question(members(it)) }
    /** What the user answered so far. */
    public val answers: List<Answer> get() = list(json["answers"]) { Answer(members(it)) }
}

/** A typed change of an intent. */
public sealed class IntentChange(json: JsonObject) : Document(json) {
    /** The form `set_kind`. */
    public class SetKind(public val value: aura.documents.KindChange) : IntentChange(JsonObject(written("type" to "set_kind") + value.json))
    /** The form `set_criterion`. */
    public class SetCriterion(public val value: aura.documents.CriterionChange) : IntentChange(JsonObject(written("type" to "set_criterion") + value.json))
    /** The form `add_criterion`. */
    public class AddCriterion(public val value: aura.documents.NewCriterion) : IntentChange(JsonObject(written("type" to "add_criterion") + value.json))
    /** The form `set_step_actor`. */
    public class SetStepActor(public val value: aura.documents.StepActorChange) : IntentChange(JsonObject(written("type" to "set_step_actor") + value.json))
    /** The form `add_step`. */
    public class AddStep(public val value: aura.documents.NewStatedStep) : IntentChange(JsonObject(written("type" to "add_step") + value.json))
    /** The form `add_otherwise`. */
    public class AddOtherwise(public val value: aura.documents.OtherwiseChange) : IntentChange(JsonObject(written("type" to "add_otherwise") + value.json))
    /** The form `set_repeat_limit`. */
    public class SetRepeatLimit(public val value: aura.documents.RepeatChange) : IntentChange(JsonObject(written("type" to "set_repeat_limit") + value.json))
    /** The form `set_step_time`. */
    public class SetStepTime(public val value: aura.documents.StepTimeChange) : IntentChange(JsonObject(written("type" to "set_step_time") + value.json))
    /** The form `place_step`. */
    public class PlaceStep(public val value: aura.documents.StepPlaceChange) : IntentChange(JsonObject(written("type" to "place_step") + value.json))
    /** The form `set_wording`. */
    public class SetWording(public val value: aura.documents.WordingChange) : IntentChange(JsonObject(written("type" to "set_wording") + value.json))
    /** The form `add_constraint`. */
    public class AddConstraint(public val value: aura.documents.NewConstraint) : IntentChange(JsonObject(written("type" to "add_constraint") + value.json))
    /** The form `add_assumption`. */
    public class AddAssumption(public val value: aura.documents.NewAssumption) : IntentChange(JsonObject(written("type" to "add_assumption") + value.json))
    /** The form `drop`. */
    public class Drop(public val value: aura.documents.DroppedItem) : IntentChange(JsonObject(written("type" to "drop") + value.json))
    /** A form of a later version. */
    public class Unrecognized(json: JsonObject) : IntentChange(json)

    internal companion object {
        fun of(json: JsonObject): IntentChange = when (text(json["type"])) {
            "set_kind" -> SetKind(KindChange(json))
            "set_criterion" -> SetCriterion(CriterionChange(json))
            "add_criterion" -> AddCriterion(NewCriterion(json))
            "set_step_actor" -> SetStepActor(StepActorChange(json))
            "add_step" -> AddStep(NewStatedStep(json))
            "add_otherwise" -> AddOtherwise(OtherwiseChange(json))
            "set_repeat_limit" -> SetRepeatLimit(RepeatChange(json))
            "set_step_time" -> SetStepTime(StepTimeChange(json))
            "place_step" -> PlaceStep(StepPlaceChange(json))
            "set_wording" -> SetWording(WordingChange(json))
            "add_constraint" -> AddConstraint(NewConstraint(json))
            "add_assumption" -> AddAssumption(NewAssumption(json))
            "drop" -> Drop(DroppedItem(json))
            else -> Unrecognized(json)
        }
    }
}

/** What is to be made. */
public enum class IntentKind(override val word: String) : Choice {
    WORKFLOW("workflow"),
    PROTOTYPE("prototype"),
    EXPERIMENT("experiment"),
}

/** What is to be made, with the evidence for it. */
public class IntentKindChoice(json: JsonObject) : Document(json) {
    /** A new one; what is left out has its default. */
    public constructor(
        value: IntentKind,
        origin: Origin,
    ) : this(written("value" to value, "origin" to origin))

    /** The choice. */
    public val value: IntentKind get() = choice(IntentKind.entries, json["value"])
    /** Where it comes from. */
    public val origin: Origin get() = Origin.of(members(json["origin"]))
}

/** A thing that is handled. */
public class IntentObject(json: JsonObject) : Document(json) {
    /** A new one; what is left out has its default. */
    public constructor(
        id: String,
        name: String,
        origin: Origin,
        properties: List<String>? = null,
    ) : this(written("id" to id, "name" to name, "origin" to origin, "properties" to properties))

    /** Names the object within the intent. */
    public val id: String get() = text(json["id"])
    /** Singular noun phrase in the user's words, without article, lower-case unless a name. */
    public val name: String get() = text(json["name"])
    /** Properties that the text names, for example `email`. */
    public val properties: List<String> get() = list(json["properties"]) { text(it) }
    /** Where it comes from. */
    public val origin: Origin get() = Origin.of(members(json["origin"]))
}

/** One thing that somebody did. */
public class Interaction(json: JsonObject) : Document(json) {
    /** A new one; what is left out has its default. */
    public constructor(
        sequence: Long,
        atMs: Long,
        page: String,
        action: InteractionKind,
        target: String? = null,
    ) : this(written("sequence" to sequence, "at_ms" to atMs, "page" to page, "action" to action, "target" to target))

    /** Counts from 1. */
    public val sequence: Long get() = integer(json["sequence"])
    /** Milliseconds since the session began. */
    public val atMs: Long get() = integer(json["at_ms"])
    /** The page. */
    public val page: String get() = text(json["page"])
    /** What was done. */
    public val action: InteractionKind get() = choice(InteractionKind.entries, json["action"])
    /** The button or field. */
    public val target: String? get() = optional(json["target"]) { text(it) }
}

/** What can be done. */
public enum class InteractionKind(override val word: String) : Choice {
    SHOW("show"),
    CHANGE("change"),
    PRESS("press"),
    BACK("back"),
    REFUSE("refuse"),
    RESTART("restart"),
}

/** An interpreted goal. */
public class Interpreted(json: JsonObject) : Document(json) {
    /** A new one; what is left out has its default. */
    public constructor(
        project: String,
        intent: Intent,
    ) : this(written("project" to project, "intent" to intent))

    /** The project. */
    public val project: String get() = text(json["project"])
    /** The goal as structure, with the questions that are open. */
    public val intent: Intent get() = Intent(members(json["intent"]))
}

/** An item of a project that is asked about. */
public class ItemRequest(json: JsonObject) : Document(json) {
    /** A new one; what is left out has its default. */
    public constructor(
        project: String,
        item: String,
    ) : this(written("project" to project, "item" to item))

    /** The project. */
    public val project: String get() = text(json["project"])
    /** The id of the item, for example `step_pay`. */
    public val item: String get() = text(json["item"])
}

/** Parts that are to become the run of a project. */
public class JoinRequest(json: JsonObject) : Document(json) {
    /** A new one; what is left out has its default. */
    public constructor(
        project: String,
        scenario: Scenario,
        partsBase64: List<String>,
    ) : this(written("project" to project, "scenario" to scenario, "parts_base64" to partsBase64))

    /** The project, whose plan must still be the one of the parts. */
    public val project: String get() = text(json["project"])
    /** The circumstances, as they were prepared. */
    public val scenario: Scenario get() = Scenario(members(json["scenario"]))
    /** All parts, in any order. */
    public val partsBase64: List<String> get() = list(json["parts_base64"]) { text(it) }
}

/** As what a column was kept. */
public enum class KeptAs(override val word: String) : Choice {
    CATEGORIES("categories"),
    NUMBERS("numbers"),
    MOMENTS("moments"),
    MADE_UP("made_up"),
    LEFT_OUT("left_out"),
}

/** What is to be made. */
public class KindChange(json: JsonObject) : Document(json) {
    /** A new one; what is left out has its default. */
    public constructor(
        kind: IntentKind,
    ) : this(written("kind" to kind))

    /** The kind. */
    public val kind: IntentKind get() = choice(IntentKind.entries, json["kind"])
}

/** An event log that numbers, or a plan, are to be taken from. */
public class LearnRequest(json: JsonObject) : Document(json) {
    /** A new one; what is left out has its default. */
    public constructor(
        log: String? = null,
        logBase64: String? = null,
        project: String? = null,
        name: String? = null,
        source: String? = null,
        fittedShare: Double? = null,
        columns: LogOptions? = null,
    ) : this(written("log" to log, "log_base64" to logBase64, "project" to project, "name" to name, "source" to source, "fitted_share" to fittedShare, "columns" to columns))

    /** The log: the text of an XES file, or of a table in CSV with one event in each row. */
    public val log: String? get() = optional(json["log"]) { text(it) }
    /** The log as bytes in base64 instead, for example packed with gzip. */
    public val logBase64: String? get() = optional(json["log_base64"]) { text(it) }
    /** The project whose plan gets the numbers; a plan is drawn from the log, and a project made, where absent. */
    public val project: String? get() = optional(json["project"]) { text(it) }
    /** A name for the new project. */
    public val name: String? get() = optional(json["name"]) { text(it) }
    /** What the log is called, for origins; `event log` where absent. */
    public val source: String? get() = optional(json["source"]) { text(it) }
    /** The share of cases, the earliest first, that numbers are fitted to before the rest is compared; 0.7 where absent. */
    public val fittedShare: Double? get() = optional(json["fitted_share"]) { number(it) }
    /** How a table is read; everything is found from the names of the columns where absent. */
    public val columns: LogOptions? get() = optional(json["columns"]) { LogOptions(members(it)) }
}

/** What was learned, as it stands in the project. */
public class LearnedPlan(json: JsonObject) : Document(json) {
    /** A new one; what is left out has its default. */
    public constructor(
        planned: Planned,
        cases: Long,
        events: Long,
        measured: List<Measured>,
        replay: ReplayFit,
        notes: List<String>,
        heldOut: HeldOut? = null,
    ) : this(written("planned" to planned, "cases" to cases, "events" to events, "measured" to measured, "replay" to replay, "notes" to notes, "held_out" to heldOut))

    /** The plan with measured numbers, and what there is to say about it. */
    public val planned: Planned get() = Planned(members(json["planned"]))
    /** Cases of the log. */
    public val cases: Long get() = integer(json["cases"])
    /** Events of the log. */
    public val events: Long get() = integer(json["events"])
    /** What was measured, number by number. */
    public val measured: List<Measured> get() = list(json["measured"]) { Measured(members(it)) }
    /** How well the log goes through the plan. */
    public val replay: ReplayFit get() = ReplayFit(members(json["replay"]))
    /** The comparison with cases that were held out; absent where there are too few. */
    public val heldOut: HeldOut? get() = optional(json["held_out"]) { HeldOut(members(it)) }
    /** What the log does not say, and what stands in its place. */
    public val notes: List<String> get() = list(json["notes"]) { text(it) }
}

/** What was kept of a sample. */
public class LikenessReport(json: JsonObject) : Document(json) {
    /** A new one; what is left out has its default. */
    public constructor(
        records: Long,
        smallestGroup: Long,
        columns: List<ColumnReport>,
        correlations: List<ColumnPair>,
        shrinkage: Double,
    ) : this(written("records" to records, "smallest_group" to smallestGroup, "columns" to columns, "correlations" to correlations, "shrinkage" to shrinkage))

    /** How many records the sample has. */
    public val records: Long get() = integer(json["records"])
    /** The fewest records that any figure stands for. */
    public val smallestGroup: Long get() = integer(json["smallest_group"])
    /** What was kept of each column. */
    public val columns: List<ColumnReport> get() = list(json["columns"]) { ColumnReport(members(it)) }
    /**
     * What hangs together: correlations of normal scores beyond 0.05, the strongest first. `age is there` stands for
     * whether the column `age` has a value.
     */
    public val correlations: List<ColumnPair> get() = list(json["correlations"]) { ColumnPair(members(it)) }
    /** By how much correlations were made smaller, so that they can hold together; from 0 to 1. */
    public val shrinkage: Double get() = number(json["shrinkage"])
}

/** Upper bounds for inputs, documents and runs. Each has a default that ordinary use never meets. */
public class Limits(json: JsonObject) : Document(json) {
    /** A new one; what is left out has its default. */
    public constructor(
        goalBytes: Long? = null,
        sentenceBytes: Long? = null,
        documentBytes: Long? = null,
        statedSteps: Long? = null,
        questions: Long? = null,
        planNodes: Long? = null,
        planFlows: Long? = null,
        cases: Long? = null,
        replications: Long? = null,
        events: Long? = null,
        visitsPerNode: Long? = null,
        virtualTimeMs: Long? = null,
        traceBytes: Long? = null,
        memoryBytes: Long? = null,
        logBytes: Long? = null,
        logEvents: Long? = null,
        xmlDepth: Long? = null,
        variants: Long? = null,
        metrics: Long? = null,
    ) : this(written("goal_bytes" to goalBytes, "sentence_bytes" to sentenceBytes, "document_bytes" to documentBytes, "stated_steps" to statedSteps, "questions" to questions, "plan_nodes" to planNodes, "plan_flows" to planFlows, "cases" to cases, "replications" to replications, "events" to events, "visits_per_node" to visitsPerNode, "virtual_time_ms" to virtualTimeMs, "trace_bytes" to traceBytes, "memory_bytes" to memoryBytes, "log_bytes" to logBytes, "log_events" to logEvents, "xml_depth" to xmlDepth, "variants" to variants, "metrics" to metrics))

    /** Longest goal text, in bytes. */
    public val goalBytes: Long? get() = optional(json["goal_bytes"]) { integer(it) }
    /** Longest edit or answer in plain English, in bytes. */
    public val sentenceBytes: Long? get() = optional(json["sentence_bytes"]) { integer(it) }
    /** Largest JSON document that is read, in bytes. */
    public val documentBytes: Long? get() = optional(json["document_bytes"]) { integer(it) }
    /** Most stated steps that are taken from one goal. */
    public val statedSteps: Long? get() = optional(json["stated_steps"]) { integer(it) }
    /** Most questions that are asked about one goal. */
    public val questions: Long? get() = optional(json["questions"]) { integer(it) }
    /** Most nodes of one plan. */
    public val planNodes: Long? get() = optional(json["plan_nodes"]) { integer(it) }
    /** Most flows of one plan. */
    public val planFlows: Long? get() = optional(json["plan_flows"]) { integer(it) }
    /** Most cases of one run, over all replications. */
    public val cases: Long? get() = optional(json["cases"]) { integer(it) }
    /** Most replications of one run. */
    public val replications: Long? get() = optional(json["replications"]) { integer(it) }
    /** Most events of one run, over all replications. */
    public val events: Long? get() = optional(json["events"]) { integer(it) }
    /** Most times that one case may pass the same node. */
    public val visitsPerNode: Long? get() = optional(json["visits_per_node"]) { integer(it) }
    /** Longest virtual time of one run, in milliseconds. */
    public val virtualTimeMs: Long? get() = optional(json["virtual_time_ms"]) { integer(it) }
    /** Most bytes of one recorded trace. */
    public val traceBytes: Long? get() = optional(json["trace_bytes"]) { integer(it) }
    /** Most bytes of memory of one simulation, as it counts them itself. */
    public val memoryBytes: Long? get() = optional(json["memory_bytes"]) { integer(it) }
    /** Longest event log, in bytes after unpacking. */
    public val logBytes: Long? get() = optional(json["log_bytes"]) { integer(it) }
    /** Most events of one event log, and most cases. */
    public val logEvents: Long? get() = optional(json["log_events"]) { integer(it) }
    /** How deep elements of an imported XML file may lie in each other. */
    public val xmlDepth: Long? get() = optional(json["xml_depth"]) { integer(it) }
    /** Most variants of one experiment. */
    public val variants: Long? get() = optional(json["variants"]) { integer(it) }
    /** Most metrics of one experiment. */
    public val metrics: Long? get() = optional(json["metrics"]) { integer(it) }
}

/** One arm. */
public class LiveArm(json: JsonObject) : Document(json) {
    /** A new one; what is left out has its default. */
    public constructor(
        name: String,
        weight: Double,
    ) : this(written("name" to name, "weight" to weight))

    /** As it stands in the data. */
    public val name: String get() = text(json["name"])
    /** Its planned share; shares need not sum to 1. */
    public val weight: Double get() = number(json["weight"])
}

/** What the data say about one arm. */
public class LiveArmVerdict(json: JsonObject) : Document(json) {
    /** A new one; what is left out has its default. */
    public constructor(
        arm: String,
        decision: Decision,
        reasons: List<String>,
        wouldChange: String,
        metrics: List<LiveComparison>,
        moreUnits: Long? = null,
        moreDays: Long? = null,
        looks: List<LiveLook>? = null,
        spread: List<LiveSpread>? = null,
        segments: List<LiveSegment>? = null,
    ) : this(written("arm" to arm, "decision" to decision, "reasons" to reasons, "would_change" to wouldChange, "metrics" to metrics, "more_units" to moreUnits, "more_days" to moreDays, "looks" to looks, "spread" to spread, "segments" to segments))

    /** The arm. */
    public val arm: String get() = text(json["arm"])
    /** What to do. */
    public val decision: Decision get() = choice(Decision.entries, json["decision"])
    /** Why, one plain sentence each. */
    public val reasons: List<String> get() = list(json["reasons"]) { text(it) }
    /** What would have to be different for another verdict, in one plain sentence. */
    public val wouldChange: String get() = text(json["would_change"])
    /** Every metric. */
    public val metrics: List<LiveComparison> get() = list(json["metrics"]) { LiveComparison(members(it)) }
    /** How many more units (both arms) would decide with a chance of 80 %, where the verdict is to extend. */
    public val moreUnits: Long? get() = optional(json["more_units"]) { integer(it) }
    /** How many more days that takes at the present pace, where times are known. */
    public val moreDays: Long? get() = optional(json["more_days"]) { integer(it) }
    /** The difference of the metric that decides as it stood after each day, where times are known. */
    public val looks: List<LiveLook> get() = list(json["looks"]) { LiveLook(members(it)) }
    /**
     * How far the values of the metric that decides reach in both arms, as measured: empty for shares and times, and where
     * the data came as sums.
     */
    public val spread: List<LiveSpread> get() = list(json["spread"]) { LiveSpread(members(it)) }
    /**
     * The metric that decides in each part of the population, by name, where strata were stated and both arms have
     * enough units there; the 50 largest.
     */
    public val segments: List<LiveSegment> get() = list(json["segments"]) { LiveSegment(members(it)) }
}

/** How units get their arm. */
public class LiveAssignment(json: JsonObject) : Document(json) {
    /** A new one; what is left out has its default. */
    public constructor(
        key: String,
        coverage: Double,
    ) : this(written("key" to key, "coverage" to coverage))

    /** Seed of the hash; two tests with different keys are independent. */
    public val key: String get() = text(json["key"])
    /** Share of all units that are included, from 0 to 1. */
    public val coverage: Double get() = number(json["coverage"])
}

/** What is believed after the data. It does not depend on how often was looked; how often one errs does. */
public class LiveBelief(json: JsonObject) : Document(json) {
    /** A new one; what is left out has its default. */
    public constructor(
        method: String,
        chanceBetter: Double,
        lossIfChosen: Double,
        lossIfKept: Double,
        difference: Double,
        sentence: String,
        chanceSame: Double? = null,
        interval: BeliefInterval? = null,
    ) : this(written("method" to method, "chance_better" to chanceBetter, "loss_if_chosen" to lossIfChosen, "loss_if_kept" to lossIfKept, "difference" to difference, "sentence" to sentence, "chance_same" to chanceSame, "interval" to interval))

    /** How it was computed, in a few words. */
    public val method: String get() = text(json["method"])
    /** Probability that the arm is better than the control. */
    public val chanceBetter: Double get() = number(json["chance_better"])
    /**
     * Probability that the difference is smaller than what is worth having, either way (region of practical
     * equivalence). Only of a belief about the difference, where something was stated as worth having.
     */
    public val chanceSame: Double? get() = optional(json["chance_same"]) { number(it) }
    /** What choosing the arm gives up on average (expected loss), in the metric's unit. */
    public val lossIfChosen: Double get() = number(json["loss_if_chosen"])
    /** What keeping the control gives up on average, in the metric's unit. */
    public val lossIfKept: Double get() = number(json["loss_if_kept"])
    /** The mean of the difference. */
    public val difference: Double get() = number(json["difference"])
    /**
     * The interval that holds the difference with the probability of the rule, with equal tails. Only of a belief about
     * the difference.
     */
    public val interval: BeliefInterval? get() = optional(json["interval"]) { BeliefInterval(members(it)) }
    /** One plain sentence that tells it. */
    public val sentence: String get() = text(json["sentence"])
}

/** One metric of an arm against the control. */
public class LiveComparison(json: JsonObject) : Document(json) {
    /** A new one; what is left out has its default. */
    public constructor(
        comparison: Comparison,
        sentence: String,
        expert: ExpertFigures,
        belief: LiveBelief? = null,
    ) : this(written("comparison" to comparison, "sentence" to sentence, "expert" to expert, "belief" to belief))

    /**
     * Effect and interval, valid at this look; `pairs` counts the units of both arms. Of the metric that decides, interval
     * and p-value hold for all treatments together.
     */
    public val comparison: Comparison get() = Comparison(members(json["comparison"]))
    /** One plain sentence that tells it. */
    public val sentence: String get() = text(json["sentence"])
    /** Figures for experts. */
    public val expert: ExpertFigures get() = ExpertFigures(members(json["expert"]))
    /** What is believed after the data, where a belief was stated before them. */
    public val belief: LiveBelief? get() = optional(json["belief"]) { LiveBelief(members(it)) }
}

/** A test with real people, stated before the data. */
public class LiveExperiment(json: JsonObject) : Document(json) {
    /** A new one; what is left out has its default. */
    public constructor(
        schemaVersion: Long,
        title: String,
        unitColumn: String,
        armColumn: String,
        arms: List<LiveArm>,
        metrics: List<LiveMetric>,
        rule: DecisionRule,
        rows: RowKind? = null,
        stratumColumn: String? = null,
        timeColumn: String? = null,
        eventColumn: String? = null,
        windowMs: Long? = null,
        monitoring: Monitoring? = null,
        aim: Aim? = null,
        adjustment: Adjustment? = null,
        armAdjustment: ArmAdjustment? = null,
        plannedUnits: Long? = null,
        assignment: LiveAssignment? = null,
    ) : this(written("schema_version" to schemaVersion, "title" to title, "unit_column" to unitColumn, "arm_column" to armColumn, "arms" to arms, "metrics" to metrics, "rule" to rule, "rows" to rows, "stratum_column" to stratumColumn, "time_column" to timeColumn, "event_column" to eventColumn, "window_ms" to windowMs, "monitoring" to monitoring, "aim" to aim, "adjustment" to adjustment, "arm_adjustment" to armAdjustment, "planned_units" to plannedUnits, "assignment" to assignment))

    /** Version of this document's shape. */
    public val schemaVersion: Long get() = integer(json["schema_version"])
    /** A short name. */
    public val title: String get() = text(json["title"])
    /** The column that names who was assigned. */
    public val unitColumn: String get() = text(json["unit_column"])
    /** The column that names the arm. */
    public val armColumn: String get() = text(json["arm_column"])
    /** The arms; the first one is the control. */
    public val arms: List<LiveArm> get() = list(json["arms"]) { LiveArm(members(it)) }
    /** What is measured; at least one is primary, and the first of those decides. */
    public val metrics: List<LiveMetric> get() = list(json["metrics"]) { LiveMetric(members(it)) }
    /** What one row of the table is. */
    public val rows: RowKind? get() = optional(json["rows"]) { choice(RowKind.entries, it) }
    /** The column that names a part of the population by which results are weighted. */
    public val stratumColumn: String? get() = optional(json["stratum_column"]) { text(it) }
    /** The column with the day or time (RFC 3339) at which a unit came in. */
    public val timeColumn: String? get() = optional(json["time_column"]) { text(it) }
    /** The column that names an event, where outcomes come as a log: events that come twice count once. */
    public val eventColumn: String? get() = optional(json["event_column"]) { text(it) }
    /** How long after a unit came in its outcomes count, in milliseconds; as long as there are any where absent. */
    public val windowMs: Long? get() = optional(json["window_ms"]) { integer(it) }
    /** How often the data are looked at. */
    public val monitoring: Monitoring? get() = optional(json["monitoring"]) { Monitoring.of(members(it)) }
    /** What the primary metric must show. */
    public val aim: Aim? get() = optional(json["aim"]) { choice(Aim.entries, it) }
    /** How the verdict is made. */
    public val rule: DecisionRule get() = DecisionRule(members(json["rule"]))
    /**
     * How the p-values of the secondary metrics of all arms are adjusted for their number. Not at all where absent: each
     * of them is then read by itself, and of twenty that do not change about one will look as if it did.
     */
    public val adjustment: Adjustment? get() = optional(json["adjustment"]) { choice(Adjustment.entries, it) }
    /**
     * How several treatments share the level of the metric that decides. Where absent: by Dunnett's bounds where the data
     * are looked at once, else equally.
     */
    public val armAdjustment: ArmAdjustment? get() = optional(json["arm_adjustment"]) { choice(ArmAdjustment.entries, it) }
    /** How many units (all arms) were planned. */
    public val plannedUnits: Long? get() = optional(json["planned_units"]) { integer(it) }
    /** How units get their arm, where Aura assigns them. */
    public val assignment: LiveAssignment? get() = optional(json["assignment"]) { LiveAssignment(members(it)) }
}

/** The difference as it stood after a day. */
public class LiveLook(json: JsonObject) : Document(json) {
    /** A new one; what is left out has its default. */
    public constructor(
        day: Long,
        units: Long,
        estimate: Double,
        low: Double,
        high: Double,
    ) : this(written("day" to day, "units" to units, "estimate" to estimate, "low" to low, "high" to high))

    /** Counted from the first day, which is 1. */
    public val day: Long get() = integer(json["day"])
    /** Units of both arms up to then. */
    public val units: Long get() = integer(json["units"])
    /** Variant minus control. */
    public val estimate: Double get() = number(json["estimate"])
    /** Lower end of the range of a look at that time. */
    public val low: Double get() = number(json["low"])
    /** Upper end of that range. */
    public val high: Double get() = number(json["high"])
}

/** How a metric is measured. */
public sealed class LiveMeasure(json: JsonObject) : Document(json) {
    /** The form `mean`. */
    public class Mean(public val value: aura.documents.ColumnMeasure) : LiveMeasure(JsonObject(written("type" to "mean") + value.json))
    /** The form `proportion`. */
    public class Proportion(public val value: aura.documents.ColumnMeasure) : LiveMeasure(JsonObject(written("type" to "proportion") + value.json))
    /** The form `ratio`. */
    public class Ratio(public val value: aura.documents.RatioMeasure) : LiveMeasure(JsonObject(written("type" to "ratio") + value.json))
    /** The form `quantile`. */
    public class Quantile(public val value: aura.documents.QuantileMeasure) : LiveMeasure(JsonObject(written("type" to "quantile") + value.json))
    /** The form `count`. */
    public class Count(public val value: aura.documents.CountMeasure) : LiveMeasure(JsonObject(written("type" to "count") + value.json))
    /** The form `time_to_event`. */
    public class TimeToEvent(public val value: aura.documents.TimeToEventMeasure) : LiveMeasure(JsonObject(written("type" to "time_to_event") + value.json))
    /** The form `retention`. */
    public class Retention(public val value: aura.documents.RetentionMeasure) : LiveMeasure(JsonObject(written("type" to "retention") + value.json))
    /** The form `funnel_step`. */
    public class FunnelStep(public val value: aura.documents.FunnelStepMeasure) : LiveMeasure(JsonObject(written("type" to "funnel_step") + value.json))
    /** The form `composed`. */
    public class Composed(public val value: aura.documents.ComposedMeasure) : LiveMeasure(JsonObject(written("type" to "composed") + value.json))
    /** The form `combined`. */
    public class Combined(public val value: aura.documents.CombinedMeasure) : LiveMeasure(JsonObject(written("type" to "combined") + value.json))
    /** A form of a later version. */
    public class Unrecognized(json: JsonObject) : LiveMeasure(json)

    internal companion object {
        fun of(json: JsonObject): LiveMeasure = when (text(json["type"])) {
            "mean" -> Mean(ColumnMeasure(json))
            "proportion" -> Proportion(ColumnMeasure(json))
            "ratio" -> Ratio(RatioMeasure(json))
            "quantile" -> Quantile(QuantileMeasure(json))
            "count" -> Count(CountMeasure(json))
            "time_to_event" -> TimeToEvent(TimeToEventMeasure(json))
            "retention" -> Retention(RetentionMeasure(json))
            "funnel_step" -> FunnelStep(FunnelStepMeasure(json))
            "composed" -> Composed(ComposedMeasure(json))
            "combined" -> Combined(CombinedMeasure(json))
            else -> Unrecognized(json)
        }
    }
}

/** What is measured. */
public class LiveMetric(json: JsonObject) : Document(json) {
    /** A new one; what is left out has its default. */
    public constructor(
        id: String,
        title: String,
        measure: LiveMeasure,
        unit: Unit,
        direction: Direction,
        role: MetricRole,
        covariates: List<String>? = null,
        learnedFrom: List<String>? = null,
        cap: Double? = null,
        floor: Double? = null,
        winsorize: Winsorizing? = null,
        prior: Prior? = null,
    ) : this(written("id" to id, "title" to title, "measure" to measure, "unit" to unit, "direction" to direction, "role" to role, "covariates" to covariates, "learned_from" to learnedFrom, "cap" to cap, "floor" to floor, "winsorize" to winsorize, "prior" to prior))

    /** Names the metric: `metric_` and a short word. */
    public val id: String get() = text(json["id"])
    /** For people. */
    public val title: String get() = text(json["title"])
    /** How it is measured. */
    public val measure: LiveMeasure get() = LiveMeasure.of(members(json["measure"]))
    /** The unit of its values. */
    public val unit: Unit get() = Unit.of(members(json["unit"]))
    /** Which way is better. */
    public val direction: Direction get() = choice(Direction.entries, json["direction"])
    /** What it is for. */
    public val role: MetricRole get() = choice(MetricRole.entries, json["role"])
    /** Columns that were known before the unit came in, for a sharper result. */
    public val covariates: List<String> get() = list(json["covariates"]) { text(it) }
    /**
     * Columns that were known before the unit came in, from which a prediction of the metric is learned for a sharper
     * result (CUPAC). The prediction of a unit is learned from other units only.
     */
    public val learnedFrom: List<String> get() = list(json["learned_from"]) { text(it) }
    /** Values above count as this; stated before the data. */
    public val cap: Double? get() = optional(json["cap"]) { number(it) }
    /** Values below count as this; stated before the data. */
    public val floor: Double? get() = optional(json["floor"]) { number(it) }
    /** Values beyond these quantiles of all arms together count as the value there; stated before the data. */
    public val winsorize: Winsorizing? get() = optional(json["winsorize"]) { Winsorizing(members(it)) }
    /**
     * What was believed before the data; where it is stated, the verdict tells what is believed after them as well. The
     * decision stays that of the rule.
     */
    public val prior: Prior? get() = optional(json["prior"]) { Prior.of(members(it)) }
}

/** The metric that decides in one part of the population. */
public class LiveSegment(json: JsonObject) : Document(json) {
    /** A new one; what is left out has its default. */
    public constructor(
        part: String,
        comparison: Comparison,
        sentence: String,
    ) : this(written("part" to part, "comparison" to comparison, "sentence" to sentence))

    /** The value of the column of strata. */
    public val part: String get() = text(json["part"])
    /** The effect in this part alone. The intervals and p-values of all parts hold together (Bonferroni). */
    public val comparison: Comparison get() = Comparison(members(json["comparison"]))
    /** One plain sentence that tells it. */
    public val sentence: String get() = text(json["sentence"])
}

/** How far the values of a share of all units reach. */
public class LiveSpread(json: JsonObject) : Document(json) {
    /** A new one; what is left out has its default. */
    public constructor(
        share: Double,
        control: Double,
        variant: Double,
    ) : this(written("share" to share, "control" to control, "variant" to variant))

    /** The share, from 0 to 1: 0.5 is the lower half. */
    public val share: Double get() = number(json["share"])
    /** In the control, this share of units has at most this value. */
    public val control: Double get() = number(json["control"])
    /** In the arm, this share of units has at most this value. */
    public val variant: Double get() = number(json["variant"])
}

/** What the data say. */
public class LiveVerdict(json: JsonObject) : Document(json) {
    /** A new one; what is left out has its default. */
    public constructor(
        schemaVersion: Long,
        id: String,
        experiment: LiveExperiment,
        definitionHash: String,
        dataHash: String,
        engineVersion: String,
        isSimulated: Boolean,
        units: List<Long>,
        checks: List<TrustCheck>,
        arms: List<LiveArmVerdict>,
        recommended: String? = null,
    ) : this(written("schema_version" to schemaVersion, "id" to id, "experiment" to experiment, "definition_hash" to definitionHash, "data_hash" to dataHash, "engine_version" to engineVersion, "is_simulated" to isSimulated, "units" to units, "checks" to checks, "arms" to arms, "recommended" to recommended))

    /** Version of this document's shape. */
    public val schemaVersion: Long get() = integer(json["schema_version"])
    /** Made from the content. */
    public val id: String get() = text(json["id"])
    /** What was stated before the data. */
    public val experiment: LiveExperiment get() = LiveExperiment(members(json["experiment"]))
    /** Hash of that statement. */
    public val definitionHash: String get() = text(json["definition_hash"])
    /** Hash of the data as they were read. */
    public val dataHash: String get() = text(json["data_hash"])
    /** Version of the engine. */
    public val engineVersion: String get() = text(json["engine_version"])
    /** Always false: this is evidence from real people. */
    public val isSimulated: Boolean get() = truth(json["is_simulated"])
    /** Units of each arm, in the order of the arms. */
    public val units: List<Long> get() = list(json["units"]) { integer(it) }
    /** Whether the data can be trusted. */
    public val checks: List<TrustCheck> get() = list(json["checks"]) { TrustCheck(members(it)) }
    /** One entry for each arm beside the control. */
    public val arms: List<LiveArmVerdict> get() = list(json["arms"]) { LiveArmVerdict(members(it)) }
    /** The arm to take, where there is one. */
    public val recommended: String? get() = optional(json["recommended"]) { text(it) }
}

/** The language and the country that names, addresses and telephone numbers are made for, as a tag of BCP 47. */
public enum class Locale(override val word: String) : Choice {
    EN("en"),
    DE("de"),
    FR("fr"),
    IT("it"),
    NL("nl"),
    PT_BR("pt-BR"),
    PT_PT("pt-PT"),
    ZH_CN("zh-CN"),
}

/** A form of event logs. */
public enum class LogFormat(override val word: String) : Choice {
    XES("xes"),
    CSV("csv"),
}

/** How a table is read. Everything that is absent is found from the names of the columns. */
public class LogOptions(json: JsonObject) : Document(json) {
    /** A new one; what is left out has its default. */
    public constructor(
        case: String? = null,
        activity: String? = null,
        time: String? = null,
        started: String? = null,
        resource: String? = null,
        transition: String? = null,
        separator: String? = null,
        dateOrder: DateOrder? = null,
    ) : this(written("case" to case, "activity" to activity, "time" to time, "started" to started, "resource" to resource, "transition" to transition, "separator" to separator, "date_order" to dateOrder))

    /** The column that names the case. */
    public val case: String? get() = optional(json["case"]) { text(it) }
    /** The column that names what was done. */
    public val activity: String? get() = optional(json["activity"]) { text(it) }
    /** The column with the moment of the event, or of its end. */
    public val time: String? get() = optional(json["time"]) { text(it) }
    /** The column with the moment at which the work began. */
    public val started: String? get() = optional(json["started"]) { text(it) }
    /** The column that says who did it. */
    public val resource: String? get() = optional(json["resource"]) { text(it) }
    /** The column with the transition of the life cycle. */
    public val transition: String? get() = optional(json["transition"]) { text(it) }
    /** The sign between cells; the most frequent of `,`, `;`, tab and `|` in the first line where absent. */
    public val separator: String? get() = optional(json["separator"]) { text(it) }
    /** The order of days like `03/04/2026`; found from the values where they allow only one. */
    public val dateOrder: DateOrder? get() = optional(json["date_order"]) { choice(DateOrder.entries, it) }
}

/** Steps are done again. */
public class LoopNodes(json: JsonObject) : Document(json) {
    /** A new one; what is left out has its default. */
    public constructor(
        first: String,
        last: String,
        condition: String,
        whileHolds: Boolean,
        maxTimes: Long,
        checkFirst: Boolean? = null,
    ) : this(written("first" to first, "last" to last, "condition" to condition, "while_holds" to whileHolds, "max_times" to maxTimes, "check_first" to checkFirst))

    /** First node of the loop. */
    public val first: String get() = text(json["first"])
    /** Last node of the loop; the same as the first where one node is repeated. */
    public val last: String get() = text(json["last"])
    /** What is checked, in English. */
    public val condition: String get() = text(json["condition"])
    /** Whether the loop goes on while the condition holds (else until it holds). */
    public val whileHolds: Boolean get() = truth(json["while_holds"])
    /** Most rounds. */
    public val maxTimes: Long get() = integer(json["max_times"])
    /** Whether it is checked before the first round, so that there may be none; else after every round. */
    public val checkFirst: Boolean? get() = optional(json["check_first"]) { truth(it) }
}

/** A mean and a standard deviation. */
public class MeanAndDeviation(json: JsonObject) : Document(json) {
    /** A new one; what is left out has its default. */
    public constructor(
        mean: Double,
        standardDeviation: Double,
    ) : this(written("mean" to mean, "standard_deviation" to standardDeviation))

    /** Mean. */
    public val mean: Double get() = number(json["mean"])
    /** Standard deviation. */
    public val standardDeviation: Double get() = number(json["standard_deviation"])
}

/** How much the units of a mean differ. */
public class MeanPower(json: JsonObject) : Document(json) {
    /** A new one; what is left out has its default. */
    public constructor(
        deviation: Double,
    ) : this(written("deviation" to deviation))

    /** Standard deviation of one unit. */
    public val deviation: Double get() = number(json["deviation"])
}

/** A mean. */
public class MeanValue(json: JsonObject) : Document(json) {
    /** A new one; what is left out has its default. */
    public constructor(
        mean: Double,
    ) : this(written("mean" to mean))

    /** Mean. */
    public val mean: Double get() = number(json["mean"])
}

/** Which error a difference of means has. */
public enum class MeansMethod(override val word: String) : Choice {
    WELCH("welch"),
    POOLED("pooled"),
    Z("z"),
}

/** How a metric is measured on a case of a run. Per-case values are averaged unless the measure says otherwise. */
public sealed class Measure(json: JsonObject) : Document(json) {
    /** The form `outcome_share`. */
    public class OutcomeShare(public val value: aura.documents.OutcomeMeasure) : Measure(JsonObject(written("type" to "outcome_share") + value.json))
    /** The form `reached_share`. */
    public class ReachedShare(public val value: aura.documents.NodeMeasure) : Measure(JsonObject(written("type" to "reached_share") + value.json))
    /** The form `visits_per_case`. */
    public class VisitsPerCase(public val value: aura.documents.NodeMeasure) : Measure(JsonObject(written("type" to "visits_per_case") + value.json))
    /** The form `cycle_time`. */
    public class CycleTime(public val value: aura.documents.TimeMeasure) : Measure(JsonObject(written("type" to "cycle_time") + value.json))
    /** The form `waiting_time`. */
    public class WaitingTime(public val value: aura.documents.TimeMeasure) : Measure(JsonObject(written("type" to "waiting_time") + value.json))
    /** The form `working_time`. */
    public class WorkingTime(public val value: aura.documents.TimeMeasure) : Measure(JsonObject(written("type" to "working_time") + value.json))
    /** The form `within_time`. */
    public class WithinTime(public val value: aura.documents.DeadlineMeasure) : Measure(JsonObject(written("type" to "within_time") + value.json))
    /** The form `cost_per_case`. */
    public class CostPerCase(public val value: aura.documents.MeasureCostPerCase) : Measure(JsonObject(written("type" to "cost_per_case") + value.json))
    /** The form `failure_share`. */
    public class FailureShare(public val value: aura.documents.MeasureFailureShare) : Measure(JsonObject(written("type" to "failure_share") + value.json))
    /** The form `real_use`. */
    public class RealUse(public val value: aura.documents.MeasureRealUse) : Measure(JsonObject(written("type" to "real_use") + value.json))
    /** A form of a later version. */
    public class Unrecognized(json: JsonObject) : Measure(json)

    internal companion object {
        fun of(json: JsonObject): Measure = when (text(json["type"])) {
            "outcome_share" -> OutcomeShare(OutcomeMeasure(json))
            "reached_share" -> ReachedShare(NodeMeasure(json))
            "visits_per_case" -> VisitsPerCase(NodeMeasure(json))
            "cycle_time" -> CycleTime(TimeMeasure(json))
            "waiting_time" -> WaitingTime(TimeMeasure(json))
            "working_time" -> WorkingTime(TimeMeasure(json))
            "within_time" -> WithinTime(DeadlineMeasure(json))
            "cost_per_case" -> CostPerCase(MeasureCostPerCase(json))
            "failure_share" -> FailureShare(MeasureFailureShare(json))
            "real_use" -> RealUse(MeasureRealUse(json))
            else -> Unrecognized(json)
        }
    }
}

/** Money that a case costs, in major units. */
public class MeasureCostPerCase(json: JsonObject) : Document(json) {
    public constructor() : this(written())
}

/** Share of cases in which at least one failure mode struck. */
public class MeasureFailureShare(json: JsonObject) : Document(json) {
    public constructor() : this(written())
}

/** Only real use can show it: no run has a value for it. */
public class MeasureRealUse(json: JsonObject) : Document(json) {
    public constructor() : this(written())
}

/** Points that are to be measured, anywhere. */
public class MeasureRequest(json: JsonObject) : Document(json) {
    /** A new one; what is left out has its default. */
    public constructor(
        plan: Plan,
        scenario: Scenario,
        metric: String,
        points: List<Map<String, Double>>,
        options: InfluenceOptions? = null,
    ) : this(written("plan" to plan, "scenario" to scenario, "metric" to metric, "points" to points, "options" to options))

    /** The plan, as it was prepared. */
    public val plan: Plan get() = Plan(members(json["plan"]))
    /** The circumstances, as they were prepared. */
    public val scenario: Scenario get() = Scenario(members(json["scenario"]))
    /** The metric. */
    public val metric: String get() = text(json["metric"])
    /** How each point is measured. */
    public val options: InfluenceOptions? get() = optional(json["options"]) { InfluenceOptions(members(it)) }
    /** Some of the points. */
    public val points: List<Map<String, Double>> get() = list(json["points"]) { map(it) { number(it) } }
}

/** One number that was taken from the log. */
public class Measured(json: JsonObject) : Document(json) {
    /** A new one; what is left out has its default. */
    public constructor(
        about: String,
        fitted: Fitted,
    ) : this(written("about" to about, "fitted" to fitted))

    /** What it is about, for example `working time of Check the claim`. */
    public val about: String get() = text(json["about"])
    /** Its distribution, and how well that fits. */
    public val fitted: Fitted get() = Fitted(members(json["fitted"]))
}

/** One arm: its values, or what is known of them. */
public sealed class Measured2(json: JsonObject) : Document(json) {
    /** The form `values`. */
    public class Values(public val value: aura.documents.Measured2Values) : Measured2(JsonObject(written("type" to "values") + value.json))
    /** The form `summary`. */
    public class Summary(public val value: aura.documents.Sample) : Measured2(JsonObject(written("type" to "summary") + value.json))
    /** A form of a later version. */
    public class Unrecognized(json: JsonObject) : Measured2(json)

    internal companion object {
        fun of(json: JsonObject): Measured2 = when (text(json["type"])) {
            "values" -> Values(Measured2Values(json))
            "summary" -> Summary(Sample(json))
            else -> Unrecognized(json)
        }
    }
}

/** The values. */
public class Measured2Values(json: JsonObject) : Document(json) {
    /** A new one; what is left out has its default. */
    public constructor(
        values: List<Double>,
    ) : this(written("values" to values))

    /** One for each unit. */
    public val values: List<Double> get() = list(json["values"]) { number(it) }
}

/** A figure taken from data. */
public class MeasuredOrigin(json: JsonObject) : Document(json) {
    /** A new one; what is left out has its default. */
    public constructor(
        data: String,
        method: String,
        observations: Long,
    ) : this(written("data" to data, "method" to method, "observations" to observations))

    /** Which data, for example the name and hash of a log. */
    public val data: String get() = text(json["data"])
    /** How it was measured. */
    public val method: String get() = text(json["method"])
    /** How many observations stand behind it. */
    public val observations: Long get() = integer(json["observations"])
}

/** Another version of the plan that is to be brought into the present one. */
public class MergeRequest(json: JsonObject) : Document(json) {
    /** A new one; what is left out has its default. */
    public constructor(
        project: String,
        version: String,
        answers: List<Answer>? = null,
        keepMine: Boolean? = null,
    ) : this(written("project" to project, "version" to version, "answers" to answers, "keep_mine" to keepMine))

    /** The project. */
    public val project: String get() = text(json["project"])
    /** The other version: its number in the list of versions, or the beginning of its name. */
    public val version: String get() = text(json["version"])
    /** Answers to the questions of an earlier attempt: `a` keeps ours, `b` takes theirs. */
    public val answers: List<Answer> get() = list(json["answers"]) { Answer(members(it)) }
    /** Keep the present version's side wherever no answer says otherwise. */
    public val keepMine: Boolean? get() = optional(json["keep_mine"]) { truth(it) }
}

/** One step of several. */
public class MergeSteps(json: JsonObject) : Document(json) {
    /** A new one; what is left out has its default. */
    public constructor(
        nodes: List<String>,
        title: String? = null,
    ) : this(written("nodes" to nodes, "title" to title))

    /** The steps, in order; the first keeps its id. */
    public val nodes: List<String> get() = list(json["nodes"]) { text(it) }
    /** The new title; both old ones joined by `and` where absent. */
    public val title: String? get() = optional(json["title"]) { text(it) }
}

/** One part of a conversation. */
public class Message(json: JsonObject) : Document(json) {
    /** A new one; what is left out has its default. */
    public constructor(
        speaker: Speaker,
        text: String,
    ) : this(written("speaker" to speaker, "text" to text))

    /** Who speaks. */
    public val speaker: Speaker get() = choice(Speaker.entries, json["speaker"])
    /** What is said. */
    public val text: String get() = text(json["text"])
}

/** Waits for a message, or for a signal. */
public class MessageEvent(json: JsonObject) : Document(json) {
    /** A new one; what is left out has its default. */
    public constructor(
        from: String,
        delay: String,
        isSignal: Boolean? = null,
    ) : this(written("from" to from, "delay" to delay, "is_signal" to isSignal))

    /** Who sends it. */
    public val from: String get() = text(json["from"])
    /** How long it takes to come, as an assumption in milliseconds. Of a signal: from one to the next. */
    public val delay: String get() = text(json["delay"])
    /**
     * Whether it is a signal: sent once for all, and heard by every case that waits at that moment. A message goes to one
     * case and is sent for it.
     */
    public val isSignal: Boolean? get() = optional(json["is_signal"]) { truth(it) }
}

/** Something measured on every case of a run. */
public class Metric(json: JsonObject) : Document(json) {
    /** A new one; what is left out has its default. */
    public constructor(
        id: String,
        title: String,
        measure: Measure,
        unit: Unit,
        direction: Direction,
        role: MetricRole,
        origin: Origin,
        baseline: Quantity? = null,
        target: Quantity? = null,
        windowMs: Long? = null,
        criterion: String? = null,
    ) : this(written("id" to id, "title" to title, "measure" to measure, "unit" to unit, "direction" to direction, "role" to role, "origin" to origin, "baseline" to baseline, "target" to target, "window_ms" to windowMs, "criterion" to criterion))

    /** Names the metric. */
    public val id: String get() = text(json["id"])
    /** In the user's words, for example `checkout completion`. */
    public val title: String get() = text(json["title"])
    /** How it is measured in a run. */
    public val measure: Measure get() = Measure.of(members(json["measure"]))
    /** The unit of its values. */
    public val unit: Unit get() = Unit.of(members(json["unit"]))
    /** Which way is better. */
    public val direction: Direction get() = choice(Direction.entries, json["direction"])
    /** Whether it decides, is watched, or must not get worse. */
    public val role: MetricRole get() = choice(MetricRole.entries, json["role"])
    /** Today's value, where known. */
    public val baseline: Quantity? get() = optional(json["baseline"]) { Quantity(members(it)) }
    /** The value to reach, where known. */
    public val target: Quantity? get() = optional(json["target"]) { Quantity(members(it)) }
    /** In which time it is to be reached, in milliseconds. */
    public val windowMs: Long? get() = optional(json["window_ms"]) { integer(it) }
    /** The success criterion that it stands for. */
    public val criterion: String? get() = optional(json["criterion"]) { text(it) }
    /** Where it comes from. For a metric that only stands near the criterion this says so. */
    public val origin: Origin get() = Origin.of(members(json["origin"]))
}

/** A metric's value. */
public class MetricResult(json: JsonObject) : Document(json) {
    /** A new one; what is left out has its default. */
    public constructor(
        metric: String,
        title: String,
        unit: Unit,
        estimate: Estimate,
        cases: Long,
        byReplication: List<Double?>,
    ) : this(written("metric" to metric, "title" to title, "unit" to unit, "estimate" to estimate, "cases" to cases, "by_replication" to byReplication))

    /** The metric. */
    public val metric: String get() = text(json["metric"])
    /** Its name for people. */
    public val title: String get() = text(json["title"])
    /** Its unit. */
    public val unit: Unit get() = Unit.of(members(json["unit"]))
    /** Its value over all cases. */
    public val estimate: Estimate get() = Estimate(members(json["estimate"]))
    /** How many cases it is about. */
    public val cases: Long get() = integer(json["cases"])
    /**
     * The value in each replication, in order; absent where no case of the replication counts. Comparisons of
     * variants pair them, as replication `n` of each variant meets the same people.
     */
    public val byReplication: List<Double?> get() = list(json["by_replication"]) { optional(it) { number(it) } }
}

/** What a metric is for. */
public enum class MetricRole(override val word: String) : Choice {
    PRIMARY("primary"),
    SECONDARY("secondary"),
    GUARDRAIL("guardrail"),
}

/** How often a mishap happened. */
public class MishapCount(json: JsonObject) : Document(json) {
    /** A new one; what is left out has its default. */
    public constructor(
        kind: MishapKind,
        times: Long,
    ) : this(written("kind" to kind, "times" to times))

    /** What happened. */
    public val kind: MishapKind get() = choice(MishapKind.entries, json["kind"])
    /** How often. */
    public val times: Long get() = integer(json["times"])
}

/** What goes wrong with data, clicks and messages. */
public enum class MishapKind(override val word: String) : Choice {
    BAD_DATA("bad_data"),
    SUBMITTED_TWICE("submitted_twice"),
    ANSWER_LOST("answer_lost"),
    MESSAGE_LOST("message_lost"),
}

/**
 * What goes wrong with data, clicks and messages beside what the plan says. Each share is from 0 to 1, and 0 where
 * absent.
 */
public class Mishaps(json: JsonObject) : Document(json) {
    /** A new one; what is left out has its default. */
    public constructor(
        badData: Double? = null,
        submittedTwice: Double? = null,
        answerLost: Double? = null,
        messageLost: Double? = null,
    ) : this(written("bad_data" to badData, "submitted_twice" to submittedTwice, "answer_lost" to answerLost, "message_lost" to messageLost))

    /**
     * How likely data is wrong where a gateway takes one of several ways by a condition: the case goes another way, each of
     * them as likely.
     */
    public val badData: Double? get() = optional(json["bad_data"]) { number(it) }
    /**
     * How likely what a person submits reaches the service twice, where the operation may not be done twice. The person
     * sees the first answer.
     */
    public val submittedTwice: Double? get() = optional(json["submitted_twice"]) { number(it) }
    /** How likely the answer of a call is lost after it took effect. The caller waits until its time-out. */
    public val answerLost: Double? get() = optional(json["answer_lost"]) { number(it) }
    /** How likely a message that a case waits for never comes. A case of which nothing else is under way has failed. */
    public val messageLost: Double? get() = optional(json["message_lost"]) { number(it) }
}

/** A distribution with its weight. */
public class MixturePart(json: JsonObject) : Document(json) {
    /** A new one; what is left out has its default. */
    public constructor(
        weight: Double,
        distribution: Distribution,
    ) : this(written("weight" to weight, "distribution" to distribution))

    /** How often it is the one, compared with the others; weights need not add up to 1. */
    public val weight: Double get() = number(json["weight"])
    /** The distribution. */
    public val distribution: Distribution get() = Distribution.of(members(json["distribution"]))
}

/** Distributions with weights. */
public class MixtureParts(json: JsonObject) : Document(json) {
    /** A new one; what is left out has its default. */
    public constructor(
        parts: List<MixturePart>,
    ) : this(written("parts" to parts))

    /** The distributions: 1 to 16, none of them a mixture itself. */
    public val parts: List<MixturePart> get() = list(json["parts"]) { MixturePart(members(it)) }
}

/** The answer of a mock. */
public class MockAnswer(json: JsonObject) : Document(json) {
    /** A new one; what is left out has its default. */
    public constructor(
        status: Long,
        headers: List<List<String>>,
        bodyText: String,
        latencyMs: Long,
        body: JsonElement? = null,
    ) : this(written("status" to status, "headers" to headers, "body_text" to bodyText, "latency_ms" to latencyMs, "body" to body))

    /** The status code. */
    public val status: Long get() = integer(json["status"])
    /** Headers in small letters. */
    public val headers: List<List<String>> get() = list(json["headers"]) { list(it) { text(it) } }
    /** The body where it is JSON. */
    public val body: JsonElement? get() = optional(json["body"]) { anything(it) }
    /** The body as text. */
    public val bodyText: String get() = text(json["body_text"])
    /** How long the service takes, in milliseconds of virtual time. */
    public val latencyMs: Long get() = integer(json["latency_ms"])
}

/** A request to a mock. */
public class MockCall(json: JsonObject) : Document(json) {
    /** A new one; what is left out has its default. */
    public constructor(
        mock: Long,
        method: String,
        target: String,
        headers: Map<String, String>? = null,
        body: JsonElement? = null,
        bodyText: String? = null,
        atMs: Long? = null,
    ) : this(written("mock" to mock, "method" to method, "target" to target, "headers" to headers, "body" to body, "body_text" to bodyText, "at_ms" to atMs))

    /** The number of the mock. */
    public val mock: Long get() = integer(json["mock"])
    /** The method, for example `GET`. */
    public val method: String get() = text(json["method"])
    /** Path and query, for example `/pets?limit=3`. */
    public val target: String get() = text(json["target"])
    /** Headers in any case. */
    public val headers: Map<String, String> get() = map(json["headers"]) { text(it) }
    /** The body as JSON, with the header for it. */
    public val body: JsonElement? get() = optional(json["body"]) { anything(it) }
    /** The body as it is, instead. */
    public val bodyText: String? get() = optional(json["body_text"]) { text(it) }
    /** When it is sent, in milliseconds of virtual time. */
    public val atMs: Long? get() = optional(json["at_ms"]) { integer(it) }
}

/** What can be called. */
public class MockOperation(json: JsonObject) : Document(json) {
    /** A new one; what is left out has its default. */
    public constructor(
        method: String,
        path: String,
    ) : this(written("method" to method, "path" to path))

    /** The method, for example `GET`. */
    public val method: String get() = text(json["method"])
    /** The path as it is written, for example `/pets/{id}`. */
    public val path: String get() = text(json["path"])
}

/** A service that is described and does not exist. */
public class MockRequest(json: JsonObject) : Document(json) {
    /** A new one; what is left out has its default. */
    public constructor(
        description: String,
        seed: Long? = null,
        shortestLatencyMs: Long? = null,
        longestLatencyMs: Long? = null,
        errorShare: Double? = null,
        callsPerSecond: Long? = null,
        locale: Locale? = null,
    ) : this(written("description" to description, "seed" to seed, "shortest_latency_ms" to shortestLatencyMs, "longest_latency_ms" to longestLatencyMs, "error_share" to errorShare, "calls_per_second" to callsPerSecond, "locale" to locale))

    /** The description: OpenAPI 3.0 or 3.1, in JSON or YAML. */
    public val description: String get() = text(json["description"])
    /** The seed of made-up values; 1 where absent. */
    public val seed: Long? get() = optional(json["seed"]) { integer(it) }
    /** The shortest time of an answer, in milliseconds of virtual time. */
    public val shortestLatencyMs: Long? get() = optional(json["shortest_latency_ms"]) { integer(it) }
    /** The longest time of an answer; every value between is as likely. */
    public val longestLatencyMs: Long? get() = optional(json["longest_latency_ms"]) { integer(it) }
    /** Which share of calls fails, from 0 to 1. */
    public val errorShare: Double? get() = optional(json["error_share"]) { number(it) }
    /** Most calls in a second of virtual time; more get 429. */
    public val callsPerSecond: Long? get() = optional(json["calls_per_second"]) { integer(it) }
    /** The language and country of made-up names, addresses and telephone numbers; `en` where absent. */
    public val locale: Locale? get() = optional(json["locale"]) { choice(Locale.entries, it) }
}

/** The sense of a constraint. */
public enum class Modality(override val word: String) : Choice {
    MUST("must"),
    MUST_NOT("must_not"),
    ONLY("only"),
    SHOULD("should"),
}

/** A failure mode strikes. */
public class ModeFault(json: JsonObject) : Document(json) {
    /** A new one; what is left out has its default. */
    public constructor(
        step: String,
        mode: String,
        execution: Long,
    ) : this(written("step" to step, "mode" to mode, "execution" to execution))

    /** The step. */
    public val step: String get() = text(json["step"])
    /** The failure mode. */
    public val mode: String get() = text(json["mode"])
    /** At which of its executions in this case, from 1. */
    public val execution: Long get() = integer(json["execution"])
}

/** What a model is asked. */
public class ModelRequest(json: JsonObject) : Document(json) {
    /** A new one; what is left out has its default. */
    public constructor(
        purpose: String,
        instructions: String,
        messages: List<Message>,
        maxOutputTokens: Long,
        schema: JsonElement? = null,
        seed: Long? = null,
    ) : this(written("purpose" to purpose, "instructions" to instructions, "messages" to messages, "max_output_tokens" to maxOutputTokens, "schema" to schema, "seed" to seed))

    /** What the answer is for, for example `intent.suggest`. */
    public val purpose: String get() = text(json["purpose"])
    /** What the model is to do. Written by Aura, never by users. */
    public val instructions: String get() = text(json["instructions"])
    /** The conversation, oldest first. User text stands only here. */
    public val messages: List<Message> get() = list(json["messages"]) { Message(members(it)) }
    /** JSON Schema that the answer must fit, where it must be JSON. */
    public val schema: JsonElement? get() = optional(json["schema"]) { anything(it) }
    /** Most tokens of the answer. */
    public val maxOutputTokens: Long get() = integer(json["max_output_tokens"])
    /** Seed for providers that take one. */
    public val seed: Long? get() = optional(json["seed"]) { integer(it) }
}

/** What a model answered. */
public class ModelResponse(json: JsonObject) : Document(json) {
    /** A new one; what is left out has its default. */
    public constructor(
        text: String,
        stop: StopReason,
        usage: Usage,
    ) : this(written("text" to text, "stop" to stop, "usage" to usage))

    /** The text. Nobody trusts it. */
    public val text: String get() = text(json["text"])
    /** Why it ended. */
    public val stop: StopReason get() = choice(StopReason.entries, json["stop"])
    /** What it used. */
    public val usage: Usage get() = Usage(members(json["usage"]))
}

/** Money between bounds. */
public class MoneyRange(json: JsonObject) : Document(json) {
    /** A new one; what is left out has its default. */
    public constructor(
        currency: String,
        minimum: Long,
        maximum: Long,
    ) : this(written("currency" to currency, "minimum" to minimum, "maximum" to maximum))

    /** ISO 4217 code. */
    public val currency: String get() = text(json["currency"])
    /** Lowest amount in minor units. */
    public val minimum: Long get() = integer(json["minimum"])
    /** Highest amount in minor units. */
    public val maximum: Long get() = integer(json["maximum"])
}

/** How often the data are looked at. */
public sealed class Monitoring(json: JsonObject) : Document(json) {
    /** The form `fixed`. */
    public class Fixed(public val value: aura.documents.MonitoringFixed) : Monitoring(JsonObject(written("type" to "fixed") + value.json))
    /** The form `group_sequential`. */
    public class GroupSequential(public val value: aura.documents.MonitoringGroupSequential) : Monitoring(JsonObject(written("type" to "group_sequential") + value.json))
    /** The form `always_valid`. */
    public class AlwaysValid(public val value: aura.documents.MonitoringAlwaysValid) : Monitoring(JsonObject(written("type" to "always_valid") + value.json))
    /** A form of a later version. */
    public class Unrecognized(json: JsonObject) : Monitoring(json)

    internal companion object {
        fun of(json: JsonObject): Monitoring = when (text(json["type"])) {
            "fixed" -> Fixed(MonitoringFixed(json))
            "group_sequential" -> GroupSequential(MonitoringGroupSequential(json))
            "always_valid" -> AlwaysValid(MonitoringAlwaysValid(json))
            else -> Unrecognized(json)
        }
    }
}

/** As often as one likes. */
public class MonitoringAlwaysValid(json: JsonObject) : Document(json) {
    /** A new one; what is left out has its default. */
    public constructor(
        tunedUnits: Double,
    ) : this(written("tuned_units" to tunedUnits))

    /** The number of units (both arms) at which the interval is to be tightest. */
    public val tunedUnits: Double get() = number(json["tuned_units"])
}

/** Once, when all data are in. */
public class MonitoringFixed(json: JsonObject) : Document(json) {
    public constructor() : this(written())
}

/** A planned number of times. */
public class MonitoringGroupSequential(json: JsonObject) : Document(json) {
    /** A new one; what is left out has its default. */
    public constructor(
        fractions: List<Double>,
        spending: Spending? = null,
    ) : this(written("fractions" to fractions, "spending" to spending))

    /** Share of the planned data at each look so far, the present one last: increasing, at most 1. */
    public val fractions: List<Double> get() = list(json["fractions"]) { number(it) }
    /** How the level is spent over the looks. */
    public val spending: Spending? get() = optional(json["spending"]) { Spending.of(members(it)) }
}

/** A node goes somewhere else. */
public class MoveNode(json: JsonObject) : Document(json) {
    /** A new one; what is left out has its default. */
    public constructor(
        node: String,
        place: Place,
    ) : this(written("node" to node, "place" to place))

    /** The node. */
    public val node: String get() = text(json["node"])
    /** Where to. */
    public val place: Place get() = Place.of(members(json["place"]))
}

/** Something to take for granted. */
public class NewAssumption(json: JsonObject) : Document(json) {
    /** A new one; what is left out has its default. */
    public constructor(
        text: String,
    ) : this(written("text" to text))

    /** The sentence. */
    public val text: String get() = text(json["text"])
}

/** A constraint to add. */
public class NewConstraint(json: JsonObject) : Document(json) {
    /** A new one; what is left out has its default. */
    public constructor(
        modality: Modality,
        text: String,
    ) : this(written("modality" to modality, "text" to text))

    /** The sense. */
    public val modality: Modality get() = choice(Modality.entries, json["modality"])
    /** The constraint in plain words. */
    public val text: String get() = text(json["text"])
}

/** A criterion to add. */
public class NewCriterion(json: JsonObject) : Document(json) {
    /** A new one; what is left out has its default. */
    public constructor(
        metric: String,
        direction: Direction,
        target: Quantity? = null,
    ) : this(written("metric" to metric, "direction" to direction, "target" to target))

    /** The metric in plain words. */
    public val metric: String get() = text(json["metric"])
    /** Which way is better. */
    public val direction: Direction get() = choice(Direction.entries, json["direction"])
    /** Value to reach. */
    public val target: Quantity? get() = optional(json["target"]) { Quantity(members(it)) }
}

/** A step to add. */
public class NewStatedStep(json: JsonObject) : Document(json) {
    /** A new one; what is left out has its default. */
    public constructor(
        title: String,
        before: String? = null,
    ) : this(written("title" to title, "before" to before))

    /** The step as an instruction. */
    public val title: String get() = text(json["title"])
    /** Before this stated step; at the end where absent. */
    public val before: String? get() = optional(json["before"]) { text(it) }
}

/** One node of the graph. */
public class Node(json: JsonObject) : Document(json) {
    /** A new one; what is left out has its default. */
    public constructor(
        id: String,
        title: String,
        kind: NodeKind,
        origin: Origin,
        group: String? = null,
        notes: List<String>? = null,
    ) : this(written("id" to id, "title" to title, "kind" to kind, "origin" to origin, "group" to group, "notes" to notes))

    /** Never changes while the node lives. */
    public val id: String get() = text(json["id"])
    /** In plain English; an instruction for a step, a question for an exclusive gateway. */
    public val title: String get() = text(json["title"])
    /** What kind of node. */
    public val kind: NodeKind get() = NodeKind.of(members(json["kind"]))
    /** The sub-plan that it belongs to. */
    public val group: String? get() = optional(json["group"]) { text(it) }
    /** Remarks of the people who work on the plan. */
    public val notes: List<String> get() = list(json["notes"]) { text(it) }
    /** Where it comes from. */
    public val origin: Origin get() = Origin.of(members(json["origin"]))
}

/** The kinds of nodes, with the meaning of BPMN 2.0 (ISO/IEC 19510). */
public sealed class NodeKind(json: JsonObject) : Document(json) {
    /** The form `start`. */
    public class Start(public val value: aura.documents.NodeKindStart) : NodeKind(JsonObject(written("type" to "start") + value.json))
    /** The form `step`. */
    public class Step(public val value: aura.documents.Step) : NodeKind(JsonObject(written("type" to "step") + value.json))
    /** The form `gateway`. */
    public class Gateway(public val value: aura.documents.Gateway) : NodeKind(JsonObject(written("type" to "gateway") + value.json))
    /** The form `timer`. */
    public class Timer(public val value: aura.documents.TimerEvent) : NodeKind(JsonObject(written("type" to "timer") + value.json))
    /** The form `message`. */
    public class Message(public val value: aura.documents.MessageEvent) : NodeKind(JsonObject(written("type" to "message") + value.json))
    /** The form `end`. */
    public class End(public val value: aura.documents.EndEvent) : NodeKind(JsonObject(written("type" to "end") + value.json))
    /** A form of a later version. */
    public class Unrecognized(json: JsonObject) : NodeKind(json)

    internal companion object {
        fun of(json: JsonObject): NodeKind = when (text(json["type"])) {
            "start" -> Start(NodeKindStart(json))
            "step" -> Step(Step(json))
            "gateway" -> Gateway(Gateway(json))
            "timer" -> Timer(TimerEvent(json))
            "message" -> Message(MessageEvent(json))
            "end" -> End(EndEvent(json))
            else -> Unrecognized(json)
        }
    }
}

/** Where every case begins. Exactly one. */
public class NodeKindStart(json: JsonObject) : Document(json) {
    public constructor() : this(written())
}

/** A node. */
public class NodeMeasure(json: JsonObject) : Document(json) {
    /** A new one; what is left out has its default. */
    public constructor(
        node: String,
    ) : this(written("node" to node))

    /** The node. */
    public val node: String get() = text(json["node"])
}

/** Two nodes. */
public class NodePair(json: JsonObject) : Document(json) {
    /** A new one; what is left out has its default. */
    public constructor(
        first: String,
        second: String,
    ) : this(written("first" to first, "second" to second))

    /** The first. */
    public val first: String get() = text(json["first"])
    /** The second. */
    public val second: String get() = text(json["second"])
}

/** What happened at a node. */
public class NodeResult(json: JsonObject) : Document(json) {
    /** A new one; what is left out has its default. */
    public constructor(
        node: String,
        visits: Long,
        cases: Long,
        meanWaitingMs: Double,
        waitingP95Ms: Double,
        meanWorkingMs: Double,
        cost: Double,
        lostCases: Long,
        failures: List<FailureCount>? = null,
        undone: Long? = null,
        mishaps: List<MishapCount>? = null,
    ) : this(written("node" to node, "visits" to visits, "cases" to cases, "mean_waiting_ms" to meanWaitingMs, "waiting_p95_ms" to waitingP95Ms, "mean_working_ms" to meanWorkingMs, "cost" to cost, "lost_cases" to lostCases, "failures" to failures, "undone" to undone, "mishaps" to mishaps))

    /** The node. */
    public val node: String get() = text(json["node"])
    /** How often it was begun. */
    public val visits: Long get() = integer(json["visits"])
    /** How many cases passed it at least once. */
    public val cases: Long get() = integer(json["cases"])
    /** Mean wait before work began, in milliseconds. */
    public val meanWaitingMs: Double get() = number(json["mean_waiting_ms"])
    /** 95 % of waits were at most this long, in milliseconds. */
    public val waitingP95Ms: Double get() = number(json["waiting_p95_ms"])
    /** Mean working time, in milliseconds. */
    public val meanWorkingMs: Double get() = number(json["mean_working_ms"])
    /** Money spent here in all, in major units. */
    public val cost: Double get() = number(json["cost"])
    /** How often each failure mode struck. */
    public val failures: List<FailureCount> get() = list(json["failures"]) { FailureCount(members(it)) }
    /** Cases that ended here other than by reaching the goal. */
    public val lostCases: Long get() = integer(json["lost_cases"])
    /** How often it was taken back, because the case failed later. */
    public val undone: Long? get() = optional(json["undone"]) { integer(it) }
    /** How often something went wrong that the scenario states in its `mishaps`. */
    public val mishaps: List<MishapCount> get() = list(json["mishaps"]) { MishapCount(members(it)) }
}

/** Several nodes, in order. */
public class NodeSet(json: JsonObject) : Document(json) {
    /** A new one; what is left out has its default. */
    public constructor(
        nodes: List<String>,
    ) : this(written("nodes" to nodes))

    /** The nodes. */
    public val nodes: List<String> get() = list(json["nodes"]) { text(it) }
}

/** A node. */
public class NodeTarget(json: JsonObject) : Document(json) {
    /** A new one; what is left out has its default. */
    public constructor(
        node: String,
    ) : this(written("node" to node))

    /** The node. */
    public val node: String get() = text(json["node"])
}

/** Something of a model that the plan cannot say. */
public class NotKept(json: JsonObject) : Document(json) {
    /** A new one; what is left out has its default. */
    public constructor(
        what: String,
        reason: String,
        matters: Boolean,
        id: String? = null,
    ) : this(written("what" to what, "reason" to reason, "matters" to matters, "id" to id))

    /** What it is, in the words of its format. */
    public val what: String get() = text(json["what"])
    /** Its id, where it has one. */
    public val id: String? get() = optional(json["id"]) { text(it) }
    /** Why, and what stands in its place. */
    public val reason: String get() = text(json["reason"])
    /** Whether the plan may run otherwise than the model for it; pictures and remarks of editors do not matter. */
    public val matters: Boolean get() = truth(json["matters"])
}

/** Nothing fits. */
public class NotUnderstood(json: JsonObject) : Document(json) {
    /** A new one; what is left out has its default. */
    public constructor(
        explanation: String,
        nearest: List<EditChoice>,
    ) : this(written("explanation" to explanation, "nearest" to nearest))

    /** What was understood and what was not, in plain words. */
    public val explanation: String get() = text(json["explanation"])
    /** The nearest readings, at most three. */
    public val nearest: List<EditChoice> get() = list(json["nearest"]) { EditChoice(members(it)) }
}

/** A remark. */
public class NoteOnNode(json: JsonObject) : Document(json) {
    /** A new one; what is left out has its default. */
    public constructor(
        node: String,
        text: String,
    ) : this(written("node" to node, "text" to text))

    /** The node. */
    public val node: String get() = text(json["node"])
    /** The remark. */
    public val text: String get() = text(json["text"])
}

/** A number between bounds. */
public class NumberRange(json: JsonObject) : Document(json) {
    /** A new one; what is left out has its default. */
    public constructor(
        minimum: Double,
        maximum: Double,
    ) : this(written("minimum" to minimum, "maximum" to maximum))

    /** Lowest value. */
    public val minimum: Double get() = number(json["minimum"])
    /** Highest value. */
    public val maximum: Double get() = number(json["maximum"])
}

/** Another data object. */
public class ObjectReference(json: JsonObject) : Document(json) {
    /** A new one; what is left out has its default. */
    public constructor(
        data: String,
    ) : this(written("data" to data))

    /** The object. */
    public val data: String get() = text(json["data"])
}

/** What was changed, when, for whom, and what is looked at. */
public class Observation(json: JsonObject) : Document(json) {
    /** A new one; what is left out has its default. */
    public constructor(
        schemaVersion: Long,
        title: String,
        method: ObservationalMethod,
        outcomeColumn: String,
        timeColumn: String,
        changedAt: String,
        unitColumn: String? = null,
        changed: List<String>? = null,
        clusterColumn: String? = null,
        season: Long? = null,
        unit: Unit? = null,
        direction: Direction? = null,
        confidence: Double? = null,
    ) : this(written("schema_version" to schemaVersion, "title" to title, "method" to method, "outcome_column" to outcomeColumn, "time_column" to timeColumn, "changed_at" to changedAt, "unit_column" to unitColumn, "changed" to changed, "cluster_column" to clusterColumn, "season" to season, "unit" to unit, "direction" to direction, "confidence" to confidence))

    /** Version of this document's shape. */
    public val schemaVersion: Long get() = integer(json["schema_version"])
    /** A short name of what is looked at, for example `orders a day`. */
    public val title: String get() = text(json["title"])
    /** What the changed units are compared with. */
    public val method: ObservationalMethod get() = choice(ObservationalMethod.entries, json["method"])
    /** The column with the figure. */
    public val outcomeColumn: String get() = text(json["outcome_column"])
    /** The column with the day, the time (RFC 3339) or the number of the period. */
    public val timeColumn: String get() = text(json["time_column"])
    /** The first day, time or period after the change, written as in the column. */
    public val changedAt: String get() = text(json["changed_at"])
    /** The column that names who or what the row is of; without it all rows are of one. */
    public val unitColumn: String? get() = optional(json["unit_column"]) { text(it) }
    /** The units that were changed, as they stand in the data. */
    public val changed: List<String> get() = list(json["changed"]) { text(it) }
    /** The column of what hangs together, where that is more than a unit, for example the region of a shop. */
    public val clusterColumn: String? get() = optional(json["cluster_column"]) { text(it) }
    /** Length of a pattern that repeats, in periods: 7 for days of the week; 0 for none. For `interrupted_series`. */
    public val season: Long? get() = optional(json["season"]) { integer(it) }
    /** The unit of the figure. */
    public val unit: Unit? get() = optional(json["unit"]) { Unit.of(members(it)) }
    /** Which way is better. */
    public val direction: Direction? get() = optional(json["direction"]) { choice(Direction.entries, it) }
    /** Confidence of the range, between 0.5 and 1. */
    public val confidence: Double? get() = optional(json["confidence"]) { number(it) }
}

/** What the changed units are compared with. */
public enum class ObservationalMethod(override val word: String) : Choice {
    DIFFERENCES("differences"),
    SYNTHETIC_CONTROL("synthetic_control"),
    INTERRUPTED_SERIES("interrupted_series"),
}

/** What the figures say. Never proof as a random test is. */
public class ObservationalVerdict(json: JsonObject) : Document(json) {
    /** A new one; what is left out has its default. */
    public constructor(
        schemaVersion: Long,
        id: String,
        observation: Observation,
        definitionHash: String,
        dataHash: String,
        engineVersion: String,
        isSimulated: Boolean,
        isRandomTest: Boolean,
        label: String,
        found: Double,
        expected: Double,
        effect: Double,
        pValue: Double,
        reading: ComparisonReading,
        sentence: String,
        checks: List<TrustCheck>,
        path: List<ObservedPeriod>,
        detail: String,
        low: Double? = null,
        high: Double? = null,
        weights: List<ObservedWeight>? = null,
    ) : this(written("schema_version" to schemaVersion, "id" to id, "observation" to observation, "definition_hash" to definitionHash, "data_hash" to dataHash, "engine_version" to engineVersion, "is_simulated" to isSimulated, "is_random_test" to isRandomTest, "label" to label, "found" to found, "expected" to expected, "effect" to effect, "p_value" to pValue, "reading" to reading, "sentence" to sentence, "checks" to checks, "path" to path, "detail" to detail, "low" to low, "high" to high, "weights" to weights))

    /** Version of this document's shape. */
    public val schemaVersion: Long get() = integer(json["schema_version"])
    /** Made from the content. */
    public val id: String get() = text(json["id"])
    /** What was asked. */
    public val observation: Observation get() = Observation(members(json["observation"]))
    /** Hash of that question. */
    public val definitionHash: String get() = text(json["definition_hash"])
    /** Hash of the table as it was read. */
    public val dataHash: String get() = text(json["data_hash"])
    /** Version of the engine. */
    public val engineVersion: String get() = text(json["engine_version"])
    /** Always false: these are figures of real people. */
    public val isSimulated: Boolean get() = truth(json["is_simulated"])
    /** Always false: nobody was assigned by chance. */
    public val isRandomTest: Boolean get() = truth(json["is_random_test"])
    /** Says so in words, with what must be believed for the figures to hold. */
    public val label: String get() = text(json["label"])
    /** Mean of the changed units after the change. */
    public val found: Double get() = number(json["found"])
    /** What would have been expected there without the change. */
    public val expected: Double get() = number(json["expected"])
    /** The effect. */
    public val effect: Double get() = number(json["effect"])
    /** Lower end of its range; absent where it is open. */
    public val low: Double? get() = optional(json["low"]) { number(it) }
    /** Upper end of its range; absent where it is open. */
    public val high: Double? get() = optional(json["high"]) { number(it) }
    /** Probability of an effect at least this far from 0 if there were none, as far as the method can tell. */
    public val pValue: Double get() = number(json["p_value"])
    /** What the effect says by itself. */
    public val reading: ComparisonReading get() = choice(ComparisonReading.entries, json["reading"])
    /** The effect in plain words. */
    public val sentence: String get() = text(json["sentence"])
    /** Whether the data can be trusted. */
    public val checks: List<TrustCheck> get() = list(json["checks"]) { TrustCheck(members(it)) }
    /** What was seen and what was expected, period by period. */
    public val path: List<ObservedPeriod> get() = list(json["path"]) { ObservedPeriod(members(it)) }
    /** Weights of the units in the comparison, where it is a mixture; those of 0 are left out. */
    public val weights: List<ObservedWeight> get() = list(json["weights"]) { ObservedWeight(members(it)) }
    /** Figures for experts, with the source of the method. */
    public val detail: String get() = text(json["detail"])
}

/** A change whose effect is to be told without a random test. */
public class ObserveRequest(json: JsonObject) : Document(json) {
    /** A new one; what is left out has its default. */
    public constructor(
        observation: Observation,
        table: String,
    ) : this(written("observation" to observation, "table" to table))

    /** What was changed, when, for whom, and what is looked at. */
    public val observation: Observation get() = Observation(members(json["observation"]))
    /** A table in CSV with one row for each unit and period. */
    public val table: String get() = text(json["table"])
}

/** The effect of a change, labelled as no random test. */
public class ObservedEffect(json: JsonObject) : Document(json) {
    /** A new one; what is left out has its default. */
    public constructor(
        verdict: ObservationalVerdict,
        html: String,
        vegaLite: JsonElement,
    ) : this(written("verdict" to verdict, "html" to html, "vega_lite" to vegaLite))

    /** The verdict, with its label and plain sentences. */
    public val verdict: ObservationalVerdict get() = ObservationalVerdict(members(json["verdict"]))
    /** One self-contained HTML file. */
    public val html: String get() = text(json["html"])
    /** A Vega-Lite specification. */
    public val vegaLite: JsonElement get() = anything(json["vega_lite"])
}

/** One period of the changed units. */
public class ObservedPeriod(json: JsonObject) : Document(json) {
    /** A new one; what is left out has its default. */
    public constructor(
        time: String,
        found: Double,
        expected: Double,
        isAfter: Boolean,
    ) : this(written("time" to time, "found" to found, "expected" to expected, "is_after" to isAfter))

    /** As it stands in the data. */
    public val time: String get() = text(json["time"])
    /** Mean of the changed units. */
    public val found: Double get() = number(json["found"])
    /** What would have been expected without the change. */
    public val expected: Double get() = number(json["expected"])
    /** Whether it lies after the change. */
    public val isAfter: Boolean get() = truth(json["is_after"])
}

/** The part of a unit in a mixture. */
public class ObservedWeight(json: JsonObject) : Document(json) {
    /** A new one; what is left out has its default. */
    public constructor(
        unit: String,
        weight: Double,
    ) : this(written("unit" to unit, "weight" to weight))

    /** The unit. */
    public val unit: String get() = text(json["unit"])
    /** Its weight; all weights sum to 1. */
    public val weight: Double get() = number(json["weight"])
}

/** A mock that can be asked. */
public class OpenMock(json: JsonObject) : Document(json) {
    /** A new one; what is left out has its default. */
    public constructor(
        mock: Long,
        operations: List<MockOperation>,
    ) : this(written("mock" to mock, "operations" to operations))

    /** Its number in the session. */
    public val mock: Long get() = integer(json["mock"])
    /** What can be called. */
    public val operations: List<MockOperation> get() = list(json["operations"]) { MockOperation(members(it)) }
}

/** A change of a plan. Nodes are named by their ids, which never change. */
public sealed class Operation(json: JsonObject) : Document(json) {
    /** The form `insert`. */
    public class Insert(public val value: aura.documents.InsertStep) : Operation(JsonObject(written("type" to "insert") + value.json))
    /** The form `remove`. */
    public class Remove(public val value: aura.documents.NodeTarget) : Operation(JsonObject(written("type" to "remove") + value.json))
    /** The form `move`. */
    public class Move(public val value: aura.documents.MoveNode) : Operation(JsonObject(written("type" to "move") + value.json))
    /** The form `replace`. */
    public class Replace(public val value: aura.documents.ReplaceStep) : Operation(JsonObject(written("type" to "replace") + value.json))
    /** The form `swap`. */
    public class Swap(public val value: aura.documents.NodePair) : Operation(JsonObject(written("type" to "swap") + value.json))
    /** The form `rename`. */
    public class Rename(public val value: aura.documents.RenameNode) : Operation(JsonObject(written("type" to "rename") + value.json))
    /** The form `duplicate`. */
    public class Duplicate(public val value: aura.documents.NodeTarget) : Operation(JsonObject(written("type" to "duplicate") + value.json))
    /** The form `split`. */
    public class Split(public val value: aura.documents.SplitStep) : Operation(JsonObject(written("type" to "split") + value.json))
    /** The form `merge`. */
    public class Merge(public val value: aura.documents.MergeSteps) : Operation(JsonObject(written("type" to "merge") + value.json))
    /** The form `make_parallel`. */
    public class MakeParallel(public val value: aura.documents.NodeSet) : Operation(JsonObject(written("type" to "make_parallel") + value.json))
    /** The form `make_sequential`. */
    public class MakeSequential(public val value: aura.documents.NodeSet) : Operation(JsonObject(written("type" to "make_sequential") + value.json))
    /** The form `make_conditional`. */
    public class MakeConditional(public val value: aura.documents.ConditionalNode) : Operation(JsonObject(written("type" to "make_conditional") + value.json))
    /** The form `set_condition`. */
    public class SetCondition(public val value: aura.documents.BranchCondition) : Operation(JsonObject(written("type" to "set_condition") + value.json))
    /** The form `change_gateway`. */
    public class ChangeGateway(public val value: aura.documents.GatewayChange) : Operation(JsonObject(written("type" to "change_gateway") + value.json))
    /** The form `remove_branch`. */
    public class RemoveBranch(public val value: aura.documents.BranchTarget) : Operation(JsonObject(written("type" to "remove_branch") + value.json))
    /** The form `keep_only_branch`. */
    public class KeepOnlyBranch(public val value: aura.documents.BranchTarget) : Operation(JsonObject(written("type" to "keep_only_branch") + value.json))
    /** The form `loop`. */
    public class Loop(public val value: aura.documents.LoopNodes) : Operation(JsonObject(written("type" to "loop") + value.json))
    /** The form `group`. */
    public class Group(public val value: aura.documents.GroupNodes) : Operation(JsonObject(written("type" to "group") + value.json))
    /** The form `ungroup`. */
    public class Ungroup(public val value: aura.documents.GroupTarget) : Operation(JsonObject(written("type" to "ungroup") + value.json))
    /** The form `assign`. */
    public class Assign(public val value: aura.documents.AssignStep) : Operation(JsonObject(written("type" to "assign") + value.json))
    /** The form `set_limit`. */
    public class SetLimit(public val value: aura.documents.StepLimit) : Operation(JsonObject(written("type" to "set_limit") + value.json))
    /** The form `add_wait`. */
    public class AddWait(public val value: aura.documents.WaitBefore) : Operation(JsonObject(written("type" to "add_wait") + value.json))
    /** The form `add_approval`. */
    public class AddApproval(public val value: aura.documents.ApprovalBefore) : Operation(JsonObject(written("type" to "add_approval") + value.json))
    /** The form `set_risk`. */
    public class SetRisk(public val value: aura.documents.RiskOfStep) : Operation(JsonObject(written("type" to "set_risk") + value.json))
    /** The form `set_undo`. */
    public class SetUndo(public val value: aura.documents.UndoOfStep) : Operation(JsonObject(written("type" to "set_undo") + value.json))
    /** The form `set_resource`. */
    public class SetResource(public val value: aura.documents.ResourceRules) : Operation(JsonObject(written("type" to "set_resource") + value.json))
    /** The form `add_note`. */
    public class AddNote(public val value: aura.documents.NoteOnNode) : Operation(JsonObject(written("type" to "add_note") + value.json))
    /** The form `set_assumption`. */
    public class SetAssumption(public val value: aura.documents.AssumptionValue) : Operation(JsonObject(written("type" to "set_assumption") + value.json))
    /** A form of a later version. */
    public class Unrecognized(json: JsonObject) : Operation(json)

    internal companion object {
        fun of(json: JsonObject): Operation = when (text(json["type"])) {
            "insert" -> Insert(InsertStep(json))
            "remove" -> Remove(NodeTarget(json))
            "move" -> Move(MoveNode(json))
            "replace" -> Replace(ReplaceStep(json))
            "swap" -> Swap(NodePair(json))
            "rename" -> Rename(RenameNode(json))
            "duplicate" -> Duplicate(NodeTarget(json))
            "split" -> Split(SplitStep(json))
            "merge" -> Merge(MergeSteps(json))
            "make_parallel" -> MakeParallel(NodeSet(json))
            "make_sequential" -> MakeSequential(NodeSet(json))
            "make_conditional" -> MakeConditional(ConditionalNode(json))
            "set_condition" -> SetCondition(BranchCondition(json))
            "change_gateway" -> ChangeGateway(GatewayChange(json))
            "remove_branch" -> RemoveBranch(BranchTarget(json))
            "keep_only_branch" -> KeepOnlyBranch(BranchTarget(json))
            "loop" -> Loop(LoopNodes(json))
            "group" -> Group(GroupNodes(json))
            "ungroup" -> Ungroup(GroupTarget(json))
            "assign" -> Assign(AssignStep(json))
            "set_limit" -> SetLimit(StepLimit(json))
            "add_wait" -> AddWait(WaitBefore(json))
            "add_approval" -> AddApproval(ApprovalBefore(json))
            "set_risk" -> SetRisk(RiskOfStep(json))
            "set_undo" -> SetUndo(UndoOfStep(json))
            "set_resource" -> SetResource(ResourceRules(json))
            "add_note" -> AddNote(NoteOnNode(json))
            "set_assumption" -> SetAssumption(AssumptionValue(json))
            else -> Unrecognized(json)
        }
    }
}

/** Where a statement comes from. */
public sealed class Origin(json: JsonObject) : Document(json) {
    /** The form `stated`. */
    public class Stated(public val value: aura.documents.StatedOrigin) : Origin(JsonObject(written("type" to "stated") + value.json))
    /** The form `inferred`. */
    public class Inferred(public val value: aura.documents.InferredOrigin) : Origin(JsonObject(written("type" to "inferred") + value.json))
    /** The form `assumed`. */
    public class Assumed(public val value: aura.documents.AssumedOrigin) : Origin(JsonObject(written("type" to "assumed") + value.json))
    /** The form `measured`. */
    public class Measured(public val value: aura.documents.MeasuredOrigin) : Origin(JsonObject(written("type" to "measured") + value.json))
    /** The form `answered`. */
    public class Answered(public val value: aura.documents.AnsweredOrigin) : Origin(JsonObject(written("type" to "answered") + value.json))
    /** A form of a later version. */
    public class Unrecognized(json: JsonObject) : Origin(json)

    internal companion object {
        fun of(json: JsonObject): Origin = when (text(json["type"])) {
            "stated" -> Stated(StatedOrigin(json))
            "inferred" -> Inferred(InferredOrigin(json))
            "assumed" -> Assumed(AssumedOrigin(json))
            "measured" -> Measured(MeasuredOrigin(json))
            "answered" -> Answered(AnsweredOrigin(json))
            else -> Unrecognized(json)
        }
    }
}

/** A unit that has no variant of its own. */
public class OtherUnit(json: JsonObject) : Document(json) {
    /** A new one; what is left out has its default. */
    public constructor(
        name: String,
    ) : this(written("name" to name))

    /** The unit in the user's words, singular. */
    public val name: String get() = text(json["name"])
}

/** What happens otherwise. */
public class OtherwiseChange(json: JsonObject) : Document(json) {
    /** A new one; what is left out has its default. */
    public constructor(
        block: String,
        step: String? = null,
        ends: Outcome? = null,
    ) : this(written("block" to block, "step" to step, "ends" to ends))

    /** The decision block. */
    public val block: String get() = text(json["block"])
    /** What to do then; nothing (go on) where absent. */
    public val step: String? get() = optional(json["step"]) { text(it) }
    /** How the process ends then; it goes on where absent. */
    public val ends: Outcome? get() = optional(json["ends"]) { choice(Outcome.entries, it) }
}

/** A time in which a service does not answer or is slow. */
public class Outage(json: JsonObject) : Document(json) {
    /** A new one; what is left out has its default. */
    public constructor(
        service: String,
        fromMs: Long,
        toMs: Long,
        slowdown: Double,
        failure: Double,
        grows: Boolean? = null,
    ) : this(written("service" to service, "from_ms" to fromMs, "to_ms" to toMs, "slowdown" to slowdown, "failure" to failure, "grows" to grows))

    /** The service. */
    public val service: String get() = text(json["service"])
    /** Begin, in milliseconds of virtual time. */
    public val fromMs: Long get() = integer(json["from_ms"])
    /** End, in milliseconds of virtual time. */
    public val toMs: Long get() = integer(json["to_ms"])
    /** Latency is multiplied with this; 1 leaves it. */
    public val slowdown: Double get() = number(json["slowdown"])
    /** How likely a call fails meanwhile. */
    public val failure: Double get() = number(json["failure"])
    /** Whether the slowdown grows evenly, from 1 at the begin to its value at the end (a slow degradation). */
    public val grows: Boolean? get() = optional(json["grows"]) { truth(it) }
}

/** How a case ends. */
public enum class Outcome(override val word: String) : Choice {
    GOAL_REACHED("goal_reached"),
    ABANDONED("abandoned"),
    REFUSED("refused"),
    FAILED("failed"),
}

/** How many cases ended in one way. */
public class OutcomeCount(json: JsonObject) : Document(json) {
    /** A new one; what is left out has its default. */
    public constructor(
        outcome: Outcome,
        cases: Long,
        share: Estimate,
    ) : this(written("outcome" to outcome, "cases" to cases, "share" to share))

    /** The outcome. */
    public val outcome: Outcome get() = choice(Outcome.entries, json["outcome"])
    /** How many cases. */
    public val cases: Long get() = integer(json["cases"])
    /** The share of all ended cases, with its interval. */
    public val share: Estimate get() = Estimate(members(json["share"]))
}

/** An outcome. */
public class OutcomeMeasure(json: JsonObject) : Document(json) {
    /** A new one; what is left out has its default. */
    public constructor(
        outcome: Outcome,
    ) : this(written("outcome" to outcome))

    /** The outcome. */
    public val outcome: Outcome get() = choice(Outcome.entries, json["outcome"])
}

/** A plan in words. */
public class Outline(json: JsonObject) : Document(json) {
    /** A new one; what is left out has its default. */
    public constructor(
        project: String,
        text: String,
    ) : this(written("project" to project, "text" to text))

    /** The project. */
    public val project: String get() = text(json["project"])
    /** The numbered steps in plain English, one on each line. */
    public val text: String get() = text(json["text"])
}

/** One page. */
public class Page(json: JsonObject) : Document(json) {
    /** A new one; what is left out has its default. */
    public constructor(
        id: String,
        kind: PageKind,
        node: String,
        title: String,
        actor: String,
        intro: String,
        elements: List<ScreenElement>,
        actions: List<PageAction>,
    ) : this(written("id" to id, "kind" to kind, "node" to node, "title" to title, "actor" to actor, "intro" to intro, "elements" to elements, "actions" to actions))

    /** Unique within the prototype. */
    public val id: String get() = text(json["id"])
    /** What kind of page. */
    public val kind: PageKind get() = choice(PageKind.entries, json["kind"])
    /** The node that it stands for. */
    public val node: String get() = text(json["node"])
    /** The heading. */
    public val title: String get() = text(json["title"])
    /** Who is acting, for example `customer`. */
    public val actor: String get() = text(json["actor"])
    /** Text below the heading. */
    public val intro: String get() = text(json["intro"])
    /** What stands on it. */
    public val elements: List<ScreenElement> get() = list(json["elements"]) { ScreenElement.of(members(it)) }
    /** The buttons, in order. */
    public val actions: List<PageAction> get() = list(json["actions"]) { PageAction(members(it)) }
}

/** A button. */
public class PageAction(json: JsonObject) : Document(json) {
    /** A new one; what is left out has its default. */
    public constructor(
        id: String,
        label: String,
        to: String,
        isFailure: Boolean,
        flow: String? = null,
    ) : this(written("id" to id, "label" to label, "to" to to, "is_failure" to isFailure, "flow" to flow))

    /** Unique within the page. */
    public val id: String get() = text(json["id"])
    /** The label. */
    public val label: String get() = text(json["label"])
    /** The page that it leads to. */
    public val to: String get() = text(json["to"])
    /** The flow that is taken, where it is one. */
    public val flow: String? get() = optional(json["flow"]) { text(it) }
    /** Whether it stands for something going wrong. */
    public val isFailure: Boolean get() = truth(json["is_failure"])
}

/** The kinds of pages. */
public enum class PageKind(override val word: String) : Choice {
    SCREEN("screen"),
    DECISION("decision"),
    SYSTEM("system"),
    WAIT("wait"),
    END("end"),
}

/** What happened on one page. */
public class PageWalks(json: JsonObject) : Document(json) {
    /** A new one; what is left out has its default. */
    public constructor(
        page: String,
        title: String,
        sessions: Long,
        gaveUp: Long,
        refused: Long,
        back: Long,
        medianMs: Long? = null,
    ) : this(written("page" to page, "title" to title, "sessions" to sessions, "gave_up" to gaveUp, "refused" to refused, "back" to back, "median_ms" to medianMs))

    /** The page. */
    public val page: String get() = text(json["page"])
    /** Its heading. */
    public val title: String get() = text(json["title"])
    /** Sessions that saw it. */
    public val sessions: Long get() = integer(json["sessions"])
    /** Times that somebody gave up here, those who came back later among them. */
    public val gaveUp: Long get() = integer(json["gave_up"])
    /** Times that a field was refused. */
    public val refused: Long get() = integer(json["refused"])
    /** Times that somebody went back from here. */
    public val back: Long get() = integer(json["back"])
    /** Median time from being shown to the next page, in milliseconds; absent where nobody went on. */
    public val medianMs: Long? get() = optional(json["median_ms"]) { integer(it) }
}

/** All lanes are done. */
public class ParallelBlock(json: JsonObject) : Document(json) {
    /** A new one; what is left out has its default. */
    public constructor(
        lanes: Long,
    ) : this(written("lanes" to lanes))

    /** How many lanes. */
    public val lanes: Long get() = integer(json["lanes"])
}

/** One change of RFC 6902. */
public class PatchChange(json: JsonObject) : Document(json) {
    /** A new one; what is left out has its default. */
    public constructor(
        op: PatchVerb,
        path: String,
        value: JsonElement? = null,
    ) : this(written("op" to op, "path" to path, "value" to value))

    /** `add`, `remove` or `replace`. */
    public val op: PatchVerb get() = choice(PatchVerb.entries, json["op"])
    /** JSON Pointer (RFC 6901). */
    public val path: String get() = text(json["path"])
    /** The new value, for `add` and `replace`. */
    public val value: JsonElement? get() = optional(json["value"]) { anything(it) }
}

/** The verbs of RFC 6902 that are used. */
public enum class PatchVerb(override val word: String) : Choice {
    ADD("add"),
    REMOVE("remove"),
    REPLACE("replace"),
}

/** How often a way through the plan was taken, and what it took. */
public class PathCount(json: JsonObject) : Document(json) {
    /** A new one; what is left out has its default. */
    public constructor(
        nodes: List<String>,
        outcome: Outcome,
        cases: Long,
        meanCycleMs: Double? = null,
        meanWaitingMs: Double? = null,
        meanWorkingMs: Double? = null,
        meanCost: Double? = null,
    ) : this(written("nodes" to nodes, "outcome" to outcome, "cases" to cases, "mean_cycle_ms" to meanCycleMs, "mean_waiting_ms" to meanWaitingMs, "mean_working_ms" to meanWorkingMs, "mean_cost" to meanCost))

    /** The steps and ends of the way, in order. */
    public val nodes: List<String> get() = list(json["nodes"]) { text(it) }
    /** How it ended. */
    public val outcome: Outcome get() = choice(Outcome.entries, json["outcome"])
    /** How many cases. */
    public val cases: Long get() = integer(json["cases"])
    /** Mean time from arrival to end, in milliseconds. */
    public val meanCycleMs: Double? get() = optional(json["mean_cycle_ms"]) { number(it) }
    /** Mean time spent waiting, in milliseconds, added up over parallel branches. */
    public val meanWaitingMs: Double? get() = optional(json["mean_waiting_ms"]) { number(it) }
    /** Mean work put in, in milliseconds, added up over parallel branches. */
    public val meanWorkingMs: Double? get() = optional(json["mean_working_ms"]) { number(it) }
    /** Mean cost of a case, in major units of money. */
    public val meanCost: Double? get() = optional(json["mean_cost"]) { number(it) }
}

/** A kind of simulated person. All factors are 1 for an ordinary person. */
public class Persona(json: JsonObject) : Document(json) {
    /** A new one; what is left out has its default. */
    public constructor(
        id: String,
        title: String,
        share: Double,
        pace: Double,
        patience: Double,
        skill: Double,
        returns: Double,
        returnsAfter: Distribution,
        origin: Origin,
        longestWait: Distribution? = null,
        device: Device? = null,
        attention: Double? = null,
        goesBack: Double? = null,
    ) : this(written("id" to id, "title" to title, "share" to share, "pace" to pace, "patience" to patience, "skill" to skill, "returns" to returns, "returns_after" to returnsAfter, "origin" to origin, "longest_wait" to longestWait, "device" to device, "attention" to attention, "goes_back" to goesBack))

    /** Names the persona. */
    public val id: String get() = text(json["id"])
    /** For people, for example `hurried visitor on a phone`. */
    public val title: String get() = text(json["title"])
    /** The share of cases that it stands for. */
    public val share: Double get() = number(json["share"])
    /** Working times are multiplied with this. */
    public val pace: Double get() = number(json["pace"])
    /** The probability of giving up is divided by this. */
    public val patience: Double get() = number(json["patience"])
    /** The probability of mistakes is divided by this. */
    public val skill: Double get() = number(json["skill"])
    /** Longest wait in a queue before giving up, in milliseconds; none where absent. */
    public val longestWait: Distribution? get() = optional(json["longest_wait"]) { Distribution.of(members(it)) }
    /** How likely somebody who gave up comes back once more. */
    public val returns: Double get() = number(json["returns"])
    /** After how long, in milliseconds. */
    public val returnsAfter: Distribution get() = Distribution.of(members(json["returns_after"]))
    /** On what it reads and types, where it walks a prototype. */
    public val device: Device? get() = optional(json["device"]) { choice(Device.entries, it) }
    /** The share of notices and of optional fields that it notices, from 0 to 1, where it walks a prototype. */
    public val attention: Double? get() = optional(json["attention"]) { number(it) }
    /**
     * How likely it goes back from a screen to the one before to correct something, from 0 to 1, where it walks a
     * prototype.
     */
    public val goesBack: Double? get() = optional(json["goes_back"]) { number(it) }
    /** Where these figures come from. */
    public val origin: Origin get() = Origin.of(members(json["origin"]))
}

/** How a kind of person fared. */
public class PersonaResult(json: JsonObject) : Document(json) {
    /** A new one; what is left out has its default. */
    public constructor(
        persona: String,
        cases: Long,
        goalReached: Double,
        meanCycleMs: Double,
    ) : this(written("persona" to persona, "cases" to cases, "goal_reached" to goalReached, "mean_cycle_ms" to meanCycleMs))

    /** The persona. */
    public val persona: String get() = text(json["persona"])
    /** How many came. */
    public val cases: Long get() = integer(json["cases"])
    /** Share that reached the goal. */
    public val goalReached: Double get() = number(json["goal_reached"])
    /** Mean time to the end, in milliseconds. */
    public val meanCycleMs: Double get() = number(json["mean_cycle_ms"])
}

/** How one persona fared. */
public class PersonaWalks(json: JsonObject) : Document(json) {
    /** A new one; what is left out has its default. */
    public constructor(
        persona: String,
        title: String,
        sessions: Long,
        reached: Long,
    ) : this(written("persona" to persona, "title" to title, "sessions" to sessions, "reached" to reached))

    /** The persona. */
    public val persona: String get() = text(json["persona"])
    /** Its title. */
    public val title: String get() = text(json["title"])
    /** Sessions of it. */
    public val sessions: Long get() = integer(json["sessions"])
    /** Those that reached the goal. */
    public val reached: Long get() = integer(json["reached"])
}

/** Where something is put. */
public sealed class Place(json: JsonObject) : Document(json) {
    /** The form `before`. */
    public class Before(public val value: aura.documents.NodeTarget) : Place(JsonObject(written("type" to "before") + value.json))
    /** The form `after`. */
    public class After(public val value: aura.documents.NodeTarget) : Place(JsonObject(written("type" to "after") + value.json))
    /** The form `between`. */
    public class Between(public val value: aura.documents.NodePair) : Place(JsonObject(written("type" to "between") + value.json))
    /** The form `at_start`. */
    public class AtStart(public val value: aura.documents.PlaceAtStart) : Place(JsonObject(written("type" to "at_start") + value.json))
    /** The form `at_end`. */
    public class AtEnd(public val value: aura.documents.PlaceAtEnd) : Place(JsonObject(written("type" to "at_end") + value.json))
    /** A form of a later version. */
    public class Unrecognized(json: JsonObject) : Place(json)

    internal companion object {
        fun of(json: JsonObject): Place = when (text(json["type"])) {
            "before" -> Before(NodeTarget(json))
            "after" -> After(NodeTarget(json))
            "between" -> Between(NodePair(json))
            "at_start" -> AtStart(PlaceAtStart(json))
            "at_end" -> AtEnd(PlaceAtEnd(json))
            else -> Unrecognized(json)
        }
    }
}

/** After everything else, before the end that reaches the goal. */
public class PlaceAtEnd(json: JsonObject) : Document(json) {
    public constructor() : this(written())
}

/** Before everything else. */
public class PlaceAtStart(json: JsonObject) : Document(json) {
    public constructor() : this(written())
}

/** Which part of which block a step stands in. */
public class Placement(json: JsonObject) : Document(json) {
    /** A new one; what is left out has its default. */
    public constructor(
        block: String,
        part: Long,
    ) : this(written("block" to block, "part" to part))

    /** The block. */
    public val block: String get() = text(json["block"])
    /** Which branch of a decision or lane of a parallel block, from 0; always 0 in a loop. */
    public val part: Long get() = integer(json["part"])
}

/** A plan of steps, with everything that is needed to show, run and build it. */
public class Plan(json: JsonObject) : Document(json) {
    /** A new one; what is left out has its default. */
    public constructor(
        schemaVersion: Long,
        id: String,
        title: String,
        goal: String,
        actors: List<Actor>,
        data: List<DataObject>,
        services: List<Service>,
        screens: List<Screen>,
        resources: List<Resource>,
        nodes: List<Node>,
        flows: List<Flow>,
        assumptions: List<Assumption>,
        edgeCases: List<EdgeCase>,
        metrics: List<Metric>,
        intent: String? = null,
        archetypes: List<ArchetypeUse>? = null,
        groups: List<Group>? = null,
        rules: List<PlanRule>? = null,
    ) : this(written("schema_version" to schemaVersion, "id" to id, "title" to title, "goal" to goal, "actors" to actors, "data" to data, "services" to services, "screens" to screens, "resources" to resources, "nodes" to nodes, "flows" to flows, "assumptions" to assumptions, "edge_cases" to edgeCases, "metrics" to metrics, "intent" to intent, "archetypes" to archetypes, "groups" to groups, "rules" to rules))

    /** Version of this document's shape. */
    public val schemaVersion: Long get() = integer(json["schema_version"])
    /** Names the plan through all its versions. */
    public val id: String get() = text(json["id"])
    /** A short name. */
    public val title: String get() = text(json["title"])
    /** What it is to reach, in one sentence. */
    public val goal: String get() = text(json["goal"])
    /** The intent that it was drafted from. */
    public val intent: String? get() = optional(json["intent"]) { text(it) }
    /** The archetypes that filled what the text left open, with the reason for each. */
    public val archetypes: List<ArchetypeUse> get() = list(json["archetypes"]) { ArchetypeUse(members(it)) }
    /** Who or what acts. */
    public val actors: List<Actor> get() = list(json["actors"]) { Actor(members(it)) }
    /** What is handled. */
    public val data: List<DataObject> get() = list(json["data"]) { DataObject(members(it)) }
    /** Systems that are called, with their contracts. */
    public val services: List<Service> get() = list(json["services"]) { Service(members(it)) }
    /** What people see. */
    public val screens: List<Screen> get() = list(json["screens"]) { Screen(members(it)) }
    /** People and things that cases queue for. */
    public val resources: List<Resource> get() = list(json["resources"]) { Resource(members(it)) }
    /** Start, steps, gateways, events and ends. The order is the reading order. */
    public val nodes: List<Node> get() = list(json["nodes"]) { Node(members(it)) }
    /** Which node follows which. */
    public val flows: List<Flow> get() = list(json["flows"]) { Flow(members(it)) }
    /** Sub-plans: named sets of nodes. */
    public val groups: List<Group> get() = list(json["groups"]) { Group(members(it)) }
    /** Every number that the simulation uses, with its origin. */
    public val assumptions: List<Assumption> get() = list(json["assumptions"]) { Assumption(members(it)) }
    /** What can happen at the edges, and what is to happen then. */
    public val edgeCases: List<EdgeCase> get() = list(json["edge_cases"]) { EdgeCase(members(it)) }
    /** What is measured. */
    public val metrics: List<Metric> get() = list(json["metrics"]) { Metric(members(it)) }
    /** Rules that the plan must keep, in the user's words. */
    public val rules: List<PlanRule> get() = list(json["rules"]) { PlanRule(members(it)) }
}

/** Exact changes of a plan's lists, by position. Applying the inverse of a patch gives the old plan to the byte. */
public class PlanPatch(json: JsonObject) : Document(json) {
    /** A new one; what is left out has its default. */
    public constructor(
        changes: List<PatchChange>,
    ) : this(written("changes" to changes))

    /** The changes as in RFC 6902 (JSON Patch): `add`, `remove`, `replace` with JSON Pointers. */
    public val changes: List<PatchChange> get() = list(json["changes"]) { PatchChange(members(it)) }
}

/** A rule that the plan must keep. */
public class PlanRule(json: JsonObject) : Document(json) {
    /** A new one; what is left out has its default. */
    public constructor(
        text: String,
        modality: Modality,
        origin: Origin,
        nodes: List<String>? = null,
    ) : this(written("text" to text, "modality" to modality, "origin" to origin, "nodes" to nodes))

    /** In the user's words. */
    public val text: String get() = text(json["text"])
    /** In which sense. */
    public val modality: Modality get() = choice(Modality.entries, json["modality"])
    /** The nodes that it concerns, where that is known. */
    public val nodes: List<String> get() = list(json["nodes"]) { text(it) }
    /** Where it comes from. */
    public val origin: Origin get() = Origin.of(members(json["origin"]))
}

/** One version of a plan. */
public class PlanVersion(json: JsonObject) : Document(json) {
    /** A new one; what is left out has its default. */
    public constructor(
        number: Long,
        version: String,
        message: String,
        at: String,
        isPresent: Boolean,
    ) : this(written("number" to number, "version" to version, "message" to message, "at" to at, "is_present" to isPresent))

    /** Counts from 1; never changes. */
    public val number: Long get() = integer(json["number"])
    /** Its name, the hash of its content. */
    public val version: String get() = text(json["version"])
    /** What was done to get it, in one line. */
    public val message: String get() = text(json["message"])
    /** When, by the clock of the host; empty where the host gave none. */
    public val at: String get() = text(json["at"])
    /** Whether it is the present one. */
    public val isPresent: Boolean get() = truth(json["is_present"])
}

/** The versions of a project's plan. */
public class PlanVersions(json: JsonObject) : Document(json) {
    /** A new one; what is left out has its default. */
    public constructor(
        project: String,
        versions: List<PlanVersion>,
        canUndo: Long,
        canRedo: Long,
    ) : this(written("project" to project, "versions" to versions, "can_undo" to canUndo, "can_redo" to canRedo))

    /** The project. */
    public val project: String get() = text(json["project"])
    /** In the order in which they came to be. */
    public val versions: List<PlanVersion> get() = list(json["versions"]) { PlanVersion(members(it)) }
    /** How many changes can be taken back from the present version. */
    public val canUndo: Long get() = integer(json["can_undo"])
    /** How many changes that were taken back can be made again. */
    public val canRedo: Long get() = integer(json["can_redo"])
}

/** A plan with what there is to say about it. */
public class Planned(json: JsonObject) : Document(json) {
    /** A new one; what is left out has its default. */
    public constructor(
        project: String,
        plan: Plan,
        version: String,
        problems: List<Problem>,
    ) : this(written("project" to project, "plan" to plan, "version" to version, "problems" to problems))

    /** The project. */
    public val project: String get() = text(json["project"])
    /** The plan. */
    public val plan: Plan get() = Plan(members(json["plan"]))
    /** Its version. */
    public val version: String get() = text(json["version"])
    /** What is wrong or could be simpler. */
    public val problems: List<Problem> get() = list(json["problems"]) { Problem(members(it)) }
}

/** The metric at each point. */
public class PointValues(json: JsonObject) : Document(json) {
    /** A new one; what is left out has its default. */
    public constructor(
        values: List<Double>,
    ) : this(written("values" to values))

    /** In the order of the points. */
    public val values: List<Double> get() = list(json["values"]) { number(it) }
}

/** What is measured, and how much its units differ. */
public sealed class PowerKind(json: JsonObject) : Document(json) {
    /** The form `share`. */
    public class Share(public val value: aura.documents.SharePower) : PowerKind(JsonObject(written("type" to "share") + value.json))
    /** The form `mean`. */
    public class Mean(public val value: aura.documents.MeanPower) : PowerKind(JsonObject(written("type" to "mean") + value.json))
    /** The form `count`. */
    public class Count(public val value: aura.documents.CountPower) : PowerKind(JsonObject(written("type" to "count") + value.json))
    /** The form `ratio`. */
    public class Ratio(public val value: aura.documents.RatioPower) : PowerKind(JsonObject(written("type" to "ratio") + value.json))
    /** The form `quantile`. */
    public class Quantile(public val value: aura.documents.QuantilePower) : PowerKind(JsonObject(written("type" to "quantile") + value.json))
    /** The form `survival`. */
    public class Survival(public val value: aura.documents.SurvivalPower) : PowerKind(JsonObject(written("type" to "survival") + value.json))
    /** A form of a later version. */
    public class Unrecognized(json: JsonObject) : PowerKind(json)

    internal companion object {
        fun of(json: JsonObject): PowerKind = when (text(json["type"])) {
            "share" -> Share(SharePower(json))
            "mean" -> Mean(MeanPower(json))
            "count" -> Count(CountPower(json))
            "ratio" -> Ratio(RatioPower(json))
            "quantile" -> Quantile(QuantilePower(json))
            "survival" -> Survival(SurvivalPower(json))
            else -> Unrecognized(json)
        }
    }
}

/** What a test needs, or what it can find. */
public class PowerPlan(json: JsonObject) : Document(json) {
    /** A new one; what is left out has its default. */
    public constructor(
        unitsEachArm: Long,
        units: Long,
        effect: Double,
        power: Double,
        costOfLooks: Double,
        sentence: String,
        days: Long? = null,
    ) : this(written("units_each_arm" to unitsEachArm, "units" to units, "effect" to effect, "power" to power, "cost_of_looks" to costOfLooks, "sentence" to sentence, "days" to days))

    /** Units of each arm. */
    public val unitsEachArm: Long get() = integer(json["units_each_arm"])
    /** Units of all arms. */
    public val units: Long get() = integer(json["units"])
    /** The effect that is found with this chance. */
    public val effect: Double get() = number(json["effect"])
    /** The chance to find it. */
    public val power: Double get() = number(json["power"])
    /** Days, rounded up to whole weeks, where the traffic is known. */
    public val days: Long? get() = optional(json["days"]) { integer(it) }
    /** How many times more units the looks cost than a single look would. */
    public val costOfLooks: Double get() = number(json["cost_of_looks"])
    /** One plain sentence. */
    public val sentence: String get() = text(json["sentence"])
}

/**
 * What is asked before a test: with `effect` alone how many units it needs; with `units` (or `days` of traffic) alone
 * the smallest effect that it finds; with both its power.
 */
public class PowerRequest(json: JsonObject) : Document(json) {
    /** A new one; what is left out has its default. */
    public constructor(
        baseline: Double,
        deviation: Double? = null,
        kind: PowerKind? = null,
        effect: Double? = null,
        units: Double? = null,
        days: Double? = null,
        clusters: ClusterPower? = null,
        varianceLeft: Double? = null,
        confidence: Double? = null,
        power: Double? = null,
        treatments: Long? = null,
        armAdjustment: ArmAdjustment? = null,
        monitoring: Monitoring? = null,
        unitsEachDay: Double? = null,
    ) : this(written("baseline" to baseline, "deviation" to deviation, "kind" to kind, "effect" to effect, "units" to units, "days" to days, "clusters" to clusters, "variance_left" to varianceLeft, "confidence" to confidence, "power" to power, "treatments" to treatments, "arm_adjustment" to armAdjustment, "monitoring" to monitoring, "units_each_day" to unitsEachDay))

    /**
     * Value of the control today. Without `kind` it is a share between 0 and 1 where `deviation` is absent, else a
     * mean.
     */
    public val baseline: Double get() = number(json["baseline"])
    /** Standard deviation of one unit; absent for shares and where `kind` says it. */
    public val deviation: Double? get() = optional(json["deviation"]) { number(it) }
    /** What is measured, where it is neither a mean nor a share. */
    public val kind: PowerKind? get() = optional(json["kind"]) { PowerKind.of(members(it)) }
    /** The effect to find, in the unit of the metric. */
    public val effect: Double? get() = optional(json["effect"]) { number(it) }
    /** Units of all arms, where they are given rather than asked for. */
    public val units: Double? get() = optional(json["units"]) { number(it) }
    /** Days of traffic, where they are given rather than asked for. */
    public val days: Double? get() = optional(json["days"]) { number(it) }
    /** Rows that belong together, where the metric is an average over rows and whole units are assigned. */
    public val clusters: ClusterPower? get() = optional(json["clusters"]) { ClusterPower(members(it)) }
    /** Share of the variance that covariates leave; 1 without covariates. */
    public val varianceLeft: Double? get() = optional(json["variance_left"]) { number(it) }
    /** Confidence of the verdict. */
    public val confidence: Double? get() = optional(json["confidence"]) { number(it) }
    /** Chance to find the effect. */
    public val power: Double? get() = optional(json["power"]) { number(it) }
    /** How many arms beside the control share the level. */
    public val treatments: Long? get() = optional(json["treatments"]) { integer(it) }
    /** How they share it; as in the statement of a test where absent. */
    public val armAdjustment: ArmAdjustment? get() = optional(json["arm_adjustment"]) { choice(ArmAdjustment.entries, it) }
    /** How often the data are looked at: for planned looks the fractions of all of them. */
    public val monitoring: Monitoring? get() = optional(json["monitoring"]) { Monitoring.of(members(it)) }
    /** Units that come in each day, for all arms. */
    public val unitsEachDay: Double? get() = optional(json["units_each_day"]) { number(it) }
}

/** What became of a wish for precision. */
public class Precise(json: JsonObject) : Document(json) {
    /** A new one; what is left out has its default. */
    public constructor(
        metric: String,
        wanted: Double,
        replications: Long,
        isReached: Boolean,
        reached: Double? = null,
    ) : this(written("metric" to metric, "wanted" to wanted, "replications" to replications, "is_reached" to isReached, "reached" to reached))

    /** The metric. */
    public val metric: String get() = text(json["metric"])
    /** Half the width that was asked for, as a share of the value. */
    public val wanted: Double get() = number(json["wanted"])
    /** Half the width that was reached, as a share of the value; absent where the value is 0. */
    public val reached: Double? get() = optional(json["reached"]) { number(it) }
    /** Replications that were run. */
    public val replications: Long get() = integer(json["replications"])
    /** Whether the interval is narrow enough. Otherwise a limit ended the run, or the replications were used up. */
    public val isReached: Boolean get() = truth(json["is_reached"])
}

/** How narrow an interval is to be, and what it may take. */
public class Precision(json: JsonObject) : Document(json) {
    /** A new one; what is left out has its default. */
    public constructor(
        halfWidth: Double,
        metric: String? = null,
        mostReplications: Long? = null,
    ) : this(written("half_width" to halfWidth, "metric" to metric, "most_replications" to mostReplications))

    /** The metric; the primary one of the plan where absent. */
    public val metric: String? get() = optional(json["metric"]) { text(it) }
    /** Half the width of the 95 % interval as a share of the value: 0.02 for ± 2 %. */
    public val halfWidth: Double get() = number(json["half_width"])
    /** Most replications; 1,000 where absent. Each has as many cases as those of the scenario have. */
    public val mostReplications: Long? get() = optional(json["most_replications"]) { integer(it) }
}

/** A run that is about to be made. */
public class PreparedRun(json: JsonObject) : Document(json) {
    /** A new one; what is left out has its default. */
    public constructor(
        project: String,
        plan: Plan,
        scenario: Scenario,
    ) : this(written("project" to project, "plan" to plan, "scenario" to scenario))

    /** The project. */
    public val project: String get() = text(json["project"])
    /** The plan as it stands. */
    public val plan: Plan get() = Plan(members(json["plan"]))
    /** The circumstances, complete. Its replications can be run apart. */
    public val scenario: Scenario get() = Scenario(members(json["scenario"]))
}

/** What tokens cost, in millionths of a US dollar for a million tokens. */
public class Price(json: JsonObject) : Document(json) {
    /** A new one; what is left out has its default. */
    public constructor(
        inputMicrosPerMillion: Long,
        outputMicrosPerMillion: Long,
    ) : this(written("input_micros_per_million" to inputMicrosPerMillion, "output_micros_per_million" to outputMicrosPerMillion))

    /** For a million tokens that go in. */
    public val inputMicrosPerMillion: Long get() = integer(json["input_micros_per_million"])
    /** For a million tokens that come out. */
    public val outputMicrosPerMillion: Long get() = integer(json["output_micros_per_million"])
}

/** What was believed before the data: stated with the test, and a proper distribution. */
public sealed class Prior(json: JsonObject) : Document(json) {
    /** The form `difference`. */
    public class Difference(public val value: aura.documents.PriorDifference) : Prior(JsonObject(written("type" to "difference") + value.json))
    /** The form `shares`. */
    public class Shares(public val value: aura.documents.PriorShares) : Prior(JsonObject(written("type" to "shares") + value.json))
    /** A form of a later version. */
    public class Unrecognized(json: JsonObject) : Prior(json)

    internal companion object {
        fun of(json: JsonObject): Prior = when (text(json["type"])) {
            "difference" -> Difference(PriorDifference(json))
            "shares" -> Shares(PriorShares(json))
            else -> Unrecognized(json)
        }
    }
}

/** Of the difference between an arm and the control: normal. */
public class PriorDifference(json: JsonObject) : Document(json) {
    /** A new one; what is left out has its default. */
    public constructor(
        mean: Double,
        standardDeviation: Double,
        isRelative: Boolean? = null,
    ) : this(written("mean" to mean, "standard_deviation" to standardDeviation, "is_relative" to isRelative))

    /** Its mean, in the metric's unit (a share for shares); 0 where nothing speaks for either arm. */
    public val mean: Double get() = number(json["mean"])
    /** Its standard deviation: two of three differences of such tests are no larger. */
    public val standardDeviation: Double get() = number(json["standard_deviation"])
    /** Whether both are shares of the control's value instead (0.02 is 2 %). The value of the control is taken as known. */
    public val isRelative: Boolean? get() = optional(json["is_relative"]) { truth(it) }
}

/**
 * Of the share of every arm, the control's too, each by itself: beta. For metrics that are shares, with one row for
 * each unit.
 */
public class PriorShares(json: JsonObject) : Document(json) {
    /** A new one; what is left out has its default. */
    public constructor(
        successes: Double,
        failures: Double,
    ) : this(written("successes" to successes, "failures" to failures))

    /** Units with a yes, above 0; 1 and 1 find every share equally likely. */
    public val successes: Double get() = number(json["successes"])
    /** Units with a no, above 0. */
    public val failures: Double get() = number(json["failures"])
}

/** A problem of a plan. */
public class Problem(json: JsonObject) : Document(json) {
    /** A new one; what is left out has its default. */
    public constructor(
        code: String,
        severity: Severity,
        text: String,
        nodes: List<String>? = null,
        proposal: String? = null,
    ) : this(written("code" to code, "severity" to severity, "text" to text, "nodes" to nodes, "proposal" to proposal))

    /** Stable snake_case name of the check, for example `unreachable_node`. */
    public val code: String get() = text(json["code"])
    /** How bad. */
    public val severity: Severity get() = choice(Severity.entries, json["severity"])
    /** What is wrong, in one plain sentence. */
    public val text: String get() = text(json["text"])
    /** Where. */
    public val nodes: List<String> get() = list(json["nodes"]) { text(it) }
    /** A sentence that the plan editor understands and that mends it. */
    public val proposal: String? get() = optional(json["proposal"]) { text(it) }
}

/** The procedures. Differences are treatment minus control. */
public sealed class Procedure(json: JsonObject) : Document(json) {
    /** The form `means`. */
    public class Means(public val value: aura.documents.ProcedureMeans) : Procedure(JsonObject(written("type" to "means") + value.json))
    /** The form `relative_means`. */
    public class RelativeMeans(public val value: aura.documents.ProcedureRelativeMeans) : Procedure(JsonObject(written("type" to "relative_means") + value.json))
    /** The form `paired`. */
    public class Paired(public val value: aura.documents.ProcedurePaired) : Procedure(JsonObject(written("type" to "paired") + value.json))
    /** The form `ranks`. */
    public class Ranks(public val value: aura.documents.ProcedureRanks) : Procedure(JsonObject(written("type" to "ranks") + value.json))
    /** The form `permutation`. */
    public class Permutation(public val value: aura.documents.ProcedurePermutation) : Procedure(JsonObject(written("type" to "permutation") + value.json))
    /** The form `bootstrap`. */
    public class Bootstrap(public val value: aura.documents.ProcedureBootstrap) : Procedure(JsonObject(written("type" to "bootstrap") + value.json))
    /** The form `proportion`. */
    public class Proportion(public val value: aura.documents.ProcedureProportion) : Procedure(JsonObject(written("type" to "proportion") + value.json))
    /** The form `proportions`. */
    public class Proportions(public val value: aura.documents.ProcedureProportions) : Procedure(JsonObject(written("type" to "proportions") + value.json))
    /** The form `proportion_ratio`. */
    public class ProportionRatio(public val value: aura.documents.ProcedureProportionRatio) : Procedure(JsonObject(written("type" to "proportion_ratio") + value.json))
    /** The form `exact`. */
    public class Exact(public val value: aura.documents.ProcedureExact) : Procedure(JsonObject(written("type" to "exact") + value.json))
    /** The form `fit`. */
    public class Fit(public val value: aura.documents.ProcedureFit) : Procedure(JsonObject(written("type" to "fit") + value.json))
    /** The form `adjust`. */
    public class Adjust(public val value: aura.documents.ProcedureAdjust) : Procedure(JsonObject(written("type" to "adjust") + value.json))
    /** The form `belief`. */
    public class Belief(public val value: aura.documents.ProcedureBelief) : Procedure(JsonObject(written("type" to "belief") + value.json))
    /** The form `proportion_beliefs`. */
    public class ProportionBeliefs(public val value: aura.documents.ProcedureProportionBeliefs) : Procedure(JsonObject(written("type" to "proportion_beliefs") + value.json))
    /** The form `group_bounds`. */
    public class GroupBounds(public val value: aura.documents.ProcedureGroupBounds) : Procedure(JsonObject(written("type" to "group_bounds") + value.json))
    /** The form `any_time`. */
    public class AnyTime(public val value: aura.documents.ProcedureAnyTime) : Procedure(JsonObject(written("type" to "any_time") + value.json))
    /** A form of a later version. */
    public class Unrecognized(json: JsonObject) : Procedure(json)

    internal companion object {
        fun of(json: JsonObject): Procedure = when (text(json["type"])) {
            "means" -> Means(ProcedureMeans(json))
            "relative_means" -> RelativeMeans(ProcedureRelativeMeans(json))
            "paired" -> Paired(ProcedurePaired(json))
            "ranks" -> Ranks(ProcedureRanks(json))
            "permutation" -> Permutation(ProcedurePermutation(json))
            "bootstrap" -> Bootstrap(ProcedureBootstrap(json))
            "proportion" -> Proportion(ProcedureProportion(json))
            "proportions" -> Proportions(ProcedureProportions(json))
            "proportion_ratio" -> ProportionRatio(ProcedureProportionRatio(json))
            "exact" -> Exact(ProcedureExact(json))
            "fit" -> Fit(ProcedureFit(json))
            "adjust" -> Adjust(ProcedureAdjust(json))
            "belief" -> Belief(ProcedureBelief(json))
            "proportion_beliefs" -> ProportionBeliefs(ProcedureProportionBeliefs(json))
            "group_bounds" -> GroupBounds(ProcedureGroupBounds(json))
            "any_time" -> AnyTime(ProcedureAnyTime(json))
            else -> Unrecognized(json)
        }
    }
}

/** P-values adjusted for their number. */
public class ProcedureAdjust(json: JsonObject) : Document(json) {
    /** A new one; what is left out has its default. */
    public constructor(
        pValues: List<Double>,
        method: Adjustment,
    ) : this(written("p_values" to pValues, "method" to method))

    /** The p-values. */
    public val pValues: List<Double> get() = list(json["p_values"]) { number(it) }
    /** How they are adjusted. */
    public val method: Adjustment get() = choice(Adjustment.entries, json["method"])
}

/** An estimate that may be looked at at any time (Waudby-Smith and others 2021). */
public class ProcedureAnyTime(json: JsonObject) : Document(json) {
    /** A new one; what is left out has its default. */
    public constructor(
        estimate: Double,
        standardError: Double,
        units: Double,
        tunedUnits: Double,
    ) : this(written("estimate" to estimate, "standard_error" to standardError, "units" to units, "tuned_units" to tunedUnits))

    /** The estimate so far. */
    public val estimate: Double get() = number(json["estimate"])
    /** Its standard error. */
    public val standardError: Double get() = number(json["standard_error"])
    /** How many units stand behind it. */
    public val units: Double get() = number(json["units"])
    /** The number of units at which the interval is to be tightest; stated before the data. */
    public val tunedUnits: Double get() = number(json["tuned_units"])
}

/** A normal belief about a difference, after an estimate. */
public class ProcedureBelief(json: JsonObject) : Document(json) {
    /** A new one; what is left out has its default. */
    public constructor(
        mean: Double,
        standardDeviation: Double,
        estimate: Double,
        standardError: Double,
        matters: Double? = null,
    ) : this(written("mean" to mean, "standard_deviation" to standardDeviation, "estimate" to estimate, "standard_error" to standardError, "matters" to matters))

    /** Mean of the belief before. */
    public val mean: Double get() = number(json["mean"])
    /** Its standard deviation, above 0. */
    public val standardDeviation: Double get() = number(json["standard_deviation"])
    /** The estimate of the difference. */
    public val estimate: Double get() = number(json["estimate"])
    /** Its standard error, above 0. */
    public val standardError: Double get() = number(json["standard_error"])
    /** Differences between minus this and this do not matter. */
    public val matters: Double? get() = optional(json["matters"]) { number(it) }
}

/** A statistic of one list, with its bias-corrected and accelerated interval (Efron 1987). */
public class ProcedureBootstrap(json: JsonObject) : Document(json) {
    /** A new one; what is left out has its default. */
    public constructor(
        values: List<Double>,
        statistic: Statistic,
        seed: Long,
        resamples: Long? = null,
    ) : this(written("values" to values, "statistic" to statistic, "seed" to seed, "resamples" to resamples))

    /** The values. */
    public val values: List<Double> get() = list(json["values"]) { number(it) }
    /** What is computed of them. */
    public val statistic: Statistic get() = Statistic.of(members(json["statistic"]))
    /** How many resamples; 10,000 where absent. */
    public val resamples: Long? get() = optional(json["resamples"]) { integer(it) }
    /** The root of the randomness. */
    public val seed: Long get() = integer(json["seed"])
}

/** Two by two tables, exactly; a p-value only. */
public class ProcedureExact(json: JsonObject) : Document(json) {
    /** A new one; what is left out has its default. */
    public constructor(
        control: Counted,
        treatment: Counted,
        method: ExactMethod? = null,
    ) : this(written("control" to control, "treatment" to treatment, "method" to method))

    /** The arm that is compared against. */
    public val control: Counted get() = Counted(members(json["control"]))
    /** The arm that is tried. */
    public val treatment: Counted get() = Counted(members(json["treatment"]))
    /** Which test; Fisher's where absent. */
    public val method: ExactMethod? get() = optional(json["method"]) { choice(ExactMethod.entries, it) }
}

/** Counts against weights (Pearson 1900), for example the sizes of arms. */
public class ProcedureFit(json: JsonObject) : Document(json) {
    /** A new one; what is left out has its default. */
    public constructor(
        observed: List<Long>,
        weights: List<Double>,
    ) : this(written("observed" to observed, "weights" to weights))

    /** How many were seen in each cell. */
    public val observed: List<Long> get() = list(json["observed"]) { integer(it) }
    /** What share belongs into each cell; need not add up to 1. */
    public val weights: List<Double> get() = list(json["weights"]) { number(it) }
}

/** The bounds of planned looks. */
public class ProcedureGroupBounds(json: JsonObject) : Document(json) {
    /** A new one; what is left out has its default. */
    public constructor(
        fractions: List<Double>,
        alpha: Double,
        sides: Sides,
        spending: Spending,
    ) : this(written("fractions" to fractions, "alpha" to alpha, "sides" to sides, "spending" to spending))

    /** Information at each look as a fraction of the planned information: increasing, above 0, at most 1. */
    public val fractions: List<Double> get() = list(json["fractions"]) { number(it) }
    /** Level of the whole test. */
    public val alpha: Double get() = number(json["alpha"])
    /** One direction or both. */
    public val sides: Sides get() = choice(Sides.entries, json["sides"])
    /** How the level is spent. */
    public val spending: Spending get() = Spending.of(members(json["spending"]))
}

/** Difference of two means. */
public class ProcedureMeans(json: JsonObject) : Document(json) {
    /** A new one; what is left out has its default. */
    public constructor(
        control: Measured2,
        treatment: Measured2,
        method: MeansMethod? = null,
    ) : this(written("control" to control, "treatment" to treatment, "method" to method))

    /** The arm that is compared against. */
    public val control: Measured2 get() = Measured2.of(members(json["control"]))
    /** The arm that is tried. */
    public val treatment: Measured2 get() = Measured2.of(members(json["treatment"]))
    /** Which error the difference has; Welch's where absent. */
    public val method: MeansMethod? get() = optional(json["method"]) { choice(MeansMethod.entries, it) }
}

/** Mean difference of pairs. */
public class ProcedurePaired(json: JsonObject) : Document(json) {
    /** A new one; what is left out has its default. */
    public constructor(
        control: List<Double>,
        treatment: List<Double>,
    ) : this(written("control" to control, "treatment" to treatment))

    /** Values of the arm that is compared against. */
    public val control: List<Double> get() = list(json["control"]) { number(it) }
    /** Values of the arm that is tried; of pairs in the same order. */
    public val treatment: List<Double> get() = list(json["treatment"]) { number(it) }
}

/** Difference of means when labels are exchanged (Fisher 1935; Pitman 1937). */
public class ProcedurePermutation(json: JsonObject) : Document(json) {
    /** A new one; what is left out has its default. */
    public constructor(
        control: List<Double>,
        treatment: List<Double>,
        seed: Long,
        resamples: Long? = null,
    ) : this(written("control" to control, "treatment" to treatment, "seed" to seed, "resamples" to resamples))

    /** Values of the arm that is compared against. */
    public val control: List<Double> get() = list(json["control"]) { number(it) }
    /** Values of the arm that is tried. */
    public val treatment: List<Double> get() = list(json["treatment"]) { number(it) }
    /** How often labels are exchanged where there are too many ways to go through; 10,000 where absent. */
    public val resamples: Long? get() = optional(json["resamples"]) { integer(it) }
    /** The root of the randomness. */
    public val seed: Long get() = integer(json["seed"])
}

/** One proportion. */
public class ProcedureProportion(json: JsonObject) : Document(json) {
    /** A new one; what is left out has its default. */
    public constructor(
        share: Counted,
        method: ProportionMethod? = null,
    ) : this(written("share" to share, "method" to method))

    /** What was counted. */
    public val share: Counted get() = Counted(members(json["share"]))
    /** How the interval is made; Wilson's where absent. */
    public val method: ProportionMethod? get() = optional(json["method"]) { choice(ProportionMethod.entries, it) }
}

/** Beta beliefs about two proportions, after counts. */
public class ProcedureProportionBeliefs(json: JsonObject) : Document(json) {
    /** A new one; what is left out has its default. */
    public constructor(
        control: Counted,
        treatment: Counted,
        priorSuccesses: Double? = null,
        priorFailures: Double? = null,
    ) : this(written("control" to control, "treatment" to treatment, "prior_successes" to priorSuccesses, "prior_failures" to priorFailures))

    /** The arm that is compared against. */
    public val control: Counted get() = Counted(members(json["control"]))
    /** The arm that is tried. */
    public val treatment: Counted get() = Counted(members(json["treatment"]))
    /** Successes that are believed before, above 0; 1 where absent. */
    public val priorSuccesses: Double? get() = optional(json["prior_successes"]) { number(it) }
    /** Failures that are believed before, above 0; 1 where absent. */
    public val priorFailures: Double? get() = optional(json["prior_failures"]) { number(it) }
}

/** Ratio of two proportions; an interval only. */
public class ProcedureProportionRatio(json: JsonObject) : Document(json) {
    /** A new one; what is left out has its default. */
    public constructor(
        control: Counted,
        treatment: Counted,
        method: RatioMethod? = null,
    ) : this(written("control" to control, "treatment" to treatment, "method" to method))

    /** The arm that is compared against. */
    public val control: Counted get() = Counted(members(json["control"]))
    /** The arm that is tried. */
    public val treatment: Counted get() = Counted(members(json["treatment"]))
    /** How the interval is made; by the score test where absent. */
    public val method: RatioMethod? get() = optional(json["method"]) { choice(RatioMethod.entries, it) }
}

/** Difference of two proportions. The p-value is that of the score test; only the interval of `score` inverts it. */
public class ProcedureProportions(json: JsonObject) : Document(json) {
    /** A new one; what is left out has its default. */
    public constructor(
        control: Counted,
        treatment: Counted,
        method: DifferenceMethod? = null,
    ) : this(written("control" to control, "treatment" to treatment, "method" to method))

    /** The arm that is compared against. */
    public val control: Counted get() = Counted(members(json["control"]))
    /** The arm that is tried. */
    public val treatment: Counted get() = Counted(members(json["treatment"]))
    /** How the interval is made; Newcombe's where absent. */
    public val method: DifferenceMethod? get() = optional(json["method"]) { choice(DifferenceMethod.entries, it) }
}

/** Whether one arm tends to larger values (Mann and Whitney 1947). */
public class ProcedureRanks(json: JsonObject) : Document(json) {
    /** A new one; what is left out has its default. */
    public constructor(
        control: List<Double>,
        treatment: List<Double>,
    ) : this(written("control" to control, "treatment" to treatment))

    /** Values of the arm that is compared against. */
    public val control: List<Double> get() = list(json["control"]) { number(it) }
    /** Values of the arm that is tried; of pairs in the same order. */
    public val treatment: List<Double> get() = list(json["treatment"]) { number(it) }
}

/** Difference of two means as a share of the control's. */
public class ProcedureRelativeMeans(json: JsonObject) : Document(json) {
    /** A new one; what is left out has its default. */
    public constructor(
        control: Measured2,
        treatment: Measured2,
        method: RelativeMethod? = null,
    ) : this(written("control" to control, "treatment" to treatment, "method" to method))

    /** The arm that is compared against. */
    public val control: Measured2 get() = Measured2.of(members(json["control"]))
    /** The arm that is tried. */
    public val treatment: Measured2 get() = Measured2.of(members(json["treatment"]))
    /** How the interval is made; the delta method where absent. */
    public val method: RelativeMethod? get() = optional(json["method"]) { choice(RelativeMethod.entries, it) }
}

/** One sign of life from long work. */
public class ProgressEvent(json: JsonObject) : Document(json) {
    /** A new one; what is left out has its default. */
    public constructor(
        stage: String,
        done: Long,
        message: String,
        total: Long? = null,
    ) : this(written("stage" to stage, "done" to done, "message" to message, "total" to total))

    /** The stage that is at work, for example `simulate`. */
    public val stage: String get() = text(json["stage"])
    /** How many parts are done. */
    public val done: Long get() = integer(json["done"])
    /** How many parts there are, where that is known. */
    public val total: Long? get() = optional(json["total"]) { integer(it) }
    /** One short line for a person. */
    public val message: String get() = text(json["message"])
}

/** A project as it stands. */
public class Project(json: JsonObject) : Document(json) {
    /** A new one; what is left out has its default. */
    public constructor(
        id: String,
        name: String,
        revision: Revision,
    ) : this(written("id" to id, "name" to name, "revision" to revision))

    /** Names the project. */
    public val id: String get() = text(json["id"])
    /** For people. */
    public val name: String get() = text(json["name"])
    /** Its newest revision. */
    public val revision: Revision get() = Revision(members(json["revision"]))
}

/** All projects of a store. */
public class ProjectList(json: JsonObject) : Document(json) {
    /** A new one; what is left out has its default. */
    public constructor(
        projects: List<Project>,
    ) : this(written("projects" to projects))

    /** Ordered by id. */
    public val projects: List<Project> get() = list(json["projects"]) { Project(members(it)) }
}

/** A project that is meant. */
public class ProjectRequest(json: JsonObject) : Document(json) {
    /** A new one; what is left out has its default. */
    public constructor(
        project: String,
    ) : this(written("project" to project))

    /** The project. */
    public val project: String get() = text(json["project"])
}

/** Something that a plan promises to each case. */
public sealed class Promise(json: JsonObject) : Document(json) {
    /** The form `reaches_goal`. */
    public class ReachesGoal(public val value: aura.documents.PromiseReachesGoal) : Promise(JsonObject(written("type" to "reaches_goal") + value.json))
    /** The form `ends_within`. */
    public class EndsWithin(public val value: aura.documents.EndsWithin) : Promise(JsonObject(written("type" to "ends_within") + value.json))
    /** The form `takes_effect_once`. */
    public class TakesEffectOnce(public val value: aura.documents.PromiseTakesEffectOnce) : Promise(JsonObject(written("type" to "takes_effect_once") + value.json))
    /** A form of a later version. */
    public class Unrecognized(json: JsonObject) : Promise(json)

    internal companion object {
        fun of(json: JsonObject): Promise = when (text(json["type"])) {
            "reaches_goal" -> ReachesGoal(PromiseReachesGoal(json))
            "ends_within" -> EndsWithin(EndsWithin(json))
            "takes_effect_once" -> TakesEffectOnce(PromiseTakesEffectOnce(json))
            else -> Unrecognized(json)
        }
    }
}

/** One promise and what breaks it. */
public class PromiseCheck(json: JsonObject) : Document(json) {
    /** A new one; what is left out has its default. */
    public constructor(
        promise: Promise,
        text: String,
        isComplete: Boolean,
        brokenBy: Weakness? = null,
    ) : this(written("promise" to promise, "text" to text, "is_complete" to isComplete, "broken_by" to brokenBy))

    /** The promise. */
    public val promise: Promise get() = Promise.of(members(json["promise"]))
    /** The promise in words. */
    public val text: String get() = text(json["text"])
    /** The cheapest combination of faults that breaks it; absent where none was found. */
    public val brokenBy: Weakness? get() = optional(json["broken_by"]) { Weakness(members(it)) }
    /** Whether every combination within the limits was tried before the search ended. */
    public val isComplete: Boolean get() = truth(json["is_complete"])
}

/** A case that reaches its goal when nothing goes wrong reaches it anyway. */
public class PromiseReachesGoal(json: JsonObject) : Document(json) {
    public constructor() : this(written())
}

/** An operation that may not be done twice takes effect once each time that the case comes to its step. */
public class PromiseTakesEffectOnce(json: JsonObject) : Document(json) {
    public constructor() : this(written())
}

/** How the interval of one proportion is made. */
public enum class ProportionMethod(override val word: String) : Choice {
    WILSON("wilson"),
    EXACT("exact"),
    AGRESTI_COULL("agresti_coull"),
    JEFFREYS("jeffreys"),
    WALD("wald"),
}

/** A clickable prototype. */
public class Prototype(json: JsonObject) : Document(json) {
    /** A new one; what is left out has its default. */
    public constructor(
        id: String,
        plan: String,
        planVersion: String,
        title: String,
        first: String,
        pages: List<Page>,
    ) : this(written("id" to id, "plan" to plan, "plan_version" to planVersion, "title" to title, "first" to first, "pages" to pages))

    /** Made from the plan's version. */
    public val id: String get() = text(json["id"])
    /** The plan. */
    public val plan: String get() = text(json["plan"])
    /** The plan's version. */
    public val planVersion: String get() = text(json["plan_version"])
    /** For people. */
    public val title: String get() = text(json["title"])
    /** The page on which a session begins. */
    public val first: String get() = text(json["first"])
    /** All pages. */
    public val pages: List<Page> get() = list(json["pages"]) { Page(members(it)) }
}

/** A prototype with its page. */
public class Prototyped(json: JsonObject) : Document(json) {
    /** A new one; what is left out has its default. */
    public constructor(
        project: String,
        prototype: Prototype,
        html: String,
    ) : this(written("project" to project, "prototype" to prototype, "html" to html))

    /** The project. */
    public val project: String get() = text(json["project"])
    /** The pages as data. */
    public val prototype: Prototype get() = Prototype(members(json["prototype"]))
    /** One self-contained HTML file. */
    public val html: String get() = text(json["html"])
}

/** A quantile of a column. */
public class QuantileMeasure(json: JsonObject) : Document(json) {
    /** A new one; what is left out has its default. */
    public constructor(
        column: String,
        probability: Double,
    ) : this(written("column" to column, "probability" to probability))

    /** Its name. */
    public val column: String get() = text(json["column"])
    /** Strictly between 0 and 1: 0.5 is the middle value. */
    public val probability: Double get() = number(json["probability"])
}

/** How much the values around a quantile differ. */
public class QuantilePower(json: JsonObject) : Document(json) {
    /** A new one; what is left out has its default. */
    public constructor(
        probability: Double,
        density: Double,
    ) : this(written("probability" to probability, "density" to density))

    /** The quantile: 0.5 is the middle value. */
    public val probability: Double get() = number(json["probability"])
    /**
     * Share of the units whose value lies within one unit of the metric there (the density): the share between two
     * values close to the quantile, over their distance.
     */
    public val density: Double get() = number(json["density"])
}

/** An amount with its unit. */
public class Quantity(json: JsonObject) : Document(json) {
    /** A new one; what is left out has its default. */
    public constructor(
        amount: Double,
        unit: Unit,
    ) : this(written("amount" to amount, "unit" to unit))

    /** How much, in the unit. Never NaN or infinite. */
    public val amount: Double get() = number(json["amount"])
    /** The unit. */
    public val unit: Unit get() = Unit.of(members(json["unit"]))
}

/** Something unclear that matters. */
public class Question(json: JsonObject) : Document(json) {
    /** A new one; what is left out has its default. */
    public constructor(
        id: String,
        code: String,
        text: String,
        reason: String,
        options: List<QuestionOption>,
        acceptsText: Boolean,
        importance: Double,
        origin: Origin,
    ) : this(written("id" to id, "code" to code, "text" to text, "reason" to reason, "options" to options, "accepts_text" to acceptsText, "importance" to importance, "origin" to origin))

    /** `q1`, `q2`, … in order of importance. */
    public val id: String get() = text(json["id"])
    /** Stable name of the detector, for example `metric_without_baseline`. */
    public val code: String get() = text(json["code"])
    /** The question in plain words. */
    public val text: String get() = text(json["text"])
    /** Why it is asked, in one sentence. */
    public val reason: String get() = text(json["reason"])
    /** Two to four answers to choose from. The first is what is assumed if nobody answers. */
    public val options: List<QuestionOption> get() = list(json["options"]) { QuestionOption(members(it)) }
    /** Whether an answer in own words is understood as well. */
    public val acceptsText: Boolean get() = truth(json["accepts_text"])
    /** How much the answer matters, from 0 to 1 (effect times uncertainty). */
    public val importance: Double get() = number(json["importance"])
    /** The words that led to the question. */
    public val origin: Origin get() = Origin.of(members(json["origin"]))
}

/** One answer to choose from. */
public class QuestionOption(json: JsonObject) : Document(json) {
    /** A new one; what is left out has its default. */
    public constructor(
        id: String,
        label: String,
        effect: String,
        changes: List<IntentChange>,
    ) : this(written("id" to id, "label" to label, "effect" to effect, "changes" to changes))

    /** `a`, `b`, `c` or `d`. */
    public val id: String get() = text(json["id"])
    /** The answer in plain words. */
    public val label: String get() = text(json["label"])
    /** What it changes, in one sentence. */
    public val effect: String get() = text(json["effect"])
    /** The same as typed changes of the intent. */
    public val changes: List<IntentChange> get() = list(json["changes"]) { IntentChange.of(members(it)) }
}

/** A question about the plan. */
public class QuestionReading(json: JsonObject) : Document(json) {
    /** A new one; what is left out has its default. */
    public constructor(
        answer: String,
    ) : this(written("answer" to answer))

    /** What the plan says about it, in plain words. */
    public val answer: String get() = text(json["answer"])
}

/** Whose turn it is in a queue. */
public enum class QueueOrder(override val word: String) : Choice {
    FIRST_COME("first_come"),
    LAST_COME("last_come"),
    PRIORITY("priority"),
    SHARED("shared"),
}

/** How the queue in front of a resource works. */
public class QueueRule(json: JsonObject) : Document(json) {
    /** A new one; what is left out has its default. */
    public constructor(
        order: QueueOrder? = null,
        limit: Long? = null,
        interrupts: Boolean? = null,
        restarts: Boolean? = null,
        crowdsOut: Boolean? = null,
        isStrict: Boolean? = null,
        patience: String? = null,
        balking: List<Balking>? = null,
    ) : this(written("order" to order, "limit" to limit, "interrupts" to interrupts, "restarts" to restarts, "crowds_out" to crowdsOut, "is_strict" to isStrict, "patience" to patience, "balking" to balking))

    /** Whose turn it is. */
    public val order: QueueOrder? get() = optional(json["order"]) { choice(QueueOrder.entries, it) }
    /**
     * How many may wait; whoever comes then is turned away, which is a failure of the kind `rejected`. No limit where
     * absent.
     */
    public val limit: Long? get() = optional(json["limit"]) { integer(it) }
    /**
     * Whether a more urgent case interrupts a less urgent one, whose work goes on later from where it was. Only where
     * the order is by priority.
     */
    public val interrupts: Boolean? get() = optional(json["interrupts"]) { truth(it) }
    /**
     * Whether work that a more urgent case interrupted begins anew, with all that it takes, instead of going on from
     * where it was.
     */
    public val restarts: Boolean? get() = optional(json["restarts"]) { truth(it) }
    /**
     * Whether a more urgent case that meets a full queue sends the last, less urgent one away instead. Only where the
     * order is by priority.
     */
    public val crowdsOut: Boolean? get() = optional(json["crowds_out"]) { truth(it) }
    /**
     * Whether the limit holds for those too who were interrupted and wait again: then the last of the queue goes away.
     * Otherwise they always find a place.
     */
    public val isStrict: Boolean? get() = optional(json["is_strict"]) { truth(it) }
    /**
     * The longest wait before somebody leaves the queue, as an assumption in milliseconds; the patience of the persona
     * counts as well, whichever ends first.
     */
    public val patience: String? get() = optional(json["patience"]) { text(it) }
    /**
     * Who does not even join when the queue is long. Of several entries, the one with the largest `from` counts that
     * the queue has reached.
     */
    public val balking: List<Balking> get() = list(json["balking"]) { Balking(members(it)) }
}

/** Words of the user. */
public class Quote(json: JsonObject) : Document(json) {
    /** A new one; what is left out has its default. */
    public constructor(
        source: TextSource,
        span: Span,
        text: String,
    ) : this(written("source" to source, "span" to span, "text" to text))

    /** Which text they stand in. */
    public val source: TextSource get() = choice(TextSource.entries, json["source"])
    /** Where they stand. */
    public val span: Span get() = Span(members(json["span"]))
    /** The words themselves. */
    public val text: String get() = text(json["text"])
}

/** How much of the metric's variance one assumption explains (indices of Sobol'). */
public class RankedAssumption(json: JsonObject) : Document(json) {
    /** A new one; what is left out has its default. */
    public constructor(
        assumption: String,
        alone: ShareOfSpread,
        total: ShareOfSpread,
    ) : this(written("assumption" to assumption, "alone" to alone, "total" to total))

    /** The assumption. */
    public val assumption: String get() = text(json["assumption"])
    /** By itself: the first-order index. */
    public val alone: ShareOfSpread get() = ShareOfSpread(members(json["alone"]))
    /** With all that it does together with others: the total index. */
    public val total: ShareOfSpread get() = ShareOfSpread(members(json["total"]))
}

/** How many calls a service takes in how long. */
public class RateLimit(json: JsonObject) : Document(json) {
    /** A new one; what is left out has its default. */
    public constructor(
        calls: Long,
        windowMs: Long,
    ) : this(written("calls" to calls, "window_ms" to windowMs))

    /** Most calls. */
    public val calls: Long get() = integer(json["calls"])
    /** In this time, in milliseconds. */
    public val windowMs: Long get() = integer(json["window_ms"])
}

/** Two columns. */
public class RatioMeasure(json: JsonObject) : Document(json) {
    /** A new one; what is left out has its default. */
    public constructor(
        above: String,
        below: String,
    ) : this(written("above" to above, "below" to below))

    /** The column above the line. */
    public val above: String get() = text(json["above"])
    /** The column below the line. */
    public val below: String get() = text(json["below"])
}

/** How the interval of the ratio of two proportions is made. */
public enum class RatioMethod(override val word: String) : Choice {
    SCORE("score"),
    LOG("log"),
    LOG_ADJUSTED("log_adjusted"),
}

/** How much the parts of a ratio differ. */
public class RatioPower(json: JsonObject) : Document(json) {
    /** A new one; what is left out has its default. */
    public constructor(
        aboveDeviation: Double,
        belowMean: Double,
        belowDeviation: Double,
        correlation: Double,
    ) : this(written("above_deviation" to aboveDeviation, "below_mean" to belowMean, "below_deviation" to belowDeviation, "correlation" to correlation))

    /** Standard deviation of a unit's value above the line. */
    public val aboveDeviation: Double get() = number(json["above_deviation"])
    /** Mean of the units' values below the line. */
    public val belowMean: Double get() = number(json["below_mean"])
    /** Their standard deviation. */
    public val belowDeviation: Double get() = number(json["below_deviation"])
    /** Correlation of both values of a unit. */
    public val correlation: Double get() = number(json["correlation"])
}

/** The record of a run. */
public class RecordedTrace(json: JsonObject) : Document(json) {
    /** A new one; what is left out has its default. */
    public constructor(
        project: String,
        traceBase64: String,
    ) : this(written("project" to project, "trace_base64" to traceBase64))

    /** The project. */
    public val project: String get() = text(json["project"])
    /** The compact binary file, in base64. */
    public val traceBase64: String get() = text(json["trace_base64"])
}

/** The user wants to go forward again. */
public class RedoReading(json: JsonObject) : Document(json) {
    /** A new one; what is left out has its default. */
    public constructor(
        steps: Long,
    ) : this(written("steps" to steps))

    /** How many edits that were taken back; one where the user gave no number. */
    public val steps: Long get() = integer(json["steps"])
}

/** Going forward again after going back. */
public class RedoRequest(json: JsonObject) : Document(json) {
    /** A new one; what is left out has its default. */
    public constructor(
        project: String,
        steps: Long? = null,
    ) : this(written("project" to project, "steps" to steps))

    /** The project. */
    public val project: String get() = text(json["project"])
    /** How many changes to make again; 1 where absent. */
    public val steps: Long? get() = optional(json["steps"]) { integer(it) }
}

/** What was kept of a reference. */
public class ReferenceReport(json: JsonObject) : Document(json) {
    /** A new one; what is left out has its default. */
    public constructor(
        from: String,
        to: String,
        isFound: Boolean,
        missing: Double,
        children: List<ChildGroup>,
    ) : this(written("from" to from, "to" to to, "is_found" to isFound, "missing" to missing, "children" to children))

    /** The column that refers, as `table.column`. */
    public val from: String get() = text(json["from"])
    /** The column that it leads to. */
    public val to: String get() = text(json["to"])
    /** Whether it was found, not stated. */
    public val isFound: Boolean get() = truth(json["is_found"])
    /** The share of records that refer to none, where they are not too few. */
    public val missing: Double get() = number(json["missing"])
    /** How many records refer to one: groups of at least a smallest group of those that are referred to. */
    public val children: List<ChildGroup> get() = list(json["children"]) { ChildGroup(members(it)) }
}

/** Something that a service found wrong with requests. */
public class RefusalCount(json: JsonObject) : Document(json) {
    /** A new one; what is left out has its default. */
    public constructor(
        text: String,
        times: Long,
    ) : this(written("text" to text, "times" to times))

    /** Where, why and at which step, in one sentence. */
    public val text: String get() = text(json["text"])
    /** How often. */
    public val times: Long get() = integer(json["times"])
}

/** A relative effect with Fieller's interval. */
public class RelativeFigures(json: JsonObject) : Document(json) {
    /** A new one; what is left out has its default. */
    public constructor(
        estimate: Double,
        low: Double,
        high: Double,
    ) : this(written("estimate" to estimate, "low" to low, "high" to high))

    /** The effect: 0.1 is 10 % more. */
    public val estimate: Double get() = number(json["estimate"])
    /** Lower end. */
    public val low: Double get() = number(json["low"])
    /** Upper end. */
    public val high: Double get() = number(json["high"])
}

/** How the interval of a relative effect is made. */
public enum class RelativeMethod(override val word: String) : Choice {
    DELTA("delta"),
    LOG_DELTA("log_delta"),
    FIELLER("fieller"),
}

/** A new title. */
public class RenameNode(json: JsonObject) : Document(json) {
    /** A new one; what is left out has its default. */
    public constructor(
        node: String,
        title: String,
    ) : this(written("node" to node, "title" to title))

    /** The node. */
    public val node: String get() = text(json["node"])
    /** The title. */
    public val title: String get() = text(json["title"])
}

/** Steps are done again. */
public class RepeatBlock(json: JsonObject) : Document(json) {
    /** A new one; what is left out has its default. */
    public constructor(
        until: String? = null,
        maxTimes: Long? = null,
    ) : this(written("until" to until, "max_times" to maxTimes))

    /** What ends the loop, in the user's words. */
    public val until: String? get() = optional(json["until"]) { text(it) }
    /** Most rounds, where the text says so. */
    public val maxTimes: Long? get() = optional(json["max_times"]) { integer(it) }
}

/** A bound for a loop. */
public class RepeatChange(json: JsonObject) : Document(json) {
    /** A new one; what is left out has its default. */
    public constructor(
        block: String,
        maxTimes: Long,
    ) : this(written("block" to block, "max_times" to maxTimes))

    /** The repeat block. */
    public val block: String get() = text(json["block"])
    /** Most rounds. */
    public val maxTimes: Long get() = integer(json["max_times"])
}

/** A new step for an old one. */
public class ReplaceStep(json: JsonObject) : Document(json) {
    /** A new one; what is left out has its default. */
    public constructor(
        node: String,
        titles: List<String>,
    ) : this(written("node" to node, "titles" to titles))

    /** The old one. */
    public val node: String get() = text(json["node"])
    /** The new ones, in order. */
    public val titles: List<String> get() = list(json["titles"]) { text(it) }
}

/** A new draft that is to be brought into the plan as it stands. */
public class ReplanRequest(json: JsonObject) : Document(json) {
    /** A new one; what is left out has its default. */
    public constructor(
        project: String,
        answers: List<Answer>? = null,
        keepMine: Boolean? = null,
    ) : this(written("project" to project, "answers" to answers, "keep_mine" to keepMine))

    /** The project. */
    public val project: String get() = text(json["project"])
    /** Answers to the questions of an earlier attempt: `a` keeps the edit, `b` takes the new draft. */
    public val answers: List<Answer> get() = list(json["answers"]) { Answer(members(it)) }
    /** Keep the edits wherever no answer says otherwise. */
    public val keepMine: Boolean? get() = optional(json["keep_mine"]) { truth(it) }
}

/** How well a log goes through a plan. */
public class ReplayFit(json: JsonObject) : Document(json) {
    /** A new one; what is left out has its default. */
    public constructor(
        cases: Long,
        fittingCases: Long,
        activities: Long,
        fittingActivities: Long,
    ) : this(written("cases" to cases, "fitting_cases" to fittingCases, "activities" to activities, "fitting_activities" to fittingActivities))

    /** Cases in all. */
    public val cases: Long get() = integer(json["cases"])
    /** Cases that go through from start to end. */
    public val fittingCases: Long get() = integer(json["fitting_cases"])
    /** Things that were done. */
    public val activities: Long get() = integer(json["activities"])
    /** Those of them that the plan allowed where they happened. */
    public val fittingActivities: Long get() = integer(json["fitting_activities"])
}

/** What a replay found. */
public class ReplayReport(json: JsonObject) : Document(json) {
    /** A new one; what is left out has its default. */
    public constructor(
        isEqual: Boolean,
        recordedDigest: String,
        digest: String,
        events: Long,
        differences: List<String>,
        divergence: Divergence? = null,
    ) : this(written("is_equal" to isEqual, "recorded_digest" to recordedDigest, "digest" to digest, "events" to events, "differences" to differences, "divergence" to divergence))

    /** Whether everything happened again exactly as recorded. */
    public val isEqual: Boolean get() = truth(json["is_equal"])
    /** The digest of the recorded run. */
    public val recordedDigest: String get() = text(json["recorded_digest"])
    /** The digest of the run that was made now. */
    public val digest: String get() = text(json["digest"])
    /** How many events were compared. */
    public val events: Long get() = integer(json["events"])
    /** What differs between the recorded circumstances and those given now, in plain words. */
    public val differences: List<String> get() = list(json["differences"]) { text(it) }
    /** Where the two runs part. */
    public val divergence: Divergence? get() = optional(json["divergence"]) { Divergence(members(it)) }
}

/** A verdict that is to be shown. */
public class ReportRequest(json: JsonObject) : Document(json) {
    /** A new one; what is left out has its default. */
    public constructor(
        verdict: LiveVerdict,
    ) : this(written("verdict" to verdict))

    /** The verdict. */
    public val verdict: LiveVerdict get() = LiveVerdict(members(json["verdict"]))
}

/** People or things that cases queue for. */
public class Resource(json: JsonObject) : Document(json) {
    /** A new one; what is left out has its default. */
    public constructor(
        id: String,
        title: String,
        capacity: Long,
        origin: Origin,
        calendar: Calendar? = null,
        atClosing: ClosingRule? = null,
        costPerHour: String? = null,
        queue: QueueRule? = null,
        breakdown: Breakdown? = null,
    ) : this(written("id" to id, "title" to title, "capacity" to capacity, "origin" to origin, "calendar" to calendar, "at_closing" to atClosing, "cost_per_hour" to costPerHour, "queue" to queue, "breakdown" to breakdown))

    /** Names the resource. */
    public val id: String get() = text(json["id"])
    /** For people, for example `support agents`. */
    public val title: String get() = text(json["title"])
    /** How many can work at the same time. */
    public val capacity: Long get() = integer(json["capacity"])
    /** When they work; always where absent. */
    public val calendar: Calendar? get() = optional(json["calendar"]) { Calendar(members(it)) }
    /** What becomes of work that is under way when the hours end. */
    public val atClosing: ClosingRule? get() = optional(json["at_closing"]) { choice(ClosingRule.entries, it) }
    /** What an hour of work costs, as an assumption in money. */
    public val costPerHour: String? get() = optional(json["cost_per_hour"]) { text(it) }
    /** How its queue works; first come, first served, without a limit, where absent. */
    public val queue: QueueRule? get() = optional(json["queue"]) { QueueRule(members(it)) }
    /** How often each of them breaks down, or falls ill; never where absent. */
    public val breakdown: Breakdown? get() = optional(json["breakdown"]) { Breakdown(members(it)) }
    /** Where it comes from. */
    public val origin: Origin get() = Origin.of(members(json["origin"]))
}

/** How busy a resource was. */
public class ResourceResult(json: JsonObject) : Document(json) {
    /** A new one; what is left out has its default. */
    public constructor(
        resource: String,
        utilisation: Estimate,
        meanWaitingMs: Double,
        longestQueue: Long,
        workingMs: Double? = null,
        cost: Double? = null,
        balked: Long? = null,
        lostPatience: Long? = null,
        breakdowns: Long? = null,
    ) : this(written("resource" to resource, "utilisation" to utilisation, "mean_waiting_ms" to meanWaitingMs, "longest_queue" to longestQueue, "working_ms" to workingMs, "cost" to cost, "balked" to balked, "lost_patience" to lostPatience, "breakdowns" to breakdowns))

    /** The resource. */
    public val resource: String get() = text(json["resource"])
    /** Share of its working hours in which it was busy. */
    public val utilisation: Estimate get() = Estimate(members(json["utilisation"]))
    /** Mean wait of those who queued or passed, in milliseconds. */
    public val meanWaitingMs: Double get() = number(json["mean_waiting_ms"])
    /** Work done in all, in milliseconds, over all replications. */
    public val workingMs: Double? get() = optional(json["working_ms"]) { number(it) }
    /** What that work cost in all, in major units of money; 0 where an hour costs nothing. */
    public val cost: Double? get() = optional(json["cost"]) { number(it) }
    /** Longest queue. */
    public val longestQueue: Long get() = integer(json["longest_queue"])
    /** How often somebody left at the sight of the queue. */
    public val balked: Long? get() = optional(json["balked"]) { integer(it) }
    /** How often somebody left the queue because it took too long. */
    public val lostPatience: Long? get() = optional(json["lost_patience"]) { integer(it) }
    /** How often one of them broke down. */
    public val breakdowns: Long? get() = optional(json["breakdowns"]) { integer(it) }
}

/** How a resource works. What is absent stays as it is. */
public class ResourceRules(json: JsonObject) : Document(json) {
    /** A new one; what is left out has its default. */
    public constructor(
        resource: String,
        order: QueueOrder? = null,
        interrupts: Boolean? = null,
        restarts: Boolean? = null,
        limit: Long? = null,
        patienceMs: Long? = null,
        balking: BalkingRule? = null,
        atClosing: ClosingRule? = null,
        breakdown: BreakdownRule? = null,
    ) : this(written("resource" to resource, "order" to order, "interrupts" to interrupts, "restarts" to restarts, "limit" to limit, "patience_ms" to patienceMs, "balking" to balking, "at_closing" to atClosing, "breakdown" to breakdown))

    /** The resource. */
    public val resource: String get() = text(json["resource"])
    /** Whose turn it is. */
    public val order: QueueOrder? get() = optional(json["order"]) { choice(QueueOrder.entries, it) }
    /** Whether a more urgent case interrupts a less urgent one. */
    public val interrupts: Boolean? get() = optional(json["interrupts"]) { truth(it) }
    /** Whether interrupted work begins anew instead of going on from where it was. */
    public val restarts: Boolean? get() = optional(json["restarts"]) { truth(it) }
    /** How many may wait. */
    public val limit: Long? get() = optional(json["limit"]) { integer(it) }
    /** The mean time after which people leave the queue, in milliseconds. */
    public val patienceMs: Long? get() = optional(json["patience_ms"]) { integer(it) }
    /** Who leaves at the sight of the queue. */
    public val balking: BalkingRule? get() = optional(json["balking"]) { BalkingRule(members(it)) }
    /** What becomes of work that is under way when the hours end. */
    public val atClosing: ClosingRule? get() = optional(json["at_closing"]) { choice(ClosingRule.entries, it) }
    /** How often each of them breaks down. */
    public val breakdown: BreakdownRule? get() = optional(json["breakdown"]) { BreakdownRule(members(it)) }
}

/** The share of units that were active in a stated window. */
public class RetentionMeasure(json: JsonObject) : Document(json) {
    /** A new one; what is left out has its default. */
    public constructor(
        column: String,
        fromMs: Long,
        untilMs: Long,
        age: String? = null,
    ) : this(written("column" to column, "from_ms" to fromMs, "until_ms" to untilMs, "age" to age))

    /** 1 where a unit was active in the window; in a log: the outcomes that count as activity. */
    public val column: String get() = text(json["column"])
    /**
     * The column with the time since the unit came in, in milliseconds; absent for logs, which have times. Units
     * for which the window is not over yet are left out, and it is said how many they are.
     */
    public val age: String? get() = optional(json["age"]) { text(it) }
    /** Where the window begins, in milliseconds after the unit came in. */
    public val fromMs: Long get() = integer(json["from_ms"])
    /** Where the window ends, in milliseconds after the unit came in. */
    public val untilMs: Long get() = integer(json["until_ms"])
}

/** The step is done again, up to a number of times, then the case ends. */
public class RetryRule(json: JsonObject) : Document(json) {
    /** A new one; what is left out has its default. */
    public constructor(
        maxTimes: Long,
        delayMs: Long,
        backoffPercent: Long,
        otherwise: Outcome,
    ) : this(written("max_times" to maxTimes, "delay_ms" to delayMs, "backoff_percent" to backoffPercent, "otherwise" to otherwise))

    /** Most repetitions. */
    public val maxTimes: Long get() = integer(json["max_times"])
    /** Wait before the first repetition, in milliseconds. */
    public val delayMs: Long get() = integer(json["delay_ms"])
    /** What the wait is multiplied with each time, in percent; 200 doubles it. */
    public val backoffPercent: Long get() = integer(json["backoff_percent"])
    /** How the case ends when no repetition helped. */
    public val otherwise: Outcome get() = choice(Outcome.entries, json["otherwise"])
}

/** One state of a project. */
public class Revision(json: JsonObject) : Document(json) {
    /** A new one; what is left out has its default. */
    public constructor(
        number: Long,
        message: String,
        at: String,
        heads: Map<String, String>,
    ) : this(written("number" to number, "message" to message, "at" to at, "heads" to heads))

    /** Counts from 1. */
    public val number: Long get() = integer(json["number"])
    /** What was done, in one line. */
    public val message: String get() = text(json["message"])
    /** When, in RFC 3339, by the clock of the host; empty where the host gave none. */
    public val at: String get() = text(json["at"])
    /** The newest artifact of each kind. */
    public val heads: Map<String, String> get() = map(json["heads"]) { text(it) }
}

/** Whether and why a step is risky. */
public class Risk(json: JsonObject) : Document(json) {
    /** A new one; what is left out has its default. */
    public constructor(
        level: RiskLevel,
        rules: List<String>,
        reason: String,
        origin: Origin,
        guard: String? = null,
    ) : this(written("level" to level, "rules" to rules, "reason" to reason, "origin" to origin, "guard" to guard))

    /** How risky. */
    public val level: RiskLevel get() = choice(RiskLevel.entries, json["level"])
    /** Stable names of the rules that spoke, for example `moves_money`. */
    public val rules: List<String> get() = list(json["rules"]) { text(it) }
    /** Why, in one plain sentence. */
    public val reason: String get() = text(json["reason"])
    /** The usual guard as a sentence that the plan editor understands. */
    public val guard: String? get() = optional(json["guard"]) { text(it) }
    /** Where it comes from. */
    public val origin: Origin get() = Origin.of(members(json["origin"]))
}

/** How risky a step is. */
public enum class RiskLevel(override val word: String) : Choice {
    LOW("low"),
    MEDIUM("medium"),
    HIGH("high"),
}

/** How risky a step is. */
public class RiskOfStep(json: JsonObject) : Document(json) {
    /** A new one; what is left out has its default. */
    public constructor(
        node: String,
        reason: String,
        level: RiskLevel? = null,
    ) : this(written("node" to node, "reason" to reason, "level" to level))

    /** The step. */
    public val node: String get() = text(json["node"])
    /** How risky; no mark where absent. */
    public val level: RiskLevel? get() = optional(json["level"]) { choice(RiskLevel.entries, it) }
    /** Why. */
    public val reason: String get() = text(json["reason"])
}

/** What one row of the table is. */
public enum class RowKind(override val word: String) : Choice {
    UNIT("unit"),
    NESTED("nested"),
}

/** The result of running a plan in a scenario. */
public class Run(json: JsonObject) : Document(json) {
    /** A new one; what is left out has its default. */
    public constructor(
        schemaVersion: Long,
        id: String,
        engineVersion: String,
        plan: String,
        planVersion: String,
        scenario: Scenario,
        cases: Long,
        events: Long,
        virtualTimeMs: Long,
        digest: String,
        outcomes: List<OutcomeCount>,
        metrics: List<MetricResult>,
        nodes: List<NodeResult>,
        flows: List<FlowCount>,
        resources: List<ResourceResult>,
        services: List<ServiceResult>,
        personas: List<PersonaResult>,
        paths: List<PathCount>,
        actors: List<ActorResult>? = null,
        stopped: StoppedBy? = null,
        warnings: List<String>? = null,
    ) : this(written("schema_version" to schemaVersion, "id" to id, "engine_version" to engineVersion, "plan" to plan, "plan_version" to planVersion, "scenario" to scenario, "cases" to cases, "events" to events, "virtual_time_ms" to virtualTimeMs, "digest" to digest, "outcomes" to outcomes, "metrics" to metrics, "nodes" to nodes, "flows" to flows, "resources" to resources, "services" to services, "personas" to personas, "paths" to paths, "actors" to actors, "stopped" to stopped, "warnings" to warnings))

    /** Version of this document's shape. */
    public val schemaVersion: Long get() = integer(json["schema_version"])
    /** Made from plan version and scenario. */
    public val id: String get() = text(json["id"])
    /** The version of the engine that ran it. */
    public val engineVersion: String get() = text(json["engine_version"])
    /** The plan. */
    public val plan: String get() = text(json["plan"])
    /** The plan's version. */
    public val planVersion: String get() = text(json["plan_version"])
    /** The circumstances. */
    public val scenario: Scenario get() = Scenario(members(json["scenario"]))
    /** Cases that came to an end. */
    public val cases: Long get() = integer(json["cases"])
    /** Events that happened. */
    public val events: Long get() = integer(json["events"])
    /** Latest virtual time of any replication, in milliseconds. */
    public val virtualTimeMs: Long get() = integer(json["virtual_time_ms"])
    /** BLAKE3 over all events of all replications in order, in hexadecimal. Equal digests mean equal runs. */
    public val digest: String get() = text(json["digest"])
    /** How cases ended. */
    public val outcomes: List<OutcomeCount> get() = list(json["outcomes"]) { OutcomeCount(members(it)) }
    /** The plan's metrics, and standard ones behind them. */
    public val metrics: List<MetricResult> get() = list(json["metrics"]) { MetricResult(members(it)) }
    /** What happened at each node. */
    public val nodes: List<NodeResult> get() = list(json["nodes"]) { NodeResult(members(it)) }
    /** How often each flow was taken. */
    public val flows: List<FlowCount> get() = list(json["flows"]) { FlowCount(members(it)) }
    /** How busy each resource was. */
    public val resources: List<ResourceResult> get() = list(json["resources"]) { ResourceResult(members(it)) }
    /** How each service behaved. */
    public val services: List<ServiceResult> get() = list(json["services"]) { ServiceResult(members(it)) }
    /** How each kind of person fared. */
    public val personas: List<PersonaResult> get() = list(json["personas"]) { PersonaResult(members(it)) }
    /** The most frequent ways through the plan, at most 20. */
    public val paths: List<PathCount> get() = list(json["paths"]) { PathCount(members(it)) }
    /** The actors whose steps were entered, in the order of the plan. */
    public val actors: List<ActorResult> get() = list(json["actors"]) { ActorResult(members(it)) }
    /** The limit that stopped the run early. */
    public val stopped: StoppedBy? get() = optional(json["stopped"]) { StoppedBy(members(it)) }
    /** Remarks, for example a loop without progress. */
    public val warnings: List<String> get() = list(json["warnings"]) { text(it) }
}

/** How much of each step is really done. */
public enum class RunDepth(override val word: String) : Choice {
    FLOW("flow"),
    FULL("full"),
}

/** Limits of one run. */
public class RunLimits(json: JsonObject) : Document(json) {
    /** A new one; what is left out has its default. */
    public constructor(
        events: Long? = null,
        virtualTimeMs: Long? = null,
        visitsPerNode: Long? = null,
        money: Double? = null,
        traceBytes: Long? = null,
        memoryBytes: Long? = null,
    ) : this(written("events" to events, "virtual_time_ms" to virtualTimeMs, "visits_per_node" to visitsPerNode, "money" to money, "trace_bytes" to traceBytes, "memory_bytes" to memoryBytes))

    /** Most events. */
    public val events: Long? get() = optional(json["events"]) { integer(it) }
    /** Longest virtual time of one replication, in milliseconds. */
    public val virtualTimeMs: Long? get() = optional(json["virtual_time_ms"]) { integer(it) }
    /** Most times that one case may pass one node. */
    public val visitsPerNode: Long? get() = optional(json["visits_per_node"]) { integer(it) }
    /** Most money that all cases together may cost, in major units; none where absent. */
    public val money: Double? get() = optional(json["money"]) { number(it) }
    /** Most bytes of the recorded trace. */
    public val traceBytes: Long? get() = optional(json["trace_bytes"]) { integer(it) }
    /** Most bytes of memory, counted and not measured, so that a run stops at the same event everywhere. */
    public val memoryBytes: Long? get() = optional(json["memory_bytes"]) { integer(it) }
}

/** Some replications of a run. */
public class RunPartRequest(json: JsonObject) : Document(json) {
    /** A new one; what is left out has its default. */
    public constructor(
        plan: Plan,
        scenario: Scenario,
        first: Long,
        count: Long,
    ) : this(written("plan" to plan, "scenario" to scenario, "first" to first, "count" to count))

    /** The plan, as it was prepared. */
    public val plan: Plan get() = Plan(members(json["plan"]))
    /** The circumstances, as they were prepared. */
    public val scenario: Scenario get() = Scenario(members(json["scenario"]))
    /** The first replication, counted from 0. */
    public val first: Long get() = integer(json["first"])
    /** How many replications. */
    public val count: Long get() = integer(json["count"])
}

/** Replications as they came out. */
public class RunPartResponse(json: JsonObject) : Document(json) {
    /** A new one; what is left out has its default. */
    public constructor(
        first: Long,
        count: Long,
        partBase64: String,
    ) : this(written("first" to first, "count" to count, "part_base64" to partBase64))

    /** The first replication. */
    public val first: Long get() = integer(json["first"])
    /** How many replications. */
    public val count: Long get() = integer(json["count"])
    /** The part, in base64. */
    public val partBase64: String get() = text(json["part_base64"])
}

/**
 * What a test of means needs to know of one arm: count, mean and variance of one unit.
 *
 * It need not come from raw values: a proportion, a ratio (delta method) or an adjusted mean give one too.
 */
public class Sample(json: JsonObject) : Document(json) {
    /** A new one; what is left out has its default. */
    public constructor(
        count: Long,
        mean: Double,
        variance: Double,
    ) : this(written("count" to count, "mean" to mean, "variance" to variance))

    /** How many units. */
    public val count: Long get() = integer(json["count"])
    /** Their mean. */
    public val mean: Double get() = number(json["mean"])
    /** Variance of one unit, with divisor `count − 1`; not the variance of the mean. */
    public val variance: Double get() = number(json["variance"])
}

/** The sample of one table. */
public class SampleTable(json: JsonObject) : Document(json) {
    /** A new one; what is left out has its default. */
    public constructor(
        name: String,
        sample: String,
    ) : this(written("name" to name, "sample" to sample))

    /** What it is called in references. */
    public val name: String get() = text(json["name"])
    /** A table in CSV, a JSON array of records, or one JSON record a line. */
    public val sample: String get() = text(json["sample"])
}

/** The circumstances of a run. */
public class Scenario(json: JsonObject) : Document(json) {
    /** A new one; what is left out has its default. */
    public constructor(
        schemaVersion: Long,
        seed: Long,
        cases: Long,
        replications: Long,
        arrivals: Arrivals,
        personas: List<Persona>,
        outages: List<Outage>? = null,
        sharedOutages: List<SharedOutage>? = null,
        mishaps: Mishaps? = null,
        depth: RunDepth? = null,
        services: List<ServiceMock>? = null,
        overrides: Map<String, Distribution>? = null,
        limits: RunLimits? = null,
        warmUpCases: Long? = null,
        trace: TraceDepth? = null,
    ) : this(written("schema_version" to schemaVersion, "seed" to seed, "cases" to cases, "replications" to replications, "arrivals" to arrivals, "personas" to personas, "outages" to outages, "shared_outages" to sharedOutages, "mishaps" to mishaps, "depth" to depth, "services" to services, "overrides" to overrides, "limits" to limits, "warm_up_cases" to warmUpCases, "trace" to trace))

    /** Version of this document's shape. */
    public val schemaVersion: Long get() = integer(json["schema_version"])
    /** The root of all randomness. */
    public val seed: Long get() = integer(json["seed"])
    /** How many cases in all; divided evenly among the replications. */
    public val cases: Long get() = integer(json["cases"])
    /** How many independent replications; intervals come from them. At least 2 for an interval. */
    public val replications: Long get() = integer(json["replications"])
    /** When cases arrive. */
    public val arrivals: Arrivals get() = Arrivals(members(json["arrivals"]))
    /** Who comes. Shares need not add up to 1. */
    public val personas: List<Persona> get() = list(json["personas"]) { Persona(members(it)) }
    /** Faults of services during the run. */
    public val outages: List<Outage> get() = list(json["outages"]) { Outage(members(it)) }
    /** Faults that befall several services together, and come at random. */
    public val sharedOutages: List<SharedOutage> get() = list(json["shared_outages"]) { SharedOutage(members(it)) }
    /** What goes wrong with data, clicks and messages beside what the plan says; nothing where absent. */
    public val mishaps: Mishaps? get() = optional(json["mishaps"]) { Mishaps(members(it)) }
    /** How much of each step is really done. */
    public val depth: RunDepth? get() = optional(json["depth"]) { choice(RunDepth.entries, it) }
    /** Services that answer as their descriptions say, at full depth. */
    public val services: List<ServiceMock> get() = list(json["services"]) { ServiceMock(members(it)) }
    /** Other values for assumptions of the plan. */
    public val overrides: Map<String, Distribution> get() = map(json["overrides"]) { Distribution.of(members(it)) }
    /** Where the run stops and keeps what it has. */
    public val limits: RunLimits? get() = optional(json["limits"]) { RunLimits(members(it)) }
    /**
     * The first cases of each replication, with which the run only warms up: they count in no metric, and all other
     * figures begin when the next case arrives. For what goes on and on, but begins empty; none where absent.
     */
    public val warmUpCases: Long? get() = optional(json["warm_up_cases"]) { integer(it) }
    /** How much of what happens is recorded. */
    public val trace: TraceDepth? get() = optional(json["trace"]) { choice(TraceDepth.entries, it) }
}

/** Something that a person sees. */
public class Screen(json: JsonObject) : Document(json) {
    /** A new one; what is left out has its default. */
    public constructor(
        id: String,
        title: String,
        intro: String,
        elements: List<ScreenElement>,
        action: String,
    ) : this(written("id" to id, "title" to title, "intro" to intro, "elements" to elements, "action" to action))

    /** Names the screen. */
    public val id: String get() = text(json["id"])
    /** The heading. */
    public val title: String get() = text(json["title"])
    /** One or two sentences below the heading. */
    public val intro: String get() = text(json["intro"])
    /** What stands on it, from top to bottom. */
    public val elements: List<ScreenElement> get() = list(json["elements"]) { ScreenElement.of(members(it)) }
    /** Label of the button that goes on. */
    public val action: String get() = text(json["action"])
}

/** What can stand on a screen. */
public sealed class ScreenElement(json: JsonObject) : Document(json) {
    /** The form `paragraph`. */
    public class Paragraph(public val value: aura.documents.Words) : ScreenElement(JsonObject(written("type" to "paragraph") + value.json))
    /** The form `notice`. */
    public class Notice(public val value: aura.documents.Words) : ScreenElement(JsonObject(written("type" to "notice") + value.json))
    /** The form `input`. */
    public class Input(public val value: aura.documents.FieldReference) : ScreenElement(JsonObject(written("type" to "input") + value.json))
    /** The form `summary`. */
    public class Summary(public val value: aura.documents.DataReference) : ScreenElement(JsonObject(written("type" to "summary") + value.json))
    /** A form of a later version. */
    public class Unrecognized(json: JsonObject) : ScreenElement(json)

    internal companion object {
        fun of(json: JsonObject): ScreenElement = when (text(json["type"])) {
            "paragraph" -> Paragraph(Words(json))
            "notice" -> Notice(Words(json))
            "input" -> Input(FieldReference(json))
            "summary" -> Summary(DataReference(json))
            else -> Unrecognized(json)
        }
    }
}

/** What moving one assumption over its whole range does to the metric, from many starting points (Morris 1991). */
public class ScreenedAssumption(json: JsonObject) : Document(json) {
    /** A new one; what is left out has its default. */
    public constructor(
        assumption: String,
        meanEffect: Double,
        meanSize: Double,
        deviation: Double,
    ) : this(written("assumption" to assumption, "mean_effect" to meanEffect, "mean_size" to meanSize, "deviation" to deviation))

    /** The assumption. */
    public val assumption: String get() = text(json["assumption"])
    /** The mean effect, with its sign, in the unit of the metric. */
    public val meanEffect: Double get() = number(json["mean_effect"])
    /** The mean size of the effect, without sign: what they are ordered by. */
    public val meanSize: Double get() = number(json["mean_size"])
    /** How much the effect differs from one starting point to another. */
    public val deviation: Double get() = number(json["deviation"])
}

/** Which assumptions move a metric how far. */
public class Sensitivity(json: JsonObject) : Document(json) {
    /** A new one; what is left out has its default. */
    public constructor(
        metric: String,
        effects: List<AssumptionEffect>,
    ) : this(written("metric" to metric, "effects" to effects))

    /** The metric. */
    public val metric: String get() = text(json["metric"])
    /** The assumptions, the strongest first. */
    public val effects: List<AssumptionEffect> get() = list(json["effects"]) { AssumptionEffect(members(it)) }
}

/** Which assumptions a metric hangs on, all of them moving at once. */
public class SensitivityRequest(json: JsonObject) : Document(json) {
    /** A new one; what is left out has its default. */
    public constructor(
        project: String,
        metric: String? = null,
        scenario: Scenario? = null,
        seed: Long? = null,
        cases: Long? = null,
        trajectories: Long? = null,
        samples: Long? = null,
        mostRanked: Long? = null,
        values: List<Double>? = null,
    ) : this(written("project" to project, "metric" to metric, "scenario" to scenario, "seed" to seed, "cases" to cases, "trajectories" to trajectories, "samples" to samples, "most_ranked" to mostRanked, "values" to values))

    /** The project. */
    public val project: String get() = text(json["project"])
    /** The metric; the primary one where absent. */
    public val metric: String? get() = optional(json["metric"]) { text(it) }
    /** A complete scenario instead of the default one. */
    public val scenario: Scenario? get() = optional(json["scenario"]) { Scenario(members(it)) }
    /** The seed. */
    public val seed: Long? get() = optional(json["seed"]) { integer(it) }
    /** Cases of each run; 500 where absent. */
    public val cases: Long? get() = optional(json["cases"]) { integer(it) }
    /** Screening: how often each assumption is moved; 8 where absent. */
    public val trajectories: Long? get() = optional(json["trajectories"]) { integer(it) }
    /** Measuring: rows of the design; each takes two runs more than there are ranked assumptions; 64 where absent. */
    public val samples: Long? get() = optional(json["samples"]) { integer(it) }
    /** Most assumptions that are ranked; 8 where absent. */
    public val mostRanked: Long? get() = optional(json["most_ranked"]) { integer(it) }
    /** Values of points that were measured elsewhere, in the order in which they were asked for. */
    public val values: List<Double> get() = list(json["values"]) { number(it) }
}

/** Points at which the metric is to be measured next; none where all are known. */
public class SensitivityRound(json: JsonObject) : Document(json) {
    /** A new one; what is left out has its default. */
    public constructor(
        plan: Plan,
        scenario: Scenario,
        metric: String,
        options: InfluenceOptions,
        points: List<Map<String, Double>>,
    ) : this(written("plan" to plan, "scenario" to scenario, "metric" to metric, "options" to options, "points" to points))

    /** The plan as it stands. */
    public val plan: Plan get() = Plan(members(json["plan"]))
    /** The circumstances. */
    public val scenario: Scenario get() = Scenario(members(json["scenario"]))
    /** The metric. */
    public val metric: String get() = text(json["metric"])
    /** How each point is measured. */
    public val options: InfluenceOptions get() = InfluenceOptions(members(json["options"]))
    /** Other means of assumptions, point by point. */
    public val points: List<Map<String, Double>> get() = list(json["points"]) { map(it) { number(it) } }
}

/** A system that is called. */
public class Service(json: JsonObject) : Document(json) {
    /** A new one; what is left out has its default. */
    public constructor(
        id: String,
        title: String,
        description: String,
        operations: List<ServiceOperation>,
        isExternal: Boolean,
        origin: Origin,
    ) : this(written("id" to id, "title" to title, "description" to description, "operations" to operations, "is_external" to isExternal, "origin" to origin))

    /** Names the service. */
    public val id: String get() = text(json["id"])
    /** For people, for example `payment provider`. */
    public val title: String get() = text(json["title"])
    /** What it does, in one sentence. */
    public val description: String get() = text(json["description"])
    /** What it can do. */
    public val operations: List<ServiceOperation> get() = list(json["operations"]) { ServiceOperation(members(it)) }
    /** Whether it belongs to somebody else. */
    public val isExternal: Boolean get() = truth(json["is_external"])
    /** Where it comes from. */
    public val origin: Origin get() = Origin.of(members(json["origin"]))
}

/** A call of a service. */
public class ServiceCall(json: JsonObject) : Document(json) {
    /** A new one; what is left out has its default. */
    public constructor(
        service: String,
        operation: String,
    ) : this(written("service" to service, "operation" to operation))

    /** The service. */
    public val service: String get() = text(json["service"])
    /** What it is asked to do. */
    public val operation: String get() = text(json["operation"])
}

/** An answer of a service that is not the wanted one. */
public class ServiceError(json: JsonObject) : Document(json) {
    /** A new one; what is left out has its default. */
    public constructor(
        status: Long,
        code: String,
        description: String,
    ) : this(written("status" to status, "code" to code, "description" to description))

    /** HTTP status, 400 to 599. */
    public val status: Long get() = integer(json["status"])
    /** Stable snake_case code, for example `card_declined`. */
    public val code: String get() = text(json["code"])
    /** When it is given, in one sentence. */
    public val description: String get() = text(json["description"])
}

/** Something happens to a service. */
public class ServiceFault(json: JsonObject) : Document(json) {
    /** A new one; what is left out has its default. */
    public constructor(
        service: String,
    ) : this(written("service" to service))

    /** The service. */
    public val service: String get() = text(json["service"])
}

/**
 * A service that answers calls as its description says. It remembers what was written; each replication has its own.
 *
 * How long an answer takes, how often it fails and when the caller gives up stay assumptions of the plan.
 */
public class ServiceMock(json: JsonObject) : Document(json) {
    /** A new one; what is left out has its default. */
    public constructor(
        service: String,
        description: String,
        operations: Map<String, String>? = null,
        rateLimit: RateLimit? = null,
    ) : this(written("service" to service, "description" to description, "operations" to operations, "rate_limit" to rateLimit))

    /** The service of the plan. */
    public val service: String get() = text(json["service"])
    /** Its description: OpenAPI 3.0 or 3.1, in JSON or YAML. */
    public val description: String get() = text(json["description"])
    /**
     * Which operation of the description stands for which of the plan, for example `POST /v1/charges`. Others are
     * found by method and path, or by their words.
     */
    public val operations: Map<String, String> get() = map(json["operations"]) { text(it) }
    /** How many calls it takes; more are answered with 429. No limit where absent. */
    public val rateLimit: RateLimit? get() = optional(json["rate_limit"]) { RateLimit(members(it)) }
}

/** One thing that a service can do: an HTTP operation with JSON bodies. */
public class ServiceOperation(json: JsonObject) : Document(json) {
    /** A new one; what is left out has its default. */
    public constructor(
        id: String,
        title: String,
        method: HttpMethod,
        path: String,
        errors: List<ServiceError>,
        latency: String,
        failure: String,
        timeoutMs: Long,
        isIdempotent: Boolean,
        request: String? = null,
        response: String? = null,
    ) : this(written("id" to id, "title" to title, "method" to method, "path" to path, "errors" to errors, "latency" to latency, "failure" to failure, "timeout_ms" to timeoutMs, "is_idempotent" to isIdempotent, "request" to request, "response" to response))

    /** Names the operation; unique in the plan. */
    public val id: String get() = text(json["id"])
    /** For people, for example `authorise the payment`. */
    public val title: String get() = text(json["title"])
    /** `get`, `post`, `put`, `patch` or `delete`. */
    public val method: HttpMethod get() = choice(HttpMethod.entries, json["method"])
    /** Path with parameters in braces, for example `/orders/{order_id}`. */
    public val path: String get() = text(json["path"])
    /** The body of the request. */
    public val request: String? get() = optional(json["request"]) { text(it) }
    /** The body of the answer when all is well. */
    public val response: String? get() = optional(json["response"]) { text(it) }
    /** What it may answer instead. */
    public val errors: List<ServiceError> get() = list(json["errors"]) { ServiceError(members(it)) }
    /** How long an answer takes, in milliseconds. */
    public val latency: String get() = text(json["latency"])
    /** How often it fails. */
    public val failure: String get() = text(json["failure"])
    /** When the caller gives up, in milliseconds. */
    public val timeoutMs: Long get() = integer(json["timeout_ms"])
    /** Whether calling it twice with the same key does it once. */
    public val isIdempotent: Boolean get() = truth(json["is_idempotent"])
}

/** How a service behaved. */
public class ServiceResult(json: JsonObject) : Document(json) {
    /** A new one; what is left out has its default. */
    public constructor(
        service: String,
        calls: Long,
        failed: Long,
        meanLatencyMs: Double,
        answers: List<AnswerCount>? = null,
        refusals: List<RefusalCount>? = null,
    ) : this(written("service" to service, "calls" to calls, "failed" to failed, "mean_latency_ms" to meanLatencyMs, "answers" to answers, "refusals" to refusals))

    /** The service. */
    public val service: String get() = text(json["service"])
    /** Calls in all, repetitions included. */
    public val calls: Long get() = integer(json["calls"])
    /** Calls that failed. */
    public val failed: Long get() = integer(json["failed"])
    /** Mean time until an answer, in milliseconds. */
    public val meanLatencyMs: Double get() = number(json["mean_latency_ms"])
    /** How often which status was answered, where calls were really made; status 0 is no answer in time. */
    public val answers: List<AnswerCount> get() = list(json["answers"]) { AnswerCount(members(it)) }
    /** What the service found wrong with requests, the most frequent first. */
    public val refusals: List<RefusalCount> get() = list(json["refusals"]) { RefusalCount(members(it)) }
}

/** What somebody did in a prototype. */
public class SessionLog(json: JsonObject) : Document(json) {
    /** A new one; what is left out has its default. */
    public constructor(
        schemaVersion: Long,
        prototype: String,
        interactions: List<Interaction>,
        outcome: Outcome? = null,
    ) : this(written("schema_version" to schemaVersion, "prototype" to prototype, "interactions" to interactions, "outcome" to outcome))

    /** Version of this document's shape. */
    public val schemaVersion: Long get() = integer(json["schema_version"])
    /** The prototype. */
    public val prototype: String get() = text(json["prototype"])
    /** What was done, in order. */
    public val interactions: List<Interaction> get() = list(json["interactions"]) { Interaction(members(it)) }
    /** How the session ended, where it did. */
    public val outcome: Outcome? get() = optional(json["outcome"]) { choice(Outcome.entries, it) }
}

/** How a session is opened. What is absent has a default. */
public class SessionOptions(json: JsonObject) : Document(json) {
    /** A new one; what is left out has its default. */
    public constructor(
        path: String? = null,
        threads: Long? = null,
        clock: Boolean? = null,
        limits: Limits? = null,
        agents: List<Agent>? = null,
        modelName: String? = null,
        modelPrice: Price? = null,
        hostTimeoutMs: Long? = null,
    ) : this(written("path" to path, "threads" to threads, "clock" to clock, "limits" to limits, "agents" to agents, "model_name" to modelName, "model_price" to modelPrice, "host_timeout_ms" to hostTimeoutMs))

    /** The SQLite file that keeps the projects; they are kept in memory where absent. */
    public val path: String? get() = optional(json["path"]) { text(it) }
    /** How many threads a simulation uses; one for each core where absent. Results never depend on it. */
    public val threads: Long? get() = optional(json["threads"]) { integer(it) }
    /** Whether records carry the time of this machine. */
    public val clock: Boolean? get() = optional(json["clock"]) { truth(it) }
    /** Other limits. */
    public val limits: Limits? get() = optional(json["limits"]) { Limits(members(it)) }
    /** AI agents that steps can be given to, besides the built-in ones. */
    public val agents: List<Agent> get() = list(json["agents"]) { Agent(members(it)) }
    /** The name of the host's language model, as it is recorded. */
    public val modelName: String? get() = optional(json["model_name"]) { text(it) }
    /** What the host's language model costs. */
    public val modelPrice: Price? get() = optional(json["model_price"]) { Price(members(it)) }
    /** How long the host's model or store may take for one answer, in milliseconds. */
    public val hostTimeoutMs: Long? get() = optional(json["host_timeout_ms"]) { integer(it) }
}

/** How bad a problem is. */
public enum class Severity(override val word: String) : Choice {
    ERROR("error"),
    WARNING("warning"),
    ADVICE("advice"),
}

/** A shape and a scale. */
public class ShapeAndScale(json: JsonObject) : Document(json) {
    /** A new one; what is left out has its default. */
    public constructor(
        shape: Double,
        scale: Double,
    ) : this(written("shape" to shape, "scale" to scale))

    /** Shape. */
    public val shape: Double get() = number(json["shape"])
    /** Scale; for Pareto the lowest value. */
    public val scale: Double get() = number(json["scale"])
}

/** A share of the variance, with its 95 % interval from resampled runs. */
public class ShareOfSpread(json: JsonObject) : Document(json) {
    /** A new one; what is left out has its default. */
    public constructor(
        value: Double,
        low: Double,
        high: Double,
    ) : this(written("value" to value, "low" to low, "high" to high))

    /** The share, from 0 to 1. */
    public val value: Double get() = number(json["value"])
    /** Lower end of the interval. */
    public val low: Double get() = number(json["low"])
    /** Upper end of the interval. */
    public val high: Double get() = number(json["high"])
}

/** Shares say themselves how much they differ. */
public class SharePower(json: JsonObject) : Document(json) {
    public constructor() : this(written())
}

/**
 * Times in which several services do not answer or are slow together, because they share something. They come at
 * random, in each replication at other times, which no other circumstance moves.
 */
public class SharedOutage(json: JsonObject) : Document(json) {
    /** A new one; what is left out has its default. */
    public constructor(
        services: List<String>,
        between: Distribution,
        lasts: Distribution,
        slowdown: Double,
        failure: Double,
        grows: Boolean? = null,
    ) : this(written("services" to services, "between" to between, "lasts" to lasts, "slowdown" to slowdown, "failure" to failure, "grows" to grows))

    /** The services. */
    public val services: List<String> get() = list(json["services"]) { text(it) }
    /**
     * The time from the end of one to the begin of the next, in milliseconds: on average a minute at least, and never
     * less than a second.
     */
    public val between: Distribution get() = Distribution.of(members(json["between"]))
    /** How long each lasts, in milliseconds. */
    public val lasts: Distribution get() = Distribution.of(members(json["lasts"]))
    /** Latency is multiplied with this; 1 leaves it. */
    public val slowdown: Double get() = number(json["slowdown"])
    /** How likely a call fails meanwhile. */
    public val failure: Double get() = number(json["failure"])
    /** Whether the slowdown grows evenly, from 1 at the begin to its value at the end (a slow degradation). */
    public val grows: Boolean? get() = optional(json["grows"]) { truth(it) }
}

/** One shift that comes back every week. */
public class Shift(json: JsonObject) : Document(json) {
    /** A new one; what is left out has its default. */
    public constructor(
        weekday: Long,
        fromMinute: Long,
        toMinute: Long,
    ) : this(written("weekday" to weekday, "from_minute" to fromMinute, "to_minute" to toMinute))

    /** 1 is Monday, 7 is Sunday (ISO 8601). */
    public val weekday: Long get() = integer(json["weekday"])
    /** First minute of the day, from 0. */
    public val fromMinute: Long get() = integer(json["from_minute"])
    /** Minute of the day after the last one, up to 1440. */
    public val toMinute: Long get() = integer(json["to_minute"])
}

/** How often the rule would take a change, tried on replications of the user's own plan. */
public class ShipRates(json: JsonObject) : Document(json) {
    /** A new one; what is left out has its default. */
    public constructor(
        tries: Long,
        wrongShip: Double,
        rightShip: Double,
        expected: Double,
    ) : this(written("tries" to tries, "wrong_ship" to wrongShip, "right_ship" to rightShip, "expected" to expected))

    /** How often each was tried. */
    public val tries: Long get() = integer(json["tries"])
    /** The share of tries that ship although the change does nothing. */
    public val wrongShip: Double get() = number(json["wrong_ship"])
    /** The share of tries that ship where the change does what is expected. */
    public val rightShip: Double get() = number(json["right_ship"])
    /** The change of the primary metric that is expected: the wished one, or where none was stated the one that was seen. */
    public val expected: Double get() = number(json["expected"])
}

/** Whether a sequential test looks in one direction or in both. */
public enum class Sides(override val word: String) : Choice {
    TWO("two"),
    ONE("one"),
}

/** How a plan is to be run. What is absent has a default. */
public class SimulateRequest(json: JsonObject) : Document(json) {
    /** A new one; what is left out has its default. */
    public constructor(
        project: String,
        scenario: Scenario? = null,
        seed: Long? = null,
        cases: Long? = null,
        budget: Double? = null,
        depth: RunDepth? = null,
        services: List<ServiceMock>? = null,
        pauseAtMs: Long? = null,
        precision: Precision? = null,
        detectWarmUp: Boolean? = null,
    ) : this(written("project" to project, "scenario" to scenario, "seed" to seed, "cases" to cases, "budget" to budget, "depth" to depth, "services" to services, "pause_at_ms" to pauseAtMs, "precision" to precision, "detect_warm_up" to detectWarmUp))

    /** The project. */
    public val project: String get() = text(json["project"])
    /** A complete scenario instead of the default one. */
    public val scenario: Scenario? get() = optional(json["scenario"]) { Scenario(members(it)) }
    /** The seed. */
    public val seed: Long? get() = optional(json["seed"]) { integer(it) }
    /** How many cases. */
    public val cases: Long? get() = optional(json["cases"]) { integer(it) }
    /** The most that all cases together may cost, in the plan's currency. */
    public val budget: Double? get() = optional(json["budget"]) { number(it) }
    /**
     * How much of each step is really done. At full depth every service of the plan answers: as its description in
     * `services` says, otherwise as the plan's own contract does.
     */
    public val depth: RunDepth? get() = optional(json["depth"]) { choice(RunDepth.entries, it) }
    /** Descriptions of services; one is enough for full depth. */
    public val services: List<ServiceMock> get() = list(json["services"]) { ServiceMock(members(it)) }
    /** Pause at this virtual time, in milliseconds; what is there is kept and can be resumed. */
    public val pauseAtMs: Long? get() = optional(json["pause_at_ms"]) { integer(it) }
    /** Run as many replications as it takes until the interval of a metric is so narrow. */
    public val precision: Precision? get() = optional(json["precision"]) { Precision(members(it)) }
    /**
     * Find where the run has forgotten that it began empty, and leave out what was before: for processes that go on and
     * on. A `warm_up_cases` of the scenario states it instead.
     */
    public val detectWarmUp: Boolean? get() = optional(json["detect_warm_up"]) { truth(it) }
}

/** A run and what it rests on. */
public class Simulated(json: JsonObject) : Document(json) {
    /** A new one; what is left out has its default. */
    public constructor(
        project: String,
        run: Run,
        explanation: Explanation,
        sensitivity: Sensitivity? = null,
        precision: Precise? = null,
    ) : this(written("project" to project, "run" to run, "explanation" to explanation, "sensitivity" to sensitivity, "precision" to precision))

    /** The project. */
    public val project: String get() = text(json["project"])
    /** What happened. */
    public val run: Run get() = Run(members(json["run"]))
    /** Which assumptions move the primary metric; absent where the plan measures nothing. */
    public val sensitivity: Sensitivity? get() = optional(json["sensitivity"]) { Sensitivity(members(it)) }
    /** What people should know. */
    public val explanation: Explanation get() = Explanation(members(json["explanation"]))
    /** What became of a wish for precision. */
    public val precision: Precise? get() = optional(json["precision"]) { Precise(members(it)) }
}

/** What an agent can do. */
public enum class Skill(override val word: String) : Choice {
    READ("read"),
    WRITE("write"),
    CHECK("check"),
    DECIDE("decide"),
    INFORM("inform"),
    COMPUTE("compute"),
    MOVE_MONEY("move_money"),
    DELETE("delete"),
    TALK("talk"),
    HANDLE("handle"),
}

/** A stretch of a text, in bytes of its UTF-8 form: `start` included, `end` excluded. */
public class Span(json: JsonObject) : Document(json) {
    /** A new one; what is left out has its default. */
    public constructor(
        start: Long,
        end: Long,
    ) : this(written("start" to start, "end" to end))

    /** First byte. */
    public val start: Long get() = integer(json["start"])
    /** Byte after the last one. */
    public val end: Long get() = integer(json["end"])
}

/** Who speaks. */
public enum class Speaker(override val word: String) : Choice {
    USER("user"),
    MODEL("model"),
}

/** The share of the level that is spent up to an information fraction (Lan and DeMets 1983). */
public sealed class Spending(json: JsonObject) : Document(json) {
    /** The form `obrien_fleming`. */
    public class ObrienFleming(public val value: aura.documents.SpendingObrienFleming) : Spending(JsonObject(written("type" to "obrien_fleming") + value.json))
    /** The form `pocock`. */
    public class Pocock(public val value: aura.documents.SpendingPocock) : Spending(JsonObject(written("type" to "pocock") + value.json))
    /** The form `power`. */
    public class Power(public val value: aura.documents.SpendingPower) : Spending(JsonObject(written("type" to "power") + value.json))
    /** A form of a later version. */
    public class Unrecognized(json: JsonObject) : Spending(json)

    internal companion object {
        fun of(json: JsonObject): Spending = when (text(json["type"])) {
            "obrien_fleming" -> ObrienFleming(SpendingObrienFleming(json))
            "pocock" -> Pocock(SpendingPocock(json))
            "power" -> Power(SpendingPower(json))
            else -> Unrecognized(json)
        }
    }
}

/** Very little early, nearly all at the end: like O'Brien and Fleming's bounds. */
public class SpendingObrienFleming(json: JsonObject) : Document(json) {
    public constructor() : this(written())
}

/** Nearly even bounds: like Pocock's. */
public class SpendingPocock(json: JsonObject) : Document(json) {
    public constructor() : this(written())
}

/** `level · fraction^exponent` (Kim and DeMets 1987). */
public class SpendingPower(json: JsonObject) : Document(json) {
    /** A new one; what is left out has its default. */
    public constructor(
        exponent: Double,
    ) : this(written("exponent" to exponent))

    /** 1 spends evenly, 3 resembles O'Brien and Fleming. */
    public val exponent: Double get() = number(json["exponent"])
}

/** Several steps of one. */
public class SplitStep(json: JsonObject) : Document(json) {
    /** A new one; what is left out has its default. */
    public constructor(
        node: String,
        titles: List<String>,
    ) : this(written("node" to node, "titles" to titles))

    /** The step. */
    public val node: String get() = text(json["node"])
    /** The titles of the parts; the first keeps the id. */
    public val titles: List<String> get() = list(json["titles"]) { text(it) }
}

/** One branch of a decision. */
public class StatedBranch(json: JsonObject) : Document(json) {
    /** A new one; what is left out has its default. */
    public constructor(
        condition: String,
        isOtherwise: Boolean,
        share: Double? = null,
    ) : this(written("condition" to condition, "is_otherwise" to isOtherwise, "share" to share))

    /** The condition in the user's words; `otherwise` for the rest. */
    public val condition: String get() = text(json["condition"])
    /** Whether this is the branch for everything else. */
    public val isOtherwise: Boolean get() = truth(json["is_otherwise"])
    /** The share of cases that takes it, where the text says so. */
    public val share: Double? get() = optional(json["share"]) { number(it) }
}

/** A limit on money, time or number. */
public class StatedLimit(json: JsonObject) : Document(json) {
    /** A new one; what is left out has its default. */
    public constructor(
        id: String,
        subject: String,
        bound: Bound,
        origin: Origin,
    ) : this(written("id" to id, "subject" to subject, "bound" to bound, "origin" to origin))

    /** Names the limit within the intent. */
    public val id: String get() = text(json["id"])
    /** What is limited, in the user's words. */
    public val subject: String get() = text(json["subject"])
    /** The bound. */
    public val bound: Bound get() = Bound(members(json["bound"]))
    /** Where it comes from. */
    public val origin: Origin get() = Origin.of(members(json["origin"]))
}

/** The user said it, in these words. */
public class StatedOrigin(json: JsonObject) : Document(json) {
    /** A new one; what is left out has its default. */
    public constructor(
        quotes: List<Quote>,
        rule: String,
        confidence: Double,
    ) : this(written("quotes" to quotes, "rule" to rule, "confidence" to confidence))

    /** The words. */
    public val quotes: List<Quote> get() = list(json["quotes"]) { Quote(members(it)) }
    /** The rule that read them, for example `list.numbered`. */
    public val rule: String get() = text(json["rule"])
    /** How sure the reader is, from 0 to 1. */
    public val confidence: Double get() = number(json["confidence"])
}

/** A step that the text states. */
public class StatedStep(json: JsonObject) : Document(json) {
    /** A new one; what is left out has its default. */
    public constructor(
        id: String,
        title: String,
        verb: String,
        origin: Origin,
        `object`: String? = null,
        actor: String? = null,
        recipient: String? = null,
        within: List<Placement>? = null,
        ends: Outcome? = null,
        time: StatedTime? = null,
    ) : this(written("id" to id, "title" to title, "verb" to verb, "origin" to origin, "object" to `object`, "actor" to actor, "recipient" to recipient, "within" to within, "ends" to ends, "time" to time))

    /** Names the step within the intent. */
    public val id: String get() = text(json["id"])
    /** The step as an instruction, for example `check the stock`. */
    public val title: String get() = text(json["title"])
    /** Base form of the verb. */
    public val verb: String get() = text(json["verb"])
    /** What is acted on, in the user's words. */
    public val `object`: String? get() = optional(json["object"]) { text(it) }
    /** Who acts, where the text says so. */
    public val actor: String? get() = optional(json["actor"]) { text(it) }
    /** Who receives, where the text says so. */
    public val recipient: String? get() = optional(json["recipient"]) { text(it) }
    /** The blocks that the step stands in, outermost first. */
    public val within: List<Placement> get() = list(json["within"]) { Placement(members(it)) }
    /** Whether the step ends the whole process, and how. */
    public val ends: Outcome? get() = optional(json["ends"]) { choice(Outcome.entries, it) }
    /** How long it may take or must wait, in milliseconds, where the text says so. */
    public val time: StatedTime? get() = optional(json["time"]) { StatedTime(members(it)) }
    /** Where it comes from. */
    public val origin: Origin get() = Origin.of(members(json["origin"]))
}

/** A time that belongs to a step. */
public class StatedTime(json: JsonObject) : Document(json) {
    /** A new one; what is left out has its default. */
    public constructor(
        role: TimeRole,
        durationMs: Long,
    ) : this(written("role" to role, "duration_ms" to durationMs))

    /** What the time means. */
    public val role: TimeRole get() = choice(TimeRole.entries, json["role"])
    /** How long, in milliseconds. */
    public val durationMs: Long get() = integer(json["duration_ms"])
}

/** A sentence with its origin. */
public class Statement(json: JsonObject) : Document(json) {
    /** A new one; what is left out has its default. */
    public constructor(
        id: String,
        text: String,
        origin: Origin,
    ) : this(written("id" to id, "text" to text, "origin" to origin))

    /** Names the statement within the intent. */
    public val id: String get() = text(json["id"])
    /** The sentence. */
    public val text: String get() = text(json["text"])
    /** Where it comes from. */
    public val origin: Origin get() = Origin.of(members(json["origin"]))
}

/** A statistic of a list. */
public sealed class Statistic(json: JsonObject) : Document(json) {
    /** The form `mean`. */
    public class Mean(public val value: aura.documents.StatisticMean) : Statistic(JsonObject(written("type" to "mean") + value.json))
    /** The form `quantile`. */
    public class Quantile(public val value: aura.documents.StatisticQuantile) : Statistic(JsonObject(written("type" to "quantile") + value.json))
    /** A form of a later version. */
    public class Unrecognized(json: JsonObject) : Statistic(json)

    internal companion object {
        fun of(json: JsonObject): Statistic = when (text(json["type"])) {
            "mean" -> Mean(StatisticMean(json))
            "quantile" -> Quantile(StatisticQuantile(json))
            else -> Unrecognized(json)
        }
    }
}

/** The mean. */
public class StatisticMean(json: JsonObject) : Document(json) {
    public constructor() : this(written())
}

/** A quantile, drawn in a line between neighbours (Hyndman and Fan 1996, type 7). */
public class StatisticQuantile(json: JsonObject) : Document(json) {
    /** A new one; what is left out has its default. */
    public constructor(
        probability: Double,
    ) : this(written("probability" to probability))

    /** The share of values below, from 0 to 1; 0.5 is the middle. */
    public val probability: Double get() = number(json["probability"])
}

/** Something is done. */
public class Step(json: JsonObject) : Document(json) {
    /** A new one; what is left out has its default. */
    public constructor(
        actor: String,
        agent: AgentChoice,
        needs: List<String>? = null,
        produces: List<String>? = null,
        call: ServiceCall? = null,
        screen: String? = null,
        workingTime: String? = null,
        waitingTime: String? = null,
        resource: String? = null,
        team: List<TeamMember>? = null,
        teamChoice: TeamChoice? = null,
        priority: Long? = null,
        cost: String? = null,
        limits: StepLimits? = null,
        failureModes: List<FailureMode>? = null,
        undo: Undo? = null,
        risk: Risk? = null,
        forEach: ForEach? = null,
        batch: BatchRule? = null,
    ) : this(written("actor" to actor, "agent" to agent, "needs" to needs, "produces" to produces, "call" to call, "screen" to screen, "working_time" to workingTime, "waiting_time" to waitingTime, "resource" to resource, "team" to team, "team_choice" to teamChoice, "priority" to priority, "cost" to cost, "limits" to limits, "failure_modes" to failureModes, "undo" to undo, "risk" to risk, "for_each" to forEach, "batch" to batch))

    /** In whose name it is done. */
    public val actor: String get() = text(json["actor"])
    /** Who or what really does it, and why that was chosen. */
    public val agent: AgentChoice get() = AgentChoice(members(json["agent"]))
    /** Data that must be there. */
    public val needs: List<String> get() = list(json["needs"]) { text(it) }
    /** Data that is there afterwards. */
    public val produces: List<String> get() = list(json["produces"]) { text(it) }
    /** The service that is called. */
    public val call: ServiceCall? get() = optional(json["call"]) { ServiceCall(members(it)) }
    /** The screen that a person sees. */
    public val screen: String? get() = optional(json["screen"]) { text(it) }
    /**
     * How long the work takes, as an assumption in milliseconds. For a service call the latency of the operation
     * counts instead.
     */
    public val workingTime: String? get() = optional(json["working_time"]) { text(it) }
    /** How long it lies before work begins, apart from queueing, as an assumption in milliseconds. */
    public val waitingTime: String? get() = optional(json["waiting_time"]) { text(it) }
    /** Who must be free before work begins. */
    public val resource: String? get() = optional(json["resource"]) { text(it) }
    /** Several resources of which any one can do it, in place of `resource`. */
    public val team: List<TeamMember> get() = list(json["team"]) { TeamMember(members(it)) }
    /** Who of a team does it. */
    public val teamChoice: TeamChoice? get() = optional(json["team_choice"]) { choice(TeamChoice.entries, it) }
    /** How urgent it is where the queue of its resource is by priority: the lower, the more urgent; 0 where absent. */
    public val priority: Long? get() = optional(json["priority"]) { integer(it) }
    /** What one execution costs, as an assumption in money. */
    public val cost: String? get() = optional(json["cost"]) { text(it) }
    /** Limits on time, money and number. */
    public val limits: StepLimits? get() = optional(json["limits"]) { StepLimits(members(it)) }
    /** What can go wrong, and what happens then. */
    public val failureModes: List<FailureMode> get() = list(json["failure_modes"]) { FailureMode(members(it)) }
    /** What takes it back where the case fails later. */
    public val undo: Undo? get() = optional(json["undo"]) { Undo(members(it)) }
    /** Whether and why it is risky. */
    public val risk: Risk? get() = optional(json["risk"]) { Risk(members(it)) }
    /** Whether it is done once for each of several things. */
    public val forEach: ForEach? get() = optional(json["for_each"]) { ForEach(members(it)) }
    /** Whether cases are gathered and done in one go. */
    public val batch: BatchRule? get() = optional(json["batch"]) { BatchRule(members(it)) }
}

/** Who does a stated step. */
public class StepActorChange(json: JsonObject) : Document(json) {
    /** A new one; what is left out has its default. */
    public constructor(
        step: String,
        actor: String,
        name: String,
    ) : this(written("step" to step, "actor" to actor, "name" to name))

    /** The stated step. */
    public val step: String get() = text(json["step"])
    /** The actor; added to the intent where it is not there. */
    public val actor: String get() = text(json["actor"])
    /** The actor's name. */
    public val name: String get() = text(json["name"])
}

/** Something happens at an execution of a step, or of another node. */
public class StepFault(json: JsonObject) : Document(json) {
    /** A new one; what is left out has its default. */
    public constructor(
        step: String,
        execution: Long,
    ) : this(written("step" to step, "execution" to execution))

    /** The step. */
    public val step: String get() = text(json["step"])
    /** At which of its executions in this case, from 1. */
    public val execution: Long get() = integer(json["execution"])
}

/** A limit of a step. What is absent stays as it is. */
public class StepLimit(json: JsonObject) : Document(json) {
    /** A new one; what is left out has its default. */
    public constructor(
        node: String,
        timeMs: Long? = null,
        money: Double? = null,
        times: Long? = null,
    ) : this(written("node" to node, "time_ms" to timeMs, "money" to money, "times" to times))

    /** The step. */
    public val node: String get() = text(json["node"])
    /** Longest time, in milliseconds. */
    public val timeMs: Long? get() = optional(json["time_ms"]) { integer(it) }
    /** Most money. */
    public val money: Double? get() = optional(json["money"]) { number(it) }
    /** Most executions for one case. */
    public val times: Long? get() = optional(json["times"]) { integer(it) }
}

/** Limits of one step. */
public class StepLimits(json: JsonObject) : Document(json) {
    /** A new one; what is left out has its default. */
    public constructor(
        timeMs: Long? = null,
        money: Double? = null,
        times: Long? = null,
    ) : this(written("time_ms" to timeMs, "money" to money, "times" to times))

    /** Longest time until it is done, in milliseconds; after that it counts as failed. */
    public val timeMs: Long? get() = optional(json["time_ms"]) { integer(it) }
    /** Most money for one execution, in major units of the plan's currency. */
    public val money: Double? get() = optional(json["money"]) { number(it) }
    /** Most executions for one case. */
    public val times: Long? get() = optional(json["times"]) { integer(it) }
}

/** Where a stated step stands. */
public class StepPlaceChange(json: JsonObject) : Document(json) {
    /** A new one; what is left out has its default. */
    public constructor(
        step: String,
        within: List<Placement>,
    ) : this(written("step" to step, "within" to within))

    /** The stated step. */
    public val step: String get() = text(json["step"])
    /** The blocks that it stands in, outermost first. */
    public val within: List<Placement> get() = list(json["within"]) { Placement(members(it)) }
}

/** A time for a stated step. */
public class StepTimeChange(json: JsonObject) : Document(json) {
    /** A new one; what is left out has its default. */
    public constructor(
        step: String,
        time: StatedTime? = null,
    ) : this(written("step" to step, "time" to time))

    /** The stated step. */
    public val step: String get() = text(json["step"])
    /** Its time; none where absent. */
    public val time: StatedTime? get() = optional(json["time"]) { StatedTime(members(it)) }
}

/** Why an answer ended. */
public enum class StopReason(override val word: String) : Choice {
    COMPLETE("complete"),
    LENGTH("length"),
    REFUSED("refused"),
}

/** A limit that stopped a run. */
public class StoppedBy(json: JsonObject) : Document(json) {
    /** A new one; what is left out has its default. */
    public constructor(
        code: ErrorCode,
        text: String,
    ) : this(written("code" to code, "text" to text))

    /** The code of the limit, for example `limit_events`. */
    public val code: ErrorCode get() = choice(ErrorCode.entries, json["code"])
    /** What happened and what to allow, in one sentence. */
    public val text: String get() = text(json["text"])
}

/** A stretch of time at one node. */
public class StoryBar(json: JsonObject) : Document(json) {
    /** A new one; what is left out has its default. */
    public constructor(
        node: String,
        kind: StoryBarKind,
        fromMs: Long,
        toMs: Long,
        because: String? = null,
    ) : this(written("node" to node, "kind" to kind, "from_ms" to fromMs, "to_ms" to toMs, "because" to because))

    /** The node. */
    public val node: String get() = text(json["node"])
    /** What the case did meanwhile. */
    public val kind: StoryBarKind get() = choice(StoryBarKind.entries, json["kind"])
    /** Begin, in milliseconds after the arrival. */
    public val fromMs: Long get() = integer(json["from_ms"])
    /** End, in milliseconds after the arrival. */
    public val toMs: Long get() = integer(json["to_ms"])
    /** Why it waited, where that can be told. */
    public val because: String? get() = optional(json["because"]) { text(it) }
}

/** What a case did in a stretch of time. */
public enum class StoryBarKind(override val word: String) : Choice {
    WAITING("waiting"),
    WORKING("working"),
    AWAY("away"),
    UNDOING("undoing"),
}

/** Which case is told. */
public sealed class StoryChoice(json: JsonObject) : Document(json) {
    /** The form `slowest`. */
    public class Slowest(public val value: aura.documents.StoryChoiceSlowest) : StoryChoice(JsonObject(written("type" to "slowest") + value.json))
    /** The form `typical`. */
    public class Typical(public val value: aura.documents.StoryChoiceTypical) : StoryChoice(JsonObject(written("type" to "typical") + value.json))
    /** The form `lost`. */
    public class Lost(public val value: aura.documents.StoryChoiceLost) : StoryChoice(JsonObject(written("type" to "lost") + value.json))
    /** The form `number`. */
    public class Number(public val value: aura.documents.CaseNumber) : StoryChoice(JsonObject(written("type" to "number") + value.json))
    /** A form of a later version. */
    public class Unrecognized(json: JsonObject) : StoryChoice(json)

    internal companion object {
        fun of(json: JsonObject): StoryChoice = when (text(json["type"])) {
            "slowest" -> Slowest(StoryChoiceSlowest(json))
            "typical" -> Typical(StoryChoiceTypical(json))
            "lost" -> Lost(StoryChoiceLost(json))
            "number" -> Number(CaseNumber(json))
            else -> Unrecognized(json)
        }
    }
}

/** Of the first replication, the first case that did not reach its goal. */
public class StoryChoiceLost(json: JsonObject) : Document(json) {
    public constructor() : this(written())
}

/** Of the first replication, the case that took longest. */
public class StoryChoiceSlowest(json: JsonObject) : Document(json) {
    public constructor() : this(written())
}

/** Of the first replication, the case whose time is the median. */
public class StoryChoiceTypical(json: JsonObject) : Document(json) {
    public constructor() : this(written())
}

/** One thing that happened. */
public class StoryMoment(json: JsonObject) : Document(json) {
    /** A new one; what is left out has its default. */
    public constructor(
        atMs: Long,
        node: String,
        text: String,
    ) : this(written("at_ms" to atMs, "node" to node, "text" to text))

    /** When, in milliseconds after the arrival. */
    public val atMs: Long get() = integer(json["at_ms"])
    /** Where. */
    public val node: String get() = text(json["node"])
    /** What, in plain English, without a full stop. */
    public val text: String get() = text(json["text"])
}

/** Tells what happened to one case of the last run of a project. */
public class StoryRequest(json: JsonObject) : Document(json) {
    /** A new one; what is left out has its default. */
    public constructor(
        project: String,
        case: StoryChoice? = null,
    ) : this(written("project" to project, "case" to case))

    /** The project. */
    public val project: String get() = text(json["project"])
    /** Which case; the slowest one where absent. */
    public val case: StoryChoice? get() = optional(json["case"]) { StoryChoice.of(members(it)) }
}

/** How success will be recognised. */
public class SuccessCriterion(json: JsonObject) : Document(json) {
    /** A new one; what is left out has its default. */
    public constructor(
        id: String,
        metric: String,
        direction: Direction,
        role: MetricRole,
        origin: Origin,
        baseline: Quantity? = null,
        target: Quantity? = null,
        change: ChangeAmount? = null,
        windowMs: Long? = null,
    ) : this(written("id" to id, "metric" to metric, "direction" to direction, "role" to role, "origin" to origin, "baseline" to baseline, "target" to target, "change" to change, "window_ms" to windowMs))

    /** Names the criterion. */
    public val id: String get() = text(json["id"])
    /** The metric in the user's words, for example `checkout completion`. */
    public val metric: String get() = text(json["metric"])
    /** Which way is better. */
    public val direction: Direction get() = choice(Direction.entries, json["direction"])
    /** Today's value. */
    public val baseline: Quantity? get() = optional(json["baseline"]) { Quantity(members(it)) }
    /** The value to reach. */
    public val target: Quantity? get() = optional(json["target"]) { Quantity(members(it)) }
    /** The change to reach, where it is given instead of a target. */
    public val change: ChangeAmount? get() = optional(json["change"]) { ChangeAmount(members(it)) }
    /** In which time, in milliseconds. */
    public val windowMs: Long? get() = optional(json["window_ms"]) { integer(it) }
    /** Whether it decides, is watched, or must not get worse. */
    public val role: MetricRole get() = choice(MetricRole.entries, json["role"])
    /** Where it comes from. */
    public val origin: Origin get() = Origin.of(members(json["origin"]))
}

/** How long events take. */
public class SurvivalPower(json: JsonObject) : Document(json) {
    /** A new one; what is left out has its default. */
    public constructor(
        limit: Double,
    ) : this(written("limit" to limit))

    /** Times count up to here. Events are taken to come at a constant rate, and everyone to be watched this long. */
    public val limit: Double get() = number(json["limit"])
}

/** Synthetic records, and what was kept of the sample. */
public class Synthesis(json: JsonObject) : Document(json) {
    /** A new one; what is left out has its default. */
    public constructor(
        records: List<JsonElement>,
        report: LikenessReport,
    ) : this(written("records" to records, "report" to report))

    /** The records. */
    public val records: List<JsonElement> get() = list(json["records"]) { anything(it) }
    /** What was kept, and what was suppressed. */
    public val report: LikenessReport get() = LikenessReport(members(json["report"]))
}

/** Which records are wanted. */
public class SynthesisRequest(json: JsonObject) : Document(json) {
    /** A new one; what is left out has its default. */
    public constructor(
        sample: String,
        rows: Long? = null,
        seed: Long? = null,
        smallestGroup: Long? = null,
        identifying: List<String>? = null,
        locale: Locale? = null,
    ) : this(written("sample" to sample, "rows" to rows, "seed" to seed, "smallest_group" to smallestGroup, "identifying" to identifying, "locale" to locale))

    /** The sample: a table in CSV, a JSON array of records, or one JSON record a line. */
    public val sample: String get() = text(json["sample"])
    /** How many records to make; as many as the sample has where absent. */
    public val rows: Long? get() = optional(json["rows"]) { integer(it) }
    /** The seed; 1 where absent. */
    public val seed: Long? get() = optional(json["seed"]) { integer(it) }
    /** The fewest records that any figure stands for that is taken from the sample; 10 where absent. */
    public val smallestGroup: Long? get() = optional(json["smallest_group"]) { integer(it) }
    /** Columns that name somebody, besides those that are found to: their values are made up. */
    public val identifying: List<String> get() = list(json["identifying"]) { text(it) }
    /** The language and country of names and addresses that are made up; `en` where absent. */
    public val locale: Locale? get() = optional(json["locale"]) { choice(Locale.entries, it) }
}

/** One synthetic table. */
public class SyntheticTable(json: JsonObject) : Document(json) {
    /** A new one; what is left out has its default. */
    public constructor(
        name: String,
        records: List<JsonElement>,
        report: LikenessReport,
    ) : this(written("name" to name, "records" to records, "report" to report))

    /** What it is called. */
    public val name: String get() = text(json["name"])
    /** The records. */
    public val records: List<JsonElement> get() = list(json["records"]) { anything(it) }
    /** What was kept of its sample besides keys and references, and what was suppressed. */
    public val report: LikenessReport get() = LikenessReport(members(json["report"]))
}

/** Which tables are wanted. */
public class TablesRequest(json: JsonObject) : Document(json) {
    /** A new one; what is left out has its default. */
    public constructor(
        tables: List<SampleTable>,
        references: List<String>? = null,
        rows: Long? = null,
        seed: Long? = null,
        smallestGroup: Long? = null,
        identifying: List<String>? = null,
        locale: Locale? = null,
    ) : this(written("tables" to tables, "references" to references, "rows" to rows, "seed" to seed, "smallest_group" to smallestGroup, "identifying" to identifying, "locale" to locale))

    /** The samples. */
    public val tables: List<SampleTable> get() = list(json["tables"]) { SampleTable(members(it)) }
    /**
     * References as `table.column=table.column`, the column that refers first, for example
     * `orders.customer_id=customers.id`. Others are found where a column that is called a key has only values of one
     * column of another table in which no value comes twice. The first reference of a table decides how many of its
     * records refer to one; the values of further ones are shuffled among these.
     */
    public val references: List<String> get() = list(json["references"]) { text(it) }
    /**
     * How many records each table gets that refers to no other; as many as its sample where absent. The others follow
     * from these.
     */
    public val rows: Long? get() = optional(json["rows"]) { integer(it) }
    /** The seed; 1 where absent. */
    public val seed: Long? get() = optional(json["seed"]) { integer(it) }
    /** The fewest records that any figure stands for that is taken from a sample; 10 where absent. */
    public val smallestGroup: Long? get() = optional(json["smallest_group"]) { integer(it) }
    /** Columns that name somebody, as `table.column`, besides those that are found to: their values are made up. */
    public val identifying: List<String> get() = list(json["identifying"]) { text(it) }
    /** The language and country of names and addresses that are made up; `en` where absent. */
    public val locale: Locale? get() = optional(json["locale"]) { choice(Locale.entries, it) }
}

/** Synthetic tables, and what was kept of the samples. */
public class TablesSynthesis(json: JsonObject) : Document(json) {
    /** A new one; what is left out has its default. */
    public constructor(
        tables: List<SyntheticTable>,
        references: List<ReferenceReport>,
    ) : this(written("tables" to tables, "references" to references))

    /** The tables, in the order of the request. */
    public val tables: List<SyntheticTable> get() = list(json["tables"]) { SyntheticTable(members(it)) }
    /** The references between them. */
    public val references: List<ReferenceReport> get() = list(json["references"]) { ReferenceReport(members(it)) }
}

/** Who of a team does a step. */
public enum class TeamChoice(override val word: String) : Choice {
    FIRST_FREE("first_free"),
    SHORTEST_QUEUE("shortest_queue"),
}

/** One of several resources that can do a step. */
public class TeamMember(json: JsonObject) : Document(json) {
    /** A new one; what is left out has its default. */
    public constructor(
        resource: String,
        workingTime: String? = null,
    ) : this(written("resource" to resource, "working_time" to workingTime))

    /** The resource. */
    public val resource: String get() = text(json["resource"])
    /** How long the work takes there, as an assumption in milliseconds; that of the step where absent. */
    public val workingTime: String? get() = optional(json["working_time"]) { text(it) }
}

/** How a test is done. Change what you need: `TestOptions { null: 0.1, ..Default::default() }` or `with_*`. */
public class TestOptions(json: JsonObject) : Document(json) {
    /** A new one; what is left out has its default. */
    public constructor(
        confidence: Double? = null,
        alternative: Alternative? = null,
        `null`: Double? = null,
    ) : this(written("confidence" to confidence, "alternative" to alternative, "null" to `null`))

    /** Confidence of the interval; default 0.95. */
    public val confidence: Double? get() = optional(json["confidence"]) { number(it) }
    /** Which departure counts; default two-sided. */
    public val alternative: Alternative? get() = optional(json["alternative"]) { choice(Alternative.entries, it) }
    /** The value that is tested against, for example minus the margin of a non-inferiority test; default 0. */
    public val `null`: Double? get() = optional(json["null"]) { number(it) }
}

/** A form of writing. */
public enum class TextForm(override val word: String) : Choice {
    SENTENCE("sentence"),
    PARAGRAPH("paragraph"),
    USER_STORY("user_story"),
    EARS("ears"),
    GHERKIN("gherkin"),
    LIST("list"),
    BRIEF("brief"),
    TABLE("table"),
}

/** Text of limited length. */
public class TextRange(json: JsonObject) : Document(json) {
    /** A new one; what is left out has its default. */
    public constructor(
        minLength: Long,
        maxLength: Long,
    ) : this(written("min_length" to minLength, "max_length" to maxLength))

    /** Fewest characters. */
    public val minLength: Long get() = integer(json["min_length"])
    /** Most characters. */
    public val maxLength: Long get() = integer(json["max_length"])
}

/** Which text a quote was taken from. */
public enum class TextSource(override val word: String) : Choice {
    GOAL("goal"),
    EDIT("edit"),
    ANSWER("answer"),
}

/** A time, averaged or at a quantile. */
public class TimeMeasure(json: JsonObject) : Document(json) {
    /** A new one; what is left out has its default. */
    public constructor(
        quantile: Double? = null,
        outcome: Outcome? = null,
    ) : this(written("quantile" to quantile, "outcome" to outcome))

    /** The quantile, strictly between 0 and 1; the mean where absent. */
    public val quantile: Double? get() = optional(json["quantile"]) { number(it) }
    /** Count only cases that end with this outcome; all where absent. */
    public val outcome: Outcome? get() = optional(json["outcome"]) { choice(Outcome.entries, it) }
}

/** What a time means for a step. */
public enum class TimeRole(override val word: String) : Choice {
    TAKES("takes"),
    WITHIN("within"),
    AFTER("after"),
}

/**
 * How long it takes until something happens.
 *
 * What is compared is the mean time without the event up to the limit (the area below the curve of Kaplan and Meier).
 */
public class TimeToEventMeasure(json: JsonObject) : Document(json) {
    /** A new one; what is left out has its default. */
    public constructor(
        event: String,
        limit: Double,
        time: String? = null,
    ) : this(written("event" to event, "limit" to limit, "time" to time))

    /** 1 where it happened (in a log: where the outcome is the event); 0 where it had not when the unit was last seen. */
    public val event: String get() = text(json["event"])
    /** The column with the time until it happened or until the unit was last seen; absent for logs, which have times. */
    public val time: String? get() = optional(json["time"]) { text(it) }
    /** Times count up to here, in the unit of that column; in milliseconds for logs. */
    public val limit: Double get() = number(json["limit"])
}

/** Waits for a time. */
public class TimerEvent(json: JsonObject) : Document(json) {
    /** A new one; what is left out has its default. */
    public constructor(
        duration: String,
    ) : this(written("duration" to duration))

    /** How long, as an assumption in milliseconds. */
    public val duration: String get() = text(json["duration"])
}

/** How much of what happens is recorded. The digest always covers all events. */
public enum class TraceDepth(override val word: String) : Choice {
    DIGEST("digest"),
    SAMPLE("sample"),
    FULL("full"),
}

/** Two bounds and the most likely value. */
public class TriangularRange(json: JsonObject) : Document(json) {
    /** A new one; what is left out has its default. */
    public constructor(
        low: Double,
        mode: Double,
        high: Double,
    ) : this(written("low" to low, "mode" to mode, "high" to high))

    /** Lower bound. */
    public val low: Double get() = number(json["low"])
    /** Most likely value. */
    public val mode: Double get() = number(json["mode"])
    /** Upper bound. */
    public val high: Double get() = number(json["high"])
}

/** One check of the data. */
public class TrustCheck(json: JsonObject) : Document(json) {
    /** A new one; what is left out has its default. */
    public constructor(
        name: String,
        outcome: TrustOutcome,
        sentence: String,
        detail: String,
    ) : this(written("name" to name, "outcome" to outcome, "sentence" to sentence, "detail" to detail))

    /** A short name in snake case, for example `sample_ratio`. */
    public val name: String get() = text(json["name"])
    /** What came of it. */
    public val outcome: TrustOutcome get() = choice(TrustOutcome.entries, json["outcome"])
    /** One plain sentence. */
    public val sentence: String get() = text(json["sentence"])
    /** Figures for experts. */
    public val detail: String get() = text(json["detail"])
}

/** What came of a check. */
public enum class TrustOutcome(override val word: String) : Choice {
    GOOD("good"),
    WARNING("warning"),
    FAILED("failed"),
}

/** One thing that was said. */
public class Turn(json: JsonObject) : Document(json) {
    /** A new one; what is left out has its default. */
    public constructor(
        by: TurnBy,
        text: String,
        act: TurnAct? = null,
        revealed: List<String>? = null,
    ) : this(written("by" to by, "text" to text, "act" to act, "revealed" to revealed))

    /** Who said it. */
    public val by: TurnBy get() = choice(TurnBy.entries, json["by"])
    /** The words. */
    public val text: String get() = text(json["text"])
    /** What the persona did with them; absent for the assistant. */
    public val act: TurnAct? get() = optional(json["act"]) { choice(TurnAct.entries, it) }
    /** The names of the facts that were told here for the first time. */
    public val revealed: List<String> get() = list(json["revealed"]) { text(it) }
}

/** What a persona does with its words. */
public enum class TurnAct(override val word: String) : Choice {
    OPENS("opens"),
    ANSWERS("answers"),
    REPEATS("repeats"),
    VOLUNTEERS("volunteers"),
    MISSES_THE_POINT("misses_the_point"),
    CORRECTS("corrects"),
    DECLINES("declines"),
    AGREES("agrees"),
    GIVES_UP("gives_up"),
}

/** Who said something. */
public enum class TurnBy(override val word: String) : Choice {
    PERSONA("persona"),
    ASSISTANT("assistant"),
}

/**
 * What takes a step back: compensation (BPMN 2.0, section 10.6). Where a case ends other than by reaching the goal, the
 * steps that were done are taken back, the last one first; the case ends after that.
 */
public class Undo(json: JsonObject) : Document(json) {
    /** A new one; what is left out has its default. */
    public constructor(
        title: String,
        workingTime: String? = null,
        cost: String? = null,
    ) : this(written("title" to title, "working_time" to workingTime, "cost" to cost))

    /** What is done, as an instruction, for example `Release the stock`. */
    public val title: String get() = text(json["title"])
    /** How long it takes, as an assumption in milliseconds; no time where absent. It queues for nobody. */
    public val workingTime: String? get() = optional(json["working_time"]) { text(it) }
    /** What it costs, as an assumption in money. */
    public val cost: String? get() = optional(json["cost"]) { text(it) }
}

/** What takes a step back. */
public class UndoOfStep(json: JsonObject) : Document(json) {
    /** A new one; what is left out has its default. */
    public constructor(
        node: String,
        title: String? = null,
    ) : this(written("node" to node, "title" to title))

    /** The step. */
    public val node: String get() = text(json["node"])
    /** What is done where the case fails later, as an instruction; nothing where absent. */
    public val title: String? get() = optional(json["title"]) { text(it) }
}

/** The user wants to go back. */
public class UndoReading(json: JsonObject) : Document(json) {
    /** A new one; what is left out has its default. */
    public constructor(
        steps: Long,
        version: String? = null,
    ) : this(written("steps" to steps, "version" to version))

    /** How many edits, where the user gave a number; one where not. */
    public val steps: Long get() = integer(json["steps"])
    /** To which version, where the user named one. */
    public val version: String? get() = optional(json["version"]) { text(it) }
}

/** Going back to an earlier version of the plan. */
public class UndoRequest(json: JsonObject) : Document(json) {
    /** A new one; what is left out has its default. */
    public constructor(
        project: String,
        steps: Long? = null,
        version: String? = null,
    ) : this(written("project" to project, "steps" to steps, "version" to version))

    /** The project. */
    public val project: String get() = text(json["project"])
    /** How many changes to take back; 1 where absent. */
    public val steps: Long? get() = optional(json["steps"]) { integer(it) }
    /** To which version of the plan: its number in the list of versions, or the beginning of its name. */
    public val version: String? get() = optional(json["version"]) { text(it) }
}

/** Two bounds. */
public class UniformRange(json: JsonObject) : Document(json) {
    /** A new one; what is left out has its default. */
    public constructor(
        low: Double,
        high: Double,
    ) : this(written("low" to low, "high" to high))

    /** Lower bound. */
    public val low: Double get() = number(json["low"])
    /** Upper bound. */
    public val high: Double get() = number(json["high"])
}

/** The unit of an amount. */
public sealed class Unit(json: JsonObject) : Document(json) {
    /** The form `share`. */
    public class Share(public val value: aura.documents.UnitShare) : Unit(JsonObject(written("type" to "share") + value.json))
    /** The form `count`. */
    public class Count(public val value: aura.documents.UnitCount) : Unit(JsonObject(written("type" to "count") + value.json))
    /** The form `milliseconds`. */
    public class Milliseconds(public val value: aura.documents.UnitMilliseconds) : Unit(JsonObject(written("type" to "milliseconds") + value.json))
    /** The form `money`. */
    public class Money(public val value: aura.documents.Currency) : Unit(JsonObject(written("type" to "money") + value.json))
    /** The form `score`. */
    public class Score(public val value: aura.documents.UnitScore) : Unit(JsonObject(written("type" to "score") + value.json))
    /** The form `other`. */
    public class Other(public val value: aura.documents.OtherUnit) : Unit(JsonObject(written("type" to "other") + value.json))
    /** A form of a later version. */
    public class Unrecognized(json: JsonObject) : Unit(json)

    internal companion object {
        fun of(json: JsonObject): Unit = when (text(json["type"])) {
            "share" -> Share(UnitShare(json))
            "count" -> Count(UnitCount(json))
            "milliseconds" -> Milliseconds(UnitMilliseconds(json))
            "money" -> Money(Currency(json))
            "score" -> Score(UnitScore(json))
            "other" -> Other(OtherUnit(json))
            else -> Unrecognized(json)
        }
    }
}

/** A whole number of things. */
public class UnitCount(json: JsonObject) : Document(json) {
    public constructor() : this(written())
}

/** Milliseconds, shown as the largest fitting unit of time. */
public class UnitMilliseconds(json: JsonObject) : Document(json) {
    public constructor() : this(written())
}

/** A score on a scale of its own, such as NPS or stars. */
public class UnitScore(json: JsonObject) : Document(json) {
    public constructor() : this(written())
}

/** A share from 0 to 1, shown as a percentage. */
public class UnitShare(json: JsonObject) : Document(json) {
    public constructor() : this(written())
}

/** Tokens that were used. */
public class Usage(json: JsonObject) : Document(json) {
    /** A new one; what is left out has its default. */
    public constructor(
        inputTokens: Long,
        outputTokens: Long,
    ) : this(written("input_tokens" to inputTokens, "output_tokens" to outputTokens))

    /** Tokens that went in. */
    public val inputTokens: Long get() = integer(json["input_tokens"])
    /** Tokens that came out. */
    public val outputTokens: Long get() = integer(json["output_tokens"])
}

/** Something that is compared with the plan. */
public class Variant(json: JsonObject) : Document(json) {
    /** A new one; what is left out has its default. */
    public constructor(
        id: String,
        title: String,
        operations: List<Operation>? = null,
        overrides: Map<String, Distribution>? = null,
    ) : this(written("id" to id, "title" to title, "operations" to operations, "overrides" to overrides))

    /** Names the variant. */
    public val id: String get() = text(json["id"])
    /** For people, for example `without the account step`. */
    public val title: String get() = text(json["title"])
    /** Edits that make the variant from the plan. */
    public val operations: List<Operation> get() = list(json["operations"]) { Operation.of(members(it)) }
    /** Assumptions that differ. */
    public val overrides: Map<String, Distribution> get() = map(json["overrides"]) { Distribution.of(members(it)) }
}

/** A variant in plain English, as typed operations, or as changed assumptions. */
public class VariantRequest(json: JsonObject) : Document(json) {
    /** A new one; what is left out has its default. */
    public constructor(
        sentence: String? = null,
        operations: List<Operation>? = null,
        assumptions: Map<String, Double>? = null,
    ) : this(written("sentence" to sentence, "operations" to operations, "assumptions" to assumptions))

    /** A change in plain English. */
    public val sentence: String? get() = optional(json["sentence"]) { text(it) }
    /** Typed operations instead. */
    public val operations: List<Operation> get() = list(json["operations"]) { Operation.of(members(it)) }
    /** Other means for assumptions, in their units. */
    public val assumptions: Map<String, Double> get() = map(json["assumptions"]) { number(it) }
}

/** What the comparison says about one variant. */
public class VariantVerdict(json: JsonObject) : Document(json) {
    /** A new one; what is left out has its default. */
    public constructor(
        variant: String,
        run: String,
        decision: Decision,
        reasons: List<String>,
        wouldChange: String,
        comparisons: List<Comparison>,
        shipRates: ShipRates? = null,
    ) : this(written("variant" to variant, "run" to run, "decision" to decision, "reasons" to reasons, "would_change" to wouldChange, "comparisons" to comparisons, "ship_rates" to shipRates))

    /** The variant. */
    public val variant: String get() = text(json["variant"])
    /** Its run. */
    public val run: String get() = text(json["run"])
    /** What to do. */
    public val decision: Decision get() = choice(Decision.entries, json["decision"])
    /** Why, one plain sentence each, in the order of the rule. */
    public val reasons: List<String> get() = list(json["reasons"]) { text(it) }
    /** What would have to be different for another verdict, in one plain sentence. */
    public val wouldChange: String get() = text(json["would_change"])
    /** Every metric. */
    public val comparisons: List<Comparison> get() = list(json["comparisons"]) { Comparison(members(it)) }
    /** How often the rule would take a change that does nothing, and one that does what is expected. */
    public val shipRates: ShipRates? get() = optional(json["ship_rates"]) { ShipRates(members(it)) }
}

/** What the comparison says. */
public class Verdict(json: JsonObject) : Document(json) {
    /** A new one; what is left out has its default. */
    public constructor(
        schemaVersion: Long,
        id: String,
        experiment: Experiment,
        isSimulated: Boolean,
        controlRun: String,
        variants: List<VariantVerdict>,
        recommended: String? = null,
        definitionHash: String? = null,
        dataHash: String? = null,
        engineVersion: String? = null,
    ) : this(written("schema_version" to schemaVersion, "id" to id, "experiment" to experiment, "is_simulated" to isSimulated, "control_run" to controlRun, "variants" to variants, "recommended" to recommended, "definition_hash" to definitionHash, "data_hash" to dataHash, "engine_version" to engineVersion))

    /** Version of this document's shape. */
    public val schemaVersion: Long get() = integer(json["schema_version"])
    /** Made from the content. */
    public val id: String get() = text(json["id"])
    /** The experiment. */
    public val experiment: Experiment get() = Experiment(members(json["experiment"]))
    /** Whether the evidence is simulated. Simulated and live evidence are never mixed. */
    public val isSimulated: Boolean get() = truth(json["is_simulated"])
    /** The run of the control. */
    public val controlRun: String get() = text(json["control_run"])
    /** One entry for each variant. */
    public val variants: List<VariantVerdict> get() = list(json["variants"]) { VariantVerdict(members(it)) }
    /** The variant to take, where there is one. */
    public val recommended: String? get() = optional(json["recommended"]) { text(it) }
    /** Hash of the experiment: rule, variants, circumstances. */
    public val definitionHash: String? get() = optional(json["definition_hash"]) { text(it) }
    /** Hash of the figures of all runs. */
    public val dataHash: String? get() = optional(json["data_hash"]) { text(it) }
    /** Version of the engine. */
    public val engineVersion: String? get() = optional(json["engine_version"]) { text(it) }
}

/** A record that a run is to be compared with. */
public class VerifyRequest(json: JsonObject) : Document(json) {
    /** A new one; what is left out has its default. */
    public constructor(
        project: String,
        traceBase64: String,
    ) : this(written("project" to project, "trace_base64" to traceBase64))

    /** The project. */
    public val project: String get() = text(json["project"])
    /** The compact binary file, in base64. */
    public val traceBase64: String get() = text(json["trace_base64"])
}

/** A wait. */
public class WaitBefore(json: JsonObject) : Document(json) {
    /** A new one; what is left out has its default. */
    public constructor(
        node: String,
        durationMs: Long,
    ) : this(written("node" to node, "duration_ms" to durationMs))

    /** Before this node. */
    public val node: String get() = text(json["node"])
    /** How long, in milliseconds. */
    public val durationMs: Long get() = integer(json["duration_ms"])
}

/** One session of one persona. */
public class Walk(json: JsonObject) : Document(json) {
    /** A new one; what is left out has its default. */
    public constructor(
        session: Long,
        persona: String,
        title: String,
        device: Device,
        ended: WalkEnding,
        cameBack: Boolean,
        timeMs: Long,
        story: List<String>,
        log: SessionLog,
    ) : this(written("session" to session, "persona" to persona, "title" to title, "device" to device, "ended" to ended, "came_back" to cameBack, "time_ms" to timeMs, "story" to story, "log" to log))

    /** Counts from 1. */
    public val session: Long get() = integer(json["session"])
    /** The persona. */
    public val persona: String get() = text(json["persona"])
    /** Its title. */
    public val title: String get() = text(json["title"])
    /** On what it reads and types. */
    public val device: Device get() = choice(Device.entries, json["device"])
    /** How it ended. */
    public val ended: WalkEnding get() = choice(WalkEnding.entries, json["ended"])
    /** Whether it gave up first and came back later. */
    public val cameBack: Boolean get() = truth(json["came_back"])
    /** How long it took in milliseconds, without the time away of somebody who came back. */
    public val timeMs: Long get() = integer(json["time_ms"])
    /** What happened, one line in plain English for each thing. */
    public val story: List<String> get() = list(json["story"]) { text(it) }
    /** The same as the log that a prototype saves of people's sessions. Without an outcome where somebody just left. */
    public val log: SessionLog get() = SessionLog(members(json["log"]))
}

/** How a session ended. */
public enum class WalkEnding(override val word: String) : Choice {
    GOAL_REACHED("goal_reached"),
    GAVE_UP("gave_up"),
    REFUSED("refused"),
    FAILED("failed"),
    NO_WAY_ON("no_way_on"),
    STOPPED_AT_LIMIT("stopped_at_limit"),
}

/** Simulated people walk through the prototype of a plan, screen by screen. */
public class WalkRequest(json: JsonObject) : Document(json) {
    /** A new one; what is left out has its default. */
    public constructor(
        project: String,
        scenario: Scenario? = null,
        seed: Long? = null,
        sessions: Long? = null,
        persona: String? = null,
        kept: Long? = null,
        mostInteractions: Long? = null,
    ) : this(written("project" to project, "scenario" to scenario, "seed" to seed, "sessions" to sessions, "persona" to persona, "kept" to kept, "most_interactions" to mostInteractions))

    /** The project. */
    public val project: String get() = text(json["project"])
    /** A complete scenario instead of the default one: its seed, personas and overrides count. */
    public val scenario: Scenario? get() = optional(json["scenario"]) { Scenario(members(it)) }
    /** The seed. */
    public val seed: Long? get() = optional(json["seed"]) { integer(it) }
    /** How many sessions, at most 10,000; 200 where absent. */
    public val sessions: Long? get() = optional(json["sessions"]) { integer(it) }
    /** The only persona that comes; all by their shares where absent. */
    public val persona: String? get() = optional(json["persona"]) { text(it) }
    /** How many sessions are given with log and story; 20 where absent. All count in the summary. */
    public val kept: Long? get() = optional(json["kept"]) { integer(it) }
    /** Most interactions of one session, at most 20,000; 1,000 where absent. */
    public val mostInteractions: Long? get() = optional(json["most_interactions"]) { integer(it) }
}

/** What all sessions say together. */
public class WalkSummary(json: JsonObject) : Document(json) {
    /** A new one; what is left out has its default. */
    public constructor(
        text: List<String>,
        reached: Estimate,
        endings: List<EndingCount>,
        cameBack: Long,
        personas: List<PersonaWalks>,
        pages: List<PageWalks>,
        refused: List<FieldCount>,
        overlooked: List<FieldCount>,
        timeMs: Estimate? = null,
    ) : this(written("text" to text, "reached" to reached, "endings" to endings, "came_back" to cameBack, "personas" to personas, "pages" to pages, "refused" to refused, "overlooked" to overlooked, "time_ms" to timeMs))

    /** In plain words, one sentence each. */
    public val text: List<String> get() = list(json["text"]) { text(it) }
    /** The share of sessions that reached the goal, with its 95 % interval (Wilson). */
    public val reached: Estimate get() = Estimate(members(json["reached"]))
    /**
     * Mean time in milliseconds of the sessions that reached the goal, without time away, with its 95 % interval
     * (Student); absent where none did.
     */
    public val timeMs: Estimate? get() = optional(json["time_ms"]) { Estimate(members(it)) }
    /** How sessions ended, where any did so. */
    public val endings: List<EndingCount> get() = list(json["endings"]) { EndingCount(members(it)) }
    /** Sessions in which somebody gave up and came back later. */
    public val cameBack: Long get() = integer(json["came_back"])
    /** How each persona fared, in the order of the scenario. */
    public val personas: List<PersonaWalks> get() = list(json["personas"]) { PersonaWalks(members(it)) }
    /** Every page that somebody saw, in the order of the prototype. */
    public val pages: List<PageWalks> get() = list(json["pages"]) { PageWalks(members(it)) }
    /** The fields that were refused, most often first. */
    public val refused: List<FieldCount> get() = list(json["refused"]) { FieldCount(members(it)) }
    /** The notices and optional fields that were overlooked, most often first. */
    public val overlooked: List<FieldCount> get() = list(json["overlooked"]) { FieldCount(members(it)) }
}

/** Sessions of personas in a prototype. All of it is simulated: nobody real was there. */
public class Walks(json: JsonObject) : Document(json) {
    /** A new one; what is left out has its default. */
    public constructor(
        schemaVersion: Long,
        plan: String,
        planVersion: String,
        prototype: String,
        seed: Long,
        sessions: Long,
        summary: WalkSummary,
        notes: List<String>,
        walks: List<Walk>,
    ) : this(written("schema_version" to schemaVersion, "plan" to plan, "plan_version" to planVersion, "prototype" to prototype, "seed" to seed, "sessions" to sessions, "summary" to summary, "notes" to notes, "walks" to walks))

    /** Version of this document's shape. */
    public val schemaVersion: Long get() = integer(json["schema_version"])
    /** The plan. */
    public val plan: String get() = text(json["plan"])
    /** The plan's version. */
    public val planVersion: String get() = text(json["plan_version"])
    /** The prototype. */
    public val prototype: String get() = text(json["prototype"])
    /** The root of all randomness. */
    public val seed: Long get() = integer(json["seed"])
    /** How many sessions there were. */
    public val sessions: Long get() = integer(json["sessions"])
    /** What all sessions say together. */
    public val summary: WalkSummary get() = WalkSummary(members(json["summary"]))
    /** What was taken for granted, one sentence each. */
    public val notes: List<String> get() = list(json["notes"]) { text(it) }
    /** The first sessions, in order. */
    public val walks: List<Walk> get() = list(json["walks"]) { Walk(members(it)) }
}

/** Faults that together break a promise. */
public class Weakness(json: JsonObject) : Document(json) {
    /** A new one; what is left out has its default. */
    public constructor(
        faults: List<Fault>,
        probability: Double,
        case: Long,
        outcome: Outcome,
        cycleMs: Long,
        story: List<String>,
    ) : this(written("faults" to faults, "probability" to probability, "case" to case, "outcome" to outcome, "cycle_ms" to cycleMs, "story" to story))

    /** The faults, in the order in which they strike. */
    public val faults: List<Fault> get() = list(json["faults"]) { Fault(members(it)) }
    /** The product of their probabilities. */
    public val probability: Double get() = number(json["probability"])
    /** The number of the case. */
    public val case: Long get() = integer(json["case"])
    /** How the case ended. */
    public val outcome: Outcome get() = choice(Outcome.entries, json["outcome"])
    /** How long it took, in milliseconds. */
    public val cycleMs: Long get() = integer(json["cycle_ms"])
    /** What happened to the case, one line for each event. */
    public val story: List<String> get() = list(json["story"]) { text(it) }
}

/** Cases per hour, for each hour of the week. */
public class WeeklyArrivals(json: JsonObject) : Document(json) {
    /** A new one; what is left out has its default. */
    public constructor(
        casesPerHour: List<Double>,
    ) : this(written("cases_per_hour" to casesPerHour))

    /** 168 numbers, from Monday 00:00 to 01:00 on, in local time. */
    public val casesPerHour: List<Double> get() = list(json["cases_per_hour"]) { number(it) }
}

/** A column and what it counts. */
public class WeightedColumn(json: JsonObject) : Document(json) {
    /** A new one; what is left out has its default. */
    public constructor(
        column: String,
        weight: Double,
    ) : this(written("column" to column, "weight" to weight))

    /** Its name. */
    public val column: String get() = text(json["column"])
    /** What one of its values counts. */
    public val weight: Double get() = number(json["weight"])
}

/** A measure and what it counts. */
public class WeightedMeasure(json: JsonObject) : Document(json) {
    /** A new one; what is left out has its default. */
    public constructor(
        measure: LiveMeasure,
        weight: Double,
    ) : this(written("measure" to measure, "weight" to weight))

    /** How the part is measured. */
    public val measure: LiveMeasure get() = LiveMeasure.of(members(json["measure"]))
    /** Its factor in a sum, its exponent in a product. */
    public val weight: Double get() = number(json["weight"])
}

/** Values with weights. */
public class WeightedValues(json: JsonObject) : Document(json) {
    /** A new one; what is left out has its default. */
    public constructor(
        values: List<Double>,
        weights: List<Double>,
    ) : this(written("values" to values, "weights" to weights))

    /** The values. */
    public val values: List<Double> get() = list(json["values"]) { number(it) }
    /** One weight for each value; they need not add up to 1. */
    public val weights: List<Double> get() = list(json["weights"]) { number(it) }
}

/** Why an item is as it is. */
public class Why(json: JsonObject) : Document(json) {
    /** A new one; what is left out has its default. */
    public constructor(
        item: String,
        title: String,
        text: String,
        origin: String,
        words: List<String>,
        alternatives: List<String>,
        rule: String? = null,
    ) : this(written("item" to item, "title" to title, "text" to text, "origin" to origin, "words" to words, "alternatives" to alternatives, "rule" to rule))

    /** The item's id. */
    public val item: String get() = text(json["item"])
    /** What it is, in words. */
    public val title: String get() = text(json["title"])
    /** The answer in plain sentences. */
    public val text: String get() = text(json["text"])
    /** `stated`, `inferred`, `assumed`, `measured` or `answered`. */
    public val origin: String get() = text(json["origin"])
    /** The user's words behind it, in the order of the text. */
    public val words: List<String> get() = list(json["words"]) { text(it) }
    /** The rule that read or concluded it, where there was one. */
    public val rule: String? get() = optional(json["rule"]) { text(it) }
    /** What else it could have been, one sentence each. */
    public val alternatives: List<String> get() = list(json["alternatives"]) { text(it) }
}

/** Which values count as the value at a quantile, of all arms together. */
public class Winsorizing(json: JsonObject) : Document(json) {
    /** A new one; what is left out has its default. */
    public constructor(
        low: Double? = null,
        high: Double? = null,
    ) : this(written("low" to low, "high" to high))

    /** Values below this quantile count as its value; 0 leaves them as they are. */
    public val low: Double? get() = optional(json["low"]) { number(it) }
    /** Values above this quantile count as its value; 1 leaves them as they are. */
    public val high: Double? get() = optional(json["high"]) { number(it) }
}

/** Other words for an item. */
public class WordingChange(json: JsonObject) : Document(json) {
    /** A new one; what is left out has its default. */
    public constructor(
        item: String,
        text: String,
    ) : this(written("item" to item, "text" to text))

    /** The stated step or the constraint. */
    public val item: String get() = text(json["item"])
    /** Its new title or text. */
    public val text: String get() = text(json["text"])
}

/** Words on a screen. */
public class Words(json: JsonObject) : Document(json) {
    /** A new one; what is left out has its default. */
    public constructor(
        text: String,
    ) : this(written("text" to text))

    /** The words. */
    public val text: String get() = text(json["text"])
}
