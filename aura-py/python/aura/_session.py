"""The two sessions that users open: the operations, with what people of Python expect beside them."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from . import documents
from ._operations import AsyncOperations, Operations

if TYPE_CHECKING:
    from . import requests
    from ._base import OnProgress
    from ._document import Document
    from ._scale import Executor


class Session(Operations):
    """A session: every operation as a method that waits."""

    __slots__ = ()

    def simulate(self, project: str, *, scenario: requests.Scenario | Mapping[str, Any] | Document | None = None, seed: int | None = None, cases: int | None = None, budget: float | None = None, depth: requests.RunDepth | None = None, services: Sequence[requests.ServiceMock | Mapping[str, Any] | Document] | None = None, pause_at_ms: int | None = None, executor: Executor | None = None, progress: OnProgress = None) -> documents.Simulated:
        """Runs the plan with simulated people and keeps run, trace, sensitivity and explanation.

        Args:
            project: The project.
            scenario: A complete scenario instead of the default one.
            seed: The seed.
            cases: How many cases.
            budget: The most that all cases together may cost, in the plan's currency.
            depth: How much of each step is really done. At full depth every service of the plan answers: as its
                description in `services` says, otherwise as the plan's own contract does.
            services: Descriptions of services; one is enough for full depth.
            pause_at_ms: Pause at this virtual time, in milliseconds; what is there is kept and can be resumed. Not with
                an executor.
            executor: Who runs the replications: a `concurrent.futures.Executor`, a Dask client, or the module `ray`.
                The result is the same to the byte.
            progress: Who hears how far it is.

        Raises:
            AuraError: with the code invalid_plan, invalid_scenario, limit_size, not_found, conflict.
        """
        members = {
            "project": project,
            "scenario": scenario,
            "seed": seed,
            "cases": cases,
            "budget": budget,
            "depth": depth,
            "services": services,
            "pause_at_ms": pause_at_ms,
        }
        if executor is None:
            return self._call("simulate", members, documents.Simulated, progress)
        from . import _scale

        return documents.Simulated(json.loads(_scale.simulate(self, members, executor, progress)))

    def sensitivity(self, project: str, *, metric: str | None = None, scenario: requests.Scenario | Mapping[str, Any] | Document | None = None, seed: int | None = None, cases: int | None = None, trajectories: int | None = None, samples: int | None = None, most_ranked: int | None = None, values: Sequence[float] | None = None, executor: Executor | None = None, progress: OnProgress = None) -> documents.Influenced:
        """Finds which assumption drives the result when all of them move at once, and keeps it.

        Args:
            project: The project.
            metric: The metric; the primary one where absent.
            scenario: A complete scenario instead of the default one.
            seed: The seed.
            cases: Cases of each run; 500 where absent.
            trajectories: Screening: how often each assumption is moved; 8 where absent.
            samples: Measuring: rows of the design; 64 where absent.
            most_ranked: Most assumptions that are ranked; 8 where absent.
            values: Values of points that were measured elsewhere.
            executor: Who makes the runs: a `concurrent.futures.Executor`, a Dask client, or the module `ray`.
                The result is the same to the byte.
            progress: Who hears how far it is.

        Raises:
            AuraError: with the code invalid_plan, invalid_scenario, invalid_data, limit_size, not_found, conflict.
        """
        members = {
            "project": project,
            "metric": metric,
            "scenario": scenario,
            "seed": seed,
            "cases": cases,
            "trajectories": trajectories,
            "samples": samples,
            "most_ranked": most_ranked,
            "values": values,
        }
        if executor is None:
            return self._call("sensitivity", members, documents.Influenced, progress)
        from . import _scale

        return documents.Influenced(json.loads(_scale.sensitivity(self, members, executor, progress)))


class AsyncSession(AsyncOperations):
    """A session: every operation as a coroutine. Cancelling a task cancels the work."""

    __slots__ = ()
