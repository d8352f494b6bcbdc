// Written by `cargo xtask generate` from the table of operations. Change that, not this.

public extension Session {
    /// Interprets a goal in plain words and keeps the intent, in a new project or in the one that is named.
    /// - Parameter text: The goal in plain words.
    /// - Parameter project: The project to work in; a new one is made where absent or where it does not exist.
    /// - Parameter name: A name for a new project; the title of the intent where absent.
    /// - Parameter answers: Answers to questions, where they are known already.
    /// - Throws: `AuraError` with the code invalid_text, invalid_goal, invalid_language, invalid_answer, conflict
    func interpret(text: String, project: String? = nil, name: String? = nil, answers: [Documents.Answer]? = nil, progress: ProgressHandler? = nil) async throws -> Documents.Interpreted {
        try await run("interpret", Json.written([("text", text), ("project", project), ("name", name), ("answers", answers)]), progress)
    }

    /// Puts answers into the intent of a project. The plan has to be drafted again afterwards.
    /// - Parameter project: The project.
    /// - Parameter answers: The answers.
    /// - Throws: `AuraError` with the code invalid_answer, not_found, conflict
    func answer(project: String, answers: [Documents.Answer], progress: ProgressHandler? = nil) async throws -> Documents.Interpreted {
        try await run("answer", Json.written([("project", project), ("answers", answers)]), progress)
    }

    /// Gives the intent of a project as it stands.
    /// - Parameter project: The project.
    /// - Throws: `AuraError` with the code not_found
    func presentIntent(project: String, progress: ProgressHandler? = nil) async throws -> Documents.Interpreted {
        try await run("present_intent", Json.written([("project", project)]), progress)
    }

    /// Drafts the plan of a project from its intent and keeps it as the newest version.
    /// - Parameter project: The project.
    /// - Throws: `AuraError` with the code limit_size, not_found, conflict
    func plan(project: String, progress: ProgressHandler? = nil) async throws -> Documents.Planned {
        try await run("plan", Json.written([("project", project)]), progress)
    }

    /// Drafts the plan again after its intent changed, and keeps what was edited by hand.
    /// - Parameter project: The project.
    /// - Parameter answers: Answers to the questions of an earlier attempt: `a` keeps the edit, `b` takes the new draft.
    /// - Parameter keepMine: Keep the edits wherever no answer says otherwise.
    /// - Throws: `AuraError` with the code invalid_answer, invalid_edit, limit_size, not_found, conflict
    func replan(project: String, answers: [Documents.Answer]? = nil, keepMine: Bool? = nil, progress: ProgressHandler? = nil) async throws -> Documents.Combined {
        try await run("replan", Json.written([("project", project), ("answers", answers), ("keep_mine", keepMine)]), progress)
    }

    /// Gives the plan of a project as it stands, with what there is to say about it.
    /// - Parameter project: The project.
    /// - Throws: `AuraError` with the code not_found
    func presentPlan(project: String, progress: ProgressHandler? = nil) async throws -> Documents.Planned {
        try await run("present_plan", Json.written([("project", project)]), progress)
    }

    /// Tells the plan of a project in plain English.
    /// - Parameter project: The project.
    /// - Throws: `AuraError` with the code not_found
    func outline(project: String, progress: ProgressHandler? = nil) async throws -> Documents.Outline {
        try await run("outline", Json.written([("project", project)]), progress)
    }

    /// Reads a change in plain English and makes it, where exactly one reading fits or one was chosen.
    /// - Parameter project: The project.
    /// - Parameter sentence: What to change.
    /// - Parameter choice: Which of several readings is meant, counted from 1.
    /// - Parameter preview: Show what would happen, change nothing.
    /// - Throws: `AuraError` with the code invalid_edit, ambiguous_edit, not_found, conflict
    func edit(project: String, sentence: String, choice: Int? = nil, preview: Bool? = nil, progress: ProgressHandler? = nil) async throws -> Documents.Edited {
        try await run("edit", Json.written([("project", project), ("sentence", sentence), ("choice", choice), ("preview", preview)]), progress)
    }

    /// Takes changes of the plan back, or goes back to a version.
    /// - Parameter project: The project.
    /// - Parameter steps: How many changes to take back; 1 where absent.
    /// - Parameter version: To which version of the plan: its number in the list of versions, or the beginning of its name.
    /// - Throws: `AuraError` with the code ambiguous_edit, not_found, conflict
    func undo(project: String, steps: Int? = nil, version: String? = nil, progress: ProgressHandler? = nil) async throws -> Documents.Planned {
        try await run("undo", Json.written([("project", project), ("steps", steps), ("version", version)]), progress)
    }

