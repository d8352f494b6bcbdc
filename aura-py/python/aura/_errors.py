"""Errors: one base, a stable code, and the builtin that fits."""

from __future__ import annotations

import json
from typing import Any


class AuraError(Exception):
    """What went wrong: `code` for programs, the text and `hints` for people."""

    code: str
    """Stable code, for example `invalid_goal`."""
    message: str
    """One line: what happened."""
    hints: list[str]
    """What can be done about it."""
    context: dict[str, str]
    """Named facts about the case."""
    retryable: bool
    """Whether the same call may work later without a change."""

    def __init__(
        self,
        message: str,
        *,
        code: str = "internal",
        hints: list[str] | None = None,
        context: dict[str, str] | None = None,
        retryable: bool = False,
    ) -> None:
        super().__init__(message)
        self.message, self.code, self.hints = message, code, hints or []
        self.context, self.retryable = context or {}, retryable

    def __str__(self) -> str:
        hints = "".join(f"\n  hint: {hint}" for hint in self.hints)
        return f"{self.message} [{self.code}]{hints}"

    def __reduce__(self) -> tuple[Any, ...]:
        details = {"code": self.code, "hints": self.hints, "context": self.context, "retryable": self.retryable}
        return _again, (type(self), self.message, details)


class InvalidError(AuraError, ValueError):
    """Something given is not as it must be."""


class AmbiguousError(AuraError, ValueError):
    """Several readings fit."""


class LimitError(AuraError, RuntimeError):
    """A limit was reached."""


class NotFoundError(AuraError, KeyError):
    """There is nothing of this name."""


class ConflictError(AuraError, RuntimeError):
    """Somebody else was faster, or two things that should be equal differ."""


class UnavailableError(AuraError, ConnectionError):
    """A model, store or service does not answer."""


class DeniedError(AuraError, PermissionError):
    """The host does not allow this."""


class CancelledError(AuraError, RuntimeError):
    """The caller asked to stop."""


class InternalError(AuraError, RuntimeError):
    """A fault of Aura itself; please report it."""


_CLASSES: dict[str, type[AuraError]] = {
    "invalid": InvalidError,
    "ambiguous": AmbiguousError,
    "limit": LimitError,
    "not": NotFoundError,
    "conflict": ConflictError,
    "unavailable": UnavailableError,
    "denied": DeniedError,
    "cancelled": CancelledError,
}


def _again(kind: type[AuraError], message: str, details: dict[str, Any]) -> AuraError:
    return kind(message, **details)


def error_from(text: str) -> AuraError:
    """The error that a failure in JSON describes."""
    failure = json.loads(text)
    code = failure["code"]
    return _CLASSES.get(code.split("_")[0], InternalError)(
        failure["message"],
        code=code,
        hints=failure.get("hints", []),
        context=dict(failure.get("context", [])),
        retryable=failure["retryable"],
    )


def well(answer: tuple[bool, str]) -> str:
    """The response, or the error raised."""
    if answer[0]:
        return answer[1]
    raise error_from(answer[1])
