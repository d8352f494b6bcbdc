// Written by `cargo xtask generate` from the table of operations. Change that, not this.

package aura

import aura.documents.*
import kotlinx.serialization.json.JsonElement
import kotlinx.serialization.json.JsonObject

/** Every operation as a method. */
public abstract class Operations internal constructor() {
    internal abstract suspend fun run(operation: String, request: JsonObject, progress: ((ProgressEvent) -> kotlin.Unit)?): JsonObject

    /**
     * Interprets a goal in plain words and keeps the intent, in a new project or in the one that is named.
     * @param text The goal in plain words.
     * @param project The project to work in; a new one is made where absent or where it does not exist.
     * @param name A name for a new project; the title of the intent where absent.
     * @param answers Answers to questions, where they are known already.
     * @throws AuraException with the code invalid_text, invalid_goal, invalid_language, invalid_answer, conflict
     */
    public suspend fun interpret(
        text: String,
        project: String? = null,
        name: String? = null,
        answers: List<Answer>? = null,
        progress: ((ProgressEvent) -> kotlin.Unit)? = null,
    ): Interpreted =
        Interpreted(run("interpret", written("text" to text, "project" to project, "name" to name, "answers" to answers), progress))

    /**
     * Puts answers into the intent of a project. The plan has to be drafted again afterwards.
     * @param project The project.
     * @param answers The answers.
     * @throws AuraException with the code invalid_answer, not_found, conflict
     */
    public suspend fun answer(
        project: String,
        answers: List<Answer>,
        progress: ((ProgressEvent) -> kotlin.Unit)? = null,
    ): Interpreted =
        Interpreted(run("answer", written("project" to project, "answers" to answers), progress))

    /**
     * Gives the intent of a project as it stands.
     * @param project The project.
     * @throws AuraException with the code not_found
     */
    public suspend fun presentIntent(
        project: String,
        progress: ((ProgressEvent) -> kotlin.Unit)? = null,
    ): Interpreted =
        Interpreted(run("present_intent", written("project" to project), progress))

    /**
     * Drafts the plan of a project from its intent and keeps it as the newest version.
     * @param project The project.
     * @throws AuraException with the code limit_size, not_found, conflict
     */
    public suspend fun plan(
        project: String,
        progress: ((ProgressEvent) -> kotlin.Unit)? = null,
    ): Planned =
        Planned(run("plan", written("project" to project), progress))

    /**
     * Drafts the plan again after its intent changed, and keeps what was edited by hand.
     * @param project The project.
     * @param answers Answers to the questions of an earlier attempt: `a` keeps the edit, `b` takes the new draft.
     * @param keepMine Keep the edits wherever no answer says otherwise.
     * @throws AuraException with the code invalid_answer, invalid_edit, limit_size, not_found, conflict
     */
    public suspend fun replan(
        project: String,
        answers: List<Answer>? = null,
        keepMine: Boolean? = null,
        progress: ((ProgressEvent) -> kotlin.Unit)? = null,
    ): Combined =
        Combined(run("replan", written("project" to project, "answers" to answers, "keep_mine" to keepMine), progress))

    /**
     * Gives the plan of a project as it stands, with what there is to say about it.
     * @param project The project.
     * @throws AuraException with the code not_found
     */
    public suspend fun presentPlan(
        project: String,
        progress: ((ProgressEvent) -> kotlin.Unit)? = null,
    ): Planned =
        Planned(run("present_plan", written("project" to project), progress))

    /**
     * Tells the plan of a project in plain English.
     * @param project The project.
     * @throws AuraException with the code not_found
     */
    public suspend fun outline(
        project: String,
        progress: ((ProgressEvent) -> kotlin.Unit)? = null,
    ): Outline =
        Outline(run("outline", written("project" to project), progress))

    /**
     * Reads a change in plain English and makes it, where exactly one reading fits or one was chosen.
     * @param project The project.
     * @param sentence What to change.
     * @param choice Which of several readings is meant, counted from 1.
     * @param preview Show what would happen, change nothing.
     * @throws AuraException with the code invalid_edit, ambiguous_edit, not_found, conflict
     */
    public suspend fun edit(
        project: String,
        sentence: String,
        choice: Long? = null,
        preview: Boolean? = null,
        progress: ((ProgressEvent) -> kotlin.Unit)? = null,
    ): Edited =
        Edited(run("edit", written("project" to project, "sentence" to sentence, "choice" to choice, "preview" to preview), progress))