    /// Makes changes of the plan again that were taken back.
    /// - Parameter project: The project.
    /// - Parameter steps: How many changes to make again; 1 where absent.
    /// - Throws: `AuraError` with the code not_found, conflict
    func redo(project: String, steps: Int? = nil, progress: ProgressHandler? = nil) async throws -> Documents.Planned {
        try await run("redo", Json.written([("project", project), ("steps", steps)]), progress)
    }

    /// Lists the versions of a project's plan, in the order in which they came to be.
    /// - Parameter project: The project.
    /// - Throws: `AuraError` with the code not_found
    func versions(project: String, progress: ProgressHandler? = nil) async throws -> Documents.PlanVersions {
        try await run("versions", Json.written([("project", project)]), progress)
    }

    /// Brings another version of the plan into the present one.
    /// - Parameter project: The project.
    /// - Parameter version: The other version: its number in the list of versions, or the beginning of its name.
    /// - Parameter answers: Answers to the questions of an earlier attempt: `a` keeps ours, `b` takes theirs.
    /// - Parameter keepMine: Keep the present version's side wherever no answer says otherwise.
    /// - Throws: `AuraError` with the code invalid_answer, invalid_edit, ambiguous_edit, not_found, conflict
    func merge(project: String, version: String, answers: [Documents.Answer]? = nil, keepMine: Bool? = nil, progress: ProgressHandler? = nil) async throws -> Documents.Combined {
        try await run("merge", Json.written([("project", project), ("version", version), ("answers", answers), ("keep_mine", keepMine)]), progress)
    }

    /// Makes a project of a process model: BPMN 2.0, with the parameters of a simulation.
    /// - Parameter model: The model: the text of a BPMN 2.0 file.
    /// - Parameter parameters: The parameters of a simulation in the JSON of Prosimos; those of BIMP or QBP in the model itself where absent.
    /// - Parameter name: A name for the new project; the title of the model where absent.
    /// - Throws: `AuraError` with the code invalid_document, invalid_number, limit_size, conflict
    func importModel(model: String, parameters: String? = nil, name: String? = nil, progress: ProgressHandler? = nil) async throws -> Documents.Imported {
        try await run("import_model", Json.written([("model", model), ("parameters", parameters), ("name", name)]), progress)
    }

    /// Takes the numbers of a plan, or the plan itself, from an event log: XES or CSV.
    /// - Parameter log: The log: the text of an XES file, or of a table in CSV with one event in each row.
    /// - Parameter logBase64: The log as bytes in base64 instead, for example packed with gzip.
    /// - Parameter project: The project whose plan gets the numbers; a plan is drawn from the log, and a project made, where absent.
    /// - Parameter name: A name for the new project.
    /// - Parameter source: What the log is called, for origins; `event log` where absent.
    /// - Parameter fittedShare: The share of cases, the earliest first, that numbers are fitted to before the rest is compared; 0.7 where absent.
    /// - Parameter columns: How a table is read; everything is found from the names of the columns where absent.
    /// - Throws: `AuraError` with the code invalid_data, invalid_text, invalid_scenario, limit_size, not_found, conflict
    func learn(log: String? = nil, logBase64: String? = nil, project: String? = nil, name: String? = nil, source: String? = nil, fittedShare: Double? = nil, columns: Documents.LogOptions? = nil, progress: ProgressHandler? = nil) async throws -> Documents.LearnedPlan {
        try await run("learn", Json.written([("log", log), ("log_base64", logBase64), ("project", project), ("name", name), ("source", source), ("fitted_share", fittedShare), ("columns", columns)]), progress)
    }

    /// Lists the AI agents that steps can be given to: the host's, and the built-in ones.
    func agents(progress: ProgressHandler? = nil) async throws -> Documents.AgentList {
        try await run("agents", Json.written([]), progress)
    }

    /// Makes the clickable prototype of a project's plan and keeps it.
    /// - Parameter project: The project.
    /// - Throws: `AuraError` with the code invalid_plan, limit_size, not_found, conflict
    func prototype(project: String, progress: ProgressHandler? = nil) async throws -> Documents.Prototyped {
        try await run("prototype", Json.written([("project", project)]), progress)
    }

