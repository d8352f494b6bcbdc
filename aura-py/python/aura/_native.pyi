"""The native module; use the classes of `aura` instead."""

from collections.abc import Callable

__version__: str

class Session:
    def start(
        self,
        operation: str,
        request: str,
        listener: Callable[[str | None], None] | None = None,
        tables: list[tuple[str, object]] = ...,
    ) -> Call: ...

class Call:
    def wait(self, seconds: float) -> tuple[bool, str] | None: ...
    def next_event(self) -> str | None: ...
    def cancel(self) -> None: ...

def open_session(
    options: str,
    model: Callable[[str, str], tuple[bool, str, str]] | None = None,
    store: Callable[[str, str], tuple[bool, str, str]] | None = None,
) -> tuple[Session | None, str]: ...
def render(format: str, title: str, document: str) -> tuple[bool, str]: ...
def chart(document: str) -> tuple[bool, str]: ...
def arrow_stream(rows: str) -> object: ...