    /**
     * Takes changes of the plan back, or goes back to a version.
     * @param project The project.
     * @param steps How many changes to take back; 1 where absent.
     * @param version To which version of the plan: its number in the list of versions, or the beginning of its name.
     * @throws AuraException with the code ambiguous_edit, not_found, conflict
     */
    public suspend fun undo(
        project: String,
        steps: Long? = null,
        version: String? = null,
        progress: ((ProgressEvent) -> kotlin.Unit)? = null,
    ): Planned =
        Planned(run("undo", written("project" to project, "steps" to steps, "version" to version), progress))

    /**
     * Makes changes of the plan again that were taken back.
     * @param project The project.
     * @param steps How many changes to make again; 1 where absent.
     * @throws AuraException with the code not_found, conflict
     */
    public suspend fun redo(
        project: String,
        steps: Long? = null,
        progress: ((ProgressEvent) -> kotlin.Unit)? = null,
    ): Planned =
        Planned(run("redo", written("project" to project, "steps" to steps), progress))

    /**
     * Lists the versions of a project's plan, in the order in which they came to be.
     * @param project The project.
     * @throws AuraException with the code not_found
     */
    public suspend fun versions(
        project: String,
        progress: ((ProgressEvent) -> kotlin.Unit)? = null,
    ): PlanVersions =
        PlanVersions(run("versions", written("project" to project), progress))

    /**
     * Brings another version of the plan into the present one.
     * @param project The project.
     * @param version The other version: its number in the list of versions, or the beginning of its name.
     * @param answers Answers to the questions of an earlier attempt: `a` keeps ours, `b` takes theirs.
     * @param keepMine Keep the present version's side wherever no answer says otherwise.
     * @throws AuraException with the code invalid_answer, invalid_edit, ambiguous_edit, not_found, conflict
     */
    public suspend fun merge(
        project: String,
        version: String,
        answers: List<Answer>? = null,
        keepMine: Boolean? = null,
        progress: ((ProgressEvent) -> kotlin.Unit)? = null,
    ): Combined =
        Combined(run("merge", written("project" to project, "version" to version, "answers" to answers, "keep_mine" to keepMine), progress))

    /**
     * Makes a project of a process model: BPMN 2.0, with the parameters of a simulation.
     * @param model The model: the text of a BPMN 2.0 file.
     * @param parameters The parameters of a simulation in the JSON of Prosimos; those of BIMP or QBP in the model itself where absent.
     * @param name A name for the new project; the title of the model where absent.
     * @throws AuraException with the code invalid_document, invalid_number, limit_size, conflict
     */
    public suspend fun importModel(
        model: String,
        parameters: String? = null,
        name: String? = null,
        progress: ((ProgressEvent) -> kotlin.Unit)? = null,
    ): Imported =
        Imported(run("import_model", written("model" to model, "parameters" to parameters, "name" to name), progress))

    /**
     * Takes the numbers of a plan, or the plan itself, from an event log: XES or CSV.
     * @param log The log: the text of an XES file, or of a table in CSV with one event in each row.
     * @param logBase64 The log as bytes in base64 instead, for example packed with gzip.
     * @param project The project whose plan gets the numbers; a plan is drawn from the log, and a project made, where absent.
     * @param name A name for the new project.
     * @param source What the log is called, for origins; `event log` where absent.
     * @param fittedShare The share of cases, the earliest first, that numbers are fitted to before the rest is compared; 0.7 where absent.
     * @param columns How a table is read; everything is found from the names of the columns where absent.
     * @throws AuraException with the code invalid_data, invalid_text, invalid_scenario, limit_size, not_found, conflict
     */
    public suspend fun learn(
        log: String? = null,
        logBase64: String? = null,
        project: String? = null,
        name: String? = null,
        source: String? = null,
        fittedShare: Double? = null,
        columns: LogOptions? = null,
        progress: ((ProgressEvent) -> kotlin.Unit)? = null,
    ): LearnedPlan =
        LearnedPlan(run("learn", written("log" to log, "log_base64" to logBase64, "project" to project, "name" to name, "source" to source, "fitted_share" to fittedShare, "columns" to columns), progress))

    /** Lists the AI agents that steps can be given to: the host's, and the built-in ones. */
    public suspend fun agents(
        progress: ((ProgressEvent) -> kotlin.Unit)? = null,
    ): AgentList =
        AgentList(run("agents", written(), progress))

    /**
     * Makes the clickable prototype of a project's plan and keeps it.
     * @param project The project.
     * @throws AuraException with the code invalid_plan, limit_size, not_found, conflict
     */
    public suspend fun prototype(
        project: String,
        progress: ((ProgressEvent) -> kotlin.Unit)? = null,
    ): Prototyped =
        Prototyped(run("prototype", written("project" to project), progress))