    /// Runs the plan with simulated people and keeps run, trace, sensitivity and explanation.
    /// - Parameter project: The project.
    /// - Parameter scenario: A complete scenario instead of the default one.
    /// - Parameter seed: The seed.
    /// - Parameter cases: How many cases.
    /// - Parameter budget: The most that all cases together may cost, in the plan's currency.
    /// - Parameter depth: How much of each step is really done. At full depth every service of the plan answers: as its description in `services` says, otherwise as the plan's own contract does.
    /// - Parameter services: Descriptions of services; one is enough for full depth.
    /// - Parameter pauseAtMs: Pause at this virtual time, in milliseconds; what is there is kept and can be resumed.
    /// - Parameter precision: Run as many replications as it takes until the interval of a metric is so narrow.
    /// - Parameter detectWarmUp: Find where the run has forgotten that it began empty, and leave out what was before: for processes that go on and on. A `warm_up_cases` of the scenario states it instead.
    /// - Throws: `AuraError` with the code invalid_plan, invalid_scenario, limit_size, not_found, conflict
    func simulate(project: String, scenario: Documents.Scenario? = nil, seed: Int? = nil, cases: Int? = nil, budget: Double? = nil, depth: Documents.RunDepth? = nil, services: [Documents.ServiceMock]? = nil, pauseAtMs: Int? = nil, precision: Documents.Precision? = nil, detectWarmUp: Bool? = nil, progress: ProgressHandler? = nil) async throws -> Documents.Simulated {
        try await run("simulate", Json.written([("project", project), ("scenario", scenario), ("seed", seed), ("cases", cases), ("budget", budget), ("depth", depth), ("services", services), ("pause_at_ms", pauseAtMs), ("precision", precision), ("detect_warm_up", detectWarmUp)]), progress)
    }

    /// Makes the last run of a project again and compares it with what was recorded.
    /// - Parameter project: The project.
    /// - Throws: `AuraError` with the code invalid_trace, not_found
    func replay(project: String, progress: ProgressHandler? = nil) async throws -> Documents.ReplayReport {
        try await run("replay", Json.written([("project", project)]), progress)
    }

    /// Gives the trace of the last run of a project.
    /// - Parameter project: The project.
    /// - Throws: `AuraError` with the code not_found
    func trace(project: String, progress: ProgressHandler? = nil) async throws -> Documents.RecordedTrace {
        try await run("trace", Json.written([("project", project)]), progress)
    }

    /// Makes the run that a trace was recorded from again, with the present plan, and compares both.
    /// - Parameter project: The project.
    /// - Parameter traceBase64: The compact binary file, in base64.
    /// - Throws: `AuraError` with the code invalid_trace, not_found
    func verify(project: String, traceBase64: String, progress: ProgressHandler? = nil) async throws -> Documents.ReplayReport {
        try await run("verify", Json.written([("project", project), ("trace_base64", traceBase64)]), progress)
    }

    /// Makes synthetic records that are like those of a sample and none of them; needs no project.
    /// - Parameter sample: The sample: a table in CSV, a JSON array of records, or one JSON record a line.
    /// - Parameter rows: How many records to make; as many as the sample has where absent.
    /// - Parameter seed: The seed; 1 where absent.
    /// - Parameter smallestGroup: The fewest records that any figure stands for that is taken from the sample; 10 where absent.
    /// - Parameter identifying: Columns that name somebody, besides those that are found to: their values are made up.
    /// - Parameter locale: The language and country of names and addresses that are made up; `en` where absent.
    /// - Throws: `AuraError` with the code invalid_data, invalid_number, limit_size
    func synthesize(sample: String, rows: Int? = nil, seed: Int? = nil, smallestGroup: Int? = nil, identifying: [String]? = nil, locale: Documents.Locale? = nil, progress: ProgressHandler? = nil) async throws -> Documents.Synthesis {
        try await run("synthesize", Json.written([("sample", sample), ("rows", rows), ("seed", seed), ("smallest_group", smallestGroup), ("identifying", identifying), ("locale", locale)]), progress)
    }

    /// Makes synthetic tables that are like samples and refer to each other as these do; needs no project.
    /// - Parameter tables: The samples.
    /// - Parameter references: References as `table.column=table.column`, the column that refers first, for example `orders.customer_id=customers.id`. Others are found where a column that is called a key has only values of one column of another table in which no value comes twice. The first reference of a table decides how many of its records refer to one; the values of further ones are shuffled among these.
    /// - Parameter rows: How many records each table gets that refers to no other; as many as its sample where absent. The others follow from these.
    /// - Parameter seed: The seed; 1 where absent.
    /// - Parameter smallestGroup: The fewest records that any figure stands for that is taken from a sample; 10 where absent.
    /// - Parameter identifying: Columns that name somebody, as `table.column`, besides those that are found to: their values are made up.
    /// - Parameter locale: The language and country of names and addresses that are made up; `en` where absent.
    /// - Throws: `AuraError` with the code invalid_data, invalid_number, limit_size
    func synthesizeTables(tables: [Documents.SampleTable], references: [String]? = nil, rows: Int? = nil, seed: Int? = nil, smallestGroup: Int? = nil, identifying: [String]? = nil, locale: Documents.Locale? = nil, progress: ProgressHandler? = nil) async throws -> Documents.TablesSynthesis {
        try await run("synthesize_tables", Json.written([("tables", tables), ("references", references), ("rows", rows), ("seed", seed), ("smallest_group", smallestGroup), ("identifying", identifying), ("locale", locale)]), progress)
    }

