// Written by `cargo xtask generate` from the table of operations. Change that, not this.

/// The documents that operations take and give.
public enum Documents {}

public extension Documents {
    /// Someone or something that acts.
    struct Actor: Document {
        public let json: Json

        public init(json: Json) throws {
            self.json = try json.object()
        }

        /// A new one; what is left out has its default.
        public init(id: String, name: String, kind: Documents.ActorKind, origin: Documents.Origin) {
            json = Json.written([("id", id), ("name", name), ("kind", kind), ("origin", origin)])
        }

        /// Names the actor.
        public var id: String {
            get throws { try json.member("id").text() }
        }

        /// Singular, in the user's words, for example `customer`.
        public var name: String {
            get throws { try json.member("name").text() }
        }

        /// What kind of actor.
        public var kind: Documents.ActorKind {
            get throws { try json.member("kind").choice(Documents.ActorKind.self) }
        }

        /// Where it comes from.
        public var origin: Documents.Origin {
            get throws { try Documents.Origin(json: json.member("origin")) }
        }
    }

    /// The kinds of actors.
    enum ActorKind: String, Sendable, CaseIterable, Choice {
        case customer = "customer"
        case staff = "staff"
        case aiAgent = "ai_agent"
        case system = "system"
        case external = "external"
    }

    /// What an actor did and waited for: all the steps of the plan that are its.
    struct ActorResult: Document {
        public let json: Json

        public init(json: Json) throws {
            self.json = try json.object()
        }

        /// A new one; what is left out has its default.
        public init(actor: String, visits: Int, meanWorkingMs: Double, meanWaitingMs: Double, cost: Double, lostCases: Int) {
            json = Json.written([("actor", actor), ("visits", visits), ("mean_working_ms", meanWorkingMs), ("mean_waiting_ms", meanWaitingMs), ("cost", cost), ("lost_cases", lostCases)])
        }

        /// The actor.
        public var actor: String {
            get throws { try json.member("actor").text() }
        }

        /// How often one of its steps was entered.
        public var visits: Int {
            get throws { try json.member("visits").integer() }
        }

        /// Work of a case at its steps on average, in milliseconds.
        public var meanWorkingMs: Double {
            get throws { try json.member("mean_working_ms").number() }
        }

        /// Wait of a case before its steps on average, in milliseconds.
        public var meanWaitingMs: Double {
            get throws { try json.member("mean_waiting_ms").number() }
        }

        /// Money spent at its steps in all, in major units.
        public var cost: Double {
            get throws { try json.member("cost").number() }
        }

        /// Cases that ended at its steps other than by reaching the goal.
        public var lostCases: Int {
            get throws { try json.member("lost_cases").integer() }
        }
    }

    /// How p-values are adjusted, and which error is kept below the level.
    enum Adjustment: String, Sendable, CaseIterable, Choice {
        case none = "none"
        case bonferroni = "bonferroni"
        case sidak = "sidak"
        case holm = "holm"
        case holmSidak = "holm_sidak"
        case hochberg = "hochberg"
        case hommel = "hommel"
        case benjaminiHochberg = "benjamini_hochberg"
        case benjaminiYekutieli = "benjamini_yekutieli"
    }

    /// Someone or something that can be given steps of a plan.
    struct Agent: Document {
        public let json: Json

        public init(json: Json) throws {
            self.json = try json.object()
        }

        /// A new one; what is left out has its default.
        public init(name: String, kind: Documents.AgentKind, can: [Documents.Skill], cost: Double, maySee: [Documents.DataSensitivity], needs: [String]? = nil) {
            json = Json.written([("name", name), ("kind", kind), ("can", can), ("cost", cost), ("may_see", maySee), ("needs", needs)])
        }

        /// Its name, for example `support assistant`.
        public var name: String {
            get throws { try json.member("name").text() }
        }

        /// What kind of agent.
        public var kind: Documents.AgentKind {
            get throws { try json.member("kind").choice(Documents.AgentKind.self) }
        }

        /// What it can do.
        public var can: [Documents.Skill] {
            get throws { try json.member("can").list { try $0.choice(Documents.Skill.self) } }
        }

        /// What it needs, in plain words, for example `access to the mailbox`.
        public var needs: [String] {
            get throws { try json.member("needs").list { try $0.text() } }
        }

        /// What one execution costs, in the currency of the plan.
        public var cost: Double {
            get throws { try json.member("cost").number() }
        }

        /// Which data it may see; data of other kinds never reach it.
        public var maySee: [Documents.DataSensitivity] {
            get throws { try json.member("may_see").list { try $0.choice(Documents.DataSensitivity.self) } }
        }
    }

    /// Who or what really does a step.
    struct AgentChoice: Document {
        public let json: Json

        public init(json: Json) throws {
            self.json = try json.object()
        }

        /// A new one; what is left out has its default.
        public init(kind: Documents.AgentKind, name: String, origin: Documents.Origin) {
            json = Json.written([("kind", kind), ("name", name), ("origin", origin)])
        }

        /// What kind of agent.
        public var kind: Documents.AgentKind {
            get throws { try json.member("kind").choice(Documents.AgentKind.self) }
        }

        /// Its name, for example `customer` or `payment provider`.
        public var name: String {
            get throws { try json.member("name").text() }
        }

        /// Why it was chosen.
        public var origin: Documents.Origin {
            get throws { try Documents.Origin(json: json.member("origin")) }
        }
    }

    /// The kinds of agents.
    enum AgentKind: String, Sendable, CaseIterable, Choice {
        case person = "person"
        case aiAgent = "ai_agent"
        case service = "service"
        case timer = "timer"
    }

    /// AI agents that steps can be given to.
    struct AgentList: Document {
        public let json: Json

        public init(json: Json) throws {
            self.json = try json.object()
        }

        /// A new one; what is left out has its default.
        public init(agents: [Documents.Agent]) {
            json = Json.written([("agents", agents)])
        }

        /// The host's first.
        public var agents: [Documents.Agent] {
            get throws { try json.member("agents").list { try Documents.Agent(json: $0) } }
        }
    }

    /// What the primary metric must show.
    enum Aim: String, Sendable, CaseIterable, Choice {
        case superiority = "superiority"
        case nonInferiority = "non_inferiority"
    }

    /// A test whose arms get shares that follow what was seen.
    struct AllocateRequest: Document {
        public let json: Json

        public init(json: Json) throws {
            self.json = try json.object()
        }

        /// A new one; what is left out has its default.
        public init(experiment: Documents.LiveExperiment, table: String, plan: Documents.AllocationPlan? = nil) {
            json = Json.written([("experiment", experiment), ("table", table), ("plan", plan)])
        }

        /// The statement.
        public var experiment: Documents.LiveExperiment {
            get throws { try Documents.LiveExperiment(json: json.member("experiment")) }
        }

        /// How the next shares are found.
        public var plan: Documents.AllocationPlan? {
            get throws { try json.member("plan").optional { try Documents.AllocationPlan(json: $0) } }
        }

        /// A table in CSV with one row for each unit, in the order in which they were assigned.
        public var table: String {
            get throws { try json.member("table").text() }
        }
    }

    /// One arm.
    struct AllocatedArm: Document {
        public let json: Json

        public init(json: Json) throws {
            self.json = try json.object()
        }

        /// A new one; what is left out has its default.
        public init(arm: String, units: Int, chanceBest: Double, share: Double, mean: Double? = nil) {
            json = Json.written([("arm", arm), ("units", units), ("chance_best", chanceBest), ("share", share), ("mean", mean)])
        }

        /// As it stands in the data.
        public var arm: String {
            get throws { try json.member("arm").text() }
        }

        /// Its units so far.
        public var units: Int {
            get throws { try json.member("units").integer() }
        }

        /// Their plain mean; absent where there are none. Adaptive shares bias it, so compare by `differences`.
        public var mean: Double? {
            get throws { try json.member("mean").optional { try $0.number() } }
        }

        /// Probability that it is the best one.
        public var chanceBest: Double {
            get throws { try json.member("chance_best").number() }
        }

        /// Its next share.
        public var share: Double {
            get throws { try json.member("share").number() }
        }
    }

    /// An arm against the control; the range holds at every look.
    struct AllocatedDifference: Document {
        public let json: Json

        public init(json: Json) throws {
            self.json = try json.object()
        }

        /// A new one; what is left out has its default.
        public init(arm: String, estimate: Double, sentence: String, low: Double? = nil, high: Double? = nil) {
            json = Json.written([("arm", arm), ("estimate", estimate), ("sentence", sentence), ("low", low), ("high", high)])
        }

        /// The arm.
        public var arm: String {
            get throws { try json.member("arm").text() }
        }

        /// Its mean minus that of the control, each unit weighed by its share.
        public var estimate: Double {
            get throws { try json.member("estimate").number() }
        }

        /// Lower end of the range; absent where it is too early.
        public var low: Double? {
            get throws { try json.member("low").optional { try $0.number() } }
        }

        /// Upper end of the range; absent where it is too early.
        public var high: Double? {
            get throws { try json.member("high").optional { try $0.number() } }
        }

        /// In plain words.
        public var sentence: String {
            get throws { try json.member("sentence").text() }
        }
    }

    /// The next shares, and what is known of the arms so far.
    struct Allocation: Document {
        public let json: Json

        public init(json: Json) throws {
            self.json = try json.object()
        }

        /// A new one; what is left out has its default.
        public init(schemaVersion: Int, plan: Documents.AllocationPlan, definitionHash: String, dataHash: String, engineVersion: String, isSimulated: Bool, arms: [Documents.AllocatedArm], differences: [Documents.AllocatedDifference], sentence: String, checks: [Documents.TrustCheck], next: Documents.LiveExperiment) {
            json = Json.written([("schema_version", schemaVersion), ("plan", plan), ("definition_hash", definitionHash), ("data_hash", dataHash), ("engine_version", engineVersion), ("is_simulated", isSimulated), ("arms", arms), ("differences", differences), ("sentence", sentence), ("checks", checks), ("next", next)])
        }

        /// Version of this document's shape.
        public var schemaVersion: Int {
            get throws { try json.member("schema_version").integer() }
        }

        /// How the shares were found.
        public var plan: Documents.AllocationPlan {
            get throws { try Documents.AllocationPlan(json: json.member("plan")) }
        }

        /// Hash of the statement and the plan.
        public var definitionHash: String {
            get throws { try json.member("definition_hash").text() }
        }

        /// Hash of the data as they were read.
        public var dataHash: String {
            get throws { try json.member("data_hash").text() }
        }

        /// Version of the engine.
        public var engineVersion: String {
            get throws { try json.member("engine_version").text() }
        }

        /// Always false: this is evidence from real people.
        public var isSimulated: Bool {
            get throws { try json.member("is_simulated").truth() }
        }

        /// The arms in their order.
        public var arms: [Documents.AllocatedArm] {
            get throws { try json.member("arms").list { try Documents.AllocatedArm(json: $0) } }
        }

        /// Every other arm against the control.
        public var differences: [Documents.AllocatedDifference] {
            get throws { try json.member("differences").list { try Documents.AllocatedDifference(json: $0) } }
        }

        /// What to do next, in plain words.
        public var sentence: String {
            get throws { try json.member("sentence").text() }
        }

        /// What to know of the data.
        public var checks: [Documents.TrustCheck] {
            get throws { try json.member("checks").list { try Documents.TrustCheck(json: $0) } }
        }

        /// The statement with the next shares, for `assign`.
        public var next: Documents.LiveExperiment {
            get throws { try Documents.LiveExperiment(json: json.member("next")) }
        }
    }

    /// How the next shares are found.
    struct AllocationPlan: Document {
        public let json: Json

        public init(json: Json) throws {
            self.json = try json.object()
        }

        /// A new one; what is left out has its default.
        public init(rule: Documents.AllocationRule? = nil, leastShare: Double? = nil, shareColumn: String? = nil, tunedUnits: Double? = nil) {
            json = Json.written([("rule", rule), ("least_share", leastShare), ("share_column", shareColumn), ("tuned_units", tunedUnits)])
        }

        /// How shares follow what was seen.
        public var rule: Documents.AllocationRule? {
            get throws { try json.member("rule").optional { try $0.choice(Documents.AllocationRule.self) } }
        }

        /// What each arm keeps whatever is seen, of all units: at least 0.05, since a unit counts as many times as one over
        /// its share. Units with a smaller share than this are refused.
        public var leastShare: Double? {
            get throws { try json.member("least_share").optional { try $0.number() } }
        }

        /// The column with the share that the unit's arm had when the unit was assigned.
        public var shareColumn: String? {
            get throws { try json.member("share_column").optional { try $0.text() } }
        }

        /// At how many units the ranges are sharpest.
        public var tunedUnits: Double? {
            get throws { try json.member("tuned_units").optional { try $0.number() } }
        }
    }

    /// How shares follow what was seen.
    enum AllocationRule: String, Sendable, CaseIterable, Choice {
        case thompson = "thompson"
        case topTwo = "top_two"
    }

    /// Which departure from the null value counts as evidence.
    enum Alternative: String, Sendable, CaseIterable, Choice {
        case twoSided = "two_sided"
        case greater = "greater"
        case less = "less"
    }

    /// Data of a test that are to be judged.
    struct AnalyzeRequest: Document {
        public let json: Json

        public init(json: Json) throws {
            self.json = try json.object()
        }

        /// A new one; what is left out has its default.
        public init(experiment: Documents.LiveExperiment, table: String, outcomes: String? = nil) {
            json = Json.written([("experiment", experiment), ("table", table), ("outcomes", outcomes)])
        }

        /// The statement.
        public var experiment: Documents.LiveExperiment {
            get throws { try Documents.LiveExperiment(json: json.member("experiment")) }
        }

        /// A table in CSV with one row for each unit; with `outcomes`, the log of exposures.
        public var table: String {
            get throws { try json.member("table").text() }
        }

        /// A log of outcomes in CSV; outcomes are added up over the window of each unit.
        public var outcomes: String? {
            get throws { try json.member("outcomes").optional { try $0.text() } }
        }
    }

    /// The data, judged.
    struct Analyzed: Document {
        public let json: Json

        public init(json: Json) throws {
            self.json = try json.object()
        }

        /// A new one; what is left out has its default.
        public init(verdict: Documents.LiveVerdict) {
            json = Json.written([("verdict", verdict)])
        }

        /// The verdict, with trust checks and plain sentences.
        public var verdict: Documents.LiveVerdict {
            get throws { try Documents.LiveVerdict(json: json.member("verdict")) }
        }
    }

    /// An answer to a question.
    struct Answer: Document {
        public let json: Json

        public init(json: Json) throws {
            self.json = try json.object()
        }

        /// A new one; what is left out has its default.
        public init(question: String, answer: String, code: String? = nil) {
            json = Json.written([("question", question), ("answer", answer), ("code", code)])
        }

        /// The question.
        public var question: String {
            get throws { try json.member("question").text() }
        }

        /// The stable code of the question, so that the answer survives renumbering.
        public var code: String? {
            get throws { try json.member("code").optional { try $0.text() } }
        }

        /// The letter of an option, or own words where the question accepts them.
        public var answer: String {
            get throws { try json.member("answer").text() }
        }
    }

    /// How often a status was answered.
    struct AnswerCount: Document {
        public let json: Json

        public init(json: Json) throws {
            self.json = try json.object()
        }

        /// A new one; what is left out has its default.
        public init(status: Int, times: Int) {
            json = Json.written([("status", status), ("times", times)])
        }

        /// The HTTP status; 0 where no answer came in time.
        public var status: Int {
            get throws { try json.member("status").integer() }
        }

        /// How often.
        public var times: Int {
            get throws { try json.member("times").integer() }
        }
    }

    /// Answers to questions about a goal.
    struct AnswerRequest: Document {
        public let json: Json

        public init(json: Json) throws {
            self.json = try json.object()
        }

        /// A new one; what is left out has its default.
        public init(project: String, answers: [Documents.Answer]) {
            json = Json.written([("project", project), ("answers", answers)])
        }

        /// The project.
        public var project: String {
            get throws { try json.member("project").text() }
        }

        /// The answers.
        public var answers: [Documents.Answer] {
            get throws { try json.member("answers").list { try Documents.Answer(json: $0) } }
        }
    }

    /// The user answered.
    struct AnsweredOrigin: Document {
        public let json: Json

        public init(json: Json) throws {
            self.json = try json.object()
        }

        /// A new one; what is left out has its default.
        public init(question: String, answer: String) {
            json = Json.written([("question", question), ("answer", answer)])
        }

        /// The question.
        public var question: String {
            get throws { try json.member("question").text() }
        }

        /// The answer as the user gave it.
        public var answer: String {
            get throws { try json.member("answer").text() }
        }
    }

    /// An approval.
    struct ApprovalBefore: Document {
        public let json: Json

        public init(json: Json) throws {
            self.json = try json.object()
        }

        /// A new one; what is left out has its default.
        public init(node: String, actor: String) {
            json = Json.written([("node", node), ("actor", actor)])
        }

        /// Before this node.
        public var node: String {
            get throws { try json.member("node").text() }
        }

        /// Who approves.
        public var actor: String {
            get throws { try json.member("actor").text() }
        }
    }

    /// An archetype and why it was used.
    struct ArchetypeUse: Document {
        public let json: Json

        public init(json: Json) throws {
            self.json = try json.object()
        }

        /// A new one; what is left out has its default.
        public init(name: String, origin: Documents.Origin) {
            json = Json.written([("name", name), ("origin", origin)])
        }

        /// Its name, for example `checkout`.
        public var name: String {
            get throws { try json.member("name").text() }
        }

        /// Why.
        public var origin: Documents.Origin {
            get throws { try Documents.Origin(json: json.member("origin")) }
        }
    }

    /// How several treatments share the level of the metric that decides, so that the ranges of all of them hold together.
    ///
    /// Procedures in steps (Holm) are not among them: the decision rests on a range with two ends, and none is known that
    /// agrees with their steps.
    enum ArmAdjustment: String, Sendable, CaseIterable, Choice {
        case dunnett = "dunnett"
        case bonferroni = "bonferroni"
    }

    /// When cases arrive, other than one interval after the other.
    enum ArrivalPattern: Document {
        case weekly(Documents.WeeklyArrivals)
        case given(Documents.GivenArrivals)
        case closed(Documents.ClosedPopulation)
        /// A form of a later version.
        case unrecognized(Json)

        public init(json: Json) throws {
            switch try json.member("type").text() {
            case "weekly": self = .weekly(try Documents.WeeklyArrivals(json: json))
            case "given": self = .given(try Documents.GivenArrivals(json: json))
            case "closed": self = .closed(try Documents.ClosedPopulation(json: json))
            default: self = .unrecognized(json)
            }
        }

        public var json: Json {
            switch self {
            case .weekly(let value): return value.json.tagged("weekly")
            case .given(let value): return value.json.tagged("given")
            case .closed(let value): return value.json.tagged("closed")
            case .unrecognized(let json): return json
            }
        }
    }

    /// When cases arrive.
    struct Arrivals: Document {
        public let json: Json

        public init(json: Json) throws {
            self.json = try json.object()
        }

        /// A new one; what is left out has its default.
        public init(interval: Documents.Distribution, origin: Documents.Origin, pattern: Documents.ArrivalPattern? = nil, calendar: Documents.Calendar? = nil, movesToOpening: Bool? = nil, startsAtOnce: Bool? = nil, startMinute: Int? = nil) {
            json = Json.written([("interval", interval), ("origin", origin), ("pattern", pattern), ("calendar", calendar), ("moves_to_opening", movesToOpening), ("starts_at_once", startsAtOnce), ("start_minute", startMinute)])
        }

        /// Milliseconds between two arrivals. Not used where there is a `pattern`.
        public var interval: Documents.Distribution {
            get throws { try Documents.Distribution(json: json.member("interval")) }
        }

        /// When cases arrive, where that is not one interval after the other.
        public var pattern: Documents.ArrivalPattern? {
            get throws { try json.member("pattern").optional { try Documents.ArrivalPattern(json: $0) } }
        }

        /// Arrivals happen only in these hours; always where absent.
        public var calendar: Documents.Calendar? {
            get throws { try json.member("calendar").optional { try Documents.Calendar(json: $0) } }
        }

        /// Whether an arrival outside of the hours moves to the next opening. Otherwise the time between arrivals stands
        /// still while it is closed.
        public var movesToOpening: Bool? {
            get throws { try json.member("moves_to_opening").optional { try $0.truth() } }
        }

        /// Whether the first case comes at the beginning, or at the first opening, and not after a first interval.
        public var startsAtOnce: Bool? {
            get throws { try json.member("starts_at_once").optional { try $0.truth() } }
        }

        /// Local time at which the run begins: minutes after Monday 00:00 of the first week.
        public var startMinute: Int? {
            get throws { try json.member("start_minute").optional { try $0.integer() } }
        }

        /// Where it comes from.
        public var origin: Documents.Origin {
            get throws { try Documents.Origin(json: json.member("origin")) }
        }
    }

    /// Units that are to get their arm.
    struct AssignRequest: Document {
        public let json: Json

        public init(json: Json) throws {
            self.json = try json.object()
        }

        /// A new one; what is left out has its default.
        public init(experiment: Documents.LiveExperiment, units: [String]) {
            json = Json.written([("experiment", experiment), ("units", units)])
        }

        /// The statement.
        public var experiment: Documents.LiveExperiment {
            get throws { try Documents.LiveExperiment(json: json.member("experiment")) }
        }

        /// The units.
        public var units: [String] {
            get throws { try json.member("units").list { try $0.text() } }
        }
    }

    /// Someone else does a step.
    struct AssignStep: Document {
        public let json: Json

        public init(json: Json) throws {
            self.json = try json.object()
        }

        /// A new one; what is left out has its default.
        public init(node: String, actor: String, agent: Documents.Agent? = nil) {
            json = Json.written([("node", node), ("actor", actor), ("agent", agent)])
        }

        /// The step.
        public var node: String {
            get throws { try json.member("node").text() }
        }

        /// Who, in the user's words; added to the plan's actors where it is not among them.
        public var actor: String {
            get throws { try json.member("actor").text() }
        }

        /// The agent of the host's catalogue that does it, where an AI is meant; else a built-in one is looked for, and
        /// where none fits a person does it.
        public var agent: Documents.Agent? {
            get throws { try json.member("agent").optional { try Documents.Agent(json: $0) } }
        }
    }

    /// Units with their arms.
    struct Assigned: Document {
        public let json: Json

        public init(json: Json) throws {
            self.json = try json.object()
        }

        /// A new one; what is left out has its default.
        public init(units: [Documents.AssignedUnit]) {
            json = Json.written([("units", units)])
        }

        /// In the order of the units.
        public var units: [Documents.AssignedUnit] {
            get throws { try json.member("units").list { try Documents.AssignedUnit(json: $0) } }
        }
    }

    /// A unit with its arm.
    struct AssignedUnit: Document {
        public let json: Json

        public init(json: Json) throws {
            self.json = try json.object()
        }

        /// A new one; what is left out has its default.
        public init(unit: String, arm: String? = nil) {
            json = Json.written([("unit", unit), ("arm", arm)])
        }

        /// The unit.
        public var unit: String {
            get throws { try json.member("unit").text() }
        }

        /// Its arm; absent where the unit is not part of the test.
        public var arm: String? {
            get throws { try json.member("arm").optional { try $0.text() } }
        }
    }

    /// A default.
    struct AssumedOrigin: Document {
        public let json: Json

        public init(json: Json) throws {
            self.json = try json.object()
        }

        /// A new one; what is left out has its default.
        public init(reason: String, source: String? = nil) {
            json = Json.written([("reason", reason), ("source", source)])
        }

        /// Why this default, in one plain sentence.
        public var reason: String {
            get throws { try json.member("reason").text() }
        }

        /// Where the default comes from, if it was published.
        public var source: String? {
            get throws { try json.member("source").optional { try $0.text() } }
        }
    }

    /// A number that the simulation uses.
    struct Assumption: Document {
        public let json: Json

        public init(json: Json) throws {
            self.json = try json.object()
        }

        /// A new one; what is left out has its default.
        public init(id: String, statement: String, value: Documents.Distribution, unit: Documents.Unit, low: Double, high: Double, origin: Documents.Origin) {
            json = Json.written([("id", id), ("statement", statement), ("value", value), ("unit", unit), ("low", low), ("high", high), ("origin", origin)])
        }

        /// Names the assumption.
        public var id: String {
            get throws { try json.member("id").text() }
        }

        /// What is taken for granted, in one plain sentence without the number.
        public var statement: String {
            get throws { try json.member("statement").text() }
        }

        /// The value, in the unit below. Probabilities are `fixed`.
        public var value: Documents.Distribution {
            get throws { try Documents.Distribution(json: json.member("value")) }
        }

        /// The unit: a share for probabilities, milliseconds for times, money for costs.
        public var unit: Documents.Unit {
            get throws { try Documents.Unit(json: json.member("unit")) }
        }

        /// The lowest mean that is thinkable, for sensitivity.
        public var low: Double {
            get throws { try json.member("low").number() }
        }

        /// The highest mean that is thinkable, for sensitivity.
        public var high: Double {
            get throws { try json.member("high").number() }
        }

        /// Where it comes from.
        public var origin: Documents.Origin {
            get throws { try Documents.Origin(json: json.member("origin")) }
        }
    }

    /// What a metric becomes when one assumption alone is at its lowest and highest thinkable value.
    struct AssumptionEffect: Document {
        public let json: Json

        public init(json: Json) throws {
            self.json = try json.object()
        }

        /// A new one; what is left out has its default.
        public init(assumption: String, atLow: Double, atHigh: Double, swing: Double) {
            json = Json.written([("assumption", assumption), ("at_low", atLow), ("at_high", atHigh), ("swing", swing)])
        }

        /// The assumption.
        public var assumption: String {
            get throws { try json.member("assumption").text() }
        }

        /// The metric at the low end.
        public var atLow: Double {
            get throws { try json.member("at_low").number() }
        }

        /// The metric at the high end.
        public var atHigh: Double {
            get throws { try json.member("at_high").number() }
        }

        /// The difference of both, without sign.
        public var swing: Double {
            get throws { try json.member("swing").number() }
        }
    }

    /// A new value for an assumption: its mean; shape and spread stay in proportion.
    struct AssumptionValue: Document {
        public let json: Json

        public init(json: Json) throws {
            self.json = try json.object()
        }

        /// A new one; what is left out has its default.
        public init(assumption: String, mean: Double) {
            json = Json.written([("assumption", assumption), ("mean", mean)])
        }

        /// The assumption.
        public var assumption: String {
            get throws { try json.member("assumption").text() }
        }

        /// The new mean, in its unit.
        public var mean: Double {
            get throws { try json.member("mean").number() }
        }
    }

    /// Leaving at the sight of a queue; it is a failure of the kind `gives_up`.
    struct Balking: Document {
        public let json: Json

        public init(json: Json) throws {
            self.json = try json.object()
        }

        /// A new one; what is left out has its default.
        public init(from: Int, probability: String) {
            json = Json.written([("from", from), ("probability", probability)])
        }

        /// Where so many wait, or more.
        public var from: Int {
            get throws { try json.member("from").integer() }
        }

        /// How likely somebody leaves then, as an assumption; 1 for everybody.
        public var probability: String {
            get throws { try json.member("probability").text() }
        }
    }

    /// Leaving at the sight of a queue.
    struct BalkingRule: Document {
        public let json: Json

        public init(json: Json) throws {
            self.json = try json.object()
        }

        /// A new one; what is left out has its default.
        public init(from: Int, share: Double) {
            json = Json.written([("from", from), ("share", share)])
        }

        /// Where so many wait, or more.
        public var from: Int {
            get throws { try json.member("from").integer() }
        }

        /// Which share leaves then.
        public var share: Double {
            get throws { try json.member("share").number() }
        }
    }

    /// How long work takes in a batch of a size.
    struct BatchPace: Document {
        public let json: Json

        public init(json: Json) throws {
            self.json = try json.object()
        }

        /// A new one; what is left out has its default.
        public init(from: Int, percent: Double) {
            json = Json.written([("from", from), ("percent", percent)])
        }

        /// In batches of so many cases or more.
        public var from: Int {
            get throws { try json.member("from").integer() }
        }

        /// The working time in percent of the usual one; 80 is a fifth less.
        public var percent: Double {
            get throws { try json.member("percent").number() }
        }
    }

    /// Cases are gathered and done in one go, by whoever does the step. Where nobody else can come any more, the last batch
    /// begins with those who are there.
    struct BatchRule: Document {
        public let json: Json

        public init(json: Json) throws {
            self.json = try json.object()
        }

        /// A new one; what is left out has its default.
        public init(together: Bool, size: Int? = nil, windowMs: Int? = nil, pace: [Documents.BatchPace]? = nil) {
            json = Json.written([("together", together), ("size", size), ("window_ms", windowMs), ("pace", pace)])
        }

        /// It begins as soon as so many are gathered.
        public var size: Int? {
            get throws { try json.member("size").optional { try $0.integer() } }
        }

        /// It begins when the first has waited so long, in milliseconds, with as many as there are then.
        public var windowMs: Int? {
            get throws { try json.member("window_ms").optional { try $0.integer() } }
        }

        /// Whether one piece of work does all of them at once; if not, the same hands do one after the other.
        public var together: Bool {
            get throws { try json.member("together").truth() }
        }

        /// How the working time changes with the size of the batch; as it is where nothing is said.
        public var pace: [Documents.BatchPace] {
            get throws { try json.member("pace").list { try Documents.BatchPace(json: $0) } }
        }
    }

    /// Two ends.
    struct BeliefInterval: Document {
        public let json: Json

        public init(json: Json) throws {
            self.json = try json.object()
        }

        /// A new one; what is left out has its default.
        public init(low: Double, high: Double) {
            json = Json.written([("low", low), ("high", high)])
        }

        /// Lower end.
        public var low: Double {
            get throws { try json.member("low").number() }
        }

        /// Upper end.
        public var high: Double {
            get throws { try json.member("high").number() }
        }
    }

    /// A beta distribution on an interval.
    struct BetaRange: Document {
        public let json: Json

        public init(json: Json) throws {
            self.json = try json.object()
        }

        /// A new one; what is left out has its default.
        public init(alpha: Double, beta: Double, low: Double, high: Double) {
            json = Json.written([("alpha", alpha), ("beta", beta), ("low", low), ("high", high)])
        }

        /// First shape.
        public var alpha: Double {
            get throws { try json.member("alpha").number() }
        }

        /// Second shape.
        public var beta: Double {
            get throws { try json.member("beta").number() }
        }

        /// Lower bound.
        public var low: Double {
            get throws { try json.member("low").number() }
        }

        /// Upper bound.
        public var high: Double {
            get throws { try json.member("high").number() }
        }
    }

    /// A decision, a parallel part or a loop in the stated steps.
    struct Block: Document {
        public let json: Json

        public init(json: Json) throws {
            self.json = try json.object()
        }

        /// A new one; what is left out has its default.
        public init(id: String, kind: Documents.BlockKind, origin: Documents.Origin) {
            json = Json.written([("id", id), ("kind", kind), ("origin", origin)])
        }

        /// Names the block within the intent.
        public var id: String {
            get throws { try json.member("id").text() }
        }

        /// What kind of block.
        public var kind: Documents.BlockKind {
            get throws { try Documents.BlockKind(json: json.member("kind")) }
        }

        /// Where it comes from.
        public var origin: Documents.Origin {
            get throws { try Documents.Origin(json: json.member("origin")) }
        }
    }

    /// The kinds of blocks.
    enum BlockKind: Document {
        case decision(Documents.DecisionBlock)
        case parallel(Documents.ParallelBlock)
        case `repeat`(Documents.RepeatBlock)
        /// A form of a later version.
        case unrecognized(Json)

        public init(json: Json) throws {
            switch try json.member("type").text() {
            case "decision": self = .decision(try Documents.DecisionBlock(json: json))
            case "parallel": self = .parallel(try Documents.ParallelBlock(json: json))
            case "repeat": self = .`repeat`(try Documents.RepeatBlock(json: json))
            default: self = .unrecognized(json)
            }
        }

        public var json: Json {
            switch self {
            case .decision(let value): return value.json.tagged("decision")
            case .parallel(let value): return value.json.tagged("parallel")
            case .`repeat`(let value): return value.json.tagged("repeat")
            case .unrecognized(let json): return json
            }
        }
    }

    /// A comparison with an amount.
    struct Bound: Document {
        public let json: Json

        public init(json: Json) throws {
            self.json = try json.object()
        }

        /// A new one; what is left out has its default.
        public init(comparator: Documents.Comparator, quantity: Documents.Quantity) {
            json = Json.written([("comparator", comparator), ("quantity", quantity)])
        }

        /// How the amount limits.
        public var comparator: Documents.Comparator {
            get throws { try json.member("comparator").choice(Documents.Comparator.self) }
        }

        /// The amount.
        public var quantity: Documents.Quantity {
            get throws { try Documents.Quantity(json: json.member("quantity")) }
        }
    }

    /// A condition of a branch.
    struct BranchCondition: Document {
        public let json: Json

        public init(json: Json) throws {
            self.json = try json.object()
        }

        /// A new one; what is left out has its default.
        public init(flow: String, condition: String) {
            json = Json.written([("flow", flow), ("condition", condition)])
        }

        /// The branch.
        public var flow: String {
            get throws { try json.member("flow").text() }
        }

        /// The condition in English.
        public var condition: String {
            get throws { try json.member("condition").text() }
        }
    }

    /// A branch.
    struct BranchTarget: Document {
        public let json: Json

        public init(json: Json) throws {
            self.json = try json.object()
        }

        /// A new one; what is left out has its default.
        public init(flow: String) {
            json = Json.written([("flow", flow)])
        }

        /// The flow that leaves the gateway.
        public var flow: String {
            get throws { try json.member("flow").text() }
        }
    }

    /// How often each one of a resource breaks down, each for itself. Time counts whether it works or not; what it was at
    /// goes back to the queue, in front of those who came later, and whoever is free goes on with it.
    struct Breakdown: Document {
        public let json: Json

        public init(json: Json) throws {
            self.json = try json.object()
        }

        /// A new one; what is left out has its default.
        public init(between: String, repair: String, restarts: Bool? = nil) {
            json = Json.written([("between", between), ("repair", repair), ("restarts", restarts)])
        }

        /// The time from the end of a repair to the next breakdown, as an assumption in milliseconds.
        public var between: String {
            get throws { try json.member("between").text() }
        }

        /// How long a repair takes, as an assumption in milliseconds.
        public var repair: String {
            get throws { try json.member("repair").text() }
        }

        /// Whether the work that was under way begins anew instead of going on from where it was.
        public var restarts: Bool? {
            get throws { try json.member("restarts").optional { try $0.truth() } }
        }
    }

    /// Breaking down and being repaired.
    struct BreakdownRule: Document {
        public let json: Json

        public init(json: Json) throws {
            self.json = try json.object()
        }

        /// A new one; what is left out has its default.
        public init(betweenMs: Int, repairMs: Int) {
            json = Json.written([("between_ms", betweenMs), ("repair_ms", repairMs)])
        }

        /// The mean time between a repair and the next breakdown, in milliseconds.
        public var betweenMs: Int {
            get throws { try json.member("between_ms").integer() }
        }

        /// The mean time of a repair, in milliseconds.
        public var repairMs: Int {
            get throws { try json.member("repair_ms").integer() }
        }
    }

    /// When somebody works, in local time with a fixed distance from UTC.
    struct Calendar: Document {
        public let json: Json

        public init(json: Json) throws {
            self.json = try json.object()
        }

        /// A new one; what is left out has its default.
        public init(utcOffsetMinutes: Int, shifts: [Documents.Shift], holidays: [String]? = nil) {
            json = Json.written([("utc_offset_minutes", utcOffsetMinutes), ("shifts", shifts), ("holidays", holidays)])
        }

        /// Minutes ahead of UTC.
        public var utcOffsetMinutes: Int {
            get throws { try json.member("utc_offset_minutes").integer() }
        }

        /// The shifts of a week.
        public var shifts: [Documents.Shift] {
            get throws { try json.member("shifts").list { try Documents.Shift(json: $0) } }
        }

        /// Days off, as `2026-12-25`.
        public var holidays: [String] {
            get throws { try json.member("holidays").list { try $0.text() } }
        }
    }

    /// Data with which a test is to be tried out.
    struct CalibrateRequest: Document {
        public let json: Json

        public init(json: Json) throws {
            self.json = try json.object()
        }

        /// A new one; what is left out has its default.
        public init(experiment: Documents.LiveExperiment, table: String, splits: Int? = nil, seed: Int? = nil, sharedColumn: String? = nil) {
            json = Json.written([("experiment", experiment), ("table", table), ("splits", splits), ("seed", seed), ("shared_column", sharedColumn)])
        }

        /// The statement.
        public var experiment: Documents.LiveExperiment {
            get throws { try Documents.LiveExperiment(json: json.member("experiment")) }
        }

        /// A table in CSV with one row for each unit.
        public var table: String {
            get throws { try json.member("table").text() }
        }

        /// How many random splits; 1,000 where absent.
        public var splits: Int? {
            get throws { try json.member("splits").optional { try $0.integer() } }
        }

        /// Where the splits come from; 0 where absent.
        public var seed: Int? {
            get throws { try json.member("seed").optional { try $0.integer() } }
        }

        /// A column of what units of both arms share, to see whether the arms disturb each other through it.
        public var sharedColumn: String? {
            get throws { try json.member("shared_column").optional { try $0.text() } }
        }
    }

    /// One metric over all splits.
    struct CalibratedMetric: Document {
        public let json: Json

        public init(json: Json) throws {
            self.json = try json.object()
        }

        /// A new one; what is left out has its default.
        public init(metric: String, title: String, splits: Int, falseAlarms: Int, rate: Double, low: Double, high: Double, allowed: Double, isTooHigh: Bool, sentence: String) {
            json = Json.written([("metric", metric), ("title", title), ("splits", splits), ("false_alarms", falseAlarms), ("rate", rate), ("low", low), ("high", high), ("allowed", allowed), ("is_too_high", isTooHigh), ("sentence", sentence)])
        }

        /// The metric.
        public var metric: String {
            get throws { try json.member("metric").text() }
        }

        /// For people.
        public var title: String {
            get throws { try json.member("title").text() }
        }

        /// Splits that could be judged.
        public var splits: Int {
            get throws { try json.member("splits").integer() }
        }

        /// Splits that looked like a difference.
        public var falseAlarms: Int {
            get throws { try json.member("false_alarms").integer() }
        }

        /// The share of those.
        public var rate: Double {
            get throws { try json.member("rate").number() }
        }

        /// Lower end of the range of that share (Wilson, 99 %).
        public var low: Double {
            get throws { try json.member("low").number() }
        }

        /// Upper end of that range.
        public var high: Double {
            get throws { try json.member("high").number() }
        }

        /// What the rule allows: 0.05 where it asks for 95 %.
        public var allowed: Double {
            get throws { try json.member("allowed").number() }
        }

        /// Whether the rate is surely above what is allowed.
        public var isTooHigh: Bool {
            get throws { try json.member("is_too_high").truth() }
        }

        /// In plain words.
        public var sentence: String {
            get throws { try json.member("sentence").text() }
        }
    }

    /// How often a test would raise a false alarm.
    struct Calibration: Document {
        public let json: Json

        public init(json: Json) throws {
            self.json = try json.object()
        }

        /// A new one; what is left out has its default.
        public init(schemaVersion: Int, definitionHash: String, dataHash: String, engineVersion: String, seed: Int, splits: Int, units: Int, metrics: [Documents.CalibratedMetric], checks: [Documents.TrustCheck]) {
            json = Json.written([("schema_version", schemaVersion), ("definition_hash", definitionHash), ("data_hash", dataHash), ("engine_version", engineVersion), ("seed", seed), ("splits", splits), ("units", units), ("metrics", metrics), ("checks", checks)])
        }

        /// Version of this document's shape.
        public var schemaVersion: Int {
            get throws { try json.member("schema_version").integer() }
        }

        /// Hash of the statement.
        public var definitionHash: String {
            get throws { try json.member("definition_hash").text() }
        }

        /// Hash of the data as they were read.
        public var dataHash: String {
            get throws { try json.member("data_hash").text() }
        }

        /// Version of the engine.
        public var engineVersion: String {
            get throws { try json.member("engine_version").text() }
        }

        /// Where the random splits come from: the same seed gives the same splits everywhere.
        public var seed: Int {
            get throws { try json.member("seed").integer() }
        }

        /// How many random splits were made.
        public var splits: Int {
            get throws { try json.member("splits").integer() }
        }

        /// Units that were split.
        public var units: Int {
            get throws { try json.member("units").integer() }
        }

        /// Every metric of the statement.
        public var metrics: [Documents.CalibratedMetric] {
            get throws { try json.member("metrics").list { try Documents.CalibratedMetric(json: $0) } }
        }

        /// Whether arms disturb each other, where it was asked and can be told.
        public var checks: [Documents.TrustCheck] {
            get throws { try json.member("checks").list { try Documents.TrustCheck(json: $0) } }
        }
    }

    /// One case by its number.
    struct CaseNumber: Document {
        public let json: Json

        public init(json: Json) throws {
            self.json = try json.object()
        }

        /// A new one; what is left out has its default.
        public init(`case`: Int) {
            json = Json.written([("case", `case`)])
        }

        /// Counted from 0 over the whole run.
        public var `case`: Int {
            get throws { try json.member("case").integer() }
        }
    }

    /// One case of a run, from its arrival to its end. All of it is simulated.
    struct CaseStory: Document {
        public let json: Json

        public init(json: Json) throws {
            self.json = try json.object()
        }

        /// A new one; what is left out has its default.
        public init(schemaVersion: Int, plan: String, planVersion: String, seed: Int, `case`: Int, replication: Int, persona: String, arrivedMs: Int, cycleMs: Int, outcome: Documents.Outcome, summary: String, moments: [Documents.StoryMoment], bars: [Documents.StoryBar]) {
            json = Json.written([("schema_version", schemaVersion), ("plan", plan), ("plan_version", planVersion), ("seed", seed), ("case", `case`), ("replication", replication), ("persona", persona), ("arrived_ms", arrivedMs), ("cycle_ms", cycleMs), ("outcome", outcome), ("summary", summary), ("moments", moments), ("bars", bars)])
        }

        /// Version of this document's shape.
        public var schemaVersion: Int {
            get throws { try json.member("schema_version").integer() }
        }

        /// The plan.
        public var plan: String {
            get throws { try json.member("plan").text() }
        }

        /// The plan's version.
        public var planVersion: String {
            get throws { try json.member("plan_version").text() }
        }

        /// The root of all randomness.
        public var seed: Int {
            get throws { try json.member("seed").integer() }
        }

        /// The case, counted from 0 over the whole run.
        public var `case`: Int {
            get throws { try json.member("case").integer() }
        }

        /// The replication that it is part of, counted from 0.
        public var replication: Int {
            get throws { try json.member("replication").integer() }
        }

        /// Who it is.
        public var persona: String {
            get throws { try json.member("persona").text() }
        }

        /// When it arrived, in milliseconds after the begin of its replication.
        public var arrivedMs: Int {
            get throws { try json.member("arrived_ms").integer() }
        }

        /// From arrival to end, in milliseconds.
        public var cycleMs: Int {
            get throws { try json.member("cycle_ms").integer() }
        }

        /// How it ended.
        public var outcome: Documents.Outcome {
            get throws { try json.member("outcome").choice(Documents.Outcome.self) }
        }

        /// All in a few sentences.
        public var summary: String {
            get throws { try json.member("summary").text() }
        }

        /// What happened, in the order of time.
        public var moments: [Documents.StoryMoment] {
            get throws { try json.member("moments").list { try Documents.StoryMoment(json: $0) } }
        }

        /// The same as stretches of time, in the order of their begin.
        public var bars: [Documents.StoryBar] {
            get throws { try json.member("bars").list { try Documents.StoryBar(json: $0) } }
        }
    }

    /// A change of a metric.
    struct ChangeAmount: Document {
        public let json: Json

        public init(json: Json) throws {
            self.json = try json.object()
        }

        /// A new one; what is left out has its default.
        public init(relative: Bool, quantity: Documents.Quantity) {
            json = Json.written([("relative", relative), ("quantity", quantity)])
        }

        /// Relative to the baseline (`by 20 %`), or absolute (`by 5 points`).
        public var relative: Bool {
            get throws { try json.member("relative").truth() }
        }

        /// How much: a share where relative, else in the metric's unit. Always positive; the direction says which way.
        public var quantity: Documents.Quantity {
            get throws { try Documents.Quantity(json: json.member("quantity")) }
        }
    }

    /// A statement that is complete.
    struct CheckedExperiment: Document {
        public let json: Json

        public init(json: Json) throws {
            self.json = try json.object()
        }

        /// A new one; what is left out has its default.
        public init(experiment: Documents.LiveExperiment) {
            json = Json.written([("experiment", experiment)])
        }

        /// The statement, with its defaults.
        public var experiment: Documents.LiveExperiment {
            get throws { try Documents.LiveExperiment(json: json.member("experiment")) }
        }
    }

    /// Records to which about as many others refer.
    struct ChildGroup: Document {
        public let json: Json

        public init(json: Json) throws {
            self.json = try json.object()
        }

        /// A new one; what is left out has its default.
        public init(children: Double, share: Double) {
            json = Json.written([("children", children), ("share", share)])
        }

        /// How many refer to each, on average.
        public var children: Double {
            get throws { try json.member("children").number() }
        }

        /// The share of the records of the table that is referred to.
        public var share: Double {
            get throws { try json.member("share").number() }
        }
    }

    /// A closed list of values.
    struct ChoiceList: Document {
        public let json: Json

        public init(json: Json) throws {
            self.json = try json.object()
        }

        /// A new one; what is left out has its default.
        public init(options: [String]) {
            json = Json.written([("options", options)])
        }

        /// The values, in the order in which people see them.
        public var options: [String] {
            get throws { try json.member("options").list { try $0.text() } }
        }
    }

    /// A mock that is no longer needed.
    struct CloseMockRequest: Document {
        public let json: Json

        public init(json: Json) throws {
            self.json = try json.object()
        }

        /// A new one; what is left out has its default.
        public init(mock: Int) {
            json = Json.written([("mock", mock)])
        }

        /// The number of the mock.
        public var mock: Int {
            get throws { try json.member("mock").integer() }
        }
    }

    /// People each of whom comes again after a pause, when the own case has ended.
    struct ClosedPopulation: Document {
        public let json: Json

        public init(json: Json) throws {
            self.json = try json.object()
        }

        /// A new one; what is left out has its default.
        public init(size: Int, pause: Documents.Distribution) {
            json = Json.written([("size", size), ("pause", pause)])
        }

        /// How many they are in each replication: 1 to 100,000.
        public var size: Int {
            get throws { try json.member("size").integer() }
        }

        /// How long each of them pauses before the first case and between two, in milliseconds. In the hours of the arrivals
        /// where there are hours.
        public var pause: Documents.Distribution {
            get throws { try Documents.Distribution(json: json.member("pause")) }
        }
    }

    /// What becomes of work that is under way when the hours of a resource end.
    enum ClosingRule: String, Sendable, CaseIterable, Choice {
        case rests = "rests"
        case finishes = "finishes"
    }

    /// Rows that are nested in the units that are assigned.
    struct ClusterPower: Document {
        public let json: Json

        public init(json: Json) throws {
            self.json = try json.object()
        }

        /// A new one; what is left out has its default.
        public init(rowsEachUnit: Double, correlation: Double, sizeVariation: Double? = nil) {
            json = Json.written([("rows_each_unit", rowsEachUnit), ("correlation", correlation), ("size_variation", sizeVariation)])
        }

        /// Rows of a unit on average.
        public var rowsEachUnit: Double {
            get throws { try json.member("rows_each_unit").number() }
        }

        /// Correlation of two rows of one unit, from 0 to 1.
        public var correlation: Double {
            get throws { try json.member("correlation").number() }
        }

        /// Standard deviation of the rows of a unit over their average; 0 where all have as many.
        public var sizeVariation: Double? {
            get throws { try json.member("size_variation").optional { try $0.number() } }
        }
    }

    /// A column.
    struct ColumnMeasure: Document {
        public let json: Json

        public init(json: Json) throws {
            self.json = try json.object()
        }

        /// A new one; what is left out has its default.
        public init(column: String) {
            json = Json.written([("column", column)])
        }

        /// Its name.
        public var column: String {
            get throws { try json.member("column").text() }
        }
    }

    /// Two columns that hang together.
    struct ColumnPair: Document {
        public let json: Json

        public init(json: Json) throws {
            self.json = try json.object()
        }

        /// A new one; what is left out has its default.
        public init(first: String, second: String, correlation: Double) {
            json = Json.written([("first", first), ("second", second), ("correlation", correlation)])
        }

        /// One column.
        public var first: String {
            get throws { try json.member("first").text() }
        }

        /// The other one.
        public var second: String {
            get throws { try json.member("second").text() }
        }

        /// From -1 to 1. For categories without an order the sign means nothing.
        public var correlation: Double {
            get throws { try json.member("correlation").number() }
        }
    }

    /// What was kept of a column.
    struct ColumnReport: Document {
        public let json: Json

        public init(json: Json) throws {
            self.json = try json.object()
        }

        /// A new one; what is left out has its default.
        public init(column: String, keptAs: Documents.KeptAs, missing: Double, groups: Int, suppressedValues: Int, suppressedRecords: Int) {
            json = Json.written([("column", column), ("kept_as", keptAs), ("missing", missing), ("groups", groups), ("suppressed_values", suppressedValues), ("suppressed_records", suppressedRecords)])
        }

        /// The column.
        public var column: String {
            get throws { try json.member("column").text() }
        }

        /// As what it was kept.
        public var keptAs: Documents.KeptAs {
            get throws { try json.member("kept_as").choice(Documents.KeptAs.self) }
        }

        /// The share of records without a value.
        public var missing: Double {
            get throws { try json.member("missing").number() }
        }

        /// How many categories or bins were kept.
        public var groups: Int {
            get throws { try json.member("groups").integer() }
        }

        /// How many different values were suppressed because too few records have them.
        public var suppressedValues: Int {
            get throws { try json.member("suppressed_values").integer() }
        }

        /// How many records have those.
        public var suppressedRecords: Int {
            get throws { try json.member("suppressed_records").integer() }
        }
    }

    /// Whether parts are added or multiplied.
    enum Combination: String, Sendable, CaseIterable, Choice {
        case sum = "sum"
        case product = "product"
    }

    /// A plan that was made of two.
    struct Combined: Document {
        public let json: Json

        public init(json: Json) throws {
            self.json = try json.object()
        }

        /// A new one; what is left out has its default.
        public init(planned: Documents.Planned, operations: Documents.PlanPatch, changes: [String], conflicts: [Documents.Question], kept: Bool) {
            json = Json.written([("planned", planned), ("operations", operations), ("changes", changes), ("conflicts", conflicts), ("kept", kept)])
        }

        /// The plan, with what there is to say about it; where conflicts are open, with the present side of them.
        public var planned: Documents.Planned {
            get throws { try Documents.Planned(json: json.member("planned")) }
        }

        /// What leads from the plan as it stood to this one.
        public var operations: Documents.PlanPatch {
            get throws { try Documents.PlanPatch(json: json.member("operations")) }
        }

        /// The same in plain words, one sentence each.
        public var changes: [String] {
            get throws { try json.member("changes").list { try $0.text() } }
        }

        /// What both sides changed differently.
        public var conflicts: [Documents.Question] {
            get throws { try json.member("conflicts").list { try Documents.Question(json: $0) } }
        }

        /// Whether the plan was kept as the newest version.
        public var kept: Bool {
            get throws { try json.member("kept").truth() }
        }
    }

    /// A sum or a product of measures of the same units. Units for which a part cannot be had are left out of all parts.
    struct CombinedMeasure: Document {
        public let json: Json

        public init(json: Json) throws {
            self.json = try json.object()
        }

        /// A new one; what is left out has its default.
        public init(parts: [Documents.WeightedMeasure], how: Documents.Combination? = nil) {
            json = Json.written([("parts", parts), ("how", how)])
        }

        /// Whether parts are added or multiplied.
        public var how: Documents.Combination? {
            get throws { try json.member("how").optional { try $0.choice(Documents.Combination.self) } }
        }

        /// The parts, at least one; none of them is combined itself.
        public var parts: [Documents.WeightedMeasure] {
            get throws { try json.member("parts").list { try Documents.WeightedMeasure(json: $0) } }
        }
    }

    /// How an amount limits.
    enum Comparator: String, Sendable, CaseIterable, Choice {
        case below = "below"
        case atMost = "at_most"
        case exactly = "exactly"
        case atLeast = "at_least"
        case above = "above"
        case about = "about"
    }

    /// One metric of a variant against the control.
    struct Comparison: Document {
        public let json: Json

        public init(json: Json) throws {
            self.json = try json.object()
        }

        /// A new one; what is left out has its default.
        public init(metric: String, title: String, unit: Documents.Unit, role: Documents.MetricRole, direction: Documents.Direction, control: Double, variant: Double, difference: Double, low: Double, high: Double, pValue: Double, pairs: Int, reading: Documents.ComparisonReading) {
            json = Json.written([("metric", metric), ("title", title), ("unit", unit), ("role", role), ("direction", direction), ("control", control), ("variant", variant), ("difference", difference), ("low", low), ("high", high), ("p_value", pValue), ("pairs", pairs), ("reading", reading)])
        }

        /// The metric.
        public var metric: String {
            get throws { try json.member("metric").text() }
        }

        /// Its name for people.
        public var title: String {
            get throws { try json.member("title").text() }
        }

        /// Its unit.
        public var unit: Documents.Unit {
            get throws { try Documents.Unit(json: json.member("unit")) }
        }

        /// What it is for.
        public var role: Documents.MetricRole {
            get throws { try json.member("role").choice(Documents.MetricRole.self) }
        }

        /// Which way is better.
        public var direction: Documents.Direction {
            get throws { try json.member("direction").choice(Documents.Direction.self) }
        }

        /// Value of the control.
        public var control: Double {
            get throws { try json.member("control").number() }
        }

        /// Value of the variant.
        public var variant: Double {
            get throws { try json.member("variant").number() }
        }

        /// Variant minus control.
        public var difference: Double {
            get throws { try json.member("difference").number() }
        }

        /// Lower end of the interval of the difference.
        public var low: Double {
            get throws { try json.member("low").number() }
        }

        /// Upper end of the interval of the difference.
        public var high: Double {
            get throws { try json.member("high").number() }
        }

        /// Probability of a difference at least this far from 0 if there were none (two-sided).
        public var pValue: Double {
            get throws { try json.member("p_value").number() }
        }

        /// How many pairs of replications stand behind it.
        public var pairs: Int {
            get throws { try json.member("pairs").integer() }
        }

        /// What the metric says by itself.
        public var reading: Documents.ComparisonReading {
            get throws { try json.member("reading").choice(Documents.ComparisonReading.self) }
        }
    }

    /// What one metric says.
    enum ComparisonReading: String, Sendable, CaseIterable, Choice {
        case better = "better"
        case worse = "worse"
        case notWorse = "not_worse"
        case unclear = "unclear"
        case same = "same"
    }

    /// A stated weighted sum of columns.
    struct ComposedMeasure: Document {
        public let json: Json

        public init(json: Json) throws {
            self.json = try json.object()
        }

        /// A new one; what is left out has its default.
        public init(parts: [Documents.WeightedColumn]) {
            json = Json.written([("parts", parts)])
        }

        /// What is added up; a negative weight takes away.
        public var parts: [Documents.WeightedColumn] {
            get throws { try json.member("parts").list { try Documents.WeightedColumn(json: $0) } }
        }
    }

    /// A condition over the case's data.
    struct Condition: Document {
        public let json: Json

        public init(json: Json) throws {
            self.json = try json.object()
        }

        /// A new one; what is left out has its default.
        public init(expression: String, english: String) {
            json = Json.written([("expression", expression), ("english", english)])
        }

        /// In CEL, the Common Expression Language, for example `order.in_stock == true`.
        public var expression: String {
            get throws { try json.member("expression").text() }
        }

        /// The same in English, for example `the order is in stock`.
        public var english: String {
            get throws { try json.member("english").text() }
        }
    }

    /// A step under a condition.
    struct ConditionalNode: Document {
        public let json: Json

        public init(json: Json) throws {
            self.json = try json.object()
        }

        /// A new one; what is left out has its default.
        public init(node: String, condition: String, last: String? = nil, otherwise: String? = nil) {
            json = Json.written([("node", node), ("condition", condition), ("last", last), ("otherwise", otherwise)])
        }

        /// The first node of the conditional part.
        public var node: String {
            get throws { try json.member("node").text() }
        }

        /// The last node of the conditional part, where there are several.
        public var last: String? {
            get throws { try json.member("last").optional { try $0.text() } }
        }

        /// The condition in English.
        public var condition: String {
            get throws { try json.member("condition").text() }
        }

        /// What is done otherwise; nothing where absent.
        public var otherwise: String? {
            get throws { try json.member("otherwise").optional { try $0.text() } }
        }
    }

    /// Something that must, must not or may only be.
    struct Constraint: Document {
        public let json: Json

        public init(json: Json) throws {
            self.json = try json.object()
        }

        /// A new one; what is left out has its default.
        public init(id: String, modality: Documents.Modality, text: String, origin: Documents.Origin, bound: Documents.Bound? = nil) {
            json = Json.written([("id", id), ("modality", modality), ("text", text), ("origin", origin), ("bound", bound)])
        }

        /// Names the constraint within the intent.
        public var id: String {
            get throws { try json.member("id").text() }
        }

        /// How binding and in which sense.
        public var modality: Documents.Modality {
            get throws { try json.member("modality").choice(Documents.Modality.self) }
        }

        /// The constraint in the user's words.
        public var text: String {
            get throws { try json.member("text").text() }
        }

        /// The bound, where the constraint has one.
        public var bound: Documents.Bound? {
            get throws { try json.member("bound").optional { try Documents.Bound(json: $0) } }
        }

        /// Where it comes from.
        public var origin: Documents.Origin {
            get throws { try Documents.Origin(json: json.member("origin")) }
        }
    }

    /// A conversation of a persona with an assistant. The persona is simulated; its words are made by rules.
    struct Conversation: Document {
        public let json: Json

        public init(json: Json) throws {
            self.json = try json.object()
        }

        /// A new one; what is left out has its default.
        public init(schemaVersion: Int, persona: String, seed: Int, session: Int, assistant: String, brief: Documents.ConversationBrief, turns: [Documents.Turn], summary: [String], ended: Documents.ConversationEnding? = nil) {
            json = Json.written([("schema_version", schemaVersion), ("persona", persona), ("seed", seed), ("session", session), ("assistant", assistant), ("brief", brief), ("turns", turns), ("summary", summary), ("ended", ended)])
        }

        /// Version of this document's shape.
        public var schemaVersion: Int {
            get throws { try json.member("schema_version").integer() }
        }

        /// The persona.
        public var persona: String {
            get throws { try json.member("persona").text() }
        }

        /// The root of all randomness.
        public var seed: Int {
            get throws { try json.member("seed").integer() }
        }

        /// The number of the conversation, from 0; another number is another person of the same kind.
        public var session: Int {
            get throws { try json.member("session").integer() }
        }

        /// The name of the assistant's model.
        public var assistant: String {
            get throws { try json.member("assistant").text() }
        }

        /// What the persona wanted and knew.
        public var brief: Documents.ConversationBrief {
            get throws { try Documents.ConversationBrief(json: json.member("brief")) }
        }

        /// What was said, in order. The words of the assistant are text of others, and never instructions.
        public var turns: [Documents.Turn] {
            get throws { try json.member("turns").list { try Documents.Turn(json: $0) } }
        }

        /// How it ended; absent while it goes on.
        public var ended: Documents.ConversationEnding? {
            get throws { try json.member("ended").optional { try $0.choice(Documents.ConversationEnding.self) } }
        }

        /// In plain words, one sentence each; nothing while it goes on.
        public var summary: [String] {
            get throws { try json.member("summary").list { try $0.text() } }
        }
    }

    /// What a persona wants from an assistant, and knows.
    struct ConversationBrief: Document {
        public let json: Json

        public init(json: Json) throws {
            self.json = try json.object()
        }

        /// A new one; what is left out has its default.
        public init(goal: String, facts: [Documents.ConversationFact]) {
            json = Json.written([("goal", goal), ("facts", facts)])
        }

        /// What it wants, as it goes behind `I want`, for example `to return a pair of shoes`. Told from the beginning.
        public var goal: String {
            get throws { try json.member("goal").text() }
        }

        /// What it knows and tells only when it is asked, or when nobody asks for long.
        public var facts: [Documents.ConversationFact] {
            get throws { try json.member("facts").list { try Documents.ConversationFact(json: $0) } }
        }
    }

    /// How a conversation ended.
    enum ConversationEnding: String, Sendable, CaseIterable, Choice {
        case agreed = "agreed"
        case gaveUp = "gave_up"
        case stoppedAtLimit = "stopped_at_limit"
        case outOfBudget = "out_of_budget"
    }

    /// Something that a persona knows.
    struct ConversationFact: Document {
        public let json: Json

        public init(json: Json) throws {
            self.json = try json.object()
        }

        /// A new one; what is left out has its default.
        public init(name: String, value: String) {
            json = Json.written([("name", name), ("value", value)])
        }

        /// What it is, for example `order number`.
        public var name: String {
            get throws { try json.member("name").text() }
        }

        /// Its value.
        public var value: String {
            get throws { try json.member("value").text() }
        }
    }

    /// What the assistant has answered so far, from the first answer on. The persona says the same to the same answers.
    struct ConverseRequest: Document {
        public let json: Json

        public init(json: Json) throws {
            self.json = try json.object()
        }

        /// A new one; what is left out has its default.
        public init(brief: Documents.ConversationBrief, heard: [String]? = nil, persona: Documents.Persona? = nil, instructions: String? = nil, assistant: String? = nil, seed: Int? = nil, session: Int? = nil, mostTurns: Int? = nil) {
            json = Json.written([("brief", brief), ("heard", heard), ("persona", persona), ("instructions", instructions), ("assistant", assistant), ("seed", seed), ("session", session), ("most_turns", mostTurns)])
        }

        /// What the persona wants and knows. To agree, it wants each fact stated right, one a line as `name: value`.
        public var brief: Documents.ConversationBrief {
            get throws { try Documents.ConversationBrief(json: json.member("brief")) }
        }

        /// The answers of the assistant; none at the beginning.
        public var heard: [String] {
            get throws { try json.member("heard").list { try $0.text() } }
        }

        /// Who talks; the ordinary person of the defaults where absent.
        public var persona: Documents.Persona? {
            get throws { try json.member("persona").optional { try Documents.Persona(json: $0) } }
        }

        /// What the assistant is told to be; goes into the next request to its model.
        public var instructions: String? {
            get throws { try json.member("instructions").optional { try $0.text() } }
        }

        /// The name of the assistant, for the record; `assistant` where absent.
        public var assistant: String? {
            get throws { try json.member("assistant").optional { try $0.text() } }
        }

        /// The root of all randomness; 1 where absent.
        public var seed: Int? {
            get throws { try json.member("seed").optional { try $0.integer() } }
        }

        /// The number of the conversation; another one is another person of the same kind. 0 where absent.
        public var session: Int? {
            get throws { try json.member("session").optional { try $0.integer() } }
        }

        /// Most answers of the assistant; 30 where absent.
        public var mostTurns: Int? {
            get throws { try json.member("most_turns").optional { try $0.integer() } }
        }
    }

    /// A conversation as it stands.
    struct Conversed: Document {
        public let json: Json

        public init(json: Json) throws {
            self.json = try json.object()
        }

        /// A new one; what is left out has its default.
        public init(conversation: Documents.Conversation, next: Documents.ModelRequest? = nil) {
            json = Json.written([("conversation", conversation), ("next", next)])
        }

        /// What was said so far, the persona's answer last.
        public var conversation: Documents.Conversation {
            get throws { try Documents.Conversation(json: json.member("conversation")) }
        }

        /// What the assistant's model is asked next; absent where the conversation is over.
        public var next: Documents.ModelRequest? {
            get throws { try json.member("next").optional { try Documents.ModelRequest(json: $0) } }
        }
    }

    /// How often something happened.
    ///
    /// The error is read from the spread of the counts, not from their mean as Poisson's law would have it: people differ,
    /// so that counts nearly always spread more than that, and the law would promise too much.
    struct CountMeasure: Document {
        public let json: Json

        public init(json: Json) throws {
            self.json = try json.object()
        }

        /// A new one; what is left out has its default.
        public init(column: String, exposure: String? = nil) {
            json = Json.written([("column", column), ("exposure", exposure)])
        }

        /// The column with the counts.
        public var column: String {
            get throws { try json.member("column").text() }
        }

        /// How long or how much each unit was exposed; absent where all were exposed alike.
        public var exposure: String? {
            get throws { try json.member("exposure").optional { try $0.text() } }
        }
    }

    /// How much the counts of units differ.
    struct CountPower: Document {
        public let json: Json

        public init(json: Json) throws {
            self.json = try json.object()
        }

        /// A new one; what is left out has its default.
        public init(dispersion: Double? = nil) {
            json = Json.written([("dispersion", dispersion)])
        }

        /// Variance over mean: 1 by Poisson's law, more where people differ.
        public var dispersion: Double? {
            get throws { try json.member("dispersion").optional { try $0.number() } }
        }
    }

    /// Successes of an arm.
    struct Counted: Document {
        public let json: Json

        public init(json: Json) throws {
            self.json = try json.object()
        }

        /// A new one; what is left out has its default.
        public init(successes: Int, count: Int) {
            json = Json.written([("successes", successes), ("count", count)])
        }

        /// Units that succeeded.
        public var successes: Int {
            get throws { try json.member("successes").integer() }
        }

        /// All units.
        public var count: Int {
            get throws { try json.member("count").integer() }
        }
    }

    /// New values for a criterion; what is absent stays.
    struct CriterionChange: Document {
        public let json: Json

        public init(json: Json) throws {
            self.json = try json.object()
        }

        /// A new one; what is left out has its default.
        public init(criterion: String, baseline: Documents.Quantity? = nil, target: Documents.Quantity? = nil, windowMs: Int? = nil, direction: Documents.Direction? = nil, change: Documents.ChangeAmount? = nil) {
            json = Json.written([("criterion", criterion), ("baseline", baseline), ("target", target), ("window_ms", windowMs), ("direction", direction), ("change", change)])
        }

        /// The criterion.
        public var criterion: String {
            get throws { try json.member("criterion").text() }
        }

        /// Today's value.
        public var baseline: Documents.Quantity? {
            get throws { try json.member("baseline").optional { try Documents.Quantity(json: $0) } }
        }

        /// Value to reach.
        public var target: Documents.Quantity? {
            get throws { try json.member("target").optional { try Documents.Quantity(json: $0) } }
        }

        /// Time window in milliseconds.
        public var windowMs: Int? {
            get throws { try json.member("window_ms").optional { try $0.integer() } }
        }

        /// Which way is better.
        public var direction: Documents.Direction? {
            get throws { try json.member("direction").optional { try $0.choice(Documents.Direction.self) } }
        }

        /// How far it is to move from today's value.
        public var change: Documents.ChangeAmount? {
            get throws { try json.member("change").optional { try Documents.ChangeAmount(json: $0) } }
        }
    }

    /// A currency.
    struct Currency: Document {
        public let json: Json

        public init(json: Json) throws {
            self.json = try json.object()
        }

        /// A new one; what is left out has its default.
        public init(currency: String) {
            json = Json.written([("currency", currency)])
        }

        /// ISO 4217 code, for example `EUR`.
        public var currency: String {
            get throws { try json.member("currency").text() }
        }
    }

    /// A case takes another way than its data should say.
    struct DataFault: Document {
        public let json: Json

        public init(json: Json) throws {
            self.json = try json.object()
        }

        /// A new one; what is left out has its default.
        public init(node: String, flow: String, execution: Int) {
            json = Json.written([("node", node), ("flow", flow), ("execution", execution)])
        }

        /// The gateway.
        public var node: String {
            get throws { try json.member("node").text() }
        }

        /// The flow that is taken.
        public var flow: String {
            get throws { try json.member("flow").text() }
        }

        /// At which of the gateway's executions in this case, from 1.
        public var execution: Int {
            get throws { try json.member("execution").integer() }
        }
    }

    /// A thing with fields, for example an order. JSON Schemas and synthetic data are made from it.
    struct DataObject: Document {
        public let json: Json

        public init(json: Json) throws {
            self.json = try json.object()
        }

        /// A new one; what is left out has its default.
        public init(id: String, name: String, description: String, fields: [Documents.Field], origin: Documents.Origin) {
            json = Json.written([("id", id), ("name", name), ("description", description), ("fields", fields), ("origin", origin)])
        }

        /// Names the object.
        public var id: String {
            get throws { try json.member("id").text() }
        }

        /// Singular, lower-case, for example `order`. CEL conditions use it with `_` for spaces.
        public var name: String {
            get throws { try json.member("name").text() }
        }

        /// What it is, in one sentence.
        public var description: String {
            get throws { try json.member("description").text() }
        }

        /// Its fields, in the order in which people see them.
        public var fields: [Documents.Field] {
            get throws { try json.member("fields").list { try Documents.Field(json: $0) } }
        }

        /// Where it comes from.
        public var origin: Documents.Origin {
            get throws { try Documents.Origin(json: json.member("origin")) }
        }
    }

    /// A data object.
    struct DataReference: Document {
        public let json: Json

        public init(json: Json) throws {
            self.json = try json.object()
        }

        /// A new one; what is left out has its default.
        public init(data: String) {
            json = Json.written([("data", data)])
        }

        /// The object.
        public var data: String {
            get throws { try json.member("data").text() }
        }
    }

    /// How careful one must be with a value.
    enum DataSensitivity: String, Sendable, CaseIterable, Choice {
        case ordinary = "ordinary"
        case personal = "personal"
        case health = "health"
        case financial = "financial"
        case secret = "secret"
    }

    /// In which order a day is written where the year does not stand first.
    enum DateOrder: String, Sendable, CaseIterable, Choice {
        case yearFirst = "year_first"
        case dayFirst = "day_first"
        case monthFirst = "month_first"
    }

    /// An outcome within a time.
    struct DeadlineMeasure: Document {
        public let json: Json

        public init(json: Json) throws {
            self.json = try json.object()
        }

        /// A new one; what is left out has its default.
        public init(outcome: Documents.Outcome, withinMs: Int) {
            json = Json.written([("outcome", outcome), ("within_ms", withinMs)])
        }

        /// The outcome.
        public var outcome: Documents.Outcome {
            get throws { try json.member("outcome").choice(Documents.Outcome.self) }
        }

        /// The time in milliseconds.
        public var withinMs: Int {
            get throws { try json.member("within_ms").integer() }
        }
    }

    /// What to do.
    enum Decision: String, Sendable, CaseIterable, Choice {
        case ship = "ship"
        case keep = "keep"
        case extend = "extend"
        case stop = "stop"
        case noDifference = "no_difference"
    }

    /// Exactly one branch is taken.
    struct DecisionBlock: Document {
        public let json: Json

        public init(json: Json) throws {
            self.json = try json.object()
        }

        /// A new one; what is left out has its default.
        public init(question: String, branches: [Documents.StatedBranch]) {
            json = Json.written([("question", question), ("branches", branches)])
        }

        /// The question that is decided, for example `is the item in stock`.
        public var question: String {
            get throws { try json.member("question").text() }
        }

        /// The branches, in the order of the text.
        public var branches: [Documents.StatedBranch] {
            get throws { try json.member("branches").list { try Documents.StatedBranch(json: $0) } }
        }
    }

    /// How the verdict is made. Stated before the runs.
    struct DecisionRule: Document {
        public let json: Json

        public init(json: Json) throws {
            self.json = try json.object()
        }

        /// A new one; what is left out has its default.
        public init(confidence: Double, smallestWorthwhile: Double, guardrailMargin: Double, origin: Documents.Origin, isRelative: Bool? = nil) {
            json = Json.written([("confidence", confidence), ("smallest_worthwhile", smallestWorthwhile), ("guardrail_margin", guardrailMargin), ("origin", origin), ("is_relative", isRelative)])
        }

        /// Confidence of the intervals, between 0.5 and 1.
        public var confidence: Double {
            get throws { try json.member("confidence").number() }
        }

        /// The smallest change of the primary metric that is worth having, in its unit (a share for shares).
        public var smallestWorthwhile: Double {
            get throws { try json.member("smallest_worthwhile").number() }
        }

        /// Whether the smallest worthwhile change is a share of the control's value instead (0.02 is 2 % more or less).
        public var isRelative: Bool? {
            get throws { try json.member("is_relative").optional { try $0.truth() } }
        }

        /// How much worse a guardrail may be, relative to the control (0.02 is 2 %).
        public var guardrailMargin: Double {
            get throws { try json.member("guardrail_margin").number() }
        }

        /// Where the rule comes from.
        public var origin: Documents.Origin {
            get throws { try Documents.Origin(json: json.member("origin")) }
        }
    }

    /// On what somebody reads and types.
    enum Device: String, Sendable, CaseIterable, Choice {
        case computer = "computer"
        case phone = "phone"
    }

    /// How the interval of the difference of two proportions is made.
    enum DifferenceMethod: String, Sendable, CaseIterable, Choice {
        case newcombe = "newcombe"
        case wald = "wald"
        case agrestiCaffo = "agresti_caffo"
        case score = "score"
    }

    /// Which way is better.
    enum Direction: String, Sendable, CaseIterable, Choice {
        case increase = "increase"
        case decrease = "decrease"
        case keep = "keep"
    }

    /// How an amount varies from case to case. Parameters are in the unit of whatever holds the distribution.
    enum Distribution: Document {
        case fixed(Documents.FixedValue)
        case uniform(Documents.UniformRange)
        case triangular(Documents.TriangularRange)
        case normal(Documents.MeanAndDeviation)
        case lognormal(Documents.MeanAndDeviation)
        case exponential(Documents.MeanValue)
        case gamma(Documents.MeanAndDeviation)
        case weibull(Documents.ShapeAndScale)
        case beta(Documents.BetaRange)
        case pareto(Documents.ShapeAndScale)
        case empirical(Documents.WeightedValues)
        case mixture(Documents.MixtureParts)
        /// A form of a later version.
        case unrecognized(Json)

        public init(json: Json) throws {
            switch try json.member("type").text() {
            case "fixed": self = .fixed(try Documents.FixedValue(json: json))
            case "uniform": self = .uniform(try Documents.UniformRange(json: json))
            case "triangular": self = .triangular(try Documents.TriangularRange(json: json))
            case "normal": self = .normal(try Documents.MeanAndDeviation(json: json))
            case "lognormal": self = .lognormal(try Documents.MeanAndDeviation(json: json))
            case "exponential": self = .exponential(try Documents.MeanValue(json: json))
            case "gamma": self = .gamma(try Documents.MeanAndDeviation(json: json))
            case "weibull": self = .weibull(try Documents.ShapeAndScale(json: json))
            case "beta": self = .beta(try Documents.BetaRange(json: json))
            case "pareto": self = .pareto(try Documents.ShapeAndScale(json: json))
            case "empirical": self = .empirical(try Documents.WeightedValues(json: json))
            case "mixture": self = .mixture(try Documents.MixtureParts(json: json))
            default: self = .unrecognized(json)
            }
        }

        public var json: Json {
            switch self {
            case .fixed(let value): return value.json.tagged("fixed")
            case .uniform(let value): return value.json.tagged("uniform")
            case .triangular(let value): return value.json.tagged("triangular")
            case .normal(let value): return value.json.tagged("normal")
            case .lognormal(let value): return value.json.tagged("lognormal")
            case .exponential(let value): return value.json.tagged("exponential")
            case .gamma(let value): return value.json.tagged("gamma")
            case .weibull(let value): return value.json.tagged("weibull")
            case .beta(let value): return value.json.tagged("beta")
            case .pareto(let value): return value.json.tagged("pareto")
            case .empirical(let value): return value.json.tagged("empirical")
            case .mixture(let value): return value.json.tagged("mixture")
            case .unrecognized(let json): return json
            }
        }
    }

    /// The first place at which two runs differ.
    struct Divergence: Document {
        public let json: Json

        public init(json: Json) throws {
            self.json = try json.object()
        }

        /// A new one; what is left out has its default.
        public init(replication: Int, event: Int, isExact: Bool, text: String, `case`: Int? = nil, draw: Documents.Draw? = nil) {
            json = Json.written([("replication", replication), ("event", event), ("is_exact", isExact), ("text", text), ("case", `case`), ("draw", draw)])
        }

        /// The replication, counted from 0.
        public var replication: Int {
            get throws { try json.member("replication").integer() }
        }

        /// The number of the event in its replication, counted from 0: exactly, or the first of the 4,096 among which
        /// it is, where the recorded events were not kept.
        public var event: Int {
            get throws { try json.member("event").integer() }
        }

        /// Whether `event` is exact.
        public var isExact: Bool {
            get throws { try json.member("is_exact").truth() }
        }

        /// The case, counted from 0 in its replication, where known.
        public var `case`: Int? {
            get throws { try json.member("case").optional { try $0.integer() } }
        }

        /// One sentence with what was recorded and what happens now.
        public var text: String {
            get throws { try json.member("text").text() }
        }

        /// The draw that decides this event, by its address: what to look at to find why. Absent where no draw does.
        public var draw: Documents.Draw? {
            get throws { try json.member("draw").optional { try Documents.Draw(json: $0) } }
        }
    }

    /// Nothing is asked for but the thing itself.
    struct Done: Document {
        public let json: Json

        public init(json: Json) throws {
            self.json = try json.object()
        }

        /// A new one; what is left out has its default.
        public init() {
            json = Json.written([])
        }
    }

    /// A draw by its address: everything random comes from such an address and the seed alone.
    struct Draw: Document {
        public let json: Json

        public init(json: Json) throws {
            self.json = try json.object()
        }

        /// A new one; what is left out has its default.
        public init(`case`: Int, execution: Int, purpose: String, node: String? = nil) {
            json = Json.written([("case", `case`), ("execution", execution), ("purpose", purpose), ("node", node)])
        }

        /// The case in the whole run, or the replication for arrivals.
        public var `case`: Int {
            get throws { try json.member("case").integer() }
        }

        /// The node, where it belongs to one.
        public var node: String? {
            get throws { try json.member("node").optional { try $0.text() } }
        }

        /// Which execution of the node, counted from 0, retries included.
        public var execution: Int {
            get throws { try json.member("execution").integer() }
        }

        /// What it decides, for example `how long the work takes`.
        public var purpose: String {
            get throws { try json.member("purpose").text() }
        }
    }

    /// An item to take out.
    struct DroppedItem: Document {
        public let json: Json

        public init(json: Json) throws {
            self.json = try json.object()
        }

        /// A new one; what is left out has its default.
        public init(item: String) {
            json = Json.written([("item", item)])
        }

        /// The item.
        public var item: String {
            get throws { try json.member("item").text() }
        }
    }

    /// Something that can happen at the edge.
    struct EdgeCase: Document {
        public let json: Json

        public init(json: Json) throws {
            self.json = try json.object()
        }

        /// A new one; what is left out has its default.
        public init(id: String, title: String, expected: String, origin: Documents.Origin, node: String? = nil) {
            json = Json.written([("id", id), ("title", title), ("expected", expected), ("origin", origin), ("node", node)])
        }

        /// Names the edge case.
        public var id: String {
            get throws { try json.member("id").text() }
        }

        /// Where it happens.
        public var node: String? {
            get throws { try json.member("node").optional { try $0.text() } }
        }

        /// What happens, as a short phrase.
        public var title: String {
            get throws { try json.member("title").text() }
        }

        /// What is to happen then, in one sentence.
        public var expected: String {
            get throws { try json.member("expected").text() }
        }

        /// Where it comes from.
        public var origin: Documents.Origin {
            get throws { try Documents.Origin(json: json.member("origin")) }
        }
    }

    /// One reading of a sentence.
    struct EditChoice: Document {
        public let json: Json

        public init(json: Json) throws {
            self.json = try json.object()
        }

        /// A new one; what is left out has its default.
        public init(operations: [Documents.Operation], summary: String, confidence: Double) {
            json = Json.written([("operations", operations), ("summary", summary), ("confidence", confidence)])
        }

        /// What would be done, in order.
        public var operations: [Documents.Operation] {
            get throws { try json.member("operations").list { try Documents.Operation(json: $0) } }
        }

        /// The same in plain words.
        public var summary: String {
            get throws { try json.member("summary").text() }
        }

        /// How sure the reader is, from 0 to 1.
        public var confidence: Double {
            get throws { try json.member("confidence").number() }
        }
    }

    /// Several readings of a sentence.
    struct EditChoices: Document {
        public let json: Json

        public init(json: Json) throws {
            self.json = try json.object()
        }

        /// A new one; what is left out has its default.
        public init(choices: [Documents.EditChoice], question: String) {
            json = Json.written([("choices", choices), ("question", question)])
        }

        /// The readings, most likely first; at most five.
        public var choices: [Documents.EditChoice] {
            get throws { try json.member("choices").list { try Documents.EditChoice(json: $0) } }
        }

        /// What must be decided, as a question.
        public var question: String {
            get throws { try json.member("question").text() }
        }
    }

    /// What a sentence was understood as.
    enum EditReading: Document {
        case understood(Documents.EditChoice)
        case choices(Documents.EditChoices)
        case question(Documents.QuestionReading)
        case undo(Documents.UndoReading)
        case redo(Documents.RedoReading)
        case notUnderstood(Documents.NotUnderstood)
        /// A form of a later version.
        case unrecognized(Json)

        public init(json: Json) throws {
            switch try json.member("type").text() {
            case "understood": self = .understood(try Documents.EditChoice(json: json))
            case "choices": self = .choices(try Documents.EditChoices(json: json))
            case "question": self = .question(try Documents.QuestionReading(json: json))
            case "undo": self = .undo(try Documents.UndoReading(json: json))
            case "redo": self = .redo(try Documents.RedoReading(json: json))
            case "not_understood": self = .notUnderstood(try Documents.NotUnderstood(json: json))
            default: self = .unrecognized(json)
            }
        }

        public var json: Json {
            switch self {
            case .understood(let value): return value.json.tagged("understood")
            case .choices(let value): return value.json.tagged("choices")
            case .question(let value): return value.json.tagged("question")
            case .undo(let value): return value.json.tagged("undo")
            case .redo(let value): return value.json.tagged("redo")
            case .notUnderstood(let value): return value.json.tagged("not_understood")
            case .unrecognized(let json): return json
            }
        }
    }

    /// A change in plain English.
    struct EditRequest: Document {
        public let json: Json

        public init(json: Json) throws {
            self.json = try json.object()
        }

        /// A new one; what is left out has its default.
        public init(project: String, sentence: String, choice: Int? = nil, preview: Bool? = nil) {
            json = Json.written([("project", project), ("sentence", sentence), ("choice", choice), ("preview", preview)])
        }

        /// The project.
        public var project: String {
            get throws { try json.member("project").text() }
        }

        /// What to change.
        public var sentence: String {
            get throws { try json.member("sentence").text() }
        }

        /// Which of several readings is meant, counted from 1.
        public var choice: Int? {
            get throws { try json.member("choice").optional { try $0.integer() } }
        }

        /// Show what would happen, change nothing.
        public var preview: Bool? {
            get throws { try json.member("preview").optional { try $0.truth() } }
        }
    }

    /// What became of a change in plain English.
    struct Edited: Document {
        public let json: Json

        public init(json: Json) throws {
            self.json = try json.object()
        }

        /// A new one; what is left out has its default.
        public init(project: String, reading: Documents.EditReading, kept: Bool, edited: Documents.EditedPlan? = nil, moved: Documents.Planned? = nil) {
            json = Json.written([("project", project), ("reading", reading), ("kept", kept), ("edited", edited), ("moved", moved)])
        }

        /// The project.
        public var project: String {
            get throws { try json.member("project").text() }
        }

        /// What the sentence was understood as.
        public var reading: Documents.EditReading {
            get throws { try Documents.EditReading(json: json.member("reading")) }
        }

        /// The plan after the change, where there is one reading; with `preview` it is not kept.
        public var edited: Documents.EditedPlan? {
            get throws { try json.member("edited").optional { try Documents.EditedPlan(json: $0) } }
        }

        /// Whether the change was kept.
        public var kept: Bool {
            get throws { try json.member("kept").truth() }
        }

        /// The plan that the sentence went back or forward to, where it asked for that.
        public var moved: Documents.Planned? {
            get throws { try json.member("moved").optional { try Documents.Planned(json: $0) } }
        }
    }

    /// A plan after an edit.
    struct EditedPlan: Document {
        public let json: Json

        public init(json: Json) throws {
            self.json = try json.object()
        }

        /// A new one; what is left out has its default.
        public init(plan: Documents.Plan, before: String, after: String, operations: [Documents.Operation], inverse: Documents.PlanPatch, changes: [String]) {
            json = Json.written([("plan", plan), ("before", before), ("after", after), ("operations", operations), ("inverse", inverse), ("changes", changes)])
        }

        /// The new plan.
        public var plan: Documents.Plan {
            get throws { try Documents.Plan(json: json.member("plan")) }
        }

        /// The version before.
        public var before: String {
            get throws { try json.member("before").text() }
        }

        /// The version after.
        public var after: String {
            get throws { try json.member("after").text() }
        }

        /// What was done.
        public var operations: [Documents.Operation] {
            get throws { try json.member("operations").list { try Documents.Operation(json: $0) } }
        }

        /// What takes it back exactly.
        public var inverse: Documents.PlanPatch {
            get throws { try Documents.PlanPatch(json: json.member("inverse")) }
        }

        /// What changed, in plain words, one sentence each.
        public var changes: [String] {
            get throws { try json.member("changes").list { try $0.text() } }
        }
    }

    /// The case ends.
    struct EndCase: Document {
        public let json: Json

        public init(json: Json) throws {
            self.json = try json.object()
        }

        /// A new one; what is left out has its default.
        public init(outcome: Documents.Outcome) {
            json = Json.written([("outcome", outcome)])
        }

        /// How it ends.
        public var outcome: Documents.Outcome {
            get throws { try json.member("outcome").choice(Documents.Outcome.self) }
        }
    }

    /// Ends a case.
    struct EndEvent: Document {
        public let json: Json

        public init(json: Json) throws {
            self.json = try json.object()
        }

        /// A new one; what is left out has its default.
        public init(outcome: Documents.Outcome, endsCase: Bool? = nil) {
            json = Json.written([("outcome", outcome), ("ends_case", endsCase)])
        }

        /// How it ends.
        public var outcome: Documents.Outcome {
            get throws { try json.member("outcome").choice(Documents.Outcome.self) }
        }

        /// Whether the whole case ends here, with all that still goes on in parallel, whatever the outcome.
        public var endsCase: Bool? {
            get throws { try json.member("ends_case").optional { try $0.truth() } }
        }
    }

    /// How many sessions ended in one way.
    struct EndingCount: Document {
        public let json: Json

        public init(json: Json) throws {
            self.json = try json.object()
        }

        /// A new one; what is left out has its default.
        public init(ended: Documents.WalkEnding, sessions: Int) {
            json = Json.written([("ended", ended), ("sessions", sessions)])
        }

        /// The way.
        public var ended: Documents.WalkEnding {
            get throws { try json.member("ended").choice(Documents.WalkEnding.self) }
        }

        /// How many sessions.
        public var sessions: Int {
            get throws { try json.member("sessions").integer() }
        }
    }

    /// A case is over within a time.
    struct EndsWithin: Document {
        public let json: Json

        public init(json: Json) throws {
            self.json = try json.object()
        }

        /// A new one; what is left out has its default.
        public init(withinMs: Int) {
            json = Json.written([("within_ms", withinMs)])
        }

        /// The longest time in milliseconds.
        public var withinMs: Int {
            get throws { try json.member("within_ms").integer() }
        }
    }

    /// Stable names of everything that can go wrong. Append-only; grouped by what the caller should do.
    enum ErrorCode: String, Sendable, CaseIterable, Choice {
        case invalidRequest = "invalid_request"
        case invalidText = "invalid_text"
        case invalidGoal = "invalid_goal"
        case invalidLanguage = "invalid_language"
        case invalidId = "invalid_id"
        case invalidDocument = "invalid_document"
        case invalidSchemaVersion = "invalid_schema_version"
        case invalidPlan = "invalid_plan"
        case invalidCondition = "invalid_condition"
        case invalidEdit = "invalid_edit"
        case invalidAnswer = "invalid_answer"
        case invalidScenario = "invalid_scenario"
        case invalidExperiment = "invalid_experiment"
        case invalidNumber = "invalid_number"
        case invalidTrace = "invalid_trace"
        case invalidData = "invalid_data"
        case ambiguousEdit = "ambiguous_edit"
        case ambiguousGoal = "ambiguous_goal"
        case limitInput = "limit_input"
        case limitSize = "limit_size"
        case limitEvents = "limit_events"
        case limitVirtualTime = "limit_virtual_time"
        case limitBudget = "limit_budget"
        case limitTokens = "limit_tokens"
        case limitMemory = "limit_memory"
        case limitLoop = "limit_loop"
        case notFound = "not_found"
        case conflict = "conflict"
        case conflictReplay = "conflict_replay"
        case unavailableModel = "unavailable_model"
        case unavailableStore = "unavailable_store"
        case unavailableService = "unavailable_service"
        case denied = "denied"
        case cancelled = "cancelled"
        case `internal` = "internal"
    }

    /// The serialisable form of an [`Error`], as it crosses a language boundary.
    struct ErrorDocument: Document {
        public let json: Json

        public init(json: Json) throws {
            self.json = try json.object()
        }

        /// A new one; what is left out has its default.
        public init(code: Documents.ErrorCode, message: String, retryable: Bool, hints: [String]? = nil, context: [[String]]? = nil) {
            json = Json.written([("code", code), ("message", message), ("retryable", retryable), ("hints", hints), ("context", context)])
        }

        /// Stable code.
        public var code: Documents.ErrorCode {
            get throws { try json.member("code").choice(Documents.ErrorCode.self) }
        }

        /// One line: what happened.
        public var message: String {
            get throws { try json.member("message").text() }
        }

        /// What the caller can do about it.
        public var hints: [String] {
            get throws { try json.member("hints").list { try $0.text() } }
        }

        /// Named facts about the case, in order.
        public var context: [[String]] {
            get throws { try json.member("context").list { try $0.list { try $0.text() } } }
        }

        /// Whether the same call may work later without a change.
        public var retryable: Bool {
            get throws { try json.member("retryable").truth() }
        }
    }

    /// A figure with its 95 % interval: Student's t on the means of replications, or, for the metrics of a run of one
    /// replication of 1,000 cases or more, on those of twenty batches of its cases.
    struct Estimate: Document {
        public let json: Json

        public init(json: Json) throws {
            self.json = try json.object()
        }

        /// A new one; what is left out has its default.
        public init(value: Double, low: Double? = nil, high: Double? = nil) {
            json = Json.written([("value", value), ("low", low), ("high", high)])
        }

        /// The figure.
        public var value: Double {
            get throws { try json.member("value").number() }
        }

        /// Lower end of the interval; absent where there are neither two replications nor batches that do not hang together.
        public var low: Double? {
            get throws { try json.member("low").optional { try $0.number() } }
        }

        /// Upper end of the interval.
        public var high: Double? {
            get throws { try json.member("high").optional { try $0.number() } }
        }
    }

    /// A comparison of the plan with variants of it. Without a variant the engine compares the changes that it
    /// suggests itself.
    struct EvaluateRequest: Document {
        public let json: Json

        public init(json: Json) throws {
            self.json = try json.object()
        }

        /// A new one; what is left out has its default.
        public init(simulate: Documents.SimulateRequest, variants: [Documents.VariantRequest]? = nil, rule: Documents.DecisionRule? = nil) {
            json = Json.written([("simulate", simulate), ("variants", variants), ("rule", rule)])
        }

        /// How the plan and its variants are run.
        public var simulate: Documents.SimulateRequest {
            get throws { try Documents.SimulateRequest(json: json.member("simulate")) }
        }

        /// Variants.
        public var variants: [Documents.VariantRequest] {
            get throws { try json.member("variants").list { try Documents.VariantRequest(json: $0) } }
        }

        /// The rule; a default one, stated in the verdict, where absent.
        public var rule: Documents.DecisionRule? {
            get throws { try json.member("rule").optional { try Documents.DecisionRule(json: $0) } }
        }
    }

    /// A verdict and what it says in plain English.
    struct Evaluated: Document {
        public let json: Json

        public init(json: Json) throws {
            self.json = try json.object()
        }

        /// A new one; what is left out has its default.
        public init(project: String, explanation: Documents.Explanation, verdict: Documents.Verdict? = nil, skipped: [String]? = nil) {
            json = Json.written([("project", project), ("explanation", explanation), ("verdict", verdict), ("skipped", skipped)])
        }

        /// The project.
        public var project: String {
            get throws { try json.member("project").text() }
        }

        /// The verdict; absent where no variant was given and none could be suggested.
        public var verdict: Documents.Verdict? {
            get throws { try json.member("verdict").optional { try Documents.Verdict(json: $0) } }
        }

        /// What people should know.
        public var explanation: Documents.Explanation {
            get throws { try Documents.Explanation(json: json.member("explanation")) }
        }

        /// Suggested changes that could not be tried, and why.
        public var skipped: [String] {
            get throws { try json.member("skipped").list { try $0.text() } }
        }
    }

    /// The last run of a project as an event log.
    struct EventLogRequest: Document {
        public let json: Json

        public init(json: Json) throws {
            self.json = try json.object()
        }

        /// A new one; what is left out has its default.
        public init(project: String, format: Documents.LogFormat? = nil) {
            json = Json.written([("project", project), ("format", format)])
        }

        /// The project.
        public var project: String {
            get throws { try json.member("project").text() }
        }

        /// The form of the log.
        public var format: Documents.LogFormat? {
            get throws { try json.member("format").optional { try $0.choice(Documents.LogFormat.self) } }
        }
    }

    /// Exact tests of two by two tables.
    enum ExactMethod: String, Sendable, CaseIterable, Choice {
        case fisher = "fisher"
        case barnard = "barnard"
        case boschloo = "boschloo"
    }

    /// A comparison of a plan with variants of it, on the same simulated people.
    struct Experiment: Document {
        public let json: Json

        public init(json: Json) throws {
            self.json = try json.object()
        }

        /// A new one; what is left out has its default.
        public init(schemaVersion: Int, id: String, title: String, plan: String, planVersion: String, variants: [Documents.Variant], metrics: [String], rule: Documents.DecisionRule, scenario: Documents.Scenario) {
            json = Json.written([("schema_version", schemaVersion), ("id", id), ("title", title), ("plan", plan), ("plan_version", planVersion), ("variants", variants), ("metrics", metrics), ("rule", rule), ("scenario", scenario)])
        }

        /// Version of this document's shape.
        public var schemaVersion: Int {
            get throws { try json.member("schema_version").integer() }
        }

        /// Made from the content.
        public var id: String {
            get throws { try json.member("id").text() }
        }

        /// A short name.
        public var title: String {
            get throws { try json.member("title").text() }
        }

        /// The plan.
        public var plan: String {
            get throws { try json.member("plan").text() }
        }

        /// The plan's version: the control.
        public var planVersion: String {
            get throws { try json.member("plan_version").text() }
        }

        /// What is compared with it.
        public var variants: [Documents.Variant] {
            get throws { try json.member("variants").list { try Documents.Variant(json: $0) } }
        }

        /// The metrics that count. The first primary one decides.
        public var metrics: [String] {
            get throws { try json.member("metrics").list { try $0.text() } }
        }

        /// How the verdict is made.
        public var rule: Documents.DecisionRule {
            get throws { try Documents.DecisionRule(json: json.member("rule")) }
        }

        /// The circumstances, equal for all.
        public var scenario: Documents.Scenario {
            get throws { try Documents.Scenario(json: json.member("scenario")) }
        }
    }

    /// A verdict as a page and a picture.
    struct ExperimentReport: Document {
        public let json: Json

        public init(json: Json) throws {
            self.json = try json.object()
        }

        /// A new one; what is left out has its default.
        public init(html: String, vegaLite: Json) {
            json = Json.written([("html", html), ("vega_lite", vegaLite)])
        }

        /// One self-contained HTML file.
        public var html: String {
            get throws { try json.member("html").text() }
        }

        /// A Vega-Lite specification.
        public var vegaLite: Json {
            get throws { json.member("vega_lite") }
        }
    }

    /// A test that was stated before the data.
    struct ExperimentRequest: Document {
        public let json: Json

        public init(json: Json) throws {
            self.json = try json.object()
        }

        /// A new one; what is left out has its default.
        public init(experiment: Documents.LiveExperiment) {
            json = Json.written([("experiment", experiment)])
        }

        /// The statement.
        public var experiment: Documents.LiveExperiment {
            get throws { try Documents.LiveExperiment(json: json.member("experiment")) }
        }
    }

    /// Figures for experts.
    struct ExpertFigures: Document {
        public let json: Json

        public init(json: Json) throws {
            self.json = try json.object()
        }

        /// A new one; what is left out has its default.
        public init(method: String, standardError: Double, degreesOfFreedom: Double, statistic: Double, critical: Double, confidence: Double, adjustedPValue: Double, varianceLeft: Double, relative: Documents.RelativeFigures? = nil, dispersion: Double? = nil, logRankPValue: Double? = nil) {
            json = Json.written([("method", method), ("standard_error", standardError), ("degrees_of_freedom", degreesOfFreedom), ("statistic", statistic), ("critical", critical), ("confidence", confidence), ("adjusted_p_value", adjustedPValue), ("variance_left", varianceLeft), ("relative", relative), ("dispersion", dispersion), ("log_rank_p_value", logRankPValue)])
        }

        /// How the estimate was made, in a few words.
        public var method: String {
            get throws { try json.member("method").text() }
        }

        /// Standard error of the difference.
        public var standardError: Double {
            get throws { try json.member("standard_error").number() }
        }

        /// Degrees of freedom.
        public var degreesOfFreedom: Double {
            get throws { try json.member("degrees_of_freedom").number() }
        }

        /// Difference over its standard error.
        public var statistic: Double {
            get throws { try json.member("statistic").number() }
        }

        /// What the statistic is compared with at this look.
        public var critical: Double {
            get throws { try json.member("critical").number() }
        }

        /// Confidence of the interval by itself, after sharing the level.
        public var confidence: Double {
            get throws { try json.member("confidence").number() }
        }

        /// The p-value after sharing the level among the arms, so that it agrees with the interval; of a secondary metric
        /// after the adjustment that was stated.
        public var adjustedPValue: Double {
            get throws { try json.member("adjusted_p_value").number() }
        }

        /// Difference over the control, where the control is not 0.
        public var relative: Documents.RelativeFigures? {
            get throws { try json.member("relative").optional { try Documents.RelativeFigures(json: $0) } }
        }

        /// Variance that is left after covariates and strata, as a share.
        public var varianceLeft: Double {
            get throws { try json.member("variance_left").number() }
        }

        /// Of counts: variance over mean in the control; 1 by Poisson's law, more where people differ.
        public var dispersion: Double? {
            get throws { try json.member("dispersion").optional { try $0.number() } }
        }

        /// Of times: p-value of the log-rank test over all times, where the data are looked at once.
        public var logRankPValue: Double? {
            get throws { try json.member("log_rank_p_value").optional { try $0.number() } }
        }
    }

    /// An explanation: insights in reading order.
    struct Explanation: Document {
        public let json: Json

        public init(json: Json) throws {
            self.json = try json.object()
        }

        /// A new one; what is left out has its default.
        public init(summary: String, insights: [Documents.Insight], readingGrade: Double) {
            json = Json.written([("summary", summary), ("insights", insights), ("reading_grade", readingGrade)])
        }

        /// Two to four sentences for someone who reads nothing else.
        public var summary: String {
            get throws { try json.member("summary").text() }
        }

        /// The insights, the most important first.
        public var insights: [Documents.Insight] {
            get throws { try json.member("insights").list { try Documents.Insight(json: $0) } }
        }

        /// Grade level of the whole text (Flesch-Kincaid).
        public var readingGrade: Double {
            get throws { try json.member("reading_grade").number() }
        }
    }

    /// An event log for other programs. It holds what the trace recorded: with `trace` set to `full` in the scenario all
    /// cases, otherwise a sample.
    struct ExportedLog: Document {
        public let json: Json

        public init(json: Json) throws {
            self.json = try json.object()
        }

        /// A new one; what is left out has its default.
        public init(project: String, cases: Int, text: String) {
            json = Json.written([("project", project), ("cases", cases), ("text", text)])
        }

        /// The project.
        public var project: String {
            get throws { try json.member("project").text() }
        }

        /// Cases in the log.
        public var cases: Int {
            get throws { try json.member("cases").integer() }
        }

        /// The text of the file.
        public var text: String {
            get throws { try json.member("text").text() }
        }
    }

    /// A figure and where it was read.
    struct Fact: Document {
        public let json: Json

        public init(json: Json) throws {
            self.json = try json.object()
        }

        /// A new one; what is left out has its default.
        public init(name: String, value: Documents.Quantity, shown: String, evidence: String) {
            json = Json.written([("name", name), ("value", value), ("shown", shown), ("evidence", evidence)])
        }

        /// Name of the figure, for example `share of cases that gave up`.
        public var name: String {
            get throws { try json.member("name").text() }
        }

        /// Its value.
        public var value: Documents.Quantity {
            get throws { try Documents.Quantity(json: json.member("value")) }
        }

        /// As it stands in the text, for example `12 %`.
        public var shown: String {
            get throws { try json.member("shown").text() }
        }

        /// JSON Pointer into the document that it was read from, with the document's id before it, for example
        /// `run_ab12/outcomes/1/share/value`.
        public var evidence: String {
            get throws { try json.member("evidence").text() }
        }
    }

    /// How often a failure mode struck.
    struct FailureCount: Document {
        public let json: Json

        public init(json: Json) throws {
            self.json = try json.object()
        }

        /// A new one; what is left out has its default.
        public init(failure: String, times: Int, ended: Int) {
            json = Json.written([("failure", failure), ("times", times), ("ended", ended)])
        }

        /// The failure mode.
        public var failure: String {
            get throws { try json.member("failure").text() }
        }

        /// How often.
        public var times: Int {
            get throws { try json.member("times").integer() }
        }

        /// How many cases it ended.
        public var ended: Int {
            get throws { try json.member("ended").integer() }
        }
    }

    /// What happens after a failure.
    enum FailureEffect: Document {
        case retry(Documents.RetryRule)
        case goTo(Documents.GoToNode)
        case end(Documents.EndCase)
        /// A form of a later version.
        case unrecognized(Json)

        public init(json: Json) throws {
            switch try json.member("type").text() {
            case "retry": self = .retry(try Documents.RetryRule(json: json))
            case "go_to": self = .goTo(try Documents.GoToNode(json: json))
            case "end": self = .end(try Documents.EndCase(json: json))
            default: self = .unrecognized(json)
            }
        }

        public var json: Json {
            switch self {
            case .retry(let value): return value.json.tagged("retry")
            case .goTo(let value): return value.json.tagged("go_to")
            case .end(let value): return value.json.tagged("end")
            case .unrecognized(let json): return json
            }
        }
    }

    /// The kinds of failures.
    enum FailureKind: String, Sendable, CaseIterable, Choice {
        case givesUp = "gives_up"
        case mistake = "mistake"
        case unavailable = "unavailable"
        case rejected = "rejected"
        case timeout = "timeout"
    }

    /// Something that can go wrong at a step.
    struct FailureMode: Document {
        public let json: Json

        public init(json: Json) throws {
            self.json = try json.object()
        }

        /// A new one; what is left out has its default.
        public init(id: String, title: String, kind: Documents.FailureKind, probability: String, then: Documents.FailureEffect, origin: Documents.Origin) {
            json = Json.written([("id", id), ("title", title), ("kind", kind), ("probability", probability), ("then", then), ("origin", origin)])
        }

        /// Names the failure mode; unique in the plan.
        public var id: String {
            get throws { try json.member("id").text() }
        }

        /// What happens, as a short phrase, for example `the card is declined`.
        public var title: String {
            get throws { try json.member("title").text() }
        }

        /// What kind of failure.
        public var kind: Documents.FailureKind {
            get throws { try json.member("kind").choice(Documents.FailureKind.self) }
        }

        /// How likely it is at one execution, as an assumption.
        public var probability: String {
            get throws { try json.member("probability").text() }
        }

        /// What happens then.
        public var then: Documents.FailureEffect {
            get throws { try Documents.FailureEffect(json: json.member("then")) }
        }

        /// Where it comes from.
        public var origin: Documents.Origin {
            get throws { try Documents.Origin(json: json.member("origin")) }
        }
    }

    /// One thing that goes wrong.
    struct Fault: Document {
        public let json: Json

        public init(json: Json) throws {
            self.json = try json.object()
        }

        /// A new one; what is left out has its default.
        public init(kind: Documents.FaultKind, probability: Double, text: String) {
            json = Json.written([("kind", kind), ("probability", probability), ("text", text)])
        }

        /// What.
        public var kind: Documents.FaultKind {
            get throws { try Documents.FaultKind(json: json.member("kind")) }
        }

        /// How likely it is, by the plan or by an assumption of the search.
        public var probability: Double {
            get throws { try json.member("probability").number() }
        }

        /// In words.
        public var text: String {
            get throws { try json.member("text").text() }
        }
    }

    /// The kinds of faults that are tried.
    enum FaultKind: Document {
        case failureMode(Documents.ModeFault)
        case callFails(Documents.StepFault)
        case answerLost(Documents.StepFault)
        case submittedTwice(Documents.StepFault)
        case messageLost(Documents.StepFault)
        case badData(Documents.DataFault)
        case serviceDown(Documents.ServiceFault)
        case serviceSlow(Documents.ServiceFault)
        /// A form of a later version.
        case unrecognized(Json)

        public init(json: Json) throws {
            switch try json.member("type").text() {
            case "failure_mode": self = .failureMode(try Documents.ModeFault(json: json))
            case "call_fails": self = .callFails(try Documents.StepFault(json: json))
            case "answer_lost": self = .answerLost(try Documents.StepFault(json: json))
            case "submitted_twice": self = .submittedTwice(try Documents.StepFault(json: json))
            case "message_lost": self = .messageLost(try Documents.StepFault(json: json))
            case "bad_data": self = .badData(try Documents.DataFault(json: json))
            case "service_down": self = .serviceDown(try Documents.ServiceFault(json: json))
            case "service_slow": self = .serviceSlow(try Documents.ServiceFault(json: json))
            default: self = .unrecognized(json)
            }
        }

        public var json: Json {
            switch self {
            case .failureMode(let value): return value.json.tagged("failure_mode")
            case .callFails(let value): return value.json.tagged("call_fails")
            case .answerLost(let value): return value.json.tagged("answer_lost")
            case .submittedTwice(let value): return value.json.tagged("submitted_twice")
            case .messageLost(let value): return value.json.tagged("message_lost")
            case .badData(let value): return value.json.tagged("bad_data")
            case .serviceDown(let value): return value.json.tagged("service_down")
            case .serviceSlow(let value): return value.json.tagged("service_slow")
            case .unrecognized(let json): return json
            }
        }
    }

    /// What a search for faults found, promise by promise.
    struct FaultReport: Document {
        public let json: Json

        public init(json: Json) throws {
            self.json = try json.object()
        }

        /// A new one; what is left out has its default.
        public init(plan: String, planVersion: String, seed: Int, cases: Int, runs: Int, promises: [Documents.PromiseCheck], notes: [String]) {
            json = Json.written([("plan", plan), ("plan_version", planVersion), ("seed", seed), ("cases", cases), ("runs", runs), ("promises", promises), ("notes", notes)])
        }

        /// The plan.
        public var plan: String {
            get throws { try json.member("plan").text() }
        }

        /// The plan's version.
        public var planVersion: String {
            get throws { try json.member("plan_version").text() }
        }

        /// The seed.
        public var seed: Int {
            get throws { try json.member("seed").integer() }
        }

        /// How many cases were looked at; each keeps the promises as long as nothing goes wrong.
        public var cases: Int {
            get throws { try json.member("cases").integer() }
        }

        /// How many times a case was run.
        public var runs: Int {
            get throws { try json.member("runs").integer() }
        }

        /// One entry for each promise, in the order of the search.
        public var promises: [Documents.PromiseCheck] {
            get throws { try json.member("promises").list { try Documents.PromiseCheck(json: $0) } }
        }

        /// What was taken for granted, one sentence each.
        public var notes: [String] {
            get throws { try json.member("notes").list { try $0.text() } }
        }
    }

    /// What has to go wrong before a promise of the plan is broken.
    struct FaultRequest: Document {
        public let json: Json

        public init(json: Json) throws {
            self.json = try json.object()
        }

        /// A new one; what is left out has its default.
        public init(project: String, scenario: Documents.Scenario? = nil, seed: Int? = nil, cases: Int? = nil, mostFaults: Int? = nil, mostRuns: Int? = nil) {
            json = Json.written([("project", project), ("scenario", scenario), ("seed", seed), ("cases", cases), ("most_faults", mostFaults), ("most_runs", mostRuns)])
        }

        /// The project.
        public var project: String {
            get throws { try json.member("project").text() }
        }

        /// A complete scenario instead of the default one.
        public var scenario: Documents.Scenario? {
            get throws { try json.member("scenario").optional { try Documents.Scenario(json: $0) } }
        }

        /// The seed.
        public var seed: Int? {
            get throws { try json.member("seed").optional { try $0.integer() } }
        }

        /// Cases that are looked at; 20 where absent.
        public var cases: Int? {
            get throws { try json.member("cases").optional { try $0.integer() } }
        }

        /// Most faults in one combination; 4 where absent.
        public var mostFaults: Int? {
            get throws { try json.member("most_faults").optional { try $0.integer() } }
        }

        /// Most runs of a case for each promise; 5,000 where absent.
        public var mostRuns: Int? {
            get throws { try json.member("most_runs").optional { try $0.integer() } }
        }
    }

    /// One field of a data object.
    struct Field: Document {
        public let json: Json

        public init(json: Json) throws {
            self.json = try json.object()
        }

        /// A new one; what is left out has its default.
        public init(name: String, title: String, kind: Documents.FieldKind, required: Bool, sensitivity: Documents.DataSensitivity, example: Json, distribution: String? = nil) {
            json = Json.written([("name", name), ("title", title), ("kind", kind), ("required", required), ("sensitivity", sensitivity), ("example", example), ("distribution", distribution)])
        }

        /// `snake_case` name, unique within its object.
        public var name: String {
            get throws { try json.member("name").text() }
        }

        /// Label for people.
        public var title: String {
            get throws { try json.member("title").text() }
        }

        /// What values are legal.
        public var kind: Documents.FieldKind {
            get throws { try Documents.FieldKind(json: json.member("kind")) }
        }

        /// Whether it must be there.
        public var required: Bool {
            get throws { try json.member("required").truth() }
        }

        /// How careful one must be with it.
        public var sensitivity: Documents.DataSensitivity {
            get throws { try json.member("sensitivity").choice(Documents.DataSensitivity.self) }
        }

        /// An example value as JSON. Always valid for the kind.
        public var example: Json {
            get throws { json.member("example") }
        }

        /// How values are distributed in simulation: numbers, shares of `true`, and places of a choice from 0.
        public var distribution: String? {
            get throws { try json.member("distribution").optional { try $0.text() } }
        }
    }

    /// How often something happened to a field or a notice.
    struct FieldCount: Document {
        public let json: Json

        public init(json: Json) throws {
            self.json = try json.object()
        }

        /// A new one; what is left out has its default.
        public init(page: String, name: String, title: String, times: Int) {
            json = Json.written([("page", page), ("name", name), ("title", title), ("times", times)])
        }

        /// The page.
        public var page: String {
            get throws { try json.member("page").text() }
        }

        /// The field, as `data.field`, or the beginning of the notice.
        public var name: String {
            get throws { try json.member("name").text() }
        }

        /// Its label.
        public var title: String {
            get throws { try json.member("title").text() }
        }

        /// How often.
        public var times: Int {
            get throws { try json.member("times").integer() }
        }
    }

    /// The kinds of values.
    enum FieldKind: Document {
        case text(Documents.TextRange)
        case integer(Documents.IntegerRange)
        case number(Documents.NumberRange)
        case boolean(Documents.FieldKindBoolean)
        case choice(Documents.ChoiceList)
        case date(Documents.FieldKindDate)
        case dateTime(Documents.FieldKindDateTime)
        case email(Documents.FieldKindEmail)
        case phone(Documents.FieldKindPhone)
        case url(Documents.FieldKindUrl)
        case identifier(Documents.FieldKindIdentifier)
        case money(Documents.MoneyRange)
        case list(Documents.ObjectReference)
        case object(Documents.ObjectReference)
        /// A form of a later version.
        case unrecognized(Json)

        public init(json: Json) throws {
            switch try json.member("type").text() {
            case "text": self = .text(try Documents.TextRange(json: json))
            case "integer": self = .integer(try Documents.IntegerRange(json: json))
            case "number": self = .number(try Documents.NumberRange(json: json))
            case "boolean": self = .boolean(try Documents.FieldKindBoolean(json: json))
            case "choice": self = .choice(try Documents.ChoiceList(json: json))
            case "date": self = .date(try Documents.FieldKindDate(json: json))
            case "date_time": self = .dateTime(try Documents.FieldKindDateTime(json: json))
            case "email": self = .email(try Documents.FieldKindEmail(json: json))
            case "phone": self = .phone(try Documents.FieldKindPhone(json: json))
            case "url": self = .url(try Documents.FieldKindUrl(json: json))
            case "identifier": self = .identifier(try Documents.FieldKindIdentifier(json: json))
            case "money": self = .money(try Documents.MoneyRange(json: json))
            case "list": self = .list(try Documents.ObjectReference(json: json))
            case "object": self = .object(try Documents.ObjectReference(json: json))
            default: self = .unrecognized(json)
            }
        }

        public var json: Json {
            switch self {
            case .text(let value): return value.json.tagged("text")
            case .integer(let value): return value.json.tagged("integer")
            case .number(let value): return value.json.tagged("number")
            case .boolean(let value): return value.json.tagged("boolean")
            case .choice(let value): return value.json.tagged("choice")
            case .date(let value): return value.json.tagged("date")
            case .dateTime(let value): return value.json.tagged("date_time")
            case .email(let value): return value.json.tagged("email")
            case .phone(let value): return value.json.tagged("phone")
            case .url(let value): return value.json.tagged("url")
            case .identifier(let value): return value.json.tagged("identifier")
            case .money(let value): return value.json.tagged("money")
            case .list(let value): return value.json.tagged("list")
            case .object(let value): return value.json.tagged("object")
            case .unrecognized(let json): return json
            }
        }
    }

    /// Yes or no.
    struct FieldKindBoolean: Document {
        public let json: Json

        public init(json: Json) throws {
            self.json = try json.object()
        }

        /// A new one; what is left out has its default.
        public init() {
            json = Json.written([])
        }
    }

    /// `2026-01-31`.
    struct FieldKindDate: Document {
        public let json: Json

        public init(json: Json) throws {
            self.json = try json.object()
        }

        /// A new one; what is left out has its default.
        public init() {
            json = Json.written([])
        }
    }

    /// RFC 3339 date and time.
    struct FieldKindDateTime: Document {
        public let json: Json

        public init(json: Json) throws {
            self.json = try json.object()
        }

        /// A new one; what is left out has its default.
        public init() {
            json = Json.written([])
        }
    }

    /// An e-mail address.
    struct FieldKindEmail: Document {
        public let json: Json

        public init(json: Json) throws {
            self.json = try json.object()
        }

        /// A new one; what is left out has its default.
        public init() {
            json = Json.written([])
        }
    }

    /// An identifier made by a system: `prefix-` and digits.
    struct FieldKindIdentifier: Document {
        public let json: Json

        public init(json: Json) throws {
            self.json = try json.object()
        }

        /// A new one; what is left out has its default.
        public init() {
            json = Json.written([])
        }
    }

    /// A telephone number in E.164 form.
    struct FieldKindPhone: Document {
        public let json: Json

        public init(json: Json) throws {
            self.json = try json.object()
        }

        /// A new one; what is left out has its default.
        public init() {
            json = Json.written([])
        }
    }

    /// A web address.
    struct FieldKindUrl: Document {
        public let json: Json

        public init(json: Json) throws {
            self.json = try json.object()
        }

        /// A new one; what is left out has its default.
        public init() {
            json = Json.written([])
        }
    }

    /// A field of a data object.
    struct FieldReference: Document {
        public let json: Json

        public init(json: Json) throws {
            self.json = try json.object()
        }

        /// A new one; what is left out has its default.
        public init(data: String, field: String) {
            json = Json.written([("data", data), ("field", field)])
        }

        /// The object.
        public var data: String {
            get throws { try json.member("data").text() }
        }

        /// The field's name.
        public var field: String {
            get throws { try json.member("field").text() }
        }
    }

    /// A distribution and how well it fits a sample.
    struct Fitted: Document {
        public let json: Json

        public init(json: Json) throws {
            self.json = try json.object()
        }

        /// A new one; what is left out has its default.
        public init(distribution: Documents.Distribution, kind: String, distance: Double, observations: Int) {
            json = Json.written([("distribution", distribution), ("kind", kind), ("distance", distance), ("observations", observations)])
        }

        /// The distribution, in the unit of the sample.
        public var distribution: Documents.Distribution {
            get throws { try Documents.Distribution(json: json.member("distribution")) }
        }

        /// Its name, for example `lognormal`.
        public var kind: String {
            get throws { try json.member("kind").text() }
        }

        /// The largest distance between the shares below any value, in the sample and in the distribution: the statistic of
        /// Kolmogorov and Smirnov, from 0 to 1.
        public var distance: Double {
            get throws { try json.member("distance").number() }
        }

        /// How many observations there are.
        public var observations: Int {
            get throws { try json.member("observations").integer() }
        }
    }

    /// A single value.
    struct FixedValue: Document {
        public let json: Json

        public init(json: Json) throws {
            self.json = try json.object()
        }

        /// A new one; what is left out has its default.
        public init(value: Double) {
            json = Json.written([("value", value)])
        }

        /// The value.
        public var value: Double {
            get throws { try json.member("value").number() }
        }
    }

    /// From one node to the next.
    struct Flow: Document {
        public let json: Json

        public init(json: Json) throws {
            self.json = try json.object()
        }

        /// A new one; what is left out has its default.
        public init(id: String, from: String, to: String, label: String? = nil, condition: Documents.Condition? = nil, probability: String? = nil, isDefault: Bool? = nil, maxTimes: Int? = nil) {
            json = Json.written([("id", id), ("from", from), ("to", to), ("label", label), ("condition", condition), ("probability", probability), ("is_default", isDefault), ("max_times", maxTimes)])
        }

        /// Names the flow.
        public var id: String {
            get throws { try json.member("id").text() }
        }

        /// Where it begins.
        public var from: String {
            get throws { try json.member("from").text() }
        }

        /// Where it leads.
        public var to: String {
            get throws { try json.member("to").text() }
        }

        /// A short answer to the gateway's question, for example `in stock`.
        public var label: String? {
            get throws { try json.member("label").optional { try $0.text() } }
        }

        /// When it is taken, after an exclusive or inclusive gateway.
        public var condition: Documents.Condition? {
            get throws { try json.member("condition").optional { try Documents.Condition(json: $0) } }
        }

        /// The branching probability, as an assumption. Where a gateway's flows have none, the condition decides.
        public var probability: String? {
            get throws { try json.member("probability").optional { try $0.text() } }
        }

        /// Whether it is taken when no other flow of its gateway is.
        public var isDefault: Bool? {
            get throws { try json.member("is_default").optional { try $0.truth() } }
        }

        /// Most times that one case may take it, for flows that lead back. After that the default or another flow is
        /// taken.
        public var maxTimes: Int? {
            get throws { try json.member("max_times").optional { try $0.integer() } }
        }
    }

    /// How often a flow was taken.
    struct FlowCount: Document {
        public let json: Json

        public init(json: Json) throws {
            self.json = try json.object()
        }

        /// A new one; what is left out has its default.
        public init(flow: String, times: Int) {
            json = Json.written([("flow", flow), ("times", times)])
        }

        /// The flow.
        public var flow: String {
            get throws { try json.member("flow").text() }
        }

        /// How often.
        public var times: Int {
            get throws { try json.member("times").integer() }
        }
    }

    /// A step is done once for each of several things.
    struct ForEach: Document {
        public let json: Json

        public init(json: Json) throws {
            self.json = try json.object()
        }

        /// A new one; what is left out has its default.
        public init(of: String, count: String, parallel: Bool) {
            json = Json.written([("of", of), ("count", count), ("parallel", parallel)])
        }

        /// What the things are, singular.
        public var of: String {
            get throws { try json.member("of").text() }
        }

        /// How many, as an assumption.
        public var count: String {
            get throws { try json.member("count").text() }
        }

        /// Whether all at once.
        public var parallel: Bool {
            get throws { try json.member("parallel").truth() }
        }
    }

    /// Of the units that reached a step, the share that reached the next one.
    struct FunnelStepMeasure: Document {
        public let json: Json

        public init(json: Json) throws {
            self.json = try json.object()
        }

        /// A new one; what is left out has its default.
        public init(reached: String, completed: String) {
            json = Json.written([("reached", reached), ("completed", completed)])
        }

        /// 1 where a unit reached the earlier step.
        public var reached: String {
            get throws { try json.member("reached").text() }
        }

        /// 1 where it reached the next one too.
        public var completed: String {
            get throws { try json.member("completed").text() }
        }
    }

    /// Divides the way where it has several flows out, brings it together where it has several flows in.
    struct Gateway: Document {
        public let json: Json

        public init(json: Json) throws {
            self.json = try json.object()
        }

        /// A new one; what is left out has its default.
        public init(rule: Documents.GatewayRule, conditionsFirst: Bool? = nil) {
            json = Json.written([("rule", rule), ("conditions_first", conditionsFirst)])
        }

        /// How it divides and joins.
        public var rule: Documents.GatewayRule {
            get throws { try json.member("rule").choice(Documents.GatewayRule.self) }
        }

        /// Whether conditions are asked first: probabilities decide only among the flows whose conditions hold, or among
        /// all where none does. Otherwise a probability decides wherever there is one.
        public var conditionsFirst: Bool? {
            get throws { try json.member("conditions_first").optional { try $0.truth() } }
        }
    }

    /// Another rule for a gateway.
    struct GatewayChange: Document {
        public let json: Json

        public init(json: Json) throws {
            self.json = try json.object()
        }

        /// A new one; what is left out has its default.
        public init(node: String, rule: Documents.GatewayRule) {
            json = Json.written([("node", node), ("rule", rule)])
        }

        /// The dividing gateway; its join changes with it.
        public var node: String {
            get throws { try json.member("node").text() }
        }

        /// The rule.
        public var rule: Documents.GatewayRule {
            get throws { try json.member("rule").choice(Documents.GatewayRule.self) }
        }
    }

    /// How a gateway divides and joins.
    enum GatewayRule: String, Sendable, CaseIterable, Choice {
        case exclusive = "exclusive"
        case inclusive = "inclusive"
        case parallel = "parallel"
        case eventBased = "event_based"
    }

    /// Times at which cases arrive.
    struct GivenArrivals: Document {
        public let json: Json

        public init(json: Json) throws {
            self.json = try json.object()
        }

        /// A new one; what is left out has its default.
        public init(timesMs: [Int]) {
            json = Json.written([("times_ms", timesMs)])
        }

        /// Milliseconds after the beginning, in ascending order: at most 1,000,000, and at least one for each case of a
        /// replication.
        public var timesMs: [Int] {
            get throws { try json.member("times_ms").list { try $0.integer() } }
        }
    }

    /// The case goes on at another node.
    struct GoToNode: Document {
        public let json: Json

        public init(json: Json) throws {
            self.json = try json.object()
        }

        /// A new one; what is left out has its default.
        public init(node: String) {
            json = Json.written([("node", node)])
        }

        /// The node.
        public var node: String {
            get throws { try json.member("node").text() }
        }
    }

    /// A goal to be interpreted.
    struct GoalRequest: Document {
        public let json: Json

        public init(json: Json) throws {
            self.json = try json.object()
        }

        /// A new one; what is left out has its default.
        public init(text: String, project: String? = nil, name: String? = nil, answers: [Documents.Answer]? = nil) {
            json = Json.written([("text", text), ("project", project), ("name", name), ("answers", answers)])
        }

        /// The goal in plain words.
        public var text: String {
            get throws { try json.member("text").text() }
        }

        /// The project to work in; a new one is made where absent or where it does not exist.
        public var project: String? {
            get throws { try json.member("project").optional { try $0.text() } }
        }

        /// A name for a new project; the title of the intent where absent.
        public var name: String? {
            get throws { try json.member("name").optional { try $0.text() } }
        }

        /// Answers to questions, where they are known already.
        public var answers: [Documents.Answer] {
            get throws { try json.member("answers").list { try Documents.Answer(json: $0) } }
        }
    }

    /// A sub-plan: a named set of nodes.
    struct Group: Document {
        public let json: Json

        public init(json: Json) throws {
            self.json = try json.object()
        }

        /// A new one; what is left out has its default.
        public init(id: String, title: String) {
            json = Json.written([("id", id), ("title", title)])
        }

        /// Names the group.
        public var id: String {
            get throws { try json.member("id").text() }
        }

        /// A short name.
        public var title: String {
            get throws { try json.member("title").text() }
        }
    }

    /// A new sub-plan.
    struct GroupNodes: Document {
        public let json: Json

        public init(json: Json) throws {
            self.json = try json.object()
        }

        /// A new one; what is left out has its default.
        public init(nodes: [String], title: String) {
            json = Json.written([("nodes", nodes), ("title", title)])
        }

        /// The nodes.
        public var nodes: [String] {
            get throws { try json.member("nodes").list { try $0.text() } }
        }

        /// Its title.
        public var title: String {
            get throws { try json.member("title").text() }
        }
    }

    /// A sub-plan.
    struct GroupTarget: Document {
        public let json: Json

        public init(json: Json) throws {
            self.json = try json.object()
        }

        /// A new one; what is left out has its default.
        public init(group: String) {
            json = Json.written([("group", group)])
        }

        /// The group.
        public var group: String {
            get throws { try json.member("group").text() }
        }
    }

    /// A package for engineers.
    struct HandedOff: Document {
        public let json: Json

        public init(json: Json) throws {
            self.json = try json.object()
        }

        /// A new one; what is left out has its default.
        public init(project: String, handoff: Documents.Handoff) {
            json = Json.written([("project", project), ("handoff", handoff)])
        }

        /// The project.
        public var project: String {
            get throws { try json.member("project").text() }
        }

        /// The package.
        public var handoff: Documents.Handoff {
            get throws { try Documents.Handoff(json: json.member("handoff")) }
        }
    }

    /// A package that engineers build from.
    struct Handoff: Document {
        public let json: Json

        public init(json: Json) throws {
            self.json = try json.object()
        }

        /// A new one; what is left out has its default.
        public init(id: String, plan: String, planVersion: String, files: [String: String]) {
            json = Json.written([("id", id), ("plan", plan), ("plan_version", planVersion), ("files", files)])
        }

        /// Made from the content.
        public var id: String {
            get throws { try json.member("id").text() }
        }

        /// The plan.
        public var plan: String {
            get throws { try json.member("plan").text() }
        }

        /// The plan's version.
        public var planVersion: String {
            get throws { try json.member("plan_version").text() }
        }

        /// Text of each file by its path in the folder, with `/` between folders.
        public var files: [String: String] {
            get throws { try json.member("files").map { try $0.text() } }
        }
    }

    /// The times from begin to end of cases: held out ones against simulated ones.
    struct HeldOut: Document {
        public let json: Json

        public init(json: Json) throws {
            self.json = try json.object()
        }

        /// A new one; what is left out has its default.
        public init(fittedCases: Int, comparedCases: Int, meanMs: Double, simulatedMeanMs: Double, distanceMs: Double, earlierDistanceMs: Double, largestDifference: Double) {
            json = Json.written([("fitted_cases", fittedCases), ("compared_cases", comparedCases), ("mean_ms", meanMs), ("simulated_mean_ms", simulatedMeanMs), ("distance_ms", distanceMs), ("earlier_distance_ms", earlierDistanceMs), ("largest_difference", largestDifference)])
        }

        /// Cases, the earliest ones, that the numbers were taken from.
        public var fittedCases: Int {
            get throws { try json.member("fitted_cases").integer() }
        }

        /// Later cases that were compared.
        public var comparedCases: Int {
            get throws { try json.member("compared_cases").integer() }
        }

        /// Mean time from begin to end of the later cases, in milliseconds.
        public var meanMs: Double {
            get throws { try json.member("mean_ms").number() }
        }

        /// The same of simulated cases.
        public var simulatedMeanMs: Double {
            get throws { try json.member("simulated_mean_ms").number() }
        }

        /// How far the distribution of simulated times lies from that of the later cases, in milliseconds: the mean
        /// difference of equal quantiles (the first Wasserstein distance).
        public var distanceMs: Double {
            get throws { try json.member("distance_ms").number() }
        }

        /// The same distance for the earlier cases themselves: how far the log is from itself, which no simulation of the
        /// earlier cases can be expected to beat.
        public var earlierDistanceMs: Double {
            get throws { try json.member("earlier_distance_ms").number() }
        }

        /// The largest difference of the shares below any time, simulated against held out, from 0 to 1.
        public var largestDifference: Double {
            get throws { try json.member("largest_difference").number() }
        }
    }

    /// How much of a history is wanted.
    struct HistoryRequest: Document {
        public let json: Json

        public init(json: Json) throws {
            self.json = try json.object()
        }

        /// A new one; what is left out has its default.
        public init(project: String, most: Int? = nil) {
            json = Json.written([("project", project), ("most", most)])
        }

        /// The project.
        public var project: String {
            get throws { try json.member("project").text() }
        }

        /// Most revisions; 100 where absent.
        public var most: Int? {
            get throws { try json.member("most").optional { try $0.integer() } }
        }
    }

    /// The revisions of a project.
    struct HistoryResponse: Document {
        public let json: Json

        public init(json: Json) throws {
            self.json = try json.object()
        }

        /// A new one; what is left out has its default.
        public init(revisions: [Documents.Revision]) {
            json = Json.written([("revisions", revisions)])
        }

        /// Newest first.
        public var revisions: [Documents.Revision] {
            get throws { try json.member("revisions").list { try Documents.Revision(json: $0) } }
        }
    }

    /// HTTP methods.
    enum HttpMethod: String, Sendable, CaseIterable, Choice {
        case get = "get"
        case post = "post"
        case put = "put"
        case patch = "patch"
        case delete = "delete"
    }

    /// A process model that a project is to be made of.
    struct ImportRequest: Document {
        public let json: Json

        public init(json: Json) throws {
            self.json = try json.object()
        }

        /// A new one; what is left out has its default.
        public init(model: String, parameters: String? = nil, name: String? = nil) {
            json = Json.written([("model", model), ("parameters", parameters), ("name", name)])
        }

        /// The model: the text of a BPMN 2.0 file.
        public var model: String {
            get throws { try json.member("model").text() }
        }

        /// The parameters of a simulation in the JSON of Prosimos; those of BIMP or QBP in the model itself where absent.
        public var parameters: String? {
            get throws { try json.member("parameters").optional { try $0.text() } }
        }

        /// A name for the new project; the title of the model where absent.
        public var name: String? {
            get throws { try json.member("name").optional { try $0.text() } }
        }
    }

    /// A process model as a project.
    struct Imported: Document {
        public let json: Json

        public init(json: Json) throws {
            self.json = try json.object()
        }

        /// A new one; what is left out has its default.
        public init(planned: Documents.Planned, hasArrivals: Bool, notKept: [Documents.NotKept], cases: Int? = nil) {
            json = Json.written([("planned", planned), ("has_arrivals", hasArrivals), ("not_kept", notKept), ("cases", cases)])
        }

        /// The plan, with what there is to say about it.
        public var planned: Documents.Planned {
            get throws { try Documents.Planned(json: json.member("planned")) }
        }

        /// Whether the model says when cases arrive.
        public var hasArrivals: Bool {
            get throws { try json.member("has_arrivals").truth() }
        }

        /// How many cases the parameters ask for.
        public var cases: Int? {
            get throws { try json.member("cases").optional { try $0.integer() } }
        }

        /// What the plan cannot say.
        public var notKept: [Documents.NotKept] {
            get throws { try json.member("not_kept").list { try Documents.NotKept(json: $0) } }
        }
    }

    /// One procedure of statistics, and the numbers that it is applied to.
    struct InferRequest: Document {
        public let json: Json

        public init(json: Json) throws {
            self.json = try json.object()
        }

        /// A new one; what is left out has its default.
        public init(procedure: Documents.Procedure, options: Documents.TestOptions? = nil) {
            json = Json.written([("procedure", procedure), ("options", options)])
        }

        /// The procedure.
        public var procedure: Documents.Procedure {
            get throws { try Documents.Procedure(json: json.member("procedure")) }
        }

        /// Confidence, direction and the value that is tested against, for procedures that have them.
        public var options: Documents.TestOptions? {
            get throws { try json.member("options").optional { try Documents.TestOptions(json: $0) } }
        }
    }

    /// What a procedure says. What it does not give is absent.
    struct Inferred: Document {
        public let json: Json

        public init(json: Json) throws {
            self.json = try json.object()
        }

        /// A new one; what is left out has its default.
        public init(estimate: Double? = nil, standardError: Double? = nil, degreesOfFreedom: Double? = nil, statistic: Double? = nil, pValue: Double? = nil, low: Double? = nil, high: Double? = nil, superiority: Double? = nil, chanceLarger: Double? = nil, chanceSame: Double? = nil, lossIfChosen: Double? = nil, lossIfKept: Double? = nil, pValues: [Double]? = nil, bounds: [Double?]? = nil) {
            json = Json.written([("estimate", estimate), ("standard_error", standardError), ("degrees_of_freedom", degreesOfFreedom), ("statistic", statistic), ("p_value", pValue), ("low", low), ("high", high), ("superiority", superiority), ("chance_larger", chanceLarger), ("chance_same", chanceSame), ("loss_if_chosen", lossIfChosen), ("loss_if_kept", lossIfKept), ("p_values", pValues), ("bounds", bounds)])
        }

        /// The estimate.
        public var estimate: Double? {
            get throws { try json.member("estimate").optional { try $0.number() } }
        }

        /// Its standard error; of beliefs the standard deviation.
        public var standardError: Double? {
            get throws { try json.member("standard_error").optional { try $0.number() } }
        }

        /// Degrees of freedom; absent where they are infinite.
        public var degreesOfFreedom: Double? {
            get throws { try json.member("degrees_of_freedom").optional { try $0.number() } }
        }

        /// The statistic of the test.
        public var statistic: Double? {
            get throws { try json.member("statistic").optional { try $0.number() } }
        }

        /// Probability of data at least this extreme if the null value were true.
        public var pValue: Double? {
            get throws { try json.member("p_value").optional { try $0.number() } }
        }

        /// Lower end of the interval; absent where it is open.
        public var low: Double? {
            get throws { try json.member("low").optional { try $0.number() } }
        }

        /// Upper end of the interval; absent where it is open.
        public var high: Double? {
            get throws { try json.member("high").optional { try $0.number() } }
        }

        /// Of ranks: how likely a treatment value is larger than a control value, ties half.
        public var superiority: Double? {
            get throws { try json.member("superiority").optional { try $0.number() } }
        }

        /// Of beliefs: probability that the treatment is larger.
        public var chanceLarger: Double? {
            get throws { try json.member("chance_larger").optional { try $0.number() } }
        }

        /// Of a belief: probability that the difference does not matter.
        public var chanceSame: Double? {
            get throws { try json.member("chance_same").optional { try $0.number() } }
        }

        /// Of beliefs: what is given up on average by choosing the treatment, where more is better.
        public var lossIfChosen: Double? {
            get throws { try json.member("loss_if_chosen").optional { try $0.number() } }
        }

        /// Of beliefs: what is given up on average by keeping the control, where more is better.
        public var lossIfKept: Double? {
            get throws { try json.member("loss_if_kept").optional { try $0.number() } }
        }

        /// Adjusted p-values, in the order of those given.
        public var pValues: [Double] {
            get throws { try json.member("p_values").list { try $0.number() } }
        }

        /// The bound of each look in standard errors; absent where nothing is spent yet.
        public var bounds: [Double?] {
            get throws { try json.member("bounds").list { try $0.optional { try $0.number() } } }
        }
    }

    /// A rule concluded it.
    struct InferredOrigin: Document {
        public let json: Json

        public init(json: Json) throws {
            self.json = try json.object()
        }

        /// A new one; what is left out has its default.
        public init(rule: String, reason: String, confidence: Double, quotes: [Documents.Quote]? = nil) {
            json = Json.written([("rule", rule), ("reason", reason), ("confidence", confidence), ("quotes", quotes)])
        }

        /// The rule, for example `archetype.checkout`.
        public var rule: String {
            get throws { try json.member("rule").text() }
        }

        /// Why, in one plain sentence.
        public var reason: String {
            get throws { try json.member("reason").text() }
        }

        /// The words that the rule looked at, where there are any.
        public var quotes: [Documents.Quote] {
            get throws { try json.member("quotes").list { try Documents.Quote(json: $0) } }
        }

        /// How sure the rule is, from 0 to 1.
        public var confidence: Double {
            get throws { try json.member("confidence").number() }
        }
    }

    /// Which assumptions drive a metric: all of them screened, and those that matter measured.
    struct Influence: Document {
        public let json: Json

        public init(json: Json) throws {
            self.json = try json.object()
        }

        /// A new one; what is left out has its default.
        public init(schemaVersion: Int, metric: String, title: String, unit: Documents.Unit, runs: Int, cases: Int, mean: Double, deviation: Double, screened: [Documents.ScreenedAssumption], ranked: [Documents.RankedAssumption]) {
            json = Json.written([("schema_version", schemaVersion), ("metric", metric), ("title", title), ("unit", unit), ("runs", runs), ("cases", cases), ("mean", mean), ("deviation", deviation), ("screened", screened), ("ranked", ranked)])
        }

        /// Version of this document's shape.
        public var schemaVersion: Int {
            get throws { try json.member("schema_version").integer() }
        }

        /// The metric.
        public var metric: String {
            get throws { try json.member("metric").text() }
        }

        /// Its name for people.
        public var title: String {
            get throws { try json.member("title").text() }
        }

        /// Its unit.
        public var unit: Documents.Unit {
            get throws { try Documents.Unit(json: json.member("unit")) }
        }

        /// How many runs were made in all.
        public var runs: Int {
            get throws { try json.member("runs").integer() }
        }

        /// Cases of each run.
        public var cases: Int {
            get throws { try json.member("cases").integer() }
        }

        /// The mean of the metric over the ranges of the ranked assumptions; its value in the plan where none is ranked.
        public var mean: Double {
            get throws { try json.member("mean").number() }
        }

        /// The standard deviation of the metric over these ranges.
        public var deviation: Double {
            get throws { try json.member("deviation").number() }
        }

        /// Every assumption that a run uses and that has a range, the strongest first.
        public var screened: [Documents.ScreenedAssumption] {
            get throws { try json.member("screened").list { try Documents.ScreenedAssumption(json: $0) } }
        }

        /// The ones that matter, the strongest first: how much of the spread each explains.
        public var ranked: [Documents.RankedAssumption] {
            get throws { try json.member("ranked").list { try Documents.RankedAssumption(json: $0) } }
        }
    }

    /// How much is spent.
    struct InfluenceOptions: Document {
        public let json: Json

        public init(json: Json) throws {
            self.json = try json.object()
        }

        /// A new one; what is left out has its default.
        public init(cases: Int? = nil, replications: Int? = nil, trajectories: Int? = nil, samples: Int? = nil, mostRanked: Int? = nil) {
            json = Json.written([("cases", cases), ("replications", replications), ("trajectories", trajectories), ("samples", samples), ("most_ranked", mostRanked)])
        }

        /// Cases of each run.
        public var cases: Int? {
            get throws { try json.member("cases").optional { try $0.integer() } }
        }

        /// Replications of each run.
        public var replications: Int? {
            get throws { try json.member("replications").optional { try $0.integer() } }
        }

        /// Screening: how often each assumption is moved.
        public var trajectories: Int? {
            get throws { try json.member("trajectories").optional { try $0.integer() } }
        }

        /// Measuring: rows of the design; each takes two runs more than there are ranked assumptions.
        public var samples: Int? {
            get throws { try json.member("samples").optional { try $0.integer() } }
        }

        /// Most assumptions that are ranked.
        public var mostRanked: Int? {
            get throws { try json.member("most_ranked").optional { try $0.integer() } }
        }
    }

    /// Which assumptions drive a metric, and what that means.
    struct Influenced: Document {
        public let json: Json

        public init(json: Json) throws {
            self.json = try json.object()
        }

        /// A new one; what is left out has its default.
        public init(project: String, influence: Documents.Influence, explanation: Documents.Explanation) {
            json = Json.written([("project", project), ("influence", influence), ("explanation", explanation)])
        }

        /// The project.
        public var project: String {
            get throws { try json.member("project").text() }
        }

        /// The figures.
        public var influence: Documents.Influence {
            get throws { try Documents.Influence(json: json.member("influence")) }
        }

        /// What people should know.
        public var explanation: Documents.Explanation {
            get throws { try Documents.Explanation(json: json.member("explanation")) }
        }
    }

    /// A new step.
    struct InsertStep: Document {
        public let json: Json

        public init(json: Json) throws {
            self.json = try json.object()
        }

        /// A new one; what is left out has its default.
        public init(title: String, place: Documents.Place, actor: String? = nil) {
            json = Json.written([("title", title), ("place", place), ("actor", actor)])
        }

        /// The step as an instruction.
        public var title: String {
            get throws { try json.member("title").text() }
        }

        /// Where.
        public var place: Documents.Place {
            get throws { try Documents.Place(json: json.member("place")) }
        }

        /// Who does it; as its neighbour where absent.
        public var actor: String? {
            get throws { try json.member("actor").optional { try $0.text() } }
        }
    }

    /// One thing that people should know.
    struct Insight: Document {
        public let json: Json

        public init(json: Json) throws {
            self.json = try json.object()
        }

        /// A new one; what is left out has its default.
        public init(id: String, kind: Documents.InsightKind, headline: String, text: String, importance: Double, facts: [Documents.Fact], suggestion: String? = nil) {
            json = Json.written([("id", id), ("kind", kind), ("headline", headline), ("text", text), ("importance", importance), ("facts", facts), ("suggestion", suggestion)])
        }

        /// Names the insight.
        public var id: String {
            get throws { try json.member("id").text() }
        }

        /// What it is about.
        public var kind: Documents.InsightKind {
            get throws { try json.member("kind").choice(Documents.InsightKind.self) }
        }

        /// One short line.
        public var headline: String {
            get throws { try json.member("headline").text() }
        }

        /// One to four plain sentences.
        public var text: String {
            get throws { try json.member("text").text() }
        }

        /// From 0 (good to know) to 1 (read this first).
        public var importance: Double {
            get throws { try json.member("importance").number() }
        }

        /// Every figure of the text, with where it was read.
        public var facts: [Documents.Fact] {
            get throws { try json.member("facts").list { try Documents.Fact(json: $0) } }
        }

        /// A sentence that the plan editor understands, where something can be done.
        public var suggestion: String? {
            get throws { try json.member("suggestion").optional { try $0.text() } }
        }
    }

    /// What an insight is about.
    enum InsightKind: String, Sendable, CaseIterable, Choice {
        case whyThisPlan = "why_this_plan"
        case whatHappened = "what_happened"
        case whatFailed = "what_failed"
        case whatNext = "what_next"
        case whatMatters = "what_matters"
        case comparison = "comparison"
        case risk = "risk"
    }

    /// A whole number between bounds.
    struct IntegerRange: Document {
        public let json: Json

        public init(json: Json) throws {
            self.json = try json.object()
        }

        /// A new one; what is left out has its default.
        public init(minimum: Int, maximum: Int) {
            json = Json.written([("minimum", minimum), ("maximum", maximum)])
        }

        /// Lowest value.
        public var minimum: Int {
            get throws { try json.member("minimum").integer() }
        }

        /// Highest value.
        public var maximum: Int {
            get throws { try json.member("maximum").integer() }
        }
    }

    /// A goal in structured form.
    struct Intent: Document {
        public let json: Json

        public init(json: Json) throws {
            self.json = try json.object()
        }

        /// A new one; what is left out has its default.
        public init(schemaVersion: Int, id: String, title: String, text: String, forms: [Documents.TextForm], kind: Documents.IntentKindChoice, goal: Documents.Statement, actors: [Documents.Actor], objects: [Documents.IntentObject], steps: [Documents.StatedStep], blocks: [Documents.Block], constraints: [Documents.Constraint], assumptions: [Documents.Statement], successCriteria: [Documents.SuccessCriterion], limits: [Documents.StatedLimit], nonGoals: [Documents.Statement], questions: [Documents.Question], answers: [Documents.Answer]) {
            json = Json.written([("schema_version", schemaVersion), ("id", id), ("title", title), ("text", text), ("forms", forms), ("kind", kind), ("goal", goal), ("actors", actors), ("objects", objects), ("steps", steps), ("blocks", blocks), ("constraints", constraints), ("assumptions", assumptions), ("success_criteria", successCriteria), ("limits", limits), ("non_goals", nonGoals), ("questions", questions), ("answers", answers)])
        }

        /// Version of this document's shape.
        public var schemaVersion: Int {
            get throws { try json.member("schema_version").integer() }
        }

        /// Made from the hash of text and answers.
        public var id: String {
            get throws { try json.member("id").text() }
        }

        /// A short name for the idea.
        public var title: String {
            get throws { try json.member("title").text() }
        }

        /// The goal text as it was read; all goal spans point into it.
        public var text: String {
            get throws { try json.member("text").text() }
        }

        /// The forms that were recognised in the text, most important first.
        public var forms: [Documents.TextForm] {
            get throws { try json.member("forms").list { try $0.choice(Documents.TextForm.self) } }
        }

        /// What is to be made.
        public var kind: Documents.IntentKindChoice {
            get throws { try Documents.IntentKindChoice(json: json.member("kind")) }
        }

        /// What is to be reached, in one sentence.
        public var goal: Documents.Statement {
            get throws { try Documents.Statement(json: json.member("goal")) }
        }

        /// Who or what acts.
        public var actors: [Documents.Actor] {
            get throws { try json.member("actors").list { try Documents.Actor(json: $0) } }
        }

        /// Things that are handled: orders, forms, accounts.
        public var objects: [Documents.IntentObject] {
            get throws { try json.member("objects").list { try Documents.IntentObject(json: $0) } }
        }

        /// Steps that the text states, in the order in which they happen.
        public var steps: [Documents.StatedStep] {
            get throws { try json.member("steps").list { try Documents.StatedStep(json: $0) } }
        }

        /// Decisions, parallel parts and loops that the stated steps stand in.
        public var blocks: [Documents.Block] {
            get throws { try json.member("blocks").list { try Documents.Block(json: $0) } }
        }

        /// What must, must not or may only be.
        public var constraints: [Documents.Constraint] {
            get throws { try json.member("constraints").list { try Documents.Constraint(json: $0) } }
        }

        /// What the text, or a default, takes for granted.
        public var assumptions: [Documents.Statement] {
            get throws { try json.member("assumptions").list { try Documents.Statement(json: $0) } }
        }

        /// How success will be recognised.
        public var successCriteria: [Documents.SuccessCriterion] {
            get throws { try json.member("success_criteria").list { try Documents.SuccessCriterion(json: $0) } }
        }

        /// Limits on money, time and number.
        public var limits: [Documents.StatedLimit] {
            get throws { try json.member("limits").list { try Documents.StatedLimit(json: $0) } }
        }

        /// What the text says is out of scope.
        public var nonGoals: [Documents.Statement] {
            get throws { try json.member("non_goals").list { try Documents.Statement(json: $0) } }
        }

        /// What is unclear: every candidate as read; after `plan::ask` at most five whose answers change the plan.
        public var questions: [Documents.Question] {
            get throws { try json.member("questions").list { try Documents.Question(json: $0) } }
        }

        /// What the user answered so far.
        public var answers: [Documents.Answer] {
            get throws { try json.member("answers").list { try Documents.Answer(json: $0) } }
        }
    }

    /// A typed change of an intent.
    enum IntentChange: Document {
        case setKind(Documents.KindChange)
        case setCriterion(Documents.CriterionChange)
        case addCriterion(Documents.NewCriterion)
        case setStepActor(Documents.StepActorChange)
        case addStep(Documents.NewStatedStep)
        case addOtherwise(Documents.OtherwiseChange)
        case setRepeatLimit(Documents.RepeatChange)
        case setStepTime(Documents.StepTimeChange)
        case placeStep(Documents.StepPlaceChange)
        case setWording(Documents.WordingChange)
        case addConstraint(Documents.NewConstraint)
        case addAssumption(Documents.NewAssumption)
        case drop(Documents.DroppedItem)
        /// A form of a later version.
        case unrecognized(Json)

        public init(json: Json) throws {
            switch try json.member("type").text() {
            case "set_kind": self = .setKind(try Documents.KindChange(json: json))
            case "set_criterion": self = .setCriterion(try Documents.CriterionChange(json: json))
            case "add_criterion": self = .addCriterion(try Documents.NewCriterion(json: json))
            case "set_step_actor": self = .setStepActor(try Documents.StepActorChange(json: json))
            case "add_step": self = .addStep(try Documents.NewStatedStep(json: json))
            case "add_otherwise": self = .addOtherwise(try Documents.OtherwiseChange(json: json))
            case "set_repeat_limit": self = .setRepeatLimit(try Documents.RepeatChange(json: json))
            case "set_step_time": self = .setStepTime(try Documents.StepTimeChange(json: json))
            case "place_step": self = .placeStep(try Documents.StepPlaceChange(json: json))
            case "set_wording": self = .setWording(try Documents.WordingChange(json: json))
            case "add_constraint": self = .addConstraint(try Documents.NewConstraint(json: json))
            case "add_assumption": self = .addAssumption(try Documents.NewAssumption(json: json))
            case "drop": self = .drop(try Documents.DroppedItem(json: json))
            default: self = .unrecognized(json)
            }
        }

        public var json: Json {
            switch self {
            case .setKind(let value): return value.json.tagged("set_kind")
            case .setCriterion(let value): return value.json.tagged("set_criterion")
            case .addCriterion(let value): return value.json.tagged("add_criterion")
            case .setStepActor(let value): return value.json.tagged("set_step_actor")
            case .addStep(let value): return value.json.tagged("add_step")
            case .addOtherwise(let value): return value.json.tagged("add_otherwise")
            case .setRepeatLimit(let value): return value.json.tagged("set_repeat_limit")
            case .setStepTime(let value): return value.json.tagged("set_step_time")
            case .placeStep(let value): return value.json.tagged("place_step")
            case .setWording(let value): return value.json.tagged("set_wording")
            case .addConstraint(let value): return value.json.tagged("add_constraint")
            case .addAssumption(let value): return value.json.tagged("add_assumption")
            case .drop(let value): return value.json.tagged("drop")
            case .unrecognized(let json): return json
            }
        }
    }

    /// What is to be made.
    enum IntentKind: String, Sendable, CaseIterable, Choice {
        case workflow = "workflow"
        case prototype = "prototype"
        case experiment = "experiment"
    }

    /// What is to be made, with the evidence for it.
    struct IntentKindChoice: Document {
        public let json: Json

        public init(json: Json) throws {
            self.json = try json.object()
        }

        /// A new one; what is left out has its default.
        public init(value: Documents.IntentKind, origin: Documents.Origin) {
            json = Json.written([("value", value), ("origin", origin)])
        }

        /// The choice.
        public var value: Documents.IntentKind {
            get throws { try json.member("value").choice(Documents.IntentKind.self) }
        }

        /// Where it comes from.
        public var origin: Documents.Origin {
            get throws { try Documents.Origin(json: json.member("origin")) }
        }
    }

    /// A thing that is handled.
    struct IntentObject: Document {
        public let json: Json

        public init(json: Json) throws {
            self.json = try json.object()
        }

        /// A new one; what is left out has its default.
        public init(id: String, name: String, origin: Documents.Origin, properties: [String]? = nil) {
            json = Json.written([("id", id), ("name", name), ("origin", origin), ("properties", properties)])
        }

        /// Names the object within the intent.
        public var id: String {
            get throws { try json.member("id").text() }
        }

        /// Singular noun phrase in the user's words, without article, lower-case unless a name.
        public var name: String {
            get throws { try json.member("name").text() }
        }

        /// Properties that the text names, for example `email`.
        public var properties: [String] {
            get throws { try json.member("properties").list { try $0.text() } }
        }

        /// Where it comes from.
        public var origin: Documents.Origin {
            get throws { try Documents.Origin(json: json.member("origin")) }
        }
    }

    /// One thing that somebody did.
    struct Interaction: Document {
        public let json: Json

        public init(json: Json) throws {
            self.json = try json.object()
        }

        /// A new one; what is left out has its default.
        public init(sequence: Int, atMs: Int, page: String, action: Documents.InteractionKind, target: String? = nil) {
            json = Json.written([("sequence", sequence), ("at_ms", atMs), ("page", page), ("action", action), ("target", target)])
        }

        /// Counts from 1.
        public var sequence: Int {
            get throws { try json.member("sequence").integer() }
        }

        /// Milliseconds since the session began.
        public var atMs: Int {
            get throws { try json.member("at_ms").integer() }
        }

        /// The page.
        public var page: String {
            get throws { try json.member("page").text() }
        }

        /// What was done.
        public var action: Documents.InteractionKind {
            get throws { try json.member("action").choice(Documents.InteractionKind.self) }
        }

        /// The button or field.
        public var target: String? {
            get throws { try json.member("target").optional { try $0.text() } }
        }
    }

    /// What can be done.
    enum InteractionKind: String, Sendable, CaseIterable, Choice {
        case show = "show"
        case change = "change"
        case press = "press"
        case back = "back"
        case refuse = "refuse"
        case restart = "restart"
    }

    /// An interpreted goal.
    struct Interpreted: Document {
        public let json: Json

        public init(json: Json) throws {
            self.json = try json.object()
        }

        /// A new one; what is left out has its default.
        public init(project: String, intent: Documents.Intent) {
            json = Json.written([("project", project), ("intent", intent)])
        }

        /// The project.
        public var project: String {
            get throws { try json.member("project").text() }
        }

        /// The goal as structure, with the questions that are open.
        public var intent: Documents.Intent {
            get throws { try Documents.Intent(json: json.member("intent")) }
        }
    }

    /// An item of a project that is asked about.
    struct ItemRequest: Document {
        public let json: Json

        public init(json: Json) throws {
            self.json = try json.object()
        }

        /// A new one; what is left out has its default.
        public init(project: String, item: String) {
            json = Json.written([("project", project), ("item", item)])
        }

        /// The project.
        public var project: String {
            get throws { try json.member("project").text() }
        }

        /// The id of the item, for example `step_pay`.
        public var item: String {
            get throws { try json.member("item").text() }
        }
    }

    /// Parts that are to become the run of a project.
    struct JoinRequest: Document {
        public let json: Json

        public init(json: Json) throws {
            self.json = try json.object()
        }

        /// A new one; what is left out has its default.
        public init(project: String, scenario: Documents.Scenario, partsBase64: [String]) {
            json = Json.written([("project", project), ("scenario", scenario), ("parts_base64", partsBase64)])
        }

        /// The project, whose plan must still be the one of the parts.
        public var project: String {
            get throws { try json.member("project").text() }
        }

        /// The circumstances, as they were prepared.
        public var scenario: Documents.Scenario {
            get throws { try Documents.Scenario(json: json.member("scenario")) }
        }

        /// All parts, in any order.
        public var partsBase64: [String] {
            get throws { try json.member("parts_base64").list { try $0.text() } }
        }
    }

    /// As what a column was kept.
    enum KeptAs: String, Sendable, CaseIterable, Choice {
        case categories = "categories"
        case numbers = "numbers"
        case moments = "moments"
        case madeUp = "made_up"
        case leftOut = "left_out"
    }

    /// What is to be made.
    struct KindChange: Document {
        public let json: Json

        public init(json: Json) throws {
            self.json = try json.object()
        }

        /// A new one; what is left out has its default.
        public init(kind: Documents.IntentKind) {
            json = Json.written([("kind", kind)])
        }

        /// The kind.
        public var kind: Documents.IntentKind {
            get throws { try json.member("kind").choice(Documents.IntentKind.self) }
        }
    }

    /// An event log that numbers, or a plan, are to be taken from.
    struct LearnRequest: Document {
        public let json: Json

        public init(json: Json) throws {
            self.json = try json.object()
        }

        /// A new one; what is left out has its default.
        public init(log: String? = nil, logBase64: String? = nil, project: String? = nil, name: String? = nil, source: String? = nil, fittedShare: Double? = nil, columns: Documents.LogOptions? = nil) {
            json = Json.written([("log", log), ("log_base64", logBase64), ("project", project), ("name", name), ("source", source), ("fitted_share", fittedShare), ("columns", columns)])
        }

        /// The log: the text of an XES file, or of a table in CSV with one event in each row.
        public var log: String? {
            get throws { try json.member("log").optional { try $0.text() } }
        }

        /// The log as bytes in base64 instead, for example packed with gzip.
        public var logBase64: String? {
            get throws { try json.member("log_base64").optional { try $0.text() } }
        }

        /// The project whose plan gets the numbers; a plan is drawn from the log, and a project made, where absent.
        public var project: String? {
            get throws { try json.member("project").optional { try $0.text() } }
        }

        /// A name for the new project.
        public var name: String? {
            get throws { try json.member("name").optional { try $0.text() } }
        }

        /// What the log is called, for origins; `event log` where absent.
        public var source: String? {
            get throws { try json.member("source").optional { try $0.text() } }
        }

        /// The share of cases, the earliest first, that numbers are fitted to before the rest is compared; 0.7 where absent.
        public var fittedShare: Double? {
            get throws { try json.member("fitted_share").optional { try $0.number() } }
        }

        /// How a table is read; everything is found from the names of the columns where absent.
        public var columns: Documents.LogOptions? {
            get throws { try json.member("columns").optional { try Documents.LogOptions(json: $0) } }
        }
    }

    /// What was learned, as it stands in the project.
    struct LearnedPlan: Document {
        public let json: Json

        public init(json: Json) throws {
            self.json = try json.object()
        }

        /// A new one; what is left out has its default.
        public init(planned: Documents.Planned, cases: Int, events: Int, measured: [Documents.Measured], replay: Documents.ReplayFit, notes: [String], heldOut: Documents.HeldOut? = nil) {
            json = Json.written([("planned", planned), ("cases", cases), ("events", events), ("measured", measured), ("replay", replay), ("notes", notes), ("held_out", heldOut)])
        }

        /// The plan with measured numbers, and what there is to say about it.
        public var planned: Documents.Planned {
            get throws { try Documents.Planned(json: json.member("planned")) }
        }

        /// Cases of the log.
        public var cases: Int {
            get throws { try json.member("cases").integer() }
        }

        /// Events of the log.
        public var events: Int {
            get throws { try json.member("events").integer() }
        }

        /// What was measured, number by number.
        public var measured: [Documents.Measured] {
            get throws { try json.member("measured").list { try Documents.Measured(json: $0) } }
        }

        /// How well the log goes through the plan.
        public var replay: Documents.ReplayFit {
            get throws { try Documents.ReplayFit(json: json.member("replay")) }
        }

        /// The comparison with cases that were held out; absent where there are too few.
        public var heldOut: Documents.HeldOut? {
            get throws { try json.member("held_out").optional { try Documents.HeldOut(json: $0) } }
        }

        /// What the log does not say, and what stands in its place.
        public var notes: [String] {
            get throws { try json.member("notes").list { try $0.text() } }
        }
    }

    /// What was kept of a sample.
    struct LikenessReport: Document {
        public let json: Json

        public init(json: Json) throws {
            self.json = try json.object()
        }

        /// A new one; what is left out has its default.
        public init(records: Int, smallestGroup: Int, columns: [Documents.ColumnReport], correlations: [Documents.ColumnPair], shrinkage: Double) {
            json = Json.written([("records", records), ("smallest_group", smallestGroup), ("columns", columns), ("correlations", correlations), ("shrinkage", shrinkage)])
        }

        /// How many records the sample has.
        public var records: Int {
            get throws { try json.member("records").integer() }
        }

        /// The fewest records that any figure stands for.
        public var smallestGroup: Int {
            get throws { try json.member("smallest_group").integer() }
        }

        /// What was kept of each column.
        public var columns: [Documents.ColumnReport] {
            get throws { try json.member("columns").list { try Documents.ColumnReport(json: $0) } }
        }

        /// What hangs together: correlations of normal scores beyond 0.05, the strongest first. `age is there` stands for
        /// whether the column `age` has a value.
        public var correlations: [Documents.ColumnPair] {
            get throws { try json.member("correlations").list { try Documents.ColumnPair(json: $0) } }
        }

        /// By how much correlations were made smaller, so that they can hold together; from 0 to 1.
        public var shrinkage: Double {
            get throws { try json.member("shrinkage").number() }
        }
    }

    /// Upper bounds for inputs, documents and runs. Each has a default that ordinary use never meets.
    struct Limits: Document {
        public let json: Json

        public init(json: Json) throws {
            self.json = try json.object()
        }

        /// A new one; what is left out has its default.
        public init(goalBytes: Int? = nil, sentenceBytes: Int? = nil, documentBytes: Int? = nil, statedSteps: Int? = nil, questions: Int? = nil, planNodes: Int? = nil, planFlows: Int? = nil, cases: Int? = nil, replications: Int? = nil, events: Int? = nil, visitsPerNode: Int? = nil, virtualTimeMs: Int? = nil, traceBytes: Int? = nil, memoryBytes: Int? = nil, logBytes: Int? = nil, logEvents: Int? = nil, xmlDepth: Int? = nil, variants: Int? = nil, metrics: Int? = nil) {
            json = Json.written([("goal_bytes", goalBytes), ("sentence_bytes", sentenceBytes), ("document_bytes", documentBytes), ("stated_steps", statedSteps), ("questions", questions), ("plan_nodes", planNodes), ("plan_flows", planFlows), ("cases", cases), ("replications", replications), ("events", events), ("visits_per_node", visitsPerNode), ("virtual_time_ms", virtualTimeMs), ("trace_bytes", traceBytes), ("memory_bytes", memoryBytes), ("log_bytes", logBytes), ("log_events", logEvents), ("xml_depth", xmlDepth), ("variants", variants), ("metrics", metrics)])
        }

        /// Longest goal text, in bytes.
        public var goalBytes: Int? {
            get throws { try json.member("goal_bytes").optional { try $0.integer() } }
        }

        /// Longest edit or answer in plain English, in bytes.
        public var sentenceBytes: Int? {
            get throws { try json.member("sentence_bytes").optional { try $0.integer() } }
        }

        /// Largest JSON document that is read, in bytes.
        public var documentBytes: Int? {
            get throws { try json.member("document_bytes").optional { try $0.integer() } }
        }

        /// Most stated steps that are taken from one goal.
        public var statedSteps: Int? {
            get throws { try json.member("stated_steps").optional { try $0.integer() } }
        }

        /// Most questions that are asked about one goal.
        public var questions: Int? {
            get throws { try json.member("questions").optional { try $0.integer() } }
        }

        /// Most nodes of one plan.
        public var planNodes: Int? {
            get throws { try json.member("plan_nodes").optional { try $0.integer() } }
        }

        /// Most flows of one plan.
        public var planFlows: Int? {
            get throws { try json.member("plan_flows").optional { try $0.integer() } }
        }

        /// Most cases of one run, over all replications.
        public var cases: Int? {
            get throws { try json.member("cases").optional { try $0.integer() } }
        }

        /// Most replications of one run.
        public var replications: Int? {
            get throws { try json.member("replications").optional { try $0.integer() } }
        }

        /// Most events of one run, over all replications.
        public var events: Int? {
            get throws { try json.member("events").optional { try $0.integer() } }
        }

        /// Most times that one case may pass the same node.
        public var visitsPerNode: Int? {
            get throws { try json.member("visits_per_node").optional { try $0.integer() } }
        }

        /// Longest virtual time of one run, in milliseconds.
        public var virtualTimeMs: Int? {
            get throws { try json.member("virtual_time_ms").optional { try $0.integer() } }
        }

        /// Most bytes of one recorded trace.
        public var traceBytes: Int? {
            get throws { try json.member("trace_bytes").optional { try $0.integer() } }
        }

        /// Most bytes of memory of one simulation, as it counts them itself.
        public var memoryBytes: Int? {
            get throws { try json.member("memory_bytes").optional { try $0.integer() } }
        }

        /// Longest event log, in bytes after unpacking.
        public var logBytes: Int? {
            get throws { try json.member("log_bytes").optional { try $0.integer() } }
        }

        /// Most events of one event log, and most cases.
        public var logEvents: Int? {
            get throws { try json.member("log_events").optional { try $0.integer() } }
        }

        /// How deep elements of an imported XML file may lie in each other.
        public var xmlDepth: Int? {
            get throws { try json.member("xml_depth").optional { try $0.integer() } }
        }

        /// Most variants of one experiment.
        public var variants: Int? {
            get throws { try json.member("variants").optional { try $0.integer() } }
        }

        /// Most metrics of one experiment.
        public var metrics: Int? {
            get throws { try json.member("metrics").optional { try $0.integer() } }
        }
    }

    /// One arm.
    struct LiveArm: Document {
        public let json: Json

        public init(json: Json) throws {
            self.json = try json.object()
        }

        /// A new one; what is left out has its default.
        public init(name: String, weight: Double) {
            json = Json.written([("name", name), ("weight", weight)])
        }

        /// As it stands in the data.
        public var name: String {
            get throws { try json.member("name").text() }
        }

        /// Its planned share; shares need not sum to 1.
        public var weight: Double {
            get throws { try json.member("weight").number() }
        }
    }

    /// What the data say about one arm.
    struct LiveArmVerdict: Document {
        public let json: Json

        public init(json: Json) throws {
            self.json = try json.object()
        }

        /// A new one; what is left out has its default.
        public init(arm: String, decision: Documents.Decision, reasons: [String], wouldChange: String, metrics: [Documents.LiveComparison], moreUnits: Int? = nil, moreDays: Int? = nil, looks: [Documents.LiveLook]? = nil, spread: [Documents.LiveSpread]? = nil, segments: [Documents.LiveSegment]? = nil) {
            json = Json.written([("arm", arm), ("decision", decision), ("reasons", reasons), ("would_change", wouldChange), ("metrics", metrics), ("more_units", moreUnits), ("more_days", moreDays), ("looks", looks), ("spread", spread), ("segments", segments)])
        }

        /// The arm.
        public var arm: String {
            get throws { try json.member("arm").text() }
        }

        /// What to do.
        public var decision: Documents.Decision {
            get throws { try json.member("decision").choice(Documents.Decision.self) }
        }

        /// Why, one plain sentence each.
        public var reasons: [String] {
            get throws { try json.member("reasons").list { try $0.text() } }
        }

        /// What would have to be different for another verdict, in one plain sentence.
        public var wouldChange: String {
            get throws { try json.member("would_change").text() }
        }

        /// Every metric.
        public var metrics: [Documents.LiveComparison] {
            get throws { try json.member("metrics").list { try Documents.LiveComparison(json: $0) } }
        }

        /// How many more units (both arms) would decide with a chance of 80 %, where the verdict is to extend.
        public var moreUnits: Int? {
            get throws { try json.member("more_units").optional { try $0.integer() } }
        }

        /// How many more days that takes at the present pace, where times are known.
        public var moreDays: Int? {
            get throws { try json.member("more_days").optional { try $0.integer() } }
        }

        /// The difference of the metric that decides as it stood after each day, where times are known.
        public var looks: [Documents.LiveLook] {
            get throws { try json.member("looks").list { try Documents.LiveLook(json: $0) } }
        }

        /// How far the values of the metric that decides reach in both arms, as measured: empty for shares and times, and where
        /// the data came as sums.
        public var spread: [Documents.LiveSpread] {
            get throws { try json.member("spread").list { try Documents.LiveSpread(json: $0) } }
        }

        /// The metric that decides in each part of the population, by name, where strata were stated and both arms have
        /// enough units there; the 50 largest.
        public var segments: [Documents.LiveSegment] {
            get throws { try json.member("segments").list { try Documents.LiveSegment(json: $0) } }
        }
    }

    /// How units get their arm.
    struct LiveAssignment: Document {
        public let json: Json

        public init(json: Json) throws {
            self.json = try json.object()
        }

        /// A new one; what is left out has its default.
        public init(key: String, coverage: Double) {
            json = Json.written([("key", key), ("coverage", coverage)])
        }

        /// Seed of the hash; two tests with different keys are independent.
        public var key: String {
            get throws { try json.member("key").text() }
        }

        /// Share of all units that are included, from 0 to 1.
        public var coverage: Double {
            get throws { try json.member("coverage").number() }
        }
    }

    /// What is believed after the data. It does not depend on how often was looked; how often one errs does.
    struct LiveBelief: Document {
        public let json: Json

        public init(json: Json) throws {
            self.json = try json.object()
        }

        /// A new one; what is left out has its default.
        public init(method: String, chanceBetter: Double, lossIfChosen: Double, lossIfKept: Double, difference: Double, sentence: String, chanceSame: Double? = nil, interval: Documents.BeliefInterval? = nil) {
            json = Json.written([("method", method), ("chance_better", chanceBetter), ("loss_if_chosen", lossIfChosen), ("loss_if_kept", lossIfKept), ("difference", difference), ("sentence", sentence), ("chance_same", chanceSame), ("interval", interval)])
        }

        /// How it was computed, in a few words.
        public var method: String {
            get throws { try json.member("method").text() }
        }

        /// Probability that the arm is better than the control.
        public var chanceBetter: Double {
            get throws { try json.member("chance_better").number() }
        }

        /// Probability that the difference is smaller than what is worth having, either way (region of practical
        /// equivalence). Only of a belief about the difference, where something was stated as worth having.
        public var chanceSame: Double? {
            get throws { try json.member("chance_same").optional { try $0.number() } }
        }

        /// What choosing the arm gives up on average (expected loss), in the metric's unit.
        public var lossIfChosen: Double {
            get throws { try json.member("loss_if_chosen").number() }
        }

        /// What keeping the control gives up on average, in the metric's unit.
        public var lossIfKept: Double {
            get throws { try json.member("loss_if_kept").number() }
        }

        /// The mean of the difference.
        public var difference: Double {
            get throws { try json.member("difference").number() }
        }

        /// The interval that holds the difference with the probability of the rule, with equal tails. Only of a belief about
        /// the difference.
        public var interval: Documents.BeliefInterval? {
            get throws { try json.member("interval").optional { try Documents.BeliefInterval(json: $0) } }
        }

        /// One plain sentence that tells it.
        public var sentence: String {
            get throws { try json.member("sentence").text() }
        }
    }

    /// One metric of an arm against the control.
    struct LiveComparison: Document {
        public let json: Json

        public init(json: Json) throws {
            self.json = try json.object()
        }

        /// A new one; what is left out has its default.
        public init(comparison: Documents.Comparison, sentence: String, expert: Documents.ExpertFigures, belief: Documents.LiveBelief? = nil) {
            json = Json.written([("comparison", comparison), ("sentence", sentence), ("expert", expert), ("belief", belief)])
        }

        /// Effect and interval, valid at this look; `pairs` counts the units of both arms. Of the metric that decides, interval
        /// and p-value hold for all treatments together.
        public var comparison: Documents.Comparison {
            get throws { try Documents.Comparison(json: json.member("comparison")) }
        }

        /// One plain sentence that tells it.
        public var sentence: String {
            get throws { try json.member("sentence").text() }
        }

        /// Figures for experts.
        public var expert: Documents.ExpertFigures {
            get throws { try Documents.ExpertFigures(json: json.member("expert")) }
        }

        /// What is believed after the data, where a belief was stated before them.
        public var belief: Documents.LiveBelief? {
            get throws { try json.member("belief").optional { try Documents.LiveBelief(json: $0) } }
        }
    }

    /// A test with real people, stated before the data.
    struct LiveExperiment: Document {
        public let json: Json

        public init(json: Json) throws {
            self.json = try json.object()
        }

        /// A new one; what is left out has its default.
        public init(schemaVersion: Int, title: String, unitColumn: String, armColumn: String, arms: [Documents.LiveArm], metrics: [Documents.LiveMetric], rule: Documents.DecisionRule, rows: Documents.RowKind? = nil, stratumColumn: String? = nil, timeColumn: String? = nil, eventColumn: String? = nil, windowMs: Int? = nil, monitoring: Documents.Monitoring? = nil, aim: Documents.Aim? = nil, adjustment: Documents.Adjustment? = nil, armAdjustment: Documents.ArmAdjustment? = nil, plannedUnits: Int? = nil, assignment: Documents.LiveAssignment? = nil) {
            json = Json.written([("schema_version", schemaVersion), ("title", title), ("unit_column", unitColumn), ("arm_column", armColumn), ("arms", arms), ("metrics", metrics), ("rule", rule), ("rows", rows), ("stratum_column", stratumColumn), ("time_column", timeColumn), ("event_column", eventColumn), ("window_ms", windowMs), ("monitoring", monitoring), ("aim", aim), ("adjustment", adjustment), ("arm_adjustment", armAdjustment), ("planned_units", plannedUnits), ("assignment", assignment)])
        }

        /// Version of this document's shape.
        public var schemaVersion: Int {
            get throws { try json.member("schema_version").integer() }
        }

        /// A short name.
        public var title: String {
            get throws { try json.member("title").text() }
        }

        /// The column that names who was assigned.
        public var unitColumn: String {
            get throws { try json.member("unit_column").text() }
        }

        /// The column that names the arm.
        public var armColumn: String {
            get throws { try json.member("arm_column").text() }
        }

        /// The arms; the first one is the control.
        public var arms: [Documents.LiveArm] {
            get throws { try json.member("arms").list { try Documents.LiveArm(json: $0) } }
        }

        /// What is measured; at least one is primary, and the first of those decides.
        public var metrics: [Documents.LiveMetric] {
            get throws { try json.member("metrics").list { try Documents.LiveMetric(json: $0) } }
        }

        /// What one row of the table is.
        public var rows: Documents.RowKind? {
            get throws { try json.member("rows").optional { try $0.choice(Documents.RowKind.self) } }
        }

        /// The column that names a part of the population by which results are weighted.
        public var stratumColumn: String? {
            get throws { try json.member("stratum_column").optional { try $0.text() } }
        }

        /// The column with the day or time (RFC 3339) at which a unit came in.
        public var timeColumn: String? {
            get throws { try json.member("time_column").optional { try $0.text() } }
        }

        /// The column that names an event, where outcomes come as a log: events that come twice count once.
        public var eventColumn: String? {
            get throws { try json.member("event_column").optional { try $0.text() } }
        }

        /// How long after a unit came in its outcomes count, in milliseconds; as long as there are any where absent.
        public var windowMs: Int? {
            get throws { try json.member("window_ms").optional { try $0.integer() } }
        }

        /// How often the data are looked at.
        public var monitoring: Documents.Monitoring? {
            get throws { try json.member("monitoring").optional { try Documents.Monitoring(json: $0) } }
        }

        /// What the primary metric must show.
        public var aim: Documents.Aim? {
            get throws { try json.member("aim").optional { try $0.choice(Documents.Aim.self) } }
        }

        /// How the verdict is made.
        public var rule: Documents.DecisionRule {
            get throws { try Documents.DecisionRule(json: json.member("rule")) }
        }

        /// How the p-values of the secondary metrics of all arms are adjusted for their number. Not at all where absent: each
        /// of them is then read by itself, and of twenty that do not change about one will look as if it did.
        public var adjustment: Documents.Adjustment? {
            get throws { try json.member("adjustment").optional { try $0.choice(Documents.Adjustment.self) } }
        }

        /// How several treatments share the level of the metric that decides. Where absent: by Dunnett's bounds where the data
        /// are looked at once, else equally.
        public var armAdjustment: Documents.ArmAdjustment? {
            get throws { try json.member("arm_adjustment").optional { try $0.choice(Documents.ArmAdjustment.self) } }
        }

        /// How many units (all arms) were planned.
        public var plannedUnits: Int? {
            get throws { try json.member("planned_units").optional { try $0.integer() } }
        }

        /// How units get their arm, where Aura assigns them.
        public var assignment: Documents.LiveAssignment? {
            get throws { try json.member("assignment").optional { try Documents.LiveAssignment(json: $0) } }
        }
    }

    /// The difference as it stood after a day.
    struct LiveLook: Document {
        public let json: Json

        public init(json: Json) throws {
            self.json = try json.object()
        }

        /// A new one; what is left out has its default.
        public init(day: Int, units: Int, estimate: Double, low: Double, high: Double) {
            json = Json.written([("day", day), ("units", units), ("estimate", estimate), ("low", low), ("high", high)])
        }

        /// Counted from the first day, which is 1.
        public var day: Int {
            get throws { try json.member("day").integer() }
        }

        /// Units of both arms up to then.
        public var units: Int {
            get throws { try json.member("units").integer() }
        }

        /// Variant minus control.
        public var estimate: Double {
            get throws { try json.member("estimate").number() }
        }

        /// Lower end of the range of a look at that time.
        public var low: Double {
            get throws { try json.member("low").number() }
        }

        /// Upper end of that range.
        public var high: Double {
            get throws { try json.member("high").number() }
        }
    }

    /// How a metric is measured.
    enum LiveMeasure: Document {
        case mean(Documents.ColumnMeasure)
        case proportion(Documents.ColumnMeasure)
        case ratio(Documents.RatioMeasure)
        case quantile(Documents.QuantileMeasure)
        case count(Documents.CountMeasure)
        case timeToEvent(Documents.TimeToEventMeasure)
        case retention(Documents.RetentionMeasure)
        case funnelStep(Documents.FunnelStepMeasure)
        case composed(Documents.ComposedMeasure)
        case combined(Documents.CombinedMeasure)
        /// A form of a later version.
        case unrecognized(Json)

        public init(json: Json) throws {
            switch try json.member("type").text() {
            case "mean": self = .mean(try Documents.ColumnMeasure(json: json))
            case "proportion": self = .proportion(try Documents.ColumnMeasure(json: json))
            case "ratio": self = .ratio(try Documents.RatioMeasure(json: json))
            case "quantile": self = .quantile(try Documents.QuantileMeasure(json: json))
            case "count": self = .count(try Documents.CountMeasure(json: json))
            case "time_to_event": self = .timeToEvent(try Documents.TimeToEventMeasure(json: json))
            case "retention": self = .retention(try Documents.RetentionMeasure(json: json))
            case "funnel_step": self = .funnelStep(try Documents.FunnelStepMeasure(json: json))
            case "composed": self = .composed(try Documents.ComposedMeasure(json: json))
            case "combined": self = .combined(try Documents.CombinedMeasure(json: json))
            default: self = .unrecognized(json)
            }
        }

        public var json: Json {
            switch self {
            case .mean(let value): return value.json.tagged("mean")
            case .proportion(let value): return value.json.tagged("proportion")
            case .ratio(let value): return value.json.tagged("ratio")
            case .quantile(let value): return value.json.tagged("quantile")
            case .count(let value): return value.json.tagged("count")
            case .timeToEvent(let value): return value.json.tagged("time_to_event")
            case .retention(let value): return value.json.tagged("retention")
            case .funnelStep(let value): return value.json.tagged("funnel_step")
            case .composed(let value): return value.json.tagged("composed")
            case .combined(let value): return value.json.tagged("combined")
            case .unrecognized(let json): return json
            }
        }
    }

    /// What is measured.
    struct LiveMetric: Document {
        public let json: Json

        public init(json: Json) throws {
            self.json = try json.object()
        }

        /// A new one; what is left out has its default.
        public init(id: String, title: String, measure: Documents.LiveMeasure, unit: Documents.Unit, direction: Documents.Direction, role: Documents.MetricRole, covariates: [String]? = nil, learnedFrom: [String]? = nil, cap: Double? = nil, floor: Double? = nil, winsorize: Documents.Winsorizing? = nil, prior: Documents.Prior? = nil) {
            json = Json.written([("id", id), ("title", title), ("measure", measure), ("unit", unit), ("direction", direction), ("role", role), ("covariates", covariates), ("learned_from", learnedFrom), ("cap", cap), ("floor", floor), ("winsorize", winsorize), ("prior", prior)])
        }

        /// Names the metric: `metric_` and a short word.
        public var id: String {
            get throws { try json.member("id").text() }
        }

        /// For people.
        public var title: String {
            get throws { try json.member("title").text() }
        }

        /// How it is measured.
        public var measure: Documents.LiveMeasure {
            get throws { try Documents.LiveMeasure(json: json.member("measure")) }
        }

        /// The unit of its values.
        public var unit: Documents.Unit {
            get throws { try Documents.Unit(json: json.member("unit")) }
        }

        /// Which way is better.
        public var direction: Documents.Direction {
            get throws { try json.member("direction").choice(Documents.Direction.self) }
        }

        /// What it is for.
        public var role: Documents.MetricRole {
            get throws { try json.member("role").choice(Documents.MetricRole.self) }
        }

        /// Columns that were known before the unit came in, for a sharper result.
        public var covariates: [String] {
            get throws { try json.member("covariates").list { try $0.text() } }
        }

        /// Columns that were known before the unit came in, from which a prediction of the metric is learned for a sharper
        /// result (CUPAC). The prediction of a unit is learned from other units only.
        public var learnedFrom: [String] {
            get throws { try json.member("learned_from").list { try $0.text() } }
        }

        /// Values above count as this; stated before the data.
        public var cap: Double? {
            get throws { try json.member("cap").optional { try $0.number() } }
        }

        /// Values below count as this; stated before the data.
        public var floor: Double? {
            get throws { try json.member("floor").optional { try $0.number() } }
        }

        /// Values beyond these quantiles of all arms together count as the value there; stated before the data.
        public var winsorize: Documents.Winsorizing? {
            get throws { try json.member("winsorize").optional { try Documents.Winsorizing(json: $0) } }
        }

        /// What was believed before the data; where it is stated, the verdict tells what is believed after them as well. The
        /// decision stays that of the rule.
        public var prior: Documents.Prior? {
            get throws { try json.member("prior").optional { try Documents.Prior(json: $0) } }
        }
    }

    /// The metric that decides in one part of the population.
    struct LiveSegment: Document {
        public let json: Json

        public init(json: Json) throws {
            self.json = try json.object()
        }

        /// A new one; what is left out has its default.
        public init(part: String, comparison: Documents.Comparison, sentence: String) {
            json = Json.written([("part", part), ("comparison", comparison), ("sentence", sentence)])
        }

        /// The value of the column of strata.
        public var part: String {
            get throws { try json.member("part").text() }
        }

        /// The effect in this part alone. The intervals and p-values of all parts hold together (Bonferroni).
        public var comparison: Documents.Comparison {
            get throws { try Documents.Comparison(json: json.member("comparison")) }
        }

        /// One plain sentence that tells it.
        public var sentence: String {
            get throws { try json.member("sentence").text() }
        }
    }

    /// How far the values of a share of all units reach.
    struct LiveSpread: Document {
        public let json: Json

        public init(json: Json) throws {
            self.json = try json.object()
        }

        /// A new one; what is left out has its default.
        public init(share: Double, control: Double, variant: Double) {
            json = Json.written([("share", share), ("control", control), ("variant", variant)])
        }

        /// The share, from 0 to 1: 0.5 is the lower half.
        public var share: Double {
            get throws { try json.member("share").number() }
        }

        /// In the control, this share of units has at most this value.
        public var control: Double {
            get throws { try json.member("control").number() }
        }

        /// In the arm, this share of units has at most this value.
        public var variant: Double {
            get throws { try json.member("variant").number() }
        }
    }

    /// What the data say.
    struct LiveVerdict: Document {
        public let json: Json

        public init(json: Json) throws {
            self.json = try json.object()
        }

        /// A new one; what is left out has its default.
        public init(schemaVersion: Int, id: String, experiment: Documents.LiveExperiment, definitionHash: String, dataHash: String, engineVersion: String, isSimulated: Bool, units: [Int], checks: [Documents.TrustCheck], arms: [Documents.LiveArmVerdict], recommended: String? = nil) {
            json = Json.written([("schema_version", schemaVersion), ("id", id), ("experiment", experiment), ("definition_hash", definitionHash), ("data_hash", dataHash), ("engine_version", engineVersion), ("is_simulated", isSimulated), ("units", units), ("checks", checks), ("arms", arms), ("recommended", recommended)])
        }

        /// Version of this document's shape.
        public var schemaVersion: Int {
            get throws { try json.member("schema_version").integer() }
        }

        /// Made from the content.
        public var id: String {
            get throws { try json.member("id").text() }
        }

        /// What was stated before the data.
        public var experiment: Documents.LiveExperiment {
            get throws { try Documents.LiveExperiment(json: json.member("experiment")) }
        }

        /// Hash of that statement.
        public var definitionHash: String {
            get throws { try json.member("definition_hash").text() }
        }

        /// Hash of the data as they were read.
        public var dataHash: String {
            get throws { try json.member("data_hash").text() }
        }

        /// Version of the engine.
        public var engineVersion: String {
            get throws { try json.member("engine_version").text() }
        }

        /// Always false: this is evidence from real people.
        public var isSimulated: Bool {
            get throws { try json.member("is_simulated").truth() }
        }

        /// Units of each arm, in the order of the arms.
        public var units: [Int] {
            get throws { try json.member("units").list { try $0.integer() } }
        }

        /// Whether the data can be trusted.
        public var checks: [Documents.TrustCheck] {
            get throws { try json.member("checks").list { try Documents.TrustCheck(json: $0) } }
        }

        /// One entry for each arm beside the control.
        public var arms: [Documents.LiveArmVerdict] {
            get throws { try json.member("arms").list { try Documents.LiveArmVerdict(json: $0) } }
        }

        /// The arm to take, where there is one.
        public var recommended: String? {
            get throws { try json.member("recommended").optional { try $0.text() } }
        }
    }

    /// The language and the country that names, addresses and telephone numbers are made for, as a tag of BCP 47.
    enum Locale: String, Sendable, CaseIterable, Choice {
        case en = "en"
        case de = "de"
        case fr = "fr"
        case it = "it"
        case nl = "nl"
        case ptBR = "pt-BR"
        case ptPT = "pt-PT"
        case zhCN = "zh-CN"
    }

    /// A form of event logs.
    enum LogFormat: String, Sendable, CaseIterable, Choice {
        case xes = "xes"
        case csv = "csv"
    }

    /// How a table is read. Everything that is absent is found from the names of the columns.
    struct LogOptions: Document {
        public let json: Json

        public init(json: Json) throws {
            self.json = try json.object()
        }

        /// A new one; what is left out has its default.
        public init(`case`: String? = nil, activity: String? = nil, time: String? = nil, started: String? = nil, resource: String? = nil, transition: String? = nil, separator: String? = nil, dateOrder: Documents.DateOrder? = nil) {
            json = Json.written([("case", `case`), ("activity", activity), ("time", time), ("started", started), ("resource", resource), ("transition", transition), ("separator", separator), ("date_order", dateOrder)])
        }

        /// The column that names the case.
        public var `case`: String? {
            get throws { try json.member("case").optional { try $0.text() } }
        }

        /// The column that names what was done.
        public var activity: String? {
            get throws { try json.member("activity").optional { try $0.text() } }
        }

        /// The column with the moment of the event, or of its end.
        public var time: String? {
            get throws { try json.member("time").optional { try $0.text() } }
        }

        /// The column with the moment at which the work began.
        public var started: String? {
            get throws { try json.member("started").optional { try $0.text() } }
        }

        /// The column that says who did it.
        public var resource: String? {
            get throws { try json.member("resource").optional { try $0.text() } }
        }

        /// The column with the transition of the life cycle.
        public var transition: String? {
            get throws { try json.member("transition").optional { try $0.text() } }
        }

        /// The sign between cells; the most frequent of `,`, `;`, tab and `|` in the first line where absent.
        public var separator: String? {
            get throws { try json.member("separator").optional { try $0.text() } }
        }

        /// The order of days like `03/04/2026`; found from the values where they allow only one.
        public var dateOrder: Documents.DateOrder? {
            get throws { try json.member("date_order").optional { try $0.choice(Documents.DateOrder.self) } }
        }
    }

    /// Steps are done again.
    struct LoopNodes: Document {
        public let json: Json

        public init(json: Json) throws {
            self.json = try json.object()
        }

        /// A new one; what is left out has its default.
        public init(first: String, last: String, condition: String, whileHolds: Bool, maxTimes: Int, checkFirst: Bool? = nil) {
            json = Json.written([("first", first), ("last", last), ("condition", condition), ("while_holds", whileHolds), ("max_times", maxTimes), ("check_first", checkFirst)])
        }

        /// First node of the loop.
        public var first: String {
            get throws { try json.member("first").text() }
        }

        /// Last node of the loop; the same as the first where one node is repeated.
        public var last: String {
            get throws { try json.member("last").text() }
        }

        /// What is checked, in English.
        public var condition: String {
            get throws { try json.member("condition").text() }
        }

        /// Whether the loop goes on while the condition holds (else until it holds).
        public var whileHolds: Bool {
            get throws { try json.member("while_holds").truth() }
        }

        /// Most rounds.
        public var maxTimes: Int {
            get throws { try json.member("max_times").integer() }
        }

        /// Whether it is checked before the first round, so that there may be none; else after every round.
        public var checkFirst: Bool? {
            get throws { try json.member("check_first").optional { try $0.truth() } }
        }
    }

    /// A mean and a standard deviation.
    struct MeanAndDeviation: Document {
        public let json: Json

        public init(json: Json) throws {
            self.json = try json.object()
        }

        /// A new one; what is left out has its default.
        public init(mean: Double, standardDeviation: Double) {
            json = Json.written([("mean", mean), ("standard_deviation", standardDeviation)])
        }

        /// Mean.
        public var mean: Double {
            get throws { try json.member("mean").number() }
        }

        /// Standard deviation.
        public var standardDeviation: Double {
            get throws { try json.member("standard_deviation").number() }
        }
    }

    /// How much the units of a mean differ.
    struct MeanPower: Document {
        public let json: Json

        public init(json: Json) throws {
            self.json = try json.object()
        }

        /// A new one; what is left out has its default.
        public init(deviation: Double) {
            json = Json.written([("deviation", deviation)])
        }

        /// Standard deviation of one unit.
        public var deviation: Double {
            get throws { try json.member("deviation").number() }
        }
    }

    /// A mean.
    struct MeanValue: Document {
        public let json: Json

        public init(json: Json) throws {
            self.json = try json.object()
        }

        /// A new one; what is left out has its default.
        public init(mean: Double) {
            json = Json.written([("mean", mean)])
        }

        /// Mean.
        public var mean: Double {
            get throws { try json.member("mean").number() }
        }
    }

    /// Which error a difference of means has.
    enum MeansMethod: String, Sendable, CaseIterable, Choice {
        case welch = "welch"
        case pooled = "pooled"
        case z = "z"
    }

    /// How a metric is measured on a case of a run. Per-case values are averaged unless the measure says otherwise.
    enum Measure: Document {
        case outcomeShare(Documents.OutcomeMeasure)
        case reachedShare(Documents.NodeMeasure)
        case visitsPerCase(Documents.NodeMeasure)
        case cycleTime(Documents.TimeMeasure)
        case waitingTime(Documents.TimeMeasure)
        case workingTime(Documents.TimeMeasure)
        case withinTime(Documents.DeadlineMeasure)
        case costPerCase(Documents.MeasureCostPerCase)
        case failureShare(Documents.MeasureFailureShare)
        case realUse(Documents.MeasureRealUse)
        /// A form of a later version.
        case unrecognized(Json)

        public init(json: Json) throws {
            switch try json.member("type").text() {
            case "outcome_share": self = .outcomeShare(try Documents.OutcomeMeasure(json: json))
            case "reached_share": self = .reachedShare(try Documents.NodeMeasure(json: json))
            case "visits_per_case": self = .visitsPerCase(try Documents.NodeMeasure(json: json))
            case "cycle_time": self = .cycleTime(try Documents.TimeMeasure(json: json))
            case "waiting_time": self = .waitingTime(try Documents.TimeMeasure(json: json))
            case "working_time": self = .workingTime(try Documents.TimeMeasure(json: json))
            case "within_time": self = .withinTime(try Documents.DeadlineMeasure(json: json))
            case "cost_per_case": self = .costPerCase(try Documents.MeasureCostPerCase(json: json))
            case "failure_share": self = .failureShare(try Documents.MeasureFailureShare(json: json))
            case "real_use": self = .realUse(try Documents.MeasureRealUse(json: json))
            default: self = .unrecognized(json)
            }
        }

        public var json: Json {
            switch self {
            case .outcomeShare(let value): return value.json.tagged("outcome_share")
            case .reachedShare(let value): return value.json.tagged("reached_share")
            case .visitsPerCase(let value): return value.json.tagged("visits_per_case")
            case .cycleTime(let value): return value.json.tagged("cycle_time")
            case .waitingTime(let value): return value.json.tagged("waiting_time")
            case .workingTime(let value): return value.json.tagged("working_time")
            case .withinTime(let value): return value.json.tagged("within_time")
            case .costPerCase(let value): return value.json.tagged("cost_per_case")
            case .failureShare(let value): return value.json.tagged("failure_share")
            case .realUse(let value): return value.json.tagged("real_use")
            case .unrecognized(let json): return json
            }
        }
    }

    /// Money that a case costs, in major units.
    struct MeasureCostPerCase: Document {
        public let json: Json

        public init(json: Json) throws {
            self.json = try json.object()
        }

        /// A new one; what is left out has its default.
        public init() {
            json = Json.written([])
        }
    }

    /// Share of cases in which at least one failure mode struck.
    struct MeasureFailureShare: Document {
        public let json: Json

        public init(json: Json) throws {
            self.json = try json.object()
        }

        /// A new one; what is left out has its default.
        public init() {
            json = Json.written([])
        }
    }

    /// Only real use can show it: no run has a value for it.
    struct MeasureRealUse: Document {
        public let json: Json

        public init(json: Json) throws {
            self.json = try json.object()
        }

        /// A new one; what is left out has its default.
        public init() {
            json = Json.written([])
        }
    }

    /// Points that are to be measured, anywhere.
    struct MeasureRequest: Document {
        public let json: Json

        public init(json: Json) throws {
            self.json = try json.object()
        }

        /// A new one; what is left out has its default.
        public init(plan: Documents.Plan, scenario: Documents.Scenario, metric: String, points: [[String: Double]], options: Documents.InfluenceOptions? = nil) {
            json = Json.written([("plan", plan), ("scenario", scenario), ("metric", metric), ("points", points), ("options", options)])
        }

        /// The plan, as it was prepared.
        public var plan: Documents.Plan {
            get throws { try Documents.Plan(json: json.member("plan")) }
        }

        /// The circumstances, as they were prepared.
        public var scenario: Documents.Scenario {
            get throws { try Documents.Scenario(json: json.member("scenario")) }
        }

        /// The metric.
        public var metric: String {
            get throws { try json.member("metric").text() }
        }

        /// How each point is measured.
        public var options: Documents.InfluenceOptions? {
            get throws { try json.member("options").optional { try Documents.InfluenceOptions(json: $0) } }
        }

        /// Some of the points.
        public var points: [[String: Double]] {
            get throws { try json.member("points").list { try $0.map { try $0.number() } } }
        }
    }

    /// One number that was taken from the log.
    struct Measured: Document {
        public let json: Json

        public init(json: Json) throws {
            self.json = try json.object()
        }

        /// A new one; what is left out has its default.
        public init(about: String, fitted: Documents.Fitted) {
            json = Json.written([("about", about), ("fitted", fitted)])
        }

        /// What it is about, for example `working time of Check the claim`.
        public var about: String {
            get throws { try json.member("about").text() }
        }

        /// Its distribution, and how well that fits.
        public var fitted: Documents.Fitted {
            get throws { try Documents.Fitted(json: json.member("fitted")) }
        }
    }

    /// One arm: its values, or what is known of them.
    enum Measured2: Document {
        case values(Documents.Measured2Values)
        case summary(Documents.Sample)
        /// A form of a later version.
        case unrecognized(Json)

        public init(json: Json) throws {
            switch try json.member("type").text() {
            case "values": self = .values(try Documents.Measured2Values(json: json))
            case "summary": self = .summary(try Documents.Sample(json: json))
            default: self = .unrecognized(json)
            }
        }

        public var json: Json {
            switch self {
            case .values(let value): return value.json.tagged("values")
            case .summary(let value): return value.json.tagged("summary")
            case .unrecognized(let json): return json
            }
        }
    }

    /// The values.
    struct Measured2Values: Document {
        public let json: Json

        public init(json: Json) throws {
            self.json = try json.object()
        }

        /// A new one; what is left out has its default.
        public init(values: [Double]) {
            json = Json.written([("values", values)])
        }

        /// One for each unit.
        public var values: [Double] {
            get throws { try json.member("values").list { try $0.number() } }
        }
    }

    /// A figure taken from data.
    struct MeasuredOrigin: Document {
        public let json: Json

        public init(json: Json) throws {
            self.json = try json.object()
        }

        /// A new one; what is left out has its default.
        public init(data: String, method: String, observations: Int) {
            json = Json.written([("data", data), ("method", method), ("observations", observations)])
        }

        /// Which data, for example the name and hash of a log.
        public var data: String {
            get throws { try json.member("data").text() }
        }

        /// How it was measured.
        public var method: String {
            get throws { try json.member("method").text() }
        }

        /// How many observations stand behind it.
        public var observations: Int {
            get throws { try json.member("observations").integer() }
        }
    }

    /// Another version of the plan that is to be brought into the present one.
    struct MergeRequest: Document {
        public let json: Json

        public init(json: Json) throws {
            self.json = try json.object()
        }

        /// A new one; what is left out has its default.
        public init(project: String, version: String, answers: [Documents.Answer]? = nil, keepMine: Bool? = nil) {
            json = Json.written([("project", project), ("version", version), ("answers", answers), ("keep_mine", keepMine)])
        }

        /// The project.
        public var project: String {
            get throws { try json.member("project").text() }
        }

        /// The other version: its number in the list of versions, or the beginning of its name.
        public var version: String {
            get throws { try json.member("version").text() }
        }

        /// Answers to the questions of an earlier attempt: `a` keeps ours, `b` takes theirs.
        public var answers: [Documents.Answer] {
            get throws { try json.member("answers").list { try Documents.Answer(json: $0) } }
        }

        /// Keep the present version's side wherever no answer says otherwise.
        public var keepMine: Bool? {
            get throws { try json.member("keep_mine").optional { try $0.truth() } }
        }
    }

    /// One step of several.
    struct MergeSteps: Document {
        public let json: Json

        public init(json: Json) throws {
            self.json = try json.object()
        }

        /// A new one; what is left out has its default.
        public init(nodes: [String], title: String? = nil) {
            json = Json.written([("nodes", nodes), ("title", title)])
        }

        /// The steps, in order; the first keeps its id.
        public var nodes: [String] {
            get throws { try json.member("nodes").list { try $0.text() } }
        }

        /// The new title; both old ones joined by `and` where absent.
        public var title: String? {
            get throws { try json.member("title").optional { try $0.text() } }
        }
    }

    /// One part of a conversation.
    struct Message: Document {
        public let json: Json

        public init(json: Json) throws {
            self.json = try json.object()
        }

        /// A new one; what is left out has its default.
        public init(speaker: Documents.Speaker, text: String) {
            json = Json.written([("speaker", speaker), ("text", text)])
        }

        /// Who speaks.
        public var speaker: Documents.Speaker {
            get throws { try json.member("speaker").choice(Documents.Speaker.self) }
        }

        /// What is said.
        public var text: String {
            get throws { try json.member("text").text() }
        }
    }

    /// Waits for a message, or for a signal.
    struct MessageEvent: Document {
        public let json: Json

        public init(json: Json) throws {
            self.json = try json.object()
        }

        /// A new one; what is left out has its default.
        public init(from: String, delay: String, isSignal: Bool? = nil) {
            json = Json.written([("from", from), ("delay", delay), ("is_signal", isSignal)])
        }

        /// Who sends it.
        public var from: String {
            get throws { try json.member("from").text() }
        }

        /// How long it takes to come, as an assumption in milliseconds. Of a signal: from one to the next.
        public var delay: String {
            get throws { try json.member("delay").text() }
        }

        /// Whether it is a signal: sent once for all, and heard by every case that waits at that moment. A message goes to one
        /// case and is sent for it.
        public var isSignal: Bool? {
            get throws { try json.member("is_signal").optional { try $0.truth() } }
        }
    }

    /// Something measured on every case of a run.
    struct Metric: Document {
        public let json: Json

        public init(json: Json) throws {
            self.json = try json.object()
        }

        /// A new one; what is left out has its default.
        public init(id: String, title: String, measure: Documents.Measure, unit: Documents.Unit, direction: Documents.Direction, role: Documents.MetricRole, origin: Documents.Origin, baseline: Documents.Quantity? = nil, target: Documents.Quantity? = nil, windowMs: Int? = nil, criterion: String? = nil) {
            json = Json.written([("id", id), ("title", title), ("measure", measure), ("unit", unit), ("direction", direction), ("role", role), ("origin", origin), ("baseline", baseline), ("target", target), ("window_ms", windowMs), ("criterion", criterion)])
        }

        /// Names the metric.
        public var id: String {
            get throws { try json.member("id").text() }
        }

        /// In the user's words, for example `checkout completion`.
        public var title: String {
            get throws { try json.member("title").text() }
        }

        /// How it is measured in a run.
        public var measure: Documents.Measure {
            get throws { try Documents.Measure(json: json.member("measure")) }
        }

        /// The unit of its values.
        public var unit: Documents.Unit {
            get throws { try Documents.Unit(json: json.member("unit")) }
        }

        /// Which way is better.
        public var direction: Documents.Direction {
            get throws { try json.member("direction").choice(Documents.Direction.self) }
        }

        /// Whether it decides, is watched, or must not get worse.
        public var role: Documents.MetricRole {
            get throws { try json.member("role").choice(Documents.MetricRole.self) }
        }

        /// Today's value, where known.
        public var baseline: Documents.Quantity? {
            get throws { try json.member("baseline").optional { try Documents.Quantity(json: $0) } }
        }

        /// The value to reach, where known.
        public var target: Documents.Quantity? {
            get throws { try json.member("target").optional { try Documents.Quantity(json: $0) } }
        }

        /// In which time it is to be reached, in milliseconds.
        public var windowMs: Int? {
            get throws { try json.member("window_ms").optional { try $0.integer() } }
        }

        /// The success criterion that it stands for.
        public var criterion: String? {
            get throws { try json.member("criterion").optional { try $0.text() } }
        }

        /// Where it comes from. For a metric that only stands near the criterion this says so.
        public var origin: Documents.Origin {
            get throws { try Documents.Origin(json: json.member("origin")) }
        }
    }

    /// A metric's value.
    struct MetricResult: Document {
        public let json: Json

        public init(json: Json) throws {
            self.json = try json.object()
        }

        /// A new one; what is left out has its default.
        public init(metric: String, title: String, unit: Documents.Unit, estimate: Documents.Estimate, cases: Int, byReplication: [Double?]) {
            json = Json.written([("metric", metric), ("title", title), ("unit", unit), ("estimate", estimate), ("cases", cases), ("by_replication", byReplication)])
        }

        /// The metric.
        public var metric: String {
            get throws { try json.member("metric").text() }
        }

        /// Its name for people.
        public var title: String {
            get throws { try json.member("title").text() }
        }

        /// Its unit.
        public var unit: Documents.Unit {
            get throws { try Documents.Unit(json: json.member("unit")) }
        }

        /// Its value over all cases.
        public var estimate: Documents.Estimate {
            get throws { try Documents.Estimate(json: json.member("estimate")) }
        }

        /// How many cases it is about.
        public var cases: Int {
            get throws { try json.member("cases").integer() }
        }

        /// The value in each replication, in order; absent where no case of the replication counts. Comparisons of
        /// variants pair them, as replication `n` of each variant meets the same people.
        public var byReplication: [Double?] {
            get throws { try json.member("by_replication").list { try $0.optional { try $0.number() } } }
        }
    }

    /// What a metric is for.
    enum MetricRole: String, Sendable, CaseIterable, Choice {
        case primary = "primary"
        case secondary = "secondary"
        case guardrail = "guardrail"
    }

    /// How often a mishap happened.
    struct MishapCount: Document {
        public let json: Json

        public init(json: Json) throws {
            self.json = try json.object()
        }

        /// A new one; what is left out has its default.
        public init(kind: Documents.MishapKind, times: Int) {
            json = Json.written([("kind", kind), ("times", times)])
        }

        /// What happened.
        public var kind: Documents.MishapKind {
            get throws { try json.member("kind").choice(Documents.MishapKind.self) }
        }

        /// How often.
        public var times: Int {
            get throws { try json.member("times").integer() }
        }
    }

    /// What goes wrong with data, clicks and messages.
    enum MishapKind: String, Sendable, CaseIterable, Choice {
        case badData = "bad_data"
        case submittedTwice = "submitted_twice"
        case answerLost = "answer_lost"
        case messageLost = "message_lost"
    }

    /// What goes wrong with data, clicks and messages beside what the plan says. Each share is from 0 to 1, and 0 where
    /// absent.
    struct Mishaps: Document {
        public let json: Json

        public init(json: Json) throws {
            self.json = try json.object()
        }

        /// A new one; what is left out has its default.
        public init(badData: Double? = nil, submittedTwice: Double? = nil, answerLost: Double? = nil, messageLost: Double? = nil) {
            json = Json.written([("bad_data", badData), ("submitted_twice", submittedTwice), ("answer_lost", answerLost), ("message_lost", messageLost)])
        }

        /// How likely data is wrong where a gateway takes one of several ways by a condition: the case goes another way, each of
        /// them as likely.
        public var badData: Double? {
            get throws { try json.member("bad_data").optional { try $0.number() } }
        }

        /// How likely what a person submits reaches the service twice, where the operation may not be done twice. The person
        /// sees the first answer.
        public var submittedTwice: Double? {
            get throws { try json.member("submitted_twice").optional { try $0.number() } }
        }

        /// How likely the answer of a call is lost after it took effect. The caller waits until its time-out.
        public var answerLost: Double? {
            get throws { try json.member("answer_lost").optional { try $0.number() } }
        }

        /// How likely a message that a case waits for never comes. A case of which nothing else is under way has failed.
        public var messageLost: Double? {
            get throws { try json.member("message_lost").optional { try $0.number() } }
        }
    }

    /// A distribution with its weight.
    struct MixturePart: Document {
        public let json: Json

        public init(json: Json) throws {
            self.json = try json.object()
        }

        /// A new one; what is left out has its default.
        public init(weight: Double, distribution: Documents.Distribution) {
            json = Json.written([("weight", weight), ("distribution", distribution)])
        }

        /// How often it is the one, compared with the others; weights need not add up to 1.
        public var weight: Double {
            get throws { try json.member("weight").number() }
        }

        /// The distribution.
        public var distribution: Documents.Distribution {
            get throws { try Documents.Distribution(json: json.member("distribution")) }
        }
    }

    /// Distributions with weights.
    struct MixtureParts: Document {
        public let json: Json

        public init(json: Json) throws {
            self.json = try json.object()
        }

        /// A new one; what is left out has its default.
        public init(parts: [Documents.MixturePart]) {
            json = Json.written([("parts", parts)])
        }

        /// The distributions: 1 to 16, none of them a mixture itself.
        public var parts: [Documents.MixturePart] {
            get throws { try json.member("parts").list { try Documents.MixturePart(json: $0) } }
        }
    }

    /// The answer of a mock.
    struct MockAnswer: Document {
        public let json: Json

        public init(json: Json) throws {
            self.json = try json.object()
        }

        /// A new one; what is left out has its default.
        public init(status: Int, headers: [[String]], bodyText: String, latencyMs: Int, body: Json? = nil) {
            json = Json.written([("status", status), ("headers", headers), ("body_text", bodyText), ("latency_ms", latencyMs), ("body", body)])
        }

        /// The status code.
        public var status: Int {
            get throws { try json.member("status").integer() }
        }

        /// Headers in small letters.
        public var headers: [[String]] {
            get throws { try json.member("headers").list { try $0.list { try $0.text() } } }
        }

        /// The body where it is JSON.
        public var body: Json? {
            get throws { try json.member("body").optional { $0 } }
        }

        /// The body as text.
        public var bodyText: String {
            get throws { try json.member("body_text").text() }
        }

        /// How long the service takes, in milliseconds of virtual time.
        public var latencyMs: Int {
            get throws { try json.member("latency_ms").integer() }
        }
    }

    /// A request to a mock.
    struct MockCall: Document {
        public let json: Json

        public init(json: Json) throws {
            self.json = try json.object()
        }

        /// A new one; what is left out has its default.
        public init(mock: Int, method: String, target: String, headers: [String: String]? = nil, body: Json? = nil, bodyText: String? = nil, atMs: Int? = nil) {
            json = Json.written([("mock", mock), ("method", method), ("target", target), ("headers", headers), ("body", body), ("body_text", bodyText), ("at_ms", atMs)])
        }

        /// The number of the mock.
        public var mock: Int {
            get throws { try json.member("mock").integer() }
        }

        /// The method, for example `GET`.
        public var method: String {
            get throws { try json.member("method").text() }
        }

        /// Path and query, for example `/pets?limit=3`.
        public var target: String {
            get throws { try json.member("target").text() }
        }

        /// Headers in any case.
        public var headers: [String: String] {
            get throws { try json.member("headers").map { try $0.text() } }
        }

        /// The body as JSON, with the header for it.
        public var body: Json? {
            get throws { try json.member("body").optional { $0 } }
        }

        /// The body as it is, instead.
        public var bodyText: String? {
            get throws { try json.member("body_text").optional { try $0.text() } }
        }

        /// When it is sent, in milliseconds of virtual time.
        public var atMs: Int? {
            get throws { try json.member("at_ms").optional { try $0.integer() } }
        }
    }

    /// What can be called.
    struct MockOperation: Document {
        public let json: Json

        public init(json: Json) throws {
            self.json = try json.object()
        }

        /// A new one; what is left out has its default.
        public init(method: String, path: String) {
            json = Json.written([("method", method), ("path", path)])
        }

        /// The method, for example `GET`.
        public var method: String {
            get throws { try json.member("method").text() }
        }

        /// The path as it is written, for example `/pets/{id}`.
        public var path: String {
            get throws { try json.member("path").text() }
        }
    }

    /// A service that is described and does not exist.
    struct MockRequest: Document {
        public let json: Json

        public init(json: Json) throws {
            self.json = try json.object()
        }

        /// A new one; what is left out has its default.
        public init(description: String, seed: Int? = nil, shortestLatencyMs: Int? = nil, longestLatencyMs: Int? = nil, errorShare: Double? = nil, callsPerSecond: Int? = nil, locale: Documents.Locale? = nil) {
            json = Json.written([("description", description), ("seed", seed), ("shortest_latency_ms", shortestLatencyMs), ("longest_latency_ms", longestLatencyMs), ("error_share", errorShare), ("calls_per_second", callsPerSecond), ("locale", locale)])
        }

        /// The description: OpenAPI 3.0 or 3.1, in JSON or YAML.
        public var description: String {
            get throws { try json.member("description").text() }
        }

        /// The seed of made-up values; 1 where absent.
        public var seed: Int? {
            get throws { try json.member("seed").optional { try $0.integer() } }
        }

        /// The shortest time of an answer, in milliseconds of virtual time.
        public var shortestLatencyMs: Int? {
            get throws { try json.member("shortest_latency_ms").optional { try $0.integer() } }
        }

        /// The longest time of an answer; every value between is as likely.
        public var longestLatencyMs: Int? {
            get throws { try json.member("longest_latency_ms").optional { try $0.integer() } }
        }

        /// Which share of calls fails, from 0 to 1.
        public var errorShare: Double? {
            get throws { try json.member("error_share").optional { try $0.number() } }
        }

        /// Most calls in a second of virtual time; more get 429.
        public var callsPerSecond: Int? {
            get throws { try json.member("calls_per_second").optional { try $0.integer() } }
        }

        /// The language and country of made-up names, addresses and telephone numbers; `en` where absent.
        public var locale: Documents.Locale? {
            get throws { try json.member("locale").optional { try $0.choice(Documents.Locale.self) } }
        }
    }

    /// The sense of a constraint.
    enum Modality: String, Sendable, CaseIterable, Choice {
        case must = "must"
        case mustNot = "must_not"
        case only = "only"
        case should = "should"
    }

    /// A failure mode strikes.
    struct ModeFault: Document {
        public let json: Json

        public init(json: Json) throws {
            self.json = try json.object()
        }

        /// A new one; what is left out has its default.
        public init(step: String, mode: String, execution: Int) {
            json = Json.written([("step", step), ("mode", mode), ("execution", execution)])
        }

        /// The step.
        public var step: String {
            get throws { try json.member("step").text() }
        }

        /// The failure mode.
        public var mode: String {
            get throws { try json.member("mode").text() }
        }

        /// At which of its executions in this case, from 1.
        public var execution: Int {
            get throws { try json.member("execution").integer() }
        }
    }

    /// What a model is asked.
    struct ModelRequest: Document {
        public let json: Json

        public init(json: Json) throws {
            self.json = try json.object()
        }

        /// A new one; what is left out has its default.
        public init(purpose: String, instructions: String, messages: [Documents.Message], maxOutputTokens: Int, schema: Json? = nil, seed: Int? = nil) {
            json = Json.written([("purpose", purpose), ("instructions", instructions), ("messages", messages), ("max_output_tokens", maxOutputTokens), ("schema", schema), ("seed", seed)])
        }

        /// What the answer is for, for example `intent.suggest`.
        public var purpose: String {
            get throws { try json.member("purpose").text() }
        }

        /// What the model is to do. Written by Aura, never by users.
        public var instructions: String {
            get throws { try json.member("instructions").text() }
        }

        /// The conversation, oldest first. User text stands only here.
        public var messages: [Documents.Message] {
            get throws { try json.member("messages").list { try Documents.Message(json: $0) } }
        }

        /// JSON Schema that the answer must fit, where it must be JSON.
        public var schema: Json? {
            get throws { try json.member("schema").optional { $0 } }
        }

        /// Most tokens of the answer.
        public var maxOutputTokens: Int {
            get throws { try json.member("max_output_tokens").integer() }
        }

        /// Seed for providers that take one.
        public var seed: Int? {
            get throws { try json.member("seed").optional { try $0.integer() } }
        }
    }

    /// What a model answered.
    struct ModelResponse: Document {
        public let json: Json

        public init(json: Json) throws {
            self.json = try json.object()
        }

        /// A new one; what is left out has its default.
        public init(text: String, stop: Documents.StopReason, usage: Documents.Usage) {
            json = Json.written([("text", text), ("stop", stop), ("usage", usage)])
        }

        /// The text. Nobody trusts it.
        public var text: String {
            get throws { try json.member("text").text() }
        }

        /// Why it ended.
        public var stop: Documents.StopReason {
            get throws { try json.member("stop").choice(Documents.StopReason.self) }
        }

        /// What it used.
        public var usage: Documents.Usage {
            get throws { try Documents.Usage(json: json.member("usage")) }
        }
    }

    /// Money between bounds.
    struct MoneyRange: Document {
        public let json: Json

        public init(json: Json) throws {
            self.json = try json.object()
        }

        /// A new one; what is left out has its default.
        public init(currency: String, minimum: Int, maximum: Int) {
            json = Json.written([("currency", currency), ("minimum", minimum), ("maximum", maximum)])
        }

        /// ISO 4217 code.
        public var currency: String {
            get throws { try json.member("currency").text() }
        }

        /// Lowest amount in minor units.
        public var minimum: Int {
            get throws { try json.member("minimum").integer() }
        }

        /// Highest amount in minor units.
        public var maximum: Int {
            get throws { try json.member("maximum").integer() }
        }
    }

    /// How often the data are looked at.
    enum Monitoring: Document {
        case fixed(Documents.MonitoringFixed)
        case groupSequential(Documents.MonitoringGroupSequential)
        case alwaysValid(Documents.MonitoringAlwaysValid)
        /// A form of a later version.
        case unrecognized(Json)

        public init(json: Json) throws {
            switch try json.member("type").text() {
            case "fixed": self = .fixed(try Documents.MonitoringFixed(json: json))
            case "group_sequential": self = .groupSequential(try Documents.MonitoringGroupSequential(json: json))
            case "always_valid": self = .alwaysValid(try Documents.MonitoringAlwaysValid(json: json))
            default: self = .unrecognized(json)
            }
        }

        public var json: Json {
            switch self {
            case .fixed(let value): return value.json.tagged("fixed")
            case .groupSequential(let value): return value.json.tagged("group_sequential")
            case .alwaysValid(let value): return value.json.tagged("always_valid")
            case .unrecognized(let json): return json
            }
        }
    }

    /// As often as one likes.
    struct MonitoringAlwaysValid: Document {
        public let json: Json

        public init(json: Json) throws {
            self.json = try json.object()
        }

        /// A new one; what is left out has its default.
        public init(tunedUnits: Double) {
            json = Json.written([("tuned_units", tunedUnits)])
        }

        /// The number of units (both arms) at which the interval is to be tightest.
        public var tunedUnits: Double {
            get throws { try json.member("tuned_units").number() }
        }
    }

    /// Once, when all data are in.
    struct MonitoringFixed: Document {
        public let json: Json

        public init(json: Json) throws {
            self.json = try json.object()
        }

        /// A new one; what is left out has its default.
        public init() {
            json = Json.written([])
        }
    }

    /// A planned number of times.
    struct MonitoringGroupSequential: Document {
        public let json: Json

        public init(json: Json) throws {
            self.json = try json.object()
        }

        /// A new one; what is left out has its default.
        public init(fractions: [Double], spending: Documents.Spending? = nil) {
            json = Json.written([("fractions", fractions), ("spending", spending)])
        }

        /// Share of the planned data at each look so far, the present one last: increasing, at most 1.
        public var fractions: [Double] {
            get throws { try json.member("fractions").list { try $0.number() } }
        }

        /// How the level is spent over the looks.
        public var spending: Documents.Spending? {
            get throws { try json.member("spending").optional { try Documents.Spending(json: $0) } }
        }
    }

    /// A node goes somewhere else.
    struct MoveNode: Document {
        public let json: Json

        public init(json: Json) throws {
            self.json = try json.object()
        }

        /// A new one; what is left out has its default.
        public init(node: String, place: Documents.Place) {
            json = Json.written([("node", node), ("place", place)])
        }

        /// The node.
        public var node: String {
            get throws { try json.member("node").text() }
        }

        /// Where to.
        public var place: Documents.Place {
            get throws { try Documents.Place(json: json.member("place")) }
        }
    }

    /// Something to take for granted.
    struct NewAssumption: Document {
        public let json: Json

        public init(json: Json) throws {
            self.json = try json.object()
        }

        /// A new one; what is left out has its default.
        public init(text: String) {
            json = Json.written([("text", text)])
        }

        /// The sentence.
        public var text: String {
            get throws { try json.member("text").text() }
        }
    }

    /// A constraint to add.
    struct NewConstraint: Document {
        public let json: Json

        public init(json: Json) throws {
            self.json = try json.object()
        }

        /// A new one; what is left out has its default.
        public init(modality: Documents.Modality, text: String) {
            json = Json.written([("modality", modality), ("text", text)])
        }

        /// The sense.
        public var modality: Documents.Modality {
            get throws { try json.member("modality").choice(Documents.Modality.self) }
        }

        /// The constraint in plain words.
        public var text: String {
            get throws { try json.member("text").text() }
        }
    }

    /// A criterion to add.
    struct NewCriterion: Document {
        public let json: Json

        public init(json: Json) throws {
            self.json = try json.object()
        }

        /// A new one; what is left out has its default.
        public init(metric: String, direction: Documents.Direction, target: Documents.Quantity? = nil) {
            json = Json.written([("metric", metric), ("direction", direction), ("target", target)])
        }

        /// The metric in plain words.
        public var metric: String {
            get throws { try json.member("metric").text() }
        }

        /// Which way is better.
        public var direction: Documents.Direction {
            get throws { try json.member("direction").choice(Documents.Direction.self) }
        }

        /// Value to reach.
        public var target: Documents.Quantity? {
            get throws { try json.member("target").optional { try Documents.Quantity(json: $0) } }
        }
    }

    /// A step to add.
    struct NewStatedStep: Document {
        public let json: Json

        public init(json: Json) throws {
            self.json = try json.object()
        }

        /// A new one; what is left out has its default.
        public init(title: String, before: String? = nil) {
            json = Json.written([("title", title), ("before", before)])
        }

        /// The step as an instruction.
        public var title: String {
            get throws { try json.member("title").text() }
        }

        /// Before this stated step; at the end where absent.
        public var before: String? {
            get throws { try json.member("before").optional { try $0.text() } }
        }
    }

    /// One node of the graph.
    struct Node: Document {
        public let json: Json

        public init(json: Json) throws {
            self.json = try json.object()
        }

        /// A new one; what is left out has its default.
        public init(id: String, title: String, kind: Documents.NodeKind, origin: Documents.Origin, group: String? = nil, notes: [String]? = nil) {
            json = Json.written([("id", id), ("title", title), ("kind", kind), ("origin", origin), ("group", group), ("notes", notes)])
        }

        /// Never changes while the node lives.
        public var id: String {
            get throws { try json.member("id").text() }
        }

        /// In plain English; an instruction for a step, a question for an exclusive gateway.
        public var title: String {
            get throws { try json.member("title").text() }
        }

        /// What kind of node.
        public var kind: Documents.NodeKind {
            get throws { try Documents.NodeKind(json: json.member("kind")) }
        }

        /// The sub-plan that it belongs to.
        public var group: String? {
            get throws { try json.member("group").optional { try $0.text() } }
        }

        /// Remarks of the people who work on the plan.
        public var notes: [String] {
            get throws { try json.member("notes").list { try $0.text() } }
        }

        /// Where it comes from.
        public var origin: Documents.Origin {
            get throws { try Documents.Origin(json: json.member("origin")) }
        }
    }

    /// The kinds of nodes, with the meaning of BPMN 2.0 (ISO/IEC 19510).
    enum NodeKind: Document {
        case start(Documents.NodeKindStart)
        case step(Documents.Step)
        case gateway(Documents.Gateway)
        case timer(Documents.TimerEvent)
        case message(Documents.MessageEvent)
        case end(Documents.EndEvent)
        /// A form of a later version.
        case unrecognized(Json)

        public init(json: Json) throws {
            switch try json.member("type").text() {
            case "start": self = .start(try Documents.NodeKindStart(json: json))
            case "step": self = .step(try Documents.Step(json: json))
            case "gateway": self = .gateway(try Documents.Gateway(json: json))
            case "timer": self = .timer(try Documents.TimerEvent(json: json))
            case "message": self = .message(try Documents.MessageEvent(json: json))
            case "end": self = .end(try Documents.EndEvent(json: json))
            default: self = .unrecognized(json)
            }
        }

        public var json: Json {
            switch self {
            case .start(let value): return value.json.tagged("start")
            case .step(let value): return value.json.tagged("step")
            case .gateway(let value): return value.json.tagged("gateway")
            case .timer(let value): return value.json.tagged("timer")
            case .message(let value): return value.json.tagged("message")
            case .end(let value): return value.json.tagged("end")
            case .unrecognized(let json): return json
            }
        }
    }

    /// Where every case begins. Exactly one.
    struct NodeKindStart: Document {
        public let json: Json

        public init(json: Json) throws {
            self.json = try json.object()
        }

        /// A new one; what is left out has its default.
        public init() {
            json = Json.written([])
        }
    }

    /// A node.
    struct NodeMeasure: Document {
        public let json: Json

        public init(json: Json) throws {
            self.json = try json.object()
        }

        /// A new one; what is left out has its default.
        public init(node: String) {
            json = Json.written([("node", node)])
        }

        /// The node.
        public var node: String {
            get throws { try json.member("node").text() }
        }
    }

    /// Two nodes.
    struct NodePair: Document {
        public let json: Json

        public init(json: Json) throws {
            self.json = try json.object()
        }

        /// A new one; what is left out has its default.
        public init(first: String, second: String) {
            json = Json.written([("first", first), ("second", second)])
        }

        /// The first.
        public var first: String {
            get throws { try json.member("first").text() }
        }

        /// The second.
        public var second: String {
            get throws { try json.member("second").text() }
        }
    }

    /// What happened at a node.
    struct NodeResult: Document {
        public let json: Json

        public init(json: Json) throws {
            self.json = try json.object()
        }

        /// A new one; what is left out has its default.
        public init(node: String, visits: Int, cases: Int, meanWaitingMs: Double, waitingP95Ms: Double, meanWorkingMs: Double, cost: Double, lostCases: Int, failures: [Documents.FailureCount]? = nil, undone: Int? = nil, mishaps: [Documents.MishapCount]? = nil) {
            json = Json.written([("node", node), ("visits", visits), ("cases", cases), ("mean_waiting_ms", meanWaitingMs), ("waiting_p95_ms", waitingP95Ms), ("mean_working_ms", meanWorkingMs), ("cost", cost), ("lost_cases", lostCases), ("failures", failures), ("undone", undone), ("mishaps", mishaps)])
        }

        /// The node.
        public var node: String {
            get throws { try json.member("node").text() }
        }

        /// How often it was begun.
        public var visits: Int {
            get throws { try json.member("visits").integer() }
        }

        /// How many cases passed it at least once.
        public var cases: Int {
            get throws { try json.member("cases").integer() }
        }

        /// Mean wait before work began, in milliseconds.
        public var meanWaitingMs: Double {
            get throws { try json.member("mean_waiting_ms").number() }
        }

        /// 95 % of waits were at most this long, in milliseconds.
        public var waitingP95Ms: Double {
            get throws { try json.member("waiting_p95_ms").number() }
        }

        /// Mean working time, in milliseconds.
        public var meanWorkingMs: Double {
            get throws { try json.member("mean_working_ms").number() }
        }

        /// Money spent here in all, in major units.
        public var cost: Double {
            get throws { try json.member("cost").number() }
        }

        /// How often each failure mode struck.
        public var failures: [Documents.FailureCount] {
            get throws { try json.member("failures").list { try Documents.FailureCount(json: $0) } }
        }

        /// Cases that ended here other than by reaching the goal.
        public var lostCases: Int {
            get throws { try json.member("lost_cases").integer() }
        }

        /// How often it was taken back, because the case failed later.
        public var undone: Int? {
            get throws { try json.member("undone").optional { try $0.integer() } }
        }

        /// How often something went wrong that the scenario states in its `mishaps`.
        public var mishaps: [Documents.MishapCount] {
            get throws { try json.member("mishaps").list { try Documents.MishapCount(json: $0) } }
        }
    }

    /// Several nodes, in order.
    struct NodeSet: Document {
        public let json: Json

        public init(json: Json) throws {
            self.json = try json.object()
        }

        /// A new one; what is left out has its default.
        public init(nodes: [String]) {
            json = Json.written([("nodes", nodes)])
        }

        /// The nodes.
        public var nodes: [String] {
            get throws { try json.member("nodes").list { try $0.text() } }
        }
    }

    /// A node.
    struct NodeTarget: Document {
        public let json: Json

        public init(json: Json) throws {
            self.json = try json.object()
        }

        /// A new one; what is left out has its default.
        public init(node: String) {
            json = Json.written([("node", node)])
        }

        /// The node.
        public var node: String {
            get throws { try json.member("node").text() }
        }
    }

    /// Something of a model that the plan cannot say.
    struct NotKept: Document {
        public let json: Json

        public init(json: Json) throws {
            self.json = try json.object()
        }

        /// A new one; what is left out has its default.
        public init(what: String, reason: String, matters: Bool, id: String? = nil) {
            json = Json.written([("what", what), ("reason", reason), ("matters", matters), ("id", id)])
        }

        /// What it is, in the words of its format.
        public var what: String {
            get throws { try json.member("what").text() }
        }

        /// Its id, where it has one.
        public var id: String? {
            get throws { try json.member("id").optional { try $0.text() } }
        }

        /// Why, and what stands in its place.
        public var reason: String {
            get throws { try json.member("reason").text() }
        }

        /// Whether the plan may run otherwise than the model for it; pictures and remarks of editors do not matter.
        public var matters: Bool {
            get throws { try json.member("matters").truth() }
        }
    }

    /// Nothing fits.
    struct NotUnderstood: Document {
        public let json: Json

        public init(json: Json) throws {
            self.json = try json.object()
        }

        /// A new one; what is left out has its default.
        public init(explanation: String, nearest: [Documents.EditChoice]) {
            json = Json.written([("explanation", explanation), ("nearest", nearest)])
        }

        /// What was understood and what was not, in plain words.
        public var explanation: String {
            get throws { try json.member("explanation").text() }
        }

        /// The nearest readings, at most three.
        public var nearest: [Documents.EditChoice] {
            get throws { try json.member("nearest").list { try Documents.EditChoice(json: $0) } }
        }
    }

    /// A remark.
    struct NoteOnNode: Document {
        public let json: Json

        public init(json: Json) throws {
            self.json = try json.object()
        }

        /// A new one; what is left out has its default.
        public init(node: String, text: String) {
            json = Json.written([("node", node), ("text", text)])
        }

        /// The node.
        public var node: String {
            get throws { try json.member("node").text() }
        }

        /// The remark.
        public var text: String {
            get throws { try json.member("text").text() }
        }
    }

    /// A number between bounds.
    struct NumberRange: Document {
        public let json: Json

        public init(json: Json) throws {
            self.json = try json.object()
        }

        /// A new one; what is left out has its default.
        public init(minimum: Double, maximum: Double) {
            json = Json.written([("minimum", minimum), ("maximum", maximum)])
        }

        /// Lowest value.
        public var minimum: Double {
            get throws { try json.member("minimum").number() }
        }

        /// Highest value.
        public var maximum: Double {
            get throws { try json.member("maximum").number() }
        }
    }

    /// Another data object.
    struct ObjectReference: Document {
        public let json: Json

        public init(json: Json) throws {
            self.json = try json.object()
        }

        /// A new one; what is left out has its default.
        public init(data: String) {
            json = Json.written([("data", data)])
        }

        /// The object.
        public var data: String {
            get throws { try json.member("data").text() }
        }
    }

    /// What was changed, when, for whom, and what is looked at.
    struct Observation: Document {
        public let json: Json

        public init(json: Json) throws {
            self.json = try json.object()
        }

        /// A new one; what is left out has its default.
        public init(schemaVersion: Int, title: String, method: Documents.ObservationalMethod, outcomeColumn: String, timeColumn: String, changedAt: String, unitColumn: String? = nil, changed: [String]? = nil, clusterColumn: String? = nil, season: Int? = nil, unit: Documents.Unit? = nil, direction: Documents.Direction? = nil, confidence: Double? = nil) {
            json = Json.written([("schema_version", schemaVersion), ("title", title), ("method", method), ("outcome_column", outcomeColumn), ("time_column", timeColumn), ("changed_at", changedAt), ("unit_column", unitColumn), ("changed", changed), ("cluster_column", clusterColumn), ("season", season), ("unit", unit), ("direction", direction), ("confidence", confidence)])
        }

        /// Version of this document's shape.
        public var schemaVersion: Int {
            get throws { try json.member("schema_version").integer() }
        }

        /// A short name of what is looked at, for example `orders a day`.
        public var title: String {
            get throws { try json.member("title").text() }
        }

        /// What the changed units are compared with.
        public var method: Documents.ObservationalMethod {
            get throws { try json.member("method").choice(Documents.ObservationalMethod.self) }
        }

        /// The column with the figure.
        public var outcomeColumn: String {
            get throws { try json.member("outcome_column").text() }
        }

        /// The column with the day, the time (RFC 3339) or the number of the period.
        public var timeColumn: String {
            get throws { try json.member("time_column").text() }
        }

        /// The first day, time or period after the change, written as in the column.
        public var changedAt: String {
            get throws { try json.member("changed_at").text() }
        }

        /// The column that names who or what the row is of; without it all rows are of one.
        public var unitColumn: String? {
            get throws { try json.member("unit_column").optional { try $0.text() } }
        }

        /// The units that were changed, as they stand in the data.
        public var changed: [String] {
            get throws { try json.member("changed").list { try $0.text() } }
        }

        /// The column of what hangs together, where that is more than a unit, for example the region of a shop.
        public var clusterColumn: String? {
            get throws { try json.member("cluster_column").optional { try $0.text() } }
        }

        /// Length of a pattern that repeats, in periods: 7 for days of the week; 0 for none. For `interrupted_series`.
        public var season: Int? {
            get throws { try json.member("season").optional { try $0.integer() } }
        }

        /// The unit of the figure.
        public var unit: Documents.Unit? {
            get throws { try json.member("unit").optional { try Documents.Unit(json: $0) } }
        }

        /// Which way is better.
        public var direction: Documents.Direction? {
            get throws { try json.member("direction").optional { try $0.choice(Documents.Direction.self) } }
        }

        /// Confidence of the range, between 0.5 and 1.
        public var confidence: Double? {
            get throws { try json.member("confidence").optional { try $0.number() } }
        }
    }

    /// What the changed units are compared with.
    enum ObservationalMethod: String, Sendable, CaseIterable, Choice {
        case differences = "differences"
        case syntheticControl = "synthetic_control"
        case interruptedSeries = "interrupted_series"
    }

    /// What the figures say. Never proof as a random test is.
    struct ObservationalVerdict: Document {
        public let json: Json

        public init(json: Json) throws {
            self.json = try json.object()
        }

        /// A new one; what is left out has its default.
        public init(schemaVersion: Int, id: String, observation: Documents.Observation, definitionHash: String, dataHash: String, engineVersion: String, isSimulated: Bool, isRandomTest: Bool, label: String, found: Double, expected: Double, effect: Double, pValue: Double, reading: Documents.ComparisonReading, sentence: String, checks: [Documents.TrustCheck], path: [Documents.ObservedPeriod], detail: String, low: Double? = nil, high: Double? = nil, weights: [Documents.ObservedWeight]? = nil) {
            json = Json.written([("schema_version", schemaVersion), ("id", id), ("observation", observation), ("definition_hash", definitionHash), ("data_hash", dataHash), ("engine_version", engineVersion), ("is_simulated", isSimulated), ("is_random_test", isRandomTest), ("label", label), ("found", found), ("expected", expected), ("effect", effect), ("p_value", pValue), ("reading", reading), ("sentence", sentence), ("checks", checks), ("path", path), ("detail", detail), ("low", low), ("high", high), ("weights", weights)])
        }

        /// Version of this document's shape.
        public var schemaVersion: Int {
            get throws { try json.member("schema_version").integer() }
        }

        /// Made from the content.
        public var id: String {
            get throws { try json.member("id").text() }
        }

        /// What was asked.
        public var observation: Documents.Observation {
            get throws { try Documents.Observation(json: json.member("observation")) }
        }

        /// Hash of that question.
        public var definitionHash: String {
            get throws { try json.member("definition_hash").text() }
        }

        /// Hash of the table as it was read.
        public var dataHash: String {
            get throws { try json.member("data_hash").text() }
        }

        /// Version of the engine.
        public var engineVersion: String {
            get throws { try json.member("engine_version").text() }
        }

        /// Always false: these are figures of real people.
        public var isSimulated: Bool {
            get throws { try json.member("is_simulated").truth() }
        }

        /// Always false: nobody was assigned by chance.
        public var isRandomTest: Bool {
            get throws { try json.member("is_random_test").truth() }
        }

        /// Says so in words, with what must be believed for the figures to hold.
        public var label: String {
            get throws { try json.member("label").text() }
        }

        /// Mean of the changed units after the change.
        public var found: Double {
            get throws { try json.member("found").number() }
        }

        /// What would have been expected there without the change.
        public var expected: Double {
            get throws { try json.member("expected").number() }
        }

        /// The effect.
        public var effect: Double {
            get throws { try json.member("effect").number() }
        }

        /// Lower end of its range; absent where it is open.
        public var low: Double? {
            get throws { try json.member("low").optional { try $0.number() } }
        }

        /// Upper end of its range; absent where it is open.
        public var high: Double? {
            get throws { try json.member("high").optional { try $0.number() } }
        }

        /// Probability of an effect at least this far from 0 if there were none, as far as the method can tell.
        public var pValue: Double {
            get throws { try json.member("p_value").number() }
        }

        /// What the effect says by itself.
        public var reading: Documents.ComparisonReading {
            get throws { try json.member("reading").choice(Documents.ComparisonReading.self) }
        }

        /// The effect in plain words.
        public var sentence: String {
            get throws { try json.member("sentence").text() }
        }

        /// Whether the data can be trusted.
        public var checks: [Documents.TrustCheck] {
            get throws { try json.member("checks").list { try Documents.TrustCheck(json: $0) } }
        }

        /// What was seen and what was expected, period by period.
        public var path: [Documents.ObservedPeriod] {
            get throws { try json.member("path").list { try Documents.ObservedPeriod(json: $0) } }
        }

        /// Weights of the units in the comparison, where it is a mixture; those of 0 are left out.
        public var weights: [Documents.ObservedWeight] {
            get throws { try json.member("weights").list { try Documents.ObservedWeight(json: $0) } }
        }

        /// Figures for experts, with the source of the method.
        public var detail: String {
            get throws { try json.member("detail").text() }
        }
    }

    /// A change whose effect is to be told without a random test.
    struct ObserveRequest: Document {
        public let json: Json

        public init(json: Json) throws {
            self.json = try json.object()
        }

        /// A new one; what is left out has its default.
        public init(observation: Documents.Observation, table: String) {
            json = Json.written([("observation", observation), ("table", table)])
        }

        /// What was changed, when, for whom, and what is looked at.
        public var observation: Documents.Observation {
            get throws { try Documents.Observation(json: json.member("observation")) }
        }

        /// A table in CSV with one row for each unit and period.
        public var table: String {
            get throws { try json.member("table").text() }
        }
    }

    /// The effect of a change, labelled as no random test.
    struct ObservedEffect: Document {
        public let json: Json

        public init(json: Json) throws {
            self.json = try json.object()
        }

        /// A new one; what is left out has its default.
        public init(verdict: Documents.ObservationalVerdict, html: String, vegaLite: Json) {
            json = Json.written([("verdict", verdict), ("html", html), ("vega_lite", vegaLite)])
        }

        /// The verdict, with its label and plain sentences.
        public var verdict: Documents.ObservationalVerdict {
            get throws { try Documents.ObservationalVerdict(json: json.member("verdict")) }
        }

        /// One self-contained HTML file.
        public var html: String {
            get throws { try json.member("html").text() }
        }

        /// A Vega-Lite specification.
        public var vegaLite: Json {
            get throws { json.member("vega_lite") }
        }
    }

    /// One period of the changed units.
    struct ObservedPeriod: Document {
        public let json: Json

        public init(json: Json) throws {
            self.json = try json.object()
        }

        /// A new one; what is left out has its default.
        public init(time: String, found: Double, expected: Double, isAfter: Bool) {
            json = Json.written([("time", time), ("found", found), ("expected", expected), ("is_after", isAfter)])
        }

        /// As it stands in the data.
        public var time: String {
            get throws { try json.member("time").text() }
        }

        /// Mean of the changed units.
        public var found: Double {
            get throws { try json.member("found").number() }
        }

        /// What would have been expected without the change.
        public var expected: Double {
            get throws { try json.member("expected").number() }
        }

        /// Whether it lies after the change.
        public var isAfter: Bool {
            get throws { try json.member("is_after").truth() }
        }
    }

    /// The part of a unit in a mixture.
    struct ObservedWeight: Document {
        public let json: Json

        public init(json: Json) throws {
            self.json = try json.object()
        }

        /// A new one; what is left out has its default.
        public init(unit: String, weight: Double) {
            json = Json.written([("unit", unit), ("weight", weight)])
        }

        /// The unit.
        public var unit: String {
            get throws { try json.member("unit").text() }
        }

        /// Its weight; all weights sum to 1.
        public var weight: Double {
            get throws { try json.member("weight").number() }
        }
    }

    /// A mock that can be asked.
    struct OpenMock: Document {
        public let json: Json

        public init(json: Json) throws {
            self.json = try json.object()
        }

        /// A new one; what is left out has its default.
        public init(mock: Int, operations: [Documents.MockOperation]) {
            json = Json.written([("mock", mock), ("operations", operations)])
        }

        /// Its number in the session.
        public var mock: Int {
            get throws { try json.member("mock").integer() }
        }

        /// What can be called.
        public var operations: [Documents.MockOperation] {
            get throws { try json.member("operations").list { try Documents.MockOperation(json: $0) } }
        }
    }

    /// A change of a plan. Nodes are named by their ids, which never change.
    enum Operation: Document {
        case insert(Documents.InsertStep)
        case remove(Documents.NodeTarget)
        case move(Documents.MoveNode)
        case replace(Documents.ReplaceStep)
        case swap(Documents.NodePair)
        case rename(Documents.RenameNode)
        case duplicate(Documents.NodeTarget)
        case split(Documents.SplitStep)
        case merge(Documents.MergeSteps)
        case makeParallel(Documents.NodeSet)
        case makeSequential(Documents.NodeSet)
        case makeConditional(Documents.ConditionalNode)
        case setCondition(Documents.BranchCondition)
        case changeGateway(Documents.GatewayChange)
        case removeBranch(Documents.BranchTarget)
        case keepOnlyBranch(Documents.BranchTarget)
        case loop(Documents.LoopNodes)
        case group(Documents.GroupNodes)
        case ungroup(Documents.GroupTarget)
        case assign(Documents.AssignStep)
        case setLimit(Documents.StepLimit)
        case addWait(Documents.WaitBefore)
        case addApproval(Documents.ApprovalBefore)
        case setRisk(Documents.RiskOfStep)
        case setUndo(Documents.UndoOfStep)
        case setResource(Documents.ResourceRules)
        case addNote(Documents.NoteOnNode)
        case setAssumption(Documents.AssumptionValue)
        /// A form of a later version.
        case unrecognized(Json)

        public init(json: Json) throws {
            switch try json.member("type").text() {
            case "insert": self = .insert(try Documents.InsertStep(json: json))
            case "remove": self = .remove(try Documents.NodeTarget(json: json))
            case "move": self = .move(try Documents.MoveNode(json: json))
            case "replace": self = .replace(try Documents.ReplaceStep(json: json))
            case "swap": self = .swap(try Documents.NodePair(json: json))
            case "rename": self = .rename(try Documents.RenameNode(json: json))
            case "duplicate": self = .duplicate(try Documents.NodeTarget(json: json))
            case "split": self = .split(try Documents.SplitStep(json: json))
            case "merge": self = .merge(try Documents.MergeSteps(json: json))
            case "make_parallel": self = .makeParallel(try Documents.NodeSet(json: json))
            case "make_sequential": self = .makeSequential(try Documents.NodeSet(json: json))
            case "make_conditional": self = .makeConditional(try Documents.ConditionalNode(json: json))
            case "set_condition": self = .setCondition(try Documents.BranchCondition(json: json))
            case "change_gateway": self = .changeGateway(try Documents.GatewayChange(json: json))
            case "remove_branch": self = .removeBranch(try Documents.BranchTarget(json: json))
            case "keep_only_branch": self = .keepOnlyBranch(try Documents.BranchTarget(json: json))
            case "loop": self = .loop(try Documents.LoopNodes(json: json))
            case "group": self = .group(try Documents.GroupNodes(json: json))
            case "ungroup": self = .ungroup(try Documents.GroupTarget(json: json))
            case "assign": self = .assign(try Documents.AssignStep(json: json))
            case "set_limit": self = .setLimit(try Documents.StepLimit(json: json))
            case "add_wait": self = .addWait(try Documents.WaitBefore(json: json))
            case "add_approval": self = .addApproval(try Documents.ApprovalBefore(json: json))
            case "set_risk": self = .setRisk(try Documents.RiskOfStep(json: json))
            case "set_undo": self = .setUndo(try Documents.UndoOfStep(json: json))
            case "set_resource": self = .setResource(try Documents.ResourceRules(json: json))
            case "add_note": self = .addNote(try Documents.NoteOnNode(json: json))
            case "set_assumption": self = .setAssumption(try Documents.AssumptionValue(json: json))
            default: self = .unrecognized(json)
            }
        }

        public var json: Json {
            switch self {
            case .insert(let value): return value.json.tagged("insert")
            case .remove(let value): return value.json.tagged("remove")
            case .move(let value): return value.json.tagged("move")
            case .replace(let value): return value.json.tagged("replace")
            case .swap(let value): return value.json.tagged("swap")
            case .rename(let value): return value.json.tagged("rename")
            case .duplicate(let value): return value.json.tagged("duplicate")
            case .split(let value): return value.json.tagged("split")
            case .merge(let value): return value.json.tagged("merge")
            case .makeParallel(let value): return value.json.tagged("make_parallel")
            case .makeSequential(let value): return value.json.tagged("make_sequential")
            case .makeConditional(let value): return value.json.tagged("make_conditional")
            case .setCondition(let value): return value.json.tagged("set_condition")
            case .changeGateway(let value): return value.json.tagged("change_gateway")
            case .removeBranch(let value): return value.json.tagged("remove_branch")
            case .keepOnlyBranch(let value): return value.json.tagged("keep_only_branch")
            case .loop(let value): return value.json.tagged("loop")
            case .group(let value): return value.json.tagged("group")
            case .ungroup(let value): return value.json.tagged("ungroup")
            case .assign(let value): return value.json.tagged("assign")
            case .setLimit(let value): return value.json.tagged("set_limit")
            case .addWait(let value): return value.json.tagged("add_wait")
            case .addApproval(let value): return value.json.tagged("add_approval")
            case .setRisk(let value): return value.json.tagged("set_risk")
            case .setUndo(let value): return value.json.tagged("set_undo")
            case .setResource(let value): return value.json.tagged("set_resource")
            case .addNote(let value): return value.json.tagged("add_note")
            case .setAssumption(let value): return value.json.tagged("set_assumption")
            case .unrecognized(let json): return json
            }
        }
    }

    /// Where a statement comes from.
    enum Origin: Document {
        case stated(Documents.StatedOrigin)
        case inferred(Documents.InferredOrigin)
        case assumed(Documents.AssumedOrigin)
        case measured(Documents.MeasuredOrigin)
        case answered(Documents.AnsweredOrigin)
        /// A form of a later version.
        case unrecognized(Json)

        public init(json: Json) throws {
            switch try json.member("type").text() {
            case "stated": self = .stated(try Documents.StatedOrigin(json: json))
            case "inferred": self = .inferred(try Documents.InferredOrigin(json: json))
            case "assumed": self = .assumed(try Documents.AssumedOrigin(json: json))
            case "measured": self = .measured(try Documents.MeasuredOrigin(json: json))
            case "answered": self = .answered(try Documents.AnsweredOrigin(json: json))
            default: self = .unrecognized(json)
            }
        }

        public var json: Json {
            switch self {
            case .stated(let value): return value.json.tagged("stated")
            case .inferred(let value): return value.json.tagged("inferred")
            case .assumed(let value): return value.json.tagged("assumed")
            case .measured(let value): return value.json.tagged("measured")
            case .answered(let value): return value.json.tagged("answered")
            case .unrecognized(let json): return json
            }
        }
    }

    /// A unit that has no variant of its own.
    struct OtherUnit: Document {
        public let json: Json

        public init(json: Json) throws {
            self.json = try json.object()
        }

        /// A new one; what is left out has its default.
        public init(name: String) {
            json = Json.written([("name", name)])
        }

        /// The unit in the user's words, singular.
        public var name: String {
            get throws { try json.member("name").text() }
        }
    }

    /// What happens otherwise.
    struct OtherwiseChange: Document {
        public let json: Json

        public init(json: Json) throws {
            self.json = try json.object()
        }

        /// A new one; what is left out has its default.
        public init(block: String, step: String? = nil, ends: Documents.Outcome? = nil) {
            json = Json.written([("block", block), ("step", step), ("ends", ends)])
        }

        /// The decision block.
        public var block: String {
            get throws { try json.member("block").text() }
        }

        /// What to do then; nothing (go on) where absent.
        public var step: String? {
            get throws { try json.member("step").optional { try $0.text() } }
        }

        /// How the process ends then; it goes on where absent.
        public var ends: Documents.Outcome? {
            get throws { try json.member("ends").optional { try $0.choice(Documents.Outcome.self) } }
        }
    }

    /// A time in which a service does not answer or is slow.
    struct Outage: Document {
        public let json: Json

        public init(json: Json) throws {
            self.json = try json.object()
        }

        /// A new one; what is left out has its default.
        public init(service: String, fromMs: Int, toMs: Int, slowdown: Double, failure: Double, grows: Bool? = nil) {
            json = Json.written([("service", service), ("from_ms", fromMs), ("to_ms", toMs), ("slowdown", slowdown), ("failure", failure), ("grows", grows)])
        }

        /// The service.
        public var service: String {
            get throws { try json.member("service").text() }
        }

        /// Begin, in milliseconds of virtual time.
        public var fromMs: Int {
            get throws { try json.member("from_ms").integer() }
        }

        /// End, in milliseconds of virtual time.
        public var toMs: Int {
            get throws { try json.member("to_ms").integer() }
        }

        /// Latency is multiplied with this; 1 leaves it.
        public var slowdown: Double {
            get throws { try json.member("slowdown").number() }
        }

        /// How likely a call fails meanwhile.
        public var failure: Double {
            get throws { try json.member("failure").number() }
        }

        /// Whether the slowdown grows evenly, from 1 at the begin to its value at the end (a slow degradation).
        public var grows: Bool? {
            get throws { try json.member("grows").optional { try $0.truth() } }
        }
    }

    /// How a case ends.
    enum Outcome: String, Sendable, CaseIterable, Choice {
        case goalReached = "goal_reached"
        case abandoned = "abandoned"
        case refused = "refused"
        case failed = "failed"
    }

    /// How many cases ended in one way.
    struct OutcomeCount: Document {
        public let json: Json

        public init(json: Json) throws {
            self.json = try json.object()
        }

        /// A new one; what is left out has its default.
        public init(outcome: Documents.Outcome, cases: Int, share: Documents.Estimate) {
            json = Json.written([("outcome", outcome), ("cases", cases), ("share", share)])
        }

        /// The outcome.
        public var outcome: Documents.Outcome {
            get throws { try json.member("outcome").choice(Documents.Outcome.self) }
        }

        /// How many cases.
        public var cases: Int {
            get throws { try json.member("cases").integer() }
        }

        /// The share of all ended cases, with its interval.
        public var share: Documents.Estimate {
            get throws { try Documents.Estimate(json: json.member("share")) }
        }
    }

    /// An outcome.
    struct OutcomeMeasure: Document {
        public let json: Json

        public init(json: Json) throws {
            self.json = try json.object()
        }

        /// A new one; what is left out has its default.
        public init(outcome: Documents.Outcome) {
            json = Json.written([("outcome", outcome)])
        }

        /// The outcome.
        public var outcome: Documents.Outcome {
            get throws { try json.member("outcome").choice(Documents.Outcome.self) }
        }
    }

    /// A plan in words.
    struct Outline: Document {
        public let json: Json

        public init(json: Json) throws {
            self.json = try json.object()
        }

        /// A new one; what is left out has its default.
        public init(project: String, text: String) {
            json = Json.written([("project", project), ("text", text)])
        }

        /// The project.
        public var project: String {
            get throws { try json.member("project").text() }
        }

        /// The numbered steps in plain English, one on each line.
        public var text: String {
            get throws { try json.member("text").text() }
        }
    }

    /// One page.
    struct Page: Document {
        public let json: Json

        public init(json: Json) throws {
            self.json = try json.object()
        }

        /// A new one; what is left out has its default.
        public init(id: String, kind: Documents.PageKind, node: String, title: String, actor: String, intro: String, elements: [Documents.ScreenElement], actions: [Documents.PageAction]) {
            json = Json.written([("id", id), ("kind", kind), ("node", node), ("title", title), ("actor", actor), ("intro", intro), ("elements", elements), ("actions", actions)])
        }

        /// Unique within the prototype.
        public var id: String {
            get throws { try json.member("id").text() }
        }

        /// What kind of page.
        public var kind: Documents.PageKind {
            get throws { try json.member("kind").choice(Documents.PageKind.self) }
        }

        /// The node that it stands for.
        public var node: String {
            get throws { try json.member("node").text() }
        }

        /// The heading.
        public var title: String {
            get throws { try json.member("title").text() }
        }

        /// Who is acting, for example `customer`.
        public var actor: String {
            get throws { try json.member("actor").text() }
        }

        /// Text below the heading.
        public var intro: String {
            get throws { try json.member("intro").text() }
        }

        /// What stands on it.
        public var elements: [Documents.ScreenElement] {
            get throws { try json.member("elements").list { try Documents.ScreenElement(json: $0) } }
        }

        /// The buttons, in order.
        public var actions: [Documents.PageAction] {
            get throws { try json.member("actions").list { try Documents.PageAction(json: $0) } }
        }
    }

    /// A button.
    struct PageAction: Document {
        public let json: Json

        public init(json: Json) throws {
            self.json = try json.object()
        }

        /// A new one; what is left out has its default.
        public init(id: String, label: String, to: String, isFailure: Bool, flow: String? = nil) {
            json = Json.written([("id", id), ("label", label), ("to", to), ("is_failure", isFailure), ("flow", flow)])
        }

        /// Unique within the page.
        public var id: String {
            get throws { try json.member("id").text() }
        }

        /// The label.
        public var label: String {
            get throws { try json.member("label").text() }
        }

        /// The page that it leads to.
        public var to: String {
            get throws { try json.member("to").text() }
        }

        /// The flow that is taken, where it is one.
        public var flow: String? {
            get throws { try json.member("flow").optional { try $0.text() } }
        }

        /// Whether it stands for something going wrong.
        public var isFailure: Bool {
            get throws { try json.member("is_failure").truth() }
        }
    }

    /// The kinds of pages.
    enum PageKind: String, Sendable, CaseIterable, Choice {
        case screen = "screen"
        case decision = "decision"
        case system = "system"
        case wait = "wait"
        case end = "end"
    }

    /// What happened on one page.
    struct PageWalks: Document {
        public let json: Json

        public init(json: Json) throws {
            self.json = try json.object()
        }

        /// A new one; what is left out has its default.
        public init(page: String, title: String, sessions: Int, gaveUp: Int, refused: Int, back: Int, medianMs: Int? = nil) {
            json = Json.written([("page", page), ("title", title), ("sessions", sessions), ("gave_up", gaveUp), ("refused", refused), ("back", back), ("median_ms", medianMs)])
        }

        /// The page.
        public var page: String {
            get throws { try json.member("page").text() }
        }

        /// Its heading.
        public var title: String {
            get throws { try json.member("title").text() }
        }

        /// Sessions that saw it.
        public var sessions: Int {
            get throws { try json.member("sessions").integer() }
        }

        /// Times that somebody gave up here, those who came back later among them.
        public var gaveUp: Int {
            get throws { try json.member("gave_up").integer() }
        }

        /// Times that a field was refused.
        public var refused: Int {
            get throws { try json.member("refused").integer() }
        }

        /// Times that somebody went back from here.
        public var back: Int {
            get throws { try json.member("back").integer() }
        }

        /// Median time from being shown to the next page, in milliseconds; absent where nobody went on.
        public var medianMs: Int? {
            get throws { try json.member("median_ms").optional { try $0.integer() } }
        }
    }

    /// All lanes are done.
    struct ParallelBlock: Document {
        public let json: Json

        public init(json: Json) throws {
            self.json = try json.object()
        }

        /// A new one; what is left out has its default.
        public init(lanes: Int) {
            json = Json.written([("lanes", lanes)])
        }

        /// How many lanes.
        public var lanes: Int {
            get throws { try json.member("lanes").integer() }
        }
    }

    /// One change of RFC 6902.
    struct PatchChange: Document {
        public let json: Json

        public init(json: Json) throws {
            self.json = try json.object()
        }

        /// A new one; what is left out has its default.
        public init(op: Documents.PatchVerb, path: String, value: Json? = nil) {
            json = Json.written([("op", op), ("path", path), ("value", value)])
        }

        /// `add`, `remove` or `replace`.
        public var op: Documents.PatchVerb {
            get throws { try json.member("op").choice(Documents.PatchVerb.self) }
        }

        /// JSON Pointer (RFC 6901).
        public var path: String {
            get throws { try json.member("path").text() }
        }

        /// The new value, for `add` and `replace`.
        public var value: Json? {
            get throws { try json.member("value").optional { $0 } }
        }
    }

    /// The verbs of RFC 6902 that are used.
    enum PatchVerb: String, Sendable, CaseIterable, Choice {
        case add = "add"
        case remove = "remove"
        case replace = "replace"
    }

    /// How often a way through the plan was taken, and what it took.
    struct PathCount: Document {
        public let json: Json

        public init(json: Json) throws {
            self.json = try json.object()
        }

        /// A new one; what is left out has its default.
        public init(nodes: [String], outcome: Documents.Outcome, cases: Int, meanCycleMs: Double? = nil, meanWaitingMs: Double? = nil, meanWorkingMs: Double? = nil, meanCost: Double? = nil) {
            json = Json.written([("nodes", nodes), ("outcome", outcome), ("cases", cases), ("mean_cycle_ms", meanCycleMs), ("mean_waiting_ms", meanWaitingMs), ("mean_working_ms", meanWorkingMs), ("mean_cost", meanCost)])
        }

        /// The steps and ends of the way, in order.
        public var nodes: [String] {
            get throws { try json.member("nodes").list { try $0.text() } }
        }

        /// How it ended.
        public var outcome: Documents.Outcome {
            get throws { try json.member("outcome").choice(Documents.Outcome.self) }
        }

        /// How many cases.
        public var cases: Int {
            get throws { try json.member("cases").integer() }
        }

        /// Mean time from arrival to end, in milliseconds.
        public var meanCycleMs: Double? {
            get throws { try json.member("mean_cycle_ms").optional { try $0.number() } }
        }

        /// Mean time spent waiting, in milliseconds, added up over parallel branches.
        public var meanWaitingMs: Double? {
            get throws { try json.member("mean_waiting_ms").optional { try $0.number() } }
        }

        /// Mean work put in, in milliseconds, added up over parallel branches.
        public var meanWorkingMs: Double? {
            get throws { try json.member("mean_working_ms").optional { try $0.number() } }
        }

        /// Mean cost of a case, in major units of money.
        public var meanCost: Double? {
            get throws { try json.member("mean_cost").optional { try $0.number() } }
        }
    }

    /// A kind of simulated person. All factors are 1 for an ordinary person.
    struct Persona: Document {
        public let json: Json

        public init(json: Json) throws {
            self.json = try json.object()
        }

        /// A new one; what is left out has its default.
        public init(id: String, title: String, share: Double, pace: Double, patience: Double, skill: Double, returns: Double, returnsAfter: Documents.Distribution, origin: Documents.Origin, longestWait: Documents.Distribution? = nil, device: Documents.Device? = nil, attention: Double? = nil, goesBack: Double? = nil) {
            json = Json.written([("id", id), ("title", title), ("share", share), ("pace", pace), ("patience", patience), ("skill", skill), ("returns", returns), ("returns_after", returnsAfter), ("origin", origin), ("longest_wait", longestWait), ("device", device), ("attention", attention), ("goes_back", goesBack)])
        }

        /// Names the persona.
        public var id: String {
            get throws { try json.member("id").text() }
        }

        /// For people, for example `hurried visitor on a phone`.
        public var title: String {
            get throws { try json.member("title").text() }
        }

        /// The share of cases that it stands for.
        public var share: Double {
            get throws { try json.member("share").number() }
        }

        /// Working times are multiplied with this.
        public var pace: Double {
            get throws { try json.member("pace").number() }
        }

        /// The probability of giving up is divided by this.
        public var patience: Double {
            get throws { try json.member("patience").number() }
        }

        /// The probability of mistakes is divided by this.
        public var skill: Double {
            get throws { try json.member("skill").number() }
        }

        /// Longest wait in a queue before giving up, in milliseconds; none where absent.
        public var longestWait: Documents.Distribution? {
            get throws { try json.member("longest_wait").optional { try Documents.Distribution(json: $0) } }
        }

        /// How likely somebody who gave up comes back once more.
        public var returns: Double {
            get throws { try json.member("returns").number() }
        }

        /// After how long, in milliseconds.
        public var returnsAfter: Documents.Distribution {
            get throws { try Documents.Distribution(json: json.member("returns_after")) }
        }

        /// On what it reads and types, where it walks a prototype.
        public var device: Documents.Device? {
            get throws { try json.member("device").optional { try $0.choice(Documents.Device.self) } }
        }

        /// The share of notices and of optional fields that it notices, from 0 to 1, where it walks a prototype.
        public var attention: Double? {
            get throws { try json.member("attention").optional { try $0.number() } }
        }

        /// How likely it goes back from a screen to the one before to correct something, from 0 to 1, where it walks a
        /// prototype.
        public var goesBack: Double? {
            get throws { try json.member("goes_back").optional { try $0.number() } }
        }

        /// Where these figures come from.
        public var origin: Documents.Origin {
            get throws { try Documents.Origin(json: json.member("origin")) }
        }
    }

    /// How a kind of person fared.
    struct PersonaResult: Document {
        public let json: Json

        public init(json: Json) throws {
            self.json = try json.object()
        }

        /// A new one; what is left out has its default.
        public init(persona: String, cases: Int, goalReached: Double, meanCycleMs: Double) {
            json = Json.written([("persona", persona), ("cases", cases), ("goal_reached", goalReached), ("mean_cycle_ms", meanCycleMs)])
        }

        /// The persona.
        public var persona: String {
            get throws { try json.member("persona").text() }
        }

        /// How many came.
        public var cases: Int {
            get throws { try json.member("cases").integer() }
        }

        /// Share that reached the goal.
        public var goalReached: Double {
            get throws { try json.member("goal_reached").number() }
        }

        /// Mean time to the end, in milliseconds.
        public var meanCycleMs: Double {
            get throws { try json.member("mean_cycle_ms").number() }
        }
    }

    /// How one persona fared.
    struct PersonaWalks: Document {
        public let json: Json

        public init(json: Json) throws {
            self.json = try json.object()
        }

        /// A new one; what is left out has its default.
        public init(persona: String, title: String, sessions: Int, reached: Int) {
            json = Json.written([("persona", persona), ("title", title), ("sessions", sessions), ("reached", reached)])
        }

        /// The persona.
        public var persona: String {
            get throws { try json.member("persona").text() }
        }

        /// Its title.
        public var title: String {
            get throws { try json.member("title").text() }
        }

        /// Sessions of it.
        public var sessions: Int {
            get throws { try json.member("sessions").integer() }
        }

        /// Those that reached the goal.
        public var reached: Int {
            get throws { try json.member("reached").integer() }
        }
    }

    /// Where something is put.
    enum Place: Document {
        case before(Documents.NodeTarget)
        case after(Documents.NodeTarget)
        case between(Documents.NodePair)
        case atStart(Documents.PlaceAtStart)
        case atEnd(Documents.PlaceAtEnd)
        /// A form of a later version.
        case unrecognized(Json)

        public init(json: Json) throws {
            switch try json.member("type").text() {
            case "before": self = .before(try Documents.NodeTarget(json: json))
            case "after": self = .after(try Documents.NodeTarget(json: json))
            case "between": self = .between(try Documents.NodePair(json: json))
            case "at_start": self = .atStart(try Documents.PlaceAtStart(json: json))
            case "at_end": self = .atEnd(try Documents.PlaceAtEnd(json: json))
            default: self = .unrecognized(json)
            }
        }

        public var json: Json {
            switch self {
            case .before(let value): return value.json.tagged("before")
            case .after(let value): return value.json.tagged("after")
            case .between(let value): return value.json.tagged("between")
            case .atStart(let value): return value.json.tagged("at_start")
            case .atEnd(let value): return value.json.tagged("at_end")
            case .unrecognized(let json): return json
            }
        }
    }

    /// After everything else, before the end that reaches the goal.
    struct PlaceAtEnd: Document {
        public let json: Json

        public init(json: Json) throws {
            self.json = try json.object()
        }

        /// A new one; what is left out has its default.
        public init() {
            json = Json.written([])
        }
    }

    /// Before everything else.
    struct PlaceAtStart: Document {
        public let json: Json

        public init(json: Json) throws {
            self.json = try json.object()
        }

        /// A new one; what is left out has its default.
        public init() {
            json = Json.written([])
        }
    }

    /// Which part of which block a step stands in.
    struct Placement: Document {
        public let json: Json

        public init(json: Json) throws {
            self.json = try json.object()
        }

        /// A new one; what is left out has its default.
        public init(block: String, part: Int) {
            json = Json.written([("block", block), ("part", part)])
        }

        /// The block.
        public var block: String {
            get throws { try json.member("block").text() }
        }

        /// Which branch of a decision or lane of a parallel block, from 0; always 0 in a loop.
        public var part: Int {
            get throws { try json.member("part").integer() }
        }
    }

    /// A plan of steps, with everything that is needed to show, run and build it.
    struct Plan: Document {
        public let json: Json

        public init(json: Json) throws {
            self.json = try json.object()
        }

        /// A new one; what is left out has its default.
        public init(schemaVersion: Int, id: String, title: String, goal: String, actors: [Documents.Actor], data: [Documents.DataObject], services: [Documents.Service], screens: [Documents.Screen], resources: [Documents.Resource], nodes: [Documents.Node], flows: [Documents.Flow], assumptions: [Documents.Assumption], edgeCases: [Documents.EdgeCase], metrics: [Documents.Metric], intent: String? = nil, archetypes: [Documents.ArchetypeUse]? = nil, groups: [Documents.Group]? = nil, rules: [Documents.PlanRule]? = nil) {
            json = Json.written([("schema_version", schemaVersion), ("id", id), ("title", title), ("goal", goal), ("actors", actors), ("data", data), ("services", services), ("screens", screens), ("resources", resources), ("nodes", nodes), ("flows", flows), ("assumptions", assumptions), ("edge_cases", edgeCases), ("metrics", metrics), ("intent", intent), ("archetypes", archetypes), ("groups", groups), ("rules", rules)])
        }

        /// Version of this document's shape.
        public var schemaVersion: Int {
            get throws { try json.member("schema_version").integer() }
        }

        /// Names the plan through all its versions.
        public var id: String {
            get throws { try json.member("id").text() }
        }

        /// A short name.
        public var title: String {
            get throws { try json.member("title").text() }
        }

        /// What it is to reach, in one sentence.
        public var goal: String {
            get throws { try json.member("goal").text() }
        }

        /// The intent that it was drafted from.
        public var intent: String? {
            get throws { try json.member("intent").optional { try $0.text() } }
        }

        /// The archetypes that filled what the text left open, with the reason for each.
        public var archetypes: [Documents.ArchetypeUse] {
            get throws { try json.member("archetypes").list { try Documents.ArchetypeUse(json: $0) } }
        }

        /// Who or what acts.
        public var actors: [Documents.Actor] {
            get throws { try json.member("actors").list { try Documents.Actor(json: $0) } }
        }

        /// What is handled.
        public var data: [Documents.DataObject] {
            get throws { try json.member("data").list { try Documents.DataObject(json: $0) } }
        }

        /// Systems that are called, with their contracts.
        public var services: [Documents.Service] {
            get throws { try json.member("services").list { try Documents.Service(json: $0) } }
        }

        /// What people see.
        public var screens: [Documents.Screen] {
            get throws { try json.member("screens").list { try Documents.Screen(json: $0) } }
        }

        /// People and things that cases queue for.
        public var resources: [Documents.Resource] {
            get throws { try json.member("resources").list { try Documents.Resource(json: $0) } }
        }

        /// Start, steps, gateways, events and ends. The order is the reading order.
        public var nodes: [Documents.Node] {
            get throws { try json.member("nodes").list { try Documents.Node(json: $0) } }
        }

        /// Which node follows which.
        public var flows: [Documents.Flow] {
            get throws { try json.member("flows").list { try Documents.Flow(json: $0) } }
        }

        /// Sub-plans: named sets of nodes.
        public var groups: [Documents.Group] {
            get throws { try json.member("groups").list { try Documents.Group(json: $0) } }
        }

        /// Every number that the simulation uses, with its origin.
        public var assumptions: [Documents.Assumption] {
            get throws { try json.member("assumptions").list { try Documents.Assumption(json: $0) } }
        }

        /// What can happen at the edges, and what is to happen then.
        public var edgeCases: [Documents.EdgeCase] {
            get throws { try json.member("edge_cases").list { try Documents.EdgeCase(json: $0) } }
        }

        /// What is measured.
        public var metrics: [Documents.Metric] {
            get throws { try json.member("metrics").list { try Documents.Metric(json: $0) } }
        }

        /// Rules that the plan must keep, in the user's words.
        public var rules: [Documents.PlanRule] {
            get throws { try json.member("rules").list { try Documents.PlanRule(json: $0) } }
        }
    }

    /// Exact changes of a plan's lists, by position. Applying the inverse of a patch gives the old plan to the byte.
    struct PlanPatch: Document {
        public let json: Json

        public init(json: Json) throws {
            self.json = try json.object()
        }

        /// A new one; what is left out has its default.
        public init(changes: [Documents.PatchChange]) {
            json = Json.written([("changes", changes)])
        }

        /// The changes as in RFC 6902 (JSON Patch): `add`, `remove`, `replace` with JSON Pointers.
        public var changes: [Documents.PatchChange] {
            get throws { try json.member("changes").list { try Documents.PatchChange(json: $0) } }
        }
    }

    /// A rule that the plan must keep.
    struct PlanRule: Document {
        public let json: Json

        public init(json: Json) throws {
            self.json = try json.object()
        }

        /// A new one; what is left out has its default.
        public init(text: String, modality: Documents.Modality, origin: Documents.Origin, nodes: [String]? = nil) {
            json = Json.written([("text", text), ("modality", modality), ("origin", origin), ("nodes", nodes)])
        }

        /// In the user's words.
        public var text: String {
            get throws { try json.member("text").text() }
        }

        /// In which sense.
        public var modality: Documents.Modality {
            get throws { try json.member("modality").choice(Documents.Modality.self) }
        }

        /// The nodes that it concerns, where that is known.
        public var nodes: [String] {
            get throws { try json.member("nodes").list { try $0.text() } }
        }

        /// Where it comes from.
        public var origin: Documents.Origin {
            get throws { try Documents.Origin(json: json.member("origin")) }
        }
    }

    /// One version of a plan.
    struct PlanVersion: Document {
        public let json: Json

        public init(json: Json) throws {
            self.json = try json.object()
        }

        /// A new one; what is left out has its default.
        public init(number: Int, version: String, message: String, at: String, isPresent: Bool) {
            json = Json.written([("number", number), ("version", version), ("message", message), ("at", at), ("is_present", isPresent)])
        }

        /// Counts from 1; never changes.
        public var number: Int {
            get throws { try json.member("number").integer() }
        }

        /// Its name, the hash of its content.
        public var version: String {
            get throws { try json.member("version").text() }
        }

        /// What was done to get it, in one line.
        public var message: String {
            get throws { try json.member("message").text() }
        }

        /// When, by the clock of the host; empty where the host gave none.
        public var at: String {
            get throws { try json.member("at").text() }
        }

        /// Whether it is the present one.
        public var isPresent: Bool {
            get throws { try json.member("is_present").truth() }
        }
    }

    /// The versions of a project's plan.
    struct PlanVersions: Document {
        public let json: Json

        public init(json: Json) throws {
            self.json = try json.object()
        }

        /// A new one; what is left out has its default.
        public init(project: String, versions: [Documents.PlanVersion], canUndo: Int, canRedo: Int) {
            json = Json.written([("project", project), ("versions", versions), ("can_undo", canUndo), ("can_redo", canRedo)])
        }

        /// The project.
        public var project: String {
            get throws { try json.member("project").text() }
        }

        /// In the order in which they came to be.
        public var versions: [Documents.PlanVersion] {
            get throws { try json.member("versions").list { try Documents.PlanVersion(json: $0) } }
        }

        /// How many changes can be taken back from the present version.
        public var canUndo: Int {
            get throws { try json.member("can_undo").integer() }
        }

        /// How many changes that were taken back can be made again.
        public var canRedo: Int {
            get throws { try json.member("can_redo").integer() }
        }
    }

    /// A plan with what there is to say about it.
    struct Planned: Document {
        public let json: Json

        public init(json: Json) throws {
            self.json = try json.object()
        }

        /// A new one; what is left out has its default.
        public init(project: String, plan: Documents.Plan, version: String, problems: [Documents.Problem]) {
            json = Json.written([("project", project), ("plan", plan), ("version", version), ("problems", problems)])
        }

        /// The project.
        public var project: String {
            get throws { try json.member("project").text() }
        }

        /// The plan.
        public var plan: Documents.Plan {
            get throws { try Documents.Plan(json: json.member("plan")) }
        }

        /// Its version.
        public var version: String {
            get throws { try json.member("version").text() }
        }

        /// What is wrong or could be simpler.
        public var problems: [Documents.Problem] {
            get throws { try json.member("problems").list { try Documents.Problem(json: $0) } }
        }
    }

    /// The metric at each point.
    struct PointValues: Document {
        public let json: Json

        public init(json: Json) throws {
            self.json = try json.object()
        }

        /// A new one; what is left out has its default.
        public init(values: [Double]) {
            json = Json.written([("values", values)])
        }

        /// In the order of the points.
        public var values: [Double] {
            get throws { try json.member("values").list { try $0.number() } }
        }
    }

    /// What is measured, and how much its units differ.
    enum PowerKind: Document {
        case share(Documents.SharePower)
        case mean(Documents.MeanPower)
        case count(Documents.CountPower)
        case ratio(Documents.RatioPower)
        case quantile(Documents.QuantilePower)
        case survival(Documents.SurvivalPower)
        /// A form of a later version.
        case unrecognized(Json)

        public init(json: Json) throws {
            switch try json.member("type").text() {
            case "share": self = .share(try Documents.SharePower(json: json))
            case "mean": self = .mean(try Documents.MeanPower(json: json))
            case "count": self = .count(try Documents.CountPower(json: json))
            case "ratio": self = .ratio(try Documents.RatioPower(json: json))
            case "quantile": self = .quantile(try Documents.QuantilePower(json: json))
            case "survival": self = .survival(try Documents.SurvivalPower(json: json))
            default: self = .unrecognized(json)
            }
        }

        public var json: Json {
            switch self {
            case .share(let value): return value.json.tagged("share")
            case .mean(let value): return value.json.tagged("mean")
            case .count(let value): return value.json.tagged("count")
            case .ratio(let value): return value.json.tagged("ratio")
            case .quantile(let value): return value.json.tagged("quantile")
            case .survival(let value): return value.json.tagged("survival")
            case .unrecognized(let json): return json
            }
        }
    }

    /// What a test needs, or what it can find.
    struct PowerPlan: Document {
        public let json: Json

        public init(json: Json) throws {
            self.json = try json.object()
        }

        /// A new one; what is left out has its default.
        public init(unitsEachArm: Int, units: Int, effect: Double, power: Double, costOfLooks: Double, sentence: String, days: Int? = nil) {
            json = Json.written([("units_each_arm", unitsEachArm), ("units", units), ("effect", effect), ("power", power), ("cost_of_looks", costOfLooks), ("sentence", sentence), ("days", days)])
        }

        /// Units of each arm.
        public var unitsEachArm: Int {
            get throws { try json.member("units_each_arm").integer() }
        }

        /// Units of all arms.
        public var units: Int {
            get throws { try json.member("units").integer() }
        }

        /// The effect that is found with this chance.
        public var effect: Double {
            get throws { try json.member("effect").number() }
        }

        /// The chance to find it.
        public var power: Double {
            get throws { try json.member("power").number() }
        }

        /// Days, rounded up to whole weeks, where the traffic is known.
        public var days: Int? {
            get throws { try json.member("days").optional { try $0.integer() } }
        }

        /// How many times more units the looks cost than a single look would.
        public var costOfLooks: Double {
            get throws { try json.member("cost_of_looks").number() }
        }

        /// One plain sentence.
        public var sentence: String {
            get throws { try json.member("sentence").text() }
        }
    }

    /// What is asked before a test: with `effect` alone how many units it needs; with `units` (or `days` of traffic) alone
    /// the smallest effect that it finds; with both its power.
    struct PowerRequest: Document {
        public let json: Json

        public init(json: Json) throws {
            self.json = try json.object()
        }

        /// A new one; what is left out has its default.
        public init(baseline: Double, deviation: Double? = nil, kind: Documents.PowerKind? = nil, effect: Double? = nil, units: Double? = nil, days: Double? = nil, clusters: Documents.ClusterPower? = nil, varianceLeft: Double? = nil, confidence: Double? = nil, power: Double? = nil, treatments: Int? = nil, armAdjustment: Documents.ArmAdjustment? = nil, monitoring: Documents.Monitoring? = nil, unitsEachDay: Double? = nil) {
            json = Json.written([("baseline", baseline), ("deviation", deviation), ("kind", kind), ("effect", effect), ("units", units), ("days", days), ("clusters", clusters), ("variance_left", varianceLeft), ("confidence", confidence), ("power", power), ("treatments", treatments), ("arm_adjustment", armAdjustment), ("monitoring", monitoring), ("units_each_day", unitsEachDay)])
        }

        /// Value of the control today. Without `kind` it is a share between 0 and 1 where `deviation` is absent, else a
        /// mean.
        public var baseline: Double {
            get throws { try json.member("baseline").number() }
        }

        /// Standard deviation of one unit; absent for shares and where `kind` says it.
        public var deviation: Double? {
            get throws { try json.member("deviation").optional { try $0.number() } }
        }

        /// What is measured, where it is neither a mean nor a share.
        public var kind: Documents.PowerKind? {
            get throws { try json.member("kind").optional { try Documents.PowerKind(json: $0) } }
        }

        /// The effect to find, in the unit of the metric.
        public var effect: Double? {
            get throws { try json.member("effect").optional { try $0.number() } }
        }

        /// Units of all arms, where they are given rather than asked for.
        public var units: Double? {
            get throws { try json.member("units").optional { try $0.number() } }
        }

        /// Days of traffic, where they are given rather than asked for.
        public var days: Double? {
            get throws { try json.member("days").optional { try $0.number() } }
        }

        /// Rows that belong together, where the metric is an average over rows and whole units are assigned.
        public var clusters: Documents.ClusterPower? {
            get throws { try json.member("clusters").optional { try Documents.ClusterPower(json: $0) } }
        }

        /// Share of the variance that covariates leave; 1 without covariates.
        public var varianceLeft: Double? {
            get throws { try json.member("variance_left").optional { try $0.number() } }
        }

        /// Confidence of the verdict.
        public var confidence: Double? {
            get throws { try json.member("confidence").optional { try $0.number() } }
        }

        /// Chance to find the effect.
        public var power: Double? {
            get throws { try json.member("power").optional { try $0.number() } }
        }

        /// How many arms beside the control share the level.
        public var treatments: Int? {
            get throws { try json.member("treatments").optional { try $0.integer() } }
        }

        /// How they share it; as in the statement of a test where absent.
        public var armAdjustment: Documents.ArmAdjustment? {
            get throws { try json.member("arm_adjustment").optional { try $0.choice(Documents.ArmAdjustment.self) } }
        }

        /// How often the data are looked at: for planned looks the fractions of all of them.
        public var monitoring: Documents.Monitoring? {
            get throws { try json.member("monitoring").optional { try Documents.Monitoring(json: $0) } }
        }

        /// Units that come in each day, for all arms.
        public var unitsEachDay: Double? {
            get throws { try json.member("units_each_day").optional { try $0.number() } }
        }
    }

    /// What became of a wish for precision.
    struct Precise: Document {
        public let json: Json

        public init(json: Json) throws {
            self.json = try json.object()
        }

        /// A new one; what is left out has its default.
        public init(metric: String, wanted: Double, replications: Int, isReached: Bool, reached: Double? = nil) {
            json = Json.written([("metric", metric), ("wanted", wanted), ("replications", replications), ("is_reached", isReached), ("reached", reached)])
        }

        /// The metric.
        public var metric: String {
            get throws { try json.member("metric").text() }
        }

        /// Half the width that was asked for, as a share of the value.
        public var wanted: Double {
            get throws { try json.member("wanted").number() }
        }

        /// Half the width that was reached, as a share of the value; absent where the value is 0.
        public var reached: Double? {
            get throws { try json.member("reached").optional { try $0.number() } }
        }

        /// Replications that were run.
        public var replications: Int {
            get throws { try json.member("replications").integer() }
        }

        /// Whether the interval is narrow enough. Otherwise a limit ended the run, or the replications were used up.
        public var isReached: Bool {
            get throws { try json.member("is_reached").truth() }
        }
    }

    /// How narrow an interval is to be, and what it may take.
    struct Precision: Document {
        public let json: Json

        public init(json: Json) throws {
            self.json = try json.object()
        }

        /// A new one; what is left out has its default.
        public init(halfWidth: Double, metric: String? = nil, mostReplications: Int? = nil) {
            json = Json.written([("half_width", halfWidth), ("metric", metric), ("most_replications", mostReplications)])
        }

        /// The metric; the primary one of the plan where absent.
        public var metric: String? {
            get throws { try json.member("metric").optional { try $0.text() } }
        }

        /// Half the width of the 95 % interval as a share of the value: 0.02 for ± 2 %.
        public var halfWidth: Double {
            get throws { try json.member("half_width").number() }
        }

        /// Most replications; 1,000 where absent. Each has as many cases as those of the scenario have.
        public var mostReplications: Int? {
            get throws { try json.member("most_replications").optional { try $0.integer() } }
        }
    }

    /// A run that is about to be made.
    struct PreparedRun: Document {
        public let json: Json

        public init(json: Json) throws {
            self.json = try json.object()
        }

        /// A new one; what is left out has its default.
        public init(project: String, plan: Documents.Plan, scenario: Documents.Scenario) {
            json = Json.written([("project", project), ("plan", plan), ("scenario", scenario)])
        }

        /// The project.
        public var project: String {
            get throws { try json.member("project").text() }
        }

        /// The plan as it stands.
        public var plan: Documents.Plan {
            get throws { try Documents.Plan(json: json.member("plan")) }
        }

        /// The circumstances, complete. Its replications can be run apart.
        public var scenario: Documents.Scenario {
            get throws { try Documents.Scenario(json: json.member("scenario")) }
        }
    }

    /// What tokens cost, in millionths of a US dollar for a million tokens.
    struct Price: Document {
        public let json: Json

        public init(json: Json) throws {
            self.json = try json.object()
        }

        /// A new one; what is left out has its default.
        public init(inputMicrosPerMillion: Int, outputMicrosPerMillion: Int) {
            json = Json.written([("input_micros_per_million", inputMicrosPerMillion), ("output_micros_per_million", outputMicrosPerMillion)])
        }

        /// For a million tokens that go in.
        public var inputMicrosPerMillion: Int {
            get throws { try json.member("input_micros_per_million").integer() }
        }

        /// For a million tokens that come out.
        public var outputMicrosPerMillion: Int {
            get throws { try json.member("output_micros_per_million").integer() }
        }
    }

    /// What was believed before the data: stated with the test, and a proper distribution.
    enum Prior: Document {
        case difference(Documents.PriorDifference)
        case shares(Documents.PriorShares)
        /// A form of a later version.
        case unrecognized(Json)

        public init(json: Json) throws {
            switch try json.member("type").text() {
            case "difference": self = .difference(try Documents.PriorDifference(json: json))
            case "shares": self = .shares(try Documents.PriorShares(json: json))
            default: self = .unrecognized(json)
            }
        }

        public var json: Json {
            switch self {
            case .difference(let value): return value.json.tagged("difference")
            case .shares(let value): return value.json.tagged("shares")
            case .unrecognized(let json): return json
            }
        }
    }

    /// Of the difference between an arm and the control: normal.
    struct PriorDifference: Document {
        public let json: Json

        public init(json: Json) throws {
            self.json = try json.object()
        }

        /// A new one; what is left out has its default.
        public init(mean: Double, standardDeviation: Double, isRelative: Bool? = nil) {
            json = Json.written([("mean", mean), ("standard_deviation", standardDeviation), ("is_relative", isRelative)])
        }

        /// Its mean, in the metric's unit (a share for shares); 0 where nothing speaks for either arm.
        public var mean: Double {
            get throws { try json.member("mean").number() }
        }

        /// Its standard deviation: two of three differences of such tests are no larger.
        public var standardDeviation: Double {
            get throws { try json.member("standard_deviation").number() }
        }

        /// Whether both are shares of the control's value instead (0.02 is 2 %). The value of the control is taken as known.
        public var isRelative: Bool? {
            get throws { try json.member("is_relative").optional { try $0.truth() } }
        }
    }

    /// Of the share of every arm, the control's too, each by itself: beta. For metrics that are shares, with one row for
    /// each unit.
    struct PriorShares: Document {
        public let json: Json

        public init(json: Json) throws {
            self.json = try json.object()
        }

        /// A new one; what is left out has its default.
        public init(successes: Double, failures: Double) {
            json = Json.written([("successes", successes), ("failures", failures)])
        }

        /// Units with a yes, above 0; 1 and 1 find every share equally likely.
        public var successes: Double {
            get throws { try json.member("successes").number() }
        }

        /// Units with a no, above 0.
        public var failures: Double {
            get throws { try json.member("failures").number() }
        }
    }

    /// A problem of a plan.
    struct Problem: Document {
        public let json: Json

        public init(json: Json) throws {
            self.json = try json.object()
        }

        /// A new one; what is left out has its default.
        public init(code: String, severity: Documents.Severity, text: String, nodes: [String]? = nil, proposal: String? = nil) {
            json = Json.written([("code", code), ("severity", severity), ("text", text), ("nodes", nodes), ("proposal", proposal)])
        }

        /// Stable snake_case name of the check, for example `unreachable_node`.
        public var code: String {
            get throws { try json.member("code").text() }
        }

        /// How bad.
        public var severity: Documents.Severity {
            get throws { try json.member("severity").choice(Documents.Severity.self) }
        }

        /// What is wrong, in one plain sentence.
        public var text: String {
            get throws { try json.member("text").text() }
        }

        /// Where.
        public var nodes: [String] {
            get throws { try json.member("nodes").list { try $0.text() } }
        }

        /// A sentence that the plan editor understands and that mends it.
        public var proposal: String? {
            get throws { try json.member("proposal").optional { try $0.text() } }
        }
    }

    /// The procedures. Differences are treatment minus control.
    enum Procedure: Document {
        case means(Documents.ProcedureMeans)
        case relativeMeans(Documents.ProcedureRelativeMeans)
        case paired(Documents.ProcedurePaired)
        case ranks(Documents.ProcedureRanks)
        case permutation(Documents.ProcedurePermutation)
        case bootstrap(Documents.ProcedureBootstrap)
        case proportion(Documents.ProcedureProportion)
        case proportions(Documents.ProcedureProportions)
        case proportionRatio(Documents.ProcedureProportionRatio)
        case exact(Documents.ProcedureExact)
        case fit(Documents.ProcedureFit)
        case adjust(Documents.ProcedureAdjust)
        case belief(Documents.ProcedureBelief)
        case proportionBeliefs(Documents.ProcedureProportionBeliefs)
        case groupBounds(Documents.ProcedureGroupBounds)
        case anyTime(Documents.ProcedureAnyTime)
        /// A form of a later version.
        case unrecognized(Json)

        public init(json: Json) throws {
            switch try json.member("type").text() {
            case "means": self = .means(try Documents.ProcedureMeans(json: json))
            case "relative_means": self = .relativeMeans(try Documents.ProcedureRelativeMeans(json: json))
            case "paired": self = .paired(try Documents.ProcedurePaired(json: json))
            case "ranks": self = .ranks(try Documents.ProcedureRanks(json: json))
            case "permutation": self = .permutation(try Documents.ProcedurePermutation(json: json))
            case "bootstrap": self = .bootstrap(try Documents.ProcedureBootstrap(json: json))
            case "proportion": self = .proportion(try Documents.ProcedureProportion(json: json))
            case "proportions": self = .proportions(try Documents.ProcedureProportions(json: json))
            case "proportion_ratio": self = .proportionRatio(try Documents.ProcedureProportionRatio(json: json))
            case "exact": self = .exact(try Documents.ProcedureExact(json: json))
            case "fit": self = .fit(try Documents.ProcedureFit(json: json))
            case "adjust": self = .adjust(try Documents.ProcedureAdjust(json: json))
            case "belief": self = .belief(try Documents.ProcedureBelief(json: json))
            case "proportion_beliefs": self = .proportionBeliefs(try Documents.ProcedureProportionBeliefs(json: json))
            case "group_bounds": self = .groupBounds(try Documents.ProcedureGroupBounds(json: json))
            case "any_time": self = .anyTime(try Documents.ProcedureAnyTime(json: json))
            default: self = .unrecognized(json)
            }
        }

        public var json: Json {
            switch self {
            case .means(let value): return value.json.tagged("means")
            case .relativeMeans(let value): return value.json.tagged("relative_means")
            case .paired(let value): return value.json.tagged("paired")
            case .ranks(let value): return value.json.tagged("ranks")
            case .permutation(let value): return value.json.tagged("permutation")
            case .bootstrap(let value): return value.json.tagged("bootstrap")
            case .proportion(let value): return value.json.tagged("proportion")
            case .proportions(let value): return value.json.tagged("proportions")
            case .proportionRatio(let value): return value.json.tagged("proportion_ratio")
            case .exact(let value): return value.json.tagged("exact")
            case .fit(let value): return value.json.tagged("fit")
            case .adjust(let value): return value.json.tagged("adjust")
            case .belief(let value): return value.json.tagged("belief")
            case .proportionBeliefs(let value): return value.json.tagged("proportion_beliefs")
            case .groupBounds(let value): return value.json.tagged("group_bounds")
            case .anyTime(let value): return value.json.tagged("any_time")
            case .unrecognized(let json): return json
            }
        }
    }

    /// P-values adjusted for their number.
    struct ProcedureAdjust: Document {
        public let json: Json

        public init(json: Json) throws {
            self.json = try json.object()
        }

        /// A new one; what is left out has its default.
        public init(pValues: [Double], method: Documents.Adjustment) {
            json = Json.written([("p_values", pValues), ("method", method)])
        }

        /// The p-values.
        public var pValues: [Double] {
            get throws { try json.member("p_values").list { try $0.number() } }
        }

        /// How they are adjusted.
        public var method: Documents.Adjustment {
            get throws { try json.member("method").choice(Documents.Adjustment.self) }
        }
    }

    /// An estimate that may be looked at at any time (Waudby-Smith and others 2021).
    struct ProcedureAnyTime: Document {
        public let json: Json

        public init(json: Json) throws {
            self.json = try json.object()
        }

        /// A new one; what is left out has its default.
        public init(estimate: Double, standardError: Double, units: Double, tunedUnits: Double) {
            json = Json.written([("estimate", estimate), ("standard_error", standardError), ("units", units), ("tuned_units", tunedUnits)])
        }

        /// The estimate so far.
        public var estimate: Double {
            get throws { try json.member("estimate").number() }
        }

        /// Its standard error.
        public var standardError: Double {
            get throws { try json.member("standard_error").number() }
        }

        /// How many units stand behind it.
        public var units: Double {
            get throws { try json.member("units").number() }
        }

        /// The number of units at which the interval is to be tightest; stated before the data.
        public var tunedUnits: Double {
            get throws { try json.member("tuned_units").number() }
        }
    }

    /// A normal belief about a difference, after an estimate.
    struct ProcedureBelief: Document {
        public let json: Json

        public init(json: Json) throws {
            self.json = try json.object()
        }

        /// A new one; what is left out has its default.
        public init(mean: Double, standardDeviation: Double, estimate: Double, standardError: Double, matters: Double? = nil) {
            json = Json.written([("mean", mean), ("standard_deviation", standardDeviation), ("estimate", estimate), ("standard_error", standardError), ("matters", matters)])
        }

        /// Mean of the belief before.
        public var mean: Double {
            get throws { try json.member("mean").number() }
        }

        /// Its standard deviation, above 0.
        public var standardDeviation: Double {
            get throws { try json.member("standard_deviation").number() }
        }

        /// The estimate of the difference.
        public var estimate: Double {
            get throws { try json.member("estimate").number() }
        }

        /// Its standard error, above 0.
        public var standardError: Double {
            get throws { try json.member("standard_error").number() }
        }

        /// Differences between minus this and this do not matter.
        public var matters: Double? {
            get throws { try json.member("matters").optional { try $0.number() } }
        }
    }

    /// A statistic of one list, with its bias-corrected and accelerated interval (Efron 1987).
    struct ProcedureBootstrap: Document {
        public let json: Json

        public init(json: Json) throws {
            self.json = try json.object()
        }

        /// A new one; what is left out has its default.
        public init(values: [Double], statistic: Documents.Statistic, seed: Int, resamples: Int? = nil) {
            json = Json.written([("values", values), ("statistic", statistic), ("seed", seed), ("resamples", resamples)])
        }

        /// The values.
        public var values: [Double] {
            get throws { try json.member("values").list { try $0.number() } }
        }

        /// What is computed of them.
        public var statistic: Documents.Statistic {
            get throws { try Documents.Statistic(json: json.member("statistic")) }
        }

        /// How many resamples; 10,000 where absent.
        public var resamples: Int? {
            get throws { try json.member("resamples").optional { try $0.integer() } }
        }

        /// The root of the randomness.
        public var seed: Int {
            get throws { try json.member("seed").integer() }
        }
    }

    /// Two by two tables, exactly; a p-value only.
    struct ProcedureExact: Document {
        public let json: Json

        public init(json: Json) throws {
            self.json = try json.object()
        }

        /// A new one; what is left out has its default.
        public init(control: Documents.Counted, treatment: Documents.Counted, method: Documents.ExactMethod? = nil) {
            json = Json.written([("control", control), ("treatment", treatment), ("method", method)])
        }

        /// The arm that is compared against.
        public var control: Documents.Counted {
            get throws { try Documents.Counted(json: json.member("control")) }
        }

        /// The arm that is tried.
        public var treatment: Documents.Counted {
            get throws { try Documents.Counted(json: json.member("treatment")) }
        }

        /// Which test; Fisher's where absent.
        public var method: Documents.ExactMethod? {
            get throws { try json.member("method").optional { try $0.choice(Documents.ExactMethod.self) } }
        }
    }

    /// Counts against weights (Pearson 1900), for example the sizes of arms.
    struct ProcedureFit: Document {
        public let json: Json

        public init(json: Json) throws {
            self.json = try json.object()
        }

        /// A new one; what is left out has its default.
        public init(observed: [Int], weights: [Double]) {
            json = Json.written([("observed", observed), ("weights", weights)])
        }

        /// How many were seen in each cell.
        public var observed: [Int] {
            get throws { try json.member("observed").list { try $0.integer() } }
        }

        /// What share belongs into each cell; need not add up to 1.
        public var weights: [Double] {
            get throws { try json.member("weights").list { try $0.number() } }
        }
    }

    /// The bounds of planned looks.
    struct ProcedureGroupBounds: Document {
        public let json: Json

        public init(json: Json) throws {
            self.json = try json.object()
        }

        /// A new one; what is left out has its default.
        public init(fractions: [Double], alpha: Double, sides: Documents.Sides, spending: Documents.Spending) {
            json = Json.written([("fractions", fractions), ("alpha", alpha), ("sides", sides), ("spending", spending)])
        }

        /// Information at each look as a fraction of the planned information: increasing, above 0, at most 1.
        public var fractions: [Double] {
            get throws { try json.member("fractions").list { try $0.number() } }
        }

        /// Level of the whole test.
        public var alpha: Double {
            get throws { try json.member("alpha").number() }
        }

        /// One direction or both.
        public var sides: Documents.Sides {
            get throws { try json.member("sides").choice(Documents.Sides.self) }
        }

        /// How the level is spent.
        public var spending: Documents.Spending {
            get throws { try Documents.Spending(json: json.member("spending")) }
        }
    }

    /// Difference of two means.
    struct ProcedureMeans: Document {
        public let json: Json

        public init(json: Json) throws {
            self.json = try json.object()
        }

        /// A new one; what is left out has its default.
        public init(control: Documents.Measured2, treatment: Documents.Measured2, method: Documents.MeansMethod? = nil) {
            json = Json.written([("control", control), ("treatment", treatment), ("method", method)])
        }

        /// The arm that is compared against.
        public var control: Documents.Measured2 {
            get throws { try Documents.Measured2(json: json.member("control")) }
        }

        /// The arm that is tried.
        public var treatment: Documents.Measured2 {
            get throws { try Documents.Measured2(json: json.member("treatment")) }
        }

        /// Which error the difference has; Welch's where absent.
        public var method: Documents.MeansMethod? {
            get throws { try json.member("method").optional { try $0.choice(Documents.MeansMethod.self) } }
        }
    }

    /// Mean difference of pairs.
    struct ProcedurePaired: Document {
        public let json: Json

        public init(json: Json) throws {
            self.json = try json.object()
        }

        /// A new one; what is left out has its default.
        public init(control: [Double], treatment: [Double]) {
            json = Json.written([("control", control), ("treatment", treatment)])
        }

        /// Values of the arm that is compared against.
        public var control: [Double] {
            get throws { try json.member("control").list { try $0.number() } }
        }

        /// Values of the arm that is tried; of pairs in the same order.
        public var treatment: [Double] {
            get throws { try json.member("treatment").list { try $0.number() } }
        }
    }

    /// Difference of means when labels are exchanged (Fisher 1935; Pitman 1937).
    struct ProcedurePermutation: Document {
        public let json: Json

        public init(json: Json) throws {
            self.json = try json.object()
        }

        /// A new one; what is left out has its default.
        public init(control: [Double], treatment: [Double], seed: Int, resamples: Int? = nil) {
            json = Json.written([("control", control), ("treatment", treatment), ("seed", seed), ("resamples", resamples)])
        }

        /// Values of the arm that is compared against.
        public var control: [Double] {
            get throws { try json.member("control").list { try $0.number() } }
        }

        /// Values of the arm that is tried.
        public var treatment: [Double] {
            get throws { try json.member("treatment").list { try $0.number() } }
        }

        /// How often labels are exchanged where there are too many ways to go through; 10,000 where absent.
        public var resamples: Int? {
            get throws { try json.member("resamples").optional { try $0.integer() } }
        }

        /// The root of the randomness.
        public var seed: Int {
            get throws { try json.member("seed").integer() }
        }
    }

    /// One proportion.
    struct ProcedureProportion: Document {
        public let json: Json

        public init(json: Json) throws {
            self.json = try json.object()
        }

        /// A new one; what is left out has its default.
        public init(share: Documents.Counted, method: Documents.ProportionMethod? = nil) {
            json = Json.written([("share", share), ("method", method)])
        }

        /// What was counted.
        public var share: Documents.Counted {
            get throws { try Documents.Counted(json: json.member("share")) }
        }

        /// How the interval is made; Wilson's where absent.
        public var method: Documents.ProportionMethod? {
            get throws { try json.member("method").optional { try $0.choice(Documents.ProportionMethod.self) } }
        }
    }

    /// Beta beliefs about two proportions, after counts.
    struct ProcedureProportionBeliefs: Document {
        public let json: Json

        public init(json: Json) throws {
            self.json = try json.object()
        }

        /// A new one; what is left out has its default.
        public init(control: Documents.Counted, treatment: Documents.Counted, priorSuccesses: Double? = nil, priorFailures: Double? = nil) {
            json = Json.written([("control", control), ("treatment", treatment), ("prior_successes", priorSuccesses), ("prior_failures", priorFailures)])
        }

        /// The arm that is compared against.
        public var control: Documents.Counted {
            get throws { try Documents.Counted(json: json.member("control")) }
        }

        /// The arm that is tried.
        public var treatment: Documents.Counted {
            get throws { try Documents.Counted(json: json.member("treatment")) }
        }

        /// Successes that are believed before, above 0; 1 where absent.
        public var priorSuccesses: Double? {
            get throws { try json.member("prior_successes").optional { try $0.number() } }
        }

        /// Failures that are believed before, above 0; 1 where absent.
        public var priorFailures: Double? {
            get throws { try json.member("prior_failures").optional { try $0.number() } }
        }
    }

    /// Ratio of two proportions; an interval only.
    struct ProcedureProportionRatio: Document {
        public let json: Json

        public init(json: Json) throws {
            self.json = try json.object()
        }

        /// A new one; what is left out has its default.
        public init(control: Documents.Counted, treatment: Documents.Counted, method: Documents.RatioMethod? = nil) {
            json = Json.written([("control", control), ("treatment", treatment), ("method", method)])
        }

        /// The arm that is compared against.
        public var control: Documents.Counted {
            get throws { try Documents.Counted(json: json.member("control")) }
        }

        /// The arm that is tried.
        public var treatment: Documents.Counted {
            get throws { try Documents.Counted(json: json.member("treatment")) }
        }

        /// How the interval is made; by the score test where absent.
        public var method: Documents.RatioMethod? {
            get throws { try json.member("method").optional { try $0.choice(Documents.RatioMethod.self) } }
        }
    }

    /// Difference of two proportions. The p-value is that of the score test; only the interval of `score` inverts it.
    struct ProcedureProportions: Document {
        public let json: Json

        public init(json: Json) throws {
            self.json = try json.object()
        }

        /// A new one; what is left out has its default.
        public init(control: Documents.Counted, treatment: Documents.Counted, method: Documents.DifferenceMethod? = nil) {
            json = Json.written([("control", control), ("treatment", treatment), ("method", method)])
        }

        /// The arm that is compared against.
        public var control: Documents.Counted {
            get throws { try Documents.Counted(json: json.member("control")) }
        }

        /// The arm that is tried.
        public var treatment: Documents.Counted {
            get throws { try Documents.Counted(json: json.member("treatment")) }
        }

        /// How the interval is made; Newcombe's where absent.
        public var method: Documents.DifferenceMethod? {
            get throws { try json.member("method").optional { try $0.choice(Documents.DifferenceMethod.self) } }
        }
    }

    /// Whether one arm tends to larger values (Mann and Whitney 1947).
    struct ProcedureRanks: Document {
        public let json: Json

        public init(json: Json) throws {
            self.json = try json.object()
        }

        /// A new one; what is left out has its default.
        public init(control: [Double], treatment: [Double]) {
            json = Json.written([("control", control), ("treatment", treatment)])
        }

        /// Values of the arm that is compared against.
        public var control: [Double] {
            get throws { try json.member("control").list { try $0.number() } }
        }

        /// Values of the arm that is tried; of pairs in the same order.
        public var treatment: [Double] {
            get throws { try json.member("treatment").list { try $0.number() } }
        }
    }

    /// Difference of two means as a share of the control's.
    struct ProcedureRelativeMeans: Document {
        public let json: Json

        public init(json: Json) throws {
            self.json = try json.object()
        }

        /// A new one; what is left out has its default.
        public init(control: Documents.Measured2, treatment: Documents.Measured2, method: Documents.RelativeMethod? = nil) {
            json = Json.written([("control", control), ("treatment", treatment), ("method", method)])
        }

        /// The arm that is compared against.
        public var control: Documents.Measured2 {
            get throws { try Documents.Measured2(json: json.member("control")) }
        }

        /// The arm that is tried.
        public var treatment: Documents.Measured2 {
            get throws { try Documents.Measured2(json: json.member("treatment")) }
        }

        /// How the interval is made; the delta method where absent.
        public var method: Documents.RelativeMethod? {
            get throws { try json.member("method").optional { try $0.choice(Documents.RelativeMethod.self) } }
        }
    }

    /// One sign of life from long work.
    struct ProgressEvent: Document {
        public let json: Json

        public init(json: Json) throws {
            self.json = try json.object()
        }

        /// A new one; what is left out has its default.
        public init(stage: String, done: Int, message: String, total: Int? = nil) {
            json = Json.written([("stage", stage), ("done", done), ("message", message), ("total", total)])
        }

        /// The stage that is at work, for example `simulate`.
        public var stage: String {
            get throws { try json.member("stage").text() }
        }

        /// How many parts are done.
        public var done: Int {
            get throws { try json.member("done").integer() }
        }

        /// How many parts there are, where that is known.
        public var total: Int? {
            get throws { try json.member("total").optional { try $0.integer() } }
        }

        /// One short line for a person.
        public var message: String {
            get throws { try json.member("message").text() }
        }
    }

    /// A project as it stands.
    struct Project: Document {
        public let json: Json

        public init(json: Json) throws {
            self.json = try json.object()
        }

        /// A new one; what is left out has its default.
        public init(id: String, name: String, revision: Documents.Revision) {
            json = Json.written([("id", id), ("name", name), ("revision", revision)])
        }

        /// Names the project.
        public var id: String {
            get throws { try json.member("id").text() }
        }

        /// For people.
        public var name: String {
            get throws { try json.member("name").text() }
        }

        /// Its newest revision.
        public var revision: Documents.Revision {
            get throws { try Documents.Revision(json: json.member("revision")) }
        }
    }

    /// All projects of a store.
    struct ProjectList: Document {
        public let json: Json

        public init(json: Json) throws {
            self.json = try json.object()
        }

        /// A new one; what is left out has its default.
        public init(projects: [Documents.Project]) {
            json = Json.written([("projects", projects)])
        }

        /// Ordered by id.
        public var projects: [Documents.Project] {
            get throws { try json.member("projects").list { try Documents.Project(json: $0) } }
        }
    }

    /// A project that is meant.
    struct ProjectRequest: Document {
        public let json: Json

        public init(json: Json) throws {
            self.json = try json.object()
        }

        /// A new one; what is left out has its default.
        public init(project: String) {
            json = Json.written([("project", project)])
        }

        /// The project.
        public var project: String {
            get throws { try json.member("project").text() }
        }
    }

    /// Something that a plan promises to each case.
    enum Promise: Document {
        case reachesGoal(Documents.PromiseReachesGoal)
        case endsWithin(Documents.EndsWithin)
        case takesEffectOnce(Documents.PromiseTakesEffectOnce)
        /// A form of a later version.
        case unrecognized(Json)

        public init(json: Json) throws {
            switch try json.member("type").text() {
            case "reaches_goal": self = .reachesGoal(try Documents.PromiseReachesGoal(json: json))
            case "ends_within": self = .endsWithin(try Documents.EndsWithin(json: json))
            case "takes_effect_once": self = .takesEffectOnce(try Documents.PromiseTakesEffectOnce(json: json))
            default: self = .unrecognized(json)
            }
        }

        public var json: Json {
            switch self {
            case .reachesGoal(let value): return value.json.tagged("reaches_goal")
            case .endsWithin(let value): return value.json.tagged("ends_within")
            case .takesEffectOnce(let value): return value.json.tagged("takes_effect_once")
            case .unrecognized(let json): return json
            }
        }
    }

    /// One promise and what breaks it.
    struct PromiseCheck: Document {
        public let json: Json

        public init(json: Json) throws {
            self.json = try json.object()
        }

        /// A new one; what is left out has its default.
        public init(promise: Documents.Promise, text: String, isComplete: Bool, brokenBy: Documents.Weakness? = nil) {
            json = Json.written([("promise", promise), ("text", text), ("is_complete", isComplete), ("broken_by", brokenBy)])
        }

        /// The promise.
        public var promise: Documents.Promise {
            get throws { try Documents.Promise(json: json.member("promise")) }
        }

        /// The promise in words.
        public var text: String {
            get throws { try json.member("text").text() }
        }

        /// The cheapest combination of faults that breaks it; absent where none was found.
        public var brokenBy: Documents.Weakness? {
            get throws { try json.member("broken_by").optional { try Documents.Weakness(json: $0) } }
        }

        /// Whether every combination within the limits was tried before the search ended.
        public var isComplete: Bool {
            get throws { try json.member("is_complete").truth() }
        }
    }

    /// A case that reaches its goal when nothing goes wrong reaches it anyway.
    struct PromiseReachesGoal: Document {
        public let json: Json

        public init(json: Json) throws {
            self.json = try json.object()
        }

        /// A new one; what is left out has its default.
        public init() {
            json = Json.written([])
        }
    }

    /// An operation that may not be done twice takes effect once each time that the case comes to its step.
    struct PromiseTakesEffectOnce: Document {
        public let json: Json

        public init(json: Json) throws {
            self.json = try json.object()
        }

        /// A new one; what is left out has its default.
        public init() {
            json = Json.written([])
        }
    }

    /// How the interval of one proportion is made.
    enum ProportionMethod: String, Sendable, CaseIterable, Choice {
        case wilson = "wilson"
        case exact = "exact"
        case agrestiCoull = "agresti_coull"
        case jeffreys = "jeffreys"
        case wald = "wald"
    }

    /// A clickable prototype.
    struct Prototype: Document {
        public let json: Json

        public init(json: Json) throws {
            self.json = try json.object()
        }

        /// A new one; what is left out has its default.
        public init(id: String, plan: String, planVersion: String, title: String, first: String, pages: [Documents.Page]) {
            json = Json.written([("id", id), ("plan", plan), ("plan_version", planVersion), ("title", title), ("first", first), ("pages", pages)])
        }

        /// Made from the plan's version.
        public var id: String {
            get throws { try json.member("id").text() }
        }

        /// The plan.
        public var plan: String {
            get throws { try json.member("plan").text() }
        }

        /// The plan's version.
        public var planVersion: String {
            get throws { try json.member("plan_version").text() }
        }

        /// For people.
        public var title: String {
            get throws { try json.member("title").text() }
        }

        /// The page on which a session begins.
        public var first: String {
            get throws { try json.member("first").text() }
        }

        /// All pages.
        public var pages: [Documents.Page] {
            get throws { try json.member("pages").list { try Documents.Page(json: $0) } }
        }
    }

    /// A prototype with its page.
    struct Prototyped: Document {
        public let json: Json

        public init(json: Json) throws {
            self.json = try json.object()
        }

        /// A new one; what is left out has its default.
        public init(project: String, prototype: Documents.Prototype, html: String) {
            json = Json.written([("project", project), ("prototype", prototype), ("html", html)])
        }

        /// The project.
        public var project: String {
            get throws { try json.member("project").text() }
        }

        /// The pages as data.
        public var prototype: Documents.Prototype {
            get throws { try Documents.Prototype(json: json.member("prototype")) }
        }

        /// One self-contained HTML file.
        public var html: String {
            get throws { try json.member("html").text() }
        }
    }

    /// A quantile of a column.
    struct QuantileMeasure: Document {
        public let json: Json

        public init(json: Json) throws {
            self.json = try json.object()
        }

        /// A new one; what is left out has its default.
        public init(column: String, probability: Double) {
            json = Json.written([("column", column), ("probability", probability)])
        }

        /// Its name.
        public var column: String {
            get throws { try json.member("column").text() }
        }

        /// Strictly between 0 and 1: 0.5 is the middle value.
        public var probability: Double {
            get throws { try json.member("probability").number() }
        }
    }

    /// How much the values around a quantile differ.
    struct QuantilePower: Document {
        public let json: Json

        public init(json: Json) throws {
            self.json = try json.object()
        }

        /// A new one; what is left out has its default.
        public init(probability: Double, density: Double) {
            json = Json.written([("probability", probability), ("density", density)])
        }

        /// The quantile: 0.5 is the middle value.
        public var probability: Double {
            get throws { try json.member("probability").number() }
        }

        /// Share of the units whose value lies within one unit of the metric there (the density): the share between two
        /// values close to the quantile, over their distance.
        public var density: Double {
            get throws { try json.member("density").number() }
        }
    }

    /// An amount with its unit.
    struct Quantity: Document {
        public let json: Json

        public init(json: Json) throws {
            self.json = try json.object()
        }

        /// A new one; what is left out has its default.
        public init(amount: Double, unit: Documents.Unit) {
            json = Json.written([("amount", amount), ("unit", unit)])
        }

        /// How much, in the unit. Never NaN or infinite.
        public var amount: Double {
            get throws { try json.member("amount").number() }
        }

        /// The unit.
        public var unit: Documents.Unit {
            get throws { try Documents.Unit(json: json.member("unit")) }
        }
    }

    /// Something unclear that matters.
    struct Question: Document {
        public let json: Json

        public init(json: Json) throws {
            self.json = try json.object()
        }

        /// A new one; what is left out has its default.
        public init(id: String, code: String, text: String, reason: String, options: [Documents.QuestionOption], acceptsText: Bool, importance: Double, origin: Documents.Origin) {
            json = Json.written([("id", id), ("code", code), ("text", text), ("reason", reason), ("options", options), ("accepts_text", acceptsText), ("importance", importance), ("origin", origin)])
        }

        /// `q1`, `q2`, … in order of importance.
        public var id: String {
            get throws { try json.member("id").text() }
        }

        /// Stable name of the detector, for example `metric_without_baseline`.
        public var code: String {
            get throws { try json.member("code").text() }
        }

        /// The question in plain words.
        public var text: String {
            get throws { try json.member("text").text() }
        }

        /// Why it is asked, in one sentence.
        public var reason: String {
            get throws { try json.member("reason").text() }
        }

        /// Two to four answers to choose from. The first is what is assumed if nobody answers.
        public var options: [Documents.QuestionOption] {
            get throws { try json.member("options").list { try Documents.QuestionOption(json: $0) } }
        }

        /// Whether an answer in own words is understood as well.
        public var acceptsText: Bool {
            get throws { try json.member("accepts_text").truth() }
        }

        /// How much the answer matters, from 0 to 1 (effect times uncertainty).
        public var importance: Double {
            get throws { try json.member("importance").number() }
        }

        /// The words that led to the question.
        public var origin: Documents.Origin {
            get throws { try Documents.Origin(json: json.member("origin")) }
        }
    }

    /// One answer to choose from.
    struct QuestionOption: Document {
        public let json: Json

        public init(json: Json) throws {
            self.json = try json.object()
        }

        /// A new one; what is left out has its default.
        public init(id: String, label: String, effect: String, changes: [Documents.IntentChange]) {
            json = Json.written([("id", id), ("label", label), ("effect", effect), ("changes", changes)])
        }

        /// `a`, `b`, `c` or `d`.
        public var id: String {
            get throws { try json.member("id").text() }
        }

        /// The answer in plain words.
        public var label: String {
            get throws { try json.member("label").text() }
        }

        /// What it changes, in one sentence.
        public var effect: String {
            get throws { try json.member("effect").text() }
        }

        /// The same as typed changes of the intent.
        public var changes: [Documents.IntentChange] {
            get throws { try json.member("changes").list { try Documents.IntentChange(json: $0) } }
        }
    }

    /// A question about the plan.
    struct QuestionReading: Document {
        public let json: Json

        public init(json: Json) throws {
            self.json = try json.object()
        }

        /// A new one; what is left out has its default.
        public init(answer: String) {
            json = Json.written([("answer", answer)])
        }

        /// What the plan says about it, in plain words.
        public var answer: String {
            get throws { try json.member("answer").text() }
        }
    }

    /// Whose turn it is in a queue.
    enum QueueOrder: String, Sendable, CaseIterable, Choice {
        case firstCome = "first_come"
        case lastCome = "last_come"
        case priority = "priority"
        case shared = "shared"
    }

    /// How the queue in front of a resource works.
    struct QueueRule: Document {
        public let json: Json

        public init(json: Json) throws {
            self.json = try json.object()
        }

        /// A new one; what is left out has its default.
        public init(order: Documents.QueueOrder? = nil, limit: Int? = nil, interrupts: Bool? = nil, restarts: Bool? = nil, crowdsOut: Bool? = nil, isStrict: Bool? = nil, patience: String? = nil, balking: [Documents.Balking]? = nil) {
            json = Json.written([("order", order), ("limit", limit), ("interrupts", interrupts), ("restarts", restarts), ("crowds_out", crowdsOut), ("is_strict", isStrict), ("patience", patience), ("balking", balking)])
        }

        /// Whose turn it is.
        public var order: Documents.QueueOrder? {
            get throws { try json.member("order").optional { try $0.choice(Documents.QueueOrder.self) } }
        }

        /// How many may wait; whoever comes then is turned away, which is a failure of the kind `rejected`. No limit where
        /// absent.
        public var limit: Int? {
            get throws { try json.member("limit").optional { try $0.integer() } }
        }

        /// Whether a more urgent case interrupts a less urgent one, whose work goes on later from where it was. Only where
        /// the order is by priority.
        public var interrupts: Bool? {
            get throws { try json.member("interrupts").optional { try $0.truth() } }
        }

        /// Whether work that a more urgent case interrupted begins anew, with all that it takes, instead of going on from
        /// where it was.
        public var restarts: Bool? {
            get throws { try json.member("restarts").optional { try $0.truth() } }
        }

        /// Whether a more urgent case that meets a full queue sends the last, less urgent one away instead. Only where the
        /// order is by priority.
        public var crowdsOut: Bool? {
            get throws { try json.member("crowds_out").optional { try $0.truth() } }
        }

        /// Whether the limit holds for those too who were interrupted and wait again: then the last of the queue goes away.
        /// Otherwise they always find a place.
        public var isStrict: Bool? {
            get throws { try json.member("is_strict").optional { try $0.truth() } }
        }

        /// The longest wait before somebody leaves the queue, as an assumption in milliseconds; the patience of the persona
        /// counts as well, whichever ends first.
        public var patience: String? {
            get throws { try json.member("patience").optional { try $0.text() } }
        }

        /// Who does not even join when the queue is long. Of several entries, the one with the largest `from` counts that
        /// the queue has reached.
        public var balking: [Documents.Balking] {
            get throws { try json.member("balking").list { try Documents.Balking(json: $0) } }
        }
    }

    /// Words of the user.
    struct Quote: Document {
        public let json: Json

        public init(json: Json) throws {
            self.json = try json.object()
        }

        /// A new one; what is left out has its default.
        public init(source: Documents.TextSource, span: Documents.Span, text: String) {
            json = Json.written([("source", source), ("span", span), ("text", text)])
        }

        /// Which text they stand in.
        public var source: Documents.TextSource {
            get throws { try json.member("source").choice(Documents.TextSource.self) }
        }

        /// Where they stand.
        public var span: Documents.Span {
            get throws { try Documents.Span(json: json.member("span")) }
        }

        /// The words themselves.
        public var text: String {
            get throws { try json.member("text").text() }
        }
    }

    /// How much of the metric's variance one assumption explains (indices of Sobol').
    struct RankedAssumption: Document {
        public let json: Json

        public init(json: Json) throws {
            self.json = try json.object()
        }

        /// A new one; what is left out has its default.
        public init(assumption: String, alone: Documents.ShareOfSpread, total: Documents.ShareOfSpread) {
            json = Json.written([("assumption", assumption), ("alone", alone), ("total", total)])
        }

        /// The assumption.
        public var assumption: String {
            get throws { try json.member("assumption").text() }
        }

        /// By itself: the first-order index.
        public var alone: Documents.ShareOfSpread {
            get throws { try Documents.ShareOfSpread(json: json.member("alone")) }
        }

        /// With all that it does together with others: the total index.
        public var total: Documents.ShareOfSpread {
            get throws { try Documents.ShareOfSpread(json: json.member("total")) }
        }
    }

    /// How many calls a service takes in how long.
    struct RateLimit: Document {
        public let json: Json

        public init(json: Json) throws {
            self.json = try json.object()
        }

        /// A new one; what is left out has its default.
        public init(calls: Int, windowMs: Int) {
            json = Json.written([("calls", calls), ("window_ms", windowMs)])
        }

        /// Most calls.
        public var calls: Int {
            get throws { try json.member("calls").integer() }
        }

        /// In this time, in milliseconds.
        public var windowMs: Int {
            get throws { try json.member("window_ms").integer() }
        }
    }

    /// Two columns.
    struct RatioMeasure: Document {
        public let json: Json

        public init(json: Json) throws {
            self.json = try json.object()
        }

        /// A new one; what is left out has its default.
        public init(above: String, below: String) {
            json = Json.written([("above", above), ("below", below)])
        }

        /// The column above the line.
        public var above: String {
            get throws { try json.member("above").text() }
        }

        /// The column below the line.
        public var below: String {
            get throws { try json.member("below").text() }
        }
    }

    /// How the interval of the ratio of two proportions is made.
    enum RatioMethod: String, Sendable, CaseIterable, Choice {
        case score = "score"
        case log = "log"
        case logAdjusted = "log_adjusted"
    }

    /// How much the parts of a ratio differ.
    struct RatioPower: Document {
        public let json: Json

        public init(json: Json) throws {
            self.json = try json.object()
        }

        /// A new one; what is left out has its default.
        public init(aboveDeviation: Double, belowMean: Double, belowDeviation: Double, correlation: Double) {
            json = Json.written([("above_deviation", aboveDeviation), ("below_mean", belowMean), ("below_deviation", belowDeviation), ("correlation", correlation)])
        }

        /// Standard deviation of a unit's value above the line.
        public var aboveDeviation: Double {
            get throws { try json.member("above_deviation").number() }
        }

        /// Mean of the units' values below the line.
        public var belowMean: Double {
            get throws { try json.member("below_mean").number() }
        }

        /// Their standard deviation.
        public var belowDeviation: Double {
            get throws { try json.member("below_deviation").number() }
        }

        /// Correlation of both values of a unit.
        public var correlation: Double {
            get throws { try json.member("correlation").number() }
        }
    }

    /// The record of a run.
    struct RecordedTrace: Document {
        public let json: Json

        public init(json: Json) throws {
            self.json = try json.object()
        }

        /// A new one; what is left out has its default.
        public init(project: String, traceBase64: String) {
            json = Json.written([("project", project), ("trace_base64", traceBase64)])
        }

        /// The project.
        public var project: String {
            get throws { try json.member("project").text() }
        }

        /// The compact binary file, in base64.
        public var traceBase64: String {
            get throws { try json.member("trace_base64").text() }
        }
    }

    /// The user wants to go forward again.
    struct RedoReading: Document {
        public let json: Json

        public init(json: Json) throws {
            self.json = try json.object()
        }

        /// A new one; what is left out has its default.
        public init(steps: Int) {
            json = Json.written([("steps", steps)])
        }

        /// How many edits that were taken back; one where the user gave no number.
        public var steps: Int {
            get throws { try json.member("steps").integer() }
        }
    }

    /// Going forward again after going back.
    struct RedoRequest: Document {
        public let json: Json

        public init(json: Json) throws {
            self.json = try json.object()
        }

        /// A new one; what is left out has its default.
        public init(project: String, steps: Int? = nil) {
            json = Json.written([("project", project), ("steps", steps)])
        }

        /// The project.
        public var project: String {
            get throws { try json.member("project").text() }
        }

        /// How many changes to make again; 1 where absent.
        public var steps: Int? {
            get throws { try json.member("steps").optional { try $0.integer() } }
        }
    }

    /// What was kept of a reference.
    struct ReferenceReport: Document {
        public let json: Json

        public init(json: Json) throws {
            self.json = try json.object()
        }

        /// A new one; what is left out has its default.
        public init(from: String, to: String, isFound: Bool, missing: Double, children: [Documents.ChildGroup]) {
            json = Json.written([("from", from), ("to", to), ("is_found", isFound), ("missing", missing), ("children", children)])
        }

        /// The column that refers, as `table.column`.
        public var from: String {
            get throws { try json.member("from").text() }
        }

        /// The column that it leads to.
        public var to: String {
            get throws { try json.member("to").text() }
        }

        /// Whether it was found, not stated.
        public var isFound: Bool {
            get throws { try json.member("is_found").truth() }
        }

        /// The share of records that refer to none, where they are not too few.
        public var missing: Double {
            get throws { try json.member("missing").number() }
        }

        /// How many records refer to one: groups of at least a smallest group of those that are referred to.
        public var children: [Documents.ChildGroup] {
            get throws { try json.member("children").list { try Documents.ChildGroup(json: $0) } }
        }
    }

    /// Something that a service found wrong with requests.
    struct RefusalCount: Document {
        public let json: Json

        public init(json: Json) throws {
            self.json = try json.object()
        }

        /// A new one; what is left out has its default.
        public init(text: String, times: Int) {
            json = Json.written([("text", text), ("times", times)])
        }

        /// Where, why and at which step, in one sentence.
        public var text: String {
            get throws { try json.member("text").text() }
        }

        /// How often.
        public var times: Int {
            get throws { try json.member("times").integer() }
        }
    }

    /// A relative effect with Fieller's interval.
    struct RelativeFigures: Document {
        public let json: Json

        public init(json: Json) throws {
            self.json = try json.object()
        }

        /// A new one; what is left out has its default.
        public init(estimate: Double, low: Double, high: Double) {
            json = Json.written([("estimate", estimate), ("low", low), ("high", high)])
        }

        /// The effect: 0.1 is 10 % more.
        public var estimate: Double {
            get throws { try json.member("estimate").number() }
        }

        /// Lower end.
        public var low: Double {
            get throws { try json.member("low").number() }
        }

        /// Upper end.
        public var high: Double {
            get throws { try json.member("high").number() }
        }
    }

    /// How the interval of a relative effect is made.
    enum RelativeMethod: String, Sendable, CaseIterable, Choice {
        case delta = "delta"
        case logDelta = "log_delta"
        case fieller = "fieller"
    }

    /// A new title.
    struct RenameNode: Document {
        public let json: Json

        public init(json: Json) throws {
            self.json = try json.object()
        }

        /// A new one; what is left out has its default.
        public init(node: String, title: String) {
            json = Json.written([("node", node), ("title", title)])
        }

        /// The node.
        public var node: String {
            get throws { try json.member("node").text() }
        }

        /// The title.
        public var title: String {
            get throws { try json.member("title").text() }
        }
    }

    /// Steps are done again.
    struct RepeatBlock: Document {
        public let json: Json

        public init(json: Json) throws {
            self.json = try json.object()
        }

        /// A new one; what is left out has its default.
        public init(until: String? = nil, maxTimes: Int? = nil) {
            json = Json.written([("until", until), ("max_times", maxTimes)])
        }

        /// What ends the loop, in the user's words.
        public var until: String? {
            get throws { try json.member("until").optional { try $0.text() } }
        }

        /// Most rounds, where the text says so.
        public var maxTimes: Int? {
            get throws { try json.member("max_times").optional { try $0.integer() } }
        }
    }

    /// A bound for a loop.
    struct RepeatChange: Document {
        public let json: Json

        public init(json: Json) throws {
            self.json = try json.object()
        }

        /// A new one; what is left out has its default.
        public init(block: String, maxTimes: Int) {
            json = Json.written([("block", block), ("max_times", maxTimes)])
        }

        /// The repeat block.
        public var block: String {
            get throws { try json.member("block").text() }
        }

        /// Most rounds.
        public var maxTimes: Int {
            get throws { try json.member("max_times").integer() }
        }
    }

    /// A new step for an old one.
    struct ReplaceStep: Document {
        public let json: Json

        public init(json: Json) throws {
            self.json = try json.object()
        }

        /// A new one; what is left out has its default.
        public init(node: String, titles: [String]) {
            json = Json.written([("node", node), ("titles", titles)])
        }

        /// The old one.
        public var node: String {
            get throws { try json.member("node").text() }
        }

        /// The new ones, in order.
        public var titles: [String] {
            get throws { try json.member("titles").list { try $0.text() } }
        }
    }

    /// A new draft that is to be brought into the plan as it stands.
    struct ReplanRequest: Document {
        public let json: Json

        public init(json: Json) throws {
            self.json = try json.object()
        }

        /// A new one; what is left out has its default.
        public init(project: String, answers: [Documents.Answer]? = nil, keepMine: Bool? = nil) {
            json = Json.written([("project", project), ("answers", answers), ("keep_mine", keepMine)])
        }

        /// The project.
        public var project: String {
            get throws { try json.member("project").text() }
        }

        /// Answers to the questions of an earlier attempt: `a` keeps the edit, `b` takes the new draft.
        public var answers: [Documents.Answer] {
            get throws { try json.member("answers").list { try Documents.Answer(json: $0) } }
        }

        /// Keep the edits wherever no answer says otherwise.
        public var keepMine: Bool? {
            get throws { try json.member("keep_mine").optional { try $0.truth() } }
        }
    }

    /// How well a log goes through a plan.
    struct ReplayFit: Document {
        public let json: Json

        public init(json: Json) throws {
            self.json = try json.object()
        }

        /// A new one; what is left out has its default.
        public init(cases: Int, fittingCases: Int, activities: Int, fittingActivities: Int) {
            json = Json.written([("cases", cases), ("fitting_cases", fittingCases), ("activities", activities), ("fitting_activities", fittingActivities)])
        }

        /// Cases in all.
        public var cases: Int {
            get throws { try json.member("cases").integer() }
        }

        /// Cases that go through from start to end.
        public var fittingCases: Int {
            get throws { try json.member("fitting_cases").integer() }
        }

        /// Things that were done.
        public var activities: Int {
            get throws { try json.member("activities").integer() }
        }

        /// Those of them that the plan allowed where they happened.
        public var fittingActivities: Int {
            get throws { try json.member("fitting_activities").integer() }
        }
    }

    /// What a replay found.
    struct ReplayReport: Document {
        public let json: Json

        public init(json: Json) throws {
            self.json = try json.object()
        }

        /// A new one; what is left out has its default.
        public init(isEqual: Bool, recordedDigest: String, digest: String, events: Int, differences: [String], divergence: Documents.Divergence? = nil) {
            json = Json.written([("is_equal", isEqual), ("recorded_digest", recordedDigest), ("digest", digest), ("events", events), ("differences", differences), ("divergence", divergence)])
        }

        /// Whether everything happened again exactly as recorded.
        public var isEqual: Bool {
            get throws { try json.member("is_equal").truth() }
        }

        /// The digest of the recorded run.
        public var recordedDigest: String {
            get throws { try json.member("recorded_digest").text() }
        }

        /// The digest of the run that was made now.
        public var digest: String {
            get throws { try json.member("digest").text() }
        }

        /// How many events were compared.
        public var events: Int {
            get throws { try json.member("events").integer() }
        }

        /// What differs between the recorded circumstances and those given now, in plain words.
        public var differences: [String] {
            get throws { try json.member("differences").list { try $0.text() } }
        }

        /// Where the two runs part.
        public var divergence: Documents.Divergence? {
            get throws { try json.member("divergence").optional { try Documents.Divergence(json: $0) } }
        }
    }

    /// A verdict that is to be shown.
    struct ReportRequest: Document {
        public let json: Json

        public init(json: Json) throws {
            self.json = try json.object()
        }

        /// A new one; what is left out has its default.
        public init(verdict: Documents.LiveVerdict) {
            json = Json.written([("verdict", verdict)])
        }

        /// The verdict.
        public var verdict: Documents.LiveVerdict {
            get throws { try Documents.LiveVerdict(json: json.member("verdict")) }
        }
    }

    /// People or things that cases queue for.
    struct Resource: Document {
        public let json: Json

        public init(json: Json) throws {
            self.json = try json.object()
        }

        /// A new one; what is left out has its default.
        public init(id: String, title: String, capacity: Int, origin: Documents.Origin, calendar: Documents.Calendar? = nil, atClosing: Documents.ClosingRule? = nil, costPerHour: String? = nil, queue: Documents.QueueRule? = nil, breakdown: Documents.Breakdown? = nil) {
            json = Json.written([("id", id), ("title", title), ("capacity", capacity), ("origin", origin), ("calendar", calendar), ("at_closing", atClosing), ("cost_per_hour", costPerHour), ("queue", queue), ("breakdown", breakdown)])
        }

        /// Names the resource.
        public var id: String {
            get throws { try json.member("id").text() }
        }

        /// For people, for example `support agents`.
        public var title: String {
            get throws { try json.member("title").text() }
        }

        /// How many can work at the same time.
        public var capacity: Int {
            get throws { try json.member("capacity").integer() }
        }

        /// When they work; always where absent.
        public var calendar: Documents.Calendar? {
            get throws { try json.member("calendar").optional { try Documents.Calendar(json: $0) } }
        }

        /// What becomes of work that is under way when the hours end.
        public var atClosing: Documents.ClosingRule? {
            get throws { try json.member("at_closing").optional { try $0.choice(Documents.ClosingRule.self) } }
        }

        /// What an hour of work costs, as an assumption in money.
        public var costPerHour: String? {
            get throws { try json.member("cost_per_hour").optional { try $0.text() } }
        }

        /// How its queue works; first come, first served, without a limit, where absent.
        public var queue: Documents.QueueRule? {
            get throws { try json.member("queue").optional { try Documents.QueueRule(json: $0) } }
        }

        /// How often each of them breaks down, or falls ill; never where absent.
        public var breakdown: Documents.Breakdown? {
            get throws { try json.member("breakdown").optional { try Documents.Breakdown(json: $0) } }
        }

        /// Where it comes from.
        public var origin: Documents.Origin {
            get throws { try Documents.Origin(json: json.member("origin")) }
        }
    }

    /// How busy a resource was.
    struct ResourceResult: Document {
        public let json: Json

        public init(json: Json) throws {
            self.json = try json.object()
        }

        /// A new one; what is left out has its default.
        public init(resource: String, utilisation: Documents.Estimate, meanWaitingMs: Double, longestQueue: Int, workingMs: Double? = nil, cost: Double? = nil, balked: Int? = nil, lostPatience: Int? = nil, breakdowns: Int? = nil) {
            json = Json.written([("resource", resource), ("utilisation", utilisation), ("mean_waiting_ms", meanWaitingMs), ("longest_queue", longestQueue), ("working_ms", workingMs), ("cost", cost), ("balked", balked), ("lost_patience", lostPatience), ("breakdowns", breakdowns)])
        }

        /// The resource.
        public var resource: String {
            get throws { try json.member("resource").text() }
        }

        /// Share of its working hours in which it was busy.
        public var utilisation: Documents.Estimate {
            get throws { try Documents.Estimate(json: json.member("utilisation")) }
        }

        /// Mean wait of those who queued or passed, in milliseconds.
        public var meanWaitingMs: Double {
            get throws { try json.member("mean_waiting_ms").number() }
        }

        /// Work done in all, in milliseconds, over all replications.
        public var workingMs: Double? {
            get throws { try json.member("working_ms").optional { try $0.number() } }
        }

        /// What that work cost in all, in major units of money; 0 where an hour costs nothing.
        public var cost: Double? {
            get throws { try json.member("cost").optional { try $0.number() } }
        }

        /// Longest queue.
        public var longestQueue: Int {
            get throws { try json.member("longest_queue").integer() }
        }

        /// How often somebody left at the sight of the queue.
        public var balked: Int? {
            get throws { try json.member("balked").optional { try $0.integer() } }
        }

        /// How often somebody left the queue because it took too long.
        public var lostPatience: Int? {
            get throws { try json.member("lost_patience").optional { try $0.integer() } }
        }

        /// How often one of them broke down.
        public var breakdowns: Int? {
            get throws { try json.member("breakdowns").optional { try $0.integer() } }
        }
    }

    /// How a resource works. What is absent stays as it is.
    struct ResourceRules: Document {
        public let json: Json

        public init(json: Json) throws {
            self.json = try json.object()
        }

        /// A new one; what is left out has its default.
        public init(resource: String, order: Documents.QueueOrder? = nil, interrupts: Bool? = nil, restarts: Bool? = nil, limit: Int? = nil, patienceMs: Int? = nil, balking: Documents.BalkingRule? = nil, atClosing: Documents.ClosingRule? = nil, breakdown: Documents.BreakdownRule? = nil) {
            json = Json.written([("resource", resource), ("order", order), ("interrupts", interrupts), ("restarts", restarts), ("limit", limit), ("patience_ms", patienceMs), ("balking", balking), ("at_closing", atClosing), ("breakdown", breakdown)])
        }

        /// The resource.
        public var resource: String {
            get throws { try json.member("resource").text() }
        }

        /// Whose turn it is.
        public var order: Documents.QueueOrder? {
            get throws { try json.member("order").optional { try $0.choice(Documents.QueueOrder.self) } }
        }

        /// Whether a more urgent case interrupts a less urgent one.
        public var interrupts: Bool? {
            get throws { try json.member("interrupts").optional { try $0.truth() } }
        }

        /// Whether interrupted work begins anew instead of going on from where it was.
        public var restarts: Bool? {
            get throws { try json.member("restarts").optional { try $0.truth() } }
        }

        /// How many may wait.
        public var limit: Int? {
            get throws { try json.member("limit").optional { try $0.integer() } }
        }

        /// The mean time after which people leave the queue, in milliseconds.
        public var patienceMs: Int? {
            get throws { try json.member("patience_ms").optional { try $0.integer() } }
        }

        /// Who leaves at the sight of the queue.
        public var balking: Documents.BalkingRule? {
            get throws { try json.member("balking").optional { try Documents.BalkingRule(json: $0) } }
        }

        /// What becomes of work that is under way when the hours end.
        public var atClosing: Documents.ClosingRule? {
            get throws { try json.member("at_closing").optional { try $0.choice(Documents.ClosingRule.self) } }
        }

        /// How often each of them breaks down.
        public var breakdown: Documents.BreakdownRule? {
            get throws { try json.member("breakdown").optional { try Documents.BreakdownRule(json: $0) } }
        }
    }

    /// The share of units that were active in a stated window.
    struct RetentionMeasure: Document {
        public let json: Json

        public init(json: Json) throws {
            self.json = try json.object()
        }

        /// A new one; what is left out has its default.
        public init(column: String, fromMs: Int, untilMs: Int, age: String? = nil) {
            json = Json.written([("column", column), ("from_ms", fromMs), ("until_ms", untilMs), ("age", age)])
        }

        /// 1 where a unit was active in the window; in a log: the outcomes that count as activity.
        public var column: String {
            get throws { try json.member("column").text() }
        }

        /// The column with the time since the unit came in, in milliseconds; absent for logs, which have times. Units
        /// for which the window is not over yet are left out, and it is said how many they are.
        public var age: String? {
            get throws { try json.member("age").optional { try $0.text() } }
        }

        /// Where the window begins, in milliseconds after the unit came in.
        public var fromMs: Int {
            get throws { try json.member("from_ms").integer() }
        }

        /// Where the window ends, in milliseconds after the unit came in.
        public var untilMs: Int {
            get throws { try json.member("until_ms").integer() }
        }
    }

    /// The step is done again, up to a number of times, then the case ends.
    struct RetryRule: Document {
        public let json: Json

        public init(json: Json) throws {
            self.json = try json.object()
        }

        /// A new one; what is left out has its default.
        public init(maxTimes: Int, delayMs: Int, backoffPercent: Int, otherwise: Documents.Outcome) {
            json = Json.written([("max_times", maxTimes), ("delay_ms", delayMs), ("backoff_percent", backoffPercent), ("otherwise", otherwise)])
        }

        /// Most repetitions.
        public var maxTimes: Int {
            get throws { try json.member("max_times").integer() }
        }

        /// Wait before the first repetition, in milliseconds.
        public var delayMs: Int {
            get throws { try json.member("delay_ms").integer() }
        }

        /// What the wait is multiplied with each time, in percent; 200 doubles it.
        public var backoffPercent: Int {
            get throws { try json.member("backoff_percent").integer() }
        }

        /// How the case ends when no repetition helped.
        public var otherwise: Documents.Outcome {
            get throws { try json.member("otherwise").choice(Documents.Outcome.self) }
        }
    }

    /// One state of a project.
    struct Revision: Document {
        public let json: Json

        public init(json: Json) throws {
            self.json = try json.object()
        }

        /// A new one; what is left out has its default.
        public init(number: Int, message: String, at: String, heads: [String: String]) {
            json = Json.written([("number", number), ("message", message), ("at", at), ("heads", heads)])
        }

        /// Counts from 1.
        public var number: Int {
            get throws { try json.member("number").integer() }
        }

        /// What was done, in one line.
        public var message: String {
            get throws { try json.member("message").text() }
        }

        /// When, in RFC 3339, by the clock of the host; empty where the host gave none.
        public var at: String {
            get throws { try json.member("at").text() }
        }

        /// The newest artifact of each kind.
        public var heads: [String: String] {
            get throws { try json.member("heads").map { try $0.text() } }
        }
    }

    /// Whether and why a step is risky.
    struct Risk: Document {
        public let json: Json

        public init(json: Json) throws {
            self.json = try json.object()
        }

        /// A new one; what is left out has its default.
        public init(level: Documents.RiskLevel, rules: [String], reason: String, origin: Documents.Origin, `guard`: String? = nil) {
            json = Json.written([("level", level), ("rules", rules), ("reason", reason), ("origin", origin), ("guard", `guard`)])
        }

        /// How risky.
        public var level: Documents.RiskLevel {
            get throws { try json.member("level").choice(Documents.RiskLevel.self) }
        }

        /// Stable names of the rules that spoke, for example `moves_money`.
        public var rules: [String] {
            get throws { try json.member("rules").list { try $0.text() } }
        }

        /// Why, in one plain sentence.
        public var reason: String {
            get throws { try json.member("reason").text() }
        }

        /// The usual guard as a sentence that the plan editor understands.
        public var `guard`: String? {
            get throws { try json.member("guard").optional { try $0.text() } }
        }

        /// Where it comes from.
        public var origin: Documents.Origin {
            get throws { try Documents.Origin(json: json.member("origin")) }
        }
    }

    /// How risky a step is.
    enum RiskLevel: String, Sendable, CaseIterable, Choice {
        case low = "low"
        case medium = "medium"
        case high = "high"
    }

    /// How risky a step is.
    struct RiskOfStep: Document {
        public let json: Json

        public init(json: Json) throws {
            self.json = try json.object()
        }

        /// A new one; what is left out has its default.
        public init(node: String, reason: String, level: Documents.RiskLevel? = nil) {
            json = Json.written([("node", node), ("reason", reason), ("level", level)])
        }

        /// The step.
        public var node: String {
            get throws { try json.member("node").text() }
        }

        /// How risky; no mark where absent.
        public var level: Documents.RiskLevel? {
            get throws { try json.member("level").optional { try $0.choice(Documents.RiskLevel.self) } }
        }

        /// Why.
        public var reason: String {
            get throws { try json.member("reason").text() }
        }
    }

    /// What one row of the table is.
    enum RowKind: String, Sendable, CaseIterable, Choice {
        case unit = "unit"
        case nested = "nested"
    }

    /// The result of running a plan in a scenario.
    struct Run: Document {
        public let json: Json

        public init(json: Json) throws {
            self.json = try json.object()
        }

        /// A new one; what is left out has its default.
        public init(schemaVersion: Int, id: String, engineVersion: String, plan: String, planVersion: String, scenario: Documents.Scenario, cases: Int, events: Int, virtualTimeMs: Int, digest: String, outcomes: [Documents.OutcomeCount], metrics: [Documents.MetricResult], nodes: [Documents.NodeResult], flows: [Documents.FlowCount], resources: [Documents.ResourceResult], services: [Documents.ServiceResult], personas: [Documents.PersonaResult], paths: [Documents.PathCount], actors: [Documents.ActorResult]? = nil, stopped: Documents.StoppedBy? = nil, warnings: [String]? = nil) {
            json = Json.written([("schema_version", schemaVersion), ("id", id), ("engine_version", engineVersion), ("plan", plan), ("plan_version", planVersion), ("scenario", scenario), ("cases", cases), ("events", events), ("virtual_time_ms", virtualTimeMs), ("digest", digest), ("outcomes", outcomes), ("metrics", metrics), ("nodes", nodes), ("flows", flows), ("resources", resources), ("services", services), ("personas", personas), ("paths", paths), ("actors", actors), ("stopped", stopped), ("warnings", warnings)])
        }

        /// Version of this document's shape.
        public var schemaVersion: Int {
            get throws { try json.member("schema_version").integer() }
        }

        /// Made from plan version and scenario.
        public var id: String {
            get throws { try json.member("id").text() }
        }

        /// The version of the engine that ran it.
        public var engineVersion: String {
            get throws { try json.member("engine_version").text() }
        }

        /// The plan.
        public var plan: String {
            get throws { try json.member("plan").text() }
        }

        /// The plan's version.
        public var planVersion: String {
            get throws { try json.member("plan_version").text() }
        }

        /// The circumstances.
        public var scenario: Documents.Scenario {
            get throws { try Documents.Scenario(json: json.member("scenario")) }
        }

        /// Cases that came to an end.
        public var cases: Int {
            get throws { try json.member("cases").integer() }
        }

        /// Events that happened.
        public var events: Int {
            get throws { try json.member("events").integer() }
        }

        /// Latest virtual time of any replication, in milliseconds.
        public var virtualTimeMs: Int {
            get throws { try json.member("virtual_time_ms").integer() }
        }

        /// BLAKE3 over all events of all replications in order, in hexadecimal. Equal digests mean equal runs.
        public var digest: String {
            get throws { try json.member("digest").text() }
        }

        /// How cases ended.
        public var outcomes: [Documents.OutcomeCount] {
            get throws { try json.member("outcomes").list { try Documents.OutcomeCount(json: $0) } }
        }

        /// The plan's metrics, and standard ones behind them.
        public var metrics: [Documents.MetricResult] {
            get throws { try json.member("metrics").list { try Documents.MetricResult(json: $0) } }
        }

        /// What happened at each node.
        public var nodes: [Documents.NodeResult] {
            get throws { try json.member("nodes").list { try Documents.NodeResult(json: $0) } }
        }

        /// How often each flow was taken.
        public var flows: [Documents.FlowCount] {
            get throws { try json.member("flows").list { try Documents.FlowCount(json: $0) } }
        }

        /// How busy each resource was.
        public var resources: [Documents.ResourceResult] {
            get throws { try json.member("resources").list { try Documents.ResourceResult(json: $0) } }
        }

        /// How each service behaved.
        public var services: [Documents.ServiceResult] {
            get throws { try json.member("services").list { try Documents.ServiceResult(json: $0) } }
        }

        /// How each kind of person fared.
        public var personas: [Documents.PersonaResult] {
            get throws { try json.member("personas").list { try Documents.PersonaResult(json: $0) } }
        }

        /// The most frequent ways through the plan, at most 20.
        public var paths: [Documents.PathCount] {
            get throws { try json.member("paths").list { try Documents.PathCount(json: $0) } }
        }

        /// The actors whose steps were entered, in the order of the plan.
        public var actors: [Documents.ActorResult] {
            get throws { try json.member("actors").list { try Documents.ActorResult(json: $0) } }
        }

        /// The limit that stopped the run early.
        public var stopped: Documents.StoppedBy? {
            get throws { try json.member("stopped").optional { try Documents.StoppedBy(json: $0) } }
        }

        /// Remarks, for example a loop without progress.
        public var warnings: [String] {
            get throws { try json.member("warnings").list { try $0.text() } }
        }
    }

    /// How much of each step is really done.
    enum RunDepth: String, Sendable, CaseIterable, Choice {
        case flow = "flow"
        case full = "full"
    }

    /// Limits of one run.
    struct RunLimits: Document {
        public let json: Json

        public init(json: Json) throws {
            self.json = try json.object()
        }

        /// A new one; what is left out has its default.
        public init(events: Int? = nil, virtualTimeMs: Int? = nil, visitsPerNode: Int? = nil, money: Double? = nil, traceBytes: Int? = nil, memoryBytes: Int? = nil) {
            json = Json.written([("events", events), ("virtual_time_ms", virtualTimeMs), ("visits_per_node", visitsPerNode), ("money", money), ("trace_bytes", traceBytes), ("memory_bytes", memoryBytes)])
        }

        /// Most events.
        public var events: Int? {
            get throws { try json.member("events").optional { try $0.integer() } }
        }

        /// Longest virtual time of one replication, in milliseconds.
        public var virtualTimeMs: Int? {
            get throws { try json.member("virtual_time_ms").optional { try $0.integer() } }
        }

        /// Most times that one case may pass one node.
        public var visitsPerNode: Int? {
            get throws { try json.member("visits_per_node").optional { try $0.integer() } }
        }

        /// Most money that all cases together may cost, in major units; none where absent.
        public var money: Double? {
            get throws { try json.member("money").optional { try $0.number() } }
        }

        /// Most bytes of the recorded trace.
        public var traceBytes: Int? {
            get throws { try json.member("trace_bytes").optional { try $0.integer() } }
        }

        /// Most bytes of memory, counted and not measured, so that a run stops at the same event everywhere.
        public var memoryBytes: Int? {
            get throws { try json.member("memory_bytes").optional { try $0.integer() } }
        }
    }

    /// Some replications of a run.
    struct RunPartRequest: Document {
        public let json: Json

        public init(json: Json) throws {
            self.json = try json.object()
        }

        /// A new one; what is left out has its default.
        public init(plan: Documents.Plan, scenario: Documents.Scenario, first: Int, count: Int) {
            json = Json.written([("plan", plan), ("scenario", scenario), ("first", first), ("count", count)])
        }

        /// The plan, as it was prepared.
        public var plan: Documents.Plan {
            get throws { try Documents.Plan(json: json.member("plan")) }
        }

        /// The circumstances, as they were prepared.
        public var scenario: Documents.Scenario {
            get throws { try Documents.Scenario(json: json.member("scenario")) }
        }

        /// The first replication, counted from 0.
        public var first: Int {
            get throws { try json.member("first").integer() }
        }

        /// How many replications.
        public var count: Int {
            get throws { try json.member("count").integer() }
        }
    }

    /// Replications as they came out.
    struct RunPartResponse: Document {
        public let json: Json

        public init(json: Json) throws {
            self.json = try json.object()
        }

        /// A new one; what is left out has its default.
        public init(first: Int, count: Int, partBase64: String) {
            json = Json.written([("first", first), ("count", count), ("part_base64", partBase64)])
        }

        /// The first replication.
        public var first: Int {
            get throws { try json.member("first").integer() }
        }

        /// How many replications.
        public var count: Int {
            get throws { try json.member("count").integer() }
        }

        /// The part, in base64.
        public var partBase64: String {
            get throws { try json.member("part_base64").text() }
        }
    }

    /// What a test of means needs to know of one arm: count, mean and variance of one unit.
    ///
    /// It need not come from raw values: a proportion, a ratio (delta method) or an adjusted mean give one too.
    struct Sample: Document {
        public let json: Json

        public init(json: Json) throws {
            self.json = try json.object()
        }

        /// A new one; what is left out has its default.
        public init(count: Int, mean: Double, variance: Double) {
            json = Json.written([("count", count), ("mean", mean), ("variance", variance)])
        }

        /// How many units.
        public var count: Int {
            get throws { try json.member("count").integer() }
        }

        /// Their mean.
        public var mean: Double {
            get throws { try json.member("mean").number() }
        }

        /// Variance of one unit, with divisor `count − 1`; not the variance of the mean.
        public var variance: Double {
            get throws { try json.member("variance").number() }
        }
    }

    /// The sample of one table.
    struct SampleTable: Document {
        public let json: Json

        public init(json: Json) throws {
            self.json = try json.object()
        }

        /// A new one; what is left out has its default.
        public init(name: String, sample: String) {
            json = Json.written([("name", name), ("sample", sample)])
        }

        /// What it is called in references.
        public var name: String {
            get throws { try json.member("name").text() }
        }

        /// A table in CSV, a JSON array of records, or one JSON record a line.
        public var sample: String {
            get throws { try json.member("sample").text() }
        }
    }

    /// The circumstances of a run.
    struct Scenario: Document {
        public let json: Json

        public init(json: Json) throws {
            self.json = try json.object()
        }

        /// A new one; what is left out has its default.
        public init(schemaVersion: Int, seed: Int, cases: Int, replications: Int, arrivals: Documents.Arrivals, personas: [Documents.Persona], outages: [Documents.Outage]? = nil, sharedOutages: [Documents.SharedOutage]? = nil, mishaps: Documents.Mishaps? = nil, depth: Documents.RunDepth? = nil, services: [Documents.ServiceMock]? = nil, overrides: [String: Documents.Distribution]? = nil, limits: Documents.RunLimits? = nil, warmUpCases: Int? = nil, trace: Documents.TraceDepth? = nil) {
            json = Json.written([("schema_version", schemaVersion), ("seed", seed), ("cases", cases), ("replications", replications), ("arrivals", arrivals), ("personas", personas), ("outages", outages), ("shared_outages", sharedOutages), ("mishaps", mishaps), ("depth", depth), ("services", services), ("overrides", overrides), ("limits", limits), ("warm_up_cases", warmUpCases), ("trace", trace)])
        }

        /// Version of this document's shape.
        public var schemaVersion: Int {
            get throws { try json.member("schema_version").integer() }
        }

        /// The root of all randomness.
        public var seed: Int {
            get throws { try json.member("seed").integer() }
        }

        /// How many cases in all; divided evenly among the replications.
        public var cases: Int {
            get throws { try json.member("cases").integer() }
        }

        /// How many independent replications; intervals come from them. At least 2 for an interval.
        public var replications: Int {
            get throws { try json.member("replications").integer() }
        }

        /// When cases arrive.
        public var arrivals: Documents.Arrivals {
            get throws { try Documents.Arrivals(json: json.member("arrivals")) }
        }

        /// Who comes. Shares need not add up to 1.
        public var personas: [Documents.Persona] {
            get throws { try json.member("personas").list { try Documents.Persona(json: $0) } }
        }

        /// Faults of services during the run.
        public var outages: [Documents.Outage] {
            get throws { try json.member("outages").list { try Documents.Outage(json: $0) } }
        }

        /// Faults that befall several services together, and come at random.
        public var sharedOutages: [Documents.SharedOutage] {
            get throws { try json.member("shared_outages").list { try Documents.SharedOutage(json: $0) } }
        }

        /// What goes wrong with data, clicks and messages beside what the plan says; nothing where absent.
        public var mishaps: Documents.Mishaps? {
            get throws { try json.member("mishaps").optional { try Documents.Mishaps(json: $0) } }
        }

        /// How much of each step is really done.
        public var depth: Documents.RunDepth? {
            get throws { try json.member("depth").optional { try $0.choice(Documents.RunDepth.self) } }
        }

        /// Services that answer as their descriptions say, at full depth.
        public var services: [Documents.ServiceMock] {
            get throws { try json.member("services").list { try Documents.ServiceMock(json: $0) } }
        }

        /// Other values for assumptions of the plan.
        public var overrides: [String: Documents.Distribution] {
            get throws { try json.member("overrides").map { try Documents.Distribution(json: $0) } }
        }

        /// Where the run stops and keeps what it has.
        public var limits: Documents.RunLimits? {
            get throws { try json.member("limits").optional { try Documents.RunLimits(json: $0) } }
        }

        /// The first cases of each replication, with which the run only warms up: they count in no metric, and all other
        /// figures begin when the next case arrives. For what goes on and on, but begins empty; none where absent.
        public var warmUpCases: Int? {
            get throws { try json.member("warm_up_cases").optional { try $0.integer() } }
        }

        /// How much of what happens is recorded.
        public var trace: Documents.TraceDepth? {
            get throws { try json.member("trace").optional { try $0.choice(Documents.TraceDepth.self) } }
        }
    }

    /// Something that a person sees.
    struct Screen: Document {
        public let json: Json

        public init(json: Json) throws {
            self.json = try json.object()
        }

        /// A new one; what is left out has its default.
        public init(id: String, title: String, intro: String, elements: [Documents.ScreenElement], action: String) {
            json = Json.written([("id", id), ("title", title), ("intro", intro), ("elements", elements), ("action", action)])
        }

        /// Names the screen.
        public var id: String {
            get throws { try json.member("id").text() }
        }

        /// The heading.
        public var title: String {
            get throws { try json.member("title").text() }
        }

        /// One or two sentences below the heading.
        public var intro: String {
            get throws { try json.member("intro").text() }
        }

        /// What stands on it, from top to bottom.
        public var elements: [Documents.ScreenElement] {
            get throws { try json.member("elements").list { try Documents.ScreenElement(json: $0) } }
        }

        /// Label of the button that goes on.
        public var action: String {
            get throws { try json.member("action").text() }
        }
    }

    /// What can stand on a screen.
    enum ScreenElement: Document {
        case paragraph(Documents.Words)
        case notice(Documents.Words)
        case input(Documents.FieldReference)
        case summary(Documents.DataReference)
        /// A form of a later version.
        case unrecognized(Json)

        public init(json: Json) throws {
            switch try json.member("type").text() {
            case "paragraph": self = .paragraph(try Documents.Words(json: json))
            case "notice": self = .notice(try Documents.Words(json: json))
            case "input": self = .input(try Documents.FieldReference(json: json))
            case "summary": self = .summary(try Documents.DataReference(json: json))
            default: self = .unrecognized(json)
            }
        }

        public var json: Json {
            switch self {
            case .paragraph(let value): return value.json.tagged("paragraph")
            case .notice(let value): return value.json.tagged("notice")
            case .input(let value): return value.json.tagged("input")
            case .summary(let value): return value.json.tagged("summary")
            case .unrecognized(let json): return json
            }
        }
    }

    /// What moving one assumption over its whole range does to the metric, from many starting points (Morris 1991).
    struct ScreenedAssumption: Document {
        public let json: Json

        public init(json: Json) throws {
            self.json = try json.object()
        }

        /// A new one; what is left out has its default.
        public init(assumption: String, meanEffect: Double, meanSize: Double, deviation: Double) {
            json = Json.written([("assumption", assumption), ("mean_effect", meanEffect), ("mean_size", meanSize), ("deviation", deviation)])
        }

        /// The assumption.
        public var assumption: String {
            get throws { try json.member("assumption").text() }
        }

        /// The mean effect, with its sign, in the unit of the metric.
        public var meanEffect: Double {
            get throws { try json.member("mean_effect").number() }
        }

        /// The mean size of the effect, without sign: what they are ordered by.
        public var meanSize: Double {
            get throws { try json.member("mean_size").number() }
        }

        /// How much the effect differs from one starting point to another.
        public var deviation: Double {
            get throws { try json.member("deviation").number() }
        }
    }

    /// Which assumptions move a metric how far.
    struct Sensitivity: Document {
        public let json: Json

        public init(json: Json) throws {
            self.json = try json.object()
        }

        /// A new one; what is left out has its default.
        public init(metric: String, effects: [Documents.AssumptionEffect]) {
            json = Json.written([("metric", metric), ("effects", effects)])
        }

        /// The metric.
        public var metric: String {
            get throws { try json.member("metric").text() }
        }

        /// The assumptions, the strongest first.
        public var effects: [Documents.AssumptionEffect] {
            get throws { try json.member("effects").list { try Documents.AssumptionEffect(json: $0) } }
        }
    }

    /// Which assumptions a metric hangs on, all of them moving at once.
    struct SensitivityRequest: Document {
        public let json: Json

        public init(json: Json) throws {
            self.json = try json.object()
        }

        /// A new one; what is left out has its default.
        public init(project: String, metric: String? = nil, scenario: Documents.Scenario? = nil, seed: Int? = nil, cases: Int? = nil, trajectories: Int? = nil, samples: Int? = nil, mostRanked: Int? = nil, values: [Double]? = nil) {
            json = Json.written([("project", project), ("metric", metric), ("scenario", scenario), ("seed", seed), ("cases", cases), ("trajectories", trajectories), ("samples", samples), ("most_ranked", mostRanked), ("values", values)])
        }

        /// The project.
        public var project: String {
            get throws { try json.member("project").text() }
        }

        /// The metric; the primary one where absent.
        public var metric: String? {
            get throws { try json.member("metric").optional { try $0.text() } }
        }

        /// A complete scenario instead of the default one.
        public var scenario: Documents.Scenario? {
            get throws { try json.member("scenario").optional { try Documents.Scenario(json: $0) } }
        }

        /// The seed.
        public var seed: Int? {
            get throws { try json.member("seed").optional { try $0.integer() } }
        }

        /// Cases of each run; 500 where absent.
        public var cases: Int? {
            get throws { try json.member("cases").optional { try $0.integer() } }
        }

        /// Screening: how often each assumption is moved; 8 where absent.
        public var trajectories: Int? {
            get throws { try json.member("trajectories").optional { try $0.integer() } }
        }

        /// Measuring: rows of the design; each takes two runs more than there are ranked assumptions; 64 where absent.
        public var samples: Int? {
            get throws { try json.member("samples").optional { try $0.integer() } }
        }

        /// Most assumptions that are ranked; 8 where absent.
        public var mostRanked: Int? {
            get throws { try json.member("most_ranked").optional { try $0.integer() } }
        }

        /// Values of points that were measured elsewhere, in the order in which they were asked for.
        public var values: [Double] {
            get throws { try json.member("values").list { try $0.number() } }
        }
    }

    /// Points at which the metric is to be measured next; none where all are known.
    struct SensitivityRound: Document {
        public let json: Json

        public init(json: Json) throws {
            self.json = try json.object()
        }

        /// A new one; what is left out has its default.
        public init(plan: Documents.Plan, scenario: Documents.Scenario, metric: String, options: Documents.InfluenceOptions, points: [[String: Double]]) {
            json = Json.written([("plan", plan), ("scenario", scenario), ("metric", metric), ("options", options), ("points", points)])
        }

        /// The plan as it stands.
        public var plan: Documents.Plan {
            get throws { try Documents.Plan(json: json.member("plan")) }
        }

        /// The circumstances.
        public var scenario: Documents.Scenario {
            get throws { try Documents.Scenario(json: json.member("scenario")) }
        }

        /// The metric.
        public var metric: String {
            get throws { try json.member("metric").text() }
        }

        /// How each point is measured.
        public var options: Documents.InfluenceOptions {
            get throws { try Documents.InfluenceOptions(json: json.member("options")) }
        }

        /// Other means of assumptions, point by point.
        public var points: [[String: Double]] {
            get throws { try json.member("points").list { try $0.map { try $0.number() } } }
        }
    }

    /// A system that is called.
    struct Service: Document {
        public let json: Json

        public init(json: Json) throws {
            self.json = try json.object()
        }

        /// A new one; what is left out has its default.
        public init(id: String, title: String, description: String, operations: [Documents.ServiceOperation], isExternal: Bool, origin: Documents.Origin) {
            json = Json.written([("id", id), ("title", title), ("description", description), ("operations", operations), ("is_external", isExternal), ("origin", origin)])
        }

        /// Names the service.
        public var id: String {
            get throws { try json.member("id").text() }
        }

        /// For people, for example `payment provider`.
        public var title: String {
            get throws { try json.member("title").text() }
        }

        /// What it does, in one sentence.
        public var description: String {
            get throws { try json.member("description").text() }
        }

        /// What it can do.
        public var operations: [Documents.ServiceOperation] {
            get throws { try json.member("operations").list { try Documents.ServiceOperation(json: $0) } }
        }

        /// Whether it belongs to somebody else.
        public var isExternal: Bool {
            get throws { try json.member("is_external").truth() }
        }

        /// Where it comes from.
        public var origin: Documents.Origin {
            get throws { try Documents.Origin(json: json.member("origin")) }
        }
    }

    /// A call of a service.
    struct ServiceCall: Document {
        public let json: Json

        public init(json: Json) throws {
            self.json = try json.object()
        }

        /// A new one; what is left out has its default.
        public init(service: String, operation: String) {
            json = Json.written([("service", service), ("operation", operation)])
        }

        /// The service.
        public var service: String {
            get throws { try json.member("service").text() }
        }

        /// What it is asked to do.
        public var operation: String {
            get throws { try json.member("operation").text() }
        }
    }

    /// An answer of a service that is not the wanted one.
    struct ServiceError: Document {
        public let json: Json

        public init(json: Json) throws {
            self.json = try json.object()
        }

        /// A new one; what is left out has its default.
        public init(status: Int, code: String, description: String) {
            json = Json.written([("status", status), ("code", code), ("description", description)])
        }

        /// HTTP status, 400 to 599.
        public var status: Int {
            get throws { try json.member("status").integer() }
        }

        /// Stable snake_case code, for example `card_declined`.
        public var code: String {
            get throws { try json.member("code").text() }
        }

        /// When it is given, in one sentence.
        public var description: String {
            get throws { try json.member("description").text() }
        }
    }

    /// Something happens to a service.
    struct ServiceFault: Document {
        public let json: Json

        public init(json: Json) throws {
            self.json = try json.object()
        }

        /// A new one; what is left out has its default.
        public init(service: String) {
            json = Json.written([("service", service)])
        }

        /// The service.
        public var service: String {
            get throws { try json.member("service").text() }
        }
    }

    /// A service that answers calls as its description says. It remembers what was written; each replication has its own.
    ///
    /// How long an answer takes, how often it fails and when the caller gives up stay assumptions of the plan.
    struct ServiceMock: Document {
        public let json: Json

        public init(json: Json) throws {
            self.json = try json.object()
        }

        /// A new one; what is left out has its default.
        public init(service: String, description: String, operations: [String: String]? = nil, rateLimit: Documents.RateLimit? = nil) {
            json = Json.written([("service", service), ("description", description), ("operations", operations), ("rate_limit", rateLimit)])
        }

        /// The service of the plan.
        public var service: String {
            get throws { try json.member("service").text() }
        }

        /// Its description: OpenAPI 3.0 or 3.1, in JSON or YAML.
        public var description: String {
            get throws { try json.member("description").text() }
        }

        /// Which operation of the description stands for which of the plan, for example `POST /v1/charges`. Others are
        /// found by method and path, or by their words.
        public var operations: [String: String] {
            get throws { try json.member("operations").map { try $0.text() } }
        }

        /// How many calls it takes; more are answered with 429. No limit where absent.
        public var rateLimit: Documents.RateLimit? {
            get throws { try json.member("rate_limit").optional { try Documents.RateLimit(json: $0) } }
        }
    }

    /// One thing that a service can do: an HTTP operation with JSON bodies.
    struct ServiceOperation: Document {
        public let json: Json

        public init(json: Json) throws {
            self.json = try json.object()
        }

        /// A new one; what is left out has its default.
        public init(id: String, title: String, method: Documents.HttpMethod, path: String, errors: [Documents.ServiceError], latency: String, failure: String, timeoutMs: Int, isIdempotent: Bool, request: String? = nil, response: String? = nil) {
            json = Json.written([("id", id), ("title", title), ("method", method), ("path", path), ("errors", errors), ("latency", latency), ("failure", failure), ("timeout_ms", timeoutMs), ("is_idempotent", isIdempotent), ("request", request), ("response", response)])
        }

        /// Names the operation; unique in the plan.
        public var id: String {
            get throws { try json.member("id").text() }
        }

        /// For people, for example `authorise the payment`.
        public var title: String {
            get throws { try json.member("title").text() }
        }

        /// `get`, `post`, `put`, `patch` or `delete`.
        public var method: Documents.HttpMethod {
            get throws { try json.member("method").choice(Documents.HttpMethod.self) }
        }

        /// Path with parameters in braces, for example `/orders/{order_id}`.
        public var path: String {
            get throws { try json.member("path").text() }
        }

        /// The body of the request.
        public var request: String? {
            get throws { try json.member("request").optional { try $0.text() } }
        }

        /// The body of the answer when all is well.
        public var response: String? {
            get throws { try json.member("response").optional { try $0.text() } }
        }

        /// What it may answer instead.
        public var errors: [Documents.ServiceError] {
            get throws { try json.member("errors").list { try Documents.ServiceError(json: $0) } }
        }

        /// How long an answer takes, in milliseconds.
        public var latency: String {
            get throws { try json.member("latency").text() }
        }

        /// How often it fails.
        public var failure: String {
            get throws { try json.member("failure").text() }
        }

        /// When the caller gives up, in milliseconds.
        public var timeoutMs: Int {
            get throws { try json.member("timeout_ms").integer() }
        }

        /// Whether calling it twice with the same key does it once.
        public var isIdempotent: Bool {
            get throws { try json.member("is_idempotent").truth() }
        }
    }

    /// How a service behaved.
    struct ServiceResult: Document {
        public let json: Json

        public init(json: Json) throws {
            self.json = try json.object()
        }

        /// A new one; what is left out has its default.
        public init(service: String, calls: Int, failed: Int, meanLatencyMs: Double, answers: [Documents.AnswerCount]? = nil, refusals: [Documents.RefusalCount]? = nil) {
            json = Json.written([("service", service), ("calls", calls), ("failed", failed), ("mean_latency_ms", meanLatencyMs), ("answers", answers), ("refusals", refusals)])
        }

        /// The service.
        public var service: String {
            get throws { try json.member("service").text() }
        }

        /// Calls in all, repetitions included.
        public var calls: Int {
            get throws { try json.member("calls").integer() }
        }

        /// Calls that failed.
        public var failed: Int {
            get throws { try json.member("failed").integer() }
        }

        /// Mean time until an answer, in milliseconds.
        public var meanLatencyMs: Double {
            get throws { try json.member("mean_latency_ms").number() }
        }

        /// How often which status was answered, where calls were really made; status 0 is no answer in time.
        public var answers: [Documents.AnswerCount] {
            get throws { try json.member("answers").list { try Documents.AnswerCount(json: $0) } }
        }

        /// What the service found wrong with requests, the most frequent first.
        public var refusals: [Documents.RefusalCount] {
            get throws { try json.member("refusals").list { try Documents.RefusalCount(json: $0) } }
        }
    }

    /// What somebody did in a prototype.
    struct SessionLog: Document {
        public let json: Json

        public init(json: Json) throws {
            self.json = try json.object()
        }

        /// A new one; what is left out has its default.
        public init(schemaVersion: Int, prototype: String, interactions: [Documents.Interaction], outcome: Documents.Outcome? = nil) {
            json = Json.written([("schema_version", schemaVersion), ("prototype", prototype), ("interactions", interactions), ("outcome", outcome)])
        }

        /// Version of this document's shape.
        public var schemaVersion: Int {
            get throws { try json.member("schema_version").integer() }
        }

        /// The prototype.
        public var prototype: String {
            get throws { try json.member("prototype").text() }
        }

        /// What was done, in order.
        public var interactions: [Documents.Interaction] {
            get throws { try json.member("interactions").list { try Documents.Interaction(json: $0) } }
        }

        /// How the session ended, where it did.
        public var outcome: Documents.Outcome? {
            get throws { try json.member("outcome").optional { try $0.choice(Documents.Outcome.self) } }
        }
    }

    /// How a session is opened. What is absent has a default.
    struct SessionOptions: Document {
        public let json: Json

        public init(json: Json) throws {
            self.json = try json.object()
        }

        /// A new one; what is left out has its default.
        public init(path: String? = nil, threads: Int? = nil, clock: Bool? = nil, limits: Documents.Limits? = nil, agents: [Documents.Agent]? = nil, modelName: String? = nil, modelPrice: Documents.Price? = nil, hostTimeoutMs: Int? = nil) {
            json = Json.written([("path", path), ("threads", threads), ("clock", clock), ("limits", limits), ("agents", agents), ("model_name", modelName), ("model_price", modelPrice), ("host_timeout_ms", hostTimeoutMs)])
        }

        /// The SQLite file that keeps the projects; they are kept in memory where absent.
        public var path: String? {
            get throws { try json.member("path").optional { try $0.text() } }
        }

        /// How many threads a simulation uses; one for each core where absent. Results never depend on it.
        public var threads: Int? {
            get throws { try json.member("threads").optional { try $0.integer() } }
        }

        /// Whether records carry the time of this machine.
        public var clock: Bool? {
            get throws { try json.member("clock").optional { try $0.truth() } }
        }

        /// Other limits.
        public var limits: Documents.Limits? {
            get throws { try json.member("limits").optional { try Documents.Limits(json: $0) } }
        }

        /// AI agents that steps can be given to, besides the built-in ones.
        public var agents: [Documents.Agent] {
            get throws { try json.member("agents").list { try Documents.Agent(json: $0) } }
        }

        /// The name of the host's language model, as it is recorded.
        public var modelName: String? {
            get throws { try json.member("model_name").optional { try $0.text() } }
        }

        /// What the host's language model costs.
        public var modelPrice: Documents.Price? {
            get throws { try json.member("model_price").optional { try Documents.Price(json: $0) } }
        }

        /// How long the host's model or store may take for one answer, in milliseconds.
        public var hostTimeoutMs: Int? {
            get throws { try json.member("host_timeout_ms").optional { try $0.integer() } }
        }
    }

    /// How bad a problem is.
    enum Severity: String, Sendable, CaseIterable, Choice {
        case error = "error"
        case warning = "warning"
        case advice = "advice"
    }

    /// A shape and a scale.
    struct ShapeAndScale: Document {
        public let json: Json

        public init(json: Json) throws {
            self.json = try json.object()
        }

        /// A new one; what is left out has its default.
        public init(shape: Double, scale: Double) {
            json = Json.written([("shape", shape), ("scale", scale)])
        }

        /// Shape.
        public var shape: Double {
            get throws { try json.member("shape").number() }
        }

        /// Scale; for Pareto the lowest value.
        public var scale: Double {
            get throws { try json.member("scale").number() }
        }
    }

    /// A share of the variance, with its 95 % interval from resampled runs.
    struct ShareOfSpread: Document {
        public let json: Json

        public init(json: Json) throws {
            self.json = try json.object()
        }

        /// A new one; what is left out has its default.
        public init(value: Double, low: Double, high: Double) {
            json = Json.written([("value", value), ("low", low), ("high", high)])
        }

        /// The share, from 0 to 1.
        public var value: Double {
            get throws { try json.member("value").number() }
        }

        /// Lower end of the interval.
        public var low: Double {
            get throws { try json.member("low").number() }
        }

        /// Upper end of the interval.
        public var high: Double {
            get throws { try json.member("high").number() }
        }
    }

    /// Shares say themselves how much they differ.
    struct SharePower: Document {
        public let json: Json

        public init(json: Json) throws {
            self.json = try json.object()
        }

        /// A new one; what is left out has its default.
        public init() {
            json = Json.written([])
        }
    }

    /// Times in which several services do not answer or are slow together, because they share something. They come at
    /// random, in each replication at other times, which no other circumstance moves.
    struct SharedOutage: Document {
        public let json: Json

        public init(json: Json) throws {
            self.json = try json.object()
        }

        /// A new one; what is left out has its default.
        public init(services: [String], between: Documents.Distribution, lasts: Documents.Distribution, slowdown: Double, failure: Double, grows: Bool? = nil) {
            json = Json.written([("services", services), ("between", between), ("lasts", lasts), ("slowdown", slowdown), ("failure", failure), ("grows", grows)])
        }

        /// The services.
        public var services: [String] {
            get throws { try json.member("services").list { try $0.text() } }
        }

        /// The time from the end of one to the begin of the next, in milliseconds: on average a minute at least, and never
        /// less than a second.
        public var between: Documents.Distribution {
            get throws { try Documents.Distribution(json: json.member("between")) }
        }

        /// How long each lasts, in milliseconds.
        public var lasts: Documents.Distribution {
            get throws { try Documents.Distribution(json: json.member("lasts")) }
        }

        /// Latency is multiplied with this; 1 leaves it.
        public var slowdown: Double {
            get throws { try json.member("slowdown").number() }
        }

        /// How likely a call fails meanwhile.
        public var failure: Double {
            get throws { try json.member("failure").number() }
        }

        /// Whether the slowdown grows evenly, from 1 at the begin to its value at the end (a slow degradation).
        public var grows: Bool? {
            get throws { try json.member("grows").optional { try $0.truth() } }
        }
    }

    /// One shift that comes back every week.
    struct Shift: Document {
        public let json: Json

        public init(json: Json) throws {
            self.json = try json.object()
        }

        /// A new one; what is left out has its default.
        public init(weekday: Int, fromMinute: Int, toMinute: Int) {
            json = Json.written([("weekday", weekday), ("from_minute", fromMinute), ("to_minute", toMinute)])
        }

        /// 1 is Monday, 7 is Sunday (ISO 8601).
        public var weekday: Int {
            get throws { try json.member("weekday").integer() }
        }

        /// First minute of the day, from 0.
        public var fromMinute: Int {
            get throws { try json.member("from_minute").integer() }
        }

        /// Minute of the day after the last one, up to 1440.
        public var toMinute: Int {
            get throws { try json.member("to_minute").integer() }
        }
    }

    /// How often the rule would take a change, tried on replications of the user's own plan.
    struct ShipRates: Document {
        public let json: Json

        public init(json: Json) throws {
            self.json = try json.object()
        }

        /// A new one; what is left out has its default.
        public init(tries: Int, wrongShip: Double, rightShip: Double, expected: Double) {
            json = Json.written([("tries", tries), ("wrong_ship", wrongShip), ("right_ship", rightShip), ("expected", expected)])
        }

        /// How often each was tried.
        public var tries: Int {
            get throws { try json.member("tries").integer() }
        }

        /// The share of tries that ship although the change does nothing.
        public var wrongShip: Double {
            get throws { try json.member("wrong_ship").number() }
        }

        /// The share of tries that ship where the change does what is expected.
        public var rightShip: Double {
            get throws { try json.member("right_ship").number() }
        }

        /// The change of the primary metric that is expected: the wished one, or where none was stated the one that was seen.
        public var expected: Double {
            get throws { try json.member("expected").number() }
        }
    }

    /// Whether a sequential test looks in one direction or in both.
    enum Sides: String, Sendable, CaseIterable, Choice {
        case two = "two"
        case one = "one"
    }

    /// How a plan is to be run. What is absent has a default.
    struct SimulateRequest: Document {
        public let json: Json

        public init(json: Json) throws {
            self.json = try json.object()
        }

        /// A new one; what is left out has its default.
        public init(project: String, scenario: Documents.Scenario? = nil, seed: Int? = nil, cases: Int? = nil, budget: Double? = nil, depth: Documents.RunDepth? = nil, services: [Documents.ServiceMock]? = nil, pauseAtMs: Int? = nil, precision: Documents.Precision? = nil, detectWarmUp: Bool? = nil) {
            json = Json.written([("project", project), ("scenario", scenario), ("seed", seed), ("cases", cases), ("budget", budget), ("depth", depth), ("services", services), ("pause_at_ms", pauseAtMs), ("precision", precision), ("detect_warm_up", detectWarmUp)])
        }

        /// The project.
        public var project: String {
            get throws { try json.member("project").text() }
        }

        /// A complete scenario instead of the default one.
        public var scenario: Documents.Scenario? {
            get throws { try json.member("scenario").optional { try Documents.Scenario(json: $0) } }
        }

        /// The seed.
        public var seed: Int? {
            get throws { try json.member("seed").optional { try $0.integer() } }
        }

        /// How many cases.
        public var cases: Int? {
            get throws { try json.member("cases").optional { try $0.integer() } }
        }

        /// The most that all cases together may cost, in the plan's currency.
        public var budget: Double? {
            get throws { try json.member("budget").optional { try $0.number() } }
        }

        /// How much of each step is really done. At full depth every service of the plan answers: as its description in
        /// `services` says, otherwise as the plan's own contract does.
        public var depth: Documents.RunDepth? {
            get throws { try json.member("depth").optional { try $0.choice(Documents.RunDepth.self) } }
        }

        /// Descriptions of services; one is enough for full depth.
        public var services: [Documents.ServiceMock] {
            get throws { try json.member("services").list { try Documents.ServiceMock(json: $0) } }
        }

        /// Pause at this virtual time, in milliseconds; what is there is kept and can be resumed.
        public var pauseAtMs: Int? {
            get throws { try json.member("pause_at_ms").optional { try $0.integer() } }
        }

        /// Run as many replications as it takes until the interval of a metric is so narrow.
        public var precision: Documents.Precision? {
            get throws { try json.member("precision").optional { try Documents.Precision(json: $0) } }
        }

        /// Find where the run has forgotten that it began empty, and leave out what was before: for processes that go on and
        /// on. A `warm_up_cases` of the scenario states it instead.
        public var detectWarmUp: Bool? {
            get throws { try json.member("detect_warm_up").optional { try $0.truth() } }
        }
    }

    /// A run and what it rests on.
    struct Simulated: Document {
        public let json: Json

        public init(json: Json) throws {
            self.json = try json.object()
        }

        /// A new one; what is left out has its default.
        public init(project: String, run: Documents.Run, explanation: Documents.Explanation, sensitivity: Documents.Sensitivity? = nil, precision: Documents.Precise? = nil) {
            json = Json.written([("project", project), ("run", run), ("explanation", explanation), ("sensitivity", sensitivity), ("precision", precision)])
        }

        /// The project.
        public var project: String {
            get throws { try json.member("project").text() }
        }

        /// What happened.
        public var run: Documents.Run {
            get throws { try Documents.Run(json: json.member("run")) }
        }

        /// Which assumptions move the primary metric; absent where the plan measures nothing.
        public var sensitivity: Documents.Sensitivity? {
            get throws { try json.member("sensitivity").optional { try Documents.Sensitivity(json: $0) } }
        }

        /// What people should know.
        public var explanation: Documents.Explanation {
            get throws { try Documents.Explanation(json: json.member("explanation")) }
        }

        /// What became of a wish for precision.
        public var precision: Documents.Precise? {
            get throws { try json.member("precision").optional { try Documents.Precise(json: $0) } }
        }
    }

    /// What an agent can do.
    enum Skill: String, Sendable, CaseIterable, Choice {
        case read = "read"
        case write = "write"
        case check = "check"
        case decide = "decide"
        case inform = "inform"
        case compute = "compute"
        case moveMoney = "move_money"
        case delete = "delete"
        case talk = "talk"
        case handle = "handle"
    }

    /// A stretch of a text, in bytes of its UTF-8 form: `start` included, `end` excluded.
    struct Span: Document {
        public let json: Json

        public init(json: Json) throws {
            self.json = try json.object()
        }

        /// A new one; what is left out has its default.
        public init(start: Int, end: Int) {
            json = Json.written([("start", start), ("end", end)])
        }

        /// First byte.
        public var start: Int {
            get throws { try json.member("start").integer() }
        }

        /// Byte after the last one.
        public var end: Int {
            get throws { try json.member("end").integer() }
        }
    }

    /// Who speaks.
    enum Speaker: String, Sendable, CaseIterable, Choice {
        case user = "user"
        case model = "model"
    }

    /// The share of the level that is spent up to an information fraction (Lan and DeMets 1983).
    enum Spending: Document {
        case obrienFleming(Documents.SpendingObrienFleming)
        case pocock(Documents.SpendingPocock)
        case power(Documents.SpendingPower)
        /// A form of a later version.
        case unrecognized(Json)

        public init(json: Json) throws {
            switch try json.member("type").text() {
            case "obrien_fleming": self = .obrienFleming(try Documents.SpendingObrienFleming(json: json))
            case "pocock": self = .pocock(try Documents.SpendingPocock(json: json))
            case "power": self = .power(try Documents.SpendingPower(json: json))
            default: self = .unrecognized(json)
            }
        }

        public var json: Json {
            switch self {
            case .obrienFleming(let value): return value.json.tagged("obrien_fleming")
            case .pocock(let value): return value.json.tagged("pocock")
            case .power(let value): return value.json.tagged("power")
            case .unrecognized(let json): return json
            }
        }
    }

    /// Very little early, nearly all at the end: like O'Brien and Fleming's bounds.
    struct SpendingObrienFleming: Document {
        public let json: Json

        public init(json: Json) throws {
            self.json = try json.object()
        }

        /// A new one; what is left out has its default.
        public init() {
            json = Json.written([])
        }
    }

    /// Nearly even bounds: like Pocock's.
    struct SpendingPocock: Document {
        public let json: Json

        public init(json: Json) throws {
            self.json = try json.object()
        }

        /// A new one; what is left out has its default.
        public init() {
            json = Json.written([])
        }
    }

    /// `level · fraction^exponent` (Kim and DeMets 1987).
    struct SpendingPower: Document {
        public let json: Json

        public init(json: Json) throws {
            self.json = try json.object()
        }

        /// A new one; what is left out has its default.
        public init(exponent: Double) {
            json = Json.written([("exponent", exponent)])
        }

        /// 1 spends evenly, 3 resembles O'Brien and Fleming.
        public var exponent: Double {
            get throws { try json.member("exponent").number() }
        }
    }

    /// Several steps of one.
    struct SplitStep: Document {
        public let json: Json

        public init(json: Json) throws {
            self.json = try json.object()
        }

        /// A new one; what is left out has its default.
        public init(node: String, titles: [String]) {
            json = Json.written([("node", node), ("titles", titles)])
        }

        /// The step.
        public var node: String {
            get throws { try json.member("node").text() }
        }

        /// The titles of the parts; the first keeps the id.
        public var titles: [String] {
            get throws { try json.member("titles").list { try $0.text() } }
        }
    }

    /// One branch of a decision.
    struct StatedBranch: Document {
        public let json: Json

        public init(json: Json) throws {
            self.json = try json.object()
        }

        /// A new one; what is left out has its default.
        public init(condition: String, isOtherwise: Bool, share: Double? = nil) {
            json = Json.written([("condition", condition), ("is_otherwise", isOtherwise), ("share", share)])
        }

        /// The condition in the user's words; `otherwise` for the rest.
        public var condition: String {
            get throws { try json.member("condition").text() }
        }

        /// Whether this is the branch for everything else.
        public var isOtherwise: Bool {
            get throws { try json.member("is_otherwise").truth() }
        }

        /// The share of cases that takes it, where the text says so.
        public var share: Double? {
            get throws { try json.member("share").optional { try $0.number() } }
        }
    }

    /// A limit on money, time or number.
    struct StatedLimit: Document {
        public let json: Json

        public init(json: Json) throws {
            self.json = try json.object()
        }

        /// A new one; what is left out has its default.
        public init(id: String, subject: String, bound: Documents.Bound, origin: Documents.Origin) {
            json = Json.written([("id", id), ("subject", subject), ("bound", bound), ("origin", origin)])
        }

        /// Names the limit within the intent.
        public var id: String {
            get throws { try json.member("id").text() }
        }

        /// What is limited, in the user's words.
        public var subject: String {
            get throws { try json.member("subject").text() }
        }

        /// The bound.
        public var bound: Documents.Bound {
            get throws { try Documents.Bound(json: json.member("bound")) }
        }

        /// Where it comes from.
        public var origin: Documents.Origin {
            get throws { try Documents.Origin(json: json.member("origin")) }
        }
    }

    /// The user said it, in these words.
    struct StatedOrigin: Document {
        public let json: Json

        public init(json: Json) throws {
            self.json = try json.object()
        }

        /// A new one; what is left out has its default.
        public init(quotes: [Documents.Quote], rule: String, confidence: Double) {
            json = Json.written([("quotes", quotes), ("rule", rule), ("confidence", confidence)])
        }

        /// The words.
        public var quotes: [Documents.Quote] {
            get throws { try json.member("quotes").list { try Documents.Quote(json: $0) } }
        }

        /// The rule that read them, for example `list.numbered`.
        public var rule: String {
            get throws { try json.member("rule").text() }
        }

        /// How sure the reader is, from 0 to 1.
        public var confidence: Double {
            get throws { try json.member("confidence").number() }
        }
    }

    /// A step that the text states.
    struct StatedStep: Document {
        public let json: Json

        public init(json: Json) throws {
            self.json = try json.object()
        }

        /// A new one; what is left out has its default.
        public init(id: String, title: String, verb: String, origin: Documents.Origin, object: String? = nil, actor: String? = nil, recipient: String? = nil, within: [Documents.Placement]? = nil, ends: Documents.Outcome? = nil, time: Documents.StatedTime? = nil) {
            json = Json.written([("id", id), ("title", title), ("verb", verb), ("origin", origin), ("object", object), ("actor", actor), ("recipient", recipient), ("within", within), ("ends", ends), ("time", time)])
        }

        /// Names the step within the intent.
        public var id: String {
            get throws { try json.member("id").text() }
        }

        /// The step as an instruction, for example `check the stock`.
        public var title: String {
            get throws { try json.member("title").text() }
        }

        /// Base form of the verb.
        public var verb: String {
            get throws { try json.member("verb").text() }
        }

        /// What is acted on, in the user's words.
        public var object: String? {
            get throws { try json.member("object").optional { try $0.text() } }
        }

        /// Who acts, where the text says so.
        public var actor: String? {
            get throws { try json.member("actor").optional { try $0.text() } }
        }

        /// Who receives, where the text says so.
        public var recipient: String? {
            get throws { try json.member("recipient").optional { try $0.text() } }
        }

        /// The blocks that the step stands in, outermost first.
        public var within: [Documents.Placement] {
            get throws { try json.member("within").list { try Documents.Placement(json: $0) } }
        }

        /// Whether the step ends the whole process, and how.
        public var ends: Documents.Outcome? {
            get throws { try json.member("ends").optional { try $0.choice(Documents.Outcome.self) } }
        }

        /// How long it may take or must wait, in milliseconds, where the text says so.
        public var time: Documents.StatedTime? {
            get throws { try json.member("time").optional { try Documents.StatedTime(json: $0) } }
        }

        /// Where it comes from.
        public var origin: Documents.Origin {
            get throws { try Documents.Origin(json: json.member("origin")) }
        }
    }

    /// A time that belongs to a step.
    struct StatedTime: Document {
        public let json: Json

        public init(json: Json) throws {
            self.json = try json.object()
        }

        /// A new one; what is left out has its default.
        public init(role: Documents.TimeRole, durationMs: Int) {
            json = Json.written([("role", role), ("duration_ms", durationMs)])
        }

        /// What the time means.
        public var role: Documents.TimeRole {
            get throws { try json.member("role").choice(Documents.TimeRole.self) }
        }

        /// How long, in milliseconds.
        public var durationMs: Int {
            get throws { try json.member("duration_ms").integer() }
        }
    }

    /// A sentence with its origin.
    struct Statement: Document {
        public let json: Json

        public init(json: Json) throws {
            self.json = try json.object()
        }

        /// A new one; what is left out has its default.
        public init(id: String, text: String, origin: Documents.Origin) {
            json = Json.written([("id", id), ("text", text), ("origin", origin)])
        }

        /// Names the statement within the intent.
        public var id: String {
            get throws { try json.member("id").text() }
        }

        /// The sentence.
        public var text: String {
            get throws { try json.member("text").text() }
        }

        /// Where it comes from.
        public var origin: Documents.Origin {
            get throws { try Documents.Origin(json: json.member("origin")) }
        }
    }

    /// A statistic of a list.
    enum Statistic: Document {
        case mean(Documents.StatisticMean)
        case quantile(Documents.StatisticQuantile)
        /// A form of a later version.
        case unrecognized(Json)

        public init(json: Json) throws {
            switch try json.member("type").text() {
            case "mean": self = .mean(try Documents.StatisticMean(json: json))
            case "quantile": self = .quantile(try Documents.StatisticQuantile(json: json))
            default: self = .unrecognized(json)
            }
        }

        public var json: Json {
            switch self {
            case .mean(let value): return value.json.tagged("mean")
            case .quantile(let value): return value.json.tagged("quantile")
            case .unrecognized(let json): return json
            }
        }
    }

    /// The mean.
    struct StatisticMean: Document {
        public let json: Json

        public init(json: Json) throws {
            self.json = try json.object()
        }

        /// A new one; what is left out has its default.
        public init() {
            json = Json.written([])
        }
    }

    /// A quantile, drawn in a line between neighbours (Hyndman and Fan 1996, type 7).
    struct StatisticQuantile: Document {
        public let json: Json

        public init(json: Json) throws {
            self.json = try json.object()
        }

        /// A new one; what is left out has its default.
        public init(probability: Double) {
            json = Json.written([("probability", probability)])
        }

        /// The share of values below, from 0 to 1; 0.5 is the middle.
        public var probability: Double {
            get throws { try json.member("probability").number() }
        }
    }

    /// Something is done.
    struct Step: Document {
        public let json: Json

        public init(json: Json) throws {
            self.json = try json.object()
        }

        /// A new one; what is left out has its default.
        public init(actor: String, agent: Documents.AgentChoice, needs: [String]? = nil, produces: [String]? = nil, call: Documents.ServiceCall? = nil, screen: String? = nil, workingTime: String? = nil, waitingTime: String? = nil, resource: String? = nil, team: [Documents.TeamMember]? = nil, teamChoice: Documents.TeamChoice? = nil, priority: Int? = nil, cost: String? = nil, limits: Documents.StepLimits? = nil, failureModes: [Documents.FailureMode]? = nil, undo: Documents.Undo? = nil, risk: Documents.Risk? = nil, forEach: Documents.ForEach? = nil, batch: Documents.BatchRule? = nil) {
            json = Json.written([("actor", actor), ("agent", agent), ("needs", needs), ("produces", produces), ("call", call), ("screen", screen), ("working_time", workingTime), ("waiting_time", waitingTime), ("resource", resource), ("team", team), ("team_choice", teamChoice), ("priority", priority), ("cost", cost), ("limits", limits), ("failure_modes", failureModes), ("undo", undo), ("risk", risk), ("for_each", forEach), ("batch", batch)])
        }

        /// In whose name it is done.
        public var actor: String {
            get throws { try json.member("actor").text() }
        }

        /// Who or what really does it, and why that was chosen.
        public var agent: Documents.AgentChoice {
            get throws { try Documents.AgentChoice(json: json.member("agent")) }
        }

        /// Data that must be there.
        public var needs: [String] {
            get throws { try json.member("needs").list { try $0.text() } }
        }

        /// Data that is there afterwards.
        public var produces: [String] {
            get throws { try json.member("produces").list { try $0.text() } }
        }

        /// The service that is called.
        public var call: Documents.ServiceCall? {
            get throws { try json.member("call").optional { try Documents.ServiceCall(json: $0) } }
        }

        /// The screen that a person sees.
        public var screen: String? {
            get throws { try json.member("screen").optional { try $0.text() } }
        }

        /// How long the work takes, as an assumption in milliseconds. For a service call the latency of the operation
        /// counts instead.
        public var workingTime: String? {
            get throws { try json.member("working_time").optional { try $0.text() } }
        }

        /// How long it lies before work begins, apart from queueing, as an assumption in milliseconds.
        public var waitingTime: String? {
            get throws { try json.member("waiting_time").optional { try $0.text() } }
        }

        /// Who must be free before work begins.
        public var resource: String? {
            get throws { try json.member("resource").optional { try $0.text() } }
        }

        /// Several resources of which any one can do it, in place of `resource`.
        public var team: [Documents.TeamMember] {
            get throws { try json.member("team").list { try Documents.TeamMember(json: $0) } }
        }

        /// Who of a team does it.
        public var teamChoice: Documents.TeamChoice? {
            get throws { try json.member("team_choice").optional { try $0.choice(Documents.TeamChoice.self) } }
        }

        /// How urgent it is where the queue of its resource is by priority: the lower, the more urgent; 0 where absent.
        public var priority: Int? {
            get throws { try json.member("priority").optional { try $0.integer() } }
        }

        /// What one execution costs, as an assumption in money.
        public var cost: String? {
            get throws { try json.member("cost").optional { try $0.text() } }
        }

        /// Limits on time, money and number.
        public var limits: Documents.StepLimits? {
            get throws { try json.member("limits").optional { try Documents.StepLimits(json: $0) } }
        }

        /// What can go wrong, and what happens then.
        public var failureModes: [Documents.FailureMode] {
            get throws { try json.member("failure_modes").list { try Documents.FailureMode(json: $0) } }
        }

        /// What takes it back where the case fails later.
        public var undo: Documents.Undo? {
            get throws { try json.member("undo").optional { try Documents.Undo(json: $0) } }
        }

        /// Whether and why it is risky.
        public var risk: Documents.Risk? {
            get throws { try json.member("risk").optional { try Documents.Risk(json: $0) } }
        }

        /// Whether it is done once for each of several things.
        public var forEach: Documents.ForEach? {
            get throws { try json.member("for_each").optional { try Documents.ForEach(json: $0) } }
        }

        /// Whether cases are gathered and done in one go.
        public var batch: Documents.BatchRule? {
            get throws { try json.member("batch").optional { try Documents.BatchRule(json: $0) } }
        }
    }

    /// Who does a stated step.
    struct StepActorChange: Document {
        public let json: Json

        public init(json: Json) throws {
            self.json = try json.object()
        }

        /// A new one; what is left out has its default.
        public init(step: String, actor: String, name: String) {
            json = Json.written([("step", step), ("actor", actor), ("name", name)])
        }

        /// The stated step.
        public var step: String {
            get throws { try json.member("step").text() }
        }

        /// The actor; added to the intent where it is not there.
        public var actor: String {
            get throws { try json.member("actor").text() }
        }

        /// The actor's name.
        public var name: String {
            get throws { try json.member("name").text() }
        }
    }

    /// Something happens at an execution of a step, or of another node.
    struct StepFault: Document {
        public let json: Json

        public init(json: Json) throws {
            self.json = try json.object()
        }

        /// A new one; what is left out has its default.
        public init(step: String, execution: Int) {
            json = Json.written([("step", step), ("execution", execution)])
        }

        /// The step.
        public var step: String {
            get throws { try json.member("step").text() }
        }

        /// At which of its executions in this case, from 1.
        public var execution: Int {
            get throws { try json.member("execution").integer() }
        }
    }

    /// A limit of a step. What is absent stays as it is.
    struct StepLimit: Document {
        public let json: Json

        public init(json: Json) throws {
            self.json = try json.object()
        }

        /// A new one; what is left out has its default.
        public init(node: String, timeMs: Int? = nil, money: Double? = nil, times: Int? = nil) {
            json = Json.written([("node", node), ("time_ms", timeMs), ("money", money), ("times", times)])
        }

        /// The step.
        public var node: String {
            get throws { try json.member("node").text() }
        }

        /// Longest time, in milliseconds.
        public var timeMs: Int? {
            get throws { try json.member("time_ms").optional { try $0.integer() } }
        }

        /// Most money.
        public var money: Double? {
            get throws { try json.member("money").optional { try $0.number() } }
        }

        /// Most executions for one case.
        public var times: Int? {
            get throws { try json.member("times").optional { try $0.integer() } }
        }
    }

    /// Limits of one step.
    struct StepLimits: Document {
        public let json: Json

        public init(json: Json) throws {
            self.json = try json.object()
        }

        /// A new one; what is left out has its default.
        public init(timeMs: Int? = nil, money: Double? = nil, times: Int? = nil) {
            json = Json.written([("time_ms", timeMs), ("money", money), ("times", times)])
        }

        /// Longest time until it is done, in milliseconds; after that it counts as failed.
        public var timeMs: Int? {
            get throws { try json.member("time_ms").optional { try $0.integer() } }
        }

        /// Most money for one execution, in major units of the plan's currency.
        public var money: Double? {
            get throws { try json.member("money").optional { try $0.number() } }
        }

        /// Most executions for one case.
        public var times: Int? {
            get throws { try json.member("times").optional { try $0.integer() } }
        }
    }

    /// Where a stated step stands.
    struct StepPlaceChange: Document {
        public let json: Json

        public init(json: Json) throws {
            self.json = try json.object()
        }

        /// A new one; what is left out has its default.
        public init(step: String, within: [Documents.Placement]) {
            json = Json.written([("step", step), ("within", within)])
        }

        /// The stated step.
        public var step: String {
            get throws { try json.member("step").text() }
        }

        /// The blocks that it stands in, outermost first.
        public var within: [Documents.Placement] {
            get throws { try json.member("within").list { try Documents.Placement(json: $0) } }
        }
    }

    /// A time for a stated step.
    struct StepTimeChange: Document {
        public let json: Json

        public init(json: Json) throws {
            self.json = try json.object()
        }

        /// A new one; what is left out has its default.
        public init(step: String, time: Documents.StatedTime? = nil) {
            json = Json.written([("step", step), ("time", time)])
        }

        /// The stated step.
        public var step: String {
            get throws { try json.member("step").text() }
        }

        /// Its time; none where absent.
        public var time: Documents.StatedTime? {
            get throws { try json.member("time").optional { try Documents.StatedTime(json: $0) } }
        }
    }

    /// Why an answer ended.
    enum StopReason: String, Sendable, CaseIterable, Choice {
        case complete = "complete"
        case length = "length"
        case refused = "refused"
    }

    /// A limit that stopped a run.
    struct StoppedBy: Document {
        public let json: Json

        public init(json: Json) throws {
            self.json = try json.object()
        }

        /// A new one; what is left out has its default.
        public init(code: Documents.ErrorCode, text: String) {
            json = Json.written([("code", code), ("text", text)])
        }

        /// The code of the limit, for example `limit_events`.
        public var code: Documents.ErrorCode {
            get throws { try json.member("code").choice(Documents.ErrorCode.self) }
        }

        /// What happened and what to allow, in one sentence.
        public var text: String {
            get throws { try json.member("text").text() }
        }
    }

    /// A stretch of time at one node.
    struct StoryBar: Document {
        public let json: Json

        public init(json: Json) throws {
            self.json = try json.object()
        }

        /// A new one; what is left out has its default.
        public init(node: String, kind: Documents.StoryBarKind, fromMs: Int, toMs: Int, because: String? = nil) {
            json = Json.written([("node", node), ("kind", kind), ("from_ms", fromMs), ("to_ms", toMs), ("because", because)])
        }

        /// The node.
        public var node: String {
            get throws { try json.member("node").text() }
        }

        /// What the case did meanwhile.
        public var kind: Documents.StoryBarKind {
            get throws { try json.member("kind").choice(Documents.StoryBarKind.self) }
        }

        /// Begin, in milliseconds after the arrival.
        public var fromMs: Int {
            get throws { try json.member("from_ms").integer() }
        }

        /// End, in milliseconds after the arrival.
        public var toMs: Int {
            get throws { try json.member("to_ms").integer() }
        }

        /// Why it waited, where that can be told.
        public var because: String? {
            get throws { try json.member("because").optional { try $0.text() } }
        }
    }

    /// What a case did in a stretch of time.
    enum StoryBarKind: String, Sendable, CaseIterable, Choice {
        case waiting = "waiting"
        case working = "working"
        case away = "away"
        case undoing = "undoing"
    }

    /// Which case is told.
    enum StoryChoice: Document {
        case slowest(Documents.StoryChoiceSlowest)
        case typical(Documents.StoryChoiceTypical)
        case lost(Documents.StoryChoiceLost)
        case number(Documents.CaseNumber)
        /// A form of a later version.
        case unrecognized(Json)

        public init(json: Json) throws {
            switch try json.member("type").text() {
            case "slowest": self = .slowest(try Documents.StoryChoiceSlowest(json: json))
            case "typical": self = .typical(try Documents.StoryChoiceTypical(json: json))
            case "lost": self = .lost(try Documents.StoryChoiceLost(json: json))
            case "number": self = .number(try Documents.CaseNumber(json: json))
            default: self = .unrecognized(json)
            }
        }

        public var json: Json {
            switch self {
            case .slowest(let value): return value.json.tagged("slowest")
            case .typical(let value): return value.json.tagged("typical")
            case .lost(let value): return value.json.tagged("lost")
            case .number(let value): return value.json.tagged("number")
            case .unrecognized(let json): return json
            }
        }
    }

    /// Of the first replication, the first case that did not reach its goal.
    struct StoryChoiceLost: Document {
        public let json: Json

        public init(json: Json) throws {
            self.json = try json.object()
        }

        /// A new one; what is left out has its default.
        public init() {
            json = Json.written([])
        }
    }

    /// Of the first replication, the case that took longest.
    struct StoryChoiceSlowest: Document {
        public let json: Json

        public init(json: Json) throws {
            self.json = try json.object()
        }

        /// A new one; what is left out has its default.
        public init() {
            json = Json.written([])
        }
    }

    /// Of the first replication, the case whose time is the median.
    struct StoryChoiceTypical: Document {
        public let json: Json

        public init(json: Json) throws {
            self.json = try json.object()
        }

        /// A new one; what is left out has its default.
        public init() {
            json = Json.written([])
        }
    }

    /// One thing that happened.
    struct StoryMoment: Document {
        public let json: Json

        public init(json: Json) throws {
            self.json = try json.object()
        }

        /// A new one; what is left out has its default.
        public init(atMs: Int, node: String, text: String) {
            json = Json.written([("at_ms", atMs), ("node", node), ("text", text)])
        }

        /// When, in milliseconds after the arrival.
        public var atMs: Int {
            get throws { try json.member("at_ms").integer() }
        }

        /// Where.
        public var node: String {
            get throws { try json.member("node").text() }
        }

        /// What, in plain English, without a full stop.
        public var text: String {
            get throws { try json.member("text").text() }
        }
    }

    /// Tells what happened to one case of the last run of a project.
    struct StoryRequest: Document {
        public let json: Json

        public init(json: Json) throws {
            self.json = try json.object()
        }

        /// A new one; what is left out has its default.
        public init(project: String, `case`: Documents.StoryChoice? = nil) {
            json = Json.written([("project", project), ("case", `case`)])
        }

        /// The project.
        public var project: String {
            get throws { try json.member("project").text() }
        }

        /// Which case; the slowest one where absent.
        public var `case`: Documents.StoryChoice? {
            get throws { try json.member("case").optional { try Documents.StoryChoice(json: $0) } }
        }
    }

    /// How success will be recognised.
    struct SuccessCriterion: Document {
        public let json: Json

        public init(json: Json) throws {
            self.json = try json.object()
        }

        /// A new one; what is left out has its default.
        public init(id: String, metric: String, direction: Documents.Direction, role: Documents.MetricRole, origin: Documents.Origin, baseline: Documents.Quantity? = nil, target: Documents.Quantity? = nil, change: Documents.ChangeAmount? = nil, windowMs: Int? = nil) {
            json = Json.written([("id", id), ("metric", metric), ("direction", direction), ("role", role), ("origin", origin), ("baseline", baseline), ("target", target), ("change", change), ("window_ms", windowMs)])
        }

        /// Names the criterion.
        public var id: String {
            get throws { try json.member("id").text() }
        }

        /// The metric in the user's words, for example `checkout completion`.
        public var metric: String {
            get throws { try json.member("metric").text() }
        }

        /// Which way is better.
        public var direction: Documents.Direction {
            get throws { try json.member("direction").choice(Documents.Direction.self) }
        }

        /// Today's value.
        public var baseline: Documents.Quantity? {
            get throws { try json.member("baseline").optional { try Documents.Quantity(json: $0) } }
        }

        /// The value to reach.
        public var target: Documents.Quantity? {
            get throws { try json.member("target").optional { try Documents.Quantity(json: $0) } }
        }

        /// The change to reach, where it is given instead of a target.
        public var change: Documents.ChangeAmount? {
            get throws { try json.member("change").optional { try Documents.ChangeAmount(json: $0) } }
        }

        /// In which time, in milliseconds.
        public var windowMs: Int? {
            get throws { try json.member("window_ms").optional { try $0.integer() } }
        }

        /// Whether it decides, is watched, or must not get worse.
        public var role: Documents.MetricRole {
            get throws { try json.member("role").choice(Documents.MetricRole.self) }
        }

        /// Where it comes from.
        public var origin: Documents.Origin {
            get throws { try Documents.Origin(json: json.member("origin")) }
        }
    }

    /// How long events take.
    struct SurvivalPower: Document {
        public let json: Json

        public init(json: Json) throws {
            self.json = try json.object()
        }

        /// A new one; what is left out has its default.
        public init(limit: Double) {
            json = Json.written([("limit", limit)])
        }

        /// Times count up to here. Events are taken to come at a constant rate, and everyone to be watched this long.
        public var limit: Double {
            get throws { try json.member("limit").number() }
        }
    }

    /// Synthetic records, and what was kept of the sample.
    struct Synthesis: Document {
        public let json: Json

        public init(json: Json) throws {
            self.json = try json.object()
        }

        /// A new one; what is left out has its default.
        public init(records: [Json], report: Documents.LikenessReport) {
            json = Json.written([("records", records), ("report", report)])
        }

        /// The records.
        public var records: [Json] {
            get throws { try json.member("records").list { $0 } }
        }

        /// What was kept, and what was suppressed.
        public var report: Documents.LikenessReport {
            get throws { try Documents.LikenessReport(json: json.member("report")) }
        }
    }

    /// Which records are wanted.
    struct SynthesisRequest: Document {
        public let json: Json

        public init(json: Json) throws {
            self.json = try json.object()
        }

        /// A new one; what is left out has its default.
        public init(sample: String, rows: Int? = nil, seed: Int? = nil, smallestGroup: Int? = nil, identifying: [String]? = nil, locale: Documents.Locale? = nil) {
            json = Json.written([("sample", sample), ("rows", rows), ("seed", seed), ("smallest_group", smallestGroup), ("identifying", identifying), ("locale", locale)])
        }

        /// The sample: a table in CSV, a JSON array of records, or one JSON record a line.
        public var sample: String {
            get throws { try json.member("sample").text() }
        }

        /// How many records to make; as many as the sample has where absent.
        public var rows: Int? {
            get throws { try json.member("rows").optional { try $0.integer() } }
        }

        /// The seed; 1 where absent.
        public var seed: Int? {
            get throws { try json.member("seed").optional { try $0.integer() } }
        }

        /// The fewest records that any figure stands for that is taken from the sample; 10 where absent.
        public var smallestGroup: Int? {
            get throws { try json.member("smallest_group").optional { try $0.integer() } }
        }

        /// Columns that name somebody, besides those that are found to: their values are made up.
        public var identifying: [String] {
            get throws { try json.member("identifying").list { try $0.text() } }
        }

        /// The language and country of names and addresses that are made up; `en` where absent.
        public var locale: Documents.Locale? {
            get throws { try json.member("locale").optional { try $0.choice(Documents.Locale.self) } }
        }
    }

    /// One synthetic table.
    struct SyntheticTable: Document {
        public let json: Json

        public init(json: Json) throws {
            self.json = try json.object()
        }

        /// A new one; what is left out has its default.
        public init(name: String, records: [Json], report: Documents.LikenessReport) {
            json = Json.written([("name", name), ("records", records), ("report", report)])
        }

        /// What it is called.
        public var name: String {
            get throws { try json.member("name").text() }
        }

        /// The records.
        public var records: [Json] {
            get throws { try json.member("records").list { $0 } }
        }

        /// What was kept of its sample besides keys and references, and what was suppressed.
        public var report: Documents.LikenessReport {
            get throws { try Documents.LikenessReport(json: json.member("report")) }
        }
    }

    /// Which tables are wanted.
    struct TablesRequest: Document {
        public let json: Json

        public init(json: Json) throws {
            self.json = try json.object()
        }

        /// A new one; what is left out has its default.
        public init(tables: [Documents.SampleTable], references: [String]? = nil, rows: Int? = nil, seed: Int? = nil, smallestGroup: Int? = nil, identifying: [String]? = nil, locale: Documents.Locale? = nil) {
            json = Json.written([("tables", tables), ("references", references), ("rows", rows), ("seed", seed), ("smallest_group", smallestGroup), ("identifying", identifying), ("locale", locale)])
        }

        /// The samples.
        public var tables: [Documents.SampleTable] {
            get throws { try json.member("tables").list { try Documents.SampleTable(json: $0) } }
        }

        /// References as `table.column=table.column`, the column that refers first, for example
        /// `orders.customer_id=customers.id`. Others are found where a column that is called a key has only values of one
        /// column of another table in which no value comes twice. The first reference of a table decides how many of its
        /// records refer to one; the values of further ones are shuffled among these.
        public var references: [String] {
            get throws { try json.member("references").list { try $0.text() } }
        }

        /// How many records each table gets that refers to no other; as many as its sample where absent. The others follow
        /// from these.
        public var rows: Int? {
            get throws { try json.member("rows").optional { try $0.integer() } }
        }

        /// The seed; 1 where absent.
        public var seed: Int? {
            get throws { try json.member("seed").optional { try $0.integer() } }
        }

        /// The fewest records that any figure stands for that is taken from a sample; 10 where absent.
        public var smallestGroup: Int? {
            get throws { try json.member("smallest_group").optional { try $0.integer() } }
        }

        /// Columns that name somebody, as `table.column`, besides those that are found to: their values are made up.
        public var identifying: [String] {
            get throws { try json.member("identifying").list { try $0.text() } }
        }

        /// The language and country of names and addresses that are made up; `en` where absent.
        public var locale: Documents.Locale? {
            get throws { try json.member("locale").optional { try $0.choice(Documents.Locale.self) } }
        }
    }

    /// Synthetic tables, and what was kept of the samples.
    struct TablesSynthesis: Document {
        public let json: Json

        public init(json: Json) throws {
            self.json = try json.object()
        }

        /// A new one; what is left out has its default.
        public init(tables: [Documents.SyntheticTable], references: [Documents.ReferenceReport]) {
            json = Json.written([("tables", tables), ("references", references)])
        }

        /// The tables, in the order of the request.
        public var tables: [Documents.SyntheticTable] {
            get throws { try json.member("tables").list { try Documents.SyntheticTable(json: $0) } }
        }

        /// The references between them.
        public var references: [Documents.ReferenceReport] {
            get throws { try json.member("references").list { try Documents.ReferenceReport(json: $0) } }
        }
    }

    /// Who of a team does a step.
    enum TeamChoice: String, Sendable, CaseIterable, Choice {
        case firstFree = "first_free"
        case shortestQueue = "shortest_queue"
    }

    /// One of several resources that can do a step.
    struct TeamMember: Document {
        public let json: Json

        public init(json: Json) throws {
            self.json = try json.object()
        }

        /// A new one; what is left out has its default.
        public init(resource: String, workingTime: String? = nil) {
            json = Json.written([("resource", resource), ("working_time", workingTime)])
        }

        /// The resource.
        public var resource: String {
            get throws { try json.member("resource").text() }
        }

        /// How long the work takes there, as an assumption in milliseconds; that of the step where absent.
        public var workingTime: String? {
            get throws { try json.member("working_time").optional { try $0.text() } }
        }
    }

    /// How a test is done. Change what you need: `TestOptions { null: 0.1, ..Default::default() }` or `with_*`.
    struct TestOptions: Document {
        public let json: Json

        public init(json: Json) throws {
            self.json = try json.object()
        }

        /// A new one; what is left out has its default.
        public init(confidence: Double? = nil, alternative: Documents.Alternative? = nil, null: Double? = nil) {
            json = Json.written([("confidence", confidence), ("alternative", alternative), ("null", null)])
        }

        /// Confidence of the interval; default 0.95.
        public var confidence: Double? {
            get throws { try json.member("confidence").optional { try $0.number() } }
        }

        /// Which departure counts; default two-sided.
        public var alternative: Documents.Alternative? {
            get throws { try json.member("alternative").optional { try $0.choice(Documents.Alternative.self) } }
        }

        /// The value that is tested against, for example minus the margin of a non-inferiority test; default 0.
        public var null: Double? {
            get throws { try json.member("null").optional { try $0.number() } }
        }
    }

    /// A form of writing.
    enum TextForm: String, Sendable, CaseIterable, Choice {
        case sentence = "sentence"
        case paragraph = "paragraph"
        case userStory = "user_story"
        case ears = "ears"
        case gherkin = "gherkin"
        case list = "list"
        case brief = "brief"
        case table = "table"
    }

    /// Text of limited length.
    struct TextRange: Document {
        public let json: Json

        public init(json: Json) throws {
            self.json = try json.object()
        }

        /// A new one; what is left out has its default.
        public init(minLength: Int, maxLength: Int) {
            json = Json.written([("min_length", minLength), ("max_length", maxLength)])
        }

        /// Fewest characters.
        public var minLength: Int {
            get throws { try json.member("min_length").integer() }
        }

        /// Most characters.
        public var maxLength: Int {
            get throws { try json.member("max_length").integer() }
        }
    }

    /// Which text a quote was taken from.
    enum TextSource: String, Sendable, CaseIterable, Choice {
        case goal = "goal"
        case edit = "edit"
        case answer = "answer"
    }

    /// A time, averaged or at a quantile.
    struct TimeMeasure: Document {
        public let json: Json

        public init(json: Json) throws {
            self.json = try json.object()
        }

        /// A new one; what is left out has its default.
        public init(quantile: Double? = nil, outcome: Documents.Outcome? = nil) {
            json = Json.written([("quantile", quantile), ("outcome", outcome)])
        }

        /// The quantile, strictly between 0 and 1; the mean where absent.
        public var quantile: Double? {
            get throws { try json.member("quantile").optional { try $0.number() } }
        }

        /// Count only cases that end with this outcome; all where absent.
        public var outcome: Documents.Outcome? {
            get throws { try json.member("outcome").optional { try $0.choice(Documents.Outcome.self) } }
        }
    }

    /// What a time means for a step.
    enum TimeRole: String, Sendable, CaseIterable, Choice {
        case takes = "takes"
        case within = "within"
        case after = "after"
    }

    /// How long it takes until something happens.
    ///
    /// What is compared is the mean time without the event up to the limit (the area below the curve of Kaplan and Meier).
    struct TimeToEventMeasure: Document {
        public let json: Json

        public init(json: Json) throws {
            self.json = try json.object()
        }

        /// A new one; what is left out has its default.
        public init(event: String, limit: Double, time: String? = nil) {
            json = Json.written([("event", event), ("limit", limit), ("time", time)])
        }

        /// 1 where it happened (in a log: where the outcome is the event); 0 where it had not when the unit was last seen.
        public var event: String {
            get throws { try json.member("event").text() }
        }

        /// The column with the time until it happened or until the unit was last seen; absent for logs, which have times.
        public var time: String? {
            get throws { try json.member("time").optional { try $0.text() } }
        }

        /// Times count up to here, in the unit of that column; in milliseconds for logs.
        public var limit: Double {
            get throws { try json.member("limit").number() }
        }
    }

    /// Waits for a time.
    struct TimerEvent: Document {
        public let json: Json

        public init(json: Json) throws {
            self.json = try json.object()
        }

        /// A new one; what is left out has its default.
        public init(duration: String) {
            json = Json.written([("duration", duration)])
        }

        /// How long, as an assumption in milliseconds.
        public var duration: String {
            get throws { try json.member("duration").text() }
        }
    }

    /// How much of what happens is recorded. The digest always covers all events.
    enum TraceDepth: String, Sendable, CaseIterable, Choice {
        case digest = "digest"
        case sample = "sample"
        case full = "full"
    }

    /// Two bounds and the most likely value.
    struct TriangularRange: Document {
        public let json: Json

        public init(json: Json) throws {
            self.json = try json.object()
        }

        /// A new one; what is left out has its default.
        public init(low: Double, mode: Double, high: Double) {
            json = Json.written([("low", low), ("mode", mode), ("high", high)])
        }

        /// Lower bound.
        public var low: Double {
            get throws { try json.member("low").number() }
        }

        /// Most likely value.
        public var mode: Double {
            get throws { try json.member("mode").number() }
        }

        /// Upper bound.
        public var high: Double {
            get throws { try json.member("high").number() }
        }
    }

    /// One check of the data.
    struct TrustCheck: Document {
        public let json: Json

        public init(json: Json) throws {
            self.json = try json.object()
        }

        /// A new one; what is left out has its default.
        public init(name: String, outcome: Documents.TrustOutcome, sentence: String, detail: String) {
            json = Json.written([("name", name), ("outcome", outcome), ("sentence", sentence), ("detail", detail)])
        }

        /// A short name in snake case, for example `sample_ratio`.
        public var name: String {
            get throws { try json.member("name").text() }
        }

        /// What came of it.
        public var outcome: Documents.TrustOutcome {
            get throws { try json.member("outcome").choice(Documents.TrustOutcome.self) }
        }

        /// One plain sentence.
        public var sentence: String {
            get throws { try json.member("sentence").text() }
        }

        /// Figures for experts.
        public var detail: String {
            get throws { try json.member("detail").text() }
        }
    }

    /// What came of a check.
    enum TrustOutcome: String, Sendable, CaseIterable, Choice {
        case good = "good"
        case warning = "warning"
        case failed = "failed"
    }

    /// One thing that was said.
    struct Turn: Document {
        public let json: Json

        public init(json: Json) throws {
            self.json = try json.object()
        }

        /// A new one; what is left out has its default.
        public init(by: Documents.TurnBy, text: String, act: Documents.TurnAct? = nil, revealed: [String]? = nil) {
            json = Json.written([("by", by), ("text", text), ("act", act), ("revealed", revealed)])
        }

        /// Who said it.
        public var by: Documents.TurnBy {
            get throws { try json.member("by").choice(Documents.TurnBy.self) }
        }

        /// The words.
        public var text: String {
            get throws { try json.member("text").text() }
        }

        /// What the persona did with them; absent for the assistant.
        public var act: Documents.TurnAct? {
            get throws { try json.member("act").optional { try $0.choice(Documents.TurnAct.self) } }
        }

        /// The names of the facts that were told here for the first time.
        public var revealed: [String] {
            get throws { try json.member("revealed").list { try $0.text() } }
        }
    }

    /// What a persona does with its words.
    enum TurnAct: String, Sendable, CaseIterable, Choice {
        case opens = "opens"
        case answers = "answers"
        case repeats = "repeats"
        case volunteers = "volunteers"
        case missesThePoint = "misses_the_point"
        case corrects = "corrects"
        case declines = "declines"
        case agrees = "agrees"
        case givesUp = "gives_up"
    }

    /// Who said something.
    enum TurnBy: String, Sendable, CaseIterable, Choice {
        case persona = "persona"
        case assistant = "assistant"
    }

    /// What takes a step back: compensation (BPMN 2.0, section 10.6). Where a case ends other than by reaching the goal, the
    /// steps that were done are taken back, the last one first; the case ends after that.
    struct Undo: Document {
        public let json: Json

        public init(json: Json) throws {
            self.json = try json.object()
        }

        /// A new one; what is left out has its default.
        public init(title: String, workingTime: String? = nil, cost: String? = nil) {
            json = Json.written([("title", title), ("working_time", workingTime), ("cost", cost)])
        }

        /// What is done, as an instruction, for example `Release the stock`.
        public var title: String {
            get throws { try json.member("title").text() }
        }

        /// How long it takes, as an assumption in milliseconds; no time where absent. It queues for nobody.
        public var workingTime: String? {
            get throws { try json.member("working_time").optional { try $0.text() } }
        }

        /// What it costs, as an assumption in money.
        public var cost: String? {
            get throws { try json.member("cost").optional { try $0.text() } }
        }
    }

    /// What takes a step back.
    struct UndoOfStep: Document {
        public let json: Json

        public init(json: Json) throws {
            self.json = try json.object()
        }

        /// A new one; what is left out has its default.
        public init(node: String, title: String? = nil) {
            json = Json.written([("node", node), ("title", title)])
        }

        /// The step.
        public var node: String {
            get throws { try json.member("node").text() }
        }

        /// What is done where the case fails later, as an instruction; nothing where absent.
        public var title: String? {
            get throws { try json.member("title").optional { try $0.text() } }
        }
    }

    /// The user wants to go back.
    struct UndoReading: Document {
        public let json: Json

        public init(json: Json) throws {
            self.json = try json.object()
        }

        /// A new one; what is left out has its default.
        public init(steps: Int, version: String? = nil) {
            json = Json.written([("steps", steps), ("version", version)])
        }

        /// How many edits, where the user gave a number; one where not.
        public var steps: Int {
            get throws { try json.member("steps").integer() }
        }

        /// To which version, where the user named one.
        public var version: String? {
            get throws { try json.member("version").optional { try $0.text() } }
        }
    }

    /// Going back to an earlier version of the plan.
    struct UndoRequest: Document {
        public let json: Json

        public init(json: Json) throws {
            self.json = try json.object()
        }

        /// A new one; what is left out has its default.
        public init(project: String, steps: Int? = nil, version: String? = nil) {
            json = Json.written([("project", project), ("steps", steps), ("version", version)])
        }

        /// The project.
        public var project: String {
            get throws { try json.member("project").text() }
        }

        /// How many changes to take back; 1 where absent.
        public var steps: Int? {
            get throws { try json.member("steps").optional { try $0.integer() } }
        }

        /// To which version of the plan: its number in the list of versions, or the beginning of its name.
        public var version: String? {
            get throws { try json.member("version").optional { try $0.text() } }
        }
    }

    /// Two bounds.
    struct UniformRange: Document {
        public let json: Json

        public init(json: Json) throws {
            self.json = try json.object()
        }

        /// A new one; what is left out has its default.
        public init(low: Double, high: Double) {
            json = Json.written([("low", low), ("high", high)])
        }

        /// Lower bound.
        public var low: Double {
            get throws { try json.member("low").number() }
        }

        /// Upper bound.
        public var high: Double {
            get throws { try json.member("high").number() }
        }
    }

    /// The unit of an amount.
    enum Unit: Document {
        case share(Documents.UnitShare)
        case count(Documents.UnitCount)
        case milliseconds(Documents.UnitMilliseconds)
        case money(Documents.Currency)
        case score(Documents.UnitScore)
        case other(Documents.OtherUnit)
        /// A form of a later version.
        case unrecognized(Json)

        public init(json: Json) throws {
            switch try json.member("type").text() {
            case "share": self = .share(try Documents.UnitShare(json: json))
            case "count": self = .count(try Documents.UnitCount(json: json))
            case "milliseconds": self = .milliseconds(try Documents.UnitMilliseconds(json: json))
            case "money": self = .money(try Documents.Currency(json: json))
            case "score": self = .score(try Documents.UnitScore(json: json))
            case "other": self = .other(try Documents.OtherUnit(json: json))
            default: self = .unrecognized(json)
            }
        }

        public var json: Json {
            switch self {
            case .share(let value): return value.json.tagged("share")
            case .count(let value): return value.json.tagged("count")
            case .milliseconds(let value): return value.json.tagged("milliseconds")
            case .money(let value): return value.json.tagged("money")
            case .score(let value): return value.json.tagged("score")
            case .other(let value): return value.json.tagged("other")
            case .unrecognized(let json): return json
            }
        }
    }

    /// A whole number of things.
    struct UnitCount: Document {
        public let json: Json

        public init(json: Json) throws {
            self.json = try json.object()
        }

        /// A new one; what is left out has its default.
        public init() {
            json = Json.written([])
        }
    }

    /// Milliseconds, shown as the largest fitting unit of time.
    struct UnitMilliseconds: Document {
        public let json: Json

        public init(json: Json) throws {
            self.json = try json.object()
        }

        /// A new one; what is left out has its default.
        public init() {
            json = Json.written([])
        }
    }

    /// A score on a scale of its own, such as NPS or stars.
    struct UnitScore: Document {
        public let json: Json

        public init(json: Json) throws {
            self.json = try json.object()
        }

        /// A new one; what is left out has its default.
        public init() {
            json = Json.written([])
        }
    }

    /// A share from 0 to 1, shown as a percentage.
    struct UnitShare: Document {
        public let json: Json

        public init(json: Json) throws {
            self.json = try json.object()
        }

        /// A new one; what is left out has its default.
        public init() {
            json = Json.written([])
        }
    }

    /// Tokens that were used.
    struct Usage: Document {
        public let json: Json

        public init(json: Json) throws {
            self.json = try json.object()
        }

        /// A new one; what is left out has its default.
        public init(inputTokens: Int, outputTokens: Int) {
            json = Json.written([("input_tokens", inputTokens), ("output_tokens", outputTokens)])
        }

        /// Tokens that went in.
        public var inputTokens: Int {
            get throws { try json.member("input_tokens").integer() }
        }

        /// Tokens that came out.
        public var outputTokens: Int {
            get throws { try json.member("output_tokens").integer() }
        }
    }

    /// Something that is compared with the plan.
    struct Variant: Document {
        public let json: Json

        public init(json: Json) throws {
            self.json = try json.object()
        }

        /// A new one; what is left out has its default.
        public init(id: String, title: String, operations: [Documents.Operation]? = nil, overrides: [String: Documents.Distribution]? = nil) {
            json = Json.written([("id", id), ("title", title), ("operations", operations), ("overrides", overrides)])
        }

        /// Names the variant.
        public var id: String {
            get throws { try json.member("id").text() }
        }

        /// For people, for example `without the account step`.
        public var title: String {
            get throws { try json.member("title").text() }
        }

        /// Edits that make the variant from the plan.
        public var operations: [Documents.Operation] {
            get throws { try json.member("operations").list { try Documents.Operation(json: $0) } }
        }

        /// Assumptions that differ.
        public var overrides: [String: Documents.Distribution] {
            get throws { try json.member("overrides").map { try Documents.Distribution(json: $0) } }
        }
    }

    /// A variant in plain English, as typed operations, or as changed assumptions.
    struct VariantRequest: Document {
        public let json: Json

        public init(json: Json) throws {
            self.json = try json.object()
        }

        /// A new one; what is left out has its default.
        public init(sentence: String? = nil, operations: [Documents.Operation]? = nil, assumptions: [String: Double]? = nil) {
            json = Json.written([("sentence", sentence), ("operations", operations), ("assumptions", assumptions)])
        }

        /// A change in plain English.
        public var sentence: String? {
            get throws { try json.member("sentence").optional { try $0.text() } }
        }

        /// Typed operations instead.
        public var operations: [Documents.Operation] {
            get throws { try json.member("operations").list { try Documents.Operation(json: $0) } }
        }

        /// Other means for assumptions, in their units.
        public var assumptions: [String: Double] {
            get throws { try json.member("assumptions").map { try $0.number() } }
        }
    }

    /// What the comparison says about one variant.
    struct VariantVerdict: Document {
        public let json: Json

        public init(json: Json) throws {
            self.json = try json.object()
        }

        /// A new one; what is left out has its default.
        public init(variant: String, run: String, decision: Documents.Decision, reasons: [String], wouldChange: String, comparisons: [Documents.Comparison], shipRates: Documents.ShipRates? = nil) {
            json = Json.written([("variant", variant), ("run", run), ("decision", decision), ("reasons", reasons), ("would_change", wouldChange), ("comparisons", comparisons), ("ship_rates", shipRates)])
        }

        /// The variant.
        public var variant: String {
            get throws { try json.member("variant").text() }
        }

        /// Its run.
        public var run: String {
            get throws { try json.member("run").text() }
        }

        /// What to do.
        public var decision: Documents.Decision {
            get throws { try json.member("decision").choice(Documents.Decision.self) }
        }

        /// Why, one plain sentence each, in the order of the rule.
        public var reasons: [String] {
            get throws { try json.member("reasons").list { try $0.text() } }
        }

        /// What would have to be different for another verdict, in one plain sentence.
        public var wouldChange: String {
            get throws { try json.member("would_change").text() }
        }

        /// Every metric.
        public var comparisons: [Documents.Comparison] {
            get throws { try json.member("comparisons").list { try Documents.Comparison(json: $0) } }
        }

        /// How often the rule would take a change that does nothing, and one that does what is expected.
        public var shipRates: Documents.ShipRates? {
            get throws { try json.member("ship_rates").optional { try Documents.ShipRates(json: $0) } }
        }
    }

    /// What the comparison says.
    struct Verdict: Document {
        public let json: Json

        public init(json: Json) throws {
            self.json = try json.object()
        }

        /// A new one; what is left out has its default.
        public init(schemaVersion: Int, id: String, experiment: Documents.Experiment, isSimulated: Bool, controlRun: String, variants: [Documents.VariantVerdict], recommended: String? = nil, definitionHash: String? = nil, dataHash: String? = nil, engineVersion: String? = nil) {
            json = Json.written([("schema_version", schemaVersion), ("id", id), ("experiment", experiment), ("is_simulated", isSimulated), ("control_run", controlRun), ("variants", variants), ("recommended", recommended), ("definition_hash", definitionHash), ("data_hash", dataHash), ("engine_version", engineVersion)])
        }

        /// Version of this document's shape.
        public var schemaVersion: Int {
            get throws { try json.member("schema_version").integer() }
        }

        /// Made from the content.
        public var id: String {
            get throws { try json.member("id").text() }
        }

        /// The experiment.
        public var experiment: Documents.Experiment {
            get throws { try Documents.Experiment(json: json.member("experiment")) }
        }

        /// Whether the evidence is simulated. Simulated and live evidence are never mixed.
        public var isSimulated: Bool {
            get throws { try json.member("is_simulated").truth() }
        }

        /// The run of the control.
        public var controlRun: String {
            get throws { try json.member("control_run").text() }
        }

        /// One entry for each variant.
        public var variants: [Documents.VariantVerdict] {
            get throws { try json.member("variants").list { try Documents.VariantVerdict(json: $0) } }
        }

        /// The variant to take, where there is one.
        public var recommended: String? {
            get throws { try json.member("recommended").optional { try $0.text() } }
        }

        /// Hash of the experiment: rule, variants, circumstances.
        public var definitionHash: String? {
            get throws { try json.member("definition_hash").optional { try $0.text() } }
        }

        /// Hash of the figures of all runs.
        public var dataHash: String? {
            get throws { try json.member("data_hash").optional { try $0.text() } }
        }

        /// Version of the engine.
        public var engineVersion: String? {
            get throws { try json.member("engine_version").optional { try $0.text() } }
        }
    }

    /// A record that a run is to be compared with.
    struct VerifyRequest: Document {
        public let json: Json

        public init(json: Json) throws {
            self.json = try json.object()
        }

        /// A new one; what is left out has its default.
        public init(project: String, traceBase64: String) {
            json = Json.written([("project", project), ("trace_base64", traceBase64)])
        }

        /// The project.
        public var project: String {
            get throws { try json.member("project").text() }
        }

        /// The compact binary file, in base64.
        public var traceBase64: String {
            get throws { try json.member("trace_base64").text() }
        }
    }

    /// A wait.
    struct WaitBefore: Document {
        public let json: Json

        public init(json: Json) throws {
            self.json = try json.object()
        }

        /// A new one; what is left out has its default.
        public init(node: String, durationMs: Int) {
            json = Json.written([("node", node), ("duration_ms", durationMs)])
        }

        /// Before this node.
        public var node: String {
            get throws { try json.member("node").text() }
        }

        /// How long, in milliseconds.
        public var durationMs: Int {
            get throws { try json.member("duration_ms").integer() }
        }
    }

    /// One session of one persona.
    struct Walk: Document {
        public let json: Json

        public init(json: Json) throws {
            self.json = try json.object()
        }

        /// A new one; what is left out has its default.
        public init(session: Int, persona: String, title: String, device: Documents.Device, ended: Documents.WalkEnding, cameBack: Bool, timeMs: Int, story: [String], log: Documents.SessionLog) {
            json = Json.written([("session", session), ("persona", persona), ("title", title), ("device", device), ("ended", ended), ("came_back", cameBack), ("time_ms", timeMs), ("story", story), ("log", log)])
        }

        /// Counts from 1.
        public var session: Int {
            get throws { try json.member("session").integer() }
        }

        /// The persona.
        public var persona: String {
            get throws { try json.member("persona").text() }
        }

        /// Its title.
        public var title: String {
            get throws { try json.member("title").text() }
        }

        /// On what it reads and types.
        public var device: Documents.Device {
            get throws { try json.member("device").choice(Documents.Device.self) }
        }

        /// How it ended.
        public var ended: Documents.WalkEnding {
            get throws { try json.member("ended").choice(Documents.WalkEnding.self) }
        }

        /// Whether it gave up first and came back later.
        public var cameBack: Bool {
            get throws { try json.member("came_back").truth() }
        }

        /// How long it took in milliseconds, without the time away of somebody who came back.
        public var timeMs: Int {
            get throws { try json.member("time_ms").integer() }
        }

        /// What happened, one line in plain English for each thing.
        public var story: [String] {
            get throws { try json.member("story").list { try $0.text() } }
        }

        /// The same as the log that a prototype saves of people's sessions. Without an outcome where somebody just left.
        public var log: Documents.SessionLog {
            get throws { try Documents.SessionLog(json: json.member("log")) }
        }
    }

    /// How a session ended.
    enum WalkEnding: String, Sendable, CaseIterable, Choice {
        case goalReached = "goal_reached"
        case gaveUp = "gave_up"
        case refused = "refused"
        case failed = "failed"
        case noWayOn = "no_way_on"
        case stoppedAtLimit = "stopped_at_limit"
    }

    /// Simulated people walk through the prototype of a plan, screen by screen.
    struct WalkRequest: Document {
        public let json: Json

        public init(json: Json) throws {
            self.json = try json.object()
        }

        /// A new one; what is left out has its default.
        public init(project: String, scenario: Documents.Scenario? = nil, seed: Int? = nil, sessions: Int? = nil, persona: String? = nil, kept: Int? = nil, mostInteractions: Int? = nil) {
            json = Json.written([("project", project), ("scenario", scenario), ("seed", seed), ("sessions", sessions), ("persona", persona), ("kept", kept), ("most_interactions", mostInteractions)])
        }

        /// The project.
        public var project: String {
            get throws { try json.member("project").text() }
        }

        /// A complete scenario instead of the default one: its seed, personas and overrides count.
        public var scenario: Documents.Scenario? {
            get throws { try json.member("scenario").optional { try Documents.Scenario(json: $0) } }
        }

        /// The seed.
        public var seed: Int? {
            get throws { try json.member("seed").optional { try $0.integer() } }
        }

        /// How many sessions, at most 10,000; 200 where absent.
        public var sessions: Int? {
            get throws { try json.member("sessions").optional { try $0.integer() } }
        }

        /// The only persona that comes; all by their shares where absent.
        public var persona: String? {
            get throws { try json.member("persona").optional { try $0.text() } }
        }

        /// How many sessions are given with log and story; 20 where absent. All count in the summary.
        public var kept: Int? {
            get throws { try json.member("kept").optional { try $0.integer() } }
        }

        /// Most interactions of one session, at most 20,000; 1,000 where absent.
        public var mostInteractions: Int? {
            get throws { try json.member("most_interactions").optional { try $0.integer() } }
        }
    }

    /// What all sessions say together.
    struct WalkSummary: Document {
        public let json: Json

        public init(json: Json) throws {
            self.json = try json.object()
        }

        /// A new one; what is left out has its default.
        public init(text: [String], reached: Documents.Estimate, endings: [Documents.EndingCount], cameBack: Int, personas: [Documents.PersonaWalks], pages: [Documents.PageWalks], refused: [Documents.FieldCount], overlooked: [Documents.FieldCount], timeMs: Documents.Estimate? = nil) {
            json = Json.written([("text", text), ("reached", reached), ("endings", endings), ("came_back", cameBack), ("personas", personas), ("pages", pages), ("refused", refused), ("overlooked", overlooked), ("time_ms", timeMs)])
        }

        /// In plain words, one sentence each.
        public var text: [String] {
            get throws { try json.member("text").list { try $0.text() } }
        }

        /// The share of sessions that reached the goal, with its 95 % interval (Wilson).
        public var reached: Documents.Estimate {
            get throws { try Documents.Estimate(json: json.member("reached")) }
        }

        /// Mean time in milliseconds of the sessions that reached the goal, without time away, with its 95 % interval
        /// (Student); absent where none did.
        public var timeMs: Documents.Estimate? {
            get throws { try json.member("time_ms").optional { try Documents.Estimate(json: $0) } }
        }

        /// How sessions ended, where any did so.
        public var endings: [Documents.EndingCount] {
            get throws { try json.member("endings").list { try Documents.EndingCount(json: $0) } }
        }

        /// Sessions in which somebody gave up and came back later.
        public var cameBack: Int {
            get throws { try json.member("came_back").integer() }
        }

        /// How each persona fared, in the order of the scenario.
        public var personas: [Documents.PersonaWalks] {
            get throws { try json.member("personas").list { try Documents.PersonaWalks(json: $0) } }
        }

        /// Every page that somebody saw, in the order of the prototype.
        public var pages: [Documents.PageWalks] {
            get throws { try json.member("pages").list { try Documents.PageWalks(json: $0) } }
        }

        /// The fields that were refused, most often first.
        public var refused: [Documents.FieldCount] {
            get throws { try json.member("refused").list { try Documents.FieldCount(json: $0) } }
        }

        /// The notices and optional fields that were overlooked, most often first.
        public var overlooked: [Documents.FieldCount] {
            get throws { try json.member("overlooked").list { try Documents.FieldCount(json: $0) } }
        }
    }

    /// Sessions of personas in a prototype. All of it is simulated: nobody real was there.
    struct Walks: Document {
        public let json: Json

        public init(json: Json) throws {
            self.json = try json.object()
        }

        /// A new one; what is left out has its default.
        public init(schemaVersion: Int, plan: String, planVersion: String, prototype: String, seed: Int, sessions: Int, summary: Documents.WalkSummary, notes: [String], walks: [Documents.Walk]) {
            json = Json.written([("schema_version", schemaVersion), ("plan", plan), ("plan_version", planVersion), ("prototype", prototype), ("seed", seed), ("sessions", sessions), ("summary", summary), ("notes", notes), ("walks", walks)])
        }

        /// Version of this document's shape.
        public var schemaVersion: Int {
            get throws { try json.member("schema_version").integer() }
        }

        /// The plan.
        public var plan: String {
            get throws { try json.member("plan").text() }
        }

        /// The plan's version.
        public var planVersion: String {
            get throws { try json.member("plan_version").text() }
        }

        /// The prototype.
        public var prototype: String {
            get throws { try json.member("prototype").text() }
        }

        /// The root of all randomness.
        public var seed: Int {
            get throws { try json.member("seed").integer() }
        }

        /// How many sessions there were.
        public var sessions: Int {
            get throws { try json.member("sessions").integer() }
        }

        /// What all sessions say together.
        public var summary: Documents.WalkSummary {
            get throws { try Documents.WalkSummary(json: json.member("summary")) }
        }

        /// What was taken for granted, one sentence each.
        public var notes: [String] {
            get throws { try json.member("notes").list { try $0.text() } }
        }

        /// The first sessions, in order.
        public var walks: [Documents.Walk] {
            get throws { try json.member("walks").list { try Documents.Walk(json: $0) } }
        }
    }

    /// Faults that together break a promise.
    struct Weakness: Document {
        public let json: Json

        public init(json: Json) throws {
            self.json = try json.object()
        }

        /// A new one; what is left out has its default.
        public init(faults: [Documents.Fault], probability: Double, `case`: Int, outcome: Documents.Outcome, cycleMs: Int, story: [String]) {
            json = Json.written([("faults", faults), ("probability", probability), ("case", `case`), ("outcome", outcome), ("cycle_ms", cycleMs), ("story", story)])
        }

        /// The faults, in the order in which they strike.
        public var faults: [Documents.Fault] {
            get throws { try json.member("faults").list { try Documents.Fault(json: $0) } }
        }

        /// The product of their probabilities.
        public var probability: Double {
            get throws { try json.member("probability").number() }
        }

        /// The number of the case.
        public var `case`: Int {
            get throws { try json.member("case").integer() }
        }

        /// How the case ended.
        public var outcome: Documents.Outcome {
            get throws { try json.member("outcome").choice(Documents.Outcome.self) }
        }

        /// How long it took, in milliseconds.
        public var cycleMs: Int {
            get throws { try json.member("cycle_ms").integer() }
        }

        /// What happened to the case, one line for each event.
        public var story: [String] {
            get throws { try json.member("story").list { try $0.text() } }
        }
    }

    /// Cases per hour, for each hour of the week.
    struct WeeklyArrivals: Document {
        public let json: Json

        public init(json: Json) throws {
            self.json = try json.object()
        }

        /// A new one; what is left out has its default.
        public init(casesPerHour: [Double]) {
            json = Json.written([("cases_per_hour", casesPerHour)])
        }

        /// 168 numbers, from Monday 00:00 to 01:00 on, in local time.
        public var casesPerHour: [Double] {
            get throws { try json.member("cases_per_hour").list { try $0.number() } }
        }
    }

    /// A column and what it counts.
    struct WeightedColumn: Document {
        public let json: Json

        public init(json: Json) throws {
            self.json = try json.object()
        }

        /// A new one; what is left out has its default.
        public init(column: String, weight: Double) {
            json = Json.written([("column", column), ("weight", weight)])
        }

        /// Its name.
        public var column: String {
            get throws { try json.member("column").text() }
        }

        /// What one of its values counts.
        public var weight: Double {
            get throws { try json.member("weight").number() }
        }
    }

    /// A measure and what it counts.
    struct WeightedMeasure: Document {
        public let json: Json

        public init(json: Json) throws {
            self.json = try json.object()
        }

        /// A new one; what is left out has its default.
        public init(measure: Documents.LiveMeasure, weight: Double) {
            json = Json.written([("measure", measure), ("weight", weight)])
        }

        /// How the part is measured.
        public var measure: Documents.LiveMeasure {
            get throws { try Documents.LiveMeasure(json: json.member("measure")) }
        }

        /// Its factor in a sum, its exponent in a product.
        public var weight: Double {
            get throws { try json.member("weight").number() }
        }
    }

    /// Values with weights.
    struct WeightedValues: Document {
        public let json: Json

        public init(json: Json) throws {
            self.json = try json.object()
        }

        /// A new one; what is left out has its default.
        public init(values: [Double], weights: [Double]) {
            json = Json.written([("values", values), ("weights", weights)])
        }

        /// The values.
        public var values: [Double] {
            get throws { try json.member("values").list { try $0.number() } }
        }

        /// One weight for each value; they need not add up to 1.
        public var weights: [Double] {
            get throws { try json.member("weights").list { try $0.number() } }
        }
    }

    /// Why an item is as it is.
    struct Why: Document {
        public let json: Json

        public init(json: Json) throws {
            self.json = try json.object()
        }

        /// A new one; what is left out has its default.
        public init(item: String, title: String, text: String, origin: String, words: [String], alternatives: [String], rule: String? = nil) {
            json = Json.written([("item", item), ("title", title), ("text", text), ("origin", origin), ("words", words), ("alternatives", alternatives), ("rule", rule)])
        }

        /// The item's id.
        public var item: String {
            get throws { try json.member("item").text() }
        }

        /// What it is, in words.
        public var title: String {
            get throws { try json.member("title").text() }
        }

        /// The answer in plain sentences.
        public var text: String {
            get throws { try json.member("text").text() }
        }

        /// `stated`, `inferred`, `assumed`, `measured` or `answered`.
        public var origin: String {
            get throws { try json.member("origin").text() }
        }

        /// The user's words behind it, in the order of the text.
        public var words: [String] {
            get throws { try json.member("words").list { try $0.text() } }
        }

        /// The rule that read or concluded it, where there was one.
        public var rule: String? {
            get throws { try json.member("rule").optional { try $0.text() } }
        }

        /// What else it could have been, one sentence each.
        public var alternatives: [String] {
            get throws { try json.member("alternatives").list { try $0.text() } }
        }
    }

    /// Which values count as the value at a quantile, of all arms together.
    struct Winsorizing: Document {
        public let json: Json

        public init(json: Json) throws {
            self.json = try json.object()
        }

        /// A new one; what is left out has its default.
        public init(low: Double? = nil, high: Double? = nil) {
            json = Json.written([("low", low), ("high", high)])
        }

        /// Values below this quantile count as its value; 0 leaves them as they are.
        public var low: Double? {
            get throws { try json.member("low").optional { try $0.number() } }
        }

        /// Values above this quantile count as its value; 1 leaves them as they are.
        public var high: Double? {
            get throws { try json.member("high").optional { try $0.number() } }
        }
    }

    /// Other words for an item.
    struct WordingChange: Document {
        public let json: Json

        public init(json: Json) throws {
            self.json = try json.object()
        }

        /// A new one; what is left out has its default.
        public init(item: String, text: String) {
            json = Json.written([("item", item), ("text", text)])
        }

        /// The stated step or the constraint.
        public var item: String {
            get throws { try json.member("item").text() }
        }

        /// Its new title or text.
        public var text: String {
            get throws { try json.member("text").text() }
        }
    }

    /// Words on a screen.
    struct Words: Document {
        public let json: Json

        public init(json: Json) throws {
            self.json = try json.object()
        }

        /// A new one; what is left out has its default.
        public init(text: String) {
            json = Json.written([("text", text)])
        }

        /// The words.
        public var text: String {
            get throws { try json.member("text").text() }
        }
    }

}
