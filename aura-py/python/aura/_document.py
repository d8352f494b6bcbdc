"""What operations give: documents with attributes, and tables that data frames read."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, ClassVar, Generic, TypeVar, overload

from . import _native
from ._errors import well

if TYPE_CHECKING:
    import pandas
    import polars
    import pyarrow  # type: ignore[import-untyped]

    Self = TypeVar("Self", bound="Document")


def _plain(value: Any) -> Any:
    """What JSON can hold, with documents as the dicts they were made from."""
    if isinstance(value, (Document, Table)):
        return value._data
    raise TypeError(f"`{type(value).__name__}` cannot be part of a request")


def to_json(value: Any) -> str:
    """JSON as the native module takes it. Numbers that JSON does not have are refused."""
    return json.dumps(value, default=_plain, ensure_ascii=False, separators=(",", ":"), allow_nan=False)


class _Shown:
    """How notebooks and terminals show a document or a table."""

    __slots__ = ()
    _data: Any

    def to_json(self) -> str:
        """The document as JSON."""
        return to_json(self._data)

    def to_html(self) -> str:
        """A fragment of HTML, escaped, for light and dark pages."""
        return well(_native.render("html", self._title(), self.to_json()))

    def to_markdown(self) -> str:
        """Markdown, escaped."""
        return well(_native.render("markdown", self._title(), self.to_json()))

    def _title(self) -> str:
        return type(self).__name__

    def __repr__(self) -> str:
        return well(_native.render("line", self._title(), self.to_json()))

    def _repr_html_(self) -> str:
        return self.to_html()

    def _repr_markdown_(self) -> str:
        return self.to_markdown()


class Document(_Shown):
    """A document: read its members as attributes, or as keys to get plain values."""

    __slots__ = ("_data",)
    _nested: ClassVar[dict[str, str]] = {}
    _absent: ClassVar[dict[str, Any]] = {}
    _names: ClassVar[dict[str, Any]] = {}
    _unions: ClassVar[dict[str, dict[str, Any]]] = {}
    _data: dict[str, Any]

    def __init__(self, data: dict[str, Any]) -> None:
        self._data = data

    @classmethod
    def _resolve(cls, names: dict[str, Any], unions: dict[str, dict[str, Any]]) -> None:
        Document._names, Document._unions = names, unions

    if not TYPE_CHECKING:  # Type checkers see the members themselves.

        def __getattr__(self, name: str) -> Any:
            kind = type(self)
            if name in self._data:
                value = self._data[name]
            elif name in kind._absent:
                value = kind._absent[name]
            elif name in kind.__annotations__:
                return None
            else:
                raise AttributeError(f"`{kind.__name__}` has no `{name}`; it has {', '.join(kind.__annotations__)}")
            nested = kind._nested.get(name)
            return value if nested is None or value is None else _wrap(nested, value)

    def __getitem__(self, name: str) -> Any:
        return self._data[name]

    def __contains__(self, name: object) -> bool:
        return name in self._data

    def __dir__(self) -> list[str]:
        return [*super().__dir__(), *type(self).__annotations__]

    def __eq__(self, other: object) -> bool:
        return type(self) is type(other) and self._data == other._data

    def __hash__(self) -> int:
        return hash(self.to_json())

    def __reduce__(self) -> tuple[Any, ...]:
        return type(self), (self._data,)

    def to_dict(self) -> dict[str, Any]:
        """Plain dicts, lists, texts and numbers; a copy."""
        return json.loads(self.to_json())  # type: ignore[no-any-return]

    def to_vega_lite(self) -> dict[str, Any]:
        """A Vega-Lite specification of a run, a sensitivity or a verdict."""
        return json.loads(well(_native.chart(self.to_json())))  # type: ignore[no-any-return]

    def plot(self) -> Any:
        """A chart that a notebook shows: an altair chart where altair is installed, else a `Plot`."""
        specification = self.to_vega_lite()
        try:
            import altair
        except ImportError:
            return Plot(specification)
        return altair.Chart.from_dict(specification)


class Plot:
    """A chart that notebooks with a Vega-Lite viewer draw without further packages."""

    __slots__ = ("specification",)

    def __init__(self, specification: dict[str, Any]) -> None:
        self.specification = specification

    def _repr_mimebundle_(self, **_options: Any) -> dict[str, Any]:
        return {"application/vnd.vegalite.v5+json": self.specification, "text/plain": "a Vega-Lite chart"}


def _wrap(nested: str, value: Any) -> Any:
    if nested.startswith("[]"):
        return Table(value, nested[2:])
    if nested.startswith("{}"):
        return {key: _wrap(nested[2:], item) for key, item in value.items()}
    union = Document._unions.get(nested)
    kind = Document._names[nested] if union is None else union.get(value["type"], Document)
    return kind(value)


T_co = TypeVar("T_co", covariant=True)


class Table(_Shown, Generic[T_co]):
    """Rows of one kind: documents by their place, and a table for data frames.

    It is no `Sequence` by name, because polars would then not look for Arrow.
    """

    __slots__ = ("_data", "_kind")

    def __init__(self, data: list[dict[str, Any]], kind: str) -> None:
        self._data, self._kind = data, kind

    def _title(self) -> str:
        return self._kind

    def __len__(self) -> int:
        return len(self._data)

    @overload
    def __getitem__(self, place: int) -> T_co: ...
    @overload
    def __getitem__(self, place: slice) -> Table[T_co]: ...
    def __getitem__(self, place: int | slice) -> T_co | Table[T_co]:
        if isinstance(place, slice):
            return Table(self._data[place], self._kind)
        return _wrap(self._kind, self._data[place])  # type: ignore[no-any-return]

    def __iter__(self) -> Iterator[T_co]:
        return (_wrap(self._kind, row) for row in self._data)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Table) and self._data == other._data

    def __hash__(self) -> int:
        return hash(self.to_json())

    def __reduce__(self) -> tuple[Any, ...]:
        return type(self), (self._data, self._kind)

    def to_dicts(self) -> list[dict[str, Any]]:
        """One flat dict for each row: members of members as `share.value`, lists as they are."""
        return [dict(_flat("", row)) for row in self._data]

    def __arrow_c_stream__(self, requested_schema: object | None = None) -> object:
        """The rows for any library that reads Arrow; lists become JSON texts."""
        return _native.arrow_stream(to_json(self.to_dicts()))

    def to_arrow(self) -> pyarrow.Table:
        """A `pyarrow.Table`."""
        import pyarrow

        return pyarrow.table(self)

    def to_polars(self) -> polars.DataFrame:
        """A `polars.DataFrame`."""
        import polars

        return polars.DataFrame(self)

    def to_pandas(self) -> pandas.DataFrame:
        """A `pandas.DataFrame`."""
        import pandas

        return pandas.DataFrame(self.to_dicts())


def _flat(prefix: str, row: dict[str, Any]) -> Iterator[tuple[str, Any]]:
    for name, value in row.items():
        if isinstance(value, dict) and value:
            yield from _flat(f"{prefix}{name}.", value)
        else:
            yield f"{prefix}{name}", value
