"""The methods of sessions."""

# Written by `cargo xtask generate` from the table of operations. Change that, not this.

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from . import documents
from ._base import AsyncBase, Base

if TYPE_CHECKING:
    from . import requests
    from ._base import OnProgress
    from ._document import Document
    from ._scale import Executor
    from ._tables import TableLike

VERSION = "0.1.0"


class Operations(Base):
    """Every operation as a method."""

    __slots__ = ()

    def interpret(self, text: str, *, project: str | None = None, name: str | None = None, answers: Sequence[requests.Answer | Mapping[str, Any] | Document] | None = None, progress: OnProgress = None) -> documents.Interpreted:
        """Interprets a goal in plain words and keeps the intent, in a new project or in the one that is named.

        Args:
            text: The goal in plain words.
            project: The project to work in; a new one is made where absent or where it does not exist.
            name: A name for a new project; the title of the intent where absent.
            answers: Answers to questions, where they are known already.

        Raises:
            AuraError: with the code invalid_text, invalid_goal, invalid_language, invalid_answer, conflict.
        """
        return self._call("interpret", {"text": text, "project": project, "name": name, "answers": answers}, documents.Interpreted, progress)

    def answer(self, project: str, answers: Sequence[requests.Answer | Mapping[str, Any] | Document], *, progress: OnProgress = None) -> documents.Interpreted:
        """Puts answers into the intent of a project. The plan has to be drafted again afterwards.

        Args:
            project: The project.
            answers: The answers.

        Raises:
            AuraError: with the code invalid_answer, not_found, conflict.
        """
        return self._call("answer", {"project": project, "answers": answers}, documents.Interpreted, progress)

    def present_intent(self, project: str, *, progress: OnProgress = None) -> documents.Interpreted:
        """Gives the intent of a project as it stands.

        Args:
            project: The project.

        Raises:
            AuraError: with the code not_found.
        """
        return self._call("present_intent", {"project": project}, documents.Interpreted, progress)

    def plan(self, project: str, *, progress: OnProgress = None) -> documents.Planned:
        """Drafts the plan of a project from its intent and keeps it as the newest version.

        Args:
            project: The project.

        Raises:
            AuraError: with the code limit_size, not_found, conflict.
        """
        return self._call("plan", {"project": project}, documents.Planned, progress)

    def replan(self, project: str, *, answers: Sequence[requests.Answer | Mapping[str, Any] | Document] | None = None, keep_mine: bool | None = None, progress: OnProgress = None) -> documents.Combined:
        """Drafts the plan again after its intent changed, and keeps what was edited by hand.

        Args:
            project: The project.
            answers: Answers to the questions of an earlier attempt: `a` keeps the edit, `b` takes the new draft.
            keep_mine: Keep the edits wherever no answer says otherwise.

        Raises:
            AuraError: with the code invalid_answer, invalid_edit, limit_size, not_found, conflict.
        """
        return self._call("replan", {"project": project, "answers": answers, "keep_mine": keep_mine}, documents.Combined, progress)

    def present_plan(self, project: str, *, progress: OnProgress = None) -> documents.Planned:
        """Gives the plan of a project as it stands, with what there is to say about it.

        Args:
            project: The project.

        Raises:
            AuraError: with the code not_found.
        """
        return self._call("present_plan", {"project": project}, documents.Planned, progress)

    def outline(self, project: str, *, progress: OnProgress = None) -> documents.Outline:
        """Tells the plan of a project in plain English.

        Args:
            project: The project.

        Raises:
            AuraError: with the code not_found.
        """
        return self._call("outline", {"project": project}, documents.Outline, progress)

    def edit(self, project: str, sentence: str, *, choice: int | None = None, preview: bool | None = None, progress: OnProgress = None) -> documents.Edited:
        """Reads a change in plain English and makes it, where exactly one reading fits or one was chosen.

        Args:
            project: The project.
            sentence: What to change.
            choice: Which of several readings is meant, counted from 1.
            preview: Show what would happen, change nothing.

        Raises:
            AuraError: with the code invalid_edit, ambiguous_edit, not_found, conflict.
        """
        return self._call("edit", {"project": project, "sentence": sentence, "choice": choice, "preview": preview}, documents.Edited, progress)

    def undo(self, project: str, *, steps: int | None = None, version: str | None = None, progress: OnProgress = None) -> documents.Planned:
        """Takes changes of the plan back, or goes back to a version.

        Args:
            project: The project.
            steps: How many changes to take back; 1 where absent.
            version: To which version of the plan: its number in the list of versions, or the beginning of its name.

        Raises:
            AuraError: with the code ambiguous_edit, not_found, conflict.
        """
        return self._call("undo", {"project": project, "steps": steps, "version": version}, documents.Planned, progress)

    def redo(self, project: str, *, steps: int | None = None, progress: OnProgress = None) -> documents.Planned:
        """Makes changes of the plan again that were taken back.

        Args:
            project: The project.
            steps: How many changes to make again; 1 where absent.

        Raises:
            AuraError: with the code not_found, conflict.
        """
        return self._call("redo", {"project": project, "steps": steps}, documents.Planned, progress)

    def versions(self, project: str, *, progress: OnProgress = None) -> documents.PlanVersions:
        """Lists the versions of a project's plan, in the order in which they came to be.

        Args:
            project: The project.

        Raises:
            AuraError: with the code not_found.
        """
        return self._call("versions", {"project": project}, documents.PlanVersions, progress)

    def merge(self, project: str, version: str, *, answers: Sequence[requests.Answer | Mapping[str, Any] | Document] | None = None, keep_mine: bool | None = None, progress: OnProgress = None) -> documents.Combined:
        """Brings another version of the plan into the present one.

        Args:
            project: The project.
            version: The other version: its number in the list of versions, or the beginning of its name.
            answers: Answers to the questions of an earlier attempt: `a` keeps ours, `b` takes theirs.
            keep_mine: Keep the present version's side wherever no answer says otherwise.

        Raises:
            AuraError: with the code invalid_answer, invalid_edit, ambiguous_edit, not_found, conflict.
        """
        return self._call("merge", {"project": project, "version": version, "answers": answers, "keep_mine": keep_mine}, documents.Combined, progress)

    def import_model(self, model: str, *, parameters: str | None = None, name: str | None = None, progress: OnProgress = None) -> documents.Imported:
        """Makes a project of a process model: BPMN 2.0, with the parameters of a simulation.

        Args:
            model: The model: the text of a BPMN 2.0 file.
            parameters: The parameters of a simulation in the JSON of Prosimos; those of BIMP or QBP in the model itself where absent.
            name: A name for the new project; the title of the model where absent.

        Raises:
            AuraError: with the code invalid_document, invalid_number, limit_size, conflict.
        """
        return self._call("import_model", {"model": model, "parameters": parameters, "name": name}, documents.Imported, progress)

    def learn(self, *, log: TableLike | None = None, log_base64: str | None = None, project: str | None = None, name: str | None = None, source: str | None = None, fitted_share: float | None = None, columns: requests.LogOptions | Mapping[str, Any] | Document | None = None, progress: OnProgress = None) -> documents.LearnedPlan:
        """Takes the numbers of a plan, or the plan itself, from an event log: XES or CSV.

        Args:
            log: The log: the text of an XES file, or of a table in CSV with one event in each row.
                A table of any kind instead: a data frame, what else gives Arrow, dicts, or a file.
            log_base64: The log as bytes in base64 instead, for example packed with gzip.
            project: The project whose plan gets the numbers; a plan is drawn from the log, and a project made, where absent.
            name: A name for the new project.
            source: What the log is called, for origins; `event log` where absent.
            fitted_share: The share of cases, the earliest first, that numbers are fitted to before the rest is compared; 0.7 where absent.
            columns: How a table is read; everything is found from the names of the columns where absent.

        Raises:
            AuraError: with the code invalid_data, invalid_text, invalid_scenario, limit_size, not_found, conflict.
        """
        return self._call("learn", {"log": log, "log_base64": log_base64, "project": project, "name": name, "source": source, "fitted_share": fitted_share, "columns": columns}, documents.LearnedPlan, progress, tables=("log",))

    def agents(self, *, progress: OnProgress = None) -> documents.AgentList:
        """Lists the AI agents that steps can be given to: the host's, and the built-in ones.
        """
        return self._call("agents", {}, documents.AgentList, progress)

    def prototype(self, project: str, *, progress: OnProgress = None) -> documents.Prototyped:
        """Makes the clickable prototype of a project's plan and keeps it.

        Args:
            project: The project.

        Raises:
            AuraError: with the code invalid_plan, limit_size, not_found, conflict.
        """
        return self._call("prototype", {"project": project}, documents.Prototyped, progress)

    def simulate(self, project: str, *, scenario: requests.Scenario | Mapping[str, Any] | Document | None = None, seed: int | None = None, cases: int | None = None, budget: float | None = None, depth: requests.RunDepth | None = None, services: Sequence[requests.ServiceMock | Mapping[str, Any] | Document] | None = None, pause_at_ms: int | None = None, precision: requests.Precision | Mapping[str, Any] | Document | None = None, detect_warm_up: bool | None = None, executor: Executor | None = None, progress: OnProgress = None) -> documents.Simulated:
        """Runs the plan with simulated people and keeps run, trace, sensitivity and explanation.

        Args:
            project: The project.
            scenario: A complete scenario instead of the default one.
            seed: The seed.
            cases: How many cases.
            budget: The most that all cases together may cost, in the plan's currency.
            depth: How much of each step is really done. At full depth every service of the plan answers: as its description in `services` says, otherwise as the plan's own contract does.
            services: Descriptions of services; one is enough for full depth.
            pause_at_ms: Pause at this virtual time, in milliseconds; what is there is kept and can be resumed.
            precision: Run as many replications as it takes until the interval of a metric is so narrow.
            detect_warm_up: Find where the run has forgotten that it began empty, and leave out what was before: for processes that go on and on. A `warm_up_cases` of the scenario states it instead.
            executor: Who does the work: a `concurrent.futures.Executor`, a Dask client, or the module `ray`.
                The result is the same to the byte.

        Raises:
            AuraError: with the code invalid_plan, invalid_scenario, limit_size, not_found, conflict.
        """
        return self._call("simulate", {"project": project, "scenario": scenario, "seed": seed, "cases": cases, "budget": budget, "depth": depth, "services": services, "pause_at_ms": pause_at_ms, "precision": precision, "detect_warm_up": detect_warm_up}, documents.Simulated, progress, executor=executor)

    def replay(self, project: str, *, progress: OnProgress = None) -> documents.ReplayReport:
        """Makes the last run of a project again and compares it with what was recorded.

        Args:
            project: The project.

        Raises:
            AuraError: with the code invalid_trace, not_found.
        """
        return self._call("replay", {"project": project}, documents.ReplayReport, progress)

    def trace(self, project: str, *, progress: OnProgress = None) -> documents.RecordedTrace:
        """Gives the trace of the last run of a project.

        Args:
            project: The project.

        Raises:
            AuraError: with the code not_found.
        """
        return self._call("trace", {"project": project}, documents.RecordedTrace, progress)

    def verify(self, project: str, trace_base64: str, *, progress: OnProgress = None) -> documents.ReplayReport:
        """Makes the run that a trace was recorded from again, with the present plan, and compares both.

        Args:
            project: The project.
            trace_base64: The compact binary file, in base64.

        Raises:
            AuraError: with the code invalid_trace, not_found.
        """
        return self._call("verify", {"project": project, "trace_base64": trace_base64}, documents.ReplayReport, progress)

    def synthesize(self, sample: TableLike, *, rows: int | None = None, seed: int | None = None, smallest_group: int | None = None, identifying: Sequence[str] | None = None, locale: requests.Locale | None = None, progress: OnProgress = None) -> documents.Synthesis:
        """Makes synthetic records that are like those of a sample and none of them; needs no project.

        Args:
            sample: The sample: a table in CSV, a JSON array of records, or one JSON record a line.
                A table of any kind instead: a data frame, what else gives Arrow, dicts, or a file.
            rows: How many records to make; as many as the sample has where absent.
            seed: The seed; 1 where absent.
            smallest_group: The fewest records that any figure stands for that is taken from the sample; 10 where absent.
            identifying: Columns that name somebody, besides those that are found to: their values are made up.
            locale: The language and country of names and addresses that are made up; `en` where absent.

        Raises:
            AuraError: with the code invalid_data, invalid_number, limit_size.
        """
        return self._call("synthesize", {"sample": sample, "rows": rows, "seed": seed, "smallest_group": smallest_group, "identifying": identifying, "locale": locale}, documents.Synthesis, progress, tables=("sample",))

    def synthesize_tables(self, tables: Sequence[requests.SampleTable | Mapping[str, Any] | Document], *, references: Sequence[str] | None = None, rows: int | None = None, seed: int | None = None, smallest_group: int | None = None, identifying: Sequence[str] | None = None, locale: requests.Locale | None = None, progress: OnProgress = None) -> documents.TablesSynthesis:
        """Makes synthetic tables that are like samples and refer to each other as these do; needs no project.

        Args:
            tables: The samples.
            references: References as `table.column=table.column`, the column that refers first, for example `orders.customer_id=customers.id`. Others are found where a column that is called a key has only values of one column of another table in which no value comes twice. The first reference of a table decides how many of its records refer to one; the values of further ones are shuffled among these.
            rows: How many records each table gets that refers to no other; as many as its sample where absent. The others follow from these.
            seed: The seed; 1 where absent.
            smallest_group: The fewest records that any figure stands for that is taken from a sample; 10 where absent.
            identifying: Columns that name somebody, as `table.column`, besides those that are found to: their values are made up.
            locale: The language and country of names and addresses that are made up; `en` where absent.

        Raises:
            AuraError: with the code invalid_data, invalid_number, limit_size.
        """
        return self._call("synthesize_tables", {"tables": tables, "references": references, "rows": rows, "seed": seed, "smallest_group": smallest_group, "identifying": identifying, "locale": locale}, documents.TablesSynthesis, progress)

    def event_log(self, project: str, *, format: requests.LogFormat | None = None, progress: OnProgress = None) -> documents.ExportedLog:
        """Gives the last run of a project as an event log for other programs.

        Args:
            project: The project.
            format: The form of the log.

        Raises:
            AuraError: with the code invalid_trace, not_found.
        """
        return self._call("event_log", {"project": project, "format": format}, documents.ExportedLog, progress)

    def prepare_run(self, project: str, *, scenario: requests.Scenario | Mapping[str, Any] | Document | None = None, seed: int | None = None, cases: int | None = None, budget: float | None = None, depth: requests.RunDepth | None = None, services: Sequence[requests.ServiceMock | Mapping[str, Any] | Document] | None = None, pause_at_ms: int | None = None, precision: requests.Precision | Mapping[str, Any] | Document | None = None, detect_warm_up: bool | None = None, progress: OnProgress = None) -> documents.PreparedRun:
        """Says what a run consists of, so that its replications can be run apart.

        Args:
            project: The project.
            scenario: A complete scenario instead of the default one.
            seed: The seed.
            cases: How many cases.
            budget: The most that all cases together may cost, in the plan's currency.
            depth: How much of each step is really done. At full depth every service of the plan answers: as its description in `services` says, otherwise as the plan's own contract does.
            services: Descriptions of services; one is enough for full depth.
            pause_at_ms: Pause at this virtual time, in milliseconds; what is there is kept and can be resumed.
            precision: Run as many replications as it takes until the interval of a metric is so narrow.
            detect_warm_up: Find where the run has forgotten that it began empty, and leave out what was before: for processes that go on and on. A `warm_up_cases` of the scenario states it instead.

        Raises:
            AuraError: with the code invalid_plan, invalid_scenario, limit_size, not_found.
        """
        return self._call("prepare_run", {"project": project, "scenario": scenario, "seed": seed, "cases": cases, "budget": budget, "depth": depth, "services": services, "pause_at_ms": pause_at_ms, "precision": precision, "detect_warm_up": detect_warm_up}, documents.PreparedRun, progress)

    def run_part(self, plan: requests.Plan | Mapping[str, Any] | Document, scenario: requests.Scenario | Mapping[str, Any] | Document, first: int, count: int, *, progress: OnProgress = None) -> documents.RunPartResponse:
        """Runs some replications of a run; needs no project.

        Args:
            plan: The plan, as it was prepared.
            scenario: The circumstances, as they were prepared.
            first: The first replication, counted from 0.
            count: How many replications.

        Raises:
            AuraError: with the code invalid_plan, invalid_scenario, limit_size.
        """
        return self._call("run_part", {"plan": plan, "scenario": scenario, "first": first, "count": count}, documents.RunPartResponse, progress)

    def join_parts(self, project: str, scenario: requests.Scenario | Mapping[str, Any] | Document, parts_base64: Sequence[str], *, progress: OnProgress = None) -> documents.Simulated:
        """Puts the parts of a run together and keeps it, with the bytes that one machine would have made.

        Args:
            project: The project, whose plan must still be the one of the parts.
            scenario: The circumstances, as they were prepared.
            parts_base64: All parts, in any order.

        Raises:
            AuraError: with the code invalid_data, invalid_plan, invalid_scenario, limit_size, not_found, conflict.
        """
        return self._call("join_parts", {"project": project, "scenario": scenario, "parts_base64": parts_base64}, documents.Simulated, progress)

    def sensitivity(self, project: str, *, metric: str | None = None, scenario: requests.Scenario | Mapping[str, Any] | Document | None = None, seed: int | None = None, cases: int | None = None, trajectories: int | None = None, samples: int | None = None, most_ranked: int | None = None, values: Sequence[float] | None = None, executor: Executor | None = None, progress: OnProgress = None) -> documents.Influenced:
        """Finds which assumption drives the result when all of them move at once, and keeps it.

        Args:
            project: The project.
            metric: The metric; the primary one where absent.
            scenario: A complete scenario instead of the default one.
            seed: The seed.
            cases: Cases of each run; 500 where absent.
            trajectories: Screening: how often each assumption is moved; 8 where absent.
            samples: Measuring: rows of the design; each takes two runs more than there are ranked assumptions; 64 where absent.
            most_ranked: Most assumptions that are ranked; 8 where absent.
            values: Values of points that were measured elsewhere, in the order in which they were asked for.
            executor: Who does the work: a `concurrent.futures.Executor`, a Dask client, or the module `ray`.
                The result is the same to the byte.

        Raises:
            AuraError: with the code invalid_plan, invalid_scenario, invalid_data, limit_size, not_found, conflict.
        """
        return self._call("sensitivity", {"project": project, "metric": metric, "scenario": scenario, "seed": seed, "cases": cases, "trajectories": trajectories, "samples": samples, "most_ranked": most_ranked, "values": values}, documents.Influenced, progress, executor=executor)

    def find_faults(self, project: str, *, scenario: requests.Scenario | Mapping[str, Any] | Document | None = None, seed: int | None = None, cases: int | None = None, most_faults: int | None = None, most_runs: int | None = None, progress: OnProgress = None) -> documents.FaultReport:
        """Finds for each promise of the plan the likeliest combination of faults that breaks it, and the shortest trace of it.

        Args:
            project: The project.
            scenario: A complete scenario instead of the default one.
            seed: The seed.
            cases: Cases that are looked at; 20 where absent.
            most_faults: Most faults in one combination; 4 where absent.
            most_runs: Most runs of a case for each promise; 5,000 where absent.

        Raises:
            AuraError: with the code invalid_plan, invalid_scenario, limit_size, not_found.
        """
        return self._call("find_faults", {"project": project, "scenario": scenario, "seed": seed, "cases": cases, "most_faults": most_faults, "most_runs": most_runs}, documents.FaultReport, progress)

    def converse(self, brief: requests.ConversationBrief | Mapping[str, Any] | Document, *, heard: Sequence[str] | None = None, persona: requests.Persona | Mapping[str, Any] | Document | None = None, instructions: str | None = None, assistant: str | None = None, seed: int | None = None, session: int | None = None, most_turns: int | None = None, progress: OnProgress = None) -> documents.Conversed:
        """Says what a simulated person answers to an assistant, and what the assistant's model is to be asked next.

        Args:
            brief: What the persona wants and knows. To agree, it wants each fact stated right, one a line as `name: value`.
            heard: The answers of the assistant; none at the beginning.
            persona: Who talks; the ordinary person of the defaults where absent.
            instructions: What the assistant is told to be; goes into the next request to its model.
            assistant: The name of the assistant, for the record; `assistant` where absent.
            seed: The root of all randomness; 1 where absent.
            session: The number of the conversation; another one is another person of the same kind. 0 where absent.
            most_turns: Most answers of the assistant; 30 where absent.

        Raises:
            AuraError: with the code invalid_scenario, invalid_data, limit_input, limit_size.
        """
        return self._call("converse", {"brief": brief, "heard": heard, "persona": persona, "instructions": instructions, "assistant": assistant, "seed": seed, "session": session, "most_turns": most_turns}, documents.Conversed, progress)

    def case_story(self, project: str, *, case: requests.StoryChoice | Mapping[str, Any] | Document | None = None, progress: OnProgress = None) -> documents.CaseStory:
        """Tells what happened to one case of the last run: when it waited, for how long, and because of what.

        Args:
            project: The project.
            case: Which case; the slowest one where absent.

        Raises:
            AuraError: with the code conflict, not_found.
        """
        return self._call("case_story", {"project": project, "case": case}, documents.CaseStory, progress)

    def walk(self, project: str, *, scenario: requests.Scenario | Mapping[str, Any] | Document | None = None, seed: int | None = None, sessions: int | None = None, persona: str | None = None, kept: int | None = None, most_interactions: int | None = None, progress: OnProgress = None) -> documents.Walks:
        """Lets simulated people walk through the prototype of the plan, screen by screen, and tells what they did.

        Args:
            project: The project.
            scenario: A complete scenario instead of the default one: its seed, personas and overrides count.
            seed: The seed.
            sessions: How many sessions, at most 10,000; 200 where absent.
            persona: The only persona that comes; all by their shares where absent.
            kept: How many sessions are given with log and story; 20 where absent. All count in the summary.
            most_interactions: Most interactions of one session, at most 20,000; 1,000 where absent.

        Raises:
            AuraError: with the code invalid_plan, invalid_scenario, limit_size, not_found.
        """
        return self._call("walk", {"project": project, "scenario": scenario, "seed": seed, "sessions": sessions, "persona": persona, "kept": kept, "most_interactions": most_interactions}, documents.Walks, progress)

    def prepare_sensitivity(self, project: str, *, metric: str | None = None, scenario: requests.Scenario | Mapping[str, Any] | Document | None = None, seed: int | None = None, cases: int | None = None, trajectories: int | None = None, samples: int | None = None, most_ranked: int | None = None, values: Sequence[float] | None = None, progress: OnProgress = None) -> documents.SensitivityRound:
        """Says at which points a sensitivity is to be measured next; none where all values are known.

        Args:
            project: The project.
            metric: The metric; the primary one where absent.
            scenario: A complete scenario instead of the default one.
            seed: The seed.
            cases: Cases of each run; 500 where absent.
            trajectories: Screening: how often each assumption is moved; 8 where absent.
            samples: Measuring: rows of the design; each takes two runs more than there are ranked assumptions; 64 where absent.
            most_ranked: Most assumptions that are ranked; 8 where absent.
            values: Values of points that were measured elsewhere, in the order in which they were asked for.

        Raises:
            AuraError: with the code invalid_plan, invalid_scenario, invalid_data, limit_size, not_found.
        """
        return self._call("prepare_sensitivity", {"project": project, "metric": metric, "scenario": scenario, "seed": seed, "cases": cases, "trajectories": trajectories, "samples": samples, "most_ranked": most_ranked, "values": values}, documents.SensitivityRound, progress)

    def measure_points(self, plan: requests.Plan | Mapping[str, Any] | Document, scenario: requests.Scenario | Mapping[str, Any] | Document, metric: str, points: Sequence[Mapping[str, float]], *, options: requests.InfluenceOptions | Mapping[str, Any] | Document | None = None, progress: OnProgress = None) -> documents.PointValues:
        """Measures a metric at some points; needs no project.

        Args:
            plan: The plan, as it was prepared.
            scenario: The circumstances, as they were prepared.
            metric: The metric.
            points: Some of the points.
            options: How each point is measured.

        Raises:
            AuraError: with the code invalid_plan, invalid_scenario, invalid_number, limit_size, not_found.
        """
        return self._call("measure_points", {"plan": plan, "scenario": scenario, "metric": metric, "points": points, "options": options}, documents.PointValues, progress)

    def evaluate(self, simulate: requests.SimulateRequest | Mapping[str, Any] | Document, *, variants: Sequence[requests.VariantRequest | Mapping[str, Any] | Document] | None = None, rule: requests.DecisionRule | Mapping[str, Any] | Document | None = None, progress: OnProgress = None) -> documents.Evaluated:
        """Compares the plan with variants of it, or with the changes that Aura suggests, and keeps the verdict.

        Args:
            simulate: How the plan and its variants are run.
            variants: Variants.
            rule: The rule; a default one, stated in the verdict, where absent.

        Raises:
            AuraError: with the code invalid_edit, ambiguous_edit, invalid_experiment, invalid_scenario, not_found, conflict.
        """
        return self._call("evaluate", {"simulate": simulate, "variants": variants, "rule": rule}, documents.Evaluated, progress)

    def check_experiment(self, experiment: requests.LiveExperiment | Mapping[str, Any] | Document, *, progress: OnProgress = None) -> documents.CheckedExperiment:
        """Checks the statement of a test with real people before the data.

        Args:
            experiment: The statement.

        Raises:
            AuraError: with the code invalid_experiment, invalid_number, limit_size.
        """
        return self._call("check_experiment", {"experiment": experiment}, documents.CheckedExperiment, progress)

    def power(self, baseline: float, *, deviation: float | None = None, kind: requests.PowerKind | Mapping[str, Any] | Document | None = None, effect: float | None = None, units: float | None = None, days: float | None = None, clusters: requests.ClusterPower | Mapping[str, Any] | Document | None = None, variance_left: float | None = None, confidence: float | None = None, power: float | None = None, treatments: int | None = None, arm_adjustment: requests.ArmAdjustment | None = None, monitoring: requests.Monitoring | Mapping[str, Any] | Document | None = None, units_each_day: float | None = None, progress: OnProgress = None) -> documents.PowerPlan:
        """Says how many units a test with real people needs, and how long that takes.

        Args:
            baseline: Value of the control today. Without `kind` it is a share between 0 and 1 where `deviation` is absent, else a mean.
            deviation: Standard deviation of one unit; absent for shares and where `kind` says it.
            kind: What is measured, where it is neither a mean nor a share.
            effect: The effect to find, in the unit of the metric.
            units: Units of all arms, where they are given rather than asked for.
            days: Days of traffic, where they are given rather than asked for.
            clusters: Rows that belong together, where the metric is an average over rows and whole units are assigned.
            variance_left: Share of the variance that covariates leave; 1 without covariates.
            confidence: Confidence of the verdict.
            power: Chance to find the effect.
            treatments: How many arms beside the control share the level.
            arm_adjustment: How they share it; as in the statement of a test where absent.
            monitoring: How often the data are looked at: for planned looks the fractions of all of them.
            units_each_day: Units that come in each day, for all arms.

        Raises:
            AuraError: with the code invalid_number.
        """
        return self._call("power", {"baseline": baseline, "deviation": deviation, "kind": kind, "effect": effect, "units": units, "days": days, "clusters": clusters, "variance_left": variance_left, "confidence": confidence, "power": power, "treatments": treatments, "arm_adjustment": arm_adjustment, "monitoring": monitoring, "units_each_day": units_each_day}, documents.PowerPlan, progress)

    def assign(self, experiment: requests.LiveExperiment | Mapping[str, Any] | Document, units: Sequence[str], *, progress: OnProgress = None) -> documents.Assigned:
        """Gives every unit of a test its arm, always the same one.

        Args:
            experiment: The statement.
            units: The units.

        Raises:
            AuraError: with the code invalid_experiment, invalid_number, limit_size.
        """
        return self._call("assign", {"experiment": experiment, "units": units}, documents.Assigned, progress)

    def analyze(self, experiment: requests.LiveExperiment | Mapping[str, Any] | Document, table: TableLike, *, outcomes: TableLike | None = None, progress: OnProgress = None) -> documents.Analyzed:
        """Judges the data of a test with real people by the rule that was stated.

        Args:
            experiment: The statement.
            table: A table in CSV with one row for each unit; with `outcomes`, the log of exposures.
                A table of any kind instead: a data frame, what else gives Arrow, dicts, or a file.
            outcomes: A log of outcomes in CSV; outcomes are added up over the window of each unit.
                A table of any kind instead: a data frame, what else gives Arrow, dicts, or a file.

        Raises:
            AuraError: with the code invalid_experiment, invalid_data, invalid_number, limit_size.
        """
        return self._call("analyze", {"experiment": experiment, "table": table, "outcomes": outcomes}, documents.Analyzed, progress, tables=("table", "outcomes",))

    def report(self, verdict: requests.LiveVerdict | Mapping[str, Any] | Document, *, progress: OnProgress = None) -> documents.ExperimentReport:
        """Makes the page and the picture of a verdict about real people; one that was changed since it was given is refused.

        Args:
            verdict: The verdict.

        Raises:
            AuraError: with the code invalid_document.
        """
        return self._call("report", {"verdict": verdict}, documents.ExperimentReport, progress)

    def calibrate(self, experiment: requests.LiveExperiment | Mapping[str, Any] | Document, table: TableLike, *, splits: int | None = None, seed: int | None = None, shared_column: str | None = None, progress: OnProgress = None) -> documents.Calibration:
        """Splits the data of a test at random again and again, and says how often the test would raise a false alarm.

        Args:
            experiment: The statement.
            table: A table in CSV with one row for each unit.
                A table of any kind instead: a data frame, what else gives Arrow, dicts, or a file.
            splits: How many random splits; 1,000 where absent.
            seed: Where the splits come from; 0 where absent.
            shared_column: A column of what units of both arms share, to see whether the arms disturb each other through it.

        Raises:
            AuraError: with the code invalid_experiment, invalid_data, invalid_number, limit_size.
        """
        return self._call("calibrate", {"experiment": experiment, "table": table, "splits": splits, "seed": seed, "shared_column": shared_column}, documents.Calibration, progress, tables=("table",))

    def infer(self, procedure: requests.Procedure | Mapping[str, Any] | Document, *, options: requests.TestOptions | Mapping[str, Any] | Document | None = None, progress: OnProgress = None) -> documents.Inferred:
        """Applies one procedure of statistics to plain numbers: tests, intervals, beliefs, bounds of looks, adjustments.

        Args:
            procedure: The procedure.
            options: Confidence, direction and the value that is tested against, for procedures that have them.

        Raises:
            AuraError: with the code invalid_data, invalid_number, limit_size.
        """
        return self._call("infer", {"procedure": procedure, "options": options}, documents.Inferred, progress)

    def allocate(self, experiment: requests.LiveExperiment | Mapping[str, Any] | Document, table: TableLike, *, plan: requests.AllocationPlan | Mapping[str, Any] | Document | None = None, progress: OnProgress = None) -> documents.Allocation:
        """Gives the next shares of a test whose arms follow what was seen, with ranges that hold at every look.

        Args:
            experiment: The statement.
            table: A table in CSV with one row for each unit, in the order in which they were assigned.
                A table of any kind instead: a data frame, what else gives Arrow, dicts, or a file.
            plan: How the next shares are found.

        Raises:
            AuraError: with the code invalid_experiment, invalid_data, invalid_number, limit_size.
        """
        return self._call("allocate", {"experiment": experiment, "table": table, "plan": plan}, documents.Allocation, progress, tables=("table",))

    def observe(self, observation: requests.Observation | Mapping[str, Any] | Document, table: TableLike, *, progress: OnProgress = None) -> documents.ObservedEffect:
        """Tells the effect of a change although nobody was assigned at random, and labels it so.

        Args:
            observation: What was changed, when, for whom, and what is looked at.
            table: A table in CSV with one row for each unit and period.
                A table of any kind instead: a data frame, what else gives Arrow, dicts, or a file.

        Raises:
            AuraError: with the code invalid_experiment, invalid_data, invalid_number, limit_size.
        """
        return self._call("observe", {"observation": observation, "table": table}, documents.ObservedEffect, progress, tables=("table",))

    def open_mock(self, description: str, *, seed: int | None = None, shortest_latency_ms: int | None = None, longest_latency_ms: int | None = None, error_share: float | None = None, calls_per_second: int | None = None, locale: requests.Locale | None = None, progress: OnProgress = None) -> documents.OpenMock:
        """Opens a service straight from its OpenAPI description, in this process and nowhere else.

        Args:
            description: The description: OpenAPI 3.0 or 3.1, in JSON or YAML.
            seed: The seed of made-up values; 1 where absent.
            shortest_latency_ms: The shortest time of an answer, in milliseconds of virtual time.
            longest_latency_ms: The longest time of an answer; every value between is as likely.
            error_share: Which share of calls fails, from 0 to 1.
            calls_per_second: Most calls in a second of virtual time; more get 429.
            locale: The language and country of made-up names, addresses and telephone numbers; `en` where absent.

        Raises:
            AuraError: with the code invalid_document, limit_size.
        """
        return self._call("open_mock", {"description": description, "seed": seed, "shortest_latency_ms": shortest_latency_ms, "longest_latency_ms": longest_latency_ms, "error_share": error_share, "calls_per_second": calls_per_second, "locale": locale}, documents.OpenMock, progress)

    def respond(self, mock: int, method: str, target: str, *, headers: Mapping[str, str] | None = None, body: Any | None = None, body_text: str | None = None, at_ms: int | None = None, progress: OnProgress = None) -> documents.MockAnswer:
        """Answers a request as the description says, and remembers what was written.

        Args:
            mock: The number of the mock.
            method: The method, for example `GET`.
            target: Path and query, for example `/pets?limit=3`.
            headers: Headers in any case.
            body: The body as JSON, with the header for it.
            body_text: The body as it is, instead.
            at_ms: When it is sent, in milliseconds of virtual time.

        Raises:
            AuraError: with the code not_found.
        """
        return self._call("respond", {"mock": mock, "method": method, "target": target, "headers": headers, "body": body, "body_text": body_text, "at_ms": at_ms}, documents.MockAnswer, progress)

    def close_mock(self, mock: int, *, progress: OnProgress = None) -> documents.Done:
        """Closes a mock and forgets what was written to it.

        Args:
            mock: The number of the mock.

        Raises:
            AuraError: with the code not_found.
        """
        return self._call("close_mock", {"mock": mock}, documents.Done, progress)

    def handoff(self, project: str, *, progress: OnProgress = None) -> documents.HandedOff:
        """Makes the package for engineers from everything that the project holds, and keeps it.

        Args:
            project: The project.

        Raises:
            AuraError: with the code limit_size, not_found, conflict.
        """
        return self._call("handoff", {"project": project}, documents.HandedOff, progress)

    def why(self, project: str, item: str, *, progress: OnProgress = None) -> documents.Why:
        """Says why an item of the intent or the plan is as it is: the words, the rule, the alternatives.

        Args:
            project: The project.
            item: The id of the item, for example `step_pay`.

        Raises:
            AuraError: with the code not_found.
        """
        return self._call("why", {"project": project, "item": item}, documents.Why, progress)

    def projects(self, *, progress: OnProgress = None) -> documents.ProjectList:
        """Lists all projects of the store.
        """
        return self._call("projects", {}, documents.ProjectList, progress)

    def history(self, project: str, *, most: int | None = None, progress: OnProgress = None) -> documents.HistoryResponse:
        """Lists what was done in a project, newest first.

        Args:
            project: The project.
            most: Most revisions; 100 where absent.

        Raises:
            AuraError: with the code not_found.
        """
        return self._call("history", {"project": project, "most": most}, documents.HistoryResponse, progress)

    def complete(self, purpose: str, instructions: str, messages: Sequence[requests.Message | Mapping[str, Any] | Document], max_output_tokens: int, *, schema: Any | None = None, seed: int | None = None, progress: OnProgress = None) -> documents.ModelResponse:
        """Asks the language model that the host has plugged in.

        Args:
            purpose: What the answer is for, for example `intent.suggest`.
            instructions: What the model is to do. Written by Aura, never by users.
            messages: The conversation, oldest first. User text stands only here.
            max_output_tokens: Most tokens of the answer.
            schema: JSON Schema that the answer must fit, where it must be JSON.
            seed: Seed for providers that take one.

        Raises:
            AuraError: with the code unavailable_model, limit_budget, limit_tokens, denied.
        """
        return self._call("complete", {"purpose": purpose, "instructions": instructions, "messages": messages, "max_output_tokens": max_output_tokens, "schema": schema, "seed": seed}, documents.ModelResponse, progress)