    /**
     * Runs the plan with simulated people and keeps run, trace, sensitivity and explanation.
     * @param project The project.
     * @param scenario A complete scenario instead of the default one.
     * @param seed The seed.
     * @param cases How many cases.
     * @param budget The most that all cases together may cost, in the plan's currency.
     * @param depth How much of each step is really done. At full depth every service of the plan answers: as its description in `services` says, otherwise as the plan's own contract does.
     * @param services Descriptions of services; one is enough for full depth.
     * @param pauseAtMs Pause at this virtual time, in milliseconds; what is there is kept and can be resumed.
     * @param precision Run as many replications as it takes until the interval of a metric is so narrow.
     * @param detectWarmUp Find where the run has forgotten that it began empty, and leave out what was before: for processes that go on and on. A `warm_up_cases` of the scenario states it instead.
     * @throws AuraException with the code invalid_plan, invalid_scenario, limit_size, not_found, conflict
     */
    public suspend fun simulate(
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
        progress: ((ProgressEvent) -> kotlin.Unit)? = null,
    ): Simulated =
        Simulated(run("simulate", written("project" to project, "scenario" to scenario, "seed" to seed, "cases" to cases, "budget" to budget, "depth" to depth, "services" to services, "pause_at_ms" to pauseAtMs, "precision" to precision, "detect_warm_up" to detectWarmUp), progress))

    /**
     * Makes the last run of a project again and compares it with what was recorded.
     * @param project The project.
     * @throws AuraException with the code invalid_trace, not_found
     */
    public suspend fun replay(
        project: String,
        progress: ((ProgressEvent) -> kotlin.Unit)? = null,
    ): ReplayReport =
        ReplayReport(run("replay", written("project" to project), progress))

    /**
     * Gives the trace of the last run of a project.
     * @param project The project.
     * @throws AuraException with the code not_found
     */
    public suspend fun trace(
        project: String,
        progress: ((ProgressEvent) -> kotlin.Unit)? = null,
    ): RecordedTrace =
        RecordedTrace(run("trace", written("project" to project), progress))

    /**
     * Makes the run that a trace was recorded from again, with the present plan, and compares both.
     * @param project The project.
     * @param traceBase64 The compact binary file, in base64.
     * @throws AuraException with the code invalid_trace, not_found
     */
    public suspend fun verify(
        project: String,
        traceBase64: String,
        progress: ((ProgressEvent) -> kotlin.Unit)? = null,
    ): ReplayReport =
        ReplayReport(run("verify", written("project" to project, "trace_base64" to traceBase64), progress))

    /**
     * Makes synthetic records that are like those of a sample and none of them; needs no project.
     * @param sample The sample: a table in CSV, a JSON array of records, or one JSON record a line.
     * @param rows How many records to make; as many as the sample has where absent.
     * @param seed The seed; 1 where absent.
     * @param smallestGroup The fewest records that any figure stands for that is taken from the sample; 10 where absent.
     * @param identifying Columns that name somebody, besides those that are found to: their values are made up.
     * @param locale The language and country of names and addresses that are made up; `en` where absent.
     * @throws AuraException with the code invalid_data, invalid_number, limit_size
     */
    public suspend fun synthesize(
        sample: String,
        rows: Long? = null,
        seed: Long? = null,
        smallestGroup: Long? = null,
        identifying: List<String>? = null,
        locale: Locale? = null,
        progress: ((ProgressEvent) -> kotlin.Unit)? = null,
    ): Synthesis =
        Synthesis(run("synthesize", written("sample" to sample, "rows" to rows, "seed" to seed, "smallest_group" to smallestGroup, "identifying" to identifying, "locale" to locale), progress))

    /**
     * Makes synthetic tables that are like samples and refer to each other as these do; needs no project.
     * @param tables The samples.
     * @param references References as `table.column=table.column`, the column that refers first, for example `orders.customer_id=customers.id`. Others are found where a column that is called a key has only values of one column of another table in which no value comes twice. The first reference of a table decides how many of its records refer to one; the values of further ones are shuffled among these.
     * @param rows How many records each table gets that refers to no other; as many as its sample where absent. The others follow from these.
     * @param seed The seed; 1 where absent.
     * @param smallestGroup The fewest records that any figure stands for that is taken from a sample; 10 where absent.
     * @param identifying Columns that name somebody, as `table.column`, besides those that are found to: their values are made up.
     * @param locale The language and country of names and addresses that are made up; `en` where absent.
     * @throws AuraException with the code invalid_data, invalid_number, limit_size
     */
    public suspend fun synthesizeTables(
        tables: List<SampleTable>,
        references: List<String>? = null,
        rows: Long? = null,
        seed: Long? = null,
        smallestGroup: Long? = null,
        identifying: List<String>? = null,
        locale: Locale? = null,
        progress: ((ProgressEvent) -> kotlin.Unit)? = null,
    ): TablesSynthesis =
        TablesSynthesis(run("synthesize_tables", written("tables" to tables, "references" to references, "rows" to rows, "seed" to seed, "smallest_group" to smallestGroup, "identifying" to identifying, "locale" to locale), progress))

