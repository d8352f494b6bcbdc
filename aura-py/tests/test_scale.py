"""Work that executors do for a session: the same bytes as on one machine, and faults that reach the caller."""

import asyncio
import concurrent.futures
import multiprocessing
import threading

import distributed
import pytest

import aura
from aura import _scale

SMALL = {"cases": 30, "trajectories": 2, "samples": 4}


class DaskLike:
    """What a Dask client does: futures of its own kind, keyed by function and arguments, done in no order."""

    def __init__(self):
        self.jobs, self.cancelled = [], []

    def submit(self, function, *arguments, **options):
        assert not options and all(isinstance(argument, str) for argument in arguments)
        job = DaskLike.Future(self, function, arguments)
        self.jobs.append(job)
        return job

    class Future:
        def __init__(self, client, function, arguments):
            self.client, self.function, self.arguments = client, function, arguments

        def result(self):
            # Whoever is asked for first, the last job is done first.
            for job in reversed(self.client.jobs):
                if not hasattr(job, "answer"):
                    job.answer = job.function(*job.arguments)
            return self.answer

        def cancel(self):
            self.client.cancelled.append(self)


class RayLike:
    """What the module ray does: functions become remote, and references are got."""

    class Remote:
        def __init__(self, function):
            self.function = function

        def remote(self, *arguments):
            return lambda: self.function(*arguments)

    def remote(self, function):
        return RayLike.Remote(function)

    def get(self, reference):
        return reference()


def pools():
    yield concurrent.futures.ThreadPoolExecutor(3)
    # A forked child of a process with threads is for those who know; fresh interpreters are for everybody.
    yield concurrent.futures.ProcessPoolExecutor(2, mp_context=multiprocessing.get_context("spawn"))


@pytest.mark.parametrize("executor", [*pools(), DaskLike(), RayLike()], ids=lambda executor: type(executor).__name__)
def test_the_bytes_are_those_of_one_machine(session, project, executor):
    run = session.simulate(project, cases=300, seed=4)
    trace = session.trace(project).trace_base64
    assert session.simulate(project, cases=300, seed=4, executor=executor).to_json() == run.to_json()
    assert session.trace(project).trace_base64 == trace and session.replay(project).is_equal
    events = []
    spread = session.sensitivity(project, **SMALL, executor=executor, progress=events.append)
    assert spread.to_json() == session.sensitivity(project, **SMALL).to_json()
    assert events[-1].stage == "sensitivity" and events[-1].done == events[-1].total == spread.influence.runs
    if isinstance(executor, concurrent.futures.Executor):
        executor.shutdown()


def test_a_cluster_of_dask_gives_the_bytes_of_one_machine(session, project):
    local = {"dashboard_address": ":0", "host": "127.0.0.1", "silence_logs": 50}
    with distributed.LocalCluster(n_workers=2, threads_per_worker=1, **local) as cluster, distributed.Client(cluster) as client:
        run = session.simulate(project, cases=300, seed=4).to_json()
        assert session.simulate(project, cases=300, seed=4, executor=client).to_json() == run
        spread = session.sensitivity(project, **SMALL).to_json()
        assert session.sensitivity(project, **SMALL, executor=client).to_json() == spread
        with pytest.raises(aura.NotFoundError):
            session.simulate("project_nobody", executor=client)


@pytest.mark.parametrize("executor", [*pools(), DaskLike(), RayLike()], ids=lambda executor: type(executor).__name__)
def test_the_async_twin_divides_work_too(session, project, goal, executor):
    async def divided():
        twin, events = aura.AsyncSession(clock=False), []
        await twin.interpret(goal)
        await twin.plan(project)
        run = await twin.simulate(project, cases=300, seed=4, executor=executor, progress=events.append)
        assert events[-1].stage == "simulate" and events[-1].done == events[-1].total
        return run, await twin.sensitivity(project, **SMALL, executor=executor)

    run, spread = asyncio.run(divided())
    assert run.to_json() == session.simulate(project, cases=300, seed=4).to_json()
    assert spread.to_json() == session.sensitivity(project, **SMALL).to_json()
    if isinstance(executor, concurrent.futures.Executor):
        executor.shutdown()


def test_an_async_division_stops_with_its_task_and_with_its_listener(goal):
    class Waits(DaskLike):
        """An executor whose second part ends only when it is let go."""

        def __init__(self):
            super().__init__()
            self.free, self.is_waiting = threading.Event(), threading.Event()

        def submit(self, function, *arguments):
            job = super().submit(function, *arguments)
            job.result = lambda: self.wait(function, arguments) if job is self.jobs[1] else function(*arguments)
            return job

        def wait(self, function, arguments):
            self.is_waiting.set()
            self.free.wait(60)
            return function(*arguments)

    async def stopped():
        twin = aura.AsyncSession(clock=False)
        project = (await twin.interpret(goal)).project
        await twin.plan(project)
        client = Waits()
        task = asyncio.create_task(twin.simulate(project, cases=50, executor=client))
        await asyncio.to_thread(client.is_waiting.wait, 60)
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task
        client.free.set()
        assert [revision.number for revision in (await twin.history(project)).revisions] == [2, 1]
        with pytest.raises(ZeroDivisionError):
            await twin.simulate(project, cases=50, executor=DaskLike(), progress=lambda event: 1 / 0)
        return client

    # The loop waits for its threads when it is closed, so the division is over by now.
    client = asyncio.run(stopped())
    assert client.cancelled == client.jobs


def test_what_goes_wrong_on_a_worker_reaches_the_caller(session, project, monkeypatch):
    with pytest.raises(aura.InvalidError, match="cannot do work for others"):
        session.simulate(project, executor=7)
    with pytest.raises(aura.NotFoundError):
        session.simulate("project_nobody", executor=DaskLike())

    def broken(operation, request):
        raise ConnectionResetError("the worker is gone")

    monkeypatch.setattr(_scale, "work", broken)
    client = DaskLike()
    before = session.history(project).revisions.to_dicts()
    with pytest.raises(ConnectionResetError):
        session.simulate(project, cases=50, executor=client)
    # Nothing is kept of half a run, and nobody goes on with it.
    assert session.history(project).revisions.to_dicts() == before and client.cancelled == client.jobs