class AsyncOperations(AsyncBase):
    """Every operation as a method."""

    __slots__ = ()

    async def interpret(self, text: str, *, project: str | None = None, name: str | None = None, answers: Sequence[requests.Answer | Mapping[str, Any] | Document] | None = None, progress: OnProgress = None) -> documents.Interpreted:
        """Interprets a goal in plain words and keeps the intent, in a new project or in the one that is named.

        Args:
            text: The goal in plain words.
            project: The project to work in; a new one is made where absent or where it does not exist.
            name: A name for a new project; the title of the intent where absent.
            answers: Answers to questions, where they are known already.

        Raises:
            AuraError: with the code invalid_text, invalid_goal, invalid_language, invalid_answer, conflict.
        """
        return await self._call("interpret", {"text": text, "project": project, "name": name, "answers": answers}, documents.Interpreted, progress)

    async def answer(self, project: str, answers: Sequence[requests.Answer | Mapping[str, Any] | Document], *, progress: OnProgress = None) -> documents.Interpreted:
        """Puts answers into the intent of a project. The plan has to be drafted again afterwards.

        Args:
            project: The project.
            answers: The answers.

        Raises:
            AuraError: with the code invalid_answer, not_found, conflict.
        """
        return await self._call("answer", {"project": project, "answers": answers}, documents.Interpreted, progress)

    async def present_intent(self, project: str, *, progress: OnProgress = None) -> documents.Interpreted:
        """Gives the intent of a project as it stands.

        Args:
            project: The project.

        Raises:
            AuraError: with the code not_found.
        """
        return await self._call("present_intent", {"project": project}, documents.Interpreted, progress)

    async def plan(self, project: str, *, progress: OnProgress = None) -> documents.Planned:
        """Drafts the plan of a project from its intent and keeps it as the newest version.

        Args:
            project: The project.

        Raises:
            AuraError: with the code limit_size, not_found, conflict.
        """
        return await self._call("plan", {"project": project}, documents.Planned, progress)

    async def replan(self, project: str, *, answers: Sequence[requests.Answer | Mapping[str, Any] | Document] | None = None, keep_mine: bool | None = None, progress: OnProgress = None) -> documents.Combined:
        """Drafts the plan again after its intent changed, and keeps what was edited by hand.

        Args:
            project: The project.
            answers: Answers to the questions of an earlier attempt: `a` keeps the edit, `b` takes the new draft.
            keep_mine: Keep the edits wherever no answer says otherwise.

        Raises:
            AuraError: with the code invalid_answer, invalid_edit, limit_size, not_found, conflict.
        """
        return await self._call("replan", {"project": project, "answers": answers, "keep_mine": keep_mine}, documents.Combined, progress)

    async def present_plan(self, project: str, *, progress: OnProgress = None) -> documents.Planned:
        """Gives the plan of a project as it stands, with what there is to say about it.

        Args:
            project: The project.

        Raises:
            AuraError: with the code not_found.
        """
        return await self._call("present_plan", {"project": project}, documents.Planned, progress)

    async def outline(self, project: str, *, progress: OnProgress = None) -> documents.Outline:
        """Tells the plan of a project in plain English.

        Args:
            project: The project.

        Raises:
            AuraError: with the code not_found.
        """
        return await self._call("outline", {"project": project}, documents.Outline, progress)

    async def edit(self, project: str, sentence: str, *, choice: int | None = None, preview: bool | None = None, progress: OnProgress = None) -> documents.Edited:
        """Reads a change in plain English and makes it, where exactly one reading fits or one was chosen.

        Args:
            project: The project.
            sentence: What to change.
            choice: Which of several readings is meant, counted from 1.
            preview: Show what would happen, change nothing.

        Raises:
            AuraError: with the code invalid_edit, ambiguous_edit, not_found, conflict.
        """
        return await self._call("edit", {"project": project, "sentence": sentence, "choice": choice, "preview": preview}, documents.Edited, progress)

    async def undo(self, project: str, *, steps: int | None = None, version: str | None = None, progress: OnProgress = None) -> documents.Planned:
        """Takes changes of the plan back, or goes back to a version.

        Args:
            project: The project.
            steps: How many changes to take back; 1 where absent.
            version: To which version of the plan: its number in the list of versions, or the beginning of its name.

        Raises:
            AuraError: with the code ambiguous_edit, not_found, conflict.
        """
        return await self._call("undo", {"project": project, "steps": steps, "version": version}, documents.Planned, progress)

    async def redo(self, project: str, *, steps: int | None = None, progress: OnProgress = None) -> documents.Planned:
        """Makes changes of the plan again that were taken back.

        Args:
            project: The project.
            steps: How many changes to make again; 1 where absent.

        Raises:
            AuraError: with the code not_found, conflict.
        """
        return await self._call("redo", {"project": project, "steps": steps}, documents.Planned, progress)

    async def versions(self, project: str, *, progress: OnProgress = None) -> documents.PlanVersions:
        """Lists the versions of a project's plan, in the order in which they came to be.

        Args:
            project: The project.

        Raises:
            AuraError: with the code not_found.
        """
        return await self._call("versions", {"project": project}, documents.PlanVersions, progress)

    async def merge(self, project: str, version: str, *, answers: Sequence[requests.Answer | Mapping[str, Any] | Document] | None = None, keep_mine: bool | None = None, progress: OnProgress = None) -> documents.Combined:
        """Brings another version of the plan into the present one.

        Args:
            project: The project.
            version: The other version: its number in the list of versions, or the beginning of its name.
            answers: Answers to the questions of an earlier attempt: `a` keeps ours, `b` takes theirs.
            keep_mine: Keep the present version's side wherever no answer says otherwise.

        Raises:
            AuraError: with the code invalid_answer, invalid_edit, ambiguous_edit, not_found, conflict.
        """
        return await self._call("merge", {"project": project, "version": version, "answers": answers, "keep_mine": keep_mine}, documents.Combined, progress)

    async def import_model(self, model: str, *, parameters: str | None = None, name: str | None = None, progress: OnProgress = None) -> documents.Imported:
        """Makes a project of a process model: BPMN 2.0, with the parameters of a simulation.

        Args:
            model: The model: the text of a BPMN 2.0 file.
            parameters: The parameters of a simulation in the JSON of Prosimos; those of BIMP or QBP in the model itself where absent.
            name: A name for the new project; the title of the model where absent.

        Raises:
            AuraError: with the code invalid_document, invalid_number, limit_size, conflict.
        """
        return await self._call("import_model", {"model": model, "parameters": parameters, "name": name}, documents.Imported, progress)

    async def learn(self, *, log: TableLike | None = None, log_base64: str | None = None, project: str | None = None, name: str | None = None, source: str | None = None, fitted_share: float | None = None, columns: requests.LogOptions | Mapping[str, Any] | Document | None = None, progress: OnProgress = None) -> documents.LearnedPlan:
        """Takes the numbers of a plan, or the plan itself, from an event log: XES or CSV.

        Args:
            log: The log: the text of an XES file, or of a table in CSV with one event in each row.
                A table of any kind instead: a data frame, what else gives Arrow, dicts, or a file.
            log_base64: The log as bytes in base64 instead, for example packed with gzip.
            project: The project whose plan gets the numbers; a plan is drawn from the log, and a project made, where absent.
            name: A name for the new project.
            source: What the log is called, for origins; `event log` where absent.
            fitted_share: The share of cases, the earliest first, that numbers are fitted to before the rest is compared; 0.7 where absent.
            columns: How a table is read; everything is found from the names of the columns where absent.

        Raises:
            AuraError: with the code invalid_data, invalid_text, invalid_scenario, limit_size, not_found, conflict.
        """
        return await self._call("learn", {"log": log, "log_base64": log_base64, "project": project, "name": name, "source": source, "fitted_share": fitted_share, "columns": columns}, documents.LearnedPlan, progress, tables=("log",))

    async def agents(self, *, progress: OnProgress = None) -> documents.AgentList:
        """Lists the AI agents that steps can be given to: the host's, and the built-in ones.
        """
        return await self._call("agents", {}, documents.AgentList, progress)

    async def prototype(self, project: str, *, progress: OnProgress = None) -> documents.Prototyped:
        """Makes the clickable prototype of a project's plan and keeps it.

        Args:
            project: The project.

        Raises:
            AuraError: with the code invalid_plan, limit_size, not_found, conflict.
        """
        return await self._call("prototype", {"project": project}, documents.Prototyped, progress)

    async def simulate(self, project: str, *, scenario: requests.Scenario | Mapping[str, Any] | Document | None = None, seed: int | None = None, cases: int | None = None, budget: float | None = None, depth: requests.RunDepth | None = None, services: Sequence[requests.ServiceMock | Mapping[str, Any] | Document] | None = None, pause_at_ms: int | None = None, precision: requests.Precision | Mapping[str, Any] | Document | None = None, detect_warm_up: bool | None = None, executor: Executor | None = None, progress: OnProgress = None) -> documents.Simulated:
        """Runs the plan with simulated people and keeps run, trace, sensitivity and explanation.

        Args:
            project: The project.
            scenario: A complete scenario instead of the default one.
            seed: The seed.
            cases: How many cases.
            budget: The most that all cases together may cost, in the plan's currency.
            depth: How much of each step is really done. At full depth every service of the plan answers: as its description in `services` says, otherwise as the plan's own contract does.
            services: Descriptions of services; one is enough for full depth.
            pause_at_ms: Pause at this virtual time, in milliseconds; what is there is kept and can be resumed.
            precision: Run as many replications as it takes until the interval of a metric is so narrow.
            detect_warm_up: Find where the run has forgotten that it began empty, and leave out what was before: for processes that go on and on. A `warm_up_cases` of the scenario states it instead.
            executor: Who does the work: a `concurrent.futures.Executor`, a Dask client, or the module `ray`.
                The result is the same to the byte.

        Raises:
            AuraError: with the code invalid_plan, invalid_scenario, limit_size, not_found, conflict.
        """
        return await self._call("simulate", {"project": project, "scenario": scenario, "seed": seed, "cases": cases, "budget": budget, "depth": depth, "services": services, "pause_at_ms": pause_at_ms, "precision": precision, "detect_warm_up": detect_warm_up}, documents.Simulated, progress, executor=executor)

    async def replay(self, project: str, *, progress: OnProgress = None) -> documents.ReplayReport:
        """Makes the last run of a project again and compares it with what was recorded.

        Args:
            project: The project.

        Raises:
            AuraError: with the code invalid_trace, not_found.
        """
        return await self._call("replay", {"project": project}, documents.ReplayReport, progress)

    async def trace(self, project: str, *, progress: OnProgress = None) -> documents.RecordedTrace:
        """Gives the trace of the last run of a project.

        Args:
            project: The project.

        Raises:
            AuraError: with the code not_found.
        """
        return await self._call("trace", {"project": project}, documents.RecordedTrace, progress)

    async def verify(self, project: str, trace_base64: str, *, progress: OnProgress = None) -> documents.ReplayReport:
        """Makes the run that a trace was recorded from again, with the present plan, and compares both.

        Args:
            project: The project.
            trace_base64: The compact binary file, in base64.

        Raises:
            AuraError: with the code invalid_trace, not_found.
        """
        return await self._call("verify", {"project": project, "trace_base64": trace_base64}, documents.ReplayReport, progress)

    async def synthesize(self, sample: TableLike, *, rows: int | None = None, seed: int | None = None, smallest_group: int | None = None, identifying: Sequence[str] | None = None, locale: requests.Locale | None = None, progress: OnProgress = None) -> documents.Synthesis:
        """Makes synthetic records that are like those of a sample and none of them; needs no project.

        Args:
            sample: The sample: a table in CSV, a JSON array of records, or one JSON record a line.
                A table of any kind instead: a data frame, what else gives Arrow, dicts, or a file.
            rows: How many records to make; as many as the sample has where absent.
            seed: The seed; 1 where absent.
            smallest_group: The fewest records that any figure stands for that is taken from the sample; 10 where absent.
            identifying: Columns that name somebody, besides those that are found to: their values are made up.
            locale: The language and country of names and addresses that are made up; `en` where absent.

        Raises:
            AuraError: with the code invalid_data, invalid_number, limit_size.
        """
        return await self._call("synthesize", {"sample": sample, "rows": rows, "seed": seed, "smallest_group": smallest_group, "identifying": identifying, "locale": locale}, documents.Synthesis, progress, tables=("sample",))

    async def synthesize_tables(self, tables: Sequence[requests.SampleTable | Mapping[str, Any] | Document], *, references: Sequence[str] | None = None, rows: int | None = None, seed: int | None = None, smallest_group: int | None = None, identifying: Sequence[str] | None = None, locale: requests.Locale | None = None, progress: OnProgress = None) -> documents.TablesSynthesis:
        """Makes synthetic tables that are like samples and refer to each other as these do; needs no project.

        Args:
            tables: The samples.
            references: References as `table.column=table.column`, the column that refers first, for example `orders.customer_id=customers.id`. Others are found where a column that is called a key has only values of one column of another table in which no value comes twice. The first reference of a table decides how many of its records refer to one; the values of further ones are shuffled among these.
            rows: How many records each table gets that refers to no other; as many as its sample where absent. The others follow from these.
            seed: The seed; 1 where absent.
            smallest_group: The fewest records that any figure stands for that is taken from a sample; 10 where absent.
            identifying: Columns that name somebody, as `table.column`, besides those that are found to: their values are made up.
            locale: The language and country of names and addresses that are made up; `en` where absent.

        Raises:
            AuraError: with the code invalid_data, invalid_number, limit_size.
        """
        return await self._call("synthesize_tables", {"tables": tables, "references": references, "rows": rows, "seed": seed, "smallest_group": smallest_group, "identifying": identifying, "locale": locale}, documents.TablesSynthesis, progress)

    async def event_log(self, project: str, *, format: requests.LogFormat | None = None, progress: OnProgress = None) -> documents.ExportedLog:
        """Gives the last run of a project as an event log for other programs.

        Args:
            project: The project.
            format: The form of the log.

        Raises:
            AuraError: with the code invalid_trace, not_found.
        """
        return await self._call("event_log", {"project": project, "format": format}, documents.ExportedLog, progress)

    async def prepare_run(self, project: str, *, scenario: requests.Scenario | Mapping[str, Any] | Document | None = None, seed: int | None = None, cases: int | None = None, budget: float | None = None, depth: requests.RunDepth | None = None, services: Sequence[requests.ServiceMock | Mapping[str, Any] | Document] | None = None, pause_at_ms: int | None = None, precision: requests.Precision | Mapping[str, Any] | Document | None = None, detect_warm_up: bool | None = None, progress: OnProgress = None) -> documents.PreparedRun:
        """Says what a run consists of, so that its replications can be run apart.

        Args:
            project: The project.
            scenario: A complete scenario instead of the default one.
            seed: The seed.
            cases: How many cases.
            budget: The most that all cases together may cost, in the plan's currency.
            depth: How much of each step is really done. At full depth every service of the plan answers: as its description in `services` says, otherwise as the plan's own contract does.
            services: Descriptions of services; one is enough for full depth.
            pause_at_ms: Pause at this virtual time, in milliseconds; what is there is kept and can be resumed.
            precision: Run as many replications as it takes until the interval of a metric is so narrow.
            detect_warm_up: Find where the run has forgotten that it began empty, and leave out what was before: for processes that go on and on. A `warm_up_cases` of the scenario states it instead.

        Raises:
            AuraError: with the code invalid_plan, invalid_scenario, limit_size, not_found.
        """
        return await self._call("prepare_run", {"project": project, "scenario": scenario, "seed": seed, "cases": cases, "budget": budget, "depth": depth, "services": services, "pause_at_ms": pause_at_ms, "precision": precision, "detect_warm_up": detect_warm_up}, documents.PreparedRun, progress)

    async def run_part(self, plan: requests.Plan | Mapping[str, Any] | Document, scenario: requests.Scenario | Mapping[str, Any] | Document, first: int, count: int, *, progress: OnProgress = None) -> documents.RunPartResponse:
        """Runs some replications of a run; needs no project.

        Args:
            plan: The plan, as it was prepared.
            scenario: The circumstances, as they were prepared.
            first: The first replication, counted from 0.
            count: How many replications.

        Raises:
            AuraError: with the code invalid_plan, invalid_scenario, limit_size.
        """
        return await self._call("run_part", {"plan": plan, "scenario": scenario, "first": first, "count": count}, documents.RunPartResponse, progress)

    async def join_parts(self, project: str, scenario: requests.Scenario | Mapping[str, Any] | Document, parts_base64: Sequence[str], *, progress: OnProgress = None) -> documents.Simulated:
        """Puts the parts of a run together and keeps it, with the bytes that one machine would have made.

        Args:
            project: The project, whose plan must still be the one of the parts.
            scenario: The circumstances, as they were prepared.
            parts_base64: All parts, in any order.

        Raises:
            AuraError: with the code invalid_data, invalid_plan, invalid_scenario, limit_size, not_found, conflict.
        """
        return await self._call("join_parts", {"project": project, "scenario": scenario, "parts_base64": parts_base64}, documents.Simulated, progress)

    async def sensitivity(self, project: str, *, metric: str | None = None, scenario: requests.Scenario | Mapping[str, Any] | Document | None = None, seed: int | None = None, cases: int | None = None, trajectories: int | None = None, samples: int | None = None, most_ranked: int | None = None, values: Sequence[float] | None = None, executor: Executor | None = None, progress: OnProgress = None) -> documents.Influenced:
        """Finds which assumption drives the result when all of them move at once, and keeps it.

        Args:
            project: The project.
            metric: The metric; the primary one where absent.
            scenario: A complete scenario instead of the default one.
            seed: The seed.
            cases: Cases of each run; 500 where absent.
            trajectories: Screening: how often each assumption is moved; 8 where absent.
            samples: Measuring: rows of the design; each takes two runs more than there are ranked assumptions; 64 where absent.
            most_ranked: Most assumptions that are ranked; 8 where absent.
            values: Values of points that were measured elsewhere, in the order in which they were asked for.
            executor: Who does the work: a `concurrent.futures.Executor`, a Dask client, or the module `ray`.
                The result is the same to the byte.

        Raises:
            AuraError: with the code invalid_plan, invalid_scenario, invalid_data, limit_size, not_found, conflict.
        """
        return await self._call("sensitivity", {"project": project, "metric": metric, "scenario": scenario, "seed": seed, "cases": cases, "trajectories": trajectories, "samples": samples, "most_ranked": most_ranked, "values": values}, documents.Influenced, progress, executor=executor)

    async def find_faults(self, project: str, *, scenario: requests.Scenario | Mapping[str, Any] | Document | None = None, seed: int | None = None, cases: int | None = None, most_faults: int | None = None, most_runs: int | None = None, progress: OnProgress = None) -> documents.FaultReport:
        """Finds for each promise of the plan the likeliest combination of faults that breaks it, and the shortest trace of it.

        Args:
            project: The project.
            scenario: A complete scenario instead of the default one.
            seed: The seed.
            cases: Cases that are looked at; 20 where absent.
            most_faults: Most faults in one combination; 4 where absent.
            most_runs: Most runs of a case for each promise; 5,000 where absent.

        Raises:
            AuraError: with the code invalid_plan, invalid_scenario, limit_size, not_found.
        """
        return await self._call("find_faults", {"project": project, "scenario": scenario, "seed": seed, "cases": cases, "most_faults": most_faults, "most_runs": most_runs}, documents.FaultReport, progress)

    async def converse(self, brief: requests.ConversationBrief | Mapping[str, Any] | Document, *, heard: Sequence[str] | None = None, persona: requests.Persona | Mapping[str, Any] | Document | None = None, instructions: str | None = None, assistant: str | None = None, seed: int | None = None, session: int | None = None, most_turns: int | None = None, progress: OnProgress = None) -> documents.Conversed:
        """Says what a simulated person answers to an assistant, and what the assistant's model is to be asked next.

        Args:
            brief: What the persona wants and knows. To agree, it wants each fact stated right, one a line as `name: value`.
            heard: The answers of the assistant; none at the beginning.
            persona: Who talks; the ordinary person of the defaults where absent.
            instructions: What the assistant is told to be; goes into the next request to its model.
            assistant: The name of the assistant, for the record; `assistant` where absent.
            seed: The root of all randomness; 1 where absent.
            session: The number of the conversation; another one is another person of the same kind. 0 where absent.
            most_turns: Most answers of the assistant; 30 where absent.

        Raises:
            AuraError: with the code invalid_scenario, invalid_data, limit_input, limit_size.
        """
        return await self._call("converse", {"brief": brief, "heard": heard, "persona": persona, "instructions": instructions, "assistant": assistant, "seed": seed, "session": session, "most_turns": most_turns}, documents.Conversed, progress)

    async def case_story(self, project: str, *, case: requests.StoryChoice | Mapping[str, Any] | Document | None = None, progress: OnProgress = None) -> documents.CaseStory:
        """Tells what happened to one case of the last run: when it waited, for how long, and because of what.

        Args:
            project: The project.
            case: Which case; the slowest one where absent.

        Raises:
            AuraError: with the code conflict, not_found.
        """
        return await self._call("case_story", {"project": project, "case": case}, documents.CaseStory, progress)

    async def walk(self, project: str, *, scenario: requests.Scenario | Mapping[str, Any] | Document | None = None, seed: int | None = None, sessions: int | None = None, persona: str | None = None, kept: int | None = None, most_interactions: int | None = None, progress: OnProgress = None) -> documents.Walks:
        """Lets simulated people walk through the prototype of the plan, screen by screen, and tells what they did.

        Args:
            project: The project.
            scenario: A complete scenario instead of the default one: its seed, personas and overrides count.
            seed: The seed.
            sessions: How many sessions, at most 10,000; 200 where absent.
            persona: The only persona that comes; all by their shares where absent.
            kept: How many sessions are given with log and story; 20 where absent. All count in the summary.
            most_interactions: Most interactions of one session, at most 20,000; 1,000 where absent.

        Raises:
            AuraError: with the code invalid_plan, invalid_scenario, limit_size, not_found.
        """
        return await self._call("walk", {"project": project, "scenario": scenario, "seed": seed, "sessions": sessions, "persona": persona, "kept": kept, "most_interactions": most_interactions}, documents.Walks, progress)

    async def prepare_sensitivity(self, project: str, *, metric: str | None = None, scenario: requests.Scenario | Mapping[str, Any] | Document | None = None, seed: int | None = None, cases: int | None = None, trajectories: int | None = None, samples: int | None = None, most_ranked: int | None = None, values: Sequence[float] | None = None, progress: OnProgress = None) -> documents.SensitivityRound:
        """Says at which points a sensitivity is to be measured next; none where all values are known.

        Args:
            project: The project.
            metric: The metric; the primary one where absent.
            scenario: A complete scenario instead of the default one.
            seed: The seed.
            cases: Cases of each run; 500 where absent.
            trajectories: Screening: how often each assumption is moved; 8 where absent.
            samples: Measuring: rows of the design; each takes two runs more than there are ranked assumptions; 64 where absent.
            most_ranked: Most assumptions that are ranked; 8 where absent.
            values: Values of points that were measured elsewhere, in the order in which they were asked for.

        Raises:
            AuraError: with the code invalid_plan, invalid_scenario, invalid_data, limit_size, not_found.
        """
        return await self._call("prepare_sensitivity", {"project": project, "metric": metric, "scenario": scenario, "seed": seed, "cases": cases, "trajectories": trajectories, "samples": samples, "most_ranked": most_ranked, "values": values}, documents.SensitivityRound, progress)

    async def measure_points(self, plan: requests.Plan | Mapping[str, Any] | Document, scenario: requests.Scenario | Mapping[str, Any] | Document, metric: str, points: Sequence[Mapping[str, float]], *, options: requests.InfluenceOptions | Mapping[str, Any] | Document | None = None, progress: OnProgress = None) -> documents.PointValues:
        """Measures a metric at some points; needs no project.

        Args:
            plan: The plan, as it was prepared.
            scenario: The circumstances, as they were prepared.
            metric: The metric.
            points: Some of the points.
            options: How each point is measured.

        Raises:
            AuraError: with the code invalid_plan, invalid_scenario, invalid_number, limit_size, not_found.
        """
        return await self._call("measure_points", {"plan": plan, "scenario": scenario, "metric": metric, "points": points, "options": options}, documents.PointValues, progress)

    async def evaluate(self, simulate: requests.SimulateRequest | Mapping[str, Any] | Document, *, variants: Sequence[requests.VariantRequest | Mapping[str, Any] | Document] | None = None, rule: requests.DecisionRule | Mapping[str, Any] | Document | None = None, progress: OnProgress = None) -> documents.Evaluated:
        """Compares the plan with variants of it, or with the changes that Aura suggests, and keeps the verdict.

        Args:
            simulate: How the plan and its variants are run.
            variants: Variants.
            rule: The rule; a default one, stated in the verdict, where absent.

        Raises:
            AuraError: with the code invalid_edit, ambiguous_edit, invalid_experiment, invalid_scenario, not_found, conflict.
        """
        return await self._call("evaluate", {"simulate": simulate, "variants": variants, "rule": rule}, documents.Evaluated, progress)

    async def check_experiment(self, experiment: requests.LiveExperiment | Mapping[str, Any] | Document, *, progress: OnProgress = None) -> documents.CheckedExperiment:
        """Checks the statement of a test with real people before the data.

        Args:
            experiment: The statement.

        Raises:
            AuraError: with the code invalid_experiment, invalid_number, limit_size.
        """
        return await self._call("check_experiment", {"experiment": experiment}, documents.CheckedExperiment, progress)

    async def power(self, baseline: float, *, deviation: float | None = None, kind: requests.PowerKind | Mapping[str, Any] | Document | None = None, effect: float | None = None, units: float | None = None, days: float | None = None, clusters: requests.ClusterPower | Mapping[str, Any] | Document | None = None, variance_left: float | None = None, confidence: float | None = None, power: float | None = None, treatments: int | None = None, arm_adjustment: requests.ArmAdjustment | None = None, monitoring: requests.Monitoring | Mapping[str, Any] | Document | None = None, units_each_day: float | None = None, progress: OnProgress = None) -> documents.PowerPlan:
        """Says how many units a test with real people needs, and how long that takes.

        Args:
            baseline: Value of the control today. Without `kind` it is a share between 0 and 1 where `deviation` is absent, else a mean.
            deviation: Standard deviation of one unit; absent for shares and where `kind` says it.
            kind: What is measured, where it is neither a mean nor a share.
            effect: The effect to find, in the unit of the metric.
            units: Units of all arms, where they are given rather than asked for.
            days: Days of traffic, where they are given rather than asked for.
            clusters: Rows that belong together, where the metric is an average over rows and whole units are assigned.
            variance_left: Share of the variance that covariates leave; 1 without covariates.
            confidence: Confidence of the verdict.
            power: Chance to find the effect.
            treatments: How many arms beside the control share the level.
            arm_adjustment: How they share it; as in the statement of a test where absent.
            monitoring: How often the data are looked at: for planned looks the fractions of all of them.
            units_each_day: Units that come in each day, for all arms.

        Raises:
            AuraError: with the code invalid_number.
        """
        return await self._call("power", {"baseline": baseline, "deviation": deviation, "kind": kind, "effect": effect, "units": units, "days": days, "clusters": clusters, "variance_left": variance_left, "confidence": confidence, "power": power, "treatments": treatments, "arm_adjustment": arm_adjustment, "monitoring": monitoring, "units_each_day": units_each_day}, documents.PowerPlan, progress)

    async def assign(self, experiment: requests.LiveExperiment | Mapping[str, Any] | Document, units: Sequence[str], *, progress: OnProgress = None) -> documents.Assigned:
        """Gives every unit of a test its arm, always the same one.

        Args:
            experiment: The statement.
            units: The units.

        Raises:
            AuraError: with the code invalid_experiment, invalid_number, limit_size.
        """
        return await self._call("assign", {"experiment": experiment, "units": units}, documents.Assigned, progress)

    async def analyze(self, experiment: requests.LiveExperiment | Mapping[str, Any] | Document, table: TableLike, *, outcomes: TableLike | None = None, progress: OnProgress = None) -> documents.Analyzed:
        """Judges the data of a test with real people by the rule that was stated.

        Args:
            experiment: The statement.
            table: A table in CSV with one row for each unit; with `outcomes`, the log of exposures.
                A table of any kind instead: a data frame, what else gives Arrow, dicts, or a file.
            outcomes: A log of outcomes in CSV; outcomes are added up over the window of each unit.
                A table of any kind instead: a data frame, what else gives Arrow, dicts, or a file.

        Raises:
            AuraError: with the code invalid_experiment, invalid_data, invalid_number, limit_size.
        """
        return await self._call("analyze", {"experiment": experiment, "table": table, "outcomes": outcomes}, documents.Analyzed, progress, tables=("table", "outcomes",))

    async def report(self, verdict: requests.LiveVerdict | Mapping[str, Any] | Document, *, progress: OnProgress = None) -> documents.ExperimentReport:
        """Makes the page and the picture of a verdict about real people; one that was changed since it was given is refused.

        Args:
            verdict: The verdict.

        Raises:
            AuraError: with the code invalid_document.
        """
        return await self._call("report", {"verdict": verdict}, documents.ExperimentReport, progress)

    async def calibrate(self, experiment: requests.LiveExperiment | Mapping[str, Any] | Document, table: TableLike, *, splits: int | None = None, seed: int | None = None, shared_column: str | None = None, progress: OnProgress = None) -> documents.Calibration:
        """Splits the data of a test at random again and again, and says how often the test would raise a false alarm.

        Args:
            experiment: The statement.
            table: A table in CSV with one row for each unit.
                A table of any kind instead: a data frame, what else gives Arrow, dicts, or a file.
            splits: How many random splits; 1,000 where absent.
            seed: Where the splits come from; 0 where absent.
            shared_column: A column of what units of both arms share, to see whether the arms disturb each other through it.

        Raises:
            AuraError: with the code invalid_experiment, invalid_data, invalid_number, limit_size.
        """
        return await self._call("calibrate", {"experiment": experiment, "table": table, "splits": splits, "seed": seed, "shared_column": shared_column}, documents.Calibration, progress, tables=("table",))

    async def infer(self, procedure: requests.Procedure | Mapping[str, Any] | Document, *, options: requests.TestOptions | Mapping[str, Any] | Document | None = None, progress: OnProgress = None) -> documents.Inferred:
        """Applies one procedure of statistics to plain numbers: tests, intervals, beliefs, bounds of looks, adjustments.

        Args:
            procedure: The procedure.
            options: Confidence, direction and the value that is tested against, for procedures that have them.

        Raises:
            AuraError: with the code invalid_data, invalid_number, limit_size.
        """
        return await self._call("infer", {"procedure": procedure, "options": options}, documents.Inferred, progress)

    async def allocate(self, experiment: requests.LiveExperiment | Mapping[str, Any] | Document, table: TableLike, *, plan: requests.AllocationPlan | Mapping[str, Any] | Document | None = None, progress: OnProgress = None) -> documents.Allocation:
        """Gives the next shares of a test whose arms follow what was seen, with ranges that hold at every look.

        Args:
            experiment: The statement.
            table: A table in CSV with one row for each unit, in the order in which they were assigned.
                A table of any kind instead: a data frame, what else gives Arrow, dicts, or a file.
            plan: How the next shares are found.

        Raises:
            AuraError: with the code invalid_experiment, invalid_data, invalid_number, limit_size.
        """
        return await self._call("allocate", {"experiment": experiment, "table": table, "plan": plan}, documents.Allocation, progress, tables=("table",))

    async def observe(self, observation: requests.Observation | Mapping[str, Any] | Document, table: TableLike, *, progress: OnProgress = None) -> documents.ObservedEffect:
        """Tells the effect of a change although nobody was assigned at random, and labels it so.

        Args:
            observation: What was changed, when, for whom, and what is looked at.
            table: A table in CSV with one row for each unit and period.
                A table of any kind instead: a data frame, what else gives Arrow, dicts, or a file.

        Raises:
            AuraError: with the code invalid_experiment, invalid_data, invalid_number, limit_size.
        """
        return await self._call("observe", {"observation": observation, "table": table}, documents.ObservedEffect, progress, tables=("table",))

    async def open_mock(self, description: str, *, seed: int | None = None, shortest_latency_ms: int | None = None, longest_latency_ms: int | None = None, error_share: float | None = None, calls_per_second: int | None = None, locale: requests.Locale | None = None, progress: OnProgress = None) -> documents.OpenMock:
        """Opens a service straight from its OpenAPI description, in this process and nowhere else.

        Args:
            description: The description: OpenAPI 3.0 or 3.1, in JSON or YAML.
            seed: The seed of made-up values; 1 where absent.
            shortest_latency_ms: The shortest time of an answer, in milliseconds of virtual time.
            longest_latency_ms: The longest time of an answer; every value between is as likely.
            error_share: Which share of calls fails, from 0 to 1.
            calls_per_second: Most calls in a second of virtual time; more get 429.
            locale: The language and country of made-up names, addresses and telephone numbers; `en` where absent.

        Raises:
            AuraError: with the code invalid_document, limit_size.
        """
        return await self._call("open_mock", {"description": description, "seed": seed, "shortest_latency_ms": shortest_latency_ms, "longest_latency_ms": longest_latency_ms, "error_share": error_share, "calls_per_second": calls_per_second, "locale": locale}, documents.OpenMock, progress)

    async def respond(self, mock: int, method: str, target: str, *, headers: Mapping[str, str] | None = None, body: Any | None = None, body_text: str | None = None, at_ms: int | None = None, progress: OnProgress = None) -> documents.MockAnswer:
        """Answers a request as the description says, and remembers what was written.

        Args:
            mock: The number of the mock.
            method: The method, for example `GET`.
            target: Path and query, for example `/pets?limit=3`.
            headers: Headers in any case.
            body: The body as JSON, with the header for it.
            body_text: The body as it is, instead.
            at_ms: When it is sent, in milliseconds of virtual time.

        Raises:
            AuraError: with the code not_found.
        """
        return await self._call("respond", {"mock": mock, "method": method, "target": target, "headers": headers, "body": body, "body_text": body_text, "at_ms": at_ms}, documents.MockAnswer, progress)

    async def close_mock(self, mock: int, *, progress: OnProgress = None) -> documents.Done:
        """Closes a mock and forgets what was written to it.

        Args:
            mock: The number of the mock.

        Raises:
            AuraError: with the code not_found.
        """
        return await self._call("close_mock", {"mock": mock}, documents.Done, progress)

    async def handoff(self, project: str, *, progress: OnProgress = None) -> documents.HandedOff:
        """Makes the package for engineers from everything that the project holds, and keeps it.

        Args:
            project: The project.

        Raises:
            AuraError: with the code limit_size, not_found, conflict.
        """
        return await self._call("handoff", {"project": project}, documents.HandedOff, progress)

    async def why(self, project: str, item: str, *, progress: OnProgress = None) -> documents.Why:
        """Says why an item of the intent or the plan is as it is: the words, the rule, the alternatives.

        Args:
            project: The project.
            item: The id of the item, for example `step_pay`.

        Raises:
            AuraError: with the code not_found.
        """
        return await self._call("why", {"project": project, "item": item}, documents.Why, progress)

    async def projects(self, *, progress: OnProgress = None) -> documents.ProjectList:
        """Lists all projects of the store.
        """
        return await self._call("projects", {}, documents.ProjectList, progress)

    async def history(self, project: str, *, most: int | None = None, progress: OnProgress = None) -> documents.HistoryResponse:
        """Lists what was done in a project, newest first.

        Args:
            project: The project.
            most: Most revisions; 100 where absent.

        Raises:
            AuraError: with the code not_found.
        """
        return await self._call("history", {"project": project, "most": most}, documents.HistoryResponse, progress)

    async def complete(self, purpose: str, instructions: str, messages: Sequence[requests.Message | Mapping[str, Any] | Document], max_output_tokens: int, *, schema: Any | None = None, seed: int | None = None, progress: OnProgress = None) -> documents.ModelResponse:
        """Asks the language model that the host has plugged in.

        Args:
            purpose: What the answer is for, for example `intent.suggest`.
            instructions: What the model is to do. Written by Aura, never by users.
            messages: The conversation, oldest first. User text stands only here.
            max_output_tokens: Most tokens of the answer.
            schema: JSON Schema that the answer must fit, where it must be JSON.
            seed: Seed for providers that take one.

        Raises:
            AuraError: with the code unavailable_model, limit_budget, limit_tokens, denied.
        """
        return await self._call("complete", {"purpose": purpose, "instructions": instructions, "messages": messages, "max_output_tokens": max_output_tokens, "schema": schema, "seed": seed}, documents.ModelResponse, progress)


