"""Sessions: how operations are called, waited for, listened to and stopped."""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, Protocol, TypeVar, Union

from . import _native
from ._document import Document, to_json
from ._errors import AuraError, error_from, well
from ._tables import lend

if TYPE_CHECKING:
    from . import requests
    from ._scale import Executor
    from .documents import ProgressEvent

D = TypeVar("D", bound=Document)

OnProgress = Union[None, bool, "Callable[[ProgressEvent], object]"]
"""`None` shows a bar with tqdm where work takes long and somebody looks; `False` shows none; a function hears events."""

# Long enough to cost nothing, short enough for Ctrl-C.
_SLICE_SECONDS = 0.05


class Model(Protocol):
    """A language model of the host."""

    def complete(self, request: dict[str, Any]) -> str | Mapping[str, Any]:
        """Answers a request with a text or a `ModelResponse`; may be `async`."""
        ...


class Store(Protocol):
    """A store of the host; see `aura-ffi` for the forms of requests and answers. Methods may be `async`."""

    def commit(self, request: dict[str, Any]) -> Mapping[str, Any]: ...
    def artifact(self, request: dict[str, Any]) -> Mapping[str, Any] | None: ...
    def project(self, request: dict[str, Any]) -> Mapping[str, Any] | None: ...
    def projects(self, request: dict[str, Any]) -> list[Mapping[str, Any]]: ...
    def history(self, request: dict[str, Any]) -> list[Mapping[str, Any]]: ...


def _host(host: object) -> Callable[[str, str], tuple[bool, str, str]]:
    """The host's object as the native module asks it; whatever it raises becomes an answer."""

    def ask(method: str, request: str) -> tuple[bool, str, str]:
        try:
            answer = getattr(host, method, host)(json.loads(request))  # type: ignore[operator]
            if hasattr(answer, "__await__"):
                import asyncio

                answer = asyncio.run(_await(answer))
            if isinstance(answer, str):
                usage = {"input_tokens": 0, "output_tokens": 0}
                answer = {"text": answer, "stop": "complete", "usage": usage}
            return True, to_json(answer), ""
        except AuraError as error:
            return False, error.code, error.message
        except BaseException as error:
            return False, "", f"{type(error).__name__}: {error}"

    return ask


async def _await(answer: Any) -> Any:
    return await answer


class _Opened:
    """A session over one store. Threads may share it; a forked child may go on with it."""

    __slots__ = ("_path", "_session")

    def __init__(
        self,
        path: str | os.PathLike[str] | None = None,
        *,
        threads: int | None = None,
        clock: bool = True,
        limits: requests.Limits | Mapping[str, Any] | None = None,
        agents: Sequence[requests.Agent | Mapping[str, Any] | Document] | None = None,
        model: Model | Callable[[dict[str, Any]], Any] | None = None,
        model_name: str = "host",
        model_price: Mapping[str, int] | None = None,
        store: Store | None = None,
        host_timeout_ms: int = 60_000,
    ) -> None:
        """Opens the session.

        Args:
            path: The SQLite file that keeps the projects; they are kept in memory where absent.
            threads: How many threads a simulation uses; one for each core where absent.
            clock: Whether records carry the time of this machine.
            limits: Other limits.
            agents: AI agents that steps can be given to, besides the built-in ones.
            model: A language model: an object with `complete`, or a function of a request.
            model_name: The name of the model, as it is recorded.
            model_price: What the model costs.
            store: A store instead of memory or a file.
            host_timeout_ms: How long model or store may take for one answer.
        """
        options = {
            "path": None if path is None else os.fspath(path),
            "threads": threads,
            "clock": clock,
            "limits": limits,
            "agents": agents,
            "model_name": model_name,
            "model_price": model_price,
            "host_timeout_ms": host_timeout_ms,
        }
        given = {name: value for name, value in options.items() if value is not None}
        hosts = [None if host is None else _host(host) for host in (model, store)]
        session, failure = _native.open_session(to_json(given), *hosts)
        if session is None:
            raise error_from(failure)
        self._path, self._session = options["path"], session

    def __repr__(self) -> str:
        return f"{type(self).__name__}({'' if self._path is None else repr(self._path)})"


def request(members: dict[str, Any]) -> str:
    """A request in JSON, without the members that were not given."""
    try:
        text = to_json({name: value for name, value in members.items() if value is not None})
        text.encode()  # Half of a surrogate pair is no text.
        return text
    except (TypeError, ValueError, RecursionError) as error:
        failure = {"code": "invalid_request", "message": f"the request cannot be written: {error}", "retryable": False}
        raise error_from(json.dumps(failure)) from error