    /**
     * Gives the last run of a project as an event log for other programs.
     * @param project The project.
     * @param format The form of the log.
     * @throws AuraException with the code invalid_trace, not_found
     */
    public suspend fun eventLog(
        project: String,
        format: LogFormat? = null,
        progress: ((ProgressEvent) -> kotlin.Unit)? = null,
    ): ExportedLog =
        ExportedLog(run("event_log", written("project" to project, "format" to format), progress))

    /**
     * Says what a run consists of, so that its replications can be run apart.
     * @param project The project.
     * @param scenario A complete scenario instead of the default one.
     * @param seed The seed.
     * @param cases How many cases.
     * @param budget The most that all cases together may cost, in the plan's currency.
     * @param depth How much of each step is really done. At full depth every service of the plan answers: as its description in `services` says, otherwise as the plan's own contract does.
     * @param services Descriptions of services; one is enough for full depth.
     * @param pauseAtMs Pause at this virtual time, in milliseconds; what is there is kept and can be resumed.
     * @param precision Run as many replications as it takes until the interval of a metric is so narrow.
     * @param detectWarmUp Find where the run has forgotten that it began empty, and leave out what was before: for processes that go on and on. A `warm_up_cases` of the scenario states it instead.
     * @throws AuraException with the code invalid_plan, invalid_scenario, limit_size, not_found
     */
    public suspend fun prepareRun(
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
        progress: ((ProgressEvent) -> kotlin.Unit)? = null,
    ): PreparedRun =
        PreparedRun(run("prepare_run", written("project" to project, "scenario" to scenario, "seed" to seed, "cases" to cases, "budget" to budget, "depth" to depth, "services" to services, "pause_at_ms" to pauseAtMs, "precision" to precision, "detect_warm_up" to detectWarmUp), progress))

    /**
     * Runs some replications of a run; needs no project.
     * @param plan The plan, as it was prepared.
     * @param scenario The circumstances, as they were prepared.
     * @param first The first replication, counted from 0.
     * @param count How many replications.
     * @throws AuraException with the code invalid_plan, invalid_scenario, limit_size
     */
    public suspend fun runPart(
        plan: Plan,
        scenario: Scenario,
        first: Long,
        count: Long,
        progress: ((ProgressEvent) -> kotlin.Unit)? = null,
    ): RunPartResponse =
        RunPartResponse(run("run_part", written("plan" to plan, "scenario" to scenario, "first" to first, "count" to count), progress))

    /**
     * Puts the parts of a run together and keeps it, with the bytes that one machine would have made.
     * @param project The project, whose plan must still be the one of the parts.
     * @param scenario The circumstances, as they were prepared.
     * @param partsBase64 All parts, in any order.
     * @throws AuraException with the code invalid_data, invalid_plan, invalid_scenario, limit_size, not_found, conflict
     */
    public suspend fun joinParts(
        project: String,
        scenario: Scenario,
        partsBase64: List<String>,
        progress: ((ProgressEvent) -> kotlin.Unit)? = null,
    ): Simulated =
        Simulated(run("join_parts", written("project" to project, "scenario" to scenario, "parts_base64" to partsBase64), progress))

    /**
     * Finds which assumption drives the result when all of them move at once, and keeps it.
     * @param project The project.
     * @param metric The metric; the primary one where absent.
     * @param scenario A complete scenario instead of the default one.
     * @param seed The seed.
     * @param cases Cases of each run; 500 where absent.
     * @param trajectories Screening: how often each assumption is moved; 8 where absent.
     * @param samples Measuring: rows of the design; each takes two runs more than there are ranked assumptions; 64 where absent.
     * @param mostRanked Most assumptions that are ranked; 8 where absent.
     * @param values Values of points that were measured elsewhere, in the order in which they were asked for.
     * @throws AuraException with the code invalid_plan, invalid_scenario, invalid_data, limit_size, not_found, conflict
     */
    public suspend fun sensitivity(
        project: String,
        metric: String? = null,
        scenario: Scenario? = null,
        seed: Long? = null,
        cases: Long? = null,
        trajectories: Long? = null,
        samples: Long? = null,
        mostRanked: Long? = null,
        values: List<Double>? = null,
        progress: ((ProgressEvent) -> kotlin.Unit)? = null,
    ): Influenced =
        Influenced(run("sensitivity", written("project" to project, "metric" to metric, "scenario" to scenario, "seed" to seed, "cases" to cases, "trajectories" to trajectories, "samples" to samples, "most_ranked" to mostRanked, "values" to values), progress))

