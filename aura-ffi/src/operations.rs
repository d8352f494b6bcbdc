//! The table: every public operation once, with its request, response, error codes and documentation.
//!
//! To add an operation, write its function in the engine and one entry here. Everything else follows:
//! dispatch, the catalogue, the classes and types of every language, their documentation.

use std::future::Future;
use std::pin::Pin;
use std::sync::Arc;

use aura_core::domain::allocation::Allocation;
use aura_core::domain::calibration::Calibration;
use aura_core::domain::fault::FaultReport;
use aura_core::domain::story::CaseStory;
use aura_core::domain::walk::Walks;
use aura_core::engine::Engine;
use aura_core::engine::requests::{
    Combined, EditRequest, Edited, EvaluateRequest, Evaluated, EventLogRequest, ExportedLog, FaultRequest,
    GoalRequest, HandedOff, ImportRequest, Imported, Influenced, Interpreted, JoinRequest, LearnRequest,
    LearnedPlan, MeasureRequest, MergeRequest, PlanVersions, Planned, PointValues, PreparedRun, Prototyped,
    RedoRequest, ReplanRequest, RunPartRequest, RunPartResponse, SensitivityRequest, SensitivityRound,
    SimulateRequest, Simulated, StoryRequest, UndoRequest, WalkRequest,
};
use aura_core::evaluate::infer::{InferRequest, Inferred, infer};
use aura_core::evaluate::live::{PowerPlan, PowerRequest, plan_power};
use aura_core::explain::Why;
use aura_core::llm::{ModelRequest, ModelResponse};
use aura_core::progress::Control;
use aura_core::simulate::ReplayReport;
use aura_core::simulate::converse::{ConverseRequest, Conversed, converse};
use aura_core::simulate::likeness::{
    Synthesis, SynthesisRequest, TablesRequest, TablesSynthesis, read_records, synthesize, synthesize_tables,
    table_records,
};
use aura_core::{Error, ErrorCode, Result};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use schemars::{Schema, SchemaGenerator};
use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::experiments::{
    self, AllocateRequest, AnalyzeRequest, Analyzed, AssignRequest, Assigned, CalibrateRequest,
    CheckedExperiment, ExperimentReport, ExperimentRequest, ObserveRequest, ObservedEffect, ReportRequest,
};
use crate::mocks::{CloseMockRequest, MockAnswer, MockCall, MockRequest, Mocks, OpenMock};
use crate::requests::{
    AgentList, AnswerRequest, Done, HistoryRequest, HistoryResponse, ItemRequest, Outline, ProjectList,
    ProjectRequest, RecordedTrace, VerifyRequest,
};
use crate::tables::{Given, Tables};

/// What an operation works with.
pub(crate) struct Work {
    pub(crate) engine: Engine,
    pub(crate) control: Control,
    pub(crate) mocks: Arc<Mocks>,
    pub(crate) tables: Tables,
}

type Running<'a> = Pin<Box<dyn Future<Output = Result<String>> + Send + 'a>>;

/// One public operation.
pub struct Operation {
    /// Its name, a verb that users say.
    pub name: &'static str,
    /// What it does; the first line is a sentence.
    pub doc: &'static str,
    /// The codes that it may fail with, besides those of every operation: `invalid_request`, `limit_input`,
    /// `unavailable_store`, `cancelled` and `internal`.
    pub errors: &'static [ErrorCode],
    pub(crate) request: fn(&mut SchemaGenerator) -> Schema,
    pub(crate) response: fn(&mut SchemaGenerator) -> Schema,
    pub(crate) run: for<'a> fn(&'a Work, &'a str) -> Running<'a>,
}

