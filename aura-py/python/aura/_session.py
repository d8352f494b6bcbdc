"""The two sessions that users open."""

from __future__ import annotations

from ._operations import AsyncOperations, Operations


class Session(Operations):
    """A session: every operation as a method that waits."""

    __slots__ = ()


class AsyncSession(AsyncOperations):
    """A session: every operation as a coroutine. Cancelling a task cancels the work."""

    __slots__ = ()