    /**
     * Finds for each promise of the plan the likeliest combination of faults that breaks it, and the shortest trace of it.
     * @param project The project.
     * @param scenario A complete scenario instead of the default one.
     * @param seed The seed.
     * @param cases Cases that are looked at; 20 where absent.
     * @param mostFaults Most faults in one combination; 4 where absent.
     * @param mostRuns Most runs of a case for each promise; 5,000 where absent.
     * @throws AuraException with the code invalid_plan, invalid_scenario, limit_size, not_found
     */
    public suspend fun findFaults(
        project: String,
        scenario: Scenario? = null,
        seed: Long? = null,
        cases: Long? = null,
        mostFaults: Long? = null,
        mostRuns: Long? = null,
        progress: ((ProgressEvent) -> kotlin.Unit)? = null,
    ): FaultReport =
        FaultReport(run("find_faults", written("project" to project, "scenario" to scenario, "seed" to seed, "cases" to cases, "most_faults" to mostFaults, "most_runs" to mostRuns), progress))

    /**
     * Says what a simulated person answers to an assistant, and what the assistant's model is to be asked next.
     * @param brief What the persona wants and knows. To agree, it wants each fact stated right, one a line as `name: value`.
     * @param heard The answers of the assistant; none at the beginning.
     * @param persona Who talks; the ordinary person of the defaults where absent.
     * @param instructions What the assistant is told to be; goes into the next request to its model.
     * @param assistant The name of the assistant, for the record; `assistant` where absent.
     * @param seed The root of all randomness; 1 where absent.
     * @param session The number of the conversation; another one is another person of the same kind. 0 where absent.
     * @param mostTurns Most answers of the assistant; 30 where absent.
     * @throws AuraException with the code invalid_scenario, invalid_data, limit_input, limit_size
     */
    public suspend fun converse(
        brief: ConversationBrief,
        heard: List<String>? = null,
        persona: Persona? = null,
        instructions: String? = null,
        assistant: String? = null,
        seed: Long? = null,
        session: Long? = null,
        mostTurns: Long? = null,
        progress: ((ProgressEvent) -> kotlin.Unit)? = null,
    ): Conversed =
        Conversed(run("converse", written("brief" to brief, "heard" to heard, "persona" to persona, "instructions" to instructions, "assistant" to assistant, "seed" to seed, "session" to session, "most_turns" to mostTurns), progress))

    /**
     * Tells what happened to one case of the last run: when it waited, for how long, and because of what.
     * @param project The project.
     * @param case Which case; the slowest one where absent.
     * @throws AuraException with the code conflict, not_found
     */
    public suspend fun caseStory(
        project: String,
        case: StoryChoice? = null,
        progress: ((ProgressEvent) -> kotlin.Unit)? = null,
    ): CaseStory =
        CaseStory(run("case_story", written("project" to project, "case" to case), progress))

    /**
     * Lets simulated people walk through the prototype of the plan, screen by screen, and tells what they did.
     * @param project The project.
     * @param scenario A complete scenario instead of the default one: its seed, personas and overrides count.
     * @param seed The seed.
     * @param sessions How many sessions, at most 10,000; 200 where absent.
     * @param persona The only persona that comes; all by their shares where absent.
     * @param kept How many sessions are given with log and story; 20 where absent. All count in the summary.
     * @param mostInteractions Most interactions of one session, at most 20,000; 1,000 where absent.
     * @throws AuraException with the code invalid_plan, invalid_scenario, limit_size, not_found
     */
    public suspend fun walk(
        project: String,
        scenario: Scenario? = null,
        seed: Long? = null,
        sessions: Long? = null,
        persona: String? = null,
        kept: Long? = null,
        mostInteractions: Long? = null,
        progress: ((ProgressEvent) -> kotlin.Unit)? = null,
    ): Walks =
        Walks(run("walk", written("project" to project, "scenario" to scenario, "seed" to seed, "sessions" to sessions, "persona" to persona, "kept" to kept, "most_interactions" to mostInteractions), progress))

