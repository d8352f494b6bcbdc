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
    /// - Throws: `AuraError` with the code invalid_plan, invalid_scenario, limit_size, not_found, conflict
    func simulate(project: String, scenario: Documents.Scenario? = nil, seed: Int? = nil, cases: Int? = nil, budget: Double? = nil, progress: ProgressHandler? = nil) async throws -> Documents.Simulated {
        try await run("simulate", Json.written([("project", project), ("scenario", scenario), ("seed", seed), ("cases", cases), ("budget", budget)]), progress)
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

    /// Compares the plan with variants of it, or with the changes that Aura suggests, and keeps the verdict.
    /// - Parameter simulate: How the plan and its variants are run.
    /// - Parameter variants: Variants.
    /// - Parameter rule: The rule; a default one, stated in the verdict, where absent.
    /// - Throws: `AuraError` with the code invalid_edit, ambiguous_edit, invalid_experiment, invalid_scenario, not_found, conflict
    func evaluate(simulate: Documents.SimulateRequest, variants: [Documents.VariantRequest]? = nil, rule: Documents.DecisionRule? = nil, progress: ProgressHandler? = nil) async throws -> Documents.Evaluated {
        try await run("evaluate", Json.written([("simulate", simulate), ("variants", variants), ("rule", rule)]), progress)
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