    /// Gives the last run of a project as an event log for other programs.
    /// - Parameter project: The project.
    /// - Parameter format: The form of the log.
    /// - Throws: `AuraError` with the code invalid_trace, not_found
    func eventLog(project: String, format: Documents.LogFormat? = nil, progress: ProgressHandler? = nil) async throws -> Documents.ExportedLog {
        try await run("event_log", Json.written([("project", project), ("format", format)]), progress)
    }

    /// Says what a run consists of, so that its replications can be run apart.
    /// - Parameter project: The project.
    /// - Parameter scenario: A complete scenario instead of the default one.
    /// - Parameter seed: The seed.
    /// - Parameter cases: How many cases.
    /// - Parameter budget: The most that all cases together may cost, in the plan's currency.
    /// - Parameter depth: How much of each step is really done. At full depth every service of the plan answers: as its description in `services` says, otherwise as the plan's own contract does.
    /// - Parameter services: Descriptions of services; one is enough for full depth.
    /// - Parameter pauseAtMs: Pause at this virtual time, in milliseconds; what is there is kept and can be resumed.
    /// - Parameter precision: Run as many replications as it takes until the interval of a metric is so narrow.
    /// - Parameter detectWarmUp: Find where the run has forgotten that it began empty, and leave out what was before: for processes that go on and on. A `warm_up_cases` of the scenario states it instead.
    /// - Throws: `AuraError` with the code invalid_plan, invalid_scenario, limit_size, not_found
    func prepareRun(project: String, scenario: Documents.Scenario? = nil, seed: Int? = nil, cases: Int? = nil, budget: Double? = nil, depth: Documents.RunDepth? = nil, services: [Documents.ServiceMock]? = nil, pauseAtMs: Int? = nil, precision: Documents.Precision? = nil, detectWarmUp: Bool? = nil, progress: ProgressHandler? = nil) async throws -> Documents.PreparedRun {
        try await run("prepare_run", Json.written([("project", project), ("scenario", scenario), ("seed", seed), ("cases", cases), ("budget", budget), ("depth", depth), ("services", services), ("pause_at_ms", pauseAtMs), ("precision", precision), ("detect_warm_up", detectWarmUp)]), progress)
    }

    /// Runs some replications of a run; needs no project.
    /// - Parameter plan: The plan, as it was prepared.
    /// - Parameter scenario: The circumstances, as they were prepared.
    /// - Parameter first: The first replication, counted from 0.
    /// - Parameter count: How many replications.
    /// - Throws: `AuraError` with the code invalid_plan, invalid_scenario, limit_size
    func runPart(plan: Documents.Plan, scenario: Documents.Scenario, first: Int, count: Int, progress: ProgressHandler? = nil) async throws -> Documents.RunPartResponse {
        try await run("run_part", Json.written([("plan", plan), ("scenario", scenario), ("first", first), ("count", count)]), progress)
    }

    /// Puts the parts of a run together and keeps it, with the bytes that one machine would have made.
    /// - Parameter project: The project, whose plan must still be the one of the parts.
    /// - Parameter scenario: The circumstances, as they were prepared.
    /// - Parameter partsBase64: All parts, in any order.
    /// - Throws: `AuraError` with the code invalid_data, invalid_plan, invalid_scenario, limit_size, not_found, conflict
    func joinParts(project: String, scenario: Documents.Scenario, partsBase64: [String], progress: ProgressHandler? = nil) async throws -> Documents.Simulated {
        try await run("join_parts", Json.written([("project", project), ("scenario", scenario), ("parts_base64", partsBase64)]), progress)
    }

    /// Finds which assumption drives the result when all of them move at once, and keeps it.
    /// - Parameter project: The project.
    /// - Parameter metric: The metric; the primary one where absent.
    /// - Parameter scenario: A complete scenario instead of the default one.
    /// - Parameter seed: The seed.
    /// - Parameter cases: Cases of each run; 500 where absent.
    /// - Parameter trajectories: Screening: how often each assumption is moved; 8 where absent.
    /// - Parameter samples: Measuring: rows of the design; each takes two runs more than there are ranked assumptions; 64 where absent.
    /// - Parameter mostRanked: Most assumptions that are ranked; 8 where absent.
    /// - Parameter values: Values of points that were measured elsewhere, in the order in which they were asked for.
    /// - Throws: `AuraError` with the code invalid_plan, invalid_scenario, invalid_data, limit_size, not_found, conflict
    func sensitivity(project: String, metric: String? = nil, scenario: Documents.Scenario? = nil, seed: Int? = nil, cases: Int? = nil, trajectories: Int? = nil, samples: Int? = nil, mostRanked: Int? = nil, values: [Double]? = nil, progress: ProgressHandler? = nil) async throws -> Documents.Influenced {
        try await run("sensitivity", Json.written([("project", project), ("metric", metric), ("scenario", scenario), ("seed", seed), ("cases", cases), ("trajectories", trajectories), ("samples", samples), ("most_ranked", mostRanked), ("values", values)]), progress)
    }