    /**
     * Says at which points a sensitivity is to be measured next; none where all values are known.
     * @param project The project.
     * @param metric The metric; the primary one where absent.
     * @param scenario A complete scenario instead of the default one.
     * @param seed The seed.
     * @param cases Cases of each run; 500 where absent.
     * @param trajectories Screening: how often each assumption is moved; 8 where absent.
     * @param samples Measuring: rows of the design; each takes two runs more than there are ranked assumptions; 64 where absent.
     * @param mostRanked Most assumptions that are ranked; 8 where absent.
     * @param values Values of points that were measured elsewhere, in the order in which they were asked for.
     * @throws AuraException with the code invalid_plan, invalid_scenario, invalid_data, limit_size, not_found
     */
    public suspend fun prepareSensitivity(
        project: String,
        metric: String? = null,
        scenario: Scenario? = null,
        seed: Long? = null,
        cases: Long? = null,
        trajectories: Long? = null,
        samples: Long? = null,
        mostRanked: Long? = null,
        values: List<Double>? = null,
        progress: ((ProgressEvent) -> kotlin.Unit)? = null,
    ): SensitivityRound =
        SensitivityRound(run("prepare_sensitivity", written("project" to project, "metric" to metric, "scenario" to scenario, "seed" to seed, "cases" to cases, "trajectories" to trajectories, "samples" to samples, "most_ranked" to mostRanked, "values" to values), progress))

    /**
     * Measures a metric at some points; needs no project.
     * @param plan The plan, as it was prepared.
     * @param scenario The circumstances, as they were prepared.
     * @param metric The metric.
     * @param points Some of the points.
     * @param options How each point is measured.
     * @throws AuraException with the code invalid_plan, invalid_scenario, invalid_number, limit_size, not_found
     */
    public suspend fun measurePoints(
        plan: Plan,
        scenario: Scenario,
        metric: String,
        points: List<Map<String, Double>>,
        options: InfluenceOptions? = null,
        progress: ((ProgressEvent) -> kotlin.Unit)? = null,
    ): PointValues =
        PointValues(run("measure_points", written("plan" to plan, "scenario" to scenario, "metric" to metric, "points" to points, "options" to options), progress))

    /**
     * Compares the plan with variants of it, or with the changes that Aura suggests, and keeps the verdict.
     * @param simulate How the plan and its variants are run.
     * @param variants Variants.
     * @param rule The rule; a default one, stated in the verdict, where absent.
     * @throws AuraException with the code invalid_edit, ambiguous_edit, invalid_experiment, invalid_scenario, not_found, conflict
     */
    public suspend fun evaluate(
        simulate: SimulateRequest,
        variants: List<VariantRequest>? = null,
        rule: DecisionRule? = null,
        progress: ((ProgressEvent) -> kotlin.Unit)? = null,
    ): Evaluated =
        Evaluated(run("evaluate", written("simulate" to simulate, "variants" to variants, "rule" to rule), progress))

    /**
     * Checks the statement of a test with real people before the data.
     * @param experiment The statement.
     * @throws AuraException with the code invalid_experiment, invalid_number, limit_size
     */
    public suspend fun checkExperiment(
        experiment: LiveExperiment,
        progress: ((ProgressEvent) -> kotlin.Unit)? = null,
    ): CheckedExperiment =
        CheckedExperiment(run("check_experiment", written("experiment" to experiment), progress))

    /**
     * Says how many units a test with real people needs, and how long that takes.
     * @param baseline Value of the control today. Without `kind` it is a share between 0 and 1 where `deviation` is absent, else a mean.
     * @param deviation Standard deviation of one unit; absent for shares and where `kind` says it.
     * @param kind What is measured, where it is neither a mean nor a share.
     * @param effect The effect to find, in the unit of the metric.
     * @param units Units of all arms, where they are given rather than asked for.
     * @param days Days of traffic, where they are given rather than asked for.
     * @param clusters Rows that belong together, where the metric is an average over rows and whole units are assigned.
     * @param varianceLeft Share of the variance that covariates leave; 1 without covariates.
     * @param confidence Confidence of the verdict.
     * @param power Chance to find the effect.
     * @param treatments How many arms beside the control share the level.
     * @param armAdjustment How they share it; as in the statement of a test where absent.
     * @param monitoring How often the data are looked at: for planned looks the fractions of all of them.
     * @param unitsEachDay Units that come in each day, for all arms.
     * @throws AuraException with the code invalid_number
     */
    public suspend fun power(
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
        progress: ((ProgressEvent) -> kotlin.Unit)? = null,
    ): PowerPlan =
        PowerPlan(run("power", written("baseline" to baseline, "deviation" to deviation, "kind" to kind, "effect" to effect, "units" to units, "days" to days, "clusters" to clusters, "variance_left" to varianceLeft, "confidence" to confidence, "power" to power, "treatments" to treatments, "arm_adjustment" to armAdjustment, "monitoring" to monitoring, "units_each_day" to unitsEachDay), progress))

