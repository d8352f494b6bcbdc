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
     * @throws AuraException with the code invalid_plan, invalid_scenario, limit_size, not_found, conflict
     */
    public suspend fun simulate(
        project: String,
        scenario: Scenario? = null,
        seed: Long? = null,
        cases: Long? = null,
        budget: Double? = null,
        progress: ((ProgressEvent) -> kotlin.Unit)? = null,
    ): Simulated =
        Simulated(run("simulate", written("project" to project, "scenario" to scenario, "seed" to seed, "cases" to cases, "budget" to budget), progress))

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