    /// Finds for each promise of the plan the likeliest combination of faults that breaks it, and the shortest trace of it.
    /// - Parameter project: The project.
    /// - Parameter scenario: A complete scenario instead of the default one.
    /// - Parameter seed: The seed.
    /// - Parameter cases: Cases that are looked at; 20 where absent.
    /// - Parameter mostFaults: Most faults in one combination; 4 where absent.
    /// - Parameter mostRuns: Most runs of a case for each promise; 5,000 where absent.
    /// - Throws: `AuraError` with the code invalid_plan, invalid_scenario, limit_size, not_found
    func findFaults(project: String, scenario: Documents.Scenario? = nil, seed: Int? = nil, cases: Int? = nil, mostFaults: Int? = nil, mostRuns: Int? = nil, progress: ProgressHandler? = nil) async throws -> Documents.FaultReport {
        try await run("find_faults", Json.written([("project", project), ("scenario", scenario), ("seed", seed), ("cases", cases), ("most_faults", mostFaults), ("most_runs", mostRuns)]), progress)
    }

    /// Says what a simulated person answers to an assistant, and what the assistant's model is to be asked next.
    /// - Parameter brief: What the persona wants and knows. To agree, it wants each fact stated right, one a line as `name: value`.
    /// - Parameter heard: The answers of the assistant; none at the beginning.
    /// - Parameter persona: Who talks; the ordinary person of the defaults where absent.
    /// - Parameter instructions: What the assistant is told to be; goes into the next request to its model.
    /// - Parameter assistant: The name of the assistant, for the record; `assistant` where absent.
    /// - Parameter seed: The root of all randomness; 1 where absent.
    /// - Parameter session: The number of the conversation; another one is another person of the same kind. 0 where absent.
    /// - Parameter mostTurns: Most answers of the assistant; 30 where absent.
    /// - Throws: `AuraError` with the code invalid_scenario, invalid_data, limit_input, limit_size
    func converse(brief: Documents.ConversationBrief, heard: [String]? = nil, persona: Documents.Persona? = nil, instructions: String? = nil, assistant: String? = nil, seed: Int? = nil, session: Int? = nil, mostTurns: Int? = nil, progress: ProgressHandler? = nil) async throws -> Documents.Conversed {
        try await run("converse", Json.written([("brief", brief), ("heard", heard), ("persona", persona), ("instructions", instructions), ("assistant", assistant), ("seed", seed), ("session", session), ("most_turns", mostTurns)]), progress)
    }

    /// Tells what happened to one case of the last run: when it waited, for how long, and because of what.
    /// - Parameter project: The project.
    /// - Parameter case: Which case; the slowest one where absent.
    /// - Throws: `AuraError` with the code conflict, not_found
    func caseStory(project: String, `case`: Documents.StoryChoice? = nil, progress: ProgressHandler? = nil) async throws -> Documents.CaseStory {
        try await run("case_story", Json.written([("project", project), ("case", `case`)]), progress)
    }

    /// Lets simulated people walk through the prototype of the plan, screen by screen, and tells what they did.
    /// - Parameter project: The project.
    /// - Parameter scenario: A complete scenario instead of the default one: its seed, personas and overrides count.
    /// - Parameter seed: The seed.
    /// - Parameter sessions: How many sessions, at most 10,000; 200 where absent.
    /// - Parameter persona: The only persona that comes; all by their shares where absent.
    /// - Parameter kept: How many sessions are given with log and story; 20 where absent. All count in the summary.
    /// - Parameter mostInteractions: Most interactions of one session, at most 20,000; 1,000 where absent.
    /// - Throws: `AuraError` with the code invalid_plan, invalid_scenario, limit_size, not_found
    func walk(project: String, scenario: Documents.Scenario? = nil, seed: Int? = nil, sessions: Int? = nil, persona: String? = nil, kept: Int? = nil, mostInteractions: Int? = nil, progress: ProgressHandler? = nil) async throws -> Documents.Walks {
        try await run("walk", Json.written([("project", project), ("scenario", scenario), ("seed", seed), ("sessions", sessions), ("persona", persona), ("kept", kept), ("most_interactions", mostInteractions)]), progress)
    }