    /**
     * Gives every unit of a test its arm, always the same one.
     * @param experiment The statement.
     * @param units The units.
     * @throws AuraException with the code invalid_experiment, invalid_number, limit_size
     */
    public suspend fun assign(
        experiment: LiveExperiment,
        units: List<String>,
        progress: ((ProgressEvent) -> kotlin.Unit)? = null,
    ): Assigned =
        Assigned(run("assign", written("experiment" to experiment, "units" to units), progress))

    /**
     * Judges the data of a test with real people by the rule that was stated.
     * @param experiment The statement.
     * @param table A table in CSV with one row for each unit; with `outcomes`, the log of exposures.
     * @param outcomes A log of outcomes in CSV; outcomes are added up over the window of each unit.
     * @throws AuraException with the code invalid_experiment, invalid_data, invalid_number, limit_size
     */
    public suspend fun analyze(
        experiment: LiveExperiment,
        table: String,
        outcomes: String? = null,
        progress: ((ProgressEvent) -> kotlin.Unit)? = null,
    ): Analyzed =
        Analyzed(run("analyze", written("experiment" to experiment, "table" to table, "outcomes" to outcomes), progress))

    /**
     * Makes the page and the picture of a verdict about real people; one that was changed since it was given is refused.
     * @param verdict The verdict.
     * @throws AuraException with the code invalid_document
     */
    public suspend fun report(
        verdict: LiveVerdict,
        progress: ((ProgressEvent) -> kotlin.Unit)? = null,
    ): ExperimentReport =
        ExperimentReport(run("report", written("verdict" to verdict), progress))

    /**
     * Splits the data of a test at random again and again, and says how often the test would raise a false alarm.
     * @param experiment The statement.
     * @param table A table in CSV with one row for each unit.
     * @param splits How many random splits; 1,000 where absent.
     * @param seed Where the splits come from; 0 where absent.
     * @param sharedColumn A column of what units of both arms share, to see whether the arms disturb each other through it.
     * @throws AuraException with the code invalid_experiment, invalid_data, invalid_number, limit_size
     */
    public suspend fun calibrate(
        experiment: LiveExperiment,
        table: String,
        splits: Long? = null,
        seed: Long? = null,
        sharedColumn: String? = null,
        progress: ((ProgressEvent) -> kotlin.Unit)? = null,
    ): Calibration =
        Calibration(run("calibrate", written("experiment" to experiment, "table" to table, "splits" to splits, "seed" to seed, "shared_column" to sharedColumn), progress))

    /**
     * Applies one procedure of statistics to plain numbers: tests, intervals, beliefs, bounds of looks, adjustments.
     * @param procedure The procedure.
     * @param options Confidence, direction and the value that is tested against, for procedures that have them.
     * @throws AuraException with the code invalid_data, invalid_number, limit_size
     */
    public suspend fun infer(
        procedure: Procedure,
        options: TestOptions? = null,
        progress: ((ProgressEvent) -> kotlin.Unit)? = null,
    ): Inferred =
        Inferred(run("infer", written("procedure" to procedure, "options" to options), progress))

    /**
     * Gives the next shares of a test whose arms follow what was seen, with ranges that hold at every look.
     * @param experiment The statement.
     * @param table A table in CSV with one row for each unit, in the order in which they were assigned.
     * @param plan How the next shares are found.
     * @throws AuraException with the code invalid_experiment, invalid_data, invalid_number, limit_size
     */
    public suspend fun allocate(
        experiment: LiveExperiment,
        table: String,
        plan: AllocationPlan? = null,
        progress: ((ProgressEvent) -> kotlin.Unit)? = null,
    ): Allocation =
        Allocation(run("allocate", written("experiment" to experiment, "table" to table, "plan" to plan), progress))

    /**
     * Tells the effect of a change although nobody was assigned at random, and labels it so.
     * @param observation What was changed, when, for whom, and what is looked at.
     * @param table A table in CSV with one row for each unit and period.
     * @throws AuraException with the code invalid_experiment, invalid_data, invalid_number, limit_size
     */
    public suspend fun observe(
        observation: Observation,
        table: String,
        progress: ((ProgressEvent) -> kotlin.Unit)? = null,
    ): ObservedEffect =
        ObservedEffect(run("observe", written("observation" to observation, "table" to table), progress))