macro_rules! operations {
    ($( $(#[doc = $doc:literal])+ $name:ident($work:ident, $request:ident: $in:ty) -> $out:ty, [$($code:ident)*] => $body:expr; )+) => {
        /// Every public operation, in the order of the product.
        pub static OPERATIONS: &[Operation] = &[ $( Operation {
            name: stringify!($name),
            doc: concat!($($doc, "\n"),+),
            errors: &[$(ErrorCode::$code),*],
            request: |generator| generator.subschema_for::<$in>(),
            response: |generator| generator.subschema_for::<$out>(),
            run: |$work, json| Box::pin(async move {
                let $request: $in = read(stringify!($name), json)?;
                let response: $out = $body?;
                write(&response)
            }),
        } ),+ ];
    };
}

operations! {
    /// Interprets a goal in plain words and keeps the intent, in a new project or in the one that is named.
    interpret(work, request: GoalRequest) -> Interpreted, [InvalidText InvalidGoal InvalidLanguage InvalidAnswer Conflict] => work.engine.interpret(&request).await;
    /// Puts answers into the intent of a project. The plan has to be drafted again afterwards.
    answer(work, request: AnswerRequest) -> Interpreted, [InvalidAnswer NotFound Conflict] => work.engine.answer(&request.project, &request.answers).await;
    /// Gives the intent of a project as it stands.
    present_intent(work, request: ProjectRequest) -> Interpreted, [NotFound] => work.engine.present_intent(&request.project).await;
    /// Drafts the plan of a project from its intent and keeps it as the newest version.
    plan(work, request: ProjectRequest) -> Planned, [LimitSize NotFound Conflict] => work.engine.plan(&request.project).await;
    /// Drafts the plan again after its intent changed, and keeps what was edited by hand.
    replan(work, request: ReplanRequest) -> Combined, [InvalidAnswer InvalidEdit LimitSize NotFound Conflict] => work.engine.replan(&request).await;
    /// Gives the plan of a project as it stands, with what there is to say about it.
    present_plan(work, request: ProjectRequest) -> Planned, [NotFound] => work.engine.present_plan(&request.project).await;
    /// Tells the plan of a project in plain English.
    outline(work, request: ProjectRequest) -> Outline, [NotFound] => outlined(&work.engine, request).await;
    /// Reads a change in plain English and makes it, where exactly one reading fits or one was chosen.
    edit(work, request: EditRequest) -> Edited, [InvalidEdit AmbiguousEdit NotFound Conflict] => work.engine.edit(&request).await;
    /// Takes changes of the plan back, or goes back to a version.
    undo(work, request: UndoRequest) -> Planned, [AmbiguousEdit NotFound Conflict] => work.engine.undo(&request).await;
    /// Makes changes of the plan again that were taken back.
    redo(work, request: RedoRequest) -> Planned, [NotFound Conflict] => work.engine.redo(&request).await;
    /// Lists the versions of a project's plan, in the order in which they came to be.
    versions(work, request: ProjectRequest) -> PlanVersions, [NotFound] => work.engine.versions(&request.project).await;
    /// Brings another version of the plan into the present one.
    merge(work, request: MergeRequest) -> Combined, [InvalidAnswer InvalidEdit AmbiguousEdit NotFound Conflict] => work.engine.merge(&request).await;
    /// Makes a project of a process model: BPMN 2.0, with the parameters of a simulation.
    import_model(work, request: ImportRequest) -> Imported, [InvalidDocument InvalidNumber LimitSize Conflict] => work.engine.import_model(&request).await;
    /// Takes the numbers of a plan, or the plan itself, from an event log: XES or CSV.
    learn(work, request: LearnRequest) -> LearnedPlan, [InvalidData InvalidText InvalidScenario LimitSize NotFound Conflict] => learned(work, request).await;
    /// Lists the AI agents that steps can be given to: the host's, and the built-in ones.
    agents(work, _request: Done) -> AgentList, [] => Ok::<_, Error>(AgentList { agents: work.engine.agents() });
    /// Makes the clickable prototype of a project's plan and keeps it.
    prototype(work, request: ProjectRequest) -> Prototyped, [InvalidPlan LimitSize NotFound Conflict] => work.engine.prototype(&request.project).await;
    /// Runs the plan with simulated people and keeps run, trace, sensitivity and explanation.
    simulate(work, request: SimulateRequest) -> Simulated, [InvalidPlan InvalidScenario LimitSize NotFound Conflict] => work.engine.simulate(&request).await;
    /// Makes the last run of a project again and compares it with what was recorded.
    replay(work, request: ProjectRequest) -> ReplayReport, [InvalidTrace NotFound] => work.engine.replay(&request.project).await;
    /// Gives the trace of the last run of a project.
    trace(work, request: ProjectRequest) -> RecordedTrace, [NotFound] => recorded(&work.engine, request).await;
    /// Makes the run that a trace was recorded from again, with the present plan, and compares both.
    verify(work, request: VerifyRequest) -> ReplayReport, [InvalidTrace NotFound] => verified(&work.engine, request).await;
    /// Makes synthetic records that are like those of a sample and none of them; needs no project.
    synthesize(work, request: SynthesisRequest) -> Synthesis, [InvalidData InvalidNumber LimitSize] => synthesized(work, &request);
    /// Makes synthetic tables that are like samples and refer to each other as these do; needs no project.
    synthesize_tables(work, request: TablesRequest) -> TablesSynthesis, [InvalidData InvalidNumber LimitSize] => synthesize_tables(&request, work.engine.limits());
    /// Gives the last run of a project as an event log for other programs.
    event_log(work, request: EventLogRequest) -> ExportedLog, [InvalidTrace NotFound] => work.engine.event_log(&request).await;
    /// Says what a run consists of, so that its replications can be run apart.
    prepare_run(work, request: SimulateRequest) -> PreparedRun, [InvalidPlan InvalidScenario LimitSize NotFound] => work.engine.prepare_run(&request).await;
    /// Runs some replications of a run; needs no project.
    run_part(work, request: RunPartRequest) -> RunPartResponse, [InvalidPlan InvalidScenario LimitSize] => work.engine.run_part(&request);
    /// Puts the parts of a run together and keeps it, with the bytes that one machine would have made.
    join_parts(work, request: JoinRequest) -> Simulated, [InvalidData InvalidPlan InvalidScenario LimitSize NotFound Conflict] => work.engine.join_parts(&request).await;
    /// Finds which assumption drives the result when all of them move at once, and keeps it.
    sensitivity(work, request: SensitivityRequest) -> Influenced, [InvalidPlan InvalidScenario InvalidData LimitSize NotFound Conflict] => work.engine.sensitivity(&request).await;
    /// Finds for each promise of the plan the likeliest combination of faults that breaks it, and the shortest trace of it.
    find_faults(work, request: FaultRequest) -> FaultReport, [InvalidPlan InvalidScenario LimitSize NotFound] => work.engine.find_faults(&request).await;
    /// Says what a simulated person answers to an assistant, and what the assistant's model is to be asked next.
    converse(_work, request: ConverseRequest) -> Conversed, [InvalidScenario InvalidData LimitInput LimitSize] => converse(&request);
    /// Tells what happened to one case of the last run: when it waited, for how long, and because of what.
    case_story(work, request: StoryRequest) -> CaseStory, [Conflict NotFound] => work.engine.case_story(&request).await;
    /// Lets simulated people walk through the prototype of the plan, screen by screen, and tells what they did.
    walk(work, request: WalkRequest) -> Walks, [InvalidPlan InvalidScenario LimitSize NotFound] => work.engine.walk(&request).await;
    /// Says at which points a sensitivity is to be measured next; none where all values are known.
    prepare_sensitivity(work, request: SensitivityRequest) -> SensitivityRound, [InvalidPlan InvalidScenario InvalidData LimitSize NotFound] => work.engine.prepare_sensitivity(&request).await;
    /// Measures a metric at some points; needs no project.
    measure_points(work, request: MeasureRequest) -> PointValues, [InvalidPlan InvalidScenario InvalidNumber LimitSize NotFound] => work.engine.measure_points(&request);
    /// Compares the plan with variants of it, or with the changes that Aura suggests, and keeps the verdict.
    evaluate(work, request: EvaluateRequest) -> Evaluated, [InvalidEdit AmbiguousEdit InvalidExperiment InvalidScenario NotFound Conflict] => work.engine.evaluate(&request).await;
    /// Checks the statement of a test with real people before the data.
    check_experiment(_work, request: ExperimentRequest) -> CheckedExperiment, [InvalidExperiment InvalidNumber LimitSize] => experiments::check(request);
    /// Says how many units a test with real people needs, and how long that takes.
    power(_work, request: PowerRequest) -> PowerPlan, [InvalidNumber] => plan_power(&request);
    /// Gives every unit of a test its arm, always the same one.
    assign(_work, request: AssignRequest) -> Assigned, [InvalidExperiment InvalidNumber LimitSize] => experiments::assign(&request);
    /// Judges the data of a test with real people by the rule that was stated.
    analyze(work, request: AnalyzeRequest) -> Analyzed, [InvalidExperiment InvalidData InvalidNumber LimitSize] => experiments::analyze(&request, work);
    /// Makes the page and the picture of a verdict about real people; one that was changed since it was given is refused.
    report(_work, request: ReportRequest) -> ExperimentReport, [InvalidDocument] => experiments::report(&request);
    /// Splits the data of a test at random again and again, and says how often the test would raise a false alarm.
    calibrate(work, request: CalibrateRequest) -> Calibration, [InvalidExperiment InvalidData InvalidNumber LimitSize] => experiments::calibrate(&request, work);
    /// Applies one procedure of statistics to plain numbers: tests, intervals, beliefs, bounds of looks, adjustments.
    infer(_work, request: InferRequest) -> Inferred, [InvalidData InvalidNumber LimitSize] => infer(&request);
    /// Gives the next shares of a test whose arms follow what was seen, with ranges that hold at every look.
    allocate(work, request: AllocateRequest) -> Allocation, [InvalidExperiment InvalidData InvalidNumber LimitSize] => experiments::allocate(&request, work);
    /// Tells the effect of a change although nobody was assigned at random, and labels it so.
    observe(work, request: ObserveRequest) -> ObservedEffect, [InvalidExperiment InvalidData InvalidNumber LimitSize] => experiments::observe(&request, work);
    /// Opens a service straight from its OpenAPI description, in this process and nowhere else.
    open_mock(work, request: MockRequest) -> OpenMock, [InvalidDocument LimitSize] => work.mocks.open(&request, work.engine.limits());
    /// Answers a request as the description says, and remembers what was written.
    respond(work, request: MockCall) -> MockAnswer, [NotFound] => work.mocks.respond(&request);
    /// Closes a mock and forgets what was written to it.
    close_mock(work, request: CloseMockRequest) -> Done, [NotFound] => work.mocks.close(request.mock);
    /// Makes the package for engineers from everything that the project holds, and keeps it.
    handoff(work, request: ProjectRequest) -> HandedOff, [LimitSize NotFound Conflict] => work.engine.handoff(&request.project).await;
    /// Says why an item of the intent or the plan is as it is: the words, the rule, the alternatives.
    why(work, request: ItemRequest) -> Why, [NotFound] => work.engine.why(&request.project, &request.item).await;
    /// Lists all projects of the store.
    projects(work, _request: Done) -> ProjectList, [] => work.engine.projects().await.map(|projects| ProjectList { projects });
    /// Lists what was done in a project, newest first.
    history(work, request: HistoryRequest) -> HistoryResponse, [NotFound] => revisions(&work.engine, request).await;
    /// Asks the language model that the host has plugged in.
    complete(work, request: ModelRequest) -> ModelResponse, [UnavailableModel LimitBudget LimitTokens Denied] => work.engine.model().complete(&request, &work.control).await;
}

async fn outlined(engine: &Engine, request: ProjectRequest) -> Result<Outline> {
    let planned = engine.present_plan(&request.project).await?;
    Ok(Outline { project: request.project, text: aura_core::plan::describe(&planned.plan) })
}

async fn recorded(engine: &Engine, request: ProjectRequest) -> Result<RecordedTrace> {
    let trace_base64 = STANDARD.encode(engine.trace(&request.project).await?);
    Ok(RecordedTrace { project: request.project, trace_base64 })
}

async fn verified(engine: &Engine, request: VerifyRequest) -> Result<ReplayReport> {
    let trace = STANDARD
        .decode(&request.trace_base64)
        .map_err(|_| Error::new(ErrorCode::InvalidTrace, "`trace_base64` is not base64"))?;
    engine.verify(&request.project, &trace).await
}

async fn learned(work: &Work, request: LearnRequest) -> Result<LearnedPlan> {
    match work.tables.file("log")? {
        Some(file) => work.engine.learn_from(&file, &request).await,
        None => work.engine.learn(&request).await,
    }
}

fn synthesized(work: &Work, request: &SynthesisRequest) -> Result<Synthesis> {
    let sample = match work.tables.member("sample", &request.sample)? {
        Given::Text(text) => read_records(text)?,
        columns => table_records(&columns.rows()?),
    };
    synthesize(&sample, request, work.engine.limits())
}

async fn revisions(engine: &Engine, request: HistoryRequest) -> Result<HistoryResponse> {
    let most = request.most.unwrap_or(100) as usize;
    Ok(HistoryResponse { revisions: engine.history(&request.project, most).await? })
}

/// Runs an operation by its name.
pub(crate) fn run<'a>(name: &'a str, work: &'a Work, json: &'a str) -> Running<'a> {
    if let Some(operation) = OPERATIONS.iter().find(|operation| operation.name == name) {
        return (operation.run)(work, json);
    }
    Box::pin(async move {
        #[expect(clippy::panic, reason = "the packages show with it that no panic leaves this crate")]
        if name == crate::PANIC_FOR_TESTS {
            panic!("as asked for by a test");
        }
        let shown: String = name.chars().take(60).collect();
        let names: Vec<&str> = OPERATIONS.iter().map(|operation| operation.name).collect();
        Err(Error::new(ErrorCode::InvalidRequest, format!("there is no operation `{shown}`"))
            .with_hint(format!("the operations are {}", names.join(", "))))
    })
}

fn read<T: DeserializeOwned>(name: &str, json: &str) -> Result<T> {
    serde_json::from_str(json).map_err(|error| {
        let place = format!("line {} column {}", error.line(), error.column());
        let whole = error.to_string();
        let what = whole.strip_suffix(&format!(" at {place}")).unwrap_or(&whole);
        Error::new(ErrorCode::InvalidRequest, format!("the request of `{name}` cannot be read: {what}"))
            .with_context("place", place)
    })
}

fn write<T: Serialize>(response: &T) -> Result<String> {
    serde_json::to_string(response).map_err(|error| {
        Error::new(ErrorCode::Internal, "the response cannot be written as JSON").with_source(error)
    })
}