    /// Says at which points a sensitivity is to be measured next; none where all values are known.
    /// - Parameter project: The project.
    /// - Parameter metric: The metric; the primary one where absent.
    /// - Parameter scenario: A complete scenario instead of the default one.
    /// - Parameter seed: The seed.
    /// - Parameter cases: Cases of each run; 500 where absent.
    /// - Parameter trajectories: Screening: how often each assumption is moved; 8 where absent.
    /// - Parameter samples: Measuring: rows of the design; each takes two runs more than there are ranked assumptions; 64 where absent.
    /// - Parameter mostRanked: Most assumptions that are ranked; 8 where absent.
    /// - Parameter values: Values of points that were measured elsewhere, in the order in which they were asked for.
    /// - Throws: `AuraError` with the code invalid_plan, invalid_scenario, invalid_data, limit_size, not_found
    func prepareSensitivity(project: String, metric: String? = nil, scenario: Documents.Scenario? = nil, seed: Int? = nil, cases: Int? = nil, trajectories: Int? = nil, samples: Int? = nil, mostRanked: Int? = nil, values: [Double]? = nil, progress: ProgressHandler? = nil) async throws -> Documents.SensitivityRound {
        try await run("prepare_sensitivity", Json.written([("project", project), ("metric", metric), ("scenario", scenario), ("seed", seed), ("cases", cases), ("trajectories", trajectories), ("samples", samples), ("most_ranked", mostRanked), ("values", values)]), progress)
    }

    /// Measures a metric at some points; needs no project.
    /// - Parameter plan: The plan, as it was prepared.
    /// - Parameter scenario: The circumstances, as they were prepared.
    /// - Parameter metric: The metric.
    /// - Parameter points: Some of the points.
    /// - Parameter options: How each point is measured.
    /// - Throws: `AuraError` with the code invalid_plan, invalid_scenario, invalid_number, limit_size, not_found
    func measurePoints(plan: Documents.Plan, scenario: Documents.Scenario, metric: String, points: [[String: Double]], options: Documents.InfluenceOptions? = nil, progress: ProgressHandler? = nil) async throws -> Documents.PointValues {
        try await run("measure_points", Json.written([("plan", plan), ("scenario", scenario), ("metric", metric), ("points", points), ("options", options)]), progress)
    }

    /// Compares the plan with variants of it, or with the changes that Aura suggests, and keeps the verdict.
    /// - Parameter simulate: How the plan and its variants are run.
    /// - Parameter variants: Variants.
    /// - Parameter rule: The rule; a default one, stated in the verdict, where absent.
    /// - Throws: `AuraError` with the code invalid_edit, ambiguous_edit, invalid_experiment, invalid_scenario, not_found, conflict
    func evaluate(simulate: Documents.SimulateRequest, variants: [Documents.VariantRequest]? = nil, rule: Documents.DecisionRule? = nil, progress: ProgressHandler? = nil) async throws -> Documents.Evaluated {
        try await run("evaluate", Json.written([("simulate", simulate), ("variants", variants), ("rule", rule)]), progress)
    }

    /// Checks the statement of a test with real people before the data.
    /// - Parameter experiment: The statement.
    /// - Throws: `AuraError` with the code invalid_experiment, invalid_number, limit_size
    func checkExperiment(experiment: Documents.LiveExperiment, progress: ProgressHandler? = nil) async throws -> Documents.CheckedExperiment {
        try await run("check_experiment", Json.written([("experiment", experiment)]), progress)
    }

    /// Says how many units a test with real people needs, and how long that takes.
    /// - Parameter baseline: Value of the control today. Without `kind` it is a share between 0 and 1 where `deviation` is absent, else a mean.
    /// - Parameter deviation: Standard deviation of one unit; absent for shares and where `kind` says it.
    /// - Parameter kind: What is measured, where it is neither a mean nor a share.
    /// - Parameter effect: The effect to find, in the unit of the metric.
    /// - Parameter units: Units of all arms, where they are given rather than asked for.
    /// - Parameter days: Days of traffic, where they are given rather than asked for.
    /// - Parameter clusters: Rows that belong together, where the metric is an average over rows and whole units are assigned.
    /// - Parameter varianceLeft: Share of the variance that covariates leave; 1 without covariates.
    /// - Parameter confidence: Confidence of the verdict.
    /// - Parameter power: Chance to find the effect.
    /// - Parameter treatments: How many arms beside the control share the level.
    /// - Parameter armAdjustment: How they share it; as in the statement of a test where absent.
    /// - Parameter monitoring: How often the data are looked at: for planned looks the fractions of all of them.
    /// - Parameter unitsEachDay: Units that come in each day, for all arms.
    /// - Throws: `AuraError` with the code invalid_number
    func power(baseline: Double, deviation: Double? = nil, kind: Documents.PowerKind? = nil, effect: Double? = nil, units: Double? = nil, days: Double? = nil, clusters: Documents.ClusterPower? = nil, varianceLeft: Double? = nil, confidence: Double? = nil, power: Double? = nil, treatments: Int? = nil, armAdjustment: Documents.ArmAdjustment? = nil, monitoring: Documents.Monitoring? = nil, unitsEachDay: Double? = nil, progress: ProgressHandler? = nil) async throws -> Documents.PowerPlan {
        try await run("power", Json.written([("baseline", baseline), ("deviation", deviation), ("kind", kind), ("effect", effect), ("units", units), ("days", days), ("clusters", clusters), ("variance_left", varianceLeft), ("confidence", confidence), ("power", power), ("treatments", treatments), ("arm_adjustment", armAdjustment), ("monitoring", monitoring), ("units_each_day", unitsEachDay)]), progress)
    }