    /**
     * Opens a service straight from its OpenAPI description, in this process and nowhere else.
     * @param description The description: OpenAPI 3.0 or 3.1, in JSON or YAML.
     * @param seed The seed of made-up values; 1 where absent.
     * @param shortestLatencyMs The shortest time of an answer, in milliseconds of virtual time.
     * @param longestLatencyMs The longest time of an answer; every value between is as likely.
     * @param errorShare Which share of calls fails, from 0 to 1.
     * @param callsPerSecond Most calls in a second of virtual time; more get 429.
     * @param locale The language and country of made-up names, addresses and telephone numbers; `en` where absent.
     * @throws AuraException with the code invalid_document, limit_size
     */
    public suspend fun openMock(
        description: String,
        seed: Long? = null,
        shortestLatencyMs: Long? = null,
        longestLatencyMs: Long? = null,
        errorShare: Double? = null,
        callsPerSecond: Long? = null,
        locale: Locale? = null,
        progress: ((ProgressEvent) -> kotlin.Unit)? = null,
    ): OpenMock =
        OpenMock(run("open_mock", written("description" to description, "seed" to seed, "shortest_latency_ms" to shortestLatencyMs, "longest_latency_ms" to longestLatencyMs, "error_share" to errorShare, "calls_per_second" to callsPerSecond, "locale" to locale), progress))

    /**
     * Answers a request as the description says, and remembers what was written.
     * @param mock The number of the mock.
     * @param method The method, for example `GET`.
     * @param target Path and query, for example `/pets?limit=3`.
     * @param headers Headers in any case.
     * @param body The body as JSON, with the header for it.
     * @param bodyText The body as it is, instead.
     * @param atMs When it is sent, in milliseconds of virtual time.
     * @throws AuraException with the code not_found
     */
    public suspend fun respond(
        mock: Long,
        method: String,
        target: String,
        headers: Map<String, String>? = null,
        body: JsonElement? = null,
        bodyText: String? = null,
        atMs: Long? = null,
        progress: ((ProgressEvent) -> kotlin.Unit)? = null,
    ): MockAnswer =
        MockAnswer(run("respond", written("mock" to mock, "method" to method, "target" to target, "headers" to headers, "body" to body, "body_text" to bodyText, "at_ms" to atMs), progress))

    /**
     * Closes a mock and forgets what was written to it.
     * @param mock The number of the mock.
     * @throws AuraException with the code not_found
     */
    public suspend fun closeMock(
        mock: Long,
        progress: ((ProgressEvent) -> kotlin.Unit)? = null,
    ): Done =
        Done(run("close_mock", written("mock" to mock), progress))

    /**
     * Makes the package for engineers from everything that the project holds, and keeps it.
     * @param project The project.
     * @throws AuraException with the code limit_size, not_found, conflict
     */
    public suspend fun handoff(
        project: String,
        progress: ((ProgressEvent) -> kotlin.Unit)? = null,
    ): HandedOff =
        HandedOff(run("handoff", written("project" to project), progress))

    /**
     * Says why an item of the intent or the plan is as it is: the words, the rule, the alternatives.
     * @param project The project.
     * @param item The id of the item, for example `step_pay`.
     * @throws AuraException with the code not_found
     */
    public suspend fun why(
        project: String,
        item: String,
        progress: ((ProgressEvent) -> kotlin.Unit)? = null,
    ): Why =
        Why(run("why", written("project" to project, "item" to item), progress))

    /** Lists all projects of the store. */
    public suspend fun projects(
        progress: ((ProgressEvent) -> kotlin.Unit)? = null,
    ): ProjectList =
        ProjectList(run("projects", written(), progress))

    /**
     * Lists what was done in a project, newest first.
     * @param project The project.
     * @param most Most revisions; 100 where absent.
     * @throws AuraException with the code not_found
     */
    public suspend fun history(
        project: String,
        most: Long? = null,
        progress: ((ProgressEvent) -> kotlin.Unit)? = null,
    ): HistoryResponse =
        HistoryResponse(run("history", written("project" to project, "most" to most), progress))

    /**
     * Asks the language model that the host has plugged in.
     * @param purpose What the answer is for, for example `intent.suggest`.
     * @param instructions What the model is to do. Written by Aura, never by users.
     * @param messages The conversation, oldest first. User text stands only here.
     * @param maxOutputTokens Most tokens of the answer.
     * @param schema JSON Schema that the answer must fit, where it must be JSON.
     * @param seed Seed for providers that take one.
     * @throws AuraException with the code unavailable_model, limit_budget, limit_tokens, denied
     */
    public suspend fun complete(
        purpose: String,
        instructions: String,
        messages: List<Message>,
        maxOutputTokens: Long,
        schema: JsonElement? = null,
        seed: Long? = null,
        progress: ((ProgressEvent) -> kotlin.Unit)? = null,
    ): ModelResponse =
        ModelResponse(run("complete", written("purpose" to purpose, "instructions" to instructions, "messages" to messages, "max_output_tokens" to maxOutputTokens, "schema" to schema, "seed" to seed), progress))
}