class Base(_Opened):
    """Calls operations and waits for them."""

    __slots__ = ()

    def call_json(self, operation: str, request: str, progress: OnProgress = False) -> str:
        """Calls an operation with a request in JSON; the response is JSON, the same bytes as in every language."""
        return self._wait(self._session.start(operation, request), progress)

    def _wait(self, call: _native.Call, progress: OnProgress) -> str:
        shown = Progress(progress)
        try:
            # Each slice lets other threads run and gives Python the chance to raise KeyboardInterrupt.
            while (answer := call.wait(_SLICE_SECONDS)) is None:
                shown.read(call)
            shown.read(call)
        except BaseException:
            call.cancel()
            raise
        finally:
            shown.close()
        return well(answer)

    def _call(self, operation: str, members: dict[str, Any], kind: type[D], progress: OnProgress, *, tables: tuple[str, ...] = (), executor: Executor | None = None) -> D:
        if executor is not None:
            from . import _scale

            return kind(json.loads(_scale.divide(self, operation, members, executor, progress)))
        lent = lend(members, tables)
        return kind(json.loads(self._wait(self._session.start(operation, request(members), None, lent), progress)))


class AsyncBase(_Opened):
    """Calls operations without blocking the event loop."""

    __slots__ = ()

    async def _call(self, operation: str, members: dict[str, Any], kind: type[D], progress: OnProgress, *, tables: tuple[str, ...] = (), executor: Executor | None = None) -> D:
        import asyncio

        if executor is not None:
            from . import _scale

            return kind(json.loads(await _scale.divide_aside(self, operation, members, executor, progress)))

        loop = asyncio.get_running_loop()
        done: asyncio.Future[None] = loop.create_future()
        shown = Progress(progress)

        def hear() -> None:
            try:
                shown.read(call)
            except Exception as error:
                call.cancel()
                if not done.done():
                    done.set_exception(error)

        def end() -> None:
            if not done.done():
                done.set_result(None)

        def tell(event: str | None) -> None:
            try:
                loop.call_soon_threadsafe(end if event is None else hear)
            except RuntimeError:
                pass  # The loop was closed meanwhile; nobody waits any more.

        lent = lend(members, tables)
        call = self._session.start(operation, request(members), tell, lent)
        try:
            await done
            shown.read(call)
        except BaseException:
            call.cancel()
            raise
        finally:
            shown.close()
        return kind(json.loads(well(call.wait(3_600.0) or (False, "{}"))))


class Progress:
    """Events to a function, or to a bar where somebody looks."""

    __slots__ = ("_bar", "_hear", "_is_wanted", "_started")

    def __init__(self, progress: OnProgress) -> None:
        import time

        self._hear = progress if callable(progress) else None
        self._is_wanted = progress is None or progress is True
        self._bar: Any = None
        self._started = time.monotonic() if progress is None else float("-inf")

    def read(self, call: _native.Call) -> None:
        while (text := call.next_event()) is not None:
            if self._hear is not None or self._is_wanted:
                self.tell(json.loads(text))

    def tell(self, event: dict[str, Any]) -> None:
        """Passes one event on."""
        if self._hear is not None:
            from .documents import ProgressEvent

            self._hear(ProgressEvent(event))
        elif self._is_wanted:
            self._show(event)

    def _show(self, event: dict[str, Any]) -> None:
        import time

        if self._bar is None:
            if time.monotonic() - self._started < 0.5:
                return
            self._bar = _bar(event.get("total"))
            self._is_wanted = self._bar is not None
        if self._bar is not None:
            self._bar.set_description_str(event["stage"], refresh=False)
            self._bar.update(event["done"] - self._bar.n)

    def close(self) -> None:
        if self._bar is not None:
            self._bar.close()


def _bar(total: int | None) -> Any:
    """A bar in a notebook or on a terminal, if tqdm is installed."""
    import sys

    in_notebook = "ipykernel" in sys.modules
    if not in_notebook and not sys.stderr.isatty():
        return None
    try:
        if in_notebook:
            from tqdm.auto import tqdm  # type: ignore[import-untyped]
        else:
            from tqdm import tqdm  # type: ignore[import-untyped]
    except ImportError:
        return None
    return tqdm(total=total, leave=False)