    /// Gives every unit of a test its arm, always the same one.
    /// - Parameter experiment: The statement.
    /// - Parameter units: The units.
    /// - Throws: `AuraError` with the code invalid_experiment, invalid_number, limit_size
    func assign(experiment: Documents.LiveExperiment, units: [String], progress: ProgressHandler? = nil) async throws -> Documents.Assigned {
        try await run("assign", Json.written([("experiment", experiment), ("units", units)]), progress)
    }

    /// Judges the data of a test with real people by the rule that was stated.
    /// - Parameter experiment: The statement.
    /// - Parameter table: A table in CSV with one row for each unit; with `outcomes`, the log of exposures.
    /// - Parameter outcomes: A log of outcomes in CSV; outcomes are added up over the window of each unit.
    /// - Throws: `AuraError` with the code invalid_experiment, invalid_data, invalid_number, limit_size
    func analyze(experiment: Documents.LiveExperiment, table: String, outcomes: String? = nil, progress: ProgressHandler? = nil) async throws -> Documents.Analyzed {
        try await run("analyze", Json.written([("experiment", experiment), ("table", table), ("outcomes", outcomes)]), progress)
    }

    /// Makes the page and the picture of a verdict about real people; one that was changed since it was given is refused.
    /// - Parameter verdict: The verdict.
    /// - Throws: `AuraError` with the code invalid_document
    func report(verdict: Documents.LiveVerdict, progress: ProgressHandler? = nil) async throws -> Documents.ExperimentReport {
        try await run("report", Json.written([("verdict", verdict)]), progress)
    }

    /// Splits the data of a test at random again and again, and says how often the test would raise a false alarm.
    /// - Parameter experiment: The statement.
    /// - Parameter table: A table in CSV with one row for each unit.
    /// - Parameter splits: How many random splits; 1,000 where absent.
    /// - Parameter seed: Where the splits come from; 0 where absent.
    /// - Parameter sharedColumn: A column of what units of both arms share, to see whether the arms disturb each other through it.
    /// - Throws: `AuraError` with the code invalid_experiment, invalid_data, invalid_number, limit_size
    func calibrate(experiment: Documents.LiveExperiment, table: String, splits: Int? = nil, seed: Int? = nil, sharedColumn: String? = nil, progress: ProgressHandler? = nil) async throws -> Documents.Calibration {
        try await run("calibrate", Json.written([("experiment", experiment), ("table", table), ("splits", splits), ("seed", seed), ("shared_column", sharedColumn)]), progress)
    }

    /// Applies one procedure of statistics to plain numbers: tests, intervals, beliefs, bounds of looks, adjustments.
    /// - Parameter procedure: The procedure.
    /// - Parameter options: Confidence, direction and the value that is tested against, for procedures that have them.
    /// - Throws: `AuraError` with the code invalid_data, invalid_number, limit_size
    func infer(procedure: Documents.Procedure, options: Documents.TestOptions? = nil, progress: ProgressHandler? = nil) async throws -> Documents.Inferred {
        try await run("infer", Json.written([("procedure", procedure), ("options", options)]), progress)
    }

    /// Gives the next shares of a test whose arms follow what was seen, with ranges that hold at every look.
    /// - Parameter experiment: The statement.
    /// - Parameter table: A table in CSV with one row for each unit, in the order in which they were assigned.
    /// - Parameter plan: How the next shares are found.
    /// - Throws: `AuraError` with the code invalid_experiment, invalid_data, invalid_number, limit_size
    func allocate(experiment: Documents.LiveExperiment, table: String, plan: Documents.AllocationPlan? = nil, progress: ProgressHandler? = nil) async throws -> Documents.Allocation {
        try await run("allocate", Json.written([("experiment", experiment), ("table", table), ("plan", plan)]), progress)
    }

    /// Tells the effect of a change although nobody was assigned at random, and labels it so.
    /// - Parameter observation: What was changed, when, for whom, and what is looked at.
    /// - Parameter table: A table in CSV with one row for each unit and period.
    /// - Throws: `AuraError` with the code invalid_experiment, invalid_data, invalid_number, limit_size
    func observe(observation: Documents.Observation, table: String, progress: ProgressHandler? = nil) async throws -> Documents.ObservedEffect {
        try await run("observe", Json.written([("observation", observation), ("table", table)]), progress)
    }

