"""What operations give, and how errors, progress and both kinds of session behave."""

import asyncio
import json
import pickle
import threading

import pytest

import aura
from aura import documents


def test_documents_read_as_attributes_and_as_keys(session, project):
    planned = session.present_plan(project)
    assert isinstance(planned, documents.Planned)
    assert planned.plan.nodes[0].kind.type == "start"
    assert planned["plan"]["nodes"][0]["kind"]["type"] == "start"
    assert isinstance(planned.plan.nodes[0].origin, (documents.AssumedOrigin, documents.InferredOrigin, documents.StatedOrigin))
    assert pickle.loads(pickle.dumps(planned)) == planned
    assert json.loads(planned.to_json()) == planned.to_dict()
    with pytest.raises(AttributeError, match="has no `colour`; it has project"):
        planned.colour
    run = session.simulate(project, cases=100).run
    assert run.stopped is None and list(run.warnings) == []


def test_an_edit_is_made_shown_and_taken_back(session, project):
    before = session.present_plan(project).version
    shown = session.edit(project, "add a step to thank the guest at the end", preview=True)
    assert shown.edited is not None and not shown.kept
    assert session.edit(project, "add a step to thank the guest at the end").kept
    assert "thank the guest" in session.outline(project).text.lower()
    assert session.undo(project).version == before
    assert [revision.number for revision in session.history(project, most=2).revisions] == [4, 3]


def test_a_scenario_that_came_out_goes_in_again(session, project):
    run = session.simulate(project, cases=100, seed=3).run
    assert session.simulate(project, scenario=run.scenario).run == run
    with pytest.raises(aura.InvalidError, match="invalid_scenario"):
        session.simulate(project, scenario={**run.scenario.to_dict(), "replications": 0})


def test_a_variant_is_judged_and_a_trace_is_verified(session, project):
    simulate = {"project": project, "cases": 200, "seed": 1}
    verdict = session.evaluate(simulate, variants=[{"sentence": "add a step to thank the guest at the end"}]).verdict
    assert verdict is not None and verdict.variants[0].reasons
    session.simulate(project, cases=100)
    trace = session.trace(project).trace_base64
    assert session.verify(project, trace).is_equal and session.replay(project).is_equal


@pytest.mark.parametrize(
    ("make", "code", "builtin"),
    [
        (lambda s: s.interpret(""), "invalid_goal", ValueError),
        (lambda s: s.interpret("x" * 2_000_000), "limit_input", RuntimeError),
        (lambda s: s.plan("project_nobody"), "not_found", KeyError),
        (lambda s: s.plan("nobody"), "invalid_request", ValueError),
        (lambda s: s.plan(7), "invalid_request", ValueError),
        (lambda s: s.interpret({1, 2}), "invalid_request", ValueError),
        (lambda s: s.interpret("\ud800"), "invalid_request", ValueError),
        (lambda s: s.simulate("project_nobody", budget=float("nan")), "invalid_request", ValueError),
        (lambda s: s.complete("a", "b", [], 9), "unavailable_model", ConnectionError),
        (lambda _s: aura.Session("/no/such/folder/store"), "unavailable_store", ConnectionError),
        (lambda _s: aura.Session(limits={"colour": 1}), "invalid_request", ValueError),
    ],
)
def test_errors_have_a_code_hints_and_the_builtin_that_fits(session, make, code, builtin):
    with pytest.raises(aura.AuraError) as caught:
        make(session)
    assert caught.value.code == code and isinstance(caught.value, builtin), caught.value
    assert isinstance(caught.value.hints, list) and code in str(caught.value)
    again = pickle.loads(pickle.dumps(caught.value))
    assert (again.code, again.message, type(again)) == (code, caught.value.message, type(caught.value))


def test_a_deep_request_is_refused(session):
    deep: list = []
    for _ in range(100_000):
        deep = [deep]
    with pytest.raises(aura.InvalidError):
        session.interpret(deep)


def test_progress_goes_to_any_function(session, project):
    events = []
    session.simulate(project, cases=300, progress=events.append)
    assert events and events[-1].stage == "simulate" and events[-1].done == events[-1].total
    with pytest.raises(ZeroDivisionError):
        session.simulate(project, cases=300, progress=lambda event: 1 / 0)


def test_the_async_twin_gives_the_same_and_serves_a_hundred_at_once(session, project, goal):
    async def everything():
        twin = aura.AsyncSession(clock=False)
        assert (await twin.interpret(goal)).project == project
        await twin.plan(project)
        events = []
        run = (await twin.simulate(project, cases=300, seed=5, progress=events.append)).run
        outlines = await asyncio.gather(*[twin.outline(project) for _ in range(100)])
        assert len(outlines) == 100 and len(set(outlines)) == 1
        with pytest.raises(aura.NotFoundError):
            await twin.plan("project_nobody")
        return run, events

    run, events = asyncio.run(everything())
    assert run == session.simulate(project, cases=300, seed=5).run and events


def test_a_cancelled_task_stops_its_work():
    async def cancelled():
        twin = aura.AsyncSession()
        project = (await twin.interpret("Guests pay by card and get a receipt.")).project
        await twin.plan(project)
        task = asyncio.create_task(twin.simulate(project, cases=5_000_000))
        await asyncio.sleep(0.05)
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task
        assert [revision.number for revision in (await twin.history(project)).revisions] == [2, 1]

    asyncio.run(cancelled())


def test_threads_share_a_session(session, project):
    texts = []
    threads = [threading.Thread(target=lambda: texts.append(session.outline(project).text)) for _ in range(16)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(texts) == 16 and len(set(texts)) == 1


def test_a_session_shows_where_it_keeps_projects_and_knows_agents_of_the_host(tmp_path):
    assert repr(aura.Session()) == "Session()" and repr(aura.AsyncSession(tmp_path / "a")) == f"AsyncSession({str(tmp_path / 'a')!r})"
    clerk = {"name": "claims clerk", "kind": "ai_agent", "can": ["read", "check"], "cost": 0.1, "may_see": ["personal"]}
    assert aura.Session(agents=[clerk]).agents().agents[0].name == "claims clerk"
    with pytest.raises(aura.InvalidError):
        aura.Session(agents=[{"name": "nobody"}])


def test_a_store_in_a_file_keeps_projects(tmp_path, goal):
    first = aura.Session(tmp_path / "store.sqlite")
    project = first.interpret(goal, name="Checkout").project
    second = aura.Session(tmp_path / "store.sqlite")
    assert [(found.id, found.name) for found in second.projects().projects] == [(project, "Checkout")]
    assert second.projects().projects[0].revision.at.endswith("Z")
