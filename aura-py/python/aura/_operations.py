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

    def prototype(self, project: str, *, progress: OnProgress = None) -> documents.Prototyped:
        """Makes the clickable prototype of a project's plan and keeps it.

        Args:
            project: The project.

        Raises:
            AuraError: with the code invalid_plan, limit_size, not_found, conflict.
        """
        return self._call("prototype", {"project": project}, documents.Prototyped, progress)

    def simulate(self, project: str, *, scenario: requests.Scenario | Mapping[str, Any] | Document | None = None, seed: int | None = None, cases: int | None = None, budget: float | None = None, depth: RunDepth | None = None, services: Sequence[requests.ServiceMock | Mapping[str, Any] | Document] | None = None, pause_at_ms: int | None = None, progress: OnProgress = None) -> documents.Simulated:
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

        Raises:
            AuraError: with the code invalid_plan, invalid_scenario, limit_size, not_found, conflict.
        """
        return self._call("simulate", {"project": project, "scenario": scenario, "seed": seed, "cases": cases, "budget": budget, "depth": depth, "services": services, "pause_at_ms": pause_at_ms}, documents.Simulated, progress)

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

    async def prototype(self, project: str, *, progress: OnProgress = None) -> documents.Prototyped:
        """Makes the clickable prototype of a project's plan and keeps it.

        Args:
            project: The project.

        Raises:
            AuraError: with the code invalid_plan, limit_size, not_found, conflict.
        """
        return await self._call("prototype", {"project": project}, documents.Prototyped, progress)

    async def simulate(self, project: str, *, scenario: requests.Scenario | Mapping[str, Any] | Document | None = None, seed: int | None = None, cases: int | None = None, budget: float | None = None, depth: RunDepth | None = None, services: Sequence[requests.ServiceMock | Mapping[str, Any] | Document] | None = None, pause_at_ms: int | None = None, progress: OnProgress = None) -> documents.Simulated:
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

        Raises:
            AuraError: with the code invalid_plan, invalid_scenario, limit_size, not_found, conflict.
        """
        return await self._call("simulate", {"project": project, "scenario": scenario, "seed": seed, "cases": cases, "budget": budget, "depth": depth, "services": services, "pause_at_ms": pause_at_ms}, documents.Simulated, progress)

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