    /// Opens a service straight from its OpenAPI description, in this process and nowhere else.
    /// - Parameter description: The description: OpenAPI 3.0 or 3.1, in JSON or YAML.
    /// - Parameter seed: The seed of made-up values; 1 where absent.
    /// - Parameter shortestLatencyMs: The shortest time of an answer, in milliseconds of virtual time.
    /// - Parameter longestLatencyMs: The longest time of an answer; every value between is as likely.
    /// - Parameter errorShare: Which share of calls fails, from 0 to 1.
    /// - Parameter callsPerSecond: Most calls in a second of virtual time; more get 429.
    /// - Parameter locale: The language and country of made-up names, addresses and telephone numbers; `en` where absent.
    /// - Throws: `AuraError` with the code invalid_document, limit_size
    func openMock(description: String, seed: Int? = nil, shortestLatencyMs: Int? = nil, longestLatencyMs: Int? = nil, errorShare: Double? = nil, callsPerSecond: Int? = nil, locale: Documents.Locale? = nil, progress: ProgressHandler? = nil) async throws -> Documents.OpenMock {
        try await run("open_mock", Json.written([("description", description), ("seed", seed), ("shortest_latency_ms", shortestLatencyMs), ("longest_latency_ms", longestLatencyMs), ("error_share", errorShare), ("calls_per_second", callsPerSecond), ("locale", locale)]), progress)
    }

    /// Answers a request as the description says, and remembers what was written.
    /// - Parameter mock: The number of the mock.
    /// - Parameter method: The method, for example `GET`.
    /// - Parameter target: Path and query, for example `/pets?limit=3`.
    /// - Parameter headers: Headers in any case.
    /// - Parameter body: The body as JSON, with the header for it.
    /// - Parameter bodyText: The body as it is, instead.
    /// - Parameter atMs: When it is sent, in milliseconds of virtual time.
    /// - Throws: `AuraError` with the code not_found
    func respond(mock: Int, method: String, target: String, headers: [String: String]? = nil, body: Json? = nil, bodyText: String? = nil, atMs: Int? = nil, progress: ProgressHandler? = nil) async throws -> Documents.MockAnswer {
        try await run("respond", Json.written([("mock", mock), ("method", method), ("target", target), ("headers", headers), ("body", body), ("body_text", bodyText), ("at_ms", atMs)]), progress)
    }

    /// Closes a mock and forgets what was written to it.
    /// - Parameter mock: The number of the mock.
    /// - Throws: `AuraError` with the code not_found
    func closeMock(mock: Int, progress: ProgressHandler? = nil) async throws -> Documents.Done {
        try await run("close_mock", Json.written([("mock", mock)]), progress)
    }

    /// Makes the package for engineers from everything that the project holds, and keeps it.
    /// - Parameter project: The project.
    /// - Throws: `AuraError` with the code limit_size, not_found, conflict
    func handoff(project: String, progress: ProgressHandler? = nil) async throws -> Documents.HandedOff {
        try await run("handoff", Json.written([("project", project)]), progress)
    }

    /// Says why an item of the intent or the plan is as it is: the words, the rule, the alternatives.
    /// - Parameter project: The project.
    /// - Parameter item: The id of the item, for example `step_pay`.
    /// - Throws: `AuraError` with the code not_found
    func why(project: String, item: String, progress: ProgressHandler? = nil) async throws -> Documents.Why {
        try await run("why", Json.written([("project", project), ("item", item)]), progress)
    }

    /// Lists all projects of the store.
    func projects(progress: ProgressHandler? = nil) async throws -> Documents.ProjectList {
        try await run("projects", Json.written([]), progress)
    }

    /// Lists what was done in a project, newest first.
    /// - Parameter project: The project.
    /// - Parameter most: Most revisions; 100 where absent.
    /// - Throws: `AuraError` with the code not_found
    func history(project: String, most: Int? = nil, progress: ProgressHandler? = nil) async throws -> Documents.HistoryResponse {
        try await run("history", Json.written([("project", project), ("most", most)]), progress)
    }

    /// Asks the language model that the host has plugged in.
    /// - Parameter purpose: What the answer is for, for example `intent.suggest`.
    /// - Parameter instructions: What the model is to do. Written by Aura, never by users.
    /// - Parameter messages: The conversation, oldest first. User text stands only here.
    /// - Parameter maxOutputTokens: Most tokens of the answer.
    /// - Parameter schema: JSON Schema that the answer must fit, where it must be JSON.
    /// - Parameter seed: Seed for providers that take one.
    /// - Throws: `AuraError` with the code unavailable_model, limit_budget, limit_tokens, denied
    func complete(purpose: String, instructions: String, messages: [Documents.Message], maxOutputTokens: Int, schema: Json? = nil, seed: Int? = nil, progress: ProgressHandler? = nil) async throws -> Documents.ModelResponse {
        try await run("complete", Json.written([("purpose", purpose), ("instructions", instructions), ("messages", messages), ("max_output_tokens", maxOutputTokens), ("schema", schema), ("seed", seed)]), progress)
    }

}
