"""Scale-out by what people already have: work is divided, done wherever an executor likes, and put together."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any, Protocol, Union

from ._document import to_json
from ._errors import error_from

if TYPE_CHECKING:
    from ._base import AsyncBase, Base, OnProgress, Progress
    from .documents import ProgressEvent


class Submits(Protocol):
    """An executor: one of `concurrent.futures`, a Dask client, or whatever else has `submit` and futures."""

    def submit(self, function: Callable[..., Any], /, *arguments: Any) -> Any: ...


class Remotes(Protocol):
    """The module `ray`, or whatever else has `remote` and `get`."""

    def remote(self, function: Any, /) -> Any: ...
    def get(self, reference: Any, /) -> Any: ...


Executor = Union[Submits, Remotes]
"""Who does the work: a `concurrent.futures.Executor`, a `dask.distributed.Client`, or the module `ray`."""

# Parts of one run, and points of one job: small enough to spread well, large enough to be worth sending.
_MOST_PARTS = 256
_POINTS_OF_A_JOB = 32

_worker: Base | None = None


def work(operation: str, request: str) -> str:
    """Does one part on a worker, in whichever process or thread that is."""
    global _worker
    if _worker is None:
        from ._session import Session

        # One thread: the executor says how much is done at a time.
        _worker = Session(threads=1, clock=False)
    return _worker.call_json(operation, request)


def _submit(executor: Any, operation: str, requests: list[str]) -> Iterator[str]:
    """The answers to the requests, in their order. Where one fails, the others are no longer wanted."""
    if callable(getattr(executor, "submit", None)):
        jobs = [executor.submit(work, operation, request) for request in requests]
        results: Iterator[Any] = (job.result() for job in jobs)
        stop = [getattr(job, "cancel", None) for job in jobs]
    elif callable(getattr(executor, "remote", None)) and callable(getattr(executor, "get", None)):
        function = executor.remote(work)
        jobs = [function.remote(operation, request) for request in requests]
        results = (executor.get(job) for job in jobs)
        stop = [lambda job=job: executor.cancel(job) for job in jobs if hasattr(executor, "cancel")]
    else:
        failure = {
            "code": "invalid_request",
            "message": f"`{type(executor).__name__}` cannot do work for others",
            "hints": ["give a concurrent.futures.Executor, a Dask client, or the module ray"],
            "retryable": False,
        }
        raise error_from(json.dumps(failure))
    try:
        yield from results
    except BaseException:
        for cancel in stop:
            if cancel is not None:
                cancel()
        raise


def divide(session: Base, operation: str, members: dict[str, Any], executor: Executor, progress: OnProgress) -> str:
    """An operation whose work the executor does; the response in JSON."""
    return _DIVIDED[operation](session, members, executor, progress)


async def divide_aside(session: AsyncBase, operation: str, members: dict[str, Any], executor: Executor, progress: OnProgress) -> str:
    """As `divide`, on another thread. Once nobody waits any more, nothing more is asked of the executor."""
    import asyncio
    import threading

    from ._base import Base, Progress

    loop, shown = asyncio.get_running_loop(), Progress(progress)
    unwanted, problems = threading.Event(), list[Exception]()

    def hear(event: ProgressEvent) -> None:
        try:
            shown.tell(event.to_dict())
        except Exception as error:
            problems.append(error)
            unwanted.set()

    def relay(event: ProgressEvent) -> None:
        if unwanted.is_set():
            raise InterruptedError("nobody waits for this any more")
        loop.call_soon_threadsafe(hear, event)

    twin = Base.__new__(Base)
    twin._path, twin._session = session._path, session._session
    try:
        answer = await asyncio.to_thread(divide, twin, operation, members, executor, relay)
    except InterruptedError:
        if not problems:
            raise
    finally:
        unwanted.set()
        shown.close()
    if problems:
        raise problems[0]
    return answer


def _simulate(session: Base, members: dict[str, Any], executor: Executor, progress: OnProgress) -> str:
    """A run by replications; the response in JSON."""
    from ._base import Progress, request

    shown = Progress(progress)
    try:
        prepared = json.loads(session.call_json("prepare_run", request(members)))
        plan, scenario = prepared["plan"], prepared["scenario"]
        total = scenario["replications"]
        size = -(-total // _MOST_PARTS)
        parts = [
            to_json({"plan": plan, "scenario": scenario, "first": first, "count": min(size, total - first)})
            for first in range(0, total, size)
        ]
        done: list[str] = []
        for answer in _submit(executor, "run_part", parts):
            done.append(json.loads(answer)["part_base64"])
            _tell(shown, "simulate", len(done), len(parts), "parts of the run")
    finally:
        shown.close()
    return session.call_json("join_parts", to_json({"project": prepared["project"], "scenario": scenario, "parts_base64": done}))


def _sensitivity(session: Base, members: dict[str, Any], executor: Executor, progress: OnProgress) -> str:
    """A sensitivity by points; the response in JSON."""
    from ._base import Progress, request

    members = {**members, "values": list(members.get("values") or [])}
    shown = Progress(progress)
    try:
        while True:
            asked = json.loads(session.call_json("prepare_sensitivity", request(members)))
            points = asked.pop("points")
            if not points:
                break
            jobs = [points[start : start + _POINTS_OF_A_JOB] for start in range(0, len(points), _POINTS_OF_A_JOB)]
            total = len(members["values"]) + len(points)
            for answer in _submit(executor, "measure_points", [to_json({**asked, "points": job}) for job in jobs]):
                members["values"] += json.loads(answer)["values"]
                _tell(shown, "sensitivity", len(members["values"]), total, "runs")
    finally:
        shown.close()
    return session.call_json("sensitivity", request(members))


def _tell(shown: Progress, stage: str, done: int, total: int, what: str) -> None:
    shown.tell({"stage": stage, "done": done, "total": total, "message": f"{done} of {total} {what}"})


_DIVIDED = {"sensitivity": _sensitivity, "simulate": _simulate}
