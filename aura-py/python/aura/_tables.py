"""Tables from wherever they come: data frames and other Arrow producers, dicts, files, and CSV as text."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, Protocol, Union

from . import _native
from ._document import Document
from ._errors import error_from

if TYPE_CHECKING:
    import pandas


class ArrowProducer(Protocol):
    """Whatever gives an Arrow stream: data frames of polars, tables of pyarrow, relations of DuckDB, Aura's own tables."""

    def __arrow_c_stream__(self, requested_schema: object | None = None) -> object: ...


# Data frames of pandas give Arrow streams, but its stubs do not say so.
TableLike = Union[str, "os.PathLike[str]", ArrowProducer, "pandas.DataFrame", Sequence[Mapping[str, Any]]]
"""A table: CSV as text, the name of a file, whatever gives an Arrow stream, or a list of dicts."""


def lend(members: dict[str, Any], names: tuple[str, ...]) -> list[tuple[str, object]]:
    """Takes tables that are more than text out of a request. Arrow is lent, not copied."""
    lent: list[tuple[str, object]] = []
    for name in names:
        table = members[name]
        # A text with line ends is the table itself, and so is XML; any other text is the name of a file.
        if table is None or (isinstance(table, str) and (not table or "\n" in table or table.lstrip().startswith("<"))):
            continue
        lent.append((name, _lendable(name, table)))
        members[name] = ""
    return lent


def _lendable(name: str, table: Any) -> object:
    if isinstance(table, (str, os.PathLike)):
        return os.fspath(table)
    producer = getattr(table, "__arrow_c_stream__", None)
    if producer is not None:
        try:
            return producer()
        except Exception as error:
            raise _refused(f"`{name}` gives no Arrow stream: {error}") from error
    is_rows = isinstance(table, Sequence) and not isinstance(table, (bytes, bytearray))
    if is_rows and table and all(isinstance(row, (Mapping, Document)) for row in table):
        try:
            return _native.arrow_stream(json.dumps([_row(row) for row in table], default=_cell, allow_nan=False))
        except (TypeError, ValueError, RecursionError) as error:
            raise _refused(f"`{name}` cannot be read as rows: {error}") from error
    what = "no rows" if is_rows and not table else f"a `{type(table).__name__}`"
    raise _refused(f"`{name}` must be a table, but {what} was given")


def _row(row: Any) -> dict[str, Any]:
    return {str(name): value for name, value in (row.to_dict() if isinstance(row, Document) else row).items()}


def _cell(value: Any) -> Any:
    """Days, times, decimals and numbers of numpy as JSON can hold them."""
    for way in ("isoformat", "item"):
        if hasattr(value, way):
            return getattr(value, way)()
    if type(value).__module__ == "decimal":
        return float(value)
    raise TypeError(f"a `{type(value).__name__}` holds no single value")


def _refused(message: str) -> Exception:
    hint = "give CSV as text, the name of a file, a data frame, whatever else gives Arrow, or a list of dicts"
    failure = {"code": "invalid_data", "message": message, "hints": [hint], "retryable": False}
    return error_from(json.dumps(failure))