CODES = {
    "invalid_request": "A request does not have the documented shape.",
    "invalid_text": "The bytes given as text are not UTF-8, or are not text at all.",
    "invalid_goal": "The goal holds nothing that could be understood as a goal.",
    "invalid_language": "The text is in a language that is not supported.",
    "invalid_id": "An identifier does not have the documented form.",
    "invalid_document": "A JSON document does not have the documented shape.",
    "invalid_schema_version": "A document was written by a newer version than this one can read.",
    "invalid_plan": "A plan is not sound: it cannot be run until its problems are mended.",
    "invalid_condition": "A condition is not a valid CEL expression over the plan's data.",
    "invalid_edit": "An edit does not fit the present plan.",
    "invalid_answer": "An answer does not fit the question it is given for.",
    "invalid_scenario": "A scenario holds a value outside its documented range.",
    "invalid_experiment": "An experiment cannot be evaluated as it is defined.",
    "invalid_number": "A number is outside the range in which it has a meaning.",
    "invalid_trace": "A recorded trace is damaged or is not a trace.",
    "invalid_data": "The data given cannot be analysed as it is.",
    "ambiguous_edit": "Several readings fit; the choices are in the context.",
    "ambiguous_goal": "Questions must be answered, or assumptions accepted, before this can go on.",
    "limit_input": "The input is longer than the limit.",
    "limit_size": "A document has more parts than the limit allows.",
    "limit_events": "A run reached its limit of simulated events.",
    "limit_virtual_time": "A run reached its limit of virtual time.",
    "limit_budget": "The next call would spend more money than the budget has left.",
    "limit_tokens": "The next call would use more model tokens than are left.",
    "limit_memory": "Work took more memory than the limit allows.",
    "limit_loop": "A loop without progress was found and stopped.",
    "not_found": "There is no artifact, project, step or version with this name.",
    "conflict": "Somebody else changed the same thing first.",
    "conflict_replay": "Two documents that should be equal differ.",
    "unavailable_model": "No language model is plugged in.",
    "unavailable_store": "The store cannot be reached, is full, or cannot be written.",
    "unavailable_service": "A service that the host provides does not answer.",
    "denied": "The host does not allow this.",
    "cancelled": "The caller asked to stop; what was done so far is kept.",
    "internal": "A fault of Aura itself; please report it.",
}
